//! What statements mean for the calendar: constraints between the begins and ends of events.

use super::{Entity, Relation, Statement, within_the_day};
use crate::calendar::{Count, Cycle, DayPart, Interval, Period, Unit};
use crate::compact::Index;
use crate::event::{Aspect, Class, Event, Role, Status, Tense};
use crate::expr::{Expr, Modifier, Reference, Way};
use crate::lang::{ENGLISH, Kinds, Part, Sense};
use crate::order::{Constraint, Kind, Network, Rules};
use crate::text;
use crate::timex::{Signal, Timex};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

/// The constraint network of an article: two points for each event, and for each statement (by its index) what it
/// demands of them.
pub fn constraints(statements: &[Statement], timexes: &[Timex], events: &[Event], published: NaiveDateTime) -> Network {
    let trust = statements.iter().map(|s| s.trust()).collect();
    let mut constraints = Vec::with_capacity(2 * statements.len());
    demands(statements, timexes, events, published, |statement, kind| constraints.push(Constraint { kind, statement }));
    Network { points: 2 * events.len(), constraints, trust }
}

/// The same, ready to be solved.
pub(crate) fn rules(statements: &[Statement], timexes: &[Timex], events: &[Event], published: NaiveDateTime) -> Rules {
    let mut rules = Rules::new(events.len(), statements.iter().map(|s| s.trust()).collect());
    demands(statements, timexes, events, published, |statement, kind| rules.add(statement, &kind));
    rules
}

/// What each statement demands, one after the other.
fn demands(
    statements: &[Statement],
    timexes: &[Timex],
    events: &[Event],
    published: NaiveDateTime,
    mut add: impl FnMut(usize, Kind),
) {
    let today = crate::calendar::Granule::Day(published.date()).interval();
    let lengths = lengths(statements, timexes, events.len());
    let mut kinds = Vec::new();
    // A timeline that comes from elsewhere may point anywhere.
    let exists = |entity: Entity| !matches!(entity, Entity::Event(e) if e >= events.len());
    for (number, statement) in statements.iter().enumerate() {
        kinds.clear();
        if !exists(statement.left()) || !exists(statement.right()) {
            continue;
        }
        let (left, relation, right) = (statement.left(), statement.relation(), statement.right());
        let length = if let Entity::Event(e) = left { lengths.get(e).copied() } else { None };
        match (relation, length) {
            // "Two years of waiting ended on Saturday": what is on a day does not last.
            (Relation::Lasts, Some(length)) if length.on_a_day => continue,
            // "In 2015 he worked there for two years", but "in 2015, when he worked there for two years"
            (Relation::During, Some(length)) if is_shorter(statement, timexes, length) => {
                let when = matches!(left, Entity::Event(e) if events.get(e).is_some_and(|e| e.role == Role::When));
                let relation = if when { Relation::Overlaps } else { Relation::BegunBy };
                demand((left, relation, right), timexes, events, today, &mut kinds);
            }
            _ => demand((left, relation, right), timexes, events, today, &mut kinds),
        }
        kinds.drain(..).for_each(|kind| add(number, kind));
    }
}

/// What the words of its clause say of how long an event lasts.
#[derive(Debug, Clone, Copy, Default)]
struct Length {
    /// They put it on one day.
    on_a_day: bool,
    /// They tell a length: the expression.
    by: Index,
}

fn lengths(statements: &[Statement], timexes: &[Timex], events: usize) -> Vec<Length> {
    let mut lengths = vec![Length::default(); events];
    for statement in statements.iter().filter(|s| matches!(s.relation(), Relation::During | Relation::Lasts)) {
        if let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right())
            && let (Some(length), Some(timex)) = (lengths.get_mut(e), timexes.get(t))
        {
            match (statement.relation(), timex.expr.bare()) {
                (Relation::During, _) => length.on_a_day |= timex.granule.is_some_and(|g| g.unit() <= Unit::Day),
                (_, Expr::Length(_)) if timex.signal != Some(Signal::Within) => length.by = t.into(),
                _ => {}
            }
        }
    }
    lengths
}

