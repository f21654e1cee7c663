//! `dateline` turns a news article and its publication date into an ordered timeline of events.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod calendar;
pub mod error;
pub mod event;
pub mod expr;
pub mod expression;
pub mod lang;
pub mod link;
pub mod order;
pub mod resolve;
pub mod span;
pub mod text;
pub mod timeline;
pub mod timex;

pub use calendar::{Count, Cycle, DayPart, Granule, Holiday, Interval, Period, Season, Unit};
pub use error::{Error, Unresolved};
pub use expr::{Anchor, Expr, Modifier, Recurrence, Reference, Step, Way, What};
pub use span::{Offsets, Span};
pub use timeline::{Bounds, Conflict, Entry, Evidence, Quote, Timeline, When};
pub use timex::{Lean, Mention, Signal, Timex, TimexType};

use chrono::NaiveDateTime;

/// A news article and when it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Article {
    /// The text, without the title.
    pub text: String,
    /// When it was published: local time, midnight when only the day is known.
    pub published: NaiveDateTime,
    /// The title, if there is one.
    pub title: Option<String>,
}

/// How to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// Takes every "Saturday" and "August" as past, as coming or as the nearest. None, the default, asks the sentence
    /// and falls back to the past.
    pub lean: Option<Lean>,
    /// What gets an entry.
    pub detail: Detail,
}

/// What gets an entry on the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Detail {
    /// The few that an editor would list.
    Headline,
    /// What happened or is planned and can be dated or ordered.
    #[default]
    Standard,
    /// Every event mention.
    All,
}
