use crate::review::rules::prelude::*;

rule! {
    /// A cycle that is planned without saying what it should teach, who does it, where or when. The finding points at the
    /// first of the four that is blank.
    ///
    /// On the morning it should begin, nobody knows that it is up to them.
    "cycle" / "incomplete": Hint, EVERY, on Cycles;
    text: "What to learn, who does it, where and when: one of these is still blank.";
    source: "Plan holds objective, questions, prediction, and who, what, when and where: IHI; Vermont PDSA toolkit.";
    given: [];
    bad: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus", "objective": "Learn whether ten minutes suffice", "who": "Driver of bus 14" }],
        at "cycles.y1.where";
    good: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus", "objective": "Learn whether ten minutes suffice", "who": "Driver of bus 14",
        "where": "Route 14", "due": "2026-10-05" }];
}

fn check(cycle: &Cycle, _: &Context, found: &mut Found) {
    if cycle.stage == Stage::Planned {
        found.first_blank(cycle, &["objective", "who", "where", "due"]);
    }
}
