use crate::review::rules::prelude::*;

rule! {
    /// In a plan that rallies others: someone who is needed, without a word on which part is theirs, what they gain, or
    /// what they are asked to do. The finding points at the first of the three that is blank.
    ///
    /// People who do not report to you come for what is in it for them, and for one clear request.
    "stakeholder" / "incomplete": Minor, COORDINATE, on Stakeholders;
    text: "Which part is theirs, what they gain, what you ask of them: one of these is still blank.";
    source: OURS;
    given: [{ "type": "chooseJob", "job": "coordinate" }];
    bad: [{ "type": "addStakeholder", "id": "s1", "name": "Bus company", "owns": "Routes and times", "ask": "A run ten minutes earlier" }],
        at "stakeholders.s1.gains";
    good: [{ "type": "addStakeholder", "id": "s1", "name": "Bus company", "owns": "Routes and times", "ask": "A run ten minutes earlier", "gains": "Fewer complaints" }];
}

fn check(stakeholder: &Stakeholder, _: &Context, found: &mut Found) {
    found.first_blank(stakeholder, &["owns", "gains", "ask"]);
}
