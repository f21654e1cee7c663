//! The time that the story has reached.

use super::view::{Side, View, is_past};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};

/// News told without a day of its own: the sayings that carry a report are of the day that the paragraph or the article
/// last named, else of the publication.
pub(super) fn report(_view: &View<'_>, _found: &mut Found, _sieve: &Sieve) {}

/// What is told in the simple past without a time of its own happens at the time that the story has reached in the
/// paragraph.
pub(super) fn carried(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut story: Option<(usize, Option<u32>)> = None;
    let mut sentence = usize::MAX;
    for (e, event) in view.events.iter().enumerate() {
        let paragraph = view.paragraph(event.sentence);
        if event.sentence != sentence {
            sentence = event.sentence;
            story = story.filter(|(_, p)| *p == paragraph);
        }
        if !moves(event) {
            continue;
        }
        match found.time_of(e) {
            Some(t) => {
                let dated = view.timexes.get(t).is_some_and(|x| {
                    x.grain.is_some_and(|g| g <= Unit::Day) && matches!(view.side(x), Side::Past | Side::Today)
                });
                if dated {
                    story = Some((t, paragraph));
                }
            }
            None => {
                if let Some((t, _)) = story {
                    let span = view.timexes.get(t).map_or(event.span, |x| x.span.join(event.span));
                    found.add(sieve, Entity::Event(e), Relation::During, Entity::Timex(t), span);
                }
            }
        }
    }
}

/// Whether an event is part of the story's own course: asserted by the narrator, in the simple past, no state.
fn moves(event: &Event) -> bool {
    event.trigger == Trigger::Verb
        && event.status == Status::Happened
        && event.tense == Tense::Past
        && event.aspect == Aspect::None
        && event.source == Source::Narrator
        && !event.quoted
        && is_past(event)
        && !matches!(event.class, Class::State | Class::IState)
        && matches!(event.role, Role::Main | Role::Coordinate | Role::When | Role::After | Role::Before)
}
