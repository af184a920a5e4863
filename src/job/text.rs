//! Evidence in a text. This file is a seam: whatever reads the words, the rest of the module sees [`TextEvidence`].
//! Here the reader is a table of weighted phrases, [`PHRASES`].
//!
//! A phrase is a row of elements over plain words (see [`super::words`]):
//! `word`, one of `some|words`, a beginning `organi*`, a class `<others>`, an optional element `that?`,
//! and a gap of up to three words `..`.

use super::Value;
use super::phrases::{CLASSES, PHRASES};
use super::words::{Word, words};
use crate::letters::is_among;

/// Words of a text that speak for a value of an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextEvidence {
    pub value: Value,
    /// Log-odds, more than 0.
    pub weight: f64,
    /// UTF-16 start and end.
    pub span: (usize, usize),
}

/// What `text` says, in the order of the text. Said twice is not said louder: each phrase counts once.
pub(super) fn read_text(text: &str) -> Vec<TextEvidence> {
    let words = words(text);
    let mut hits = find_all(&words);

    // Where phrases of one axis overlap, the clearest counts, and of those the longest: “not one problem” before
    // “one problem”.
    crate::order::sort_by(&mut hits, |a, b| {
        b.weight.total_cmp(&a.weight).then(b.len().cmp(&a.len())).then(a.start.cmp(&b.start))
    });
    let mut taken = vec![0u8; words.len()];
    let mut heard = Vec::new();
    hits.retain(|hit| {
        let bit = 1u8 << (hit.value.axis() as u8);
        let Some(place) = taken.get_mut(hit.start..hit.end) else { return false };
        if place.iter().any(|axes| axes & bit != 0) {
            return false;
        }
        place.iter_mut().for_each(|axes| *axes |= bit);
        let first = !heard.contains(&hit.phrase);
        heard.push(hit.phrase);
        first
    });
    crate::order::sort_by(&mut hits, |a, b| (a.start, a.end, a.value).cmp(&(b.start, b.end, b.value)));

    let mut found = Vec::with_capacity(hits.len());
    for hit in hits {
        let place = words.get(hit.start..hit.end).unwrap_or_default();
        if let (Some(first), Some(last)) = (place.first(), place.last()) {
            found.push(TextEvidence { value: hit.value, weight: hit.weight, span: (first.span.0, last.span.1) });
        }
    }
    found
}

/// A phrase found in words `start..end`.
struct Hit {
    phrase: usize,
    value: Value,
    weight: f64,
    start: usize,
    end: usize,
}

impl Hit {
    fn len(&self) -> usize {
        self.end - self.start
    }
}

fn find_all(words: &[Word]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut phrase = 0;
    for &(value, weight, patterns) in PHRASES {
        for pattern in patterns.lines() {
            for start in 0..words.len() {
                let (before, from_here) = words.split_at(start);
                if let Some(length) = matched(pattern, from_here)
                    && !denied(before)
                {
                    hits.push(Hit { phrase, value, weight, start, end: start + length });
                }
            }
            phrase += 1;
        }
    }
    hits
}

/// Words that deny what follows, and small words that may stand between.
const DENIALS: &str = "not no never without hardly nor neither isn";
const BETWEEN: &str = "a an any the just only really simply merely even about because so my our this that it is of been be \
    have some such";

/// Whether the words before a phrase deny it: “not a compliance thing”.
fn denied(before: &[Word]) -> bool {
    let mut last = before.iter().rev().take(4).map(|word| &word.text);
    last.find(|word| !is_among(BETWEEN, ' ', word)).is_some_and(|word| is_among(DENIALS, ' ', word))
}

/// How many words from the first on match a pattern, with gaps as short as possible; `None` if they do not match.
fn matched(pattern: &str, words: &[Word]) -> Option<usize> {
    if pattern.is_empty() {
        return Some(0);
    }
    let (element, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
    if element == ".." {
        return (0..=GAP).find_map(|skip| Some(skip + matched(rest, words.get(skip..)?)?));
    }
    let spellings = element.strip_suffix('?');
    if let Some((word, after)) = words.split_first()
        && fits(spellings.unwrap_or(element), '|', &word.text)
        && let Some(length) = matched(rest, after)
    {
        return Some(length + 1);
    }
    // An element that may be left out.
    spellings.and_then(|_| matched(rest, words))
}

/// Whether a word is one of these.
fn fits(spellings: &str, between: char, word: &str) -> bool {
    spellings.split(between).any(|spelling| {
        if spelling.starts_with('<') {
            CLASSES.iter().any(|(name, members)| *name == spelling && fits(members, ' ', word))
        } else {
            spelling == word || spelling.strip_suffix('*').is_some_and(|beginning| word.starts_with(beginning))
        }
    })
}

/// The most words a gap skips.
const GAP: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    /// The first spelling of an element.
    fn first_of(element: &str) -> &str {
        let first = element.trim_end_matches('?').split('|').next().unwrap();
        let members = CLASSES.iter().find(|(name, _)| *name == first).map(|(_, members)| *members);
        members.map_or(first, |members| members.split(' ').next().unwrap())
    }

    #[test]
    fn every_phrase_can_be_found() {
        let mut count = 0;
        for (value, weight, patterns) in PHRASES {
            for pattern in patterns.lines() {
                count += 1;
                let elements: Vec<_> = pattern.split(' ').collect();
                assert!(!matches!(elements.first(), Some(&"..")) && !elements[0].ends_with('?'), "{pattern}");
                assert!(!matches!(elements.last(), Some(&"..")), "{pattern}");
                assert!(*weight > 0.0 && *weight <= 3.0, "{pattern}");

                let spellings = elements.iter().filter(|&&element| element != "..");
                for spelling in spellings.clone().flat_map(|element| element.trim_end_matches('?').split('|')) {
                    let class = CLASSES.iter().find(|(name, _)| *name == spelling);
                    for plain in class.map_or(spelling, |(_, members)| *members).split(' ') {
                        let plain = plain.strip_suffix('*').unwrap_or(plain);
                        assert!(
                            !plain.is_empty() && plain.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
                            "{pattern}: {plain}"
                        );
                    }
                }
                // Taking the first spelling of each element makes a text in which the phrase is found.
                let sample: Vec<_> = spellings.map(|element| first_of(element).trim_end_matches('*')).collect();
                let found = find_all(&words(&sample.join(" ")));
                assert!(found.iter().any(|hit| hit.value == *value), "{pattern}: {sample:?}");
            }
        }
        assert!(count >= 120);
    }

    #[test]
    fn a_denied_phrase_is_not_heard() {
        let values = |text: &str| read_text(text).into_iter().map(|found| found.value).collect::<Vec<_>>();
        assert!(values("this is a compliance thing").contains(&Value::No));
        assert!(!values("this is not a compliance thing").contains(&Value::No));
        assert!(!values("it isn’t really about compliance").contains(&Value::No));
    }

    #[test]
    fn repeating_a_sentence_adds_nothing() {
        let once = "Nobody owns the handoff and we do not know why attendance is stuck. ";
        assert_eq!(read_text(once), read_text(&once.repeat(50)));
    }
}
