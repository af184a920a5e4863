use crate::review::rules::prelude::*;

rule! {
    /// A secondary driver that serves no primary one. Offers the only primary driver, if there is just one.
    ///
    /// If it moves, nothing says that the aim comes nearer.
    "driver" / "serves-nothing": Minor, EVERY, on Drivers;
    text: "Which primary driver does this one serve?";
    source: "Every secondary driver serves at least one primary driver: Carnegie; NHS Lothian; NSW Clinical Excellence \
        Commission.";
    given: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time" }];
    bad: [{ "type": "addDriver", "id": "d2", "kind": "secondary", "text": "Bus timing" }], at "drivers.d2.serves";
    good: [{ "type": "addDriver", "id": "d2", "kind": "secondary", "text": "Bus timing", "serves": ["d1"] }];
}

fn check(driver: &Driver, context: &Context, found: &mut Found) {
    if driver.kind == DriverKind::Secondary && driver.serves.ids().next().is_none() {
        let finding = found.at("serves");
        if let [only] = context.primaries[..] {
            finding.revise("serves", vec![only].into());
        }
    }
}
