//! PDSA cycles: plan with a prediction, do, study what happened against it, act.
//!
//! `Planned → Doing → Studying → Decided`. Predictions are sealed when Do begins; Act stays closed while Study is
//! blank.

use crate::measure::Measure;
use crate::record::{Line, Mention, Mentions, Paragraph, record, words};
use crate::stakeholder::Stakeholder;
use crate::theory::Idea;
use crate::{Date, ErrorKind, Result};

words! {
    /// How far a cycle has come.
    pub enum Stage {
        /// Being planned; the prediction is open.
        #[default]
        Planned = "planned",
        /// Under way; the prediction is sealed.
        Doing = "doing",
        /// Results are in; to be compared with the prediction.
        Studying = "studying",
        /// Decided.
        Decided = "decided",
    }
}

words! {
    /// What a team does with a change after a cycle.
    pub enum DecisionKind {
        /// Keep it.
        Adopt = "adopt",
        /// Change it and test again.
        #[default]
        Adapt = "adapt",
        /// Drop it.
        Abandon = "abandon",
    }
}

words! {
    /// Low or high.
    pub enum Grade {
        /// Low.
        #[default]
        Low = "low",
        /// High.
        High = "high",
    }
}

words! {
    /// How those who would take part stand to the change: the columns of the table of test sizes in *The Improvement
    /// Guide* (table 7.1).
    pub enum Readiness {
        /// They resist it.
        Resistant = "resistant",
        /// They do not mind.
        #[default]
        Indifferent = "indifferent",
        /// They are ready.
        Ready = "ready",
    }
}

record! {
    /// What the team expects, written before it knows.
    pub struct Prediction {
        /// The question.
        "question" question: Line,
        /// The expected answer, as a number where there is one.
        "expected" expected: Paragraph,
    }
}

impl Prediction {
    fn hold(&self) -> Result<()> {
        self.expected.required("expected", "what you expect to happen")
    }
}

record! {
    /// What happened, beside what was expected.
    pub struct Study {
        /// What happened.
        "result" result: Paragraph,
        /// How it compares with the prediction.
        "comparison" comparison: Paragraph,
        /// What was learned.
        "learned" learned: Paragraph,
    }
}

impl Study {
    fn hold(&self) -> Result<()> {
        self.result.required("result", "what happened")?;
        self.comparison.required("comparison", "how it compares with the prediction")
    }
}

record! {
    /// Adopt, adapt or abandon, and why.
    pub struct Decision {
        /// Which of the three.
        "kind" kind: DecisionKind,
        /// Why.
        "reason" reason: Paragraph,
        /// When.
        "date" date: Date,
    }
}

impl Decision {
    fn hold(&self) -> Result<()> {
        self.reason.required("reason", "why you decide so")
    }
}

