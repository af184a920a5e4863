//! Each pathway walked from its first step to its last: what it asks for next, and that doing it moves it on.

use headwater::pathway::{State, StepId, pathway, steps};
use headwater::plan::{Job, Plan};

fn edit(plan: &mut Plan, edit: &str) {
    plan.edit_json(edit).unwrap_or_else(|error| panic!("{edit}: {} at {}: {error}", error.code(), error.path));
}

/// Makes the edits one by one; before each, the pathway must ask for what stands beside it.
fn walk(plan: &mut Plan, walk: &[(&str, StepId, &str)]) {
    for (asked, step, act) in walk {
        let next = pathway(plan).next.unwrap_or_else(|| panic!("nothing is next before {act}"));
        assert_eq!((next.message.key, next.step), (*asked, *step), "before {act}");
        assert!(!next.why.is_empty() && !next.message.text.is_empty() && !next.message.text.contains('{'));
        edit(plan, act);
    }
}

fn states(plan: &Plan) -> Vec<State> {
    pathway(plan).steps.iter().map(|step| step.state).collect()
}

const STORY: &[(&str, StepId, &str)] = &[(
    "pathway-tell-story",
    StepId::Story,
    r#"{"type":"tellStory","story":"61 of our 412 pupils miss more than a day in ten."}"#,
)];

const PROBLEM: &[(&str, StepId, &str)] = &[
    (
        "pathway-state-problem",
        StepId::Problem,
        r#"{"type":"stateProblem","id":"p1","statement":"61 of 412 pupils miss a day in ten"}"#,
    ),
    (
        "pathway-problem-who",
        StepId::Problem,
        r#"{"type":"revise","table":"problems","id":"p1","fields":{"who":"Grade 7"}}"#,
    ),
    (
        "pathway-problem-where",
        StepId::Problem,
        r#"{"type":"revise","table":"problems","id":"p1","fields":{"where":"Past the river"}}"#,
    ),
    (
        "pathway-problem-how-much",
        StepId::Problem,
        r#"{"type":"revise","table":"problems","id":"p1","fields":{"howMuch":"61 of 412"}}"#,
    ),
    (
        "pathway-problem-since",
        StepId::Problem,
        r#"{"type":"revise","table":"problems","id":"p1","fields":{"sinceWhen":"August"}}"#,
    ),
];

