//! The corpus keeps to its guide (`corpus/GUIDE.md`): form, and labels that follow from the axes.

use headwater::job::{JobAnswers, JobInput, read_job};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Statement {
    id: String,
    scenario: String,
    text: String,
    outcome: String,
    axes: BTreeMap<String, String>,
    traps: Vec<String>,
    register: String,
    role: String,
    pair: Option<String>,
}

const REGISTERS: [&str; 7] = ["interview", "survey", "memo", "note", "email", "speech", "chat"];
const TRAPS: [&str; 18] = [
    "systemic",
    "responsible",
    "we",
    "together",
    "I-reorient",
    "frustrated",
    "numbers",
    "others-named-not-needed",
    "many-symptoms",
    "illustration",
    "wide-own",
    "small-others",
    "duty-mentioned",
    "purchase-mentioned",
    "good-news-mentioned",
    "instruction",
    "ordinary-words",
    "title",
];
const AXES: [(&str, &[&str]); 4] = [
    ("unit", &["one", "many"]),
    ("reach", &["own", "others", "whole"]),
    ("lacking", &["tools", "rally", "way"]),
    ("struggle", &["yes", "no"]),
];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Batch letter and its statements, in the order of the file.
fn batches() -> Vec<(String, Vec<Statement>)> {
    let mut files: Vec<_> =
        std::fs::read_dir(corpus().join("statements")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let parse =
            |(at, line)| serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}, line {}: {error}", at + 1));
        let statements = text.lines().enumerate().map(parse).collect();
        (name, statements)
    };
    files.into_iter().map(read).collect()
}

fn seeds(batch: &str) -> BTreeSet<String> {
    let Ok(text) = std::fs::read_to_string(corpus().join(format!("scenarios/{batch}.txt"))) else {
        return BTreeSet::new();
    };
    let slugs = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(" | ").next());
    slugs.map(str::to_owned).collect()
}

/// The table of permitted combinations in the guide.
fn follows(statement: &Statement) -> bool {
    let axis = |name| statement.axes.get(name).map_or("", String::as_str);
    let (unit, reach, lacking) = (axis("unit"), axis("reach"), axis("lacking"));
    let one = unit != "many";
    let struggle = axis("struggle") == "yes";
    match statement.outcome.as_str() {
        "correct" => {
            struggle
                && one
                && (reach == "own" || reach.is_empty() && lacking == "tools")
                && matches!(lacking, "" | "tools")
        }
        "coordinate" => {
            struggle && one && (reach == "others" || reach.is_empty() && lacking == "rally") && lacking != "way"
        }
        "reorient" => {
            let system = !one && reach != "own" && lacking != "tools";
            let organisation = reach == "whole" && matches!(lacking, "" | "way");
            let way = unit.is_empty() && reach.is_empty() && lacking == "way";
            struggle && (system || organisation || way)
        }
        "none" => axis("struggle") == "no",
        _ => false,
    }
}

#[test]
fn every_statement_keeps_the_form_and_its_label_follows_from_its_axes() {
    for (batch, statements) in batches() {
        let seeds = seeds(&batch);
        for (at, statement) in statements.iter().enumerate() {
            let id = &statement.id;
            assert_eq!(*id, format!("{batch}{:03}", at + 1));
            assert!(statement.scenario == "off" || seeds.contains(&statement.scenario), "{id}: {}", statement.scenario);
            assert!(!statement.text.trim().is_empty() && statement.text.chars().count() <= 2_000, "{id}: length");
            assert!(REGISTERS.contains(&statement.register.as_str()), "{id}: {}", statement.register);
            assert!(!statement.role.is_empty(), "{id}: role");
            for trap in &statement.traps {
                assert!(TRAPS.contains(&trap.as_str()), "{id}: {trap}");
            }
            for (axis, value) in &statement.axes {
                let known = AXES.iter().any(|(name, values)| name == axis && values.contains(&value.as_str()));
                assert!(known, "{id}: {axis} {value}");
            }
            assert!(follows(statement), "{id}: {} does not follow from its axes", statement.outcome);
        }
    }
}

