//! Whether a text looks like English: cheap, and wrong only on the side of reading.

use super::words::Word;
use crate::letters::is_among;

/// Words that hold English sentences together and that other languages in Latin script hardly use, and words a
/// school writes in English.
const FUNCTION_WORDS: &str = "\
    school student students teacher teachers kids week weeks year years today be could would any some become \
    were had did than then new about after all and are at because been but by can do does every for from get \
    has have help how if is it just keep more my need no not of on or our out she should so still that the \
    their them there they this to up us want was we what when which who why will with you your";

/// Fewer words than this say too little about their language.
const ENOUGH_WORDS: usize = 6;

/// Whether most letters are of the Latin script.
pub(super) fn mostly_latin(text: &str) -> bool {
    let letters = text.chars().filter(|c| !c.is_ascii_digit() && crate::letters::in_word(*c));
    let (latin, other) =
        letters.fold(
            (0usize, 0usize),
            |(latin, other), c| {
                if c <= '\u{24f}' { (latin + 1, other) } else { (latin, other + 1) }
            },
        );
    latin >= other
}

/// Whether a tenth of the words are small English ones. Notes drop many of these, but seldom nine in ten.
pub(super) fn leans_on_english(words: &[Word]) -> bool {
    let leaning = words.iter().filter(|word| is_among(FUNCTION_WORDS, ' ', &word.text)).count();
    words.len() < ENOUGH_WORDS || leaning * 10 >= words.len()
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn other_languages_and_scripts_are_told_apart_from_terse_english() {
        let looks = |text: &str| mostly_latin(text) && leans_on_english(&words(text));
        assert!(looks("attendance stuck at 81 since october. tried calls home, still nothing"));
        assert!(looks("Algebra."));
        assert!(!looks("Nuestra asistencia sigue bajando y nadie sabe por qué ocurre en octavo grado"));
        assert!(!looks("Unsere Schule hat ein großes Problem mit der Anwesenheit im achten Jahrgang"));
        assert!(!looks("学校の出席率が下がり続けている"));
        assert!(!looks("Посещаемость падает третий год подряд, и мы не знаем почему"));
    }
}
