//! The axes, and the rule by which they make a Job. A person can check it with a pencil:
//!
//! 1. The words of a statement give points to the values of the axes (see [`super::model`]). Points are log-odds.
//! 2. Each outcome adds up the points of its values: Correct those of `own` and `tools`; Coordinate those of `others`
//!    and `rally`; Reorient those of `many`, `whole` and `way`; none those of `no`. The four sums, as odds, make the
//!    probabilities.
//! 3. An answer settles its axis. The points of that axis are dropped, and each Job is multiplied by the share of
//!    leaders with that Job who would answer so, from [`Value::shares`].
//!
//! The axes follow what is published of the Jobs (their statements and situations). The shares are our own judgement,
//! chosen so that every combination of answers leads where the deciding questions lead: many problems → Reorient;
//! one, and my own people could fix it → Correct; one, and others must act → Coordinate; the whole organisation’s
//! way of working → Reorient.

use super::text::Points;
use super::{Axis, JobAnswers, Outcome, Value};
use serde::{Serialize, Serializer};

impl Probabilities {
    /// The probability of one outcome.
    pub fn of(&self, outcome: Outcome) -> f64 {
        match outcome {
            Outcome::Correct => self.correct,
            Outcome::Coordinate => self.coordinate,
            Outcome::Reorient => self.reorient,
            Outcome::None => self.none,
        }
    }

    /// The most probable outcome; of equals, a Job goes before none, and the Jobs keep their order.
    pub fn outcome(&self) -> Outcome {
        let mut best = Outcome::Correct;
        for outcome in Outcome::ALL {
            if self.of(outcome) > self.of(best) {
                best = outcome;
            }
        }
        best
    }

    /// How unsure it is: the chance that two draws differ (Gini), 0 when certain. It needs no logarithm.
    pub(super) fn uncertainty(&self) -> f64 {
        1.0 - Outcome::ALL.iter().map(|&outcome| self.of(outcome) * self.of(outcome)).sum::<f64>()
    }
}

