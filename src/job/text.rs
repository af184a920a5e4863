//! What a text says: points for the values of the axes, and the words that gave them.

use super::features::features;
use super::model::{Model, VALUES};
use super::words::Word;
use super::{Axis, Value};

/// Words of a text that speak for a value of an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextEvidence {
    pub value: Value,
    /// Log-odds, more than 0.
    pub weight: f64,
    /// UTF-16 start and end.
    pub span: (usize, usize),
}

/// Points of each value, by its place among all values; `One` and `Yes` stand at 0.
pub(super) type Points = [f64; 10];

/// What was heard.
pub(super) struct Heard {
    pub points: Points,
    pub evidence: Vec<TextEvidence>,
    /// How many different features of the text the model knows.
    pub known: usize,
}

/// Hears `words`. Said twice is not said louder: each feature counts where it first stands.
pub(super) fn hear(model: &Model, words: &[Word]) -> Heard {
    let mut seen = vec![false; model.len()];
    let mut hits = Vec::new();
    for feature in features(words) {
        if let Some(place) = model.find(feature.code)
            && let Some(seen) = seen.get_mut(place)
            && !std::mem::replace(seen, true)
        {
            hits.push((place, feature));
        }
    }
    let mut points = Points::default();
    for (value, begin) in VALUES.into_iter().zip(model.begin) {
        points[value as usize] = begin;
    }
    // The points of a feature belong to its words in equal parts.
    let mut by_word = vec![Points::default(); words.len()];
    for (place, feature) in &hits {
        let given = model.points(*place, hits.len());
        let part = 1.0 / (feature.last - feature.first + 1) as f64;
        for (value, given) in VALUES.into_iter().zip(given) {
            points[value as usize] += given;
            for word in by_word.get_mut(feature.first..=feature.last).unwrap_or_default() {
                word[value as usize] += given * part;
            }
        }
    }
    Heard { points, evidence: phrases(words, &by_word), known: hits.len() }
}

/// How far points speak for a value against the others of its axis, in log-odds.
fn speaks(points: &Points, value: Value) -> f64 {
    let of = |value: Value| points[value as usize];
    let sum = |axis: Axis| axis.values().iter().map(|&value| of(value)).sum::<f64>();
    match value.axis() {
        Axis::Unit => {
            if value == Value::Many {
                of(value)
            } else {
                -of(Value::Many)
            }
        }
        // A struggle is heard in whatever speaks for a Job: on average over the three.
        Axis::Struggle => {
            let yes = (sum(Axis::Unit) + sum(Axis::Reach) + sum(Axis::Lacking)) / 3.0 - of(Value::No);
            if value == Value::Yes { yes } else { -yes }
        }
        axis => of(value) - (sum(axis) - of(value)) / 2.0,
    }
}

/// Fewer log-odds than this are no evidence worth showing …
const LEAST: f64 = 0.35;
/// … each word of a phrase costs this, so that phrases are short …
const PER_WORD: f64 = 0.1;
/// … what is this much weaker than the strongest is left out …
const BESIDE_STRONGEST: f64 = 0.2;
/// … and no more are shown than this.
const MOST: usize = 8;

/// The phrases that speak most, in the order of the text.
fn phrases(words: &[Word], by_word: &[Points]) -> Vec<TextEvidence> {
    let mut found: Vec<TextEvidence> = Vec::new();
    for value in Axis::ALL.into_iter().flat_map(|axis| axis.values().iter().copied()) {
        // The stretches of a clause whose words speak for the value (Kadane’s algorithm, begun anew after each).
        let (mut start, mut sum, mut best, mut end) = (0, 0.0, 0.0, 0);
        for at in 0..=words.len() {
            let word = words.get(at);
            let speaks = by_word.get(at).map_or(0.0, |points| speaks(points, value)) - PER_WORD;
            let broken = word.is_none_or(|word| word.opens) || sum + speaks <= 0.0 || sum + speaks < best / 2.0;
            if broken {
                let place = words.get(start).zip(words.get(end));
                if let Some((first, last)) = place.filter(|_| best >= LEAST) {
                    found.push(TextEvidence { value, weight: best, span: (first.span.0, last.span.1) });
                }
                (start, sum, best) = (at, 0.0, 0.0);
            }
            if sum <= 0.0 {
                (start, sum) = (at, 0.0);
            }
            sum += speaks;
            if sum > best {
                (best, end) = (sum, at);
            }
        }
    }
    crate::order::sort_by(&mut found, |a, b| b.weight.total_cmp(&a.weight).then(a.span.cmp(&b.span)));
    let strongest = found.first().map_or(0.0, |first| first.weight);
    found.retain(|phrase| phrase.weight >= strongest * BESIDE_STRONGEST);
    found.truncate(MOST);
    crate::order::sort_by(&mut found, |a, b| (a.span, a.value).cmp(&(b.span, b.value)));
    found
}
