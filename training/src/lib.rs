//! Trains the reading of stories from the corpus alone, and sets it beside others.

pub mod compare;
pub mod corpus;
pub mod descent;
pub mod fit;
pub mod measure;
pub mod others;
pub mod slips;
pub mod topics;
pub mod train;
