//! Rules for years, decades and centuries.

use super::calendar::{MOD_OR_ORDINAL, noun_at};
use super::reader::{Read, Reader};
use crate::calendar::{Cycle, Granule, Unit};
use crate::expr::{Expr, Modifier, Way};
use crate::lang::{From, Part, Sense, Takes};
use crate::text::{Ptb, Shape, Upos};

/// 2015; '98; the year 2000; 490 BC; AD 79; fiscal 1989; FY2024; 1998-99.
pub fn year(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    // Most articles go before something else.
    let goes_on = Sense::Fiscal.kind() | Sense::Unit(Unit::Year).kind();
    if r.is(i, Sense::The) && r.shape(i + 1) != Shape::Number && r.kinds(i + 1) & goes_on == 0 {
        return None;
    }
    // "FY2024", "FY 24"
    if r.shape(i) == Shape::Mixed {
        let digits = r.word(i).strip_prefix("FY").or_else(|| r.word(i).strip_prefix("fy"))?;
        let n: u32 = digits.parse().ok()?;
        let year = if digits.len() == 2 {
            two_digit_year(n)?
        } else {
            i32::try_from(n).ok().filter(|y| (1900..2100).contains(y))?
        };
        return Some(fiscal_year(r, i, year, i + 1));
    }
    // "fiscal 1989", "the fiscal year 2024", "financial year 2023-24"
    let of_fiscal = i + usize::from(r.is(i, Sense::The));
    if r.kinds(of_fiscal) & Sense::Fiscal.kind() != 0 {
        let at = r.skip_hyphen(of_fiscal + 1);
        let at = if r.is(at, Sense::Unit(Unit::Year)) { at + 1 } else { of_fiscal + 1 };
        let (year, end) = r.year(at).map(|y| (y, at + 1)).or_else(|| short_year(r, at))?;
        return Some(fiscal_year(r, at, year, end));
    }
    // "the 2025 fiscal year", "the 2024-25 fiscal year"
    let the = usize::from(r.is(i, Sense::The));
    if let Some(year) = r.year(i + the) {
        let (last, end) = year_range_end(r, i + the, year).unwrap_or((year, i + the + 1));
        if r.kinds(end) & Sense::Fiscal.kind() != 0 && r.is(end + 1, Sense::Unit(Unit::Year)) {
            return Some(Read::new(fiscal(Expr::At(Granule::Year(last))), end + 2));
        }
    }
    // "New Year 2018"
    let name = r.capital(i) && !r.first(i) && i.checked_sub(1).is_some_and(|b| r.capital(b));
    if !name && r.is(i + the, Sense::Unit(Unit::Year)) && (the > 0 || r.kinds(i) & Sense::Plural.kind() == 0) {
        let at = i + the + 1;
        // "the years 1751-1777"
        if let Some((first, (last, end))) = r.year(at).and_then(|y| Some((y, year_range_end(r, at, y)?))) {
            return Some(Read::new(years(first, last), end));
        }
        // "Year 7 pupils": years of school have one or two digits.
        let (year, end) = match r.year(at) {
            Some(year) => (year, at + 1),
            None => r.whole(at).filter(|(n, _)| (100..2200).contains(n)).map(|(n, end)| (n as i32, end))?,
        };
        return (!noun_at(r, end)).then(|| Read::new(Expr::At(Granule::Year(year)), end));
    }
    if r.kinds(i) & Sense::Unit(Unit::Year).kind() != 0 {
        return None;
    }
    if let Some((year, end)) = short_year(r, i) {
        return Some(Read::new(Expr::At(Granule::Year(year)), end));
    }
    if let Some(read) = era(r, i) {
        return Some(read);
    }
    // "two thousand and fourteen": as often a number of things, so only where a date stands.
    let counts = |end: usize| (i..end).any(|k| r.kinds(k) & Sense::Times(1).kind() != 0);
    if let Some((year, end)) = spoken_year(r, i)
        && (!counts(end) || (dated(r, i) || year % 100 != 0 && r.is(i.wrapping_sub(1), Sense::Of)) && !noun_at(r, end))
    {
        return Some(Read::new(Expr::At(Granule::Year(year)), end));
    }
    let year = r.year(i)?;
    if let Some(read) = year_first(r, i, year) {
        return Some(read);
    }
    if let Some((last, end)) = year_range_end(r, i, year) {
        return Some(Read::new(years(year, last), end));
    }
    stands_as_year(r, i, year).then(|| Read::new(Expr::At(Granule::Year(year)), i + 1))
}

