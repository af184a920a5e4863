use crate::review::rules::prelude::*;

rule! {
    /// A chain of whys that ends at poverty, the pandemic or society, where nobody has said whose it is to change.
    ///
    /// It may be true, and no cycle can start from it. One step nearer there is a point at which school meets it.
    "cause" / "out-of-reach": Minor, EVERY, on Causes;
    text: "Nobody here can change {words}. Where does it meet the school day, and what could be different at that point?";
    source: "A chain of whys ends at a process or at behaviour that can be changed: Arizona Management System. The words \
        are our own judgement.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Poverty in our community" }], at "causes.c1.text";
    good: [
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Poverty in our community" },
        { "type": "proposeCause", "id": "c2", "problem": "p1", "parent": "c1", "text": "The uniform costs more than a week’s food" }
    ];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    if cause.reach.is_none()
        && let Some(said) = context.heard(&cause.text, words::OUTSIDE)
        && context.ends_here(found.id(), cause)
    {
        found.at("text").with("words", said);
    }
}
