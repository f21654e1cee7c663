//! The scene of a feature that is told in the present.

use super::view::{Side, View};
use super::{Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Source, Status, Tense, Trigger};
use crate::expr::Expr;
use crate::text::Ptb;

/// Up to this paragraph a feature says of which day it tells.
const LEAD: u32 = 5;

/// "It is a wet Tuesday in April ... He looks up and says": what the narrator of a feature tells in the present happened in
/// the scene whose time it names so, but for what is so each day.
pub(super) fn scene(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let Some(t) = time_of_scene(view) else { return };
    let span = view.timexes.get(t).map(|t| t.span);
    for (e, event) in view.events.iter().enumerate() {
        if let Some(span) = span.filter(|_| found.time_of(e).is_none() && belongs(view, event)) {
            found.date(sieve, e, Relation::ToldAt, t, span);
        }
    }
}

/// The longest time in the phrase behind "It is" that is over: of "a Tuesday in April" the month.
fn time_of_scene(view: &View<'_>) -> Option<usize> {
    let mut body = view.document.sentences.iter().take_while(|s| s.paragraph <= LEAD);
    body.find_map(|s| {
        let first = s.tokens.start;
        let opens = view.is(first, &["it"]) && view.is(first + 1, &["is", "'s", "’s"]);
        let phrase = (first + 2..s.tokens.end).take(10).take_while(|&i| !view.is_verb(i) && view.ptb(i) != Ptb::Punct);
        let past = |t: &usize| {
            view.timexes.get(*t).is_some_and(|x| {
                x.grain.is_some_and(|g| g >= Unit::DayPart && g < Unit::Year) && view.side(x) == Side::Past
            })
        };
        let times = phrase.filter(|_| opens).filter_map(|i| view.timex_at(i)).filter(past);
        times.max_by_key(|&t| view.timexes.get(t).and_then(|x| x.grain))
    })
}

/// Whether somebody or something does it once, before the narrator's eyes.
fn belongs(view: &View<'_>, event: &Event) -> bool {
    let sentence = view.sentence(event.token());
    let mut times = sentence.clone().filter_map(|i| view.timex_at(i)).filter_map(|t| view.timexes.get(t));
    let each = |i: usize| view.is(i, &["each", "every", "always", "usually", "often", "never", "sometimes"]);
    let one = view.ptb(event.token()) == Ptb::Vbz
        || event.aspect == Aspect::Progressive
        || event.agent().is_some_and(|a| a.of(view.document.text) == "I");
    event.trigger == Trigger::Verb
        && event.tense == Tense::Present
        && matches!(event.aspect, Aspect::None | Aspect::Progressive)
        && event.modality.is_none()
        && matches!(event.status, Status::Happened | Status::Ongoing | Status::Habitual)
        && event.source() == Source::Narrator
        && !event.quoted
        && !matches!(event.class, Class::State | Class::IState)
        && one
        && !times.any(|t| matches!(t.expr.bare(), Expr::Every(_)))
        && !sentence.into_iter().any(each)
}
