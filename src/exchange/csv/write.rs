//! Writes dated values as CSV that spreadsheet programs open without surprises.

use super::{CsvRow, CsvState};

/// Writes rows as `date,<name>,denominator`, one line each, with CRLF as RFC 4180 has it. A suppressed value is
/// written `*` and a missing one is left blank, so that [`read_csv`](super::read_csv) reads the same rows back.
/// Headings that begin as a formula are made plain text for spreadsheet programs.
///
/// ```
/// use headwater::exchange::{CsvRow, CsvState, write_csv};
///
/// let row = CsvRow {
///     line: 2,
///     date: "2026-09-14".parse()?,
///     value: Some(61.0),
///     denominator: Some(412.0),
///     state: CsvState::Value,
/// };
/// assert_eq!(write_csv("Absent", &[row]), "date,Absent,denominator\r\n2026-09-14,61,412\r\n");
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn write_csv(name: &str, rows: &[CsvRow]) -> String {
    let mut csv = format!("date,{},denominator\r\n", text_cell(name));
    for row in rows {
        csv.push_str(&row.date.to_string());
        csv.push(',');
        match (row.state, row.value) {
            (CsvState::Value, Some(value)) => csv.push_str(&number(value)),
            (CsvState::Suppressed, _) => csv.push('*'),
            _ => {}
        }
        csv.push(',');
        if let Some(denominator) = row.denominator {
            csv.push_str(&number(denominator));
        }
        csv.push_str("\r\n");
    }
    csv
}

/// A number as it is written: "61", "91.5".
pub(super) fn number(number: f64) -> String {
    let text = serde_json::to_string(&number).unwrap_or_default();
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// A text in quotation marks where it needs them. One that begins with a character by which spreadsheet programs
/// know a formula is put behind an apostrophe, as OWASP advises against CSV injection.
fn text_cell(text: &str) -> String {
    let formula = text.trim_start().starts_with(FORMULA) || text.starts_with(['\t', '\r', '\n']);
    let mut cell = String::from(if formula { "\"'" } else { "\"" });
    for character in text.chars().filter(|&character| character != '\0') {
        cell.push(character);
        if character == '"' {
            cell.push('"');
        }
    }
    cell.push('"');
    match formula || text.contains(SPECIAL) || text.trim() != text {
        true => cell,
        false => text.to_owned(),
    }
}

const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const SPECIAL: &[char] = &['"', '\'', ',', ';', '|', '\t', '\r', '\n', '\0'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_a_formula_and_never_two_cells() {
        for (text, cell) in [
            ("Absent", "Absent"),
            ("Absent, excused", "\"Absent, excused\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("\"b\"", "\"\"\"b\"\"\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            (" @SUM(1)", "\"' @SUM(1)\""),
            ("\t=1", "\"'\t=1\""),
            ("＝1", "\"'＝1\""),
        ] {
            assert_eq!(text_cell(text), cell);
        }
    }
}
