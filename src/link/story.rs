//! The time that the story has reached.

use super::view::{Side, View};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use std::collections::{HashMap, HashSet};

/// A speaker's sayings go on with the speech that was dated last: "Speaking on Saturday, X ... X said".
pub(super) fn speech(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let names = speakers(view);
    // For each speaker the time of the last dated saying, with its paragraph.
    let mut last: HashMap<&str, (usize, u32)> = HashMap::new();
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Verb || event.quoted || event.source != Source::Narrator {
            continue;
        }
        let Some(&name) = names.get(e).and_then(|n| n.as_ref()) else { continue };
        let paragraph = view.paragraph(event.sentence).unwrap_or(0);
        let past = event.tense == Tense::Past && event.aspect == Aspect::None;
        match found.time_of(e) {
            Some(t) => {
                let day = view.timexes.get(t).is_some_and(|x| x.grain.is_some_and(|g| g <= Unit::Day));
                if day && (past || event.role == Role::Participle) {
                    last.insert(name, (t, paragraph));
                }
            }
            None if past && event.class == Class::Reporting && matches!(event.role, Role::Main | Role::Coordinate) => {
                let near = last.get(name).filter(|(_, p)| paragraph.saturating_sub(*p) <= 4);
                if let Some(&(t, _)) = near {
                    let span = view.timexes.get(t).map_or(event.span, |x| x.span);
                    found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Timex(t), span);
                    if let Some(slot) = found.time.get_mut(e) {
                        *slot = Some(t);
                    }
                }
            }
            None => {}
        }
    }
}

/// For each event the last word of the name of who does it, where it is a name; a saying's is traced by what it says.
fn speakers<'v>(view: &'v View<'_>) -> Vec<Option<&'v str>> {
    let name = |words: &'v str| words.rsplit(' ').next().filter(|w| w.starts_with(char::is_uppercase) && w.len() > 2);
    let agent = |event: &Event| event.agent.and_then(|a| name(a.of(view.document.text)));
    let mut names: Vec<Option<&'v str>> = view
        .events
        .iter()
        .map(|event| {
            // "Speaking on Saturday, X refrained": the participle's agent is that of its governor.
            let governor = event.governor.filter(|_| event.role == Role::Participle).and_then(|g| view.events.get(g));
            agent(event).or_else(|| governor.and_then(agent))
        })
        .collect();
    for event in view.events {
        if let Source::Speaker { name: words, saying: Some(s), .. } = &event.source
            && let Some(slot) = names.get_mut(*s)
            && let Some(last) = name(words)
        {
            *slot = Some(last);
        }
    }
    // "He spoke ...": whoever was named last in the paragraph.
    let mut named: Option<(&'v str, Option<u32>)> = None;
    for (event, name) in view.events.iter().zip(&mut names).filter(|(e, _)| e.trigger == Trigger::Verb) {
        let paragraph = view.paragraph(event.sentence);
        let pronoun = || event.agent.is_some_and(|a| matches!(a.of(view.document.text), "He" | "She" | "he" | "she"));
        match (*name, named) {
            (Some(name), _) => named = Some((name, paragraph)),
            (None, Some((last, p))) if p == paragraph && pronoun() => *name = Some(last),
            _ => {}
        }
    }
    names
}

/// "The speech came a day after ...": a definite speech is the one that was dated last.
pub(super) fn definite_speech(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut last: Option<(usize, u32)> = None;
    for (e, event) in view.events.iter().enumerate() {
        let paragraph = view.paragraph(event.sentence).unwrap_or(0);
        if event.trigger == Trigger::Noun {
            let definite = event.token > 0 && view.is(event.token - 1, DEFINITE);
            if definite
                && is_speech(&event.lemma)
                && event.repeats.is_none()
                && found.time_of(e).is_none()
                && let Some((first, p)) = last
                && paragraph.saturating_sub(p) <= 4
            {
                found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span);
            }
        } else if event.source == Source::Narrator && !event.quoted && found.time_of(e).is_some() {
            let speaks = event.class == Class::Reporting || matches!(event.lemma.as_str(), "speak" | "address");
            if speaks && event.status == Status::Happened && event.tense != Tense::Future {
                last = Some((e, paragraph));
            }
        }
    }
}

const DEFINITE: &[&str] = &["the", "this", "that", "these", "those", "his", "her", "their"];

/// "The decision came two weeks after ...": a definite act that an offset places is the last dated one of the story before.
pub(super) fn definite_act(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let placed: HashSet<Entity> =
        found.statements.iter().filter(|s| s.relation == Relation::Same && s.sieve == OFFSET).map(|s| s.left).collect();
    if placed.is_empty() {
        return;
    }
    let mut last: Option<usize> = None;
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger == Trigger::Noun {
            let definite = event.token > 0 && view.is(event.token - 1, &["the", "this", "that"]);
            if definite
                && is_act(&event.lemma)
                && event.repeats.is_none()
                && placed.contains(&Entity::Event(e))
                && let Some(first) = last
            {
                found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span);
            }
        } else if event.source == Source::Narrator
            && event.role == Role::Main
            && event.tense == Tense::Past
            && event.aspect == Aspect::None
            && event.status == Status::Happened
            && found.time_of(e).is_some()
        {
            last = Some(e);
        }
    }
}

