//! Every picture of the gallery, as it is drawn today. `www/public/gallery/samples.json` holds what they are drawn from.
//!
//! The snapshots are SVG files that any viewer opens. After a change that is meant, look at them, then take the new
//! ones with `INSTA_UPDATE=always cargo test --test pictures`.

use headwater::diagram::{Picture, draw};
use serde_json::Value;

const SAMPLES: &str = include_str!("../www/public/gallery/samples.json");

fn samples() -> Vec<(String, Value)> {
    let Value::Array(samples) = serde_json::from_str(SAMPLES).unwrap() else { panic!("a list of samples") };
    samples.into_iter().map(|sample| (sample["name"].as_str().unwrap().to_owned(), sample)).collect()
}

fn drawn(sample: &Value, change: impl Fn(&mut Value)) -> Picture {
    let mut options = sample["options"].clone();
    if options.is_null() {
        options = serde_json::json!({});
    }
    change(&mut options);
    draw(sample["kind"].as_str().unwrap(), &sample["input"].to_string(), &options.to_string()).unwrap()
}

#[test]
fn every_picture_looks_as_it_did() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("fixtures/pictures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, sample) in samples() {
            let picture = drawn(&sample, |_| {});
            insta::assert_binary_snapshot!(&format!("{name}.svg"), picture.svg.into_bytes());
        }
    });
}

#[test]
fn every_picture_says_in_words_what_it_shows() {
    let mut said = String::new();
    for (name, sample) in samples() {
        let Picture { title, summary, outline, table, .. } = drawn(&sample, |_| {});
        said += &format!("# {name}\n{title}\n{summary}\n");
        let mut waiting: Vec<_> = outline.iter().rev().map(|node| (0, node)).collect();
        while let Some((depth, node)) = waiting.pop() {
            said += &format!("{:depth$}- {}\n", "", node.name, depth = depth * 2);
            waiting.extend(node.children.iter().rev().map(|child| (depth + 1, child)));
        }
        for row in table.iter().take(4) {
            said += &format!("| {} |\n", row.join(" | "));
        }
        said.push('\n');
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("fixtures/pictures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("words", said));
}

#[test]
fn every_picture_is_sound_xml_in_every_theme_and_direction() {
    for (name, sample) in samples() {
        for theme in ["light", "dark", "contrast", "print"] {
            for (direction, width) in [("ltr", 340.0), ("rtl", 760.0), ("ltr", 1100.0)] {
                let picture = drawn(&sample, |options| {
                    options["theme"] = theme.into();
                    options["direction"] = direction.into();
                    options["width"] = width.into();
                });
                let document =
                    roxmltree::Document::parse(&picture.svg).unwrap_or_else(|error| panic!("{name}: {error}"));
                let root = document.root_element();
                assert_eq!(root.tag_name().name(), "svg");
                let words =
                    |tag: &str| root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)));
                assert!(words("title").and_then(|title| title.text()).is_some_and(|title| !title.is_empty()), "{name}");
                assert!(words("desc").and_then(|desc| desc.text()).is_some_and(|desc| !desc.is_empty()), "{name}");
                for node in document.descendants().filter(roxmltree::Node::is_element) {
                    assert!(!matches!(node.tag_name().name(), "script" | "style" | "foreignObject" | "image" | "img"));
                    let bad = |name: &str| name.starts_with("on") || matches!(name, "style" | "href" | "src");
                    assert!(!node.attributes().any(|attribute| bad(attribute.name())), "{name}");
                }
            }
        }
    }
}
