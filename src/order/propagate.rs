//! Propagation of bounds, with a trail that explains each of them and can be undone.

use super::Point;
use super::rules::Rule;
use super::shift::Shift;
use crate::lists::Lists;
use std::collections::BinaryHeap;

/// What is propagated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Differences alone: every point may begin at the same moment. Finds contradictions among things without a date.
    Order = 0,
    /// The earliest moment of each point.
    Lower = 1,
    /// The latest moment of each point.
    Upper = 2,
}

const SIDES: [Side; 3] = [Side::Order, Side::Lower, Side::Upper];

/// Where every point stands on [`Side::Order`] before anything is said: noon, 15 June 2000.
pub(super) const BASE: i64 = 961_070_400;

/// No node, no statement.
const NONE: u32 = u32::MAX;

/// How often a cycle through calendar steps may still move before it is taken to move for ever: leap years let "a year
/// later" and "366 days later" agree after up to four years of days.
const ROUNDS: usize = 1500;

/// How much work, in bounds set or calendar steps tried, a network may take without regard to its size, and beside it each
/// component for each of its constraints. Newspapers stay far below; in a text in which hundreds of sentences contradict
/// each other, each would take as much as all.
pub(super) const WORK: usize = 4_000_000;
const WORK_EACH: usize = 64;

/// One bound that was set: which, why, and what it replaced.
#[derive(Debug, Clone, Copy)]
struct Node {
    point: u32,
    side: Side,
    value: i64,
    rule: u32,
    /// Whether the rule was applied from its `from` to its `to`.
    is_from: bool,
    /// The bound that it was derived from.
    parent: u32,
    /// The bound that it replaced.
    previous: u32,
}

/// Every bound that was set, in the order in which they were.
struct Trail {
    nodes: Vec<Node>,
    /// For each point the node in force on each side.
    current: Vec<[u32; 3]>,
    /// For each constraint the statement that it comes from; the rules behind them go without saying.
    statements: Vec<u32>,
}

impl Trail {
    /// The statements behind a bound, the nearest first.
    fn chain(&self, side: Side, point: Point) -> impl Iterator<Item = usize> {
        self.chain_from(self.current(side, point))
    }

    fn chain_from(&self, node: u32) -> impl Iterator<Item = usize> {
        self.walk(node).filter_map(|n| self.statement(n))
    }

    fn statement(&self, node: &Node) -> Option<usize> {
        self.statements.get(node.rule as usize).map(|&s| s as usize)
    }

    /// A node, the one that it was derived from, and so on.
    fn walk(&self, node: u32) -> impl Iterator<Item = &Node> {
        std::iter::successors(self.nodes.get(node as usize), |n| self.nodes.get(n.parent as usize))
    }

    fn current(&self, side: Side, point: Point) -> u32 {
        self.current.get(point).and_then(|sides| sides.get(side as usize)).copied().unwrap_or(NONE)
    }

    fn value(&self, side: Side, point: Point) -> Option<i64> {
        let set = self.nodes.get(self.current(side, point) as usize).map(|n| n.value);
        if side == Side::Order { set.or(Some(BASE)) } else { set }
    }
}

/// A part of a network while it is being solved. Its rules are the constraints, and behind them for each event the rule
/// that its end is not before its begin.
pub(super) struct State<'n> {
    rules: Vec<Rule>,
    shifts: &'n [Shift],
    points: usize,
    /// For each constraint whether it was added.
    active: Vec<bool>,
    trail: Trail,
    /// The rules at each point, each with whether the point is its `from`.
    arcs: Lists<(u32, bool)>,
    /// Place in an order that follows most gaps: bounds that are propagated along it are set once.
    rank: Vec<u32>,
    /// For each point how often its bound on each side was set since the last batch began.
    updates: Vec<[u32; 3]>,
    /// The points whose bounds are to be followed, each behind its place in the order.
    queue: BinaryHeap<u64>,
    queued: Vec<bool>,
    /// The work that may still be done.
    work: usize,
}

