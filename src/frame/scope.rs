//! What an expression speaks of together with the words around it: "since 2014" is open ahead, and both ends of "from
//! May 5 to May 8" belong to one stretch.

use super::{has, joined};
use crate::calendar::{Cycle, Granule, Interval, Unit};
use crate::expr::{Anchor, Expr, Modifier, Reference, Step, Way, What};
use crate::lang::{ENGLISH, From, Part, Sense};
use crate::span::Span;
use crate::text::{Document, Shape, Upos};
use crate::timex::{Endpoint, Mention, Signal, Timex, TimexType};
use chrono::NaiveDateTime;
use std::ops::Range;

/// Sets the scope of every expression whose neighbours widen or close it.
pub(super) fn fill(document: &Document<'_>, mentions: &[Mention], timexes: &mut [Timex], now: NaiveDateTime) {
    for timex in timexes.iter_mut() {
        // "the past three years" end with the day of speaking, "the next two weeks" begin there.
        match timex.expr.bare() {
            Expr::Stretch(_, Way::Before, Anchor::Publication) => timex.set_end_point(Endpoint::Publication),
            Expr::Stretch(_, Way::After, Anchor::Publication) => timex.set_begin_point(Endpoint::Publication),
            _ => {}
        }
    }
    for i in 0..mentions.len() {
        let (Some(mention), Some(timex)) = (mentions.get(i), timexes.get(i)) else { break };
        let beside = mentions.get(i + 1).zip(timexes.get(i + 1));
        let tied = beside.and_then(|beside| run(document, (mention, timex), beside));
        let whole = beside.and_then(|beside| range(document, (mention, timex), beside, now));
        if let Some(Tied { length, begins, .. }) = tied
            && let Some(at) = timexes.get_mut(i + length)
        {
            let point = Endpoint::Expression(i + 1 - length);
            if begins { at.set_begin_point(point) } else { at.set_end_point(point) }
        }
        if let (Some(whole), Some(last)) = (whole.or(tied.map(|tied| tied.whole)), mentions.get(i + 1)) {
            // "since 2014" and its like stand inside of a range; "from" and "between" open it.
            let from = Sense::FromWord.kind() | Sense::Between.kind();
            let length = Sense::Signal(Signal::For).kind();
            // "for a week from Monday", but "(for) a week starting Monday"
            let starting = has(document, mention.end, Sense::Starting.kind());
            let openers = if tied.is_some() && !starting { from | length } else { from };
            let opens = has(document, mention.first.wrapping_sub(1), openers);
            let phrase = document.span(mention.first - usize::from(opens)..last.end);
            for timex in timexes.iter_mut().skip(i).take(2) {
                timex.set_scope(whole);
                timex.set_phrase(phrase);
            }
        } else if let Some(timex) = timexes.get_mut(i)
            && timex.scope().is_none()
        {
            let words = match bound(document, mention, timex, now) {
                Some((scope, words)) => {
                    timex.set_scope(scope);
                    words
                }
                None => with_preposition(document, mention, timex),
            };
            timex.set_phrase(document.span(words));
        }
    }
    for i in 0..mentions.len() {
        close(document, mentions, timexes, i);
        on_day(document, mentions, timexes, i);
    }
}

/// "today before 4 p.m.", "14 February from 9:30 for seven hours": the day and what is said of its hours are one phrase.
fn on_day(document: &Document<'_>, mentions: &[Mention], timexes: &mut [Timex], i: usize) -> Option<()> {
    let (day, hours) = (timexes.get(i)?, timexes.get(i + 1)?);
    let next = document.tokens.get(mentions.get(i)?.end)?;
    let behind = hours.phrase().start == next.start as usize && hours.phrase().start < hours.span.start;
    let plain =
        day.grain == Some(Unit::Day) && day.scope().is_none() && day.phrase().end == day.span.end && is_point(day);
    let (begin, told) = (day.interval?.begin?, hours.scope()?);
    let same = |at: Option<NaiveDateTime>| at.is_none_or(|at| at.date() == begin.date());
    if behind && plain && by_clock(hours) && same(told.begin) && same(told.end) {
        let (phrase, of_hours) = (Span::new(day.phrase().start, hours.phrase().end), hours.phrase());
        for timex in timexes.iter_mut().skip(i).take(3) {
            if timex.phrase() == of_hours || timex.phrase().start == phrase.start {
                timex.set_phrase(phrase);
            }
        }
    }
    Some(())
}

