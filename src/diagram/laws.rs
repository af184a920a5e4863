//! The laws that every picture keeps, as a check of its Scene.

use super::scene::{Item, Scene, Shape, Step};
use super::svg::write_svg;
use super::theme::{Ink, Theme};
use std::collections::BTreeMap;

type Point = (f64, f64);

/// A box round something: left, top, right, bottom.
type Bounds = (f64, f64, f64, f64);

/// What the layouts may be out by: the rounding of coordinates.
const SLACK: f64 = 0.05;

/// Checks that labels are apart, that everything lies on the canvas, that no line runs through a label, that every
/// entity is shown once, that the outline names the same entities, that links end at things, and that the SVG is
/// well-formed.
pub(super) fn check(scene: &Scene, entities: &[&str]) -> Result<(), String> {
    let mut boxes: Vec<(Bounds, String)> = Vec::new();
    let mut segments: Vec<(Point, Point)> = Vec::new();
    let mut solids: Vec<Bounds> = Vec::new();
    let mut extents: Vec<Bounds> = Vec::new();
    scene.visit(&mut |_, item| match item {
        Item::Text(text) => {
            for line in &text.lines {
                let bounds = (line.x, line.y, line.x + line.width, line.y + text.face.line_height());
                boxes.push((bounds, line.text.clone()));
                extents.push(bounds);
            }
        }
        Item::Mark(mark) => {
            let outline = outline(&mark.shape);
            for &(a, b) in &outline {
                extents.push((a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)));
            }
            if mark.stroke.is_some() {
                segments.extend(outline);
            }
            // A small filled shape is a sign; a large one is a ground on which words may stand.
            if let Shape::Circle { x, y, r } = mark.shape {
                solids.push((x - r, y - r, x + r, y + r));
            }
        }
        Item::Group(_) => {}
    });
    for b in &extents {
        let inside = b.0 >= -SLACK && b.1 >= -SLACK && b.2 <= scene.width + SLACK && b.3 <= scene.height + SLACK;
        if !inside || !(b.0 + b.1 + b.2 + b.3).is_finite() {
            return Err(format!("{b:?} leaves the canvas of {} by {}", scene.width, scene.height));
        }
    }
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&a, &b| boxes[a].0.1.total_cmp(&boxes[b].0.1));
    for (i, &a) in order.iter().enumerate() {
        for &b in &order[i + 1..] {
            if boxes[b].0.1 >= boxes[a].0.3 {
                break;
            }
            if overlap(boxes[a].0, boxes[b].0) {
                return Err(format!("labels overlap: {:?} and {:?}", boxes[a], boxes[b]));
            }
        }
    }
    for (bounds, words) in &boxes {
        if let Some(segment) = segments.iter().find(|&&(a, b)| crosses(a, b, *bounds)) {
            return Err(format!("the line {segment:?} runs through “{words}” at {bounds:?}"));
        }
        if let Some(solid) = solids.iter().find(|&&solid| overlap(solid, *bounds)) {
            return Err(format!("the sign at {solid:?} covers “{words}” at {bounds:?}"));
        }
    }
    let mut shown = BTreeMap::new();
    count(&scene.items, &mut shown);
    let mut named = BTreeMap::new();
    let mut waiting: Vec<_> = scene.outline.iter().collect();
    while let Some(node) = waiting.pop() {
        if let Some(entity) = &node.entity {
            *named.entry(entity.clone()).or_insert(0) += 1;
        }
        waiting.extend(&node.children);
    }
    let once: BTreeMap<String, usize> = entities.iter().map(|&id| (id.to_owned(), 1)).collect();
    if shown != once {
        return Err(format!("shown {shown:?}, given {once:?}"));
    }
    if named != once {
        return Err(format!("named in the outline {named:?}, given {once:?}"));
    }
    if scene.table.iter().any(|row| row.len() != scene.table[0].len()) {
        return Err("the rows of the table differ in length".into());
    }
    let svg = write_svg(scene, Theme::Light, "t");
    let direction = if scene.rtl { " direction=\"rtl\"" } else { " direction=\"ltr\"" };
    if !svg.lines().next().is_some_and(|root| root.contains(direction)) {
        return Err("the picture leaves its direction to the page".into());
    }
    links_end_at_things(scene)?;
    well_formed(&svg)
}

