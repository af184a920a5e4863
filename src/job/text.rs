//! Evidence in a text. This file is a seam: whatever reads the words, the rest of the module sees [`TextEvidence`].
//! Here the reader is a table of weighted phrases, [`PHRASES`].
//!
//! A phrase is a row of elements over plain words (see [`super::words`]):
//! `word`, one of `some|words`, a beginning `organi*`, a class `<others>`, an optional element `that?`,
//! and a gap of up to three words `..`.

use super::Value;
use super::phrases::{CLASSES, PHRASES};
use super::words::{Word, words};
use std::sync::LazyLock;

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
    let mut heard = vec![false; PATTERNS.all.len()];
    hits.retain(|hit| {
        let bit = 1u8 << (hit.value.axis() as u8);
        let Some(place) = taken.get_mut(hit.start..hit.end) else { return false };
        if place.iter().any(|axes| axes & bit != 0) {
            return false;
        }
        place.iter_mut().for_each(|axes| *axes |= bit);
        heard.get_mut(hit.phrase).is_some_and(|heard| !std::mem::replace(heard, true))
    });
    crate::order::sort_by(&mut hits, |a, b| (a.start, a.end, a.value).cmp(&(b.start, b.end, b.value)));

    let place = |hit: &Hit| Some((words.get(hit.start)?.span.0, words.get(hit.end.checked_sub(1)?)?.span.1));
    hits.iter()
        .filter_map(|hit| Some(TextEvidence { value: hit.value, weight: hit.weight, span: place(hit)? }))
        .collect()
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
    for start in 0..words.len() {
        let Some(from_here) = words.get(start..) else { break };
        let Some(bucket) = from_here.first().and_then(|word| PATTERNS.starting.get(bucket(&word.text))) else {
            continue;
        };
        for &phrase in bucket {
            let Some(pattern) = PATTERNS.all.get(phrase) else { continue };
            let Some(length) = matched(&pattern.elements, from_here) else { continue };
            if !denied(words.get(..start).unwrap_or_default()) {
                let (value, weight) = (pattern.value, pattern.weight);
                hits.push(Hit { phrase, value, weight, start, end: start + length });
            }
        }
    }
    hits
}

/// Words that deny what follows, and small words that may stand between.
const DENIALS: &[&str] = &["not", "no", "never", "without", "hardly", "nor", "neither", "isn"];
const BETWEEN: &[&str] = &[
    "a", "an", "any", "the", "just", "only", "really", "simply", "merely", "even", "about", "because", "so", "my",
    "our", "this", "that", "it", "is", "of", "been", "be", "have", "some", "such",
];

/// Whether the words before a phrase deny it: “not a compliance thing”.
fn denied(before: &[Word]) -> bool {
    let is = |word: &Word, list: &[&str]| list.contains(&word.text.as_str());
    let mut last = before.iter().rev().take(4);
    last.find(|word| !is(word, BETWEEN)).is_some_and(|word| is(word, DENIALS))
}

/// How many words from the first on the elements match, with gaps as short as possible; `None` if they do not match.
fn matched(elements: &[Element], words: &[Word]) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(0) };
    match element {
        Element::Gap => (0..=GAP).find_map(|skip| Some(skip + matched(rest, words.get(skip..)?)?)),
        Element::Word { any_of, optional } => {
            let here = words.first().filter(|word| any_of.iter().any(|option| option.fits(&word.text)));
            let taken = here.and_then(|_| matched(rest, words.get(1..)?)).map(|length| length + 1);
            if *optional { taken.or_else(|| matched(rest, words)) } else { taken }
        }
    }
}

/// The most words a gap skips.
const GAP: usize = 3;

struct Pattern {
    value: Value,
    weight: f64,
    elements: Vec<Element>,
}

enum Element {
    Word { any_of: Vec<Spelling>, optional: bool },
    Gap,
}

enum Spelling {
    Whole(&'static str),
    Beginning(&'static str),
}

impl Spelling {
    fn fits(&self, word: &str) -> bool {
        match self {
            Spelling::Whole(whole) => *whole == word,
            Spelling::Beginning(beginning) => word.starts_with(beginning),
        }
    }

    fn text(&self) -> &'static str {
        match self {
            Spelling::Whole(text) | Spelling::Beginning(text) => text,
        }
    }
}

/// Every pattern, and for each first letter those that can begin with it.
struct Patterns {
    all: Vec<Pattern>,
    starting: Vec<Vec<usize>>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let mut patterns = Patterns { all: Vec::new(), starting: (0..BUCKETS).map(|_| Vec::new()).collect() };
    for (value, weight, texts) in PHRASES {
        for text in *texts {
            let elements: Vec<_> = text.split(' ').map(element).collect();
            if let Some(Element::Word { any_of, .. }) = elements.first() {
                for letter in any_of.iter().map(|option| bucket(option.text())) {
                    if let Some(starting) = patterns.starting.get_mut(letter)
                        && starting.last() != Some(&patterns.all.len())
                    {
                        starting.push(patterns.all.len());
                    }
                }
            }
            patterns.all.push(Pattern { value: *value, weight: *weight, elements });
        }
    }
    patterns
});

const BUCKETS: usize = 27;

fn bucket(word: &str) -> usize {
    match word.bytes().next() {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a'),
        _ => BUCKETS - 1,
    }
}

fn element(text: &'static str) -> Element {
    if text == ".." {
        return Element::Gap;
    }
    let (text, optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
    let mut any_of = Vec::new();
    for option in text.split('|') {
        match CLASSES.iter().find(|(name, _)| *name == option) {
            Some((_, members)) => any_of.extend(members.split(' ').map(spelling)),
            None => any_of.push(spelling(option)),
        }
    }
    Element::Word { any_of, optional }
}

fn spelling(text: &'static str) -> Spelling {
    text.strip_suffix('*').map_or(Spelling::Whole(text), Spelling::Beginning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_can_be_found() {
        assert!(PATTERNS.all.len() >= 120);
        for (pattern, text) in PATTERNS.all.iter().zip(PHRASES.iter().flat_map(|(_, _, texts)| *texts)) {
            assert!(matches!(pattern.elements.first(), Some(Element::Word { optional: false, .. })), "{text}");
            assert!(matches!(pattern.elements.last(), Some(Element::Word { .. })), "{text}");

            assert!(pattern.weight > 0.0 && pattern.weight <= 3.0, "{text}");
            for element in &pattern.elements {
                if let Element::Word { any_of, .. } = element {
                    for option in any_of {
                        let plain = option.text();
                        assert!(
                            !plain.is_empty() && plain.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
                            "{text}: {plain}"
                        );
                    }
                }
            }
            // Taking the first spelling of each element makes a text in which the phrase is found.
            let sample: Vec<_> = pattern
                .elements
                .iter()
                .filter_map(|element| match element {
                    Element::Word { any_of, .. } => any_of.first().map(Spelling::text),
                    Element::Gap => None,
                })
                .collect();
            let found = find_all(&words(&sample.join(" ")));
            assert!(found.iter().any(|hit| hit.value == pattern.value), "{text}: {sample:?}");
        }
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
