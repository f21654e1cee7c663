//! The result: what happened, when, in what order.

#[cfg(feature = "serde")]
mod data;
mod entry;
mod evidence;
mod speaker;
#[cfg(test)]
mod tests;
mod times;

pub use entry::Entry;
pub(crate) use entry::{Added, flat, in_brackets};
pub use times::Times;

use crate::calendar::{DayPart, Granule, Season, Unit};
use crate::event::{Event, Status};
use crate::layout;
use crate::link::{self, Relation, Statement};
use crate::order::{self, Relations, Solution};
use crate::shared::Text;
use crate::span::Span;
use crate::timex::Timex;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::fmt::{self, Write as _};

/// What an article says happened, in order.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Timeline {
    /// When the article was published (local time; midnight when only a day was given).
    pub published: NaiveDateTime,
    /// The article's text, in which all spans lie.
    pub text: Text,
    /// What happened or is said to happen, in order: every known relation between two entries is respected, undated
    /// entries stand last, and ties keep the order of the text. An event that the text gives several times ("on Monday
    /// and again on Friday") has an entry for each, the first of which is [`Timeline::when`] of the event.
    pub entries: Vec<Entry>,
    /// Every time expression, in the order of the text.
    pub expressions: Vec<Timex>,
    /// Every event mention, in the order of the text, whether it is worth an entry or not.
    pub events: Vec<Event>,
    /// When each event was: the same length and order as `events`.
    pub when: Times,
    /// What the text says about the order of things, with the words that say it.
    pub relations: Vec<Statement>,
    /// Statements that cannot all be true.
    pub conflicts: Vec<Conflict>,
}

/// Words of the article; empty for what was given with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// When an event was, as tightly as the text allows and no tighter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct When {
    /// When it began.
    pub begin: Bounds,
    /// When it ended.
    pub end: Bounds,
    /// The grain of the statement that dates it most tightly; none when undated.
    pub grain: Option<Unit>,
    /// Whether a bound is only supposed from the flow of the story (no word of its clause says it). Printed as "~".
    pub supposed: bool,
}

/// The earliest and the latest moment that the text allows, both inclusive and in local time; none where it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bounds {
    /// Not before this moment.
    pub earliest: Option<NaiveDateTime>,
    /// Not after this moment.
    pub latest: Option<NaiveDateTime>,
}

/// One step from words to a date.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Evidence {
    /// The words.
    pub quote: Quote,
    /// What they say, in plain words: "on Saturday = 2025-03-08".
    pub says: String,
}

/// Statements that cannot all be true.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Conflict {
    /// What is said, each with its words. Without any one of them the others could be true.
    pub statements: Vec<Evidence>,
    /// The one that was set aside, an index into `statements`.
    pub dropped: usize,
    /// Why that one.
    pub reason: String,
}

impl Timeline {
    /// The entries whose quote shares words with `span`: what is told at a place of the text.
    pub fn at(&self, span: Span) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.quote.or_empty().overlaps(span))
    }

    /// The entries that the text allows on `day`. Those whose time is open at an end are not among them: "before 9 March"
    /// is no statement about the 1st.
    pub fn entries_on(&self, day: NaiveDate) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.when.allows(day))
    }

    /// The event of an entry, with its grammar, its source and the event that governs it.
    pub fn event(&self, entry: &Entry) -> Option<&Event> {
        self.events.get(entry.event)
    }

    /// How two events (indices into `events`) lie to each other: one of Allen's relations, or the set of those that the
    /// text leaves open. Solves the constraint network anew at each call; to ask for many pairs, keep
    /// [`Timeline::solution`] and ask [`order::relation`].
    ///
    /// ```
    /// use dateline::{Article, extract, order::Order};
    /// let article = Article::new("The bridge fell in 1998. The ferry sank in 2003.", "2025-03-09").unwrap();
    /// let timeline = extract(&article);
    /// assert_eq!(timeline.relation(0, 1).order(), Order::Before);
    /// ```
    pub fn relation(&self, a: usize, b: usize) -> Relations {
        order::relation(&self.solution(), a, b)
    }

    /// The solved constraint network of all statements: bounds, order, contradictions.
    pub fn solution(&self) -> Solution {
        order::solve_rules(&link::rules(&self.relations, &self.expressions, &self.events, self.published), 0)
    }

    /// The entries that have no place on the calendar: neither a day nor a bound.
    pub fn undated(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.when.is_undated())
    }
}

