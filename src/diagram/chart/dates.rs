//! The axis of time: which points are named, and where time made a leap.

use super::super::PictureOptions;
use super::super::order::in_order;
use super::PlottedPoint;
use crate::Date;

/// The most days that are named one by one on the widest chart.
const MOST_DAYS: usize = 120;

/// A name under a point; the more important ones are placed first.
pub struct Tick {
    /// Index of the point, or its place from the left where it is none.
    pub at: Place,
    /// What stands under it.
    pub label: String,
    /// 0 for the most important.
    pub rank: u8,
}

/// Where a name stands.
pub enum Place {
    /// Under a point.
    Point(usize),
    /// So many px from the left.
    At(f64),
}

/// A day as a person writes it: "9 Sep 2024".
pub fn in_full(date: Date, options: &PictureOptions) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    options.sentence("picture-day", &[("day", &day), ("month", &month(date, options)), ("year", &year)])
}

/// A day within a year that is said elsewhere: "9 Sep".
fn in_short(date: Date, options: &PictureOptions) -> String {
    options.sentence("picture-day-month", &[("day", &date.day().to_string()), ("month", &month(date, options))])
}

/// From one day to another: "9 Sep – 18 Oct 2024". One day alone where there is no other.
pub fn span(from: Option<Date>, to: Option<Date>, options: &PictureOptions) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => {
            let first = if from.year() == to.year() { in_short(from, options) } else { in_full(from, options) };
            format!("{first} – {}", in_full(to, options))
        }
        (from, to) => from.or(to).map_or(String::new(), |date| in_full(date, options)),
    }
}

fn month(date: Date, options: &PictureOptions) -> String {
    let mut names = options.word("picture-months").split('|');
    names.nth(usize::from(date.month().unsigned_abs()).saturating_sub(1)).unwrap_or_default().to_owned()
}

/// The points before which much more time went by than between others: over three times the usual step.
pub fn leaps(points: &[PlottedPoint]) -> Vec<usize> {
    let steps: Vec<(usize, i32)> = points
        .iter()
        .zip(points.iter().skip(1))
        .enumerate()
        .filter_map(|(i, (a, b))| Some((i + 1, b.date?.day_number() - a.date?.day_number())))
        .collect();
    let lengths: Vec<f64> = steps.iter().map(|&(_, step)| f64::from(step)).collect();
    let Some(&middle) = in_order(&lengths).get(lengths.len() / 2) else { return Vec::new() };
    let usual = steps[middle].1;
    if usual <= 0 {
        return Vec::new();
    }
    steps.into_iter().filter(|&(_, step)| step > usual.saturating_mul(3)).map(|(i, _)| i).collect()
}

/// Names for the axis, and the years under them.
pub fn ticks(
    points: &[PlottedPoint],
    leaps: &[usize],
    fits_all: impl Fn(&[Tick]) -> bool,
    options: &PictureOptions,
) -> (Vec<Tick>, Vec<Tick>) {
    let dated: Vec<(usize, Date)> = points.iter().enumerate().filter_map(|(i, point)| Some((i, point.date?))).collect();
    if dated.is_empty() || points.iter().any(|point| point.label.is_some()) {
        let all = points.iter().enumerate().map(|(index, point)| {
            let number = (index + 1).to_string();
            let rank = if index == 0 {
                0
            } else if (index + 1) % 10 == 0 {
                1
            } else if (index + 1) % 5 == 0 {
                2
            } else {
                3
            };
            Tick {
                at: Place::Point(index),
                label: point.label.as_deref().map_or(number, super::super::text::clean),
                rank,
            }
        });
        return (all.collect(), Vec::new());
    }
    let years = turns(&dated, |date| i32::from(date.year()));
    let year_of =
        |&(index, date): &(usize, Date)| Tick { at: Place::Point(index), label: date.year().to_string(), rank: 0 };
    let span =
        dated.last().map_or(0, |last| last.1.day_number()) - dated.first().map_or(0, |first| first.1.day_number());
    if years.len() == dated.len() && years.len() > 1 {
        return (dated.iter().map(year_of).collect(), Vec::new());
    }
    let day = |&(index, date): &(usize, Date)| {
        let rank = if index == 0 {
            0
        } else if date.weekday() == 0 {
            1
        } else {
            2
        };
        Tick { at: Place::Point(index), label: in_short(date, options), rank }
    };
    // The terms of the school stand in the place of years where the host gives them.
    let term = |(name, start, end): &(String, Date, Option<Date>)| {
        let within = |&(_, date): &(usize, Date)| date >= *start && end.is_none_or(|end| date <= end);
        let index = dated.iter().position(within)?;
        Some(Tick { at: Place::Point(dated[index].0), label: super::super::text::clean(name), rank: 0 })
    };
    let terms = || -> Vec<Tick> { options.terms.iter().filter_map(term).collect() };
    let years_below =
        || Some(terms()).filter(|terms| !terms.is_empty()).unwrap_or_else(|| years.iter().map(year_of).collect());
    // So many days never have room, and need not be written to know it.
    let days: Vec<Tick> = if span < 70 || dated.len() <= MOST_DAYS { dated.iter().map(day).collect() } else { vec![] };
    if span < 70 || (!days.is_empty() && fits_all(&days)) {
        return (days, years_below());
    }
    let months = turns(&dated, |date| i32::from(date.year()) * 12 + i32::from(date.month()));
    let starts = |index: usize| index == 0 || leaps.contains(&index) || years.iter().any(|&(year, _)| year == index);
    let month_of = |&(index, date): &(usize, Date)| {
        let rank = u8::from(!starts(index));
        Tick { at: Place::Point(index), label: month(date, options), rank }
    };
    // Every month, every second, third or sixth; years alone where not even that has room.
    for every in [1, 2, 3, 6] {
        let kept = months.iter().filter(|(index, date)| (date.month() - 1) % every == 0 || starts(*index));
        let ticks: Vec<Tick> = kept.map(month_of).collect();
        if fits_all(&ticks) {
            return (ticks, years_below());
        }
    }
    let first_of_year: Vec<Tick> = years.iter().map(month_of).collect();
    if fits_all(&first_of_year) {
        return (first_of_year, years_below());
    }
    (years.iter().map(year_of).collect(), Vec::new())
}

/// The first point of each stretch with the same key.
fn turns(dated: &[(usize, Date)], key: impl Fn(Date) -> i32) -> Vec<(usize, Date)> {
    let mut last = None;
    let mut out = Vec::new();
    for &(index, date) in dated {
        if last != Some(key(date)) {
            last = Some(key(date));
            out.push((index, date));
        }
    }
    out
}
