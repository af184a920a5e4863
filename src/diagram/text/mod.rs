//! Text in a picture: how wide it is, and where it may be broken into lines.
//!
//! No font is at hand here, so widths come from a table that is a little generous for the usual interface faces; a
//! label then always has room. [`pieces`] is the one place that knows where a line may end.

mod tables;

use tables::{ARABIC, ARABIC_JOINED, CYRILLIC, GREEK, LATIN, MARKS, MARKS_ABOVE};

/// A size of letters in px, and whether they are semi-bold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// Size in px.
    pub size: f64,
    /// Semi-bold rather than regular.
    pub bold: bool,
}

impl Face {
    /// The regular face.
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// The semi-bold face.
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// From the top of one line to the top of the next, in px.
    pub fn line_height(self) -> f64 {
        (self.size * 1.3).round()
    }

    /// How wide a text is on one line, in px.
    pub fn width(self, text: &str) -> f64 {
        advances(text).iter().map(|(_, width)| width).sum::<f64>() * self.px()
    }

    /// Px to an em; semi-bold letters are about a twelfth wider.
    fn px(self) -> f64 {
        if self.bold { self.size * 1.08 } else { self.size }
    }
}

/// A line of a broken text, and its width in px.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// What stands on the line. Where it was broken at a space, the space ends it, so that copied text keeps it.
    pub text: String,
    /// How wide it is, without that space.
    pub width: f64,
}

/// A text fit to be drawn: white space runs together, control characters are gone, and the ligatures that stand for
/// a whole sentence are spelt out.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        // A letter carries a few marks in any language; a tower of them would run into the lines above.
        marks = if continues(c) { marks + 1 } else { 0 };
        match c {
            '\u{ad}' | '\u{fffe}' | '\u{ffff}' | '\u{feff}' => {}
            _ if c.is_whitespace() && !is_glue(c) => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if c.is_control() || (marks > 8 && c != '\u{200d}') => {}
            '\u{fdfa}' => out.push_str("صلى الله عليه وسلم"),
            '\u{fdfd}' => out.push_str("بسم الله الرحمن الرحيم"),
            _ => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Breaks a text into lines of at most `max` px. A word is broken only when it is wider than a line by itself, and a
/// character with its marks only when it alone is.
pub fn wrap(text: &str, face: Face, max: f64) -> Vec<Broken> {
    Cut::of(text, face, max).lines(max)
}

/// The same lines or as few, but of even length: the narrowest room that needs no further line.
pub fn wrap_evenly(text: &str, face: Face, max: f64) -> Vec<Broken> {
    Cut::of(text, face, max).even_lines(max)
}

/// A text cut into pieces, to be broken for one width after another.
pub struct Cut<'a> {
    pieces: Vec<Piece<'a>>,
    em: f64,
    /// The widest piece in px: no line can be narrower.
    least: f64,
}

impl<'a> Cut<'a> {
    /// Cuts a text for lines of at most `max` px.
    pub fn of(text: &'a str, face: Face, max: f64) -> Self {
        let em = face.px();
        let pieces = pieces(text, max / em);
        let least = pieces.iter().fold(0.0, |least: f64, piece| least.max(piece.width)) * em;
        Self { pieces, em, least }
    }

    /// Where lines of at most `max` px end.
    fn ends(&self, max: f64) -> Vec<usize> {
        let room = max / self.em;
        let mut ends = Vec::new();
        let (mut start, mut used, mut last_break) = (0, 0.0, None);
        for (i, piece) in self.pieces.iter().enumerate() {
            while !piece.space && i > start && used + piece.width > room {
                start = last_break.take().filter(|&end| end > start).unwrap_or(i);
                ends.push(start);
                used = self.pieces[start..i].iter().map(|p| p.width).sum();
            }
            used += piece.width;
            if piece.may_end {
                last_break = Some(i + 1);
            }
        }
        ends.push(self.pieces.len());
        ends
    }

    /// How many lines there are in `max` px.
    pub fn count(&self, max: f64) -> usize {
        if self.pieces.is_empty() { 0 } else { self.ends(max).len() }
    }

    /// The lines in `max` px.
    pub fn lines(&self, max: f64) -> Vec<Broken> {
        let mut start = 0;
        let mut lines = Vec::new();
        for end in self.ends(max) {
            let line = line(&self.pieces[start..end], self.em);
            start = end;
            if !line.text.is_empty() {
                lines.push(line);
            }
        }
        lines
    }

