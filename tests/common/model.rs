//! A plan as naively as it can be written: maps of JSON, copied whole before every edit. It knows the rules of life on
//! its own account and shares nothing with the library.
//!
//! Order is a list of ids here, so that numbers of positions are no part of it.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub type Fields = Map<String, Value>;

/// Who refers to whom: table, field, the table referred to, and whether it goes when the other goes.
const LINKS: &[(&str, &str, &str, bool)] = &[
    ("causes", "problem", "problems", true),
    ("causes", "parent", "causes", true),
    ("causes", "barrier", "conditions", false),
    ("aims", "problem", "problems", true),
    ("aims", "measure", "measures", false),
    ("drivers", "serves", "drivers", false),
    ("ideas", "driver", "drivers", false),
    ("ideas", "cause", "causes", false),
    ("measures", "driver", "drivers", false),
    ("measures", "seenBy", "stakeholders", false),
    ("observations", "measure", "measures", true),
    ("cycles", "idea", "ideas", false),
    ("cycles", "measure", "measures", false),
    ("cycles", "stakeholders", "stakeholders", false),
    ("initiatives", "decision.into", "initiatives", false),
    ("actions", "for", "*", false),
    ("dismissals", "of", "*", true),
];

/// The texts that have to be there.
const NEEDED: &[(&str, &[&str])] = &[
    ("problems", &["statement"]),
    ("causes", &["text"]),
    ("aims", &["statement"]),
    ("drivers", &["text"]),
    ("ideas", &["text"]),
    ("measures", &["name"]),
    ("cycles", &["title"]),
    ("stakeholders", &["name"]),
    ("initiatives", &["name"]),
    ("actions", &["text"]),
    ("inequities", &["statement"]),
    ("conditions", &["text"]),
    ("routines", &["text"]),
    ("dismissals", &["rule", "reason"]),
];

const OWNED: &[&str] = &["drivers", "measures", "initiatives", "actions", "conditions", "routines"];

/// Fields that `revise` may not touch.
const SEALED: &[(&str, &[&str])] = &[
    ("causes", &["problem", "parent", "status", "tests"]),
    ("aims", &["problem"]),
    ("ideas", &["bypass"]),
    ("observations", &["measure", "date"]),
    ("cycles", &["stage", "started", "ended", "study", "decision", "sealed"]),
    ("initiatives", &["decision"]),
    ("actions", &["done"]),
];

/// Fields that are there to be revised, and in which tables.
const REVISED: &[(&str, &[&str])] = &[
    ("statement", &["problems", "aims", "inequities"]),
    ("text", &["causes", "drivers", "ideas", "actions", "conditions", "routines"]),
    ("name", &["measures", "stakeholders", "initiatives"]),
    ("title", &["cycles"]),
    ("reason", &["dismissals"]),
    ("predictions", &["cycles"]),
    ("stakeholders", &["cycles"]),
    ("kind", &["drivers"]),
    ("serves", &["drivers"]),
    ("barrier", &["causes"]),
    ("question", &["causes"]),
    ("measure", &["aims", "cycles"]),
    ("value", &["observations"]),
    ("suppressed", &["observations"]),
];

const ADDING: &[(&str, &str)] = &[
    ("stateProblem", "problems"),
    ("proposeCause", "causes"),
    ("addDriver", "drivers"),
    ("proposeIdea", "ideas"),
    ("defineMeasure", "measures"),
    ("planCycle", "cycles"),
    ("addStakeholder", "stakeholders"),
    ("listInitiative", "initiatives"),
    ("addAction", "actions"),
    ("nameInequity", "inequities"),
    ("nameCondition", "conditions"),
    ("addRoutine", "routines"),
    ("dismissFinding", "dismissals"),
];

#[derive(Clone, Default, Debug)]
pub struct Model {
    pub about: Fields,
    pub tables: BTreeMap<String, BTreeMap<String, Fields>>,
    /// The ids of each table in their order.
    pub order: BTreeMap<String, Vec<String>>,
}

