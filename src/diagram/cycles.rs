//! Cycles as a ramp that climbs in time, and as a board with a column for each stage.

use super::chart::span;
use super::inputs::CyclesInput;
use super::ladder::{Rung, draw_ladder};
use super::layers::{Layers, Look, Node};
use super::scene::{Align, Draw, Group, Item, OutlineNode, Scene, Shape, Step, Text, Told};
use super::signs::{Sign, draw_key, draw_sign};
use super::text::{self, Broken, Face};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::Result;
use crate::cycle::{DecisionKind, Stage};

/// Draws cycles as stairs that climb from the first to the latest, each step a test that builds on the one before: the
/// ramp of the *Improvement Guide* (Langley and others, 2009). Steps are of equal width, whatever time they took; their
/// dates are said. Long ramps go on in another flight, and on a narrow page they become a list.
///
/// # Errors
///
/// `plan/duplicate-id`, `input/too-large` and `input/text-too-long`, and those of [`PictureOptions`].
///
/// ```
/// use headwater::diagram::{CyclesInput, Input, PictureOptions, draw_ramp};
///
/// let input = CyclesInput::from_json(r#"{
///     "title": "Start route 14 ten minutes earlier",
///     "cycles": [
///         { "id": "y1", "text": "One driver, two days", "stage": "decided", "decision": "adapt", "start": "2026-09-14" },
///         { "id": "y2", "text": "All drivers, one week", "stage": "doing", "start": "2026-09-28" }
///     ]
/// }"#)?;
/// let picture = draw_ramp(&input, &PictureOptions::default())?;
/// assert_eq!(picture.table[1], ["1", "One driver, two days", "adapt", "14 Sep 2026"]);
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_ramp(input: &CyclesInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_ramp(input, options)?, options)
}

/// Draws cycles on a board: planned, doing, studying, decided. Errors are those of [`draw_ramp`].
pub fn draw_board(input: &CyclesInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_board(input, options)?, options)
}

/// Lays a ramp out, without drawing it. Errors are those of [`draw_ramp`].
pub fn lay_out_ramp(input: &CyclesInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    let cycles = Cycles::read(input, options)?;
    let mut items = Vec::new();
    let margin = size * 16.0 / 14.0;
    let fit = ((width - margin * 2.0) / (size * 8.0)) as usize;
    let bottom = if fit < 3 || cycles.list.is_empty() {
        let rungs: Vec<Rung> = cycles.list.iter().map(|cycle| cycles.rung(cycle, 0)).collect();
        draw_ladder(("idea", &cycles.title), &rungs, (width, size), options, &mut items)
    } else {
        cycles.stairs(fit, (width, size), &mut items)
    };
    let mut signs: Vec<(Sign, &str)> = Vec::new();
    for cycle in &cycles.list {
        let sign = (cycle.sign(), cycles.options.word(cycle.state()));
        if !signs.iter().any(|(known, _)| *known == sign.0) {
            signs.push(sign);
        }
    }
    let below = (margin, bottom + margin, width - margin);
    let key = Face::regular(size * 12.0 / 14.0);
    let bottom = if signs.is_empty() { bottom } else { draw_key(&signs, key, below, &mut items) };
    Ok(cycles.told("picture-ramp-summary").scene(options.rtl(), (width, bottom + margin), items))
}

/// Lays a board out, without drawing it. Errors are those of [`draw_ramp`].
pub fn lay_out_board(input: &CyclesInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    let cycles = Cycles::read(input, options)?;
    let at = |stage: Stage| cycles.list.iter().enumerate().filter(move |(_, cycle)| cycle.stage == stage);
    let stages = Stage::ALL.iter().map(|&stage| {
        let count = at(stage).count().to_string();
        options.sentence("picture-stage", &[("stage", options.word(key_of(stage))), ("count", &count)])
    });
    let stages: Vec<String> = stages.collect();
    let mut items = Vec::new();
    let bottom = if Layers::fits(stages.len(), width, size) {
        let node = |cycle: &Cycle<'_>| Node {
            role: "cycle",
            entity: Some(cycle.id.to_owned()),
            look: Look::Boxed(Ink::Edge),
            words: cycle.words.clone(),
            note: cycles.beside(cycle),
        };
        Layers {
            options,
            width,
            size,
            nodes: cycles.list.iter().map(node).collect(),
            columns: Stage::ALL.iter().map(|&stage| at(stage).map(|(row, _)| row).collect()).collect(),
            links: Vec::new(),
            headings: stages,
        }
        .draw(&mut items)
    } else {
        let mut rungs = Vec::new();
        for (&stage, words) in Stage::ALL.iter().zip(stages) {
            let (look, note) = (Look::Boxed(Ink::Ink), String::new());
            rungs.push(Rung { role: "stage", entity: None, look, words, note, level: 0 });
            rungs.extend(at(stage).map(|(_, cycle)| cycles.rung(cycle, 1)));
        }
        draw_ladder(("idea", &cycles.title), &rungs, (width, size), options, &mut items)
    };
    Ok(cycles.told("picture-board-summary").scene(options.rtl(), (width, bottom + size * 16.0 / 14.0), items))
}

