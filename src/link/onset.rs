//! Sieves for which of two events began first, where the words leave open whether it was over when the other began.

use super::clause::governed;
use super::view::{View, is_future, is_past};
use super::{Entity, Found, Relation, Sieve};
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::text::Ptb;

/// What is joined to a clause: "when", a condition and a cause begin no later than what hangs on them, a participle with
/// what it brings about no earlier, and what "and" joins is told in the order in which it began.
///
/// TimeBank: 573 found; 94 of 106 ordered pairs lie as said, 97 pairs are annotated as overlapping.
pub(super) fn joined(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, governor) in governed(view) {
        let Some(main) = view.events.get(governor) else { continue };
        if view.tells_of_time(event) {
            continue;
        }
        // "a chart that appeared in May and which was used for years": one after the other.
        let joined = event.role == Role::Relative && main.role == Role::Relative && is_past(event) && is_past(main);
        let which = (event.token().saturating_sub(4)..event.token())
            .any(|i| view.is(i, &["which", "who", "that"]) && i > 0 && view.is(i - 1, &["and"]));
        let second = (joined && which && main.token() < event.token()).then_some(false);
        let Some(first) = second.or_else(|| first_of(event, main)) else { continue };
        let (earlier, later) = if first { (e, governor) } else { (governor, e) };
        add(view, found, sieve, earlier, later);
    }
}

/// Whether an event begins no later than its governor (true) or no earlier (false), where its role tells.
fn first_of(event: &Event, main: &Event) -> Option<bool> {
    let lasts = |e: &Event| matches!(e.class, Class::State | Class::IState);
    let fronted = event.token() < main.token();
    let behind_plan = is_future(main) || main.tense == Tense::Infinitive || main.modality.is_some();
    match (event.role, event.tense) {
        // "promised aid if it works"
        (Role::Condition, _) if main.status == Status::Happened => None,
        // "refused because it would have kept him away"
        (Role::Cause, _) if matches!(event.status, Status::Counterfactual | Status::Conditional) => None,
        (Role::When | Role::Condition | Role::Cause, _) if event.aspect != Aspect::Progressive => Some(true),
        (Role::Participle, Tense::PresPart) if event.aspect == Aspect::None && event.class != Class::Reporting => {
            Some(fronted)
        }
        (Role::Participle | Role::Relative, Tense::PastPart) if event.trigger == Trigger::Verb => Some(true),
        (Role::Relative, _) if event.trigger == Trigger::Verb && is_past(event) => {
            (behind_plan || event.aspect == Aspect::Perfective).then_some(true)
        }
        (Role::Coordinate, _) if event.trigger == Trigger::Verb && main.trigger == Trigger::Verb => {
            let acts = matches!(main.class, Class::Occurrence | Class::Aspectual) && !lasts(event);
            (acts && main.status == Status::Happened && main.tense != Tense::Present).then_some(false)
        }
        _ => None,
    }
}

/// "was destroyed by an explosion", "returned from a visit", "rejected the proposal": what a noun in a phrase of the verb
/// names is known when the verb's event begins. So is what a noun speaks of: "anger over the vote".
///
/// TimeBank: 244 found; 33 of 35 ordered pairs lie as said, 16 pairs are annotated as overlapping.
pub(super) fn presupposed(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun || event.status != Status::Happened {
            continue;
        }
        let Some(at) = view.before_phrase(event.token()) else { continue };
        let noun = at.checked_sub(1).and_then(|n| view.event_at(n)).filter(|_| view.is(at, SPEAKING_OF));
        let noun = noun.filter(|&n| view.events.get(n).is_some_and(|n| n.trigger == Trigger::Noun));
        let verb = if view.is(at, CARRYING) {
            view.verb_over(at)
        } else {
            view.event_at(at).filter(|_| given(view, at + 1) && event.role == Role::Object)
        };
        let takes = |v: &Event| {
            v.trigger == Trigger::Verb
                && !matches!(v.class, Class::Aspectual | Class::State)
                && !super::clause::is_light(&v.lemma)
                && !brings_about(&v.lemma)
        };
        let verb = verb.filter(|&v| v != e && view.events.get(v).is_some_and(takes));
        if let Some(later) = noun.or(verb) {
            add(view, found, sieve, e, later);
        }
    }
}

/// Verbs whose object comes of them or after them.
fn brings_about(lemma: &str) -> bool {
    matches!(
        lemma,
        "lead" | "result" | "cause" | "trigger" | "prompt" | "spark" | "provoke" | "precede" | "preced" | "predate"
    )
}

/// Prepositions behind a noun that speaks of what comes after them.
const SPEAKING_OF: &[&str] = &["from", "to", "over", "into", "about"];

/// Prepositions whose noun is there before what the verb tells: not "in", "at" and "during", which hold it, nor "for", which
/// as often names what is aimed at.
const CARRYING: &[&str] = &["by", "from", "to", "of", "on", "with"];

/// "the", "his" or an owner at the front of a noun phrase: the noun is known.
fn given(view: &View<'_>, start: usize) -> bool {
    matches!(view.ptb(start), Ptb::PrpS | Ptb::Nnp) || view.is(start, &["the", "that", "this", "these", "those"])
}

/// "The split will raise the number of shares", "the sale helps": what a noun names begins before what is foretold of it
/// or holds by it.
///
/// TimeBank: 110 found; 11 of 11 ordered pairs lie as said, 14 pairs are annotated as overlapping.
pub(super) fn subject(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun {
            continue;
        }
        let sentence = view.sentence(event.token());
        let verb = (event.token() + 1..sentence.end).take(8).find(|&i| {
            !matches!(view.ptb(i), Ptb::In | Ptb::Dt | Ptb::Jj | Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps | Ptb::Pos)
        });
        let Some(verb) = verb.filter(|&i| matches!(view.ptb(i), Ptb::Md | Ptb::Vbz | Ptb::Vbp)) else { continue };
        let ahead = view.ptb(verb) == Ptb::Md;
        let told = |v: &Event| {
            let holds = v.tense == Tense::Present && event.status == Status::Happened;
            v.trigger == Trigger::Verb && if ahead { is_future(v) || v.modality.is_some() } else { holds }
        };
        let verb = (verb..sentence.end)
            .take(6)
            .filter_map(|i| view.event_at(i))
            .find(|&v| view.events.get(v).is_some_and(told));
        if let Some(verb) = verb {
            add(view, found, sieve, e, verb);
        }
    }
}

/// States that one event begins no earlier than another.
fn add(view: &View<'_>, found: &mut Found, sieve: &Sieve, earlier: usize, later: usize) {
    if let (Some(a), Some(b)) = (view.events.get(earlier), view.events.get(later)) {
        let span = view.words(a.span(), b.span());
        found.add(sieve, Entity::Event(later), Relation::NotBefore, Entity::Event(earlier), span);
    }
}
