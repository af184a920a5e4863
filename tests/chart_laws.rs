//! Laws that every reading keeps, whatever the series.

use headwater::chart::{
    Aggregate, Calendar, ChartInput, ChartKind, ChartPhase, ChartReading, CycleMark, Direction, PointType, RuleSet,
    Subgroup, read_chart, read_charts,
};
use headwater::{Date, ErrorKind};
use proptest::prelude::*;

const SETS: [RuleSet; 5] = [RuleSet::Anhoej, RuleSet::Nhs, RuleSet::WesternElectric, RuleSet::Nelson, RuleSet::Ihi];

fn kind() -> impl Strategy<Value = ChartKind> {
    (0..ChartKind::ALL.len()).prop_map(|index| ChartKind::ALL[index].0)
}

fn rules() -> impl Strategy<Value = RuleSet> {
    (0..SETS.len()).prop_map(|index| SETS[index])
}

/// Quarters between -250 and 250, so that sums and differences are exact; some are missing.
fn quarters(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Option<f64>>> {
    let value = prop_oneof![9 => (-1000..1000_i32).prop_map(|value| Some(f64::from(value) / 4.0)), 1 => Just(None)];
    prop::collection::vec(value, count)
}

fn series(kind: ChartKind, rules: RuleSet, values: Vec<Option<f64>>) -> ChartInput {
    ChartInput { kind, rules, values, ..ChartInput::default() }
}

/// What was found, without places and words.
fn findings(reading: &ChartReading) -> Vec<([Option<usize>; 4], bool)> {
    let counts = |p: &ChartPhase| [Some(p.observations), Some(p.useful), p.longest_run, p.crossings];
    reading.phases.iter().map(|phase| (counts(phase), phase.runs_signal)).collect()
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        (None, None) => true,
        _ => false,
    }
}

prop_compose! {
    fn anything()(
        kind in kind(),
        rules in rules(),
        values in prop::collection::vec(prop::option::weighted(0.9, hostile_number()), 0..40),
        lists in prop::collection::vec(prop::option::of(hostile_number()), 0..40),
        days in prop::option::weighted(0.3, prop::collection::vec(-800_000..3_000_000_i32, 0..40)),
        names in prop::option::weighted(0.3, prop::collection::vec(prop::option::of(subgroup()), 0..40)),
        phase_starts in prop::collection::vec(hostile_index(), 0..4),
        exclude in prop::option::weighted(0.3, prop::collection::vec(0..40_usize, 0..3)),
        (baseline, centre, multiply, target) in (
            prop::option::weighted(0.3, hostile_index()),
            prop::option::weighted(0.2, hostile_number()),
            prop::option::weighted(0.2, hostile_number()),
            prop::option::weighted(0.2, hostile_number()),
        ),
        (rates, clamp_at_zero, screen, aggregate) in (any::<bool>(), any::<bool>(), prop::option::of(any::<bool>()), 0..4_usize),
        (title, unit) in (prop::option::of(".{0,90}"), prop::option::of(".{0,9}")),
        fit in prop::bool::weighted(0.9),
    ) -> ChartInput {
        let count = values.len();
        let fitted = |length: usize| if fit { count } else { length };
        let date = |days: i32| "2000-01-01".parse::<Date>().unwrap().plus_days(days);
        let start = date(3);
        ChartInput {
            kind, rules, phase_starts, exclude: exclude.unwrap_or_default(), suppressed: vec![], baseline, centre, multiply, target, clamp_at_zero, title, unit,
            denominators: rates.then(|| lists.iter().copied().cycle().take(if lists.is_empty() { 0 } else { fitted(lists.len()) })
                .map(|size| size.map(f64::abs)).collect()),
            dates: days.filter(|days| !days.is_empty())
                .map(|days| days.iter().cycle().take(fitted(days.len())).map(|day| date(*day)).collect()),
            subgroups: names.filter(|names| !names.is_empty())
                .map(|names| names.iter().cycle().take(fitted(names.len())).cloned().collect()),
            values,
            aggregate: [Aggregate::Mean, Aggregate::Median, Aggregate::Sum, Aggregate::Sd][aggregate],
            screen_moving_ranges: screen,
            direction: Some([Direction::Increase, Direction::Decrease, Direction::Neutral][count % 3]),
            cycles: vec![CycleMark { id: "c".into(), number: 1, label: "try".into(), start, end: None, decision: None }],
            suppress: (count % 5 == 0).then_some(10.0),
            calendar: (count % 4 == 0).then(Calendar::default),
            ..ChartInput::default()
        }
    }
}

