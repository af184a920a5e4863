//! The tree of whys: from a problem to its causes, and from each cause to what lies behind it, one “why?” a column.

use super::causes::{Causes, FishboneInput};
use super::ladder::{Rung, draw_ladder};
use super::layers::{Layers, Look, Node};
use super::scene::Scene;
use super::text::Face;
use super::{Picture, PictureOptions};
use crate::Result;

/// Draws a tree of whys from the same input as a fishbone. Where its columns do not fit the width, it becomes an
/// indented list.
///
/// # Errors
///
/// Those of [`draw_fishbone`](super::draw_fishbone).
///
/// ```
/// use headwater::diagram::{FishboneInput, PictureOptions, draw_whys};
///
/// let input: FishboneInput = serde_json::from_str(r#"{
///     "problem": "61 of 412 students miss more than 10 % of days",
///     "causes": [
///         { "id": "c1", "text": "Bus 14 arrives after the bell" },
///         { "id": "c2", "text": "No relief driver on Mondays", "parent": "c1", "status": "supported" }
///     ]
/// }"#).unwrap();
/// let picture = draw_whys(&input, &PictureOptions::default())?;
/// assert_eq!(picture.outline[0].children[0].children[0].name, "No relief driver on Mondays, supported");
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_whys(input: &FishboneInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_whys(input, options)?, options)
}

/// Lays a tree of whys out, without drawing it. Errors are those of [`draw_whys`].
pub fn lay_out_whys(input: &FishboneInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    let causes = Causes::read(input, options)?;
    let mut deepest = 0;
    for &top in &causes.tree.tops {
        causes.tree.walk(top, &mut |_, depth| deepest = deepest.max(depth + 1));
    }
    let mut items = Vec::new();
    let bottom = if deepest > 0 && Layers::fits(deepest + 1, width, size) {
        in_columns(&causes, deepest, (width, size), options).draw(&mut items)
    } else {
        let mut rungs = Vec::new();
        for &top in &causes.tree.tops {
            causes.tree.walk(top, &mut |cause, level| {
                let cause = &causes.list[cause];
                rungs.push(Rung {
                    role: "cause",
                    entity: Some(cause.id.to_owned()),
                    look: Look::Cause(cause.status),
                    words: cause.words.clone(),
                    note: String::new(),
                    level,
                });
            });
        }
        draw_ladder(("problem", &causes.problem), &rungs, (width, size), options, &mut items)
    };
    let margin = size * 16.0 / 14.0;
    let below = (margin, bottom + margin * 1.5, width - margin);
    let bottom = causes.draw_key(Face::regular(size * 12.0 / 14.0), below, &mut items).unwrap_or(bottom);
    Ok(causes.scene(("picture-whys-title", "picture-whys-summary"), width, bottom + margin, items))
}

/// The problem in the first column, and a column for each why.
fn in_columns<'a>(
    causes: &Causes<'_>,
    deepest: usize,
    (width, size): (f64, f64),
    options: &'a PictureOptions,
) -> Layers<'a> {
    let problem =
        Node { role: "problem", entity: None, look: Look::Head, words: causes.problem.clone(), note: String::new() };
    let mut nodes = vec![problem];
    nodes.extend(causes.list.iter().map(|cause| Node {
        role: "cause",
        entity: Some(cause.id.to_owned()),
        look: Look::Cause(cause.status),
        words: cause.words.clone(),
        note: String::new(),
    }));
    let mut columns = vec![vec![0]];
    columns.resize_with(deepest + 1, Vec::new);
    let mut links = Vec::new();
    for &top in &causes.tree.tops {
        causes.tree.walk(top, &mut |cause, depth| {
            columns[depth + 1].push(cause + 1);
            links.push((causes.tree.parents[cause].map_or(0, |parent| parent + 1), cause + 1));
        });
    }
    let mut headings = vec![options.word("picture-problem").to_owned()];
    headings.resize(deepest + 1, options.word("picture-why").to_owned());
    Layers { options, width, size, nodes, columns, links, headings }
}

#[cfg(test)]
mod tests {
    use super::super::fishbone::tests::{any_fishbone, any_options};
    use super::super::laws::check;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

        #[test]
        fn a_tree_of_hundreds_of_whys_keeps_every_law(input in any_fishbone(300), options in any_options()) {
            let scene = lay_out_whys(&input, &options).unwrap();
            let ids: Vec<&str> = input.causes.iter().map(|cause| cause.id.as_str()).collect();
            check(&scene, &ids).map_err(TestCaseError::fail)?;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_tree_of_whys_keeps_every_law(input in any_fishbone(60), options in any_options()) {
            let scene = lay_out_whys(&input, &options).unwrap();
            let ids: Vec<&str> = input.causes.iter().map(|cause| cause.id.as_str()).collect();
            check(&scene, &ids).map_err(TestCaseError::fail)?;
        }
    }
}
