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
    // Where the paragraph begins behind one whose quotation was not closed.
    let mut unclosed = None;
    let mut paragraph = None;
    for sentence in &words.doc.sentences {
        if paragraph.is_some() && paragraph != Some(sentence.paragraph) {
            // The next paragraph goes on with the quotation only if it opens with a mark again, or closes it.
            let first = sentence.tokens.start;
            unclosed = open.map(|_| first).filter(|&i| !opens(words, i));
            if let Some(start) = open.take() {
                push(&mut found, start..first, continues);
                continues = opens(words, first);
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
                None if opens(words, i) => (open, unclosed) = (Some(i + 1), None),
                None if closes(words, i) => {
                    if let Some(start) = unclosed.take() {
                        push(&mut found, start..i, true);
                    }
                }
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
    matches!(words.low(i), "“" | "``" | "«" | "„" | "‘‘")
        || words.low(i) == "\"" && (words.doc.glued(i) || !i.checked_sub(1).is_some_and(|b| words.doc.glued(b)))
}

fn closes(words: &Words, i: usize) -> bool {
    matches!(words.low(i), "”" | "''" | "»" | "’’" | "\"")
}
