//! How unlikely it is that an expression belongs to an event: the barriers between them and what speaks against the pair.

use super::clause::is_light;
use super::figure::is_account;
use super::time::{OWNING, no_earlier};
use super::view::{Side, View, is_future, is_past};
use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::{Expr, Reference};
use crate::text::Ptb;
use crate::timex::{Signal, Timex};
use std::ops::Range;

/// Beyond this an expression is left without an event.
pub(super) const LIMIT: u32 = 80;

/// How unlikely it is that an expression belongs to an event; none when it can't.
pub(super) fn cost(view: &View<'_>, t: usize, timex: &Timex, e: usize) -> Option<u32> {
    let event = view.events.get(e)?;
    let spot = view.spots.get(t)?;
    let forward = event.token() < spot.start;
    let between = if forward { event.token() + 1..spot.start } else { spot.end..event.token() };
    // Each word between them costs three; only a time at the front of a sentence and a planned noun reach farther.
    let near = 3 * between.len() as u32 <= LIMIT;
    if !near && event.trigger != Trigger::Noun && (forward || !first_in_sentence(view, spot.start)) {
        return None;
    }
    let record = view.is(event.token(), &["record"]) && event.token() > 0 && view.is(event.token() - 1, &["of"]);
    let according = view.is(event.token(), &["according"]) || as_planned(view, event);
    if between.len() > 60 || record || according || attribute(view, event) || only_names_a_period(view, event.token()) {
        return None;
    }
    if event.trigger == Trigger::Noun && forward && is_set_for(view, e, event, spot.start) {
        return Some(0);
    }
    // "who won the last vote, in October 2023, said": the vote was then.
    let apart = event.token() + 3 == spot.start && view.is(event.token() + 1, &[","]) && view.is(spot.end, &[","]);
    if apart && event.trigger == Trigger::Noun && view.ptb(event.token() + 2) == Ptb::In {
        return Some(6);
    }
    // "For 2025 it sees growth": what is foreseen is then.
    let foreseen = event.trigger == Trigger::Noun && !forward && event.role == Role::Object;
    if foreseen && timex.signal == Some(Signal::For) && timex.granule.is_some() && first_in_sentence(view, spot.start) {
        let verb = event.governor().and_then(|g| view.events.get(g));
        let foresees = |v: &Event| v.tense == Tense::Present && FORESEEING.contains(&v.lemma.as_str());
        return verb.is_some_and(foresees).then_some(20);
    }
    // "now holds", "recently said": an adverb right before its verb.
    if !forward && timex.signal.is_none() && between.clone().all(|i| matches!(view.ptb(i), Ptb::Rb)) {
        return (between.len() <= 1 && event.trigger == Trigger::Verb).then_some(0);
    }
    // "The party recently took a town": an adverb before a verb is the verb's.
    let adverb = timex.signal.is_none() && spot.len() == 1 && view.ptb(spot.start) == Ptb::Rb;
    if forward && adverb && event.trigger == Trigger::Noun && is_verb(view, spot.end) {
        return None;
    }
    // "said it had been true at the time": not of the saying.
    let vague = matches!(timex.expr.bare(), Expr::Reference(Reference::Past)) && timex.signal == Some(Signal::In);
    if vague && event.class == Class::Reporting && forward && between.len() > 2 {
        return None;
    }
    // "promised for 2023": nothing was promised in that year.
    // "For 2025 it sees growth": it sees it now.
    let point = timex.signal == Some(Signal::For)
        && timex.granule.is_some()
        && matches!(event.status, Status::Happened | Status::Ongoing);
    if point
        && event.trigger == Trigger::Verb
        && matches!(event.class, Class::IAction | Class::IState | Class::Perception)
    {
        return None;
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
            if event.class == Class::Reporting && between.len() > 2 && says_between(view, e, &between) {
                cost += 60;
            }
            // "By May, she said, it will be over": what she said will.
            if event.class == Class::Reporting && is_put_in(view, event, spot.end) {
                cost += 100;
            }
            match event.role {
                Role::Main => cost = cost.saturating_sub(2 * between.len() as u32),
                // "In May a group led by two managers bought it": of the main verb.
                Role::Relative | Role::Participle if event.governor().is_some() || is_before_main(view, event) => {
                    cost += 80
                }
                _ => {}
            }
        } else if matches!(event.role, Role::Relative | Role::Participle) && event.trigger == Trigger::Verb {
            // "found the body on Friday wrapped in plastic", "left in May, leaving debts": the time of the verb before.
            cost += 60;
        } else if view.is(spot.end, &[","]) && event.role == Role::Coordinate && between.len() <= 2 {
            // "would have reached it in May, flown beside it and landed"
            cost += 60;
        } else if view.is(spot.end, &[","]) && !opens_clause(view, spot.start) {
            // "He died on Friday, police said."
            cost += 60;
        }
    }
    // "In May the officers who searched the house found": what hangs on the subject is no barrier.
    let over = !forward && event.role == Role::Main && first_in_sentence(view, spot.start);
    let aside = if forward { aside_before(view, spot.start) } else { None };
    let share = if forward && timex.signal == Some(Signal::For) { per_share(view, &between) } else { None };
    cost = cost.saturating_sub(3 * share.as_ref().map_or(0, |s| s.len()) as u32);
    let aside = aside.or(share).unwrap_or_default();
    // "was put back at a “modest level” in May": a quotation within the clause.
    let paired = forward && !event.quoted && between.clone().filter(|&i| view.quotes(i)).count() == 2;
    let mut verbs = 0;
    let mut bracket = 0;
    let verb_between = |i: usize| {
        view.event_at(i)
            .and_then(|o| view.events.get(o))
            .is_some_and(|o| o.trigger == Trigger::Verb && !attribute(view, o))
    };
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
        if view.timex_at(i).is_some() || bracket > 0 || aside.contains(&i) || only_names_a_period(view, i) {
            continue;
        }
        // The preposition of the expression itself ("before dawn"), and that of a length ("a week before the fire, ...").
        let own = forward && i + 1 == spot.start && !view.is(i, &["than", "versus"]);
        let length = i > 0 && view.timex_at(i - 1).is_some_and(|t| hangs(view, t));
        let closed = || (i + 1..between.end).take(12).any(|k| view.is(k, &[","]));
        if view.ptb(i) == Ptb::In && (own || length && closed()) {
            continue;
        }
        let other = view.event_at(i).and_then(|o| view.events.get(o));
        cost += match view.ptb(i) {
            Ptb::Punct if view.is(i, &[","]) => {
                // The commas of an apposition ("married N. L., a physician, the following spring") part less than the
                // comma of a new clause.
                match forward {
                    true if parted() => 30,
                    _ if over => 5,
                    _ => 12,
                }
            }
            // "4–0": a dash between figures is part of one.
            Ptb::Punct if view.document.glued(i) && i > 0 && view.document.glued(i - 1) => 0,
            // "On Friday a group led by Low and Moss met": names that are joined.
            Ptb::Cc if over && joins_names(view, i) => 5,
            // "beat them on Tuesday and need a point": what is joined behind has a time of its own.
            Ptb::Cc if !(forward || verbs == 0 && is_copula_before(view, i, spot)) => 40,
            // "asked to leave, and on Friday it landed": the front of the next clause.
            Ptb::Cc if i + 3 > spot.start && i > 0 && view.is(i - 1, &[","]) => 60,
            Ptb::Punct if view.is(i, &[";", ":", "--", "—", "–", "(", ")"]) => 80,
            // "were “squeezed” in May"
            Ptb::Punct
                if forward
                    && i == event.token() + 1
                    && view.quotes(i)
                    && view.quotes(event.token().wrapping_sub(1)) =>
            {
                0
            }
            // "had “treated the purse as a till” between 2014 and 2017": the narrator's sentence goes on.
            Ptb::Punct if forward && view.quotes(i) && opens_within(view, event.token()) => 0,
            Ptb::Punct if view.quotes(i) && paired => 0,
            Ptb::Punct if view.is(i, &["\"", "“", "”", "``", "''"]) => 90,
            Ptb::Wdt | Ptb::Wp | Ptb::WpS if over => 10,
            // "nobody remembers who was brave in May": the time of the clause behind, even where its verb tells no event.
            Ptb::Wdt | Ptb::Wp | Ptb::WpS if forward && (i + 1..between.end).any(|k| is_clause(view, k)) => 100,
            // "In May, when the money was gone, she sold it"
            Ptb::Wrb if over && i > 0 && view.is(i - 1, &[","]) => 10,
            Ptb::Wdt | Ptb::Wp | Ptb::WpS | Ptb::Wrb => 60,
            Ptb::In if forward && view.is(i, &["that"]) => 100,
            Ptb::In if over => 5,
            // "no earlier than May"
            Ptb::In | Ptb::Rbr | Ptb::Jjr if no_earlier(view, spot.start).is_some() && i + 3 >= spot.start => 0,
            Ptb::In if view.is(i, &["that", "because", "although", "while", "if", "whether", "after", "before"]) => 50,
            // "kept them out pending talks on Friday": the talks are then.
            Ptb::In | Ptb::Vbg | Ptb::Jj if forward && view.is(i, &["pending"]) => 60,
            // What is only compared: "up from $3 million a year earlier", "compared with a loss last year".
            // "more than 600 people" compares nothing.
            Ptb::In if forward && view.is(i, &["than"]) && view.ptb(i + 1) == Ptb::Cd => 0,
            Ptb::In if forward && view.is(i, &["than", "versus"]) => 150,
            Ptb::In if forward && view.is(i, &["from"]) && view.timex_at(i + 1).is_none() && figure(view, i + 1) => 150,
            Ptb::Vbn | Ptb::Vbd if forward && view.is(i, &["compared"]) => 150,
            Ptb::Md | Ptb::To => 5,
            _ => match other {
                Some(o) if attribute(view, o) || as_planned(view, o) => 0,
                Some(o) if !forward && o.class == Class::Reporting && is_put_in(view, o, spot.end) => 0,
                Some(o) if o.trigger == Trigger::Verb => {
                    verbs += 1;
                    match o.tense {
                        // "began to fall in May": what is begun has its begin then.
                        _ if event.class == Class::Aspectual && o.governor() == Some(e) => 5,
                        // "voted to support it on Friday"
                        Tense::Infinitive if o.governor() == Some(e) && (is_carried_out(event) || is_able(event)) => 20,
                        _ if over && !matches!(o.role, Role::Main | Role::Coordinate) => 10,
                        Tense::Past | Tense::Present | Tense::Future => 60,
                        _ => 35,
                    }
                }
                Some(o) if o.trigger == Trigger::Noun => 6,
                // "said its business was weak in May": the time of a clause whose verb tells no event.
                None if forward && matches!(view.ptb(i), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp) && !helps(view, i) => 60,
                _ => 0,
            },
        };
    }
    match event.trigger {
        Trigger::Verb => {
            // "in early trading yesterday": a gerund behind an adjective or noun is as good as a noun.
            let nominal = event.token() > 0 && matches!(view.ptb(event.token() - 1), Ptb::Jj | Ptb::Nn | Ptb::Nns);
            if event.tense == Tense::PresPart && nominal && forward {
                cost += 60;
            }
            let begun = event.governor().filter(|_| event.role == Role::Complement).and_then(|g| view.events.get(g));
            if begun.is_some_and(|g| g.class == Class::Aspectual && g.token() < event.token() && forward) {
                cost += 60;
            }
        }
        Trigger::Noun => {
            // "would not return from repairs until May"
            // "there could be a deal by Friday", "promised a deal by Friday"
            let limit = matches!(timex.signal, Some(Signal::Until | Signal::By | Signal::Within));
            let promised = event.role == Role::Object
                && timex.signal == Some(Signal::By)
                && view.side(timex) == Side::Future
                && event.governor().and_then(|g| view.events.get(g)).is_some_and(promises);
            let of_verb = limit && !exists(view, event);
            // "reported a loss for the third quarter"
            let named = timex.granule.is_some() || only_names_a_period(view, spot.end);
            let period =
                timex.signal == Some(Signal::For) && named && (event.role == Role::Object || is_account(event));
            let belongs = promised && forward || !of_verb && belongs_to_noun(view, event, spot.start, &aside, forward);
            cost += if belongs || period && forward { 3 } else { 90 };
        }
        _ => cost += 15,
    }
    // "In the year-ago quarter the firm reported a profit": it is the profit's.
    let year = timex.grain == Some(Unit::Year) && only_names_a_period(view, spot.end);
    let period =
        (year || matches!(timex.grain, Some(Unit::Quarter | Unit::Half))) && matches!(view.side(timex), Side::Past);
    if event.class == Class::Reporting && !forward && period && timex.signal.is_some() {
        cost += 80;
    }
    // "had revenue of 76 million for the year ended March 31"
    let span = matches!(timex.expr.bare(), Expr::Length(by) if by.unit >= Unit::Month);
    let ended = span && timex.signal == Some(Signal::For) && only_names_a_period(view, spot.end);
    let noun = |i: usize| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun());
    if ended && forward && event.trigger == Trigger::Verb && between.clone().any(noun) {
        cost += 80;
    }
    // "rose 9 percent from a year ago": what is compared.
    let from = spot.start.checked_sub(1).is_some_and(|b| view.is(b, &["from"]));
    if from && forward && event.is_move() && event.tense == Tense::Past {
        cost += 150;
    }
    // "The van is expected in June": not what is expected now. An event that is planned has the time for itself.
    let planned = event.status == Status::Planned && event.passive && !has_object(view, e, event);
    // “Tomorrow we will sign,” he said on Friday: ahead of him, not of the publication.
    let of_saying = event.quoted && timex.anchor.is_some_and(|a| a.interval() != Some(view.today));
    let then = forward && view.side(timex) == Side::Past && was_planned(view, event);
    if !(planned && event.tense == Tense::Present && view.side(timex) == Side::Future || of_saying || then) {
        cost += mismatch(view.side(timex), timex, event);
    }
    // "voted on Friday to leave", "voted to leave on Friday": the vote was then; "was due to leave on Friday" is a plan.
    let governor = event.governor().and_then(|g| view.events.get(g));
    let carried_out = governor.is_some_and(is_carried_out);
    if event.tense == Tense::Infinitive && carried_out && matches!(view.side(timex), Side::Past | Side::Today) {
        cost += 40;
    }
    // "was not available to comment on Friday": it was not available then.
    if event.tense == Tense::Infinitive && governor.is_some_and(|g| is_able(g) && g.token() < event.token()) {
        cost += 100;
    }
    // "reported a loss for the third quarter", "lowered its forecast for the year": the period of the loss.
    let behind =
        spot.start > event.token() + 2 && view.document.tokens.get(spot.start - 2).is_some_and(|t| t.tag.is_noun());
    let of_noun = forward && (behind || between.clone().any(|i| !aside.contains(&i) && noun_at(view, i)));
    if (event.class == Class::Reporting || of_noun && event.trigger == Trigger::Verb)
        && timex.signal == Some(Signal::For)
        && timex.granule.is_some()
    {
        cost += 60;
    }
    // "promised a result by Friday": the result is due then.
    if promises(event) && timex.signal == Some(Signal::By) && view.side(timex) == Side::Future {
        cost += 60;
    }
    if matches!(event.class, Class::Reporting) && forward && verbs == 0 && between.len() <= 2 && cost < 100 {
        return Some(cost / 2);
    }
    Some(cost)
}

