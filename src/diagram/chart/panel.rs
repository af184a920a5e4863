//! The chart laid out. Heights are reckoned from the top of the plot; what stands above it is below zero until the
//! whole is moved into place.

use super::super::numbers::between;
use super::super::order::in_order;
use super::super::scene::{Align, Draw, Item};
use super::super::text::{self, Broken, Face};
use super::super::theme::Ink;
use super::notes::{Lanes, MOST_NEAR};
use super::room::Room;
use super::scale::Scale;
use super::{PlottedPoint, Said, dates};

/// The most rows of brackets above and below the plot, and of cycles.
pub const MOST_LANES: usize = 4;
/// The room of a leap in time, in steps between points.
const LEAP: f64 = 0.8;

pub struct Panel<'a> {
    pub said: &'a Said<'a>,
    pub width: f64,
    /// A fourteenth of the size of labels.
    pub unit: f64,
    pub face: Face,
    pub strong: Face,
    pub margin: f64,
    pub scale: Scale,
    /// What points stand by, where it is not time.
    pub sizes: Option<Scale>,
    pub x: Vec<f64>,
    pub left: f64,
    pub right: f64,
    pub height: f64,
    pub leaps: Vec<usize>,
    /// Labels of the lines where they end.
    pub ends: Vec<End>,
}

/// A line’s name at its end.
#[derive(Clone)]
pub struct End {
    pub value: f64,
    pub lines: Vec<Broken>,
    pub ink: Ink,
}

impl<'a> Panel<'a> {
    pub fn new(said: &'a Said<'a>, width: f64, size: f64) -> Self {
        let unit = size / 14.0;
        let input = said.input;
        let face = Face::regular(12.0 * unit);
        let margin = 12.0 * unit;
        let points = &input.points;
        let of_point = |p: &PlottedPoint| [p.value, p.centre, p.lower, p.upper];
        let values = points.iter().flat_map(of_point).chain([input.target]).flatten();
        let values = values.chain(input.range.into_iter().flat_map(|(low, high)| [low, high]));
        let scale = Scale::of(values, input.unit.trim() == "%");

        let word = |key| said.options.word(key);
        let last = |of: fn(&PlottedPoint) -> Option<f64>| points.iter().rev().find_map(of);
        let room = between(width * 0.17, size * 4.5, size * 10.0);
        let ends = [
            (last(|p| p.centre), said.centre_name(), Ink::Accent),
            (input.target, word("picture-target").to_owned(), Ink::Good),
            (last(|p| p.upper), word("picture-upper").to_owned(), Ink::Muted),
            (last(|p| p.lower), word("picture-lower").to_owned(), Ink::Muted),
        ];
        let ends: Vec<End> = ends
            .into_iter()
            .filter_map(|(value, name, ink)| {
                let value = value?;
                let words = format!("{name} {}", said.number(value, scale.decimals + 1));
                Some(End { value, lines: text::wrap_at_most(&text::clean(&words), face, room, 3), ink })
            })
            .collect();
        // From the top down.
        let heights: Vec<f64> = ends.iter().map(|end| -end.value).collect();
        let ends: Vec<End> = in_order(&heights).into_iter().map(|i| ends[i].clone()).collect();

        let figures = scale.ticks().map(|tick| face.width(&said.figure(tick, scale.decimals)));
        let left = margin + figures.fold(0.0, f64::max) + 8.0 * unit;
        let widest = ends.iter().map(|end| text::widest(&end.lines)).fold(0.0, f64::max);
        let right = width - margin - if widest > 0.0 { widest + 14.0 * unit } else { 0.0 };
        let names = ends.iter().map(|end| end.lines.len() as f64 * face.line_height() + 2.0 * unit).sum::<f64>();
        let height = between((right - left) * 0.42, size * 12.0, size * 22.0).max(names + face.line_height());

        let by_size = said.by_size();
        let leaps = if by_size { Vec::new() } else { dates::leaps(points) };
        let mut place = 0.0;
        let mut places: Vec<f64> = Vec::with_capacity(points.len());
        let mut coming = leaps.iter().peekable();
        for i in 0..points.len() {
            place += if i == 0 { 0.0 } else { 1.0 };
            if coming.next_if(|&&leap| leap == i).is_some() {
                place += LEAP;
            }
            places.push(place);
        }
        let inset = 8.0 * unit;
        let (start, span) = (left + inset, right - left - inset * 2.0);
        let mut sizes = None;
        if by_size {
            let of = || points.iter().filter_map(|point| point.of);
            let mut scale = Scale::of(of(), false);
            // The lines end at the largest, beside their names.
            scale.high = of().fold(scale.low + 1.0, f64::max);
            places = of().map(|of| of - scale.low).collect();
            place = scale.high - scale.low;
            sizes = Some(scale);
        }
        let x = places.iter().map(|at| start + if place > 0.0 { span * at / place } else { span / 2.0 }).collect();
        let strong = Face::bold(face.size);
        Self { said, width, unit, face, strong, margin, scale, sizes, x, left, right, height, leaps, ends }
    }

