//! The fishbone (Ishikawa) diagram: a problem at the head, and along the spine the causes people suspect.
//!
//! Bones are parallel, so each stands in a slanted column of its own: whatever lies between one bone and the next,
//! text that follows the slant has the same room on every line, and no label can meet a line. Causes hang under
//! their bone as an indented list. When the bones do not fit beside each other the spine continues in a further row;
//! in a narrow place it turns upright and the bones follow one another down the page.

use super::cause_tree::CauseTree;
use super::scene::{Align, Group, Item, Line, Mark, OutlineNode, Scene, Shape, Step, Text};
use super::text::{self, Broken, Face};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::{ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// The most causes a fishbone takes; beyond it nobody reads one.
const MOST_CAUSES: usize = 500;
/// The most characters of a problem or a cause.
const MOST_CHARACTERS: usize = 2000;

/// What a fishbone shows.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct FishboneInput {
    /// The problem, in the words of those who have it.
    pub problem: String,
    /// The causes, parents and children in any order; siblings in the order of the list. At most 500.
    pub causes: Vec<FishboneCause>,
}

/// One cause.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct FishboneCause {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// The id of the cause it lies under; a bone of its own without one.
    #[serde(default)]
    pub parent: Option<String>,
    /// What is known about it.
    #[serde(default)]
    pub status: CauseStatus,
}

/// What is known about a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CauseStatus {
    /// Nobody has tested it.
    #[default]
    Suspected,
    /// Evidence speaks for it.
    Supported,
    /// Evidence speaks against it.
    Refuted,
    /// Supported, and where the problem starts.
    Root,
}

impl CauseStatus {
    const ALL: [Self; 4] = [Self::Root, Self::Supported, Self::Suspected, Self::Refuted];

    fn key(self) -> &'static str {
        match self {
            Self::Suspected => "picture-suspected",
            Self::Supported => "picture-supported",
            Self::Refuted => "picture-refuted",
            Self::Root => "picture-root",
        }
    }

    fn ink(self) -> Ink {
        match self {
            Self::Root => Ink::Accent,
            Self::Refuted => Ink::Muted,
            _ => Ink::Ink,
        }
    }
}

/// Draws a fishbone.
///
/// # Errors
///
/// `cause/loop`, `plan/unknown-id` or `plan/duplicate-id` when the causes are no tree; `input/too-large` and
/// `input/text-too-long` past the limits; `input/bad-number` and `plan/bad-id` for options out of range.
///
/// ```
/// use headwater::diagram::{FishboneInput, PictureOptions, draw_fishbone};
///
/// let input: FishboneInput = serde_json::from_str(r#"{
///     "problem": "61 of 412 students miss more than 10 % of days",
///     "causes": [
///         { "id": "c1", "text": "Getting there" },
///         { "id": "c2", "text": "Bus 14 arrives after the bell", "parent": "c1", "status": "root" }
///     ]
/// }"#).unwrap();
/// let picture = draw_fishbone(&input, &PictureOptions::default())?;
/// assert!(picture.svg.contains("data-entity=\"c2\""));
/// assert_eq!(picture.table[2], ["Bus 14 arrives after the bell", "Getting there", "root cause"]);
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_fishbone(input: &FishboneInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_fishbone(input, options)?, options)
}

/// Lays a fishbone out, without drawing it. Errors are those of [`draw_fishbone`].
pub fn lay_out_fishbone(input: &FishboneInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    if input.causes.len() > MOST_CAUSES {
        let size = input.causes.len();
        return Err(ErrorKind::TooLarge { what: "causes", size, limit: MOST_CAUSES }.at("causes"));
    }
    let problem = said(&input.problem, "picture-no-problem", options).map_err(|error| error.within("problem"))?;
    let mut causes = Vec::with_capacity(input.causes.len());
    for (row, cause) in input.causes.iter().enumerate() {
        let words = said(&cause.text, "picture-blank", options)
            .map_err(|error| error.within("text").within(row).within("causes"))?;
        causes.push(Cause { id: &cause.id, words, status: cause.status });
    }
    let rows = input.causes.iter().map(|cause| (cause.id.as_str(), cause.parent.as_deref()));
    let tree = CauseTree::read("causes", rows)?;
    let fishbone = Fishbone { problem, causes, tree, options, width, sizes: Sizes::of(size) };
    Ok(fishbone.scene())
}