/// "arrives as scheduled in May": the arrival is then.
fn as_planned(view: &View<'_>, event: &Event) -> bool {
    const PLANNED: &[&str] = &["scheduled", "planned", "expected", "agreed", "promised", "announced"];
    view.is(event.token(), PLANNED) && (event.token().saturating_sub(2)..event.token()).any(|i| view.is(i, &["as"]))
}

/// Whether a verb says what somebody promised, wished or announced.
fn promises(event: &Event) -> bool {
    matches!(event.class, Class::IAction | Class::IState | Class::Reporting) && is_past(event)
}

/// Verbs by which somebody says what he thinks is to come.
const FORESEEING: &[&str] = &["see", "expect", "forecast", "project", "predict", "anticipate", "foresee"];

/// Whether a verb tells a deed of the past, not what was planned or wished.
fn is_carried_out(event: &Event) -> bool {
    event.trigger == Trigger::Verb && !event.passive && event.class != Class::IState && event.tense == Tense::Past
}

/// An adjective that says whether somebody can do what follows.
fn is_able(event: &Event) -> bool {
    event.trigger != Trigger::Verb && matches!(event.lemma.as_str(), "available" | "unavailable" | "unable")
}

/// Whether a verb helps another one right behind it.
fn helps(view: &View<'_>, token: usize) -> bool {
    let verb = |i: usize| view.document.tokens.get(i).is_some_and(|t| t.tag.is_verb());
    (token + 1..token + 4).find(|&i| !matches!(view.ptb(i), Ptb::Rb)).is_some_and(verb)
}

