//! The days on which there is school. Other days are no gaps.

use super::ChartInput;
use super::series::Group;
use crate::Date;

/// The days on which there is school: those that are named, or else the days of the week without the holidays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calendar {
    /// Every day of school in order, if they are known one by one.
    pub sessions: Vec<Date>,
    /// Days of the week with school, 1 for Monday to 7 for Sunday. None given: Monday to Friday.
    pub weekdays: Vec<u8>,
    /// Holidays and breaks, first and last day.
    pub holidays: Vec<(Date, Date)>,
}

/// Beyond this many days between two values there is a gap whatever the calendar says.
const LONGEST_BREAK: i32 = 120;

impl Calendar {
    /// Whether there is school on this day.
    pub fn is_session(&self, date: Date) -> bool {
        if !self.sessions.is_empty() {
            return self.sessions.binary_search(&date).is_ok();
        }
        let weekday = date.weekday() + 1;
        let usual = if self.weekdays.is_empty() { weekday <= 5 } else { self.weekdays.contains(&weekday) };
        usual && !self.holidays.iter().any(|(first, last)| (*first..=*last).contains(&date))
    }

    /// Days of school after one date, up to another and with it.
    fn sessions_between(&self, from: Date, to: Date) -> usize {
        let days = (to.day_number() - from.day_number()).min(LONGEST_BREAK);
        (1..=days).filter(|&day| self.is_session(from.plus_days(day))).count()
    }
}

/// Points before which values are missing: there are more than half as many days of school again as usual since the
/// point before.
pub(super) fn gaps(input: &ChartInput, groups: &[Group]) -> Vec<usize> {
    let Some(calendar) = &input.calendar else { return Vec::new() };
    let between = |pair: &[Group]| match pair {
        [a, b] => calendar.sessions_between(a.date?, b.date?).into(),
        _ => None,
    };
    let steps: Vec<usize> = groups.windows(2).map(|pair| between(pair).unwrap_or(0)).collect();
    let usual = super::sums::median(steps.iter().map(|step| *step as f64).collect()).unwrap_or(0.0);
    let longer = |(index, step): (usize, &usize)| (*step as f64 > 1.5 * usual.max(1.0)).then_some(index + 1);
    steps.iter().enumerate().filter_map(longer).collect()
}
