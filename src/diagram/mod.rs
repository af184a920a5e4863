//! Pictures: a layout makes a [`Scene`], an exporter turns it into SVG.
//!
//! Every picture is a pure function of its input and its [`PictureOptions`], and gives the same bytes everywhere. It
//! comes with a sentence, an outline for assistive technology and a table twin, so that nothing is said by the
//! drawing alone.
//!
//! Three promises hold for any text in any script, at any width, and property tests keep them: labels never overlap
//! each other, nothing leaves the canvas, and no line runs through a label.

mod cause_tree;
mod causes;
mod chart;
mod cycles;
mod decode;
mod draw;
mod drivers;
mod fishbone;
mod inputs;
mod ladder;
mod layers;
mod numbers;
mod order;
mod pareto;
pub mod scene;
mod signs;
mod sparkline;
pub mod svg;
mod text;
pub mod theme;
mod whys;
mod words;

#[cfg(test)]
mod laws;

pub use causes::{FishboneCause, FishboneInput};
pub use chart::{
    ChartPicture, CycleBand, GridInput, Pattern, PlottedPoint, draw_chart, draw_grid, lay_out_chart, lay_out_grid,
};
pub use cycles::{draw_board, draw_ramp, lay_out_board, lay_out_ramp};
pub use draw::draw;
pub use drivers::{draw_drivers, lay_out_drivers};
pub use fishbone::{draw_fishbone, lay_out_fishbone};
pub use inputs::{
    CycleStep, CyclesInput, DriverBox, DriversInput, IdeaMark, Input, Label, ParetoBar, ParetoInput, PictureId,
};
pub use pareto::{draw_pareto, lay_out_pareto};
pub use scene::{OutlineNode, Scene};
pub use signs::CauseStatus;
pub use sparkline::{draw_sparkline, lay_out_sparkline};
pub use theme::Theme;
pub use whys::{draw_whys, lay_out_whys};

use crate::{Date, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a picture is drawn. `Default` gives 760 px, left to right, in the light theme.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PictureOptions {
    /// Width in CSS px, 240 to 4,000; the layout reflows to it. 760 if not given. A sparkline may be as narrow as 40.
    pub width: Option<f64>,
    /// The size of labels in px, 8 to 40; everything else keeps its proportion to it. 14 if not given.
    pub text_size: Option<f64>,
    /// The direction in which the picture reads.
    pub direction: ReadingDirection,
    /// The colours.
    pub theme: Theme,
    /// What the ids of the SVG begin with, so that two pictures can stand on one page. "headwater" if not given.
    pub id_prefix: Option<String>,
    /// The school's terms: name, first day, last day. A chart names them under its dates instead of years.
    pub terms: Vec<(String, Date, Option<Date>)>,
    /// Words of the picture in another language, by their key in the catalogue; English where left out.
    pub words: BTreeMap<String, String>,
}

/// The direction in which a picture reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadingDirection {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left: the picture is mirrored.
    Rtl,
}

/// A finished picture and its twins in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// A standalone SVG document without scripts, styles or outside references.
    pub svg: String,
    /// Width in CSS px.
    pub width: f64,
    /// Height in CSS px.
    pub height: f64,
    /// What is shown, as a name.
    pub title: String,
    /// One sentence that says what the picture shows.
    pub summary: String,
    /// The structure for assistive technology.
    pub outline: Vec<OutlineNode>,
    /// The same content as rows; the first row holds the headings.
    pub table: Vec<Vec<String>>,
}

impl PictureOptions {
    fn rtl(&self) -> bool {
        self.direction == ReadingDirection::Rtl
    }

    /// The width in px, if it lies between `least` and 4,000.
    fn checked_width(&self, default: f64, least: f64, expected: &'static str) -> Result<f64> {
        let width = self.width.unwrap_or(default);
        if !(least..=4000.0).contains(&width) {
            return Err(ErrorKind::BadNumber { expected }.at("options.width"));
        }
        Ok(width)
    }

    /// The width of a picture with labels.
    fn picture_width(&self) -> Result<f64> {
        self.checked_width(760.0, 240.0, "a picture is 240 to 4,000 px wide")
    }

    /// The size of labels in px; at most a twelfth of the width, so that a word has room.
    fn label_size(&self, width: f64) -> Result<f64> {
        let size = self.text_size.unwrap_or(14.0);
        if !(8.0..=40.0).contains(&size) {
            let expected = "labels are 8 to 40 px high";
            return Err(ErrorKind::BadNumber { expected }.at("options.textSize"));
        }
        Ok(size.min(width / 16.0))
    }

    fn prefix(&self) -> Result<&str> {
        let prefix = self.id_prefix.as_deref().unwrap_or("headwater");
        let fits = |(at, b): (usize, u8)| {
            b.is_ascii_alphabetic() || (at > 0 && (b.is_ascii_alphanumeric() || b"-_".contains(&b)))
        };
        if prefix.is_empty() || prefix.len() > 64 || !prefix.bytes().enumerate().all(fits) {
            let reason = "use 1 to 64 letters, digits, - or _, beginning with a letter".to_owned();
            return Err(ErrorKind::BadField { reason }.at("options.idPrefix"));
        }
        Ok(prefix)
    }
}

impl Picture {
    fn of(scene: Scene, options: &PictureOptions) -> Result<Self> {
        Ok(Self {
            svg: svg::write_svg(&scene, options.theme, options.prefix()?),
            width: scene.width,
            height: scene.height,
            title: scene.title,
            summary: scene.summary,
            outline: scene.outline,
            table: scene.table,
        })
    }
}
