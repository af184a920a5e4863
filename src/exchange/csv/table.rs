//! From cells to dated values: dates in one order, numbers with one decimal mark, and no number where there is none.

use super::columns::Columns;
use super::dates::{self, Assumed, DateCell, Day};
use super::grid::Grid;
use super::headings::{self, Heading};
use super::numbers::{self, Decimal, DecimalEvidence, Look, Reading};
use super::order;
use super::warnings::{self, Given, Sentence, Warnings, list};
use super::{CsvColumn, CsvOptions, CsvRole, CsvRow, CsvState, CsvTable, CsvUnit, DateOrder, DayOrder};
use crate::date::Date;

pub(super) fn read(grid: &Grid, columns: &Columns, options: &CsvOptions) -> CsvTable {
    let mut warnings = Warnings::default();
    report_layout(grid, columns, &mut warnings);
    let dates = Dates::read(grid, columns, options, &mut warnings);
    let values = Values::of(grid, columns, &dates, &mut warnings);
    let rows = rows(grid, columns, &dates, &values, &mut warnings);
    report_repeated(&rows, &mut warnings);

    let role = |index: usize| match index {
        _ if index == columns.date => CsvRole::Date,
        _ if index == columns.value => CsvRole::Value,
        _ if Some(index) == columns.denominator => CsvRole::Denominator,
        _ => CsvRole::Ignored,
    };
    let named = columns.names.iter().zip(&columns.filled).enumerate();
    CsvTable {
        columns: named
            .map(|(index, (name, &filled))| CsvColumn { index, name: name.clone(), role: role(index), filled })
            .collect(),
        rows,
        date_order: match dates.order {
            None => DateOrder::Ymd,
            Some(DayOrder::Mdy) => DateOrder::Mdy,
            Some(DayOrder::Dmy) => DateOrder::Dmy,
        },
        ambiguous: dates.ambiguous,
        unit: if values.percent { CsvUnit::Percent } else { CsvUnit::Number },
        warnings: warnings.finish(),
    }
}

fn report_layout(grid: &Grid, columns: &Columns, warnings: &mut Warnings) {
    if grid.has_lost_characters() {
        warnings.whole(None, &warnings::LOST_CHARACTERS, &[]);
    }
    match columns.header.unwrap_or(columns.body) {
        0 => {}
        1 => warnings.whole(Some(grid.line(0)), &warnings::PREAMBLE_LINE, &[]),
        above => {
            let last = Given::Number(grid.line(above - 1));
            warnings.whole(Some(grid.line(0)), &warnings::PREAMBLE, &[("last", last)]);
        }
    }
    if columns.header.is_none() {
        warnings.whole(None, &warnings::NO_HEADINGS, &[]);
    }
    for (taken, others, sentence) in [
        (Some(columns.value), &columns.other_values, &warnings::VALUE_GUESSED),
        (columns.denominator, &columns.other_denominators, &warnings::DENOMINATOR_GUESSED),
    ] {
        if let (Some(taken), false) = (taken, others.is_empty()) {
            let others = list(&mut others.iter().map(|&index| columns.name(index)));
            let given = [("column", Given::Cell(columns.name(taken))), ("others", Given::Words(&others))];
            warnings.whole(None, sentence, &given);
        }
    }
    if columns.serials {
        warnings.whole(None, &warnings::SERIAL_DATES, &[("column", Given::Cell(columns.name(columns.date)))]);
    }
}

/// Something that happened to several lines, and the first of them.
#[derive(Default, Clone, Copy)]
struct Tally {
    count: usize,
    first: usize,
}

impl Tally {
    fn add(&mut self, line: usize) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }
}

/// The dates of the rows below the headings.
struct Dates {
    /// Row of the grid and date, for each row that has one.
    dated: Vec<(usize, Date)>,
    order: Option<DayOrder>,
    ambiguous: bool,
}

