//! The constraints of a network made ready: small, and by statement.

use super::shift::Shift;
use super::{Kind, Network, Point};
use crate::compact::{Pack, Packed, narrow};
use std::ops::Range;

/// A constraint made ready.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    NotBefore(u32, i64),
    NotAfter(u32, i64),
    Gap {
        from: u32,
        to: u32,
        gap: i64,
    },
    /// With the place of the shift: steps are few, and rules should be small.
    Step {
        from: u32,
        to: u32,
        shift: u32,
    },
    Nothing,
}

impl Rule {
    /// The end of an event is not before its begin.
    pub(super) fn unsaid(begin: u32) -> Rule {
        Rule::Gap { from: begin, to: begin + 1, gap: 0 }
    }

    /// The point that it is applied from.
    pub(super) fn source(self, is_from: bool) -> Option<Point> {
        match self {
            Rule::Gap { from, to, .. } | Rule::Step { from, to, .. } => Some(if is_from { from } else { to } as Point),
            _ => None,
        }
    }

    /// The points that it speaks of.
    pub(super) fn points(self) -> impl Iterator<Item = u32> {
        let (a, b) = match self {
            Rule::NotBefore(point, _) | Rule::NotAfter(point, _) => (Some(point), None),
            Rule::Gap { from, to, .. } | Rule::Step { from, to, .. } => (Some(from), Some(to)),
            Rule::Nothing => (None, None),
        };
        a.into_iter().chain(b)
    }

    /// The same between other points.
    pub(super) fn renumbered(self, number: impl Fn(u32) -> u32) -> Rule {
        match self {
            Rule::NotBefore(point, at) => Rule::NotBefore(number(point), at),
            Rule::NotAfter(point, at) => Rule::NotAfter(number(point), at),
            Rule::Gap { from, to, gap } => Rule::Gap { from: number(from), to: number(to), gap },
            Rule::Step { from, to, shift } => Rule::Step { from: number(from), to: number(to), shift },
            Rule::Nothing => Rule::Nothing,
        }
    }
}

impl Pack for Rule {
    type Packed = PackedRule;
}

/// A rule as a long text keeps it: between two points and a difference, or with one of the numbers below for the second.
#[derive(Clone, Copy)]
pub(super) struct PackedRule {
    from: u32,
    to: u32,
    value: i64,
}

impl PackedRule {
    const NOT_BEFORE: u32 = u32::MAX;
    const NOT_AFTER: u32 = u32::MAX - 1;
    const NOTHING: u32 = u32::MAX - 2;
    /// The number of a shift is above this, which no difference is.
    const STEP: i64 = i64::MAX - u32::MAX as i64;
}

impl From<Rule> for PackedRule {
    fn from(rule: Rule) -> Self {
        let (from, to, value) = match rule {
            Rule::NotBefore(point, at) => (point, PackedRule::NOT_BEFORE, at),
            Rule::NotAfter(point, at) => (point, PackedRule::NOT_AFTER, at),
            Rule::Gap { from, to, gap } => (from, to, gap.min(PackedRule::STEP - 1)),
            Rule::Step { from, to, shift } => (from, to, PackedRule::STEP + i64::from(shift)),
            Rule::Nothing => (0, PackedRule::NOTHING, 0),
        };
        PackedRule { from, to, value }
    }
}

impl From<PackedRule> for Rule {
    fn from(PackedRule { from, to, value }: PackedRule) -> Self {
        match to {
            PackedRule::NOT_BEFORE => Rule::NotBefore(from, value),
            PackedRule::NOT_AFTER => Rule::NotAfter(from, value),
            PackedRule::NOTHING => Rule::Nothing,
            _ => match value.checked_sub(PackedRule::STEP).and_then(|shift| u32::try_from(shift).ok()) {
                Some(shift) => Rule::Step { from, to, shift },
                None => Rule::Gap { from, to, gap: value },
            },
        }
    }
}

/// A network made ready.
pub(crate) struct Rules {
    /// How many points there are; always an even number.
    pub(super) points: usize,
    /// What must hold, in the order of the statements.
    pub(super) rules: Packed<Rule>,
    /// The statement of each rule.
    pub(super) statements: Vec<u32>,
    pub(super) shifts: Vec<Shift>,
    /// How much each statement is trusted.
    pub(super) trust: Vec<u8>,
}

impl Rules {
    /// Rules for so many events, of statements trusted so much.
    pub(crate) fn new(events: usize, trust: Vec<u8>) -> Self {
        // Most statements demand two things.
        let (rules, statements) = (Packed::with_capacity(2 * trust.len()), Vec::with_capacity(2 * trust.len()));
        Rules { points: 2 * events, rules, statements, shifts: Vec::new(), trust }
    }

    /// Adds what a statement demands, one statement after the other.
    pub(crate) fn add(&mut self, statement: usize, kind: &Kind) {
        let rule = self.rule(kind);
        self.rules.push(rule);
        self.statements.push(narrow(statement));
    }

    /// A point that does not exist demands nothing.
    fn rule(&mut self, kind: &Kind) -> Rule {
        let known = |p: Point| u32::try_from(p).ok().filter(|_| p < self.points);
        match *kind {
            Kind::NotBefore(p, at) => known(p).map_or(Rule::Nothing, |p| Rule::NotBefore(p, at)),
            Kind::NotAfter(p, at) => known(p).map_or(Rule::Nothing, |p| Rule::NotAfter(p, at)),
            Kind::Gap { from, to, gap } => match known(from).zip(known(to)) {
                Some((from, to)) => Rule::Gap { from, to, gap },
                None => Rule::Nothing,
            },
            Kind::Step { from, to, by, sign, grain } => match (known(from).zip(known(to)), Shift::new(by, sign, grain))
            {
                (Some((from, to)), Some(shift)) => {
                    self.shifts.push(shift);
                    Rule::Step { from, to, shift: self.shifts.len() as u32 - 1 }
                }
                (Some((from, to)), None) if sign < 0 => Rule::Gap { from: to, to: from, gap: 1 },
                (Some((from, to)), None) => Rule::Gap { from, to, gap: 1 },
                (None, _) => Rule::Nothing,
            },
        }
    }

    /// The places of a statement's rules.
    pub(super) fn of(&self, statement: usize) -> Range<usize> {
        let first = self.statements.partition_point(|&s| (s as usize) < statement);
        let end = self.statements.partition_point(|&s| (s as usize) <= statement);
        first..end
    }
}

impl From<&Network> for Rules {
    fn from(network: &Network) -> Self {
        let mut rules = Rules::new(network.points / 2, network.trust.clone());
        let mut order: Vec<_> = network.constraints.iter().collect();
        order.sort_by_key(|c| c.statement);
        for constraint in order {
            rules.add(constraint.statement, &constraint.kind);
        }
        rules
    }
}
