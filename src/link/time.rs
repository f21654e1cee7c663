//! Sieves that give an event the time expression that stands with it.

use super::view::{Side, View, is_future, is_past};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Interval;
use crate::event::{Aspect, Class, Event, Polarity, Role, Status, Tense, Trigger};
use crate::expr::{Expr, Modifier};
use crate::text::Ptb;
use crate::timex::{Signal, Timex};
use std::ops::Range;

/// "Saturday's attack", "the 2015 nuclear deal", "last week's talks", "a three-day visit", "the massacre of 1994": the
/// expression belongs to the noun.
///
/// TimeBank: 77 found; 47 of 65 on marked events are annotated so, half of the others as begun or ended by it.
pub(super) fn attributive(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, timex) in view.timexes.iter().enumerate() {
        if found.used.get(t).copied().unwrap_or(true) || timex.expr.needs_event() {
            continue;
        }
        if let Some(event) = noun_after(view, t, timex).or_else(|| noun_before_of(view, t, timex)) {
            let span = view.words(timex.span, view.events.get(event).map_or(timex.span, |e| e.span));
            // "until last week's talks": the word before speaks of the verb.
            let plain = Timex { signal: None, ..timex.clone() };
            let relation = relation_to(&plain, view.events.get(event));
            found.date(sieve, event, relation, t, span);
        }
    }
}

/// The mark of the owner behind a word.
const OWNING: &[&str] = &["'s", "’s", "'", "’"];

/// The noun event that an expression stands before as an attribute.
fn noun_after(view: &View<'_>, t: usize, timex: &Timex) -> Option<usize> {
    let spot = view.spots.get(t)?;
    let sentence = view.sentence(spot.start);
    let owner = view.is(spot.end, OWNING) || view.document.word(spot.end.wrapping_sub(1)).ends_with("'s");
    let before = spot.start.checked_sub(1).filter(|b| sentence.contains(b));
    let inside = before.is_some_and(|b| {
        matches!(view.ptb(b), Ptb::Dt | Ptb::PrpS | Ptb::Pos | Ptb::Jj | Ptb::Jjs | Ptb::Cd) || view.is(b, &["of"])
    });
    if !owner && !inside && timex.signal.is_some() {
        return None;
    }
    let mut head = None;
    for i in (spot.end..sentence.end).take(8) {
        match view.ptb(i) {
            Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps => {
                head = view.event_at(i);
                if view.document.tokens.get(i + 1).is_none_or(|n| !n.tag.is_noun()) {
                    break;
                }
            }
            Ptb::Pos | Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Cd | Ptb::Vbn | Ptb::Vbg => {}
            _ if view.is(i, OWNING) || view.is(i, &["-"]) => {}
            Ptb::Cc if head.is_none() && i > spot.end => {}
            _ => break,
        }
    }
    let event = head?;
    let noun = view.events.get(event)?;
    // "Friday talks will begin": without a mark of belonging only what stands right before the noun.
    let near = noun.token - spot.end <= 1;
    (noun.trigger == Trigger::Noun && (owner || inside || near)).then_some(event)
}

/// "the massacre of 1994", "the election due in May".
fn noun_before_of(view: &View<'_>, t: usize, timex: &Timex) -> Option<usize> {
    let spot = view.spots.get(t)?;
    let due = |i: usize| view.is(i, &["due"]);
    let planned = spot.start.checked_sub(1).is_some_and(|b| due(b) || view.is(b, &["in", "on"]) && b > 0 && due(b - 1));
    if timex.signal != Some(Signal::Of) && !planned {
        return None;
    }
    let event = (spot.start.saturating_sub(4)..spot.start).rev().find_map(|i| view.event_at(i))?;
    (view.events.get(event)?.trigger == Trigger::Noun).then_some(event)
}