/// Refused, for this reason.
pub type Refused = &'static str;

fn text<'v>(fields: &'v Fields, name: &str) -> &'v str {
    fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn blank(fields: &Fields, name: &str) -> bool {
    text(fields, name).trim().is_empty()
}

/// Without what says nothing: null, blank texts, empty lists, false.
pub fn tidy(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let says = |value: &Value| {
                !(value.is_null() || *value == json!("") || *value == json!([]) || *value == json!(false))
            };
            Value::Object(fields.iter().filter(|(_, it)| says(it)).map(|(name, it)| (name.clone(), tidy(it))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(tidy).collect()),
        Value::Number(number) => json!(number.as_f64().map(|it| format!("{it}"))),
        other => other.clone(),
    }
}

impl Model {
    fn has(&self, table: &str, id: &str) -> bool {
        if table == "about" { id == "about" } else { self.get(table, id).is_some() }
    }

    pub fn get(&self, table: &str, id: &str) -> Option<&Fields> {
        self.tables.get(table)?.get(id)
    }

    fn change(&mut self, table: &str, id: &str) -> Result<&mut Fields, Refused> {
        self.tables.get_mut(table).and_then(|table| table.get_mut(id)).ok_or("there is none")
    }

    fn supported(cause: &Fields) -> bool {
        matches!(text(cause, "status"), "supported" | "root")
    }

    /// Applies an edit to a copy; the copy is the plan if all of it holds.
    pub fn edit(&self, edit: &Value) -> Result<Self, Refused> {
        let mut new = self.clone();
        let mut fields = edit.as_object().cloned().unwrap_or_default();
        fields.remove("type");
        new.apply(text(edit.as_object().unwrap(), "type"), fields)?;
        new.whole()?;
        Ok(new)
    }

