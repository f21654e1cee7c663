//! How far an event and an expression stand apart, and what the place of the expression in its clause says.

use super::words::COPULAS;
use super::{FRONT, Pair, dash, is_clause, only_names_a_period};
use crate::event::{Class, Event, Role, Source, Tense, Trigger};
use crate::link::time::OWNING;
use crate::link::view::View;
use crate::text::Ptb;
use std::ops::Range;

/// The cost of the way between them: three a word, one a word from a front to the main verb.
pub(super) fn cost(pair: &Pair<'_>) -> u32 {
    let price = if pair.over { 1 } else { 3 };
    price * pair.between.len() as u32 + if pair.forward { behind(pair) } else { 10 + before(pair) }
}

/// An expression behind its event.
fn behind(pair: &Pair<'_>) -> u32 {
    let Pair { view, spot, event, .. } = pair;
    // "said profit in the third quarter rose": the time of what is said.
    let subject = if in_subject(pair) { 100 } else { 0 };
    // "said Friday's sale was a success": what is said of the sale.
    let owner = if event.class == Class::Reporting && view.is(spot.end, OWNING) { 100 } else { 0 };
    let front = if fronted(view, spot.start) { 120 } else { 0 };
    subject + owner + front
}

/// An expression before its event: a fronted time, or "X on Friday said".
fn before(pair: &Pair<'_>) -> u32 {
    let Pair { view, spot, event, between, .. } = pair;
    let comma = view.is(spot.end, &[","]);
    if first_in_sentence(view, spot.start) {
        return at_front(pair);
    }
    // "found the body on Friday wrapped in plastic", "left in May, leaving debts": the time of the verb before.
    let apart = matches!(event.role, Role::Relative | Role::Participle) && event.trigger == Trigger::Verb
        // "would have reached it in May, flown beside it and landed"
        || comma && event.role == Role::Coordinate && between.len() <= 2
        // "He died on Friday, police said."
        || comma && !opens_clause(view, spot.start);
    if apart { 60 } else { 0 }
}

/// A time at the front of the sentence.
fn at_front(pair: &Pair<'_>) -> u32 {
    let Pair { view, spot, event, between, .. } = pair;
    let mut cost = 0;
    if event.class == Class::Reporting && between.len() > 2 && says_between(pair) {
        cost += 60;
    }
    // "By May, she said, it will be over": what she said will.
    if event.class == Class::Reporting && is_put_in(view, event, spot.end) {
        cost += 100;
    }
    match event.role {
        // "In May a group led by two managers bought it": of the main verb.
        Role::Relative | Role::Participle if event.governor().is_some() || is_before_main(view, event) => cost + 80,
        _ => cost,
    }
}

/// Whether the verb right behind an expression belongs to what an event governs, which then has the expression in its
/// subject: "said profit in the third quarter rose", but not "voted on Friday to rise".
fn in_subject(pair: &Pair<'_>) -> bool {
    let Pair { view, spot, e, event, .. } = pair;
    let verb = (spot.end..spot.end + 12).find(|&i| {
        let period = view.timex_at(i).is_some() || view.is(i, &[","]) || only_names_a_period(view, i);
        !matches!(view.ptb(i), Ptb::Rb | Ptb::Md | Ptb::To | Ptb::Nn | Ptb::Nns) && !period
    });
    let said = verb.and_then(|i| view.event_at(i)).and_then(|o| view.events.get(o));
    let subject = (event.token() + 1..spot.start).any(|i| view.is_noun(i));
    let phrase = spot.start.checked_sub(1).is_some_and(|i| view.ptb(i) == Ptb::In);
    said.is_some_and(|o| {
        o.governor() == Some(*e)
            && o.trigger == Trigger::Verb
            && match o.role {
                Role::Content => subject || view.timex_at(event.token() + 1).is_none(),
                Role::Complement => {
                    let speaks = matches!(event.class, Class::Reporting | Class::IState | Class::IAction);
                    subject && phrase && speaks
                }
                _ => false,
            }
    })
}

