use crate::review::rules::prelude::*;

rule! {
    /// A chain of whys that ends at a group of people and what is wrong with them.
    ///
    /// People work inside a process. Whoever stops at them has nothing to change but people; one why further there is
    /// mostly a form, a timetable or a hand-off. A cause with a further why below it is left alone.
    "cause" / "blames-people": Major, EVERY, on Causes;
    text: "This ends at a group of people: {group}. What in the process makes it hard for them?";
    source: "A chain of whys ends at a process or at behaviour that can be changed, not at a person: Arizona \
        Management System. In a study of 111 plans under one third of the causes looked at the system, and the vast \
        majority blamed teachers: “Planning for what?”.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Families do not respond to our letters" }],
        at "causes.c1.text";
    good: [
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Families do not respond to our letters" },
        { "type": "proposeCause", "id": "c2", "problem": "p1", "parent": "c1", "text": "Letters go out in one language only" }
    ];
}

fn check(cause: &Cause, context: &Context, found: &mut Found) {
    let text = context.plain(&cause.text);
    let blamed = |group: &&'static str| {
        text.after(group).is_some_and(|rest| rest.opening(words::NEAR).says(words::FAULTS).is_some())
    };
    if let Some(group) = words::PEOPLE.split('|').find(blamed)
        && context.ends_here(found.id(), cause)
    {
        found.at("text").with("group", group);
    }
}
