//! Sieves for what belongs to the scene of another event: what is seen or done there, what it was gone to for, what goes on
//! from there until a time that is told.

use super::marks::Marks;
use super::report::is_main;
use super::view::{Side, View, is_future};
use super::{Entity, Found, Relation, Sieve, Statement};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::Expr;
use crate::text::Ptb;
use std::ops::Range;

/// "She felt something bite her", "saw him leaving": what is perceived is then.
///
/// TimeBank: 7 found; EventTime has one of them, where the perceiving itself was put on a wrong day.
pub(super) fn perceived(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let perceives = |m: &Event| {
            m.class == Class::Perception || matches!(m.lemma.as_str(), "feel" | "hear" | "notice" | "see" | "watch")
        };
        let Some(main) = view.events.get(g).filter(|m| perceives(m) && m.token() < event.token()) else { continue };
        let bare = matches!(event.tense, Tense::Infinitive | Tense::PresPart | Tense::None);
        let linked = |i: usize| view.ptb(i) == Ptb::To || view.is(i, &["that", ","]);
        let near = event.token() - main.token() <= 8 && !(main.token() + 1..event.token()).any(linked);
        if bare && near && event.trigger == Trigger::Verb && event.aspect == Aspect::None {
            let span = view.words(main.span(), event.span());
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
        }
    }
}

/// "In 2014 he went back to unveil a plaque", "will return in August to count them": in the same month or year. TimeBank
/// has none; the trust is a guess.
pub(super) fn errand(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let aim = matches!(event.role, Role::Purpose | Role::Complement) && event.tense == Tense::Infinitive;
        let Some(main) = view.events.get(g).filter(|m| aim && GOING.contains(&m.lemma.as_str())) else { continue };
        let Some((t, timex)) = found.time_of(g).and_then(|t| Some((t, view.timexes.get(t)?))) else { continue };
        let within = view.relation(t, Some(main)) == Relation::During && timex.grain.is_some_and(|g| g >= Unit::Month);
        if within && found.time_of(e).is_none() {
            found.date(sieve, e, Relation::ToldAt, t, view.words(timex.span, event.span()));
        }
    }
}

/// Verbs of going somewhere, or coming together, to do something.
const GOING: &[&str] = &["assemble", "come", "fly", "gather", "go", "meet", "return", "sail", "travel"];

/// "The tank was examined by a welder, who found a crack": what somebody does who comes last in a clause follows from it.
/// TimeBank has none; the trust is a guess.
pub(super) fn who(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let told = |v: &Event| {
            v.trigger == Trigger::Verb
                && v.tense == Tense::Past
                && v.aspect == Aspect::None
                && v.status == Status::Happened
                && !v.quoted
                && v.class != Class::State
        };
        let verb = view.events.get(g).filter(|m| m.trigger == Trigger::Verb).map(|_| g);
        let Some((g, main)) = verb.or_else(|| verb_before(view, event)).and_then(|g| Some((g, view.events.get(g)?)))
        else {
            continue;
        };
        let comma =
            (main.token() + 1..event.token()).rev().take(4).any(|i| view.is(i, &["who"]) && view.is(i - 1, &[","]));
        let free = event.role == Role::Relative && found.time_of(e).is_none();
        if free && comma && told(event) && told(main) && is_main(view, main) {
            let span = view.words(main.span(), event.span());
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
        }
    }
}

/// The last verb before an event in its sentence.
fn verb_before(view: &View<'_>, event: &Event) -> Option<usize> {
    let verb =
        |&&v: &&usize| view.events.get(v).is_some_and(|v| v.trigger == Trigger::Verb && v.token() < event.token());
    view.events_near(event.token(), 24).iter().rev().find(verb).copied()
}

/// "The tour begins on 9 March. Until then she will rest": until the time that was named last.
/// TimeBank has none; the trust is a guess.
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
        let last =
            last.filter(|&t| view.spots.get(t).is_some_and(|p| view.paragraph(view.sentence_of(p.start)) == paragraph));
        // The tagger may take "until" for the conjunction.
        let line = |v: &Event| is_main(view, v) || v.role == Role::Until;
        let verb = |v: &Event| v.trigger == Trigger::Verb && v.class != Class::Reporting && line(v);
        let main = view.events_in(s).iter().copied().find(|&v| view.events.get(v).is_some_and(verb));
        let Some(((t, timex), (e, event))) =
            last.and_then(|t| Some((t, view.timexes.get(t)?))).zip(main.and_then(|e| Some((e, view.events.get(e)?))))
        else {
            continue;
        };
        if is_future(event) == (view.side(timex) == Side::Future) {
            found.add(
                sieve,
                Entity::Event(e),
                Relation::EndedBy,
                Entity::Timex(t),
                view.words(timex.span, event.span()),
            );
        }
    }
}

