//! What the tense says against a time: a past told of a day to come, a plan told of a day gone by.

use super::Pair;
use super::words::DUE;
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::link::view::{Side, View, is_future, is_past};
use crate::timex::{Signal, Timex};

/// What the tense of the event says against the pair.
pub(super) fn cost(pair: &Pair<'_>) -> u32 {
    let Pair { view, timex, event, .. } = pair;
    let side = view.side(timex);
    // "The van is expected in June": not what is expected now. An event that is planned has the time for itself.
    let planned = || event.status == Status::Planned && event.passive && !has_object(pair);
    let expected = event.tense == Tense::Present && side == Side::Future && planned();
    // “Tomorrow we will sign,” he said on Friday: ahead of him, not of the publication.
    let of_saying = event.quoted && timex.anchor.is_some_and(|a| a.interval() != Some(view.today));
    let then = || pair.forward && side == Side::Past && was_planned(view, event);
    if expected || of_saying || then() { 0 } else { mismatch(side, timex, event) }
}

/// What speaks against an event's being at a time by its tense alone.
pub(in crate::link) fn mismatch(side: Side, timex: &Timex, event: &Event) -> u32 {
    let deadline = matches!(timex.signal, Some(Signal::By | Signal::Until));
    match side {
        Side::Future if is_past(event) => {
            if deadline {
                40
            } else {
                120
            }
        }
        Side::Future if event.tense == Tense::Past => 120,
        // Nobody expects tomorrow what he says or thinks today.
        Side::Future if event.tense == Tense::Present && matches!(event.class, Class::Reporting | Class::IState) => 100,
        Side::Past if is_future(event) => 80,
        Side::Past if event.tense == Tense::Infinitive => 20,
        Side::Past if event.tense == Tense::Present && event.aspect == Aspect::None => 20,
        _ => 0,
    }
}

/// Whether a verb governs an event noun.
fn has_object(pair: &Pair<'_>) -> bool {
    let Pair { view, e, event, .. } = pair;
    let object = |n: &Event| n.governor() == Some(*e) && n.role == Role::Object && n.trigger == Trigger::Noun;
    view.events_near(event.token(), 12).iter().filter_map(|&n| view.events.get(n)).any(object)
}

/// "was due to leave on Friday", "had been set to expire in May": what was planned was to be then.
fn was_planned(view: &View<'_>, event: &Event) -> bool {
    let plan = event.governor().filter(|_| event.role == Role::Complement && event.tense == Tense::Infinitive);
    plan.and_then(|g| view.events.get(g)).is_some_and(|g| {
        let past = matches!(g.tense, Tense::Past | Tense::None);
        past && g.token() < event.token() && DUE.contains(&g.lemma.as_str())
    })
}
