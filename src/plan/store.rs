//! The tables with what is derived from them, kept in step so that an edit costs little in a large plan.

use super::tables::{Entity, Key, Table, Tables};
use crate::cause::Cause;
use crate::record;

/// The tables, and a sorted list of what is asked of them again and again:
///
/// - `causes/c1<ideas/i1`: the idea refers to the cause;
/// - `causes#0007…/c1`: the cause stands at this position.
///
/// One sorted list of texts serves both: looking up is a binary search, and an edit moves a few kilobytes at most.
#[derive(Debug, Clone, Default)]
pub(crate) struct Store {
    tables: Tables,
    index: Vec<String>,
}

fn referrer(to: &str, to_id: &str, key: &Key) -> String {
    [to, "/", to_id, "<", key.0.name(), "/", &key.1].concat()
}

fn position(entity: &Entity, key: &Key) -> Option<String> {
    let ordered = crate::order::ordered_bits(entity.position()?);
    Some([key.0.name(), "#", &crate::order::digits(ordered), "/", &key.1].concat())
}

/// What the index holds of an entity.
fn entries(entity: &Entity, key: &Key) -> Vec<String> {
    let mut entries = Vec::new();
    record::references(entity.record(), &mut |to, id, _| entries.push(referrer(to, id, key)));
    entries.extend(position(entity, key));
    entries
}

impl Store {
    /// Takes tables as they are; they must be whole.
    pub(crate) fn new(tables: Tables) -> Self {
        let mut index = Vec::new();
        for (table, id, entity) in tables.each() {
            index.extend(entries(entity, &(table, id.to_owned())));
        }
        crate::order::sort(&mut index);
        index.dedup();
        Self { tables, index }
    }

    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The entries that begin with `prefix`, without it.
    fn beginning(&self, prefix: String) -> impl Iterator<Item = &str> {
        let first = self.index.partition_point(|entry| *entry < prefix);
        self.index.iter().skip(first).map_while(move |entry| entry.strip_prefix(prefix.as_str()))
    }

    /// Who refers to this entity.
    pub(crate) fn referrers(&self, table: Table, id: &str) -> impl Iterator<Item = Key> {
        self.beginning([table.name(), "/", id, "<"].concat()).filter_map(|referrer| {
            let (table, id) = referrer.split_once('/')?;
            Some((Table::named(table)?, id.to_owned()))
        })
    }

    /// The ids of those in the table `from` that refer to this entity.
    pub(crate) fn referrers_from(&self, table: Table, id: &str, from: Table) -> impl Iterator<Item = &str> {
        self.beginning([table.name(), "/", id, "<", from.name(), "/"].concat())
    }

    /// The causes below `parent` (the main bones for `None`), in their order.
    pub(crate) fn branches(&self, problem: &str, parent: Option<&str>) -> Vec<String> {
        let (table, above) = parent.map_or((Table::Problems, problem), |parent| (Table::Causes, parent));
        let causes: Vec<(f64, String)> = self
            .referrers(table, above)
            .filter_map(|(_, id)| self.tables.get::<Cause>(&id).map(|it| (it, id)))
            .filter(|(it, _)| it.parent.id() == parent)
            .map(|(it, id)| (it.position, id))
            .collect();
        let order = crate::order::by_number(causes.iter().map(|it| it.0));
        order.into_iter().filter_map(|at| causes.get(at).map(|it| it.1.clone())).collect()
    }

    /// The ids of a table whose entities have an order, in that order.
    pub(crate) fn in_order(&self, table: Table) -> impl Iterator<Item = &str> {
        self.beginning([table.name(), "#"].concat()).filter_map(|entry| Some(entry.split_once('/')?.1))
    }

    /// The position after the last one of a table.
    pub(crate) fn next_position(&self, table: Table) -> f64 {
        // `$` comes after `#` and all that begins with it.
        let end = [table.name(), "$"].concat();
        let after = self.index.partition_point(|entry| *entry < end);
        let last = after.checked_sub(1).and_then(|last| self.index.get(last));
        let id = last.and_then(|entry| entry.strip_prefix(table.name())?.strip_prefix('#')?.split_once('/'));
        let last = id.and_then(|(_, id)| self.tables.entity(table, id)?.position());
        last.map_or(1.0, |position| position.floor() + 1.0)
    }

    /// Puts an entity, or takes it out, and returns what was there; the index follows.
    pub(crate) fn set(&mut self, key: &Key, entity: Option<Entity>) -> Option<Entity> {
        let new = entity.as_ref().map(|entity| entries(entity, key)).unwrap_or_default();
        let old = self.tables.set(key.0, &key.1, entity);
        let was = old.as_ref().map(|entity| entries(entity, key)).unwrap_or_default();
        for entry in was.iter().filter(|entry| !new.contains(entry)) {
            if let Ok(at) = self.index.binary_search(entry) {
                self.index.remove(at);
            }
        }
        for entry in new {
            if let Err(at) = self.index.binary_search(&entry) {
                self.index.insert(at, entry);
            }
        }
        old
    }
}
