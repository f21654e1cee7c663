//! Tense and aspect against the day of publication.

use super::clause::is_held_against;
use super::marks::Marks;
use super::telling::is_refusal;
use super::view::{View, is_future};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Polarity, Role, Source, Status, Tense, Trigger};
use crate::expr::{Expr, Way};
use crate::text::Ptb;
use crate::timex::Timex;

/// What is told in the past is over by the publication, what is planned lies ahead of it, what is told in the present
/// holds on it. Nouns, infinitives and participles take the side of the verb that governs them.
///
/// TimeBank: 884 of the 1,024 events that are related to the publication lie as said (86%).
pub(super) fn publication(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut sides: Vec<Option<Relation>> = vec![None; view.events.len()];
    for (e, event) in view.events.iter().enumerate() {
        let heading = view.document.sentences.get(event.sentence()).is_some_and(|s| s.heading);
        let holds = matches!(event.class, Class::State | Class::IState) || event.aspect == Aspect::Progressive;
        // "Iran rejects talks": a title tells what happened in the present.
        let title = heading && event.tense == Tense::Present && event.status == Status::Happened && !holds;
        // "It is a wet Tuesday in April ... He says": told in the present, but over.
        let scene = event.tense == Tense::Present && found.how.get(e) == Some(&Some(Relation::ToldAt));
        if scene || is_kept_on(view, found, event) || is_shifted_back(view, found, event) {
            continue;
        }
        let own = (title || was_held_against(view, event))
            .then_some(Relation::Before)
            .or_else(|| (found.time_of(e).is_none() && stays_so(view, event)).then_some(Relation::Overlaps))
            .or_else(|| (seems(view, event) || may_hold(event)).then_some(Relation::Overlaps))
            .or_else(|| is_held(view, found, e, event).then_some(Relation::Overlaps))
            .or_else(|| {
                let ahead = |side: &Relation| *side == Relation::After;
                side(event).filter(|s| !ahead(s) || !(aimed_at_long_ago(view, found, event) || was_to(view, event)))
            })
            .or_else(|| inherited(view, event, &sides))
            .or_else(|| is_foreseen(view, event, &sides).then_some(Relation::After))
            .or_else(|| by_status(event));
        if let Some(slot) = sides.get_mut(e) {
            *slot = own;
        }
        if let Some(relation) = own {
            found.add(sieve, Entity::Event(e), relation, Entity::Publication, event.span());
        }
    }
}

fn side(event: &Event) -> Option<Relation> {
    let lasting = matches!(event.class, Class::State | Class::IState)
        || matches!(event.status, Status::Ongoing | Status::Habitual)
        || matches!(event.aspect, Aspect::Progressive);
    match (event.tense, event.aspect) {
        _ if is_awaited(event) => Some(Relation::After),
        // "is said to be carrying a message"
        (Tense::Infinitive, Aspect::Progressive) if event.status != Status::Planned => Some(Relation::Overlaps),
        _ if is_future(event) && event.tense != Tense::Past => Some(Relation::After),
        _ if is_refusal(event) => Some(Relation::Before),
        (Tense::Past, _) if event.modality.is_none() => Some(Relation::Before),
        (Tense::Present, Aspect::Perfective) if !lasting => Some(Relation::Before),
        (Tense::Present, _) if event.modality.is_none() && (lasting || event.class != Class::Occurrence) => {
            Some(Relation::Overlaps)
        }
        (Tense::Present, Aspect::None) if event.modality.is_none() => Some(Relation::Overlaps),
        _ => None,
    }
}

/// "Two men were missing, she said at noon": the past of reported speech. They were missing at noon, and nobody says that it
/// is over.
fn is_shifted_back(view: &View<'_>, found: &Found, event: &Event) -> bool {
    let saying = event.governor().filter(|_| event.role == Role::Content && event.tense == Tense::Past);
    let hour = |t: usize| view.timexes.get(t).is_some_and(|t| t.grain.is_some_and(|g| g < Unit::Day));
    event.aspect == Aspect::Progressive
        && !event.quoted
        && saying.and_then(|g| found.time_of(g)).is_some_and(hour)
        && saying.and_then(|g| view.events.get(g)).is_some_and(|g| g.class == Class::Reporting)
}

/// "Banks remained closed", "continued to rise": nobody says that it is over.
fn is_kept_on(view: &View<'_>, found: &Found, event: &Event) -> bool {
    let governor = event.governor().filter(|_| event.role == Role::Complement && event.status == Status::Happened);
    governor
        .filter(|&g| found.time_of(g).is_none())
        .and_then(|g| view.events.get(g))
        .is_some_and(|g| g.tense == Tense::Past && matches!(g.lemma.as_str(), "continue" | "remain" | "stay" | "keep"))
}

