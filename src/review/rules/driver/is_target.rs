use crate::review::rules::prelude::*;

rule! {
    /// A driver that is a number to reach.
    ///
    /// It repeats the aim for a part of it, and says nothing about how the part is to change.
    "driver" / "is-target": Minor, EVERY, on Drivers;
    text: "This is a number to reach. Put it on a measure, and say here what must be different.";
    source: "Primary drivers are statements and not numeric targets: Carnegie; NHS Lothian; NSW Clinical Excellence \
        Commission.";
    given: [];
    bad: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Reduce lateness to 3 a day" }], at "drivers.d1.text";
    good: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Pupils on routes 14 and 15 can be in school at the bell" }];
}

fn check(driver: &Driver, _: &Context, found: &mut Found) {
    let text = &driver.text;
    let numbered = text.contains(|c: char| c.is_ascii_digit());
    if numbered && (text.contains('%') || Plain::of(text).begins(words::MORE_OR_LESS).is_some()) {
        found.at("text");
    }
}
