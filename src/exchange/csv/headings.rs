//! What the words of a heading say about its column. The tables are English words in lower case; the contents of
//! the columns decide where no word is known.

/// Dates of the rows.
const DATE: &str = "date dates day days week wk wc month commencing beginning";
/// Dates of something else than the observation, and the ends of spans.
const OTHER_DATE: &str = "entry exit created updated modified printed run report due enrolled withdrawn";
const END: &str = "end ends ending to until";
/// Never an observation's date unless it is named.
const BIRTH: &str = "birth birthdate birthday dob";

const PERCENT: &str = "% percent percentage pct perc";
const RATE: &str = "rate rates proportion ratio";
const MEASURED: &str = "absent absence absences absentee absentees absenteeism attendance attendances attended present missed \
    late lates lateness tardy tardies tardiness truant truants truancy referral referrals suspension \
    suspensions exclusion exclusions incident incidents detention detentions value values score scores \
    result results measure measurement observation observed numerator";
const COUNTED: &str = "count counts number no num amount average avg mean median";
/// The whole of which the value is a part.
const WHOLE: &str = "denominator enrolled enrolment enrolments enrollment enrollments membership possible roll eligible \
    expected";
/// The whole, if no word of `MEASURED` stands beside it.
const PERHAPS_WHOLE: &str = "total totals students pupils learners children all population cohort base sample";
/// Lines to compare with, not what happened.
const REFERENCE: &str = "target targets goal benchmark baseline previous prior ucl lcl";
/// Numbers that count nothing.
const LABEL: &str = "id ids code grade grades year years yr period periods room phone zip postcode urn upn ssid rank row line \
    page age term semester quarter key order dob birth birthdate date dates day days week weeks wk month \
    months";
/// "Student number" is a label, "Number of students" is not.
const NUMBERED: &str = "student pupil school teacher course class";

/// First words of a row that sums up others.
const TOTALS: &str = "total|totals|subtotal|sub-total|sub total|grand total|sum|average|avg|mean|median|overall|ytd|\
    year to date|year-to-date|all students|all pupils|minimum|maximum";

/// Whether a cell begins as the label of a row that sums up others: "Total", "Grand total:", "Average (all)".
pub(super) fn is_total(cell: &str) -> bool {
    TOTALS.split('|').any(|total| {
        cell.get(..total.len()).is_some_and(|start| start.eq_ignore_ascii_case(total))
            && !cell.get(total.len()..).is_some_and(|rest| rest.starts_with(crate::letters::in_word))
    })
}

/// A heading, split into words.
pub(super) struct Heading {
    words: Vec<String>,
}

fn is_in(table: &str, word: &str) -> bool {
    crate::letters::is_among(table, ' ', word)
}

