//! Calendar dates as they are written: `2026-09-14`. No clock, no time zone.

use crate::error::{Error, ErrorKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A day of the calendar, written as ISO 8601 `year-month-day`. Ordered in time.
///
/// ```
/// use headwater::Date;
///
/// let monday: Date = "2026-09-14".parse()?;
/// assert_eq!(monday.plus_days(7).to_string(), "2026-09-21");
/// assert_eq!("2026-02-30".parse::<Date>().unwrap_err().code(), "input/bad-date");
/// # Ok::<(), headwater::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// The day before the first one that can be written: stands for a date that has not been given.
impl Default for Date {
    fn default() -> Self {
        Self(jiff::civil::Date::constant(0, 12, 31))
    }
}

impl Date {
    /// The day with this year (1 to 9999), month (1 to 12) and day of the month; `None` if there is none.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if year < 1 {
            return None;
        }
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days from Monday: 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset() as u8
    }

    /// Days since 1970-01-01; negative before it.
    pub fn day_number(self) -> i32 {
        // jiff counts whole days exactly; the span of years keeps the result far inside an i32.
        let epoch = jiff::civil::Date::constant(1970, 1, 1);
        self.0.duration_since(epoch).as_hours() as i32 / 24
    }

    /// The day `days` later (earlier if negative); stays at the first or last representable day.
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::SignedDuration::from_hours(i64::from(days) * 24)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl std::str::FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = |range: std::ops::Range<usize>| -> Option<i16> {
            let part = text.get(range)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let bytes = text.as_bytes();
        let read = || {
            if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
                return None;
            }
            Self::new(digits(0..4)?, digits(5..7)? as i8, digits(8..10)? as i8)
        };
        read().ok_or_else(|| {
            let given: String = text.chars().take(40).collect();
            ErrorKind::BadDate { given }.into()
        })
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_back_as_it_was_written() {
        for text in ["0001-01-01", "1999-12-31", "2024-02-29", "9999-12-31"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "2026-9-14", "2026-13-01", "2025-02-29", "14/09/2026", "2026-09-1é", "+026-09-14"] {
            assert_eq!(text.parse::<Date>().unwrap_err().code(), "input/bad-date", "{text}");
        }
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        let day: Date = "2024-02-28".parse().unwrap();
        assert_eq!(day.plus_days(2).to_string(), "2024-03-01");
        assert_eq!(day.plus_days(2).day_number() - day.day_number(), 2);
        assert_eq!("1970-01-01".parse::<Date>().unwrap().day_number(), 0);
        assert_eq!("2026-09-14".parse::<Date>().unwrap().weekday(), 0);
    }
}
