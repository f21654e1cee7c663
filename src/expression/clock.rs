//! Rules for parts of the day and times on the clock.

use super::calendar::noun_at;
use super::reader::{Read, Reader};
use super::rules::point;
use crate::calendar::{Cycle, DayPart, Granule, Unit};
use crate::expr::{Anchor, Expr, Modifier, Recurrence, Step, Way, What};
use crate::lang::{Part, PhraseSense, Sense, Takes};
use crate::text::{Ptb, Shape};
use crate::timex::Signal;

/// 8:15 a.m. EST; 8 p.m. Saturday; 1500 GMT; noon; midnight; five o'clock; 20:30 on Friday; half past nine; 9 a.m. every
/// Sunday.
pub fn clock(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    if let Some(read) = hour_then_part(r, i, depth) {
        return Some(read);
    }
    let (cycle, told, sure) = clock_time(r, i)?;
    let (zone, end) = zone(r, told);
    let zoned = zone.is_some() || end > told;
    let on = end + usize::from(r.is(end, Sense::Signal(Signal::In)) && r.is(end, Sense::Takes(Takes::Day)));
    if let Some(Read { expr: Expr::Every(each), end, .. }) = super::duration::every(r, on, depth)
        && sure
        && let Some(each) = at_clock(each, cycle)
    {
        return Some(Read { expr: Expr::Every(each), end, zone });
    }
    // "8 p.m. in the evening, Sunday"
    let day = day_after(r, part_after(r, end).filter(|_| sure).map_or(end, |p| p.1), depth);
    let line = !sure && r.is_line(i, end);
    if !sure && day.is_none() && !zoned && !after_at(r, i) && !line {
        return None;
    }
    // "9:30 last night", "10 o'clock Monday night": the part of the day says which half.
    let cycle = match (cycle, day.as_ref().and_then(|d| d.1)) {
        (Cycle::Clock(hour @ 1..12, minute, second), Some(part)) => Cycle::Clock(in_part(hour, part), minute, second),
        // A listing says "3:30" of the afternoon, and "03:30" where it counts to 24.
        (Cycle::Clock(hour @ 1.., minute, second), None) if line && !r.word(i).starts_with('0') => {
            Cycle::Clock(by_day(hour), minute, second)
        }
        _ => cycle,
    };
    let (day, end) = day.map_or((None, end), |(d, _)| (Some(d.expr), d.end));
    let expr = match day {
        Some(day) => Expr::In(cycle, Box::new(day)),
        None => Expr::Bare(cycle),
    };
    Some(Read { expr, end, zone })
}

/// What recurs by days or weekdays, at a time on the clock.
pub(super) fn at_clock(each: Recurrence, cycle: Cycle) -> Option<Recurrence> {
    let Cycle::Clock(hour, minute, _) = cycle else { return None };
    let by_days = matches!(
        each.what,
        What::Unit(Unit::Day) | What::Cycle(Cycle::Weekday(_) | Cycle::Workday | Cycle::DayPart(_))
    );
    (by_days && each.at.is_none()).then_some(Recurrence { at: Some((hour, minute.unwrap_or(0))), part: None, ..each })
}

/// The time on the clock behind what recurs: "(every day) at 9 a.m.", "(every night) at 9", "(Mondays) 4pm".
pub(super) fn hour_of(r: &Reader<'_>, i: usize, part: Option<DayPart>) -> Option<(Cycle, usize)> {
    let at = r.is(i, Sense::Part(Part::At));
    let i = i + usize::from(at);
    if let Some((cycle, end, sure)) = clock_time(r, i) {
        return (sure || at).then_some((cycle, end));
    }
    let (n, end) = r.whole(i).filter(|&(n, _)| at && (1..=12).contains(&n))?;
    let hour = in_part(u8::try_from(n).ok()?, part?);
    Some((Cycle::Clock(hour, None, None), end))
}

/// "(at) 8 tonight", "5 tomorrow afternoon": the hour of a part of a day.
fn hour_then_part(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let (n, end) = r.whole(i).filter(|&(n, _)| (1..=12).contains(&n))?;
    if r.digits(i).is_some_and(|d| d.len > 2) || !(r.first(i) || after_at(r, i)) {
        return None;
    }
    // "five-thirty tomorrow evening"
    let minutes = r.whole(r.skip_hyphen(end)).filter(|&(m, _)| r.digits(i).is_none() && (10..60).contains(&m));
    let end = minutes.map_or(end, |m| m.1);
    let part = super::relative::deictic(r, end, depth)
        .map(|day| day_then_part(r, day))
        .or_else(|| super::relative::step(r, end, depth + 1))?;
    let minute = minutes.and_then(|m| u8::try_from(m.0).ok());
    let hour = u8::try_from(n).ok()?;
    let (hour, day) = match day_of_part(&part.expr) {
        Some((named, day)) => (in_part(hour, named), day),
        // "at 9 tomorrow"; "closed at 9 today" may be a price.
        None if part.end == end + 1
            && matches!(part.expr, Expr::Shift { way: Way::After, .. })
            && r.clause_ends(part.end) =>
        {
            (by_day(hour), part.expr)
        }
        None => return None,
    };
    Some(Read::new(Expr::In(Cycle::Clock(hour, minute, None), Box::new(day)), part.end))
}

