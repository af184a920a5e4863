//! What pictures show of a plan: its theory as a driver diagram, its cycles as a ramp or a board.

use super::{Plan, Table};
use crate::diagram::{CycleStep, CyclesInput, DriverBox, DriversInput, IdeaMark};
use crate::error::{ErrorKind, Result};
use crate::theory::{Aim, Driver, Idea};

impl Plan {
    /// The aim with its drivers and ideas as a driver diagram shows them.
    pub fn drivers(&self) -> DriversInput {
        let tables = self.tables();
        let drivers: Vec<(&str, &Driver)> = tables.all::<Driver>().collect();
        let ideas: Vec<(&str, &Idea)> = tables.all::<Idea>().collect();
        let order = crate::order::by_number(drivers.iter().map(|(_, driver)| driver.position));
        let drivers = order.into_iter().map(|at| drivers[at]).map(|(id, driver)| DriverBox {
            id: id.into(),
            kind: driver.kind,
            text: (&*driver.text).into(),
            serves: driver.serves.ids().map(Into::into).collect(),
            owner: (&*driver.owner).into(),
            ..DriverBox::default()
        });
        let order = crate::order::by_number(ideas.iter().map(|(_, idea)| idea.position));
        let ideas = order.into_iter().map(|at| ideas[at]).map(|(id, idea)| IdeaMark {
            id: id.into(),
            text: (&*idea.text).into(),
            serves: idea.driver.id().map(Into::into).into_iter().collect(),
            ..IdeaMark::default()
        });
        let aim = tables.all::<Aim>().next().map_or("", |(_, aim)| &aim.statement);
        DriversInput { aim: aim.into(), drivers: drivers.collect(), ideas: ideas.collect(), ..DriversInput::default() }
    }

    /// The cycles that tested an idea, or all of them, as a ramp and a board show them.
    ///
    /// # Errors
    ///
    /// `plan/unknown-id` if there is no such idea.
    pub fn ramp(&self, idea: Option<&str>) -> Result<CyclesInput> {
        let title = match idea {
            None => self.tables().all::<Aim>().next().map_or("", |(_, aim)| &*aim.statement),
            Some(id) => match self.tables().get::<Idea>(id) {
                Some(idea) => &idea.text,
                None => return Err(ErrorKind::UnknownId { table: Table::Ideas.name(), id: id.to_owned() }.into()),
            },
        };
        let cycles = self.cycles().into_iter().filter(|(_, cycle)| idea.is_none() || cycle.idea.id() == idea);
        let cycles = cycles.map(|(id, cycle)| CycleStep {
            id: id.into(),
            text: (&*cycle.title).into(),
            stage: cycle.stage,
            start: cycle.started.or(cycle.due),
            end: cycle.ended,
            decision: cycle.decision.as_ref().map(|decision| decision.kind),
            ..CycleStep::default()
        });
        Ok(CyclesInput { title: title.into(), cycles: cycles.collect(), ..CyclesInput::default() })
    }
}
