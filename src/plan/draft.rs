//! An edit while it is worked out: writes over the tables, checked as a whole before anything is kept.

use super::change::Patch;
use super::rules::{self, Lookup};
use super::store::Store;
use super::tables::{Entity, Kept, Key, Table};
use crate::error::{ErrorKind, Result};
use crate::record::{self, Hold, Record};

pub(crate) struct Draft<'a> {
    store: &'a Store,
    /// In the order of the keys.
    writes: Vec<(Key, Option<Entity>)>,
}

impl Lookup for Draft<'_> {
    fn get<T: Kept>(&self, id: &str) -> Option<&T> {
        T::of(self.entity(Table::named(T::TABLE)?, id)?)
    }
}

impl<'a> Draft<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store, writes: Vec::new() }
    }

    pub(crate) fn store(&self) -> &'a Store {
        self.store
    }

    /// The one with this id, or an error that names it.
    pub(crate) fn need<T: Kept>(&self, id: &str) -> Result<T> {
        self.get::<T>(id).cloned().ok_or_else(|| unknown(T::TABLE, id).within("id"))
    }

    pub(crate) fn entity(&self, table: Table, id: &str) -> Option<&Entity> {
        match self.place(table, id).map(|at| self.writes.get(at)) {
            Ok(write) => write?.1.as_ref(),
            Err(_) => self.store.tables().entity(table, id),
        }
    }

    pub(crate) fn put(&mut self, key: Key, entity: impl Into<Entity>) {
        self.write(key, Some(entity.into()));
    }

    fn write(&mut self, key: Key, entity: Option<Entity>) {
        match self.place(key.0, &key.1) {
            Ok(at) => self.writes[at].1 = entity,
            Err(at) => self.writes.insert(at, (key, entity)),
        }
    }

    /// Where the write of an entity is, or would be.
    fn place(&self, table: Table, id: &str) -> std::result::Result<usize, usize> {
        self.writes.binary_search_by(|((of, other), _)| of.cmp(&table).then_with(|| other.as_str().cmp(id)))
    }

    /// Removes an entity, what lives with it, and every mention of them.
    pub(crate) fn remove(&mut self, table: Table, id: &str) -> Result<()> {
        if table == Table::About || self.entity(table, id).is_none() {
            return Err(unknown(table.name(), id).within("id"));
        }
        let mut going = vec![(table, id.to_owned())];
        while let Some((table, id)) = going.pop() {
            for key in self.store.referrers(table, &id) {
                let Some(referrer) = self.entity(key.0, &key.1).cloned() else { continue };
                let mut lives_with = false;
                record::references(referrer.record(), &mut |to, to_id, hold| {
                    lives_with |= to == table.name() && to_id == id && hold == Hold::LivesWith;
                });
                if lives_with {
                    going.push(key);
                } else {
                    self.put(key, referrer.forgetting(table, &id));
                }
            }
            self.write((table, id), None);
        }
        Ok(())
    }

    /// What is to be written, once all of it may be.
    pub(crate) fn finish(self) -> Result<Patch> {
        for ((table, id), write) in &self.writes {
            let Some(entity) = write else { continue };
            record::check(entity.record())?;
            self.check_links(entity.record())?;
            rules::entity_in_place(&self, *table, id)?;
            if *table == Table::Drivers {
                let mut others = self.store.referrers(*table, id).filter(|(table, _)| *table == Table::Drivers);
                others.try_for_each(|(_, other)| rules::driver_serves(&self, &other))?;
            }
        }
        // An edit that leaves an entity as it was is no write.
        let tables = self.store.tables();
        let mut writes = self.writes;
        writes.retain(|((table, id), write)| tables.entity(*table, id) != write.as_ref());
        Ok(Patch::new(writes))
    }

    fn check_links(&self, record: &dyn Record) -> Result<()> {
        let exists =
            |table: &'static str, id: &str| Table::named(table).is_some_and(|table| self.entity(table, id).is_some());
        match record::dangling(record, &exists) {
            None => Ok(()),
            Some((field, table, id)) => Err(unknown(table, &id).within(field)),
        }
    }
}

/// The error of an id that leads nowhere.
pub(crate) fn unknown(table: &'static str, id: &str) -> crate::Error {
    ErrorKind::UnknownId { table, id: id.chars().take(80).collect() }.into()
}
