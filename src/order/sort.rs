//! One line of events out of a partial order.

use super::propagate::{Side, State};
use super::{Bound, Constraint, Kind, Network, Solution};

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
    let bound = |side: Bound, p: usize| match side {
        Bound::Earliest => solution.earliest.get(p).copied().flatten(),
        Bound::Latest => solution.latest.get(p).copied().flatten(),
    };
    let points = solution.earliest.len();
    let mut constraints = Vec::new();
    for p in 0..points {
        if let Some(at) = bound(Bound::Earliest, p).or(bound(Bound::Latest, p)) {
            constraints.push(Constraint { kind: Kind::NotAfter(p, at), statement: 0 });
        }
    }
    for (from, list) in solution.gaps.iter().enumerate() {
        for &(to, gap) in list {
            constraints.push(Constraint { kind: Kind::Gap { from, to, gap }, statement: 0 });
        }
    }
    let all = 0..constraints.len();
    let network = Network { points, constraints, trust: Vec::new() };
    let mut state = State::new(&network);
    if state.add(all).is_err() {
        return solution.earliest.clone();
    }
    state.values(Side::Upper)
}
