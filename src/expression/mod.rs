//! The grammar of time expressions: one short function per rule, over the senses of words.
//!
//! At each token that can begin an expression, every rule whose first sense fits is tried and the longest reading is
//! taken. What is read is meaning ([`crate::Expr`]); dates come later, in [`crate::resolve`].

mod calendar;
mod clock;
mod duration;
mod named;
mod part;
mod reader;
mod relative;
mod rules;
mod season;
mod title;
mod year;

use crate::expr::Expr;
use crate::lang::Sense;
use crate::text::Document;
use crate::timex::Mention;
pub use named::find_named;
use reader::{Read, Reader};

/// Finds the time expressions of a document, in the order of the text, none overlapping another. Works on an untagged
/// document too; tags sharpen a few readings ("may", "second").
pub fn find(document: &Document<'_>) -> Vec<Mention> {
    let reader = Reader::new(document);
    let mut found = Vec::new();
    let mut i = 0;
    while i < reader.len() {
        let Some((read, rule)) =
            rules::longest(&reader, i, 0, |_| true).filter(|(r, _)| same_sentence(document, i, r.end))
        else {
            i += 1;
            continue;
        };
        let end = read.end.max(i + 1);
        if !title::is_title(document, i..end) {
            push(&mut found, &reader, i, read, rule.name);
        }
        i = end;
    }
    found.shrink_to_fit();
    found
}

/// A range is two expressions, its begin and its end, as TimeML wants it ("1914-18", "3-5 March").
fn push(found: &mut Vec<Mention>, reader: &Reader<'_>, first: usize, read: Read, rule: &'static str) {
    let word = |&i: &usize| reader.mark(i, "-‐‑–") || reader.is(i, Sense::To) || reader.is(i, Sense::And);
    // "1998/99"; in "5/1-5/7" the hyphen joins
    let slash = |&i: &usize| reader.mark(i, "/");
    let joint = (first + 1..read.end).find(word).or_else(|| (first + 1..read.end).find(slash));
    match (read.expr, joint) {
        (Expr::Between(begin, end), Some(joint)) if joint + 1 < read.end => {
            found.push(mention(reader, first, Read::new(*begin, joint), rule));
            found.push(mention(reader, joint + 1, Read::new(*end, read.end), rule));
        }
        (expr, _) => found.push(mention(reader, first, Read { expr, end: read.end, zone: read.zone }, rule)),
    }
}

/// The names of all rules, each with phrases that it reads and their meaning in the notation of [`crate::Expr`].
///
/// ```
/// let (name, examples) = dateline::expression::rules().find(|(name, _)| *name == "offset").unwrap();
/// assert_eq!((name, examples[0]), ("offset", ("two days ago", "pub - 2d")));
/// ```
pub fn rules() -> impl Iterator<Item = (&'static str, &'static [(&'static str, &'static str)])> {
    rules::RULES.iter().map(|rule| (rule.name, rule.examples))
}

/// An expression does not reach over the end of a sentence.
fn same_sentence(document: &Document<'_>, first: usize, end: usize) -> bool {
    let sentence = document.sentences.get(document.sentence_of(first));
    sentence.is_none_or(|s| end <= s.tokens.end)
}

fn mention(reader: &Reader<'_>, first: usize, read: Read, rule: &'static str) -> Mention {
    let signal =
        first.checked_sub(1).and_then(|b| reader.sense(b, |s| if let Sense::Signal(x) = s { Some(x) } else { None }));
    Mention {
        span: reader.document.span(first..read.end),
        first,
        end: read.end,
        expr: read.expr,
        signal,
        zone: read.zone,
        rule,
    }
}
