//! Rules for what is counted from somewhere: "last week", "two days ago", "a day after", "the next morning".

use super::calendar::noun_at;
use super::reader::{Read, Reader};
use super::rules::point;
use crate::calendar::{Count, Cycle, DayPart, Period, Unit};
use crate::expr::{Anchor, Expr, Modifier, Reference, Step, Way, What};
use crate::lang::{From, Part, PhraseSense, Sense, Takes};
use crate::text::{Ptb, Shape};
use crate::timex::Signal;

/// yesterday; today; tomorrow; tonight; the day before yesterday.
pub fn deictic(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if let Some((PhraseSense::Day(n), end)) = r.phrase(i) {
        return Some(Read::new(days(n.into()), end));
    }
    let (n, part) = r.sense(i, |s| if let Sense::Day(n, p) = s { Some((n, p)) } else { None })?;
    // "yesterdays meeting": an owner without its apostrophe; "our yesterdays" are no day.
    let bare = part.is_none() && r.kinds(i) & Sense::Weak.kind() != 0;
    if bare && !noun_at(r, i + 1) && !r.is_line(i, i + 1) {
        return None;
    }
    // "USA Today": a name.
    if r.capital(i) && !r.first(i) && i.checked_sub(1).is_some_and(|b| r.capital(b)) {
        return None;
    }
    let expr = match part {
        Some(part @ DayPart::Overnight) => Expr::Bare(Cycle::DayPart(part)),
        Some(part) => Expr::In(Cycle::DayPart(part), Box::new(days(n.into()))),
        None => days(n.into()),
    };
    Some(Read::new(expr, i + 1))
}

fn days(n: i64) -> Expr {
    match n {
        0 => Expr::Step(Step::This, What::Unit(Unit::Day), Anchor::Publication),
        n => Expr::Shift {
            by: Period::new(n.unsigned_abs() as u32, Unit::Day),
            way: if n < 0 { Way::Before } else { Way::After },
            from: Anchor::Publication,
        },
    }
}