/// "left it there in 1958, and it did not come to light for three years", "was floated in 1988 and stayed out of trouble
/// until 2018": what lasts so long, or until then, does so from what was told before it. TimeBank: 1 found; the trust is a guess.
pub(super) fn from_there(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let all = view.events.len();
    let (mut ends, mut begins) = (Marks::new(all, []), Marks::new(all, []));
    for s in &found.statements {
        match (s.relation(), s.right()) {
            (Relation::EndedBy | Relation::Lasts, _) => ends.add(s.left()),
            (Relation::BegunBy | Relation::During | Relation::NotBefore, Entity::Timex(_)) => begins.add(s.left()),
            _ => {}
        }
    }
    let mut last: Option<usize> = None;
    for (e, event) in view.events.iter().enumerate() {
        let narrated = event.trigger == Trigger::Verb
            && event.tense == Tense::Past
            && event.aspect == Aspect::None
            && !event.quoted
            && event.source() == Source::Narrator
            && is_main(view, event);
        if !narrated {
            continue;
        }
        if ends.has(Entity::Event(e)) && !begins.has(Entity::Event(e)) {
            let before = last.and_then(|l| Some((l, view.events.get(l)?)));
            let near = before.filter(|(_, b)| view.paragraph(b.sentence()) == view.paragraph(event.sentence()));
            if let Some((b, main)) = near.filter(|(_, b)| event.sentence() - b.sentence() <= 2) {
                let joined = event.sentence() == main.sentence();
                let relation = if joined { Relation::BegunBy } else { Relation::NotBefore };
                let span = view.words(main.span(), event.span());
                found.add(sieve, Entity::Event(e), relation, Entity::Event(b), span);
            }
        }
        let exact = |t: usize| view.relation(t, Some(event)) == Relation::During;
        if found.time_of(e).is_some_and(exact) {
            last = Some(e);
        }
    }
}

/// "was held for ten days and flown home on 2 September": it lasted up to what ends it. TimeBank
/// has none; the trust is a guess.
pub(super) fn up_to_next(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let lasting: Vec<usize> = found
        .statements
        .iter()
        .filter_map(|s| match (s.left(), s.relation(), s.right()) {
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
        let next = view.events_near(event.token(), 16).iter().copied().find(|&n| {
            view.events.get(n).is_some_and(|n| {
                n.governor() == Some(e)
                    && n.role == Role::Coordinate
                    && n.agent().is_none()
                    && n.tense != Tense::Infinitive
            })
        });
        let Some((t, timex)) = next.and_then(|n| found.time_of(n)).and_then(|t| Some((t, view.timexes.get(t)?))) else {
            continue;
        };
        let day = timex.grain.is_some_and(|g| g <= Unit::Day);
        let own = view.spots.get(t).is_some_and(|s: &Range<usize>| s.start > event.token());
        if day && own && found.how.get(e).copied().flatten().is_none() {
            found.add(
                sieve,
                Entity::Event(e),
                Relation::EndedBy,
                Entity::Timex(t),
                view.words(event.span(), timex.span),
            );
        }
    }
}

/// "deliberated for hours that October before finding him guilty": what is done in the end is of the same day.
/// TimeBank: 1 found; the trust is a guess.
pub(super) fn in_the_end(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, g) in super::clause::governed(view) {
        let gerund = event.role == Role::Before && event.tense == Tense::PresPart && event.aspect == Aspect::None;
        let Some(main) = view.events.get(g).filter(|m| gerund && m.class != Class::State && m.token() < event.token())
        else {
            continue;
        };
        let long = |t: usize| {
            let length = view.timexes.get(t).map(|t| t.expr.bare());
            matches!(length, Some(Expr::Length(by)) if by.unit >= Unit::Day)
        };
        let told = main.tense == Tense::Past && main.status == Status::Happened;
        if told && !(main.token()..event.token()).filter_map(|i| view.timex_at(i)).any(long) {
            let span = view.words(main.span(), event.span());
            found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
        }
    }
}

/// "gave prosecutors 30 days to decide", "The owners have 21 days to appeal": within that length of what gives it, of the
/// ruling that may be appealed, else of the publication. TimeBank: 1 found; the trust is a guess.
pub(super) fn time_to(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, (timex, spot)) in view.timexes.iter().zip(&view.spots).enumerate() {
        let length = matches!(timex.expr.bare(), Expr::Length(_)) && timex.expr.modifier().is_none();
        if !length || timex.signal.is_some() || !view.is(spot.end, &["to"]) {
            continue;
        }
        let Some((e, event)) = view.event_at(spot.end + 1).and_then(|e| Some((e, view.events.get(e)?))) else {
            continue;
        };
        let near = view.events_near(spot.start, 8).iter().rev().copied();
        let mut verbs = near.filter_map(|v| Some((v, view.events.get(v)?)));
        let Some((v, verb)) = verbs.find(|(_, v)| v.token() < spot.start && v.trigger == Trigger::Verb) else {
            continue;
        };
        let ruling =
            |r: &Event| r.trigger == Trigger::Verb && r.tense == Tense::Past && RULING.contains(&r.lemma.as_str());
        let ruled = || (0..e).rev().find(|&r| view.events.get(r).is_some_and(ruling));
        let from = match verb.lemma.as_str() {
            "give" | "grant" | "allow" if verb.tense != Tense::Future => Entity::Event(v),
            "have" if verb.tense == Tense::Present && event.lemma == "appeal" => {
                ruled().map_or(Entity::Publication, Entity::Event)
            }
            "have" if verb.tense == Tense::Present => Entity::Publication,
            _ => continue,
        };
        found.add(sieve, Entity::Event(e), Relation::Offset(t), from, view.words(verb.span(), event.span()));
    }
}

