//! What a plan as a whole is about: whose it is, the story it began with, and the Job.

use crate::Result;
use crate::charter::Charter;
use crate::record::{Line, Paragraph, Story, Text, record, words};
use crate::setting::{Calendar, Level};

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

record! {
    /// Answers to the classifier's questions, by axis.
    pub struct Answers {
        /// One problem or many.
        "unit" unit: Text<40>,
        /// How far it reaches.
        "reach" reach: Text<40>,
        /// What is missing.
        "lacking" lacking: Text<40>,
        /// Whether there is a struggle.
        "struggle" struggle: Text<40>,
    }
}

impl Answers {
    fn hold(&self) -> Result<()> {
        Ok(())
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
        /// When its schools are in session.
        "calendar" calendar: Option<Calendar>,
        /// The leader's story in their own words.
        "story" story: Story,
        /// Answers to the classifier's questions.
        "answers" answers: Option<Answers>,
        /// How the people who are needed agreed to work.
        "charter" charter: Option<Charter>,
        /// What all of it taught, for those who come after.
        "lessons" lessons: Paragraph,
    }
}

impl About {
    fn hold(&self) -> Result<()> {
        self.title.required("title", "a title for the plan")
    }
}
