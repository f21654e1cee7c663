//! Rules for dates: ISO and slashed, months and days in either order, weekdays.

use super::reader::{Read, Reader};
use super::rules::point;
use super::year::{short_year, spoken_year, two_digit_year, year_of_era};
use crate::calendar::{Count, Cycle, Granule, Unit};
use crate::expr::{Anchor, Expr, Modifier, Step, Way, What};
use crate::lang::{Kinds, Part, Sense, Takes};
use crate::text::{Ptb, Shape};
use crate::timex::Signal;
use chrono::NaiveDate;

/// 2025-03-08, 2025-03, with a time: 2025-03-08T14:30, 2025-03-08T14:30:00Z.
pub fn iso(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let two = |i| r.digits(i).filter(|d| d.len == 2);
    let whole = || r.hyphen(i + 3) && two(i + 4).is_some();
    let year = r.year(i).or_else(|| r.far_year(i).filter(|_| whole()))?;
    if !r.hyphen(i + 1) {
        return None;
    }
    let month = two(i + 2).filter(|d| d.rest.is_empty() && (1..=12).contains(&d.value))?;
    let month = u8::try_from(month.value).ok()?;
    if !r.hyphen(i + 3) {
        // "2009-10" is a range of years as often, "2007-08" too; a month is written with a leading zero.
        let next_year = i32::from(month) == year % 100 + 1;
        let month_written = r.word(i + 2).starts_with('0') && !next_year;
        return month_written.then(|| Read::new(Expr::At(Granule::Month(year, month)), i + 3));
    }
    let day = two(i + 4)?;
    let date = date(year, month, day.value)?;
    let mut read = Read::new(Expr::At(Granule::Day(date)), i + 5);
    if day.rest.starts_with('T') {
        // "08T14", ":", "30Z": what is glued together by colons.
        while r.glued(read.end - 1) && r.mark(read.end, ":") && r.glued(read.end) && r.digits(read.end + 1).is_some() {
            read.end += 2;
        }
        let words = r.document.span(i + 4..read.end).of(r.document.text);
        let (granule, zone) = iso_clock(date, words.split_once('T')?.1)?;
        read.expr = Expr::At(granule);
        read.zone = zone;
    } else if !day.rest.is_empty() {
        return None;
    } else if r.word(read.end).contains(':')
        && let Some((granule, zone)) = iso_clock(date, r.word(read.end))
    {
        // "2025-03-08 14:30"
        (read.expr, read.zone) = (Expr::At(granule), zone);
        read.end += 1;
    }
    Some(read)
}

fn iso_clock(date: NaiveDate, clock: &str) -> Option<(Granule, Option<i16>)> {
    let (clock, zone) = clock.strip_suffix('Z').map_or((clock, None), |c| (c, Some(0)));
    let mut parts = clock.split(':').map(str::parse::<u8>);
    let hour = parts.next()?.ok().filter(|&h| h < 24)?;
    let granule = match (parts.next(), parts.next()) {
        (None, _) => Granule::Hour(date, hour),
        (Some(m), None) => Granule::Minute(date, hour, m.ok().filter(|&m| m < 60)?),
        (Some(m), Some(s)) => Granule::Second(date, hour, m.ok().filter(|&m| m < 60)?, s.ok().filter(|&s| s < 60)?),
    };
    Some((granule, zone))
}

pub(super) fn date(year: i32, month: u8, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day)
}