fn key_of(stage: Stage) -> &'static str {
    ["picture-planned", "picture-doing", "picture-studying", "picture-decided"][stage as usize]
}

/// A cycle, ready to be drawn.
struct Cycle<'a> {
    id: &'a str,
    /// "2. All drivers, one week".
    words: String,
    text: String,
    stage: Stage,
    decision: Option<DecisionKind>,
    dates: String,
}

impl Cycle<'_> {
    fn sign(&self) -> Sign {
        match (self.decision, self.stage) {
            (Some(DecisionKind::Adopt), _) => Sign::Tick,
            (Some(DecisionKind::Adapt), _) => Sign::OpenDiamond,
            (Some(DecisionKind::Abandon), _) => Sign::Cross,
            (None, Stage::Planned) => Sign::Open,
            (None, _) => Sign::Half,
        }
    }

    /// The key of what it has come to: its decision, or else its stage.
    fn state(&self) -> &'static str {
        self.decision
            .map_or(key_of(self.stage), |kind| ["picture-adopt", "picture-adapt", "picture-abandon"][kind as usize])
    }
}

struct Cycles<'a> {
    title: String,
    list: Vec<Cycle<'a>>,
    options: &'a PictureOptions,
}

impl<'a> Cycles<'a> {
    fn read(input: &'a CyclesInput, options: &'a PictureOptions) -> Result<Self> {
        input.hold()?;
        let title = options.said(&input.title, "picture-cycles").map_err(|error| error.within("title"))?;
        let mut list = Vec::new();
        for (row, cycle) in input.cycles.iter().enumerate() {
            let text = options.said(&cycle.text, "picture-blank");
            let text = text.map_err(|error| error.within("text").within(row).within("cycles"))?;
            let number = (row + 1).to_string();
            list.push(Cycle {
                id: &cycle.id,
                words: options.sentence("picture-numbered", &[("number", &number), ("text", &text)]),
                text,
                stage: cycle.stage,
                decision: cycle.decision,
                dates: span(cycle.start, cycle.end, options),
            });
        }
        Ok(Self { title, list, options })
    }

    /// What is said of a cycle beside its words: what it has come to, and when it was.
    fn beside(&self, cycle: &Cycle<'_>) -> String {
        let state = if cycle.decision.is_some() { self.options.word(cycle.state()) } else { "" };
        let parts: Vec<&str> = [state, &cycle.dates].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn rung(&self, cycle: &Cycle<'_>, level: usize) -> Rung {
        Rung {
            role: "cycle",
            entity: Some(cycle.id.to_owned()),
            look: Look::Sign(cycle.sign()),
            words: cycle.words.clone(),
            note: self.beside(cycle),
            level,
        }
    }

    /// Flights of stairs, one under the other, of at most `fit` steps; returns the bottom edge.
    fn stairs(&self, fit: usize, (width, size): (f64, f64), items: &mut Vec<Item>) -> f64 {
        let unit = size / 14.0;
        let (margin, rise, sign) = (unit * 16.0, unit * 22.0, unit * 7.0);
        let (big, face, small) = (Face::bold(17.0 * unit), Face::regular(13.0 * unit), Face::regular(12.0 * unit));
        let rtl = |words: &str| text::reads_rtl(words, self.options.rtl());
        let title = text::wrap_evenly(&self.title, big, width - margin * 2.0);
        let mut top = margin + title.len() as f64 * big.line_height();
        let words = Text::block(title, big, Ink::Ink, margin, margin, Align::Left);
        items.group("idea", vec![Text { rtl: rtl(&self.title), ..words }.into()]);

        let flights = self.list.len().div_ceil(fit);
        let most = self.list.len().div_ceil(flights.max(1)).max(1);
        let column = ((width - margin * 2.0) / most as f64).min(unit * 300.0);
        for flight in self.list.chunks(most) {
            let tread = |i: usize| top + unit * 10.0 + sign * 2.0 + (flight.len() - 1 - i) as f64 * rise;
            let left = |i: usize| margin + i as f64 * column;
            let room = column - unit * 14.0;
            let broken = |cycle: &Cycle<'_>| -> (Vec<Broken>, Vec<Broken>) {
                (text::wrap(&cycle.words, face, room), text::wrap(&self.beside(cycle), small, room))
            };
            let steps: Vec<_> = flight.iter().map(broken).collect();
            let high = |lines: &[Broken], face: Face| lines.len() as f64 * face.line_height();
            let foot = |i: usize| tread(i) + unit * 10.0 + high(&steps[i].0, face) + high(&steps[i].1, small);
            let bottom = (0..flight.len()).map(foot).fold(top, f64::max) + unit * 10.0;
            let mut edge = Vec::new();
            for i in 0..flight.len() {
                let start = (left(i), tread(i));
                edge.push(if i == 0 { Step::Move(start.0, start.1) } else { Step::Line(start.0, start.1) });
                edge.push(Step::Line(left(i + 1), tread(i)));
            }
            let mut body = edge.clone();
            body.extend([Step::Line(left(flight.len()), bottom), Step::Line(margin, bottom), Step::Close]);
            let mut stairs = Vec::new();
            stairs.fill(Shape::Path(body), Ink::Wash);
            stairs.line(&edge, Ink::Edge, unit * 1.5);
            items.group("stairs", stairs);
            for (i, (cycle, (lines, beside))) in flight.iter().zip(steps).enumerate() {
                let mut drawn = Vec::new();
                draw_sign(cycle.sign(), left(i) + unit * 8.0 + sign, tread(i) - sign - unit * 3.0, sign, &mut drawn);
                let (x, y) = (left(i) + unit * 8.0, tread(i) + unit * 8.0);
                let below = y + high(&lines, face);
                let words = Text::block(lines, face, Ink::Ink, x, y, Align::Left);
                drawn.push(Text { ground: Ink::Wash, rtl: rtl(&cycle.text), ..words }.into());
                let beside = Text::block(beside, small, Ink::Muted, x, below, Align::Left);
                drawn.push(Text { ground: Ink::Wash, rtl: rtl(&self.beside(cycle)), ..beside }.into());
                items.push(Group::showing("cycle", cycle.id, drawn).into());
            }
            top = bottom + unit * 6.0;
        }
        top - unit * 6.0
    }

