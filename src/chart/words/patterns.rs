//! Each rule's finding in words.

use super::Words;
use super::english::{counted, times};
use crate::chart::rules::Pattern;
use crate::chart::{ChartPhase, RuleId, Side};
use crate::{Arg, Message};

impl Words<'_> {
    /// What a rule found in a phase. `beyond` is the farthest value and its limit where points lie beyond one.
    pub fn pattern(&self, pattern: &Pattern, phase: &ChartPhase, beyond: (f64, f64)) -> Message {
        let Pattern { found, limit, .. } = *pattern;
        let high = pattern.side == Some(Side::Above);
        let side = if high { "above" } else { "below" };
        let (from, to) = (self.place(pattern.start), self.place(pattern.end));
        let span = format!("from {} to {}", from.1, to.1);
        let centre = phase.centre.unwrap_or(0.0);
        let level = self.amount(centre);
        let bound = if high { "upper" } else { "lower" };
        let (key, text) = match pattern.rule {
            RuleId::LongestRun => (
                "chart-long-run",
                format!(
                    "{found} values in a row lie {side} the centre line of {level}, {span}. Up to {limit} would be \
                     usual by chance."
                ),
            ),
            RuleId::Shift => (
                "chart-shift",
                format!(
                    "{found} values in a row lie {side} the centre line of {level}, {span}. The rule asks for {}.",
                    limit + 1
                ),
            ),
            RuleId::Crossings => (
                "chart-few-crossings",
                format!(
                    "The series crosses its centre line of {level} {}. Among {} values, {limit} or more would be usual \
                     by chance: the level drifts, or has moved.",
                    times(found),
                    phase.useful
                ),
            ),
            RuleId::BeyondLimits | RuleId::Astronomical if found == 1 => (
                "chart-beyond-limit",
                format!(
                    "The value of {} ({}) lies {side} its {bound} limit of {}.",
                    self.amount(beyond.0),
                    from.1,
                    self.amount(beyond.1)
                ),
            ),
            RuleId::BeyondLimits | RuleId::Astronomical => (
                "chart-beyond-limits",
                format!(
                    "{found} values in a row lie {side} their {bound} limits, {span}. The farthest is {}, where the limit \
                     is {}.",
                    self.amount(beyond.0),
                    self.amount(beyond.1)
                ),
            ),
            RuleId::Trend => {
                let way = if high { "rise" } else { "fall" };
                ("chart-trend", format!("{found} values in a row {way}, {span}. The rule asks for {}.", limit + 1))
            }
            RuleId::TwoInThree => (
                "chart-two-in-three",
                format!("Two of three values in a row lie near the {bound} limit, {span}. Chance seldom makes that."),
            ),
            RuleId::FourInFive => (
                "chart-four-in-five",
                format!(
                    "Four of five values in a row lie well {side} the centre line of {level}, {span}. Chance seldom makes that."
                ),
            ),
            RuleId::Alternating => (
                "chart-alternating",
                format!(
                    "{found} values in a row go up and down by turns, {span}. Look for two sources that take turns."
                ),
            ),
            RuleId::Hugging => (
                "chart-hugging",
                format!(
                    "{found} values in a row keep close to the centre line of {level}, {span}. Look for values that mix \
                     several groups, or for limits that are out of date."
                ),
            ),
            RuleId::Avoiding => (
                "chart-avoiding",
                format!(
                    "{found} values in a row keep away from the centre line of {level}, {span}. Look for two groups that \
                     are plotted as one."
                ),
            ),
            RuleId::FewRuns => (
                "chart-few-runs",
                format!(
                    "The series makes {} about its centre line of {level}. Among {} values, {limit} or more would be usual \
                     by chance: the level drifts, or has moved.",
                    counted(found, "run"),
                    phase.useful
                ),
            ),
            RuleId::ManyRuns => (
                "chart-many-runs",
                format!(
                    "The series makes {found} runs about its centre line of {level}. Among {} values, {limit} or fewer would \
                     be usual by chance: look for two groups that take turns.",
                    phase.useful
                ),
            ),
        };
        let args = vec![
            ("found", Arg::from(found)),
            ("limit", Arg::from(limit)),
            ("side", Arg::from(pattern.side.map_or("", Side::word))),
            ("centre", self.rounded(centre)),
            ("unit", self.unit()),
            ("useful", Arg::from(phase.useful)),
            ("value", self.rounded(beyond.0)),
            ("bound", self.rounded(beyond.1)),
            ("from", from.0),
            ("to", to.0),
        ];
        Message::new(key, args, text)
    }
}
