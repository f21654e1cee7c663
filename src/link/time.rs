//! Sieves that give an event the time expression that stands with it.

use super::cost::{LIMIT, cost, mismatch, only_names_a_period};
use super::view::{View, is_finite, is_future};
use super::{Entity, Found, Relation, Sieve, again};
use crate::calendar::{Interval, Unit};
use crate::event::{Class, Event, Polarity, Role, Status, Tense, Trigger};
use crate::expr::{Expr, Modifier, Reference};
use crate::text::Ptb;
use crate::timex::{Signal, Timex};
use std::ops::Range;

/// "Saturday's attack", "the 2015 nuclear deal", "last week's talks", "a three-day visit", "the massacre of 1994": the
/// expression belongs to the noun.
///
/// TimeBank: 78 found; 48 of 66 on marked events are annotated so, half of the others as begun or ended by it.
pub(super) fn attributive(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, timex) in view.timexes.iter().enumerate() {
        if found.used.get(t).copied().unwrap_or(true) || timex.expr.needs_event() {
            continue;
        }
        if let Some(event) = noun_after(view, t, timex).or_else(|| noun_before_of(view, t, timex)) {
            let span = view.words(timex.span, view.events.get(event).map_or(timex.span, |e| e.span()));
            // "until last week's talks": the word before speaks of the verb.
            let mut plain = timex.clone();
            plain.signal = None;
            let relation = relation_to(&plain, view.events.get(event));
            found.date(sieve, event, relation, t, span);
        }
    }
}

/// The mark of the owner behind a word.
pub(super) const OWNING: &[&str] = &["'s", "’s", "'", "’"];

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
    let near = noun.token() - spot.end <= 1;
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
/// TimeBank: 781 found; 501 of 699 on marked events are annotated so, 42 of the others are on expressions that nobody marked.
/// With the one above and what events share: 62 of 100 found are annotated, 59 of 100 annotated are found.
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
        // "on Monday and again on Friday": a time of the same event.
        if again::repeats(view, t).is_some() {
            continue;
        }
        // "two weeks earlier than planned": counted from what nobody dates.
        if matches!(timex.expr.bare(), Expr::Length(_)) && view.is(spot.end + 1, &["than"]) {
            continue;
        }
        if is_by_the_time(view, spot, timex) {
            continue;
        }
        // "rose by a week": a measure.
        if matches!(timex.expr.bare(), Expr::Length(_)) && timex.signal == Some(Signal::By) {
            continue;
        }
        if names_a_thing(view, t, timex) {
            if let Some((event, said)) = since_a_thing(view, spot).and_then(|e| Some((e, view.events.get(e)?))) {
                found.date(sieve, event, Relation::BegunBy, t, view.words(timex.span, said.span()));
                continue;
            }
            let ends = spot.start.checked_sub(1).is_some_and(|b| only_names_a_period(view, b));
            let told = timex.interval.filter(|_| !ends).and_then(|_| told_of_period(view, spot));
            if let Some((event, said)) = told.and_then(|e| Some((e, view.events.get(e)?))) {
                found.date(sieve, event, Relation::During, t, view.words(timex.span, said.span()));
            }
            continue;
        }
        // "has been put off until Monday": what is put off comes then.
        if timex.signal == Some(Signal::Until) && view.is_put_off(spot.start - 1) {
            continue;
        }
        let events = view.events_near(spot.start, 64).iter();
        let mut choices: Vec<_> =
            events.filter_map(|&e| Some((cost(view, t, timex, e)?, e))).filter(|&(cost, _)| cost <= LIMIT).collect();
        choices.sort_unstable();
        // Both ends of a range belong to what its begin belongs to.
        let end = timex.signal == Some(Signal::Until)
            && t.checked_sub(1)
                .and_then(|b| view.timexes.get(b).zip(view.spots.get(b)))
                .is_some_and(|(begin, at)| begin.signal == Some(Signal::Since) && at.end + 1 == spot.start);
        if (end || view.relation(t, None) == Relation::NotAfter)
            && let Some((_, first)) = wanted.last().filter(|(b, _)| b + 1 == t)
        {
            choices.clone_from(first);
        }
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
            let span = view.words(timex.span, said.span());
            if again::follows_unplaced(view, t) {
                found.add(sieve, Entity::Event(event), Relation::Again, Entity::Timex(t), span);
            } else {
                found.date(sieve, event, view.relation(t, Some(said)), t, span);
            }
        }
    }
}

