//! Checks of the package and the portal: types, tests in Node, tests in Chromium, samples.

use crate::build::node_bin;
use crate::command::{Failure, command, run};
use crate::workshop::Workshop;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MEND: &str = "Mend what the failing tests name.";

/// Types of the package's sources, of the portal, and of what an integrator would write.
pub fn types(workshop: &mut Workshop) -> Result<String, Failure> {
    for project in ["pkg", "www", "tests"] {
        run(
            node_bin(workshop, "typescript/bin/tsc").args(["--noEmit", "--project", project]),
            "Mend what the compiler names.",
        )?;
    }
    Ok("no errors".into())
}

/// TypeDoc has nothing to warn of: every public type is exported, every link leads somewhere.
pub fn typedoc(workshop: &mut Workshop) -> Result<String, Failure> {
    run(
        node_bin(workshop, "typedoc/bin/typedoc").args(["--options", "pkg/typedoc.config.mjs", "--emit", "none"]),
        "Export the types that it misses, or mend the comments that it names.",
    )?;
    Ok("no warnings".into())
}

/// Everything in tests/js but the samples.
pub fn facade(workshop: &mut Workshop) -> Result<String, Failure> {
    let mut files = tests_in(&workshop.root.join("tests/js"));
    files.retain(|file| !file.ends_with("readme.test.mjs"));
    run_tests(workshop, &files, |_| {})
}

pub fn readme_samples(workshop: &mut Workshop) -> Result<String, Failure> {
    run_tests(workshop, &[workshop.root.join("tests/js/readme.test.mjs")], |_| {})
}

/// Everything in tests/browser, in the Chromium that was found.
pub fn browser(workshop: &mut Workshop) -> Result<String, Failure> {
    run_tests(workshop, &tests_in(&workshop.root.join("tests/browser")), |node| {
        // One file at a time: each starts a browser of its own.
        node.arg("--test-concurrency=1");
        if let Some(chromium) = &workshop.chromium {
            node.env("HEADWATER_CHROMIUM", &chromium.browser);
        }
    })
}

fn run_tests(workshop: &Workshop, files: &[PathBuf], prepare: impl FnOnce(&mut Command)) -> Result<String, Failure> {
    if files.is_empty() {
        return Err(Failure::new("There are no test files.", "Check that they are still there and end in .test.mjs."));
    }
    let mut node = command("node", &workshop.root);
    node.args(["--test", "--test-reporter=spec"]);
    prepare(&mut node);
    let output = run(node.args(files), MEND)?;
    let count = |what: &str| {
        output.lines().find_map(|line| line.strip_prefix("ℹ ")?.strip_prefix(what)?.trim().parse::<usize>().ok())
    };
    match count("pass") {
        None | Some(0) => Err(Failure { what: "No test ran.".into(), output, advice: "Check the test files.".into() }),
        Some(passed) => Ok(match count("skipped") {
            None | Some(0) => super::tests(passed),
            Some(skipped) => format!("{}, {skipped} skipped", super::tests(passed)),
        }),
    }
}

/// The test files under `folder`, in a fixed order.
fn tests_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = files_in(folder, ".test.mjs");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            files.extend(tests_in(&entry.path()));
        }
    }
    files.sort();
    files
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && path.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    files
}