/// 3/14/2025, 14/3/98, 3-14-2025, 14.3.2025. Which of two numbers is the month is left open where both can be; with full
/// stops the day stands first.
pub fn slashed(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if r.mark(i + 1, "/") && r.glued(i) && r.glued(i + 1) && !r.mark(i + 3, "/") {
        // "5/12, 2020", "5/1-5/7, 2020"
        if let Some(read) = slashed_then_year(r, i) {
            return Some(read);
        }
        // 08/2021
        let ((month, 2), year) = (r.plain(i)?, r.year(i + 2)?) else { return None };
        let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
        return Some(Read::new(Expr::At(Granule::Month(year, month)), i + 3));
    }
    if let Some(year) = r.year(i).filter(|_| r.mark(i + 1, "/") && r.mark(i + 3, "/") && (i..i + 4).all(|k| r.glued(k)))
    {
        // 2024/11/05
        let (month, day) = (r.plain(i + 2)?, r.plain(i + 4)?);
        let day = date(year, u8::try_from(month.0).ok()?, day.0)?;
        return Some(Read::new(Expr::At(Granule::Day(day)), i + 5));
    }
    // "133-03-03-2020" is a code.
    let dashed = r.hyphen(i + 1) && r.hyphen(i + 3) && r.year(i + 4).is_some() && !r.hyphen(i + 5);
    if dashed && i.checked_sub(1).is_some_and(|b| r.hyphen(b)) {
        return None;
    }
    // "31 10 1974": three numbers by themselves
    let spaced = r.year(i + 2).is_some_and(|y| (1900..2100).contains(&y))
        && r.plain(i + 1).is_some()
        && r.plain(i + 3).is_none()
        && i.checked_sub(1).is_none_or(|b| r.plain(b).is_none());
    if spaced {
        let (a, b) = (r.plain(i)?, r.plain(i + 1)?);
        let whole = a.1 == 2 && b.1 == 2 && !r.glued(i) && !r.glued(i + 1);
        return whole.then(|| numeric(a.0, b.0, r.year(i + 2))).flatten().map(|expr| Read::new(expr, i + 3));
    }
    let (a, b, year, end) = if dashed || r.mark(i + 1, "/") && r.mark(i + 3, "/") {
        let glued = (i..i + 4).all(|k| r.glued(k));
        let (a, b, year) = (r.plain(i)?, r.plain(i + 2)?, r.plain(i + 4)?);
        if !glued {
            return None;
        }
        (a, b, year, i + 5)
    } else {
        let mut parts = r.word(i).split('.');
        let mut part = || {
            let p = parts.next()?;
            Some((p.parse::<u32>().ok()?, p.len()))
        };
        let (a, b, year) = (part()?, part()?, part()?);
        if r.shape(i) != Shape::Number || parts.next().is_some() || year.1 != 4 {
            return None;
        }
        // With full stops the day stands first, unless only the other order is a date.
        let two = |year: (u32, usize)| if year.1 == 4 { i32::try_from(year.0).ok() } else { None };
        let of = |month: u32, day| date(two(year)?, u8::try_from(month).ok()?, day);
        let found = of(b.0, a.0).or_else(|| of(a.0, b.0))?;
        return (a.1 <= 2 && b.1 <= 2).then(|| Read::new(Expr::At(Granule::Day(found)), i + 1));
    };
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    let year = match year {
        (y, 4) => i32::try_from(y).ok()?,
        (y, 2) => two_digit_year(y)?,
        _ => return None,
    };
    numeric(a.0, b.0, Some(year)).map(|expr| Read::new(expr, end))
}

/// "5/12, 2020", "5/1-5/7, 2020": the year behind a comma.
fn slashed_then_year(r: &Reader<'_>, i: usize) -> Option<Read> {
    // "11/12,2016": the year's comma without a space
    if let Some((day, year)) = r.word(i + 2).split_once(',').filter(|(day, year)| day.len() <= 2 && year.len() == 4) {
        let (a, b, year) = (r.plain(i)?, day.parse().ok()?, year.parse().ok()?);
        return if a.1 <= 2 { numeric(a.0, b, Some(year)).map(|expr| Read::new(expr, i + 3)) } else { None };
    }
    let pair = |i: usize| {
        let (a, b) = (r.plain(i)?, r.plain(i + 2)?);
        let glued = r.mark(i + 1, "/") && r.glued(i) && r.glued(i + 1);
        (glued && a.1 <= 2 && b.1 <= 2).then_some((a.0, b.0))
    };
    let first = pair(i)?;
    let last = pair(i + 4).filter(|_| r.hyphen(i + 3));
    let end = if last.is_some() { i + 7 } else { i + 3 };
    let year = r.year(end + 1).filter(|_| r.mark(end, ","))?;
    let first = numeric(first.0, first.1, Some(year))?;
    Some(match last {
        Some((a, b)) => {
            let last = numeric(a, b, Some(year))?;
            Read::new(Expr::Between(Box::new(first), Box::new(last)), end + 2)
        }
        None => Read::new(first, end + 2),
    })
}

/// A day and a month in numbers, in an order that is left open when both are dates.
fn numeric(a: u32, b: u32, year: Option<i32>) -> Option<Expr> {
    let (a, b) = (u8::try_from(a).ok()?, u8::try_from(b).ok()?);
    let month_first = (1..=12).contains(&a) && month_has(a, b);
    let day_first = (1..=12).contains(&b) && month_has(b, a);
    match (month_first, day_first) {
        (true, true) if a != b => Some(Expr::Numeric(a, b, year)),
        (true, _) => bare(Cycle::MonthDay(a, b), year),
        (false, true) => bare(Cycle::MonthDay(b, a), year),
        (false, false) => None,
    }
}

/// "(Friday) 5/12", "(Thursday) 29/03": no fraction, since a weekday goes before it.
pub(super) fn slashed_day(r: &Reader<'_>, i: usize) -> Option<Read> {
    let (a, b) = (r.plain(i)?, r.plain(i + 2)?);
    let glued = r.mark(i + 1, "/") && r.glued(i) && r.glued(i + 1) && !r.mark(i + 3, "/");
    (glued && a.1 <= 2 && b.1 <= 2).then(|| numeric(a.0, b.0, None)).flatten().map(|expr| Read::new(expr, i + 3))
}

/// A month and a day of it in digits: "December 25".
pub(super) fn month_and_day(r: &Reader<'_>, i: usize) -> Option<(u8, u8, usize)> {
    let month = r.month(i)?;
    let (day, end) = r.day(i + 1).filter(|&(day, _)| r.digits(i + 1).is_some() && month_has(month, day))?;
    (r.kinds(end) & Sense::Counted.kind() == 0).then_some((month, day, end))
}

