//! `cargo xtask <task>`: every task of the repository. `cargo xtask help` lists them.
//!
//! A task is a list of steps (`step.rs`); what a step does is in the file named after its concern.

mod bench;
mod build;
mod checks;
mod chromium;
mod command;
mod demo;
mod docs;
mod progress;
mod setup;
mod sizes;
mod step;
mod tasks;
mod tools;
mod training;
mod twin;
mod workshop;

use std::process::ExitCode;

fn main() -> ExitCode {
    let (options, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
    let (task, words) = words.split_first().map_or(("help", &[][..]), |(task, words)| (task.as_str(), words));
    tasks::run(task, words, &options)
}