/// "from 3 to 5 p.m.", "between 9:30 and 11:00 on Thursday", "4-6:30 p.m.": the first hour takes what the second has.
pub fn hours(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    if let Some(read) = hours_of_four_digits(r, i) {
        return Some(read);
    }
    let (hour, minute, at) = match colon(r.word(i)) {
        Some((hour, minute, None, "")) => (hour, Some(minute), i + 1),
        Some(_) => return None,
        None => {
            let (n, end) = r.whole(i).filter(|&(n, _)| (1..=12).contains(&n))?;
            if r.digits(i).is_some_and(|d| d.len > 2) {
                return None;
            }
            (u8::try_from(n).ok()?, None, end)
        }
    };
    let before = i.checked_sub(1);
    let between = before.is_some_and(|b| r.kinds(b) & Sense::Between.kind() != 0);
    let joined = r.is(at, Sense::To) || between && r.is(at, Sense::And);
    if !joined || before.is_some_and(|b| r.mark(b, "$£€-–:/.") && r.glued(b)) {
        return None;
    }
    if let Some(read) = hours_of_day(r, (i, at), (hour, minute), depth) {
        return Some(read);
    }
    let last = clock(r, at + 1, depth + 1)?;
    let (Expr::Bare(Cycle::Clock(end, end_minute, None)) | Expr::In(Cycle::Clock(end, end_minute, None), _)) =
        last.expr
    else {
        return None;
    };
    // "3 to 5 p.m." begins in the afternoon, "11 to 1 p.m." in the morning.
    let later = hour % 12 + 12;
    let hour = if end >= 12 && hour <= 12 && (later, minute) < (end, end_minute) { later } else { hour };
    let first = Cycle::Clock(hour, minute, None);
    let first = match &last.expr {
        Expr::In(_, day) => Expr::In(first, day.clone()),
        _ => Expr::Bare(first),
    };
    Some(Read { expr: Expr::Between(Box::new(first), Box::new(last.expr)), end: last.end, zone: last.zone })
}

/// "between 3 and 8 yesterday", "from 5 to 6 next Sunday": hours of a day that is counted from now, with nothing that
/// says which half of it.
fn hours_of_day(r: &Reader<'_>, (i, joint): (usize, usize), first: (u8, Option<u8>), depth: u8) -> Option<Read> {
    let opened = i.checked_sub(1).is_some_and(|b| r.kinds(b) & (Sense::Between.kind() | Sense::FromWord.kind()) != 0);
    let (n, end) = r.whole(joint + 1).filter(|&(n, _)| opened && (1..=12).contains(&n) && n > u32::from(first.0))?;
    let Read { expr: day, end, .. } = super::relative::deictic(r, end, depth)
        .map(|day| day_then_part(r, day))
        .or_else(|| super::relative::step(r, end, depth + 1))?;
    // "between 7 and 9 this morning": the part says which half.
    let (day, part) = match day_of_part(&day) {
        Some((part, of)) => (of, Some(part)),
        None => (day, None),
    };
    is_day(&day).then(|| {
        let hour = |hour| part.map_or(hour, |part| in_part(hour, part));
        let at = |hour, minute| Box::new(Expr::In(Cycle::Clock(hour, minute, None), Box::new(day.clone())));
        Read::new(Expr::Between(at(hour(first.0), first.1), at(hour(n as u8), None)), end)
    })
}

/// "between 0730 and 0930", "between 0730-0930": a leading zero at least in one of them tells them from years.
fn hours_of_four_digits(r: &Reader<'_>, i: usize) -> Option<Read> {
    let opened = i.checked_sub(1).is_some_and(|b| r.kinds(b) & (Sense::Between.kind() | Sense::FromWord.kind()) != 0);
    let joined = r.hyphen(i + 1) || r.is(i + 1, Sense::And) || r.is(i + 1, Sense::To);
    let zero = r.word(i).starts_with('0') || r.word(i + 2).starts_with('0');
    if !opened || !joined || !zero {
        return None;
    }
    let hour = |i: usize| {
        let (n, 4) = r.plain(i)? else { return None };
        let (hour, minute) = (n / 100, n % 100);
        (hour < 24 && minute < 60).then_some(Expr::Bare(Cycle::Clock(hour as u8, Some(minute as u8), None)))
    };
    let (first, last) = (hour(i)?, hour(i + 2)?);
    Some(Read::new(Expr::Between(Box::new(first), Box::new(last)), i + 3))
}

fn after_at(r: &Reader<'_>, i: usize) -> bool {
    // "at about 18:40", "around 20:00"
    let about =
        i.checked_sub(1).filter(|&b| r.is(b, Sense::Mod(Modifier::Approx)) && r.kinds(b) & Sense::Open.kind() == 0);
    let written = about.is_some() && r.word(i).len() == "20:00".len() && r.word(i).contains(':');
    let i = about.unwrap_or(i);
    written || r.taken(i, Takes::Hour) && r.kinds(i - 1) & Sense::Prep.kind() != 0
}

/// Whether a time on the clock stands there that can be nothing else.
pub(super) fn is_sure(r: &Reader<'_>, i: usize) -> bool {
    clock_time(r, i).is_some_and(|(_, _, sure)| sure)
}

/// "a.m.", "pm", "p. m.": hours to add, and where it ends.
fn meridiem(r: &Reader<'_>, i: usize) -> Option<(u8, usize)> {
    if let Some((PhraseSense::Meridiem(half), end)) = r.phrase(i) {
        return Some((half, end));
    }
    r.sense(i, |s| if let Sense::Meridiem(h) = s { Some((h, i + 1)) } else { None })
}

