//! Entities that name their parent, as a tree.

use crate::{Error, ErrorKind, Result};

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
        // A few hundred ids; looking through them is as quick as any map.
        let ids: Vec<&str> = rows.clone().map(|(id, _)| id).collect();
        if let Some(row) = first_repeated(&ids) {
            return Err(at(ErrorKind::DuplicateId { table, id: ids[row].to_owned() }, row, "id"));
        }
        let mut tops = Vec::new();
        let mut parents = Vec::new();
        let mut children = vec![Vec::new(); ids.len()];
        for (row, (_, parent)) in rows.enumerate() {
            let Some(parent) = parent else {
                tops.push(row);
                parents.push(None);
                continue;
            };
            let over = ids.iter().position(|id| *id == parent);
            match over {
                Some(over) => children[over].push(row),
                None => return Err(at(ErrorKind::UnknownId { table, id: parent.to_owned() }, row, "parent")),
            }
            parents.push(over);
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

/// The first id that was there before.
pub fn first_repeated(ids: &[&str]) -> Option<usize> {
    (0..ids.len()).find(|&row| ids.iter().take(row).any(|id| *id == ids[row]))
}
