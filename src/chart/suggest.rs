//! Which chart fits the data, and why.

use super::words::{Args, say};
use super::{ChartInput, ChartKind, Subgroup, check, nature, series::Series};
use crate::{Date, Message, Result};
use serde::Serialize;

/// A chart that fits the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The kind of chart.
    pub kind: ChartKind,
    /// The Monday of each row, to be used as subgroups, where weeks read better than days.
    pub subgroups: Option<Vec<Date>>,
    /// Why.
    pub reasons: Vec<Message>,
}

/// Fewer values than this set no limits worth having.
const FEWEST_FOR_LIMITS: usize = 12;

/// Suggests a chart. The kind of `input` is not looked at.
///
/// ```
/// use headwater::chart::{ChartInput, ChartKind, suggest_chart};
///
/// let absent = [12, 9, 14, 11, 8, 13, 10, 12, 9, 11, 15, 10].map(|count| Some(f64::from(count)));
/// let input = ChartInput { values: absent.to_vec(), denominators: Some(vec![Some(210.0); 12]), ..ChartInput::default() };
/// let suggestion = suggest_chart(&input)?;
/// assert_eq!((suggestion.kind, suggestion.reasons[0].key), (ChartKind::P, "suggest-p"));
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn suggest_chart(input: &ChartInput) -> Result<Suggestion> {
    let input = &ChartInput { kind: ChartKind::Run, exclude: Vec::new(), ..input.clone() };
    check::check(input)?;
    let groups = Series::prepare(input)?.groups;
    let present = groups.iter().filter(|group| group.value.is_some()).count();
    let rated = input.denominators.is_some();
    let rows = || input.values.iter().enumerate().filter_map(|(row, value)| Some((row, (*value)?)));
    let counts = rows().all(|(_, value)| value >= 0.0 && value.fract() == 0.0);
    let of = |row: usize| input.denominators.as_ref().and_then(|sizes| *sizes.get(row)?);
    let shares = rated && rows().all(|(row, value)| of(row).is_none_or(|size| value <= size));
    let zeros = groups.iter().filter(|group| group.sum == Some(0.0)).count();
    let several = !rated && groups.iter().filter(|group| group.count > 1).count() * 2 > groups.len();

    let mut reasons = Vec::new();
    let mut because = |key: &str, found: f64| {
        let mut args = Args::default();
        args.count("values", present).number("found", (found * 100.0).round() / 100.0);
        reasons.push(say(key, args));
    };
    let mut subgroups = None;
    let alike = nature::correlation([groups.as_slice()].into_iter());
    let days_differ = nature::weekdays_differ(&groups);
    let kind = if several {
        because("suggest-xbar", 0.0);
        ChartKind::Xbar
    } else if present < FEWEST_FOR_LIMITS {
        because("suggest-few", 0.0);
        ChartKind::Run
    } else if nature::is_daily(&groups) && (days_differ || alike.is_some()) {
        if days_differ {
            because("suggest-weekdays", 0.0);
        }
        if let Some(found) = alike {
            because("suggest-alike", found);
        }
        because("suggest-weekly", 0.0);
        let monday = |date: &Date| date.plus_days(-i32::from(date.weekday()));
        subgroups = input.dates.as_ref().map(|dates| dates.iter().map(monday).collect());
        ChartKind::Run
    } else if let Some(found) = alike {
        because("suggest-alike", found);
        ChartKind::Run
    } else if counts && 2 * zeros > present {
        because("suggest-rare", 0.0);
        ChartKind::Run
    } else if counts {
        let wider = nature::overdispersion(&groups, shares);
        let (kind, key) = match (rated, shares, wider) {
            (true, true, None) => (ChartKind::P, "suggest-p"),
            (true, true, _) => (ChartKind::Pp, "suggest-pp"),
            (true, _, None) => (ChartKind::U, "suggest-u"),
            (true, ..) => (ChartKind::Up, "suggest-up"),
            (_, _, None) => (ChartKind::C, "suggest-c"),
            _ => (ChartKind::I, "suggest-i-for-counts"),
        };
        because(key, wider.unwrap_or(1.0));
        kind
    } else {
        because(if rated { "suggest-ip" } else { "suggest-i" }, 0.0);
        if rated { ChartKind::Ip } else { ChartKind::I }
    };
    Ok(Suggestion { kind, subgroups, reasons })
}

impl Suggestion {
    /// The same data, to be read as suggested.
    pub fn apply(&self, input: &ChartInput) -> ChartInput {
        let mut input = ChartInput { kind: self.kind, ..input.clone() };
        if let Some(weeks) = &self.subgroups {
            input.subgroups = Some(weeks.iter().map(|week| Some(Subgroup::Name(week.to_string()))).collect());
        }
        input
    }
}