/// "will be shut at 1 p.m., and the airport at 3": the first hour says which half of the day is meant.
fn second_hour(r: &Reader<'_>, i: usize) -> Option<u8> {
    let n = r.digits(i).filter(|d| d.len <= 2 && (1..=12).contains(&d.value))?.value;
    if !r.mark(i + 1, ".,;)”\"") || !after_at(r, i) {
        return None;
    }
    let and = (i.saturating_sub(8)..i).rev().find(|&k| r.is(k, Sense::And))?;
    let first = (and.saturating_sub(6)..and).rev().find_map(|k| {
        let (n, end) = r.whole(k).filter(|&(n, _)| (1..=12).contains(&n) && after_at(r, k))?;
        (!(k..i).any(|k| r.first(k))).then_some((n, meridiem(r, end)?.0))
    });
    let (first, half) = first?;
    let hour = |n: u32| u8::try_from(n % 12).ok().map(|n| n + half);
    let (first, hour) = (hour(first)?, hour(n)?);
    Some(if hour < first && hour < 12 { hour + 12 } else { hour })
}

/// A time on the clock: what it is, where it ends, and whether it can be nothing else.
fn clock_time(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize, bool)> {
    if let Some(hour) = r.sense(i, |s| if let Sense::Hour(h) = s { Some(h) } else { None }) {
        if r.capital(i) && super::calendar::is_name(r, i, i + 1) {
            return None;
        }
        return Some((Cycle::Clock(hour, None, None), i + 1, true));
    }
    if let Some((PhraseSense::Hour(hour), end)) = r.phrase(i) {
        return Some((Cycle::Clock(hour, None, None), end, true));
    }
    let noon = |hour: u8, half: u8| hour % 12 + half;
    if let Some((cycle, end)) = minutes_past(r, i) {
        return Some((cycle, end, true));
    }
    if let Some((cycle, end)) = spoken_clock(r, i) {
        return Some((cycle, end, true));
    }
    let digits = r.digits(i);
    // "9.am", which is cut into three
    if r.mark(i + 1, ".")
        && r.glued(i)
        && r.glued(i + 1)
        && let Some(hour) = r.plain(i).and_then(|(n, _)| u8::try_from(n).ok()).filter(|h| (1..=12).contains(h))
        && let Some((half, end)) = meridiem(r, i + 2)
    {
        return Some((Cycle::Clock(noon(hour, half), None, None), end, true));
    }
    // "8.30 p.m."
    if r.shape(i) == Shape::Number
        && let Some((hour, minute)) = r.word(i).split_once('.')
        && let Some((half, end)) = meridiem(r, i + 1)
    {
        let hour = hour.parse().ok().filter(|h| (1..=12).contains(h))?;
        let minute = minute.parse().ok().filter(|&m| minute.len() == 2 && m < 60)?;
        return Some((Cycle::Clock(noon(hour, half), Some(minute), None), end, true));
    }
    // 8pm, 8:15pm, 10h30
    if let Some(d) = digits.filter(|d| !d.rest.is_empty() && !d.rest.starts_with([':', '.'])) {
        if let Some(minute) = d.rest.strip_prefix('h').filter(|m| m.len() == 2) {
            let minute = minute.parse().ok().filter(|&m: &u8| m < 60)?;
            let hour = u8::try_from(d.value).ok().filter(|&h| h < 24)?;
            return Some((Cycle::Clock(hour, Some(minute), None), i + 1, true));
        }
        let half = match d.rest {
            "am" | "AM" | "a.m." => 0,
            "pm" | "PM" | "p.m." => 12,
            // "at 9p"
            "a" if after_at(r, i) => 0,
            "p" if after_at(r, i) => 12,
            _ => return None,
        };
        let hour = u8::try_from(d.value).ok().filter(|h| (1..=12).contains(h))?;
        return Some((Cycle::Clock(noon(hour, half), None, None), i + 1, true));
    }
    if let Some((hour, minute, second, rest)) = colon(r.word(i)) {
        let half = match rest {
            "" => meridiem(r, i + 1),
            "am" | "AM" | "a" => Some((0, i + 1)),
            "pm" | "PM" | "p" => Some((12, i + 1)),
            "hrs" | "h" => return Some((Cycle::Clock(hour, Some(minute), second), i + 1, true)),
            _ => return None,
        };
        return Some(match half.filter(|_| (1..=12).contains(&hour)) {
            Some((half, end)) => (Cycle::Clock(noon(hour, half), Some(minute), second), end, true),
            None => match part_after(r, i + 1).filter(|_| (1..=12).contains(&hour)) {
                Some((part, end)) => (Cycle::Clock(in_part(hour, part), Some(minute), second), end, true),
                // "20:32:13": two digits for every part are a time of day, fewer may be how long a race took.
                None => (Cycle::Clock(hour, Some(minute), second), i + 1, second.is_some() && r.word(i).len() == 8),
            },
        });
    }
    // 8 a.m., eight o'clock
    if let Some((n, end)) = r.whole(i).filter(|&(n, _)| n <= 24) {
        let hour = u8::try_from(n).ok()?;
        if let Some((half, after)) = meridiem(r, end).filter(|_| (1..=12).contains(&hour)) {
            // "I am 5 am": a lower-case "am" without dots follows a digit, or a number that a preposition takes.
            let verb = r.is(end, Sense::Neutral) && r.shape(end) == Shape::Lower && digits.is_none() && !after_at(r, i);
            return (!verb).then_some((Cycle::Clock(noon(hour, half), None, None), after, true));
        }
        if r.kinds(end) & Sense::OClock.kind() != 0 {
            if let Some((half, end)) = meridiem(r, end + 1).filter(|_| (1..=12).contains(&hour)) {
                return Some((Cycle::Clock(noon(hour, half), None, None), end, true));
            }
            let part = part_after(r, end + 1);
            let (hour, end) = match part {
                Some((DayPart::Afternoon | DayPart::Evening | DayPart::Night | DayPart::Overnight, e)) if hour < 12 => {
                    (hour + 12, e)
                }
                Some((_, e)) => (hour, e),
                None => (hour, end + 1),
            };
            return Some((Cycle::Clock(hour, None, None), end, true));
        }
    }
    if let Some(hour) = second_hour(r, i) {
        return Some((Cycle::Clock(hour, None, None), i + 1, true));
    }
    // "6 in the morning", "3:20 in the afternoon" is read above
    if let Some((hour, end)) = hour_in_part(r, i) {
        return Some((Cycle::Clock(hour, None, None), end, true));
    }
    // 1500 GMT, 1140 a.m.
    let (n, len) = r.plain(i)?;
    let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
    let told = meridiem(r, i + 1).or_else(|| {
        // "730 in the evening"
        let (part, end) = part_after(r, i + 1)?;
        Some((in_part(hour, part) / 12 * 12, end))
    });
    if let Some((half, end)) = told.filter(|_| len >= 3 && (1..=12).contains(&hour) && minute < 60) {
        return Some((Cycle::Clock(noon(hour, half), Some(minute), None), end, true));
    }
    if len != 4 {
        return None;
    }
    let zoned = r.kinds(i + 1) & Sense::Zone(0).kind() != 0 && r.shape(i + 1) == Shape::Upper
        || zone_beside(r, i + 1).is_some();
    let hours = r.is(i + 1, Sense::Unit(Unit::Hour)) && r.is(i + 1, Sense::Plural) && hour < 24;
    (hour < 24 && minute < 60 && (zoned || hours)).then_some((
        Cycle::Clock(hour, Some(minute), None),
        i + 1 + usize::from(hours),
        true,
    ))
}

