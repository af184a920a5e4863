//! The rules that look for more than chance: sets of them as data, and the tests they are made of.
//!
//! A rule set is a list of [`Rule`]s, each a [`Test`] with its numbers. A test looks along the points of one phase and
//! finds [`Pattern`]s: which points belong to it, and to which side it leans.

mod anhoej;
mod ihi;
mod nelson;
mod nhs;
mod western_electric;

pub use nhs::{Assurance, PointType, Variation};
pub(super) use nhs::{icons, lean};

use super::Side;
use super::runs::{Runs, USEFUL_FOR_A_VERDICT};
use serde::Serialize;

/// A set of rules that are used together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum RuleSet {
    /// Longest run, crossings, and points beyond the limits (Anhøj and Olesen 2014).
    #[default]
    Anhoej,
    /// The four rules of NHS England’s “Making data count”.
    Nhs,
    /// The four zone rules of the Western Electric handbook (1956).
    WesternElectric,
    /// Nelson’s eight tests (1984).
    Nelson,
    /// The run chart rules of the Institute for Healthcare Improvement (Perla, Provost and Murray 2011).
    Ihi,
}

impl RuleSet {
    /// Every rule set with its name.
    pub const ALL: [(&'static str, Self); 5] = [
        ("anhoej", Self::Anhoej),
        ("nhs", Self::Nhs),
        ("western-electric", Self::WesternElectric),
        ("nelson", Self::Nelson),
        ("ihi", Self::Ihi),
    ];

    pub(super) fn rules(self) -> &'static [Rule] {
        match self {
            Self::Anhoej => &anhoej::RULES,
            Self::Nhs => &nhs::RULES,
            Self::WesternElectric => &western_electric::RULES,
            Self::Nelson => &nelson::RULES,
            Self::Ihi => &ihi::RULES,
        }
    }
}

/// A rule that can find something in a series. Serialised in kebab case: `longest-run`, `two-in-three`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleId {
    /// More useful values in a row on one side of the centre line than chance makes usual in the longest run.
    LongestRun,
    /// Fewer crossings of the centre line than chance makes usual.
    Crossings,
    /// A point beyond a limit.
    BeyondLimits,
    /// A point beyond a limit, as the NHS calls it.
    Astronomical,
    /// A number of points in a row on one side of the centre line.
    Shift,
    /// A number of points in a row that rise, or fall.
    Trend,
    /// Two of three in a row near a limit.
    TwoInThree,
    /// Four of five in a row beyond a third of the way to a limit.
    FourInFive,
    /// Points in a row that go up and down by turns.
    Alternating,
    /// Points in a row that all keep within a third of the way to the limits.
    Hugging,
    /// Points in a row that all keep away from the centre line.
    Avoiding,
    /// Fewer runs about the centre line than chance makes usual.
    FewRuns,
    /// More runs about the centre line than chance makes usual.
    ManyRuns,
}

impl RuleId {
    /// Every rule with its name, in the order of their bits in [`Signals`].
    pub const ALL: [(&'static str, Self); 13] = [
        ("longest-run", Self::LongestRun),
        ("crossings", Self::Crossings),
        ("beyond-limits", Self::BeyondLimits),
        ("astronomical", Self::Astronomical),
        ("shift", Self::Shift),
        ("trend", Self::Trend),
        ("two-in-three", Self::TwoInThree),
        ("four-in-five", Self::FourInFive),
        ("alternating", Self::Alternating),
        ("hugging", Self::Hugging),
        ("avoiding", Self::Avoiding),
        ("few-runs", Self::FewRuns),
        ("many-runs", Self::ManyRuns),
    ];

    /// Its name, as it is serialised.
    pub fn name(self) -> &'static str {
        Self::ALL.get(self as usize).map_or("", |(name, _)| name)
    }
}

impl Serialize for RuleId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A set of rules, one bit each: the first of [`RuleId::ALL`] is bit 0. Serialised as a list of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Signals(u16);

impl Signals {
    /// The bits.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this rule is among them.
    pub fn contains(self, rule: RuleId) -> bool {
        self.0 & (1 << rule as u16) != 0
    }

    /// The rules, in the order of [`RuleId::ALL`].
    pub fn iter(self) -> impl Iterator<Item = RuleId> {
        RuleId::ALL.into_iter().map(|(_, rule)| rule).filter(move |rule| self.contains(*rule))
    }

    pub(super) fn insert(&mut self, rule: RuleId) {
        self.0 |= 1 << rule as u16;
    }
}

impl FromIterator<RuleId> for Signals {
    fn from_iter<I: IntoIterator<Item = RuleId>>(rules: I) -> Self {
        let mut signals = Self::default();
        rules.into_iter().for_each(|rule| signals.insert(rule));
        signals
    }
}

impl Serialize for Signals {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// One rule of a set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub id: RuleId,
    pub test: Test,
}