/// last week; this year; next Monday; last August; the past three years; the coming months; last night; this morning.
pub fn step(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    // "the weeks ahead", "in years to come"
    if let Some(unit) = r.strict_unit(at).filter(|&u| u >= Unit::Day && r.kinds(at) & Sense::Plural.kind() != 0)
        && let Some(end) = onward(r, at + 1)
        && (the || i.checked_sub(1).is_some_and(|b| r.kinds(b) & Sense::Prep.kind() != 0))
    {
        return Some(Read::new(Expr::Stretch(Period::some(unit), Way::After, Anchor::Publication), end));
    }
    // "this past Monday", "this coming Sunday"
    let at = if r.is(at, Sense::Step(Step::This))
        && r.kinds(at + 1) & Sense::Stretch(Way::Before).kind() != 0
        && steppable(r, at + 2).is_some()
    {
        at + 1
    } else {
        at
    };
    // "the three next weeks", "the 10 previous days"
    if let Some((n, word)) = r.whole(at).filter(|_| r.kinds(i) & Sense::Ordinal(1).kind() == 0)
        && let Some(way) = r.sense(word, |s| if let Sense::Stretch(w) = s { Some(w) } else { None })
        && let Some(unit) = r.strict_unit(word + 1).filter(|_| r.kinds(word + 1) & Sense::Plural.kind() != 0)
    {
        return Some(Read::new(Expr::Stretch(Period::new(n, unit), way, Anchor::Publication), word + 2));
    }
    let this = at > i && !the;
    let step = r.sense(at, |s| if let Sense::Step(s) = s { Some(s) } else { None });
    let stretch = r.sense(at, |s| if let Sense::Stretch(w) = s { Some(w) } else { None });
    let relative = r.sense(at, |s| if let Sense::Relative(w) = s { Some(w) } else { None });
    let latest = r.kinds(at) & Sense::Latest.kind() != 0;
    if let Some(way) = stretch.or(latest.then_some(Way::Before))
        && let Some(read) = stretch_of(r, at + 1, way, the, relative.is_some() && step.is_none())
    {
        return Some(read);
    }
    let end = at + 1;
    // "the latest quarter", "the latest period"
    if latest && the {
        let end = if r.kinds(end) & Sense::Fiscal.kind() != 0 { end + 1 } else { end };
        let period = r.is(end, Sense::Period) && !r.is(end, Sense::TimesWord);
        let unit = r
            .strict_unit(end)
            .filter(|_| r.kinds(end) & Sense::Plural.kind() == 0)
            .or(period.then_some(Unit::Quarter))?;
        // The quarter that is reported on, or else the last whole one.
        let expr = match unit {
            Unit::Quarter => Expr::Step(Step::This, What::Unit(unit), Anchor::Narrative),
            _ => Expr::Step(Step::Last, What::Unit(unit), Anchor::Publication),
        };
        return (unit >= Unit::Week).then(|| Read::new(expr, end + 1));
    }
    let what = steppable(r, end);
    // "the next day", "the following week", "the previous year": from the story. "last week", "next month": from today.
    if let Some(way) = relative.filter(|_| the || step.is_none()) {
        let (what, end) = what?;
        if what == What::Unit(Unit::Hour) && step == Some(Step::Next) && !r.is(end, Sense::Of) && !r.hyphen(end) {
            return Some(Read::new(Expr::Stretch(Period::new(1, Unit::Hour), way, Anchor::Publication), end));
        }
        let step = if way == Way::Before { Step::Last } else { Step::Next };
        if step == Step::Next && !the && !r.is(at, Sense::Relative(Way::After)) {
            return None;
        }
        return Some(Read::new(Expr::Step(step, what, Anchor::Narrative), end));
    }
    let step = step?;
    let (what, end) = what?;
    // "This Week with ...", "Last Night": a name.
    if r.capital(at) && r.shape(end - 1) == Shape::Capital && matches!(what, What::Unit(_)) {
        return None;
    }
    // "the last year" stays open between a stretch and a step; "the last day" is of something; "a last week" is none.
    if the && step == Step::Last && matches!(what, What::Unit(_)) {
        return match what {
            What::Unit(
                unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Quarter),
            ) if r.is(at, Sense::Stretch(Way::Before)) && (unit != Unit::Quarter) => (!r.is(end, Sense::Of))
                .then(|| Read::new(Expr::Stretch(Period::new(1, unit), Way::Before, Anchor::Publication), end)),
            // "the last quarter": the last whole one.
            What::Unit(Unit::Quarter) if !r.is(end, Sense::Of) && !r.is(at, Sense::Reference(Reference::Past)) => {
                Some(Read::new(Expr::Step(step, what, Anchor::Publication), end))
            }
            What::Unit(Unit::Hour)
                if r.is(at, Sense::Stretch(Way::Before)) && !r.is(end, Sense::Of) && !r.hyphen(end) =>
            {
                Some(Read::new(Expr::Stretch(Period::new(1, Unit::Hour), Way::Before, Anchor::Publication), end))
            }
            _ => None,
        };
    }
    // "past week": "the" may be left out behind a preposition and in a headline.
    let opens = r.first(i) || i.checked_sub(1).is_some_and(|b| r.kinds(b) & Sense::Prep.kind() != 0);
    let headline = opens && matches!(what, What::Unit(_)) || r.is_line(i, end);
    if !the && !this && !headline && r.is(at, Sense::Reference(Reference::Past)) {
        return None;
    }
    // "in the next hour", "over the past hour"
    if let (What::Unit(Unit::Hour), Some(way)) = (what, stretch)
        && step != Step::This
        && !r.is(end, Sense::Of)
        && !r.hyphen(end)
    {
        return Some(Read::new(Expr::Stretch(Period::new(1, Unit::Hour), way, Anchor::Publication), end));
    }
    // "the last day" is the last of something.
    if matches!(what, What::Unit(Unit::Day))
        && step == Step::Last
        && i.checked_sub(1).is_some_and(|b| r.is(b, Sense::The))
    {
        return None;
    }
    if what == What::Cycle(Cycle::Workday) && step == Step::This {
        return None;
    }
    // "this time" is read elsewhere; "this second" and "this minute" point at nothing.
    if matches!(what, What::Unit(Unit::Second | Unit::Minute | Unit::Hour)) {
        return None;
    }
    if let What::Cycle(Cycle::DayPart(part)) = what
        && step == Step::Last
        && part == DayPart::Night
    {
        return Some(Read::new(Expr::In(Cycle::DayPart(part), Box::new(days(-1))), end));
    }
    // "this Friday 5/12"
    if let (What::Cycle(Cycle::Weekday(_)), Some(day)) = (what, super::calendar::slashed_day(r, end)) {
        return Some(day);
    }
    // "next Sunday, March 16"
    if let What::Cycle(Cycle::Weekday(day)) = what
        && r.mark(end, ",")
        && let Some(date) =
            super::calendar::month_first(r, end + 1, depth + 1).filter(|d| super::calendar::has_day(&d.expr))
    {
        let bare = matches!(date.expr, Expr::Bare(_));
        let expr = if bare { Expr::In(Cycle::Weekday(day), Box::new(date.expr)) } else { date.expr };
        return Some(Read { expr, ..date });
    }
    // "the coming Sunday" is the first one from now; "next Sunday" is next week's.
    let coming = stretch == Some(Way::After) && relative.is_none() && matches!(what, What::Cycle(Cycle::Weekday(_)));
    // "(this) past Monday": the last one before today, however near.
    let gone = r.is(at, Sense::Reference(Reference::Past)) && matches!(what, What::Cycle(Cycle::Weekday(_)));
    let from = if coming || gone { Anchor::At(Box::new(days(0))) } else { Anchor::Publication };
    let expr = Expr::Step(step, what, from);
    // "last Monday", "next week Tuesday", "Tuesday of next week"
    if let What::Unit(Unit::Week) = what
        && let Some(day) = r.sense(end, |s| if let Sense::Weekday(d) = s { Some(d) } else { None })
        && r.kinds(end) & Sense::Weak.kind() == 0
    {
        return Some(Read::new(Expr::In(Cycle::Weekday(day), Box::new(expr)), end + 1));
    }
    Some(Read::new(expr, end))
}

