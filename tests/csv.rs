//! What the CSV reader makes of files as schools have them. The fixtures were written for these tests, in the manner
//! of the reports they are named after; no file of a real school is among them.
#![allow(missing_docs)]

use headwater::exchange::{CsvOptions, CsvState, CsvTable, CsvUnit, DateOrder, DayOrder, read_csv};

fn read(text: &str) -> CsvTable {
    read_csv(text, &CsvOptions::default()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn options(json: &str) -> CsvOptions {
    serde_json::from_str(json).unwrap()
}

fn code(text: &str) -> &'static str {
    read_csv(text, &CsvOptions::default()).unwrap_err().code()
}

/// Each row as "line date value/denominator", "?" where a value is missing and "*" where it is suppressed.
fn rows(table: &CsvTable) -> Vec<String> {
    let row = |row: &headwater::exchange::CsvRow| {
        assert_eq!(row.value.is_some(), row.state == CsvState::Value);
        let value = match row.state {
            CsvState::Value => row.value.unwrap().to_string(),
            CsvState::Missing => "?".into(),
            CsvState::Suppressed => "*".into(),
        };
        let denominator = row.denominator.map(|n| format!("/{n}")).unwrap_or_default();
        format!("{} {} {value}{denominator}", row.line, row.date)
    };
    table.rows.iter().map(row).collect()
}

/// Each warning as "line key", "-" where it concerns the whole file.
fn warnings(table: &CsvTable) -> Vec<String> {
    let line = |line: Option<usize>| line.map_or("-".into(), |line| line.to_string());
    table.warnings.iter().map(|warning| format!("{} {}", line(warning.line), warning.message.key)).collect()
}

/// The columns that are not ignored, as "role name".
fn columns(table: &CsvTable) -> Vec<String> {
    let mut roles: Vec<_> = table
        .columns
        .iter()
        .filter(|column| column.role != headwater::exchange::CsvRole::Ignored)
        .map(|column| format!("{:?} {}", column.role, column.name))
        .collect();
    roles.sort();
    roles
}

struct Report {
    file: &'static str,
    columns: &'static [&'static str],
    order: DateOrder,
    ambiguous: bool,
    unit: CsvUnit,
    rows: &'static [&'static str],
    warnings: &'static [&'static str],
}