/// "will remain closed", "will continue to pay", "will stay until it ends": it is so already.
pub(super) fn stays_so(view: &View<'_>, event: &Event) -> bool {
    let open = matches!(event.status, Status::Planned | Status::Possible);
    let ahead = event.tense == Tense::Future || event.tense == Tense::Infinitive && open;
    let end = view.sentence(event.token()).end;
    let until = || (event.token() + 1..end).take(10).any(|i| view.is(i, &["until"]));
    let stays = match event.lemma.as_str() {
        "remain" | "continue" => true,
        "stay" | "keep" => until(),
        _ => false,
    };
    stays && ahead && event.polarity == Polarity::Pos
}

/// "appears to believe it": now.
pub(super) fn seems(view: &View<'_>, event: &Event) -> bool {
    let seem = |g: &Event| {
        g.tense == Tense::Present
            && matches!(g.lemma.as_str(), "seem" | "appear")
            && event.token() - g.token().min(event.token()) <= 3
    };
    event.tense == Tense::Infinitive
        && event.aspect == Aspect::None
        && event.role == Role::Complement
        && event.governor().and_then(|g| view.events.get(g)).is_some_and(seem)
}

/// "punishment for seizing it"
fn was_held_against(view: &View<'_>, event: &Event) -> bool {
    let governor = event.governor().filter(|_| event.tense == Tense::PresPart && event.role == Role::Complement);
    governor.and_then(|g| view.events.get(g)).is_some_and(|g| is_held_against(view, event, &g.lemma))
}

/// "may contain gold": if so, it does now.
fn may_hold(event: &Event) -> bool {
    event.class == Class::State
        && event.tense == Tense::None
        && event.aspect == Aspect::None
        && event.status == Status::Possible
        && event.modality.as_deref().is_some_and(|m| matches!(m, "may" | "might"))
}

/// "people trapped in the mine", "shares held", "men suspected of theft": a participle of what keeps somebody somewhere, or of
/// what is thought of him, tells a state, as any does with "still": "a city still held by rebels".
fn is_held(view: &View<'_>, found: &Found, e: usize, event: &Event) -> bool {
    let participle = event.trigger == Trigger::Verb && matches!(event.tense, Tense::PastPart | Tense::Past);
    participle
        && view.ptb(event.token()) == Ptb::Vbn
        && matches!(event.role, Role::Relative | Role::Participle)
        && event.status == Status::Happened
        && event.aspect == Aspect::None
        && found.time_of(e).is_none()
        && (event.token() > 0 && view.is(event.token() - 1, &["still"])
            || event.role == Role::Relative
                && event.agent().is_none()
                && (event.class == Class::IState || HOLDING.contains(&event.lemma.as_str())))
}

/// Verbs of keeping somebody or something in a place.
const HOLDING: &[&str] = &[
    "anchor", "base", "besiege", "camp", "confine", "deploy", "detain", "hold", "house", "imprison", "intern", "jail",
    "locate", "mass", "moor", "own", "park", "situate", "station", "strand", "surround", "trap",
];

/// "In 1992 they promised to build a bridge": what was aimed at so long ago need not lie ahead still.
fn aimed_at_long_ago(view: &View<'_>, found: &Found, event: &Event) -> bool {
    // "stood up that winter and said that he would buy it"
    let would = event.role == Role::Content && event.modality.as_deref() == Some("would");
    let aim = event.tense == Tense::Infinitive && matches!(event.role, Role::Purpose | Role::Complement) || would;
    let Some(governor) = event.governor().filter(|_| aim) else { return false };
    let past = view.events.get(governor).is_some_and(|g| matches!(g.tense, Tense::Past | Tense::PastPart));
    let end = found.time_of(governor).and_then(|t| view.timexes.get(t)).and_then(|t| t.interval).and_then(|i| i.end);
    let vague = |x: &Timex| matches!(x.expr.bare(), Expr::Shift { by, way: Way::Before, .. } if by.unit >= Unit::Month);
    let years = found.time_of(governor).and_then(|t| view.timexes.get(t)).is_some_and(vague);
    past && (years || end.zip(view.today.begin).is_some_and(|(end, today)| (today - end).num_days() > LONG_AGO))
}

/// "two days before it was to sail": a plan of the past.
fn was_to(view: &View<'_>, event: &Event) -> bool {
    let to = (event.token().saturating_sub(2)..event.token()).rev().find(|&i| view.ptb(i) == Ptb::To);
    event.tense == Tense::Infinitive && to.is_some_and(|t| t > 0 && view.is(t - 1, &["was", "were"]))
}

/// After how many days an aim may have been reached or given up.
const LONG_AGO: i64 = 60;

/// "if it backs down", "until the rate rises": the present of what is to come.
fn is_awaited(event: &Event) -> bool {
    let coming = matches!(event.status, Status::Planned | Status::Conditional);
    event.tense == Tense::Present
        && (matches!(event.role, Role::Condition | Role::Until)
            || event.status == Status::Conditional && event.role == Role::Coordinate
            || coming && matches!(event.role, Role::When | Role::After | Role::Before))
        && !matches!(event.class, Class::State | Class::IState | Class::Perception)
}

