//! Opening and saving: one JSON document, the same bytes for the same content.

use super::history::History;
use super::store::Store;
use super::tables::{Entity, Table, Tables};
use super::{Plan, migrate, rules};
use crate::checksum::Checksum;
use crate::error::{ErrorKind, Result};
use crate::{json, record};
use serde_json::{Map, Value};

/// What `format` says in a document of ours.
const FORMAT: &str = "headwater-plan";
/// The schema version that this code writes.
pub const SCHEMA: u32 = migrate::STEPS.len() as u32 + 1;

/// Where the history stands.
pub(super) const HISTORY: &str = "history";

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
        let mut document = body(document)?;
        let history = document.remove(HISTORY).filter(|value| !value.is_null());
        let history = history.map_or(Ok(History::default()), History::read).map_err(|error| error.within(HISTORY))?;
        Ok(Self { history, ..Self::of(Tables::read(document)?)? })
    }

    /// A plan of these tables, if they are whole.
    fn of(tables: Tables) -> Result<Self> {
        tables.check_each()?;
        for (table, id, entity) in tables.each() {
            check_place(&tables, table, id, entity)?;
        }
        Self::of_whole(tables)
    }

    /// A plan of tables in which nothing is wrong.
    pub(super) fn of_whole(tables: Tables) -> Result<Self> {
        if tables.len() > ENTITY_LIMIT {
            return Err(ErrorKind::TooLarge { what: "entities", size: tables.len(), limit: ENTITY_LIMIT }.into());
        }
        Ok(Self { store: Store::new(tables), ..Self::default() })
    }

    /// A checksum of the content, 16 hexadecimal digits: FNV-1a with 64 bits over the UTF-8 bytes of
    /// [`Plan::save_without_history`].
    /// Plans with the same content have the same digest on every machine. It finds slips, not forgery.
    ///
    /// ```
    /// use headwater::plan::Plan;
    ///
    /// let plan = Plan::create("Attendance")?;
    /// assert_eq!(plan.digest(), Plan::open(&plan.save())?.digest());
    /// # Ok::<(), headwater::Error>(())
    /// ```
    pub fn digest(&self) -> String {
        let mut checksum = Checksum::new();
        checksum.bytes(self.save_without_history().as_bytes());
        checksum.digits()
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
        document.extend(history.map(|history| (HISTORY.to_owned(), history)));
        json::write(&document)
    }
}

/// The fields of a document beside its format and its version, in the shape of this version.
pub(super) fn body(document: &str) -> Result<Map<String, Value>> {
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
    let found = document.remove("schema").as_ref().and_then(Value::as_u64).filter(|found| *found > 0);
    let found = u32::try_from(found.ok_or_else(|| ErrorKind::NotAPlan.at("schema"))?).unwrap_or(u32::MAX);
    if found > SCHEMA {
        return Err(ErrorKind::NewerSchema { found, known: SCHEMA }.at("schema"));
    }
    migrate::bring_up(&mut document, found, migrate::STEPS);
    Ok(document)
}

/// Checks what an entity cannot see by itself: that references lead somewhere and that trees are trees.
pub(super) fn check_place(tables: &Tables, table: Table, id: &str, entity: &Entity) -> Result<()> {
    let exists = |to: &'static str, id: &str| Table::named(to).is_some_and(|to| tables.entity(to, id).is_some());
    if let Some((field, table_of, id_of)) = record::dangling(entity.record(), &exists) {
        let kind = ErrorKind::UnknownId { table: table_of, id: id_of };
        return Err(kind.at(format!("{}.{id}.{field}", table.name())));
    }
    rules::entity_in_place(tables, table, id)
}
