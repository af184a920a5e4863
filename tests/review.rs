//! The review as a host uses it: on whole plans, with findings dismissed and mended.

use headwater::plan::Plan;
use headwater::review::{Finding, Severity, review, rules};
use serde_json::{Value, json};

fn shown(finding: &Finding) -> String {
    let Finding { rule, severity, table, id, field, .. } = finding;
    format!("{} {rule} at {}.{id}.{field}", severity.word(), table.name())
}

fn edited(plan: &mut Plan, edit: &Value) {
    plan.edit_json(&edit.to_string()).unwrap_or_else(|error| panic!("{edit}: {}: {error}", error.path));
}

#[test]
fn the_published_case_of_fresno_has_these_findings_and_no_others() {
    let plan = Plan::open(include_str!("../www/public/plans/fresno-applications.json")).unwrap();
    let found = review(&plan);
    assert_eq!(
        found.iter().map(shown).collect::<Vec<_>>(),
        [
            // No target and no date were published.
            "major aim/no-target at aims.aim.target",
            "major aim/no-deadline at aims.aim.deadline",
            // 382 and 578 are counts of two school years, and there is nothing beside them.
            "major measure/only-yearly at measures.applicants.frequency",
            "minor measure/no-process at measures.applicants.kind",
            "minor measure/no-balancing at measures.applicants.kind",
            // From no packet to 4,135 of them, and adopted.
            "minor cycle/adopted-at-once at cycles.fall-2016.decision.kind",
            "hint cycle/too-long at cycles.fall-2016.ended",
        ]
    );
    let dismissed: Vec<_> = found.iter().filter(|finding| finding.dismissed.is_some()).map(|it| it.rule).collect();
    assert_eq!(dismissed, ["cycle/too-long"]);
}

#[test]
fn the_worked_plan_of_the_portal_has_these_findings_and_no_others() {
    let plan = Plan::open(include_str!("../www/public/plans/north-east-primary.json")).unwrap();
    assert_eq!(
        review(&plan).iter().map(shown).collect::<Vec<_>>(),
        [
            "minor measure/no-process at measures.weekly-absence.kind",
            "minor measure/no-balancing at measures.weekly-absence.kind",
            "minor measure/incomplete at measures.weekly-absence.frequency",
        ]
    );
}

#[test]
fn a_dismissed_finding_keeps_its_reason_until_the_dismissal_is_removed() {
    let mut plan = Plan::create("Attendance").unwrap();
    edited(
        &mut plan,
        &json!({ "type": "stateProblem", "id": "p1", "statement": "We need a new attendance programme" }),
    );
    let reasons = |plan: &Plan| review(plan).into_iter().map(|it| (it.rule, it.dismissed)).collect::<Vec<_>>();
    let incomplete = ("problem/incomplete", None);
    assert_eq!(reasons(&plan), [("problem/states-solution", None), incomplete.clone()]);

    edited(
        &mut plan,
        &json!({ "type": "dismissFinding", "id": "x1", "rule": "problem/states-solution",
            "of": { "table": "problems", "id": "p1" }, "reason": "The board’s words" }),
    );
    let plan_again = Plan::open(&plan.save()).unwrap();
    let kept = ("problem/states-solution", Some("The board’s words".to_owned()));
    assert_eq!(reasons(&plan_again), [kept, incomplete.clone()]);

    edited(&mut plan, &json!({ "type": "remove", "table": "dismissals", "id": "x1" }));
    assert_eq!(reasons(&plan), [("problem/states-solution", None), incomplete]);
}

#[test]
fn rules_of_one_job_are_asked_in_that_job_only() {
    let mut plan = Plan::create("Attendance").unwrap();
    edited(&mut plan, &json!({ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Pupils can be on time" }));
    let asked = |plan: &Plan| review(plan).iter().any(|finding| finding.rule == "driver/no-owner");
    assert!(!asked(&plan), "without a Job");
    for (job, expected) in [("correct", false), ("coordinate", true), ("reorient", false)] {
        edited(&mut plan, &json!({ "type": "chooseJob", "job": job }));
        assert_eq!(asked(&plan), expected, "{job}");
    }
}

#[test]
fn findings_stand_in_the_order_of_their_weight_and_then_of_their_place() {
    let mut plan = Plan::create("Attendance").unwrap();
    for edit in [
        json!({ "type": "stateProblem", "id": "b", "statement": "Late pupils" }),
        json!({ "type": "stateProblem", "id": "a", "statement": "Absent pupils" }),
        json!({ "type": "setAim", "id": "z", "problem": "b", "statement": "Fewer late pupils" }),
        json!({ "type": "planCycle", "id": "y", "title": "Earlier bus" }),
    ] {
        edited(&mut plan, &edit);
    }
    let found = review(&plan);
    let places: Vec<_> = found.iter().map(|it| (it.severity, it.table, it.id.clone())).collect();
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(places, sorted);
    assert!(
        [Severity::Major, Severity::Minor, Severity::Hint].iter().all(|it| found.iter().any(|f| f.severity == *it))
    );
    assert_eq!(review(&Plan::open(&plan.save()).unwrap()), found, "and the same after saving and opening");
}

#[test]
fn every_finding_crosses_as_json_with_the_fields_that_the_types_name() {
    let mut plan = Plan::create("Attendance").unwrap();
    edited(&mut plan, &json!({ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Pupils can be on time" }));
    edited(&mut plan, &json!({ "type": "addDriver", "id": "d2", "kind": "secondary", "text": "Buses" }));
    assert_eq!(
        serde_json::to_value(review(&plan)).unwrap(),
        json!([{
            "rule": "driver/serves-nothing", "severity": "minor", "table": "drivers", "id": "d2", "field": "serves",
            "message": { "key": "review-driver-serves-nothing", "args": {}, "text": "Which primary driver does this one serve?" },
            "fix": { "type": "revise", "table": "drivers", "id": "d2", "fields": { "serves": ["d1"] } },
            "dismissed": null,
        }])
    );
}

#[test]
fn a_value_of_too_few_people_to_be_shown_is_never_offered_as_a_baseline() {
    let mut plan = Plan::create("Attendance").unwrap();
    for edit in [
        json!({ "type": "stateProblem", "id": "p1", "statement": "Late pupils" }),
        json!({ "type": "defineMeasure", "id": "m1", "name": "Late", "unit": "%", "direction": "decrease" }),
        json!({ "type": "recordObservations", "measure": "m1", "rows": [
            { "date": "2026-09-07", "value": 6.5, "denominator": 400 },
            { "date": "2026-09-14", "value": 6.1, "denominator": 400 },
            { "date": "2026-09-21", "value": 50.0, "denominator": 4 },
            { "date": "2026-09-28", "value": 20.0, "denominator": 5 },
        ] }),
        json!({ "type": "setAim", "id": "a1", "problem": "p1", "statement": "Late pupils fall to 3 %", "measure": "m1" }),
    ] {
        edited(&mut plan, &edit);
    }
    let finding = review(&plan).into_iter().find(|finding| finding.rule == "aim/no-baseline").unwrap();
    assert_eq!(finding.fix.unwrap()["fields"]["baseline"], json!({ "value": 6.1, "date": "2026-09-14" }));
}

#[test]
fn a_coach_has_at_least_thirty_two_things_to_say() {
    assert!(rules().count() >= 32);
}
