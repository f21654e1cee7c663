//! What an expression speaks of together with the words around it: "since 2014" is open ahead, and both ends of "from
//! May 5 to May 8" belong to one stretch.

use super::{has, joined};
use crate::calendar::{Granule, Interval, Unit};
use crate::expr::{Anchor, Expr, Modifier, Reference, Way};
use crate::lang::{ENGLISH, From, Part, Sense};
use crate::text::{Document, Shape, Upos};
use crate::timex::{Endpoint, Mention, Signal, Timex, TimexType};
use chrono::NaiveDateTime;

/// Sets the scope of every expression whose neighbours widen or close it.
pub(super) fn fill(document: &Document<'_>, mentions: &[Mention], timexes: &mut [Timex], now: NaiveDateTime) {
    for timex in timexes.iter_mut() {
        // "the past three years" end with the day of speaking, "the next two weeks" begin there.
        match timex.expr.bare() {
            Expr::Stretch(_, Way::Before, Anchor::Publication) => timex.end_point = Some(Endpoint::Publication),
            Expr::Stretch(_, Way::After, Anchor::Publication) => timex.begin_point = Some(Endpoint::Publication),
            _ => {}
        }
    }
    for i in 0..mentions.len() {
        let (mention, timex) = (&mentions[i], &timexes[i]);
        let beside = mentions.get(i + 1).zip(timexes.get(i + 1));
        let tied = beside.and_then(|beside| run(document, (mention, timex), beside));
        let whole = beside.and_then(|beside| range(document, (mention, timex), beside, now));
        if let Some(Tied { length, begins, .. }) = tied {
            let point = Some(Endpoint::Expression(i + 1 - length));
            let length = &mut timexes[i + length];
            *(if begins { &mut length.begin_point } else { &mut length.end_point }) = point;
        }
        if let Some(whole) = whole.or(tied.map(|tied| tied.whole)) {
            for timex in timexes.iter_mut().skip(i).take(2) {
                timex.scope = Some(whole);
            }
        } else if timexes[i].scope.is_none() {
            timexes[i].scope = bound(document, mention, &timexes[i], now);
        }
    }
}

/// Whether it has a place on the calendar and is no length.
fn is_point(timex: &Timex) -> bool {
    matches!(timex.kind, TimexType::Date | TimexType::Time)
        && !matches!(timex.expr.bare(), Expr::Reference(Reference::Past | Reference::Future))
}

/// Whether it is said by the clock: "until 3 p.m." stops there, "until Friday" goes on into Friday.
fn by_clock(timex: &Timex) -> bool {
    timex.grain.is_some_and(|g| g < Unit::DayPart)
}

/// "from A to B", "between A and B", "A-B": from the begin of the one to the end of the other.
fn range(
    document: &Document<'_>,
    (first, a): (&Mention, &Timex),
    (last, b): (&Mention, &Timex),
    now: NaiveDateTime,
) -> Option<Interval> {
    let before = first.first.wrapping_sub(1);
    // "the year to date"
    let to_date = last.first == first.end && has(document, last.first, Sense::To.kind());
    if to_date && matches!(b.expr, Expr::Reference(Reference::Present)) && is_point(a) {
        return Some(Interval { begin: a.interval?.begin, end: b.interval?.begin });
    }
    let linked = has(document, first.end, Sense::To.kind()) || has(document, before, Sense::Between.kind());
    // "Race - 3 p.m. - this week": no range.
    let apart = document.tokens.get(first.end).is_some_and(|t| t.shape == Shape::Mark) && by_clock(a) != by_clock(b);
    if apart || !linked || !joined(document, first, last) || !is_point(a) || !is_point(b) {
        return None;
    }
    let end = match b.expr.bare() {
        Expr::Reference(_) if by_clock(a) => Some(now),
        _ if by_clock(b) => b.interval?.begin,
        _ => b.interval?.end,
    };
    // "from the middle of March to the end of May"
    let begin = edge(document, first, a).or(a.interval?.begin);
    let end = edge(document, last, b).or(end);
    let whole = Interval { begin, end };
    (whole.begin? < whole.end?).then_some(whole)
}

/// A length that is tied to a time.
#[derive(Clone, Copy)]
struct Tied {
    /// The time that it takes.
    whole: Interval,
    /// Which of the two mentions is the length.
    length: usize,
    /// Whether it begins with the time, not ends.
    begins: bool,
}