/// A text ready to be drawn, or the words that stand in for a blank one.
fn said(text: &str, blank: &'static str, options: &PictureOptions) -> Result<String> {
    let length = text.chars().count();
    if length > MOST_CHARACTERS {
        return Err(ErrorKind::TextTooLong { length, limit: MOST_CHARACTERS }.into());
    }
    let words = text::clean(text);
    Ok(if words.is_empty() { options.word(blank).to_owned() } else { words })
}

struct Cause<'a> {
    id: &'a str,
    words: String,
    status: CauseStatus,
}

/// Lengths in px, all in proportion to the size of labels.
struct Sizes {
    label: Face,
    /// A label of a root cause.
    strong: Face,
    heading: Face,
    problem: Face,
    key: Face,
    margin: f64,
    /// From the end of one column’s text to the next bone.
    gutter: f64,
    /// From a bone to the sign of a cause.
    twig: f64,
    /// The radius of a sign.
    sign: f64,
    /// From a sign to its words.
    after_sign: f64,
    /// Between causes on a bone; a finger’s breadth of 24 px from line to line at the usual size.
    leading: f64,
}

impl Sizes {
    fn of(size: f64) -> Self {
        let unit = size / 14.0;
        Self {
            label: Face::regular(13.0 * unit),
            strong: Face::bold(13.0 * unit),
            heading: Face::bold(14.0 * unit),
            problem: Face::bold(17.0 * unit),
            key: Face::regular(12.0 * unit),
            margin: 16.0 * unit,
            gutter: 16.0 * unit,
            twig: 10.0 * unit,
            sign: 5.0 * unit,
            after_sign: 6.0 * unit,
            leading: 8.0 * unit,
        }
    }

    /// From the guide of a level to the guide of the next, which is the middle of its signs.
    fn indent(&self) -> f64 {
        self.twig + self.sign
    }

    /// From a guide to the words that hang on it.
    fn to_words(&self) -> f64 {
        self.twig + self.sign * 2.0 + self.after_sign
    }

    fn to_heading(&self) -> f64 {
        self.sign * 2.0 + self.after_sign
    }
}

/// The steepest slant of a bone: px to the side for each px of height.
const SLANT: f64 = 0.32;

struct Fishbone<'a> {
    problem: String,
    causes: Vec<Cause<'a>>,
    tree: CauseTree,
    options: &'a PictureOptions,
    width: f64,
    sizes: Sizes,
}

/// A bone and what hangs on it, broken into lines but not yet in place.
struct Block {
    top: usize,
    heading: Vec<Broken>,
    labels: Vec<Label>,
}

struct Label {
    cause: usize,
    /// Which guide it hangs on: 0 is the bone.
    level: usize,
    lines: Vec<Broken>,
}

/// The line on which the causes under a cause hang, as far down as it is drawn.
struct Guide {
    cause: usize,
    level: usize,
    from: f64,
}

/// A line that leans by `slant` px for each px down, through `x` at height `y`.
#[derive(Clone, Copy)]
struct Lean {
    x: f64,
    y: f64,
    slant: f64,
}

impl Lean {
    fn at(self, y: f64) -> f64 {
        self.x + (y - self.y) * self.slant
    }

    /// The rightmost place between two heights.
    fn clear(self, top: f64, bottom: f64) -> f64 {
        self.at(top).max(self.at(bottom))
    }
}

