use crate::review::rules::prelude::*;

/// No holiday is longer; past this the calendar has no further session.
const AHEAD: i32 = 100;

rule! {
    /// A cycle that is due to begin on a day when school is not in session. Offers the next day on which it is.
    ///
    /// The week of the test is shorter than planned, or nobody is there.
    "cycle" / "out-of-session": Hint, EVERY, on Cycles;
    text: "School is not in session on the day when this should begin.";
    source: OURS;
    given: [{ "type": "describe", "calendar": { "holidays": [{ "name": "Autumn break", "start": "2026-10-26", "end": "2026-10-30" }] } }];
    bad: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus", "due": "2026-10-26" }], at "cycles.y1.due";
    good: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus", "due": "2026-11-02" }];
}

fn check(cycle: &Cycle, context: &Context, found: &mut Found) {
    let (Some(due), Some(calendar)) = (cycle.due, context.calendar()) else { return };
    if cycle.stage == Stage::Planned && !calendar.is_open(due) {
        let finding = found.at("due");
        if let Some(open) = (1..AHEAD).map(|days| due.plus_days(days)).find(|day| calendar.is_open(*day)) {
            finding.revise("due", open.to_string().into());
        }
    }
}