/// A month at `i`; in lower case a weak one ("april", "may") only where `dated` says that a date stands there.
pub(super) fn month(r: &Reader<'_>, i: usize, dated: bool) -> Option<u8> {
    let weak = || r.sense(i, |s| if let Sense::Month(m) = s { Some(m) } else { None });
    r.month(i).or_else(|| dated.then(weak).flatten())
}

/// A year after a month or day: "2025", ", 2025", "'98", "of 2025".
pub(super) fn year_after(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    let after_comma = r.skip_comma(i);
    let of = if r.is(i, Sense::Of) { i + 1 } else { after_comma };
    if let Some(found) = year_of_era(r, of) {
        return Some(found);
    }
    if let Some(y) = r.year(after_comma) {
        return Some((y, after_comma + 1));
    }
    if r.is(i, Sense::Of)
        && let Some(y) = r.year(i + 1)
    {
        return Some((y, i + 2));
    }
    // "June in 2017"
    if r.is(i, Sense::Signal(Signal::In))
        && r.is(i, Sense::Takes(Takes::Month))
        && let Some(y) = r.year(i + 1).filter(|y| (1500..2100).contains(y) && !noun_at(r, i + 2))
    {
        return Some((y, i + 2));
    }
    short_year(r, after_comma).or_else(|| spoken_year(r, after_comma))
}

/// What is only a year behind a day and a month: "09-JAN-2017", "21-APR-16", "3 Aug 96".
fn year_behind_day(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    if r.hyphen(i) {
        let short = r.plain(i + 1).filter(|p| p.1 == 2 && i.checked_sub(2).is_some_and(|b| r.hyphen(b)));
        let year = r.year(i + 1).or_else(|| short.and_then(|p| two_digit_year(p.0)));
        return year.map(|y| (y, i + 2));
    }
    // "15 April of 87"
    let at = if r.is(i, Sense::Of) { i + 1 } else { r.skip_comma(i) };
    let counted = noun_at(r, at + 1) || r.kinds(at + 1) & Sense::Counted.kind() != 0;
    let year = match r.plain(at)? {
        (y, 2) if y > 31 => two_digit_year(y)?,
        _ => r.far_year(at)?,
    };
    Some((year, at + 1)).filter(|_| !counted)
}

pub(super) fn bare(cycle: Cycle, year: Option<i32>) -> Option<Expr> {
    match year {
        None => Some(Expr::Bare(cycle)),
        Some(y) => cycle.within(Granule::Year(y)).map(Expr::At),
    }
}

/// A day of a month. One that does not exist (31 February) is read all the same, and has no place on the calendar.
fn month_day(month: u8, day: u8, year: Option<i32>) -> Expr {
    let cycle = Cycle::MonthDay(month, day);
    bare(cycle, year).unwrap_or_else(|| match year {
        Some(year) => Expr::In(cycle, Box::new(Expr::At(Granule::Year(year)))),
        None => Expr::Bare(cycle),
    })
}

