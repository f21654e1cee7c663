//! Sieves that pass the time of one event on to what is told in one breath with it.

use super::clause::is_light;
use super::cost::mismatch;
use super::length::edge_of;
use super::view::{Side, View, is_future, is_past};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::hash::FastSet;
use crate::text::Ptb;
use crate::timex::Signal;

/// "refrained ... but alluded", "Speaking on Saturday, he refrained", "held talks on Friday": what is told in one breath
/// with a dated event is at its time.
///
/// TimeBank: of those that the words give to both 27 of 57 on marked events are annotated so; of the others, which are only
/// told at that time, 30 of 121.
pub(super) fn shared(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    within_noun(view, found, sieve);
    let lasting: FastSet<Entity> =
        found.statements.iter().filter(|s| s.relation() == Relation::Lasts).map(|s| s.left()).collect();
    // "left school at 14 and moved in 1957"
    let aged: FastSet<Entity> =
        found.statements.iter().filter(|s| matches!(s.relation(), Relation::Aged(_))).map(|s| s.left()).collect();
    // Twice, so that a time goes on from a participle over its governor to what is joined to it.
    for _ in 0..2 {
        for (e, event) in view.events.iter().enumerate() {
            let Some(g) = event.governor().filter(|&g| g != e) else { continue };
            let Some(governor) = view.events.get(g) else { continue };
            if governor.sentence() != event.sentence()
                || !together(event, governor, found.time_of(e).is_some())
                || view.tells_of_time(event)
                || [e, g].iter().any(|&e| aged.contains(&Entity::Event(e)))
            {
                continue;
            }
            let (from, to) = match (found.time_of(e), found.time_of(g)) {
                // "left two weeks earlier than planned and was seen only on Friday": the second says nothing of the first.
                (Some(t), None) if event.role == Role::Coordinate && is_its_own(view, governor, event, t) => continue,
                // "trained, joined a school in 1971 and retired in 1996": each has its own.
                (Some(t), None) if event.role == Role::Coordinate && is_one_of_several(view, found, e, t) => continue,
                // "sank her boat, and a second attempt, last April, failed": of another subject.
                (Some(t), None) if event.role == Role::Coordinate && is_of_its_subject(view, governor, event, t) => {
                    continue;
                }
                // "demanded a ransom, but talks broke off on Friday"
                (Some(_), None) if event.role == Role::Coordinate && is_set_against(view, governor, event) => {
                    continue;
                }
                (Some(_), None) if event.role != Role::Object => (e, g),
                // "was signed in May and was broken within a month"
                (None, Some(_)) if event.role == Role::Coordinate && is_within(view, event) => continue,
                (None, Some(_)) => (g, e),
                _ => continue,
            };
            let Some((t, timex)) = found.time_of(from).and_then(|t| Some((t, view.timexes.get(t)?))) else { continue };
            let said = found.how.get(from).copied().flatten();
            let relation = said.unwrap_or_else(|| view.relation(t, view.events.get(from)));
            let other = view.events.get(to);
            let whole = event.token() > governor.token() && !lasting.contains(&Entity::Event(e));
            if to == e && event.role == Role::Object && !whole && relation == Relation::During {
                // "The leak began on Monday", "began a ten-day visit on Monday": it was not over then.
                if let Some(edge) = edge_of(governor) {
                    found.date(sieve, e, edge, t, view.words(timex.span, event.span()));
                    continue;
                }
            }
            // "will exchange prisoners by Friday and reopen the road": one deadline for both.
            let joined = to == e && event.role == Role::Coordinate;
            // Not so where each has its own "will".
            let again = (governor.token() + 1..event.token()).any(|i| view.ptb(i) == Ptb::Md);
            let deadline = relation == Relation::Before && timex.signal == Some(Signal::By) && joined && !again;
            // "shook the port before dawn on Tuesday, killing three": on that day.
            let clock =
                matches!(relation, Relation::Before | Relation::After) && timex.grain.is_some_and(|g| g < Unit::Day);
            if (matches!(relation, Relation::During | Relation::ToldAt) || deadline || clock)
                && found.time_of(to).is_none()
                && other.is_some_and(|o| mismatch(view.side(timex), timex, o) == 0 && !is_perfect(o, view.side(timex)))
            {
                let span = view.words(timex.span, other.map_or(timex.span, |o| o.span()));
                let own = to == e
                    && match event.role {
                        // "completed the purchase on Friday"
                        Role::Object if governor.lemma == "complete" && is_deal(event) => true,
                        // "approved the move on Friday": the move was told before and has its own time.
                        Role::Object => {
                            // "The party recently took a town": nothing happened to the party.
                            (event.token() > governor.token() || governor.passive)
                                && beside(view, event, t)
                                && !is_known(view, event, t)
                                || is_light(&governor.lemma) && governor.lemma != "take"
                        }
                        // "on Friday opened the bridge and praised the workers"
                        Role::Coordinate => view.spots.get(t).is_some_and(|s| s.end <= governor.token()),
                        role => role == Role::Complement,
                    };
                let relation = match (deadline, own) {
                    (true, _) => relation,
                    (_, true) if !clock => Relation::During,
                    _ => Relation::ToldAt,
                };
                // "were tested on Saturday, and traces were found": another subject, maybe on another day.
                let subject = event.agent().or(event.patient()).filter(|_| to == e && event.role == Role::Coordinate);
                let other = subject.is_some_and(|s| s.start > governor.span().end && s.end <= event.span().start);
                let trust = if other { 50 } else { sieve.trust };
                let sieve = &Sieve { name: sieve.name, trust, run: sieve.run };
                found.add(sieve, Entity::Event(to), relation, Entity::Timex(t), span);
                found.set_time(to, t);
            }
        }
    }
}

