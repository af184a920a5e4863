//! The corpus: statements with their labels.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A labelled statement.
#[derive(Debug, Clone, Deserialize)]
pub struct Statement {
    pub id: String,
    pub text: String,
    pub outcome: String,
    #[serde(default)]
    pub axes: BTreeMap<String, String>,
    #[serde(default)]
    pub traps: Vec<String>,
}

pub const OUTCOMES: [&str; 4] = ["correct", "coordinate", "reorient", "none"];

impl Statement {
    /// The place of its outcome among the four.
    pub fn outcome(&self) -> usize {
        OUTCOMES.iter().position(|name| *name == self.outcome).expect("one of the four outcomes")
    }

    /// The batch it belongs to: the letter of its id.
    pub fn batch(&self) -> char {
        self.id.chars().next().expect("an id")
    }
}

/// The batches that no model is trained on: their figures are the ones to report.
pub const HELD_OUT: [char; 2] = ['e', 'i'];

/// The letters of all batches that training may see, in order.
pub fn training_batches(corpus: &Path) -> Vec<char> {
    let is_there = |letter: &char| corpus.join(format!("statements/{letter}.jsonl")).exists();
    ('a'..='z').filter(|letter| !HELD_OUT.contains(letter)).filter(is_there).collect()
}

/// The statements of one batch, in the order of the file.
pub fn batch(corpus: &Path, letter: char) -> Vec<Statement> {
    let path = corpus.join(format!("statements/{letter}.jsonl"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).expect("a statement a line")).collect()
}
