//! Rules for lengths of time and for what recurs.

use super::reader::{Read, Reader};
use crate::calendar::{Count, Cycle, DayPart, Period, Unit};
use crate::expr::{Anchor, Expr, Modifier, Recurrence, Reference, Step, Way, What};
use crate::lang::{From, PhraseSense, Sense, Takes};
use crate::text::{Ptb, Shape};
use crate::timex::Signal;

/// three years; an 18-month sentence; more than a decade; two to three weeks; half an hour; years (after "for").
pub fn length(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let read = bare_length(r, i)?;
    // "a day after ...", "two weeks ago": an offset.
    super::relative::offset(r, i, depth).is_none_or(|offset| offset.end < read.end).then_some(read)
}

fn bare_length(r: &Reader<'_>, i: usize) -> Option<Read> {
    if let Some((PhraseSense::All(unit), end)) = r.phrase(i) {
        return Some(Read::new(Expr::Length(Period::new(1, unit)), end))
            .filter(|_| r.shape(end) == Shape::Mark && !r.hyphen(end) || end >= r.len());
    }
    if let Some(unit) = r.sense(i, |s| if let Sense::Long(u) = s { Some(u) } else { None }) {
        return Some(Read::new(Expr::Length(Period::new(1, unit)), i + 1));
    }
    // "for full day", "for a full-week" is read below
    if r.kinds(i) & Sense::Filler.kind() != 0 && r.is(i, Sense::Whole) && r.taken(i, Takes::Unit) {
        let at = r.skip_hyphen(i + 1);
        let unit = r.strict_unit(at).filter(|&u| u >= Unit::Day && r.kinds(at) & Sense::Plural.kind() == 0)?;
        let closed = r.shape(at + 1) == Shape::Mark && !r.hyphen(at + 1) || at + 1 >= r.len();
        return closed.then(|| Read::new(Expr::Length(Period::new(1, unit)), at + 1));
    }
    // "another day", "another two weeks"
    if r.is(i, Sense::Another) {
        if let Some((by, end)) = r.period(i + 1).filter(|_| !r.is(i + 1, Sense::A)) {
            return (!r.hyphen(end - 2)).then(|| Read::new(Expr::Length(by), end));
        }
        let unit = r.strict_unit(i + 1).filter(|&u| u >= Unit::Hour && r.kinds(i + 1) & Sense::Plural.kind() == 0)?;
        let noun = r.document.tokens.get(i + 2).is_some_and(|t| t.tag.is_noun()) || r.hyphen(i + 2);
        return (r.taken(i, Takes::One) && !noun).then(|| Read::new(Expr::Length(Period::new(1, unit)), i + 2));
    }
    // "two nights": as many days; not "two nights a week", "two nights ago"
    if let Some((n, at)) = r.whole(i).filter(|&(n, at)| n > 1 && r.is(at, Sense::DayPart(DayPart::Night)))
        && r.kinds(at) & Sense::Plural.kind() != 0
    {
        let goes_on = Sense::A.kind() | Sense::Each.kind() | Sense::Offset(Way::Before, From::Now).kind();
        let goes_on = goes_on | Sense::Hang(Way::After).kind() | Sense::FromWord.kind();
        let alone = r.kinds(at + 1) & goes_on == 0;
        return alone.then(|| Read::new(Expr::Length(Period::new(n, Unit::Day)), at + 1));
    }
    // "80 per day"
    if r.is(i, Sense::A) && r.kinds(i) & Sense::Weak.kind() != 0 {
        return r.strict_unit(i + 1).and_then(|unit| rate(unit, i + 2));
    }
    if let Some((by, end)) = r.period(i) {
        if by == Period::new(1, Unit::Day) && r.is(i, Sense::Number(1)) && is_some_day(r, i, end) {
            return Some(Read::new(Expr::Reference(Reference::Future), end));
        }
        // "a 44-year-old", "the six-year-old boy", "37 years old": an age.
        if r.kinds(r.skip_hyphen(end)) & Sense::Old.kind() != 0 {
            return None;
        }
        // "the Six-Day War", "the Seven Years' War": a name.
        let mark = end + usize::from(r.mark(end, "'’"));
        if r.capital(i) && r.capital(end - 1) && r.capital(mark) {
            return None;
        }
        // "scored a century"
        if by.unit == Unit::Century && r.is(i, Sense::A) && !r.taken(i, Takes::One) {
            return None;
        }
        // "decade-long", "nine day long"
        let spaced = r.is(end, Sense::LongWord) && r.kinds(end - 1) & Sense::Plural.kind() == 0;
        let long = r.hyphen(end) && r.is(end + 1, Sense::LongWord) || spaced;
        let end = if long { end + 2 - usize::from(spaced) } else { end };
        // "a second", "a minute", "a day", "a season" are as often no length; "one day" is.
        let a = r.is(i, Sense::A) && by.count == Count::Exact(1);
        if a && by.is_plain()
            && (matches!(by.unit, Unit::Second | Unit::Minute | Unit::Season | Unit::Quarter | Unit::Weekend)
                || r.is(end, Sense::Half))
        {
            return None;
        }
        // "a day after (event)", "a year ago": other rules read more. "16-year-old": an age, which TimeML reads as a length.
        if r.is(i, Sense::A) && by.unit == Unit::Day && !r.taken(i, Takes::One) && !r.hyphen(end) {
            return None;
        }
        // "three-quarters of", "a quarter of": fractions; "several quarters of losses" are not.
        if by.unit == Unit::Quarter && by.count != Count::Some && (r.is(end, Sense::Of) || is_fraction(r, i, end)) {
            return None;
        }
        // "$3 billion a year", "80 calories a day": a rate, so much in each.
        if a && i.checked_sub(1).is_some_and(|b| is_amount(r, b)) {
            return rate(by.unit, end);
        }
        // "a two-week visit", "a several-year plan", "a year-long strike": the article is the noun's.
        let joined = by.is_plain() && (r.hyphen(end) || long) || by.count == Count::Some && r.hyphen(end - 2);
        if r.is(i, Sense::A) && joined {
            return None;
        }
        return Some(Read::new(Expr::Length(by), end));
    }
    // "a three-year period", "the 28-day period"
    if (r.is(i, Sense::A) || r.is(i, Sense::The))
        && let Some((by, end)) = r.period(i + 1).filter(|(_, end)| r.hyphen(end - 2))
        && r.is(end, Sense::Period)
        && !r.is(end, Sense::TimesWord)
    {
        return Some(Read::new(Expr::Length(by), end + 1));
    }
    // "the nine months", "the two weeks", "those three days", "another two years"
    // "said that four days would do": a conjunction.
    let conjunction = r.document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::In);
    if (r.is(i, Sense::The) || r.is(i, Sense::That) && !conjunction)
        && let Some((by, end)) = r.period(i + 1)
    {
        // "the two-week truce", "the two day meeting": the article is the noun's. "the 1988 quarter" is a quarter of 1988.
        let glued = r.hyphen(end - 2) || r.kinds(end - 1) & Sense::Plural.kind() == 0;
        let name = r.capital(i + 1) && r.capital(end + usize::from(r.mark(end, "'’")));
        let counted = !name && !r.is(i + 1, Sense::A) && by.count != Count::Exact(1) && !glued;
        // "he said this 5 years ago"
        let ago = r.kinds(end) & Sense::Offset(Way::Before, From::Now).kind() != 0 && r.is(i, Sense::Step(Step::This));
        return (counted && !ago).then(|| Read::new(Expr::Length(by), end));
    }
    // "for years", "in weeks", "over decades", "years of war", "decades-long"
    let unit = r.strict_unit(i)?;
    let plural = r.kinds(i) & Sense::Plural.kind() != 0;
    let long = r.hyphen(i + 1) && r.is(i + 2, Sense::LongWord);
    if !plural && !long {
        return None;
    }
    let prep = r.taken(i, Takes::Plural) && unit != Unit::Quarter;
    let of = r.is(i + 1, Sense::Of) && unit >= Unit::Day && unit != Unit::Quarter;
    // "weeks or months"
    let either = r.is(i + 1, Sense::Or)
        && r.kinds(i + 2) & Sense::Plural.kind() != 0
        && r.strict_unit(i + 2).is_some_and(|u| u > unit);
    (unit >= Unit::Minute && (prep || of || long)).then(|| {
        // "decades-long" is some decades, "decade-long" one.
        let by = if long && !plural { Period::new(1, unit) } else { Period::some(unit) };
        Read::new(Expr::Length(by), if long || either { i + 3 } else { i + 1 })
    })
}

