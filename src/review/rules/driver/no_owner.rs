use crate::review::rules::prelude::*;

rule! {
    /// In a plan that rallies others: a driver without an owner.
    ///
    /// What crosses units belongs to no one by itself. Each driver needs one person who asks how it stands.
    "driver" / "no-owner": Major, COORDINATE, on Drivers;
    text: "Who looks after this driver? Name one person.";
    source: OURS;
    given: [{ "type": "chooseJob", "job": "coordinate" }];
    bad: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time" }], at "drivers.d1.owner";
    good: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time", "owner": "Transport manager" }];
}

fn check(driver: &Driver, _: &Context, found: &mut Found) {
    found.first_blank(driver, &["owner"]);
}
