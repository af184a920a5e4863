//! The three Jobs, and the reading of a leader’s story: which Job brings them, and the words that say so.
//!
//! The way of a story through this module: `words` makes plain words of it, `features` and `model` give points to
//! them, `text` adds these up, `axes` weighs points and answers into the four outcomes by a rule a person can check,
//! `questions` picks the question worth asking next, `explain` says it all in sentences.
//!
//! The Jobs are those of T. Arnett and B. Moesta, “The K–12 improvement imperative” (Christensen Institute, 2021).
//! How words and answers are weighed is this project’s own judgement.

mod axes;
mod decode;
mod explain;
mod features;
mod language;
mod model;
mod questions;
mod reading;
mod text;
mod words;

#[cfg(test)]
mod tests;

/// What `cargo xtask train` needs: the features of a text, and readings by a model that is not built in.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    use super::{JobInput, JobReading, features, model, reading, words};

    pub const CODES: u32 = features::CODES;
    pub const VALUES: [super::Value; 8] = model::VALUES;

    /// The codes of the features of a text, each once, in rising order; without those of words that `hides`.
    pub fn codes(text: &str, hides: &dyn Fn(&str) -> bool) -> Vec<u32> {
        let words = words::words(text);
        let hidden: Vec<bool> = words.iter().map(|word| hides(&word.text)).collect();
        let mut found = features::features(&words);
        found.retain(|feature| !hidden[feature.first] && !hidden[feature.last]);
        found.into_iter().map(|feature| feature.code).collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    }

    /// Reads by the model in `file`; `None` if there is none in it.
    pub fn reader(file: &[u8]) -> Option<impl Fn(&JobInput) -> crate::Result<JobReading> + use<>> {
        let model = model::Model::of(file)?;
        Some(move |input: &JobInput| reading::read_with(&model, input))
    }
}

pub use axes::{AxisShares, LackingShares, Probabilities, ReachShares, StruggleShares, UnitShares};
pub use questions::{JobQuestion, QuestionOption};
pub use reading::{read_job, read_jobs};

use crate::message::Message;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest statement that is read, in UTF-16 code units.
pub const STATEMENT_LIMIT: usize = 20_000;

/// Why a leader takes up continuous improvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Job {
    /// “I have a specific problem. Help me fix it.”
    Correct,
    /// “I’m frustrated. Help me rally others to move the needle.”
    Coordinate,
    /// “We can’t do what we did before. Help us find a new way as a school system.”
    Reorient,
}

/// A Job, or none of them: a duty, a purchase, praise, a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // the Jobs are described at `Job`
pub enum Outcome {
    Correct,
    Coordinate,
    Reorient,
    /// None of the three.
    None,
}

impl Outcome {
    /// All four, in the order in which they are always listed.
    pub const ALL: [Outcome; 4] = [Outcome::Correct, Outcome::Coordinate, Outcome::Reorient, Outcome::None];

    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Correct => "correct",
            Outcome::Coordinate => "coordinate",
            Outcome::Reorient => "reorient",
            Outcome::None => "none",
        }
    }

    /// The Job, unless it is none.
    pub fn job(self) -> Option<Job> {
        match self {
            Outcome::Correct => Some(Job::Correct),
            Outcome::Coordinate => Some(Job::Coordinate),
            Outcome::Reorient => Some(Job::Reorient),
            Outcome::None => None,
        }
    }
}

/// What tells the Jobs apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Axis {
    /// One problem, or many that hang together.
    Unit,
    /// Who could fix it: the people the leader directs, others, or the whole organisation.
    Reach,
    /// What is missing most: tools to find the cause, others who pull the same way, or a way of working.
    Lacking,
    /// Whether there is a struggle at all.
    Struggle,
}

impl Axis {
    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Axis::Unit => "unit",
            Axis::Reach => "reach",
            Axis::Lacking => "lacking",
            Axis::Struggle => "struggle",
        }
    }

    /// All four, in the order in which they are always listed.
    pub const ALL: [Axis; 4] = [Axis::Unit, Axis::Reach, Axis::Lacking, Axis::Struggle];

    /// The values it can take.
    pub fn values(self) -> &'static [Value] {
        match self {
            Axis::Unit => &[Value::One, Value::Many],
            Axis::Reach => &[Value::Own, Value::Others, Value::Whole],
            Axis::Lacking => &[Value::Tools, Value::Rally, Value::Way],
            Axis::Struggle => &[Value::Yes, Value::No],
        }
    }
}

/// A value of an [`Axis`]. Each belongs to exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Value {
    /// Unit: one problem that can be named.
    One,
    /// Unit: many problems that hang together.
    Many,
    /// Reach: the people the leader directs could fix it.
    Own,
    /// Reach: it needs people the leader does not direct.
    Others,
    /// Reach: the whole organisation’s way of working is at stake.
    Whole,
    /// Lacking: tools to find the cause.
    Tools,
    /// Lacking: others who pull the same way.
    Rally,
    /// Lacking: a way of working.
    Way,
    /// Struggle: there is one.
    Yes,
    /// Struggle: a duty, a purchase, praise or a remark instead.
    No,
}

