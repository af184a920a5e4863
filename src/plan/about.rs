//! What a plan as a whole is about: whose it is, the story it began with, and the Job.

use super::field::{Field, Line, Paragraph, Story, Text, words};
use super::record::record;
use crate::{ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// A Job that brings a leader to continuous improvement.
    pub enum Job {
        /// “I have a specific problem. Help me fix it.”
        #[default]
        Correct = "correct",
        /// “Help me rally others to move the needle.”
        Coordinate = "coordinate",
        /// “Help us find a new way as a school system.”
        Reorient = "reorient",
    }
}

words! {
    /// Whose plan it is.
    pub enum Level {
        /// One school.
        #[default]
        School = "school",
        /// A district, a trust or a local authority.
        District = "district",
        /// A network of schools or districts.
        Network = "network",
    }
}

/// Answers to the classifier's questions, by axis.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Text<40>>);

impl Field for Answers {
    fn absent(&self) -> bool {
        self.0.is_empty()
    }

    fn check(&self) -> Result<()> {
        if self.0.len() > 20 {
            return Err(ErrorKind::TooLarge { what: "answers", size: self.0.len(), limit: 20 }.into());
        }
        self.0.iter().try_for_each(|(axis, answer)| answer.check().map_err(|error| error.within(axis)))
    }
}

record! {
    /// The head of a plan.
    pub struct About {
        /// What the plan is called.
        "title" title: Line,
        /// The Job that it serves, once someone chose one.
        "job" job: Option<Job>,
        /// Why this Job, where a person overruled the reading.
        "jobReason" job_reason: Paragraph,
        /// School, district or network.
        "level" level: Option<Level>,
        /// The name of the school, district or network.
        "organisation" organisation: Line,
        /// The leader's story in their own words.
        "story" story: Story,
        /// Answers to the classifier's questions.
        "answers" answers: Answers,
    }
}

impl About {
    pub(crate) fn rules(&self) -> Result<()> {
        self.title.required("title", "a title for the plan")
    }
}
