//! The three Jobs and the reading of a leader’s story.
