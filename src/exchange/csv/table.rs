//! From cells to dated values: dates in one order, numbers with one decimal mark, and no number where there is none.

use super::columns::Columns;
use super::dates::{self, Assumed, DateCell, Day};
use super::grid::Grid;
use super::headings::{self, Heading};
use super::numbers::{self, Decimal, DecimalEvidence, Look, Reading};
use super::order;
use super::warnings::{CellAt, Tally, Unusable, Warnings};
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
        warnings.lost_characters();
    }
    if let Some(last) = columns.header.unwrap_or(columns.body).checked_sub(1) {
        warnings.preamble(grid.line(0), grid.line(last));
    }
    if columns.header.is_none() {
        warnings.no_headings();
    }
    let names = |indices: &[usize]| indices.iter().map(|&index| columns.name(index).to_owned()).collect::<Vec<_>>();
    if !columns.other_values.is_empty() {
        warnings.value_guessed(columns.name(columns.value), &names(&columns.other_values));
    }
    if let Some(taken) = columns.denominator.filter(|_| !columns.other_denominators.is_empty()) {
        warnings.denominator_guessed(columns.name(taken), &names(&columns.other_denominators));
    }
    if columns.serials {
        warnings.serial_dates(columns.name(columns.date));
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
            warnings.order_mixed(month_first, day_first);
        }
        let is_open = |cell: &DateCell| {
            let (a, b) = (cell.in_order(DayOrder::Mdy), cell.in_order(DayOrder::Dmy));
            a.is_some() && b.is_some() && a != b
        };
        if decision.ambiguous
            && let Some((&row, _)) = rows.iter().zip(&cells).find(|(_, cell)| is_open(cell))
        {
            warnings.order_ambiguous(order == DayOrder::Mdy, grid.cell(row, columns.date));
        }

        let (mut centuries, mut months, mut spans) = (Tally::default(), Tally::default(), Tally::default());
        let mut dated = Vec::with_capacity(rows.len());
        for (row, cell) in rows.into_iter().zip(cells) {
            let Some(date) = cell.in_order(order) else { continue };
            dated.push((row, date));
            for (assumed, tally) in [
                (cell.assumed.century, &mut centuries),
                (cell.assumed.first_of_month, &mut months),
                (cell.assumed.first_of_span, &mut spans),
            ] {
                if assumed {
                    tally.add(grid.line(row));
                }
            }
        }
        if centuries.count > 0 {
            warnings.short_years(centuries);
        }
        if months.count > 0 {
            warnings.months(months);
        }
        if spans.count > 0 {
            warnings.spans(spans);
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
                warnings.decimals_ambiguous(columns.name(column), cell, &read);
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
            warnings.percent_signs_mixed(percents, numbers);
        }
        if percent && percents == 0 && shares > 0 && others == 0 {
            warnings.fractions_as_percent(name);
        }
        Self { decimal, denominator_decimal, percent, numeric: numbers + percents + fractions > 0 }
    }

    /// Value, denominator of its own, and state of a cell; or why there is none.
    fn value(&self, cell: &str) -> Result<(Option<f64>, Option<f64>, CsvState), Unusable> {
        match numbers::read(cell, self.decimal) {
            Reading::Number(number) => Ok((Some(number), None, CsvState::Value)),
            Reading::Percent(number) if self.percent => Ok((Some(number), None, CsvState::Value)),
            Reading::Fraction(..) if self.percent => Err(Unusable::OtherKind),
            Reading::Fraction(a, b) if a >= 0.0 && b >= 0.0 => Ok((Some(a), Some(b), CsvState::Value)),
            Reading::Percent(_) => Err(Unusable::OtherKind),
            Reading::Missing => Ok((None, None, CsvState::Missing)),
            Reading::Suppressed => Ok((None, None, CsvState::Suppressed)),
            Reading::Letter if self.numeric => Ok((None, None, CsvState::Suppressed)),
            Reading::Money => Err(Unusable::Money),
            Reading::Letter | Reading::Fraction(..) | Reading::Unreadable => Err(Unusable::NotANumber),
        }
    }

    fn denominator(&self, cell: &str) -> Result<Option<f64>, Unusable> {
        match numbers::read(cell, self.denominator_decimal) {
            Reading::Number(number) if number >= 0.0 => Ok(Some(number)),
            Reading::Missing | Reading::Suppressed | Reading::Letter => Ok(None),
            Reading::Money => Err(Unusable::Money),
            _ => Err(Unusable::NotANumber),
        }
    }
}

fn rows(grid: &Grid, columns: &Columns, dates: &Dates, values: &Values, warnings: &mut Warnings) -> Vec<CsvRow> {
    let value_name = columns.name(columns.value);
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
        let cell = grid.cell(row, columns.value);
        let at = CellAt { line, column: value_name, cell };

        let cut = grid.cells(row).count() > width
            && grid.cells(row).last().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()));
        let (value, own_denominator, state) = match values.value(cell) {
            Ok((Some(_), ..)) if cut => {
                warnings.cell_cut(at);
                (None, None, CsvState::Missing)
            }
            Ok(read) => read,
            Err(why) => {
                warnings.unusable(at, why);
                (None, None, CsvState::Missing)
            }
        };

        let mut denominator = own_denominator;
        if let Some(column) = columns.denominator.filter(|_| !cut) {
            let at = CellAt { line, column: columns.name(column), cell: grid.cell(row, column) };
            match values.denominator(at.cell) {
                Ok(Some(found)) if own_denominator.is_some_and(|own| own != found) => {
                    warnings.denominators_differ(CellAt { cell, ..at });
                }
                Ok(found) => denominator = denominator.or(found),
                Err(why) => warnings.unusable(at, why),
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
        warnings.totals_beside_dates(totals, total);
    }
    rows
}

/// Says why a row without a date is no data.
fn report_left_out(grid: &Grid, columns: &Columns, row: usize, warnings: &mut Warnings) {
    let line = grid.line(row);
    let first = grid.cells(row).find(|cell| !cell.is_empty()).unwrap_or("");
    let cell = grid.cell(row, columns.date);
    let has_value =
        numbers::look(grid.cell(row, columns.value)) != Look::Text && !grid.cell(row, columns.value).is_empty();
    if columns.header.is_some_and(|header| grid.cells(header).eq(grid.cells(row))) {
        warnings.headings_repeated(line);
    } else if let Some(label) = [cell, first].into_iter().find(|cell| headings::is_total(cell)) {
        warnings.total(line, label);
    } else if !has_value {
        warnings.note(line, first);
    } else if cell.is_empty() {
        warnings.no_date(line);
    } else {
        warnings.bad_date(CellAt { line, column: columns.name(columns.date), cell });
    }
}

/// More dates than this with several rows each are told in one sentence.
const MAX_REPEATED: usize = 10;

fn report_repeated(rows: &[CsvRow], warnings: &mut Warnings) {
    let mut order: Vec<&CsvRow> = rows.iter().collect();
    order.sort_by_key(|row| (row.date, row.line));
    let repeated: Vec<&[&CsvRow]> = order.chunk_by(|a, b| a.date == b.date).filter(|rows| rows.len() > 1).collect();
    if repeated.len() > MAX_REPEATED {
        if let Some([first, second, ..]) = repeated.first() {
            warnings.dates_repeated(repeated.len(), first.date.to_string(), first.line, second.line);
        }
        return;
    }
    for same in repeated {
        if let Some(first) = same.first() {
            warnings.date_repeated(first.date.to_string(), &same.iter().map(|row| row.line).collect::<Vec<_>>());
        }
    }
}
