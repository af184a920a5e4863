//! What a reading rests on: which rules, in which version, with which parameters, over which input.

use super::{Aggregate, ChartInput, ChartKind, Direction, RuleSet, Signals, Subgroup};
use crate::Date;
use crate::checksum::Checksum;
use serde::Serialize;

/// The version of the rules and formulas here. It rises whenever the same input could be read otherwise than before.
const VERSION: u32 = 1;

/// What a reading rests on. Readings with equal certificates found the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// The rule set.
    pub rules: RuleSet,
    /// The version of the rules and formulas.
    pub version: u32,
    /// The kind of chart.
    pub kind: ChartKind,
    /// How many rows were given.
    pub rows: usize,
    /// The parameters that were in force.
    pub parameters: Parameters,
    /// A checksum of the input, 16 hexadecimal digits. It finds slips, not forgery.
    ///
    /// FNV-1a with 64 bits over these bytes, list by list: `values`, `denominators`, `dates`, `subgroups`,
    /// `phaseStarts`, `exclude`; and of a calendar `sessions`, `weekdays`, `holidays`. A list begins with its length in 8 bytes, or with 8 bytes of 255 if it was not given.
    /// Numbers are the 8 bytes of a double and integers 8 bytes, all least byte first; a missing number is the quiet
    /// NaN 0x7FF8000000000000, and −0 is 0. A date is the days since 1970-01-01, and a name its length and its UTF-8
    /// bytes.
    pub digest: String,
}

/// The parameters of a reading, defaults filled in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameters {
    /// Those of the set's rules that looked, where not all did.
    pub only: Option<Signals>,
    /// Fewer people than this were hidden.
    pub suppress: Option<f64>,
    /// Points that set the lines.
    pub baseline: Option<usize>,
    /// The given centre line.
    pub centre: Option<f64>,
    /// The factor of values and lines.
    pub multiply: f64,
    /// Whether lower limits were lifted to 0.
    pub clamp_at_zero: bool,
    /// Whether wide moving ranges were left out.
    pub screen_moving_ranges: bool,
    /// How rows of a subgroup became one value.
    pub aggregate: Aggregate,
    /// Which way the measure should go.
    pub direction: Option<Direction>,
    /// The target.
    pub target: Option<f64>,
}

impl Certificate {
    /// The certificate of a checked input.
    pub(super) fn of(input: &ChartInput) -> Self {
        Self {
            rules: input.rules,
            version: VERSION,
            kind: input.kind,
            rows: input.values.len(),
            parameters: Parameters {
                only: input.only,
                suppress: input.suppress,
                baseline: input.baseline,
                centre: input.centre,
                multiply: input.multiply.unwrap_or(1.0),
                clamp_at_zero: input.clamp_at_zero,
                screen_moving_ranges: input.screen_moving_ranges.unwrap_or(true),
                aggregate: input.aggregate,
                direction: input.direction,
                target: input.target,
            },
            digest: digest(input),
        }
    }
}

fn digest(input: &ChartInput) -> String {
    let mut hash = Hash(Checksum::new());
    hash.list(Some(&input.values), |hash, value| hash.number(*value));
    hash.list(input.denominators.as_deref(), |hash, value| hash.number(*value));
    hash.list(input.dates.as_deref(), |hash, date| hash.integer(i64::from(date.day_number()) as u64));
    hash.list(input.subgroups.as_deref(), |hash, subgroup| match subgroup {
        None => hash.number(None),
        Some(Subgroup::Number(number)) => hash.number(Some(*number)),
        Some(Subgroup::Name(name)) => {
            hash.integer(name.len() as u64);
            hash.bytes(name.as_bytes());
        }
    });
    for list in [&input.phase_starts, &input.exclude] {
        hash.list(Some(list), |hash, index| hash.integer(*index as u64));
    }
    if let Some(calendar) = &input.calendar {
        let day = |hash: &mut Hash, date: &Date| hash.integer(i64::from(date.day_number()) as u64);
        hash.list(Some(&calendar.sessions), day);
        hash.list(Some(&calendar.weekdays), |hash, weekday| hash.integer(u64::from(*weekday)));
        hash.list(Some(&calendar.holidays), |hash, (first, last)| {
            day(hash, first);
            day(hash, last);
        });
    }
    hash.0.digits()
}

/// The checksum of a series.
struct Hash(Checksum);

impl Hash {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.bytes(bytes);
    }

    fn integer(&mut self, integer: u64) {
        self.bytes(&integer.to_le_bytes());
    }

    fn number(&mut self, number: Option<f64>) {
        let bits = number.filter(|number| !number.is_nan()).map_or(0x7ff8_0000_0000_0000, |n| (n + 0.0).to_bits());
        self.integer(bits);
    }

    fn list<T>(&mut self, list: Option<&[T]>, each: impl Fn(&mut Self, &T)) {
        self.integer(list.map_or(u64::MAX, |list| list.len() as u64));
        list.unwrap_or(&[]).iter().for_each(|item| each(self, item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_value_has_another_digest_and_a_missing_one_has_one_digest() {
        let of = |values: &[Option<f64>]| digest(&ChartInput { values: values.to_vec(), ..ChartInput::default() });
        assert_ne!(of(&[Some(1.0), Some(2.0)]), of(&[Some(2.0), Some(1.0)]));
        assert_eq!(of(&[None]), of(&[Some(f64::NAN)]));
        assert_ne!(of(&[None]), of(&[]));
    }
}
