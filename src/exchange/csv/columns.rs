//! Finds the line of headings and the columns of dates, values and denominators.

use super::CsvOptions;
use super::dates::{self, DateCell};
use super::grid::Grid;
use super::headings::Heading;
use super::numbers::{self, Look};
use super::warnings::{list, shorten};
use crate::error::{ErrorKind, Result};

/// How far down the headings are looked for.
const MAX_PREAMBLE: usize = 50;

/// Which columns hold what.
pub(super) struct Columns {
    /// The headings; "Column 3" where there is none.
    pub(super) names: Vec<String>,
    /// How many cells of each column have something in them, below the headings.
    pub(super) filled: Vec<usize>,
    /// The row of headings.
    pub(super) header: Option<usize>,
    /// The first row below the headings.
    pub(super) body: usize,
    pub(super) date: usize,
    /// Whether the dates are day numbers of a spreadsheet.
    pub(super) serials: bool,
    pub(super) value: usize,
    pub(super) denominator: Option<usize>,
    /// Other columns that fit equally well.
    pub(super) other_values: Vec<usize>,
    pub(super) other_denominators: Vec<usize>,
}

impl Columns {
    /// Finds them by the options, then by headings, then by contents.
    pub(super) fn find(grid: &Grid, options: &CsvOptions) -> Result<Self> {
        let asked = Asked::of(options);
        let whole = Contents::of(grid, 0);
        if asked.date.is_none() {
            refuse_dates_across(grid, &whole)?;
        }
        let header = header(grid, &whole, &asked);
        let body = match header {
            Some(header) => header + 1,
            None => first_dated(grid, &whole).unwrap_or(0),
        };
        let names = names(grid, header);
        let named = asked.find(&names)?;
        let heading = |name: &String| Heading::of(if header.is_some() { name } else { "" });
        let search = Search { headings: names.iter().map(heading).collect(), below: Contents::of(grid, body), named };

        let date = search.date()?;
        let (value, other_values) = search.value(date)?;
        let (denominator, other_denominators) = match (named.denominator, &options.denominator_column) {
            (Some(named), _) => (Some(named), Vec::new()),
            // Asked for none.
            (None, Some(_)) => (None, Vec::new()),
            (None, None) => match search.denominator(date, value) {
                Some((found, others)) => (Some(found), others),
                None => (None, Vec::new()),
            },
        };
        let below = &search.below.columns;
        Ok(Self {
            serials: below.get(date).is_some_and(|column| column.dates == 0),
            filled: below.iter().map(|column| column.filled).collect(),
            names,
            header,
            body,
            date,
            value,
            denominator,
            other_values,
            other_denominators,
        })
    }

    /// The name of a column.
    pub(super) fn name(&self, index: usize) -> &str {
        self.names.get(index).map_or("", String::as_str)
    }
}

/// The names that were asked for; a blank one asks for none.
struct Asked<'a> {
    date: Option<&'a str>,
    value: Option<&'a str>,
    denominator: Option<&'a str>,
}

/// Where the columns stand that were asked for.
#[derive(Clone, Copy)]
struct Named {
    date: Option<usize>,
    value: Option<usize>,
    denominator: Option<usize>,
}

impl<'a> Asked<'a> {
    fn of(options: &'a CsvOptions) -> Self {
        let name = |name: &'a Option<String>| name.as_deref().filter(|name| !plain(name).is_empty());
        Self {
            date: name(&options.date_column),
            value: name(&options.value_column),
            denominator: name(&options.denominator_column),
        }
    }

    /// The names as they are compared.
    fn plain(&self) -> Vec<String> {
        [self.date, self.value, self.denominator].into_iter().flatten().map(plain).collect()
    }

    fn find(&self, names: &[String]) -> Result<Named> {
        let position = |name: Option<&str>, field: &str| {
            let Some(name) = name else { return Ok(None) };
            let found = names.iter().position(|known| plain(known) == plain(name));
            let unknown = || {
                ErrorKind::CsvNoColumn { name: shorten(name), known: list(&mut names.iter().map(String::as_str)) }
                    .at(field)
            };
            found.map(Some).ok_or_else(unknown)
        };
        let date = position(self.date, "dateColumn")?;
        let value = position(self.value, "valueColumn")?;
        let denominator = position(self.denominator, "denominatorColumn")?;
        let twice = |name: Option<&str>, field: &str| {
            Err(ErrorKind::CsvColumnTwice { name: shorten(name.unwrap_or_default()) }.at(field))
        };
        if value.is_some() && value == date {
            return twice(self.value, "valueColumn");
        }
        if denominator.is_some() && (denominator == date || denominator == value) {
            return twice(self.denominator, "denominatorColumn");
        }
        Ok(Named { date, value, denominator })
    }
}

