//! The tables of a plan: entities keyed by id, one table a noun, and what is derived from them.

use super::about::About;
use super::field::{Field, Hold, Noun};
use crate::cause::Cause;
use crate::cycle::Cycle;
use crate::error::Result;
use crate::measure::{Measure, Observation};
use crate::problem::Problem;
use crate::theory::{Aim, Driver, Idea};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One entity's place: its table and its id. `about` has a table of one.
pub type Key = (Table, String);

/// The id of the one entry of `about`.
pub const ABOUT: &str = "about";

/// Declares the tables once: name in documents, field, noun.
macro_rules! tables {
    ($( $json:literal $field:ident : $noun:ident as $variant:ident ),+ $(,)?) => {
        /// The name of a table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Table {
            /// What the plan as a whole is about.
            #[serde(rename = "about")] About,
            $( #[doc = concat!("The table `", $json, "`.")] #[serde(rename = $json)] $variant ),+
        }

        impl Table {
            /// Its name in documents.
            pub const fn name(self) -> &'static str {
                match self { Self::About => "about", $( Self::$variant => $json ),+ }
            }
        }

        /// Any one entity.
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Entity {
            /// What the plan is about.
            About(Box<About>),
            $( #[doc = concat!("One of `", $json, "`.")] $variant(Box<$noun>) ),+
        }

        impl Entity {
            /// Reads an entity of `table` from JSON text.
            pub(crate) fn read(table: Table, json: &str) -> Result<Self> {
                Ok(match table {
                    Table::About => Self::About(crate::json::read(json)?),
                    $( Table::$variant => Self::$variant(crate::json::read(json)?) ),+
                })
            }

            pub(crate) fn known_fields(&self) -> &'static [&'static str] {
                match self { Self::About(_) => About::FIELDS, $( Self::$variant(_) => $noun::FIELDS ),+ }
            }

            pub(crate) fn check(&self) -> Result<()> {
                match self { Self::About(it) => it.check(), $( Self::$variant(it) => it.check() ),+ }
            }

            pub(crate) fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
                match self {
                    Self::About(it) => Field::references(it.as_ref(), visit),
                    $( Self::$variant(it) => Field::references(it.as_ref(), visit) ),+
                }
            }

            pub(crate) fn forget(&mut self, table: Table, id: &str) {
                match self { Self::About(it) => it.forget(table, id), $( Self::$variant(it) => it.forget(table, id) ),+ }
            }
        }

        $( impl Noun for $noun {
            const TABLE: Table = Table::$variant;

            fn pick<'a>(tables: &'a Tables, id: &str) -> Option<&'a Self> {
                tables.$field.get(id)
            }

            fn downcast(entity: &Entity) -> Option<&Self> {
                match entity {
                    Entity::$variant(it) => Some(it),
                    _ => None,
                }
            }
        }

        impl From<$noun> for Entity {
            fn from(it: $noun) -> Self {
                Self::$variant(Box::new(it))
            }
        } )+

        /// Every entity of a plan.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Tables {
            /// What the plan is about.
            pub about: About,
            $( #[doc = concat!("The table `", $json, "`.")] pub $field: BTreeMap<String, $noun>, )+
            /// Top-level fields that this version does not know.
            pub extra: super::Extra,
        }

        impl Tables {
            /// How many entities there are.
            pub fn len(&self) -> usize {
                0 $( + self.$field.len() )+
            }

            /// True when there are none.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// Whether there is such an entity.
            pub fn has(&self, table: Table, id: &str) -> bool {
                match table { Table::About => id == ABOUT, $( Table::$variant => self.$field.contains_key(id) ),+ }
            }

            /// A copy of one entity.
            pub fn entity(&self, table: Table, id: &str) -> Option<Entity> {
                match table {
                    Table::About => (id == ABOUT).then(|| Entity::About(Box::new(self.about.clone()))),
                    $( Table::$variant => self.$field.get(id).map(|it| Entity::$variant(Box::new(it.clone()))) ),+
                }
            }

            /// Puts an entity, or takes it out, and returns what was there.
            fn set(&mut self, table: Table, id: &str, entity: Option<Entity>) -> Option<Entity> {
                match (table, entity) {
                    (Table::About, Some(Entity::About(it))) => {
                        Some(Entity::About(Box::new(std::mem::replace(&mut self.about, *it))))
                    }
                    $( (Table::$variant, Some(Entity::$variant(it))) => {
                        self.$field.insert(id.to_owned(), *it).map(|old| Entity::$variant(Box::new(old)))
                    } )+
                    $( (Table::$variant, _) => self.$field.remove(id).map(|old| Entity::$variant(Box::new(old))), )+
                    (Table::About, _) => None,
                }
            }

            /// Visits every entity but `about`, in the order of documents.
            pub(crate) fn each(&self, visit: &mut dyn FnMut(Table, &str, &dyn References, Option<f64>)) {
                $( for (id, it) in &self.$field {
                    visit(Table::$variant, id, it, Position::of(it));
                } )+
            }

            /// Checks every entity by itself.
            pub(crate) fn check_each(&self) -> Result<()> {
                self.about.check().map_err(|error| error.within(ABOUT))?;
                $( for (id, it) in &self.$field {
                    super::field::check_id(id)
                        .and_then(|()| it.check())
                        .map_err(|error| error.within(id).within($json))?;
                } )+
                Ok(())
            }
        }

        impl Serialize for Tables {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("format", super::document::FORMAT)?;
                map.serialize_entry("schema", &super::document::SCHEMA)?;
                map.serialize_entry(ABOUT, &self.about)?;
                $( map.serialize_entry($json, &self.$field)?; )+
                for (name, value) in &self.extra {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }

        impl<'de> Deserialize<'de> for Tables {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                struct Reader;
                impl<'de> serde::de::Visitor<'de> for Reader {
                    type Value = Tables;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a plan")
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> std::result::Result<Tables, A::Error> {
                        let mut out = Tables::default();
                        while let Some(key) = map.next_key::<String>()? {
                            let name = key.as_str();
                            let located = |error| crate::json::located(name, error);
                            match name {
                                "format" | "schema" => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                }
                                ABOUT => out.about = map.next_value().map_err(located)?,
                                $( $json => {
                                    let ById(entries) = map.next_value().map_err(located)?;
                                    out.$field = entries;
                                } )+
                                _ => {
                                    let value = map.next_value().map_err(located)?;
                                    out.extra.insert(key, value);
                                }
                            }
                        }
                        Ok(out)
                    }
                }
                deserializer.deserialize_map(Reader)
            }
        }

        impl From<About> for Entity {
            fn from(it: About) -> Self {
                Self::About(Box::new(it))
            }
        }
    };
}

