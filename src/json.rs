//! JSON text in and out: the one serialiser. Canonical on the way out, coded errors with a path on the way in.

use crate::error::{Error, ErrorKind, Result};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use std::io;

/// Stands between the parts of a path inside an error's text; no JSON key of ours holds it.
const SEPARATOR: char = '\u{1f}';

/// Stands before a text that was to be a date.
const NOT_A_DATE: char = '\u{1e}';

/// The error of a text that is no date, to be told as such by [`read`].
pub(crate) fn not_a_date<E: serde::de::Error>(given: &str) -> E {
    let given: String = given.chars().take(40).collect();
    E::custom(format_args!("{NOT_A_DATE}{given}"))
}

/// Marks `error` as having happened at `name`, one level up.
pub(crate) fn located<E: serde::de::Error>(name: &str, error: E) -> E {
    E::custom(format_args!("{name}{SEPARATOR}{error}"))
}

/// Reads a value from JSON text.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// Tells broken JSON from a field of the wrong type, and names the field.
fn explain(text: &str, error: &serde_json::Error) -> Error {
    if let Err(syntax) = serde_json::from_str::<IgnoredAny>(text) {
        return ErrorKind::NotJson { reason: syntax.to_string() }.into();
    }
    let message = error.to_string();
    let (path, reason) = message.rsplit_once(SEPARATOR).unwrap_or(("", &message));
    // serde_json ends its messages with a position in the text, which means nothing for a value that was passed in.
    let reason = reason.rsplit_once(" at line ").map_or(reason, |(reason, _)| reason);
    let path = path.replace(SEPARATOR, ".");
    if let Some(given) = reason.strip_prefix(NOT_A_DATE) {
        return ErrorKind::BadDate { given: given.to_owned() }.at(path);
    }
    if reason.contains("surrogate") || reason.contains("hex escape") {
        return ErrorKind::LoneSurrogate.at(path);
    }
    if reason.contains("recursion limit") {
        return ErrorKind::NotJson { reason: "it is nested more than 100 levels deep".to_owned() }.at(path);
    }
    ErrorKind::BadField { reason: reason.to_owned() }.at(path)
}

/// Writes a value as canonical JSON: no white space, fields in their declared order, whole numbers without a point.
pub(crate) fn write<T: Serialize>(value: &T) -> String {
    let mut out = Vec::with_capacity(256);
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Canonical);
    // Writing to memory cannot fail, and no type here refuses to be written.
    let written = value.serialize(&mut serializer);
    debug_assert!(written.is_ok());
    String::from_utf8(out).unwrap_or_default()
}

struct Canonical;

impl serde_json::ser::Formatter for Canonical {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        /// Up to here every whole number is exact as a double.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() == 0.0 && value.abs() < EXACT {
            self.write_i64(writer, value as i64)
        } else {
            serde_json::ser::CompactFormatter.write_f64(writer, value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_as_javascript_writes_them() {
        assert_eq!(write(&[1.0, -0.0, 0.5, 1e300, -7.0]), "[1,0,0.5,1e+300,-7]");
        assert_eq!(write(&f64::NAN), "null");
    }
}