/// "after nine but before eleven on Thursday": both bounds hold.
fn close(document: &Document<'_>, mentions: &[Mention], timexes: &mut [Timex], i: usize) -> Option<()> {
    let (a, b) = (timexes.get(i)?, timexes.get(i + 1)?);
    let (first, last) = (a.scope()?, b.scope()?);
    let (end, next) = (mentions.get(i)?.end, mentions.get(i + 1)?.first);
    let whole = Interval { begin: first.begin, end: last.end };
    let bounds = first.end.is_none() && last.begin.is_none() && whole.begin? < whole.end?;
    if bounds && has(document, end, Sense::But.kind()) && next <= end + 4 {
        let phrase = Span::new(a.phrase().start, b.phrase().end);
        for timex in timexes.iter_mut().skip(i).take(2) {
            timex.set_scope(whole);
            timex.set_phrase(phrase);
        }
    }
    Some(())
}

/// "in two weeks", said of what is ahead; "in the morning", "on Mondays": a preposition that says with them what is meant.
fn with_preposition(document: &Document<'_>, mention: &Mention, timex: &Timex) -> Range<usize> {
    let part = match timex.expr.bare() {
        Expr::Step(Step::This, What::Cycle(Cycle::DayPart(_)), Anchor::Narrative) => true,
        Expr::In(Cycle::DayPart(_) | Cycle::Clock(..), _) => mention.rule == "day_part" || mention.rule == "modified",
        // "in the evenings", "on Mondays"; not "at 9 a.m. Mondays"
        Expr::Every(each) => !each.every && !has(document, mention.first.wrapping_sub(1), Sense::Part(Part::At).kind()),
        _ => false,
    };
    let length = matches!(timex.expr.bare(), Expr::Length(_)) && timex.interval.is_some();
    let governed = match mention.signal {
        Some(Signal::In) => part || length,
        Some(Signal::Within) => length,
        _ => false,
    };
    mention.first - usize::from(governed)..mention.end
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

/// What an expression spans by itself or with its preposition, or what the words around it open, and in which words.
fn bound(
    document: &Document<'_>,
    mention: &Mention,
    timex: &Timex,
    now: NaiveDateTime,
) -> Option<(Interval, Range<usize>)> {
    if !is_point(timex) && !matches!(timex.expr, Expr::Stretch(..)) {
        return None;
    }
    let governed = matches!(mention.signal, Some(Signal::Within | Signal::For));
    // "to date"
    if matches!(timex.expr, Expr::Reference(Reference::Present)) && has(document, mention.first, Sense::To.kind()) {
        return Some((Interval { begin: None, end: Some(now) }, mention.first..mention.end));
    }
    if let Some(rest) = rest(document, mention, timex, now) {
        let within = has(document, mention.first, Sense::Rest.kind());
        return Some((rest, mention.first - if within { 0 } else { 2 }..mention.end));
    }
    let alone = mention.first..mention.end;
    let governed = mention.first - usize::from(governed)..mention.end;
    spanned(document, mention, timex)
        .map(|interval| (interval, governed))
        .or_else(|| opened(document, mention, timex, now))
        .or_else(|| last_moment(document, mention, timex).map(|interval| (interval, alone)))
}

/// "the rest of the week": from the day of speaking on.
fn rest(document: &Document<'_>, mention: &Mention, timex: &Timex, now: NaiveDateTime) -> Option<Interval> {
    // "rest of week" is read with its word, "the week" in "the rest of the week" without.
    let before = |back| mention.first.checked_sub(back);
    let told = has(document, mention.first, Sense::Rest.kind())
        || before(2).is_some_and(|rest| has(document, rest, Sense::Rest.kind()))
            && before(1).is_some_and(|of| has(document, of, Sense::Of.kind()));
    let Interval { begin, end } = timex.interval.filter(|_| told)?;
    let from = if timex.grain == Some(Unit::Day) { now } else { now.date().and_time(chrono::NaiveTime::MIN) };
    (begin.is_some_and(|begin| begin <= from) && end.is_some_and(|end| end > from))
        .then_some(Interval { begin: Some(from), end })
}

/// What a count or a comparison spans: "within two weeks from today", "more than a month after Monday".
fn spanned(document: &Document<'_>, mention: &Mention, timex: &Timex) -> Option<Interval> {
    let Interval { begin, end } = timex.interval?;
    let anchor = timex.anchor.and_then(Granule::interval);
    match &timex.expr {
        // "more than two weeks after today", "less than three days after tomorrow"
        Expr::Mod(Modifier::MoreThan, of) => match **of {
            Expr::Shift { way: Way::After, .. } => Some(Interval { begin, end: None }),
            Expr::Shift { way: Way::Before, .. } => Some(Interval { begin: None, end: begin }),
            // "greater than 2015"
            _ => Some(Interval { begin: end, end: None }),
        },
        Expr::Mod(Modifier::LessThan, of) if matches!(**of, Expr::Shift { way: Way::After, .. }) => {
            Some(Interval { begin: anchor?.begin, end: begin })
        }
        // "sooner than 2020"
        Expr::Mod(Modifier::LessThan, of) if matches!(**of, Expr::At(_)) && compared(document, mention) => {
            Some(Interval { begin: None, end: begin })
        }
        // "within the next two weeks": from today on; what is finer than a day counts from the moment of speaking.
        Expr::Stretch(by, Way::After, Anchor::Publication) if mention.signal == Some(Signal::Within) => {
            match by.grain() < Unit::Day {
                true => timex.interval,
                false => Some(Interval { begin: anchor?.begin, end: by.add(anchor?.begin?, 1) }),
            }
        }
        // "within two weeks from today", "for three days from Monday"
        Expr::Shift { way: Way::After, from: Anchor::Publication | Anchor::At(_), .. }
            if matches!(mention.signal, Some(Signal::Within | Signal::For)) =>
        {
            Some(Interval { begin: anchor?.begin, end: begin })
        }
        // "the past three weeks" are three weeks long: they end before the day of speaking, which may be one of them.
        Expr::Stretch(by, Way::Before, Anchor::Publication)
            if by.grain() >= Unit::Day && by.unit != Unit::Quarter && begin.is_some() =>
        {
            Some(Interval { begin, end: anchor?.begin })
        }
        _ => None,
    }
}

/// What the words around a point in time leave open.
fn opened(
    document: &Document<'_>,
    mention: &Mention,
    timex: &Timex,
    now: NaiveDateTime,
) -> Option<(Interval, Range<usize>)> {
    let Interval { begin, end } = timex.interval.filter(|_| is_point(timex))?;
    // "after Friday's vote": the vote is what counts.
    let next = document.tokens.get(mention.end);
    let noun = next.is_some_and(|t| t.tag.is_noun() || t.tag.ptb == crate::text::Ptb::Pos);
    if noun {
        return None;
    }
    let (open, words) = open(document, mention)?;
    let point = edge(document, mention, timex);
    let over = if by_clock(timex) { begin } else { point.or(end) };
    let interval = match open {
        Open::Since => Interval { begin, end: None },
        Open::After => Interval { begin: over, end: None },
        Open::Before => Interval { begin: None, end: point.or(begin) },
        Open::Until => Interval { begin: None, end: over },
        Open::By => by(now, over),
    };
    Some((interval, words))
}

/// "the end of the day" is its last moment, while "late Friday" is its second half.
fn last_moment(document: &Document<'_>, mention: &Mention, timex: &Timex) -> Option<Interval> {
    let end = edge(document, mention, timex)?;
    let last = timex.grain == Some(Unit::Day) && timex.interval?.end == Some(end);
    last.then(|| Interval { begin: end.checked_sub_signed(chrono::TimeDelta::seconds(1)), end: Some(end) })
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

/// What the words before a mention, or "or later" behind it, leave open, and from where to where they stand.
fn open(document: &Document<'_>, mention: &Mention) -> Option<(Open, Range<usize>)> {
    let is = |i: usize, sense: Sense| ENGLISH.senses(ENGLISH.look_up(document.word(i))).contains(&sense);
    let greater = |i: usize| is(i, Sense::Part(Part::More)) && !is(i, Sense::Weak);
    let later = |i: usize| is(i, Sense::Offset(Way::After, From::Story)) || is(i, Sense::Hang(Way::After));
    let sooner = |i: usize| is(i, Sense::Offset(Way::Before, From::Story)) || is(i, Sense::Hang(Way::Before));
    // "2012 or later", "1 May and after"
    if has(document, mention.end, Sense::Or.kind() | Sense::And.kind()) && closes(document, mention.end + 2) {
        if later(mention.end + 1) || greater(mention.end + 1) {
            return Some((Open::Since, mention.first..mention.end + 2));
        }
        if sooner(mention.end + 1) {
            return Some((Open::Until, mention.first..mention.end + 2));
        }
    }
    let before = mention.first.checked_sub(1)?;
    if let Some(compared) = before.checked_sub(1) {
        // "later than", "no later than"
        if is(before, Sense::Part(Part::Than)) {
            let no = compared.checked_sub(1).is_some_and(|i| is(i, Sense::Part(Part::More)) && is(i, Sense::Weak));
            let more = later(compared) || is(compared, Sense::Part(Part::More));
            let less = sooner(compared) || is(compared, Sense::Part(Part::Less));
            let open = match (more, less, no) {
                (true, _, false) => Open::After,
                (true, _, true) => Open::Until,
                (_, true, false) => Open::Before,
                (_, true, true) => Open::Since,
                _ => return None,
            };
            return Some((open, compared - usize::from(no)..mention.end));
        }
        // "as early as", "as late as"
        if is(before, Sense::Part(Part::As)) && compared > 0 && is(compared - 1, Sense::Part(Part::As)) {
            let open = match () {
                () if is(compared, Sense::Mod(Modifier::Start)) => Open::Since,
                () if is(compared, Sense::Mod(Modifier::End)) => Open::Until,
                () => return None,
            };
            return Some((open, compared - 1..mention.end));
        }
    }
    // "on or before Friday", "before or in February"; not "after 2016, or before 2012"
    let either = before > 1 && has(document, before - 1, Sense::Or.kind());
    let first = |sense| before.checked_sub(2).filter(|&b| either && is(b, sense));
    let open = match mention.signal? {
        Signal::Since if !has(document, before, Sense::FromWord.kind()) => Open::Since,
        // "will start from October"; "a report from October" is of that month.
        Signal::Since => {
            let noun = before.checked_sub(1).and_then(|b| document.tokens.get(b)).is_some_and(|t| t.tag.is_noun());
            if noun {
                return None;
            }
            Open::Since
        }
        Signal::Until if has(document, before, Sense::Till.kind()) => Open::Until,
        // "open through Friday"; "through the winter" is all of it
        Signal::Until
            if has(document, before, Sense::Through.kind()) && !has(document, mention.first, Sense::The.kind()) =>
        {
            Open::Until
        }
        Signal::By => Open::By,
        Signal::Before => match first(Sense::Signal(Signal::In)) {
            Some(first) => return Some((Open::Until, first..mention.end)),
            None => Open::Before,
        },
        Signal::After => Open::After,
        Signal::In => return first(Sense::Signal(Signal::Before)).map(|first| (Open::Until, first..mention.end)),
        Signal::Until | Signal::For | Signal::Within | Signal::Of => return None,
    };
    Some((open, before..mention.end))
}

/// Whether a phrase ends at `i`: "2012 or later models" goes on.
fn closes(document: &Document<'_>, i: usize) -> bool {
    document.tokens.get(i).is_none_or(|t| !t.tag.is_noun() && !matches!(t.tag.upos, Upos::Adj | Upos::Det | Upos::Num))
}
