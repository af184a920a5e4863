use crate::review::rules::prelude::*;

rule! {
    /// Cycles are planned, and every measure is an outcome.
    ///
    /// When the outcome stays where it is, nobody can tell whether the change failed or was never made.
    "measure" / "no-process": Minor, EVERY, on About;
    text: "All measures show the outcome. Which number would show within two weeks that the change is really made?";
    source: "A family of measures has one to three outcomes and three to seven processes: NHS Lothian.";
    given: [
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease" },
        { "type": "planCycle", "id": "y1", "title": "Calls at ten for a week" }
    ];
    bad: [], at "measures.m1.kind";
    good: [{ "type": "defineMeasure", "id": "m2", "name": "Absences called by ten", "unit": "%", "kind": "process" }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let near = |kind: &MeasureKind| matches!(kind, MeasureKind::Process | MeasureKind::Driver);
    if let Some(first) = context.ids(Table::Measures).first()
        && context.count(Table::Cycles) > 0
        && !context.kinds.iter().any(near)
    {
        found.in_table(Table::Measures, first, "kind");
    }
}
