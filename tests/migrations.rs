//! Documents of every schema version there has been. `tests/fixtures/plans/schema-<n>.json` is what that version wrote.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use headwater::plan::{Plan, SCHEMA};
use std::path::Path;

fn fixture(version: u32) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/plans/schema-{version}.json"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_document_of_every_version_opens_and_is_saved_in_this_one() {
    for version in 1..=SCHEMA {
        let document = fixture(version);
        assert!(document.contains(&format!(r#""schema":{version}"#)));
        let saved = Plan::open(&document).unwrap_or_else(|error| panic!("{version}: {}: {error}", error.path)).save();
        assert!(saved.contains(&format!(r#""schema":{SCHEMA}"#)));
        assert_eq!(Plan::reconcile(&document).unwrap().repairs, []);
        if version == SCHEMA {
            assert_eq!(saved, document, "what this version wrote is written as it was");
        }
    }
}

#[test]
fn this_version_has_a_document_with_everything_in_it() {
    if std::env::var_os("HEADWATER_WRITE").is_some() {
        std::fs::create_dir_all("tests/fixtures/plans").unwrap();
        std::fs::write(format!("tests/fixtures/plans/schema-{SCHEMA}.json"), common::full().save()).unwrap();
    }
    let (found, full) = (fixture(SCHEMA), common::full());
    // Once a version is released its document stays as it is; until then it follows.
    assert!(found == full.save(), "run HEADWATER_WRITE=1 cargo test --test migrations, and commit the document");
}

#[test]
fn versions_to_come_and_versions_that_never_were_are_refused() {
    let with =
        |version: &str| fixture(SCHEMA).replace(&format!(r#""schema":{SCHEMA}"#), &format!(r#""schema":{version}"#));
    let code = |version: &str| Plan::open(&with(version)).map(|plan| plan.save()).unwrap_err().code();
    assert_eq!(code(&(SCHEMA + 1).to_string()), "plan/newer-schema");
    assert_eq!(code("99999999999"), "plan/newer-schema");
    for version in ["0", "-1", "1.5", r#""1""#, "null", "[]"] {
        assert_eq!(code(version), "plan/not-a-plan", "{version}");
    }
}

#[test]
fn the_digest_of_the_document_is_the_same_on_every_machine_and_leaves_the_history_out() {
    let plan = common::full();
    assert_eq!(plan.digest(), Plan::open(&plan.save_without_history()).unwrap().digest());
    let other = Plan::open(&plan.save().replace("Bus 14 arrives after", "Bus 15 arrives after")).unwrap();
    assert_ne!(plan.digest(), other.digest());
    assert_eq!(Plan::create("Attendance").unwrap().digest(), "8d431612abb60435", "reckoned apart from this code");
}
