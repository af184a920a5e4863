//! Runs the training crate, made for speed and not for size.

use crate::command::command;
use crate::workshop::Workshop;
use std::process::ExitCode;

/// `train` or `compare`.
pub fn run(workshop: &Workshop, task: &str) -> ExitCode {
    let mut cargo = command("cargo", &workshop.root);
    cargo.args(["run", "--quiet", "--profile", "training", "--package", "headwater-training", "--", task]);
    match cargo.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cargo does not start: {error}.");
            ExitCode::FAILURE
        }
    }
}