/// Past "ahead" or "to come" at `i`.
fn onward(r: &Reader<'_>, i: usize) -> Option<usize> {
    let to = usize::from(r.is(i, Sense::To));
    let come = r.kinds(i + to) & Sense::Weak.kind() != 0;
    (r.is(i + to, Sense::Onward) && come == (to > 0)).then_some(i + to + 1)
}

/// What can stand after "last", "this", "next".
fn steppable(r: &Reader<'_>, i: usize) -> Option<(What, usize)> {
    let i = if r.kinds(i) & Sense::Fiscal.kind() != 0 { i + 1 } else { i };
    // "this week-end"
    if r.is(i, Sense::Unit(Unit::Week)) && r.hyphen(i + 1) && r.is(i + 2, Sense::Edge(true)) && !noun_at(r, i + 3) {
        return Some((What::Unit(Unit::Weekend), i + 3));
    }
    if let Some(unit) =
        r.strict_unit(i).filter(|_| r.kinds(i) & Sense::Plural.kind() == 0 || r.is(i, Sense::CenturyWord))
    {
        return Some((What::Unit(unit), i + 1));
    }
    if let Some((PhraseSense::Holiday(h) | PhraseSense::Feast(h, _), end)) = r.phrase(i) {
        return Some((What::Cycle(Cycle::Holiday(h)), end));
    }
    // "next june"; "the last march" may be one of feet.
    let small =
        i.checked_sub(1).is_some_and(|b| r.kinds(b) & Sense::Step(Step::Last).kind() != 0 && !r.is(b, Sense::That));
    let cycle = r.sense(i, |s| match s {
        Sense::Weekday(_) => r.weekday(i).map(Cycle::Weekday),
        Sense::Month(m) => r.month(i).or((small && m != 3).then_some(m)).map(Cycle::Month),
        Sense::Season(s) => Some(Cycle::Season(s)),
        Sense::DayPart(p) if r.kinds(i) & Sense::Plural.kind() == 0 => Some(Cycle::DayPart(p)),
        // "the last weekday of the month" is that month's; "this weekday" is no day
        Sense::Workday if r.kinds(i) & Sense::Plural.kind() == 0 && !r.is(i + 1, Sense::Of) && !noun_at(r, i + 1) => {
            Some(Cycle::Workday)
        }
        _ => None,
    })?;
    // "last March 3"
    if let Cycle::Month(m) = cycle
        && let Some((day, end)) = r.day(i + 1).filter(|_| r.digits(i + 1).is_some_and(|d| d.len <= 2))
    {
        return Some((What::Cycle(Cycle::MonthDay(m, day)), end));
    }
    Some((What::Cycle(cycle), i + 1))
}

