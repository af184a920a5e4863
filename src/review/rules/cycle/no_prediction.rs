use crate::review::rules::prelude::*;

rule! {
    /// A cycle that is planned without a prediction.
    ///
    /// A result that nobody predicted fits any story afterwards.
    "cycle" / "no-prediction": Minor, EVERY, on Cycles;
    text: "What do you expect to happen? Write it down before the test begins, as a number if you can.";
    source: "Plan holds a prediction for each question: IHI; Vermont PDSA toolkit. In one programme an explicit \
        prediction was found in 12.2 % of cycles: BMJ Quality & Safety; BMC Health Services Research.";
    given: [];
    bad: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus for a week" }], at "cycles.y1.predictions";
    good: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus for a week", "predictions": [{ "question": "Late a day", "expected": "9 become 3" }] }];
}

fn check(cycle: &Cycle, _: &Context, found: &mut Found) {
    found.first_blank(cycle, &["predictions"]);
}