/// Whether what an event says stands between it and what stands at the front: "On Friday it was moving north, they said".
fn says_between(pair: &Pair<'_>) -> bool {
    let Pair { view, e, .. } = pair;
    let said = |o: &Event| matches!(o.source(), Source::Speaker { saying: Some(s), .. } if s == *e);
    pair.between.clone().filter_map(|i| view.event_at(i)).filter_map(|o| view.events.get(o)).any(said)
}

/// "In May, she said, prices fell": whether a saying stands between commas right behind a time.
pub(super) fn is_put_in(view: &View<'_>, event: &Event, end: usize) -> bool {
    let comma = |i: usize| view.is(i, &[","]);
    let subject = end + 1..event.token();
    subject.len() < 7
        && comma(end)
        && comma(event.token() + 1)
        && !subject.into_iter().any(|i| comma(i) || view.is_verb(i))
}

/// Whether a participle stands before the main verb of its sentence.
fn is_before_main(view: &View<'_>, event: &Event) -> bool {
    let main = |e: &Event| e.role == Role::Main && e.trigger == Trigger::Verb && e.token() > event.token();
    let near = view.events_near(event.token(), 24).iter();
    event.tense == Tense::PastPart && near.filter_map(|&m| view.events.get(m)).any(main)
}

/// Whether an expression stands at the front of its clause: behind "that" and its preposition.
fn fronted(view: &View<'_>, start: usize) -> bool {
    let lead = |b: usize| matches!(view.ptb(b), Ptb::In | Ptb::To | Ptb::Vbg) && !view.is(b, &["that"]);
    let preposition = start.checked_sub(1).filter(|&b| lead(b));
    let before = preposition.unwrap_or(start).checked_sub(1);
    before.is_some_and(|b| view.ptb(b) == Ptb::In && view.is(b, &["that"]))
}

/// Whether a clause begins with an expression and what stands before it: "..., and on Friday, he left".
fn opens_clause(view: &View<'_>, start: usize) -> bool {
    let first = view.sentence(start).start;
    let edge = |i: usize| matches!(view.ptb(i), Ptb::Punct | Ptb::Cc) && !dash(view, i) || view.is(i, &["that"]);
    let opener = |i: usize| matches!(view.ptb(i), Ptb::In | Ptb::Cc | Ptb::Rb) || view.timex_at(i).is_some();
    let back = (first..start).rev().take(FRONT).find(|&i| edge(i) || is_clause(view, i));
    back.map_or(start - first < FRONT && opener(first), |i| edge(i) && opener(i + 1))
}

/// Whether nothing but a preposition, or a phrase of place, stands between the begin of the sentence and an expression: "In
/// Tarsan on Friday, ...".
pub(super) fn first_in_sentence(view: &View<'_>, start: usize) -> bool {
    let first = view.sentence(start).start;
    // "Then, on June 11, ..."
    let adverb = matches!(view.ptb(first), Ptb::Rb | Ptb::Cc) && view.is(first + 1, &[","]) && first + 2 < start;
    let first = if adverb { first + 2 } else { first };
    let inside = |i: usize| {
        view.is_noun(i) || matches!(view.ptb(i), Ptb::In | Ptb::Dt | Ptb::Jj | Ptb::Rb | Ptb::Pos) || dash(view, i)
    };
    start <= first + 1
        || matches!(view.ptb(first), Ptb::In | Ptb::Cc)
            && start - first < FRONT
            && (first + 1..start).all(|i| inside(i) || view.ptb(i) == Ptb::Vbg && !is_clause(view, i))
}

/// "On Friday it was near the coast and moving north": whether what "and" joins is one with a form of "be" that tells no event
/// and to which a time at the front of the sentence belongs.
pub(super) fn is_copula_before(view: &View<'_>, and: usize, spot: &Range<usize>) -> bool {
    let be = |i: usize| view.is(i, COPULAS) && view.event_at(i).is_none();
    first_in_sentence(view, spot.start) && view.ptb(and + 1) == Ptb::Vbg && (spot.end..and).any(be)
}
