use crate::review::rules::prelude::*;

rule! {
    /// Evidence for a cause that says what people think, with no count and nothing that was looked at.
    ///
    /// A cause becomes supported by it, and ideas open behind it, although nobody has gone to see.
    "cause" / "evidence-is-opinion": Minor, EVERY, on Causes;
    text: "“{words}” is an opinion. What could you count or watch for a day to see whether it is so?";
    source: "Facts are checked at each why by going to see: Arizona Management System. Which words count as opinion is \
        our own judgement.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" }
    ];
    bad: [{ "type": "testCause", "id": "c1", "result": "supported", "evidence": "Everyone knows that bus." }], at "causes.c1.tests.0.evidence";
    good: [{ "type": "testCause", "id": "c1", "result": "supported", "evidence": "We believe the log: late on 17 of 20 mornings." }];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    // Only the latest test decides what is held of a cause.
    if let Some(test) = cause.tests.last()
        && let Some(said) = context.heard(&test.evidence, words::OPINIONS)
        && !test.evidence.contains(|c: char| c.is_ascii_digit())
    {
        found.at(&format!("tests.{}.evidence", cause.tests.len() - 1)).with("words", said);
    }
}
