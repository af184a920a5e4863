//! Letters and their cases for reading words, by the blocks of Unicode. The standard library's tables know every letter
//! of every script, and weigh eight kilobytes compressed.

/// The small letter, in Latin, Greek and Cyrillic; any other character as it is.
pub(crate) fn lower(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x41..=0x5a => code + 32,
        0xc0..=0xde if code != 0xd7 => code + 32,
        // Latin Extended-A goes in pairs, capital first; from 0x139 to 0x148 and from 0x179 the capitals are odd.
        0x100..=0x137 | 0x14a..=0x177 if code.is_multiple_of(2) => code + 1,
        0x139..=0x148 | 0x179..=0x17e if !code.is_multiple_of(2) => code + 1,
        0x391..=0x3a9 if code != 0x3a2 => code + 32,
        0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        _ => return c,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Whether a character belongs to a word: letters, digits and the marks that sit on them, and no punctuation, symbol or
/// emoji. Beyond ASCII it goes by blocks.
pub(crate) fn in_word(c: char) -> bool {
    match c as u32 {
        0..=0x7f => c.is_ascii_alphanumeric(),
        0x80..=0xbf => matches!(c, 'ª' | 'µ' | 'º'),
        0xd7 | 0xf7 => false,
        // General punctuation to dingbats and arrows; CJK punctuation; private use; half and full width forms of
        // punctuation; pictographs.
        0x2000..=0x2bff | 0x2e00..=0x2e7f | 0x3000..=0x3004 | 0x3008..=0x3020 | 0xe000..=0xf8ff => false,
        0xfe00..=0xfe6f | 0xff00..=0xff0f | 0xff1a..=0xff20 | 0xff3b..=0xff40 | 0xff5b..=0xff65 => false,
        0xfff0..=0xffff | 0x1f000..=0x1faff | 0xe0000.. => false,
        _ => !c.is_whitespace(),
    }
}

/// Whether a word is in a list. One text for a list: a pointer and a length for each word weigh more than the words.
#[inline(never)]
pub(crate) fn is_among(list: &str, between: char, word: &str) -> bool {
    list.split(between).any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_agree_with_unicode_in_the_scripts_named() {
        let blocks = (0x41..=0x17e).chain(0x391..=0x3a9).chain(0x400..=0x42f).filter(|code| *code != 0x130);
        for c in blocks.filter_map(char::from_u32).filter(|c| *c != 'ſ' && *c != 'Ÿ') {
            assert_eq!(vec![lower(c)], c.to_lowercase().collect::<Vec<_>>(), "{c}");
        }
    }

    #[test]
    fn words_are_made_of_letters_and_digits_of_any_script() {
        for c in "aZ9éßŁжΩשعक中あ한".chars() {
            assert!(in_word(c), "{c}");
        }
        for c in " \t.,;:!?'\"’“”–—…()[]{}@#%&*/×÷«»°€→✓😀、。（　".chars() {
            assert!(!in_word(c), "{c}");
        }
    }
}