const REPORTS: &[Report] = &[
    Report {
        file: "powerschool-attendance.csv",
        columns: &["Date Date", "Denominator Membership", "Value % Absent"],
        order: DateOrder::Mdy,
        ambiguous: false,
        unit: CsvUnit::Percent,
        rows: &[
            "6 2026-09-08 6.87/1034",
            "7 2026-09-09 6.38/1034",
            "8 2026-09-10 5.6/1035",
            "9 2026-09-11 ?/1035",
            "10 2026-09-14 6.66/1036",
            "11 2026-09-15 6.18/1036",
            "12 2026-09-16 5.89/1036",
        ],
        warnings: &["1 csv-preamble", "13 csv-total-row", "14 csv-note-row"],
    },
    Report {
        file: "infinite-campus-absence.csv",
        columns: &["Date attendanceDate", "Denominator enrolledCount", "Value absentCount"],
        order: DateOrder::Mdy,
        ambiguous: true,
        unit: CsvUnit::Number,
        rows: &[
            "2 2026-09-01 */8",
            "3 2026-09-02 */41",
            "4 2026-09-03 11/41",
            "5 2026-09-04 12/42",
            "6 2026-09-08 10/42",
            "7 2026-09-09 ?/42",
        ],
        warnings: &["- csv-dates-read-month-first"],
    },
    Report {
        file: "sims-weekly.csv",
        columns: &["Date Week commencing", "Denominator Possible sessions", "Value % Attendance"],
        order: DateOrder::Dmy,
        ambiguous: false,
        unit: CsvUnit::Percent,
        rows: &[
            "5 2026-09-07 93.3/1710",
            "6 2026-09-14 92/1710",
            "7 2026-09-21 91.1/1700",
            "8 2026-09-28 */1690",
            "9 2026-10-05 89.5/1690",
        ],
        warnings: &["1 csv-preamble", "10 csv-total-row", "12 csv-note-row"],
    },
    Report {
        file: "tabelle-semikolon.csv",
        columns: &["Date Datum", "Value Fehlquote (%)"],
        order: DateOrder::Dmy,
        ambiguous: true,
        unit: CsvUnit::Percent,
        rows: &["2 2026-09-07 6.9", "3 2026-09-08 7.25", "4 2026-09-09 ?", "5 2026-09-10 1006.5", "6 2026-09-11 5.75"],
        warnings: &["- csv-dates-read-day-first"],
    },
    Report {
        file: "every-mess.csv",
        columns: &["Date WEEK OF", "Value Late / enrolled"],
        order: DateOrder::Mdy,
        ambiguous: true,
        unit: CsvUnit::Number,
        rows: &[
            "5 2026-09-07 61/412",
            "6 2026-09-14 58/412",
            "8 2026-09-21 -3",
            "9 2026-09-28 ?",
            "10 2026-10-05 55/410",
            "11 2026-10-12 *",
            "12 2026-10-19 ?",
            "13 2026-10-26 53/409",
            "14 2026-11-02 ?",
            "15 2026-11-09 ?",
            "16 2026-11-09 49/408",
            "19 2026-11-01 46/406",
            "21 2026-12-07 ?",
            "22 2026-12-14 45/1406",
        ],
        warnings: &[
            "2 csv-preamble-line",
            "- csv-dates-read-month-first",
            "6 csv-short-years",
            "19 csv-months",
            "10 csv-spans",
            "- csv-decimals-ambiguous",
            "16 csv-date-repeated",
            "9 csv-money",
            "12 csv-bad-number",
            "14 csv-bad-number",
            "15 csv-other-kind",
            "17 csv-bad-date",
            "18 csv-no-date",
            "20 csv-headings-repeated",
            "23 csv-total-row",
            "24 csv-note-row",
        ],
    },
];

#[test]
fn reports_are_read_without_options() {
    for report in REPORTS {
        let path = format!("{}/tests/fixtures/csv/{}", env!("CARGO_MANIFEST_DIR"), report.file);
        let table = read(&std::fs::read_to_string(path).unwrap());
        let file = report.file;
        assert_eq!(columns(&table), report.columns, "{file}");
        assert_eq!(
            (table.date_order, table.ambiguous, table.unit),
            (report.order, report.ambiguous, report.unit),
            "{file}"
        );
        assert_eq!(rows(&table), report.rows, "{file}");
        assert_eq!(warnings(&table), report.warnings, "{file}");
    }
}

#[test]
fn every_line_ending_and_delimiter_gives_the_same_rows() {
    let plain = "Date,Absent,Enrolled\n2026-09-14,61,412\n2026-09-15,58,412\n";
    let expected = rows(&read(plain));
    assert_eq!(expected, ["2 2026-09-14 61/412", "3 2026-09-15 58/412"]);
    for newline in ["\n", "\r\n", "\r"] {
        for delimiter in [",", ";", "\t", "|"] {
            for start in ["", "\u{feff}", "\u{feff}\u{feff}"] {
                let text = format!("{start}{}", plain.replace(',', delimiter).replace('\n', newline));
                assert_eq!(rows(&read(&text)), expected, "{text:?}");
                assert_eq!(rows(&read(text.trim_end())), expected, "{text:?}");
            }
        }
    }
}

#[test]
fn lines_are_counted_through_blank_lines_and_cells_of_several_lines() {
    let text = "Date,Note,Late\r\n\r\n2026-09-14,\"a\r\nb\nc\",5\r\n,,\r\n2026-09-15,,6\r\nTotal,,11";
    let table = read(text);
    assert_eq!(rows(&table), ["3 2026-09-14 5", "7 2026-09-15 6"]);
    assert_eq!(warnings(&table), ["8 csv-total-row"]);
}