impl Dates {
    fn read(grid: &Grid, columns: &Columns, options: &CsvOptions, warnings: &mut Warnings) -> Self {
        let (mut rows, mut cells) = (Vec::new(), Vec::new());
        for row in columns.body..grid.len() {
            let cell = grid.cell(row, columns.date);
            let read = match columns.serials {
                true => dates::serial(cell).map(|date| DateCell { day: Day::Known(date), assumed: Assumed::default() }),
                false => DateCell::read(cell),
            };
            if let Some(date) = read {
                rows.push(row);
                cells.push(date);
            }
        }

        let decision = order::decide(&cells, options.date_order);
        let order = decision.order.unwrap_or(DayOrder::Mdy);
        if let Some((month_first, day_first)) = decision.mixed {
            let given = [("monthFirst", Given::Number(month_first)), ("dayFirst", Given::Number(day_first))];
            warnings.whole(None, &warnings::MIXED_DATES, &given);
        }
        let is_open = |cell: &DateCell| {
            let (a, b) = (cell.in_order(DayOrder::Mdy), cell.in_order(DayOrder::Dmy));
            a.is_some() && b.is_some() && a != b
        };
        if decision.ambiguous
            && let Some((&row, _)) = rows.iter().zip(&cells).find(|(_, cell)| is_open(cell))
        {
            let sentence = match order {
                DayOrder::Mdy => &warnings::MONTH_FIRST,
                DayOrder::Dmy => &warnings::DAY_FIRST,
            };
            warnings.whole(None, sentence, &[("cell", Given::Cell(grid.cell(row, columns.date)))]);
        }

        let mut assumed = [
            (Tally::default(), &warnings::SHORT_YEARS),
            (Tally::default(), &warnings::MONTHS),
            (Tally::default(), &warnings::SPANS),
        ];
        let mut dated = Vec::with_capacity(rows.len());
        for (row, cell) in rows.into_iter().zip(cells) {
            let Some(date) = cell.in_order(order) else { continue };
            dated.push((row, date));
            let Assumed { century, first_of_month, first_of_span } = cell.assumed;
            for (so, (tally, _)) in [century, first_of_month, first_of_span].into_iter().zip(&mut assumed) {
                if so {
                    tally.add(grid.line(row));
                }
            }
        }
        for (tally, sentence) in assumed {
            if tally.count > 0 {
                warnings.whole(Some(tally.first), sentence, &[("count", Given::Number(tally.count))]);
            }
        }
        Self { dated, order: decision.order, ambiguous: decision.ambiguous }
    }
}

/// How the values and denominators are read.
struct Values {
    decimal: Decimal,
    denominator_decimal: Decimal,
    /// The values are percentages.
    percent: bool,
    /// There are numbers, so that a letter among them stands for a suppressed one.
    numeric: bool,
}

impl Values {
    fn of(grid: &Grid, columns: &Columns, dates: &Dates, warnings: &mut Warnings) -> Self {
        let evidence = |column: usize| {
            let mut evidence = DecimalEvidence::default();
            dates.dated.iter().for_each(|&(row, _)| evidence.add(grid.cell(row, column)));
            evidence
        };
        let value_evidence = evidence(columns.value);
        let denominator_evidence = columns.denominator.map(evidence).unwrap_or_default();
        // Who writes a decimal comma has spreadsheet programs put semicolons between cells.
        let usual = if grid.delimiter == b';' { Decimal::Comma } else { Decimal::Point };
        let decided = (value_evidence.decided(), denominator_evidence.decided());
        let decimal = decided.0.or(decided.1).unwrap_or(usual);
        let denominator_decimal = decided.1.or(decided.0).unwrap_or(usual);
        for (column, evidence, decimal) in [
            (Some(columns.value), &value_evidence, decimal),
            (columns.denominator, &denominator_evidence, denominator_decimal),
        ] {
            // One column tells for both: a file has one way of writing numbers.
            if let (Some(column), (None, None), Some(cell)) = (column, decided, &evidence.open) {
                let read = match numbers::read(cell, decimal) {
                    Reading::Number(number) | Reading::Percent(number) => super::write::number(number),
                    Reading::Fraction(a, b) => format!("{} of {}", super::write::number(a), super::write::number(b)),
                    _ => continue,
                };
                let column = Given::Cell(columns.name(column));
                let given = [("cell", Given::Cell(cell)), ("column", column), ("read", Given::Words(&read))];
                warnings.whole(None, &warnings::DECIMALS, &given);
            }
        }

        let (mut numbers, mut percents, mut fractions) = (0_usize, 0_usize, 0_usize);
        let (mut shares, mut others) = (0_usize, 0_usize);
        for &(row, _) in &dates.dated {
            match numbers::read(grid.cell(row, columns.value), decimal) {
                Reading::Number(number) => {
                    numbers += 1;
                    shares += usize::from(number > 0.0 && number < 1.0);
                    others += usize::from(!(0.0..=1.0).contains(&number));
                }
                Reading::Percent(_) => percents += 1,
                Reading::Fraction(..) => fractions += 1,
                _ => {}
            }
        }
        let name = columns.name(columns.value);
        let heading_says = columns.header.is_some() && Heading::of(name).says_percent();
        let percent = (percents > 0 && percents >= fractions) || (heading_says && fractions == 0);
        if percent && percents > 0 && numbers > 0 && !heading_says {
            let given = [("with", Given::Number(percents)), ("without", Given::Number(numbers))];
            warnings.whole(None, &warnings::PERCENT_SIGNS, &given);
        }
        if percent && percents == 0 && shares > 0 && others == 0 {
            warnings.whole(None, &warnings::SHARES, &[("column", Given::Cell(name))]);
        }
        Self { decimal, denominator_decimal, percent, numeric: numbers + percents + fractions > 0 }
    }

