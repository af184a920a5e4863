//! What pictures of lists are drawn from: drivers with ideas, cycles, bars. Each field is listed once.

use crate::cycle::{DecisionKind, Stage};
use crate::record::{self, Record, Text, record};
use crate::theory::DriverKind;
use crate::{Date, ErrorKind, Result, json};
use serde_json::Value;

/// The most things of one kind in a picture; beyond it nobody reads one.
const MOST: usize = 300;

/// An id in a picture's input.
pub type PictureId = Text<200>;
/// Words in a picture.
pub type Label = Text<2_000>;

record! {
    /// What a driver diagram shows.
    pub struct DriversInput {
        /// The aim.
        "aim" aim: Label,
        /// The drivers, at most 300.
        "drivers" drivers: Vec<DriverBox>,
        /// The ideas, at most 300.
        "ideas" ideas: Vec<IdeaMark>,
    }
}

record! {
    /// One driver.
    pub struct DriverBox {
        /// Its id.
        "id" id: PictureId,
        /// Primary drivers serve the aim, secondary drivers serve primary ones.
        "kind" kind: DriverKind,
        /// What it says.
        "text" text: Label,
        /// Ids of the primary drivers that a secondary one serves.
        "serves" serves: Vec<PictureId>,
        /// Who owns it.
        "owner" owner: Label,
    }
}

record! {
    /// One change idea.
    pub struct IdeaMark {
        /// Its id.
        "id" id: PictureId,
        /// What it says.
        "text" text: Label,
        /// Ids of the drivers it serves.
        "serves" serves: Vec<PictureId>,
    }
}

record! {
    /// What a ramp and a board of cycles show.
    pub struct CyclesInput {
        /// What they lead to: an aim or an idea.
        "title" title: Label,
        /// The cycles from the first to the last, at most 300.
        "cycles" cycles: Vec<CycleStep>,
    }
}

record! {
    /// One cycle.
    pub struct CycleStep {
        /// Its id.
        "id" id: PictureId,
        /// What was tried, in a few words.
        "text" text: Label,
        /// How far it has come.
        "stage" stage: Stage,
        /// Its first day, or the day it is due.
        "start" start: Option<Date>,
        /// Its last day.
        "end" end: Option<Date>,
        /// What was decided.
        "decision" decision: Option<DecisionKind>,
    }
}

record! {
    /// What a Pareto chart shows.
    pub struct ParetoInput {
        /// What is counted.
        "title" title: Label,
        /// What stands behind a number: `%` or a word such as `days`.
        "unit" unit: Label,
        /// The bars in any order, at most 300.
        "bars" bars: Vec<ParetoBar>,
    }
}

record! {
    /// One bar.
    pub struct ParetoBar {
        /// The id of the entity it counts; blank if it is none.
        "id" id: PictureId,
        /// What is counted here.
        "text" text: Label,
        /// How much, 0 or more.
        "value" value: f64,
    }
}

/// An input that is read from JSON text and written as JSON.
pub trait Input: Record + Default {
    /// Reads JSON.
    ///
    /// # Errors
    ///
    /// `input/bad-field`, `input/unknown-field` and `input/text-too-long` with the place of the field.
    fn read(value: Value) -> Result<Self> {
        let mut input = Self::default();
        record::read_strictly(&mut input, value)?;
        Ok(input)
    }

    /// Reads JSON text; `json/invalid` if it is none.
    fn from_json(text: &str) -> Result<Self> {
        Self::read(json::parse(text)?)
    }

    /// As JSON, for [`Input::read`].
    fn value(&self) -> Value {
        record::value(self)
    }
}

impl Input for DriversInput {}
impl Input for CyclesInput {}
impl Input for ParetoInput {}

/// Refuses too many rows, fields that no row has, and an id that was there before.
fn rows(table: &'static str, rows: &mut dyn Iterator<Item = (&dyn Record, &str)>) -> Result<()> {
    let mut seen: Vec<&str> = Vec::new();
    for (row, (record, id)) in rows.enumerate() {
        let at = |error: crate::Error| error.within(row).within(table);
        if row >= MOST {
            return Err(ErrorKind::TooLarge { what: table, size: row + 1, limit: MOST }.at(table));
        }
        record::refuse_extra(record).map_err(at)?;
        if !id.is_empty() && seen.contains(&id) {
            return Err(at(ErrorKind::DuplicateId { table, id: id.to_owned() }.at("id")));
        }
        seen.push(id);
    }
    Ok(())
}

macro_rules! rules {
    ($input:ident { $($list:ident),+ } $($row:ident)+) => {
        impl $input {
            pub(super) fn hold(&self) -> Result<()> {
                $( rows(stringify!($list), &mut self.$list.iter().map(|row| (row as &dyn Record, &*row.id)))?; )+
                Ok(())
            }
        }
        $( impl $row {
            fn hold(&self) -> Result<()> {
                Ok(())
            }
        } )+
    };
}
rules!(DriversInput { drivers, ideas } DriverBox IdeaMark);
rules!(CyclesInput { cycles } CycleStep);
rules!(ParetoInput { bars } ParetoBar);
