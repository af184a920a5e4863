//! The one error type. Every refusal has a stable code, the place it speaks of, and a sentence that says what to do.

use serde::Serialize;
use std::fmt;

/// The result of anything here that can be refused.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal: what was wrong, where, and what to do about it.
///
/// ```
/// use headwater::exchange::read_csv;
///
/// let error = read_csv("", &Default::default()).unwrap_err();
/// assert_eq!(error.code(), "csv/empty");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Error(
    // Boxed, because every `?` on the way out moves it.
    Box<Refusal>,
);

/// What an [`Error`] holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What was wrong.
    pub kind: ErrorKind,
    /// The place it speaks of: a dotted path into the input (`cycles.c1.predictions`, `values.3`), or empty for
    /// the whole of it.
    pub path: String,
}

impl Error {
    /// The stable code, such as `plan/unknown-id`. Codes never change their meaning; new ones may be added.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// The same error, placed under `parent` (a field name or an index).
    pub fn within(mut self, parent: impl fmt::Display) -> Self {
        let path = &mut self.0.path;
        *path = if path.is_empty() { parent.to_string() } else { [&parent.to_string(), ".", path].concat() };
        self
    }
}

impl std::ops::Deref for Error {
    type Target = Refusal;
    fn deref(&self) -> &Refusal {
        &self.0
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for Error {}

impl Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Error", 3)?;
        out.serialize_field("code", self.code())?;
        out.serialize_field("path", &self.path)?;
        out.serialize_field("message", &self.to_string())?;
        out.end()
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        kind.at("")
    }
}

/// Declares the kinds of error: variant, its fields, its code, and the sentence a person reads.
macro_rules! error_kinds {
    ($( $(#[$doc:meta])* $variant:ident $({ $($(#[$field_doc:meta])* $field:ident : $type:ty),+ $(,)? })? = $code:literal, $sentence:literal; )+) => {
        /// What can be wrong. Each kind has a stable code, listed by [`ErrorKind::CODES`].
        #[derive(Debug, Clone, PartialEq, thiserror::Error)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $( $(#[$doc])* #[error($sentence)] $variant $({ $($(#[$field_doc])* $field: $type),+ })?, )+
        }

        impl ErrorKind {
            /// Every code there is.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The stable code.
            pub fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code, )+ }
            }

            /// This kind of error, at `path`.
            pub fn at(self, path: impl Into<String>) -> Error {
                Error(Box::new(Refusal { kind: self, path: path.into() }))
            }
        }
    };
}

