//! Where there is room for a label among lines and other labels.

use super::super::scene::{Item, Mark, Shape, Step};

/// A rectangle: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Frame {
    /// The same, larger on all sides.
    pub fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// What is already on the chart.
#[derive(Default)]
pub struct Room {
    lines: Vec<[f64; 4]>,
    taken: Vec<Frame>,
}

impl Room {
    /// Takes the room of a mark.
    pub fn take_mark(&mut self, mark: &Mark) {
        match &mark.shape {
            Shape::Circle { x, y, r } => {
                self.taken.push(Frame { left: x - r, top: y - r, right: x + r, bottom: y + r });
            }
            Shape::Rect { .. } => {}
            Shape::Path(steps) => {
                let (mut start, mut pen) = ((0.0, 0.0), (0.0, 0.0));
                for step in steps {
                    let next = match *step {
                        Step::Move(x, y) => {
                            (start, pen) = ((x, y), (x, y));
                            continue;
                        }
                        Step::Line(x, y) => (x, y),
                        Step::Curve(c) => (c[4], c[5]),
                        Step::Close => start,
                    };
                    self.lines.push([pen.0, pen.1, next.0, next.1]);
                    pen = next;
                }
            }
        }
    }

    /// Takes the room of all marks among some items.
    pub fn take_marks(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Mark(mark) => self.take_mark(mark),
                Item::Group(group) => self.take_marks(&group.items),
                Item::Text(_) => {}
            }
        }
    }

    /// Takes a rectangle.
    pub fn take(&mut self, frame: Frame) {
        self.taken.push(frame);
    }

    /// Whether nothing is in a rectangle.
    pub fn is_free(&self, frame: Frame) -> bool {
        !self.taken.iter().any(|taken| taken.meets(frame)) && !self.lines.iter().any(|&line| enters(line, frame))
    }
}

/// Whether a line comes into a rectangle: what is left of it between the edges has a length.
fn enters([ax, ay, bx, by]: [f64; 4], frame: Frame) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let (dx, dy) = (bx - ax, by - ay);
    for (p, q) in [(-dx, ax - frame.left), (dx, frame.right - ax), (-dy, ay - frame.top), (dy, frame.bottom - ay)] {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from <= to
}
