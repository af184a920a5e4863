//! Things in columns with links from one column to the next: drivers under an aim, whys under a problem.
//!
//! Links run only in the gutters between columns, so none can meet a label; a link past a column goes through a
//! place of its own there. The order within a column is the given one unless another has fewer crossings.

use super::PictureOptions;
use super::numbers::between;
use super::order::in_order;
use super::scene::{Align, Draw, Group, Item, Mark, Shape, Step, Text};
use super::signs::{CauseStatus, Sign, draw_sign};
use super::text::{self, Broken, Face};
use super::theme::Ink;

/// How a thing looks.
#[derive(Clone, Copy, PartialEq)]
pub enum Look {
    /// A box with a firm edge: what all else serves.
    Head,
    /// A box with a thin edge.
    Boxed(Ink),
    /// Words behind the sign of a cause.
    Cause(CauseStatus),
    /// Words behind a sign.
    Sign(Sign),
    /// Words behind a dot.
    Dot,
    /// Nothing but a link that goes on.
    Passing,
}

/// Something in a column.
pub struct Node {
    pub role: &'static str,
    pub entity: Option<String>,
    pub look: Look,
    pub words: String,
    /// A line of second rank under the words; may be empty.
    pub note: String,
}

/// Things in columns, with links between things of neighbouring columns.
pub struct Layers<'a> {
    pub options: &'a PictureOptions,
    pub width: f64,
    /// The size of labels in px.
    pub size: f64,
    pub nodes: Vec<Node>,
    /// The nodes of each column, in order.
    pub columns: Vec<Vec<usize>>,
    /// Links from a node of one column to a node of the next.
    pub links: Vec<(usize, usize)>,
    /// What stands over each column.
    pub headings: Vec<String>,
}

/// A node broken into lines.
struct Laid {
    lines: Vec<Broken>,
    note: Vec<Broken>,
    height: f64,
    /// The middle, from the top.
    y: f64,
}

