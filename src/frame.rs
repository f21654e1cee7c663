//! What each expression is counted from, and which way it leans: the pass over the document that turns mentions into
//! dated expressions.

mod lean;
mod scope;

use crate::calendar::{Cycle, Granule, Interval, Period, Unit};
use crate::expr::{Anchor, Expr, Step, What};
use crate::lang::{ENGLISH, Kinds, Sense};
use crate::resolve::{Frame, Resolution, resolve};
use crate::span::Span;
use crate::text::{self, Document, Ptb, Shape, Upos};
use crate::timeml;
use crate::timex::{Lean, Mention, Signal, Timex, TimexType};
use chrono::{Datelike, NaiveDateTime};
use std::borrow::Cow;

/// Dates every mention: `published` is the time of speaking, `lean` overrides what the sentence says.
pub fn date(
    document: &Document<'_>,
    mentions: Vec<Mention>,
    published: NaiveDateTime,
    lean: Option<Lean>,
) -> Vec<Timex> {
    let history = is_history(&mentions, published);
    let quotes = quotations(document);
    let mut frame = Frame::new(published);
    // The sentence in which the story last stood in a year well before the publication.
    let mut old = None;
    let filed = text::dateline(document).unwrap_or(0..0);
    let mut timexes: Vec<Timex> = Vec::with_capacity(mentions.len());
    for (i, mention) in mentions.iter().enumerate() {
        let (chosen, reason) = match lean {
            Some(lean) => (lean, "as the caller wants it"),
            None if filed.contains(&mention.first) => (Lean::Nearest, "a dateline: the nearest one"),
            None => lean::lean_of(document, mention),
        };
        frame.lean = chosen;
        frame.sure = reason != lean::DEFAULT.1;
        let sentence = document.sentence_of(mention.first);
        frame.history = history || old == Some(sentence) && chosen != Lean::Future;
        let quoted = inside(&quotes, mention.span);
        let said = quoted.then(|| day_of_saying(document, &mentions, i, &quotes, &frame)).flatten();
        let mut speaking = said.map_or(frame, |day| Frame { now: day, ..frame });
        if let Some(year) = year_of_range(document, &mentions, i) {
            speaking = Frame { story: Some(Granule::Year(year)), history: true, lean: Lean::Past, ..speaking };
        }
        if let Some(day) = day_of_clock(document, &mentions, &timexes, &speaking) {
            speaking.story = Some(day);
        }
        let found = match range_begin(document, &mentions, i).and_then(|b| timexes.get(b)) {
            Some(begin) => resolve_end(&mention.expr, begin, &speaking),
            None => resolve(&mention.expr, &speaking),
        };
        let ahead = ahead(mention, &speaking);
        let mut timex = timex(document, mention, &speaking, found, chosen, reason);
        timex.interval = timex.interval.or(ahead);
        if said.is_some() && timex.reason.is_none() && is_deictic(&timex.expr) {
            timex.reason = Some(Cow::Borrowed("counted from the day of the saying"));
        }
        if let Some(report) = report(document, mention, &timex, timexes.last(), published) {
            frame.report = Some(report);
        }
        // A plan moves no history, and neither quotations nor asides move anything.
        let told = !quoted && (!history || chosen != Lean::Future) && !is_aside(document, mention);
        if let Some(story) = moves_story(&timex, history, published).filter(|_| told) {
            frame.story = Some(story);
            old = story.begin().is_some_and(|b| b.date().year() < published.year() - 2).then_some(sentence);
        }
        timexes.push(timex);
    }
    scope::fill(document, &mentions, &mut timexes, published);
    timexes
}

/// When a length ends that is said to pass from now on: "will return in three weeks", "within two days".
fn ahead(mention: &Mention, frame: &Frame) -> Option<Interval> {
    let Expr::Length(by) = mention.expr.bare() else { return None };
    if !frame.sure || frame.lean == Lean::Past {
        return None;
    }
    let end = by.add(frame.now, 1)?;
    match mention.signal? {
        // "in an hour" is told by the minute.
        Signal::In if by.grain() == Unit::Hour => Granule::of(Unit::Minute, end).interval(),
        Signal::In if by.unit <= Unit::Week => Granule::of(by.grain().min(Unit::Day), end).interval(),
        Signal::In => Granule::of(by.grain(), end).interval(),
        // Within days and longer lengths: up to the day on which they are over.
        Signal::Within => {
            let end = if by.grain() < Unit::Day { end } else { Granule::of(Unit::Day, end).begin()? };
            Some(Interval { begin: Some(frame.now), end: Some(end) })
        }
        _ => None,
    }
}