/// Whether an event already lies in an expression that shares no time with another.
fn clashes(view: &View<'_>, found: &Found, event: usize, t: usize) -> bool {
    let Some(other) = found.time_of(event) else { return false };
    // "now expects sales to rise in 2025", "said on Friday profit was up for the quarter": a saying or thought has one time.
    let mind = view
        .events
        .get(event)
        .is_some_and(|e| matches!(e.class, Class::Reporting | Class::IState) && e.status != Status::Planned);
    let grain = |t: usize| view.timexes.get(t).and_then(|t| t.grain);
    let during = |t: usize| view.relation(t, view.events.get(event)) == Relation::During;
    if mind && during(t) && grain(t) >= Some(Unit::Day) && grain(t) >= grain(other) {
        return true;
    }
    let interval = |t: usize| view.timexes.get(t).and_then(|t| t.interval);
    match (interval(other), interval(t)) {
        (Some(a), Some(b)) if during(other) && during(t) => {
            let apart = |a: Interval, b: Interval| matches!((a.end, b.begin), (Some(end), Some(begin)) if end <= begin);
            apart(a, b) || apart(b, a)
        }
        _ => false,
    }
}

/// "have lost a fifth since the firm's July report": the verb that goes on from then, where the time belongs to a thing.
fn since_a_thing(view: &View<'_>, spot: &Range<usize>) -> Option<usize> {
    let since = view.before_phrase(spot.start).filter(|&i| view.is(i, &["since"]))?;
    view.verb_over(since).filter(|&v| view.events.get(v).is_some_and(|v| v.tense == Tense::Present))
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
    // "bonds due May 1"; but "the result is due on May 1".
    let due = before.map(|b| if view.is(b, &["on", "in"]) { b.saturating_sub(1) } else { b });
    if let Some(due) = due.filter(|&d| view.is(d, &["due"])) {
        return !(due > 0 && view.is(due - 1, &["is", "are", "was", "were", "be", "been"]));
    }
    // "the Office ’25 suite": part of a name.
    let short = timex.text.starts_with(['\'', '’', '‘']) && timex.grain == Some(Unit::Year);
    let noun = before.and_then(|b| view.document.tokens.get(b)).is_some_and(|t| t.tag.is_noun());
    if short && noun {
        return true;
    }
    // "her flat, worth a million in October": the time of an adjective.
    let worth = (spot.start.saturating_sub(7)..spot.start)
        .rev()
        .take_while(|&i| view.ptb(i) != Ptb::Punct || view.is(i, &["$", "£", "€"]));
    let worth = worth.into_iter().find(|&i| view.is(i, &["worth"]));
    if worth.is_some_and(|i| i > 0 && view.is(i - 1, &[","])) {
        return true;
    }
    // "the troops now in the valley": the adverb of a phrase that has no verb.
    let now = spot.len() == 1 && matches!(timex.expr.bare(), Expr::Reference(Reference::Present));
    if now && noun && view.ptb(spot.end) == Ptb::In {
        return true;
    }
    // "the quarter ended July 31"
    if before.is_some_and(|b| only_names_a_period(view, b)) {
        return true;
    }
    // "its lowest close since May": what is compared over that time.
    if timex.signal == Some(Signal::Since) && view.is_compared(spot.start) {
        return true;
    }
    // "at 2 a.m. on Friday, still Thursday evening there": the same moment on another clock.
    let adverb = before.filter(|&b| matches!(view.ptb(b), Ptb::Rb)).and_then(|b| b.checked_sub(1));
    if adverb.is_some_and(|c| view.is(c, &[","]) && c > 0 && view.timex_at(c - 1).is_some_and(|o| o < t)) {
        return true;
    }
    // "a deadline of midnight on 31 December"
    let of_noun = |b: usize| b > 0 && matches!(view.ptb(b - 1), Ptb::Nn | Ptb::Nns) && view.timex_at(b - 1).is_none();
    if timex.signal == Some(Signal::Of) && before.is_some_and(of_noun) {
        return true;
    }
    // "at this year's level": no event of the year.
    let owner = view.is(spot.end, OWNING) && matches!(view.ptb(spot.end + 1), Ptb::Nn | Ptb::Nns | Ptb::Jj);
    if owner && timex.grain >= Some(Unit::Month) {
        return true;
    }
    let length = matches!(timex.expr.bare(), Expr::Length(_));
    // "gave them five months to draw up a plan"; what "has two weeks to appeal" has them.
    let has = before.is_some_and(|b| view.is(b, &["has", "have", "had"]));
    if !has && length && timex.signal.is_none() && view.ptb(spot.end) == Ptb::To && view.ptb(spot.end + 1) == Ptb::Vb {
        return true;
    }
    // "the smallest gain in a year"
    let most = |i: usize| matches!(view.ptb(i), Ptb::Jjs | Ptb::Rbs) || view.is(i, &["first"]);
    if length && timex.signal == Some(Signal::In) && (spot.start.saturating_sub(5)..spot.start).any(most) {
        return true;
    }
    // "ahead of the weekend", "the approach of the year 2000", but "as of May 5", "for most of that night"
    let share = |b: usize| view.is(b, &["as", "most", "much", "all", "half", "part", "rest", "some", "each"]);
    if timex.signal == Some(Signal::Of) && !spot.start.checked_sub(2).is_some_and(share) {
        return true;
    }
    // "37 years old", "27 years of waiting", "a government of 19 months"
    if view.is(spot.end, &["old"]) || length && view.is(spot.end, &["of"]) || length && timex.signal == Some(Signal::Of)
    {
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

/// "put off the opening from May to July", "the vote was moved to Friday": what is moved is then, by plan.
/// TimeBank has none; the trust is a guess.
pub(super) fn moved(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, (timex, spot)) in view.timexes.iter().zip(&view.spots).enumerate() {
        let to = spot.start.checked_sub(1).filter(|&b| view.is(b, &["to", "until", "till"]));
        let Some(to) = to.filter(|_| timex.interval.is_some()) else { continue };
        let verb = view
            .events_near(to, 20)
            .iter()
            .rev()
            .copied()
            .find(|&v| view.events.get(v).is_some_and(|v| v.token() < to && v.trigger == Trigger::Verb));
        let Some((v, verb)) = verb.and_then(|v| Some((v, view.events.get(v)?))).filter(|(_, v)| moves(view, v)) else {
            continue;
        };
        let object = view.events_near(to, 20).iter().copied().find(|&o| {
            view.events.get(o).is_some_and(|o| {
                o.trigger == Trigger::Noun && o.role == Role::Object && o.governor() == Some(v) && o.token() < to
            })
        });
        if let Some((o, event)) = object.and_then(|o| Some((o, view.events.get(o)?)))
            && found.time_of(o).is_none()
        {
            found.date(sieve, o, Relation::During, t, view.words(verb.span(), timex.span).join(event.span()));
            // "from May" is the day that it no longer has.
            let from = t.checked_sub(1).filter(|&f| view.spots.get(f).is_some_and(|s| s.end == to));
            if let Some(used) = from.and_then(|f| found.used.get_mut(f)) {
                *used = true;
            }
        }
    }
}

/// Whether a verb gives something another day.
fn moves(view: &View<'_>, verb: &Event) -> bool {
    let with = |words: &[&str]| view.is(verb.token() + 1, words);
    match verb.lemma.as_str() {
        "postpone" | "reschedule" | "move" | "delay" | "defer" | "shift" => true,
        "put" => with(&["off", "back"]),
        "push" | "set" => with(&["back", "off"]),
        "bring" => with(&["forward"]),
        _ => false,
    }
}

/// "in 2023, when she bought the yard and closed it": the clause tells what was then. TimeBank: 11 found.
pub(super) fn relative(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (t, (timex, spot)) in view.timexes.iter().zip(&view.spots).enumerate() {
        let at = spot.end + usize::from(view.is(spot.end, &[","]));
        // "put back to June 20 when the clock struck eleven": not then.
        if timex.interval.is_none() || !view.is(at, &["when"]) || spot.start > 0 && view.is_put_off(spot.start - 1) {
            continue;
        }
        let ahead = view.events_near(at, 24).iter().filter_map(|&e| Some((e, view.events.get(e)?)));
        let verb = ahead.filter(|(_, v)| v.token() > at && v.trigger != Trigger::Noun).find(|(_, v)| is_finite(v));
        let fits = |e: usize, v: &Event| found.time_of(e).is_none() && mismatch(view.side(timex), timex, v) == 0;
        let Some((e, verb)) = verb.filter(|(e, v)| fits(*e, v)) else { continue };
        let span = view.words(timex.span, verb.span());
        // "between 2014 and 2017, when": in that whole time.
        match view.relation(t, None) {
            Relation::NotAfter if t > 0 => {
                found.date(sieve, e, Relation::NotBefore, t - 1, span);
                found.add(sieve, Entity::Event(e), Relation::NotAfter, Entity::Timex(t), span);
            }
            _ => found.date(sieve, e, Relation::During, t, span),
        }
    }
}

/// "no earlier than May", "no later than May": not before its begin (true), not after its end (false).
pub(super) fn no_earlier(view: &View<'_>, start: usize) -> Option<bool> {
    let before = |n: usize, words: &[&str]| start.checked_sub(n).is_some_and(|i| view.is(i, words));
    if !before(1, &["than"]) || !before(3, &["no", "not"]) {
        return None;
    }
    match before(2, &["earlier", "sooner"]) {
        true => Some(true),
        false => before(2, &["later"]).then_some(false),
    }
}

/// What comes about at one time and stays so: "will add flights from May".
fn is_change(event: &Event) -> bool {
    const CHANGES: &[&str] =
        &["add", "introduce", "start", "begin", "launch", "cut", "raise", "lower", "abolish", "ban", "replace"];
    event.trigger == Trigger::Verb && !event.passive && CHANGES.contains(&event.lemma.as_str())
}

/// How an event lies to an expression, by the word before it and by its kind.
pub(super) fn relation_to(timex: &Timex, event: Option<&Event>) -> Relation {
    let bare = timex.expr.bare();
    match timex.signal {
        // "Pay will rise from May": the rise is then.
        Some(Signal::Since) if event.is_some_and(|e| is_future(e) && (e.is_move() || is_change(e))) => Relation::During,
        Some(Signal::Since) => Relation::BegunBy,
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

/// "By the time the patrol arrived, he had gone": the clause says when.
fn is_by_the_time(view: &View<'_>, spot: &Range<usize>, timex: &Timex) -> bool {
    let clause = matches!(
        view.ptb(spot.end),
        Ptb::Dt | Ptb::Prp | Ptb::PrpS | Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps | Ptb::Jj | Ptb::Cd | Ptb::Ex
    );
    timex.signal == Some(Signal::By) && matches!(timex.expr.bare(), Expr::Reference(Reference::Past)) && clause
}