/// What is known about the columns when their roles are given out.
struct Search {
    headings: Vec<Heading>,
    /// The contents below the headings.
    below: Contents,
    named: Named,
}

impl Search {
    fn rank(&self, index: usize, of: fn(&Heading) -> u8) -> usize {
        self.headings.get(index).map_or(0, of).into()
    }

    /// The column that was named, if it holds dates; else the one with the best heading among those that hold at
    /// least half as many dates as the fullest one, or day numbers under a heading for dates.
    fn date(&self) -> Result<usize> {
        let most = self.below.columns.iter().map(|column| column.dates).max().unwrap_or(0);
        let found = self.below.best(&|index, column| {
            let rank = self.rank(index, Heading::as_date);
            let fits = match self.named.date {
                Some(named) => named == index && (column.dates > 0 || column.only_serials()),
                None if Some(index) == self.named.value || Some(index) == self.named.denominator => false,
                None if most == 0 => rank > 2 && column.only_serials(),
                None => rank > 0 && column.dates * 2 >= most,
            };
            if fits { (rank.max(1), column.dates) } else { (0, 0) }
        });
        let path = if self.named.date.is_some() { "dateColumn" } else { "" };
        found.map(|(index, _)| index).ok_or_else(|| ErrorKind::CsvNoDates.at(path))
    }

    /// The column that was named, if it holds anything like values; else the one with the best heading among those
    /// with numbers, and the others that have as good a one.
    fn value(&self, date: usize) -> Result<(usize, Vec<usize>)> {
        let found = self.below.best(&|index, column| {
            let rank = self.rank(index, Heading::as_value);
            // A heading that is known may stand over more misprints than numbers, one that is not may not.
            let half = (column.numbers + column.marks) * 2 >= column.filled;
            let hidden = rank > 3 && column.marks > 0 && column.marks == column.filled;
            let fits = match self.named.value {
                Some(named) => named == index && column.numbers + column.marks > 0,
                None if index == date || Some(index) == self.named.denominator || rank == 0 => false,
                None => (column.numbers > 0 && (rank > 2 || half)) || hidden,
            };
            (if fits { rank.max(1) } else { 0 }, 0)
        });
        let path = if self.named.value.is_some() { "valueColumn" } else { "" };
        found.ok_or_else(|| ErrorKind::CsvNoValues.at(path))
    }

    /// The column with the best heading for denominators among those with numbers, and the others as good.
    fn denominator(&self, date: usize, value: usize) -> Option<(usize, Vec<usize>)> {
        self.below.best(&|index, column| {
            let fits = index != date && index != value && column.numbers > 0;
            (if fits { self.rank(index, Heading::as_denominator) } else { 0 }, 0)
        })
    }
}

/// What the cells of each column look like.
struct Contents {
    columns: Vec<Content>,
}

#[derive(Default, Clone, Copy)]
struct Content {
    filled: usize,
    dates: usize,
    serials: usize,
    numbers: usize,
    /// Cells that say that a number is missing or suppressed; blank ones are not counted.
    marks: usize,
}

impl Content {
    /// Every number is the day number of a spreadsheet, and no cell is a date.
    fn only_serials(&self) -> bool {
        self.dates == 0 && self.serials > 0 && self.serials == self.numbers
    }
}

impl Contents {
    fn of(grid: &Grid, from: usize) -> Self {
        let mut columns = vec![Content::default(); grid.width];
        for row in from..grid.len() {
            for (cell, column) in grid.cells(row).zip(&mut columns) {
                if cell.is_empty() {
                    continue;
                }
                column.filled += 1;
                column.dates += usize::from(DateCell::read(cell).is_some());
                match numbers::look(cell) {
                    Look::Number => {
                        column.numbers += 1;
                        column.serials += usize::from(dates::serial(cell).is_some());
                    }
                    Look::Mark => column.marks += 1,
                    Look::Text => {}
                }
            }
        }
        Self { columns }
    }

