//! Applying edits: each one either holds as a whole or is refused and leaves the plan as it was.

use super::about::{About, Answers};
use super::draft::{Draft, unknown};
use super::edit::{Edit, MoveCause};
use super::field::unknown_field;
use super::rules::Lookup;
use super::tables::{ABOUT, Entity, Table};
use crate::cause::Cause;
use crate::cycle::{Cycle, Stage};
use crate::error::{ErrorKind, Result};
use crate::measure::{Measure, Observation};
use crate::theory::Aim;
use serde_json::{Map, Value};

/// Fields that `revise` leaves alone, because an edit of their own keeps their rules.
const SEALED: &[(Table, &[&str])] = &[
    (Table::Causes, &["problem", "parent", "status", "tests"]),
    (Table::Aims, &["problem"]),
    (Table::Ideas, &["bypass"]),
    (Table::Observations, &["measure", "date"]),
    (Table::Cycles, &["stage", "started", "ended", "study", "decision"]),
];

/// What `describe` may change.
const DESCRIBED: &[&str] = &["title", "level", "organisation"];

impl Draft<'_> {
    pub(crate) fn apply(&mut self, edit: Edit) -> Result<()> {
        match edit {
            Edit::Describe(fields) => {
                if let Some(other) = fields.keys().find(|name| !DESCRIBED.contains(&name.as_str())) {
                    return Err(unknown_field(other, DESCRIBED));
                }
                let about = Entity::from(self.about());
                self.put((Table::About, ABOUT.to_owned()), merged(Table::About, &about, fields)?);
                Ok(())
            }
            Edit::TellStory(told) => {
                let answers: Answers = told.answers;
                self.put_about(About { story: told.story, answers, ..self.about() });
                Ok(())
            }
            Edit::ChooseJob(choice) => {
                self.put_about(About { job: choice.job, job_reason: choice.reason, ..self.about() });
                Ok(())
            }
            Edit::StateProblem(id, problem) => self.add(&id, problem),
            Edit::ProposeCause(id, mut cause) => {
                cause.position = self.store().next_position(Table::Causes);
                self.add(&id, cause)
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
            Edit::SetAim(id, aim) => {
                if self.get::<Aim>(&id).is_none() {
                    return self.add(&id, aim);
                }
                self.put((Table::Aims, id), aim);
                Ok(())
            }
            Edit::AddDriver(id, mut driver) => {
                driver.position = self.store().next_position(Table::Drivers);
                self.add(&id, driver)
            }
            Edit::ProposeIdea(id, mut idea) => {
                let open = match idea.cause.id() {
                    Some(cause) => self.need::<Cause>(cause)?.is_supported(),
                    None => self.store().tables().causes.values().any(Cause::is_supported),
                };
                if !open && idea.bypass.is_blank() {
                    return Err(ErrorKind::IdeaTooEarly.at("bypass"));
                }
                idea.position = self.store().next_position(Table::Ideas);
                self.add(&id, idea)
            }
            Edit::DefineMeasure(id, measure) => self.add(&id, measure),
            Edit::RecordObservations(measure, rows) => {
                self.need::<Measure>(&measure).map_err(|error| error.within("measure"))?;
                for row in rows {
                    self.put((Table::Observations, Observation::id(&measure, row.date)), row);
                }
                Ok(())
            }
            Edit::PlanCycle(id, mut cycle) => {
                cycle.position = self.store().next_position(Table::Cycles);
                self.add(&id, *cycle)
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

    fn about(&self) -> About {
        self.store().tables().about.clone()
    }

    fn put_about(&mut self, about: About) {
        self.put((Table::About, ABOUT.to_owned()), about);
    }

    fn step(&mut self, id: String, step: impl FnOnce(Cycle) -> Result<Cycle>) -> Result<()> {
        let cycle = step(self.need::<Cycle>(&id)?)?;
        self.put((Table::Cycles, id), cycle);
        Ok(())
    }

    fn revise(&mut self, table: Table, id: String, fields: Map<String, Value>) -> Result<()> {
        let Some(old) = self.entity(table, &id).filter(|_| table != Table::About) else {
            return Err(unknown(table, &id));
        };
        let sealed = SEALED.iter().find(|(of, _)| *of == table).map_or(&[][..], |(_, names)| names);
        if let Some(name) = fields.keys().find(|name| sealed.contains(&name.as_str())) {
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
        let (table, above) = match step.parent.as_deref() {
            Some(parent) => (Table::Causes, parent),
            None => (Table::Problems, cause.problem.as_str()),
        };
        let mut siblings: Vec<(f64, String)> = self
            .store()
            .referrers(table, above)
            .filter(|(table, id)| *table == Table::Causes && id.as_str() != &*step.id)
            .filter_map(|(_, id)| self.get::<Cause>(id).map(|it| (it, id)))
            .filter(|(it, _)| it.parent.id() == step.parent.as_deref())
            .map(|(it, id)| (it.position, id.clone()))
            .collect();
        siblings.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        let at = match step.before.as_deref() {
            None => siblings.len(),
            Some(before) => siblings
                .iter()
                .position(|(_, id)| id == before)
                .ok_or_else(|| unknown(Table::Causes, before).within("before"))?,
        };
        let low = at.checked_sub(1).and_then(|before| siblings.get(before)).map(|it| it.0);
        let high = siblings.get(at).map(|it| it.0);
        let between = match (low, high) {
            (_, None) => self.store().next_position(Table::Causes),
            (None, Some(high)) => high - 1.0,
            (Some(low), Some(high)) => low + (high - low) / 2.0,
        };
        // After many moves into one gap there is no number left between its ends: space the siblings anew.
        if low.is_some_and(|low| between <= low) || high.is_some_and(|high| between >= high) {
            siblings.insert(at, (0.0, step.id.to_string()));
            for (index, (_, id)) in siblings.iter().enumerate() {
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

/// An entity with some fields replaced, read again so that every type is checked.
fn merged(table: Table, old: &Entity, fields: Map<String, Value>) -> Result<Entity> {
    let mut all: Map<String, Value> = crate::json::read(&crate::json::write(old))?;
    for (name, value) in fields {
        if !old.known_fields().contains(&name.as_str()) {
            return Err(unknown_field(&name, old.known_fields()));
        }
        if value.is_null() {
            all.remove(&name);
        } else {
            all.insert(name, value);
        }
    }
    Entity::read(table, &crate::json::write(&all))
}