impl Quote {
    pub(crate) fn of(span: Span, text: &str) -> Quote {
        Quote { span, text: span.of(text).to_string() }
    }
}

impl When {
    /// Nothing is known.
    const OPEN: When = {
        let open = Bounds { earliest: None, latest: None };
        When { begin: open, end: open, grain: None, supposed: false }
    };

    /// The earliest moment of its begin and the latest of its end, both inclusive: whatever it was, it lies in between.
    pub fn window(self) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
        (self.begin.earliest, self.end.latest)
    }

    /// Whether nothing at all is known.
    pub fn is_undated(self) -> bool {
        [self.begin, self.end].iter().all(|b| b.earliest.is_none() && b.latest.is_none())
    }

    /// The cell of the calendar that it lies in, where its window is exactly one: the month for "in August".
    pub fn granule(self) -> Option<Granule> {
        let (first, last) = self.window();
        cell(first?, last?, self.grain)
    }

    /// The day that it lies in, if it is known to lie in one.
    pub fn day(self) -> Option<NaiveDate> {
        let (first, last) = self.window();
        let (first, last) = (first?.date(), last?.date());
        (first == last).then_some(first)
    }

    /// Whether the text allows it on `day`. Never when its time is open at an end.
    pub fn allows(self, day: NaiveDate) -> bool {
        matches!(self.window(), (Some(first), Some(last)) if first.date() <= day && day <= last.date())
    }

    /// How it lies to `other`, where their bounds settle it: before, after, during, includes. None where more than one
    /// is possible.
    ///
    /// ```
    /// use dateline::{Bounds, When, link::Relation};
    /// let day = |d| {
    ///     let day = chrono::NaiveDate::from_ymd_opt(2025, 3, d).unwrap();
    ///     let bounds = Bounds { earliest: day.and_hms_opt(0, 0, 0), latest: day.and_hms_opt(23, 59, 59) };
    ///     When { begin: bounds, end: bounds, ..When::default() }
    /// };
    /// assert_eq!(day(7).relation(day(8)), Some(Relation::Before));
    /// assert_eq!(day(8).relation(day(8)), None); // in the morning or in the evening?
    /// ```
    pub fn relation(self, other: When) -> Option<Relation> {
        let less = |a: Option<NaiveDateTime>, b: Option<NaiveDateTime>| matches!((a, b), (Some(a), Some(b)) if a < b);
        let within = |a: When, b: When| {
            let begin = matches!((b.begin.latest, a.begin.earliest), (Some(x), Some(y)) if x <= y);
            begin && matches!((a.end.latest, b.end.earliest), (Some(x), Some(y)) if x <= y)
        };
        if less(self.end.latest, other.begin.earliest) {
            Some(Relation::Before)
        } else if less(other.end.latest, self.begin.earliest) {
            Some(Relation::After)
        } else if within(self, other) {
            Some(Relation::During)
        } else if within(other, self) {
            Some(Relation::Includes)
        } else {
            None
        }
    }
}

impl fmt::Display for Timeline {
    /// The timeline for a terminal of 100 columns: dates on the left, a mark for the status, conflicts and what has no
    /// date at the end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = |e: &&Entry| self.place(e);
        let dates: Vec<_> =
            self.entries.iter().filter(|e| place(e) == Place::Dated).map(|e| e.when.to_string()).collect();
        let left = dates.iter().map(|d| d.chars().count()).max().unwrap_or(0).min(24);
        let mut last = "";
        for (entry, date) in self.entries.iter().filter(|e| place(e) == Place::Dated).zip(&dates) {
            let shown = if date == last { "" } else { date };
            let told = entry.told(self.published.date());
            layout::columns(f, &[(shown, left), (mark(entry.status), 1)], &told, layout::WIDTH)?;
            last = date;
        }
        let mut open = !dates.is_empty();
        for (group, title) in [
            (Place::Past, "Before publication, the day is not told"),
            (Place::Coming, "Still to come at publication, the day is not told"),
            (Place::None, "No date"),
        ] {
            let mut members = self.entries.iter().filter(|e| place(e) == group).peekable();
            if members.peek().is_some() {
                writeln!(f, "{}{title}", if open { "\n" } else { "" })?;
                open = true;
            }
            for entry in members {
                let told = entry.told(self.published.date());
                layout::columns(f, &[("", 0), (mark(entry.status), 1)], &told, layout::WIDTH)?;
            }
        }
        if self.entries.is_empty() {
            f.write_str("Nothing in this text can be put on a timeline.\n")?;
        }
        for conflict in &self.conflicts {
            write!(f, "\n{conflict}")?;
        }
        Ok(())
    }
}

