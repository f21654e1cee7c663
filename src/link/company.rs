//! What is told in one breath with another event is of the same day.

use super::clause::is_light;
use super::length::edge_of;
use super::report::root;
use super::sequence::verb_of;
use super::view::{View, is_finite};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::{Expr, Reference};
use crate::hash::FastSet;
use crate::text::Ptb;
use crate::timex::Timex;

/// "in an interview he said", "after the match she left": a short occasion is of the day of what is told of it, whichever of
/// the two has its day, and so is the participle that says of it no more than that it takes place ("a speech delivered in
/// Oslo"). EventTime: 7 of 7; TimeBank: 25 found.
pub(super) fn occasion(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun
            || event.status != Status::Happened
            || !OCCASIONS.contains(&event.lemma.as_str())
        {
            continue;
        }
        let Some(preposition) = preposition(view, event.token()) else { continue };
        if !view.is(preposition, &["in", "at", "during", "after"]) {
            continue;
        }
        let governor = event.governor().filter(|_| event.role == Role::When);
        let Some(verb) = governor.or_else(|| verb_of(view, preposition, event.token())) else { continue };
        let Some(said) = view.events.get(verb) else { continue };
        let told = is_finite(said) && said.tense == Tense::Past && said.aspect == Aspect::None;
        if !told || !matches!(said.status, Status::Happened | Status::Denied) {
            continue;
        }
        match (found.time_of(e), found.time_of(verb)) {
            (Some(_), Some(_)) => {}
            (Some(t), None) if view.relation(t, Some(event)) == Relation::During => tell(view, found, sieve, verb, t),
            (None, Some(t)) if view.relation(t, Some(said)) == Relation::During => tell(view, found, sieve, e, t),
            (Some(_), None) | (None, Some(_)) => {}
            (None, None) => {
                let span = view.words(event.span(), said.span());
                found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(verb), span);
            }
        }
        for &d in view.events_near(event.token(), 8) {
            let done = view.events.get(d).filter(|done| found.time_of(d).is_none() && carries(done, e));
            if let Some(done) = done {
                let span = view.words(event.span(), done.span());
                found.add(sieve, Entity::Event(d), Relation::ToldAt, Entity::Event(e), span);
            }
        }
    }
}

/// "in a speech *delivered* in Oslo": the participle says no more than that its noun takes place.
fn carries(event: &Event, noun: usize) -> bool {
    let participle = event.trigger == Trigger::Verb && event.tense == Tense::PastPart && event.role == Role::Relative;
    participle && event.governor() == Some(noun) && is_light(&event.lemma)
}

/// "The trial ended in May with a conviction": what something begins or ends with is of that time. TimeBank has none; the
/// trust is a guess.
pub(super) fn outcome(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun || event.status != Status::Happened || found.time_of(e).is_some() {
            continue;
        }
        let Some(with) = view.before_phrase(event.token()).filter(|&i| view.is(i, &["with"])) else { continue };
        let verb = verb_of(view, with, event.token());
        let edge = |v: &usize| view.events.get(*v).is_some_and(|v| edge_of(v).is_some());
        if let Some((v, t)) = verb.filter(edge).and_then(|v| Some((v, found.time_of(v)?)))
            && view.relation(t, view.events.get(v)) == Relation::During
        {
            tell(view, found, sieve, e, t);
        }
    }
}

/// "A truce, agreed in the spring, lasted nine days": what is agreed, signed or called begins about then, as far as a month
/// or a season goes. TimeBank has none; the trust is a guess.
pub(super) fn come_about(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (v, verb) in view.events.iter().enumerate() {
        let agreed =
            verb.tense == Tense::PastPart && verb.role == Role::Relative && AGREEING.contains(&verb.lemma.as_str());
        let Some((e, t)) = verb.governor().filter(|_| agreed).and_then(|e| Some((e, found.time_of(v)?))) else {
            continue;
        };
        let Some(noun) = view.events.get(e).filter(|n| n.trigger == Trigger::Noun && n.token() < verb.token()) else {
            continue;
        };
        let long = view.timexes.get(t).is_some_and(|t| t.grain.is_some_and(|g| g >= Unit::Month));
        if long && found.time_of(e).is_none() && view.relation(t, Some(verb)) == Relation::During {
            found.add(
                sieve,
                Entity::Event(e),
                Relation::BegunBy,
                Entity::Timex(t),
                view.words(noun.span(), verb.span()),
            );
        }
    }
}

