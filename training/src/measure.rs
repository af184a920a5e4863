//! Figures of readings against labels.

use crate::corpus::Statement;
use headwater::job::{AbstainReason, JobAnswers, JobInput, JobReading, Outcome, Value};

/// What a reader made of a statement: four probabilities and whether it commits.
#[derive(Debug, Clone)]
pub struct Judged {
    pub label: usize,
    pub probabilities: [f64; 4],
    pub commits: bool,
}

impl Judged {
    pub fn outcome(&self) -> usize {
        (1..4).fold(0, |best, at| if self.probabilities[at] > self.probabilities[best] { at } else { best })
    }

    pub fn confidence(&self) -> f64 {
        self.probabilities[self.outcome()]
    }

    pub fn right(&self) -> bool {
        self.outcome() == self.label
    }
}

/// A reading as it is judged.
pub fn judged(statement: &Statement, reading: &JobReading) -> Judged {
    let p = reading.probabilities;
    Judged {
        label: statement.outcome(),
        probabilities: [p.correct, p.coordinate, p.reorient, p.none],
        commits: reading.abstained.is_none(),
    }
}

/// The same judgement with all its log-odds multiplied.
pub fn sharpened(judged: &Judged, sharpness: f64) -> Judged {
    let mut probabilities = judged.probabilities.map(|p| libm::pow(p.max(1e-12), sharpness));
    let all: f64 = probabilities.iter().sum();
    probabilities.iter_mut().for_each(|p| *p /= all);
    Judged { probabilities, ..judged.clone() }
}

/// The figures of many.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    pub macro_f1: f64,
    pub accuracy: f64,
    pub coverage: f64,
    /// Among those committed to.
    pub precision: f64,
    pub calibration_error: f64,
    pub surprise: f64,
}

pub fn figures(judged: &[Judged]) -> Figures {
    let share = |of: usize, all: usize| if all == 0 { 0.0 } else { of as f64 / all as f64 };
    let count = |keep: &dyn Fn(&Judged) -> bool| judged.iter().filter(|one| keep(one)).count();
    let f1 = |class: usize| {
        let both = count(&|one| one.label == class && one.outcome() == class);
        2.0 * share(both, count(&|one| one.label == class) + count(&|one| one.outcome() == class))
    };
    let committed = count(&|one| one.commits);
    // Ten bins of equal width.
    let error: f64 = (0..10)
        .map(|bin| {
            let within = |one: &Judged| ((one.confidence() * 10.0) as usize).min(9) == bin;
            let confidence: f64 = judged.iter().filter(|one| within(one)).map(Judged::confidence).sum();
            (confidence - count(&|one| within(one) && one.right()) as f64).abs()
        })
        .sum();
    let surprise: f64 = judged.iter().map(|one| -libm::log(one.probabilities[one.label].max(1e-9))).sum();
    Figures {
        macro_f1: (0..4).map(f1).sum::<f64>() / 4.0,
        accuracy: share(count(&Judged::right), judged.len()),
        coverage: share(committed, judged.len()),
        precision: share(count(&|one| one.commits && one.right()), committed),
        calibration_error: error / judged.len() as f64,
        surprise: surprise / judged.len() as f64,
    }
}

/// The reading after at most `most` of its own questions were answered as the labels answer them. What the labels
/// leave out is not answered.
pub fn with_questions(
    read: &dyn Fn(&JobInput) -> headwater::Result<JobReading>,
    statement: &Statement,
    most: usize,
) -> JobReading {
    let mut input = JobInput { statement: Some(statement.text.clone()), answers: JobAnswers::default() };
    let mut reading = read(&input).expect("statements are short enough");
    for _ in 0..most {
        let Some(question) = &reading.next else { break };
        let Some(value) = answer(statement, question.axis.values()) else { break };
        input.answers = input.answers.with(value);
        reading = read(&input).expect("statements are short enough");
        if let Some(abstained) = &reading.abstained
            && abstained.reason == AbstainReason::Contradiction
        {
            break;
        }
    }
    reading
}

/// What the labels answer. Where they leave an axis out, what the outcome means for it.
fn answer(statement: &Statement, values: &[Value]) -> Option<Value> {
    let labelled =
        values.iter().find(|value| statement.axes.get(value.axis().name()).is_some_and(|label| label == value.name()));
    let meant: &[Value] = match Outcome::ALL[statement.outcome()] {
        Outcome::Correct => &[Value::One, Value::Own, Value::Tools, Value::Yes],
        Outcome::Coordinate => &[Value::One, Value::Others, Value::Rally, Value::Yes],
        Outcome::Reorient => &[Value::Many, Value::Whole, Value::Way, Value::Yes],
        Outcome::None => &[Value::No],
    };
    labelled.or_else(|| values.iter().find(|value| meant.contains(value))).copied()
}
