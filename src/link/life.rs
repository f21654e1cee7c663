//! The life of whom an article is about: its dates, as an obituary gives them at its end, and the ages that count from its
//! begin.

use super::view::View;
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Event, Source, Status, Tense, Trigger};
use crate::lang::{ENGLISH, Sense};
use crate::text::{self, Ptb};

/// "Ann Berg, potter, born 3 April 1933; died 29 December 2020": these dates are those of "has died" and "Born in Hull" above.
/// No corpus has any; the trust is a guess.
pub(super) fn dates(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let Some(life) = Life::of(view, found) else { return };
    for (e, event) in view.events.iter().enumerate() {
        let happened = event.status == Status::Happened && event.source() == Source::Narrator;
        if !happened || event.trigger != Trigger::Verb || event.sentence() == life.line || found.time_of(e).is_some() {
            continue;
        }
        let opens = event.tense == Tense::PastPart && event.token() == view.sentence(event.token()).start;
        let first = match event.lemma.as_str() {
            "die" if life.names(view, event) => life.died,
            "bear" if opens || life.names(view, event) => Some(life.born),
            _ => None,
        };
        if let Some(first) = first.filter(|&f| f != e) {
            found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span());
        }
    }
}

/// "left school at 14", "married at the age of 26", "when she was 19": in that year of a life whose begin is told. No corpus has
/// any; the trust is a guess.
pub(super) fn ages(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let Some(life) = Life::of(view, found) else { return };
    for at in 1..view.document.tokens.len() {
        let Some((age, from)) = age_at(view, at) else { continue };
        let sentence = view.sentence(at);
        let told = |e: usize| {
            view.events.get(e).is_some_and(|v| {
                v.trigger == Trigger::Verb
                    && v.tense == Tense::Past
                    && v.aspect == Aspect::None
                    && v.source() == Source::Narrator
                    // "Her mother died when she was seven": whoever it is told of.
                    && (view.is(from, &["when"]) || life.names(view, v))
            })
        };
        let near = view.events_near(at, 12);
        let before = |e: &&usize| view.events.get(**e).is_some_and(|v| v.token() < from);
        // "and at 72 returned"
        let opens = from == sentence.start || view.ptb(at + 1) == Ptb::Vbd;
        let verb =
            if opens { near.iter().find(|e| !before(e)).copied() } else { near.iter().rev().find(before).copied() };
        if let Some((e, event)) = verb.filter(|&e| told(e)).and_then(|e| Some((e, view.events.get(e)?)))
            && found.time_of(e).is_none()
        {
            let span = view.words(event.span(), view.document.span(from..at + 1));
            found.add(sieve, Entity::Event(e), Relation::Aged(age), Entity::Event(life.born), span);
        }
    }
}

/// The age that a number tells, with the first token of its phrase: "at 14", "at the age of 14", "aged 14", "when she was 14".
fn age_at(view: &View<'_>, at: usize) -> Option<(u8, usize)> {
    const OLDEST: u8 = 110;
    let is = |back: usize, words: &[&str]| at.checked_sub(back).is_some_and(|i| view.is(i, words));
    let written = || is(1, &["was", "aged"]).then(|| number(view.document.word(at))).flatten();
    let digits = view.document.word(at).parse().ok().filter(|n| (1..=OLDEST).contains(n));
    let age: u8 = digits.or_else(written)?;
    // "at 14 percent", "at 9 a.m."
    let alone =
        matches!(view.ptb(at + 1), Ptb::Punct | Ptb::Cc | Ptb::To | Ptb::Vbd) || view.is(at + 1, &["in", "he", "she"]);
    if view.timex_at(at).is_some() || !alone {
        return None;
    }
    if is(1, &["at", "aged"]) {
        Some((age, at - 1))
    } else if is(1, &["of"]) && is(2, &["age"]) && is(4, &["at"]) {
        Some((age, at - 4))
    } else if is(1, &["was"]) && is(2, &["he", "she"]) && is(3, &["when"]) {
        Some((age, at - 3))
    } else {
        None
    }
}

/// "seven"
fn number(word: &str) -> Option<u8> {
    ENGLISH.senses(ENGLISH.look_up(word)).iter().find_map(|s| match s {
        Sense::Number(n) => u8::try_from(*n).ok().filter(|&n| n > 1),
        _ => None,
    })
}

/// The dates of a life.
struct Life<'v> {
    /// The words of the name.
    name: Vec<&'v str>,
    /// The sentence that gives the dates.
    line: usize,
    born: usize,
    died: Option<usize>,
}

impl<'v> Life<'v> {
    /// The last line that tells when somebody was born, by name: "Ann Berg, potter, born 3 April 1933; died 29 December 2020",
    /// "Ann Berg was born on 3 April 1933".
    fn of(view: &'v View<'_>, found: &Found) -> Option<Self> {
        let dated = |e: usize| {
            let grain = found.time_of(e).and_then(|t| view.timexes.get(t)).and_then(|t| t.grain);
            grain.is_some_and(|g| g <= Unit::Year) && found.how.get(e).copied().flatten() == Some(Relation::During)
        };
        view.events.iter().enumerate().rev().filter(|(_, event)| event.lemma == "bear").find_map(|(born, event)| {
            let line = event.sentence();
            let start = view.sentence(event.token()).start;
            let name = |i: usize| view.ptb(i) == Ptb::Nnp;
            let words: Vec<usize> = (start..event.token()).take_while(|&i| name(i)).collect();
            // No finite verb but "was": "Ann Berg, who was born in March, said" tells no life.
            let own = view.is(event.token().checked_sub(1)?, &["was"]) && words.len() + start + 1 == event.token();
            let line_of_dates =
                |e: &&usize| view.events.get(**e).is_some_and(|d| d.lemma == "die" && d.token() > event.token());
            let died = view.events_in(line).iter().find(line_of_dates).copied().filter(|&d| dated(d));
            let life = dated(born) && !words.is_empty() && (own || died.is_some());
            let name = words.into_iter().map(|i| view.document.word(i)).collect();
            life.then_some(Life { name, line, born, died })
        })
    }

    /// Whether an event is told of that person, by name or as "he" or "she".
    fn names(&self, view: &View<'_>, event: &Event) -> bool {
        let who = event.syntax().subject.or(event.agent()).or(event.patient()).map_or("", |s| s.of(view.document.text));
        let pronoun = ["he", "she"].iter().any(|p| p.eq_ignore_ascii_case(who));
        pronoun || text::words(who).any(|w| self.name.contains(&w))
    }
}
