//! The cells of a file, trimmed, with the line each row began on. The syntax itself is read by `csv-core`, the parser
//! inside the `csv` crate.

use super::{delimiter, foreign::refuse_foreign};
use crate::error::{Error, ErrorKind, Result};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The most bytes, rows, columns and characters of a cell that are read.
pub(super) const MAX_BYTES: usize = 10_000_000;
pub(super) const MAX_ROWS: usize = 200_000;
pub(super) const MAX_COLUMNS: usize = 500;
pub(super) const MAX_CELL: usize = 10_000;

/// What is read behind the end of the file. If it does not come out as a row of its own, a quotation mark was still
/// open.
const END: &str = "\n\u{1}\n";

/// The rows of a file that have anything in them.
pub(super) struct Grid {
    /// All cells, one behind the other.
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<u32>,
    rows: Vec<Row>,
    /// The delimiter.
    pub(super) delimiter: u8,
    /// The cells of the widest row.
    pub(super) width: usize,
}

/// A row: its line, its first cell in the grid, and how many cells it had before blank ones were cut off its end.
struct Row {
    line: u32,
    first: u32,
    raw_width: u32,
}

impl Grid {
    pub(super) fn read(text: &str) -> Result<Self> {
        if text.len() > MAX_BYTES {
            return Err(ErrorKind::TooLarge { what: "bytes in the file", size: text.len(), limit: MAX_BYTES }.into());
        }
        let text = text.trim_start_matches('\u{feff}');
        refuse_foreign(text)?;
        let (delimiter, text, first_line) = match delimiter::declared(text) {
            Some((delimiter, rest)) => (delimiter, rest, 2),
            None => (delimiter::detect(text), text, 1),
        };
        let mut grid = Self { text: String::new(), ends: Vec::new(), rows: Vec::new(), delimiter, width: 0 };
        let mut records = Records::of(text, delimiter);
        let mut lines = Lines::new(text, first_line);
        loop {
            let start = records.at;
            let Some(record) = records.read() else { break };
            let line = lines.line_of_row_at(start);
            if lines.at >= text.len() {
                break;
            }
            if record.text.ends_with(END) {
                return Err(unclosed(line));
            }
            grid.push(&record, line)?;
        }
        match (lines.line_feeds, lines.lone_returns) {
            (1.., Some(line)) => {
                Err(broken(format!("line {line} ends with a lone carriage return, unlike the other lines")))
            }
            _ if grid.rows.is_empty() => Err(ErrorKind::CsvEmpty.into()),
            _ => Ok(grid),
        }
    }

    fn push(&mut self, record: &Record<'_>, line: usize) -> Result<()> {
        let filled =
            record.ends.len() - (0..record.ends.len()).rev().take_while(|&c| record.cell(c).is_empty()).count();
        if filled == 0 {
            return Ok(());
        }
        let too_large = |what, size, limit| Err(ErrorKind::TooLarge { what, size, limit }.at(format!("lines.{line}")));
        if filled > MAX_COLUMNS {
            return too_large("columns", filled, MAX_COLUMNS);
        }
        if self.rows.len() >= MAX_ROWS {
            return too_large("rows or more", MAX_ROWS + 1, MAX_ROWS);
        }
        self.rows.push(Row { line: line as u32, first: self.ends.len() as u32, raw_width: record.ends.len() as u32 });
        self.width = self.width.max(filled);
        for column in 0..filled {
            let cell = record.cell(column);
            let size = if cell.len() > MAX_CELL { cell.chars().count() } else { 0 };
            if size > MAX_CELL {
                // So long a cell over several lines is a lost quotation mark rather than a text.
                return if cell.contains('\n') {
                    Err(unclosed(line))
                } else {
                    too_large("characters in one cell", size, MAX_CELL)
                };
            }
            self.text.push_str(cell);
            self.ends.push(self.text.len() as u32);
        }
        Ok(())
    }

