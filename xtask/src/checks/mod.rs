//! The checks of `cargo xtask test`.

mod layers;
mod rust;
mod web;

pub use layers::layers;
pub use rust::{bindings_in_chromium, bindings_in_node, clippy, clippy_wasm, format, native_tests, rustdoc};
pub use web::{browser, facade, readme_samples, typedoc, types};

/// `1 test`, `12 tests`.
fn tests(count: usize) -> String {
    if count == 1 { "1 test".into() } else { format!("{count} tests") }
}
