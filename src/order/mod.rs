//! The constraint network: bounds, order, contradictions.
//!
//! An event is two points, its begin and its end. Every statement of the text (a date, "before", "a day after",
//! "since", a tense) becomes a few constraints between points; shortest paths give each point its earliest and latest
//! moment (a simple temporal network: Dechter, Meiri and Pearl, *Temporal constraint networks*, Artificial Intelligence
//! 49, 1991). Points are whole seconds of local time and all bounds are inclusive, so that an event "on Saturday" lies
//! between 00:00:00 and 23:59:59 of that day.

use crate::calendar::{Period, Unit};

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
pub enum Kind {
    /// The point is not before this moment.
    NotBefore(Point, i64),
    /// The point is not after this moment.
    NotAfter(Point, i64),
    /// The second point is at least `gap` seconds after the first (0: not before it; 1: strictly after it).
    Gap {
        /// The earlier point.
        from: Point,
        /// The later point.
        to: Point,
        /// Seconds between, at least.
        gap: i64,
    },
    /// The second point lies in the granule (of `grain`) that calendar arithmetic reaches from the first one's:
    /// "a day after", "three months before".
    Step {
        /// Counted from here.
        from: Point,
        /// To here.
        to: Point,
        /// How far.
        by: Period,
        /// 1 towards the future, -1 towards the past.
        sign: i8,
        /// The grain within which it is exact.
        grain: Unit,
    },
}
