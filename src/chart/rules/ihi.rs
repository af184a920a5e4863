//! The run chart rules taught by the Institute for Healthcare Improvement: Perla, Provost and Murray, “The run chart”,
//! BMJ Quality and Safety 20 (2011), doi 10.1136/bmjqs.2009.037895. Their fourth rule, an “astronomical” point that
//! all who know the chart agree is unusual, is a judgement and is left to people.
//!
//! The trend rule is kept because it is taught. It gives many false alarms and finds little: Anhøj and Olesen 2014
//! call it of no use. A reading that rests on it says so.

use super::{Phase, Rule, RuleId, Test};
use crate::chart::runs::{USEFUL_FOR_A_VERDICT, binomial};

pub(super) static RULES: [Rule; 4] = [
    Rule { id: RuleId::Shift, test: Test::SameSide { length: 6, pass_over: true } },
    Rule { id: RuleId::Trend, test: Test::Monotone { length: 5, ties_once: true } },
    Rule { id: RuleId::FewRuns, test: Test::Runs { too_few: true } },
    Rule { id: RuleId::ManyRuns, test: Test::Runs { too_few: false } },
];

/// How many runs there are and how many would be usual, where chance makes so few, or so many, unusual.
pub(super) fn runs(phase: &Phase<'_>, too_few: bool) -> Option<(usize, usize)> {
    let useful = phase.runs.useful;
    let found = phase.runs.crossings + 1;
    let (fewest, most) = usual_runs(useful).filter(|_| useful >= USEFUL_FOR_A_VERDICT)?;
    let (signal, limit) = if too_few { (found < fewest, fewest) } else { (found > most, most) };
    signal.then_some((found, limit))
}

/// The fewest and the most runs that are usual when the points are split evenly about the median: the critical values
/// at 5% on either side (Swed and Eisenhart, Annals of Mathematical Statistics 14, 1943).
fn usual_runs(useful: usize) -> Option<(usize, usize)> {
    let (fewer, more) = (useful / 2, useful - useful / 2);
    // Each side breaks into so many stretches; the numbers of the two differ by at most one.
    let (a, b) = (binomial(fewer.checked_sub(1)?), binomial(more - 1));
    let most = 2 * fewer + usize::from(more > fewer);
    let mut chances = Vec::with_capacity(most);
    for runs in 2..=most {
        let (i, j) = ((runs - 1) / 2, runs / 2 - 1);
        chances.push(a.weight(i) * b.weight(j) + a.weight(j) * b.weight(i));
    }
    let tail = 0.05 * chances.iter().sum::<f64>();
    // How many chances from one end sum to 5% or less.
    let within = |chances: &mut dyn Iterator<Item = &f64>| {
        let mut sum = 0.0;
        let fits = |chance: &&f64| {
            sum += **chance;
            sum <= tail
        };
        Some(chances.take_while(fits).count()).filter(|count| *count > 0)
    };
    Some((within(&mut chances.iter())? + 1, most + 1 - within(&mut chances.iter().rev())?))
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
