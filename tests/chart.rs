//! Run charts as a school meets them: what is read, what is said, what is refused.

use headwater::chart::{
    Assurance, ChartInput, ChartKind, ChartReading, CycleMark, Direction, PointType, RuleId, RuleSet, Side, Subgroup,
    Variation, read_chart,
};
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
            "The target is 15%; the centre line is 20%. Lower is better here.",
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
    assert_eq!(keys(&read_chart(&input).unwrap())[..2], ["chart-now-run-worse", "chart-long-run"]);
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
        "9 values so far. With 10, the chart can say whether a change is more than chance."
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
        (error.code(), error.path.clone())
    };
    let at = |code, path: &str| (code, path.to_owned());
    assert_eq!(refused("[1, 2"), at("json/invalid", ""));
    assert_eq!(refused(r#"{"kind":"pie","values":[1]}"#), at("chart/unknown-kind", "kind"));
    assert_eq!(refused(r#"{"kind":"run","values":[1,"2"]}"#), at("input/bad-field", "values.1"));
    assert_eq!(refused(r#"{"kind":"run","values":[1,1e200]}"#), at("input/bad-number", "values.1"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"dates":["2026-13-01"]}"#), at("input/bad-date", "dates.0"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"dates":[]}"#), at("chart/length-mismatch", "dates"));
    let foreign = r#"{"kind":"run","values":[1],"rules":{"set":"nelson","only":["shift","astronomical"]}}"#;
    assert_eq!(refused(foreign), at("chart/bad-parameter", "rules.only"));
    let none = r#"{"kind":"run","values":[1],"rules":{"set":"nelson","only":["9"]}}"#;
    assert_eq!(refused(none), at("input/bad-field", "rules.only.0"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"phaseStarts":[-1]}"#), at("input/bad-field", "phaseStarts.0"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"baseline":0}"#), at("chart/bad-parameter", "baseline"));
    assert_eq!(refused(r#"{"kind":"run","values":[1],"multiply":-1}"#), at("input/bad-number", "multiply"));
    let cycle = r#"{"kind":"run","values":[1],"cycles":[{"id":"a","number":1,"label":"","start":"soon"}]}"#;
    assert_eq!(refused(cycle), at("input/bad-date", "cycles.0.start"));
}

#[test]
fn an_unknown_field_is_named() {
    let error = ChartInput::from_json(r#"{"kind":"run","values":[1],"tagret":3}"#).unwrap_err();
    assert_eq!((error.code(), error.path.as_str()), ("input/unknown-field", "tagret"));
    assert!(error.to_string().contains("tagret") && error.to_string().contains("target"), "{error}");
}

#[test]
fn a_fall_that_lasts_is_the_headline_even_if_a_longer_run_came_before_it() {
    let values = [[20.0, 22.0, 21.0].repeat(4), [12.0, 13.0, 11.0].repeat(3)].concat();
    let reading =
        read_chart(&ChartInput { centre: Some(16.0), direction: Some(Direction::Decrease), ..series(&values) })
            .unwrap();
    assert_eq!(reading.sentences[0].key, "chart-now-run-better");
    assert!(reading.sentences[0].text.starts_with("The latest 9 values lie below"), "{}", reading.sentences[0].text);
    let rules: Vec<_> = reading.signals.iter().map(|signal| (signal.rule, signal.start, signal.end)).collect();
    let expected = [(RuleId::LongestRun, 0, 11), (RuleId::Crossings, 0, 20), (RuleId::LongestRun, 12, 20)];
    assert_eq!(rules, expected);
}

#[test]
fn equal_values_are_said_to_lie_on_the_line() {
    let reading = read_chart(&ChartInput { unit: Some("pupils".into()), ..series(&[5.0; 12]) }).unwrap();
    let expected = "All 12 values lie on the centre line of 5 pupils, so there is no run to read.";
    assert_eq!(reading.sentences[0].text, expected);
}

#[test]
fn a_rate_that_improved_from_one_phase_to_the_next_is_told_without_a_verdict() {
    let late = [8.0, 9.0, 7.0, 10.0, 8.0, 9.0, 11.0, 8.0, 9.0, 7.0, 8.0, 4.0, 3.0, 4.0, 2.0];
    let input = ChartInput {
        kind: ChartKind::P,
        denominators: Some(vec![Some(40.0); 15]),
        multiply: Some(100.0),
        unit: Some("%".into()),
        phase_starts: vec![11],
        direction: Some(Direction::Decrease),
        ..series(&late)
    };
    let reading = read_chart(&input).unwrap();
    assert_eq!(keys(&reading), ["chart-too-few", "chart-runs-so-far", "chart-phase-change-better"]);
    assert_eq!(
        reading.sentences[2].text,
        "From the phase before to this one, the centre line moved from 21.4% to 8.1%. Lower is better here."
    );
    assert_eq!((reading.points[0].value, reading.points[14].value), (Some(20.0), Some(5.0)));
}

#[test]
fn the_nhs_rules_give_each_point_a_type_and_the_series_its_icons() {
    let mut values: Vec<f64> = (0..20).map(|week| 50.0 + [0.0, 2.0, -2.0, 1.0, -1.0][week % 5]).collect();
    values.push(60.0);
    let input = ChartInput {
        kind: ChartKind::I,
        rules: RuleSet::Nhs,
        direction: Some(Direction::Increase),
        target: Some(70.0),
        ..series(&values)
    };
    let reading = read_chart(&input).unwrap();
    let types: Vec<_> = reading.points.iter().map(|point| point.point_type).collect();
    assert!(types[..20].iter().all(|kind| *kind == Some(PointType::Common)));
    assert_eq!(types[20], Some(PointType::Improvement));
    assert_eq!(reading.variation, Some(Variation::ImprovementHigh));
    assert_eq!(reading.assurance, Some(Assurance::Fail));
    assert_eq!(
        keys(&reading),
        ["chart-now-beyond-better", "chart-beyond-limit", "chart-centre", "chart-limits", "chart-assurance-fail"]
    );
}

#[test]
fn a_trend_alone_is_told_with_its_false_alarms() {
    let reading = read_chart(&ChartInput {
        rules: RuleSet::Ihi,
        ..series(&[5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 5.0, 6.0, 7.0, 4.0, 3.0, 5.0, 6.0, 2.0])
    });
    assert_eq!(keys(&reading.unwrap())[..2], ["chart-trend-alone", "chart-trend"]);
}

#[test]
fn values_over_a_denominator_of_zero_are_left_out() {
    let input = ChartInput {
        kind: ChartKind::U,
        denominators: Some(vec![Some(10.0), Some(0.0), Some(20.0), Some(0.0)]),
        ..series(&[1.0, 2.0, 3.0, 0.0])
    };
    let reading = read_chart(&input).unwrap();
    assert_eq!(reading.points.iter().map(|point| point.value).collect::<Vec<_>>(), [Some(0.1), None, Some(0.15), None]);
    assert_eq!(reading.warnings[0].key, "chart-denominators-zero");
}

#[test]
fn subgroups_come_in_their_order_and_names_have_none_in_time() {
    let grouped = |names: &[&str]| ChartInput {
        kind: ChartKind::Xbar,
        subgroups: Some(names.iter().map(|name| Some(Subgroup::Name((*name).into()))).collect()),
        ..series(&[1.0, 5.0, 3.0, 7.0])
    };
    let dated = read_chart(&grouped(&["2026-02-01", "2026-01-01", "2026-02-01", "2026-01-01"])).unwrap();
    let points: Vec<_> = dated.points.iter().map(|p| (p.date.unwrap().to_string(), p.value.unwrap())).collect();
    assert_eq!(points, [("2026-01-01".to_owned(), 6.0), ("2026-02-01".to_owned(), 2.0)]);
    assert!(dated.warnings.is_empty());

    let named = read_chart(&grouped(&["B", "A", "B", "A"])).unwrap();
    assert_eq!(named.points.iter().map(|p| p.value.unwrap()).collect::<Vec<_>>(), [6.0, 2.0]);
    assert_eq!(named.warnings[0].key, "chart-categories");
}

#[test]
fn a_subgroup_of_nothing_is_missing_but_its_sum_is_told_to_be_zero() {
    let grouped = |kind| ChartInput {
        kind,
        values: vec![Some(2.0), Some(3.0), None, None, Some(4.0), None],
        subgroups: Some([1, 1, 2, 2, 3, 3].map(|week| Some(Subgroup::Number(f64::from(week)))).to_vec()),
        ..ChartInput::default()
    };
    let means = read_chart(&grouped(ChartKind::I)).unwrap();
    assert_eq!(means.points.iter().map(|p| p.value).collect::<Vec<_>>(), [Some(2.5), None, Some(4.0)]);
    assert_eq!(means.warnings[0].key, "chart-values-missing");
    let counts = read_chart(&grouped(ChartKind::C)).unwrap();
    assert_eq!(counts.points.iter().map(|p| p.value).collect::<Vec<_>>(), [Some(5.0), Some(0.0), Some(4.0)]);
    assert_eq!(counts.warnings[0].key, "chart-empty-sums");
}

#[test]
fn each_kind_refuses_what_it_cannot_reckon_with() {
    let refused =
        |input: ChartInput| read_chart(&input).map(|_| ()).map_err(|error| (error.code(), error.path.clone()));
    let at = |code, path: &str| Err((code, path.to_owned()));
    let of = |kind, values: &[f64]| ChartInput { kind, ..series(values) };
    for kind in [ChartKind::P, ChartKind::Pp, ChartKind::U, ChartKind::Up] {
        assert_eq!(refused(of(kind, &[1.0])), at("chart/needs-denominators", "denominators"));
    }
    assert_eq!(refused(of(ChartKind::T, &[3.0, 0.0])), at("input/bad-number", "values.1"));
    let negative = ChartInput { denominators: Some(vec![Some(-1.0)]), ..of(ChartKind::U, &[1.0]) };
    assert_eq!(refused(negative), at("input/bad-number", "denominators.0"));
    let short = ChartInput { rules: RuleSet::Nhs, baseline: Some(11), ..of(ChartKind::I, &[1.0]) };
    assert_eq!(refused(short), at("chart/bad-parameter", "baseline"));
    let mixed = vec![Some(Subgroup::Number(1.0)), Some(Subgroup::Name("a".into()))];
    let mixed = ChartInput { subgroups: Some(mixed), ..of(ChartKind::Run, &[1.0, 2.0]) };
    assert_eq!(refused(mixed), at("chart/bad-parameter", "subgroups.0"));
    let many = ChartInput { values: vec![None; 200_001], ..ChartInput::default() };
    assert_eq!(refused(many), at("input/too-large", "values"));
}

#[test]
fn a_given_centre_of_a_t_chart_is_a_time() {
    let input = ChartInput { kind: ChartKind::T, centre: Some(20.0), ..series(&[10.0, 30.0, 25.0, 14.0]) };
    let centre = read_chart(&input).unwrap().points[0].centre.unwrap();
    assert!((centre - 20.0).abs() < 1e-12, "{centre}");
}

#[test]
fn a_reading_is_written_in_the_words_of_its_contract() {
    let cycle = r#"{"id":"c1","number":1,"label":"","start":"2026-01-01"}"#;
    let json = format!(r#"{{"kind":"run","values":[1,null],"dates":["2026-01-05","2026-01-12"],"cycles":[{cycle}]}}"#);
    let reading = read_chart(&ChartInput::from_json(&json).unwrap()).unwrap();
    let expected = serde_json::json!({
        "kind": "run",
        "points": [
            {
                "index": 0, "date": "2026-01-05", "value": 1.0, "centre": 1.0, "lower": null, "upper": null,
                "signals": [], "type": null, "phase": 0, "excluded": false,
            },
            {
                "index": 1, "date": "2026-01-12", "value": null, "centre": 1.0, "lower": null, "upper": null,
                "signals": [], "type": null, "phase": 0, "excluded": false,
            },
        ],
        "phases": [{
            "start": 0, "end": 2, "observations": 2, "useful": 0, "longestRun": null, "longestRunLimit": null,
            "crossings": null, "crossingsLimit": null, "runsSignal": false, "centre": 1.0, "reason": null,
        }],
        "signals": [],
        "proposals": [],
        "gaps": [],
        "variation": null,
        "assurance": null,
        "sentences": [{
            "key": "chart-too-few-useful",
            "args": {
                "values": 1.0, "useful": 0.0, "needed": 10.0, "phases": 1.0, "centre": 1.0, "unit": "", "wanted": "",
                "title": "",
            },
            "text": "1 value so far, 0 of them off the centre line of 1. With 10 of those, the chart can say whether \
                     a change is more than chance.",
        }, {
            "key": "chart-centre",
            "args": {"centre": 1.0, "unit": "", "wanted": ""},
            "text": "The centre line is 1.",
        }],
        "warnings": [{
            "key": "chart-values-missing",
            "args": {"count": 1.0, "of": 2.0},
            "text": "Missing values: 1 of 2. They are left out, not taken as 0.",
        }],
        "certificate": {
            "rules": "anhoej", "version": 1, "kind": "run", "rows": 2,
            "parameters": {
                "only": null, "suppress": null, "baseline": null, "centre": null, "multiply": 1.0, "clampAtZero": false, "screenMovingRanges": true,
                "aggregate": "mean", "direction": null, "target": null,
            },
            "digest": reading.certificate.digest,
        },
    });
    assert_eq!(serde_json::to_value(&reading).unwrap(), expected);
}

#[test]
fn each_rule_says_which_points_and_which_threshold_in_the_unit_of_the_measure() {
    let told = |rules, values: &[f64]| {
        let input = ChartInput {
            kind: ChartKind::I,
            rules,
            centre: Some(50.0),
            screen_moving_ranges: Some(false),
            unit: Some("%".into()),
            ..series(values)
        };
        let reading = read_chart(&input).unwrap();
        let told = |signal: &headwater::chart::ChartSignal| (signal.rule, signal.message.text.clone());
        reading.signals.iter().map(told).collect::<Vec<_>>()
    };
    // The mean moving range is 3.76, so the limits lie 10 from the centre line, and the zones 3.33 and 6.67.
    let unit: Vec<f64> = [0.0, 3.76].into_iter().cycle().take(40).map(|step| 48.12 + step).collect();
    let with = |from: usize, odd: &[f64]| {
        let mut values = unit.clone();
        values.splice(from..from + odd.len(), odd.iter().copied());
        values
    };
    let found =
        |rules, values: &[f64], rule| told(rules, values).into_iter().find(|(known, _)| *known == rule).unwrap().1;
    let two = found(RuleSet::WesternElectric, &with(10, &[57.5, 50.0, 58.0]), RuleId::TwoInThree);
    assert!(
        two.starts_with("Two of three values in a row lie above 5")
            && two.contains("%, near the upper limit, from point 11"),
        "{two}"
    );
    let hugging = found(RuleSet::Nelson, &unit, RuleId::Hugging);
    assert!(
        hugging.starts_with("40 values in a row keep within 3.33% of the centre line of 50%, from point 1 to"),
        "{hugging}"
    );
    let beyond = found(RuleSet::Nelson, &with(20, &[95.0]), RuleId::BeyondLimits);
    assert!(beyond.starts_with("The value of 95% (point 21) lies above its upper limit of "), "{beyond}");
}