/// March 3, 2025; March 3rd; March 3-5, 2025; March 3 to 5; March 2025; March of last year; March.
pub fn month_first(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    if let Some((month, day)) = r.glued_day(i) {
        let (year, end) = year_after(r, i + 1).map_or((None, i + 1), |(y, end)| (Some(y), end));
        return month_has(month, day).then(|| Read::new(month_day(month, day, year), end));
    }
    let weak = r.kinds(i) & Sense::Weak.kind() != 0;
    let line = weak && r.is_line(i, i + 1);
    let month = month(r, i, weak && (line || small_month(r, i) || small_range(r, i)))?;
    // "september.15th": a full stop too many
    let stop = r.mark(i + 1, ".") && !r.first(i + 2) && r.digits(i + 2).is_some();
    let mut at = if (stop || r.hyphen(i + 1)) && r.day(i + 2).is_some() { i + 2 } else { i + 1 };
    // "Sept." is one token; "Sept ." two.
    if r.is(at, Sense::The) && r.day(at + 1).is_some_and(|(_, e)| r.digits(at + 1).is_some() || e > at + 1) {
        at += 1;
    }
    let is_day = |at: usize| {
        let (day, end) = r.day(at)?;
        // "March 10,000" has no day; "May 8:15" neither; "May 10 percent" does not name one.
        let counted = r.kinds(end) & Sense::Counted.kind() != 0;
        // "March first", not "March third-quarter results" and "May second".
        let noun = noun_at(r, end) && r.kinds(end) & Sense::Number(1).kind() == 0;
        let ordinal = r.digits(at).is_none() && !r.hyphen(end) && !r.is(at, Sense::Unit(Unit::Second)) && !noun;
        ((r.digits(at).is_some_and(|d| d.value <= 31) || ordinal) && !counted).then_some((day, end))
    };
    let is_day = |at: usize| is_day(at).or_else(|| spoken_day(r, at));
    // "March, 6th 2016"
    let comma = r.skip_comma(at);
    let late = comma > at && r.digits(comma).is_some_and(|d| !d.rest.is_empty()) && r.year(comma + 1).is_some();
    let at = if late { comma } else { at };
    if let Some((day, end)) = is_day(at) {
        let dash = (r.hyphen(end) || r.is(end, Sense::To) || r.is(end, Sense::And)) && month_has(month, day);
        let the = usize::from(r.is(end + 1, Sense::The));
        if dash
            && let Some((last, range_end)) = is_day(end + 1 + the)
            && last > day
            && month_has(month, last)
            && (r.hyphen(end)
                || year_after(r, range_end).is_some()
                || r.is(end, Sense::To) && day_ends(r, range_end)
                // "on May 4 and 5"
                || last == day + 1 && !noun_at(r, range_end) && !r.mark(range_end, "$%"))
        {
            let year = year_after(r, range_end);
            let end = year.map_or(range_end, |y| y.1);
            let year = year.map(|y| y.0);
            let (a, b) = (bare(Cycle::MonthDay(month, day), year)?, bare(Cycle::MonthDay(month, last), year)?);
            return Some(Read::new(Expr::Between(Box::new(a), Box::new(b)), end));
        }
        return Some(match year_after(r, end).or_else(|| year_behind_day(r, end)) {
            Some((y, end)) => Read::new(month_day(month, day, Some(y)), end),
            None => of_last_year(r, Cycle::MonthDay(month, day), end, depth)
                .or_else(|| then_weekday(r, Cycle::MonthDay(month, day), end))
                .unwrap_or_else(|| Read::new(Expr::Bare(Cycle::MonthDay(month, day)), end)),
        });
    }
    // "Dec-2018", "Aug 96"
    let hyphened = || r.year(i + 2).filter(|_| r.hyphen(i + 1)).map(|y| (y, i + 3));
    let short = || {
        let (y, end) = year_behind_day(r, i + 1)?;
        (!r.mark(i + 1, ",") && !r.hyphen(i + 1) && (end >= r.len() || r.mark(end, ".,;)"))).then_some((y, end))
    };
    if let Some((year, end)) = year_after(r, i + 1).or_else(hyphened).or_else(short) {
        return Some(Read::new(Expr::At(Granule::Month(year, month)), end));
    }
    if let Some(read) = of_last_year(r, Cycle::Month(month), i + 1, depth) {
        return Some(read);
    }
    if let Some(read) = month_after_next(r, month, i + 1) {
        return Some(read);
    }
    if weak && !line && !month_in_company(r, i) && super::relative::in_years(r, i + 1).is_none() {
        return None;
    }
    // "Black September"
    let unknown = |b: usize| r.kinds(b) & !Sense::Phrase.kind() == 0;
    if i.checked_sub(1).is_some_and(|b| unknown(b) && r.shape(b) == Shape::Capital && r.first(b)) && !r.mark(i + 1, ",")
    {
        return None;
    }
    Some(Read::new(Expr::Bare(Cycle::Month(month)), i + 1))
}

/// "(Jul 18), Fri": the weekday behind the date, where the clause ends with it.
fn then_weekday(r: &Reader<'_>, date: Cycle, i: usize) -> Option<Read> {
    let at = r.skip_comma(i);
    let day = r.weekday(at).filter(|_| at > i && r.clause_ends(at + 1))?;
    Some(Read::new(Expr::In(Cycle::Weekday(day), Box::new(Expr::Bare(date))), at + 1))
}

/// "(March) after next": the one after the next.
fn month_after_next(r: &Reader<'_>, month: u8, i: usize) -> Option<Read> {
    if !r.is(i, Sense::Hang(Way::After)) || !r.is(i + 1, Sense::Step(Step::Next)) || !r.clause_ends(i + 2) {
        return None;
    }
    let what = What::Cycle(Cycle::Month(month));
    let next = Expr::Step(Step::Next, what, Anchor::Publication);
    Some(Read::new(Expr::Step(Step::Next, what, Anchor::At(Box::new(next))), i + 2))
}

/// "between august and october", "from april to june": a weak month in lower case at either end of a range of months.
fn small_range(r: &Reader<'_>, i: usize) -> bool {
    let opens = |b: usize| r.kinds(b) & (Sense::Between.kind() | Sense::FromWord.kind()) != 0;
    let joins = |i: usize| r.is(i, Sense::And) || r.is(i, Sense::To);
    let named = |i: usize| r.sense(i, |s| if let Sense::Month(m) = s { Some(m) } else { None }).is_some();
    let first = i.checked_sub(1).is_some_and(opens) && joins(i + 1) && named(i + 2);
    let last = || i.checked_sub(3).is_some_and(opens) && joins(i - 1) && named(i - 2);
    first || last()
}

