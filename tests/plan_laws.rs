//! What holds for any sequence of edits and for any text given as a plan.
#![cfg(not(target_arch = "wasm32"))]

use headwater::plan::Plan;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A few ids, so that edits meet each other.
fn id() -> impl Strategy<Value = String> {
    (0..4_u8).prop_map(|number| format!("e{number}"))
}

fn maybe_id() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(id())
}

/// Texts that people write, and some that they do not.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-z]{1,20}",
        2 => "\\PC{0,12}",
        1 => Just(String::new()),
        1 => Just("عَرَبِيّ 👩‍🏫".to_owned()),
    ]
}

fn date() -> impl Strategy<Value = String> {
    (1..=12_u8, 1..=30_u8).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}"))
}

/// A plan in which there is something to test, move, study and remove.
fn begun() -> Plan {
    let mut plan = Plan::create("Plan").unwrap();
    for edit in [
        json!({ "type": "stateProblem", "id": "e0", "statement": "Late buses" }),
        json!({ "type": "proposeCause", "id": "e0", "problem": "e0", "text": "Route" }),
        json!({ "type": "proposeCause", "id": "e1", "problem": "e0", "parent": "e0", "text": "Estate" }),
        json!({ "type": "testCause", "id": "e0", "result": "supported", "evidence": "17 of 20" }),
        json!({ "type": "defineMeasure", "id": "e0", "name": "Absence" }),
        json!({ "type": "addDriver", "id": "e0", "kind": "primary", "text": "On time" }),
        json!({ "type": "addDriver", "id": "e1", "kind": "secondary", "text": "Bus", "serves": ["e0"] }),
        json!({ "type": "planCycle", "id": "e0", "title": "Try", "predictions": [{ "expected": "fewer" }] }),
        json!({ "type": "startCycle", "id": "e0", "date": "2026-01-05" }),
        json!({ "type": "planCycle", "id": "e1", "title": "Try again", "predictions": [{ "expected": "none" }] }),
    ] {
        plan.edit_json(&edit.to_string()).unwrap();
    }
    Plan::open(&plan.save()).unwrap()
}

/// Any edit: many make sense, many are refused.
fn edit() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(|title| json!({ "type": "describe", "title": title })),
        text().prop_map(|story| json!({ "type": "tellStory", "story": story, "answers": { "unit": "one" } })),
        Just(json!({ "type": "chooseJob", "job": "coordinate", "reason": "it fits" })),
        (id(), text()).prop_map(|(id, text)| json!({ "type": "stateProblem", "id": id, "statement": text })),
        (id(), id(), maybe_id(), text()).prop_map(|(id, problem, parent, text)| {
            json!({ "type": "proposeCause", "id": id, "problem": problem, "parent": parent, "text": text })
        }),
        (id(), maybe_id(), maybe_id()).prop_map(|(id, parent, before)| {
            json!({ "type": "moveCause", "id": id, "parent": parent, "before": before })
        }),
        (id(), any::<bool>(), text()).prop_map(|(id, holds, evidence)| {
            let result = if holds { "supported" } else { "refuted" };
            json!({ "type": "testCause", "id": id, "result": result, "evidence": evidence })
        }),
        id().prop_map(|id| json!({ "type": "nameRoot", "id": id })),
        (id(), id(), maybe_id(), any::<f64>()).prop_map(|(id, problem, measure, target)| {
            json!({ "type": "setAim", "id": id, "problem": problem, "measure": measure, "target": target, "statement": "Less" })
        }),
        (id(), any::<bool>(), vec(id(), 0..3)).prop_map(|(id, primary, serves)| {
            let kind = if primary { "primary" } else { "secondary" };
            json!({ "type": "addDriver", "id": id, "kind": kind, "text": "On time", "serves": serves })
        }),
        (id(), maybe_id(), maybe_id(), text()).prop_map(|(id, driver, cause, bypass)| {
            json!({ "type": "proposeIdea", "id": id, "text": "Earlier", "driver": driver, "cause": cause, "bypass": bypass })
        }),
        (id(), text()).prop_map(|(id, name)| json!({ "type": "defineMeasure", "id": id, "name": name })),
        (id(), vec((date(), proptest::option::of(any::<f64>())), 0..4)).prop_map(|(measure, rows)| {
            let rows: Vec<_> = rows.into_iter().map(|(date, value)| json!({ "date": date, "value": value })).collect();
            json!({ "type": "recordObservations", "measure": measure, "rows": rows })
        }),
        (id(), maybe_id(), text()).prop_map(|(id, measure, expected)| {
            json!({ "type": "planCycle", "id": id, "title": "Try", "measure": measure, "predictions": [{ "expected": expected }] })
        }),
        (id(), date()).prop_map(|(id, date)| json!({ "type": "startCycle", "id": id, "date": date })),
        (id(), date(), text()).prop_map(|(id, date, result)| {
            json!({ "type": "studyCycle", "id": id, "date": date, "result": result, "comparison": "as predicted" })
        }),
        (id(), date()).prop_map(|(id, date)| {
            json!({ "type": "decideCycle", "id": id, "date": date, "kind": "adapt", "reason": "half of it" })
        }),
        (table(), id(), text()).prop_map(|(table, id, text)| {
            let field = if table == "problems" || table == "aims" { "statement" } else { "text" };
            json!({ "type": "revise", "table": table, "id": id, "fields": { field: text } })
        }),
        (table(), id(), any::<f64>()).prop_map(|(table, id, position)| {
            json!({ "type": "revise", "table": table, "id": id, "fields": { "position": position } })
        }),
        (id(), id()).prop_map(|(id, serves)| {
            json!({ "type": "revise", "table": "drivers", "id": id, "fields": { "kind": "primary", "serves": [serves] } })
        }),
        (table(), id()).prop_map(|(table, id)| json!({ "type": "remove", "table": table, "id": id })),
    ]
}

