//! Charts on the data of schools: which chart fits, places compared by a funnel, causes sorted.

use headwater::Date;
use headwater::chart::{
    ChartInput, ChartKind, FunnelInput, Place, Side, Suggestion, read_chart, read_funnel, read_pareto, suggest_chart,
};
use proptest::prelude::*;

fn suggested(values: Vec<f64>, sizes: Option<Vec<f64>>, dates: Option<Vec<Date>>) -> (ChartInput, Suggestion) {
    let input = ChartInput {
        values: values.into_iter().map(Some).collect(),
        denominators: sizes.map(|sizes| sizes.into_iter().map(Some).collect()),
        dates,
        ..ChartInput::default()
    };
    let suggestion = suggest_chart(&input).unwrap();
    (input, suggestion)
}

fn keys(suggestion: &Suggestion) -> Vec<&str> {
    suggestion.reasons.iter().map(|reason| reason.key).collect()
}

/// Numbers that scatter and are the same everywhere.
fn scatter(count: usize) -> impl Iterator<Item = f64> {
    (0..count).map(|at| (at * 7919 + 13) % 101).map(|rest| rest as f64 / 100.0 - 0.5)
}

#[test]
fn daily_attendance_is_to_be_read_by_the_week() {
    let first: Date = "2026-09-07".parse().unwrap();
    let dates: Vec<Date> = (0..70).map(|day| first.plus_days(day)).filter(|date| date.weekday() < 5).collect();
    let absent = dates
        .iter()
        .zip(scatter(50))
        .map(|(date, noise)| 30.0 + (10.0 * noise).round() + if date.weekday() == 4 { 18.0 } else { 0.0 });
    let (input, suggestion) = suggested(absent.collect(), Some(vec![420.0; 50]), Some(dates));
    assert_eq!((suggestion.kind, keys(&suggestion)), (ChartKind::Run, vec!["suggest-weekdays", "suggest-weekly"]));
    // As suggested there is one point a week: all that were absent over all that might have been there.
    let weekly = read_chart(&suggestion.apply(&input)).unwrap();
    assert_eq!((weekly.points.len(), weekly.points[1].date), (10, Some(first.plus_days(7))));
    let of_week = input.values[5..10].iter().flatten().sum::<f64>() / (5.0 * 420.0);
    assert!((weekly.points[1].value.unwrap() - of_week).abs() < 1e-12);
    assert!(weekly.warnings.is_empty(), "{:?}", weekly.warnings);
}

#[test]
fn the_kind_follows_from_what_is_counted() {
    let whole =
        |centre: f64, spread: f64| scatter(30).map(move |noise| (centre + spread * noise).round()).collect::<Vec<_>>();
    let kind = |values: Vec<f64>, sizes: Option<Vec<f64>>| suggested(values, sizes, None).1;
    let steady = |size: f64| Some(vec![size; 30]);
    for (suggestion, expected, key) in [
        (kind(whole(40.0, 20.0), steady(400.0)), ChartKind::P, "suggest-p"),
        (kind(whole(4000.0, 900.0), steady(40_000.0)), ChartKind::Pp, "suggest-pp"),
        (kind(whole(60.0, 20.0), steady(12.0)), ChartKind::U, "suggest-u"),
        (kind(whole(4000.0, 900.0), steady(12.0)), ChartKind::Up, "suggest-up"),
        (kind(whole(30.0, 18.0), None), ChartKind::C, "suggest-c"),
        (kind(whole(900.0, 300.0), None), ChartKind::I, "suggest-i-for-counts"),
        (kind(scatter(30).map(|noise| 3.5 + noise).collect(), None), ChartKind::I, "suggest-i"),
        (kind(scatter(30).map(|noise| 3.5 + noise).collect(), steady(20.5)), ChartKind::Ip, "suggest-ip"),
        (kind(scatter(30).map(|noise| f64::from(noise > 0.3)).collect(), None), ChartKind::Run, "suggest-rare"),
        (kind(vec![3.0; 9], None), ChartKind::Run, "suggest-few"),
    ] {
        assert_eq!((suggestion.kind, keys(&suggestion)), (expected, vec![key]));
        assert!(!suggestion.reasons[0].text.is_empty());
    }
}

#[test]
fn several_values_in_a_subgroup_make_a_chart_of_means() {
    let (mut input, _) = suggested(scatter(40).collect(), None, None);
    input.subgroups = Some((0..40).map(|at| Some(headwater::chart::Subgroup::Number(f64::from(at / 4)))).collect());
    assert_eq!(suggest_chart(&input).unwrap().kind, ChartKind::Xbar);
}

fn colorado() -> Vec<Place> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/colorado/districts-2023.csv");
    let rows = csv::Reader::from_path(file).unwrap().into_deserialize::<(String, f64, f64)>();
    rows.map(|row| row.map(|(label, count, size)| Place { label, count, size }).unwrap()).collect()
}

#[test]
fn the_districts_of_colorado_are_compared_by_their_size() {
    let input = FunnelInput { places: colorado(), ..FunnelInput::default() };
    let reading = read_funnel(&input).unwrap();
    // Reckoned apart, from the paper, in Python.
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * b.abs();
    assert!(near(reading.centre, 0.313_954_042_687_769_1), "{}", reading.centre);
    assert!(near(reading.dispersion, 41.342_157_180_001_585), "{}", reading.dispersion);
    assert!(near(reading.between, 0.043_330_673_100_659_085), "{}", reading.between);
    assert_eq!(reading.points.iter().filter(|point| point.beyond.is_some()).count(), 42);
    assert_eq!(
        reading.sentences.iter().map(|sentence| sentence.key).collect::<Vec<_>>(),
        ["funnel-some", "funnel-differ"]
    );
}

