//! Things as an indented list, for a page too narrow for columns: a box at the top, and under it what serves it.

use super::PictureOptions;
use super::layers::Look;
use super::scene::{Align, Draw, Group, Item, Mark, Shape, Step, Text};
use super::signs::{CauseStatus, draw_sign};
use super::text::{self, Face};
use super::theme::Ink;

/// One thing of the list.
pub struct Rung {
    pub role: &'static str,
    pub entity: Option<String>,
    pub look: Look,
    pub words: String,
    /// A line of second rank under the words; may be empty.
    pub note: String,
    /// 0 for what hangs on the box itself.
    pub level: usize,
}

/// Draws a list under a box; returns the bottom edge.
pub fn draw_ladder(
    head: (&'static str, &str),
    rungs: &[Rung],
    (width, size): (f64, f64),
    options: &PictureOptions,
    items: &mut Vec<Item>,
) -> f64 {
    let unit = size / 14.0;
    let (margin, pad, indent, sign) = (unit * 16.0, unit * 12.0, unit * 18.0, unit * 5.0);
    let rtl = |words: &str| text::reads_rtl(words, options.rtl());
    let big = Face::bold(17.0 * unit);
    let lines = text::wrap(head.1, big, width - margin * 2.0 - pad * 2.0);
    let high = lines.len() as f64 * big.line_height() + pad * 2.0;
    let rect = Shape::Rect { x: margin, y: margin, width: width - margin * 2.0, height: high, radius: unit * 6.0 };
    let words = Text::block(lines, big, Ink::Ink, margin + pad, margin + pad, Align::Left);
    let drawn = vec![
        Mark::filled(rect, Ink::Wash).edged(Ink::Ink, unit * 1.75).into(),
        Text { ground: Ink::Wash, rtl: rtl(head.1), ..words }.into(),
    ];
    let mut y = margin + high;
    // Levels whose guide is still open, with the height from which it goes on.
    let mut guides = vec![y];
    let first = margin + sign * 2.0;
    let deepest = ((width - first - margin - size * 9.0) / indent).floor().max(1.0) as usize - 1;
    let mut shown = Vec::new();
    for rung in rungs {
        let level = rung.level.min(deepest);
        let (face, gap) = match rung.look {
            Look::Boxed(Ink::Ink) => (Face::bold(14.0 * unit), unit * 16.0),
            Look::Cause(CauseStatus::Root) => (Face::bold(13.0 * unit), unit * if level == 0 { 14.0 } else { 8.0 }),
            _ => (Face::regular(13.0 * unit), unit * if level == 0 { 14.0 } else { 8.0 }),
        };
        y += gap;
        let guide = first + level as f64 * indent;
        let centre = guide + indent;
        let left = centre + sign + unit * 6.0;
        let lines = text::wrap(&rung.words, face, width - margin - left);
        let note_face = Face::regular(12.0 * unit);
        let note = text::wrap(&rung.note, note_face, width - margin - left);
        let middle = y + face.line_height() / 2.0;
        let mut drawn = Vec::new();
        // Things past the deepest level go on under one another, each hanging on the one before.
        let under = rung.level > deepest;
        guides.truncate(level + 1 + usize::from(under));
        let (x, end) = if under { (centre, middle - sign) } else { (guide, middle) };
        if let Some(from) = guides.last_mut() {
            let mut steps = vec![Step::Move(x, *from), Step::Line(x, end)];
            if !under {
                steps.push(Step::Line(centre - sign, middle));
            }
            drawn.line(&steps, Ink::Edge, unit * 1.25);
            *from = end;
        }
        match rung.look {
            Look::Cause(status) => draw_sign(status.into(), centre, middle, sign, &mut drawn),
            Look::Sign(shape) => draw_sign(shape, centre, middle, sign, &mut drawn),
            Look::Boxed(ink) => {
                let square = Shape::Rect {
                    x: centre - sign * 0.8,
                    y: middle - sign * 0.8,
                    width: sign * 1.6,
                    height: sign * 1.6,
                    radius: unit * 1.5,
                };
                let fill = if ink == Ink::Ink { Ink::Ink } else { Ink::Paper };
                drawn.shape(square, fill, Ink::Ink, unit * 1.25);
            }
            _ => drawn.fill(Shape::Circle { x: centre, y: middle, r: unit * 3.0 }, Ink::Accent),
        }
        let (ink, struck) = match rung.look {
            Look::Cause(status) => (status.ink(), status == CauseStatus::Refuted),
            _ => (Ink::Ink, false),
        };
        let below = y + lines.len() as f64 * face.line_height();
        let bottom = below + note.len() as f64 * note_face.line_height();
        let words = Text::block(lines, face, ink, left, y, Align::Left);
        drawn.push(Text { struck, rtl: rtl(&rung.words), ..words }.into());
        if !note.is_empty() {
            let note = Text::block(note, note_face, Ink::Muted, left, below, Align::Left);
            drawn.push(Text { rtl: rtl(&rung.note), ..note }.into());
        }
        shown.push(Item::Group(Group { entity: rung.entity.clone(), ..Group::of(rung.role, drawn) }));
        guides.truncate(level + 1);
        guides.push(middle + sign);
        y = bottom;
    }
    items.append(&mut shown);
    items.group(head.0, drawn);
    y
}
