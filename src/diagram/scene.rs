//! A Scene: a laid-out picture before it becomes SVG. Marks, text with the room it takes, and groups that say which
//! entity they show. Layouts make Scenes; exporters read them and know nothing else.

use super::text::{Broken, Face, reads_rtl};
use super::theme::Ink;
use serde::Serialize;

/// A picture, laid out in px from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// Whether the picture reads from right to left.
    pub rtl: bool,
    /// What is shown, as a name.
    pub title: String,
    /// What is shown, in one sentence.
    pub summary: String,
    /// What is drawn, from back to front.
    pub items: Vec<Item>,
    /// The structure for assistive technology.
    pub outline: Vec<OutlineNode>,
    /// The content as rows; the first row holds the headings.
    pub table: Vec<Vec<String>>,
}

/// What a picture says in words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// What is shown, as a name.
    pub title: String,
    /// What is shown, in one sentence.
    pub summary: String,
    /// The structure for assistive technology.
    pub outline: Vec<OutlineNode>,
    /// The content as rows; the first row holds the headings.
    pub table: Vec<Vec<String>>,
}

impl Told {
    /// The Scene of what was laid out from left to right.
    pub fn scene(self, rtl: bool, (width, height): (f64, f64), items: Vec<Item>) -> Scene {
        let Self { title, summary, outline, table } = self;
        let mut scene = Scene { width, height: height.ceil(), rtl: false, title, summary, items, outline, table };
        if rtl {
            scene.mirror();
        }
        scene
    }
}

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlineNode {
    /// The id of the entity shown, if it is one.
    pub entity: Option<String>,
    /// The index of the value shown, if it is one: of a signal, that of its first point.
    pub index: Option<usize>,
    /// What a screen reader says.
    pub name: String,
    /// What lies under it.
    pub children: Vec<OutlineNode>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A shape.
    Mark(Mark),
    /// Words.
    Text(Text),
    /// Things that belong together.
    Group(Group),
}

/// Things that belong together, with the part they play in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What it is in the picture: `cause`, `point`, `cycle`.
    pub role: &'static str,
    /// The id of the entity it shows.
    pub entity: Option<String>,
    /// The index of the value it shows, from 0.
    pub index: Option<usize>,
    /// What is in it.
    pub items: Vec<Item>,
}

/// A shape with its ink.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The shape.
    pub shape: Shape,
    /// What fills it.
    pub fill: Option<Ink>,
    /// What draws its edge.
    pub stroke: Option<Stroke>,
    /// A sign, such as a tick, that keeps its sense when the picture is mirrored.
    pub upright: bool,
}

/// The edge of a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its ink.
    pub ink: Ink,
    /// Its width in px.
    pub width: f64,
    /// Lengths of dash and gap in px, if it is dashed.
    pub dash: Option<(f64, f64)>,
}

/// The outline of a mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Lines and curves.
    Path(Vec<Step>),
    /// A rectangle.
    Rect {
        /// Its left edge.
        x: f64,
        /// Its top edge.
        y: f64,
        /// How wide it is.
        width: f64,
        /// How high it is.
        height: f64,
        /// The radius of its corners.
        radius: f64,
    },
    /// A circle.
    Circle {
        /// Its centre from the left.
        x: f64,
        /// Its centre from the top.
        y: f64,
        /// Its radius.
        r: f64,
    },
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Lift the pen to a point.
    Move(f64, f64),
    /// Draw a line to a point.
    Line(f64, f64),
    /// Draw a cubic curve by two control points to a third point.
    Curve([f64; 6]),
    /// Draw back to where the pen came down.
    Close,
}

/// Words on one or more lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The lines, each with its room.
    pub lines: Vec<Line>,
    /// The size and weight of the letters.
    pub face: Face,
    /// The colour of the letters.
    pub ink: Ink,
    /// What the letters stand on.
    pub ground: Ink,
    /// The edge on which lines are flush.
    pub align: Align,
    /// Whether the words read from right to left.
    pub rtl: bool,
    /// Whether the words are struck through.
    pub struck: bool,
}

/// A line of text and the box it was given: as wide as it measured, as high as a line of its face.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// The left edge of the box.
    pub x: f64,
    /// The top edge of the box.
    pub y: f64,
    /// The width of the box.
    pub width: f64,
}

/// The edge on which lines of text are flush. Physical, so that mirroring swaps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Middle,
    /// Flush right.
    Right,
}

