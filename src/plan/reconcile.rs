//! Reconciling: a document that was merged elsewhere, made whole again.
//!
//! An engine that merges two people's work field by field knows none of the rules of life. Whatever comes out of it is
//! read here entity by entity. What a reader refuses is mended at the very place that it names, and read again: cut to
//! its limit, set to what the other fields say, or taken out. The same document is always mended in the same way, and
//! a whole one not at all. Whatever was taken out goes into the report.

use super::document::{HISTORY, body, check_place};
use super::history::History;
use super::tables::{ABOUT, Entity, Table, Tables, check_key};
use super::{Plan, rules};
use crate::cause::Cause;
use crate::error::{Error, ErrorKind, Result};
use crate::measure::Observation;
use crate::message::Message;
use crate::record::{self, Extra};
use crate::{json, order};
use serde::Serialize;
use serde_json::Value;

/// The most repairs in one entity; one that needs more is taken out as a whole.
const REPAIR_LIMIT: usize = 200;
/// Stands for a text that has to be there and is not.
const MISSING: &str = "?";
/// The code of things that stand at one place.
const SHARED_PLACE: &str = "plan/shared-place";
/// The code of several values where one belongs.
const CONFLICT: &str = "plan/conflict";

/// Something that was mended.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repair {
    /// What was wrong: the code of the error with which the document would have been refused, `plan/conflict` where
    /// several values came for one, or `plan/shared-place` where several things stood at one place.
    pub code: &'static str,
    /// Where: a dotted path into the document.
    pub path: String,
    /// What was done about it.
    pub message: Message,
    /// What stood there, as far as it does not stand there any more.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub taken: Value,
}

/// A plan that was made whole, and what that took.
#[derive(Debug, Clone)]
pub struct Reconciled {
    /// The plan.
    pub plan: Plan,
    /// The repairs, in the order in which they were made; none for a plan that was whole.
    pub repairs: Vec<Repair>,
}

/// What can be done about something that is wrong: the key of the sentence, and the sentence.
type Deed = (&'static str, &'static str);

const TAKEN_OUT: Deed = ("repair-taken-out", "This could not stay and was taken out. This report keeps what it said.");
const CUT: Deed = ("repair-cut", "This was larger than its limit. The beginning stays; this report keeps the rest.");
const FILLED: Deed = ("repair-filled", "Something was missing here and reads “?” for now. Write what it should say.");
const FITTED: Deed =
    ("repair-fitted", "This did not fit the rest and was set to what does. This report keeps what it said.");
const CHOSEN: Deed =
    ("repair-chosen", "Several values came for one. The earliest stays; this report keeps the others.");
const UNSEALED: Deed =
    ("repair-unsealed", "This was changed after the test began. What was sealed stands; this report keeps the change.");
const MOVED: Deed = ("repair-moved", "This stood under the id of another day or measure and was moved to its own.");
const SPACED: Deed = ("repair-spaced", "Several things stood at this place. Each has a place of its own now.");

fn repair(code: &'static str, path: &str, (key, text): Deed, taken: Value) -> Repair {
    Repair { code, path: path.to_owned(), message: Message::new(key, [], text), taken }
}

impl Plan {
    /// Makes a plan of a document that was merged by another engine. Deterministic; done twice, it changes nothing the
    /// second time; a whole plan comes back as it was.
    ///
    /// # Errors
    ///
    /// Only what no repair could be right for: `json/invalid`, `plan/not-a-plan`, `plan/newer-schema`,
    /// `input/too-large`.
    ///
    /// ```
    /// use headwater::plan::Plan;
    ///
    /// let merged = r#"{"format":"headwater-plan","schema":1,"about":{"title":"Attendance"},
    ///     "problems":{"p1":{"statement":"Late buses"}},
    ///     "causes":{"c1":{"problem":"p1","text":"Route","parent":"c2"},"c2":{"problem":"p1","text":"Map","parent":"c1","position":1}}}"#;
    /// assert_eq!(Plan::open(merged).unwrap_err().code(), "cause/loop");
    ///
    /// let done = Plan::reconcile(merged)?;
    /// assert_eq!(done.repairs.len(), 1);
    /// assert_eq!((done.repairs[0].path.as_str(), &done.repairs[0].taken), ("causes.c1.parent", &"c2".into()));
    /// # Ok::<(), headwater::Error>(())
    /// ```
    pub fn reconcile(document: &str) -> Result<Reconciled> {
        let mut document = body(document)?;
        let mut work = Work { tables: Tables::default(), repairs: Vec::new() };
        let mut history = History::default();
        if let Some(mut acts) = document.remove(HISTORY).filter(|value| !value.is_null()) {
            let mut read = |value: &Value| match History::read(value.clone()) {
                Ok(read) => {
                    history = read;
                    None
                }
                Err(error) => Some(error),
            };
            mend(HISTORY, &mut acts, &mut read, &mut work.repairs);
        }
        work.read(document);
        work.put_in_place();
        work.space_out();
        Ok(Reconciled { plan: Self { history, ..Self::of_whole(work.tables)? }, repairs: work.repairs })
    }
}