/// "two weeks starting May 20", "from 9:30 for seven hours", "the six months to June 30": a length and where it begins or
/// ends.
fn run(document: &Document<'_>, (first, a): (&Mention, &Timex), (last, b): (&Mention, &Timex)) -> Option<Tied> {
    let only = |kinds| last.first == first.end + 1 && has(document, first.end, kinds);
    let comma = usize::from(document.word(first.end) == ",");
    let (by, at, length) = match (first.expr.bare(), last.expr.bare()) {
        // "the year ended March 31"
        (Expr::Length(by), _) if is_point(b) && only(Sense::Ended.kind() | Sense::To.kind()) => {
            let end = b.interval?.end?;
            let whole = Interval { begin: by.add(end, -1), end: Some(end) };
            return Some(Tied { whole, length: 0, begins: false });
        }
        (Expr::Length(by), _) if is_point(b) => {
            let from = first.end + comma;
            let starts = has(document, from, Sense::Starting.kind() | Sense::FromWord.kind());
            let on = usize::from(has(document, from + 1, Sense::Signal(Signal::In).kind()));
            (starts && last.first == from + 1 + on).then_some((by, b, 0))?
        }
        (_, Expr::Length(by)) if is_point(a) && only(Sense::Signal(Signal::For).kind()) => {
            (last.signal == Some(Signal::For)).then_some((by, a, 1))?
        }
        _ => return None,
    };
    let begin = at.interval?.begin?;
    let whole = Interval { begin: Some(begin), end: Some(by.add(begin, 1)?) };
    Some(Tied { whole, length, begins: true })
}

/// Which side of a time is left open.
#[derive(Clone, Copy)]
enum Open {
    /// From its begin on: "since".
    Since,
    /// From its end on: "after".
    After,
    /// Up to its begin: "before".
    Before,
    /// Up to its end: "until".
    Until,
    /// Up to its end, and from the time of speaking on where that is before it: "by".
    By,
}

/// "by Friday": until then from now on, where it is still to come.
fn by(now: NaiveDateTime, end: Option<NaiveDateTime>) -> Interval {
    Interval { begin: Some(now).filter(|now| end.is_some_and(|end| end > *now)), end }
}

/// The time that a preposition or a comparison opens.
fn bound(document: &Document<'_>, mention: &Mention, timex: &Timex, now: NaiveDateTime) -> Option<Interval> {
    let stretch = matches!(timex.expr, Expr::Stretch(..));
    let Interval { begin, end } = timex.interval.filter(|_| is_point(timex) || stretch)?;
    let anchor = timex.anchor.and_then(Granule::interval);
    match &timex.expr {
        // "more than two weeks after today", "less than three days after tomorrow"
        Expr::Mod(Modifier::MoreThan, of) => match **of {
            Expr::Shift { way: Way::After, .. } => return Some(Interval { begin, end: None }),
            Expr::Shift { way: Way::Before, .. } => return Some(Interval { begin: None, end: begin }),
            // "greater than 2015"
            _ => return Some(Interval { begin: end, end: None }),
        },
        Expr::Mod(Modifier::LessThan, of) if matches!(**of, Expr::Shift { way: Way::After, .. }) => {
            return Some(Interval { begin: anchor?.begin, end: begin });
        }
        // "sooner than 2020"
        Expr::Mod(Modifier::LessThan, of) if matches!(**of, Expr::At(_)) && compared(document, mention) => {
            return Some(Interval { begin: None, end: begin });
        }
        // "within the next two weeks": from today on; what is finer than a day counts from the moment of speaking.
        Expr::Stretch(by, Way::After, Anchor::Publication) if mention.signal == Some(Signal::Within) => {
            return match by.grain() < Unit::Day {
                true => timex.interval,
                false => Some(Interval { begin: anchor?.begin, end: by.add(anchor?.begin?, 1) }),
            };
        }
        // "within two weeks from today", "for three days from Monday"
        Expr::Shift { way: Way::After, from: Anchor::Publication | Anchor::At(_), .. }
            if matches!(mention.signal, Some(Signal::Within | Signal::For)) =>
        {
            return Some(Interval { begin: anchor?.begin, end: begin });
        }
        _ => {}
    }
    // "the past three weeks" are three weeks long: they end before the day of speaking, which may be one of them.
    if let Expr::Stretch(by, Way::Before, Anchor::Publication) = &timex.expr
        && by.grain() >= Unit::Day
        && by.unit != Unit::Quarter
        && begin.is_some()
    {
        return Some(Interval { begin, end: anchor?.begin });
    }
    if stretch {
        return None;
    }
    // "after Friday's vote": the vote is what counts.
    let next = document.tokens.get(mention.end);
    let noun = next.is_some_and(|t| t.tag.is_noun() || t.tag.ptb == crate::text::Ptb::Pos);
    if noun {
        return None;
    }
    if let Some(point) = edge(document, mention, timex) {
        return match open(document, mention) {
            Some(Open::Since) => Some(Interval { begin, end: None }),
            Some(Open::After) => Some(Interval { begin: Some(point), end: None }),
            Some(Open::Before | Open::Until) => Some(Interval { begin: None, end: Some(point) }),
            Some(Open::By) => Some(by(now, Some(point))),
            // "the end of the day" is its last moment, while "late Friday" is its second half.
            None if timex.grain == Some(Unit::Day) && end == Some(point) => {
                let last = point.checked_sub_signed(chrono::TimeDelta::seconds(1));
                Some(Interval { begin: last, end })
            }
            None => None,
        };
    }
    let clock = by_clock(timex);
    Some(match open(document, mention)? {
        Open::Since => Interval { begin, end: None },
        Open::After => Interval { begin: if clock { begin } else { end }, end: None },
        Open::Before => Interval { begin: None, end: begin },
        Open::Until => Interval { begin: None, end: if clock { begin } else { end } },
        Open::By => by(now, if clock { begin } else { end }),
    })
}

