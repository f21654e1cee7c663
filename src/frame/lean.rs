//! Past or coming: what a sentence says about the occurrence of something that comes again ("Saturday", "August").

use crate::calendar::{Cycle, Unit};
use crate::expr::{Expr, Modifier};
use crate::lang::{ENGLISH, Kinds, Sense};
use crate::text::{Document, Ptb};
use crate::timex::{Lean, Mention, Signal};

/// A lean and why, in plain words.
pub(super) type Reasoned = (Lean, &'static str);

/// Where nothing in the sentence decides.
pub(super) const DEFAULT: Reasoned = (Lean::Past, "nothing in the sentence decides, and news looks back");

const FUTURE: Reasoned = (Lean::Future, "the verb is in the future");
const PAST: Reasoned = (Lean::Past, "the verb is in the past");
const MODAL: Reasoned = (Lean::Future, "a modal verb looks ahead");
const INFINITIVE: Reasoned = (Lean::Future, "an infinitive looks ahead");
const DUE: Reasoned = (Lean::Future, "it is said to be due");
const WAS_DUE: Reasoned = (Lean::Nearest, "it had been due: the nearest one");
const PLAN: Reasoned = (Lean::Future, "the present tense of a plan");
const UNTIL: Reasoned = (Lean::Future, "\"until\" looks ahead");

/// How far from a mention its verb is looked for, in tokens.
const REACH: usize = 25;

/// Which way the sentence leans at a mention.
pub(super) fn lean_of(document: &Document<'_>, mention: &Mention) -> Reasoned {
    let range = mention.first.checked_sub(1).is_some_and(|b| kinds(document, b) & Sense::FromWord.kind() != 0);
    if mention.signal == Some(Signal::Since) && !range {
        return (Lean::Past, "\"since\" looks back");
    }
    if mention.expr.modifier() == Some(Modifier::OnOrBefore) {
        return (Lean::Future, "a deadline");
    }
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return DEFAULT };
    let sentence = sentence.tokens.clone();
    let until = mention.first.checked_sub(1).is_some_and(|b| kinds(document, b) & Sense::Till.kind() != 0) && !range;
    // The verb before it in its clause, else the first one behind it.
    let verb = (sentence.start..mention.first)
        .rev()
        .take(REACH)
        .find_map(|i| Some((i, of_verb(document, i, sentence.start)?)));
    match verb {
        // "has been put off until Monday": a state that lasts.
        // "extended the offer Friday"; but "extended until Friday".
        Some((i, DUE)) if tag(document, i) == Some(Ptb::Vbd) && mention.signal != Some(Signal::Until) => PAST,
        // "called off on Thursday"; but "postponed to Thursday".
        Some((i, DUE)) if kinds(document, i) & Sense::PutOff.kind() != 0 && mention.signal != Some(Signal::Until) => {
            PAST
        }
        Some((i, PAST)) if until && is_perfect(document, i, sentence.start) => UNTIL,
        Some((_, lean)) => fitted(document, mention, lean),
        None if until => UNTIL,
        None => (mention.end..sentence.end)
            .take(REACH)
            .find_map(|i| {
                of_verb(document, i, sentence.start).filter(|&lean| lean != DUE || tag(document, i) != Some(Ptb::Vbd))
            })
            .map_or(DEFAULT, |lean| fitted(document, mention, lean)),
    }
}

/// What a verb's lean is worth at a mention: a month or a date is seldom a year off when only a plan, a wish or an
/// infinitive looks ahead, and before a noun ("the Feb. 23 accord") it is not the verb's at all.
fn fitted(document: &Document<'_>, mention: &Mention, lean: Reasoned) -> Reasoned {
    let yearly =
        matches!(mention.expr.bare(), Expr::Bare(c) if c.round() == Unit::Year && !matches!(c, Cycle::Holiday(_)));
    let next = document.tokens.get(mention.end);
    let noun = next.is_some_and(|t| t.tag.is_noun());
    let owner = next.is_some_and(|t| t.tag.ptb == Ptb::Pos);
    match lean {
        PLAN if owner => DEFAULT,
        FUTURE | MODAL | INFINITIVE | PLAN if yearly && noun => {
            (Lean::Nearest, "a date before a noun: the nearest one")
        }
        PLAN if yearly => (Lean::Nearest, "the present tense: the nearest one"),
        lean => lean,
    }
}

