//! From meaning to date. The only place where an [`Expr`] becomes one; pure.

use crate::calendar::{Count, Cycle, DayPart, Granule, Interval, Period, Season, Unit, add_days, add_units};
use crate::error::Unresolved;
use crate::expr::{Anchor, Expr, Modifier, Reference, Step, Way, What};
use crate::timex::Lean;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// Where an expression stands: what it may be counted from, and which way it leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// The time of speaking: the publication, or the day of the saying inside of a quotation.
    pub now: NaiveDateTime,
    /// The time that the story has reached, if it has reached one.
    pub story: Option<Granule>,
    /// The quarter or half that the article reports on, if it is a report on one: "the quarter", "a year ago".
    pub report: Option<Granule>,
    /// What such a report compares at the moment, that quarter or its whole year: "a year ago" is that one a year before.
    pub compared: Option<Granule>,
    /// The time of the event that an offset hangs on, once it is known.
    pub event: Option<Granule>,
    /// Past, coming or nearest, for what comes again.
    pub lean: Lean,
    /// Whether the words say which way it leans, and not only the policy.
    pub sure: bool,
    /// Whether the lean holds however far away that is: the caller wants it, or the words leave no choice.
    pub fixed: bool,
    /// Whether the words say that it is still to come: a future, a plan, a deadline.
    pub planned: bool,
    /// Whether bare months, days and seasons belong to the year of the story (a history) and not to the time of speaking.
    pub history: bool,
    /// Whether the day stands first in dates of numbers: 3/4/2025 is in April.
    pub day_first: bool,
    /// The month in which a fiscal year begins, 1 to 12.
    pub fiscal_start: u8,
    /// Whether seasons are those of the southern hemisphere: summer begins in December.
    pub southern: bool,
    /// The hours at which morning, afternoon, evening and night begin, where they are not the usual ones.
    pub day_parts: Option<[u8; 4]>,
}

impl Frame {
    /// A frame with only a time of speaking, leaning to the past.
    pub fn new(now: NaiveDateTime) -> Self {
        Frame {
            now,
            story: None,
            report: None,
            compared: None,
            event: None,
            lean: Lean::Past,
            sure: false,
            fixed: false,
            planned: false,
            history: false,
            day_first: false,
            fiscal_start: 1,
            southern: false,
            day_parts: None,
        }
    }
}

/// An expression's place on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Resolution {
    /// The cell of the calendar, where it is one.
    pub granule: Option<Granule>,
    /// The time that it covers.
    pub interval: Option<Interval>,
    /// What it was counted from, where it was counted.
    pub anchor: Option<Granule>,
    /// Past or coming, where more than one occurrence was at hand.
    pub lean: Option<Lean>,
    /// The reading that another lean would give.
    pub other: Option<Granule>,
}

/// Resolves an expression.
///
/// ```
/// use dateline::{Cycle, Expr, resolve::{Frame, resolve}};
/// use chrono::{NaiveDate, Weekday};
/// let sunday = NaiveDate::from_ymd_opt(2025, 3, 9).unwrap().into();
/// let saturday = resolve(&Expr::Bare(Cycle::Weekday(Weekday::Sat)), &Frame::new(sunday)).unwrap();
/// assert_eq!(saturday.granule.unwrap().to_string(), "2025-03-08");
/// ```
///
/// # Errors
/// Says why the expression has no place on the calendar.
pub fn resolve(expr: &Expr, frame: &Frame) -> Result<Resolution, Unresolved> {
    let found = match season_of(expr).filter(|_| frame.southern) {
        Some(season) => southern(season, expr, frame),
        None => placed(expr, frame),
    }?;
    // What modifies a part of the day has been given the part with its hours.
    Ok(match (found.granule, frame.day_parts) {
        (Some(Granule::DayPart(day, part)), Some(hours)) if !matches!(expr, Expr::Mod(..)) => {
            Resolution { interval: by_hours(part, hours, day).or(found.interval), ..found }
        }
        _ => found,
    })
}

/// A part of a day by the hours at which morning, afternoon, evening and night begin; none for other parts of it.
fn by_hours(part: DayPart, hours: [u8; 4], day: NaiveDate) -> Option<Interval> {
    let midnight = day.and_time(NaiveTime::MIN);
    let [morning, afternoon, evening, night] = hours.map(|hour| add_units(midnight, hour.min(24).into(), Unit::Hour));
    let (begin, end) = match part {
        DayPart::Morning => (morning, afternoon),
        DayPart::Afternoon => (afternoon, evening),
        DayPart::Evening => (evening, night),
        DayPart::Night => (night, add_units(midnight, 1, Unit::Day)),
        DayPart::Overnight | DayPart::Daytime => return None,
    };
    (begin? < end?).then_some(Interval { begin, end })
}

