//! Every sentence the reader has to say about a file.

use super::CsvWarning;
use crate::message::{Arg, Message};

/// How many warnings about lines are told one by one.
const MAX_LINES: usize = 50;

/// What there is to say, in the order of the file: first about the whole of it, then line by line.
#[derive(Default)]
pub(super) struct Warnings {
    whole: Vec<CsvWarning>,
    lines: Vec<CsvWarning>,
    more: usize,
}

/// A cell that could not be used, and where it stands.
pub(super) struct CellAt<'a> {
    pub(super) line: usize,
    pub(super) column: &'a str,
    pub(super) cell: &'a str,
}

/// Why a cell of a value column counts as missing.
#[derive(Clone, Copy)]
pub(super) enum Unusable {
    NotANumber,
    Money,
    OtherKind,
}

/// Something that happened to several lines, and the first of them.
#[derive(Default, Clone, Copy)]
pub(super) struct Tally {
    pub(super) count: usize,
    first: usize,
}

impl Tally {
    pub(super) fn add(&mut self, line: usize) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }

    /// The beginning of a sentence about dates.
    fn say(self, one: &str, many: &str) -> String {
        match self.count {
            1 => format!("The date in line {} has {one}. ", self.first),
            count => format!("{count} dates have {many}, the first in line {}. ", self.first),
        }
    }

    fn args(self) -> [(&'static str, Arg); 2] {
        [("count", self.count.into()), ("line", self.first.into())]
    }
}

impl Warnings {
    /// All warnings, of which those beyond the first lines are only counted.
    pub(super) fn finish(mut self) -> Vec<CsvWarning> {
        self.whole.append(&mut self.lines);
        if self.more > 0 {
            let text =
                format!("There is more to look at ({}) further down the file. Mend these lines first.", self.more);
            let message = Message::new("csv-more-warnings", [("count", self.more.into())], text);
            self.whole.push(CsvWarning { line: None, message });
        }
        self.whole
    }

    fn whole(&mut self, line: Option<usize>, message: Message) {
        self.whole.push(CsvWarning { line, message });
    }

    fn line(&mut self, line: usize, message: impl FnOnce() -> Message) {
        if self.lines.len() < MAX_LINES {
            self.lines.push(CsvWarning { line: Some(line), message: message() });
        } else {
            self.more += 1;
        }
    }

    pub(super) fn lost_characters(&mut self) {
        let text = "Some characters were lost when this file was saved. Save it as CSV (UTF-8) if names look wrong.";
        self.whole(None, Message::new("csv-lost-characters", [], text));
    }

    pub(super) fn preamble(&mut self, first: usize, last: usize) {
        let text = match first == last {
            true => format!("Line {first} stands above the table and was left out."),
            false => format!("Lines {first} to {last} stand above the table and were left out."),
        };
        let args = [("first", first.into()), ("last", last.into())];
        self.whole(Some(first), Message::new("csv-preamble", args, text));
    }

    pub(super) fn no_headings(&mut self) {
        let text = "The file has no line of headings. Check that the right columns were read.";
        self.whole(None, Message::new("csv-no-headings", [], text));
    }

    pub(super) fn value_guessed(&mut self, taken: &str, others: &[String]) {
        let (taken, others) = (shorten(taken), list(others));
        let text =
            format!("“{taken}” was read as the value. {others} would fit too. Name the column if it is another.");
        let args = [("column", taken.into()), ("others", others.into())];
        self.whole(None, Message::new("csv-value-column-guessed", args, text));
    }

    pub(super) fn denominator_guessed(&mut self, taken: &str, others: &[String]) {
        let (taken, others) = (shorten(taken), list(others));
        let text =
            format!("“{taken}” was read as the denominator. {others} would fit too. Name the column if it is another.");
        let args = [("column", taken.into()), ("others", others.into())];
        self.whole(None, Message::new("csv-denominator-column-guessed", args, text));
    }

