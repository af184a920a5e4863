use crate::review::rules::prelude::*;

rule! {
    /// An idea that says its driver again.
    ///
    /// “Improve bus timing” cannot be tried on Monday; “Bus 14 leaves ten minutes earlier” can.
    "idea" / "restates-driver": Minor, EVERY, on Ideas;
    text: "This says the driver again. What exactly would someone do differently on Monday?";
    source: "Ideas are new or changed processes, tools and norms: Carnegie; NHS Lothian; NSW Clinical Excellence \
        Commission. That one must not restate its driver is our own judgement.";
    given: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Bus timing in the morning" }];
    bad: [{ "type": "proposeIdea", "id": "i1", "text": "Improve the timing of buses", "driver": "d1", "bypass": "An example" }], at "ideas.i1.text";
    good: [{ "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves ten minutes earlier", "driver": "d1", "bypass": "An example" }];
}

fn check(idea: &Idea, context: &Context, found: &mut Found) {
    if let Some(driver) = idea.driver.id().and_then(|id| context.get::<Driver>(id))
        && context.plain(&idea.text).restates(&context.plain(&driver.text))
    {
        found.at("text");
    }
}
