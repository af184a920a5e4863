use crate::review::rules::prelude::*;

/// The most measures that a team can keep up.
const WORKABLE: usize = 10;

rule! {
    /// More than ten measures.
    ///
    /// Collecting takes the time that looking at them needs.
    "measure" / "too-many": Hint, EVERY, on About;
    text: "There are {count} measures. Which of them has nobody looked at for a month? Let those go.";
    source: "Four to ten measures overall are workable: practitioners’ guidance on families of measures.";
    given: [
        { "type": "defineMeasure", "id": "m01", "name": "Absence" }, { "type": "defineMeasure", "id": "m02", "name": "Lateness" },
        { "type": "defineMeasure", "id": "m03", "name": "Calls" }, { "type": "defineMeasure", "id": "m04", "name": "Letters" },
        { "type": "defineMeasure", "id": "m05", "name": "Visits" }, { "type": "defineMeasure", "id": "m06", "name": "Grades" },
        { "type": "defineMeasure", "id": "m07", "name": "Referrals" }, { "type": "defineMeasure", "id": "m08", "name": "Suspensions" },
        { "type": "defineMeasure", "id": "m09", "name": "Belonging" }, { "type": "defineMeasure", "id": "m10", "name": "Credits" }
    ];
    bad: [{ "type": "defineMeasure", "id": "m11", "name": "Clubs" }], at "about.about.";
    good: [];
}

fn check(_: &About, context: &Context, found: &mut Found) {
    let count = context.count(Table::Measures);
    if count > WORKABLE {
        found.at("").number("count", count as f64);
    }
}
