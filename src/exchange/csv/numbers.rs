//! Reads one cell as a number, a fraction, or a mark that stands for none.

use crate::letters::is_among;

/// What a cell of a value column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reading {
    Number(f64),
    /// A number with a percent sign: `14.8 %` is 14.8.
    Percent(f64),
    /// `61/412` or `61 of 412`.
    Fraction(f64, f64),
    Missing,
    Suppressed,
    /// A letter that stands for a suppressed number where the column holds numbers otherwise.
    Letter,
    /// An amount of money.
    Money,
    Unreadable,
}

/// The character before the decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Decimal {
    Point,
    Comma,
}

/// What stands for no number, in lower case.
const MISSING: &str = "|-|--|---|–|—|.|..|...|na|n/a|n.a.|#n/a|null|nan|no data|not available|missing";

/// What stands for a number that is hidden, in lower case. `[c]` and `c` (confidential) are the marks of official
/// statistics in the United Kingdom; `s`, `ps` and `*` those of state report cards in the United States.
const SUPPRESSED: &str = "[c]|ps|suppressed|redacted|masked|withheld|confidential";
/// What stands before a bound: "<10", "≤ 5 %", "n<10", "fewer than 10".
const BOUNDS: &str = "<=|<|≤|>=|>|≥|&lt;|&gt;|fewer than|less than";

const CURRENCIES: &[char] = &['$', '£', '€', '¥', '₹', '¢'];
const MINUS: &[char] = &['-', '\u{2212}', '–'];
const PERCENT_SIGNS: &[char] = &['%', '％', '٪'];
/// What may stand between thousands besides a point or a comma: spaces of every width, and apostrophes.
const GROUPING: &[char] = &[' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}', '\'', '’'];

/// Reads a cell, with this decimal mark.
pub(super) fn read(cell: &str, decimal: Decimal) -> Reading {
    mark(cell).unwrap_or_else(|| number(cell, decimal))
}

/// What stands for no number.
fn mark(cell: &str) -> Option<Reading> {
    // No mark begins with a digit, and none is longer than this.
    if cell.len() > 24 || cell.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = cell.to_ascii_lowercase();
    if is_among(MISSING, '|', &lower) {
        Some(Reading::Missing)
    } else if matches!(lower.as_str(), "c" | "s" | "x") {
        Some(Reading::Letter)
    } else {
        is_suppressed(&lower).then_some(Reading::Suppressed)
    }
}

fn number(cell: &str, decimal: Decimal) -> Reading {
    if let Some((numerator, denominator)) = halves(cell) {
        return match (Written::of(numerator), Written::of(denominator)) {
            (Some(a), Some(b)) if !a.percent && !b.percent => match (a.number(decimal), b.number(decimal)) {
                (Some(a), Some(b)) => Reading::Fraction(a, b),
                _ => Reading::Unreadable,
            },
            _ => Reading::Unreadable,
        };
    }
    if cell.contains(CURRENCIES) && cell.contains(|c: char| c.is_ascii_digit()) {
        return Reading::Money;
    }
    match Written::of(cell).and_then(|written| Some((written.number(decimal)?, written.percent))) {
        Some((number, false)) => Reading::Number(number),
        Some((number, true)) => Reading::Percent(number),
        None => Reading::Unreadable,
    }
}

/// What a cell looks like before its column's decimal mark is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Look {
    Number,
    /// Missing or suppressed.
    Mark,
    Text,
}

pub(super) fn look(cell: &str) -> Look {
    if !cell.is_empty() && cell.len() < 16 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Look::Number;
    }
    let is_number = |decimal| !matches!(number(cell, decimal), Reading::Money | Reading::Unreadable);
    if mark(cell).is_some() {
        Look::Mark
    } else if is_number(Decimal::Point) || is_number(Decimal::Comma) {
        Look::Number
    } else {
        Look::Text
    }
}

/// Which decimal mark the cells of a column speak for.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct DecimalEvidence {
    /// Cells that are numbers with this mark only.
    pub(super) point: usize,
    pub(super) comma: usize,
    /// The first cell that is another number with the other mark: "1,234".
    pub(super) open: Option<String>,
}

impl DecimalEvidence {
    pub(super) fn add(&mut self, cell: &str) {
        // Numbers of digits alone say nothing.
        if !cell.contains(['.', ',']) {
            return;
        }
        match (read(cell, Decimal::Point), read(cell, Decimal::Comma)) {
            (Reading::Unreadable, Reading::Unreadable) => {}
            (Reading::Unreadable, _) => self.comma += 1,
            (_, Reading::Unreadable) => self.point += 1,
            (a, b) if a != b && self.open.is_none() => self.open = Some(cell.to_owned()),
            _ => {}
        }
    }

