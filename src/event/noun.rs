//! Nouns, adjectives and prepositional phrases that name events.

use super::Class;
use super::group::Group;
use super::lexicon::{ENDINGS, PREPOSITIONAL, Sense};
use super::words::{Phrase, Words};
use crate::text::Ptb;

const NOUNS: &[Sense] = &[
    Sense::NounOccurrence,
    Sense::NounState,
    Sense::NounReporting,
    Sense::NounIAction,
    Sense::NounIState,
    Sense::NounAspectual,
    Sense::NounPerception,
];

/// Whether the noun at `i` names an event here.
pub(super) fn names_event(w: &Words, i: usize) -> bool {
    if !matches!(w.ptb(i), Ptb::Nn | Ptb::Nns) || w.is_timed(i) {
        return false;
    }
    let Some(phrase) = w.phrase(i).copied() else { return false };
    if phrase.head != i {
        return false;
    }
    let senses = w.senses(i);
    let listed = senses.any(NOUNS);
    if listed && !senses.has(Sense::NounAmbiguous) {
        return true;
    }
    if !listed && (senses.has(Sense::NounNoEvent) || senses.has(Sense::Role)) {
        return false;
    }
    if listed || senses.has(Sense::NounAmbiguous) {
        return happens(w, &phrase);
    }
    let word = w.low(i);
    ENDINGS.iter().any(|e| word.strip_suffix('s').unwrap_or(word).ends_with(e)) && word.len() > 6 && happens(w, &phrase)
}

/// Signs that what the phrase names happens: a verb that makes it happen, "during", a date, "planned", "of" or "by".
fn happens(w: &Words, p: &Phrase) -> bool {
    let before = p.left().checked_sub(1);
    let light = before.is_some_and(|b| w.tag(b).is_verb() && w.senses(b).any(&[Sense::Light, Sense::VerbAspectual, Sense::Happening, Sense::Cancelling]) && !w.is_be(b) && !w.is_have(b));
    let during = before.is_some_and(|b| {
        matches!(w.low(b), "during" | "after" | "before" | "amid" | "following" | "since" | "until" | "pending" | "upon" | "despite" | "ahead")
    });
    let dated = w.is_timed(p.end) || p.left() < p.start && w.is_timed(p.left()) || (p.start..p.head).any(|k| w.is_timed(k));
    let marked = (p.start..p.head).any(|k| is_sign(w.low(k)));
    let subject = w.tag(p.end).is_verb() && w.senses(p.end).any(&[Sense::Happening]) || matches!(w.low(p.end), "by");
    let of = w.low(p.end) == "of"
        && p.owner.is_none()
        && w.phrase(p.end + 1).is_some()
        && ENDINGS.iter().any(|e| w.low(p.head).strip_suffix('s').unwrap_or(w.low(p.head)).ends_with(e));
    light || during || dated || marked || subject || of
}

/// Adjectives that only what happens takes.
fn is_sign(word: &str) -> bool {
    matches!(
        word,
        "planned" | "proposed" | "scheduled" | "expected" | "upcoming" | "recent" | "ongoing" | "possible" | "potential" | "imminent"
            | "sudden" | "pending" | "continued" | "continuing" | "rapid" | "further" | "immediate" | "attempted" | "alleged"
            | "unprecedented" | "swift" | "sharp" | "brief" | "successful" | "failed" | "subsequent"
    )
}

/// The class that the lists give to an event noun. `governs` says whether another event depends on it.
pub(super) fn class(w: &Words, i: usize, governs: bool) -> Class {
    let s = w.senses(i);
    if s.has(Sense::NounAspectual) && (governs || !s.has(Sense::NounOccurrence)) {
        Class::Aspectual
    } else if s.has(Sense::NounReporting) && !s.has(Sense::NounOccurrence) {
        Class::Reporting
    } else if s.has(Sense::NounIAction) && (governs || !s.has(Sense::NounOccurrence)) {
        Class::IAction
    } else if s.has(Sense::NounIState) && (governs || !s.any(&[Sense::NounOccurrence, Sense::NounState])) {
        Class::IState
    } else if s.has(Sense::NounPerception) && !s.has(Sense::NounOccurrence) {
        Class::Perception
    } else if s.has(Sense::NounState) {
        Class::State
    } else {
        Class::Occurrence
    }
}

/// The adjective or preposition after a copula that says what holds, with its class.
pub(super) fn predicate(w: &Words, group: &Group) -> Option<(usize, Class)> {
    if !group.copula {
        return None;
    }
    let limit = w.sentence(group.main).end;
    let mut k = group.main + 1;
    if group.inverted {
        return None;
    }
    while k < limit && (w.is_adverb(k) && !w.has(k, Sense::AdjectiveState) || w.is_timed(k)) {
        k += 1;
    }
    if k >= limit {
        return None;
    }
    if let Some(&(_, second)) = PREPOSITIONAL.iter().find(|(a, b)| w.low(k) == *a && w.low(k + 1) == *b)
        && !second.is_empty()
    {
        return Some((k, Class::State));
    }
    if !matches!(w.ptb(k), Ptb::Jj | Ptb::Jjr | Ptb::Vbn) || w.phrase(k).is_some_and(|p| p.head > k && p.start <= k) {
        return None;
    }
    let complement = matches!(w.low(k + 1), "to" | "that" | "of" | "about" | "for") || w.phrase(k + 1).is_some();
    if w.has(k, Sense::AdjectiveIState) && complement {
        return Some((k, Class::IState));
    }
    w.has(k, Sense::AdjectiveState).then_some((k, Class::State))
}
