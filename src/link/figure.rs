//! The period that figures are reported for.

use super::marks::Marks;
use super::view::{Side, View};
use super::{Entity, Found, Relation, Sieve, Statement};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::Expr;
use crate::text::Ptb;
use crate::timex::{Signal, Timex};
use std::ops::Range;

/// "In the nine months the firm earned 5 million. Sales rose 9 percent from a year ago": a figure without a period is of the
/// one that the sentences before it report on. A market's figures are of the day.
///
/// TimeBank: 17 found, 11 annotated so; nobody gave the others a time.
pub(super) fn reported(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut given: Vec<Option<(usize, Relation)>> = vec![None; view.events.len()];
    let mut timed = vec![false; view.events.len()];
    for statement in &found.statements {
        if let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right()) {
            if let Some(slot) = timed.get_mut(e) {
                *slot = true;
            }
            let period = view.timexes.get(t).is_some_and(is_period);
            let inside = matches!(statement.relation(), Relation::During | Relation::Lasts);
            if let Some(slot) = given.get_mut(e).filter(|_| period && inside) {
                *slot = Some((t, statement.relation()));
            }
        }
    }
    let mut last: Option<(usize, Relation, usize)> = None;
    let mut named = subjects(view, found).into_iter().peekable();
    for (e, event) in view.events.iter().enumerate() {
        while let Some((t, sentence)) = named.next_if(|&(_, s)| s <= event.sentence()) {
            last = Some((t, Relation::During, sentence));
        }
        if let Some((t, relation)) = given.get(e).copied().flatten().filter(|_| is_account(event)) {
            // "for the three months ended Sept. 30": the quarter that the article names.
            let spot = view.spots.get(t).filter(|_| relation == Relation::Lasts);
            let quarter = spot.and_then(|spot| ending(view, spot));
            last = Some(quarter.map_or((t, relation), |q| (q, Relation::During)))
                .map(|(t, relation)| (t, relation, event.sentence()));
            continue;
        }
        let free = timed.get(e) == Some(&false) && is_told_figure(view, event);
        let Some((t, relation, sentence)) = last.filter(|_| free) else { continue };
        let paragraph = |s: usize| view.paragraph(s).unwrap_or_default();
        // The quarter that a report is for holds on in the next paragraph, if only as the time that it tells of.
        let quarter = view.timexes.get(t).is_some_and(|t| matches!(t.grain, Some(Unit::Quarter | Unit::Half)));
        let relation = match paragraph(event.sentence()) - paragraph(sentence) {
            0 => relation,
            1 if quarter && relation != Relation::Lasts => Relation::ToldAt,
            _ => continue,
        };
        let near = event.sentence() - sentence <= 2;
        if let Some(timex) = view.timexes.get(t).filter(|_| near) {
            found.date(sieve, e, relation, t, view.words(timex.span, event.span()));
            last = Some((t, relation, event.sentence()));
        }
    }
}

/// "Net income for the three months was 5 million": the periods that subjects name whose verb tells no event, with their
/// sentences.
fn subjects(view: &View<'_>, found: &Found) -> Vec<(usize, usize)> {
    let mut subjects = Vec::new();
    for (t, (timex, spot)) in view.timexes.iter().zip(&view.spots).enumerate() {
        let free = timex.signal == Some(Signal::For) && found.used.get(t) == Some(&false);
        let period = if timex.interval.is_some() { Some(t) } else { ending(view, spot) };
        let Some(period) = period.filter(|_| free && is_period(timex)) else { continue };
        let sentence = view.document.sentence_of(spot.start);
        let first = view.sentence(spot.start).start;
        let account = (first..spot.start).len() < 8 && (first..spot.start).any(|i| view.is(i, NOUNS));
        let be = (spot.end..spot.end + 5).find(|&i| view.document.tokens.get(i).is_some_and(|t| t.tag.is_verb()));
        let be = be.map(|i| if view.is(i, &["ended", "ending"]) { i + 3 } else { i });
        let told = be.is_some_and(|i| (i..i + 3).any(|i| view.is(i, &["was", "were"]) && view.event_at(i).is_none()));
        if account && told {
            subjects.push((period, sentence));
        }
    }
    subjects
}

