//! Sieves for a length of time that hangs on an event: "a day after Trump confirmed ...".

use super::view::View;
use super::{Entity, Found, Relation, Sieve, within_the_day};
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::Expr;
use crate::hash::FastMap;
use crate::hash::FastSet;
use crate::text::{self, Ptb};
use crate::timex::Signal;

/// "X came a day after Y", "three weeks before the vote": between the event that the words belong to and the one that
/// follows them.
pub(super) fn hanging(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, timex) in view.timexes.iter().enumerate() {
        if !timex.expr.needs_event() || !matches!(timex.expr.bare(), Expr::Shift { .. }) {
            continue;
        }
        let Some(spot) = view.spots.get(t).cloned() else { continue };
        let Some(base) = base(view, spot.end) else { continue };
        // "the price on 19 August, the day before its interest became known": the day that stands before it is counted from.
        if let Some((d, day, event)) =
            day_before(view, spot.start).and_then(|d| Some((d, view.timexes.get(d)?, view.events.get(base)?)))
        {
            let span = view.words(day.span, timex.span).join(event.span());
            found.add(sieve, Entity::Timex(d), Relation::Offset(t), Entity::Event(base), span);
            if let Some(used) = found.used.get_mut(t) {
                *used = true;
            }
            continue;
        }
        let Some(placed) = placed(view, spot.start, spot.end, base) else { continue };
        let (Some(left), Some(right)) = (view.events.get(placed), view.events.get(base)) else { continue };
        let span = view.words(timex.span, left.span()).join(right.span());
        found.add(sieve, Entity::Event(placed), Relation::Offset(t), Entity::Event(base), span);
        // "Khamenei's remarks came a day after ...": what came is what the verb speaks of.
        if matches!(left.lemma.as_str(), "come" | "happen" | "occur" | "follow")
            && let Some(subject) =
                view.events_near(left.token(), 24).iter().copied().filter(|&s| s != base).find(|&s| {
                    view.events.get(s).is_some_and(|s| {
                        s.trigger == Trigger::Noun && s.governor() == Some(placed) && s.token() < left.token()
                    })
                })
        {
            found.add(sieve, Entity::Event(subject), Relation::Same, Entity::Event(placed), span);
        }
        if let Some(used) = found.used.get_mut(t) {
            *used = true;
        }
    }
}

/// The day that ends right before a comma before the words at `start`, where no event beside it has it: its sentence goes on
/// behind a noun.
fn day_before(view: &View<'_>, start: usize) -> Option<usize> {
    let comma = start.checked_sub(1).filter(|&c| view.is(c, &[",", "the"]))?;
    let comma = if view.is(comma, &["the"]) { comma.checked_sub(1).filter(|&c| view.is(c, &[","]))? } else { comma };
    let d = view.timex_at(comma.checked_sub(1)?)?;
    let first = view.spots.get(d)?.start;
    // "the price on 19 August": the date is a noun's.
    let noun = first
        .checked_sub(2)
        .filter(|&n| view.ptb(n + 1) == Ptb::In && view.document.tokens.get(n).is_some_and(|t| t.tag.is_noun()))?;
    let day = view.timexes.get(d)?.granule.is_some_and(|g| g.unit() == crate::calendar::Unit::Day);
    (day && view.event_at(noun).is_none()).then_some(d)
}

