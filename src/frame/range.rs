//! Two expressions that are the ends of one range, and what each tells of the other.

use super::{has, year_named};
use crate::calendar::{Cycle, Granule, Unit};
use crate::expr::Expr;
use crate::lang::{Kinds, Sense};
use crate::resolve::{Frame, Resolution, resolve};
use crate::text::Document;
use crate::timex::{Lean, Mention, Signal, Timex};
use chrono::{Datelike, NaiveDateTime};

/// The year of a range whose end alone names it: "from June 3 to June 8, 2024".
pub(super) fn year_of_range(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<i32> {
    let (first, last) = (mentions.get(i)?, mentions.get(i + 1)?);
    // "the spring offensive of 1918"
    if let (Expr::Bare(Cycle::Season(_) | Cycle::Holiday(_)), Expr::At(Granule::Year(year))) = (&first.expr, &last.expr)
    {
        let between = document.tokens.get(first.end..last.first.checked_sub(1)?)?;
        let nouns = (1..=2).contains(&between.len()) && between.iter().all(|t| t.tag.is_noun());
        return (nouns && last.signal == Some(Signal::Of)).then_some(*year);
    }
    // "the spring and early summer of 1943"
    if let (Expr::Bare(Cycle::Season(_)), Expr::At(Granule::Season(year, _))) = (&first.expr, last.expr.bare()) {
        return joined(document, first, last).then_some(*year);
    }
    let named = matches!(last.expr.bare(), Expr::At(Granule::Day(_) | Granule::Month(..)));
    let bare = matches!(first.expr.bare(), Expr::Bare(Cycle::MonthDay(..) | Cycle::Month(_)));
    let year = (named && bare && joined(document, first, last)).then(|| year_named(&last.expr)).flatten()?;
    // "from December to May 2022" begins in the year before.
    let month = |expr: &Expr| match expr.bare() {
        Expr::Bare(Cycle::MonthDay(m, _) | Cycle::Month(m)) => Some(u32::from(*m)),
        Expr::At(g) => g.begin().map(|b| b.month()),
        _ => None,
    };
    Some(if month(&first.expr) > month(&last.expr) { year - 1 } else { year })
}

/// Whether mention `i` begins a range of months or days that has begun and is not over: "from May to September", said in
/// August, is the one at hand, whatever the verb says.
pub(super) fn is_running(document: &Document<'_>, mentions: &[Mention], i: usize, now: NaiveDateTime) -> bool {
    let yearly = |m: &Mention| match m.expr {
        Expr::Bare(c @ (Cycle::Month(_) | Cycle::MonthDay(..))) => Some(Expr::Bare(c)),
        _ => None,
    };
    let (Some(first), Some(last)) = (mentions.get(i), mentions.get(i + 1)) else { return false };
    let (Some(begin), Some(end)) = (yearly(first), yearly(last)) else { return false };
    let opened = has(document, first.first.wrapping_sub(1), Sense::FromWord.kind() | Sense::Between.kind());
    let linked = opened || has(document, first.end, Sense::To.kind());
    if !linked || !joined(document, first, last) {
        return false;
    }
    let past = Frame { fixed: true, ..Frame::new(now) };
    let start = resolve(&begin, &past).ok().and_then(|r| r.interval?.begin);
    let Some(start) = start else { return false };
    let over = resolve(&end, &Frame { now: start, lean: Lean::Future, ..past }).ok().and_then(|r| r.interval?.end);
    over.is_some_and(|over| over > now)
}

/// The begin of the range whose end is mention `i`: "between March and October".
pub(super) fn range_begin(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let (first, last) = (mentions.get(before)?, mentions.get(i)?);
    let bare = |m: &Mention| matches!(m.expr.bare(), Expr::Bare(c) if c.round() >= Unit::Week);
    let opened = has(document, first.first.wrapping_sub(1), Sense::FromWord.kind() | Sense::Between.kind());
    // "10 August 2013 - 12 September"
    // ..., "on May 4 and 5"
    let day = |m: &Mention| matches!(m.expr, Expr::Bare(Cycle::MonthDay(..)));
    let pair = day(first) && day(last) && last.first + 1 == last.end;
    let dated = matches!(first.expr, Expr::At(_) | Expr::Bare(Cycle::MonthDay(..) | Cycle::Month(_)))
        && has(document, first.end, Sense::To.kind() | if pair { Sense::And.kind() } else { 0 });
    (bare(last) && (opened || dated) && joined(document, first, last)).then_some(before)
}

/// The end of a range is the first one that does not lie before its begin.
pub(super) fn resolve_end(expr: &Expr, begin: &Timex, frame: &Frame) -> Result<Resolution, crate::Unresolved> {
    let plain = resolve(expr, frame)?;
    let (Some(start), Some(end)) = (begin.interval.and_then(|i| i.begin), plain.interval.and_then(|i| i.end)) else {
        return Ok(plain);
    };
    if end > start && plain.lean != Some(Lean::Future) {
        return Ok(plain);
    }
    resolve(expr, &Frame { now: start, lean: Lean::Future, history: false, ..*frame })
}

/// Whether only a word such as "to" or "and" stands between two mentions.
pub(super) fn joined(document: &Document<'_>, first: &Mention, last: &Mention) -> bool {
    joined_by(document, first, last, Sense::To.kind() | Sense::And.kind())
}

/// Whether one word of these kinds stands between two mentions, and nothing else.
pub(super) fn joined_by(document: &Document<'_>, first: &Mention, last: &Mention, kinds: Kinds) -> bool {
    last.first == first.end + 1 && has(document, first.end, kinds)
}
