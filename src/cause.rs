//! Causes: a tree of answers to “why does this happen?”, each suspected until someone has gone and looked.

use crate::condition::Condition;
use crate::problem::Problem;
use crate::record::{Line, Mention, Paragraph, Parent, record, words};
use crate::{Date, ErrorKind, Result};

words! {
    /// What is known about a cause.
    pub enum Status {
        /// Nobody has checked yet.
        #[default]
        Suspected = "suspected",
        /// Evidence speaks for it.
        Supported = "supported",
        /// Evidence speaks against it.
        Refuted = "refuted",
        /// Supported, and the team works on it as a root.
        Root = "root",
    }
}

words! {
    /// What a test of a cause found.
    pub enum Finding {
        /// The evidence speaks for the cause.
        #[default]
        Supported = "supported",
        /// The evidence speaks against it.
        Refuted = "refuted",
    }
}

words! {
    /// Whose it is to change.
    pub enum Reach {
        /// The people whom the leader directs.
        #[default]
        Own = "own",
        /// Others, on whom the leader depends.
        Others = "others",
        /// The whole organisation, by its way of working.
        Whole = "whole",
    }
}

record! {
    /// One test of a cause: what was found, and how.
    pub struct Test {
        /// What the evidence says.
        "result" result: Finding,
        /// What was looked at and what was seen.
        "evidence" evidence: Paragraph,
        /// When.
        "date" date: Option<Date>,
    }
}

impl Test {
    fn hold(&self) -> Result<()> {
        self.evidence.required("evidence", "what you looked at and what you saw")
    }
}

record! {
    /// A cause in the tree of one problem. Its children answer why it happens.
    pub struct Cause {
        /// The problem whose tree this is.
        "problem" problem: crate::record::Id<Problem>,
        /// The cause that this one helps to explain; none for a main bone.
        "parent" parent: Parent<Cause>,
        /// The cause, in a short sentence.
        "text" text: Line,
        /// What is known about it.
        "status" status: Status,
        /// True while it is something to ask about, and nobody has said that it is so.
        "question" question: bool,
        /// Whose it is to change; none while nobody has said.
        "reach" reach: Option<Reach>,
        /// The condition that is missing, where the same barrier may show in other problems too.
        "barrier" barrier: Mention<Condition>,
        /// How it was tested, oldest first.
        "tests" tests: Vec<Test>,
        /// Order among siblings; smaller stands first.
        "position" position: f64,
    }
}

impl Cause {
    fn hold(&self) -> Result<()> {
        self.text.required("text", "the cause, in a short sentence")?;
        let follows = match self.status {
            Status::Suspected => self.tests.is_empty(),
            Status::Refuted => self.last_finding() == Some(Finding::Refuted),
            Status::Supported | Status::Root => self.last_finding() == Some(Finding::Supported),
        };
        if !follows {
            return Err(ErrorKind::CauseUntested.at("status"));
        }
        if self.question && self.status != Status::Suspected {
            return Err(ErrorKind::CauseTested.at("question"));
        }
        Ok(())
    }

    fn last_finding(&self) -> Option<Finding> {
        self.tests.last().map(|test| test.result)
    }

    /// Records a test; the status follows from what it found, and a question is answered.
    pub fn tested(mut self, test: Test) -> Self {
        self.question = false;
        self.status = match test.result {
            Finding::Refuted => Status::Refuted,
            Finding::Supported if self.status == Status::Root => Status::Root,
            Finding::Supported => Status::Supported,
        };
        self.tests.push(test);
        self
    }

    /// Makes a supported cause a root.
    ///
    /// # Errors
    ///
    /// `cause/untested` unless the last test supported it.
    pub fn rooted(mut self) -> Result<Self> {
        if self.last_finding() != Some(Finding::Supported) {
            return Err(ErrorKind::CauseUntested.into());
        }
        self.status = Status::Root;
        Ok(self)
    }

    /// True once evidence supports it.
    pub fn is_supported(&self) -> bool {
        matches!(self.status, Status::Supported | Status::Root)
    }
}
