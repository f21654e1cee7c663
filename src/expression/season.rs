//! Rules for what lies between a year and a day: quarters, seasons, weekends, named months and weeks, holidays.

use super::calendar::{bare, date, has_day, noun_at, year_after};
use super::reader::{Read, Reader};
use super::rules::point;
use super::year::{short_year, spoken_year, year_of_era, year_range_end};
use crate::calendar::{Cycle, DayPart, Granule, Holiday, Unit};
use crate::expr::{Anchor, Expr, Modifier, Step, Way, What};
use crate::lang::{PhraseSense, Sense, Takes};
use crate::text::Shape;
use crate::timex::Signal;

/// the second quarter of 2024; third-quarter; Q3 2024; the first half of last year; H1; the fiscal third quarter.
pub fn quarter(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let read = plain_quarter(r, i, depth)?;
    let fiscal = (i..read.end).any(|k| r.kinds(k) & Sense::Fiscal.kind() != 0);
    Some(if fiscal && !matches!(read.expr, Expr::Fiscal(_)) {
        Read { expr: super::year::fiscal(read.expr), ..read }
    } else {
        read
    })
}

fn plain_quarter(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    if let Some(quarter) = dated_code(r, i) {
        return Some(Read::new(Expr::At(quarter), i + 1));
    }
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
            Expr::At(Granule::Year(_)) | Expr::Fiscal(_) => true,
            Expr::Step(_, what, _) | Expr::Nth(_, what, _) => {
                what.unit() >= Unit::Month && (what.unit() == Unit::Year || of > at)
            }
            Expr::At(g) => of > at && g.unit() > cycle.unit(),
            _ => false,
        };
        // "the first half of March", "the second half of the decade"
        let halved = matches!(cycle, Cycle::Half(_)) && of > at && has_halves(&whole.expr);
        let year = year || halved;
        if year {
            let expr = match whole.expr {
                Expr::Fiscal(of) => super::year::fiscal(Expr::In(cycle, of)),
                of => Expr::In(cycle, Box::new(of)),
            };
            return Some(Read::new(expr, whole.end));
        }
    }
    // "the first half of the match"
    let of_else = matches!(cycle, Cycle::Half(_)) && r.is(at, Sense::Of);
    (!of_else).then(|| Read::new(Expr::Bare(cycle), at))
}

/// Whether it is one cell of the calendar, long enough that it is told by its halves.
fn has_halves(expr: &Expr) -> bool {
    match expr {
        Expr::At(g) => g.unit() >= Unit::Week,
        Expr::Bare(c) => matches!(c.unit(), Unit::Month | Unit::Season | Unit::Decade),
        Expr::Step(_, what, _) => what.unit() >= Unit::Week,
        _ => false,
    }
}

/// "2016 the third quarter": the year before its quarter.
pub(super) fn quarter_behind(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize)> {
    if r.is(i, Sense::The) { quarter_name(r, i).filter(|(c, _)| matches!(c, Cycle::Quarter(_))) } else { None }
}

