//! Pairs that are settled at a glance: that can't be, or that are plain.

use super::place::first_in_sentence;
use super::words::{AS_PLANNED, FORESEEING, KINDS, OF_KINDS, SET};
use super::{LIMIT, Pair, only_names_a_period};
use crate::event::{Class, Event, Role, Status, Tense, Trigger};
use crate::expr::{Expr, Reference};
use crate::link::clause::is_light;
use crate::link::view::View;
use crate::text::Ptb;
use crate::timex::Signal;

/// What is settled of a pair; none where it has to be weighed.
pub(super) enum Verdict {
    Never,
    Costs(u32),
}

pub(super) fn verdict(pair: &Pair<'_>) -> Option<Verdict> {
    if is_out_of_reach(pair) || tells_nothing(pair) {
        return Some(Verdict::Never);
    }
    owns(pair).or_else(|| adverb(pair)).or_else(|| is_of_another(pair).then_some(Verdict::Never))
}

/// Each word between them costs three; only a time at the front of a sentence and a planned noun reach farther.
fn is_out_of_reach(pair: &Pair<'_>) -> bool {
    let far = 3 * pair.between.len() as u32 > LIMIT;
    let reaches = pair.event.trigger == Trigger::Noun || !pair.forward && first_in_sentence(pair.view, pair.spot.start);
    far && !reaches || pair.between.len() > 60
}

/// Words that tell no event of their own: "of record", "according to", "as planned", "preferred shares", "the quarter ended".
fn tells_nothing(pair: &Pair<'_>) -> bool {
    let Pair { view, event, .. } = pair;
    let token = event.token();
    let record = view.is(token, &["record"]) && token > 0 && view.is(token - 1, &["of"]);
    record
        || view.is(token, &["according"])
        || as_planned(view, event)
        || attribute(view, event)
        || only_names_a_period(view, token)
}

/// Nouns that plainly have the time for themselves.
fn owns(pair: &Pair<'_>) -> Option<Verdict> {
    let Pair { view, spot, timex, event, .. } = pair;
    if event.trigger != Trigger::Noun {
        return None;
    }
    if pair.forward && is_set_for(pair) {
        return Some(Verdict::Costs(0));
    }
    // "who won the last vote, in October 2023, said": the vote was then.
    let apart = event.token() + 3 == spot.start && view.is(event.token() + 1, &[","]) && view.is(spot.end, &[","]);
    if apart && view.ptb(event.token() + 2) == Ptb::In {
        return Some(Verdict::Costs(6));
    }
    // "For 2025 it sees growth": what is foreseen is then.
    let foreseen = !pair.forward && event.role == Role::Object;
    if foreseen && timex.signal == Some(Signal::For) && timex.granule.is_some() && first_in_sentence(view, spot.start) {
        let foresees = |v: &Event| v.tense == Tense::Present && FORESEEING.contains(&v.lemma.as_str());
        return Some(if pair.governor().is_some_and(foresees) { Verdict::Costs(20) } else { Verdict::Never });
    }
    None
}

/// "now holds", "recently said": an adverb right before its verb.
fn adverb(pair: &Pair<'_>) -> Option<Verdict> {
    let Pair { view, spot, timex, event, .. } = pair;
    if !pair.forward && timex.signal.is_none() && pair.between.clone().all(|i| matches!(view.ptb(i), Ptb::Rb)) {
        let next = pair.between.len() <= 1 && event.trigger == Trigger::Verb;
        return Some(if next { Verdict::Costs(0) } else { Verdict::Never });
    }
    // "The party recently took a town": an adverb before a verb is the verb's.
    let adverb = timex.signal.is_none() && spot.len() == 1 && view.ptb(spot.start) == Ptb::Rb;
    let taken = pair.forward && adverb && event.trigger == Trigger::Noun && view.is_verb(spot.end);
    taken.then_some(Verdict::Never)
}

/// Times that speak of something else than of this verb.
fn is_of_another(pair: &Pair<'_>) -> bool {
    let Pair { timex, event, .. } = pair;
    // "said it had been true at the time": not of the saying.
    let vague = matches!(timex.expr.bare(), Expr::Reference(Reference::Past)) && timex.signal == Some(Signal::In);
    if vague && event.class == Class::Reporting && pair.forward && pair.between.len() > 2 {
        return true;
    }
    // "promised for 2023": nothing was promised in that year.
    // "For 2025 it sees growth": it sees it now.
    let point = timex.signal == Some(Signal::For)
        && timex.granule.is_some()
        && matches!(event.status, Status::Happened | Status::Ongoing);
    let minds = matches!(event.class, Class::IAction | Class::IState | Class::Perception);
    point && event.trigger == Trigger::Verb && minds
}

/// "arrives as scheduled in May": the arrival is then.
pub(super) fn as_planned(view: &View<'_>, event: &Event) -> bool {
    let as_before = || (event.token().saturating_sub(2)..event.token()).any(|i| view.is(i, &["as"]));
    view.is(event.token(), AS_PLANNED) && as_before()
}

/// "an estimated 200 soldiers", "its preferred shares": a participle that is no more than an
/// attribute of the noun behind it.
pub(super) fn attribute(view: &View<'_>, event: &Event) -> bool {
    let figure = view.ptb(event.token() + 1) == Ptb::Cd;
    let before = event.token().checked_sub(1).map_or(Ptb::Other, |b| view.ptb(b));
    let inside = matches!(before, Ptb::Dt | Ptb::Cd | Ptb::Jj | Ptb::PrpS);
    let behind = view.is_noun(event.token() + 1) || figure && event.tense == Tense::PastPart;
    // "Series A preferred shares", "a bank holding company"
    let kind = view.is(event.token(), KINDS) && view.is(event.token() + 1, OF_KINDS);
    kind || matches!(event.tense, Tense::PastPart | Tense::PresPart) && inside && behind
}

/// "A hearing was set for Friday", "the vote, which is expected in May": what is planned is what has the day.
fn is_set_for(pair: &Pair<'_>) -> bool {
    let Pair { view, e, event, .. } = pair;
    let start = pair.spot.start;
    (start.saturating_sub(3)..start).filter_map(|i| view.event_at(i)).any(|v| {
        view.events.get(v).is_some_and(|verb| {
            let object = event.role == Role::Object && event.governor() == Some(v) && event.token() < verb.token();
            // "had been set to expire on Friday": the expiry is then.
            let ends = (verb.token() + 1..start).any(|i| {
                view.event_at(i).is_some_and(|o| {
                    view.events.get(o).is_some_and(|o| o.tense == Tense::Infinitive && !is_light(&o.lemma))
                })
            });
            let plans = verb.passive && SET.contains(&verb.lemma.as_str());
            plans && !ends && (object || verb.role == Role::Relative && verb.governor() == Some(*e))
        })
    })
}
