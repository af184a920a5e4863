//! What holds for any sequence of edits and for any text given as a plan.
#![cfg(not(target_arch = "wasm32"))]

use headwater::pathway::{State, pathway};
use headwater::plan::{Edit, Job, Note, Plan, Table};
use headwater::review::{Finding, review};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::BTreeSet;

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
        json!({ "type": "stateProblem", "id": "e1", "statement": "Late lunches" }),
        json!({ "type": "addStakeholder", "id": "e0", "name": "Bus depot" }),
        json!({ "type": "listInitiative", "id": "e0", "name": "Breakfast club", "load": 6 }),
        json!({ "type": "listInitiative", "id": "e1", "name": "Walking bus" }),
        json!({ "type": "addAction", "id": "e0", "text": "Ride along", "for": { "table": "drivers", "id": "e1" } }),
        json!({ "type": "nameCondition", "id": "e0", "text": "Time to plan", "kind": "time" }),
        json!({ "type": "addRoutine", "id": "e0", "text": "Tuesday huddle" }),
    ] {
        plan.edit_json(&edit.to_string()).unwrap();
    }
    Plan::open(&plan.save()).unwrap()
}

/// Any edit: many make sense, many are refused.
fn edit() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(|title| json!({ "type": "describe", "title": title })),
        (date(), date()).prop_map(|(start, end)| {
            let sessions = [json!({ "name": "Autumn", "start": start, "end": end })];
            json!({ "type": "describe", "calendar": { "sessions": sessions, "weekdays": ["monday"] }, "lessons": "Ask first" })
        }),
        (text(), text()).prop_map(|(decisions, word)| {
            json!({ "type": "agreeCharter", "decisions": decisions, "glossary": [{ "word": word, "meaning": "as written" }] })
        }),
        text().prop_map(|story| json!({ "type": "tellStory", "story": story, "answers": { "unit": "one" } })),
        Just(json!({ "type": "chooseJob", "job": "coordinate", "reason": "it fits" })),
        (id(), text()).prop_map(|(id, text)| json!({ "type": "stateProblem", "id": id, "statement": text })),
        (id(), id(), maybe_id(), text()).prop_map(|(id, problem, parent, text)| {
            json!({ "type": "proposeCause", "id": id, "problem": problem, "parent": parent, "text": text })
        }),
        (id(), maybe_id(), maybe_id(), maybe_id()).prop_map(|(id, problem, parent, before)| {
            json!({ "type": "moveCause", "id": id, "problem": problem, "parent": parent, "before": before })
        }),
        (id(), maybe_id(), any::<bool>(), prop_oneof!["own", "others", "whole"]).prop_map(
            |(id, barrier, question, reach)| {
                let fields = json!({ "barrier": barrier, "question": question, "reach": reach });
                json!({ "type": "revise", "table": "causes", "id": id, "fields": fields })
            }
        ),
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
        (id(), 0..6_u32, 0..7_u32, text()).prop_map(|(id, tier, impact, who)| {
            let evidence = json!({ "tier": tier, "outcome": "Attendance", "citation": "A study", "assignedBy": who });
            let fields = json!({ "impact": impact, "ease": 3, "evidence": [evidence] });
            json!({ "type": "revise", "table": "ideas", "id": id, "fields": fields })
        }),
        (id(), date(), text()).prop_map(|(measure, date, reason)| {
            json!({ "type": "markPhase", "measure": measure, "date": date, "reason": reason })
        }),
        (id(), maybe_id(), vec(id(), 0..3), vec(date(), 0..3)).prop_map(|(id, driver, seen_by, starts)| {
            let phases: Vec<_> = starts.iter().map(|date| json!({ "date": date, "reason": "New route" })).collect();
            let fields = json!({ "driver": driver, "seenBy": seen_by, "phases": phases, "frequency": "weekly" });
            json!({ "type": "revise", "table": "measures", "id": id, "fields": fields })
        }),
        (id(), text()).prop_map(|(id, name)| json!({ "type": "addStakeholder", "id": id, "name": name, "ask": "Come" })),
        (id(), any::<f64>()).prop_map(|(id, load)| {
            json!({ "type": "listInitiative", "id": id, "name": "Breakfast club", "load": load })
        }),
        (id(), maybe_id(), prop_oneof!["continueInitiative", "mergeInitiative", "stopInitiative"], text()).prop_map(
            |(id, into, edit, reason)| {
                let mut edit = json!({ "type": edit, "id": id, "reason": reason });
                edit.as_object_mut().unwrap().extend(into.map(|into| ("into".to_owned(), into.into())));
                edit
            }
        ),
        (id(), any_table(), id(), text()).prop_map(|(id, table, of, text)| {
            json!({ "type": "addAction", "id": id, "text": text, "for": { "table": table, "id": of } })
        }),
        (id(), date()).prop_map(|(id, date)| json!({ "type": "completeAction", "id": id, "date": date })),
        id().prop_map(|id| json!({ "type": "reopenAction", "id": id })),
        (id(), text()).prop_map(|(id, text)| {
            json!({ "type": "nameInequity", "id": id, "statement": text, "resource": "time", "less": "Year 7" })
        }),
        (id(), text()).prop_map(|(id, text)| json!({ "type": "nameCondition", "id": id, "text": text, "met": "partly" })),
        (id(), text()).prop_map(|(id, text)| json!({ "type": "addRoutine", "id": id, "text": text, "rhythm": "weekly" })),
        (id(), any_table(), id(), text()).prop_map(|(id, table, of, reason)| {
            let of = json!({ "table": table, "id": if table == "about" { "about" } else { &of } });
            json!({ "type": "dismissFinding", "id": id, "rule": "cause/blames-people", "of": of, "reason": reason })
        }),
        (any_table(), id(), text()).prop_map(|(table, id, owner)| {
            json!({ "type": "assignOwner", "table": table, "id": id, "owner": owner })
        }),
        (id(), vec(id(), 0..3), vec(text(), 0..3), any::<u32>()).prop_map(|(id, stakeholders, expected, size)| {
            let predictions: Vec<_> = expected.iter().map(|expected| json!({ "expected": expected })).collect();
            let fields = json!({ "predictions": predictions, "stakeholders": stakeholders, "size": size, "confidence": "low" });
            json!({ "type": "revise", "table": "cycles", "id": id, "fields": fields })
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
        (any_table(), id()).prop_map(|(table, id)| json!({ "type": "remove", "table": table, "id": id })),
    ]
}

