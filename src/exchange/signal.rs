//! What a host's own system has noticed, as the beginning of a plan: a problem, a measure with its series, and causes to
//! *ask about*. Nothing here says why something happens; every cause is a question.

use crate::decode::{Fields, choice, list, number, text, whole};
use crate::error::{ErrorKind, Result};
use crate::message::{Arg, filled};
use crate::plan::Plan;
use crate::record::check_id;
use crate::{Date, json};
use serde_json::{Map, Value, json};

/// The fewest people that a record may speak of, so that it cannot point at one pupil. Our own choice; a host whose rule
/// asks for more keeps to its own.
pub const FEWEST_PEOPLE: usize = 10;

/// The kinds of record; whether it has to name a course, a measure and its direction; and what it measures otherwise.
const KINDS: &[(&str, Kind)] = &[
    ("attendance-dip", Kind { name: "attendance-dip", needs: &[], unit: "%", direction: "increase" }),
    ("course-failures", Kind { name: "course-failures", needs: &["course"], unit: "", direction: "decrease" }),
    ("chart-signal", Kind { name: "chart-signal", needs: &["measure", "direction"], unit: "", direction: "" }),
];

#[derive(Clone, Copy)]
struct Kind {
    name: &'static str,
    needs: &'static [&'static str],
    unit: &'static str,
    direction: &'static str,
}

const DIRECTIONS: &[(&str, &str)] = &[("increase", "increase"), ("decrease", "decrease")];

