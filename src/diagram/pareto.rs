//! The Pareto chart: what there is most of on top, and how much of the whole it makes together with what stands above.

use super::inputs::ParetoInput;
use super::numbers::between;
use super::order::in_order;
use super::scene::{Align, Draw, Group, Item, Mark, OutlineNode, Scene, Shape, Step, Stroke, Text, Told};
use super::text::{self, Face};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::{ErrorKind, Result};

/// The share of the whole at which the few that matter end, by custom.
const MOST_OF_IT: f64 = 0.8;

/// Draws a Pareto chart. Bars lie, so that their names have room in any script; the line beside them adds them up.
///
/// # Errors
///
/// `input/bad-number` for a bar below 0 or beyond 1e100, `plan/duplicate-id`, `input/too-large`,
/// `input/text-too-long`, and those of [`PictureOptions`].
///
/// ```
/// use headwater::diagram::{Input, ParetoInput, PictureOptions, draw_pareto};
///
/// let input = ParetoInput::from_json(r#"{ "title": "Why students were late", "bars": [
///     { "text": "Overslept", "value": 12 }, { "text": "Bus 14", "value": 61 }, { "text": "Appointment", "value": 7 }
/// ] }"#)?;
/// let picture = draw_pareto(&input, &PictureOptions::default())?;
/// assert_eq!(picture.table[1], ["Bus 14", "61", "76%"]);
/// assert_eq!(picture.summary, "Why students were late: 2 of 3 make 91% of 80.");
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_pareto(input: &ParetoInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_pareto(input, options)?, options)
}

/// A bar, ready to be drawn.
struct Bar<'a> {
    id: &'a str,
    words: String,
    value: f64,
    /// Its share of the whole with all that are larger.
    sum: f64,
    figure: String,
    share: String,
    /// One of the few that make most of it.
    vital: bool,
}

