//! Links between entities: typed ids, and what becomes of a link when the other end is removed.

use super::expected;
use super::field::Field;
use super::text::string;
use crate::error::{ErrorKind, Result};
use serde_json::Value;
use std::marker::PhantomData;

/// How one entity holds another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It lives with the other: when that is removed, this goes too.
    LivesWith,
    /// It mentions the other: when that is removed, the mention goes.
    Mentions,
}

/// Something that is kept in a table of its own.
pub trait Noun: 'static {
    /// The table's name in documents.
    const TABLE: &'static str;
}

/// An id of anything: what the links below are made of, so that their code is there once and not once a noun.
#[derive(Debug, Clone, Default, PartialEq)]
struct Plain(String);

impl Field for Plain {
    fn read(&mut self, value: Value) -> Result<()> {
        self.0 = string(value)?;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        Some(Value::String(self.0.clone()))
    }

    fn check(&self) -> Result<()> {
        check_id(&self.0)
    }
}

/// The id of a `T`: 1 to 64 of `A–Z a–z 0–9 . _ : @ -`, beginning with a letter or a digit. The caller makes it.
pub struct Id<T>(Plain, PhantomData<fn() -> T>);

impl<T> Id<T> {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0.0
    }
}

impl<T> From<&str> for Id<T> {
    fn from(text: &str) -> Self {
        Self(Plain(text.to_owned()), PhantomData)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> Default for Id<T> {
    fn default() -> Self {
        Self(Plain::default(), PhantomData)
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
    let bytes = id.as_bytes();
    let fits = bytes.len() <= 64
        && bytes.first().is_some_and(u8::is_ascii_alphanumeric)
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"._:@-".contains(byte));
    if fits { Ok(()) } else { Err(ErrorKind::BadId { id: id.chars().take(80).collect() }.into()) }
}

impl<T: Noun> Field for Id<T> {
    fn read(&mut self, value: Value) -> Result<()> {
        self.0.read(value)
    }

    fn value(&self) -> Option<Value> {
        self.0.value()
    }

    fn check(&self) -> Result<()> {
        self.0.check()
    }

    fn references(&self, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
        visit(T::TABLE, self.as_str(), Hold::LivesWith);
    }
}

/// A link that may be missing.
macro_rules! optional_link {
    ($(#[$doc:meta])* $name:ident, $hold:expr, |$self:ident, $table:ident, $id:ident| $forget:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name<T>(Option<Plain>, PhantomData<fn() -> T>);

        impl<T> $name<T> {
            /// The id, if there is one.
            pub fn id(&self) -> Option<&str> {
                Some(&self.0.as_ref()?.0)
            }
        }

        impl<T> Default for $name<T> {
            fn default() -> Self {
                Self(None, PhantomData)
            }
        }

        impl<T> From<Option<&str>> for $name<T> {
            fn from(id: Option<&str>) -> Self {
                Self(id.map(|id| Plain(id.to_owned())), PhantomData)
            }
        }

        impl<T: Noun> Field for $name<T> {
            fn read(&mut self, value: Value) -> Result<()> {
                self.0.read(value)
            }

            fn value(&self) -> Option<Value> {
                self.0.value()
            }

            fn check(&self) -> Result<()> {
                self.0.check()
            }

            fn references(&self, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
                if let Some(id) = self.id() {
                    visit(T::TABLE, id, $hold);
                }
            }

            fn forget(&mut $self, $table: &'static str, $id: &str) {
                $forget
            }
        }
    };
}

optional_link!(
    /// A mention of another entity; it goes when the other goes.
    Mention, Hold::Mentions, |self, table, id| {
        if table == T::TABLE && self.id() == Some(id) {
            self.0 = None;
        }
    }
);

optional_link!(
    /// The parent of an entity in a tree of its own kind; a child goes when its parent goes.
    Parent, Hold::LivesWith, |self, _table, _id| ()
);

/// Mentions of several entities, each at most once.
#[derive(Debug, Clone, PartialEq)]
pub struct Mentions<T>(Vec<Plain>, PhantomData<fn() -> T>);

impl<T> Mentions<T> {
    /// The ids, in the order in which they were given.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|id| id.0.as_str())
    }
}

impl<T> Default for Mentions<T> {
    fn default() -> Self {
        Self(Vec::new(), PhantomData)
    }
}

impl<T: Noun> Field for Mentions<T> {
    fn read(&mut self, value: Value) -> Result<()> {
        if !value.is_array() {
            return Err(expected("a list of ids", &value));
        }
        self.0.read(value)
    }

    fn value(&self) -> Option<Value> {
        self.0.value()
    }

    fn check(&self) -> Result<()> {
        self.0.check()?;
        each_once(&self.0, T::TABLE)
    }

    fn references(&self, visit: &mut dyn FnMut(&'static str, &str, Hold)) {
        for id in self.ids() {
            visit(T::TABLE, id, Hold::Mentions);
        }
    }

    fn forget(&mut self, table: &'static str, id: &str) {
        if table == T::TABLE {
            self.0.retain(|known| known.0 != id);
        }
    }
}

fn each_once(ids: &[Plain], table: &'static str) -> Result<()> {
    let again = ids.iter().enumerate().find(|(at, id)| ids.iter().take(*at).any(|earlier| earlier == *id));
    match again {
        None => Ok(()),
        Some((at, id)) => Err(ErrorKind::DuplicateId { table, id: id.0.clone() }.at(at.to_string())),
    }
}
