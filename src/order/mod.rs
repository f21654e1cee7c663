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
//! one propagation. The work is bounded: when the contradictions of a text that ties everything together have taken their
//! share, what is left of the least trusted statements is passed over, and bounds stay wider than they could be.

mod lists;
mod propagate;
mod relation;
mod shift;
mod sort;

pub use relation::{Allen, Order, Relations, later, relation};
pub use sort::sort;

use crate::calendar::{Period, Unit};
use lists::Lists;
use propagate::{Side, State, Trail};
use std::cmp::Reverse;

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
    gaps: Lists<(Point, i64)>,
    /// A moment for each point that respects every difference, dates apart.
    potential: Vec<i64>,
}

impl Solution {
    /// The statements that give a point its bound, from the one that names a date to the one that speaks of the point;
    /// none when the bound is open.
    pub fn why(&self, point: Point, bound: Bound) -> Vec<usize> {
        let mut chain: Vec<usize> = self.behind(point, bound).collect();
        chain.reverse();
        chain.dedup();
        chain
    }

    /// The statements behind a bound, the nearest first; one may stand there several times.
    pub(crate) fn behind(&self, point: Point, bound: Bound) -> impl Iterator<Item = usize> {
        let side = match bound {
            Bound::Earliest => Side::Lower,
            Bound::Latest => Side::Upper,
        };
        self.trail.chain(side, point)
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
    let (mut clashes, mut waiting) = (Vec::new(), Vec::new());
    // What no statement ties together is solved apart, so that a contradiction costs no more in a longer text; then batch
    // by batch of equal trust, so that a bound is explained by the most trusted statements that give it.
    for component in groups.all.chunk_by(|a, b| a.component == b.component) {
        state.allow(groups.constraints(component).len());
        waiting.extend(component.chunk_by(|a, b| a.trust == b.trust).rev());
        while let Some(batch) = waiting.pop().filter(|_| state.work() > 0) {
            let Err(clash) = state.add(groups.constraints(batch)) else { continue };
            match batch {
                [one] => clashes.push((one.trust, one.statement, clash)),
                _ => {
                    let (first, second) = batch.split_at(batch.len() / 2);
                    waiting.extend([second, first]);
                }
            }
        }
        waiting.clear();
    }
    clashes.sort_by_key(|&(trust, dropped, _)| (Reverse(trust), dropped));
    let mut budget = MINIMISING;
    let conflicts = clashes
        .into_iter()
        .map(|(_, dropped, clash)| {
            let statements = minimal(network, &groups, clash, dropped, &mut budget);
            Clash { statements, dropped }
        })
        .collect();
    Solution {
        earliest: state.values(Side::Lower),
        latest: state.values(Side::Upper),
        potential: state.potential(),
        conflicts,
        gaps: relation::gaps(network, &state),
        trail: state.into_trail(),
    }
}

/// How much work, in constraints tried and bounds set, may be done in all to make the sets of contradicting statements minimal; beyond it they are
/// reported as found, so that the work stays bounded on hostile input.
const MINIMISING: usize = 5_000_000;

/// A statement with the constraints that it demands.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// Statements of different components share no event, not even through others.
    component: u32,
    trust: u8,
    statement: usize,
    /// Its constraints, as a range of [`Groups::constraints`].
    start: u32,
    end: u32,
}

/// The statements of a network.
struct Groups {
    /// By component, then in the order in which they are believed: the most trusted first.
    all: Vec<Group>,
    /// The numbers of all constraints, in the order of the statements.
    constraints: Vec<u32>,
    /// The places of the statements in `all`, by their numbers.
    numbered: Vec<u32>,
}

impl Groups {
    fn new(network: &Network) -> Self {
        let mut numbers: Vec<u32> = (0..network.constraints.len() as u32).collect();
        let statement = |&c: &u32| network.constraints.get(c as usize).map_or(0, |c| c.statement);
        numbers.sort_by_key(statement);
        let mut components = Components::new(network.points / 2);
        let mut all = Vec::with_capacity(numbers.len());
        let mut start = 0;
        for constraints in numbers.chunk_by(|a, b| statement(a) == statement(b)) {
            let points =
                constraints.iter().filter_map(|&c| network.constraints.get(c as usize)).flat_map(|c| c.kind.points());
            let component = components.join(points.map(|point| point / 2));
            let statement = constraints.first().map_or(0, statement);
            let end = start + constraints.len() as u32;
            let trust = network.trust.get(statement).copied().unwrap_or(0);
            all.push(Group { component, trust, statement, start, end });
            start = end;
        }
        for group in &mut all {
            group.component = components.root(group.component);
        }
        all.sort_unstable_by_key(|g: &Group| (g.component, Reverse(g.trust), g.statement));
        let mut constraints = Vec::with_capacity(numbers.len());
        for group in &mut all {
            let own = numbers.get(group.start as usize..group.end as usize).unwrap_or_default();
            group.start = constraints.len() as u32;
            constraints.extend_from_slice(own);
            group.end = constraints.len() as u32;
        }
        let mut numbered: Vec<u32> = (0..all.len() as u32).collect();
        numbered.sort_unstable_by_key(|&g| all.get(g as usize).map(|g| g.statement));
        Groups { all, constraints, numbered }
    }

