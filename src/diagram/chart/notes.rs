//! Words among the data: what the rules found, and the centre lines of earlier phases.

use super::super::numbers::between;
use super::super::scene::{Align, Draw, Group, Item, Mark, Step, Text};
use super::super::text::{self, Broken};
use super::super::theme::Ink;
use super::Pattern;
use super::panel::{MOST_LANES, Panel};
use super::room::{Frame, Room};

/// The most patterns and phases for which a place among the data is sought; more go above and below the plot.
pub const MOST_NEAR: usize = 12;

impl Panel<'_> {
    /// The centre lines of earlier phases, named where there is room beside them.
    pub(super) fn centres_before_the_last(&self, room: &mut Room) -> Vec<Item> {
        let points = &self.said.input.points;
        let last = points.iter().rev().find(|point| point.centre.is_some()).map(|point| point.phase);
        let mut out = Vec::new();
        let mut start = 0;
        while let Some(first) = points.get(start) {
            let length = points.iter().skip(start).take_while(|point| point.phase == first.phase).count().max(1);
            let span = self.span(start, start + length - 1);
            if let (Some(centre), Some((left, right)), true) =
                (first.centre, span, Some(first.phase) != last && out.len() < MOST_NEAR)
            {
                let short = self.said.number(centre, self.scale.decimals + 1);
                let long = format!("{} {short}", self.said.centre_name());
                let y = self.y(centre);
                let high = self.face.line_height();
                let placed = [long, short].into_iter().find_map(|words| {
                    let width = self.face.width(&words);
                    let places = (0..40).map(|i| {
                        // Close to the line first, above before below, from the start of the phase on.
                        let (away, side, along) = (f64::from(i / 16), i / 8 % 2, f64::from(i % 8) / 7.0);
                        let away = self.unit * (2.0 + away * 5.0);
                        let top = if side == 0 { y - high - away } else { y + away };
                        (left + (right - left - width).max(0.0) * along, top)
                    });
                    places.into_iter().find_map(|(x, top)| {
                        let frame = Frame { left: x, top, right: x + width, bottom: top + high };
                        let inside =
                            top >= 0.0 && frame.bottom <= self.height && x >= self.left && frame.right <= self.right;
                        (inside && room.is_free(frame.grown(self.unit))).then(|| {
                            room.take(frame);
                            let line = Broken { text: words.clone(), width };
                            Text::block(vec![line], self.face, Ink::Accent, x, top, Align::Left)
                        })
                    })
                });
                out.extend(placed.map(Item::Text));
            }
            start += length;
        }
        out
    }

    /// A pattern said close to its points: a bracket along a run, words at a single point. `None` if there is no room.
    pub(super) fn near(&self, pattern: &Pattern, span: (f64, f64), room: &mut Room) -> Option<Item> {
        let above = pattern.above?;
        let points = &self.said.input.points;
        let inside = points.get(pattern.start..=pattern.end.max(pattern.start))?;
        let heights = inside.iter().filter_map(|point| point.value.map(|value| self.y(value)));
        let edge = if above { heights.fold(f64::MAX, f64::min) } else { heights.fold(f64::MIN, f64::max) };
        if !(0.0..=self.height).contains(&edge) {
            return None;
        }
        let lines = self.pattern_lines(pattern, span);
        let (width, high) = (text::widest(&lines), lines.len() as f64 * self.face.line_height());
        let single = pattern.start == pattern.end;
        let bracket = if single { 0.0 } else { self.unit * 6.0 };
        let middle = (span.0 + span.1) / 2.0;
        for step in 0..14 {
            let away = self.unit * (8.0 + f64::from(step) * 4.0);
            let y = if above { edge - away } else { edge + away };
            let (top, bottom) = if above { (y - bracket - high, y) } else { (y, y + bracket + high) };
            if top < 0.0 || bottom > self.height + self.unit * 6.0 {
                return None;
            }
            let (low, high_end) = if above { (y - bracket, y) } else { (y, y + bracket) };
            let frame = Frame { left: span.0, right: span.1, top: low, bottom: high_end }.grown(self.unit * 1.5);
            if !single && !room.is_free(frame) {
                continue;
            }
            let words_top = if above { top } else { y + bracket };
            let starts = [middle - width / 2.0, span.0, span.1 - width];
            for left in starts.map(|left| between(left, self.left, (self.right - width).max(self.left))) {
                let words = Frame { left, top: words_top, right: left + width, bottom: words_top + high };
                if words.right <= self.right + 0.01 && room.is_free(words.grown(self.unit * 2.0)) {
                    room.take(words);
                    room.take(frame);
                    let mut items = Vec::new();
                    if !single {
                        items.push(self.bracket(span, y, above));
                    }
                    items.write(lines, self.face, Ink::Attention, left, words_top, Align::Left);
                    return Some(Group::of("signal", items).into());
                }
            }
        }
        None
    }

    pub(super) fn pattern_lines(&self, pattern: &Pattern, span: (f64, f64)) -> Vec<Broken> {
        let max = (span.1 - span.0).max(self.face.size * 11.0).min(self.right - self.left);
        text::wrap_at_most(&self.said.pattern(pattern), self.face, max, 2)
    }

    /// A bracket whose arms point at the data.
    pub(super) fn bracket(&self, (left, right): (f64, f64), y: f64, above: bool) -> Item {
        let arm = if above { self.unit * 4.0 } else { self.unit * -4.0 };
        let (left, right) = (left - self.unit, right + self.unit);
        let base = y - arm;
        let steps = [Step::Move(left, y), Step::Line(left, base), Step::Line(right, base), Step::Line(right, y)];
        Mark::line(&steps, Ink::Attention, self.unit * 1.5).into()
    }

    pub(super) fn lane_height(&self, row: &[Entry]) -> f64 {
        let lines = row.iter().map(|entry| entry.lines.len()).max().unwrap_or(0);
        self.unit * 14.0 + self.face.line_height() * lines as f64
    }

    /// A bracket in a row of its own above or below the plot.
    pub(super) fn bracket_with(&self, entry: Entry, y: f64, above: bool) -> Item {
        let high = entry.lines.len() as f64 * self.face.line_height();
        let top = if above { y - self.unit * 6.0 - high } else { y + self.unit * 6.0 };
        let words = Text::block(entry.lines, self.face, Ink::Attention, entry.left, top, Align::Left);
        Group::of("signal", vec![self.bracket(entry.span, y, above), words.into()]).into()
    }
}

/// Rows of brackets; each bracket goes into the first row with room for it and its words.
#[derive(Default)]
pub struct Lanes {
    pub rows: Vec<Vec<Entry>>,
}

pub struct Entry {
    span: (f64, f64),
    left: f64,
    lines: Vec<Broken>,
}

impl Lanes {
    pub fn add(&mut self, panel: &Panel<'_>, pattern: &Pattern, span: (f64, f64)) {
        let lines = panel.pattern_lines(pattern, span);
        let width = text::widest(&lines);
        let left = between((span.0 + span.1 - width) / 2.0, panel.left, (panel.right - width).max(panel.left));
        let ends =
            |entry: &Entry| (entry.span.0.min(entry.left), entry.span.1.max(entry.left + text::widest(&entry.lines)));
        let entry = Entry { span, left, lines };
        let (from, to) = ends(&entry);
        let gap = panel.unit * 8.0;
        let free = |row: &Vec<Entry>| row.iter().map(ends).all(|(a, b)| b + gap < from || to + gap < a);
        match self.rows.iter().position(free) {
            Some(row) => self.rows[row].push(entry),
            None if self.rows.len() < MOST_LANES => self.rows.push(vec![entry]),
            // It is still named in the outline and in the table.
            None => {}
        }
    }
}
