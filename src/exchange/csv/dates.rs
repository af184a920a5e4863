//! Reads one cell as a date, in the ways schools and their systems write dates.

use super::DayOrder;
use crate::date::Date;
use crate::letters::is_among;

/// A cell that holds a date.
pub(super) struct DateCell {
    pub(super) day: Day,
    /// What had to be assumed.
    pub(super) assumed: Assumed,
}

/// The day in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Day {
    /// The only way to read it.
    Known(Date),
    /// Two numbers that are day and month in one order or the other. `dotted` as in `14.09.2026`.
    Numeric { first: u8, second: u8, year: i16, dotted: bool },
}

/// What a cell leaves to the reader.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Assumed {
    /// The century of a year of two digits.
    pub(super) century: bool,
    /// The first day of a month that has no day.
    pub(super) first_of_month: bool,
    /// The first day of a span of days.
    pub(super) first_of_span: bool,
}

impl DateCell {
    /// Reads a cell; `None` if it is no date.
    pub(super) fn read(cell: &str) -> Option<Self> {
        if cell.len() > 80 || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut cursor = Cursor(cell);
        let mut date = cursor.date()?;
        let rest = cursor.0.trim();
        if rest.is_empty() || is_time(rest) || is_weekday(rest.trim_matches(['(', ')', ',', ' '])) {
            return Some(date);
        }
        let rest = ["-", "–", "—", "to "].iter().find_map(|mark| rest.strip_prefix(mark))?;
        let mut cursor = Cursor(rest.trim_start());
        cursor.date()?;
        date.assumed.first_of_span = true;
        cursor.0.trim().is_empty().then_some(date)
    }

    /// The date, with day and month in this order; `None` if there is no such day.
    pub(super) fn in_order(&self, order: DayOrder) -> Option<Date> {
        match (self.day, order) {
            (Day::Known(date), _) => Some(date),
            (Day::Numeric { first, second, year, .. }, DayOrder::Mdy) => Date::new(year, first as i8, second as i8),
            (Day::Numeric { first, second, year, .. }, DayOrder::Dmy) => Date::new(year, second as i8, first as i8),
        }
    }
}

/// A day number as spreadsheets count them (1 January 1900 is 1, with a 29 February 1900 that never was), for the
/// years 2000 to 2099. A time of day behind the point is ignored.
pub(super) fn serial(cell: &str) -> Option<Date> {
    let (days, time) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    if days.len() != 5 || !days.bytes().chain(time.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let days: i32 = days.parse().ok()?;
    (36_526..=73_050).contains(&days).then(|| Date::new(1899, 12, 30).map(|epoch| epoch.plus_days(days)))?
}

/// English names, of which three letters or more will do.
const MONTHS: &str = "january february march april may june july august september october november december";
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";
/// Words before a date: "Week of 14 Sep 2026", "w/c 14/09/2026".
const LEADS: &str = "week wk w c wc of commencing beginning starting ending from on";

fn position(word: &str, names: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    if word.len() < 3 { None } else { names.split(' ').position(|name| name.starts_with(&word)) }
}

fn month(word: &str) -> Option<u8> {
    position(word, MONTHS).map(|index| index as u8 + 1)
}

fn is_weekday(word: &str) -> bool {
    position(word, WEEKDAYS).is_some()
}

/// "T08:30:00Z", ", 8:30 AM", "12 pm".
fn is_time(rest: &str) -> bool {
    let rest = rest.strip_prefix(&['T', 't', ','][..]).unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    let lower = rest.to_ascii_lowercase();
    rest.starts_with(|c: char| c.is_ascii_digit())
        && (rest.contains(':') || lower.ends_with("am") || lower.ends_with("pm"))
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '+' | '-') || c.is_whitespace())
}

/// Years that a school report can speak of; others are misprints or no years.
fn plausible(year: u32) -> Option<i16> {
    (1900..=2199).contains(&year).then_some(year as i16)
}

/// What is left of a cell.
#[derive(Clone, Copy)]
struct Cursor<'a>(&'a str);