/// "the three months ended Sept. 30": the period of the calendar that ends on that day, where the article names it.
fn ending(view: &View<'_>, spot: &Range<usize>) -> Option<usize> {
    let day = view.is(spot.end, &["ended", "ending"]).then(|| view.timex_at(spot.end + 1)).flatten()?;
    let end = view.timexes.get(day)?.interval?.end;
    let named = |t: &usize| {
        view.timexes.get(*t).is_some_and(|t| {
            matches!(t.grain, Some(Unit::Quarter | Unit::Half | Unit::Year)) && t.interval.is_some_and(|i| i.end == end)
        })
    };
    (day.saturating_sub(32)..day + 8).find(named)
}

/// "Prices rose 2 percent in January", "added 300 jobs last month": what is counted over a month or more takes all of it. Not
/// so what is also told to come before or after something else, a saying of it apart.
///
/// EventTime: 3 found, all annotated so; TimeBank: 38 found.
pub(super) fn whole(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let saying = |e: usize| view.events.get(e).is_some_and(|e| e.class == Class::Reporting);
    let orders = |s: &&Statement| match (s.left(), s.right()) {
        (Entity::Event(_), Entity::Event(other)) => !(s.relation() == Relation::Before && saying(other)),
        _ => false,
    };
    let during = |s: &&Statement| s.relation() == Relation::During;
    let mut given: Vec<(usize, usize)> = Vec::new();
    for statement in found.statements.iter().filter(during) {
        if let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right())
            && view.timexes.get(t).is_some_and(|t| is_calendar_period(t) && view.side(t) == Side::Past)
        {
            given.push((e, t));
        }
    }
    if given.is_empty() {
        return;
    }
    let ordered = found.statements.iter().filter(orders).flat_map(|s| [s.left(), s.right()]);
    let ordered = Marks::new(view.events.len(), ordered);
    for (e, t) in given {
        let (Some(event), Some(timex)) = (view.events.get(e), view.timexes.get(t)) else { continue };
        if is_counted(view, event) && !ordered.has(Entity::Event(e)) {
            let span = view.words(event.span(), timex.span);
            found.add(sieve, Entity::Event(e), Relation::Includes, Entity::Timex(t), span);
        }
    }
}

/// A month, a quarter or a year of the calendar.
fn is_calendar_period(timex: &Timex) -> bool {
    timex.granule.is_some() && matches!(timex.grain, Some(Unit::Month | Unit::Quarter | Unit::Half | Unit::Year))
}

/// Whether a verb has a number behind it and says by how much something moved, or how much of it came about.
fn is_counted(view: &View<'_>, event: &Event) -> bool {
    let simple = event.tense == Tense::Past && event.aspect == Aspect::None && event.status == Status::Happened;
    let end = view.sentence(event.token()).end;
    let mut near = (event.token() + 1..end).take(8).take_while(|&i| !view.is(i, &[",", ";"]));
    let adds_up = event.is_move() || ADDING_UP.contains(&event.lemma.as_str());
    let number = |i: usize| view.ptb(i) == Ptb::Cd && view.timex_at(i).is_none();
    event.trigger == Trigger::Verb && event.class == Class::Occurrence && simple && adds_up && near.any(number)
}

/// Verbs of what is counted at the end of a period.
const ADDING_UP: &[&str] = &[
    "add", "average", "create", "earn", "export", "import", "lose", "make", "net", "produce", "sell", "ship", "total",
];

