//! What a speaker says goes on with the speech that was dated, and a definite noun points back to it.

use super::news::news_day;
use super::report::background;
use super::view::View;
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::hash::FastMap;
use crate::hash::FastSet;
use crate::text;

/// A speaker's sayings go on with the speech that was dated last: "Speaking on Saturday, X ... X said". Those that come
/// before it in its paragraph are of the same speech: "X denied it. ... he said in an interview on Saturday".
pub(super) fn speech(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let names = speakers(view);
    // For each speaker the sayings of this paragraph that wait for their day.
    let mut waiting: FastMap<&str, Vec<usize>> = FastMap::default();
    let mut here = None;
    // For each speaker the time of the last dated saying, with its paragraph.
    let mut last: FastMap<&str, (usize, u32)> = FastMap::default();
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Verb || event.quoted || event.source() != Source::Narrator {
            continue;
        }
        let Some(&name) = names.get(e).and_then(|n| n.as_ref()) else { continue };
        let paragraph = view.paragraph(event.sentence()).unwrap_or(0);
        if here != Some(paragraph) {
            here = Some(paragraph);
            waiting.clear();
        }
        let past = event.tense == Tense::Past && event.aspect == Aspect::None;
        let says = past && event.class == Class::Reporting && matches!(event.role, Role::Main | Role::Coordinate);
        match found.time_of(e) {
            Some(t) => {
                let day = view.timexes.get(t).is_some_and(|x| x.grain.is_some_and(|g| g <= Unit::Day));
                // "until Friday, when she took the lead": no speech.
                let line = !matches!(event.role, Role::When | Role::Relative);
                if day && line && (past || event.role == Role::Participle) {
                    last.insert(name, (t, paragraph));
                }
                for before in waiting.remove(name).unwrap_or_default() {
                    let near = view.events.get(before).is_some_and(|b| event.sentence() - b.sentence() <= 2);
                    if near && day && says && view.relation(t, Some(event)) == Relation::During {
                        goes_on(view, found, sieve, before, t);
                    }
                }
            }
            None if says => match last.get(name).filter(|(_, p)| paragraph.saturating_sub(*p) <= 4) {
                Some(&(t, _)) => goes_on(view, found, sieve, e, t),
                None => waiting.entry(name).or_default().push(e),
            },
            None => {}
        }
    }
}

/// A saying is part of the speech at an expression.
fn goes_on(view: &View<'_>, found: &mut Found, sieve: &Sieve, saying: usize, t: usize) {
    let Some(timex) = view.timexes.get(t) else { return };
    found.add(sieve, Entity::Event(saying), Relation::ToldAt, Entity::Timex(t), timex.span);
    found.set_time(saying, t);
}

/// For each event the last word of the name of who does it, where it is a name; a saying's is traced by what it says.
fn speakers<'v>(view: &'v View<'_>) -> Vec<Option<&'v str>> {
    let name =
        |words: &'v str| text::words(words).next_back().filter(|w| w.starts_with(char::is_uppercase) && w.len() > 2);
    let agent = |event: &Event| event.agent().and_then(|a| name(a.of(view.document.text)));
    let mut names: Vec<Option<&'v str>> = view
        .events
        .iter()
        .map(|event| {
            // "Speaking on Saturday, X refrained": the participle's agent is that of its governor.
            let governor = event.governor().filter(|_| event.role == Role::Participle).and_then(|g| view.events.get(g));
            agent(event).or_else(|| governor.and_then(agent))
        })
        .collect();
    for event in view.events {
        if let Source::Speaker { name: words, saying: Some(s), .. } = event.source()
            && let Some(slot) = names.get_mut(s)
            && let Some(last) = name(words)
        {
            *slot = Some(last);
        }
    }
    // "He spoke ...": whoever was named last in the paragraph.
    let mut named: Option<(&'v str, Option<u32>)> = None;
    for (event, name) in view.events.iter().zip(&mut names).filter(|(e, _)| e.trigger == Trigger::Verb) {
        let paragraph = view.paragraph(event.sentence());
        let pronoun = || event.agent().is_some_and(|a| matches!(a.of(view.document.text), "He" | "She" | "he" | "she"));
        match (*name, named) {
            (Some(name), _) => named = Some((name, paragraph)),
            (None, Some((last, p))) if p == paragraph && pronoun() => *name = Some(last),
            _ => {}
        }
    }
    names
}

/// "The airline had dismissed such talk. 'All is well,' a spokesman said on 19 May": what a body says is what the quotation
/// behind it says, on the day of that saying. TimeBank has none; the trust is a guess.
pub(super) fn spokesman(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let says = event.class == Class::Reporting || matches!(event.lemma.as_str(), "dismiss" | "reject");
        let past = event.tense == Tense::Past && matches!(event.status, Status::Happened | Status::Denied);
        if !says || !past || event.quoted || event.trigger != Trigger::Verb || event.source() != Source::Narrator {
            continue;
        }
        let exact = |t: usize| view.relation(t, Some(event)) == Relation::During;
        let next = event.sentence() + 1;
        if found.time_of(e).is_some_and(exact) || view.paragraph(next) != view.paragraph(event.sentence()) {
            continue;
        }
        let saying = view.events_in(next).iter().copied().find(|&s| {
            view.events.get(s).is_some_and(|s| {
                let words = s.agent().map_or("", |a| a.of(view.document.text));
                s.class == Class::Reporting && !s.quoted && text::words(words).any(|w| SPOKESMEN.contains(&w))
            })
        });
        let opens = view.document.sentences.get(next).is_some_and(|s| view.quotes(s.tokens.start));
        if let Some(t) = saying.filter(|_| opens).and_then(|s| found.time_of(s))
            && view.timexes.get(t).is_some_and(|t| t.grain.is_some_and(|g| g <= Unit::Day))
        {
            goes_on(view, found, sieve, e, t);
        }
    }
}

