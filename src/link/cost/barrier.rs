//! What stands between an event and an expression: other verbs, conjunctions, commas, quotations.

use super::place::{is_copula_before, is_put_in};
use super::refusal::{as_planned, attribute};
use super::words::{BEFORE_FIGURES, COMPARING, MONEY, OPENING, PARTING, QUOTES};
use super::{FRONT, LIMIT, Pair, is_able, is_carried_out, is_clause, only_names_a_period};
use crate::event::{Class, Event, Role, Tense, Trigger};
use crate::link::time::no_earlier;
use crate::link::view::View;
use crate::text::Ptb;
use crate::timex::Signal;
use std::ops::Range;

/// What the words between add to a cost.
pub(super) struct Barriers {
    pub cost: u32,
    /// How many verbs are among them.
    pub verbs: u32,
}

/// The barriers between the two, but for what stands aside; none where they, with what it has cost so far, are too many.
pub(super) fn barriers(pair: &Pair<'_>, so_far: u32, aside: &Range<usize>) -> Option<Barriers> {
    let Pair { view, between, .. } = pair;
    let mut sum = Barriers { cost: 0, verbs: 0 };
    let mut brackets = 0;
    for i in between.clone() {
        // Nothing makes up for what stands far apart.
        if so_far + sum.cost > LIMIT && between.len() > 2 {
            return None;
        }
        // What stands in brackets is no barrier.
        brackets += u32::from(view.is(i, &["("]));
        if brackets > 0 && view.is(i, &[")"]) {
            brackets -= 1;
            continue;
        }
        let skipped = brackets > 0 || aside.contains(&i) || view.timex_at(i).is_some() || only_names_a_period(view, i);
        if !skipped && !is_own_preposition(pair, i) {
            sum.cost += match barrier(pair, i, sum.verbs) {
                Some(cost) => cost,
                None => told(pair, i, &mut sum.verbs),
            };
        }
    }
    Some(sum)
}

/// What a word parts by its own kind; none where it depends on the event that it tells.
fn barrier(pair: &Pair<'_>, i: usize, verbs: u32) -> Option<u32> {
    let Pair { view, .. } = pair;
    match view.ptb(i) {
        Ptb::Punct => mark(pair, i),
        Ptb::Cc => conjunction(pair, i, verbs),
        Ptb::Wdt | Ptb::Wp | Ptb::WpS if pair.over => Some(10),
        // "nobody remembers who was brave in May": the time of the clause behind, even where its verb tells no event.
        Ptb::Wdt | Ptb::Wp | Ptb::WpS if pair.forward && (i + 1..pair.between.end).any(|k| is_clause(view, k)) => {
            Some(100)
        }
        // "In May, when the money was gone, she sold it"
        Ptb::Wrb if pair.over && i > 0 && view.is(i - 1, &[","]) => Some(10),
        Ptb::Wdt | Ptb::Wp | Ptb::WpS | Ptb::Wrb => Some(60),
        Ptb::In | Ptb::Rbr | Ptb::Jjr => preposition(pair, i),
        // "kept them out pending talks on Friday": the talks are then.
        Ptb::Vbg | Ptb::Jj if pair.forward && view.is(i, &["pending"]) => Some(60),
        Ptb::Vbn | Ptb::Vbd if pair.forward && view.is(i, &["compared"]) => Some(150),
        Ptb::Md | Ptb::To => Some(5),
        _ => None,
    }
}

fn mark(pair: &Pair<'_>, i: usize) -> Option<u32> {
    let Pair { view, event, forward, between, .. } = pair;
    if view.is(i, &[","]) {
        // The commas of an apposition ("married N. L., a physician, the following spring") part less than the comma of a
        // new clause.
        return Some(match forward {
            true if !is_apposition(pair) => 30,
            _ if pair.over => 5,
            _ => 12,
        });
    }
    // "4–0": a dash between figures is part of one.
    if view.document.glued(i) && i > 0 && view.document.glued(i - 1) {
        return Some(0);
    }
    if view.is(i, PARTING) {
        return Some(80);
    }
    if !view.quotes(i) {
        return None;
    }
    // "were “squeezed” in May"
    let word = || i == event.token() + 1 && view.quotes(event.token().wrapping_sub(1));
    // "had “treated the purse as a till” between 2014 and 2017": the narrator's sentence goes on.
    // "was put back at a “modest level” in May": a quotation within the clause.
    let paired = || !event.quoted && between.clone().filter(|&i| view.quotes(i)).count() == 2;
    let within = *forward && (word() || opens_within(view, event.token()) || paired());
    Some(if within { 0 } else { 90 })
}

