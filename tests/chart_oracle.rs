//! Readings against those of two established packages; see `tests/fixtures/spc/README.md`.
//!
//! Numbers agree to 1e-9 of the larger one, or of a thousandth of the largest value where both are nearly 0. Discrete
//! results agree exactly. Cases that other answers can be defended for are counted apart.

use headwater::chart::{ChartInput, ChartReading, read_chart};
use serde_json::{Value, json};

/// Tags of cases where the answer hangs on a last bit, on a crash, or on an experimental rule.
const APART: [&str; 8] = [
    "near_tie_centre",
    "near_tie_limit",
    "near_tie_target",
    "infinite_y",
    "error",
    "method:bestbox",
    "method:cutbox",
    "cl_on_transformed_scale",
];

#[test]
fn readings_agree_with_qicharts2() {
    score(&cases("qicharts2-sample.json", "cases"), qicharts2_input, compare_qicharts2);
}

#[test]
fn readings_under_the_nhs_rules_agree_with_nhsrplotthedots() {
    score(&cases("nhsrplotthedots-sample.json", "cases"), nhs_input, compare_nhs);
}

#[test]
fn readings_agree_with_the_formulas_written_a_second_time() {
    score(&cases("derived.json", "qicharts2"), qicharts2_input, compare_qicharts2);
    score(&cases("derived.json", "nhsrplotthedots"), nhs_input, compare_nhs);
}

fn cases(file: &str, list: &str) -> Vec<Value> {
    let path = format!("{}/tests/fixtures/spc/{file}", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file[list].as_array().unwrap().clone()
}

type Differences = Vec<String>;

fn score(cases: &[Value], translate: fn(&Value) -> Value, compare: fn(&Value, &ChartReading) -> Differences) {
    let (mut plain, mut apart, mut wrong) = (0, [0, 0], Vec::new());
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let is_apart = tags(case).any(|tag| APART.contains(&tag));
        let input = ChartInput::from_json(&translate(case).to_string()).unwrap();
        let differences = match (read_chart(&input), case["status"] == "ok") {
            (Ok(reading), true) => compare(case, &reading),
            (Ok(_), false) => vec!["the package stops".to_owned()],
            (Err(error), true) => vec![format!("refused: {error}")],
            (Err(error), false) => {
                assert!(!error.code().is_empty());
                Vec::new()
            }
        };
        if is_apart {
            apart[usize::from(differences.is_empty())] += 1;
        } else {
            plain += 1;
        }
        if !differences.is_empty() {
            println!("{}{id} {}: {}", if is_apart { "apart " } else { "" }, case["kind"], differences.join("; "));
            wrong.extend((!is_apart).then_some(id));
        }
    }
    println!("{} of {plain} agree; apart: {} agree, {} differ", plain - wrong.len(), apart[1], apart[0]);
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(plain >= 25, "only {plain} cases were scored");
}

