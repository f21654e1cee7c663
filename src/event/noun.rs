//! Nouns, adjectives and prepositional phrases that name events.

use super::Class;
use super::group::Group;
use super::lexicon::{ENDINGS, PREPOSITIONAL, Sense, is_sign};
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
    let Some(phrase) = w.phrase(i) else { return false };
    if phrase.head != i {
        return false;
    }
    let s = w.senses(i);
    // "rose in late trading": where prices were made, not what happened.
    if w.low(i) == "trading" && phrase.left().checked_sub(1).is_some_and(|b| w.low(b) == "in") {
        return false;
    }
    // Revenue, not acts of selling.
    if w.low(i) == "sales" {
        return w.low(phrase.end) == "of" || phrase.owner.is_some() && happens(w, &phrase);
    }
    // "a deadline of Friday"
    if w.low(i) == "deadline" {
        return w.low(phrase.end) == "of" && w.is_timed(phrase.end + 1);
    }
    // "in the event of a strike" supposes one.
    if w.low(i) == "event"
        && phrase.left().checked_sub(1).is_some_and(|b| w.low(b) == "in")
        && w.low(phrase.end) == "of"
    {
        return false;
    }
    if s.has(Sense::NounOccurrence) && (!s.has(Sense::NounAmbiguous) || undergoes(w, &phrase)) {
        return true;
    }
    if !s.any(NOUNS) {
        if s.any(&[Sense::NounNoEvent, Sense::Role]) {
            return false;
        }
        return (s.has(Sense::NounAmbiguous) || from_verb(w.low(i))) && happens(w, &phrase);
    }
    if happens(w, &phrase) {
        return true;
    }
    // "The speech ended", but not every report is one of saying something.
    if s.has(Sense::NounReporting) && (!s.has(Sense::NounWording) || said(w, &phrase)) {
        return true;
    }
    let owned = phrase.owner.is_some() || w.ptb(phrase.start) == Ptb::PrpS;
    let complement = w.low(phrase.end) == "to" && w.ptb(phrase.end + 1) == Ptb::Vb
        || w.low(phrase.end) == "that" && w.ptb(phrase.end) != Ptb::Wdt;
    if s.has(Sense::NounAmbiguous) {
        // "calls for talks", "plans for a dam"
        let wish = w.low(phrase.end) == "for"
            && matches!(w.low(i), "call" | "calls" | "plans" | "bid" | "demands" | "plea" | "appeal" | "push");
        return (complement || wish) && s.any(&[Sense::NounIAction, Sense::NounReporting]);
    }
    if s.has(Sense::NounIAction) {
        return true;
    }
    if s.has(Sense::NounReporting) {
        return owned || complement;
    }
    if s.has(Sense::NounAspectual) {
        // "The end of the war", not "the end of the month".
        return w.low(phrase.end) == "of"
            && w.phrase(phrase.end + 1).is_some_and(|q| w.has(q.head, Sense::NounOccurrence));
    }
    owned && s.any(&[Sense::NounIState, Sense::NounPerception]) && complement
}

/// "the construction of a bridge", "a return to work": what is done and to what. Several of them are things: "the
/// operations of the company".
fn undergoes(w: &Words, p: &Phrase) -> bool {
    w.ptb(p.head) == Ptb::Nn && matches!(w.low(p.end), "of" | "in" | "to" | "against") && !w.is_timed(p.end + 1)
}

/// "in a statement", "a report on the crash", "complaints about noise": words that somebody said.
fn said(w: &Words, p: &Phrase) -> bool {
    // "The statement caused a fall"
    if w.tag(p.end).is_verb()
        && w.ptb(p.start) == Ptb::Dt
        && matches!(w.lemma(p.end), "cause" | "prompt" | "spark" | "trigger" | "follow" | "come" | "provoke")
    {
        return true;
    }
    let occasion = p.left().checked_sub(1).is_some_and(|b| w.low(b) == "in") && w.ptb(p.start) == Ptb::Dt;
    occasion || matches!(w.low(p.end), "on" | "about" | "from")
}

/// Whether the ending is one that makes nouns of verbs.
fn from_verb(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.len() > 6 && ENDINGS.iter().any(|e| word.ends_with(e))
}