/// The length after "the past", "the next", "recent": "three years", "few weeks", "decades".
fn stretch_of(r: &Reader<'_>, i: usize, way: Way, the: bool, story: bool) -> Option<Read> {
    let from = if story { Anchor::Narrative } else { Anchor::Publication };
    if let Some((period, end)) = r.period(i).filter(|_| !r.is(i, Sense::A)) {
        let one =
            period.count == Count::Exact(1) && r.kinds(end - 1) & Sense::Plural.kind() == 0 && r.whole(i).is_none();
        if !one {
            // "the last two weeks of May"
            if r.is(end, Sense::Of)
                && let Some(whole) = point(r, end + 1, 2)
            {
                let of = Anchor::At(Box::new(whole.expr));
                return Some(Read::new(Expr::Stretch(period, way, of), whole.end));
            }
            return Some(Read::new(Expr::Stretch(period, way, from), end));
        }
    }
    let plural = r.kinds(i) & Sense::Plural.kind() != 0;
    if plural && r.strict_unit(i).is_some_and(|u| u >= Unit::Day) {
        // "the last weeks of the year" are its.
        if r.is(i - 1, Sense::Ordinal(-1)) && r.is(i + 1, Sense::Of) {
            return None;
        }
        // "recent years", "the coming weeks": some of them, up to now or from now on.
        let some = Period::some(r.strict_unit(i)?);
        let mut end = i + 1;
        if r.is(end, Sense::And) && r.kinds(end + 1) & Sense::Plural.kind() != 0 && r.strict_unit(end + 1).is_some() {
            end += 2; // "recent weeks and months"
        }
        return Some(Read::new(Expr::Stretch(some, way, from), end));
    }
    // "the past fortnight", "the next fortnight": two weeks up to now or from now on.
    if the && r.is(i, Sense::Unit(Unit::Week)) && r.is(i, Sense::Couple) {
        return Some(Read::new(Expr::Stretch(Period::new(2, Unit::Week), way, from), i + 1));
    }
    // "the past year": the year up to now.
    if the && way == Way::Before && r.is(i - 1, Sense::Reference(Reference::Past)) {
        let unit = r.strict_unit(i).filter(|&u| u >= Unit::Day)?;
        return Some(Read::new(Expr::Stretch(Period::new(1, unit), way, from), i + 1));
    }
    None
}

