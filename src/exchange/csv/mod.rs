//! Dated values from the reports of student-information systems and from spreadsheets.
//!
//! The way of a file: [`grid`] reads its cells, [`columns`] finds the headings and the columns, [`table`] reads dates
//! and numbers. What had to be assumed or left out is told by [`warnings`]; nothing is dropped in silence.

mod columns;
mod dates;
mod decode;
mod delimiter;
mod foreign;
mod grid;
mod headings;
mod numbers;
mod order;
mod table;
mod warnings;
mod write;

pub use write::write_csv;

use crate::date::Date;
use crate::error::Result;
use crate::message::Message;
use serde::{Deserialize, Serialize};

/// How to read a file of dated values. Names of columns are compared without regard to the case of A to Z and to how
/// many blanks there are; columns without a heading are called "Column 1", "Column 2" and so on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct CsvOptions {
    /// The column of dates; found by its heading and its cells when left out.
    pub date_column: Option<String>,
    /// The column of values; found by its heading and its cells when left out.
    pub value_column: Option<String>,
    /// The column of denominators; found by its heading when left out, and none if blank (`""`).
    pub denominator_column: Option<String>,
    /// How to read `03/04/2026`; worked out from the file when left out.
    pub date_order: Option<DayOrder>,
}

/// Which comes first in `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayOrder {
    /// Month, day, year.
    Mdy,
    /// Day, month, year.
    Dmy,
}

/// The dated values of a file, and what was assumed to read them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CsvTable {
    /// All columns, from the left.
    pub columns: Vec<CsvColumn>,
    /// In the order of the file.
    pub rows: Vec<CsvRow>,
    /// How dates of three numbers were read.
    pub date_order: DateOrder,
    /// True when nothing certain decided between day and month, and some dates depend on it.
    pub ambiguous: bool,
    /// What the values are.
    pub unit: CsvUnit,
    /// Rows and cells that could not be read, each with its line; and what was assumed. First what concerns the
    /// whole file, then the first 50 lines, then how many more there are.
    pub warnings: Vec<CsvWarning>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CsvColumn {
    /// From 0.
    pub index: usize,
    /// Its heading, or "Column 3" if it has none.
    pub name: String,
    /// What it was read as.
    pub role: CsvRole,
    /// How many cells below the headings have something in them.
    pub filled: usize,
}

/// What a column was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs)]
pub enum CsvRole {
    Date,
    Value,
    Denominator,
    Ignored,
}

/// A dated value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CsvRow {
    /// Line in the file on which the row begins, from 1.
    pub line: usize,
    /// Its date.
    pub date: Date,
    /// The number as it stands there: `14.8` for "14.8 %", and the numerator of "61/412". `None` unless the state is
    /// [`CsvState::Value`].
    pub value: Option<f64>,
    /// The denominator beside the value or below its stroke.
    pub denominator: Option<f64>,
    /// Whether there is a value, and if not, why.
    pub state: CsvState,
}

/// Whether a row has a value. A number that is not there is never read as zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CsvState {
    /// There is a number.
    Value,
    /// There is none: a blank cell, "NA", "N/A", "#N/A", "null", "-", "–", ".", "no data" and the like; or a cell
    /// that could not be read, with a warning.
    Missing,
    /// There is one, but it is hidden: "*", "**", "<10", "≤ 5 %", ">95%", "n<10", "fewer than 10", "suppressed",
    /// "redacted", "masked", "withheld", "confidential", "\[c\]", "PS"; and "c", "s" or "x" among numbers.
    Suppressed,
}

/// How dates of three numbers were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// No date depends on an order: the year stands first, or the month is in letters.
    Ymd,
    /// Month, day, year.
    Mdy,
    /// Day, month, year.
    Dmy,
}

/// What the values of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CsvUnit {
    /// Percentages: the values carried percent signs, or their heading says so.
    Percent,
    /// Numbers; numerators where there are denominators.
    Number,
}

/// Something a person should look at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CsvWarning {
    /// The line in the file, from 1; `None` if it concerns the whole file.
    pub line: Option<usize>,
    /// What there is to look at.
    pub message: Message,
}

/// Reads dated values, each with a denominator where there is one, from a CSV file as schools have them.
///
/// The delimiter, title lines, headings, columns, the order of day and month and the decimal mark are worked out from
/// the file; the options overrule that. Totals, notes and rows without a date are left out with a warning. At most
/// 10,000,000 bytes, 200,000 rows, 500 columns and 10,000 characters in a cell are read.
///
/// ```
/// use headwater::exchange::{CsvState, CsvUnit, read_csv};
///
/// let table = read_csv(
///     "Attendance by week\n\
///      Week of,% Absent,Enrolled\n\
///      9/7/2026,14.8%,412\n\
///      9/14/2026,*,412\n\
///      Total,14.8%,412\n",
///     &Default::default(),
/// )?;
/// assert_eq!(table.unit, CsvUnit::Percent);
/// assert_eq!(table.rows[0].date.to_string(), "2026-09-07");
/// assert_eq!((table.rows[0].value, table.rows[0].denominator), (Some(14.8), Some(412.0)));
/// assert_eq!((table.rows[1].value, table.rows[1].state), (None, CsvState::Suppressed));
/// assert_eq!(table.rows.len(), 2);
/// assert_eq!(table.warnings[0].message.text, "Line 1 stands above the table and was left out.");
/// assert_eq!(table.warnings[1].message.text, "Line 5 sums up other rows (“Total”) and was left out.");
/// # Ok::<(), headwater::Error>(())
/// ```
///
/// # Errors
///
/// `csv/empty`, `csv/broken` (not text, not a table, or an open quotation mark), `csv/no-date-column`,
/// `csv/no-value-column`, `csv/no-such-column` and `csv/column-twice` (by the options), `csv/dates-across`, and
/// `input/too-large`.
pub fn read_csv(text: &str, options: &CsvOptions) -> Result<CsvTable> {
    let grid = grid::Grid::read(text)?;
    // A heading and nothing below it, as exports of an empty selection are.
    let columns = columns::Columns::find(&grid, options).map_err(|error| {
        if grid.len() == 1 && error.code() == "csv/no-date-column" { crate::ErrorKind::CsvEmpty.into() } else { error }
    })?;
    Ok(table::read(&grid, &columns, options))
}
