//! Structured values: declared once, then read from JSON, written, checked and indexed by the same few functions.
//!
//! `record!` lists the fields of a struct; everything else works on the list through trait objects. Serde's derive
//! would write each of these out again for every struct, which costs the WebAssembly build several times its size.

mod field;
mod link;
#[cfg(any(test, feature = "schema"))]
pub(crate) mod schema;
mod text;
mod words;

pub use field::{Extra, Field};
pub(crate) use link::check_id;
pub use link::{Hold, Id, Mention, Mentions, Noun, Parent};
pub use text::{Line, Paragraph, Story, Text};
pub(crate) use words::{find as find_word, words};

use crate::error::{Error, ErrorKind, Result};
use serde_json::{Map, Value};

/// A struct whose fields are listed.
pub trait Record {
    /// The names of the fields in documents, in order.
    fn names(&self) -> &'static [&'static str];

    /// The field at a place in that order.
    fn field(&self, at: usize) -> Option<&dyn Field>;

    /// The same, to change it.
    fn field_mut(&mut self, at: usize) -> Option<&mut dyn Field>;

    /// Fields that this version does not know.
    fn extra(&self) -> &Extra;

    /// The same, to change them.
    fn extra_mut(&mut self) -> &mut Extra;

    /// What holds between the fields.
    fn rules(&self) -> Result<()>;
}

