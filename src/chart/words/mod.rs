//! The reading in words: the headline, each signal, the numbers behind it, the target.
//!
//! Sentences state what the series shows and what chance would explain. They give no cause, and no verdict on fewer
//! than ten useful points.

mod english;
mod patterns;

use super::lines::design;
use super::runs::USEFUL_FOR_A_VERDICT;
use super::sums::in_order;
use super::{
    Assurance, ChartInput, ChartPhase, ChartPoint, ChartSignal, CycleMark, Direction, Followed, RuleId, RuleSet, Side,
};
use crate::{Arg, Message};
use english::{counted, day, decimals, figure, round, times};

/// The most signals that are put into sentences, the latest; all of them are in `signals`.
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
        let start = |index: usize| input.cycles.get(index).map(|cycle| cycle.start);
        let order = in_order(input.cycles.len(), &|a, b| start(a).cmp(&start(b)));
        let cycles = order.into_iter().filter_map(|index| input.cycles.get(index)).collect();
        Self { input, points, cycles, decimals: decimals(points) }
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
        let args = vec![
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
    pub fn sentences(
        &self,
        phases: &[ChartPhase],
        signals: &[ChartSignal],
        assurance: Option<Assurance>,
    ) -> Vec<Message> {
        let mut sentences = vec![self.headline(phases, signals)];
        let earlier = signals.len().saturating_sub(MOST_SIGNAL_SENTENCES);
        for signal in signals.iter().skip(earlier) {
            sentences.push(signal.message.clone());
            sentences.extend(signal.followed.as_ref().map(|followed| followed.message.clone()));
        }
        if earlier > 0 {
            let text = format!("And {earlier} earlier, listed with the chart.");
            sentences.push(Message::new("chart-earlier-signals", vec![("count", Arg::from(earlier))], text));
        }
        let Some(last) = phases.last() else { return sentences };
        if self.input.rules == RuleSet::Anhoej && design(self.input.kind).runs {
            sentences.extend(self.runs(last));
        } else {
            sentences.extend(self.centre(last));
        }
        if last.useful >= USEFUL_FOR_A_VERDICT {
            sentences.extend(self.limits());
        }
        if let [.., before, last] = phases {
            sentences.extend(self.phase_change(before, last));
        }
        sentences.extend(match assurance {
            Some(assurance) => self.assurance(assurance),
            None => self.target(last),
        });
        sentences
    }

    fn headline(&self, phases: &[ChartPhase], signals: &[ChartSignal]) -> Message {
        let number = phases.len().saturating_sub(1);
        let last = phases.last().and_then(|phase| Some((phase, phase.centre?)));
        let counts = |point: &&ChartPoint| point.phase == number && point.value.is_some() && !point.excluded;
        let present = self.points.iter().filter(counts).count();
        let Some((phase, centre)) = last.filter(|_| present > 0) else {
            return self.titled("chart-no-values", Vec::new(), "there are no values yet.".into());
        };
        let mut args = vec![
            ("values", Arg::from(present)),
            ("useful", Arg::from(phase.useful)),
            ("needed", Arg::from(USEFUL_FOR_A_VERDICT)),
            ("centre", self.rounded(centre)),
            ("unit", self.unit()),
            ("phases", Arg::from(phases.len())),
        ];
        let these = if number > 0 { " in the latest phase" } else { "" };
        let (values, level) = (counted(present, "value"), self.amount(centre));
        if phase.useful == 0 && present >= USEFUL_FOR_A_VERDICT {
            let text = format!("all {values}{these} lie on the centre line of {level}, so there is no run to read.");
            return self.titled("chart-all-on-centre", args, text);
        }
        if phase.useful < USEFUL_FOR_A_VERDICT {
            let these_count = match present - phase.useful.min(present) {
                0 => format!("{values} so far{these}. With {USEFUL_FOR_A_VERDICT}"),
                _ => format!(
                    "{values} so far{these}, {} of them off the centre line of {level}. With {USEFUL_FOR_A_VERDICT} of \
                     those",
                    phase.useful
                ),
            };
            let text = format!("{these_count}, the chart can say whether a change is more than chance.");
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
        if self.input.rules == RuleSet::Ihi && latest.clone().all(|signal| signal.rule == RuleId::Trend) {
            let text = "a trend, and no other sign. The trend rule gives many false alarms: look for a second sign before \
                        you act on it.";
            return self.titled("chart-trend-alone", args, text.into());
        }
        // What the series does now matters most: the pattern that reaches the last value.
        let reaching = latest.filter(|signal| self.reaches_the_end(signal, phase));
        let now = reaching.filter_map(|signal| Some((signal, signal.side?, now(signal.rule)?))).next();
        let Some((signal, side, [plain, better, worse])) = now else {
            let text = format!(
                "the {}{these} show more than chance. Look at what was different when it began.",
                counted(phase.useful, "value")
            );
            return self.titled("chart-signal", args, text);
        };
        let length = signal.found as usize;
        let text = match signal.rule {
            RuleId::Trend => {
                let way = if side == Side::Above { "rise" } else { "fall" };
                format!("the latest {length} values {way} one after the other, more than chance explains.")
            }
            RuleId::BeyondLimits | RuleId::Astronomical => {
                let bound = if side == Side::Above { "upper" } else { "lower" };
                format!("the latest value lies {} the {bound} limit, more than chance explains.", side.word())
            }
            _ => format!(
                "the latest {length} values lie {} the centre line of {}, more than chance explains.",
                side.word(),
                self.amount(centre)
            ),
        };
        let (key, text) = match self.wanted() {
            None => (plain, text),
            Some(wanted) if wanted == side => {
                (better, format!("{text} {} is better here: this is the direction you want.", word(wanted)))
            }
            Some(wanted) => {
                (worse, format!("{text} {} is better here: this is not the direction you want.", word(wanted)))
            }
        };
        args.push(("found", Arg::Number(signal.found)));
        args.push(("side", Arg::from(side.word())));
        self.titled(key, args, text)
    }

    /// Whether a pattern lasts until now. Runs last over values on the centre line.
    fn reaches_the_end(&self, signal: &ChartSignal, phase: &ChartPhase) -> bool {
        let points = self.points.get(phase.start..phase.end).unwrap_or(&[]);
        let last = |passed_over: &dyn Fn(&ChartPoint) -> bool| {
            let counts = |point: &&ChartPoint| !point.excluded && point.value.is_some() && !passed_over(point);
            points.iter().rev().find(counts).map(|point| point.index)
        };
        let runs = matches!(signal.rule, RuleId::LongestRun | RuleId::Shift) && self.input.rules != RuleSet::Nhs;
        last(&|point| runs && point.value == point.centre) == Some(signal.end)
    }

    /// The numbers that the run rules look at.
    fn runs(&self, phase: &ChartPhase) -> Option<Message> {
        let ChartPhase { useful, longest_run, longest_run_limit, crossings, crossings_limit, centre, .. } = *phase;
        let (longest, longest_limit) = (longest_run?, longest_run_limit?);
        let (crossings, crossings_limit) = (crossings?, crossings_limit?);
        let args = vec![
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

    fn centre(&self, phase: &ChartPhase) -> Option<Message> {
        let centre = phase.centre?;
        let text = format!("The centre line is {}.", self.amount(centre));
        Some(Message::new("chart-centre", vec![("centre", self.rounded(centre)), ("unit", self.unit())], text))
    }

    /// How far chance reaches at the latest point.
    fn limits(&self) -> Option<Message> {
        let point = self.points.last()?;
        let (lower, upper) = (point.lower?, point.upper?);
        let text =
            format!("At the latest point, chance alone reaches from {} to {}.", self.amount(lower), self.amount(upper));
        let args = vec![("lower", self.rounded(lower)), ("upper", self.rounded(upper)), ("unit", self.unit())];
        Some(Message::new("chart-limits", args, text))
    }

    /// Whether the process, as it is, meets its target.
    fn assurance(&self, assurance: Assurance) -> Option<Message> {
        let target = self.input.target?;
        let goal = self.amount(target);
        let (key, text) = match assurance {
            Assurance::Pass => {
                ("chart-assurance-pass", format!("As it runs now, the process can be expected to meet {goal}."))
            }
            Assurance::Fail => (
                "chart-assurance-fail",
                format!(
                    "As it runs now, the process cannot be expected to meet {goal}. That takes a change to the process."
                ),
            ),
            Assurance::Inconsistent => (
                "chart-assurance-inconsistent",
                format!("As it runs now, the process meets {goal} at some times and not at others, by chance."),
            ),
        };
        Some(Message::new(key, vec![("target", self.rounded(target)), ("unit", self.unit())], text))
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
                text += &format!(" {} is better here.", word(wanted));
                "chart-phase-change-better"
            }
            Some(wanted) => {
                text += &format!(" {} is better here, so this is not the direction you want.", word(wanted));
                "chart-phase-change-worse"
            }
        };
        Some(Message::new(
            key,
            vec![("from", self.rounded(from)), ("to", self.rounded(to)), ("unit", self.unit())],
            text,
        ))
    }

    /// How the centre line of the last phase stands to the target.
    fn target(&self, phase: &ChartPhase) -> Option<Message> {
        let (target, centre) = (self.input.target?, phase.centre?);
        let (goal, level) = (self.amount(target), self.amount(centre));
        let args = vec![("target", self.rounded(target)), ("centre", self.rounded(centre)), ("unit", self.unit())];
        let (key, text) = match (self.wanted(), Side::of(centre, target)) {
            (None, _) => ("chart-target", format!("The target is {goal}; the centre line is {level}.")),
            (Some(wanted), Some(side)) if wanted != side => (
                "chart-target-ahead",
                format!("The target is {goal}; the centre line is {level}. {} is better here.", word(wanted)),
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

    /// A headline, with the title before it if there is one.
    fn titled(&self, key: &'static str, mut args: Vec<(&'static str, Arg)>, mut sentence: String) -> Message {
        let title = self.input.title.as_deref().map_or("", str::trim);
        if title.is_empty() {
            if let Some(first) = sentence.get_mut(..1) {
                first.make_ascii_uppercase();
            }
        } else {
            sentence = format!("{title}: {sentence}");
        }
        args.push(("title", Arg::from(title)));
        Message::new(key, args, sentence)
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

/// The keys of a headline about what lasts until now: as it is, as wanted, as not wanted.
fn now(rule: RuleId) -> Option<[&'static str; 3]> {
    match rule {
        RuleId::LongestRun | RuleId::Shift => Some(["chart-now-run", "chart-now-run-better", "chart-now-run-worse"]),
        RuleId::Trend => Some(["chart-now-trend", "chart-now-trend-better", "chart-now-trend-worse"]),
        RuleId::BeyondLimits | RuleId::Astronomical => {
            Some(["chart-now-beyond", "chart-now-beyond-better", "chart-now-beyond-worse"])
        }
        _ => None,
    }
}

/// The word for values on this side.
fn word(side: Side) -> &'static str {
    if side == Side::Above { "Higher" } else { "Lower" }
}
