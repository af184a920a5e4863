//! Documents that were merged elsewhere: what is mended, how, and that it is told.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{full, worked};
use headwater::plan::{Plan, Reconciled};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

fn document() -> Value {
    serde_json::from_str(&worked().save()).unwrap()
}

/// The worked plan with something put at a pointer, reconciled: the plan as JSON, and the repairs.
fn with(changes: &[(&str, Value)]) -> (Value, Vec<(String, String, Value)>) {
    let mut merged = document();
    for (pointer, value) in changes {
        let (around, name) = pointer.rsplit_once('/').unwrap();
        merged.pointer_mut(around).unwrap()[name] = value.clone();
    }
    let done = whole(&merged.to_string());
    let told = done.repairs.into_iter().map(|it| (it.code.to_owned(), it.path, it.taken)).collect();
    (serde_json::from_str(&done.plan.save()).unwrap(), told)
}

/// Reconciles, and holds the laws: what comes out opens, and is whole.
fn whole(merged: &str) -> Reconciled {
    let done = Plan::reconcile(merged).unwrap();
    let saved = done.plan.save();
    let opened = Plan::open(&saved).unwrap_or_else(|error| panic!("{}: {error}", error.path));
    assert_eq!(opened.save(), saved);
    let again = Plan::reconcile(&saved).unwrap();
    assert_eq!(again.repairs, [], "the second time");
    assert_eq!(again.plan.save(), saved);
    done
}

fn told(code: &str, path: &str, taken: Value) -> (String, String, Value) {
    (code.to_owned(), path.to_owned(), taken)
}

#[test]
fn a_whole_plan_comes_back_byte_for_byte() {
    for saved in [worked().save(), full().save()] {
        let done = whole(&saved);
        assert_eq!((done.repairs, done.plan.save()), (vec![], saved));
    }
}

