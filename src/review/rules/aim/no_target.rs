use crate::review::rules::prelude::*;

rule! {
    /// An aim without a number to reach.
    ///
    /// “Better” is reached by any rise, and by chance.
    "aim" / "no-target": Major, EVERY, on Aims;
    text: "An aim needs a number to reach. How much?";
    source: "An aim says what, how much, for whom, by when: Ontario Health Quality Council; NHS Lothian. “Some is not a \
        number”: D. Berwick, 2005.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls by June" }], at "aims.a1.target";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June", "target": 5 }];
}

fn check(aim: &Aim, _: &Context, found: &mut Found) {
    found.first_blank(aim, &["target"]);
}
