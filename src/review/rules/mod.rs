//! The rules, one a file, in folders by the noun that they speak of. The order is that of the pathway.

mod action;
mod aim;
mod cause;
mod cycle;
mod driver;
mod idea;
mod inequity;
mod initiative;
mod measure;
mod problem;
mod stakeholder;

/// What rules are made of.
mod prelude {
    pub(super) use crate::action::Action;
    pub(super) use crate::cause::{Cause, Reach, Status};
    pub(super) use crate::cycle::{Cycle, DecisionKind, Grade, Prediction, Readiness, Stage};
    pub(super) use crate::inequity::Inequity;
    pub(super) use crate::measure::{Direction, Frequency, Measure, MeasureKind};
    pub(super) use crate::plan::{About, Table};
    pub(super) use crate::problem::Problem;
    pub(super) use crate::review::context::Context;
    pub(super) use crate::review::finding::Found;
    pub(super) use crate::review::rule::rule;
    pub(super) use crate::review::words::{self, Plain};
    pub(super) use crate::stakeholder::Stakeholder;
    pub(super) use crate::theory::{Aim, Driver, DriverKind, Idea};
}

use super::Rule;

pub(super) const ALL: &[&[Rule]] = &[
    problem::RULES,
    cause::RULES,
    aim::RULES,
    measure::RULES,
    driver::RULES,
    idea::RULES,
    cycle::RULES,
    stakeholder::RULES,
    initiative::RULES,
    action::RULES,
    inequity::RULES,
];
