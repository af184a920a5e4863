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
    let studied = Plain::of(&[&*study.comparison, " ", &study.learned].concat());
    let told = Plain::of(&study.result);
    let (matter, told) = (studied.matter(), told.words().collect::<Vec<_>>());
    let numeral = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let compares = |prediction: &Prediction| {
        let foretold = Plain::of(&[&*prediction.question, " ", &prediction.expected].concat());
        let shared = foretold.matter().iter().any(|word| matter.iter().any(|other| words::alike(word, other)));
        shared
            || foretold
                .words()
                .any(|word| numeral(word) && (told.contains(&word) || studied.words().any(|w| w == word)))
    };
    if studied.says(words::LOOKING_BACK).is_none() && !cycle.predictions.iter().any(compares) {
        found.at("study.comparison").with("expected", prediction.expected.to_string());
    }
}