#[test]
fn a_file_without_headings_is_read_by_its_cells() {
    let table = read("2026-09-14,61\n2026-09-15,58\n");
    assert_eq!(columns(&table), ["Date Column 1", "Value Column 2"]);
    assert_eq!(rows(&table), ["1 2026-09-14 61", "2 2026-09-15 58"]);
    assert_eq!(warnings(&table), ["- csv-no-headings"]);

    let named = options(r#"{"dateColumn":"column 3","valueColumn":"Column 1","denominatorColumn":"COLUMN 2"}"#);
    let table = read_csv("61,412,2026-09-14\n58,412,2026-09-15\n", &named).unwrap();
    assert_eq!(rows(&table), ["1 2026-09-14 61/412", "2 2026-09-15 58/412"]);
}

#[test]
fn headings_in_any_language_are_found_above_the_dates() {
    let table = read("Rapport\nJour de classe,Élèves en retard\n2026-09-14,61\n2026-09-15,58\n");
    assert_eq!(columns(&table), ["Date Jour de classe", "Value Élèves en retard"]);
    assert_eq!(warnings(&table), ["1 csv-preamble-line"]);
}

#[test]
fn options_overrule_what_the_headings_say() {
    let text = "Date,Entry date,Absent,Late,Enrolled,Possible\n2026-09-14,2020-08-31,61,7,412,824\n";
    let read = |json: &str| rows(&read_csv(text, &options(json)).unwrap());
    assert_eq!(read("{}"), ["2 2026-09-14 61/412"]);
    assert_eq!(read(r#"{"dateColumn":" ENTRY  DATE "}"#), ["2 2020-08-31 61/412"]);
    assert_eq!(read(r#"{"valueColumn":"late","denominatorColumn":"possible"}"#), ["2 2026-09-14 7/824"]);
    assert_eq!(read(r#"{"denominatorColumn":""}"#), ["2 2026-09-14 61"]);
    assert_eq!(read(r#"{"denominatorColumn":"Late"}"#), ["2 2026-09-14 61/7"]);
}

#[test]
fn a_name_above_the_table_is_not_taken_for_the_heading() {
    let text = "Date,9/17/2026\nDate,Foo,Bar\n2026-09-14,61,7\n";
    assert_eq!(rows(&read_csv(text, &options(r#"{"dateColumn":"Date"}"#)).unwrap()), ["3 2026-09-14 61"]);
    let text = "Attendance by week, Fall 2026\nWeek of,Late\n2026-09-14,61\n";
    assert_eq!(columns(&read(text)), ["Date Week of", "Value Late"]);
}

#[test]
fn options_that_do_not_fit_the_file_are_refused_with_their_name() {
    let text = "Date,Room,Absent\n2026-09-14,Blue,61\n";
    for (json, code, path) in [
        (r#"{"dateColumn":"Day"}"#, "csv/no-such-column", "dateColumn"),
        (r#"{"valueColumn":"Rate"}"#, "csv/no-such-column", "valueColumn"),
        (r#"{"denominatorColumn":"n"}"#, "csv/no-such-column", "denominatorColumn"),
        (r#"{"dateColumn":"Absent"}"#, "csv/no-date-column", "dateColumn"),
        (r#"{"valueColumn":"Room"}"#, "csv/no-value-column", "valueColumn"),
        (r#"{"dateColumn":"Date","valueColumn":"date"}"#, "csv/column-twice", "valueColumn"),
        (r#"{"valueColumn":"Absent","denominatorColumn":"Absent"}"#, "csv/column-twice", "denominatorColumn"),
    ] {
        let error = read_csv(text, &options(json)).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), (code, path), "{json}");
    }
    let error = read_csv(text, &options(r#"{"valueColumn":"Rate"}"#)).unwrap_err();
    assert_eq!(error.to_string(), "There is no column “Rate”. The file has: “Date”, “Room”, “Absent”.");
    assert!(serde_json::from_str::<CsvOptions>(r#"{"date":"Date"}"#).is_err());
    assert!(serde_json::from_str::<CsvOptions>(r#"{"dateOrder":"ymd"}"#).is_err());
}

#[test]
fn the_order_of_day_and_month_can_be_given() {
    let text = "Date,Late\n03/04/2026,5\n04/05/2026,6\n13/05/2026,7\n";
    let table = read_csv(text, &options(r#"{"dateOrder":"mdy"}"#)).unwrap();
    assert_eq!(rows(&table), ["2 2026-03-04 5", "3 2026-04-05 6"]);
    assert_eq!((table.date_order, table.ambiguous), (DateOrder::Mdy, false));
    assert_eq!(warnings(&table), ["4 csv-bad-date"]);
    assert_eq!(rows(&read(text)), ["2 2026-04-03 5", "3 2026-05-04 6", "4 2026-05-13 7"]);
    assert_eq!(options(r#"{"dateOrder":"dmy"}"#).date_order, Some(DayOrder::Dmy));
}

#[test]
fn dates_in_two_orders_follow_the_majority_and_the_others_are_left_out() {
    let table = read("Date,Late\n14/09/2026,5\n15/09/2026,6\n9/16/2026,7\n02/10/2026,8\n");
    assert_eq!(rows(&table), ["2 2026-09-14 5", "3 2026-09-15 6", "5 2026-10-02 8"]);
    assert!(table.ambiguous);
    assert_eq!(warnings(&table), ["- csv-dates-mixed", "- csv-dates-read-day-first", "4 csv-bad-date"]);
}

#[test]
fn day_numbers_of_a_spreadsheet_are_dates_only_under_a_date_heading() {
    let table = read("Week,Late\n46279,5\n46286,6\n");
    assert_eq!(rows(&table), ["2 2026-09-14 5", "3 2026-09-21 6"]);
    assert_eq!(warnings(&table), ["- csv-serial-dates"]);
    assert_eq!(code("Badge,Late\n46279,5\n46286,6\n"), "csv/no-date-column");
    assert_eq!(code("Week,Late\n46279,5\n3,6\n"), "csv/no-date-column");
    // Among dates they are misprints.
    assert_eq!(warnings(&read("Week,Late\n2026-09-14,5\n46286,6\n")), ["3 csv-bad-date"]);
}

#[test]
fn a_birthday_is_the_date_only_when_it_is_named() {
    assert_eq!(code("Student,DOB,Absences\nA,2014-02-03,5\nB,2014-05-06,2\n"), "csv/no-date-column");
    let named = options(r#"{"dateColumn":"dob"}"#);
    assert_eq!(rows(&read_csv("DOB,Absences\n2014-02-03,5\n", &named).unwrap()), ["2 2014-02-03 5"]);
}

#[test]
fn a_column_with_the_better_heading_is_the_value() {
    for (head, row, value) in [
        ("Date,School ID,Count,Absent,% Absent", "2026-09-14,417,3,61,14.8", "Value % Absent"),
        ("Date,School ID,Count,Absent", "2026-09-14,417,3,61", "Value Absent"),
        ("Date,School ID,Count", "2026-09-14,417,3", "Value Count"),
        ("Date,Target,Late", "2026-09-14,5,7", "Value Late"),
        ("Date,Total", "2026-09-14,7", "Value Total"),
        ("Date,Goal %,Whatever", "2026-09-14,5,7", "Value Whatever"),
    ] {
        let table = read(&format!("{head}\n{row}\n"));
        assert!(columns(&table).contains(&value.to_owned()), "{head}: {:?}", columns(&table));
        assert!(table.warnings.is_empty(), "{head}: {:?}", warnings(&table));
    }
    let table = read("Date,Absent,Late\n2026-09-14,61,7\n");
    assert_eq!(warnings(&table), ["- csv-value-column-guessed"]);
    assert_eq!(code("Date,School ID\n2026-09-14,417\n"), "csv/no-value-column");
}

#[test]
fn suppressed_values_stay_suppressed_even_when_all_are() {
    assert_eq!(rows(&read("Date,Absent\n2026-09-14,*\n2026-09-15,<10\n")), ["2 2026-09-14 *", "3 2026-09-15 *"]);
    assert_eq!(rows(&read("Date,Absent\n2026-09-14,c\n2026-09-15,5\n")), ["2 2026-09-14 *", "3 2026-09-15 5"]);
    // A letter among letters stands for nothing that is known.
    let table = read_csv("Date,Code\n2026-09-14,x\n2026-09-15,s\n", &options(r#"{"valueColumn":"Code"}"#)).unwrap();
    assert_eq!(rows(&table), ["2 2026-09-14 ?", "3 2026-09-15 ?"]);
}

#[test]
fn the_decimal_mark_is_that_of_the_whole_column() {
    let values = |text: &str| read(text).rows.iter().filter_map(|row| row.value).collect::<Vec<_>>();
    assert_eq!(values("Date;Rate\n2026-09-14;1.234\n2026-09-15;91,5\n"), [1234.0, 91.5]);
    assert_eq!(values("Date;Rate\n2026-09-14;1.234\n2026-09-15;91.5\n"), [1.234, 91.5]);
    assert_eq!(values("Date,Rate\n2026-09-14,\"1,234\"\n2026-09-15,91.5\n"), [1234.0, 91.5]);
    assert_eq!(values("Date\tRate\n2026-09-14\t1\u{202f}234,5\n2026-09-15\t1\u{a0}234\n"), [1234.5, 1234.0]);

    // Nothing decides here but the habits of those who use semicolons.
    let table = read("Date;Late\n2026-09-14;1.234\n");
    assert_eq!((table.rows[0].value, warnings(&table)), (Some(1234.0), vec!["- csv-decimals-ambiguous".into()]));
    let table = read("Date,Late\n2026-09-14,1.234\n");
    assert_eq!((table.rows[0].value, warnings(&table)), (Some(1.234), vec!["- csv-decimals-ambiguous".into()]));
    // The column beside it decides.
    assert!(read("Date,Late,Enrolled\n2026-09-14,5.5,\"1,034\"\n").warnings.is_empty());
}

#[test]
fn percentages_are_known_by_signs_or_headings() {
    let unit = |text: &str| (read(text).unit, warnings(&read(text)));
    assert_eq!(unit("Date,Rate\n2026-09-14,14.8%\n"), (CsvUnit::Percent, vec![]));
    assert_eq!(unit("Date,Per cent late\n2026-09-14,14.8\n"), (CsvUnit::Percent, vec![]));
    assert_eq!(unit("Date,Rate\n2026-09-14,14.8\n"), (CsvUnit::Number, vec![]));
    let mixed = vec!["- csv-percent-signs-mixed".to_owned()];
    assert_eq!(unit("Date,Rate\n2026-09-14,14.8%\n2026-09-15,15.2\n"), (CsvUnit::Percent, mixed));
    let shares = vec!["- csv-fractions-as-percent".to_owned()];
    assert_eq!(unit("Date,% late\n2026-09-14,0.148\n2026-09-15,1\n"), (CsvUnit::Percent, shares));
    // Numerators over denominators are counts, whatever their heading says.
    assert_eq!(unit("Date,% late\n2026-09-14,61/412\n"), (CsvUnit::Number, vec![]));
    assert_eq!(rows(&read("Date,% late\n2026-09-14,0.148\n")), ["2 2026-09-14 0.148"]);
}

#[test]
fn a_number_that_was_cut_at_its_comma_is_not_read_as_a_smaller_one() {
    let table = read("Date,Absent\n2026-09-14,987\n2026-09-15,1,034\n2026-09-16,\"1,012\"\n");
    assert_eq!(rows(&table), ["2 2026-09-14 987", "3 2026-09-15 ?", "4 2026-09-16 1012"]);
    assert!(warnings(&table).contains(&"3 csv-cell-cut".to_owned()));
    // A remark behind the table does no harm.
    assert_eq!(rows(&read("Date,Absent\n2026-09-14,987,bus late\n")), ["2 2026-09-14 987"]);
}

#[test]
fn denominators_that_contradict_each_other_are_told() {
    let table = read("Date,Absent,Enrolled\n2026-09-14,61/412,412\n2026-09-15,58/412,410\n2026-09-16,7,none\n");
    assert_eq!(rows(&table), ["2 2026-09-14 61/412", "3 2026-09-15 58/412", "4 2026-09-16 7"]);
    assert_eq!(warnings(&table), ["3 csv-denominators-differ", "4 csv-bad-number"]);
}

#[test]
fn totals_beside_dates_are_kept_and_told() {
    let text = "Date,Grade,Absent\n2026-09-14,6,5\n2026-09-14,7,3\n2026-09-14,Total,8\n";
    assert_eq!(warnings(&read(text)), ["4 csv-totals-beside-dates", "3 csv-date-repeated"]);
    assert_eq!(read(text).rows.len(), 3);
    assert!(read("Date,Grade,Absent\n2026-09-14,All students,5\n2026-09-15,All students,3\n").warnings.is_empty());
}

#[test]
fn a_warning_names_line_column_and_cell() {
    let table = read(&format!("Date,Late\n2026-09-14,{}\n2026-09-15,5\n", "very ".repeat(20)));
    let message = &table.warnings[0].message;
    let expected =
        "Line 2: “very very very very very very very very …” in “Late” is not a number. It counts as missing.";
    assert_eq!((table.warnings[0].line, message.text.as_str()), (Some(2), expected));
    let json = serde_json::to_value(&table.warnings[0]).unwrap();
    let args = serde_json::json!({"line": 2.0, "cell": format!("{}…", "very ".repeat(8)), "column": "Late"});
    assert_eq!(json["message"]["args"], args);
}

#[test]
fn of_many_warnings_the_first_are_told_and_the_rest_counted() {
    let text = (0..80).fold("Date,Late\n2026-09-14,5\n".to_owned(), |text, n| text + &format!("2026-09-15,bad {n}\n"));
    let table = read(&text);
    assert_eq!(table.rows.len(), 81);
    assert_eq!(warnings(&table).len(), 52);
    assert_eq!(table.warnings[0].message.key, "csv-date-repeated");
    assert_eq!(table.warnings[51].message.args, [("count", 30_usize.into())]);
}

#[test]
fn a_table_has_the_shape_that_the_types_promise() {
    let table = read("Date,% Late,Enrolled\n9/14/2026,5%,412\n9/15/2026,*,\n");
    let expected = serde_json::json!({
        "columns": [
            { "index": 0, "name": "Date", "role": "date", "filled": 2 },
            { "index": 1, "name": "% Late", "role": "value", "filled": 2 },
            { "index": 2, "name": "Enrolled", "role": "denominator", "filled": 1 },
        ],
        "rows": [
            { "line": 2, "date": "2026-09-14", "value": 5.0, "denominator": 412.0, "state": "value" },
            { "line": 3, "date": "2026-09-15", "value": null, "denominator": null, "state": "suppressed" },
        ],
        "dateOrder": "mdy",
        "ambiguous": false,
        "unit": "percent",
        "warnings": [],
    });
    assert_eq!(serde_json::to_value(&table).unwrap(), expected);
}

#[test]
fn what_is_no_table_is_refused_with_what_it_is() {
    for (text, words) in [
        ("PK\u{3}\u{4}\u{14}\0\u{6}\0", "workbook"),
        ("\u{fffd}\u{fffd}\u{11}\u{fffd}\u{fffd}\u{1a}\u{fffd}\0\0\0", "NUL"),
        ("%PDF-1.7\n%âãÏÓ\n", "PDF"),
        ("\n  <!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        ("<table><tr><td>Date</td></tr></table>", "named like a spreadsheet"),
        ("<?xml version=\"1.0\"?><Workbook/>", "XML"),
        ("[{\"date\":\"2026-09-14\",\"value\":5}]", "JSON"),
        ("D\0a\0t\0e\0,\0V\0a\0l\0u\0e\0", "UTF-16"),
        ("\u{fffd}\u{fffd}a,b\u{fffd}c\n", "not text"),
        ("\u{1f}\u{8b}\u{8}a,b\u{1}c\n", "not text"),
        ("Date,Late\n2026-09-14,\"5\n2026-09-15,6\n", "a quotation mark that opens in line 2 is not closed"),
        ("Date,Late\r\n2026-09-14,5\r\n2026-09-15,6\r2026-09-16,7\r\n", "line 3 ends with a lone carriage return"),
    ] {
        let error = read_csv(text, &CsvOptions::default()).unwrap_err();
        assert_eq!(error.code(), "csv/broken", "{text:?}");
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn what_has_no_dated_values_is_refused() {
    for (text, expected) in [
        ("", "csv/empty"),
        ("\u{feff}\r\n\r\n", "csv/empty"),
        (",,,\n\n , \n", "csv/empty"),
        ("Date,Late\n", "csv/empty"),
        ("Name,Late\nAda,5\n", "csv/no-date-column"),
        ("Week,Late\nWeek 1,5\n", "csv/no-date-column"),
        ("Date\n2026-09-14\n", "csv/no-value-column"),
        ("Date,Room\n2026-09-14,Blue\n", "csv/no-value-column"),
        ("Measure,2026-09-07,2026-09-14,2026-09-21\nLate,5,6,7\n", "csv/dates-across"),
    ] {
        assert_eq!(code(text), expected, "{text:?}");
    }
}

#[test]
fn limits_are_refused_with_their_size() {
    let refused = |text: &str| {
        let error = read_csv(text, &CsvOptions::default()).unwrap_err();
        (error.code(), error.to_string(), error.path.clone())
    };
    let (code, text, _) = refused(&"2026-09-14,5\n".repeat(800_000));
    assert_eq!(code, "input/too-large");
    assert!(text.contains("10400000 bytes"), "{text}");

    let (code, text, path) = refused(&"2026-09-14,5\n".repeat(200_001));
    assert_eq!((code, path.as_str()), ("input/too-large", "lines.200001"));
    assert!(text.contains("200000"), "{text}");
    assert_eq!(read(&"2026-09-14,5\n".repeat(200_000)).rows.len(), 200_000);

    let wide = |columns: usize| format!("Date,Late{}\n2026-09-14,5\n", ",x".repeat(columns - 2));
    assert_eq!(refused(&wide(501)).0, "input/too-large");
    assert_eq!(read(&wide(500)).columns.len(), 500);
    // Spreadsheet programs write blank cells up to the last column that was ever touched.
    assert_eq!(read(&format!("Date,Late{0}\n2026-09-14,5{0}\n", ",".repeat(2_000))).columns.len(), 2);

    let long = |characters: usize| format!("Date,Late,Note\n2026-09-14,5,{}\n", "é".repeat(characters));
    assert_eq!((refused(&long(10_001)).0, refused(&long(10_001)).2), ("input/too-large", "lines.2".into()));
    assert_eq!(read(&long(10_000)).rows.len(), 1);
}
