use crate::review::rules::prelude::*;

rule! {
    /// An aim that says what the team will do: implement, launch, train, adopt.
    ///
    /// It can be reached in full while nothing becomes better for a pupil.
    "aim" / "names-activity": Major, EVERY, on Aims;
    text: "“{words}” is something you do. What will be better for pupils when you have done it?";
    source: "Poor aims name a tool and not a result: Ontario Health Quality Council; NHS Lothian. The verbs are our own \
        judgement.";
    given: [{ "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." }];
    bad: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "By June 2027, we will implement the new attendance programme." }],
        at "aims.a1.statement";
    good: [{ "type": "setAim", "id": "a1", "problem": "p1", "statement": "By June 2027, grade 7 misses fewer than 5 % of days, and the office can use one list." }];
}

fn check(aim: &Aim, context: &Context, found: &mut Found) {
    let statement = context.plain(&aim.statement);
    let verb = statement.first(words::ACTIVITIES).or_else(|| statement.after(words::LEADS)?.first(words::ACTIVITIES));
    if let Some(said) = verb {
        found.at("statement").with("words", said);
    }
}
