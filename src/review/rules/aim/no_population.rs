use crate::review::rules::prelude::*;

rule! {
    /// An aim that does not say for whom. Offers those whom the problem names.
    ///
    /// An average can rise while those with the problem stay where they are.
    "aim" / "no-population": Minor, EVERY, on Aims;
    text: "For whom is this aim? Name the pupils who should notice it.";
    source: "An aim says what, how much, for whom, by when: Ontario Health Quality Council; NHS Lothian.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten.", "who": "Pupils of grade 7" }];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June" }], at "aims.a1.population";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Absence falls below 5 % by June", "population": "Pupils of grade 7" }];
}

fn check(aim: &Aim, context: &Context, found: &mut Found) {
    if aim.population.is_blank() {
        let finding = found.at("population");
        if let Some(problem) = context.get::<Problem>(aim.problem.as_str())
            && !problem.who.is_blank()
        {
            finding.revise("population", (*problem.who).into());
        }
    }
}