impl<'n> State<'n> {
    /// `points` points, the constraints between them and for each of these its statement.
    pub(super) fn new(points: usize, mut rules: Vec<Rule>, statements: Vec<u32>, shifts: &'n [Shift]) -> Self {
        let active = vec![false; rules.len()];
        rules.extend((0..points as u32).step_by(2).map(Rule::unsaid));
        let mut state = State {
            rules,
            shifts,
            points,
            active,
            trail: Trail { nodes: Vec::with_capacity(2 * points), current: vec![[NONE; 3]; points], statements },
            arcs: Lists::default(),
            rank: Vec::new(),
            updates: vec![[0; 3]; points],
            queue: BinaryHeap::new(),
            queued: vec![false; points],
            work: 0,
        };
        state.arcs = Lists::new(points, state.arcs());
        state.rank = state.rank();
        state
    }

    /// Allows the work that its constraints may take, and beside it what is left of that for the whole network.
    pub(super) fn allow(&mut self, spare: usize) {
        self.work = self.active.len().saturating_mul(WORK_EACH).saturating_add(spare);
    }

    /// The work that may still be done.
    pub(super) fn work(&self) -> usize {
        self.work
    }

    fn rule(&self, index: usize) -> Rule {
        self.rules.get(index).copied().unwrap_or(Rule::Nothing)
    }

    /// Seconds that a shift leads on: at least, and at most.
    fn reach(&self, shift: u32) -> (i64, i64) {
        self.shifts.get(shift as usize).map_or((0, 0), Shift::differences)
    }

    /// Whether a rule was added, or goes without saying.
    fn is_active(&self, index: usize) -> bool {
        self.active.get(index).copied().unwrap_or(true)
    }

    /// Every rule at each of its points.
    fn arcs(&self) -> impl Iterator<Item = (Point, (u32, bool))> + Clone {
        self.rules.iter().copied().enumerate().flat_map(|(i, rule)| {
            let arc = move |is_from| rule.source(is_from).map(|point| (point, (i as u32, is_from)));
            [arc(true), arc(false)].into_iter().flatten()
        })
    }

    /// A place for each point such that gaps lead upwards, as far as there are no cycles: reverse postorder of a
    /// depth-first search.
    fn rank(&self) -> Vec<u32> {
        let later = |&(index, is_from): &(u32, bool)| match (self.rule(index as usize), is_from) {
            (Rule::Gap { to, gap, .. }, true) if gap >= 0 => Some(to as Point),
            (Rule::Step { to, shift, .. }, true) if self.reach(shift).0 >= 0 => Some(to as Point),
            (Rule::Step { from, shift, .. }, false) if self.reach(shift).1 <= 0 => Some(from as Point),
            _ => None,
        };
        let mut rank = vec![0; self.points];
        let mut seen = vec![false; self.points];
        let mut next = self.points as u32;
        let mut stack: Vec<(Point, std::slice::Iter<(u32, bool)>)> = Vec::new();
        for root in (0..self.points).rev() {
            if std::mem::replace(seen.get_mut(root).unwrap_or(&mut true), true) {
                continue;
            }
            stack.push((root, self.arcs.of(root).iter()));
            while let Some((point, arcs)) = stack.last_mut() {
                let Some(arc) = arcs.next() else {
                    next = next.saturating_sub(1);
                    if let Some(slot) = rank.get_mut(*point) {
                        *slot = next;
                    }
                    stack.pop();
                    continue;
                };
                if let Some(other) = later(arc)
                    && !std::mem::replace(seen.get_mut(other).unwrap_or(&mut true), true)
                {
                    stack.push((other, self.arcs.of(other).iter()));
                }
            }
        }
        rank
    }

    /// Adds constraints by their numbers. When they cannot hold beside those that were added before, leaves everything as
    /// it was and gives the statements that contradict each other.
    pub(super) fn add(&mut self, batch: &[u32]) -> Result<(), Vec<usize>> {
        let mark = self.trail.nodes.len();
        self.activate(batch, true);
        let result = SIDES.into_iter().try_for_each(|side| self.settle(batch, side));
        let set = self.trail.nodes.get(mark..).unwrap_or_default();
        for node in set {
            if let Some(n) = self.updates.get_mut(node.point as usize).and_then(|u| u.get_mut(node.side as usize)) {
                *n = 0;
            }
        }
        if result.is_err() {
            while self.trail.nodes.len() > mark {
                let Some(node) = self.trail.nodes.pop() else { break };
                self.point_to(node.side, node.point as usize, node.previous);
            }
            self.activate(batch, false);
        }
        result
    }