    /// As few lines as in `max` px, in the narrowest room that needs no more.
    pub fn even_lines(&self, max: f64) -> Vec<Broken> {
        let most = self.count(max);
        let (mut low, mut high) = ((max / 2.0).max(self.least), max);
        for _ in 0..6 {
            let middle = (low + high) / 2.0;
            if most > 1 && middle < high && self.count(middle) <= most {
                high = middle;
            } else {
                low = middle;
            }
        }
        self.lines(high)
    }
}

/// The same as [`wrap`], but no more than so many lines; what is cut off is marked with an ellipsis.
pub fn wrap_at_most(text: &str, face: Face, max: f64, most: usize) -> Vec<Broken> {
    let mut lines = wrap(text, face, max);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let cut = wrap(&last.text, face, max - face.width("…")).into_iter().next();
            let text = cut.map_or(String::new(), |line| line.text.trim_end().to_owned()) + "…";
            *last = Broken { width: face.width(&text), text };
        }
    }
    lines
}

/// The widest of some lines.
pub fn widest(lines: &[Broken]) -> f64 {
    lines.iter().fold(0.0, |widest, line| widest.max(line.width))
}

/// Whether a text reads from right to left: its first letter of a known direction says so; `otherwise` without one.
pub fn reads_rtl(text: &str, otherwise: bool) -> bool {
    for c in text.chars() {
        match c as u32 {
            0x590..=0x8ff | 0x200f | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff => {
                return true;
            }
            0x200e => return false,
            _ if is_letter(c) && !is_figure(c) => return false,
            _ => {}
        }
    }
    otherwise
}

fn line(pieces: &[Piece<'_>], em: f64) -> Broken {
    let inked = pieces.iter().rposition(|p| !p.space).map_or(0, |last| last + 1);
    let first = pieces.iter().position(|p| !p.space).unwrap_or(0).min(inked);
    let (mut text, width) =
        pieces[first..inked].iter().fold((String::new(), 0.0), |(t, w), p| (t + p.text, w + p.width));
    if inked > 0 && pieces.get(inked).is_some_and(|piece| piece.text == " ") {
        text.push(' ');
    }
    Broken { text, width: width * em }
}

/// A stretch of text that stays together, with its width in em.
struct Piece<'a> {
    text: &'a str,
    width: f64,
    space: bool,
    /// Whether a line may end after it.
    may_end: bool,
}

/// Cuts a text into characters as people see them, and says after which of them a line may end: after spaces and
/// hyphens, and between ideographs. One that is wider than `max` em is cut further.
fn pieces(text: &str, max: f64) -> Vec<Piece<'_>> {
    let mut cuts: Vec<(usize, f64)> = Vec::new();
    let mut before: Option<char> = None;
    let mut flags = 0;
    for ((at, c), (_, width)) in text.char_indices().zip(advances(text)) {
        flags = if is_flag_half(c) { flags + 1 } else { 0 };
        let joined = before.is_some_and(|b| continues(c) || holds_next(b) || b == '\u{200d}')
            || (is_flag_half(c) && flags % 2 == 0)
            || before.is_some_and(|b| is_jamo(b) && is_hangul(c));
        match cuts.last_mut() {
            Some((_, whole)) if joined && (width == 0.0 || *whole + width <= max) => *whole += width,
            _ => cuts.push((at, width)),
        }
        before = Some(c);
    }
    let ends = cuts.iter().skip(1).map(|&(at, _)| at).chain([text.len()]);
    let mut pieces: Vec<Piece<'_>> = cuts
        .iter()
        .zip(ends)
        .map(|(&(at, width), end)| {
            let text = text.get(at..end).unwrap_or_default();
            Piece { text, width, space: text == " " || text == "\u{200b}", may_end: false }
        })
        .collect();
    for i in 0..pieces.len() {
        let may_end = match pieces.get(i + 1) {
            None => true,
            Some(next) => may_break(&pieces[i], next, i.checked_sub(1).map(|b| &pieces[b])),
        };
        pieces[i].may_end = may_end;
    }
    pieces
}

