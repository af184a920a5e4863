//! Many places side by side: a rate of each against its size, with limits that widen as the size falls.
//!
//! Spiegelhalter, “Funnel plots for comparing institutional performance”, Statistics in Medicine 24 (2005), doi
//! 10.1002/sim.1970: limits at 95% and 99.8%; where places differ by more than chance throughout, the spread between
//! places is added to the spread by chance (its section on over-dispersion), estimated with the tenth of places at either
//! end drawn in.

use super::decode::{each_field, place, unknown};
use super::runs::Side;
use super::words::{Args, say};
use crate::decode::{choice, list, number};
use crate::order::by_number;
use crate::{Error, ErrorKind, Message, Result};
use serde::Serialize;

/// How many standard deviations the limits lie away: 95% and 99.8% of chance.
const Z: [f64; 2] = [1.959_963_984_540_054, 3.090_232_306_167_813_5];
/// The share of places at either end that are drawn in before the spread is reckoned.
const DRAWN_IN: f64 = 0.1;
/// Of fewer places none is drawn in, and a single odd one would pass for a spread.
const FEWEST_FOR_SPREAD: usize = 10;
/// The most places.
const MOST: usize = 20_000;

/// A place: how many of how many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Its name.
    pub label: String,
    /// How many there are, or how many events.
    pub count: f64,
    /// Of how many, or over which size; 0 or more.
    pub size: f64,
}

/// Places to be compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FunnelInput {
    /// The places.
    pub places: Vec<Place>,
    /// Counts are events and may exceed their size, rather than people of a group.
    pub events: bool,
    /// The rate that is held against them. Left out: that of all places together.
    pub centre: Option<f64>,
}

/// A place in a funnel.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FunnelPoint {
    /// Its name.
    pub label: String,
    /// Its size.
    pub size: f64,
    /// Its rate; none without a size.
    pub rate: Option<f64>,
    /// Limits of 95%, lower and upper.
    pub limits95: [f64; 2],
    /// Limits of 99.8%.
    pub limits998: [f64; 2],
    /// The side on which it lies beyond the limits of 99.8%.
    pub beyond: Option<Side>,
}

/// Places that were compared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FunnelReading {
    /// The rate in the middle.
    pub centre: f64,
    /// Mean square of the standardised differences; about 1 where chance explains them.
    pub dispersion: f64,
    /// The spread between places that was added, as a standard deviation; 0 where chance explains the differences.
    pub between: f64,
    /// The places, in the order given.
    pub points: Vec<FunnelPoint>,
    /// The reading in words.
    pub sentences: Vec<Message>,
}

impl FunnelInput {
    /// Reads an input from JSON: `{ "places": [{ "label", "count", "size" }], "kind": "p" | "u", "centre" }`.
    pub fn from_json(text: &str) -> Result<Self> {
        let mut input = Self::default();
        each_field(crate::json::parse(text)?, &["places"], &mut |name, value| {
            match name {
                "places" => input.places = list(value, &|value| place(value, true))?,
                "kind" => input.events = choice(value, &[("p", false), ("u", true)])?,
                "centre" => input.centre = Some(number(value)?),
                _ => return Err(unknown(name, "places, kind, centre")),
            }
            Ok(())
        })?;
        Ok(input)
    }
}