/// half past nine; a quarter to ten; ten past 9 in the evening; twenty minutes past five; a quarter past noon.
fn minutes_past(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize)> {
    let a = usize::from(r.is(i, Sense::A));
    let half = r.is(i, Sense::Half);
    let quarter = r.is(i + a, Sense::Unit(Unit::Quarter)) && r.kinds(i + a) & Sense::Plural.kind() == 0;
    // "at half three": half past it
    if half
        && let Some((n, end)) = r.whole(i + 1).filter(|&(n, _)| (1..=12).contains(&n) && r.digits(i + 1).is_none())
        && (after_at(r, i) || r.is_line(i, end))
        && r.clause_ends(end)
    {
        return Some((Cycle::Clock(by_day(n as u8), Some(30), None), end));
    }
    // "three quarters past nine"
    let second = r.skip_hyphen(i + 1);
    let quarters = r.is(i, Sense::Number(3)) && r.is(second, Sense::Unit(Unit::Quarter));
    let (minutes, at, sure) = if half || quarter {
        (if half { 30 } else { 15 }, i + a + 1, true)
    } else if quarters {
        (45, second + 1, true)
    } else {
        let (n, end) = r.whole(i).filter(|&(n, _)| (1..60).contains(&n))?;
        let named = r.is(end, Sense::Unit(Unit::Minute));
        (n, end + usize::from(named), named)
    };
    let to = r.is(at, Sense::To) && r.is(at, Sense::Takes(Takes::Number)) && !half;
    // "15 to noon"; "3 to 5 p.m." is a range.
    let range = to && !sure && r.kinds(at + 1) & Sense::Hour(0).kind() == 0;
    // "twenty after 3 p.m."
    let after = !to && r.is(at, Sense::Hang(Way::After)) && meridiem_at(r, at + 1);
    if range || !to && !after && !r.is(at, Sense::Past) {
        return None;
    }
    // The hour by itself, or with what tells it from a number: "9 in the evening", "3pm", "noon".
    let told = clock_time(r, at + 1).and_then(|(cycle, end, _)| match cycle {
        Cycle::Clock(hour, None, None) => Some((hour, end)),
        _ => None,
    });
    let plain = || {
        let (n, end) = r.whole(at + 1).filter(|&(n, _)| (1..=12).contains(&n))?;
        // "from 4 p.m. to half past seven"
        let evening = i.checked_sub(2).is_some_and(|b| {
            (r.is(b + 1, Sense::To) || r.is(b + 1, Sense::And))
                && (r.is(b, Sense::Meridiem(12)) || r.digits(b).is_some_and(|d| d.rest == "pm"))
        });
        let hour = if evening { n as u8 % 12 + 12 } else { n as u8 };
        (sure || after_at(r, i) && !to).then_some((hour, end))
    };
    let (hour, end) = told.or_else(plain)?;
    // "half past seven evening"
    let part = r.sense(end, |s| if let Sense::DayPart(part) = s { Some(part) } else { None });
    let part = part.filter(|_| hour <= 12 && r.clause_ends(end + 1) && r.kinds(end) & Sense::Plural.kind() == 0);
    let (hour, end) = part.map_or((hour, end), |part| (in_part(hour, part), end + 1));
    let minute = u8::try_from(if to { 60 - minutes } else { minutes }).ok()?;
    let hour = match (to, hour) {
        (false, hour) => hour % 24,
        // "a quarter to one" is in the hour of twelve.
        (true, 1) => 12,
        (true, hour) => (hour + 23) % 24,
    };
    Some((Cycle::Clock(hour, Some(minute), None), end))
}

