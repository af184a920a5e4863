use crate::review::rules::prelude::*;

rule! {
    /// “Lack of training”, “no reading programme”: a cause that is only the absence of a solution.
    ///
    /// It has one possible answer, the solution named, and so nothing is looked into.
    "cause" / "absent-solution": Minor, EVERY, on Causes;
    text: "This names a solution that is missing ({words}). What goes wrong, at which step, that it would have to mend?";
    source: OURS;
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Lack of teacher training on attendance codes" }], at "causes.c1.text";
    good: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "No bus arrives before the bell" }];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    let missing =
        context.plain(&cause.text).begins(words::LACKS).and_then(|what| what.opening(3).says(words::PROGRAMMES));
    if let Some(said) = missing
        && context.ends_here(found.id(), cause)
    {
        found.at("text").with("words", said);
    }
}