    fn told(&self, summary: &'static str) -> Told {
        let count = |wanted: &dyn Fn(&Cycle<'_>) -> bool| self.list.iter().filter(|c| wanted(c)).count().to_string();
        let (all, decided) = (self.list.len().to_string(), count(&|cycle| cycle.decision.is_some()));
        let adopted = count(&|cycle| cycle.decision == Some(DecisionKind::Adopt));
        let args = [("title", self.title.as_str()), ("cycles", &all), ("decided", &decided), ("adopted", &adopted)];
        let word = |key| self.options.word(key).to_owned();
        let heads = ["picture-number", "picture-words", "picture-stands", "picture-date"];
        let mut table = vec![heads.map(word).into()];
        let mut outline = Vec::new();
        for (row, cycle) in self.list.iter().enumerate() {
            let state = word(cycle.state());
            let parts: Vec<&str> =
                [cycle.words.as_str(), &state, &cycle.dates].into_iter().filter(|part| !part.is_empty()).collect();
            outline.push((0, OutlineNode::leaf(Some(cycle.id), parts.join(", "))));
            table.push(vec![(row + 1).to_string(), cycle.text.clone(), state, cycle.dates.clone()]);
        }
        Told {
            title: self.title.clone(),
            summary: self.options.sentence(summary, &args),
            outline: OutlineNode::nest(self.title.clone(), &mut outline.into_iter()),
            table,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fishbone::tests::any_options;
    use super::super::inputs::CycleStep;
    use super::super::laws::{any_text, check};
    use super::*;
    use crate::Date;
    use proptest::prelude::*;

    fn any_cycles() -> impl Strategy<Value = CyclesInput> {
        let cycle = (any_text(), 0..4usize, 0..3usize, prop::option::of(0..900i32), prop::option::of(0..60i32));
        (any_text(), prop::collection::vec(cycle, 0..40)).prop_map(|(title, cycles)| {
            let first = "2025-09-01".parse::<Date>().unwrap();
            let cycles = cycles.into_iter().enumerate().map(|(i, (text, stage, kind, start, length))| CycleStep {
                id: format!("y{i}").as_str().into(),
                text: text.as_str().into(),
                stage: Stage::ALL[stage],
                start: start.map(|day| first.plus_days(day)),
                end: start.and_then(|day| Some(first.plus_days(day + length?))),
                decision: (stage == 3).then_some(DecisionKind::ALL[kind]),
                ..CycleStep::default()
            });
            CyclesInput { title: title.as_str().into(), cycles: cycles.collect(), ..CyclesInput::default() }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_ramp_and_a_board_keep_every_law(input in any_cycles(), options in any_options()) {
            let ids: Vec<&str> = input.cycles.iter().map(|cycle| &*cycle.id).collect();
            check(&lay_out_ramp(&input, &options).unwrap(), &ids).map_err(TestCaseError::fail)?;
            check(&lay_out_board(&input, &options).unwrap(), &ids).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn a_ramp_climbs_in_time() {
        let cycles = (1..=5).map(|i| CycleStep { id: format!("y{i}").as_str().into(), ..CycleStep::default() });
        let input = CyclesInput { cycles: cycles.collect(), ..CyclesInput::default() };
        let scene = lay_out_ramp(&input, &PictureOptions::default()).unwrap();
        let mut places = Vec::new();
        scene.visit(&mut |groups, item| {
            if let (Some("cycle"), Item::Text(text)) = (groups.last().map(|group| group.role), item)
                && let Some(line) = text.lines.first()
            {
                places.push((line.x, line.y));
            }
        });
        assert_eq!(places.len(), 5);
        assert!(places.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 > pair[1].1), "{places:?}");
    }
}
