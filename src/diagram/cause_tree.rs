//! Entities that name their parent, as a tree.

use crate::{Error, ErrorKind, Result};
use std::collections::BTreeMap;

/// Children and order of a list of entities with parents.
pub struct CauseTree {
    /// Those without a parent.
    pub tops: Vec<usize>,
    /// The children of each.
    pub children: Vec<Vec<usize>>,
    /// The parent of each.
    pub parents: Vec<Option<usize>>,
}

impl CauseTree {
    /// Reads the tree from ids and parents. Refused: an id twice, a parent that is not there, a loop.
    pub fn read<'a>(
        table: &'static str,
        rows: impl Iterator<Item = (&'a str, Option<&'a str>)> + Clone,
    ) -> Result<Self> {
        let at = |error: ErrorKind, row: usize, field: &str| -> Error { error.at(format!("{table}.{row}.{field}")) };
        let mut by_id = BTreeMap::new();
        for (row, (id, _)) in rows.clone().enumerate() {
            if by_id.insert(id, row).is_some() {
                return Err(at(ErrorKind::DuplicateId { table, id: id.to_owned() }, row, "id"));
            }
        }
        let mut tops = Vec::new();
        let mut parents = Vec::new();
        let mut children = vec![Vec::new(); by_id.len()];
        for (row, (_, parent)) in rows.enumerate() {
            let Some(parent) = parent else {
                tops.push(row);
                parents.push(None);
                continue;
            };
            match by_id.get(parent) {
                Some(&over) => children[over].push(row),
                None => return Err(at(ErrorKind::UnknownId { table, id: parent.to_owned() }, row, "parent")),
            }
            parents.push(by_id.get(parent).copied());
        }
        let tree = Self { tops, children, parents };
        // What no walk from the tops reaches hangs in a loop.
        let mut reached = vec![false; tree.parents.len()];
        for &top in &tree.tops {
            tree.walk(top, &mut |row, _| reached[row] = true);
        }
        match reached.iter().position(|reached| !reached) {
            Some(row) => Err(at(ErrorKind::CauseLoop, row, "parent")),
            None => Ok(tree),
        }
    }

    /// Visits `top` and all under it, parents first, each with its depth below `top`.
    pub fn walk(&self, top: usize, visitor: &mut dyn FnMut(usize, usize)) {
        let mut waiting = vec![(top, 0)];
        while let Some((row, depth)) = waiting.pop() {
            visitor(row, depth);
            waiting.extend(self.children[row].iter().rev().map(|&child| (child, depth + 1)));
        }
    }
}
