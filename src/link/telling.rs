//! Small questions about how an event is told, which decide whether it is told at the time of the story.

use super::view::View;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::text::Ptb;

/// "Nobody knows *why the tank leaked*": what a question takes for granted is no news.
pub(super) fn is_asked(view: &View<'_>, event: &Event) -> bool {
    let before = view.first_token(event).checked_sub(1);
    before.is_some_and(|b| b >= view.sentence(event.token()).start && view.is(b, &["why", "how", "whether", "what"]))
}

/// "The ministry, *which did not say when*, ...": a saying in an aside is as new as what it stands beside.
pub(super) fn says_in_an_aside(view: &View<'_>, event: &Event) -> bool {
    let from = view.sentence(event.token()).start.max(event.token().saturating_sub(6));
    let pronoun = (from..event.token()).rev().find(|&i| matches!(view.ptb(i), Ptb::Wdt | Ptb::Wp));
    event.role == Role::Relative
        && event.tense == Tense::Past
        && pronoun.is_some_and(|p| p > 0 && view.is(p - 1, &[","]))
}

/// "*There was* no answer", "there was an explosion": a noun that is told like a verb of the simple past.
pub(super) fn there_was(view: &View<'_>, event: &Event) -> bool {
    let told = matches!(event.status, Status::Happened | Status::Denied) && event.source() == Source::Narrator;
    let moment = !event.takes_days() && event.class != Class::State;
    event.trigger == Trigger::Noun
        && !event.quoted
        && told
        && moment
        && view
            .before_phrase(event.token())
            .is_some_and(|b| b > 0 && view.is(b, &["was", "were"]) && view.is(b - 1, &["there"]))
}

/// "The army is moving in, as the president *met* his advisers": the one past of a lead that is told in the present is its
/// news.
pub(super) fn is_news_beside_the_present(view: &View<'_>, event: &Event) -> bool {
    let simple = event.tense == Tense::Past && event.aspect == Aspect::None && event.status == Status::Happened;
    let beside = |g: &Event| g.tense == Tense::Present && g.aspect != Aspect::Perfective;
    simple
        && event.role == Role::When
        && event.class != Class::State
        && event.governor().and_then(|g| view.events.get(g)).is_some_and(beside)
}

/// "urged people to stay away", "accused it of theft": what is done with words is told like a saying.
pub(super) fn speaks(event: &Event) -> bool {
    event.class == Class::IAction && SPEECH_ACTS.contains(&event.lemma.as_str())
}

/// "would not say when", "could not be reached": what somebody would or could not do when the report was made.
pub(super) fn is_refusal(event: &Event) -> bool {
    event.status == Status::Denied
        && event.trigger == Trigger::Verb
        && event.tense == Tense::None
        && event.modality.as_deref().is_some_and(|m| matches!(m, "would" | "could"))
        && REFUSED.contains(&event.lemma.as_str())
}

/// What a reporter is refused.
const REFUSED: &[&str] = &[
    "answer",
    "characterize",
    "comment",
    "confirm",
    "contact",
    "describe",
    "detail",
    "disclose",
    "discuss",
    "divulge",
    "elaborate",
    "explain",
    "identify",
    "locate",
    "name",
    "reach",
    "reveal",
    "say",
    "specify",
    "tell",
    "verify",
];

const SPEECH_ACTS: &[&str] = &[
    "accuse", "appeal", "ask", "call", "decline", "demand", "deny", "order", "pledge", "promise", "propose", "refuse",
    "reject", "threaten", "urge", "vow", "warn",
];

/// "acknowledged that he took it", "denied that he left": a saying of what is long known.
pub(super) fn looks_back(saying: &Event) -> bool {
    matches!(
        saying.lemma.as_str(),
        "acknowledge" | "admit" | "confess" | "deny" | "insist" | "maintain" | "recall" | "remember" | "testify"
    )
}

/// "hopes", "fears", "insists": what one goes on thinking or maintaining is not of the day on which it is told alone.
pub(super) fn goes_on_in_mind(event: &Event) -> bool {
    let mind = matches!(event.class, Class::IState | Class::Reporting);
    let lemma = event.lemma.as_str();
    // “We want a vote,” she said: she avows it then.
    mind && event.tense == Tense::Present && (GOING_ON.contains(&lemma) || AVOWED.contains(&lemma) && !event.quoted)
}

const AVOWED: &[&str] = &["believe", "like", "love", "want"];

const GOING_ON: &[&str] =
    &["boast", "doubt", "fear", "hate", "hope", "insist", "need", "remember", "suspect", "trust", "understand", "wish"];

/// Whether a text comes without paragraphs, as wires do: each sentence may then be one.
pub(super) fn has_no_paragraphs(view: &View<'_>) -> bool {
    let sentences = &view.document.sentences;
    sentences.len() as u32 > SENTENCES * (sentences.last().map_or(0, |s| s.paragraph) + 1)
}

/// So many sentences no paragraph of a newspaper has on the average.
const SENTENCES: u32 = 7;
