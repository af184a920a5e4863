//! School improvement as a library.
#![forbid(unsafe_code)]

pub mod chart;
pub mod date;
pub mod diagram;
pub mod error;
pub mod exchange;
pub mod job;
pub mod message;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use date::Date;
pub use error::{Error, ErrorKind, Result};
pub use message::{Arg, Message};
