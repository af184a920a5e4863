//! The status of a cause, and the sign it is drawn with.

use super::scene::{Draw, Item, Mark, Shape, Step};
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

/// The sign of a status: it differs in shape, so that it can be told without its colour.
pub fn draw_sign(status: CauseStatus, x: f64, y: f64, r: f64, out: &mut Vec<Item>) {
    let circle = Shape::Circle { x, y, r };
    let edge = r * 0.28;
    match status {
        CauseStatus::Suspected => out.shape(circle, Ink::Paper, Ink::Muted, edge),
        CauseStatus::Supported => {
            let tick = [
                Step::Move(x - r * 0.48, y + r * 0.04),
                Step::Line(x - r * 0.12, y + r * 0.4),
                Step::Line(x + r * 0.5, y - r * 0.36),
            ];
            out.shape(circle, Ink::Accent, Ink::Accent, edge);
            out.push(Mark::line(&tick, Ink::Paper, r * 0.34).upright().into());
        }
        CauseStatus::Refuted => {
            let arm = r * 0.42;
            out.shape(circle, Ink::Paper, Ink::Muted, edge);
            for turn in [1.0, -1.0] {
                let line = [Step::Move(x - arm, y - arm * turn), Step::Line(x + arm, y + arm * turn)];
                out.line(&line, Ink::Muted, edge);
            }
        }
        CauseStatus::Root => {
            let arm = r * 1.2;
            let diamond = [
                Step::Move(x, y - arm),
                Step::Line(x + arm, y),
                Step::Line(x, y + arm),
                Step::Line(x - arm, y),
                Step::Close,
            ];
            out.shape(Shape::Path(diamond.into()), Ink::Accent, Ink::Accent, edge);
        }
    }
}
