//! The page of rules (`docs/rules.md`), written from the registry. No part of the WebAssembly build.

use super::{Rule, rules};
use crate::plan::Job;
use serde_json::Value;
use std::fmt::{self, Write};

const OPENING: &str = "\
# Rules of the review

What the review has to say about a plan, rule by rule. This page is written by `cargo xtask docs` from `src/review/rules`;
the examples on it are run as tests.

A finding names the field that it is about, and offers an edit where just one is sensible. It stops nobody: mend what it
points at, or dismiss it with a reason (`dismissFinding`), which is kept in the plan. *Major*: while it stands, the team
cannot tell whether its work helps, or works on the wrong thing. *Minor*: it weakens the plan. *Hint*: worth a second look.
Words are read in English; in other languages the rules that listen for words stay silent.

";

/// The page as Markdown.
pub fn rules_page() -> String {
    let mut page = OPENING.to_owned();
    // Writing to memory cannot fail.
    let _ = write(&mut page);
    page
}

fn write(page: &mut String) -> fmt::Result {
    writeln!(page, "| rule | weight | Jobs |\n| --- | --- | --- |")?;
    for rule in rules() {
        let anchor = rule.id.replace('/', "");
        writeln!(page, "| [`{}`](#{anchor}) | {} | {} |", rule.id, rule.severity.word(), jobs(rule))?;
    }
    rules().try_for_each(|rule| section(page, rule))
}

fn section(page: &mut String, rule: &Rule) -> fmt::Result {
    writeln!(page, "\n## {}\n\n*{}* · {}\n", rule.id, rule.severity.word(), jobs(rule))?;
    for line in rule.lesson.doc {
        writeln!(page, "{}", line.strip_prefix(' ').unwrap_or(line))?;
    }
    writeln!(page, "\n> {}\n\n{}", rule.text, rule.lesson.source)?;
    let [given, bad, good] = (rule.lesson.examples)();
    for (heading, edits) in [("Given", given), ("Found, at", bad), ("Not found", good)] {
        let edits = edits.as_array().map(Vec::as_slice).unwrap_or_default();
        let place = if heading == "Found, at" { format!(" `{}`", rule.lesson.place) } else { String::new() };
        match (edits, heading) {
            ([], "Given") => continue,
            ([], "Found, at") => writeln!(page, "\n{heading}{place}.")?,
            ([], _) => writeln!(page, "\n{heading} without the last edit.")?,
            _ => writeln!(page, "\n{heading}{place}:\n")?,
        }
        edits.iter().try_for_each(|edit| example(page, edit))?;
    }
    Ok(())
}

/// One edit of an example as an item of a list.
fn example(page: &mut String, edit: &Value) -> fmt::Result {
    let Value::Object(fields) = edit else { return Ok(()) };
    write!(page, "- `{}`", fields.get("type").and_then(Value::as_str).unwrap_or_default())?;
    let fields = fields.iter().filter(|(name, _)| *name != "type");
    for (index, (name, value)) in fields.enumerate() {
        let shown = value.as_str().map_or_else(|| format!("`{value}`"), |text| format!("“{text}”"));
        write!(page, "{} {name} {shown}", if index == 0 { "" } else { "," })?;
    }
    writeln!(page)
}

fn jobs(rule: &Rule) -> String {
    if rule.jobs.len() == Job::ALL.len() {
        return "every Job".to_owned();
    }
    let names: Vec<&str> = rule.jobs.iter().map(|job| job.word()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_in_the_repository_is_the_one_that_the_rules_make() {
        let committed = include_str!("../../docs/rules.md").replace("\r\n", "\n");
        assert!(committed == super::rules_page(), "docs/rules.md is out of date: run cargo xtask docs");
    }
}