/// Calls `visit` with each field and its name, until one refuses.
fn each(record: &dyn Record, visit: &mut dyn FnMut(&'static str, &dyn Field) -> Result<()>) -> Result<()> {
    let mut fields = record.names().iter().enumerate();
    fields.try_for_each(|(at, name)| record.field(at).map_or(Ok(()), |field| visit(name, field)))
}

/// The same, to change them.
fn each_mut(record: &mut dyn Record, visit: &mut dyn FnMut(&'static str, &mut dyn Field) -> Result<()>) -> Result<()> {
    let mut fields = record.names().iter().enumerate();
    fields.try_for_each(|(at, name)| record.field_mut(at).map_or(Ok(()), |field| visit(name, field)))
}

/// Reads a record; `null` is read as absent, unknown fields are kept.
pub(crate) fn read(record: &mut dyn Record, value: Value) -> Result<()> {
    let Value::Object(mut fields) = value else {
        return Err(expected("an object", &value));
    };
    each_mut(record, &mut |name, field| match fields.remove(name) {
        None | Some(Value::Null) => Ok(()),
        Some(value) => field.read(value).map_err(|error| error.within(name)),
    })?;
    *record.extra_mut() = fields;
    Ok(())
}

/// Reads a record and refuses what it does not know, so that a misspelt name is not silently lost.
pub(crate) fn read_strictly(record: &mut dyn Record, value: Value) -> Result<()> {
    read(record, value)?;
    refuse_extra(record)?;
    check(record)
}

/// Refuses fields that the record does not know.
pub(crate) fn refuse_extra(record: &dyn Record) -> Result<()> {
    match record.extra().keys().next() {
        None => Ok(()),
        Some(name) => Err(unknown_field(name, record)),
    }
}

pub(crate) fn unknown_field(name: &str, record: &dyn Record) -> Error {
    let shown: String = name.chars().take(80).collect();
    ErrorKind::UnknownField { field: shown.clone(), known: record.names().join(", ") }.at(shown)
}

/// A field, or a field of a field as in `decision.kind`; none where it is left out.
pub(crate) fn value_at(record: &dyn Record, path: &str) -> Option<Value> {
    let (field, within) = path.split_once('.').unwrap_or((path, ""));
    let at = record.names().iter().position(|name| *name == field)?;
    let mut value = record.field(at)?.value()?;
    if within.is_empty() { Some(value) } else { value.get_mut(within).map(Value::take) }
}

/// Whether a field (or a field of a field) is left out, or holds nothing but white space.
pub(crate) fn says_nothing(record: &dyn Record, path: &str) -> bool {
    value_at(record, path).is_none_or(|value| value.as_str().is_some_and(|text| text.trim().is_empty()))
}

/// The record as JSON: absent fields are left out.
pub(crate) fn value(record: &dyn Record) -> Value {
    let mut fields: Map<String, Value> = record.extra().clone();
    // Nothing here refuses.
    let _ = each(record, &mut |name, field| {
        if let Some(value) = field.value() {
            fields.insert(name.to_owned(), value);
        }
        Ok(())
    });
    Value::Object(fields)
}

/// Checks every field, and what holds between them.
pub(crate) fn check(record: &dyn Record) -> Result<()> {
    each(record, &mut |name, field| field.check().map_err(|error| error.within(name)))?;
    record.rules()
}

/// Calls `visit` for every entity that the record refers to.
pub(crate) fn references(record: &dyn Record, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
    // Nothing here refuses.
    let _ = each(record, &mut |_, field| {
        field.references(visit);
        Ok(())
    });
}

/// The first reference to something that is not there: the field, the table and the id.
pub(crate) fn dangling(
    record: &dyn Record,
    exists: &dyn Fn(&'static str, &str) -> bool,
) -> Option<(&'static str, &'static str, String)> {
    let mut missing = None;
    // Nothing here refuses.
    let _ = each(record, &mut |name, field| {
        field.references(&mut |table, id, _| {
            if missing.is_none() && !exists(table, id) {
                missing = Some((name, table, id.to_owned()));
            }
        });
        Ok(())
    });
    missing
}

/// Takes out every mention of an entity.
pub(crate) fn forget(record: &mut dyn Record, table: &'static str, id: &str) {
    // Nothing here refuses.
    let _ = each_mut(record, &mut |_, field| {
        field.forget(table, id);
        Ok(())
    });
}

/// The error of a value that is of another type.
pub(crate) fn expected(what: &str, found: &Value) -> Error {
    let found = match found {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    ErrorKind::BadField { reason: format!("expected {what}, found {found}") }.into()
}

/// Declares a struct whose fields all are [`Field`]s, each with its name in documents.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $( $(#[doc = $field_doc:literal])* $json:literal $field:ident : $type:ty ),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $name {
            $( $(#[doc = $field_doc])* pub $field: $type, )+
            /// Fields that this version does not know.
            pub extra: $crate::record::Extra,
        }

        impl $crate::record::Record for $name {
            fn names(&self) -> &'static [&'static str] {
                &[$($json),+]
            }

            fn field(&self, at: usize) -> Option<&dyn $crate::record::Field> {
                $crate::record::places!($($field),+);
                match at {
                    $( Place::$field => Some(&self.$field), )+
                    _ => None,
                }
            }

            fn field_mut(&mut self, at: usize) -> Option<&mut dyn $crate::record::Field> {
                $crate::record::places!($($field),+);
                match at {
                    $( Place::$field => Some(&mut self.$field), )+
                    _ => None,
                }
            }

            fn extra(&self) -> &$crate::record::Extra {
                &self.extra
            }

            fn extra_mut(&mut self) -> &mut $crate::record::Extra {
                &mut self.extra
            }

            fn rules(&self) -> $crate::Result<()> {
                self.hold()
            }
        }

        #[cfg(any(test, feature = "schema"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let fields = [$( ($json, concat!($($field_doc),*), generator.subschema_for::<$type>()) ),+];
                $crate::record::schema::record(&mut Self::default(), concat!($($doc),*), fields.into())
            }
        }

        impl $crate::record::Field for $name {
            fn read(&mut self, value: serde_json::Value) -> $crate::Result<()> {
                $crate::record::read(self, value)
            }

            fn value(&self) -> Option<serde_json::Value> {
                Some($crate::record::value(self))
            }

            fn check(&self) -> $crate::Result<()> {
                $crate::record::check(self)
            }

            fn references(&self, visit: &mut dyn FnMut(&'static str, &str, $crate::record::Hold)) {
                $crate::record::references(self, visit);
            }

            fn forget(&mut self, table: &'static str, id: &str) {
                $crate::record::forget(self, table, id);
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                $crate::record::value(self).serialize(serializer)
            }
        }
    };
}
pub(crate) use record;

/// Gives each field the number of its place, so that a jump finds it.
macro_rules! places {
    ($($field:ident),+) => {
        #[allow(non_camel_case_types)]
        enum Order { $($field),+ }
        struct Place;
        #[allow(non_upper_case_globals)]
        impl Place {
            $( const $field: usize = Order::$field as usize; )+
        }
    };
}
pub(crate) use places;
