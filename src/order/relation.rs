//! How two events lie to each other: Allen's thirteen relations, as far as the network settles them.

use super::moments::Later;
use super::rules::{Rule, Rules};
use super::shift::Shift;
use super::{Point, Solution};
use crate::hash::{FastMap, FastSet};
use crate::lists::Lists;
use std::collections::VecDeque;
use std::fmt;

/// How an interval lies to another (Allen 1983). An instant that falls on the begin of a longer stretch starts it, one
/// that falls on its end finishes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Allen {
    /// It ends before the other begins.
    Before,
    /// It ends where the other begins.
    Meets,
    /// It begins first, and they share some time; the other ends last.
    Overlaps,
    /// They begin together, it ends first.
    Starts,
    /// It lies within the other and touches neither end.
    During,
    /// They end together, it begins later.
    Finishes,
    /// They are the same stretch of time.
    Equal,
    /// They end together, it begins first.
    FinishedBy,
    /// It holds the other, which touches neither end.
    Contains,
    /// They begin together, it ends later.
    StartedBy,
    /// The other begins first, and they share some time; it ends last.
    OverlappedBy,
    /// It begins where the other ends.
    MetBy,
    /// It begins after the other ends.
    After,
}

impl Allen {
    /// All thirteen.
    pub const ALL: [Allen; 13] = [
        Allen::Before,
        Allen::Meets,
        Allen::Overlaps,
        Allen::Starts,
        Allen::During,
        Allen::Finishes,
        Allen::Equal,
        Allen::FinishedBy,
        Allen::Contains,
        Allen::StartedBy,
        Allen::OverlappedBy,
        Allen::MetBy,
        Allen::After,
    ];

    /// The same, seen from the other.
    pub fn inverse(self) -> Allen {
        match self {
            Allen::Before => Allen::After,
            Allen::Meets => Allen::MetBy,
            Allen::Overlaps => Allen::OverlappedBy,
            Allen::Starts => Allen::StartedBy,
            Allen::During => Allen::Contains,
            Allen::Finishes => Allen::FinishedBy,
            Allen::Equal => Allen::Equal,
            Allen::FinishedBy => Allen::Finishes,
            Allen::Contains => Allen::During,
            Allen::StartedBy => Allen::Starts,
            Allen::OverlappedBy => Allen::Overlaps,
            Allen::MetBy => Allen::Meets,
            Allen::After => Allen::Before,
        }
    }

    /// How the points may lie: begin to begin, begin to the other's end, end to the other's begin, end to end.
    fn pattern(self) -> [Signs; 4] {
        const L: Signs = Signs::LESS;
        const E: Signs = Signs::EQUAL;
        const G: Signs = Signs::GREATER;
        const LE: Signs = Signs::LESS_EQUAL;
        const GE: Signs = Signs::GREATER_EQUAL;
        match self {
            Allen::Before => [L, L, L, L],
            Allen::Meets => [L, L, E, L],
            Allen::Overlaps => [L, L, G, L],
            Allen::Starts => [E, L, GE, L],
            Allen::During => [G, L, G, L],
            Allen::Finishes => [G, LE, G, E],
            Allen::Equal => [E, LE, GE, E],
            Allen::FinishedBy => [L, L, GE, E],
            Allen::Contains => [L, L, G, G],
            Allen::StartedBy => [E, LE, G, G],
            Allen::OverlappedBy => [G, L, G, G],
            Allen::MetBy => [G, E, G, G],
            Allen::After => [G, G, G, G],
        }
    }
}

/// Which of less, equal and greater are possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Signs(u8);

impl Signs {
    const LESS: Signs = Signs(1);
    const EQUAL: Signs = Signs(2);
    const GREATER: Signs = Signs(4);
    const LESS_EQUAL: Signs = Signs(3);
    const GREATER_EQUAL: Signs = Signs(6);
}

/// A set of Allen's relations: those that remain possible between two events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Relations(u16);

