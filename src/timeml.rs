//! TimeML's type and value of an expression (TimeML 1.2.1, section 2.2).

use crate::calendar::{Count, Cycle, Granule, Period, Unit};
use crate::expr::{Anchor, Expr, Recurrence, Reference, Way, What};
use crate::resolve::Resolution;
use crate::timex::TimexType;

/// Type and value of an expression that was resolved, or could not be.
pub fn value(expr: &Expr, found: Option<&Resolution>) -> (TimexType, String) {
    let kind = kind(expr, found);
    (kind, text(expr, found))
}

fn kind(expr: &Expr, found: Option<&Resolution>) -> TimexType {
    match expr.bare() {
        Expr::Length(_) | Expr::Stretch(..) | Expr::Shift { from: Anchor::Event, .. } => TimexType::Duration,
        Expr::Every(_) => TimexType::Set,
        Expr::Bare(c) | Expr::In(c, _) | Expr::Step(_, What::Cycle(c), _) if c.unit() < Unit::Day => TimexType::Time,
        Expr::Shift { by, .. } if by.grain() < Unit::Day => TimexType::Time,
        _ => match found.and_then(|f| f.granule) {
            Some(granule) if granule.unit() < Unit::Day => TimexType::Time,
            _ => TimexType::Date,
        },
    }
}

fn text(expr: &Expr, found: Option<&Resolution>) -> String {
    match expr.bare() {
        Expr::Length(by) | Expr::Stretch(by, ..) => by.to_string(),
        Expr::Shift { by, from: Anchor::Event, .. } => by.to_string(),
        Expr::Shift { by: Period { count: Count::Some, .. }, way, .. } => reference(match way {
            Way::Before => Reference::Past,
            Way::After => Reference::Future,
        })
        .into(),
        Expr::Every(r) => recurrence(r),
        Expr::Named(period) => {
            let day = |d: Option<chrono::NaiveDate>| d.map_or_else(|| "XXXX-XX-XX".into(), |d| d.to_string());
            format!("{}/{}", day(period.first_day()), day(period.last_day()))
        }
        Expr::Reference(r) => reference(*r).into(),
        Expr::Between(first, _) => match (found.and_then(|f| f.interval).and_then(|i| i.begin), unit(first)) {
            (Some(begin), Some(unit)) => Granule::of(unit, begin).to_string(),
            _ => unknown(expr),
        },
        other => match found.and_then(|f| f.granule) {
            Some(granule) => granule.to_string(),
            None => unknown(other),
        },
    }
}

fn reference(reference: Reference) -> &'static str {
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

fn recurrence(r: &Recurrence) -> String {
    if let Some((hour, minute)) = r.at {
        let day = match r.what {
            What::Cycle(day @ Cycle::Weekday(_)) => named(day),
            _ => "XXXX-XX-XX".into(),
        };
        return format!("{day}T{hour:02}:{minute:02}");
    }
    match r.what {
        What::Unit(unit) => Period { count: r.step, unit, rest: [None; 3] }.to_string(),
        What::Cycle(cycle) => match r.part {
            Some(part) => format!("{}T{part}", named(cycle)),
            None => named(cycle),
        },
    }
}

fn named(cycle: Cycle) -> String {
    match cycle {
        Cycle::Weekday(day) => format!("XXXX-WXX-{}", day.number_from_monday()),
        Cycle::Month(m) => format!("XXXX-{m:02}"),
        Cycle::MonthDay(m, d) => format!("XXXX-{m:02}-{d:02}"),
        Cycle::DayOfMonth(d) => format!("XXXX-XX-{d:02}"),
        Cycle::Quarter(q) => format!("XXXX-Q{q}"),
        Cycle::Half(h) => format!("XXXX-H{h}"),
        Cycle::Season(s) => format!("XXXX-{s}"),
        Cycle::Weekend => "XXXX-WXX-WE".into(),
        Cycle::Workday => "P1WD".into(),
        Cycle::Holiday(_) => "XXXX-XX-XX".into(),
        Cycle::DayPart(p) => format!("XXXX-XX-XXT{p}"),
        Cycle::Clock(h, m, _) => format!("XXXX-XX-XXT{h:02}:{:02}", m.unwrap_or(0)),
        Cycle::Decade(d) => format!("XX{}", d / 10),
    }
}

fn unit(expr: &Expr) -> Option<Unit> {
    match expr.bare() {
        Expr::At(g) => Some(g.unit()),
        Expr::Bare(c) | Expr::In(c, _) => Some(c.unit()),
        Expr::Step(_, what, _) | Expr::Nth(_, what, _) => Some(what.unit()),
        Expr::Shift { by, .. } => Some(by.grain()),
        Expr::Numeric(..) => Some(Unit::Day),
        _ => None,
    }
}

/// The value with its unknown parts as X.
fn unknown(expr: &Expr) -> String {
    match expr.bare() {
        Expr::Bare(c) | Expr::In(c, _) | Expr::Step(_, What::Cycle(c), _) => named(*c),
        other => match unit(other) {
            Some(Unit::Day) => "XXXX-XX-XX".into(),
            Some(Unit::Week) => "XXXX-WXX".into(),
            Some(Unit::Month) => "XXXX-XX".into(),
            Some(Unit::Quarter) => "XXXX-QX".into(),
            Some(Unit::Decade) => "XXX".into(),
            Some(Unit::Century) => "XX".into(),
            Some(unit) if unit < Unit::Day => "XXXX-XX-XXTXX".into(),
            _ => "XXXX".into(),
        },
    }
}
