//! Every sentence the reader has to say about a file, and how many of them are said.

use super::CsvWarning;
use crate::message::{Arg, Message};

/// A key in the catalogues, and the English sentence with its parameters in braces.
pub(super) struct Sentence(&'static str, &'static str);

// About the whole file.
pub(super) const LOST_CHARACTERS: Sentence = Sentence(
    "csv-lost-characters",
    "Some characters were lost when this file was saved. Save it as CSV (UTF-8) if names look wrong.",
);
pub(super) const PREAMBLE: Sentence =
    Sentence("csv-preamble", "Lines {line} to {last} stand above the table and were left out.");
pub(super) const PREAMBLE_LINE: Sentence =
    Sentence("csv-preamble-line", "Line {line} stands above the table and was left out.");
pub(super) const NO_HEADINGS: Sentence =
    Sentence("csv-no-headings", "The file has no line of headings. Check that the right columns were read.");
pub(super) const VALUE_GUESSED: Sentence = Sentence(
    "csv-value-column-guessed",
    "“{column}” was read as the value. {others} would fit too. Name the column if it is another.",
);
pub(super) const DENOMINATOR_GUESSED: Sentence = Sentence(
    "csv-denominator-column-guessed",
    "“{column}” was read as the denominator. {others} would fit too. Name the column if it is another.",
);
pub(super) const SERIAL_DATES: Sentence = Sentence(
    "csv-serial-dates",
    "“{column}” holds the day numbers of a spreadsheet. They were read as days since the end of 1899. Check the \
     first date.",
);
pub(super) const MONTH_FIRST: Sentence = Sentence(
    "csv-dates-read-month-first",
    "Dates such as “{cell}” could be read in two ways. They were read as month, then day.",
);
pub(super) const DAY_FIRST: Sentence = Sentence(
    "csv-dates-read-day-first",
    "Dates such as “{cell}” could be read in two ways. They were read as day, then month.",
);
pub(super) const MIXED_DATES: Sentence = Sentence(
    "csv-dates-mixed",
    "The dates mix two orders: some fit only month, then day ({monthFirst}), some only day, then month ({dayFirst}). \
     The more frequent order was read; the other dates were left out.",
);
pub(super) const SHORT_YEARS: Sentence = Sentence(
    "csv-short-years",
    "Years of two digits: 00 to 69 were read as 2000 to 2069 ({count}, the first in line {line}).",
);
pub(super) const MONTHS: Sentence = Sentence(
    "csv-months",
    "Months without a day: the first of the month was taken ({count}, the first in line {line}).",
);
pub(super) const SPANS: Sentence =
    Sentence("csv-spans", "Spans of days: the first day was taken ({count}, the first in line {line}).");
pub(super) const DECIMALS: Sentence =
    Sentence("csv-decimals-ambiguous", "“{cell}” in “{column}” could be read in two ways. It was read as {read}.");
pub(super) const PERCENT_SIGNS: Sentence = Sentence(
    "csv-percent-signs-mixed",
    "Some values have a percent sign ({with}), some none ({without}). All were read as percentages.",
);
pub(super) const SHARES: Sentence = Sentence(
    "csv-fractions-as-percent",
    "“{column}” names percentages, but its values lie between 0 and 1. They were kept as they are; multiply them by \
     100 if they are shares.",
);
pub(super) const TOTALS: Sentence = Sentence(
    "csv-totals-beside-dates",
    "Rows with a date and “{cell}” or the like were kept ({count}, the first in line {line}). Take them out of the \
     file if they sum up other rows.",
);
pub(super) const DATE_REPEATED: Sentence =
    Sentence("csv-date-repeated", "{date} stands in lines {lines}. All of these rows were kept.");
pub(super) const DATES_REPEATED: Sentence = Sentence(
    "csv-dates-repeated",
    "{count} dates stand in more than one row, the first of them ({date}) in lines {lines}. All rows were kept. The \
     file may have a row for each class or group.",
);
const MORE: Sentence =
    Sentence("csv-more-warnings", "There is more to look at further down the file ({count}). Mend these lines first.");

// About one line.
pub(super) const HEADINGS: Sentence =
    Sentence("csv-headings-repeated", "Line {line} repeats the headings and was left out.");
