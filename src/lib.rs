//! School improvement as a library.
#![forbid(unsafe_code)]

pub mod cause;
pub mod chart;
pub mod cycle;
pub mod date;
pub mod diagram;
pub mod error;
pub mod exchange;
pub mod job;
mod json;
pub mod measure;
pub mod message;
pub mod pathway;
pub mod plan;
pub mod problem;
pub mod theory;

pub use date::Date;
pub use error::{Error, ErrorKind, Result};
pub use message::{Arg, Message};
