//! How unlikely it is that an expression belongs to an event: the barriers between them and what speaks against the pair.

mod barrier;
mod mismatch;
mod owner;
mod place;
mod refusal;
mod words;

pub(super) use mismatch::mismatch;

use super::view::{View, is_past};
use crate::event::{Class, Event, Role, Tense, Trigger};
use crate::text::Ptb;
use crate::timex::Timex;
use refusal::Verdict;
use std::ops::Range;
use words::{ABLE, PERIOD_ENDS};

/// Beyond this an expression is left without an event.
pub(super) const LIMIT: u32 = 80;

/// How many tokens a phrase at the front of a clause may have.
const FRONT: usize = 12;

/// An expression and an event of one sentence.
struct Pair<'a> {
    view: &'a View<'a>,
    timex: &'a Timex,
    /// The tokens of the expression.
    spot: &'a Range<usize>,
    /// The event and its number.
    event: &'a Event,
    e: usize,
    /// Whether the expression stands behind the event.
    forward: bool,
    /// The tokens between them.
    between: Range<usize>,
    /// Whether the expression stands at the front of the sentence, and the event is its main verb.
    over: bool,
}

impl<'a> Pair<'a> {
    fn new(view: &'a View<'a>, t: usize, timex: &'a Timex, e: usize) -> Option<Self> {
        let (event, spot) = (view.events.get(e)?, view.spots.get(t)?);
        let forward = event.token() < spot.start;
        let between = if forward { event.token() + 1..spot.start } else { spot.end..event.token() };
        let over = !forward && event.role == Role::Main && place::first_in_sentence(view, spot.start);
        Some(Pair { view, timex, spot, event, e, forward, between, over })
    }

    fn governor(&self) -> Option<&'a Event> {
        self.event.governor().and_then(|g| self.view.events.get(g))
    }
}

/// How unlikely it is that an expression belongs to an event; none when it can't.
pub(super) fn cost(view: &View<'_>, t: usize, timex: &Timex, e: usize) -> Option<u32> {
    let pair = Pair::new(view, t, timex, e)?;
    match refusal::verdict(&pair) {
        Some(Verdict::Never) => return None,
        Some(Verdict::Costs(cost)) => return Some(cost),
        None => {}
    }
    let (aside, free) = barrier::aside(&pair);
    let place = place::cost(&pair).saturating_sub(3 * free);
    let barriers = barrier::barriers(&pair, place, &aside)?;
    let cost = place + barriers.cost + owner::cost(&pair, &aside) + mismatch::cost(&pair);
    // "said on Friday": a saying and the day beside it.
    let said = pair.event.class == Class::Reporting && pair.forward && barriers.verbs == 0 && pair.between.len() <= 2;
    Some(if said && cost < 100 { cost / 2 } else { cost })
}

/// Whether a verb says what somebody promised, wished or announced.
fn promises(event: &Event) -> bool {
    matches!(event.class, Class::IAction | Class::IState | Class::Reporting) && is_past(event)
}

/// Whether a verb tells a deed of the past, not what was planned or wished.
fn is_carried_out(event: &Event) -> bool {
    event.trigger == Trigger::Verb && !event.passive && event.class != Class::IState && event.tense == Tense::Past
}

/// An adjective that says whether somebody can do what follows.
fn is_able(event: &Event) -> bool {
    event.trigger != Trigger::Verb && ABLE.contains(&event.lemma.as_str())
}

/// "the quarter ended Sept. 30": the verb only says which period is meant.
pub(super) fn only_names_a_period(view: &View<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|b| view.timex_at(b)).is_some();
    view.is(token, PERIOD_ENDS) && before
}

/// A verb; "trading" in "in early trading" is as good as a noun.
fn is_clause(view: &View<'_>, i: usize) -> bool {
    view.is_verb(i) && (view.ptb(i) != Ptb::Vbg || view.event_at(i).is_some())
}

/// A dash within a word.
fn dash(view: &View<'_>, i: usize) -> bool {
    view.is(i, &["-"]) && view.document.glued(i)
}
