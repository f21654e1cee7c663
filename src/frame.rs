//! What each expression is counted from, and which way it leans: the pass over the document that turns mentions into
//! dated expressions.

mod aside;
mod lean;
mod quote;
mod range;
mod report;
mod scope;
mod story;

use crate::Options;
use crate::calendar::{Cycle, Granule, Interval, Unit};
use crate::expr::{Anchor, Expr, Step, Way, What};
use crate::lang::{ENGLISH, Kinds, Sense};
use crate::resolve::{Frame, Resolution, resolve};
use crate::shared::Pool;
use crate::span::Span;
use crate::text::{self, Document, Ptb, Shape, Upos};
use crate::timeml;
use crate::timex::{Lean, Mention, Signal, Timex, TimexType};
use aside::{is_announced, is_aside, is_of_this_year, is_told_now, is_until};
use chrono::{Datelike, NaiveDateTime};
use quote::{day_of_saying, quotations};
use range::{is_running, joined, range_begin, resolve_end, year_of_range};
use story::{Place, Story, Telling, needs_day};

/// Dates every mention: `published` is the time of speaking, the options may overrule what the sentence says.
pub fn date(
    document: &Document<'_>,
    mut mentions: Vec<Mention>,
    published: NaiveDateTime,
    options: &Options,
) -> Vec<Timex> {
    if let Some(country) = options.country {
        mentions.iter_mut().for_each(|m| m.expr.settle(country));
    }
    let lean = options.lean;
    let history = is_history(&mentions, published);
    let quotes = quotations(document);
    let mut frame = Frame {
        day_first: options.day_first,
        fiscal_start: options.fiscal_start.unwrap_or(1),
        southern: options.southern,
        day_parts: options.day_parts,
        ..Frame::new(published)
    };
    let mut story = Story::default();
    let filed = text::dateline(document).unwrap_or(0..0);
    let mut timexes: Vec<Timex> = Vec::with_capacity(mentions.len());
    let mut pool = Pool::with_capacity(64);
    for (i, mention) in mentions.iter().enumerate() {
        let (chosen, reason) = match lean {
            Some(lean) => (lean, "as the caller wants it"),
            None if filed.contains(&mention.first) => (Lean::Nearest, "a dateline: the nearest one"),
            None if is_running(document, &mentions, i, published) => lean::RUNNING,
            None => lean::lean_of(document, mention),
        };
        frame.lean = chosen;
        frame.sure = lean::is_sure(reason);
        let until = mention.signal == Some(Signal::Until) && chosen == Lean::Future;
        frame.fixed = lean.is_some() || until || lean::leaves_no_choice(reason);
        frame.planned = !history && lean::is_plan(reason);
        let here = Place::of(document, mention, &quotes);
        let now = is_told_now(document, mention) || here.quote.is_none() && is_announced(document, mention);
        let old = story.old == Some(here.sentence) && !is_of_this_year(document, &mentions, i);
        frame.history = history && !now || old && chosen == Lean::Past;
        // What a quotation in a history has named goes on inside of it.
        let named = story.last.filter(|(place, _)| history && here.quote.is_some() && place.quote == here.quote);
        frame.story = named.map(|l| l.1).or(story.reached);
        let said =
            here.quote.and_then(|_| day_of_saying(document, &mentions, i, &quotes, &frame, story.day_here(here)));
        // In a history people speak at the time of the story: “before this decade is out”.
        let then = story.reached.filter(|_| history && here.quote.is_some()).and_then(Granule::begin);
        let mut speaking = said.or(then).map_or(frame, |day| Frame { now: day, ..frame });
        let behind = story.year_behind(&mention.expr, chosen, &here, frame.now).filter(|_| !history);
        if let Some(year) = year_of_range(document, &mentions, i).or(behind) {
            speaking = Frame { story: Some(Granule::Year(year)), history: true, lean: Lean::Past, ..speaking };
        }
        if let Some(year) = story.year_ahead(&mention.expr, chosen, &here, frame.now) {
            speaking = Frame { now: year, lean: Lean::Future, fixed: true, ..speaking };
        }
        if let Some(quarter) = report::quarter_ended(document, &mentions, i, &frame) {
            speaking.report = Some(quarter);
        }
        let beside = day_of_clock(document, &mentions, &timexes, &speaking);
        let weeks_ago = end_of_week(&mentions, &timexes, mention);
        let found = match range_begin(document, &mentions, i).and_then(|b| timexes.get(b)) {
            Some(begin) => resolve_end(&mention.expr, begin, &speaking),
            None if recurs(document, &mentions, i) => Err(crate::Unresolved::Recurs),
            None if is_of_unknown_day(document, &mentions, i) => Err(crate::Unresolved::Vague),
            // "two weeks ago Monday"
            None if weeks_ago.is_some() => {
                resolve(&mention.expr, &Frame { now: weeks_ago.unwrap_or(frame.now), ..speaking })
            }
            None if beside.is_some() => resolve(&mention.expr, &Frame { story: beside, ..speaking }),
            None => resolve_fitting(&mention.expr, &speaking, story.bases(&mention.expr, &speaking, &here)),
        };
        let ahead = ahead(document, mention, &speaking);
        let mut timex = timex(document, mention, &speaking, found, (chosen, reason), &mut pool);
        timex.interval = timex.interval.or(ahead);
        if said.is_some() && timex.reason.is_none() && is_deictic(&timex.expr) {
            timex.reason = Some(pool.get("counted from the day of the saying"));
        }
        report::follow(document, mention, &timex, timexes.last(), published, &mut frame);
        // A plan moves no history, and neither quotations nor asides move anything.
        let told = here.quote.is_none()
            && (!history || chosen != Lean::Future && !is_until(document, mention))
            && !is_aside(document, mention);
        let saying = is_attribution(&quotes, document, mention);
        let when = document.word(mention.end) == ","
            && document.tokens.get(mention.end + 1).is_some_and(|t| t.tag.ptb == Ptb::Wrb);
        story.follow(&timex, here, &frame, Telling { told, saying, history, when });
        if filed.contains(&mention.first) {
            story.forget_news();
        }
        timexes.push(timex);
    }
    scope::fill(document, &mentions, &mut timexes, published);
    timexes
}

