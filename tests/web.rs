//! The bindings, called as JavaScript calls them. `cargo xtask test` runs this file in Node and in Chromium.
#![cfg(target_arch = "wasm32")]

use headwater::wasm::version;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_version_is_the_crates() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