/// "X said Friday", "On Saturday X refrained", "the talks that began in May": the expression belongs to the verb, adjective
/// or noun that the fewest barriers (other verbs, conjunctions, commas, a tense that does not fit) stand before.
///
/// TimeBank: 782 found; 487 of 687 on marked events are annotated so, 58 of the others are on expressions that no event was
/// given. All three sieves of this file together: 61 of 100 found are annotated, 58 of 100 annotated are found.
pub(super) fn of_clause(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut wanted: Vec<(usize, Vec<(u32, usize)>)> = Vec::new();
    for (t, timex) in view.timexes.iter().enumerate() {
        if found.used.get(t).copied().unwrap_or(true) || timex.expr.needs_event() {
            continue;
        }
        let Some(spot) = view.spots.get(t) else { continue };
        if matches!(timex.expr.bare(), Expr::Every(_)) {
            continue;
        }
        if names_a_thing(view, t, timex) {
            if let Some((event, said)) = told_of_period(view, spot).and_then(|e| Some((e, view.events.get(e)?))) {
                found.date(sieve, event, Relation::During, t, view.words(timex.span, said.span));
            }
            continue;
        }
        let events = view.events_near(spot.start, 64).iter();
        let mut choices: Vec<_> =
            events.filter_map(|&e| Some((cost(view, t, timex, e)?, e))).filter(|&(cost, _)| cost <= LIMIT).collect();
        choices.sort_unstable();
        if !choices.is_empty() {
            wanted.push((t, choices));
        }
    }
    // The surest first: an event that has its day leaves another day of the sentence to the next event.
    wanted.sort_by_key(|(t, choices)| (choices.first().copied(), *t));
    for (t, choices) in wanted {
        let free = choices.into_iter().map(|(_, e)| e).find(|&e| !clashes(view, found, e, t));
        if let Some(event) = free
            && let (Some(timex), Some(said)) = (view.timexes.get(t), view.events.get(event))
        {
            found.date(sieve, event, view.relation(t, Some(said)), t, view.words(timex.span, said.span));
        }
    }
}

/// Whether an event already lies in an expression that shares no time with another.
fn clashes(view: &View<'_>, found: &Found, event: usize, t: usize) -> bool {
    let Some(other) = found.time_of(event) else { return false };
    let during = |t: usize| view.relation(t, view.events.get(event)) == Relation::During;
    let interval = |t: usize| view.timexes.get(t).and_then(|t| t.interval);
    match (interval(other), interval(t)) {
        (Some(a), Some(b)) if during(other) && during(t) => {
            let apart = |a: Interval, b: Interval| matches!((a.end, b.begin), (Some(end), Some(begin)) if end <= begin);
            apart(a, b) || apart(b, a)
        }
        _ => false,
    }
}

/// Beyond this an expression is left without an event.
const LIMIT: u32 = 80;

