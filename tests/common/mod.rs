//! A plan that several tests start from.

use headwater::plan::Plan;

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
