use crate::review::rules::prelude::*;

rule! {
    /// An idea that acts on no driver, in a plan that has drivers. Offers the only driver, if there is just one.
    ///
    /// If it works, nobody can say why the aim should come nearer by it.
    "idea" / "serves-nothing": Minor, EVERY, on Ideas;
    text: "Which driver would this idea move?";
    source: "Every idea serves at least one secondary driver: Carnegie; NHS Lothian; NSW Clinical Excellence Commission.";
    given: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time" }];
    bad: [{ "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "bypass": "An example" }], at "ideas.i1.driver";
    good: [{ "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "driver": "d1", "bypass": "An example" }];
}

fn check(idea: &Idea, context: &Context, found: &mut Found) {
    if idea.driver.id().is_some() || context.count(Table::Drivers) == 0 {
        return;
    }
    let finding = found.at("driver");
    if let Some(only) = context.only(Table::Drivers) {
        finding.revise("driver", only.into());
    }
}
