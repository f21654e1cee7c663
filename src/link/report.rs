//! The day of the report and the time that its story has reached.

use super::view::{Side, View};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::hash::FastSet;
use crate::timex::Signal;

/// The time that the story has reached. What a report carries in the simple past without a time of its own is of the day
/// that its first paragraphs name ("on Saturday", at most three days back), else of the publication; a paragraph that
/// names another time goes on with that ("In 1992 the storm ... It pushed nine feet of water into the town"), and what a
/// time at the front of a sentence holds, it holds up to the end of the sentence. A history has no day of the news, and
/// its story goes on from one paragraph to the next.
///
/// EventTime: events of which the day is known are dated right in 55 of 100, with all sieves; this one gives most of those
/// that no expression dates.
pub(super) fn report(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let news = news_day(view, found).map(Entity::Timex).unwrap_or(Entity::Publication);
    let old = tells_of_old(view);
    let counted: FastSet<Entity> = found
        .statements
        .iter()
        .filter(|s| matches!(s.relation, Relation::Offset(_)))
        .flat_map(|s| [s.left, s.right])
        .collect();
    // "within a week", "in three days": counted from something that is not said.
    let timed: FastSet<Entity> = found
        .statements
        .iter()
        .filter(|s| match (s.relation, s.right) {
            (Relation::Lasts, Entity::Timex(t)) => view.timexes.get(t).is_some_and(|x| {
                matches!(x.signal, Some(Signal::Within | Signal::In | Signal::After | Signal::Before))
            }),
            _ => false,
        })
        .map(|s| s.left)
        .collect();
    let mut story = Story::News;
    let mut paragraph = None;
    for (s, sentence) in view.document.sentences.iter().enumerate() {
        if paragraph != Some(sentence.paragraph) {
            paragraph = Some(sentence.paragraph);
            story = if old { story } else { Story::News };
        }
        let fronted = fronted(view, found, s);
        story = fronted.map_or(story, |t| at(view, t, story));
        let period = fronted.is_some_and(|t| is_period(view, t));
        for &e in view.events_in(s) {
            let Some(event) = view.events.get(e) else { continue };
            if let Some(thought) = thought(event).filter(|_| found.time_of(e).is_none()) {
                let said = thought.and_then(|s| found.time_of(s)).map_or(Entity::Publication, Entity::Timex);
                found.add(sieve, Entity::Event(e), Relation::ToldAt, said, event.span);
                continue;
            }
            if event.quoted || event.trigger == Trigger::Noun || !told_by_narrator(view, event) {
                continue;
            }
            if counted.contains(&Entity::Event(e)) {
                if is_main(view, event) && event.tense == Tense::Past && event.status == Status::Happened {
                    story = Story::At(Entity::Event(e));
                }
                continue;
            }
            if let Some(t) = found.time_of(e) {
                // "A first truce, agreed in the spring, lasted nine days": the story is not where it was.
                if event.tense == Tense::PastPart && !is_main(view, event) && matches!(story, Story::At(_)) {
                    story = Story::Elsewhere;
                }
                let inside = view.relation(t, Some(event)) == Relation::During;
                if is_main(view, event) && event.tense == Tense::Past && event.status == Status::Happened && inside {
                    story = at(view, t, story);
                }
                continue;
            }
            if timed.contains(&Entity::Event(e)) {
                continue;
            }
            // What is told in the present leaves the past behind: "They bought it in 2006 and still own it".
            if is_main(view, event) && event.tense == Tense::Present {
                story = Story::News;
            }
            let place = match told_at(view, event, sentence.heading) {
                Told::Published => Some(Entity::Publication),
                // "When" brings a time of its own.
                Told::News => Some(news).filter(|_| !has_when(view, found, s, e)),
                Told::Story if is_main(view, event) || is_aside(view, event) && period => {
                    match story {
                        Story::At(place) => Some(place),
                        // A history has no day of its own.
                        Story::News if old || !is_main(view, event) || has_when(view, found, s, e) => None,
                        Story::News if is_figure(view, event) => None,
                        Story::News => Some(news),
                        Story::Elsewhere => None,
                    }
                }
                Told::Story | Told::Otherwise => None,
            };
            let Some(place) = place else { continue };
            let span = match place {
                Entity::Timex(t) => view.timexes.get(t).map_or(event.span, |x| x.span),
                Entity::Event(_) | Entity::Publication => event.span,
            };
            found.add(sieve, Entity::Event(e), Relation::ToldAt, place, span);
            if let (Entity::Timex(t), Some(slot)) = (place, found.time.get_mut(e)) {
                *slot = Some(t);
            }
        }
    }
}

