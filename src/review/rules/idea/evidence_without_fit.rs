use crate::review::rules::prelude::*;

rule! {
    /// A tier of evidence that does not say how far the pupils who were studied are like these.
    ///
    /// A strong study of other pupils is a reason to test an idea here, not a reason to expect the same.
    "idea" / "evidence-without-fit": Hint, EVERY, on Ideas;
    text: "How like yours were the pupils and schools in this study? The tier does not say.";
    source: "A tier of evidence belongs to an outcome and is neither effect size nor fit: Pennsylvania’s guidance on \
        the Every Student Succeeds Act.";
    given: [];
    bad: [{ "type": "proposeIdea", "id": "i1", "text": "Letters about absence", "bypass": "An example", "evidence": [
        { "tier": 1, "outcome": "Days missed", "citation": "A study", "assignedBy": "District" }] }], at "ideas.i1.evidence.0.population";
    good: [{ "type": "proposeIdea", "id": "i1", "text": "Letters about absence", "bypass": "An example", "evidence": [
        { "tier": 1, "outcome": "Days missed", "citation": "A study", "assignedBy": "District", "population": "Grades 1 to 12, one large city" }] }];
}

fn check(idea: &Idea, _: &Context, found: &mut Found) {
    if let Some(index) = idea.evidence.iter().position(|evidence| evidence.population.is_blank()) {
        found.at(&format!("evidence.{index}.population"));
    }
}
