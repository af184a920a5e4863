use crate::review::rules::prelude::*;

rule! {
    /// An idea that was adopted after its only cycle.
    ///
    /// One test, with the people who were willing, in one good week: it may not hold with others.
    "cycle" / "adopted-at-once": Minor, EVERY, on Cycles;
    text: "This was adopted after one cycle. Where would it be most likely to fail? Test it there before it becomes the way you work.";
    source: "A change is implemented once it has been tested from small upward and under varying conditions: IHI. Under \
        20 % of 73 papers documented iterative cycles: Taylor 2013. That one cycle is too few is our \
        own judgement.";
    given: [
        { "type": "proposeIdea", "id": "i1", "text": "Bus 14 leaves earlier", "bypass": "An example" },
        { "type": "planCycle", "id": "y1", "title": "Earlier bus", "idea": "i1", "predictions": [{ "question": "Late a day", "expected": "9 become 3" }] },
        { "type": "startCycle", "id": "y1", "date": "2026-10-05" },
        { "type": "studyCycle", "id": "y1", "date": "2026-10-16", "result": "3 a day", "comparison": "As predicted" }
    ];
    bad: [{ "type": "decideCycle", "id": "y1", "kind": "adopt", "reason": "It works", "date": "2026-10-19" }], at "cycles.y1.decision.kind";
    good: [{ "type": "decideCycle", "id": "y1", "kind": "adapt", "reason": "One stop was missed", "date": "2026-10-19" }];
}

fn check(cycle: &Cycle, context: &Context, found: &mut Found) {
    let adopted = cycle.decision.as_ref().is_some_and(|decision| decision.kind == DecisionKind::Adopt);
    let Some(idea) = cycle.idea.id().filter(|_| adopted) else { return };
    let mut decided = context.referrers(Table::Ideas, idea, Table::Cycles);
    decided.retain(|id| context.get::<Cycle>(id).is_some_and(|cycle| cycle.stage == Stage::Decided));
    if decided.len() == 1 {
        found.at("decision.kind");
    }
}
