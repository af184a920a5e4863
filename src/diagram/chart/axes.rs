//! The axes of a chart: round numbers, dates, and the names of the lines at their ends.

use super::super::numbers::{self, between};
use super::super::scene::{Align, Draw, Group, Item, Mark, Shape, Step};
use super::super::text::{self, Broken};
use super::super::theme::Ink;
use super::dates;
use super::panel::{End, Panel};
use super::scale::Scale;

impl Panel<'_> {
    /// Round numbers beside the plot.
    pub(super) fn value_axis(&self, out: &mut Vec<Item>) {
        let mut items = Vec::new();
        for tick in self.scale.ticks() {
            let words = self.said.figure(tick, self.scale.decimals);
            let y = self.y(tick);
            let line = Broken { width: self.face.width(&words), text: words };
            let (end, top) = (self.left - self.unit * 8.0, y - self.face.line_height() / 2.0);
            items.write(vec![line], self.face, Ink::Muted, end, top, Align::Right);
            items.line(&[Step::Move(self.left - self.unit * 4.0, y), Step::Line(self.left, y)], Ink::Edge, self.unit);
        }
        out.group("axis", items);
    }

    /// The line of time with its names, the leaps in it, and the values that are hidden. Returns the bottom edge.
    ///
    /// Points stand at equal distances rather than to the scale of time: the rules read a series in its order, and a
    /// calendar would leave a third of a school’s chart empty. A break in the line says where time made a leap.
    pub(super) fn time_axis(&self, axis: f64, out: &mut Vec<Item>) -> f64 {
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
        items.line(&steps, Ink::Edge, self.unit);
        if !slashes.is_empty() {
            items.line(&slashes, Ink::Edge, self.unit);
        }
        let top = axis + self.unit * 8.0;
        let high = self.face.line_height();
        let measure = |ticks: &[dates::Tick]| self.fitting(ticks).len() == ticks.len();
        let (ticks, years) = match &self.sizes {
            None => dates::ticks(points, &self.leaps, measure, self.said.options),
            Some(sizes) => self.size_ticks(sizes),
        };
        let mut bottom = axis;
        for (row, ticks) in [ticks, years].iter().enumerate() {
            for (x, left, line) in self.fitting(ticks) {
                if row == 0 {
                    items.line(&[Step::Move(x, axis), Step::Line(x, axis + self.unit * 4.0)], Ink::Edge, self.unit);
                }
                let y = top + row as f64 * high;
                let ink = if row == 0 { Ink::Muted } else { Ink::Ink };
                items.write(vec![line], self.face, ink, left, y, Align::Left);
                bottom = y + high;
            }
        }
        let side = between(self.step() * 0.5, self.unit, self.unit * 6.0);
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
            items.shape(key, Ink::Paper, Ink::Muted, self.unit * 1.25);
            bottom = y + high * lines.len() as f64;
            items.write(lines, self.face, Ink::Muted, self.left + indent, y, Align::Left);
        }
        out.group("axis", items);
        bottom
    }

    /// Round numbers of what points were counted of, and under them what they are.
    fn size_ticks(&self, sizes: &Scale) -> (Vec<dates::Tick>, Vec<dates::Tick>) {
        let inset = self.unit * 8.0;
        let share = |value: f64| (value - sizes.low) / (sizes.high - sizes.low);
        let tick = |value: f64| {
            let x = self.left + inset + (self.right - self.left - inset * 2.0) * share(value);
            let label = numbers::figure(value, sizes.decimals).replace('.', self.said.options.word("picture-decimal"));
            dates::Tick { at: dates::Place::At(x), label, rank: 0 }
        };
        let name = text::clean(self.said.options.word("picture-size"));
        let middle = dates::Place::At((self.left + self.right) / 2.0);
        (sizes.ticks().map(tick).collect(), vec![dates::Tick { at: middle, label: name, rank: 0 }])
    }

    /// Those names of points for which there is room, the important ones first.
    pub(super) fn fitting(&self, ticks: &[dates::Tick]) -> Vec<(f64, f64, Broken)> {
        let mut placed: Vec<(f64, f64, Broken)> = Vec::new();
        let gap = self.unit * 9.0;
        for rank in 0..=3 {
            for tick in ticks.iter().filter(|tick| tick.rank == rank) {
                let x = match tick.at {
                    dates::Place::Point(index) => self.x.get(index).copied(),
                    dates::Place::At(x) => Some(x),
                };
                let Some(x) = x else { continue };
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
                    placed.insert(at, (x, left, Broken { text: tick.label.clone(), width }));
                }
            }
        }
        placed
    }

    /// The names of the lines at their ends, moved apart where lines are close.
    pub(super) fn end_names(&self, out: &mut Vec<Item>) {
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
                items.line(&line, Ink::Edge, self.unit);
            }
            let left = self.right + self.unit * 14.0;
            items.write(end.lines.clone(), self.face, end.ink, left, top, Align::Left);
            out.group("end", items);
        }
    }
}
