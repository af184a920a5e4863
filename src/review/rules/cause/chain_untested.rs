use crate::review::rules::prelude::*;

rule! {
    /// Three whys in a row of which none has been tested. The finding points at the first of the three.
    ///
    /// If the first does not hold, all below it falls. Testing it first saves the other two.
    "cause" / "chain-untested": Minor, EVERY, on Causes;
    text: "Two more whys build on this, and none of the three has been tested. Test this one first: if it falls, they fall.";
    source: "Facts are checked at each why by going to see: Arizona Management System. That three are too many is our \
        own judgement.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" },
        { "type": "proposeCause", "id": "c2", "problem": "p1", "parent": "c1", "text": "It leaves the depot late" },
        { "type": "proposeCause", "id": "c3", "problem": "p1", "parent": "c2", "text": "One person has the key" }
    ];
    bad: [], at "causes.c1.status";
    good: [{ "type": "testCause", "id": "c1", "result": "supported", "evidence": "Late on 17 of 20 mornings" }];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    let below = |id: &str| context.below(id, &[Status::Suspected]);
    let above = cause.parent.id().and_then(|id| context.get::<Cause>(id)).map(|cause| cause.status);
    if cause.status == Status::Suspected
        && above != Some(Status::Suspected)
        && below(found.id()).into_iter().any(|id| !below(id).is_empty())
    {
        found.at("status");
    }
}
