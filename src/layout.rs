//! Text in columns for a terminal: wrapping, trimming, hanging indents. Widths are counted in code points.

use std::fmt;

/// The width that all text output fits into.
pub(crate) const WIDTH: usize = 100;

/// `text` on one line: runs of white space as one space; cut after about `most` characters, at a word, with an ellipsis.
pub(crate) fn trim(text: &str, most: usize) -> String {
    let mut line = String::with_capacity(text.len().min(4 * most));
    let mut length = 0;
    for word in text.split_whitespace() {
        let chars = word.chars().count();
        if length > 0 && length + 1 + chars > most {
            line.push_str(" …");
            return line;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        if chars > most {
            line.extend(word.chars().take(most));
            line.push('…');
            return line;
        }
        line.push_str(word);
        length += chars;
    }
    line
}

/// `text` in lines of at most `width` characters, broken at white space; a longer word is broken where the line ends.
/// Two spaces in a row are kept within a line.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let (mut line, mut length) = (String::new(), 0);
    let mut gap = 0;
    for word in text.split([' ', '\n', '\r', '\t']) {
        if word.is_empty() {
            gap += 1;
            continue;
        }
        let chars = word.chars().count();
        if length > 0 && length + gap + 1 + chars > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        } else if length > 0 {
            line.extend(std::iter::repeat_n(' ', gap + 1));
            length += gap + 1;
        }
        gap = 0;
        for c in word.chars() {
            if length == width {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            line.push(c);
            length += 1;
        }
    }
    if length > 0 || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Writes one row: narrow columns of given widths on the left, `text` wrapped into what is left of `width`. Every column
/// wraps within itself; columns are two spaces apart, and one of width 0 is an indent.
pub(crate) fn columns(f: &mut impl fmt::Write, left: &[(&str, usize)], text: &str, width: usize) -> fmt::Result {
    let indent: usize = left.iter().map(|(_, w)| w + 2).sum();
    let narrow: Vec<Vec<String>> = left.iter().map(|&(cell, w)| wrap(cell, w)).collect();
    let wide = wrap(text, width.saturating_sub(indent).max(20));
    let rows = narrow.iter().map(Vec::len).chain([wide.len()]).max().unwrap_or(0);
    let mut row = String::new();
    for i in 0..rows {
        row.clear();
        for (lines, &(_, w)) in narrow.iter().zip(left) {
            let cell = lines.get(i).map_or("", String::as_str);
            row.push_str(cell);
            row.extend(std::iter::repeat_n(' ', (w + 2).saturating_sub(cell.chars().count())));
        }
        row.push_str(wide.get(i).map_or("", String::as_str));
        writeln!(f, "{}", row.trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_words_and_breaks_long_ones() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("a  (b)", 10), ["a  (b)"]);
    }

    #[test]
    fn trims_at_a_word() {
        assert_eq!(trim("one\n two  three", 8), "one two …");
        assert_eq!(trim("  one ", 8), "one");
    }

    #[test]
    fn columns_hang() {
        let mut out = String::new();
        columns(&mut out, &[("2015", 6), ("●", 1)], "the deal was signed in the town", 30).unwrap();
        assert_eq!(out, "2015    ●  the deal was signed\n           in the town\n");
    }
}
