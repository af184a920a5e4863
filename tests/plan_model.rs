//! Thousands of random sequences of edits, undos and redos, beside a model that is as simple as it can be.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/model.rs"]
mod model;

use headwater::plan::Plan;
use model::{Fields, Model, tidy};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TABLES: &[&str] = &[
    "problems",
    "causes",
    "aims",
    "drivers",
    "ideas",
    "measures",
    "observations",
    "cycles",
    "stakeholders",
    "initiatives",
    "actions",
    "inequities",
    "conditions",
    "routines",
    "dismissals",
];

/// Three ids, so that edits meet each other.
fn id() -> impl Strategy<Value = Value> {
    (0..3_u8).prop_map(|number| json!(format!("e{number}")))
}

fn maybe(some: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop_oneof![some, Just(Value::Null)]
}

fn text() -> impl Strategy<Value = Value> {
    prop_oneof![9 => "[a-zé]{1,6}".prop_map(|text| json!(text)), 1 => Just(json!("")), 1 => Just(json!("  "))]
}

fn date() -> impl Strategy<Value = Value> {
    (1..=3_u8).prop_map(|day| json!(format!("2026-01-{day:02}")))
}

fn number() -> impl Strategy<Value = Value> {
    (-4..40_i32).prop_map(|quarters| json!(f64::from(quarters) / 4.0))
}

fn table() -> impl Strategy<Value = Value> {
    prop::sample::select(TABLES).prop_map(|table| json!(table))
}

fn target() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (table(), id()).prop_map(|(table, id)| json!({ "table": table, "id": id })),
        1 => Just(json!({ "table": "about", "id": "about" })),
    ]
}

fn predictions() -> impl Strategy<Value = Value> {
    prop::collection::vec(text(), 0..2)
        .prop_map(|all| json!(all.into_iter().map(|it| json!({ "expected": it })).collect::<Vec<_>>()))
}

fn ids() -> impl Strategy<Value = Value> {
    prop::collection::vec(id(), 0..3).prop_map(|ids| json!(ids))
}

