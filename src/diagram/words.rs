//! The few words that a picture adds to those of its reader: by key, in English, to be said in another language.

use super::PictureOptions;
use super::numbers::short_figure;
use super::text::{Face, clean};
use crate::{ErrorKind, Result};

/// The most characters of a label.
const MOST_CHARACTERS: usize = 2000;

/// Keys and English. Catalogues hold the same keys; `{$name}` is filled in.
const WORDS: &[(&str, &str)] = &[
    // These are asked for at every number and every day, so they stand first.
    ("picture-decimal", "."),
    ("picture-percent", "{$n}%"),
    ("picture-day-month", "{$day} {$month}"),
    ("picture-months", "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    ("picture-no-problem", "No problem stated yet"),
    ("picture-blank", "(blank)"),
    ("picture-problem", "Problem"),
    ("picture-cause", "Cause"),
    ("picture-under", "Under"),
    ("picture-status", "Status"),
    ("picture-suspected", "suspected"),
    ("picture-supported", "supported"),
    ("picture-refuted", "refuted"),
    ("picture-root", "root cause"),
    ("picture-fishbone-title", "Fishbone: {$problem}"),
    ("picture-day", "{$day} {$month} {$year}"),
    ("picture-chart", "Chart"),
    ("picture-chart-summary", "{$title}: {$values} values, {$first} to {$last}."),
    ("picture-no-values", "No values yet"),
    ("picture-date", "Date"),
    ("picture-point", "Point"),
    ("picture-value", "Value"),
    ("picture-note", "Note"),
    ("picture-median", "median"),
    ("picture-mean", "mean"),
    ("picture-size", "how many are counted"),
    ("picture-target", "target"),
    ("picture-lower", "lower limit"),
    ("picture-upper", "upper limit"),
    ("picture-centre-from", "{$centre} {$value} from {$first}"),
    ("picture-higher-better", "higher is better"),
    ("picture-lower-better", "lower is better"),
    ("picture-missing", "missing"),
    ("picture-hidden", "hidden"),
    ("picture-hidden-count", "hidden, because they speak of too few people: {$count}"),
    ("picture-excluded", "left out"),
    ("picture-cycle", "Cycle {$number}"),
    ("picture-adopt", "adopt"),
    ("picture-adapt", "adapt"),
    ("picture-abandon", "abandon"),
    ("picture-run-above", "{$found} above the {$centre}"),
    ("picture-run-below", "{$found} below the {$centre}"),
    ("picture-crossings", "crossings of the {$centre}: {$found}; {$limit} or more is usual"),
    ("picture-few-runs", "{$found} runs; {$limit} or more is usual"),
    ("picture-many-runs", "{$found} runs; {$limit} at most is usual"),
    ("picture-beyond-upper", "above the limit"),
    ("picture-beyond-lower", "below the limit"),
    ("picture-trend-up", "{$found} up in a row"),
    ("picture-trend-down", "{$found} down in a row"),
    ("picture-two-in-three", "two of three near a limit"),
    ("picture-four-in-five", "four of five far from the {$centre}"),
    ("picture-alternating", "{$found} up and down by turns"),
    ("picture-hugging", "{$found} close to the {$centre}"),
    ("picture-avoiding", "{$found} away from the {$centre}"),
    ("picture-signal", "more than chance"),
    ("picture-charts", "Charts"),
    ("picture-grid-summary", "{$title}: {$count} charts on one scale. {$readings}"),
    ("picture-cycles", "Cycles"),
    ("picture-numbered", "{$number}. {$text}"),
    ("picture-number", "Number"),
    ("picture-stands", "Where it stands"),
    ("picture-stage", "{$stage} ({$count})"),
    ("picture-planned", "planned"),
    ("picture-doing", "under way"),
    ("picture-studying", "to decide"),
    ("picture-decided", "decided"),
    ("picture-ramp-summary", "{$title}: {$cycles} cycles, {$decided} decided, {$adopted} of them to adopt."),
    ("picture-board-summary", "{$title}: a board with {$cycles} cycles, {$decided} of them decided."),
    ("picture-pareto-summary", "{$title}: {$few} of {$all} make {$share} of {$total}."),
    ("picture-no-bars", "{$title}: nothing is counted yet."),
    ("picture-bar", "{$text}: {$value}, {$share} with those above"),
    ("picture-sum", "With those above"),
    ("picture-why", "Why?"),
    ("picture-whys-title", "Whys: {$problem}"),
    ("picture-whys-summary", "A tree of whys. Causes: {$causes}. Branches: {$groups}. {$statuses}."),
    ("picture-no-aim", "No aim set yet"),
    ("picture-aim", "Aim"),
    ("picture-primary", "primary driver"),
    ("picture-secondary", "secondary driver"),
    ("picture-idea", "change idea"),
    ("picture-primaries", "Primary drivers"),
    ("picture-secondaries", "Secondary drivers"),
    ("picture-ideas", "Change ideas"),
    ("picture-owner", "Owner: {$owner}"),
    ("picture-owned", "Owner"),
    ("picture-also", "also serves: {$others}"),
    ("picture-rank", "What it is"),
    ("picture-words", "What it says"),
    ("picture-serves", "Serves"),
    ("picture-drivers-title", "Drivers: {$aim}"),
    (
        "picture-drivers-summary",
        "A driver diagram with {$primary} primary drivers, {$secondary} secondary drivers and {$ideas} change ideas.",
    ),
    ("picture-fishbone-summary", "A fishbone. Causes: {$causes}. Groups: {$groups}. {$statuses}."),
];

impl PictureOptions {
    /// A number with its unit, if that is short: "5.3%", "61 h".
    pub(super) fn number(&self, value: f64, decimals: usize, unit: &str) -> String {
        self.with_unit(short_figure(value, decimals), unit)
    }

    /// A figure as this language writes it, with its unit, if that is short.
    pub(super) fn with_unit(&self, figure: String, unit: &str) -> String {
        let mark = self.word("picture-decimal");
        let figure = if mark == "." { figure } else { figure.replace('.', mark) };
        match unit.trim() {
            "" => figure,
            "%" => self.sentence("picture-percent", &[("n", &figure)]),
            unit if !is_short(unit) => figure,
            unit => figure + "\u{a0}" + &clean(unit),
        }
    }

    /// The word with this key, in the language of the options.
    pub(super) fn word(&self, key: &'static str) -> &str {
        let english = || WORDS.iter().find(|(known, _)| *known == key).map_or(key, |(_, text)| text);
        let given = if self.words.is_empty() { None } else { self.words.get(key) };
        given.map_or_else(english, String::as_str)
    }

    /// A text ready to be drawn, or the words that stand in for a blank one. Refused: what is too long.
    pub(super) fn said(&self, text: &str, blank: &'static str) -> Result<String> {
        let words = self.checked(text)?;
        Ok(if words.is_empty() { self.word(blank).to_owned() } else { words })
    }

    /// A text ready to be drawn, which may be empty. Refused: what is too long.
    pub(super) fn checked(&self, text: &str) -> Result<String> {
        let length = text.chars().count();
        if length > MOST_CHARACTERS {
            return Err(ErrorKind::TextTooLong { length, limit: MOST_CHARACTERS }.into());
        }
        Ok(clean(text))
    }

    /// The sentence with this key, filled in.
    pub(super) fn sentence(&self, key: &'static str, args: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = self.word(key);
        // One pass over the pattern, so that braces in what is filled in stay what they are.
        while let Some((before, after)) = rest.split_once('{') {
            out += before;
            let Some((name, after)) = after.split_once('}') else { break };
            let name = name.trim_start_matches('$');
            out += args.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
            rest = after;
        }
        out + rest
    }
}

/// Whether a unit is short enough to stand behind every number.
pub(super) fn is_short(unit: &str) -> bool {
    Face::regular(1.0).width(unit) <= 2.0
}
