//! Finds the character between the cells.

/// In the order of preference when two fit equally well: numbers and dates hold commas more often than tabs or
/// semicolons.
const CANDIDATES: [u8; 4] = [b'\t', b';', b'|', b','];

/// How much of a file is looked at.
const LINES: usize = 40;
const BYTES: usize = 64 * 1024;

/// The delimiter by which the most of the first lines have the same number of cells (more than one); a comma if
/// there is none. What stands in quotation marks is not counted.
pub(super) fn detect(text: &str) -> u8 {
    let mut lines: Vec<[u16; CANDIDATES.len()]> = Vec::new();
    let mut counts = [0_u16; CANDIDATES.len()];
    let mut quoted = false;
    let mut at_cell_start = true;
    for byte in text.bytes().take(BYTES) {
        let candidate = CANDIDATES.iter().position(|&known| known == byte);
        match byte {
            b'"' => quoted = !quoted && at_cell_start,
            _ if quoted => {}
            b'\n' | b'\r' => {
                if counts.iter().any(|&count| count > 0) {
                    lines.push(std::mem::take(&mut counts));
                }
                if lines.len() == LINES {
                    break;
                }
            }
            _ => {
                if let Some(count) = candidate.and_then(|index| counts.get_mut(index)) {
                    *count = count.saturating_add(1);
                }
            }
        }
        // A doubled quotation mark inside a quoted cell closes it and opens it again at once.
        at_cell_start = candidate.is_some() || matches!(byte, b'\n' | b'\r' | b'"') || (at_cell_start && byte == b' ');
    }
    lines.push(counts);

    let mut best = (0, b',');
    for (index, &candidate) in CANDIDATES.iter().enumerate() {
        let count = |line: &[u16; CANDIDATES.len()]| line.get(index).copied().unwrap_or(0);
        for line in lines.iter().filter(|line| count(line) > 0) {
            let agreeing = lines.iter().filter(|other| count(other) == count(line)).count();
            if agreeing > best.0 {
                best = (agreeing, candidate);
            }
        }
    }
    best.1
}

/// The delimiter that a first line `sep=;` declares, as spreadsheet programs write it, and the text after it.
pub(super) fn declared(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix('"').unwrap_or(text);
    let rest = rest.strip_prefix("sep=").or_else(|| rest.strip_prefix("SEP="))?;
    let delimiter = rest.chars().next()?;
    let delimiter = CANDIDATES.into_iter().find(|&known| char::from(known) == delimiter)?;
    let rest = rest.strip_prefix(char::from(delimiter))?;
    let rest = rest.strip_prefix('"').unwrap_or(rest);
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']))?;
    Some((delimiter, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_by_which_lines_agree() {
        for (text, expected) in [
            ("Date,Rate\n2026-09-14,5\n", b','),
            ("Date;Rate\n14.09.2026;91,5\n15.09.2026;92,5\n", b';'),
            ("14.09.2026;91,5\n15.09.2026;92,5\n", b';'),
            ("Date\tRate\nSep 14, 2026\t5\n", b'\t'),
            ("Date|Rate|n\n2026-09-14|5|6\n", b'|'),
            ("Attendance; all grades\n\nDate,Rate,Note\n2026-09-14,5,a;b\n2026-09-15,5,ok\n", b','),
            ("\"a;b;c\",1\n\"d;e;f\",2\n", b','),
            ("\"say \"\"a;b\"\"; yes\",1\n\"d;e;f\",2\n", b','),
            ("5\" group,7\n5\" group,8\n", b','),
            ("nothing here", b','),
            ("", b','),
        ] {
            assert_eq!(char::from(detect(text)), char::from(expected), "{text}");
        }
    }

    #[test]
    fn a_declared_delimiter_is_taken_off() {
        assert_eq!(declared("sep=;\r\na;b"), Some((b';', "a;b")));
        assert_eq!(declared("\"sep=,\"\na,b"), Some((b',', "a,b")));
        assert_eq!(declared("sep=x\na"), None);
        assert_eq!(declared("separate,columns\n"), None);
    }
}
