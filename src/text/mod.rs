//! From characters to sentences and tokens, with part of speech.

mod dateline;
#[doc(hidden)]
pub mod features;
#[doc(hidden)]
pub mod lemma;
#[doc(hidden)]
pub mod perceptron;
mod sentence;
mod tag;
#[cfg(test)]
mod tests;
mod token;

pub use dateline::dateline;
pub use lemma::lemma_into;
pub use tag::{Ptb, Tag, Upos};

use crate::span::Span;
use std::ops::Range;

/// A text cut into sentences and tokens.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Document<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Every token, in order.
    pub tokens: Vec<Token>,
    /// Every sentence, in order; together they hold every token.
    pub sentences: Vec<Sentence>,
}

/// A word, number or punctuation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is made of.
    pub shape: Shape,
    /// Part of speech; [`Tag::default`] before tagging.
    pub tag: Tag,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// Letters (with inner apostrophes or full stops: "o'clock", "U.S.", "a.m."; also after a prefix: "re-elected"):
    /// no capital first. Clitics ("'s", "n't") too.
    Lower,
    /// Letters, a capital first.
    Capital,
    /// Two letters or more, all capitals.
    Upper,
    /// Digits, with `.`, `,` or `:` only between digits: "10,000", "2.5", "8:15".
    Number,
    /// Letters and digits mixed: "18th", "1990s", "FY2024", "8pm", "05T08".
    Mixed,
    /// Anything else: one mark, or a run of the same ("...", "--", "``", "''").
    Mark,
}

/// A sentence, heading or other unit that ends of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Its tokens, as a range into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Number of the paragraph that it stands in, from 0.
    pub paragraph: u32,
    /// Whether it is a heading: a paragraph of its own, short, without a full stop at its end.
    pub heading: bool,
}

impl Token {
    /// Where it stands.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

impl<'a> Document<'a> {
    /// The words of token `i`; empty when there is none.
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span().of(self.text))
    }

    /// From the first byte of the first token to the last byte of the last; empty for an empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) if tokens.start < tokens.end => Span::new(a.start as usize, b.end as usize),
            _ => Span::default(),
        }
    }

    /// The number of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i).min(self.sentences.len().saturating_sub(1))
    }

    /// Whether nothing stands between token `i` and the next ("mid" and "-" in "mid-March").
    pub fn glued(&self, i: usize) -> bool {
        match (self.tokens.get(i), self.tokens.get(i + 1)) {
            (Some(a), Some(b)) => a.end == b.start,
            _ => false,
        }
    }
}

/// Finds the sentence of a token in a few steps.
pub(crate) struct SentenceOf {
    /// The sentence of each [`STRIDE`]th token.
    near: Vec<u32>,
}

/// For one of so many tokens its sentence is kept.
const STRIDE: usize = 16;

impl SentenceOf {
    pub(crate) fn new(document: &Document<'_>) -> Self {
        let mut near = Vec::with_capacity(document.tokens.len() / STRIDE + 1);
        for (number, sentence) in (0..).zip(&document.sentences) {
            near.resize(sentence.tokens.end.div_ceil(STRIDE), number);
        }
        SentenceOf { near }
    }

    /// The number of the sentence that holds token `i`; behind the last token the last one.
    #[inline]
    pub(crate) fn number(&self, document: &Document<'_>, i: usize) -> usize {
        let sentences = &document.sentences;
        let near = self.near.get(i / STRIDE).map_or(usize::MAX, |&near| near as usize);
        let behind = sentences.get(near..).unwrap_or_default().iter().position(|s| i < s.tokens.end);
        behind.map_or(sentences.len().saturating_sub(1), |steps| near + steps)
    }
}

/// The words of a stretch of text as they are seen: cut at every kind of space, without the characters that nobody sees
/// at their edges.
pub(crate) fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split_whitespace().map(|word| word.trim_matches(token::is_invisible)).filter(|word| !word.is_empty())
}

/// The end of a text, at most so many bytes: what looks back must not look back over a whole book.
pub(crate) fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

/// A text without the spaces, and what nobody sees, at its end.
pub(crate) fn trim_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || token::is_invisible(c))
}

/// What stands between words of one line and is not seen.
pub(crate) fn is_gap(c: char) -> bool {
    !matches!(c, '\n' | '\r') && (c.is_whitespace() || token::is_invisible(c))
}

/// Cuts `text` into sentences and tokens; tags are left at their default.
///
/// Of a text longer than 4 GiB only the first 4 GiB are read.
pub fn read(text: &str) -> Document<'_> {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    sentence::read(text.get(..end).unwrap_or_default())
}

/// Gives every token its part of speech.
pub fn tag(document: &mut Document<'_>) {
    perceptron::tag(document);
}

/// The dictionary form of a word in lower case: "said" as a verb is "say", "talks" as a noun "talk".
pub fn lemma(word: &str, tag: Tag) -> String {
    let mut out = String::with_capacity(word.len());
    lemma_into(word, tag, &mut out);
    out
}