/// From the begin of one year to the end of another.
fn years(first: i32, last: i32) -> Expr {
    let year = |y| Box::new(Expr::At(Granule::Year(y)));
    Expr::Between(year(first), year(last))
}

/// 2018 March 18; 2016 November; 2019 Q3; 1982 summer: the year before what is in it.
fn year_first(r: &Reader<'_>, i: usize, year: i32) -> Option<Read> {
    if !(1500..2100).contains(&year) {
        return None;
    }
    let year = Granule::Year(year);
    let at = r.skip_hyphen(i + 1);
    if let Some((cycle, end)) = super::season::quarter_code(r, at).or_else(|| super::season::quarter_behind(r, i + 1)) {
        return cycle.within(year).map(|g| Read::new(Expr::At(g), end));
    }
    // "the 1984 Summer Games" are a name.
    let season = r.sense(i + 1, |s| if let Sense::Season(s) = s { Some(s) } else { None });
    if let Some(season) = season.filter(|_| r.shape(i + 1) == Shape::Lower && r.kinds(i + 1) & Sense::Weak.kind() == 0)
    {
        return Cycle::Season(season).within(year).map(|g| Read::new(Expr::At(g), i + 2));
    }
    // "2016, nov" at the end of its clause
    let comma = r.skip_comma(i + 1);
    let closed = |at: usize| at >= r.len() || r.mark(at, ".;)!?");
    if let Some(month) = super::calendar::month(r, comma, true).filter(|_| closed(comma + 1)) {
        return Cycle::Month(month).within(year).map(|g| Read::new(Expr::At(g), comma + 1));
    }
    let month = r.month(i + 1).filter(|_| r.year(i + 2).is_none())?;
    if let Some((day, end)) = r.day(i + 2).filter(|_| r.digits(i + 2).is_some_and(|d| d.len <= 2)) {
        return Cycle::MonthDay(month, day).within(year).map(|g| Read::new(Expr::At(g), end));
    }
    // "In 2016 March was dry": the year alone is dated.
    let weak = r.kinds(i + 1) & Sense::Weak.kind() != 0;
    let verb = r.document.tokens.get(i + 2).is_some_and(|t| matches!(t.tag.ptb, Ptb::Vbd | Ptb::Vbz));
    let ends = r.shape(i + 2) == Shape::Mark || r.kinds(i + 2) & (Sense::And.kind() | Sense::To.kind()) != 0;
    (!weak && !verb || ends).then(|| Cycle::Month(month).within(year)).flatten().map(|g| Read::new(Expr::At(g), i + 2))
}

/// Whether a preposition that takes a date stands before `i`: "in", "since", "until", "from".
fn dated(r: &Reader<'_>, i: usize) -> bool {
    r.taken(i, Takes::Month) || r.taken(i, Takes::Day)
}

/// A fiscal year that stands at `i` up to `end`; of two years ("FY2023-24") the second one names it, as it does the
/// year in which it ends.
fn fiscal_year(r: &Reader<'_>, i: usize, year: i32, end: usize) -> Read {
    let next = year_range_end(r, i, year).filter(|&(last, _)| last == year + 1);
    let (year, end) = next.unwrap_or((year, end));
    let year = Granule::Year(year);
    // "FY2024 Q3"
    let quarter = super::season::quarter_code(r, end).and_then(|(cycle, end)| Some((cycle.within(year)?, end)));
    let (granule, end) = quarter.unwrap_or((year, end));
    Read::new(fiscal(Expr::At(granule)), end)
}