impl Stroke {
    /// A dashed line.
    pub const fn dashed(ink: Ink, width: f64, dash: f64, gap: f64) -> Self {
        Self { ink, width, dash: Some((dash, gap)) }
    }

    /// A full line.
    pub const fn line(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: None }
    }
}

impl Mark {
    /// A path that is only drawn.
    pub fn line(steps: &[Step], ink: Ink, width: f64) -> Self {
        Self::drawn(Shape::Path(steps.to_vec()), Stroke::line(ink, width))
    }

    /// A shape with an edge and nothing in it.
    pub fn drawn(shape: Shape, stroke: Stroke) -> Self {
        Self { shape, fill: None, stroke: Some(stroke), upright: false }
    }

    /// A shape that is only filled.
    pub fn filled(shape: Shape, fill: Ink) -> Self {
        Self { shape, fill: Some(fill), stroke: None, upright: false }
    }

    /// The same mark as a sign that mirroring moves but does not turn.
    pub fn upright(self) -> Self {
        Self { upright: true, ..self }
    }

    /// The same mark with an edge.
    pub fn edged(self, ink: Ink, width: f64) -> Self {
        Self { stroke: Some(Stroke::line(ink, width)), ..self }
    }

    /// Left and right end of the mark’s points.
    fn extent(&self) -> (f64, f64) {
        match &self.shape {
            Shape::Rect { x, width, .. } => (*x, x + width),
            Shape::Circle { x, r, .. } => (x - r, x + r),
            Shape::Path(steps) => steps.iter().fold((f64::MAX, f64::MIN), |(low, high), step| match *step {
                Step::Move(x, _) | Step::Line(x, _) => (low.min(x), high.max(x)),
                Step::Curve(c) => (low.min(c[0]).min(c[2]).min(c[4]), high.max(c[0]).max(c[2]).max(c[4])),
                Step::Close => (low, high),
            }),
        }
    }
}

impl From<Mark> for Item {
    fn from(mark: Mark) -> Self {
        Self::Mark(mark)
    }
}

impl From<Text> for Item {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Group> for Item {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

/// What layouts do most.
pub trait Draw {
    /// Draws a path.
    fn line(&mut self, steps: &[Step], ink: Ink, width: f64);
    /// Fills a shape.
    fn fill(&mut self, shape: Shape, fill: Ink);
    /// Fills a shape and draws its edge.
    fn shape(&mut self, shape: Shape, fill: Ink, edge: Ink, width: f64);
    /// Sets lines one under the other from `top` down, flush at `x`.
    fn write(&mut self, lines: Vec<Broken>, face: Face, ink: Ink, x: f64, top: f64, align: Align);
    /// Adds things that play a part.
    fn group(&mut self, role: &'static str, items: Vec<Item>);
}

impl Draw for Vec<Item> {
    fn line(&mut self, steps: &[Step], ink: Ink, width: f64) {
        self.push(Mark::line(steps, ink, width).into());
    }

    fn fill(&mut self, shape: Shape, fill: Ink) {
        self.push(Mark::filled(shape, fill).into());
    }

    fn shape(&mut self, shape: Shape, fill: Ink, edge: Ink, width: f64) {
        self.push(Mark::filled(shape, fill).edged(edge, width).into());
    }

    fn write(&mut self, lines: Vec<Broken>, face: Face, ink: Ink, x: f64, top: f64, align: Align) {
        self.push(Text::block(lines, face, ink, x, top, align).into());
    }

    fn group(&mut self, role: &'static str, items: Vec<Item>) {
        self.push(Group::of(role, items).into());
    }
}

impl Group {
    /// Things that play a part.
    pub fn of(role: &'static str, items: Vec<Item>) -> Self {
        Self { role, entity: None, index: None, items }
    }

    /// Things that show an entity.
    pub fn showing(role: &'static str, entity: &str, items: Vec<Item>) -> Self {
        Self { entity: Some(entity.to_owned()), ..Self::of(role, items) }
    }
}

impl Text {
    /// Lines put in their place, on paper.
    pub fn new(lines: Vec<Line>, face: Face, ink: Ink, align: Align) -> Self {
        let rtl = lines.iter().any(|line| reads_rtl(&line.text, false));
        Self { lines, face, ink, ground: Ink::Paper, align, rtl, struck: false }
    }

