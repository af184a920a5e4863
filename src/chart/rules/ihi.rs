//! The run chart rules taught by the Institute for Healthcare Improvement: Perla, Provost and Murray, “The run chart”,
//! BMJ Quality and Safety 20 (2011), doi 10.1136/bmjqs.2009.037895. Their fourth rule, an “astronomical” point that
//! all who know the chart agree is unusual, is a judgement and is left to people.
//!
//! The trend rule is kept because it is taught. It gives many false alarms and finds little: Anhøj and Olesen 2014
//! call it of no use. A reading that rests on it says so.

use super::{Pattern, Phase, Rule, RuleId, Test};
use crate::chart::runs::USEFUL_FOR_A_VERDICT;

pub(super) static RULES: [Rule; 4] = [
    Rule { id: RuleId::Shift, test: Test::SameSide { length: 6, pass_over: true } },
    Rule { id: RuleId::Trend, test: Test::Monotone { length: 5, ties_once: true } },
    Rule { id: RuleId::FewRuns, test: Test::Runs { too_few: true } },
    Rule { id: RuleId::ManyRuns, test: Test::Runs { too_few: false } },
];

/// Fewer runs, or more, than chance makes usual: a matter of the whole phase.
pub(super) fn runs(rule: RuleId, phase: &Phase<'_>, too_few: bool) -> Option<Pattern> {
    let useful = phase.runs.useful;
    let found = phase.runs.crossings + 1;
    let (fewest, most) = usual_runs(useful).filter(|_| useful >= USEFUL_FOR_A_VERDICT)?;
    let (signal, limit) = if too_few { (found < fewest, fewest) } else { (found > most, most) };
    let (start, end) = (phase.places.first()?.index, phase.places.last()?.index);
    signal.then(|| Pattern { rule, start, end, members: Vec::new(), side: None, found, limit })
}

/// The fewest and the most runs that are usual when the points are split evenly about the median: the critical values
/// at 5% on either side (Swed and Eisenhart, Annals of Mathematical Statistics 14, 1943).
fn usual_runs(useful: usize) -> Option<(usize, usize)> {
    let (fewer, more) = (useful / 2, useful - useful / 2);
    if fewer == 0 {
        return None;
    }
    // The chance of r runs is a product of chances to break each side into so many; go up from both ends by ratios.
    let lower = tail(fewer, more, false)?;
    let upper = tail(fewer, more, true)?;
    Some((lower, upper))
}

/// The last number of runs, going inwards from one end, up to which the chances sum to 5% or less.
fn tail(fewer: usize, more: usize, from_top: bool) -> Option<usize> {
    let (least, most) = (2, 2 * fewer + usize::from(more > fewer));
    let chances: Vec<f64> = chances(fewer, more);
    let total: f64 = chances.iter().sum();
    let mut sum = 0.0;
    let mut last = None;
    for step in 0..chances.len() {
        let runs = if from_top { most - step } else { least + step };
        sum += chances.get(runs - least)?;
        if sum > 0.05 * total {
            break;
        }
        last = Some(runs);
    }
    last
}

/// The chances of 2, 3, … runs, up to a common factor.
fn chances(fewer: usize, more: usize) -> Vec<f64> {
    // Ways to break each side into k stretches, relative to the most likely, so that nothing overflows.
    let ways = |count: usize| -> Vec<f64> {
        let trials = count - 1;
        let middle = trials / 2;
        let mut ways = vec![0.0; count + 1];
        let mut weight = 1.0;
        for k in (0..=middle).rev() {
            if let Some(slot) = ways.get_mut(k) {
                *slot = weight;
            }
            weight *= k as f64 / (trials - k + 1) as f64;
        }
        weight = 1.0;
        for k in middle..trials {
            weight *= (trials - k) as f64 / (k + 1) as f64;
            if let Some(slot) = ways.get_mut(k + 1) {
                *slot = weight;
            }
        }
        ways
    };
    let (a, b) = (ways(fewer), ways(more));
    let at = |ways: &[f64], k: usize| ways.get(k).copied().unwrap_or(0.0);
    (2..=2 * fewer + usize::from(more > fewer))
        .map(|runs| {
            let k = runs / 2;
            if runs.is_multiple_of(2) {
                2.0 * at(&a, k - 1) * at(&b, k - 1)
            } else {
                at(&a, k) * at(&b, k - 1) + at(&a, k - 1) * at(&b, k)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::usual_runs;

    #[test]
    fn the_usual_numbers_of_runs_follow_from_the_exact_distribution() {
        // Counted by going through every way to place as many points above as below.
        for useful in 10..=16_usize {
            let mut counts = vec![0_u32; useful + 1];
            for sides in 0..1_u32 << useful {
                if sides.count_ones() as usize == useful / 2 {
                    let changes = (sides ^ (sides >> 1)) & ((1 << (useful - 1)) - 1);
                    counts[changes.count_ones() as usize + 1] += 1;
                }
            }
            let total: u32 = counts.iter().sum();
            let within = |tail: u32| 20 * tail <= total;
            let fewest = (1..useful).take_while(|&runs| within(counts[..=runs].iter().sum())).last();
            let most = (1..=useful).rev().take_while(|&runs| within(counts[runs..].iter().sum())).last();
            assert_eq!(usual_runs(useful), fewest.zip(most), "{useful} points");
        }
        assert_eq!(usual_runs(20), Some((6, 16)));
        assert!(usual_runs(200_000).is_some());
    }
}