/// "sailed in May on a cruise that lasted six weeks": a journey begins when one goes on it. TimeBank has none; the trust is a
/// guess.
pub(super) fn journey(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Noun || !JOURNEYS.contains(&event.lemma.as_str()) || found.time_of(e).is_some() {
            continue;
        }
        let Some(on) = view.before_phrase(event.token()).filter(|&i| view.is(i, &["on"])) else { continue };
        let mut before = view.events_near(on, 16).iter().rev().filter_map(|&v| Some((v, view.events.get(v)?)));
        let Some((v, verb)) = before.find(|(_, v)| v.token() < on && v.trigger == Trigger::Verb) else { continue };
        if !GOING.contains(&verb.lemma.as_str()) {
            continue;
        }
        // "was allowed to go in May": the time stands behind both.
        let allowed = verb.governor().filter(|_| verb.role == Role::Complement && verb.tense == Tense::Infinitive);
        let behind = |t: &usize| view.spots.get(*t).is_some_and(|s| s.start > verb.token() && s.end <= on);
        let Some(t) = found.time_of(v).or_else(|| allowed.and_then(|g| found.time_of(g)).filter(behind)) else {
            continue;
        };
        if let Some(timex) = view.timexes.get(t).filter(|_| view.relation(t, Some(verb)) == Relation::During) {
            found.add(
                sieve,
                Entity::Event(e),
                Relation::BegunBy,
                Entity::Timex(t),
                view.words(timex.span, event.span()),
            );
        }
    }
}

const JOURNEYS: &[&str] = &["cruise", "tour", "trip", "journey", "voyage", "expedition", "visit", "mission", "flight"];

/// Verbs of setting out.
const GOING: &[&str] = &["go", "sail", "leave", "travel", "set", "depart", "embark", "fly", "send", "start"];

/// Verbs of bringing about what a noun names.
const AGREEING: &[&str] =
    &["agree", "negotiate", "negotiat", "sign", "call", "declare", "announce", "reach", "broker", "order", "arrange"];

/// "remarks made last week", "the strike that took place in May": what says no more than that something takes place gives it
/// its time. TimeBank: 3 found, all annotated so.
pub(super) fn taken_place(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (v, verb) in view.events.iter().enumerate() {
        let place = verb.lemma == "take" && view.is(verb.token() + 1, &["place"]);
        let happens = place || matches!(verb.lemma.as_str(), "occur" | "happen");
        let carries = verb.tense == Tense::PastPart && is_light(&verb.lemma);
        let Some((e, t)) =
            verb.governor().and_then(|e| Some((e, found.time_of(v)?))).filter(|_| verb.role == Role::Relative)
        else {
            continue;
        };
        let Some(noun) = view.events.get(e).filter(|n| n.trigger == Trigger::Noun && n.token() < verb.token()) else {
            continue;
        };
        if (happens || carries) && found.time_of(e).is_none() && view.relation(t, Some(verb)) == Relation::During {
            found.date(sieve, e, Relation::During, t, view.words(noun.span(), verb.span()));
        }
    }
}