/// "(May) twenty-one": a day in words, where the date ends or goes on with its year.
fn spoken_day(r: &Reader<'_>, i: usize) -> Option<(u8, usize)> {
    if r.digits(i).is_some() {
        return None;
    }
    let (n, end) = r.whole(i).filter(|(n, _)| (1..=31).contains(n))?;
    let dated = day_ends(r, end) && !r.hyphen(end) || spoken_year(r, end).is_some();
    dated.then(|| u8::try_from(n).ok()).flatten().map(|n| (n, end))
}

/// A weak month in lower case with a day or a year behind it, where no word goes before that "may" or "march" could
/// be the verb of: "april 22", "on march 3", "in june 2019".
fn small_month(r: &Reader<'_>, i: usize) -> bool {
    let of_year = r.is(i + 1, Sense::Of) && r.year(i + 2).is_some()
        || r.kinds(i + 1) & Sense::Step(Step::Last).kind() != 0 && r.is(i + 2, Sense::Unit(Unit::Year));
    let dated = r.day(i + 1).is_some()
        || spoken_day(r, i + 1).is_some()
        || r.hyphen(i + 1) && r.day(i + 2).is_some()
        || r.year(i + 1).is_some()
        || of_year
        || r.is(i + 1, Sense::The) && r.day(i + 2).is_some();
    // No verb goes before the number of a day at the end of its clause: "may twenty-first", "may twenty one".
    let ordinal = || r.ordinal(i + 1).is_some_and(|(n, end)| (21..=31).contains(&n) && day_ends(r, end));
    let cardinal = || spoken_day(r, i + 1).is_some_and(|(n, end)| n > 20 && r.clause_ends(end));
    let verb = (r.is(i, Sense::Month(3)) || r.is(i, Sense::Month(5))) && !ordinal() && !cardinal();
    let before = Sense::Prep.kind() | MOD_OR_ORDINAL | Sense::Weekday(chrono::Weekday::Mon).kind();
    let opens = r.first(i) || i.checked_sub(1).is_some_and(|b| r.kinds(b) & before != 0);
    dated && (opens || !verb)
}

pub(super) fn noun_at(r: &Reader<'_>, i: usize) -> bool {
    r.document.tokens.get(i).is_some_and(|t| t.tag.is_noun())
}

/// "of last year", "last year", "this year" after a month or a day.
fn of_last_year(r: &Reader<'_>, cycle: Cycle, at: usize, depth: u8) -> Option<Read> {
    let of = if r.is(at, Sense::Of) { at + 1 } else { at };
    let starts = r.kinds(of) & (Sense::Step(Step::Last).kind() | Sense::The.kind() | Sense::That.kind()) != 0;
    if !starts || (r.is(of, Sense::The) && of == at) {
        return None;
    }
    let year = point(r, of, depth + 1)?;
    let fits = match &year.expr {
        Expr::Step(_, What::Unit(Unit::Year), _) => true,
        Expr::At(Granule::Year(_)) => of > at,
        _ => false,
    };
    fits.then(|| Read::new(Expr::In(cycle, Box::new(year.expr)), year.end))
}

/// Whether a weak month name stands where only a date can: after "in", "since", "last", "early", or before "'s" and a
/// preposition before it, or between two other months.
fn month_in_company(r: &Reader<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let may = r.is(i, Sense::Month(5));
    let abbreviated = r.word(i).len() < 4 && !may || r.word(i).len() == 4 && !r.is(i, Sense::Month(6));
    let prep = Sense::Prep.kind() | Sense::Between.kind();
    let step = Sense::Step(Step::Last).kind() | Sense::Mod(Modifier::Start).kind() | Sense::Each.kind();
    let kinds = r.kinds(before);
    // "by August Wilson", "for April Jones", "with June": a name follows, or the preposition takes people.
    // "in April Nixon appointed": a verb follows the name, so that the month is none of it.
    let subject = r.taken(i, Takes::Month) && r.document.tokens.get(i + 2).is_some_and(|t| t.tag.ptb == Ptb::Vbd);
    let name_follows = r.capital(i + 1) && r.kinds(i + 1) == 0 && !subject;
    // "scheduled for June"
    let due = before.checked_sub(1).is_some_and(|b| r.kinds(b) & Sense::Ahead.kind() != 0);
    let people = r.taken(i, Takes::People) && !range_before(r, before) && !due;
    let after_length = r.is(before, Sense::To) && before.checked_sub(1).is_some_and(|b| r.strict_unit(b).is_some());
    let possessive = r.word(i + 1).starts_with(['\'', '’']) && !r.taken(i, Takes::Month);
    if kinds & prep != 0 && !name_follows && !possessive {
        return !people
            || after_length
            || r.is(before, Sense::To) && r.kinds(before.wrapping_sub(1)) & Sense::Month(1).kind() != 0
            || r.is(before, Sense::Of) && r.kinds(before.wrapping_sub(1)) & (MOD_OR_ORDINAL | Sense::Half.kind()) != 0
            || r.is(before, Sense::Of) && before.checked_sub(1).is_some_and(|b| r.strict_unit(b).is_some())
            || r.is(before, Sense::Of)
                && !abbreviated
                && r.sense(i, |s| if s == Sense::Weak { Some(()) } else { None }).is_none();
    }
    if kinds & step != 0 && (!name_follows || kinds & Sense::Mod(Modifier::Start).kind() != 0) {
        return true;
    }
    // "a June agreement", "the costly August battles"
    let adjective = r.document.tokens.get(before).is_some_and(|t| t.tag.ptb == Ptb::Jj);
    let article = if adjective { before.checked_sub(1) } else { Some(before) };
    // "the May government" is a person's.
    let determined = article.is_some_and(|a| r.is(a, Sense::A) || r.is(a, Sense::The) && !(may && a == before));
    if determined && !abbreviated && r.capital(i) && r.shape(i + 1) == Shape::Lower && noun_at(r, i + 1) {
        return true;
    }
    // "April and May", "June or July", "mid-May"
    let joined = r.is(before, Sense::And) || r.is(before, Sense::Or) || r.mark(before, "-–/,");
    let other = before
        .checked_sub(1)
        .is_some_and(|b| r.kinds(b) & Sense::Month(1).kind() != 0 || r.is(b, Sense::Mod(Modifier::Mid)));
    let range = (r.is(i + 1, Sense::And) || r.is(i + 1, Sense::To) && !r.mark(i + 1, "—–") || r.hyphen(i + 1))
        && r.month(i + 2).is_some();
    joined && other || range && !name_follows
}