impl Value {
    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Value::One => "one",
            Value::Many => "many",
            Value::Own => "own",
            Value::Others => "others",
            Value::Whole => "whole",
            Value::Tools => "tools",
            Value::Rally => "rally",
            Value::Way => "way",
            Value::Yes => "yes",
            Value::No => "no",
        }
    }

    /// The axis it belongs to.
    pub fn axis(self) -> Axis {
        match self {
            Value::One | Value::Many => Axis::Unit,
            Value::Own | Value::Others | Value::Whole => Axis::Reach,
            Value::Tools | Value::Rally | Value::Way => Axis::Lacking,
            Value::Yes | Value::No => Axis::Struggle,
        }
    }
}

/// Writes what has a name by its name.
macro_rules! written_by_name {
    ($($named:ty),+) => {
        $(impl Serialize for $named {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        })+
    };
}
written_by_name!(Outcome, Axis, Value);

/// Answers to the questions: at most one value for each axis. In JSON `{"unit": "one", "reach": "others"}`.
///
/// ```
/// use headwater::job::{JobAnswers, Value, read_job, JobInput, Job};
///
/// let answers = JobAnswers::default().with(Value::Many).with(Value::Way);
/// let reading = read_job(&JobInput { answers, ..Default::default() })?;
/// assert_eq!(reading.job, Some(Job::Reorient));
/// # Ok::<(), headwater::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobAnswers {
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lacking: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    struggle: Option<Value>,
}

impl JobAnswers {
    /// The same answers with this one added, or put in place of the earlier answer on its axis.
    pub fn with(mut self, value: Value) -> Self {
        *match value.axis() {
            Axis::Unit => &mut self.unit,
            Axis::Reach => &mut self.reach,
            Axis::Lacking => &mut self.lacking,
            Axis::Struggle => &mut self.struggle,
        } = Some(value);
        self
    }

    /// The answer on an axis.
    pub fn get(&self, axis: Axis) -> Option<Value> {
        match axis {
            Axis::Unit => self.unit,
            Axis::Reach => self.reach,
            Axis::Lacking => self.lacking,
            Axis::Struggle => self.struggle,
        }
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        Axis::ALL.iter().all(|&axis| self.get(axis).is_none())
    }
}

impl<'de> Deserialize<'de> for JobAnswers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Given {
            unit: Option<Value>,
            reach: Option<Value>,
            lacking: Option<Value>,
            struggle: Option<Value>,
        }
        let given = Given::deserialize(deserializer)?;
        let mut answers = JobAnswers::default();
        let columns = [given.unit, given.reach, given.lacking, given.struggle];
        for (axis, value) in Axis::ALL.into_iter().zip(columns) {
            match value {
                Some(value) if value.axis() == axis => answers = answers.with(value),
                Some(_) => return Err(serde::de::Error::custom("this answer belongs to another question")),
                None => {}
            }
        }
        Ok(answers)
    }
}

/// What a leader said and answered. Give at least one of the two.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JobInput {
    /// The story in the leader’s own words. English is read, at most [`STATEMENT_LIMIT`] UTF-16 units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Answers to the questions.
    #[serde(default, deserialize_with = "null_is_none_given")]
    pub answers: JobAnswers,
}

fn null_is_none_given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<JobAnswers, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

impl From<&str> for JobInput {
    fn from(statement: &str) -> Self {
        Self { statement: Some(statement.to_owned()), ..Self::default() }
    }
}

/// Words of the statement that speak for a value of an axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobEvidence {
    /// The axis.
    pub axis: Axis,
    /// The value of the axis that the words speak for.
    pub value: Value,
    /// How strongly, in log-odds (natural logarithm); more than 0.
    pub weight: f64,
    /// Start and end in the statement, in UTF-16 code units.
    pub span: (usize, usize),
    /// The words as they stand in the statement.
    pub quote: String,
}

/// Why no Job is named although something may have been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AbstainReason {
    /// Nothing was said or answered.
    NoInput,
    /// What was said does not bear on the Jobs.
    TooLittle,
    /// It bears on more than one Job about equally.
    Unsure,
    /// The statement does not look like English, the one language that is read.
    NotEnglish,
    /// The statement says one thing, the answers another.
    Contradiction,
}

/// That the reading abstains, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Abstained {
    /// The reason.
    pub reason: AbstainReason,
    /// The reason in a sentence that says what would help.
    pub message: Message,
}

/// Which Job a statement and answers speak for, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobReading {
    /// The Job; `None` when the reading abstains or finds none.
    pub job: Option<Job>,
    /// The most probable of the four, always given.
    pub outcome: Outcome,
    /// The four probabilities; they sum to 1.
    pub probabilities: Probabilities,
    /// The probability of `outcome`, 0 to 1.
    pub confidence: f64,
    /// Why no Job is named; `None` when the reading commits, be it to none of the Jobs.
    pub abstained: Option<Abstained>,
    /// For each axis, how probable each of its values is.
    pub axes: AxisShares,
    /// What the statement says, in the order of the text.
    pub evidence: Vec<JobEvidence>,
    /// The question worth asking next; `None` when no answer would change the reading.
    pub next: Option<JobQuestion>,
    /// Two or three sentences for the leader: the reading and the words it rests on.
    pub explanation: String,
}
