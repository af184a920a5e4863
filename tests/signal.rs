//! Records of a host's system as the beginning of a plan.

use headwater::exchange::from_signal;
use headwater::measure::Measure;
use headwater::plan::{Plan, Table};
use headwater::problem::Problem;
use proptest::prelude::*;
use serde_json::{Value, json};

fn record(kind: &str) -> Value {
    let values: Vec<_> = (1..=9)
        .map(|week| json!({ "date": format!("2026-09-{:02}", week * 3), "value": 93.0 - f64::from(week) }))
        .collect();
    json!({ "kind": kind, "id": "sis-7", "group": "Grade 7", "size": 412, "affected": 61, "where": "Riverbend Middle",
        "since": "2026-08-24", "source": "Student information system", "values": values, "course": "Algebra 1",
        "measure": "Presence", "direction": "increase" })
}

fn drafted(record: &Value) -> Plan {
    let mut plan = Plan::create("Draft").unwrap();
    for edit in from_signal(&record.to_string()).unwrap() {
        plan.edit_json(&edit.to_string()).unwrap();
    }
    plan
}

#[test]
fn a_record_becomes_a_problem_a_series_and_questions_only() {
    for (kind, statement) in [
        ("attendance-dip", "61 of 412 in Grade 7 miss more school than before."),
        ("course-failures", "61 of 412 in Grade 7 fail Algebra 1."),
        ("chart-signal", "Presence in Grade 7 has changed by more than chance explains, for 61 of 412."),
    ] {
        let plan = drafted(&record(kind));
        let problem = plan.tables().get::<Problem>("sis-7-problem").unwrap();
        assert_eq!(&*problem.statement, statement);
        assert_eq!((&*problem.who, &*problem.place, &*problem.how_much), ("Grade 7", "Riverbend Middle", "61 of 412"));
        assert_eq!(&*problem.since_when, "2026-08-24");
        assert_eq!(&*plan.tables().get::<Measure>("sis-7-measure").unwrap().name, "Presence");
        assert_eq!(plan.series("sis-7-measure").unwrap().values.len(), 9);
        let causes = plan.causes_of("sis-7-problem");
        assert!(causes.len() >= 4);
        for (_, cause) in causes {
            assert!(cause.question && cause.tests.is_empty() && cause.text.ends_with('?'), "{}", &*cause.text);
        }
        assert_eq!(plan.tables().count(Table::Ideas) + plan.tables().count(Table::Aims), 0);
    }
}

#[test]
fn what_could_point_at_one_pupil_is_refused() {
    let refusal = |change: Value| {
        let mut record = record("attendance-dip");
        record.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let error = from_signal(&record.to_string()).unwrap_err();
        (error.code(), error.path.clone())
    };
    assert_eq!(refusal(json!({ "size": 1 })), ("signal/too-few", "size".into()));
    assert_eq!(refusal(json!({ "size": 9 })), ("signal/too-few", "size".into()));
    assert_eq!(refusal(json!({ "affected": 9 })), ("signal/too-few", "affected".into()));
    assert_eq!(refusal(json!({ "studentId": "S-1041" })), ("input/unknown-field", "studentId".into()));
    let row = json!({ "values": [{ "date": "2026-09-14", "value": 4, "pupil": "A." }] });
    assert_eq!(refusal(row), ("input/unknown-field", "values.0.pupil".into()));
}

#[test]
fn values_of_too_few_are_hidden() {
    let mut record = record("attendance-dip");
    record["values"] = json!([
        { "date": "2026-09-14", "value": 50, "denominator": 4 },
        { "date": "2026-09-21", "value": 92, "denominator": 10 },
        { "date": "2026-09-28", "suppressed": true, "value": 3 },
    ]);
    assert_eq!(drafted(&record).series("sis-7-measure").unwrap().values, [None, Some(92.0), None]);
}

#[test]
fn a_record_that_is_not_one_is_refused_with_its_place() {
    for (change, code, path) in [
        (json!({ "kind": "weather" }), "input/bad-field", "kind"),
        (json!({ "id": "sis 7" }), "plan/bad-id", "id"),
        (json!({ "id": "s".repeat(51) }), "plan/bad-id", "id"),
        (json!({ "course": null }), "input/bad-field", "course"),
        (json!({ "since": "May" }), "input/bad-date", "since"),
        (json!({ "direction": "up" }), "input/bad-field", "direction"),
        (json!({ "size": null }), "input/bad-field", "size"),
        (json!({ "size": 40.5 }), "input/bad-field", "size"),
        (json!({ "words": [] }), "input/bad-field", "words"),
        (json!({ "group": "g".repeat(301) }), "input/text-too-long", "group"),
    ] {
        let mut record = record("course-failures");
        record.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let error = from_signal(&record.to_string()).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), (code, path), "{change}");
    }
    for missing in ["measure", "direction"] {
        let mut record = record("chart-signal");
        record.as_object_mut().unwrap().remove(missing);
        let error = from_signal(&record.to_string()).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), ("input/bad-field", missing));
    }
}

#[test]
fn a_host_can_say_it_in_its_own_words() {
    let mut record = record("attendance-dip");
    record["words"] = json!({
        "signal-attendance-dip-counted": "{affected} von {size} ({group}) fehlen öfter.",
        "signal-attendance-dip-ask-1": "Ist der Schulweg schwerer geworden?",
    });
    let plan = drafted(&record);
    assert_eq!(
        &*plan.tables().get::<Problem>("sis-7-problem").unwrap().statement,
        "61 von 412 (Grade 7) fehlen öfter."
    );
    assert_eq!(&*plan.causes_of("sis-7-problem")[0].1.text, "Ist der Schulweg schwerer geworden?");
}

proptest! {
    #[test]
    fn whatever_is_drafted_holds_in_a_plan_and_speaks_of_no_few(
        kind in prop_oneof!["attendance-dip", "course-failures", "chart-signal"],
        size in 0..1_000_usize,
        affected in proptest::option::of(0..1_000_usize),
        group in "[a-z]\\PC{0,20}",
        denominators in proptest::collection::vec(0..40_u32, 0..5),
    ) {
        let mut record = record(&kind);
        record["size"] = size.into();
        record["affected"] = affected.into();
        record["group"] = group.into();
        record["values"] = denominators.iter().enumerate().map(|(day, denominator)| {
            json!({ "date": format!("2026-09-{:02}", day + 1), "value": 7, "denominator": denominator })
        }).collect();
        match from_signal(&record.to_string()) {
            Err(error) => {
                let expected = if size >= 10 && affected.is_some_and(|count| count >= 10) { "input/bad-number" } else { "signal/too-few" };
                prop_assert_eq!(error.code(), expected);
            }
            Ok(_) => {
                prop_assert!(size >= 10 && affected.is_none_or(|count| count >= 10));
                let values = drafted(&record).series("sis-7-measure").unwrap().values;
                let shown = denominators.iter().map(|count| (*count >= 10).then_some(7.0));
                prop_assert_eq!(values, shown.collect::<Vec<_>>());
            }
        }
    }
}
