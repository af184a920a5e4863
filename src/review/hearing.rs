//! Phrases that rules must hear, and phrases that sound alike and must be left alone. Each is put in the place of the
//! text of a rule's bad example.

use super::tests::plan_of;
use super::{review, rules};
use serde_json::Value;

/// Whether a rule hears `text` in `field` of the last edit of its bad example.
fn hears(rule: &str, field: &str, text: &str) -> bool {
    let rule = rules().find(|it| it.id == rule).unwrap();
    let [given, mut bad, _] = (rule.lesson.examples)();
    *bad.as_array_mut().unwrap().last_mut().unwrap().pointer_mut(field).unwrap() = Value::from(text);
    review(&plan_of([&given, &bad])).iter().any(|finding| finding.rule == rule.id)
}

fn tell_apart(rule: &str, field: &str, heard: [&str; 10], left_alone: [&str; 10]) {
    for text in heard {
        assert!(hears(rule, field, text), "{rule} does not hear: {text}");
    }
    for text in left_alone {
        assert!(!hears(rule, field, text), "{rule} hears: {text}");
    }
}

#[test]
fn groups_of_people_that_are_blamed() {
    tell_apart(
        "cause/blames-people",
        "/text",
        [
            "Teachers are not engaging families",
            "Students don’t care about reading",
            "Parents do not respond to letters",
            "Staff resist change",
            "Some teachers in grade 9 refuse to use the rubric",
            "Pupils are unmotivated in the afternoon",
            "Teachers have low expectations of newcomers",
            "Counselors lack commitment",
            "Families fail to bring the form",
            "They just aren't interested",
        ],
        [
            "Teachers are told about the change on the same morning",
            "Counselors have 480 students each",
            "Parents do not get the letter before Friday",
            "Families are not asked which language they read",
            "Students cannot see their credits until spring",
            "The list reaches teachers after registers close",
            "Staff are not given time to plan together",
            "Pupils wait 40 minutes for the second bus",
            "Leaders set the timetable before courses are chosen",
            "Homework is due on the day of the late shift",
        ],
    );
}

#[test]
fn symptoms_that_are_given_as_causes() {
    tell_apart(
        "cause/ends-at-symptom",
        "/text",
        [
            "Low motivation",
            "Poor attendance",
            "Low student engagement",
            "Poor behaviour in lessons",
            "Falling test scores",
            "Lack of motivation",
            "High absence on Mondays",
            "Declining morale of staff",
            "Weak literacy",
            "low performance in math",
        ],
        [
            "Low attendance at clinic hours that fall in lessons",
            "Poor light in the reading room",
            "High shelves in the library",
            "Attendance is taken on paper",
            "Low bus capacity",
            "Scores arrive in October",
            "Grades are entered twice",
            "Behaviour slips are collected once a month",
            "Rising costs of the breakfast club",
            "Bad weather closes the footbridge",
        ],
    );
}

#[test]
fn solutions_that_are_given_as_problems() {
    tell_apart(
        "problem/states-solution",
        "/statement",
        [
            "We need a new reading programme in grade 3",
            "We need to improve attendance calls",
            "Our school needs a behaviour policy",
            "The district needs more counsellors",
            "Lack of a reading programme",
            "There is no training for new teachers",
            "Teachers need more training on the new system",
            "We should have a breakfast club",
            "We must implement the literacy framework",
            "No software for tracking absence",
        ],
        [
            "38 of 90 pupils in grade 3 read below grade level",
            "Pupils need 40 minutes to get from the bus to the lesson",
            "61 pupils with special educational needs miss a day in ten",
            "No bus arrives before the first lesson ends",
            "Students who must work at night fall asleep in class",
            "Families who need an interpreter wait nine days for an answer",
            "Not enough time passes between bell and register",
            "One in five seniors misses the deadline for financial aid",
            "12 of 60 new teachers leave before their second year",
            "Lack of sleep is reported by 70 of 200 pupils",
        ],
    );
}

#[test]
fn solutions_that_are_given_as_causes() {
    tell_apart(
        "cause/absent-solution",
        "/text",
        [
            "Lack of training",
            "Lack of teacher training on attendance codes",
            "No reading program",
            "No programme for newcomers",
            "Not enough professional development",
            "There is no app for parents",
            "We lack software for this",
            "Insufficient training of new staff",
            "We have no PD on this",
            "There are no workshops for families",
        ],
        [
            "No bus arrives before the bell",
            "Lack of time between the two shifts",
            "Not enough seats in the second sitting",
            "No one calls on the second day",
            "There is no list of who was called",
            "The training takes place after the year has begun",
            "The app shows yesterday’s absences",
            "No teacher has seen the data before the training day",
            "We have no key for the side door",
            "Missing signatures hold the form up",
        ],
    );
}

