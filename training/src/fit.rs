//! From labelled statements to a model: points of features, fitted so that the sums of the rule (`src/job/axes.rs`)
//! give the outcomes, and each axis its value where it is labelled. Every sum is taken in a fixed order and every
//! transcendental function comes from libm, so that the same corpus gives the same bytes on every machine.

use crate::corpus::Statement;
use crate::descent;
use crate::topics::is_topic;
use headwater::job::training::{VALUES, codes};
use std::collections::{BTreeMap, BTreeSet};

/// How a model is fitted. Chosen by leaving out one batch at a time; see `docs/classifier/notes.md`.
#[derive(Debug, Clone)]
pub struct Choices {
    /// How strongly weights are held small.
    pub restraint: f64,
    /// How much the label of an axis counts against that of the outcome.
    pub axes: f64,
    /// A feature must stand in so many statements.
    pub least: usize,
    /// Rare features may grow faster: the power of their rarity.
    pub rarity: f64,
    /// So many features are kept.
    pub keep: usize,
    /// Points are rounded to multiples of this.
    pub step: f64,
    pub steps: usize,
    /// How much a statement with a slip of the keyboard counts beside its original.
    pub slips: f64,
    /// How much a statement of batch `p` counts.
    pub plain: f64,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            restraint: 0.1,
            axes: 0.05,
            least: 2,
            rarity: 1.25,
            keep: 5000,
            step: 1.0,
            steps: 100,
            slips: 0.3,
            plain: 2.0,
        }
    }
}

const K: usize = VALUES.len();
/// Which outcome a value gives its points to.
const GIVES_TO: [usize; K] = [2, 0, 1, 2, 0, 1, 2, 3];
/// The values of each axis by their place among `VALUES`; `None` stands at 0.
#[allow(clippy::type_complexity)] // a table
const AXES: [(&str, &[(&str, Option<usize>)]); 4] = [
    ("unit", &[("one", None), ("many", Some(0))]),
    ("reach", &[("own", Some(1)), ("others", Some(2)), ("whole", Some(3))]),
    ("lacking", &[("tools", Some(4)), ("rally", Some(5)), ("way", Some(6))]),
    ("struggle", &[("yes", None), ("no", Some(7))]),
];

/// A fitted model before it is written.
pub struct Fitted {
    codes: Vec<u32>,
    /// For each feature, `K` whole numbers.
    weights: Vec<i8>,
    begin: [f64; K],
    step: f64,
}

/// One statement as training sees it.
struct Row {
    codes: Vec<u32>,
    outcome: usize,
    /// Place of the axis, place of its value.
    labels: Vec<(usize, usize)>,
    counts: f64,
}

/// Fits a model to the statements.
pub fn fit(statements: &[&Statement], choices: &Choices) -> Fitted {
    let mut rows = Vec::new();
    for statement in statements {
        let labels: Vec<_> = AXES
            .iter()
            .enumerate()
            .filter(|(_, (name, _))| statement.outcome != "none" || *name == "struggle")
            .filter_map(|(axis, (name, values))| {
                let label = statement.axes.get(*name)?;
                Some((axis, values.iter().position(|(value, _)| value == label)?))
            })
            .collect();
        let outcome = statement.outcome();
        let counts = if statement.batch() == 'p' { choices.plain } else { 1.0 };
        rows.push(Row { codes: codes(&statement.text, &is_topic), outcome, labels: labels.clone(), counts });
        if choices.slips > 0.0 {
            let text = crate::slips::slip(&statement.text, 8);
            rows.push(Row { codes: codes(&text, &is_topic), outcome, labels, counts: counts * choices.slips });
        }
    }

    let mut frequency = BTreeMap::<u32, usize>::new();
    for code in rows.iter().flat_map(|row| &row.codes) {
        *frequency.entry(*code).or_default() += 1;
    }
    frequency.retain(|_, count| *count >= choices.least);
    let rarity: BTreeMap<u32, f64> = frequency
        .iter()
        .map(|(code, count)| {
            let ratio = (1 + rows.len()) as f64 / (1 + count) as f64;
            (*code, libm::pow(libm::log(ratio) + 1.0, choices.rarity))
        })
        .collect();

    let all: Vec<u32> = frequency.keys().copied().collect();
    let (codes, points, begin) = solve(&rows, all, &rarity, choices);
    if codes.len() <= choices.keep {
        return round(codes, &points, begin, choices.step);
    }
    // Those that move most readings most are kept, and fitted again without the rest.
    let mut moving: Vec<(f64, u32)> = codes
        .iter()
        .zip(points.chunks_exact(K))
        .map(|(code, points)| {
            let length = points.iter().map(|point| point * point).sum::<f64>().sqrt();
            (length * (frequency[code] as f64).sqrt(), *code)
        })
        .collect();
    moving.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let kept: BTreeSet<u32> = moving.into_iter().take(choices.keep).map(|(_, code)| code).collect();
    let (codes, points, begin) = solve(&rows, kept.into_iter().collect(), &rarity, choices);
    round(codes, &points, begin, choices.step)
}

