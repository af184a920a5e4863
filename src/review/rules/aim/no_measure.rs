use crate::review::rules::prelude::*;

rule! {
    /// An aim without a measure. Offers the only measure there is, if there is just one.
    ///
    /// Nobody will be able to say whether the aim was reached.
    "aim" / "no-measure": Major, EVERY, on Aims;
    text: "Which measure will show that the aim is reached?";
    source: "An aim says what, how much, for whom, by when: Ontario Health Quality Council; NHS Lothian.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "defineMeasure", "id": "m1", "name": "Absence", "unit": "%", "direction": "decrease" }
    ];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June" }], at "aims.a1.measure";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June", "measure": "m1" }];
}

fn check(aim: &Aim, context: &Context, found: &mut Found) {
    if aim.measure.id().is_none() {
        let finding = found.at("measure");
        if let Some(only) = context.only(Table::Measures) {
            finding.revise("measure", only.into());
        }
    }
}
