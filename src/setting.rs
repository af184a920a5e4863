//! The setting: whose plan it is, and the calendar of its schools.

use crate::record::{Line, record, words};
use crate::{Date, ErrorKind, Result};

words! {
    /// Whose plan it is.
    pub enum Level {
        /// One school.
        #[default]
        School = "school",
        /// A district, a trust or a local authority.
        District = "district",
        /// A network of schools or districts.
        Network = "network",
    }
}

words! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        #[default]
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

record! {
    /// A stretch of days, both ends counted.
    pub struct Stretch {
        /// What it is called, such as `Autumn term`.
        "name" name: Line,
        /// The first day.
        "start" start: Date,
        /// The last day; the first one if left out.
        "end" end: Option<Date>,
    }
}

impl Stretch {
    fn hold(&self) -> Result<()> {
        match self.end {
            Some(end) if end < self.start => Err(ErrorKind::StretchBackwards.at("end")),
            _ => Ok(()),
        }
    }

    /// Whether a day lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.start <= day && day <= self.end.unwrap_or(self.start)
    }
}

record! {
    /// When school is in session.
    pub struct Calendar {
        /// Terms, semesters or quarters.
        "sessions" sessions: Vec<Stretch>,
        /// Days off within them.
        "holidays" holidays: Vec<Stretch>,
        /// The days of a school week; Monday to Friday if left out.
        "weekdays" weekdays: Vec<Weekday>,
    }
}

impl Calendar {
    fn hold(&self) -> Result<()> {
        Ok(())
    }

    /// Whether school is in session on a day: within a session (if any is given), on a school day, and no holiday.
    ///
    /// ```
    /// use headwater::setting::Calendar;
    ///
    /// let friday = "2026-09-18".parse()?;
    /// assert!(Calendar::default().is_open(friday));
    /// assert!(!Calendar::default().is_open(friday.plus_days(1)));
    /// # Ok::<(), headwater::Error>(())
    /// ```
    pub fn is_open(&self, day: Date) -> bool {
        let weekday = Weekday::ALL.get(usize::from(day.weekday()));
        let school_day = match self.weekdays.as_slice() {
            [] => day.weekday() < 5,
            days => days.iter().any(|known| Some(known) == weekday),
        };
        let within = |stretches: &[Stretch]| stretches.iter().any(|stretch| stretch.contains(day));
        school_day && (self.sessions.is_empty() || within(&self.sessions)) && !within(&self.holidays)
    }
}
