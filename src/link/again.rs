//! Events that the text gives more than one time.

use super::view::View;
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::Interval;
use crate::event::Trigger;
use crate::expr::Expr;
use crate::text::Ptb;

/// "were tested on Saturday *and again on Monday*", "on June 18 and June 25", "will be shut at 1 p.m., and the airport *at
/// 3*": the event happens once more, at a time of its own. The network knows of the first time alone.
pub(super) fn again(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for t in 1..view.timexes.len() {
        let Some(first) = repeats(view, t) else { continue };
        let (Some(timex), Some(spot)) = (view.timexes.get(t), view.spots.get(first)) else { continue };
        let near = view.events_near(spot.start, 64).iter().copied();
        let at = |e: usize| found.time_of(e).is_some_and(|at| (first..t).contains(&at));
        let dated = near.filter(|&e| at(e) && found.how.get(e) == Some(&Some(Relation::During)));
        let nearest = dated.filter_map(|e| Some((view.events.get(e)?.token().abs_diff(spot.start), e))).min();
        let Some((e, event)) = nearest.and_then(|(_, e)| Some((e, view.events.get(e)?))) else { continue };
        found.add(sieve, Entity::Event(e), Relation::Again, Entity::Timex(t), view.words(timex.span, event.span()));
        // What is told next is told of its last time.
        found.set_time(e, t);
        if let Some(used) = found.used.get_mut(t) {
            *used = true;
        }
    }
}

/// The expression of which another one is the next: the first of "on Monday, on Friday and on Sunday".
pub(super) fn repeats(view: &View<'_>, t: usize) -> Option<usize> {
    let mut first = None;
    let mut at = t;
    for _ in 0..LIST {
        match at.checked_sub(1).filter(|&before| joined(view, before, at)) {
            Some(before) => (first, at) = (Some(before), before),
            None => break,
        }
    }
    first
}

/// "took him to Paris the following week and to New York a year later": the time of a second go, behind a first one that
/// nobody can place.
pub(super) fn follows_unplaced(view: &View<'_>, t: usize) -> bool {
    let before = t.checked_sub(1).and_then(|b| view.timexes.get(b).zip(view.spots.get(b)));
    let Some(((first, from), to)) = before.zip(view.spots.get(t)) else { return false };
    let counted = matches!(first.expr.bare(), Expr::Step(..) | Expr::Shift { .. });
    let mut gap = from.end..to.start;
    counted
        && first.granule.is_none()
        && gap.len() <= 8
        && gap.next().is_some_and(|i| view.is(i, &["and"]))
        && gap.all(|i| is_gapped(view, i) || view.ptb(i) == Ptb::To)
}

/// Whether an expression goes on from the one before it, as another time of the same event.
fn joined(view: &View<'_>, before: usize, t: usize) -> bool {
    let Some(((a, b), (from, to))) =
        view.timexes.get(before).zip(view.timexes.get(t)).zip(view.spots.get(before).zip(view.spots.get(t)))
    else {
        return false;
    };
    let gap = from.end..to.start;
    if gap.is_empty() || gap.len() > 12 || !apart(a.interval, b.interval) {
        return false;
    }
    let point = |t: usize, e: &Expr| {
        // "will rise from May": the event says whether it is then.
        matches!(view.relation(t, None), Relation::During | Relation::BegunBy)
            && !matches!(e, Expr::Length(_) | Expr::Every(_) | Expr::Reference(_))
    };
    if !point(before, a.expr.bare()) || !point(t, b.expr.bare()) {
        return false;
    }
    let mut gap = gap.filter(|&i| !view.is(i, &["on", "in", "at", "then"])).peekable();
    let comma = gap.next_if(|&i| view.is(i, &[","])).is_some();
    // "in 2009, in 2013 and in 2021"
    if comma && gap.peek().is_none() {
        let rest = (t..t + LIST).map(|at| in_list(view, at));
        return rest.take_while(Option::is_some).any(|and| and == Some(true));
    }
    let mut rest = gap;
    if !comma && rest.next_if(|&i| view.is(i, &["and"])).is_some() {
        let again = rest.next_if(|&i| view.is(i, &["again"])).is_some();
        return match rest.peek() {
            None => again || ends(view, to.end),
            Some(_) => rest.all(|i| is_gapped(view, i)) && closes(view, to.end),
        };
    }
    // "died in 2012, at 82, and Reed in 2021": what another does, without a verb of its own.
    let aside = rest.clone().take(6).position(|i| view.is(i, &[","])).filter(|_| comma);
    for _ in 0..aside.map_or(0, |n| n + 1) {
        if rest.next().is_some_and(|i| !is_gapped(view, i) && !view.is(i, &[","])) {
            return false;
        }
    }
    let and = rest.next_if(|&i| view.is(i, &["and"])).is_some();
    let gapped = rest.all(|i| is_gapped(view, i) || view.is(i, &["again"]));
    // "will rise by 5% in May, by 4% in June and by 3% in July"
    let last = || {
        let next = view.spots.get(t + 1).map(|next| to.end..next.start).filter(|gap| gap.len() <= 8);
        next.is_some_and(|mut gap| gap.next().is_some_and(|i| view.is(i, &["and"])) && gap.all(|i| is_gapped(view, i)))
    };
    gapped && if and { closes(view, to.end) } else { comma && last() }
}

/// How many times a list may go on to its "and".
const LIST: usize = 6;

/// Whether an expression and the next are neighbours in a list, and whether "and" stands between them.
fn in_list(view: &View<'_>, t: usize) -> Option<bool> {
    let gap = view.spots.get(t)?.end..view.spots.get(t + 1)?.start;
    let and = gap.clone().take(3).any(|i| view.is(i, &["and"]));
    (gap.len() <= 3 && gap.into_iter().all(|i| view.is(i, &[",", "and", "on", "in", "at", "again"]))).then_some(and)
}

/// Whether two stretches share no time.
fn apart(a: Option<Interval>, b: Option<Interval>) -> bool {
    let over = |a: Interval, b: Interval| matches!((a.end, b.begin), (Some(end), Some(begin)) if end <= begin);
    a.zip(b).is_some_and(|(a, b)| over(a, b) || over(b, a))
}

/// Whether a token is a word of a noun phrase, or a preposition, and names no event: it may stand where a verb is left out.
fn is_gapped(view: &View<'_>, i: usize) -> bool {
    let noun = matches!(
        view.ptb(i),
        Ptb::Dt | Ptb::Jj | Ptb::Cd | Ptb::PrpS | Ptb::Pos | Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps | Ptb::In
    );
    let event = view.event_at(i).and_then(|e| view.events.get(e));
    // "and 48 per cent above the price on 19 August": no second time of the verb.
    let compared = view.is(i, &["above", "below", "over", "under"]);
    noun && !compared
        && event.is_none_or(|e| e.trigger == Trigger::Noun)
        && !view.is(i, &["that", "because", "while", "if", "than"])
}

/// Whether what stands behind an expression is no clause that it could open: "in May and in June the owner left".
fn ends(view: &View<'_>, i: usize) -> bool {
    closes(view, i) || matches!(view.ptb(i), Ptb::In | Ptb::To | Ptb::Cc | Ptb::Wrb | Ptb::Rb)
}

/// Whether a mark or the end of the text stands there.
fn closes(view: &View<'_>, i: usize) -> bool {
    view.document.tokens.get(i).is_none() || view.ptb(i) == Ptb::Punct || view.quotes(i)
}
