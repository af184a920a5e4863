//! What holds for every text that is given to the CSV reader.
#![allow(missing_docs)]

use headwater::exchange::{CsvOptions, CsvRow, CsvState, CsvTable, DayOrder, read_csv, write_csv};
use headwater::{Date, ErrorKind};
use proptest::prelude::*;

/// Bits of which files are made, plausible and otherwise.
fn bit() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"\"",
            "'",
            " ",
            "\u{a0}",
            "\u{feff}",
            "\0",
            "Date",
            "Week of",
            "Absent",
            "% Absent",
            "Enrolled",
            "Total",
            "sep=;",
            "9/14/2026",
            "14.09.2026",
            "3/4/26",
            "2026-09-14",
            "2026-W38",
            "46279",
            "Sep 14, 2026",
            "2026-09",
            " - ",
            "T00:00",
            "61/412",
            "91.5",
            "91,5",
            "1,234",
            "1.234,5",
            "14.8 %",
            "(5)",
            "−5",
            "*",
            "<10",
            "n/a",
            "x",
            "=1+1",
            "$5",
            "1e308",
            "1e999",
            "٣",
            "<html",
            "PK\u{3}\u{4}",
            "é",
        ])
        .prop_map(str::to_owned),
        "[0-9]{1,9}",
        "\\PC{0,4}",
    ]
}

/// A table whose headings and cells are such bits.
fn table() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(prop_oneof![Just("2026-09-14".to_owned()), Just("5".to_owned()), bit()], 1..5);
    (
        prop::sample::select(vec!["", "Date,Absent,Enrolled\n", "Title\nWeek of,% Late\n", "sep=,\na,b,c\n"]),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        prop::collection::vec((prop_oneof![date().prop_map(|date| date.to_string()), bit()], row), 0..30),
    )
        .prop_map(|(head, newline, rows)| {
            let rows: Vec<_> = rows.into_iter().map(|(first, rest)| format!("{first},{}", rest.join(","))).collect();
            format!("{head}{}", rows.join("\n")).replace('\n', newline)
        })
}

fn file() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => prop::collection::vec(bit(), 0..80).prop_map(|bits| bits.concat()),
        1 => any::<String>(),
        4 => table(),
    ]
}

fn some_options() -> impl Strategy<Value = CsvOptions> {
    let name = || prop::option::weighted(0.1, prop_oneof![Just("date".to_owned()), Just("Column 2".to_owned()), bit()]);
    let order = prop::option::of(prop_oneof![Just(DayOrder::Mdy), Just(DayOrder::Dmy)]);
    (name(), name(), name(), order).prop_map(|(date_column, value_column, denominator_column, date_order)| CsvOptions {
        date_column,
        value_column,
        denominator_column,
        date_order,
    })
}

fn check(text: &str, table: &CsvTable) {
    let lines = text.matches(['\n', '\r']).count() + 1;
    let mut before = 0;
    for row in &table.rows {
        assert!(row.line > before && row.line <= lines);
        before = row.line;
        assert_eq!(row.value.is_some(), row.state == CsvState::Value);
        assert!(row.value.is_none_or(f64::is_finite));
        assert!(row.denominator.is_none_or(|n| n.is_finite() && n >= 0.0));
    }
    assert!(table.warnings.len() < 80);
    assert!(table.warnings.iter().all(|warning| warning.line.is_none_or(|line| (1..=lines).contains(&line))));
    serde_json::to_string(table).unwrap();
}

fn date() -> impl Strategy<Value = Date> {
    (0_i32..100_000).prop_map(|days| "1900-01-01".parse::<Date>().unwrap().plus_days(days))
}

/// Values with at most two decimals, as reports have them, in hundredths.
fn hundredths() -> impl Strategy<Value = i64> {
    prop_oneof![-20_000_i64..20_000, -2_000_000_000_i64..2_000_000_000]
}