/// How unlikely it is that an expression belongs to an event; none when it can't.
fn cost(view: &View<'_>, t: usize, timex: &Timex, e: usize) -> Option<u32> {
    let event = view.events.get(e)?;
    let spot = view.spots.get(t)?;
    let forward = event.token < spot.start;
    let between = if forward { event.token + 1..spot.start } else { spot.end..event.token };
    let record = view.is(event.token, &["record"]) && event.token > 0 && view.is(event.token - 1, &["of"]);
    let according = view.is(event.token, &["according"]);
    if between.len() > 60 || record || according || attribute(view, event) || only_names_a_period(view, event.token) {
        return None;
    }
    // "now holds", "recently said": an adverb right before its verb.
    if !forward && timex.signal.is_none() && between.clone().all(|i| matches!(view.ptb(i), Ptb::Rb)) {
        return (between.len() <= 1 && event.trigger == Trigger::Verb).then_some(0);
    }
    let mut cost = 3 * between.len() as u32;
    if forward {
        // "said profit in the third quarter rose": the time of what is said.
        if in_subject(view, spot, e, event) {
            cost += 100;
        }
        // "said Friday's sale was a success": what is said of the sale.
        if event.class == Class::Reporting && view.is(spot.end, OWNING) {
            cost += 100;
        }
        let fronted = fronted(view, spot.start);
        if fronted {
            cost += 120;
        }
    } else {
        // After the expression: a fronted time, or "X on Friday said".
        cost += 10;
        if first_in_sentence(view, spot.start) {
            match event.role {
                Role::Main => cost = cost.saturating_sub(2 * between.len() as u32),
                Role::Relative | Role::Participle if event.governor.is_some() => cost += 80,
                _ => {}
            }
        } else if matches!(event.role, Role::Relative | Role::Participle) && event.trigger == Trigger::Verb {
            // "found the body on Friday wrapped in plastic", "left in May, leaving debts": the time of the verb before.
            cost += 60;
        } else if event.class == Class::Reporting && view.is(spot.end, &[","]) {
            // "He died on Friday, police said."
            cost += 60;
        }
    }
    // "In May the officers who searched the house found": what hangs on the subject is no barrier.
    let over = !forward && event.role == Role::Main && first_in_sentence(view, spot.start);
    let mut verbs = 0;
    let mut bracket = 0;
    let verb_between =
        |i: usize| view.event_at(i).and_then(|o| view.events.get(o)).is_some_and(|o| o.trigger == Trigger::Verb);
    let parted = || between.clone().any(verb_between) || between.clone().filter(|&i| view.is(i, &[","])).count() != 2;
    for i in between.clone() {
        // Nothing below makes up for what stands far apart.
        if cost > LIMIT && between.len() > 2 {
            return None;
        }
        // What stands in brackets is no barrier.
        bracket += u32::from(view.is(i, &["("]));
        if bracket > 0 && view.is(i, &[")"]) {
            bracket -= 1;
            continue;
        }
        if view.timex_at(i).is_some() || bracket > 0 || only_names_a_period(view, i) {
            continue;
        }
        let other = view.event_at(i).and_then(|o| view.events.get(o));
        cost += match view.ptb(i) {
            Ptb::Punct if view.is(i, &[","]) => {
                // The commas of an apposition ("married N. L., a physician, the following spring") part less than the
                // comma of a new clause.
                match forward {
                    true if parted() => 30,
                    _ => 12,
                }
            }
            // "4–0": a dash between figures is part of one.
            Ptb::Punct if view.document.glued(i) && i > 0 && view.document.glued(i - 1) => 0,
            // "beat them on Tuesday and need a point": what is joined behind has a time of its own.
            Ptb::Cc if !forward => 40,
            Ptb::Punct if view.is(i, &[";", ":", "--", "—", "–", "(", ")"]) => 80,
            Ptb::Punct if view.is(i, &["\"", "“", "”", "``", "''"]) => 90,
            Ptb::Wdt | Ptb::Wp | Ptb::WpS if over => 10,
            Ptb::Wdt | Ptb::Wp | Ptb::WpS | Ptb::Wrb => 60,
            Ptb::In if forward && view.is(i, &["that"]) => 100,
            Ptb::In if view.is(i, &["that", "because", "although", "while", "if", "whether", "after", "before"]) => 50,
            // What is only compared: "up from $3 million a year earlier", "compared with a loss last year".
            // "more than 600 people" compares nothing.
            Ptb::In if forward && view.is(i, &["than"]) && view.ptb(i + 1) == Ptb::Cd => 0,
            Ptb::In if forward && view.is(i, &["than", "versus"]) => 150,
            Ptb::In if forward && view.is(i, &["from"]) && view.timex_at(i + 1).is_none() && figure(view, i + 1) => 150,
            Ptb::Vbn | Ptb::Vbd if forward && view.is(i, &["compared"]) => 150,
            Ptb::Md | Ptb::To => 5,
            _ => match other {
                Some(o) if o.trigger == Trigger::Verb => {
                    verbs += 1;
                    match o.tense {
                        // "began to fall in May": what is begun has its begin then.
                        _ if event.class == Class::Aspectual && o.governor == Some(e) => 5,
                        _ if over && matches!(o.role, Role::Relative | Role::Participle) => 10,
                        Tense::Past | Tense::Present | Tense::Future => 60,
                        _ => 35,
                    }
                }
                Some(o) if o.trigger == Trigger::Noun => 6,
                _ => 0,
            },
        };
    }
    match event.trigger {
        Trigger::Verb => {
            // "in early trading yesterday": a gerund behind an adjective or noun is as good as a noun.
            let nominal = event.token > 0 && matches!(view.ptb(event.token - 1), Ptb::Jj | Ptb::Nn | Ptb::Nns);
            if event.tense == Tense::PresPart && nominal && forward {
                cost += 60;
            }
            let begun = event.governor.filter(|_| event.role == Role::Complement).and_then(|g| view.events.get(g));
            if begun.is_some_and(|g| g.class == Class::Aspectual && g.token < event.token && forward) {
                cost += 60;
            }
        }
        Trigger::Noun => {
            cost += if belongs_to_noun(view, event, spot.start, forward) { 15 } else { 90 };
        }
        _ => cost += 15,
    }
    cost += mismatch(view.side(timex), timex, event);
    // "voted on Friday to leave", "voted to leave on Friday": the vote was then; "was due to leave on Friday" is a plan.
    let carried_out = event.governor.and_then(|g| view.events.get(g)).is_some_and(|g| {
        g.trigger == Trigger::Verb && !g.passive && g.class != Class::IState && g.tense == Tense::Past
    });
    if event.tense == Tense::Infinitive && carried_out && matches!(view.side(timex), Side::Past | Side::Today) {
        cost += 40;
    }
    // "reported a loss for the third quarter": the period of the loss.
    if event.class == Class::Reporting && timex.signal == Some(Signal::For) && timex.granule.is_some() {
        cost += 60;
    }
    if matches!(event.class, Class::Reporting) && forward && verbs == 0 && between.len() <= 2 {
        return Some(cost / 2);
    }
    Some(cost)
}