/// Whether the time that an event is told to be in is shorter than the event.
fn is_shorter(statement: &Statement, timexes: &[Timex], length: Length) -> bool {
    let timex = if let Entity::Timex(t) = statement.right() { timexes.get(t) } else { None };
    let interval = timex.filter(|t| t.granule.is_some_and(|g| g.unit() > Unit::Day)).and_then(|t| t.interval);
    let whole = interval.and_then(|i| i.begin.zip(i.end));
    let by = length.by.get().and_then(|t| timexes.get(t)).map(|t| t.expr.bare());
    let over = |begin| if let Some(Expr::Length(by)) = by { by.add(begin, 1) } else { None };
    whole.is_some_and(|(begin, end)| over(begin).is_some_and(|over| over > end))
}

fn demand(
    (left, relation, right): (Entity, Relation, Entity),
    timexes: &[Timex],
    events: &[Event],
    today: Option<Interval>,
    out: &mut Vec<Kind>,
) {
    match (left, right) {
        (Entity::Event(e), Entity::Event(o)) => between(e, relation, o, timexes, out),
        (Entity::Event(e), Entity::Publication) => {
            if let Some(today) = today {
                to_interval(e, relation_to_publication(relation), today, out);
                // "has a week to decide"
                if let Relation::Offset(t) = relation
                    && let Some(Expr::Length(by)) = timexes.get(t).map(|t| t.expr.bare())
                    && let Some(over) = today.end.and_then(|end| by.add(end, 1))
                {
                    let to = Interval { end: Some(over), ..today };
                    to_interval(e, ToInterval::Within, to, out);
                }
            }
        }
        (Entity::Event(e), Entity::Timex(t)) => {
            // Minutes are of a day that is known; whose hours pass nobody knows.
            let minutes = |e: &Expr| matches!(e, Expr::Shift { by, .. } if by.unit < Unit::Hour);
            let closed = |t: &Timex| minutes(t.expr.bare()) && t.interval.is_some_and(|i| i.end.is_some());
            if let Some(timex) = timexes.get(t).filter(|t| !within_the_day(t) || closed(t)) {
                to_timex(e, relation, timex, events.get(e), out);
            }
        }
        // "19 August, the day before it became known"
        (Entity::Timex(d), Entity::Event(e)) if matches!(relation, Relation::Offset(_)) => {
            if let (Relation::Offset(t), Some(day)) = (relation, timexes.get(d))
                && let Some(Expr::Shift { by, way, .. }) = timexes.get(t).map(|t| t.expr.bare())
            {
                let back = if *way == Way::Before { 1 } else { -1 };
                let moved = |at: Option<NaiveDateTime>| at.and_then(|at| by.add(at, back));
                let interval = day.interval.map(|i| Interval { begin: moved(i.begin), end: moved(i.end) });
                interval.into_iter().for_each(|interval| to_interval(e, ToInterval::Within, interval, out));
            }
        }
        (Entity::Publication | Entity::Timex(_), Entity::Event(_)) => {
            demand((right, inverse(relation), left), timexes, events, today, out);
        }
        _ => {}
    }
}

fn inverse(relation: Relation) -> Relation {
    match relation {
        Relation::Before => Relation::After,
        Relation::After => Relation::Before,
        Relation::During => Relation::Includes,
        Relation::Includes => Relation::During,
        // The others have no inverse among the relations, or are their own.
        other => other,
    }
}

/// An event of the day of publication may be over before the article went out, and one that was planned may have begun:
/// before and after the publication both allow the day itself.
fn relation_to_publication(relation: Relation) -> ToInterval {
    match relation {
        Relation::Before => ToInterval::EndsBy,
        Relation::After => ToInterval::BeginsFrom,
        Relation::During | Relation::Same | Relation::ToldAt => ToInterval::Within,
        Relation::Includes | Relation::Overlaps => ToInterval::Touches,
        Relation::BegunBy => ToInterval::BeginsIn,
        Relation::EndedBy => ToInterval::EndsIn,
        Relation::NotBefore => ToInterval::BeginsFrom,
        Relation::NotAfter => ToInterval::EndsBy,
        Relation::Lasts | Relation::Near | Relation::Again | Relation::Offset(_) | Relation::Aged(_) => {
            ToInterval::Nothing
        }
    }
}

/// How an event lies to a stretch of the calendar.
enum ToInterval {
    /// Inside.
    Within,
    /// Over before it begins.
    Before,
    /// Begins when it is over.
    After,
    /// Over when it is.
    EndsBy,
    /// Begins with it or later.
    BeginsFrom,
    /// Shares some time with it.
    Touches,
    /// Begins in it.
    BeginsIn,
    /// Ends in it.
    EndsIn,
    /// Holds all of it.
    Spans,
    Nothing,
}