    /// The mark that most of the cells need; `None` if none needs any.
    pub(super) fn decided(&self) -> Option<Decimal> {
        match (self.point, self.comma) {
            (0, 0) => None,
            (point, comma) if comma > point => Some(Decimal::Comma),
            _ => Some(Decimal::Point),
        }
    }
}

fn is_suppressed(lower: &str) -> bool {
    if is_among(SUPPRESSED, '|', lower) || lower.bytes().all(|byte| byte == b'*') {
        return true;
    }
    let bound = lower.strip_prefix('n').unwrap_or(lower).trim_start();
    BOUNDS.split('|').filter_map(|mark| bound.strip_prefix(mark)).any(|rest| {
        Written::of(rest.trim_start())
            .is_some_and(|written| written.plain(Decimal::Point).or(written.plain(Decimal::Comma)).is_some())
    })
}

/// Both halves of "61/412", "61 of 412", "61 out of 412".
fn halves(cell: &str) -> Option<(&str, &str)> {
    let (numerator, denominator) = match cell.split_once('/') {
        Some(halves) => halves,
        None => {
            let (numerator, rest) = cell.split_once('o')?;
            (numerator, rest.strip_prefix("f ").or_else(|| rest.strip_prefix("ut of "))?)
        }
    };
    Some((numerator.trim(), denominator.trim()))
}

/// A number as it is written, without its sign.
struct Written<'a> {
    negative: bool,
    percent: bool,
    body: &'a str,
}