/// Counts from the first of `bases` that agrees with the sentence: what it tells in the past is not to come, and what it
/// says is to come is not over.
fn resolve_fitting(expr: &Expr, frame: &Frame, bases: [Option<Granule>; 2]) -> Result<Resolution, crate::Unresolved> {
    if !expr.needs_narrative() && !needs_day(expr.bare()) {
        return resolve(expr, frame);
    }
    let today = Granule::of(Unit::Day, frame.now).interval().and_then(|i| i.end);
    // "that night", "the same day" name it, however it stands to the time of speaking.
    let named = matches!(expr.bare(), Expr::Step(Step::This, what, _) if what.unit() <= Unit::Day);
    let fits = |found: &Result<Resolution, _>| match found.as_ref().ok().and_then(|r| r.interval) {
        Some(Interval { begin, .. }) if frame.sure && frame.lean == Lean::Past => begin < today,
        Some(Interval { end, .. }) if frame.planned && !named => end.is_none_or(|end| end > frame.now),
        _ => true,
    };
    let from = |story| resolve(expr, &Frame { story, ..*frame });
    let likely = from(bases[0]);
    if fits(&likely) {
        return likely;
    }
    // Only plans may count from the time of speaking.
    let others = bases[1].map(Some).into_iter().chain(frame.planned.then_some(None));
    others.map(from).find(|found| found.is_ok() && fits(found)).unwrap_or(likely)
}