/// Who speaks for a body.
const SPOKESMEN: &[&str] = &["spokesman", "spokeswoman", "spokesperson", "representative"];

/// "'He asked us what day it was,' said the boy": what a witness tells in the past, without a time, is of the day of the news.
///
/// EventTime: 3 of 3.
pub(super) fn witness(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let Some(news) = news_day(view, found) else { return };
    // Of what lies behind the news: "found the recorders of the plane that crashed on Friday".
    let scene = background(view, found, view.lead());
    let day = view.timexes.get(news).and_then(|t| t.interval);
    let tells = |e: &Event| e.quoted && e.trigger == Trigger::Verb && e.tense == Tense::Past && e.modality.is_none();
    for (e, event) in view.events.iter().enumerate() {
        if !tells(event) || found.time_of(e).is_some() || matches!(event.class, Class::State) {
            continue;
        }
        let Source::Speaker { saying: Some(s), .. } = event.source() else { continue };
        let thought = event.governor().filter(|_| event.role == Role::Content).and_then(|g| view.events.get(g));
        if let Some(g) = thought.filter(|g| tells(g) && g.class == Class::IState && event.aspect == Aspect::Perfective)
        {
            // "I thought a truck had hit the house": then.
            let span = view.words(event.span(), g.span());
            if let Some(governor) = event.governor() {
                found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(governor), span);
            }
            continue;
        }
        let said = found.time_of(s).and_then(|t| view.timexes.get(t)).and_then(|t| t.interval);
        let told = matches!(event.status, Status::Happened | Status::Denied) && event.aspect == Aspect::None;
        let pronoun =
            event.agent().is_some_and(|a| PRONOUNS.iter().any(|p| p.eq_ignore_ascii_case(a.of(view.document.text))));
        // Up to the saying, or from it on: the words of the witness.
        let saying = view.events.get(s).map_or(0, |s| s.token());
        let words = view.sentence(event.token()).filter(|&i| (i < saying) == (event.token() < saying));
        let dated = words.filter_map(|i| view.timex_at(i)).any(|t| found.used.get(t) == Some(&true));
        if told && pronoun && !dated && said.is_some() && said == day {
            goes_on(view, found, sieve, e, scene.unwrap_or(news));
        }
    }
}

/// Who is spoken of by a witness.
const PRONOUNS: &[&str] = &["i", "we", "he", "she", "it", "they"];