impl Fishbone<'_> {
    fn scene(&self) -> Scene {
        let mut items = Vec::new();
        let narrow = self.width < self.sizes.heading.size * 34.0;
        let bottom = if narrow { self.upright(&mut items) } else { self.along(&mut items) };
        let height = self.key(bottom, &mut items) + self.sizes.margin;
        let mut scene = Scene {
            width: self.width,
            height: height.ceil(),
            rtl: false,
            title: self.options.sentence("picture-fishbone-title", &[("problem", &self.problem)]),
            summary: self.summary(),
            items,
            outline: self.outline(),
            table: self.table(),
        };
        if self.options.rtl() {
            scene.mirror();
        }
        scene
    }

    /// The spine lies along the page: head at the end, bones above and below. Returns the bottom edge.
    fn along(&self, items: &mut Vec<Item>) -> f64 {
        let sizes = &self.sizes;
        let unit = sizes.heading.size;
        let pad = sizes.margin * 0.75;
        let mut head_room = (self.width * 0.22).clamp(unit * 9.0, unit * 19.0);
        let mut words = text::wrap_evenly(&self.problem, sizes.problem, head_room - pad * 2.0);
        if words.len() > 8 {
            head_room = (self.width * 0.3).min(head_room * 1.4);
            words = text::wrap_evenly(&self.problem, sizes.problem, head_room - pad * 2.0);
        }
        let head_width = text::widest(&words) + pad * 2.0;
        let head_height = words.len() as f64 * sizes.problem.line_height() + pad * 2.0;
        let neck = sizes.gutter * 1.25;
        let room = self.width - sizes.margin * 2.0 - neck - head_width;

        let pairs = self.tree.tops.len().div_ceil(2).max(1);
        let most_lean = (room * 0.16).min(unit * 9.0);
        let fit = ((room - most_lean) / (unit * 10.5)).floor().max(1.0) as usize;
        let rows = pairs.div_ceil(fit);
        let columns = pairs.div_ceil(rows);
        let pitch_with = |lean: f64| ((room - lean) / columns as f64).min(unit * 32.0);
        // The first pass finds how high bones get; the second takes the room that they do not need for their slant.
        let height = |block: &Block| self.bone_length(block) + self.heading_height(block);
        let tallest = self.blocks(pitch_with(most_lean), SLANT).iter().map(height).fold(1.0, f64::max);
        let slant = SLANT.min(most_lean / tallest);
        let lean = tallest * slant;
        let pitch = pitch_with(lean);
        let blocks = self.blocks(pitch, slant);

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
            let spine = if blocks.len() <= columns * 2 {
                // The head is as high as it must be, and the spine meets its middle.
                (top + reach[0]).max(sizes.margin + head_height / 2.0)
            } else {
                top + reach[0]
            };
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
        // A head that is taller than the rows beside it pushes them down.
        let push = (sizes.margin + head_height / 2.0 - middle).max(0.0);
        debug_assert!(push < 0.001 || spines.len() > 1);
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
            items.push(Mark::filled(Shape::Path(taper.into()), Ink::Ink).edged(Ink::Ink, 0.75).into());
        }
        if spines.len() > 1 {
            items.push(
                Mark::line([Step::Move(trunk, first + push), Step::Line(trunk, last + push)], Ink::Ink, thick).into(),
            );
            items.push(Mark::line([Step::Move(trunk, middle), Step::Line(head_left, middle)], Ink::Ink, thick).into());
        }
        if push > 0.0 {
            bones.iter_mut().for_each(|bone| bone.shift(push));
        }
        items.append(&mut bones);
        items.push(self.head(head_left, head_top, head_width, head_height, pad, words));
        (top - sizes.gutter * 1.5 + push).max(head_top + head_height)
    }

    /// The spine stands upright at the edge of a narrow page, under the head. Returns the bottom edge.
    fn upright(&self, items: &mut Vec<Item>) -> f64 {
        let sizes = &self.sizes;
        let pad = sizes.margin * 0.75;
        let head_width = self.width - sizes.margin * 2.0;
        let words = text::wrap(&self.problem, sizes.problem, head_width - pad * 2.0);
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
                + block.heading.len() as f64 * sizes.heading.line_height()
                + sizes.leading / 2.0;
            end = rule - turn * 1.4;
            let guide = Lean { x: spine + turn, y: rule, slant: 0.0 };
            let mut items = vec![
                Mark::line(
                    [Step::Move(spine, end), Step::Line(guide.x, rule), Step::Line(guide.x + self.rule(block), rule)],
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
                items.push(
                    Mark::line([Step::Move(guide.x, rule), Step::Line(guide.x, last)], Ink::Ink, self.bone_width())
                        .into(),
                );
            }
            bones.push(self.group(block.top, items));
            bones.append(&mut hanging);
            y = rule + if block.labels.is_empty() { 0.0 } else { sizes.leading + below };
        }
        let top = sizes.margin + head_height;
        if end > top {
            items.push(
                Mark::line([Step::Move(spine, top), Step::Line(spine, end)], Ink::Ink, sizes.heading.size * 0.2).into(),
            );
        }
        items.append(&mut bones);
        items.push(self.head(sizes.margin, sizes.margin, head_width, head_height, pad, words));
        y
    }

    /// Breaks all labels for columns that are `pitch` wide from bone to bone.
    fn blocks(&self, pitch: f64, slant: f64) -> Vec<Block> {
        let sizes = &self.sizes;
        let room = pitch - sizes.gutter;
        let least = (sizes.heading.size * 4.5).max(room * 0.5);
        let deepest = ((room - sizes.to_words() - least) / sizes.indent()).floor().max(0.0) as usize;
        self.tree
            .tops
            .iter()
            .map(|&top| {
                let mut labels = Vec::new();
                self.tree.walk(top, &mut |cause, depth| {
                    if depth > 0 {
                        // Below the deepest guide that leaves room for words, causes go on under one another.
                        let level = (depth - 1).min(deepest);
                        let room = room - sizes.to_words() - level as f64 * sizes.indent();
                        let lines = break_beside(&self.causes[cause].words, self.face(cause), room, slant);
                        labels.push(Label { cause, level, lines });
                    }
                });
                let room = room - sizes.to_heading();
                let heading = break_beside(&self.causes[top].words, sizes.heading, room, slant);
                Block { top, heading, labels }
            })
            .collect()
    }

    fn face(&self, cause: usize) -> Face {
        if self.causes[cause].status == CauseStatus::Root { self.sizes.strong } else { self.sizes.label }
    }

    fn bone_width(&self) -> f64 {
        self.sizes.heading.size * 0.125
    }

    fn twig_width(&self) -> f64 {
        self.sizes.heading.size * 0.09
    }

    fn labels_height(&self, block: &Block) -> f64 {
        let lines: usize = block.labels.iter().map(|label| label.lines.len()).sum();
        lines as f64 * self.sizes.label.line_height() + block.labels.len().saturating_sub(1) as f64 * self.sizes.leading
    }

    /// How long a bone must be for what hangs on it.
    fn bone_length(&self, block: &Block) -> f64 {
        let sizes = &self.sizes;
        (self.labels_height(block) + sizes.leading * 2.75).max(sizes.heading.size * 4.0)
    }

    fn heading_height(&self, block: &Block) -> f64 {
        block.heading.len() as f64 * self.sizes.heading.line_height() + self.sizes.leading
    }

    /// How long the rule at the heading is.
    fn rule(&self, block: &Block) -> f64 {
        text::widest(&block.heading) + self.sizes.to_heading()
    }

    /// A bone that ends at `spine`, with its heading at the far end and its causes between.
    fn draw_bone(&self, block: &Block, spine: Lean, length: f64, above: bool, out: &mut Vec<Item>) {
        let sizes = &self.sizes;
        let rule = if above { spine.y - length } else { spine.y + length };
        let far = spine.at(rule);
        let line = [Step::Move(far + self.rule(block), rule), Step::Line(far, rule), Step::Line(spine.x, spine.y)];
        let mut items = vec![Mark::line(line, Ink::Ink, self.bone_width()).into()];
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
    fn heading(&self, block: &Block, bone: Lean, edge: f64, above: bool, out: &mut Vec<Item>) {
        let sizes = &self.sizes;
        let step = sizes.heading.line_height();
        let top = if above { edge - step * block.heading.len() as f64 } else { edge };
        let cause = &self.causes[block.top];
        let middle = top + step / 2.0;
        let beside = self.flush(bone, top, block.heading.len(), sizes.heading);
        sign(cause.status, beside + sizes.sign, middle, sizes.sign, out);
        out.push(self.words(cause, sizes.heading, &block.heading, top, bone, sizes.to_heading()));
    }

    /// Hangs the causes of a block on its bone from `top` down; returns the height at which the last twig leaves it.
    fn hang(&self, block: &Block, bone: Lean, top: f64, extra: f64, out: &mut Vec<Item>) -> Option<f64> {
        let sizes = &self.sizes;
        let step = sizes.label.line_height();
        let mut y = top;
        let mut last_twig = None;
        let mut guides: Vec<Guide> = Vec::new();
        for (i, label) in block.labels.iter().enumerate() {
            if i > 0 {
                y += sizes.leading + if label.level == 0 { extra } else { 0.0 };
            }
            let cause = &self.causes[label.cause];
            let middle = y + step / 2.0;
            let start = bone.at(middle) + label.level as f64 * sizes.indent();
            let face = self.face(label.cause);
            let mut centre = start + sizes.indent();
            if self.tree.children[label.cause].is_empty() {
                // Nothing hangs below this sign, so it can stand close to words that keep clear of the bone further
                // down.
                centre += self.flush(bone, y, label.lines.len(), face) - bone.clear(y, y + step);
            }
            let mut items = Vec::new();
            while guides.last().is_some_and(|guide| Some(guide.cause) != self.tree.parents[label.cause]) {
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
                items.push(Mark::line(line, Ink::Edge, self.twig_width()).into());
                guide.from = middle;
            } else {
                last_twig = Some(middle);
            }
            if twig {
                let line = [Step::Move(start, middle), Step::Line(centre - sizes.sign, middle)];
                items.push(Mark::line(line, Ink::Edge, self.twig_width()).into());
            }
            sign(cause.status, centre, middle, sizes.sign, &mut items);
            let offset = label.level as f64 * sizes.indent() + sizes.to_words();
            items.push(self.words(cause, face, &label.lines, y, bone, offset));
            out.push(self.group(label.cause, items));
            guides.push(Guide { cause: label.cause, level: label.level, from: middle + sizes.sign });
            y += label.lines.len() as f64 * step;
        }
        last_twig
    }

    /// The foot of the bone beside lines that are flush with each other; beside the first one if they lean.
    fn flush(&self, bone: Lean, top: f64, lines: usize, face: Face) -> f64 {
        let lines = if lines > FLUSH { 1 } else { lines };
        bone.clear(top, top + lines as f64 * face.line_height())
    }

    /// The words of a cause from `top` down, `offset` to the right of the bone.
    fn words(&self, cause: &Cause<'_>, face: Face, lines: &[Broken], top: f64, bone: Lean, offset: f64) -> Item {
        let step = face.line_height();
        let flush = self.flush(bone, top, lines.len(), face);
        let lines = lines
            .iter()
            .enumerate()
            .map(|(i, line)| {
                let y = top + i as f64 * step;
                let x = if lines.len() > FLUSH { bone.clear(y, y + step) } else { flush };
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

    fn group(&self, cause: usize, items: Vec<Item>) -> Item {
        Item::Group(Group::showing("cause", self.causes[cause].id, items))
    }

    fn head(&self, x: f64, y: f64, width: f64, height: f64, pad: f64, words: Vec<Broken>) -> Item {
        let face = self.sizes.problem;
        let lines = words
            .into_iter()
            .enumerate()
            .map(|(i, line)| Line::put(line, x + pad, y + pad + i as f64 * face.line_height(), Align::Left))
            .collect();
        let rect = Shape::Rect { x, y, width, height, radius: self.sizes.heading.size * 0.43 };
        let words = Text {
            lines,
            face,
            ink: Ink::Ink,
            ground: Ink::Wash,
            align: Align::Left,
            rtl: text::reads_rtl(&self.problem, self.options.rtl()),
            struck: false,
        };
        let items = vec![Mark::filled(rect, Ink::Wash).edged(Ink::Ink, self.bone_width()).into(), words.into()];
        Item::Group(Group::of("problem", items))
    }

    /// What the signs mean, in a line under the picture; nothing while every cause is only suspected. Returns the
    /// bottom edge.
    fn key(&self, bottom: f64, out: &mut Vec<Item>) -> f64 {
        let sizes = &self.sizes;
        let shown: Vec<CauseStatus> =
            CauseStatus::ALL.into_iter().filter(|&s| self.causes.iter().any(|cause| cause.status == s)).collect();
        if shown.iter().all(|&status| status == CauseStatus::Suspected) {
            return bottom;
        }
        let step = sizes.key.line_height();
        let (mut x, mut y) = (sizes.margin, bottom + sizes.gutter * 1.5);
        let mut items = Vec::new();
        for status in shown {
            let words = text::clean(self.options.word(status.key()));
            let room = self.width - sizes.margin * 2.0 - sizes.to_heading();
            for (i, line) in text::wrap(&words, sizes.key, room).into_iter().enumerate() {
                if i > 0 || (x > sizes.margin && x + sizes.to_heading() + line.width > self.width - sizes.margin) {
                    (x, y) = (sizes.margin, y + step);
                }
                if i == 0 {
                    sign(status, x + sizes.sign, y + step / 2.0, sizes.sign * 0.9, &mut items);
                }
                let next = x + sizes.to_heading() + line.width + sizes.gutter;
                items.push(Item::Text(Text {
                    lines: vec![Line::put(line, x + sizes.to_heading(), y, Align::Left)],
                    face: sizes.key,
                    ink: Ink::Muted,
                    ground: Ink::Paper,
                    align: Align::Left,
                    rtl: text::reads_rtl(&words, self.options.rtl()),
                    struck: false,
                }));
                x = next;
            }
        }
        out.push(Item::Group(Group::of("key", items)));
        y + step
    }

    fn summary(&self) -> String {
        let count = |status| self.causes.iter().filter(|cause| cause.status == status).count();
        let statuses: Vec<String> = CauseStatus::ALL
            .into_iter()
            .filter(|&status| count(status) > 0)
            .map(|status| format!("{} {}", count(status), self.options.word(status.key())))
            .collect();
        let (causes, groups) = (self.causes.len().to_string(), self.tree.tops.len().to_string());
        let args = [("causes", causes.as_str()), ("groups", &groups), ("statuses", &statuses.join(", "))];
        self.options.sentence("picture-fishbone-summary", &args)
    }

    fn outline(&self) -> Vec<OutlineNode> {
        let causes = self.tree.tops.iter().map(|&top| self.outline_of(top)).collect();
        vec![OutlineNode { entity: None, name: self.problem.clone(), children: causes }]
    }

    fn outline_of(&self, cause: usize) -> OutlineNode {
        let Cause { id, words, status } = &self.causes[cause];
        OutlineNode {
            entity: Some((*id).to_owned()),
            name: format!("{words}, {}", self.options.word(status.key())),
            children: self.tree.children[cause].iter().map(|&child| self.outline_of(child)).collect(),
        }
    }

    fn table(&self) -> Vec<Vec<String>> {
        let mut rows = vec![
            ["picture-cause", "picture-under", "picture-status"].map(|key| self.options.word(key).to_owned()).into(),
        ];
        for &top in &self.tree.tops {
            self.tree.walk(top, &mut |cause, _| {
                let under = self.tree.parents[cause].map_or(&self.problem, |parent| &self.causes[parent].words);
                let Cause { words, status, .. } = &self.causes[cause];
                rows.push(vec![words.clone(), under.clone(), self.options.word(status.key()).to_owned()]);
            });
        }
        rows
    }
}

/// As many lines of a label as can be flush beside a leaning bone; more of them lean with it.
const FLUSH: usize = 4;

/// Breaks a label that stands between two bones `room` apart, which lean by `slant`.
fn break_beside(words: &str, face: Face, room: f64, slant: f64) -> Vec<Broken> {
    let lean = slant * face.line_height();
    let mut lines = text::wrap(words, face, room - lean);
    // Flush lines lose what the bones lean over their height; that may take another line, and so on.
    for _ in 1..FLUSH {
        if lines.len() <= FLUSH {
            lines = text::wrap(words, face, room - lean * lines.len() as f64);
        }
    }
    if lines.len() > FLUSH {
        text::wrap(words, face, room - lean)
    } else {
        text::wrap_evenly(words, face, room - lean * lines.len() as f64)
    }
}

/// The sign of a status: it differs in shape, so that it can be told without its colour.
fn sign(status: CauseStatus, x: f64, y: f64, r: f64, out: &mut Vec<Item>) {
    let circle = Shape::Circle { x, y, r };
    let edge = r * 0.28;
    match status {
        CauseStatus::Suspected => out.push(Mark::filled(circle, Ink::Paper).edged(Ink::Muted, edge).into()),
        CauseStatus::Supported => {
            let tick = [
                Step::Move(x - r * 0.48, y + r * 0.04),
                Step::Line(x - r * 0.12, y + r * 0.4),
                Step::Line(x + r * 0.5, y - r * 0.36),
            ];
            out.push(Mark::filled(circle, Ink::Accent).edged(Ink::Accent, edge).into());
            out.push(Mark::line(tick, Ink::Paper, r * 0.34).upright().into());
        }
        CauseStatus::Refuted => {
            let arm = r * 0.42;
            out.push(Mark::filled(circle, Ink::Paper).edged(Ink::Muted, edge).into());
            for turn in [1.0, -1.0] {
                let line = [Step::Move(x - arm, y - arm * turn), Step::Line(x + arm, y + arm * turn)];
                out.push(Mark::line(line, Ink::Muted, edge).into());
            }
        }
        CauseStatus::Root => {
            let arm = r * 1.2;
            let diamond = [
                Step::Move(x, y - arm),
                Step::Line(x + arm, y),
                Step::Line(x, y + arm),
                Step::Line(x - arm, y),
                Step::Close,
            ];
            out.push(Mark::filled(Shape::Path(diamond.into()), Ink::Accent).edged(Ink::Accent, edge).into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::laws::{any_text, check};
    use super::*;
    use crate::diagram::ReadingDirection;
    use proptest::prelude::*;

    fn any_status() -> impl Strategy<Value = CauseStatus> {
        prop_oneof![
            Just(CauseStatus::Suspected),
            Just(CauseStatus::Supported),
            Just(CauseStatus::Refuted),
            Just(CauseStatus::Root)
        ]
    }

    /// Causes whose parents come from earlier in the list: `deep` of them chain, others choose freely.
    fn any_fishbone(most: usize) -> impl Strategy<Value = FishboneInput> {
        let cause = (any_text(), any_status(), any::<proptest::sample::Index>(), 0..10u8);
        (any_text(), prop::collection::vec(cause, 0..most), 0..10u8).prop_map(|(problem, causes, deep)| {
            let causes = causes
                .into_iter()
                .enumerate()
                .map(|(i, (text, status, parent, dice))| {
                    let parent = match dice {
                        _ if i == 0 => None,
                        _ if dice < deep => Some(i - 1),
                        9 | 8 => None,
                        _ => Some(parent.index(i)),
                    };
                    FishboneCause { id: format!("c{i}"), text, status, parent: parent.map(|p| format!("c{p}")) }
                })
                .collect();
            FishboneInput { problem, causes }
        })
    }

    fn any_options() -> impl Strategy<Value = PictureOptions> {
        (prop_oneof![240.0..4000.0_f64, 240.0..800.0_f64], 8.0..40.0_f64, any::<bool>()).prop_map(
            |(width, text_size, rtl)| PictureOptions {
                width: Some(width),
                text_size: Some(text_size),
                direction: if rtl { ReadingDirection::Rtl } else { ReadingDirection::Ltr },
                ..Default::default()
            },
        )
    }

    fn holds(input: &FishboneInput, options: &PictureOptions) -> std::result::Result<(), TestCaseError> {
        let scene = lay_out_fishbone(input, options).unwrap();
        let ids: Vec<&str> = input.causes.iter().map(|cause| cause.id.as_str()).collect();
        check(&scene, &ids).map_err(TestCaseError::fail)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_fishbone_keeps_every_law(input in any_fishbone(40), options in any_options()) {
            holds(&input, &options)?;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

        #[test]
        fn a_fishbone_of_hundreds_of_causes_keeps_every_law(input in any_fishbone(300), options in any_options()) {
            holds(&input, &options)?;
        }
    }

    #[test]
    fn causes_under_one_another_go_as_deep_as_there_are_causes() {
        let causes = (0..MOST_CAUSES).map(|i| FishboneCause {
            id: format!("c{i}"),
            text: "and why is that so".into(),
            parent: i.checked_sub(1).map(|p| format!("c{p}")),
            status: CauseStatus::Suspected,
        });
        let input = FishboneInput { problem: "Why".into(), causes: causes.collect() };
        for width in [240.0, 760.0] {
            let options = PictureOptions { width: Some(width), ..Default::default() };
            holds(&input, &options).unwrap();
        }
    }

    #[test]
    fn what_is_no_tree_is_refused_with_its_place() {
        let read = |causes: &str| {
            let input = serde_json::from_str(&format!(r#"{{"problem":"p","causes":{causes}}}"#)).unwrap();
            let error = draw_fishbone(&input, &PictureOptions::default()).unwrap_err();
            (error.code(), error.path.clone())
        };
        let loops = r#"[{"id":"a","text":"a","parent":"b"},{"id":"b","text":"b","parent":"a"},{"id":"c","text":"c"}]"#;
        assert_eq!(read(loops), ("cause/loop", "causes.0.parent".into()));
        assert_eq!(read(r#"[{"id":"a","text":"a","parent":"x"}]"#), ("plan/unknown-id", "causes.0.parent".into()));
        assert_eq!(
            read(r#"[{"id":"a","text":"a"},{"id":"a","text":"b"}]"#),
            ("plan/duplicate-id", "causes.1.id".into())
        );
    }

    #[test]
    fn options_out_of_range_are_refused() {
        let input = FishboneInput { problem: "p".into(), causes: vec![] };
        let refuse = |options: &str| {
            let options: PictureOptions = serde_json::from_str(options).unwrap();
            draw_fishbone(&input, &options).unwrap_err().code()
        };
        assert_eq!(refuse(r#"{"width":239}"#), "input/bad-number");
        assert_eq!(refuse(r#"{"width":4001}"#), "input/bad-number");
        assert_eq!(refuse(r#"{"textSize":400}"#), "input/bad-number");
        assert_eq!(refuse(r#"{"idPrefix":"a b"}"#), "plan/bad-id");
        let nan = PictureOptions { width: Some(f64::NAN), ..Default::default() };
        assert_eq!(draw_fishbone(&input, &nan).unwrap_err().code(), "input/bad-number");
    }
}