fn may_break(this: &Piece<'_>, next: &Piece<'_>, before: Option<&Piece<'_>>) -> bool {
    let last = this.text.chars().find(|c| !continues(*c)).unwrap_or(' ');
    let first = next.text.chars().next().unwrap_or(' ');
    if this.space {
        // A percent sign stays with its number.
        return !(matches!(first, '%' | '‰' | '°') && before.is_some_and(|b| b.text.chars().all(is_figure)));
    }
    if next.space || is_closing(first) || is_opening(last) || is_glue(first) || is_glue(last) {
        return false;
    }
    match last {
        // Not before a figure, so that "5-10" and "-3" stay whole, nor after a lone hyphen.
        '-' | '\u{2010}' | '\u{2013}' | '/' => {
            !first.is_ascii_digit() && before.is_some_and(|b| b.text.chars().all(is_letter))
        }
        '\u{2014}' => true,
        _ => is_ideograph(last) || is_ideograph(first),
    }
}

/// A figure of the scripts that schools write numbers in.
fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{966}'..='\u{96f}')
}

/// Letters and figures, told by the blocks that hold others.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !matches!(c as u32, 0..=0xbf | 0xd7 | 0xf7 | 0x2000..=0x206f | 0x20a0..=0x20cf | 0x2190..=0x2bff
            | 0x3000..=0x303f | 0xfe30..=0xfe6f | 0xff00..=0xff20 | 0x1f000..=0x1faff)
}

/// Whether no line may end on either side: the no-break spaces, the no-break hyphen, the word joiner.
fn is_glue(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2011}' | '\u{2060}')
}

/// Marks that never begin a line.
fn is_closing(c: char) -> bool {
    matches!(c, '!' | '%' | ')' | ',' | '.' | ':' | ';' | '?' | ']' | '}' | '\u{bb}' | '\u{2019}' | '\u{201d}')
        || matches!(c, '\u{2026}' | '\u{3001}' | '\u{3002}' | '\u{3005}' | '\u{3009}' | '\u{300b}' | '\u{300d}')
        || matches!(c, '\u{300f}' | '\u{3011}' | '\u{3015}' | '\u{30fb}' | '\u{30fc}' | '\u{ff01}' | '\u{ff09}')
        || matches!(c, '\u{ff0c}' | '\u{ff0e}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff5d}' | '\u{ff05}')
        || matches!(c, '\u{3041}' | '\u{3043}' | '\u{3045}' | '\u{3047}' | '\u{3049}' | '\u{3063}' | '\u{3083}')
        || matches!(c, '\u{3085}' | '\u{3087}' | '\u{30a1}' | '\u{30a3}' | '\u{30a5}' | '\u{30a7}' | '\u{30a9}')
        || matches!(c, '\u{30c3}' | '\u{30e3}' | '\u{30e5}' | '\u{30e7}')
}

/// Marks that never end a line.
fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '\u{ab}' | '\u{2018}' | '\u{201c}' | '\u{3008}' | '\u{300a}' | '\u{300c}')
        || matches!(c, '\u{300e}' | '\u{3010}' | '\u{3014}' | '\u{ff08}' | '\u{ff5b}')
}

/// Scripts written without spaces in which a line may end after any character.
fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x2e80..=0x9fff | 0xa000..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe4f
        | 0xff00..=0xff65 | 0x1f300..=0x1faff | 0x20000..=0x3ffff)
}

fn is_flag_half(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// A leading consonant of Hangul, which joins the vowel or syllable after it.
fn is_jamo(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}')
}

fn is_hangul(c: char) -> bool {
    is_jamo(c) || matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a code point continues the character before it.
fn continues(c: char) -> bool {
    let within = |ranges: &[(u16, u16)], code: u32| {
        let after = ranges.partition_point(|&(first, _)| u32::from(first) <= code);
        after.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|&(_, last)| code <= u32::from(last))
    };
    match c as u32 {
        0..0x300 => false,
        code @ 0x300..0x10000 => within(&MARKS, code),
        code @ 0x10000..0x20000 => within(&MARKS_ABOVE, code - 0x10000),
        code => matches!(code, 0xe0020..=0xe007f | 0xe0100..=0xe01ef),
    }
}

