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

mod moments;
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
use crate::lists::Lists;
use moments::{Later, Moments};
use propagate::{BASE, Side, State, WORK};
use rules::Rule;
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
    /// The contradictions, in the order in which the statements were set aside.
    pub conflicts: Vec<Clash>,
    /// The statements that were set aside, ascending.
    dropped: Vec<usize>,
    earliest: Moments,
    latest: Moments,
    trail: Trail,
    /// For each point the least differences to others that the statements left standing demand.
    gaps: Lists<Later>,
    /// A moment for each point that respects every difference, dates apart.
    potential: Vec<i64>,
}

impl Solution {
    /// How many points there are.
    pub fn points(&self) -> usize {
        self.earliest.len()
    }

    /// The earliest moment that is possible for a point; none when it is open.
    pub fn earliest(&self, point: Point) -> Option<i64> {
        self.earliest.get(point)
    }

    /// The latest moment that is possible for a point; none when it is open.
    pub fn latest(&self, point: Point) -> Option<i64> {
        self.latest.get(point)
    }

    /// The statements that give a point its bound, from the one that names a date to the one that speaks of the point;
    /// none when the bound is open.
    pub fn why(&self, point: Point, bound: Bound) -> Vec<usize> {
        let mut chain: Vec<usize> = self.behind(point, bound).collect();
        chain.reverse();
        chain.dedup();
        chain
    }

    /// Gives back what only says how points lie to each other and what their bounds are; why they are so stays.
    pub(crate) fn forget_order(&mut self) {
        (self.earliest, self.latest) = (Moments::default(), Moments::default());
        (self.gaps, self.potential) = (Lists::default(), Vec::new());
    }

    /// The statements behind a bound, the nearest first; one may stand there several times.
    pub(crate) fn behind(&self, point: Point, bound: Bound) -> impl Iterator<Item = usize> {
        self.trail.chain(bound, point)
    }

