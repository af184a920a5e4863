//! The table in `docs/charts/edge-cases.md`, row by row: each test here is a row there.

use headwater::Date;
use headwater::chart::{
    Calendar, ChartInput, ChartKind, ChartPoint, ChartReading, CycleMark, RuleId, RuleSet, SMALL, Subgroup, hide_small,
    read_chart,
};

fn series(kind: ChartKind, values: &[f64]) -> ChartInput {
    ChartInput { kind, values: values.iter().copied().map(Some).collect(), ..ChartInput::default() }
}

/// Events or people, and of how many.
fn rates(kind: ChartKind, rows: &[(f64, f64)]) -> ChartInput {
    let denominators = Some(rows.iter().map(|(_, size)| Some(*size)).collect());
    ChartInput { denominators, ..series(kind, &rows.iter().map(|(count, _)| *count).collect::<Vec<_>>()) }
}

fn read(input: &ChartInput) -> ChartReading {
    read_chart(input).unwrap()
}

fn warnings(reading: &ChartReading) -> Vec<&str> {
    reading.warnings.iter().map(|warning| warning.key).collect()
}

/// The limits of the first point.
fn limits(reading: &ChartReading) -> (Option<f64>, Option<f64>) {
    (reading.points[0].lower, reading.points[0].upper)
}

fn days(first: &str, count: i32) -> Vec<Date> {
    let first: Date = first.parse().unwrap();
    (0..count).map(|day| first.plus_days(day)).collect()
}

#[test]
fn no_values() {
    let reading = read(&series(ChartKind::I, &[]));
    assert_eq!((reading.points.len(), reading.phases.len(), reading.sentences[0].key), (0, 0, "chart-no-values"));
}

#[test]
fn all_values_missing() {
    for kind in [ChartKind::Run, ChartKind::I, ChartKind::C, ChartKind::G] {
        let reading = read(&ChartInput { kind, values: vec![None; 12], ..ChartInput::default() });
        assert_eq!((reading.phases[0].centre, reading.phases[0].longest_run), (None, None));
        assert_eq!((reading.sentences[0].key, warnings(&reading)), ("chart-no-values", vec!["chart-values-missing"]));
    }
}

#[test]
fn one_value() {
    let reading = read(&series(ChartKind::I, &[7.0]));
    assert_eq!((reading.points[0].centre, limits(&reading)), (Some(7.0), (None, None)));
    assert_eq!(reading.sentences[0].key, "chart-too-few-useful");
}

#[test]
fn some_values_missing() {
    let reading =
        read(&ChartInput { values: vec![Some(2.0), None, Some(f64::NAN), Some(4.0)], ..ChartInput::default() });
    assert_eq!(reading.phases[0].centre, Some(3.0));
    assert_eq!((reading.phases[0].observations, reading.phases[0].useful), (4, 2));
    assert_eq!(warnings(&reading), ["chart-values-missing"]);
}

#[test]
fn an_infinite_value() {
    let error = read_chart(&series(ChartKind::Run, &[1.0, f64::INFINITY])).unwrap_err();
    assert_eq!((error.code(), error.path.as_str()), ("input/bad-number", "values.1"));
}

#[test]
fn a_flat_series() {
    let flat = [5.0; 14];
    let screened = read(&series(ChartKind::I, &flat));
    assert_eq!((screened.points[0].centre, limits(&screened)), (Some(5.0), (None, None)));
    let all = read(&ChartInput { screen_moving_ranges: Some(false), ..series(ChartKind::I, &flat) });
    assert_eq!(limits(&all), (Some(5.0), Some(5.0)));
    for reading in [screened, all] {
        assert!(reading.signals.is_empty() && reading.points.iter().all(|point| point.signals.is_empty()));
        assert_eq!(reading.sentences[0].key, "chart-all-on-centre");
    }
}