/// Signs that what the phrase names happens: a verb that makes it happen, "during", a date, "planned", "of" or "by".
fn happens(w: &Words, p: &Phrase) -> bool {
    let before = p.left().checked_sub(1);
    let light = before.is_some_and(|b| {
        w.tag(b).is_verb()
            && w.senses(b).any(&[Sense::Light, Sense::VerbAspectual, Sense::Happening, Sense::Cancelling])
            && !w.is_be(b)
            && !w.is_have(b)
    });
    let during = before.is_some_and(|b| {
        matches!(
            w.low(b),
            "during"
                | "after"
                | "before"
                | "amid"
                | "following"
                | "since"
                | "until"
                | "pending"
                | "upon"
                | "despite"
                | "ahead"
        )
    });
    let dated =
        w.is_timed(p.end) || p.left() < p.start && w.is_timed(p.left()) || (p.start..p.head).any(|k| w.is_timed(k));
    let marked = (p.start..p.head).any(|k| is_sign(w.low(k)));
    let subject = w.tag(p.end).is_verb() && w.senses(p.end).any(&[Sense::Happening]) || matches!(w.low(p.end), "by");
    let of = w.low(p.end) == "of" && p.owner.is_none() && w.phrase(p.end + 1).is_some() && from_verb(w.low(p.head));
    light || exists(w, p) || during || dated || marked || subject || of
}

/// "There will be a review", "there could be an agreement".
pub(super) fn exists(w: &Words, p: &Phrase) -> bool {
    let Some(be) = p.left().checked_sub(1).filter(|b| w.is_be(*b)) else { return false };
    let modal = be.checked_sub(1).filter(|m| w.ptb(*m) == Ptb::Md);
    modal.and_then(|m| m.checked_sub(1)).is_some_and(|s| w.ptb(s) == Ptb::Ex)
}

/// "at that time", "The quarter was slow": a time that is only pointed at.
fn is_vague(w: &Words, i: usize) -> bool {
    w.low(i + 1) == "time" || w.low(i) == "the" && !w.is_timed(i + 2)
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
    // "is due on 24 January", "will be back by Friday"
    let next = if matches!(w.ptb(k + 1), Ptb::In) { k + 2 } else { k + 1 };
    if w.low(k) == "due" && w.is_timed(next) || w.low(k) == "back" && matches!(w.ptb(k + 1), Ptb::In) {
        return Some((k, Class::State));
    }
    let floating =
        matches!(w.low(k), "asleep" | "alive" | "underway" | "ashore" | "aboard" | "afloat" | "adrift" | "ablaze");
    // "the two were level", "had been faulty": where a noun would have an article or an ending, it is an adjective.
    let alone = |p: Phrase| p.start == k && p.end == k + 1 && p.owner.is_none();
    let bare = matches!(w.low(group.main), "are" | "were" | "been")
        && w.ptb(k) == Ptb::Nn
        && w.phrase(k).is_some_and(alone)
        && has_time(w, group, k);
    if !matches!(w.ptb(k), Ptb::Jj | Ptb::Jjr | Ptb::Vbn) && !floating && !bare
        || w.phrase(k).is_some_and(|p| p.head > k && p.start <= k)
    {
        return None;
    }
    let complement = matches!(w.low(k + 1), "to" | "that" | "of" | "about" | "for") || w.phrase(k + 1).is_some();
    if w.has(k, Sense::AdjectiveIState) && complement {
        return Some((k, Class::IState));
    }
    (w.has(k, Sense::AdjectiveState) || has_time(w, group, k)).then_some((k, Class::State))
}

/// Whether a predicate holds at a time that its clause names: "has been faulty since May", "In May the two were level",
/// "The first quarter will be slow".
fn has_time(w: &Words, group: &Group, k: usize) -> bool {
    let over = |i: usize| if w.ptb(i) == Ptb::In && w.low(i) != "than" { i + 1 } else { i };
    let next = over(k + 1);
    let noun = |i: usize| matches!(w.ptb(i), Ptb::Dt | Ptb::PrpS) || w.tag(i).is_noun();
    let behind = w.is_timed(next) && !is_vague(w, next) || matches!(w.low(k + 1), "since" | "until") && noun(next);
    let sentence = w.sentence(k).start;
    // "In May, the two", "..., and in May it"
    let opens = |i: &usize| (w.is_mark(*i) || w.ptb(*i) == Ptb::Cc) && !w.is_timed(i.saturating_sub(1));
    let open = (sentence..group.start).rev().take(FRONT).find(opens).map_or(sentence, |i| i + 1);
    let time = over(over(open));
    let subject = |i: usize| {
        matches!(w.ptb(i), Ptb::Dt | Ptb::Prp | Ptb::PrpS | Ptb::Nnp | Ptb::Nns) || w.is_comma(i) || i == group.start
    };
    let front = || {
        let clause = (time..group.start).all(|i| !w.tag(i).is_verb());
        clause && !is_vague(w, time) && (time..group.start + 1).find(|&i| !w.is_timed(i)).is_some_and(subject)
    };
    let asked = group.start.checked_sub(1).is_some_and(|b| matches!(w.ptb(b), Ptb::Wp | Ptb::Wdt | Ptb::Wrb));
    !asked && (behind || time < group.start && w.is_timed(time) && front())
}

/// Up to so many words a time at the front and the subject behind it have.
const FRONT: usize = 14;
