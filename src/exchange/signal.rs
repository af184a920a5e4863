//! What a host's own system has noticed, as the beginning of a plan: a problem, a measure with its series, and causes to
//! *ask about*. Nothing here says why something happens; every cause is a question.

use crate::error::{ErrorKind, Result};
use crate::measure::Direction;
use crate::message::{Arg, filled};
use crate::plan::Plan;
use crate::record::{self, Extra, Line, check_id, record, words};
use crate::{Date, json};
use serde_json::{Map, Value};

/// The fewest people that a record may speak of, so that it cannot point at one pupil. Our own choice; a host whose rule
/// asks for more keeps to its own.
pub const FEWEST_PEOPLE: u32 = 10;

words! {
    /// What was noticed.
    pub enum SignalKind {
        /// Attendance went down.
        #[default]
        AttendanceDip = "attendance-dip",
        /// Many fail a course.
        CourseFailures = "course-failures",
        /// A chart has a signal.
        ChartSignal = "chart-signal",
    }
}

record! {
    /// A dated value of a record.
    pub struct Row {
        "date" date: Date,
        "value" value: Option<f64>,
        "denominator" denominator: Option<f64>,
        "suppressed" suppressed: bool,
    }
}

impl Row {
    fn hold(&self) -> Result<()> {
        record::refuse_extra(self)
    }
}

record! {
    /// A record, as a host gives it.
    pub struct Signal {
        "kind" kind: Option<SignalKind>,
        "id" id: Line,
        "group" group: Line,
        "size" size: Option<u32>,
        "affected" affected: Option<u32>,
        "where" place: Line,
        "since" since: Option<Date>,
        "course" course: Line,
        "measure" measure: Line,
        "unit" unit: Line,
        "direction" direction: Option<Direction>,
        "source" source: Line,
        "values" values: Vec<Row>,
        "words" words: Extra,
    }
}

impl Signal {
    fn hold(&self) -> Result<()> {
        let kind = self.kind.unwrap_or_default();
        let (chart, course) = (kind == SignalKind::ChartSignal, kind == SignalKind::CourseFailures);
        let missing = [
            ("kind", self.kind.is_none()),
            ("group", self.group.is_blank()),
            ("size", self.size.is_none()),
            ("course", course && self.course.is_blank()),
            ("measure", chart && self.measure.is_blank()),
            ("direction", chart && self.direction.is_none()),
        ];
        if let Some((field, _)) = missing.iter().find(|(_, missing)| *missing) {
            return Err(ErrorKind::BadField { reason: "it is missing".to_owned() }.at(*field));
        }
        for (field, count) in [("size", self.size), ("affected", self.affected)] {
            if let Some(count) = count.filter(|count| *count < FEWEST_PEOPLE) {
                return Err(ErrorKind::TooFewPeople { count, least: FEWEST_PEOPLE }.at(field));
            }
        }
        if self.affected > self.size {
            return Err(ErrorKind::BadNumber { expected: "no more can be affected than there are" }.at("affected"));
        }
        check_id(&[&self.id, "-problem-cause"].concat()).map_err(|error| error.within("id"))
    }

    /// The words of a key, from the host or from the table; none where the table has none.
    fn written(&self, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let known = WORDS.iter().find(|(known, _)| *known == key).map(|(_, template)| *template);
        Some(filled(self.words.get(key).and_then(Value::as_str).or(known)?, args))
    }
}

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
/// | `values` | at most 1,000 rows of `date`, `value` (or null), `denominator`, `suppressed` |
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
    let mut signal = Signal::default();
    record::read_strictly(&mut signal, json::parse(record)?)?;
    let kind = signal.kind.unwrap_or_default().word();
    let say = |part: &str, args: &[_]| signal.written(&["signal-", kind, "-", part].concat(), args).unwrap_or_default();
    let measure = if signal.measure.is_blank() { say("measure", &[]) } else { signal.measure.to_string() };
    let count = |count: Option<u32>| Arg::Number(count.unwrap_or_default().into());
    let args = [
        ("group", Arg::from(&*signal.group)),
        ("size", count(signal.size)),
        ("affected", count(signal.affected)),
        ("course", Arg::from(&*signal.course)),
        ("measure", Arg::from(measure.as_str())),
    ];
    let how_much = signal.affected.and_then(|_| signal.written("signal-how-much", &args));
    let dip = signal.kind == Some(SignalKind::AttendanceDip);
    let usual = if dip { Direction::Increase } else { Direction::Decrease };
    let unit = if dip && signal.unit.is_empty() { "%" } else { &signal.unit };
    let id = |part: &str| [&signal.id, "-", part].concat();
    let problem = id("problem");

    let mut edits = vec![
        edit(
            "stateProblem",
            &problem,
            &[
                ("statement", &say(if how_much.is_some() { "counted" } else { "problem" }, &args)),
                ("who", &signal.group),
                ("where", &signal.place),
                ("howMuch", &how_much.unwrap_or_default()),
                ("sinceWhen", &signal.since.map(|date| date.to_string()).unwrap_or_default()),
            ],
        ),
        edit(
            "defineMeasure",
            &id("measure"),
            &[
                ("name", &measure),
                ("unit", unit),
                ("direction", signal.direction.unwrap_or(usual).word()),
                ("source", &signal.source),
            ],
        ),
    ];
    if !signal.values.is_empty() {
        let mut values = edit("recordObservations", "", &[("measure", &id("measure"))]);
        values.insert("rows".to_owned(), signal.values.iter().map(hidden_if_few).collect());
        edits.push(values);
    }
    for number in 1.. {
        let part = format!("ask-{number}");
        let question = say(&part, &args);
        if question.is_empty() {
            break;
        }
        let mut cause = edit("proposeCause", &id(&part), &[("problem", &problem), ("text", &question)]);
        cause.insert("question".to_owned(), true.into());
        edits.push(cause);
    }
    // What a plan would refuse is refused here, before the host has made half of the edits.
    let mut plan = Plan::create(kind)?;
    let edits: Vec<_> = edits.into_iter().map(Value::Object).collect();
    edits.iter().try_for_each(|edit| plan.edit_json(&json::write(edit)).map(drop))?;
    Ok(edits)
}

/// An edit with the texts that are there.
fn edit(kind: &str, id: &str, texts: &[(&str, &str)]) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, text) in [&[("type", kind), ("id", id)], texts].concat() {
        if !text.is_empty() {
            fields.insert(name.to_owned(), text.into());
        }
    }
    fields
}

/// A row as an observation; hidden where it speaks of too few.
fn hidden_if_few(row: &Row) -> Value {
    let few = row.denominator.is_some_and(|denominator| denominator < f64::from(FEWEST_PEOPLE));
    if few || row.suppressed {
        return record::value(&Row { date: row.date, suppressed: true, ..Row::default() });
    }
    record::value(row)
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
