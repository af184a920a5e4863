//! A template and its parameters become a sentence.
//!
//! A parameter is written as it is, or as its template asks: an `amount` with the unit of the series, a number of
//! `times`, a `place` in time, or so many of a noun (`3 values`); and for a side of the centre line, whether it is
//! `better`, which `way` a trend goes, or which `bound` it is.

use crate::{Arg, Date};

/// The sentence that `template` makes of these parameters. `unit` is among them where an amount is.
pub(super) fn fill(template: &str, args: &[(&'static str, Arg)]) -> String {
    let find = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, arg)| arg);
    let mut sentence = String::new();
    for piece in template.split('{') {
        let Some((slot, rest)) = piece.split_once('}') else {
            sentence += piece;
            continue;
        };
        let (name, how) = slot.split_once('|').unwrap_or((slot, ""));
        if let Some(arg) = find(name) {
            sentence += &match arg {
                Arg::Number(number) => written(*number, how, find("unit")),
                Arg::Text(text) => worded(text, how),
            };
        }
        sentence += rest;
    }
    sentence
}

fn written(number: f64, how: &str, unit: Option<&Arg>) -> String {
    let figure = figure(number);
    match (how, unit) {
        ("", _) => figure,
        ("amount", Some(Arg::Text(unit))) if unit == "%" => figure + "%",
        ("amount", Some(Arg::Text(unit))) if !unit.is_empty() => figure + " " + unit,
        ("amount", _) => figure,
        ("place", _) => "point ".to_owned() + &figure,
        ("latest", _) => if number > 1.0 { " in the latest phase" } else { "" }.to_owned(),
        ("times", _) if number == 0.0 => "at no time".to_owned(),
        ("times", _) if number == 1.0 => "once".to_owned(),
        ("times", _) if number == 2.0 => "twice".to_owned(),
        ("times", _) => figure + " times",
        (noun, _) if number == 1.0 => figure + " " + noun,
        (noun, _) => figure + " " + noun + "s",
    }
}

fn worded(text: &str, how: &str) -> String {
    let above = text == "above";
    let either = |high: &str, low: &str| if above { high } else { low }.to_owned();
    match how {
        "better" => either("Higher", "Lower"),
        "way" => either("rise", "fall"),
        "bound" => either("upper", "lower"),
        "quoted" if text.is_empty() => String::new(),
        "quoted" => " (“".to_owned() + text + "”)",
        "place" => text.parse().map_or_else(|_| text.to_owned(), day),
        _ => text.to_owned(),
    }
}

fn day(date: Date) -> String {
    const MONTHS: &str = "January February March April May June July August September October November December";
    let month = MONTHS.split(' ').nth(usize::try_from(date.month() - 1).unwrap_or(0)).unwrap_or("");
    format!("{} {month} {}", date.day(), date.year())
}

/// The most decimals of a number in a sentence.
pub(super) const MOST_DECIMALS: usize = 6;

/// A number as English writes it, without idle zeros: `18.2`, `12,400`. Rounded to six decimals.
fn figure(number: f64) -> String {
    const SCALE: u64 = 10_u64.pow(MOST_DECIMALS as u32);
    let scaled = (number.abs() * SCALE as f64).round();
    // Whole numbers are exact up to 2^53; beyond that no one reads the digits.
    if scaled.is_nan() || scaled >= 9e15 {
        return crate::json::write(&number);
    }
    let (whole, mut rest) = (scaled as u64 / SCALE, scaled as u64 % SCALE);
    let mut figure = if number < 0.0 && scaled > 0.0 { "−" } else { "" }.to_owned() + &thousands(whole);
    if rest > 0 {
        let mut places = MOST_DECIMALS;
        while rest.is_multiple_of(10) {
            rest /= 10;
            places -= 1;
        }
        figure += &format!(".{rest:0places$}");
    }
    figure
}

fn thousands(number: u64) -> String {
    match number / 1000 {
        0 => number.to_string(),
        more => format!("{},{:03}", thousands(more), number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::super::english::SENTENCES;
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(figure(18.2), "18.2");
        assert_eq!(figure(0.05), "0.05");
        assert_eq!(figure(-0.000_000_4), "0");
        assert_eq!(figure(-1234.5), "−1,234.5");
        assert_eq!(figure(1_000_005.25), "1,000,005.25");
        assert_eq!(figure(1.5e300), "1.5e+300");
    }

    #[test]
    fn parameters_are_written_as_their_template_asks() {
        let args = [
            ("n", Arg::from(1_usize)),
            ("m", Arg::from(3_usize)),
            ("side", Arg::from("below")),
            ("day", Arg::from("2026-03-02")),
            ("unit", Arg::from("%")),
        ];
        let sentence = "{n|value}, {m|value}, {m|amount}, {n|times}, {m|times}; {side}, {side|better}, {day|place}.";
        assert_eq!(fill(sentence, &args), "1 value, 3 values, 3%, once, 3 times; below, Lower, 2 March 2026.");
    }

    #[test]
    fn each_key_has_one_template() {
        let keys: Vec<&str> = SENTENCES.lines().filter_map(|line| Some(line.split_once(' ')?.0)).collect();
        for (index, key) in keys.iter().enumerate() {
            assert!(key.contains('-') && !keys[index + 1..].contains(key), "{key}");
        }
    }
}
