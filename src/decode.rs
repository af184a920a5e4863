//! Structured inputs out of JSON, field by field, with a coded error at the field that is wrong.

use crate::{Date, Error, ErrorKind, Result};
use serde_json::{Map, Value};

/// The fields of a JSON object, taken one by one.
pub(crate) struct Fields {
    all: Map<String, Value>,
    known: Vec<&'static str>,
}

impl Fields {
    pub(crate) fn of(value: Value) -> Result<Self> {
        match value {
            Value::Object(all) => Ok(Self { all, known: Vec::new() }),
            _ => Err(wrong("an object")),
        }
    }

    /// The value of a field that may be left out, or null.
    fn take(&mut self, name: &'static str) -> Option<Value> {
        self.known.push(name);
        self.all.get_mut(name).map(Value::take).filter(|value| !value.is_null())
    }

    pub(crate) fn given<T>(&mut self, name: &'static str, read: impl FnOnce(Value) -> Result<T>) -> Result<Option<T>> {
        self.take(name).map(read).transpose().map_err(|error| error.within(name))
    }

    pub(crate) fn needed<T>(&mut self, name: &'static str, read: impl FnOnce(Value) -> Result<T>) -> Result<T> {
        self.given(name, read)?.ok_or_else(|| ErrorKind::BadField { reason: "it is missing".to_owned() }.at(name))
    }

    /// Refuses fields that were not asked for: nothing here knows them.
    pub(crate) fn end(self) -> Result<()> {
        match self.all.keys().find(|field| !self.known.contains(&field.as_str())) {
            None => Ok(()),
            Some(field) => {
                Err(ErrorKind::UnknownField { field: field.clone(), known: self.known.join(", ") }.at(field.clone()))
            }
        }
    }
}

pub(crate) fn wrong(expected: &str) -> Error {
    ErrorKind::BadField { reason: format!("expected {expected}") }.into()
}

pub(crate) fn list<T>(value: Value, read: &dyn Fn(Value) -> Result<T>) -> Result<Vec<T>> {
    let Value::Array(items) = value else { return Err(wrong("a list")) };
    let mut list = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        list.push(read(item).map_err(|error| error.within(index))?);
    }
    Ok(list)
}

pub(crate) fn number(value: Value) -> Result<f64> {
    crate::json::number(&value).ok_or_else(|| wrong("a number"))
}

pub(crate) fn whole(value: Value) -> Result<usize> {
    let whole = value.as_u64().and_then(|whole| usize::try_from(whole).ok());
    whole.ok_or_else(|| wrong("a whole number, 0 or more"))
}

pub(crate) fn flag(value: Value) -> Result<bool> {
    value.as_bool().ok_or_else(|| wrong("true or false"))
}

pub(crate) fn text(value: Value) -> Result<String> {
    if let Value::String(text) = value { Ok(text) } else { Err(wrong("a text")) }
}

pub(crate) fn date(value: Value) -> Result<Date> {
    match value {
        Value::String(text) => text.parse(),
        _ => Err(wrong("a date such as 2026-09-14")),
    }
}

pub(crate) fn choice<T: Copy>(value: Value, choices: &[(&str, T)]) -> Result<T> {
    let chosen = choices.iter().find(|(name, _)| value == *name);
    chosen.map(|(_, choice)| *choice).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        wrong(&format!("one of {}", names.join(", ")))
    })
}
