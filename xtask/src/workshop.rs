//! Where the work happens: the folders, and the tools found so far.

use crate::chromium::Chromium;
use crate::command::Failure;
use std::env;
use std::path::{Path, PathBuf};

/// The folders of this run and the tools its steps have found.
pub struct Workshop {
    /// The folder of the repository.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
    /// Where tools are installed, shared by every clone.
    pub tools: PathBuf,
    /// The port that the demo tries first.
    pub port: u16,
    /// What stands behind the task: the group for `bench`.
    pub words: Vec<String>,
    /// Whether `sizes` writes its table into the README.
    pub write: bool,
    /// Whether `sizes` lists what is heavy in the core.
    pub why: bool,
    /// The folder with wasm-bindgen and its test runner.
    pub wasm_bindgen: Option<PathBuf>,
    /// The folder with wasm-pack.
    pub wasm_pack: Option<PathBuf>,
    /// The browser and its driver.
    pub chromium: Option<Chromium>,
}

impl Workshop {
    /// Reads the options and the environment.
    pub fn open(options: &[String]) -> Result<Self, Failure> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .filter(|root| root.join("Cargo.toml").is_file())
            .ok_or_else(|| {
                Failure::new(
                    "The repository is no longer where xtask was built.",
                    "Run `cargo clean -p xtask`, then again.",
                )
            })?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |given| root.join(PathBuf::from(given)));
        let port = match options.iter().find_map(|option| option.strip_prefix("--port=")) {
            None => 4173,
            Some(given) => given
                .parse()
                .map_err(|_| Failure::new(format!("{given} is not a port."), "Give a number from 1 to 65535."))?,
        };
        if options.iter().any(|option| option == "--verbose") {
            crate::command::be_verbose();
        }
        Ok(Self {
            target,
            tools: cache_folder()?.join("headwater").join("tools"),
            port,
            words: Vec::new(),
            write: options.iter().any(|option| option == "--write"),
            why: options.iter().any(|option| option == "--why"),
            wasm_bindgen: None,
            wasm_pack: None,
            chromium: None,
            root,
        })
    }
}

/// The folder for things that can be had again, by the custom of the system.
fn cache_folder() -> Result<PathBuf, Failure> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let found = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    found.ok_or_else(|| {
        Failure::new("There is no folder for tools to be kept in.", "Set XDG_CACHE_HOME to the full path of a folder.")
    })
}

/// The first file called `name` in the folders of the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}
