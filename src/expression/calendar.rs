//! Rules for what the calendar names: dates, months, years, decades, quarters, seasons, holidays.

use super::reader::{Read, Reader};
use super::rules::point;
use crate::calendar::{Cycle, Granule, Holiday, Unit};
use crate::expr::{Anchor, Expr, Modifier, Step, What};
use crate::lang::{Kinds, Part, PhraseSense, Sense};
use crate::text::{Ptb, Shape};
use chrono::NaiveDate;

/// 2025-03-08, 2025-03, with a time: 2025-03-08T14:30, 2025-03-08T14:30:00Z.
pub fn iso(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let year = r.year(i)?;
    let two = |i| r.digits(i).filter(|d| d.len == 2);
    if !r.hyphen(i + 1) {
        return None;
    }
    let month = two(i + 2).filter(|d| d.rest.is_empty() && (1..=12).contains(&d.value))?;
    let month = u8::try_from(month.value).ok()?;
    if !r.hyphen(i + 3) {
        // "2009-10" is a range of years as often; a month is written with a leading zero.
        return r.word(i + 2).starts_with('0').then(|| Read::new(Expr::At(Granule::Month(year, month)), i + 3));
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

fn date(year: i32, month: u8, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day)
}

/// 3/14/2025 (month first, as American news writes, unless only the other order is a date), 14/3/98, 14.3.2025.
pub fn slashed(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if r.mark(i + 1, "/") && r.glued(i) && r.glued(i + 1) && !r.mark(i + 3, "/") {
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
    let (a, b, year, end) = if r.mark(i + 1, "/") && r.mark(i + 3, "/") {
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
        (b, a, year, i + 1)
    };
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    let year = match year {
        (y, 4) => i32::try_from(y).ok()?,
        (y, 2) => two_digit_year(y)?,
        _ => return None,
    };
    let of = |month: u32, day| date(year, u8::try_from(month).ok()?, day);
    let found = of(a.0, b.0).or_else(|| of(b.0, a.0))?;
    Some(Read::new(Expr::At(Granule::Day(found)), end))
}

/// '98 is 1998 and '24 is 2024: two digits belong to the century that puts them between 1930 and 2029.
fn two_digit_year(y: u32) -> Option<i32> {
    let y = i32::try_from(y).ok().filter(|y| (0..100).contains(y))?;
    Some(if y < 30 { 2000 + y } else { 1900 + y })
}

/// A month at `i`; in lower case a weak one ("april", "may") only where `dated` says that a date stands there.
fn month(r: &Reader<'_>, i: usize, dated: bool) -> Option<u8> {
    let weak = || r.sense(i, |s| if let Sense::Month(m) = s { Some(m) } else { None });
    r.month(i).or_else(|| dated.then(weak).flatten())
}

/// A year after a month or day: "2025", ", 2025", "'98", "of 2025".
fn year_after(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
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
    short_year(r, i).or_else(|| spoken_year(r, i))
}

/// What is only a year behind a day and a month: "09-JAN-2017", "21-APR-16", "3 Aug 96".
fn year_behind_day(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    if r.hyphen(i) {
        let short = r.plain(i + 1).filter(|p| p.1 == 2 && i.checked_sub(2).is_some_and(|b| r.hyphen(b)));
        let year = r.year(i + 1).or_else(|| short.and_then(|p| two_digit_year(p.0)));
        return year.map(|y| (y, i + 2));
    }
    let at = r.skip_comma(i);
    let (y, 2) = r.plain(at)? else { return None };
    let counted = noun_at(r, at + 1) || r.kinds(at + 1) & Sense::Counted.kind() != 0;
    two_digit_year(y).filter(|_| y > 31 && !counted).map(|y| (y, at + 1))
}

/// '98
fn short_year(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    if r.mark(i, "'’‘") && r.glued(i) {
        let (y, 2) = r.plain(i + 1)? else { return None };
        return Some((two_digit_year(y)?, i + 2));
    }
    None
}

fn bare(cycle: Cycle, year: Option<i32>) -> Option<Expr> {
    match year {
        None => Some(Expr::Bare(cycle)),
        Some(y) => cycle.within(Granule::Year(y)).map(Expr::At),
    }
}

/// March 3, 2025; March 3rd; March 3-5, 2025; March 3 to 5; March 2025; March of last year; March.
pub fn month_first(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let weak = r.kinds(i) & Sense::Weak.kind() != 0;
    let month = month(r, i, weak && small_month(r, i))?;
    let mut at = if r.hyphen(i + 1) && r.day(i + 2).is_some() { i + 2 } else { i + 1 };
    // "Sept." is one token; "Sept ." two.
    if r.is(at, Sense::The) && r.day(at + 1).is_some_and(|(_, e)| r.digits(at + 1).is_some() || e > at + 1) {
        at += 1;
    }
    let is_day = |at: usize| {
        let (day, end) = r.day(at)?;
        // "March 10,000" has no day; "May 8:15" neither; "May 10 percent" does not name one.
        let counted = r.kinds(end) & Sense::Counted.kind() != 0;
        // "March first", not "March third-quarter results" and "May second".
        let ordinal = r.digits(at).is_none() && !r.hyphen(end) && !r.is(at, Sense::Unit(Unit::Second)) && !noun_at(r, end);
        ((r.digits(at).is_some_and(|d| d.value <= 31) || ordinal) && !counted).then_some((day, end))
    };
    if let Some((day, end)) = is_day(at) {
        let dash = (r.hyphen(end) || r.is(end, Sense::To) || r.is(end, Sense::And)) && month_has(month, day);
        if dash
            && let Some((last, range_end)) = is_day(end + 1)
            && last > day
            && month_has(month, last)
            && (r.hyphen(end) || year_after(r, range_end).is_some())
        {
            let year = year_after(r, range_end);
            let end = year.map_or(range_end, |y| y.1);
            let year = year.map(|y| y.0);
            let (a, b) = (bare(Cycle::MonthDay(month, day), year)?, bare(Cycle::MonthDay(month, last), year)?);
            return Some(Read::new(Expr::Between(Box::new(a), Box::new(b)), end));
        }
        return Some(match year_after(r, end).or_else(|| year_behind_day(r, end)) {
            Some((y, end)) => Read::new(
                bare(Cycle::MonthDay(month, day), Some(y)).unwrap_or(Expr::Bare(Cycle::MonthDay(month, day))),
                end,
            ),
            None => of_last_year(r, Cycle::MonthDay(month, day), end, depth)
                .unwrap_or_else(|| Read::new(Expr::Bare(Cycle::MonthDay(month, day)), end)),
        });
    }
    if let Some((year, end)) = year_after(r, i + 1) {
        return Some(Read::new(Expr::At(Granule::Month(year, month)), end));
    }
    if let Some(read) = of_last_year(r, Cycle::Month(month), i + 1, depth) {
        return Some(read);
    }
    if weak && !month_in_company(r, i) {
        return None;
    }
    // "Black September"
    let unknown = |b: usize| r.kinds(b) & !Sense::Phrase.kind() == 0;
    if i.checked_sub(1).is_some_and(|b| unknown(b) && r.shape(b) == Shape::Capital && r.first(b))
        && !r.mark(i + 1, ",")
    {
        return None;
    }
    Some(Read::new(Expr::Bare(Cycle::Month(month)), i + 1))
}

/// A weak month in lower case with a day or a year behind it, where no word goes before that "may" or "march" could
/// be the verb of: "april 22", "on march 3", "in june 2019".
fn small_month(r: &Reader<'_>, i: usize) -> bool {
    let dated = r.day(i + 1).is_some() || r.hyphen(i + 1) && r.day(i + 2).is_some() || r.year(i + 1).is_some();
    let verb = r.is(i, Sense::Month(3)) || r.is(i, Sense::Month(5));
    let opens = r.first(i) || i.checked_sub(1).is_some_and(|b| r.kinds(b) & (Sense::Prep.kind() | MOD_OR_ORDINAL) != 0);
    dated && (opens || !verb)
}

fn noun_at(r: &Reader<'_>, i: usize) -> bool {
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
    let abbreviated =
        r.word(i).len() <= 4 && r.sense(i, |s| if s == Sense::Month(5) { Some(()) } else { None }).is_none();
    let prep = Sense::Prep.kind() | Sense::Between.kind();
    let step = Sense::Step(Step::Last).kind()
        | Sense::Mod(Modifier::Start).kind()
        | Sense::Each.kind();
    let kinds = r.kinds(before);
    // "by August Wilson", "for April Jones", "with June": a name follows, or the preposition takes people.
    let name_follows = r.capital(i + 1) && r.kinds(i + 1) == 0;
    let people = ["with", "to", "for", "of"].contains(&r.word(before)) && !range_before(r, before);
    let after_length = r.is(before, Sense::To) && before.checked_sub(1).is_some_and(|b| r.strict_unit(b).is_some());
    let possessive = r.word(i + 1).starts_with(['\'', '’']) && !["in", "since", "during"].contains(&r.word(before));
    if kinds & prep != 0 && !name_follows && !possessive {
        return !people
            || after_length
            || r.is(before, Sense::To) && r.kinds(before.wrapping_sub(1)) & Sense::Month(1).kind() != 0
            || r.is(before, Sense::Of) && r.kinds(before.wrapping_sub(1)) & MOD_OR_ORDINAL != 0
            || r.is(before, Sense::Of) && before.checked_sub(1).is_some_and(|b| r.strict_unit(b).is_some())
            || r.is(before, Sense::Of)
                && !abbreviated
                && r.sense(i, |s| if s == Sense::Weak { Some(()) } else { None }).is_none();
    }
    if kinds & step != 0 && (!name_follows || kinds & Sense::Mod(Modifier::Start).kind() != 0) {
        return true;
    }
    // "April and May", "June or July", "mid-May"
    let joined = r.is(before, Sense::And) || r.is(before, Sense::Or) || r.mark(before, "-–/,");
    let other = before
        .checked_sub(1)
        .is_some_and(|b| r.kinds(b) & (Sense::Month(1).kind() | Sense::Mod(Modifier::Mid).kind()) != 0);
    let range = (r.is(i + 1, Sense::And) || r.hyphen(i + 1)) && r.month(i + 2).is_some();
    joined && other || range && !name_follows
}

/// "from March to May": a month goes before "to".
fn range_before(r: &Reader<'_>, before: usize) -> bool {
    r.is(before, Sense::To)
        && before.checked_sub(1).is_some_and(|b| r.month(b).is_some() || r.year(b).is_some() || r.day(b).is_some())
}

const MOD_OR_ORDINAL: Kinds = Sense::Mod(Modifier::Start).kind() | Sense::Ordinal(1).kind();

fn month_has(month: u8, day: u8) -> bool {
    // A leap year, so that 29 February stands.
    NaiveDate::from_ymd_opt(2024, month.into(), day.into()).is_some()
}

/// 3 March 2025; the 3rd of March; 14-15 March; 3 to 5 March.
pub fn day_first(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let first = if the { i + 1 } else { i };
    let (day, mut at) = r.day(first)?;
    // "twenty-fourth of May"
    if !the && r.digits(first).is_none() && !r.is(at, Sense::Of) {
        return None;
    }
    let mut last = None;
    if (r.hyphen(at) || r.is(at, Sense::To) || r.is(at, Sense::And)) && r.digits(at + 1).is_some() {
        let (d, end) = r.day(at + 1)?;
        last = Some(d).filter(|&d| d > day);
        last?;
        at = end;
    }
    if r.is(at, Sense::Of) || r.hyphen(at) {
        at += 1;
    }
    let of = r.is(at - 1, Sense::Of) || r.digits(first).is_some_and(|d| !d.rest.is_empty());
    let month = month(r, at, of)?;
    if !month_has(month, day) {
        return None;
    }
    // "on 14 May said": a name; two numbers in a row: "14 March 15" is no date of the first.
    let year = year_after(r, at + 1).or_else(|| year_behind_day(r, at + 1));
    let end = year.map_or(at + 1, |y| y.1);
    let year = year.map(|y| y.0);
    let one = |d| bare(Cycle::MonthDay(month, d), year).unwrap_or(Expr::Bare(Cycle::MonthDay(month, d)));
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

/// "the 14th", where a preposition stands before it and nothing is counted by it.
pub fn day_of_month(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let before = i.checked_sub(1)?;
    let digits = r.digits(i + 1)?;
    if !r.is(i, Sense::The) || digits.rest.is_empty() || r.kinds(before) & Sense::Prep.kind() == 0 {
        return None;
    }
    let (day, end) = r.day(i + 1)?;
    let ends = r.shape(end) == Shape::Mark && !r.mark(end, "-–%")
        || r.kinds(end) & (Sense::Prep.kind() | Sense::And.kind()) != 0;
    let on = ["on", "by", "until", "since", "from", "to"].contains(&r.word(before));
    (on && ends && !r.is(end, Sense::Of)).then(|| Read::new(Expr::Bare(Cycle::DayOfMonth(day)), end))
}

/// Saturday; Saturday, March 8; Saturday the 8th; Sat 8 March.
pub fn weekday(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let day = r.weekday(i)?;
    let comma = r.skip_comma(i + 1);
    // "Saturday, March 8" is one date; "Friday, 30 people" is not.
    let date = month_first(r, comma, depth + 1).or_else(|| day_first(r, comma, depth + 1));
    if let Some(read) = date.filter(|d| has_day(&d.expr)) {
        // The weekday says which year is meant.
        return Some(match read.expr {
            Expr::Bare(Cycle::MonthDay(..)) => Read { expr: Expr::In(Cycle::Weekday(day), Box::new(read.expr)), ..read },
            _ => read,
        });
    }
    if r.is(i + 1, Sense::The)
        && let Some((d, end)) = r.day(i + 2).filter(|_| r.digits(i + 2).is_some_and(|d| !d.rest.is_empty()))
    {
        return Some(Read::new(Expr::Bare(Cycle::DayOfMonth(d)), end));
    }
    if r.kinds(i) & Sense::Weak.kind() != 0 && !r.word(i).ends_with('.') {
        return None;
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

fn has_day(expr: &Expr) -> bool {
    match expr {
        Expr::Bare(Cycle::MonthDay(..)) | Expr::At(Granule::Day(_)) | Expr::In(Cycle::MonthDay(..), _) => true,
        Expr::Between(a, _) => has_day(a),
        _ => false,
    }
}

/// 2015; '98; the year 2000; 490 BC; AD 79; fiscal 1989; FY2024; 1998-99.
pub fn year(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    // "FY2024", "FY 24"
    if r.shape(i) == Shape::Mixed {
        let digits = r.word(i).strip_prefix("FY").or_else(|| r.word(i).strip_prefix("fy"))?;
        let n: u32 = digits.parse().ok()?;
        let year = if digits.len() == 2 {
            two_digit_year(n)?
        } else {
            i32::try_from(n).ok().filter(|y| (1900..2100).contains(y))?
        };
        return Some(Read::new(Expr::At(Granule::Year(year)), i + 1));
    }
    if r.kinds(i) & Sense::Fiscal.kind() != 0 {
        let at = if r.is(i + 1, Sense::Unit(Unit::Year)) { i + 2 } else { i + 1 };
        let (year, end) = r.year(at).map(|y| (y, at + 1)).or_else(|| short_year(r, at))?;
        return Some(Read::new(Expr::At(Granule::Year(year)), end));
    }
    if r.is(i, Sense::The) && r.is(i + 1, Sense::Unit(Unit::Year)) {
        let (year, end) = match r.year(i + 2) {
            Some(year) => (year, i + 3),
            None => r.whole(i + 2).filter(|(n, _)| (1000..2200).contains(n)).map(|(n, end)| (n as i32, end))?,
        };
        return Some(Read::new(Expr::At(Granule::Year(year)), end));
    }
    if let Some((year, end)) = short_year(r, i) {
        return Some(Read::new(Expr::At(Granule::Year(year)), end));
    }
    if let Some(read) = era(r, i) {
        return Some(read);
    }
    if let Some((year, end)) = spoken_year(r, i) {
        return Some(Read::new(Expr::At(Granule::Year(year)), end));
    }
    let year = r.year(i)?;
    if let Some((last, end)) = year_range_end(r, i, year) {
        let (a, b) = (Expr::At(Granule::Year(year)), Expr::At(Granule::Year(last)));
        return Some(Read::new(Expr::Between(Box::new(a), Box::new(b)), end));
    }
    stands_as_year(r, i, year).then(|| Read::new(Expr::At(Granule::Year(year)), i + 1))
}

/// nineteen ninety-six; twenty twenty-four.
fn spoken_year(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    if r.shape(i) == Shape::Number {
        return None;
    }
    let (century, at) = r.whole(i).filter(|&(n, end)| (13..=20).contains(&n) && end == i + 1)?;
    let (rest, end) = r.whole(at).filter(|&(n, _)| (10..=99).contains(&n))?;
    let lettered =
        r.shape(at) != Shape::Number && r.strict_unit(end).is_none() && r.kinds(end) & Sense::Counted.kind() == 0;
    lettered.then_some((i32::try_from(century * 100 + rest).ok()?, end))
}

/// 490 BC, AD 79, 14 A.D., 499-493 BC, 264 to 241 BC.
fn era(r: &Reader<'_>, i: usize) -> Option<Read> {
    let year = |y| Expr::At(Granule::Year(y));
    if let Some((first, _)) = r.plain(i) {
        if let Some((y, end)) = year_of_era(r, i) {
            return Some(Read::new(year(y), end));
        }
        // The era of a range stands at its end.
        if !r.is(i + 1, Sense::To) {
            return None;
        }
        let (last, end) = year_of_era(r, i + 2)?;
        let first = i32::try_from(first).ok().filter(|n| (1..=9999).contains(n))?;
        let first = if last <= 0 { 1 - first } else { first };
        return (first < last).then(|| Read::new(Expr::Between(Box::new(year(first)), Box::new(year(last))), end));
    }
    if era_of(r, i) == Some(false) && r.shape(i) == Shape::Upper {
        let (n, _) = r.plain(i + 1)?;
        let n = i32::try_from(n).ok().filter(|n| (1..=2100).contains(n))?;
        return Some(Read::new(year(n), i + 2));
    }
    None
}

fn era_of(r: &Reader<'_>, i: usize) -> Option<bool> {
    r.sense(i, |s| if let Sense::Era(bc) = s { Some(bc) } else { None })
}

/// A number with its era behind it.
fn year_of_era(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    let (n, _) = r.plain(i)?;
    let bc = era_of(r, i + 1).filter(|_| r.shape(i + 1) == Shape::Upper || r.word(i + 1).contains('.'))?;
    let n = i32::try_from(n).ok().filter(|n| (1..=9999).contains(n))?;
    Some((if bc { 1 - n } else { n }, i + 2))
}

/// The second year of "1998-99", "2009-2010", "1914–18".
fn year_range_end(r: &Reader<'_>, i: usize, first: i32) -> Option<(i32, usize)> {
    if !r.hyphen(i + 1) && !(r.mark(i + 1, "/") && r.glued(i) && r.glued(i + 1)) {
        return None;
    }
    if r.hyphen(i + 3) {
        return None; // 2025-03-08
    }
    let last = match r.plain(i + 2)? {
        (n, 4) => i32::try_from(n).ok()?,
        (n, 2) => first / 100 * 100 + i32::try_from(n).ok()? + if n < 10 && first % 100 > 90 { 100 } else { 0 },
        _ => return None,
    };
    ((first + 1..first + 200).contains(&last) && (1200..2200).contains(&first)).then_some((last, i + 3))
}

/// Whether four digits stand as a year: after a preposition, after a month, in brackets, before a noun with "the" -- not
/// as a number of things, a price, a house number or a code.
fn stands_as_year(r: &Reader<'_>, i: usize, year: i32) -> bool {
    if r.kinds(i + 1)
        & (Sense::Counted.kind() | Sense::Times(100).kind() | Sense::Meridiem(0).kind() | Sense::Zone(0).kind())
        != 0
    {
        return false;
    }
    // "1945 Elm Road"
    let first = r.first(i) || i.checked_sub(1).is_some_and(|b| r.word(b).eq_ignore_ascii_case("at"));
    if first && r.capital(i + 1) && r.kinds(i + 1) == 0 {
        return false;
    }
    // "1500 GMT", "$2015", "No. 1984", "2015-XL", "(212) 555-2015", "2015.5"
    if r.mark(i + 1, "%°") || r.hyphen(i + 1) && r.strict_unit(i + 2).is_none() && r.digits(i + 2).is_some() {
        return false;
    }
    let noun_or_verb = |i: usize| r.document.tokens.get(i).is_some_and(|t| t.tag.is_noun() || t.tag.ptb == Ptb::Vbd);
    // "1965's man of the year"
    if r.owner(i + 1) && (1800..2050).contains(&year) {
        return true;
    }
    let Some(before) = i.checked_sub(1).filter(|_| !r.first(i)) else {
        return (1500..2100).contains(&year) && !r.hyphen(i + 1) && !next_is_plural(r, i + 1);
    };
    if r.mark(before, "$£€¥#№.") || (r.glued(before) && !r.mark(before, "(\"“‘'[—–-/,")) {
        return false;
    }
    if r.hyphen(before) && r.sense(before.wrapping_sub(1), |s| matches!(s, Sense::Mod(_)).then_some(())).is_none() {
        return false;
    }
    let kinds = r.kinds(before);
    let prep = kinds & (Sense::Prep.kind() | Sense::Between.kind()) != 0;
    let word = r.word(before);
    if prep {
        // "to 1,500", "of 2000 units", "at 1999", "for 1950 dollars", "over 2000": only likely years.
        let counting = ["at", "over", "with", "than", "for", "to", "into"].contains(&word);
        let likely = (1900..2050).contains(&year);
        return if counting {
            likely && !next_is_plural(r, i + 1)
        } else {
            (1000..2200).contains(&year) && (likely || !next_is_plural(r, i + 1))
        };
    }
    if !(1500..2100).contains(&year) {
        return false;
    }
    // "the 2015 nuclear deal", "a 1998 report", "its 2024 budget", "early 1990", "and 2016", "(2015)"
    let modern = (1500..2050).contains(&year);
    let determiner = kinds & (Sense::The.kind() | Sense::A.kind() | Sense::That.kind() | Sense::Each.kind()) != 0
        || ["its", "his", "her", "their", "our", "my"].contains(&word)
        || r.owner(before);
    if determiner {
        return modern && !r.mark(i + 1, ",.;:!?") && !next_is_plural_of_things(r, i + 1);
    }
    let other = kinds
        & (MOD_OR_ORDINAL
            | Sense::And.kind()
            | Sense::Or.kind()
            | Sense::Season(crate::calendar::Season::Spring).kind()
            | Sense::Month(1).kind()
            | Sense::Weekday(chrono::Weekday::Mon).kind())
        != 0;
    if other {
        return modern && !next_is_plural(r, i + 1);
    }
    if r.mark(before, "(,[—–-") || word == "--" {
        return modern
            && (r.shape(i + 1) == Shape::Mark || r.kinds(i + 1) & (Sense::Prep.kind() | Sense::And.kind()) != 0)
            && !r.mark(i + 1, "-%");
    }
    // "a secret 1902 pact", "and so 1987 saw little change", "as late as 1781"
    let tag = r.document.tokens.get(before).map(|t| t.tag.ptb);
    let adjective = matches!(tag, Some(Ptb::Jj | Ptb::Rb)) && noun_or_verb(i + 1) && !next_is_plural(r, i + 1);
    let as_late = r.is(before, Sense::Part(Part::As));
    // "Super Bowl 2024", "Windows 2000": a name that carries its year is no time of anything.
    (1800..2050).contains(&year) && (adjective || as_late)
}

fn next_is_plural(r: &Reader<'_>, i: usize) -> bool {
    r.document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Nns) && r.kinds(i) & Sense::Plural.kind() == 0
}

fn next_is_plural_of_things(r: &Reader<'_>, i: usize) -> bool {
    r.kinds(i) & Sense::Counted.kind() != 0
}

/// the 1990s; the '80s; the early eighties (with "early" from another rule); the mid-1990s.
pub fn decade(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    // '80s
    if r.mark(at, "'’‘") && r.glued(at) {
        let d = r.digits(at + 1)?;
        let is = d.len == 2 && d.rest == "s" && d.value % 10 == 0;
        return is.then(|| {
            Read::new(Expr::At(Granule::Decade(if d.value < 30 { 200 } else { 190 } + d.value as i32 / 10)), at + 2)
        });
    }
    if let Some(d) = r.digits(at) {
        let (suffix, end) = match d.rest {
            "s" => (true, at + 1),
            // "1990's" is cut before the apostrophe.
            "" => (r.owner(at + 1) && r.glued(at), at + 2),
            _ => (false, 0),
        };
        if !suffix || d.value % 10 != 0 {
            return None;
        }
        let value = i32::try_from(d.value).ok()?;
        return match d.len {
            4 if value % 100 == 0 && value < 1900 => Some(Read::new(Expr::At(Granule::Century(value / 100)), end)),
            4 if (1000..2100).contains(&value) => Some(Read::new(Expr::At(Granule::Decade(value / 10)), end)),
            3 if era_of(r, end) == Some(true) => Some(Read::new(Expr::At(Granule::Decade(-1 - value / 10)), end + 1)),
            2 if the && d.rest == "s" && value >= 20 => {
                Some(Read::new(Expr::At(Granule::Decade(190 + value / 10)), end))
            }
            _ => None,
        };
    }
    let ten = r.sense(at, |s| if let Sense::Decade(d) = s { Some(d) } else { None })?;
    the.then(|| Read::new(Expr::Bare(Cycle::Decade(ten)), at + 1))
}

/// the 19th century; the twentieth century; the fifth century BC.
pub fn century(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let at = if r.is(i, Sense::The) { i + 1 } else { i };
    let (n, end) = r.ordinal(at).filter(|&(n, _)| (1..=30).contains(&n))?;
    let end = r.skip_hyphen(end);
    if r.kinds(end) & Sense::CenturyWord.kind() == 0 || (at == i && r.kinds(end) & Sense::Plural.kind() != 0) {
        return None;
    }
    if r.capital(end) && r.capital(end + 1) && r.kinds(end + 1) == 0 {
        return None;
    }
    let bc = r.sense(end + 1, |s| if let Sense::Era(bc) = s { Some(bc) } else { None });
    let century = if bc == Some(true) { -n } else { n - 1 };
    Some(Read::new(Expr::At(Granule::Century(century)), end + 1 + usize::from(bc.is_some())))
}

/// the second quarter of 2024; third-quarter; Q3 2024; the first half of last year; H1.
pub fn quarter(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let (cycle, at) = quarter_name(r, i)?;
    let of = if r.is(at, Sense::Of) { at + 1 } else { r.skip_comma(at) };
    if let Some(y) = r.year(of).filter(|_| of == at || r.is(at, Sense::Of)) {
        return bare(cycle, Some(y)).map(|e| Read::new(e, of + 1));
    }
    if let Some((y, end)) = short_year(r, of) {
        return bare(cycle, Some(y)).map(|e| Read::new(e, end));
    }
    let whole = (of > at && r.is(at, Sense::Of) || of == at).then(|| point(r, of, depth + 1)).flatten();
    if let Some(whole) = whole {
        let year = match &whole.expr {
            Expr::At(Granule::Year(_)) => true,
            Expr::Step(_, what, _) | Expr::Nth(_, what, _) => {
                what.unit() >= Unit::Month && (what.unit() == Unit::Year || of > at)
            }
            Expr::At(g) => of > at && g.unit() > cycle.unit(),
            _ => false,
        };
        if year {
            return Some(Read::new(Expr::In(cycle, Box::new(whole.expr)), whole.end));
        }
    }
    Some(Read::new(Expr::Bare(cycle), at))
}

/// "the third quarter", "third-quarter" (its article is the noun's), "Q3", "3Q", "the first half".
fn quarter_name(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize)> {
    if r.shape(i) == Shape::Mixed {
        let cycle = match r.word(i).as_bytes() {
            [b'Q' | b'q', n @ b'1'..=b'4'] | [n @ b'1'..=b'4', b'Q'] => Cycle::Quarter(n - b'0'),
            [b'H', n @ b'1'..=b'2'] => Cycle::Half(n - b'0'),
            _ => return None,
        };
        return Some((cycle, i + 1));
    }
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    let at = if r.kinds(at) & Sense::Fiscal.kind() != 0 { at + 1 } else { at };
    let (n, end) = r.ordinal(at)?;
    let end = r.skip_hyphen(end);
    let end = if r.kinds(end) & Sense::Fiscal.kind() != 0 { end + 1 } else { end };
    if the && r.hyphen(end.wrapping_sub(1)) {
        return None;
    }
    if r.is(end, Sense::Unit(Unit::Quarter)) && r.kinds(end) & Sense::Plural.kind() == 0 {
        let n = match n {
            1..=4 => u8::try_from(n).ok()?,
            _ => return None,
        };
        return Some((Cycle::Quarter(n), end + 1));
    }
    if r.is(end, Sense::Half) {
        let n = if n == -1 { 2 } else { u8::try_from(n).ok().filter(|n| (1..=2).contains(n))? };
        // "the first half" of a match is none of the calendar's.
        let company = r.is(end + 1, Sense::Of) || r.year(end + 1).is_some() || r.hyphen(end + 1);
        return company.then_some((Cycle::Half(n), end + 1));
    }
    None
}

/// the summer of 2024; spring 2020; this is for seasons with a year and for those that stand alone.
pub fn season(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    let season = r.sense(at, |s| if let Sense::Season(s) = s { Some(s) } else { None })?;
    let weak = r.kinds(at) & Sense::Weak.kind() != 0;
    let cycle = Cycle::Season(season);
    let of = if r.is(at + 1, Sense::Of) { at + 2 } else { at + 1 };
    if let Some((last, end)) = r.year(of).and_then(|y| year_range_end(r, of, y).map(|(_, end)| (y, end))) {
        return bare(cycle, Some(last)).map(|e| Read::new(e, end)); // the winter of 1941-42
    }
    if let Some((y, end)) = r.year(of).map(|y| (y, of + 1)).or_else(|| short_year(r, of)).or_else(|| spoken_year(r, of))
    {
        // "the spring 2023 collection": the article is the noun's.
        let noun = of == at + 1 && r.document.tokens.get(end).is_some_and(|t| t.tag.is_noun());
        return bare(cycle, Some(y)).filter(|_| !(the && noun)).map(|e| Read::new(e, end));
    }
    if of > at + 1
        && let Some(year) = point(r, of, depth + 1)
        && matches!(year.expr, Expr::Step(_, What::Unit(Unit::Year), _))
    {
        return Some(Read::new(Expr::In(cycle, Box::new(year.expr)), year.end));
    }
    // Alone only where a date can stand: "in spring", "by the summer", "the summer's".
    let before = i.checked_sub(1);
    let prep = before.is_some_and(|b| {
        r.kinds(b) & Sense::Prep.kind() != 0 && !r.is(b, Sense::Of)
            || r.kinds(b) & Sense::Mod(Modifier::Mid).kind() != 0
            || r.hyphen(b)
    });
    let from_name = r.capital(at) && r.capital(at + 1) && r.kinds(at + 1) == 0;
    let noun_follows = !r.mark(at + 1, ".,;:)!?'’") && r.document.tokens.get(at + 1).is_some_and(|t| t.tag.is_noun());
    let alone = if weak {
        the && prep
            && !noun_follows
            && !r.is(at + 1, Sense::Of)
            && r.kinds(at + 1) & Sense::Signal(crate::timex::Signal::In).kind() == 0
    } else {
        (the || prep) && !from_name
    };
    (alone && (!noun_follows || prep)).then(|| Read::new(Expr::Bare(cycle), at + 1))
}

/// the weekend; weekend (before a noun).
pub fn weekend(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let at = if r.is(i, Sense::The) { i + 1 } else { i };
    if !r.is(at, Sense::Unit(Unit::Weekend)) || r.kinds(at) & Sense::Plural.kind() != 0 || at == i {
        return None;
    }
    // the weekend of March 3
    if r.is(at + 1, Sense::Of)
        && let Some(day) = point(r, at + 2, depth + 1).filter(|p| has_day(&p.expr))
    {
        return Some(Read::new(Expr::Nth(1, What::Unit(Unit::Weekend), Box::new(day.expr)), day.end));
    }
    Some(Read::new(Expr::Bare(Cycle::Weekend), at + 1))
}

/// the month of August; the week of March 3.
pub fn unit_of(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let at = if r.is(i, Sense::The) { i + 1 } else { i };
    let unit = r.strict_unit(at).filter(|_| r.is(at + 1, Sense::Of) && r.kinds(at) & Sense::Plural.kind() == 0)?;
    let of = point(r, at + 2, depth + 1)?;
    match unit {
        Unit::Month => {
            let month = match &of.expr {
                Expr::Bare(c) | Expr::In(c, _) => c.unit() == Unit::Month,
                Expr::At(g) => g.unit() == Unit::Month,
                _ => false,
            };
            month.then_some(of)
        }
        Unit::Week if super::clock::is_day(&of.expr) => {
            let week = Expr::Step(Step::This, What::Unit(unit), Anchor::At(Box::new(of.expr)));
            Some(Read::new(week, of.end))
        }
        _ => None,
    }
}

/// Christmas; Thanksgiving Day 2024; the Fourth of July; 9/11.
pub fn holiday(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if r.plain(i) == Some((9, 1))
        && r.mark(i + 1, "/")
        && r.plain(i + 2) == Some((11, 2))
        && r.glued(i)
        && r.glued(i + 1)
        && !r.mark(i + 3, "/")
    {
        return date(2001, 9, 11).map(|d| Read::new(Expr::At(Granule::Day(d)), i + 3));
    }
    let (PhraseSense::Holiday(holiday), end) = r.phrase(i)? else { return None };
    // "a day of thanksgiving"
    if !r.capital(i) && i.checked_sub(1).is_some_and(|b| r.is(b, Sense::Of) || r.is(b, Sense::A)) {
        return None;
    }
    // "Easter Island", "Christmas Humphreys": a name goes on.
    let goes_on = r.capital(end) && r.kinds(end) == 0 && r.year(end).is_none() && end == i + 1;
    let first_name =
        matches!(holiday, Holiday::Easter(0)) && i.checked_sub(1).is_some_and(|b| r.capital(b) && r.kinds(b) == 0);
    if goes_on || first_name {
        return None;
    }
    let cycle = Cycle::Holiday(holiday);
    match year_after(r, end) {
        Some((y, end)) => bare(cycle, Some(y)).map(|e| Read::new(e, end)),
        None => Some(Read::new(Expr::Bare(cycle), end)),
    }
}

/// last year's third quarter; next year's first half; the 1988 second quarter.
pub fn owned(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let (year, at) = match r.is(i, Sense::The).then(|| r.year(i + 1)).flatten() {
        Some(year) => (Expr::At(Granule::Year(year)), i + 2),
        None => {
            let year = super::relative::step(r, i, depth + 1)?;
            let owner = r.owner(year.end);
            (Some(year.expr).filter(|e| owner && matches!(e, Expr::Step(_, What::Unit(Unit::Year), _)))?, year.end + 1)
        }
    };
    // "the 1988 period", "last year's quarter": the one that the report compares with.
    let unit = r.strict_unit(at).filter(|u| *u == Unit::Quarter && r.kinds(at) & Sense::Plural.kind() == 0);
    if unit.is_some() || r.kinds(at) & Sense::Period.kind() != 0 && r.kinds(at) & Sense::TimesWord.kind() == 0 {
        let expr = Expr::Step(Step::This, What::Unit(Unit::Quarter), Anchor::At(Box::new(year)));
        return Some(Read::new(expr, at + 1));
    }
    let (cycle, end) = quarter_name(r, at)?;
    match year {
        Expr::At(year) => cycle.within(year).map(|g| Read::new(Expr::At(g), end)),
        year => Some(Read::new(Expr::In(cycle, Box::new(year)), end)),
    }
}
