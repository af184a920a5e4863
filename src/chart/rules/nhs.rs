//! The rules of NHS England’s “Making data count”, as its analysts apply them to XmR charts, with the icons that sum
//! them up.

use super::{Also, Pattern, Place, Rule, RuleId, Test};
use crate::chart::{Direction, Side};
use serde::Serialize;

/// In the order in which a point is given its type: the first rule that the point is part of decides.
pub(super) static RULES: [Rule; 4] = [
    Rule { id: RuleId::Astronomical, test: Test::Beyond { excluded_too: false } },
    Rule { id: RuleId::Trend, test: Test::Monotone { length: 7, ties_once: false } },
    Rule { id: RuleId::TwoInThree, test: Test::Many { need: 2, of: 3, thirds: 2.0, also: Also::AllOnSideNoneBeyond } },
    Rule { id: RuleId::Shift, test: Test::SameSide { length: 7, pass_over: false } },
];

/// What a point means for the direction the measure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PointType {
    /// No more than chance.
    Common,
    /// More than chance, and the wanted way.
    Improvement,
    /// More than chance, and not the wanted way.
    Concern,
    /// More than chance and high, where neither way is better.
    NeutralHigh,
    /// More than chance and low, where neither way is better.
    NeutralLow,
}

/// What the latest point says of the whole series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Variation {
    /// No more than chance.
    Common,
    /// An improvement upwards.
    ImprovementHigh,
    /// An improvement downwards.
    ImprovementLow,
    /// A concern upwards.
    ConcernHigh,
    /// A concern downwards.
    ConcernLow,
    /// Upwards, where neither way is better.
    NeutralHigh,
    /// Downwards, where neither way is better.
    NeutralLow,
}

/// Whether the process, as it is, meets its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Assurance {
    /// It does: the target lies beyond the limits on the easy side.
    Pass,
    /// It does not: the target lies beyond the limits on the hard side.
    Fail,
    /// Now and then, by chance.
    Inconsistent,
}

/// The types of points and the icons of a series.
pub(in crate::chart) struct Icons {
    /// One for each place.
    pub types: Vec<PointType>,
    pub variation: Option<Variation>,
    pub assurance: Option<Assurance>,
}

/// Sums up what the rules found. `sides` are the ways the points lean; `limits` are those of the last point, as plotted.
pub(in crate::chart) fn icons(
    sides: &[Option<Side>],
    direction: Direction,
    target: Option<f64>,
    limits: (Option<f64>, Option<f64>),
) -> Icons {
    let types = sides.iter().map(|side| point_type(*side, direction)).collect();
    let variation = sides.last().map(|side| variation(*side, direction));
    let assurance = target.and_then(|target| assurance(target, direction, limits));
    Icons { types, variation, assurance }
}

/// Adds which way each point of a phase leans, by the first rule that it is part of.
pub(in crate::chart) fn lean(places: &[Place], patterns: &[Pattern], sides: &mut Vec<Option<Side>>) {
    let start = places.first().map_or(0, |place| place.index);
    let mut rules: Vec<Option<RuleId>> = vec![None; places.len()];
    let mut trending = vec![false; places.len()];
    // Patterns come rule by rule. Later rules first, so that earlier ones overwrite them.
    for pattern in patterns.iter().rev() {
        for member in &pattern.members {
            let offset = member.wrapping_sub(start);
            if let (Some(rule), Some(trends)) = (rules.get_mut(offset), trending.get_mut(offset)) {
                *rule = Some(pattern.rule);
                *trends |= pattern.rule == RuleId::Trend;
            }
        }
    }
    for (offset, (place, rule)) in places.iter().zip(rules).enumerate() {
        sides.push(match rule {
            None => None,
            Some(RuleId::Astronomical) => place.outside,
            Some(RuleId::Trend) => Some(trend_side(places, &trending, offset)),
            Some(_) => place.side,
        });
    }
}

/// A point of a trend leans the way of the step to the next point, if that is part of a trend too, else the way of the
/// step from the point before. A step that does not rise counts as falling: so does the tie between two trends.
fn trend_side(places: &[Place], trending: &[bool], offset: usize) -> Side {
    let value = |offset: usize| places.get(offset).and_then(|place| place.value);
    let next_trends = trending.get(offset + 1) == Some(&true);
    let (from, to) = if next_trends {
        (value(offset), value(offset + 1))
    } else {
        (offset.checked_sub(1).and_then(value), value(offset))
    };
    if to.zip(from).is_some_and(|(to, from)| to > from) { Side::Above } else { Side::Below }
}

fn point_type(side: Option<Side>, direction: Direction) -> PointType {
    match (side, direction) {
        (None, _) => PointType::Common,
        (Some(Side::Above), Direction::Neutral) => PointType::NeutralHigh,
        (Some(Side::Below), Direction::Neutral) => PointType::NeutralLow,
        (Some(Side::Above), Direction::Increase) | (Some(Side::Below), Direction::Decrease) => PointType::Improvement,
        _ => PointType::Concern,
    }
}

fn variation(side: Option<Side>, direction: Direction) -> Variation {
    match (side, direction) {
        (None, _) => Variation::Common,
        (Some(Side::Above), Direction::Neutral) => Variation::NeutralHigh,
        (Some(Side::Below), Direction::Neutral) => Variation::NeutralLow,
        (Some(Side::Above), Direction::Increase) => Variation::ImprovementHigh,
        (Some(Side::Below), Direction::Increase) => Variation::ConcernLow,
        (Some(Side::Above), Direction::Decrease) => Variation::ConcernHigh,
        (Some(Side::Below), Direction::Decrease) => Variation::ImprovementLow,
    }
}

fn assurance(target: f64, direction: Direction, (lower, upper): (Option<f64>, Option<f64>)) -> Option<Assurance> {
    let beyond = if upper.is_some_and(|upper| target > upper) {
        Some(Side::Above)
    } else if lower.is_some_and(|lower| target < lower) {
        Some(Side::Below)
    } else {
        None
    };
    match (beyond, direction) {
        (_, Direction::Neutral) => None,
        (None, _) => Some(Assurance::Inconsistent),
        (Some(Side::Above), Direction::Increase) | (Some(Side::Below), Direction::Decrease) => Some(Assurance::Fail),
        _ => Some(Assurance::Pass),
    }
}