/// What a rule looks for. Lengths count points.
#[derive(Debug, Clone, Copy)]
pub(super) enum Test {
    /// A run is longer than the limit of the longest.
    LongRuns,
    /// There are fewer crossings than their limit.
    Crossings,
    /// Points beyond a limit; also those that are excluded, if so said.
    Beyond { excluded_too: bool },
    /// So many in a row on one side. A point on the line ends the row, or is passed over.
    SameSide { length: usize, pass_over: bool },
    /// So many in a row that rise, or fall. A tie ends the row, or counts once.
    Monotone { length: usize, ties_once: bool },
    /// So many in a row that go up and down by turns.
    Alternating { length: usize },
    /// In a row of `of` points, `need` of them beyond so many thirds of the way to one limit.
    Many { need: usize, of: usize, thirds: f64, also: Also },
    /// So many in a row within so many thirds of the way to the limits.
    Within { length: usize, thirds: f64 },
    /// So many in a row beyond so many thirds of the way to either limit.
    Without { length: usize, thirds: f64 },
    /// The number of runs is below, or above, what chance makes usual.
    Runs { too_few: bool },
}

/// What else a [`Test::Many`] asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Also {
    /// Nothing.
    Nothing,
    /// All points of the row lie on that side, and those beyond the limit itself do not count.
    AllOnSideNoneBeyond,
}

/// One point as rules see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Index in the series.
    pub index: usize,
    pub value: Option<f64>,
    pub side: Option<Side>,
    pub outside: Option<Side>,
    pub excluded: bool,
    /// The centre of the limits, and the way from it to a limit.
    pub middle: Option<f64>,
    pub reach: Option<f64>,
}

impl Place {
    /// The side on which the point lies beyond so many thirds of the way to the limit.
    fn beyond(&self, thirds: f64) -> Option<Side> {
        let (value, middle, way) = (self.value?, self.middle?, self.reach? * (thirds / 3.0));
        if value > middle + way {
            Some(Side::Above)
        } else if value < middle - way {
            Some(Side::Below)
        } else {
            None
        }
    }
}

/// Points that together are more than chance.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pattern {
    pub rule: RuleId,
    /// Index of the first and of the last point.
    pub start: usize,
    pub end: usize,
    /// The points that belong to it; none where it is a matter of the whole phase.
    pub members: Vec<usize>,
    /// Above: high or rising.
    pub side: Option<Side>,
    /// How many there are of what the rule counts, and how many are usual.
    pub found: usize,
    pub limit: usize,
}

/// A phase as rules see it.
pub(super) struct Phase<'a> {
    pub places: &'a [Place],
    pub runs: &'a Runs,
    /// The longest run and the fewest crossings that chance makes usual.
    pub limits: (usize, usize),
    /// Whether neighbours stand by themselves and in time, so that rows of them mean something.
    pub judge_runs: bool,
}

/// What the rules of a set find in a phase, rule by rule.
pub(super) fn patterns(set: RuleSet, only: Option<Signals>, phase: &Phase<'_>) -> Vec<Pattern> {
    let kept: Vec<Place>;
    let included = if phase.places.iter().any(|place| place.excluded) {
        kept = phase.places.iter().filter(|place| !place.excluded).copied().collect();
        &kept
    } else {
        phase.places
    };
    let mut found = Vec::new();
    for rule in set.rules().iter().filter(|rule| only.is_none_or(|only| only.contains(rule.id))) {
        found.append(&mut rule.look(phase, included));
    }
    found
}

impl Rule {
    fn look(&self, phase: &Phase<'_>, included: &[Place]) -> Vec<Pattern> {
        let looks_at_neighbours = !matches!(self.test, Test::Beyond { .. });
        if looks_at_neighbours && !phase.judge_runs {
            return Vec::new();
        }
        match self.test {
            Test::Crossings => self.of_phase(phase, anhoej::crossings(phase)),
            Test::Runs { too_few } => self.of_phase(phase, ihi::runs(phase, too_few)),
            Test::Beyond { excluded_too } => {
                let places = if excluded_too { phase.places } else { included };
                if places.iter().all(|place| place.outside.is_none()) {
                    return Vec::new();
                }
                rows(self.id, places, 1, &|place| Mark::of(place.outside))
            }
            Test::LongRuns if phase.runs.useful < USEFUL_FOR_A_VERDICT || !phase.runs.long(phase.limits.0) => {
                Vec::new()
            }
            // The longest run, if it is longer than chance makes usual, and any other run that is.
            Test::LongRuns => self.same_side(included, phase.limits.0 + 1, true),
            Test::SameSide { length, pass_over } => self.same_side(included, length, pass_over),
            Test::Within { length, thirds } => rows(self.id, included, length, &|place| {
                let known = place.value.is_some() && place.reach.is_some();
                if known && place.beyond(thirds).is_none() { Mark::Either } else { Mark::None }
            }),
            Test::Without { length, thirds } => rows(self.id, included, length, &|place| {
                if place.beyond(thirds).is_some() { Mark::Either } else { Mark::None }
            }),
            Test::Monotone { length, ties_once } => self.steps(included, length, ties_once, false),
            Test::Alternating { length } => self.steps(included, length, false, true),
            Test::Many { need, of, thirds, also } => self.many(included, need, of, thirds, also),
        }
    }