/// The last day of the week that stands right before a weekday: "two weeks ago Monday".
fn end_of_week(mentions: &[Mention], timexes: &[Timex], here: &Mention) -> Option<NaiveDateTime> {
    let (before, week) = (mentions.get(timexes.len().checked_sub(1)?)?, timexes.last()?);
    let weekday = matches!(here.expr, Expr::Bare(Cycle::Weekday(_))) && before.end == here.first;
    let ago =
        matches!(before.expr, Expr::Shift { by, way: Way::Before, from: Anchor::Publication } if by.unit == Unit::Week);
    week.granule.filter(|_| weekday && ago)?.interval()?.last_day().map(Into::into)
}

/// Whether a time of day is that of each day that the same sentence counts up: "every Sunday between 11 a.m. and 4 p.m.".
fn recurs(document: &Document<'_>, mentions: &[Mention], i: usize) -> bool {
    let Some(mention) = mentions.get(i).filter(|m| matches!(m.expr.bare(), Expr::Bare(Cycle::Clock(..)))) else {
        return false;
    };
    let sentence = document.sentence_of(mention.first);
    let near = mentions.get(i.saturating_sub(3)..(i + 2).min(mentions.len())).unwrap_or_default();
    near.iter().any(|m| {
        let each = matches!(&m.expr, Expr::Every(r) if r.every || matches!(r.what, What::Cycle(_)));
        each && document.sentence_of(m.first) == sentence && m.first <= mention.end + 1
    })
}

/// Whether a mention stands behind a quotation in its sentence: “...,” she said on Friday. It dates the saying.
fn is_attribution(quotes: &[Span], document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let start = document.span(sentence.tokens.clone()).start;
    let at = quotes.partition_point(|q| q.end <= mention.span.start);
    at.checked_sub(1).and_then(|b| quotes.get(b)).is_some_and(|q| q.end > start)
}