const CAUSES: &[(&str, StepId, &str)] = &[
    (
        "pathway-propose-causes",
        StepId::Causes,
        r#"{"type":"proposeCause","id":"c1","problem":"p1","text":"The letter goes out late"}"#,
    ),
    (
        "pathway-test-only-cause",
        StepId::Causes,
        r#"{"type":"proposeCause","id":"c2","problem":"p1","text":"Bus 14 arrives after the bell"}"#,
    ),
    (
        "pathway-test-cause",
        StepId::Causes,
        r#"{"type":"testCause","id":"c1","result":"refuted","evidence":"Out on day two"}"#,
    ),
    (
        "pathway-test-another",
        StepId::Causes,
        r#"{"type":"testCause","id":"c2","result":"supported","evidence":"Late on 17 of 20"}"#,
    ),
    ("pathway-name-root", StepId::Causes, r#"{"type":"nameRoot","id":"c2"}"#),
];

const AIM: &[(&str, StepId, &str)] = &[
    (
        "pathway-define-measure",
        StepId::Aim,
        r#"{"type":"defineMeasure","id":"m1","name":"Absence","unit":"%","direction":"decrease"}"#,
    ),
    ("pathway-set-aim", StepId::Aim, r#"{"type":"setAim","id":"a1","problem":"p1","statement":"Absence below 5 %"}"#),
    ("pathway-aim-measure", StepId::Aim, r#"{"type":"revise","table":"aims","id":"a1","fields":{"measure":"m1"}}"#),
    ("pathway-aim-target", StepId::Aim, r#"{"type":"revise","table":"aims","id":"a1","fields":{"target":5}}"#),
    (
        "pathway-aim-deadline",
        StepId::Aim,
        r#"{"type":"revise","table":"aims","id":"a1","fields":{"deadline":"2027-06-30"}}"#,
    ),
    (
        "pathway-aim-population",
        StepId::Aim,
        r#"{"type":"revise","table":"aims","id":"a1","fields":{"population":"Grade 7"}}"#,
    ),
    (
        "pathway-load-observations",
        StepId::Aim,
        r#"{"type":"recordObservations","measure":"m1","rows":[{"date":"2026-09-14","value":6.5}]}"#,
    ),
];

const IDEA: (&str, StepId, &str) =
    ("pathway-propose-idea", StepId::Ideas, r#"{"type":"proposeIdea","id":"i1","text":"An earlier run","cause":"c2"}"#);

const CYCLE: &[(&str, StepId, &str)] = &[
    (
        "pathway-plan-cycle",
        StepId::Cycles,
        r#"{"type":"planCycle","id":"y1","title":"One week","idea":"i1","where":"North"}"#,
    ),
    (
        "pathway-predict",
        StepId::Cycles,
        r#"{"type":"revise","table":"cycles","id":"y1","fields":{"predictions":[{"expected":"3 a day"}]}}"#,
    ),
    ("pathway-start-cycle", StepId::Cycles, r#"{"type":"startCycle","id":"y1","date":"2026-10-05"}"#),
    (
        "pathway-study-cycle",
        StepId::Cycles,
        r#"{"type":"studyCycle","id":"y1","date":"2026-10-16","result":"4 a day","comparison":"Close"}"#,
    ),
    (
        "pathway-decide-cycle",
        StepId::Cycles,
        r#"{"type":"decideCycle","id":"y1","kind":"adopt","reason":"It holds","date":"2026-10-19"}"#,
    ),
];

fn routine(step: StepId) -> [(&'static str, StepId, &'static str); 3] {
    [
        ("pathway-add-routine", step, r#"{"type":"addRoutine","id":"r1","text":"Bus 14 leaves at 7:20"}"#),
        (
            "pathway-routine-rhythm",
            step,
            r#"{"type":"revise","table":"routines","id":"r1","fields":{"rhythm":"Each day"}}"#,
        ),
        ("pathway-own-routine", step, r#"{"type":"assignOwner","table":"routines","id":"r1","owner":"Bus depot"}"#),
    ]
}

const LESSONS: (&str, StepId, &str) =
    ("pathway-write-lessons", StepId::Learned, r#"{"type":"describe","lessons":"Ask the drivers first"}"#);

#[test]
fn correct_leads_from_a_story_to_a_routine() {
    let mut plan = Plan::create("Attendance").unwrap();
    walk(&mut plan, STORY);
    walk(&mut plan, &[("pathway-choose-job", StepId::Story, r#"{"type":"chooseJob","job":"correct"}"#)]);
    for part in [PROBLEM, CAUSES, AIM, &[IDEA], CYCLE, &routine(StepId::Standard)] {
        walk(&mut plan, part);
    }
    assert!(pathway(&plan).next.is_none());
    assert!(states(&plan).iter().all(|state| *state == State::Done), "{:?}", states(&plan));
}

#[test]
fn coordinate_leads_through_the_people_who_are_needed() {
    let mut plan = Plan::create("Attendance").unwrap();
    walk(&mut plan, STORY);
    walk(&mut plan, &[("pathway-choose-job", StepId::Story, r#"{"type":"chooseJob","job":"coordinate"}"#)]);
    walk(&mut plan, PROBLEM);
    walk(
        &mut plan,
        &[
            ("pathway-list-stakeholders", StepId::People, r#"{"type":"addStakeholder","id":"s1","name":"Bus depot"}"#),
            (
                "pathway-list-stakeholders",
                StepId::People,
                r#"{"type":"addStakeholder","id":"s2","name":"Front office","owns":"Calls","needs":"A list","gains":"Quiet"}"#,
            ),
            (
                "pathway-stakeholder-owns",
                StepId::People,
                r#"{"type":"revise","table":"stakeholders","id":"s1","fields":{"owns":"Routes"}}"#,
            ),
            (
                "pathway-stakeholder-needs",
                StepId::People,
                r#"{"type":"revise","table":"stakeholders","id":"s1","fields":{"needs":"Bell times"}}"#,
            ),
            (
                "pathway-stakeholder-gains",
                StepId::People,
                r#"{"type":"revise","table":"stakeholders","id":"s1","fields":{"gains":"Fewer calls"}}"#,
            ),
            (
                "pathway-stakeholder-ask",
                StepId::Case,
                r#"{"type":"revise","table":"stakeholders","id":"s1","fields":{"ask":"An earlier run"}}"#,
            ),
            (
                "pathway-stakeholder-ask",
                StepId::Case,
                r#"{"type":"revise","table":"stakeholders","id":"s2","fields":{"ask":"Call by nine"}}"#,
            ),
        ],
    );
    walk(&mut plan, CAUSES);
    walk(&mut plan, AIM);
    walk(
        &mut plan,
        &[
            (
                "pathway-add-driver",
                StepId::Ideas,
                r#"{"type":"addDriver","id":"d1","kind":"primary","text":"Every bus on time"}"#,
            ),
            (
                "pathway-own-driver",
                StepId::Ideas,
                r#"{"type":"assignOwner","table":"drivers","id":"d1","owner":"Bus depot"}"#,
            ),
            IDEA,
            (
                "pathway-measure-definition",
                StepId::Measures,
                r#"{"type":"revise","table":"measures","id":"m1","fields":{"definition":"Half days missed"}}"#,
            ),
            (
                "pathway-measure-frequency",
                StepId::Measures,
                r#"{"type":"revise","table":"measures","id":"m1","fields":{"frequency":"weekly"}}"#,
            ),
            (
                "pathway-share-measure",
                StepId::Measures,
                r#"{"type":"revise","table":"measures","id":"m1","fields":{"seenBy":["s1"]}}"#,
            ),
            (
                "pathway-share-measure",
                StepId::Measures,
                r#"{"type":"revise","table":"measures","id":"m1","fields":{"seenBy":["s1","s2"]}}"#,
            ),
            (
                "pathway-charter-decisions",
                StepId::Charter,
                r#"{"type":"agreeCharter","decisions":"Routes: the depot"}"#,
            ),
            (
                "pathway-charter-rhythm",
                StepId::Charter,
                r#"{"type":"agreeCharter","decisions":"Routes: the depot","rhythm":"Tuesdays"}"#,
            ),
        ],
    );
    walk(&mut plan, CYCLE);
    walk(
        &mut plan,
        &[
            (
                "pathway-test-hand-off",
                StepId::Cycles,
                r#"{"type":"revise","table":"cycles","id":"y1","fields":{"stakeholders":["s1","s2"]}}"#,
            ),
            LESSONS,
        ],
    );
    assert!(pathway(&plan).next.is_none());
    assert!(states(&plan).iter().all(|state| *state == State::Done), "{:?}", states(&plan));
}

#[test]
fn reorient_makes_room_first_and_ends_in_another_place() {
    let mut plan = Plan::create("Our schools").unwrap();
    walk(&mut plan, STORY);
    walk(
        &mut plan,
        &[
            ("pathway-choose-job", StepId::Story, r#"{"type":"chooseJob","job":"reorient"}"#),
            (
                "pathway-list-initiatives",
                StepId::Inventory,
                r#"{"type":"listInitiative","id":"n1","name":"Data walls","load":9}"#,
            ),
            (
                "pathway-judge-initiative",
                StepId::Inventory,
                r#"{"type":"continueInitiative","id":"n1","reason":"It helps"}"#,
            ),
            (
                "pathway-stop-initiative",
                StepId::Inventory,
                r#"{"type":"stopInitiative","id":"n1","reason":"Nobody reads them"}"#,
            ),
            (
                "pathway-list-conditions",
                StepId::Conditions,
                r#"{"type":"nameCondition","id":"k1","text":"An hour a week","kind":"time"}"#,
            ),
            (
                "pathway-judge-condition",
                StepId::Conditions,
                r#"{"type":"revise","table":"conditions","id":"k1","fields":{"met":"missing"}}"#,
            ),
            (
                "pathway-own-condition",
                StepId::Conditions,
                r#"{"type":"assignOwner","table":"conditions","id":"k1","owner":"A. Reyes"}"#,
            ),
        ],
    );
    walk(&mut plan, PROBLEM);
    // More than two problems: one has to be chosen to learn on, and only that one counts.
    edit(&mut plan, r#"{"type":"stateProblem","id":"p2","statement":"One in three fails a course"}"#);
    edit(&mut plan, r#"{"type":"stateProblem","id":"p3","statement":"Four in ten new teachers leave"}"#);
    walk(
        &mut plan,
        &[(
            "pathway-choose-demonstration",
            StepId::Problem,
            r#"{"type":"revise","table":"problems","id":"p1","fields":{"demonstration":true}}"#,
        )],
    );
    walk(&mut plan, CAUSES);
    walk(&mut plan, AIM);
    walk(
        &mut plan,
        &[
            (
                "pathway-define-capability",
                StepId::Capability,
                r#"{"type":"defineMeasure","id":"m2","name":"Teams that run cycles","kind":"capability"}"#,
            ),
            IDEA,
        ],
    );
    walk(&mut plan, CYCLE);
    walk(&mut plan, &routine(StepId::Routines));
    walk(&mut plan, &[LESSONS]);
    let next = pathway(&plan).next.unwrap();
    assert_eq!((next.message.key, next.step), ("pathway-test-elsewhere", StepId::Spread));
    for act in [
        r#"{"type":"planCycle","id":"y2","title":"South","where":"South","predictions":[{"expected":"5 a day"}]}"#,
        r#"{"type":"startCycle","id":"y2","date":"2026-11-02"}"#,
        r#"{"type":"studyCycle","id":"y2","date":"2026-11-13","result":"5","comparison":"As expected"}"#,
        r#"{"type":"decideCycle","id":"y2","kind":"adopt","reason":"It holds here too","date":"2026-11-16"}"#,
    ] {
        edit(&mut plan, act);
    }
    assert!(states(&plan).iter().all(|state| *state == State::Done), "{:?}", states(&plan));
}

#[test]
fn a_plan_of_several_problems_names_the_one_that_is_behind() {
    let mut plan = Plan::create("Attendance").unwrap();
    edit(&mut plan, r#"{"type":"chooseJob","job":"correct"}"#);
    for part in [PROBLEM, CAUSES] {
        walk(&mut plan, part);
    }
    edit(
        &mut plan,
        r#"{"type":"stateProblem","id":"a0","statement":"Late lunches","who":"All","where":"Hall","howMuch":"9 minutes","sinceWhen":"May"}"#,
    );
    let next = pathway(&plan).next.unwrap();
    assert_eq!((next.message.key, next.of.entity().map(|(_, id)| id)), ("pathway-propose-causes", Some("a0")));
}

#[test]
fn what_has_to_come_first_is_said_and_blocks_nothing_else() {
    let mut plan = Plan::create("Attendance").unwrap();
    edit(&mut plan, r#"{"type":"chooseJob","job":"coordinate"}"#);
    let pathway = pathway(&plan);
    let blocked: Vec<_> =
        pathway.steps.iter().filter(|step| step.state == State::Blocked).map(|step| step.id).collect();
    use StepId::{Aim, Case, Causes, Charter, Ideas, Learned, Measures, People};
    assert_eq!(blocked, [People, Case, Causes, Aim, Ideas, Measures, Charter, Learned]);
    assert_eq!(pathway.next.unwrap().step, StepId::Problem);
}

#[test]
fn changing_the_job_keeps_all_work_and_changes_the_steps() {
    let mut plan = Plan::create("Attendance").unwrap();
    edit(&mut plan, r#"{"type":"chooseJob","job":"correct"}"#);
    for part in [PROBLEM, CAUSES, AIM, &[IDEA], CYCLE] {
        walk(&mut plan, part);
    }
    let before = plan.save();
    for job in Job::ALL {
        edit(&mut plan, &format!(r#"{{"type":"chooseJob","job":"{}"}}"#, job.word()));
        assert_eq!(plan.save(), before.replace(r#""job":"correct""#, &format!(r#""job":"{}""#, job.word())));
        let ids: Vec<_> = pathway(&plan).steps.iter().map(|step| step.id).collect();
        assert_eq!(ids, steps(*job).iter().map(|rule| rule.id).collect::<Vec<_>>());
    }
}

#[test]
fn coordinate_is_offered_once_supported_causes_lie_outside_reach() {
    let mut plan = Plan::create("Attendance").unwrap();
    edit(&mut plan, r#"{"type":"chooseJob","job":"correct"}"#);
    for part in [PROBLEM, CAUSES] {
        walk(&mut plan, part);
    }
    assert!(pathway(&plan).switch.is_none(), "nobody has said whose the cause is");
    edit(&mut plan, r#"{"type":"revise","table":"causes","id":"c2","fields":{"reach":"own"}}"#);
    assert!(pathway(&plan).switch.is_none());
    edit(&mut plan, r#"{"type":"revise","table":"causes","id":"c1","fields":{"reach":"others"}}"#);
    assert!(pathway(&plan).switch.is_none(), "the cause outside reach is refuted");
    edit(&mut plan, r#"{"type":"revise","table":"causes","id":"c2","fields":{"reach":"whole"}}"#);
    let switch = pathway(&plan).switch.unwrap();
    assert_eq!((switch.to, switch.evidence.len()), (Job::Coordinate, 1));
    assert_eq!(switch.evidence[0].entity().map(|(_, id)| id), Some("c2"));
    assert!(switch.message.text.starts_with("1 of 1 "));

    let act = format!(
        r#"{{"type":"dismissFinding","id":"f1","rule":"{}","of":{{"table":"about","id":"about"}},"reason":"The depot is ours now"}}"#,
        switch.rule
    );
    edit(&mut plan, &act);
    assert!(pathway(&plan).switch.is_none(), "set aside with a reason");
    plan.undo().unwrap();
    edit(&mut plan, r#"{"type":"chooseJob","job":"coordinate"}"#);
    assert!(pathway(&plan).switch.is_none());
}

#[test]
fn reorient_is_offered_once_several_problems_meet_one_barrier() {
    let mut plan = Plan::create("Our schools").unwrap();
    edit(&mut plan, r#"{"type":"chooseJob","job":"coordinate"}"#);
    for act in [
        r#"{"type":"nameCondition","id":"k1","text":"Time to plan together","kind":"time","met":"missing"}"#,
        r#"{"type":"stateProblem","id":"p1","statement":"Absence"}"#,
        r#"{"type":"stateProblem","id":"p2","statement":"Failed courses"}"#,
        r#"{"type":"proposeCause","id":"c1","problem":"p1","text":"Nobody calls on day two","barrier":"k1"}"#,
        r#"{"type":"proposeCause","id":"c2","problem":"p1","text":"Nobody calls on day three","barrier":"k1"}"#,
        r#"{"type":"proposeCause","id":"c3","problem":"p2","text":"Sections mark alone","barrier":"k1"}"#,
        r#"{"type":"testCause","id":"c1","result":"supported","evidence":"61 of 90"}"#,
        r#"{"type":"testCause","id":"c2","result":"supported","evidence":"40 of 90"}"#,
    ] {
        edit(&mut plan, act);
    }
    assert!(pathway(&plan).switch.is_none(), "only one of the problems has a supported cause behind it");
    edit(
        &mut plan,
        r#"{"type":"testCause","id":"c3","result":"supported","evidence":"No shared hour in 5 of 6 teams"}"#,
    );
    let switch = pathway(&plan).switch.unwrap();
    assert_eq!((switch.to, switch.message.key), (Job::Reorient, "pathway-switch-reorient"));
    assert!(switch.message.text.contains("“Time to plan together” stands in the way of 2 problems"));
    let evidence: Vec<_> = switch.evidence.iter().filter_map(|of| of.entity().map(|(_, id)| id)).collect();
    assert_eq!(evidence, ["k1", "c1", "c2", "c3"]);
}