    /// The constraints of statements that stand side by side.
    fn constraints(&self, groups: &[Group]) -> &[u32] {
        match (groups.first(), groups.last()) {
            (Some(a), Some(b)) => self.constraints.get(a.start as usize..b.end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The constraints of a statement.
    fn of(&self, statement: usize) -> &[u32] {
        let group = |g: u32| self.all.get(g as usize);
        let place = self.numbered.partition_point(|&g| group(g).is_some_and(|g| g.statement < statement));
        let found = self.numbered.get(place).and_then(|&g| group(g)).filter(|g| g.statement == statement);
        found.map_or(&[], |group| self.constraints(std::slice::from_ref(group)))
    }
}

/// Sets of events, joined bit by bit (union-find: Galler and Fischer, *An improved equivalence algorithm*, Communications
/// of the ACM 7, 1964).
struct Components {
    /// For each event another of its set, nearer to the root; the root stands for itself and is the set's first.
    parent: Vec<u32>,
}

impl Components {
    fn new(events: usize) -> Self {
        Components { parent: (0..events as u32).collect() }
    }

    fn root(&mut self, event: u32) -> u32 {
        let mut at = event;
        while let Some(&up) = self.parent.get(at as usize)
            && up != at
        {
            let top = self.parent.get(up as usize).copied().unwrap_or(up);
            if let Some(slot) = self.parent.get_mut(at as usize) {
                *slot = top;
            }
            at = top;
        }
        at
    }

    /// Makes one set of those that hold these events, and gives one of them; an event that there is not is passed over.
    fn join(&mut self, events: impl Iterator<Item = usize>) -> u32 {
        let mut root = u32::MAX;
        let known = self.parent.len();
        for event in events.filter(|&e| e < known) {
            let other = self.root(event as u32);
            let (first, later) = (root.min(other), root.max(other));
            if root != u32::MAX
                && let Some(slot) = self.parent.get_mut(later as usize)
            {
                *slot = first;
            }
            root = first;
        }
        root
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
        if fewer.remove(i) != dropped && !consistent(network, groups, &fewer, budget) {
            clash = fewer;
        } else {
            i += 1;
        }
    }
    clash
}

/// Whether these statements alone can all be true. What it takes to know goes off the budget.
fn consistent(network: &Network, groups: &Groups, statements: &[usize], budget: &mut usize) -> bool {
    // A point that does not exist must not get the number of one that does.
    let exists = |c: &&Constraint| c.kind.points().all(|point| point / 2 < network.points / 2);
    let mut constraints: Vec<Constraint> = statements
        .iter()
        .flat_map(|&s| groups.of(s))
        .filter_map(|&c| network.constraints.get(c as usize).filter(exists).cloned())
        .collect();
    // Only the events that they speak of, numbered anew.
    let mut events: Vec<usize> = constraints.iter_mut().flat_map(|c| c.kind.points_mut()).map(|p| *p / 2).collect();
    events.sort_unstable();
    events.dedup();
    for point in constraints.iter_mut().flat_map(|c| c.kind.points_mut()) {
        *point = 2 * events.partition_point(|&e| e < *point / 2) + *point % 2;
    }
    let points = 2 * events.len();
    let all: Vec<u32> = (0..constraints.len() as u32).collect();
    let small = Network { points, constraints, trust: Vec::new() };
    let mut state = State::new(&small);
    state.allow(all.len());
    let allowed = state.work();
    let result = state.add(&all);
    *budget = budget.saturating_sub(allowed - state.work());
    result.is_ok()
}

impl Kind {
    fn points(&self) -> impl Iterator<Item = Point> {
        let (a, b) = match *self {
            Kind::NotBefore(p, _) | Kind::NotAfter(p, _) => (p, None),
            Kind::Gap { from, to, .. } | Kind::Step { from, to, .. } => (from, Some(to)),
        };
        std::iter::once(a).chain(b)
    }

    fn points_mut(&mut self) -> impl Iterator<Item = &mut Point> {
        let (a, b) = match self {
            Kind::NotBefore(p, _) | Kind::NotAfter(p, _) => (p, None),
            Kind::Gap { from, to, .. } | Kind::Step { from, to, .. } => (from, Some(to)),
        };
        std::iter::once(a).chain(b)
    }
}
