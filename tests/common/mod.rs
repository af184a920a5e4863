//! A plan that several tests start from.

use headwater::plan::{Edit, Note, Plan};

/// A plan that has come as far as a decision.
pub fn worked() -> Plan {
    let mut plan = Plan::create("Attendance at Riverbend Middle").unwrap();
    for edit in [
        r#"{"type":"tellStory","story":"61 of our 412 pupils miss more than a day in ten.","answers":{"unit":"one"}}"#,
        r#"{"type":"chooseJob","job":"correct"}"#,
        r#"{"type":"stateProblem","id":"p1","statement":"61 of 412 pupils miss more than 10 % of days","who":"grade 7"}"#,
        r#"{"type":"proposeCause","id":"c1","problem":"p1","text":"Bus 14 arrives after the bell"}"#,
        r#"{"type":"proposeCause","id":"c2","problem":"p1","parent":"c1","text":"The route was drawn before the new estate"}"#,
        r#"{"type":"proposeCause","id":"c3","problem":"p1","text":"Letters go out in one language"}"#,
        r#"{"type":"testCause","id":"c1","result":"supported","evidence":"Late on 17 of 20 mornings","date":"2026-09-21"}"#,
        r#"{"type":"nameRoot","id":"c1"}"#,
        r#"{"type":"defineMeasure","id":"m1","name":"Absence","kind":"outcome","unit":"%","direction":"decrease"}"#,
        r#"{"type":"recordObservations","measure":"m1","rows":[{"date":"2026-09-14","value":6.5,"denominator":412},{"date":"2026-09-21","value":null,"suppressed":true}]}"#,
        r#"{"type":"setAim","id":"a1","problem":"p1","statement":"Absence below 5 % by June","measure":"m1","target":5,"deadline":"2027-06-30"}"#,
        r#"{"type":"addDriver","id":"d1","kind":"primary","text":"Every pupil can arrive on time"}"#,
        r#"{"type":"addDriver","id":"d2","kind":"secondary","text":"Bus timing","serves":["d1"]}"#,
        r#"{"type":"proposeIdea","id":"i1","text":"Bus 14 leaves ten minutes earlier","driver":"d2","cause":"c1"}"#,
        r#"{"type":"planCycle","id":"y1","title":"Earlier bus for a week","idea":"i1","measure":"m1","predictions":[{"question":"Late arrivals","expected":"from 9 a day to 3"}]}"#,
        r#"{"type":"startCycle","id":"y1","date":"2026-10-05"}"#,
        r#"{"type":"studyCycle","id":"y1","date":"2026-10-16","result":"4 a day","comparison":"Close to the prediction"}"#,
        r#"{"type":"decideCycle","id":"y1","kind":"adapt","reason":"One stop was missed","date":"2026-10-19"}"#,
    ] {
        plan.edit_json(edit).unwrap_or_else(|error| panic!("{edit}: {} at {}: {error}", error.code(), error.path));
    }
    plan
}

/// A plan in which every noun has its place and every field something to say, with a history.
#[allow(dead_code)]
pub fn full() -> Plan {
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
        r#"{"type":"revise","table":"problems","id":"p1","fields":{"where":"bus 14","howMuch":"61 of 412","sinceWhen":"2025"}}"#,
        r#"{"type":"revise","table":"measures","id":"m1","fields":{"baseline":{"points":2,"reason":"Before the change"}}}"#,
        r#"{"type":"revise","table":"aims","id":"a1","fields":{"baseline":{"value":6.5,"date":"2026-09-14"},"population":"Grade 7"}}"#,
        r#"{"type":"startCycle","id":"y2","date":"2026-11-02"}"#,
    ] {
        let note = Note {
            by: "A. Reyes".into(),
            at: "2026-10-20T08:15".into(),
            why: "Agreed on Tuesday".into(),
            ..Note::default()
        };
        let edit = Edit::from_json(edit).unwrap_or_else(|error| panic!("{edit}: {error}"));
        plan.edit_with(edit, Some(note)).unwrap_or_else(|error| panic!("{} at {}: {error}", error.code(), error.path));
    }
    plan
}
