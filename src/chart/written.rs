//! A chart's input as JSON, with the fields that are given: what a plan hands to a host.

use super::input::{ChartInput, CycleMark, Decision, Direction};
use crate::json;
use serde_json::{Map, Value, json};

impl ChartInput {
    /// As JSON, for [`ChartInput::from_json`]. Written are the fields that a plan's series has.
    pub fn series_value(&self) -> Value {
        let mut out = Map::new();
        let mut put = |name: &str, value: Value| {
            let absent = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            if !absent || name == "values" {
                out.insert(name.to_owned(), value);
            }
        };
        put("kind", json!(self.kind.name()));
        put("values", self.values.iter().map(|value| value.map_or(Value::Null, json::of_number)).collect());
        put("dates", json!(self.dates));
        put("phaseStarts", json!(self.phase_starts));
        put("phaseReasons", json!(self.phase_reasons));
        put("suppressed", json!(self.suppressed));
        put("baseline", json!(self.baseline));
        let direction = self.direction.map(|direction| match direction {
            Direction::Increase => "increase",
            Direction::Decrease => "decrease",
            Direction::Neutral => "neutral",
        });
        put("direction", json!(direction));
        put("target", self.target.map_or(Value::Null, json::of_number));
        put("title", json!(self.title));
        put("unit", json!(self.unit));
        put("cycles", self.cycles.iter().map(cycle).collect());
        Value::Object(out)
    }
}

fn cycle(cycle: &CycleMark) -> Value {
    let mut out = json!({ "id": cycle.id, "number": cycle.number, "label": cycle.label, "start": cycle.start });
    if let Some(end) = cycle.end {
        out["end"] = json!(end);
    }
    if let Some(decision) = cycle.decision {
        out["decision"] = json!(match decision {
            Decision::Adopt => "adopt",
            Decision::Adapt => "adapt",
            Decision::Abandon => "abandon",
        });
    }
    out
}