impl<'a> Cursor<'a> {
    fn take(&mut self, belongs: fn(char) -> bool) -> &'a str {
        let rest = self.0.trim_start_matches(belongs);
        let taken = self.0.strip_suffix(rest).unwrap_or("");
        self.0 = rest;
        taken
    }

    /// A number of at most eight digits, and how many there are.
    fn number(&mut self) -> Option<(u32, usize)> {
        let digits = self.take(|c| c.is_ascii_digit());
        if digits.len() > 8 { None } else { Some((digits.parse().ok()?, digits.len())) }
    }

    /// A number of one or two digits.
    fn small(&mut self) -> Option<u8> {
        self.number().filter(|&(_, digits)| digits <= 2).map(|(number, _)| number as u8)
    }

    fn word(&mut self) -> &'a str {
        self.take(|c| c.is_ascii_alphabetic())
    }

    fn separator(&mut self) -> Option<char> {
        let separator = self.0.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        self.0 = self.0.strip_prefix(separator)?;
        Some(separator)
    }

    /// What stands between the parts of a date with a month in letters.
    fn gap(&mut self) {
        self.take(|c| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ','));
    }

    /// Takes the next word if it is one of these.
    fn skip_word(&mut self, known: impl Fn(&str) -> bool) -> bool {
        let mut ahead = *self;
        let found = known(&ahead.word().to_ascii_lowercase());
        if found {
            *self = ahead;
        }
        found
    }

    /// "st", "nd", "rd", "th" right behind a day, and "of".
    fn ordinal(&mut self) {
        self.skip_word(|word| matches!(word, "st" | "nd" | "rd" | "th"));
        let mut ahead = *self;
        ahead.gap();
        if ahead.skip_word(|word| word == "of") {
            *self = ahead;
        }
    }

    /// A year, and whether its century had to be assumed: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999.
    fn year(&mut self) -> Option<(i16, bool)> {
        match self.number()? {
            (year, 4) => Some((plausible(year)?, false)),
            (year, 2) => Some((year as i16 + if year <= 69 { 2000 } else { 1900 }, true)),
            _ => None,
        }
    }

    fn date(&mut self) -> Option<DateCell> {
        while self.skip_word(|word| is_among(LEADS, ' ', word) || is_weekday(word)) {
            self.gap();
        }
        let before = *self;
        match self.number() {
            None => {
                *self = before;
                self.month_first()
            }
            Some((number, 8)) => known(plausible(number / 10_000)?, (number / 100 % 100) as u8, (number % 100) as u8),
            Some((year, 4)) => self.after_year(plausible(year)?),
            Some((first, 1..=2)) => self.after_small(first as u8),
            _ => None,
        }
    }

    /// "2026-09-14", "2026/9/14", "2026-Sep-14", "2026-09", "2026-W38", "2026W38-1".
    fn after_year(&mut self, year: i16) -> Option<DateCell> {
        let separator = self.separator();
        if self.skip_word(|word| word == "w") {
            let week = self.small()?;
            let before = *self;
            let weekday = match self.separator().and_then(|_| self.number()) {
                Some((day @ 1..=7, 1)) => day as i32 - 1,
                _ => {
                    *self = before;
                    0
                }
            };
            return Some(DateCell {
                day: Day::Known(monday(year, week)?.plus_days(weekday)),
                assumed: Assumed::default(),
            });
        }
        let separator = separator?;
        let word = self.word();
        let month = if word.is_empty() { self.small()? } else { month(word)? };
        let before = *self;
        if self.separator() == Some(separator) {
            return known(year, month, self.small()?);
        }
        *self = before;
        if separator == '.' { None } else { first_of_month(year, month) }
    }

    /// "9/14/2026", "14.09.26", "14 Sep 2026", "14th of September, 2026".
    fn after_small(&mut self, first: u8) -> Option<DateCell> {
        let before = *self;
        if let Some(separator) = self.separator()
            && let Some(second) = self.small()
            && self.separator() == Some(separator)
            && let Some((year, century)) = self.year()
        {
            let day = Day::Numeric { first, second, year, dotted: separator == '.' };
            let cell = DateCell { day, assumed: Assumed { century, ..Assumed::default() } };
            return (cell.in_order(DayOrder::Mdy).or(cell.in_order(DayOrder::Dmy))).map(|_| cell);
        }
        *self = before;
        self.ordinal();
        self.gap();
        let month = month(self.word())?;
        self.day_of(month, Some(first))
    }

    /// "Sep 14, 2026", "September 14th 2026", "September 2026".
    fn month_first(&mut self) -> Option<DateCell> {
        let month = month(self.word())?;
        self.gap();
        let before = *self;
        let day = match self.number()? {
            (day, 1..=2) => Some(day as u8),
            _ => {
                *self = before;
                None
            }
        };
        self.ordinal();
        self.day_of(month, day)
    }

    /// The year behind a month in letters.
    fn day_of(&mut self, month: u8, day: Option<u8>) -> Option<DateCell> {
        self.gap();
        let (year, century) = self.year()?;
        let mut date = match day {
            Some(day) => known(year, month, day)?,
            None => first_of_month(year, month)?,
        };
        date.assumed.century = century;
        Some(date)
    }
}

fn known(year: i16, month: u8, day: u8) -> Option<DateCell> {
    let date = Date::new(year, month as i8, day as i8)?;
    Some(DateCell { day: Day::Known(date), assumed: Assumed::default() })
}

fn first_of_month(year: i16, month: u8) -> Option<DateCell> {
    let mut date = known(year, month, 1)?;
    date.assumed.first_of_month = true;
    Some(date)
}