    /// The leftmost column with the highest score above 0, and the others that have the same.
    fn best(&self, score: &dyn Fn(usize, &Content) -> (usize, usize)) -> Option<(usize, Vec<usize>)> {
        let scores: Vec<_> = self.columns.iter().enumerate().map(|(index, column)| score(index, column)).collect();
        let highest = scores.iter().max().filter(|(score, _)| *score > 0)?;
        let mut equal = scores.iter().enumerate().filter(|(_, score)| *score == highest).map(|(index, _)| index);
        Some((equal.next()?, equal.collect()))
    }

    /// The leftmost of the columns with the most dates.
    fn dates(&self) -> Option<usize> {
        self.best(&|_, column| (column.dates, 0)).map(|(index, _)| index)
    }

    /// Whether a column can be one of dates, as far as its cells tell.
    fn dated(&self, index: usize) -> bool {
        let any = self.columns.iter().any(|column| column.dates > 0);
        self.columns.get(index).is_some_and(|column| if any { column.dates > 0 } else { column.serials > 0 })
    }
}

/// A name as names are compared: in lower case, with single blanks.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase()
}

/// The row of headings: of the rows with the names that were asked for, or else of those with a word for dates above
/// dates, the one with the most headings whose words are known; if there is none, the text above the first date.
fn header(grid: &Grid, whole: &Contents, asked: &Asked<'_>) -> Option<usize> {
    let asked = asked.plain();
    let mut best = ((false, 0, 0), None);
    for row in 0..grid.len().min(MAX_PREAMBLE) {
        let named = !asked.is_empty() && asked.iter().all(|name| grid.cells(row).any(|cell| plain(cell) == *name));
        let (mut known, mut texts, mut filled, mut dated) = (0, 0, 0, false);
        for (index, cell) in grid.cells(row).enumerate().filter(|(_, cell)| !cell.is_empty()) {
            filled += 1;
            if DateCell::read(cell).is_some() || numbers::look(cell) == Look::Number {
                continue;
            }
            let heading = Heading::of(cell);
            texts += 1;
            known += usize::from(heading.is_known());
            dated |= heading.as_date() > 2 && whole.dated(index);
        }
        let score = (named, known, texts);
        if (named || (dated && filled > 1)) && score > best.0 {
            best = (score, Some(row));
        }
    }
    best.1.or_else(|| {
        let first = first_dated(grid, whole)?;
        let above = first.checked_sub(1)?;
        let date = whole.dates()?;
        let is_text =
            |cell: &str| cell.is_empty() || (DateCell::read(cell).is_none() && numbers::look(cell) == Look::Text);
        let beside = grid.cells(above).enumerate().any(|(index, cell)| index != date && !cell.is_empty());
        (beside && grid.cells(above).all(is_text)).then_some(above)
    })
}

/// The first row with a date, in the column with the most dates, and something beside it.
fn first_dated(grid: &Grid, whole: &Contents) -> Option<usize> {
    let date = whole.dates()?;
    (0..grid.len()).find(|&row| {
        DateCell::read(grid.cell(row, date)).is_some() && grid.cells(row).filter(|cell| !cell.is_empty()).count() > 1
    })
}

fn names(grid: &Grid, header: Option<usize>) -> Vec<String> {
    (0..grid.width)
        .map(|index| {
            let name = header.map_or("", |row| grid.cell(row, index));
            match name.is_empty() {
                true => format!("Column {}", index + 1),
                false => name.split_whitespace().collect::<Vec<_>>().join(" "),
            }
        })
        .collect()
}

/// Refuses a table that is turned by a quarter: three dates or more side by side, with numbers below them.
fn refuse_dates_across(grid: &Grid, whole: &Contents) -> Result<()> {
    if whole.columns.iter().any(|column| column.dates > 1) {
        return Ok(());
    }
    for row in 0..grid.len().min(MAX_PREAMBLE) {
        let is_date = |cell: &&str| DateCell::read(cell).is_some();
        let dates = grid.cells(row).filter(is_date).count();
        let numbers = grid.cells(row).zip(grid.cells(row + 1));
        let numbers = numbers.filter(|(above, below)| is_date(above) && numbers::look(below) == Look::Number).count();
        if dates > 2 && numbers > 1 {
            return Err(ErrorKind::CsvDatesAcross { line: grid.line(row) }.into());
        }
    }
    Ok(())
}
