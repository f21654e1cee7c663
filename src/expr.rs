//! What a time expression means, as plain comparable data. Nothing here is a date yet: [`crate::resolve`] makes it one.

use crate::calendar::{Count, Country, Cycle, DayPart, Granule, Holiday, Interval, Period, Season, Unit};
use std::fmt;

/// The meaning of a time expression.
///
/// `Display` gives the short notation of the reviewable snapshots: "two days ago" is `pub - 2d`, "the day after last
/// Monday" is `(last Mon) + 1d`, "a day after Trump confirmed ..." is `event + 1d`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Expr {
    /// A cell of the calendar that the text names in full: "8 March 2025", "2015", "the 1990s".
    At(Granule),
    /// One of those that come again, left to the context: "Saturday", "August", "March 3".
    Bare(Cycle),
    /// Last, this or next: "last week", "next Monday", "this summer".
    Step(Step, What, Anchor),
    /// A length before or after an anchor: "two days ago", "a week later", "a day after Trump confirmed ...".
    Shift {
        /// How far.
        by: Period,
        /// Which way.
        way: Way,
        /// From where.
        from: Anchor,
    },
    /// The nth one inside of something: "the second quarter of last year", "the last Friday of May" (-1); 0 is the one
    /// nearest to it: "Labor Day weekend".
    Nth(i32, What, Box<Expr>),
    /// Something that comes again, inside of something named: "Saturday morning", "August of last year".
    In(Cycle, Box<Expr>),
    /// A part or an approximation of something: "early March", "about 1900", "more than a decade".
    Mod(Modifier, Box<Expr>),
    /// From the begin of one to the end of the other: "from March to May", "1914-18".
    Between(Box<Expr>, Box<Expr>),
    /// A stretch that ends at an anchor ("the past three years") or begins there ("the next two weeks").
    Stretch(Period, Way, Anchor),
    /// Only a length: "three years", "an 18-month sentence".
    Length(Period),
    /// It recurs: "every Monday", "twice a week", "annually".
    Every(Recurrence),
    /// Vaguely past, present or future: "recently", "now", "soon".
    Reference(Reference),
    /// A date in numbers whose day and month could be either: "3/4/2025". [`crate::Options::day_first`] decides.
    Numeric(u8, u8, Option<i32>),
    /// A fiscal year or a part of one: "fiscal 2024", "the fiscal third quarter". [`crate::Options::fiscal_year`] says when
    /// it begins.
    Fiscal(Box<Expr>),
    /// A period that the caller has named: "Trump's first term" ([`crate::Options::period`]).
    Named(Interval),
}

/// What an expression is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Anchor {
    /// The publication date (in quoted speech: the day of the saying).
    Publication,
    /// The time that the story has reached.
    Narrative,
    /// Another expression.
    At(Box<Expr>),
    /// An event of the article, to be found by the link stage.
    Event,
}

/// What is stepped over or counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum What {
    /// A unit: "week".
    Unit(Unit),
    /// Something named that comes again: "Monday".
    Cycle(Cycle),
}

impl What {
    /// The grain of one.
    pub fn unit(self) -> Unit {
        match self {
            What::Unit(unit) => unit,
            What::Cycle(cycle) => cycle.unit(),
        }
    }
}

/// Last, this, next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Step {
    /// The one before.
    Last,
    /// The one at hand.
    This,
    /// The one after.
    Next,
}

/// Towards the past or the future.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Way {
    /// Towards the past.
    Before,
    /// Towards the future.
    After,
}

impl Way {
    /// -1 or 1.
    pub fn sign(self) -> i64 {
        match self {
            Way::Before => -1,
            Way::After => 1,
        }
    }
}

/// TimeML's `mod` (TimeML 1.2.1, section 2.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Modifier {
    /// Early, the beginning of.
    Start,
    /// The middle of.
    Mid,
    /// Late, the end of.
    End,
    /// "earlier (this year)": before the time of speaking in it; early where that is elsewhere.
    Earlier,
    /// "later (this year)": after the time of speaking in it; late where that is elsewhere.
    Later,
    /// About.
    Approx,
    /// More than.
    MoreThan,
    /// Less than, nearly.
    LessThan,
    /// At least.
    EqualOrMore,
    /// At most.
    EqualOrLess,
    /// Before.
    Before,
    /// After.
    After,
    /// By.
    OnOrBefore,
    /// Since, as early as.
    OnOrAfter,
}