/// Lays a Pareto chart out, without drawing it. Errors are those of [`draw_pareto`].
pub fn lay_out_pareto(input: &ParetoInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    input.hold()?;
    let title = options.said(&input.title, "picture-chart").map_err(|error| error.within("title"))?;
    let keys: Vec<f64> = input.bars.iter().map(|bar| -bar.value).collect();
    if let Some(row) = keys.iter().position(|key| !(-1e100..=0.0).contains(key)) {
        let expected = "a bar is 0 or more, and at most 1e100";
        return Err(ErrorKind::BadNumber { expected }.at("value").within(row).within("bars"));
    }
    let total = -keys.iter().sum::<f64>();
    let share = |sum: f64| if total > 0.0 { (sum / total).min(1.0) } else { 0.0 };
    let mut sum = 0.0;
    let mut bars = Vec::new();
    for row in in_order(&keys) {
        let bar = &input.bars[row];
        let words = options.said(&bar.text, "picture-blank");
        let words = words.map_err(|error| error.within("text").within(row).within("bars"))?;
        let vital = bar.value > 0.0 && share(sum) < MOST_OF_IT;
        sum += bar.value;
        let (figure, share) = (options.number(bar.value, 2, &input.unit), share(sum));
        bars.push(Bar {
            id: &bar.id,
            words,
            value: bar.value,
            sum: share,
            figure,
            share: percent(options, share),
            vital,
        });
    }

    let unit = size / 14.0;
    let (margin, gap) = (unit * 16.0, unit * 10.0);
    let (face, small, big) = (Face::regular(13.0 * unit), Face::regular(12.0 * unit), Face::bold(17.0 * unit));
    let widest = |of: &dyn Fn(&Bar<'_>) -> f64| bars.iter().map(of).fold(0.0, f64::max);
    let figures = widest(&|bar| small.width(&bar.figure)).min(width * 0.25);
    let shares = widest(&|bar| small.width(&bar.share));
    // Names take what they need, never more than two fifths, and leave the bars some room on the narrowest page.
    let rest = width - margin * 2.0 - gap * 3.0 - figures - shares - size * 2.5;
    let names = widest(&|bar| face.width(&bar.words)).min(width * 0.38).min(unit * 300.0).min(rest);
    let left = margin + names + gap + figures + gap;
    let right = width - margin - shares - gap;
    let x = |share: f64| left + (right - left).max(0.0) * share;
    let mut items = Vec::new();
    let rtl = |words: &str| text::reads_rtl(words, options.rtl());
    let lines = text::wrap_evenly(&title, big, width - margin * 2.0);
    let mut y = margin + lines.len() as f64 * big.line_height() + gap;
    let words = Text::block(lines, big, Ink::Ink, margin, margin, Align::Left);
    items.group("title", vec![Text { rtl: rtl(&title), ..words }.into()]);

    let most = percent(options, MOST_OF_IT);
    let mark = text::wrap(&most, small, width);
    let from = between(x(MOST_OF_IT), left, (width - margin - small.width(&most) / 2.0).max(left));
    if total > 0.0 {
        items.write(mark, small, Ink::Muted, from, y, Align::Middle);
        y += small.line_height() + unit * 2.0;
    }
    let head = y;
    let (mut rows, mut line) = (Vec::new(), Vec::new());
    for bar in &bars {
        let lines = text::wrap(&bar.words, face, names);
        let figure = text::wrap_at_most(&bar.figure, small, figures, 1);
        let high = (lines.len() as f64 * face.line_height()).max(unit * 18.0);
        let middle = y + high / 2.0;
        let beside = middle - small.line_height() / 2.0;
        let thick = unit * 14.0;
        let mut drawn = Vec::new();
        let rect = Shape::Rect {
            x: left,
            y: middle - thick / 2.0,
            width: x(share(bar.value)) - left,
            height: thick,
            radius: 0.0,
        };
        let (fill, edge) = if bar.vital { (Ink::Accent, Ink::Accent) } else { (Ink::Paper, Ink::Edge) };
        drawn.shape(rect, fill, edge, unit);
        let top = middle - lines.len() as f64 * face.line_height() / 2.0;
        let words = Text::block(lines, face, Ink::Ink, margin, top, Align::Left);
        drawn.push(Text { rtl: rtl(&bar.words), ..words }.into());
        drawn.write(figure, small, Ink::Muted, left - gap, beside, Align::Right);
        let share = text::wrap(&bar.share, small, width);
        drawn.write(share, small, Ink::Muted, width - margin, beside, Align::Right);
        let entity = Some(bar.id).filter(|id| !id.is_empty()).map(str::to_owned);
        rows.push(Item::Group(Group { entity, ..Group::of("bar", drawn) }));
        line.push((x(bar.sum), middle));
        y += high + unit * 6.0;
    }
    items.append(&mut rows);
    if total > 0.0 {
        let steps = [Step::Move(x(MOST_OF_IT), head), Step::Line(x(MOST_OF_IT), y - unit * 6.0)];
        let stroke = Stroke::dashed(Ink::Edge, unit, unit * 3.0, unit * 3.0);
        items.group("most", vec![Mark::drawn(Shape::Path(steps.into()), stroke).into()]);
        let path: Vec<Step> = line
            .iter()
            .enumerate()
            .map(|(i, &(x, y))| if i == 0 { Step::Move(x, y) } else { Step::Line(x, y) })
            .collect();
        let mut sums = Vec::new();
        sums.line(&path, Ink::Ink, unit * 1.75);
        for (x, y) in line {
            sums.shape(Shape::Circle { x, y, r: unit * 3.0 }, Ink::Ink, Ink::Paper, unit);
        }
        items.group("sum", sums);
    }
    let told = told(&title, &bars, options.number(total, 2, &input.unit), options);
    Ok(told.scene(options.rtl(), (width, y - unit * 6.0 + margin), items))
}

fn percent(options: &PictureOptions, share: f64) -> String {
    options.number((share * 100.0).round(), 0, "%")
}

fn told(title: &str, bars: &[Bar<'_>], total: String, options: &PictureOptions) -> Told {
    let vital = bars.iter().filter(|bar| bar.vital).count();
    let share = vital.checked_sub(1).and_then(|last| bars.get(last)).map_or(String::new(), |bar| bar.share.clone());
    let (few, all) = (vital.to_string(), bars.len().to_string());
    let args = [("title", title), ("few", &few), ("all", &all), ("share", &share), ("total", &total)];
    let key = if vital == 0 { "picture-no-bars" } else { "picture-pareto-summary" };
    let heads = ["picture-words", "picture-value", "picture-sum"].map(|key| options.word(key).to_owned());
    let mut table = vec![heads.into()];
    table.extend(bars.iter().map(|bar| vec![bar.words.clone(), bar.figure.clone(), bar.share.clone()]));
    let leaf = |bar: &Bar<'_>| {
        let args = [("text", bar.words.as_str()), ("value", &bar.figure), ("share", &bar.share)];
        (0, OutlineNode::leaf(Some(bar.id), options.sentence("picture-bar", &args)))
    };
    Told {
        title: title.to_owned(),
        summary: options.sentence(key, &args),
        outline: OutlineNode::nest(title.to_owned(), &mut bars.iter().map(leaf)),
        table,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fishbone::tests::any_options;
    use super::super::inputs::ParetoBar;
    use super::super::laws::{any_text, check};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_pareto_chart_keeps_every_law(
            title in any_text(),
            unit in prop_oneof![Just("%".to_owned()), any_text()],
            bars in prop::collection::vec((any_text(), prop_oneof![0.0..90.0_f64, Just(0.0), 0.0..1e100_f64]), 0..60),
            options in any_options(),
        ) {
            let bars = bars.into_iter().enumerate().map(|(i, (text, value))| ParetoBar {
                id: format!("b{i}").as_str().into(),
                text: text.as_str().into(),
                value,
                ..ParetoBar::default()
            });
            let (title, unit) = (title.as_str().into(), unit.as_str().into());
            let input = ParetoInput { title, unit, bars: bars.collect(), ..ParetoInput::default() };
            let ids: Vec<&str> = input.bars.iter().map(|bar| &*bar.id).collect();
            check(&lay_out_pareto(&input, &options).unwrap(), &ids).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn a_bar_below_zero_is_refused_with_its_place() {
        let bars = vec![ParetoBar { value: -1.0, ..ParetoBar::default() }];
        let input = ParetoInput { bars, ..ParetoInput::default() };
        let error = draw_pareto(&input, &PictureOptions::default()).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), ("input/bad-number", "bars.0.value"));
    }
}
