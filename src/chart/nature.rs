//! What kind of data a series is: whether neighbours are alike, days of the week differ, or rates scatter more than
//! chance makes them. Limits that rest on chance alone give false alarms on such data.

use super::series::Group;
use super::sums::{mean, total};
use crate::order::by_number;

/// Fewer values than this say nothing about their neighbours.
const FEWEST: usize = 20;

/// How alike neighbours are, if that is more than chance: the correlation of each value with the one before, beyond two
/// standard errors of 1/√n (Box and Jenkins, *Time Series Analysis*). `phases` are deviations from their own mean.
pub(super) fn correlation<'a>(phases: impl Iterator<Item = &'a [Group]>) -> Option<f64> {
    let (mut together, mut alone, mut count) = (0.0, 0.0, 0_usize);
    for groups in phases {
        let values = || groups.iter().filter(|group| !group.excluded).map(|group| group.value);
        let centre = mean(&values().flatten().collect::<Vec<_>>()).unwrap_or(0.0);
        let mut before: Option<f64> = None;
        for value in values() {
            let value = value.map(|value| value - centre);
            count += usize::from(value.is_some());
            alone += value.map_or(0.0, |value| value * value);
            together += value.zip(before).map_or(0.0, |(value, before)| value * before);
            before = value;
        }
    }
    let found = together / alone;
    (count >= FEWEST && found > 2.0 / (count as f64).sqrt()).then_some(found)
}

/// Whether days of the week differ by more than chance: the test of Kruskal and Wallis (1952) at 1%.
pub(super) fn weekdays_differ(groups: &[Group]) -> bool {
    /// Critical values of chi-squared at 1% for 1 to 6 degrees of freedom.
    const CRITICAL: [f64; 6] = [6.635, 9.210, 11.345, 13.277, 15.086, 16.812];
    const FEWEST_OF_A_DAY: usize = 4;
    let dated: Vec<(usize, f64)> =
        groups.iter().filter_map(|group| Some((usize::from(group.date?.weekday()), group.value?))).collect();
    let order = by_number(dated.iter().map(|(_, value)| *value));
    let mut ranks = [(0_usize, 0.0_f64); 7];
    let mut at = 0;
    // Values that tie share the mean of their ranks.
    for tied in order.chunk_by(|&a, &b| dated[a].1 == dated[b].1) {
        let rank = at as f64 + (tied.len() as f64 + 1.0) / 2.0;
        for &index in tied {
            let (count, sum) = &mut ranks[dated[index].0];
            *count += 1;
            *sum += rank;
        }
        at += tied.len();
    }
    let days: Vec<&(usize, f64)> = ranks.iter().filter(|(count, _)| *count > 0).collect();
    if days.iter().any(|(count, _)| *count < FEWEST_OF_A_DAY) {
        return false;
    }
    let count = dated.len() as f64;
    let squares: f64 = days.iter().map(|(count, sum)| sum * sum / *count as f64).sum();
    let found = 12.0 / (count * (count + 1.0)) * squares - 3.0 * (count + 1.0);
    days.len().checked_sub(2).and_then(|freedom| CRITICAL.get(freedom)).is_some_and(|critical| found > *critical)
}

/// Whether most values lie one day after the one before, but for weekends.
pub(super) fn is_daily(groups: &[Group]) -> bool {
    let days: Vec<i32> = groups.iter().filter_map(|group| Some(group.date?.day_number())).collect();
    let next = days.windows(2).filter(|pair| matches!(pair, [a, b] if b - a == 1)).count();
    2 * next > days.len()
}

/// How many times wider rates scatter than chance alone makes them, where that is more than chance: sigma z of Laney
/// (2002). That 1 + 2.5/√n is more than chance is our own bound, about three standard errors.
pub(super) fn overdispersion(groups: &[Group], binomial: bool) -> Option<f64> {
    let size = |group: &Group| group.size.unwrap_or(1.0);
    let present = || groups.iter().filter(|group| group.value.is_some() && !group.excluded);
    let centre = total(&present().filter_map(|group| group.sum).collect::<Vec<_>>())
        / total(&present().map(size).collect::<Vec<_>>());
    let spread = if binomial { centre * (1.0 - centre) } else { centre };
    let scores: Vec<f64> =
        present().filter_map(|group| Some((group.value? - centre) / (spread / size(group)).sqrt())).collect();
    let steps: Vec<f64> = scores.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let found = mean(&steps)? / 1.128;
    (scores.len() >= FEWEST && found > 1.0 + 2.5 / (scores.len() as f64).sqrt()).then_some(found)
}