fn conjunction(pair: &Pair<'_>, i: usize, verbs: u32) -> Option<u32> {
    let Pair { view, spot, .. } = pair;
    match () {
        // "On Friday a group led by Low and Moss met": names that are joined.
        () if pair.over && joins_names(view, i) => Some(5),
        // "beat them on Tuesday and need a point": what is joined behind has a time of its own.
        () if !(pair.forward || verbs == 0 && is_copula_before(view, i, spot)) => Some(40),
        // "asked to leave, and on Friday it landed": the front of the next clause.
        () if i + 3 > spot.start && i > 0 && view.is(i - 1, &[","]) => Some(60),
        () => None,
    }
}

fn preposition(pair: &Pair<'_>, i: usize) -> Option<u32> {
    let Pair { view, spot, forward, .. } = pair;
    let forward = *forward;
    let real = view.ptb(i) == Ptb::In;
    match () {
        () if real && forward && view.is(i, &["that"]) => Some(100),
        () if real && pair.over => Some(5),
        // "no earlier than May"
        () if i + 3 >= spot.start && no_earlier(view, spot.start).is_some() => Some(0),
        () if !real => None,
        () if view.is(i, OPENING) => Some(50),
        () if !forward => None,
        // "kept them out pending talks on Friday": the talks are then.
        () if view.is(i, &["pending"]) => Some(60),
        // "more than 600 people" compares nothing.
        () if view.is(i, &["than"]) && view.ptb(i + 1) == Ptb::Cd => Some(0),
        // What is only compared: "up from $3 million a year earlier", "compared with a loss last year".
        () if view.is(i, COMPARING) => Some(150),
        () if view.is(i, &["from"]) && view.timex_at(i + 1).is_none() && figure(view, i + 1) => Some(150),
        () => None,
    }
}

/// What the event parts that a word tells; verbs are counted.
fn told(pair: &Pair<'_>, i: usize, verbs: &mut u32) -> u32 {
    let Pair { view, spot, e, event, forward, .. } = pair;
    let tensed = matches!(view.ptb(i), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp);
    let Some(other) = view.event_at(i).and_then(|o| view.events.get(o)) else {
        // "said its business was weak in May": the time of a clause whose verb tells no event.
        return if *forward && tensed && !helps(view, i) { 60 } else { 0 };
    };
    let put_in = || !forward && other.class == Class::Reporting && is_put_in(view, other, spot.end);
    if attribute(view, other) || as_planned(view, other) || put_in() {
        return 0;
    }
    match other.trigger {
        Trigger::Noun => return 6,
        Trigger::Verb => *verbs += 1,
        _ => return 0,
    }
    let governed = other.governor() == Some(*e);
    match other.tense {
        // "began to fall in May": what is begun has its begin then.
        _ if event.class == Class::Aspectual && governed => 5,
        // "voted to support it on Friday"
        Tense::Infinitive if governed && (is_carried_out(event) || is_able(event)) => 20,
        // "In May the officers who searched the house found": what hangs on the subject is no barrier.
        _ if pair.over && !matches!(other.role, Role::Main | Role::Coordinate) => 10,
        Tense::Past | Tense::Present | Tense::Future => 60,
        _ => 35,
    }
}