pub(super) const TOTAL: Sentence =
    Sentence("csv-total-row", "Line {line} sums up other rows (“{cell}”) and was left out.");
pub(super) const NOTE: Sentence =
    Sentence("csv-note-row", "Line {line} is no row of the table (“{cell}”) and was left out.");
pub(super) const NO_DATE: Sentence = Sentence("csv-no-date", "Line {line} has no date and was left out.");
pub(super) const BAD_DATE: Sentence =
    Sentence("csv-bad-date", "Line {line}: “{cell}” in “{column}” is not a date. The row was left out.");
pub(super) const BAD_NUMBER: Sentence =
    Sentence("csv-bad-number", "Line {line}: “{cell}” in “{column}” is not a number. It counts as missing.");
pub(super) const MONEY: Sentence =
    Sentence("csv-money", "Line {line}: “{cell}” in “{column}” is an amount of money. It counts as missing.");
pub(super) const OTHER_KIND: Sentence = Sentence(
    "csv-other-kind",
    "Line {line}: “{cell}” in “{column}” is not of the same kind as the other values. It counts as missing.",
);
pub(super) const CELL_CUT: Sentence = Sentence(
    "csv-cell-cut",
    "Line {line} has too many cells, so “{cell}” in “{column}” may be half of a number. It counts as missing. Put \
     numbers with a comma in quotation marks.",
);
pub(super) const DENOMINATORS_DIFFER: Sentence = Sentence(
    "csv-denominators-differ",
    "Line {line}: “{cell}” has another denominator than “{column}”. The one in the value was kept.",
);

/// A parameter of a sentence.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    Number(usize),
    /// Text of the file, to be shortened.
    Cell(&'a str),
    /// Text of our own.
    Words(&'a str),
}

/// How many warnings about lines are said one by one.
const MAX_LINES: usize = 50;

/// What there is to say, in the order of the file: first about the whole of it, then line by line.
#[derive(Default)]
pub(super) struct Warnings {
    whole: Vec<CsvWarning>,
    lines: Vec<CsvWarning>,
    more: usize,
}

impl Warnings {
    /// Says something about the whole file, with the line where it shows first.
    pub(super) fn whole(&mut self, line: Option<usize>, sentence: &Sentence, given: &[(&'static str, Given<'_>)]) {
        self.whole.push(say(line, sentence, given));
    }

    /// Says something about a line, unless enough was said.
    pub(super) fn line(&mut self, line: usize, sentence: &Sentence, given: &[(&'static str, Given<'_>)]) {
        if self.lines.len() < MAX_LINES {
            self.lines.push(say(Some(line), sentence, given));
        } else {
            self.more += 1;
        }
    }

    /// All warnings; those that were not said are counted.
    pub(super) fn finish(mut self) -> Vec<CsvWarning> {
        self.whole.append(&mut self.lines);
        if self.more > 0 {
            self.whole(None, &MORE, &[("count", Given::Number(self.more))]);
        }
        self.whole
    }
}

fn say(line: Option<usize>, sentence: &Sentence, given: &[(&'static str, Given<'_>)]) -> CsvWarning {
    let mut args: Vec<(&'static str, Arg)> = Vec::with_capacity(given.len() + 1);
    let mut text = String::new();
    let line_given = line.map(|line| ("line", Given::Number(line)));
    // Each piece but the first is a name, a closing brace, and what follows.
    for piece in sentence.1.split('{') {
        let (name, after) = piece.split_once('}').unwrap_or(("", piece));
        if let Some((name, given)) = line_given.iter().chain(given).find(|(known, _)| *known == name) {
            let (arg, words) = match *given {
                Given::Number(number) => (number.into(), number.to_string()),
                Given::Cell(cell) => (shorten(cell).into(), shorten(cell)),
                Given::Words(words) => (words.into(), words.to_owned()),
            };
            text.push_str(&words);
            args.push((name, arg));
        }
        text.push_str(after);
    }
    CsvWarning { line, message: Message::new(sentence.0, args, text) }
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
pub(super) fn list(names: &mut dyn Iterator<Item = &str>) -> String {
    let mut list = String::new();
    for (index, name) in names.enumerate() {
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
