//! The chart laid out. Heights are reckoned from the top of the plot; what stands above it is below zero until the
//! whole is moved into place.

use super::super::numbers;
use super::super::scene::{Align, Group, Item, Mark, Shape, Step, Stroke, Text};
use super::super::text::{self, Broken, Face};
use super::super::theme::Ink;
use super::room::{Frame, Room};
use super::{CycleBand, Pattern, PlottedPoint, Said, dates};

/// The most patterns for which a place among the data is sought; more go under and over the plot.
const MOST_NEAR: usize = 12;
/// The most rows of brackets above and below the plot, and of cycles.
const MOST_LANES: usize = 4;
/// The room of a leap in time, in steps between points.
const LEAP: f64 = 0.8;

pub struct Panel<'a> {
    said: &'a Said<'a>,
    width: f64,
    /// A fourteenth of the size of labels.
    unit: f64,
    face: Face,
    strong: Face,
    margin: f64,
    scale: Scale,
    x: Vec<f64>,
    left: f64,
    right: f64,
    height: f64,
    leaps: Vec<usize>,
    /// Labels of the lines where they end.
    ends: Vec<End>,
}

/// What the height of the plot stands for.
struct Scale {
    low: f64,
    high: f64,
    step: f64,
    decimals: usize,
}

/// A line’s name at its end.
struct End {
    value: f64,
    lines: Vec<Broken>,
    ink: Ink,
}

impl Scale {
    fn of(values: impl Iterator<Item = f64> + Clone, percent: bool) -> Self {
        let low = values.clone().fold(f64::MAX, f64::min);
        let high = values.fold(f64::MIN, f64::max);
        if low > high {
            return Self { low: 0.0, high: 1.0, step: f64::INFINITY, decimals: 0 };
        }
        let largest = low.abs().max(high.abs());
        // Values that hardly differ are not blown up: a flat series should look flat.
        let span = (high - low).max(largest * 0.02).max(1e-6);
        let middle = low + (high - low) / 2.0;
        let (mut bottom, mut top) = (middle - span * 0.58, middle + span * 0.58);
        if low >= 0.0 {
            bottom = bottom.max(0.0);
        }
        if percent && high <= 100.0 {
            top = top.min(100.0);
        }
        let with = |parts| {
            let (step, decimals) = numbers::round_step(top - bottom, parts);
            Self { low: bottom, high: top, step, decimals }
        };
        // As few ticks as will do, but at least three.
        [5.0, 7.0, 10.0].map(with).into_iter().find(|scale| scale.ticks().count() >= 3).unwrap_or_else(|| with(12.0))
    }

    /// Multiples of the step; none where there is nothing to measure.
    fn ticks(&self) -> impl Iterator<Item = f64> {
        let (first, last) = ((self.low / self.step).ceil(), (self.high / self.step).floor());
        let last = if self.step.is_finite() { last } else { first - 1.0 };
        let count = (last - first).clamp(-1.0, 20.0) + 1.0;
        (0..count as usize).map(move |i| (first + i as f64) * self.step)
    }
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
        let scale = Scale::of(values, input.unit.trim() == "%");

        let word = |key| said.options.word(key);
        let last = |of: fn(&PlottedPoint) -> Option<f64>| points.iter().rev().find_map(of);
        let room = (width * 0.17).clamp(size * 4.5, size * 10.0);
        let ends = [
            (last(|p| p.centre), said.centre_name(), Ink::Accent),
            (input.target, word("picture-target").to_owned(), Ink::Good),
            (last(|p| p.upper), word("picture-upper").to_owned(), Ink::Muted),
            (last(|p| p.lower), word("picture-lower").to_owned(), Ink::Muted),
        ];
        let mut ends: Vec<End> = ends
            .into_iter()
            .filter_map(|(value, name, ink)| {
                let value = value?;
                let words = format!("{name} {}", said.number(value, scale.decimals + 1));
                Some(End { value, lines: text::wrap_at_most(&text::clean(&words), face, room, 3), ink })
            })
            .collect();
        ends.sort_by(|a, b| b.value.total_cmp(&a.value));