/// "The strike followed the layoffs by a week", "arrested within hours of the attack": the length by which an event comes
/// behind another. TimeBank has hardly any; the trust is that of the offsets above.
pub(super) fn behind(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, timex) in view.timexes.iter().enumerate() {
        let (Expr::Length(_), Some(spot)) = (timex.expr.bare(), view.spots.get(t)) else { continue };
        let (later, relation, earlier) = match timex.signal {
            Some(Signal::By) => {
                let verb = (spot.start.saturating_sub(10)..spot.start)
                    .rev()
                    .find_map(|i| view.event_at(i).filter(|&e| follows(view, e).is_some()));
                let Some((verb, after)) = verb.and_then(|v| Some((v, follows(view, v)?))) else { continue };
                let Some(from) = view.events.get(verb).map(|v| v.token() + 1) else { continue };
                let Some(object) = base(view, from).filter(|_| from < spot.start) else { continue };
                let (later, earlier) = if after { (verb, object) } else { (object, verb) };
                (later, Relation::Offset(t), earlier)
            }
            Some(Signal::Within) if view.is(spot.end, &["of"]) => {
                let Some(base) = base(view, spot.end + 1) else { continue };
                let Some(placed) = placed(view, spot.start, spot.end, base) else { continue };
                (placed, Relation::After, base)
            }
            _ => continue,
        };
        let (Some(a), Some(b)) = (view.events.get(later), view.events.get(earlier)) else { continue };
        let span = view.words(timex.span, a.span()).join(b.span());
        found.add(sieve, Entity::Event(later), relation, Entity::Event(earlier), span);
        for verb in [later, earlier] {
            // What follows is what the verb speaks of.
            if let Some(subject) = follows(view, verb).and_then(|_| subject_before(view, verb)) {
                found.add(sieve, Entity::Event(subject), Relation::Same, Entity::Event(verb), span);
            }
        }
        if let Some(used) = found.used.get_mut(t) {
            *used = true;
        }
    }
}

/// "which had been emptied minutes earlier", "a few hours later": what is counted in parts of a day from the clause that it
/// hangs on is of the same day. TimeBank has none; the trust is a guess.
pub(super) fn moments(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let counted: Vec<(usize, usize)> = found
        .statements
        .iter()
        .filter_map(|s| match (s.left(), s.right()) {
            (Entity::Event(e), Entity::Timex(t)) => Some((e, t)),
            _ => None,
        })
        .filter(|&(_, t)| view.timexes.get(t).is_some_and(within_the_day))
        .collect();
    for (e, t) in counted {
        let (Some(event), Some(timex)) = (view.events.get(e), view.timexes.get(t)) else { continue };
        let clause = event.governor().filter(|_| event.role != Role::Object);
        if let Some((g, governor)) = clause.and_then(|g| Some((g, view.events.get(g)?))) {
            let span = view.words(timex.span, event.span()).join(governor.span());
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
        }
    }
}

/// "Prosecutors announced a retrial within a week", "The team found nine nests in six days": within that length of what was told before it. TimeBank has none; the
/// trust is a guess.
pub(super) fn within(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let past = |e: &Event| {
        e.trigger == Trigger::Verb
            && !e.quoted
            && e.tense == Tense::Past
            && e.status == Status::Happened
            && !matches!(e.class, Class::State | Class::IState)
    };
    let main = |e: &Event| e.source() == Source::Narrator && matches!(e.role, Role::Main | Role::Coordinate);
    let told = |e: &Event| past(e) && main(e) && e.aspect == Aspect::None;
    // "Within minutes, cards were being refused", of what somebody said that happened.
    let fronted = |e: &Event, t: usize| {
        let first = view.sentence(e.token()).start;
        past(e) && main(e) && view.spots.get(t).is_some_and(|s| s.start <= first + 1)
    };
    let reported = |e: &Event| past(e) && e.role == Role::Content && e.aspect == Aspect::None;
    let given: Vec<(usize, usize)> = found
        .statements
        .iter()
        .filter_map(|s| match (s.left(), s.relation(), s.right()) {
            (Entity::Event(e), Relation::Lasts, Entity::Timex(t)) => Some((e, t)),
            _ => None,
        })
        .filter(|&(_, t)| view.timexes.get(t).is_some_and(|t| matches!(t.signal, Some(Signal::Within | Signal::In))))
        .collect();
    for (e, t) in given {
        let opens = view.events.get(e).is_some_and(|e| fronted(e, t));
        let (Some(event), Some(timex)) = (view.events.get(e).filter(|e| opens || told(e)), view.timexes.get(t)) else {
            continue;
        };
        let earlier = (0..e).rev().take(12).filter_map(|o| Some((o, view.events.get(o)?)));
        let here = view.paragraph(event.sentence());
        let before = earlier
            .take_while(|(_, o)| view.paragraph(o.sentence()) == here)
            .find(|(_, o)| told(o) || opens && reported(o));
        if let Some((o, _)) = before.filter(|_| found.time_of(e).is_none()) {
            found.add(
                sieve,
                Entity::Event(e),
                Relation::Offset(t),
                Entity::Event(o),
                view.words(timex.span, event.span()),
            );
        }
    }
}