fn table() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("problems"),
        Just("causes"),
        Just("aims"),
        Just("drivers"),
        Just("ideas"),
        Just("measures"),
        Just("cycles")
    ]
}

/// Any JSON, with the words of plans among its keys.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
        id().prop_map(Value::from),
    ];
    let key = prop_oneof![
        id(),
        prop_oneof!["format", "schema", "about", "causes", "problems", "cycles", "text", "position", "parent", "tests"]
            .prop_map(|key: String| key),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(key.clone(), inner, 0..6).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_sequence_of_edits_leaves_a_plan_that_opens_to_the_same_bytes(edits in vec(edit(), 0..60)) {
        let mut plan = begun();
        let first = plan.save();
        for edit in &edits {
            let before = plan.save();
            let tried = plan.edit_json(&edit.to_string());
            let after = plan.save();
            match tried {
                Err(_) => prop_assert_eq!(&after, &before, "a refused edit changed the plan"),
                Ok(change) => prop_assert_eq!(change.done.is_empty(), after == before),
            }
            let opened = Plan::open(&after).map_err(|error| TestCaseError::fail(format!("{}: {error}", error.path)))?;
            prop_assert_eq!(opened.save(), after);
        }
        let last = plan.save();
        while plan.can_undo() {
            plan.undo().unwrap();
        }
        prop_assert_eq!(plan.save(), first);
        while plan.can_redo() {
            plan.redo().unwrap();
        }
        prop_assert_eq!(plan.save(), last);
    }

    #[test]
    fn any_json_gives_a_plan_or_a_coded_error(mut json in any_json(), whole in any::<bool>()) {
        if whole && let Value::Object(fields) = &mut json {
            fields.insert("format".into(), "headwater-plan".into());
            fields.insert("schema".into(), 1.into());
            fields.insert("about".into(), json!({ "title": "Plan" }));
        }
        match Plan::open(&json.to_string()) {
            Ok(plan) => {
                let saved = plan.save();
                prop_assert_eq!(Plan::open(&saved).unwrap().save(), saved);
            }
            Err(error) => prop_assert!(error.code().contains('/')),
        }
    }

    #[test]
    fn any_text_as_an_edit_is_refused_with_a_code(text in "\\PC{0,80}", json in any_json()) {
        let mut plan = Plan::create("Plan").unwrap();
        for edit in [text, json.to_string()] {
            prop_assert!(plan.edit_json(&edit).is_err_and(|error| error.code().contains('/')));
        }
    }
}