/// Vaguely placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reference {
    /// "recently", "in the past".
    Past,
    /// "now", "currently".
    Present,
    /// "soon", "in the future".
    Future,
}

/// How something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Recurrence {
    /// What comes again: each Monday, each week.
    pub what: What,
    /// Only each so-manyth: 2 in "every two weeks", "every other day"; 1 otherwise.
    pub step: Count,
    /// The part of the day: "Tuesday *nights*".
    pub part: Option<DayPart>,
    /// The time on the clock, hour and minute: "every Monday *at 9 a.m.*".
    pub at: Option<(u8, u8)>,
    /// How many times in each: 2 in "twice a week".
    pub times: Option<u32>,
    /// Whether the words say "each" or "every" (TimeML's `quant`).
    pub every: bool,
}

impl Expr {
    /// The expression under its modifiers and its fiscal calendar.
    pub fn bare(&self) -> &Expr {
        match self {
            Expr::Mod(_, of) | Expr::Fiscal(of) => of.bare(),
            other => other,
        }
    }

    /// The outermost modifier.
    pub fn modifier(&self) -> Option<Modifier> {
        match self {
            Expr::Mod(m, _) => Some(*m),
            _ => None,
        }
    }

    /// Whether it waits for an event.
    pub fn needs_event(&self) -> bool {
        self.anchor_is(&Anchor::Event)
    }

    /// Whether it is counted from the time of the story.
    pub fn needs_narrative(&self) -> bool {
        self.anchor_is(&Anchor::Narrative)
    }

    /// Takes days that depend on the country as those of one.
    pub(crate) fn settle(&mut self, country: Country) {
        let own = |cycle: &mut Cycle| {
            if let Cycle::Holiday(day) = cycle {
                *day = day.in_country(country);
            }
        };
        match self {
            Expr::Bare(cycle) => own(cycle),
            Expr::In(cycle, of) => {
                own(cycle);
                of.settle(country);
            }
            Expr::Step(_, what, from) => {
                if let What::Cycle(cycle) = what {
                    own(cycle);
                }
                from.settle(country);
            }
            Expr::Shift { from, .. } | Expr::Stretch(_, _, from) => from.settle(country),
            Expr::Nth(_, _, of) | Expr::Mod(_, of) | Expr::Fiscal(of) => of.settle(country),
            Expr::Between(a, b) => {
                a.settle(country);
                b.settle(country);
            }
            Expr::At(_)
            | Expr::Length(_)
            | Expr::Every(_)
            | Expr::Reference(_)
            | Expr::Numeric(..)
            | Expr::Named(_) => {}
        }
    }

    fn anchor_is(&self, wanted: &Anchor) -> bool {
        match self {
            Expr::Step(_, _, anchor) | Expr::Shift { from: anchor, .. } | Expr::Stretch(_, _, anchor) => match anchor {
                Anchor::At(of) => of.anchor_is(wanted),
                other => other == wanted,
            },
            Expr::Nth(_, _, of) | Expr::In(_, of) | Expr::Mod(_, of) | Expr::Fiscal(of) => of.anchor_is(wanted),
            Expr::Between(a, b) => a.anchor_is(wanted) || b.anchor_is(wanted),
            Expr::At(_)
            | Expr::Bare(_)
            | Expr::Length(_)
            | Expr::Every(_)
            | Expr::Reference(_)
            | Expr::Numeric(..)
            | Expr::Named(_) => false,
        }
    }
}