/// Whether the verb right behind an expression belongs to what an event governs, which then has the expression in its
/// subject: "said profit in the third quarter rose", but not "voted on Friday to rise".
fn in_subject(view: &View<'_>, spot: &Range<usize>, e: usize, event: &Event) -> bool {
    let verb = (spot.end..spot.end + 12).find(|&i| {
        let period = view.timex_at(i).is_some() || view.is(i, &[","]) || only_names_a_period(view, i);
        !matches!(view.ptb(i), Ptb::Rb | Ptb::Md | Ptb::To | Ptb::Nn | Ptb::Nns) && !period
    });
    let said = verb.and_then(|i| view.event_at(i)).and_then(|o| view.events.get(o));
    let subject = (event.token + 1..spot.start).any(|i| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun()));
    let phrase = spot.start.checked_sub(1).is_some_and(|i| view.ptb(i) == Ptb::In);
    said.is_some_and(|o| {
        o.governor == Some(e)
            && o.trigger == Trigger::Verb
            && match o.role {
                Role::Content => subject || view.timex_at(event.token + 1).is_none(),
                Role::Complement => subject && phrase,
                _ => false,
            }
    })
}

/// "an estimated 200 soldiers", "its preferred shares": a participle that is no more than an
/// attribute of the noun behind it.
fn attribute(view: &View<'_>, event: &Event) -> bool {
    let noun = |i: usize| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun());
    let figure = view.ptb(event.token + 1) == Ptb::Cd;
    let before = event.token.checked_sub(1).map_or(Ptb::Other, |b| view.ptb(b));
    let inside = matches!(before, Ptb::Dt | Ptb::Cd | Ptb::Jj | Ptb::PrpS);
    let behind = noun(event.token + 1) || figure && event.tense == Tense::PastPart;
    matches!(event.tense, Tense::PastPart | Tense::PresPart) && inside && behind
}

/// "the quarter ended Sept. 30": the verb only says which period is meant.
fn only_names_a_period(view: &View<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|b| view.timex_at(b)).is_some();
    view.is(token, &["ended", "ending"]) && before
}

