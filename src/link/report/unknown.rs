//! What no day of the story holds: events whose time is told by a length or a count, or not at all.

use crate::calendar::Unit;
use crate::event::{Class, Event, Trigger};
use crate::expr::Expr;
use crate::link::view::View;
use crate::link::{Entity, Found};
use crate::text::Ptb;

/// In which unit the length is told that an event takes or comes after: "lasted nine days", "announced it within a week",
/// "stayed outside for two hours", "led after ten minutes". The story is at one day, so that only hours have room in it.
pub(super) fn lengths(view: &View<'_>, found: &Found) -> Vec<Option<Unit>> {
    let mut lengths = vec![None; view.events.len()];
    for statement in &found.statements {
        if let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right())
            && let Some(Expr::Length(by)) = view.timexes.get(t).map(|t| t.expr.bare())
            && let Some(slot) = lengths.get_mut(e)
        {
            *slot = (*slot).max(Some(by.unit));
        }
    }
    lengths
}

/// Whether a length stands behind a verb that counts from what nobody dates: "returned two weeks earlier than planned".
pub(super) fn has_unknown_time(view: &View<'_>, event: &Event) -> bool {
    let mut near = event.token() + 1..event.token() + 8;
    let length = near.find_map(|i| view.timex_at(i)).and_then(|t| Some((view.timexes.get(t)?, view.spots.get(t)?)));
    length.is_some_and(|(t, spot)| matches!(t.expr.bare(), Expr::Length(_)) && view.is(spot.end + 1, &["than"]))
}

/// "It took 30": a length without its unit.
pub(super) fn takes_so_many(view: &View<'_>, event: &Event) -> bool {
    matches!(event.lemma.as_str(), "take" | "last")
        && view.ptb(event.token() + 1) == Ptb::Cd
        && view.ptb(event.token() + 2) == Ptb::Punct
}

/// "He fell on the second day": a day that is counted from another one.
pub(super) fn counts_days(view: &View<'_>, event: &Event) -> bool {
    let sentence = view.sentence(event.token());
    let clause = (event.token() + 1..sentence.end).take(10).take_while(|&i| view.ptb(i) != Ptb::Punct);
    clause.into_iter().any(|i| {
        view.is(i, &["first", "second", "third", "fourth", "fifth", "last", "final"])
            && view.is(i + 1, &["day", "night", "morning", "evening"])
            && view.is(i - 1, &["the"])
            && view.timex_at(i).is_none()
    })
}

/// Whether a count from an event leads away from its day: not "twenty minutes after the first shock".
pub(super) fn leaves_the_day(view: &View<'_>, t: usize) -> bool {
    let by = view.timexes.get(t).and_then(|t| match t.expr.bare() {
        Expr::Shift { by, .. } | Expr::Length(by) => Some(by),
        _ => None,
    });
    by.is_none_or(|by| by.unit >= Unit::Day)
}

/// Whether a length is one that somebody has to do something.
pub(super) fn is_given(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|t| t.signal.is_none() && matches!(t.expr.bare(), Expr::Length(_)))
}

/// "The move aimed to calm the markets": what an act that is named again was meant for, whenever that was.
pub(super) fn tells_of_an_event(view: &View<'_>, event: &Event) -> bool {
    let noun = |n: &Event| n.trigger == Trigger::Noun && event.agent().is_some_and(|a| a.contains(n.span()));
    event.class == Class::IAction
        && event.trigger == Trigger::Verb
        && view.is(event.token() + 1, &["to"])
        && view.events_near(event.token(), 8).iter().filter_map(|&n| view.events.get(n)).any(noun)
}
