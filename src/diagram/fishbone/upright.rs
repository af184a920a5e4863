//! The spine stands upright at the edge of a narrow page, under the head, and the bones follow one another.

use super::super::scene::{Draw, Item, Mark, Step};
use super::super::text;
use super::super::theme::Ink;
use super::Fishbone;
use super::bone::Lean;

impl Fishbone<'_> {
    /// The spine stands upright at the edge of a narrow page, under the head. Returns the bottom edge.
    pub(super) fn upright(&self, items: &mut Vec<Item>) -> f64 {
        let sizes = &self.sizes;
        let pad = sizes.margin * 0.75;
        let head_width = self.width - sizes.margin * 2.0;
        let words = text::wrap(&self.causes.problem, sizes.problem, head_width - pad * 2.0);
        let head_height = words.len() as f64 * sizes.problem.line_height() + pad * 2.0;
        let spine = sizes.margin + sizes.sign;
        let turn = sizes.twig;
        let blocks = self.blocks(self.width - sizes.margin - spine - turn + sizes.gutter, 0.0);
        let mut y = sizes.margin + head_height;
        let mut end = y;
        let mut bones = Vec::new();
        for block in &blocks {
            let rule = y
                + sizes.gutter * 1.25
                + block.heading.lines.len() as f64 * sizes.heading.line_height()
                + sizes.leading / 2.0;
            end = rule - turn * 1.4;
            let guide = Lean { x: spine + turn, y: rule, slant: 0.0 };
            let mut items = vec![
                Mark::line(
                    &[Step::Move(spine, end), Step::Line(guide.x, rule), Step::Line(guide.x + self.rule(block), rule)],
                    Ink::Ink,
                    self.bone_width(),
                )
                .into(),
            ];
            let below = self.labels_height(block);
            self.heading(block, guide, rule - sizes.leading / 2.0, true, &mut items);
            let mut hanging = Vec::new();
            let last = self.hang(block, guide, rule + sizes.leading, 0.0, &mut hanging);
            if let Some(last) = last {
                items.line(&[Step::Move(guide.x, rule), Step::Line(guide.x, last)], Ink::Ink, self.bone_width());
            }
            bones.push(self.group(block.top, items));
            bones.append(&mut hanging);
            y = rule + if block.labels.is_empty() { 0.0 } else { sizes.leading + below };
        }
        let top = sizes.margin + head_height;
        if end > top {
            items.line(&[Step::Move(spine, top), Step::Line(spine, end)], Ink::Ink, sizes.heading.size * 0.2);
        }
        items.append(&mut bones);
        items.push(self.head(sizes.margin, sizes.margin, head_width, head_height, pad, words));
        y
    }
}