/// Whether an expression is a period that accounts are given for.
fn is_period(timex: &Timex) -> bool {
    match timex.expr.bare() {
        // "a year earlier": what is compared.
        Expr::Shift { .. } => false,
        Expr::Length(by) | Expr::Stretch(by, ..) => matches!(by.unit, Unit::Month | Unit::Quarter | Unit::Year),
        _ => {
            matches!(timex.grain, Some(Unit::Quarter | Unit::Half | Unit::Year))
                || timex.grain == Some(Unit::Month) && timex.granule.is_some()
        }
    }
}

/// Whether an event tells of accounts.
pub(super) fn is_account(event: &Event) -> bool {
    match event.trigger {
        Trigger::Verb => event.is_move() || VERBS.contains(&event.lemma.as_str()),
        _ => NOUNS.contains(&event.lemma.as_str()),
    }
}

const VERBS: &[&str] = &["earn", "report", "post", "have", "lose", "total", "take", "record", "net", "sell"];
const NOUNS: &[&str] =
    &["loss", "profit", "sale", "sales", "income", "earnings", "earning", "result", "revenue", "net", "gain", "charge"];

/// Whether a main clause tells that a figure has moved, other than one of a market.
fn is_told_figure(view: &View<'_>, event: &Event) -> bool {
    let simple = event.tense == Tense::Past && event.aspect == Aspect::None && event.status == Status::Happened;
    let main = matches!(event.role, Role::Main | Role::Coordinate | Role::Content) && !event.quoted;
    let told = matches!(event.source(), Source::Narrator) || event.role == Role::Content;
    simple
        && main
        && told
        && event.trigger == Trigger::Verb
        && event.class == Class::Occurrence
        && (is_figure(view, event) || is_per_share(view, event))
}

/// "earned $1.04 a share": a figure of accounts.
fn is_per_share(view: &View<'_>, event: &Event) -> bool {
    let sum = |i: usize| view.ptb(i) == Ptb::Cd || view.is(i, &["$", "£", "€", "cents", "pence"]);
    matches!(event.lemma.as_str(), "earn" | "lose" | "make")
        && sum(event.token() + 1)
        && (event.token() + 2..event.token() + 7).any(|i| view.is(i, &["share"]))
}

/// "Orders climbed 18 percent": a figure is of the time that it is reported for, unless it is one of a market, which has a
/// new one every day.
pub(super) fn is_figure(view: &View<'_>, event: &Event) -> bool {
    if event.class != Class::Occurrence || !event.is_move() {
        return false;
    }
    let subject = event.agent().or(event.patient()).map_or("", |a| a.of(view.document.text));
    let market =
        subject.split(|c: char| !c.is_alphanumeric()).any(|w| MARKET.iter().any(|m| m.eq_ignore_ascii_case(w)));
    !market && !is_somebody(view, event)
}

/// Whether a verb's subject is a person with two names or an age, or "he", "she": "Anna Berg climbed down".
fn is_somebody(view: &View<'_>, event: &Event) -> bool {
    let Some(agent) = event.agent() else { return false };
    let before = (event.token().saturating_sub(4)..event.token()).rev();
    let last = before.into_iter().find(|&i| view.document.tokens.get(i).is_some_and(|t| t.end as usize <= agent.end));
    let name = |i: usize| view.ptb(i) == Ptb::Nnp;
    let aged = |i: usize| view.is(i + 1, &[","]) && view.ptb(i + 2) == Ptb::Cd && view.is(i + 3, &[","]);
    last.is_some_and(|i| view.is(i, &["he", "she"]) || name(i) && (i > 0 && name(i - 1) || aged(i)))
}

const MARKET: &[&str] = &[
    "share",
    "shares",
    "stock",
    "stocks",
    "index",
    "indexes",
    "indices",
    "average",
    "bond",
    "bonds",
    "future",
    "futures",
    "price",
    "prices",
    "yield",
    "yields",
    "dollar",
    "euro",
    "yen",
    "pound",
    "franc",
    "peso",
    "currency",
    "currencies",
    "market",
    "markets",
    "oil",
    "gold",
    "crude",
    "dow",
    "nasdaq",
    "ftse",
];
