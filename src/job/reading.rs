//! From a statement and answers to a reading.

use super::axes::{Probabilities, Weighed, weigh};
use super::language::{leans_on_english, mostly_latin};
use super::model::Model;
use super::questions::next_question;
use super::text::{Points, TextEvidence, hear};
use super::words::words;
use super::{
    AbstainReason, Abstained, JobAnswers, JobEvidence, JobInput, JobReading, Outcome, STATEMENT_LIMIT, Value, explain,
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
    read_with(Model::built_in(), input)
}

pub(super) fn read_with(model: &Model, input: &JobInput) -> Result<JobReading> {
    let statement = input.statement.as_deref().unwrap_or_default();
    let length = statement.encode_utf16().count();
    if length > STATEMENT_LIMIT {
        return Err(ErrorKind::TextTooLong { length, limit: STATEMENT_LIMIT }.at("statement"));
    }

    let said = listen(model, statement);
    let verdict = said.verdict(&input.answers);
    let next = next_question(&input.answers, &|answers| {
        let verdict = said.verdict(answers);
        (verdict.weighed, (verdict.abstained.is_none(), verdict.outcome))
    });
    let Verdict { weighed: Weighed { axes, probabilities }, outcome, abstained } = verdict;
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
    points: Points,
    evidence: Vec<JobEvidence>,
    blank: bool,
    english: bool,
    /// How many features of it the model knows.
    known: usize,
    commits: f64,
}

fn listen(model: &Model, statement: &str) -> Said {
    let words = words(statement);
    let blank = statement.trim().is_empty();
    let english = mostly_latin(statement) && leans_on_english(&words);
    if blank || !english {
        let mut points = Points::default();
        points[Value::No as usize] = NOTHING_HEARD;
        return Said { points, evidence: Vec::new(), blank, english, known: 0, commits: model.commits };
    }
    let heard = hear(model, &words);
    let evidence = quote(statement, heard.evidence);
    Said { points: heard.points, evidence, blank, english, known: heard.known, commits: model.commits }
}

/// The evidence of the text with its words, cut by UTF-16 span.
fn quote(statement: &str, found: Vec<TextEvidence>) -> Vec<JobEvidence> {
    let units: Vec<u16> = statement.encode_utf16().collect();
    let mut evidence = Vec::new();
    for TextEvidence { value, weight, span } in found {
        let quote = String::from_utf16_lossy(units.get(span.0..span.1).unwrap_or_default());
        evidence.push(JobEvidence { axis: value.axis(), value, weight, span, quote });
    }
    evidence
}

struct Verdict {
    weighed: Weighed,
    outcome: Outcome,
    abstained: Option<AbstainReason>,
}

/// Where nothing is heard, no struggle is as probable as the three Jobs together: ln 3.
const NOTHING_HEARD: f64 = 1.098_612_288_668_109_8;
/// A text of which the model knows fewer features is too thin to read.
const LEAST_KNOWN: usize = 4;
/// Answers are surer than words: with one, a reading commits from this probability on.
const COMMITS_ON_ANSWERS: f64 = 0.6;
/// A story this sure of its Job is set against the answers …
const STORY_SURE: f64 = 0.95;
/// … when they leave that Job less than this.
const ANSWERS_EXCLUDE: f64 = 0.1;

impl Said {
    fn verdict(&self, answers: &JobAnswers) -> Verdict {
        let weighed = weigh(&self.points, answers);
        let outcome = weighed.probabilities.outcome();
        Verdict { weighed, outcome, abstained: self.abstains(answers, outcome, &weighed.probabilities) }
    }

    fn abstains(&self, answers: &JobAnswers, outcome: Outcome, probabilities: &Probabilities) -> Option<AbstainReason> {
        if self.blank && answers.is_empty() {
            return Some(AbstainReason::NoInput);
        }
        if self.contradicts(answers) {
            return Some(AbstainReason::Contradiction);
        }
        let grounded = !answers.is_empty() || self.known >= LEAST_KNOWN;
        let commits = if answers.is_empty() { self.commits } else { self.commits.min(COMMITS_ON_ANSWERS) };
        if grounded && probabilities.of(outcome) >= commits {
            return None;
        }
        Some(match () {
            () if !self.blank && !self.english => AbstainReason::NotEnglish,
            () if !grounded => AbstainReason::TooLittle,
            () => AbstainReason::Unsure,
        })
    }

    /// What the statement says without the answers, as far as it is sure of a Job.
    fn outcome_alone(&self) -> Option<Outcome> {
        let alone = weigh(&self.points, &JobAnswers::default()).probabilities;
        let outcome = alone.outcome();
        (outcome != Outcome::None && self.known >= LEAST_KNOWN && alone.of(outcome) >= STORY_SURE).then_some(outcome)
    }

    fn contradicts(&self, answers: &JobAnswers) -> bool {
        self.outcome_alone().is_some_and(|outcome| {
            let answered = weigh(&Points::default(), answers).probabilities;
            !answers.is_empty() && answered.of(outcome) < ANSWERS_EXCLUDE
        })
    }
}