/// Whether a verb says that its subject comes after (true) or before (false) its object.
fn follows(view: &View<'_>, e: usize) -> Option<bool> {
    let event = view.events.get(e).filter(|e| e.trigger == Trigger::Verb && !e.passive)?;
    match event.lemma.as_str() {
        "follow" | "trail" => Some(true),
        "precede" | "predate" => Some(false),
        _ => None,
    }
}

/// The noun event that stands right before a verb, its subject.
fn subject_before(view: &View<'_>, verb: usize) -> Option<usize> {
    let verb = view.events.get(verb)?;
    let noun = view
        .events_near(verb.token(), 4)
        .iter()
        .rev()
        .copied()
        .find(|&s| view.events.get(s).is_some_and(|s| s.token() < verb.token()))?;
    view.events.get(noun).is_some_and(|s| s.trigger == Trigger::Noun).then_some(noun)
}

/// The event that the count begins from: the head of the noun phrase or the first verb behind "after" or "before".
fn base(view: &View<'_>, from: usize) -> Option<usize> {
    let sentence = view.sentence(from);
    let mut noun = None;
    for i in (from..sentence.end).take(24) {
        if let Some(e) = view.event_at(i) {
            match view.events.get(e).map(|e| e.trigger) {
                Some(Trigger::Noun) => {
                    // "the court's ruling", "a surprise attack": the last noun of the phrase; a verb behind it takes
                    // over only where the noun is its subject.
                    noun = noun.or(Some(e));
                    if view.document.tokens.get(i + 1).is_none_or(|n| !n.tag.is_noun()) {
                        noun = Some(e);
                        let subject = subject_of(view, i + 1, sentence.end);
                        return subject.map(|e| planned(view, e)).or(noun);
                    }
                }
                Some(_) => return Some(planned(view, e)),
                None => {}
            }
        }
        if noun.is_some() && matches!(view.ptb(i), Ptb::Punct) {
            break;
        }
    }
    noun
}

/// "before the aircraft was due to take off": what is due, not its being due.
fn planned(view: &View<'_>, e: usize) -> usize {
    let Some(event) = view.events.get(e).filter(|e| matches!(e.class, Class::State | Class::IState)) else { return e };
    view.events_near(event.token(), 6)
        .iter()
        .copied()
        .find(|&c| {
            view.events.get(c).is_some_and(|c| {
                c.token() > event.token()
                    && c.governor() == Some(e)
                    && c.role == Role::Complement
                    && c.tense == Tense::Infinitive
            })
        })
        .unwrap_or(e)
}

/// The verb right behind a noun phrase, whose subject it then is: "a day after the talks collapsed".
fn subject_of(view: &View<'_>, from: usize, end: usize) -> Option<usize> {
    for i in (from..end).take(6) {
        match view.ptb(i) {
            Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md | Ptb::Vbn | Ptb::Vb => {
                if let Some(e) = view
                    .event_at(i)
                    .filter(|&e| view.events.get(e).is_some_and(|e| e.tense != crate::event::Tense::PastPart))
                {
                    return Some(e);
                }
            }
            Ptb::Rb | Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps | Ptb::In | Ptb::Dt | Ptb::Jj => {
                if matches!(view.ptb(i), Ptb::In) {
                    return None;
                }
            }
            _ => return None,
        }
    }
    None
}

