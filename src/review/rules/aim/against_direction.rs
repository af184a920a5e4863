use crate::review::rules::prelude::*;

rule! {
    /// An aim that leads to where its measure says it is worse. Offers to turn the measure round.
    ///
    /// The chart would call every step towards the aim a turn for the worse.
    "aim" / "against-direction": Major, EVERY, on Aims;
    text: "The aim goes from {baseline} to {target}, but the measure says that this way is worse. Which of the two is a slip?";
    source: OURS;
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 %", "target": 5,
            "baseline": { "value": 6.5, "date": "2026-09-14" } }
    ];
    bad: [
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%" },
        { "type": "revise", "table": "aims", "id": "a1", "fields": { "measure": "m1" } }
    ], at "measures.m1.direction";
    good: [
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease" },
        { "type": "revise", "table": "aims", "id": "a1", "fields": { "measure": "m1" } }
    ];
}

fn check(aim: &Aim, context: &Context, found: &mut Found) {
    let (Some(id), Some(baseline), Some(target)) = (aim.measure.id(), &aim.baseline, aim.target) else { return };
    let Some(measure) = context.get::<Measure>(id) else { return };
    let (worse, other) = match measure.direction {
        Direction::Increase => (target < baseline.value, Direction::Decrease),
        Direction::Decrease => (target > baseline.value, Direction::Increase),
    };
    if worse {
        let finding = found.in_table(Table::Measures, id, "direction");
        finding.number("baseline", baseline.value).number("target", target).revise("direction", other.word().into());
    }
}
