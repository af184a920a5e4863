use crate::review::rules::prelude::*;

/// More primary drivers than this are not few.
const FEW: usize = 5;

rule! {
    /// More than five primary drivers. The finding points at the one that was added last.
    ///
    /// The attention for each becomes so small that none moves.
    "driver" / "too-many": Hint, EVERY, on About;
    text: "There are {count} primary drivers. Which {few} matter most? The others can wait, or serve one of these.";
    source: "A driver diagram has few primary drivers: Carnegie; NHS Lothian; NSW Clinical Excellence Commission. That \
        five are few is our own judgement.";
    given: [
        { "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time" },
        { "type": "addDriver", "id": "d2", "kind": "primary", "text": "Every absence is noticed on the day" },
        { "type": "addDriver", "id": "d3", "kind": "primary", "text": "Families know whom to call" },
        { "type": "addDriver", "id": "d4", "kind": "primary", "text": "Help reaches a family early" },
        { "type": "addDriver", "id": "d5", "kind": "primary", "text": "Someone waits for each pupil" }
    ];
    bad: [{ "type": "addDriver", "id": "d6", "kind": "primary", "text": "Mornings begin with a lesson worth coming for" }], at "drivers.d6.kind";
    good: [{ "type": "addDriver", "id": "d6", "kind": "secondary", "text": "The first lesson", "serves": ["d5"] }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let primaries = &context.primaries;
    if let Some(last) = primaries.last()
        && primaries.len() > FEW
    {
        let finding = found.in_table(Table::Drivers, last, "kind");
        finding.number("count", primaries.len() as f64).number("few", FEW as f64);
    }
}
