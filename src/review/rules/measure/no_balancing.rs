use crate::review::rules::prelude::*;

rule! {
    /// Ideas are on the table, the aim has its measure, and no balancing measure is kept.
    ///
    /// What gets worse while the aim comes nearer is seen too late: lessons lost to calls home, children sent to school ill.
    "measure" / "no-balancing": Minor, EVERY, on About;
    text: "What could get worse while this gets better? Keep one measure of that, too.";
    source: "A family of measures has outcomes, processes and a balancing measure: NHS Lothian. Measuring unintended \
        effects is one of Carnegie’s six principles.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease" },
        { "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June", "measure": "m1" },
        { "type": "proposeIdea", "id": "i1", "text": "The office calls at ten", "bypass": "An example" }
    ];
    bad: [], at "aims.a1.measure";
    good: [{ "type": "defineMeasure", "id": "m2", "name": "Minutes of calls a day", "kind": "balancing", "direction": "decrease" }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let aim = context.all::<Aim>().find(|(_, aim)| aim.measure.id().is_some());
    let balanced = || context.all::<Measure>().any(|(_, measure)| measure.kind == MeasureKind::Balancing);
    if let Some((id, _)) = aim
        && context.count(Table::Ideas) > 0
        && !balanced()
    {
        found.in_table(Table::Aims, id, "measure");
    }
}
