//! Writes the page of the review's rules to the file given as an argument.
//!
//! `cargo run --features docs --example rules -- docs/rules.md`, which is what `cargo xtask docs` calls.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name the file to write to")?;
    std::fs::write(file, headwater::review::page::rules_page())?;
    Ok(())
}