/// Whether an hour with its half of the day stands there: "3pm", "3 p.m."
fn meridiem_at(r: &Reader<'_>, i: usize) -> bool {
    r.digits(i).is_some_and(|d| d.rest.ends_with("am") || d.rest.ends_with("pm") || meridiem(r, i + 1).is_some())
}

/// An hour of twelve in words with nothing that says which half: up to six it is of the afternoon.
pub(super) fn by_day(hour: u8) -> u8 {
    if hour <= 6 { hour + 12 } else { hour }
}

const MONTH: crate::lang::Kinds = Sense::Month(1).kind();

/// "seven thirty p.m.", "four twenty-three a.m.": the hour and the minutes in words.
fn spoken_clock(r: &Reader<'_>, i: usize) -> Option<(Cycle, usize)> {
    if r.kinds(i) & Sense::Number(1).kind() == 0 {
        return None;
    }
    let (hour, at) = r.whole(i).filter(|&(n, _)| (1..=12).contains(&n))?;
    let at = r.skip_hyphen(at);
    // "eleven oh five"
    let oh = r.is(at, Sense::Oh);
    let at = at + usize::from(oh);
    // "at eleven five", where nothing is counted
    let few = |end| oh || after_at(r, i) && r.clause_ends(end);
    let fits = |&(n, end): &(u32, usize)| !oh && (10..60).contains(&n) || (1..10).contains(&n) && few(end);
    let (minute, end) = r.whole(at).filter(|_| r.digits(at).is_none()).filter(fits)?;
    // "five thirty in the evening"
    if let Some((part, end)) = part_after(r, end) {
        return Some((Cycle::Clock(in_part(hour as u8, part), Some(minute as u8), None), end));
    }
    let Some((half, end)) = meridiem(r, end) else {
        // "at two thirty", "from two thirty to two forty-five", "March eighteenth, nine thirty"
        let counted = r.strict_unit(end).is_some() || noun_at(r, end) || r.hyphen(end);
        let dated = i.checked_sub(2).is_some_and(|b| r.ordinal(b + 1).is_some() && r.kinds(b) & MONTH != 0);
        return ((after_at(r, i) || dated) && !counted)
            .then_some((Cycle::Clock(by_day(hour as u8), Some(minute as u8), None), end));
    };
    Some((Cycle::Clock(hour as u8 % 12 + half, Some(minute as u8), None), end))
}

/// "8:15", "20:15:30", "8:15pm", "8.15".
fn colon(word: &str) -> Option<(u8, u8, Option<u8>, &str)> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (hour, rest) = match word.split_once(':') {
        Some(parts) => parts,
        // 2.30pm
        None => word.split_once('.').filter(|(_, m)| m.len() == 4 && (m.ends_with("am") || m.ends_with("pm")))?,
    };
    let hour: u8 = hour.parse().ok().filter(|&h| h <= 24)?;
    let two = |s: &str| s.get(..2).and_then(|m| m.parse::<u8>().ok()).filter(|&m| m < 60);
    let minute = two(rest)?;
    let rest = rest.get(2..)?;
    match rest.strip_prefix(':') {
        Some(rest) => Some((hour, minute, Some(two(rest)?), rest.get(2..)?)),
        None => Some((hour, minute, None, rest)),
    }
}

/// "in the morning", "at night" after "five o'clock".
fn part_after(r: &Reader<'_>, i: usize) -> Option<(DayPart, usize)> {
    let at = if r.kinds(i) & Sense::Prep.kind() != 0 { i + 1 } else { return None };
    let at = if r.is(at, Sense::The) { at + 1 } else { at };
    let part = r.sense(at, |s| if let Sense::DayPart(p) = s { Some(p) } else { None })?;
    Some((part, at + 1))
}

/// "6 in the morning", "eleven at night": the hour of the day.
fn hour_in_part(r: &Reader<'_>, i: usize) -> Option<(u8, usize)> {
    let (n, end) = r.whole(i).filter(|n| (1..=12).contains(&n.0))?;
    let joined = i.checked_sub(1).is_some_and(|b| r.mark(b, "$£€") || r.mark(b, "-–") && r.glued(b));
    let (part, end) = part_after(r, end).filter(|_| !joined)?;
    Some((in_part(u8::try_from(n).ok()?, part), end))
}

/// An hour of twelve in a part of the day: 6 in the afternoon is 18, 1 at night stays 1.
fn in_part(hour: u8, part: DayPart) -> u8 {
    match part {
        DayPart::Afternoon | DayPart::Evening => hour % 12 + 12,
        DayPart::Night | DayPart::Overnight if (6..12).contains(&hour) => hour + 12,
        _ => hour % 12,
    }
}

/// "EST", "(1300 GMT)" is not read here.
fn zone(r: &Reader<'_>, i: usize) -> (Option<i16>, usize) {
    let zone = (r.shape(i) == Shape::Upper)
        .then(|| r.sense(i, |s| if let Sense::Zone(z) = s { Some(z) } else { None }))
        .flatten();
    match zone {
        Some(_) => (zone, i + 1),
        None => zone_time(r, i).unwrap_or((zone_beside(r, i), i)),
    }
}

/// "18:40 (IST)": the zone stands beside the time.
fn zone_beside(r: &Reader<'_>, i: usize) -> Option<i16> {
    if !r.mark(i, "(") || !r.mark(i + 2, ")") || r.shape(i + 1) != Shape::Upper {
        return None;
    }
    r.sense(i + 1, |s| if let Sense::Zone(z) = s { Some(z) } else { None })
}

