//! What an edit did: entities put and removed, and the patch that takes it back.

use super::tables::{Entity, Key, Table};
use serde_json::{Value, json};

/// Entities put (new or replaced) and removed, in the order of table and id.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Patch {
    writes: Vec<(Key, Option<Entity>)>,
}

impl Patch {
    pub(crate) fn new(writes: Vec<(Key, Option<Entity>)>) -> Self {
        Self { writes }
    }

    pub(crate) fn writes(&self) -> &[(Key, Option<Entity>)] {
        &self.writes
    }

    /// True when nothing is put and nothing removed.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// The entities put: table, id, and the entity as it now stands.
    pub fn put(&self) -> impl Iterator<Item = (Table, &str, &Entity)> {
        self.writes.iter().filter_map(|((table, id), write)| Some((*table, id.as_str(), write.as_ref()?)))
    }

    /// The entities removed: table and id.
    pub fn removed(&self) -> impl Iterator<Item = (Table, &str)> {
        self.writes.iter().filter(|(_, write)| write.is_none()).map(|((table, id), _)| (*table, id.as_str()))
    }

    /// As JSON: `{ "put": [{ "table", "id", "value" }], "removed": [{ "table", "id" }] }`.
    pub fn value(&self) -> Value {
        let put = self.put().map(|(table, id, it)| json!({ "table": table.name(), "id": id, "value": it.value() }));
        let removed = self.removed().map(|(table, id)| json!({ "table": table.name(), "id": id }));
        json!({ "put": put.collect::<Vec<_>>(), "removed": removed.collect::<Vec<_>>() })
    }
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What was put and removed.
    pub done: Patch,
    /// What takes it back.
    pub inverse: Patch,
}

impl Change {
    /// As JSON: the patch done, with `inverse` beside it.
    pub fn value(&self) -> Value {
        let mut change = self.done.value();
        if let Value::Object(fields) = &mut change {
            fields.insert("inverse".to_owned(), self.inverse.value());
        }
        change
    }
}
