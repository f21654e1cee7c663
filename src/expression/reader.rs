//! Tokens seen through the lexicon, and what every rule needs: numbers, ordinals, lengths.

use crate::calendar::{Count, Period, Unit};
use crate::expr::{Expr, Modifier};
use crate::lang::{ALONE, ENGLISH, GOES_ON, Kinds, Lexicon, Part, PhraseSense, Sense, Takes, WordId};
use crate::text::{Document, Ptb, Shape};
use crate::timex::Signal;
use std::cell::Cell;

/// What a rule read: the meaning and one past the last token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// What it means.
    pub expr: Expr,
    /// One past its last token.
    pub end: usize,
    /// A zone that was named, in minutes east of UTC.
    pub zone: Option<i16>,
}

impl Read {
    /// Read up to `end`.
    pub fn new(expr: Expr, end: usize) -> Self {
        Read { expr, end, zone: None }
    }
}

/// A document with the word id of each token.
pub struct Reader<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    ids: Vec<WordId>,
    /// The kinds of senses of each token.
    kinds: Vec<Kinds>,
    /// Whether each token is the first of its sentence.
    firsts: Vec<bool>,
    lexicon: &'static Lexicon,
    /// The places where [`Reader::whole`] and [`Reader::period`] read last, and what: one rule after the other asks.
    wholes: Last<(u32, usize)>,
    periods: Last<(Period, usize)>,
}

/// What was read at some places, each where its number points to.
struct Last<T>([Cell<Option<Kept<T>>>; 8]);

/// A place and what was read there.
type Kept<T> = (usize, Option<T>);

impl<T: Copy> Last<T> {
    fn new() -> Self {
        Last(Default::default())
    }

    fn get(&self, i: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let slot = self.0.get(i % 8);
        if let Some((at, found)) = slot.and_then(Cell::get)
            && at == i
        {
            return found;
        }
        let found = read();
        slot.inspect(|slot| slot.set(Some((i, found))));
        found
    }
}

/// Digits at the front of a token, and the letters after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits<'a> {
    /// Their value.
    pub value: u32,
    /// How many digits.
    pub len: usize,
    /// What follows them in the same token: "th", "s", "pm".
    pub rest: &'a str,
}

impl<'d> Reader<'d> {
    /// Looks every token up.
    pub fn new(document: &'d Document<'d>) -> Self {
        let lexicon: &'static Lexicon = &ENGLISH;
        let ids: Vec<WordId> = (document.tokens.iter().enumerate())
            .map(|(i, token)| match (token.shape, document.word(i)) {
                (Shape::Number | Shape::Mixed, _) => 0,
                (Shape::Mark, word) if word.len() == 1 && !matches!(word, "-" | "%" | "&" | "'") => 0,
                (_, word) => lexicon.look_up(word),
            })
            .collect();
        let kinds = ids.iter().map(|&id| lexicon.kinds(id)).collect();
        let mut firsts = vec![false; document.tokens.len()];
        for sentence in &document.sentences {
            if let Some(first) = firsts.get_mut(sentence.tokens.start) {
                *first = true;
            }
        }
        Reader { document, ids, kinds, firsts, lexicon, wholes: Last::new(), periods: Last::new() }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    fn id(&self, i: usize) -> WordId {
        self.ids.get(i).copied().unwrap_or(0)
    }

    /// The words of token `i`.
    pub fn word(&self, i: usize) -> &'d str {
        self.document.word(i)
    }

    /// Shape of token `i`; a mark when there is none.
    pub fn shape(&self, i: usize) -> Shape {
        self.document.tokens.get(i).map_or(Shape::Mark, |t| t.shape)
    }

