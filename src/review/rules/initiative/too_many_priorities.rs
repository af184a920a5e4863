use crate::review::rules::prelude::*;

/// The most aims that a team can work on.
const FEW: usize = 3;

rule! {
    /// More than three aims in one plan.
    ///
    /// Each of them gets a smaller share of the same people’s weeks.
    "initiative" / "too-many-priorities": Minor, EVERY, on About;
    text: "There are {count} aims in this plan. Which {few} come first? The others can wait for these.";
    source: "Each added initiative gets less time, money and energy: D. Reeves, 2010. That three are enough is our own judgement.";
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls to 5 %" },
        { "type": "setAim", "id": "a2", "problem": "p1", "statement": "Lateness falls to 3 a day" },
        { "type": "setAim", "id": "a3", "problem": "p1", "statement": "Failures fall to 40" }
    ];
    bad: [{ "type": "setAim", "id": "a4", "problem": "p1", "statement": "Suspensions fall to 12" }], at "about.about.";
    good: [];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let count = context.count(Table::Aims);
    if count > FEW {
        found.at("").number("count", count as f64).number("few", FEW as f64);
    }
}
