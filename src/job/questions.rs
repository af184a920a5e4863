//! The questions that decide, one for each axis, and which of them is worth asking next.

use super::axes::Weighed;
use super::{Axis, JobAnswers, Outcome, Value};
use serde::Serialize;

/// A question for the leader.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobQuestion {
    /// The axis it settles.
    pub axis: Axis,
    /// The question in English.
    pub question: &'static str,
    /// What can be answered, as given in [`JobAnswers`].
    pub options: Vec<QuestionOption>,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionOption {
    /// The value for [`JobAnswers`].
    pub value: Value,
    /// The answer in English.
    pub label: &'static str,
}

struct Question {
    axis: Axis,
    text: &'static str,
    options: &'static [(Value, &'static str)],
}

/// Built on the deciding questions: one problem or many; if one, whether the people I direct could fix it with the
/// method in hand; and whether trying harder is ruled out. In the order in which equals are asked.
const QUESTIONS: [Question; 4] = [
    Question {
        axis: Axis::Reach,
        text: "Suppose you had a good method in hand. Who would have to act for things to get better?",
        options: &[
            (Value::Own, "People I direct. With the right method we could do it ourselves"),
            (Value::Others, "Others too. It needs people I don’t direct"),
            (Value::Whole, "Everyone. The way the whole organisation works has to change"),
        ],
    },
    Question {
        axis: Axis::Unit,
        text: "Is it one problem that you can name, or many that hang together?",
        options: &[(Value::One, "One problem that I can name"), (Value::Many, "Many problems that hang together")],
    },
    Question {
        axis: Axis::Lacking,
        text: "What are you missing most?",
        options: &[
            (Value::Tools, "A way to find what causes it, and a fix that works"),
            (Value::Rally, "Others who see the same problem and pull the same way"),
            (Value::Way, "A new way of working. Doing more of the same won’t help"),
        ],
    },
    Question {
        axis: Axis::Struggle,
        text: "Is there something you want to change that hasn’t moved so far?",
        options: &[
            (Value::Yes, "Yes. Something is stuck or getting worse"),
            (Value::No, "No. It is a duty, a purchase, good news or a remark"),
        ],
    },
];

/// Whether a reading commits, and its outcome.
pub(super) type Commitment = (bool, Outcome);

/// An answer less probable than this is not waited for.
const PLAUSIBLE: f64 = 0.1;

/// The open question whose answer is expected to leave the least uncertainty about the outcome; `None` when no
/// plausible answer to any would change the reading. `read` weighs the axes for some answers and says what the
/// reading would be: whether it commits, and to what.
pub(super) fn next_question(
    answers: &JobAnswers,
    read: &dyn Fn(&JobAnswers) -> (Weighed, Commitment),
) -> Option<JobQuestion> {
    let (weighed, now) = read(answers);
    let mut best: Option<(f64, &Question)> = None;
    for question in QUESTIONS.iter().filter(|question| answers.get(question.axis).is_none()) {
        let (mut left, mut matters) = (0.0, false);
        for &(value, _) in question.options {
            let probability = weighed.answer_probability(value);
            let (weighed_then, then) = read(&answers.with(value));
            left += probability * weighed_then.probabilities.uncertainty();
            matters |= probability >= PLAUSIBLE && then != now;
        }
        if matters && best.is_none_or(|(least, _)| left < least) {
            best = Some((left, question));
        }
    }
    best.map(|(_, question)| JobQuestion {
        axis: question.axis,
        question: question.text,
        options: question.options.iter().map(|&(value, label)| QuestionOption { value, label }).collect(),
    })
}