/// Compares places by a funnel.
///
/// Refuses more than 20,000 places, counts that are negative or, for people, larger than their size, sizes that are
/// negative, and a centre that no rate can have.
///
/// ```
/// use headwater::chart::{FunnelInput, Place, read_funnel};
///
/// let place = |label: &str, count, size| Place { label: label.into(), count, size };
/// let places = vec![place("Ash", 20.0, 100.0), place("Birch", 19.0, 100.0), place("Cedar", 48.0, 100.0)];
/// let reading = read_funnel(&FunnelInput { places, centre: Some(0.2), ..FunnelInput::default() })?;
/// assert!(reading.points[2].beyond.is_some());
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn read_funnel(input: &FunnelInput) -> Result<FunnelReading> {
    check(input)?;
    let places = &input.places;
    let sum = |of: &dyn Fn(&Place) -> f64| super::sums::total(&places.iter().map(of).collect::<Vec<_>>());
    let all = sum(&|place| place.count) / sum(&|place| place.size);
    let centre = input.centre.unwrap_or(if all.is_finite() { all } else { 0.0 });
    let variance = if input.events { centre } else { centre * (1.0 - centre) };
    let sized: Vec<(f64, f64)> = places
        .iter()
        .filter(|place| place.size > 0.0 && variance > 0.0)
        .map(|place| ((place.count / place.size - centre) / (variance / place.size).sqrt(), place.size))
        .collect();
    let dispersion = dispersion(&sized);
    let count = sized.len() as f64;
    // Chance alone gives a mean of 1 with this standard error.
    let differ = sized.len() >= FEWEST_FOR_SPREAD && dispersion > 1.0 + 2.0 * (2.0 / count).sqrt();
    let weight = |power: i32| sized.iter().map(|(_, size)| (size / variance).powi(power)).sum::<f64>();
    let between = (count * dispersion - (count - 1.0)) / (weight(1) - weight(2) / weight(1));
    let between = if differ && between.is_finite() { between.max(0.0) } else { 0.0 };

    let most = if input.events { f64::INFINITY } else { 1.0 };
    let points: Vec<FunnelPoint> = places
        .iter()
        .map(|place| {
            let rate = Some(place.count / place.size).filter(|rate| rate.is_finite());
            // Without a size anything may be.
            let reach = if place.size > 0.0 { (variance / place.size + between).sqrt() } else { f64::MAX };
            let limits = |z: f64| [(centre - z * reach).max(0.0), (centre + z * reach).min(most).min(f64::MAX)];
            let [limits95, limits998] = Z.map(limits);
            let beyond = rate.and_then(|rate| Side::beyond(rate, limits998));
            FunnelPoint { label: place.label.clone(), size: place.size, rate, limits95, limits998, beyond }
        })
        .collect();
    let beyond = points.iter().filter(|point| point.beyond.is_some()).count();
    let mut args = Args::default();
    args.count("places", places.len()).count("beyond", beyond).number("dispersion", (dispersion * 10.0).round() / 10.0);
    let mut sentences = vec![say(if beyond == 0 { "funnel-none" } else { "funnel-some" }, args.clone())];
    if between > 0.0 {
        sentences.push(say("funnel-differ", args));
    }
    Ok(FunnelReading { centre, dispersion, between: between.sqrt(), points, sentences })
}

/// The mean square of the scores, those at either end drawn in.
fn dispersion(sized: &[(f64, f64)]) -> f64 {
    let order = by_number(sized.iter().map(|(score, _)| *score));
    let score = |at: usize| order.get(at).map_or(0.0, |index| sized[*index].0);
    let drawn = (sized.len() as f64 * DRAWN_IN).floor() as usize;
    let (least, most) = (score(drawn), score(sized.len().saturating_sub(drawn + 1)));
    let squares: f64 = sized.iter().map(|(score, _)| score.clamp(least.min(most), most).powi(2)).sum();
    if sized.is_empty() { 1.0 } else { squares / sized.len() as f64 }
}

fn check(input: &FunnelInput) -> Result<()> {
    let bad = |expected| -> Error { ErrorKind::BadNumber { expected }.into() };
    let size = input.places.len();
    if size > MOST {
        return Err(ErrorKind::TooLarge { what: "places", size, limit: MOST }.at("places"));
    }
    let sound = |number: f64| (0.0..=1e100).contains(&number);
    for (index, place) in input.places.iter().enumerate() {
        let at = |error: Error, name: &str| Err(error.within(name).within(index).within("places"));
        if !sound(place.size) {
            return at(bad("it must be 0 or more"), "size");
        }
        if !sound(place.count) || (!input.events && place.count > place.size) {
            return at(bad("it must be 0 or more, and no more than its size"), "count");
        }
    }
    match input.centre {
        Some(centre) if !(0.0..=if input.events { 1e100 } else { 1.0 }).contains(&centre) => {
            Err(bad("a rate of people lies between 0 and 1").within("centre"))
        }
        _ => Ok(()),
    }
}
