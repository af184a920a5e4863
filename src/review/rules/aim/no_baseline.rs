use crate::record;
use crate::review::rules::prelude::*;
use crate::theory::Baseline;

rule! {
    /// An aim that does not say where its measure stood, and when. Offers the last value from before the
    /// first test that may be shown.
    ///
    /// How far the aim is away cannot be seen, and later it is forgotten where the work began.
    "aim" / "no-baseline": Minor, EVERY, on Aims;
    text: "Where did the measure stand before the work began, and on which day?";
    source: "An aim says how much, from baseline to target: Ontario Health Quality Council; NHS Lothian.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease" },
        { "type": "recordObservations", "measure": "m1", "rows": [{ "date": "2026-09-14", "value": 6.5 }] }
    ];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June", "measure": "m1", "target": 5 }],
        at "aims.a1.baseline";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June", "measure": "m1", "target": 5,
        "baseline": { "value": 6.5, "date": "2026-09-14" } }];
}

fn check(aim: &Aim, context: &Context, found: &mut Found) {
    if aim.baseline.is_some() {
        return;
    }
    let finding = found.at("baseline");
    let Some(measure) = aim.measure.id() else { return };
    let cycles = context.referrers(Table::Measures, measure, Table::Cycles);
    let begun = cycles.iter().filter_map(|id| context.get::<Cycle>(id)?.started).min();
    let mut before = context.values(measure);
    before.retain(|(row, hidden)| !hidden && begun.is_none_or(|begun| row.date < begun));
    if let Some((row, _)) = before.last() {
        let baseline = Baseline { value: row.value.unwrap_or_default(), date: row.date, ..Baseline::default() };
        finding.revise("baseline", record::value(&baseline));
    }
}
