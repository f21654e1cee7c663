//! Quotations: where they begin and end, over sentences and paragraphs.

use super::words::Words;
use std::ops::Range;

/// A stretch inside quotation marks, without the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) tokens: Range<usize>,
    /// It goes on from the quotation before: a new paragraph that opens without the old one having been closed.
    pub(super) continues: bool,
}

/// Finds the quotations of a document. A quotation that is never closed ends with its paragraph.
pub(super) fn find(words: &Words) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open: Option<usize> = None;
    let mut continues = false;
    let mut paragraph = None;
    for sentence in &words.doc.sentences {
        if paragraph.is_some() && paragraph != Some(sentence.paragraph) {
            // The next paragraph goes on with the quotation only if it opens with a mark again.
            if let Some(start) = open.take() {
                push(&mut found, start..sentence.tokens.start, continues);
                continues = opens(words, sentence.tokens.start);
            } else {
                continues = false;
            }
        }
        paragraph = Some(sentence.paragraph);
        for i in sentence.tokens.clone() {
            if !words.is_quote_mark(i) {
                continue;
            }
            match open {
                Some(start) if closes(words, i) => {
                    push(&mut found, start..i, continues);
                    (open, continues) = (None, false);
                }
                Some(_) => {}
                None if opens(words, i) => open = Some(i + 1),
                None => {}
            }
        }
    }
    if let Some(start) = open {
        push(&mut found, start..words.doc.tokens.len(), continues);
    }
    found
}

fn push(found: &mut Vec<Quotation>, tokens: Range<usize>, continues: bool) {
    if tokens.start < tokens.end {
        found.push(Quotation { tokens, continues });
    }
}

/// A mark that can open: “, ``, or a plain one that nothing is glued to on the left.
fn opens(words: &Words, i: usize) -> bool {
    matches!(words.low(i), "“" | "``" | "«" | "„" | "‘‘") || words.low(i) == "\""
}

fn closes(words: &Words, i: usize) -> bool {
    matches!(words.low(i), "”" | "''" | "»" | "’’" | "\"")
}
