//! The chart of a measure: data dark, centre line thin, limits pale, and what was found said at the place.

mod axes;
mod cycles;
mod dates;
mod grid;
mod lines;
mod notes;
mod of_reading;
mod panel;
mod room;
mod scale;

use super::cause_tree::first_repeated;
use super::scene::{OutlineNode, Scene, Told};
use super::words::is_short;
use super::{Picture, PictureOptions, numbers, text};
use crate::{Date, ErrorKind, Result};
pub use dates::span;
pub use grid::{GridInput, draw_grid, lay_out_grid};
use panel::Panel;
use serde::Deserialize;

/// The most points of a chart; a screen has no room for more.
const MOST_POINTS: usize = 10_000;
/// The most cycles and the most patterns.
const MOST_NOTES: usize = 500;
/// The most characters of a text on a chart.
const MOST_CHARACTERS: usize = 500;

/// What a chart shows: a series with its lines, and what was found in it.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ChartPicture {
    /// The points in time order, at most 10,000.
    pub points: Vec<PlottedPoint>,
    /// What the rules found.
    pub patterns: Vec<Pattern>,
    /// The cycles to be marked.
    pub cycles: Vec<CycleBand>,
    /// What is measured.
    pub title: String,
    /// What stands behind a number: "%" or a word such as "pupils".
    pub unit: String,
    /// What the centre line is: "median" if not given.
    pub centre_name: Option<String>,
    /// Which way is better: `Some(true)` for higher.
    pub higher_is_better: Option<bool>,
    /// Where the measure should get to.
    pub target: Option<f64>,
    /// The lowest and the highest value that the plot has to hold, so that several charts can share a scale.
    pub range: Option<(f64, f64)>,
    /// The reading in one sentence. It stands above the chart on the page, so it is not drawn.
    pub headline: String,
}

/// One point as it is plotted.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PlottedPoint {
    /// Its date.
    pub date: Option<Date>,
    /// What it is called where points have no dates; its number if not given.
    pub label: Option<String>,
    /// What is plotted; `None` leaves a gap.
    pub value: Option<f64>,
    /// The centre line here.
    pub centre: Option<f64>,
    /// The lower limit here.
    pub lower: Option<f64>,
    /// The upper limit here.
    pub upper: Option<f64>,
    /// Whether it is part of a pattern that is a matter of single points, such as a long run.
    pub signal: bool,
    /// 0 for the first phase.
    pub phase: usize,
    /// Drawn but not reckoned with.
    pub excluded: bool,
    /// There is a value but it is hidden, because it would speak of too few people.
    pub suppressed: bool,
    /// How much it was counted of. Where every point says so, points stand by it rather than in time: a funnel.
    pub of: Option<f64>,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Pattern {
    /// The rule, such as `longest-run` or `crossings`.
    pub rule: String,
    /// Index of the first point.
    pub start: usize,
    /// Index of the last point.
    pub end: usize,
    /// On which side of the centre line; `Some(true)` for above.
    pub above: Option<bool>,
    /// What was found.
    pub found: f64,
    /// What would have been usual.
    pub limit: f64,
    /// A few words to stand at the pattern; worked out from the rule if not given.
    pub label: Option<String>,
}

/// A cycle on the chart.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CycleBand {
    /// Its id.
    pub id: String,
    /// 1 for the first cycle.
    pub number: u32,
    /// What was tried, in a few words.
    #[serde(default)]
    pub label: String,
    /// Its first day.
    pub start: Date,
    /// Its last day; none while it runs.
    #[serde(default)]
    pub end: Option<Date>,
    /// `adopt`, `adapt` or `abandon`.
    #[serde(default)]
    pub decision: Option<String>,
}

