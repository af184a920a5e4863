//! The reading in words: the headline, each signal, the numbers behind it, the target.
//!
//! Sentences state what the series shows and what chance would explain. They give no cause, and no verdict on fewer
//! than ten useful points.

use super::{ChartInput, ChartPhase, ChartPoint, ChartSignal, CycleMark, Direction, Followed, RuleId, Side};
use crate::{Arg, Date, Message};

/// Below this many points off the centre line a chart says nothing about chance.
pub(super) const USEFUL_FOR_A_VERDICT: usize = 10;

/// The most signals that are put into sentences; all of them are in `signals`.
const MOST_SIGNAL_SENTENCES: usize = 6;

/// Puts findings about one series into words.
pub(super) struct Words<'a> {
    input: &'a ChartInput,
    points: &'a [ChartPoint],
    /// The cycles in the order in which they started.
    cycles: Vec<&'a CycleMark>,
    decimals: u32,
}

impl<'a> Words<'a> {
    pub fn new(input: &'a ChartInput, points: &'a [ChartPoint]) -> Self {
        let mut cycles: Vec<&CycleMark> = input.cycles.iter().collect();
        cycles.sort_by_key(|cycle| cycle.start);
        Self { input, points, cycles, decimals: decimals(points) }
    }

    /// A run that is longer than chance makes usual.
    pub fn long_run(&self, start: usize, end: usize, side: Side, found: usize, limit: usize, centre: f64) -> Message {
        let (from, to) = (self.place(start), self.place(end));
        let text = format!(
            "{found} values in a row lie {} the centre line of {}, from {} to {}. Up to {limit} would be usual by chance.",
            side.word(),
            self.amount(centre),
            from.1,
            to.1
        );
        let args = [
            ("found", Arg::from(found)),
            ("side", Arg::from(side.word())),
            ("centre", self.rounded(centre)),
            ("unit", self.unit()),
            ("from", from.0),
            ("to", to.0),
            ("limit", Arg::from(limit)),
        ];
        Message::new("chart-long-run", args, text)
    }

    /// Fewer crossings than chance makes usual.
    pub fn few_crossings(&self, found: usize, limit: usize, useful: usize, centre: f64) -> Message {
        let text = format!(
            "The series crosses its centre line of {} {}. Among {useful} values, {limit} or more would be usual by \
             chance: the level drifts, or has moved.",
            self.amount(centre),
            times(found)
        );
        let args = [
            ("found", Arg::from(found)),
            ("centre", self.rounded(centre)),
            ("unit", self.unit()),
            ("useful", Arg::from(useful)),
            ("limit", Arg::from(limit)),
        ];
        Message::new("chart-few-crossings", args, text)
    }

    /// The latest cycle that had started when the pattern from `start` on began.
    pub fn followed(&self, start: usize) -> Option<Followed> {
        let date = self.points.get(start)?.date?;
        let before = self.cycles.partition_point(|cycle| cycle.start <= date);
        let cycle = self.cycles.get(before.checked_sub(1)?)?;
        // Points are in time order, so those since the cycle began are the ones from the first such point on.
        let first = self.points.partition_point(|point| point.date.is_some_and(|day| day < cycle.start));
        let points = start.saturating_sub(first);
        let days = date.day_number() - cycle.start.day_number();
        let name = match cycle.label.trim() {
            "" => format!("cycle {}", cycle.number),
            label => format!("cycle {} (“{label}”)", cycle.number),
        };
        let when = match (days, points) {
            (0, _) => format!("This began on the day on which {name} started."),
            (_, 0) => format!("This began with the first value after {name} started, {} later.", counted(days, "day")),
            _ => format!("This began {} and {} after {name} started.", counted(points, "value"), counted(days, "day")),
        };
        let args = [
            ("cycle", Arg::from(cycle.number as usize)),
            ("label", Arg::from(cycle.label.trim())),
            ("started", Arg::from(cycle.start.to_string())),
            ("points", Arg::from(points)),
            ("days", Arg::Number(f64::from(days))),
        ];
        let text = format!("{when} That alone does not prove that the cycle is the cause.");
        let message = Message::new("chart-signal-after-cycle", args, text);
        Some(Followed { cycle: cycle.id.clone(), points, days, message })
    }

    /// The whole reading, headline first.
    pub fn sentences(&self, phases: &[ChartPhase], signals: &[ChartSignal]) -> Vec<Message> {
        let mut sentences = vec![self.headline(phases, signals)];
        for signal in signals.iter().take(MOST_SIGNAL_SENTENCES) {
            sentences.push(signal.message.clone());
            sentences.extend(signal.followed.as_ref().map(|followed| followed.message.clone()));
        }
        let more = signals.len().saturating_sub(MOST_SIGNAL_SENTENCES);
        if more > 0 {
            let text = format!("{more} more signals are listed with the chart.");
            sentences.push(Message::new("chart-more-signals", [("count", Arg::from(more))], text));
        }
        let Some(last) = phases.last() else { return sentences };
        sentences.extend(self.runs(last));
        if let [.., before, last] = phases {
            sentences.extend(self.phase_change(before, last));
        }
        sentences.extend(self.target(last));
        sentences
    }

