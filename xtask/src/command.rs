//! Calling other programs: quietly, unless they fail or the reader asked for more.

use crate::progress;
use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What went wrong, what the program said, and what to do.
#[derive(Debug)]
pub struct Failure {
    pub what: String,
    pub output: String,
    pub advice: String,
}

impl Failure {
    pub fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), output: String::new(), advice: advice.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.output.trim().is_empty() {
            writeln!(f, "{}", self.output.trim_end())?;
        }
        writeln!(f, "{}", self.what)?;
        write!(f, "{}", self.advice)
    }
}

static VERBOSE: AtomicBool = AtomicBool::new(false);

/// From now on, shows what the called programs say while they say it.
pub fn be_verbose() {
    VERBOSE.store(true, Ordering::Relaxed);
}

/// A command that runs in `folder`.
pub fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Node running `script` of an npm package or of this repository. Calling scripts through Node needs no shell
/// wrapper, so it is the same on every system.
pub fn node(folder: &Path, script: impl AsRef<OsStr>) -> Command {
    let mut command = command("node", folder);
    command.arg(script);
    command
}

/// Runs `command` to its end and returns what it printed, both streams in order of arrival.
/// `advice` says what to do when it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<String, Failure> {
    // What is kept to be shown later, or read, is plain text.
    command.env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    let line = describe(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("`{line}` could not be started: {error}."), advice))?;
    let output = Arc::new(Mutex::new(String::new()));
    let readers: Vec<_> = [
        child.stdout.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>),
        child.stderr.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>),
    ]
    .into_iter()
    .flatten()
    .map(|stream| {
        let output = Arc::clone(&output);
        thread::spawn(move || collect(stream, &output))
    })
    .collect();
    let status = child.wait();
    for reader in readers {
        let _ = reader.join();
    }
    let output = output.lock().map(|text| text.clone()).unwrap_or_default();
    match status {
        Ok(status) if status.success() => Ok(output),
        Ok(status) => Err(Failure { what: format!("`{line}` failed ({status})."), output, advice: advice.into() }),
        Err(error) => Err(Failure { what: format!("`{line}`: {error}."), output, advice: advice.into() }),
    }
}

/// What `command` prints on success; nothing when it fails or is not there. For looking, not for doing.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn collect(stream: impl Read, output: &Mutex<String>) {
    let mut reader = BufReader::new(stream);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
        let line = String::from_utf8_lossy(&bytes);
        if VERBOSE.load(Ordering::Relaxed) {
            eprint!("{line}");
        } else {
            progress::murmur(line.trim());
        }
        if let Ok(mut output) = output.lock() {
            output.push_str(&line);
        }
        bytes.clear();
    }
}

fn describe(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    words.join(" ")
}