/// Draws the chart of a measure.
///
/// Points stand at equal distances, in time order, and a wider gap with a break mark shows where much more time went
/// by than usual, such as over a summer.
///
/// # Errors
///
/// `input/bad-number` for numbers that are not finite or beyond 1e100, `plan/duplicate-id` for two cycles with one
/// id, `input/too-large` and `input/text-too-long` past the limits, and the errors of [`PictureOptions`].
///
/// ```
/// use headwater::diagram::{ChartPicture, PictureOptions, PlottedPoint, draw_chart};
///
/// let values = [4.4, 5.4, 5.2, 5.3, 5.2, 5.8, 5.0];
/// let points = values.map(|value| PlottedPoint { value: Some(value), centre: Some(5.2), ..Default::default() });
/// let input = ChartPicture { points: points.into(), unit: "%".into(), ..Default::default() };
/// let picture = draw_chart(&input, &PictureOptions::default())?;
/// assert!(picture.svg.contains("median"));
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_chart(input: &ChartPicture, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_chart(input, options)?, options)
}

/// Lays a chart out, without drawing it. Errors are those of [`draw_chart`].
pub fn lay_out_chart(input: &ChartPicture, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    check(input)?;
    let said = Said { input, options };
    let (items, height) = Panel::new(&said, width, size).draw();
    Ok(say(input, options).scene(options.rtl(), (width, height), items))
}

/// Refuses what cannot be drawn.
pub fn check(input: &ChartPicture) -> Result<()> {
    let count = |what, size, limit, path: &str| {
        if size > limit { Err(ErrorKind::TooLarge { what, size, limit }.at(path)) } else { Ok(()) }
    };
    count("points", input.points.len(), MOST_POINTS, "points")?;
    count("patterns", input.patterns.len(), MOST_NOTES, "patterns")?;
    count("cycles", input.cycles.len(), MOST_NOTES, "cycles")?;
    let wrong = |value: Option<f64>| value.is_some_and(|value| value.is_nan() || value.abs() > 1e100);
    let number = |path: String| ErrorKind::BadNumber { expected: "give a number of at most 1e100" }.at(path);
    for (i, point) in input.points.iter().enumerate() {
        let values = [
            ("value", point.value),
            ("centre", point.centre),
            ("lower", point.lower),
            ("upper", point.upper),
            ("of", point.of),
        ];
        if let Some((name, _)) = values.into_iter().find(|(_, value)| wrong(*value)) {
            return Err(number(format!("points.{i}.{name}")));
        }
        short(&point.label, "points", i, "label")?;
    }
    if wrong(input.target) {
        return Err(number("target".into()));
    }
    for (i, pattern) in input.patterns.iter().enumerate() {
        let values = [("found", pattern.found), ("limit", pattern.limit)];
        if let Some((name, _)) = values.into_iter().find(|(_, value)| wrong(Some(*value))) {
            return Err(number(format!("patterns.{i}.{name}")));
        }
        short(&pattern.label, "patterns", i, "label")?;
    }
    for (i, cycle) in input.cycles.iter().enumerate() {
        short(&cycle.label, "cycles", i, "label")?;
        short(&cycle.decision, "cycles", i, "decision")?;
    }
    let ids: Vec<&str> = input.cycles.iter().map(|cycle| cycle.id.as_str()).collect();
    if let Some(row) = first_repeated(&ids) {
        let id = ids[row].to_owned();
        return Err(ErrorKind::DuplicateId { table: "cycles", id }.at(format!("cycles.{row}.id")));
    }
    let texts = [("title", &input.title), ("unit", &input.unit), ("headline", &input.headline)];
    let texts = texts.into_iter().map(|(name, text)| (name, text.as_str()));
    for (name, text) in texts.chain([("centreName", input.centre_name.as_deref().unwrap_or_default())]) {
        fits(text).map_err(|error| error.within(name))?;
    }
    Ok(())
}

/// Refuses a text that is too long.
fn fits(text: &str) -> Result<()> {
    let length = text.chars().count();
    if length > MOST_CHARACTERS {
        Err(ErrorKind::TextTooLong { length, limit: MOST_CHARACTERS }.into())
    } else {
        Ok(())
    }
}

fn short<'a>(text: impl Into<Option<&'a String>>, table: &str, row: usize, field: &str) -> Result<()> {
    let text = text.into().map_or("", String::as_str);
    fits(text).map_err(|error| error.within(field).within(row).within(table))
}

/// A chart in words.
pub fn say(input: &ChartPicture, options: &PictureOptions) -> Told {
    let said = Said { input, options };
    Told { title: said.title(), summary: said.summary(), outline: said.outline(), table: said.table() }
}

