//! The plan as a host uses it: edits in, changes out, the same bytes back.

mod common;

use common::worked;
use headwater::cause::Cause;
use headwater::plan::{Edit, HISTORY_LIMIT, Note, Plan, Table};
use headwater::theory::Idea;

fn refused(plan: &mut Plan, edit: &str) -> (&'static str, String) {
    let before = plan.save();
    let error = plan.edit_json(edit).expect_err(edit);
    assert_eq!(plan.save(), before, "a refused edit changed the plan: {edit}");
    (error.code(), error.path.clone())
}

#[test]
fn a_saved_plan_opens_to_the_same_bytes() {
    let saved = worked().save();
    assert_eq!(Plan::open(&saved).unwrap().save(), saved);
}

#[test]
fn undoing_everything_gives_back_the_first_bytes_and_redoing_the_last() {
    let mut plan = worked();
    let last = plan.save();
    while plan.can_undo() {
        plan.undo().unwrap();
    }
    assert_eq!(plan.save(), Plan::create("Attendance at Riverbend Middle").unwrap().save());
    while plan.can_redo() {
        plan.redo().unwrap();
    }
    assert_eq!(plan.save(), last);
    assert_eq!(plan.redo().unwrap_err().code(), "plan/nothing-to-redo");
}

#[test]
fn a_change_says_what_was_put_and_what_takes_it_back() {
    let mut plan = Plan::create("Plan").unwrap();
    plan.edit_json(r#"{"type":"stateProblem","id":"p1","statement":"Late buses"}"#).unwrap();
    let change =
        plan.edit_json(r#"{"type":"revise","table":"problems","id":"p1","fields":{"who":"grade 7"}}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&change.value()).unwrap(),
        concat!(
            r#"{"inverse":{"put":[{"id":"p1","table":"problems","value":{"position":1,"statement":"Late buses"}}],"removed":[]},"#,
            r#""put":[{"id":"p1","table":"problems","value":{"position":1,"statement":"Late buses","who":"grade 7"}}],"removed":[]}"#
        )
    );
}

#[test]
fn a_sealed_prediction_stays_as_it_was() {
    let mut plan = worked();
    let edit = r#"{"type":"revise","table":"cycles","id":"y1","fields":{"predictions":[{"question":"Late arrivals","expected":"4"}]}}"#;
    assert_eq!(refused(&mut plan, edit), ("cycle/prediction-locked", "predictions".into()));
}

#[test]
fn act_is_closed_while_study_is_blank() {
    let mut plan = worked();
    plan.edit_json(
        r#"{"type":"planCycle","id":"y2","title":"Again","predictions":[{"question":"","expected":"2 a day"}]}"#,
    )
    .unwrap();
    let decide = r#"{"type":"decideCycle","id":"y2","kind":"adopt","reason":"It went well","date":"2026-11-20"}"#;
    assert_eq!(refused(&mut plan, decide).0, "cycle/study-blank");
    plan.edit_json(r#"{"type":"startCycle","id":"y2","date":"2026-11-02"}"#).unwrap();
    assert_eq!(refused(&mut plan, decide).0, "cycle/study-blank");
    let blank = r#"{"type":"studyCycle","id":"y2","date":"2026-11-13","result":" ","comparison":"as expected"}"#;
    assert_eq!(refused(&mut plan, blank).0, "input/blank");
}

#[test]
fn a_cycle_does_not_start_without_a_prediction() {
    let mut plan = Plan::create("Plan").unwrap();
    plan.edit_json(r#"{"type":"planCycle","id":"y1","title":"Try it"}"#).unwrap();
    let start = r#"{"type":"startCycle","id":"y1","date":"2026-10-05"}"#;
    assert_eq!(refused(&mut plan, start), ("cycle/no-prediction", "predictions".into()));
}

#[test]
fn a_cause_is_no_root_before_evidence_supports_it() {
    let mut plan = worked();
    assert_eq!(refused(&mut plan, r#"{"type":"nameRoot","id":"c3"}"#).0, "cause/untested");
    plan.edit_json(
        r#"{"type":"testCause","id":"c3","result":"refuted","evidence":"Letters go out in four languages"}"#,
    )
    .unwrap();
    assert_eq!(refused(&mut plan, r#"{"type":"nameRoot","id":"c3"}"#).0, "cause/untested");
}

#[test]
fn ideas_wait_for_a_supported_cause_or_a_written_reason() {
    let mut plan = Plan::create("Plan").unwrap();
    assert_eq!(
        refused(&mut plan, r#"{"type":"proposeIdea","id":"i1","text":"Buy tablets"}"#).0,
        "idea/no-supported-cause"
    );
    plan.edit_json(r#"{"type":"proposeIdea","id":"i1","text":"Buy tablets","bypass":"The grant ends in May"}"#)
        .unwrap();
    assert_eq!(plan.tables().get::<Idea>("i1").unwrap().bypass, "The grant ends in May".into());
}

#[test]
fn removing_a_cause_takes_its_branch_and_every_mention() {
    let mut plan = worked();
    let change = plan.edit_json(r#"{"type":"remove","table":"causes","id":"c1"}"#).unwrap();
    let removed: Vec<_> = change.done.removed().map(|(_, id)| id.to_owned()).collect();
    assert_eq!(removed, ["c1", "c2"]);
    assert_eq!(plan.tables().get::<Idea>("i1").unwrap().cause.id(), None);
    plan.undo().unwrap();
    assert_eq!(plan.save(), worked().save());
}

#[test]
fn removing_a_problem_takes_its_causes_and_aims_and_leaves_the_rest() {
    let mut plan = worked();
    plan.edit_json(r#"{"type":"remove","table":"problems","id":"p1"}"#).unwrap();
    assert!(plan.tables().count(Table::Causes) == 0 && plan.tables().count(Table::Aims) == 0);
    assert_eq!(plan.tables().count(Table::Cycles), 1);
    Plan::open(&plan.save()).unwrap();
}

#[test]
fn a_cause_cannot_sit_under_itself() {
    let mut plan = worked();
    assert_eq!(refused(&mut plan, r#"{"type":"moveCause","id":"c1","parent":"c2"}"#).0, "cause/loop");
}

#[test]
fn causes_keep_the_order_in_which_they_are_put() {
    let mut plan = worked();
    let order = |plan: &Plan| plan.causes_of("p1").iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>();
    assert_eq!(order(&plan), ["c1", "c2", "c3"]);
    plan.edit_json(r#"{"type":"moveCause","id":"c3","before":"c1"}"#).unwrap();
    assert_eq!(order(&plan), ["c3", "c1", "c2"]);
    // Always into the same gap, until the numbers between its ends run out.
    for round in 0..120 {
        let (id, before) = if round % 2 == 0 { ("c2", "c1") } else { ("c3", "c2") };
        plan.edit_json(&format!(r#"{{"type":"moveCause","id":"{id}","before":"{before}"}}"#)).unwrap();
        plan.edit_json(r#"{"type":"moveCause","id":"c2","before":"c1"}"#).unwrap();
        assert_eq!(order(&plan), ["c3", "c2", "c1"]);
    }
}

#[test]
fn a_refusal_names_the_place() {
    let mut plan = worked();
    for (edit, code, path) in [
        (r#"{"type":"fly"}"#, "plan/unknown-edit", "type"),
        (r#"{"type":"stateProblem","id":"p2"}"#, "input/blank", "statement"),
        (r#"{"type":"stateProblem","id":"p1","statement":"Again"}"#, "plan/duplicate-id", "id"),
        (r#"{"type":"stateProblem","id":"__proto__","statement":"Again"}"#, "plan/bad-id", "id"),
        (
            r#"{"type":"stateProblem","id":"p2","statment":"Again","statement":"Again"}"#,
            "input/unknown-field",
            "statment",
        ),
        (r#"{"type":"stateProblem","id":"p2","statement":7}"#, "input/bad-field", "statement"),
        (r#"{"type":"stateProblem","id":"p2","statement":"\ud800"}"#, "input/lone-surrogate", ""),
        (r#"{"type":"proposeCause","id":"c9","problem":"nope","text":"x"}"#, "plan/unknown-id", "problem"),
        (r#"{"type":"nameRoot","id":"nope"}"#, "plan/unknown-id", "id"),
        (r#"{"type":"remove","table":"cycles","id":"nope"}"#, "plan/unknown-id", "id"),
        (r#"{"type":"proposeIdea","id":"i9","text":"x","bypass":"y","cause":"nope"}"#, "plan/unknown-id", "cause"),
        (r#"{"type":"startCycle","id":"y1","date":"2026-13-01"}"#, "input/bad-date", "date"),
        (r#"{"type":"recordObservations","measure":"m1","rows":[{"value":1}]}"#, "input/blank", "date"),
        (r#"{"type":"revise","table":"causes","id":"c1","fields":{"status":"root"}}"#, "input/bad-field", "status"),
        (r#"{"type":"#, "json/invalid", ""),
    ] {
        assert_eq!(refused(&mut plan, edit), (code, path.into()), "{edit}");
    }
    let long = format!(r#"{{"type":"stateProblem","id":"p2","statement":"{}"}}"#, "é".repeat(4_001));
    assert_eq!(refused(&mut plan, &long), ("input/text-too-long", "statement".into()));
}

#[test]
fn a_file_from_elsewhere_is_refused_with_what_is_wrong() {
    let code = |text: &str| Plan::open(text).map(|plan| plan.save()).unwrap_err();
    assert_eq!(code("").code(), "json/invalid");
    assert_eq!(code("{}").code(), "plan/not-a-plan");
    assert_eq!(code("[1]").code(), "plan/not-a-plan");
    assert_eq!(code(r#"{"format":"headwater-plan","schema":99}"#).code(), "plan/newer-schema");
    assert_eq!(code(&"[".repeat(100_000)).code(), "json/invalid");
    let broken = worked().save().replace(r#""parent":"c1""#, r#""parent":"gone""#);
    let error = code(&broken);
    assert_eq!((error.code(), error.path.as_str()), ("plan/unknown-id", "causes.c2.parent"));
    let wrong = worked().save().replace(r#""status":"root""#, r#""status":"certain""#);
    let error = code(&wrong);
    assert_eq!((error.code(), error.path.as_str()), ("input/bad-field", "causes.c1.status"));
}

#[test]
fn fields_of_the_same_version_that_nothing_knows_are_kept() {
    let saved = worked().save();
    let with =
        saved.replace(r#"{"position":1,"statement":"61"#, r#"{"colour":{"warm":[1,2.5]},"position":1,"statement":"61"#);
    assert_ne!(with, saved);
    let mut plan = Plan::open(&with).unwrap();
    assert_eq!(plan.save(), with);
    plan.edit_json(r#"{"type":"revise","table":"problems","id":"p1","fields":{"who":null}}"#).unwrap();
    assert!(plan.save().contains(r#""colour":{"warm":[1,2.5]}"#));
}

/// A plan of several problems, with the people and the work around them.
fn whole() -> Plan {
    let mut plan = worked();
    for edit in [
        r#"{"type":"describe","level":"district","calendar":{"sessions":[{"name":"Fall","start":"2026-08-24","end":"2026-12-18"}],"holidays":[{"start":"2026-11-26","end":"2026-11-27"}]}}"#,
        r#"{"type":"stateProblem","id":"p2","statement":"One in three ninth graders fails a course","demonstration":true}"#,
        r#"{"type":"addStakeholder","id":"s1","name":"Bus depot","owns":"Routes","needs":"Bell times by June","gains":"Fewer complaints","ask":"Test an earlier run"}"#,
        r#"{"type":"addStakeholder","id":"s2","name":"Front office"}"#,
        r#"{"type":"agreeCharter","decisions":"Routes: the depot","rhythm":"Every second Tuesday","glossary":[{"word":"Late","meaning":"After 8:05"}]}"#,
        r#"{"type":"assignOwner","table":"drivers","id":"d1","owner":"Bus depot"}"#,
        r#"{"type":"listInitiative","id":"n1","name":"Attendance letters","load":4}"#,
        r#"{"type":"listInitiative","id":"n2","name":"First-day calls","load":6.5,"owner":"Front office"}"#,
        r#"{"type":"mergeInitiative","id":"n1","into":"n2","reason":"Both reach the same families","date":"2026-09-30"}"#,
        r#"{"type":"continueInitiative","id":"n2","reason":"Families answer"}"#,
        r#"{"type":"addAction","id":"t1","text":"Ride bus 14 for a week","for":{"table":"drivers","id":"d2"},"owner":"A. Reyes","due":"2026-10-02"}"#,
        r#"{"type":"completeAction","id":"t1","date":"2026-10-01"}"#,
        r#"{"type":"nameInequity","id":"q1","statement":"New teachers teach most of grade 9","resource":"staff","less":"Grade 9"}"#,
        r#"{"type":"nameCondition","id":"k1","text":"Time to plan together","kind":"time","met":"missing"}"#,
        r#"{"type":"revise","table":"causes","id":"c1","fields":{"reach":"others","barrier":"k1"}}"#,
        r#"{"type":"addRoutine","id":"r1","text":"Chart on the staff-room wall","rhythm":"Mondays","owner":"A. Reyes"}"#,
        r#"{"type":"markPhase","measure":"m1","date":"2026-09-21","reason":"New bell times"}"#,
        r#"{"type":"revise","table":"measures","id":"m1","fields":{"frequency":"weekly","seenBy":["s1","s2"],"driver":"d2","target":5}}"#,
        r#"{"type":"revise","table":"ideas","id":"i1","fields":{"impact":4,"ease":3,"evidence":[{"tier":4,"outcome":"Absence","citation":"Our logic model, 2026","assignedBy":"District office"}]}}"#,
        r#"{"type":"planCycle","id":"y2","title":"Earlier bus, both routes","size":40,"confidence":"high","failureCost":"low","readiness":"ready","stakeholders":["s1","s2"]}"#,
        r#"{"type":"revise","table":"cycles","id":"y2","fields":{"predictions":[{"question":"Late","expected":"3 a day"},{"expected":"No complaints"}]}}"#,
        r#"{"type":"dismissFinding","id":"f1","rule":"aim/no-population","of":{"table":"aims","id":"a1"},"reason":"The problem says who","by":"A. Reyes","date":"2026-10-01"}"#,
    ] {
        plan.edit_json(edit).unwrap_or_else(|error| panic!("{edit}: {} at {}: {error}", error.code(), error.path));
    }
    plan
}

#[test]
fn everything_a_plan_can_hold_is_saved_and_taken_back() {
    let mut plan = whole();
    let saved = plan.save();
    assert_eq!(Plan::open(&saved).unwrap().save(), saved);
    let filled = Table::ALL.iter().filter(|table| plan.tables().count(**table) > 0).count();
    assert_eq!(filled, Table::ALL.len());
    while plan.can_undo() {
        plan.undo().unwrap();
    }
    assert_eq!(plan.save(), Plan::create("Attendance at Riverbend Middle").unwrap().save());
}

#[test]
fn a_step_that_cannot_be_is_refused_with_its_reason() {
    let mut plan = whole();
    for (edit, code, path) in [
        (r#"{"type":"stopInitiative","id":"n1","reason":" "}"#, "input/blank", "decision.reason"),
        (r#"{"type":"mergeInitiative","id":"n1","reason":"Same"}"#, "input/blank", "into"),
        (
            r#"{"type":"mergeInitiative","id":"n1","into":"n1","reason":"Same"}"#,
            "initiative/loop",
            "initiatives.n1.decision.into",
        ),
        (r#"{"type":"mergeInitiative","id":"n1","into":"gone","reason":"Same"}"#, "plan/unknown-id", "decision"),
        (r#"{"type":"stopInitiative","id":"n1","into":"n2","reason":"Same"}"#, "input/unknown-field", "into"),
        (r#"{"type":"listInitiative","id":"n3","name":"Tutoring","load":-1}"#, "input/bad-number", "load"),
        (r#"{"type":"listInitiative","id":"n3","name":"Tutoring","decision":{}}"#, "input/bad-field", "decision"),
        (r#"{"type":"completeAction","id":"t1"}"#, "input/blank", "date"),
        (r#"{"type":"completeAction","id":"gone","date":"2026-10-01"}"#, "plan/unknown-id", "id"),
        (
            r#"{"type":"addAction","id":"t2","text":"Ask","for":{"table":"drivers","id":"gone"}}"#,
            "plan/unknown-id",
            "for",
        ),
        (
            r#"{"type":"addAction","id":"t2","text":"Ask","for":{"table":"birds","id":"d1"}}"#,
            "input/bad-field",
            "for.table",
        ),
        (r#"{"type":"assignOwner","table":"problems","id":"p1","owner":"A. Reyes"}"#, "input/unknown-field", "owner"),
        (r#"{"type":"assignOwner","table":"about","id":"about","owner":"A. Reyes"}"#, "input/bad-field", "table"),
        (r#"{"type":"revise","table":"drivers","id":"d1","fields":{"owner":"A. Reyes"}}"#, "input/bad-field", "owner"),
        (
            r#"{"type":"nameInequity","id":"q2","statement":"Poverty","resource":"poverty"}"#,
            "input/bad-field",
            "resource",
        ),
        (r#"{"type":"markPhase","measure":"m1","date":"2026-10-01","reason":""}"#, "input/blank", "reason"),
        (r#"{"type":"markPhase","measure":"gone","date":"2026-10-01","reason":"x"}"#, "plan/unknown-id", "measure"),
        (
            r#"{"type":"revise","table":"measures","id":"m1","fields":{"phases":[{"date":"2026-10-01","reason":"x"},{"date":"2026-09-01","reason":"y"}]}}"#,
            "measure/phase-order",
            "phases.1.date",
        ),
        (r#"{"type":"revise","table":"ideas","id":"i1","fields":{"impact":6}}"#, "input/bad-number", "impact"),
        (
            r#"{"type":"revise","table":"ideas","id":"i1","fields":{"evidence":[{"outcome":"Absence","citation":"A study","assignedBy":"Us"}]}}"#,
            "input/bad-number",
            "evidence.0.tier",
        ),
        (
            r#"{"type":"revise","table":"ideas","id":"i1","fields":{"evidence":[{"tier":1,"outcome":"Absence","citation":"A study"}]}}"#,
            "input/blank",
            "evidence.0.assignedBy",
        ),
        (r#"{"type":"revise","table":"causes","id":"c1","fields":{"question":true}}"#, "cause/tested", "question"),
        (
            r#"{"type":"describe","calendar":{"holidays":[{"start":"2026-12-24","end":"2026-12-20"}]}}"#,
            "setting/ends-before-start",
            "calendar.holidays.0.end",
        ),
        (r#"{"type":"agreeCharter","glossary":[{"word":"Late"}]}"#, "input/blank", "charter.glossary.0.meaning"),
        (r#"{"type":"dismissFinding","id":"f2","rule":"aim/no-date","reason":"Known"}"#, "input/blank", "of"),
        (
            r#"{"type":"dismissFinding","id":"f2","rule":"aim/no-date","of":{"table":"aims","id":"gone"},"reason":"Known"}"#,
            "plan/unknown-id",
            "of",
        ),
    ] {
        assert_eq!(refused(&mut plan, edit), (code, path.into()), "{edit}");
    }
}

#[test]
fn a_cause_moves_to_another_problem_with_all_that_is_below_it() {
    let mut plan = whole();
    plan.edit_json(r#"{"type":"moveCause","id":"c1","problem":"p2"}"#).unwrap();
    let order = |plan: &Plan, of: &str| plan.causes_of(of).iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>();
    assert_eq!((order(&plan, "p1"), order(&plan, "p2")), (vec!["c3".to_owned()], vec!["c1".into(), "c2".into()]));
    Plan::open(&plan.save()).unwrap();
    plan.undo().unwrap();
    assert_eq!(plan.save(), whole().save());
}

#[test]
fn a_branch_cannot_be_moved_deeper_than_a_plan_may_be() {
    let mut plan = Plan::create("Plan").unwrap();
    plan.edit_json(r#"{"type":"stateProblem","id":"p1","statement":"Late buses"}"#).unwrap();
    for (chain, length) in [("a", 40), ("b", 11)] {
        for at in 0..length {
            let parent = if at == 0 { String::new() } else { format!(r#","parent":"{chain}{}""#, at - 1) };
            let edit = format!(r#"{{"type":"proposeCause","id":"{chain}{at}","problem":"p1","text":"Why"{parent}}}"#);
            plan.edit_json(&edit).unwrap();
        }
    }
    assert_eq!(refused(&mut plan, r#"{"type":"moveCause","id":"b0","parent":"a39"}"#).0, "input/too-large");
    plan.edit_json(r#"{"type":"moveCause","id":"b0","parent":"a38"}"#).unwrap();
    Plan::open(&plan.save()).unwrap();
}

#[test]
fn a_question_is_answered_by_a_test() {
    let mut plan = worked();
    plan.edit_json(r#"{"type":"proposeCause","id":"c4","problem":"p1","text":"Is it the flu?","question":true}"#)
        .unwrap();
    plan.edit_json(r#"{"type":"testCause","id":"c4","result":"refuted","evidence":"No more than last year"}"#).unwrap();
    assert!(!plan.tables().get::<Cause>("c4").unwrap().question);
}

#[test]
fn what_is_removed_is_mentioned_no_more_and_takes_its_dismissals_along() {
    let mut plan = whole();
    let change = plan.edit_json(r#"{"type":"remove","table":"aims","id":"a1"}"#).unwrap();
    let removed: Vec<_> = change.done.removed().map(|(table, id)| (table, id.to_owned())).collect();
    assert_eq!(removed, [(Table::Aims, "a1".to_owned()), (Table::Dismissals, "f1".to_owned())]);
    for edit in [
        r#"{"type":"remove","table":"drivers","id":"d2"}"#,
        r#"{"type":"remove","table":"stakeholders","id":"s1"}"#,
        r#"{"type":"remove","table":"initiatives","id":"n2"}"#,
        r#"{"type":"remove","table":"conditions","id":"k1"}"#,
    ] {
        plan.edit_json(edit).unwrap();
    }
    let saved = plan.save();
    assert!(["\"d2\"", "\"s1\"", "\"n2\"", "\"k1\""].iter().all(|id| !saved.contains(id)), "{saved}");
    assert_eq!(Plan::open(&saved).unwrap().save(), saved);
}

#[test]
fn a_measure_is_charted_with_its_phases_and_its_own_target() {
    let series = whole().series("m1").unwrap();
    assert_eq!((series.phase_starts, series.target), (vec![1], Some(5.0)));
}

#[test]
fn a_history_keeps_to_its_limit_and_forgets_the_oldest_first() {
    let mut plan = Plan::create("Plan").unwrap();
    for number in 0..HISTORY_LIMIT + 5 {
        let edit = Edit::from_json(&format!(r#"{{"type":"describe","lessons":"Lesson {number}"}}"#)).unwrap();
        plan.edit_with(edit, Some(Note { why: number.to_string().as_str().into(), ..Note::default() })).unwrap();
    }
    let whys: Vec<_> = plan.history().acts().map(|act| act.why.to_string()).collect();
    assert_eq!((whys.len(), whys[0].as_str()), (HISTORY_LIMIT, "5"));
    let opened = Plan::open(&plan.save()).unwrap();
    assert_eq!(opened.history(), plan.history());
    assert!(!plan.save_without_history().contains("history"));
}

#[test]
fn a_note_with_a_time_that_is_none_is_refused_and_nothing_is_done() {
    let mut plan = worked();
    let before = plan.save();
    for at in ["yesterday", "2026-13-01", "2026-10-01 noon"] {
        let edit = Edit::from_json(r#"{"type":"describe","lessons":"Ask first"}"#).unwrap();
        let error = plan.edit_with(edit, Some(Note { at: at.into(), ..Note::default() })).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), ("input/bad-date", "at"));
    }
    assert_eq!(plan.save(), before);
}

#[test]
fn a_chart_is_rebased_only_with_a_reason_and_the_reason_is_kept() {
    let mut plan = Plan::create("Attendance").unwrap();
    let bare = r#"{"type":"defineMeasure","id":"m1","name":"Absence","phases":[{"date":"2026-10-05","reason":""}]}"#;
    assert_eq!(refused(&mut plan, bare).1, "phases.0.reason");
    for edit in [
        r#"{"type":"defineMeasure","id":"m1","name":"Absence","phases":[{"date":"2026-10-05","reason":"The bus leaves earlier."}]}"#,
        r#"{"type":"recordObservations","measure":"m1","rows":[{"date":"2026-09-14","value":6},{"date":"2026-09-21","value":8},{"date":"2026-10-05","value":3}]}"#,
    ] {
        plan.edit_json(edit).unwrap();
    }
    let reading = headwater::chart::read_chart(&plan.series("m1").unwrap()).unwrap();
    let phases: Vec<_> = reading.phases.iter().map(|phase| (phase.start, phase.reason.as_deref())).collect();
    assert_eq!(phases, [(0, None), (2, Some("The bus leaves earlier."))]);
    assert!(Plan::open(&plan.save()).unwrap().save().contains("The bus leaves earlier."));
}

#[test]
fn two_values_of_one_day_are_refused_rather_than_one_of_them_lost() {
    let mut plan = Plan::create("Attendance").unwrap();
    plan.edit_json(r#"{"type":"defineMeasure","id":"m1","name":"Absence"}"#).unwrap();
    let rows = r#"{"type":"recordObservations","measure":"m1","rows":[{"date":"2026-09-14","value":6},{"date":"2026-09-15","value":7},{"date":"2026-09-14","value":8}]}"#;
    assert_eq!(refused(&mut plan, rows), ("measure/day-twice", "rows.2.date".into()));
}

#[test]
fn values_of_few_people_are_hidden_from_the_chart_and_from_the_report() {
    let mut plan = Plan::create("Attendance").unwrap();
    for edit in [
        r#"{"type":"defineMeasure","id":"m1","name":"Absence","unit":"%"}"#,
        r#"{"type":"recordObservations","measure":"m1","rows":[{"date":"2026-09-14","value":6.25,"denominator":64},{"date":"2026-09-21","value":12.5,"denominator":8},{"date":"2026-09-28","value":5.5,"denominator":90},{"date":"2026-10-05","value":7.75}]}"#,
    ] {
        plan.edit_json(edit).unwrap();
    }
    // 8 are few, and 64 is the next smallest. Of the last nobody said how many there are.
    assert_eq!(plan.series("m1").unwrap().values, [None, None, Some(5.5), Some(7.75)]);
    let report = headwater::exchange::write_markdown(&plan);
    assert!(
        !report.contains("12.5") && !report.contains("6.25") && report.contains("| 2026-09-21 | suppressed |"),
        "{report}"
    );
}

#[test]
fn the_report_tells_everyone_who_is_needed_and_what_was_decided() {
    let report = headwater::exchange::write_markdown(&whole());
    for line in [
        "## Charter\n\n- Who decides what: Routes: the depot\n",
        "- Late: After 8:05\n",
        "- Attendance letters\n  - Hours in a week: 4\n  - Decision: merge\n  - Why: Both reach the same families\n",
        "- Bus depot\n  - Owns: Routes\n  - Needs: Bell times by June\n",
        "- Time to plan together\n  - Met: missing\n",
        "  - Resource: staff\n  - Less for: Grade 9\n",
        "- Ride bus 14 for a week\n  - Owner: A. Reyes\n  - Due: 2026-10-02\n  - Done: 2026-10-01\n",
        "- Chart on the staff-room wall\n  - When: Mondays\n",
    ] {
        assert!(report.contains(line), "{line}\n---\n{report}");
    }
}