/// A way of writing dates and numbers.
#[derive(Debug, Clone)]
struct House {
    delimiter: char,
    newline: &'static str,
    start: &'static str,
    date: usize,
    point: char,
    grouping: &'static str,
    minus: &'static str,
    percent: &'static str,
    quoted: bool,
}

fn house() -> impl Strategy<Value = House> {
    let select = |options: &[&'static str]| prop::sample::select(options.to_vec());
    (
        prop::sample::select(vec![',', ';', '\t', '|']),
        select(&["\n", "\r\n", "\r"]),
        select(&["", "\u{feff}", "\u{feff}Attendance\n\n", "A title\n"]),
        0_usize..8,
        prop_oneof![Just('.'), Just(',')],
        select(&["", ".,", " ", "\u{a0}", "\u{202f}", "'"]),
        select(&["-", "\u{2212}", "("]),
        select(&["", "%", " %"]),
        any::<bool>(),
    )
        .prop_map(|(delimiter, newline, start, date, point, grouping, minus, percent, quoted)| House {
            delimiter,
            newline,
            start,
            date,
            point,
            grouping,
            minus,
            percent,
            quoted,
        })
}

impl House {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "March", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "December"];

    fn order(&self) -> Option<DayOrder> {
        match self.date {
            3 => Some(DayOrder::Mdy),
            4 | 5 => Some(DayOrder::Dmy),
            _ => None,
        }
    }

    fn date(&self, date: Date) -> String {
        let (y, m, d) = (date.year(), date.month(), date.day());
        let month = Self::MONTHS[m as usize - 1];
        match self.date {
            0 => date.to_string(),
            1 => format!("{y}/{m}/{d}"),
            2 => format!("{y}{m:02}{d:02}"),
            3 => format!("{m}/{d}/{y} 12:00 AM"),
            4 => format!("{d:02}.{m:02}.{y}"),
            5 => format!("{d:02}/{m:02}/{y}"),
            6 => format!("{month} {d}, {y}"),
            _ => format!("{d} {month} {y}"),
        }
    }

    fn number(&self, hundredths: i64) -> String {
        let size = hundredths.unsigned_abs();
        let mut whole = (size / 100).to_string();
        let grouping = match (self.grouping, self.point) {
            (".,", '.') => ",",
            (".,", _) => ".",
            (other, _) => other,
        };
        let mut at = whole.len();
        while at > 3 {
            at -= 3;
            whole.insert_str(at, grouping);
        }
        let number = format!("{whole}{}{:02}{}", self.point, size % 100, self.percent);
        match (hundredths < 0, self.minus) {
            (false, _) => number,
            (true, "(") => format!("({number})"),
            (true, minus) => format!("{minus}{number}"),
        }
    }

    fn cell(&self, text: String) -> String {
        if self.quoted || text.contains([self.delimiter, '"']) { format!("\"{text}\"") } else { text }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_or_refused_with_a_known_code(text in file(), options in some_options()) {
        match read_csv(&text, &options) {
            Ok(table) => check(&text, &table),
            Err(error) => prop_assert!(ErrorKind::CODES.contains(&error.code())),
        }
    }

    #[test]
    fn a_report_with_a_bit_put_in_anywhere_is_read_or_refused(
        file in prop::sample::select(vec![
            include_str!("fixtures/csv/powerschool-attendance.csv"),
            include_str!("fixtures/csv/infinite-campus-absence.csv"),
            include_str!("fixtures/csv/sims-weekly.csv"),
            include_str!("fixtures/csv/tabelle-semikolon.csv"),
            include_str!("fixtures/csv/every-mess.csv"),
        ]),
        at in any::<prop::sample::Index>(),
        bit in bit(),
    ) {
        let mut text: Vec<char> = file.chars().collect();
        let at = at.index(text.len());
        text.splice(at..at, bit.chars());
        let text: String = text.into_iter().collect();
        if let Ok(table) = read_csv(&text, &CsvOptions::default()) {
            check(&text, &table);
        }
    }

    #[test]
    fn what_was_written_is_read_back(
        rows in prop::collection::vec(
            (date(), prop_oneof![
                any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(Some),
                hundredths().prop_map(|n| Some(n as f64 / 100.0)),
                Just(None),
            ], prop::option::of(0_u32..5_000), any::<bool>()),
            0..40,
        ),
        first in -1e6..1e6_f64,
    ) {
        let first = ("2026-09-14".parse().unwrap(), Some(first), None, false);
        let rows: Vec<CsvRow> = std::iter::once(first).chain(rows).enumerate()
            .map(|(index, (date, value, denominator, hidden))| CsvRow {
                line: index + 2,
                date,
                value,
                denominator: denominator.map(f64::from),
                state: match value {
                    Some(_) => CsvState::Value,
                    None if hidden => CsvState::Suppressed,
                    None => CsvState::Missing,
                },
            })
            .collect();
        let table = read_csv(&write_csv("Absent", &rows), &CsvOptions::default()).unwrap();
        prop_assert_eq!(table.rows, rows);
    }

    #[test]
    fn a_heading_is_written_so_that_it_is_one_cell_and_no_formula(name in any::<String>()) {
        let rows = [CsvRow {
            line: 2,
            date: "2026-09-14".parse().unwrap(),
            value: Some(5.0),
            denominator: None,
            state: CsvState::Value,
        }];
        let csv = write_csv(&name, &rows);
        let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
        let headings = reader.headers().unwrap();
        prop_assert_eq!(headings.len(), 3);
        prop_assert!(!headings[1].trim_start().starts_with(['=', '+', '-', '@']));
    }

    #[test]
    fn a_table_is_read_whatever_the_house_style(
        house in house(),
        rows in prop::collection::vec((date(), hundredths(), 100_i64..900_000), 1..20),
    ) {
        let mut text = format!("{}Date{d}Absent{d}Enrolled\n", house.start, d = house.delimiter);
        for (date, value, denominator) in &rows {
            let denominator = House { percent: "", ..house.clone() }.number(*denominator);
            let cells = [house.date(*date), house.number(*value), denominator].map(|cell| house.cell(cell));
            text += &cells.join(&house.delimiter.to_string());
            text += "\n";
        }
        let text = text.replace('\n', house.newline);
        let options = CsvOptions { date_order: house.order(), ..CsvOptions::default() };
        let table = read_csv(&text, &options).unwrap();
        let read: Vec<_> = table.rows.iter().map(|row| (row.date, row.value, row.denominator)).collect();
        let expected: Vec<_> = rows.iter()
            .map(|&(date, value, whole)| (date, Some(value as f64 / 100.0), Some(whole as f64 / 100.0)))
            .collect();
        prop_assert_eq!(read, expected, "{}", text);
    }

    #[test]
    fn no_line_disappears_without_a_word(
        lines in prop::collection::vec(
            prop::sample::select(vec![
                "2026-09-14,5", "15/09/2026,6", "9/16/2026,7", "2026-09-17", "2026-09-18,?", "Total,9", "A note,", ",8", "Note",
                "Date,Late", "Week 3,9", "2026-13-45,9",
            ]),
            0..40,
        ),
    ) {
        let text = format!("Date,Late\n2026-09-01,4\n{}\n", lines.join("\n"));
        let table = read_csv(&text, &CsvOptions::default()).unwrap();
        for line in 2..lines.len() + 3 {
            let told = table.rows.iter().any(|row| row.line == line)
                || table.warnings.iter().any(|warning| warning.line == Some(line));
            prop_assert!(told, "line {} of\n{}", line, text);
        }
    }

    #[test]
    fn reading_twice_gives_the_same(text in file()) {
        prop_assert_eq!(
            read_csv(&text, &CsvOptions::default()),
            read_csv(&text, &CsvOptions::default())
        );
    }
}
