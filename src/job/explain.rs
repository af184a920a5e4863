//! The reading in sentences for the leader. They speak of the situation, never of the person.

use super::axes::{AxisShares, Probabilities};
use super::{AbstainReason, Abstained, JobAnswers, JobEvidence, Outcome, Value};
use crate::message::Message;

/// Two or three sentences: the reading, and the words it rests on.
pub(super) fn explain(
    outcome: Outcome,
    abstained: Option<&Abstained>,
    axes: &AxisShares,
    evidence: &[JobEvidence],
    answers: &JobAnswers,
) -> String {
    let mut sentences = Vec::new();
    match (abstained, outcome) {
        (Some(abstained), _) => {
            sentences.push(abstained.message.text.clone());
            sentences.extend(quotes("We heard", evidence, &|_| true, false));
            match abstained.reason {
                AbstainReason::Unsure => sentences.push("One more answer would help.".to_owned()),
                AbstainReason::NotEnglish => sentences.push("Your story stays as you wrote it.".to_owned()),
                AbstainReason::NoInput => sentences.push("A sentence or two is enough to begin.".to_owned()),
                AbstainReason::TooLittle => sentences.push("The question below would help, too.".to_owned()),
                AbstainReason::Contradiction => {}
            }
        }
        (None, Outcome::None) => {
            sentences.push("This does not sound like one of the three Jobs. They begin with something that is stuck; here we hear a duty, a purchase, good news or a remark.".to_owned());
            let answered = answers.get(super::Axis::Struggle).is_some();
            sentences.extend(quotes("We read that from", evidence, &|found| found.value == Value::No, answered));
            sentences.push("If something is stuck behind it, say what you would like to change.".to_owned());
        }
        (None, _) => {
            let fitting = fitting_values(outcome);
            let reason = strongest(fitting, axes).map_or("", because);
            sentences.push(["This sounds like ", name(outcome), ": ", reason, "."].concat());
            let speaks = |found: &JobEvidence| fitting.contains(&found.value);
            sentences.extend(quotes("We read that from", evidence, &speaks, !answers.is_empty()));
        }
    }
    sentences.join(" ")
}

/// Why no Job is named, and what would help. `story` is what the statement alone says.
pub(super) fn abstention(reason: AbstainReason, probabilities: &Probabilities, story: Option<Outcome>) -> Message {
    match reason {
        AbstainReason::NoInput => Message::new(
            "job-abstained-no-input",
            [],
            "Tell us what you want to change and what is in the way, or answer the question below.",
        ),
        AbstainReason::TooLittle => Message::new(
            "job-abstained-too-little",
            [],
            "There is not enough here to go on. Say what you want to change, what you have tried and what is in the way.",
        ),
        AbstainReason::NotEnglish => Message::new(
            "job-abstained-not-english",
            [],
            "Only stories in English can be read so far. The questions work without a story.",
        ),
        AbstainReason::Unsure => {
            let (first, second) = two_most_probable(probabilities);
            let text = match (first, second) {
                (Outcome::None, job) | (job, Outcome::None) => {
                    ["This could be ", name(job), ", but it is not clear that something is stuck."].concat()
                }
                _ => ["This could be ", name(first), " or ", name(second), "."].concat(),
            };
            Message::new(
                "job-abstained-unsure",
                [("first", first.name().into()), ("second", second.name().into())],
                text,
            )
        }
        AbstainReason::Contradiction => {
            let answers = probabilities.outcome();
            let story = story.unwrap_or(answers);
            let answered = match answers {
                Outcome::None => "; your answers say that nothing is stuck",
                _ => ", your answers like ",
            };
            let like = if answers == Outcome::None { "" } else { name(answers) };
            let text = ["Your story sounds like ", name(story), answered, like, ". Which is closer?"].concat();
            let args = [("story", story.name().into()), ("answers", answers.name().into())];
            Message::new("job-abstained-contradiction", args, text)
        }
    }
}