/// The sieve whose subjects [`definite_act`] looks at.
const OFFSET: &str = "offset from an event";

fn is_act(lemma: &str) -> bool {
    matches!(
        lemma,
        "decision" | "move" | "step" | "action" | "ruling" | "verdict" | "vote" | "announcement" | "agreement"
    )
}

fn is_speech(lemma: &str) -> bool {
    matches!(
        lemma,
        "speech" | "comment" | "remark" | "interview" | "briefing" | "address" | "statement" | "announcement"
    )
}

/// "Speaking to reporters on Friday, he ...", "during comments on Friday": a speaker's dated speech is the occasion of the
/// one saying that was told of the same speaker before and hangs on an offset.
pub(super) fn occasion(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    // The sayings that an offset hangs on or places, by speaker; none where there is more than one.
    let names = speakers(view);
    let mut sayings: HashMap<&str, Option<usize>> = HashMap::new();
    let hanging = found.statements.iter().filter(|s| matches!(s.relation, Relation::Offset(_)));
    for entity in hanging.flat_map(|s| [s.left, s.right]) {
        let Entity::Event(e) = entity else { continue };
        let saying = view
            .events
            .get(e)
            .is_some_and(|s| s.class == Class::Reporting && s.trigger == Trigger::Verb && s.status == Status::Happened);
        if let (true, Some(name)) = (saying, names.get(e).copied().flatten()) {
            sayings.entry(name).and_modify(|only| *only = None).or_insert(Some(e));
        }
    }
    if sayings.is_empty() {
        return;
    }
    for (e, event) in view.events.iter().enumerate() {
        let verb = event.trigger == Trigger::Verb && matches!(event.lemma.as_str(), "speak" | "talk" | "address");
        let noun = event.trigger == Trigger::Noun && is_speech(&event.lemma) && event.repeats.is_none();
        if !verb && !noun || found.time_of(e).is_none() {
            continue;
        }
        let speaker = if verb { Some(e) } else { event.governor.or_else(|| verb_before(view, event)) };
        let Some(name) = speaker.and_then(|g| names.get(g)).copied().flatten() else { continue };
        if let Some(Some(only)) = sayings.get(name)
            && view.events.get(*only).is_some_and(|s| s.sentence < event.sentence)
        {
            found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(*only), event.span);
        }
    }
}

/// The last verb before an event in its sentence.
fn verb_before(view: &View<'_>, event: &Event) -> Option<usize> {
    view.events_near(event.token, 40)
        .iter()
        .copied()
        .rfind(|&g| view.events.get(g).is_some_and(|g| g.trigger == Trigger::Verb && g.token < event.token))
}

/// A report's own day: the sayings that carry it and what it tells in the simple past without a time of its own are of the
/// day that its first paragraphs name ("on Saturday", at most three days back), else of the publication. A paragraph that
/// names another day goes on with that; one that names a month or a year goes on with none.
///
/// EventTime: events of which the day is known are dated right in 55 of 100, with all sieves; this one gives most of those
/// that no expression dates.
pub(super) fn report(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let news = news_day(view, found);
    let old = tells_of_old(view);
    let mut story = Story::News;
    let mut paragraph = None;
    let placed: HashSet<usize> = found
        .statements
        .iter()
        .filter(|s| matches!(s.relation, Relation::Offset(_)))
        .flat_map(|s| [s.left, s.right])
        .filter_map(|x| if let Entity::Event(e) = x { Some(e) } else { None })
        .collect();
    for (e, event) in view.events.iter().enumerate() {
        if view.paragraph(event.sentence) != paragraph {
            paragraph = view.paragraph(event.sentence);
            story = Story::News;
        }
        let simple = event.aspect == Aspect::None;
        let present = event.tense == Tense::Present && simple && event.modality.is_none();
        let mind = matches!(event.class, Class::IState | Class::Perception);
        if found.time_of(e).is_none() && present && mind {
            // What is thought in the present is thought when it is said, else on the day of publication.
            let said = match &event.source {
                Source::Speaker { saying: Some(s), .. } => found.time_of(*s),
                _ => None,
            };
            let right = said.map_or(Entity::Publication, Entity::Timex);
            found.add(sieve, Entity::Event(e), Relation::ToldAt, right, event.span);
            continue;
        }
        if event.quoted || event.trigger == Trigger::Noun || event.source != Source::Narrator || placed.contains(&e) {
            continue;
        }
        if let Some(t) = found.time_of(e) {
            if matches!(event.role, Role::Main | Role::Coordinate) && event.status == Status::Happened {
                story = view.timexes.get(t).map_or(Story::Elsewhere, |x| {
                    let day = x.grain.is_some_and(|g| g <= Unit::Day);
                    match view.side(x) {
                        Side::Past | Side::Today if day => Story::At(t),
                        Side::Past => Story::Elsewhere,
                        _ => story,
                    }
                });
            }
            continue;
        }
        let heading = view.document.sentences.get(event.sentence).is_some_and(|s| s.heading);
        let main = aside_or_main(event);
        let told = matches!(event.status, Status::Happened | Status::Denied) && event.modality.is_none() && main;
        let finite = event.tense == Tense::Past
            || event.tense == Tense::PastPart && event.trigger == Trigger::Verb && event.governor.is_none();
        let aside = event.class == Class::Reporting && event.tense == Tense::PresPart;
        let past = (finite || aside) && simple && event.class != Class::State;
        let saying = matches!(event.class, Class::Reporting | Class::IState);
        let title = heading && event.tense == Tense::Present && simple && event.class != Class::State;
        let at = if past && told && saying || title && told {
            Story::News
        } else if past && told {
            story
        } else if present && saying {
            // What is said or thought in the present is said for the day of publication.
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Publication, event.span);
            continue;
        } else {
            continue;
        };
        let timex = match at {
            Story::At(t) => Some(t),
            // A history has no day of its own.
            Story::News if old && !saying => continue,
            Story::News => news,
            Story::Elsewhere => continue,
        };
        let (right, span) = match timex {
            Some(t) => (Entity::Timex(t), view.timexes.get(t).map_or(event.span, |x| x.span)),
            None => (Entity::Publication, event.span),
        };
        found.add(sieve, Entity::Event(e), Relation::ToldAt, right, span);
        if let (Some(t), Some(slot)) = (timex, found.time.get_mut(e)) {
            *slot = Some(t);
        }
    }
}