    /// Lines one under the other from `top` down, flush at `x`.
    pub fn block(lines: Vec<Broken>, face: Face, ink: Ink, x: f64, top: f64, align: Align) -> Self {
        let step = face.line_height();
        let put = |(i, line)| Line::put(line, x, top + i as f64 * step, align);
        Self::new(lines.into_iter().enumerate().map(put).collect(), face, ink, align)
    }
}

impl OutlineNode {
    /// A node without anything under it.
    pub fn leaf(entity: Option<&str>, name: String) -> Self {
        Self { entity: entity.filter(|id| !id.is_empty()).map(str::to_owned), index: None, name, children: Vec::new() }
    }

    /// A tree of nodes that are given parents first, each with its level; a level may be skipped on the way up only.
    pub fn nest(root: String, rows: &mut dyn Iterator<Item = (usize, Self)>) -> Vec<Self> {
        let mut open = vec![Self::leaf(None, root)];
        let close = |open: &mut Vec<Self>, level: usize| {
            while open.len() > level.max(1) {
                if let (Some(node), Some(parent)) = (open.pop(), open.last_mut()) {
                    parent.children.push(node);
                }
            }
        };
        for (level, node) in rows {
            close(&mut open, level + 1);
            open.push(node);
        }
        close(&mut open, 1);
        open
    }
}

impl Item {
    /// Moves it to the right and down.
    pub fn shift(&mut self, right: f64, down: f64) {
        match self {
            Self::Group(group) => group.items.iter_mut().for_each(|item| item.shift(right, down)),
            Self::Text(text) => text.lines.iter_mut().for_each(|line| {
                line.x += right;
                line.y += down;
            }),
            Self::Mark(mark) => {
                let by = |x: &mut f64, y: &mut f64| {
                    *x += right;
                    *y += down;
                };
                match &mut mark.shape {
                    Shape::Rect { x, y, .. } | Shape::Circle { x, y, .. } => by(x, y),
                    Shape::Path(steps) => steps.iter_mut().for_each(|step| match step {
                        Step::Move(x, y) | Step::Line(x, y) => by(x, y),
                        Step::Curve([ax, ay, bx, cy, x, y]) => {
                            by(ax, ay);
                            by(bx, cy);
                            by(x, y);
                        }
                        Step::Close => {}
                    }),
                }
            }
        }
    }
}

impl Line {
    /// A broken line put in its place: `x` is where the edge given by `align` lies.
    pub fn put(broken: Broken, x: f64, y: f64, align: Align) -> Self {
        let x = match align {
            Align::Left => x,
            Align::Middle => x - broken.width / 2.0,
            Align::Right => x - broken.width,
        };
        Self { text: broken.text, x, y, width: broken.width }
    }
}

impl Scene {
    /// Turns a picture that was laid out from left to right into one that reads from right to left.
    pub fn mirror(&mut self) {
        self.rtl = true;
        mirror(&mut self.items, self.width);
    }

    /// Visits every item but groups, from back to front, with the groups it is in.
    pub fn visit<'a>(&'a self, visitor: &mut dyn FnMut(&[&'a Group], &'a Item)) {
        fn walk<'a>(items: &'a [Item], within: &mut Vec<&'a Group>, visitor: &mut dyn FnMut(&[&'a Group], &'a Item)) {
            for item in items {
                if let Item::Group(group) = item {
                    within.push(group);
                    walk(&group.items, within, visitor);
                    within.pop();
                } else {
                    visitor(within, item);
                }
            }
        }
        walk(&self.items, &mut Vec::new(), visitor);
    }
}

fn mirror(items: &mut [Item], width: f64) {
    for item in items {
        match item {
            Item::Group(group) => mirror(&mut group.items, width),
            Item::Text(text) => {
                text.align = match text.align {
                    Align::Left => Align::Right,
                    Align::Middle => Align::Middle,
                    Align::Right => Align::Left,
                };
                for line in &mut text.lines {
                    line.x = width - line.x - line.width;
                }
            }
            Item::Mark(mark) => {
                let (low, high) = mark.extent();
                let shift = width - low - high;
                let upright = mark.upright;
                let turn = |x: &mut f64| *x = if upright { *x + shift } else { width - *x };
                match &mut mark.shape {
                    Shape::Rect { x, width: w, .. } => *x = width - *x - *w,
                    Shape::Circle { x, .. } => *x = width - *x,
                    Shape::Path(steps) => {
                        for step in steps {
                            match step {
                                Step::Move(x, _) | Step::Line(x, _) => turn(x),
                                Step::Curve(c) => [0, 2, 4].into_iter().for_each(|i| turn(&mut c[i])),
                                Step::Close => {}
                            }
                        }
                    }
                }
            }
        }
    }
}