/// "the third quarter", "third-quarter" (its article is the noun's), "Q3", "3Q", "the first half".
fn quarter_name(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize)> {
    if let Some(found) = quarter_code(r, i) {
        return Some(found);
    }
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    let at = if r.kinds(at) & Sense::Fiscal.kind() != 0 { r.skip_hyphen(at + 1) } else { at };
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

/// "2018Q4", "4Q2018", "4Q18": a quarter with its year.
fn dated_code(r: &Reader<'_>, i: usize) -> Option<Granule> {
    if r.shape(i) != Shape::Mixed {
        return None;
    }
    let (front, back) = r.word(i).split_once('Q')?;
    let (quarter, year) = if front.len() == 4 { (back, front) } else { (front, back) };
    let quarter = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
    let year = match year.len() {
        4 => year.parse().ok().filter(|y| (1900..2100).contains(y))?,
        2 => super::year::two_digit_year(year.parse().ok()?)?,
        _ => return None,
    };
    Some(Granule::Quarter(year, quarter))
}

/// "Q3", "3Q", "H1".
pub(super) fn quarter_code(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize)> {
    if r.shape(i) != Shape::Mixed {
        return None;
    }
    let cycle = match r.word(i).as_bytes() {
        [b'Q' | b'q', n @ b'1'..=b'4'] | [n @ b'1'..=b'4', b'Q'] => Cycle::Quarter(n - b'0'),
        [b'H', n @ b'1'..=b'2'] | [n @ b'1'..=b'2', b'H'] => Cycle::Half(n - b'0'),
        _ => return None,
    };
    Some((cycle, i + 1))
}

/// the summer of 2024; spring 2020; this is for seasons with a year and for those that stand alone.
pub fn season(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    // "the whole summer"
    let whole = the && r.is(i + 1, Sense::Whole);
    let at = i + usize::from(the) + usize::from(whole);
    let season = r.sense(at, |s| if let Sense::Season(s) = s { Some(s) } else { None })?;
    let weak = r.kinds(at) & Sense::Weak.kind() != 0;
    let cycle = Cycle::Season(season);
    let of = if r.is(at + 1, Sense::Of) { at + 2 } else { at + 1 };
    if let Some((last, end)) = r.year(of).and_then(|y| year_range_end(r, of, y).map(|(_, end)| (y, end))) {
        return bare(cycle, Some(last)).map(|e| Read::new(e, end)); // the winter of 1941-42
    }
    let year = year_of_era(r, of).or_else(|| r.year(of).map(|y| (y, of + 1)));
    if let Some((y, end)) = year.or_else(|| short_year(r, of)).or_else(|| spoken_year(r, of)) {
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
    // "by the middle of summer"
    let edge =
        |b: usize| r.is(b, Sense::Of) && b.checked_sub(1).is_some_and(|e| r.kinds(e) & Sense::Edge(true).kind() != 0);
    let prep = before.is_some_and(|b| {
        r.kinds(b) & Sense::Prep.kind() != 0 && !r.is(b, Sense::Of)
            || edge(b)
            || r.kinds(b) & Sense::Mod(Modifier::Mid).kind() != 0
            || r.hyphen(b)
    });
    // "in the spring and summer"
    let season = |i: usize| r.kinds(i) & Sense::Season(crate::calendar::Season::Spring).kind() != 0;
    let joined = |i: usize| r.is(i, Sense::And) || r.is(i, Sense::Or);
    let paired = before.is_some_and(|b| joined(b) && b.checked_sub(1).is_some_and(season))
        || joined(at + 1) && season(at + 2) && r.shape(at) == Shape::Lower;
    let prep = prep || whole || paired && r.shape(at) == Shape::Lower;
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
    // "their summer offensive": what is fought or held in a season is of it.
    let held = at == i && !weak && r.kinds(at + 1) & Sense::Held.kind() != 0;
    (held || alone && (!noun_follows || prep)).then(|| Read::new(Expr::Bare(cycle), at + 1))
}

/// the weekend; weekend (before a noun).
pub fn weekend(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let at = if r.is(i, Sense::The) { i + 1 } else { i };
    if !r.is(at, Sense::Unit(Unit::Weekend)) || r.kinds(at) & Sense::Plural.kind() != 0 {
        return None;
    }
    // "on weekend"
    let on = || r.taken(i, Takes::Day) && r.is(i - 1, Sense::Signal(Signal::In)) && r.clause_ends(at + 1);
    if at == i && !on() {
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
    // "the week beginning March 3"
    let joined = r.is(at + 1, Sense::Of) || r.is(at, Sense::Unit(Unit::Week)) && r.is(at + 1, Sense::Starting);
    let unit = r.strict_unit(at).filter(|_| joined && r.kinds(at) & Sense::Plural.kind() == 0)?;
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

/// week 31; week 3 of 2027; the week 27 of last year: by their number in the year (ISO 8601).
pub fn week_number(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let at = i + usize::from(r.is(i, Sense::The));
    if !r.is(at, Sense::Unit(Unit::Week)) || r.is(at, Sense::Couple) || r.kinds(at) & Sense::Plural.kind() != 0 {
        return None;
    }
    let (n, 1..=2) = r.plain(at + 1).filter(|w| (1..=53).contains(&w.0))? else { return None };
    let end = at + 2;
    let is_word = |i: usize| super::calendar::noun_at(r, i) && !matches!(r.shape(i), Shape::Number | Shape::Mixed);
    let what = What::Unit(Unit::Week);
    if r.is(end, Sense::Of) {
        let year = point(r, end + 1, depth + 1)?;
        let fits = matches!(&year.expr, Expr::At(Granule::Year(_)) | Expr::Step(_, What::Unit(Unit::Year), _));
        return fits.then(|| Read::new(Expr::Nth(n as i32, what, Box::new(year.expr)), year.end));
    }
    // "Week 3 against Dallas": a season of games has fewer; "week 10 results" are the week's.
    if r.capital(at) && n <= 18 && !r.first(at) || is_word(end) {
        return None;
    }
    let year = Expr::Step(Step::This, What::Unit(Unit::Year), Anchor::Publication);
    Some(Read::new(Expr::Nth(n as i32, what, Box::new(year)), end))
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
    // "the Yom Kippur War", "Easter Island": a name goes on.
    let goes_on = |end| r.capital(i) && r.capital(end) && r.kinds(end) == 0;
    let (holiday, end) = match r.phrase(i)? {
        (PhraseSense::Holiday(holiday), end) => (holiday, end),
        // "a new year" is none.
        (PhraseSense::Turn(holiday), end) => {
            let bound = Sense::Hang(Way::After).kind() | Sense::Till.kind();
            let before = i.checked_sub(1).is_some_and(|b| r.kinds(b) & bound != 0);
            let turn = before && !noun_at(r, end) && !r.owner(end);
            return turn.then(|| Read::new(Expr::Bare(Cycle::Holiday(holiday)), end));
        }
        (PhraseSense::Feast(first, last), end) => return feast(r, (first, last), end).filter(|_| !goes_on(end)),
        _ => return None,
    };
    // "a day of thanksgiving"; "the morning of xmas"
    let of_part = i.checked_sub(2).is_some_and(|p| r.kinds(p) & Sense::DayPart(DayPart::Night).kind() != 0);
    if !r.capital(i) && !of_part && i.checked_sub(1).is_some_and(|b| r.is(b, Sense::Of) || r.is(b, Sense::A)) {
        return None;
    }
    let first_name =
        matches!(holiday, Holiday::Easter(0)) && i.checked_sub(1).is_some_and(|b| r.capital(b) && r.kinds(b) == 0);
    if goes_on(end) || first_name {
        return None;
    }
    let cycle = Cycle::Holiday(holiday);
    // "Labor Day weekend": the one nearest to it. Its year stands before or behind "weekend".
    let weekend = |at: usize| r.is(at, Sense::Unit(Unit::Weekend)) && r.kinds(at) & Sense::Plural.kind() == 0;
    let named = weekend(end);
    let end = end + usize::from(named);
    let (expr, end) = match year_after(r, end) {
        // Which day it is of that year, the country says.
        Some((y, end)) if matches!(holiday, Holiday::National(_)) => {
            (Expr::In(cycle, Box::new(Expr::At(Granule::Year(y)))), end)
        }
        Some((y, end)) => (bare(cycle, Some(y))?, end),
        None => (Expr::Bare(cycle), end),
    };
    Some(match named || weekend(end) {
        true => {
            let beside = Expr::Nth(0, What::Unit(Unit::Weekend), Box::new(expr));
            Read::new(beside, end + usize::from(!named))
        }
        false => Read::new(expr, end),
    })
}

/// Ramadan; Passover 2018: from its first day to its last.
fn feast(r: &Reader<'_>, (first, last): (Holiday, Holiday), end: usize) -> Option<Read> {
    let (first, last) = (Cycle::Holiday(first), Cycle::Holiday(last));
    let Some((year, end)) = year_after(r, end) else {
        return Some(Read::new(Expr::Between(Box::new(Expr::Bare(first)), Box::new(Expr::Bare(last))), end));
    };
    let begin = first.within(Granule::Year(year))?;
    let over = |year| last.within(Granule::Year(year)).filter(|day| day.begin() > begin.begin());
    let over = over(year).or_else(|| over(year + 1))?;
    Some(Read::new(Expr::Between(Box::new(Expr::At(begin)), Box::new(Expr::At(over))), end))
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
