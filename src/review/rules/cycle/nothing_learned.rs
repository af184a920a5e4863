use crate::review::rules::prelude::*;

rule! {
    /// A cycle that is decided and does not say what was learned.
    ///
    /// The next team will make the same test.
    "cycle" / "nothing-learned": Hint, EVERY, on Cycles;
    text: "What do you know now that you did not know before? Write it for the team that comes after you.";
    source: "Study says what was learned: IHI; Vermont PDSA toolkit.";
    given: [
        { "type": "planCycle", "id": "y1", "title": "Earlier bus", "predictions": [{ "question": "Late a day", "expected": "9 become 3" }] },
        { "type": "startCycle", "id": "y1", "date": "2026-10-05" }
    ];
    bad: [
        { "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "3 a day", "comparison": "As predicted" },
        { "type": "decideCycle", "id": "y1", "kind": "adapt", "reason": "One stop was missed", "date": "2026-10-19" }
    ], at "cycles.y1.study.learned";
    good: [
        { "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "3 a day", "comparison": "As predicted", "learned": "Eight minutes suffice" },
        { "type": "decideCycle", "id": "y1", "kind": "adapt", "reason": "One stop was missed", "date": "2026-10-19" }
    ];
}

fn check(cycle: &Cycle, _: &Context, found: &mut Found) {
    if cycle.stage == Stage::Decided && cycle.study.as_ref().is_some_and(|study| study.learned.is_blank()) {
        found.at("study.learned");
    }
}