fn placed(expr: &Expr, frame: &Frame) -> Result<Resolution, Unresolved> {
    match expr {
        Expr::At(granule) => on(Some(*granule)),
        Expr::Bare(cycle) => bare(*cycle, frame),
        Expr::Step(step, what, anchor) => {
            if let (What::Unit(unit), Some(report)) = (what, reported(*step, anchor, frame))
                && *unit == report.unit()
            {
                return counted(report, Granule::of(Unit::Day, frame.now));
            }
            let mut base = anchor_granule(anchor, frame)?;
            // "the year" of a report is that of its quarter.
            if (*step, anchor, what) == (Step::This, &Anchor::Narrative, &What::Unit(Unit::Year)) && !frame.history {
                base = frame.report.unwrap_or(base);
            }
            // "the year" is no year of the story that is still to come.
            let today = Granule::of(Unit::Day, frame.now);
            if (*step, anchor) == (Step::This, &Anchor::Narrative)
                && base.begin() >= today.interval().and_then(|i| i.end)
            {
                base = today;
            }
            // "the 1988 period" of a report: its quarter in that year; the year where nothing is reported on.
            if let (Anchor::At(_), Step::This, What::Unit(unit)) = (anchor, step, what)
                && base.unit() > *unit
            {
                let years = frame.compared.and_then(|r| Some((r, r.widen(base.unit())?)));
                let then = years.filter(|(r, _)| r.unit() == *unit).and_then(|(r, y)| in_same_place(r, y, base));
                return counted(then.unwrap_or(base), base);
            }
            // Said on a Sunday of what is to come, "this week" is the one that begins then.
            let sunday = matches!(base, Granule::Day(d) if d.weekday() == Weekday::Sun) && frame.sure;
            let found = match what {
                What::Unit(Unit::Week) if sunday && *step == Step::This && frame.lean == Lean::Future => {
                    step_unit(Step::Next, Unit::Week, base)
                }
                What::Cycle(Cycle::Weekday(day)) if *anchor == Anchor::Publication => {
                    step_weekday(*step, *day, base, frame)
                }
                // "this Christmas" of what is to come, where that of the year is over
                What::Cycle(cycle @ Cycle::Holiday(_))
                    if *step == Step::This && frame.lean == Lean::Future && (frame.fixed || frame.sure) =>
                {
                    neighbours(*cycle, base).and_then(|(_, coming)| coming)
                }
                What::Unit(unit) => step_unit(*step, *unit, base),
                What::Cycle(cycle) => step_cycle(*step, *cycle, base),
            };
            // "the next day" after a month or a year: nobody knows which.
            let unknown = if what.unit() < base.unit() { Unresolved::Vague } else { Unresolved::NoSuchDate };
            counted(found.ok_or(unknown)?, base)
        }
        Expr::Shift { by, way, from } => shift(*by, *way, from, frame),
        Expr::Nth(n, what, of) => {
            let of = granule(of, frame)?;
            let found = match what {
                // The weekend beside a day: of a Monday or Tuesday the one before.
                What::Unit(Unit::Weekend) if *n == 0 => of.widen(Unit::Weekend).and_then(|weekend| match of {
                    Granule::Day(d) if d.weekday().num_days_from_monday() < 2 => weekend.shift(-1),
                    _ => Some(weekend),
                }),
                What::Unit(unit) if *unit >= of.unit() => of.widen(*unit),
                What::Unit(unit) => of.nth(*n, *unit),
                // The one closest to a day.
                What::Cycle(Cycle::Weekday(day)) if *n == 0 => {
                    of.shift(-3).and_then(|from| step_cycle(Step::Next, Cycle::Weekday(*day), from.shift(-1)?))
                }
                What::Cycle(Cycle::Weekday(day)) => nth_weekday(*n, *day, of),
                What::Cycle(cycle) => within(*cycle, of),
            };
            let found = on(found)?;
            // "Labor Day weekend" takes in the holiday and the days between.
            match (n, what, found.interval, of.interval()) {
                (0, What::Unit(Unit::Weekend), Some(weekend), Some(day)) => {
                    let (begin, end) = (weekend.begin.min(day.begin), weekend.end.max(day.end));
                    Ok(Resolution { interval: Some(Interval { begin, end }), ..found })
                }
                _ => Ok(found),
            }
        }
        // "Saturday, April 25": of the years around, the one in which it is a Saturday.
        Expr::In(Cycle::Weekday(day), of) if matches!(**of, Expr::Bare(Cycle::MonthDay(..))) => {
            let inner = resolve(of, frame)?;
            let is_it = |g: &Granule| matches!(g, Granule::Day(d) if d.weekday() == *day);
            match inner.granule.is_some_and(|g| is_it(&g)) {
                true => Ok(inner),
                false => Ok(match inner.other.filter(is_it) {
                    Some(other) => Resolution { other: inner.granule, ..on(Some(other))? },
                    None => match other_years(of, inner.granule, frame).into_iter().flatten().find(is_it) {
                        Some(found) => Resolution { other: inner.granule, ..on(Some(found))? },
                        None => inner,
                    },
                }),
            }
        }
        Expr::In(Cycle::Weekday(day), of) if matches!(**of, Expr::Bare(Cycle::DayOfMonth(_))) => {
            let Expr::Bare(cycle) = **of else { return Err(Unresolved::Vague) };
            weekday_the_nth(*day, cycle, frame)
        }
        // "the first half of March": half of that month, whose cell it keeps.
        Expr::In(Cycle::Half(n), of) if !granule(of, frame).is_ok_and(|g| g.unit() == Unit::Year) => {
            let inner = resolve(of, frame)?;
            Ok(Resolution { interval: inner.interval.map(|i| half(*n, i)), ..inner })
        }
        Expr::In(cycle, of) => {
            let inner = resolve(of, frame)?;
            let granule = inner.granule.ok_or(Unresolved::Vague)?;
            let found = on(within(*cycle, granule))?;
            let other = inner.other.and_then(|o| within(*cycle, o));
            Ok(Resolution { anchor: inner.anchor, lean: inner.lean, other, ..found })
        }
        Expr::Mod(modifier, of) => {
            let inner = resolve(of, frame)?;
            let part = |i| match inner.granule {
                Some(Granule::DayPart(_, DayPart::Morning)) if frame.day_parts.is_none() => of_morning(*modifier, i),
                // "earlier yesterday": than what was told
                Some(Granule::Day(day)) if day != frame.now.date() && is_comparative(*modifier) => i,
                granule => part(*modifier, i, granule.map(Granule::unit)),
            };
            Ok(Resolution {
                interval: inner.interval.map(|i| beside_now(*modifier, i, frame.now).unwrap_or_else(|| part(i))),
                ..inner
            })
        }
        Expr::Numeric(a, b, year) => numeric(*a, *b, *year, frame),
        Expr::Fiscal(of) => fiscal(of, frame),
        Expr::Named(period) => Ok(Resolution { interval: Some(*period), ..Resolution::default() }),
        Expr::Between(first, last) => between(first, last, frame),
        Expr::Stretch(by, way, anchor) => stretch(*by, *way, anchor, frame),
        Expr::Length(_) => Err(Unresolved::Length),
        Expr::Every(_) => Err(Unresolved::Recurs),
        Expr::Reference(Reference::Present) => {
            let today = Granule::of(Unit::Day, frame.now);
            Ok(Resolution { interval: today.interval(), anchor: Some(today), ..Resolution::default() })
        }
        Expr::Reference(Reference::Past) => {
            Ok(Resolution { interval: Some(Interval { begin: None, end: Some(frame.now) }), ..Resolution::default() })
        }
        Expr::Reference(Reference::Future) => {
            Ok(Resolution { interval: Some(Interval { begin: Some(frame.now), end: None }), ..Resolution::default() })
        }
    }
}

