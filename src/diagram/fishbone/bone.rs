//! One bone: its heading, and the causes that hang on it as an indented list whose guides lean with the bone.

use super::super::causes::Cause;
use super::super::scene::{Align, Draw, Group, Item, Line, Mark, Step, Text};
use super::super::signs::CauseStatus;
use super::super::signs::draw_sign;
use super::super::text::{self, Broken, Cut, Face};
use super::super::theme::Ink;
use super::Fishbone;

/// The steepest slant of a bone: px to the side for each px of height.
pub const SLANT: f64 = 0.32;

/// A bone and what hangs on it, broken into lines but not yet in place.
pub struct Block {
    pub top: usize,
    pub heading: Beside,
    pub labels: Vec<Label>,
}

pub struct Label {
    cause: usize,
    /// Which guide it hangs on: 0 is the bone.
    level: usize,
    words: Beside,
}

/// Words broken to stand beside a bone.
pub struct Beside {
    pub lines: Vec<Broken>,
    /// Whether each line keeps its own distance from the bone, rather than all being flush.
    leans: bool,
}

/// The line on which the causes under a cause hang, as far down as it is drawn.
struct Guide {
    cause: usize,
    level: usize,
    from: f64,
}

/// A line that leans by `slant` px for each px down, through `x` at height `y`.
#[derive(Clone, Copy)]
pub struct Lean {
    pub x: f64,
    pub y: f64,
    pub slant: f64,
}

impl Lean {
    pub(super) fn at(self, y: f64) -> f64 {
        self.x + (y - self.y) * self.slant
    }

    /// The rightmost place between two heights.
    pub(super) fn clear(self, top: f64, bottom: f64) -> f64 {
        self.at(top).max(self.at(bottom))
    }
}

/// As many lines of a label as are flush beside a leaning bone; more of them lean with it.
const FLUSH: usize = 4;

impl Beside {
    /// Breaks words that stand between two bones `room` apart, which lean by `slant`.
    fn of(words: &str, face: Face, room: f64, slant: f64) -> Self {
        let lean = slant * face.line_height();
        // Cut for the least room, so that the pieces fit whatever the number of lines.
        let cut = Cut::of(words, face, room - lean * FLUSH as f64);
        // Flush lines lose what the bones lean over their height; that may take another line, and so on.
        for count in cut.count(room - lean)..=FLUSH {
            let room = room - lean * count as f64;
            if cut.count(room) <= count {
                return Self { lines: cut.even_lines(room), leans: false };
            }
        }
        Self { lines: cut.lines(room - lean), leans: true }
    }

    /// The foot of the bone beside the words from `top` down; beside the first line if they lean.
    fn foot(&self, bone: Lean, top: f64, face: Face) -> f64 {
        let lines = if self.leans { 1 } else { self.lines.len() };
        bone.clear(top, top + lines as f64 * face.line_height())
    }
}