    fn headline(&self, phases: &[ChartPhase], signals: &[ChartSignal]) -> Message {
        let present = self.points.iter().filter(|point| point.value.is_some() && !point.excluded).count();
        let last = phases.last();
        let Some((phase, centre)) = last.and_then(|phase| Some((phase, phase.centre?))).filter(|_| present > 0) else {
            return self.titled("chart-no-values", [], "there are no values yet.".into());
        };
        let number = phases.len() - 1;
        let args = [
            ("useful", Arg::from(phase.useful)),
            ("needed", Arg::from(USEFUL_FOR_A_VERDICT)),
            ("centre", self.rounded(centre)),
            ("unit", self.unit()),
            ("phases", Arg::from(phases.len())),
        ];
        let these = if number > 0 { " in the latest phase" } else { "" };
        if phase.useful < USEFUL_FOR_A_VERDICT {
            let text = format!(
                "{}{these} so far off the centre line of {}. With {USEFUL_FOR_A_VERDICT}, the chart can say whether a \
                 change is more than chance.",
                counted(phase.useful, "value"),
                self.amount(centre)
            );
            return self.titled("chart-too-few", args, text);
        }
        let mut latest = signals.iter().filter(|signal| signal.phase == number).peekable();
        if latest.peek().is_none() {
            let text = format!(
                "no sign of more than chance among {}{these}. A small change may still hide in them.",
                counted(phase.useful, "value")
            );
            return self.titled("chart-no-signal", args, text);
        }
        // What the series does now matters most: a run that reaches the last useful value.
        let lasting =
            latest.find(|signal| signal.rule == RuleId::LongestRun && self.last_useful(phase) == Some(signal.end));
        let Some((run, side)) = lasting.and_then(|signal| Some((signal, signal.side?))) else {
            let text = format!(
                "the {}{these} show more than chance. Look at what was different when it began.",
                counted(phase.useful, "value")
            );
            return self.titled("chart-signal", args, text);
        };
        let mut text = format!(
            "the latest {} values lie {} the centre line of {}, more than chance explains.",
            run.found,
            side.word(),
            self.amount(centre)
        );
        let key = match self.wanted() {
            None => "chart-signal-now",
            Some(wanted) if wanted == side => {
                text += &format!(" {} is better here: this is the direction you want.", better(wanted));
                "chart-signal-now-better"
            }
            Some(wanted) => {
                text += &format!(" {} is better here: this is not the direction you want.", better(wanted));
                "chart-signal-now-worse"
            }
        };
        let side = [("found", Arg::Number(run.found)), ("side", Arg::from(side.word()))];
        self.titled(key, side.into_iter().chain(args), text)
    }

    /// The numbers that the run rules look at.
    fn runs(&self, phase: &ChartPhase) -> Option<Message> {
        let ChartPhase { useful, longest_run, longest_run_limit, crossings, crossings_limit, centre, .. } = *phase;
        let (longest, longest_limit) = (longest_run?, longest_run_limit?);
        let (crossings, crossings_limit) = (crossings?, crossings_limit?);
        let args = [
            ("useful", Arg::from(useful)),
            ("longest", Arg::from(longest)),
            ("longestLimit", Arg::from(longest_limit)),
            ("crossings", Arg::from(crossings)),
            ("crossingsLimit", Arg::from(crossings_limit)),
            ("centre", self.rounded(centre?)),
            ("unit", self.unit()),
        ];
        let level = self.amount(centre?);
        if useful < USEFUL_FOR_A_VERDICT {
            let text = format!(
                "The centre line is {level}; the longest run on one side of it is {}, and the series crosses it {}.",
                counted(longest, "value"),
                times(crossings)
            );
            return Some(Message::new("chart-runs-so-far", args, text));
        }
        let text = format!(
            "The centre line is {level}. The longest run on one side of it is {} (up to {longest_limit} is usual), and \
             the series crosses it {} ({crossings_limit} or more is usual).",
            counted(longest, "value"),
            times(crossings)
        );
        Some(Message::new("chart-runs", args, text))
    }

    /// From one phase to the next.
    fn phase_change(&self, before: &ChartPhase, after: &ChartPhase) -> Option<Message> {
        let (from, to) = (before.centre?, after.centre?);
        let side = Side::of(to, from)?;
        let mut text = format!(
            "From the phase before to this one, the centre line moved from {} to {}.",
            self.amount(from),
            self.amount(to)
        );
        let key = match self.wanted() {
            None => "chart-phase-change",
            Some(wanted) if wanted == side => {
                text += &format!(" {} is better here.", better(wanted));
                "chart-phase-change-better"
            }
            Some(wanted) => {
                text += &format!(" {} is better here, so this is not the direction you want.", better(wanted));
                "chart-phase-change-worse"
            }
        };
        Some(Message::new(key, [("from", self.rounded(from)), ("to", self.rounded(to)), ("unit", self.unit())], text))
    }

