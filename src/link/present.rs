//! What a feature tells in the present.

use super::view::View;
use super::{Found, Relation, Sieve};
use crate::event::{Class, Event, Source, Status, Tense, Trigger};
use crate::expr::Expr;

/// "It is a wet Tuesday in April, and he looks up": what a feature tells in the present it tells of the time at which its scene
/// is set. TimeBank has none; the trust is a guess.
pub(super) fn told_now(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let Some((t, timex)) = scene(view).and_then(|t| Some((t, view.timexes.get(t)?))) else { return };
    let every = |t: usize| view.timexes.get(t).is_some_and(|t| matches!(t.expr.bare(), Expr::Every(_)));
    for (s, sentence) in view.document.sentences.iter().enumerate() {
        // "He walks home along the river each evening."
        if sentence.tokens.clone().filter_map(|i| view.timex_at(i)).any(every) {
            continue;
        }
        for &e in view.events_in(s) {
            if let Some(event) = view.events.get(e).filter(|event| is_told_now(event) && found.time_of(e).is_none()) {
                found.date(sieve, e, Relation::ToldAt, t, view.words(timex.span, event.span()));
            }
        }
    }
}

/// Whether the narrator tells in the present what somebody does or says.
fn is_told_now(event: &Event) -> bool {
    let narrated = !event.quoted && event.source() == Source::Narrator && event.trigger == Trigger::Verb;
    narrated
        && event.tense == Tense::Present
        && event.modality.is_none()
        && matches!(event.status, Status::Happened | Status::Ongoing | Status::Habitual | Status::Denied)
        && matches!(event.class, Class::Occurrence | Class::Reporting | Class::Perception | Class::IAction)
}

/// The time at which the scene of a feature is set, which its first sentences name: of "a Tuesday in April" the month.
fn scene(view: &View<'_>) -> Option<usize> {
    view.document.sentences.iter().take(SENTENCES).find_map(|s| {
        let first = s.tokens.start;
        let is = view.is(first, &["it"]) && view.is(first + 1, &["is"]) && view.is(first + 2, &["a", "an"]);
        let t = (first + 3..first + 8).filter(|_| is).find_map(|i| view.timex_at(i))?;
        let end = view.spots.get(t)?.end;
        let month = view.timex_at(end + 1).filter(|_| view.is(end, &["in"]));
        Some(month.unwrap_or(t))
    })
}

/// Among so many sentences a feature says when its scene is set.
const SENTENCES: usize = 12;