/// The day on which an interval begins.
fn day_of(interval: Interval) -> Option<Interval> {
    crate::calendar::Granule::of(Unit::Day, interval.begin?).interval()
}

fn seconds(at: NaiveDateTime) -> i64 {
    at.and_utc().timestamp()
}

fn to_interval(e: usize, how: ToInterval, interval: Interval, out: &mut Vec<Kind>) {
    let (begin, end) = (2 * e, 2 * e + 1);
    let first = interval.begin.map(seconds);
    let last = interval.end.map(|e| seconds(e) - 1);
    let mut not_before = |p, at: Option<i64>| out.extend(at.map(|at| Kind::NotBefore(p, at)));
    match how {
        ToInterval::Within => {
            not_before(begin, first);
            out.extend(last.map(|at| Kind::NotAfter(end, at)));
        }
        ToInterval::Before => out.extend(first.map(|at| Kind::NotAfter(end, at - 1))),
        ToInterval::After => not_before(begin, last.map(|at| at + 1)),
        ToInterval::EndsBy => out.extend(last.map(|at| Kind::NotAfter(end, at))),
        ToInterval::BeginsFrom => not_before(begin, first),
        ToInterval::Touches => {
            not_before(end, first);
            out.extend(last.map(|at| Kind::NotAfter(begin, at)));
        }
        ToInterval::BeginsIn => {
            not_before(begin, first);
            out.extend(last.map(|at| Kind::NotAfter(begin, at)));
        }
        ToInterval::EndsIn => {
            not_before(end, first);
            out.extend(last.map(|at| Kind::NotAfter(end, at)));
        }
        ToInterval::Spans => {
            not_before(end, last);
            out.extend(first.map(|at| Kind::NotAfter(begin, at)));
        }
        ToInterval::Nothing => {}
    }
}

