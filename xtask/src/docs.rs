//! Writes the documentation of both APIs into target/docs, and the page of the review's rules into docs/rules.md.

use crate::build::node_bin;
use crate::command::{Failure, command, run};
use crate::workshop::Workshop;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

pub fn write(workshop: &mut Workshop) -> ExitCode {
    match pages(workshop) {
        Ok(index) => {
            println!(
                "\nThe documentation is at {index}\nThe page of rules is docs/rules.md: commit it where it changed."
            );
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn pages(workshop: &Workshop) -> Result<String, Failure> {
    let docs = workshop.target.join("docs");
    run(
        command("cargo", &workshop.root).args([
            "run",
            "--features",
            "docs",
            "--example",
            "rules",
            "--",
            "docs/rules.md",
        ]),
        "Mend what the compiler names under src/review, then run this again.",
    )?;
    run(
        command("cargo", &workshop.root).args(["doc", "--package", "headwater", "--no-deps"]),
        "Mend what rustdoc names, then run this again.",
    )?;
    let _ = fs::remove_dir_all(&docs);
    let broken = |error: std::io::Error| {
        Failure::new(format!("{} cannot be written: {error}.", docs.display()), "Free some space, then run this again.")
    };
    copy(&workshop.target.join("doc"), &docs.join("rust")).map_err(broken)?;
    let mut typedoc = node_bin(workshop, "typedoc/bin/typedoc");
    typedoc.args(["--options", "pkg/typedoc.config.mjs", "--out"]).arg(docs.join("typescript"));
    run(&mut typedoc, "Mend what TypeDoc names under pkg/src, then run this again.")?;
    let index = docs.join("index.html");
    fs::write(
        &index,
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Headwater</title><h1>Headwater</h1>\n\
         <ul><li><a href=\"typescript/index.html\">The npm package</a>\
         <li><a href=\"rust/headwater/index.html\">The Rust crate</a></ul></html>\n",
    )
    .map_err(broken)?;
    Ok(index.display().to_string())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
