//! Recognises what people paste or upload in place of a CSV file, so that the refusal can name it.

use crate::error::{ErrorKind, Result};

/// How other formats begin, in lower case, and what to say about them.
const FOREIGN: &[(&str, &str)] = &[
    ("pk\u{3}\u{4}", "it is a workbook or another zip archive"),
    ("\u{d0}\u{cf}\u{11}\u{e0}", "it is an Excel workbook of the older kind"),
    ("%pdf", "it is a PDF document; ask for the same report as CSV"),
    ("{\\rtf", "it is a text document (RTF)"),
    ("<!doctype", WEB_PAGE),
    ("<html", WEB_PAGE),
    ("<head", WEB_PAGE),
    ("<body", WEB_PAGE),
    ("<!--", WEB_PAGE),
    ("<table", "it is a web page’s table that is named like a spreadsheet; open it in a spreadsheet program"),
    ("<?xml", "it is XML; open it in a spreadsheet program"),
    ("{\"", JSON),
    ("[{", JSON),
    ("[[", JSON),
];
const WEB_PAGE: &str = "it is a web page, perhaps the sign-in page that stood before the report";
const JSON: &str = "it is JSON, not rows and columns";

/// How many characters are looked at to tell text from bytes that were read as text.
const SAMPLE: usize = 2_000;

/// Refuses text that is another format, or no text at all.
pub(super) fn refuse_foreign(text: &str) -> Result<()> {
    let start: String = text.trim_start().chars().take(16).collect::<String>().to_ascii_lowercase();
    let reason = FOREIGN.iter().find(|(opening, _)| start.starts_with(opening)).map(|(_, reason)| *reason);
    let reason = reason.or_else(|| {
        if text.contains('\0') {
            return Some("it holds NUL characters, as “Unicode text” (UTF-16) and binary files do");
        }
        let (mut all, mut controls, mut lost) = (0, 0, 0);
        for character in text.chars().take(SAMPLE) {
            all += 1;
            controls += usize::from(character.is_control() && !matches!(character, '\t' | '\r' | '\n'));
            lost += usize::from(character == char::REPLACEMENT_CHARACTER);
        }
        // Lossy decoding turns about half of a binary file into replacement characters; accents of another
        // encoding stay far below a fifth of any real text.
        let binary = (controls > 2 && controls * 50 > all) || (lost > 2 && lost * 5 > all);
        binary.then_some("it is not text")
    });
    match reason {
        Some(reason) => Err(ErrorKind::CsvBroken { reason: reason.to_owned() }.into()),
        None => Ok(()),
    }
}