/// "from March to May": a month goes before "to".
fn range_before(r: &Reader<'_>, before: usize) -> bool {
    r.is(before, Sense::To)
        && before.checked_sub(1).is_some_and(|b| r.month(b).is_some() || r.year(b).is_some() || r.day(b).is_some())
}

pub(super) const MOD_OR_ORDINAL: Kinds = Sense::Mod(Modifier::Start).kind() | Sense::Ordinal(1).kind();

fn month_has(month: u8, day: u8) -> bool {
    // A leap year, so that 29 February stands.
    NaiveDate::from_ymd_opt(2024, month.into(), day.into()).is_some()
}

/// 3 March 2025; the 3rd of March; 14-15 March; 3 to 5 March.
pub fn day_first(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let first = if the { i + 1 } else { i };
    // "twenty-five January 1986": a cardinal in words needs the year.
    let spoken = || {
        let (n, end) = r.whole(first).filter(|(n, _)| (1..=31).contains(n))?;
        let dated = r.month(end).is_some() && year_after(r, end + 1).is_some();
        dated.then(|| u8::try_from(n).ok()).flatten().map(|n| (n, end))
    };
    let ordinal = r.day(first);
    let (day, mut at) = ordinal.or_else(spoken)?;
    let mut last = None;
    if r.hyphen(at) || r.is(at, Sense::To) || r.is(at, Sense::And) {
        // "from the 13th to the 15th of July", "between the ninth and the seventeenth of April"
        let opened =
            i.checked_sub(1).is_some_and(|b| r.kinds(b) & (Sense::FromWord.kind() | Sense::Between.kind()) != 0);
        let second = at + 1 + usize::from(opened && r.is(at + 1, Sense::The));
        if let Some(read) = day_to_date(r, day, second).filter(|_| opened) {
            return Some(read);
        }
        if r.digits(second).is_some() || opened {
            let (d, end) = r.day(second)?;
            last = Some(d).filter(|&d| d > day);
            last?;
            at = end;
        }
    }
    if let Some(read) = days_of_step(r, (i, first), day, last, at, depth) {
        return Some(read);
    }
    // "twenty-fourth of May"
    if !the && last.is_none() && r.digits(first).is_none() && ordinal.is_some() && !r.is(at, Sense::Of) {
        return None;
    }
    // "16. Nov. 2016", as German writes
    let stop = !the && r.plain(first).is_some() && r.mark(at, ".") && r.glued(first) && !r.first(at + 1);
    if r.is(at, Sense::Of) || r.hyphen(at) || stop {
        at += 1;
    }
    let of = r.is(at - 1, Sense::Of) || r.digits(first).is_some_and(|d| !d.rest.is_empty());
    // "26 june": the small letters of a month that is no other word
    let sure = r.digits(first).is_some()
        && r.sense(at, |s| matches!(s, Sense::Month(1 | 2 | 4 | 6 | 7 | 9..=11)).then_some(())).is_some();
    let month = month(r, at, of || sure)?;
    if first.checked_sub(1).is_some_and(|b| r.mark(b, "$£€")) {
        return None;
    }
    // "on 14 May said": a name; two numbers in a row: "14 March 15" is no date of the first.
    // "14th April 15", at the end of its clause
    let short = || {
        let (y, 2) = r.plain(at + 1).filter(|_| r.digits(first).is_some_and(|d| !d.rest.is_empty()))? else {
            return None;
        };
        two_digit_year(y).filter(|_| r.clause_ends(at + 2)).map(|y| (y, at + 2))
    };
    let year = year_after(r, at + 1).or_else(|| year_behind_day(r, at + 1)).or_else(short);
    let end = year.map_or(at + 1, |y| y.1);
    let year = year.map(|y| y.0);
    let one = |d| month_day(month, d, year);
    if let Some(last) = last.filter(|&d| month_has(month, d)) {
        return Some(Read::new(Expr::Between(Box::new(one(day)), Box::new(one(last))), end));
    }
    if year.is_none()
        && let Some(read) = of_last_year(r, Cycle::MonthDay(month, day), end, depth)
    {
        return Some(read);
    }
    Some(Read::new(one(day), end))
}

