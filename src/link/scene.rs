//! Sieves for what belongs to the scene of another event: what is seen or done there, what it was gone to for, what goes on
//! from there until a time that is told.

use super::report::is_main;
use super::view::{Side, View, is_future};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::expr::Expr;
use crate::hash::FastSet;
use crate::text::Ptb;
use std::ops::Range;

/// "She felt something bite her", "saw him leaving": what is perceived is then.
pub(super) fn perceived(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let Some(main) = view.events.get(g).filter(|m| m.class == Class::Perception && m.token < event.token) else {
            continue;
        };
        let bare = matches!(event.tense, Tense::Infinitive | Tense::PresPart | Tense::None);
        let linked = |i: usize| view.ptb(i) == Ptb::To || view.is(i, &["that", ","]);
        let near = event.token - main.token <= 8 && !(main.token + 1..event.token).any(linked);
        if bare && near && event.trigger == Trigger::Verb && event.aspect == Aspect::None {
            let span = view.words(main.span, event.span);
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
        }
    }
}

/// "In 2014 he went back to unveil a plaque", "will return in August to count them": in the same month or year.
pub(super) fn errand(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let aim = matches!(event.role, Role::Purpose | Role::Complement) && event.tense == Tense::Infinitive;
        let Some(main) = view.events.get(g).filter(|m| aim && GOING.contains(&m.lemma.as_str())) else { continue };
        let Some((t, timex)) = found.time_of(g).and_then(|t| Some((t, view.timexes.get(t)?))) else { continue };
        let within = view.relation(t, Some(main)) == Relation::During && timex.grain.is_some_and(|g| g >= Unit::Month);
        if within && found.time_of(e).is_none() {
            found.date(sieve, e, Relation::ToldAt, t, view.words(timex.span, event.span));
        }
    }
}

/// Verbs of going somewhere, or coming together, to do something.
const GOING: &[&str] = &["assemble", "come", "fly", "gather", "go", "meet", "return", "sail", "travel"];

/// "The tank was examined by a welder, who found a crack": what somebody does who comes last in a clause follows from it.
pub(super) fn who(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let told = |v: &Event| {
            v.trigger == Trigger::Verb
                && v.tense == Tense::Past
                && v.aspect == Aspect::None
                && v.status == Status::Happened
                && !v.quoted
                && !matches!(v.class, Class::State | Class::IState)
        };
        let verb = view.events.get(g).filter(|m| m.trigger == Trigger::Verb).map(|_| g);
        let Some((g, main)) = verb.or_else(|| verb_before(view, event)).and_then(|g| Some((g, view.events.get(g)?)))
        else {
            continue;
        };
        let comma = (main.token + 1..event.token).rev().take(4).any(|i| view.is(i, &["who"]) && view.is(i - 1, &[","]));
        let free = event.role == Role::Relative && found.time_of(e).is_none();
        if free && comma && told(event) && told(main) && is_main(view, main) {
            let span = view.words(main.span, event.span);
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
        }
    }
}

/// The last verb before an event in its sentence.
fn verb_before(view: &View<'_>, event: &Event) -> Option<usize> {
    let verb = |&&v: &&usize| {
        view.events.get(v).is_some_and(|v| v.trigger == Trigger::Verb && v.token < event.token)
    };
    view.events_near(event.token, 24).iter().rev().find(verb).copied()
}