/// two days ago; a week later; three years earlier; ten years from now; two days after Christmas; a day after (event).
pub fn offset(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    // "the day after tomorrow" is one of the deictic days.
    if r.phrase(i).is_some_and(|(sense, _)| matches!(sense, PhraseSense::Day(_))) {
        return None;
    }
    if let Some(read) = weekdays_away(r, i).or_else(|| nights_ago(r, i)).or_else(|| after_next(r, i)) {
        return Some(read);
    }
    let (by, end, plain) = match r.period(i) {
        Some((by, end)) => (by, end, false),
        None => {
            // "years ago", "months later", "the day after", "the week before"
            let the = r.is(i, Sense::The);
            let at = if the { i + 1 } else { i };
            let unit = r.strict_unit(at)?;
            let plural = r.kinds(at) & Sense::Plural.kind() != 0;
            if the == plural {
                return None;
            }
            (if the { Period::new(1, unit) } else { Period::some(unit) }, at + 1, the)
        }
    };
    // "a year-earlier loss": the article is the noun's.
    if r.hyphen(end) && r.is(i, Sense::A) {
        return None;
    }
    let end = r.skip_or_so(end);
    let hyphen = r.skip_hyphen(end);
    if let Some((way, from)) = r.sense(hyphen, |s| if let Sense::Offset(w, f) = s { Some((w, f)) } else { None })
        && !plain
        && (r.kinds(hyphen) & Sense::Weak.kind() == 0 || r.clause_ends(hyphen + 1))
    {
        // "later than", "earlier than": a comparison with something that follows.
        if r.is(hyphen + 1, Sense::Part(Part::Than)) {
            return None;
        }
        let from = match from {
            From::Now => Anchor::Publication,
            From::Story => Anchor::Narrative,
        };
        // "fifty years ago today": to the day.
        if r.is(hyphen + 1, Sense::Day(0, None)) && by.is_plain() && by.unit > Unit::Day {
            let by = Period { rest: [Some((0, Unit::Day)), None, None], ..by };
            return Some(Read::new(Expr::Shift { by, way, from }, hyphen + 2));
        }
        return Some(Read::new(Expr::Shift { by, way, from }, hyphen + 1));
    }
    // "ten years in the future"
    if !plain
        && r.is(end, Sense::Signal(Signal::In))
        && let Some((PhraseSense::Noun(Reference::Future), after)) = r.phrase(end + 1)
        && after == end + 3
    {
        return Some(Read::new(Expr::Shift { by, way: Way::After, from: Anchor::Publication }, after));
    }
    if r.is(end, Sense::FromWord) && !plain {
        // "three years from today": to the day.
        if r.is(end + 1, Sense::Day(0, None)) && by.is_plain() && by.unit > Unit::Day {
            let by = Period { rest: [Some((0, Unit::Day)), None, None], ..by };
            return Some(Read::new(Expr::Shift { by, way: Way::After, from: Anchor::Publication }, end + 2));
        }
        if r.is(end + 1, Sense::Now) || r.is(end + 1, Sense::Day(0, None)) {
            return Some(Read::new(Expr::Shift { by, way: Way::After, from: Anchor::Publication }, end + 2));
        }
        // "from right now"
        if let Some((PhraseSense::Reference(Reference::Present), over)) = r.phrase(end + 1) {
            return Some(Read::new(Expr::Shift { by, way: Way::After, from: Anchor::Publication }, over));
        }
        // "for three hours from 9": by the clock
        if by.unit <= Unit::Hour
            && i.checked_sub(1).is_some_and(|b| r.is(b, Sense::Signal(Signal::For)))
            && let Some((hour, over)) =
                r.whole(end + 1).filter(|&(n, over)| (1..=12).contains(&n) && r.clause_ends(over))
        {
            let hour = Expr::Bare(Cycle::Clock(super::clock::by_day(hour as u8), None, None));
            let from = Anchor::At(Box::new(hour));
            return Some(Read::new(Expr::Shift { by, way: Way::After, from }, over));
        }
        // "64 days from November 21 to January 31" says how long and from when.
        if let Some(base) = point(r, end + 1, depth + 1).filter(|b| anchorable(&b.expr) && !r.is(b.end, Sense::To)) {
            // "a week from Tuesday": from the coming one.
            let base = match base.expr {
                Expr::Bare(day @ Cycle::Weekday(_)) => {
                    Read { expr: Expr::Step(Step::Next, What::Cycle(day), Anchor::At(Box::new(days(0)))), ..base }
                }
                _ => base,
            };
            let from = Anchor::At(Box::new(base.expr));
            return Some(Read::new(Expr::Shift { by, way: Way::After, from }, base.end));
        }
    }
    let (way, next) = hang(r, end)?;
    // "ran it for two years before giving up": so long, and then.
    if !plain && i > 0 && r.is(i - 1, Sense::Signal(Signal::For)) && next < r.len() && r.shape(next) != Shape::Mark {
        return None;
    }
    if let Some(base) = point(r, next, depth + 1).filter(|b| anchorable(&b.expr)) {
        // "two days after Friday's vote": the vote is what counts, not the day.
        let owner = r.owner(base.end) && !r.first(base.end);
        if !owner {
            let from = Anchor::At(Box::new(base.expr));
            return Some(Read::new(Expr::Shift { by, way, from }, base.end));
        }
    }
    // An event follows; the words of the length alone are the expression. "the day after", "two weeks before" at a clause's
    // end, "three days before to get ready": the story's.
    let infinitive = r.is(next, Sense::To) && r.document.tokens.get(next + 1).is_some_and(|t| t.tag.ptb == Ptb::Vb);
    let closed =
        next >= r.len() || r.first(next) || r.shape(next) == Shape::Mark && !r.mark(next, "“\"‘`") || infinitive;
    if closed {
        let alone = plain || by.count != Count::Some && next == end + 1;
        return alone.then(|| Read::new(Expr::Shift { by, way, from: Anchor::Narrative }, next));
    }
    if by.unit <= Unit::Minute && by.count == Count::Some {
        return None;
    }
    Some(Read::new(Expr::Shift { by, way, from: Anchor::Event }, end))
}

/// "three Fridays from now", "two Thursdays ago": the first of them, and whole weeks on.
fn weekdays_away(r: &Reader<'_>, i: usize) -> Option<Read> {
    let (n, at) = r.whole(i).filter(|n| (1..=60).contains(&n.0))?;
    let plural = r.sense(at, |s| if let Sense::Weekdays(d) = s { Some(d) } else { None });
    let day = plural.or_else(|| r.weekday(at).filter(|_| n == 1))?;
    let (step, way, end) = match r.sense(at + 1, |s| if let Sense::Offset(w, From::Now) = s { Some(w) } else { None }) {
        Some(Way::Before) if r.kinds(at + 1) & Sense::Weak.kind() == 0 || r.clause_ends(at + 2) => {
            (Step::Last, Way::Before, at + 2)
        }
        Some(Way::After) => (Step::Next, Way::After, at + 2),
        None if r.is(at + 1, Sense::FromWord) && r.is(at + 2, Sense::Now) => (Step::Next, Way::After, at + 3),
        _ => return None,
    };
    let first = Expr::Step(step, What::Cycle(Cycle::Weekday(day)), Anchor::At(Box::new(days(0))));
    if n == 1 {
        return Some(Read::new(first, end));
    }
    let by = Period::new(n - 1, Unit::Week);
    Some(Read::new(Expr::Shift { by, way, from: Anchor::At(Box::new(first)) }, end))
}