/// The event that is placed: the verb or noun before the words; at the front of a sentence the first verb of the main
/// clause behind them.
fn placed(view: &View<'_>, start: usize, end: usize, base: usize) -> Option<usize> {
    let sentence = view.sentence(start);
    // "said that a day after the vote, troops left": what stands in front of the clause has no part in it.
    let opener = (sentence.start..start).rev().find(|&i| view.ptb(i) != Ptb::Rb && !view.is(i, &[","]));
    let opens = |i: usize| view.is(i, &["that"]) && view.ptb(i) == Ptb::In || view.quotes(i) && view.document.glued(i);
    let front = opener.filter(|&i| opens(i)).unwrap_or(sentence.start);
    let mut before = (front..start).rev().take(40).filter_map(|i| view.event_at(i)).filter(|&e| e != base);
    let verb = |e: &usize| view.events.get(*e).is_some_and(|e| e.trigger == Trigger::Verb);
    if let Some(e) = before.next() {
        // "the attack on the embassy came a day after": the verb says only that it happened; both are meant. Behind a comma
        // it is the verb's: "called off the vote, a day after".
        let parted = start.checked_sub(1).is_some_and(|i| view.is(i, &[","]));
        if !parted {
            return Some(e);
        }
        // "agreed to extend the truce, hours before it expired": the agreement.
        let e = if verb(&e) { e } else { before.find(verb).unwrap_or(e) };
        let event = view.events.get(e)?;
        let aim = event.tense == Tense::Infinitive && event.role == Role::Complement;
        return event.governor().filter(|_| aim).or(Some(e));
    }
    let comma = (end..sentence.end).take(60).find(|&i| view.is(i, &[","])).unwrap_or(end);
    let after = (comma..sentence.end).take(60).filter_map(|i| view.event_at(i)).filter(|&e| e != base);
    let mut first = None;
    for e in after {
        let event = view.events.get(e)?;
        if event.trigger == Trigger::Verb && matches!(event.role, Role::Main | Role::Coordinate | Role::Content) {
            return Some(e);
        }
        first = first.or(Some(e));
    }
    first
}

/// "The court ruled on 5 May. ... three months after the court ruled": what an offset counts from is the earlier event of
/// the same word and the same doer.
pub(super) fn mentioned(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let bases: FastSet<usize> = found
        .statements
        .iter()
        .filter(|s| matches!(s.relation(), Relation::Offset(_)))
        .filter_map(|s| if let Entity::Event(e) = s.right() { Some(e) } else { None })
        .collect();
    if bases.is_empty() {
        return;
    }
    let doer = |event: &Event| {
        event
            .agent()
            .map(|a| a.of(view.document.text))
            .and_then(|words| text::words(words).next_back())
            .unwrap_or_default()
    };
    let mut earlier: FastMap<&str, (usize, &str)> = FastMap::default();
    for (e, event) in view.events.iter().enumerate() {
        // A final e is what lemmas of participles are unsure of.
        let (word, who) = (event.lemma.trim_end_matches('e'), doer(event));
        if bases.contains(&e) && event.repeats().is_none() && found.time_of(e).is_none() {
            // No doer was found for one of them: the word alone has to do.
            let same = earlier.get(word).filter(|(_, other)| who.is_empty() || other.is_empty() || who == *other);
            if let Some(&(first, _)) = same {
                found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span());
            }
        } else if found.time_of(e).is_some() {
            earlier.insert(word, (e, who));
        }
    }
}

/// "The move comes a month after she left": what comes so in the present tense is the news. TimeBank has one; the trust is a
/// guess.
pub(super) fn comes_now(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let offset = |r| matches!(r, Relation::Offset(_));
    let counted: Vec<Entity> = found.statements.iter().filter(|s| offset(s.relation())).map(|s| s.left()).collect();
    for entity in counted {
        let Entity::Event(e) = entity else { continue };
        let Some(event) = view.events.get(e).filter(|_| found.time_of(e).is_none()) else { continue };
        let comes = event.tense == Tense::Present && event.aspect == Aspect::None && event.status == Status::Happened;
        if comes && !event.quoted && matches!(event.lemma.as_str(), "come" | "follow") {
            found.add(sieve, entity, Relation::ToldAt, Entity::Publication, event.span());
        }
    }
}
