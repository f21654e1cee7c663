//! What each expression is counted from, and which way it leans: the pass over the document that turns mentions into
//! dated expressions.

use crate::calendar::{Cycle, Granule, Period, Unit};
use crate::expr::{Anchor, Expr, Modifier, Step, What};
use crate::lang::{ENGLISH, Sense};
use crate::resolve::{Frame, Resolution, resolve};
use crate::span::Span;
use crate::text::{Document, Ptb, Shape};
use crate::timeml;
use crate::timex::{Lean, Mention, Signal, Timex};
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
    let mut timexes: Vec<Timex> = Vec::with_capacity(mentions.len());
    for (i, mention) in mentions.iter().enumerate() {
        let (chosen, reason) = match lean {
            Some(lean) => (lean, "as the caller wants it"),
            None => lean_of(document, mention),
        };
        frame.lean = chosen;
        frame.sure = reason != DEFAULT.1;
        let sentence = document.sentence_of(mention.first);
        frame.history = history || old == Some(sentence) && chosen != Lean::Future;
        let quoted = quotes.iter().any(|q| q.contains(mention.span));
        let said = quoted.then(|| day_of_saying(document, &mentions, i, &quotes, &frame)).flatten();
        let mut speaking = said.map_or(frame, |day| Frame { now: day, ..frame });
        if let Some(year) = year_of_range(document, &mentions, i) {
            speaking = Frame { story: Some(Granule::Year(year)), history: true, lean: Lean::Past, ..speaking };
        }
        let found = match range_begin(document, &mentions, i).and_then(|b| timexes.get(b)) {
            Some(begin) => resolve_end(&mention.expr, begin, &speaking),
            None => resolve(&mention.expr, &speaking),
        };
        let mut timex = timex(document, mention, &speaking, found, chosen, reason);
        if said.is_some() && timex.reason.is_none() && is_deictic(&timex.expr) {
            timex.reason = Some(Cow::Borrowed("counted from the day of the saying"));
        }
        if let Some(report) = report(document, mention, &timex, timexes.last()) {
            frame.report = Some(report);
        }
        if let Some(story) = moves_story(&timex).filter(|_| !quoted) {
            frame.story = Some(story);
            old = story.begin().is_some_and(|b| b.date().year() < published.year() - 2).then_some(sentence);
        }
        timexes.push(timex);
    }
    timexes
}

/// The quarter that the article reports on, where an expression names it: "the third quarter", "the three months ended
/// Sept. 30".
fn report(document: &Document<'_>, mention: &Mention, timex: &Timex, before: Option<&Timex>) -> Option<Granule> {
    let granule = timex.granule.filter(|_| timex.lean != Some(Lean::Future))?;
    if matches!(granule, Granule::Quarter(..) | Granule::Half(..)) && !matches!(timex.expr, Expr::Shift { .. }) {
        return Some(granule);
    }
    let three_months = matches!(before.map(|b| &b.expr), Some(Expr::Length(by)) if *by == Period::new(3, Unit::Month));
    let ended = mention.first.checked_sub(1).map(|b| document.word(b)).is_some_and(|w| w == "ended" || w == "to");
    (three_months && ended).then(|| granule.widen(Unit::Quarter)).flatten()
}