    /// Value, denominator of its own, and state of a cell; or why there is none.
    fn value(&self, cell: &str) -> Result<(Option<f64>, Option<f64>, CsvState), &'static Sentence> {
        match numbers::read(cell, self.decimal) {
            Reading::Number(number) => Ok((Some(number), None, CsvState::Value)),
            Reading::Percent(number) if self.percent => Ok((Some(number), None, CsvState::Value)),
            Reading::Fraction(..) if self.percent => Err(&warnings::OTHER_KIND),
            Reading::Fraction(a, b) if a >= 0.0 && b >= 0.0 => Ok((Some(a), Some(b), CsvState::Value)),
            Reading::Percent(_) => Err(&warnings::OTHER_KIND),
            Reading::Missing => Ok((None, None, CsvState::Missing)),
            Reading::Suppressed => Ok((None, None, CsvState::Suppressed)),
            Reading::Letter if self.numeric => Ok((None, None, CsvState::Suppressed)),
            Reading::Money => Err(&warnings::MONEY),
            Reading::Letter | Reading::Fraction(..) | Reading::Unreadable => Err(&warnings::BAD_NUMBER),
        }
    }

    fn denominator(&self, cell: &str) -> Result<Option<f64>, &'static Sentence> {
        match numbers::read(cell, self.denominator_decimal) {
            Reading::Number(number) if number >= 0.0 => Ok(Some(number)),
            Reading::Missing | Reading::Suppressed | Reading::Letter => Ok(None),
            Reading::Money => Err(&warnings::MONEY),
            _ => Err(&warnings::BAD_NUMBER),
        }
    }
}