fn count(items: &[Item], shown: &mut BTreeMap<String, usize>) {
    for item in items {
        if let Item::Group(group) = item {
            if let Some(entity) = &group.entity {
                *shown.entry(entity.clone()).or_insert(0) += 1;
            }
            count(&group.items, shown);
        }
    }
}

fn outline(shape: &Shape) -> Vec<(Point, Point)> {
    match shape {
        Shape::Rect { x, y, width, height, .. } => around(*x, *y, x + width, y + height),
        Shape::Circle { x, y, r } => around(x - r, y - r, x + r, y + r),
        Shape::Path(steps) => {
            let (mut start, mut pen) = ((0.0, 0.0), (0.0, 0.0));
            let mut out = Vec::new();
            for step in steps {
                match *step {
                    Step::Move(x, y) => (start, pen) = ((x, y), (x, y)),
                    Step::Line(x, y) => {
                        out.push((pen, (x, y)));
                        pen = (x, y);
                    }
                    Step::Curve([ax, ay, bx, by, x, y]) => {
                        let from = pen;
                        for i in 1..=24 {
                            let t = f64::from(i) / 24.0;
                            let at = |a: f64, b: f64, c: f64, d: f64| {
                                let s = 1.0 - t;
                                a * s * s * s + 3.0 * b * s * s * t + 3.0 * c * s * t * t + d * t * t * t
                            };
                            let next = (at(from.0, ax, bx, x), at(from.1, ay, by, y));
                            out.push((pen, next));
                            pen = next;
                        }
                    }
                    Step::Close => {
                        out.push((pen, start));
                        pen = start;
                    }
                }
            }
            out
        }
    }
}

fn around(left: f64, top: f64, right: f64, bottom: f64) -> Vec<(Point, Point)> {
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    (0..4).map(|i| (corners[i], corners[(i + 1) % 4])).collect()
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    a.0 + SLACK < b.2 && b.0 + SLACK < a.2 && a.1 + SLACK < b.3 && b.1 + SLACK < a.3
}

/// Whether a line runs through a box: what is left of it after clipping to the box has a length.
fn crosses(a: Point, b: Point, bounds: Bounds) -> bool {
    let (left, top, right, bottom) = (bounds.0 + SLACK, bounds.1 + SLACK, bounds.2 - SLACK, bounds.3 - SLACK);
    if left >= right || top >= bottom {
        return false;
    }
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    for (p, q) in [(-dx, a.0 - left), (dx, right - a.0), (-dy, a.1 - top), (dy, bottom - a.1)] {
        if p == 0.0 {
            if q <= 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from < to
}

/// What an XML parser says of the document, and that nothing in it can act.
fn well_formed(svg: &str) -> Result<(), String> {
    let document = roxmltree::Document::parse(svg).map_err(|error| error.to_string())?;
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        if matches!(node.tag_name().name(), "style" | "script" | "foreignObject" | "image") {
            return Err(format!("an element {}", node.tag_name().name()));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            if matches!(name, "style" | "href" | "src") || name.starts_with("on") || value.contains("NaN") {
                return Err(format!("the attribute {name}=\"{value}\""));
            }
        }
    }
    Ok(())
}

/// Checks that every link begins and ends at something that shows an entity, or at the head.
fn links_end_at_things(scene: &Scene) -> Result<(), String> {
    let mut frames: BTreeMap<usize, Bounds> = BTreeMap::new();
    let mut ends: Vec<Point> = Vec::new();
    scene.visit(&mut |groups, item| {
        let Some(group) = groups.last() else { return };
        let mut grow = |bounds: Bounds| {
            let frame = frames.entry(std::ptr::from_ref(*group) as usize).or_insert(bounds);
            *frame = (frame.0.min(bounds.0), frame.1.min(bounds.1), frame.2.max(bounds.2), frame.3.max(bounds.3));
        };
        match item {
            Item::Mark(mark) if group.role == "links" => {
                let Shape::Path(steps) = &mark.shape else { return };
                let mut pen = None;
                for step in steps {
                    match *step {
                        Step::Move(x, y) => ends.extend(pen.into_iter().chain([(x, y)])),
                        Step::Line(..) | Step::Curve(_) | Step::Close => {}
                    }
                    pen = match *step {
                        Step::Move(x, y) | Step::Line(x, y) | Step::Curve([.., x, y]) => Some((x, y)),
                        Step::Close => pen,
                    };
                }
                ends.extend(pen);
            }
            Item::Mark(mark) => {
                for (a, b) in outline(&mark.shape) {
                    grow((a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1)));
                }
            }
            Item::Text(text) => {
                for line in &text.lines {
                    grow((line.x, line.y, line.x + line.width, line.y + text.face.line_height()));
                }
            }
            Item::Group(_) => {}
        }
    });
    // A link may keep a little way off the words that it points at, and two of them may make one past a column.
    let near = |at: Point, (left, top, right, bottom): Bounds| {
        let off = 0.06 * scene.width.min(800.0);
        at.0 >= left - off && at.0 <= right + off && at.1 >= top - SLACK && at.1 <= bottom + SLACK
    };
    let joined = |at: Point| ends.iter().filter(|end| (end.0 - at.0).abs() + (end.1 - at.1).abs() < SLACK).count() > 1;
    match ends.iter().find(|&&end| !joined(end) && !frames.values().any(|&frame| near(end, frame))) {
        Some(end) => Err(format!("a link ends at nothing: {end:?}")),
        None => Ok(()),
    }
}

