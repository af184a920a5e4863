//! A link to any one entity of the plan, whatever its table.

use super::edit::take;
use super::tables::{ABOUT, Table};
use crate::error::{ErrorKind, Result};
use crate::record::{Extra, Field, Hold, check_id, expected};
use serde_json::{Value, json};

/// Any one entity: `{ "table": "drivers", "id": "d1" }`; `{ "table": "about", "id": "about" }` is the plan itself.
///
/// With `LIVES` there has to be one, and the holder is removed with it; without, only the link goes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Target<const LIVES: bool>(Option<(Table, String)>);

impl<const LIVES: bool> Target<LIVES> {
    /// The table and the id, if there is a link.
    pub fn entity(&self) -> Option<(Table, &str)> {
        self.0.as_ref().map(|(table, id)| (*table, id.as_str()))
    }
}

impl<const LIVES: bool> From<(Table, &str)> for Target<LIVES> {
    fn from((table, id): (Table, &str)) -> Self {
        Self(Some((table, id.to_owned())))
    }
}

impl<const LIVES: bool> Field for Target<LIVES> {
    fn read(&mut self, value: Value) -> Result<()> {
        self.0 = Some(read(value)?);
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        self.entity().map(|(table, id)| json!({ "table": table.name(), "id": id }))
    }

    fn check(&self) -> Result<()> {
        match self.entity() {
            Some((_, id)) => check_id(id).map_err(|error| error.within("id")),
            None if LIVES => Err(ErrorKind::Blank { what: "what it is about: a table and an id" }.into()),
            None => Ok(()),
        }
    }

    fn references(&self, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
        if let Some((table, id)) = self.entity() {
            visit(table.name(), id, if LIVES { Hold::LivesWith } else { Hold::Mentions });
        }
    }

    fn forget(&mut self, table: &'static str, id: &str) {
        if self.entity().is_some_and(|(of, known)| of.name() == table && known == id) {
            self.0 = None;
        }
    }
}

impl<const LIVES: bool> serde::Serialize for Target<LIVES> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

fn read(value: Value) -> Result<(Table, String)> {
    let Value::Object(mut fields) = value else { return Err(expected("an object with table and id", &value)) };
    let (table, id) = (table(&mut fields)?, take(&mut fields, "id")?);
    match fields.keys().next() {
        None => Ok((table, id)),
        Some(other) => {
            Err(ErrorKind::UnknownField { field: other.clone(), known: "table, id".to_owned() }.at(other.clone()))
        }
    }
}

/// Takes the name of a table out of the fields.
pub(super) fn table(fields: &mut Extra) -> Result<Table> {
    Table::named(&take(fields, "table")?).ok_or_else(no_table)
}

/// The error of a name that no table has.
pub(super) fn no_table() -> crate::Error {
    let tables: Vec<_> = Table::ALL.iter().map(|table| table.name()).filter(|name| *name != ABOUT).collect();
    ErrorKind::BadField { reason: format!("expected one of {}", tables.join(", ")) }.at("table")
}