/// Whether a noun event stands at a token.
fn noun_at(view: &View<'_>, token: usize) -> bool {
    view.event_at(token).and_then(|e| view.events.get(e)).is_some_and(|e| e.trigger == Trigger::Noun)
}

/// "A hearing was set for Friday", "the vote, which is expected in May": what is planned is what has the day.
fn is_set_for(view: &View<'_>, e: usize, event: &Event, start: usize) -> bool {
    let plans = |v: &Event| {
        const PLANS: &[&str] = &["set", "schedule", "slate", "plan", "expect", "book", "time", "promise"];
        v.passive && PLANS.contains(&v.lemma.as_str())
    };
    (start.saturating_sub(3)..start).filter_map(|i| view.event_at(i)).any(|v| {
        view.events.get(v).is_some_and(|verb| {
            let object = event.role == Role::Object && event.governor() == Some(v) && event.token() < verb.token();
            // "had been set to expire on Friday": the expiry is then.
            let ends = (verb.token() + 1..start).any(|i| {
                view.event_at(i).is_some_and(|o| {
                    view.events.get(o).is_some_and(|o| o.tense == Tense::Infinitive && !is_light(&o.lemma))
                })
            });
            plans(verb) && !ends && (object || verb.role == Role::Relative && verb.governor() == Some(e))
        })
    })
}