struct Work {
    tables: Tables,
    repairs: Vec<Repair>,
}

impl Work {
    /// Reads every entity by itself.
    fn read(&mut self, mut document: Extra) {
        let mut astray = Vec::new();
        for &table in Table::ALL {
            let Some(value) = document.remove(table.name()).filter(|value| !value.is_null()) else { continue };
            if table == Table::About {
                self.keep(table, ABOUT, value);
                continue;
            }
            match value {
                Value::Object(entries) => {
                    for (id, value) in entries {
                        self.keep(table, &id, value);
                    }
                }
                other => self.repairs.push(repair("input/bad-field", table.name(), TAKEN_OUT, other)),
            }
        }
        // A plan without anything about it still has to be called something.
        let about = Entity::from(self.tables.about().clone()).value();
        self.keep(Table::About, ABOUT, about);
        self.tables.extra = document;

        for (id, observation) in self.tables.all::<Observation>() {
            let own = Observation::id(observation.measure.as_str(), observation.date);
            if own != id {
                astray.push((id.to_owned(), own));
            }
        }
        for (id, own) in astray {
            let Some(entity) = self.tables.set(Table::Observations, &id, None) else { continue };
            let path = place(Table::Observations, &id);
            let free = self.tables.entity(Table::Observations, &own).is_none();
            let (deed, taken) = if free { (MOVED, Value::Null) } else { (TAKEN_OUT, entity.value()) };
            self.repairs.push(repair("plan/bad-id", &path, deed, taken));
            if free {
                self.tables.set(Table::Observations, &own, Some(entity));
            }
        }
    }

    /// Puts what can be made of a value under this id.
    fn keep(&mut self, table: Table, id: &str, mut value: Value) {
        let path = place(table, id);
        let mut entity = None;
        let mut read = |value: &Value| {
            let read = Entity::read(table, value.clone());
            let read = read.and_then(|entity| record::check(entity.record()).map(|()| entity));
            read.map(|read| entity = Some(read)).err()
        };
        if let Err(error) = check_key(table, id) {
            self.repairs.push(repair(error.code(), &path, TAKEN_OUT, value));
        } else if !mend(&path, &mut value, &mut read, &mut self.repairs) {
            entity = None;
        }
        if entity.is_some() || table != Table::About {
            self.tables.set(table, id, entity);
        }
    }

    /// Mends what no entity can see by itself. What is taken out may leave others without hold, hence the rounds.
    fn put_in_place(&mut self) {
        // Rings of causes first: what hangs below one would seem too deep.
        let mut rings = true;
        loop {
            let mut whole = !rings;
            let keys: Vec<(Table, String)> = self.tables.each().map(|(table, id, _)| (table, id.to_owned())).collect();
            for (table, id) in keys {
                for _ in 0..REPAIR_LIMIT {
                    let Some(entity) = self.tables.entity(table, &id) else { break };
                    let found = if rings {
                        rules::entity_in_place(&self.tables, table, &id)
                    } else {
                        check_place(&self.tables, table, &id, entity)
                    };
                    let Err(error) = found else { break };
                    if rings && error.kind != ErrorKind::CauseLoop {
                        break;
                    }
                    whole = false;
                    self.settle(table, &id, &error);
                }
            }
            if whole {
                return;
            }
            rings = false;
        }
    }

    /// Mends the place of one entity among the others.
    fn settle(&mut self, table: Table, id: &str, error: &Error) {
        let Some(entity) = self.tables.entity(table, id).cloned() else { return };
        let path = place(table, id);
        if let ErrorKind::UnknownId { table: to, id: gone } = &error.kind
            && let Some(to) = Table::named(to)
        {
            let without = entity.clone().forgetting(to, gone);
            if without != entity {
                self.repairs.push(repair(error.code(), &error.path, TAKEN_OUT, gone.as_str().into()));
                self.keep(table, id, without.value());
                return;
            }
        }
        let mut value = entity.value();
        let within = error.path.get(path.len() + 1..).unwrap_or_default();
        if take_out(&mut value, &path, within, error.code(), &mut self.repairs) {
            self.keep(table, id, value);
        } else {
            self.repairs.push(repair(error.code(), &path, TAKEN_OUT, value));
            self.tables.set(table, id, None);
        }
    }

