//! What a leader said and answered, out of JSON.

use super::{Axis, JobAnswers, JobInput, Value};
use crate::decode::{Fields, text, wrong};
use crate::{Result, json};
use serde_json::Value as Json;

impl JobInput {
    /// Reads an input from JSON text.
    ///
    /// # Errors
    ///
    /// `json/invalid`, `input/bad-field`, `input/unknown-field`.
    pub fn from_json(text: &str) -> Result<Self> {
        let mut fields = Fields::of(json::parse(text)?)?;
        let input = Self {
            statement: fields.given("statement", self::text)?,
            answers: fields.given("answers", answers)?.unwrap_or_default(),
        };
        fields.end()?;
        Ok(input)
    }
}

fn answers(value: Json) -> Result<JobAnswers> {
    let mut fields = Fields::of(value)?;
    let mut answers = JobAnswers::default();
    for axis in Axis::ALL {
        if let Some(value) = fields.given(axis.name(), |value| answer(axis, &value))? {
            answers = answers.with(value);
        }
    }
    fields.end()?;
    Ok(answers)
}

fn answer(axis: Axis, given: &Json) -> Result<Value> {
    let values = axis.values();
    let chosen = values.iter().find(|value| given == value.name());
    chosen.copied().ok_or_else(|| {
        let names: Vec<_> = values.iter().map(|value| value.name()).collect();
        wrong(&format!("one of {}", names.join(", ")))
    })
}
