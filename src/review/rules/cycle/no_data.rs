use crate::review::rules::prelude::*;

rule! {
    /// A cycle that has been studied, while its measure has no value since it began.
    ///
    /// The study rests on something else than the measure that was chosen for it.
    "cycle" / "no-data": Minor, EVERY, on Cycles;
    text: "The measure of this cycle has no value since it began. Load what was counted, or choose the measure that you looked at.";
    source: "Study compares data with the prediction: IHI; Vermont PDSA toolkit.";
    given: [
        { "type": "defineMeasure", "id": "m1", "name": "Late pupils a day", "direction": "decrease" },
        { "type": "planCycle", "id": "y1", "title": "Earlier bus", "measure": "m1", "predictions": [{ "question": "Late a day", "expected": "9 become 3" }] },
        { "type": "startCycle", "id": "y1", "date": "2026-10-05" },
        { "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "3 a day", "comparison": "As predicted" }
    ];
    bad: [{ "type": "recordObservations", "measure": "m1", "rows": [{ "date": "2026-09-28", "value": 9 }] }], at "cycles.y1.measure";
    good: [{ "type": "recordObservations", "measure": "m1", "rows": [{ "date": "2026-10-12", "value": 3 }] }];
}

fn check(cycle: &Cycle, context: &Context, found: &mut Found) {
    let (Some(start), Some(measure), Some(_)) = (cycle.started, cycle.measure.id(), &cycle.study) else { return };
    if context.values(measure).last().is_none_or(|(row, _)| row.date < start) {
        found.at("measure");
    }
}