/// "Eastern time", "Pacific Daylight Time", "local time", "Moscow time": the zone, where the word says it.
fn zone_time(r: &Reader<'_>, i: usize) -> Option<(Option<i16>, usize)> {
    let named = r.sense(i, |s| if let Sense::ZoneName(z) = s { Some(z) } else { None });
    let place = r.shape(i) == Shape::Capital && r.kinds(i) == 0 && !r.first(i);
    // "New York time"
    let at = i + 1 + usize::from(place && r.shape(i + 1) == Shape::Capital && r.kinds(i + 1) == 0);
    let ahead = r.sense(at, |s| if let Sense::ClockKind(minutes) = s { Some(minutes) } else { None });
    let time = at + usize::from(ahead.is_some());
    let is_time = r.is(time, Sense::TimesWord) && r.is(time, Sense::Period);
    let known = named.is_some() || place && (ahead.is_some() || r.shape(time) == Shape::Lower);
    (is_time && known).then(|| (named.flatten().map(|z| z + ahead.unwrap_or(0)), time + 1))
}

/// The day after a time of day, and the part of it that is named: "Saturday", "on March 8", ", Friday", "yesterday",
/// "this morning".
fn day_after(r: &Reader<'_>, i: usize, depth: u8) -> Option<(Read, Option<DayPart>)> {
    let comma = r.skip_comma(i);
    let joined = r.is(comma, Sense::Signal(Signal::In)) || r.is(comma, Sense::Of);
    let on = if joined { comma + 1 } else { comma };
    if on > i + 1 || r.first(on) {
        return None;
    }
    let mut day = point(r, on, depth + 1)?;
    // "8:15 this morning", "10 o'clock Monday night": the hour is in that part's day.
    let part = match day_of_part(&day.expr) {
        Some((part, of)) => {
            day.expr = of;
            Some(part)
        }
        None => None,
    };
    is_day(&day.expr).then_some((day, part))
}

/// Whether it names one day.
pub fn is_day(expr: &Expr) -> bool {
    match expr {
        Expr::At(g) => g.unit() == Unit::Day,
        Expr::Numeric(..) => true,
        Expr::Bare(c) | Expr::In(c, _) => c.unit() == Unit::Day,
        Expr::Step(_, what, _) | Expr::Nth(_, what, _) => what.unit() == Unit::Day,
        Expr::Shift { by, .. } => by.unit == Unit::Day && by.is_plain(),
        _ => false,
    }
}

/// Saturday morning; the morning of March 8; yesterday afternoon; Monday night; the next morning is another rule's.
pub fn day_part(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    let part = r.sense(at, |s| if let Sense::DayPart(p) = s { Some(p) } else { None })?;
    if r.kinds(at) & Sense::Plural.kind() != 0 {
        return None;
    }
    let of = at + 1;
    if r.is(of, Sense::Of) || r.is(of, Sense::Takes(Takes::Day)) && r.is(of, Sense::Signal(Signal::In)) {
        let day = point(r, of + 1, depth + 1)?;
        return is_day(&day.expr).then(|| Read::new(Expr::In(Cycle::DayPart(part), Box::new(day.expr)), day.end));
    }
    let this = Expr::Step(Step::This, What::Cycle(Cycle::DayPart(part)), Anchor::Narrative);
    // "(be back) afternoon at 7": the hour says that it is a day's.
    if !the && !determined(r, i) {
        let timed = part_then_hour(r, Read::new(this.clone(), of));
        if timed.end > of && !noun_at(r, timed.end) {
            return Some(timed);
        }
    }
    // "in the morning", "at dawn", "the evening": of the day that the story has reached.
    let before = i.checked_sub(1)?;
    let prep = r.kinds(before) & Sense::Prep.kind() != 0 && r.taken(i, Takes::Part);
    // "late afternoon", read with what goes before it
    let modified = r.kinds(before) & Sense::Mod(Modifier::Start).kind() != 0
        || r.hyphen(before) && i.checked_sub(2).is_some_and(|b| r.kinds(b) & Sense::Mod(Modifier::Start).kind() != 0);
    let prep = prep || modified;
    let weak = r.kinds(at) & Sense::Weak.kind() != 0 || modified;
    // "mid-afternoon yesterday": its day follows.
    let day = r.kinds(at + 1) & (Sense::Day(0, None).kind() | Sense::Weekday(chrono::Weekday::Mon).kind()) != 0;
    let noun_follows = noun_at(r, at + 1) && !day || r.hyphen(at + 1);
    let night = part == DayPart::Night && !the;
    (prep && (the || weak || night) && !noun_follows).then(|| Read::new(this, at + 1))
}

/// Whether a word before token `i` says which one it is, or what it belongs to.
fn determined(r: &Reader<'_>, i: usize) -> bool {
    let tag = i.checked_sub(1).filter(|_| !r.first(i)).and_then(|b| r.document.tokens.get(b)).map(|t| t.tag);
    tag.is_some_and(|t| t.is_noun() || matches!(t.ptb, Ptb::Dt | Ptb::Jj | Ptb::Cd | Ptb::Pos | Ptb::PrpS | Ptb::Vbg))
}