#[test]
fn a_flat_series_of_fractions() {
    // Summed from left to right, the mean of these is not 0.1, and all of them would lie on one side of it.
    let reading = read(&series(ChartKind::I, &[0.1; 20]));
    assert_eq!((reading.points[0].centre, reading.phases[0].useful), (Some(0.1), 0));
}

#[test]
fn all_at_0_percent() {
    let nobody = rates(ChartKind::P, &[(0.0, 30.0); 12]);
    let reading = read(&nobody);
    assert_eq!((reading.points[0].centre, limits(&reading)), (Some(0.0), (Some(0.0), Some(0.0))));
    let prime = read(&ChartInput { kind: ChartKind::Pp, ..nobody });
    assert_eq!((prime.points[0].centre, limits(&prime)), (Some(0.0), (None, None)));
    assert!(reading.signals.is_empty() && prime.signals.is_empty());
}

#[test]
fn all_at_100_percent() {
    let all = rates(ChartKind::P, &[(30.0, 30.0); 12]);
    let reading = read(&all);
    assert_eq!((reading.points[0].centre, limits(&reading)), (Some(1.0), (Some(1.0), Some(1.0))));
    let prime = read(&ChartInput { kind: ChartKind::Pp, ..all });
    assert_eq!((prime.points[0].centre, limits(&prime)), (Some(1.0), (None, None)));
    assert!(reading.signals.is_empty() && prime.signals.is_empty());
}

#[test]
fn values_on_the_centre_line() {
    let reading = read(&series(ChartKind::Run, &[1.0, 2.0, 2.0, 3.0, 2.0, 1.0, 3.0]));
    assert_eq!(
        (reading.phases[0].useful, reading.phases[0].longest_run, reading.phases[0].crossings),
        (4, Some(1), Some(3))
    );
    // Under the zone rules and the rules of the NHS, such a value ends a run.
    let six_and_one = [&[9.0; 6][..], &[5.0], &[9.0], &[1.0; 8]].concat();
    let nhs = ChartInput { rules: RuleSet::Nhs, centre: Some(5.0), ..series(ChartKind::I, &six_and_one) };
    let shifts = |point: &ChartPoint| point.signals.contains(RuleId::Shift);
    assert!(!read(&nhs).points[..8].iter().any(shifts) && read(&nhs).points[8..].iter().all(shifts));
}

#[test]
fn a_value_on_a_limit() {
    let values = [5.0; 14];
    let reading = read(&ChartInput { screen_moving_ranges: Some(false), ..series(ChartKind::I, &values) });
    assert!(reading.points.iter().all(|point| point.upper == point.value && point.signals.is_empty()));
}

#[test]
fn something_over_a_denominator_of_0() {
    let reading = read(&rates(ChartKind::P, &[(1.0, 10.0), (2.0, 0.0), (3.0, 20.0)]));
    assert_eq!((reading.points[1].value, reading.points[1].lower, reading.points[1].upper), (None, None, None));
    // It still counts among all events.
    assert_eq!(reading.phases[0].centre, Some(0.2));
    assert_eq!(warnings(&reading), ["chart-denominators-zero"]);
}

#[test]
fn nothing_over_a_denominator_of_0() {
    let reading = read(&rates(ChartKind::U, &[(1.0, 10.0), (0.0, 0.0), (3.0, 10.0)]));
    assert_eq!((reading.points[1].value, reading.phases[0].centre), (None, Some(0.2)));
}

#[test]
fn a_denominator_missing() {
    let mut input = rates(ChartKind::P, &[(1.0, 10.0), (9.0, 10.0), (3.0, 10.0)]);
    input.denominators = Some(vec![Some(10.0), None, Some(10.0)]);
    let reading = read(&input);
    assert_eq!((reading.points[1].value, reading.phases[0].centre), (None, Some(0.2)));
    input.denominators = None;
    assert_eq!(read_chart(&input).unwrap_err().code(), "chart/needs-denominators");
}

