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
    if text.trim_ascii().is_empty() {
        return Err(ErrorKind::NotJson { reason: "it is empty".to_owned() }.into());
    }
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

/// The number that a JSON value holds; none beyond the range of a double, or where it is no number.
///
/// The reader keeps numbers as text. This way to a double is exact, and a tenth of the size of the tables that
/// `str::parse` brings.
pub(crate) fn number(value: &Value) -> Option<f64> {
    let Value::Number(number) = value else { return None };
    let text = number.as_str();
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // A power that no `i32` holds leads beyond every double, or to zero, as the nearest that fits does.
    let power = power.parse().unwrap_or(if power.starts_with('-') { i32::MIN / 2 } else { i32::MAX / 2 });
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    let read: f64 = minimal_lexical::parse_float(whole.as_bytes().iter(), part.as_bytes().iter(), power);
    read.is_finite().then_some(if negative { -read } else { read })
}

/// A double as a JSON value; null where it is not finite.
pub(crate) fn of_number(number: f64) -> Value {
    parse(&write(&number)).unwrap_or_default()
}

struct Canonical;

impl serde_json::ser::Formatter for Canonical {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        /// Up to here every whole number is exact as a double.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if value.fract() == 0.0 && value.abs() < EXACT {
            self.write_i64(writer, value as i64)
        } else {
            // The fewest digits that read back to the same double.
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

    #[test]
    fn numbers_are_read_to_the_last_digit() {
        for text in [
            "0",
            "-0",
            "0.0e9",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1.7976931348623157e308",
            "9007199254740993",
            "0.1",
            "123456789012345678901234567890e-20",
            "1e-400",
            "1E+2",
            "-12.50",
        ] {
            let read = number(&parse(text).unwrap()).map(f64::to_bits);
            assert_eq!(read, Some(text.parse::<f64>().unwrap().to_bits()), "{text}");
        }
        for text in ["1e309", "-1e400", "1e99999999999"] {
            assert_eq!(number(&parse(text).unwrap()), None, "{text}");
        }
        assert_eq!(number(&parse("1e-99999999999").unwrap()), Some(0.0));
    }

    proptest::proptest! {
        #[test]
        fn any_double_is_read_as_it_was_written(bits: u64) {
            let double = f64::from_bits(bits);
            proptest::prop_assume!(double.is_finite() && double != 0.0);
            proptest::prop_assert_eq!(number(&of_number(double)).map(f64::to_bits), Some(bits));
        }

        #[test]
        fn any_decimal_is_read_as_the_standard_library_reads_it(text in "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?(e[+-]?[0-9]{1,3})?") {
            let expected = text.parse::<f64>().ok().filter(|double| double.is_finite());
            proptest::prop_assert_eq!(number(&parse(&text).unwrap()).map(f64::to_bits), expected.map(f64::to_bits));
        }
    }
}
