//! Text inside Markdown.

/// Makes any text plain text within a line of Markdown: in a paragraph, a heading, a list or a cell of a table.
///
/// Nothing in it becomes HTML, a link, an image, emphasis, code, a heading, a list or a rule, by CommonMark 0.31 or by
/// the extensions of GitHub. Line breaks and runs of blanks become one blank; control characters and the invisible
/// marks that turn the direction of what follows are dropped.
#[allow(dead_code, reason = "the report of a plan is built on it")]
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    let mut blank = false;
    // Digits from the start on: "1." and "1)" begin a list.
    let mut numbering = true;
    let mut characters = text.chars().filter(|c| !is_direction(*c)).peekable();
    while let Some(c) = characters.next() {
        if c.is_control() || (c.is_whitespace() && !is_no_break(c)) {
            blank = !safe.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            safe.push(' ');
        }
        let starts = safe.is_empty();
        match c {
            // Older readers know no backslash before these.
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            _ => {
                let special = match c {
                    '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '$' | '^' => true,
                    '+' | '-' | '=' | ':' if starts => true,
                    '.' | ')' if numbering => true,
                    // Readers make links of bare addresses.
                    ':' => characters.peek() == Some(&'/'),
                    '.' => {
                        safe.len() >= 3 && safe.get(safe.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
                    }
                    _ => false,
                };
                if special {
                    safe.push('\\');
                }
                safe.push(c);
            }
        }
        numbering &= c.is_ascii_digit();
    }
    safe
}

/// Blanks at which no line is broken; they keep what stands around them together.
fn is_no_break(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Embeddings, overrides and isolates, which could reorder the rest of a line.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in [
            "",
            "Grade 9 pupils miss 61 of 412 days (14.8 %).",
            "What was tried? A call home, same day: +3 points!",
            "n = 12, a - b; 3.5 - 4.0, “quoted”, Schüler, 出席, حضور",
            "1\u{a0}234",
        ] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn what_markdown_would_read_is_taken_literally() {
        for (text, expected) in [
            ("# Heading", "\\# Heading"),
            ("- item", "\\- item"),
            ("+ item", "\\+ item"),
            ("12. item", "12\\. item"),
            ("1) item", "1\\) item"),
            (") item", "\\) item"),
            ("=====", "\\====="),
            (": definition", "\\: definition"),
            ("  \n\t# folded\r\n\r\n# lines  ", "\\# folded \\# lines"),
            ("*bold* _it_ `code` ~~gone~~", "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~gone\\~\\~"),
            ("[a](javascript:b) ![c](d)", "\\[a\\](javascript:b) !\\[c\\](d)"),
            ("<script>&lt;", "&lt;script&gt;&amp;lt;"),
            ("a | b", "a \\| b"),
            ("see https://a.b or www.a.b", "see https\\://a.b or www\\.a.b"),
            ("{{ site }} $x$", "\\{\\{ site \\}\\} \\$x\\$"),
            ("end\\", "end\\\\"),
            ("a\u{202e}b\0c\u{2028}d", "ab c d"),
        ] {
            assert_eq!(escape(text), expected, "{text:?}");
        }
    }

    /// What a reader of Markdown with every extension finds in a document, and whether it is text only.
    fn texts(markdown: &str, frame: &[&str]) -> String {
        let mut found = String::new();
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => found.push_str(&text),
                Event::Start(tag) => {
                    let name = format!("{tag:?}");
                    let known = frame.iter().any(|frame| name.starts_with(frame)) || matches!(tag, Tag::Paragraph);
                    assert!(known, "{name} in {markdown:?}");
                }
                Event::End(_) => {}
                other => panic!("{other:?} in {markdown:?}"),
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]

        #[test]
        fn any_text_is_read_back_as_text_wherever_it_stands(
            text in prop_oneof![
                any::<String>(),
                "[#*_`~<>&!|:\\-+=.)(\\[\\]{}$^\\\\/\"' \n\tax19@w]{0,24}",
                prop::collection::vec(prop::sample::select(vec![
                    "<b>", "&amp;", "&#60;", "http://", "www.", "a@b.cd", "[x]", "](y)", "1. x", "2) ", "---", "***", "===", "```", "~~~",
                    "|", "\n", " ", "    ", "\\", "[^1]", "$$", ":::", "> ", "x", "![", "<!--", "^", "==", "{#id}", "- [ ] ",
                ]), 0..12).prop_map(|bits| bits.concat()),
            ],
        ) {
            let safe = escape(&text);
            prop_assert!(!safe.contains(['\n', '\r', '<', '>']));
            // The reader drops no-break blanks at the ends as well.
            let folded: Vec<String> = text
                .split(|c: char| c.is_control() || (c.is_whitespace() && !is_no_break(c)))
                .map(|word| word.chars().filter(|c| !is_direction(*c)).collect::<String>())
                .filter(|word| !word.is_empty())
                .collect();
            let folded = folded.join(" ");
            for (frame, before, after) in [
                (&[][..], "", ""),
                (&["List", "Item"][..], "- ", ""),
                (&["List", "Item"][..], "1. ", "\n"),
                (&["Heading"][..], "## ", "\n"),
                (&["BlockQuote"][..], "> ", ""),
                (&["Strong"][..], "**Why:** ", ""),
            ] {
                let label = if before.starts_with("**") { "Why: " } else { "" };
                let found = texts(&format!("{before}{safe}{after}"), frame);
                let expected = format!("{label}{folded}");
                prop_assert_eq!(found.trim(), expected.trim(), "{}", safe);
            }
            let table = format!("| a |\n| --- |\n| {safe} |\n");
            let (found, expected) = (texts(&table, &["Table"]), format!("a{folded}"));
            prop_assert_eq!(found.trim(), expected.trim(), "{}", safe);
        }
    }
}
