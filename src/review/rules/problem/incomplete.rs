use crate::review::rules::prelude::*;

rule! {
    /// A problem that leaves open who is affected, where, how much or since when. The finding points at the first of the
    /// four that is blank.
    ///
    /// Without them nobody can see for whom and where it is worst, and that is where its causes are.
    "problem" / "incomplete": Minor, EVERY, on Problems;
    text: "Who is affected, where, how much, since when: one of these is still blank.";
    source: "That variation is the core problem to address, what works, for whom, under what conditions, is one of \
        Carnegie’s six principles of improvement. The four questions are our own judgement.";
    given: [];
    bad: [{ "type": "stateProblem", "id": "p1", "statement": "Pupils miss lessons.", "who": "Pupils of grade 7", "where": "Riverbend Middle" }],
        at "problems.p1.howMuch";
    good: [{ "type": "stateProblem", "id": "p1", "statement": "Pupils miss lessons.", "who": "Pupils of grade 7",
        "where": "Riverbend Middle", "howMuch": "61 of 412 miss a day in ten", "sinceWhen": "September 2025" }];
}

fn check(problem: &Problem, _: &Context, found: &mut Found) {
    found.first_blank(problem, &["who", "where", "howMuch", "sinceWhen"]);
}