record! {
    /// One test of a change.
    pub struct Cycle {
        /// What is tested, in a few words.
        "title" title: Line,
        /// The idea that is tested.
        "idea" idea: Mention<Idea>,
        /// The measure that is watched.
        "measure" measure: Mention<Measure>,
        /// How far it has come.
        "stage" stage: Stage,
        /// What the team wants to learn.
        "objective" objective: Paragraph,
        /// What it expects; sealed when Do begins.
        "predictions" predictions: Vec<Prediction>,
        /// What it expected when Do began, word for word: shows when predictions were changed behind the seal.
        "sealed" sealed: Vec<Prediction>,
        /// Who does it.
        "who" who: Line,
        /// Where.
        "where" place: Line,
        /// Those who take part, where units work together.
        "stakeholders" stakeholders: Mentions<Stakeholder>,
        /// How many people the change is tried with.
        "size" size: Option<u32>,
        /// How sure the team is that the change will help.
        "confidence" confidence: Option<Grade>,
        /// What it would cost if the test failed.
        "failureCost" failure_cost: Option<Grade>,
        /// How those who take part stand to it.
        "readiness" readiness: Option<Readiness>,
        /// When it should begin.
        "due" due: Option<Date>,
        /// When Do began.
        "started" started: Option<Date>,
        /// When Do ended.
        "ended" ended: Option<Date>,
        /// What was noticed while it ran.
        "notes" notes: Paragraph,
        /// The study.
        "study" study: Option<Study>,
        /// The decision.
        "decision" decision: Option<Decision>,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Cycle {
    fn hold(&self) -> Result<()> {
        self.title.required("title", "what this cycle tests")?;
        let (started, ended) = (self.started.is_some(), self.ended.is_some());
        let parts = (started, ended, self.study.is_some(), self.decision.is_some());
        let expected = match self.stage {
            Stage::Planned => (false, false, false, false),
            Stage::Doing => (true, false, false, false),
            Stage::Studying => (true, true, true, false),
            Stage::Decided => (true, true, true, true),
        };
        if parts != expected {
            return Err(self.wrong_stage("one whose parts fit its stage").within("stage"));
        }
        if !started && !self.sealed.is_empty() {
            return Err(ErrorKind::PredictionLocked.at("sealed"));
        }
        if !self.sealed.is_empty() && self.sealed != self.predictions {
            return Err(ErrorKind::PredictionLocked.at("predictions"));
        }
        if started && self.predictions.is_empty() {
            return Err(ErrorKind::NoPrediction.at("predictions"));
        }
        if let (Some(start), Some(end)) = (self.started, self.ended)
            && end < start
        {
            return Err(ErrorKind::EndsBeforeStart.at("ended"));
        }
        if let (Some(end), Some(decision)) = (self.ended, &self.decision)
            && decision.date < end
        {
            return Err(ErrorKind::EndsBeforeStart.at("decision.date"));
        }
        Ok(())
    }

    fn wrong_stage(&self, needed: &'static str) -> crate::Error {
        ErrorKind::WrongStage { stage: self.stage.word(), needed }.into()
    }

    /// Begins Do on `date`; the predictions are sealed.
    ///
    /// # Errors
    ///
    /// `cycle/wrong-stage` unless planned; `cycle/no-prediction` without a prediction.
    pub fn start(mut self, date: Date) -> Result<Self> {
        if self.stage != Stage::Planned {
            return Err(self.wrong_stage("planned"));
        }
        if self.predictions.is_empty() {
            return Err(ErrorKind::NoPrediction.at("predictions"));
        }
        (self.stage, self.started) = (Stage::Doing, Some(date));
        self.sealed = self.predictions.clone();
        Ok(self)
    }

    /// Ends Do on `date` with what was noticed and studied; a study may be written again until the decision.
    ///
    /// # Errors
    ///
    /// `cycle/wrong-stage` unless doing or studying; `input/blank` for a blank study; `cycle/ends-before-start`.
    pub fn studied(mut self, date: Date, notes: Paragraph, study: Study) -> Result<Self> {
        if !matches!(self.stage, Stage::Doing | Stage::Studying) {
            return Err(self.wrong_stage("doing"));
        }
        (self.stage, self.ended, self.study) = (Stage::Studying, Some(date), Some(study));
        if !notes.is_blank() {
            self.notes = notes;
        }
        Ok(self)
    }

    /// Decides.
    ///
    /// # Errors
    ///
    /// `cycle/study-blank` before the study; `cycle/wrong-stage` once decided.
    pub fn decided(mut self, decision: Decision) -> Result<Self> {
        match self.stage {
            Stage::Studying => {}
            Stage::Decided => return Err(self.wrong_stage("studying")),
            Stage::Planned | Stage::Doing => return Err(ErrorKind::StudyBlank.into()),
        }
        (self.stage, self.decision) = (Stage::Decided, Some(decision));
        Ok(self)
    }

    /// Refuses a revision of what was sealed when Do began.
    pub(crate) fn keeps_seal(&self, revised: &Self) -> Result<()> {
        if self.stage != Stage::Planned && self.predictions != revised.predictions {
            return Err(ErrorKind::PredictionLocked.at("predictions"));
        }
        Ok(())
    }
}