/// Whether an expression stands at the front of its clause: first in the sentence, or behind "that", a comma and its
/// preposition, with a comma behind it.
fn fronted(view: &View<'_>, start: usize) -> bool {
    let preposition = start.checked_sub(1).filter(|&b| matches!(view.ptb(b), Ptb::In | Ptb::To | Ptb::Vbg));
    let before = preposition.unwrap_or(start).checked_sub(1);
    before.is_some_and(|b| view.ptb(b) == Ptb::In && view.is(b, &["that"]))
}

/// Whether nothing but a preposition stands between the begin of the sentence and an expression.
fn first_in_sentence(view: &View<'_>, start: usize) -> bool {
    let first = view.sentence(start).start;
    start <= first + 1
}

/// A number or a sum of money.
fn figure(view: &View<'_>, token: usize) -> bool {
    view.ptb(token) == Ptb::Cd || view.is(token, &["$", "£", "€", "a", "about", "C$", "the"])
}

/// "Third-quarter profit rose": the verb whose subject a noun is that stands behind the name of its period.
fn told_of_period(view: &View<'_>, spot: &Range<usize>) -> Option<usize> {
    let noun = |i: usize| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun() || t.tag.ptb == Ptb::Jj);
    let verb = (spot.end..spot.end + 6).find(|&i| !noun(i))?;
    let quarter = view.document.word(spot.start).contains('-') || spot.len() > 1;
    let told = |e: &usize| view.events.get(*e).is_some_and(|e| e.trigger == Trigger::Verb && e.tense == Tense::Past);
    view.event_at(verb).filter(|e| quarter && told(e))
}

/// Whether an expression is an attribute of a noun that is no event ("its 1989 operating results", "third-quarter net",
/// "52-week high", "due March 1"): it then says nothing of any event.
fn names_a_thing(view: &View<'_>, t: usize, timex: &Timex) -> bool {
    let Some(spot) = view.spots.get(t) else { return false };
    let before = spot.start.checked_sub(1);
    if before.is_some_and(|b| view.is(b, &["due"]) || view.is(b, &["on", "in"]) && b > 0 && view.is(b - 1, &["due"])) {
        return true;
    }
    // "the quarter ended July 31"
    if before.is_some_and(|b| only_names_a_period(view, b)) {
        return true;
    }
    if view.is(spot.end, &["old"]) {
        return true;
    }
    let noun =
        matches!(view.ptb(spot.end), Ptb::Nn | Ptb::Nns | Ptb::Jj | Ptb::Nnps) && view.timex_at(spot.end).is_none();
    let inside = before.is_some_and(|b| {
        matches!(view.ptb(b), Ptb::Dt | Ptb::PrpS | Ptb::Pos | Ptb::Jj | Ptb::Cd) && view.timex_at(b).is_none()
    });
    let first = view.document.word(spot.start);
    let article =
        first.eq_ignore_ascii_case("the") || first.eq_ignore_ascii_case("this") || first.eq_ignore_ascii_case("last");
    // "in a Wednesday statement": the day of what the clause tells, too.
    let weekday = timex.grain.is_some_and(|g| g <= crate::calendar::Unit::Day);
    let within = before.and_then(|b| b.checked_sub(1)).is_some_and(|b| view.is(b, &["in", "at", "during", "after"]));
    if weekday && within {
        return false;
    }
    let hyphen = view.document.word(spot.end.wrapping_sub(1)).contains('-')
        || (spot.clone()).any(|i| view.document.word(i) == "-");
    let adjective = spot.len() == 1 && view.ptb(spot.start) == Ptb::Jj;
    noun && (inside && !article || hyphen || adjective)
}

