//! What must be on the machine before anything is built: Rust's wasm32 library, Node, npm packages.

use crate::command::{Failure, ask, command, run};
use crate::workshop::Workshop;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The oldest Node that Vite and the tests run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

pub fn wasm_target(workshop: &mut Workshop) -> Result<String, Failure> {
    let installed = || {
        let sysroot = ask(command("rustc", &workshop.root).args(["--print", "sysroot"]))?;
        Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir().then_some(())
    };
    if installed().is_some() {
        return Ok("ready".into());
    }
    run(
        command("rustup", &workshop.root).args(["target", "add", "wasm32-unknown-unknown"]),
        "Install Rust with rustup (https://rustup.rs), check that the network is up, then run this again.",
    )?;
    Ok("installed".into())
}

/// The source of Rust's library, from which the core gets one of its own that is made for size.
pub fn library_source(workshop: &mut Workshop) -> Result<String, Failure> {
    let installed = || {
        let sysroot = ask(command("rustc", &workshop.root).args(["--print", "sysroot"]))?;
        Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file().then_some(())
    };
    if installed().is_some() {
        return Ok("ready".into());
    }
    run(
        command("rustup", &workshop.root).args(["component", "add", "rust-src"]),
        "Install Rust with rustup (https://rustup.rs), check that the network is up, then run this again.",
    )?;
    Ok("installed".into())
}

pub fn node(workshop: &mut Workshop) -> Result<String, Failure> {
    let advice = format!(
        "Install Node {}.{} or newer from https://nodejs.org, then run this again.",
        OLDEST_NODE.0, OLDEST_NODE.1
    );
    let version = ask(command("node", &workshop.root).arg("--version"))
        .ok_or_else(|| Failure::new("Node.js was not found on the PATH.", &advice))?;
    let mut numbers = version.trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < OLDEST_NODE {
        return Err(Failure::new(format!("Node.js here is {version}, which is too old."), advice));
    }
    Ok(version)
}

/// Installs the packages of package-lock.json, unless node_modules already holds exactly these.
pub fn npm_packages(workshop: &mut Workshop) -> Result<String, Failure> {
    let root = &workshop.root;
    // npm empties node_modules when it starts, so the stamp can only be there after an install that ended well.
    let stamp = root.join("node_modules").join(".headwater-lock");
    let mut wanted = String::new();
    for file in ["package-lock.json", "package.json", "pkg/package.json", "tests/package.json", "www/package.json"] {
        wanted += &fs::read_to_string(root.join(file)).map_err(|error| {
            Failure::new(format!("{file}: {error}."), "Restore the file: `git restore` brings it back.")
        })?;
    }
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok("ready".into());
    }
    run(
        npm(root).args(["ci", "--no-audit", "--no-fund"]),
        "Check that the network is up and that package-lock.json fits the package.json files (`npm install` brings it up \
         to date), then run this again.",
    )?;
    let _ = fs::write(&stamp, wanted);
    Ok("installed".into())
}

fn npm(root: &Path) -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, root)
}