/// "The speech came a day after ...": a definite speech is the one that was dated last.
pub(super) fn definite_speech(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut last: Option<(usize, u32)> = None;
    for (e, event) in view.events.iter().enumerate() {
        let paragraph = view.paragraph(event.sentence()).unwrap_or(0);
        if event.trigger == Trigger::Noun {
            let definite = event.token() > 0 && view.is(event.token() - 1, DEFINITE);
            if definite
                && is_speech(&event.lemma)
                && event.repeats().is_none()
                && found.time_of(e).is_none()
                && let Some((first, p)) = last
                && paragraph.saturating_sub(p) <= 4
            {
                found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span());
            }
        } else if event.source() == Source::Narrator && !event.quoted && found.time_of(e).is_some() {
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
    let placed: FastSet<Entity> = found
        .statements
        .iter()
        .filter(|s| s.relation() == Relation::Same && s.sieve() == OFFSET)
        .map(|s| s.left())
        .collect();
    if placed.is_empty() {
        return;
    }
    let mut last: Option<usize> = None;
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger == Trigger::Noun {
            let definite = event.token() > 0 && view.is(event.token() - 1, &["the", "this", "that"]);
            if definite
                && is_act(&event.lemma)
                && event.repeats().is_none()
                && placed.contains(&Entity::Event(e))
                && let Some(first) = last
            {
                found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span());
            }
        } else if event.source() == Source::Narrator
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

/// "The move surprised investors": a definite act without a time is the one that the sentence before told, and of its day.
///
/// TimeBank: 13 found; EventTime: 3 of 3.
pub(super) fn recalled_act(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    // The last act of the sentences before, and the last of this one.
    let mut told: Option<(usize, usize)> = None;
    let mut last: Option<(usize, usize)> = None;
    for (e, event) in view.events.iter().enumerate() {
        let happened = event.status == Status::Happened && event.source() == Source::Narrator;
        if last.is_some_and(|(_, sentence)| sentence < event.sentence()) {
            told = last;
        }
        if event.trigger == Trigger::Noun {
            let definite = event.token() > 0 && view.is(event.token() - 1, &["the", "this", "that"]);
            if definite
                && is_act(&event.lemma)
                && event.status == Status::Happened
                && event.repeats().is_none()
                && found.time_of(e).is_none()
                && let Some((act, sentence)) = told
                && (1..=2).contains(&event.sentence().saturating_sub(sentence))
            {
                found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(act), event.span());
            }
        } else if happened
            && event.role == Role::Main
            && matches!(event.class, Class::Occurrence | Class::IAction | Class::Reporting)
            && (event.tense == Tense::Past && event.aspect == Aspect::None
                || event.tense == Tense::Present && event.aspect == Aspect::Perfective)
        {
            last = Some((e, event.sentence()));
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
    let says = |e: &Event| e.class == Class::Reporting && e.trigger == Trigger::Verb && e.status == Status::Happened;
    let placed = found.statements.iter().filter(|s| matches!(s.relation(), Relation::Offset(_)));
    let saying = |entity| match entity {
        Entity::Event(e) => Some(e).filter(|&e| view.events.get(e).is_some_and(says)),
        _ => None,
    };
    let mut hanging = placed.flat_map(|s| [s.left(), s.right()]).filter_map(saying).peekable();
    if hanging.peek().is_none() {
        return;
    }
    let names = speakers(view);
    let mut sayings: FastMap<&str, Option<usize>> = FastMap::default();
    for e in hanging {
        if let Some(name) = names.get(e).copied().flatten() {
            sayings.entry(name).and_modify(|only| *only = None).or_insert(Some(e));
        }
    }
    for (e, event) in view.events.iter().enumerate() {
        let verb = event.trigger == Trigger::Verb && matches!(event.lemma.as_str(), "speak" | "talk" | "address");
        let noun = event.trigger == Trigger::Noun && is_speech(&event.lemma) && event.repeats().is_none();
        if !verb && !noun || found.time_of(e).is_none() {
            continue;
        }
        let speaker = if verb { Some(e) } else { event.governor().or_else(|| verb_before(view, event)) };
        let Some(name) = speaker.and_then(|g| names.get(g)).copied().flatten() else { continue };
        if let Some(Some(only)) = sayings.get(name)
            && view.events.get(*only).is_some_and(|s| s.sentence() < event.sentence())
        {
            found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(*only), event.span());
        }
    }
}

/// The last verb before an event in its sentence.
fn verb_before(view: &View<'_>, event: &Event) -> Option<usize> {
    view.events_near(event.token(), 40)
        .iter()
        .copied()
        .rfind(|&g| view.events.get(g).is_some_and(|g| g.trigger == Trigger::Verb && g.token() < event.token()))
}