/// Texts as they come: labels of a few words, long stories, unbreakable strings, many scripts, and hostile ones.
pub(super) fn any_text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    prop_oneof![
        4 => "[A-Z][a-z]{2,9}( [a-z]{2,11}){0,8}",
        1 => "[a-zA-Z0-9 ,.%/-]{1,400}",
        1 => "[a-z0-9]{60,400}",
        1 => "[\u{620}-\u{64a}\u{64b}-\u{652} ]{1,200}",
        1 => "[\u{5d0}-\u{5ea} ]{1,60}[a-z]{0,20}",
        1 => "[\u{3040}-\u{30ff}\u{4e00}-\u{4fff}、。「」]{1,200}",
        1 => "[\u{905}-\u{94d}\u{e01}-\u{e4e} ]{1,200}",
        1 => "[\u{1f300}-\u{1f6ff}\u{200d}\u{fe0f}\u{1f1e6}-\u{1f1ff}]{1,100}",
        1 => "\\PC{1,200}",
        1 => any::<String>().prop_map(|text| text.chars().take(400).collect()),
        1 => Just("<a href=\"javascript:0\">&amp;'</a>]]>\u{0}\u{b}\u{ffff}".to_owned()),
    ]
}

#[test]
fn every_ink_can_be_told_from_its_ground() {
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }
    let contrast = |a: Ink, b: Ink, theme: Theme| {
        let (a, b) = (luminance(a.colour(theme)), luminance(b.colour(theme)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    };
    for theme in [Theme::Light, Theme::Dark, Theme::Contrast, Theme::Print] {
        for ground in [Ink::Paper, Ink::Wash] {
            for ink in [Ink::Ink, Ink::Muted, Ink::Accent, Ink::Attention, Ink::Good] {
                let found = contrast(ink, ground, theme);
                let least = if theme == Theme::Contrast { 7.0 } else { 4.5 };
                assert!(found >= least, "{ink:?} on {ground:?} in {theme:?}: {found:.2}");
            }
            let found = contrast(Ink::Edge, ground, theme);
            assert!(found >= 3.0, "edge on {ground:?} in {theme:?}: {found:.2}");
        }
        // A tick on a filled sign.
        assert!(contrast(Ink::Paper, Ink::Accent, theme) >= 3.0);
    }
}