    fn same_side(&self, included: &[Place], length: usize, pass_over: bool) -> Vec<Pattern> {
        let unsided = if pass_over { Mark::Over } else { Mark::None };
        rows(self.id, included, length, &|place| place.side.map_or(unsided, Mark::Side))
    }

    /// Rows of values that go one way, or up and down by turns.
    fn steps(&self, included: &[Place], length: usize, ties_once: bool, by_turns: bool) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        let mut row: Vec<usize> = Vec::new();
        // How many of the row count, and which way it went last.
        let (mut counted, mut way) = (0, None);
        let mut before: Option<f64> = None;
        // One more at the end, without a value, ends the last row.
        for place in included.iter().map(Some).chain([None]) {
            let value = place.and_then(|place| place.value);
            let index = place.map_or(0, |place| place.index);
            if ties_once && value.is_none() && place.is_some() {
                continue;
            }
            if ties_once && value == before && value.is_some() {
                row.push(index);
                continue;
            }
            let step = value.zip(before).and_then(|(value, before)| Side::of(value, before));
            if step.is_none() || (way.is_some() && (step == way) == by_turns) {
                // A turning point ends one row and begins the next.
                let turn = row.last().copied().filter(|_| step.is_some());
                if counted >= length {
                    let side = if by_turns { None } else { way };
                    self.add(&mut patterns, std::mem::take(&mut row), side, counted, length - 1);
                }
                row.clear();
                row.extend(turn);
                counted = row.len();
            }
            way = step;
            if value.is_some() {
                row.push(index);
                counted += 1;
            }
            before = value;
        }
        patterns
    }

    fn many(&self, included: &[Place], need: usize, of: usize, thirds: f64, also: Also) -> Vec<Pattern> {
        let mut patterns: Vec<Pattern> = Vec::new();
        for side in [Side::Above, Side::Below] {
            let counts = |place: &Place| {
                let allowed = also == Also::Nothing || place.outside.is_none();
                allowed && place.beyond(thirds) == Some(side)
            };
            let mut members: Vec<usize> = Vec::new();
            // Where the window that was found last ended, so that overlapping ones make one pattern.
            let mut reached: Option<usize> = None;
            for (first, window) in included.windows(of).enumerate() {
                let on_side = also == Also::Nothing || window.iter().all(|place| place.side == Some(side));
                let near = window.iter().filter(|place| counts(place));
                if !on_side || near.clone().count() < need {
                    continue;
                }
                if reached.is_some_and(|last| first > last) {
                    let found = members.len();
                    self.add(&mut patterns, std::mem::take(&mut members), Some(side), found, need - 1);
                }
                let newest = members.last().copied();
                members.extend(near.map(|place| place.index).filter(|index| newest.is_none_or(|last| *index > last)));
                reached = Some(first + of - 1);
            }
            let found = members.len();
            self.add(&mut patterns, members, Some(side), found, need - 1);
        }
        patterns
    }

    /// What is a matter of the whole phase: how many were found, and how many would be usual.
    fn of_phase(&self, phase: &Phase<'_>, found: Option<(usize, usize)>) -> Vec<Pattern> {
        let (Some((found, limit)), Some(first), Some(last)) = (found, phase.places.first(), phase.places.last()) else {
            return Vec::new();
        };
        vec![Pattern {
            rule: self.id,
            start: first.index,
            end: last.index,
            members: Vec::new(),
            side: None,
            found,
            limit,
        }]
    }

    /// Adds a pattern of these points, if there are any.
    fn add(&self, to: &mut Vec<Pattern>, members: Vec<usize>, side: Option<Side>, found: usize, limit: usize) {
        if let (Some(&start), Some(&end)) = (members.first(), members.last()) {
            to.push(Pattern { rule: self.id, start, end, members, side, found, limit });
        }
    }
}

/// What a point is for a rule that looks for a row of alike points.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    /// It ends a row.
    None,
    Side(Side),
    /// On either side.
    Either,
    /// It is passed over.
    Over,
}

impl Mark {
    fn of(side: Option<Side>) -> Self {
        side.map_or(Self::None, Self::Side)
    }
}

/// The rows of neighbours with the same mark, of so many points or more.
fn rows(rule: RuleId, places: &[Place], length: usize, mark: &dyn Fn(&Place) -> Mark) -> Vec<Pattern> {
    let mut found = Vec::new();
    // The mark of the row, where it began, and how many belong to it.
    let (mut row, mut first, mut count) = (Mark::None, 0, 0);
    for at in 0..=places.len() {
        let next = places.get(at).map_or(Mark::None, mark);
        if next == Mark::Over {
            continue;
        }
        if next != row {
            if count >= length && row != Mark::None {
                let side = if let Mark::Side(side) = row { Some(side) } else { None };
                let members = places.get(first..at).unwrap_or(&[]).iter().filter(|place| mark(place) == row);
                let members: Vec<usize> = members.map(|place| place.index).collect();
                let (start, end) = (members.first().copied().unwrap_or(0), members.last().copied().unwrap_or(0));
                found.push(Pattern { rule, start, end, found: count, members, side, limit: length - 1 });
            }
            (row, first, count) = (next, at, 0);
        }
        count += 1;
    }
    found
}

#[cfg(test)]
mod tests;
