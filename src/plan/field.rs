//! What a field of an entity can be. Each type knows when it is absent, what it may hold, and what it refers to, so
//! that opening, checking, indexing and removing need no code of their own per entity.

use super::tables::{Entity, Table, Tables};
use crate::Date;
use crate::error::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::ops::Deref;

/// How one entity holds another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It lives with the other: when that is removed, this goes too.
    LivesWith,
    /// It mentions the other: when that is removed, the mention goes.
    Mentions,
}

/// A type that an entity's field can have.
pub trait Field: Default + PartialEq {
    /// True when the field says nothing and is left out of the document.
    fn absent(&self) -> bool;

    /// Whether the content may be kept.
    fn check(&self) -> Result<()> {
        Ok(())
    }

    /// Calls `visit` for every entity referred to.
    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        let _ = visit;
    }

    /// Takes out every mention of this entity.
    fn forget(&mut self, table: Table, id: &str) {
        let _ = (table, id);
    }
}

/// An entity that has a table of its own.
pub trait Noun: Clone + Field {
    /// The table.
    const TABLE: Table;

    /// The one with this id.
    fn pick<'a>(tables: &'a Tables, id: &str) -> Option<&'a Self>;

    /// What an entity is, if it is one of these.
    fn downcast(entity: &Entity) -> Option<&Self>;
}

/// The id of a `T`: 1 to 64 of `A–Z a–z 0–9 . _ : @ -`, beginning with a letter or a digit. The caller makes it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id<T>(String, #[serde(skip)] PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T> From<&str> for Id<T> {
    fn from(text: &str) -> Self {
        Self(text.to_owned(), PhantomData)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self(String::new(), PhantomData)
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> std::fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Refuses what cannot be an id.
pub(crate) fn check_id(id: &str) -> Result<()> {
    let fits = (1..=64).contains(&id.len())
        && id.as_bytes()[0].is_ascii_alphanumeric()
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"._:@-".contains(&b));
    if fits { Ok(()) } else { Err(ErrorKind::BadId { id: id.chars().take(80).collect() }.into()) }
}

impl<T: Noun> Field for Id<T> {
    fn absent(&self) -> bool {
        false
    }

    fn check(&self) -> Result<()> {
        check_id(&self.0)
    }

    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        visit(T::TABLE, &self.0, Hold::LivesWith);
    }
}

/// A mention of another entity that may be missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Mention<T>(Option<Id<T>>);

impl<T> Mention<T> {
    /// The id, if there is one.
    pub fn id(&self) -> Option<&str> {
        self.0.as_ref().map(Id::as_str)
    }
}

impl<T> Default for Mention<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> From<Option<&str>> for Mention<T> {
    fn from(id: Option<&str>) -> Self {
        Self(id.map(Id::from))
    }
}

impl<T: Noun> Field for Mention<T> {
    fn absent(&self) -> bool {
        self.0.is_none()
    }

    fn check(&self) -> Result<()> {
        self.0.as_ref().map_or(Ok(()), Field::check)
    }

    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        if let Some(id) = self.id() {
            visit(T::TABLE, id, Hold::Mentions);
        }
    }

    fn forget(&mut self, table: Table, id: &str) {
        if table == T::TABLE && self.id() == Some(id) {
            self.0 = None;
        }
    }
}

/// Mentions of several entities, each at most once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Mentions<T>(Vec<Id<T>>);

impl<T> Mentions<T> {
    /// The ids, in the order in which they were given.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Id::as_str)
    }
}

impl<T> Default for Mentions<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Noun> Field for Mentions<T> {
    fn absent(&self) -> bool {
        self.0.is_empty()
    }

    fn check(&self) -> Result<()> {
        let mut seen = std::collections::BTreeSet::new();
        for (index, id) in self.0.iter().enumerate() {
            id.check().map_err(|error| error.within(index))?;
            if !seen.insert(id.as_str()) {
                return Err(ErrorKind::DuplicateId { table: T::TABLE.name(), id: id.0.clone() }.at(index.to_string()));
            }
        }
        Ok(())
    }

    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        for id in self.ids() {
            visit(T::TABLE, id, Hold::Mentions);
        }
    }

    fn forget(&mut self, table: Table, id: &str) {
        if table == T::TABLE {
            self.0.retain(|known| known.as_str() != id);
        }
    }
}

/// The parent of an entity in a tree of its own kind; a child goes when its parent goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Parent<T>(Option<Id<T>>);

impl<T> Parent<T> {
    /// The parent's id; `None` at the top of the tree.
    pub fn id(&self) -> Option<&str> {
        self.0.as_ref().map(Id::as_str)
    }
}