#[test]
fn a_time_of_0_between_events() {
    let error = read_chart(&series(ChartKind::T, &[3.0, 0.0])).unwrap_err();
    assert_eq!((error.code(), error.path.as_str()), ("input/bad-number", "values.1"));
}

#[test]
fn fewer_than_10_useful_points() {
    let nine = [[1.0; 4].as_slice(), &[9.0; 5]].concat();
    let reading = read(&ChartInput { centre: Some(20.0), ..series(ChartKind::Run, &nine) });
    assert!(reading.phases[0].runs_signal && reading.signals.is_empty());
    assert_eq!(reading.sentences[0].key, "chart-too-few");
}

#[test]
fn a_phase_of_one_point() {
    let reading = read(&ChartInput { phase_starts: vec![1], ..series(ChartKind::I, &[4.0, 6.0, 8.0]) });
    assert_eq!((reading.phases[0].centre, limits(&reading)), (Some(4.0), (None, None)));
}

#[test]
fn a_phase_after_the_last_value() {
    let reading = read(&ChartInput { phase_starts: vec![9], ..series(ChartKind::Run, &[4.0, 6.0, 8.0]) });
    assert_eq!((reading.phases.len(), warnings(&reading)), (1, vec!["chart-phase-without-points"]));
}

#[test]
fn phases_and_a_baseline_together() {
    let values: Vec<f64> = (0..32).map(|week| f64::from(week % 5 + if week < 16 { 0 } else { 10 })).collect();
    let both = ChartInput { phase_starts: vec![16], baseline: Some(12), ..series(ChartKind::I, &values) };
    let ignored = read(&both);
    assert_eq!(warnings(&ignored)[0], "chart-baseline-ignored");
    assert_eq!(ignored.phases, read(&ChartInput { baseline: None, ..both.clone() }).phases);
    let each = read(&ChartInput { rules: RuleSet::Nhs, ..both });
    assert!(warnings(&each).contains(&"chart-baseline-each-phase"));
    assert_eq!(each.phases[1].centre, Some(values[16..28].iter().sum::<f64>() / 12.0));
}

#[test]
fn a_baseline_longer_than_the_series() {
    let values = series(ChartKind::I, &[4.0, 6.0, 8.0]);
    assert_eq!(read(&ChartInput { baseline: Some(40), ..values.clone() }).points, read(&values).points);
}

#[test]
fn an_excluded_point_that_is_not_there() {
    let reading = read(&ChartInput { exclude: vec![1, 7], ..series(ChartKind::Run, &[4.0, 6.0, 8.0]) });
    assert_eq!((reading.phases[0].observations, warnings(&reading)), (2, vec!["chart-excluded-not-there"]));
}

#[test]
fn every_point_excluded() {
    let reading = read(&ChartInput { exclude: vec![0, 1, 2], ..series(ChartKind::I, &[4.0, 6.0, 8.0]) });
    assert_eq!((reading.phases[0].centre, reading.points[1].value), (None, Some(6.0)));
}

#[test]
fn a_negative_lower_limit() {
    let values = series(ChartKind::I, &[1.0, 9.0, 2.0, 8.0, 1.0, 9.0]);
    assert!(limits(&read(&values)).0 < Some(0.0));
    let clamped = ChartInput { clamp_at_zero: true, ..values };
    assert_eq!(limits(&read(&clamped)).0, Some(0.0));
    let below_zero = ChartInput { values: [&clamped.values[..], &[Some(-1.0)]].concat(), ..clamped };
    assert!(limits(&read(&below_zero)).0 < Some(0.0));
}

#[test]
fn a_gap_in_the_middle_of_a_trend() {
    let mut values: Vec<Option<f64>> = (0..8).map(|week| Some(f64::from(week))).collect();
    values[3] = None;
    let reading = read(&ChartInput { kind: ChartKind::I, rules: RuleSet::Nhs, values, ..ChartInput::default() });
    assert!(reading.points.iter().all(|point| !point.signals.contains(RuleId::Trend)));
}