/// "A report that appeared in May blamed the crew": what a text says it says when it comes out. TimeBank has none; the trust is
/// a guess.
pub(super) fn appearance(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (r, out) in view.events.iter().enumerate() {
        let apart = out.role == Role::Relative && matches!(out.tense, Tense::Past | Tense::PastPart);
        let Some(t) = found.time_of(r).filter(|_| apart && APPEARING.contains(&out.lemma.as_str())) else { continue };
        if view.relation(t, Some(out)) != Relation::During {
            continue;
        }
        let says = view.events_near(out.token(), 30).iter().copied().find(|&v| {
            view.events.get(v).is_some_and(|v| {
                let telling = v.class == Class::Reporting || TELLING.contains(&v.lemma.as_str());
                let subject = v.agent().is_some_and(|a| a.end <= out.span().start);
                let past = v.tense == Tense::Past && v.aspect == Aspect::None && v.status == Status::Happened;
                v.role == Role::Main && v.token() > out.token() && telling && past && subject
            })
        });
        if let Some(v) = says.filter(|&v| found.time_of(v).is_none()) {
            tell(view, found, sieve, v, t);
        }
    }
}

/// What a text does when it comes out.
const APPEARING: &[&str] =
    &["appear", "publish", "issue", "release", "print", "broadcast", "air", "distribute", "circulate", "post", "file"];

/// What a text does to what it is about.
const TELLING: &[&str] =
    &["credit", "blame", "name", "list", "show", "describe", "praise", "criticize", "find", "call"];

/// "was shut in 2017 after a fire", "was rebuilt after a fire in the 1950s": what comes shortly after another thing is of the
/// same month or year, whichever of the two has it. A time before the noun is the noun's alone: "after the 1987 crash".
/// TimeBank has one, annotated so.
pub(super) fn aftermath(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let Some(g) = event.governor().filter(|&g| event.role == Role::After && g < e) else { continue };
        let Some(governor) = view.events.get(g).filter(|_| event.trigger == Trigger::Noun) else { continue };
        let long = |t: usize| view.timexes.get(t).is_some_and(|t| t.grain.is_some_and(|g| g >= Unit::Month));
        let during = |t: usize, e: &Event| long(t) && view.relation(t, Some(e)) == Relation::During;
        let behind = |t: usize, noun: &Event| view.spots.get(t).is_some_and(|s| s.start > noun.token());
        let happened = [event, governor].iter().all(|e| e.status == Status::Happened);
        match (found.time_of(e), found.time_of(g)) {
            (Some(t), None) if happened && during(t, event) && behind(t, event) => tell(view, found, sieve, g, t),
            (None, Some(t)) if happened && during(t, governor) => tell(view, found, sieve, e, t),
            _ => {}
        }
    }
}

/// An event is told at the time of another one.
fn tell(view: &View<'_>, found: &mut Found, sieve: &Sieve, event: usize, t: usize) {
    let (Some(timex), Some(told)) = (view.timexes.get(t), view.events.get(event)) else { return };
    found.date(sieve, event, Relation::ToldAt, t, view.words(timex.span, told.span()));
}

/// The preposition before the noun phrase that ends in `noun`.
fn preposition(view: &View<'_>, noun: usize) -> Option<usize> {
    let from = view.sentence(noun).start.max(noun.saturating_sub(10));
    let inside = |i: &usize| {
        view.timex_at(*i).is_some()
            || matches!(
                view.ptb(*i),
                Ptb::Dt | Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Cd | Ptb::PrpS | Ptb::Pos | Ptb::Vbn | Ptb::Vbg
            )
            || matches!(view.ptb(*i), Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps)
    };
    (from..noun).rev().find(|i| !inside(i)).filter(|&i| view.ptb(i) == Ptb::In)
}

/// What lasts some hours at most.
const OCCASIONS: &[&str] = &[
    "interview",
    "conference",
    "briefing",
    "meeting",
    "speech",
    "statement",
    "address",
    "remark",
    "comment",
    "ceremony",
    "hearing",
    "rally",
    "event",
    "session",
    "broadcast",
    "keynote",
    "presentation",
    "demonstration",
    "debate",
    "attack",
    "raid",
    "vote",
    "match",
    "game",
    "dinner",
    "lunch",
    "breakfast",
    "announcement",
];

