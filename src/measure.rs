//! Measures and their observations: how a team knows.

use crate::record::{Id, Line, Mention, Mentions, Paragraph, record, words};
use crate::stakeholder::Stakeholder;
use crate::theory::Driver;
use crate::{Date, ErrorKind, Result};

words! {
    /// What a measure is for.
    pub enum MeasureKind {
        /// Shows the aim itself.
        #[default]
        Outcome = "outcome",
        /// Shows whether a driver moves.
        Driver = "driver",
        /// Shows whether the change happens as meant.
        Process = "process",
        /// Shows whether something else gets worse.
        Balancing = "balancing",
        /// Shows whether people can run the method themselves.
        Capability = "capability",
    }
}

words! {
    /// Which way is better.
    pub enum Direction {
        /// Higher is better.
        #[default]
        Increase = "increase",
        /// Lower is better.
        Decrease = "decrease",
    }
}

record! {
    /// The stretch at the start that sets the centre line: a person's choice, with its reason.
    pub struct Freeze {
        /// How many points.
        "points" points: u32,
        /// Why these.
        "reason" reason: Paragraph,
    }
}

impl Freeze {
    fn hold(&self) -> Result<()> {
        if self.points == 0 {
            return Err(ErrorKind::BadNumber { expected: "a baseline has at least one point" }.at("points"));
        }
        self.reason.required("reason", "why these points are the baseline")
    }
}

words! {
    /// How often a value comes.
    pub enum Frequency {
        /// Every school day.
        Daily = "daily",
        /// Every week.
        #[default]
        Weekly = "weekly",
        /// Every two weeks.
        Fortnightly = "fortnightly",
        /// Every month.
        Monthly = "monthly",
        /// Every term, semester or quarter.
        Termly = "termly",
        /// Every year.
        Yearly = "yearly",
    }
}

record! {
    /// Where a stretch with a centre line of its own begins: a person's choice, with its reason.
    pub struct PhaseStart {
        /// The first day of the phase.
        "date" date: Date,
        /// What changed, and why the values after it belong together.
        "reason" reason: Paragraph,
    }
}

impl PhaseStart {
    fn hold(&self) -> Result<()> {
        self.reason.required("reason", "why a new phase begins here")
    }
}

record! {
    /// Something that is counted or reckoned again and again.
    pub struct Measure {
        /// Its name.
        "name" name: Line,
        /// What it is for.
        "kind" kind: MeasureKind,
        /// What stands behind a number: `%`, or a word such as `pupils`.
        "unit" unit: crate::record::Text<40>,
        /// Which way is better.
        "direction" direction: Direction,
        /// How it is reckoned, so that two people get the same number.
        "definition" definition: Paragraph,
        /// Where the numbers come from.
        "source" source: Line,
        /// How often a value comes.
        "frequency" frequency: Option<Frequency>,
        /// Who collects it.
        "owner" owner: Line,
        /// Where it should be, in its unit.
        "target" target: Option<f64>,
        /// The driver that it shows, for a driver measure.
        "driver" driver: Mention<Driver>,
        /// Who sees it regularly.
        "seenBy" seen_by: Mentions<Stakeholder>,
        /// Where new phases begin, earliest first.
        "phases" phases: Vec<PhaseStart>,
        /// The points that set the centre line, where not all of them do.
        "baseline" baseline: Option<Freeze>,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Measure {
    fn hold(&self) -> Result<()> {
        self.name.required("name", "a name for the measure")?;
        let pairs = self.phases.iter().zip(self.phases.iter().skip(1));
        match pairs.enumerate().find(|(_, (phase, next))| next.date <= phase.date) {
            Some((at, _)) => Err(ErrorKind::PhaseOrder.at(format!("phases.{}.date", at + 1))),
            None => Ok(()),
        }
    }

    /// Begins a phase; one that begins on the same day is replaced.
    pub fn phased(mut self, phase: PhaseStart) -> Self {
        let at = self.phases.partition_point(|known| known.date < phase.date);
        self.phases.retain(|known| known.date != phase.date);
        self.phases.insert(at, phase);
        self
    }
}

record! {
    /// One dated value of a measure. A value that is missing or suppressed is not zero.
    pub struct Observation {
        /// The measure.
        "measure" measure: Id<Measure>,
        /// The day, or the first day of the week, month or term that it stands for.
        "date" date: Date,
        /// The value in the measure's unit; none if missing or suppressed.
        "value" value: Option<f64>,
        /// What a rate was taken of.
        "denominator" denominator: Option<f64>,
        /// True where the source hid a small number.
        "suppressed" suppressed: bool,
    }
}

impl Observation {
    fn hold(&self) -> Result<()> {
        if self.suppressed && self.value.is_some() {
            let expected = "a suppressed observation has no value; leave one of the two out";
            return Err(ErrorKind::BadNumber { expected }.at("value"));
        }
        match self.denominator {
            Some(denominator) if denominator < 0.0 => {
                Err(ErrorKind::BadNumber { expected: "a denominator is zero or more" }.at("denominator"))
            }
            _ => Ok(()),
        }
    }

    /// What the ids of all observations of a measure begin with; sorted, they are in time order.
    pub(crate) fn prefix(measure: &str) -> String {
        [measure, "@"].concat()
    }

    /// The id of the observation of `measure` on `date`: one a day, so that reading a file again corrects it.
    pub fn id(measure: &str, date: Date) -> String {
        [&Self::prefix(measure), date.to_string().as_str()].concat()
    }
}