/// Whether the verb right behind an expression belongs to what an event governs, which then has the expression in its
/// subject: "said profit in the third quarter rose", but not "voted on Friday to rise".
fn in_subject(view: &View<'_>, spot: &Range<usize>, e: usize, event: &Event) -> bool {
    let verb = (spot.end..spot.end + 12).find(|&i| {
        let period = view.timex_at(i).is_some() || view.is(i, &[","]) || only_names_a_period(view, i);
        !matches!(view.ptb(i), Ptb::Rb | Ptb::Md | Ptb::To | Ptb::Nn | Ptb::Nns) && !period
    });
    let said = verb.and_then(|i| view.event_at(i)).and_then(|o| view.events.get(o));
    let subject = (event.token() + 1..spot.start).any(|i| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun()));
    let phrase = spot.start.checked_sub(1).is_some_and(|i| view.ptb(i) == Ptb::In);
    said.is_some_and(|o| {
        o.governor() == Some(e)
            && o.trigger == Trigger::Verb
            && match o.role {
                Role::Content => subject || view.timex_at(event.token() + 1).is_none(),
                Role::Complement => {
                    let speaks = matches!(event.class, Class::Reporting | Class::IState | Class::IAction);
                    subject && phrase && speaks
                }
                _ => false,
            }
    })
}

