use crate::review::rules::prelude::*;

/// Values that lie farther apart than this come once a year.
const DAYS: i32 = 300;

rule! {
    /// Every measure comes once a year: so it says, or so its values lie.
    ///
    /// A cycle takes weeks. Whoever waits for the yearly test learns once a year, and then from other pupils.
    "measure" / "only-yearly": Major, EVERY, on About;
    text: "Every measure here comes once a year. What could you count each week that moves before it does?";
    source: "A cycle takes one to two weeks, in bursts of six to twelve weeks: NYC Strong Schools. That yearly scores \
        alone cannot feed cycles is our own judgement.";
    given: [{ "type": "defineMeasure", "id": "m1", "name": "Reading test", "unit": "%", "frequency": "yearly" }];
    bad: [
        { "type": "defineMeasure", "id": "m2", "name": "Graduation", "unit": "%" },
        { "type": "recordObservations", "measure": "m2", "rows": [{ "date": "2024-06-30", "value": 80 }, { "date": "2025-06-30", "value": 82 }] }
    ], at "measures.m1.frequency";
    good: [
        { "type": "defineMeasure", "id": "m2", "name": "Absence", "unit": "%", "direction": "decrease" },
        { "type": "recordObservations", "measure": "m2", "rows": [{ "date": "2025-09-01", "value": 8 }, { "date": "2025-09-08", "value": 7 }] }
    ];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let yearly = |id: &&str| match context.get::<Measure>(id).and_then(|measure| measure.frequency) {
        Some(frequency) => frequency == Frequency::Yearly,
        None => {
            let values = context.values(id);
            let day = |at: usize| values.get(at).map(|(row, _)| row.date.day_number());
            values.len() > 1 && (1..values.len()).all(|at| day(at) > day(at - 1).map(|day| day + DAYS))
        }
    };
    let measures = context.ids(Table::Measures);
    if let Some(first) = measures.first()
        && measures.iter().all(yearly)
    {
        found.in_table(Table::Measures, first, "frequency");
    }
}