/// The Monday of an ISO 8601 week: week 1 is the one with 4 January, and a week belongs to the year of its Thursday.
fn monday(year: i16, week: u8) -> Option<Date> {
    let fourth = Date::new(year, 1, 4)?;
    let monday = fourth.plus_days(i32::from(week) * 7 - 7 - i32::from(fourth.weekday()));
    (week >= 1 && monday.plus_days(3).year() == year).then_some(monday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str, order: DayOrder) -> Option<String> {
        DateCell::read(cell)?.in_order(order).map(|date| date.to_string())
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for cell in [
            "2026-09-14",
            "2026/09/14",
            "2026.09.14",
            "2026-9-14",
            "20260914",
            "2026-09-14T00:00:00",
            "2026-09-14T08:30:00.000Z",
            "2026-09-14 08:30:00+02:00",
            "20260914T0830:00",
            "9/14/2026",
            "09/14/2026",
            "9-14-2026",
            "9/14/26",
            "9/14/2026 12:00 AM",
            "9/14/2026, 12:00:00 AM",
            "14/09/2026",
            "14.09.2026",
            "14.9.26",
            "14-09-2026 00:00",
            "14 Sep 2026",
            "14-Sep-2026",
            "14-Sep-26",
            "14Sep2026",
            "14 Sept. 2026",
            "14th September 2026",
            "14th of September, 2026",
            "Sep 14, 2026",
            "Sep. 14 2026",
            "September 14 2026",
            "SEPTEMBER 14TH, 2026",
            "2026-Sep-14",
            "Mon 14 Sep 2026",
            "Monday, September 14, 2026",
            "14/09/2026 (Mon)",
            "9/14/2026 Mon",
            "w/c 14/09/2026",
            "Week of 9/14/2026",
            "Week commencing 14 September 2026",
            "2026-W38",
            "2026W38",
            "2026-W38-1",
            "9/14/2026 - 9/18/2026",
            "9/14/2026-9/18/2026",
            "14 Sep 2026 – 18 Sep 2026",
            "2026-09-14 to 2026-09-18",
        ] {
            let date = read(cell, DayOrder::Mdy).or_else(|| read(cell, DayOrder::Dmy));
            assert_eq!(date.as_deref(), Some("2026-09-14"), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_read_as_one() {
        for cell in [
            "",
            "-",
            "n/a",
            "61/412",
            "9/14",
            "Sep 14",
            "14-Sep",
            "Sep-26",
            "2026",
            "2026.09",
            "2026-27",
            "12.5",
            "1,234",
            "20261314",
            "10012345",
            "2026-02-30",
            "30/02/2026",
            "13/13/2026",
            "0/0/2026",
            "14/09.2026",
            "2026-09-14-15",
            "2026-W54",
            "2025-W53",
            "2026-W00",
            "Week 38",
            "Week 38 2026",
            "14 Foo 2026",
            "14 Ma 2026",
            "2026-09-14 approx",
            "=DATE(2026,9,14)",
            "14/09/0202",
            "14/09/202",
            "٢٠٢٦-٠٩-١٤",
            "Monday",
            "x2026-09-14",
        ] {
            assert!(DateCell::read(cell).is_none(), "{cell}");
        }
    }

    #[test]
    fn what_was_assumed_is_told() {
        let assumed = |cell: &str| DateCell::read(cell).unwrap().assumed;
        assert_eq!(assumed("2026-09-14"), Assumed::default());
        assert!(assumed("9/14/26").century && assumed("14-Sep-26").century);
        assert!(assumed("2026-09").first_of_month && assumed("September 2026").first_of_month);
        assert!(assumed("9/14/2026 - 9/18/2026").first_of_span);
        assert_eq!(read("1/2/69", DayOrder::Mdy).unwrap(), "2069-01-02");
        assert_eq!(read("1/2/70", DayOrder::Mdy).unwrap(), "1970-01-02");
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        // From the standard's own edge: 2020 had 53 weeks, and 2021-01-03 still belongs to 2020-W53.
        assert_eq!(read("2020-W53-7", DayOrder::Mdy).unwrap(), "2021-01-03");
        assert_eq!(read("2019-W01", DayOrder::Mdy).unwrap(), "2018-12-31");
        assert_eq!(read("2026-W01", DayOrder::Mdy).unwrap(), "2025-12-29");
    }

    #[test]
    fn serial_day_numbers_are_those_of_spreadsheets() {
        // 2024-01-01 is 45292 in Excel, LibreOffice and Google Sheets.
        assert_eq!(serial("45292").unwrap().to_string(), "2024-01-01");
        assert_eq!(serial("45292.75").unwrap().to_string(), "2024-01-01");
        for cell in ["", "4529", "452920", "45292a", "20240101", "-45292", "12345"] {
            assert!(serial(cell).is_none(), "{cell}");
        }
    }
}
