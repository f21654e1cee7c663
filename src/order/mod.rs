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
mod rules;
mod shift;
mod sort;

pub use relation::{Allen, Order, Relations, later, relation};
pub(crate) use rules::Rules;
pub use sort::sort;

use crate::calendar::{Period, Unit};
use crate::compact::{Index, narrow};
use lists::Lists;
use propagate::{BASE, Side, State, WORK};
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
        self.trail.chain(bound, point)
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
    solve_rules(&Rules::from(network))
}

/// The same of a network that was made ready.
pub(crate) fn solve_rules(rules: &Rules) -> Solution {
    let mut solution = Solution {
        earliest: vec![None; rules.points],
        latest: vec![None; rules.points],
        potential: vec![BASE; rules.points],
        trail: Trail::new(rules.points),
        ..Solution::default()
    };
    let groups = groups(rules);
    let mut active = vec![false; rules.rules.len()];
    let (mut clashes, mut waiting, mut spare) = (Vec::new(), Vec::new(), WORK);
    // What no statement ties together is solved apart, so that a contradiction costs no more in a longer text and memory
    // is needed for one part at a time; then batch by batch of equal trust, so that a bound is explained by the most
    // trusted statements that give it.
    for component in groups.chunk_by(|a, b| a.component == b.component) {
        let part = Part::new(rules, component);
        let mut state = part.state(rules);
        state.allow(spare);
        waiting.extend(component.chunk_by(|a, b| a.trust == b.trust).rev());
        while let Some(batch) = waiting.pop().filter(|_| state.work() > 0) {
            let Err(clash) = state.add(&part.numbers(batch)) else { continue };
            match batch {
                [one] => clashes.push((one.trust, one.statement as usize, clash)),
                _ => {
                    let (first, second) = batch.split_at(batch.len() / 2);
                    waiting.extend([second, first]);
                }
            }
        }
        waiting.clear();
        spare = spare.min(state.work());
        part.write(&state, &mut active, &mut solution);
    }
    drop(groups);
    clashes.sort_by_key(|&(trust, dropped, _)| (Reverse(trust), dropped));
    let mut budget = MINIMISING;
    let conflicts = clashes.into_iter().map(|(_, dropped, clash)| {
        let statements = minimal(rules, clash, dropped, &mut budget);
        Clash { statements, dropped }
    });
    solution.conflicts = conflicts.collect();
    solution.gaps = relation::gaps(rules, &active);
    solution
}

/// How much work, in constraints tried and bounds set, may be done in all to make the sets of contradicting statements minimal; beyond it they are
/// reported as found, so that the work stays bounded on hostile input.
const MINIMISING: usize = 5_000_000;

/// A statement with the rules that it demands.
#[derive(Debug, Clone, Copy)]
struct Group {
    /// Statements of different components share no event, not even through others.
    component: u32,
    trust: u8,
    statement: u32,
    /// Its rules, as a range of [`Rules::rules`].
    start: u32,
    end: u32,
}

/// The statements of a network: by component, then in the order in which they are believed, the most trusted first.
fn groups(rules: &Rules) -> Vec<Group> {
    let mut components = Components::new(rules.points / 2);
    let mut groups = Vec::with_capacity(rules.statements.chunk_by(|a, b| a == b).count());
    let mut start = 0;
    for same in rules.statements.chunk_by(|a, b| a == b) {
        let (Some(&statement), end) = (same.first(), start + same.len()) else { continue };
        let own = rules.rules.get(start..end).unwrap_or_default();
        let component = components.join(own.iter().flat_map(|rule| rule.points()).map(|point| point / 2));
        let trust = rules.trust.get(statement as usize).copied().unwrap_or(0);
        groups.push(Group { component, trust, statement, start: narrow(start), end: narrow(end) });
        start = end;
    }
    for group in &mut groups {
        group.component = components.root(group.component);
    }
    groups.sort_unstable_by_key(|g| (g.component, Reverse(g.trust), g.statement));
    groups
}

/// Rules that are solved together, with the events that they speak of.
struct Part {
    /// The events, ascending: each stands for two points of the part.
    events: Vec<u32>,
    /// The rules, ascending.
    rules: Vec<u32>,
}

impl Part {
    fn new(rules: &Rules, groups: &[Group]) -> Part {
        let mut own: Vec<u32> = groups.iter().flat_map(|group| group.start..group.end).collect();
        own.sort_unstable();
        let points = own.iter().filter_map(|&r| rules.rules.get(r as usize)).flat_map(|rule| rule.points());
        let mut events: Vec<u32> = points.map(|point| point / 2).collect();
        events.sort_unstable();
        events.dedup();
        Part { events, rules: own }
    }

