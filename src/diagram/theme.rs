//! The colours of a picture. A mark names its ink; a theme says which colour that is.

use serde::Deserialize;

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark ink on white paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Black on white with thicker lines.
    Contrast,
    /// For paper: pale washes, nothing that eats toner, and no meaning in a hue.
    Print,
}

/// What a mark is drawn with. In an element the class `hw-fill-<name>` or `hw-stroke-<name>` takes the colour of the
/// token `--headwater-<name>`; a picture that stands alone has the colour of its theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The ground.
    Paper,
    /// A tint that is barely there.
    Wash,
    /// A line that only decorates.
    Line,
    /// A thin line that means something; 3:1 on paper and wash.
    Edge,
    /// Text and the main lines.
    Ink,
    /// Text of second rank.
    Muted,
    /// The one accent.
    Accent,
    /// Look here.
    Attention,
    /// A target.
    Good,
}

impl Ink {
    /// Every ink there is.
    pub const ALL: [Self; 9] = [
        Self::Paper,
        Self::Wash,
        Self::Line,
        Self::Edge,
        Self::Ink,
        Self::Muted,
        Self::Accent,
        Self::Attention,
        Self::Good,
    ];

    /// The name of the ink in classes and tokens.
    pub fn name(self) -> &'static str {
        ["paper", "wash", "line", "edge", "ink", "muted", "accent", "attention", "good"][self as usize]
    }

    /// The colour of the ink in a theme.
    pub fn colour(self, theme: Theme) -> &'static str {
        const COLOURS: [[&str; 9]; 4] = [
            ["#ffffff", "#f5f7f8", "#d5dce2", "#75838f", "#1b2430", "#51606f", "#0b6b75", "#8a5200", "#2b6a3a"],
            ["#12181d", "#1a2229", "#33404a", "#76858f", "#e8edf1", "#a9b6c0", "#5cc3cc", "#e0a34a", "#7fc391"],
            ["#ffffff", "#ffffff", "#000000", "#000000", "#000000", "#000000", "#003d5c", "#5c2e00", "#00401a"],
            ["#ffffff", "#f2f2f2", "#cccccc", "#6b6b6b", "#000000", "#404040", "#003f47", "#4a2c00", "#1a4024"],
        ];
        COLOURS[theme as usize][self as usize]
    }
}

impl Theme {
    /// How much thicker lines are than they were laid out.
    pub fn line_scale(self) -> f64 {
        if self == Self::Contrast { 1.5 } else { 1.0 }
    }
}

/// The style rules with which a page’s tokens colour a live picture. A class beats the presentation attribute that
/// carries the theme’s own colour; a token that is not set falls back to the light theme.
pub fn token_rules() -> String {
    let mut rules = String::new();
    for ink in Ink::ALL {
        let (name, colour) = (ink.name(), ink.colour(Theme::Light));
        for property in ["fill", "stroke"] {
            rules += &format!(".hw-{property}-{name} {{ {property}: var(--headwater-{name}, {colour}); }}\n");
        }
    }
    rules
}