/// "an estimated 200 soldiers", "its preferred shares": a participle that is no more than an
/// attribute of the noun behind it.
fn attribute(view: &View<'_>, event: &Event) -> bool {
    let noun = |i: usize| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun());
    let figure = view.ptb(event.token() + 1) == Ptb::Cd;
    let before = event.token().checked_sub(1).map_or(Ptb::Other, |b| view.ptb(b));
    let inside = matches!(before, Ptb::Dt | Ptb::Cd | Ptb::Jj | Ptb::PrpS);
    let behind = noun(event.token() + 1) || figure && event.tense == Tense::PastPart;
    // "Series A preferred shares", "a bank holding company": kinds of shares and firms.
    let kind = view.is(event.token(), &["preferred", "holding"])
        && view.is(event.token() + 1, &["share", "shares", "stock", "company", "companies"]);
    kind || matches!(event.tense, Tense::PastPart | Tense::PresPart) && inside && behind
}

/// Whether a verb governs an event noun.
fn has_object(view: &View<'_>, e: usize, event: &Event) -> bool {
    view.events_near(event.token(), 12)
        .iter()
        .filter_map(|&n| view.events.get(n))
        .any(|n| n.governor() == Some(e) && n.role == Role::Object && n.trigger == Trigger::Noun)
}

