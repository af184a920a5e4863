//! The fishbone (Ishikawa) diagram: a problem at the head, and along the spine the causes people suspect.
//!
//! Bones are parallel, so each stands in a slanted column of its own: whatever lies between one bone and the next,
//! text that follows the slant has the same room on every line, and no label can meet a line. Causes hang under
//! their bone as an indented list. When the bones do not fit beside each other the spine continues in a further row;
//! in a narrow place it turns upright and the bones follow one another down the page.

mod along;
mod bone;
mod sizes;
mod upright;

use super::causes::{Causes, FishboneInput};
use super::scene::{Align, Group, Item, Mark, Scene, Shape, Text};
use super::text::{self, Broken};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::Result;
use sizes::Sizes;

/// Draws a fishbone.
///
/// # Errors
///
/// `cause/loop`, `plan/unknown-id` or `plan/duplicate-id` when the causes are no tree; `input/too-large` and
/// `input/text-too-long` past the limits; `input/bad-number` and `plan/bad-id` for options out of range.
///
/// ```
/// use headwater::diagram::{FishboneInput, PictureOptions, draw_fishbone};
///
/// let input: FishboneInput = serde_json::from_str(r#"{
///     "problem": "61 of 412 students miss more than 10 % of days",
///     "causes": [
///         { "id": "c1", "text": "Getting there" },
///         { "id": "c2", "text": "Bus 14 arrives after the bell", "parent": "c1", "status": "root" }
///     ]
/// }"#).unwrap();
/// let picture = draw_fishbone(&input, &PictureOptions::default())?;
/// assert!(picture.svg.contains("data-entity=\"c2\""));
/// assert_eq!(picture.table[2], ["Bus 14 arrives after the bell", "Getting there", "root cause"]);
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_fishbone(input: &FishboneInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_fishbone(input, options)?, options)
}

/// Lays a fishbone out, without drawing it. Errors are those of [`draw_fishbone`].
pub fn lay_out_fishbone(input: &FishboneInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    let causes = Causes::read(input, options)?;
    Ok(Fishbone { causes, options, width, sizes: Sizes::of(size) }.scene())
}

struct Fishbone<'a> {
    causes: Causes<'a>,
    options: &'a PictureOptions,
    width: f64,
    sizes: Sizes,
}