impl Anchor {
    fn settle(&mut self, country: Country) {
        if let Anchor::At(of) = self {
            of.settle(country);
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::At(granule) => write!(f, "{granule}"),
            Expr::Bare(cycle) => write!(f, "{cycle}?"),
            Expr::Step(step, what, anchor) => {
                let word = match step {
                    Step::Last => "last",
                    Step::This => "this",
                    Step::Next => "next",
                };
                match anchor {
                    Anchor::Publication => write!(f, "{word} {what}"),
                    other => write!(f, "{word} {what} from {other}"),
                }
            }
            Expr::Shift { by, way, from } => write!(f, "{from} {way} {}", Short(by)),
            Expr::Nth(n, what, of) => write!(f, "{what} {n} of ({of})"),
            Expr::In(cycle, of) => write!(f, "{cycle} in ({of})"),
            Expr::Mod(modifier, of) => write!(f, "{modifier} ({of})"),
            Expr::Between(a, b) => write!(f, "{a} .. {b}"),
            Expr::Stretch(by, Way::Before, from) => write!(f, "[{from} - {} .. {from}]", Short(by)),
            Expr::Stretch(by, Way::After, from) => write!(f, "[{from} .. {from} + {}]", Short(by)),
            Expr::Length(by) => write!(f, "{}", Short(by)),
            Expr::Every(r) => {
                if let Some(times) = r.times {
                    write!(f, "{times}x ")?;
                }
                match r.step {
                    Count::Exact(1) => write!(f, "every {}", r.what)?,
                    Count::Exact(n) => write!(f, "every {n} {}", r.what)?,
                    Count::Tenths(t) => write!(f, "every {}.{} {}", t / 10, t % 10, r.what)?,
                    Count::Range(a, b) => write!(f, "every {a}..{b} {}", r.what)?,
                    Count::Some => write!(f, "every few {}", r.what)?,
                }
                if let Some((hour, minute)) = r.at {
                    write!(f, " {hour:02}:{minute:02}")?;
                }
                r.part.map_or(Ok(()), |p| write!(f, " {}", Cycle::DayPart(p)))
            }
            Expr::Reference(Reference::Past) => f.write_str("vaguely past"),
            Expr::Reference(Reference::Present) => f.write_str("now"),
            Expr::Reference(Reference::Future) => f.write_str("vaguely future"),
            Expr::Numeric(a, b, year) => {
                write!(f, "{a}/{b}")?;
                year.map_or(Ok(()), |y| write!(f, "/{y}"))
            }
            Expr::Fiscal(of) => write!(f, "fiscal ({of})"),
            Expr::Named(period) => {
                let day = |d: Option<chrono::NaiveDate>| d.map_or_else(String::new, |d| d.to_string());
                write!(f, "named {}/{}", day(period.first_day()), day(period.last_day()))
            }
        }
    }
}

