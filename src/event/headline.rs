//! The few events that an article is about.

use super::lexicon::Sense;
use super::words::Words;
use super::{Class, Event, Role, Status, Trigger};

/// Marks the events that an editor would list: what the headings and the first three paragraphs assert in a main clause,
/// or what somebody in it says there, where it is no mere saying or state. At most one a sentence and six an article.
pub(super) fn mark(w: &Words, events: &mut [Event]) {
    let Some(first) = w.doc.sentences.iter().find(|s| !s.heading).map(|s| s.paragraph) else { return };
    let mut listed = 0;
    let mut sentence = None;
    for n in 0..events.len() {
        let Some(event) = events.get(n) else { break };
        let Some(s) = w.doc.sentences.get(event.sentence()) else { continue };
        if listed >= 6 || s.paragraph > first + 2 {
            break;
        }
        if sentence == Some(event.sentence()) || !is_main(events, event) || !is_news(w, event) {
            continue;
        }
        sentence = Some(event.sentence());
        listed += 1;
        if let Some(event) = events.get_mut(n) {
            event.headline = true;
        }
    }
}

/// Whether a main clause tells it. What an official says in the first lines is the news, the saying is not.
fn is_main(events: &[Event], event: &Event) -> bool {
    let mut first = event;
    for _ in 0..8 {
        match first.governor().and_then(|g| events.get(g)).filter(|_| first.role == Role::Coordinate) {
            Some(before) if before.token() < first.token() => first = before,
            _ => break,
        }
    }
    match first.role {
        _ if event.quoted => false,
        Role::Main | Role::Coordinate => true,
        Role::Content => first.governor().and_then(|g| events.get(g)).is_some_and(|g| g.class == Class::Reporting),
        _ => false,
    }
}

fn is_news(w: &Words, event: &Event) -> bool {
    !matches!(event.class, Class::Reporting | Class::State | Class::IState | Class::Perception)
        && matches!(event.status, Status::Happened | Status::Planned | Status::Ongoing | Status::Cancelled)
        && event.trigger == Trigger::Verb
        && !w.has(event.token(), Sense::VerbReporting)
        && event.repeats().is_none()
}