    fn apply(&mut self, kind: &str, mut fields: Fields) -> Result<(), Refused> {
        let id = text(&fields, "id").to_owned();
        let date = fields.get("date").cloned().unwrap_or_default();
        if let Some((_, table)) = ADDING.iter().find(|(edit, _)| *edit == kind) {
            fields.remove("id");
            if self.has(table, &id) {
                return Err("the id is taken");
            }
            if *table == "ideas" {
                let open = match fields.get("cause").and_then(Value::as_str) {
                    Some(cause) => self.get("causes", cause).is_some_and(Self::supported),
                    None => self.tables.get("causes").is_some_and(|causes| causes.values().any(Self::supported)),
                };
                if !open && blank(&fields, "bypass") {
                    return Err("no cause is supported");
                }
            }
            let defaults: &[(&str, &str)] = match *table {
                "causes" => &[("status", "suspected")],
                "drivers" => &[("kind", "primary")],
                "measures" => &[("kind", "outcome"), ("direction", "increase")],
                "cycles" => &[("stage", "planned")],
                "conditions" => &[("met", "unknown")],
                _ => &[],
            };
            for (name, value) in defaults {
                fields.entry(*name).or_insert_with(|| json!(value));
            }
            return self.add(table, &id, fields);
        }
        match kind {
            "describe" => self.about.extend(fields),
            "tellStory" => {
                for name in ["story", "answers"] {
                    self.about.insert(name.into(), fields.get(name).cloned().unwrap_or_default());
                }
            }
            "chooseJob" => {
                self.about.insert("job".into(), fields["job"].clone());
                self.about.insert("jobReason".into(), fields.get("reason").cloned().unwrap_or_default());
            }
            "agreeCharter" => {
                self.about.insert("charter".into(), Value::Object(fields));
            }
            "setAim" => {
                fields.remove("id");
                return self.add("aims", &id, fields);
            }
            "moveCause" => return self.move_cause(&id, &fields),
            "testCause" => {
                fields.remove("id");
                let result = text(&fields, "result").to_owned();
                if blank(&fields, "evidence") {
                    return Err("a test needs evidence");
                }
                let cause = self.change("causes", &id)?;
                let root = text(cause, "status") == "root" && result == "supported";
                cause.insert("status".into(), if root { json!("root") } else { json!(result) });
                cause.remove("question");
                let tests = cause.entry("tests").or_insert_with(|| json!([]));
                tests.as_array_mut().unwrap().push(Value::Object(fields));
            }
            "nameRoot" => {
                let cause = self.change("causes", &id)?;
                if !Self::supported(cause) {
                    return Err("it is not supported");
                }
                cause.insert("status".into(), json!("root"));
            }
            "recordObservations" => {
                let measure = text(&fields, "measure").to_owned();
                if !self.has("measures", &measure) {
                    return Err("there is no such measure");
                }
                let rows = fields["rows"].as_array().unwrap();
                if rows.iter().enumerate().any(|(at, row)| rows[..at].iter().any(|other| other["date"] == row["date"]))
                {
                    return Err("two values for one day");
                }
                for row in rows {
                    let mut row = row.as_object().unwrap().clone();
                    let id = format!("{measure}@{}", text(&row, "date"));
                    row.insert("measure".into(), json!(measure));
                    self.add("observations", &id, row)?;
                }
            }
            "markPhase" => {
                if blank(&fields, "reason") {
                    return Err("a phase needs a reason");
                }
                let measure = text(&fields, "measure").to_owned();
                fields.remove("measure");
                let phases = self.change("measures", &measure)?.entry("phases").or_insert_with(|| json!([]));
                let phases = phases.as_array_mut().unwrap();
                phases.retain(|phase| phase["date"] != date);
                phases.push(Value::Object(fields));
                phases.sort_by_key(|phase| phase["date"].as_str().unwrap().to_owned());
            }
            "startCycle" => {
                let cycle = self.change("cycles", &id)?;
                let predictions = cycle.get("predictions").cloned().unwrap_or_default();
                if text(cycle, "stage") != "planned" || predictions.as_array().is_none_or(Vec::is_empty) {
                    return Err("it is not ready to start");
                }
                cycle.extend(Fields::from_iter([
                    ("stage".into(), json!("doing")),
                    ("started".into(), date),
                    ("sealed".into(), predictions),
                ]));
            }
            "studyCycle" => {
                let cycle = self.change("cycles", &id)?;
                if !matches!(text(cycle, "stage"), "doing" | "studying") || date.as_str() < cycle["started"].as_str() {
                    return Err("it is not under way");
                }
                if blank(&fields, "result") || blank(&fields, "comparison") {
                    return Err("the study is blank");
                }
                if !blank(&fields, "notes") {
                    cycle.insert("notes".into(), fields["notes"].clone());
                }
                let study = ["result", "comparison", "learned"]
                    .map(|name| (name.to_owned(), fields.get(name).cloned().unwrap_or_default()));
                cycle.extend(Fields::from_iter([
                    ("stage".into(), json!("studying")),
                    ("ended".into(), date),
                    ("study".into(), Value::Object(study.into_iter().collect())),
                ]));
            }
            "decideCycle" => {
                fields.remove("id");
                let cycle = self.change("cycles", &id)?;
                if text(cycle, "stage") != "studying"
                    || blank(&fields, "reason")
                    || date.as_str() < cycle["ended"].as_str()
                {
                    return Err("it cannot be decided");
                }
                cycle.insert("stage".into(), json!("decided"));
                cycle.insert("decision".into(), Value::Object(fields));
            }
            "continueInitiative" | "mergeInitiative" | "stopInitiative" => {
                fields.remove("id");
                if blank(&fields, "reason") {
                    return Err("a decision needs a reason");
                }
                if kind == "mergeInitiative"
                    && (text(&fields, "into") == id || !self.has("initiatives", text(&fields, "into")))
                {
                    return Err("there is nothing to become part of");
                }
                fields.insert("kind".into(), json!(kind.strip_suffix("Initiative").unwrap()));
                self.change("initiatives", &id)?.insert("decision".into(), Value::Object(fields));
            }
            "completeAction" | "reopenAction" => {
                self.change("actions", &id)?.insert("done".into(), date);
            }
            "assignOwner" => {
                let table = text(&fields, "table").to_owned();
                if !OWNED.contains(&table.as_str()) {
                    return Err("nobody owns these");
                }
                let owner = fields.get("owner").cloned().unwrap_or_default();
                self.change(&table, &id)?.insert("owner".into(), owner);
            }
            "revise" => {
                let table = text(&fields, "table").to_owned();
                let changed = fields["fields"].as_object().unwrap().clone();
                let old = self.get(&table, &id).cloned().ok_or("there is none")?;
                let sealed = SEALED.iter().find(|(of, _)| *of == table).map_or(&[][..], |(_, names)| names);
                if changed.keys().any(|name| name == "owner" || sealed.contains(&name.as_str())) {
                    return Err("that has an edit of its own");
                }
                let there =
                    |name: &str| REVISED.iter().any(|(field, of)| *field == name && of.contains(&table.as_str()));
                if !changed.keys().all(|name| there(name)) {
                    return Err("there is no such field");
                }
                let now = self.change(&table, &id)?;
                now.extend(changed);
                let predictions = |of: &Fields| tidy(of.get("predictions").unwrap_or(&Value::Null));
                if table == "cycles" && text(&old, "stage") != "planned" && predictions(&old) != predictions(now) {
                    return Err("the prediction is sealed");
                }
            }
            "remove" => {
                let table = text(&fields, "table").to_owned();
                if !self.has(&table, &id) {
                    return Err("there is none");
                }
                self.remove(&table, &id);
            }
            other => unreachable!("{other} is no edit of the model"),
        }
        Ok(())
    }

