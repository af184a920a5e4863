//! The plan as a Markdown report: everything that was said, in the order of the pathway.

use super::markdown::escape;
use crate::cause::{Cause, Finding};
use crate::chart::read_chart;
use crate::cycle::Cycle;
use crate::measure::Measure;
use crate::plan::{Plan, Table};
use crate::problem::Problem;
use crate::record;
use crate::theory::{Aim, Driver, DriverKind, Idea};
use serde_json::Value;

/// Writes a plan as Markdown. What people wrote stays text: nothing of it becomes a heading, a link or HTML.
///
/// ```
/// use headwater::exchange::write_markdown;
/// use headwater::plan::Plan;
///
/// let mut plan = Plan::create("Attendance")?;
/// plan.edit_json(r#"{"type":"stateProblem","id":"p1","statement":"61 of 412 pupils miss a day in ten"}"#)?;
/// assert!(write_markdown(&plan).starts_with("# Attendance\n"));
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn write_markdown(plan: &Plan) -> String {
    let mut report = Report(String::new());
    report.about(plan);
    for (id, problem) in plan.tables().all::<Problem>() {
        report.problem(plan, id, problem);
    }
    for (id, measure) in plan.tables().all::<Measure>() {
        report.measure(plan, id, measure);
    }
    report.lists(plan);
    report.theory(plan);
    for (index, (_, cycle)) in plan.cycles().into_iter().enumerate() {
        report.cycle(plan, index + 1, cycle);
    }
    report.0
}

struct Report(String);

impl Report {
    fn line(&mut self, parts: &[&str]) {
        self.0.extend(parts.iter().copied());
        self.0.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        if !self.0.is_empty() {
            self.line(&[]);
        }
        self.line(&[&"#".repeat(level), " ", text]);
        self.line(&[]);
    }

    /// A labelled text, if there is one.
    fn item(&mut self, label: &str, text: &str) {
        if !text.trim().is_empty() {
            self.line(&["- ", label, ": ", &escape(text)]);
        }
    }

    fn about(&mut self, plan: &Plan) {
        let about = plan.tables().about();
        self.heading(1, &escape(&about.title));
        self.item("For", &about.organisation);
        self.item("Job", about.job.map_or("", |job| job.word()));
        self.item("Why this Job", &about.job_reason);
        self.item("Lessons", &about.lessons);
        if !about.story.is_blank() {
            self.heading(2, "Story");
            self.line(&["> ", &escape(&about.story)]);
        }
    }

    /// The charter, and the nouns that are told as a list.
    fn lists(&mut self, plan: &Plan) {
        if let Some(charter) = &plan.tables().about().charter {
            self.heading(2, "Charter");
            self.item("Who decides what", &charter.decisions);
            self.item("When we meet", &charter.rhythm);
            for term in &charter.glossary {
                self.item(&escape(&term.word), &term.meaning);
            }
        }
        for (table, heading, fields) in LISTS {
            let mut ids = plan.in_order(*table).peekable();
            if ids.peek().is_some() {
                self.heading(2, heading);
            }
            for id in ids {
                let Some(entity) = plan.tables().entity(*table, id) else { continue };
                for (field, label) in *fields {
                    let text = match record::value_at(entity.record(), field) {
                        Some(Value::String(text)) => escape(&text),
                        Some(number @ Value::Number(_)) => crate::json::write(&number),
                        _ => continue,
                    };
                    let mark = if label.is_empty() { "- " } else { "  - " };
                    let colon = if label.is_empty() { "" } else { ": " };
                    self.line(&[mark, label, colon, &text]);
                }
            }
        }
    }

    fn problem(&mut self, plan: &Plan, id: &str, problem: &Problem) {
        self.heading(2, "Problem");
        self.line(&[&escape(&problem.statement)]);
        self.line(&[]);
        self.item("Who", &problem.who);
        self.item("Where", &problem.place);
        self.item("How much", &problem.how_much);
        self.item("Since when", &problem.since_when);
        let causes = plan.causes_of(id);
        if !causes.is_empty() {
            self.heading(3, "Causes");
        }
        for (_, cause) in causes {
            self.cause(&"  ".repeat(depth(plan, cause)), cause);
        }
        for (_, aim) in plan.tables().all::<Aim>().filter(|(_, aim)| aim.problem.as_str() == id) {
            self.heading(3, "Aim");
            self.line(&[&escape(&aim.statement)]);
            self.line(&[]);
            self.item("For whom", &aim.population);
            if let Some(baseline) = &aim.baseline {
                self.item("From", &format!("{} on {}", crate::number::shown(baseline.value), baseline.date));
            }
            if let Some(target) = aim.target {
                self.item("To", &crate::number::shown(target));
            }
            self.item("By", &aim.deadline.map(|date| date.to_string()).unwrap_or_default());
        }
    }