        let figures = scale.ticks().map(|tick| face.width(&said.figure(tick, scale.decimals)));
        let left = margin + figures.fold(0.0, f64::max) + 8.0 * unit;
        let widest = ends.iter().map(|end| text::widest(&end.lines)).fold(0.0, f64::max);
        let right = width - margin - if widest > 0.0 { widest + 14.0 * unit } else { 0.0 };
        let names = ends.iter().map(|end| end.lines.len() as f64 * face.line_height() + 2.0 * unit).sum::<f64>();
        let height = ((right - left) * 0.42).clamp(size * 12.0, size * 22.0).max(names + face.line_height());

        let leaps = dates::leaps(points);
        let mut place = 0.0;
        let mut places = Vec::with_capacity(points.len());
        let mut coming = leaps.iter().peekable();
        for i in 0..points.len() {
            place += if i == 0 { 0.0 } else { 1.0 };
            if coming.next_if(|&&leap| leap == i).is_some() {
                place += LEAP;
            }
            places.push(place);
        }
        let inset = 8.0 * unit;
        let span = right - left - inset * 2.0;
        let x =
            places.iter().map(|at| left + inset + if place > 0.0 { span * at / place } else { span / 2.0 }).collect();
        let strong = Face::bold(face.size);
        Self { said, width, unit, face, strong, margin, scale, x, left, right, height, leaps, ends }
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
                items.push(Text::block(words, self.face, Ink::Muted, x, y, Align::Middle).into());
            }
        }
        top = self.caption(top, &mut items) - self.margin;
        items.iter_mut().for_each(|item| item.shift(-top));
        (items, (bottom - top + self.margin).ceil())
    }

    fn y(&self, value: f64) -> f64 {
        let share = (value - self.scale.low) / (self.scale.high - self.scale.low);
        self.height * (1.0 - share.clamp(0.0, 1.0))
    }

    fn step(&self) -> f64 {
        match (self.x.first(), self.x.last()) {
            (Some(first), Some(last)) if self.x.len() > 1 => (last - first) / (self.x.len() - 1) as f64,
            _ => self.unit * 24.0,
        }
    }

    /// Left and right end of some points, if they are on the chart.
    fn span(&self, start: usize, end: usize) -> Option<(f64, f64)> {
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
        out.push(Text::block(lines, face, Ink::Muted, self.margin, top, Align::Left).into());
        top
    }

    /// The limits, the target and the centre lines.
    fn lines(&self) -> Vec<Item> {
        let mut out = Vec::new();
        let width = self.unit;
        for of in [|p: &PlottedPoint| p.lower, |p: &PlottedPoint| p.upper] {
            let steps = self.level(of);
            if !steps.is_empty() {
                out.push(Group::of("limit", vec![Mark::line(steps, Ink::Edge, width).into()]).into());
            }
        }
        if let Some(target) = self.said.input.target {
            let y = self.y(target);
            let path = Shape::Path(vec![Step::Move(self.left, y), Step::Line(self.right, y)]);
            let stroke = Stroke::dashed(Ink::Good, width * 1.5, self.unit * 5.0, self.unit * 4.0);
            out.push(Group::of("target", vec![Mark::drawn(path, stroke).into()]).into());
        }
        let centre = self.level(|p| p.centre);
        if !centre.is_empty() {
            out.push(Group::of("centre", vec![Mark::line(centre, Ink::Accent, width * 1.5).into()]).into());
        }
        out
    }

    /// A line that keeps its level across each point, broken between phases.
    fn level(&self, of: fn(&PlottedPoint) -> Option<f64>) -> Vec<Step> {
        let points = &self.said.input.points;
        let half = (self.step() / 2.0).min(self.unit * 8.0);
        let mut out: Vec<Step> = Vec::new();
        let mut before: Option<(usize, usize, f64)> = None;
        for (i, point) in points.iter().enumerate() {
            let Some(value) = of(point) else {
                before = None;
                continue;
            };
            let (x, y) = (self.x[i], self.y(value));
            let goes_on = before.filter(|&(index, phase, _)| index + 1 == i && phase == point.phase);
            if let Some((_, _, last)) = goes_on {
                let middle = (self.x[i - 1] + x) / 2.0;
                if last == y {
                    out.pop();
                } else {
                    if let Some(Step::Line(end, _)) = out.last_mut() {
                        *end = middle;
                    }
                    out.push(Step::Line(middle, y));
                }
            } else {
                let start = if i == 0 { self.left } else { x - half };
                out.push(Step::Move(start.max(self.left), y));
            }
            let end = if i + 1 == points.len() { self.right } else { x + half };
            out.push(Step::Line(end.min(self.right), y));
            before = Some((i, point.phase, y));
        }
        out
    }

    /// The line through the values, and a dot for each.
    fn data(&self) -> Vec<Item> {
        let points = &self.said.input.points;
        let (mut path, mut bridges) = (Vec::new(), Vec::new());
        let mut before: Option<(f64, f64)> = None;
        for (i, point) in points.iter().enumerate() {
            let Some(value) = point.value else {
                before = None;
                continue;
            };
            let at = (self.x[i], self.y(value));
            match before {
                Some(from) if self.leaps.contains(&i) => {
                    bridges.extend([Step::Move(from.0, from.1), Step::Line(at.0, at.1)]);
                    path.push(Step::Move(at.0, at.1));
                }
                Some(_) => path.push(Step::Line(at.0, at.1)),
                None => path.push(Step::Move(at.0, at.1)),
            }
            before = Some(at);
        }
        let mut line = Vec::new();
        if !bridges.is_empty() {
            let stroke = Stroke::dashed(Ink::Edge, self.unit, self.unit * 1.5, self.unit * 3.5);
            line.push(Mark::drawn(Shape::Path(bridges), stroke).into());
        }
        if path.iter().any(|step| matches!(step, Step::Line(..))) {
            line.push(Mark::line(path, Ink::Ink, self.unit * 1.75).into());
        }
        let mut out = vec![Group::of("data", line).into()];
        let step = self.step();
        let r = (step * 0.32).min(self.unit * 2.8);
        for (i, point) in points.iter().enumerate() {
            let Some(value) = point.value else { continue };
            let (x, y) = (self.x[i], self.y(value));
            let alone = step < self.unit * 3.5 && !point.signal && !point.excluded;
            let neighbour = |j: Option<usize>| j.and_then(|j| points.get(j)).is_some_and(|p| p.value.is_some());
            if alone && (neighbour(i.checked_sub(1)) || neighbour(Some(i + 1))) {
                continue;
            }
            let mark = if point.signal {
                let arm = (r * 1.7).max(self.unit * 2.5);
                let corners = [
                    Step::Move(x, y - arm),
                    Step::Line(x + arm, y),
                    Step::Line(x, y + arm),
                    Step::Line(x - arm, y),
                    Step::Close,
                ];
                Mark::filled(Shape::Path(corners.into()), Ink::Attention).edged(Ink::Paper, r * 0.35)
            } else if point.excluded {
                let r = r.max(self.unit * 2.0);
                Mark::filled(Shape::Circle { x, y, r }, Ink::Paper).edged(Ink::Edge, self.unit * 1.25)
            } else {
                Mark::filled(Shape::Circle { x, y, r: r.max(self.unit * 1.25) }, Ink::Ink)
            };
            out.push(Item::Group(Group { index: Some(i), ..Group::of("point", vec![mark.into()]) }));
        }
        out
    }

    /// The centre lines of earlier phases, named where there is room beside them.
    fn centres_before_the_last(&self, room: &mut Room) -> Vec<Item> {
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
    fn near(&self, pattern: &Pattern, span: (f64, f64), room: &mut Room) -> Option<Item> {
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
            let frame = Frame { left: span.0, right: span.1, top: y.min(y - bracket), bottom: y.max(y + bracket) };
            if !single && !room.is_free(frame) {
                continue;
            }
            let words_top = if above { top } else { y + bracket };
            let starts = [middle - width / 2.0, span.0, span.1 - width];
            for left in starts.map(|left| left.clamp(self.left, (self.right - width).max(self.left))) {
                let words = Frame { left, top: words_top, right: left + width, bottom: words_top + high };
                if words.right <= self.right + 0.01 && room.is_free(words.grown(self.unit * 2.0)) {
                    room.take(words);
                    room.take(frame);
                    let mut items = Vec::new();
                    if !single {
                        items.push(self.bracket(span, y, above));
                    }
                    items.push(Text::block(lines, self.face, Ink::Attention, left, words_top, Align::Left).into());
                    return Some(Group::of("signal", items).into());
                }
            }
        }
        None
    }

    fn pattern_lines(&self, pattern: &Pattern, span: (f64, f64)) -> Vec<Broken> {
        let max = (span.1 - span.0).max(self.face.size * 11.0).min(self.right - self.left);
        text::wrap_at_most(&self.said.pattern(pattern), self.face, max, 2)
    }

    /// A bracket whose arms point at the data.
    fn bracket(&self, (left, right): (f64, f64), y: f64, above: bool) -> Item {
        let arm = if above { self.unit * 4.0 } else { self.unit * -4.0 };
        let (left, right) = (left - self.unit, right + self.unit);
        let base = y - arm;
        let steps = [Step::Move(left, y), Step::Line(left, base), Step::Line(right, base), Step::Line(right, y)];
        Mark::line(steps, Ink::Attention, self.unit * 1.5).into()
    }

    fn lane_height(&self, row: &[Entry]) -> f64 {
        let lines = row.iter().map(|entry| entry.lines.len()).max().unwrap_or(0);
        self.unit * 14.0 + self.face.line_height() * lines as f64
    }

    /// A bracket in a row of its own above or below the plot.
    fn bracket_with(&self, entry: Entry, y: f64, above: bool) -> Item {
        let high = entry.lines.len() as f64 * self.face.line_height();
        let top = if above { y - self.unit * 6.0 - high } else { y + self.unit * 6.0 };
        let words = Text::block(entry.lines, self.face, Ink::Attention, entry.left, top, Align::Left);
        Group::of("signal", vec![self.bracket(entry.span, y, above), words.into()]).into()
    }

    /// Cycles as bands with their number and decision above. Returns the new top edge.
    fn cycles(&self, top: f64, axis: f64, out: &mut Vec<Item>) -> f64 {
        let cycles = &self.said.input.cycles;
        let mut bands: Vec<(usize, f64, f64)> = Vec::new();
        bands.extend(cycles.iter().enumerate().filter_map(|(i, cycle)| {
            let (left, right) = self.band(cycle)?;
            Some((i, left, right))
        }));
        bands.sort_by(|a, b| a.1.total_cmp(&b.1));
        let names = self.cycle_names(&bands);
        let rows = names.iter().map(|name| name.row + 1).max().unwrap_or(0);
        let high = self.face.line_height() + self.unit * 6.0;
        let edge = top - if rows == 0 { 0.0 } else { rows as f64 * high + self.unit * 2.0 };
        let mut drawn: Vec<Vec<Item>> = Vec::new();
        drawn.resize_with(cycles.len(), Vec::new);
        for ((i, left, right), name) in bands.into_iter().zip(names) {
            let y = edge + name.row as f64 * high;
            let bar = y + self.face.line_height() + self.unit * 3.0;
            let wash = Shape::Rect { x: left, y: bar, width: right - left, height: axis - bar, radius: 0.0 };
            let line = [Step::Move(left, bar), Step::Line(right, bar)];
            drawn[i].push(Mark::filled(wash, Ink::Wash).into());
            drawn[i].push(Mark::line(line, Ink::Muted, self.unit * 2.0).into());
            if let Some(line) = name.line {
                drawn[i].push(Text::block(vec![line], self.strong, Ink::Ink, name.left, y, Align::Left).into());
            }
        }
        // One that lies outside of the series has a group without marks, so that it can still be found.
        let groups = cycles.iter().zip(drawn).map(|(cycle, items)| Group::showing("cycle", &cycle.id, items).into());
        out.extend(groups);
        edge
    }

    /// Names for bands that are given from left to right: the longest form that has room for all of them.
    fn cycle_names(&self, bands: &[(usize, f64, f64)]) -> Vec<CycleName> {
        let forms: [fn(&Said<'_>, &CycleBand) -> String; 3] = [
            |said, cycle| said.with_decision(said.cycle(cycle), cycle),
            |said, cycle| said.with_decision(cycle.number.to_string(), cycle),
            |_, cycle| cycle.number.to_string(),
        ];
        let [full, short, number] = forms.map(|form| self.in_rows(bands, form));
        let rows = |names: &[CycleName]| names.iter().map(|name| name.row).max().unwrap_or(0);
        let fits =
            |names: &[CycleName], most: usize| names.iter().all(|name| name.line.is_some()) && rows(names) <= most;
        let least = rows(&number);
        if fits(&full, least) {
            full
        } else if fits(&short, least + 1) {
            short
        } else {
            number
        }
    }

    /// Puts names in as few rows as hold them. In a row too many, and where there is no room, a band goes unnamed.
    fn in_rows(&self, bands: &[(usize, f64, f64)], form: fn(&Said<'_>, &CycleBand) -> String) -> Vec<CycleName> {
        let gap = self.unit * 6.0;
        let mut ends: Vec<f64> = Vec::new();
        let mut out = Vec::new();
        for &(i, left, right) in bands {
            let text = self.said.input.cycles.get(i).map_or(String::new(), |cycle| form(self.said, cycle));
            let width = self.strong.width(&text);
            // Words may run on past their band; at the end of the chart they begin before it.
            let start = left.min(self.right - width);
            let row = ends.iter().position(|&end| end + gap <= start).unwrap_or(ends.len());
            if row >= MOST_LANES || start < self.left {
                let row = ends.len().saturating_sub(1);
                out.push(CycleName { row, left, line: None });
                if ends.is_empty() {
                    ends.push(right);
                }
                continue;
            }
            let end = right.max(start + width);
            match ends.get_mut(row) {
                Some(last) => *last = end,
                None => ends.push(end),
            }
            out.push(CycleName { row, left: start, line: Some(Broken { text, width }) });
        }
        out
    }

    /// Where a cycle lies between the points; `None` when it lies outside of the series or has no dates to go by.
    fn band(&self, cycle: &CycleBand) -> Option<(f64, f64)> {
        let points = &self.said.input.points;
        let first = points.iter().position(|point| point.date.is_some_and(|date| date >= cycle.start))?;
        let past = cycle.end.and_then(|end| points.iter().position(|point| point.date.is_some_and(|date| date > end)));
        if past == Some(0) {
            return None;
        }
        let half = (self.step() * 0.5).min(self.unit * 10.0);
        let x = *self.x.get(first)?;
        let right = match past {
            None => self.right,
            Some(past) if past <= first => return Some((x - half * 1.4, x - half * 0.6)),
            Some(past) => *self.x.get(past - 1)? + half,
        };
        Some(((x - half).max(self.left), right.min(self.right)))
    }

    /// Round numbers beside the plot.
    fn value_axis(&self, out: &mut Vec<Item>) {
        let mut items = Vec::new();
        for tick in self.scale.ticks() {
            let words = self.said.figure(tick, self.scale.decimals);
            let y = self.y(tick);
            let line = Broken { width: self.face.width(&words), text: words };
            let (end, top) = (self.left - self.unit * 8.0, y - self.face.line_height() / 2.0);
            items.push(Text::block(vec![line], self.face, Ink::Muted, end, top, Align::Right).into());
            items.push(
                Mark::line(
                    [Step::Move(self.left - self.unit * 4.0, y), Step::Line(self.left, y)],
                    Ink::Edge,
                    self.unit,
                )
                .into(),
            );
        }
        out.push(Group::of("axis", items).into());
    }

    /// The line of time with its names, the leaps in it, and the values that are hidden. Returns the bottom edge.
    ///
    /// Points stand at equal distances rather than to the scale of time: the rules read a series in its order, and a
    /// calendar would leave a third of a school’s chart empty. A break in the line says where time made a leap.
    fn time_axis(&self, axis: f64, out: &mut Vec<Item>) -> f64 {
        let points = &self.said.input.points;
        let mut items = Vec::new();
        let mut steps = vec![Step::Move(self.left, axis)];
        let mut slashes = Vec::new();
        let cut = self.unit * 2.5;
        for &leap in &self.leaps {
            let Some((a, b)) = self.span(leap - 1, leap) else { continue };
            let middle = (a + b) / 2.0;
            if b - a < cut * 2.0 {
                continue;
            }
            steps.extend([Step::Line(middle - cut, axis), Step::Move(middle + cut, axis)]);
            for x in [middle - cut, middle + cut] {
                slashes
                    .extend([Step::Move(x - cut * 0.6, axis + cut * 1.4), Step::Line(x + cut * 0.6, axis - cut * 1.4)]);
            }
        }
        steps.push(Step::Line(self.right, axis));
        items.push(Mark::line(steps, Ink::Edge, self.unit).into());
        if !slashes.is_empty() {
            items.push(Mark::line(slashes, Ink::Edge, self.unit).into());
        }
        let top = axis + self.unit * 8.0;
        let high = self.face.line_height();
        let measure = |ticks: &[dates::Tick]| self.fitting(ticks).len() == ticks.len();
        let (ticks, years) = dates::ticks(points, &self.leaps, measure, self.said.options);
        let mut bottom = axis;
        for (row, ticks) in [ticks, years].iter().enumerate() {
            for (i, left, line) in self.fitting(ticks) {
                if row == 0 {
                    let x = self.x[i];
                    items.push(
                        Mark::line([Step::Move(x, axis), Step::Line(x, axis + self.unit * 4.0)], Ink::Edge, self.unit)
                            .into(),
                    );
                }
                let y = top + row as f64 * high;
                let ink = if row == 0 { Ink::Muted } else { Ink::Ink };
                items.push(Text::block(vec![line], self.face, ink, left, y, Align::Left).into());
                bottom = y + high;
            }
        }
        let side = (self.step() * 0.5).clamp(self.unit, self.unit * 6.0);
        for (i, _) in points.iter().enumerate().filter(|(_, point)| point.suppressed) {
            let square =
                Shape::Rect { x: self.x[i] - side / 2.0, y: axis - side / 2.0, width: side, height: side, radius: 0.0 };
            let mark = Mark::filled(square, Ink::Paper).edged(Ink::Muted, self.unit * 1.25);
            items.push(Item::Group(Group { index: Some(i), ..Group::of("hidden", vec![mark.into()]) }));
        }
        let hidden = points.iter().filter(|point| point.suppressed).count();
        if hidden > 0 {
            let words = self.said.options.sentence("picture-hidden-count", &[("count", &hidden.to_string())]);
            let indent = self.unit * 12.0;
            let lines = text::wrap_at_most(&words, self.face, self.width - self.margin - self.left - indent, 2);
            let y = bottom.max(top) + self.unit * 4.0;
            let key = Shape::Rect {
                x: self.left,
                y: y + high / 2.0 - self.unit * 3.0,
                width: self.unit * 6.0,
                height: self.unit * 6.0,
                radius: 0.0,
            };
            items.push(Mark::filled(key, Ink::Paper).edged(Ink::Muted, self.unit * 1.25).into());
            bottom = y + high * lines.len() as f64;
            items.push(Text::block(lines, self.face, Ink::Muted, self.left + indent, y, Align::Left).into());
        }
        out.push(Group::of("axis", items).into());
        bottom
    }

    /// Those names of points for which there is room, the important ones first.
    fn fitting(&self, ticks: &[dates::Tick]) -> Vec<(usize, f64, Broken)> {
        let mut placed: Vec<(usize, f64, Broken)> = Vec::new();
        let gap = self.unit * 9.0;
        for rank in 0..=3 {
            for tick in ticks.iter().filter(|tick| tick.rank == rank) {
                let Some(&x) = self.x.get(tick.index) else { continue };
                let width = self.face.width(&tick.label);
                let left = (x - width / 2.0).min(self.width - self.margin - width).max(self.margin * 0.5);
                // Placed names are kept from left to right, so only the two neighbours can be in the way.
                let at = placed.partition_point(|(_, other, _)| *other < left);
                let before = at
                    .checked_sub(1)
                    .and_then(|i| placed.get(i))
                    .is_none_or(|(_, l, line)| l + line.width + gap <= left);
                let after = placed.get(at).is_none_or(|(_, l, _)| left + width + gap <= *l);
                let inside = left + width <= self.width - self.margin * 0.5;
                if before && after && inside && !tick.label.is_empty() {
                    placed.insert(at, (tick.index, left, Broken { text: tick.label.clone(), width }));
                }
            }
        }
        placed
    }

    /// The names of the lines at their ends, moved apart where lines are close.
    fn end_names(&self, out: &mut Vec<Item>) {
        let high = |end: &End| end.lines.len() as f64 * self.face.line_height();
        let gap = self.unit * 2.0;
        let mut tops: Vec<f64> = self.ends.iter().map(|end| self.y(end.value) - high(end) / 2.0).collect();
        // Down from the top, then up from the bottom.
        let mut least = -self.face.line_height() / 2.0;
        for (top, end) in tops.iter_mut().zip(&self.ends) {
            *top = top.max(least);
            least = *top + high(end) + gap;
        }
        let mut most = self.height + self.face.line_height() / 2.0;
        for (top, end) in tops.iter_mut().zip(&self.ends).rev() {
            *top = top.min(most - high(end));
            most = *top - gap;
        }
        for (top, end) in tops.into_iter().zip(&self.ends) {
            let (y, middle) = (self.y(end.value), top + high(end) / 2.0);
            let mut items = Vec::new();
            if (y - middle).abs() > self.unit * 3.0 {
                let line =
                    [Step::Move(self.right + self.unit * 2.0, y), Step::Line(self.right + self.unit * 11.0, middle)];
                items.push(Mark::line(line, Ink::Edge, self.unit).into());
            }
            let left = self.right + self.unit * 14.0;
            items.push(Text::block(end.lines.clone(), self.face, end.ink, left, top, Align::Left).into());
            out.push(Group::of("end", items).into());
        }
    }
}

/// Where the name of a cycle stands.
struct CycleName {
    row: usize,
    left: f64,
    line: Option<Broken>,
}

/// Rows of brackets; each bracket goes into the first row with room for it and its words.
#[derive(Default)]
struct Lanes {
    rows: Vec<Vec<Entry>>,
}

struct Entry {
    span: (f64, f64),
    left: f64,
    lines: Vec<Broken>,
}

impl Lanes {
    fn add(&mut self, panel: &Panel<'_>, pattern: &Pattern, span: (f64, f64)) {
        let lines = panel.pattern_lines(pattern, span);
        let width = text::widest(&lines);
        let left = ((span.0 + span.1 - width) / 2.0).clamp(panel.left, (panel.right - width).max(panel.left));
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
