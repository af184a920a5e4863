//! How to read a file, out of JSON.

use super::{CsvOptions, DayOrder};
use crate::decode::{Fields, choice, text};
use crate::{Result, json};

const ORDERS: [(&str, DayOrder); 2] = [("mdy", DayOrder::Mdy), ("dmy", DayOrder::Dmy)];

impl CsvOptions {
    /// Reads options from JSON text.
    ///
    /// # Errors
    ///
    /// `json/invalid`, `input/bad-field`, `input/unknown-field`.
    pub fn from_json(json: &str) -> Result<Self> {
        let mut fields = Fields::of(json::parse(json)?)?;
        let options = Self {
            date_column: fields.given("dateColumn", text)?,
            value_column: fields.given("valueColumn", text)?,
            denominator_column: fields.given("denominatorColumn", text)?,
            date_order: fields.given("dateOrder", |value| choice(value, &ORDERS))?,
        };
        fields.end()?;
        Ok(options)
    }
}
