//! The reviewable text of an article: what was read where, what it means, what follows from it. A reader can judge a
//! timeline by this page alone.

use crate::Article;
use crate::calendar::{Granule, Interval};
use crate::event::{Aspect, Event, Polarity, Source, Tense};
use crate::export::timeml;
use crate::layout::{self, WIDTH};
use crate::link::Entity;
use crate::span::Span;
use crate::text;
use crate::timeline::{Entry, Timeline};
use crate::timex::{Signal, Timex};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::fmt::Write as _;

/// The article's sentences with every time expression (`[Saturday:t1]`) and every event (`{spoke:e2}`) marked, the table
/// of expressions with meaning, date, rule and reason, the timeline with the chain from quote to date, the events that
/// are not on it, and the conflicts. Fits 100 columns.
pub fn explain(article: &Article, timeline: &Timeline) -> String {
    let mut page = String::with_capacity(article.text.len() * 6);
    if let Some(title) = &article.title {
        let _ = layout::columns(&mut page, &[("Title:", 10)], title, WIDTH);
    }
    let published = article.published.format("%Y-%m-%d %H:%M, %A").to_string().replace(" 00:00,", ",");
    let _ = layout::columns(&mut page, &[("Published:", 10)], &published, WIDTH);
    marked_text(&mut page, article, timeline);
    expressions(&mut page, timeline);
    entries(&mut page, timeline);
    others(&mut page, timeline);
    conflicts(&mut page, timeline);
    page
}

fn section(page: &mut String, title: &str) {
    let _ = writeln!(page, "\n── {title} {}", "─".repeat((WIDTH - 4).saturating_sub(title.chars().count())));
}

/// One row of columns into the page.
fn row(page: &mut String, left: &[(&str, usize)], text: &str) {
    let _ = layout::columns(page, left, text, WIDTH);
}

// --- The text ---

fn marked_text(page: &mut String, article: &Article, timeline: &Timeline) {
    section(page, "Text");
    let document = text::read(&article.text);
    let marks = marks(timeline);
    let mut next = 0;
    let mut paragraph = None;
    let last = document.sentences.len().to_string().len();
    for (i, sentence) in document.sentences.iter().enumerate() {
        if paragraph.is_some_and(|p| p != sentence.paragraph) {
            page.push('\n');
        }
        paragraph = Some(sentence.paragraph);
        let span = document.span(sentence.tokens.clone());
        let words = marked(&article.text, span, &marks, &mut next);
        let heading = if sentence.heading { "# " } else { "" };
        row(page, &[((i + 1).to_string().as_str(), last)], &format!("{heading}{words}"));
    }
}

/// Where the marks open and close: byte, whether it closes, what.
fn marks(timeline: &Timeline) -> Vec<(Span, Entity)> {
    let timexes = timeline.expressions.iter().enumerate().map(|(i, t)| (t.span, Entity::Timex(i)));
    let events = timeline.events.iter().enumerate().map(|(i, e)| (e.span(), Entity::Event(i)));
    let mut marks: Vec<_> = timexes.chain(events).filter(|(span, _)| !span.is_empty()).collect();
    marks.sort_by_key(|(span, entity)| (span.start, std::cmp::Reverse(span.end), *entity));
    marks
}

/// The words of `span` with the marks that begin in it, from mark number `next` on. A mark inside another one is closed
/// before it.
fn marked(text: &str, span: Span, marks: &[(Span, Entity)], next: &mut usize) -> String {
    let mut out = String::with_capacity(span.len() * 2);
    let mut open: Vec<(usize, Entity)> = Vec::new();
    let mut at = span.start;
    let copy = |out: &mut String, at: &mut usize, to: usize| {
        out.push_str(text.get(*at..to).unwrap_or_default());
        *at = to.max(*at);
    };
    while marks.get(*next).is_some_and(|(mark, _)| mark.start < span.start) {
        *next += 1;
    }
    while let Some((mark, entity)) = marks.get(*next).filter(|(mark, _)| mark.start < span.end) {
        while let Some((end, inner)) = open.pop_if(|(end, _)| *end <= mark.start) {
            copy(&mut out, &mut at, end);
            close(&mut out, inner);
        }
        copy(&mut out, &mut at, mark.start);
        out.push(if matches!(entity, Entity::Event(_)) { '{' } else { '[' });
        let outer = open.last().map_or(span.end, |(end, _)| *end);
        open.push((mark.end.min(outer), *entity));
        *next += 1;
    }
    while let Some((end, inner)) = open.pop() {
        copy(&mut out, &mut at, end);
        close(&mut out, inner);
    }
    copy(&mut out, &mut at, span.end);
    out
}