/// Whether "one day" is some day to come: "will one day be", "could one day".
fn is_some_day(r: &Reader<'_>, i: usize, end: usize) -> bool {
    let tag = |i: usize| r.document.tokens.get(i).map(|t| t.tag.ptb);
    i.checked_sub(1).and_then(tag) == Some(Ptb::Md) || matches!(tag(end), Some(Ptb::Md | Ptb::Vb))
}

/// "a quarter", "three-quarters": as often a part of something as a length.
fn is_fraction(r: &Reader<'_>, i: usize, end: usize) -> bool {
    r.is(i, Sense::A) || r.hyphen(end - 2)
}

/// "a year", "per day" behind an amount: each one.
fn rate(unit: Unit, end: usize) -> Option<Read> {
    let each = Recurrence { what: What::Unit(unit), step: ONE, part: None, at: None, times: None, every: false };
    (unit >= Unit::Hour && unit != Unit::Quarter).then(|| Read::new(Expr::Every(each), end))
}

/// Whether an amount stands there, of which "a year" says how often.
fn is_amount(r: &Reader<'_>, i: usize) -> bool {
    let plural = r.document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Nns);
    plural
        || r.digits(i).is_some()
        || r.kinds(i) & (Sense::Counted.kind() | Sense::Times(1).kind() | Sense::TimesIn(1).kind()) != 0
}