error_kinds! {
    /// The text is not JSON.
    NotJson { /** What the reader stumbled over. */ reason: String } = "json/invalid", "This is not valid JSON: {reason}. Check that the whole file was copied.";
    /// A value has the wrong type or is missing.
    BadField { /** What was expected and what was found. */ reason: String } = "input/bad-field", "This field cannot be read: {reason}.";
    /// A field that nothing here knows; most often a misspelt name.
    UnknownField { /** The name as given. */ field: String, /** The names that would be known. */ known: String } = "input/unknown-field", "There is no field “{field}”. Known are: {known}.";
    /// A text has half of a surrogate pair.
    LoneSurrogate = "input/lone-surrogate", "This text is broken: half of a character is missing. Copy it again from its source.";
    /// A text is longer than its limit.
    TextTooLong { /** The length in characters. */ length: usize, /** The limit. */ limit: usize } = "input/text-too-long", "This text has {length} characters; the limit is {limit}. Shorten it, or keep the long version elsewhere and link to it.";
    /// A list or a document is larger than its limit.
    TooLarge { /** What is counted. */ what: &'static str, /** How many or how much there is. */ size: usize, /** The limit. */ limit: usize } = "input/too-large", "There are {size} {what}; the limit is {limit}. Split the input.";
    /// A required text is blank.
    Blank { /** What is missing, as a person would ask for it. */ what: &'static str } = "input/blank", "This needs {what}.";
    /// A number is not finite or is out of its range.
    BadNumber { /** What was expected. */ expected: &'static str } = "input/bad-number", "This number cannot be used: {expected}.";
    /// A date does not exist or has another shape than `2026-09-14`.
    BadDate { /** The text as given. */ given: String } = "input/bad-date", "“{given}” is not a date. Write it as year-month-day, such as 2026-09-14.";

    /// The document is no Headwater plan.
    NotAPlan = "plan/not-a-plan", "This file is not a Headwater plan. Open a file that was saved by a Headwater planner.";
    /// The document was written by a newer version.
    NewerSchema { /** Its schema version. */ found: u32, /** The newest version read here. */ known: u32 } = "plan/newer-schema", "This plan was saved by a newer version (schema {found}; this one reads up to {known}). Update Headwater; the file is unharmed.";
    /// The edit's type is not one of the known edits.
    UnknownEdit { /** The type as given. */ edit: String } = "plan/unknown-edit", "There is no edit “{edit}”. See the list of edits in the documentation.";
    /// An id points at nothing.
    UnknownId { /** The table looked in. */ table: &'static str, /** The id as given. */ id: String } = "plan/unknown-id", "There is nothing in {table} with the id “{id}”. Add it first, or use the id of one that is there.";
    /// An id is already taken.
    DuplicateId { /** The table looked in. */ table: &'static str, /** The id as given. */ id: String } = "plan/duplicate-id", "The id “{id}” is already taken in {table}. Give each new thing an id of its own.";
    /// An id has a shape that cannot be kept.
    BadId { /** The id as given. */ id: String } = "plan/bad-id", "“{id}” cannot be an id. Use 1 to 64 letters, digits, or . _ : @ -, beginning with a letter or a digit.";
    /// Nothing to undo.
    NothingToUndo = "plan/nothing-to-undo", "There is nothing to undo.";
    /// Nothing to redo.
    NothingToRedo = "plan/nothing-to-redo", "There is nothing to redo.";

    /// A cause would sit under itself.
    CauseLoop = "cause/loop", "A cause cannot sit under itself. Choose another parent.";
    /// A cause is called root or refuted without evidence.
    CauseUntested = "cause/untested", "A cause becomes a root cause once evidence supports it. Record how you tested it first.";
    /// A cause is a question although it has been tested.
    CauseTested = "cause/tested", "This cause has been tested, so it is no question any more.";
    /// A driver would serve itself, or a primary driver another driver.
    DriverLoop = "driver/bad-link", "A primary driver serves the aim; a secondary driver serves one or more primary drivers.";
    /// An idea was proposed although no cause has been supported.
    IdeaTooEarly = "idea/no-supported-cause", "No cause has been supported yet. Test one first, or write why this idea should go ahead anyway.";
    /// The prediction was to change after the start of Do.
    PredictionLocked = "cycle/prediction-locked", "The prediction was sealed when the test began. Plan another cycle to predict again.";
    /// A cycle was to start without a prediction.
    NoPrediction = "cycle/no-prediction", "Write what you expect to happen before the test begins.";
    /// The decision was to come before the study.
    StudyBlank = "cycle/study-blank", "Write what happened, and how it compares with the prediction, before you decide.";
    /// A step out of the order plan, do, study, act.
    WrongStage { /** The stage the cycle is in. */ stage: &'static str, /** The stage the step needs. */ needed: &'static str } = "cycle/wrong-stage", "This cycle is {stage}; the step needs one that is {needed}.";
    /// An end before its start.
    EndsBeforeStart = "cycle/ends-before-start", "The end lies before the start. Check both dates.";
    /// Two values of one measure for one day in one edit.
    DayTwice { /** The day. */ date: crate::Date } = "measure/day-twice", "Two rows stand for {date}. A measure has one value a day: add them up or take their mean, then record that.";

    /// An initiative would become part of itself.
    InitiativeLoop = "initiative/loop", "An initiative cannot become part of itself. Choose the one that goes on.";
    /// Phases are not in the order of their dates.
    PhaseOrder = "measure/phase-order", "Phases begin one after the other. Put them in the order of their dates, one a day.";
    /// A term or a holiday ends before it begins.
    StretchBackwards = "setting/ends-before-start", "The last day lies before the first. Check both dates.";

    /// A record speaks of too few people.
    TooFewPeople { /** How many. */ count: u32, /** The fewest there may be. */ least: u32 } = "signal/too-few", "This speaks of {count} people. Leave out what speaks of fewer than {least}, so that nobody can be recognised.";

    /// The kind of chart is not known.
    UnknownChartKind { /** The kind as given. */ kind: String } = "chart/unknown-kind", "There is no chart kind “{kind}”. Known are: run, i, mr, ip, p, pp, u, up, c, g, t, xbar, s.";
    /// Columns of a chart have different lengths.
    LengthMismatch { /** How many values there are. */ values: usize, /** How many entries the other column has. */ other: usize } = "chart/length-mismatch", "There are {values} values but {other} entries here. Give one for each value.";
    /// Denominators are needed by the kind of chart.
    NeedsDenominators { /** The kind. */ kind: &'static str } = "chart/needs-denominators", "A {kind} chart needs a denominator for each value.";
    /// A parameter cannot be used with this chart.
    BadParameter { /** What was expected. */ expected: String } = "chart/bad-parameter", "{expected}";

    /// There is nothing in the file.
    CsvEmpty = "csv/empty", "The file has no rows. Export it again with a date and a value in each row.";
    /// No column has dates.
    CsvNoDates = "csv/no-date-column", "No column holds dates. Name the date column, or write dates as 2026-09-14.";
    /// No column has values.
    CsvNoValues = "csv/no-value-column", "No column holds numbers beside the dates. Name the value column.";
    /// A named column is not in the file.
    CsvNoColumn { /** The name as given. */ name: String, /** The names there are. */ known: String } = "csv/no-such-column", "There is no column “{name}”. The file has: {known}.";
    /// One column is named for two things.
    CsvColumnTwice { /** The name of the column. */ name: String } = "csv/column-twice", "“{name}” is named twice. The dates, the values and the denominators each need a column of their own.";
    /// The dates stand in a row, not in a column.
    CsvDatesAcross { /** The line with the dates. */ line: usize } = "csv/dates-across", "The dates stand side by side in line {line}. Turn the table so that each date has a row of its own (copy it, then “Paste special”, “Transpose”).";
    /// The file is not text or not separated values.
    CsvBroken { /** What the reader stumbled over. */ reason: String } = "csv/broken", "The file cannot be read as a table: {reason}. Save it as CSV (UTF-8) and try again.";
}