/// A chart in words.
struct Said<'a> {
    input: &'a ChartPicture,
    options: &'a PictureOptions,
}

impl Said<'_> {
    /// What the picture is called.
    fn title(&self) -> String {
        let title = text::clean(&self.input.title);
        if title.is_empty() { self.options.word("picture-chart").to_owned() } else { title }
    }

    /// What stands above the axis: the measure, a unit that is too long to stand at numbers, and the way to go.
    fn caption(&self) -> String {
        let mut parts = vec![text::clean(&self.input.title)];
        let unit = text::clean(&self.input.unit);
        if !is_short(&unit) {
            parts.push(unit);
        }
        if let Some(higher) = self.input.higher_is_better {
            let key = if higher { "picture-higher-better" } else { "picture-lower-better" };
            parts.push(self.options.word(key).to_owned());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    fn number(&self, value: f64, decimals: usize) -> String {
        self.options.number(value, decimals, &self.input.unit)
    }

    /// The same with all its decimals, as on an axis.
    fn figure(&self, value: f64, decimals: usize) -> String {
        self.options.with_unit(numbers::figure(value, decimals), &self.input.unit)
    }

    fn centre_name(&self) -> String {
        match self.input.centre_name.as_deref().map(text::clean).unwrap_or_default().as_str() {
            "" => self.options.word("picture-median").to_owned(),
            "mean" => self.options.word("picture-mean").to_owned(),
            given => given.to_owned(),
        }
    }

    /// The few words that stand at a pattern.
    fn pattern(&self, pattern: &Pattern) -> String {
        if let Some(label) = pattern.label.as_deref().map(text::clean)
            && !label.is_empty()
        {
            return label;
        }
        let key = match (pattern.rule.as_str(), pattern.above) {
            ("longest-run" | "shift", Some(true)) => "picture-run-above",
            ("longest-run" | "shift", _) => "picture-run-below",
            ("crossings", _) => "picture-crossings",
            ("few-runs", _) => "picture-few-runs",
            ("many-runs", _) => "picture-many-runs",
            ("beyond-limits" | "astronomical", Some(true)) => "picture-beyond-upper",
            ("beyond-limits" | "astronomical", _) => "picture-beyond-lower",
            ("trend", Some(true)) => "picture-trend-up",
            ("trend", _) => "picture-trend-down",
            ("two-in-three", _) => "picture-two-in-three",
            ("four-in-five", _) => "picture-four-in-five",
            ("alternating", _) => "picture-alternating",
            ("hugging", _) => "picture-hugging",
            ("avoiding", _) => "picture-avoiding",
            _ => "picture-signal",
        };
        let (found, limit) = (numbers::short_figure(pattern.found, 2), numbers::short_figure(pattern.limit, 2));
        let args = [("found", found.as_str()), ("limit", &limit), ("centre", &self.centre_name())];
        self.options.sentence(key, &args)
    }

    /// What was decided about a cycle, in the reader’s language.
    fn decision(&self, cycle: &CycleBand) -> String {
        match cycle.decision.as_deref() {
            Some("adopt") => self.options.word("picture-adopt").to_owned(),
            Some("adapt") => self.options.word("picture-adapt").to_owned(),
            Some("abandon") => self.options.word("picture-abandon").to_owned(),
            Some(other) => text::clean(other),
            None => String::new(),
        }
    }

    fn cycle(&self, cycle: &CycleBand) -> String {
        self.options.sentence("picture-cycle", &[("number", &cycle.number.to_string())])
    }

    /// A name of a cycle, and what was decided about it.
    fn with_decision(&self, name: String, cycle: &CycleBand) -> String {
        let decision = self.decision(cycle);
        if decision.is_empty() { name } else { format!("{name}\u{a0}· {decision}") }
    }

    /// What a point is called.
    fn point(&self, index: usize) -> String {
        let Some(point) = self.input.points.get(index) else { return String::new() };
        match (&point.date, &point.label) {
            (_, Some(label)) => text::clean(label),
            (Some(date), None) => dates::in_full(*date, self.options),
            (None, None) => (index + 1).to_string(),
        }
    }

    /// Whether points stand by what they were counted of, as in a funnel, rather than in time.
    fn by_size(&self) -> bool {
        self.input.points.len() > 1 && self.input.points.iter().all(|point| point.of.is_some())
    }

    fn summary(&self) -> String {
        let headline = text::clean(&self.input.headline);
        if !headline.is_empty() {
            return headline;
        }
        let values = self.input.points.iter().filter(|point| point.value.is_some()).count().to_string();
        let first = self.point(0);
        let last = self.point(self.input.points.len().saturating_sub(1));
        let args = [("title", self.title()), ("values", values), ("first", first), ("last", last)];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.options.sentence("picture-chart-summary", &args)
    }

    fn outline(&self) -> Vec<OutlineNode> {
        let leaf = OutlineNode::leaf;
        let mut children = vec![leaf(None, self.summary())];
        let mut phase = None;
        for (i, point) in self.input.points.iter().enumerate() {
            if let (Some(centre), true) = (point.centre, phase != Some(point.phase)) {
                phase = Some(point.phase);
                let args =
                    [("centre", self.centre_name()), ("value", self.number(centre, 2)), ("first", self.point(i))];
                let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                children.push(leaf(None, self.options.sentence("picture-centre-from", &args)));
            }
        }
        if let Some(target) = self.input.target {
            children.push(leaf(None, format!("{} {}", self.options.word("picture-target"), self.number(target, 2))));
        }
        for pattern in &self.input.patterns {
            let (first, last) = (self.point(pattern.start), self.point(pattern.end));
            let span = if pattern.start == pattern.end { first } else { format!("{first} – {last}") };
            let name = format!("{}: {span}", self.pattern(pattern));
            children.push(OutlineNode { index: Some(pattern.start), ..leaf(None, name) });
        }
        for cycle in &self.input.cycles {
            let mut name = self.cycle(cycle);
            let label = text::clean(&cycle.label);
            let days = dates::span(Some(cycle.start), cycle.end, self.options);
            for part in [label, days, self.decision(cycle)] {
                if !part.is_empty() {
                    name = format!("{name}, {part}");
                }
            }
            children.push(leaf(Some(&cycle.id), name));
        }
        vec![OutlineNode { children, ..leaf(None, self.title()) }]
    }

    fn table(&self) -> Vec<Vec<String>> {
        let word = |key| self.options.word(key).to_owned();
        let limits = self.input.points.iter().any(|point| point.lower.is_some() || point.upper.is_some());
        let dated = self.input.points.iter().any(|point| point.date.is_some());
        let mut head = vec![word(if dated { "picture-date" } else { "picture-point" }), word("picture-value")];
        head.push(self.centre_name());
        if limits {
            head.extend([word("picture-lower"), word("picture-upper")]);
        }
        head.push(word("picture-note"));
        let mut rows = vec![head];
        let figure = |value: Option<f64>| value.map_or(String::new(), |value| self.number(value, 3));
        for (i, point) in self.input.points.iter().enumerate() {
            let called = match point.date {
                Some(date) => date.to_string(),
                None => self.point(i),
            };
            let mut row = vec![called, figure(point.value), figure(point.centre)];
            if limits {
                row.extend([figure(point.lower), figure(point.upper)]);
            }
            let mut notes = Vec::new();
            if point.suppressed {
                notes.push(word("picture-hidden"));
            } else if point.value.is_none() {
                notes.push(word("picture-missing"));
            }
            if point.excluded {
                notes.push(word("picture-excluded"));
            }
            if point.signal {
                let here = |pattern: &&Pattern| (pattern.start..=pattern.end).contains(&i);
                notes.extend(self.input.patterns.iter().filter(here).map(|pattern| self.pattern(pattern)));
            }
            for cycle in &self.input.cycles {
                if point.date.is_some_and(|date| cycle.start <= date && cycle.end.is_none_or(|end| date <= end)) {
                    notes.push(self.cycle(cycle));
                }
            }
            row.push(notes.join("; "));
            rows.push(row);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::super::laws::{any_text, check};
    use super::*;
    use crate::diagram::ReadingDirection;
    use proptest::prelude::*;

    fn any_value() -> impl Strategy<Value = f64> {
        prop_oneof![8 => 0.0..12.0_f64, 1 => -1e3..1e3_f64, 1 => Just(0.0), 1 => -1e100..1e100_f64, 1 => Just(5.0)]
    }

    fn any_points() -> impl Strategy<Value = Vec<PlottedPoint>> {
        let value = prop_oneof![9 => (0.0..12.0_f64).prop_map(Some), 1 => any_value().prop_map(Some), 1 => Just(None)];
        let flags = (prop::bool::weighted(0.2), prop::bool::weighted(0.05), prop::bool::weighted(0.05));
        let point = (value, prop::option::weighted(0.9, 4.0..7.0_f64), flags, 1..9i32, any::<prop::sample::Index>());
        let calm = (prop::collection::vec(point, 0..160), 0..5usize, 0..4usize, any::<bool>());
        (calm, any_text()).prop_map(|((points, dating, phases, limits), label)| {
            let mut date = "2023-09-04".parse::<Date>().unwrap();
            let count = points.len();
            points
                .into_iter()
                .enumerate()
                .map(|(i, (value, centre, (signal, excluded, suppressed), step, leap))| {
                    let step = match dating {
                        1 => 7,
                        2 => step,
                        3 => 365,
                        _ => 30,
                    };
                    date = date.plus_days(if leap.index(12) == 0 { step * 5 } else { step });
                    PlottedPoint {
                        date: (dating > 0).then_some(date),
                        label: (dating == 0 && i % 3 == 0).then(|| label.clone()),
                        value: value.filter(|_| !suppressed),
                        centre,
                        lower: limits.then_some(2.0),
                        upper: limits.then_some(8.0 + f64::from(step)),
                        signal,
                        phase: phases * i / count,
                        excluded,
                        suppressed,
                        of: None,
                    }
                })
                .collect()
        })
    }

    fn any_pattern() -> impl Strategy<Value = Pattern> {
        let rule = prop_oneof![Just("longest-run"), Just("crossings"), Just("beyond-limits"), Just("other")];
        let text = prop::option::weighted(0.3, any_text());
        (rule, 0..160usize, 0..30usize, any::<Option<bool>>(), any_value(), text).prop_map(
            |(rule, start, length, above, found, label)| Pattern {
                rule: rule.into(),
                start,
                end: start + length,
                above,
                found,
                limit: found,
                label,
            },
        )
    }

    fn any_cycle() -> impl Strategy<Value = (i32, Option<i32>, u32, Option<String>)> {
        let decision = prop_oneof![Just("adopt".to_owned()), Just("abandon".to_owned()), any_text()];
        (-200..1200i32, prop::option::of(0..200i32), any::<u32>(), prop::option::of(decision))
    }

    fn any_chart() -> impl Strategy<Value = ChartPicture> {
        let notes = (prop::collection::vec(any_pattern(), 0..12), prop::collection::vec(any_cycle(), 0..12));
        let words = (any_text(), prop_oneof![Just("%".to_owned()), any_text()], prop::option::of(any_text()));
        (any_points(), notes, words, prop::option::of(any_value()), any::<Option<bool>>()).prop_map(
            |(points, (patterns, cycles), (title, unit, centre_name), target, higher_is_better)| {
                let first = "2023-09-04".parse::<Date>().unwrap();
                let cycles = cycles.into_iter().enumerate().map(|(i, (start, length, number, decision))| CycleBand {
                    id: format!("y{i}"),
                    number,
                    label: title.clone(),
                    start: first.plus_days(start),
                    end: length.map(|length| first.plus_days(start + length)),
                    decision,
                });
                let cycles = cycles.collect();
                let headline = title.clone();
                let range = None;
                ChartPicture {
                    points,
                    patterns,
                    cycles,
                    title,
                    unit,
                    centre_name,
                    higher_is_better,
                    target,
                    range,
                    headline,
                }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

        #[test]
        fn a_chart_keeps_every_law(
            input in any_chart(),
            width in prop_oneof![240.0..4000.0_f64, 240.0..800.0_f64],
            text_size in 8.0..40.0_f64,
            rtl in any::<bool>(),
        ) {
            let options = PictureOptions {
                width: Some(width),
                text_size: Some(text_size),
                direction: if rtl { ReadingDirection::Rtl } else { ReadingDirection::Ltr },
                ..Default::default()
            };
            let scene = lay_out_chart(&input, &options).unwrap();
            let ids: Vec<&str> = input.cycles.iter().map(|cycle| cycle.id.as_str()).collect();
            check(&scene, &ids).map_err(TestCaseError::fail)?;
            prop_assert_eq!(scene.table.len(), input.points.len() + 1);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        #[test]
        fn a_funnel_and_small_multiples_keep_every_law(
            charts in prop::collection::vec(any_chart(), 0..5),
            title in any_text(),
            sizes in prop::collection::vec(0.0..5e3_f64, 160),
            options in super::super::fishbone::tests::any_options(),
        ) {
            let mut charts = charts;
            charts.iter_mut().for_each(|chart| chart.cycles.clear());
            let grid = GridInput { title, charts: charts.clone() };
            check(&lay_out_grid(&grid, &options).unwrap(), &[]).map_err(TestCaseError::fail)?;
            for mut chart in charts {
                let mut sizes = sizes.clone();
                sizes.sort_by(f64::total_cmp);
                for (point, of) in chart.points.iter_mut().zip(sizes) {
                    point.of = Some(of);
                    point.date = None;
                }
                check(&lay_out_chart(&chart, &options).unwrap(), &[]).map_err(TestCaseError::fail)?;
            }
        }
    }

    fn monthly(values: &[f64]) -> ChartPicture {
        let points = values.iter().enumerate().map(|(i, &value)| PlottedPoint {
            date: Date::new(2025, i as i8 + 1, 1),
            value: Some(value),
            centre: Some(5.0),
            ..Default::default()
        });
        ChartPicture { points: points.collect(), unit: "%".into(), ..Default::default() }
    }

    #[test]
    fn a_run_is_said_in_words_beside_its_points() {
        let mut input = monthly(&[6.0, 5.5, 6.0, 4.0, 4.2, 4.1, 4.0, 4.4]);
        let (start, end, above) = (3, 7, Some(false));
        input.patterns = vec![Pattern { rule: "shift".into(), start, end, above, found: 5.0, ..Default::default() }];
        let picture = draw_chart(&input, &PictureOptions::default()).unwrap();
        assert!(picture.svg.contains(">5 below the median<"));
        assert!(picture.svg.contains(">median 5%<"));
        assert_eq!(picture.outline[0].children[2].name, "5 below the median: 1 Apr 2025 – 1 Aug 2025");
    }

    #[test]
    fn a_hidden_value_is_neither_zero_nor_missing() {
        let mut input = monthly(&[6.0, 5.5, 6.0]);
        input.points[1].value = None;
        input.points[1].suppressed = true;
        let picture = draw_chart(&input, &PictureOptions::default()).unwrap();
        assert_eq!(picture.table[2], ["2025-02-01", "", "5%", "hidden"]);
        assert!(picture.svg.contains("class=\"hw-hidden\" data-index=\"1\""));
    }

    #[test]
    fn words_come_in_the_language_of_the_options() {
        let options = PictureOptions {
            words: [("picture-median".to_owned(), "Median".to_owned()), ("picture-decimal".to_owned(), ",".to_owned())]
                .into(),
            ..Default::default()
        };
        let mut input = monthly(&[6.0, 5.5, 6.0]);
        input.points.iter_mut().for_each(|point| point.centre = Some(5.25));
        assert!(draw_chart(&input, &options).unwrap().svg.contains(">Median 5,25%<"));
    }

    #[test]
    fn numbers_that_are_none_are_refused_with_their_place() {
        let mut input = monthly(&[1.0, f64::INFINITY]);
        let error = draw_chart(&input, &PictureOptions::default()).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), ("input/bad-number", "points.1.value"));
        input.points.truncate(1);
        input.target = Some(f64::NAN);
        assert_eq!(draw_chart(&input, &PictureOptions::default()).unwrap_err().path, "target");
    }
}