/// Where the story is.
#[derive(Clone, Copy)]
enum Story {
    /// On the day of the news.
    News,
    /// At an expression or an event that is counted from another one.
    At(Entity),
    /// At a time that is not known.
    Elsewhere,
}

/// At what an event without a time of its own is told.
enum Told {
    /// At the time of the story.
    Story,
    /// On the day of the news.
    News,
    /// At the publication.
    Published,
    /// Neither.
    Otherwise,
}

fn told_at(view: &View<'_>, event: &Event, heading: bool) -> Told {
    let simple = event.aspect == Aspect::None && event.modality.is_none();
    let told = matches!(event.status, Status::Happened | Status::Denied) && simple && event.class != Class::State;
    let finite = event.tense == Tense::Past
        || event.tense == Tense::PastPart
            && event.trigger == Trigger::Verb
            && (event.governor.is_none() || event.role == Role::Participle);
    let saying = matches!(event.class, Class::Reporting | Class::IState);
    let aside = event.class == Class::Reporting
        && (is_main(view, event) || matches!(event.role, Role::Coordinate | Role::Participle | Role::When))
        && (finite || event.tense == Tense::PresPart);
    let present = event.tense == Tense::Present && simple;
    match event.class {
        _ if told && (aside || saying && finite && is_main(view, event)) => Told::News,
        _ if told && heading && present && is_main(view, event) => Told::News,
        _ if told && finite => Told::Story,
        // What is said in the present is said for the day of publication.
        Class::Reporting | Class::IState if present => Told::Published,
        _ => Told::Otherwise,
    }
}

/// The saying of what is thought in the present: it is thought when it is said, else on the day of publication.
fn thought(event: &Event) -> Option<Option<usize>> {
    let mind = matches!(event.class, Class::IState | Class::Perception);
    let present = event.tense == Tense::Present && event.aspect == Aspect::None && event.modality.is_none();
    (mind && present).then_some(match &event.source {
        Source::Speaker { saying, .. } => *saying,
        Source::Narrator => None,
    })
}

/// Whether an expression names a month or more.
fn is_period(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|x| x.grain.is_some_and(|g| g >= Unit::Month))
}

/// What a time at the front of the sentence holds beside the main line: "In 1992 the storm, which followed the coast, ...".
fn is_aside(view: &View<'_>, event: &Event) -> bool {
    let root = root(view, event);
    matches!(root.role, Role::Relative | Role::When) || root.role == Role::Participle && event.tense != Tense::PresPart
}

/// Whether it is told in the line of the story: no subordinate clause, or content whose saying comes behind ("The car
/// left the road, the police said").
fn is_main(view: &View<'_>, event: &Event) -> bool {
    matches!(root(view, event).role, Role::Main | Role::Coordinate | Role::Cause | Role::Other | Role::Content)
}

/// What an event is joined to by "and", from one to the next: it stands where the first of them stands.
fn root<'v>(view: &'v View<'_>, event: &'v Event) -> &'v Event {
    let mut root = event;
    for _ in 0..8 {
        let joined = root.governor.filter(|_| root.role == Role::Coordinate).and_then(|g| view.events.get(g));
        let Some(first) = joined.filter(|first| first.token < root.token) else { break };
        root = first;
    }
    root
}

/// Whether the article tells it, or somebody to whom it is only ascribed behind ("..., the police said").
fn told_by_narrator(view: &View<'_>, event: &Event) -> bool {
    match &event.source {
        Source::Narrator => event.role != Role::Content || event.governor.is_none(),
        Source::Speaker { saying: Some(s), .. } => {
            event.role == Role::Content && view.events.get(*s).is_some_and(|s| s.token > event.token)
        }
        Source::Speaker { .. } => false,
    }
}