tables! {
    "problems" problems: Problem as Problems,
    "causes" causes: Cause as Causes,
    "aims" aims: Aim as Aims,
    "drivers" drivers: Driver as Drivers,
    "ideas" ideas: Idea as Ideas,
    "measures" measures: Measure as Measures,
    "observations" observations: Observation as Observations,
    "cycles" cycles: Cycle as Cycles,
}

/// A table while it is read: like a map, but an error names the id.
struct ById<T>(BTreeMap<String, T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ById<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Reader<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Reader<T> {
            type Value = ById<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object with an entry for each id")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> std::result::Result<ById<T>, A::Error> {
                let mut out = BTreeMap::new();
                while let Some(id) = map.next_key::<String>()? {
                    let value = map.next_value().map_err(|error| crate::json::located(&id, error))?;
                    out.insert(id, value);
                }
                Ok(ById(out))
            }
        }
        deserializer.deserialize_map(Reader(std::marker::PhantomData))
    }
}

/// What the index asks of an entity, whatever its type.
pub(crate) trait References {
    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold));
}

impl<T: Field> References for T {
    fn references(&self, visit: &mut dyn FnMut(Table, &str, Hold)) {
        Field::references(self, visit);
    }
}

/// Where an entity stands among its like, for those that have an order.
trait Position {
    fn of(&self) -> Option<f64>;
}

