use crate::review::rules::prelude::*;

/// At most so many people make a very small test: one class and its teacher.
const VERY_SMALL: u32 = 35;
/// At most so many make a small one: a year group.
const SMALL: u32 = 150;

rule! {
    /// A test that is larger than low confidence allows. Where a failure would cost much, or those who take part are not
    /// ready, it should be very small; otherwise small.
    ///
    /// It asks nothing where confidence is high or nobody has said, and where the number of people is left open.
    "cycle" / "too-large": Minor, EVERY, on Cycles;
    text: "You are not sure yet that this helps, and plan it with {size} people. Try it with {limit} or fewer first: what would you learn there?";
    source: "With low confidence a test is very small, and small only where a failure costs little and people are ready: \
        the Improvement Guide, table 7.1. That very small means up to 35 people and small up to 150 is our own judgement.";
    given: [];
    bad: [{ "type": "planCycle", "id": "y1", "title": "A late bus", "confidence": "low", "failureCost": "high", "size": 120 }], at "cycles.y1.size";
    good: [{ "type": "planCycle", "id": "y1", "title": "A late bus", "confidence": "low", "failureCost": "low", "readiness": "ready", "size": 120 }];
}

fn check(cycle: &Cycle, _: &Context, found: &mut Found) {
    let (Some(size), Some(Grade::Low), Stage::Planned) = (cycle.size, cycle.confidence, cycle.stage) else { return };
    let ready = cycle.readiness.is_none_or(|readiness| readiness == Readiness::Ready);
    let limit = if cycle.failure_cost == Some(Grade::High) || !ready { VERY_SMALL } else { SMALL };
    if size > limit {
        found.at("size").number("size", size.into()).number("limit", limit.into());
    }
}
