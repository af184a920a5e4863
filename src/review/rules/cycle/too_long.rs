use crate::review::rules::prelude::*;

/// A burst of cycles takes up to twelve weeks; one cycle alone should not.
const DAYS: i32 = 12 * 7;

rule! {
    /// A cycle that ran for more than twelve weeks.
    ///
    /// In that time a team can learn from six. A long one is a roll-out with a study at the end.
    "cycle" / "too-long": Hint, EVERY, on Cycles;
    text: "This ran for {days} days. Which part of it could you have tried in a week, and learned from sooner?";
    source: "A cycle takes one to two weeks, in bursts of six to twelve weeks: NYC Strong Schools.";
    given: [
        { "type": "planCycle", "id": "y1", "title": "Earlier bus", "predictions": [{ "question": "Late a day", "expected": "9 become 3" }] },
        { "type": "startCycle", "id": "y1", "date": "2026-10-05" }
    ];
    bad: [{ "type": "studyCycle", "id": "y1", "date": "2027-01-29", "result": "3 a day", "comparison": "As predicted" }], at "cycles.y1.ended";
    good: [{ "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "3 a day", "comparison": "As predicted" }];
}

fn check(cycle: &Cycle, _: &Context, found: &mut Found) {
    let (Some(start), Some(end)) = (cycle.started, cycle.ended) else { return };
    let days = end.day_number() - start.day_number();
    if days > DAYS {
        found.at("ended").number("days", f64::from(days));
    }
}
