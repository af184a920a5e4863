//! The rules of Western Electric and of Nelson against those of another library, u-analytics.

use headwater::chart::{ChartInput, ChartKind, RuleId, RuleSet, Signals, read_chart};
use proptest::prelude::*;
use u_analytics::spc::{ChartPoint, ControlLimits, NelsonRules, RunRule, ViolationType as V, WesternElectricRules};

/// Their test, our rule, and how many points it looks at; they report the last one of these.
const TESTS: [(V, RuleId, usize); 9] = [
    (V::BeyondLimits, RuleId::BeyondLimits, 1),
    (V::NineOneSide, RuleId::Shift, 9),
    (V::EightOneSide, RuleId::Shift, 8),
    (V::SixTrend, RuleId::Trend, 6),
    (V::FourteenAlternating, RuleId::Alternating, 14),
    (V::TwoOfThreeBeyond2Sigma, RuleId::TwoInThree, 3),
    (V::FourOfFiveBeyond1Sigma, RuleId::FourInFive, 5),
    (V::FifteenWithin1Sigma, RuleId::Hugging, 15),
    (V::EightBeyond1Sigma, RuleId::Avoiding, 8),
];

/// The rules of each point by the other library.
fn theirs(found: &[(usize, V)], values: &[f64], limits: &ControlLimits) -> Vec<Signals> {
    let mut rules: Vec<Vec<RuleId>> = vec![Vec::new(); values.len()];
    for (last, violation) in found {
        let (_, rule, length) = TESTS.into_iter().find(|(test, ..)| test == violation).unwrap();
        let window = last + 1 - length..=*last;
        // Of these two, the points near the limit belong to the pattern, and they tell no side.
        let thirds = match rule {
            RuleId::TwoInThree => Some((2, 2.0)),
            RuleId::FourInFive => Some((4, 1.0)),
            _ => None,
        };
        let Some((need, thirds)) = thirds else {
            window.for_each(|at| rules[at].push(rule));
            continue;
        };
        let way = thirds * (limits.ucl - limits.cl) / 3.0;
        let high: Vec<usize> = window.clone().filter(|at| values[*at] > limits.cl + way).collect();
        let low: Vec<usize> = window.filter(|at| values[*at] < limits.cl - way).collect();
        for side in [high, low].into_iter().filter(|side| side.len() >= need) {
            side.into_iter().for_each(|at| rules[at].push(rule));
        }
    }
    rules.into_iter().map(|rules| rules.into_iter().collect()).collect()
}

/// Series in which each of the rules fires now and then: blocks that wander, keep close, keep away or alternate.
fn patterned() -> impl Strategy<Value = Vec<f64>> {
    let block = (0..5_u8, -2.0..2.0_f64, prop::collection::vec(0.01..1.0_f64, 3..20));
    prop::collection::vec(block, 1..7).prop_map(|blocks| {
        let one = |(shape, level, noise): (u8, f64, Vec<f64>)| {
            let turn = |at: usize| if at.is_multiple_of(2) { 1.0 } else { -1.0 };
            let mut at = 0;
            let values = noise.into_iter().map(move |noise| {
                at += 1;
                match shape {
                    0 => level + noise,
                    1 => 0.2 * noise,
                    2 => turn(at) * (1.0 + noise),
                    3 => level + at as f64 * noise.max(0.3),
                    _ => level - noise * turn(at),
                }
            });
            values.collect::<Vec<f64>>()
        };
        blocks.into_iter().flat_map(one).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn the_zone_rules_find_what_another_library_finds(values in patterned(), bits in any::<u16>()) {
        let mut input = ChartInput {
            kind: ChartKind::I,
            screen_moving_ranges: Some(false),
            values: values.iter().copied().map(Some).collect(),
            ..ChartInput::default()
        };
        let first = read_chart(&input).unwrap().points.swap_remove(0);
        let (cl, lcl, ucl) = (first.centre.unwrap(), first.lower.unwrap(), first.upper.unwrap());
        let limits = ControlLimits { ucl, cl, lcl };
        let points: Vec<_> =
            values.iter().enumerate().map(|(index, value)| ChartPoint { value: *value, index, violations: vec![] }).collect();
        for (set, found) in [
            (RuleSet::Nelson, NelsonRules.check(&points, &limits)),
            (RuleSet::WesternElectric, WesternElectricRules.check(&points, &limits)),
        ] {
            input.rules = set;
            input.only = None;
            let all = theirs(&found, &values, &limits);
            let ours: Vec<Signals> = read_chart(&input).unwrap().points.iter().map(|point| point.signals).collect();
            prop_assert_eq!(&ours, &all, "{:?}", set);
            // A subset finds what the whole set finds of these rules.
            let known = |rule: &RuleId| set != RuleSet::WesternElectric
                || matches!(rule, RuleId::BeyondLimits | RuleId::TwoInThree | RuleId::FourInFive | RuleId::Shift);
            let chosen = |rule: &RuleId| bits & (1 << *rule as u16) != 0;
            let only: Signals = TESTS.into_iter().map(|(_, rule, _)| rule).filter(|rule| known(rule) && chosen(rule)).collect();
            input.only = Some(only);
            let some: Vec<Signals> = read_chart(&input).unwrap().points.iter().map(|point| point.signals).collect();
            let expected: Vec<Signals> = all.iter().map(|signals| signals.iter().filter(chosen).collect()).collect();
            prop_assert_eq!(some, expected, "{:?} of {:?}", only, set);
        }
    }
}