/// "two nights ago": the night of that day.
fn nights_ago(r: &Reader<'_>, i: usize) -> Option<Read> {
    let (n, at) = r.whole(i).filter(|n| (1..=60).contains(&n.0))?;
    let ago = r.is(at, Sense::DayPart(DayPart::Night)) && r.is(at + 1, Sense::Offset(Way::Before, From::Now));
    ago.then(|| Read::new(Expr::In(Cycle::DayPart(DayPart::Night), Box::new(days(-i64::from(n)))), at + 2))
}

/// "the week after next", "the week before last".
fn after_next(r: &Reader<'_>, i: usize) -> Option<Read> {
    let at = i + usize::from(r.is(i, Sense::The));
    let unit = r.strict_unit(at).filter(|&u| u >= Unit::Weekend && r.kinds(at) & Sense::Plural.kind() == 0)?;
    let way = r.sense(at + 1, |s| if let Sense::Hang(w) = s { Some(w) } else { None })?;
    let beyond = at + 2 + usize::from(r.is(at + 2, Sense::The));
    let alone = match way {
        Way::After => r.is(beyond, Sense::Step(Step::Next)) && r.is(beyond, Sense::Relative(Way::After)),
        Way::Before => r.is(beyond, Sense::Step(Step::Last)) && r.is(beyond, Sense::Ordinal(-1)),
    };
    let noun = r.document.tokens.get(beyond + 1).is_some_and(|t| t.tag.is_noun());
    (alone && !noun && steppable(r, beyond + 1).is_none()).then(|| {
        let by = Period::new(2, unit);
        Read::new(Expr::Shift { by, way, from: Anchor::Publication }, beyond + 1)
    })
}

/// "after", "before", "prior to", "following".
fn hang(r: &Reader<'_>, i: usize) -> Option<(Way, usize)> {
    if r.is(i, Sense::Mod(Modifier::Before)) && r.is(i, Sense::Relative(Way::Before)) {
        return r.is(i + 1, Sense::To).then_some((Way::Before, i + 2));
    }
    let way = r.sense(i, |s| if let Sense::Hang(w) = s { Some(w) } else { None })?;
    Some((way, i + 1))
}

/// Whether something can be counted from it.
pub(super) fn anchorable(expr: &Expr) -> bool {
    !matches!(expr.bare(), Expr::Length(_) | Expr::Every(_) | Expr::Stretch(..) | Expr::Reference(_))
}

