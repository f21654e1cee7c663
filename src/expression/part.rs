//! Rules for parts of something: "early March", "the end of the year", "the first Monday of May", "the Sunday closest to
//! November 11".

use super::calendar::noun_at;
use super::clock::is_day;
use super::reader::{Read, Reader};
use super::relative::{anchorable, step};
use super::rules::point;
use crate::calendar::{Count, Cycle, DayPart, Period, Unit};
use crate::expr::{Anchor, Expr, Modifier, Recurrence, Step, Way, What};
use crate::lang::{Part, PhraseSense, Sense, Takes};
use crate::timex::Signal;

/// early March; late last month; mid-1990s; the end of the year; the beginning of May; earlier this year.
pub fn modified(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let mut at = if the { i + 1 } else { i };
    let middle = |unit, end| {
        let this = Expr::Step(Step::This, What::Unit(unit), Anchor::Narrative);
        Read::new(Expr::Mod(Modifier::Mid, Box::new(this)), end)
    };
    if let Some(unit) = r.sense(at, |s| if let Sense::MidOf(unit) = s { Some(unit) } else { None }) {
        // "the midyear report": the article is the noun's.
        return (!the || !noun_at(r, at + 1)).then(|| middle(unit, at + 1));
    }
    // "by midmorning"
    if let Some(part) = r.sense(at, |s| if let Sense::MidPart(part) = s { Some(part) } else { None }) {
        let this = Expr::Step(Step::This, What::Cycle(Cycle::DayPart(part)), Anchor::Narrative);
        let alone = r.taken(i, Takes::Part) && !noun_at(r, at + 1) || r.is_line(i, at + 1);
        return alone.then(|| Read::new(Expr::Mod(Modifier::Mid, Box::new(this)), at + 1));
    }
    let modifier = r.sense(at, |s| match s {
        Sense::Mod(m @ (Modifier::Start | Modifier::Mid | Modifier::End | Modifier::Earlier | Modifier::Later)) => {
            Some(m)
        }
        _ => None,
    })?;
    // "mid-night" is an hour.
    if matches!(r.phrase(at), Some((PhraseSense::Hour(_), _))) {
        return None;
    }
    let edge = r.sense(at, |s| if let Sense::Edge(alone) = s { Some(alone) } else { None });
    at += 1;
    // "very early", "early on Monday"
    let noun = r.is(at, Sense::Of);
    if let Some(alone) = edge {
        if !noun && !alone && !r.hyphen(at) {
            return None;
        }
        at = if noun { at + 1 } else { r.skip_hyphen(at) };
        // "at the end of year"
        let before = |i: usize| i.checked_sub(1).filter(|&b| !r.is(b, Sense::The)).or(i.checked_sub(2));
        let idiom = before(i).is_some_and(|b| r.is(b, Sense::Part(Part::At)));
        let day = |at| alone && !idiom && r.is(at, Sense::Unit(Unit::Day));
        // "by the end of the day"; "at the end of the day" says nothing of a day
        at += usize::from(noun && r.is(at, Sense::The) && (day(at + 1) || alone && r.weekday(at + 1).is_some()));
        let singular = r.kinds(at) & Sense::Plural.kind() == 0;
        let unit = r.strict_unit(at).filter(|&u| noun && (u >= Unit::Week || day(at)) && singular);
        // "will end March 25": a verb.
        if !noun && !r.hyphen(at - 1) && r.month(at).is_some() && r.day(at + 1).is_some() {
            return None;
        }
        let name = r.capital(at) || r.document.tokens.get(at + 1).is_some_and(|t| t.tag.is_noun());
        if let Some(unit) = unit.filter(|_| !name) {
            let this = Expr::Step(Step::This, What::Unit(unit), Anchor::Narrative);
            return Some(Read::new(Expr::Mod(modifier, Box::new(this)), at + 1));
        }
        if !noun && r.year(at).is_none() && r.kinds(at) & (Sense::Month(1).kind() | Sense::Step(Step::This).kind()) == 0
        {
            return None;
        }
    } else {
        // "mid-week", "mid-year"
        if r.hyphen(at)
            && modifier == Modifier::Mid
            && let Some(unit) = r.strict_unit(at + 1).filter(|&u| u >= Unit::Week && u != Unit::Season)
            && !(the && noun_at(r, at + 2))
            && r.kinds(at + 1) & Sense::Plural.kind() == 0
        {
            return Some(middle(unit, at + 2));
        }
        at = r.skip_hyphen(at);
        // "early on Monday", "later in the week"
        at += usize::from(r.is(at, Sense::Takes(Takes::Unit)) && r.is(at, Sense::Signal(Signal::In)));
        // "the early part of the decade"
        at += 2 * usize::from(r.is(at, Sense::PartWord) && r.is(at + 1, Sense::Of));
    }
    // "late in the day Friday", "early in the day on March 3"
    if edge.is_none() && r.is(at, Sense::The) && r.is(at + 1, Sense::Unit(Unit::Day)) {
        let on = r.is(at + 2, Sense::Takes(Takes::Day)) && r.is(at + 2, Sense::Signal(Signal::In));
        let day = point(r, at + 2 + usize::from(on), depth + 1).filter(|d| is_day(&d.expr));
        if let Some(day) = day {
            return Some(Read { expr: Expr::Mod(modifier, Box::new(day.expr)), ..day });
        }
    }
    // "the early hours of Friday", "the early morning hours of May 3": the begin of that morning.
    let part = r.sense(at, |s| if let Sense::DayPart(p) = s { Some(p) } else { None });
    let hours = at + usize::from(part.is_some());
    if edge.is_none()
        && r.is(hours, Sense::Unit(Unit::Hour))
        && r.kinds(hours) & Sense::Plural.kind() != 0
        && r.is(hours + 1, Sense::Of)
        && let Some(day) = point(r, hours + 2, depth + 1).filter(|d| is_day(&d.expr))
    {
        let part = Expr::In(Cycle::DayPart(part.unwrap_or(DayPart::Morning)), Box::new(day.expr));
        return Some(Read { expr: Expr::Mod(modifier, Box::new(part)), ..day });
    }
    // "the early years": some of them.
    if the && edge.is_none() && r.kinds(at) & Sense::Plural.kind() != 0 {
        let unit = r.strict_unit(at).filter(|&u| u >= Unit::Day)?;
        let some = Expr::Length(Period::some(unit));
        return Some(Read::new(Expr::Mod(modifier, Box::new(some)), at + 1));
    }
    let mut of = point(r, at, depth + 1)?;
    // "mid-afternoon yesterday", "late evening on Friday"
    if let Expr::Step(Step::This, What::Cycle(part @ Cycle::DayPart(_)), Anchor::Narrative) = of.expr
        && edge.is_none()
    {
        let on =
            of.end + usize::from(r.is(of.end, Sense::Takes(Takes::Day)) && r.is(of.end, Sense::Signal(Signal::In)));
        if let Some(day) = point(r, on, depth + 1).filter(|d| is_day(&d.expr) && !r.first(on)) {
            of = Read { expr: Expr::In(part, Box::new(day.expr)), ..day };
        }
    }
    let fits = match of.expr.bare() {
        Expr::At(_) | Expr::Bare(_) | Expr::Step(..) | Expr::In(..) | Expr::Nth(..) => true,
        Expr::Shift { by, .. } => by.unit == Unit::Day,
        _ => false,
    };
    // "the early Friday" is none; "late Friday's" is.
    (fits && !matches!(of.expr, Expr::Mod(..))).then(|| Read { expr: Expr::Mod(modifier, Box::new(of.expr)), ..of })
}

