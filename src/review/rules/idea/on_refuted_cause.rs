use crate::review::rules::prelude::*;

rule! {
    /// An idea that acts on a cause which has been refuted.
    ///
    /// The evidence says that the cause does not hold; what acts on it cannot help by way of it.
    "idea" / "on-refuted-cause": Major, EVERY, on Ideas;
    text: "The cause that this idea acts on has been refuted. Which tested cause does it act on now, if any?";
    source: OURS;
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" },
        { "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "cause": "c1", "bypass": "An example" }
    ];
    bad: [{ "type": "testCause", "id": "c1", "result": "refuted", "evidence": "On time on 19 of 20 mornings" }], at "ideas.i1.cause";
    good: [{ "type": "testCause", "id": "c1", "result": "supported", "evidence": "Late on 17 of 20 mornings" }];
}

fn check(idea: &Idea, context: &Context, found: &mut Found) {
    let cause = idea.cause.id().and_then(|id| context.get::<Cause>(id));
    if cause.is_some_and(|cause| cause.status == Status::Refuted) {
        found.at("cause");
    }
}
