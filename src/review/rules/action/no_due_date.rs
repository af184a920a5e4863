use crate::review::rules::prelude::*;

rule! {
    /// An open action without a date.
    ///
    /// It comes up when someone remembers it.
    "action" / "no-due-date": Hint, EVERY, on Actions;
    text: "By when? The date of the next meeting is a good one.";
    source: "“Soon is not a time”: D. Berwick, 2005.";
    given: [];
    bad: [{ "type": "addAction", "id": "t1", "text": "Ask the depot for its log", "owner": "Ms Ode" }], at "actions.t1.due";
    good: [{ "type": "addAction", "id": "t1", "text": "Ask the depot for its log", "owner": "Ms Ode", "due": "2026-10-02" }];
}

fn check(action: &Action, _: &Context, found: &mut Found) {
    if action.done.is_none() {
        found.first_blank(action, &["due"]);
    }
}
