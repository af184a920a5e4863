//! What JavaScript can call: decode, call, encode, map the error.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of this crate.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
