//! The spine lies along the page: head at the end, bones above and below, further rows where one is too short.

use super::super::numbers::between;
use super::super::scene::{Draw, Item, Shape, Step};
use super::super::text::{self, Broken};
use super::super::theme::Ink;
use super::Fishbone;
use super::bone::{Block, Lean, SLANT};

/// How a spine along the page shares its width.
pub struct Stretch {
    /// The problem, broken into lines.
    words: Vec<Broken>,
    /// From the words to the edges of the head.
    pad: f64,
    /// What is left beside the head.
    room: f64,
    /// The most of it that bones may lean over.
    lean: f64,
    /// Bones beside each other, on either side of the spine.
    columns: usize,
}

impl Fishbone<'_> {
    /// Shares the width between head and bones; `None` where rows would hold one bone each.
    pub(super) fn stretch(&self) -> Option<Stretch> {
        let unit = self.sizes.heading.size;
        let pad = self.sizes.margin * 0.75;
        let broken = |room: f64| text::wrap_evenly(&self.causes.problem, self.sizes.problem, room - pad * 2.0);
        let head = between(self.width * 0.22, unit * 9.0, unit * 19.0);
        let mut words = broken(head);
        if words.len() > 8 {
            words = broken((self.width * 0.3).min(head * 1.4));
        }
        let head = text::widest(&words) + pad * 2.0;
        let room = self.width - self.sizes.margin * 2.0 - self.neck() - head;
        let lean = (room * 0.16).min(unit * 9.0);
        let pairs = self.causes.tree.tops.len().div_ceil(2).max(1);
        let fit = ((room - lean) / (unit * 10.5)).floor().max(1.0) as usize;
        let columns = pairs.div_ceil(pairs.div_ceil(fit));
        (columns > 1 || pairs == 1).then_some(Stretch { words, pad, room, lean, columns })
    }

    /// From the last bone’s words to the head.
    fn neck(&self) -> f64 {
        self.sizes.gutter * 1.25
    }

    /// Draws the bones and the head; returns the bottom edge.
    pub(super) fn along(&self, stretch: Stretch, items: &mut Vec<Item>) -> f64 {
        let sizes = &self.sizes;
        let unit = sizes.heading.size;
        let Stretch { words, pad, room, lean: most_lean, columns } = stretch;
        let head_width = text::widest(&words) + pad * 2.0;
        let head_height = words.len() as f64 * sizes.problem.line_height() + pad * 2.0;
        let neck = self.neck();
        let pitch_with = |lean: f64| ((room - lean) / columns as f64).min(unit * 32.0);
        // The first pass finds how high bones get; the second takes the room that they do not need for their slant.
        // A bone may be drawn as long as the longest, and then has its own heading beyond that.
        let most =
            |blocks: &[Block], of: fn(&Self, &Block) -> f64| blocks.iter().map(|b| of(self, b)).fold(1.0, f64::max);
        let tallest = |blocks: &[Block]| most(blocks, Self::bone_length) + most(blocks, Self::heading_height);
        let first = tallest(&self.blocks(pitch_with(most_lean), SLANT));
        let slant = SLANT.min(most_lean / first);
        let lean = first * slant;
        let pitch = pitch_with(lean);
        let blocks = self.blocks(pitch, slant);
        // Room for another level can make a bone longer than it was; then all lean a little less.
        let slant = slant.min(lean / tallest(&blocks));

        // What is left on a very wide page goes to the tail.
        let start = sizes.margin + (room - lean - pitch * columns as f64).max(0.0);
        let trunk = start + lean + pitch * columns as f64 + neck * 0.4;
        let head_left = self.width - sizes.margin - head_width;
        let mut top = sizes.margin;
        let mut spines = Vec::new();
        let mut bones = Vec::new();
        for row in blocks.chunks(columns * 2) {
            let side = |odd: usize| row.iter().skip(odd).step_by(2);
            let longest = [0, 1].map(|odd| side(odd).map(|b| self.bone_length(b)).fold(0.0, f64::max));
            let length = |block: &Block, odd: usize| {
                let own = self.bone_length(block);
                longest[odd].min((own * 1.6).max(own + unit * 4.0))
            };
            let reach =
                [0, 1].map(|odd| side(odd).map(|b| length(b, odd) + self.heading_height(b)).fold(0.0, f64::max));
            let spine = top + reach[0];
            for (i, block) in row.iter().enumerate() {
                let odd = i % 2;
                let x = start + lean + (i / 2) as f64 * pitch;
                let sign = if odd == 0 { slant } else { -slant };
                let bone = Lean { x, y: spine, slant: sign };
                self.draw_bone(block, bone, length(block, odd), odd == 0, &mut bones);
            }
            spines.push((spine, start + lean - sizes.gutter * 2.0));
            top = spine + reach[1] + sizes.gutter * 1.5;
        }
        if spines.is_empty() {
            spines.push((sizes.margin + head_height / 2.0, sizes.margin));
        }
        let first = spines.first().map_or(0.0, |s| s.0);
        let last = spines.last().map_or(0.0, |s| s.0);
        let middle = (first + last) / 2.0;
        // A head that is taller than the rows beside it pushes them down, so that the spine meets its middle.
        let push = (sizes.margin + head_height / 2.0 - middle).max(0.0);
        let middle = middle + push;
        let head_top = middle - head_height / 2.0;
        let thick = unit * 0.22;
        for &(y, tail) in &spines {
            let y = y + push;
            let end = if spines.len() > 1 { trunk } else { head_left };
            // The spine swells toward the head.
            let taper = [
                Step::Move(tail.max(sizes.margin * 0.5), y),
                Step::Line(end, y - thick / 2.0),
                Step::Line(end, y + thick / 2.0),
                Step::Close,
            ];
            items.shape(Shape::Path(taper.into()), Ink::Ink, Ink::Ink, 0.75);
        }
        if spines.len() > 1 {
            items.line(&[Step::Move(trunk, first + push), Step::Line(trunk, last + push)], Ink::Ink, thick);
            items.line(&[Step::Move(trunk, middle), Step::Line(head_left, middle)], Ink::Ink, thick);
        }
        bones.iter_mut().for_each(|bone| bone.shift(0.0, push));
        items.append(&mut bones);
        items.push(self.head(head_left, head_top, head_width, head_height, pad, words));
        (top - sizes.gutter * 1.5 + push).max(head_top + head_height)
    }
}
