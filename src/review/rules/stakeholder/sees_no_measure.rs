use crate::review::rules::prelude::*;

rule! {
    /// In a plan that rallies others: someone who is needed and sees none of its measures.
    ///
    /// Each unit knows its own numbers. A common aim is one that everybody can watch.
    "stakeholder" / "sees-no-measure": Minor, COORDINATE, on Stakeholders;
    text: "No measure is seen by {name} yet. Which one would show them that their part matters?";
    source: OURS;
    given: [
        { "type": "chooseJob", "job": "coordinate" },
        { "type": "addStakeholder", "id": "s1", "name": "Bus company", "owns": "Routes", "gains": "Fewer complaints", "ask": "An earlier run" }
    ];
    bad: [{ "type": "defineMeasure", "id": "m1", "name": "Late pupils a day", "direction": "decrease" }], at "stakeholders.s1.name";
    good: [{ "type": "defineMeasure", "id": "m1", "name": "Late pupils a day", "direction": "decrease", "seenBy": ["s1"] }];
}

fn check(stakeholder: &Stakeholder, context: &Context, found: &mut Found) {
    if context.count(Table::Measures) > 0 && !context.is_used(Table::Stakeholders, found.id(), Table::Measures) {
        found.at("name").with("name", &stakeholder.name);
    }
}
