//! Calendar arithmetic on bounds: where a step of "three months" can lead, and where it can have come from.

use crate::calendar::{Count, Granule, Period, Unit};
use chrono::{DateTime, NaiveDateTime};

/// A step along the calendar, ready to be applied to bounds. All four functions are monotone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift {
    /// The length that leads to the earliest target.
    low: Length,
    /// The length that leads to the latest target.
    high: Length,
    sign: i64,
    grain: Unit,
}

impl Shift {
    /// None when the length is open ("several weeks"), which only gives an order.
    pub(super) fn new(by: Period, sign: i8, grain: Unit) -> Option<Shift> {
        let (near, far) = match by.count {
            Count::Some => return None,
            Count::Range(a, b) => {
                let count = |n| Period { count: Count::Exact(n), ..by };
                (count(a.min(b)), count(a.max(b)))
            }
            Count::Exact(_) | Count::Tenths(_) => (by, by),
        };
        let sign = if sign < 0 { -1 } else { 1 };
        let (low, high) = if sign > 0 { (near, far) } else { (far, near) };
        let coarse = by.unit >= Unit::Month || by.rest.iter().flatten().any(|&(_, unit)| unit >= Unit::Month);
        let grain = match grain {
            // Months clamp to the last day, which only whole days survive in order.
            Unit::Second | Unit::Minute | Unit::Hour | Unit::DayPart if coarse => Unit::Day,
            Unit::DayPart => Unit::Hour,
            Unit::Weekend => Unit::Week,
            other => other,
        };
        Some(Shift { low: low.into(), high: high.into(), sign, grain })
    }

    /// The earliest target from `at`.
    pub(super) fn earliest_target(&self, at: i64) -> Option<i64> {
        reach(self.low, self.sign, self.grain, floor(self.grain, at)?)
    }

    /// The latest target from `at`.
    pub(super) fn latest_target(&self, at: i64) -> Option<i64> {
        last(self.grain, reach(self.high, self.sign, self.grain, floor(self.grain, at)?)?)
    }

    /// The earliest moment from which `at` or something later can be reached.
    pub(super) fn earliest_source(&self, at: i64) -> Option<i64> {
        let target = floor(self.grain, at)?;
        let reach = |from| reach(self.high, self.sign, self.grain, from);
        let mut cell = reach_back(self.high, self.sign, self.grain, target)?;
        for _ in 0..NEAR {
            if reach(cell)? >= target {
                break;
            }
            cell = last(self.grain, cell)?.checked_add(1)?;
        }
        for _ in 0..NEAR {
            let before = floor(self.grain, cell.checked_sub(1)?)?;
            if reach(before)? < target {
                break;
            }
            cell = before;
        }
        Some(cell)
    }

    /// The latest moment from which `at` or something earlier can be reached.
    pub(super) fn latest_source(&self, at: i64) -> Option<i64> {
        let target = floor(self.grain, at)?;
        let reach = |from| reach(self.low, self.sign, self.grain, from);
        let mut cell = reach_back(self.low, self.sign, self.grain, target)?;
        for _ in 0..NEAR {
            if reach(cell)? <= target {
                break;
            }
            cell = floor(self.grain, cell.checked_sub(1)?)?;
        }
        for _ in 0..NEAR {
            let next = last(self.grain, cell)?.checked_add(1)?;
            if reach(next)? > target {
                break;
            }
            cell = next;
        }
        last(self.grain, cell)
    }

    /// Seconds from source to target: at least, and at most.
    pub(super) fn differences(&self) -> (i64, i64) {
        let cell = seconds(self.grain).1 - 1;
        // Whole days moved by days or months stay whole days; a quarter moved by weeks is cut anew.
        let cut = if self.grain <= Unit::Day || self.grain == self.low.by.grain() { 0 } else { cell };
        let least = |by: Length| length(by.by, false);
        let most = |by: Length| length(by.by, true);
        if self.sign > 0 {
            (least(self.low) - cell - cut, most(self.high) + cell)
        } else {
            (-most(self.low) - cell - cut, cell - least(self.high))
        }
    }
}

/// A length.
#[derive(Debug, Clone, Copy)]
struct Length {
    by: Period,
    /// Its seconds, where they are the same wherever it begins: such steps need no calendar.
    seconds: Option<i64>,
}

impl From<Period> for Length {
    fn from(by: Period) -> Self {
        let whole = matches!(by.count, Count::Exact(_)) && by.is_plain() && by.unit <= Unit::Week;
        Length { by, seconds: whole.then(|| length(by, false)) }
    }
}

/// Seconds on either side of 1970 that surely lie in the calendar.
const CALENDAR: u64 = 250_000 * 365 * 86_400;

/// How many cells the inverse of a step may lie off the step backwards: clamped months (three days), fractions.
const NEAR: usize = 40;

fn moment(seconds: i64) -> Option<NaiveDateTime> {
    DateTime::from_timestamp(seconds, 0).map(|t| t.naive_utc())
}

/// The length of cells that need not be looked up in the calendar.
fn fixed(grain: Unit) -> Option<i64> {
    match grain {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Some(seconds(grain).0),
        _ => None,
    }
}