fn close(out: &mut String, entity: Entity) {
    let bracket = if matches!(entity, Entity::Event(_)) { '}' } else { ']' };
    let _ = write!(out, ":{}{bracket}", timeml::id(entity));
}

// --- The expressions ---

fn expressions(page: &mut String, timeline: &Timeline) {
    section(page, "Time expressions: words, meaning, date, rule");
    if timeline.expressions.is_empty() {
        page.push_str("none\n");
    }
    let meanings: Vec<_> = timeline.expressions.iter().map(|t| t.expr.to_string()).collect();
    let id_width = timeml::id(Entity::Timex(timeline.expressions.len())).len();
    let widest = |cells: &mut dyn Iterator<Item = usize>, most: usize| cells.max().unwrap_or(0).min(most);
    let words_width = widest(&mut timeline.expressions.iter().map(|t| words(t).chars().count()), 26);
    let meaning = widest(&mut meanings.iter().map(|m| m.chars().count()), 24);
    let date = widest(&mut timeline.expressions.iter().map(|t| t.value.chars().count()), 16);
    for (i, (timex, meant)) in timeline.expressions.iter().zip(&meanings).enumerate() {
        let id = timeml::id(Entity::Timex(i));
        let cells = [(id.as_str(), id_width), (&words(timex), words_width), (meant, meaning), (&timex.value, date)];
        row(page, &cells, &timex.rule);
        let because = reasons(timex, timeline.published.date());
        if !because.is_empty() {
            row(page, &[("", id_width)], &because);
        }
    }
}

/// The words with the sense of the preposition before them: "(since) Monday".
fn words(timex: &Timex) -> String {
    let words = layout::trim(&timex.text, 60);
    match timex.signal {
        Some(signal) => format!("({}) {words}", signal_name(signal)),
        None => words,
    }
}

fn signal_name(signal: Signal) -> &'static str {
    match signal {
        Signal::In => "in",
        Signal::For => "for",
        Signal::Since => "since",
        Signal::Until => "until",
        Signal::By => "by",
        Signal::Before => "before",
        Signal::After => "after",
        Signal::Within => "within",
        Signal::Of => "of",
    }
}

/// What led to the value, in one line: the stretch where the value does not show it, the anchor where it is not the day
/// of publication, the lean and its reason, other readings.
fn reasons(timex: &Timex, published: NaiveDate) -> String {
    let mut parts = Vec::new();
    let plain = match timex.granule {
        Some(Granule::Year(_) | Granule::Month(..) | Granule::Day(_) | Granule::Minute(..)) => {
            timex.expr.modifier().is_none()
        }
        _ => false,
    };
    parts.extend(timex.interval.filter(|_| !plain).map(stretch));
    parts.extend(timex.unresolved.map(|why| format!("no place: {why}")));
    let anchor = timex.anchor.filter(|anchor| *anchor != Granule::Day(published));
    parts.extend(anchor.map(|anchor| format!("counted from {anchor}")));
    parts.extend(timex.lean.map(|lean| format!("taken as {lean}")));
    parts.extend(timex.reason.as_ref().map(|reason| reason.to_string()));
    parts.extend(timex.zone.map(zone));
    if !timex.alternatives().is_empty() {
        parts.push(format!("or: {}", timex.alternatives().join(", ")));
    }
    parts.join("; ")
}

/// An interval by its days, or by its moments when it is not made of whole days.
fn stretch(interval: Interval) -> String {
    let whole = |at: Option<NaiveDateTime>| at.is_none_or(|at| at.time() == NaiveTime::MIN);
    let (from, to) = if whole(interval.begin) && whole(interval.end) {
        (interval.first_day().map(|d| d.to_string()), interval.last_day().map(|d| d.to_string()))
    } else {
        let moment = |at: NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%S").to_string();
        (interval.begin.map(moment), interval.end.map(moment))
    };
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => "open".into(),
    }
}

