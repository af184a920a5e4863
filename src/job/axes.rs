//! The axes, and the rule by which they make a Job. A person can check it with a pencil:
//!
//! 1. Each axis starts even. A piece of evidence raises its value by its weight in log-odds; an answer settles it.
//! 2. For each Job, and each axis, see how far the axis fits the Job: the share of leaders with that Job who would say
//!    so, from [`Value::shares`]. Multiply the fits of unit, reach and lacking.
//! 3. Spread the probability of a struggle over the Jobs in that proportion. What is left is “none”.
//!
//! The axes follow what is published of the Jobs (their statements and situations). The shares are our own judgement,
//! chosen so that every combination of answers leads where the deciding questions lead: many problems → Reorient;
//! one, and my own people could fix it → Correct; one, and others must act → Coordinate; the whole organisation’s
//! way of working → Reorient.

use super::{Axis, JobAnswers, JobEvidence, Outcome, Value};
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

/// However much is said, words alone move a value by no more than this, in log-odds: about 55 to 1.
const MOST_FROM_WORDS: f64 = 4.0;
/// Who says that others hold the fix, or that a way of working is missing, has in part already spoken of a struggle:
/// this part of such weights counts for it too …
const STRUGGLE_IMPLIED: f64 = 0.4;
/// … up to this, in log-odds: about 7 to 1.
const MOST_IMPLIED: f64 = 2.0;
/// Who answers a question about their problem most probably has one: about 7 to 1.
const STRUGGLE_BY_ANSWERING: f64 = 2.0;

impl AxisShares {
    /// Step 1 of the rule: weigh evidence and answers on each axis.
    pub(super) fn weigh(evidence: &[JobEvidence], answers: &JobAnswers) -> Self {
        let said = |value: Value| {
            let sum: f64 = evidence.iter().filter(|found| found.value == value).map(|found| found.weight).sum();
            sum.min(MOST_FROM_WORDS)
        };
        let about_jobs: f64 =
            evidence.iter().filter(|found| found.axis != Axis::Struggle).map(|found| found.weight).sum();
        let implied = (STRUGGLE_IMPLIED * about_jobs).min(MOST_IMPLIED);
        // Words of struggle count no further than what is said beside them: a complaint that names neither a problem,
        // nor who could act, nor what is missing, speaks for no Job.
        let complaint = said(Value::Yes).min(about_jobs);
        let answered = [Axis::Unit, Axis::Reach, Axis::Lacking].iter().any(|&axis| answers.get(axis).is_some());
        let by_answering = if answered { STRUGGLE_BY_ANSWERING } else { 0.0 };

        let share = |value: Value| match answers.get(value.axis()) {
            Some(answer) => f64::from(u8::from(answer == value)),
            None => {
                let odds = |value| match value {
                    Value::Yes => libm::exp(complaint + implied + by_answering),
                    _ => libm::exp(said(value)),
                };
                odds(value) / value.axis().values().iter().map(|&value| odds(value)).sum::<f64>()
            }
        };
        Self {
            unit: UnitShares { one: share(Value::One), many: share(Value::Many) },
            reach: ReachShares { own: share(Value::Own), others: share(Value::Others), whole: share(Value::Whole) },
            lacking: LackingShares { tools: share(Value::Tools), rally: share(Value::Rally), way: share(Value::Way) },
            struggle: StruggleShares { yes: share(Value::Yes), no: share(Value::No) },
        }
    }

    /// How far an axis fits each Job (step 2).
    fn fits(&self, axis: Axis) -> [f64; 3] {
        let mut fits = [0.0; 3];
        for &value in axis.values() {
            for (fit, share) in fits.iter_mut().zip(value.shares()) {
                *fit += self.of(value) * share;
            }
        }
        fits
    }

    /// Steps 2 and 3 of the rule.
    pub(super) fn probabilities(&self) -> Probabilities {
        let [unit, reach, lacking] = [Axis::Unit, Axis::Reach, Axis::Lacking].map(|axis| self.fits(axis));
        let mut jobs = [0.0; 3];
        for (job, ((unit, reach), lacking)) in jobs.iter_mut().zip(unit.into_iter().zip(reach).zip(lacking)) {
            *job = unit * reach * lacking;
        }
        let all: f64 = jobs.iter().sum();
        let [correct, coordinate, reorient] = jobs.map(|job| self.struggle.yes * job / all);
        Probabilities { correct, coordinate, reorient, none: self.struggle.no }
    }

    /// How probable this answer would be if its question were asked now: what its own axis says, times what the other
    /// axes make of the Jobs.
    pub(super) fn answer_probability(&self, answer: Value) -> f64 {
        if answer.axis() == Axis::Struggle {
            return self.of(answer);
        }
        let jobs = self.probabilities();
        let fits = self.fits(answer.axis());
        let weight: f64 = [jobs.correct, jobs.coordinate, jobs.reorient]
            .into_iter()
            .zip(fits)
            .zip(answer.shares())
            .map(|((job, fit), share)| job * share / fit)
            .sum();
        let all = jobs.correct + jobs.coordinate + jobs.reorient;
        if all > 0.0 { self.of(answer) * weight / all } else { self.of(answer) }
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
        AxisShares::weigh(&[], &answers).probabilities().outcome()
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
        let even = AxisShares::weigh(&[], &JobAnswers::default()).probabilities();
        assert!((even.correct - even.reorient).abs() < 1e-12 && (even.correct - even.coordinate).abs() < 1e-12);
    }
}
