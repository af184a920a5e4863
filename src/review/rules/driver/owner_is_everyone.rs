use crate::review::rules::prelude::*;

rule! {
    /// A driver that is owned by “everyone”, “the team” or “to be decided”.
    ///
    /// What belongs to everyone is asked about by no one.
    "driver" / "owner-is-everyone": Minor, EVERY, on Drivers;
    text: "“{owner}” can mean no one. Name the person who will ask how this stands.";
    source: OURS;
    given: [];
    bad: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time", "owner": "The whole team" }], at "drivers.d1.owner";
    good: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time", "owner": "Team lead, transport" }];
}

fn check(driver: &Driver, context: &Context, found: &mut Found) {
    if context.plain(&driver.owner).is(words::EVERYONE) {
        found.at("owner").with("owner", &driver.owner);
    }
}