/// Verbs that are of one day with what is not done, or only seems to be.
const REFUSING: &[&str] = &["decline", "refuse", "fail", "seem", "appear", "manage"];

/// "The explosion killed three", "the vote passed": what happens and what it does are of one day. What lasts is not.
///
/// EventTime: 4 of 5; TimeBank: 31 found.
pub(super) fn subject(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (v, verb) in view.events.iter().enumerate() {
        let past = verb.trigger == Trigger::Verb && verb.tense == Tense::Past && verb.aspect == Aspect::None;
        let Some(subject) = (if verb.passive { verb.patient() } else { verb.agent() }) else { continue };
        if !past || verb.status != Status::Happened || !matches!(verb.class, Class::Occurrence | Class::IAction) {
            continue;
        }
        let Some(&e) = view.events_near(verb.token(), 24).iter().find(|&&e| {
            view.events.get(e).is_some_and(|noun| noun.trigger == Trigger::Noun && noun.span().end == subject.end)
        }) else {
            continue;
        };
        let Some(noun) = view.events.get(e) else { continue };
        // "Fighting killed hundreds in the last two days": so much of it as that, where no article speaks of the whole.
        let long = |t: &Timex| t.grain > Some(Unit::Day) || matches!(t.expr.bare(), Expr::Stretch(..));
        let stretch = found.time_of(v).filter(|&t| view.timexes.get(t).is_some_and(long));
        let part = noun.takes_days() && is_bare(view, noun.token());
        if let Some(t) = stretch.filter(|&t| part && view.relation(t, Some(verb)) != Relation::BegunBy)
            && found.time_of(e).is_none()
        {
            // More than that what lasts goes on.
            let sieve = Sieve { name: sieve.name, trust: 60, run: sieve.run };
            tell(view, found, &sieve, e, t);
            continue;
        }
        let moment = !noun.takes_days() && !matches!(noun.class, Class::State | Class::IState);
        if moment && noun.status == Status::Happened && !(found.time_of(e).is_some() && found.time_of(v).is_some()) {
            found.add(
                sieve,
                Entity::Event(e),
                Relation::ToldAt,
                Entity::Event(v),
                view.words(noun.span(), verb.span()),
            );
        }
    }
}

/// "..., killing three", "when the stairs went", "as saying", "said she regretted", "rang to say": a participle, a clause with
/// "when", a state of mind that is reported, a refusal and what is refused, what somebody comes to say are of the day of their
/// governor. So is a clause with "after" beside a verb whose words name its day.
///
/// EventTime: of 40 such events whose governor's day is annotated, 34 are of the same day; TimeBank: 165 found.
pub(super) fn governed(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let counted: FastSet<Entity> = found
        .statements
        .iter()
        .filter(|s| matches!(s.relation(), Relation::Lasts | Relation::Offset(_)))
        .map(|s| s.left())
        .collect();
    for (e, event) in view.events.iter().enumerate() {
        let Some(g) = arguing(view, event).or(event.governor()).filter(|&g| g != e) else {
            continue;
        };
        let Some(governor) = view.events.get(g) else { continue };
        // "said she now believed it": the now of her saying.
        let now = |t: usize| {
            view.timexes.get(t).is_some_and(|t| matches!(t.expr.bare(), Expr::Reference(Reference::Present)))
        };
        if found.time_of(e).is_some_and(|t| !(now(t) && event.role == Role::Content)) || event.trigger == Trigger::Noun
        {
            continue;
        }
        if let Some(t) = hour_before(view, event) {
            tell(view, found, sieve, e, t);
            continue;
        }
        let day = |t: usize| view.timexes.get(t).is_some_and(|t| t.grain.is_some_and(|g| g <= Unit::Day));
        if event.role == Role::After && !found.time_of(g).is_some_and(day) {
            continue;
        }
        // "led early and held out": what one subject does in one breath, unless its time is counted ("within a month").
        let same = || is_same_doer(event, governor) && !counted.contains(&Entity::Event(e));
        if !is_told_with(view, event, governor) && !is_by_then(view, event) && !same() {
            continue;
        }
        let span = view.words(event.span(), governor.span());
        found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Event(g), span);
    }
}

