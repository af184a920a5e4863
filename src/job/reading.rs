//! From a statement and answers to a reading.

use super::axes::{AxisShares, Probabilities};
use super::language::{leans_on_english, mostly_latin};
use super::questions::next_question;
use super::text::{TextEvidence, read_text};
use super::words::words;
use super::{
    AbstainReason, Abstained, Axis, JobAnswers, JobEvidence, JobInput, JobReading, Outcome, STATEMENT_LIMIT, Value,
    explain,
};
use crate::error::{ErrorKind, Result};

/// Reads which Job a statement and answers speak for, and says why.
///
/// ```
/// use headwater::job::{Job, read_job};
///
/// let reading = read_job(&"Half our absences are late buses, and transportation says it isn’t theirs.".into())?;
/// assert_eq!(reading.job, Some(Job::Coordinate));
/// assert!(reading.evidence.iter().any(|found| found.quote == "transportation says it isn’t theirs"));
/// # Ok::<(), headwater::Error>(())
/// ```
///
/// Errors: `input/text-too-long` at `statement`, beyond [`STATEMENT_LIMIT`] UTF-16 units.
pub fn read_job(input: &JobInput) -> Result<JobReading> {
    let statement = input.statement.as_deref().unwrap_or_default();
    let length = statement.encode_utf16().count();
    if length > STATEMENT_LIMIT {
        return Err(ErrorKind::TextTooLong { length, limit: STATEMENT_LIMIT }.at("statement"));
    }

    let said = listen(statement);
    let Verdict { axes, probabilities, outcome, abstained } = said.verdict(&input.answers);
    let next = next_question(&input.answers, &|answers| {
        let verdict = said.verdict(answers);
        (verdict.axes, (verdict.abstained.is_none(), verdict.outcome))
    });
    let abstained = abstained
        .map(|reason| Abstained { reason, message: explain::abstention(reason, &probabilities, said.outcome_alone()) });
    let explanation = explain::explain(outcome, abstained.as_ref(), &axes, &said.evidence, &input.answers);
    Ok(JobReading {
        job: if abstained.is_none() { outcome.job() } else { None },
        outcome,
        probabilities,
        confidence: probabilities.of(outcome),
        abstained,
        axes,
        evidence: said.evidence,
        next,
        explanation,
    })
}

/// Reads many. Errors carry the index: `3.statement`.
pub fn read_jobs(inputs: &[JobInput]) -> Result<Vec<JobReading>> {
    inputs.iter().enumerate().map(|(at, input)| read_job(input).map_err(|error| error.within(at))).collect()
}

/// What was heard in the statement.
struct Said {
    evidence: Vec<JobEvidence>,
    blank: bool,
    english: bool,
}

fn listen(statement: &str) -> Said {
    let words = words(statement);
    let latin = mostly_latin(statement);
    let evidence = if latin { quote(statement) } else { Vec::new() };
    // “Problem” is a word of many languages: one piece of evidence does not make a text English.
    let english = leans_on_english(&words) || evidence.len() > 1;
    let evidence = if english { evidence } else { Vec::new() };
    let english = english && latin;
    Said { evidence, blank: statement.trim().is_empty(), english }
}

/// The evidence of the text with its words, cut by UTF-16 span.
fn quote(statement: &str) -> Vec<JobEvidence> {
    let units: Vec<u16> = statement.encode_utf16().collect();
    let mut evidence = Vec::new();
    for TextEvidence { value, weight, span } in read_text(statement) {
        let quote = String::from_utf16_lossy(units.get(span.0..span.1).unwrap_or_default());
        evidence.push(JobEvidence { axis: value.axis(), value, weight, span, quote });
    }
    evidence
}

struct Verdict {
    axes: AxisShares,
    probabilities: Probabilities,
    outcome: Outcome,
    abstained: Option<AbstainReason>,
}

/// The reading commits to what is more probable than all else together.
const COMMITS: f64 = 0.5;
/// Less than this about problem, reach and what is lacking, in log-odds, is too little to read: a lone hint.
const LEAST_SAID: f64 = 1.0;
/// A story this sure of its Job is set against the answers …
const STORY_SURE: f64 = 0.85;
/// … when they leave that Job less than this.
const ANSWERS_EXCLUDE: f64 = 0.1;

impl Said {
    fn verdict(&self, answers: &JobAnswers) -> Verdict {
        let axes = AxisShares::weigh(&self.evidence, answers);
        let probabilities = axes.probabilities();
        let outcome = probabilities.outcome();
        Verdict { axes, probabilities, outcome, abstained: self.abstains(answers, outcome, &probabilities) }
    }

    fn abstains(&self, answers: &JobAnswers, outcome: Outcome, probabilities: &Probabilities) -> Option<AbstainReason> {
        if self.blank && answers.is_empty() {
            return Some(AbstainReason::NoInput);
        }
        if self.contradicts(answers) {
            return Some(AbstainReason::Contradiction);
        }
        let said: f64 =
            self.evidence.iter().filter(|found| found.axis != Axis::Struggle).map(|found| found.weight).sum();
        let answered = [Axis::Unit, Axis::Reach, Axis::Lacking].iter().any(|&axis| answers.get(axis).is_some());
        let about_jobs = answered || said >= LEAST_SAID;
        let denied = answers.get(Axis::Struggle) == Some(Value::No)
            || self.evidence.iter().any(|found| found.value == Value::No);
        let grounded = if outcome == Outcome::None { denied } else { about_jobs };
        if grounded && probabilities.of(outcome) >= COMMITS {
            return None;
        }
        Some(match () {
            () if !self.blank && !self.english => AbstainReason::NotEnglish,
            () if !about_jobs => AbstainReason::TooLittle,
            () => AbstainReason::Unsure,
        })
    }

    /// What the statement says without the answers, as far as it is sure of a Job.
    fn outcome_alone(&self) -> Option<Outcome> {
        let alone = AxisShares::weigh(&self.evidence, &JobAnswers::default()).probabilities();
        let outcome = alone.outcome();
        (outcome != Outcome::None && alone.of(outcome) >= STORY_SURE).then_some(outcome)
    }

    fn contradicts(&self, answers: &JobAnswers) -> bool {
        self.outcome_alone().is_some_and(|outcome| {
            let answered = AxisShares::weigh(&[], answers).probabilities();
            !answers.is_empty() && answered.of(outcome) < ANSWERS_EXCLUDE
        })
    }
}
