//! The cells of a file, trimmed, with the line each row began on. Quotation marks are read as the `csv` crate reads
//! them, against which this is tested.

use super::{delimiter, foreign::refuse_foreign};
use crate::error::{Error, ErrorKind, Result};
use std::str::Chars;

/// The most bytes, rows, columns and characters of a cell that are read.
pub(super) const MAX_BYTES: usize = 10_000_000;
pub(super) const MAX_ROWS: usize = 200_000;
pub(super) const MAX_COLUMNS: usize = 500;
pub(super) const MAX_CELL: usize = 10_000;

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
        let mut rows = Rows {
            rest: text.chars(),
            delimiter: delimiter.into(),
            line: first_line,
            line_feeds: false,
            lone_return: None,
            cells: String::new(),
            ends: Vec::new(),
        };
        while let Some(line) = rows.read()? {
            grid.push(&rows, line)?;
        }
        match rows.lone_return {
            Some(line) if rows.line_feeds => {
                Err(broken(format!("line {line} ends with a lone carriage return, unlike the other lines")))
            }
            _ if grid.rows.is_empty() => Err(ErrorKind::CsvEmpty.into()),
            _ => Ok(grid),
        }
    }

    fn push(&mut self, row: &Rows<'_>, line: usize) -> Result<()> {
        let filled = row.ends.len() - (0..row.ends.len()).rev().take_while(|&c| row.cell_at(c).is_empty()).count();
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
        self.rows.push(Row { line: line as u32, first: self.ends.len() as u32, raw_width: row.ends.len() as u32 });
        self.width = self.width.max(filled);
        for column in 0..filled {
            let cell = row.cell_at(column);
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

/// Reads one row after the other, and counts lines, whether they end with LF, CRLF or CR.
struct Rows<'a> {
    rest: Chars<'a>,
    delimiter: char,
    /// The line of what is left.
    line: usize,
    /// Whether a row ended with a line feed.
    line_feeds: bool,
    /// The first line of which the row ended with a carriage return alone.
    lone_return: Option<usize>,
    /// The cells of the row that was read, and where each of them ends.
    cells: String,
    ends: Vec<usize>,
}

impl Rows<'_> {
    /// Reads the next row that is no blank line; gives its line, and `None` at the end of the file.
    fn read(&mut self) -> Result<Option<usize>> {
        let (before, mut line_feed) = (self.line, false);
        while let Some(c @ ('\r' | '\n')) = self.peek() {
            line_feed |= c == '\n';
            self.next();
        }
        let first = self.ends.is_empty();
        if self.peek().is_none() {
            return Ok(None);
        }
        match line_feed {
            _ if first => {}
            true => self.line_feeds = true,
            false => self.lone_return = self.lone_return.or(Some(before)),
        }
        let line = self.line;
        self.cells.clear();
        self.ends.clear();
        let mut more = true;
        while more {
            more = self.cell().ok_or_else(|| unclosed(line))?;
            self.ends.push(self.cells.len());
        }
        Ok(Some(line))
    }

    /// Reads a cell; gives whether another one follows in its row, and `None` if its quotation mark is not closed.
    fn cell(&mut self) -> Option<bool> {
        let mut quoted = self.take('"');
        while let Some(c) = self.peek() {
            if !quoted && matches!(c, '\r' | '\n') {
                break;
            }
            self.next();
            if !quoted && c == self.delimiter {
                return Some(true);
            }
            // A doubled quotation mark stands for one.
            if quoted && c == '"' && !self.take('"') {
                quoted = false;
            } else {
                self.cells.push(c);
            }
        }
        (!quoted).then_some(false)
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn next(&mut self) {
        let c = self.rest.next();
        self.line += usize::from(c == Some('\n') || (c == Some('\r') && self.peek() != Some('\n')));
    }

    fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.next();
        }
        found
    }

    /// A cell of the row, cleaned.
    fn cell_at(&self, column: usize) -> &str {
        let end = |column: usize| self.ends.get(column).copied();
        let start = column.checked_sub(1).and_then(end).unwrap_or(0);
        clean(end(column).and_then(|end| self.cells.get(start..end)).unwrap_or(""))
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
