use crate::review::rules::prelude::*;

rule! {
    /// A driver that no idea acts on, neither itself nor through a driver that serves it, while others have ideas.
    ///
    /// Drivers are sufficient together. If one has nothing that moves it, the theory says that the aim is not reached.
    "driver" / "without-idea": Hint, EVERY, on Drivers;
    text: "No idea acts on this driver yet. What could you try that would move it?";
    source: "Drivers are necessary and jointly sufficient: Carnegie; NHS Lothian; NSW Clinical Excellence Commission. \
        That each needs an idea is our own judgement.";
    given: [
        { "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time" },
        { "type": "addDriver", "id": "d2", "kind": "secondary", "text": "Bus timing", "serves": ["d1"] },
        { "type": "addDriver", "id": "d3", "kind": "primary", "text": "Every absence is noticed on the day" },
        { "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "driver": "d2", "bypass": "An example" }
    ];
    bad: [], at "drivers.d3.text";
    good: [{ "type": "proposeIdea", "id": "i2", "text": "The office calls at ten", "driver": "d3", "bypass": "An example" }];
}

fn check(_: &Driver, context: &Context, found: &mut Found) {
    let mut those = context.referrers(Table::Drivers, found.id(), Table::Drivers);
    those.push(found.id());
    if context.ideas_have_drivers && !those.iter().any(|id| context.is_used(Table::Drivers, id, Table::Ideas)) {
        found.at("text");
    }
}
