//! A problem and its causes: what the fishbone and the tree of whys are drawn from, and say in words.

use super::PictureOptions;
use super::cause_tree::CauseTree;
use super::scene::{Item, OutlineNode, Scene, Told};
use super::signs::{CauseStatus, Sign, draw_key};
use super::text::Face;
use crate::{ErrorKind, Result};
use serde::Deserialize;

/// The most causes of a picture; beyond it nobody reads one.
pub const MOST_CAUSES: usize = 500;

/// A problem and its causes: what a fishbone and a tree of whys show.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct FishboneInput {
    /// The problem, in the words of those who have it.
    pub problem: String,
    /// The causes, parents and children in any order; siblings in the order of the list. At most 500.
    pub causes: Vec<FishboneCause>,
}

/// One cause.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct FishboneCause {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// The id of the cause it lies under; a bone of its own without one.
    #[serde(default)]
    pub parent: Option<String>,
    /// What is known about it.
    #[serde(default)]
    pub status: CauseStatus,
}

/// One cause, ready to be drawn.
pub struct Cause<'a> {
    pub id: &'a str,
    pub words: String,
    pub status: CauseStatus,
}

/// A problem and its causes, ready to be drawn.
pub struct Causes<'a> {
    pub problem: String,
    pub list: Vec<Cause<'a>>,
    pub tree: CauseTree,
    options: &'a PictureOptions,
}

impl<'a> Causes<'a> {
    /// Reads the input. Refused: what is no tree, and what is past the limits.
    pub fn read(input: &'a FishboneInput, options: &'a PictureOptions) -> Result<Self> {
        if input.causes.len() > MOST_CAUSES {
            let size = input.causes.len();
            return Err(ErrorKind::TooLarge { what: "causes", size, limit: MOST_CAUSES }.at("causes"));
        }
        let problem = options.said(&input.problem, "picture-no-problem").map_err(|error| error.within("problem"))?;
        let mut list = Vec::with_capacity(input.causes.len());
        for (row, cause) in input.causes.iter().enumerate() {
            let words = options.said(&cause.text, "picture-blank");
            let words = words.map_err(|error| error.within("text").within(row).within("causes"))?;
            list.push(Cause { id: &cause.id, words, status: cause.status });
        }
        let rows = input.causes.iter().map(|cause| (cause.id.as_str(), cause.parent.as_deref()));
        Ok(Self { problem, list, tree: CauseTree::read("causes", rows)?, options })
    }

    /// The picture of these causes, with its twins in words. `named` are the keys of its title and its summary.
    pub fn scene(&self, named: (&'static str, &'static str), width: f64, height: f64, items: Vec<Item>) -> Scene {
        let title = self.options.sentence(named.0, &[("problem", &self.problem)]);
        let told = Told { title, summary: self.summary(named.1), outline: self.outline(), table: self.table() };
        told.scene(self.options.rtl(), (width, height), items)
    }

    /// What the signs mean. Nothing while every cause is only suspected; else the bottom edge.
    pub fn draw_key(&self, face: Face, place: (f64, f64, f64), out: &mut Vec<Item>) -> Option<f64> {
        let has = |status: &CauseStatus| self.list.iter().any(|cause| cause.status == *status);
        let shown = CauseStatus::ALL.into_iter().filter(has);
        let signs: Vec<(Sign, &str)> = shown.map(|status| (status.into(), self.options.word(status.key()))).collect();
        let told = signs.iter().any(|(sign, _)| *sign != Sign::Open);
        told.then(|| draw_key(&signs, face, place, out))
    }

    fn summary(&self, key: &'static str) -> String {
        let count = |status| self.list.iter().filter(|cause| cause.status == status).count();
        let statuses: Vec<String> = CauseStatus::ALL
            .into_iter()
            .filter(|&status| count(status) > 0)
            .map(|status| format!("{} {}", count(status), self.options.word(status.key())))
            .collect();
        let (causes, groups) = (self.list.len().to_string(), self.tree.tops.len().to_string());
        let args = [("causes", causes.as_str()), ("groups", &groups), ("statuses", &statuses.join(", "))];
        self.options.sentence(key, &args)
    }

    fn outline(&self) -> Vec<OutlineNode> {
        let mut rows = Vec::new();
        for &top in &self.tree.tops {
            self.tree.walk(top, &mut |cause, depth| {
                let Cause { id, words, status } = &self.list[cause];
                let name = format!("{words}, {}", self.options.word(status.key()));
                rows.push((depth, OutlineNode::leaf(Some(id), name)));
            });
        }
        OutlineNode::nest(self.problem.clone(), &mut rows.into_iter())
    }

    fn table(&self) -> Vec<Vec<String>> {
        let head = ["picture-cause", "picture-under", "picture-status"];
        let mut rows = vec![head.map(|key| self.options.word(key).to_owned()).into()];
        for &top in &self.tree.tops {
            self.tree.walk(top, &mut |cause, _| {
                let under = self.tree.parents[cause].map_or(&self.problem, |parent| &self.list[parent].words);
                let Cause { words, status, .. } = &self.list[cause];
                rows.push(vec![words.clone(), under.clone(), self.options.word(status.key()).to_owned()]);
            });
        }
        rows
    }
}