/// Where a line of the printed timeline goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Among the dates.
    Dated,
    /// All that is known is that it came before the publication.
    Past,
    /// All that is known is that it was still to come at the publication.
    Coming,
    /// Nothing is known.
    None,
}

impl Timeline {
    fn place(&self, entry: &Entry) -> Place {
        let day = self.published.date();
        match entry.when.window() {
            (None, Some(last)) if last.date() == day => Place::Past,
            (Some(first), None) if first.date() == day && entry.when.begin.latest.is_none() => Place::Coming,
            // "were missing at noon": what holds at an hour, without a begin or an end.
            (None, None) if entry.when.grain.is_none_or(|grain| grain >= Unit::Day) => Place::None,
            (None, None) if entry.when.begin.latest.is_none() || entry.when.end.earliest.is_none() => Place::None,
            _ => Place::Dated,
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}  {} {}", self.when, mark(self.status), self.told(NaiveDate::MAX))
    }
}

impl Entry {
    /// Its sentence on one line, with what is not plain fact: "... (planned, says Iran)". `today` parts what did not happen
    /// from what will not.
    fn told(&self, today: NaiveDate) -> String {
        let mut told = layout::trim(&self.sentence(), 280);
        let first = self.when.begin.earliest.map(|at| at.date());
        let coming = first.is_some_and(|first| first > today || first == today && self.when.begin.latest.is_none());
        let status = match self.status {
            Status::Happened => None,
            Status::Denied if self.negated && coming => Some("will not happen".to_string()),
            Status::Denied if self.negated => Some("did not happen".to_string()),
            other => Some(other.to_string()),
        };
        let speaker = self.speaker.as_ref().map(|name| format!("{} {}", speaker::says(name), layout::trim(name, 60)));
        let remarks: Vec<_> = status.into_iter().chain(speaker).collect();
        if !remarks.is_empty() {
            let _ = write!(told, "  ({})", remarks.join(", "));
        }
        told
    }
}

/// The mark of a status on a timeline.
fn mark(status: Status) -> &'static str {
    match status {
        Status::Happened => "●",
        Status::Ongoing => "◐",
        Status::Habitual => "↻",
        Status::Planned => "○",
        Status::Cancelled => "⊘",
        Status::Denied | Status::Counterfactual => "✗",
        Status::Possible | Status::Conditional => "?",
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = layout::trim(&self.quote.text, 120);
        if words.is_empty() || self.says.contains(&words) {
            f.write_str(&self.says)
        } else {
            write!(f, "“{words}”: {}", self.says)
        }
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Conflict: these cannot all be true\n")?;
        for (i, statement) in self.statements.iter().enumerate() {
            let aside = if i == self.dropped { "  ← set aside" } else { "" };
            layout::columns(f, &[("", 0), ("-", 1)], &format!("{statement}{aside}"), layout::WIDTH)?;
        }
        layout::columns(f, &[("", 0), ("", 1)], &format!("Choice: {}", self.reason), layout::WIDTH)
    }
}