fn to_timex(e: usize, relation: Relation, timex: &Timex, event: Option<&Event>, out: &mut Vec<Kind>) {
    let lasting = event.is_some_and(|e| {
        matches!(e.class, Class::State | Class::IState)
            || matches!(e.status, Status::Ongoing | Status::Habitual)
            || e.aspect == Aspect::Progressive
    });
    let bare = timex.expr.bare();
    // No saying lasts, and "within a month" is no length of what happens.
    let saying = event.is_some_and(|e| e.class == Class::Reporting);
    if relation == Relation::Lasts && (saying || timex.signal == Some(Signal::Within) && timex.interval.is_none()) {
        return;
    }
    if let (Relation::Lasts, Expr::Length(by)) = (relation, bare) {
        // "was broken within a month" tells no length of the breaking.
        if timex.signal == Some(Signal::Within) {
            return;
        }
        // "lasts for two more months": only what is left.
        if has_word(timex, Sense::Part(Part::More).kind()) {
            return;
        }
        // "in the two years to June" counts more exactly than "lasted two years".
        let counted = matches!(timex.signal, Some(Signal::In)) && text::words(&timex.text).next() == Some("the");
        let grain = if counted { finer(by.grain()) } else { by.grain() };
        return lasts(e, *by, grain, timex.expr.modifier(), out);
    }
    let Some(mut interval) = timex.interval else { return };
    let overnight = matches!(bare, Expr::Bare(Cycle::DayPart(DayPart::Overnight)));
    if relation == Relation::During && timex.grain == Some(Unit::DayPart) && !overnight {
        // "Tuesday night" is told of Tuesday.
        interval.end = interval.end.min(day_of(interval).and_then(|d| d.end)).or(interval.end);
    }
    if relation == Relation::ToldAt && timex.grain.is_some_and(|g| g < Unit::Day) && !overnight {
        // What the story tells next is of that day, not of that minute.
        interval = day_of(interval).unwrap_or(interval);
    }
    let moment =
        relation == Relation::NotAfter || relation == Relation::During && interval.begin.is_some_and(is_midnight);
    if timex.grain == Some(Unit::Minute) && moment {
        // "between 9 p.m. and midnight", "at midnight on Saturday": a clock time is a moment, not the minute behind it.
        interval.end = interval.begin.and_then(|b| b.checked_add_signed(TimeDelta::seconds(1)));
    }
    if matches!(bare, Expr::Reference(Reference::Past)) {
        // "recently" may be earlier on the same day.
        interval.end = interval.end.and_then(|end| crate::calendar::add_units(day(end), 2, Unit::Day)).or(interval.end);
    }
    if relation == Relation::During && matches!(bare, Expr::Shift { way: Way::Before, .. }) {
        // "less than two weeks ago", "more than a year ago"
        match timex.expr.modifier() {
            Some(Modifier::LessThan | Modifier::EqualOrLess) => interval.end = None,
            Some(Modifier::MoreThan | Modifier::EqualOrMore) => interval.begin = None,
            _ => {}
        }
    }
    let perfect = event.is_some_and(|e| e.tense == Tense::Present || e.aspect != Aspect::None);
    let limit = matches!(relation, Relation::BegunBy | Relation::EndedBy | Relation::Before | Relation::After);
    if relation == Relation::EndedBy && timex.grain == Some(Unit::Weekend) {
        // "until the weekend": up to its first day.
        interval = day_of(interval).unwrap_or(interval);
    }
    if limit && let Some(edge) = edge(timex) {
        interval = edge;
    }
    let how = match relation {
        // "facing a revolt, he resigned on Friday": not on that day alone.
        Relation::ToldAt if event.is_some_and(|e| e.class == Class::State && e.tense == Tense::PresPart) => {
            ToInterval::Touches
        }
        // "said she now believed it": the now of her saying.
        Relation::During
            if matches!(bare, Expr::Reference(Reference::Present))
                && event.is_some_and(|e| e.class == Class::IState && e.tense == Tense::Past) =>
        {
            ToInterval::Nothing
        }
        // "is now due in June"
        Relation::During
            if matches!(bare, Expr::Reference(Reference::Present))
                && event.is_some_and(|e| e.status == Status::Planned) =>
        {
            ToInterval::Nothing
        }
        Relation::During if matches!(bare, Expr::Reference(Reference::Present)) && lasting => ToInterval::Touches,
        // "has won three times now"
        Relation::During
            if matches!(bare, Expr::Reference(Reference::Present))
                && event.is_some_and(|e| e.status == Status::Happened && e.class == Class::Occurrence) =>
        {
            ToInterval::EndsBy
        }
        Relation::During if matches!(bare, Expr::Reference(Reference::Past)) => ToInterval::EndsBy,
        Relation::During if matches!(bare, Expr::Reference(Reference::Future)) => ToInterval::BeginsFrom,
        Relation::During | Relation::Same | Relation::ToldAt => ToInterval::Within,
        Relation::NotBefore => ToInterval::BeginsFrom,
        Relation::NotAfter => ToInterval::EndsBy,
        Relation::Before | Relation::After if timex.grain.is_some_and(|g| g < Unit::Day) => {
            // "before dawn on Tuesday", "after 7 a.m.": on that day.
            // What is before midnight is on the day that ends then.
            let back = i64::from(relation == Relation::Before && timex.grain < Some(Unit::DayPart));
            let near = Interval {
                begin: interval.begin.and_then(|b| b.checked_sub_signed(TimeDelta::seconds(back))),
                ..interval
            };
            // "will be back by Friday night" may be earlier.
            let open = timex.signal == Some(Signal::By) && event.is_none_or(|e| e.tense != Tense::Past);
            if let Some(Interval { begin: Some(begin), end: Some(end) }) = day_of(near) {
                out.extend((!open).then_some(Kind::NotBefore(2 * e, seconds(begin))));
                out.push(Kind::NotAfter(2 * e + 1, seconds(end) - 1));
            }
            match (relation, timex.expr.bare()) {
                // A part of the day has no sharp end.
                (_, Expr::In(Cycle::DayPart(_), _) | Expr::Bare(Cycle::DayPart(_)) | Expr::Step(..)) => {
                    ToInterval::Nothing
                }
                (Relation::Before, _) => ToInterval::Before,
                _ => ToInterval::After,
            }
        }
        Relation::Before if timex.signal == Some(Signal::By) => ToInterval::EndsBy,
        // "before the end of the year" is within the year.
        Relation::Before if limit && timex.expr.modifier() == Some(Modifier::End) && edge(timex).is_some() => {
            ToInterval::EndsBy
        }
        Relation::Before => ToInterval::Before,
        Relation::After => ToInterval::After,
        Relation::Includes => ToInterval::Spans,
        Relation::Overlaps => ToInterval::Touches,
        Relation::BegunBy => ToInterval::BeginsIn,
        Relation::EndedBy => ToInterval::EndsIn,
        Relation::Lasts => match bare {
            Expr::Stretch(by, Way::Before, _) if perfect || lasting => {
                // "for the past two years": it began about then and has reached the end of the stretch; "for the past 16
                // years" as "16 years ago".
                let around = |unit, count| interval.begin.and_then(|b| crate::calendar::add_units(b, count, unit));
                let about = match by.count {
                    Count::Exact(_) => {
                        interval.begin.map(|b| crate::calendar::Granule::of(by.grain(), b)).and_then(|g| g.interval())
                    }
                    _ => Some(Interval { begin: around(by.grain(), -1), end: around(by.grain(), 1) }),
                };
                if let Some(about) = about {
                    to_interval(e, ToInterval::BeginsIn, about, out);
                }
                out.extend(interval.end.map(|at| Kind::NotBefore(2 * e + 1, seconds(day(at)))));
                return;
            }
            _ => ToInterval::Within,
        },
        Relation::Offset(_) | Relation::Aged(_) | Relation::Near | Relation::Again => ToInterval::Nothing,
    };
    to_interval(e, how, interval, out);
}

