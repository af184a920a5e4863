//! Run charts as a school meets them: what is read, what is said, what is refused.

use headwater::chart::{ChartInput, ChartReading, CycleMark, Direction, RuleId, Side, read_chart};
use headwater::{Date, Error};

fn series(values: &[f64]) -> ChartInput {
    ChartInput { values: values.iter().copied().map(Some).collect(), ..ChartInput::default() }
}

fn weekly(values: &[f64]) -> ChartInput {
    let first: Date = "2026-01-05".parse().unwrap();
    let dates = (0..values.len()).map(|week| first.plus_days(7 * week as i32)).collect();
    ChartInput { dates: Some(dates), ..series(values) }
}

fn keys(reading: &ChartReading) -> Vec<&str> {
    reading.sentences.iter().map(|sentence| sentence.key).collect()
}

/// Absence in percent: eight weeks about 20, then eight weeks lower.
const FALLING: [f64; 16] =
    [19.0, 21.0, 18.0, 20.0, 22.0, 19.0, 20.0, 21.0, 14.0, 13.0, 15.0, 14.0, 12.0, 14.0, 13.0, 12.0];

#[test]
fn a_lasting_fall_is_told_with_its_dates_its_limit_and_whether_it_is_wanted() {
    let input = ChartInput {
        baseline: Some(8),
        direction: Some(Direction::Decrease),
        title: Some("Chronic absence".into()),
        unit: Some("%".into()),
        target: Some(15.0),
        ..weekly(&FALLING)
    };
    let reading = read_chart(&input).unwrap();
    let texts: Vec<&str> = reading.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Chronic absence: the latest 8 values lie below the centre line of 20%, more than chance explains. \
             Lower is better here: this is the direction you want.",
            "8 values in a row lie below the centre line of 20%, from 2 March 2026 to 20 April 2026. \
             Up to 7 would be usual by chance.",
            "The centre line is 20%. The longest run on one side of it is 8 values (up to 7 is usual), \
             and the series crosses it 6 times (4 or more is usual).",
            "The target is 15%; the centre line is 20%, and lower is better here.",
        ]
    );
    let signal = &reading.signals[0];
    assert_eq!((signal.rule, signal.side, signal.start, signal.end), (RuleId::LongestRun, Some(Side::Below), 8, 15));
    let marked: Vec<usize> = reading.points.iter().filter(|p| !p.signals.is_empty()).map(|p| p.index).collect();
    assert_eq!(marked, (8..16).collect::<Vec<_>>());
}

#[test]
fn the_same_fall_is_not_wanted_where_higher_is_better() {
    let input = ChartInput { baseline: Some(8), direction: Some(Direction::Increase), ..weekly(&FALLING) };
    assert_eq!(keys(&read_chart(&input).unwrap())[..2], ["chart-signal-now-worse", "chart-long-run"]);
}

#[test]
fn a_signal_names_the_cycle_it_followed_and_claims_no_cause() {
    let cycle = CycleMark {
        id: "c2".into(),
        number: 2,
        label: "Call home by 10".into(),
        start: "2026-02-20".parse().unwrap(),
        end: None,
        decision: None,
    };
    let later = CycleMark { id: "c3".into(), number: 3, start: "2026-04-01".parse().unwrap(), ..cycle.clone() };
    let input = ChartInput { baseline: Some(8), cycles: vec![later, cycle], ..weekly(&FALLING) };
    let reading = read_chart(&input).unwrap();
    let followed = reading.signals[0].followed.as_ref().unwrap();
    assert_eq!((followed.cycle.as_str(), followed.points, followed.days), ("c2", 1, 10));
    assert_eq!(
        followed.message.text,
        "This began 1 value and 10 days after cycle 2 (“Call home by 10”) started. \
         That alone does not prove that the cycle is the cause."
    );
    assert!(keys(&reading).contains(&"chart-signal-after-cycle"));
}