/// Of the fiscal calendar.
pub(super) fn fiscal(of: Expr) -> Expr {
    Expr::Fiscal(Box::new(of))
}

/// nineteen ninety-six; twenty twenty-four; nineteen oh five; two thousand and eight; seventeen hundred thirty-three.
pub(super) fn spoken_year(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    if r.shape(i) == Shape::Number {
        return None;
    }
    let (n, at) = r.whole(i)?;
    let lettered = |end| r.strict_unit(end).is_none() && r.kinds(end) & Sense::Counted.kind() == 0;
    if (1100..2100).contains(&n) {
        // "two thousand homes"
        let things = r.document.tokens.get(at).is_some_and(|t| t.tag.is_noun() || t.tag.upos == Upos::Adj);
        return (lettered(at) && !things).then_some((i32::try_from(n).ok()?, at));
    }
    if !(13..=20).contains(&n) || at != i + 1 || r.shape(at) == Shape::Number {
        return None;
    }
    // "nineteen oh five"
    let zero = r.is(at, Sense::Number(0)) || r.kinds(at) & Sense::Oh.kind() != 0;
    let (rest, end) = match zero {
        true => r.whole(at + 1).filter(|&(n, _)| (1..=9).contains(&n))?,
        false => r.whole(at).filter(|&(n, _)| (10..=99).contains(&n))?,
    };
    lettered(end).then_some((i32::try_from(n * 100 + rest).ok()?, end))
}

/// 490 BC, AD 79, 14 A.D., 499-493 BC, 264 to 241 BC.
fn era(r: &Reader<'_>, i: usize) -> Option<Read> {
    let year = |y| Expr::At(Granule::Year(y));
    if let Some((first, _)) = r.plain(i) {
        if let Some((y, end)) = year_of_era(r, i) {
            return Some(Read::new(year(y), end));
        }
        // The era of a range stands at its end.
        if !r.is(i + 1, Sense::To) {
            return None;
        }
        let (last, end) = year_of_era(r, i + 2)?;
        let first = i32::try_from(first).ok().filter(|n| (1..=9999).contains(n))?;
        let first = if last <= 0 { 1 - first } else { first };
        return (first < last).then(|| Read::new(Expr::Between(Box::new(year(first)), Box::new(year(last))), end));
    }
    if era_of(r, i) == Some(false) && r.shape(i) == Shape::Upper {
        let (n, _) = r.plain(i + 1)?;
        let n = i32::try_from(n).ok().filter(|n| (1..=2100).contains(n))?;
        return Some(Read::new(year(n), i + 2));
    }
    None
}

fn era_of(r: &Reader<'_>, i: usize) -> Option<bool> {
    r.sense(i, |s| if let Sense::Era(bc) = s { Some(bc) } else { None })
}

/// A number with its era behind it.
pub(super) fn year_of_era(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    let (n, _) = r.plain(i)?;
    let bc = era_of(r, i + 1).filter(|_| r.shape(i + 1) == Shape::Upper || r.word(i + 1).contains('.'))?;
    let n = i32::try_from(n).ok().filter(|n| (1..=9999).contains(n))?;
    Some((if bc { 1 - n } else { n }, i + 2))
}