fn rows(grid: &Grid, columns: &Columns, dates: &Dates, values: &Values, warnings: &mut Warnings) -> Vec<CsvRow> {
    let width = grid.raw_width(columns.header.unwrap_or(columns.body));
    let mut rows = Vec::with_capacity(dates.dated.len());
    let mut dated = dates.dated.iter().peekable();
    let (mut totals, mut total) = (Tally::default(), "");
    for row in columns.body..grid.len() {
        let Some(&(_, date)) = dated.next_if(|(dated, _)| *dated == row) else {
            report_left_out(grid, columns, row, warnings);
            continue;
        };
        let line = grid.line(row);
        let at = |cell, column| [("cell", Given::Cell(cell)), ("column", Given::Cell(columns.name(column)))];

        let cell = grid.cell(row, columns.value);
        let cut = grid.cells(row).count() > width
            && grid.cells(row).last().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()));
        let read = match values.value(cell) {
            Ok((Some(_), ..)) if cut => Err(&warnings::CELL_CUT),
            read => read,
        };
        let (value, own_denominator, state) = read.unwrap_or_else(|why| {
            warnings.line(line, why, &at(cell, columns.value));
            (None, None, CsvState::Missing)
        });

        let mut denominator = own_denominator;
        if let Some(column) = columns.denominator.filter(|_| !cut) {
            let beside = grid.cell(row, column);
            match values.denominator(beside) {
                Ok(Some(found)) if own_denominator.is_some_and(|own| own != found) => {
                    warnings.line(line, &warnings::DENOMINATORS_DIFFER, &at(cell, column));
                }
                Ok(found) => denominator = denominator.or(found),
                Err(why) => warnings.line(line, why, &at(beside, column)),
            }
        }
        let mut ignored = grid.cells(row).enumerate().filter(|&(index, _)| {
            index != columns.date && index != columns.value && Some(index) != columns.denominator
        });
        if let Some((_, label)) = ignored.find(|(_, cell)| headings::is_total(cell)) {
            totals.add(line);
            total = if totals.count == 1 { label } else { total };
        }
        rows.push(CsvRow { line, date, value, denominator, state });
    }
    // Where every row has the label, there are no other rows to be summed up.
    if (1..rows.len()).contains(&totals.count) {
        let given = [("cell", Given::Cell(total)), ("count", Given::Number(totals.count))];
        warnings.whole(Some(totals.first), &warnings::TOTALS, &given);
    }
    rows
}

/// Says why a row without a date is no data.
fn report_left_out(grid: &Grid, columns: &Columns, row: usize, warnings: &mut Warnings) {
    let first = grid.cells(row).find(|cell| !cell.is_empty()).unwrap_or("");
    let cell = grid.cell(row, columns.date);
    let value = grid.cell(row, columns.value);
    let (sentence, cell) = if columns.header.is_some_and(|header| grid.cells(header).eq(grid.cells(row))) {
        (&warnings::HEADINGS, first)
    } else if let Some(label) = [cell, first].into_iter().find(|cell| headings::is_total(cell)) {
        (&warnings::TOTAL, label)
    } else if value.is_empty() || numbers::look(value) == Look::Text {
        (&warnings::NOTE, first)
    } else if cell.is_empty() {
        (&warnings::NO_DATE, first)
    } else {
        (&warnings::BAD_DATE, cell)
    };
    let column = Given::Cell(columns.name(columns.date));
    warnings.line(grid.line(row), sentence, &[("cell", Given::Cell(cell)), ("column", column)]);
}

/// More dates than this with several rows each are told in one sentence.
const MAX_REPEATED: usize = 10;

fn report_repeated(rows: &[CsvRow], warnings: &mut Warnings) {
    // Day and line in one number, which sorts by day and then by line: 2^24 is more than a file has bytes, and days
    // have less than the 29 bits that are left.
    const DAY: f64 = 16_777_216.0;
    let key = |row: &CsvRow| f64::from(row.date.day_number()) * DAY + row.line as f64;
    let mut keys: Vec<f64> = rows.iter().map(key).collect();
    keys.sort_unstable_by(f64::total_cmp);
    let day = |key: f64| (key / DAY).floor();
    let line = |key: &f64| (key - day(*key) * DAY) as usize;
    let repeated: Vec<&[f64]> = keys.chunk_by(|a, b| day(*a) == day(*b)).filter(|same| same.len() > 1).collect();
    let (sentence, told) = match repeated.len() > MAX_REPEATED {
        true => (&warnings::DATES_REPEATED, 1),
        false => (&warnings::DATE_REPEATED, MAX_REPEATED),
    };
    for same in repeated.iter().take(told) {
        let mut lines = String::new();
        for (index, key) in same.iter().enumerate() {
            if index == 6 {
                lines.push_str(", …");
                break;
            }
            if index > 0 {
                lines.push_str(", ");
            }
            lines.push_str(&line(key).to_string());
        }
        let first = rows.iter().find(|row| same.first().is_some_and(|key| row.line == line(key)));
        let date = first.map(|row| row.date.to_string()).unwrap_or_default();
        let count = ("count", Given::Number(repeated.len()));
        let given = [("date", Given::Words(&date)), ("lines", Given::Words(&lines)), count];
        warnings.whole(same.get(1).map(line), sentence, &given);
    }
}
