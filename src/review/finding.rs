//! What the review found, and how rules say it.

use super::context::Context;
use super::rule::Rule;
use crate::message::{self, Message};
use crate::plan::Table;
use crate::record::{self, Record, words};
use serde::Serialize;
use serde_json::{Value, json};

words! {
    /// How much a finding matters.
    pub enum Severity {
        /// While it stands, the team cannot tell whether its work helps, or works on the wrong thing.
        #[default]
        Major = "major",
        /// It weakens the plan.
        Minor = "minor",
        /// Worth a second look; there may be a good reason.
        Hint = "hint",
    }
}

/// One thing that the review has to say, and the field that it is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The table of the entity.
    #[serde(serialize_with = "name")]
    pub table: Table,
    /// The id of the entity; `about` for the plan as a whole.
    pub id: String,
    /// The field, with points into lists (`predictions.0.expected`); empty for the entity as a whole.
    pub field: String,
    /// What to say.
    pub message: Message,
    /// An edit that mends it, where there is just one that is sensible.
    pub fix: Option<Value>,
    /// Why it was dismissed, if it was.
    pub dismissed: Option<String>,
}

fn name<S: serde::Serializer>(table: &Table, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(table.name())
}

impl Finding {
    /// Adds a parameter of the message: a text.
    #[inline(never)]
    pub(super) fn with(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.message.args.push((name, text.into()));
        self
    }

    /// Adds a parameter of the message: a number.
    #[inline(never)]
    pub(super) fn number(&mut self, name: &'static str, number: f64) -> &mut Self {
        self.message.args.push((name, number.into()));
        self
    }

    /// Offers to set a field.
    #[inline(never)]
    pub(super) fn revise(&mut self, field: &str, value: Value) {
        let (table, id) = (self.table.name(), &self.id);
        self.fix = Some(json!({ "type": "revise", "table": table, "id": id, "fields": { field: value } }));
    }
}

/// Findings while the rules speak: whose turn it is, and what has been said.
pub(super) struct Found<'a> {
    rule: &'static Rule,
    id: &'a str,
    said: Vec<Finding>,
}

impl<'a> Found<'a> {
    pub fn of(rule: &'static Rule) -> Self {
        Self { rule, id: "", said: Vec::new() }
    }

    /// Gives the word to a rule, about the entity of this id.
    pub fn turn_to(&mut self, rule: &'static Rule, id: &'a str) {
        (self.rule, self.id) = (rule, id);
    }

    /// The entity that the rule looks at.
    pub fn id(&self) -> &'a str {
        self.id
    }

    /// Finds fault with a field of it.
    #[inline(never)]
    pub fn at(&mut self, field: &str) -> &mut Finding {
        self.in_table(self.rule.table, self.id, field)
    }

    /// Finds fault with the first of these fields that says nothing.
    #[inline(never)]
    pub fn first_blank(&mut self, record: &dyn Record, fields: &[&'static str]) {
        let blank = |field: &&&str| record::says_nothing(record, field);
        if let Some(field) = fields.iter().find(blank) {
            self.at(field);
        }
    }

    /// Finds fault with another entity.
    #[inline(never)]
    pub fn in_table(&mut self, table: Table, id: &str, field: &str) -> &mut Finding {
        let Rule { id: rule, severity, key, text, .. } = *self.rule;
        let message = Message::new(key, [], text);
        let (id, field) = (id.to_owned(), field.to_owned());
        self.said.push(Finding { rule, severity, table, id, field, message, fix: None, dismissed: None });
        let last = self.said.len() - 1;
        &mut self.said[last]
    }

    /// What was said, put into words and in order: by weight, then by place, then by rule.
    #[inline(never)]
    pub fn in_order(self, context: &Context) -> Vec<Finding> {
        let mut said = self.said;
        for Finding { rule, table, id, message, dismissed, .. } in &mut said {
            message.text = message::filled(&message.text, &message.args);
            *dismissed = context.dismissal(rule, *table, id).map(|it| it.reason.to_string());
        }
        crate::order::sort_by(&mut said, |a, b| {
            (a.severity.cmp(&b.severity)).then(a.table.cmp(&b.table)).then_with(|| a.id.cmp(&b.id))
        });
        said
    }
}