/// that day; the same month; the day; at the time; the year; the year-earlier quarter: what has just been spoken of.
pub fn same(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let that = r.is(i, Sense::That) && !r.is(i, Sense::Step(Step::This));
    if !the && !that {
        return None;
    }
    let mut at = i + 1;
    let same = r.is(at, Sense::Same) || r.kinds(at) & Sense::Like.kind() != 0;
    at += usize::from(same);
    let fiscal = r.kinds(at) & (Sense::Fiscal.kind() | Sense::Filler.kind()) != 0;
    at += usize::from(fiscal);
    // "the Year III": a name.
    if r.kinds(at) & Sense::Plural.kind() != 0 || the && r.shape(at) == Shape::Capital && r.strict_unit(at).is_some() {
        return None;
    }
    let this = |what| Expr::Step(Step::This, what, Anchor::Narrative);
    // "that very day" and "that morning"
    if let Some(part) = r.sense(at, |s| if let Sense::DayPart(p) = s { Some(p) } else { None }) {
        return (same || that).then(|| Read::new(this(What::Cycle(Cycle::DayPart(part))), at + 1));
    }
    if let Some(s) = r.sense(at, |s| if let Sense::Season(s) = s { Some(s) } else { None }).filter(|_| same || that) {
        return Some(Read::new(this(What::Cycle(Cycle::Season(s))), at + 1));
    }
    if let Some(m) = r
        .sense(at, |s| if let Sense::Month(m) = s { Some(m) } else { None })
        .filter(|_| (same || that) && r.capital(at))
    {
        return Some(Read::new(this(What::Cycle(Cycle::Month(m))), at + 1));
    }
    let period = (same && r.is(at, Sense::Period) && !r.is(at, Sense::TimesWord)).then_some(Unit::Quarter);
    let unit = r.strict_unit(at).or(period)?;
    if unit < Unit::Day {
        return None;
    }
    if same || that {
        // "the comparable year-ago quarter"
        if r.hyphen(at + 1) {
            return None;
        }
        // "the same quarter last year"
        let of = at + 1 + usize::from(r.is(at + 1, Sense::Of));
        let last = of + usize::from(of > at + 1 && r.is(of, Sense::The));
        if same && unit >= Unit::Week && r.is(last, Sense::Step(Step::Last)) && r.is(last + 1, Sense::Unit(Unit::Year))
        {
            let shift = Expr::Shift { by: Period::new(1, Unit::Year), way: Way::Before, from: Anchor::Narrative };
            return Some(Read::new(shift, last + 2));
        }
        // "the same period a year earlier"
        if let Some(read) = a_year_before(r, at + 1).filter(|_| same && unit >= Unit::Week) {
            return Some(read);
        }
        return Some(Read::new(this(What::Unit(unit)), at + 1));
    }
    // "the quarter a year ago"
    if let Some(read) = a_year_before(r, at + 1).filter(|_| unit == Unit::Quarter) {
        return Some(read);
    }
    // "the year ended March 31", "the week ending Friday", "the year to March": how long, and the end says when.
    let ended = r.kinds(at + 1) & Sense::Ended.kind() != 0 || r.is(at + 1, Sense::To) && r.month(at + 2).is_some();
    if matches!(unit, Unit::Week | Unit::Month | Unit::Year) && ended {
        return Some(Read::new(Expr::Length(Period::new(1, unit)), at + 1));
    }
    // "the quarter", "the year", "the month", "the week" stand alone; "the day of the vote" belongs to the vote.
    let closed = !r.hyphen(at + 1) && !r.is(at + 1, Sense::Of) && !r.is(at + 1, Sense::That);
    let noun = r.document.tokens.get(at + 1).is_some_and(|t| t.tag.is_noun()) && !r.glued(at);
    // "the turn of the century", "the end of the decade"
    let edge = i.checked_sub(2).is_some_and(|e| r.kinds(e) & Sense::Edge(true).kind() != 0 && r.is(e + 1, Sense::Of));
    let unit_alone = fiscal
        || edge && matches!(unit, Unit::Decade | Unit::Century)
        || matches!(unit, Unit::Quarter | Unit::Year | Unit::Month | Unit::Week | Unit::Day);
    let rest = || i.checked_sub(2).is_some_and(|b| r.is(b, Sense::Rest) && r.is(b + 1, Sense::Of));
    (unit_alone && closed && !noun && (unit != Unit::Day || r.taken(i, Takes::Unit) || rest()))
        .then(|| Read::new(this(What::Unit(unit)), at + 1))
}

/// "a year ago", "a year earlier" behind what is compared: that one a year before.
fn a_year_before(r: &Reader<'_>, i: usize) -> Option<Read> {
    let (by, end) = r.period(i).filter(|(by, _)| *by == Period::new(1, Unit::Year) && r.is(i, Sense::A))?;
    let way = r.sense(end, |s| if let Sense::Offset(way, _) = s { Some(way) } else { None })?;
    let shift = Expr::Shift { by, way, from: Anchor::Narrative };
    (way == Way::Before).then(|| Read::new(shift, end + 1))
}

/// now; recently; currently; soon; in the past; these days.
pub fn reference(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    if let Some((sense, end)) = r.phrase(i) {
        let noun = r.document.tokens.get(end).is_some_and(|t| t.tag.is_noun());
        return match sense {
            // "to date Hollywood stars"
            PhraseSense::Reference(reference) => {
                // ..., "equal to date 1"
                let named = r.capital(end) || r.digits(end).is_some();
                (!(r.is(i, Sense::To) && named)).then(|| Read::new(Expr::Reference(reference), end))
            }
            PhraseSense::Noun(reference) => (!noun).then(|| Read::new(Expr::Reference(reference), end)),
            PhraseSense::Moment(reference) => {
                r.taken(i, Takes::Moment).then(|| Read::new(Expr::Reference(reference), end))
            }
            _ => None,
        };
    }
    if r.kinds(i) & Sense::Weak.kind() != 0 {
        return weak_reference(r, i);
    }
    // "past" alone goes before a length.
    let stepping = r.kinds(i) & Sense::Step(Step::Last).kind() != 0;
    let reference = r.sense(i, |s| if let Sense::Reference(x) = s { Some(x) } else { None }).filter(|_| !stepping);
    if let Some(reference) = reference {
        // "as soon as", "soon after"; "they soon fled": not the future of the one who tells it.
        // "too soon": a judgement.
        let too = i.checked_sub(1).is_some_and(|b| r.word(b).eq_ignore_ascii_case("too"));
        if reference == Reference::Future && (too || after_as(r, i) || told_past(r, i)) {
            return None;
        }
        return Some(Read::new(Expr::Reference(reference), i + 1));
    }
    let reference = r.sense(i, |s| if let Sense::Adjective(x) = s { Some(x) } else { None })?;
    let noun =
        r.document.tokens.get(i + 1).is_some_and(|t| t.tag.is_noun() || matches!(t.tag.upos, crate::text::Upos::Adj));
    (noun && r.strict_unit(i + 1).is_none()).then(|| Read::new(Expr::Reference(reference), i + 1))
}