#[test]
fn fewer_than_ten_useful_values_get_numbers_and_no_verdict() {
    // Nine in a row below a given line are past the limit of 6, and still too few to speak of chance.
    let input = ChartInput { centre: Some(20.0), ..series(&[14.0; 9]) };
    let reading = read_chart(&input).unwrap();
    assert_eq!(keys(&reading), ["chart-too-few", "chart-runs-so-far"]);
    assert!(reading.signals.is_empty());
    assert!(reading.phases[0].runs_signal);
    assert_eq!(
        reading.sentences[0].text,
        "9 values so far off the centre line of 20. With 10, the chart can say whether a change is more than chance."
    );
}

#[test]
fn values_that_vary_by_chance_are_not_called_stable() {
    let reading = read_chart(&series(&[5.0, 7.0, 4.0, 6.0, 8.0, 3.0, 7.0, 5.0, 6.0, 4.0, 7.0, 5.0])).unwrap();
    assert_eq!(keys(&reading), ["chart-no-signal", "chart-runs"]);
    assert_eq!(
        reading.sentences[0].text,
        "No sign of more than chance among 12 values. A small change may still hide in them."
    );
}

#[test]
fn a_series_without_values_has_a_reading() {
    assert_eq!(keys(&read_chart(&series(&[])).unwrap()), ["chart-no-values"]);
    let missing = ChartInput { values: vec![None, Some(f64::NAN)], ..ChartInput::default() };
    let reading = read_chart(&missing).unwrap();
    assert_eq!(keys(&reading), ["chart-no-values"]);
    assert_eq!(reading.points[1].value, None);
    assert_eq!(reading.warnings[0].key, "chart-values-missing");
}

#[test]
fn points_are_put_in_time_order_and_indices_count_in_it() {
    let dates = ["2026-03-02", "2026-01-05", "2026-02-02", "2026-01-05"];
    let input = ChartInput {
        dates: Some(dates.iter().map(|date| date.parse().unwrap()).collect()),
        phase_starts: vec![2],
        exclude: vec![3],
        ..series(&[4.0, 1.0, 3.0, 2.0])
    };
    let reading = read_chart(&input).unwrap();
    let plotted: Vec<_> = reading.points.iter().map(|p| (p.value.unwrap(), p.phase, p.excluded)).collect();
    assert_eq!(plotted, [(1.0, 0, false), (2.0, 0, false), (3.0, 1, false), (4.0, 1, true)]);
    assert_eq!((reading.phases[0].centre, reading.phases[1].centre), (Some(1.5), Some(3.0)));
}

#[test]
fn a_refusal_names_its_field() {
    let refused = |json: &str| -> (&'static str, String) {
        let error: Error = ChartInput::from_json(json).and_then(|input| read_chart(&input)).unwrap_err();
        (error.code(), error.path)
    };
    let at = |code, path: &str| (code, path.to_owned());
    assert_eq!(refused("[1, 2"), at("json/invalid", ""));
    assert_eq!(refused(r#"{"kind":"pie","values":[1]}"#), at("chart/unknown-kind", "kind"));
    assert_eq!(refused(r#"{"kind":"run","values":[1,"2"]}"#), at("input/bad-field", "values.1"));
    assert_eq!(refused(r#"{"kind":"run","values":[1,1e200]}"#), at("input/bad-number", "values.1"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"dates":["2026-13-01"]}"#), at("input/bad-date", "dates.0"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"dates":[]}"#), at("chart/length-mismatch", "dates"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"exclude":[0,1]}"#), at("chart/bad-parameter", "exclude.1"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"phaseStarts":[-1]}"#), at("input/bad-field", "phaseStarts.0"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"baseline":0}"#), at("chart/bad-parameter", "baseline"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"multiply":-1}"#), at("input/bad-number", "multiply"));
    let cycle = r#"{"kind":"run","values":[1],"cycles":[{"id":"a","number":1,"label":"","start":"soon"}]}"#;
    assert_eq!(refused(cycle), at("input/bad-date", "cycles.0.start"));
}

#[test]
fn an_unknown_field_is_named() {
    let error = ChartInput::from_json(r#"{"kind":"run","values":[1],"tagret":3}"#).unwrap_err();
    assert_eq!(error.code(), "input/unknown-field");
    assert!(error.to_string().contains("tagret") && error.to_string().contains("target"), "{error}");
}
