//! A person's text, with its limit in its type.

use super::expected;
use super::field::Field;
use crate::error::{ErrorKind, Result};
use serde_json::Value;
use std::ops::Deref;

/// A person's text of at most `MAX` characters.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    /// True when there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Refuses a blank text; `what` is how a person would ask for it.
    pub(crate) fn required(&self, field: &str, what: &'static str) -> Result<()> {
        if self.is_blank() { Err(ErrorKind::Blank { what }.at(field)) } else { Ok(()) }
    }
}

impl<const MAX: usize> Deref for Text<MAX> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> From<&str> for Text<MAX> {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl<const MAX: usize> Field for Text<MAX> {
    fn read(&mut self, value: Value) -> Result<()> {
        self.0 = string(value)?;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        if self.0.is_empty() { None } else { Some(Value::String(self.0.clone())) }
    }

    fn check(&self) -> Result<()> {
        within(&self.0, MAX)
    }
}

/// The text of a JSON string.
pub(super) fn string(value: Value) -> Result<String> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(expected("a text", &value)),
    }
}

fn within(text: &str, limit: usize) -> Result<()> {
    // Bytes bound characters from above, so that the count is made only where it can matter.
    if text.len() <= limit {
        return Ok(());
    }
    let length = text.chars().count();
    if length <= limit { Ok(()) } else { Err(ErrorKind::TextTooLong { length, limit }.into()) }
}

/// A name or a single line.
pub type Line = Text<300>;
/// A paragraph.
pub type Paragraph = Text<4_000>;
/// A leader's story; as long as the classifier reads.
pub type Story = Text<20_000>;
