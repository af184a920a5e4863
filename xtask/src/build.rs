//! Building: Rust to wasm, TypeScript to the package, the portal.

use crate::command::{Failure, command, node, run};
use crate::workshop::Workshop;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What rustc may use for wasm32-unknown-unknown (`rustc --print cfg`, and the two that LLVM implies), in Binaryen's
/// words. Never `--all-features`: with it, Binaryen writes modules that today's engines refuse.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

const FEATURES_ADVICE: &str = "If it names a feature, rustc has begun to use one that xtask/src/build.rs does not \
    list: check that the browsers we support have it, then add it.";

/// Builds Rust's library anew for size: the one that rustup brings is made for speed, and costs a seventh more.
pub const SMALL_LIBRARY: [&str; 4] = ["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];

/// A panic traps at once instead of building a message that nobody sees: the facade reports the trap. No panic is
/// reachable by input; this is for our own mistakes.
pub const QUIET_PANICS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Compiles the core into pkg/wasm.
pub fn core(workshop: &mut Workshop) -> Result<String, Failure> {
    let folder = workshop.root.join("pkg").join("wasm");
    let wasm_pack = workshop.wasm_pack.clone().unwrap_or_default().join("wasm-pack");
    let mut command = command(wasm_pack, &workshop.root);
    command
        .args(["build", "pkg/core", "--target", "web", "--no-pack", "--release", "--mode", "no-install"])
        .args(["--out-dir", "../wasm", "--out-name", "headwater"])
        .args(["--", "--locked"])
        .args(SMALL_LIBRARY)
        // The flags above are not stable yet. The toolchain is pinned, so what they do here is settled.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("PATH", path_with([workshop.wasm_pack.clone(), workshop.wasm_bindgen.clone()]))
        .env("CARGO_ENCODED_RUSTFLAGS", without_machine_paths(workshop));
    run(&mut command, "Mend what the compiler names, then run this again.")?;
    // wasm-pack writes an ignore file for npm packages that it makes itself; it would empty ours.
    let _ = fs::remove_file(folder.join(".gitignore"));

    let (wasm, smaller) = (folder.join("headwater_bg.wasm"), folder.join("smaller.wasm"));
    if workshop.why {
        let named = workshop.target.join("headwater-named.wasm");
        run(optimise(workshop, &wasm).arg("--debuginfo").arg("-o").arg(&named), FEATURES_ADVICE)?;
    }
    let mut smallest = optimise(workshop, &wasm);
    smallest.args(["--strip-debug", "--strip-producers"]).arg("-o").arg(&smaller);
    run(&mut smallest, FEATURES_ADVICE)?;
    fs::rename(&smaller, &wasm).map_err(|error| {
        Failure::new(format!("{} cannot be written: {error}.", wasm.display()), "Close what holds the file open.")
    })?;
    let size = fs::metadata(&wasm).map_or(0, |file| file.len());
    Ok(format!("{} KB before compression", size.div_ceil(1000)))
}

/// The call of wasm-opt, but for where its result goes.
fn optimise(workshop: &Workshop, wasm: &Path) -> Command {
    let mut command = node_bin(workshop, "binaryen/bin/wasm-opt");
    command.arg("--mvp-features").args(WASM_FEATURES).arg("-Oz").arg(wasm);
    command
}

/// Bundles pkg/src into pkg/dist, with declarations.
pub fn package(workshop: &mut Workshop) -> Result<String, Failure> {
    for licence in ["LICENSE-MIT", "LICENSE-APACHE", "README.md"] {
        // npm packs only what lies in the package's own folder.
        fs::copy(workshop.root.join(licence), workshop.root.join("pkg").join(licence)).map_err(|error| {
            Failure::new(
                format!("{licence} cannot be copied into pkg: {error}."),
                "Restore the file with `git restore`.",
            )
        })?;
    }
    run(
        &mut node(&workshop.root, "pkg/build.mjs"),
        "Mend what the compiler names under pkg/src, then run this again.",
    )?;
    Ok("pkg/dist".into())
}

/// Builds the portal into www/dist.
pub fn portal(workshop: &mut Workshop) -> Result<String, Failure> {
    let mut vite = node_bin(workshop, "vite/bin/vite.js");
    vite.args(["build", "--logLevel", "warn"]).current_dir(workshop.root.join("www"));
    run(&mut vite, "Mend what Vite names under www, then run this again.")?;
    Ok("www/dist".into())
}

/// A program of an npm package, run by Node from the root.
pub fn node_bin(workshop: &Workshop, script: &str) -> Command {
    node(&workshop.root, workshop.root.join("node_modules").join(script))
}

/// The PATH with `folders` in front.
pub fn path_with(folders: impl IntoIterator<Item = Option<PathBuf>>) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().flatten().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

/// The flags of the core's compilation, as Cargo wants them with this character between.
fn without_machine_paths(workshop: &Workshop) -> String {
    let flags: Vec<String> = machine_paths(workshop).into_iter().chain(QUIET_PANICS.map(str::to_owned)).collect();
    flags.join("\x1f")
}

/// Flags that keep the folders of this machine out of the wasm: the same bytes from every machine, and nobody's name.
pub fn machine_paths(workshop: &Workshop) -> Vec<String> {
    let home = |name: &str, folder: &str| {
        let parent = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
        env::var_os(name).map(PathBuf::from).or_else(|| Some(PathBuf::from(env::var_os(parent)?).join(folder)))
    };
    let pairs = [
        (home("RUSTUP_HOME", ".rustup"), "rustup"),
        (home("CARGO_HOME", ".cargo"), "cargo"),
        (Some(workshop.target.clone()), "target"),
        (Some(workshop.root.clone()), "headwater"),
    ];
    pairs
        .iter()
        .filter_map(|(path, name)| Some(format!("--remap-path-prefix={}={name}", path.as_ref()?.display())))
        .collect()
}