#[test]
fn the_rule_of_the_library_gives_every_label_from_its_axes() {
    for (_, statements) in batches() {
        for statement in statements {
            let axes = serde_json::to_value(&statement.axes).unwrap();
            let answers: JobAnswers = serde_json::from_value(axes).unwrap();
            let reading = read_job(&JobInput { statement: None, answers }).unwrap();
            assert_eq!(serde_json::to_value(reading.outcome).unwrap(), *statement.outcome, "{}", statement.id);
        }
    }
}

#[test]
fn twins_name_each_other_and_differ_in_outcome() {
    for (_, statements) in batches() {
        let by_id: BTreeMap<_, _> = statements.iter().map(|statement| (statement.id.as_str(), statement)).collect();
        for statement in &statements {
            let Some(pair) = &statement.pair else { continue };
            let twin = by_id.get(pair.as_str()).unwrap_or_else(|| panic!("{}: no twin {pair}", statement.id));
            assert_eq!(twin.pair.as_deref(), Some(statement.id.as_str()), "{}: not mutual", statement.id);
            assert_ne!(twin.outcome, statement.outcome, "{}: twins with one outcome", statement.id);
        }
    }
}

#[test]
fn no_statement_stands_twice_and_no_two_of_a_batch_begin_alike() {
    let mut seen = BTreeMap::new();
    for (batch, statements) in batches() {
        let mut openings = BTreeMap::new();
        for statement in &statements {
            let words: Vec<String> = statement
                .text
                .to_lowercase()
                .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            if let Some(other) = seen.insert(words.clone(), statement.id.clone()) {
                panic!("{} repeats {other}", statement.id);
            }
            // Twins may open alike, as may the short ones, the worked examples and the plain statements.
            if !["x", "p"].contains(&batch.as_str()) && words.len() >= 8 && statement.pair.is_none() {
                let opening: Vec<_> = words.iter().take(4).cloned().collect();
                if let Some(other) = openings.insert(opening, statement.id.clone()) {
                    panic!("{} begins like {other}", statement.id);
                }
            }
        }
    }
}

#[test]
fn a_finished_batch_meets_its_quotas() {
    for (batch, statements) in batches() {
        // The worked examples and the plain statements have no quotas.
        if ["x", "p"].contains(&batch.as_str()) {
            continue;
        }
        let count = |keep: &dyn Fn(&Statement) -> bool| statements.iter().filter(|statement| keep(statement)).count();
        let words = |statement: &Statement| statement.text.split_whitespace().count();
        let at_least = |what: &str, found: usize, least: usize| {
            assert!(found >= least, "batch {batch}: {found} {what}, at least {least} are needed");
        };
        at_least("statements", statements.len(), 248);
        at_least("with a trap", count(&|s| !s.traps.is_empty()), statements.len() / 2);
        at_least("twins", count(&|s| s.pair.is_some()), 80);
        at_least("under 15 words", count(&|s| words(s) < 15), 62);
        at_least("over 60 words", count(&|s| words(s) > 60), 62);
        for outcome in ["correct", "coordinate", "reorient", "none"] {
            at_least(outcome, count(&|s| s.outcome == outcome), 58);
            at_least(&format!("short {outcome}"), count(&|s| s.outcome == outcome && words(s) < 15), 12);
            at_least(&format!("long {outcome}"), count(&|s| s.outcome == outcome && words(s) > 60), 12);
        }
        for (register, least) in
            [("interview", 40), ("survey", 50), ("memo", 25), ("note", 35), ("email", 35), ("speech", 20), ("chat", 30)]
        {
            at_least(register, count(&|s| s.register == register), least);
        }
        let used: BTreeSet<_> = statements.iter().map(|s| s.scenario.clone()).collect();
        let unused: Vec<_> = seeds(&batch).difference(&used).cloned().collect();
        assert!(unused.is_empty(), "batch {batch}: no statement for {unused:?}");
    }
}

#[test]
fn the_ten_lists_share_no_seed() {
    let mut seen = BTreeMap::new();
    for batch in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] {
        let seeds = seeds(batch);
        assert!(seeds.len() >= 60, "{batch}: {} seeds", seeds.len());
        for seed in seeds {
            if let Some(other) = seen.insert(seed.clone(), batch) {
                panic!("{seed} stands in {other} and {batch}");
            }
        }
    }
}
