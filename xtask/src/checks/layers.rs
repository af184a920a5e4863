//! The layers of the design, held by reading the sources:
//!
//! - JavaScript is known in `src/wasm` only, and the rest of `src` has no clock, no chance and no input or output;
//! - the raw bindings are imported by `pkg/src/load*.ts` only, and the wasm file is named there once;
//! - elements know the facade and nothing below it; the portal knows the package's public entry points only;
//! - no file points out of the repository: no folder of somebody's machine, no package mirror.

use crate::command::{Failure, ask, command};
use crate::workshop::Workshop;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A file of the repository: its path from the root with `/` between, and its text.
struct Source {
    path: String,
    text: String,
}

pub fn layers(workshop: &mut Workshop) -> Result<String, Failure> {
    let listed = ask(command("git", &workshop.root).args(["ls-files", "--cached", "--others", "--exclude-standard"]))
        .ok_or_else(|| {
        Failure::new("git does not list the files.", "Run this in a clone, with git on the PATH.")
    })?;
    let sources: Vec<Source> = listed
        .lines()
        .filter_map(|path| {
            Some(Source { path: path.to_owned(), text: fs::read_to_string(workshop.root.join(path)).ok()? })
        })
        .collect();
    let exists = |path: &Path| workshop.root.join(path).exists();
    let mut findings: Vec<String> = sources.iter().flat_map(|source| breaches(source, &exists)).collect();
    findings.extend(naming_of_the_wasm(&sources));
    findings.extend(versions(&sources));
    if findings.is_empty() {
        return Ok(format!("{} files", sources.len()));
    }
    Err(Failure {
        what: format!("{} places break the layers.", findings.len()),
        output: findings.join("\n"),
        advice: "Move the code to the layer that may know this; CONTRIBUTING.md says which.".into(),
    })
}

/// Every breach in one file, each as `path:line: what`.
fn breaches(source: &Source, exists: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let path = source.path.as_str();
    let mut found = Vec::new();
    if path.ends_with(".rs") && path.starts_with("src/") && !path.starts_with("src/wasm/") {
        found.extend(pure_rust(&source.text));
    }
    if is_script(path) && (path.starts_with("pkg/src/") || path.starts_with("www/")) {
        let imports = imports(&source.text);
        found.extend(imports.iter().filter_map(|(line, to)| Some((*line, forbidden_import(path, to)?))));
    }
    found.extend(pointing_out(path, &source.text, exists));
    found.into_iter().map(|(line, what)| format!("{path}:{line}: {what}")).collect()
}

fn is_script(path: &str) -> bool {
    [".ts", ".mts", ".js", ".mjs", ".tsx", ".jsx"].iter().any(|ending| path.ends_with(ending))
}

/* ---------------------------------------------------------------- Rust */

const JAVASCRIPT: [&str; 5] = ["wasm_bindgen", "wasm_bindgen_futures", "js_sys", "web_sys", "JsValue"];
const OF_STD: [&str; 7] = ["fs", "net", "time", "env", "process", "thread", "io"];
const IMPURE: [&str; 5] = ["SystemTime", "Instant", "rand", "getrandom", "RandomState"];

/// JavaScript, clocks, chance, input and output in code that must have none. `std::io` is let off for its traits: it
/// reaches nothing by itself but the standard streams.
fn pure_rust(text: &str) -> Vec<(usize, String)> {
    let words = words(&code_of(text));
    let mut found = Vec::new();
    for (index, (line, word)) in words.iter().enumerate() {
        let said = |what: &str| (*line, format!("`{word}` {what}"));
        if JAVASCRIPT.contains(&word.as_str()) {
            found.push(said("belongs in src/wasm/"));
        } else if IMPURE.contains(&word.as_str()) {
            found.push(said("is a clock or chance; the caller supplies times and ids"));
        } else if word == "std" {
            found.extend(from_std(&words[index + 1..]));
        }
    }
    found
}