impl fmt::Display for When {
    /// Where it lies: "2025-03-07", "2024-08", "2015", "2025-03-07 to 2025-03-09"; "by 2025-03-09" and "from 2025-03-10" (that
    /// day included), "before 2025-03-09", "after 2025-03-07"; of what goes on, "since 2025-03-03" or "begun 1990 to 1994", and
    /// "until" or "ended" in the same way; "undated". With "~" in front it is only supposed from the flow of the story.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.supposed {
            f.write_str("~")?;
        }
        let tidy = |at: Option<NaiveDateTime>| if self.grain == Some(Unit::Second) { at } else { at.map(snap) };
        let Bounds { earliest: first, latest: begun } = self.begin;
        let Bounds { earliest: ended, latest: last } = self.end;
        let (first, begun, ended, last) = (tidy(first), tidy(begun), tidy(ended), tidy(last));
        let begin = first.zip(begun).and_then(|(a, b)| cell(a, b, self.grain));
        let end = ended.zip(last).and_then(|(a, b)| cell(a, b, self.grain));
        match (first, last) {
            (Some(first), Some(last)) => match cell(first, last, self.grain) {
                Some(cell) => granule(cell, f),
                None => range(first, last, begin, end, self.grain, f),
            },
            (Some(first), None) => match (begin, begun.filter(|begun| begun.date() > first.date())) {
                (Some(cell), _) => f.write_str("since ").and_then(|()| granule(cell, f)),
                (None, Some(begun)) => {
                    f.write_str("begun ").and_then(|()| range(first, begun, None, None, self.grain, f))
                }
                (None, None) => {
                    f.write_str(if is_midnight(first) { "from " } else { "after " }).and_then(|()| around(first, f))
                }
            },
            (None, Some(last)) => match (end, ended.filter(|ended| ended.date() < last.date())) {
                (Some(cell), _) => f.write_str("until ").and_then(|()| granule(cell, f)),
                (None, Some(ended)) => {
                    f.write_str("ended ").and_then(|()| range(ended, last, None, None, self.grain, f))
                }
                (None, None) => {
                    f.write_str(if is_midnight(last) { "before " } else { "by " }).and_then(|()| around(last, f))
                }
            },
            (None, None) => match (begun, ended) {
                // A state that holds then, without a begin or an end.
                (Some(_), Some(at)) => f.write_str("at ").and_then(|()| around(at, f)),
                (Some(at), None) => f.write_str("begun by ").and_then(|()| around(at, f)),
                (None, Some(at)) => f.write_str("at least to ").and_then(|()| around(at, f)),
                (None, None) => f.write_str("undated"),
            },
        }
    }
}

/// From one end to the other, each as coarse as it is known.
fn range(
    first: NaiveDateTime,
    last: NaiveDateTime,
    begin: Option<Granule>,
    end: Option<Granule>,
    grain: Option<Unit>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if let Some((a, b)) = grain.into_iter().chain([Unit::Year]).find_map(|unit| aligned(first, last, unit)) {
        granule(a, f)?;
        f.write_str(" to ")?;
        return granule(b, f);
    }
    // Midnight is where the day begins, not what happened: "by 6 a.m. on Tuesday".
    let by_clock = end.is_none() && !is_last_second(last) && !is_midnight(last) && last.date() == first.date();
    if grain == Some(Unit::DayPart) && is_midnight(first) && by_clock {
        // "in the early hours of Tuesday"
        return clock(first, f).and_then(|()| write!(f, " to {}", end_of(last).format("%H:%M")));
    }
    if begin.is_none() && is_midnight(first) && by_clock {
        f.write_str("by ")?;
        return clock(end_of(last), f);
    }
    match begin {
        Some(cell) => granule(cell, f)?,
        None if is_midnight(first) => granule(Granule::Day(first.date()), f)?,
        None => clock(first, f)?,
    }
    f.write_str(" to ")?;
    match end {
        Some(cell) => granule(cell, f),
        // "between 9 p.m. and midnight"
        None if is_midnight(last) && !is_midnight(first) => clock(last, f),
        None if is_last_second(last) || is_midnight(last) => granule(Granule::Day(last.date()), f),
        None if last.date() == first.date() => write!(f, "{}", end_of(last).format("%H:%M")),
        None => clock(end_of(last), f),
    }
}