/// "has sent a team": the present perfect takes no past time from another verb.
fn is_perfect(event: &Event, side: Side) -> bool {
    side == Side::Past && event.tense == Tense::Present && event.aspect == Aspect::Perfective
}

/// Whether a length stands behind a verb within which it happened: "was broken within a month".
fn is_within(view: &View<'_>, event: &Event) -> bool {
    let timex = (event.token() + 1..event.token() + 5).find_map(|i| view.timex_at(i)).and_then(|t| view.timexes.get(t));
    timex.is_some_and(|t| t.signal == Some(Signal::Within))
}

/// A deal is done when it is completed.
fn is_deal(event: &Event) -> bool {
    const DEALS: &[&str] = &["acquisition", "purchase", "sale", "merger", "takeover", "buyout", "deal", "transaction"];
    DEALS.contains(&event.lemma.as_str())
}

/// "the move on Friday": whether nothing but an article that points back and an expression stand around a noun.
fn is_known(view: &View<'_>, noun: &Event, t: usize) -> bool {
    let pointed = noun.token() > 0 && view.is(noun.token() - 1, &["the", "this", "that"]);
    pointed && view.spots.get(t).is_some_and(|s| s.start <= noun.token() + 2)
}

/// Whether the time of a joined verb is its own alone: it stands behind "only", or the first verb has words of time, too.
fn is_its_own(view: &View<'_>, first: &Event, joined: &Event, t: usize) -> bool {
    let Some(spot) = view.spots.get(t) else { return false };
    let only = (joined.token() + 1..spot.start).rev().take(2).any(|i| view.is(i, &["only", "just"]));
    only || (first.token() + 1..joined.token()).any(|i| view.timex_at(i).is_some())
}

/// Whether another verb is joined to a joined verb and has a time of its own, too.
fn is_one_of_several(view: &View<'_>, found: &Found, joined: usize, t: usize) -> bool {
    let next = view.events.iter().enumerate().skip(joined + 1).take(6);
    let mut next = next.filter(|(_, x)| x.role == Role::Coordinate && x.governor() == Some(joined));
    next.any(|(n, _)| found.time_of(n).is_some_and(|other| other != t))
}

/// Whether a joined verb has a subject of its own, behind which its time stands.
fn is_of_its_subject(view: &View<'_>, first: &Event, joined: &Event, t: usize) -> bool {
    let subject =
        joined.agent().or(joined.patient()).filter(|s| s.start > first.span().end && s.end <= joined.span().start);
    let timex = view.timexes.get(t).map_or(0, |t| t.span.start);
    subject.is_some_and(|s| s.start < timex && timex < joined.span().start)
}