    fn cause(&mut self, indent: &str, cause: &Cause) {
        self.line(&[indent, "- ", &escape(&cause.text), " (", cause.status.word(), ")"]);
        for test in &cause.tests {
            let found = match test.result {
                Finding::Supported => "Speaks for it: ",
                Finding::Refuted => "Speaks against it: ",
            };
            let date = test.date.map(|date| format!(" ({date})")).unwrap_or_default();
            self.line(&[indent, "  - ", found, &escape(&test.evidence), &date]);
        }
    }

    fn measure(&mut self, plan: &Plan, id: &str, measure: &Measure) {
        self.heading(2, &["Measure: ", &escape(&measure.name)].concat());
        self.item("Definition", &measure.definition);
        self.item("Source", &measure.source);
        self.item("Unit", &measure.unit);
        if let Some(Ok(reading)) = plan.series(id).ok().map(|series| read_chart(&series)) {
            self.line(&[]);
            for sentence in &reading.sentences {
                self.line(&[&escape(&sentence.text)]);
            }
        }
        let rows = plan.shown(id);
        if rows.is_empty() {
            return;
        }
        self.line(&[]);
        self.line(&["| Date | Value |"]);
        self.line(&["| --- | ---: |"]);
        for (row, hidden) in rows {
            let value = match row.value {
                Some(value) if !hidden => crate::number::shown(value),
                _ if hidden || row.suppressed => "suppressed".to_owned(),
                _ => "missing".to_owned(),
            };
            self.line(&["| ", &row.date.to_string(), " | ", &value, " |"]);
        }
    }

    fn theory(&mut self, plan: &Plan) {
        let drivers: Vec<_> = plan.tables().all::<Driver>().collect();
        if !drivers.is_empty() {
            self.heading(2, "Drivers");
        }
        for (_, driver) in drivers {
            let indent = if driver.kind == DriverKind::Secondary { "  " } else { "" };
            let owner = if driver.owner.is_blank() { String::new() } else { format!(" ({})", escape(&driver.owner)) };
            self.line(&[indent, "- ", &escape(&driver.text), &owner]);
        }
        let ideas: Vec<_> = plan.tables().all::<Idea>().collect();
        if !ideas.is_empty() {
            self.heading(2, "Ideas");
        }
        for (_, idea) in ideas {
            self.line(&["- ", &escape(&idea.text)]);
            if !idea.bypass.is_blank() {
                self.line(&["  - Went ahead before a cause was supported, because: ", &escape(&idea.bypass)]);
            }
        }
    }

    fn cycle(&mut self, plan: &Plan, number: usize, cycle: &Cycle) {
        self.heading(2, &format!("Cycle {number}: {}", escape(&cycle.title)));
        self.item("Idea", cycle.idea.id().and_then(|id| plan.tables().get::<Idea>(id)).map_or("", |idea| &idea.text));
        self.item("Objective", &cycle.objective);
        for prediction in &cycle.predictions {
            self.item("Predicted", &[&prediction.question, ": ", &prediction.expected].concat());
        }
        let date = |date: Option<crate::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        self.item("Started", &date(cycle.started));
        self.item("Ended", &date(cycle.ended));
        self.item("Noticed", &cycle.notes);
        if let Some(study) = &cycle.study {
            self.item("What happened", &study.result);
            self.item("Compared with the prediction", &study.comparison);
            self.item("Learned", &study.learned);
        }
        if let Some(decision) = &cycle.decision {
            self.item("Decision", &format!("{} on {}: {}", decision.kind.word(), decision.date, &*decision.reason));
        }
    }
}

/// A table, its heading, and its fields with their labels; the first of them is the headline.
type List = (Table, &'static str, &'static [(&'static str, &'static str)]);

/// The nouns that are told as a list, in the order of the pathways.
const LISTS: &[List] = &[
    (
        Table::Initiatives,
        "Initiatives",
        &[
            ("name", ""),
            ("purpose", "Purpose"),
            ("load", "Hours in a week"),
            ("owner", "Owner"),
            ("decision.kind", "Decision"),
            ("decision.reason", "Why"),
            ("decision.date", "On"),
        ],
    ),
    (Table::Conditions, "Conditions", &[("text", ""), ("met", "Met"), ("note", "Note"), ("owner", "Owner")]),
    (
        Table::Stakeholders,
        "People and units",
        &[("name", ""), ("owns", "Owns"), ("needs", "Needs"), ("gains", "Gains"), ("ask", "Ask")],
    ),
    (
        Table::Inequities,
        "Resource inequities",
        &[
            ("statement", ""),
            ("resource", "Resource"),
            ("less", "Less for"),
            ("evidence", "Evidence"),
            ("response", "Response"),
        ],
    ),
    (Table::Routines, "Routines", &[("text", ""), ("rhythm", "When"), ("owner", "Owner"), ("since", "Since")]),
    (Table::Actions, "Actions", &[("text", ""), ("owner", "Owner"), ("due", "Due"), ("done", "Done")]),
];

/// How many causes stand above this one.
fn depth(plan: &Plan, cause: &Cause) -> usize {
    std::iter::successors(cause.parent.id(), |id| plan.tables().get::<Cause>(id)?.parent.id()).count()
}
