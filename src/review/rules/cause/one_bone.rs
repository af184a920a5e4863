use crate::review::rules::prelude::*;

/// So many causes make a tree that could have had a second main bone.
const ENOUGH: usize = 4;

rule! {
    /// Four or more causes, and all of them below one main bone.
    ///
    /// The first explanation that came to mind has taken the whole tree. Breadth comes before depth.
    "cause" / "one-bone": Minor, EVERY, on Problems;
    text: "All {count} causes hang on one main bone. What else could make this happen, if this one were ruled out?";
    source: "A fishbone gives breadth, five whys give depth, and several roots are normal: Arizona Management System. \
        From how many causes on it counts is our own judgement.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" },
        { "type": "proposeCause", "id": "c2", "problem": "p1", "parent": "c1", "text": "The route was drawn before the new estate" },
        { "type": "proposeCause", "id": "c3", "problem": "p1", "parent": "c1", "text": "The depot opens at six" }
    ];
    bad: [{ "type": "proposeCause", "id": "c4", "problem": "p1", "parent": "c3", "text": "One person has the key" }], at "causes.c1.text";
    good: [{ "type": "proposeCause", "id": "c4", "problem": "p1", "text": "Calls home go to old numbers" }];
}

fn check(_: &Problem, context: &Context, found: &mut Found) {
    let mut causes = context.referrers(Table::Problems, found.id(), Table::Causes);
    let count = causes.len();
    causes.retain(|id| context.get::<Cause>(id).is_some_and(|cause| cause.parent.id().is_none()));
    if let [bone] = causes[..]
        && count >= ENOUGH
    {
        found.in_table(Table::Causes, bone, "text").number("count", count as f64);
    }
}