/// the first Monday of May; the last day of the month; the second week of July; the first three months of 1989.
pub fn nth(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let at = if r.is(i, Sense::The) { i + 1 } else { i };
    if let Some(read) = nearest(r, at, depth).filter(|_| at > i) {
        return Some(read);
    }
    let (n, at) = r.ordinal(at)?;
    // "the second last week": from the end.
    let (n, at) = if n > 1 && r.is(at, Sense::Ordinal(-1)) { (-n, at + 1) } else { (n, at) };
    if let Some((by, end)) = r.period(at).filter(|_| n == 1 || n == -1) {
        let way = if n == 1 { Way::After } else { Way::Before };
        if by.count == Count::Exact(1) && r.whole(at).is_none() {
            return None;
        }
        let of = r.is(end, Sense::Of) || r.is(end, Sense::Signal(Signal::In));
        if of && let Some(whole) = point(r, end + 1, depth + 1).filter(|w| anchorable(&w.expr)) {
            // What it is of stays an expression of its own.
            return Some(Read::new(Expr::Stretch(by, way, Anchor::At(Box::new(whole.expr))), end));
        }
        // "the first two years": of something that is not said.
        if n == 1 && by.unit >= Unit::Day && by.unit != Unit::Month && r.is(i, Sense::The) {
            return Some(Read::new(Expr::Length(by), end));
        }
        // "the first nine months" of a finance report: of the year.
        if n == 1 && by.unit == Unit::Month && by.count != Count::Some {
            let year = Expr::Step(Step::This, What::Unit(Unit::Year), Anchor::Narrative);
            return Some(Read::new(Expr::Stretch(by, way, Anchor::At(Box::new(year))), end));
        }
        return None;
    }
    // "the first hours", "the last weeks of the year": some of them.
    let plural = r.kinds(at) & Sense::Plural.kind() != 0;
    if let Some(unit) = r.strict_unit(at).filter(|&u| plural && u >= Unit::Hour && r.is(i, Sense::The)) {
        let (by, way) = (Period::some(unit), if n == 1 { Way::After } else { Way::Before });
        let of = r.is(at + 1, Sense::Of);
        let whole = of.then(|| point(r, at + 2, depth + 1)).flatten().filter(|w| anchorable(&w.expr));
        return match whole {
            Some(whole) if n.abs() == 1 => {
                Some(Read::new(Expr::Stretch(by, way, Anchor::At(Box::new(whole.expr))), at + 1))
            }
            _ => (n == 1 || n == -1 && of).then(|| Read::new(Expr::Length(by), at + 1)),
        };
    }
    let what = match r.strict_unit(at).filter(|_| !plural) {
        Some(unit) => What::Unit(unit),
        None => What::Cycle(Cycle::Weekday(r.weekday(at)?)),
    };
    let of = at + 1;
    if let Some(read) = weekdays_from(r, n, what, of, depth) {
        return Some(read);
    }
    // "the second quarter of 2024" is read with the quarters.
    let quarter = what == What::Unit(Unit::Quarter) && (1..=4).contains(&n);
    // "the third week next year"
    if let Some(Read { expr: whole @ Expr::Step(_, What::Unit(unit), _), end, .. }) = step(r, of, depth + 1)
        && unit > what.unit()
        && !quarter
    {
        return Some(Read::new(Expr::Nth(n, what, Box::new(whole)), end));
    }
    if quarter || !(r.is(of, Sense::Of) || r.is(of, Sense::Signal(Signal::In))) {
        return None;
    }
    // "the first Monday of every month": once in each.
    if let Some(Read { expr: Expr::Every(each), end, .. }) = super::duration::every(r, of + 1, depth)
        && matches!(each.what, What::Unit(unit) if unit > what.unit())
    {
        return Some(Read::new(Expr::Every(Recurrence { times: Some(1), ..each }), end));
    }
    let whole = point(r, of + 1, depth + 1)?;
    let fits = anchorable(&whole.expr) && (-366..=366).contains(&n);
    fits.then(|| Read::new(Expr::Nth(n, what, Box::new(whole.expr)), whole.end))
}