impl<T> Default for Parent<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> From<Option<&str>> for Parent<T> {
    fn from(id: Option<&str>) -> Self {
        Self(id.map(Id::from))
    }
}

impl<T: Noun> Field for Parent<T> {
    fn absent(&self) -> bool {
        self.0.is_none()
    }

    fn check(&self) -> Result<()> {
        self.0.as_ref().map_or(Ok(()), Field::check)
    }

    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        if let Some(id) = self.id() {
            visit(T::TABLE, id, Hold::LivesWith);
        }
    }
}

/// A person's text of at most `MAX` characters.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    /// True when there is nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Refuses a blank text; `what` is how a person would ask for it.
    pub fn required(&self, field: &str, what: &'static str) -> Result<()> {
        if self.is_blank() { Err(ErrorKind::Blank { what }.at(field)) } else { Ok(()) }
    }
}

impl<const MAX: usize> Deref for Text<MAX> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> From<&str> for Text<MAX> {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl<const MAX: usize> Field for Text<MAX> {
    fn absent(&self) -> bool {
        self.0.is_empty()
    }

    fn check(&self) -> Result<()> {
        // Bytes bound characters from above, so that the count is made only where it can matter.
        if self.0.len() <= MAX {
            return Ok(());
        }
        let length = self.0.chars().count();
        if length <= MAX { Ok(()) } else { Err(ErrorKind::TextTooLong { length, limit: MAX }.into()) }
    }
}

/// A name or a single line.
pub type Line = Text<300>;
/// A paragraph.
pub type Paragraph = Text<4_000>;
/// A leader's story; as long as the classifier reads.
pub type Story = Text<20_000>;

impl<T: Field> Field for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }

    fn check(&self) -> Result<()> {
        self.as_ref().map_or(Ok(()), Field::check)
    }

    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        if let Some(inner) = self {
            inner.references(visit);
        }
    }

    fn forget(&mut self, table: Table, id: &str) {
        if let Some(inner) = self {
            inner.forget(table, id);
        }
    }
}

/// The most entries that one list inside an entity may have.
const LIST_LIMIT: usize = 1_000;

impl<T: Field> Field for Vec<T> {
    fn absent(&self) -> bool {
        self.is_empty()
    }

    fn check(&self) -> Result<()> {
        if self.len() > LIST_LIMIT {
            return Err(ErrorKind::TooLarge { what: "entries", size: self.len(), limit: LIST_LIMIT }.into());
        }
        self.iter().enumerate().try_for_each(|(index, item)| item.check().map_err(|error| error.within(index)))
    }
}

impl Field for f64 {
    fn absent(&self) -> bool {
        false
    }

    fn check(&self) -> Result<()> {
        if self.is_finite() {
            Ok(())
        } else {
            Err(ErrorKind::BadNumber { expected: "it must be a finite number" }.into())
        }
    }
}

impl Field for u32 {
    fn absent(&self) -> bool {
        false
    }
}

impl Field for bool {
    fn absent(&self) -> bool {
        !self
    }
}

/// A date that must be there.
impl Field for Date {
    fn absent(&self) -> bool {
        false
    }

    fn check(&self) -> Result<()> {
        if *self == Self::default() {
            Err(ErrorKind::Blank { what: "a date, such as 2026-09-14" }.into())
        } else {
            Ok(())
        }
    }
}

/// Fields that this version does not know; kept as they came.
pub type Extra = BTreeMap<String, serde_json::Value>;

impl Field for Extra {
    fn absent(&self) -> bool {
        self.is_empty()
    }
}

/// Refuses fields that nothing knows, so that a misspelt name in an edit is not silently lost.
pub(crate) fn refuse_extra(extra: &Extra, known: &[&str]) -> Result<()> {
    match extra.keys().next() {
        None => Ok(()),
        Some(field) => Err(unknown_field(field, known)),
    }
}

pub(crate) fn unknown_field(field: &str, known: &[&str]) -> Error {
    let shown: String = field.chars().take(80).collect();
    ErrorKind::UnknownField { field: shown.clone(), known: known.join(", ") }.at(shown)
}

/// An enum of words: its names in documents are its names in the field.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $( $(#[$variant_doc:meta])* $variant:ident = $word:literal ),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $( $(#[$variant_doc])* #[serde(rename = $word)] $variant ),+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it.
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }
        }

        impl $crate::plan::Field for $name {
            fn absent(&self) -> bool {
                false
            }
        }
    };
}
pub(crate) use words;