/// "(from 4 to) January 22, 1995": the month of the last day is that of the first.
fn day_to_date(r: &Reader<'_>, day: u8, i: usize) -> Option<Read> {
    let (month, last, end) = month_and_day(r, i).filter(|&(_, last, _)| day < last)?;
    let (year, end) = year_after(r, end).map_or((None, end), |(year, end)| (Some(year), end));
    let one = |day| Box::new(month_day(month, day, year));
    Some(Read::new(Expr::Between(one(day), one(last)), end))
}

/// "the 20th of next month", "from 4 to 22 this month": days of a month that is counted from now. `from` is where the
/// expression and its first number begin, `at` one past the last number.
fn days_of_step(r: &Reader<'_>, from: (usize, usize), day: u8, last: Option<u8>, at: usize, depth: u8) -> Option<Read> {
    let of = r.is(at, Sense::Of);
    // "sold 22 this month": without "of" the number must be an ordinal or the end of a range.
    let ordinal = r.digits(from.1).is_none_or(|d| !d.rest.is_empty());
    if !of && last.is_none() && !ordinal {
        return None;
    }
    let month = super::relative::step(r, at + usize::from(of), depth + 1)?;
    let is_month = matches!(month.expr, Expr::Step(_, What::Unit(Unit::Month), _));
    let one = |d| Expr::In(Cycle::DayOfMonth(d), Box::new(month.expr.clone()));
    is_month.then(|| {
        let expr = match last {
            Some(last) => Expr::Between(Box::new(one(day)), Box::new(one(last))),
            None => one(day),
        };
        Read::new(expr, month.end)
    })
}

/// "the 14th", "on 22nd", where a preposition stands before it and nothing is counted by it.
pub fn day_of_month(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let before = i.checked_sub(1).filter(|&b| r.kinds(b) & Sense::Prep.kind() != 0)?;
    let the = r.is(i, Sense::The);
    let at = i + usize::from(the);
    let on = r.is(before, Sense::Signal(Signal::In)) && r.is(before, Sense::Takes(Takes::Day));
    if on && r.plain(at).is_some() {
        let day = r.day(at).filter(|_| beside_hour(r, before, at + 1) && (!the || r.clause_ends(at + 1)))?.0;
        return Some(Read::new(Expr::Bare(Cycle::DayOfMonth(day)), at + 1));
    }
    if r.digits(at).is_some_and(|d| d.rest.is_empty()) || !the && !on {
        return None;
    }
    // "on the twenty-first": in words only what counts little else.
    let (day, end) = r.day(at).filter(|&(day, _)| r.digits(at).is_some() || the && day > 20)?;
    let taken = r.taken(i, Takes::Day) || r.is(before, Sense::Signal(Signal::For));
    (taken && day_ends(r, end)).then(|| Read::new(Expr::Bare(Cycle::DayOfMonth(day)), end))
}

/// Whether the hour stands before "on" and a number or behind them: "8 p.m. on 15", "on 15 at 8:00".
fn beside_hour(r: &Reader<'_>, on: usize, i: usize) -> bool {
    let told = Sense::Meridiem(0).kind();
    let before = on.checked_sub(1).is_some_and(|b| {
        r.kinds(b) & told != 0 || r.digits(b).is_some_and(|d| d.rest.ends_with('m')) || r.word(b).contains(':')
    });
    let at = i + usize::from(r.mark(i, ",") || r.is(i, Sense::Part(Part::At)));
    let behind = at > i && (super::clock::is_sure(r, at) || r.word(at).contains(':'));
    before && r.clause_ends(i) || behind
}

/// Whether a day of the month is over at `i`, and no noun follows that it would count.
fn day_ends(r: &Reader<'_>, i: usize) -> bool {
    let joins = r.kinds(i) & (Sense::Prep.kind() | Sense::And.kind()) != 0;
    i >= r.len() || r.shape(i) == Shape::Mark && !r.mark(i, "-–%") || joins && !r.is(i, Sense::Of)
}

