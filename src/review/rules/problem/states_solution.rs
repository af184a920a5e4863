use crate::review::rules::prelude::*;

rule! {
    /// A problem that is put as a solution which is not there yet: “We need a reading programme”.
    ///
    /// It ends the search for causes before it has begun. What the solution was meant to put right is the problem.
    "problem" / "states-solution": Major, EVERY, on Problems;
    text: "“{words}” names a solution. What happens to pupils now that it should put right?";
    source: "“The propensity to jump quickly on a solution before fully understanding the exact problem to be \
        solved”: Bryk et al., Learning to Improve, p. 24.";
    given: [];
    bad: [{ "type": "stateProblem", "id": "p1", "statement": "We need a new reading programme in grade 3." }],
        at "problems.p1.statement";
    good: [{ "type": "stateProblem", "id": "p1", "statement": "38 of 90 pupils in grade 3 read below grade level, and need help to follow their science texts." }];
}

fn check(problem: &Problem, context: &Context, found: &mut Found) {
    let statement = context.plain(&problem.statement);
    let lacking = || statement.begins(words::LACKS)?.opening(3).says(words::PROGRAMMES);
    if let Some(said) = statement.says(words::SOLUTIONS).or_else(lacking) {
        found.at("statement").with("words", said);
    }
}