/// Whether a noun's phrase has neither article nor owner.
fn is_bare(view: &View<'_>, noun: usize) -> bool {
    let start = view.before_phrase(noun).map_or(view.sentence(noun).start, |b| b + 1);
    !(start..noun).any(|i| matches!(view.ptb(i), Ptb::Dt | Ptb::PrpS | Ptb::Pos))
}

/// Whether a verb is joined to another one, both in the simple past, and has its doer.
fn is_same_doer(event: &Event, first: &Event) -> bool {
    let told = |e: &Event| {
        let happened = matches!(e.status, Status::Happened | Status::Denied);
        let acts = matches!(e.class, Class::Occurrence | Class::IAction);
        happened && acts && e.tense == Tense::Past && e.aspect == Aspect::None && e.modality.is_none()
    };
    let same = event.passive == first.passive && (event.agent().is_none() || event.agent() == first.agent());
    event.role == Role::Coordinate && told(event) && told(first) && same && !event.takes_days()
}

/// "by which time 40 ships were waiting", "at which point she left": at the time of what the clause hangs on.
fn is_by_then(view: &View<'_>, event: &Event) -> bool {
    let from = view.sentence(event.token()).start.max(event.token().saturating_sub(10));
    let which = (from..event.token()).rev().find(|&i| view.ptb(i) == Ptb::Punct || view.is(i, &["which"]));
    event.role == Role::Relative
        && which.is_some_and(|i| i > 0 && view.is(i - 1, &["by", "at"]) && view.is(i + 1, &["time", "point", "stage"]))
}

/// "called it off early on Friday after a long session brought a deal": where the hour is told, what comes before it by the
/// words of a clause with "after" is of the same day.
fn hour_before(view: &View<'_>, event: &Event) -> Option<usize> {
    let told = event.tense == Tense::Past && event.aspect == Aspect::None && event.status == Status::Happened;
    if !told || event.class == Class::IState || !matches!(event.role, Role::After | Role::Other) {
        return None;
    }
    let from = view.sentence(event.token()).start.max(event.token().saturating_sub(16));
    let after = (from..event.token()).rev().find(|&i| view.ptb(i) == Ptb::Punct || view.is(i, &["after"]));
    let before = after.filter(|&i| view.is(i, &["after"])).and_then(|i| i.checked_sub(1))?;
    let t = view.timex_at(if view.is(before, &[","]) { before.checked_sub(1)? } else { before })?;
    let timex = view.timexes.get(t)?;
    // "early on Friday" is a part of the day.
    let (begin, end) = timex.interval.and_then(|i| Some((i.begin?, i.end?)))?;
    ((end - begin).num_hours() < 24).then_some(t)
}

/// "said that it began before noon, contradicting the firm": the saying, not the verb beside it, is what contradicts.
fn arguing(view: &View<'_>, event: &Event) -> Option<usize> {
    let argues = event.class == Class::Reporting || ARGUING.contains(&event.lemma.as_str());
    if event.role != Role::Participle || event.tense != Tense::PresPart || !argues || event.token() == 0 {
        return None;
    }
    let Source::Speaker { saying: Some(s), .. } = view.events.get(event.governor()?)?.source() else { return None };
    let said = view.events.get(s).filter(|s| s.sentence() == event.sentence() && s.token() < event.token())?;
    (view.is(event.token() - 1, &[","]) && !event.quoted && said.source() == Source::Narrator).then_some(s)
}

