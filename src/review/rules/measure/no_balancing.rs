use crate::review::rules::prelude::*;

rule! {
    /// Ideas are on the table, there are measures, and none of them is a balancing one.
    ///
    /// What gets worse while the aim comes nearer is seen too late: lessons lost to calls home, children sent to school ill.
    "measure" / "no-balancing": Minor, EVERY, on About;
    text: "What could get worse while this gets better? Keep one measure of that, too.";
    source: "A family of measures has outcomes, processes and a balancing measure: NHS Lothian. Measuring unintended \
        effects is one of Carnegie’s six principles.";
    given: [
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease" },
        { "type": "proposeIdea", "id": "i1", "text": "The office calls at ten", "bypass": "An example" }
    ];
    bad: [], at "measures.m1.kind";
    good: [{ "type": "defineMeasure", "id": "m2", "name": "Minutes of calls a day", "kind": "balancing", "direction": "decrease" }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    if let Some(first) = context.ids(Table::Measures).first()
        && context.count(Table::Ideas) > 0
        && !context.kinds.contains(&MeasureKind::Balancing)
    {
        found.in_table(Table::Measures, first, "kind");
    }
}
