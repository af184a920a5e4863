//! The crate `headwater`, linked into the one module that the npm package ships.
//!
//! It is a package of its own because Cargo does no link-time optimisation for a library that is to be an `rlib` and a
//! `cdylib` at once: <https://github.com/rust-lang/cargo/blob/master/src/cargo/core/compiler/lto.rs>. Apart, the module
//! is a tenth smaller.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
extern crate headwater as _;