/// The modules of std named behind `std`: `::fs`, or `::{fs, fmt}`.
fn from_std(after: &[(usize, String)]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut first = true;
    for (index, (line, word)) in after.iter().enumerate() {
        match word.as_str() {
            "::" if index == 0 => continue,
            _ if index == 0 => break,
            "{" => {
                depth += 1;
                first = true;
                continue;
            }
            "}" => depth -= 1,
            "," => {
                first = true;
                continue;
            }
            // Only the first word of a path behind `std::` is a module of std.
            name if first && depth <= 1 && OF_STD.contains(&name) && name != "io" => {
                found.push((
                    *line,
                    format!("`std::{name}` reaches outside; the core has no input or output, and no clock"),
                ));
            }
            "stdin" | "stdout" | "stderr" => found.push((*line, format!("`{word}` reaches outside"))),
            _ => {}
        }
        first = false;
        if depth <= 0 && word != "::" && after.get(index + 1).is_none_or(|(_, next)| next != "::") {
            break;
        }
    }
    found
}

/// Rust with its comments and the insides of its texts blanked out, line for line.
fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let mut index = 0;
    while index < chars.len() {
        let end = match (at(index), at(index + 1)) {
            ('/', '/') => (index..chars.len()).find(|&i| chars[i] == '\n').unwrap_or(chars.len()),
            ('/', '*') => end_of_comment(&chars, index),
            ('"', _) => end_of_text(&chars, index + 1, 0, true),
            ('r', '"' | '#') if index == 0 || !is_word(at(index - 1)) || at(index - 1) == 'b' => {
                let hashes = (index + 1..).take_while(|&i| at(i) == '#').count();
                // `r#type` is a name, not a text.
                if at(index + 1 + hashes) == '"' {
                    end_of_text(&chars, index + 2 + hashes, hashes, false)
                } else {
                    index
                }
            }
            // A character, not a lifetime: 'a', '\n', '\u{1f}'.
            ('\'', '\\') => (index + 3..chars.len()).find(|&i| chars[i] == '\'').map_or(chars.len(), |i| i + 1),
            ('\'', _) if at(index + 2) == '\'' => index + 3,
            _ => index,
        };
        if end == index {
            code.push(chars[index]);
            index += 1;
        } else {
            code.push(' ');
            code.extend(chars[index..end].iter().filter(|c| **c == '\n'));
            index = end;
        }
    }
    code
}

fn end_of_comment(chars: &[char], start: usize) -> usize {
    let mut depth = 0;
    let mut index = start;
    while index < chars.len() {
        match (chars[index], chars.get(index + 1)) {
            ('/', Some('*')) => (depth, index) = (depth + 1, index + 2),
            ('*', Some('/')) => (depth, index) = (depth - 1, index + 2),
            _ => index += 1,
        }
        if depth == 0 {
            return index;
        }
    }
    chars.len()
}