impl Layers<'_> {
    /// Whether the columns have room beside each other.
    pub fn fits(columns: usize, width: f64, size: f64) -> bool {
        columns as f64 * size * 9.5 + columns.saturating_sub(1) as f64 * size * 2.5 + size * 2.0 <= width
    }

    /// Draws everything; returns the bottom edge.
    pub fn draw(mut self, items: &mut Vec<Item>) -> f64 {
        let unit = self.size / 14.0;
        let margin = unit * 16.0;
        self.order();
        let count = self.columns.len().max(1) as f64;
        let gutter = between((self.width - margin * 2.0) * 0.06, unit * 32.0, unit * 90.0);
        let column = ((self.width - margin * 2.0 - gutter * (count - 1.0)) / count).min(unit * 340.0);
        // What is left on a very wide page goes to the gutters.
        let gutter = if count > 1.0 { (self.width - margin * 2.0 - column * count) / (count - 1.0) } else { gutter };
        let left = |at: usize| margin + at as f64 * (column + gutter);

        let heading = Face::regular(12.0 * unit);
        let mut top = margin;
        let mut high = 0.0_f64;
        for (at, words) in self.headings.iter().enumerate() {
            let lines = text::wrap(words, heading, column);
            high = high.max(lines.len() as f64 * heading.line_height());
            items.write(lines, heading, Ink::Muted, left(at), top, Align::Left);
        }
        top += if high > 0.0 { high + unit * 10.0 } else { 0.0 };

        let mut laid: Vec<Laid> = self.nodes.iter().map(|node| self.break_node(node, column)).collect();
        let bottom = self.place(&mut laid, top, unit * 14.0);
        let mut places = vec![0; self.nodes.len()];
        self.columns.iter().enumerate().for_each(|(at, column)| column.iter().for_each(|&node| places[node] = at));
        let mut links = Vec::new();
        for &(from, to) in &self.links {
            let (a, b) = (&laid[from], &laid[to]);
            let (start, end) = (left(places[from]) + column, left(places[to]));
            let bend = (end - start) * 0.5;
            links.extend([
                Step::Move(left(places[from]) + self.reach(from, a, column), a.y),
                Step::Line(start, a.y),
                Step::Curve([start + bend, a.y, end - bend, b.y, end, b.y]),
            ]);
            if self.nodes[to].look == Look::Passing {
                links.push(Step::Line(end + column, b.y));
            }
        }
        if !links.is_empty() {
            items.group("links", vec![Mark::line(&links, Ink::Edge, unit * 1.25).into()]);
        }
        for (i, (node, laid)) in self.nodes.iter().zip(laid).enumerate() {
            if node.look != Look::Passing {
                let drawn = self.draw_node(node, laid, left(places[i]), column);
                items.push(Item::Group(Group { entity: node.entity.clone(), ..Group::of(node.role, drawn) }));
            }
        }
        bottom
    }

    fn face(&self, look: Look) -> Face {
        let unit = self.size / 14.0;
        match look {
            Look::Head => Face::bold(17.0 * unit),
            Look::Boxed(Ink::Ink) => Face::bold(14.0 * unit),
            Look::Cause(CauseStatus::Root) => Face::bold(13.0 * unit),
            _ => Face::regular(13.0 * unit),
        }
    }

    fn note_face(&self) -> Face {
        Face::regular(self.size * 12.0 / 14.0)
    }

    /// From the edges of a node to its words: left, and above or below.
    fn inset(&self, look: Look) -> (f64, f64) {
        let unit = self.size / 14.0;
        match look {
            Look::Head => (unit * 12.0, unit * 10.0),
            Look::Boxed(_) => (unit * 10.0, unit * 7.0),
            Look::Cause(_) | Look::Sign(_) | Look::Dot => (unit * 16.0, 0.0),
            Look::Passing => (0.0, 0.0),
        }
    }

    fn break_node(&self, node: &Node, column: f64) -> Laid {
        let (side, above) = self.inset(node.look);
        // A link may leave words without a box on their right.
        let room = column - side - if above > 0.0 { side } else { self.size * 0.6 };
        let face = self.face(node.look);
        let lines = if node.look == Look::Passing { Vec::new() } else { text::wrap_evenly(&node.words, face, room) };
        let note = text::wrap(&node.note, self.note_face(), room);
        let high = lines.len() as f64 * face.line_height() + note.len() as f64 * self.note_face().line_height();
        Laid { lines, note, height: high + above * 2.0, y: 0.0 }
    }

    /// How far from the left of its column a node reaches to the right.
    fn reach(&self, node: usize, laid: &Laid, column: f64) -> f64 {
        let look = self.nodes[node].look;
        match look {
            Look::Head | Look::Boxed(_) | Look::Passing => column,
            Look::Cause(_) | Look::Sign(_) | Look::Dot => {
                let words = text::widest(&laid.lines).max(text::widest(&laid.note));
                (self.inset(look).0 + words + self.size * 0.5).min(column)
            }
        }
    }

    fn draw_node(&self, node: &Node, laid: Laid, x: f64, column: f64) -> Vec<Item> {
        let unit = self.size / 14.0;
        let top = laid.y - laid.height / 2.0;
        let (side, above) = self.inset(node.look);
        let mut items = Vec::new();
        let rect = Shape::Rect { x, y: top, width: column, height: laid.height, radius: unit * 6.0 };
        match node.look {
            Look::Head => items.shape(rect, Ink::Wash, Ink::Ink, unit * 1.75),
            Look::Boxed(ink) => items.shape(rect, Ink::Paper, ink, unit * 1.25),
            Look::Cause(status) => draw_sign(status.into(), x + unit * 5.0, laid.y, unit * 5.0, &mut items),
            Look::Sign(sign) => draw_sign(sign, x + unit * 5.0, laid.y, unit * 5.0, &mut items),
            Look::Dot => {
                let dot = Shape::Circle { x: x + unit * 4.0, y: laid.y, r: unit * 3.0 };
                items.fill(dot, Ink::Accent);
            }
            Look::Passing => {}
        }
        let face = self.face(node.look);
        let below = top + above + laid.lines.len() as f64 * face.line_height();
        let (ink, struck) = match node.look {
            Look::Cause(status) => (status.ink(), status == CauseStatus::Refuted),
            _ => (Ink::Ink, false),
        };
        let ground = if node.look == Look::Head { Ink::Wash } else { Ink::Paper };
        let rtl = |words: &str| text::reads_rtl(words, self.options.rtl());
        let words = Text::block(laid.lines, face, ink, x + side, top + above, Align::Left);
        items.push(Text { struck, ground, rtl: rtl(&node.words), ..words }.into());
        if !laid.note.is_empty() {
            let note = Text::block(laid.note, self.note_face(), Ink::Muted, x + side, below, Align::Left);
            items.push(Text { rtl: rtl(&node.note), ..note }.into());
        }
        items
    }

    /// The links of each node to the column before and to the column after.
    fn neighbours(&self) -> [Vec<Vec<usize>>; 2] {
        let mut sides = [vec![Vec::new(); self.nodes.len()], vec![Vec::new(); self.nodes.len()]];
        for &(from, to) in &self.links {
            sides[0][to].push(from);
            sides[1][from].push(to);
        }
        sides
    }

    /// Puts columns in an order with fewer crossings, by the means of their neighbours (Sugiyama, Tagawa and Toda
    /// 1981). The given order stays where nothing is gained.
    fn order(&mut self) {
        let sides = self.neighbours();
        let mut best = crossings(&self.columns, &sides[1]);
        let mut columns = self.columns.clone();
        for sweep in 0..12_usize {
            if best == 0 {
                return;
            }
            let forward = sweep.is_multiple_of(2);
            let last = columns.len().saturating_sub(1);
            for step in 1..=last {
                let (fixed, at) = if forward { (step - 1, step) } else { (last + 1 - step, last - step) };
                let rank = ranks(&columns[fixed], self.nodes.len());
                let mean = |node: usize| {
                    let others = &sides[usize::from(!forward)][node];
                    let sum: f64 = others.iter().map(|&other| rank[other] as f64).sum();
                    (!others.is_empty()).then(|| sum / others.len() as f64)
                };
                // Those without neighbours keep their places; the others share what is left, in the order of means.
                let means: Vec<Option<f64>> = columns[at].iter().map(|&node| mean(node)).collect();
                let linked: Vec<(f64, usize)> =
                    means.iter().zip(&columns[at]).filter_map(|(mean, &node)| Some(((*mean)?, node))).collect();
                let keys: Vec<f64> = linked.iter().map(|(mean, _)| *mean).collect();
                let mut linked = in_order(&keys).into_iter().map(|i| linked[i].1);
                for (place, mean) in columns[at].iter_mut().zip(&means) {
                    if mean.is_some()
                        && let Some(node) = linked.next()
                    {
                        *place = node;
                    }
                }
            }
            let crossings = crossings(&columns, &sides[1]);
            if crossings < best {
                best = crossings;
                self.columns.clone_from(&columns);
            }
        }
    }

    /// Gives each node its height on the page, as near to its neighbours as the order allows. Returns the bottom.
    fn place(&self, laid: &mut [Laid], top: f64, gap: f64) -> f64 {
        for column in &self.columns {
            let mut y = 0.0;
            for &node in column {
                laid[node].y = y + laid[node].height / 2.0;
                y += laid[node].height + gap;
            }
        }
        let last = self.columns.len().saturating_sub(1);
        let sides = self.neighbours();
        let there = |sweep: usize| -> Vec<usize> {
            if sweep.is_multiple_of(2) { (0..last).rev().collect() } else { (1..=last).collect() }
        };
        for sweep in 0..7_usize {
            for at in there(sweep) {
                let column = &self.columns[at];
                let wish = |node: usize| {
                    let others = &sides[usize::from(sweep.is_multiple_of(2))][node];
                    let sum: f64 = others.iter().map(|&other| laid[other].y).sum();
                    if others.is_empty() { laid[node].y } else { sum / others.len() as f64 }
                };
                let wishes: Vec<f64> = column.iter().map(|&node| wish(node)).collect();
                let steps: Vec<f64> =
                    column.windows(2).map(|pair| (laid[pair[0]].height + laid[pair[1]].height) / 2.0 + gap).collect();
                for (&node, y) in column.iter().zip(spread(&wishes, &steps)) {
                    laid[node].y = y;
                }
            }
        }
        let highest = laid.iter().map(|one| one.y - one.height / 2.0).fold(f64::MAX, f64::min);
        let shift = if laid.is_empty() { 0.0 } else { top - highest };
        laid.iter_mut().for_each(|one| one.y += shift);
        laid.iter().map(|one| one.y + one.height / 2.0).fold(top, f64::max)
    }
}

