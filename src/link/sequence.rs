//! Sieves for the order of two events that no clause joins: prepositions with an event noun, verbs of causing and
//! following, and the order in which a story is told.

use super::tense::{goes_on, stays_so};
use super::view::{View, is_finite, is_past, makes_phrase};
use super::{Entity, Found, Relation, Sieve};
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::hash::FastMap;
use crate::span::Span;
use crate::text::Ptb;

/// "after the vote", "because of a strike", "ahead of the summit": the noun against the verb that the phrase belongs to.
///
/// TimeBank: 29 found (most such phrases have a role already); 7 of 7 ordered pairs lie as said.
pub(super) fn preposition(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        // A clause's own role says it already.
        if event.trigger != Trigger::Noun
            || matches!(event.role, Role::After | Role::Before | Role::Since | Role::Until)
        {
            continue;
        }
        // "until the crisis ends": the clause, not the noun.
        let subject = event.governor().and_then(|g| view.events.get(g)).is_some_and(|g| {
            g.trigger == Trigger::Verb && (event.token() + 1..event.token() + 4).contains(&g.token()) && is_finite(g)
        });
        if subject {
            continue;
        }
        let Some((relation, at)) = phrase(view, event.token()) else { continue };
        let Some(verb) = verb_of(view, at, event.token()) else { continue };
        let Some(main) = view.events.get(verb) else { continue };
        // An expression between them gives the length or the day.
        let span = view.words(event.span(), main.span());
        found.add(sieve, Entity::Event(e), relation, Entity::Event(verb), span);
    }
}

/// The relation that the preposition before a noun phrase gives the noun, and where that preposition begins.
fn phrase(view: &View<'_>, noun: usize) -> Option<(Relation, usize)> {
    let sentence = view.sentence(noun);
    let mut i = noun;
    while i > sentence.start {
        i -= 1;
        match view.ptb(i) {
            Ptb::Vbn | Ptb::Vbg | Ptb::Nnps if !view.is(i, &["following"]) => {}
            tag if makes_phrase(tag) && !view.is(i, &["following"]) => {}
            _ => break,
        }
    }
    let two = |a: &[&str], b: &[&str]| i > sentence.start && view.is(i, b) && view.is(i - 1, a);
    let three = |a: &str, b: &[&str]| {
        i > sentence.start + 1 && view.is(i, &["of", "to"]) && view.is(i - 1, b) && view.is(i - 2, &[a])
    };
    let wake = i > sentence.start + 1
        && view.is(i, &["of"])
        && view.is(i - 1, &["wake", "aftermath", "result"])
        && view.is(i - 2, &["the", "a"]);
    if wake {
        return Some((Relation::Before, i.saturating_sub(3)));
    }
    if three("in", &["response", "reaction"]) {
        return Some((Relation::Before, i - 2));
    }
    if two(&["because"], &["of"]) || two(&["due", "owing", "thanks"], &["to"]) {
        return Some((Relation::Before, i - 1));
    }
    if two(&["ahead"], &["of"]) || two(&["prior"], &["to"]) {
        return Some((Relation::After, i - 1));
    }
    if view.is(i, &["after", "following", "since", "despite"]) {
        return Some((Relation::Before, i));
    }
    if view.is(i, &["before", "until", "pending"]) {
        return Some((Relation::After, i));
    }
    None
}

/// The verb that a prepositional phrase belongs to: the nearest one before it, at the front of a sentence the first main
/// one behind it.
pub(super) fn verb_of(view: &View<'_>, preposition: usize, noun: usize) -> Option<usize> {
    let sentence = view.sentence(preposition);
    let verb = |e: &usize| view.events.get(*e).is_some_and(|e| e.trigger == Trigger::Verb);
    for i in (sentence.start..preposition).rev().take(20) {
        if let Some(e) = view.event_at(i).filter(verb) {
            return Some(e);
        }
        if view.is(i, &[";", ":", "“", "”", "\"", "that"]) {
            return None;
        }
    }
    if preposition > sentence.start + 1 {
        return None;
    }
    let comma = (noun..sentence.end).take(60).find(|&i| view.is(i, &[","]))?;
    (comma..sentence.end)
        .filter_map(|i| view.event_at(i))
        .filter(verb)
        .find(|&e| view.events.get(e).is_some_and(|e| e.role == Role::Main))
}

