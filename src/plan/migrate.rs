//! Documents of older schema versions, brought up to this one step by step.
//!
//! A change to the document that older code would misread, or that makes older documents wrong, raises the version: add
//! a step at the end of [`STEPS`] and a document of the version left behind to `tests/fixtures/plans`. Fields that are
//! merely new need neither.

use serde_json::{Map, Value};

/// Takes a document from one version to the next. It may meet anything: what it does not know, it leaves alone.
pub(super) type Step = fn(&mut Map<String, Value>);

/// The first step leads from version 1 to 2, and so on.
pub(super) const STEPS: &[Step] = &[];

/// Brings a document of version `from` to the version that the last step leads to.
pub(super) fn bring_up(document: &mut Map<String, Value>, from: u32, steps: &[Step]) {
    for step in steps.iter().skip((from as usize).saturating_sub(1)) {
        step(document);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn renames(document: &mut Map<String, Value>) {
        let old = document.remove("bones").unwrap_or_default();
        document.insert("causes".to_owned(), old);
    }

    fn counts(document: &mut Map<String, Value>) {
        let count = document.get("causes").and_then(Value::as_array).map_or(0, Vec::len);
        document.insert("count".to_owned(), count.into());
    }

    #[test]
    fn each_document_takes_the_steps_that_it_has_not_taken() {
        for (from, before, after) in [
            (1, json!({ "bones": [1, 2] }), json!({ "causes": [1, 2], "count": 2 })),
            (2, json!({ "causes": [1], "bones": 5 }), json!({ "causes": [1], "bones": 5, "count": 1 })),
            (3, json!({ "causes": [1] }), json!({ "causes": [1] })),
        ] {
            let Value::Object(mut document) = before else { unreachable!("an object was written above") };
            bring_up(&mut document, from, &[renames, counts]);
            assert_eq!(Value::Object(document), after);
        }
    }
}
