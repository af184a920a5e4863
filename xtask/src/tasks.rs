//! The tasks, what each is for, and the steps it takes.

use crate::step::{Step, Steps};
use crate::workshop::Workshop;
use crate::{bench, build, checks, chromium, demo, docs, setup, sizes, tools, training, twin};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <task> [--verbose]

  demo           set up what is missing, build, and serve the portal on this computer
  test           set up what is missing, then run every check
  build          set up what is missing, then build everything under pkg/ and www/dist
  sizes          weigh the built package; --write puts the table into README.md,
                 --why lists what is heavy in the core
  bench [group]  run the benchmarks, natively, through wasm, and of peers, side by side
  train          train the reading of stories from the corpus, into src/job/model.bin
  compare        set the trained reading beside others, into docs/classifier/comparison.md
  docs           write the documentation of the Rust and the TypeScript API into target/docs,
                 and the page of the review's rules into docs/rules.md
  help           this text

  --verbose      show what the programs that are called have to say
  --port=<n>     for demo: the port to begin with, 4173 by default

Tools that are not on the PATH in the right version are installed into your cache folder, under headwater/tools.
";

/// Runs `task`. Unknown tasks and options are refused, so that a slip of the keyboard never passes for a green run.
pub fn run(task: &str, words: &[String], options: &[String]) -> ExitCode {
    let known: &[&str] = match task {
        "demo" => &["--verbose", "--port="],
        "sizes" => &["--verbose", "--write", "--why"],
        _ => &["--verbose"],
    };
    if task == "help" || options.iter().any(|option| option == "--help" || option == "-h") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let fits = |option: &String| known.iter().any(|k| option == k || (k.ends_with('=') && option.starts_with(k)));
    if let Some(option) = options.iter().find(|option| !fits(option)) {
        eprintln!("There is no option {option} for {task}.\n\n{HELP}");
        return ExitCode::from(2);
    }

    if let [word, ..] = words
        && task != "bench"
    {
        eprintln!("{task} takes no “{word}”.\n\n{HELP}");
        return ExitCode::from(2);
    }

    let mut workshop = match Workshop::open(options) {
        Ok(workshop) => Workshop { words: words.to_vec(), ..workshop },
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::FAILURE;
        }
    };
    match task {
        "demo" => chain([set_up(), building()]).then(&mut workshop, demo::serve),
        "test" => {
            chain([set_up(), vec![Step::set_up("Chromium", &[], chromium::provide)], checking()]).run_all(&mut workshop)
        }
        "build" => chain([set_up(), building()]).then(&mut workshop, |_| ExitCode::SUCCESS),
        "sizes" => chain([set_up(), packing()]).then(&mut workshop, sizes::report),
        "bench" => chain([set_up(), packing()]).then(&mut workshop, bench::bench),
        "train" | "compare" => training::run(&workshop, task),
        "docs" => chain([set_up(), packing()]).then(&mut workshop, docs::write),
        _ => {
            eprintln!("There is no task {task}.\n\n{HELP}");
            ExitCode::from(2)
        }
    }
}

fn set_up() -> Vec<Step> {
    vec![
        Step::set_up("Rust for wasm32", &[], setup::wasm_target),
        Step::set_up("Rust library source", &[], setup::library_source),
        Step::set_up("Node.js", &[], setup::node),
        Step::set_up("npm packages", &["Node.js"], setup::npm_packages),
        Step::set_up("wasm-bindgen", &["Rust for wasm32"], tools::wasm_bindgen),
        Step::set_up("wasm-pack", &["Rust for wasm32"], tools::wasm_pack),
    ]
}

fn packing() -> Vec<Step> {
    vec![
        Step::check("Build: the core", &["npm packages", "wasm-bindgen", "wasm-pack"], build::core),
        Step::check("Build: the twin", &["Build: the core"], twin::build),
        Step::check("Build: the package", &["Build: the core", "Build: the twin"], build::package),
    ]
}

fn building() -> Vec<Step> {
    let portal = Step::check("Build: the portal", &["Build: the package"], build::portal);
    packing().into_iter().chain([portal]).collect()
}

fn checking() -> Vec<Step> {
    let mut steps = vec![
        Step::check("Layers", &[], checks::layers),
        Step::check("Rust: format", &[], checks::format),
        Step::check("Rust: clippy", &[], checks::clippy),
        Step::check("Rust: clippy for wasm32", &["Rust for wasm32"], checks::clippy_wasm),
        Step::check("Rust: tests", &[], checks::native_tests),
        Step::check("Rust: documentation", &[], checks::rustdoc),
        Step::check("Bindings in Node", &["wasm-bindgen", "Node.js"], checks::bindings_in_node),
        Step::check("Bindings in Chromium", &["wasm-bindgen", "Chromium"], checks::bindings_in_chromium),
    ];
    steps.extend(building());
    steps.extend([
        Step::check("TypeScript: types", &["Build: the package"], checks::types),
        Step::check("TypeScript: documentation", &["Build: the package"], checks::typedoc),
        Step::check("Package and facade", &["Build: the package"], checks::facade),
        Step::check("README samples", &["Build: the package"], checks::readme_samples),
        Step::check("Browser tests", &["Build: the portal", "Chromium"], checks::browser),
        Step::check("Sizes", &["Build: the package"], sizes::check),
    ]);
    steps
}

fn chain<const N: usize>(parts: [Vec<Step>; N]) -> Steps {
    Steps(parts.into_iter().flatten().collect())
}