    fn add(&mut self, table: &str, id: &str, fields: Fields) -> Result<(), Refused> {
        if self.tables.entry(table.into()).or_default().insert(id.into(), fields).is_none() {
            self.order.entry(table.into()).or_default().push(id.into());
        }
        Ok(())
    }

    fn below(&self, id: &str) -> BTreeSet<String> {
        let mut below = BTreeSet::from([id.to_owned()]);
        loop {
            let causes = self.tables.get("causes").into_iter().flatten();
            let more: Vec<_> =
                causes.filter(|(_, it)| below.contains(text(it, "parent"))).map(|(id, _)| id.clone()).collect();
            let before = below.len();
            below.extend(more);
            if below.len() == before {
                return below;
            }
        }
    }

    fn move_cause(&mut self, id: &str, step: &Fields) -> Result<(), Refused> {
        let branch = self.below(id);
        let parent = step.get("parent").filter(|it| !it.is_null()).cloned();
        let cause = self.change("causes", id)?;
        cause.remove("parent");
        cause.extend(parent.clone().map(|parent| ("parent".to_owned(), parent)));
        if parent.as_ref().and_then(Value::as_str).is_some_and(|parent| branch.contains(parent)) {
            return Err("a cause cannot sit under itself");
        }
        if let Some(problem) = step.get("problem").filter(|it| !it.is_null()) {
            for id in &branch {
                self.change("causes", id)?.insert("problem".into(), problem.clone());
            }
        }
        let home = text(&self.tables["causes"][id], "problem").to_owned();
        let order = self.order.get_mut("causes").unwrap();
        order.retain(|known| known != id);
        match step.get("before").and_then(Value::as_str) {
            None => order.push(id.into()),
            Some(before) => {
                let sibling =
                    self.tables["causes"].get(before).filter(|_| before != id).ok_or("there is no such sibling")?;
                if text(sibling, "problem") != home
                    || sibling.get("parent").filter(|it| !it.is_null()) != parent.as_ref()
                {
                    return Err("that is no sibling");
                }
                let at = order.iter().position(|known| known == before).unwrap();
                order.insert(at, id.into());
            }
        }
        Ok(())
    }