/// more than two years; about a week; at least three months; nearly a decade; about 8 p.m. (a date can stand there too).
pub fn approximate(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let (modifier, at) = r.approximation(i)?;
    let read = offset_free(r, at, depth)?;
    Some(Read { expr: Expr::Mod(modifier, Box::new(read.expr)), ..read })
}

fn offset_free(r: &Reader<'_>, at: usize, depth: u8) -> Option<Read> {
    if depth > 3 {
        return None;
    }
    let dated = super::relative::offset(r, at, depth + 1)
        .or_else(|| super::clock::clock(r, at, depth + 1))
        .or_else(|| super::calendar::month_first(r, at, depth + 1))
        .or_else(|| super::year::year(r, at, depth + 1))
        // "around Christmas"
        .or_else(|| super::season::holiday(r, at, depth + 1));
    let length = r
        .period(at)
        .filter(|(by, end)| by.unit != Unit::Quarter || !is_fraction(r, at, *end))
        .map(|(by, end)| Read::new(Expr::Length(by), end));
    // "at least the past 18 months"
    let dated = dated.or_else(|| {
        super::relative::step(r, at, depth + 1).filter(|s| matches!(s.expr, Expr::Stretch(..)) && r.is(at, Sense::The))
    });
    match (dated, length) {
        (Some(d), Some(l)) => Some(if d.end >= l.end { d } else { l }),
        (d, l) => d.or(l),
    }
}

const ONE: Count = Count::Exact(1);

/// every Monday; each year; every two weeks; every other day; Mondays; weekends; every Monday at 9 a.m.
pub fn every(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let read = every_day(r, i)?;
    let Expr::Every(each) = &read.expr else { return Some(read) };
    let (each, at) = (*each, read.end);
    let part = each.part.or(match each.what {
        What::Cycle(Cycle::DayPart(part)) => Some(part),
        _ => None,
    });
    let timed = super::clock::hour_of(r, at, part).and_then(|(cycle, end)| {
        let expr = Expr::Every(super::clock::at_clock(each, cycle)?);
        Some(Read { expr, end, zone: None })
    });
    Some(timed.unwrap_or(read))
}

