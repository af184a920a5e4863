use crate::review::rules::prelude::*;

/// With more words behind its degree a cause says more than a symptom.
const LONGEST: usize = 4;

rule! {
    /// A chain of whys that ends at “low motivation” or “poor behaviour”: what is seen, not why.
    ///
    /// There is nothing in it that could be changed by Monday.
    "cause" / "ends-at-symptom": Minor, EVERY, on Causes;
    text: "This says what you see, not yet why. What happens in the days before, and for whom not?";
    source: "A chain of whys ends at a process or at behaviour that can be changed: Arizona Management System. The \
        words that count as symptoms are our own judgement.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Low motivation of students" }], at "causes.c1.text";
    good: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Low attendance at the clinic hours, which fall in lessons" }];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    let symptom = || {
        let what = context.plain(&cause.text).begins(words::DEGREES)?;
        let rest = what.after(words::SYMPTOMS).filter(|_| what.len() <= LONGEST)?;
        Some(rest.len() == 0 || rest.first(words::PLACES).is_some())
    };
    if symptom() == Some(true) && context.ends_here(found.id(), cause) {
        found.at("text");
    }
}
