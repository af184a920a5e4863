//! What the package weighs, against its budgets. This table is the one place where the budgets stand.

use crate::command::{Failure, node, run};
use crate::workshop::Workshop;
use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

/// Something whose weight has a limit. Sizes are in KB of 1,000 bytes, after brotli at its highest quality.
struct Budget {
    item: &'static str,
    /// What is added up: `core.wasm`, or an entry point with all the scripts it loads at the start.
    parts: &'static [&'static str],
    target: usize,
    fails_at: usize,
    /// For an item that is over its limit: what it weighs today. It may fall, never rise, until it is within.
    owed: Option<usize>,
}

const BUDGETS: [Budget; 4] = [
    Budget { item: "Core (wasm)", parts: &["core.wasm"], target: 100, fails_at: 130, owed: Some(263) },
    Budget { item: "Facade and glue", parts: &["."], target: 8, fails_at: 12, owed: None },
    Budget {
        item: "Job classifier, all that it loads",
        parts: &["core.wasm", "./elements/job-classifier/define"],
        target: 125,
        fails_at: 160,
        owed: Some(285),
    },
    Budget {
        item: "Planner, all that it loads",
        parts: &["core.wasm", "./elements/planner/define"],
        target: 190,
        fails_at: 230,
        owed: Some(320),
    },
];

/// How far the README may lag behind before the check fails: a twentieth, and at least this many tenths of a KB.
const SLACK: usize = 5;

const OPEN: &str = "<!-- sizes: written by `cargo xtask sizes --write` -->";
const CLOSE: &str = "<!-- /sizes -->";

/// The step of `cargo xtask test`: within budget, and the README is right.
pub fn check(workshop: &mut Workshop) -> Result<String, Failure> {
    let weights = weigh(workshop)?;
    let over: Vec<String> = BUDGETS
        .iter()
        .zip(&weights)
        .filter(|(budget, bytes)| **bytes > budget.owed.unwrap_or(budget.fails_at) * 1000)
        .map(|(budget, bytes)| format!("{} weighs {}; it fails at {} KB.", budget.item, kb(*bytes), budget.fails_at))
        .collect();
    if !over.is_empty() {
        return Err(Failure {
            what: over.join(" "),
            output: table(&weights),
            advice: "`cargo xtask sizes --why` lists what is heavy. Compare it with the commit before.".into(),
        });
    }
    let readme = read(workshop)?;
    let stated = between(&readme).ok_or_else(no_markers)?;
    if !agrees(stated, &weights) {
        return Err(Failure {
            what: "The sizes in README.md are not those of this build.".into(),
            output: table(&weights),
            advice: "Run `cargo xtask sizes --write` and commit README.md.".into(),
        });
    }
    let past: Vec<&str> = BUDGETS
        .iter()
        .zip(&weights)
        .filter(|(budget, bytes)| **bytes > budget.target * 1000)
        .map(|(budget, _)| budget.item)
        .collect();
    let core = kb(weights[0]);
    let owing: Vec<String> = BUDGETS
        .iter()
        .zip(&weights)
        .filter(|(budget, bytes)| **bytes > budget.fails_at * 1000)
        .map(|(budget, bytes)| format!("{} ({}, limit {} KB)", budget.item, kb(*bytes), budget.fails_at))
        .collect();
    Ok(if !owing.is_empty() {
        format!("OVER THE LIMIT, as it was: {}", owing.join(", "))
    } else if past.is_empty() {
        format!("core {core}")
    } else {
        format!("core {core}; past the target: {}", past.join(", "))
    })
}

