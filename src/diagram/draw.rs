//! Any picture by the name of its kind, from JSON.

use super::chart::{ChartPicture, GridInput, lay_out_chart, lay_out_grid};
use super::inputs::{CyclesInput, DriversInput, Input, ParetoInput};
use super::order::in_order;
use super::{FishboneInput, Picture, PictureOptions};
use super::{lay_out_board, lay_out_drivers, lay_out_fishbone, lay_out_pareto, lay_out_ramp, lay_out_sparkline};
use super::{lay_out_whys, scene::Scene};
use crate::chart::{ChartInput, ChartKind, read_chart};
use crate::decode::{Fields, list, text};
use crate::{ErrorKind, Result, json};
use serde_json::Value;

type LayOut = fn(Value, &PictureOptions) -> Result<Scene>;

/// The kinds of pictures.
const KINDS: [(&str, LayOut); 10] = [
    ("fishbone", |input, options| lay_out_fishbone(&FishboneInput::read(input)?, options)),
    ("whys", |input, options| lay_out_whys(&FishboneInput::read(input)?, options)),
    ("drivers", |input, options| lay_out_drivers(&DriversInput::read(input)?, options)),
    ("ramp", |input, options| lay_out_ramp(&CyclesInput::read(input)?, options)),
    ("board", |input, options| lay_out_board(&CyclesInput::read(input)?, options)),
    ("pareto", |input, options| lay_out_pareto(&ParetoInput::read(input)?, options)),
    ("chart", |input, options| lay_out_chart(&chart(input)?, options)),
    ("sparkline", |input, options| lay_out_sparkline(&chart(input)?, options)),
    ("funnel", |input, options| lay_out_chart(&funnel(input)?, options)),
    ("grid", |input, options| lay_out_grid(&grid(input)?, options)),
];

/// Draws a picture of a kind (`fishbone`, `whys`, `drivers`, `ramp`, `board`, `pareto`, `chart`, `sparkline`, `funnel`,
/// `grid`) from its input and its options, both as JSON text. Charts are read first.
///
/// # Errors
///
/// `input/bad-field` for another kind; else those of the kind.
///
/// ```
/// use headwater::diagram::draw;
///
/// let picture = draw("sparkline", r#"{ "kind": "run", "values": [4, 6, 5] }"#, "{}")?;
/// assert!(picture.svg.starts_with("<svg"));
/// assert_eq!(draw("pie", "{}", "{}").unwrap_err().code(), "input/bad-field");
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw(kind: &str, input: &str, options: &str) -> Result<Picture> {
    let Some((_, lay_out)) = KINDS.iter().find(|(name, _)| *name == kind) else {
        let known: Vec<&str> = KINDS.iter().map(|(name, _)| *name).collect();
        return Err(ErrorKind::BadField { reason: format!("expected one of {}", known.join(", ")) }.at("kind"));
    };
    let options = PictureOptions::from_json(options).map_err(|error| error.within("options"))?;
    Picture::of(lay_out(json::parse(input)?, &options)?, &options)
}

/// A chart, read.
fn chart(input: Value) -> Result<ChartPicture> {
    let input = ChartInput::read(input)?;
    Ok(ChartPicture::of_reading(&input, &read_chart(&input)?))
}

/// Several charts, read.
fn grid(input: Value) -> Result<GridInput> {
    let mut fields = Fields::of(input)?;
    let input = GridInput {
        title: fields.given("title", text)?.unwrap_or_default(),
        charts: fields.needed("charts", |charts| list(charts, &chart))?,
    };
    fields.end()?;
    Ok(input)
}

/// A chart of proportions or rates whose points have no order in time: read in the order of their size, so that the
/// limits make a funnel, and named where they lie beyond it.
fn funnel(mut input: Value) -> Result<ChartPicture> {
    let names = input.as_object_mut().and_then(|fields| fields.remove("names"));
    let names = names.map_or(Ok(Vec::new()), |names| list(names, &text)).map_err(|error| error.within("names"))?;
    let mut input = ChartInput::read(input)?;
    let rates = matches!(input.kind, ChartKind::P | ChartKind::Pp | ChartKind::U | ChartKind::Up);
    let bad = |reason: &str, path: &str| ErrorKind::BadField { reason: reason.to_owned() }.at(path);
    let Some(sizes) = input.denominators.take().filter(|_| rates) else {
        return Err(bad("a funnel is a p, pp, u or up chart with denominators", "kind"));
    };
    if input.dates.is_some() || input.subgroups.is_some() || sizes.len() != input.values.len() {
        return Err(bad("a funnel has a denominator for each value, and neither dates nor subgroups", "denominators"));
    }
    // Places without people cannot stand anywhere.
    let keys: Vec<f64> = sizes.iter().map(|size| size.filter(|size| *size > 0.0).unwrap_or(f64::MAX)).collect();
    let mut order = in_order(&keys);
    order.retain(|&row| keys[row] < f64::MAX);
    input.values = order.iter().map(|&row| input.values[row]).collect();
    let sizes: Vec<Option<f64>> = order.iter().map(|&row| sizes[row]).collect();
    input.denominators = Some(sizes.clone());
    let mut picture = ChartPicture::of_reading(&input, &read_chart(&input)?);
    picture.patterns.retain(|pattern| matches!(pattern.rule.as_str(), "beyond-limits" | "astronomical"));
    for (i, point) in picture.points.iter_mut().enumerate() {
        point.of = sizes.get(i).copied().flatten();
        point.label = order.get(i).and_then(|&row| names.get(row)).cloned();
        point.signal = picture.patterns.iter().any(|pattern| (pattern.start..=pattern.end).contains(&i));
    }
    for pattern in &mut picture.patterns {
        pattern.label = picture.points.get(pattern.start).and_then(|point| point.label.clone());
    }
    // What the reading says of runs is said of an order in time, which there is not.
    picture.headline.clear();
    Ok(picture)
}
