//! What the model sees of a text: the beginnings of its words, each alone and each with its neighbour, and roughly how
//! long the text is. Every feature is a number, so the model keeps numbers with weights and no list of words. Case,
//! punctuation and the endings of words are not seen, so they cannot change a reading.

use super::words::Word;

/// A feature, and the words from `first` to `last` that it came from.
pub(super) struct Feature {
    pub code: u32,
    pub first: usize,
    pub last: usize,
}

/// Codes are less than this. Of the codes of a small model one in fifty is taken, so few unknown words meet one.
#[cfg_attr(not(feature = "training"), allow(dead_code))]
pub(super) const CODES: u32 = 1 << BITS;
const BITS: u32 = 18;

/// So many characters of a word are seen.
const STEM: usize = 5;

/// The features of a text, in the order of its words.
pub(super) fn features(words: &[Word]) -> Vec<Feature> {
    let mut found = Vec::with_capacity(words.len() * 2 + 2);
    let mut before = EDGE;
    for (at, word) in words.iter().enumerate() {
        let stem = hash(&word.text);
        found.push(Feature { code: code(stem), first: at, last: at });
        found.push(Feature { code: code(mix(before).wrapping_add(stem)), first: at.saturating_sub(1), last: at });
        before = stem;
    }
    if let Some(last) = words.len().checked_sub(1) {
        found.push(Feature { code: code(mix(before).wrapping_add(EDGE)), first: last, last });
    }
    found
}

/// Stands before the first word and after the last.
const EDGE: u32 = 1;

/// FNV-1a over the beginning of a word.
fn hash(word: &str) -> u32 {
    let mut hash = 0x811c_9dc5;
    for c in word.chars().take(STEM) {
        hash = (hash ^ c as u32).wrapping_mul(0x0100_0193);
    }
    mix(hash)
}

/// Spreads every bit over all (a finaliser after T. Mueller’s “hash32”).
fn mix(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
    x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

fn code(hash: u32) -> u32 {
    mix(hash) >> (32 - BITS)
}