/// Whether a time after a noun belongs to the noun and not to a verb: "the attack on Saturday killed", "during comments to
/// reporters on Friday".
fn belongs_to_noun(view: &View<'_>, event: &Event, until: usize, forward: bool) -> bool {
    if !forward {
        return false;
    }
    let sentence = view.sentence(event.token);
    // Nothing but the noun's own phrases in between.
    let plain = (event.token + 1..until).all(|i| {
        view.is(i, &["$", "£", "€", "#"])
            || !matches!(
                view.ptb(i),
                Ptb::Punct | Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md | Ptb::Wdt | Ptb::Wp | Ptb::Wrb
            )
    });
    if !plain {
        return false;
    }
    // The word that governs its phrase: a preposition of time, or nothing (the phrase is the subject).
    for i in (sentence.start..event.token).rev() {
        match view.ptb(i) {
            Ptb::Dt | Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Cd | Ptb::PrpS | Ptb::Pos => {}
            Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps => {}
            Ptb::In if view.is(i, &["of"]) => {}
            Ptb::In => {
                let alone = (event.token + 1..until).all(|i| view.event_at(i).is_none());
                return alone || view.is(i, PREPOSITIONS);
            }
            Ptb::Vbg if view.is(i, &["following"]) => return true,
            Ptb::Punct => return true,
            Ptb::Cc => return false,
            _ => return false,
        }
    }
    true
}

const PREPOSITIONS: &[&str] = &["during", "after", "before", "since", "following", "until"];

/// What speaks against an event's being at a time: a past told of a day to come, a plan told of a day gone by.
fn mismatch(side: Side, timex: &Timex, event: &Event) -> u32 {
    let deadline = matches!(timex.signal, Some(Signal::By | Signal::Until));
    match side {
        Side::Future if is_past(event) => {
            if deadline {
                40
            } else {
                120
            }
        }
        Side::Future if event.tense == Tense::Past => 120,
        Side::Past if is_future(event) => 80,
        Side::Past if event.tense == Tense::Infinitive => 20,
        Side::Past if event.tense == Tense::Present && event.aspect == Aspect::None => 20,
        _ => 0,
    }
}

/// How an event lies to an expression, by the word before it and by its kind.
pub(super) fn relation_to(timex: &Timex, event: Option<&Event>) -> Relation {
    let lasting = event.is_some_and(|e| {
        matches!(e.class, Class::State | Class::IState)
            || e.aspect != Aspect::None
            || matches!(e.status, Status::Ongoing | Status::Habitual)
            || e.tense == Tense::Present
    });
    let bare = timex.expr.bare();
    match timex.signal {
        Some(Signal::Since) if lasting => Relation::BegunBy,
        Some(Signal::Since) => Relation::BegunBy,
        // "not charged until January": it came then.
        Some(Signal::Until) if event.is_some_and(|e| e.polarity == Polarity::Neg) => Relation::During,
        Some(Signal::Until) => Relation::EndedBy,
        // "will not reopen before Monday"
        Some(Signal::Before)
            if event.is_some_and(|e| {
                e.polarity == Polarity::Neg && e.status == Status::Planned && e.modality.is_some()
            }) =>
        {
            Relation::NotBefore
        }
        Some(Signal::By | Signal::Before) => Relation::Before,
        Some(Signal::After) => Relation::After,
        Some(Signal::For) if matches!(bare, Expr::Length(_) | Expr::Stretch(..)) => Relation::Lasts,
        _ => match (timex.expr.modifier(), bare) {
            (Some(Modifier::Before), _) => Relation::Before,
            (Some(Modifier::After), _) => Relation::After,
            (_, Expr::Length(_)) => Relation::Lasts,
            _ => Relation::During,
        },
    }
}