/// What is done in saying something.
const ARGUING: &[&str] =
    &["contradict", "dispute", "echo", "confirm", "reject", "rebut", "refute", "blame", "challenge", "reverse"];

/// "two months after it was blocked"
fn is_counted_after(view: &View<'_>, event: &Event) -> bool {
    let from = view.sentence(event.token()).start.max(event.token().saturating_sub(14));
    let after = (from..event.token()).rev().find(|&i| view.is(i, &["after"]));
    let length = |t: &Timex| matches!(t.expr.bare(), Expr::Length(_) | Expr::Shift { .. });
    let counts = |b: usize| {
        view.timex_at(b).and_then(|t| view.timexes.get(t)).is_some_and(length)
            || view.is(b, &["hours", "days", "weeks", "months", "years", "long"])
    };
    after.is_none_or(|a| a > 0 && counts(a - 1))
}

/// "came on Monday to say"
fn came(event: &Event) -> bool {
    event.class == Class::Occurrence && event.tense == Tense::Past && event.aspect == Aspect::None
}

fn is_told_with(view: &View<'_>, event: &Event, governor: &Event) -> bool {
    let happened = |e: &Event| matches!(e.status, Status::Happened | Status::Denied);
    let moment = |e: &Event| matches!(e.class, Class::Occurrence | Class::IAction) && !e.takes_days();
    let simple = event.aspect == Aspect::None && event.modality.is_none();
    let gerund = event.tense == Tense::PresPart && simple;
    let past = |e: &Event| matches!(e.tense, Tense::Past | Tense::PastPart);
    // "when he rose and headed the ball": what is joined in a clause with "when".
    let in_when = root(view, governor).role == Role::When;
    if !happened(governor)
        || governor.modality.is_some()
        || event.class == Class::State && event.status != Status::Cancelled
    {
        return false;
    }
    match event.role {
        // "called off a strike on Thursday after a session produced a deal"
        Role::After => {
            simple
                && event.tense == Tense::Past
                && event.status == Status::Happened
                && !event.quoted
                && governor.token() < event.token()
                && governor.tense == Tense::Past
                && !is_counted_after(view, event)
        }
        // "rang to say"
        Role::Purpose => event.tense == Tense::Infinitive && event.status == Status::Happened,
        Role::Complement if event.tense == Tense::Infinitive && event.class == Class::Reporting && came(governor) => {
            event.status == Status::Happened
        }
        Role::Participle => gerund && happened(event),
        // "by promising", "while introducing".
        Role::Other | Role::Cause | Role::Complement
            if gerund && event.token() > 0 && view.is(event.token() - 1, &["by", "while", "when"]) =>
        {
            happened(event)
        }
        // "fell while he was crossing a stream"
        Role::When if event.aspect == Aspect::Progressive && event.status == Status::Happened => {
            past(event) && past(governor) && moment(event)
        }
        // "When he had not returned, she called": by then.
        Role::When if event.status == Status::Denied && event.aspect == Aspect::Perfective => {
            past(event) && past(governor)
        }
        Role::When => simple && happened(event) && (gerund || past(event) == past(governor)),
        // "quoted him as saying".
        Role::Complement if gerund => {
            event.class == Class::Reporting && event.token() > 0 && view.is(event.token() - 1, &["as"])
        }
        // "declined to discuss", "appeared to accept".
        // "were supposed to sleep, but went out".
        Role::Complement if event.tense == Tense::Infinitive => {
            let then = event.status == Status::Cancelled && governor.lemma == "suppose";
            simple && (then || REFUSING.contains(&governor.lemma.as_str()))
        }
        Role::Content => {
            simple
                && event.tense == Tense::Past
                && governor.class == Class::Reporting
                && matches!(event.class, Class::IState | Class::Perception)
        }
        Role::Coordinate => {
            simple
                && event.tense == governor.tense
                && happened(event)
                && (gerund || in_when || event.class == Class::Reporting)
        }
        _ => false,
    }
}
