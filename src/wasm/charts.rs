//! Series as typed arrays: numbers in columns on the way in and out, all else as JSON text beside them.
//!
//! The numbers that go out are columns end to end. For each point: value, lower, upper, flags. With one series, then the
//! centre and the phase of each point. With many, then for each phase: start, end, observations, useful, longest run and
//! its limit, crossings and their limit, runs signal, centre; and for each series its first phase, variation, assurance.
//! NaN is missing. Flags hold the rules of a point (bits 0 to 15), its type, 1 for the first (from bit 16 on), and whether
//! it is excluded (bit 20).

use super::{Answer, answer, thrown};
use crate::chart::{
    ChartInput, ChartPhase, ChartPoint, Charts, FunnelInput, PointType, Signals, hide_small, pareto_from_json,
    read_chart, read_charts, read_funnel, suggest_chart, table_from_json,
};
use crate::json;
use wasm_bindgen::prelude::*;

/// Reads one series, or those that begin at `starts`: JSON text and the numbers. The values stand beside the input.
#[wasm_bindgen(js_name = readColumns, skip_typescript)]
pub fn read_columns(
    input: &str,
    values: &[f64],
    denominators: Option<Vec<f64>>,
    starts: Option<Vec<u32>>,
) -> Result<js_sys::Array, JsValue> {
    let read = || {
        let mut input = ChartInput::from_json(input)?;
        input.values = present(values);
        input.denominators = denominators.as_deref().map(present);
        let Some(starts) = starts else {
            let mut reading = read_chart(&input)?;
            let numbers = of_points(&std::mem::take(&mut reading.points));
            return Ok((json::write(&reading), numbers));
        };
        let starts: Vec<usize> = starts.into_iter().map(|start| start as usize).collect();
        let charts = read_charts(&input, &starts)?;
        Ok((json::write(&charts.certificate), of_charts(&charts)))
    };
    let (text, numbers) = read().map_err(|error| thrown(&error))?;
    Ok(js_sys::Array::of2(&text.into(), &js_sys::Float64Array::from(numbers.as_slice())))
}

fn present(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().map(|value| Some(*value).filter(|value| !value.is_nan())).collect()
}

fn flags(signals: Signals, kind: Option<PointType>) -> u32 {
    u32::from(signals.bits()) | kind.map_or(0, |kind| kind as u32 + 1) << 16
}

fn of_points(points: &[ChartPoint]) -> Vec<f64> {
    let mut numbers = Vec::with_capacity(points.len() * 6);
    let columns: [&dyn Fn(&ChartPoint) -> f64; 6] = [
        &|point| number(point.value),
        &|point| number(point.lower),
        &|point| number(point.upper),
        &|point| f64::from(flags(point.signals, point.point_type) | u32::from(point.excluded) << 20),
        &|point| number(point.centre),
        &|point| point.phase as f64,
    ];
    for column in columns {
        numbers.extend(points.iter().map(column));
    }
    numbers
}

fn of_charts(charts: &Charts) -> Vec<f64> {
    let mut numbers = Vec::with_capacity(charts.value.len() * 4 + charts.phases.len() * 10 + charts.series.len() * 3);
    for column in [&charts.value, &charts.lower, &charts.upper] {
        numbers.extend_from_slice(column);
    }
    let kinds = charts.types.iter().copied().map(Some).chain(std::iter::repeat(None));
    numbers.extend(charts.signals.iter().zip(kinds).map(|(signals, kind)| f64::from(flags(*signals, kind))));
    let count = |count: Option<usize>| number(count.map(|count| count as f64));
    let columns: [&dyn Fn(&ChartPhase) -> f64; 10] = [
        &|phase| phase.start as f64,
        &|phase| phase.end as f64,
        &|phase| phase.observations as f64,
        &|phase| phase.useful as f64,
        &|phase| count(phase.longest_run),
        &|phase| count(phase.longest_run_limit),
        &|phase| count(phase.crossings),
        &|phase| count(phase.crossings_limit),
        &|phase| f64::from(u8::from(phase.runs_signal)),
        &|phase| number(phase.centre),
    ];
    for column in columns {
        numbers.extend(charts.phases.iter().map(column));
    }
    numbers.extend(charts.series.iter().map(|first| *first as f64));
    numbers.extend(charts.variation.iter().map(|icon| number(icon.map(|icon| f64::from(icon as u8)))));
    numbers.extend(charts.assurance.iter().map(|icon| number(icon.map(|icon| f64::from(icon as u8)))));
    numbers
}

fn number(number: Option<f64>) -> f64 {
    number.unwrap_or(f64::NAN)
}

/// Suggests a chart for the data.
#[wasm_bindgen(js_name = suggestChart, skip_typescript)]
pub fn suggest_chart_json(input: &str) -> Answer {
    answer(ChartInput::from_json(input).and_then(|input| suggest_chart(&input)))
}

/// Compares places by a funnel.
#[wasm_bindgen(js_name = readFunnel, skip_typescript)]
pub fn read_funnel_json(input: &str) -> Answer {
    answer(FunnelInput::from_json(input).and_then(|input| read_funnel(&input)))
}

/// Sorts the parts of a whole.
#[wasm_bindgen(js_name = readPareto, skip_typescript)]
pub fn read_pareto_json(input: &str) -> Answer {
    answer(pareto_from_json(input))
}

/// Which cells of a table of counts to hide.
#[wasm_bindgen(js_name = hideSmall, skip_typescript)]
pub fn hide_small_json(table: &str, threshold: f64) -> Answer {
    answer(table_from_json(table).map(|table| hide_small(&table, threshold)))
}