/// A period in the short notation: 2d, 18mo, 1h30min.
struct Short<'a>(&'a Period);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = |u| match u {
            Unit::Second => "s",
            Unit::Minute => "min",
            Unit::Hour => "h",
            Unit::DayPart => "part",
            Unit::Day => "d",
            Unit::Weekend => "weekend",
            Unit::Week => "w",
            Unit::Month => "mo",
            Unit::Season => "season",
            Unit::Quarter => "q",
            Unit::Half => "half",
            Unit::Year => "y",
            Unit::Decade => "decade",
            Unit::Century => "century",
        };
        match self.0.count {
            Count::Exact(n) => write!(f, "{n}")?,
            Count::Tenths(t) => write!(f, "{}.{}", t / 10, t % 10)?,
            Count::Range(a, b) => write!(f, "{a}..{b}")?,
            Count::Some => f.write_str("some ")?,
        }
        f.write_str(unit(self.0.unit))?;
        self.0.rest.iter().flatten().try_for_each(|&(n, u)| write!(f, "{n}{}", unit(u)))
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Publication => f.write_str("pub"),
            Anchor::Narrative => f.write_str("story"),
            Anchor::At(of) => write!(f, "({of})"),
            Anchor::Event => f.write_str("event"),
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self == Way::Before { "-" } else { "+" })
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Unit(unit) => write!(f, "{unit}"),
            What::Cycle(cycle) => write!(f, "{cycle}"),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::DayPart => "part of day",
            Unit::Day => "day",
            Unit::Weekend => "weekend",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Season => "season",
            Unit::Quarter => "quarter",
            Unit::Half => "half",
            Unit::Year => "year",
            Unit::Decade => "decade",
            Unit::Century => "century",
        })
    }
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Cycle::Weekday(day) => write!(f, "{day}"),
            Cycle::Month(m) => f.write_str(month_name(m)),
            Cycle::MonthDay(m, d) => write!(f, "{} {d}", month_name(m)),
            Cycle::DayOfMonth(d) => write!(f, "day {d}"),
            Cycle::Quarter(q) => write!(f, "Q{q}"),
            Cycle::Half(h) => write!(f, "H{h}"),
            Cycle::Season(s) => f.write_str(match s {
                Season::Spring => "spring",
                Season::Summer => "summer",
                Season::Autumn => "autumn",
                Season::Winter => "winter",
            }),
            Cycle::Weekend => f.write_str("weekend"),
            Cycle::Workday => f.write_str("weekday"),
            Cycle::Holiday(Holiday::Fixed(m, d)) => write!(f, "feast of {} {d}", month_name(m)),
            Cycle::Holiday(Holiday::Nth(m, n, w, moved)) => {
                write!(f, "feast of {} (weekday {} no. {n}, {moved:+} d)", month_name(m), w + 1)
            }
            Cycle::Holiday(Holiday::Easter(moved)) => write!(f, "Easter {moved:+} d"),
            Cycle::Holiday(Holiday::OrthodoxEaster(moved)) => write!(f, "Orthodox Easter {moved:+} d"),
            Cycle::Holiday(Holiday::Islamic(m, d)) => write!(f, "Islamic {m}-{d}"),
            Cycle::Holiday(Holiday::Hebrew(m, d)) => write!(f, "Hebrew {m}-{d}"),
            Cycle::Holiday(Holiday::ChineseNewYear(moved)) => write!(f, "Chinese New Year {moved:+} d"),
            Cycle::Holiday(Holiday::Diwali(moved)) => write!(f, "Diwali {moved:+} d"),
            Cycle::Holiday(Holiday::National(day)) => f.write_str(day.name()),
            Cycle::Holiday(Holiday::Nowruz(moved)) => write!(f, "Nowruz {moved:+} d"),
            Cycle::Holiday(Holiday::ParsiNewYear(moved)) => write!(f, "Parsi New Year {moved:+} d"),
            Cycle::DayPart(p) => f.write_str(match p {
                DayPart::Morning => "morning",
                DayPart::Afternoon => "afternoon",
                DayPart::Evening => "evening",
                DayPart::Night => "night",
                DayPart::Overnight => "overnight",
                DayPart::Daytime => "daytime",
            }),
            Cycle::Clock(h, m, s) => {
                write!(f, "{h:02}:{:02}", m.unwrap_or(0))?;
                s.map_or(Ok(()), |s| write!(f, ":{s:02}"))
            }
            Cycle::Decade(d) => write!(f, "'{d:02}s"),
        }
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("?")
}

impl Modifier {
    /// TimeML's name: START, APPROX, EQUAL_OR_MORE, ...
    pub fn timeml(self) -> &'static str {
        match self {
            Modifier::Start | Modifier::Earlier => "START",
            Modifier::Mid => "MID",
            Modifier::End | Modifier::Later => "END",
            Modifier::Approx => "APPROX",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::LessThan => "LESS_THAN",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::Before => "BEFORE",
            Modifier::After => "AFTER",
            Modifier::OnOrBefore => "ON_OR_BEFORE",
            Modifier::OnOrAfter => "ON_OR_AFTER",
        }
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Modifier::Start => "early",
            Modifier::Mid => "mid",
            Modifier::End => "late",
            Modifier::Earlier => "earlier",
            Modifier::Later => "later",
            Modifier::Approx => "about",
            Modifier::MoreThan => "more than",
            Modifier::LessThan => "less than",
            Modifier::EqualOrMore => "at least",
            Modifier::EqualOrLess => "at most",
            Modifier::Before => "before",
            Modifier::After => "after",
            Modifier::OnOrBefore => "by",
            Modifier::OnOrAfter => "since",
        })
    }
}
