//! What a field can be: each type knows how it is read, what it may hold, and what it refers to.

use super::expected;
use super::link::Hold;
use crate::Date;
use crate::error::{ErrorKind, Result};
use crate::json;
use serde_json::{Map, Value};

/// Fields that this version does not know; kept as they came.
pub type Extra = Map<String, Value>;

/// A type that a record's field can have.
pub trait Field {
    /// Takes the value from JSON; never called with `null`, which stands for absent.
    fn read(&mut self, value: Value) -> Result<()>;

    /// The value as JSON; `None` when the field says nothing and is left out.
    fn value(&self) -> Option<Value>;

    /// Whether the content may be kept.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// The number that it is, if it is one.
    fn number(&self) -> Option<f64> {
        None
    }

    /// Calls `visit` for every entity referred to.
    fn references(&self, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
        let _ = visit;
    }

    /// Takes out every mention of this entity.
    fn forget(&mut self, table: &'static str, id: &str) {
        let _ = (table, id);
    }
}

impl<T: Field + Default> Field for Option<T> {
    fn read(&mut self, value: Value) -> Result<()> {
        self.insert(T::default()).read(value)
    }

    fn value(&self) -> Option<Value> {
        self.as_ref()?.value()
    }

    fn check(&self) -> Result<()> {
        self.as_ref().map_or(Ok(()), Field::check)
    }

    fn references(&self, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
        if let Some(inner) = self {
            inner.references(visit);
        }
    }

    fn forget(&mut self, table: &'static str, id: &str) {
        if let Some(inner) = self {
            inner.forget(table, id);
        }
    }
}

/// The most entries that one list inside a record may have.
pub(super) const LIST_LIMIT: usize = 1_000;

/// A list, whatever its entries are: so that the code below is there once and not once a type.
trait List {
    fn entry(&self, at: usize) -> Option<&dyn Field>;
    fn clear(&mut self);
    fn add(&mut self, entry: Value) -> Result<()>;
}

impl<T: Field + Default> List for Vec<T> {
    fn entry(&self, at: usize) -> Option<&dyn Field> {
        Some(self.get(at)?)
    }

    fn clear(&mut self) {
        self.clear();
    }

    fn add(&mut self, value: Value) -> Result<()> {
        let mut entry = T::default();
        entry.read(value)?;
        self.push(entry);
        Ok(())
    }
}

fn entries(list: &dyn List) -> impl Iterator<Item = &dyn Field> {
    (0..).map_while(|at| list.entry(at))
}

fn read_list(list: &mut dyn List, value: Value) -> Result<()> {
    let Value::Array(items) = value else { return Err(expected("a list", &value)) };
    list.clear();
    items.into_iter().enumerate().try_for_each(|(at, item)| list.add(item).map_err(|error| error.within(at)))
}

/// An entry that says nothing is left out, as a field is.
fn list_value(list: &dyn List) -> Option<Value> {
    let values: Vec<Value> = entries(list).filter_map(|entry| entry.value()).collect();
    (!values.is_empty()).then_some(Value::Array(values))
}

fn check_list(list: &dyn List) -> Result<()> {
    let size = entries(list).count();
    if size > LIST_LIMIT {
        return Err(ErrorKind::TooLarge { what: "entries", size, limit: LIST_LIMIT }.into());
    }
    entries(list).enumerate().try_for_each(|(at, entry)| entry.check().map_err(|error| error.within(at)))
}

impl<T: Field + Default> Field for Vec<T> {
    fn read(&mut self, value: Value) -> Result<()> {
        read_list(self, value)
    }

    fn value(&self) -> Option<Value> {
        list_value(self)
    }

    fn check(&self) -> Result<()> {
        check_list(self)
    }
}

impl Field for f64 {
    fn read(&mut self, value: Value) -> Result<()> {
        *self = json::number(&value).ok_or_else(|| expected("a number", &value))?;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        Some(json::of_number(*self))
    }

    fn number(&self) -> Option<f64> {
        Some(*self)
    }

    fn check(&self) -> Result<()> {
        if self.is_finite() {
            Ok(())
        } else {
            Err(ErrorKind::BadNumber { expected: "it must be a finite number" }.into())
        }
    }
}

impl Field for u32 {
    fn read(&mut self, value: Value) -> Result<()> {
        let whole =
            json::number(&value).filter(|number| number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number));
        *self = whole.ok_or_else(|| expected("a whole number, 0 or more", &value))? as u32;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        Some(Value::from(*self))
    }
}

impl Field for bool {
    fn read(&mut self, value: Value) -> Result<()> {
        *self = value.as_bool().ok_or_else(|| expected("true or false", &value))?;
        Ok(())
    }

    /// False is what a field says that is left out.
    fn value(&self) -> Option<Value> {
        self.then_some(Value::Bool(true))
    }
}

impl Field for Date {
    fn read(&mut self, value: Value) -> Result<()> {
        let Value::String(text) = &value else { return Err(expected("a date such as 2026-09-14", &value)) };
        *self = text.parse()?;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        Some(Value::String(self.to_string()))
    }

    fn check(&self) -> Result<()> {
        if *self == Self::default() {
            Err(ErrorKind::Blank { what: "a date, such as 2026-09-14" }.into())
        } else {
            Ok(())
        }
    }
}

impl Field for Extra {
    fn read(&mut self, value: Value) -> Result<()> {
        let Value::Object(fields) = value else { return Err(expected("an object", &value)) };
        *self = fields;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        if self.is_empty() { None } else { Some(Value::Object(self.clone())) }
    }
}