fn tags(case: &Value) -> impl Iterator<Item = &str> {
    case["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap())
}

/// Indices that count from 1, counted from 0.
fn from_zero(indices: &Value) -> Value {
    indices.as_array().unwrap().iter().map(|index| index.as_u64().unwrap() - 1).collect()
}

/// Leaves out what is null: a field that is not given has its default.
fn without_nulls(mut input: Value) -> Value {
    input.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    input
}

fn qicharts2_input(case: &Value) -> Value {
    let input = &case["input"];
    without_nulls(json!({
        "kind": case["kind"],
        "values": input["y"],
        "denominators": input["n"],
        "subgroups": input["x"],
        "aggregate": input["agg_fun"],
        "baseline": input["freeze"],
        "phaseStarts": input["part"],
        "exclude": from_zero(&input["exclude"]),
        "centre": input["cl"],
        "multiply": input["multiply"],
        "screenMovingRanges": input["screened_mr"],
        "clampAtZero": input["y_neg"] == false,
    }))
}

fn nhs_input(case: &Value) -> Value {
    let input = &case["input"];
    let first: headwater::Date = "2020-01-01".parse().unwrap();
    let date = |day: &Value| first.plus_days(day.as_i64().unwrap() as i32).to_string();
    let dates: Option<Vec<String>> = input["day"].as_array().map(|days| days.iter().map(date).collect());
    without_nulls(json!({
        "kind": "i",
        "rules": "nhs",
        "values": input["value"],
        "dates": dates,
        "phaseStarts": from_zero(&input["rebase"]),
        "baseline": input["fix_after_n_points"],
        "direction": input["improvement_direction"],
        "target": input["target"],
        "screenMovingRanges": input["screen_outliers"],
    }))
}

fn compare_qicharts2(case: &Value, reading: &ChartReading) -> Differences {
    let mut differences = numbers(&case["points"], reading, [("y", 0), ("cl", 1), ("lcl", 2), ("ucl", 3)]);
    let beyond = reading.points.iter().map(|point| signals(point).contains(&"beyond-limits".to_owned()));
    flags(&case["points"]["sigma_signal"], beyond, "sigma_signal", &mut differences);
    let parts = case["points"]["part"].as_array().unwrap();
    if !parts.iter().map(|part| part.as_u64().unwrap() as usize - 1).eq(reading.points.iter().map(|point| point.phase))
    {
        differences.push("phases".into());
    }
    for (part, phase) in case["parts"].as_array().unwrap().iter().zip(&reading.phases) {
        let counts = [
            ("n_obs", Some(phase.observations)),
            ("n_useful", Some(phase.useful)),
            ("longest_run", phase.longest_run),
            ("longest_run_max", phase.longest_run_limit),
            ("n_crossings", phase.crossings),
            ("n_crossings_min", phase.crossings_limit),
        ];
        for (name, ours) in counts {
            if part[name].as_f64().map(|count| count as usize) != ours {
                differences.push(format!("{name} of part {}: {} is {ours:?}", part["part"], part[name]));
            }
        }
        if part["runs_signal"] != json!(phase.runs_signal) {
            differences.push(format!("runs_signal of part {}", part["part"]));
        }
    }
    differences
}

fn compare_nhs(case: &Value, reading: &ChartReading) -> Differences {
    let points = &case["points"];
    let mut differences = numbers(points, reading, [("y", 0), ("mean", 1), ("lpl", 2), ("upl", 3)]);
    for (name, rule) in [
        ("astronomical", "astronomical"),
        ("seven_point_trend", "trend"),
        ("two_in_three", "two-in-three"),
        ("seven_point_shift", "shift"),
    ] {
        let ours = reading.points.iter().map(|point| signals(point).iter().any(|signal| signal == rule));
        flags(&points[name], ours, name, &mut differences);
    }
    let types = points["point_type"].as_array().unwrap();
    for (index, (theirs, point)) in types.iter().zip(&reading.points).enumerate() {
        let theirs = theirs.as_str().unwrap().replace("special_cause_", "");
        let ours = json!(point)["type"].as_str().unwrap().to_owned();
        if camel(theirs.trim_end_matches("_cause")) != ours {
            differences.push(format!("type of {index}: {theirs} is {ours}"));
        }
    }
    let reading = json!(reading);
    let variation = camel(case["variation_icon"].as_str().unwrap_or("").trim_end_matches("_cause"));
    if variation != reading["variation"] {
        differences.push(format!("variation: {variation} is {}", reading["variation"]));
    }
    let assurance = case["assurance_type"].as_str().map(|name| name.trim_start_matches("consistent_"));
    if json!(assurance) != reading["assurance"] {
        differences.push(format!("assurance: {assurance:?} is {}", reading["assurance"]));
    }
    differences
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or("").to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
}

fn signals(point: &headwater::chart::ChartPoint) -> Vec<String> {
    point.signals.iter().map(|signal| json!(signal).as_str().unwrap().to_owned()).collect()
}

fn flags(theirs: &Value, ours: impl ExactSizeIterator<Item = bool>, name: &str, differences: &mut Differences) {
    let theirs = theirs.as_array().unwrap();
    if theirs.len() != ours.len() {
        differences.push(format!("{name}: {} is {}", theirs.len(), ours.len()));
    }
    for (index, (theirs, ours)) in theirs.iter().zip(ours).enumerate() {
        if theirs.as_bool().unwrap_or(false) != ours {
            differences.push(format!("{name} at {index}: {theirs}"));
        }
    }
}

fn numbers(points: &Value, reading: &ChartReading, columns: [(&str, usize); 4]) -> Differences {
    let mut differences = Vec::new();
    let finite = |value: &Value| value.as_f64();
    let largest =
        points[columns[0].0].as_array().unwrap().iter().filter_map(finite).fold(0.0, |a, b| f64::max(a, b.abs()));
    for (name, column) in columns {
        let theirs = points[name].as_array().unwrap();
        if theirs.len() != reading.points.len() {
            differences.push(format!("{} points are {}", theirs.len(), reading.points.len()));
        }
        for (index, (theirs, point)) in theirs.iter().zip(&reading.points).enumerate() {
            let ours = [point.value, point.centre, point.lower, point.upper][column];
            let theirs_number = theirs.as_f64();
            let same = match (theirs_number, ours) {
                (None, None) => true,
                (Some(a), Some(b)) => {
                    // A limit that is nearly 0 is the difference of numbers as large as the centre line.
                    let centre = if column > 1 { 1e-3 * point.centre.unwrap_or(0.0).abs() } else { 0.0 };
                    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3 * largest).max(centre)
                }
                _ => false,
            };
            if !same {
                differences.push(format!("{name} at {index}: {theirs} is {ours:?}"));
                break;
            }
        }
    }
    differences
}
