use crate::review::rules::prelude::*;

rule! {
    /// A resource inequity that does not name the resource, or who gets less of it. The finding points at the first of the
    /// two that is blank.
    ///
    /// Without them nothing can be shared out differently.
    "inequity" / "incomplete": Minor, EVERY, on Inequities;
    text: "Which resource is it, and who gets less of it: one of these is still blank.";
    source: OURS;
    given: [];
    bad: [{ "type": "nameInequity", "id": "q1", "statement": "Algebra is taught at two of three schools", "resource": "courses" }], at "inequities.q1.less";
    good: [{ "type": "nameInequity", "id": "q1", "statement": "Algebra is taught at two of three schools", "resource": "courses", "less": "Pupils of the east side" }];
}

fn check(inequity: &Inequity, _: &Context, found: &mut Found) {
    found.first_blank(inequity, &["resource", "less"]);
}
