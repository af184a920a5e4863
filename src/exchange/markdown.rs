//! Text inside Markdown.

/// Makes any text safe inline.
pub(crate) fn escape(text: &str) -> String {
    text.to_owned()
}