/// The place of each node in a column.
fn ranks(column: &[usize], nodes: usize) -> Vec<usize> {
    let mut ranks = vec![0; nodes];
    column.iter().enumerate().for_each(|(rank, &node)| ranks[node] = rank);
    ranks
}

/// How many pairs of links cross, given the links of each node to the next column.
fn crossings(columns: &[Vec<usize>], after: &[Vec<usize>]) -> usize {
    let mut count = 0;
    for pair in columns.windows(2) {
        let rank = ranks(&pair[1], after.len());
        // How many links of the nodes above end at or above each place.
        let mut ends = vec![0; pair[1].len()];
        let mut links = 0;
        for &node in &pair[0] {
            for &to in &after[node] {
                count += links - ends.get(rank[to]).copied().unwrap_or(0);
            }
            for &to in &after[node] {
                ends.iter_mut().skip(rank[to]).for_each(|end| *end += 1);
                links += 1;
            }
        }
    }
    count
}

/// Places as near as possible to the wishes, in their order and at least `steps` apart: least squares by pooling
/// neighbours that are in each other’s way (pool adjacent violators; Barlow et al. 1972).
fn spread(wishes: &[f64], steps: &[f64]) -> Vec<f64> {
    let mut offset = 0.0;
    let mut offsets = vec![0.0];
    for step in steps {
        offset += step;
        offsets.push(offset);
    }
    // Each pool: the sum of what its members wish, less their offsets, and how many they are.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (wish, offset) in wishes.iter().zip(&offsets) {
        let mut pool = (wish - offset, 1);
        while let Some(&(sum, count)) = pools.last() {
            if sum / count as f64 <= pool.0 / pool.1 as f64 {
                break;
            }
            pool = (pool.0 + sum, pool.1 + count);
            pools.pop();
        }
        pools.push(pool);
    }
    let means = pools.iter().flat_map(|&(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    means.zip(&offsets).map(|(mean, offset)| mean + offset).collect()
}