#[test]
fn an_eighth_of_the_districts_of_colorado_make_up_most_of_the_absence() {
    let parts: Vec<(String, f64)> = colorado().into_iter().map(|place| (place.label, place.count)).collect();
    let reading = read_pareto(&parts).unwrap();
    assert_eq!(reading.parts.iter().filter(|part| part.vital).count(), 22);
    assert_eq!(reading.sentences[0].text, "22 of 178 make up 80%. The largest is “Denver County 1”.");
}

#[test]
fn a_place_without_people_has_no_rate_and_lies_nowhere() {
    let place = |count, size| Place { label: String::new(), count, size };
    let input =
        FunnelInput { places: vec![place(0.0, 0.0), place(3.0, 30.0), place(20.0, 30.0)], ..FunnelInput::default() };
    let reading = read_funnel(&input).unwrap();
    assert_eq!((reading.points[0].rate, reading.points[0].beyond), (None, None));
    let error = read_funnel(&FunnelInput { places: vec![place(4.0, 3.0)], ..FunnelInput::default() }).unwrap_err();
    assert_eq!((error.code(), error.path.as_str()), ("input/bad-number", "places.0.count"));
    assert!(read_funnel(&FunnelInput { places: vec![place(4.0, 3.0)], events: true, centre: None }).is_ok());
}

#[test]
fn nothing_counted_has_no_vital_few() {
    let reading = read_pareto(&[("a".into(), 0.0), ("b".into(), 0.0)]).unwrap();
    assert!(reading.parts.iter().all(|part| !part.vital && part.share == 0.0));
    assert_eq!(reading.sentences[0].key, "pareto-nothing");
    assert!(read_pareto(&[("a".into(), -1.0)]).is_err());
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let place = (0..=2_000_u32, 0..=2_000_u32).prop_map(|(a, b)| Place {
        label: String::new(),
        count: f64::from(a.min(b)),
        size: f64::from(a.max(b)),
    });
    prop::collection::vec(place, 0..60)
}

proptest! {
    #[test]
    fn limits_narrow_as_places_grow_and_lie_about_the_centre(places in places(), events in any::<bool>()) {
        let reading = read_funnel(&FunnelInput { places, events, centre: None }).unwrap();
        for (a, b) in reading.points.iter().flat_map(|a| reading.points.iter().map(move |b| (a, b))) {
            prop_assert!(a.limits998[0] <= a.limits95[0] && a.limits95[0] <= reading.centre);
            prop_assert!(reading.centre <= a.limits95[1] && a.limits95[1] <= a.limits998[1]);
            prop_assert!(a.size < b.size || a.limits95[1] <= b.limits95[1]);
            prop_assert_eq!(a.beyond == Some(Side::Above), a.rate.is_some_and(|rate| rate > a.limits998[1]));
        }
    }

    #[test]
    fn the_order_of_places_changes_nothing_but_their_order(places in places()) {
        let forth = read_funnel(&FunnelInput { places: places.clone(), ..FunnelInput::default() }).unwrap();
        let back = read_funnel(&FunnelInput { places: places.into_iter().rev().collect(), ..FunnelInput::default() }).unwrap();
        for (a, b) in forth.points.iter().zip(back.points.iter().rev()) {
            prop_assert!((a.limits95[1] - b.limits95[1]).abs() < 1e-9);
        }
    }

    #[test]
    fn a_total_gives_no_hidden_cell_away(
        table in (1..6_usize, 2..6_usize).prop_flat_map(|(rows, columns)| {
            prop::collection::vec(prop::collection::vec((0..60_u8).prop_map(|count| Some(f64::from(count))), columns), rows)
        }),
    ) {
        let hidden = headwater::chart::hide_small(&table, 10.0);
        let single = |line: Vec<bool>| line.len() > 1 && line.iter().filter(|hidden| **hidden).count() == 1;
        for (row, cells) in table.iter().enumerate() {
            prop_assert!(!single(hidden[row].clone()));
            for (column, cell) in cells.iter().enumerate() {
                prop_assert!(cell.unwrap() >= 10.0 || hidden[row][column]);
                prop_assert!(!single(hidden.iter().map(|row| row[column]).collect()));
            }
        }
        // Nothing small, nothing hidden.
        let large: Vec<Vec<Option<f64>>> = table.iter().map(|row| row.iter().map(|cell| cell.map(|cell| cell + 10.0)).collect()).collect();
        prop_assert!(headwater::chart::hide_small(&large, 10.0).into_iter().flatten().all(|hidden| !hidden));
    }

    #[test]
    fn parts_keep_their_total_and_the_vital_few_are_as_few_as_can_be(counts in prop::collection::vec(0..500_u16, 1..40)) {
        let parts: Vec<(String, f64)> = counts.iter().map(|count| (count.to_string(), f64::from(*count))).collect();
        let reading = read_pareto(&parts).unwrap();
        prop_assert!(reading.parts.is_sorted_by(|a, b| a.count >= b.count));
        prop_assert_eq!(reading.total, counts.iter().map(|count| f64::from(*count)).sum::<f64>());
        let few: Vec<f64> = reading.parts.iter().filter(|part| part.vital).map(|part| part.count).collect();
        if let Some((_, fewer)) = few.split_last() {
            prop_assert!(few.iter().sum::<f64>() >= 0.8 * reading.total - 1e-6);
            prop_assert!(fewer.iter().sum::<f64>() < 0.8 * reading.total);
        }
    }
}
