use crate::review::rules::prelude::*;

/// The most open actions that one person keeps in mind.
const CARRIED: usize = 5;

rule! {
    /// More than five open actions of one person. The finding points at the last of them.
    ///
    /// Those who say yes get more, until nothing of it is done.
    "action" / "too-many-for-one": Minor, EVERY, on About;
    text: "{owner} has {count} open actions. Which of them could someone else take, or nobody?";
    source: "Each added initiative gets less time, money and energy: D. Reeves, 2010. That five are enough for one person \
        is our own judgement.";
    given: [
        { "type": "addAction", "id": "t1", "text": "Ask the depot", "owner": "Ms Ode", "due": "2026-10-02" },
        { "type": "addAction", "id": "t2", "text": "Print the list", "owner": "Ms Ode", "due": "2026-10-02" },
        { "type": "addAction", "id": "t3", "text": "Stand at the gate", "owner": "Ms Ode", "due": "2026-10-02" },
        { "type": "addAction", "id": "t4", "text": "Call six families", "owner": "Ms Ode", "due": "2026-10-02" },
        { "type": "addAction", "id": "t5", "text": "Load the registers", "owner": "Ms. Ode", "due": "2026-10-02" }
    ];
    bad: [{ "type": "addAction", "id": "t6", "text": "Write to the board", "owner": "ms ode", "due": "2026-10-02" }], at "actions.t6.owner";
    good: [{ "type": "addAction", "id": "t6", "text": "Write to the board", "owner": "Mr Lind", "due": "2026-10-02" }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    // Where the id begins: no id has a blank in it.
    let owner = |line: &str| line.bytes().rposition(|byte| byte == b' ').map_or(0, |at| at + 1);
    for of_one in context.open.chunk_by(|a, b| a[..owner(a)] == b[..owner(b)]) {
        let Some(last) = of_one.last().filter(|_| of_one.len() > CARRIED) else { continue };
        let id = &last[owner(last)..];
        if let Some(action) = context.get::<Action>(id) {
            let finding = found.in_table(Table::Actions, id, "owner");
            finding.with("owner", &action.owner).number("count", of_one.len() as f64);
        }
    }
}