/// The second year of "1998-99", "2009-2010", "1914–18".
pub(super) fn year_range_end(r: &Reader<'_>, i: usize, first: i32) -> Option<(i32, usize)> {
    let slash = r.mark(i + 1, "/") && (r.glued(i) && r.glued(i + 1) || r.year(i + 2) == Some(first + 1));
    // "from 1976 - 79", "the 2006 - 07 season": two digits that go on counting, and nothing that they count.
    let next = r.plain(i + 2).is_some_and(|(n, _)| i64::from(n) == i64::from(first % 100 + 1));
    let spaced = r.mark(i + 1, "-–") && !r.glued(i) && !r.glued(i + 1) && (next || !noun_at(r, i + 3));
    let joined = r.hyphen(i + 1) || slash || spaced && r.digits(i + 2).is_some_and(|d| d.len == 2);
    // 2025-03-08
    if !joined || r.hyphen(i + 3) {
        return None;
    }
    let last = match r.plain(i + 2)? {
        (n, 4) => i32::try_from(n).ok()?,
        (n, 2) => first / 100 * 100 + i32::try_from(n).ok()? + if n < 10 && first % 100 > 90 { 100 } else { 0 },
        _ => return None,
    };
    ((first + 1..first + 200).contains(&last) && (1200..2200).contains(&first)).then_some((last, i + 3))
}

/// Whether four digits stand as a year: after a preposition, after a month, in brackets, before a noun with "the" -- not
/// as a number of things, a price, a house number or a code.
fn stands_as_year(r: &Reader<'_>, i: usize, year: i32) -> bool {
    if r.kinds(i + 1)
        & (Sense::Counted.kind() | Sense::Times(100).kind() | Sense::Meridiem(0).kind() | Sense::Zone(0).kind())
        != 0
    {
        return false;
    }
    // "2012 or later"
    let later = r.is(i + 1, Sense::Or)
        && r.kinds(i + 2) & (Sense::Offset(Way::After, From::Now).kind() | Sense::Hang(Way::After).kind()) != 0;
    // "2014 to 2018", "both 1990 and 1991"
    let goes_on = r.is(i + 1, Sense::To) || r.is(i + 1, Sense::And);
    let ranged = goes_on && r.year(i + 2).is_some_and(|last| last > year);
    if (later || ranged) && (1500..2100).contains(&year) && !next_is_plural(r, i + 3) {
        return true;
    }
    // A heading of its own.
    if r.first(i) && (r.first(i + 1) || i + 1 >= r.len()) {
        return (1500..2100).contains(&year);
    }
    // "1945 Elm Road"
    let first = r.first(i) || i.checked_sub(1).is_some_and(|b| r.word(b).eq_ignore_ascii_case("at"));
    if first && r.capital(i + 1) && r.kinds(i + 1) == 0 {
        return false;
    }
    // "1500 GMT", "$2015", "No. 1984", "2015-XL", "(212) 555-2015", "2015.5"
    if r.mark(i + 1, "%°") || r.hyphen(i + 1) && r.strict_unit(i + 2).is_none() && r.digits(i + 2).is_some() {
        return false;
    }
    let noun_or_verb = |i: usize| r.document.tokens.get(i).is_some_and(|t| t.tag.is_noun() || t.tag.ptb == Ptb::Vbd);
    // "1965's man of the year"
    if r.owner(i + 1) && (1800..2050).contains(&year) {
        return true;
    }
    let Some(before) = i.checked_sub(1).filter(|_| !r.first(i)) else {
        return (1500..2100).contains(&year) && !r.hyphen(i + 1) && !next_is_plural(r, i + 1);
    };
    if r.mark(before, "$£€¥#№.") || (r.glued(before) && !r.mark(before, "(\"“‘'[—–-/,")) {
        return false;
    }
    if r.hyphen(before) && r.sense(before.wrapping_sub(1), |s| matches!(s, Sense::Mod(_)).then_some(())).is_none() {
        return false;
    }
    let kinds = r.kinds(before);
    let prep = kinds & (Sense::Prep.kind() | Sense::Between.kind()) != 0;
    if prep {
        // "to 1,500", "of 2000 units", "at 1999", "for 1950 dollars", "over 2000": only likely years.
        let counting = r.taken(i, Takes::Number);
        let likely = (1900..2050).contains(&year);
        return if counting {
            // "dates back to 1865,": a number of things would be followed by them, and be written with a comma
            let closed = r.shape(i + 1) == Shape::Mark && !r.hyphen(i + 1) || i + 1 >= r.len();
            let from = i.checked_sub(2).is_some_and(|b| r.digits(b).is_some());
            let old = (1600..1900).contains(&year) && r.is(before, Sense::To) && closed && !from;
            (likely || old) && !next_is_plural(r, i + 1)
        } else {
            (1000..2200).contains(&year) && (likely || !next_is_plural(r, i + 1))
        };
    }
    if !(1500..2100).contains(&year) {
        return false;
    }
    // "the 2015 nuclear deal", "a 1998 report", "its 2024 budget", "early 1990", "and 2016", "(2015)"
    let modern = (1500..2050).contains(&year);
    let determiner = kinds & (Sense::The.kind() | Sense::A.kind() | Sense::That.kind() | Sense::Each.kind()) != 0
        || r.is(before, Sense::Possessive)
        || r.owner(before);
    if determiner {
        return modern && !r.mark(i + 1, ",.;:!?") && !next_is_plural_of_things(r, i + 1);
    }
    let other = kinds
        & (MOD_OR_ORDINAL
            | Sense::And.kind()
            | Sense::Or.kind()
            | Sense::Season(crate::calendar::Season::Spring).kind()
            | Sense::Month(1).kind()
            | Sense::Weekday(chrono::Weekday::Mon).kind())
        != 0;
    if other {
        return modern && !next_is_plural(r, i + 1);
    }
    if r.mark(before, "(,[—–-") {
        return modern
            && (r.shape(i + 1) == Shape::Mark || r.kinds(i + 1) & (Sense::Prep.kind() | Sense::And.kind()) != 0)
            && !r.mark(i + 1, "-%");
    }
    // "a secret 1902 pact", "and so 1987 saw little change", "as late as 1781"
    let tag = r.document.tokens.get(before).map(|t| t.tag.ptb);
    let adjective = matches!(tag, Some(Ptb::Jj | Ptb::Rb)) && noun_or_verb(i + 1) && !next_is_plural(r, i + 1);
    let as_late = r.is(before, Sense::Part(Part::As));
    // "13.5% bonds due 1993"
    let due = kinds & Sense::Ahead.kind() != 0 && tag == Some(Ptb::Jj) && !noun_or_verb(i + 1);
    // "Super Bowl 2024", "Windows 2000": a name that carries its year is no time of anything.
    as_late || (1800..2050).contains(&year) && (adjective || due)
}