    /// What a field refers to: tables and ids.
    fn links(fields: &Fields, field: &str, table: &str) -> Vec<(String, String)> {
        let mut value = &Value::Object(fields.clone());
        for step in field.split('.') {
            value = value.get(step).unwrap_or(&Value::Null);
        }
        let one = |value: &Value| match value {
            Value::String(id) => Some((table.to_owned(), id.clone())),
            Value::Object(target) => Some((text(target, "table").to_owned(), text(target, "id").to_owned())),
            _ => None,
        };
        match value {
            Value::Array(items) => items.iter().filter_map(one).collect(),
            value => one(value).into_iter().collect(),
        }
    }

    fn remove(&mut self, table: &str, id: &str) {
        self.tables.get_mut(table).unwrap().remove(id);
        self.order.get_mut(table).unwrap().retain(|known| known != id);
        for (from, field, to, lives) in LINKS {
            let ids: Vec<String> = self.tables.get(*from).into_iter().flatten().map(|(id, _)| id.clone()).collect();
            for holder in ids {
                let Some(fields) = self.get(from, &holder) else { continue };
                if !Self::links(fields, field, to).contains(&(table.to_owned(), id.to_owned())) {
                    continue;
                }
                if *lives {
                    self.remove(from, &holder);
                    continue;
                }
                let (outer, inner) = field.split_once('.').unwrap_or((field, ""));
                let fields = self.tables.get_mut(*from).unwrap().get_mut(&holder).unwrap();
                match fields.get_mut(outer).unwrap() {
                    Value::Array(items) => items.retain(|item| item != id),
                    Value::Object(record) if !inner.is_empty() => drop(record.remove(inner)),
                    link => *link = Value::Null,
                }
            }
        }
    }

    /// What holds for the plan as a whole, however it came about.
    fn whole(&self) -> Result<(), Refused> {
        if blank(&self.about, "title") {
            return Err("a plan needs a title");
        }
        for (table, entries) in &self.tables {
            let needed = NEEDED.iter().find(|(of, _)| of == table).map_or(&[][..], |(_, names)| names);
            for (id, it) in entries {
                if needed.iter().any(|name| blank(it, name)) {
                    return Err("a text is missing");
                }
                for (_, field, to, lives) in LINKS.iter().filter(|(from, ..)| from == table) {
                    let links = Self::links(it, field, to);
                    if links.iter().any(|(table, id)| !self.has(table, id)) {
                        return Err("a link leads nowhere");
                    }
                    if links.iter().collect::<BTreeSet<_>>().len() < links.len() {
                        return Err("a link is there twice");
                    }
                    if *lives && links.is_empty() && *field != "parent" {
                        return Err("it lives with nothing");
                    }
                }
                let number = |name: &str| it.get(name).and_then(Value::as_f64);
                let refused = match table.as_str() {
                    "causes" => {
                        let parent = self.get("causes", text(it, "parent"));
                        text(it, "parent") == id
                            || parent.is_some_and(|parent| parent["problem"] != it["problem"])
                            || it.get("question") == Some(&json!(true)) && text(it, "status") != "suspected"
                    }
                    "drivers" => {
                        let served = Self::links(it, "serves", "drivers");
                        let primary = |(_, id): &(String, String)| {
                            self.get("drivers", id).is_some_and(|it| text(it, "kind") == "primary")
                        };
                        !served.is_empty() && (text(it, "kind") == "primary" || !served.iter().all(primary))
                    }
                    "observations" => {
                        it.get("suppressed") == Some(&json!(true)) && number("value").is_some()
                            || number("denominator").is_some_and(|it| it < 0.0)
                    }
                    "initiatives" => number("load").is_some_and(|it| it < 0.0),
                    "cycles" => {
                        let predictions = it.get("predictions").and_then(Value::as_array);
                        predictions.is_some_and(|all| all.iter().any(|it| blank(it.as_object().unwrap(), "expected")))
                    }
                    _ => false,
                };
                if refused {
                    return Err(Box::leak(format!("{table}.{id} breaks a rule of its own").into_boxed_str()));
                }
            }
        }
        Ok(())
    }
}