/// Whether a code point takes the next one with it: the viramas that join consonants, and the prefixed number signs.
fn holds_next(c: char) -> bool {
    matches!(c as u32, 0x94d | 0x9cd | 0xa4d | 0xacd | 0xb4d | 0xc4d | 0xccd | 0xd4d | 0xdca | 0x1039 | 0x17d2
        | 0x1a60 | 0x1b44 | 0x1bab | 0xa9c0 | 0xaaf6 | 0x10a3f | 0x11133 | 0x113d0 | 0x1193e | 0x11a47 | 0x11a99
        | 0x11f42
        | 0x600..=0x605 | 0x6dd | 0x70f | 0x890 | 0x891 | 0x8e2 | 0xd4e | 0x110bd | 0x110cd | 0x111c2 | 0x111c3
        | 0x113d1 | 0x1193f | 0x11941 | 0x11a3a | 0x11a84..=0x11a89 | 0x11d46 | 0x11f02)
}

/// The code points of a text, each with its advance width in em.
fn advances(text: &str) -> Vec<(char, f64)> {
    let mut out: Vec<(char, f64)> = text.chars().map(|c| (c, 0.0)).collect();
    let mut joined = false;
    for (c, width) in out.iter_mut().rev() {
        *width = advance(*c, joined);
        if !continues(*c) || *c == '\u{200c}' {
            joined = matches!(*c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{200d}');
        }
    }
    out
}

/// The advance width of a code point in em. `joined` says whether an Arabic letter follows it.
fn advance(c: char, joined: bool) -> f64 {
    let code = c as u32;
    let from = |table: &[u8], first: u32| {
        table.get(code.wrapping_sub(first) as usize).map_or(0.9, |&width| f64::from(width) / 100.0)
    };
    if continues(c) {
        // Vowel signs of the Indic scripts and of their neighbours may stand beside the consonant.
        return match code {
            0x900..=0xdff | 0xf00..=0x109f | 0x1780..=0x17ff | 0x1900..=0x1cff | 0xa800..=0xabff => 0.5,
            0x11000..=0x11fff => 0.6,
            0x1160..=0x11ff => 1.0,
            0xff9e | 0xff9f | 0xe33 | 0xeb3 => 0.6,
            0x1f3fb..=0x1f3ff => 1.4,
            _ => 0.0,
        };
    }
    match code {
        0..=0x1f => 0.0,
        0x20..=0x17f => from(&LATIN, 0x20),
        0x180..=0x24f => {
            if matches!(code, 0x1c4..=0x1cc | 0x1f1..=0x1f3) {
                1.5
            } else {
                0.85
            }
        }
        0x250..=0x2af => 0.75,
        0x2b0..=0x2ff => 0.5,
        0x386..=0x3ce => from(&GREEK, 0x386),
        0x400..=0x45f => from(&CYRILLIC, 0x400),
        0x300..=0x385 | 0x3cf..=0x3ff | 0x460..=0x52f => 0.95,
        0x531..=0x58f => 0.85,
        0x590..=0x5ff => 0.7,
        0x620..=0x64a => from(if joined { &ARABIC_JOINED } else { &ARABIC }, 0x620),
        0x60c | 0x61b | 0x61f => 0.5,
        0x660..=0x669 | 0x6f0..=0x6f9 => 0.62,
        0x600..=0x8ff => {
            if joined {
                0.95
            } else {
                1.25
            }
        }
        0xb80..=0xbff | 0xd00..=0xd7f => 1.3,
        0x900..=0xdff => 0.95,
        0xe00..=0xeff => 0.75,
        0x10a0..=0x10ff => 0.75,
        0x1e00..=0x1e9f => 1.0,
        0x1ea0..=0x1eff => {
            if code.is_multiple_of(2) {
                0.85
            } else {
                0.66
            }
        }
        0x2002 => 0.5,
        0x2000..=0x200a => 1.0,
        0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f => 0.0,
        0x2010..=0x2013 => 0.6,
        0x2018..=0x201b | 0x2032 => 0.33,
        0x201c..=0x201f | 0x2022 => 0.55,
        0x202f => 0.3,
        0x2039 | 0x203a => 0.4,
        0x2070..=0x209f => 0.45,
        0x20a0..=0x20cf => 0.75,
        // Half of a flag, or a letter where there is no flag.
        0x1f1e6..=0x1f1ff => 0.85,
        0x2190..=0x23ff | 0x2600..=0x27bf | 0x2b00..=0x2bff | 0x1f000..=0x1faff => 1.4,
        0x2e3a => 2.0,
        0x2e3b => 3.0,
        0xff61..=0xffdc => 0.6,
        0xfdfb | 0xfdfc | 0xfdf0..=0xfdf9 => 3.0,
        0xfb50..=0xfdff | 0xfe70..=0xfeff => 1.2,
        0xe0000..=0xe0fff => 0.0,
        0x12000..=0x1254f | 0x13000..=0x1467f | 0x16800..=0x16a3f => 3.0,
        0x10000..=0x1d3ff | 0x1e000..=0x1efff => 1.4,
        _ => 1.02,
    }
}

#[cfg(test)]
mod tests {
    use super::super::laws::any_text;
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    const FACE: Face = Face::regular(14.0);

    fn lines(text: &str, max: f64) -> Vec<String> {
        wrap(text, FACE, max).into_iter().map(|line| line.text.trim_end().to_owned()).collect()
    }

    #[test]
    fn lines_end_where_a_reader_expects_it() {
        assert_eq!(lines("Bus 14 arrives after the bell", 110.0), ["Bus 14 arrives", "after the bell"]);
        assert_eq!(lines("first-year students", 75.0), ["first-year", "students"]);
        assert_eq!(lines("more than 10 % of days", 100.0), ["more than", "10 % of days"]);
        assert_eq!(lines("pupils aged 11-16 and over", 110.0), ["pupils aged", "11-16 and over"]);
        assert_eq!(lines("生徒の六割が、遅刻する。", 90.0), ["生徒の六割", "が、遅刻す", "る。"]);
        assert_eq!(lines("a\u{a0}b c", 24.0), ["a\u{a0}b", "c"]);
        assert_eq!(lines("", 100.0), Vec::<String>::new());
    }

    #[test]
    fn a_character_is_never_cut() {
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(lines(&family.repeat(2), 70.0), [family, family]);
        assert_eq!(lines("🇩🇪🇫🇷", 30.0), ["🇩🇪", "🇫🇷"]);
        assert_eq!(lines("e\u{301}e\u{301}", 9.0), ["e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn every_mark_of_the_unicode_standard_stays_with_its_character() {
        let cut = |c: &char| {
            let (after, before) = (format!("a{c}"), format!("{c}a"));
            (after.graphemes(true).count() == 1 && !continues(*c))
                || (before.graphemes(true).count() == 1 && !holds_next(*c))
        };
        assert_eq!(('\u{300}'..=char::MAX).filter(cut).collect::<Vec<_>>(), []);
    }

    #[test]
    fn what_cannot_be_drawn_is_taken_out() {
        assert_eq!(clean("  a \n\t b\u{0}\u{7}\u{ad}c  "), "a bc");
        assert_eq!(clean("\u{fdfd}").chars().count(), 22);
        assert_eq!(clean(&("e".to_owned() + &"\u{301}".repeat(100))).chars().count(), 9);
    }

    #[test]
    fn a_text_reads_the_way_of_its_first_letter() {
        assert!(reads_rtl("61 من", false));
        assert!(!reads_rtl("Bus 14", true));
        assert!(reads_rtl("14 %", true) && !reads_rtl("14 %", false));
    }

    proptest! {
        #[test]
        fn lines_hold_the_whole_text_and_fit(text in any_text(), max in 60.0..600.0_f64) {
            let text = clean(&text);
            let broken = wrap(&text, FACE, max);
            let squeeze = |text: &str| text.chars().filter(|c| !matches!(c, ' ' | '\u{200b}')).collect::<String>();
            prop_assert_eq!(squeeze(&broken.iter().map(|line| line.text.as_str()).collect::<String>()), squeeze(&text));
            for line in &broken {
                prop_assert!(line.width <= max + 1e-6, "{} in {max}", line.width);
            }
            prop_assert!(wrap_evenly(&text, FACE, max).len() <= broken.len());
        }

        #[test]
        fn lines_end_between_characters(text in any_text(), max in 100.0..600.0_f64) {
            // The segmentation of the Unicode Standard (UAX 29) knows where characters end.
            let text = clean(&text);
            let mut ends = vec![0];
            ends.extend(text.grapheme_indices(true).map(|(at, character)| at + character.len()));
            prop_assume!(text.graphemes(true).all(|character| FACE.width(character) <= 100.0));
            let mut at = 0;
            for line in wrap(&text, FACE, max) {
                at += text[at..].find(&line.text).unwrap() + line.text.len();
                prop_assert!(ends.contains(&at), "“{}” ends inside of a character", line.text);
            }
        }
    }
}
