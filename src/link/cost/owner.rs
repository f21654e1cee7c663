//! Whether an expression is one of the event's own kind: a noun has only what stands in its phrase, a verb what no noun has.

use super::words::{GOVERNING, JUDGING, PENDING, SIGNS};
use super::{Pair, is_able, is_carried_out, only_names_a_period, promises};
use crate::calendar::Unit;
use crate::event::{Class, Event, Role, Tense, Trigger};
use crate::expr::Expr;
use crate::link::figure::is_account;
use crate::link::view::{Side, View};
use crate::text::Ptb;
use crate::timex::Signal;
use std::ops::Range;

/// What speaks against the event as the owner of the expression.
pub(super) fn cost(pair: &Pair<'_>, aside: &Range<usize>) -> u32 {
    let kind = match pair.event.trigger {
        Trigger::Verb => of_gerund(pair),
        Trigger::Noun => of_noun(pair, aside),
        _ => 15,
    };
    kind + of_period(pair, aside) + of_origin(pair) + of_infinitive(pair) + of_promise(pair)
}

/// Gerunds and what is begun.
fn of_gerund(pair: &Pair<'_>) -> u32 {
    let Pair { view, event, .. } = pair;
    if !pair.forward {
        return 0;
    }
    // "in early trading yesterday": a gerund behind an adjective or noun is as good as a noun.
    let nominal = event.tense == Tense::PresPart
        && event.token() > 0
        && matches!(view.ptb(event.token() - 1), Ptb::Jj | Ptb::Nn | Ptb::Nns);
    let begins = |g: &Event| g.class == Class::Aspectual && g.token() < event.token();
    let begun = event.role == Role::Complement && pair.governor().is_some_and(begins);
    60 * (u32::from(nominal) + u32::from(begun))
}

fn of_noun(pair: &Pair<'_>, aside: &Range<usize>) -> u32 {
    let Pair { view, spot, timex, event, forward, .. } = pair;
    if !forward {
        return 90;
    }
    // "would not return from repairs until May"
    // "there could be a deal by Friday", "promised a deal by Friday"
    let limit = matches!(timex.signal, Some(Signal::Until | Signal::By | Signal::Within));
    let object = event.role == Role::Object;
    let due = || timex.signal == Some(Signal::By) && view.side(timex) == Side::Future;
    let promised = || object && due() && pair.governor().is_some_and(promises);
    let belongs = || (!limit || exists(view, event)) && belongs_to_noun(view, event, spot.start, aside);
    // "reported a loss for the third quarter"
    let named = || timex.granule.is_some() || only_names_a_period(view, spot.end);
    let period = || timex.signal == Some(Signal::For) && named() && (object || is_account(event));
    if promised() || period() || belongs() { 3 } else { 90 }
}

/// Figures have the period that they are reported for.
fn of_period(pair: &Pair<'_>, aside: &Range<usize>) -> u32 {
    let Pair { view, spot, timex, event, forward, between, .. } = pair;
    let mut cost = 0;
    // "In the year-ago quarter the firm reported a profit": it is the profit's.
    let year = || timex.grain == Some(Unit::Year) && only_names_a_period(view, spot.end);
    let period = || matches!(timex.grain, Some(Unit::Quarter | Unit::Half)) || year();
    let reports = event.class == Class::Reporting;
    if reports && !forward && timex.signal.is_some() && period() && view.side(timex) == Side::Past {
        cost += 80;
    }
    if timex.signal != Some(Signal::For) {
        return cost;
    }
    // "had revenue of 76 million for the year ended March 31"
    let span = matches!(timex.expr.bare(), Expr::Length(by) if by.unit >= Unit::Month);
    let verb = *forward && event.trigger == Trigger::Verb;
    if verb && span && only_names_a_period(view, spot.end) && between.clone().any(|i| view.is_noun(i)) {
        cost += 80;
    }
    // "reported a loss for the third quarter", "lowered its forecast for the year": the period of the loss.
    let behind = || spot.start > event.token() + 2 && view.is_noun(spot.start - 2);
    let noun = || behind() || between.clone().any(|i| !aside.contains(&i) && noun_at(view, i));
    if timex.granule.is_some() && (reports || verb && noun()) {
        cost += 60;
    }
    cost
}

