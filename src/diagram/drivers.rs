//! The driver diagram: an aim, the primary drivers it needs, the secondary drivers where one can act, and the ideas.

use super::cause_tree::first_repeated;
use super::ladder::{Rung, draw_ladder};
use super::layers::{Layers, Look, Node};
use super::scene::{OutlineNode, Scene};
use super::theme::Ink;
use super::{Picture, PictureOptions};
use crate::{ErrorKind, Result};
use serde::Deserialize;

/// The most drivers, and the most ideas.
const MOST: usize = 300;

/// What a driver diagram shows.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct DriversInput {
    /// The aim.
    #[serde(default)]
    pub aim: String,
    /// The drivers, at most 300.
    #[serde(default)]
    pub drivers: Vec<DriverBox>,
    /// The ideas, at most 300.
    #[serde(default)]
    pub ideas: Vec<IdeaMark>,
}

/// One driver.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct DriverBox {
    /// Its id.
    pub id: String,
    /// Primary drivers serve the aim, secondary drivers serve primary ones.
    pub kind: DriverKind,
    /// What it says.
    pub text: String,
    /// Ids of the primary drivers that a secondary one serves.
    #[serde(default)]
    pub serves: Vec<String>,
    /// Who owns it.
    #[serde(default)]
    pub owner: Option<String>,
}

/// The rank of a driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DriverKind {
    /// Serves the aim.
    Primary,
    /// Serves primary drivers.
    Secondary,
}

/// One change idea.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct IdeaMark {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Ids of the drivers it serves.
    #[serde(default)]
    pub serves: Vec<String>,
}

