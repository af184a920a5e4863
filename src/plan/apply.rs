//! Applying edits: each one either holds as a whole or is refused and leaves the plan as it was.

use super::draft::{Draft, unknown};
use super::edit::{Edit, MoveCause};
use super::rules::Lookup;
use super::tables::{Entity, Table};
use crate::cause::Cause;
use crate::cycle::{Cycle, Stage};
use crate::error::{ErrorKind, Result};
use crate::measure::{Measure, Observation};
use crate::record::{self, Extra};
use serde_json::Value;

/// Fields that `revise` leaves alone, because an edit of their own keeps their rules; and every `owner`.
const SEALED: &[(Table, &[&str])] = &[
    (Table::Causes, &["problem", "parent", "status", "tests"]),
    (Table::Aims, &["problem"]),
    (Table::Ideas, &["bypass"]),
    (Table::Observations, &["measure", "date"]),
    (Table::Cycles, &["stage", "started", "ended", "study", "decision", "sealed"]),
    (Table::Initiatives, &["decision"]),
    (Table::Actions, &["done"]),
];

impl Draft<'_> {
    pub(crate) fn apply(&mut self, edit: Edit) -> Result<()> {
        match edit {
            Edit::Add(id, entity) => self.add_at_end(&id, entity),
            Edit::Set(_, table, id, fields) => {
                let new = merged(table, self.any(table, &id)?, fields)?;
                self.put((table, id), new);
                Ok(())
            }
            Edit::MoveCause(step) => self.move_cause(&step),
            Edit::TestCause(id, test) => {
                let cause = self.need::<Cause>(&id)?.tested(test);
                self.put((Table::Causes, id), cause);
                Ok(())
            }
            Edit::NameRoot(id) => {
                let cause = self.need::<Cause>(&id)?.rooted()?;
                self.put((Table::Causes, id), cause);
                Ok(())
            }
            Edit::RecordObservations(measure, rows) => {
                if self.get::<Measure>(&measure).is_none() {
                    return Err(unknown(Table::Measures.name(), &measure).within("measure"));
                }
                let mut days = std::collections::BTreeSet::new();
                for (index, mut row) in rows.into_iter().enumerate() {
                    // Two values of one day in one act: neither may be lost without a word.
                    if !days.insert(row.date) {
                        return Err(ErrorKind::DayTwice { date: row.date }.at("date").within(index).within("rows"));
                    }
                    row.measure = measure.as_str().into();
                    self.put((Table::Observations, Observation::id(&measure, row.date)), row);
                }
                Ok(())
            }
            Edit::MarkPhase(id, phase) => {
                let measure = self.get::<Measure>(&id).cloned();
                let measure = measure.ok_or_else(|| unknown(Table::Measures.name(), &id).within("measure"))?;
                self.put((Table::Measures, id), measure.phased(phase));
                Ok(())
            }
            Edit::StartCycle(step) => self.step(step.id.to_string(), |cycle| cycle.start(step.date)),
            Edit::StudyCycle(step) => {
                let study = step.study();
                self.step(step.id.to_string(), |cycle| cycle.studied(step.date, step.notes, study))
            }
            Edit::DecideCycle(id, decision) => self.step(id, |cycle| cycle.decided(decision)),
            Edit::Revise(table, id, fields) => self.revise(table, id, fields),
            Edit::Remove(table, id) => self.remove(table, &id),
        }
    }

    /// Adds an entity behind its like; an aim may take the place of the one before it.
    fn add_at_end(&mut self, id: &str, entity: Entity) -> Result<()> {
        let table = entity.table();
        if let Entity::Ideas(idea) = &entity {
            let open = match idea.cause.id() {
                Some(cause) => self.get::<Cause>(cause).is_some_and(Cause::is_supported),
                None => self.store().tables().all::<Cause>().any(|(_, cause)| cause.is_supported()),
            };
            if !open && idea.bypass.is_blank() {
                return Err(ErrorKind::IdeaTooEarly.at("bypass"));
            }
        }
        let next = self.store().next_position(table);
        let entity = entity.at_position(next);
        record::check_id(id).map_err(|error| error.within("id"))?;
        if table != Table::Aims && self.entity(table, id).is_some() {
            return Err(ErrorKind::DuplicateId { table: table.name(), id: id.to_owned() }.at("id"));
        }
        self.put((table, id.to_owned()), entity);
        Ok(())
    }

    fn any(&self, table: Table, id: &str) -> Result<&Entity> {
        self.entity(table, id).ok_or_else(|| unknown(table.name(), id).within("id"))
    }

    fn step(&mut self, id: String, step: impl FnOnce(Cycle) -> Result<Cycle>) -> Result<()> {
        let cycle = step(self.need::<Cycle>(&id)?)?;
        self.put((Table::Cycles, id), cycle);
        Ok(())
    }

    fn revise(&mut self, table: Table, id: String, fields: Extra) -> Result<()> {
        let old = self.any(table, &id)?.clone();
        let sealed = SEALED.iter().find(|(of, _)| *of == table).map_or(&[][..], |(_, names)| names);
        if let Some(name) = fields.keys().find(|name| *name == "owner" || sealed.contains(&name.as_str())) {
            return Err(ErrorKind::BadField { reason: "it has an edit of its own".to_owned() }.at(name.clone()));
        }
        let new = merged(table, &old, fields)?;
        if let (Entity::Cycles(old), Entity::Cycles(new)) = (&old, &new)
            && old.stage != Stage::Planned
        {
            old.keeps_seal(new)?;
        }
        self.put((table, id), new);
        Ok(())
    }

    /// Puts a cause below `parent`, before the sibling named or at the end.
    fn move_cause(&mut self, step: &MoveCause) -> Result<()> {
        let mut cause = self.need::<Cause>(&step.id)?;
        cause.parent = step.parent.as_deref().into();
        let home = cause.problem.clone();
        if let Some(problem) = step.problem.as_deref() {
            cause.problem = problem.into();
        }
        // All that is below comes along; written again, it is checked at its new depth.
        let mut below = self.store().branches(home.as_str(), Some(&step.id));
        while let Some(id) = below.pop() {
            if step.parent.as_deref() == Some(id.as_str()) {
                return Err(ErrorKind::CauseLoop.at("parent"));
            }
            below.extend(self.store().branches(home.as_str(), Some(&id)));
            let branch = Cause { problem: cause.problem.clone(), ..self.need(&id)? };
            self.put((Table::Causes, id), branch);
        }
        let mut siblings = self.store().branches(cause.problem.as_str(), step.parent.as_deref());
        siblings.retain(|id| **id != *step.id);
        let at = match step.before.as_deref() {
            None => siblings.len(),
            Some(before) => siblings
                .iter()
                .position(|id| id == before)
                .ok_or_else(|| unknown(Table::Causes.name(), before).within("before"))?,
        };
        let position = |at: usize| Some(self.get::<Cause>(siblings.get(at)?)?.position);
        let (low, high) = (at.checked_sub(1).and_then(position), position(at));
        let between = match (low, high) {
            (_, None) => self.store().next_position(Table::Causes),
            (None, Some(high)) => high - 1.0,
            (Some(low), Some(high)) => low + (high - low) / 2.0,
        };
        // After many moves into one gap there is no number left between its ends: space the siblings anew.
        if low.is_some_and(|low| between <= low) || high.is_some_and(|high| between >= high) {
            siblings.insert(at, step.id.to_string());
            for (index, id) in siblings.iter().enumerate() {
                let position = index as f64 + 1.0;
                if **id == *step.id {
                    cause.position = position;
                } else {
                    let sibling = Cause { position, ..self.need(id)? };
                    self.put((Table::Causes, id.clone()), sibling);
                }
            }
        } else {
            cause.position = between;
        }
        self.put((Table::Causes, step.id.to_string()), cause);
        Ok(())
    }
}

/// An entity with some fields replaced; `null` clears one.
fn merged(table: Table, old: &Entity, fields: Extra) -> Result<Entity> {
    let mut all = match old.value() {
        Value::Object(all) => all,
        _ => Extra::new(),
    };
    let known = old.record().names();
    for (name, value) in fields {
        if !known.contains(&name.as_str()) {
            return Err(record::unknown_field(&name, old.record()));
        }
        // The record reads null as absent.
        all.insert(name, value);
    }
    Entity::read(table, Value::Object(all))
}
