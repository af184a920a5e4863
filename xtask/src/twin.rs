//! The JavaScript twin of the core, for pages that forbid WebAssembly: the same crate, compiled to plain JavaScript by
//! Binaryen's wasm2js.
//!
//! wasm2js knows the first version of WebAssembly only (one table, no reference types), so the core is compiled once
//! more for that processor; wasm-bindgen then keeps its objects on the side of JavaScript.

use crate::build::{QUIET_PANICS, SMALL_LIBRARY, machine_paths, node_bin};
use crate::command::{Failure, command, run};
use crate::workshop::Workshop;
use std::fs;

/// What wasm2js can read.
const FEATURES: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];

/// Names no feature in the module, so that wasm-bindgen uses none.
const OLD_PROCESSOR: [&str; 2] = ["-Ctarget-cpu=mvp", "-Cstrip=symbols"];

const ADVICE: &str = "Build the core first. If it names a feature, the core has begun to use one that plain JavaScript \
    cannot stand in for.";

/// Compiles the twin into pkg/wasm/twin: modules that pkg/build.mjs bundles.
pub fn build(workshop: &mut Workshop) -> Result<String, Failure> {
    let target = workshop.target.join("twin");
    let folder = workshop.root.join("pkg").join("wasm").join("twin");
    let flags: Vec<String> = machine_paths(workshop)
        .into_iter()
        .chain(QUIET_PANICS.iter().chain(&OLD_PROCESSOR).map(|&flag| flag.into()))
        .collect();
    run(
        command("cargo", &workshop.root)
            .args(["build", "--release", "--locked", "--package", "headwater-core"])
            .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
            .arg(&target)
            .args(SMALL_LIBRARY)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")),
        "Mend what the compiler names, then run this again.",
    )?;
    let bindgen = workshop.wasm_bindgen.clone().unwrap_or_default().join("wasm-bindgen");
    run(
        command(bindgen, &workshop.root)
            .args(["--target", "bundler", "--out-name", "headwater", "--out-dir"])
            .arg(&folder)
            .arg(target.join("wasm32-unknown-unknown/release/headwater_core.wasm")),
        ADVICE,
    )?;
    let (wasm, small) = (folder.join("headwater_bg.wasm"), target.join("small.wasm"));
    let script = folder.join("headwater_bg.wasm.js");
    let mut smaller = node_bin(workshop, "binaryen/bin/wasm-opt");
    run(smaller.args(FEATURES).args(["-Oz", "--strip-debug"]).arg(&wasm).arg("-o").arg(&small), ADVICE)?;
    let mut translate = node_bin(workshop, "binaryen/bin/wasm2js");
    run(translate.args(FEATURES).arg("-Oz").arg(&small).arg("-o").arg(&script), ADVICE)?;

    // The glue imports the wasm; here it imports the script that stands in for it.
    let unreadable = |error: std::io::Error| Failure::new(format!("{}: {error}.", folder.display()), ADVICE);
    let glue = folder.join("headwater.js");
    let text = fs::read_to_string(&glue).map_err(unreadable)?;
    fs::write(&glue, text.replace("headwater_bg.wasm\"", "headwater_bg.wasm.js\"")).map_err(unreadable)?;
    fs::remove_file(&wasm).map_err(unreadable)?;
    // The bindings describe themselves as no module; the facade has types of its own for them.
    fs::write(folder.join("headwater.d.ts"), "export {};\n").map_err(unreadable)?;
    let size = fs::metadata(&script).map_or(0, |file| file.len());
    Ok(format!("{} KB before bundling", size.div_ceil(1000)))
}
