use crate::review::rules::prelude::*;

rule! {
    /// A study that says nothing about what was predicted: no word of comparison, none of its numbers, none of its matter.
    ///
    /// Without the comparison a cycle is an activity, and what it could have taught is lost.
    "cycle" / "study-ignores-prediction": Major, EVERY, on Cycles;
    text: "You expected: “{expected}”. How does what happened compare with that?";
    source: "Study compares what happened with the prediction and says what was learned: IHI; Vermont PDSA toolkit. How \
        we look for it is our own judgement.";
    given: [
        { "type": "planCycle", "id": "y1", "title": "Earlier bus", "predictions": [{ "question": "Late pupils a day", "expected": "9 become 3" }] },
        { "type": "startCycle", "id": "y1", "date": "2026-10-05" }
    ];
    bad: [{ "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "A great fortnight.", "comparison": "Drivers were happy with it." }],
        at "cycles.y1.study.comparison";
    good: [{ "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "A great fortnight.", "comparison": "Two a day, fewer than we had put down." }];
}

fn check(cycle: &Cycle, _: &Context, found: &mut Found) {
    let (Some(study), Some(prediction)) = (&cycle.study, cycle.predictions.first()) else { return };
    let mut foretold = String::new();
    for Prediction { question, expected, .. } in &cycle.predictions {
        foretold.extend([question, " ", &**expected, " "]);
    }
    let compared = Plain::of(&[&*study.comparison, " ", &study.learned].concat());
    if compared.says(words::LOOKING_BACK).is_none() && !Plain::of(&foretold).shares_with(&compared) {
        found.at("study.comparison").with("expected", &prediction.expected);
    }
}