fn end_of_text(chars: &[char], start: usize, hashes: usize, escapes: bool) -> usize {
    let mut index = start;
    while index < chars.len() {
        if escapes && chars[index] == '\\' {
            index += 2;
        } else if chars[index] == '"' && chars[index + 1..].iter().take_while(|c| **c == '#').count() >= hashes {
            return index + 1 + hashes;
        } else {
            index += 1;
        }
    }
    chars.len()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The names and signs of the code, each with its line; `::` is one sign.
fn words(code: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = if is_word(first) {
                rest.find(|c| !is_word(c)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            words.push((number + 1, rest[..length].to_owned()));
            rest = rest[length..].trim_start();
        }
    }
    words
}

/* ---------------------------------------------------------------- TypeScript */

/// What a script imports, with lines: the text behind `from`, `import` and `import(`. Types count as well.
fn imports(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("//") || trimmed.starts_with('*') || trimmed.starts_with("/*") {
            continue;
        }
        for opening in ["from ", "import ", "import(", "require(", "URL("] {
            for (at, _) in line.match_indices(opening) {
                let rest = &line[at + opening.len()..];
                let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`')) else { continue };
                if let Some((to, _)) = rest[1..].split_once(quote) {
                    found.push((number + 1, to.to_owned()));
                }
            }
        }
    }
    found
}

/// Why the file at `path` may not import `to`; none when it may.
fn forbidden_import(path: &str, to: &str) -> Option<String> {
    let relative = to.starts_with('.');
    let target = if relative { within(path, to) } else { Some(PathBuf::from(to)) };
    let names =
        |part: &str| target.as_ref().is_some_and(|target| target.to_string_lossy().replace('\\', "/").contains(part));
    if let Some(rest) = path.strip_prefix("pkg/src/") {
        let loader = !rest.contains('/') && rest.starts_with("load");
        if names("pkg/wasm/") && !loader {
            return Some(format!("imports `{to}`: only pkg/src/load*.ts know the raw bindings"));
        }
        if rest.starts_with("elements/") && names("pkg/src/load") {
            return Some(format!("imports `{to}`: elements know the facade, not its loaders"));
        }
        if relative && !names("pkg/src/") && !loader {
            return Some(format!("imports `{to}`, which lies outside pkg/src"));
        }
    } else if path.starts_with("www/") {
        let deep = ["headwater/dist", "headwater/src", "headwater/wasm"];
        // The server and the build configuration are tools, not pages: they may read what the package says of itself.
        let tool = path.ends_with(".mjs");
        if deep.iter().any(|deep| to.starts_with(deep)) || (relative && !names("www/") && !tool) {
            return Some(format!("imports `{to}`: the portal uses the package's public entry points only"));
        }
    }
    None
}

/// Where the relative path `to` leads from the folder of the file at `path`; none when it leaves the repository.
fn within(path: &str, to: &str) -> Option<PathBuf> {
    let mut place: Vec<Component> = Path::new(path).parent()?.components().collect();
    for part in Path::new(to).components() {
        match part {
            Component::ParentDir => drop(place.pop()?),
            Component::CurDir => {}
            other => place.push(other),
        }
    }
    Some(place.iter().collect())
}

/// Bundlers copy the wasm once for each place in the sources that names it, so there is one.
fn naming_of_the_wasm(sources: &[Source]) -> Vec<String> {
    let naming: Vec<String> = sources
        .iter()
        .filter(|source| source.path.starts_with("pkg/src/") && is_script(&source.path))
        .flat_map(|source| {
            let named = imports(&source.text).into_iter().filter(|(_, to)| to.ends_with(".wasm"));
            named.map(|(line, _)| format!("{}:{line}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    match naming.as_slice() {
        [one] if one.starts_with("pkg/src/load") => Vec::new(),
        [] => vec!["pkg/src: no load*.ts names headwater_bg.wasm with `new URL(\"…\", import.meta.url)`".into()],
        several => {
            several.iter().map(|place| format!("{place}: names the wasm; pkg/src/load.ts does so, once")).collect()
        }
    }
}

/* ---------------------------------------------------------------- Every file */

/// Marks of a machine or a mirror. Pieced together, so that this file does not hold them.
fn marks() -> [(String, &'static str); 6] {
    [
        (["/", "root/"].concat(), "names a folder of somebody's machine"),
        (["/", "work/"].concat(), "names a folder of somebody's machine"),
        (["/tmp", "/wt"].concat(), "names a folder of somebody's machine"),
        (["regis", "try="].concat(), "names a package mirror"),
        (["replace", "-with"].concat(), "names a package mirror"),
        (["\"resolved\": \"", "http"].concat(), "names a package mirror"),
    ]
}

fn pointing_out(path: &str, text: &str, exists: &dyn Fn(&Path) -> bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let marks = marks();
    let shared = ["../", "shared"].concat();
    for (number, line) in text.lines().enumerate() {
        for (mark, what) in &marks {
            // `cause/root/` and `network/` are no folders of a machine: a folder begins where no word ends.
            let begins =
                |at: usize| !mark.starts_with('/') || !line[..at].ends_with(|c: char| is_word(c) || "./-}".contains(c));
            if line.match_indices(mark.as_str()).any(|(at, _)| begins(at)) {
                found.push((number + 1, format!("`{mark}` {what}")));
            }
        }
        for (at, _) in line.match_indices(&shared) {
            let climbs = line[..at].len() - line[..at].trim_end_matches("../").len();
            let rest = &line[at - climbs..];
            let to = &rest[..rest.find(|c: char| !is_word(c) && !"./-".contains(c)).unwrap_or(rest.len())];
            if !within(path, to).is_some_and(|place| exists(&place) || exists(&place.with_extension("ts"))) {
                found.push((number + 1, format!("`{to}` leads out of the repository")));
            }
        }
        if path == "Cargo.lock"
            && line.starts_with("source = ")
            && !line.contains("github.com/rust-lang/crates.io-index")
        {
            found.push((number + 1, "a crate comes from elsewhere than crates.io".into()));
        }
    }
    found
}

/// The crate and the npm package are one release: they carry the same version.
fn versions(sources: &[Source]) -> Vec<String> {
    let line = |path: &str, begins: &str| {
        let source = sources.iter().find(|source| source.path == path)?;
        let line = source.text.lines().find_map(|line| line.trim().strip_prefix(begins))?;
        line.split('"').nth(1).map(str::to_owned)
    };
    let (crates, npm) = (line("Cargo.toml", "version ="), line("pkg/package.json", "\"version\":"));
    if crates == npm {
        return Vec::new();
    }
    vec![format!("pkg/package.json: version {npm:?}, but Cargo.toml has {crates:?}")]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(path: &str, text: &str) -> Vec<String> {
        breaches(&Source { path: path.into(), text: text.into() }, &|path| path == Path::new("pkg/src/shared/x.ts"))
    }

    #[test]
    fn javascript_types_are_known_in_src_wasm_only() {
        assert_eq!(breaks("src/chart/mod.rs", "fn f() {}\nuse wasm_bindgen::JsValue;").len(), 2);
        assert!(breaks("src/chart/mod.rs", "use js_sys::Array;")[0].starts_with("src/chart/mod.rs:1:"));
        assert!(breaks("src/wasm/mod.rs", "use wasm_bindgen::JsValue;").is_empty());
        assert!(breaks("tests/web.rs", "use wasm_bindgen_test::*;").is_empty());
    }

    #[test]
    fn the_core_has_no_clock_no_chance_and_no_files() {
        for line in [
            "use std::fs;",
            "use std::fs::File;",
            "let t = std::time::Duration::ZERO;",
            "use std::{fmt, fs};",
            "use std::{\n  fmt::{self, Write},\n  net::TcpStream,\n};",
            "let now = Instant::now();",
            "let n: f64 = rand::random();",
            "std::env::var(\"HOME\")",
            "use std::io::stdout;",
        ] {
            assert_eq!(breaks("src/date.rs", line).len(), 1, "{line}");
        }
    }

    #[test]
    fn the_rest_of_std_is_free() {
        let text =
            "use std::fmt;\nuse std::collections::BTreeMap;\nuse std::{cmp::Ordering, io::Read};\nlet time = fs + net;";
        assert!(breaks("src/date.rs", text).is_empty());
    }

    #[test]
    fn comments_and_texts_may_name_anything() {
        let text = r####"
            // std::fs and JsValue
            /* rand /* nested */ Instant */
            let a = "std::fs \" JsValue"; let b = r#"use rand; " "#; let c = '"'; let d = '\''; fn e<'a>(x: &'a str) {}
            let f = b"Instant";
        "####;
        assert!(breaks("src/date.rs", text).is_empty());
        assert_eq!(breaks("src/date.rs", &format!("{text}\nuse rand::Rng;")).len(), 1);
    }

    #[test]
    fn only_the_loaders_know_the_raw_bindings() {
        let import = "import start from \"../wasm/headwater.js\";";
        assert!(breaks("pkg/src/load.ts", import).is_empty());
        assert!(breaks("pkg/src/load.node.ts", import).is_empty());
        assert_eq!(breaks("pkg/src/plan.ts", import).len(), 1);
        assert_eq!(
            breaks("pkg/src/elements/x/index.ts", "const m = await import('../../../wasm/headwater.js');").len(),
            1
        );
    }

    #[test]
    fn elements_know_the_facade_only() {
        let path = "pkg/src/elements/planner/index.ts";
        assert!(breaks(path, "import { init } from \"../../index.js\";\nimport { html } from \"lit\";").is_empty());
        assert!(breaks(path, "import { tokens } from \"../tokens.js\";").is_empty());
        assert_eq!(breaks(path, "import { load } from \"../../load.js\";").len(), 1);
        assert_eq!(breaks(path, "export * from \"../../../dist/index.js\";").len(), 1);
    }

    #[test]
    fn the_portal_uses_public_entry_points_only() {
        let path = "www/src/main.ts";
        assert!(breaks(path, "import \"headwater/elements/planner/define\";\nimport \"./style.css\";").is_empty());
        for import in ["\"../../pkg/src/index.ts\"", "\"headwater/dist/index.js\"", "'../../pkg/dist/index.js'"] {
            assert_eq!(breaks(path, &format!("import {import};")).len(), 1, "{import}");
        }
    }

    #[test]
    fn the_wasm_is_named_once_and_by_a_loader() {
        let source = |path: &str| Source {
            path: path.into(),
            text: "new URL(\"../wasm/headwater_bg.wasm\", import.meta.url)".into(),
        };
        assert!(naming_of_the_wasm(&[source("pkg/src/load.ts")]).is_empty());
        assert_eq!(naming_of_the_wasm(&[source("pkg/src/plan.ts")]).len(), 1);
        assert_eq!(naming_of_the_wasm(&[source("pkg/src/load.ts"), source("pkg/src/load.node.ts")]).len(), 2);
        assert_eq!(naming_of_the_wasm(&[]).len(), 1);
    }

    #[test]
    fn no_file_points_out_of_the_repository() {
        for (mark, _) in marks() {
            assert_eq!(breaks("notes.md", &format!("see {mark}x")).len(), 1, "{mark}");
        }
        let shared = ["../", "shared"].concat();
        assert_eq!(breaks("pkg/README.md", &format!("see {shared}/x")).len(), 1);
        assert_eq!(breaks("pkg/src/a.ts", &format!("see ../../{shared}/x")).len(), 1);
        assert!(breaks("pkg/src/elements/a.ts", &format!("import \"{shared}/x.js\";")).is_empty());
    }

    #[test]
    fn words_that_only_look_like_a_machines_folder_are_free() {
        let text = format!(
            "cause{}cause, the net{} ./dist{}",
            ["/", "root/"].concat(),
            ["work", "/"].concat(),
            ["/", "work/"].concat()
        );
        assert!(breaks("notes.md", &text).is_empty());
    }

    #[test]
    fn crate_and_package_carry_one_version() {
        let source = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
        let manifest = source("Cargo.toml", "[workspace.package]\nversion = \"0.1.0\"\n");
        assert!(versions(&[source("pkg/package.json", "{\n  \"version\": \"0.1.0\",\n"), manifest]).is_empty());
        let manifest = source("Cargo.toml", "[workspace.package]\nversion = \"0.2.0\"\n");
        assert_eq!(versions(&[source("pkg/package.json", "{\n  \"version\": \"0.1.0\",\n"), manifest]).len(), 1);
    }
}