    pub(super) fn order_ambiguous(&mut self, month_first: bool, cell: &str) {
        let cell = shorten(cell);
        let (order, key) = match month_first {
            true => ("month, then day", "csv-dates-read-month-first"),
            false => ("day, then month", "csv-dates-read-day-first"),
        };
        let text = format!("Dates such as “{cell}” could be read in two ways. They were read as {order}.");
        self.whole(None, Message::new(key, [("cell", cell.into())], text));
    }

    pub(super) fn order_mixed(&mut self, month_first: usize, day_first: usize) {
        let text = format!(
            "The dates mix two orders: some fit only month, then day ({month_first}), some only day, then month \
             ({day_first}). The more frequent order was read; the other dates were left out."
        );
        let args = [("monthFirst", month_first.into()), ("dayFirst", day_first.into())];
        self.whole(None, Message::new("csv-dates-mixed", args, text));
    }

    pub(super) fn serial_dates(&mut self, column: &str) {
        let column = shorten(column);
        let text = format!(
            "“{column}” holds the day numbers of a spreadsheet. They were read as days since the end of 1899; \
             check the first date."
        );
        self.whole(None, Message::new("csv-serial-dates", [("column", column.into())], text));
    }

    pub(super) fn short_years(&mut self, tally: Tally) {
        let text = tally.say("a year of two digits", "years of two digits") + "00 to 69 were read as 2000 to 2069.";
        self.whole(Some(tally.first), Message::new("csv-short-years", tally.args(), text));
    }

    pub(super) fn months(&mut self, tally: Tally) {
        let text = tally.say("a month but no day", "months but no days") + "The first of the month was taken.";
        self.whole(Some(tally.first), Message::new("csv-months", tally.args(), text));
    }

    pub(super) fn spans(&mut self, tally: Tally) {
        let text = tally.say("more than one day", "more than one day") + "The first day was taken.";
        self.whole(Some(tally.first), Message::new("csv-spans", tally.args(), text));
    }

    pub(super) fn decimals_ambiguous(&mut self, column: &str, cell: &str, read: &str) {
        let (column, cell) = (shorten(column), shorten(cell));
        let text = format!("“{cell}” in “{column}” could be read in two ways. It was read as {read}.");
        let args = [("column", column.into()), ("cell", cell.into()), ("read", read.into())];
        self.whole(None, Message::new("csv-decimals-ambiguous", args, text));
    }

    pub(super) fn percent_signs_mixed(&mut self, with: usize, without: usize) {
        let text = format!("{with} values have a percent sign and {without} have none. All were read as percentages.");
        let args = [("with", with.into()), ("without", without.into())];
        self.whole(None, Message::new("csv-percent-signs-mixed", args, text));
    }

    pub(super) fn fractions_as_percent(&mut self, column: &str) {
        let column = shorten(column);
        let text = format!(
            "“{column}” names percentages, but its values lie between 0 and 1. They were kept as they are; \
             multiply them by 100 if they are shares."
        );
        self.whole(None, Message::new("csv-fractions-as-percent", [("column", column.into())], text));
    }

    pub(super) fn totals_beside_dates(&mut self, tally: Tally, cell: &str) {
        let Tally { count, first } = tally;
        let cell = shorten(cell);
        let text = format!(
            "Rows with a date and “{cell}” or the like were kept ({count}, the first in line {first}). Take them out \
             of the file if they sum up other rows."
        );
        let args = tally.args().into_iter().chain([("cell", cell.into())]);
        self.whole(Some(first), Message::new("csv-totals-beside-dates", args, text));
    }

    pub(super) fn date_repeated(&mut self, date: String, lines: &[usize]) {
        let numbers: Vec<String> = lines.iter().take(6).map(usize::to_string).collect();
        let dots = if lines.len() > numbers.len() { ", …" } else { "" };
        let numbers = numbers.join(", ") + dots;
        let text = format!("{date} stands in lines {numbers}. All of these rows were kept.");
        let args = [("date", date.into()), ("lines", numbers.into())];
        self.whole(lines.get(1).copied(), Message::new("csv-date-repeated", args, text));
    }

