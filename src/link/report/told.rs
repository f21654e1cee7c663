//! At what an event without a time of its own is told: the story, the news or the publication.

use super::{is_cleft, is_main, takes_days};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::link::telling::{
    goes_on_in_mind, is_news_beside_the_present, is_refusal, looks_back, says_in_an_aside, speaks,
};
use crate::link::view::View;
use crate::text::Ptb;

/// At what an event without a time of its own is told.
pub(super) enum Told {
    /// At the time of the story.
    Story,
    /// On the day of the news.
    News,
    /// At the publication.
    Published,
    /// Neither.
    Otherwise,
}

/// At what an event is told: `heading` and `lead` say where it stands, `short` that its length is one of hours.
pub(super) fn told_at(view: &View<'_>, event: &Event, heading: bool, lead: bool, short: bool) -> Told {
    // "Inside, two men were breaking up the floor."
    let scene = event.aspect == Aspect::Progressive
        && event.tense == Tense::Past
        && event.role != Role::Content
        && event.class != Class::Reporting
        && !event.takes_days();
    let simple = (event.aspect == Aspect::None || scene) && event.modality.is_none();
    let told =
        matches!(event.status, Status::Happened | Status::Denied) && simple && (short || event.class != Class::State);
    let finite = event.tense == Tense::Past
        || event.tense == Tense::PastPart
            && event.trigger == Trigger::Verb
            && (event.governor().is_none() || event.role == Role::Participle);
    let saying = matches!(event.class, Class::Reporting | Class::IState) || speaks(event);
    let current = matches!(event.status, Status::Happened | Status::Ongoing | Status::Denied);
    let aside = event.class == Class::Reporting
        && !event.passive
        && (is_main(view, event)
            || matches!(event.role, Role::Coordinate | Role::Participle | Role::When)
            || says_in_an_aside(view, event)
            || event.role == Role::Relative && event.tense == Tense::PresPart)
        && (finite || event.tense == Tense::PresPart);
    let present = event.tense == Tense::Present && simple;
    match event.class {
        // "a report citing officials"
        _ if simple && current && aside && event.tense == Tense::PresPart => Told::News,
        _ if told && (aside || saying && finite && is_main(view, event)) => Told::News,
        _ if is_refusal(event) && is_main(view, event) => Told::News,
        _ if told && heading && present && is_main(view, event) => Told::News,
        _ if lead && is_news_beside_the_present(view, event) => Told::News,
        _ if lead && told && is_after_undated(view, event) => Told::News,
        _ if told && finite => Told::Story,
        // "The party has expelled its leader": what an article opens with has just happened.
        _ if lead && is_fresh(view, event) => Told::News,
        // "The storm continues": now.
        Class::Aspectual if present && current => Told::Published,
        _ if present && goes_on_in_mind(event) => Told::Otherwise,
        // What is said in the present is said for the day of publication.
        // Not so what is planned: "is expected in June".
        Class::Reporting | Class::IState if present && current => Told::Published,
        _ => Told::Otherwise,
    }
}

/// Whether the article tells it, or somebody to whom it is only ascribed behind ("..., the police said"), or who brings the
/// news with which the article opens ("The police said on Friday that two boys drowned").
pub(super) fn told_by_narrator(view: &View<'_>, event: &Event, lead: bool) -> bool {
    if lead && is_after_undated(view, event) {
        return true;
    }
    match event.source() {
        // "It has cancelled the flight, it announced": the article's own words.
        Source::Narrator => {
            let behind = |g: &Event| {
                lead && is_fresh(view, event) && g.token() > event.token() && g.sentence() == event.sentence()
            };
            event.role != Role::Content || event.governor().and_then(|g| view.events.get(g)).is_none_or(behind)
        }
        Source::Speaker { saying: Some(s), .. } => {
            let behind = |s: &Event| s.token() > event.token() && s.sentence() == event.sentence();
            let reports = |s: &Event| {
                lead && event.role == Role::Content && s.class == Class::Reporting && is_main(view, s) && !looks_back(s)
            };
            (matches!(event.role, Role::Content | Role::Main) || is_cleft(view, event))
                && view.events.get(s).is_some_and(|s| behind(s) || reports(s))
        }
        Source::Speaker { .. } => false,
    }
}

/// The saying of what is thought in the present: it is thought when it is said, else on the day of publication.
pub(super) fn thought(event: &Event) -> Option<Option<usize>> {
    if goes_on_in_mind(event) {
        return None;
    }
    // “We continue to pray,” he said: as with what is thought.
    let mind =
        matches!(event.class, Class::IState | Class::Perception) || event.class == Class::Aspectual && event.quoted;
    // "is considering a ban"
    let simple = event.aspect == Aspect::None || event.aspect == Aspect::Progressive && event.class == Class::IState;
    let present = event.tense == Tense::Present && simple && event.modality.is_none();
    // "is expected in June": a plan.
    let mind = mind && !(event.passive && event.status == Status::Planned);
    (mind && present).then_some(match event.source() {
        Source::Speaker { saying, .. } => saying,
        Source::Narrator => None,
    })
}

/// Whether the present perfect of a main clause tells news: it names no stretch of time, nor something that comes about
/// bit by bit.
pub(super) fn is_fresh(view: &View<'_>, event: &Event) -> bool {
    let perfect = event.tense == Tense::Present && event.aspect == Aspect::Perfective && event.modality.is_none();
    let happened = event.status == Status::Happened && !matches!(event.class, Class::State | Class::IState);
    // "has turned down the offer" is no turning.
    let turned = view.ptb(event.token() + 1) == Ptb::Rp;
    perfect && happened && is_main(view, event) && !takes_days(event) && (!event.is_drift() || turned)
}

/// "has vowed to fight on after councillors rejected its plans": what the news comes after, where no day parts the two.
fn is_after_undated(view: &View<'_>, event: &Event) -> bool {
    let sentence = view.sentence(event.token());
    let day =
        |t: usize| view.timexes.get(t).is_some_and(|t| t.granule.is_some() && t.grain.is_some_and(|g| g <= Unit::Day));
    event.role == Role::After
        && event.tense == Tense::Past
        && event.aspect == Aspect::None
        && event.trigger == Trigger::Verb
        && event.class != Class::State
        && !event.quoted
        && !(sentence.start..event.token()).filter_map(|i| view.timex_at(i)).any(day)
}
