//! Titles of songs, books and films in quotation marks: the days and years in them date nothing.

use crate::text::{Document, Shape};
use std::ops::Range;

/// The longest title, in tokens.
const LONGEST: usize = 8;

/// The longest word that a title may write without a capital: "with", "from", "into".
const SMALL: usize = 4;

/// Whether the tokens stand in quotation marks with other words, and every word between the marks has a capital but the
/// small ones: “Saturday Night Fever”, “Tuesdays with Morrie”. When they are all that is quoted, they are a title only in
/// the middle of a sentence: He quoted from “Nineteen Eighty-Four”.
pub fn is_title(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let low = tokens.start.saturating_sub(LONGEST);
    let Some(open) = (low..tokens.start).rev().take_while(|&i| fits(document, i)).last().or(Some(tokens.start)) else {
        return false;
    };
    let close = (tokens.end..tokens.end + LONGEST).find(|&i| !fits(document, i)).unwrap_or(tokens.end);
    // A full stop or comma may stand before the closing mark.
    let after = if matches!(document.word(close), "." | "," | "!" | "?") { close + 1 } else { close };
    let Some(mark) = open.checked_sub(1) else { return false };
    let quoted = matches!(document.word(mark), "“" | "\"" | "``") && matches!(document.word(after), "”" | "\"" | "''");
    let capitals = tokens.clone().all(|i| fits(document, i) || shape(document, i) == Some(Shape::Mark));
    if !quoted || !capitals || shape(document, open) == Some(Shape::Lower) {
        return false;
    }
    let alone = open == tokens.start && close == tokens.end;
    if !alone {
        // “Tomorrow we will go”: a sentence, which has its capital at the front alone.
        let big = |i: usize| shape(document, i) != Some(Shape::Lower) && document.word(i) != "I";
        return (open..close).any(|i| !tokens.contains(&i) && big(i));
    }
    let sentence = document.sentences.get(document.sentence_of(mark)).map(|s| s.tokens.start);
    let words_before = mark.checked_sub(1).is_some_and(|b| shape(document, b) != Some(Shape::Mark));
    tokens.len() > 1 && words_before && sentence.is_some_and(|s| s < mark) && document.word(close) != ","
}

fn shape(document: &Document<'_>, i: usize) -> Option<Shape> {
    document.tokens.get(i).map(|t| t.shape)
}

/// Whether a word may stand in a title: it has a capital or a digit, or is small.
fn fits(document: &Document<'_>, i: usize) -> bool {
    match shape(document, i) {
        Some(Shape::Capital | Shape::Upper | Shape::Number | Shape::Mixed) => true,
        Some(Shape::Lower) => document.word(i).len() <= SMALL,
        _ => document.word(i) == "-",
    }
}