    /// Whether a statement was set aside because of a contradiction.
    pub fn is_dropped(&self, statement: usize) -> bool {
        self.dropped.binary_search(&statement).is_ok()
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
/// assert_eq!((solution.earliest(2), solution.latest(3)), (Some(day), Some(2 * day - 1)));
/// assert_eq!(solution.why(2, Bound::Earliest), [0, 1]);
/// ```
pub fn solve(network: &Network) -> Solution {
    solve_rules(&Rules::from(network), 0)
}

/// The same of a network that was made ready. Clashes over a statement that is trusted less than `least` are given as they
/// were found, and not made minimal.
pub(crate) fn solve_rules(rules: &Rules, least: u8) -> Solution {
    let mut solution = Solution {
        earliest: Moments::new(rules.points),
        latest: Moments::new(rules.points),
        potential: vec![BASE; rules.points],
        trail: Trail::new(rules.points),
        ..Solution::default()
    };
    let (groups, parts) = parts(rules);
    let mut active = vec![false; rules.rules.len()];
    let mut numbers = Numbers::new(rules);
    let (mut clashes, mut own, mut batched, mut spare) = (Vec::new(), Vec::new(), Vec::new(), WORK);
    // What no statement ties together is solved apart, so that a contradiction costs no more in a longer text and memory
    // is needed for one part at a time; then batch by batch of equal trust, so that a bound is explained by the most
    // trusted statements that give it.
    for part in 0..parts.keys() {
        own.clear();
        own.extend(parts.of(part).iter().filter_map(|&group| groups.get(group as usize)).copied());
        let (events, mut state) = numbers.part(rules, &own);
        state.allow(spare);
        let mut waiting: Vec<&[Group]> = own.chunk_by(|a, b| a.trust == b.trust).rev().collect();
        while let Some(batch) = waiting.pop().filter(|_| state.work() > 0) {
            batched.clear();
            batched.extend(batch.iter().flat_map(Group::own));
            let Err(clash) = state.add(&batched) else { continue };
            match batch {
                [one] => clashes.push((one.trust, one.statement as usize, clash)),
                _ => {
                    let (first, second) = batch.split_at(batch.len() / 2);
                    waiting.extend([second, first]);
                }
            }
        }
        spare = spare.min(state.work());
        write(&state, &own, &events, &mut active, &mut solution);
    }
    drop((groups, parts));
    clashes.sort_by_key(|&(trust, dropped, _)| (Reverse(trust), dropped));
    let mut budget = MINIMISING;
    let conflicts = clashes.into_iter().map(|(trust, dropped, mut statements)| {
        statements.push(dropped);
        statements.sort_unstable();
        statements.dedup();
        if trust >= least {
            minimise(rules, &mut numbers, &mut statements, dropped, &mut budget);
        }
        Clash { statements, dropped }
    });
    solution.conflicts = conflicts.collect();
    solution.dropped = solution.conflicts.iter().map(|c| c.dropped).collect();
    solution.dropped.sort_unstable();
    solution.gaps = relation::gaps(rules, &active);
    solution
}

/// How much work, in constraints tried and bounds set, may be done in all to make the sets of contradicting statements minimal; beyond it they are
/// reported as found, so that the work stays bounded on hostile input.
const MINIMISING: usize = 5_000_000;

/// A statement with the rules that it demands.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    /// Statements of different parts share no event, not even through others.
    part: u32,
    trust: u8,
    statement: u32,
    /// Its rules, as a range of [`Rules::rules`].
    start: u32,
    end: u32,
    /// Where they begin among those of the part, which keep the order of the text.
    place: u32,
}

impl Group {
    /// The places of its rules in the part.
    fn own(&self) -> Range<u32> {
        self.place..self.place + (self.end - self.start)
    }
}

/// The statements of a network, and their numbers by parts, in each in the order in which they are believed: the most
/// trusted first, among equals the earlier one.
fn parts(rules: &Rules) -> (Vec<Group>, Lists<u32>) {
    let events = rules.points / 2;
    let mut components = Components::new(events);
    let mut groups = Vec::with_capacity(rules.statements.chunk_by(|a, b| a == b).count());
    let mut start = 0;
    for same in rules.statements.chunk_by(|a, b| a == b) {
        let (Some(&statement), end) = (same.first(), start + same.len()) else { continue };
        let own = rules.rules.within(start..end);
        let part = components.join(own.flat_map(|rule| rule.points()).map(|point| point / 2));
        let trust = rules.trust.get(statement as usize).copied().unwrap_or(0);
        groups.push(Group { part, trust, statement, start: narrow(start), end: narrow(end), place: 0 });
        start = end;
    }
    // For each component its size, then the number of its part. What speaks of no event stands behind all others.
    let mut parts = vec![0; events + 1];
    for group in &mut groups {
        group.part = components.root(group.part).min(narrow(events));
        if let Some(size) = parts.get_mut(group.part as usize) {
            *size += 1;
        }
    }
    // Small components go together: what each costs to set up is more than what it costs to solve.
    let (mut part, mut held) = (0, 0);
    for size in parts.iter_mut().filter(|size| **size > 0) {
        if held > 0 && held + *size > TOGETHER {
            (part, held) = (part + 1, 0);
        }
        held += *size;
        *size = part;
    }
    let mut lengths = vec![0; part as usize + 1];
    for group in &mut groups {
        group.part = parts.get(group.part as usize).copied().unwrap_or(0);
        if let Some(length) = lengths.get_mut(group.part as usize) {
            group.place = *length;
            *length += group.end - group.start;
        }
    }
    let numbered = (0..).zip(&groups).map(|(number, group)| (usize::from(u8::MAX - group.trust), number));
    let by_trust = Lists::new(1 << u8::BITS, numbered);
    let part = |&number: &u32| (groups.get(number as usize).map_or(0, |group| group.part as usize), number);
    let by_part = Lists::new(lengths.len(), by_trust.all().iter().map(part));
    (groups, by_part)
}

/// How many statements of several components are solved together at most.
const TOGETHER: u32 = 256;

/// For each event of the network its number in the part at hand, which stands for two points there.
struct Numbers(Vec<Index>);

impl Numbers {
    fn new(rules: &Rules) -> Self {
        Numbers(vec![Index::NONE; rules.points / 2])
    }

