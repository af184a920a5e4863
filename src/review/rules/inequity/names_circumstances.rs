use crate::review::rules::prelude::*;

rule! {
    /// A resource inequity that names pupils’ poverty or homes, and no resource that is shared out.
    ///
    /// The question is who gets less of what the school itself gives: experienced staff, time, courses, money, space.
    "inequity" / "names-circumstances": Major, EVERY, on Inequities;
    text: "This names what pupils live with ({words}). Of which resource do they get less here: staff, time, courses, money or space?";
    source: "Of the plans for comprehensive support that were checked, 52 % identified resource inequities, some of them \
        pupils’ poverty instead of how school resources are shared: GAO, 2024, as reported by CSBA.";
    given: [];
    bad: [{ "type": "nameInequity", "id": "q1", "statement": "Many of our pupils live in poverty", "less": "Pupils of the east side" }], at "inequities.q1.statement";
    good: [{ "type": "nameInequity", "id": "q1", "statement": "Disadvantaged pupils have teachers in their first year twice as often", "resource": "staff", "less": "Pupils of the east side" }];
}

fn check(inequity: &Inequity, context: &Context, found: &mut Found) {
    if inequity.resource.is_none()
        && let Some(said) = context.heard(&inequity.statement, words::CIRCUMSTANCES)
    {
        found.at("statement").with("words", said);
    }
}
