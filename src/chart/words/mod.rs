//! The reading in words: the headline, each signal, the numbers behind it, the target.
//!
//! Sentences state what the series shows and what chance would explain. They give no cause, and no verdict on fewer
//! than ten useful points.

mod english;
mod fill;

use super::lines::design;
use super::rules::Pattern;
use super::runs::USEFUL_FOR_A_VERDICT;
use super::{
    Assurance, ChartInput, ChartPhase, ChartPoint, ChartSignal, CycleMark, Direction, Followed, Proposal, RuleId,
    RuleSet, Side,
};
use crate::order::indexes;
use crate::{Arg, Message};
use fill::{MOST_DECIMALS, fill};

/// The most signals that are put into sentences, the latest; all of them are in `signals`.
const MOST_SIGNAL_SENTENCES: usize = 6;

/// The parameters of a sentence, put together one by one.
#[derive(Clone, Default)]
pub(super) struct Args(Vec<(&'static str, Arg)>);

impl Args {
    pub fn number(&mut self, name: &'static str, number: f64) -> &mut Self {
        self.0.push((name, Arg::Number(number)));
        self
    }

    pub fn count(&mut self, name: &'static str, count: usize) -> &mut Self {
        self.number(name, count as f64)
    }

    pub fn text(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.0.push((name, Arg::from(text)));
        self
    }
}

/// A sentence by its key.
pub(super) fn say(key: &str, args: Args) -> Message {
    ending(key, "", args)
}

/// A sentence by its key and one parameter, a count.
pub(super) fn say_count(key: &str, name: &'static str, count: usize) -> Message {
    let mut args = Args::default();
    args.count(name, count);
    say(key, args)
}

/// A sentence by a key that ends so.
fn ending(key: &str, ending: &str, Args(args): Args) -> Message {
    let (key, template) = english::sentence(key, ending);
    let text = fill(template, &args);
    Message { key, args, text }
}

/// Puts findings about one series into words.
pub(super) struct Words<'a> {
    input: &'a ChartInput,
    points: &'a [ChartPoint],
    /// The cycles in the order in which they started.
    cycles: Vec<&'a CycleMark>,
    /// To which fraction amounts are rounded: 10 for tenths.
    fraction: f64,
}

impl<'a> Words<'a> {
    pub fn new(input: &'a ChartInput, points: &'a [ChartPoint]) -> Self {
        let start = |index: usize| input.cycles.get(index).map(|cycle| cycle.start);
        let order = indexes(input.cycles.len(), &|a, b| start(a).cmp(&start(b)));
        let cycles = order.into_iter().filter_map(|index| input.cycles.get(index)).collect();
        Self { input, points, cycles, fraction: fraction(points) }
    }

    /// What a rule found in a phase. `beyond` is the farthest value and its limit where points lie beyond one, or the width
    /// of a zone and the line that bounds it.
    pub fn pattern(&self, pattern: &Pattern, phase: &ChartPhase, beyond: (f64, f64)) -> Message {
        let key = match pattern.rule {
            RuleId::LongestRun => "chart-long-run",
            RuleId::Crossings => "chart-few-crossings",
            RuleId::BeyondLimits | RuleId::Astronomical if pattern.found == 1 => "chart-beyond-limit",
            RuleId::BeyondLimits | RuleId::Astronomical => "chart-beyond-limits",
            RuleId::Shift => "chart-shift",
            RuleId::Trend => "chart-trend",
            RuleId::TwoInThree => "chart-two-in-three",
            RuleId::FourInFive => "chart-four-in-five",
            RuleId::Alternating => "chart-alternating",
            RuleId::Hugging => "chart-hugging",
            RuleId::Avoiding => "chart-avoiding",
            RuleId::FewRuns => "chart-few-runs",
            RuleId::ManyRuns => "chart-many-runs",
        };
        let mut args = Args::default();
        args.count("found", pattern.found).count("limit", pattern.limit);
        args.text("side", pattern.side.map_or("", Side::word)).count("useful", phase.useful);
        args.number("value", self.rounded(beyond.0)).number("bound", self.rounded(beyond.1));
        self.place(&mut args, "from", pattern.start);
        self.place(&mut args, "to", pattern.end);
        self.about(phase.centre.unwrap_or(0.0), key, "", args)
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
        let key = match (days, points) {
            (0, _) => "chart-signal-with-cycle",
            (_, 0) => "chart-signal-next-after-cycle",
            _ => "chart-signal-after-cycle",
        };
        let mut args = Args::default();
        args.number("cycle", f64::from(cycle.number)).text("label", cycle.label.trim());
        args.text("started", &cycle.start.to_string());
        args.count("points", points).number("days", f64::from(days));
        Some(Followed { cycle: cycle.id.clone(), points, days, message: say(key, args) })
    }

    /// Cycles whose start a lasting change of level followed, where no phase begins yet.
    pub fn proposals(&self, phases: &[ChartPhase], signals: &[ChartSignal]) -> Vec<Proposal> {
        let mut proposals: Vec<Proposal> = Vec::new();
        for signal in signals.iter().filter(|signal| matches!(signal.rule, RuleId::LongestRun | RuleId::Shift)) {
            let Some(followed) = &signal.followed else { continue };
            // Points are in time order, so the phase would begin with the first one since the cycle started.
            let start = signal.start.saturating_sub(followed.points);
            let known = phases.binary_search_by_key(&start, |phase| phase.start).is_ok()
                || proposals.iter().any(|proposal| proposal.start == start);
            if known {
                continue;
            }
            let mut message = followed.message.clone();
            message.args.retain(|(name, _)| matches!(*name, "cycle" | "label"));
            let mut args = Args(message.args);
            self.place(&mut args, "from", start);
            proposals.push(Proposal { start, cycle: followed.cycle.clone(), message: say("chart-proposal", args) });
        }
        proposals
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
            sentences.push(say_count("chart-earlier-signals", "count", earlier));
        }
        let Some((last, centre)) = phases.last().and_then(|phase| Some((phase, phase.centre?))) else {
            return sentences;
        };
        sentences.push(self.numbers(last, centre));
        if last.useful >= USEFUL_FOR_A_VERDICT {
            sentences.extend(self.limits());
        }
        if let [.., before, _] = phases {
            sentences.extend(before.centre.and_then(|before| self.phase_change(before, centre)));
        }
        sentences.extend(self.input.target.map(|target| self.target(target, centre, assurance)));
        sentences
    }

    fn headline(&self, phases: &[ChartPhase], signals: &[ChartSignal]) -> Message {
        let number = phases.len().saturating_sub(1);
        let counts = |point: &&ChartPoint| point.phase == number && point.value.is_some() && !point.excluded;
        let present = self.points.iter().filter(counts).count();
        let last = phases.last().and_then(|phase| Some((phase, phase.centre?)));
        let Some((phase, centre)) = last.filter(|_| present > 0) else {
            return self.titled(say("chart-no-values", Args::default()));
        };
        let latest = || signals.iter().filter(|signal| signal.phase == number);
        let any = latest().next().is_some();
        let only_trends = latest().all(|signal| signal.rule == RuleId::Trend);
        // What the series does now matters most: the pattern that reaches the last value.
        let lasting = latest().find_map(|signal| {
            let (side, key) = (signal.side?, now(signal.rule)?);
            self.lasts(signal, phase).then_some((signal, side, key))
        });

        let mut args = Args::default();
        args.count("values", present).count("useful", phase.useful);
        args.count("needed", USEFUL_FOR_A_VERDICT).count("phases", phases.len());
        let mut ending = "";
        let key = match lasting {
            _ if phase.useful == 0 && present >= USEFUL_FOR_A_VERDICT => "chart-all-on-centre",
            _ if phase.useful < USEFUL_FOR_A_VERDICT && phase.useful == present => "chart-too-few",
            _ if phase.useful < USEFUL_FOR_A_VERDICT => "chart-too-few-useful",
            _ if !any => "chart-no-signal",
            _ if only_trends && self.input.rules == RuleSet::Ihi => "chart-trend-alone",
            None => "chart-signal",
            Some((signal, side, key)) => {
                args.number("found", signal.found).text("side", side.word());
                ending = self.by_direction(side);
                key
            }
        };
        self.titled(self.about(centre, key, ending, args))
    }

    /// Whether a pattern lasts until now. Runs last over values on the centre line.
    fn lasts(&self, signal: &ChartSignal, phase: &ChartPhase) -> bool {
        let runs = matches!(signal.rule, RuleId::LongestRun | RuleId::Shift) && self.input.rules != RuleSet::Nhs;
        let passed_over =
            |point: &ChartPoint| point.excluded || point.value.is_none() || (runs && point.value == point.centre);
        let points = self.points.get(phase.start..phase.end).unwrap_or(&[]);
        points.iter().rev().find(|point| !passed_over(point)).is_some_and(|point| point.index == signal.end)
    }

    /// The centre line, and the numbers that the run rules look at.
    fn numbers(&self, phase: &ChartPhase, centre: f64) -> Message {
        let ChartPhase { useful, longest_run, longest_run_limit, crossings, crossings_limit, .. } = *phase;
        let judged = self.input.rules == RuleSet::Anhoej && design(self.input.kind).runs;
        let counts = longest_run.zip(longest_run_limit).zip(crossings.zip(crossings_limit));
        let Some(((longest, longest_limit), (crossings, crossings_limit))) = counts.filter(|_| judged) else {
            return self.about(centre, "chart-centre", "", Args::default());
        };
        let key = if useful < USEFUL_FOR_A_VERDICT { "chart-runs-so-far" } else { "chart-runs" };
        let mut args = Args::default();
        args.count("useful", useful);
        args.count("longest", longest).count("longestLimit", longest_limit);
        args.count("crossings", crossings).count("crossingsLimit", crossings_limit);
        self.about(centre, key, "", args)
    }

    /// How far chance reaches at the latest point.
    fn limits(&self) -> Option<Message> {
        let point = self.points.last()?;
        let (lower, upper, centre) = (point.lower?, point.upper?, point.centre?);
        let mut args = Args::default();
        args.number("lower", self.rounded(lower)).number("upper", self.rounded(upper));
        Some(self.about(centre, "chart-limits", "", args))
    }

    /// From one phase to the next.
    fn phase_change(&self, from: f64, to: f64) -> Option<Message> {
        let ending = self.by_direction(Side::of(to, from)?);
        let mut args = Args::default();
        args.number("from", self.rounded(from)).number("to", self.rounded(to));
        Some(self.about(to, "chart-phase-change", ending, args))
    }

    /// Whether the process, as it is, meets its target; or how the centre line stands to it.
    fn target(&self, target: f64, centre: f64, assurance: Option<Assurance>) -> Message {
        let key = match (assurance, self.wanted(), Side::of(centre, target)) {
            (Some(Assurance::Pass), ..) => "chart-assurance-pass",
            (Some(Assurance::Fail), ..) => "chart-assurance-fail",
            (Some(Assurance::Inconsistent), ..) => "chart-assurance-inconsistent",
            (None, None, _) => "chart-target",
            (None, Some(wanted), Some(side)) if wanted != side => "chart-target-ahead",
            _ => "chart-target-reached",
        };
        let mut args = Args::default();
        args.number("target", self.rounded(target));
        self.about(centre, key, "", args)
    }

    /// How the key ends for a move to this side: as it is, as wanted, or as not wanted.
    fn by_direction(&self, side: Side) -> &'static str {
        match self.wanted() {
            None => "",
            Some(wanted) if wanted == side => "-better",
            Some(_) => "-worse",
        }
    }

    /// The side on which values are better.
    fn wanted(&self) -> Option<Side> {
        match self.input.direction? {
            Direction::Increase => Some(Side::Above),
            Direction::Decrease => Some(Side::Below),
            Direction::Neutral => None,
        }
    }

    /// A sentence that may name the centre line, the unit, and the side that is better.
    fn about(&self, centre: f64, key: &str, end: &str, mut args: Args) -> Message {
        args.number("centre", self.rounded(centre));
        args.text("unit", self.input.unit.as_deref().map_or("", str::trim));
        args.text("wanted", self.wanted().map_or("", Side::word));
        ending(key, end, args)
    }

    /// A headline, with the title before it if there is one.
    fn titled(&self, mut headline: Message) -> Message {
        let title = self.input.title.as_deref().map_or("", str::trim);
        headline.args.push(("title", Arg::from(title)));
        if !title.is_empty() {
            headline.text = [title, ": ", &headline.text].concat();
        } else if let Some(first) = headline.text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        headline
    }

    /// Where a point lies in time: its date, or its number counted from 1.
    fn place(&self, args: &mut Args, name: &'static str, index: usize) {
        match self.points.get(index).and_then(|point| point.date) {
            Some(date) => args.text(name, &date.to_string()),
            None => args.count(name, index + 1),
        };
    }

    fn rounded(&self, value: f64) -> f64 {
        let rounded = (value * self.fraction).round() / self.fraction;
        // Not -0, which would print a minus sign.
        if rounded.is_finite() { rounded + 0.0 } else { value }
    }
}

/// The key of a headline about what lasts until now.
fn now(rule: RuleId) -> Option<&'static str> {
    match rule {
        RuleId::LongestRun | RuleId::Shift => Some("chart-now-run"),
        RuleId::Trend => Some("chart-now-trend"),
        RuleId::BeyondLimits | RuleId::Astronomical => Some("chart-now-beyond"),
        _ => None,
    }
}

/// As many decimals as tell a fiftieth of the spread apart.
fn fraction(points: &[ChartPoint]) -> f64 {
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in points.iter().filter_map(|point| point.value) {
        least = value.min(least);
        most = value.max(most);
    }
    let spread = most - least;
    let mut fraction = 1.0;
    for _ in 0..MOST_DECIMALS {
        // Values that are all alike keep three decimals.
        if spread * fraction >= 50.0 || (spread <= 0.0 && fraction >= 1000.0) {
            break;
        }
        fraction *= 10.0;
    }
    fraction
}
