use crate::review::rules::prelude::*;

rule! {
    /// A measure that an aim or a cycle rests on, and that leaves open how it is reckoned, where the numbers come from, how
    /// often, or who collects them. The finding points at the first of the four that is blank.
    ///
    /// Two people reckon it in two ways, and the chart shows the difference between them.
    "measure" / "incomplete": Minor, EVERY, on Measures;
    text: "How it is reckoned, from which source, how often, and who collects it: one of these is still blank.";
    source: OURS;
    given: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus" }];
    bad: [
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease", "source": "Registers" },
        { "type": "revise", "table": "cycles", "id": "y1", "fields": { "measure": "m1" } }
    ], at "measures.m1.definition";
    good: [
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease", "source": "Registers",
            "definition": "Sessions missed for any reason, of all possible sessions", "frequency": "weekly", "owner": "Office lead" },
        { "type": "revise", "table": "cycles", "id": "y1", "fields": { "measure": "m1" } }
    ];
}

fn check(measure: &Measure, context: &Context, found: &mut Found) {
    let rests = |from| context.is_used(Table::Measures, found.id(), from);
    if rests(Table::Aims) || rests(Table::Cycles) {
        found.first_blank(measure, &["definition", "source", "frequency", "owner"]);
    }
}