/// Draws a driver diagram: columns from the aim to the ideas, or an indented list where columns do not fit.
///
/// # Errors
///
/// `plan/duplicate-id` and `plan/unknown-id` for ids, `driver/bad-link` when a driver serves what it cannot,
/// `input/too-large` and `input/text-too-long` past the limits, and those of [`PictureOptions`].
///
/// ```
/// use headwater::diagram::{DriversInput, PictureOptions, draw_drivers};
///
/// let input: DriversInput = serde_json::from_str(r#"{
///     "aim": "Chronic absence below 8 % by June",
///     "drivers": [
///         { "id": "p1", "kind": "primary", "text": "Students can get here on time" },
///         { "id": "s1", "kind": "secondary", "text": "Buses arrive before the bell", "serves": ["p1"] }
///     ],
///     "ideas": [{ "id": "i1", "text": "Start route 14 ten minutes earlier", "serves": ["s1"] }]
/// }"#).unwrap();
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
    let mut scene = Scene {
        width,
        height: (bottom + size * 16.0 / 14.0).ceil(),
        rtl: false,
        title: options.sentence("picture-drivers-title", &[("aim", &theory.aim)]),
        summary: options.sentence("picture-drivers-summary", &args),
        items,
        outline: theory.outline(),
        table: theory.table(),
    };
    if options.rtl() {
        scene.mirror();
    }
    Ok(scene)
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
        for (what, size, path) in [("drivers", input.drivers.len(), "drivers"), ("ideas", input.ideas.len(), "ideas")] {
            if size > MOST {
                return Err(ErrorKind::TooLarge { what, size, limit: MOST }.at(path));
            }
        }
        let aim = options.said(&input.aim, "picture-no-aim").map_err(|error| error.within("aim"))?;
        let drivers: Vec<&str> = input.drivers.iter().map(|driver| driver.id.as_str()).collect();
        let ideas: Vec<&str> = input.ideas.iter().map(|idea| idea.id.as_str()).collect();
        for (table, ids) in [("drivers", &drivers), ("ideas", &ideas)] {
            if let Some(row) = first_repeated(ids) {
                let id = ids[row].to_owned();
                return Err(ErrorKind::DuplicateId { table, id }.at(format!("{table}.{row}.id")));
            }
        }
        let mut parts = Vec::new();
        let served = |serves: &[String], path: &str| -> Result<Vec<usize>> {
            let mut rows = Vec::new();
            for (i, id) in serves.iter().enumerate() {
                let unknown = || ErrorKind::UnknownId { table: "drivers", id: id.clone() };
                let row = drivers
                    .iter()
                    .position(|known| known == id)
                    .ok_or_else(|| unknown().at(format!("{path}.serves.{i}")))?;
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            Ok(rows)
        };
        for (row, driver) in input.drivers.iter().enumerate() {
            let path = format!("drivers.{row}");
            let words = options.said(&driver.text, "picture-blank").map_err(|e| e.within("text").within(&path))?;
            let owner = options.checked(driver.owner.as_deref().unwrap_or_default());
            let owner = owner.map_err(|error| error.within("owner").within(&path))?;
            let serves = served(&driver.serves, &path)?;
            let primary = |row: &usize| input.drivers.get(*row).is_some_and(|d| d.kind == DriverKind::Primary);
            let (rank, fine) = match driver.kind {
                DriverKind::Primary => (Rank::Primary, serves.is_empty()),
                DriverKind::Secondary => (Rank::Secondary, serves.iter().all(primary)),
            };
            if !fine {
                return Err(ErrorKind::DriverLoop.at(format!("{path}.serves")));
            }
            parts.push(Part { id: &driver.id, rank, words, owner, serves });
        }
        for (row, idea) in input.ideas.iter().enumerate() {
            let path = format!("ideas.{row}");
            let words = options.said(&idea.text, "picture-blank").map_err(|e| e.within("text").within(&path))?;
            let serves = served(&idea.serves, &path)?;
            parts.push(Part { id: &idea.id, rank: Rank::Idea, words, owner: String::new(), serves });
        }
        Ok(Self { aim, parts, options })
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
            let others: Vec<&str> =
                part.serves.iter().skip(1).filter_map(|&row| Some(self.parts.get(row)?.words.as_str())).collect();
            let mut note = self.owner(part);
            if !others.is_empty() {
                let also = self.options.sentence("picture-also", &[("others", &others.join("; "))]);
                note = if note.is_empty() { also } else { format!("{note} · {also}") };
            }
            Some(Rung {
                role: part.rank.role(),
                entity: Some(part.id.to_owned()),
                look: part.rank.look(),
                words: part.words.clone(),
                note,
                level,
            })
        });
        rungs.collect()
    }

    fn outline(&self) -> Vec<OutlineNode> {
        let tops = (0..self.parts.len()).filter(|&row| self.parts[row].serves.is_empty());
        let children = tops.map(|row| self.outline_of(row)).collect();
        vec![OutlineNode { entity: None, name: self.aim.clone(), children }]
    }

    /// A part with those under it; what a part serves ranks above it, so this goes three deep at most.
    fn outline_of(&self, row: usize) -> OutlineNode {
        let part = &self.parts[row];
        let mut name = format!("{}, {}", part.words, self.options.word(part.rank.key()));
        let owner = self.owner(part);
        if !owner.is_empty() {
            name = format!("{name}, {owner}");
        }
        let under = (0..self.parts.len()).filter(|&other| self.parts[other].serves.first() == Some(&row));
        let children = under.map(|other| self.outline_of(other)).collect();
        OutlineNode { entity: Some(part.id.to_owned()), name, children }
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
    use super::super::laws::{any_text, check};
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;
    use std::collections::BTreeMap;

    fn any_drivers() -> impl Strategy<Value = DriversInput> {
        let driver =
            (any_text(), any::<bool>(), prop::collection::vec(any::<Index>(), 0..4), prop::option::of(any_text()));
        let idea = (any_text(), prop::collection::vec(any::<Index>(), 0..3));
        let parts = (prop::collection::vec(driver, 0..24), prop::collection::vec(idea, 0..40));
        (any_text(), parts).prop_map(|(aim, (drivers, ideas))| {
            let primary: Vec<usize> = (0..drivers.len()).filter(|&i| drivers[i].1).collect();
            let pick = |from: &[usize], serves: &[Index]| -> Vec<String> {
                let picked = serves.iter().filter(|_| !from.is_empty()).map(|index| from[index.index(from.len())]);
                picked.map(|row| format!("d{row}")).collect()
            };
            let all: Vec<usize> = (0..drivers.len()).collect();
            let ideas = ideas.iter().enumerate().map(|(i, (text, serves))| IdeaMark {
                id: format!("i{i}"),
                text: text.clone(),
                serves: pick(&all, serves),
            });
            let drivers = drivers.iter().enumerate().map(|(i, (text, is_primary, serves, owner))| DriverBox {
                id: format!("d{i}"),
                kind: if *is_primary { DriverKind::Primary } else { DriverKind::Secondary },
                text: text.clone(),
                serves: if *is_primary { Vec::new() } else { pick(&primary, serves) },
                owner: owner.clone(),
            });
            DriversInput { aim, drivers: drivers.collect(), ideas: ideas.collect() }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn a_driver_diagram_keeps_every_law(input in any_drivers(), options in any_options()) {
            let scene = lay_out_drivers(&input, &options).unwrap();
            let ids = input.drivers.iter().map(|d| d.id.as_str()).chain(input.ideas.iter().map(|i| i.id.as_str()));
            check(&scene, &ids.collect::<Vec<_>>()).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn a_driver_serves_only_what_it_may() {
        let refuse = |drivers: &str| {
            let input = serde_json::from_str(&format!(r#"{{"aim":"a","drivers":{drivers}}}"#)).unwrap();
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
        let input: DriversInput = serde_json::from_str(
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
