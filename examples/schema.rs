//! Writes the JSON Schema of saved plans to the file given as an argument.
//!
//! `cargo run --features schema --example schema -- pkg/schema/plan.json`

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("name the file to write to")?;
    std::fs::write(file, serde_json::to_string_pretty(&headwater::plan::schema())? + "\n")?;
    Ok(())
}
