//! Whether somebody who is quoted was there and tells what happened.

use super::report::root;
use super::view::View;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::Expr;

/// Whether somebody who is quoted tells what happened, in the simple past.
pub(super) fn is_told_by_witness(view: &View<'_>, event: &Event) -> bool {
    event.trigger == Trigger::Verb
        && event.tense == Tense::Past
        && matches!(event.aspect, Aspect::None | Aspect::Progressive)
        && event.modality.is_none()
        && !matches!(event.class, Class::State)
        && matches!(event.status, Status::Happened | Status::Denied)
        && matches!(root(view, event).role, Role::Main | Role::Content)
}

/// "We clapped. Then we went home," she says: whether somebody who was there goes on with the scene.
pub(super) fn goes_on_in_quotation(view: &View<'_>, event: &Event) -> bool {
    let who = root(view, event).agent().map_or("", |a| a.of(view.document.text));
    ["i", "we", "he", "she", "it", "they"].iter().any(|p| p.eq_ignore_ascii_case(who)) || opens_with_then(view, event)
}

/// "Then somebody dropped a cup."
pub(super) fn opens_with_then(view: &View<'_>, event: &Event) -> bool {
    let first = view.sentence(event.token()).start;
    view.is(first + usize::from(view.quotes(first)), &["then"])
}

/// The saying that a quotation belongs to.
pub(super) fn saying(event: &Event) -> Option<usize> {
    if let Source::Speaker { saying, .. } = event.source() { saying } else { None }
}

/// "I played there the next night": whether a sentence counts from the scene and leaves it.
pub(super) fn counts_on(view: &View<'_>, sentence: usize) -> bool {
    let tokens = view.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    tokens
        .filter_map(|i| view.timex_at(i))
        .filter_map(|t| view.timexes.get(t))
        .any(|t| t.expr.needs_narrative() && !matches!(t.expr.bare(), Expr::Bare(_)))
}