    fn activate(&mut self, batch: &[u32], on: bool) {
        for &index in batch {
            if let Some(active) = self.active.get_mut(index as usize) {
                *active = on;
            }
        }
    }

    /// The bound of a point on one side.
    pub(super) fn value(&self, side: Side, point: Point) -> Option<i64> {
        self.trail.value(side, point)
    }

    /// Whether a constraint was added.
    pub(super) fn active(&self) -> &[bool] {
        &self.active
    }

    /// For each bound that was set the statement that it comes from and the bound that it was derived from.
    pub(super) fn steps(&self) -> impl Iterator<Item = (Option<usize>, Option<u32>)> {
        self.trail.nodes.iter().map(|n| (self.trail.statement(n), Some(n.parent).filter(|&p| p != NONE)))
    }

    /// The bound in force of a point on one side.
    pub(super) fn step(&self, side: Side, point: Point) -> Option<u32> {
        Some(self.trail.current(side, point)).filter(|&node| node != NONE)
    }

    /// Propagates what a batch changes on one side until nothing moves.
    fn settle(&mut self, batch: &[u32], side: Side) -> Result<(), Vec<usize>> {
        // Apart while bounds are set along them.
        let arcs = std::mem::take(&mut self.arcs);
        let result = self.seed(batch, side).and_then(|()| self.run(side, &arcs));
        self.arcs = arcs;
        if result.is_err() {
            while let Some(key) = self.queue.pop() {
                if let Some(queued) = self.queued.get_mut(key as u32 as usize) {
                    *queued = false;
                }
            }
        }
        result
    }

