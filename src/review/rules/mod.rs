//! The rules, one a file, in folders by the noun that they speak of. The order is that of the pathway.

mod aim;
mod cause;
mod cycle;
mod driver;
mod idea;
mod measure;
mod plan;
mod problem;

/// What rules are made of.
mod prelude {
    pub(super) use crate::cause::{Cause, Status};
    pub(super) use crate::cycle::{Cycle, DecisionKind, Prediction, Stage};
    pub(super) use crate::measure::{Direction, Measure, MeasureKind, Observation};
    pub(super) use crate::plan::{About, Table};
    pub(super) use crate::problem::Problem;
    pub(super) use crate::review::context::Context;
    pub(super) use crate::review::finding::Found;
    pub(super) use crate::review::rule::rule;
    pub(super) use crate::review::words::{self, Plain};
    pub(super) use crate::theory::{Aim, Driver, DriverKind, Idea};
}

use super::Rule;

pub(super) const ALL: &[&[Rule]] =
    &[problem::RULES, cause::RULES, aim::RULES, measure::RULES, driver::RULES, idea::RULES, cycle::RULES, plan::RULES];