/// The quarter that the article reports on, where an expression names it: "the third quarter", "the three months ended
/// Sept. 30".
fn report(
    document: &Document<'_>,
    mention: &Mention,
    timex: &Timex,
    before: Option<&Timex>,
    published: NaiveDateTime,
) -> Option<Granule> {
    // What is reported on is over.
    let over = |g: &Granule| g.interval().and_then(|i| i.end).is_some_and(|end| end <= published);
    let granule = timex.granule.filter(over)?;
    if matches!(granule, Granule::Quarter(..) | Granule::Half(..)) && !matches!(timex.expr, Expr::Shift { .. }) {
        return Some(granule);
    }
    let three_months = matches!(before.map(|b| &b.expr), Some(Expr::Length(by)) if *by == Period::new(3, Unit::Month));
    let ended = has(document, mention.first.wrapping_sub(1), Sense::Ended.kind() | Sense::To.kind());
    (three_months && ended).then(|| granule.widen(Unit::Quarter)).flatten()
}

/// The year of a range whose end alone names it: "from June 3 to June 8, 2024".
fn year_of_range(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<i32> {
    let (first, last) = (mentions.get(i)?, mentions.get(i + 1)?);
    let named = matches!(last.expr, Expr::At(Granule::Day(_) | Granule::Month(..)));
    let bare = matches!(first.expr, Expr::Bare(Cycle::MonthDay(..) | Cycle::Month(_)));
    let year = (named && bare && joined(document, first, last)).then(|| year_named(&last.expr)).flatten()?;
    // "from December to May 2022" begins in the year before.
    let month = |expr: &Expr| match expr {
        Expr::Bare(Cycle::MonthDay(m, _) | Cycle::Month(m)) => Some(u32::from(*m)),
        Expr::At(g) => g.begin().map(|b| b.month()),
        _ => None,
    };
    Some(if month(&first.expr) > month(&last.expr) { year - 1 } else { year })
}

/// The day that a bare time of day belongs to when one is named beside it: "Thursday before 5 p.m.", "from 9 a.m. to 5 p.m.
/// on Tuesday". `timexes` are those before the mention.
fn day_of_clock(document: &Document<'_>, mentions: &[Mention], timexes: &[Timex], frame: &Frame) -> Option<Granule> {
    /// How many words may stand between a day and its hour.
    const NEAR: usize = 4;
    let here = mentions.get(timexes.len())?;
    let of_day = |expr: &Expr| match expr {
        Expr::Bare(c) => c.round() == Unit::Day,
        Expr::Step(Step::This, What::Cycle(c), Anchor::Narrative) => c.round() == Unit::Day,
        _ => false,
    };
    if !of_day(here.expr.bare()) {
        return None;
    }
    if let Some(next) = mentions.get(timexes.len() + 1).filter(|next| joined(document, here, next))
        && let Expr::In(Cycle::Clock(..) | Cycle::DayPart(_), day) = &next.expr
    {
        return resolve(day, frame).ok()?.granule;
    }
    let (before, timex) = (mentions.get(timexes.len().checked_sub(1)?)?, timexes.last()?);
    let near = here.first < before.end + 1 + NEAR
        && document.sentence_of(before.first) == document.sentence_of(here.first)
        && !document.tokens.get(before.end..here.first)?.iter().any(|t| t.tag.upos == Upos::Verb);
    timex.granule.filter(|_| near && timex.kind != TimexType::Duration)?.widen(Unit::Day)
}

/// The begin of the range whose end is mention `i`: "between March and October".
fn range_begin(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let (first, last) = (mentions.get(before)?, mentions.get(i)?);
    let bare = |m: &Mention| matches!(m.expr.bare(), Expr::Bare(c) if c.round() >= Unit::Week);
    let opened = has(document, first.first.wrapping_sub(1), Sense::FromWord.kind() | Sense::Between.kind());
    // "10 August 2013 - 12 September"
    let dated = matches!(first.expr, Expr::At(_)) && has(document, first.end, Sense::To.kind());
    (bare(last) && (opened || dated) && joined(document, first, last)).then_some(before)
}

/// Whether only a word such as "to" or "and" stands between two mentions.
fn joined(document: &Document<'_>, first: &Mention, last: &Mention) -> bool {
    last.first == first.end + 1 && has(document, first.end, Sense::To.kind() | Sense::And.kind())
}

/// Whether the word at `i` has one of these kinds of senses.
fn has(document: &Document<'_>, i: usize, kinds: Kinds) -> bool {
    ENGLISH.kinds(ENGLISH.look_up(document.word(i))) & kinds != 0
}

/// The end of a range is the first one that does not lie before its begin.
fn resolve_end(expr: &Expr, begin: &Timex, frame: &Frame) -> Result<Resolution, crate::Unresolved> {
    let plain = resolve(expr, frame)?;
    let (Some(start), Some(end)) = (begin.interval.and_then(|i| i.begin), plain.interval.and_then(|i| i.end)) else {
        return Ok(plain);
    };
    if end > start && plain.lean != Some(Lean::Future) {
        return Ok(plain);
    }
    resolve(expr, &Frame { now: start, lean: Lean::Future, history: false, ..*frame })
}

/// What stands between quotation marks, a quotation that is not closed up to the end of its paragraph.
fn quotations(document: &Document<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut paragraph = None;
    for sentence in &document.sentences {
        if paragraph != Some(sentence.paragraph) {
            if let (Some(start), Some(last)) = (open.take(), sentence.tokens.start.checked_sub(1)) {
                found.push(Span::new(start, document.span(last..last + 1).end));
            }
            paragraph = Some(sentence.paragraph);
        }
        for i in sentence.tokens.clone() {
            let Some(token) = document.tokens.get(i).filter(|t| t.shape == Shape::Mark) else { continue };
            match (document.word(i), open) {
                ("“" | "``", _) => open = open.or(Some(token.end as usize)),
                ("\"", None) => open = Some(token.end as usize),
                ("”" | "''" | "\"", Some(start)) => {
                    found.push(Span::new(start, token.start as usize));
                    open = None;
                }
                _ => {}
            }
        }
    }
    found
}

/// Whether a span lies within one of the quotations, which are in the order of the text.
fn inside(quotes: &[Span], span: Span) -> bool {
    let at = quotes.partition_point(|q| q.end < span.end);
    quotes.get(at).is_some_and(|q| q.contains(span))
}

/// The day on which a quotation was said: the nearest day that the narrator names in the same paragraph.
fn day_of_saying(
    document: &Document<'_>,
    mentions: &[Mention],
    i: usize,
    quotes: &[Span],
    frame: &Frame,
) -> Option<NaiveDateTime> {
    let paragraph = |m: &Mention| document.sentences.get(document.sentence_of(m.first)).map(|s| s.paragraph);
    let here = mentions.get(i)?;
    if !is_deictic(&here.expr) {
        return None;
    }
    let near = i.saturating_sub(4)..(i + 5).min(mentions.len());
    let outside = |m: &&Mention| paragraph(m) == paragraph(here) && !inside(quotes, m.span);
    let candidates = mentions.get(near)?.iter().filter(outside).filter(|m| names_day(&m.expr));
    let day = candidates.min_by_key(|m| {
        (document.sentence_of(m.first) != document.sentence_of(here.first), m.first.abs_diff(here.first))
    })?;
    let found = resolve(&day.expr, &Frame { lean: Lean::Past, ..*frame }).ok()?.granule?;
    let at = found.begin()?;
    let recent = (frame.now - at).num_days();
    (0..=14).contains(&recent).then_some(at)
}

fn names_day(expr: &Expr) -> bool {
    match expr {
        Expr::Bare(c) => matches!(c, Cycle::Weekday(_) | Cycle::MonthDay(..)),
        Expr::In(_, of) => names_day(of),
        Expr::Shift { by, from: Anchor::Publication, .. } => by.unit == Unit::Day,
        Expr::At(g) => g.unit() == Unit::Day,
        _ => false,
    }
}

fn timex(
    document: &Document<'_>,
    mention: &Mention,
    frame: &Frame,
    found: Result<Resolution, crate::Unresolved>,
    lean: Lean,
    reason: &'static str,
) -> Timex {
    let (kind, value) = timeml::value(&mention.expr, found.as_ref().ok());
    let resolution = found.unwrap_or_default();
    let reason = if let Some(used) = resolution.lean {
        Some(Cow::Borrowed(if used == lean || lean == Lean::Nearest {
            reason
        } else {
            "the other one lies much farther off"
        }))
    } else if frame.history && matches!(mention.expr.bare(), Expr::Bare(_)) && resolution.granule.is_some() {
        Some(Cow::Borrowed("the year of the story"))
    } else {
        None
    };
    Timex {
        span: mention.span,
        text: mention.span.of(document.text).to_string(),
        signal: mention.signal,
        rule: Cow::Borrowed(mention.rule),
        kind,
        value,
        granule: resolution.granule,
        interval: resolution.interval,
        scope: None,
        grain: resolution.granule.map(Granule::unit),
        unresolved: found.err(),
        anchor: resolution.anchor,
        lean: resolution.lean,
        reason,
        alternatives: resolution.other.iter().map(Granule::to_string).collect(),
        zone: mention.zone,
        expr: mention.expr.clone(),
    }
}

/// The time that the story has reached after an expression; none when it does not move it.
fn moves_story(timex: &Timex, history: bool, now: NaiveDateTime) -> Option<Granule> {
    let granule = timex.granule?;
    let begin = granule.begin()?;
    let moves = match timex.expr.bare() {
        // What is to come is no part of the story yet.
        _ if begin > now => false,
        // A history is not told from its day of publication, but may start from it: "fifty years ago today".
        expr if history && is_deictic(expr) => now.year() - begin.year() > 2,
        // The past and the future as such move nothing, nor do comparisons with a year before.
        Expr::Shift { from: Anchor::Narrative, by, .. } => by.unit < Unit::Year || granule.unit() <= Unit::Day,
        Expr::Step(Step::This, What::Unit(_), _) => false,
        _ => true,
    };
    (moves && timex.lean != Some(Lean::Future) && granule.unit() <= Unit::Year).then(|| match granule.unit() {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::DayPart => granule.widen(Unit::Day).unwrap_or(granule),
        _ => granule,
    })
}

/// Whether it stands in a relative clause or a participle's between commas: told in passing, it moves no story.
fn is_aside(document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    let closed = document.word(mention.end) == ",";
    (sentence.tokens.start..mention.first).rev().take(6).find_map(|i| match tag(i)? {
        Ptb::Wdt | Ptb::Wp => Some(true),
        Ptb::Punct if document.word(i) == "," => Some(closed && matches!(tag(i + 1), Some(Ptb::Vbn | Ptb::Vbg))),
        _ => None,
    }) == Some(true)
}

/// A text tells the past by its own calendar when most of the years that it names lie well before its publication.
fn is_history(mentions: &[Mention], published: NaiveDateTime) -> bool {
    let (mut old, mut new, mut deictic) = (0, 0, 0);
    for mention in mentions {
        match year_named(&mention.expr) {
            Some(year) if year < published.year() - 2 => old += 1,
            Some(_) => new += 1,
            None if is_deictic(&mention.expr) => deictic += 1,
            None => {}
        }
    }
    old >= 4 && 2 * old > new && old + new > 3 * deictic
}

fn year_named(expr: &Expr) -> Option<i32> {
    match expr.bare() {
        Expr::At(g) => g.begin().map(|b| b.date().year()),
        Expr::Between(a, _) => year_named(a),
        _ => None,
    }
}

fn is_deictic(expr: &Expr) -> bool {
    matches!(
        expr.bare(),
        Expr::Step(_, _, Anchor::Publication)
            | Expr::Shift { from: Anchor::Publication, .. }
            | Expr::Bare(Cycle::Weekday(_))
    )
}