    /// Gives each of those that share a place one of its own; their order stays.
    fn space_out(&mut self) {
        for &table in Table::ALL {
            // By siblings, then place, then id.
            let mut order_of: Vec<String> = Vec::new();
            for (id, entity) in self.tables.table(table) {
                let Some(position) = entity.position() else { continue };
                let among = match entity {
                    Entity::Causes(cause) => among(cause),
                    _ => String::new(),
                };
                order_of.push([&among, " ", &order::digits(order::ordered_bits(position)), " ", id].concat());
            }
            order::sort(&mut order_of);
            let mut rest = order_of.as_slice();
            while let Some(first) = rest.first() {
                let (siblings, after) = rest.split_at(rest.partition_point(|it| group(it) <= group(first)));
                self.space(table, siblings);
                rest = after;
            }
        }
    }

    fn space(&mut self, table: Table, siblings: &[String]) {
        let ids: Vec<&str> = siblings.iter().map(|it| it.rsplit(' ').next().unwrap_or_default()).collect();
        let at = |id: &&str| self.tables.entity(table, id).and_then(Entity::position).unwrap_or_default();
        let was: Vec<f64> = ids.iter().map(at).collect();
        let mut places = was.clone();
        let mut start = 0;
        while start < was.len() {
            // Those at one place share the way to the next.
            let count = was[start..].iter().take_while(|it| **it == was[start]).count();
            let step = was.get(start + count).map_or(1.0, |next| (next - was[start]) / count as f64);
            for (index, it) in places[start..start + count].iter_mut().enumerate() {
                *it += step * index as f64;
            }
            start += count;
        }
        let rises = |places: &[f64]| places.windows(2).all(|pair| pair[0] < pair[1]);
        if rises(&was) {
            return;
        }
        if !rises(&places) {
            // No room is left between two numbers.
            places = (1..=was.len()).map(|place| place as f64).collect();
        }
        for (index, id) in ids.iter().enumerate().filter(|(index, _)| places[*index] != was[*index]) {
            let Some(entity) = self.tables.entity(table, id).cloned() else { continue };
            self.tables.set(table, id, Some(entity.at_position(places[index])));
            let path = [&place(table, id), ".position"].concat();
            self.repairs.push(repair(SHARED_PLACE, &path, SPACED, json::of_number(was[index])));
        }
    }
}

fn place(table: Table, id: &str) -> String {
    if table == Table::About { ABOUT.to_owned() } else { [table.name(), ".", id].concat() }
}

/// Whose siblings a cause is among.
fn among(cause: &Cause) -> String {
    [cause.problem.as_str(), "/", cause.parent.id().unwrap_or_default()].concat()
}

fn group(of: &str) -> &str {
    of.split(' ').next().unwrap_or_default()
}

/// Mends a value until it can be read; what was done goes into the report. False when nothing can be made of it.
fn mend(
    path: &str,
    value: &mut Value,
    read: &mut dyn FnMut(&Value) -> Option<Error>,
    repairs: &mut Vec<Repair>,
) -> bool {
    let before = repairs.len();
    let mut came = None;
    let mut code = "";
    for _ in 0..REPAIR_LIMIT {
        let Some(error) = read(value) else { return true };
        code = error.code();
        came.get_or_insert_with(|| value.clone());
        if !mend_once(value, path, &error, repairs, read) {
            break;
        }
    }
    repairs.truncate(before);
    repairs.push(repair(code, path, TAKEN_OUT, came.unwrap_or_default()));
    false
}