impl Fishbone<'_> {
    /// Breaks all labels for columns that are `pitch` wide from bone to bone.
    pub(super) fn blocks(&self, pitch: f64, slant: f64) -> Vec<Block> {
        let sizes = &self.sizes;
        let room = pitch - sizes.gutter;
        let least = (sizes.heading.size * 4.5).max(room * 0.5);
        let deepest = ((room - sizes.to_words() - least) / sizes.indent()).floor().max(0.0) as usize;
        self.causes
            .tree
            .tops
            .iter()
            .map(|&top| {
                let mut labels = Vec::new();
                self.causes.tree.walk(top, &mut |cause, depth| {
                    if depth > 0 {
                        // Below the deepest guide that leaves room for words, causes go on under one another.
                        let level = (depth - 1).min(deepest);
                        let room = room - sizes.to_words() - level as f64 * sizes.indent();
                        let words = Beside::of(&self.causes.list[cause].words, self.face(cause), room, slant);
                        labels.push(Label { cause, level, words });
                    }
                });
                let room = room - sizes.to_heading();
                let heading = Beside::of(&self.causes.list[top].words, sizes.heading, room, slant);
                Block { top, heading, labels }
            })
            .collect()
    }

    pub(super) fn face(&self, cause: usize) -> Face {
        if self.causes.list[cause].status == CauseStatus::Root { self.sizes.strong } else { self.sizes.label }
    }

    pub(super) fn bone_width(&self) -> f64 {
        self.sizes.heading.size * 0.125
    }

    pub(super) fn twig_width(&self) -> f64 {
        self.sizes.heading.size * 0.09
    }

    pub(super) fn labels_height(&self, block: &Block) -> f64 {
        let lines: usize = block.labels.iter().map(|label| label.words.lines.len()).sum();
        lines as f64 * self.sizes.label.line_height() + block.labels.len().saturating_sub(1) as f64 * self.sizes.leading
    }

    /// How long a bone must be for what hangs on it.
    pub(super) fn bone_length(&self, block: &Block) -> f64 {
        let sizes = &self.sizes;
        (self.labels_height(block) + sizes.leading * 2.75).max(sizes.heading.size * 4.0)
    }

    pub(super) fn heading_height(&self, block: &Block) -> f64 {
        block.heading.lines.len() as f64 * self.sizes.heading.line_height() + self.sizes.leading
    }

    /// How long the rule at the heading is.
    pub(super) fn rule(&self, block: &Block) -> f64 {
        text::widest(&block.heading.lines) + self.sizes.to_heading()
    }

    /// A bone that ends at `spine`, with its heading at the far end and its causes between.
    pub(super) fn draw_bone(&self, block: &Block, spine: Lean, length: f64, above: bool, out: &mut Vec<Item>) {
        let sizes = &self.sizes;
        let rule = if above { spine.y - length } else { spine.y + length };
        let far = spine.at(rule);
        let line = [Step::Move(far + self.rule(block), rule), Step::Line(far, rule), Step::Line(spine.x, spine.y)];
        let mut items = vec![Mark::line(&line, Ink::Ink, self.bone_width()).into()];
        let edge = if above { rule - sizes.leading / 2.0 } else { rule + sizes.leading / 2.0 };
        self.heading(block, spine, edge, above, &mut items);
        out.push(self.group(block.top, items));
        // What a bone is longer than it must be goes between its causes, but never pulls them far apart.
        let twigs = block.labels.iter().filter(|label| label.level == 0).count().max(1);
        let spare = length - self.bone_length(block);
        let extra = (spare / twigs as f64).min(sizes.leading * 1.5);
        let taken = extra * (twigs - 1) as f64;
        let top = if above {
            rule + sizes.leading * 1.25 + ((spare - taken) / 2.0).min(sizes.leading)
        } else {
            spine.y + sizes.leading * 1.5 + ((spare - taken) / 2.0).min(sizes.leading)
        };
        self.hang(block, spine, top, extra, out);
    }

    /// The heading of a bone, above or below the height `edge`.
    pub(super) fn heading(&self, block: &Block, bone: Lean, edge: f64, above: bool, out: &mut Vec<Item>) {
        let sizes = &self.sizes;
        let step = sizes.heading.line_height();
        let top = if above { edge - step * block.heading.lines.len() as f64 } else { edge };
        let cause = &self.causes.list[block.top];
        let middle = top + step / 2.0;
        let beside = block.heading.foot(bone, top, sizes.heading);
        draw_sign(cause.status.into(), beside + sizes.sign, middle, sizes.sign, out);
        out.push(self.words(cause, sizes.heading, &block.heading, top, bone, sizes.to_heading()));
    }

    /// Hangs the causes of a block on its bone from `top` down; returns the height at which the last twig leaves it.
    pub(super) fn hang(&self, block: &Block, bone: Lean, top: f64, extra: f64, out: &mut Vec<Item>) -> Option<f64> {
        let sizes = &self.sizes;
        let step = sizes.label.line_height();
        let mut y = top;
        let mut last_twig = None;
        let mut guides: Vec<Guide> = Vec::new();
        for (i, label) in block.labels.iter().enumerate() {
            if i > 0 {
                y += sizes.leading + if label.level == 0 { extra } else { 0.0 };
            }
            let cause = &self.causes.list[label.cause];
            let middle = y + step / 2.0;
            let start = bone.at(middle) + label.level as f64 * sizes.indent();
            let face = self.face(label.cause);
            let mut centre = start + sizes.indent();
            if self.causes.tree.children[label.cause].is_empty() {
                // Nothing hangs below this sign, so it can stand close to words that keep clear of the bone further
                // down.
                centre += label.words.foot(bone, y, face) - bone.clear(y, y + step);
            }
            let mut items = Vec::new();
            while guides.last().is_some_and(|guide| Some(guide.cause) != self.causes.tree.parents[label.cause]) {
                guides.pop();
            }
            let mut twig = true;
            if let Some(guide) = guides.last_mut() {
                // Down from the sign of the parent, or from where the twig of the sibling before left; past the
                // deepest level straight into the sign.
                twig = label.level > guide.level;
                let end = if twig { middle } else { middle - sizes.sign };
                let x = |y: f64| bone.at(y) + (guide.level + 1) as f64 * sizes.indent();
                let line = [Step::Move(x(guide.from), guide.from), Step::Line(x(end), end)];
                items.line(&line, Ink::Edge, self.twig_width());
                guide.from = middle;
            } else {
                last_twig = Some(middle);
            }
            if twig {
                let line = [Step::Move(start, middle), Step::Line(centre - sizes.sign, middle)];
                items.line(&line, Ink::Edge, self.twig_width());
            }
            draw_sign(cause.status.into(), centre, middle, sizes.sign, &mut items);
            let offset = label.level as f64 * sizes.indent() + sizes.to_words();
            items.push(self.words(cause, face, &label.words, y, bone, offset));
            out.push(self.group(label.cause, items));
            guides.push(Guide { cause: label.cause, level: label.level, from: middle + sizes.sign });
            y += label.words.lines.len() as f64 * step;
        }
        last_twig
    }

    /// The words of a cause from `top` down, `offset` to the right of the bone.
    fn words(&self, cause: &Cause<'_>, face: Face, words: &Beside, top: f64, bone: Lean, offset: f64) -> Item {
        let step = face.line_height();
        let foot = words.foot(bone, top, face);
        let lines = words
            .lines
            .iter()
            .enumerate()
            .map(|(i, line)| {
                let y = top + i as f64 * step;
                let x = if words.leans { bone.clear(y, y + step) } else { foot };
                Line::put(line.clone(), x + offset, y, Align::Left)
            })
            .collect();
        Item::Text(Text {
            lines,
            face,
            ink: cause.status.ink(),
            ground: Ink::Paper,
            align: Align::Left,
            rtl: text::reads_rtl(&cause.words, self.options.rtl()),
            struck: cause.status == CauseStatus::Refuted,
        })
    }

    pub(super) fn group(&self, cause: usize, items: Vec<Item>) -> Item {
        Item::Group(Group::showing("cause", self.causes.list[cause].id, items))
    }
}
