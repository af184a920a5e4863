//! The driver diagram: an aim, the primary drivers it needs, the secondary drivers where one can act, and the ideas.

use super::inputs::{DriversInput, PictureId};
use super::ladder::{Rung, draw_ladder};
use super::layers::{Layers, Look, Node};
use super::scene::{OutlineNode, Scene, Told};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::theory::DriverKind;
use crate::{ErrorKind, Result};

/// Draws a driver diagram: columns from the aim to the ideas, or an indented list where columns do not fit.
///
/// # Errors
///
/// `plan/duplicate-id` and `plan/unknown-id` for ids, `driver/bad-link` when a driver serves what it cannot,
/// `input/too-large` and `input/text-too-long` past the limits, and those of [`PictureOptions`].
///
/// ```
/// use headwater::diagram::{DriversInput, Input, PictureOptions, draw_drivers};
///
/// let input = DriversInput::from_json(r#"{
///     "aim": "Chronic absence below 8 % by June",
///     "drivers": [
///         { "id": "p1", "kind": "primary", "text": "Students can get here on time" },
///         { "id": "s1", "kind": "secondary", "text": "Buses arrive before the bell", "serves": ["p1"] }
///     ],
///     "ideas": [{ "id": "i1", "text": "Start route 14 ten minutes earlier", "serves": ["s1"] }]
/// }"#)?;
/// let picture = draw_drivers(&input, &PictureOptions::default())?;
/// assert_eq!(picture.table[4][1], "Start route 14 ten minutes earlier");
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn draw_drivers(input: &DriversInput, options: &PictureOptions) -> Result<Picture> {
    Picture::of(lay_out_drivers(input, options)?, options)
}

/// Lays a driver diagram out, without drawing it. Errors are those of [`draw_drivers`].
pub fn lay_out_drivers(input: &DriversInput, options: &PictureOptions) -> Result<Scene> {
    let width = options.picture_width()?;
    let size = options.label_size(width)?;
    let theory = Theory::read(input, options)?;
    let mut items = Vec::new();
    let columns = theory.columns();
    let bottom = if columns.len() > 1 && Layers::fits(columns.len(), width, size) {
        theory.in_columns(columns, (width, size)).draw(&mut items)
    } else {
        draw_ladder(("aim", &theory.aim), &theory.rungs(), (width, size), options, &mut items)
    };
    let count = |rank: Rank| theory.parts.iter().filter(|part| part.rank == rank).count().to_string();
    let [primary, secondary, ideas] = [Rank::Primary, Rank::Secondary, Rank::Idea].map(count);
    let args = [("primary", primary.as_str()), ("secondary", &secondary), ("ideas", &ideas)];
    let told = Told {
        title: options.sentence("picture-drivers-title", &[("aim", &theory.aim)]),
        summary: options.sentence("picture-drivers-summary", &args),
        outline: theory.outline(),
        table: theory.table(),
    };
    Ok(told.scene(options.rtl(), (width, bottom + size * 16.0 / 14.0), items))
}

#[derive(Clone, Copy, PartialEq)]
enum Rank {
    Primary,
    Secondary,
    Idea,
}

impl Rank {
    fn key(self) -> &'static str {
        match self {
            Self::Primary => "picture-primary",
            Self::Secondary => "picture-secondary",
            Self::Idea => "picture-idea",
        }
    }

    fn role(self) -> &'static str {
        if self == Self::Idea { "idea" } else { "driver" }
    }

    fn look(self) -> Look {
        match self {
            Self::Primary => Look::Boxed(Ink::Ink),
            Self::Secondary => Look::Boxed(Ink::Edge),
            Self::Idea => Look::Dot,
        }
    }
}

/// A driver or an idea, ready to be drawn.
struct Part<'a> {
    id: &'a str,
    rank: Rank,
    words: String,
    owner: String,
    /// Which parts it serves.
    serves: Vec<usize>,
}

/// An aim and all that serves it.
struct Theory<'a> {
    aim: String,
    parts: Vec<Part<'a>>,
    options: &'a PictureOptions,
}

