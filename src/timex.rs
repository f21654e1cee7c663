//! A time expression: first as found ([`Mention`]), then with its date ([`Timex`]).

use crate::calendar::{Granule, Interval, Unit};
use crate::compact::Place;
use crate::error::Unresolved;
use crate::expr::Expr;
use crate::shared::Text;
use crate::span::Span;
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
#[cfg_attr(feature = "serde", serde(into = "data::Timex", from = "data::Timex"))]
#[non_exhaustive]
pub struct Timex {
    /// Its words, without the preposition.
    pub span: Span,
    /// Its words.
    pub text: Text,
    /// What it means.
    pub expr: Expr,
    /// The preposition or conjunction before it.
    pub signal: Option<Signal>,
    /// The rule that read it.
    pub rule: Text,
    /// TimeML's type.
    pub kind: TimexType,
    /// TimeML's value: "2025-03-08", "2024-08", "P3D", "PRESENT_REF", "XXXX-WXX-1".
    pub value: Text,
    /// The calendar cell, where it is one.
    pub granule: Option<Granule>,
    /// The exact time, half-open, where it has a place on the calendar; a missing end is open.
    pub interval: Option<Interval>,
    /// The grain of its value.
    pub grain: Option<Unit>,
    /// Why it has no place on the calendar.
    pub unresolved: Option<Unresolved>,
    /// The cell that it was counted from, where it was counted.
    pub anchor: Option<Granule>,
    /// Past or future, where the words leave it open.
    pub lean: Option<Lean>,
    /// The reason for `anchor` or `lean`, in plain words.
    pub reason: Option<Text>,
    /// A time zone that was named: minutes east of UTC.
    pub zone: Option<i16>,
    phrase: Place,
    more: Option<Box<More>>,
}

/// What few expressions have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct More {
    scope: Option<Interval>,
    begin_point: Option<Endpoint>,
    end_point: Option<Endpoint>,
    alternatives: Vec<Text>,
}

impl Timex {
    /// An expression without a place on the calendar.
    pub(crate) fn new(mention: &Mention, text: Text, rule: Text, (kind, value): (TimexType, Text)) -> Self {
        Timex {
            span: mention.span,
            text,
            expr: mention.expr.clone(),
            signal: mention.signal,
            rule,
            kind,
            value,
            granule: None,
            interval: None,
            grain: None,
            unresolved: None,
            anchor: None,
            lean: None,
            reason: None,
            zone: mention.zone,
            phrase: mention.span.into(),
            more: None,
        }
    }

    /// The time that it speaks of together with the words around it, where that is another than `interval`: "since 2014"
    /// is open ahead, and both ends of "from May 5 to May 8" have all four days.
    pub fn scope(&self) -> Option<Interval> {
        self.more.as_ref()?.scope
    }

    /// The words that [`Timex::scope`] is read from: with the preposition, and with the other end of a range. A day and what
    /// is said of its hours have one phrase ("today before 4 p.m."). The same as `span` where there are no others.
    pub fn phrase(&self) -> Span {
        self.phrase.or_empty()
    }

    /// Where a length begins, if the text ties it to a time (TimeML's `beginPoint`).
    pub fn begin_point(&self) -> Option<Endpoint> {
        self.more.as_ref()?.begin_point
    }

    /// Where a length ends, if the text ties it to a time (TimeML's `endPoint`).
    pub fn end_point(&self) -> Option<Endpoint> {
        self.more.as_ref()?.end_point
    }

    /// Other readings, the next best first, as TimeML values.
    pub fn alternatives(&self) -> &[Text] {
        self.more.as_ref().map_or(&[], |more| &more.alternatives)
    }

    pub(crate) fn set_scope(&mut self, scope: Interval) {
        self.more.get_or_insert_default().scope = Some(scope);
    }

    pub(crate) fn set_phrase(&mut self, phrase: Span) {
        self.phrase = phrase.into();
    }

    pub(crate) fn set_begin_point(&mut self, point: Endpoint) {
        self.more.get_or_insert_default().begin_point = Some(point);
    }

    pub(crate) fn set_end_point(&mut self, point: Endpoint) {
        self.more.get_or_insert_default().end_point = Some(point);
    }

    pub(crate) fn set_alternatives(&mut self, alternatives: Vec<Text>) {
        if !alternatives.is_empty() {
            self.more.get_or_insert_default().alternatives = alternatives;
        }
    }

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

/// How an expression is written down.
#[cfg(feature = "serde")]
mod data {
    use super::{Endpoint, Lean, Signal, TimexType};
    use crate::calendar::{Granule, Interval, Unit};
    use crate::error::Unresolved;
    use crate::expr::Expr;
    use crate::shared::Text;
    use crate::span::Span;

    #[derive(serde::Serialize, serde::Deserialize)]
    pub(super) struct Timex {
        span: Span,
        text: Text,
        expr: Expr,
        signal: Option<Signal>,
        rule: Text,
        kind: TimexType,
        value: Text,
        granule: Option<Granule>,
        interval: Option<Interval>,
        scope: Option<Interval>,
        phrase: Span,
        begin_point: Option<Endpoint>,
        end_point: Option<Endpoint>,
        grain: Option<Unit>,
        unresolved: Option<Unresolved>,
        anchor: Option<Granule>,
        lean: Option<Lean>,
        reason: Option<Text>,
        alternatives: Vec<Text>,
        zone: Option<i16>,
    }

    impl From<super::Timex> for Timex {
        fn from(t: super::Timex) -> Self {
            let (phrase, super::More { scope, begin_point, end_point, alternatives }) =
                (t.phrase(), t.more.map_or_else(Default::default, |more| *more));
            Timex {
                span: t.span,
                text: t.text,
                expr: t.expr,
                signal: t.signal,
                rule: t.rule,
                kind: t.kind,
                value: t.value,
                granule: t.granule,
                interval: t.interval,
                scope,
                phrase,
                begin_point,
                end_point,
                grain: t.grain,
                unresolved: t.unresolved,
                anchor: t.anchor,
                lean: t.lean,
                reason: t.reason,
                alternatives,
                zone: t.zone,
            }
        }
    }

    impl From<Timex> for super::Timex {
        fn from(t: Timex) -> Self {
            let more = super::More {
                scope: t.scope,
                begin_point: t.begin_point,
                end_point: t.end_point,
                alternatives: t.alternatives,
            };
            super::Timex {
                span: t.span,
                text: t.text,
                expr: t.expr,
                signal: t.signal,
                rule: t.rule,
                kind: t.kind,
                value: t.value,
                granule: t.granule,
                interval: t.interval,
                grain: t.grain,
                unresolved: t.unresolved,
                anchor: t.anchor,
                lean: t.lean,
                reason: t.reason,
                zone: t.zone,
                phrase: t.phrase.into(),
                more: Some(more).filter(|more| *more != super::More::default()).map(Box::new),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Timex;

    #[test]
    fn an_expression_is_small() {
        assert!(size_of::<Timex>() <= 184);
    }
}
