//! What an article says about itself, and what cannot be so: the day in its dateline, and an end before its begin.

use super::view::{Side, View};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Class, Event, Role, Status, Tense, Trigger};
use crate::text;
use crate::timex::Signal;

/// "TEHRAN, March 9 (AFP) —": the report was filed on that day. It places no event; a day that is not the publication's is
/// reported as a conflict.
pub(super) fn dateline(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let Some(range) = text::dateline(view.document) else { return };
    // The place comes first; a heading may be a date and nothing else. "September 1, 1939 – September 2, 1945" is neither.
    if view.timex_at(range.end + 1).is_some() {
        return;
    }
    let heading = view.document.sentences.iter().any(|s| s.tokens == range);
    let inside = |spot: &std::ops::Range<usize>| {
        let whole = spot.start <= range.start + 2 && spot.end == range.end;
        spot.end <= range.end && if heading { spot.start >= range.start && whole } else { spot.start > range.start }
    };
    let days = view.spots.iter().zip(view.timexes).enumerate().filter(|(_, (spot, _))| inside(spot));
    for (t, (_, timex)) in days.filter(|(_, (_, t))| t.grain.is_some_and(|g| g <= Unit::Day)) {
        if let Some(used) = found.used.get_mut(t) {
            *used = true;
        }
        found.add(sieve, Entity::Publication, Relation::Same, Entity::Timex(t), timex.span);
    }
}

/// "The strike began in May and ended in July": what begins and what ends is one thing, and it ends later.
pub(super) fn begin_and_end(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, end) in view.events.iter().enumerate().filter(|(_, e)| happens(e) && is_end(&e.lemma)) {
        let joined = end.governor().filter(|_| end.role == Role::Coordinate && end.agent().is_none());
        let same = |b: &Event| match (subject(view, b), subject(view, end)) {
            (Some(x), Some(y)) => x.eq_ignore_ascii_case(y),
            _ => false,
        };
        // "began to close", "began selling, ending a ban": one hangs on the other.
        let free = |b: usize| end.role == Role::Coordinate || end.governor() != Some(b);
        let begins = |b: usize| free(b) && view.events.get(b).is_some_and(|b| happens(b) && is_begin(&b.lemma));
        let before = view.events_in(end.sentence()).iter().copied().filter(|&b| b < e && begins(b));
        let begin = before.rev().find(|&b| joined == Some(b) || view.events.get(b).is_some_and(same));
        if let Some((b, begin)) = begin.and_then(|b| Some((b, view.events.get(b)?))) {
            let span = view.words(begin.span(), end.span());
            found.add(sieve, Entity::Event(b), Relation::Before, Entity::Event(e), span);
        }
    }
}

/// "opened in 2027", in an article of 2025: a thing of the past cannot be on a day to come. The date is read all the same, so
/// that the contradiction can be reported; it is believed less than the tense.
pub(super) fn past_to_come(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, timex) in view.timexes.iter().enumerate() {
        let named = timex.lean.is_none() && timex.anchor.is_none() && timex.grain.is_some();
        if found.used.get(t) != Some(&false) || !named || view.side(timex) != Side::Future {
            continue;
        }
        let Some(spot) = view.spots.get(t).filter(|s| s.start > 1 && timex.signal == Some(Signal::In)) else {
            continue;
        };
        let verb = view.event_at(spot.start - 2).and_then(|e| Some((e, view.events.get(e)?)));
        let told = |v: &Event| v.tense == Tense::Past && v.status == Status::Happened && v.class == Class::Occurrence;
        if let Some((e, verb)) = verb.filter(|(_, v)| told(v) && v.modality.is_none()) {
            found.add(sieve, Entity::Event(e), Relation::During, Entity::Timex(t), view.words(verb.span(), timex.span));
        }
    }
}

fn happens(event: &Event) -> bool {
    event.trigger == Trigger::Verb && matches!(event.status, Status::Happened | Status::Planned)
}

fn subject<'a>(view: &View<'a>, event: &Event) -> Option<&'a str> {
    let span = event.agent().or(event.patient())?;
    Some(span.of(view.document.text))
}

fn is_begin(lemma: &str) -> bool {
    matches!(lemma, "begin" | "start" | "open" | "commence" | "launch")
}

fn is_end(lemma: &str) -> bool {
    matches!(lemma, "end" | "finish" | "stop" | "cease" | "close" | "conclude" | "expire")
}