/// the small hours of Sunday; the wee hours: the begin of a morning.
pub fn small_hours(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let small = i + usize::from(the);
    if r.kinds(small) & Sense::Small.kind() == 0 {
        return None;
    }
    // "the wee small hours"
    let at = small + 1 + usize::from(r.is(small + 1, Sense::Small));
    if !r.is(at, Sense::Unit(Unit::Hour)) || r.kinds(at) & Sense::Plural.kind() == 0 {
        return None;
    }
    let at = at + 1;
    let morning = Cycle::DayPart(DayPart::Morning);
    let of = r.is(at, Sense::Of) || r.is(at, Sense::Takes(Takes::Day)) && r.is(at, Sense::Signal(Signal::In));
    let day = of.then(|| point(r, at + 1, depth + 1)).flatten().filter(|d| is_day(&d.expr));
    let (of, end) = match day {
        Some(day) => (Expr::In(morning, Box::new(day.expr)), day.end),
        // "the wee hours of Tuesday morning": the morning stands for itself.
        None if of => return None,
        None if the => (Expr::Step(Step::This, What::Cycle(morning), Anchor::Narrative), at),
        None => return None,
    };
    Some(Read::new(Expr::Mod(Modifier::Start, Box::new(of)), end))
}

/// A day and then its part or its hour: "Saturday morning", "March 8 at 8 p.m.", "yesterday evening", "tonight at 8".
pub fn day_then_part(r: &Reader<'_>, day: Read) -> Read {
    if !is_day(&day.expr) {
        return part_then_hour(r, day);
    }
    // "Saturday morning", "late Saturday night": the part right behind.
    if let Some(part) = r.sense(day.end, |s| if let Sense::DayPart(p) = s { Some(p) } else { None })
        && r.kinds(day.end) & (Sense::Plural.kind() | Sense::Weak.kind()) == 0
        && r.shape(day.end) == Shape::Lower
    {
        return part_then_hour(r, Read::new(Expr::In(Cycle::DayPart(part), Box::new(day.expr)), day.end + 1));
    }
    // "Tuesday late afternoon", "Sunday early-morning"
    if let Some(modifier) = r.sense(day.end, |s| match s {
        Sense::Mod(m @ (Modifier::Start | Modifier::Mid | Modifier::End | Modifier::Earlier | Modifier::Later)) => {
            Some(m)
        }
        _ => None,
    }) {
        let at = r.skip_hyphen(day.end + 1);
        let part = r.sense(at, |s| if let Sense::DayPart(p) = s { Some(p) } else { None });
        let plain = r.kinds(at) & (Sense::Plural.kind() | Sense::Weak.kind()) == 0 && !noun_at(r, at + 1);
        if let Some(part) = part.filter(|_| plain && r.kinds(day.end) & Sense::Edge(true).kind() == 0) {
            let of = Expr::In(Cycle::DayPart(part), Box::new(day.expr));
            return Read::new(Expr::Mod(modifier, Box::new(of)), at + 1);
        }
    }
    // "Tuesday early in the morning", "Tuesday in the early hours"
    if let Some((modifier, part, end)) = early_part(r, day.end) {
        let of = Expr::In(Cycle::DayPart(part), Box::new(day.expr));
        return Read::new(Expr::Mod(modifier, Box::new(of)), end);
    }
    // "Tuesday in the morning"
    if let Some((part, end)) = part_after(r, day.end).filter(|&(_, end)| r.is(end - 2, Sense::The) && !noun_at(r, end))
    {
        return part_then_hour(r, Read::new(Expr::In(Cycle::DayPart(part), Box::new(day.expr)), end));
    }
    // "tomorrow around 8 a.m."
    if r.is(day.end, Sense::Mod(Modifier::Approx))
        && r.kinds(day.end) & Sense::Open.kind() == 0
        && let Some((cycle, end, sure)) = clock_time(r, day.end + 1)
        && (sure || r.word(day.end + 1).contains(':'))
        && day_after(r, zone(r, end).1, 3).is_none()
    {
        let (zone, end) = zone(r, end);
        let hour = Expr::In(cycle, Box::new(day.expr));
        return Read { expr: Expr::Mod(Modifier::Approx, Box::new(hour)), end, zone };
    }
    // "Tuesday PM", "(from) today pm to tomorrow"
    let goes_on = |half, end| half == 12 && (r.is(end, Sense::To) || r.is(end, Sense::And));
    let over = |&(half, end): &(u8, usize)| r.clause_ends(end) || goes_on(half, end);
    if let Some((half, end)) = meridiem(r, day.end).filter(over) {
        let part = if half == 0 { DayPart::Morning } else { DayPart::Afternoon };
        return Read::new(Expr::In(Cycle::DayPart(part), Box::new(day.expr)), end);
    }
    // "6 Jan 2017 - 6:37 a.m."
    let dash = r.mark(day.end, "-–—") && !r.glued(day.end) && meridiem_at(r, day.end + 1) && has_date(&day.expr);
    let comma = if dash { day.end + 1 } else { r.skip_comma(day.end) };
    let at_word = r.is(comma, Sense::Part(Part::At));
    let at = if at_word { comma + 1 } else { comma };
    // "Friday the 26th at 4", "Sat at 5": up to six of the afternoon
    if at_word
        && let Some((hour, end)) = r.whole(at).filter(|&(n, _)| (1..=12).contains(&n))
        && (end >= r.len() || r.mark(end, ".,;!?)"))
        && !(r.mark(end, ".,") && r.glued(end) && r.glued(end - 1))
    {
        return Read::new(Expr::In(Cycle::Clock(by_day(hour as u8), None, None), Box::new(day.expr)), end);
    }
    let hour = r.kinds(at) & (Sense::Hour(0).kind() | Sense::Number(1).kind()) != 0;
    if (at > day.end || r.word(at).contains(':') || r.digits(at).is_some() || hour)
        && let Some((cycle, end, sure)) = clock_time(r, at)
        && (sure || at_word || r.word(at).contains(':') && has_date(&day.expr))
        && !matches!(day.expr, Expr::At(Granule::Hour(..)))
    {
        let (zone, end) = zone(r, end);
        // "four days earlier, at 9:32 a.m. on July 16": the hour has a day of its own.
        // "Oct 26 11:00:09 2023"
        if let (Expr::Bare(day @ Cycle::MonthDay(..)), Some(year), Cycle::Clock(_, _, Some(_))) =
            (bare_day(&day.expr), r.year(end), cycle)
            && let Some(day) = day.within(Granule::Year(year))
        {
            return Read { expr: Expr::In(cycle, Box::new(Expr::At(day))), end: end + 1, zone };
        }
        if day_after(r, end, 3).is_none() {
            return Read { expr: Expr::In(cycle, Box::new(day.expr)), end, zone };
        }
    }
    day
}