impl<'a> Theory<'a> {
    fn read(input: &'a DriversInput, options: &'a PictureOptions) -> Result<Self> {
        input.hold()?;
        let aim = options.said(&input.aim, "picture-no-aim").map_err(|error| error.within("aim"))?;
        let mut theory = Self { aim, parts: Vec::new(), options };
        for (row, driver) in input.drivers.iter().enumerate() {
            let rank = if driver.kind == DriverKind::Primary { Rank::Primary } else { Rank::Secondary };
            let at = ("drivers", row);
            theory.add(input, at, rank, (&driver.id, &driver.text, &driver.owner, &driver.serves))?;
        }
        for (row, idea) in input.ideas.iter().enumerate() {
            theory.add(input, ("ideas", row), Rank::Idea, (&idea.id, &idea.text, "", &idea.serves))?;
        }
        Ok(theory)
    }

    fn add(
        &mut self,
        input: &DriversInput,
        (table, row): (&'static str, usize),
        rank: Rank,
        (id, text, owner, serves): (&'a str, &str, &str, &[PictureId]),
    ) -> Result<()> {
        let at = |error: crate::Error| error.within(row).within(table);
        let words = self.options.said(text, "picture-blank").map_err(|error| at(error.within("text")))?;
        let owner = self.options.checked(owner).map_err(|error| at(error.within("owner")))?;
        let mut served = Vec::new();
        for (i, id) in serves.iter().enumerate() {
            let there = input.drivers.iter().position(|known| known.id == *id);
            let unknown = || ErrorKind::UnknownId { table: "drivers", id: id.to_string() };
            let Some(there) = there else { return Err(at(unknown().at(i.to_string()).within("serves"))) };
            // A primary driver serves the aim alone, a secondary one primary ones.
            let fine =
                rank == Rank::Idea || (rank == Rank::Secondary && input.drivers[there].kind == DriverKind::Primary);
            if !fine {
                return Err(at(ErrorKind::DriverLoop.at("serves")));
            }
            if !served.contains(&there) {
                served.push(there);
            }
        }
        self.parts.push(Part { id, rank, words, owner, serves: served });
        Ok(())
    }

    /// The ranks that have a column.
    fn columns(&self) -> Vec<Rank> {
        let has = |rank: &Rank| self.parts.iter().any(|part| part.rank == *rank);
        [Rank::Primary, Rank::Secondary, Rank::Idea].into_iter().filter(has).collect()
    }

    fn owner(&self, part: &Part<'_>) -> String {
        if part.owner.is_empty() {
            return String::new();
        };
        self.options.sentence("picture-owner", &[("owner", &part.owner)])
    }

    fn in_columns(&self, ranks: Vec<Rank>, (width, size): (f64, f64)) -> Layers<'a> {
        let word = |key| self.options.word(key).to_owned();
        let aim = Node { role: "aim", entity: None, look: Look::Head, words: self.aim.clone(), note: String::new() };
        let mut nodes = vec![aim];
        let mut columns = vec![vec![0]];
        columns.extend(ranks.iter().map(|rank| {
            let of_rank = self.parts.iter().enumerate().filter(|(_, part)| part.rank == *rank);
            of_rank.map(|(row, _)| row + 1).collect()
        }));
        nodes.extend(self.parts.iter().map(|part| Node {
            role: part.rank.role(),
            entity: Some(part.id.to_owned()),
            look: part.rank.look(),
            words: part.words.clone(),
            note: self.owner(part),
        }));
        let mut links = Vec::new();
        for (row, part) in self.parts.iter().enumerate() {
            let place = |rank: Rank| ranks.iter().position(|other| *other == rank).map_or(0, |at| at + 1);
            let serves: Vec<usize> = part.serves.iter().map(|row| row + 1).collect();
            let serves = if part.rank == Rank::Primary { vec![0] } else { serves };
            for server in serves {
                let from = server.checked_sub(1).and_then(|row| self.parts.get(row)).map_or(0, |part| place(part.rank));
                // A link past a column has a place there.
                let mut last = server;
                for column in columns.iter_mut().take(place(part.rank)).skip(from + 1) {
                    column.push(nodes.len());
                    links.push((last, nodes.len()));
                    last = nodes.len();
                    let (words, note) = (String::new(), String::new());
                    nodes.push(Node { role: "", entity: None, look: Look::Passing, words, note });
                }
                links.push((last, row + 1));
            }
        }
        let mut headings = vec![word("picture-aim")];
        headings.extend(ranks.iter().map(|rank| match rank {
            Rank::Primary => word("picture-primaries"),
            Rank::Secondary => word("picture-secondaries"),
            Rank::Idea => word("picture-ideas"),
        }));
        Layers { options: self.options, width, size, nodes, columns, links, headings }
    }

    /// The parts under the first that each serves, parents first, with their depth; then those that serve nothing.
    fn nested(&self) -> Vec<(usize, usize)> {
        let under = |parent: usize| {
            self.parts
                .iter()
                .enumerate()
                .filter(move |(_, part)| part.serves.first() == Some(&parent))
                .map(|(row, _)| row)
        };
        let mut out = Vec::new();
        let tops = self.parts.iter().enumerate().filter(|(_, part)| part.serves.is_empty());
        for (top, _) in tops {
            out.push((top, 0));
            for middle in under(top) {
                out.push((middle, 1));
                out.extend(under(middle).map(|leaf| (leaf, 2)));
            }
        }
        out
    }

    fn rungs(&self) -> Vec<Rung> {
        let rungs = self.nested().into_iter().filter_map(|(row, level)| {
            let part = self.parts.get(row)?;
            Some(Rung {
                role: part.rank.role(),
                entity: Some(part.id.to_owned()),
                look: part.rank.look(),
                words: part.words.clone(),
                note: self.beside(part).join(" · "),
                level,
            })
        });
        rungs.collect()
    }

    /// What is said of a part beside its words: who owns it, and what else it serves than the one it stands under.
    fn beside(&self, part: &Part<'_>) -> Vec<String> {
        let mut beside = vec![self.owner(part)];
        let others: Vec<&str> =
            part.serves.iter().skip(1).filter_map(|&row| Some(self.parts.get(row)?.words.as_str())).collect();
        if !others.is_empty() {
            beside.push(self.options.sentence("picture-also", &[("others", &others.join("; "))]));
        }
        beside.retain(|words| !words.is_empty());
        beside
    }

    fn outline(&self) -> Vec<OutlineNode> {
        let mut rows = self.nested().into_iter().map(|(row, level)| {
            let part = &self.parts[row];
            let mut name = vec![part.words.clone(), self.options.word(part.rank.key()).to_owned()];
            name.extend(self.beside(part));
            (level, OutlineNode::leaf(Some(part.id), name.join(", ")))
        });
        OutlineNode::nest(self.aim.clone(), &mut rows)
    }

    fn table(&self) -> Vec<Vec<String>> {
        let word = |key| self.options.word(key).to_owned();
        let head = ["picture-rank", "picture-words", "picture-serves", "picture-owned"];
        let mut rows =
            vec![head.map(word).into(), vec![word("picture-aim"), self.aim.clone(), String::new(), String::new()]];
        for part in &self.parts {
            let serves: Vec<&str> = match part.rank {
                Rank::Primary => vec![&self.aim],
                _ => part.serves.iter().filter_map(|&row| Some(self.parts.get(row)?.words.as_str())).collect(),
            };
            rows.push(vec![word(part.rank.key()), part.words.clone(), serves.join("; "), part.owner.clone()]);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::super::fishbone::tests::any_options;
    use super::super::inputs::{DriverBox, IdeaMark, Input};
    use super::super::laws::{any_text, check};
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;
    use std::collections::BTreeMap;

    fn any_drivers(most: usize) -> impl Strategy<Value = DriversInput> {
        let driver =
            (any_text(), any::<bool>(), prop::collection::vec(any::<Index>(), 0..4), prop::option::of(any_text()));
        let idea = (any_text(), prop::collection::vec(any::<Index>(), 0..3));
        let parts = (prop::collection::vec(driver, 0..most), prop::collection::vec(idea, 0..most * 2));
        (any_text(), parts).prop_map(|(aim, (drivers, ideas))| {
            let primary: Vec<usize> = (0..drivers.len()).filter(|&i| drivers[i].1).collect();
            let pick = |from: &[usize], serves: &[Index]| -> Vec<PictureId> {
                let picked = serves.iter().filter(|_| !from.is_empty()).map(|index| from[index.index(from.len())]);
                picked.map(|row| format!("d{row}").as_str().into()).collect()
            };
            let all: Vec<usize> = (0..drivers.len()).collect();
            let ideas = ideas.iter().enumerate().map(|(i, (text, serves))| IdeaMark {
                id: format!("i{i}").as_str().into(),
                text: text.as_str().into(),
                serves: pick(&all, serves),
                ..IdeaMark::default()
            });
            let drivers = drivers.iter().enumerate().map(|(i, (text, is_primary, serves, owner))| DriverBox {
                id: format!("d{i}").as_str().into(),
                kind: if *is_primary { DriverKind::Primary } else { DriverKind::Secondary },
                text: text.as_str().into(),
                serves: if *is_primary { Vec::new() } else { pick(&primary, serves) },
                owner: owner.as_deref().unwrap_or_default().into(),
                ..DriverBox::default()
            });
            let (aim, drivers, ideas) = (aim.as_str().into(), drivers.collect(), ideas.collect());
            DriversInput { aim, drivers, ideas, ..DriversInput::default() }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_driver_diagram_keeps_every_law(input in any_drivers(24), options in any_options()) {
            holds(&input, &options)?;
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

        #[test]
        fn a_driver_diagram_of_hundreds_of_nodes_keeps_every_law(input in any_drivers(100), options in any_options()) {
            holds(&input, &options)?;
        }
    }

    fn holds(input: &DriversInput, options: &PictureOptions) -> std::result::Result<(), TestCaseError> {
        let scene = lay_out_drivers(input, options).unwrap();
        let ids = input.drivers.iter().map(|d| &*d.id).chain(input.ideas.iter().map(|i| &*i.id));
        check(&scene, &ids.collect::<Vec<_>>()).map_err(TestCaseError::fail)
    }

    #[test]
    fn a_driver_serves_only_what_it_may() {
        let refuse = |drivers: &str| {
            let input = DriversInput::from_json(&format!(r#"{{"aim":"a","drivers":{drivers}}}"#)).unwrap();
            let error = draw_drivers(&input, &PictureOptions::default()).unwrap_err();
            (error.code(), error.path.clone())
        };
        let primary =
            r#"[{"id":"a","kind":"primary","text":"a"},{"id":"b","kind":"primary","text":"b","serves":["a"]}]"#;
        assert_eq!(refuse(primary), ("driver/bad-link", "drivers.1.serves".into()));
        let itself = r#"[{"id":"a","kind":"secondary","text":"a","serves":["a"]}]"#;
        assert_eq!(refuse(itself), ("driver/bad-link", "drivers.0.serves".into()));
        let nobody = r#"[{"id":"a","kind":"secondary","text":"a","serves":["x"]}]"#;
        assert_eq!(refuse(nobody), ("plan/unknown-id", "drivers.0.serves.0".into()));
    }

    #[test]
    fn links_that_could_be_untangled_do_not_cross() {
        let input = DriversInput::from_json(
            r#"{"aim":"aim","drivers":[
                {"id":"p1","kind":"primary","text":"p1"},{"id":"p2","kind":"primary","text":"p2"},
                {"id":"s1","kind":"secondary","text":"s1","serves":["p2"]},
                {"id":"s2","kind":"secondary","text":"s2","serves":["p1","p2"]},
                {"id":"s3","kind":"secondary","text":"s3","serves":["p1"]}]}"#,
        )
        .unwrap();
        let scene = lay_out_drivers(&input, &PictureOptions::default()).unwrap();
        let mut heights = BTreeMap::new();
        scene.visit(&mut |groups, item| {
            if let (Some(id), super::super::scene::Item::Text(text)) =
                (groups[0..].last().and_then(|g| g.entity.clone()), item)
            {
                heights.insert(id, text.lines[0].y);
            }
        });
        assert!(heights["s3"] < heights["s2"] && heights["s2"] < heights["s1"]);
    }
}
