//! Slips of the keyboard, for training and for measuring how readings bear them: two neighbouring letters change
//! places, or a letter is lost or doubled. Which, is drawn from the text itself, so it is always the same.

/// The text with a slip in about one word of `every`, at least one.
pub fn slip(text: &str, every: u32) -> String {
    let mut state =
        text.bytes().fold(0x811c_9dc5_u32, |state, byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut draw = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % below.max(1)
    };
    let words: Vec<&str> = text.split(' ').collect();
    let long = |word: &str| word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
    let candidates: Vec<usize> = (0..words.len()).filter(|&at| long(words[at])).collect();
    let count = if every == u32::MAX { 1 } else { words.len() / every as usize + 1 };
    let mut slipped: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    for _ in 0..count.min(candidates.len()) {
        let at = candidates[draw(candidates.len())];
        let mut letters: Vec<char> = words[at].chars().collect();
        let place = 1 + draw(letters.len() - 2);
        match draw(3) {
            0 => letters.swap(place, place + 1),
            1 => drop(letters.remove(place)),
            _ => letters.insert(place, letters[place]),
        }
        slipped[at] = letters.into_iter().collect();
    }
    slipped.join(" ")
}
