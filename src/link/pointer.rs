//! Times that are pointed at and not named: "that window", "the same night", "the first day".

use super::sequence::progresses;
use super::view::{Side, View};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::text::{self, Ptb};
use chrono::NaiveDateTime;

/// "The next chance comes in March. If that window is missed, ...": a time that is pointed at is the one that was named last.
/// TimeBank has none; the trust is a guess.
pub(super) fn that_time(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let Some(subject) = event.agent().or(event.patient()).filter(|_| found.time_of(e).is_none()) else { continue };
        let subject = subject.of(view.document.text);
        let points = |word: &str| ["that", "this"].iter().any(|t| t.eq_ignore_ascii_case(word));
        // Most subjects need not be cut into words.
        if !subject.get(..4).is_some_and(points) {
            continue;
        }
        let mut words = text::words(subject);
        let that = words.next().is_some_and(points);
        let time = words.next().is_some_and(|w| TIMES.contains(&w)) && words.next().is_none();
        let first = view.sentence(event.token()).start;
        let Some(before) = event.sentence().checked_sub(1).filter(|_| that && time) else { continue };
        let named = view.document.sentences.get(before).filter(|s| s.tokens.end == first);
        let last = named.and_then(|s| s.tokens.clone().rev().find_map(|i| view.timex_at(i)));
        if let Some(t) = last.filter(|&t| view.timexes.get(t).is_some_and(|t| t.granule.is_some())) {
            let span = view.words(view.timexes.get(t).map_or(event.span(), |t| t.span), event.span());
            found.date(sieve, e, Relation::ToldAt, t, span);
        }
    }
}

/// What a stretch of time is called by what it is good for.
const TIMES: &[&str] = &["window", "date", "deadline", "chance", "opportunity", "slot", "day", "moment"];

/// "A guard heard a noise. The doors were locked the same night": what the sentence before told without a day was that night;
/// "He fell on Friday. He crawled for most of that night": on the day that was told before. TimeBank has none; the trust is a
/// guess.
pub(super) fn same_day(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, (timex, spot)) in view.timexes.iter().zip(&view.spots).enumerate() {
        let pointed = view.is(spot.start, &["the", "that"]) && timex.grain.is_none_or(|g| g <= Unit::Day);
        let same = pointed && view.is(spot.start + 1, &["same"]) && timex.interval.is_some();
        let that = pointed && timex.interval.is_none() && view.is(spot.start, &["that"]) && spot.len() == 2;
        if !(same || that && view.is(spot.start + 1, DAYTIMES)) {
            continue;
        }
        let sentence = view.document.sentence_of(spot.start);
        // "began on June 10 and was discovered the same evening"
        let named = |i: usize| {
            view.timex_at(i).is_some_and(|o| o != t && view.timexes.get(o).is_some_and(|o| o.interval.is_some()))
        };
        if same && (view.sentence(spot.start).start..spot.start).any(named) {
            continue;
        }
        let told = |&e: &usize| {
            let plain = |e: &Event| progresses(e) || e.class == Class::Perception && e.tense == Tense::Past;
            view.events.get(e).is_some_and(|e| {
                let line = matches!(e.role, Role::Main | Role::Coordinate | Role::When);
                line && e.status == Status::Happened && !e.quoted && plain(e)
            })
        };
        let Some(before) = sentence.checked_sub(1).filter(|&b| view.paragraph(b) == view.paragraph(sentence)) else {
            continue;
        };
        let Some((last, event)) =
            view.events_in(before).iter().rev().copied().find(told).and_then(|e| Some((e, view.events.get(e)?)))
        else {
            continue;
        };
        if same && found.time_of(last).is_none() {
            found.date(sieve, last, Relation::ToldAt, t, view.words(event.span(), timex.span));
        } else if that && let Some(&e) = view.events_in(sentence).iter().find(|&&e| found.time_of(e) == Some(t)) {
            let span = view.words(event.span(), timex.span);
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(last), span);
        }
    }
}

const DAYTIMES: &[&str] = &["day", "night", "morning", "afternoon", "evening", "weekend"];

/// "He set out on 7 May and was found on the 12th. He fell on the first day": the first day that a report names is the one on
/// which its story begins. TimeBank has none; the trust is a guess.
pub(super) fn first_day(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let day = |t: usize| {
        let timex = view.timexes.get(t)?;
        let past = matches!(view.side(timex), Side::Past | Side::Today) && timex.grain.is_some_and(|g| g <= Unit::Day);
        let recent = |begin: &NaiveDateTime| view.today.begin.is_some_and(|t| (t - *begin).num_days() <= RECENT);
        timex.interval.and_then(|i| i.begin).filter(recent).filter(|_| past)
    };
    // The first day that was named so far, with its expression, and the last one.
    let mut days: Option<((NaiveDateTime, usize), NaiveDateTime)> = None;
    let mut seen = 0;
    for at in 1..view.document.tokens.len() {
        let words = view.is(at, &["first"]) && view.is(at - 1, &["the"]) && view.is(at + 1, DAYTIMES);
        if !words || view.timex_at(at).is_some() || view.is(at + 2, &["of"]) {
            continue;
        }
        let Some(on) = (at - 1).checked_sub(1).filter(|&i| view.is(i, &["on", "of", "in", "during"])) else { continue };
        let Some((e, event)) = view.verb_over(on).and_then(|e| Some((e, view.events.get(e)?))) else { continue };
        while view.spots.get(seen).is_some_and(|s| s.start < at) {
            if let Some(begin) = day(seen).filter(|_| found.used.get(seen) == Some(&true)) {
                let (first, last) = days.unwrap_or(((begin, seen), begin));
                days = Some((first.min((begin, seen)), last.max(begin)));
            }
            seen += 1;
        }
        // A story of one day has no first one.
        let Some(((_, t), _)) = days.filter(|((begin, _), last)| begin.date() != last.date()) else { continue };
        let told = event.status == Status::Happened && event.tense == Tense::Past && event.trigger == Trigger::Verb;
        if told && found.time_of(e).is_none() {
            // The day may have been named far above.
            found.date(sieve, e, Relation::ToldAt, t, view.words(event.span(), view.document.span(at - 1..at + 2)));
        }
    }
}

/// How many days back the story of a report may begin.
const RECENT: i64 = 60;

/// "quit the day the rope parted": on the day of what the clause tells. TimeBank has none; the trust is a guess.
pub(super) fn the_day_that(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (v, then) in view.events.iter().enumerate() {
        if then.trigger != Trigger::Verb || then.tense != Tense::Past || then.aspect != Aspect::None {
            continue;
        }
        let first = view.sentence(then.token()).start;
        let start = view.first_token(then);
        let that = start > first && view.is(start - 1, &["that", "when"]);
        let before = start.checked_sub(1 + usize::from(that)).filter(|&d| d > first);
        let Some(day) = before.filter(|&d| view.is(d, DAYTIMES) && view.is(d - 1, &["the"])) else { continue };
        let mut back = view.events_near(day, 12).iter().rev().filter_map(|&m| Some((m, view.events.get(m)?)));
        let Some((m, main)) = back.find(|(_, m)| m.token() < day && m.trigger == Trigger::Verb) else { continue };
        if found.time_of(m).is_none() && !(main.token()..day).any(|i| view.ptb(i) == Ptb::Punct) {
            let span = view.words(main.span(), then.span());
            found.add(sieve, Entity::Event(m), Relation::ToldAt, Entity::Event(v), span);
        }
    }
}
