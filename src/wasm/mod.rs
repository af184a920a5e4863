//! The bindings: decode, call, encode, map the error. The only place that knows JavaScript.
//!
//! Structured values cross as JSON text, one string in and one out: cheaper in bytes than building JavaScript objects
//! field by field, the same canonical text that is saved, and a nesting limit of its own. The facade parses and checks.

mod charts;
mod plan;

use crate::chart::{ChartInput, read_chart};
use crate::diagram::draw;
use crate::error::Error;
use crate::exchange::{CsvOptions, from_signal, read_csv};
use crate::job::{JobInput, read_job};
use crate::json;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What a binding returns: JSON text, or an `Error` with `code` and `path`.
type Answer = Result<String, JsValue>;

fn answer<T: Serialize>(result: crate::Result<T>) -> Answer {
    result.map(|value| json::write(&value)).map_err(|error| thrown(&error))
}

/// A real JavaScript `Error` with the code and the path on it.
fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    for (name, value) in [("code", error.code()), ("path", &error.path)] {
        // Setting a property of a fresh, extensible object cannot fail.
        let _ = js_sys::Reflect::set(&thrown, &name.into(), &value.into());
    }
    thrown.into()
}

/// The version of this build, which the facade compares with its own.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// After a trap the instance cannot be trusted: the next call gets a fresh one of the same module. Handles of the old
/// one are refused from then on.
#[wasm_bindgen(skip_typescript)]
pub fn renew() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Reads a chart.
#[wasm_bindgen(js_name = readChart, skip_typescript)]
pub fn read_chart_json(input: &str) -> Answer {
    answer(ChartInput::from_json(input).and_then(|input| read_chart(&input)))
}

/// Reads which Job a story and answers speak for.
#[wasm_bindgen(js_name = readJob, skip_typescript)]
pub fn read_job_json(input: &str) -> Answer {
    answer(JobInput::from_json(input).and_then(|input| read_job(&input)))
}

/// Draws a picture of a kind.
#[wasm_bindgen(js_name = draw, skip_typescript)]
pub fn draw_json(kind: &str, input: &str, options: &str) -> Answer {
    answer(draw(kind, input, options))
}

/// Drafts edits from what a host's system has noticed.
#[wasm_bindgen(js_name = fromSignal, skip_typescript)]
pub fn from_signal_json(record: &str) -> Answer {
    answer(from_signal(record))
}

/// Reads dated values from CSV text.
#[wasm_bindgen(js_name = readCsv, skip_typescript)]
pub fn read_csv_json(text: &str, options: &str) -> Answer {
    answer(CsvOptions::from_json(options).and_then(|options| read_csv(text, &options)))
}
