use crate::review::rules::prelude::*;

rule! {
    /// A prediction that cannot turn out wrong: “it will improve”, “fewer absences”. Asked while it can still be changed.
    ///
    /// What is learned from a cycle is the difference between what was expected and what came. Here there is none.
    "cycle" / "vague-prediction": Minor, EVERY, on Cycles;
    text: "Could this turn out wrong? Put a number in it, or say what someone would see.";
    source: "Study compares what happened with the prediction: IHI; Vermont PDSA toolkit. Which predictions are too \
        vague is our own judgement.";
    given: [];
    bad: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus for a week", "predictions": [{ "question": "Lateness", "expected": "It will improve" }] }],
        at "cycles.y1.predictions.0.expected";
    good: [{ "type": "planCycle", "id": "y1", "title": "Earlier bus for a week", "predictions": [{ "question": "Lateness", "expected": "Fewer than three a day" }] }];
}

fn check(cycle: &Cycle, context: &Context, found: &mut Found) {
    if cycle.stage != Stage::Planned {
        return;
    }
    for (index, prediction) in cycle.predictions.iter().enumerate() {
        let expected = context.plain(&prediction.expected);
        if !expected.counts() && expected.says(words::VAGUE).is_some() {
            found.at(&format!("predictions.{index}.expected"));
        }
    }
}