/// Mends one thing inside an entity. False when nothing short of the whole could be taken out.
fn mend_once(
    value: &mut Value,
    path: &str,
    error: &Error,
    repairs: &mut Vec<Repair>,
    read: &mut dyn FnMut(&Value) -> Option<Error>,
) -> bool {
    let within = error.path.as_str();
    let mut done = |within: &str, deed, taken| repairs.push(repair(error.code(), &joined(path, within), deed, taken));
    let at = pointer(within);
    match &error.kind {
        ErrorKind::TextTooLong { limit, .. } => {
            if let Some(Value::String(text)) = value.pointer_mut(&at) {
                let cut = text.chars().take(*limit).collect();
                let whole = std::mem::replace(text, cut);
                done(within, CUT, whole.into());
                return true;
            }
        }
        ErrorKind::TooLarge { limit, .. } => {
            if let Some(Value::Array(entries)) = value.pointer_mut(&at) {
                let rest = entries.split_off(entries.len().min(*limit));
                done(within, CUT, rest.into());
                return true;
            }
        }
        ErrorKind::Blank { .. } => {
            let mut filled = value.clone();
            if put(&mut filled, within, MISSING.into()).is_some()
                && read(&filled).is_none_or(|next| next.path != within)
            {
                *value = filled;
                done(within, FILLED, Value::Null);
                return true;
            }
        }
        ErrorKind::NoPrediction => {
            let unknown = Value::Object(Extra::from_iter([("expected".to_owned(), MISSING.into())]));
            put(value, within, Value::Array(vec![unknown]));
            done(within, FILLED, Value::Null);
            return true;
        }
        ErrorKind::CauseUntested => {
            let last = value.get("tests").and_then(Value::as_array).and_then(|tests| tests.last());
            let status = match last {
                None => Value::Null,
                Some(test) => test.get("result").filter(|it| it.is_string()).cloned().unwrap_or("supported".into()),
            };
            let was = put(value, within, status).unwrap_or_default();
            done(within, FITTED, was);
            return true;
        }
        ErrorKind::WrongStage { .. } => {
            let has = |name: &str| value.get(name).is_some_and(|part| !part.is_null());
            let parts = [&["started"][..], &["ended", "study"], &["decision"]];
            let stage = parts.iter().take_while(|parts| parts.iter().all(|part| has(part))).count();
            let word = crate::cycle::Stage::ALL.get(stage).map_or("", |stage| stage.word());
            let was = put(value, within, word.into()).unwrap_or_default();
            if was != word {
                done(within, FITTED, was);
            }
            for part in parts.iter().skip(stage).flat_map(|parts| parts.iter()) {
                if let Some(taken) = taken(value, part) {
                    done(part, TAKEN_OUT, taken);
                }
            }
            return true;
        }
        ErrorKind::EndsBeforeStart => {
            let earliest = value.get(if within == "ended" { "started" } else { "ended" }).cloned().unwrap_or_default();
            if let Some(was) = put(value, within, earliest) {
                done(within, FITTED, was);
                return true;
            }
        }
        ErrorKind::PredictionLocked if within == "predictions" => {
            let sealed = value.get("sealed").cloned().unwrap_or_default();
            let was = put(value, within, sealed).unwrap_or_default();
            done(within, UNSEALED, was);
            return true;
        }
        ErrorKind::BadField { .. } => {
            if let Some(found) = value.pointer_mut(&at)
                && let Value::Array(several) = found
                && !several.is_empty()
            {
                // The earliest by date; without dates, the first in the order of the texts.
                let key =
                    |it: &Value| [it.get("date").and_then(Value::as_str).unwrap_or("~"), &json::write(it)].concat();
                let keys: Vec<String> = several.iter().map(key).collect();
                let least = order::indexes(keys.len(), &|a, b| keys[a].cmp(&keys[b])).first().copied().unwrap_or(0);
                let chosen = several.remove(least);
                let others = std::mem::replace(found, chosen);
                repairs.push(repair(CONFLICT, &joined(path, within), CHOSEN, others));
                return true;
            }
        }
        _ => {}
    }
    take_out(value, path, within, error.code(), repairs)
}

/// Takes out what stands at a place, or what is around it where nothing does. False when that would be everything.
fn take_out(value: &mut Value, path: &str, within: &str, code: &'static str, repairs: &mut Vec<Repair>) -> bool {
    let mut within = within;
    loop {
        if within.is_empty() {
            return false;
        }
        if let Some(taken) = taken(value, within) {
            repairs.push(repair(code, &joined(path, within), TAKEN_OUT, taken));
            return true;
        }
        within = within.rsplit_once('.').map_or("", |(around, _)| around);
    }
}

fn joined(path: &str, within: &str) -> String {
    if within.is_empty() { path.to_owned() } else { [path, ".", within].concat() }
}

/// A dotted path as a JSON pointer. The names of fields hold neither dots nor slashes.
fn pointer(within: &str) -> String {
    if within.is_empty() { String::new() } else { ["/", &within.replace('.', "/")].concat() }
}

/// What holds the place, and the last step to it.
fn holder<'v, 'p>(value: &'v mut Value, within: &'p str) -> Option<(&'v mut Value, &'p str)> {
    let (around, name) = within.rsplit_once('.').unwrap_or(("", within));
    Some((value.pointer_mut(&pointer(around))?, name))
}

/// Puts a value at a place in an object; returns what was there, null for nothing. None where there is no such place.
fn put(value: &mut Value, within: &str, new: Value) -> Option<Value> {
    let (around, name) = holder(value, within)?;
    Some(around.as_object_mut()?.insert(name.to_owned(), new).unwrap_or_default())
}

/// Takes out what stands at a place, if anything does.
fn taken(value: &mut Value, within: &str) -> Option<Value> {
    let (around, name) = holder(value, within)?;
    match around {
        Value::Object(fields) => fields.remove(name).filter(|taken| !taken.is_null()),
        Value::Array(entries) => {
            let at = name.parse().ok().filter(|at| *at < entries.len())?;
            Some(entries.remove(at))
        }
        _ => None,
    }
}