    fn seed(&mut self, batch: &[u32], side: Side) -> Result<(), Vec<usize>> {
        for &index in batch {
            let index = index as usize;
            match self.rule(index) {
                Rule::NotBefore(point, at) if side == Side::Lower => {
                    self.improve(side, (point as Point, at), (index, true), NONE)?
                }
                Rule::NotAfter(point, at) if side == Side::Upper => {
                    self.improve(side, (point as Point, at), (index, true), NONE)?
                }
                // What has no bound yet gives none, and is followed once it has one.
                Rule::Gap { from, to, .. } => {
                    self.enqueue_bounded(side, if side == Side::Upper { to } else { from } as Point)
                }
                Rule::Step { from, to, .. } => {
                    self.enqueue_bounded(side, from as Point);
                    self.enqueue_bounded(side, to as Point);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn run(&mut self, side: Side, arcs: &Lists<(u32, bool)>) -> Result<(), Vec<usize>> {
        while let Some(key) = self.queue.pop() {
            let point = key as u32 as usize;
            if let Some(queued) = self.queued.get_mut(point) {
                *queued = false;
            }
            let Some(value) = self.trail.value(side, point) else { continue };
            let parent = self.trail.current(side, point);
            for &(index, is_from) in arcs.of(point) {
                let index = index as usize;
                if !self.is_active(index) {
                    continue;
                }
                if let Some((other, bound)) = self.follow(self.rule(index), is_from, side, value) {
                    self.improve(side, (other, bound), (index, is_from), parent)?;
                }
            }
        }
        Ok(())
    }

    /// Sets a bound if it is tighter than the one in force.
    fn improve(
        &mut self,
        side: Side,
        (point, value): (Point, i64),
        (rule, is_from): (usize, bool),
        parent: u32,
    ) -> Result<(), Vec<usize>> {
        let better = self.trail.value(side, point).is_none_or(|old| tighter(side, value, old));
        if !better {
            return Ok(());
        }
        self.work = self.work.saturating_sub(1);
        let previous = self.trail.current(side, point);
        let node = self.trail.nodes.len() as u32;
        let entry = Node { point: point as u32, side, value, rule: rule as u32, is_from, parent, previous };
        self.trail.nodes.push(entry);
        self.point_to(side, point, node);
        self.check_crossing(side, point, value, node)?;
        let count = self.updates.get_mut(point).and_then(|u| u.get_mut(side as usize)).map_or(0, |n| {
            *n += 1;
            *n
        });
        if count >= 4 && count.is_power_of_two() {
            self.check_cycle(side, node)?;
        }
        self.enqueue(side, point);
        Ok(())
    }

    fn check_crossing(&self, side: Side, point: Point, value: i64, node: u32) -> Result<(), Vec<usize>> {
        let opposite = match side {
            Side::Order => return Ok(()),
            Side::Lower => Side::Upper,
            Side::Upper => Side::Lower,
        };
        match self.trail.value(opposite, point) {
            Some(other) if tighter(side, value, other) => {
                Err(self.trail.chain_from(node).chain(self.trail.chain(opposite, point)).collect())
            }
            _ => Ok(()),
        }
    }

    /// A bound that was derived from an earlier one of the same point: it goes on for ever, unless a calendar step in
    /// between takes it to a place where it rests.
    fn check_cycle(&mut self, side: Side, node: u32) -> Result<(), Vec<usize>> {
        let Some(start) = self.trail.nodes.get(node as usize) else { return Ok(()) };
        let mut walked = 0;
        let returns = self.trail.walk(node).skip(1).inspect(|_| walked += 1).any(|n| n.point == start.point);
        let cycle: Vec<&Node> = self.trail.walk(node).take(if returns { walked } else { 0 }).collect();
        let rule = |n: &Node| self.rule(n.rule as usize);
        let least = cycle.iter().map(|n| self.least_difference(rule(n), n.is_from, side)).fold(0, i64::saturating_add);
        let round = |&value: &i64| {
            let next = cycle.iter().rev().try_fold(value, |v, n| Some(self.follow(rule(n), n.is_from, side, v)?.1));
            next.filter(|&next| tighter(side, next, value))
        };
        let most = if returns && least <= 0 { ROUNDS.min(self.work / walked) } else { 0 };
        let rounds = std::iter::successors(Some(start.value), round).take(most).count();
        let result = match returns && rounds == most {
            true => Err(cycle.iter().filter_map(|n| self.trail.statement(n)).collect()),
            false => Ok(()),
        };
        self.work = self.work.saturating_sub((rounds + 1) * walked);
        result
    }

    /// How far at least a rule pushes a bound on, wherever it stands.
    fn least_difference(&self, rule: Rule, is_from: bool, side: Side) -> i64 {
        match rule {
            Rule::Gap { gap, .. } => gap,
            Rule::Step { shift, .. } => {
                let (least, most) = self.reach(shift);
                if is_from == (side != Side::Upper) { least } else { -most }
            }
            _ => 0,
        }
    }

    /// The bound that a rule gives the other point, when the one at its `from` (or `to`) has the bound `value`.
    #[inline]
    fn follow(&self, rule: Rule, is_from: bool, side: Side, value: i64) -> Option<(Point, i64)> {
        let shifted = |shift: u32| self.shifts.get(shift as usize);
        let (point, bound) = match (rule, side, is_from) {
            (Rule::Gap { to, gap, .. }, Side::Order | Side::Lower, true) => (to, value.checked_add(gap)?),
            (Rule::Gap { from, gap, .. }, Side::Upper, false) => (from, value.checked_sub(gap)?),
            (Rule::Step { to, shift, .. }, Side::Order | Side::Lower, true) => {
                (to, shifted(shift)?.earliest_target(value)?)
            }
            (Rule::Step { from, shift, .. }, Side::Order | Side::Lower, false) => {
                (from, shifted(shift)?.earliest_source(value)?)
            }
            (Rule::Step { to, shift, .. }, Side::Upper, true) => (to, shifted(shift)?.latest_target(value)?),
            (Rule::Step { from, shift, .. }, Side::Upper, false) => (from, shifted(shift)?.latest_source(value)?),
            _ => return None,
        };
        Some((point as Point, bound))
    }

    fn point_to(&mut self, side: Side, point: Point, node: u32) {
        if let Some(slot) = self.trail.current.get_mut(point).and_then(|c| c.get_mut(side as usize)) {
            *slot = node;
        }
    }

    fn enqueue_bounded(&mut self, side: Side, point: Point) {
        if side == Side::Order || self.trail.current(side, point) != NONE {
            self.enqueue(side, point);
        }
    }

    fn enqueue(&mut self, side: Side, point: Point) {
        let (Some(queued), Some(&rank)) = (self.queued.get_mut(point), self.rank.get(point)) else { return };
        if !*queued {
            *queued = true;
            let place = if side == Side::Upper { rank } else { u32::MAX - rank };
            self.queue.push(u64::from(place) << u32::BITS | point as u64);
        }
    }
}

fn tighter(side: Side, new: i64, old: i64) -> bool {
    if side == Side::Upper { new < old } else { new > old }
}
