//! Each rule fires at its length and not one short of it. Here σ is 1 and the centre line 0.

use super::{Pattern, Phase, Place, RuleId, RuleSet, patterns};
use crate::chart::Side;
use crate::chart::runs::{crossings_limit, longest_run_limit, runs};

fn found(set: RuleSet, values: &[f64]) -> Vec<Pattern> {
    let values: Vec<Option<f64>> = values.iter().map(|value| Some(*value).filter(|value| !value.is_nan())).collect();
    let places: Vec<Place> = values
        .iter()
        .enumerate()
        .map(|(index, value)| Place {
            index,
            value: *value,
            side: value.and_then(|value| Side::of(value, 0.0)),
            outside: value.filter(|value| value.abs() > 3.0).and_then(|value| Side::of(value, 0.0)),
            excluded: false,
            middle: Some(0.0),
            reach: Some(3.0),
        })
        .collect();
    let runs = runs(places.iter().filter_map(|place| Some((place.index, place.side?))));
    let limits = (longest_run_limit(runs.useful), crossings_limit(runs.useful));
    patterns(set, None, &Phase { places: &places, runs: &runs, limits, judge_runs: true })
}

/// The points of the one pattern that the rule finds; empty if it finds none.
fn members(set: RuleSet, rule: RuleId, values: &[f64]) -> Vec<usize> {
    let mut all = found(set, values).into_iter().filter(|pattern| pattern.rule == rule);
    let members = all.next().map(|pattern| pattern.members).unwrap_or_default();
    assert_eq!(all.next(), None, "more than one pattern in {values:?}");
    members
}

const NAN: f64 = f64::NAN;
const NONE: [usize; 0] = [];

#[test]
fn a_point_counts_as_beyond_a_limit_but_not_on_it() {
    for set in [RuleSet::WesternElectric, RuleSet::Nelson] {
        assert_eq!(members(set, RuleId::BeyondLimits, &[0.1, 3.0, -0.2]), NONE);
        assert_eq!(members(set, RuleId::BeyondLimits, &[0.1, -3.1, 0.2]), [1]);
    }
}

#[test]
fn a_shift_takes_six_seven_eight_or_nine_in_a_row() {
    let sets = [(RuleSet::Ihi, 6), (RuleSet::Nhs, 7), (RuleSet::WesternElectric, 8), (RuleSet::Nelson, 9)];
    for (set, length) in sets {
        let row: Vec<f64> = [-0.5].into_iter().chain(std::iter::repeat_n(0.5, length)).chain([-0.5]).collect();
        assert_eq!(members(set, RuleId::Shift, &row), (1..=length).collect::<Vec<_>>(), "{set:?}");
        assert_eq!(members(set, RuleId::Shift, &row[2..]), NONE, "{set:?} one short");
    }
}

#[test]
fn a_point_on_the_centre_line_breaks_a_shift_except_under_the_ihi_rules() {
    let row = [0.5, 0.4, 0.5, 0.0, 0.4, 0.5, 0.4, 0.6];
    assert_eq!(members(RuleSet::Nhs, RuleId::Shift, &row), NONE);
    assert_eq!(members(RuleSet::Ihi, RuleId::Shift, &row), [0, 1, 2, 4, 5, 6, 7]);
}

#[test]
fn a_trend_takes_five_six_or_seven_points() {
    for (set, length) in [(RuleSet::Ihi, 5), (RuleSet::Nelson, 6), (RuleSet::Nhs, 7)] {
        let fall: Vec<f64> = (0..length).map(|step| 0.9 - 0.1 * step as f64).collect();
        assert_eq!(members(set, RuleId::Trend, &fall), (0..length).collect::<Vec<_>>(), "{set:?}");
        assert_eq!(members(set, RuleId::Trend, &fall[1..]), NONE, "{set:?} one short");
    }
}

#[test]
fn a_tie_or_a_gap_breaks_a_trend_except_under_the_ihi_rules() {
    let tie = [0.1, 0.2, 0.3, 0.4, 0.4, 0.5, 0.6, 0.7];
    assert_eq!(members(RuleSet::Nhs, RuleId::Trend, &tie), NONE);
    assert_eq!(members(RuleSet::Ihi, RuleId::Trend, &tie), (0..8).collect::<Vec<_>>());
    assert_eq!(members(RuleSet::Nelson, RuleId::Trend, &[0.1, 0.2, 0.3, NAN, 0.4, 0.5, 0.6]), NONE);
    assert_eq!(members(RuleSet::Ihi, RuleId::Trend, &[0.1, 0.2, 0.3, NAN, 0.4, 0.5]), [0, 1, 2, 4, 5]);
}

#[test]
fn a_turning_point_belongs_to_the_rise_and_to_the_fall() {
    let peak = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];
    let trends: Vec<_> = found(RuleSet::Nelson, &peak).into_iter().filter(|p| p.rule == RuleId::Trend).collect();
    let spans: Vec<_> = trends.iter().map(|trend| (trend.start, trend.end, trend.side)).collect();
    assert_eq!(spans, [(0, 5, Some(Side::Above)), (5, 10, Some(Side::Below))]);
}

