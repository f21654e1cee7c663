//! The constraint network: bounds, order, contradictions.
//!
//! An event is two points, its begin and its end. Every statement of the text (a date, "before", "a day after",
//! "since", a tense) becomes a few constraints between points; shortest paths give each point its earliest and latest
//! moment (a simple temporal network: Dechter, Meiri and Pearl, *Temporal constraint networks*, Artificial Intelligence
//! 49, 1991). Points are whole seconds of local time and all bounds are inclusive, so that an event "on Saturday" lies
//! between 00:00:00 and 23:59:59 of that day.
//!
//! Calendar steps ("three months after") are not differences but monotone functions; with them the constraints stay
//! closed under minimum and maximum, so propagating bounds still finds exactly the earliest and the latest solution.
//! What is known of the order of two events is one of Allen's relations or a set of them (Allen, *Maintaining knowledge
//! about temporal intervals*, Communications of the ACM 26, 1983).
//!
//! Contradictions: statements are believed from the most trusted to the least (the earlier one first among equals), and
//! one that cannot hold beside those already believed is set aside and reported with a minimal set of the others that
//! rule it out. Whole batches are tried at once and halved when they clash, so that a text without contradictions costs
//! one propagation.

mod propagate;
mod relation;
mod shift;
mod sort;

pub use relation::{Allen, Order, Relations, later, relation};
pub use sort::sort;

use crate::calendar::{Period, Unit};
use propagate::{Side, State, Trail};
use std::cmp::Reverse;
use std::ops::Range;

/// A point of the network: `2 * e` is the begin of event `e`, `2 * e + 1` its end.
pub type Point = usize;

/// One constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Constraint {
    /// What must hold.
    pub kind: Kind,
    /// The statement that it comes from: constraints of one statement stand and fall together.
    pub statement: usize,
}

/// What a constraint demands. Moments are seconds since 1970-01-01T00:00:00 local time.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Kind {
    /// The point is not before this moment.
    NotBefore(Point, i64),
    /// The point is not after this moment.
    NotAfter(Point, i64),
    /// The second point is at least `gap` seconds after the first (0: not before it; 1: strictly after it; a negative
    /// gap: at most so many seconds before it).
    Gap {
        /// The earlier point.
        from: Point,
        /// The later point.
        to: Point,
        /// Seconds between, at least.
        gap: i64,
    },
    /// The second point lies in the granule (of `grain`) that calendar arithmetic reaches from the first one's:
    /// "a day after", "three months before". A range reaches every granule between its two ends; an open number
    /// ("several weeks after") only says which comes first.
    Step {
        /// Counted from here.
        from: Point,
        /// To here.
        to: Point,
        /// How far.
        by: Period,
        /// 1 towards the future, -1 towards the past.
        sign: i8,
        /// The grain within which it is exact; at least a day when months or years are counted.
        grain: Unit,
    },
}

/// Points and what is said about them. The begin of each event is never after its end; that need not be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Network {
    /// How many points there are: two for each event.
    pub points: usize,
    /// What must hold. A constraint on a point that does not exist is passed over.
    pub constraints: Vec<Constraint>,
    /// How much each statement is trusted, by its number; a missing one is trusted least.
    pub trust: Vec<u8>,
}

/// Statements that cannot all be true.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Clash {
    /// Their numbers, ascending. Without any one of them the others could be true.
    pub statements: Vec<usize>,
    /// The number of the one that was set aside: the least trusted, among equals the last.
    pub dropped: usize,
}

/// Which end of a point's range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The earliest moment that is possible.
    Earliest,
    /// The latest moment that is possible.
    Latest,
}

