//! A text as plain words, each with its place: lower case, contractions written out, punctuation gone. So case, smart
//! quotes, punctuation and a missing apostrophe make no difference to what is read.

/// One plain word and the UTF-16 span it came from. The two words of a contraction share one span.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub text: String,
    pub span: (usize, usize),
    /// Whether it opens a clause: a mark or a new line stands before it.
    pub opens: bool,
}

/// The words of `text`, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut word = String::new();
    let mut opens = true;
    let (mut start, mut end, mut at) = (0, 0, 0);
    for c in text.chars() {
        let next = at + c.len_utf16();
        if crate::letters::in_word(c) {
            if word.is_empty() {
                start = at;
            }
            word.extend(Some(crate::letters::lower(c)).filter(|c| !joins(*c)));
            end = next;
        } else if !word.is_empty() && joins(c) {
            // A mark belongs to its letter, so a quote keeps it; an apostrophe counts once a letter follows.
            if !is_apostrophe(c) {
                end = next;
            }
        } else {
            close(&mut word, (start, end), &mut opens, &mut out);
            opens |= matches!(c, '.' | '!' | '?' | ';' | ':' | ',' | '–' | '—' | '\n');
        }
        at = next;
    }
    close(&mut word, (start, end), &mut opens, &mut out);
    out
}

fn close(word: &mut String, span: (usize, usize), opens: &mut bool, out: &mut Vec<Word>) {
    if word.is_empty() {
        return;
    }
    let mut pairs = CONTRACTIONS.split('|').filter_map(|pair| pair.split_once('='));
    match pairs.find(|(short, _)| short == word) {
        Some((_, long)) => {
            out.extend(long.split(' ').map(|text| Word { text: text.to_owned(), span, opens: std::mem::take(opens) }))
        }
        // All numbers are alike: which number it is says nothing of the Job.
        None if word.starts_with(|c: char| c.is_ascii_digit()) => {
            out.push(Word { text: "0".to_owned(), span, opens: std::mem::take(opens) });
        }
        None => out.push(Word { text: word.clone(), span, opens: std::mem::take(opens) }),
    }
    word.clear();
}

/// Characters inside a word that are no letters: apostrophes, combining marks, invisible joiners.
fn joins(c: char) -> bool {
    is_apostrophe(c)
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '＇')
}

/// Contractions without their apostrophe. Those that are other words too (“were”, “well”, “ill”) are left alone.
const CONTRACTIONS: &str = "isnt=is not|aint=is not|arent=are not|wasnt=was not|werent=were not|dont=do not|\
    doesnt=does not|didnt=did not|cant=can not|cannot=can not|couldnt=could not|wont=will not|\
    wouldnt=would not|shouldnt=should not|havent=have not|hasnt=has not|hadnt=had not|im=i am|\
    ive=i have|weve=we have|theyve=they have|youve=you have|youre=you are|theyre=they are|\
    its=it is|thats=that is|theres=there is|whats=what is|whos=who is|nobody=no one|noone=no one";

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn quotes_case_and_punctuation_make_no_difference() {
        let expected = ["it", "is", "not", "mine", "to", "fix"];
        for text in
            ["it isn't mine to fix", "It isn’t mine – to fix!  ", "IT ISNT MINE... TO\nFIX", "«It isnʼt» mine, to fix?"]
        {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn places_are_utf16_units_and_keep_the_marks_of_their_letters() {
        let found = words("🚌🚌 ve\u{301}lo can’t’ stop");
        let spans: Vec<_> = found.iter().map(|word| (word.text.as_str(), word.span)).collect();
        assert_eq!(spans, [("velo", (5, 10)), ("can", (11, 16)), ("not", (11, 16)), ("stop", (18, 22))]);
    }
}