/// The tables whose entities are told apart by a sentence.
fn table() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["problems", "causes", "aims", "drivers", "ideas", "measures", "cycles", "inequities"])
}

fn any_table() -> impl Strategy<Value = &'static str> {
    prop::sample::select(Table::ALL.iter().map(|table| table.name()).collect::<Vec<_>>())
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_review_speaks_of_what_is_there_and_each_fix_mends_what_it_was_offered_for(edits in vec(edit(), 0..60)) {
        let mut plan = begun();
        for edit in &edits {
            let _ = plan.edit_json(&edit.to_string());
        }
        let found = review(&plan);
        prop_assert_eq!(&review(&Plan::open(&plan.save()).unwrap()), &found);
        for finding in &found {
            prop_assert!(plan.tables().entity(finding.table, &finding.id).is_some(), "{:?}", finding);
            prop_assert!(!finding.message.text.is_empty());
            let Some(fix) = &finding.fix else { continue };
            let tried = plan.edit_json(&fix.to_string());
            prop_assert!(tried.is_ok(), "{}: {:?}", fix, tried.err().map(|error| error.to_string()));
            let place = |it: &Finding| (it.rule, it.table, it.id.clone(), it.field.clone());
            prop_assert!(review(&plan).iter().all(|left| place(left) != place(finding)), "{} left {:?}", fix, finding);
            plan.undo().unwrap();
        }
    }

    #[test]
    fn a_history_tells_every_act_and_changes_nothing_else(edits in vec((edit(), any::<bool>()), 0..40)) {
        let (mut plain, mut told) = (begun(), begun());
        let mut expected = Vec::new();
        for (edit, noted) in &edits {
            let text = edit.to_string();
            let Ok(change) = plain.edit_json(&text) else { continue };
            let note = Note { by: "A. Reyes".into(), at: "2026-09-14T08:30:00Z".into(), ..Note::default() };
            told.edit_with(Edit::from_json(&text).unwrap(), noted.then_some(note)).unwrap();
            // From the first note on, every act that did something is told.
            if !change.done.is_empty() && (*noted || !expected.is_empty()) {
                expected.push((edit["type"].as_str().unwrap().to_owned(), if *noted { "A. Reyes" } else { "" }));
            }
        }
        let acts: Vec<_> = told.history().acts().map(|act| (act.edit.to_string(), &*act.by)).collect();
        prop_assert_eq!(acts, expected);
        prop_assert_eq!(told.save_without_history(), plain.save());
        let opened = Plan::open(&told.save()).unwrap();
        prop_assert_eq!(opened.history(), told.history());
        prop_assert_eq!(opened.save(), told.save());
        let first = begun().save();
        while told.can_undo() {
            told.undo().unwrap();
        }
        prop_assert_eq!(told.save_without_history(), first);
    }

    #[test]
    fn a_pathway_says_one_next_thing_in_whole_sentences_and_a_job_changes_nothing_but_itself(
        edits in vec(edit(), 0..40),
    ) {
        let mut plan = begun();
        for edit in &edits {
            // Many are refused; what comes of the others is what counts here.
            let _ = plan.edit_json(&edit.to_string());
        }
        let mut documents = Vec::new();
        for job in Job::ALL {
            plan.edit_json(&json!({ "type": "chooseJob", "job": job.word() }).to_string()).unwrap();
            let pathway = pathway(&plan);
            let current: Vec<_> = pathway.steps.iter().filter(|step| step.state == State::Current).collect();
            prop_assert!(current.len() <= 1);
            prop_assert_eq!(pathway.next.as_ref().map(|next| next.step), current.first().map(|step| step.id));
            for step in &pathway.steps {
                prop_assert_eq!(step.note.is_none(), step.state == State::Done);
                let said = step.note.iter().chain(pathway.switch.iter().map(|switch| &switch.message));
                for message in said {
                    let template = |text: &str| text.contains("{name}") || text.contains("{problems}");
                    prop_assert!(!message.text.is_empty() && !template(&message.text), "{}", message.key);
                }
                if let Some((table, id)) = step.of.entity() {
                    prop_assert!(plan.tables().entity(table, id).is_some());
                }
            }
            let mut document: Value = serde_json::from_str(&plan.save()).unwrap();
            document["about"]["job"].take();
            documents.push(document);
        }
        prop_assert!(documents.iter().all(|document| *document == documents[0]));
    }
}

/// The laws above say little of an edit that they never make.
#[test]
fn the_edits_tried_here_are_all_there_are_and_each_is_taken_now_and_then() {
    let mut runner = TestRunner::deterministic();
    let (strategy, mut taken) = (edit(), BTreeSet::new());
    for _ in 0..300 {
        let mut plan = begun();
        for _ in 0..30 {
            let edit = strategy.new_tree(&mut runner).unwrap().current();
            if plan.edit_json(&edit.to_string()).is_ok() {
                taken.insert(edit["type"].as_str().unwrap().to_owned());
            }
        }
    }
    assert_eq!(taken, Edit::NAMES.iter().map(|name| (*name).to_owned()).collect());
}
