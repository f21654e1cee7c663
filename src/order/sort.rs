//! One line of events out of a partial order.

use super::lists::Lists;
use super::{Point, Solution};
use std::collections::VecDeque;

/// The events of `told` (ascending) in an order that respects every entailed "before": by earliest begin; an event
/// without one stands as late as its latest bound and its successors allow, one without any bound last. What is told
/// without a time of the day stands behind those of its day that are told before it; ties go by the last day (what is
/// over first comes first), then by the order of the text.
pub fn sort(solution: &Solution, told: &[usize]) -> Vec<usize> {
    let before = before(solution);
    let mut places = places(solution, &before);
    keep_to_the_text(solution, told, &mut places);
    let place = |e: usize| places.get(2 * e).copied().flatten().map(|at| at.div_euclid(60));
    // What may go on beyond the day stands behind what lies in it.
    let last_day = |e: usize| {
        let last = solution.latest.get(2 * e + 1).copied().flatten()?;
        Some(last.max(places.get(2 * e).copied().flatten()?).div_euclid(DAY))
    };
    // What has no place or last day stands behind all that have.
    let late = |at: Option<i64>| at.unwrap_or(i64::MAX);
    let mut events: Vec<(i64, i64, usize)> =
        (0..solution.earliest.len() / 2).map(|e| (late(place(e)), late(last_day(e)), e)).collect();
    events.sort_unstable();
    // What comes before an event stands before it, whatever the text tells first.
    let mut line = Vec::with_capacity(events.len());
    let mut seen = vec![false; solution.earliest.len()];
    let mut open = Vec::new();
    for (_, _, e) in events {
        let from = line.len();
        open.push(2 * e);
        while let Some(point) = open.pop() {
            let Some(seen) = seen.get_mut(point).filter(|seen| !**seen) else { continue };
            *seen = true;
            if point % 2 == 0 {
                line.push(point / 2);
            } else {
                open.push(point - 1);
            }
            open.extend(before.of(point).iter().filter(|(_, gap)| *gap >= 0).map(|&(earlier, _)| earlier));
        }
        if let Some(new) = line.get_mut(from..).filter(|new| new.len() > 1) {
            new.sort_by_key(|&e| (solution.potential.get(2 * e).copied(), e));
        }
    }
    line.retain(|e| told.binary_search(e).is_ok());
    line
}

/// For each point those that lie before it, with the least difference.
fn before(solution: &Solution) -> Lists<(Point, i64)> {
    let gaps = &solution.gaps;
    let all = (0..gaps.keys()).flat_map(|from| gaps.of(from).iter().map(move |&(to, gap)| (to, (from, gap))));
    Lists::new(solution.earliest.len(), all)
}

/// For each point its earliest moment, or the latest that leaves what must come after it at its earliest. Along every
/// difference that the network demands this grows by at least that difference, so sorting by it breaks none.
fn places(solution: &Solution, before: &Lists<(Point, i64)>) -> Vec<Option<i64>> {
    let points = solution.earliest.len();
    let bound = |p: usize| {
        let of = |side: &[Option<i64>]| side.get(p).copied().flatten();
        of(&solution.earliest).or_else(|| of(&solution.latest))
    };
    let mut places: Vec<Option<i64>> = (0..points).map(bound).collect();
    // Bellman and Ford's relaxation with a queue; differences have no positive circle left, so that it ends long before
    // the budget does.
    let mut queue: VecDeque<Point> =
        places.iter().enumerate().filter(|(_, place)| place.is_some()).map(|(p, _)| p).collect();
    let mut budget = 64 * (points + before.len()) + 64;
    while let Some(to) = queue.pop_front() {
        let Some(at) = places.get(to).copied().flatten() else { continue };
        for &(from, gap) in before.of(to) {
            let latest = at.saturating_sub(gap);
            if let Some(place) = places.get_mut(from)
                && place.is_none_or(|place| latest < place)
            {
                *place = Some(latest);
                queue.push_back(from);
            }
            budget -= 1;
            if budget == 0 {
                return solution.earliest.clone();
            }
        }
    }
    places
}

/// Moves what begins at some time of a day to the latest clock that the text has reached on that day, as far as its own
/// bounds allow.
fn keep_to_the_text(solution: &Solution, told: &[usize], places: &mut [Option<i64>]) {
    let mut clocks: Vec<(i64, i64)> = Vec::new();
    for &e in told {
        let Some(slot) = places.get_mut(e.saturating_mul(2)) else { continue };
        // Without an earliest begin it has its place from what follows it.
        let Some(at) = slot.filter(|_| solution.earliest.get(2 * e).copied().flatten().is_some()) else { continue };
        let day = at.div_euclid(DAY);
        let known = clocks.iter_mut().rev().take(DAYS).find(|(d, _)| *d == day);
        // Strict order adds seconds to the begin of the day.
        if at.rem_euclid(DAY) >= 60 {
            match known {
                Some((_, clock)) => *clock = at.max(*clock),
                None => clocks.push((day, at)),
            }
        } else if let Some(&mut (_, clock)) = known {
            let latest = solution.latest.get(2 * e).copied().flatten();
            *slot = Some(latest.map_or(clock, |latest| clock.min(latest)).max(at));
        }
    }
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Of so many days the clock is remembered at a time.
const DAYS: usize = 32;
