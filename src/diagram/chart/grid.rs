//! Small multiples: the same chart of several places or groups, side by side on one scale.

use super::super::scene::{Draw, Item, OutlineNode, Scene, Text, Told};
use super::super::text::{self, Face};
use super::super::theme::Ink;
use super::super::{Picture, PictureOptions};
use super::panel::Panel;
use super::{ChartPicture, Said, check, say};
use crate::diagram::scene::Align;
use crate::{ErrorKind, Result};

/// The most charts side by side.
const MOST: usize = 60;

/// Charts that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GridInput {
    /// What they have in common.
    pub title: String,
    /// The charts, at most 60; each title says what it shows.
    pub charts: Vec<ChartPicture>,
}

/// Draws several charts on one scale, as many beside each other as have room.
///
/// # Errors
///
/// Those of [`draw_chart`](super::draw_chart), within `charts`.
pub fn draw_grid(input: &GridInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_grid(input, options)?, options)
}

/// Lays several charts out, without drawing them. Errors are those of [`draw_grid`].
pub fn lay_out_grid(input: &GridInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    let unit = size / 14.0;
    if input.charts.len() > MOST {
        return Err(ErrorKind::TooLarge { what: "charts", size: input.charts.len(), limit: MOST }.at("charts"));
    }
    let title = options.said(&input.title, "picture-charts").map_err(|error| error.within("title"))?;
    for (i, chart) in input.charts.iter().enumerate() {
        check(chart).map_err(|error| error.within(i).within("charts"))?;
    }
    let values = input.charts.iter().flat_map(|chart| {
        let of_point = |p: &super::PlottedPoint| [p.value, p.centre, p.lower, p.upper];
        chart.points.iter().flat_map(of_point).chain([chart.target]).flatten()
    });
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    let margin = unit * 12.0;
    let big = Face::bold(17.0 * unit);
    let lines = text::wrap(&title, big, width - margin * 2.0);
    let mut top = margin + lines.len() as f64 * big.line_height();
    let mut items = Vec::new();
    let words = Text::block(lines, big, Ink::Ink, margin, margin, Align::Left);
    items.group("title", vec![Text { rtl: text::reads_rtl(&title, options.rtl()), ..words }.into()]);
    let columns = ((width / (size * 22.0)) as usize).max(1).min(input.charts.len().max(1));
    let cell = width / columns as f64;
    let size = size.min(cell / 16.0);
    let mut outline = Vec::new();
    let mut table: Vec<Vec<String>> = Vec::new();
    let mut readings = Vec::new();
    for row in input.charts.chunks(columns) {
        let mut bottom = top;
        for (column, chart) in row.iter().enumerate() {
            let chart = ChartPicture { range: (low <= high).then_some((low, high)), ..chart.clone() };
            let (mut drawn, height) = Panel::new(&Said { input: &chart, options }, cell, size).draw();
            drawn.iter_mut().for_each(|item: &mut Item| item.shift(column as f64 * cell, top));
            items.group("chart", drawn);
            bottom = bottom.max(top + height);
            let told = say(&chart, options);
            readings.push(told.summary);
            outline.extend(told.outline);
            for (i, cells) in told.table.into_iter().enumerate() {
                if i > 0 || table.is_empty() {
                    let name = if i > 0 { told.title.clone() } else { options.word("picture-chart").to_owned() };
                    let mut cells = cells.into_iter();
                    let mut kept = vec![name];
                    kept.extend(cells.by_ref().take(3));
                    kept.extend(cells.next_back());
                    table.push(kept);
                }
            }
        }
        top = bottom;
    }
    let count = input.charts.len().to_string();
    let args = [("title", title.as_str()), ("count", &count), ("readings", &readings.join(" "))];
    let summary = options.sentence("picture-grid-summary", &args);
    let outline = vec![OutlineNode { children: outline, ..OutlineNode::leaf(None, title.clone()) }];
    Ok(Told { title, summary, outline, table }.scene(options.rtl(), (width, top + margin), items))
}
