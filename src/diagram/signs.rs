//! The status of a cause, and the signs that things are drawn with.

use super::scene::{Align, Draw, Item, Mark, Shape, Step};
use super::text::{self, Face};
use super::theme::Ink;
use serde::Deserialize;

/// What is known about a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CauseStatus {
    /// Nobody has tested it.
    #[default]
    Suspected,
    /// Evidence speaks for it.
    Supported,
    /// Evidence speaks against it.
    Refuted,
    /// Supported, and where the problem starts.
    Root,
}

impl CauseStatus {
    pub(super) const ALL: [Self; 4] = [Self::Root, Self::Supported, Self::Suspected, Self::Refuted];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Suspected => "picture-suspected",
            Self::Supported => "picture-supported",
            Self::Refuted => "picture-refuted",
            Self::Root => "picture-root",
        }
    }

    pub(super) fn ink(self) -> Ink {
        match self {
            Self::Root => Ink::Accent,
            Self::Refuted => Ink::Muted,
            _ => Ink::Ink,
        }
    }
}

/// A sign: it differs from the others in shape, so that it can be told without its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing is known yet.
    Open,
    /// Under way.
    Half,
    /// It is so; it stays.
    Tick,
    /// It is not so; it goes.
    Cross,
    /// Where it starts.
    Diamond,
    /// Once more, and otherwise.
    OpenDiamond,
}

impl From<CauseStatus> for Sign {
    fn from(status: CauseStatus) -> Self {
        match status {
            CauseStatus::Suspected => Self::Open,
            CauseStatus::Supported => Self::Tick,
            CauseStatus::Refuted => Self::Cross,
            CauseStatus::Root => Self::Diamond,
        }
    }
}

/// Draws a sign of radius `r`.
pub fn draw_sign(sign: Sign, x: f64, y: f64, r: f64, out: &mut Vec<Item>) {
    let circle = Shape::Circle { x, y, r };
    let edge = r * 0.28;
    match sign {
        Sign::Open => out.shape(circle, Ink::Paper, Ink::Muted, edge),
        Sign::Half => {
            let bend = r * 0.5523;
            let half = [
                Step::Move(x, y - r),
                Step::Curve([x - bend, y - r, x - r, y - bend, x - r, y]),
                Step::Curve([x - r, y + bend, x - bend, y + r, x, y + r]),
                Step::Close,
            ];
            out.shape(circle, Ink::Paper, Ink::Accent, edge);
            out.fill(Shape::Path(half.into()), Ink::Accent);
        }
        Sign::Tick => {
            let tick = [
                Step::Move(x - r * 0.48, y + r * 0.04),
                Step::Line(x - r * 0.12, y + r * 0.4),
                Step::Line(x + r * 0.5, y - r * 0.36),
            ];
            out.shape(circle, Ink::Accent, Ink::Accent, edge);
            out.push(Mark::line(&tick, Ink::Paper, r * 0.34).upright().into());
        }
        Sign::Cross => {
            let arm = r * 0.42;
            out.shape(circle, Ink::Paper, Ink::Muted, edge);
            for turn in [1.0, -1.0] {
                let line = [Step::Move(x - arm, y - arm * turn), Step::Line(x + arm, y + arm * turn)];
                out.line(&line, Ink::Muted, edge);
            }
        }
        Sign::Diamond | Sign::OpenDiamond => {
            let arm = r * 1.2;
            let diamond = [
                Step::Move(x, y - arm),
                Step::Line(x + arm, y),
                Step::Line(x, y + arm),
                Step::Line(x - arm, y),
                Step::Close,
            ];
            let fill = if sign == Sign::Diamond { Ink::Accent } else { Ink::Paper };
            out.shape(Shape::Path(diamond.into()), fill, Ink::Accent, edge);
        }
    }
}

/// What signs mean, in lines from the left and top that are given, as far as the right edge. Returns the bottom edge.
pub fn draw_key(signs: &[(Sign, &str)], face: Face, (left, top, right): (f64, f64, f64), out: &mut Vec<Item>) -> f64 {
    let (step, r, indent) = (face.line_height(), face.size * 0.38, face.size * 1.3);
    let (mut x, mut y) = (left, top);
    let mut items = Vec::new();
    for (sign, words) in signs {
        for (i, line) in text::wrap(&text::clean(words), face, right - left - indent).into_iter().enumerate() {
            if i > 0 || (x > left && x + indent + line.width > right) {
                (x, y) = (left, y + step);
            }
            if i == 0 {
                draw_sign(*sign, x + face.size * 0.42, y + step / 2.0, r, &mut items);
            }
            let next = x + indent + line.width + face.size * 1.3;
            items.write(vec![line], face, Ink::Muted, x + indent, y, Align::Left);
            x = next;
        }
    }
    out.group("key", items);
    y + step
}
