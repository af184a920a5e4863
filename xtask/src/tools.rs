//! The Rust tools: taken from the PATH where the version fits, else installed once into the user's cache folder.

use crate::command::{Failure, ask, command, run};
use crate::workshop::{Workshop, on_path};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The version of wasm-pack.
const WASM_PACK: &str = "0.15.1";

/// A tool that `cargo install` can build.
struct Tool {
    package: &'static str,
    /// Its programs; the first gives the folder its name.
    programs: &'static [&'static str],
    version: String,
    /// Whether it is built with the dependency versions that it was released with.
    locked: bool,
}

/// wasm-bindgen and its test runner, in the version that Cargo.toml pins: both sides must be the same.
pub fn wasm_bindgen(workshop: &mut Workshop) -> Result<String, Failure> {
    let manifest = fs::read_to_string(workshop.root.join("Cargo.toml")).unwrap_or_default();
    let version = pinned(&manifest, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.toml pins no wasm-bindgen.", "Write `wasm-bindgen = \"=1.2.3\"` with the exact version.")
    })?;
    let tool = Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version,
        locked: false,
    };
    let (folder, remark) = provide(&tool, workshop)?;
    workshop.wasm_bindgen = Some(folder);
    Ok(remark)
}

pub fn wasm_pack(workshop: &mut Workshop) -> Result<String, Failure> {
    let tool = Tool { package: "wasm-pack", programs: &["wasm-pack"], version: WASM_PACK.into(), locked: true };
    let (folder, remark) = provide(&tool, workshop)?;
    workshop.wasm_pack = Some(folder);
    Ok(remark)
}

/// The version in a line such as `wasm-bindgen = "=0.2.130"`.
fn pinned(manifest: &str, dependency: &str) -> Option<String> {
    manifest.lines().find_map(|line| {
        let (name, version) = line.split_once('=')?;
        (name.trim() == dependency).then(|| version.trim().strip_prefix("\"=")?.strip_suffix('"').map(str::to_owned))?
    })
}

/// The folder that holds the tool's programs, and where it came from.
fn provide(tool: &Tool, workshop: &Workshop) -> Result<(PathBuf, String), Failure> {
    let version = &tool.version;
    if let Some(folder) = on_path(tool.programs[0]).and_then(|path| path.parent().map(Path::to_path_buf))
        && fits(tool, &folder)
    {
        return Ok((folder, format!("{version}, from the PATH")));
    }

    let name = format!("{}-{version}", tool.programs[0]);
    let home = workshop.tools.join(&name);
    if fits(tool, &home.join("bin")) {
        return Ok((home.join("bin"), format!("{version}, ready")));
    }

    let cannot_write = |error: std::io::Error| {
        Failure::new(
            format!("{} cannot be written: {error}.", workshop.tools.display()),
            "Free some space or mend its permissions, or set XDG_CACHE_HOME to another folder.",
        )
    };
    fs::create_dir_all(&workshop.tools).map_err(cannot_write)?;
    let lock = File::create(workshop.tools.join(format!(".{name}.lock"))).map_err(cannot_write)?;
    lock.lock().map_err(cannot_write)?;
    // Somebody else may have installed it while this one waited.
    if fits(tool, &home.join("bin")) {
        return Ok((home.join("bin"), format!("{version}, ready")));
    }

    // Only a finished installation gets the name that is looked for.
    let unfinished = workshop.tools.join(format!(".{name}.unfinished"));
    let _ = fs::remove_dir_all(&unfinished);
    let mut install = command("cargo", &workshop.tools);
    install.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    install.args(["install", tool.package, "--version", version, "--root"]).arg(&unfinished);
    if tool.locked {
        install.arg("--locked");
    }
    run(
        &mut install,
        &format!(
            "Check that the network is up and that a C compiler is there (Debian: apt-get install build-essential; \
             macOS: xcode-select --install), or install {} {version} yourself and put it on the PATH.",
            tool.package
        ),
    )?;
    let _ = fs::remove_dir_all(&home);
    fs::rename(&unfinished, &home).map_err(cannot_write)?;
    if !fits(tool, &home.join("bin")) {
        return Err(Failure::new(
            format!("{} was installed, but {} does not run.", tool.package, home.display()),
            "Remove that folder, then run this again.",
        ));
    }
    Ok((home.join("bin"), format!("{version}, installed")))
}

/// Whether every program of the tool is in `folder` and says the right version.
fn fits(tool: &Tool, folder: &Path) -> bool {
    tool.programs.iter().all(|program| {
        let path = folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        path.is_file()
            && ask(command(&path, folder).arg("--version"))
                .is_some_and(|said| said.split_whitespace().any(|word| word == tool.version))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_wasm_bindgen_is_read_from_the_manifest() {
        let manifest = "wasm-bindgen-test = \"0.3\"\njs-sys = \"=0.3.107\"\nwasm-bindgen = \"=0.2.130\"\n";
        assert_eq!(pinned(manifest, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_version_that_may_float_is_not_taken_for_a_pin() {
        assert_eq!(pinned("wasm-bindgen = \"0.2\"\n", "wasm-bindgen"), None);
    }
}