fn on(granule: Option<Granule>) -> Result<Resolution, Unresolved> {
    let granule = granule.ok_or(Unresolved::NoSuchDate)?;
    let interval = granule.interval().ok_or(Unresolved::NoSuchDate)?;
    Ok(Resolution { granule: Some(granule), interval: Some(interval), ..Resolution::default() })
}

fn counted(granule: Granule, from: Granule) -> Result<Resolution, Unresolved> {
    Ok(Resolution { anchor: Some(from), ..on(Some(granule))? })
}

fn granule(expr: &Expr, frame: &Frame) -> Result<Granule, Unresolved> {
    resolve(expr, frame)?.granule.ok_or(Unresolved::Vague)
}

fn anchor_granule(anchor: &Anchor, frame: &Frame) -> Result<Granule, Unresolved> {
    match anchor {
        Anchor::Publication => Ok(Granule::of(Unit::Day, frame.now)),
        Anchor::Narrative => Ok(frame.story.unwrap_or_else(|| Granule::of(Unit::Day, frame.now))),
        Anchor::At(of) => granule(of, frame),
        Anchor::Event => frame.event.ok_or(Unresolved::NoEvent),
    }
}

/// The occurrence of `cycle` that the lean picks, counted from the time of speaking or, in a history, from the story.
fn bare(cycle: Cycle, frame: &Frame) -> Result<Resolution, Unresolved> {
    let today = Granule::of(Unit::Day, frame.now);
    if cycle == Cycle::DayPart(DayPart::Overnight) {
        // "It snowed overnight": the night that ends today. "It will snow overnight": the one that begins.
        let day = if frame.lean == Lean::Future { Some(today) } else { today.shift(-1) };
        return Ok(Resolution { anchor: Some(today), ..on(day.and_then(|d| cycle.within(d)))? });
    }
    if cycle.round() == Unit::Day {
        // A time of day is of the day that the story is at.
        let day = frame.story.and_then(|s| s.widen(Unit::Day)).unwrap_or(today);
        let found = on(cycle.within(day))?;
        // "will speak at 3 p.m.", written at 4: on the next day.
        let over = day == today && found.interval.and_then(|i| i.end).is_some_and(|end| end <= frame.now);
        if over && frame.lean == Lean::Future && frame.now > today.begin().unwrap_or(frame.now) {
            let next = day.shift(1).and_then(|d| cycle.within(d));
            return Ok(Resolution { anchor: Some(day), lean: Some(Lean::Future), other: found.granule, ..on(next)? });
        }
        return Ok(Resolution { anchor: Some(day), ..found });
    }
    let story = frame.story.filter(|s| frame.history && s.unit() <= cycle.round());
    if let Some(story) = story {
        let found = in_story(cycle, story).ok_or(Unresolved::NoSuchDate)?;
        return Ok(Resolution { anchor: Some(story), ..on(Some(found))? });
    }
    let (past, future) = neighbours(cycle, today).ok_or(Unresolved::NoSuchDate)?;
    let nearer_future = matches!((past, future), (Some(p), Some(f)) if distance(f, today) < distance(p, today));
    let is_yesterday = past.is_some_and(|p| p.begin() < today.begin() && distance(p, today) == DAY);
    let lean = match frame.lean {
        // A report tells of the quarter at hand or just over, unless it is said to come.
        Lean::Future if !frame.fixed && matches!(cycle, Cycle::Quarter(_) | Cycle::Half(_)) => Lean::Nearest,
        // "the first to leave Friday", told on Saturday: "next Friday" would be said of the one six days off.
        Lean::Future if matches!(cycle, Cycle::Weekday(_)) && !frame.fixed && is_yesterday => Lean::Past,
        // "dividend payable Dec. 15" in October: a date nearly a year away would not be given bare.
        lean if frame.fixed || cycle.round() != Unit::Year || frame.sure && cycle.unit() > Unit::Day => lean,
        Lean::Past if is_far(past, future, today) => Lean::Future,
        Lean::Future if is_far(future, past, today) => Lean::Past,
        lean => lean,
    };
    let (found, other, lean) = match lean {
        Lean::Future => (future, past, Lean::Future),
        Lean::Nearest if nearer_future => (future, past, Lean::Future),
        Lean::Past | Lean::Nearest => (past, future, Lean::Past),
    };
    let found = on(found.or(other))?;
    let other = other.filter(|o| Some(*o) != found.granule);
    Ok(Resolution { anchor: Some(today), lean: other.map(|_| lean), other, ..found })
}

