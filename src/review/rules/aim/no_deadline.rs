use crate::review::rules::prelude::*;

rule! {
    /// An aim without a date.
    ///
    /// Without one, it is never missed and never reached.
    "aim" / "no-deadline": Major, EVERY, on Aims;
    text: "An aim needs a date. By when?";
    source: "An aim says what, how much, for whom, by when: Ontario Health Quality Council; NHS Lothian. “Soon is not a \
        time”: D. Berwick, 2005.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 %" }], at "aims.a1.deadline";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 %", "deadline": "2027-06-30" }];
}

fn check(aim: &Aim, _: &Context, found: &mut Found) {
    found.first_blank(aim, &["deadline"]);
}
