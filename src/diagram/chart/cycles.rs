//! Cycles on a chart: bands behind the data, named above it.

use super::super::order::in_order;
use super::super::scene::{Align, Draw, Group, Item, Shape, Step};
use super::super::text::Broken;
use super::super::theme::Ink;
use super::panel::{MOST_LANES, Panel};
use super::{CycleBand, Said};

/// Where the name of a cycle stands.
struct CycleName {
    row: usize,
    left: f64,
    line: Option<Broken>,
}

impl Panel<'_> {
    /// Cycles as bands with their number and decision above. Returns the new top edge.
    pub(super) fn cycles(&self, top: f64, axis: f64, out: &mut Vec<Item>) -> f64 {
        let cycles = &self.said.input.cycles;
        let mut bands: Vec<(usize, f64, f64)> = Vec::new();
        bands.extend(cycles.iter().enumerate().filter_map(|(i, cycle)| {
            let (left, right) = self.band(cycle)?;
            Some((i, left, right))
        }));
        let starts: Vec<f64> = bands.iter().map(|band| band.1).collect();
        let bands: Vec<_> = in_order(&starts).into_iter().map(|i| bands[i]).collect();
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
            drawn[i].fill(wash, Ink::Wash);
            drawn[i].line(&line, Ink::Muted, self.unit * 2.0);
            if let Some(line) = name.line {
                drawn[i].write(vec![line], self.strong, Ink::Ink, name.left, y, Align::Left);
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
    pub(super) fn band(&self, cycle: &CycleBand) -> Option<(f64, f64)> {
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
}
