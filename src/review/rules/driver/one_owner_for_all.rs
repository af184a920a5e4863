use crate::review::rules::prelude::*;

/// From so many drivers on, one owner for all is a sign.
const SEVERAL: usize = 3;

rule! {
    /// In a plan that rallies others: three or more drivers, all with the same owner.
    ///
    /// It is still one person's plan. The others have not taken a part yet.
    "driver" / "one-owner-for-all": Minor, COORDINATE, on About;
    text: "All {count} drivers are looked after by {owner}. Whose part could one of the others take?";
    source: OURS;
    given: [
        { "type": "chooseJob", "job": "coordinate" },
        { "type": "addDriver", "id": "d1", "kind": "primary", "text": "Every pupil can arrive on time", "owner": "Ms Ode" },
        { "type": "addDriver", "id": "d2", "kind": "primary", "text": "Every absence is noticed on the day", "owner": "Ms Ode" }
    ];
    bad: [{ "type": "addDriver", "id": "d3", "kind": "primary", "text": "Families know whom to call", "owner": "Ms Ode" }], at "drivers.d1.owner";
    good: [{ "type": "addDriver", "id": "d3", "kind": "primary", "text": "Families know whom to call", "owner": "Mr Lind" }];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let drivers = context.ids(Table::Drivers);
    let owner = |id: &str| context.get::<Driver>(id).map_or("", |driver| &*driver.owner);
    let Some(first) = drivers.first() else { return };
    let name = owner(first);
    if !name.is_empty() && drivers.len() >= SEVERAL && drivers.iter().all(|id| owner(id) == name) {
        let finding = found.in_table(Table::Drivers, first, "owner");
        finding.number("count", drivers.len() as f64).with("owner", name);
    }
}
