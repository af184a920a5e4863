//! `cargo xtask train` and `cargo xtask compare` run this.

use headwater_training::compare::page;
use headwater_training::fit::Choices;
use headwater_training::train::train;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let corpus = root.join("corpus");
    let task = std::env::args().nth(1).unwrap_or_default();
    match task.as_str() {
        "train" => {
            let trained = train(&corpus, &Choices::default());
            println!("Each batch, read by a model of all the others:");
            for (letter, figures) in trained.folds.iter().copied().chain([('*', trained.pooled)]) {
                println!(
                    "  {letter}  macro-F1 {:.3}  commits to {:.0} %, of these right {:.3}  calibration error {:.3}",
                    figures.macro_f1,
                    figures.coverage * 100.0,
                    figures.precision,
                    figures.calibration_error
                );
            }
            println!("Sharpness {:.2}, commits from {:.2} on.", trained.sharpness, trained.commits);
            let path = root.join("src/job/model.bin");
            if let Err(error) = std::fs::write(&path, &trained.file) {
                eprintln!("{}: {error}", path.display());
                return ExitCode::FAILURE;
            }
            println!("Wrote src/job/model.bin, {} bytes.", trained.file.len());
            ExitCode::SUCCESS
        }
        "compare" => {
            let path = root.join("docs/classifier/comparison.md");
            let page = page(&root);
            print!("{page}");
            match std::fs::create_dir_all(root.join("docs/classifier")).and_then(|()| std::fs::write(&path, page)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("{}: {error}", path.display());
                    ExitCode::FAILURE
                }
            }
        }
        _ => {
            eprintln!("train | compare");
            ExitCode::from(2)
        }
    }
}