/// "The tour begins on 9 March. Until then she will rest": until the time that was named last.
pub(super) fn until_then(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (s, sentence) in view.document.sentences.iter().enumerate() {
        let first = sentence.tokens.start;
        if !(view.is(first, &["until", "till"]) && view.is(first + 1, &["then"])) {
            continue;
        }
        let paragraph = view.paragraph(s);
        let named = |t: &usize| view.timexes.get(*t).is_some_and(|x| x.granule.is_some());
        let start = first.saturating_sub(80);
        let last = (start..first).rev().filter_map(|i| view.timex_at(i)).find(named);
        let last = last.filter(|&t| {
            view.spots.get(t).is_some_and(|p| view.paragraph(view.sentence_of(p.start)) == paragraph)
        });
        let verb = |v: &Event| v.trigger == Trigger::Verb && v.class != Class::Reporting && is_main(view, v);
        let main = view.events_in(s).iter().copied().find(|&v| view.events.get(v).is_some_and(verb));
        let Some(((t, timex), (e, event))) = last
            .and_then(|t| Some((t, view.timexes.get(t)?)))
            .zip(main.and_then(|e| Some((e, view.events.get(e)?))))
        else {
            continue;
        };
        if is_future(event) == (view.side(timex) == Side::Future) {
            found.add(sieve, Entity::Event(e), Relation::EndedBy, Entity::Timex(t), view.words(timex.span, event.span));
        }
    }
}

/// "left it there in 1958, and it did not come to light for three years", "was floated in 1988 and stayed out of trouble
/// until 2018": what lasts so long, or until then, does so from what was told before it.
pub(super) fn from_there(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut ends = vec![false; view.events.len()];
    let mut begins: FastSet<usize> = FastSet::default();
    for s in &found.statements {
        if let Entity::Event(e) = s.left {
            match s.relation {
                Relation::EndedBy | Relation::Lasts => ends[e] = true,
                Relation::BegunBy | Relation::During | Relation::NotBefore => {
                    begins.insert(e);
                }
                _ => {}
            }
        }
    }
    let mut last: Option<usize> = None;
    for (e, event) in view.events.iter().enumerate() {
        let narrated = event.trigger == Trigger::Verb
            && event.tense == Tense::Past
            && event.aspect == Aspect::None
            && !event.quoted
            && is_main(view, event);
        if !narrated {
            continue;
        }
        if ends.get(e) == Some(&true) && !begins.contains(&e) {
            let before = last.and_then(|l| Some((l, view.events.get(l)?)));
            let near = before.filter(|(_, b)| view.paragraph(b.sentence) == view.paragraph(event.sentence));
            if let Some((b, main)) = near.filter(|(_, b)| event.sentence - b.sentence <= 2) {
                let joined = event.sentence == main.sentence;
                let relation = if joined { Relation::BegunBy } else { Relation::NotBefore };
                let span = view.words(main.span, event.span);
                found.add(sieve, Entity::Event(e), relation, Entity::Event(b), span);
            }
        }
        let exact = |t: usize| view.relation(t, Some(event)) == Relation::During;
        if found.time_of(e).is_some_and(exact) {
            last = Some(e);
        }
    }
}

/// "was held for ten days and flown home on 2 September": it lasted up to what ends it.
pub(super) fn up_to_next(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let lasting: Vec<usize> = found
        .statements
        .iter()
        .filter_map(|s| match (s.left, s.relation, s.right) {
            (Entity::Event(e), Relation::Lasts, Entity::Timex(t)) => {
                view.timexes.get(t).filter(|t| matches!(t.expr.bare(), Expr::Length(by) if by.unit >= Unit::Day))?;
                Some(e)
            }
            _ => None,
        })
        .collect();
    for e in lasting {
        let Some(event) = view.events.get(e).filter(|v| v.tense == Tense::Past && v.status == Status::Happened) else {
            continue;
        };
        let next = view.events_near(event.token, 16).iter().copied().find(|&n| {
            view.events.get(n).is_some_and(|n| {
                n.governor == Some(e) && n.role == Role::Coordinate && n.agent.is_none() && n.tense != Tense::Infinitive
            })
        });
        let Some((t, timex)) = next.and_then(|n| found.time_of(n)).and_then(|t| Some((t, view.timexes.get(t)?))) else {
            continue;
        };
        let day = timex.grain.is_some_and(|g| g <= Unit::Day);
        let own = view.spots.get(t).is_some_and(|s: &Range<usize>| s.start > event.token);
        if day && own && found.how.get(e).copied().flatten().is_none() {
            found.add(sieve, Entity::Event(e), Relation::EndedBy, Entity::Timex(t), view.words(event.span, timex.span));
        }
    }
}