/// "(the) Sunday closest to November 11", "(the) closest Monday to October 5".
fn nearest(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let (day, near) = match r.is(i, Sense::Nearest) {
        true => (r.weekday(i + 1)?, i),
        false => (r.weekday(i)?, i + 1),
    };
    let to = i + 2 + usize::from(r.is(i + 2, Sense::To));
    let base = r.is(near, Sense::Nearest).then(|| point(r, to, depth + 1))?.filter(|b| is_day(&b.expr))?;
    Some(Read::new(Expr::Nth(0, What::Cycle(Cycle::Weekday(day)), Box::new(base.expr)), base.end))
}

/// "the third Tuesday after Christmas", "the last Friday before the 30th", "the first Tuesday after the first Monday in
/// November".
fn weekdays_from(r: &Reader<'_>, n: i32, what: What, i: usize, depth: u8) -> Option<Read> {
    let What::Cycle(Cycle::Weekday(_)) = what else { return None };
    let way = r.sense(i, |s| if let Sense::Hang(w) = s { Some(w) } else { None })?;
    // The last one before a day is the nearest.
    let (n, step) = match way {
        Way::After => (u32::try_from(n).ok()?, Step::Next),
        Way::Before => (if n == -1 { 1 } else { u32::try_from(n).ok()? }, Step::Last),
    };
    let base = point(r, i + 1, depth + 1).filter(|b| is_day(&b.expr) && !r.owner(b.end))?;
    let first = Expr::Step(step, what, Anchor::At(Box::new(base.expr)));
    let expr = match n {
        1 => first,
        n => Expr::Shift { by: Period::new(n.checked_sub(1)?, Unit::Week), way, from: Anchor::At(Box::new(first)) },
    };
    Some(Read::new(expr, base.end))
}

/// rest of week, rest of his day: what is left of a unit. "the rest of the week" is read at "the week".
pub fn rest(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if !r.is(i, Sense::Rest) || !r.is(i + 1, Sense::Of) {
        return None;
    }
    let at = i + 2 + usize::from(r.kinds(i + 2) & Sense::Possessive.kind() != 0);
    let unit = r.strict_unit(at).filter(|&u| u >= Unit::Day && r.kinds(at) & Sense::Plural.kind() == 0)?;
    let this = Expr::Step(Step::This, What::Unit(unit), Anchor::Narrative);
    r.clause_ends(at + 1).then(|| Read::new(this, at + 1))
}

/// year-end; year's end; month-end.
pub fn year_end(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let unit = r.strict_unit(i).filter(|&u| u >= Unit::Month && r.kinds(i) & Sense::Plural.kind() == 0)?;
    let at = if r.owner(i + 1) { i + 2 } else { r.skip_hyphen(i + 1) };
    let end = r.sense(at, |s| if s == Sense::Mod(Modifier::End) { Some(at + 1) } else { None })?;
    let fits = r.is(at, Sense::Edge(true)) && (at > i + 1 || r.kinds(i.wrapping_sub(1)) & Sense::Prep.kind() != 0);
    // "year-end" is that of the one who speaks, "month's end" that of the month last spoken of.
    let anchor = if unit < Unit::Year { Anchor::Narrative } else { Anchor::Publication };
    let this = Expr::Step(Step::This, What::Unit(unit), anchor);
    fits.then(|| Read::new(Expr::Mod(Modifier::End, Box::new(this)), end))
}