impl Fishbone<'_> {
    fn scene(&self) -> Scene {
        let mut items = Vec::new();
        let narrow = self.width < self.sizes.heading.size * 34.0;
        let bottom = match self.stretch() {
            Some(stretch) if !narrow => self.along(stretch, &mut items),
            _ => self.upright(&mut items),
        };
        let margin = self.sizes.margin;
        let below = (margin, bottom + margin * 1.5, self.width - margin);
        let height = self.causes.draw_key(self.sizes.key, below, &mut items).unwrap_or(bottom) + margin;
        let named = ("picture-fishbone-title", "picture-fishbone-summary");
        self.causes.scene(named, self.width, height, items)
    }

    /// The box with the problem.
    fn head(&self, x: f64, y: f64, width: f64, height: f64, pad: f64, words: Vec<Broken>) -> Item {
        let rect = Shape::Rect { x, y, width, height, radius: self.sizes.heading.size * 0.43 };
        let words = Text {
            ground: Ink::Wash,
            rtl: text::reads_rtl(&self.causes.problem, self.options.rtl()),
            ..Text::block(words, self.sizes.problem, Ink::Ink, x + pad, y + pad, Align::Left)
        };
        let items = vec![Mark::filled(rect, Ink::Wash).edged(Ink::Ink, self.bone_width()).into(), words.into()];
        Item::Group(Group::of("problem", items))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::causes::{FishboneCause, MOST_CAUSES};
    use super::super::laws::{any_text, check};
    use super::super::signs::CauseStatus;
    use super::*;
    use crate::diagram::ReadingDirection;
    use proptest::prelude::*;

    fn any_status() -> impl Strategy<Value = CauseStatus> {
        prop_oneof![
            Just(CauseStatus::Suspected),
            Just(CauseStatus::Supported),
            Just(CauseStatus::Refuted),
            Just(CauseStatus::Root)
        ]
    }

    /// Causes whose parents come from earlier in the list: `deep` of them chain, others choose freely.
    pub fn any_fishbone(most: usize) -> impl Strategy<Value = FishboneInput> {
        let cause = (any_text(), any_status(), any::<proptest::sample::Index>(), 0..10u8);
        (any_text(), prop::collection::vec(cause, 0..most), 0..10u8).prop_map(|(problem, causes, deep)| {
            let causes = causes
                .into_iter()
                .enumerate()
                .map(|(i, (text, status, parent, dice))| {
                    let parent = match dice {
                        _ if i == 0 => None,
                        _ if dice < deep => Some(i - 1),
                        9 | 8 => None,
                        _ => Some(parent.index(i)),
                    };
                    FishboneCause { id: format!("c{i}"), text, status, parent: parent.map(|p| format!("c{p}")) }
                })
                .collect();
            FishboneInput { problem, causes }
        })
    }

    pub fn any_options() -> impl Strategy<Value = PictureOptions> {
        (prop_oneof![240.0..4000.0_f64, 240.0..800.0_f64], 8.0..40.0_f64, any::<bool>()).prop_map(
            |(width, text_size, rtl)| PictureOptions {
                width: Some(width),
                text_size: Some(text_size),
                direction: if rtl { ReadingDirection::Rtl } else { ReadingDirection::Ltr },
                ..Default::default()
            },
        )
    }

    fn holds(input: &FishboneInput, options: &PictureOptions) -> std::result::Result<(), TestCaseError> {
        let scene = lay_out_fishbone(input, options).unwrap();
        let ids: Vec<&str> = input.causes.iter().map(|cause| cause.id.as_str()).collect();
        check(&scene, &ids).map_err(TestCaseError::fail)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_fishbone_keeps_every_law(input in any_fishbone(40), options in any_options()) {
            holds(&input, &options)?;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

        #[test]
        fn a_fishbone_of_hundreds_of_causes_keeps_every_law(input in any_fishbone(300), options in any_options()) {
            holds(&input, &options)?;
        }
    }

    #[test]
    fn causes_under_one_another_go_as_deep_as_there_are_causes() {
        let causes = (0..MOST_CAUSES).map(|i| FishboneCause {
            id: format!("c{i}"),
            text: "and why is that so".into(),
            parent: i.checked_sub(1).map(|p| format!("c{p}")),
            status: CauseStatus::Suspected,
        });
        let input = FishboneInput { problem: "Why".into(), causes: causes.collect() };
        for width in [240.0, 760.0] {
            let options = PictureOptions { width: Some(width), ..Default::default() };
            holds(&input, &options).unwrap();
        }
    }

    #[test]
    fn what_is_no_tree_is_refused_with_its_place() {
        let read = |causes: &str| {
            let input = serde_json::from_str(&format!(r#"{{"problem":"p","causes":{causes}}}"#)).unwrap();
            let error = draw_fishbone(&input, &PictureOptions::default()).unwrap_err();
            (error.code(), error.path.clone())
        };
        let loops = r#"[{"id":"a","text":"a","parent":"b"},{"id":"b","text":"b","parent":"a"},{"id":"c","text":"c"}]"#;
        assert_eq!(read(loops), ("cause/loop", "causes.0.parent".into()));
        assert_eq!(read(r#"[{"id":"a","text":"a","parent":"x"}]"#), ("plan/unknown-id", "causes.0.parent".into()));
        assert_eq!(
            read(r#"[{"id":"a","text":"a"},{"id":"a","text":"b"}]"#),
            ("plan/duplicate-id", "causes.1.id".into())
        );
    }

    #[test]
    fn options_out_of_range_are_refused() {
        let input = FishboneInput { problem: "p".into(), causes: vec![] };
        let refuse = |options: &str| {
            let options: PictureOptions = serde_json::from_str(options).unwrap();
            draw_fishbone(&input, &options).unwrap_err().code()
        };
        assert_eq!(refuse(r#"{"width":239}"#), "input/bad-number");
        assert_eq!(refuse(r#"{"width":4001}"#), "input/bad-number");
        assert_eq!(refuse(r#"{"textSize":400}"#), "input/bad-number");
        assert_eq!(refuse(r#"{"idPrefix":"a b"}"#), "input/bad-field");
        let nan = PictureOptions { width: Some(f64::NAN), ..Default::default() };
        assert_eq!(draw_fishbone(&input, &nan).unwrap_err().code(), "input/bad-number");
    }
}
