//! A time expression: first as found ([`Mention`]), then with its date ([`Timex`]).

use crate::calendar::{Granule, Interval, Unit};
use crate::error::Unresolved;
use crate::expr::Expr;
use crate::span::Span;
use std::borrow::Cow;
use std::fmt;

/// A time expression as the grammar found it: what it means, not yet when that is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// Its words, without the preposition.
    pub span: Span,
    /// The same as tokens: first.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// What it means.
    pub expr: Expr,
    /// The preposition or conjunction before it ("on", "since"), if it says how an event relates to it.
    pub signal: Option<Signal>,
    /// A time zone that was named: minutes east of UTC.
    pub zone: Option<i16>,
    /// The rule that read it.
    pub rule: &'static str,
}

/// A word that says how an event relates to a time (TimeML's SIGNAL).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Signal {
    /// "in", "on", "at", "during", "over", "throughout".
    In,
    /// "for".
    For,
    /// "since", "from".
    Since,
    /// "until", "till", "to", "through".
    Until,
    /// "by".
    By,
    /// "before", "prior to", "ahead of".
    Before,
    /// "after", "following".
    After,
    /// "within".
    Within,
    /// "of": belongs to a noun ("the results of 2015").
    Of,
}

/// TimeML's type of a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum TimexType {
    /// A day or something longer on the calendar.
    Date,
    /// Finer than a day.
    Time,
    /// A length.
    Duration,
    /// It recurs.
    Set,
}

impl fmt::Display for TimexType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        })
    }
}

/// Whether one that comes again ("Saturday") is taken to be the past or the coming one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Lean {
    /// The last one, up to the day that is counted from.
    Past,
    /// The next one, from the day that is counted from.
    Future,
    /// Whichever is nearer; at equal distance the past one.
    Nearest,
}

impl fmt::Display for Lean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Lean::Past => "past",
            Lean::Future => "future",
            Lean::Nearest => "nearest",
        })
    }
}

/// What a length begins or ends at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Endpoint {
    /// The time of publication: "the past three years" end there.
    Publication,
    /// Another expression of the article, by its place in [`crate::Timeline::expressions`].
    Expression(usize),
}

/// A time expression with its meaning and its place on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Timex {
    /// Its words, without the preposition.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// What it means.
    pub expr: Expr,
    /// The preposition or conjunction before it.
    pub signal: Option<Signal>,
    /// The rule that read it.
    pub rule: Cow<'static, str>,
    /// TimeML's type.
    pub kind: TimexType,
    /// TimeML's value: "2025-03-08", "2024-08", "P3D", "PRESENT_REF", "XXXX-WXX-1".
    pub value: String,
    /// The calendar cell, where it is one.
    pub granule: Option<Granule>,
    /// The exact time, half-open, where it has a place on the calendar; a missing end is open.
    pub interval: Option<Interval>,
    /// The time that it speaks of together with the words around it, where that is another than `interval`: "since 2014"
    /// is open ahead, and both ends of "from May 5 to May 8" have all four days.
    pub scope: Option<Interval>,
    /// The words that `scope` is read from: with the preposition, and with the other end of a range. A day and what is said
    /// of its hours have one phrase ("today before 4 p.m."). The same as `span` where there are no others.
    pub phrase: Span,
    /// Where a length begins, if the text ties it to a time (TimeML's `beginPoint`).
    pub begin_point: Option<Endpoint>,
    /// Where a length ends, if the text ties it to a time (TimeML's `endPoint`).
    pub end_point: Option<Endpoint>,
    /// The grain of its value.
    pub grain: Option<Unit>,
    /// Why it has no place on the calendar.
    pub unresolved: Option<Unresolved>,
    /// The cell that it was counted from, where it was counted.
    pub anchor: Option<Granule>,
    /// Past or future, where the words leave it open.
    pub lean: Option<Lean>,
    /// The reason for `anchor` or `lean`, in plain words.
    pub reason: Option<Cow<'static, str>>,
    /// Other readings, the next best first, as TimeML values.
    pub alternatives: Vec<String>,
    /// A time zone that was named: minutes east of UTC.
    pub zone: Option<i16>,
}

impl Timex {
    /// TimeML's `quant`: "EVERY" where the words say that each one is meant.
    ///
    /// ```
    /// let article = dateline::Article::new("They met every Monday and trained twice a week.", "2025-03-09")?;
    /// let timeline = dateline::extract(&article);
    /// assert_eq!((timeline.expressions[0].quant(), timeline.expressions[0].freq()), (Some("EVERY"), None));
    /// assert_eq!((timeline.expressions[1].quant(), timeline.expressions[1].freq()), (None, Some("2X".into())));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn quant(&self) -> Option<&'static str> {
        matches!(self.expr.bare(), Expr::Every(r) if r.every).then_some("EVERY")
    }

    /// TimeML's `freq`: "2X" for "twice a week".
    pub fn freq(&self) -> Option<String> {
        match self.expr.bare() {
            Expr::Every(r) => r.times.map(|n| format!("{n}X")),
            _ => None,
        }
    }
}