fn zone(minutes: i16) -> String {
    let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
    format!("zone UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

// --- The events ---

fn entries(page: &mut String, timeline: &Timeline) {
    section(page, "Timeline");
    if timeline.entries.is_empty() {
        page.push_str("none\n");
    }
    let dates: Vec<_> = timeline.entries.iter().map(|e| e.when.to_string()).collect();
    let left = dates.iter().map(|d| d.chars().count()).max().unwrap_or(0).min(24);
    for (entry, date) in timeline.entries.iter().zip(&dates) {
        let id = timeml::id(Entity::Event(entry.event));
        row(page, &[(date, left)], &format!("{}  {{{id}}}", layout::trim(&entry.sentence(), 400)));
        row(page, &[("", left)], &facts(entry, timeline.event(entry)));
        for step in timeline.evidence(entry) {
            row(page, &[("", left), ("because", 7)], &step.to_string());
        }
    }
}

/// What is asserted about an entry, on one line.
fn facts(entry: &Entry, event: Option<&Event>) -> String {
    let mut facts = vec![entry.status.to_string()];
    facts.extend(entry.speaker.as_ref().map(|name| format!("says {}", layout::trim(name, 60))));
    match (entry.agent(), entry.patient()) {
        (Some(a), Some(p)) => facts.push(format!("{} → {}", layout::trim(&a.text, 60), layout::trim(&p.text, 60))),
        (Some(a), None) => facts.push(format!("{} →", layout::trim(&a.text, 60))),
        (None, Some(p)) => facts.push(format!("→ {}", layout::trim(&p.text, 60))),
        (None, None) => {}
    }
    facts.extend(event.map(grammar));
    if event.is_some_and(|e| e.headline) {
        facts.push("headline".into());
    }
    facts.join(" · ")
}

/// TimeML's view of an event: class, tense, aspect, polarity, modality, and what it hangs on.
fn grammar(event: &Event) -> String {
    let mut words = vec![timeml::class(event.class).to_lowercase()];
    if event.tense != Tense::None {
        words.push(timeml::tense(event.tense).to_lowercase());
    }
    if event.aspect != Aspect::None {
        words.push(timeml::aspect(event.aspect).to_lowercase().replace('_', " "));
    }
    if event.passive {
        words.push("passive".into());
    }
    if event.polarity == Polarity::Neg {
        words.push("negated".into());
    }
    words.extend(event.modality.as_ref().map(|m| format!("“{m}”")));
    let mut line = words.join(" ");
    if let Some(governor) = event.governor() {
        let role = format!("{:?}", event.role).to_lowercase();
        let _ = write!(line, " · {role} of {}", timeml::id(Entity::Event(governor)));
    }
    if let Some(earlier) = event.repeats() {
        let _ = write!(line, " · repeats {}", timeml::id(Entity::Event(earlier)));
    }
    line
}

fn others(page: &mut String, timeline: &Timeline) {
    let mut shown = vec![false; timeline.events.len()];
    for entry in &timeline.entries {
        shown.get_mut(entry.event).into_iter().for_each(|s| *s = true);
    }
    let others = || timeline.events.iter().enumerate().filter(|(i, _)| !shown.get(*i).copied().unwrap_or(false));
    let when = |i: usize| timeline.when.get(i).copied().unwrap_or_default().to_string();
    let widest = |cell: &dyn Fn(usize, &Event) -> usize| others().map(|(i, e)| cell(i, e)).max().unwrap_or(0);
    let id_width = timeml::id(Entity::Event(timeline.events.len())).len();
    let trigger_width = widest(&|_, event| event.text.chars().count()).min(14);
    let status_width = widest(&|_, event| event.status.to_string().len());
    let date_width = widest(&|i, _| when(i).chars().count()).min(24);
    section(page, "Events that are not on the timeline");
    if others().next().is_none() {
        page.push_str("none\n");
    }
    for (i, event) in others() {
        let id = timeml::id(Entity::Event(i));
        let trigger = layout::trim(&event.text, 40);
        let status = event.status.to_string();
        let mut facts = grammar(event);
        if let Source::Speaker { name, .. } = event.source() {
            let _ = write!(facts, " · says {}", layout::trim(name, 60));
        }
        let cells =
            [(id.as_str(), id_width), (&trigger, trigger_width), (&status, status_width), (&when(i), date_width)];
        row(page, &cells, &facts);
    }
}

fn conflicts(page: &mut String, timeline: &Timeline) {
    section(page, "Conflicts");
    if timeline.conflicts.is_empty() {
        page.push_str("none\n");
    }
    for conflict in &timeline.conflicts {
        let _ = write!(page, "{conflict}");
    }
}