/// `cargo xtask sizes [--write]`.
pub fn report(workshop: &mut Workshop) -> ExitCode {
    let done = weigh(workshop).and_then(|weights| {
        println!("\n{}", table(&weights));
        if workshop.why {
            let named = workshop.target.join("headwater-named.wasm");
            print!("{}", run(node(&workshop.root, "pkg/heavy.mjs").arg(named), "Run `cargo xtask build` first.")?);
        }
        if !workshop.write {
            return Ok(());
        }
        let readme = read(workshop)?;
        let stated = between(&readme).ok_or_else(no_markers)?;
        let written =
            readme.replacen(&format!("{OPEN}{stated}{CLOSE}"), &format!("{OPEN}\n{}{CLOSE}", table(&weights)), 1);
        fs::write(workshop.root.join("README.md"), written)
            .map_err(|error| Failure::new(format!("README.md cannot be written: {error}."), "Mend its permissions."))
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

/// The weight in bytes of each row of the budgets.
fn weigh(workshop: &Workshop) -> Result<Vec<usize>, Failure> {
    let mut parts: Vec<&str> = BUDGETS.iter().flat_map(|budget| budget.parts).copied().collect();
    parts.sort_unstable();
    parts.dedup();
    let advice = "Run `cargo xtask build`, then this again.";
    let output = run(node(&workshop.root, "pkg/measure.mjs").args(parts), advice)?;
    let weights: BTreeMap<&str, usize> = output
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(part, bytes)| Some((part, bytes.parse().ok()?)))
        .collect();
    let sum = |budget: &Budget| budget.parts.iter().map(|part| weights.get(part).copied()).sum::<Option<usize>>();
    BUDGETS
        .iter()
        .map(|budget| sum(budget).ok_or_else(|| Failure::new(format!("“{}” was not weighed.", budget.item), advice)))
        .collect()
}

fn table(weights: &[usize]) -> String {
    let mut table = String::from("| Brotli | Size | Target | Fails at |\n| --- | ---: | ---: | ---: |\n");
    for (budget, bytes) in BUDGETS.iter().zip(weights) {
        table += &format!("| {} | {} | {} KB | {} KB |\n", budget.item, kb(*bytes), budget.target, budget.fails_at);
    }
    table
}

/// `12.3 KB`.
fn kb(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// Whether the table in the README has every row, with a size that is about right.
fn agrees(stated: &str, weights: &[usize]) -> bool {
    BUDGETS.iter().zip(weights).all(|(budget, bytes)| {
        let tenths = (bytes + 50) / 100;
        let (begins, ends) =
            (format!("| {} | ", budget.item), format!(" KB | {} KB | {} KB |", budget.target, budget.fails_at));
        stated
            .lines()
            .find_map(|line| line.strip_prefix(&begins)?.strip_suffix(&ends)?.replace('.', "").parse::<usize>().ok())
            .is_some_and(|said| said.abs_diff(tenths) <= SLACK.max(tenths / 20))
    })
}

fn read(workshop: &Workshop) -> Result<String, Failure> {
    fs::read_to_string(workshop.root.join("README.md"))
        .map_err(|error| Failure::new(format!("README.md: {error}."), "Restore it with `git restore README.md`."))
}

fn between(readme: &str) -> Option<&str> {
    let (_, rest) = readme.split_once(OPEN)?;
    rest.split_once(CLOSE).map(|(stated, _)| stated)
}

fn no_markers() -> Failure {
    Failure::new(
        "README.md has no place for the sizes.",
        format!("Put these two lines where they belong:\n{OPEN}\n{CLOSE}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHTS: [usize; 4] = [90_000, 7_040, 120_000, 180_000];

    #[test]
    fn a_table_agrees_with_the_weights_it_was_written_from() {
        assert!(agrees(&table(&WEIGHTS), &WEIGHTS));
    }

    #[test]
    fn a_table_may_lag_a_little_and_no_more() {
        let stated = table(&WEIGHTS);
        assert!(agrees(&stated, &[93_000, 7_300, 120_000, 180_000]));
        assert!(!agrees(&stated, &[100_000, 7_040, 120_000, 180_000]));
        assert!(!agrees(&stated, &[90_000, 8_000, 120_000, 180_000]));
    }

    #[test]
    fn a_table_with_another_budget_or_a_missing_row_does_not_agree() {
        let stated = table(&WEIGHTS);
        assert!(!agrees(&stated.replace("100 KB", "300 KB"), &WEIGHTS));
        assert!(!agrees(&stated.replace("Planner", "Plan"), &WEIGHTS));
    }

    #[test]
    fn sizes_are_rounded_to_a_tenth() {
        assert_eq!(kb(12_349), "12.3 KB");
        assert_eq!(kb(12_350), "12.4 KB");
    }
}
