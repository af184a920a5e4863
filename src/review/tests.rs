//! Every rule's own examples, and what holds of the review as a whole.

use super::{Finding, Rule, review, rules};
use crate::plan::Plan;
use serde_json::Value;

/// A plan made by these edits.
pub(super) fn plan_of(edits: [&Value; 2]) -> Plan {
    let mut plan = Plan::create("Example").unwrap();
    for edit in edits.iter().flat_map(|edits| edits.as_array().unwrap()) {
        plan.edit_json(&edit.to_string()).unwrap_or_else(|error| panic!("{edit}: {}: {error}", error.path));
    }
    plan
}

fn found(plan: &Plan, rule: &Rule) -> Vec<Finding> {
    review(plan).into_iter().filter(|finding| finding.rule == rule.id).collect()
}

fn place(finding: &Finding) -> String {
    format!("{}.{}.{}", finding.table.name(), finding.id, finding.field)
}

#[test]
fn each_rule_finds_fault_with_its_bad_example_at_the_right_field_and_with_no_good_one() {
    for rule in rules() {
        let [given, bad, good] = (rule.lesson.examples)();
        let places: Vec<_> = found(&plan_of([&given, &bad]), rule).iter().map(place).collect();
        assert_eq!(places, [rule.lesson.place], "{}: bad", rule.id);
        assert_eq!(found(&plan_of([&given, &good]), rule), [], "{}: good", rule.id);
    }
}

#[test]
fn each_fix_applies_and_takes_its_finding_away() {
    let mut fixes = 0;
    for rule in rules() {
        let [given, bad, _] = (rule.lesson.examples)();
        let mut plan = plan_of([&given, &bad]);
        // The fixes of all that is found in the example, not only of this rule.
        for finding in review(&plan) {
            let Some(fix) = &finding.fix else { continue };
            fixes += 1;
            plan.edit_json(&fix.to_string()).unwrap_or_else(|error| panic!("{fix}: {}: {error}", error.path));
            let same = |other: &&Finding| other.rule == finding.rule && place(other) == place(&finding);
            assert_eq!(review(&plan).iter().find(same), None, "{}: {fix}", finding.rule);
            plan.undo().unwrap();
        }
    }
    assert!(fixes >= 8, "{fixes}");
}

#[test]
fn names_and_keys_are_of_one_shape_and_given_once() {
    let mut known = Vec::new();
    for rule in rules() {
        let (noun, name) = rule.id.split_once('/').unwrap();
        assert!(!known.contains(&rule.id), "{}", rule.id);
        assert_eq!(rule.key, format!("review-{noun}-{name}"));
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
        known.push(rule.id);
    }
    assert!(known.len() >= 32, "{}", known.len());
}

#[test]
fn each_message_is_filled_with_the_parameters_that_its_template_names() {
    for rule in rules() {
        let [given, bad, _] = (rule.lesson.examples)();
        for finding in found(&plan_of([&given, &bad]), rule) {
            let message = finding.message;
            assert!(!message.text.contains(['{', '}']), "{}", message.text);
            assert!(!message.text.contains('!'), "{}", message.text);
            for (name, _) in &message.args {
                assert!(rule.text.contains(&format!("{{{name}}}")), "{}: {name}", rule.id);
            }
            assert_eq!(rule.text.matches('{').count(), message.args.len(), "{}", rule.id);
        }
    }
}

#[test]
fn a_new_plan_is_left_in_peace() {
    assert_eq!(review(&Plan::create("Attendance").unwrap()), []);
}