fn round(codes: Vec<u32>, points: &[f64], begin: [f64; K], step: f64) -> Fitted {
    let rounded: Vec<i8> = points.iter().map(|point| (point / step).round().clamp(-127.0, 127.0) as i8).collect();
    // Features whose points all round to nothing are left out.
    let kept: Vec<usize> = (0..codes.len()).filter(|&at| rounded[at * K..][..K].iter().any(|w| *w != 0)).collect();
    let weights = kept.iter().flat_map(|at| rounded[at * K..][..K].to_vec()).collect();
    Fitted { codes: kept.iter().map(|&at| codes[at]).collect(), weights, begin, step }
}

/// Points of the features, `K` for each, and where texts begin.
fn solve(
    rows: &[Row],
    codes: Vec<u32>,
    rarity: &BTreeMap<u32, f64>,
    choices: &Choices,
) -> (Vec<u32>, Vec<f64>, [f64; K]) {
    let known: Vec<Vec<(usize, f64)>> = rows
        .iter()
        .map(|row| {
            let found: Vec<_> = row.codes.iter().filter_map(|code| codes.binary_search(code).ok()).collect();
            let scale = 1.0 / (found.len().max(1) as f64).sqrt();
            found.into_iter().map(|at| (at, rarity[&codes[at]] * scale)).collect()
        })
        .collect();
    let count = codes.len();
    let solved = descent::least(count * K + K, choices.steps, |x, gradient| {
        gradient.fill(0.0);
        let mut loss = 0.0;
        for (row, known) in rows.iter().zip(&known) {
            let mut points = [0.0; K];
            points.copy_from_slice(&x[count * K..]);
            for &(at, value) in known {
                for (point, weight) in points.iter_mut().zip(&x[at * K..][..K]) {
                    *point += value * weight;
                }
            }
            let mut sums = [0.0; 4];
            for (point, to) in points.iter().zip(GIVES_TO) {
                sums[to] += point;
            }
            let mut slopes = [0.0; K];
            loss += row.counts
                * surprise(&sums, row.outcome, &mut |outcome, slope| {
                    for (to, total) in GIVES_TO.iter().zip(&mut slopes) {
                        if *to == outcome {
                            *total += row.counts * slope;
                        }
                    }
                });
            let weight = row.counts * choices.axes;
            for &(axis, label) in &row.labels {
                let values = AXES[axis].1;
                let odds: Vec<f64> = values.iter().map(|(_, at)| at.map_or(0.0, |at| points[at])).collect();
                loss += weight
                    * surprise(&odds, label, &mut |value, slope| {
                        if let Some(at) = values[value].1 {
                            slopes[at] += weight * slope;
                        }
                    });
            }
            for &(at, value) in known {
                for (total, slope) in gradient[at * K..][..K].iter_mut().zip(&slopes) {
                    *total += value * slope;
                }
            }
            for (total, slope) in gradient[count * K..].iter_mut().zip(&slopes) {
                *total += slope;
            }
        }
        for (total, weight) in gradient.iter_mut().zip(x).take(count * K) {
            loss += 0.5 * choices.restraint * weight * weight;
            *total += choices.restraint * weight;
        }
        loss
    });
    let mut begin = [0.0; K];
    begin.copy_from_slice(&solved[count * K..]);
    let points = (0..count * K).map(|at| solved[at] * rarity[&codes[at / K]]).collect();
    (codes, points, begin)
}

/// The negative log-probability of `label` under these log-odds; its slopes go to `slope`.
fn surprise(odds: &[f64], label: usize, slope: &mut dyn FnMut(usize, f64)) -> f64 {
    let most = odds.iter().copied().fold(f64::MIN, f64::max);
    let sum: f64 = odds.iter().map(|odds| libm::exp(odds - most)).sum();
    for (at, odds) in odds.iter().enumerate() {
        slope(at, libm::exp(odds - most) / sum - f64::from(u8::from(at == label)));
    }
    libm::log(sum) + most - odds[label]
}

impl Fitted {
    /// The file as `src/job/model.rs` reads it. `sharpness` multiplies all log-odds; `commits` is the threshold.
    pub fn file(&self, sharpness: f64, commits: f64) -> Vec<u8> {
        let count = u16::try_from(self.codes.len()).expect("at most 65,535 features");
        let mut file = vec![1];
        file.extend(count.to_le_bytes());
        file.push(0);
        for number in [self.step * sharpness, commits].into_iter().chain(self.begin.map(|points| points * sharpness)) {
            file.extend((number as f32).to_le_bytes());
        }
        let mut before = 0;
        for code in &self.codes {
            let mut gap = code - before;
            while gap >= 0x80 {
                file.push((gap & 0x7f) as u8 | 0x80);
                gap >>= 7;
            }
            file.push(gap as u8);
            before = *code;
        }
        for value in 0..K {
            file.extend(self.weights.iter().skip(value).step_by(K).map(|weight| weight.cast_unsigned()));
        }
        file
    }
}
