use crate::review::rules::prelude::*;

rule! {
    /// An open action that no one person has: no owner, or “everyone”.
    ///
    /// What belongs to everyone is done by no one.
    "action" / "no-owner": Minor, EVERY, on Actions;
    text: "Who does this? Name one person.";
    source: OURS;
    given: [];
    bad: [{ "type": "addAction", "id": "t1", "text": "Ask the depot for its log", "owner": "All of us", "due": "2026-10-02" }], at "actions.t1.owner";
    good: [{ "type": "addAction", "id": "t1", "text": "Ask the depot for its log", "owner": "Ms Ode", "due": "2026-10-02" }];
}

fn check(action: &Action, context: &Context, found: &mut Found) {
    if action.done.is_none() && (action.owner.is_blank() || context.plain(&action.owner).is(words::EVERYONE)) {
        found.at("owner");
    }
}
