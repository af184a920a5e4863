//! Other ways to read, trained on the same statements: the majority, naive Bayes, and logistic regression on the
//! frequencies of words and pairs of words. What takes sentence embeddings is in `minilm.py`.

use crate::corpus::Statement;
use crate::descent;
use crate::measure::Judged;
use std::collections::BTreeMap;

/// A way to read, trained: its size in bytes as 32-bit numbers, and its judgements.
pub struct Other {
    pub name: &'static str,
    pub bytes: usize,
    pub judged: Vec<Judged>,
}

pub fn others(train: &[Statement], test: &[Statement]) -> Vec<Other> {
    vec![majority(train, test), naive_bayes(train, test), regression(train, test)]
}

fn judge(test: &[Statement], read: &dyn Fn(&str) -> [f64; 4]) -> Vec<Judged> {
    let judged = |one: &Statement| Judged { label: one.outcome(), probabilities: read(&one.text), commits: false };
    test.iter().map(judged).collect()
}

fn majority(train: &[Statement], test: &[Statement]) -> Other {
    let mut shares = [0.0; 4];
    train.iter().for_each(|one| shares[one.outcome()] += 1.0 / train.len() as f64);
    Other { name: "majority", bytes: 16, judged: judge(test, &|_| shares) }
}

/// Words and pairs of neighbours, in lower case, with how often each stands.
fn counts(text: &str) -> BTreeMap<String, f64> {
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    let mut counts = BTreeMap::new();
    for size in [1, 2] {
        for gram in words.windows(size) {
            *counts.entry(gram.join(" ")).or_insert(0.0) += 1.0;
        }
    }
    counts
}

/// Multinomial, with 0.3 added to every count.
fn naive_bayes(train: &[Statement], test: &[Statement]) -> Other {
    const ADDED: f64 = 0.3;
    let mut totals = [0.0; 4];
    let mut priors = [0.0; 4];
    let mut seen = BTreeMap::<String, [f64; 4]>::new();
    for one in train {
        priors[one.outcome()] += 1.0 / train.len() as f64;
        for (gram, count) in counts(&one.text) {
            seen.entry(gram).or_default()[one.outcome()] += count;
            totals[one.outcome()] += count;
        }
    }
    let size = seen.len() as f64;
    let read = |text: &str| {
        let mut odds = priors.map(libm::log);
        for (gram, count) in counts(text) {
            let Some(known) = seen.get(&gram) else { continue };
            for ((odds, known), total) in odds.iter_mut().zip(known).zip(totals) {
                *odds += count * libm::log((known + ADDED) / (total + ADDED * size));
            }
        }
        softmax(odds)
    };
    Other { name: "naive Bayes", bytes: seen.len() * 16, judged: judge(test, &read) }
}

/// Logistic regression on TF-IDF, as scikit-learn does it with sublinear counts and C = 10.
fn regression(train: &[Statement], test: &[Statement]) -> Other {
    let bags: Vec<_> = train.iter().map(|one| counts(&one.text)).collect();
    let mut places = BTreeMap::<&str, (usize, f64)>::new();
    for gram in bags.iter().flat_map(|bag| bag.keys()) {
        places.entry(gram).or_insert((0, 0.0)).1 += 1.0;
    }
    for (at, place) in places.values_mut().enumerate() {
        *place = (at, libm::log((1 + train.len()) as f64 / (1.0 + place.1)) + 1.0);
    }
    let vector = |bag: &BTreeMap<String, f64>| {
        let known = bag.iter().filter_map(|(gram, count)| {
            let (at, rarity) = places.get(gram.as_str())?;
            Some((*at, (1.0 + libm::log(*count)) * rarity))
        });
        let mut vector: Vec<(usize, f64)> = known.collect();
        let length = vector.iter().map(|(_, value)| value * value).sum::<f64>().sqrt().max(1e-9);
        vector.iter_mut().for_each(|(_, value)| *value /= length);
        vector
    };
    let rows: Vec<_> = bags.iter().map(vector).collect();
    let odds = |weights: &[f64], row: &[(usize, f64)]| {
        let mut odds = [0.0; 4];
        odds.copy_from_slice(&weights[places.len() * 4..]);
        for (at, value) in row {
            odds.iter_mut().zip(&weights[at * 4..][..4]).for_each(|(odds, weight)| *odds += value * weight);
        }
        odds
    };
    let weights = descent::least(places.len() * 4 + 4, 100, |weights, gradient| {
        gradient.fill(0.0);
        let mut loss = 0.0;
        for (one, row) in train.iter().zip(&rows) {
            let mut slopes = softmax(odds(weights, row));
            loss -= libm::log(slopes[one.outcome()].max(1e-300));
            slopes[one.outcome()] -= 1.0;
            for (at, value) in row {
                gradient[at * 4..][..4].iter_mut().zip(slopes).for_each(|(total, slope)| *total += value * slope);
            }
            gradient[places.len() * 4..].iter_mut().zip(slopes).for_each(|(total, slope)| *total += slope);
        }
        for (total, weight) in gradient.iter_mut().zip(weights).take(places.len() * 4) {
            loss += 0.05 * weight * weight;
            *total += 0.1 * weight;
        }
        loss
    });
    let read = |text: &str| softmax(odds(&weights, &vector(&counts(text))));
    Other { name: "logistic regression on TF-IDF", bytes: weights.len() * 4, judged: judge(test, &read) }
}

fn softmax(odds: [f64; 4]) -> [f64; 4] {
    let most = odds.iter().copied().fold(f64::MIN, f64::max);
    let powers = odds.map(|odds| libm::exp(odds - most));
    powers.map(|power| power / powers.iter().sum::<f64>())
}
