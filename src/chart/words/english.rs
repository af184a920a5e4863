//! Every sentence of a chart in English, one a line: its key, and a template that names its parameters. First the
//! headlines, then what the rules find, the cycle before it, the numbers, the target, and what was assumed or missing.
//!
//! `{name}` stands for a parameter as it is; `{name|how}` for one that is written in a certain way, see
//! [`super::fill`]. Headlines begin with a small letter, since a title may stand before them.

/// The key that these two parts make, and its template; empty for a key that is not there, which a test rules out.
pub(super) fn sentence(key: &str, ending: &str) -> (&'static str, &'static str) {
    let lines = SENTENCES.split('\n').filter_map(|line| line.split_once(' '));
    let mut known = lines.filter(|(known, _)| known.strip_prefix(key) == Some(ending));
    known.next().unwrap_or_default()
}

pub(super) const SENTENCES: &str = "\
chart-no-values there are no values yet.
chart-all-on-centre all {values|value}{phases|latest} lie on the centre line of {centre|amount}, so there is no run to read.
chart-too-few {values|value} so far{phases|latest}. With {needed}, the chart can say whether a change is more than chance.
chart-too-few-useful {values|value} so far{phases|latest}, {useful} of them off the centre line of {centre|amount}. With {needed} of those, the chart can say whether a change is more than chance.
chart-no-signal no sign of more than chance among {useful|value}{phases|latest}. A small change may still hide in them.
chart-signal the {useful|value}{phases|latest} show more than chance. Look at what was different when it began.
chart-trend-alone a trend, and no other sign. The trend rule gives many false alarms: look for a second sign before you act on it.
chart-now-run the latest {found} values lie {side} the centre line of {centre|amount}, more than chance explains.
chart-now-run-better the latest {found} values lie {side} the centre line of {centre|amount}, more than chance explains. {wanted|better} is better here: this is the direction you want.
chart-now-run-worse the latest {found} values lie {side} the centre line of {centre|amount}, more than chance explains. {wanted|better} is better here: this is not the direction you want.
chart-now-trend the latest {found} values {side|way} one after the other, more than chance explains.
chart-now-trend-better the latest {found} values {side|way} one after the other, more than chance explains. {wanted|better} is better here: this is the direction you want.
chart-now-trend-worse the latest {found} values {side|way} one after the other, more than chance explains. {wanted|better} is better here: this is not the direction you want.
chart-now-beyond the latest value lies {side} the {side|bound} limit, more than chance explains.
chart-now-beyond-better the latest value lies {side} the {side|bound} limit, more than chance explains. {wanted|better} is better here: this is the direction you want.
chart-now-beyond-worse the latest value lies {side} the {side|bound} limit, more than chance explains. {wanted|better} is better here: this is not the direction you want.
chart-long-run {found} values in a row lie {side} the centre line of {centre|amount}, from {from|place} to {to|place}. Up to {limit} would be usual by chance.
chart-few-crossings The series crosses its centre line of {centre|amount} {found|times}. Among {useful|value}, {limit} or more would be usual by chance: the level drifts, or has moved.
chart-beyond-limit The value of {value|amount} ({from|place}) lies {side} its {side|bound} limit of {bound|amount}.
chart-beyond-limits {found} values in a row lie {side} their {side|bound} limits, from {from|place} to {to|place}. The farthest is {value|amount}, where the limit is {bound|amount}.
chart-shift {found} values in a row lie {side} the centre line of {centre|amount}, from {from|place} to {to|place}. The rule asks for more than {limit}.
chart-trend {found} values in a row {side|way}, from {from|place} to {to|place}. The rule asks for more than {limit}.
chart-two-in-three Two of three values in a row lie {side} {bound|amount}, near the {side|bound} limit, from {from|place} to {to|place}. Chance seldom makes that.
chart-four-in-five Four of five values in a row lie {side} {bound|amount}, well {side} the centre line of {centre|amount}, from {from|place} to {to|place}. Chance seldom makes that.
chart-alternating {found} values in a row go up and down by turns, from {from|place} to {to|place}. Look for two sources that take turns.
chart-hugging {found} values in a row keep within {value|amount} of the centre line of {centre|amount}, from {from|place} to {to|place}. Look for values that mix several groups, or for limits that are out of date.
chart-avoiding {found} values in a row keep more than {value|amount} away from the centre line of {centre|amount}, from {from|place} to {to|place}. Look for two groups that are plotted as one.
chart-few-runs The series makes {found|run} about its centre line of {centre|amount}. Among {useful|value}, {limit} or more would be usual by chance: the level drifts, or has moved.
chart-many-runs The series makes {found|run} about its centre line of {centre|amount}. Among {useful|value}, {limit} or fewer would be usual by chance: look for two groups that take turns.
chart-earlier-signals And {count} earlier, listed with the chart.
chart-signal-with-cycle This began on the day on which cycle {cycle}{label|quoted} started. That alone does not prove that the cycle is the cause.
chart-signal-next-after-cycle This began with the first value after cycle {cycle}{label|quoted} started, {days|day} later. That alone does not prove that the cycle is the cause.
chart-signal-after-cycle This began {points|value} and {days|day} after cycle {cycle}{label|quoted} started. That alone does not prove that the cycle is the cause.
chart-runs The centre line is {centre|amount}. The longest run on one side of it is {longest|value} (up to {longestLimit} is usual), and the series crosses it {crossings|times} ({crossingsLimit} or more is usual).
chart-runs-so-far The centre line is {centre|amount}; the longest run on one side of it is {longest|value}, and the series crosses it {crossings|times}.
chart-centre The centre line is {centre|amount}.
chart-limits At the latest point, chance alone reaches from {lower|amount} to {upper|amount}.
chart-phase-change From the phase before to this one, the centre line moved from {from|amount} to {to|amount}.
chart-phase-change-better From the phase before to this one, the centre line moved from {from|amount} to {to|amount}. {wanted|better} is better here.
chart-phase-change-worse From the phase before to this one, the centre line moved from {from|amount} to {to|amount}. {wanted|better} is better here, so this is not the direction you want.
chart-target The target is {target|amount}; the centre line is {centre|amount}.
chart-target-ahead The target is {target|amount}; the centre line is {centre|amount}. {wanted|better} is better here.
chart-target-reached The centre line of {centre|amount} has reached the target of {target|amount}.
chart-assurance-pass As it runs now, the process can be expected to meet {target|amount}.
chart-assurance-fail As it runs now, the process cannot be expected to meet {target|amount}. That takes a change to the process.
chart-assurance-inconsistent As it runs now, the process meets {target|amount} at some times and not at others, by chance.
chart-proposal A lasting change of level followed the start of cycle {cycle}{label|quoted}. If your team agrees why the level is another one since {from|place}, a new phase may begin there; write down the reason.
chart-trend-note The trend rule of this set gives many false alarms: look for a second sign before you act on a trend.
chart-alike Neighbouring values are alike (correlation {found}), so the limits are narrower than chance. A drift or a lasting shift does this too. Rely on a run chart, of weeks rather than days.
chart-weekdays-differ Some days of the week differ from others by more than chance. Read weeks, or each day of the week by itself.
chart-scattered-p The values scatter {found} times as widely as chance would have it, so the limits are too narrow. A p′ chart allows for that.
chart-scattered-u The values scatter {found} times as widely as chance would have it, so the limits are too narrow. A u′ chart allows for that.
chart-hidden Points hidden because they rest on fewer than {threshold} people, or would give such a one away: {count}.
suggest-xbar Several values share a subgroup: a chart of their means.
suggest-few There are {values|value}, too few to set limits: a run chart.
suggest-weekdays Days of the week differ by more than chance.
suggest-alike Neighbouring values are alike (correlation {found}), so limits would give false alarms: a run chart.
suggest-weekly Weeks read better than days: one value a week, in a run chart.
suggest-rare Most values are 0. Note the days from one event to the next instead, and use a t chart; until then, a run chart.
suggest-p The values count people out of a group: a p chart.
suggest-pp The values count people out of a group and scatter {found} times as widely as chance would have it: a p′ chart.
suggest-u The values count events over a size that varies: a u chart.
suggest-up The values count events over a size that varies and scatter {found} times as widely as chance would have it: a u′ chart.
suggest-c The values count events, and scatter as chance would have it: a c chart.
suggest-i-for-counts The values count events and scatter {found} times as widely as chance would have it: an i chart.
suggest-i The values are measured one by one: an i chart.
suggest-ip The values are measured over sizes that vary: an i′ chart.
funnel-none None of {places|place} lies beyond the limits for its size: their differences are what chance makes usual.
funnel-some Of {places|place}, {beyond} lie beyond the limits for their size. Ask what is different there before you compare.
funnel-differ The places differ {dispersion} times as much as chance would have it, so the limits were widened by the spread between them.
pareto-nothing There is nothing to count yet.
pareto-even It takes {few} of {parts} to reach {share}%: none stands out. Splitting them another way may show more.
pareto-few {few} of {parts} make up {share}%. The largest is “{label}”.
chart-values-missing Missing values: {count} of {of}. They are left out, not taken as 0.
chart-empty-sums Subgroups without any value: {count}. Their sum counts as 0; check that it was 0.
chart-denominators-zero Values over a denominator of 0: {count}. There is no rate to plot for them.
chart-rows-without-subgroup Values without a subgroup: {count}. They are left out.
chart-phase-without-points A phase begins after the last value. It shows once there are values for it.
chart-excluded-not-there Points to leave out that are not there: {count}.
chart-baseline-ignored The baseline is not used, because each phase has a centre line of its own.
chart-baseline-each-phase The first {baseline} values of each phase set its lines.
chart-cycles-need-dates The cycles cannot be placed, because the values have no dates.
chart-categories The subgroups are names without an order in time, so runs are not judged.
chart-needs-subgroups Each subgroup has one value, so there is nothing to set limits from. Name subgroups, or use an i chart.
chart-rules-need-limits Some of these rules look at limits, which a run chart does not have. An i chart has them.
chart-short-phase With fewer than {needed} values in a phase, its limits can still move a good deal.";