fn floor(grain: Unit, at: i64) -> Option<i64> {
    if let Some(length) = fixed(grain) {
        return at.div_euclid(length).checked_mul(length);
    }
    Some(Granule::of(grain, moment(at)?).begin()?.and_utc().timestamp())
}

fn last(grain: Unit, at: i64) -> Option<i64> {
    if let Some(length) = fixed(grain) {
        return floor(grain, at)?.checked_add(length - 1);
    }
    Some(Granule::of(grain, moment(at)?).interval()?.end?.and_utc().timestamp() - 1)
}

fn reach(Length { by, seconds }: Length, sign: i64, grain: Unit, from: i64) -> Option<i64> {
    let to = seconds.map(|seconds| from.saturating_add(sign * seconds));
    if let Some(to) = to.filter(|to| from.unsigned_abs().max(to.unsigned_abs()) < CALENDAR) {
        return floor(grain, to);
    }
    floor(grain, by.add(moment(from)?, sign)?.and_utc().timestamp())
}

fn reach_back(by: Length, sign: i64, grain: Unit, from: i64) -> Option<i64> {
    reach(by, -sign, grain, from)
}

/// The shortest and the longest that a unit can be.
fn seconds(unit: Unit) -> (i64, i64) {
    const DAY: i64 = 86_400;
    match unit {
        Unit::Second => (1, 1),
        Unit::Minute => (60, 60),
        Unit::Hour => (3600, 3600),
        Unit::DayPart | Unit::Day => (DAY, DAY),
        Unit::Weekend | Unit::Week => (7 * DAY, 7 * DAY),
        Unit::Month => (28 * DAY, 31 * DAY),
        Unit::Season | Unit::Quarter => (89 * DAY, 92 * DAY),
        Unit::Half => (181 * DAY, 184 * DAY),
        Unit::Year => (365 * DAY, 366 * DAY),
        Unit::Decade => (3651 * DAY, 3653 * DAY),
        Unit::Century => (36_523 * DAY, 36_525 * DAY),
    }
}

fn length(by: Period, longest: bool) -> i64 {
    let one = |unit| if longest { seconds(unit).1 } else { seconds(unit).0 };
    let whole = match by.count {
        Count::Exact(n) | Count::Range(n, _) => i64::from(n).saturating_mul(one(by.unit)),
        // Fractions are counted in a finer unit of nearly fixed length: a margin of a tenth of the unit covers them.
        Count::Tenths(t) => (i64::from(t) + if longest { 1 } else { -1 }).saturating_mul(one(by.unit)) / 10,
        Count::Some => 0,
    };
    let rest =
        by.rest.iter().flatten().map(|&(n, unit)| i64::from(n).saturating_mul(one(unit))).fold(0, i64::saturating_add);
    whole.saturating_add(rest).min(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn at(y: i32, m: u32, d: u32, h: u32) -> i64 {
        NaiveDate::from_ymd_opt(y, m, d).unwrap().and_hms_opt(h, 0, 0).unwrap().and_utc().timestamp()
    }

    #[test]
    fn the_last_of_january_and_a_month() {
        let shift = Shift::new(Period::new(1, Unit::Month), 1, Unit::Day).unwrap();
        assert_eq!(shift.earliest_target(at(2024, 1, 31, 5)), Some(at(2024, 2, 29, 0)));
        assert_eq!(shift.latest_target(at(2024, 1, 31, 5)), Some(at(2024, 3, 1, 0) - 1));
        assert_eq!(shift.earliest_source(at(2024, 2, 29, 12)), Some(at(2024, 1, 29, 0)));
        assert_eq!(shift.latest_source(at(2024, 2, 29, 12)), Some(at(2024, 2, 1, 0) - 1));
    }

    #[test]
    fn sources_are_what_a_search_over_all_days_finds() {
        let lengths = [(1, Unit::Day), (3, Unit::Week), (1, Unit::Month), (5, Unit::Month), (1, Unit::Year)];
        let first = at(2023, 12, 1, 0);
        for (n, unit) in lengths {
            for sign in [1, -1] {
                for grain in [Unit::Day, Unit::Week, Unit::Month, Unit::Year] {
                    let shift = Shift::new(Period::new(n, unit), sign, grain).unwrap();
                    for day in (0..20).map(|d| first + d * 7 * 86_400 + 86_400) {
                        let range = || (-800..800).map(|d| day + d * 86_400);
                        let low = range().find(|&x| shift.latest_target(x).unwrap() >= day).unwrap();
                        let high = range().rev().find(|&x| shift.earliest_target(x).unwrap() <= day).unwrap();
                        assert_eq!(shift.earliest_source(day), Some(low), "{n} {unit:?} {sign} {grain:?}");
                        assert_eq!(shift.latest_source(day), Some(high + 86_399), "{n} {unit:?} {sign} {grain:?}");
                        let (least, most) = shift.differences();
                        assert!(shift.earliest_target(day + 86_399).unwrap() - day - 86_399 >= least);
                        assert!(shift.latest_target(day).unwrap() - day <= most, "{n} {unit:?} {sign} {grain:?}");
                    }
                }
            }
        }
    }
}