fn every_day(r: &Reader<'_>, i: usize) -> Option<Read> {
    let recurrence =
        |what, step, part, every| Expr::Every(Recurrence { what, step, part, times: None, at: None, every });
    if r.kinds(i) & Sense::Each.kind() == 0 {
        let day = r.sense(i, |s| if let Sense::Weekdays(d) = s { Some(d) } else { None });
        if let Some(day) = day {
            return Some(Read::new(recurrence(What::Cycle(Cycle::Weekday(day)), ONE, None, false), i + 1))
                .filter(|_| !r.capital(i + 1));
        }
        // "alternate Fridays", "alternate weeks"
        if r.is(i, Sense::Alternate) {
            let what = r.sense(i + 1, |s| match s {
                Sense::Weekdays(day) => Some(What::Cycle(Cycle::Weekday(day))),
                Sense::Unit(unit) if unit >= Unit::Day && r.kinds(i + 1) & Sense::Plural.kind() != 0 => {
                    Some(What::Unit(unit))
                }
                _ => None,
            })?;
            return Some(Read::new(recurrence(what, Count::Exact(2), None, false), i + 2));
        }
        // "(open on) weekdays"
        if r.is(i, Sense::Workday) {
            // "two weekdays", "a table of weekdays"
            let counted =
                i.checked_sub(1).is_some_and(|b| r.whole(b).is_some() || r.is(b, Sense::Open) || r.is(b, Sense::Of));
            let each = r.kinds(i) & Sense::Plural.kind() != 0 && !counted;
            return each.then(|| Read::new(recurrence(What::Cycle(Cycle::Workday), ONE, None, false), i + 1));
        }
        // "Tuesday nights"
        let day = r.weekday(i);
        let part = r.sense(i + 1, |s| if let Sense::DayPart(p) = s { Some(p) } else { None });
        if let (Some(day), Some(part)) = (day, part)
            && r.kinds(i + 1) & Sense::Plural.kind() != 0
        {
            return Some(Read::new(recurrence(What::Cycle(Cycle::Weekday(day)), ONE, Some(part), false), i + 2));
        }
        // "in the evenings"
        if r.is(i, Sense::The) {
            let modifier =
                r.sense(
                    i + 1,
                    |s| if let Sense::Mod(m @ (Modifier::Start | Modifier::End)) = s { Some(m) } else { None },
                );
            let at = if modifier.is_some() { r.skip_hyphen(i + 2) } else { i + 1 };
            let part = r.sense(at, |s| if let Sense::DayPart(p) = s { Some(p) } else { None })?;
            let alone = r.kinds(at) & Sense::Plural.kind() != 0
                && r.taken(i, Takes::Part)
                && r.is(i - 1, Sense::Signal(Signal::In))
                && !r.is(at + 1, Sense::Of);
            let each = recurrence(What::Cycle(Cycle::DayPart(part)), ONE, None, false);
            let expr = match modifier {
                Some(modifier) => Expr::Mod(modifier, Box::new(each)),
                None => each,
            };
            return alone.then(|| Read::new(expr, at + 1));
        }
        // "mornings at 9"
        let part = r.sense(i, |s| if let Sense::DayPart(p) = s { Some(p) } else { None });
        if let Some(part) = part.filter(|_| r.kinds(i) & Sense::Plural.kind() != 0)
            && super::clock::hour_of(r, i + 1, Some(part)).is_some()
        {
            return Some(Read::new(recurrence(What::Cycle(Cycle::DayPart(part)), ONE, None, false), i + 1));
        }
        if r.is(i, Sense::Unit(Unit::Weekend)) && r.kinds(i) & Sense::Plural.kind() != 0 {
            return Some(Read::new(recurrence(What::Cycle(Cycle::Weekend), ONE, None, false), i + 1))
                .filter(|_| !r.capital(i + 1));
        }
        return None;
    }
    // "every December 25", "each 4/15"
    let dated = super::calendar::month_and_day(r, i + 1).or_else(|| {
        let read = super::calendar::slashed_day(r, i + 1)?;
        let (Expr::Numeric(month, day, None) | Expr::Bare(Cycle::MonthDay(month, day))) = read.expr else {
            return None;
        };
        Some((month, day, read.end))
    });
    if let Some((month, day, end)) = dated {
        let day = What::Cycle(Cycle::MonthDay(month, day));
        return Some(Read::new(recurrence(day, ONE, None, true), end));
    }
    let mut at = i + 1;
    let mut step = ONE;
    if r.kinds(at) & Sense::Other.kind() != 0 {
        step = Count::Exact(2);
        at += 1;
    } else if let Some((n, end)) =
        r.count(at).filter(|_| !r.is(at, Sense::A) && !r.is(at, Sense::Open) && !r.is(at, Sense::Couple))
    {
        step = n;
        at = end;
    } else if let Some((n, end)) = r.ordinal(at).filter(|&(n, _)| n > 1) {
        step = Count::Exact(u32::try_from(n).ok()?);
        at = end;
    } else if r.is(at, Sense::Open) || r.is(at, Sense::Couple) {
        at += 1 + usize::from(r.is(at + 1, Sense::Of));
        step = Count::Some;
    }
    let what = match r.strict_unit(at) {
        Some(unit) => What::Unit(unit),
        None => What::Cycle(r.sense(at, |s| match s {
            Sense::Weekday(_) => r.weekday(at).map(Cycle::Weekday),
            Sense::Month(_) => r.month(at).map(Cycle::Month),
            Sense::Season(s) => Some(Cycle::Season(s)),
            Sense::DayPart(p) => Some(Cycle::DayPart(p)),
            Sense::Workday => Some(Cycle::Workday),
            _ => None,
        })?),
    };
    if let What::Unit(Unit::Second | Unit::Minute) = what
        && step == ONE
    {
        return None;
    }
    // "every Monday morning"
    let part = r.sense(at + 1, |s| if let Sense::DayPart(p) = s { Some(p) } else { None });
    match (what, part) {
        (What::Cycle(Cycle::Weekday(_)), Some(_)) => Some(Read::new(recurrence(what, step, part, true), at + 2)),
        _ => Some(Read::new(recurrence(what, step, None, true), at + 1)),
    }
}

