use crate::review::rules::prelude::*;

rule! {
    /// A cycle that watches no measure. Offers the only measure there is, if there is just one.
    ///
    /// What it did stays an impression, and its mark is on no chart.
    "cycle" / "no-measure": Minor, EVERY, on Cycles;
    text: "What will you count while this runs? Choose a measure, so that the chart shows the cycle.";
    source: "Plan says which data are collected: IHI; Vermont PDSA toolkit.";
    given: [{ "type": "defineMeasure", "id": "m1", "name": "Late pupils a day", "direction": "decrease" }];
    bad: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus for a week" }], at "cycles.y1.measure";
    good: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus for a week", "measure": "m1" }];
}

fn check(cycle: &Cycle, context: &Context, found: &mut Found) {
    if cycle.measure.id().is_some() {
        return;
    }
    let finding = found.at("measure");
    if let Some(only) = context.only(Table::Measures) {
        finding.revise("measure", only.into());
    }
}
