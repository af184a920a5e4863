//! Serves the built portal until it is stopped.

use crate::command::node;
use crate::workshop::Workshop;
use std::io::{BufRead, BufReader};
use std::process::{ExitCode, Stdio};

/// Starts the server and waits for it. The server stops when its standard input ends, so it never outlives this.
pub fn serve(workshop: &mut Workshop) -> ExitCode {
    let child = node(&workshop.root, "www/serve.mjs")
        .args(["--port", &workshop.port.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            eprintln!("The server could not be started: {error}.\nCheck that `node` is on the PATH.");
            return ExitCode::FAILURE;
        }
    };
    // Held until the end: `wait` would close it, and with that stop the server.
    let _open = child.stdin.take();
    let mut address = String::new();
    if let Some(output) = child.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut address);
    }
    if address.is_empty() {
        let _ = child.wait();
        eprintln!("The server did not start. Choose another port with --port=<n>, then run this again.");
        return ExitCode::FAILURE;
    }
    println!("\nHeadwater is at {}\nPress Ctrl+C to stop.", address.trim());
    match child.wait() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