/// The first and the last granule of a stretch that is made of whole ones, coarser than a day.
fn aligned(first: NaiveDateTime, last: NaiveDateTime, unit: Unit) -> Option<(Granule, Granule)> {
    let (a, b) = (Granule::of(unit, first), Granule::of(unit, last));
    let whole = unit > Unit::Day && a.begin()? == first && b.interval()?.end? == end_of(last);
    whole.then_some((a, b))
}

/// The granule that runs exactly from `first` to `last` (inclusive), one of `grain` before any other.
fn cell(first: NaiveDateTime, last: NaiveDateTime, grain: Option<Unit>) -> Option<Granule> {
    // Coarser or rarer ones only by their own grain: "March to May" is no spring, "Monday to Sunday" no week.
    const UNITS: [Unit; 7] =
        [Unit::Day, Unit::Month, Unit::Year, Unit::DayPart, Unit::Hour, Unit::Minute, Unit::Second];
    let fits =
        |granule: &Granule| granule.interval().is_some_and(|i| i.begin == Some(first) && i.end == Some(end_of(last)));
    let parts = [DayPart::Night, DayPart::Overnight, DayPart::Daytime].map(|part| Granule::DayPart(first.date(), part));
    // A moment on the clock is told by its minute.
    if first == last && first.second() == 0 {
        return Some(Granule::of(Unit::Minute, first));
    }
    let of_grain = grain.into_iter().chain(UNITS).map(|unit| Granule::of(unit, first));
    of_grain.chain(parts).find(fits)
}

/// The exclusive end of a stretch whose last second is `last`.
fn end_of(last: NaiveDateTime) -> NaiveDateTime {
    last.checked_add_signed(TimeDelta::seconds(1)).unwrap_or(last)
}

fn is_midnight(at: NaiveDateTime) -> bool {
    at.time() == NaiveTime::MIN
}

fn is_last_second(at: NaiveDateTime) -> bool {
    is_midnight(end_of(at))
}

/// The nearest edge of a minute: "after Friday" begins seconds after Friday's first, and nobody wants to read those.
fn snap(at: NaiveDateTime) -> NaiveDateTime {
    at.with_second(if at.second() < 30 { 0 } else { 59 }).unwrap_or(at)
}

/// A granule as people write it: "2025-03-08", "2024-08", "summer 2024", "1990s", "2025-03-08 morning", "2025-03-08 14:30".
fn granule(granule: Granule, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let part = |part| match part {
        DayPart::Morning => "morning",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
        DayPart::Overnight => "overnight",
        DayPart::Daytime => "daytime",
    };
    match granule {
        Granule::Decade(d) => write!(f, "{d:03}0s"),
        Granule::Century(c) => write!(f, "{c:02}00 to {c:02}99"),
        Granule::Season(y, Season::Spring) => write!(f, "spring {y}"),
        Granule::Season(y, Season::Summer) => write!(f, "summer {y}"),
        Granule::Season(y, Season::Autumn) => write!(f, "autumn {y}"),
        Granule::Season(y, Season::Winter) => write!(f, "winter {y}/{:02}", (i64::from(y) + 1).rem_euclid(100)),
        Granule::Weekend(y, w) => write!(f, "weekend {}", Granule::Week(y, w)),
        Granule::DayPart(d, p) => write!(f, "{} {}", Granule::Day(d), part(p)),
        Granule::Hour(d, h) => write!(f, "{} {h:02}h", Granule::Day(d)),
        Granule::Minute(d, h, m) => write!(f, "{} {h:02}:{m:02}", Granule::Day(d)),
        Granule::Second(d, h, m, s) => write!(f, "{} {h:02}:{m:02}:{s:02}", Granule::Day(d)),
        other => write!(f, "{other}"),
    }
}

/// A moment with its time, seconds only where they matter.
fn clock(at: NaiveDateTime, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let day = Granule::Day(at.date());
    let seconds = at.format("%S").to_string();
    if seconds == "00" || seconds == "59" {
        write!(f, "{day} {}", at.format("%H:%M"))
    } else {
        write!(f, "{day} {}", at.format("%H:%M:%S"))
    }
}

/// A moment that stands for its day when it lies at an edge of it.
fn around(at: NaiveDateTime, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if is_midnight(at) || is_last_second(at) { granule(Granule::Day(at.date()), f) } else { clock(at, f) }
}