fn two_most_probable(probabilities: &Probabilities) -> (Outcome, Outcome) {
    let first = probabilities.outcome();
    let mut second = None;
    for other in Outcome::ALL {
        if other != first && second.is_none_or(|second| probabilities.of(other) > probabilities.of(second)) {
            second = Some(other);
        }
    }
    (first, second.unwrap_or(first))
}

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Correct => "Correct",
        Outcome::Coordinate => "Coordinate",
        Outcome::Reorient => "Reorient",
        Outcome::None => "none of the Jobs",
    }
}

/// What speaks for a Job; the most telling first.
fn fitting_values(outcome: Outcome) -> &'static [Value] {
    match outcome {
        Outcome::Correct => &[Value::Own, Value::Tools, Value::One],
        Outcome::Coordinate => &[Value::Others, Value::Rally, Value::One],
        Outcome::Reorient => &[Value::Many, Value::Way, Value::Whole],
        Outcome::None => &[Value::No],
    }
}

/// The value that stands out most from its even share; of near equals, the more telling.
fn strongest(values: &[Value], axes: &AxisShares) -> Option<Value> {
    let mut best: Option<(f64, Value)> = None;
    for &value in values {
        let stands_out = axes.of(value) * value.axis().values().len() as f64;
        // “One problem” tells two Jobs from the third only: it must not crowd out what tells all three apart.
        let stands_out = if value == Value::One { stands_out.min(1.0) } else { stands_out };
        if best.is_none_or(|(most, _)| stands_out > most + 0.5) {
            best = Some((stands_out, value));
        }
    }
    best.map(|(_, value)| value)
}

fn because(value: Value) -> &'static str {
    match value {
        Value::One => "it is one problem that you can name",
        Value::Own => "the people you direct could fix it, once its cause is known",
        Value::Tools => "what is missing is a way to find the cause",
        Value::Others => "the fix depends on people you don’t direct",
        Value::Rally => "what is missing is others who pull the same way",
        Value::Many => "many problems hang together, so fixing one at a time won’t do",
        Value::Way => "what is missing is a new way of working, not more effort",
        Value::Whole => "the way the whole organisation works is at stake",
        Value::Yes => "something is stuck",
        Value::No => "nothing is stuck",
    }
}

/// The strongest quote among those that speak for the reading, and a second if it is not much weaker; in the order of
/// the text.
fn quotes(
    opening: &str,
    evidence: &[JobEvidence],
    speaks: &dyn Fn(&JobEvidence) -> bool,
    answered: bool,
) -> Option<String> {
    let first = strongest_of(evidence, speaks);
    let second = first.and_then(|first| {
        strongest_of(evidence, &|found| {
            let apart = found.span.1 <= first.span.0 || first.span.1 <= found.span.0;
            apart && found.weight >= first.weight * 0.6 && speaks(found)
        })
    });
    let mut parts = Vec::new();
    for found in evidence {
        if [first, second].into_iter().flatten().any(|chosen| std::ptr::eq(chosen, found)) {
            parts.push(["“", &short(&found.quote), "”"].concat());
        }
    }
    if answered {
        parts.push("your answers".to_owned());
    }
    let last = parts.pop()?;
    let before = parts.join(", ");
    Some([opening, " ", &before, if before.is_empty() { "" } else { " and " }, &last, "."].concat())
}

fn strongest_of<'a>(evidence: &'a [JobEvidence], speaks: &dyn Fn(&JobEvidence) -> bool) -> Option<&'a JobEvidence> {
    let mut best: Option<&JobEvidence> = None;
    for found in evidence {
        if speaks(found) && best.is_none_or(|best| found.weight > best.weight) {
            best = Some(found);
        }
    }
    best
}

/// Longer quotes are cut for the sentence; the evidence keeps them whole.
const LONGEST_QUOTE: usize = 90;

fn short(quote: &str) -> String {
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_QUOTE {
        return line;
    }
    let cut: String = line.chars().take(LONGEST_QUOTE).collect();
    [cut.trim_end(), "…"].concat()
}
