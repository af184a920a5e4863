//! What an edit did: entities put and removed, and the patch that takes it back.

use super::tables::{Entity, Key, Table};
use serde::Serialize;

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
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What was put and removed.
    pub done: Patch,
    /// What takes it back.
    pub inverse: Patch,
}

#[derive(Serialize)]
struct Put<'a> {
    table: Table,
    id: &'a str,
    value: &'a Entity,
}

#[derive(Serialize)]
struct Removed<'a> {
    table: Table,
    id: &'a str,
}

#[derive(Serialize)]
struct Written<'a> {
    put: Vec<Put<'a>>,
    removed: Vec<Removed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inverse: Option<Box<Written<'a>>>,
}

impl<'a> Written<'a> {
    fn new(patch: &'a Patch, inverse: Option<&'a Patch>) -> Self {
        Self {
            put: patch.put().map(|(table, id, value)| Put { table, id, value }).collect(),
            removed: patch.removed().map(|(table, id)| Removed { table, id }).collect(),
            inverse: inverse.map(|inverse| Box::new(Self::new(inverse, None))),
        }
    }
}

impl Serialize for Patch {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::new(self, None).serialize(serializer)
    }
}

impl Serialize for Change {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::new(&self.done, Some(&self.inverse)).serialize(serializer)
    }
}