/// Declares the shares of one axis: a number for each of its values.
macro_rules! shares {
    ($( $(#[$doc:meta])* $name:ident { $($field:ident),+ } )+) => {
        $(
            $(#[$doc])* #[derive(Debug, Clone, Copy, PartialEq)] #[allow(missing_docs)]
            pub struct $name { $(pub $field: f64),+ }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    write_shares(serializer, &[$((stringify!($field), self.$field)),+])
                }
            }
        )+
    };
}

#[inline(never)]
fn write_shares<S: Serializer>(serializer: S, shares: &[(&'static str, f64)]) -> Result<S::Ok, S::Error> {
    serializer.collect_map(shares.iter().copied())
}

shares! {
    /// How probable each outcome is, 0 to 1.
    Probabilities { correct, coordinate, reorient, none }
    /// One problem, or many.
    UnitShares { one, many }
    /// Whose work would fix it.
    ReachShares { own, others, whole }
    /// What is missing most.
    LackingShares { tools, rally, way }
    /// Whether there is a struggle.
    StruggleShares { yes, no }
}

/// For each axis, how probable each of its values is; each sums to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[allow(missing_docs)] // the axes are described at `Axis`
pub struct AxisShares {
    pub unit: UnitShares,
    pub reach: ReachShares,
    pub lacking: LackingShares,
    pub struggle: StruggleShares,
}

impl AxisShares {
    /// The probability of one value on its axis.
    pub fn of(&self, value: Value) -> f64 {
        match value {
            Value::One => self.unit.one,
            Value::Many => self.unit.many,
            Value::Own => self.reach.own,
            Value::Others => self.reach.others,
            Value::Whole => self.reach.whole,
            Value::Tools => self.lacking.tools,
            Value::Rally => self.lacking.rally,
            Value::Way => self.lacking.way,
            Value::Yes => self.struggle.yes,
            Value::No => self.struggle.no,
        }
    }
}

/// Who answers a question about their problem most probably has one: about 7 to 1.
const STRUGGLE_BY_ANSWERING: f64 = 7.0;

/// Where each axis stands, and what follows for the Jobs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighed {
    pub axes: AxisShares,
    pub probabilities: Probabilities,
}

/// Weighs points and answers by the rule.
pub(super) fn weigh(points: &Points, answers: &JobAnswers) -> Weighed {
    let open = |axis: Axis| answers.get(axis).is_none();
    let of = |value: Value| points[value as usize];

    let mut sums = [0.0, 0.0, 0.0];
    for (axis, values) in [
        (Axis::Unit, [Value::One, Value::One, Value::Many]),
        (Axis::Reach, [Value::Own, Value::Others, Value::Whole]),
        (Axis::Lacking, [Value::Tools, Value::Rally, Value::Way]),
    ] {
        if open(axis) {
            sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += of(value));
        }
    }
    let most = sums.iter().copied().fold(of(Value::No), f64::max);
    let mut jobs = sums.map(|sum| libm::exp(sum - most));
    let mut none = libm::exp(of(Value::No) - most);
    for answer in [Axis::Unit, Axis::Reach, Axis::Lacking].into_iter().filter_map(|axis| answers.get(axis)) {
        let shares = answer.shares();
        let all: f64 = shares.iter().sum();
        jobs.iter_mut().zip(shares).for_each(|(job, share)| *job *= 3.0 * share / all);
        // Once, however many are answered.
        if jobs.iter().any(|job| *job > 0.0) && open(Axis::Struggle) {
            none = none.min(libm::exp(of(Value::No) - most) / STRUGGLE_BY_ANSWERING);
        }
    }
    match answers.get(Axis::Struggle) {
        Some(Value::Yes) => none = 0.0,
        Some(_) => jobs = [0.0; 3],
        None => {}
    }
    let all = jobs.iter().sum::<f64>() + none;
    let [correct, coordinate, reorient] = jobs.map(|job| job / all);
    let none = none / all;

    let share = |value: Value| match answers.get(value.axis()) {
        Some(answer) => f64::from(u8::from(answer == value)),
        None => {
            let odds = |value: Value| libm::exp(of(value).min(LOUDEST));
            odds(value) / value.axis().values().iter().map(|&value| odds(value)).sum::<f64>()
        }
    };
    Weighed {
        axes: AxisShares {
            unit: UnitShares { one: share(Value::One), many: share(Value::Many) },
            reach: ReachShares { own: share(Value::Own), others: share(Value::Others), whole: share(Value::Whole) },
            lacking: LackingShares { tools: share(Value::Tools), rally: share(Value::Rally), way: share(Value::Way) },
            struggle: StruggleShares { yes: 1.0 - none, no: none },
        },
        probabilities: Probabilities { correct, coordinate, reorient, none },
    }
}

/// Points beyond this add nothing to what can be told apart.
const LOUDEST: f64 = 100.0;

impl Weighed {
    /// How probable this answer would be if its question were asked now: what its own axis says, times what the Jobs
    /// make of it.
    pub(super) fn answer_probability(&self, answer: Value) -> f64 {
        let Probabilities { correct, coordinate, reorient, .. } = self.probabilities;
        let weight = |value: Value| {
            let [a, b, c] = value.shares();
            self.axes.of(value) * (correct * a + coordinate * b + reorient * c)
        };
        let all: f64 = answer.axis().values().iter().map(|&value| weight(value)).sum();
        if answer.axis() == Axis::Struggle || all <= 0.0 { self.axes.of(answer) } else { weight(answer) / all }
    }
}

impl Value {
    /// Of a hundred leaders with Correct, with Coordinate, with Reorient: how many would give this answer. Each
    /// column of an axis sums to 100, so an axis of which nothing is known favours no Job. Our own judgement.
    fn shares(self) -> [f64; 3] {
        match self {
            Value::One => [99.0, 99.0, 25.0],
            Value::Many => [1.0, 1.0, 75.0],

            Value::Own => [85.0, 4.0, 6.0],
            Value::Others => [9.0, 86.0, 14.0],
            Value::Whole => [6.0, 10.0, 80.0],

            Value::Tools => [70.0, 15.0, 15.0],
            Value::Rally => [15.0, 70.0, 15.0],
            Value::Way => [15.0, 15.0, 70.0],

            // The struggle does not tell the Jobs apart.
            Value::Yes | Value::No => [50.0, 50.0, 50.0],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Value::{Many, One, Others, Own, Rally, Tools, Way, Whole, Yes};

    fn outcome(answers: &[Value]) -> Outcome {
        let answers = answers.iter().fold(JobAnswers::default(), |answers, &value| answers.with(value));
        weigh(&Points::default(), &answers).probabilities.outcome()
    }

    #[test]
    fn every_combination_of_answers_leads_where_the_deciding_questions_lead() {
        for reach in [Own, Others, Whole] {
            for lacking in [Tools, Rally, Way] {
                assert_eq!(outcome(&[Many, reach, lacking, Yes]), Outcome::Reorient, "{reach:?} {lacking:?}");
            }
        }
        for lacking in [Tools, Rally, Way] {
            assert_eq!(outcome(&[One, Own, lacking, Yes]), Outcome::Correct, "{lacking:?}");
            assert_eq!(outcome(&[One, Others, lacking, Yes]), Outcome::Coordinate, "{lacking:?}");
        }
        // One problem that stands for many: the whole organisation, and a way of working.
        assert_eq!(outcome(&[One, Whole, Way, Yes]), Outcome::Reorient);
        assert_eq!(outcome(&[One, Whole, Yes]), Outcome::Reorient);
    }

    #[test]
    fn an_axis_of_which_nothing_is_known_favours_no_job() {
        for axis in Axis::ALL {
            let columns = axis.values().iter().fold([0.0; 3], |sum, value| {
                let [a, b, c] = value.shares();
                [sum[0] + a, sum[1] + b, sum[2] + c]
            });
            assert_eq!(columns, [100.0; 3], "{axis:?}");
        }
        let even = weigh(&Points::default(), &JobAnswers::default()).probabilities;
        assert!((even.correct - even.reorient).abs() < 1e-12 && (even.correct - even.coordinate).abs() < 1e-12);
    }
}
