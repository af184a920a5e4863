//! Opening and saving: one JSON document, the same bytes for the same content.

use super::tables::{Entity, Store, Table, Tables};
use super::{Plan, rules};
use crate::error::{ErrorKind, Result};
use crate::json;
use serde::Deserialize;

/// What `format` says in a document of ours.
pub(crate) const FORMAT: &str = "headwater-plan";
/// The schema version that this code writes.
pub const SCHEMA: u32 = 1;

/// The largest document read: 32 MiB of text.
const DOCUMENT_LIMIT: usize = 32 << 20;
/// The most entities in one plan.
const ENTITY_LIMIT: usize = 200_000;

#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
    schema: Option<serde_json::Value>,
}

impl Plan {
    /// Opens a saved plan.
    ///
    /// # Errors
    ///
    /// `json/invalid`, `plan/not-a-plan`, `plan/newer-schema`, `input/too-large`, or whatever is wrong with an entity,
    /// with its place as the path (`causes.c1.text`).
    pub fn open(document: &str) -> Result<Self> {
        if document.len() > DOCUMENT_LIMIT {
            let (size, limit) = (document.len(), DOCUMENT_LIMIT);
            return Err(ErrorKind::TooLarge { what: "bytes in the file", size, limit }.into());
        }
        let head: Head = json::read(document).map_err(|error| match error.kind {
            ErrorKind::BadField { .. } => ErrorKind::NotAPlan.into(),
            _ => error,
        })?;
        if head.format.as_ref().and_then(|format| format.as_str()) != Some(FORMAT) {
            return Err(ErrorKind::NotAPlan.into());
        }
        match head.schema.and_then(|schema| schema.as_u64()) {
            Some(1) => {}
            Some(found) if found > u64::from(SCHEMA) => {
                let found = u32::try_from(found).unwrap_or(u32::MAX);
                return Err(ErrorKind::NewerSchema { found, known: SCHEMA }.at("schema"));
            }
            _ => return Err(ErrorKind::NotAPlan.at("schema")),
        }
        let tables: Tables = json::read(document)?;
        Self::from_tables(tables)
    }

    /// A plan of these tables, if they are whole.
    fn from_tables(tables: Tables) -> Result<Self> {
        if tables.len() > ENTITY_LIMIT {
            return Err(ErrorKind::TooLarge { what: "entities", size: tables.len(), limit: ENTITY_LIMIT }.into());
        }
        tables.check_each()?;
        let plan = Self { store: Store::new(tables), undo: Vec::new(), redo: Vec::new() };
        plan.check_whole()?;
        Ok(plan)
    }

    /// Checks what no entity can see by itself: that references lead somewhere and that trees are trees.
    fn check_whole(&self) -> Result<()> {
        let tables = self.tables();
        let mut missing = None;
        tables.each(&mut |table, id, entity, _| {
            entity.references(&mut |to, to_id, _| {
                if missing.is_none() && !tables.has(to, to_id) {
                    let kind = ErrorKind::UnknownId { table: to.name(), id: to_id.to_owned() };
                    missing = Some(kind.at(format!("{}.{id}", table.name())));
                }
            });
        });
        if let Some(error) = missing {
            return Err(error);
        }
        tables.causes.keys().try_for_each(|id| rules::cause_in_tree(tables, id))?;
        tables.drivers.keys().try_for_each(|id| rules::driver_serves(tables, id))?;
        tables.observations.keys().try_for_each(|id| rules::observation_in_place(tables, id))
    }

    /// The document: canonical JSON, the same bytes for the same content, in whatever order it came about.
    pub fn save(&self) -> String {
        json::write(self.tables())
    }

    /// One entity as it stands in the document; `None` if there is none.
    pub fn entity(&self, table: Table, id: &str) -> Option<Entity> {
        self.tables().entity(table, id)
    }
}
