//! Where something stands in the article.

use std::ops::Range;

/// A half-open range of bytes into the article's text, always on character boundaries.
///
/// ```
/// use dateline::Span;
/// let text = "On Saturday he spoke.";
/// let span = Span::new(3, 11);
/// assert_eq!(span.of(text), "Saturday");
/// assert_eq!(span.len(), 8);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end` (exclusive).
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// The words that stand there; empty when the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// As a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Turns byte offsets into offsets in code points or UTF-16 units, in one pass over the text.
///
/// Asking in ascending order costs one walk over the text in all; asking backwards starts again from the front.
///
/// ```
/// use dateline::{Offsets, Span};
/// let text = "“Très bien” on Friday";
/// let friday = Span::new(text.find("Friday").unwrap(), text.len());
/// assert_eq!(Offsets::new(text).chars(friday), 15..21);
/// assert_eq!(Offsets::new("🌍 Friday").utf16(Span::new(5, 11)), 3..9);
/// ```
#[derive(Debug, Clone)]
pub struct Offsets<'a> {
    text: &'a str,
    at: usize,
    chars: usize,
    utf16: usize,
}

impl<'a> Offsets<'a> {
    /// Offsets into `text`.
    pub fn new(text: &'a str) -> Self {
        Offsets { text, at: 0, chars: 0, utf16: 0 }
    }

    /// The span in Unicode code points, end exclusive.
    pub fn chars(&mut self, span: Span) -> Range<usize> {
        let start = self.seek(span.start).0;
        start..self.seek(span.end).0
    }

    /// The span in UTF-16 code units (JavaScript, Java), end exclusive.
    pub fn utf16(&mut self, span: Span) -> Range<usize> {
        let start = self.seek(span.start).1;
        start..self.seek(span.end).1
    }

    fn seek(&mut self, byte: usize) -> (usize, usize) {
        if byte < self.at {
            (self.at, self.chars, self.utf16) = (0, 0, 0);
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        for c in rest.chars() {
            if self.at >= byte {
                break;
            }
            self.at += c.len_utf8();
            self.chars += 1;
            self.utf16 += c.len_utf16();
        }
        (self.chars, self.utf16)
    }
}
