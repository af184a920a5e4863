//! The bindings, called as JavaScript calls them. `cargo xtask test` runs this file in Node and in Chromium.
#![cfg(target_arch = "wasm32")]

use headwater::wasm::{read_chart_json, version};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_version_is_the_crates() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn an_answer_is_json_text() {
    let answer = read_chart_json(r#"{"kind":"run","values":[1,2,3]}"#).expect("a chart");
    assert_eq!(js_sys::JSON::parse(&answer).map(|reading| reading.is_object()), Ok(true));
}

#[wasm_bindgen_test]
fn a_refusal_is_an_error_with_a_code_and_a_path() {
    let thrown = read_chart_json(r#"{"kind":"pie","values":[]}"#).expect_err("a refusal");
    let text = |name: &str| js_sys::Reflect::get(&thrown, &name.into()).ok().and_then(|value| value.as_string());
    assert!(thrown.is_instance_of::<js_sys::Error>());
    assert_eq!(text("code").as_deref(), Some("chart/unknown-kind"));
    assert!(text("path").is_some());
}