fn next_is_plural(r: &Reader<'_>, i: usize) -> bool {
    r.document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Nns) && r.kinds(i) & Sense::Plural.kind() == 0
}

fn next_is_plural_of_things(r: &Reader<'_>, i: usize) -> bool {
    r.kinds(i) & Sense::Counted.kind() != 0
}

/// the 1990s; the '80s; the early eighties (with "early" from another rule); the mid-1990s.
pub fn decade(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let the = r.is(i, Sense::The);
    let at = if the { i + 1 } else { i };
    // "the early 60's"
    let modified = i.checked_sub(1).is_some_and(|b| {
        r.sense(b, |s| matches!(s, Sense::Mod(Modifier::Start | Modifier::Mid | Modifier::End)).then_some(())).is_some()
    });
    // '80s
    if r.mark(at, "'’‘") && r.glued(at) {
        let d = r.digits(at + 1)?;
        let is = d.len == 2 && d.rest == "s" && d.value % 10 == 0;
        return is.then(|| {
            Read::new(Expr::At(Granule::Decade(if d.value < 30 { 200 } else { 190 } + d.value as i32 / 10)), at + 2)
        });
    }
    if let Some(d) = r.digits(at) {
        let (suffix, end) = match d.rest {
            "s" => (true, at + 1),
            // "1990's" is cut before the apostrophe.
            // "1990 s", with a space too many
            "" => (r.owner(at + 1) && r.glued(at) || d.len == 4 && r.word(at + 1) == "s", at + 2),
            _ => (false, 0),
        };
        if !suffix || d.value % 10 != 0 {
            return None;
        }
        let value = i32::try_from(d.value).ok()?;
        return match d.len {
            4 if value % 100 == 0 && value < 1900 => Some(Read::new(Expr::At(Granule::Century(value / 100)), end)),
            4 if (1000..2100).contains(&value) => Some(Read::new(Expr::At(Granule::Decade(value / 10)), end)),
            3 if era_of(r, end) == Some(true) => Some(Read::new(Expr::At(Granule::Decade(-1 - value / 10)), end + 1)),
            2 if (the || modified) && value >= 20 => Some(Read::new(Expr::At(Granule::Decade(190 + value / 10)), end)),
            _ => None,
        };
    }
    // "the nineteen seventies", "the twenty-tens", "the two thousands"
    if let Some((century, tens)) = r.whole(at).filter(|&(n, _)| the && (13..=20).contains(&n)) {
        let tens = r.skip_hyphen(tens);
        let ten = r.sense(tens, |s| if let Sense::Decade(d) = s { Some(d) } else { None })?;
        return Some(Read::new(Expr::At(Granule::Decade(century as i32 * 10 + i32::from(ten) / 10)), tens + 1));
    }
    // "the two thousands", "the two thousand and tens"
    if let Some((2000, end)) = r.whole(at).filter(|_| the) {
        if r.is(end - 1, Sense::Open) {
            return Some(Read::new(Expr::At(Granule::Decade(200)), end));
        }
        let ten = r.sense(end + 1, |s| if let Sense::Decade(d) = s { Some(d) } else { None });
        let ten = ten.filter(|_| r.is(end, Sense::And))?;
        return Some(Read::new(Expr::At(Granule::Decade(200 + i32::from(ten) / 10)), end + 2));
    }
    let ten = r.sense(at, |s| if let Sense::Decade(d) = s { Some(d) } else { None })?;
    // "the tens" alone are seldom years.
    let weak = r.kinds(at) & Sense::Weak.kind() != 0;
    (the && !weak).then(|| Read::new(Expr::Bare(Cycle::Decade(ten)), at + 1))
}