fn aside_or_main(event: &Event) -> bool {
    matches!(event.role, Role::Main | Role::Coordinate | Role::Cause | Role::Other)
        || event.class == Class::Reporting && matches!(event.role, Role::Participle | Role::When)
}

/// Where a paragraph's story is.
#[derive(Clone, Copy)]
enum Story {
    /// On the day of the news.
    News,
    /// At an expression.
    At(usize),
    /// At a time that is not known to a day.
    Elsewhere,
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

/// The time in whose light an event is told that no other sieve could place: a time of its sentence, else the last one that
/// the story was at. It bounds nothing. TDG: with it 61 of 100 events are linked to the
/// time that they are annotated to lie in.
pub(super) fn reference(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    // An article that names no such day is told in the light of the first time that it dates anything by.
    let placed =
        |t: &usize| view.timexes.get(*t).is_some_and(|x| x.granule.is_some() && !matches!(view.side(x), Side::Future));
    let mut first = news_day(view, found).or_else(|| found.time.iter().flatten().copied().find(placed));
    let mut story: Option<usize> = None;
    let mut paragraph = None;
    for (s, sentence) in view.document.sentences.iter().enumerate() {
        let here: Vec<usize> = {
            let mut list: Vec<usize> = sentence.tokens.clone().filter_map(|i| view.timex_at(i)).collect();
            list.dedup();
            list.retain(|&t| view.timexes.get(t).is_some_and(|x| x.interval.is_some() || x.granule.is_some()));
            list
        };
        if paragraph != Some(sentence.paragraph) {
            paragraph = Some(sentence.paragraph);
            story = first;
        }
        for &e in view.events_in(s) {
            let Some(event) = view.events.get(e) else { continue };
            if found.time_of(e).is_some() {
                continue;
            }
            // The nearest one, before or behind.
            let behind = here.partition_point(|&t| view.spots.get(t).is_some_and(|spot| spot.start <= event.token));
            let around = here.get(behind.saturating_sub(1)..(behind + 1).min(here.len())).unwrap_or_default();
            let nearest = around
                .iter()
                .copied()
                .min_by_key(|&t| view.spots.get(t).map_or(usize::MAX, |spot| spot.start.abs_diff(event.token)));
            if let Some(t) = nearest.or(story) {
                found.add(sieve, Entity::Event(e), Relation::Near, Entity::Timex(t), event.span);
            }
        }
        let main = |e: usize| view.events.get(e).is_some_and(|x| x.source == Source::Narrator && !x.quoted);
        let moved = view.events_in(s).iter().filter(|&&e| main(e)).find_map(|&e| found.time_of(e));
        // The first day that the article names keeps its hold: a later one takes over for its paragraph only.
        let day = |t: &usize| {
            view.timexes.get(*t).is_some_and(|x| {
                x.grain.is_some_and(|g| g <= Unit::Day) && view.side(x) != Side::Future && here.contains(t)
            })
        };
        if let Some(t) = moved.filter(day) {
            first = first.or(Some(t));
            story = Some(t);
        }
    }
}

/// Whether a text tells mainly of what is long past: an obituary, an anniversary, a history. Most of its dates then lie
/// more than two months back.
fn tells_of_old(view: &View<'_>) -> bool {
    let Some(today) = view.today.begin else { return false };
    let (mut old, mut new) = (0, 0);
    for timex in view.timexes {
        let Some(end) = timex.interval.filter(|_| timex.granule.is_some()).and_then(|i| i.end) else { continue };
        if (today - end).num_days() > 60 {
            old += 1;
        } else {
            new += 1;
        }
    }
    old >= 5 && old > 2 * new
}