    pub(super) fn dates_repeated(&mut self, count: usize, date: String, first: usize, second: usize) {
        let text = format!(
            "{count} dates stand in more than one row, {date} in lines {first} and {second}. All rows were kept. The \
             file may have a row for each class or group."
        );
        let args = [("count", count.into()), ("date", date.into()), ("first", first.into()), ("second", second.into())];
        self.whole(Some(second), Message::new("csv-dates-repeated", args, text));
    }

    pub(super) fn headings_repeated(&mut self, line: usize) {
        self.line(line, || {
            let text = format!("Line {line} repeats the headings and was left out.");
            Message::new("csv-headings-repeated", [("line", line.into())], text)
        });
    }

    pub(super) fn total(&mut self, line: usize, cell: &str) {
        self.line(line, || {
            let cell = shorten(cell);
            let text = format!("Line {line} sums up other rows (“{cell}”) and was left out.");
            Message::new("csv-total-row", [("line", line.into()), ("cell", cell.into())], text)
        });
    }

    pub(super) fn note(&mut self, line: usize, cell: &str) {
        self.line(line, || {
            let cell = shorten(cell);
            let text = format!("Line {line} is no row of the table (“{cell}”) and was left out.");
            Message::new("csv-note-row", [("line", line.into()), ("cell", cell.into())], text)
        });
    }

    pub(super) fn no_date(&mut self, line: usize) {
        self.line(line, || {
            let text = format!("Line {line} has no date and was left out.");
            Message::new("csv-no-date", [("line", line.into())], text)
        });
    }

    pub(super) fn bad_date(&mut self, at: CellAt<'_>) {
        self.line(at.line, || {
            let text = format!(
                "Line {}: “{}” in “{}” is not a date. The row was left out.",
                at.line,
                shorten(at.cell),
                shorten(at.column)
            );
            Message::new("csv-bad-date", at.args(), text)
        });
    }

    pub(super) fn unusable(&mut self, at: CellAt<'_>, why: Unusable) {
        self.line(at.line, || {
            let (key, what) = match why {
                Unusable::NotANumber => ("csv-bad-number", "is not a number"),
                Unusable::Money => ("csv-money", "is an amount of money"),
                Unusable::OtherKind => ("csv-other-kind", "is not of the same kind as the other values"),
            };
            let (cell, column) = (shorten(at.cell), shorten(at.column));
            let text = format!("Line {}: “{cell}” in “{column}” {what}. It counts as missing.", at.line);
            Message::new(key, at.args(), text)
        });
    }

    pub(super) fn cell_cut(&mut self, at: CellAt<'_>) {
        self.line(at.line, || {
            let cell = shorten(at.cell);
            let text = format!(
                "Line {} has too many cells, so “{cell}” may be half of a number. It counts as missing. Put numbers \
                 with a comma in quotation marks.",
                at.line
            );
            Message::new("csv-cell-cut", at.args(), text)
        });
    }

    pub(super) fn denominators_differ(&mut self, at: CellAt<'_>) {
        self.line(at.line, || {
            let (cell, column) = (shorten(at.cell), shorten(at.column));
            let text = format!(
                "Line {}: “{cell}” has another denominator than “{column}”. The one in the value was kept.",
                at.line
            );
            Message::new("csv-denominators-differ", at.args(), text)
        });
    }
}

impl CellAt<'_> {
    fn args(&self) -> [(&'static str, Arg); 3] {
        [("line", self.line.into()), ("cell", shorten(self.cell).into()), ("column", shorten(self.column).into())]
    }
}

/// A cell as it is quoted: on one line, and at most 40 characters of it.
pub(super) fn shorten(cell: &str) -> String {
    let mut short = String::new();
    for (index, character) in cell.chars().enumerate() {
        if index == 40 {
            short.push('…');
            break;
        }
        short.push(if character.is_control() { ' ' } else { character });
    }
    short
}

/// The names of columns, quoted; of many the first few.
pub(super) fn list(names: &[String]) -> String {
    let mut list = String::new();
    for (index, name) in names.iter().enumerate() {
        if index == 12 {
            list.push_str(", …");
            break;
        }
        if index > 0 {
            list.push_str(", ");
        }
        list.push('“');
        list.push_str(&shorten(name));
        list.push('”');
    }
    list
}