/// Whether the quotation that holds a word begins in the middle of somebody else's clause.
fn opens_within(view: &View<'_>, token: usize) -> bool {
    let sentence = view.sentence(token);
    let open = (sentence.start..token).rev().take(12).find(|&i| view.quotes(i));
    let before = open.and_then(|o| o.checked_sub(1)).filter(|b| sentence.contains(b));
    before.is_some_and(|b| view.ptb(b) != Ptb::Punct)
}

/// "reopen the base, closed in 2020, in May", "during his service, with the navy in Malta, from 1952": the aside between
/// commas right before an expression and its preposition, a participle or a phrase that tells of the noun before it.
fn aside_before(view: &View<'_>, start: usize) -> Option<Range<usize>> {
    let at = start.checked_sub(1)?;
    let close = if view.ptb(at) == Ptb::In { at.checked_sub(1)? } else { at };
    if !view.is(close, &[","]) {
        return None;
    }
    let first = view.sentence(start).start.max(close.saturating_sub(FRONT));
    let open = (first..close).rev().find(|&i| view.is(i, &[","]))?;
    let phrase =
        view.ptb(open + 1) == Ptb::In && !(open + 1..close).any(|i| is_clause(view, i) || view.timex_at(i).is_some());
    (phrase || view.ptb(open + 1) == Ptb::Vbn).then_some(open..close + 1)
}

/// Whether an expression is counted from an event.
fn hangs(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|t| t.expr.needs_event())
}

/// "On Friday it was near the coast and moving north": whether what "and" joins is one with a form of "be" that tells no event
/// and to which a time at the front of the sentence belongs.
fn is_copula_before(view: &View<'_>, and: usize, spot: &Range<usize>) -> bool {
    let be = |i: usize| view.is(i, &["was", "were", "is", "are"]) && view.event_at(i).is_none();
    first_in_sentence(view, spot.start) && view.ptb(and + 1) == Ptb::Vbg && (spot.end..and).any(be)
}

/// "a loss of $8 million, or 14 cents a share, for the quarter": the same figure once more, between commas.
fn per_share(view: &View<'_>, between: &Range<usize>) -> Option<Range<usize>> {
    let open = between.clone().find(|&i| view.is(i, &[","]) && view.is(i + 1, &["or"]) && figure(view, i + 2))?;
    let close = (open + 3..between.end).take(FRONT).find(|&i| view.is(i, &[","]))?;
    Some(open..close + 1)
}

/// "In May, she said, prices fell": whether a saying stands between commas right behind a time.
fn is_put_in(view: &View<'_>, event: &Event, end: usize) -> bool {
    let comma = |i: usize| view.is(i, &[","]);
    let subject = end + 1..event.token();
    subject.len() < 7
        && comma(end)
        && comma(event.token() + 1)
        && !subject.into_iter().any(|i| comma(i) || is_verb(view, i))
}

/// Whether what an event says stands between it and what stands at the front: "On Friday it was moving north, they said".
fn says_between(view: &View<'_>, e: usize, between: &Range<usize>) -> bool {
    let said = |o: &Event| matches!(o.source(), Source::Speaker { saying: Some(s), .. } if s == e);
    between.clone().filter_map(|i| view.event_at(i)).filter_map(|o| view.events.get(o)).any(said)
}