/// "The takeover led to layoffs", "the vote follows a debate": what causes or follows what.
///
/// TimeBank: 14 found; 8 of 9 ordered pairs lie as said.
pub(super) fn causing(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for verb in view.events {
        if verb.trigger != Trigger::Verb {
            continue;
        }
        let by = view.is(verb.token() + 1, &["by"]);
        let relation = match verb.lemma.as_str() {
            "lead" if view.is(verb.token() + 1, &["to"]) => Relation::Before,
            "result" if view.is(verb.token() + 1, &["in"]) => Relation::Before,
            "cause" | "trigger" | "prompt" | "spark" | "provoke" | "precede" | "preced" if !by => Relation::Before,
            "cause" | "trigger" | "prompt" | "spark" | "provoke" | "precede" | "preced" => Relation::After,
            "follow" if by => Relation::Before,
            "follow" => Relation::After,
            "stem" if view.is(verb.token() + 1, &["from"]) => Relation::After,
            "result" if view.is(verb.token() + 1, &["from"]) => Relation::After,
            _ => continue,
        };
        let noun = |e: &usize| view.events.get(*e).is_some_and(|e| e.trigger == Trigger::Noun);
        let sentence = view.sentence(verb.token());
        let object = (verb.token() + 1..sentence.end)
            .take(8)
            .take_while(|&i| !view.is(i, &[",", ";"]))
            .filter_map(|i| view.event_at(i))
            .find(noun);
        let subject = (sentence.start..verb.token()).rev().take(8).filter_map(|i| view.event_at(i)).find(noun);
        if let (Some(subject), Some(object)) = (subject, object) {
            let span = view.words(verb.span(), view.events.get(object).map_or(verb.span(), |o| o.span()));
            let (cause, effect) = if relation == Relation::Before { (subject, object) } else { (object, subject) };
            // "sparked by a dispute": it may go on.
            if view.events.get(cause).is_some_and(goes_on) {
                found.add(sieve, Entity::Event(effect), Relation::NotBefore, Entity::Event(cause), span);
            } else {
                found.add(sieve, Entity::Event(cause), Relation::Before, Entity::Event(effect), span);
            }
        }
    }
}

/// "The next round is set for May 5. It will take place in Oslo": what takes place is what the sentence before gave a time.
/// TimeBank has none; the trust is a guess.
pub(super) fn takes_place(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let place = event.lemma == "take" && view.is(event.token() + 1, &["place"]);
        if found.time_of(e).is_some() || !(place || event.lemma == "hold" && event.passive || event.lemma == "happen") {
            continue;
        }
        let first = view.sentence(event.token()).start;
        let Some(before) = event.sentence().checked_sub(1).filter(|_| view.is(first, &["it", "they", "this"])) else {
            continue;
        };
        let same = view.paragraph(before) == view.paragraph(event.sentence());
        let planned = view.events_in(before).iter().copied().find_map(|p| {
            let t = found.time_of(p)?;
            let plan = view.events.get(p)?;
            (plan.status == Status::Planned && view.relation(t, Some(plan)) == Relation::During).then_some(t)
        });
        if let Some(t) = planned.filter(|_| same) {
            let span = view.words(view.timexes.get(t).map_or(event.span(), |t| t.span), event.span());
            found.date(sieve, e, Relation::ToldAt, t, span);
        }
    }
}

/// "Five more landings followed", "another strike began in May": after the one that was told before. TimeBank: the trust is a
/// guess.
pub(super) fn one_more(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut told: FastMap<&str, usize> = FastMap::default();
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun || event.status != Status::Happened {
            continue;
        }
        let more = event.token() > 0 && view.is(event.token() - 1, &["more", "further", "another"]);
        if let Some((&first, before)) =
            told.get(event.lemma.as_str()).filter(|_| more).and_then(|f| Some((f, view.events.get(*f)?)))
        {
            let span = view.words(before.span(), event.span());
            found.add(sieve, Entity::Event(e), Relation::After, Entity::Event(first), span);
        }
        told.insert(&event.lemma, e);
    }
}