/// "early in the morning", "in the early hours (of the morning)" behind a day.
fn early_part(r: &Reader<'_>, i: usize) -> Option<(Modifier, DayPart, usize)> {
    let modifier =
        |i| r.sense(i, |s| if let Sense::Mod(m @ (Modifier::Start | Modifier::End)) = s { Some(m) } else { None });
    if let Some(modifier) = modifier(i).filter(|_| r.kinds(i) & Sense::Edge(true).kind() == 0) {
        let (part, end) = part_after(r, i + 1).filter(|&(_, end)| r.is(end - 2, Sense::The))?;
        return (!noun_at(r, end)).then_some((modifier, part, end));
    }
    let hours = i + 3;
    let told = r.is(i, Sense::Signal(Signal::In))
        && r.is(i + 1, Sense::The)
        && r.is(hours, Sense::Unit(Unit::Hour))
        && r.kinds(hours) & Sense::Plural.kind() != 0;
    let modifier = modifier(i + 2).filter(|&m| told && m == Modifier::Start)?;
    let of = part_after(r, hours + 1).filter(|&(part, _)| r.is(hours + 1, Sense::Of) && part == DayPart::Morning);
    let over = of.map_or(hours + 1, |(_, end)| end);
    (of.is_some() || !r.is(over, Sense::Of)).then_some((modifier, DayPart::Morning, over))
}

/// A day of the year, without the weekday that goes before it.
fn bare_day(expr: &Expr) -> &Expr {
    match expr {
        Expr::In(Cycle::Weekday(_), of) => of,
        other => other,
    }
}

fn has_date(expr: &Expr) -> bool {
    match expr {
        Expr::At(_) | Expr::Bare(Cycle::MonthDay(..)) => true,
        // a day that does not exist: "Feb. 30, 2019"
        Expr::In(Cycle::MonthDay(..), of) => matches!(**of, Expr::At(_)),
        _ => false,
    }
}

/// "tonight at 8", "tomorrow evening at 5": the hour within the part of the day.
fn part_then_hour(r: &Reader<'_>, part: Read) -> Read {
    let Some((named, day)) = day_of_part(&part.expr) else { return part };
    let at = part.end + 1;
    // "this afternoon at 3:20", "tonight at 9:30 p.m."
    if r.is(part.end, Sense::Part(Part::At))
        && let Some((Cycle::Clock(hour, minute @ Some(_), second), end, sure)) = clock_time(r, at)
    {
        let hour = if sure || hour > 12 { hour } else { in_part(hour, named) };
        return Read::new(Expr::In(Cycle::Clock(hour, minute, second), Box::new(day)), end);
    }
    // "this evening 7:00", "tonight 8 p.m."
    if let Some((Cycle::Clock(hour, minute, second), end, sure)) = clock_time(r, part.end)
        && (sure && r.kinds(part.end) & Sense::Hour(0).kind() == 0 || r.word(part.end).contains(':'))
    {
        let hour = if sure || hour > 12 { hour } else { in_part(hour, named) };
        return Read::new(Expr::In(Cycle::Clock(hour, minute, second), Box::new(day)), end);
    }
    // "tonight at 7.30"
    let dotted =
        r.word(at).split_once('.').filter(|_| r.shape(at) == Shape::Number && r.is(part.end, Sense::Part(Part::At)));
    if let Some((hour, minute)) = dotted
        && let Some(hour) = hour.parse().ok().filter(|h| (1..12).contains(h))
        && let Some(minute) = minute.parse().ok().filter(|&m| minute.len() == 2 && m < 60)
    {
        let clock = Cycle::Clock(in_part(hour, named), Some(minute), None);
        return Read::new(Expr::In(clock, Box::new(day)), at + 1);
    }
    let hour = r.whole(at).filter(|&(n, _)| (1..12).contains(&n) && r.is(part.end, Sense::Part(Part::At)));
    match hour {
        Some((n, end)) if r.kinds(end) & Sense::Counted.kind() == 0 && r.digits(at).is_none_or(|d| d.len <= 2) => {
            let clock = Cycle::Clock(in_part(n as u8, named), None, None);
            let end = end + usize::from(r.kinds(end) & Sense::OClock.kind() != 0);
            Read::new(Expr::In(clock, Box::new(day)), end)
        }
        _ => part,
    }
}

/// The part of a day, and its day: "tomorrow evening", "this morning".
fn day_of_part(expr: &Expr) -> Option<(DayPart, Expr)> {
    match expr {
        Expr::In(Cycle::DayPart(named), day) => Some((*named, (**day).clone())),
        Expr::Step(step, What::Cycle(Cycle::DayPart(named)), anchor) => {
            Some((*named, Expr::Step(*step, What::Unit(Unit::Day), anchor.clone())))
        }
        _ => None,
    }
}