/// Turns a host's record into edits for a plan, in their order. The text is JSON:
///
/// | field | what it is |
/// | --- | --- |
/// | `kind` | `attendance-dip`, `course-failures` or `chart-signal` |
/// | `id` | what the ids of everything drafted begin with, at most 50 characters |
/// | `group`, `size` | whom it is about, and how many they are; 10 or more |
/// | `affected` | how many of them; 10 or more, or left out |
/// | `where`, `since` | the place; the first day, as `2026-09-14` |
/// | `course` | for `course-failures`: which |
/// | `measure`, `unit`, `direction`, `source` | the series; name and direction are needed for `chart-signal` |
/// | `values` | rows of `date`, `value` (or null), `denominator`, `suppressed` |
/// | `words` | other words for what is written, by key (`signal-…`) |
///
/// A value with a denominator below 10 is kept as suppressed. There is no field for a pupil, and what has one is
/// refused.
///
/// ```
/// use headwater::exchange::from_signal;
/// use headwater::plan::Plan;
///
/// let edits = from_signal(r#"{
///     "kind": "attendance-dip", "id": "sis-7", "group": "Grade 7", "size": 412, "affected": 61, "since": "2026-08-24",
///     "values": [{ "date": "2026-09-14", "value": 92.1 }, { "date": "2026-09-21", "value": 90.4 }]
/// }"#)?;
/// let mut plan = Plan::create("Attendance in grade 7")?;
/// for edit in &edits {
///     plan.edit_json(&edit.to_string())?;
/// }
/// assert!(plan.causes_of("sis-7-problem").iter().all(|(_, cause)| cause.question));
/// # Ok::<(), headwater::Error>(())
/// ```
///
/// # Errors
///
/// `signal/too-few` for a group or a number of people below 10; `input/unknown-field`, `input/bad-field`,
/// `input/bad-date`, `plan/bad-id`, `json/invalid`; or what a plan refuses in the edits drafted, such as a text that is
/// too long.
pub fn from_signal(record: &str) -> Result<Vec<Value>> {
    let mut fields = Fields::of(json::parse(record)?)?;
    let kind = fields.needed("kind", |value| choice(value, KINDS))?;
    let id = fields.needed("id", text)?;
    check_id(&[&id, "-problem-cause"].concat()).map_err(|error| error.within("id"))?;
    let (group, size) = (fields.needed("group", text)?, fields.needed("size", people)?);
    let affected = fields.given("affected", people)?;
    if affected.is_some_and(|count| count > size) {
        return Err(ErrorKind::BadNumber { expected: "no more can be affected than there are" }.at("affected"));
    }
    let place = fields.given("where", text)?;
    let since = fields.given("since", crate::decode::date)?;
    let mut named = |name| {
        if kind.needs.contains(&name) { fields.needed(name, text).map(Some) } else { fields.given(name, text) }
    };
    let (course, measure, source) = (named("course")?, named("measure")?, named("source")?);
    let unit = named("unit")?;
    let way = |value| choice(value, DIRECTIONS);
    let direction = if kind.needs.contains(&"direction") {
        fields.needed("direction", way)?
    } else {
        fields.given("direction", way)?.unwrap_or(kind.direction)
    };
    let rows = fields.given("values", |value| list(value, &row))?.unwrap_or_default();
    let own = fields.given("words", |value| match value {
        Value::Object(words) => Ok(words),
        _ => Err(crate::decode::wrong("an object")),
    })?;
    fields.end()?;

    let own = own.unwrap_or_default();
    let say =
        |part: &str, args: &[(&'static str, Arg)]| written(&own, &["signal-", kind.name, "-", part].concat(), args);
    let measure = measure.or_else(|| say("measure", &[])).unwrap_or_default();
    let mut args: Vec<(&'static str, Arg)> = vec![
        ("group", group.as_str().into()),
        ("size", size.into()),
        ("course", course.unwrap_or_default().into()),
        ("measure", measure.as_str().into()),
    ];
    args.extend(affected.map(|count| ("affected", count.into())));
    let statement = say(if affected.is_some() { "counted" } else { "problem" }, &args).unwrap_or_default();
    let how_much = affected.and_then(|_| written(&own, "signal-how-much", &args));

    let (problem, measured) = ([&id, "-problem"].concat(), [&id, "-measure"].concat());
    let mut edits = vec![
        json!({ "type": "stateProblem", "id": problem, "statement": statement, "who": group, "where": place,
            "howMuch": how_much, "sinceWhen": since.map(|date: Date| date.to_string()) }),
        json!({ "type": "defineMeasure", "id": measured, "name": measure, "unit": unit.as_deref().unwrap_or(kind.unit),
            "direction": direction, "source": source }),
    ];
    if !rows.is_empty() {
        edits.push(json!({ "type": "recordObservations", "measure": measured, "rows": rows }));
    }
    for number in 1.. {
        let Some(question) = say(&format!("ask-{number}"), &args) else { break };
        edits.push(json!({ "type": "proposeCause", "id": format!("{id}-cause-{number}"), "problem": problem,
            "text": question, "question": true }));
    }
    // What a plan would refuse is refused here, before the host has made half of the edits.
    let mut plan = Plan::create(kind.name)?;
    for edit in &mut edits {
        if let Value::Object(fields) = edit {
            fields.retain(|_, value| !value.is_null());
        }
        plan.edit_json(&json::write(edit))?;
    }
    Ok(edits)
}

/// A number of people, large enough to speak of.
fn people(value: Value) -> Result<usize> {
    let count = whole(value)?;
    if count < FEWEST_PEOPLE { Err(ErrorKind::TooFewPeople { count, least: FEWEST_PEOPLE }.into()) } else { Ok(count) }
}

/// One dated value, as an observation; hidden where it speaks of too few.
fn row(value: Value) -> Result<Value> {
    let mut fields = Fields::of(value)?;
    let date = fields.needed("date", crate::decode::date)?;
    let (value, denominator) = (fields.given("value", number)?, fields.given("denominator", number)?);
    let suppressed = fields.given("suppressed", crate::decode::flag)?.unwrap_or_default();
    fields.end()?;
    let few = denominator.is_some_and(|denominator| denominator < FEWEST_PEOPLE as f64);
    if few || suppressed {
        return Ok(json!({ "date": date.to_string(), "suppressed": true }));
    }
    let number = |number: Option<f64>| number.map(json::of_number);
    Ok(json!({ "date": date.to_string(), "value": number(value), "denominator": number(denominator) }))
}

/// The words of a key, from the host or from the table; none where the table has none.
fn written(own: &Map<String, Value>, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    let known = WORDS.iter().find(|(known, _)| *known == key).map(|(_, template)| *template);
    let template = own.get(key).and_then(Value::as_str).or(known)?;
    Some(filled(template, args))
}

/// What is written into the plan. The questions are our own; they ask how the work is done, and of nobody whether it is
/// their fault.
const WORDS: &[(&str, &str)] = &[
    ("signal-how-much", "{affected} of {size}"),
    ("signal-attendance-dip-problem", "Attendance in {group} has dropped."),
    ("signal-attendance-dip-counted", "{affected} of {size} in {group} miss more school than before."),
    ("signal-attendance-dip-measure", "Attendance"),
    ("signal-attendance-dip-ask-1", "Has the way to school become harder: a bus, a bell time, a road?"),
    ("signal-attendance-dip-ask-2", "Are certain days, lessons or places missed more than others?"),
    ("signal-attendance-dip-ask-3", "Is it clear to families when to keep a child at home?"),
    ("signal-attendance-dip-ask-4", "Who hears about the second day away, and when?"),
    ("signal-attendance-dip-ask-5", "Has the way absence is recorded changed?"),
    ("signal-course-failures-problem", "More in {group} fail {course} than before."),
    ("signal-course-failures-counted", "{affected} of {size} in {group} fail {course}."),
    ("signal-course-failures-measure", "Failed courses"),
    ("signal-course-failures-ask-1", "What lowers the grade: work not handed in, tests, or days away?"),
    ("signal-course-failures-ask-2", "Do rules for grades differ from section to section?"),
    ("signal-course-failures-ask-3", "What was missing from the course before this one?"),
    ("signal-course-failures-ask-4", "Is help there at a time when they can come?"),
    ("signal-course-failures-ask-5", "How were they placed in this course and its sections?"),
    ("signal-chart-signal-problem", "{measure} in {group} has changed by more than chance explains."),
    (
        "signal-chart-signal-counted",
        "{measure} in {group} has changed by more than chance explains, for {affected} of {size}.",
    ),
    ("signal-chart-signal-ask-1", "What was different when the change began?"),
    ("signal-chart-signal-ask-2", "Has anything been counted differently from then on?"),
    ("signal-chart-signal-ask-3", "Does it show everywhere, or only in some groups and places?"),
    ("signal-chart-signal-ask-4", "Did something of ours begin or end just before?"),
];
