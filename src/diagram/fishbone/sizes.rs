//! The lengths of a fishbone.

use super::super::text::Face;

/// Lengths in px, all in proportion to the size of labels.
pub struct Sizes {
    pub label: Face,
    /// A label of a root cause.
    pub strong: Face,
    pub heading: Face,
    pub problem: Face,
    pub key: Face,
    pub margin: f64,
    /// From the end of one column’s text to the next bone.
    pub gutter: f64,
    /// From a bone to the sign of a cause.
    pub twig: f64,
    /// The radius of a sign.
    pub sign: f64,
    /// From a sign to its words.
    pub after_sign: f64,
    /// Between causes on a bone; a finger’s breadth of 24 px from line to line at the usual size.
    pub leading: f64,
}

impl Sizes {
    pub fn of(size: f64) -> Self {
        let unit = size / 14.0;
        Self {
            label: Face::regular(13.0 * unit),
            strong: Face::bold(13.0 * unit),
            heading: Face::bold(14.0 * unit),
            problem: Face::bold(17.0 * unit),
            key: Face::regular(12.0 * unit),
            margin: 16.0 * unit,
            gutter: 16.0 * unit,
            twig: 10.0 * unit,
            sign: 5.0 * unit,
            after_sign: 6.0 * unit,
            leading: 8.0 * unit,
        }
    }

    /// From the guide of a level to the guide of the next, which is the middle of its signs.
    pub fn indent(&self) -> f64 {
        self.twig + self.sign
    }

    /// From a guide to the words that hang on it.
    pub fn to_words(&self) -> f64 {
        self.twig + self.sign * 2.0 + self.after_sign
    }

    pub fn to_heading(&self) -> f64 {
        self.sign * 2.0 + self.after_sign
    }
}
