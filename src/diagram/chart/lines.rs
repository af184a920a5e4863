//! The lines of a chart: limits, target, centre, and the values.

use super::super::scene::{Draw, Group, Item, Mark, Shape, Step, Stroke};
use super::super::theme::Ink;
use super::PlottedPoint;
use super::panel::Panel;

impl Panel<'_> {
    /// The limits, the target and the centre lines.
    pub(super) fn lines(&self) -> Vec<Item> {
        let mut out = Vec::new();
        let width = self.unit;
        for of in [|p: &PlottedPoint| p.lower, |p: &PlottedPoint| p.upper] {
            let steps = self.level(of);
            if !steps.is_empty() {
                out.group("limit", vec![Mark::line(&steps, Ink::Edge, width).into()]);
            }
        }
        if let Some(target) = self.said.input.target {
            let y = self.y(target);
            let path = Shape::Path(vec![Step::Move(self.left, y), Step::Line(self.right, y)]);
            let stroke = Stroke::dashed(Ink::Good, width * 1.5, self.unit * 5.0, self.unit * 4.0);
            out.group("target", vec![Mark::drawn(path, stroke).into()]);
        }
        let centre = self.level(|p| p.centre);
        if !centre.is_empty() {
            out.group("centre", vec![Mark::line(&centre, Ink::Accent, width * 1.5).into()]);
        }
        out
    }

    /// A line that keeps its level across each point, broken between phases.
    pub(super) fn level(&self, of: fn(&PlottedPoint) -> Option<f64>) -> Vec<Step> {
        let points = &self.said.input.points;
        if self.sizes.is_some() {
            // The curve of a limit by size: from point to point, as each has the limit of its own size.
            let of = points.iter().zip(&self.x).filter_map(|(point, &x)| Some((x, self.y(of(point)?))));
            return of
                .enumerate()
                .map(|(i, (x, y))| if i == 0 { Step::Move(x, y) } else { Step::Line(x, y) })
                .collect();
        }
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
    pub(super) fn data(&self) -> Vec<Item> {
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
        if self.sizes.is_none() && path.iter().any(|step| matches!(step, Step::Line(..))) {
            line.line(&path, Ink::Ink, self.unit * 1.75);
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
}