    /// The events of which some groups speak, ascending, and the network of these groups alone.
    fn part<'n>(&mut self, rules: &'n Rules, groups: &[Group]) -> (Vec<u32>, State<'n>) {
        let own = |group: &Group| group.start as usize..group.end as usize;
        let mut events = Vec::new();
        for rule in groups.iter().flat_map(|group| rules.rules.within(own(group))) {
            for event in rule.points().map(|point| point / 2) {
                if let Some(number) = self.0.get_mut(event as usize).filter(|number| **number == Index::NONE) {
                    *number = 0.into();
                    events.push(event);
                }
            }
        }
        events.sort_unstable();
        self.set(&events, |number| number.into());
        let number = |point: u32| {
            let event = self.0.get(point as usize / 2).and_then(|number| number.get());
            2 * event.unwrap_or(0) as u32 + point % 2
        };
        let length = groups.iter().map(|group| own(group).len()).sum();
        // The end of each event is not before its begin.
        let mut part = Vec::with_capacity(length + events.len());
        part.resize(length, Rule::Nothing);
        let mut statements = vec![0; length];
        for group in groups {
            let place = group.own().start as usize..group.own().end as usize;
            let slots = part.get_mut(place.clone()).into_iter().flatten();
            for (slot, rule) in slots.zip(rules.rules.within(own(group))) {
                *slot = rule.renumbered(number);
            }
            statements.get_mut(place).into_iter().for_each(|slots| slots.fill(group.statement));
        }
        self.set(&events, |_| Index::NONE);
        let state = State::new(2 * events.len(), part, statements, &rules.shifts);
        (events, state)
    }

    fn set(&mut self, events: &[u32], number: impl Fn(usize) -> Index) {
        for (n, &event) in events.iter().enumerate() {
            if let Some(slot) = self.0.get_mut(event as usize) {
                *slot = number(n);
            }
        }
    }
}

/// Writes down what was found of a part.
fn write(state: &State, groups: &[Group], events: &[u32], active: &mut [bool], solution: &mut Solution) {
    for group in groups {
        let added = state.active().get(group.own().start as usize..group.own().end as usize);
        if let (Some(slots), Some(added)) = (active.get_mut(group.start as usize..group.end as usize), added) {
            slots.copy_from_slice(added);
        }
    }
    let before = solution.trail.append(state.steps());
    let points = events.iter().flat_map(|&e| [2 * e as usize, 2 * e as usize + 1]);
    for (own, point) in points.enumerate() {
        solution.earliest.set(point, state.value(Side::Lower, own));
        solution.latest.set(point, state.value(Side::Upper, own));
        if let Some((slot, value)) = solution.potential.get_mut(point).zip(state.value(Side::Order, own)) {
            *slot = value;
        }
        for (bound, side) in [(Bound::Earliest, Side::Lower), (Bound::Latest, Side::Upper)] {
            solution.trail.set(bound, point, state.step(side, own).map(|step| before + step));
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
fn minimise(rules: &Rules, numbers: &mut Numbers, clash: &mut Vec<usize>, dropped: usize, budget: &mut usize) {
    let own = clash.iter().map(|&statement| (statement, rules.of(statement)));
    let group = |(statement, own): (usize, Range<usize>)| Group {
        statement: narrow(statement),
        start: narrow(own.start),
        end: narrow(own.end),
        ..Group::default()
    };
    let mut groups: Vec<Group> = own.map(group).collect();
    let mut fewer = Vec::with_capacity(groups.len());
    let mut i = 0;
    while i < groups.len() {
        let size: usize = groups.iter().map(|group| group.own().len()).sum();
        if *budget < size {
            break;
        }
        *budget -= size;
        fewer.clone_from(&groups);
        if fewer.remove(i).statement as usize != dropped && !consistent(rules, numbers, &mut fewer, budget) {
            std::mem::swap(&mut groups, &mut fewer);
        } else {
            i += 1;
        }
    }
    clash.clear();
    clash.extend(groups.iter().map(|group| group.statement as usize));
}

/// Whether these statements alone can all be true. What it takes to know goes off the budget.
fn consistent(rules: &Rules, numbers: &mut Numbers, groups: &mut [Group], budget: &mut usize) -> bool {
    let mut length = 0;
    for group in groups.iter_mut() {
        group.place = length;
        length = group.own().end;
    }
    let (_, mut state) = numbers.part(rules, groups);
    state.allow(WORK);
    let allowed = state.work();
    let all: Vec<u32> = (0..length).collect();
    let result = state.add(&all);
    *budget = budget.saturating_sub(allowed - state.work());
    result.is_ok()
}