fn hostile_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        200 => 0.0..100.0_f64,
        100 => (0..20_i32).prop_map(f64::from),
        20 => prop::sample::select(vec![0.0, -0.0, f64::NAN, 1e100, -1e100, 5e-324, 1e-100, -3.0]),
        1 => any::<f64>(),
        1 => Just(f64::INFINITY),
    ]
}

fn hostile_index() -> impl Strategy<Value = usize> {
    prop_oneof![9 => 0..45_usize, 1 => any::<usize>()]
}

fn subgroup() -> impl Strategy<Value = Subgroup> {
    prop_oneof![
        3 => (0..9_i32).prop_map(|number| Subgroup::Number(f64::from(number))),
        1 => prop::sample::select(vec!["A", "b", "", "2026-02-03", "2026-02-03T08:00", "é"]).prop_map(|n| Subgroup::Name(n.into())),

    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_input_has_a_reading_or_a_coded_refusal(input in anything()) {
        match read_chart(&input) {
            Err(error) => {
                prop_assert!(ErrorKind::CODES.contains(&error.code()));
                prop_assert!(!error.path.is_empty());
            }
            Ok(reading) => {
                let json = serde_json::to_value(&reading).unwrap();
                prop_assert!(!reading.sentences.is_empty());
                for message in reading.sentences.iter().chain(&reading.warnings) {
                    prop_assert!(!message.text.is_empty(), "{} has no sentence", message.key);
                }
                prop_assert!(json["certificate"]["digest"].is_string());
                // Phases lie end to end and hold every point; whatever is plotted is finite.
                let mut from = 0;
                for phase in &reading.phases {
                    prop_assert_eq!(phase.start, from);
                    prop_assert!(phase.end > from);
                    from = phase.end;
                }
                prop_assert_eq!(from, reading.points.len());
                for (index, point) in reading.points.iter().enumerate() {
                    prop_assert_eq!(point.index, index);
                    let numbers = [point.value, point.centre, point.lower, point.upper];
                    prop_assert!(numbers.into_iter().flatten().all(f64::is_finite));
                    prop_assert_eq!(point.point_type.is_some(), input.rules == RuleSet::Nhs);
                }
                for signal in &reading.signals {
                    prop_assert!(signal.start <= signal.end && signal.end < reading.points.len());
                    prop_assert!(reading.phases[signal.phase].useful >= 10);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn a_move_of_all_values_moves_the_lines_and_finds_the_same(
        values in quarters(0..60), move_by in -500..500_i32, kind in prop::sample::select(vec![ChartKind::Run, ChartKind::I]), rules in rules(),
    ) {
        let moved = values.iter().map(|value| value.map(|value| value + f64::from(move_by))).collect();
        let before = read_chart(&series(kind, rules, values)).unwrap();
        let after = read_chart(&series(kind, rules, moved)).unwrap();
        prop_assert_eq!(findings(&before), findings(&after));
        for (a, b) in before.points.iter().zip(&after.points) {
            for (a, b) in [(a.centre, b.centre), (a.lower, b.lower), (a.upper, b.upper)] {
                prop_assert!(close(a.map(|line| line + f64::from(move_by)), b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn another_unit_scales_the_lines_and_finds_the_same(
        values in quarters(0..60), power in -8..8_i32, kind in prop::sample::select(vec![ChartKind::Run, ChartKind::I, ChartKind::Mr]), rules in rules(),
    ) {
        // Powers of two scale without rounding, so that even the last bit agrees.
        let factor = 2_f64.powi(power);
        let scaled = values.iter().map(|value| value.map(|value| value * factor)).collect();
        let before = read_chart(&series(kind, rules, values)).unwrap();
        let after = read_chart(&series(kind, rules, scaled)).unwrap();
        prop_assert_eq!(findings(&before), findings(&after));
        for (a, b) in before.points.iter().zip(&after.points) {
            prop_assert_eq!(&a.signals, &b.signals);
            prop_assert_eq!(a.point_type, b.point_type);
            for (a, b) in [(a.centre, b.centre), (a.lower, b.lower), (a.upper, b.upper)] {
                prop_assert_eq!(a.map(|line| line * factor), b);
            }
        }
    }

    #[test]
    fn backwards_in_time_there_are_the_same_runs(values in quarters(0..60), kind in prop::sample::select(vec![ChartKind::Run, ChartKind::I, ChartKind::G])) {
        let values: Vec<_> = values.into_iter().map(|value| value.map(f64::abs)).collect();
        let reversed = values.iter().rev().copied().collect();
        let forth = read_chart(&series(kind, RuleSet::Anhoej, values)).unwrap();
        let back = read_chart(&series(kind, RuleSet::Anhoej, reversed)).unwrap();
        prop_assert_eq!(findings(&forth), findings(&back));
    }

    #[test]
    fn for_the_other_direction_what_is_better_is_worse(values in quarters(0..60), increase in any::<bool>()) {
        let (up, down) = if increase { (Direction::Increase, Direction::Decrease) } else { (Direction::Decrease, Direction::Increase) };
        let nhs = |values, direction| {
            let input = ChartInput { direction: Some(direction), ..series(ChartKind::I, RuleSet::Nhs, values) };
            read_chart(&input).unwrap().points.iter().map(|point| point.point_type).collect::<Vec<_>>()
        };
        let mirrored = |kind| match kind {
            Some(PointType::Improvement) => Some(PointType::Concern),
            Some(PointType::Concern) => Some(PointType::Improvement),
            other => other,
        };
        prop_assert_eq!(nhs(values.clone(), up), nhs(values, down).into_iter().map(mirrored).collect::<Vec<_>>());
    }

    #[test]
    fn a_missing_value_changes_no_run(values in quarters(1..50), at in any::<prop::sample::Index>()) {
        let at = at.index(values.len());
        let mut gap = values.clone();
        gap.insert(at, None);
        let without = read_chart(&series(ChartKind::Run, RuleSet::Anhoej, values)).unwrap();
        let with = read_chart(&series(ChartKind::Run, RuleSet::Anhoej, gap)).unwrap();
        prop_assert_eq!(without.phases[0].centre, with.phases[0].centre);
        prop_assert_eq!(without.phases[0].longest_run, with.phases[0].longest_run);
        prop_assert_eq!(without.phases[0].crossings, with.phases[0].crossings);
    }

    #[test]
    fn a_phase_is_read_as_if_it_stood_alone(
        values in quarters(2..60), at in any::<prop::sample::Index>(), kind in prop::sample::select(vec![ChartKind::Run, ChartKind::I, ChartKind::Mr, ChartKind::Ip]), rules in rules(),
    ) {
        let start = 1 + at.index(values.len() - 1);
        let alone = [read_chart(&series(kind, rules, values[..start].to_vec())), read_chart(&series(kind, rules, values[start..].to_vec()))];
        let alone = alone.map(Result::unwrap);
        let both = read_chart(&ChartInput { phase_starts: vec![start], ..series(kind, rules, values) }).unwrap();
        prop_assert_eq!(findings(&both), [findings(&alone[0]), findings(&alone[1])].concat());
        let apart: Vec<_> = alone.iter().flat_map(|reading| &reading.points).collect();
        for (a, b) in both.points.iter().zip(apart) {
            prop_assert_eq!((a.value, a.centre, a.lower, a.upper, &a.signals), (b.value, b.centre, b.lower, b.upper, &b.signals));
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter_where_dates_tell_it(
        rows in prop::collection::btree_map(0..3_000_i32, (-1000..1000_i32).prop_map(|value| f64::from(value) / 4.0), 0..50),
        shuffle in any::<u64>(), kind in prop::sample::select(vec![ChartKind::Run, ChartKind::I]),
    ) {
        let dated = |rows: &[(i32, f64)]| ChartInput {
            kind,
            values: rows.iter().map(|(_, value)| Some(*value)).collect(),
            dates: Some(rows.iter().map(|(day, _)| "2020-01-01".parse::<Date>().unwrap().plus_days(*day)).collect()),
            ..ChartInput::default()
        };
        let ordered: Vec<_> = rows.into_iter().collect();
        let mut mixed = ordered.clone();
        mixed.sort_by_key(|(day, _)| shuffle.wrapping_mul(*day as u64 + 1) % 7919);
        let (a, b) = (read_chart(&dated(&ordered)).unwrap(), read_chart(&dated(&mixed)).unwrap());
        prop_assert_eq!(a.points, b.points);
        prop_assert_eq!(a.sentences, b.sentences);
    }

    #[test]
    fn an_excluded_point_sets_no_line_and_joins_no_run(values in quarters(2..50), at in any::<prop::sample::Index>()) {
        let at = at.index(values.len());
        let mut without = values.clone();
        without.remove(at);
        let excluded = read_chart(&ChartInput { exclude: vec![at], ..series(ChartKind::I, RuleSet::Anhoej, values) }).unwrap();
        let removed = read_chart(&series(ChartKind::I, RuleSet::Anhoej, without)).unwrap();
        prop_assert_eq!(findings(&excluded), findings(&removed));
        prop_assert_eq!(excluded.phases[0].centre, removed.phases[0].centre);
        prop_assert_eq!(excluded.points[0].upper, removed.points[0].upper);
    }

    #[test]
    fn shares_keep_their_limits_between_none_and_all(
        rows in prop::collection::vec((0..=40_u8, 0..=40_u8), 0..50), laney in any::<bool>(),
    ) {
        let input = ChartInput {
            kind: if laney { ChartKind::Pp } else { ChartKind::P },
            values: rows.iter().map(|(a, b)| Some(f64::from(*a.min(b)))).collect(),
            denominators: Some(rows.iter().map(|(_, b)| Some(f64::from(*b))).collect()),
            ..ChartInput::default()
        };
        for point in read_chart(&input).unwrap().points {
            prop_assert!(point.lower.is_none_or(|lower| (0.0..=1.0).contains(&lower)));
            prop_assert!(point.upper.is_none_or(|upper| (0.0..=1.0).contains(&upper)));
        }
    }

    #[test]
    fn many_series_at_once_are_read_as_each_is_alone(
        kind in kind(), rules in rules(), clamp_at_zero in any::<bool>(), baseline in prop::option::of(12..20_usize),
        exclude in prop::collection::vec(0..90_usize, 0..4),
        series in prop::collection::vec((prop::collection::vec((prop::option::weighted(0.9, 1..40_u8), 0..60_u8), 0..30), prop::option::of(1..12_usize)), 0..5),
    ) {
        let (mut starts, mut phase_starts, mut values, mut sizes) = (vec![], vec![], vec![], vec![]);
        for (rows, phase) in &series {
            let start = values.len();
            starts.push(start);
            phase_starts.extend(phase.filter(|phase| *phase < rows.len()).map(|phase| start + phase));
            values.extend(rows.iter().map(|(value, _)| value.map(f64::from)));
            sizes.extend(rows.iter().map(|(_, size)| Some(f64::from(*size))));
        }
        let how = |range: std::ops::Range<usize>, counts: bool| ChartInput {
            kind, rules, clamp_at_zero, baseline, direction: Some(Direction::Increase), target: Some(0.5),
            values: values[range.clone()].to_vec(),
            denominators: counts.then(|| sizes[range.clone()].to_vec()),
            phase_starts: phase_starts.iter().filter(|at| range.contains(at)).map(|at| at - range.start).collect(),
            exclude: exclude.iter().filter(|at| range.contains(at)).map(|at| at - range.start).collect(),
            ..ChartInput::default()
        };
        let counts = matches!(kind, ChartKind::P | ChartKind::Pp | ChartKind::U | ChartKind::Up);
        let charts = read_charts(&how(0..values.len(), counts), &starts).unwrap();
        let some = |number: f64| Some(number).filter(|number| !number.is_nan());
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(values.len());
            let alone = read_chart(&how(start..end, counts)).unwrap();
            for (at, point) in (start..end).zip(&alone.points) {
                prop_assert_eq!((some(charts.value[at]), some(charts.lower[at]), some(charts.upper[at])), (point.value, point.lower, point.upper));
                prop_assert_eq!(charts.signals[at], point.signals);
                prop_assert_eq!(charts.types.get(at).copied(), point.point_type);
            }
            let phases: Vec<ChartPhase> = charts.phases[charts.series[number]..charts.series[number + 1]].iter()
                .map(|phase| ChartPhase { start: phase.start - start, end: phase.end - start, ..phase.clone() }).collect();
            prop_assert_eq!(phases, alone.phases);
            prop_assert_eq!((charts.variation[number], charts.assurance[number]), (alone.variation, alone.assurance));
        }
    }

    #[test]
    fn any_columns_have_a_reading_or_a_coded_refusal(input in anything(), starts in prop::collection::vec(hostile_index(), 0..5), zero in any::<bool>(), sort in any::<bool>()) {
        let mut starts = starts;
        if sort { starts.sort_unstable(); }
        if zero { starts.insert(0, 0); }
        let input = ChartInput { dates: None, subgroups: None, cycles: vec![], ..input };
        if let Err(error) = read_charts(&input, &starts) {
            prop_assert!(!error.path.is_empty());
        }
    }
}