#[test]
fn a_given_centre_line_of_a_t_chart() {
    let reading = read(&ChartInput { centre: Some(20.0), ..series(ChartKind::T, &[10.0, 30.0, 25.0, 14.0]) });
    assert!((reading.points[0].centre.unwrap() - 20.0).abs() < 1e-12);
}

#[test]
fn two_values_on_one_date() {
    let dates = Some(["2026-03-02", "2026-03-02", "2026-02-23"].map(|date| date.parse().unwrap()).to_vec());
    let reading = read(&ChartInput { dates, ..series(ChartKind::Run, &[1.0, 2.0, 3.0]) });
    assert_eq!(reading.points.iter().map(|point| point.value).collect::<Vec<_>>(), [Some(3.0), Some(1.0), Some(2.0)]);
}

#[test]
fn subgroups_that_are_names() {
    let names = Some(["North", "South", "North", "South"].map(|name| Some(Subgroup::Name(name.into()))).to_vec());
    let reading = read(&ChartInput { subgroups: names, ..series(ChartKind::Xbar, &[1.0, 5.0, 3.0, 7.0]) });
    assert!(!reading.phases[0].runs_signal && warnings(&reading).contains(&"chart-categories"));
}

#[test]
fn subgroups_of_one_value() {
    let reading = read(&series(ChartKind::Xbar, &[1.0, 5.0, 3.0]));
    assert_eq!((limits(&reading), warnings(&reading)), ((None, None), vec!["chart-needs-subgroups"]));
}

#[test]
fn weekends_and_holidays() {
    // Three weeks of days from a Monday, without values at weekends, in the second week, and on one Tuesday.
    let dates = days("2026-10-05", 21);
    let closed = |day: usize| day % 7 > 4 || (7..14).contains(&day) || day == 15;
    let values = (0..21).map(|day| (!closed(day)).then_some(90.0 + (day % 4) as f64)).collect();
    let holidays = vec![("2026-10-12".parse().unwrap(), "2026-10-16".parse().unwrap())];
    let calendar = Some(Calendar { holidays, ..Calendar::default() });
    let input = ChartInput { dates: Some(dates), values, calendar, ..ChartInput::default() };
    let reading = read(&input);
    // Only the Tuesday is missing. It is drawn as such, and nothing else is a gap.
    assert_eq!((reading.points.len(), reading.points.iter().filter(|point| point.value.is_none()).count()), (10, 1));
    assert_eq!(reading.gaps, [] as [usize; 0]);
    let mut without = input;
    without.values.remove(15);
    without.dates.as_mut().unwrap().remove(15);
    assert_eq!(read(&without).gaps, [6]);
}

#[test]
fn daily_values_whose_weekdays_differ() {
    let dates: Vec<Date> = days("2026-09-07", 70).into_iter().filter(|date| date.weekday() < 5).collect();
    let absent = |(at, date): (usize, &Date)| {
        Some(8.0 + [0.0, 0.0, 0.0, 0.0, 6.0][usize::from(date.weekday())] + (at * 7 % 5) as f64 / 4.0)
    };
    let values = dates.iter().enumerate().map(absent).collect();
    let reading = read(&ChartInput { kind: ChartKind::I, dates: Some(dates), values, ..ChartInput::default() });
    assert!(warnings(&reading).contains(&"chart-weekdays-differ"), "{:?}", warnings(&reading));
}

#[test]
fn neighbours_that_are_alike() {
    let drifting: Vec<f64> = (0..40).map(|day| 90.0 + 4.0 * f64::from(day % 20 - 10).abs()).collect();
    assert!(warnings(&read(&series(ChartKind::I, &drifting))).contains(&"chart-alike"));
    assert!(!warnings(&read(&series(ChartKind::Run, &drifting))).contains(&"chart-alike"));
}

