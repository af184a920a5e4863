//! An edit while it is worked out: writes over the tables, checked as a whole before anything is kept.

use super::change::Patch;
use super::field::{Hold, Noun};
use super::rules::{self, Lookup};
use super::tables::{Entity, Key, Store, Table};
use crate::error::{ErrorKind, Result};
use std::collections::BTreeMap;

pub(crate) struct Draft<'a> {
    store: &'a Store,
    writes: BTreeMap<Key, Option<Entity>>,
}

impl Lookup for Draft<'_> {
    fn get<T: Noun>(&self, id: &str) -> Option<&T> {
        match self.writes.get(&(T::TABLE, id.to_owned())) {
            Some(write) => T::downcast(write.as_ref()?),
            None => T::pick(self.store.tables(), id),
        }
    }
}

impl<'a> Draft<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store, writes: BTreeMap::new() }
    }

    pub(crate) fn store(&self) -> &'a Store {
        self.store
    }

    /// The one with this id, or an error that names it.
    pub(crate) fn need<T: Noun>(&self, id: &str) -> Result<T> {
        self.get::<T>(id).cloned().ok_or_else(|| unknown(T::TABLE, id))
    }

    pub(crate) fn entity(&self, table: Table, id: &str) -> Option<Entity> {
        match self.writes.get(&(table, id.to_owned())) {
            Some(write) => write.clone(),
            None => self.store.tables().entity(table, id),
        }
    }

    /// Adds an entity under an id that is still free.
    pub(crate) fn add<T: Noun + Into<Entity>>(&mut self, id: &str, it: T) -> Result<()> {
        super::field::check_id(id).map_err(|error| error.within("id"))?;
        if self.get::<T>(id).is_some() {
            return Err(ErrorKind::DuplicateId { table: T::TABLE.name(), id: id.to_owned() }.at("id"));
        }
        self.put((T::TABLE, id.to_owned()), it);
        Ok(())
    }

    pub(crate) fn put(&mut self, key: Key, entity: impl Into<Entity>) {
        self.writes.insert(key, Some(entity.into()));
    }

    /// Removes an entity, what lives with it, and every mention of them.
    pub(crate) fn remove(&mut self, table: Table, id: &str) -> Result<()> {
        if table == Table::About || self.entity(table, id).is_none() {
            return Err(unknown(table, id));
        }
        let mut going = vec![(table, id.to_owned())];
        while let Some((table, id)) = going.pop() {
            for key in self.store.referrers(table, &id) {
                let Some(mut referrer) = self.entity(key.0, &key.1) else { continue };
                let mut lives_with = false;
                referrer.references(&mut |to, to_id, hold| {
                    lives_with |= to == table && to_id == id && hold == Hold::LivesWith;
                });
                if lives_with {
                    going.push(key.clone());
                } else {
                    referrer.forget(table, &id);
                    self.put(key.clone(), referrer);
                }
            }
            self.writes.insert((table, id), None);
        }
        Ok(())
    }

    /// What is to be written, once all of it may be.
    pub(crate) fn finish(self) -> Result<Patch> {
        for ((table, id), write) in &self.writes {
            let Some(entity) = write else { continue };
            entity.check()?;
            let mut missing = None;
            entity.references(&mut |to, to_id, _| {
                let there = match self.writes.get(&(to, to_id.to_owned())) {
                    Some(write) => write.is_some(),
                    None => self.store.tables().has(to, to_id),
                };
                if !there && missing.is_none() {
                    missing = Some(unknown(to, to_id));
                }
            });
            if let Some(error) = missing {
                return Err(error);
            }
            match table {
                Table::Causes => rules::cause_in_tree(&self, id)?,
                Table::Observations => rules::observation_in_place(&self, id)?,
                Table::Drivers => {
                    rules::driver_serves(&self, id)?;
                    let others = self.store.referrers(*table, id).filter(|(table, _)| *table == Table::Drivers);
                    others.into_iter().try_for_each(|(_, other)| rules::driver_serves(&self, other))?;
                }
                _ => {}
            }
        }
        // An edit that leaves an entity as it was is no write.
        let store = self.store;
        let writes = self.writes.into_iter().filter(|((table, id), write)| store.tables().entity(*table, id) != *write);
        Ok(Patch::new(writes.collect()))
    }
}

pub(crate) fn unknown(table: Table, id: &str) -> crate::Error {
    ErrorKind::UnknownId { table: table.name(), id: id.chars().take(80).collect() }.into()
}
