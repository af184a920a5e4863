use crate::review::rules::prelude::*;

rule! {
    /// An idea acts on a cause that nobody has tested.
    ///
    /// It can be proposed so, with a reason; the reason does not make the cause true.
    "cause" / "acted-on-untested": Major, EVERY, on Causes;
    text: "An idea acts on this cause, and nobody has tested it yet. What could you look at this week to see whether it holds?";
    source: "“The propensity to jump quickly on a solution before fully understanding the exact problem to be \
        solved”: Bryk et al., Learning to Improve, p. 24. That a tested cause comes first is our own judgement.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" }
    ];
    bad: [{ "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "cause": "c1", "bypass": "The depot asked us to try" }],
        at "causes.c1.status";
    good: [
        { "type": "testCause", "id": "c1", "result": "supported", "evidence": "Late on 17 of 20 mornings" },
        { "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "cause": "c1" }
    ];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    if cause.status == Status::Suspected && context.is_used(Table::Causes, found.id(), Table::Ideas) {
        found.at("status");
    }
}
