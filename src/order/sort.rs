//! One line of events out of a partial order.

use super::lists::Lists;
use super::{Point, Solution};
use std::collections::VecDeque;

/// The events in an order that respects every entailed "before": by earliest begin; an event without one stands as late
/// as its latest bound and its successors allow, one without any bound last; ties go by the latest end (what is over first comes first), by chains of "before", then by the
/// order of the text.
pub fn sort(solution: &Solution) -> Vec<usize> {
    let places = places(solution);
    let mut events: Vec<usize> = (0..solution.earliest.len() / 2).collect();
    events.sort_by_key(|&e| {
        let place = places.get(2 * e).copied().flatten();
        let last = solution.latest.get(2 * e + 1).copied().flatten();
        let potential = solution.potential.get(2 * e).copied();
        (place.is_none(), place, last.is_none(), last, potential, e)
    });
    events
}

/// For each point its earliest moment, or the latest that leaves what must come after it at its earliest. Along every
/// difference that the network demands this grows by at least that difference, so sorting by it breaks none.
fn places(solution: &Solution) -> Vec<Option<i64>> {
    let points = solution.earliest.len();
    let bound = |p: usize| {
        let of = |side: &[Option<i64>]| side.get(p).copied().flatten();
        of(&solution.earliest).or_else(|| of(&solution.latest))
    };
    let mut places: Vec<Option<i64>> = (0..points).map(bound).collect();
    let gaps = &solution.gaps;
    let all = (0..gaps.keys()).flat_map(|from| gaps.of(from).iter().map(move |&(to, gap)| (to, (from, gap))));
    let before = Lists::new(points, all);
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