/// Whether a participle stands before the main verb of its sentence.
fn is_before_main(view: &View<'_>, event: &Event) -> bool {
    let main = |e: &Event| e.role == Role::Main && e.trigger == Trigger::Verb && e.token() > event.token();
    let near = view.events_near(event.token(), 24).iter();
    event.tense == Tense::PastPart && near.filter_map(|&m| view.events.get(m)).any(main)
}

/// "was due to leave on Friday", "had been set to expire in May": what was planned was to be then.
fn was_planned(view: &View<'_>, event: &Event) -> bool {
    let plan = event.governor().filter(|_| event.role == Role::Complement && event.tense == Tense::Infinitive);
    const PLANS: &[&str] = &["due", "set", "schedule", "slate", "expect", "plan", "suppose", "scheduled"];
    plan.and_then(|g| view.events.get(g)).is_some_and(|g| {
        let past = matches!(g.tense, Tense::Past | Tense::None);
        past && g.token() < event.token() && PLANS.contains(&g.lemma.as_str())
    })
}

/// "the quarter ended Sept. 30": the verb only says which period is meant.
pub(super) fn only_names_a_period(view: &View<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|b| view.timex_at(b)).is_some();
    view.is(token, &["ended", "ending"]) && before
}

/// Whether an expression stands at the front of its clause: first in the sentence, or behind "that", a comma and its
/// preposition, with a comma behind it.
fn fronted(view: &View<'_>, start: usize) -> bool {
    let lead = |b: usize| matches!(view.ptb(b), Ptb::In | Ptb::To | Ptb::Vbg) && !view.is(b, &["that"]);
    let preposition = start.checked_sub(1).filter(|&b| lead(b));
    let before = preposition.unwrap_or(start).checked_sub(1);
    before.is_some_and(|b| view.ptb(b) == Ptb::In && view.is(b, &["that"]))
}

/// Whether a clause begins with an expression and what stands before it: "..., and on Friday, he left".
fn opens_clause(view: &View<'_>, start: usize) -> bool {
    let first = view.sentence(start).start;
    let edge = |i: usize| matches!(view.ptb(i), Ptb::Punct | Ptb::Cc) && !dash(view, i) || view.is(i, &["that"]);
    let opener = |i: usize| matches!(view.ptb(i), Ptb::In | Ptb::Cc | Ptb::Rb) || view.timex_at(i).is_some();
    let back = (first..start).rev().take(FRONT).find(|&i| edge(i) || is_clause(view, i));
    back.map_or(start - first < FRONT && opener(first), |i| edge(i) && opener(i + 1))
}

/// How many tokens a phrase at the front of a clause may have.
const FRONT: usize = 12;

/// "Low and Moss": whether a conjunction stands between two names.
fn joins_names(view: &View<'_>, and: usize) -> bool {
    let name = |i: usize| matches!(view.ptb(i), Ptb::Nnp | Ptb::Nnps);
    and > 0 && name(and - 1) && name(and + 1)
}

/// Whether a token is tagged as a verb.
fn is_verb(view: &View<'_>, token: usize) -> bool {
    view.document.tokens.get(token).is_some_and(|t| t.tag.is_verb())
}

/// A verb; "trading" in "in early trading" is as good as a noun.
fn is_clause(view: &View<'_>, i: usize) -> bool {
    is_verb(view, i) && (view.ptb(i) != Ptb::Vbg || view.event_at(i).is_some())
}

/// A dash within a word.
fn dash(view: &View<'_>, i: usize) -> bool {
    view.is(i, &["-"]) && view.document.glued(i)
}

/// Whether nothing but a preposition, or a phrase of place, stands between the begin of the sentence and an expression: "In
/// Tarsan on Friday, ...".
pub(super) fn first_in_sentence(view: &View<'_>, start: usize) -> bool {
    let first = view.sentence(start).start;
    let inside = |i: usize| {
        let noun = view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun());
        noun || matches!(view.ptb(i), Ptb::In | Ptb::Dt | Ptb::Jj | Ptb::Rb | Ptb::Pos) || dash(view, i)
    };
    start <= first + 1
        || matches!(view.ptb(first), Ptb::In | Ptb::Cc)
            && start - first < FRONT
            && (first + 1..start).all(|i| inside(i) || view.ptb(i) == Ptb::Vbg && !is_clause(view, i))
}

