//! Which few of many causes, places or reasons make up most of a total.

use super::decode::{each_field, place, unknown};
use super::words::{Args, say};
use crate::decode::list;
use crate::order::by_number;
use crate::{ErrorKind, Message, Result};
use serde::Serialize;

/// The share of the whole that the vital few make up (Juran’s convention).
const MOST_OF_IT: f64 = 0.8;
/// The most parts.
const MOST: usize = 20_000;

/// A part of the whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ParetoPart {
    /// Its name.
    pub label: String,
    /// How many.
    pub count: f64,
    /// Its share of the whole.
    pub share: f64,
    /// The share of this and of all larger parts.
    pub cumulative: f64,
    /// Whether it is one of the few that together make up four fifths.
    pub vital: bool,
}

/// Parts of a whole, the largest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ParetoReading {
    /// The whole.
    pub total: f64,
    /// The parts; those that are equal keep their order.
    pub parts: Vec<ParetoPart>,
    /// The reading in words.
    pub sentences: Vec<Message>,
}

/// Reads parts from JSON: `{ "parts": [{ "label", "count" }] }`.
pub fn pareto_from_json(json: &str) -> Result<ParetoReading> {
    let mut parts = Vec::new();
    each_field(crate::json::parse(json)?, &["parts"], &mut |name, value| {
        if name != "parts" {
            return Err(unknown(name, "parts"));
        }
        parts = list(value, &|value| place(value, false).map(|part| (part.label, part.count)))?;
        Ok(())
    })?;
    read_pareto(&parts)
}

/// Sorts parts by their counts and says which few make up four fifths. Counts are 0 or more.
///
/// ```
/// use headwater::chart::read_pareto;
///
/// let reasons = [("Illness", 12.0), ("Late bus", 61.0), ("Care at home", 9.0)].map(|(label, n)| (label.to_owned(), n));
/// let reading = read_pareto(&reasons)?;
/// assert_eq!((reading.parts[0].label.as_str(), reading.parts[0].vital, reading.parts[2].vital), ("Late bus", true, false));
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn read_pareto(parts: &[(String, f64)]) -> Result<ParetoReading> {
    let size = parts.len();
    if size > MOST {
        return Err(ErrorKind::TooLarge { what: "parts", size, limit: MOST }.at("parts"));
    }
    if let Some(index) = parts.iter().position(|(_, count)| !(0.0..=1e100).contains(count)) {
        return Err(ErrorKind::BadNumber { expected: "it must be 0 or more" }.at(format!("parts.{index}.count")));
    }
    let total = super::sums::total(&parts.iter().map(|(_, count)| *count).collect::<Vec<_>>());
    let share = |count: f64| if total > 0.0 { count / total } else { 0.0 };
    let mut sum = 0.0;
    let ordered = by_number(parts.iter().map(|(_, count)| -count)).into_iter().filter_map(|index| parts.get(index));
    let parts: Vec<ParetoPart> = ordered
        .map(|(label, count)| {
            // A part is vital while those before it leave some of the four fifths open. The slack is for rounding.
            let vital = *count > 0.0 && share(sum) < MOST_OF_IT - 1e-9;
            sum += count;
            ParetoPart { label: label.clone(), count: *count, share: share(*count), cumulative: share(sum), vital }
        })
        .collect();
    let few = parts.iter().filter(|part| part.vital).count();
    let reached = few.checked_sub(1).and_then(|last| parts.get(last)).map_or(0.0, |part| part.cumulative);
    let mut args = Args::default();
    args.count("few", few).count("parts", size).number("share", (reached * 100.0).round());
    args.text("label", parts.first().map_or("", |part| &part.label));
    // Where most parts are needed, none stands out.
    let key = if few == 0 {
        "pareto-nothing"
    } else if 2 * few > size {
        "pareto-even"
    } else {
        "pareto-few"
    };
    Ok(ParetoReading { total, parts, sentences: vec![say(key, args)] })
}
