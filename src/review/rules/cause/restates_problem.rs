use crate::review::rules::prelude::*;

rule! {
    /// A cause that says the problem again.
    ///
    /// It looks like an answer to “why?” and is none.
    "cause" / "restates-problem": Minor, EVERY, on Causes;
    text: "This says the problem again in other words. Why does it happen?";
    source: OURS;
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss more than a day in ten." }];
    bad: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Pupils are missing days" }], at "causes.c1.text";
    good: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Pupils miss the bus on Mondays" }];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    let problem = context.get::<Problem>(cause.problem.as_str());
    if problem.is_some_and(|problem| context.plain(&cause.text).restates(&context.plain(&problem.statement))) {
        found.at("text");
    }
}