/// "rose 9 percent from a year ago": what is compared.
fn of_origin(pair: &Pair<'_>) -> u32 {
    let Pair { view, spot, event, .. } = pair;
    let from = || spot.start.checked_sub(1).is_some_and(|b| view.is(b, &["from"]));
    let compared = pair.forward && event.is_move() && event.tense == Tense::Past && from();
    if compared { 150 } else { 0 }
}

/// Infinitives leave the time to the verb that governs them.
fn of_infinitive(pair: &Pair<'_>) -> u32 {
    let Pair { view, timex, event, .. } = pair;
    let Some(governor) = pair.governor().filter(|_| event.tense == Tense::Infinitive) else { return 0 };
    let gone = matches!(view.side(timex), Side::Past | Side::Today);
    // "voted on Friday to leave", "voted to leave on Friday": the vote was then; "was due to leave on Friday" is a plan.
    let voted = if is_carried_out(governor) && gone { 40 } else { 0 };
    // "was not available to comment on Friday": it was not available then.
    let able = if is_able(governor) && governor.token() < event.token() { 100 } else { 0 };
    voted + able
}

/// "promised a result by Friday": the result is due then.
fn of_promise(pair: &Pair<'_>) -> u32 {
    let Pair { view, timex, event, .. } = pair;
    let due = promises(event) && timex.signal == Some(Signal::By) && view.side(timex) == Side::Future;
    if due { 60 } else { 0 }
}

/// Whether a noun event stands at a token.
fn noun_at(view: &View<'_>, token: usize) -> bool {
    view.event_at(token).and_then(|e| view.events.get(e)).is_some_and(|e| e.trigger == Trigger::Noun)
}

/// Whether a time after a noun belongs to the noun and not to a verb: "the attack on Saturday killed", "during comments to
/// reporters on Friday".
fn belongs_to_noun(view: &View<'_>, event: &Event, until: usize, aside: &Range<usize>) -> bool {
    let sentence = view.sentence(event.token());
    // Nothing but the noun's own phrases in between.
    let plain = (event.token() + 1..until).all(|i| {
        aside.contains(&i)
            || view.is(i, SIGNS)
            || !matches!(
                view.ptb(i),
                Ptb::Punct | Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md | Ptb::Wdt | Ptb::Wp | Ptb::Wrb
            )
    });
    if !plain {
        return false;
    }
    // The word that governs its phrase: a preposition of time, or nothing (the phrase is the subject).
    for i in (sentence.start..event.token()).rev() {
        match view.ptb(i) {
            _ if view.timex_at(i).is_some() => {}
            Ptb::Dt | Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Cd | Ptb::PrpS | Ptb::Pos => {}
            Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps => {}
            Ptb::In if view.is(i, &["of"]) => {}
            // "due for replacement in May": it is due then.
            Ptb::In if view.is(i, &["for"]) && i > 0 && view.is(i - 1, &["due"]) => return false,
            // "passed by two votes on Friday": a measure.
            Ptb::In if view.is(i, &["by"]) && view.ptb(i + 1) == Ptb::Cd => return false,
            // "were charged with theft on Sunday": the charge was then.
            Ptb::In if i > 0 && view.event_at(i - 1).is_some_and(|v| judges(view, v)) => return false,
            Ptb::In => {
                let alone = (event.token() + 1..until).all(|i| view.event_at(i).is_none());
                return alone || view.is(i, GOVERNING);
            }
            Ptb::Vbg if view.is(i, PENDING) => return true,
            Ptb::Punct => return true,
            // "there will be a review in May"
            _ => return (i.saturating_sub(3)..i).any(|k| view.ptb(k) == Ptb::Ex),
        }
    }
    true
}

/// "were *charged* with theft": the phrase behind says for what somebody is accused or punished.
fn judges(view: &View<'_>, verb: usize) -> bool {
    view.events.get(verb).is_some_and(|v| v.trigger == Trigger::Verb && JUDGING.contains(&v.lemma.as_str()))
}

/// "there will be a review": whether the clause of a noun says that there is one.
fn exists(view: &View<'_>, event: &Event) -> bool {
    let inside = |i: usize| matches!(view.ptb(i), Ptb::Dt | Ptb::Jj | Ptb::Cd) || view.is_noun(i);
    let first = view.sentence(event.token()).start;
    let verb = (first..event.token()).rev().take(6).find(|&i| !inside(i));
    verb.is_some_and(|be| (be.saturating_sub(3).max(first)..be).any(|i| view.ptb(i) == Ptb::Ex))
}
