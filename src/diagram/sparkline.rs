//! A sparkline: a series at the height of a line of text, beside its name in a list.

use super::chart::{ChartPicture, check, say};
use super::numbers::between;
use super::scene::{Draw, Mark, Scene, Shape, Step};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::Result;

/// Draws a small chart without words: the line of values, the centre line, and the latest value as a dot. The width
/// may be 40 to 4,000 px, 120 if not given; the height is a quarter of it, at most 40 px.
///
/// # Errors
///
/// Those of [`draw_chart`](super::draw_chart).
///
/// ```
/// use headwater::diagram::{ChartPicture, PictureOptions, PlottedPoint, draw_sparkline};
///
/// let points = [4.4, 5.4, 5.2].map(|value| PlottedPoint { value: Some(value), ..Default::default() });
/// let input = ChartPicture { points: points.into(), ..Default::default() };
/// let picture = draw_sparkline(&input, &PictureOptions::default())?;
/// assert_eq!((picture.width, picture.height), (120.0, 30.0));
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_sparkline(input: &ChartPicture, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_sparkline(input, options)?, options)
}

/// Lays a sparkline out, without drawing it. Errors are those of [`draw_sparkline`].
pub fn lay_out_sparkline(input: &ChartPicture, options: &PictureOptions) -> Result<Scene> {
    let width = options.checked_width(120.0, 40.0, "a sparkline is 40 to 4,000 px wide")?;
    check(input)?;
    let height = between(width / 4.0, 12.0, 40.0);
    let drawn = input.points.iter().flat_map(|point| [point.value, point.centre]).flatten();
    let low = drawn.clone().fold(f64::MAX, f64::min);
    let span = drawn.fold(f64::MIN, f64::max) - low;
    let inset = 4.0;
    let y = |value: f64| {
        let share = if span > 0.0 { between((value - low) / span, 0.0, 1.0) } else { 0.5 };
        inset + (height - inset * 2.0) * (1.0 - share)
    };
    let last = input.points.len().saturating_sub(1).max(1) as f64;
    let x = |index: usize| inset + (width - inset * 2.0) * index as f64 / last;
    let (mut line, mut centre) = (Vec::new(), Vec::new());
    let mut phase = None;
    for (i, point) in input.points.iter().enumerate() {
        let goes_on = i > 0 && input.points.get(i - 1).is_some_and(|before| before.value.is_some());
        if let Some(value) = point.value {
            line.push(if goes_on { Step::Line(x(i), y(value)) } else { Step::Move(x(i), y(value)) });
        }
        match point.centre {
            Some(value) if phase == Some(point.phase) => centre.push(Step::Line(x(i), y(value))),
            Some(value) => centre.push(Step::Move(x(i), y(value))),
            None => {}
        }
        phase = point.centre.map(|_| point.phase);
    }
    let mut items = Vec::new();
    if !centre.is_empty() {
        items.group("centre", vec![Mark::line(&centre, Ink::Edge, 1.0).into()]);
    }
    if !line.is_empty() {
        items.group("data", vec![Mark::line(&line, Ink::Ink, 1.5).into()]);
    }
    if let Some((i, value)) = input.points.iter().enumerate().rev().find_map(|(i, p)| Some((i, p.value?))) {
        let dot = Shape::Circle { x: x(i), y: y(value), r: 2.75 };
        items.group("latest", vec![Mark::filled(dot, Ink::Accent).into()]);
    }
    Ok(say(input, options).scene(options.rtl(), (width, height), items))
}

#[cfg(test)]
mod tests {
    use super::super::PlottedPoint;
    use super::super::laws::check;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_sparkline_keeps_every_law(
            values in prop::collection::vec(prop::option::of(-1e100..1e100_f64), 0..60),
            centre in prop::option::of(-9.0..9.0_f64),
            width in 40.0..400.0_f64,
        ) {
            let points = values.into_iter().map(|value| PlottedPoint { value, centre, ..Default::default() });
            let input = ChartPicture { points: points.collect(), ..Default::default() };
            let options = PictureOptions { width: Some(width), ..Default::default() };
            check(&lay_out_sparkline(&input, &options).unwrap(), &[]).map_err(TestCaseError::fail)?;
        }
    }
}
