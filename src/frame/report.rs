//! The finance report: which quarter "the quarter" is, and what "a year ago" is a year before.

use super::has;
use super::range::joined_by;
use crate::calendar::{Cycle, Granule, Period, Unit, add_days};
use crate::expr::{Expr, Step, What};
use crate::lang::Sense;
use crate::resolve::{Frame, resolve};
use crate::text::Document;
use crate::timex::{Lean, Mention, Timex};
use chrono::NaiveDateTime;

/// Takes up what an expression tells about the report: the quarter that is reported on ("the third quarter", "the three
/// months ended Sept. 30") and whether quarters are compared or longer stretches ("for the nine months").
pub(super) fn follow(
    document: &Document<'_>,
    mention: &Mention,
    timex: &Timex,
    before: Option<&Timex>,
    published: NaiveDateTime,
    frame: &mut Frame,
) {
    if let Some(named) = quarter(document, mention, timex, before, published, frame) {
        // What is reported on is the last one; an earlier one is there to be compared with, and one of a year before is
        // what "a year ago" means itself.
        if frame.report.is_none_or(|r| r.begin() < named.begin() || r.unit() != named.unit()) {
            frame.report = Some(named);
        }
        // "after a flat second quarter": the third is still what is compared.
        if frame.report == Some(named) {
            frame.compared = frame.report;
        }
    } else if let Some(report) = frame.report
        && is_longer(&timex.expr)
    {
        frame.compared = report.widen(Unit::Year);
    }
}

fn quarter(
    document: &Document<'_>,
    mention: &Mention,
    timex: &Timex,
    before: Option<&Timex>,
    published: NaiveDateTime,
    frame: &Frame,
) -> Option<Granule> {
    let granule = timex.granule?;
    // What is reported on is over, or is the last one of a fiscal year, which ends before the calendar's.
    let ended = |i: usize| has(document, i, Sense::Ended.kind());
    let over = granule.interval().and_then(|i| i.end).is_some_and(|end| end <= published);
    if matches!(granule, Granule::Quarter(..) | Granule::Half(..)) && !matches!(timex.expr, Expr::Shift { .. }) {
        let told =
            frame.report.is_none() && frame.lean == Lean::Past && granule.begin().is_some_and(|b| b <= published);
        return (over || told || ended(mention.end)).then_some(granule);
    }
    let three_months = matches!(before.map(|b| &b.expr), Some(Expr::Length(by)) if *by == Period::new(3, Unit::Month));
    let closed = ended(mention.first.wrapping_sub(1)) || has(document, mention.first.wrapping_sub(1), Sense::To.kind());
    (over && three_months && closed).then(|| granule.widen(Unit::Quarter)).flatten()
}

/// Whether it is a longer stretch that reports compare: half a year, nine months, a year.
fn is_longer(expr: &Expr) -> bool {
    match expr {
        Expr::Length(by) | Expr::Stretch(by, ..) => {
            [6, 9, 12].map(|n| Period::new(n, Unit::Month)).contains(by) || *by == Period::new(1, Unit::Year)
        }
        _ => false,
    }
}

/// The quarter that mention `i` means where the next one says when it ended: "the quarter ended July 31". It is the one
/// that holds the middle of those three months.
pub(super) fn quarter_ended(document: &Document<'_>, mentions: &[Mention], i: usize, frame: &Frame) -> Option<Granule> {
    /// How many expressions before it may have named the quarter by the company's own calendar.
    const NEAR: usize = 8;
    let (quarter, end) = (mentions.get(i)?, mentions.get(i + 1)?);
    let plain = matches!(quarter.expr, Expr::Step(Step::This, What::Unit(Unit::Quarter), _));
    // "fiscal first-quarter profit ... in the quarter ended Sept. 29"
    let fiscal =
        |m: &Mention| matches!(&m.expr, Expr::Fiscal(of) if matches!(of.bare(), Expr::Bare(Cycle::Quarter(_))));
    let named = mentions.get(i.saturating_sub(NEAR)..i)?.iter().any(fiscal);
    if named || !plain || !joined_by(document, quarter, end, Sense::Ended.kind()) {
        return None;
    }
    let day = resolve(&end.expr, &Frame { lean: Lean::Past, ..*frame }).ok()?.interval?.last_day()?;
    Some(Granule::of(Unit::Quarter, add_days(day, -45)?.into()))
}