/// Whether a joined verb has a subject of its own and "but" before it: "demanded a ransom, *but* talks broke off".
fn is_set_against(view: &View<'_>, first: &Event, joined: &Event) -> bool {
    let subject = joined.agent().or(joined.patient());
    let own = subject.is_some_and(|s| s.start > first.span().end && s.end <= joined.span().start);
    own && (first.token() + 1..joined.token()).rev().take(12).any(|i| view.is(i, &["but"]))
}

/// "held talks on Friday": whether an expression stands right behind a noun that a verb governs, so that it is the noun's
/// as much as the verb's.
fn beside(view: &View<'_>, noun: &Event, t: usize) -> bool {
    let Some(spot) = view.spots.get(t) else { return false };
    noun.token() < spot.start
        && spot.start - noun.token() < 8
        && (noun.token() + 1..spot.start).all(|i| view.event_at(i).is_none() && view.ptb(i) != Ptb::Punct)
}

/// "said at a briefing on Friday", "In trading on Friday shares fell": the verb lies in the dated event that its phrase
/// names.
fn within_noun(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let Some(t) = found.time_of(e).filter(|_| event.trigger == Trigger::Noun) else { continue };
        let Some(front) = view.before_phrase(event.token()) else { continue };
        // "speaking to a gathering on Friday": those who gather hear it.
        let heard = front > 0 && view.is(front, &["to"]) && view.is(front - 1, SPEAKING);
        if !heard && !view.is(front, HOLDING) {
            continue;
        }
        let Some((timex, spot)) = view.timexes.get(t).zip(view.spots.get(t)) else { continue };
        let verb = if front == view.sentence(front).start {
            let ahead = view.events_near(spot.end, 24).iter().copied();
            ahead.filter_map(|v| Some((v, view.events.get(v)?))).find_map(|(v, verb)| {
                (verb.token() >= spot.end && verb.role == Role::Main && verb.trigger == Trigger::Verb).then_some(v)
            })
        } else {
            view.verb_over(front)
        };
        let Some((verb, said)) = verb.and_then(|v| Some((v, view.events.get(v)?))) else { continue };
        if found.time_of(verb).is_none()
            && mismatch(view.side(timex), timex, said) == 0
            && view.relation(t, Some(event)) == Relation::During
        {
            // As sure as the time of the noun.
            let sure = Sieve { name: sieve.name, trust: 80, run: sieve.run };
            found.date(&sure, verb, Relation::During, t, view.words(timex.span, said.span()));
        }
    }
}

/// Prepositions of a noun that holds what the verb tells.
const HOLDING: &[&str] = &["in", "at", "during"];

/// Verbs of which "to" says where.
const SPEAKING: &[&str] = &["speaking", "spoke", "talking", "talked", "speaks", "spoken"];

/// Whether an event, which may have a time already, and its governor are told as one time.
fn together(event: &Event, governor: &Event, dated: bool) -> bool {
    let real = |e: &Event| matches!(e.status, Status::Happened | Status::Ongoing | Status::Planned);
    // What lasts takes its length from one expression and its begin from another.
    if event.lemma == "last" || governor.lemma == "last" {
        return false;
    }
    let alike = event.trigger == Trigger::Noun
        || is_past(event) == is_past(governor) && is_future(event) == is_future(governor);
    match event.role {
        // "began trading in August"; "stopped trading" says only when it was over.
        Role::Complement => {
            let ends = matches!(governor.lemma.as_str(), "stop" | "end" | "cease" | "quit" | "finish" | "halt");
            // "sent the shares plunging on Friday"
            let sent = governor.lemma == "send" && event.tense == Tense::PresPart;
            (governor.class == Class::Aspectual || sent) && governor.token() < event.token() && !ends
        }
        Role::Coordinate => {
            // "had set out on Friday and was expected back": the second verb leaves out its "had", and has no time that the
            // first could take ("had been planned, but were cancelled in 1970").
            let had = governor.tense == Tense::Past
                && governor.aspect == Aspect::Perfective
                && event.tense == Tense::Past
                && !dated;
            alike && real(event) && real(governor) && (event.aspect == governor.aspect || had)
        }
        Role::Participle => event.tense == Tense::PresPart && event.aspect == Aspect::None,
        // "called on Friday for a conference"
        Role::Object if event.status == Status::Planned && governor.status == Status::Happened => false,
        Role::Object => true,
        Role::When => alike && (real(event) || event.status == Status::Denied),
        _ => false,
    }
}
