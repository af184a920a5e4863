//! The training itself: cross-fitting for calibration and threshold, then the model of all training batches.

use crate::corpus::{Statement, batch, training_batches};
use crate::fit::{Choices, fit};
use crate::measure::{Figures, Judged, figures, judged, sharpened};
use headwater::job::training::reader;
use std::path::Path;

/// A trained model and how well its like read the batches that they had not seen.
pub struct Trained {
    pub file: Vec<u8>,
    pub sharpness: f64,
    pub commits: f64,
    /// For each batch that was left out in turn.
    pub folds: Vec<(char, Figures)>,
    /// All of them together.
    pub pooled: Figures,
}

/// Among the cross-fitted readings that commit, so many are to be right.
const PRECISION: f64 = 0.95;

/// All statements that training may see.
pub fn statements(corpus: &Path) -> Vec<Statement> {
    training_batches(corpus).into_iter().flat_map(|letter| batch(corpus, letter)).collect()
}

/// Trains on the batches of `corpus` that are not held out.
pub fn train(corpus: &Path, choices: &Choices) -> Trained {
    let all = statements(corpus);
    // The worked examples are too few to be left out in turn.
    let letters = training_batches(corpus).into_iter().filter(|letter| *letter != 'x');
    let raw: Vec<(char, Vec<Judged>)> = letters.map(|letter| (letter, left_out(&all, letter, choices))).collect();
    let pool: Vec<Judged> = raw.iter().flat_map(|(_, judged)| judged.clone()).collect();

    let sharp = |sharpness: f64| pool.iter().map(|one| sharpened(one, sharpness)).collect::<Vec<_>>();
    let sharpness = (20..=120)
        .map(|hundredths| f64::from(hundredths) / 100.0)
        .min_by(|a, b| figures(&sharp(*a)).surprise.total_cmp(&figures(&sharp(*b)).surprise))
        .unwrap_or(1.0);
    let calibrated = sharp(sharpness);
    let commits = (50..100)
        .map(|hundredths| f64::from(hundredths) / 100.0)
        .find(|commits| figures(&committing(&calibrated, *commits)).precision >= PRECISION)
        .unwrap_or(0.99);

    let measure = |judged: &[Judged]| {
        let judged: Vec<_> = judged.iter().map(|one| sharpened(one, sharpness)).collect();
        figures(&committing(&judged, commits))
    };
    Trained {
        file: fit(&all.iter().collect::<Vec<_>>(), choices).file(sharpness, commits),
        sharpness,
        commits,
        folds: raw.iter().map(|(letter, judged)| (*letter, measure(judged))).collect(),
        pooled: measure(&pool),
    }
}

/// Readings of one batch by a model of all the others.
fn left_out(all: &[Statement], letter: char, choices: &Choices) -> Vec<Judged> {
    let (test, rest): (Vec<_>, Vec<_>) = all.iter().partition(|statement| statement.batch() == letter);
    let read = reader(&fit(&rest, choices).file(1.0, 0.5)).expect("a file that can be read");
    test.iter().map(|one| judged(one, &read(&one.text.as_str().into()).expect("short enough"))).collect()
}

fn committing(judged: &[Judged], from: f64) -> Vec<Judged> {
    judged.iter().map(|one| Judged { commits: one.confidence() >= from, ..one.clone() }).collect()
}