/// Saturday; Saturday, March 8; Saturday the 8th; Sat 8 March.
pub fn weekday(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let weak = r.kinds(i) & Sense::Weak.kind() != 0;
    let line = weak && r.is_line(i, i + 1);
    // "wed, 22 of jan": in small letters with a date behind it; "they sat March 3".
    let behind_prep = i.checked_sub(1).is_some_and(|b| r.kinds(b) & Sense::Prep.kind() != 0);
    let verb = !behind_prep && r.document.tokens.get(i).is_some_and(|t| t.tag.is_verb());
    let small = || r.sense(i, |s| if let Sense::Weekday(d) = s { Some(d) } else { None }).filter(|_| weak && !verb);
    let sure = r.weekday(i);
    let day = sure.or_else(small)?;
    let comma = r.skip_comma(i + 1);
    // "Saturday, March 8" is one date; "Friday, 30 people" is not.
    let date = month_first(r, comma, depth + 1).or_else(|| day_first(r, comma, depth + 1));
    if sure.is_none() && !line && date.as_ref().is_none_or(|d| !has_day(&d.expr)) {
        return None;
    }
    if let Some(read) = slashed_day(r, i + 1) {
        return Some(read);
    }
    if let Some(read) = date.filter(|d| has_day(&d.expr)) {
        // The weekday says which year is meant.
        return Some(match read.expr {
            Expr::Bare(Cycle::MonthDay(..)) => {
                Read { expr: Expr::In(Cycle::Weekday(day), Box::new(read.expr)), ..read }
            }
            _ => read,
        });
    }
    // "Saturday the 8th", "Tuesday 19th", "Friday the fifteenth"
    let the = r.is(i + 1, Sense::The);
    let at = i + 1 + usize::from(the);
    let ordinal = r.digits(at).map_or(the, |d| !d.rest.is_empty());
    // "Sunday 31": a bare number at the end of its clause, or before the hour.
    let closed = |end: usize| end >= r.len() || r.mark(end, ".,;!?)") || r.is(end, Sense::Part(Part::At));
    let bare_day = |end: usize| !the && r.plain(at).is_some() && closed(end) && !r.glued(i);
    let ends = |end: usize| day_ends(r, end) || super::clock::is_sure(r, end);
    let is_day = |&(_, end): &(u8, usize)| ordinal && (r.digits(at).is_some() || ends(end)) || bare_day(end);
    // "Friday the thirteen"
    let spoken = || spoken_day(r, at).filter(|_| the);
    if let Some((d, end)) = r.day(at).filter(is_day).or_else(spoken) {
        return Some(Read::new(Expr::In(Cycle::Weekday(day), Box::new(Expr::Bare(Cycle::DayOfMonth(d)))), end));
    }
    // "the Friday after next"
    if r.is(i + 1, Sense::Hang(Way::After)) && r.is(i + 2, Sense::Step(Step::Next)) && !noun_at(r, i + 3) {
        let next = Expr::Step(Step::Next, What::Cycle(Cycle::Weekday(day)), Anchor::Publication);
        return Some(Read::new(next, i + 3));
    }
    // "on Sat"
    let on = r.taken(i, Takes::Day) && r.is(i - 1, Sense::Signal(Signal::In)) && !r.capital(i + 1) && !r.owner(i + 1);
    if weak && !r.word(i).ends_with('.') && !line && !on {
        return None;
    }
    // "Monday two weeks from now": of that week.
    if let Some(Read { expr: expr @ Expr::Shift { by, from: Anchor::Publication, .. }, end, .. }) =
        super::relative::offset(r, comma, depth + 1)
        && by.unit == Unit::Week
        && by.is_plain()
        && by.count != Count::Some
    {
        return Some(Read::new(Expr::In(Cycle::Weekday(day), Box::new(expr)), end));
    }
    // "Man Friday"
    if is_name(r, i, i + 1) || i.checked_sub(1).is_some_and(|b| r.word(b).eq_ignore_ascii_case("man")) {
        return None;
    }
    Some(Read::new(Expr::Bare(Cycle::Weekday(day)), i + 1))
}

/// "Wednesday Addams", "the Sunday Times", "Friday Harbor", "Midnight Oil": a capital follows where no preposition or verb
/// goes before.
pub fn is_name(r: &Reader<'_>, i: usize, end: usize) -> bool {
    let goes_on = r.capital(end) && r.kinds(end) & !Sense::Step(Step::Next).kind() & KNOWN == 0;
    let Some(before) = i.checked_sub(1).filter(|_| !r.first(i)) else { return goes_on };
    goes_on && r.kinds(before) & (Sense::The.kind() | Sense::A.kind()) != 0
}

/// Senses of words that go on with a time: parts of the day, months, numbers.
const KNOWN: Kinds = Sense::DayPart(crate::calendar::DayPart::Night).kind()
    | Sense::Month(1).kind()
    | Sense::Weekday(chrono::Weekday::Mon).kind();

pub(super) fn has_day(expr: &Expr) -> bool {
    match expr {
        Expr::Bare(Cycle::MonthDay(..)) | Expr::At(Granule::Day(_)) | Expr::In(Cycle::MonthDay(..), _) => true,
        Expr::Numeric(..) => true,
        Expr::Between(a, _) => has_day(a),
        _ => false,
    }
}
