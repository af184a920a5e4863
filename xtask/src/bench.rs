//! `cargo xtask bench [group]`: the same work natively, through wasm, and by peers, side by side.
//!
//! Every program prints its figures as `test <group>/<work> ... bench: <nanoseconds> ns/iter (+/- <spread>)`, which
//! Criterion can and which takes one line elsewhere. A group is a row of [`GROUPS`].

use crate::command::{Failure, ask, command, node, run};
use crate::workshop::Workshop;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Work that is measured in several ways. Scripts that are named have to be there.
struct Group {
    name: &'static str,
    /// The bench target of the crate: `benches/<name>.rs`.
    native: Option<&'static str>,
    /// A script for Node, from the root.
    wasm: Option<&'static str>,
    /// A script for Python, from the root, and what it imports, pinned.
    python: Option<(&'static str, &'static [&'static str])>,
}

const GROUPS: [Group; 2] = [
    Group {
        name: "charts",
        native: Some("charts"),
        wasm: Some("benches/js/charts.bench.mjs"),
        python: Some(("benches/peers/charts.py", &["pyqicharts==2.0.0"])),
    },
    Group { name: "plan", native: Some("plan"), wasm: Some("benches/js/plan.bench.mjs"), python: None },
    Group { name: "pictures", native: None, wasm: Some("benches/js/pictures.bench.mjs"), python: None },
];

/// The ways, in the order of the columns.
const WAYS: [&str; 3] = ["native", "wasm", "Python"];

/// One piece of work and what it took in each way, in nanoseconds.
struct Row {
    work: String,
    took: [Option<f64>; 3],
}

/// Runs the group that was named, or all of them, and prints a table for each.
pub fn bench(workshop: &mut Workshop) -> ExitCode {
    let wanted = workshop.words.first().cloned();
    let groups: Vec<&Group> =
        GROUPS.iter().filter(|group| wanted.as_ref().is_none_or(|name| name == group.name)).collect();
    if groups.is_empty() {
        let known: Vec<&str> = GROUPS.iter().map(|group| group.name).collect();
        eprintln!("\nThere is no benchmark called {}. Known are: {}.", wanted.unwrap_or_default(), known.join(", "));
        return ExitCode::from(2);
    }
    let mut all = true;
    for group in groups {
        let mut rows = Vec::new();
        for (way, command) in [native(workshop, group), wasm(workshop, group), python(workshop, group)]
            .into_iter()
            .enumerate()
            .filter_map(|(way, command)| Some((way, command?)))
        {
            println!("\n{}, {} …", group.name, WAYS[way]);
            let done = command.and_then(|mut command| run(&mut command, "Mend what it names, then run this again."));
            match done {
                Ok(output) => note(&mut rows, way, &output),
                // A peer that cannot be had leaves its column empty; our own code has to run.
                Err(failure) => {
                    eprintln!("{failure}");
                    all &= WAYS[way] == "Python";
                }
            }
        }
        print!("\n{}", table(group.name, &rows));
    }
    if all { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

type Prepared = Option<Result<Command, Failure>>;

fn native(workshop: &Workshop, group: &Group) -> Prepared {
    let mut cargo = command("cargo", &workshop.root);
    cargo.args(["bench", "--package", "headwater", "--bench", group.native?, "--", "--output-format", "bencher"]);
    Some(Ok(cargo))
}

fn wasm(workshop: &Workshop, group: &Group) -> Prepared {
    Some(Ok(node(&workshop.root, group.wasm?)))
}

fn python(workshop: &Workshop, group: &Group) -> Prepared {
    let (script, packages) = group.python?;
    Some(environment(workshop, group.name, packages).map(|python| {
        let mut python = command(python, &workshop.root);
        python.arg(script);
        python
    }))
}

/// A Python with these packages, in an environment of its own in the cache folder.
fn environment(workshop: &Workshop, name: &str, packages: &[&str]) -> Result<PathBuf, Failure> {
    let home = workshop.tools.join(format!("python-{name}"));
    let python = home.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = home.join("packages");
    let wanted = packages.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    let usual = ["python3", "python"];
    let system = usual.into_iter().find(|name| ask(command(name, &workshop.root).arg("--version")).is_some());
    let advice = "Install Python 3 with venv and pip, or do without this column.";
    let system = system.ok_or_else(|| Failure::new("Python was not found on the PATH.", advice))?;
    run(command(system, &workshop.root).args(["-m", "venv", "--clear"]).arg(&home), advice)?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(command(&python, &workshop.root).args(install).args(packages), "Check that the network is up.")?;
    // Only an installation that ended well is found the next time.
    let _ = fs::write(&stamp, wanted);
    Ok(python)
}

/// Adds the figures in `output` to the rows of their work.
fn note(rows: &mut Vec<Row>, way: usize, output: &str) {
    for (work, nanoseconds) in output.lines().filter_map(figure) {
        let at = rows.iter().position(|row| row.work == work).unwrap_or_else(|| {
            rows.push(Row { work: work.to_owned(), took: [None; 3] });
            rows.len() - 1
        });
        rows[at].took[way] = Some(nanoseconds);
    }
}

/// The work and the nanoseconds of a line `test charts/run ... bench:   1,234 ns/iter (+/- 56)`.
fn figure(line: &str) -> Option<(&str, f64)> {
    let (work, rest) = line.trim().strip_prefix("test ")?.split_once(" ... bench:")?;
    let number = rest.split_once("ns/iter")?.0.trim().replace(',', "");
    Some((work.rsplit('/').next().unwrap_or(work).trim(), number.parse().ok()?))
}

fn table(group: &str, rows: &[Row]) -> String {
    let mut table = format!("| {group} | native | wasm | wasm : native | Python | Python : wasm |\n");
    table += "| --- | ---: | ---: | ---: | ---: | ---: |\n";
    for Row { work, took: [native, wasm, python] } in rows {
        let time = |nanoseconds: &Option<f64>| nanoseconds.map_or("–".into(), milliseconds);
        let ratio = |over: &Option<f64>, under: &Option<f64>| {
            over.zip(*under).map_or("–".into(), |(over, under)| format!("{:.1}", over / under))
        };
        table += &format!(
            "| {work} | {} | {} | {} | {} | {} |\n",
            time(native),
            time(wasm),
            ratio(wasm, native),
            time(python),
            ratio(python, wasm)
        );
    }
    table
}

fn milliseconds(nanoseconds: f64) -> String {
    format!("{:.3} ms", nanoseconds / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_criterion_and_the_scripts_print_them() {
        let line = "test charts/1,000 run charts of 24 points ... bench:   1,234,567 ns/iter (+/- 56)";
        assert_eq!(figure(line), Some(("1,000 run charts of 24 points", 1_234_567.0)));
        assert_eq!(figure("Benchmarking: warming up"), None);
    }

    #[test]
    fn a_way_that_was_not_measured_leaves_a_gap() {
        let mut rows = Vec::new();
        note(&mut rows, 0, "test charts/one ... bench: 1,000,000 ns/iter (+/- 1)");
        note(&mut rows, 1, "test charts/one ... bench: 1500000 ns/iter (+/- 1)");
        assert!(table("charts", &rows).ends_with("| one | 1.000 ms | 1.500 ms | 1.5 | – | – |\n"));
    }
}