/// What can be said of two events in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Order {
    /// It ends no later than the other begins.
    Before,
    /// It begins no earlier than the other ends.
    After,
    /// It lies within the other.
    During,
    /// It holds the other.
    Includes,
    /// They take up the same time.
    Same,
    /// They share some time; more is not known.
    Overlaps,
    /// The text does not settle it.
    Unknown,
}

impl Relations {
    /// Every relation: nothing is known.
    pub const ALL: Relations = Relations((1 << 13) - 1);

    /// Whether a relation is possible.
    pub fn allows(self, relation: Allen) -> bool {
        self.0 & (1 << relation as u16) != 0
    }

    /// The possible relations, in the order of [`Allen::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Allen> {
        Allen::ALL.into_iter().filter(move |&r| self.allows(r))
    }

    /// The one relation that is left.
    pub fn only(self) -> Option<Allen> {
        let mut left = self.iter();
        left.next().filter(|_| left.next().is_none())
    }

    /// Seen from the other event.
    pub fn inverse(self) -> Relations {
        self.iter().map(Allen::inverse).collect()
    }

    /// In a word.
    pub fn order(self) -> Order {
        use Allen::*;
        let within = |set: &[Allen]| self.iter().all(|r| set.contains(&r));
        if self.0 == 0 {
            Order::Unknown
        } else if within(&[Before, Meets]) {
            Order::Before
        } else if within(&[After, MetBy]) {
            Order::After
        } else if within(&[Equal]) {
            Order::Same
        } else if within(&[During, Starts, Finishes, Equal]) {
            Order::During
        } else if within(&[Contains, StartedBy, FinishedBy, Equal]) {
            Order::Includes
        } else if [Before, Meets, MetBy, After].into_iter().all(|r| !self.allows(r)) {
            Order::Overlaps
        } else {
            Order::Unknown
        }
    }
}

impl FromIterator<Allen> for Relations {
    fn from_iter<I: IntoIterator<Item = Allen>>(all: I) -> Self {
        Relations(all.into_iter().fold(0, |set, r| set | 1 << r as u16))
    }
}

impl fmt::Display for Relations {
    /// "before", "before or meets", "unknown".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Relations::ALL {
            return f.write_str("unknown");
        }
        for (i, relation) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(" or ")?;
            }
            write!(f, "{relation}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Allen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Allen::Before => "before",
            Allen::Meets => "meets",
            Allen::Overlaps => "overlaps",
            Allen::Starts => "starts",
            Allen::During => "during",
            Allen::Finishes => "finishes",
            Allen::Equal => "equal",
            Allen::FinishedBy => "finished by",
            Allen::Contains => "contains",
            Allen::StartedBy => "started by",
            Allen::OverlappedBy => "overlapped by",
            Allen::MetBy => "met by",
            Allen::After => "after",
        })
    }
}

/// The relations of Allen that remain possible between two events, by the order of their points that the statements left
/// standing entail: through dates or through chains of "before" and "a day after".
///
/// Each of the four pairs of points is asked for itself, so the set may hold a relation that only a subtler argument
/// rules out; it never lacks one that is possible.
pub fn relation(solution: &Solution, a: usize, b: usize) -> Relations {
    let points = |e: usize| [e.saturating_mul(2), e.saturating_mul(2).saturating_add(1)];
    let (pa, pb) = (points(a), points(b));
    let from_a = pa.map(|p| distances(solution, p, pb));
    let from_b = pb.map(|p| distances(solution, p, pa));
    let signs = |i: usize, j: usize| {
        let forward = from_a.get(i).and_then(|d| d.get(j)).copied().flatten();
        let back = from_b.get(j).and_then(|d| d.get(i)).copied().flatten();
        let mut possible = 7;
        match forward {
            Some(d) if d > 0 => possible &= 1,
            Some(0) => possible &= 3,
            _ => {}
        }
        match back {
            Some(d) if d > 0 => possible &= 4,
            Some(0) => possible &= 6,
            _ => {}
        }
        Signs(possible)
    };
    let known = [signs(0, 0), signs(0, 1), signs(1, 0), signs(1, 1)];
    Allen::ALL.into_iter().filter(|r| r.pattern().iter().zip(&known).all(|(p, k)| p.0 & k.0 != 0)).collect()
}