/// A number or a sum of money, with or without an article.
fn figure(view: &View<'_>, token: usize) -> bool {
    let sum = |i: usize| view.ptb(i) == Ptb::Cd || view.is(i, &["$", "£", "€", "C$"]);
    sum(token) || view.is(token, &["a", "about", "the", "some"]) && sum(token + 1)
}

/// Whether a time after a noun belongs to the noun and not to a verb: "the attack on Saturday killed", "during comments to
/// reporters on Friday".
fn belongs_to_noun(view: &View<'_>, event: &Event, until: usize, aside: &Range<usize>, forward: bool) -> bool {
    if !forward {
        return false;
    }
    let sentence = view.sentence(event.token());
    // Nothing but the noun's own phrases in between.
    let plain = (event.token() + 1..until).all(|i| {
        aside.contains(&i)
            || view.is(i, &["$", "£", "€", "#"])
            || !matches!(
                view.ptb(i),
                Ptb::Punct | Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md | Ptb::Wdt | Ptb::Wp | Ptb::Wrb
            )
    });
    if !plain {
        return false;
    }
    // The word that governs its phrase: a preposition of time, or nothing (the phrase is the subject).
    for i in (sentence.start..event.token()).rev() {
        match view.ptb(i) {
            _ if view.timex_at(i).is_some() => {}
            Ptb::Dt | Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Cd | Ptb::PrpS | Ptb::Pos => {}
            Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps => {}
            Ptb::In if view.is(i, &["of"]) => {}
            // "due for replacement in May": it is due then.
            Ptb::In if view.is(i, &["for"]) && i > 0 && view.is(i - 1, &["due"]) => return false,
            // "passed by two votes on Friday": a measure.
            Ptb::In if view.is(i, &["by"]) && view.ptb(i + 1) == Ptb::Cd => return false,
            // "were charged with theft on Sunday": the charge was then.
            Ptb::In if i > 0 && view.event_at(i - 1).is_some_and(|v| judges(view, v)) => return false,
            Ptb::In => {
                let alone = (event.token() + 1..until).all(|i| view.event_at(i).is_none());
                return alone || view.is(i, PREPOSITIONS);
            }
            Ptb::Vbg if view.is(i, &["following", "pending"]) => return true,
            Ptb::Punct => return true,
            // "there will be a review in May"
            _ => return (i.saturating_sub(3)..i).any(|k| view.ptb(k) == Ptb::Ex),
        }
    }
    true
}

/// Verbs whose phrase says for what somebody is accused or punished.
fn judges(view: &View<'_>, verb: usize) -> bool {
    view.events.get(verb).is_some_and(|v| {
        v.trigger == Trigger::Verb
            && matches!(
                v.lemma.as_str(),
                "accuse" | "acquit" | "arrest" | "charge" | "convict" | "fine" | "jail" | "sentence"
            )
    })
}

const PREPOSITIONS: &[&str] = &["during", "after", "before", "since", "following", "until"];

/// "there will be a review": whether the clause of a noun says that there is one.
fn exists(view: &View<'_>, event: &Event) -> bool {
    let inside = |i: usize| {
        matches!(view.ptb(i), Ptb::Dt | Ptb::Jj | Ptb::Cd)
            || view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun())
    };
    let first = view.sentence(event.token()).start;
    let verb = (first..event.token()).rev().take(6).find(|&i| !inside(i));
    verb.is_some_and(|be| (be.saturating_sub(3).max(first)..be).any(|i| view.ptb(i) == Ptb::Ex))
}

/// What speaks against an event's being at a time: a past told of a day to come, a plan told of a day gone by.
pub(super) fn mismatch(side: Side, timex: &Timex, event: &Event) -> u32 {
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
        // Nobody expects tomorrow what he says or thinks today.
        Side::Future if event.tense == Tense::Present && matches!(event.class, Class::Reporting | Class::IState) => 100,
        Side::Past if is_future(event) => 80,
        Side::Past if event.tense == Tense::Infinitive => 20,
        Side::Past if event.tense == Tense::Present && event.aspect == Aspect::None => 20,
        _ => 0,
    }
}
