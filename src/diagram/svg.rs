//! A Scene as a standalone SVG document: well-formed for any text, without styles, scripts or outside references.

use super::scene::{Align, Group, Item, Line, Mark, Scene, Shape, Step, Text};
use super::theme::{Ink, Theme};
use std::fmt::Write;

/// The faces of the usual systems, without `system-ui`, which on some Linux desktops is much wider than all others.
const FAMILY: &str = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif";

/// Writes a Scene as SVG. Ids begin with `id_prefix`.
pub fn write_svg(scene: &Scene, theme: Theme, id_prefix: &str) -> String {
    let mut out = Writer { out: String::with_capacity(4096), theme, rtl: scene.rtl };
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    out.number("width", scene.width);
    out.number("height", scene.height);
    out.raw(" viewBox=\"0 0 ");
    out.coordinate(scene.width);
    out.raw(" ");
    out.coordinate(scene.height);
    out.raw("\" role=\"img\"");
    out.attribute("aria-labelledby", &format!("{id_prefix}-title {id_prefix}-desc"));
    out.attribute("font-family", FAMILY);
    // Said in both cases: inline in a page that reads the other way, labels would else hang from their other end.
    out.attribute("direction", if scene.rtl { "rtl" } else { "ltr" });
    out.raw(">\n<title");
    out.attribute("id", &format!("{id_prefix}-title"));
    out.raw(">");
    out.text(&scene.title);
    out.raw("</title>\n<desc");
    out.attribute("id", &format!("{id_prefix}-desc"));
    out.raw(">");
    out.text(&scene.summary);
    out.raw("</desc>\n");
    let ground = Shape::Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height, radius: 0.0 };
    out.items(&[Group::of("paper", vec![Mark::filled(ground, Ink::Paper).into()]).into()]);
    out.items(&scene.items);
    out.raw("</svg>\n");
    out.out
}

struct Writer {
    out: String,
    theme: Theme,
    rtl: bool,
}

impl Writer {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Mark(mark) => self.mark(mark),
                Item::Text(text) => self.words(text),
                Item::Group(group) => {
                    self.raw("<g class=\"hw-");
                    self.raw(group.role);
                    self.raw("\"");
                    if let Some(entity) = &group.entity {
                        self.attribute("data-entity", entity);
                    }
                    if let Some(index) = group.index {
                        self.attribute("data-index", &index.to_string());
                    }
                    self.raw(">\n");
                    self.items(&group.items);
                    self.raw("</g>\n");
                }
            }
        }
    }

    fn mark(&mut self, mark: &Mark) {
        match &mark.shape {
            Shape::Path(steps) => {
                self.raw("<path d=\"");
                for step in steps {
                    match step {
                        Step::Move(x, y) => self.step('M', &[*x, *y]),
                        Step::Line(x, y) => self.step('L', &[*x, *y]),
                        Step::Curve(c) => self.step('C', c),
                        Step::Close => self.raw("Z"),
                    }
                }
                self.raw("\"");
            }
            Shape::Rect { x, y, width, height, radius } => {
                self.raw("<rect");
                self.number("x", *x);
                self.number("y", *y);
                self.number("width", *width);
                self.number("height", *height);
                if *radius > 0.0 {
                    self.number("rx", *radius);
                }
            }
            Shape::Circle { x, y, r } => {
                self.raw("<circle");
                self.number("cx", *x);
                self.number("cy", *y);
                self.number("r", *r);
            }
        }
        let fill = mark.fill.map(|ink| ("fill", ink));
        let stroke = mark.stroke.map(|stroke| ("stroke", stroke.ink));
        self.raw(" class=\"");
        for (i, (property, ink)) in fill.iter().chain(&stroke).enumerate() {
            self.raw(if i == 0 { "hw-" } else { " hw-" });
            self.raw(property);
            self.raw("-");
            self.raw(ink.name());
        }
        self.raw("\"");
        self.attribute("fill", fill.map_or("none", |(_, ink)| ink.colour(self.theme)));
        if let Some(stroke) = mark.stroke {
            self.attribute("stroke", stroke.ink.colour(self.theme));
            self.number("stroke-width", stroke.width * self.theme.line_scale());
            if let Some((dash, gap)) = stroke.dash {
                self.raw(" stroke-dasharray=\"");
                self.coordinate(dash);
                self.raw(" ");
                self.coordinate(gap);
                self.raw("\"");
            }
            if matches!(mark.shape, Shape::Path(_)) {
                self.raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
            }
        }
        self.raw("/>\n");
    }

    fn step(&mut self, letter: char, at: &[f64]) {
        self.out.push(letter);
        for (i, value) in at.iter().enumerate() {
            if i > 0 {
                self.raw(" ");
            }
            self.coordinate(*value);
        }
    }

    fn words(&mut self, text: &Text) {
        let [first, rest @ ..] = text.lines.as_slice() else { return };
        self.raw("<text");
        self.place(first, text);
        self.raw(" class=\"hw-fill-");
        self.raw(text.ink.name());
        self.raw("\"");
        self.attribute("fill", text.ink.colour(self.theme));
        self.number("font-size", text.face.size);
        if text.face.bold {
            self.attribute("font-weight", "600");
        }
        if text.struck {
            self.attribute("text-decoration", "line-through");
        }
        if text.rtl != self.rtl {
            self.attribute("direction", if text.rtl { "rtl" } else { "ltr" });
        }
        let anchor = match (text.align, text.rtl) {
            (Align::Left, false) | (Align::Right, true) => "start",
            (Align::Middle, _) => "middle",
            _ => "end",
        };
        if anchor != "start" {
            self.attribute("text-anchor", anchor);
        }
        self.raw(">");
        self.text(first.text.trim_end());
        let mut before = first;
        for line in rest {
            // The space between two lines, for those who copy; without width, so that no anchor or underline minds it.
            if before.text.ends_with(' ') {
                self.raw("<tspan font-size=\"0\"> </tspan>");
            }
            self.raw("<tspan");
            self.place(line, text);
            self.raw(">");
            self.text(line.text.trim_end());
            self.raw("</tspan>");
            before = line;
        }
        self.raw("</text>\n");
    }

    fn place(&mut self, line: &Line, text: &Text) {
        self.number(
            "x",
            match text.align {
                Align::Left => line.x,
                Align::Middle => line.x + line.width / 2.0,
                Align::Right => line.x + line.width,
            },
        );
        // The capitals of the usual faces are 0.7 em high, so this sets them in the middle of their line.
        self.number("y", line.y + text.face.line_height() / 2.0 + text.face.size * 0.35);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    fn number(&mut self, name: &str, value: f64) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.coordinate(value);
        self.raw("\"");
    }

    /// A length in tenths of a px; whole arithmetic from there on, so that the bytes are the same everywhere.
    fn coordinate(&mut self, value: f64) {
        let tenths = (value * 10.0).round() as i64;
        if tenths < 0 {
            self.raw("-");
        }
        let tenths = tenths.unsigned_abs();
        let _ = write!(self.out, "{}", tenths / 10);
        if !tenths.is_multiple_of(10) {
            let _ = write!(self.out, ".{}", tenths % 10);
        }
    }

    /// Text with what XML reserves escaped, and without what XML 1.0 forbids.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\u{fffe}' | '\u{ffff}' => {}
                '\t' | '\n' | '\r' => self.raw(" "),
                _ if c.is_control() => {}
                _ => self.out.push(c),
            }
        }
    }
}
