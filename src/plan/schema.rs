//! The JSON Schema of the saved document.

use super::history::Act;
use super::target::Target;
use super::{About, SCHEMA, Table, tables};
use crate::record::schema::ID;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

impl<const LIVES: bool> JsonSchema for Target<LIVES> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Target".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
        json_schema!({
            "type": "object",
            "properties": { "table": { "enum": names }, "id": { "type": "string", "pattern": ID } },
            "required": ["table", "id"],
            "additionalProperties": false
        })
    }
}

/// The JSON Schema (draft 2020-12) of the saved document: fields, their types and limits. Rules between fields and links
/// between entities are beyond it; [`Plan::open`](super::Plan::open) checks them.
///
/// ```
/// assert_eq!(headwater::plan::schema()["properties"]["format"]["const"], "headwater-plan");
/// ```
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let mut properties = Map::new();
    properties.insert("format".to_owned(), json!({ "const": "headwater-plan" }));
    properties.insert("schema".to_owned(), json!({ "const": SCHEMA }));
    properties.insert("about".to_owned(), generator.subschema_for::<About>().into());
    properties.insert("history".to_owned(), generator.subschema_for::<Vec<Act>>().into());
    for (name, entry) in tables::schemas(&mut generator) {
        let mut table = json!({ "type": "object", "additionalProperties": entry });
        // The ids of observations are made of that of the measure and the day.
        if name != Table::Observations.name() {
            table["propertyNames"] = json!({ "pattern": ID });
        }
        properties.insert(name.to_owned(), table);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:headwater:schema:plan:{SCHEMA}"),
        "title": "Headwater plan",
        "description": "A plan as Headwater saves it. Fields that are not listed are kept.",
        "type": "object",
        "properties": properties,
        "required": ["format", "schema", "about"],
        "$defs": generator.take_definitions(true)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_in_the_package_is_current() {
        let current = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
        let shipped = include_str!("../../pkg/schema/plan.json");
        assert!(shipped == current, "run `cargo run --features schema --example schema -- pkg/schema/plan.json`");
    }

    #[test]
    fn what_has_to_be_there_follows_from_the_rules_of_life() {
        let schema = schema();
        let required = |noun: &str| schema["$defs"][noun]["required"].clone();
        assert_eq!(required("About"), json!(["title"]));
        assert_eq!(required("Cause"), json!(["problem", "text"]));
        assert_eq!(required("Decision"), json!(["date", "reason"]));
        assert_eq!(required("Baseline"), json!(["date"]));
        assert_eq!(required("Dismissal"), json!(["of", "rule", "reason"]));
        assert_eq!(schema["$defs"]["Cause"]["properties"]["text"]["maxLength"], 300);
        assert_eq!(schema["$defs"]["Status"]["enum"], json!(["suspected", "supported", "refuted", "root"]));
    }
}
