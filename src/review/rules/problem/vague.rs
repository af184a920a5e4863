use crate::review::rules::prelude::*;

rule! {
    /// “Many”, “too often”, “for years”: an amount or a time without a number in it.
    ///
    /// Later nobody can say whether it has become less.
    "problem" / "vague": Minor, EVERY, on Problems;
    text: "“{words}” cannot be compared with anything later. Put a number or a date here, even a rough one.";
    source: "“Some is not a number, soon is not a time”: D. Berwick, 2005.";
    given: [];
    bad: [{ "type": "stateProblem", "id": "p1", "statement": "Pupils miss lessons.", "who": "Grade 7", "where": "Riverbend", "howMuch": "Too many of them", "sinceWhen": "2025" }],
        at "problems.p1.howMuch";
    good: [{ "type": "stateProblem", "id": "p1", "statement": "Pupils miss lessons.", "who": "Grade 7", "where": "Riverbend", "howMuch": "Many: about one in six", "sinceWhen": "Always on Mondays since 2024" }];
}

fn check(problem: &Problem, _: &Context, found: &mut Found) {
    for (field, text, vague) in
        [("howMuch", &problem.how_much, words::AMOUNTS), ("sinceWhen", &problem.since_when, words::TIMES)]
    {
        let text = Plain::of(text);
        if !text.counts()
            && let Some(said) = text.says(vague)
        {
            found.at(field).with("words", said);
        }
    }
}
