//! One line of events out of a partial order.

use super::moments::{Later, Moments};
use super::{Point, Solution};
use crate::compact::narrow;
use crate::lists::Lists;
use std::collections::VecDeque;

/// The events of `told` (ascending) in an order that respects every entailed "before": by earliest begin; an event
/// without one stands as late as its latest bound and its successors allow, one without any bound last. What is told
/// without a time of the day stands behind those of its day that are told before it; ties go by the last day (what is
/// over first comes first), then by the order of the text.
pub fn sort(solution: &Solution, told: &[usize]) -> Vec<usize> {
    let before = before(solution);
    let mut places = places(solution, &before);
    keep_to_the_text(solution, told, &mut places);
    // What may go on beyond the day stands behind what lies in it, what has no place last.
    let key = |e: usize| {
        let (place, last) = (places.get(2 * e), solution.latest(2 * e + 1));
        let last_day = place.zip(last).map(|(place, last)| last.max(place).div_euclid(DAY));
        (place.map_or(i64::MAX, |at| at.div_euclid(60)), last_day.unwrap_or(i64::MAX), narrow(e))
    };
    let mut events: Vec<(i64, i64, u32)> = (0..solution.points() / 2).map(key).collect();
    events.sort_unstable();
    // What comes before an event stands before it, whatever the text tells first.
    let mut line = Vec::with_capacity(events.len());
    let mut seen = vec![false; solution.points()];
    let mut open = Vec::new();
    for e in events.into_iter().map(|(.., e)| e as usize) {
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
            open.extend(before.of(point).iter().filter(|gap| gap.seconds() >= 0).map(|earlier| earlier.point()));
        }
        if let Some(new) = line.get_mut(from..).filter(|new| new.len() > 1) {
            new.sort_by_key(|&e| (solution.potential.get(2 * e).copied(), e));
        }
    }
    line.retain(|e| told.binary_search(e).is_ok());
    line
}

/// For each point those that lie before it, with the least difference.
fn before(solution: &Solution) -> Lists<Later> {
    let gaps = &solution.gaps;
    let turned = |from: usize| move |later: &Later| (later.point(), Later::new(narrow(from), later.seconds()));
    let all = (0..gaps.keys()).flat_map(|from| gaps.of(from).iter().map(turned(from)));
    Lists::new(solution.points(), all)
}

/// For each point its earliest moment, or the latest that leaves what must come after it at its earliest. Along every
/// difference that the network demands this grows by at least that difference, so sorting by it breaks none.
fn places(solution: &Solution, before: &Lists<Later>) -> Moments {
    let points = solution.points();
    let mut places = Moments::new(points);
    for point in 0..points {
        places.set(point, solution.earliest(point).or_else(|| solution.latest(point)));
    }
    // Bellman and Ford's relaxation with a queue; differences have no positive circle left, so that it ends long before
    // the budget does.
    let mut queue: VecDeque<u32> = (0..narrow(points)).filter(|&p| places.get(p as Point).is_some()).collect();
    let mut budget = 64 * (points + before.len()) + 64;
    while let Some(to) = queue.pop_front() {
        let Some(at) = places.get(to as Point) else { continue };
        for gap in before.of(to as Point) {
            let (from, latest) = (gap.point(), at.saturating_sub(gap.seconds()));
            if places.get(from).is_none_or(|place| latest < place) {
                places.set(from, Some(latest));
                queue.push_back(narrow(from));
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
fn keep_to_the_text(solution: &Solution, told: &[usize], places: &mut Moments) {
    let mut clocks: Vec<(i64, i64)> = Vec::new();
    for &e in told {
        let begin = e.saturating_mul(2);
        // Without an earliest begin it has its place from what follows it.
        let Some(at) = places.get(begin).filter(|_| solution.earliest(begin).is_some()) else { continue };
        let day = at.div_euclid(DAY);
        let known = clocks.iter_mut().rev().take(DAYS).find(|(d, _)| *d == day);
        // Strict order adds seconds to the begin of the day.
        if at.rem_euclid(DAY) >= 60 {
            match known {
                Some((_, clock)) => *clock = at.max(*clock),
                None => clocks.push((day, at)),
            }
        } else if let Some(&mut (_, clock)) = known {
            let latest = solution.latest(begin);
            places.set(begin, Some(latest.map_or(clock, |latest| clock.min(latest)).max(at)));
        }
    }
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Of so many days the clock is remembered at a time.
const DAYS: usize = 32;
