//! The tables of a plan: entities keyed by id, one table a noun.

use super::about::About;
use super::dismissal::Dismissal;
use crate::action::Action;
use crate::cause::Cause;
use crate::charter::Routine;
use crate::condition::Condition;
use crate::cycle::Cycle;
use crate::error::Result;
use crate::inequity::Inequity;
use crate::initiative::Initiative;
use crate::json;
use crate::measure::{Measure, Observation};
use crate::problem::Problem;
use crate::record::{self, Extra, Noun, Record, expected};
use crate::stakeholder::Stakeholder;
use crate::theory::{Aim, Driver, Idea};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One entity's place: its table and its id. `about` has a table of one.
pub type Key = (Table, String);

/// The id of the one entry of `about`.
pub const ABOUT: &str = "about";

/// A noun that a plan keeps in a table.
pub trait Kept: Noun + Clone + Into<Entity> {
    /// What an entity is, if it is one of these.
    fn of(entity: &Entity) -> Option<&Self>;
}

/// Declares the tables once: name in documents, noun, name in code.
macro_rules! tables {
    ($( $json:literal $noun:ident as $variant:ident ),+ $(,)?) => {
        /// The name of a table.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Table {
            /// What the plan as a whole is about.
            #[default]
            About,
            $( #[doc = concat!("The table `", $json, "`.")] $variant ),+
        }

        impl Table {
            /// Every table, in order.
            pub const ALL: &'static [Self] = &[Self::About, $(Self::$variant),+];

            /// Its name in documents.
            pub const fn name(self) -> &'static str {
                match self { Self::About => ABOUT, $( Self::$variant => $json ),+ }
            }

            /// The table of this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|table| table.name() == name)
            }
        }

        /// The tables with what JSON Schema says of their entries.
        #[cfg(any(test, feature = "schema"))]
        pub(super) fn schemas(generator: &mut schemars::SchemaGenerator) -> Vec<(&'static str, schemars::Schema)> {
            vec![$( ($json, generator.subschema_for::<$noun>()) ),+]
        }

        /// Any one entity.
        ///
        /// Several may hold the same one: the plan, the patch that put it, and the one that takes it back.
        #[derive(Debug, Clone)]
        pub enum Entity {
            /// What the plan is about.
            About(Arc<About>),
            $( #[doc = concat!("One of `", $json, "`.")] $variant(Arc<$noun>) ),+
        }

        impl Entity {
            /// One with nothing in it yet.
            pub(crate) fn blank(table: Table) -> Self {
                match table {
                    Table::About => Self::About(Arc::default()),
                    $( Table::$variant => Self::$variant(Arc::default()) ),+
                }
            }

            /// The table that it belongs in.
            pub fn table(&self) -> Table {
                match self { Self::About(_) => Table::About, $( Self::$variant(_) => Table::$variant ),+ }
            }

            /// Its fields.
            pub(crate) fn record(&self) -> &dyn Record {
                match self { Self::About(it) => it.as_ref(), $( Self::$variant(it) => it.as_ref() ),+ }
            }

            /// Its fields, to change them; none while someone else holds it too.
            fn own(&mut self) -> Option<&mut dyn Record> {
                Some(match self {
                    Self::About(it) => Arc::get_mut(it)?,
                    $( Self::$variant(it) => Arc::get_mut(it)? ),+
                })
            }
        }

        $(
            impl Noun for $noun {
                const TABLE: &'static str = $json;
            }

            impl Kept for $noun {
                fn of(entity: &Entity) -> Option<&Self> {
                    match entity {
                        Entity::$variant(it) => Some(it),
                        _ => None,
                    }
                }
            }

            impl From<$noun> for Entity {
                fn from(it: $noun) -> Self {
                    Self::$variant(Arc::new(it))
                }
            }
        )+
    };
}

tables! {
    "problems" Problem as Problems,
    "causes" Cause as Causes,
    "aims" Aim as Aims,
    "drivers" Driver as Drivers,
    "ideas" Idea as Ideas,
    "measures" Measure as Measures,
    "observations" Observation as Observations,
    "cycles" Cycle as Cycles,
    "stakeholders" Stakeholder as Stakeholders,
    "initiatives" Initiative as Initiatives,
    "actions" Action as Actions,
    "inequities" Inequity as Inequities,
    "conditions" Condition as Conditions,
    "routines" Routine as Routines,
    "dismissals" Dismissal as Dismissals,
}

impl From<About> for Entity {
    fn from(it: About) -> Self {
        Self::About(Arc::new(it))
    }
}

/// What is saved is what counts.
impl PartialEq for Entity {
    fn eq(&self, other: &Self) -> bool {
        self.table() == other.table() && self.value() == other.value()
    }
}

/// The field of those that have an order.
const POSITION: &str = "position";

impl Entity {
    /// Reads one from JSON; fields that nothing here knows are kept.
    pub(crate) fn read(table: Table, value: Value) -> Result<Self> {
        let mut entity = Self::blank(table);
        // A new one is nobody else's.
        entity.own().map_or(Ok(()), |record| record::read(record, value))?;
        Ok(entity)
    }

    /// This one with its fields changed.
    fn changed(mut self, change: &mut dyn FnMut(&mut dyn Record)) -> Self {
        if self.own().is_none() {
            // What was read once is read again.
            self = Self::read(self.table(), self.value()).unwrap_or(self);
        }
        if let Some(record) = self.own() {
            change(record);
        }
        self
    }

    /// This one without any mention of another.
    pub(crate) fn forgetting(self, table: Table, id: &str) -> Self {
        self.changed(&mut |record| record::forget(record, table.name(), id))
    }

