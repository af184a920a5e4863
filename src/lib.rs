//! School improvement as a library: from a leader's story to a decision.
//!
//! A leader tells what brings them to continuous improvement. [`job`] reads which of three Jobs it is; [`plan`] holds
//! the work from problem through tested causes, aim, drivers and ideas to PDSA cycles; [`pathway`] says what comes next
//! for that Job; [`chart`] says whether a measure changed by more than chance; [`diagram`] draws it.
//!
//! Everything here is pure: no clock, no randomness, no input or output. The caller supplies ids and dates, so the same
//! edits always give the same bytes, natively and in WebAssembly.
//!
//! ```
//! use headwater::chart::read_chart;
//! use headwater::plan::Plan;
//!
//! let mut plan = Plan::create("Attendance at Riverbend Middle")?;
//! for edit in [
//!     r#"{"type":"stateProblem","id":"p1","statement":"61 of 412 pupils miss more than 10 % of days"}"#,
//!     r#"{"type":"proposeCause","id":"c1","problem":"p1","text":"Bus 14 arrives after the bell"}"#,
//!     r#"{"type":"testCause","id":"c1","result":"supported","evidence":"Late on 17 of 20 mornings"}"#,
//!     r#"{"type":"defineMeasure","id":"m1","name":"Absence","unit":"%","direction":"decrease"}"#,
//!     r#"{"type":"recordObservations","measure":"m1","rows":[{"date":"2026-09-14","value":6.5},{"date":"2026-09-21","value":6.1}]}"#,
//! ] {
//!     plan.edit_json(edit)?;
//! }
//! let reading = read_chart(&plan.series("m1")?)?;
//! assert_eq!(reading.phases[0].centre, Some(6.3));
//! # Ok::<(), headwater::Error>(())
//! ```
//!
//! # Map
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`job`] | the three Jobs, the questions, and the reading of a story |
//! | [`plan`] | the document: tables, edits, undo, opening and saving |
//! | [`problem`], [`cause`], [`theory`], [`measure`], [`cycle`] | one noun each: its fields and its rules of life |
//! | [`setting`], [`stakeholder`], [`initiative`], [`charter`], [`condition`], [`inequity`], [`action`] | the same, for whose plan it is and who takes part |
//! | [`pathway`] | the steps of each Job and what is next |
//! | [`chart`] | run charts: centre line, runs, signals in words |
//! | [`diagram`] | layout, Scene, SVG |
//! | [`exchange`] | other people's formats |
//! | [`record`] | what entities are made of: fields, texts, links |
//! | [`error`], [`message`], [`date`] | what all of them share |
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

pub mod action;
pub mod cause;
pub mod chart;
pub mod charter;
mod checksum;
pub mod condition;
pub mod cycle;
pub mod date;
mod decode;
pub mod diagram;
pub mod error;
pub mod exchange;
pub mod inequity;
pub mod initiative;
pub mod job;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
mod json;
mod letters;
pub mod measure;
pub mod message;
mod number;
mod order;
pub mod pathway;
pub mod plan;
pub mod problem;
pub mod record;
pub mod setting;
pub mod stakeholder;
pub mod theory;
// The bindings are the one place where generated code may be unsafe.
#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code)]
#[doc(hidden)]
pub mod wasm;

pub use date::Date;
pub use error::{Error, ErrorKind, Result};
pub use message::{Arg, Message};
