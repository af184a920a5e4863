use crate::review::rules::prelude::*;

rule! {
    /// The same cause a second time below the same one. Offers to take the second out where nothing hangs on it.
    ///
    /// Two people wrote it down, or it was pasted twice, and the tests of one are missing from the other.
    "cause" / "twice": Hint, EVERY, on Problems;
    text: "The same cause stands beside this one already. Keep one of them.";
    source: OURS;
    given: [
        { "type": "stateProblem", "id": "p1", "statement": "61 of 412 pupils miss a day in ten." },
        { "type": "proposeCause", "id": "c1", "problem": "p1", "text": "Bus 14 arrives after the bell" }
    ];
    bad: [{ "type": "proposeCause", "id": "c2", "problem": "p1", "text": "bus 14 arrives after the bell." }], at "causes.c2.text";
    good: [{ "type": "proposeCause", "id": "c2", "problem": "p1", "text": "Bus 41 arrives after the bell" }];
}

fn check(_: &Problem, context: &Context, found: &mut Found) {
    // Below what it stands, what it says, and who it is: sorted, the same ones lie side by side.
    let mut known = Vec::new();
    for id in context.referrers(Table::Problems, found.id(), Table::Causes) {
        let Some(cause) = context.get::<Cause>(Some(id)) else { continue };
        known.push([cause.parent.id().unwrap_or_default(), Plain::of(&cause.text).as_str(), "|", id].concat());
    }
    crate::order::sort(&mut known);
    for (first, again) in known.iter().zip(known.iter().skip(1)) {
        let (Some((says, _)), Some((says_too, id))) = (first.split_once('|'), again.split_once('|')) else { continue };
        if says != says_too {
            continue;
        }
        let free = |from| !context.is_used(Table::Causes, id, from);
        let untested = context.get::<Cause>(Some(id)).is_some_and(|cause| cause.status == Status::Suspected);
        let finding = found.in_table(Table::Causes, id, "text");
        if untested && free(Table::Causes) && free(Table::Ideas) {
            finding.remove();
        }
    }
}