/// "as soon as", "soon after".
fn after_as(r: &Reader<'_>, i: usize) -> bool {
    let is_as = |i: usize| r.is(i, Sense::Part(Part::As));
    is_as(i + 1) || i.checked_sub(1).is_some_and(is_as) || r.kinds(i + 1) & Sense::Hang(Way::After).kind() != 0
}

/// Whether the nearest verb is in the past: "soon became", "was soon joined".
fn told_past(r: &Reader<'_>, i: usize) -> bool {
    let tag = |i: usize| r.document.tokens.get(i).map(|t| t.tag.ptb);
    let past = |t: Option<Ptb>| match t? {
        Ptb::Vbd => Some(true),
        Ptb::Md | Ptb::Vb | Ptb::Vbz | Ptb::Vbp => Some(false),
        _ => None,
    };
    let before = (1..=3).map_while(|n| i.checked_sub(n)).find_map(|k| past(tag(k)));
    before.or_else(|| (i + 1..i + 8).find_map(|k| past(tag(k)))) == Some(true)
}

/// "future" and "present" as nouns of time.
fn weak_reference(r: &Reader<'_>, i: usize) -> Option<Read> {
    let reference = r.sense(i, |s| if let Sense::Reference(x) = s { Some(x) } else { None })?;
    let noun = r.document.tokens.get(i + 1).is_some_and(|t| t.tag.is_noun());
    let adverb = r.document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Rb);
    // "in future", "shortly"
    let future = !adverb && !noun && i.checked_sub(1).is_some_and(|b| r.is(b, Sense::Takes(Takes::Month)));
    let shortly = adverb && !after_as(r, i) && !told_past(r, i);
    (reference == Reference::Future && (future || shortly)).then(|| Read::new(Expr::Reference(reference), i + 1))
}

/// Christmas last year; March 3 last year; Saturday of last week: handled where a day is followed by "last", "this" ...
pub fn day_then_step(r: &Reader<'_>, day: Read) -> Read {
    let cycle = match &day.expr {
        Expr::Bare(c @ (Cycle::Weekday(_) | Cycle::Holiday(_) | Cycle::Season(_) | Cycle::Month(_))) => *c,
        _ => return day,
    };
    if cycle.round() == Unit::Year
        && let Some(read) = in_years(r, day.end)
    {
        return Read::new(Expr::In(cycle, Box::new(read.expr)), read.end);
    }
    if matches!(cycle, Cycle::Month(_)) {
        return day;
    }
    let at = if r.is(day.end, Sense::Of) { day.end + 1 } else { day.end };
    let the = usize::from(at > day.end && r.is(at, Sense::The));
    let starts = r.kinds(at + the) & (Sense::Step(Step::Last).kind() | Sense::Relative(Way::After).kind()) != 0;
    if !starts {
        return day;
    }
    match step(r, at, 3) {
        Some(Read { expr: expr @ Expr::Step(_, What::Unit(unit), _), end, .. }) if unit == cycle.round() => {
            Read::new(Expr::In(cycle, Box::new(expr)), end)
        }
        _ => day,
    }
}

/// "(Thanksgiving) in three years", "(March) in a year": that year, where the clause ends with it.
pub(super) fn in_years(r: &Reader<'_>, i: usize) -> Option<Read> {
    if !r.is(i, Sense::Signal(Signal::In)) || !r.is(i, Sense::Takes(Takes::Month)) {
        return None;
    }
    let (by, end) =
        r.period(i + 1).filter(|(by, end)| by.unit == Unit::Year && by.is_plain() && r.clause_ends(*end))?;
    let counted = matches!(by.count, Count::Exact(_));
    counted.then(|| Read::new(Expr::Shift { by, way: Way::After, from: Anchor::Publication }, end))
}