/// A date of numbers, in the order that the frame says; the other order is the other reading.
fn numeric(a: u8, b: u8, year: Option<i32>, frame: &Frame) -> Result<Resolution, Unresolved> {
    let read = |month: u8, day: u8| {
        let cycle = Cycle::MonthDay(month, day);
        match year {
            Some(year) => on(cycle.within(Granule::Year(year))),
            None if (1..=12).contains(&month) => bare(cycle, frame),
            None => Err(Unresolved::NoSuchDate),
        }
    };
    let (first, second) = if frame.day_first { (read(b, a), read(a, b)) } else { (read(a, b), read(b, a)) };
    match (first, second) {
        (Ok(first), Ok(second)) => {
            let other = second.granule.filter(|_| second.granule != first.granule);
            Ok(Resolution { other: other.or(first.other), ..first })
        }
        (first, second) => first.or(second),
    }
}

/// A fiscal year is named by the calendar year in which it ends: with a begin in October fiscal 2024 is October 2023 to
/// September 2024. The granule keeps its name, the interval is exact.
fn fiscal(of: &Expr, frame: &Frame) -> Result<Resolution, Unresolved> {
    let ahead = (13 - i64::from(frame.fiscal_start.clamp(1, 12))) % 12;
    // Seen from the fiscal calendar it is later in the year.
    let now = add_units(frame.now, ahead, Unit::Month).ok_or(Unresolved::NoSuchDate)?;
    let found = resolve(of, &Frame { now, fiscal_start: 1, ..*frame })?;
    let back = |at: Option<NaiveDateTime>| at.and_then(|at| add_units(at, -ahead, Unit::Month));
    let interval = found.interval.map(|i| Interval { begin: back(i.begin), end: back(i.end) });
    Ok(Resolution { interval, ..found })
}

/// The season that an expression names.
fn season_of(expr: &Expr) -> Option<Season> {
    match expr {
        Expr::At(Granule::Season(_, season)) => Some(*season),
        Expr::Bare(cycle) | Expr::In(cycle, _) | Expr::Step(_, What::Cycle(cycle), _) => match cycle {
            Cycle::Season(season) => Some(*season),
            _ => None,
        },
        _ => None,
    }
}

/// A season of the southern hemisphere is the northern one six months away; spring and summer come later in their year,
/// autumn and winter earlier. The granule keeps its name, the interval is exact.
fn southern(season: Season, expr: &Expr, frame: &Frame) -> Result<Resolution, Unresolved> {
    let months = match season {
        Season::Spring | Season::Summer => 6,
        Season::Autumn | Season::Winter => -6,
    };
    let moved = |at: NaiveDateTime, by: i64| add_units(at, by, Unit::Month);
    // What is counted from the time of speaking sees the northern calendar from there.
    let counted = matches!(expr, Expr::Bare(_) | Expr::Step(_, _, Anchor::Publication));
    let now = if counted { moved(frame.now, -months).ok_or(Unresolved::NoSuchDate)? } else { frame.now };
    let found = placed(expr, &Frame { now, southern: false, ..*frame })?;
    let there = |at: Option<NaiveDateTime>| at.and_then(|at| moved(at, months));
    let interval = found.interval.map(|i| Interval { begin: there(i.begin), end: there(i.end) });
    Ok(Resolution { interval, ..found })
}