/// "Orders climbed 18 percent": a figure is of the time that it is reported for, unless it is one of a market, which has a
/// new one every day.
fn is_figure(view: &View<'_>, event: &Event) -> bool {
    let subject = event.agent.or(event.patient).map_or("", |a| a.of(view.document.text));
    let market =
        subject.split(|c: char| !c.is_alphanumeric()).any(|w| MARKET.iter().any(|m| m.eq_ignore_ascii_case(w)));
    event.class == Class::Occurrence && event.is_move() && !market
}

const MARKET: &[&str] = &[
    "share",
    "shares",
    "stock",
    "stocks",
    "index",
    "indexes",
    "indices",
    "average",
    "bond",
    "bonds",
    "future",
    "futures",
    "price",
    "prices",
    "yield",
    "yields",
    "dollar",
    "euro",
    "yen",
    "pound",
    "franc",
    "peso",
    "currency",
    "currencies",
    "market",
    "markets",
    "oil",
    "gold",
    "crude",
    "dow",
    "nasdaq",
    "ftse",
];

/// The story at an expression.
fn at(view: &View<'_>, t: usize, story: Story) -> Story {
    let Some(timex) = view.timexes.get(t) else { return story };
    match view.side(timex) {
        Side::Past if timex.grain.is_some_and(|g| g <= Unit::Year) => Story::At(Entity::Timex(t)),
        Side::Today if timex.grain.is_some_and(|g| g <= Unit::Day) => Story::At(Entity::Timex(t)),
        Side::Past => Story::Elsewhere,
        _ => story,
    }
}

/// The time that stands at the front of a sentence and holds what it tells: some event was given it, or it is marked
/// off from the rest ("In 1992, a storm ...").
fn fronted(view: &View<'_>, found: &Found, sentence: usize) -> Option<usize> {
    let first = view.document.sentences.get(sentence)?.tokens.start;
    let t = (first..first + 3).find_map(|i| view.timex_at(i))?;
    let (timex, spot) = (view.timexes.get(t)?, view.spots.get(t)?);
    let within = |&e: &usize| found.time_of(e) == Some(t) && view.relation(t, view.events.get(e)) == Relation::During;
    let given = view.events_in(sentence).iter().any(within);
    let marked =
        matches!(timex.signal, None | Some(Signal::In)) && view.is(spot.end, &[","]) && !timex.expr.needs_event();
    (given || marked && !found.used.get(t).copied().unwrap_or(true)).then_some(t)
}

/// "When the phone was first shown, he praised it": the clause with "when" says when, if only a reader knew.
fn has_when(view: &View<'_>, found: &Found, sentence: usize, main: usize) -> bool {
    view.events_in(sentence).iter().any(|&w| {
        view.events.get(w).is_some_and(|when| {
            let from = view.sentence(when.token).start.max(when.token.saturating_sub(10));
            when.role == Role::When
                && when.governor == Some(main)
                && when.tense == Tense::Past
                && found.time_of(w).is_none()
                && (from..when.token).any(|i| view.is(i, &["when", "once"]))
        })
    })
}

/// Up to this paragraph an article names the day of its news.
const LEAD: u32 = 4;

/// The expression that names the day on which the news of an article happened.
pub(super) fn news_day(view: &View<'_>, found: &Found) -> Option<usize> {
    let dated = view.events.iter().enumerate().filter_map(|(e, event)| Some((event, found.time_of(e)?)));
    let lead = dated.take_while(|(event, _)| view.paragraph(event.sentence).is_some_and(|p| p <= LEAD));
    lead.filter(|(event, _)| {
        let reduced = event.role == Role::Relative && event.tense == Tense::PastPart;
        (is_main(view, event) || event.role == Role::Participle || reduced) && event.tense != Tense::Future
    })
    .map(|(_, t)| t)
    .find(|&t| {
        view.timexes.get(t).is_some_and(|timex| {
            timex.grain.is_some_and(|g| g <= Unit::Day)
                && matches!(view.side(timex), Side::Past | Side::Today)
                && timex
                    .interval
                    .and_then(|i| i.begin)
                    .zip(view.today.begin)
                    .is_some_and(|(b, p)| (p - b).num_days() <= 3)
        })
    })
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