macro_rules! positions {
    ($($ordered:ident),+; $($unordered:ident),+) => {
        $( impl Position for $ordered {
            fn of(&self) -> Option<f64> {
                Some(self.position)
            }
        } )+
        $( impl Position for $unordered {
            fn of(&self) -> Option<f64> {
                None
            }
        } )+
        impl Entity {
            fn position(&self) -> Option<f64> {
                match self {
                    Self::Causes(it) => it.of(),
                    Self::Drivers(it) => it.of(),
                    Self::Ideas(it) => it.of(),
                    Self::Cycles(it) => it.of(),
                    _ => None,
                }
            }
        }
    };
}
positions!(Cause, Driver, Idea, Cycle; Problem, Aim, Measure, Observation);

/// A double as an integer of the same order, so that positions can be kept sorted.
fn sortable(position: f64) -> i64 {
    let bits = (position + 0.0).to_bits() as i64; // -0.0 + 0.0 is 0.0
    if bits < 0 { bits ^ i64::MAX } else { bits }
}

/// The tables with what is derived from them, kept in step so that an edit costs the same in a large plan.
#[derive(Debug, Clone, Default)]
pub struct Store {
    tables: Tables,
    /// Who refers to an entity.
    referrers: BTreeMap<Key, BTreeSet<Key>>,
    /// Positions in use, by table.
    positions: BTreeSet<(Table, i64, String)>,
}

impl Store {
    /// Takes tables as they are; they must be whole.
    pub(crate) fn new(tables: Tables) -> Self {
        let mut referrers: BTreeMap<Key, BTreeSet<Key>> = BTreeMap::new();
        let mut positions = BTreeSet::new();
        tables.each(&mut |table, id, entity, position| {
            entity.references(&mut |to, to_id, _| {
                referrers.entry((to, to_id.to_owned())).or_default().insert((table, id.to_owned()));
            });
            positions.extend(position.map(|position| (table, sortable(position), id.to_owned())));
        });
        Self { tables, referrers, positions }
    }

    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// Who refers to this entity.
    pub(crate) fn referrers(&self, table: Table, id: &str) -> impl Iterator<Item = &Key> {
        self.referrers.get(&(table, id.to_owned())).into_iter().flatten()
    }

    /// The position after the last one of a table.
    pub(crate) fn next_position(&self, table: Table) -> f64 {
        let last = self.positions.range(..(table, i64::MAX, String::new())).next_back();
        last.filter(|(of, ..)| *of == table)
            .and_then(|(_, _, id)| self.tables.entity(table, id)?.position())
            .map_or(1.0, |position| position.floor() + 1.0)
    }

    /// Puts an entity, or takes it out, and returns what was there; the index follows.
    pub(crate) fn set(&mut self, key: &Key, entity: Option<Entity>) -> Option<Entity> {
        let (table, id) = key;
        if let Some(old) = self.tables.entity(*table, id) {
            old.references(&mut |to, to_id, _| {
                let target = (to, to_id.to_owned());
                if let Some(from) = self.referrers.get_mut(&target) {
                    from.remove(key);
                    if from.is_empty() {
                        self.referrers.remove(&target);
                    }
                }
            });
            if let Some(position) = old.position() {
                self.positions.remove(&(*table, sortable(position), id.clone()));
            }
        }
        if let Some(new) = &entity {
            new.references(&mut |to, to_id, _| {
                self.referrers.entry((to, to_id.to_owned())).or_default().insert(key.clone());
            });
            if let Some(position) = new.position() {
                self.positions.insert((*table, sortable(position), id.clone()));
            }
        }
        self.tables.set(*table, id, entity)
    }
}