/// "Saturday the 8th": of the months around, the nearest in which the 8th is a Saturday; the one ahead where the sentence
/// looks ahead.
fn weekday_the_nth(day: Weekday, of_month: Cycle, frame: &Frame) -> Result<Resolution, Unresolved> {
    /// The same day of the month comes on the same weekday again within so many months.
    const MONTHS: i64 = 24;
    let today = Granule::of(Unit::Day, frame.now);
    let month = today.widen(Unit::Month).ok_or(Unresolved::NoSuchDate)?;
    let fits = |n: i64| {
        let found = of_month.within(month.shift(n)?)?;
        matches!(found, Granule::Day(d) if d.weekday() == day).then_some(found)
    };
    let past = (0..=MONTHS).filter_map(|n| fits(-n)).find(|g| g.begin() <= today.begin());
    let future = (0..=MONTHS).filter_map(fits).find(|g| g.begin() >= today.begin());
    let nearer_future = matches!((past, future), (Some(p), Some(f)) if distance(f, today) < distance(p, today));
    let ahead = match frame.lean {
        Lean::Future => true,
        Lean::Past if frame.sure => false,
        Lean::Past | Lean::Nearest => nearer_future,
    };
    let (found, other, lean) = if ahead { (future, past, Lean::Future) } else { (past, future, Lean::Past) };
    Ok(Resolution { anchor: Some(today), lean: Some(lean), other, ..on(found.or(other))? })
}

/// The same day one year on, the way that the sentence leans ("Fri, Jul 18"), and in the year of the story.
fn other_years(of: &Expr, here: Option<Granule>, frame: &Frame) -> [Option<Granule>; 2] {
    let Expr::Bare(cycle) = of else { return [None; 2] };
    let step = if frame.lean == Lean::Past { -1 } else { 1 };
    let next = here.and_then(|g| g.widen(Unit::Year)?.shift(step));
    let story = frame.story.and_then(|g| g.widen(Unit::Year));
    [next, story].map(|year| cycle.within(year?))
}

/// A day in seconds.
const DAY: i64 = 86_400;

/// Whether an occurrence lies nine months away or more and the other one within three.
fn is_far(one: Option<Granule>, other: Option<Granule>, today: Granule) -> bool {
    matches!((one, other), (Some(a), Some(b)) if distance(a, today) > 275 * DAY && distance(b, today) < 92 * DAY)
}

/// The quarter of a report, where "the quarter" or "the latest quarter" means it.
fn reported(step: Step, anchor: &Anchor, frame: &Frame) -> Option<Granule> {
    match (step, anchor) {
        (Step::This, Anchor::Narrative) => frame.report.or_else(|| Granule::of(Unit::Quarter, frame.now).shift(-1)),
        _ => None,
    }
}

/// The last occurrence that has begun by the end of `today`, and the first that has not ended before it.
fn neighbours(cycle: Cycle, today: Granule) -> Option<(Option<Granule>, Option<Granule>)> {
    let Interval { begin: Some(begin), end: Some(end) } = today.interval()? else { return None };
    let round = today.widen(cycle.round())?;
    // 29 February comes after eight years at the latest, the 31st after two months.
    let occurrence = |n: i64| round.shift(n).and_then(|r| cycle.within(r));
    let starts = |g: &Granule| g.begin().is_some_and(|b| b < end);
    let lasts = |g: &Granule| g.interval().and_then(|i| i.end).is_some_and(|e| e > begin);
    let past = (-8..=1).rev().filter_map(occurrence).find(starts);
    let future = (-1..=8).filter_map(occurrence).find(lasts);
    Some((past, future))
}

/// How far a cell lies from today, in seconds: days from begin to begin, longer cells from their nearer edge.
fn distance(granule: Granule, today: Granule) -> i64 {
    match (granule.interval(), today.begin()) {
        (Some(Interval { begin: Some(b), .. }), Some(t)) if granule.unit() <= Unit::Day => (t - b).num_seconds().abs(),
        (Some(Interval { begin: Some(b), end: Some(e) }), Some(t)) => {
            if t < b {
                (b - t).num_seconds()
            } else {
                (t - e).num_seconds().max(0)
            }
        }
        _ => i64::MAX,
    }
}

/// In a history a bare month or day belongs to the year of the story, or to the next when it would lie far behind.
fn in_story(cycle: Cycle, story: Granule) -> Option<Granule> {
    /// A leap day comes in one of so many years.
    const YEARS: i64 = 8;
    let round = story.widen(cycle.round())?;
    let here = (0..=YEARS).find_map(|n| cycle.within(round.shift(n)?))?;
    let far_behind = match (here.interval()?.end, story.begin()) {
        (Some(end), Some(begin)) => match cycle.round() {
            Unit::Year => (begin - end).num_days() > 230,
            Unit::Month => (begin - end).num_days() > 15,
            _ => end <= begin,
        },
        _ => false,
    };
    if far_behind && story.unit() < Unit::Year { cycle.within(round.shift(1)?) } else { Some(here) }
}