    /// Whether token `i` begins with a capital letter.
    pub fn capital(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Upper)
    }

    /// Whether token `i` is the first of its sentence.
    pub fn first(&self, i: usize) -> bool {
        self.firsts.get(i).copied().unwrap_or(false)
    }

    /// Whether nothing stands between token `i` and the next.
    pub fn glued(&self, i: usize) -> bool {
        self.document.glued(i)
    }

    /// The kinds of senses of token `i` as bits.
    pub fn kinds(&self, i: usize) -> Kinds {
        self.kinds.get(i).copied().unwrap_or(0)
    }

    /// Whether token `i` has the very sense `sense`.
    pub fn is(&self, i: usize, sense: Sense) -> bool {
        self.kinds(i) & sense.kind() != 0 && self.lexicon.senses(self.id(i)).contains(&sense)
    }

    /// The first sense of token `i` that `pick` takes.
    pub fn sense<T>(&self, i: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.lexicon.senses(self.id(i)).iter().copied().find_map(pick)
    }

    /// Whether token `i` is a mark of one of these characters.
    pub fn mark(&self, i: usize, marks: &str) -> bool {
        self.shape(i) == Shape::Mark && self.word(i).chars().next().is_some_and(|c| marks.chars().any(|mark| mark == c))
    }

    /// A day of the week: with a capital, or in lower case when it can be nothing else ("friday", not "sat").
    pub fn weekday(&self, i: usize) -> Option<chrono::Weekday> {
        let sure = self.capital(i) || self.kinds(i) & Sense::Weak.kind() == 0;
        self.sense(i, |s| if let Sense::Weekday(d) = s { Some(d) } else { None }).filter(|_| sure)
    }

    /// A month: with a capital, or in lower case when it can be nothing else ("october", not "march").
    pub fn month(&self, i: usize) -> Option<u8> {
        let sure = self.capital(i) || self.kinds(i) & Sense::Weak.kind() == 0;
        self.sense(i, |s| if let Sense::Month(m) = s { Some(m) } else { None }).filter(|_| sure)
    }

    /// Whether the word before token `i` takes such a thing.
    pub fn taken(&self, i: usize, by: Takes) -> bool {
        i.checked_sub(1).is_some_and(|b| self.is(b, Sense::Takes(by)))
    }

    /// Whether the tokens from `i` to `end` are all that their paragraph holds, but for a full stop: a line of a listing.
    pub fn is_line(&self, i: usize, end: usize) -> bool {
        let sentences = &self.document.sentences;
        let here = self.document.sentence_of(i);
        let Some(sentence) = sentences.get(here) else { return false };
        let other =
            |n: Option<usize>| n.and_then(|n| sentences.get(n)).is_none_or(|s| s.paragraph != sentence.paragraph);
        let stop = usize::from(end + 1 == sentence.tokens.end && self.mark(end, "."));
        sentence.tokens == (i..end + stop) && other(here.checked_sub(1)) && other(Some(here + 1))
    }

    /// Whether the clause ends at `i`.
    pub fn clause_ends(&self, i: usize) -> bool {
        i >= self.len() || self.first(i) || self.mark(i, ".,;:!?)")
    }

    /// A month and a day written together: "October2".
    pub fn glued_day(&self, i: usize) -> Option<(u8, u8)> {
        if self.shape(i) != Shape::Mixed {
            return None;
        }
        let word = self.word(i);
        let (name, day) = word.split_at_checked(word.find(|c: char| c.is_ascii_digit())?)?;
        let senses = self.lexicon.senses(self.lexicon.look_up(name));
        let month = senses.iter().find_map(|s| if let Sense::Month(m) = s { Some(*m) } else { None })?;
        // "Oct4" names a protein; a short name needs something that says that it is a date.
        let short = name.len() < 5 && !matches!(name.len(), 4 if month == 6 || month == 7);
        let dated = i.checked_sub(1).is_some_and(|b| self.kinds(b) & DATED != 0 || self.mark(b, ","));
        let day = day.parse().ok().filter(|d| (1..=31).contains(d) && day.len() <= 2)?;
        (!short || dated).then_some((month, day))
    }

    /// Whether token `i` is a possessive "'s".
    pub fn owner(&self, i: usize) -> bool {
        matches!(self.word(i), "'s" | "’s")
    }

    /// A hyphen glued on both sides.
    pub fn hyphen(&self, i: usize) -> bool {
        i > 0 && self.mark(i, "-‐‑–") && self.glued(i - 1) && self.glued(i)
    }

    /// Past a hyphen at `i`, if there is one.
    pub fn skip_hyphen(&self, i: usize) -> usize {
        if self.hyphen(i) { i + 1 } else { i }
    }

    /// Past a comma at `i`, if there is one.
    pub fn skip_comma(&self, i: usize) -> usize {
        if self.mark(i, ",") { i + 1 } else { i }
    }

    /// The longest fixed phrase at `i`.
    pub fn phrase(&self, i: usize) -> Option<(PhraseSense, usize)> {
        if self.kinds(i) & Sense::Phrase.kind() == 0 {
            return None;
        }
        let goes_on = self.kinds(i + 1) & GOES_ON != 0;
        let dotted = !goes_on && self.mark(i + 1, ".");
        if !goes_on && !dotted && self.kinds(i) & ALONE == 0 {
            return None;
        }
        let may_fit = |words: &[&str]| goes_on || words.len() == 1 || dotted && words.get(1) == Some(&".");
        self.lexicon.phrases(self.id(i)).iter().filter(|(words, _)| may_fit(words)).find_map(|(words, sense)| {
            let fits = words.iter().enumerate().skip(1).all(|(n, w)| self.word(i + n).eq_ignore_ascii_case(w));
            fits.then_some((*sense, i + words.len()))
        })
    }

    /// The digits that a token begins with. A comma only between thousands; no inner full stop or colon.
    pub fn digits(&self, i: usize) -> Option<Digits<'d>> {
        if !matches!(self.shape(i), Shape::Number | Shape::Mixed) {
            return None;
        }
        let word = self.word(i);
        let bytes = word.as_bytes();
        let (mut value, mut len, mut at) = (0u32, 0, 0);
        while let Some(&b) = bytes.get(at) {
            match b {
                b'0'..=b'9' => {
                    value = value.checked_mul(10)?.checked_add(u32::from(b - b'0'))?;
                    len += 1;
                }
                b',' if at > 0 => {}
                _ => break,
            }
            at += 1;
        }
        (len > 0).then(|| Digits { value, len, rest: word.get(at..).unwrap_or_default() })
    }

    /// A token of digits only, without a thousands comma: its value and length.
    pub fn plain(&self, i: usize) -> Option<(u32, usize)> {
        let d = self.digits(i)?;
        (d.rest.is_empty() && d.len == self.word(i).len()).then_some((d.value, d.len))
    }

    /// A year of four digits.
    pub fn year(&self, i: usize) -> Option<i32> {
        match self.plain(i)? {
            (y @ 1000..=2999, 4) => i32::try_from(y).ok(),
            _ => None,
        }
    }

    /// A year so far ahead that only a whole date tells it from a count: "31 December 9999".
    pub fn far_year(&self, i: usize) -> Option<i32> {
        match self.plain(i)? {
            (y @ 3000..=9999, 4) => i32::try_from(y).ok(),
            _ => None,
        }
    }

    /// A day of the month, with or without "th": 1 to 31.
    pub fn day(&self, i: usize) -> Option<(u8, usize)> {
        let day = |n: u32| u8::try_from(n).ok().filter(|d| (1..=31).contains(d));
        if let Some(d) = self.digits(i) {
            let suffix = matches!(d.rest, "" | "st" | "nd" | "rd" | "th");
            return if suffix && d.len <= 2 { day(d.value).map(|d| (d, i + 1)) } else { None };
        }
        let (n, end) = self.ordinal(i)?;
        day(u32::try_from(n).ok()?).map(|d| (d, end))
    }

    /// An ordinal: "third", "21st", "twenty-first"; -1 for "last".
    pub fn ordinal(&self, i: usize) -> Option<(i32, usize)> {
        if let Some(d) = self.digits(i) {
            let suffix = matches!(d.rest, "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH");
            return suffix.then_some((i32::try_from(d.value).ok()?, i + 1));
        }
        let one = |i| self.sense(i, |s| if let Sense::Ordinal(n) = s { Some(n) } else { None });
        if let Some(n) = one(i) {
            return Some((n, i + 1));
        }
        let tens = self.number_word(i).filter(|n| (20..=90).contains(n) && n % 10 == 0)?;
        let at = self.skip_hyphen(i + 1);
        let n = one(at).filter(|n| (1..=9).contains(n))?;
        Some((i32::try_from(tens).ok()? + n, at + 1))
    }

    fn number_word(&self, i: usize) -> Option<u32> {
        if self.kinds(i) & Sense::Number(1).kind() == 0 {
            return None;
        }
        self.sense(i, |s| if let Sense::Number(n) = s { Some(n) } else { None })
    }

    /// A whole number: "12", "10,000", "twenty-five", "a hundred", "two thousand".
    pub fn whole(&self, i: usize) -> Option<(u32, usize)> {
        const BEGINS: Kinds = Sense::Number(1).kind() | Sense::A.kind();
        if self.kinds(i) & BEGINS == 0 && !matches!(self.shape(i), Shape::Number | Shape::Mixed) {
            return None;
        }
        self.wholes.get(i, || self.read_whole(i))
    }

    fn read_whole(&self, i: usize) -> Option<(u32, usize)> {
        let (mut n, mut end) = match self.digits(i) {
            Some(d) if d.rest.is_empty() => (d.value, i + 1),
            Some(_) => return None,
            None => match self.below_hundred(i) {
                Some(found) => found,
                None if self.is(i, Sense::A) && self.times(i + 1).is_some() => (1, i + 1),
                None => return None,
            },
        };
        while let Some(by) = self.times(end) {
            n = n.checked_mul(by)?;
            end += 1;
            // "a hundred (and) twenty-five", "a thousand seven hundred (and) eighty-nine"
            let and = |end| if self.is(end, Sense::And) { end + 1 } else { end };
            if let Some((small, at)) = self.below_hundred(and(end)).filter(|&(small, _)| small < by) {
                let hundreds = by > 100 && self.times(at) == Some(100);
                n = n.checked_add(if hundreds { small * 100 } else { small })?;
                end = at + usize::from(hundreds);
                if let Some((small, at)) = self.below_hundred(and(end)).filter(|_| hundreds) {
                    n = n.checked_add(small)?;
                    end = at;
                }
            }
        }
        Some((n, end))
    }

    /// A number in words below a hundred: "seven", "twenty-five".
    fn below_hundred(&self, i: usize) -> Option<(u32, usize)> {
        let n = self.number_word(i)?;
        let at = self.skip_hyphen(i + 1);
        let unit = self.number_word(at).filter(|u| (20..=90).contains(&n) && n % 10 == 0 && (1..=9).contains(u));
        Some(unit.map_or((n, i + 1), |unit| (n + unit, at + 1)))
    }

    fn times(&self, i: usize) -> Option<u32> {
        if self.kinds(i) & Sense::Times(1).kind() == 0 {
            return None;
        }
        self.sense(i, |s| if let Sense::Times(n) = s { Some(n) } else { None })
    }

    /// How many: "two", "2.5", "two and a half", "two to three", "a", "several", "a couple of", "half a".
    pub fn count(&self, i: usize) -> Option<(Count, usize)> {
        if let Some((tenths, end)) = self.decimal(i) {
            return Some((Count::Tenths(tenths), end));
        }
        if let Some((n, end)) = self.whole(i) {
            let hyphen = self.skip_hyphen(end);
            // "two and a half", "two-and-a-half"
            if self.is(hyphen, Sense::And) {
                let a = self.skip_hyphen(hyphen + 1);
                let one = self.is(a, Sense::A) || self.is(a, Sense::Number(1));
                // "one and half hours"
                let bare = self.is(a, Sense::Half) && self.strict_unit(a + 1).is_some();
                let half = if bare { a } else { self.skip_hyphen(a + 1) };
                if (one || bare) && self.is(half, Sense::Half) {
                    return Some((Count::Tenths(n.checked_mul(10)?.checked_add(5)?), half + 1));
                }
            }
            if self.word(end) == "½" || self.word(end) == "1/2" {
                return Some((Count::Tenths(n.checked_mul(10)?.checked_add(5)?), end + 1));
            }
            // "two to three", "two or three", "12-18"
            let joined = self.is(end, Sense::Or) || self.is(end, Sense::To);
            if joined && let Some((m, end)) = self.whole(end + 1).filter(|&(m, _)| m > n) {
                return Some((Count::Range(n, m), end));
            }
            return Some((Count::Exact(n), end));
        }
        if self.is(i, Sense::Half) {
            let a = self.skip_hyphen(i + 1);
            let end = if self.is(a, Sense::A) { a + 1 } else { i + 1 };
            return Some((Count::Tenths(5), end));
        }
        // "per month" is a rate.
        let a = self.is(i, Sense::A) && self.kinds(i) & Sense::Weak.kind() == 0;
        let at = if a { i + 1 } else { i };
        if a && self.is(at, Sense::Half) {
            return Some((Count::Tenths(5), at + 1));
        }
        if self.is(at, Sense::Couple) && self.kinds(at) & UNIT == 0 {
            return Some((Count::Exact(2), if self.is(at + 1, Sense::Of) { at + 2 } else { at + 1 }));
        }
        if self.is(at, Sense::Open) {
            let end = if self.is(at + 1, Sense::Of) { at + 2 } else { at + 1 };
            return Some((Count::Some, end));
        }
        a.then_some((Count::Exact(1), at))
    }

    /// "2.5" in tenths.
    fn decimal(&self, i: usize) -> Option<(u32, usize)> {
        if self.shape(i) != Shape::Number {
            return None;
        }
        let (whole, tenth) = self.word(i).split_once('.')?;
        let tenth = tenth.as_bytes().first().filter(|_| tenth.len() == 1)?;
        let whole: u32 = whole.parse().ok()?;
        Some((whole.checked_mul(10)?.checked_add(u32::from(tenth - b'0'))?, i + 1))
    }

    /// A unit of time proper: no "morning", no "min" unless a digit goes before it.
    pub fn strict_unit(&self, i: usize) -> Option<Unit> {
        if self.kinds(i) & Sense::Weak.kind() != 0 && (i == 0 || self.digits(i - 1).is_none()) {
            return None;
        }
        self.sense(i, |s| if let Sense::Unit(unit) = s { Some(unit) } else { None })
    }

    /// A number written together with its unit: "24hr", "3.5years".
    fn glued_period(&self, i: usize) -> Option<(Period, usize)> {
        if self.shape(i) != Shape::Mixed {
            return None;
        }
        let word = self.word(i);
        let at = word.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, unit) = word.split_at_checked(at)?;
        let senses = self.lexicon.senses(self.lexicon.look_up(unit));
        let unit = senses.iter().find_map(|s| if let Sense::Unit(unit) = s { Some(*unit) } else { None })?;
        let count = match number.split_once('.') {
            None => Count::Exact(number.parse().ok()?),
            Some((whole, tenth)) if tenth.len() == 1 => {
                Count::Tenths(whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)?)
            }
            Some(_) => return None,
        };
        Some((Period { count, unit, rest: [None; 3] }, i + 1))
    }

    /// A length: "three years", "18-month", "half an hour", "an hour and a half", "two hours and 30 minutes".
    pub fn period(&self, i: usize) -> Option<(Period, usize)> {
        if self.kinds(i) & COUNTS == 0 && !matches!(self.shape(i), Shape::Number | Shape::Mixed) {
            return None;
        }
        self.periods.get(i, || self.read_period(i))
    }

    fn read_period(&self, i: usize) -> Option<(Period, usize)> {
        let special =
            || self.quarters_of_an_hour(i).or_else(|| self.with_quarters(i)).or_else(|| self.tens_and_units(i));
        if let Some(found) = self.glued_period(i).or_else(special) {
            return Some(found);
        }
        let (count, at) = self.count(i)?;
        // "a decade", "two full years", "a further six months"
        let at = self.skip_hyphen(at);
        let more = self.is(at, Sense::Part(Part::More)) || self.is(at, Sense::Part(Part::Less));
        let more = more && !self.is(at, Sense::Signal(Signal::In)) && !self.is(i, Sense::A);
        let at = if self.kinds(at) & Sense::Filler.kind() != 0 || more || self.describes(at) { at + 1 } else { at };
        let unit = self.strict_unit(at)?;
        // "the 1988 quarter" is no length.
        if self.year(i).is_some() && self.kinds(at) & Sense::Plural.kind() == 0 {
            return None;
        }
        let mut end = at + 1;
        let mut period = Period { count, unit, rest: [None; 3] };
        if self.is(at, Sense::Couple) {
            period.count = match count {
                Count::Exact(n) => Count::Exact(n.checked_mul(2)?),
                other => other,
            };
        }
        // "a day or two"
        if count == Count::Exact(1)
            && self.is(i, Sense::A)
            && self.is(end, Sense::Or)
            && let Some((most @ 2.., after)) = self.whole(end + 1)
            && self.strict_unit(after).is_none()
        {
            period.count = Count::Range(1, most);
            return Some((period, after));
        }
        if let Count::Exact(n) = count {
            let and = if self.is(end, Sense::And) { end + 1 } else { end };
            if and > end
                && let Some(end) = self.a_half(and)
            {
                period.count = Count::Tenths(n.checked_mul(10)?.checked_add(5)?);
                return Some((period, end));
            }
            // "a year and a quarter"
            if and > end
                && self.is(and, Sense::A)
                && self.is(and + 1, Sense::Unit(Unit::Quarter))
                && !self.is(and + 2, Sense::Of)
                && let Some(quarter) = quarters(1, unit)
            {
                period.rest[0] = Some(quarter);
                return Some((period, and + 2));
            }
            // "an hour thirty", "2 hours and ten": minutes, at the end of the clause
            if unit == Unit::Hour
                && let Some((minutes, end)) = self.whole(and).filter(|(m, _)| (10..60).contains(m))
                && (end >= self.len() || self.mark(end, ".,;:!?)") && !self.glued(end))
            {
                period.rest[0] = Some((minutes, Unit::Minute));
                return Some((period, end));
            }
            // "two years, one month and 21 days"; "1 month 2 years 21 days" in any order
            let (mut finest, mut coarsest) = (unit, unit);
            for rest in &mut period.rest {
                let listed = self.skip_comma(end);
                let and = if self.is(listed, Sense::And) { listed + 1 } else { listed };
                let Some((m, at)) = self.whole(and) else { break };
                let at = self.skip_hyphen(at);
                let larger = |u| u > coarsest && and == end && self.digits(and).is_some();
                let fits = |&u: &Unit| (u < finest || larger(u)) && u != Unit::Weekend;
                let Some(next) = self.strict_unit(at).filter(fits) else { break };
                // "after two years, 10 days of talks": a comma joins only what goes on with "and".
                let goes_on =
                    |i| self.is(i, Sense::And) && self.whole(i + 1).is_some_and(|(_, e)| self.strict_unit(e).is_some());
                if listed > end && and == listed && !goes_on(at + 1) && !self.mark(at + 1, ",") {
                    break;
                }
                (*rest, finest, coarsest, end) = (Some((m, next)), finest.min(next), coarsest.max(next), at + 1);
            }
            if coarsest > unit {
                period = largest_first(n, period);
            }
        }
        Some((period, end))
    }

    /// Whether an adjective without a sense in time stands at `i`, before units of which it tells how they were: "two bloody
    /// weeks".
    fn describes(&self, i: usize) -> bool {
        // "long", and words that only some phrase begins or goes on with ("good" Friday, the "short" term)
        const PLAIN: Kinds = Sense::LongWord.kind() | Sense::Phrase.kind() | ALONE | GOES_ON;
        self.kinds(i) & !PLAIN == 0
            && self.shape(i) == Shape::Lower
            && self.kinds(i + 1) & Sense::Plural.kind() != 0
            && self.document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Jj)
    }

    /// "a quarter of an hour", "three-quarters of an hour".
    fn quarters_of_an_hour(&self, i: usize) -> Option<(Period, usize)> {
        let n = if self.is(i, Sense::A) { 1 } else { self.number_word(i)? };
        let at = self.skip_hyphen(i + 1);
        let hour = self.is(at, Sense::Unit(Unit::Quarter))
            && self.is(at + 1, Sense::Of)
            && self.is(at + 2, Sense::A)
            && self.is(at + 3, Sense::Unit(Unit::Hour));
        (hour && n <= 3).then(|| (Period::new(15 * n, Unit::Minute), at + 4))
    }

    /// Past "a half" or "half" at `i`, where nothing is halved: "an hour and half", not "and half the staff".
    fn a_half(&self, i: usize) -> Option<usize> {
        let a = self.is(i, Sense::A);
        let end = i + usize::from(a) + 1;
        let whole = self.kinds(end) & (Sense::Of.kind() | Sense::The.kind() | Sense::A.kind()) != 0;
        (self.is(end - 1, Sense::Half) && (a || !whole)).then_some(end)
    }

    /// "one and a quarter hours", "two and three quarters of an hour", "1/2 hour".
    fn with_quarters(&self, i: usize) -> Option<(Period, usize)> {
        if self.kinds(i) & Sense::Number(1).kind() == 0 && self.shape(i) != Shape::Number {
            return None;
        }
        let (n, fourths, at) = self.fourths(i)?;
        let at = at + usize::from(self.is(at, Sense::Of));
        let at = at + usize::from(self.is(at, Sense::A));
        let unit = self.strict_unit(at)?;
        let (part, finer) = quarters(fourths, unit)?;
        Some(match n {
            0 => (Period::new(part, finer), at + 1),
            n => (Period { rest: [Some((part, finer)), None, None], ..Period::new(n, unit) }, at + 1),
        })
    }

    /// "twenty and four hours"
    fn tens_and_units(&self, i: usize) -> Option<(Period, usize)> {
        let tens = self.number_word(i).filter(|n| (20..=90).contains(n) && self.is(i + 1, Sense::And))?;
        let units = self.number_word(i + 2).filter(|n| (1..=9).contains(n))?;
        let unit = self.strict_unit(i + 3)?;
        let ranged = i.checked_sub(1).is_some_and(|b| self.kinds(b) & Sense::Between.kind() != 0);
        (tens % 10 == 0 && !ranged).then(|| (Period::new(tens + units, unit), i + 4))
    }

    /// A whole number and fourths: "one and a quarter", "two and three quarters", "3/4".
    fn fourths(&self, i: usize) -> Option<(u32, u32, usize)> {
        if self.mark(i + 1, "/") {
            let (n, of) = (self.plain(i)?, self.plain(i + 2)?);
            let fourths = match (n.0, of.0) {
                (1, 2) => 2,
                (n @ (1 | 3), 4) => n,
                _ => return None,
            };
            return (self.glued(i) && self.glued(i + 1)).then_some((0, fourths, i + 3));
        }
        let (n, and) = self.whole(i).filter(|&(_, and)| self.is(and, Sense::And))?;
        let (fourths, at) = match self.number_word(and + 1) {
            Some(fourths) => (fourths, self.skip_hyphen(and + 2)),
            None => (1, and + 1 + usize::from(self.is(and + 1, Sense::A))),
        };
        ((1..=3).contains(&fourths) && self.is(at, Sense::Unit(Unit::Quarter))).then_some((n, fourths, at + 1))
    }

    /// Past "or so" at `i`, if it stands there.
    pub fn skip_or_so(&self, i: usize) -> usize {
        if self.is(i, Sense::Or) && self.is(i + 1, Sense::Part(Part::So)) { i + 2 } else { i }
    }

    /// "about", "more than", "at least", "nearly", "up to" at `i`.
    pub fn approximation(&self, i: usize) -> Option<(Modifier, usize)> {
        use crate::lang::Part::*;
        let part = |i, p| self.is(i, Sense::Part(p));
        if part(i, More) && part(i + 1, Than) {
            return Some((Modifier::MoreThan, i + 2));
        }
        if part(i, Less) && part(i + 1, Than) {
            return Some((Modifier::LessThan, i + 2));
        }
        if part(i, At) && part(i + 1, Least) {
            return Some((Modifier::EqualOrMore, i + 2));
        }
        if part(i, At) && part(i + 1, Most) || part(i, Up) && self.is(i + 1, Sense::To) {
            return Some((Modifier::EqualOrLess, i + 2));
        }
        // "no more than", "no longer than"
        if part(i, More) && self.kinds(i) & Sense::Weak.kind() != 0 && part(i + 1, More) && part(i + 2, Than) {
            return Some((Modifier::EqualOrLess, i + 3));
        }
        // "close to two years"
        if part(i, Close) && self.is(i + 1, Sense::To) && self.period(i + 2).is_some() {
            return Some((Modifier::Approx, i + 2));
        }
        // "for over an hour", "Over a year passed", "in under a month"; not "spread over three years".
        let over = part(i, More) && self.is(i, Sense::Signal(Signal::In));
        if over || part(i, Less) && self.kinds(i) & Sense::Weak.kind() != 0 {
            let before = i.checked_sub(1).filter(|_| !self.first(i));
            let open = before.is_none_or(|b| {
                // "just over a year"
                self.kinds(b) & Sense::Prep.kind() != 0
                    || self.document.tokens.get(b).is_some_and(|t| t.tag.ptb == Ptb::Rb)
                    || self.is(b, Sense::Takes(Takes::One))
                    || self.shape(b) == Shape::Mark
            });
            let counted = self.period(i + 1).is_some_and(|(by, end)| {
                // "took over five years ago"
                let particle = before
                    .is_some_and(|b| self.is(b, Sense::Takes(Takes::One)) && self.kinds(b) & Sense::Prep.kind() == 0);
                let offset = Sense::Offset(crate::expr::Way::Before, crate::lang::From::Now).kind();
                by.count != Count::Some && !(particle && self.kinds(end) & offset != 0)
            });
            let modifier = if over { Modifier::MoreThan } else { Modifier::LessThan };
            return (open && counted).then_some((modifier, i + 1));
        }
        if self.is(i, Sense::Mod(Modifier::Approx)) {
            return Some((Modifier::Approx, i + 1));
        }
        if self.is(i, Sense::Mod(Modifier::LessThan)) {
            return Some((Modifier::LessThan, i + 1));
        }
        None
    }
}