fn kinds(document: &Document<'_>, i: usize) -> Kinds {
    ENGLISH.kinds(ENGLISH.look_up(document.word(i)))
}

fn tag(document: &Document<'_>, i: usize) -> Option<Ptb> {
    document.tokens.get(i).map(|t| t.tag.ptb)
}

/// Whether the participle at `i` belongs to a present perfect: "has been put", "have gone".
fn is_perfect(document: &Document<'_>, i: usize, start: usize) -> bool {
    tag(document, i) == Some(Ptb::Vbn)
        && (start..i).rev().take(3).any(|k| {
            matches!(tag(document, k), Some(Ptb::Vbz | Ptb::Vbp)) && kinds(document, k) & Sense::Neutral.kind() != 0
        })
}

/// What the word at `i` says about the time of its clause, if it is a verb that says something.
fn of_verb(document: &Document<'_>, i: usize, start: usize) -> Option<Reasoned> {
    let tag = tag(document, i)?;
    let has = |sense: Sense| kinds(document, i) & sense.kind() != 0;
    match tag {
        Ptb::Md if has(Sense::Will) => Some(FUTURE),
        Ptb::Md => (!has(Sense::Neutral)).then_some(MODAL),
        Ptb::Vb => of_infinitive(document, i, start),
        Ptb::Jj | Ptb::Vbd | Ptb::Vbn | Ptb::Vbz | Ptb::Vbp | Ptb::Vbg if has(Sense::Ahead) => {
            Some(if was_due(document, i, start) { WAS_DUE } else { DUE })
        }
        Ptb::Vbd | Ptb::Vbn => of_past(document, i, start),
        Ptb::Vbz | Ptb::Vbp if has(Sense::Neutral) => None,
        Ptb::Vbp if has(Sense::Invariant) => Some(PAST),
        // "takes effect Wednesday": the present tense of what is on a calendar.
        Ptb::Vbz | Ptb::Vbp => Some(PLAN),
        _ => None,
    }
}

/// "had been due" before `i`: what was ahead then may be over now.
fn was_due(document: &Document<'_>, i: usize, start: usize) -> bool {
    (start..i).rev().take(3).any(|k| tag(document, k) == Some(Ptb::Vbd) && kinds(document, k) & Sense::Done.kind() != 0)
}

/// "to meet": what goes before "to" decides; a bare infinitive says nothing, its auxiliary does.
fn of_infinitive(document: &Document<'_>, i: usize, start: usize) -> Option<Reasoned> {
    let to = (start..i).rev().take(3).find(|&k| tag(document, k) == Some(Ptb::To))?;
    let governor = (start..to).rev().take(3).find_map(|k| {
        let kinds = kinds(document, k);
        if kinds & Sense::Ahead.kind() != 0 {
            Some(if was_due(document, k, start) { WAS_DUE } else { DUE })
        } else {
            (kinds & Sense::Done.kind() != 0).then_some(PAST)
        }
    });
    Some(governor.unwrap_or(INFINITIVE))
}

/// A past form: past, unless an auxiliary puts its participle ahead ("will be sold", "to be released").
fn of_past(document: &Document<'_>, i: usize, start: usize) -> Option<Reasoned> {
    let participle = tag(document, i) == Some(Ptb::Vbn);
    let next = tag(document, i + 1);
    // "has been called off": the next participle says more. "preferred shares": an adjective.
    let auxiliary = participle && next == Some(Ptb::Vbn);
    let adjective = participle
        && matches!(next, Some(Ptb::Nn | Ptb::Nns))
        && i.checked_sub(1).is_none_or(|b| b < start || kinds(document, b) & HAVE_OR_BE == 0);
    if auxiliary || adjective {
        return None;
    }
    let ahead = (start..i).rev().take(4).find_map(|k| match tag(document, k)? {
        Ptb::Md => Some(i.checked_sub(1).and_then(|b| tag(document, b)) == Some(Ptb::Vb)),
        Ptb::To if participle => Some(true),
        Ptb::Vbd | Ptb::Punct => Some(false),
        _ => None,
    });
    Some(if ahead == Some(true) && participle { FUTURE } else { PAST })
}

const HAVE_OR_BE: Kinds = Sense::Neutral.kind() | Sense::Done.kind();