/// "hope to win at the referendum", "will be ready by the opening": the occasion of a plan lies ahead, unless it is one that
/// has been told of.
fn is_foreseen(view: &View<'_>, event: &Event, sides: &[Option<Relation>]) -> bool {
    let moment = event.trigger == Trigger::Noun && event.status == Status::Happened && !goes_on(event);
    let preposition = view.before_phrase(event.token()).filter(|_| moment && event.repeats().is_none());
    let occasion = preposition.filter(|&p| view.is(p, &["at", "by", "before", "until", "during"]));
    let verb = occasion.and_then(|p| view.verb_over(p));
    verb.is_some_and(|v| sides.get(v).copied().flatten() == Some(Relation::After))
}

/// What has no tense and no verb to take it from: what happened is over, what may or might happen lies ahead.
fn by_status(event: &Event) -> Option<Relation> {
    let state = matches!(event.class, Class::State | Class::IState);
    match (event.status, event.tense, event.aspect) {
        (Status::Possible | Status::Conditional, _, Aspect::Perfective | Aspect::PerfectiveProgressive) => {
            Some(Relation::Before)
        }
        (Status::Possible | Status::Conditional, Tense::None | Tense::Infinitive, _) if !state => Some(Relation::After),
        (Status::Happened | Status::Denied, Tense::PastPart, _) => Some(Relation::Before),
        (Status::Happened, Tense::None | Tense::PresPart, _) if !state && !goes_on(event) => Some(Relation::Before),
        _ => None,
    }
}

/// The side of the governing verb, for what has no tense of its own.
fn inherited(view: &View<'_>, event: &Event, sides: &[Option<Relation>]) -> Option<Relation> {
    // "discussed the crisis", "blocked the trial": what lasts has a time of its own.
    if goes_on(event) {
        return None;
    }
    if !matches!(event.tense, Tense::None | Tense::Infinitive | Tense::PresPart | Tense::PastPart) {
        return None;
    }
    let governor = event.governor()?;
    let main = view.events.get(governor)?;
    let side = sides.get(governor).copied().flatten();
    match (event.role, side) {
        // "match those found at the explosion": what happens in a moment is over, though what is told of it holds.
        (Role::Object, Some(Relation::Overlaps)) if event.status == Status::Happened => None,
        (Role::Participle | Role::Coordinate | Role::Object, side) if event.status == main.status => side,
        (Role::Relative, Some(Relation::Before)) if event.tense == Tense::PastPart => Some(Relation::Before),
        (Role::Complement | Role::Purpose, Some(Relation::After)) => Some(Relation::After),
        (Role::Complement, Some(Relation::Before)) if event.status == Status::Happened => Some(Relation::Before),
        _ => None,
    }
    .filter(|_| {
        event.trigger != Trigger::Noun || matches!(event.source(), Source::Narrator) || event.role == Role::Object
    })
}

/// "the war", "the search for survivors", "goods being blocked": what lasts by its kind, and what is told as going on
/// without a tense, has not ended by the publication unless the text says so.
///
/// EventTime: of 34 nouns that last, 20 go on beyond the publication; TimeBank: 422 found, with them 86 of 100 events that
/// are related to the publication lie as said.
pub(super) fn lasting(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let is_over = |entity: Entity| match entity {
        Entity::Event(e) => view.events.get(e).is_some_and(|e| e.trigger == Trigger::Verb && e.tense == Tense::Past),
        _ => false,
    };
    // "The truce lasted nine days": it is as over as its verb says.
    let mut placed = Marks::new(view.events.len(), []);
    for statement in &found.statements {
        let (left, relation, right) = (statement.left(), statement.relation(), statement.right());
        // "in the wake of the crisis he left": how long the crisis went on after that is not said.
        if right == Entity::Publication || matches!(relation, Relation::Same | Relation::Before) && is_over(right) {
            placed.add(left);
        }
        // "twenty minutes after the shock, a mast broke": what is counted from is over.
        if (matches!(relation, Relation::Same | Relation::After) || counts(relation)) && is_over(left) {
            placed.add(right);
        }
    }
    // "The visit ... If so, the visit would open a door": what is said of one mention holds for those before it.
    for statement in found.statements.iter().rev().filter(|s| s.relation() == Relation::Same) {
        if placed.has(statement.left()) {
            placed.add(statement.right());
        }
    }
    for (e, event) in view.events.iter().enumerate() {
        let ongoing = matches!(event.status, Status::Ongoing | Status::Habitual) && event.trigger == Trigger::Verb;
        if (goes_on(event) || ongoing) && found.time_of(e).is_none() && !placed.has(Entity::Event(e)) {
            found.add(sieve, Entity::Event(e), Relation::Overlaps, Entity::Publication, event.span());
        }
    }
}

fn counts(relation: Relation) -> bool {
    matches!(relation, Relation::Offset(_))
}

/// Whether it is a noun of what lasts.
pub(super) fn goes_on(event: &Event) -> bool {
    event.trigger == Trigger::Noun
        && event.status == Status::Happened
        && (event.takes_days() || event.class == Class::State)
}