/// How much later than `from` each of two points is at least; none when nothing is known.
fn distances(solution: &Solution, from: Point, to: [Point; 2]) -> [Option<i64>; 2] {
    let mut best: FastMap<Point, i64> = FastMap::from_iter([(from, 0)]);
    let mut queue = VecDeque::from([from]);
    // Accepted differences hold no positive cycle; the limit is for those that rounding might leave.
    let mut steps = 64 * (solution.gaps.keys() + 1);
    while let Some(point) = queue.pop_front() {
        let Some(&here) = best.get(&point) else { continue };
        for later in solution.gaps.of(point) {
            let next = later.point();
            let Some(there) = here.checked_add(later.seconds()) else { continue };
            if best.get(&next).is_none_or(|&old| there > old) {
                steps = steps.saturating_sub(1);
                if steps == 0 {
                    queue.clear();
                    break;
                }
                best.insert(next, there);
                queue.push_back(next);
            }
        }
    }
    let latest = solution.latest(from);
    to.map(|point| {
        let earliest = solution.earliest(point);
        let dated = earliest.zip(latest).and_then(|(e, l)| e.checked_sub(l));
        best.get(&point).copied().max(dated)
    })
}

/// The events that begin when another is over, through chains of the statements left standing, whatever their dates: the
/// nearest first, as far as `reach` points.
pub fn later(solution: &Solution, event: usize, reach: usize) -> Vec<usize> {
    let end = event.saturating_mul(2).saturating_add(1);
    let mut seen = FastSet::from_iter([end]);
    let mut queue = VecDeque::from([end]);
    let mut found = Vec::new();
    while let Some(point) = queue.pop_front() {
        for later in solution.gaps.of(point) {
            let next = later.point();
            if later.seconds() < 0 || seen.len() > reach || !seen.insert(next) {
                continue;
            }
            if next % 2 == 0 {
                found.push(next / 2);
            }
            queue.push_back(next);
        }
    }
    found.retain(|&e| e != event);
    found
}

/// The least differences between points that the rules in force and those that go without saying demand, from each point.
pub(super) fn gaps(rules: &Rules, active: &[bool]) -> Lists<Later> {
    let stated = rules.rules.iter().zip(active).filter(|(_, active)| **active).map(|(rule, _)| rule);
    let unsaid = (0..rules.points as u32).step_by(2).map(Rule::unsaid);
    let both = |rule: Rule| match rule {
        Rule::Gap { from, to, gap } => [Some((from, to, gap)), None],
        Rule::Step { from, to, shift } => {
            let (least, most) = rules.shifts.get(shift as usize).map_or((0, 0), Shift::differences);
            [Some((from, to, least)), Some((to, from, -most))]
        }
        _ => [None, None],
    };
    let all = stated.chain(unsaid).flat_map(move |rule| both(rule).into_iter().flatten());
    Lists::new(rules.points, all.map(|(from, to, gap)| (from as usize, Later::new(to, gap))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_arrangement_of_two_stretches_is_exactly_one_relation() {
        let sign = |a: i32, b: i32| {
            if a < b {
                1
            } else if a == b {
                2
            } else {
                4
            }
        };
        for (a, b, c, d) in (0..256).map(|n| (n / 64, n / 16 % 4, n / 4 % 4, n % 4)) {
            if a > b || c > d {
                continue;
            }
            let known = [sign(a, c), sign(a, d), sign(b, c), sign(b, d)];
            let fits = |r: &Allen| r.pattern().iter().zip(known).all(|(p, k)| p.0 & k != 0);
            let fitting: Vec<Allen> = Allen::ALL.into_iter().filter(fits).collect();
            assert_eq!(fitting.len(), 1, "{a}-{b} {c}-{d}: {fitting:?}");
            let turned = [sign(c, a), sign(c, b), sign(d, a), sign(d, b)];
            let back = |r: &Allen| r.pattern().iter().zip(turned).all(|(p, k)| p.0 & k != 0);
            assert_eq!(Allen::ALL.into_iter().filter(back).collect::<Vec<_>>(), [fitting[0].inverse()]);
        }
    }
}
