use crate::review::rules::prelude::*;

rule! {
    /// In a plan that looks for a new way for a whole system: something new is proposed, and nothing stops or becomes part
    /// of something else.
    ///
    /// The time for the new has to come from somewhere. If nobody says from where, it comes from all the rest.
    "initiative" / "nothing-stops": Major, REORIENT, on About;
    text: "Something new begins here, and nothing ends. Which of what people already do could stop, or become part of another?";
    source: "“Each new initiative—no matter how well conceived or well intentioned—will receive fewer minutes, dollars, \
        and ounces of emotional energy than its predecessors”: D. Reeves, 2010, p. 27. The stop-list is our own judgement.";
    given: [
        { "type": "chooseJob", "job": "reorient" },
        { "type": "proposeIdea", "id": "i1", "text": "Principals run a cycle each", "bypass": "An example" },
        { "type": "listInitiative", "id": "n1", "name": "Data walls" }
    ];
    bad: [{ "type": "continueInitiative", "id": "n1", "reason": "They are new" }], at "about.about.";
    good: [{ "type": "stopInitiative", "id": "n1", "reason": "Nobody has looked at them since May" }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    if context.count(Table::Ideas) > 0 && !context.stops {
        found.at("");
    }
}