    fn position_field(&self) -> Option<usize> {
        self.record().names().iter().position(|name| *name == POSITION)
    }

    /// Where it stands among its like, for those that have an order.
    pub(crate) fn position(&self) -> Option<f64> {
        self.record().field(self.position_field()?)?.number()
    }

    /// This one at a place among its like, if it has an order.
    pub(crate) fn at_position(self, position: f64) -> Self {
        let Some(at) = self.position_field() else { return self };
        self.changed(&mut |record| {
            // A number is always read.
            let _ = record.field_mut(at).map(|field| field.read(json::of_number(position)));
        })
    }

    /// As JSON.
    pub fn value(&self) -> Value {
        record::value(self.record())
    }
}

/// Every entity of a plan.
///
/// The tables are of one type, whatever they hold, so that their code is there once and not once a noun.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    tables: Vec<BTreeMap<String, Entity>>,
    /// Top-level fields that this version does not know.
    pub(crate) extra: Extra,
}

impl Default for Tables {
    fn default() -> Self {
        let mut tables = Self { tables: vec![BTreeMap::new(); Table::ALL.len()], extra: Extra::new() };
        tables.set(Table::About, ABOUT, Some(Entity::blank(Table::About)));
        tables
    }
}

impl Tables {
    pub(crate) fn table(&self, table: Table) -> &BTreeMap<String, Entity> {
        // The vector has an entry for every table from the start.
        &self.tables[table as usize]
    }

    /// How many entities there are, beside `about`.
    pub fn len(&self) -> usize {
        self.tables.iter().map(BTreeMap::len).sum::<usize>() - 1
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many there are in one table.
    pub fn count(&self, table: Table) -> usize {
        self.table(table).len()
    }

    /// The ids in one table, in order.
    pub(crate) fn ids(&self, table: Table) -> impl Iterator<Item = &str> {
        self.table(table).keys().map(String::as_str)
    }

    /// Any one entity.
    pub fn entity(&self, table: Table, id: &str) -> Option<&Entity> {
        self.table(table).get(id)
    }

    /// The one with this id.
    pub fn get<T: Kept>(&self, id: &str) -> Option<&T> {
        T::of(self.entity(Table::named(T::TABLE)?, id)?)
    }

    /// All of one noun, in the order of their ids.
    pub fn all<T: Kept>(&self) -> impl Iterator<Item = (&str, &T)> {
        self.from::<T>("")
    }

    /// Those of one noun whose ids are `id` or come after it.
    pub(crate) fn from<T: Kept>(&self, id: &str) -> impl Iterator<Item = (&str, &T)> {
        let table = Table::named(T::TABLE).map(|table| self.table(table));
        let range =
            table.map(|table| table.range::<str, _>((std::ops::Bound::Included(id), std::ops::Bound::Unbounded)));
        range.into_iter().flatten().filter_map(|(id, entity)| Some((id.as_str(), T::of(entity)?)))
    }

    /// What the plan is about.
    pub fn about(&self) -> &About {
        match self.entity(Table::About, ABOUT) {
            Some(Entity::About(about)) => about,
            _ => unreachable!("about is put when the tables are made, and never taken out"),
        }
    }

    /// Puts an entity, or takes it out, and returns what was there.
    pub(crate) fn set(&mut self, table: Table, id: &str, entity: Option<Entity>) -> Option<Entity> {
        let table = &mut self.tables[table as usize];
        match entity {
            Some(entity) => table.insert(id.to_owned(), entity),
            None => table.remove(id),
        }
    }

    /// Visits every entity, in the order of the tables and of the ids.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Table, &str, &Entity)> {
        Table::ALL.iter().flat_map(|table| self.table(*table).iter().map(|(id, entity)| (*table, id.as_str(), entity)))
    }

    /// Reads the tables of a document.
    pub(crate) fn read(mut document: Map<String, Value>) -> Result<Self> {
        let mut out = Self::default();
        for &table in Table::ALL {
            let Some(value) = document.remove(table.name()).filter(|value| !value.is_null()) else { continue };
            if table == Table::About {
                let about = Entity::read(table, value).map_err(|error| error.within(ABOUT))?;
                out.set(table, ABOUT, Some(about));
                continue;
            }
            let Value::Object(entries) = value else {
                return Err(expected("an object with an entry for each id", &value).within(table.name()));
            };
            for (id, value) in entries {
                let entity = Entity::read(table, value).map_err(|error| error.within(&id).within(table.name()))?;
                out.set(table, &id, Some(entity));
            }
        }
        out.extra = document;
        Ok(out)
    }

    /// The tables as a document.
    pub(crate) fn write(&self) -> Map<String, Value> {
        let mut document = self.extra.clone();
        for &table in Table::ALL {
            let value = if table == Table::About {
                record::value(self.about())
            } else {
                Value::Object(self.table(table).iter().map(|(id, entity)| (id.clone(), entity.value())).collect())
            };
            document.insert(table.name().to_owned(), value);
        }
        document
    }

    /// Checks every entity by itself.
    pub(crate) fn check_each(&self) -> Result<()> {
        for (table, id, entity) in self.each() {
            check_key(table, id).and_then(|()| record::check(entity.record())).map_err(|error| {
                if table == Table::About { error.within(ABOUT) } else { error.within(id).within(table.name()) }
            })?;
        }
        Ok(())
    }
}

/// Refuses what cannot be the id of an entity. Those of observations follow from the measure and the day.
pub(crate) fn check_key(table: Table, id: &str) -> Result<()> {
    if table == Table::Observations { Ok(()) } else { record::check_id(id) }
}