#[test]
fn only_what_is_no_plan_of_ours_is_refused() {
    let code = |text: &str| Plan::reconcile(text).unwrap_err().code();
    assert_eq!(code("{"), "json/invalid");
    assert_eq!(code("[]"), "plan/not-a-plan");
    assert_eq!(code(r#"{"format":"headwater-plan"}"#), "plan/not-a-plan");
    assert_eq!(code(r#"{"format":"headwater-plan","schema":2}"#), "plan/newer-schema");
    assert_eq!(whole(r#"{"format":"headwater-plan","schema":1}"#).plan.tables().about().title, "?".into());
}

#[test]
fn a_link_that_leads_nowhere_goes_and_the_rest_stays() {
    let (plan, repairs) = with(&[("/ideas/i1/cause", json!("gone")), ("/drivers/d2/serves", json!(["gone", "d1"]))]);
    let unknown = |path| told("plan/unknown-id", path, json!("gone"));
    assert_eq!(repairs, [unknown("drivers.d2.serves"), unknown("ideas.i1.cause")]);
    assert_eq!(plan["drivers"]["d2"]["serves"], json!(["d1"]));
}

#[test]
fn what_lived_with_something_that_is_gone_goes_with_it_and_is_told() {
    let observation = document()["observations"]["m1@2026-09-14"].clone();
    let (plan, repairs) = with(&[("/measures", json!({}))]);
    assert_eq!(plan["observations"], json!({}));
    assert!(repairs.contains(&told("plan/bad-id", "observations.m1@2026-09-14", {
        let mut left = observation;
        left.as_object_mut().unwrap().remove("measure");
        left
    })));
    assert!(repairs.contains(&told("plan/unknown-id", "cycles.y1.measure", json!("m1"))));
}

#[test]
fn a_ring_of_causes_opens_at_its_first_id_and_what_hangs_below_stays() {
    let (plan, repairs) = with(&[
        ("/causes/c1/parent", json!("c2")),
        ("/causes/c0", json!({ "problem": "p1", "parent": "c1", "text": "Below the ring", "position": 9 })),
    ]);
    assert_eq!(repairs, [told("cause/loop", "causes.c1.parent", json!("c2"))]);
    assert_eq!(plan["causes"]["c0"]["parent"], "c1");
    assert_eq!(plan["causes"]["c2"]["parent"], "c1");
}

#[test]
fn a_cause_below_one_of_another_problem_becomes_a_main_bone() {
    let (plan, repairs) =
        with(&[("/problems/p2", json!({ "statement": "Other" })), ("/causes/c2/problem", json!("p2"))]);
    assert_eq!(repairs[0], told("plan/unknown-id", "causes.c2.parent", json!("c1")));
    assert_eq!(plan["causes"]["c2"].get("parent"), None);
}

#[test]
fn a_driver_serves_primary_drivers_only() {
    let (plan, repairs) = with(&[
        ("/drivers/d3", json!({ "kind": "secondary", "text": "A", "serves": ["d2", "d1"], "position": 3 })),
        ("/drivers/d1/serves", json!(["d3"])),
    ]);
    assert_eq!(
        repairs,
        [
            told("driver/bad-link", "drivers.d1.serves", json!(["d3"])),
            told("driver/bad-link", "drivers.d3.serves.0", json!("d2"))
        ]
    );
    assert_eq!(plan["drivers"]["d3"]["serves"], json!(["d1"]));
}

#[test]
fn of_two_decisions_the_earlier_stands() {
    let first = document()["cycles"]["y1"]["decision"].clone();
    let second = json!({ "kind": "adopt", "reason": "It went well", "date": "2026-10-20" });
    let (plan, repairs) = with(&[("/cycles/y1/decision", json!([second, first]))]);
    assert_eq!(repairs, [told("plan/conflict", "cycles.y1.decision", json!([second]))]);
    assert_eq!(plan["cycles"]["y1"]["decision"], first);
}

#[test]
fn a_stage_follows_from_its_parts_and_parts_without_the_ones_before_are_taken_out() {
    let (plan, repairs) = with(&[("/cycles/y1/stage", json!("studying"))]);
    assert_eq!(repairs, [told("cycle/wrong-stage", "cycles.y1.stage", json!("studying"))]);
    assert_eq!(plan, document());

    let (study, decision) =
        (document()["cycles"]["y1"]["study"].clone(), document()["cycles"]["y1"]["decision"].clone());
    let (plan, repairs) = with(&[("/cycles/y1/ended", Value::Null)]);
    assert_eq!(plan["cycles"]["y1"]["stage"], "doing");
    let stage = told("cycle/wrong-stage", "cycles.y1.stage", json!("decided"));
    let taken = |part: &str, was| told("cycle/wrong-stage", &format!("cycles.y1.{part}"), was);
    assert_eq!(repairs, [stage, taken("study", study), taken("decision", decision)]);
}

#[test]
fn a_prediction_that_changed_after_the_start_is_what_was_sealed() {
    let changed = json!([{ "question": "Late arrivals", "expected": "from 9 a day to 4" }]);
    let (plan, repairs) = with(&[("/cycles/y1/predictions", changed.clone())]);
    assert_eq!(repairs, [told("cycle/prediction-locked", "cycles.y1.predictions", changed)]);
    assert_eq!(plan, document());
    let (plan, repairs) = with(&[("/cycles/y1/predictions", Value::Null)]);
    assert_eq!(repairs, [told("cycle/prediction-locked", "cycles.y1.predictions", Value::Null)]);
    assert_eq!(plan, document());
}

#[test]
fn a_status_follows_from_the_last_test() {
    let tests = document()["causes"]["c1"]["tests"].clone();
    let (plan, repairs) = with(&[
        ("/causes/c1/tests", Value::Null),
        ("/causes/c3/status", json!("refuted")),
        ("/causes/c3/tests", tests),
    ]);
    assert_eq!(plan["causes"]["c1"]["status"], "suspected");
    assert_eq!(plan["causes"]["c3"]["status"], "supported");
    let untested = |path, was: &str| told("cause/untested", path, json!(was));
    assert_eq!(repairs, [untested("causes.c1.status", "root"), untested("causes.c3.status", "refuted")]);
}

#[test]
fn texts_over_their_limit_are_cut_and_kept_whole_in_the_report() {
    let long = "é".repeat(301);
    let (plan, repairs) = with(&[("/causes/c1/text", json!(long))]);
    assert_eq!(plan["causes"]["c1"]["text"], json!("é".repeat(300)));
    assert_eq!(repairs, [told("input/text-too-long", "causes.c1.text", json!(long))]);
}

#[test]
fn what_has_to_be_there_is_marked_where_it_is_missing() {
    let (plan, repairs) = with(&[("/causes/c1/text", json!(" ")), ("/cycles/y1/study/result", Value::Null)]);
    assert_eq!(plan["causes"]["c1"]["text"], "?");
    assert_eq!(plan["cycles"]["y1"]["study"]["result"], "?");
    let blank = |path| told("input/blank", path, Value::Null);
    assert_eq!(repairs, [blank("causes.c1.text"), blank("cycles.y1.study.result")]);
}

#[test]
fn values_of_the_wrong_kind_and_unknown_words_are_taken_out() {
    let (plan, repairs) = with(&[
        ("/measures/m1/kind", json!("secret")),
        ("/aims/a1/target", json!("five")),
        ("/about/answers", json!(7)),
        ("/observations/m1@2026-09-14/suppressed", json!(true)),
        ("/ideas", json!("none")),
        ("/problems/no good", json!({ "statement": "An id that is none" })),
    ]);
    assert_eq!(plan["measures"]["m1"]["kind"], "outcome");
    assert!(plan["ideas"].as_object().unwrap().is_empty());
    let paths: Vec<_> = repairs.iter().map(|(code, path, _)| (code.as_str(), path.as_str())).collect();
    assert_eq!(
        paths,
        [
            ("input/bad-field", "about.answers"),
            ("plan/bad-id", "problems.no good"),
            ("input/bad-field", "aims.a1.target"),
            ("input/bad-field", "ideas"),
            ("input/bad-field", "measures.m1.kind"),
            ("input/bad-number", "observations.m1@2026-09-14.value"),
            ("plan/unknown-id", "cycles.y1.idea"),
        ]
    );
}

#[test]
fn an_observation_stands_under_its_own_day_and_one_a_day_stays() {
    let row = |value: f64| json!({ "measure": "m1", "date": "2026-10-01", "value": value });
    let (plan, repairs) = with(&[("/observations/x", row(3.0)), ("/observations/y", row(4.0))]);
    assert_eq!(plan["observations"]["m1@2026-10-01"]["value"], 3);
    let astray = |path, taken| told("plan/bad-id", path, taken);
    assert_eq!(
        repairs,
        [
            astray("observations.x", Value::Null),
            astray("observations.y", json!({"measure":"m1","date":"2026-10-01","value":4}))
        ]
    );
}

#[test]
fn those_that_share_a_place_get_places_of_their_own_in_the_order_of_their_ids() {
    let cause =
        |parent: Value, position: f64| json!({ "problem": "p1", "parent": parent, "text": "x", "position": position });
    let (plan, repairs) = with(&[
        ("/causes/c8", cause(Value::Null, 1.0)),
        ("/causes/c9", cause(json!("c3"), 1.0)),
        ("/cycles/y2", json!({ "title": "Again", "position": 1 })),
    ]);
    assert_eq!(plan["causes"]["c1"]["position"], 1);
    assert_eq!(plan["causes"]["c8"]["position"], 2, "half-way to the next, which stands at 3");
    assert_eq!(plan["causes"]["c9"]["position"], 1, "no sibling of theirs");
    let shared = |path| told("plan/shared-place", path, json!(1));
    assert_eq!(repairs, [shared("causes.c8.position"), shared("cycles.y2.position")]);
}

#[test]
fn dates_that_run_backwards_end_when_they_began() {
    let (plan, repairs) = with(&[("/cycles/y1/ended", json!("2026-10-01"))]);
    assert_eq!(plan["cycles"]["y1"]["ended"], "2026-10-05");
    assert_eq!(repairs, [told("cycle/ends-before-start", "cycles.y1.ended", json!("2026-10-01"))]);
}

#[test]
fn fields_that_nothing_knows_stay_through_repairs() {
    let (plan, _) = with(&[("/causes/c1/colour", json!({ "warm": [1, 2.5] })), ("/causes/c1/parent", json!("gone"))]);
    assert_eq!(plan["causes"]["c1"]["colour"], json!({ "warm": [1, 2.5] }));
}

static FULL: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(&full().save()).unwrap());

/// One way to damage a document: which of its values, and what becomes of it.
#[derive(Debug, Clone)]
enum Damage {
    Removed,
    Replaced(Value),
    CopiedFrom(usize),
    Twice,
    Renamed(String),
    Longer(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let odd = prop_oneof![
        Just(json!(null)),
        Just(json!(true)),
        Just(json!("")),
        Just(json!(" ")),
        Just(json!([])),
        Just(json!({})),
        Just(json!(-1)),
        Just(json!(1e300)),
        Just(json!(0)),
        Just(json!("gone")),
        Just(json!([null, "x", {}])),
        Just(json!("2026-10-12")),
        prop_oneof![
            "c1",
            "c2",
            "d1",
            "d2",
            "p1",
            "m1",
            "y1",
            "i1",
            "planned",
            "doing",
            "studying",
            "decided",
            "root",
            "supported"
        ]
        .prop_map(|word: String| json!(word)),
    ];
    prop_oneof![
        2 => Just(Damage::Removed),
        4 => odd.prop_map(Damage::Replaced),
        4 => any::<prop::sample::Index>().prop_map(|at| Damage::CopiedFrom(at.index(10_000))),
        1 => Just(Damage::Twice),
        1 => "[a-e][0-9]|[ -~]{0,70}".prop_map(Damage::Renamed),
        1 => prop_oneof![Just(41), Just(301), Just(4_001)].prop_map(Damage::Longer),
    ]
}

/// Every value inside `value`, by pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut into = |name: &str, value: &Value| {
        let at = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        found.push(at.clone());
        pointers(value, &at, found);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| into(name, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| into(&at.to_string(), value)),
        _ => {}
    }
}

fn damaged(mut document: Value, damages: &[(usize, Damage)]) -> Value {
    for (at, damage) in damages {
        let mut all = Vec::new();
        pointers(&document, "", &mut all);
        all.retain(|at| at != "/format" && at != "/schema");
        let pointer = all[at % all.len()].clone();
        let (around, name) = pointer.rsplit_once('/').unwrap();
        let name = name.replace("~1", "/").replace("~0", "~");
        let copy = |index: usize| document.pointer(&all[index % all.len()]).cloned().unwrap();
        let new = match damage {
            Damage::Replaced(value) => value.clone(),
            Damage::CopiedFrom(from) => copy(*from),
            Damage::Twice => json!([copy(at % all.len()), copy(at % all.len())]),
            Damage::Longer(length) => json!("a long text ".repeat(length / 12 + 1)),
            Damage::Removed | Damage::Renamed(_) => copy(at % all.len()),
        };
        match (document.pointer_mut(around).unwrap(), damage) {
            (Value::Object(fields), Damage::Removed) => {
                fields.remove(&name);
            }
            (Value::Object(fields), Damage::Renamed(to)) if to != "format" && to != "schema" => {
                fields.remove(&name);
                fields.insert(to.clone(), new);
            }
            (Value::Array(items), Damage::Removed) => {
                items.remove(name.parse::<usize>().unwrap());
            }
            (around, _) => *around.pointer_mut(&pointer[pointer.rfind('/').unwrap()..]).unwrap() = new,
        }
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_plan_damaged_anywhere_in_any_way_is_made_whole(damages in prop::collection::vec((any::<usize>(), damage()), 0..12)) {
        let merged = damaged(FULL.clone(), &damages);
        let done = whole(&merged.to_string());
        // Repairs are told of exactly where the plan as it came would be refused, or shares places.
        if let Err(error) = Plan::open(&merged.to_string()) {
            prop_assert!(!done.repairs.is_empty(), "{} {}", error.path, error);
        } else {
            prop_assert!(done.repairs.iter().all(|repair| repair.code == "plan/shared-place"), "{:?}", done.repairs);
        }
        // The same text is always mended in the same way.
        prop_assert_eq!(Plan::reconcile(&merged.to_string()).unwrap().repairs, done.repairs);
    }

    #[test]
    fn the_fields_of_two_plans_mixed_are_made_whole(takes in prop::collection::vec(any::<bool>(), 400)) {
        // As an engine merges that knows fields and no rules: each of them from one side or the other.
        let mut later = worked();
        for edit in [
            r#"{"type":"moveCause","id":"c3","parent":"c2"}"#,
            r#"{"type":"testCause","id":"c2","result":"refuted","evidence":"The map is of last year"}"#,
            r#"{"type":"remove","table":"drivers","id":"d1"}"#,
            r#"{"type":"revise","table":"drivers","id":"d2","fields":{"kind":"primary"}}"#,
            r#"{"type":"planCycle","id":"y2","title":"Again","predictions":[{"expected":"2 a day"}]}"#,
            r#"{"type":"startCycle","id":"y2","date":"2026-11-02"}"#,
        ] {
            later.edit_json(edit).unwrap();
        }
        for _ in 0..3 {
            later.edit_json(r#"{"type":"moveCause","id":"c1","parent":null}"#).unwrap();
        }
        let later: Value = serde_json::from_str(&later.save()).unwrap();
        let merged = mixed(&document(), &later, &mut takes.iter().copied().cycle());
        whole(&merged.to_string());
    }
}

fn mixed(one: &Value, other: &Value, takes: &mut dyn Iterator<Item = bool>) -> Value {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
            let mut both = serde_json::Map::new();
            for name in names {
                match (one.get(name), other.get(name)) {
                    (Some(one), Some(other)) => {
                        both.insert(name.clone(), mixed(one, other, takes));
                    }
                    (only, None) | (None, only) => {
                        if takes.next().unwrap() {
                            both.insert(name.clone(), only.cloned().unwrap());
                        }
                    }
                }
            }
            Value::Object(both)
        }
        _ => {
            if takes.next().unwrap() {
                one.clone()
            } else {
                other.clone()
            }
        }
    }
}