/// The solution of a network.
#[derive(Debug, Clone, Default)]
pub struct Solution {
    /// For each point the earliest moment that is possible; none when it is open.
    pub earliest: Vec<Option<i64>>,
    /// For each point the latest moment that is possible; none when it is open.
    pub latest: Vec<Option<i64>>,
    /// The contradictions, in the order in which the statements were set aside.
    pub conflicts: Vec<Clash>,
    /// How each bound came about.
    trail: Trail,
    /// For each point the least differences to others that the statements left standing demand.
    gaps: Vec<Vec<(Point, i64)>>,
    /// A moment for each point that respects every difference, dates apart.
    potential: Vec<i64>,
}

impl Solution {
    /// The statements that give a point its bound, from the one that names a date to the one that speaks of the point;
    /// none when the bound is open.
    pub fn why(&self, point: Point, bound: Bound) -> Vec<usize> {
        let side = match bound {
            Bound::Earliest => Side::Lower,
            Bound::Latest => Side::Upper,
        };
        let mut chain = self.trail.chain(side, point);
        chain.reverse();
        let mut seen = Vec::with_capacity(chain.len());
        for statement in chain {
            if seen.last() != Some(&statement) {
                seen.push(statement);
            }
        }
        seen
    }

    /// Whether a statement was set aside because of a contradiction.
    pub fn is_dropped(&self, statement: usize) -> bool {
        self.conflicts.iter().any(|c| c.dropped == statement)
    }
}

/// Finds the earliest and latest moment of every point, setting aside what cannot be true.
///
/// ```
/// use dateline::order::{solve, Bound, Constraint, Kind, Network};
/// use dateline::{Period, Unit};
/// // Statement 0: event 0 is on 1970-01-03. Statement 1: it comes a day after event 1.
/// let say = |kind, statement| Constraint { kind, statement };
/// let day = 86_400;
/// let step = |from, to| Kind::Step { from, to, by: Period::new(1, Unit::Day), sign: -1, grain: Unit::Day };
/// let network = Network {
///     points: 4,
///     constraints: vec![
///         say(Kind::NotBefore(0, 2 * day), 0),
///         say(Kind::NotAfter(1, 3 * day - 1), 0),
///         say(step(0, 2), 1),
///         say(step(1, 3), 1),
///     ],
///     trust: vec![90, 90],
/// };
/// let solution = solve(&network);
/// assert_eq!((solution.earliest[2], solution.latest[3]), (Some(day), Some(2 * day - 1)));
/// assert_eq!(solution.why(2, Bound::Earliest), [0, 1]);
/// ```
pub fn solve(network: &Network) -> Solution {
    let groups = Groups::new(network);
    let mut state = State::new(network);
    let mut conflicts = Vec::new();
    let mut budget = MINIMISING;
    // Batch by batch of equal trust, so that a bound is explained by the most trusted statements that give it.
    let trust = |&s: &usize| network.trust.get(s).copied().unwrap_or(0);
    let mut waiting: Vec<Range<usize>> = Vec::new();
    for batch in groups.order.chunk_by(|a, b| trust(a) == trust(b)) {
        let start = waiting.last().map_or(0, |last| last.end);
        waiting.push(start..start + batch.len());
    }
    waiting.reverse();
    while let Some(batch) = waiting.pop() {
        let statements = groups.order.get(batch.clone()).unwrap_or_default();
        if statements.is_empty() {
            continue;
        }
        let Err(clash) = state.add(statements.iter().flat_map(|&s| groups.of(s)).copied()) else { continue };
        match *statements {
            [dropped] => {
                let statements = minimal(network, &groups, clash, dropped, &mut budget);
                conflicts.push(Clash { statements, dropped });
            }
            _ => {
                let middle = batch.start + batch.len() / 2;
                waiting.push(middle..batch.end);
                waiting.push(batch.start..middle);
            }
        }
    }
    let gaps = relation::gaps(network, &state);
    Solution {
        earliest: state.values(Side::Lower),
        latest: state.values(Side::Upper),
        potential: state.potential(),
        conflicts,
        gaps,
        trail: state.into_trail(),
    }
}