/// The year of a range whose end alone names it: "from June 3 to June 8, 2024".
fn year_of_range(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<i32> {
    let (first, last) = (mentions.get(i)?, mentions.get(i + 1)?);
    let named = matches!(last.expr, Expr::At(Granule::Day(_) | Granule::Month(..)));
    let bare = matches!(first.expr, Expr::Bare(Cycle::MonthDay(..) | Cycle::Month(_)));
    (named && bare && joined(document, first, last)).then(|| year_named(&last.expr)).flatten()
}

/// The begin of the range whose end is mention `i`: "between March and October".
fn range_begin(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let (first, last) = (mentions.get(before)?, mentions.get(i)?);
    let bare = |m: &Mention| matches!(m.expr.bare(), Expr::Bare(c) if c.round() >= Unit::Week);
    let opened = first.first.checked_sub(1).is_some_and(|b| {
        let word = document.word(b);
        word.eq_ignore_ascii_case("from") || word.eq_ignore_ascii_case("between")
    });
    (bare(last) && opened && joined(document, first, last)).then_some(before)
}

/// Whether only a word such as "to" or "and" stands between two mentions.
fn joined(document: &Document<'_>, first: &Mention, last: &Mention) -> bool {
    let senses = Sense::To.kind() | Sense::And.kind();
    last.first == first.end + 1 && ENGLISH.kinds(ENGLISH.look_up(document.word(first.end))) & senses != 0
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
    let outside = |m: &&Mention| paragraph(m) == paragraph(here) && !quotes.iter().any(|q| q.contains(m.span));
    let candidates = mentions.get(near)?.iter().filter(outside).filter(|m| names_day(&m.expr));
    let day = candidates.min_by_key(|m| m.first.abs_diff(here.first))?;
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
fn moves_story(timex: &Timex) -> Option<Granule> {
    let granule = timex.granule?;
    let moves = match timex.expr.bare() {
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
    old >= 4 && old > new && old > 3 * deictic
}

fn year_named(expr: &Expr) -> Option<i32> {
    match expr.bare() {
        Expr::At(g) => g.begin().map(|b| b.date().year()),
        Expr::Between(a, _) => year_named(a),
        _ => None,
    }
}

fn is_deictic(expr: &Expr) -> bool {
    match expr.bare() {
        Expr::Step(_, _, Anchor::Publication) | Expr::Shift { from: Anchor::Publication, .. } => true,
        Expr::Bare(Cycle::Weekday(_)) => true,
        _ => false,
    }
}

/// Which way the sentence leans at a mention, with the reason in plain words.
fn lean_of(document: &Document<'_>, mention: &Mention) -> (Lean, &'static str) {
    match mention.signal {
        Some(Signal::Since) if !is_range(document, mention) => return (Lean::Past, "\"since\" looks back"),
        _ => {}
    }
    if mention.expr.modifier() == Some(Modifier::OnOrBefore) {
        return (Lean::Future, "a deadline");
    }
    let sentence = match document.sentences.get(document.sentence_of(mention.first)) {
        Some(s) => s.tokens.clone(),
        None => return DEFAULT,
    };
    // The verb before it in its clause, else the first one behind it.
    let before = (sentence.start..mention.first).rev().take(25).find_map(|i| verb_lean(document, i, sentence.start));
    if let Some(lean) = before {
        return lean;
    }
    // "in effect until Friday"
    if mention.signal == Some(Signal::Until) && !is_range(document, mention) {
        return (Lean::Future, "\"until\" looks ahead");
    }
    let after = (mention.end..sentence.end).take(25).find_map(|i| verb_lean(document, i, sentence.start));
    after.unwrap_or(DEFAULT)
}

const DEFAULT: (Lean, &str) = (Lean::Past, "nothing in the sentence decides, and news looks back");

fn is_range(document: &Document<'_>, mention: &Mention) -> bool {
    document.word(mention.first.wrapping_sub(1)).eq_ignore_ascii_case("from")
}

/// What the word at `i` says about the time of its clause, if it is a verb that says something.
fn verb_lean(document: &Document<'_>, i: usize, start: usize) -> Option<(Lean, &'static str)> {
    let tag = document.tokens.get(i)?.tag.ptb;
    let kinds = || ENGLISH.kinds(ENGLISH.look_up(document.word(i)));
    match tag {
        Ptb::Md if kinds() & Sense::Will.kind() != 0 => Some((Lean::Future, "the verb is in the future")),
        Ptb::Md => {
            let past = document.word(i) == "could";
            (!past).then_some((Lean::Future, "a modal verb looks ahead"))
        }
        Ptb::Vb => {
            // "to meet", "will meet": what goes before decides; a bare infinitive alone says nothing.
            let to = (start..i).rev().take(3).find(|&k| document.tokens[k].tag.ptb == Ptb::To);
            match to {
                // "did not meet", "had to leave", "failed to meet"
                Some(to) => match (start..to).rev().take(3).find_map(|k| failed(document, k)) {
                    Some(lean) => Some(lean),
                    None => Some((Lean::Future, "an infinitive looks ahead")),
                },
                None => None,
            }
        }
        Ptb::Jj | Ptb::Vbn | Ptb::Vbz | Ptb::Vbp | Ptb::Vbg if kinds() & Sense::Ahead.kind() != 0 => {
            Some((Lean::Future, "it is said to be due"))
        }
        Ptb::Vbd | Ptb::Vbn => {
            // "will be sold", "to be released": an auxiliary decides.
            let ahead = (start..i).rev().take(4).find_map(|k| match document.tokens[k].tag.ptb {
                Ptb::Md => Some(document.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.tag.ptb == Ptb::Vb)),
                Ptb::To if tag == Ptb::Vbn => Some(true),
                Ptb::Vbd | Ptb::Punct => Some(false),
                _ => None,
            });
            match ahead {
                Some(true) if tag == Ptb::Vbn => Some((Lean::Future, "the verb is in the future")),
                _ => Some((Lean::Past, "the verb is in the past")),
            }
        }
        // "takes effect Wednesday": the present tense of what is on a calendar, but not of saying and being.
        Ptb::Vbz | Ptb::Vbp => {
            let said = [
                "says", "say", "is", "are", "'s", "’s", "has", "have", "'re", "’re", "'ve", "’ve", "'m", "am", "do",
                "does",
            ];
            (!said.contains(&document.word(i))).then_some((Lean::Future, "the present tense of a plan"))
        }
        _ => None,
    }
}

/// "failed to", "managed to", "had to", "began to": what was done in the past.
fn failed(document: &Document<'_>, i: usize) -> Option<(Lean, &'static str)> {
    let done = ["had", "failed", "managed", "began", "helped", "used", "forced", "appeared", "seemed", "came", "went"];
    done.contains(&document.word(i)).then_some((Lean::Past, "the verb is in the past"))
}
