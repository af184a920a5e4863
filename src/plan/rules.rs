//! What no entity can see by itself: trees that are trees, links that lead to the right kind.

use super::tables::{Kept, Table, Tables};
use crate::cause::Cause;
use crate::error::{ErrorKind, Result};
use crate::initiative::Initiative;
use crate::measure::Observation;
use crate::theory::{Driver, DriverKind};

/// Where entities are looked up: the tables, or the tables with an edit's drafts over them.
pub(crate) trait Lookup {
    /// The one with this id.
    fn get<T: Kept>(&self, id: &str) -> Option<&T>;
}

impl Lookup for Tables {
    fn get<T: Kept>(&self, id: &str) -> Option<&T> {
        self.get(id)
    }
}

/// No tree of causes is deeper: enough for any five whys, and a bound on every walk.
const DEPTH_LIMIT: usize = 50;

/// Checks one entity against those that it refers to.
pub(crate) fn entity_in_place(plan: &impl Lookup, table: Table, id: &str) -> Result<()> {
    match table {
        Table::Causes => cause_in_tree(plan, id),
        Table::Drivers => driver_serves(plan, id),
        Table::Observations => observation_in_place(plan, id),
        Table::Initiatives => initiative_in_place(plan, id),
        _ => Ok(()),
    }
}

/// A cause hangs below a cause of the same problem, and not below itself.
fn cause_in_tree(plan: &impl Lookup, id: &str) -> Result<()> {
    let Some(cause) = plan.get::<Cause>(id) else { return Ok(()) };
    let at = || format!("causes.{id}.parent");
    let mut above = cause.parent.id();
    for _ in 0..DEPTH_LIMIT {
        let Some(parent) = above else { return Ok(()) };
        if parent == id {
            return Err(ErrorKind::CauseLoop.at(at()));
        }
        let Some(it) = plan.get::<Cause>(parent) else { return Ok(()) };
        if it.problem != cause.problem {
            return Err(ErrorKind::UnknownId { table: "causes", id: parent.to_owned() }.at(at()));
        }
        above = it.parent.id();
    }
    Err(ErrorKind::TooLarge { what: "levels of causes", size: DEPTH_LIMIT + 1, limit: DEPTH_LIMIT }.at(at()))
}

/// A secondary driver serves primary ones only.
pub(crate) fn driver_serves(plan: &impl Lookup, id: &str) -> Result<()> {
    let Some(driver) = plan.get::<Driver>(id) else { return Ok(()) };
    let below = |served| plan.get::<Driver>(served).is_some_and(|served| served.kind != DriverKind::Primary);
    match driver.serves.ids().position(below) {
        Some(at) => Err(ErrorKind::DriverLoop.at(format!("drivers.{id}.serves.{at}"))),
        None => Ok(()),
    }
}

/// An initiative becomes part of another, not of itself.
fn initiative_in_place(plan: &impl Lookup, id: &str) -> Result<()> {
    let decision = plan.get::<Initiative>(id).and_then(|initiative| initiative.decision.as_ref());
    if decision.is_some_and(|decision| decision.into.id() == Some(id)) {
        return Err(ErrorKind::InitiativeLoop.at(format!("initiatives.{id}.decision.into")));
    }
    Ok(())
}

/// An observation's id says whose it is and of which day.
fn observation_in_place(plan: &impl Lookup, id: &str) -> Result<()> {
    let Some(observation) = plan.get::<Observation>(id) else { return Ok(()) };
    let (measure, date) = id.rsplit_once('@').unwrap_or_default();
    if measure == observation.measure.as_str() && date.parse() == Ok(observation.date) {
        Ok(())
    } else {
        Err(ErrorKind::BadId { id: id.to_owned() }.at(format!("observations.{id}")))
    }
}