/// "Since then nobody has gone back", "has been idle ever since": from the time of the dated event that was told last.
/// TimeBank has none; the trust is a guess.
pub(super) fn since_then(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut last: Option<(usize, u32)> = None;
    for (e, event) in view.events.iter().enumerate() {
        let paragraph = view.paragraph(event.sentence()).unwrap_or(0);
        match found.time_of(e) {
            Some(t) if event.trigger == Trigger::Verb && !event.quoted => last = Some((t, paragraph)),
            None if event.tense == Tense::Present && is_past(event) => {
                let Some((t, _)) = last.filter(|&(_, p)| p == paragraph) else { continue };
                if let Some(since) = since(view, event)
                    && matches!(view.timexes.get(t), Some(x) if x.interval.is_some())
                {
                    found.date(sieve, e, Relation::BegunBy, t, view.words(since, event.span()));
                }
            }
            _ => {}
        }
    }
}

/// "since then" before a verb in its sentence, "ever since" behind it.
fn since(view: &View<'_>, event: &Event) -> Option<Span> {
    let sentence = view.sentence(event.token());
    let pair = |i: usize| {
        let alone = view.is(i + 1, &["then"]) || view.ptb(i + 1) == Ptb::Punct;
        view.is(i, &["since"]) && alone || view.is(i, &["ever"]) && view.is(i + 1, &["since"])
    };
    let before = event.token().saturating_sub(8).max(sentence.start)..event.token();
    let behind = event.token()..(event.token() + 6).min(sentence.end);
    let at = before.rev().chain(behind).find(|&i| pair(i) && i + 1 < sentence.end)?;
    Some(view.document.span(at..at + 2))
}

/// "turned to her lawyer, and then told him": what is joined in the simple past with a word of sequence. Without such a
/// word what is joined is at one time as often as not.
pub(super) fn joined(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let Some(first) = event.governor().filter(|&g| g != e && event.role == Role::Coordinate) else { continue };
        let Some(governor) = view.events.get(first) else { continue };
        let mut between = governor.token() + 1..event.token();
        let then = between.len() < 40
            && between.any(|i| view.is(i, &["then", "later", "subsequently", "eventually", "finally", "afterwards"]));
        if then && progresses(event) && progresses(governor) {
            let span = view.words(event.span(), governor.span());
            found.add(sieve, Entity::Event(first), Relation::Before, Entity::Event(e), span);
        }
    }
}

/// "proposed a plan that would close the plant": in one sentence what has happened lies before what is planned or foretold.
///
/// TimeBank: 828 found; 17 of 20 ordered pairs lie as said, 16 pairs are annotated as overlapping.
pub(super) fn past_and_plan(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for sentence in 0..view.document.sentences.len() {
        let all = view.events_in(sentence);
        let ahead = |e: &Event| {
            !e.quoted
                && !stays_so(view, e)
                && (e.tense == Tense::Future || e.status == Status::Planned && e.tense != Tense::Past)
        };
        let over = |e: &Event| {
            !e.quoted
                && e.status == Status::Happened
                && (e.tense == Tense::Past || e.tense == Tense::Present && e.aspect == Aspect::Perfective)
                && !matches!(e.class, Class::State | Class::IState)
        };
        for (i, &e) in all.iter().enumerate() {
            let Some(plan) = view.events.get(e).filter(|e| ahead(e)) else { continue };
            // The neighbours on either side: enough, as order goes on from one to the next.
            let near = all.get(i.saturating_sub(3)..).unwrap_or_default().iter().take(7);
            for &o in near.filter(|&&o| o != e) {
                if let Some(past) = view.events.get(o).filter(|o| over(o)) {
                    let span = view.words(past.span(), plan.span());
                    found.add(sieve, Entity::Event(o), Relation::Before, Entity::Event(e), span);
                }
            }
        }
    }
}

pub(super) fn progresses(event: &Event) -> bool {
    event.trigger == Trigger::Verb
        && event.status == Status::Happened
        && event.tense == Tense::Past
        && event.aspect == Aspect::None
        && !matches!(event.class, Class::State | Class::IState | Class::Perception)
}
