//! Says what is going on: which step of how many, for how long, and the last thing the called program said.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The last line of the program that is running.
static LAST: Mutex<String> = Mutex::new(String::new());

/// Notes what a running program said, for a terminal to show.
pub fn murmur(line: &str) {
    if let Ok(mut last) = LAST.lock() {
        *last = line.chars().filter(|c| !c.is_control()).collect();
    }
}

/// A step under way. On a terminal it keeps one line up to date; in a log it speaks after a while, and now and then.
pub struct Progress {
    label: String,
    began: Instant,
    over: Arc<AtomicBool>,
    ticker: Option<JoinHandle<()>>,
}

impl Progress {
    pub fn begin(number: usize, of: usize, title: &str) -> Self {
        let label = format!("[{number:2}/{of}] {title}");
        let began = Instant::now();
        let over = Arc::new(AtomicBool::new(false));
        murmur("");
        let ticker = {
            let (label, over) = (label.clone(), Arc::clone(&over));
            thread::spawn(move || tick(&label, began, &over))
        };
        Self { label, began, over, ticker: Some(ticker) }
    }

    /// Ends the step with a remark and returns how long it took.
    pub fn end(mut self, remark: &str) -> Duration {
        self.over.store(true, Ordering::Relaxed);
        if let Some(ticker) = self.ticker.take() {
            let _ = ticker.join();
        }
        let elapsed = self.began.elapsed();
        println!("{}: {remark} ({})", self.label, time(elapsed));
        elapsed
    }
}

fn tick(label: &str, began: Instant, over: &AtomicBool) {
    let live = std::io::stdout().is_terminal();
    let mut spoke_at = 0;
    while !over.load(Ordering::Relaxed) {
        let seconds = began.elapsed().as_secs();
        if live {
            let last = LAST.lock().map(|last| last.clone()).unwrap_or_default();
            let line: String = format!("{label} … {seconds} s  {last}").chars().take(100).collect();
            print!("\r\x1b[2K{line}");
            let _ = std::io::stdout().flush();
        } else if seconds >= spoke_at + if spoke_at == 0 { 5 } else { 60 } {
            println!("{label} … {seconds} s");
            spoke_at = seconds;
        }
        thread::sleep(Duration::from_millis(100));
    }
    if live {
        print!("\r\x1b[2K");
    }
}

/// `4.2 s`, `1 min 07 s`.
pub fn time(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds < 60 {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}