/// When a length ends that is said to pass from now on: "will return in three weeks", "within two days".
fn ahead(document: &Document<'_>, mention: &Mention, frame: &Frame) -> Option<Interval> {
    let Expr::Length(by) = mention.expr.bare() else { return None };
    // A headline without a verb: "Third summit in two weeks".
    if (!frame.sure || frame.lean == Lean::Past) && !is_verbless(document, mention) {
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

/// "He fell on the first day. That night ... In the following days": what counts from a day that its paragraph counts up
/// and nobody dates.
fn is_of_unknown_day(document: &Document<'_>, mentions: &[Mention], i: usize) -> bool {
    let Some(here) = mentions.get(i) else { return false };
    let this_day = |e: &Expr| matches!(e, Expr::Step(Step::This, _, Anchor::Narrative)) && needs_day(e);
    if !this_day(here.expr.bare()) && !matches!(here.expr.bare(), Expr::Stretch(_, _, Anchor::Narrative)) {
        return false;
    }
    let paragraph = |m: &Mention| document.sentences.get(document.sentence_of(m.first)).map(|s| s.paragraph);
    // Up to the last time that the paragraph names by itself.
    let own = |m: &&Mention| !m.expr.needs_narrative() && !matches!(m.expr.bare(), Expr::Length(_));
    let before = mentions.get(..i).unwrap_or_default().iter().rev().take_while(|m| paragraph(m) == paragraph(here));
    let named = before.into_iter().find(own).map_or(0, |m| m.end);
    let reach = here.first.saturating_sub(80).max(named);
    let counted = |k: usize| {
        has(document, k, Sense::Ordinal(1).kind())
            && has(document, k + 1, Sense::Unit(Unit::Day).kind())
            && !has(document, k + 1, Sense::Plural.kind())
    };
    let of = |k: usize| document.sentences.get(document.sentence_of(k)).map(|s| s.paragraph);
    (reach..here.first).rev().take_while(|&k| of(k) == paragraph(here)).any(counted)
}

/// Whether no verb stands in the sentence of a mention.
fn is_verbless(document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let tokens = document.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    !tokens.iter().any(|t| matches!(t.tag.upos, Upos::Verb | Upos::Aux))
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
    // "after nine but before eleven on Thursday"
    let but = |next: &Mention| has(document, here.end, Sense::But.kind()) && next.first <= here.end + 4;
    if let Some(next) = mentions.get(timexes.len() + 1).filter(|next| joined(document, here, next) || but(next))
        && let Expr::In(Cycle::Clock(..) | Cycle::DayPart(_), day) = &next.expr
        // "till tomorrow 4 p.m.": that day is of its own hour alone.
        && !names_day_first(document, next)
    {
        return resolve(day, frame).ok()?.granule;
    }
    let (before, timex) = (mentions.get(timexes.len().checked_sub(1)?)?, timexes.last()?);
    let near = here.first < before.end + 1 + NEAR
        && document.sentence_of(before.first) == document.sentence_of(here.first)
        && !document.tokens.get(before.end..here.first)?.iter().any(|t| t.tag.upos == Upos::Verb);
    timex.granule.filter(|_| near && timex.kind != TimexType::Duration)?.widen(Unit::Day)
}

/// Whether a day stands before its hour: "tomorrow at 4 p.m.", not "4 p.m. on Tuesday".
fn names_day_first(document: &Document<'_>, mention: &Mention) -> bool {
    let hour = Sense::Number(1).kind() | Sense::Hour(0).kind() | Sense::Half.kind() | Sense::Unit(Unit::Quarter).kind();
    let digit = document.tokens.get(mention.first).is_some_and(|t| matches!(t.shape, Shape::Number | Shape::Mixed));
    !digit && !has(document, mention.first, hour)
}

/// Whether the word at `i` has one of these kinds of senses.
fn has(document: &Document<'_>, i: usize, kinds: Kinds) -> bool {
    ENGLISH.kinds(ENGLISH.look_up(document.word(i))) & kinds != 0
}

fn timex(
    document: &Document<'_>,
    mention: &Mention,
    frame: &Frame,
    found: Result<Resolution, crate::Unresolved>,
    (lean, reason): (Lean, &'static str),
    pool: &mut Pool,
) -> Timex {
    let (kind, value) = timeml::value(&mention.expr, found.as_ref().ok());
    let (unresolved, resolution) = (found.as_ref().err().copied(), found.unwrap_or_default());
    let reason = if let Some(used) = resolution.lean {
        Some(if used == lean || lean == Lean::Nearest { reason } else { "the other one lies much farther off" })
    } else if frame.history && matches!(mention.expr.bare(), Expr::Bare(_)) && resolution.granule.is_some() {
        Some("the year of the story")
    } else {
        None
    };
    let (words, rule) = (pool.get(mention.span.of(document.text)), pool.get(mention.rule));
    let mut timex = Timex::new(mention, words, rule, (kind, pool.get(&value)));
    timex.set_alternatives(resolution.other.iter().map(|other| pool.get(&other.to_string())).collect());
    (timex.granule, timex.interval) = (resolution.granule, resolution.interval);
    timex.grain = resolution.granule.map(Granule::unit);
    (timex.unresolved, timex.anchor, timex.lean) = (unresolved, resolution.anchor, resolution.lean);
    timex.reason = reason.map(|reason| pool.get(reason));
    timex
}

/// A text tells the past by its own calendar when most of the years that it names lie well before its publication.
fn is_history(mentions: &[Mention], published: NaiveDateTime) -> bool {
    let (mut old, mut new, mut deictic) = (0, 0, 0);
    for mention in mentions {
        match year_named(&mention.expr) {
            Some(year) if year < published.year() - 2 => old += 1,
            Some(_) => new += 1,
            // A weekday without a date is for readers of that week.
            None if matches!(mention.expr.bare(), Expr::Bare(Cycle::Weekday(_))) => deictic += 2,
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
        Expr::In(_, of) => year_named(of),
        Expr::Numeric(_, _, year) => *year,
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
