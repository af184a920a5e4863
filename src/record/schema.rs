//! What JSON Schema says of records and of the types of their fields: the lists of `record!` and the rules of life
//! themselves are its one source.

use super::field::LIST_LIMIT;
use super::{Id, Mention, Mentions, Noun, Parent, Record, Text, check};
use crate::{Date, ErrorKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A record with nothing in it, what is said of it, and its fields: name, description, schema.
pub(crate) fn record(blank: &mut dyn Record, about: &str, fields: Vec<(&str, &str, Schema)>) -> Schema {
    let required = required(blank);
    let mut properties = serde_json::Map::new();
    for (name, about, schema) in fields {
        let mut schema = without_null(Value::from(schema));
        if schema["type"] == "array" {
            schema["maxItems"] = LIST_LIMIT.into();
        }
        if required.contains(&name) && schema["type"] == "string" && schema.get("pattern").is_none() {
            schema["pattern"] = r"\S".into();
        }
        // Names of Rust's types for numbers; what they can hold is said by the limits.
        if let Some("double" | "uint32") = schema.get("format").and_then(Value::as_str) {
            schema.as_object_mut().map(|schema| schema.remove("format"));
        }
        if schema["type"] == "integer" {
            schema["maximum"] = u32::MAX.into();
        }
        schema["description"] = spoken(about).into();
        properties.insert(name.to_owned(), schema);
    }
    json_schema!({
        "type": "object", "description": spoken(about), "properties": properties, "required": required
    })
}

/// The lines of a documentation comment as one text.
fn spoken(about: &str) -> &str {
    about.trim()
}

/// The fields without which a record is refused: found by leaving them out.
fn required(blank: &mut dyn Record) -> Vec<&'static str> {
    let samples = [json!("x"), json!("2026-09-14"), json!({ "table": "problems", "id": "x" }), json!(1)];
    let mut required = Vec::new();
    while let Err(error) = check(blank) {
        let Some(at) = blank.names().iter().position(|name| *name == error.path) else { break };
        let fits = |sample: &Value, blank: &mut dyn Record| {
            blank.field_mut(at).is_some_and(|field| field.read(sample.clone()).is_ok())
                && !check(blank).is_err_and(|next| next.path == error.path && next.kind == error.kind)
        };
        if !samples.iter().any(|sample| fits(sample, blank)) || matches!(error.kind, ErrorKind::CauseUntested) {
            break;
        }
        required.push(blank.names()[at]);
    }
    required
}

/// A field that says nothing is left out, and never null.
fn without_null(schema: Value) -> Value {
    let null = json!({ "type": "null" });
    let mut schema = schema;
    if let Some(kinds) = schema.get("type").and_then(Value::as_array) {
        let kind = kinds.iter().find(|kind| *kind != "null").cloned();
        schema["type"] = kind.unwrap_or_default();
    }
    match schema.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
        Some([one, other]) if *other == null => one.clone(),
        _ => schema,
    }
}

/// Types that are written out where they are used.
macro_rules! inline {
    ($( ($($of:tt)*) $type:ty: $schema:expr; )+) => { $(
        impl<$($of)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+ };
}

/// What ids look like; see `check_id`.
pub(crate) const ID: &str = "^[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}$";

fn id() -> Schema {
    json_schema!({ "type": "string", "pattern": ID })
}

inline! {
    (const MAX: usize) Text<MAX>: json_schema!({ "type": "string", "maxLength": MAX });
    () Date: json_schema!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
    (T: Noun) Id<T>: id();
    (T: Noun) Mention<T>: id();
    (T: Noun) Parent<T>: id();
    (T: Noun) Mentions<T>: json_schema!({ "type": "array", "items": id(), "uniqueItems": true });
}