/// The preposition of the expression itself ("before dawn"), and that of a length ("a week before the fire, ...").
fn is_own_preposition(pair: &Pair<'_>, i: usize) -> bool {
    let Pair { view, spot, between, .. } = pair;
    let own = || pair.forward && i + 1 == spot.start && !view.is(i, COMPARING);
    let counted = |t: usize| view.timexes.get(t).is_some_and(|t| t.expr.needs_event());
    let length = || i > 0 && view.timex_at(i - 1).is_some_and(counted);
    let closed = || (i + 1..between.end).take(12).any(|k| view.is(k, &[","]));
    view.ptb(i) == Ptb::In && (own() || length() && closed())
}

/// Whether the commas between are two, with no verb between them.
fn is_apposition(pair: &Pair<'_>) -> bool {
    let Pair { view, between, .. } = pair;
    let tells = |o: &Event| o.trigger == Trigger::Verb && !attribute(view, o);
    let verb = |i: usize| view.event_at(i).and_then(|o| view.events.get(o)).is_some_and(tells);
    !between.clone().any(verb) && between.clone().filter(|&i| view.is(i, &[","])).count() == 2
}

/// Whether the quotation that holds a word begins in the middle of somebody else's clause.
fn opens_within(view: &View<'_>, token: usize) -> bool {
    let sentence = view.sentence(token);
    let open = (sentence.start..token).rev().take(12).find(|&i| view.is(i, QUOTES));
    let before = open.and_then(|o| o.checked_sub(1)).filter(|b| sentence.contains(b));
    before.is_some_and(|b| view.ptb(b) != Ptb::Punct)
}

/// What stands aside between an event and the expression behind it, and for how many words of it nothing is paid.
pub(super) fn aside(pair: &Pair<'_>) -> (Range<usize>, u32) {
    if !pair.forward {
        let aside = aside_behind(pair.view, pair.spot.end).filter(|a| a.end <= pair.event.token());
        let aside = aside.unwrap_or_default();
        let free = aside.len() as u32;
        return (aside, free);
    }
    let share = if pair.timex.signal == Some(Signal::For) { per_share(pair.view, &pair.between) } else { None };
    let free = share.as_ref().map_or(0, |s| s.len() as u32);
    (aside_before(pair.view, pair.spot.start).or(share).unwrap_or_default(), free)
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

/// "in 1990, after a vote of the staff, she resigned": the phrase between commas right behind an expression.
fn aside_behind(view: &View<'_>, open: usize) -> Option<Range<usize>> {
    let phrase = view.is(open, &[","]) && view.ptb(open + 1) == Ptb::In;
    let end = view.sentence(open).end.min(open + FRONT + 2);
    let close = (open + 1..end).find(|&i| view.is(i, &[","])).filter(|_| phrase)?;
    (!(open + 1..close).any(|i| is_clause(view, i) || view.timex_at(i).is_some())).then_some(open..close + 1)
}

/// "a loss of $8 million, or 14 cents a share, for the quarter": the same figure once more, between commas.
fn per_share(view: &View<'_>, between: &Range<usize>) -> Option<Range<usize>> {
    let open = between.clone().find(|&i| view.is(i, &[","]) && view.is(i + 1, &["or"]) && figure(view, i + 2))?;
    let close = (open + 3..between.end).take(FRONT).find(|&i| view.is(i, &[","]))?;
    Some(open..close + 1)
}

/// A number or a sum of money, with or without an article.
fn figure(view: &View<'_>, token: usize) -> bool {
    let sum = |i: usize| view.ptb(i) == Ptb::Cd || view.is(i, MONEY);
    sum(token) || view.is(token, BEFORE_FIGURES) && sum(token + 1)
}

/// "Low and Moss": whether a conjunction stands between two names.
fn joins_names(view: &View<'_>, and: usize) -> bool {
    let name = |i: usize| matches!(view.ptb(i), Ptb::Nnp | Ptb::Nnps);
    and > 0 && name(and - 1) && name(and + 1)
}

/// Whether a verb helps another one right behind it.
fn helps(view: &View<'_>, token: usize) -> bool {
    (token + 1..token + 4).find(|&i| !matches!(view.ptb(i), Ptb::Rb)).is_some_and(|i| view.is_verb(i))
}