#[test]
fn two_of_three_beyond_two_sigma_may_have_the_third_anywhere() {
    assert_eq!(members(RuleSet::Nelson, RuleId::TwoInThree, &[0.1, 2.1, -1.0, 2.2]), [1, 3]);
    assert_eq!(members(RuleSet::WesternElectric, RuleId::TwoInThree, &[0.1, 2.1, -0.1, 3.2]), [1, 3]);
    assert_eq!(members(RuleSet::WesternElectric, RuleId::TwoInThree, &[2.1, -2.1, 0.3, 2.2]), NONE);
}

#[test]
fn two_of_three_under_the_nhs_rules_stay_on_one_side_and_within_the_limits() {
    assert_eq!(members(RuleSet::Nhs, RuleId::TwoInThree, &[2.1, 0.1, 2.2, -0.1]), [0, 2]);
    assert_eq!(members(RuleSet::Nhs, RuleId::TwoInThree, &[2.1, -0.1, 2.2]), NONE);
    assert_eq!(members(RuleSet::Nhs, RuleId::TwoInThree, &[2.1, 0.1, 3.2]), NONE);
}

#[test]
fn four_of_five_beyond_one_sigma_lie_on_one_side() {
    for set in [RuleSet::WesternElectric, RuleSet::Nelson] {
        assert_eq!(members(set, RuleId::FourInFive, &[-1.1, -1.2, 0.5, -1.3, -1.4]), [0, 1, 3, 4]);
        assert_eq!(members(set, RuleId::FourInFive, &[-1.1, -1.2, 0.5, -1.3, 1.4]), NONE);
    }
}

#[test]
fn windows_that_overlap_make_one_pattern_and_others_make_two() {
    let together = found(RuleSet::WesternElectric, &[2.1, 2.1, 0.1, 2.1, 2.1]);
    assert_eq!(together.iter().filter(|p| p.rule == RuleId::TwoInThree).count(), 1);
    let apart = found(RuleSet::WesternElectric, &[2.1, 2.1, 0.1, -0.1, 0.1, -0.1, 2.1, 2.1]);
    let spans: Vec<_> = apart.iter().filter(|p| p.rule == RuleId::TwoInThree).map(|p| (p.start, p.end)).collect();
    assert_eq!(spans, [(0, 1), (6, 7)]);
}

#[test]
fn fourteen_points_that_alternate_are_one_too_many() {
    let saw: Vec<f64> = (0..14).map(|i| if i % 2 == 0 { 0.5 } else { -0.5 }).collect();
    assert_eq!(members(RuleSet::Nelson, RuleId::Alternating, &saw), (0..14).collect::<Vec<_>>());
    assert_eq!(members(RuleSet::Nelson, RuleId::Alternating, &saw[1..]), NONE);
    let mut broken = saw.clone();
    broken[7] = NAN;
    assert_eq!(members(RuleSet::Nelson, RuleId::Alternating, &broken), NONE);
}

#[test]
fn fifteen_points_may_not_hug_the_centre_line_nor_eight_avoid_it() {
    let close: Vec<f64> = (0..15).map(|i| [0.3, 0.9, -0.4][i % 3]).collect();
    assert_eq!(members(RuleSet::Nelson, RuleId::Hugging, &close), (0..15).collect::<Vec<_>>());
    assert_eq!(members(RuleSet::Nelson, RuleId::Hugging, &close[1..]), NONE);
    let far = [1.2, -1.2, 1.3, 1.1, -1.4, 1.2, -1.1, -1.3];
    assert_eq!(members(RuleSet::Nelson, RuleId::Avoiding, &far), (0..8).collect::<Vec<_>>());
    assert_eq!(members(RuleSet::Nelson, RuleId::Avoiding, &far[1..]), NONE);
}

#[test]
fn too_few_and_too_many_runs_are_matters_of_the_whole_phase() {
    let rules =
        |values: &[f64]| -> Vec<_> { found(RuleSet::Ihi, values).iter().map(|p| (p.rule, p.found, p.limit)).collect() };
    // Among twenty points 6 to 16 runs are usual.
    let saw: Vec<f64> = (0..20).map(|i| if i % 2 == 0 { 0.5 } else { -0.5 }).collect();
    assert_eq!(rules(&saw), [(RuleId::ManyRuns, 20, 16)]);
    let blocks: Vec<f64> = (0..20).map(|i| if i / 4 % 2 == 0 { 0.5 } else { -0.5 }).collect();
    assert_eq!(rules(&blocks), [(RuleId::FewRuns, 5, 6)]);
    assert_eq!(rules(&saw[..9]), []);
}

#[test]
fn excluded_points_are_passed_over() {
    let mut places: Vec<Place> = Vec::new();
    for index in 0..9 {
        let value = if index == 4 { -0.5 } else { 0.5 };
        let (side, excluded) = (Side::of(value, 0.0), index == 4);
        places.push(Place { index, value: Some(value), side, outside: None, excluded, middle: None, reach: None });
    }
    let runs = runs(std::iter::empty());
    let found = patterns(
        RuleSet::WesternElectric,
        None,
        &Phase { places: &places, runs: &runs, limits: (9, 9), judge_runs: true },
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].members, [0, 1, 2, 3, 5, 6, 7, 8]);

    // Nor is there a row where neighbours mean nothing.
    let found = patterns(
        RuleSet::WesternElectric,
        None,
        &Phase { places: &places, runs: &runs, limits: (9, 9), judge_runs: false },
    );
    assert_eq!(found, []);
}