fn step_unit(step: Step, unit: Unit, base: Granule) -> Option<Granule> {
    // "the next day" after a month or a year: not known.
    let here = base.widen(unit)?;
    match step {
        Step::Last => here.shift(-1),
        Step::This => Some(here),
        Step::Next => here.shift(1),
    }
}

fn step_cycle(step: Step, cycle: Cycle, base: Granule) -> Option<Granule> {
    if cycle.round() == Unit::Day && cycle != Cycle::Workday {
        let day = step_unit(step, Unit::Day, base)?;
        return cycle.within(day);
    }
    let base = base.widen(Unit::Day).unwrap_or(base);
    let round = base.widen(cycle.round())?;
    let occurrence = |n: i64| round.shift(n).and_then(|r| cycle.within(r));
    match step {
        // "this winter" in January is the one that began in December.
        Step::This => match cycle {
            Cycle::Season(_) => occurrence(-1)
                .filter(|g| g.interval().zip(base.interval()).is_some_and(|(g, b)| g.contains(b)))
                .or_else(|| occurrence(0)),
            _ => occurrence(0),
        },
        Step::Last => (-8..=0).rev().filter_map(occurrence).find(|g| g.interval().and_then(|i| i.end) <= base.begin()),
        Step::Next => {
            let end = base.interval()?.end?;
            (0..=8).filter_map(occurrence).find(|g| g.begin().is_some_and(|b| b >= end))
        }
    }
}

/// "this Monday" is the one of the week at hand, or the coming one where that is over and the sentence looks ahead; "next
/// Monday" is the one of the next week, "last Monday" the one of the last.
fn step_weekday(step: Step, day: Weekday, today: Granule, frame: &Frame) -> Option<Granule> {
    let cycle = Cycle::Weekday(day);
    let week = today.widen(Unit::Week)?;
    let here = cycle.within(week)?;
    match step {
        Step::This if here.begin() < today.begin() && frame.lean != Lean::Past => cycle.within(week.shift(1)?),
        Step::This => Some(here),
        Step::Next => cycle.within(week.shift(1)?),
        // On a Sunday the week is over, and "last Friday" is of it.
        Step::Last if matches!(today, Granule::Day(d) if d.weekday() == Weekday::Sun) => step_cycle(step, cycle, today),
        Step::Last => cycle.within(week.shift(-1)?),
    }
}

/// The cell that lies in `year` where `cell` lies in `its_year`: the same quarter of another year.
fn in_same_place(cell: Granule, its_year: Granule, year: Granule) -> Option<Granule> {
    let year_of = |g: Granule| g.begin().map(|b| i64::from(b.year()));
    let years = year_of(year)? - year_of(its_year)?;
    let begin = add_units(cell.begin()?, years, Unit::Year)?;
    Some(Granule::of(cell.unit(), begin))
}