    fn state<'n>(&self, rules: &'n Rules) -> State<'n> {
        let number = |point: u32| 2 * self.events.partition_point(|&e| e < point / 2) as u32 + point % 2;
        let own = self.rules.iter().filter_map(|&r| rules.rules.get(r as usize));
        let statements = self.rules.iter().filter_map(|&r| rules.statements.get(r as usize).copied()).collect();
        let own = own.map(|rule| rule.renumbered(number));
        State::new(2 * self.events.len(), own.collect(), statements, &rules.shifts)
    }

    /// The places in the part of the rules of some groups.
    fn numbers(&self, groups: &[Group]) -> Vec<u32> {
        let first = |group: &Group| self.rules.partition_point(|&r| r < group.start) as u32;
        groups.iter().flat_map(|group| (first(group)..).take((group.end - group.start) as usize)).collect()
    }

    /// Writes down what was found.
    fn write(&self, state: &State, active: &mut [bool], solution: &mut Solution) {
        for (&rule, &added) in self.rules.iter().zip(state.active()) {
            if let Some(slot) = active.get_mut(rule as usize) {
                *slot = added;
            }
        }
        let before = solution.trail.append(state.steps());
        let points = self.events.iter().flat_map(|&e| [2 * e as usize, 2 * e as usize + 1]);
        for (own, point) in points.enumerate() {
            let set = |list: &mut Vec<Option<i64>>, side: Side| {
                if let Some(slot) = list.get_mut(point) {
                    *slot = state.value(side, own);
                }
            };
            set(&mut solution.earliest, Side::Lower);
            set(&mut solution.latest, Side::Upper);
            if let Some((slot, value)) = solution.potential.get_mut(point).zip(state.value(Side::Order, own)) {
                *slot = value;
            }
            for (bound, side) in [(Bound::Earliest, Side::Lower), (Bound::Latest, Side::Upper)] {
                solution.trail.set(bound, point, state.step(side, own).map(|step| before + step));
            }
        }
    }
}

/// How each bound came about.
#[derive(Debug, Clone, Default)]
struct Trail {
    /// For each bound that was set the statement that it comes from, if one said so, and the bound that it was derived from.
    steps: Vec<(Index, Index)>,
    /// For each point the steps that its earliest and its latest moment come from.
    ends: [Vec<Index>; 2],
}

impl Trail {
    fn new(points: usize) -> Self {
        Trail { steps: Vec::new(), ends: [vec![Index::NONE; points], vec![Index::NONE; points]] }
    }

    /// Adds the steps of a part, and tells how many were there before.
    fn append(&mut self, steps: impl Iterator<Item = (Option<usize>, Option<u32>)>) -> u32 {
        let before = narrow(self.steps.len());
        let moved = |parent: Option<u32>| Index::from(parent.map(|p| (before + p) as usize));
        self.steps.extend(steps.map(|(statement, parent)| (Index::from(statement), moved(parent))));
        before
    }

    fn set(&mut self, bound: Bound, point: Point, step: Option<u32>) {
        if let Some(slot) = self.ends.get_mut(bound as usize).and_then(|ends| ends.get_mut(point)) {
            *slot = step.map(|step| step as usize).into();
        }
    }

    /// The statements behind a bound, the nearest first.
    fn chain(&self, bound: Bound, point: Point) -> impl Iterator<Item = usize> {
        let step = |at: Index| self.steps.get(at.get()?);
        let first = self.ends.get(bound as usize).and_then(|ends| ends.get(point)).and_then(|&at| step(at));
        std::iter::successors(first, move |(_, parent)| step(*parent)).filter_map(|(statement, _)| statement.get())
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

    /// Makes one set of those that hold these events, and gives one of them.
    fn join(&mut self, events: impl Iterator<Item = u32>) -> u32 {
        let mut root = u32::MAX;
        for event in events {
            let other = self.root(event);
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
fn minimal(rules: &Rules, mut clash: Vec<usize>, dropped: usize, budget: &mut usize) -> Vec<usize> {
    clash.push(dropped);
    clash.sort_unstable();
    clash.dedup();
    let mut i = 0;
    while i < clash.len() {
        let size: usize = clash.iter().map(|&s| rules.of(s).len()).sum();
        if *budget < size {
            break;
        }
        *budget -= size;
        let mut fewer = clash.clone();
        if fewer.remove(i) != dropped && !consistent(rules, &fewer, budget) {
            clash = fewer;
        } else {
            i += 1;
        }
    }
    clash
}

/// Whether these statements alone can all be true. What it takes to know goes off the budget.
fn consistent(rules: &Rules, statements: &[usize], budget: &mut usize) -> bool {
    let groups: Vec<Group> = statements
        .iter()
        .map(|&s| (s, rules.of(s)))
        .map(|(s, own)| Group {
            component: 0,
            trust: 0,
            statement: narrow(s),
            start: narrow(own.start),
            end: narrow(own.end),
        })
        .collect();
    let part = Part::new(rules, &groups);
    let mut state = part.state(rules);
    state.allow(WORK);
    let allowed = state.work();
    let result = state.add(&part.numbers(&groups));
    *budget = budget.saturating_sub(allowed - state.work());
    result.is_ok()
}
