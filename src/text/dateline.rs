//! The dateline of a report: where and when it was filed.

use super::{Document, Shape};
use std::ops::Range;

/// How many tokens a dateline may have.
const LONGEST: usize = 18;

/// The tokens of the dateline, without the dash that ends it: "TEHRAN, March 9 (AFP)" before "—". A first paragraph
/// that ends without a full stop may be one as a whole ("Friday, March 7, 2025"); so such a short one is given as well.
///
/// ```
/// let document = dateline::text::read("TEHRAN, March 9 (AFP) — The minister resigned.");
/// let range = dateline::text::dateline(&document).unwrap();
/// assert_eq!(document.span(range).of(document.text), "TEHRAN, March 9 (AFP)");
/// let document = dateline::text::read("The minister — a banker by trade — resigned.");
/// assert_eq!(dateline::text::dateline(&document), None);
/// ```
pub fn dateline(document: &Document<'_>) -> Option<Range<usize>> {
    let lead = document.sentences.iter().find(|s| !s.heading);
    let head = document.sentences.first().filter(|s| s.heading);
    lead.and_then(|s| before_dash(document, s.tokens.clone()))
        .or_else(|| head.filter(|s| s.tokens.len() <= LONGEST / 2).map(|s| s.tokens.clone()))
}

/// What stands before the first dash of a sentence, if all of it is names, numbers and brackets.
fn before_dash(document: &Document<'_>, sentence: Range<usize>) -> Option<Range<usize>> {
    let tokens = document.tokens.get(sentence.clone())?;
    let dash = tokens.iter().take(LONGEST).enumerate().position(|(i, t)| {
        let word = t.span().of(document.text);
        t.shape == Shape::Mark && (matches!(word, "—" | "–" | "--" | "―") || word == "-" && !glued(tokens, i))
    })?;
    let filed = tokens.get(..dash)?;
    let named = filed.first().is_some_and(|t| matches!(t.shape, Shape::Upper | Shape::Capital));
    let plain = filed.iter().all(|t| {
        let word = t.span().of(document.text);
        match t.shape {
            Shape::Upper | Shape::Capital | Shape::Number => true,
            // "9th", "a.m."; "and", "of" in names.
            Shape::Mixed => true,
            Shape::Lower => matches!(word, "and" | "of" | "de" | "a.m." | "p.m."),
            Shape::Mark => matches!(word, "," | "." | "(" | ")" | "/" | "-"),
        }
    });
    // One capital word before a dash may be anything.
    let place = filed.iter().any(|t| t.shape == Shape::Upper) || filed.iter().any(|t| t.shape == Shape::Number);
    (named && plain && place).then(|| sentence.start..sentence.start + dash)
}

/// Whether a mark touches a word: the hyphen of a compound.
fn glued(tokens: &[super::Token], i: usize) -> bool {
    let end = |i: usize| tokens.get(i).map(|t| t.end);
    let start = |i: usize| tokens.get(i).map(|t| t.start);
    i.checked_sub(1).and_then(end) == start(i) || end(i) == start(i + 1)
}