/// The day at the edge of a period that is named: "until the end of the year" is until 31 December.
fn edge(timex: &Timex) -> Option<Interval> {
    let interval = timex.interval.filter(|_| timex.grain > Some(Unit::Day))?;
    let at = match timex.expr.modifier()? {
        Modifier::Start => interval.begin?,
        Modifier::End => day(interval.end?),
        _ => return None,
    };
    let day = crate::calendar::Granule::of(Unit::Day, at).interval();
    day.filter(|_| has_word(timex, Sense::Edge(true).kind()))
}

/// Whether a word of an expression has one of these kinds of senses.
fn has_word(timex: &Timex, kinds: Kinds) -> bool {
    text::words(&timex.text)
        .flat_map(|words| words.split('-'))
        .any(|word| ENGLISH.kinds(ENGLISH.look_up(word)) & kinds != 0)
}

fn is_midnight(at: NaiveDateTime) -> bool {
    at.time() == NaiveTime::MIN
}

/// The midnight before.
fn day(at: NaiveDateTime) -> NaiveDateTime {
    let midnight = at.date().and_time(NaiveTime::MIN);
    if is_midnight(at) { at.date().pred_opt().map_or(midnight, |d| d.and_time(NaiveTime::MIN)) } else { midnight }
}

/// "lasted three weeks": the end is that far from the begin, give or take one of the unit.
fn lasts(e: usize, by: Period, grain: Unit, modifier: Option<Modifier>, out: &mut Vec<Kind>) {
    if by.unit < Unit::Day || by.count == Count::Some {
        return;
    }
    let open = matches!(
        modifier,
        Some(
            Modifier::MoreThan | Modifier::EqualOrMore | Modifier::LessThan | Modifier::EqualOrLess | Modifier::Approx
        )
    );
    if !open {
        out.push(Kind::Step { from: 2 * e, to: 2 * e + 1, by, sign: 1, grain });
    }
}