/// "refrained ... but alluded", "Speaking on Saturday, he refrained", "held talks on Friday": what is told in one breath
/// with a dated event is at its time.
///
/// TimeBank: of those that the words give to both 30 of 52 on marked events are annotated so; of the others, which are only
/// told at that time, 30 of 121.
pub(super) fn shared(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    within_noun(view, found, sieve);
    // Twice, so that a time goes on from a participle over its governor to what is joined to it.
    for _ in 0..2 {
        for (e, event) in view.events.iter().enumerate() {
            let Some(g) = event.governor.filter(|&g| g != e) else { continue };
            let Some(governor) = view.events.get(g) else { continue };
            if governor.sentence != event.sentence || !together(event, governor) {
                continue;
            }
            let (from, to) = match (found.time_of(e), found.time_of(g)) {
                (Some(_), None) if event.role != Role::Object => (e, g),
                (None, Some(_)) => (g, e),
                _ => continue,
            };
            let Some((t, timex)) = found.time_of(from).and_then(|t| Some((t, view.timexes.get(t)?))) else { continue };
            let relation = view.relation(t, view.events.get(from));
            let other = view.events.get(to);
            if relation == Relation::During
                && found.time_of(to).is_none()
                && other.is_some_and(|o| mismatch(view.side(timex), timex, o) == 0)
            {
                let span = view.words(timex.span, other.map_or(timex.span, |o| o.span));
                let own = to == e
                    && match event.role {
                        Role::Object => beside(view, event, t),
                        Role::Coordinate => view.spots.get(t).is_some_and(|s| first_in_sentence(view, s.start)),
                        role => role == Role::Complement,
                    };
                let relation = if own { Relation::During } else { Relation::ToldAt };
                found.add(sieve, Entity::Event(to), relation, Entity::Timex(t), span);
                if let Some(slot) = found.time.get_mut(to) {
                    *slot = Some(t);
                }
            }
        }
    }
}

/// "held talks on Friday": whether an expression stands right behind a noun that a verb governs, so that it is the noun's
/// as much as the verb's.
fn beside(view: &View<'_>, noun: &Event, t: usize) -> bool {
    let Some(spot) = view.spots.get(t) else { return false };
    noun.token < spot.start
        && spot.start - noun.token < 8
        && (noun.token + 1..spot.start).all(|i| view.event_at(i).is_none() && view.ptb(i) != Ptb::Punct)
}

/// "said at a briefing on Friday", "In trading on Friday shares fell": the verb lies in the dated event that its phrase
/// names.
fn within_noun(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let Some(t) = found.time_of(e).filter(|_| event.trigger == Trigger::Noun) else { continue };
        let Some(front) = view.before_phrase(event.token).filter(|&i| view.is(i, HOLDING)) else { continue };
        let Some((timex, spot)) = view.timexes.get(t).zip(view.spots.get(t)) else { continue };
        let verb = if front == view.sentence(front).start {
            let ahead = view.events_near(spot.end, 24).iter().copied();
            ahead.filter_map(|v| Some((v, view.events.get(v)?))).find_map(|(v, verb)| {
                (verb.token >= spot.end && verb.role == Role::Main && verb.trigger == Trigger::Verb).then_some(v)
            })
        } else {
            view.verb_over(front)
        };
        let Some((verb, said)) = verb.and_then(|v| Some((v, view.events.get(v)?))) else { continue };
        if found.time_of(verb).is_none()
            && mismatch(view.side(timex), timex, said) == 0
            && view.relation(t, Some(event)) == Relation::During
        {
            found.date(sieve, verb, Relation::During, t, view.words(timex.span, said.span));
        }
    }
}

/// Prepositions of a noun that holds what the verb tells.
const HOLDING: &[&str] = &["in", "at", "during"];

/// Whether an event and its governor are told as one time.
fn together(event: &Event, governor: &Event) -> bool {
    let real = |e: &Event| matches!(e.status, Status::Happened | Status::Ongoing | Status::Planned);
    let alike = event.trigger == Trigger::Noun
        || is_past(event) == is_past(governor) && is_future(event) == is_future(governor);
    match event.role {
        // "began trading in August"; "stopped trading" says only when it was over.
        Role::Complement => {
            let ends = matches!(governor.lemma.as_str(), "stop" | "end" | "cease" | "quit" | "finish" | "halt");
            governor.class == Class::Aspectual && governor.token < event.token && !ends
        }
        Role::Coordinate => alike && real(event) && real(governor) && event.aspect == governor.aspect,
        Role::Participle => event.tense == Tense::PresPart && event.aspect == Aspect::None,
        Role::Object => true,
        Role::When => alike && (real(event) || event.status == Status::Denied),
        _ => false,
    }
}