impl<'a> Written<'a> {
    fn of(cell: &'a str) -> Option<Self> {
        let mut percent = false;
        let mut without_percent = |text: &'a str| {
            let rest = text.strip_suffix(PERCENT_SIGNS).or_else(|| text.strip_prefix(PERCENT_SIGNS));
            percent |= rest.is_some();
            rest.unwrap_or(text).trim()
        };
        let outer = without_percent(cell);
        // Bookkeepers write negative numbers in parentheses.
        let inner = outer.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let body = inner.map_or(outer, &mut without_percent);
        let signed = body.strip_prefix(MINUS);
        if inner.is_some() && signed.is_some() {
            return None;
        }
        let negative = inner.is_some() || signed.is_some();
        let body = signed.or_else(|| body.strip_prefix('+')).unwrap_or(body);
        Some(Self { negative, percent, body: body.trim_start() })
    }

    fn number(&self, decimal: Decimal) -> Option<f64> {
        // The JSON reader is here anyway and rounds correctly; it refuses numbers beyond the range of an f64.
        let number = crate::json::number(&crate::json::parse(&self.plain(decimal)?).ok()?)?;
        // Zero has no sign.
        Some(if self.negative && number != 0.0 { -number } else { number })
    }

    /// The body as a JSON number, if it is one with this decimal mark: "1.234,5" becomes "1234.5".
    fn plain(&self, decimal: Decimal) -> Option<String> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let (mark, other) = match decimal {
            Decimal::Point => ('.', ','),
            Decimal::Comma => (',', '.'),
        };
        let (mantissa, exponent) = match self.body.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (self.body, None),
        };
        let (whole, decimals) = mantissa.split_once(mark).unwrap_or((mantissa, ""));
        if !digits(decimals) || (whole.is_empty() && decimals.is_empty()) {
            return None;
        }
        let mut plain = String::with_capacity(mantissa.len() + 4);
        if digits(whole) {
            plain.push_str(whole.trim_start_matches('0'));
        } else {
            // Groups of three, all set apart in the same way, and no zero before them.
            let grouping = whole.chars().find(|c| !c.is_ascii_digit())?;
            if exponent.is_some() || !(grouping == other || GROUPING.contains(&grouping)) || whole.starts_with('0') {
                return None;
            }
            for (index, group) in whole.split(grouping).enumerate() {
                let fits = if index == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
                if !fits || !digits(group) {
                    return None;
                }
                plain.push_str(group);
            }
        }
        if plain.is_empty() {
            plain.push('0');
        }
        if !decimals.is_empty() {
            plain.push('.');
            plain.push_str(decimals);
        }
        if let Some(exponent) = exponent {
            let size = exponent.strip_prefix(&['+', '-'][..]).unwrap_or(exponent);
            if size.is_empty() || !digits(size) {
                return None;
            }
            plain.push('e');
            plain.push_str(exponent);
        }
        Some(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Reading::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (cell, expected) in [
            ("0", Number(0.0)),
            ("007", Number(7.0)),
            ("91.5", Number(91.5)),
            (".5", Number(0.5)),
            ("5.", Number(5.0)),
            ("+5", Number(5.0)),
            ("-5", Number(-5.0)),
            ("-0", Number(0.0)),
            ("\u{2212}5.25", Number(-5.25)),
            ("– 5", Number(-5.0)),
            ("(5)", Number(-5.0)),
            ("(5.5%)", Percent(-5.5)),
            ("(5.5)%", Percent(-5.5)),
            ("14.8%", Percent(14.8)),
            ("14.8 %", Percent(14.8)),
            ("14.8\u{a0}%", Percent(14.8)),
            ("%14.8", Percent(14.8)),
            ("1,234", Number(1234.0)),
            ("1,234,567.5", Number(1_234_567.5)),
            ("1 234.5", Number(1234.5)),
            ("1\u{202f}234\u{202f}567", Number(1_234_567.0)),
            ("1'234.5", Number(1234.5)),
            ("1’234", Number(1234.0)),
            ("1.2E+05", Number(120_000.0)),
            ("1e-3", Number(0.001)),
            ("61/412", Fraction(61.0, 412.0)),
            ("61 / 1,412", Fraction(61.0, 1412.0)),
            ("61 of 412", Fraction(61.0, 412.0)),
            ("61 out of 412", Fraction(61.0, 412.0)),
        ] {
            assert_eq!(read(cell, Decimal::Point), expected, "{cell}");
        }
        for (cell, expected) in [
            ("91,5", Number(91.5)),
            ("1.234,5", Number(1234.5)),
            ("1\u{a0}234,5 %", Percent(1234.5)),
            ("1.234", Number(1234.0)),
            ("-0,5", Number(-0.5)),
        ] {
            assert_eq!(read(cell, Decimal::Comma), expected, "{cell}");
        }
    }

    #[test]
    fn what_is_hidden_or_missing_is_never_a_number() {
        for cell in ["", "NA", "N/A", "n/a", "-", "–", "null", "NULL", "#N/A", ".", "No data"] {
            assert_eq!(read(cell, Decimal::Point), Missing, "{cell}");
        }
        for cell in [
            "*",
            "**",
            "<10",
            "< 5",
            "≤10",
            "<= 10",
            ">95%",
            "≥ 95 %",
            "n<10",
            "N < 10",
            "&lt;10",
            "<5.0%",
            "Suppressed",
            "REDACTED",
            "[c]",
            "fewer than 10",
        ] {
            assert_eq!(read(cell, Decimal::Point), Suppressed, "{cell}");
        }
        for cell in ["c", "s", "X"] {
            assert_eq!(read(cell, Decimal::Point), Letter, "{cell}");
        }
    }

    #[test]
    fn what_is_neither_is_left_unread() {
        for cell in [
            "abc",
            "=1+1",
            "+1+1",
            "1-2",
            "--5",
            "-(5)",
            "(-5)",
            "5%%%",
            "1,23,456",
            "1,2345",
            "12,34",
            "0,912.5",
            "1 234,567 8",
            "1e",
            "1e5e5",
            "1,234e5",
            "e5",
            "%",
            "()",
            "+",
            "1e999",
            "61/",
            "/412",
            "61/412/3",
            "61%/100",
            "#DIV/0!",
            "<",
            "< ten",
            "12 pupils",
            "٥",
            "½",
            "1.2.3",
        ] {
            assert_eq!(read(cell, Decimal::Point), Unreadable, "{cell}");
        }
        for cell in ["$5", "5 €", "£1,234.50", "-$5"] {
            assert_eq!(read(cell, Decimal::Point), Money, "{cell}");
        }
    }

    #[test]
    fn a_column_tells_its_decimal_mark() {
        let evidence = |cells: &[&str]| {
            let mut evidence = DecimalEvidence::default();
            cells.iter().for_each(|cell| evidence.add(cell));
            (evidence.decided(), evidence.open)
        };
        assert_eq!(evidence(&["91,5", "1.234"]), (Some(Decimal::Comma), Some("1.234".into())));
        assert_eq!(evidence(&["1,234.5", "1,234"]), (Some(Decimal::Point), Some("1,234".into())));
        assert_eq!(evidence(&["0,912"]), (Some(Decimal::Comma), None));
        assert_eq!(evidence(&["0.912"]), (Some(Decimal::Point), None));
        assert_eq!(evidence(&["1,234", "5"]), (None, Some("1,234".into())));
        assert_eq!(evidence(&["5", "6 %", "abc", "n.a."]), (None, None));
    }
}
