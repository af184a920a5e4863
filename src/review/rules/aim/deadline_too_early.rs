use crate::review::rules::prelude::*;

rule! {
    /// An aim whose deadline is not after its baseline.
    ///
    /// One of the two dates is a slip.
    "aim" / "deadline-too-early": Minor, EVERY, on Aims;
    text: "The deadline is not after the day of the baseline. Check both dates.";
    source: OURS;
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 %",
        "baseline": { "value": 6.5, "date": "2026-09-14" }, "deadline": "2026-06-30" }], at "aims.a1.deadline";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 %",
        "baseline": { "value": 6.5, "date": "2026-09-14" }, "deadline": "2027-06-30" }];
}

fn check(aim: &Aim, _: &Context, found: &mut Found) {
    if let (Some(baseline), Some(deadline)) = (&aim.baseline, aim.deadline)
        && deadline <= baseline.date
    {
        found.at("deadline");
    }
}