/// The moment that "the beginning of", "the middle of" or "the end of" names where something lasts up to it or from it on:
/// "before the end of December" is before January.
fn edge(document: &Document<'_>, mention: &Mention, timex: &Timex) -> Option<NaiveDateTime> {
    let Expr::Mod(modifier, _) = &timex.expr else { return None };
    if !(mention.first..mention.first + 2).any(|i| has(document, i, Sense::Edge(true).kind())) {
        return None;
    }
    let Interval { begin: Some(begin), end: Some(end) } = timex.granule?.interval()? else { return None };
    match modifier {
        Modifier::Start => Some(begin),
        Modifier::Mid => Some((begin + (end - begin) / 2).date().and_time(chrono::NaiveTime::MIN)),
        Modifier::End => Some(end),
        _ => None,
    }
}

/// Whether a comparison stands in a mention: "sooner than 2020".
fn compared(document: &Document<'_>, mention: &Mention) -> bool {
    (mention.first..mention.end).any(|i| has(document, i, Sense::Part(Part::Than).kind()) && i == mention.first + 1)
}

/// What the words before a mention, or "or later" behind it, leave open.
fn open(document: &Document<'_>, mention: &Mention) -> Option<Open> {
    let is = |i: usize, sense: Sense| ENGLISH.senses(ENGLISH.look_up(document.word(i))).contains(&sense);
    let greater = |i: usize| is(i, Sense::Part(Part::More)) && !is(i, Sense::Weak);
    let later = |i: usize| is(i, Sense::Offset(Way::After, From::Story)) || is(i, Sense::Hang(Way::After));
    let sooner = |i: usize| is(i, Sense::Offset(Way::Before, From::Story)) || is(i, Sense::Hang(Way::Before));
    // "2012 or later", "1 May and after"
    if has(document, mention.end, Sense::Or.kind() | Sense::And.kind()) && closes(document, mention.end + 2) {
        if later(mention.end + 1) || greater(mention.end + 1) {
            return Some(Open::Since);
        }
        if sooner(mention.end + 1) {
            return Some(Open::Until);
        }
    }
    let before = mention.first.checked_sub(1)?;
    if let Some(compared) = before.checked_sub(1) {
        // "later than", "no later than"
        if is(before, Sense::Part(Part::Than)) {
            let no = compared.checked_sub(1).is_some_and(|i| is(i, Sense::Part(Part::More)) && is(i, Sense::Weak));
            let more = later(compared) || is(compared, Sense::Part(Part::More));
            let less = sooner(compared) || is(compared, Sense::Part(Part::Less));
            return match (more, less, no) {
                (true, _, false) => Some(Open::After),
                (true, _, true) => Some(Open::Until),
                (_, true, false) => Some(Open::Before),
                (_, true, true) => Some(Open::Since),
                _ => None,
            };
        }
        // "as early as", "as late as"
        if is(before, Sense::Part(Part::As)) && compared > 0 && is(compared - 1, Sense::Part(Part::As)) {
            return match () {
                () if is(compared, Sense::Mod(Modifier::Start)) => Some(Open::Since),
                () if is(compared, Sense::Mod(Modifier::End)) => Some(Open::Until),
                () => None,
            };
        }
    }
    match mention.signal? {
        Signal::Since if !has(document, before, Sense::FromWord.kind()) => Some(Open::Since),
        // "will start from October"; "a report from October" is of that month.
        Signal::Since => {
            let of_noun = before.checked_sub(1).and_then(|b| document.tokens.get(b)).is_some_and(|t| t.tag.is_noun());
            (!of_noun).then_some(Open::Since)
        }
        Signal::Until if !has(document, before, Sense::Till.kind()) => None,
        Signal::Until => Some(Open::Until),
        Signal::By => Some(Open::By),
        // "on or before Friday"; not "after 2016, or before 2012"
        Signal::Before
            if before > 1
                && has(document, before - 1, Sense::Or.kind())
                && has(document, before - 2, Sense::Signal(Signal::In).kind()) =>
        {
            Some(Open::Until)
        }
        Signal::Before => Some(Open::Before),
        Signal::After => Some(Open::After),
        // "before or in February"
        Signal::In
            if before > 1
                && has(document, before - 1, Sense::Or.kind())
                && is(before - 2, Sense::Signal(Signal::Before)) =>
        {
            Some(Open::Until)
        }
        Signal::In | Signal::For | Signal::Within | Signal::Of => None,
    }
}

/// Whether a phrase ends at `i`: "2012 or later models" goes on.
fn closes(document: &Document<'_>, i: usize) -> bool {
    document.tokens.get(i).is_none_or(|t| !t.tag.is_noun() && !matches!(t.tag.upos, Upos::Adj | Upos::Det | Upos::Num))
}
