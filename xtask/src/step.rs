//! A task is a list of steps. Set-up steps make ready; checks are counted.

use crate::command::Failure;
use crate::progress::{Progress, time};
use crate::workshop::Workshop;
use std::process::ExitCode;
use std::time::Duration;

/// One step: its title, the titles of the steps it cannot do without, and what it does.
/// It returns a remark such as `214 tests`.
pub struct Step {
    title: &'static str,
    counted: bool,
    needs: &'static [&'static str],
    act: fn(&mut Workshop) -> Result<String, Failure>,
}

impl Step {
    /// A step that makes ready.
    pub fn set_up(
        title: &'static str,
        needs: &'static [&'static str],
        act: fn(&mut Workshop) -> Result<String, Failure>,
    ) -> Self {
        Self { title, counted: false, needs, act }
    }

    /// A step that can hold or fail.
    pub fn check(
        title: &'static str,
        needs: &'static [&'static str],
        act: fn(&mut Workshop) -> Result<String, Failure>,
    ) -> Self {
        Self { title, counted: true, needs, act }
    }
}

/// The steps of a task, in order.
pub struct Steps(pub Vec<Step>);

enum Outcome {
    Held(String),
    Failed(Failure),
    /// The step that it could not do without.
    NotRun(&'static str),
}

struct Row {
    title: &'static str,
    counted: bool,
    elapsed: Duration,
    outcome: Outcome,
}

impl Steps {
    /// Takes the steps one after the other, stops at the first that fails, and goes on to `last` if none did.
    pub fn then(self, workshop: &mut Workshop, last: impl FnOnce(&mut Workshop) -> ExitCode) -> ExitCode {
        let of = self.0.len();
        for (index, step) in self.0.into_iter().enumerate() {
            let row = take(step, index + 1, of, &[], workshop);
            if let Outcome::Failed(failure) = row.outcome {
                eprintln!("\n{failure}");
                return ExitCode::FAILURE;
            }
        }
        last(workshop)
    }

    /// Takes every step whose needs are met, then tells how all of them went.
    pub fn run_all(self, workshop: &mut Workshop) -> ExitCode {
        let of = self.0.len();
        let mut rows: Vec<Row> = Vec::new();
        for (index, step) in self.0.into_iter().enumerate() {
            let row = take(step, index + 1, of, &rows, workshop);
            if let Outcome::Failed(failure) = &row.outcome {
                eprintln!("\n{failure}\n");
            }
            rows.push(row);
        }
        summarise(&rows)
    }
}

fn take(step: Step, number: usize, of: usize, before: &[Row], workshop: &mut Workshop) -> Row {
    let lacking = step
        .needs
        .iter()
        .find(|need| before.iter().any(|row| row.title == **need && !matches!(row.outcome, Outcome::Held(_))));
    let progress = Progress::begin(number, of, step.title);
    let outcome = match lacking {
        Some(need) => Outcome::NotRun(need),
        None => match (step.act)(workshop) {
            Ok(remark) => Outcome::Held(remark),
            Err(failure) => Outcome::Failed(failure),
        },
    };
    let elapsed = progress.end(&remark(&outcome));
    Row { title: step.title, counted: step.counted, elapsed, outcome }
}

fn remark(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Held(remark) => remark.clone(),
        Outcome::Failed(_) => "FAILED".into(),
        Outcome::NotRun(need) => format!("NOT RUN, it needs “{need}”"),
    }
}

fn summarise(rows: &[Row]) -> ExitCode {
    // A set-up step that held is no news; one that did not explains what follows.
    let told: Vec<&Row> = rows.iter().filter(|row| row.counted || !matches!(row.outcome, Outcome::Held(_))).collect();
    let width = told.iter().map(|row| row.title.chars().count()).max().unwrap_or(0);
    println!();
    for row in &told {
        println!("{:width$}  {:>12}  {}", row.title, time(row.elapsed), remark(&row.outcome));
    }
    let total: Duration = rows.iter().map(|row| row.elapsed).sum();
    println!("{:width$}  {:>12}", "In all", time(total));
    let broken: Vec<&&Row> = told.iter().filter(|row| !matches!(row.outcome, Outcome::Held(_))).collect();
    if !broken.is_empty() {
        println!("\nFailed:");
        for row in &broken {
            match &row.outcome {
                Outcome::Failed(failure) => println!("  {}: {} {}", row.title, failure.what, failure.advice),
                other => println!("  {}: {}", row.title, remark(other)),
            }
        }
    }
    let (held, lost): (Vec<&Row>, Vec<&Row>) =
        rows.iter().filter(|row| row.counted).partition(|row| matches!(row.outcome, Outcome::Held(_)));
    println!("\n{} passed, {} failed", held.len(), lost.len());
    if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workshop() -> Workshop {
        Workshop::open(&[]).expect("the repository is here")
    }

    fn row(title: &'static str, outcome: Outcome) -> Row {
        Row { title, counted: true, elapsed: Duration::ZERO, outcome }
    }

    #[test]
    fn a_step_does_not_run_when_what_it_needs_failed() {
        let before = [row("build", Outcome::Failed(Failure::new("no", "mend it")))];
        let step = Step::check("test", &["build"], |_| panic!("must not run"));
        let taken = take(step, 2, 2, &before, &mut workshop());
        assert!(matches!(taken.outcome, Outcome::NotRun("build")));
    }

    #[test]
    fn a_step_that_could_not_run_counts_as_a_failure() {
        let rows = [row("build", Outcome::Held(String::new())), row("test", Outcome::NotRun("Chromium"))];
        assert_eq!(format!("{:?}", summarise(&rows)), format!("{:?}", ExitCode::FAILURE));
    }
}
