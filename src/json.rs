//! JSON text in and out: the one serialiser. Canonical on the way out, coded errors on the way in.

use crate::error::{ErrorKind, Result};
use serde::Serialize;
use serde_json::Value;
use std::io;

/// Reads JSON text.
///
/// Errors: `json/invalid` with line and column, also where it is nested more than 127 levels deep;
/// `input/lone-surrogate` for half of a surrogate pair.
pub(crate) fn parse(text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        if reason.contains("surrogate") || reason.contains("hex escape") {
            return ErrorKind::LoneSurrogate.into();
        }
        if reason.contains("recursion limit") {
            return ErrorKind::NotJson { reason: "it is nested more than 127 levels deep".to_owned() }.into();
        }
        ErrorKind::NotJson { reason }.into()
    })
}

/// Writes a value as canonical JSON: no white space, and whole numbers without a point.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> String {
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
        } else if (1e-5..1e17).contains(&value.abs()) {
            write!(writer, "{value}")
        } else {
            // Both notations have the fewest digits that read back to the same double.
            write!(writer, "{value:e}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_as_javascript_writes_them() {
        assert_eq!(write(&[1.0, -0.0, 0.5, 1e300, -7.0]), "[1,0,0.5,1e300,-7]");
        assert_eq!(write(&f64::NAN), "null");
    }
}