const UNIT: Kinds = Sense::Unit(Unit::Day).kind();

/// The senses of words with which a date goes on.
const DATED: Kinds = Sense::Prep.kind() | Sense::Weekday(chrono::Weekday::Mon).kind();

/// The senses of words with which a length can begin.
const COUNTS: Kinds = Sense::A.kind()
    | Sense::Number(1).kind()
    | Sense::Half.kind()
    | Sense::Open.kind()
    | Sense::Couple.kind()
    | Sense::Times(1).kind()
    | Sense::Another.kind();

/// The parts of a length in the order of their units, of which `n` stood first.
fn largest_first(n: u32, by: Period) -> Period {
    let [second, third, fourth] = by.rest;
    let mut parts = [Some((n, by.unit)), second, third, fourth];
    parts.sort_by_key(|part| std::cmp::Reverse(part.map(|(_, unit)| unit)));
    match parts {
        [Some((n, unit)), rest @ ..] => Period { count: Count::Exact(n), unit, rest },
        _ => by,
    }
}

/// Fourths of a unit that is a whole number of finer ones: a quarter of a year is three months.
fn quarters(n: u32, unit: Unit) -> Option<(u32, Unit)> {
    match unit {
        Unit::Hour => Some((15 * n, Unit::Minute)),
        Unit::Day => Some((6 * n, Unit::Hour)),
        Unit::Year => Some((3 * n, Unit::Month)),
        _ => None,
    }
}