/// What courts do that may be appealed.
const RULING: &[&str] = &[
    "acquit", "award", "ban", "convict", "dismiss", "fine", "jail", "order", "overturn", "rule", "sentence", "uphold",
];

/// "fell ill on the morning of a concert": the concert is on that day. TimeBank has none; the trust is a
/// guess.
pub(super) fn day_of_noun(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun || found.time_of(e).is_some() {
            continue;
        }
        let Some(of) = view.before_phrase(event.token()).filter(|&of| of > 2 && view.is(of, &["of"])) else { continue };
        let on = view.is(of - 1, DAYTIMES) && view.is(of - 2, &["the"]) && view.is(of - 3, &["on"]);
        let Some((v, verb)) = view.verb_over(of - 3).filter(|_| on).and_then(|v| Some((v, view.events.get(v)?))) else {
            continue;
        };
        found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(v), view.words(verb.span(), event.span()));
    }
}

const DAYTIMES: &[&str] = &["day", "morning", "afternoon", "evening", "night"];

/// "freed after 26 years in prison for the shooting of a grocer ... was shot in 1994": a noun of the first paragraphs for what
/// only one dated verb of the article tells. TimeBank has none; the trust is a guess.
pub(super) fn told_later(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let places = |s: &&Statement| matches!(s.relation(), Relation::Offset(_) | Relation::During);
    let placed = found.statements.iter().filter(places).flat_map(|s| [s.left(), s.right()]);
    let placed = Marks::new(view.events.len(), placed);
    for (e, event) in view.events.iter().enumerate() {
        let early = view.paragraph(event.sentence()).is_some_and(|p| p <= EARLY);
        let free = event.repeats().is_none() && found.time_of(e).is_none() && !event.quoted;
        if !early || !free || event.trigger != Trigger::Noun || event.status != Status::Happened {
            continue;
        }
        let known = event.token() > 0 && view.is(event.token() - 1, &["the", "his", "her", "their"]);
        let Some(verb) = event.lemma.strip_suffix("ing").filter(|_| known) else { continue };
        let same = |v: &Event| {
            let stem = v.lemma.strip_suffix('e').unwrap_or(&v.lemma);
            v.trigger == Trigger::Verb && v.status == Status::Happened && !v.quoted && (v.lemma == verb || stem == verb)
        };
        let mut told = (0..view.events.len()).filter(|&v| view.events.get(v).is_some_and(same));
        if let (Some(v), None) = (told.next(), told.next())
            && placed.has(Entity::Event(v))
            && let Some(verb) = view.events.get(v)
        {
            found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(v), view.words(event.span(), verb.span()));
        }
    }
}

/// Up to this paragraph an article sums up what it tells.
const EARLY: u32 = 2;

/// "a 2018 message in which she wrote", "not since 2009, a 5-1 win in which he scored": what is told of a dated thing is of its
/// time. TimeBank has none; the trust is a guess.
pub(super) fn in_which(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let told = event.tense == Tense::Past
            && event.aspect == Aspect::None
            && matches!(event.status, Status::Happened | Status::Denied);
        if event.role != Role::Relative || event.trigger != Trigger::Verb || !told || found.time_of(e).is_some() {
            continue;
        }
        let first = view.sentence(event.token()).start;
        let mut back = (first.max(event.token().saturating_sub(12))..event.token()).rev();
        let opener = back.find(|&i| matches!(view.ptb(i), Ptb::Wdt | Ptb::Wp | Ptb::Wrb));
        let within = |i: usize| view.is(i, &["in", "at", "during", "on"]);
        let which = opener.filter(|&w| view.is(w, &["which"]) && w > first && within(w - 1));
        let Some(before) = which.map(|w| w - 1) else { continue };
        let verb = |i: usize| matches!(view.ptb(i), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md | Ptb::Cc);
        let mut phrase = (first.max(before.saturating_sub(8))..before).rev().take_while(|&i| !verb(i));
        let Some((t, timex)) = phrase.find_map(|i| view.timex_at(i)).and_then(|t| Some((t, view.timexes.get(t)?)))
        else {
            continue;
        };
        if timex.granule.is_some() && view.side(timex) == Side::Past {
            found.date(sieve, e, Relation::ToldAt, t, view.words(timex.span, event.span()));
        }
    }
}