impl Heading {
    pub(super) fn of(name: &str) -> Self {
        let mut plain = String::new();
        let mut before = ' ';
        // Cells of this length are no headings.
        for c in name.chars().take(120) {
            if matches!(c, '%' | '/') {
                plain.extend([' ', c, ' ']);
            } else if c.is_ascii_alphanumeric() || !c.is_ascii() {
                // "AbsenceRate" is two words.
                if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                    plain.push(' ');
                }
                plain.push(c.to_ascii_lowercase());
            } else {
                plain.push(' ');
            }
            before = c;
        }
        Self { words: plain.split_ascii_whitespace().map(str::to_owned).collect() }
    }

    fn any(&self, table: &str) -> bool {
        self.words.iter().any(|word| is_in(table, word))
    }

    fn is(&self, phrase: &str) -> bool {
        self.words.iter().map(String::as_str).eq(phrase.split(' '))
    }

    /// Whether it names percentages.
    pub(super) fn says_percent(&self) -> bool {
        self.any(PERCENT) || (self.any("per") && self.any("cent"))
    }

    /// How well it fits a column of dates: 0 never, 2 no word known, more is better.
    pub(super) fn as_date(&self) -> u8 {
        let dated = self.any(DATE) || self.is("w / c") || self.is("w / b");
        if self.any(BIRTH) {
            0
        } else if self.is("date") || self.is("day") {
            6
        } else if dated && self.any(OTHER_DATE) || !dated && self.any("year years") {
            1
        } else if dated && self.any(END) {
            4
        } else if dated {
            5
        } else {
            2
        }
    }

    /// "Late / enrolled", "Absent of possible": a part and its whole in one column.
    fn is_fraction(&self) -> bool {
        let mut words = self.words.iter().map(String::as_str);
        words.any(|word| is_in(MEASURED, word))
            && words.any(|word| matches!(word, "/" | "of"))
            && words.any(|word| is_in(WHOLE, word))
    }

    /// How well it fits a column of values: 0 never, 2 no word known, more is better.
    pub(super) fn as_value(&self) -> u8 {
        if self.any(REFERENCE) {
            1
        } else if self.says_percent() || self.any(RATE) {
            if self.any(MEASURED) { 6 } else { 5 }
        } else if self.any(WHOLE) && !self.is_fraction() {
            1
        } else if self.any(MEASURED) {
            4
        } else if self.is_label() {
            0
        } else if self.as_denominator() > 0 {
            1
        } else if self.any(COUNTED) {
            3
        } else {
            2
        }
    }

    /// How well it fits a column of denominators: 0 not, more is better.
    pub(super) fn as_denominator(&self) -> u8 {
        if self.says_percent() || self.any(RATE) || self.any(REFERENCE) || self.is_fraction() {
            0
        } else if self.any(WHOLE) {
            2
        } else if self.any(MEASURED) || self.is_label() {
            0
        } else {
            let whole = self.any(PERHAPS_WHOLE) || self.is("n") || self.is("of") || self.is("out of");
            u8::from(whole || (self.any("student pupil") && self.any("count")))
        }
    }

    /// Whether any table knows it.
    pub(super) fn is_known(&self) -> bool {
        self.as_date() > 2 || self.as_value() > 2 || self.as_denominator() > 0
    }

    fn is_label(&self) -> bool {
        self.any(LABEL) || (self.any(NUMBERED) && self.any("number no num"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        for name in
            ["Date", "WEEK COMMENCING", "Week of", "Day", "Month", "School Day", "w/c", "attendance_date", "EventDate"]
        {
            assert!(Heading::of(name).as_date() >= 5, "{name}");
        }
        assert_eq!(Heading::of("Date of Birth").as_date(), 0);
        assert!(Heading::of("Week ending").as_date() < Heading::of("Week starting").as_date());
        assert!(Heading::of("Report date").as_date() < Heading::of("").as_date());
    }

    #[test]
    fn values_denominators_and_labels_are_told_apart() {
        for (name, value, denominator) in [
            ("% Absent", 6, 0),
            ("Attendance Rate", 6, 0),
            ("Rate", 5, 0),
            ("Per cent of possible sessions", 5, 0),
            ("AbsencePct", 6, 0),
            ("n late", 4, 0),
            ("Late / enrolled", 4, 0),
            ("Sessions attended of sessions possible", 4, 0),
            ("Total absences", 4, 0),
            ("Possible attendances", 1, 2),
            ("Enrolled", 1, 2),
            ("Average daily membership", 1, 2),
            ("Total", 1, 1),
            ("N", 1, 1),
            ("Number of students", 1, 1),
            ("Student count", 1, 1),
            ("Count", 3, 0),
            ("Taux", 2, 0),
            ("Student Number", 0, 0),
            ("Grade", 0, 0),
            ("Target %", 1, 0),
        ] {
            let heading = Heading::of(name);
            assert_eq!((heading.as_value(), heading.as_denominator()), (value, denominator), "{name}");
        }
    }

    #[test]
    fn totals_are_known_by_their_first_words() {
        for name in ["Total", "GRAND TOTAL:", "Average (all weeks)", "Year-to-date", "Sub-total", "All Students"] {
            assert!(is_total(name), "{name}");
        }
        for name in ["", "Source: total of all", "Year 7", "Grand", "Summer", "Totalled", "Tot\u{e4}l"] {
            assert!(!is_total(name), "{name}");
        }
    }
}
