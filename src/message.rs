//! A sentence for a person that a host can say in its own language: a key, its parameters, and the English text.

use serde::Serialize;

/// A parameter of a [`Message`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// A number, to be formatted for the reader's locale.
    Number(f64),
    /// A text, to be shown as it is.
    Text(String),
}

impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Number(value as f64)
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

/// One sentence: `key` names it in a catalogue, `args` are its parameters, `text` is its English.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Message {
    /// The key in the catalogues, such as `chart-run-long`.
    pub key: &'static str,
    /// The parameters, in the order in which the sentence names them.
    #[serde(serialize_with = "as_map")]
    pub args: Vec<(&'static str, Arg)>,
    /// The sentence in English.
    pub text: String,
}

impl Message {
    /// A sentence with its key, its parameters and its English text.
    pub fn new(
        key: &'static str,
        args: impl IntoIterator<Item = (&'static str, Arg)>,
        text: impl Into<String>,
    ) -> Self {
        Self { key, args: args.into_iter().collect(), text: text.into() }
    }
}

/// The sentence that a template makes of its `{parameters}`. What people wrote is put in as it is, braces and all.
pub(crate) fn filled(template: &str, args: &[(&'static str, Arg)]) -> String {
    let mut sentence = String::new();
    for piece in template.split('{') {
        let (name, rest) = piece.split_once('}').unwrap_or(("", piece));
        match args.iter().find(|(known, _)| *known == name) {
            Some((_, Arg::Number(number))) => sentence += &crate::number::shown(*number),
            Some((_, Arg::Text(text))) => sentence += text,
            None => {}
        }
        sentence += rest;
    }
    sentence
}

fn as_map<S: serde::Serializer>(args: &[(&'static str, Arg)], serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_map(args.iter().map(|(name, value)| (name, value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_takes_its_parameters_as_they_are() {
        let args = [("who", Arg::from("a {count} b")), ("count", Arg::from(3_usize))];
        assert_eq!(filled("{who}: {count} of {count}.", &args), "a {count} b: 3 of 3.");
        assert_eq!(filled("Plain.", &args), "Plain.");
    }
}