fn between(e: usize, relation: Relation, o: usize, timexes: &[Timex], out: &mut Vec<Kind>) {
    let ((begin, end), (other_begin, other_end)) = ((2 * e, 2 * e + 1), (2 * o, 2 * o + 1));
    let mut gap = |from, to, gap| out.push(Kind::Gap { from, to, gap });
    match relation {
        Relation::Before => gap(end, other_begin, 1),
        Relation::After => gap(other_end, begin, 1),
        Relation::ToldAt => {
            // On the same day, in whatever order.
            let by = Period::new(0, Unit::Day);
            for (from, to) in [(other_begin, begin), (other_end, end)] {
                out.push(Kind::Step { from, to, by, sign: 1, grain: Unit::Day });
            }
        }
        Relation::During => {
            gap(other_begin, begin, 0);
            gap(end, other_end, 0);
        }
        Relation::Includes => {
            gap(begin, other_begin, 0);
            gap(other_end, end, 0);
        }
        Relation::Same => {
            for (a, b) in [(begin, other_begin), (end, other_end)] {
                gap(a, b, 0);
                gap(b, a, 0);
            }
        }
        Relation::Overlaps => {
            gap(begin, other_end, 0);
            gap(other_begin, end, 0);
        }
        Relation::BegunBy => {
            gap(other_begin, begin, 0);
            gap(begin, other_end, 0);
        }
        Relation::EndedBy => {
            gap(other_begin, end, 0);
            gap(end, other_end, 0);
        }
        Relation::NotBefore => gap(other_begin, begin, 0),
        Relation::NotAfter => gap(end, other_end, 0),
        Relation::Lasts | Relation::Near | Relation::Again => {}
        Relation::Aged(age) => {
            // From that birthday to the next.
            let by = Period { count: Count::Range(age.into(), u32::from(age) + 1), ..Period::new(0, Unit::Year) };
            for to in [begin, end] {
                out.push(Kind::Step { from: other_begin, to, by, sign: 1, grain: Unit::Day });
            }
        }
        Relation::Offset(t) => {
            let Some(timex) = timexes.get(t) else { return };
            let (by, sign) = match timex.expr.bare() {
                Expr::Shift { by, way: Way::Before, .. } => (by, -1),
                // "followed it by a week"
                Expr::Shift { by, .. } | Expr::Length(by) => (by, 1),
                _ => return,
            };
            let within = matches!(
                (timex.signal, timex.expr.bare()),
                (Some(Signal::Within), _) | (None | Some(Signal::In), Expr::Length(_))
            );
            if let (true, Count::Exact(n)) = (within, by.count) {
                // "announced it within a week", "has a week to announce it": at most so long behind.
                let by = Period { count: Count::Range(0, n), ..*by };
                gap(other_begin, begin, 0);
                for (from, to) in [(other_begin, begin), (other_end, end)] {
                    out.push(Kind::Step { from, to, by, sign: 1, grain: by.grain() });
                }
                return;
            }
            // "until the week before her death": nothing is said of the begin.
            let both = [(other_begin, begin), (other_end, end)];
            let ends = both.into_iter().skip(usize::from(timex.signal == Some(Signal::Until)));
            match timex.expr.modifier() {
                // "hours before it was to expire"
                None if by.count == Count::Some && !by.is_open() => {
                    let by = roughly(by.unit);
                    for (from, to) in ends.clone() {
                        out.push(Kind::Step { from, to, by, sign, grain: by.unit });
                    }
                    let (from, to) = if sign > 0 { (other_end, begin) } else { (end, other_begin) };
                    out.push(Kind::Gap { from, to, gap: 1 });
                }
                None | Some(Modifier::Approx) => {
                    let rough = timex.expr.modifier().is_some();
                    let grain = if rough { coarser(by.grain()) } else { by.grain() };
                    for (from, to) in ends.clone() {
                        out.push(Kind::Step { from, to, by: *by, sign, grain });
                    }
                    // "barely a month after": later all the same.
                    if timex.signal != Some(Signal::Until) {
                        let (from, to) = if sign > 0 { (other_end, begin) } else { (end, other_begin) };
                        out.push(Kind::Gap { from, to, gap: 1 });
                    }
                }
                // "more than a week after", "within days of": only the order is kept.
                Some(_) if sign > 0 => gap(other_end, begin, 1),
                Some(_) => gap(end, other_begin, 1),
            }
        }
    }
}

/// An open number of units as the range that people mean by it: "hours" pass on the same day or into the next, "weeks" into
/// the month after the next.
fn roughly(unit: Unit) -> Period {
    let unit = coarser(unit);
    let most = if matches!(unit, Unit::Week | Unit::Month | Unit::Quarter) { 2 } else { 1 };
    Period { count: Count::Range(0, most), ..Period::new(0, unit) }
}

/// The next finer grain, for what is counted with care.
fn finer(unit: Unit) -> Unit {
    match unit {
        Unit::Century | Unit::Decade => Unit::Year,
        Unit::Year | Unit::Half | Unit::Quarter | Unit::Season => Unit::Month,
        Unit::Month | Unit::Week => Unit::Day,
        other => other,
    }
}

/// The next coarser grain, for what is only about so far away.
fn coarser(unit: Unit) -> Unit {
    match unit {
        Unit::Second => Unit::Minute,
        Unit::Minute => Unit::Hour,
        Unit::Hour | Unit::DayPart => Unit::Day,
        Unit::Day | Unit::Weekend => Unit::Week,
        Unit::Week => Unit::Month,
        Unit::Month => Unit::Quarter,
        Unit::Season | Unit::Quarter | Unit::Half => Unit::Year,
        Unit::Year => Unit::Decade,
        Unit::Decade | Unit::Century => Unit::Century,
    }
}