    /// Draws everything; returns it with the height of the picture.
    pub fn draw(&self) -> (Vec<Item>, f64) {
        let mut lines = self.lines();
        lines.extend(self.data());
        let mut room = Room::default();
        room.take_marks(&lines);
        let mut notes = self.centres_before_the_last(&mut room);
        let (mut above, mut below) = (Lanes::default(), Lanes::default());
        for (i, pattern) in self.said.input.patterns.iter().enumerate() {
            let Some(span) = self.span(pattern.start, pattern.end) else { continue };
            let near = if i < MOST_NEAR { self.near(pattern, span, &mut room) } else { None };
            match near {
                Some(note) => notes.push(note),
                None if pattern.above == Some(true) => above.add(self, pattern, span),
                None => below.add(self, pattern, span),
            }
        }
        let gap = self.face.line_height() * 0.7;
        let mut axis = self.height + gap;
        for row in below.rows {
            let y = axis - self.unit * 2.0;
            axis += self.lane_height(&row);
            notes.extend(row.into_iter().map(|entry| self.bracket_with(entry, y, false)));
        }
        let mut top = -gap;
        for row in above.rows {
            let y = top + self.unit * 2.0;
            top -= self.lane_height(&row);
            notes.extend(row.into_iter().map(|entry| self.bracket_with(entry, y, true)));
        }
        let mut items = Vec::new();
        top = self.cycles(top, axis, &mut items);
        items.extend(lines);
        items.extend(notes);
        self.value_axis(&mut items);
        let bottom = self.time_axis(axis, &mut items);
        self.end_names(&mut items);
        if self.said.input.points.iter().all(|point| point.value.is_none()) {
            let words =
                text::wrap_at_most(self.said.options.word("picture-no-values"), self.face, self.right - self.left, 2);
            let (x, y) = ((self.left + self.right) / 2.0, self.height * 0.4);
            if self.ends.is_empty() {
                items.write(words, self.face, Ink::Muted, x, y, Align::Middle);
            }
        }
        top = self.caption(top, &mut items) - self.margin;
        items.iter_mut().for_each(|item| item.shift(0.0, -top));
        (items, (bottom - top + self.margin).ceil())
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let share = (value - self.scale.low) / (self.scale.high - self.scale.low);
        self.height * (1.0 - between(share, 0.0, 1.0))
    }

    pub(super) fn step(&self) -> f64 {
        match (self.x.first(), self.x.last()) {
            (Some(first), Some(last)) if self.x.len() > 1 && self.sizes.is_none() => {
                (last - first) / (self.x.len() - 1) as f64
            }
            _ => self.unit * 24.0,
        }
    }

    /// Left and right end of some points, if they are on the chart.
    pub(super) fn span(&self, start: usize, end: usize) -> Option<(f64, f64)> {
        Some((*self.x.get(start)?, *self.x.get(end.max(start))?))
    }

    /// What is measured, above everything. Returns the new top edge.
    fn caption(&self, top: f64, out: &mut Vec<Item>) -> f64 {
        let face = Face::regular(13.0 * self.unit);
        let lines = text::wrap_at_most(&self.said.caption(), face, self.width - self.margin * 2.0, 3);
        if lines.is_empty() {
            return top;
        }
        let top = top - self.unit * 10.0 - lines.len() as f64 * face.line_height();
        out.write(lines, face, Ink::Muted, self.margin, top, Align::Left);
        top
    }
}
