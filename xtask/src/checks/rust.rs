//! Checks of the crate: format, lints, tests, documentation, and the bindings in both of their homes.

use crate::command::{Failure, command, run};
use crate::workshop::Workshop;
use std::fs;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

pub fn format(workshop: &mut Workshop) -> Result<String, Failure> {
    run(cargo(workshop).args(["fmt", "--all", "--check"]), "Run `cargo fmt --all` and commit what it changed.")?;
    Ok("as it should be".into())
}

pub fn clippy(workshop: &mut Workshop) -> Result<String, Failure> {
    run(
        cargo(workshop).args(["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"]),
        "Mend what clippy names. If it says the lock file needs an update, run `cargo check` and commit Cargo.lock.",
    )?;
    Ok("no warnings".into())
}

pub fn clippy_wasm(workshop: &mut Workshop) -> Result<String, Failure> {
    run(
        cargo(workshop).args(["clippy", "--locked", "--lib", "--target", WASM, "--", "--deny", "warnings"]),
        "Mend what clippy names.",
    )?;
    Ok("no warnings".into())
}

pub fn native_tests(workshop: &mut Workshop) -> Result<String, Failure> {
    let output = run(cargo(workshop).args(["test", "--locked", "--workspace"]), "Mend what the failing tests name.")?;
    counted(&output)
}

pub fn rustdoc(workshop: &mut Workshop) -> Result<String, Failure> {
    run(
        cargo(workshop)
            .args(["doc", "--locked", "--package", "headwater", "--no-deps"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
        "Mend what rustdoc names.",
    )?;
    Ok("no warnings".into())
}

pub fn bindings_in_node(workshop: &mut Workshop) -> Result<String, Failure> {
    let output = run(&mut bindings(workshop), "Mend what the failing tests name, in tests/web.rs or src/wasm.")?;
    counted(&output)
}

pub fn bindings_in_chromium(workshop: &mut Workshop) -> Result<String, Failure> {
    let mut tests = bindings(workshop);
    if let Some(chromium) = &workshop.chromium {
        // The runner takes Chromium's options from a file; ours says which Chromium as well.
        let options = workshop.root.join("tests").join("webdriver.json");
        let with_browser = fs::read_to_string(&options).unwrap_or_default().replacen(
            "\"goog:chromeOptions\": {",
            &format!("\"goog:chromeOptions\": {{\n    \"binary\": {:?},", chromium.browser.display().to_string()),
            1,
        );
        let file = workshop.target.join("webdriver.json");
        fs::write(&file, with_browser).map_err(|error| {
            Failure::new(
                format!("{} cannot be written: {error}.", file.display()),
                "Free some space, then run this again.",
            )
        })?;
        tests.env("CHROMEDRIVER", &chromium.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file);
    }
    tests.env("WASM_BINDGEN_USE_BROWSER", "1").env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counted(&run(&mut tests, "Mend what the failing tests name. If Chromium did not start, run it by hand once.")?)
}

fn bindings(workshop: &Workshop) -> Command {
    let runner = workshop.wasm_bindgen.clone().unwrap_or_default().join("wasm-bindgen-test-runner");
    let mut command = cargo(workshop);
    command
        .args(["test", "--locked", "--package", "headwater", "--target", WASM, "--test", "web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    command
}

fn cargo(workshop: &Workshop) -> Command {
    command("cargo", &workshop.root)
}

/// How many tests passed, added up over cargo's `test result:` lines. None at all is a failure: a check that ran
/// nothing has shown nothing.
fn counted(output: &str) -> Result<String, Failure> {
    let passed: usize = output
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: ok. ")?.split(' ').next()?.parse::<usize>().ok())
        .sum();
    if passed == 0 {
        return Err(Failure {
            what: "No test ran.".into(),
            output: output.into(),
            advice: "Check that the tests are still there and compiled for this target.".into(),
        });
    }
    Ok(super::tests(passed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_tests_are_added_up_over_all_results() {
        let output = "test result: ok. 12 passed; 0 failed;\n\ntest result: ok. 3 passed; 0 failed;\n";
        assert_eq!(counted(output).ok().as_deref(), Some("15 tests"));
    }

    #[test]
    fn a_run_without_tests_does_not_pass() {
        assert!(counted("test result: ok. 0 passed; 0 failed;\n").is_err());
    }
}