#[test]
fn aims_that_name_an_activity() {
    tell_apart(
        "aim/names-activity",
        "/statement",
        [
            "Implement the new attendance programme",
            "We will launch a mentoring scheme by May",
            "By June 2027, we will implement PBIS in all grades",
            "All teachers will be trained in restorative practice",
            "Adopt a new reading curriculum",
            "Our goal is to provide tutoring to 60 pupils",
            "All teachers will use the rubric by spring",
            "Train 80 % of staff by January",
            "The school will introduce a late bus",
            "To roll out the calendar in every school we plan to hire a lead",
        ],
        [
            "By June 2027, grade 7 misses fewer than 5 % of days",
            "Pupils in grade 3 can read the science text by May",
            "Raise the share of seniors who apply from 40 % to 60 %",
            "Absence falls below 5 %, so that trained staff can keep to calls",
            "Every family hears on the day itself, from January on",
            "We will halve the days lost to suspension by June",
            "Fewer than 10 of 412 pupils hold more than three late marks",
            "Newcomers use the library as often as others by spring",
            "Nine in ten pupils complete algebra by June 2027",
            "Reduce failures in grade 9 from 84 to 40",
        ],
    );
}

#[test]
fn drivers_that_are_programmes() {
    tell_apart(
        "driver/is-programme",
        "/text",
        [
            "PBIS programme",
            "Reading program",
            "Implement MTSS",
            "Staff workshops",
            "New attendance software",
            "Teacher training",
            "AVID",
            "Introduce a late bus",
            "Parent app",
            "Hire two counsellors",
        ],
        [
            "Every pupil can arrive on time",
            "Families know whom to call",
            "Adults respond to behaviour in the same way all day",
            "How a referral is made and answered",
            "What schools, surgeries and pharmacies say and print",
            "Every day away is somebody’s task",
            "Seniors know which colleges would take them",
            "Counsellors have time for each senior",
            "Pupils see a way to their own programme of courses by grade 10",
            "Feedback reaches pupils while they can use it",
        ],
    );
}

#[test]
fn predictions_that_cannot_turn_out_wrong() {
    tell_apart(
        "cycle/vague-prediction",
        "/predictions/0/expected",
        [
            "It will improve",
            "Attendance will be better",
            "Fewer absences",
            "Students will be more engaged",
            "It will have a positive effect",
            "The change will help",
            "Lateness decreases",
            "It will work well",
            "Parents will like it",
            "Better results",
        ],
        [
            "Fewer than three a day",
            "From 9 a day to 3",
            "All four surgeries, from the first week",
            "At least half of them",
            "Nine out of ten",
            "Nobody asks for a second form",
            "The office finishes before the bell",
            "Lateness is halved",
            "Two out of three families reply",
            "Teachers ask for the list again on Friday",
        ],
    );
}

#[test]
fn studies_that_never_mention_the_prediction() {
    // The prediction is “9 become 3” to “Late pupils a day”.
    tell_apart(
        "cycle/study-ignores-prediction",
        "/comparison",
        [
            "Drivers were happy with it.",
            "It went well.",
            "Everyone liked it and wants to go on.",
            "A good start for the team!",
            "We learned a lot about buses.",
            "The weather was bad in the second week.",
            "Positive feedback from families.",
            "Went smoothly.",
            "We will continue.",
            "The route is popular.",
        ],
        [
            "As predicted.",
            "Fewer than we had put down.",
            "3 a day on eight mornings of ten.",
            "The late ones were down to two.",
            "We were wrong about the second week.",
            "Short of what we hoped for.",
            "Better than expected.",
            "Pupils still came after the bell on Mondays.",
            "Como se esperaba.",
            "Wie vorhergesagt.",
        ],
    );
}

#[test]
fn opinions_that_are_given_as_evidence() {
    tell_apart(
        "cause/evidence-is-opinion",
        "/evidence",
        [
            "Everyone knows that bus.",
            "We all know it is late",
            "It’s obvious",
            "Obviously true for anyone who works here",
            "Common sense",
            "We believe that this is the reason",
            "In my opinion it is the bus",
            "I think so",
            "From experience",
            "We feel that families would agree",
        ],
        [
            "Late on 17 of 20 mornings",
            "We stood at the gate for a week and counted",
            "The registers of eight schools say so",
            "Families told us at the door which letter they had read",
            "We think so since 12 of 15 referrals were late",
            "Nine schools print nine versions",
            "The driver’s log shows the same",
            "Asked six families; five had never seen the page",
            "I stood in the office at ten: nobody called",
            "The list was empty on each morning we looked",
        ],
    );
}

#[test]
fn amounts_without_a_number() {
    tell_apart(
        "problem/vague",
        "/howMuch",
        [
            "Many",
            "Too many of them",
            "A lot of absence",
            "Several lessons a week",
            "Most of the group",
            "Significant numbers",
            "Increasing",
            "Far too often",
            "Quite high",
            "Some of them, some of the time",
        ],
        [
            "61 of 412",
            "Many: about one in six",
            "A third of the year group",
            "Nearly half",
            "Twice a week",
            "5.6 % of sessions",
            "Eleven versions",
            "All of grade 7",
            "Up from 12 to 31",
            "Every Monday",
        ],
    );
}

#[test]
fn owners_that_are_nobody() {
    tell_apart(
        "driver/owner-is-everyone",
        "/owner",
        [
            "Everyone",
            "The whole team",
            "All staff",
            "TBD",
            "n/a",
            "We all",
            "teachers",
            "the school",
            "To be decided",
            "Staff",
        ],
        [
            "Ms Ode",
            "Team lead, transport",
            "Head of year 9",
            "School office leads",
            "Practice managers’ group",
            "The principal",
            "Lead nurse, public health",
            "Teacher of 7b",
            "District registrar",
            "All-day nursery lead",
        ],
    );
}