    /// How the centre line of the last phase stands to the target.
    fn target(&self, phase: &ChartPhase) -> Option<Message> {
        let (target, centre) = (self.input.target?, phase.centre?);
        let (goal, level) = (self.amount(target), self.amount(centre));
        let args = [("target", self.rounded(target)), ("centre", self.rounded(centre)), ("unit", self.unit())];
        let (key, text) = match (self.wanted(), Side::of(centre, target)) {
            (None, _) => ("chart-target", format!("The target is {goal}; the centre line is {level}.")),
            (Some(wanted), Some(side)) if wanted != side => (
                "chart-target-ahead",
                format!(
                    "The target is {goal}; the centre line is {level}, and {} is better here.",
                    better_inside(wanted)
                ),
            ),
            _ => ("chart-target-reached", format!("The centre line of {level} has reached the target of {goal}.")),
        };
        Some(Message::new(key, args, text))
    }

    /// The side on which values are better.
    fn wanted(&self) -> Option<Side> {
        match self.input.direction? {
            Direction::Increase => Some(Side::Above),
            Direction::Decrease => Some(Side::Below),
            Direction::Neutral => None,
        }
    }

    fn last_useful(&self, phase: &ChartPhase) -> Option<usize> {
        let points = self.points.get(phase.start..phase.end)?;
        let useful = |point: &&ChartPoint| !point.excluded && point.value.is_some() && point.value != point.centre;
        points.iter().rev().find(useful).map(|point| point.index)
    }

    /// A headline, with the title before it if there is one.
    fn titled(
        &self,
        key: &'static str,
        args: impl IntoIterator<Item = (&'static str, Arg)>,
        sentence: String,
    ) -> Message {
        let title = self.input.title.as_deref().map_or("", str::trim);
        let text = if title.is_empty() {
            let mut letters = sentence.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        } else {
            format!("{title}: {sentence}")
        };
        Message::new(key, std::iter::once(("title", Arg::from(title))).chain(args), text)
    }

    /// Where a point lies in time: its date, or its number counted from 1.
    fn place(&self, index: usize) -> (Arg, String) {
        match self.points.get(index).and_then(|point| point.date) {
            Some(date) => (Arg::from(date.to_string()), day(date)),
            None => (Arg::from(index + 1), format!("point {}", index + 1)),
        }
    }

    fn unit(&self) -> Arg {
        Arg::from(self.input.unit.as_deref().map_or("", str::trim))
    }

    fn rounded(&self, value: f64) -> Arg {
        Arg::Number(round(value, self.decimals))
    }

    /// A number with its unit: “18.2%”, “12 pupils”.
    fn amount(&self, value: f64) -> String {
        let figure = figure(value, self.decimals);
        match self.input.unit.as_deref().map_or("", str::trim) {
            "" => figure,
            "%" => figure + "%",
            unit => format!("{figure} {unit}"),
        }
    }
}

fn better(side: Side) -> &'static str {
    if side == Side::Above { "Higher" } else { "Lower" }
}

fn better_inside(side: Side) -> &'static str {
    if side == Side::Above { "higher" } else { "lower" }
}

fn counted(count: impl TryInto<i64>, noun: &str) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn times(count: usize) -> String {
    match count {
        0 => "at no time".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

fn day(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::try_from(date.month() - 1).unwrap_or(0)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// As many decimals as tell a fiftieth of the spread apart, at most 6.
fn decimals(points: &[ChartPoint]) -> u32 {
    let values = || points.iter().filter_map(|point| point.value);
    let spread = values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min);
    if spread.is_nan() || spread <= 0.0 {
        return 3;
    }
    let mut step = 1.0;
    (0..6)
        .find(|_| {
            let fine = step <= spread / 50.0;
            step /= 10.0;
            fine
        })
        .unwrap_or(6)
}

fn round(value: f64, decimals: u32) -> f64 {
    let scale = 10_f64.powi(decimals as i32);
    let rounded = (value * scale).round() / scale;
    // Not -0, which would print a minus sign.
    if rounded.is_finite() { rounded + 0.0 } else { value }
}

/// A number as English writes it, rounded and without idle zeros: `18.2`, `12,400`.
fn figure(value: f64, decimals: u32) -> String {
    let shortest = round(value, decimals).to_string();
    let (sign, digits) = shortest.strip_prefix('-').map_or(("", shortest.as_str()), |rest| ("−", rest));
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::from(sign);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(figure(18.1666, 1), "18.2");
        assert_eq!(figure(18.0, 1), "18");
        assert_eq!(figure(-0.04, 1), "0");
        assert_eq!(figure(-1234.5, 1), "−1,234.5");
        assert_eq!(figure(1_234_567.0, 0), "1,234,567");
    }
}
