//! Opening and saving: one JSON document, the same bytes for the same content.

use super::history::History;
use super::store::Store;
use super::tables::{Table, Tables};
use super::{Plan, rules};
use crate::error::{ErrorKind, Result};
use crate::{json, record};
use serde_json::Value;

/// What `format` says in a document of ours.
const FORMAT: &str = "headwater-plan";
/// The schema version that this code writes.
pub const SCHEMA: u32 = 1;

/// Where the history stands.
const HISTORY: &str = "history";

/// The largest document read: 32 MiB of text.
const DOCUMENT_LIMIT: usize = 32 << 20;
/// The most entities in one plan.
const ENTITY_LIMIT: usize = 200_000;

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
        let Value::Object(mut document) = json::parse(document)? else {
            return Err(ErrorKind::NotAPlan.into());
        };
        if document.remove("format").as_ref().and_then(Value::as_str) != Some(FORMAT) {
            return Err(ErrorKind::NotAPlan.at("format"));
        }
        match document.remove("schema").as_ref().and_then(Value::as_u64) {
            Some(1) => {}
            Some(found) if found > u64::from(SCHEMA) => {
                let found = u32::try_from(found).unwrap_or(u32::MAX);
                return Err(ErrorKind::NewerSchema { found, known: SCHEMA }.at("schema"));
            }
            _ => return Err(ErrorKind::NotAPlan.at("schema")),
        }
        let history = document.remove(HISTORY).filter(|value| !value.is_null());
        let history = history.map_or(Ok(History::default()), History::read).map_err(|error| error.within(HISTORY))?;
        Ok(Self { history, ..Self::of(Tables::read(document)?)? })
    }

    /// A plan of these tables, if they are whole.
    fn of(tables: Tables) -> Result<Self> {
        if tables.len() > ENTITY_LIMIT {
            return Err(ErrorKind::TooLarge { what: "entities", size: tables.len(), limit: ENTITY_LIMIT }.into());
        }
        tables.check_each()?;
        check_whole(&tables)?;
        Ok(Self { store: Store::new(tables), ..Self::default() })
    }

    /// The document: canonical JSON, the same bytes for the same content, in whatever order it came about. Keys are
    /// sorted, absent fields left out. With the history, where the plan keeps one.
    pub fn save(&self) -> String {
        self.write_document(self.history.value())
    }

    /// The document without its history.
    pub fn save_without_history(&self) -> String {
        self.write_document(None)
    }

    fn write_document(&self, history: Option<Value>) -> String {
        let mut document = self.tables().write();
        document.insert("format".to_owned(), FORMAT.into());
        document.insert("schema".to_owned(), SCHEMA.into());
        if let Some(history) = history {
            document.insert(HISTORY.to_owned(), history);
        }
        json::write(&document)
    }
}

/// Checks what no entity can see by itself: that references lead somewhere and that trees are trees.
fn check_whole(tables: &Tables) -> Result<()> {
    for (table, id, entity) in tables.each() {
        let exists = |to: &'static str, id: &str| Table::named(to).is_some_and(|to| tables.entity(to, id).is_some());
        if let Some((field, table_of, id_of)) = record::dangling(entity.record(), &exists) {
            let kind = ErrorKind::UnknownId { table: table_of, id: id_of };
            return Err(kind.at(format!("{}.{id}.{field}", table.name())));
        }
        rules::entity_in_place(tables, table, id)?;
    }
    Ok(())
}
