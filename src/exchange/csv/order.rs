//! Decides whether `03/04/2026` is a day in March or in April, from a whole column.

use super::DayOrder;
use super::dates::{DateCell, Day};
use crate::date::Date;

/// How the dates of a column are read, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Decision {
    /// `None` when no date depends on an order.
    pub(super) order: Option<DayOrder>,
    /// Some dates would be other days in the other order, and nothing certain speaks against it.
    pub(super) ambiguous: bool,
    /// How many dates exist only month-first and only day-first, when there are some of both.
    pub(super) mixed: Option<(usize, usize)>,
}

/// Decides by contradiction: a date that exists in one order only speaks for it. Where none does, the order that
/// makes the dates more evenly spaced, then the one with fewer weekends, then month-first.
pub(super) fn decide(cells: &[DateCell], asked: Option<DayOrder>) -> Decision {
    let (mut month_first, mut day_first, mut open, mut dotted, mut numeric) = (0, 0, 0, true, false);
    for cell in cells {
        let Day::Numeric { dotted: dots, .. } = cell.day else { continue };
        numeric = true;
        dotted &= dots;
        match (cell.in_order(DayOrder::Mdy), cell.in_order(DayOrder::Dmy)) {
            (Some(a), Some(b)) => open += usize::from(a != b),
            (Some(_), None) => month_first += 1,
            (None, Some(_)) => day_first += 1,
            (None, None) => {}
        }
    }
    let sure = |order| Decision { order: Some(order), ambiguous: false, mixed: None };
    if !numeric {
        return Decision { order: None, ambiguous: false, mixed: None };
    }
    if let Some(order) = asked {
        return sure(order);
    }
    match (month_first, day_first) {
        (1.., 0) => sure(DayOrder::Mdy),
        (0, 1..) => sure(DayOrder::Dmy),
        (0, 0) => {
            let order = if open == 0 || dotted { None } else { evener(cells) };
            // Nobody writes dots between month-first dates.
            let order = order.unwrap_or(if dotted { DayOrder::Dmy } else { DayOrder::Mdy });
            Decision { order: Some(order), ambiguous: open > 0, mixed: None }
        }
        _ => {
            let order = if day_first > month_first { DayOrder::Dmy } else { DayOrder::Mdy };
            Decision { order: Some(order), ambiguous: open > 0, mixed: Some((month_first, day_first)) }
        }
    }
}

/// The order in which the dates are more evenly spaced, or fall on fewer weekends; `None` if neither differs.
fn evener(cells: &[DateCell]) -> Option<DayOrder> {
    let read = |order| cells.iter().filter_map(|cell| cell.in_order(order)).collect::<Vec<_>>();
    let (month_first, day_first) = (read(DayOrder::Mdy), read(DayOrder::Dmy));
    let weekends = |dates: &[Date]| dates.iter().filter(|date| date.weekday() > 4).count() as f64;
    [(unevenness(&month_first), unevenness(&day_first)), (weekends(&month_first), weekends(&day_first))]
        .into_iter()
        .find_map(|(month_first, day_first)| {
            if month_first < day_first {
                Some(DayOrder::Mdy)
            } else if day_first < month_first {
                Some(DayOrder::Dmy)
            } else {
                None
            }
        })
}

/// How far the steps between dates stray from the middle one, as a share of the whole span: 0 for dates every day,
/// every school day, every week or every month. Infinite if the dates go back and forth.
fn unevenness(dates: &[Date]) -> f64 {
    let days: Vec<i32> = dates.iter().map(|date| date.day_number()).collect();
    let mut least = spread(&days);
    if dates.iter().all(|date| date.weekday() < 5) {
        // Day 0 was a Thursday.
        let school_days: Vec<i32> =
            days.iter().map(|day| (day + 3).div_euclid(7) * 5 + (day + 3).rem_euclid(7)).collect();
        least = least.min(spread(&school_days));
    }
    if dates.windows(2).all(|pair| matches!(pair, [a, b] if a.day() == b.day())) {
        let months: Vec<i32> = dates.iter().map(|date| i32::from(date.year()) * 12 + i32::from(date.month())).collect();
        least = least.min(spread(&months));
    }
    least
}

fn spread(times: &[i32]) -> f64 {
    let sign = if times.first() > times.last() { -1.0 } else { 1.0 };
    let mut steps = Vec::with_capacity(times.len());
    for pair in times.windows(2) {
        if let [a, b] = pair
            // Several rows of one date are one step of the series.
            && a != b
        {
            steps.push(sign * f64::from(b - a));
        }
    }
    steps.sort_unstable_by(f64::total_cmp);
    match (steps.first(), steps.get(steps.len() / 2)) {
        (Some(least), _) if *least < 0.0 => f64::INFINITY,
        (_, Some(median)) => {
            let strayed: f64 = steps.iter().map(|step| (step - median).abs()).sum();
            strayed / steps.iter().sum::<f64>()
        }
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(dates: &str) -> (Option<DayOrder>, bool) {
        let cells: Vec<_> = dates.split(' ').map(|cell| DateCell::read(cell).unwrap()).collect();
        let decision = decide(&cells, None);
        (decision.order, decision.ambiguous)
    }

    #[test]
    fn one_date_that_cannot_be_otherwise_decides_for_all() {
        assert_eq!(decided("03/04/2026 03/14/2026"), (Some(DayOrder::Mdy), false));
        assert_eq!(decided("03/04/2026 14/03/2026"), (Some(DayOrder::Dmy), false));
        assert_eq!(decided("2026-03-04"), (None, false));
    }

    #[test]
    fn where_nothing_decides_the_evener_order_is_taken_and_said_to_be_open() {
        for (dates, order) in [
            // The school days of September 2026 up to the 11th, with and without Labor Day.
            ("09/01/2026 09/02/2026 09/03/2026 09/04/2026 09/08/2026 09/09/2026", DayOrder::Mdy),
            ("01/09/2026 02/09/2026 03/09/2026 04/09/2026 07/09/2026 08/09/2026", DayOrder::Dmy),
            ("08/09/2026 07/09/2026 04/09/2026 03/09/2026", DayOrder::Dmy),
            // The first of each month, or a Friday to a Monday in January.
            ("01/09/2026 01/10/2026 01/11/2026 01/12/2026", DayOrder::Dmy),
            ("09/01/2026 10/01/2026 11/01/2026 12/01/2026", DayOrder::Mdy),
            // Weeks.
            ("05/10/2026 12/10/2026", DayOrder::Dmy),
            ("10/05/2026 10/12/2026", DayOrder::Mdy),
            ("03/04/2026", DayOrder::Mdy),
            ("03.04.2026", DayOrder::Dmy),
        ] {
            assert_eq!(decided(dates), (Some(order), true), "{dates}");
        }
        assert_eq!(decided("03/03/2026 04/04/2026"), (Some(DayOrder::Mdy), false));
    }

    #[test]
    fn a_mixed_column_follows_its_majority() {
        let cells: Vec<_> =
            ["14/09/2026", "15/09/2026", "9/16/2026", "01/02/2026"].map(|cell| DateCell::read(cell).unwrap()).into();
        let expected = Decision { order: Some(DayOrder::Dmy), ambiguous: true, mixed: Some((1, 2)) };
        assert_eq!(decide(&cells, None), expected);
        assert_eq!(decide(&cells, Some(DayOrder::Mdy)).order, Some(DayOrder::Mdy));
    }
}