    /// Whether characters were replaced because they were stored in another encoding.
    pub(super) fn has_lost_characters(&self) -> bool {
        self.text.contains(char::REPLACEMENT_CHARACTER)
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The line in the file, from 1, on which this row begins.
    pub(super) fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.line as usize)
    }

    /// How many cells this row has in the file, blank ones too.
    pub(super) fn raw_width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.raw_width as usize)
    }

    /// The cells of a row; blank ones at its end are left out.
    pub(super) fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        self.span(row).map(|index| self.at(index))
    }

    /// One cell, `""` if the row has no such column.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        self.span(row).nth(column).map_or("", |index| self.at(index))
    }

    /// Where the cells of a row stand.
    fn span(&self, row: usize) -> std::ops::Range<usize> {
        let first = |row: usize| self.rows.get(row).map_or(self.ends.len(), |row| row.first as usize);
        first(row)..first(row.saturating_add(1))
    }

    fn at(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        let end = self.ends.get(index).map_or(start, |&end| end as usize);
        self.text.get(start..end).unwrap_or("")
    }
}

/// Reads one row after the other.
struct Records<'a> {
    reader: Reader,
    text: &'a [u8],
    /// How many bytes of the file, and of `END` behind it, have been read.
    at: usize,
    /// The cells of the row that is read, and where each of them ends.
    cells: Vec<u8>,
    ends: Vec<usize>,
}

struct Record<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Records<'a> {
    fn of(text: &'a str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, text: text.as_bytes(), at: 0, cells: vec![0; 1024], ends: vec![0; 32] }
    }

    fn read(&mut self) -> Option<Record<'_>> {
        let (mut filled, mut ended) = (0, 0);
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty());
            let rest = rest.or_else(|| END.as_bytes().get(self.at - self.text.len()..))?;
            let (result, read, written, cells) =
                self.reader.read_record(rest, self.cells.get_mut(filled..)?, self.ends.get_mut(ended..)?);
            self.at += read;
            filled += written;
            ended += cells;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::End => return None,
                ReadRecordResult::Record => break,
            }
        }
        // The file is UTF-8, and it is cut at ASCII characters only.
        let text = std::str::from_utf8(self.cells.get(..filled)?).unwrap_or_default();
        Some(Record { text, ends: self.ends.get(..ended)? })
    }
}

impl Record<'_> {
    /// A cell, cleaned.
    fn cell(&self, column: usize) -> &str {
        let end = |column: usize| self.ends.get(column).copied();
        let start = column.checked_sub(1).and_then(end).unwrap_or(0);
        clean(end(column).and_then(|end| self.text.get(start..end)).unwrap_or(""))
    }
}

/// Counts lines, whether they end with LF, CRLF or CR, as the rows are read.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
    line_feeds: usize,
    /// The first line that ended with a carriage return alone.
    lone_returns: Option<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, line: usize) -> Self {
        Self { text: text.as_bytes(), at: 0, line, line_feeds: 0, lone_returns: None }
    }

    /// The line of the row that was read from `start`, which may lie before the ends of lines that it skipped.
    fn line_of_row_at(&mut self, start: usize) -> usize {
        let ending_line = self.skip_to(start);
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let blank = self.text.get(start..).unwrap_or(&[]).iter().take_while(|byte| is_end(byte)).count();
        let ending = self.text.get(start.saturating_sub(1)..start.saturating_add(blank)).unwrap_or(&[]);
        if start > 0 && start.saturating_add(blank) < self.text.len() {
            match ending.contains(&b'\n') {
                true => self.line_feeds += 1,
                false => self.lone_returns = self.lone_returns.or(Some(ending_line)),
            }
        }
        self.skip_to(start.saturating_add(blank));
        self.line
    }

    /// Moves on to `end`; gives the line that the last byte before it belongs to.
    fn skip_to(&mut self, end: usize) -> usize {
        let mut ending_line = self.line;
        while self.at < end {
            let Some(byte) = self.text.get(self.at) else { break };
            ending_line = self.line;
            let crlf = *byte == b'\r' && self.text.get(self.at + 1) == Some(&b'\n');
            self.line += usize::from(matches!(byte, b'\r' | b'\n') && !crlf);
            self.at += 1;
        }
        ending_line
    }
}

/// A cell without the blanks, quotation marks and invisible marks around it, and without the apostrophe by which
/// spreadsheet programs mark text.
fn clean(cell: &str) -> &str {
    let cell = trim(cell);
    for [open, close] in [['"', '"'], ['\'', '\''], ['“', '”']] {
        if let Some(inner) = cell.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return trim(inner);
        }
    }
    trim(cell.strip_prefix('\'').unwrap_or(cell))
}

fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}'))
}

fn broken(reason: String) -> Error {
    ErrorKind::CsvBroken { reason }.into()
}

fn unclosed(line: usize) -> Error {
    broken(format!("a quotation mark that opens in line {line} is not closed"))
}