/// An object without the fields that are null.
macro_rules! edit {
    ($kind:literal, $($name:literal : $strategy:expr),+ $(,)?) => {{
        let strategies: Vec<(&'static str, BoxedStrategy<Value>)> = vec![$(($name, $strategy.boxed())),+];
        let (names, values): (Vec<_>, Vec<_>) = strategies.into_iter().unzip();
        values.prop_map(move |values| {
            let mut edit = json!({ "type": $kind });
            for (name, value) in names.iter().zip(values).filter(|(_, value)| !value.is_null()) {
                edit[*name] = value;
            }
            edit
        }).boxed()
    }};
}

fn revision() -> impl Strategy<Value = Value> {
    let fields = prop_oneof![
        (prop::sample::select(&["statement", "text", "name", "title", "reason"][..]), text())
            .prop_map(|(name, text)| json!({ name: text })),
        predictions().prop_map(|all| json!({ "predictions": all })),
        (prop::sample::select(&["primary", "secondary"][..]), ids())
            .prop_map(|(kind, serves)| json!({ "kind": kind, "serves": serves })),
        maybe(id()).prop_map(|id| json!({ "barrier": id })),
        maybe(id()).prop_map(|id| json!({ "measure": id })),
        any::<bool>().prop_map(|question| json!({ "question": question })),
        ids().prop_map(|ids| json!({ "stakeholders": ids })),
        (number(), any::<bool>()).prop_map(|(value, hidden)| json!({ "value": value, "suppressed": hidden })),
    ];
    (table(), id(), date(), fields).prop_map(|(table, id, date, fields)| {
        let id = if table == "observations" {
            json!(format!("{}@{}", id.as_str().unwrap(), date.as_str().unwrap()))
        } else {
            id
        };
        json!({ "type": "revise", "table": table, "id": id, "fields": fields })
    })
}

fn row() -> impl Strategy<Value = Value> {
    (date(), maybe(number()), maybe(number()), any::<bool>()).prop_map(|(date, value, denominator, suppressed)| {
        json!({ "date": date, "value": value, "denominator": denominator, "suppressed": suppressed })
    })
}

fn edit() -> impl Strategy<Value = Value> {
    let choice = |of: &'static [&'static str]| prop::sample::select(of).prop_map(|word| json!(word));
    let rows = prop::collection::vec(row(), 1..3).prop_map(|rows| json!(rows));
    let needed = |what: &'static str| "[a-z]{1,6}".prop_map(move |text| json!(format!("{what} {text}")));
    let cause = prop_oneof![
        edit!("proposeCause", "id": id(), "problem": id(), "parent": maybe(id()), "text": needed("cause"), "question": maybe(Just(json!(true)))),
        edit!("moveCause", "id": id(), "parent": maybe(id()), "before": maybe(id()), "problem": maybe(id())),
        edit!("testCause", "id": id(), "result": choice(&["supported", "refuted"]), "evidence": text(), "date": maybe(date())),
        edit!("nameRoot", "id": id()),
        edit!("stateProblem", "id": id(), "statement": text(), "who": text()),
    ];
    let theory = prop_oneof![
        edit!("setAim", "id": id(), "problem": id(), "statement": needed("aim"), "measure": maybe(id()), "target": maybe(number())),
        edit!("addDriver", "id": id(), "kind": choice(&["primary", "secondary"]), "text": needed("driver"), "serves": ids()),
        edit!("proposeIdea", "id": id(), "text": needed("idea"), "driver": maybe(id()), "cause": maybe(id()), "bypass": maybe(text())),
        edit!("defineMeasure", "id": id(), "name": text(), "driver": maybe(id()), "seenBy": ids()),
        edit!("recordObservations", "measure": id(), "rows": rows),
        edit!("markPhase", "measure": id(), "date": date(), "reason": text()),
    ];
    let cycle = prop_oneof![
        edit!("planCycle", "id": id(), "title": needed("cycle"), "idea": maybe(id()), "measure": maybe(id()), "predictions": predictions(), "stakeholders": ids()),
        edit!("startCycle", "id": id(), "date": date()),
        edit!("studyCycle", "id": id(), "date": date(), "result": text(), "comparison": needed("compared"), "notes": maybe(text())),
        edit!("decideCycle", "id": id(), "date": date(), "kind": choice(&["adopt", "adapt", "abandon"]), "reason": needed("for")),
    ];
    let people = prop_oneof![
        edit!("addStakeholder", "id": id(), "name": text()),
        edit!("listInitiative", "id": id(), "name": needed("initiative"), "load": maybe(number())),
        edit!("continueInitiative", "id": id(), "reason": text()),
        edit!("mergeInitiative", "id": id(), "into": id(), "reason": needed("for"), "date": maybe(date())),
        edit!("stopInitiative", "id": id(), "reason": needed("for")),
        edit!("addAction", "id": id(), "text": needed("action"), "for": maybe(target()), "due": maybe(date())),
        edit!("completeAction", "id": id(), "date": date()),
        edit!("reopenAction", "id": id()),
        edit!("nameInequity", "id": id(), "statement": text(), "resource": maybe(choice(&["time", "staff"]))),
        edit!("nameCondition", "id": id(), "text": text(), "kind": maybe(choice(&["time", "trust"]))),
        edit!("addRoutine", "id": id(), "text": text()),
        edit!("assignOwner", "table": table(), "id": id(), "owner": text()),
        edit!("dismissFinding", "id": id(), "rule": needed("rule"), "of": target(), "reason": text()),
    ];
    let whole = prop_oneof![
        edit!("describe", "title": text(), "organisation": maybe(text())),
        edit!("tellStory", "story": text()),
        edit!("chooseJob", "job": choice(&["correct", "coordinate", "reorient"]), "reason": maybe(text())),
        edit!("agreeCharter", "decisions": text(), "rhythm": maybe(text())),
    ];
    prop_oneof![
        5 => cause,
        4 => theory,
        4 => cycle,
        4 => people,
        1 => whole,
        2 => revision(),
        2 => (table(), id()).prop_map(|(table, id)| json!({ "type": "remove", "table": table, "id": id })),
        1 => Just(json!("undo")),
        1 => Just(json!("redo")),
    ]
}