/// the 19th century; the twentieth century; the fifth century BC.
pub fn century(r: &Reader<'_>, i: usize, _: u8) -> Option<Read> {
    let at = if r.is(i, Sense::The) { i + 1 } else { i };
    let (n, end) = r.ordinal(at).filter(|&(n, _)| (1..=30).contains(&n))?;
    let end = r.skip_hyphen(end);
    if r.kinds(end) & Sense::CenturyWord.kind() == 0 || (at == i && r.kinds(end) & Sense::Plural.kind() != 0) {
        return None;
    }
    if r.capital(end) && r.capital(end + 1) && r.kinds(end + 1) == 0 {
        return None;
    }
    let bc = r.sense(end + 1, |s| if let Sense::Era(bc) = s { Some(bc) } else { None });
    let century = if bc == Some(true) { -n } else { n - 1 };
    Some(Read::new(Expr::At(Granule::Century(century)), end + 1 + usize::from(bc.is_some())))
}

/// '98 is 1998 and '24 is 2024: two digits belong to the century that puts them between 1930 and 2029.
pub(super) fn two_digit_year(y: u32) -> Option<i32> {
    let y = i32::try_from(y).ok().filter(|y| (0..100).contains(y))?;
    Some(if y < 30 { 2000 + y } else { 1900 + y })
}

/// '98
pub(super) fn short_year(r: &Reader<'_>, i: usize) -> Option<(i32, usize)> {
    if r.mark(i, "'’‘") && r.glued(i) {
        let (y, 2) = r.plain(i + 1)? else { return None };
        return Some((two_digit_year(y)?, i + 2));
    }
    None
}