fn nth_weekday(n: i32, day: Weekday, of: Granule) -> Option<Granule> {
    let all = of.interval()?;
    let found = if n > 0 {
        let first = all.first_day()?;
        let ahead = (7 + day.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
        add_days(first, i64::from(ahead) + 7 * (i64::from(n) - 1))?
    } else {
        let last = all.last_day()?;
        let back = (7 + last.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
        add_days(last, -i64::from(back) + 7 * (i64::from(n) + 1))?
    };
    let granule = Granule::Day(found);
    all.contains(granule.interval()?).then_some(granule)
}

/// The occurrence of `cycle` in `of`, which may be coarser or finer than its round.
fn within(cycle: Cycle, of: Granule) -> Option<Granule> {
    let round = cycle.round();
    if of.unit() == round {
        return cycle.within(of);
    }
    match cycle {
        Cycle::Weekday(day) if of.unit() > Unit::Week => nth_weekday(1, day, of),
        _ if of.unit() < round => cycle.within(of.widen(round)?),
        // A clock time "in March": no day is named.
        _ if of.unit() > round && round > Unit::Day => cycle.within(of.nth(1, round)?),
        _ => None,
    }
}

fn shift(by: Period, way: Way, from: &Anchor, frame: &Frame) -> Result<Resolution, Unresolved> {
    let base = anchor_granule(from, frame)?;
    if by.count == Count::Some {
        let day = base.interval().ok_or(Unresolved::NoSuchDate)?;
        let interval = match way {
            // "minutes earlier": of the same day; "hours later" may be of the next.
            _ if by.unit < Unit::Hour && base.unit() >= Unit::Day => day,
            Way::Before if by.unit == Unit::Hour && base.unit() >= Unit::Day => {
                Interval { begin: day.begin.and_then(|b| add_units(b, -1, Unit::Day)), ..day }
            }
            Way::After if by.unit == Unit::Hour && base.unit() >= Unit::Day => {
                Interval { end: day.end.and_then(|e| add_units(e, 1, Unit::Day)), ..day }
            }
            Way::Before => Interval { begin: None, end: day.begin },
            Way::After => Interval { begin: day.end, end: None },
        };
        return Ok(Resolution { interval: Some(interval), anchor: Some(base), ..Resolution::default() });
    }
    let grain = by.grain();
    // In a report on a quarter "a year ago" is that quarter a year before: what is compared keeps its grain.
    if by == Period::new(1, Unit::Year)
        && way == Way::Before
        && let Some(report) = frame.compared.filter(|_| matches!(from, Anchor::Narrative | Anchor::Publication))
    {
        let then = report.begin().and_then(|b| by.add(b, way.sign())).ok_or(Unresolved::NoSuchDate)?;
        return counted(Granule::of(report.unit(), then), report);
    }
    // Finer than what it is counted from: no day is known ("two days after 1989").
    if grain < base.unit() && base.unit() > Unit::Weekend {
        let all = base.interval().ok_or(Unresolved::Vague)?;
        let moved = |at: Option<NaiveDateTime>| at.and_then(|at| by.add(at, way.sign()));
        let interval = Interval { begin: moved(all.begin), end: moved(all.end) };
        return Ok(Resolution { interval: Some(interval), anchor: Some(base), ..Resolution::default() });
    }
    let at = match frame_time(from, frame, grain) {
        Some(now) => now,
        None => base.begin().ok_or(Unresolved::NoSuchDate)?,
    };
    let moved = by.add(at, way.sign()).ok_or(Unresolved::NoSuchDate)?;
    // "four decades before": give or take half of one.
    if grain == Unit::Decade && by.is_plain() {
        let cell = counted(Granule::of(grain, moved), base)?;
        let all = base.interval().ok_or(Unresolved::Vague)?;
        let edge = |at: Option<NaiveDateTime>, slack| {
            at.and_then(|at| by.add(at, way.sign())).and_then(|at| add_units(at, slack, Unit::Year))
        };
        return Ok(Resolution {
            interval: Some(Interval { begin: edge(all.begin, -5), end: edge(all.end, 5) }),
            ..cell
        });
    }
    // Weeks and months after a day that is named end on a day: "two weeks after March 3".
    let named = matches!(from, Anchor::At(_)) && base.unit() == Unit::Day;
    // "two hours ago" is told by the minute where the minute of speaking is known.
    let told = frame.now > Granule::of(Unit::Day, frame.now).begin().unwrap_or(frame.now);
    let grain = match grain {
        Unit::Hour if told && frame_time(from, frame, grain).is_some() => Unit::Minute,
        grain if named => grain.min(Unit::Day),
        grain => grain,
    };
    counted(Granule::of(grain, moved), base)
}

/// "two hours ago" counts from the minute of publication, if one is known.
fn frame_time(from: &Anchor, frame: &Frame, grain: Unit) -> Option<NaiveDateTime> {
    let speaking = *from == Anchor::Publication || *from == Anchor::Narrative && frame.story.is_none();
    (speaking && grain < Unit::Day).then_some(frame.now)
}

fn between(first: &Expr, last: &Expr, frame: &Frame) -> Result<Resolution, Unresolved> {
    let a = resolve(first, frame)?;
    let mut b = resolve(last, frame)?;
    let begin = a.interval.and_then(|i| i.begin);
    // "from November to February": the end is the first one that does not lie before the begin.
    if let (Expr::Bare(cycle), Some(start), Some(end)) = (last, begin, b.interval.and_then(|i| i.end))
        && end <= start
    {
        let later = neighbours(*cycle, Granule::of(Unit::Day, start)).and_then(|n| n.1);
        b = on(later)?;
    }
    let end = b.interval.and_then(|i| i.end);
    if let (Some(begin), Some(end)) = (begin, end)
        && end <= begin
    {
        return Err(Unresolved::NoSuchDate);
    }
    Ok(Resolution {
        granule: None,
        interval: Some(Interval { begin, end }),
        anchor: a.anchor,
        lean: a.lean,
        other: None,
    })
}

fn stretch(by: Period, way: Way, anchor: &Anchor, frame: &Frame) -> Result<Resolution, Unresolved> {
    let base = anchor_granule(anchor, frame)?;
    let all = base.interval().ok_or(Unresolved::NoSuchDate)?;
    let inside = matches!(anchor, Anchor::At(_));
    // Up to and with the day of speaking, or from the day behind it on; inside of what is named, from its edge. What is
    // finer than a day counts from the moment of speaking.
    let (from, to) = match (way, inside) {
        // Of whom nobody knows at what time of the day they speak: "for the last ten minutes".
        _ if !inside && by.grain() < Unit::Day && Some(frame.now) == Granule::of(Unit::Day, frame.now).begin() => {
            return Ok(Resolution { interval: Some(all), anchor: Some(base), ..Resolution::default() });
        }
        _ if !inside && by.grain() < Unit::Day => (Some(frame.now), Some(frame.now)),
        // "the past two quarters": whole ones of the calendar, without the one at hand.
        _ if !inside && by.unit == Unit::Quarter => {
            let here = base.widen(Unit::Quarter).and_then(Granule::interval).ok_or(Unresolved::NoSuchDate)?;
            let edge = if way == Way::Before { here.begin } else { here.end };
            (edge, edge)
        }
        (Way::Before, false) => (all.begin, all.end),
        (Way::Before, true) => (all.end, all.end),
        (Way::After, false) => (all.end, all.end),
        (Way::After, true) => (all.begin, all.begin),
    };
    // "the last weeks of the year"
    let by = if inside { few(by) } else { by };
    let other = from.and_then(|f| by.add(f, way.sign()));
    let interval = match way {
        Way::Before => Interval { begin: other, end: to },
        Way::After => Interval { begin: to, end: other },
    };
    Ok(Resolution { interval: Some(interval), anchor: Some(base), ..Resolution::default() })
}

/// How many units an open number of them takes up at most, at the edge of something longer: days within a week, weeks
/// within a month.
fn few(by: Period) -> Period {
    let most = match by.unit {
        Unit::Second | Unit::Minute => 30,
        Unit::Hour => 12,
        Unit::DayPart | Unit::Day | Unit::Weekend => 7,
        Unit::Week | Unit::Month => 4,
        _ => 5,
    };
    if by.count == Count::Some { Period { count: Count::Exact(most), ..by } } else { by }
}

/// The first or second half of an interval, in whole years of a decade or a century and else in whole days.
fn half(n: u8, all: Interval) -> Interval {
    let (Some(begin), Some(end)) = (all.begin, all.end) else { return all };
    let years = i64::from(end.year() - begin.year());
    let middle = match years {
        0 | 1 => add_units(begin, (end - begin).num_days() / 2, Unit::Day),
        years => add_units(begin, years / 2, Unit::Year),
    };
    match n {
        1 => Interval { end: middle, ..all },
        _ => Interval { begin: middle, ..all },
    }
}

fn is_comparative(modifier: Modifier) -> bool {
    matches!(modifier, Modifier::Earlier | Modifier::Later)
}

/// "earlier this year", "later today": what is over of it, or still to come.
fn beside_now(modifier: Modifier, all: Interval, now: NaiveDateTime) -> Option<Interval> {
    // Up to the day of speaking or, within a day, the moment.
    let day = Granule::of(Unit::Day, now).interval()?;
    let within = all.begin? >= day.begin? && all.end? <= day.end?;
    let (over, ahead) = if within { (now, now) } else { (day.begin?, day.end?) };
    match modifier {
        Modifier::Earlier if all.begin? < over && over < all.end? => Some(Interval { end: Some(over), ..all }),
        Modifier::Later if all.begin? < ahead && ahead < all.end? => Some(Interval { begin: Some(ahead), ..all }),
        _ => None,
    }
}

/// Early in the morning is before nine, mid-morning from nine to eleven, late from ten on: people count from six.
fn of_morning(modifier: Modifier, all: Interval) -> Interval {
    let at = |hours| all.begin.and_then(|b| add_units(b, hours, Unit::Hour));
    match modifier {
        Modifier::Start | Modifier::Earlier => Interval { end: at(9), ..all },
        Modifier::Mid => Interval { begin: at(9), end: at(11) },
        Modifier::End | Modifier::Later => Interval { begin: at(10), ..all },
        _ => all,
    }
}

/// The part of an interval that a modifier leaves, in whole days, months or years: the first, middle and last third of
/// a month (ten days), a quarter (a month), a year (four months), a decade and a century; of a week the three days at its
/// begin and at its end, and Wednesday to Friday; the halves of a day and of its parts, and the half around their middle.
/// Other modifiers change nothing.
fn part(modifier: Modifier, all: Interval, grain: Option<Unit>) -> Interval {
    let (Some(begin), Some(end)) = (all.begin, all.end) else { return all };
    // The ends of early and mid, the begins of mid and late.
    let (unit, early, mid, mid_ends, late) = match grain {
        Some(Unit::Century) => (Unit::Year, 33, 33, 67, 67),
        Some(Unit::Decade) => (Unit::Year, 4, 3, 7, 6),
        Some(Unit::Year) => (Unit::Month, 4, 4, 8, 8),
        Some(Unit::Half) => (Unit::Month, 2, 2, 4, 4),
        Some(Unit::Quarter | Unit::Season) => (Unit::Month, 1, 1, 2, 2),
        Some(Unit::Month) => (Unit::Day, 10, 10, 20, 20),
        Some(Unit::Week) => (Unit::Day, 3, 2, 5, 4),
        _ => {
            let quarter = (end - begin).num_seconds() / 4;
            (Unit::Second, 2 * quarter, quarter, 3 * quarter, 2 * quarter)
        }
    };
    let at = |n| add_units(begin, n, unit);
    match modifier {
        Modifier::Start | Modifier::Earlier => Interval { begin: all.begin, end: at(early) },
        Modifier::Mid => Interval { begin: at(mid), end: at(mid_ends) },
        Modifier::End | Modifier::Later => Interval { begin: at(late), end: all.end },
        _ => all,
    }
}