/// The saved plan as the model sees it: fields without places, and the order that the places make.
fn seen(plan: &Plan) -> (Value, BTreeMap<String, Vec<String>>) {
    let mut document: Fields = serde_json::from_str(&plan.save()).unwrap();
    let mut order = BTreeMap::new();
    for table in TABLES {
        let mut places = Vec::new();
        for (id, it) in document.get_mut(*table).unwrap().as_object_mut().unwrap() {
            if let Some(place) = it.as_object_mut().unwrap().remove("position") {
                places.push((place.as_f64().unwrap(), id.clone()));
            }
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        order.insert((*table).to_owned(), places.into_iter().map(|(_, id)| id).collect());
    }
    document.remove("format");
    document.remove("schema");
    (tidy(&Value::Object(document)), order)
}

fn expected(model: &Model) -> (Value, BTreeMap<String, Vec<String>>) {
    let mut document = Fields::from_iter([("about".to_owned(), Value::Object(model.about.clone()))]);
    let (none, mut order) = (BTreeMap::new(), model.order.clone());
    for table in TABLES {
        let entries = model.tables.get(*table).unwrap_or(&none);
        let entries = entries.iter().map(|(id, it)| (id.clone(), Value::Object(it.clone()))).collect();
        document.insert((*table).to_owned(), Value::Object(entries));
        order.entry((*table).to_owned()).or_default();
    }
    for unordered in ["aims", "observations", "dismissals"] {
        order.insert(unordered.to_owned(), vec![]);
    }
    (tidy(&Value::Object(document)), order)
}

/// The order of causes within each group of siblings; across groups it means nothing.
fn by_siblings(document: &Value, order: &mut BTreeMap<String, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in order.remove("causes").unwrap_or_default() {
        let cause = &document["causes"][&id];
        groups.entry(format!("{} {}", cause["problem"], cause["parent"])).or_default().push(id);
    }
    groups
}

fn compare(plan: &Plan, model: &Model) -> Result<(), TestCaseError> {
    let ((found, mut order), (wanted, mut wanted_order)) = (seen(plan), expected(model));
    prop_assert_eq!(&found, &wanted);
    prop_assert_eq!(by_siblings(&found, &mut order), by_siblings(&wanted, &mut wanted_order));
    prop_assert_eq!(order, wanted_order);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_plan_does_what_the_simplest_model_does(edits in prop::collection::vec(edit(), 1..40)) {
        let mut plan = Plan::create("Plan").unwrap();
        let mut model = Model::default();
        model.about.insert("title".into(), json!("Plan"));
        let (mut past, mut future) = (Vec::new(), Vec::new());
        for (at, edit) in edits.iter().enumerate() {
            if edit == "undo" {
                prop_assert_eq!(plan.undo().is_ok(), !past.is_empty());
                if let Some(before) = past.pop() {
                    future.push(std::mem::replace(&mut model, before));
                }
            } else if edit == "redo" {
                prop_assert_eq!(plan.redo().is_ok(), !future.is_empty());
                if let Some(after) = future.pop() {
                    past.push(std::mem::replace(&mut model, after));
                }
            } else {
                let (done, wanted) = (plan.edit_json(&edit.to_string()), model.edit(edit));
                match (done, wanted) {
                    (Ok(change), Ok(new)) => {
                        if change.done.is_empty() {
                            prop_assert_eq!(expected(&new), expected(&model), "nothing changed: {}", edit);
                        } else {
                            past.push(std::mem::replace(&mut model, new));
                            future.clear();
                        }
                    }
                    (Err(_), Err(_)) => {}
                    (Ok(_), Err(why)) => prop_assert!(false, "{} was taken, although {}", edit, why),
                    (Err(error), Ok(_)) => prop_assert!(false, "{} was refused: {} at {}", edit, error, error.path),
                }
            }
            if at % 8 == 7 {
                compare(&plan, &model)?;
            }
        }
        compare(&plan, &model)?;
        let saved = plan.save();
        let again = Plan::reconcile(&saved).unwrap();
        prop_assert_eq!((again.repairs, again.plan.save()), (vec![], saved), "a plan made by edits is whole");
    }
}