/// daily; annually; twice a week; three times a year; once every two years.
pub fn times(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if let Some((unit, step)) = r.sense(i, |s| if let Sense::Recur(u, n) = s { Some((u, n)) } else { None }) {
        // "Daily News", "Weekly Standard": a name.
        if r.capital(i) && !r.first(i) || r.capital(i + 1) && r.capital(i) {
            return None;
        }
        let each = recurrence(unit, step);
        // "daily at 9 a.m.", "everyday 6am"
        if let Some((cycle, end)) = super::clock::hour_of(r, i + 1, None)
            && let Some(each) = super::clock::at_clock(each, cycle)
        {
            return Some(Read::new(Expr::Every(each), end));
        }
        // "a quarterly dividend", "the annual meeting": a kind of thing, not a time. "a quarterly meeting" is one in each.
        let noun = r.document.tokens.get(i + 1).is_some_and(|t| t.tag.is_noun() || t.tag.ptb == Ptb::Jj);
        let held = r.is(i + 1, Sense::Routine) && i.checked_sub(1).is_some_and(|b| r.is(b, Sense::A));
        if r.kinds(i) & Sense::Weak.kind() != 0 && noun && !held {
            return None;
        }
        return Some(Read::new(Expr::Every(each), i + 1));
    }
    let once = r.sense(i, |s| if let Sense::TimesIn(n) = s { Some((n, i + 1)) } else { None });
    let (n, at) = once.or_else(|| {
        r.whole(i).filter(|&(_, e)| r.is(e, Sense::TimesWord) && r.is(e, Sense::Plural)).map(|(n, e)| (n, e + 1))
    })?;
    let a = r.kinds(at) & (Sense::A.kind() | Sense::Each.kind()) != 0;
    if !a {
        return None;
    }
    let each = r.kinds(at) & Sense::Each.kind() != 0;
    let (step, at) = r.whole(at + 1).unwrap_or((1, at + 1));
    let unit = r.strict_unit(at)?;
    Some(Read::new(Expr::Every(Recurrence { times: Some(n), every: each, ..recurrence(unit, step) }), at + 1))
}

/// Each so-manyth of a unit.
fn recurrence(unit: Unit, step: u32) -> Recurrence {
    let step = Count::Exact(step);
    Recurrence { what: What::Unit(unit), step, part: None, times: None, at: None, every: false }
}

/// year-ago; year-earlier; a year-earlier: the finance report's "one year before", as an adjective.
pub fn year_ago(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let mut at = i;
    at += usize::from(r.is(at, Sense::The));
    // "the comparable year-ago quarter"
    at += usize::from(at > i && r.kinds(at) & Sense::Like.kind() != 0);
    let unit = r.strict_unit(at).filter(|u| *u >= Unit::Week)?;
    if !r.hyphen(at + 1) || r.kinds(at) & Sense::Plural.kind() != 0 {
        return None;
    }
    let way = r.sense(at + 2, |s| if let Sense::Offset(w, _) = s { Some(w) } else { None })?;
    let shift = Expr::Shift { by: Period::new(1, unit), way, from: Anchor::Narrative };
    // "the year-earlier quarter", "the year-ago period"
    let the = r.is(i, Sense::The);
    // "the year-earlier nine months": those of the year before.
    if let Some((by, end)) = r.period(at + 3).filter(|_| the) {
        let year = Expr::Shift { by: Period::new(1, Unit::Year), way, from: Anchor::Narrative };
        return Some(Read::new(Expr::Stretch(by, Way::After, Anchor::At(Box::new(year))), end));
    }
    // "the year-ago third quarter"
    let ordinal = r.ordinal(at + 3).filter(|_| r.is(at + 4, Sense::Unit(Unit::Quarter)));
    let after = ordinal.map_or(at + 3, |o| o.1);
    let noun = r.strict_unit(after).is_some() || r.kinds(after) & Sense::Period.kind() != 0;
    let end = if noun && the { after + 1 } else { at + 3 };
    (the && noun || at == i).then(|| Read::new(shift, end))
}
