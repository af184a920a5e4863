//! The few words that a picture adds to those of its reader: by key, in English, to be said in another language.

use super::PictureOptions;

/// Keys and English. Catalogues hold the same keys; `{$name}` is filled in.
const WORDS: &[(&str, &str)] = &[
    ("picture-no-problem", "No problem stated yet"),
    ("picture-blank", "(blank)"),
    ("picture-problem", "Problem"),
    ("picture-cause", "Cause"),
    ("picture-under", "Under"),
    ("picture-status", "Status"),
    ("picture-suspected", "suspected"),
    ("picture-supported", "supported"),
    ("picture-refuted", "refuted"),
    ("picture-root", "root cause"),
    ("picture-fishbone-title", "Fishbone: {$problem}"),
    ("picture-fishbone-summary", "A fishbone of {$causes} causes in {$groups} groups. {$statuses}."),
];

impl PictureOptions {
    /// The word with this key, in the language of the options.
    pub(super) fn word(&self, key: &'static str) -> &str {
        let english = || WORDS.iter().find(|(known, _)| *known == key).map_or(key, |(_, text)| text);
        self.words.get(key).map_or_else(english, String::as_str)
    }

    /// The sentence with this key, filled in.
    pub(super) fn sentence(&self, key: &'static str, args: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.word(key);
        // One pass over the pattern, so that braces in what is filled in stay what they are.
        while let Some((before, after)) = rest.split_once("{$") {
            out += before;
            let Some((name, after)) = after.split_once('}') else { break };
            out += args.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
            rest = after;
        }
        out + rest
    }
}
