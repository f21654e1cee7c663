//! One line of a timeline.

use super::{Quote, When};
use crate::compact::Place;
use crate::event::Status;
use crate::shared::Text;
use crate::span::Span;
use std::fmt;

/// One line of a timeline. Its words are those of the article, which it shares with the timeline; the way from them to its
/// date is told by [`Timeline::evidence`](crate::Timeline::evidence).
// Everything but the date is a place of the text: the words of a hundred thousand lines would be many times the article.
#[derive(Clone)]
#[non_exhaustive]
pub struct Entry {
    /// The event, an index into [`Timeline::events`](crate::Timeline::events).
    pub event: usize,
    /// When.
    pub when: When,
    /// What the text asserts about it.
    pub status: Status,
    /// Whether its own words negate it ("did not go"); what is denied in other words is told as if it were so.
    pub negated: bool,
    /// Who says so; none for the article itself.
    pub speaker: Option<Text>,
    pub(crate) text: Text,
    pub(crate) quote: Place,
    pub(crate) trigger: Place,
    pub(crate) agent: Place,
    pub(crate) patient: Place,
    pub(crate) recipient: Place,
    pub(crate) place: Place,
    pub(crate) added: Box<[Added]>,
    /// The statements from the words to the date.
    pub(crate) evidence: Box<[u32]>,
}

/// Words that are added to a quote to make it a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Added {
    /// Where in the text it belongs.
    pub(crate) at: usize,
    /// Whether the word behind it no longer opens a sentence.
    pub(crate) small: bool,
    /// The words.
    pub(crate) words: Box<str>,
}

impl Entry {
    /// The clause that tells it.
    pub fn quote(&self) -> Quote {
        Quote::of(self.quote.or_empty(), &self.text)
    }

    /// The same as a sentence of its own: the quote on one line, with what stands elsewhere in the article's sentence, or
    /// is only understood, in square brackets: "[the rain will] last into May".
    pub fn sentence(&self) -> String {
        in_brackets(&self.text, self.quote.or_empty(), &self.added)
    }

    /// The word that names it.
    pub fn trigger(&self) -> Quote {
        Quote::of(self.trigger.or_empty(), &self.text)
    }

    /// Who does it.
    pub fn agent(&self) -> Option<Quote> {
        self.words(self.agent)
    }

    /// Whom or what it is done to.
    pub fn patient(&self) -> Option<Quote> {
        self.words(self.patient)
    }

    /// Who gets it, or is told.
    pub fn recipient(&self) -> Option<Quote> {
        self.words(self.recipient)
    }

    /// Where.
    pub fn place(&self) -> Option<Quote> {
        self.words(self.place)
    }

    fn words(&self, place: Place) -> Option<Quote> {
        place.span().map(|span| Quote::of(span, &self.text))
    }
}

/// Two entries are equal when they say the same with the same words at the same places; what else their articles hold does
/// not matter.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        let places = |e: &Entry| [e.quote, e.trigger, e.agent, e.patient, e.recipient, e.place];
        let told = |e: &Entry| (e.event, e.when, e.status, e.negated);
        told(self) == told(other)
            && places(self) == places(other)
            && (&self.speaker, &self.added, &self.evidence) == (&other.speaker, &other.added, &other.evidence)
            && self.quote.or_empty().of(&self.text) == other.quote.or_empty().of(&other.text)
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("event", &self.event)
            .field("quote", &self.quote())
            .field("sentence", &self.sentence())
            .field("trigger", &self.trigger())
            .field("when", &self.when)
            .field("status", &self.status)
            .field("negated", &self.negated)
            .field("agent", &self.agent())
            .field("patient", &self.patient())
            .field("recipient", &self.recipient())
            .field("place", &self.place())
            .field("speaker", &self.speaker)
            .field("evidence", &self.evidence)
            .finish()
    }
}

/// A quote on one line, with the words that are added to it in square brackets.
pub(crate) fn in_brackets(text: &str, quote: Span, added: &[Added]) -> String {
    let mut sentence = String::with_capacity(quote.len() + 48);
    let (mut from, mut small) = (quote.start, false);
    for added in added {
        flat(text.get(from..added.at).unwrap_or_default(), small, &mut sentence);
        sentence.extend([if sentence.is_empty() { "[" } else { " [" }, &added.words, "]"]);
        (from, small) = (added.at, added.small);
    }
    flat(text.get(from..quote.end).unwrap_or_default(), small, &mut sentence);
    sentence
}

/// Adds words with one space between them and before them, none before a closing mark at the front. `small` takes the
/// capital from the first.
pub(crate) fn flat(text: &str, small: bool, out: &mut String) {
    let text = text.trim();
    if !out.is_empty() && !text.is_empty() && !text.starts_with([',', '.', ';', ':', ')', '”', '’']) {
        out.push(' ');
    }
    let mut rest = text;
    if let Some(first) = text.chars().next().filter(|_| small) {
        out.extend(first.to_lowercase());
        rest = text.get(first.len_utf8()..).unwrap_or_default();
    }
    // Most quotes stand on one line as they are.
    if rest.is_ascii() && !rest.contains(['\n', '\r', '\t']) && !rest.contains("  ") {
        out.push_str(rest);
        return;
    }
    let mut spaces = false;
    for c in rest.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !spaces {
            out.push(' ');
        }
        spaces = c.is_whitespace();
    }
}