/// How many constraints may be tried in all to make the sets of contradicting statements minimal; beyond it they are
/// reported as found, so that the work stays bounded on hostile input.
const MINIMISING: usize = 500_000;

/// The constraints of each statement, and the statements in the order in which they are believed.
struct Groups {
    /// Constraints, those of one statement side by side.
    constraints: Vec<usize>,
    /// Each statement, ascending, with the range of its constraints.
    ranges: Vec<(usize, Range<usize>)>,
    /// The statements, the most trusted first.
    order: Vec<usize>,
}

impl Groups {
    fn new(network: &Network) -> Self {
        let mut pairs: Vec<(usize, usize)> =
            network.constraints.iter().enumerate().map(|(i, c)| (c.statement, i)).collect();
        pairs.sort_unstable();
        let mut ranges: Vec<(usize, Range<usize>)> = Vec::new();
        for (i, &(statement, _)) in pairs.iter().enumerate() {
            match ranges.last_mut() {
                Some((last, range)) if *last == statement => range.end = i + 1,
                _ => ranges.push((statement, i..i + 1)),
            }
        }
        let trust = |s: usize| network.trust.get(s).copied().unwrap_or(0);
        let mut order: Vec<usize> = ranges.iter().map(|&(s, _)| s).collect();
        order.sort_by_key(|&s| (Reverse(trust(s)), s));
        Groups { constraints: pairs.into_iter().map(|(_, c)| c).collect(), ranges, order }
    }

    fn of(&self, statement: usize) -> &[usize] {
        let found = self.ranges.binary_search_by_key(&statement, |&(s, _)| s).ok();
        let range = found.and_then(|i| self.ranges.get(i)).map_or(0..0, |(_, r)| r.clone());
        self.constraints.get(range).unwrap_or_default()
    }
}

/// Leaves out of a contradicting set what is not needed for the contradiction (a deletion filter: Chinneck and Dravnieks,
/// *Locating minimal infeasible constraint sets*, ORSA Journal on Computing 3, 1991).
fn minimal(
    network: &Network,
    groups: &Groups,
    mut clash: Vec<usize>,
    dropped: usize,
    budget: &mut usize,
) -> Vec<usize> {
    clash.push(dropped);
    clash.sort_unstable();
    clash.dedup();
    let mut i = 0;
    while i < clash.len() {
        let size: usize = clash.iter().map(|&s| groups.of(s).len()).sum();
        if *budget < size {
            break;
        }
        *budget -= size;
        let mut fewer = clash.clone();
        let tried = fewer.remove(i);
        if tried != dropped && !consistent(network, groups, &fewer) {
            clash = fewer;
        } else {
            i += 1;
        }
    }
    clash
}

/// Whether these statements alone can all be true.
fn consistent(network: &Network, groups: &Groups, statements: &[usize]) -> bool {
    let mut constraints: Vec<Constraint> =
        statements.iter().flat_map(|&s| groups.of(s)).filter_map(|&c| network.constraints.get(c).cloned()).collect();
    // Only the events that they speak of, numbered anew.
    let mut events: Vec<usize> = constraints.iter_mut().flat_map(|c| c.kind.points_mut()).map(|p| *p / 2).collect();
    events.sort_unstable();
    events.dedup();
    for point in constraints.iter_mut().flat_map(|c| c.kind.points_mut()) {
        *point = 2 * events.partition_point(|&e| e < *point / 2) + *point % 2;
    }
    let points = 2 * events.len();
    let all = 0..constraints.len();
    let small = Network { points, constraints, trust: Vec::new() };
    State::new(&small).add(all).is_ok()
}

impl Kind {
    fn points_mut(&mut self) -> impl Iterator<Item = &mut Point> {
        let (a, b) = match self {
            Kind::NotBefore(p, _) | Kind::NotAfter(p, _) => (p, None),
            Kind::Gap { from, to, .. } | Kind::Step { from, to, .. } => (from, Some(to)),
        };
        std::iter::once(a).chain(b)
    }
}
