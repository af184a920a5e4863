use crate::review::rules::prelude::*;

rule! {
    /// Where one area puts its own problem right: an idea that acts on a cause which others would have to change.
    ///
    /// The test would end at their door. Either they take part, or the plan becomes one that rallies others.
    "idea" / "out-of-reach": Minor, CORRECT, on Ideas;
    text: "The cause that this acts on is not yours alone to change. Who of the others takes part in the test?";
    source: "Leaders with a problem that spans beyond their own realm of influence look for ways to rally others: Arnett \
        and Moesta, Christensen Institute, 2021. The rule is our own judgement.";
    given: [
        { "type": "chooseJob", "job": "correct" },
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" },
        { "type": "testCause", "id": "c1", "result": "supported", "evidence": "Late on 17 of 20 mornings" },
        { "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "cause": "c1" }
    ];
    bad: [{ "type": "revise", "table": "causes", "id": "c1", "fields": { "reach": "others" } }], at "ideas.i1.cause";
    good: [{ "type": "revise", "table": "causes", "id": "c1", "fields": { "reach": "own" } }];
}

fn check(idea: &Idea, context: &Context, found: &mut Found) {
    let reach = idea.cause.id().and_then(|id| context.get::<Cause>(id)?.reach);
    if reach.is_some_and(|reach| reach != Reach::Own) {
        found.at("cause");
    }
}
