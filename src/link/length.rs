//! Sieves for how long something lasts and which day its begin or end has, so that the one gives the other end.

use super::marks::Marks;
use super::view::View;
use super::{Entity, Found, Relation, Sieve, Statement};
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::expr::Expr;
use crate::hash::FastSet;

/// "The siege lasted four days", "the trial, which lasted a week", "A search began and went on for a week": the length is that of the subject.
///
/// TimeBank has two; the trust is a guess.
pub(super) fn of_subject(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let lasting: FastSet<Entity> =
        found.statements.iter().filter(|s| s.relation() == Relation::Lasts).map(|s| s.left()).collect();
    for (e, event) in view.events.iter().enumerate() {
        let goes_on = event.lemma == "go" && view.is(event.token() + 1, &["on"]) && lasting.contains(&Entity::Event(e));
        if event.trigger != Trigger::Verb || event.lemma != "last" && !goes_on {
            continue;
        }
        if let Some((subject, noun)) = subject(view, e, event).and_then(|s| Some((s, view.events.get(s)?))) {
            let span = view.words(event.span(), noun.span());
            found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(subject), span);
        }
    }
}

/// The noun event that is the subject of a verb: what its relative clause hangs on, what its doer names, else that of the
/// verb that it is joined to.
fn subject(view: &View<'_>, e: usize, event: &Event) -> Option<usize> {
    let noun = |e: &usize| view.events.get(*e).is_some_and(|n| n.trigger == Trigger::Noun);
    if event.role == Role::Relative {
        return event.governor().filter(noun);
    }
    let near = view.events_near(event.token(), 16).iter().copied();
    let named = |n: &usize| view.events.get(*n).is_some_and(|n| event.agent().is_some_and(|a| a.contains(n.span())));
    let hangs = |n: &usize| {
        let verb = [Some(e), event.governor().filter(|_| event.role == Role::Coordinate)];
        view.events
            .get(*n)
            .is_some_and(|n| n.token() < event.token() && n.governor().is_some() && verb.contains(&n.governor()))
    };
    near.filter(noun).find(|n| named(n) || hangs(n))
}

/// "A freeze will remain in place until March": what lasts until then is what the verb speaks of. TimeBank has none; the trust
/// is a guess.
pub(super) fn end_of_subject(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let until: Vec<(usize, usize)> = found
        .statements
        .iter()
        .filter_map(|s| match (s.left(), s.relation(), s.right()) {
            (Entity::Event(e), Relation::EndedBy, Entity::Timex(t)) => Some((e, t)),
            _ => None,
        })
        .collect();
    for (e, t) in until {
        let Some((verb, timex)) = view.events.get(e).zip(view.timexes.get(t)) else { continue };
        if !matches!(verb.lemma.as_str(), "remain" | "stay" | "last" | "continue" | "run") {
            continue;
        }
        if let Some((s, noun)) = subject(view, e, verb).and_then(|s| Some((s, view.events.get(s)?))) {
            let span = view.words(timex.span, noun.span());
            found.add(sieve, Entity::Event(s), Relation::EndedBy, Entity::Timex(t), span);
        }
    }
}

/// "He was going to stay until Christmas", "should be back by Friday": what may last until a day to come, or come by then, is
/// ahead, where nothing tells of its begin. TimeBank: the trust is a guess.
pub(super) fn ahead(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let limited: Vec<(usize, usize)> = found
        .statements
        .iter()
        .filter_map(|s| match (s.left(), s.relation(), s.right()) {
            (Entity::Event(e), Relation::EndedBy | Relation::Before | Relation::NotAfter, Entity::Timex(t)) => {
                Some((e, t))
            }
            _ => None,
        })
        .collect();
    if limited.is_empty() {
        return;
    }
    let begins = |s: &&Statement| {
        matches!(s.relation(), Relation::BegunBy | Relation::After | Relation::NotBefore | Relation::During)
    };
    let begun = Marks::new(view.events.len(), found.statements.iter().filter(begins).map(|s| s.left()));
    for (e, t) in limited {
        let Some((event, timex)) = view.events.get(e).zip(view.timexes.get(t)) else { continue };
        let open = matches!(event.status, Status::Planned | Status::Cancelled | Status::Possible | Status::Conditional);
        let future = timex.interval.and_then(|i| i.begin).zip(view.today.end).is_some_and(|(b, e)| b >= e);
        if open && future && event.aspect == Aspect::None && !begun.has(Entity::Event(e)) {
            let span = view.words(timex.span, event.span());
            found.add(sieve, Entity::Event(e), Relation::After, Entity::Publication, span);
        }
    }
}

/// "a ten-day visit that began on Monday", "began a ten-day visit on Monday": the day is that of the begin (or end) of what
/// begins, not of the whole.
pub(super) fn edge(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let lasting: FastSet<Entity> =
        found.statements.iter().filter(|s| s.relation() == Relation::Lasts).map(|s| s.left()).collect();
    for (v, verb) in view.events.iter().enumerate() {
        let Some(relation) = edge_of(verb) else { continue };
        let Some((t, timex)) = found.time_of(v).and_then(|t| Some((t, view.timexes.get(t)?))) else { continue };
        if view.relation(t, Some(verb)) != Relation::During {
            continue;
        }
        let object = view.events_near(verb.token(), 8).iter().copied().find(|&n| {
            view.events
                .get(n)
                .is_some_and(|n| n.governor() == Some(v) && n.role == Role::Object && n.trigger == Trigger::Noun)
                && lasting.contains(&Entity::Event(n))
        });
        let relative = verb.governor().filter(|_| verb.role == Role::Relative);
        let noun = object.or(relative).and_then(|n| Some((n, view.events.get(n)?)));
        if let Some((n, noun)) = noun.filter(|(_, n)| n.trigger == Trigger::Noun) {
            found.add(sieve, Entity::Event(n), relation, Entity::Timex(t), view.words(timex.span, noun.span()));
        }
    }
}

/// "She has a month to appeal": the length runs from the publication on; "the party *then* has five days" from the time
/// that was named last. No corpus has any; the trust is a guess.
pub(super) fn left(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.lemma != "have" || event.tense != Tense::Present || event.aspect != Aspect::None {
            continue;
        }
        let Some(t) = (event.token() + 1..event.token() + 3).find_map(|i| view.timex_at(i)) else { continue };
        let Some((timex, spot)) = view.timexes.get(t).zip(view.spots.get(t)) else { continue };
        if !matches!(timex.expr.bare(), Expr::Length(_)) || !view.is(spot.end, &["to"]) {
            continue;
        }
        let from = if event.token() > 0 && view.is(event.token() - 1, &["then"]) {
            let dated = (0..e).rev().take(8).find_map(|before| found.time_of(before));
            dated.map(Entity::Timex)
        } else {
            Some(Entity::Publication)
        };
        if let Some(from) = from {
            found.add(sieve, Entity::Event(e), Relation::BegunBy, from, view.words(event.span(), timex.span));
        }
    }
}

/// Which end of its subject or object a verb speaks of.
pub(super) fn edge_of(verb: &Event) -> Option<Relation> {
    if verb.class != Class::Aspectual {
        return None;
    }
    match verb.lemma.as_str() {
        "begin" | "start" | "resume" | "open" => Some(Relation::BegunBy),
        "end" | "stop" | "finish" | "cease" | "conclude" => Some(Relation::EndedBy),
        _ => None,
    }
}
