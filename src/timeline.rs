//! The result: what happened, when, in what order.

use crate::calendar::Unit;
use crate::event::{Event, Status};
use crate::link::Statement;
use crate::span::Span;
use crate::timex::Timex;
use chrono::NaiveDateTime;

/// What an article says happened, in order.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Timeline {
    /// When the article was published (local time; midnight when only a day was given).
    pub published: NaiveDateTime,
    /// What happened or is said to happen, in order: every known relation between two entries is respected, undated
    /// entries stand last, and ties keep the order of the text.
    pub entries: Vec<Entry>,
    /// Every time expression, in the order of the text.
    pub expressions: Vec<Timex>,
    /// Every event mention, in the order of the text, whether it is worth an entry or not.
    pub events: Vec<Event>,
    /// When each event was: the same length and order as `events`.
    pub when: Vec<When>,
    /// What the text says about the order of things, with the words that say it.
    pub relations: Vec<Statement>,
    /// Statements that cannot all be true.
    pub conflicts: Vec<Conflict>,
}

/// One line of a timeline.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Entry {
    /// The event, an index into [`Timeline::events`].
    pub event: usize,
    /// The clause that tells it.
    pub quote: Quote,
    /// The word that names it.
    pub trigger: Quote,
    /// When.
    pub when: When,
    /// What the text asserts about it.
    pub status: Status,
    /// Who does it.
    pub agent: Option<Quote>,
    /// Whom or what it is done to.
    pub patient: Option<Quote>,
    /// Who says so; none for the article itself.
    pub speaker: Option<String>,
    /// From the quote to the date, step by step.
    pub evidence: Vec<Evidence>,
}

/// Words of the article.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// When an event was, as tightly as the text allows and no tighter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct When {
    /// When it began.
    pub begin: Bounds,
    /// When it ended.
    pub end: Bounds,
    /// The grain of the statement that dates it most tightly; none when undated.
    pub grain: Option<Unit>,
}

/// The earliest and the latest moment that the text allows, both inclusive and in local time; none where it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bounds {
    /// Not before this moment.
    pub earliest: Option<NaiveDateTime>,
    /// Not after this moment.
    pub latest: Option<NaiveDateTime>,
}

/// One step from words to a date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    /// The words.
    pub quote: Quote,
    /// What they say, in plain words: "on Saturday = 2025-03-08".
    pub says: String,
}

/// Statements that cannot all be true.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Conflict {
    /// What is said, each with its words. Without any one of them the others could be true.
    pub statements: Vec<Evidence>,
    /// The one that was set aside, an index into `statements`.
    pub dropped: usize,
    /// Why that one.
    pub reason: String,
}