#[test]
fn rates_that_scatter_widely() {
    let rows: Vec<(f64, f64)> = (0..30).map(|week| (700.0 + f64::from(week * 37 % 11) * 20.0, 10_000.0)).collect();
    let p = rates(ChartKind::P, &rows);
    assert!(warnings(&read(&p)).contains(&"chart-scattered-p"));
    assert!(!warnings(&read(&ChartInput { kind: ChartKind::Pp, ..p })).contains(&"chart-scattered-p"));
}

#[test]
fn small_numbers() {
    let rows = [(30.0, 90.0), (4.0, 80.0), (25.0, 85.0), (40.0, 95.0)];
    let reading = read(&ChartInput { suppress: Some(SMALL), ..rates(ChartKind::P, &rows) });
    // 4 is small, and 25 would give it away beside a total.
    let shown: Vec<bool> = reading.points.iter().map(|point| point.value.is_some()).collect();
    assert_eq!((shown, warnings(&reading)), (vec![true, false, false, true], vec!["chart-hidden"]));
    // Of a share, those who are left are few too: 3 of 90 are not absent.
    let reading =
        read(&ChartInput { suppress: Some(SMALL), ..rates(ChartKind::P, &[(87.0, 90.0), (40.0, 90.0), (50.0, 90.0)]) });
    assert_eq!(reading.points[0].value, None);
    let table = [vec![Some(12.0), Some(9.0), Some(30.0)], vec![Some(40.0), Some(41.0), Some(42.0)]];
    assert_eq!(hide_small(&table, SMALL), [[true, true, false], [true, true, false]]);
}

#[test]
fn a_change_that_follows_a_cycle() {
    let values = [[20.0, 19.0, 22.0, 21.0].repeat(3), [12.0, 13.0, 11.0, 12.5].repeat(3)].concat();
    let mut dates = days("2026-01-05", 24);
    dates.iter_mut().enumerate().for_each(|(week, date)| *date = date.plus_days(6 * week as i32));
    let start = dates[11].plus_days(2);
    let cycle = CycleMark { id: "c1".into(), number: 1, label: "Call home".into(), start, end: None, decision: None };
    let input =
        ChartInput { baseline: Some(12), dates: Some(dates), cycles: vec![cycle], ..series(ChartKind::Run, &values) };
    let reading = read(&input);
    let proposal = &reading.proposals[0];
    assert_eq!((reading.proposals.len(), proposal.start, proposal.cycle.as_str()), (1, 12, "c1"));
    assert!(proposal.message.text.contains("since 30 March 2026"), "{}", proposal.message.text);
    // Nothing is re-based until a person does it, and says why.
    assert_eq!(reading.phases.len(), 1);
    let based = ChartInput {
        phase_starts: vec![12],
        phase_reasons: vec!["We call home by ten.".into()],
        baseline: None,
        ..input
    };
    let reading = read(&based);
    assert_eq!((reading.phases[1].reason.as_deref(), reading.proposals.len()), (Some("We call home by ten."), 0));
    let blank = ChartInput { phase_reasons: vec![" ".into()], ..based };
    let error = read_chart(&blank).unwrap_err();
    assert_eq!((error.code(), error.path.as_str()), ("input/blank", "phaseReasons.0"));
}

#[test]
fn every_row_of_the_page_has_its_test_and_every_test_its_row() {
    let page = include_str!("../docs/charts/edge-cases.md");
    let rows: Vec<&str> = page.lines().filter_map(|line| line.strip_suffix("` |")?.rsplit('`').next()).collect();
    let tests: Vec<&str> = include_str!("chart_edges.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("fn ")?.strip_suffix("() {"))
        .filter(|name| *name != "every_row_of_the_page_has_its_test_and_every_test_its_row")
        .collect();
    assert_eq!(rows, tests);
}
