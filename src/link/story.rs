//! The time that the story has reached.

use super::view::{Side, View};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};

/// A report's own day: the sayings that carry it and what its lead tells in the past without a time of their own are of
/// the day that its first paragraphs name ("on Saturday", at most three days back), else of the publication.
pub(super) fn report(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let day = news_day(view, found);
    for (e, event) in view.events.iter().enumerate() {
        if found.time_of(e).is_some() || event.quoted || event.trigger == Trigger::Noun {
            continue;
        }
        let paragraph = view.paragraph(event.sentence).unwrap_or(u32::MAX);
        let past = event.tense == Tense::Past && event.aspect == Aspect::None && event.modality.is_none();
        let told = event.status == Status::Happened || event.status == Status::Denied;
        let main = matches!(event.role, Role::Main | Role::Coordinate);
        let saying = matches!(event.class, Class::Reporting | Class::IState);
        let lead = paragraph <= LEAD && main && event.source == Source::Narrator;
        let now = event.tense == Tense::Present
            && event.aspect == Aspect::None
            && event.modality.is_none()
            && matches!(event.class, Class::Reporting | Class::IState);
        if past && told && (saying && event.source == Source::Narrator || lead && event.class != Class::State) {
            match day {
                Some(t) => {
                    let span = view.timexes.get(t).map_or(event.span, |x| x.span);
                    found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Timex(t), span);
                    if let Some(slot) = found.time.get_mut(e) {
                        *slot = Some(t);
                    }
                }
                None => found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Publication, event.span),
            }
        } else if now && event.source == Source::Narrator {
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Publication, event.span);
        }
    }
}

/// Paragraphs 0 to this one are the lead of a report.
const LEAD: u32 = 2;

/// The expression that names the day on which the news of an article happened.
fn news_day(view: &View<'_>, found: &Found) -> Option<usize> {
    let dated = view.events.iter().enumerate().filter_map(|(e, event)| Some((event, found.time_of(e)?)));
    for (event, t) in dated {
        if view.paragraph(event.sentence).unwrap_or(u32::MAX) > LEAD + 2 {
            return None;
        }
        let timex = view.timexes.get(t)?;
        let recent = timex.grain.is_some_and(|g| g <= Unit::Day)
            && matches!(view.side(timex), Side::Past | Side::Today)
            && timex.interval.and_then(|i| i.begin).zip(view.today.begin).is_some_and(|(b, p)| (p - b).num_days() <= 3);
        let main = matches!(event.role, Role::Main | Role::Coordinate | Role::Participle);
        if recent && main && event.tense != Tense::Future {
            return Some(t);
        }
    }
    None
}

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
                    found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Timex(t), span);
                    if let Some(slot) = found.time.get_mut(e) {
                        *slot = Some(t);
                    }
                }
            }
        }
    }
}

/// The time in whose light an event is told that no other sieve could place: a time of its sentence, else the last one that
/// the story was at. It bounds nothing.
pub(super) fn reference(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut story: Option<usize> = None;
    for (s, sentence) in view.document.sentences.iter().enumerate() {
        let here: Vec<usize> = {
            let mut list: Vec<usize> = sentence.tokens.clone().filter_map(|i| view.timex_at(i)).collect();
            list.dedup();
            list.retain(|&t| view.timexes.get(t).is_some_and(|x| x.interval.is_some() || x.granule.is_some()));
            list
        };
        for &e in view.events_in(s) {
            let Some(event) = view.events.get(e) else { continue };
            if found.time_of(e).is_some() {
                continue;
            }
            let nearest = here
                .iter()
                .copied()
                .min_by_key(|&t| view.spots.get(t).map_or(usize::MAX, |spot| spot.start.abs_diff(event.token)));
            if let Some(t) = nearest.or(story) {
                found.add(sieve, Entity::Event(e), Relation::Near, Entity::Timex(t), event.span);
            }
        }
        let main = |e: usize| view.events.get(e).is_some_and(|x| x.source == Source::Narrator && !x.quoted);
        let moved = view.events_in(s).iter().filter(|&&e| main(e)).find_map(|&e| found.time_of(e));
        story = moved.filter(|t| here.contains(t)).or(story);
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
        && !matches!(event.class, Class::State | Class::IState)
        && matches!(event.role, Role::Main | Role::Coordinate | Role::When | Role::After | Role::Before)
}
