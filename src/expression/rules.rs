//! The table of rules. Each carries examples that a test reads.

use super::reader::{Read, Reader};
use super::{calendar, clock, duration, part, relative, season, year};
use crate::calendar::{DayPart, Season, Unit};
use crate::expr::{Expr, Modifier, Reference, Step, Way, What};
use crate::lang::{GOES_ON, Kinds, Part, Sense};
use crate::text::Shape;

/// A rule of the grammar.
pub struct Rule {
    /// Its name, as it stands in results.
    pub name: &'static str,
    /// Reads at a token, at a depth of nesting.
    pub read: fn(&Reader<'_>, usize, u8) -> Option<Read>,
    /// What the first token must have: any of these senses ...
    first: Kinds,
    /// ... or begin with a digit.
    digit: bool,
    /// Whether what it reads can be counted from or be a part of something else: a point, not a length.
    point: bool,
    /// Phrases and what they mean, in the notation of [`crate::Expr`].
    pub examples: &'static [(&'static str, &'static str)],
}

const THE: Kinds = Sense::The.kind();
const A: Kinds = Sense::A.kind();
const MONTH: Kinds = Sense::Month(1).kind();
const WEEKDAY: Kinds = Sense::Weekday(chrono::Weekday::Mon).kind();
const WEEKDAYS: Kinds = Sense::Weekdays(chrono::Weekday::Mon).kind() | Sense::Workday.kind();
const ORDINAL: Kinds = Sense::Ordinal(1).kind();
const NUMBER: Kinds = Sense::Number(1).kind() | Sense::Half.kind() | Sense::Open.kind() | Sense::Couple.kind();
const UNIT: Kinds = Sense::Unit(Unit::Day).kind();
const STEP: Kinds = Sense::Step(Step::Last).kind()
    | Sense::Stretch(Way::Before).kind()
    | Sense::Relative(Way::Before).kind()
    | Sense::Latest.kind();
const MOD: Kinds = Sense::Mod(Modifier::Start).kind()
    | Sense::Part(Part::More).kind()
    | Sense::MidOf(Unit::Week).kind()
    | Sense::MidPart(DayPart::Morning).kind();
const PART: Kinds = Sense::DayPart(DayPart::Night).kind();
const PHRASE: Kinds = Sense::Phrase.kind();

/// Every rule. Where two read to the same end, they read the same.
pub const RULES: &[Rule] = &[
    Rule {
        name: "iso_date",
        read: calendar::iso,
        first: 0,
        digit: true,
        point: true,
        examples: &[("2025-03-08", "2025-03-08"), ("2025-03-08T14:30", "2025-03-08T14:30")],
    },
    Rule {
        name: "slashed_date",
        read: calendar::slashed,
        first: 0,
        digit: true,
        point: true,
        examples: &[("3/14/2025", "2025-03-14"), ("14/3/98", "1998-03-14"), ("14.3.2025", "2025-03-14")],
    },
    Rule {
        name: "month_first",
        read: calendar::month_first,
        first: MONTH,
        digit: true,
        point: true,
        examples: &[
            ("March 3, 2025", "2025-03-03"),
            ("March 3-5, 2025", "2025-03-03 .. 2025-03-05"),
            ("September 2001", "2001-09"),
            ("Sept. 30", "Sep 30?"),
            ("october 2", "Oct 2?"),
            ("March first", "Mar 1?"),
            ("January", "Jan?"),
            ("January of last year", "Jan in (last year)"),
            ("Jul 18, Fri", "Fri in (Jul 18?)"),
            ("October2", "Oct 2?"),
            ("April after next", "next Apr from (next Apr)"),
            ("March in a year", "Mar in (pub + 1y)"),
            ("may twenty-first", "May 21?"),
        ],
    },
    Rule {
        name: "day_first",
        read: calendar::day_first,
        first: THE | ORDINAL | NUMBER,
        digit: true,
        point: true,
        examples: &[
            ("3 March 2025", "2025-03-03"),
            ("the 3rd of March", "Mar 3?"),
            ("14-15 March", "Mar 14? .. Mar 15?"),
            ("21-APR-2016", "2016-04-21"),
            ("twenty-fourth of May", "May 24?"),
            ("the 20th of next month", "day 20 in (next month)"),
            ("14th April 15", "2015-04-14"),
        ],
    },
    Rule {
        name: "weekday",
        read: calendar::weekday,
        first: WEEKDAY,
        digit: false,
        point: true,
        examples: &[
            ("Saturday", "Sat?"),
            ("Saturday, March 8, 2025", "2025-03-08"),
            ("Saturday the 8th", "Sat in (day 8?)"),
            ("Friday after next", "next Fri"),
            ("Monday two weeks from now", "Mon in (pub + 2w)"),
            ("Tuesday in the early hours of the morning", "early (morning in (Tue?))"),
            ("Monday early in the morning", "early (morning in (Mon?))"),
            ("Friday around 8 a.m.", "about (08:00 in (Fri?))"),
        ],
    },
    Rule {
        name: "year",
        read: year::year,
        first: THE | NUMBER | UNIT | Sense::Fiscal.kind() | Sense::Era(false).kind(),
        digit: true,
        point: true,
        examples: &[
            ("1998-99", "1998 .. 1999"),
            ("'98", "1998"),
            ("fiscal 1989", "fiscal (1989)"),
            ("FY2024", "fiscal (2024)"),
            ("FY2024 Q3", "fiscal (2024-Q3)"),
            ("the fiscal year 2023-24", "fiscal (2024)"),
            ("the years 1751-1777", "1751 .. 1777"),
            ("1982 summer", "1982-SU"),
            ("490 BC", "BC0490"),
            ("499-493 BC", "BC0499 .. BC0493"),
            ("the year 2000", "2000"),
            ("year 247", "0247"),
            ("nineteen ninety-six", "1996"),
            ("2018 March 18", "2018-03-18"),
            ("2019 Q3", "2019-Q3"),
            ("2016, Nov", "2016-11"),
        ],
    },
    Rule {
        name: "decade",
        read: year::decade,
        first: THE,
        digit: true,
        point: true,
        examples: &[
            ("the 1990s", "199"),
            ("the '80s", "198"),
            ("the nineties", "'90s?"),
            ("the nineteen seventies", "197"),
            ("the two thousands", "200"),
        ],
    },
    Rule {
        name: "century",
        read: year::century,
        first: THE | ORDINAL | NUMBER,
        digit: true,
        point: true,
        examples: &[("the 19th century", "18"), ("the twenty-first century", "20")],
    },
    Rule {
        name: "quarter",
        read: season::quarter,
        first: THE | ORDINAL | Sense::Fiscal.kind(),
        digit: true,
        point: true,
        examples: &[
            ("the second quarter of 2024", "2024-Q2"),
            ("third-quarter", "Q3?"),
            ("Q3 2024", "2024-Q3"),
            ("2018Q4", "2018-Q4"),
            ("4Q18", "2018-Q4"),
            ("the second quarter of last year", "Q2 in (last year)"),
            ("the first half of 2024", "2024-H1"),
            ("the first half of March", "H1 in (Mar?)"),
            ("the latter half of the 1980s", "H2 in (198)"),
        ],
    },
    Rule {
        name: "season",
        read: season::season,
        first: THE | Sense::Season(Season::Spring).kind(),
        digit: false,
        point: true,
        examples: &[("spring 2020", "2020-SP"), ("the summer of 1914", "1914-SU"), ("the winter", "winter?")],
    },
    Rule {
        name: "weekend",
        read: season::weekend,
        first: THE | UNIT,
        digit: false,
        point: true,
        examples: &[("the weekend", "weekend?"), ("the weekend of March 8", "weekend 1 of (Mar 8?)")],
    },
    Rule {
        name: "unit_of",
        read: season::unit_of,
        first: THE | UNIT,
        digit: false,
        point: true,
        examples: &[
            ("the month of August", "Aug?"),
            ("the week of March 3", "this week from (Mar 3?)"),
            ("the week beginning March 3", "this week from (Mar 3?)"),
        ],
    },
    Rule {
        name: "week_number",
        read: season::week_number,
        first: THE | UNIT,
        digit: false,
        point: true,
        examples: &[("week 31", "week 31 of (this year)"), ("week 3 of 2027", "week 3 of (2027)")],
    },
    Rule {
        name: "holiday",
        read: season::holiday,
        first: PHRASE,
        digit: true,
        point: true,
        examples: &[
            ("Christmas", "feast of Dec 25?"),
            ("Easter Monday 2024", "2024-04-01"),
            ("9/11", "2001-09-11"),
            ("Eid al-Fitr 2018", "2018-06-15"),
            ("Passover 2018", "2018-03-30 .. 2018-04-07"),
            ("Ramadan", "Islamic 9-1? .. Islamic 10-0?"),
            ("Thanksgiving in three years", "Thanksgiving in (pub + 3y)"),
            ("Labor Day weekend", "weekend 0 of (Labor Day?)"),
        ],
    },
    Rule {
        name: "hours",
        read: clock::hours,
        first: NUMBER,
        digit: true,
        point: false,
        examples: &[
            ("3 to 5 p.m.", "15:00? .. 17:00?"),
            ("11 to 1 p.m. Friday", "11:00 in (Fri?) .. 13:00 in (Fri?)"),
            ("4 - 6:30 p.m.", "16:00? .. 18:30?"),
            ("10 - 11 at night", "22:00? .. 23:00?"),
        ],
    },
    Rule {
        name: "clock",
        read: clock::clock,
        first: A | NUMBER | UNIT | Sense::Hour(0).kind() | Sense::Mod(Modifier::Mid).kind(),
        digit: true,
        point: true,
        examples: &[
            ("8:15 a.m.", "08:15?"),
            ("8 p.m. Saturday", "20:00 in (Sat?)"),
            ("1500 GMT", "15:00?"),
            ("9 p.m. Eastern time", "21:00?"),
            ("10 p.m. local time", "22:00?"),
            ("noon", "12:00?"),
            ("mid-day", "12:00?"),
            ("half past nine", "09:30?"),
            ("a quarter to noon", "11:45?"),
            ("seven thirty p.m.", "19:30?"),
            ("9.am", "09:00?"),
            ("twenty after 3 p.m.", "15:20?"),
            ("half three", "15:30?"),
            ("3:30", "15:30?"),
            ("9 a.m. every Sunday", "every Sun 09:00"),
        ],
    },
    Rule {
        name: "day_part",
        read: clock::day_part,
        first: THE | PART,
        digit: false,
        point: true,
        examples: &[("the morning of March 8", "morning in (Mar 8?)")],
    },
    Rule {
        name: "small_hours",
        read: clock::small_hours,
        first: THE | Sense::Small.kind(),
        digit: false,
        point: true,
        examples: &[
            ("the small hours of Sunday", "early (morning in (Sun?))"),
            ("the wee hours", "early (this morning from story)"),
        ],
    },
    Rule {
        name: "deictic",
        read: relative::deictic,
        first: PHRASE | Sense::Day(0, None).kind(),
        digit: false,
        point: true,
        examples: &[
            ("yesterday", "pub - 1d"),
            ("the day after tomorrow", "pub + 2d"),
            ("tonight", "night in (this day)"),
        ],
    },
    Rule {
        name: "step",
        read: relative::step,
        first: THE | STEP | NUMBER | UNIT,
        digit: true,
        point: true,
        examples: &[
            ("last week", "last week"),
            ("next Monday", "next Mon"),
            ("the past three years", "[pub - 3y .. pub]"),
            ("the coming weeks", "[pub .. pub + some w]"),
            ("the next morning", "next morning from story"),
            ("last night", "night in (pub - 1d)"),
            ("the three next weeks", "[pub .. pub + 3w]"),
            ("the weeks ahead", "[pub .. pub + some w]"),
            ("this Sunday, March 16", "Sun in (Mar 16?)"),
        ],
    },
    Rule {
        name: "offset",
        read: relative::offset,
        first: THE | A | NUMBER | UNIT,
        digit: true,
        point: true,
        examples: &[
            ("two days ago", "pub - 2d"),
            ("a week later", "story + 1w"),
            ("three days after Christmas", "(feast of Dec 25?) + 3d"),
            ("ten years from now", "pub + 10y"),
            ("ten years in the future", "pub + 10y"),
            ("the day after", "story + 1d"),
            ("two nights ago", "night in (pub - 2d)"),
            ("the week after next", "pub + 2w"),
            ("two years back", "pub - 2y"),
            ("a day from right now", "pub + 1d"),
            ("three Fridays from now", "(next Fri from (this day)) + 2w"),
        ],
    },
    Rule {
        name: "same",
        read: relative::same,
        first: THE | Sense::That.kind(),
        digit: false,
        point: true,
        examples: &[
            ("the same month", "this month from story"),
            ("that day", "this day from story"),
            ("the quarter", "this quarter from story"),
            ("the quarter a year ago", "story - 1y"),
            ("the same period last year", "story - 1y"),
        ],
    },
    Rule {
        name: "modified",
        read: part::modified,
        first: THE | MOD,
        digit: false,
        point: true,
        examples: &[
            ("early January", "early (Jan?)"),
            ("the end of the year", "late (this year from story)"),
            ("mid-1990", "mid (1990)"),
            ("late last month", "late (last month)"),
            ("the end of year", "late (this year from story)"),
            ("the turn of the century", "early (this century from story)"),
            ("the early part of the year", "early (this year from story)"),
            ("mid-afternoon yesterday", "mid (afternoon in (pub - 1d))"),
            ("midweek", "mid (this week from story)"),
            ("mid-year", "mid (this year from story)"),
            ("earlier this month", "earlier (this month)"),
        ],
    },
    Rule {
        name: "nth",
        read: part::nth,
        first: THE | ORDINAL,
        digit: true,
        point: true,
        examples: &[
            ("the last Friday of January 2024", "Fri -1 of (2024-01)"),
            ("the second week of July", "week 2 of (Jul?)"),
            ("the second last week of July", "week -2 of (Jul?)"),
            ("the third week next year", "week 3 of (next year)"),
            ("the first Tuesday after the first Monday in November", "next Tue from (Mon 1 of (Nov?))"),
            ("the third Friday before May 9", "(last Fri from (May 9?)) - 2w"),
            ("the Sunday closest to November 11", "Sun 0 of (Nov 11?)"),
            ("the first three months", "[(this year from story) .. (this year from story) + 3mo]"),
        ],
    },
    Rule {
        name: "day_of_month",
        read: calendar::day_of_month,
        first: THE,
        digit: true,
        point: true,
        // It needs a preposition before it: "on the 14th".
        examples: &[],
    },
    Rule {
        name: "year_end",
        read: part::year_end,
        first: UNIT,
        digit: false,
        point: true,
        examples: &[
            ("year-end", "late (this year)"),
            ("year's end", "late (this year)"),
            ("month's end", "late (this month from story)"),
        ],
    },
    Rule {
        name: "rest",
        read: part::rest,
        first: Sense::Rest.kind(),
        digit: false,
        point: true,
        examples: &[("rest of week", "this week from story"), ("rest of my day", "this day from story")],
    },
    Rule {
        name: "owned",
        read: season::owned,
        first: THE | STEP,
        digit: false,
        point: true,
        examples: &[
            ("last year's third quarter", "Q3 in (last year)"),
            ("the 1988 second quarter", "1988-Q2"),
            ("the 1988 period", "this quarter from (1988)"),
        ],
    },
    Rule {
        name: "year_ago",
        read: duration::year_ago,
        first: THE | A | UNIT,
        digit: false,
        point: false,
        examples: &[
            ("year-earlier", "story - 1y"),
            ("the year-ago quarter", "story - 1y"),
            ("the year-earlier nine months", "[(story - 1y) .. (story - 1y) + 9mo]"),
        ],
    },
    Rule {
        name: "approximate",
        read: duration::approximate,
        first: MOD,
        digit: false,
        point: false,
        examples: &[
            ("more than two years", "more than (2y)"),
            ("about three weeks ago", "about (pub - 3w)"),
            ("at least a decade", "at least (1decade)"),
            ("under a month", "less than (1mo)"),
            ("close to two years", "about (2y)"),
        ],
    },
    Rule {
        name: "length",
        read: duration::length,
        first: A
            | THE
            | NUMBER
            | UNIT
            | PHRASE
            | Sense::Long(Unit::Week).kind()
            | Sense::That.kind()
            | Sense::Another.kind()
            | Sense::Whole.kind()
            | Sense::Times(1).kind(),
        digit: true,
        point: false,
        examples: &[
            ("three years", "3y"),
            ("18-month", "18mo"),
            ("two and a half hours", "2.5h"),
            ("several weeks", "some w"),
            ("half an hour", "0.5h"),
            ("a quarter of an hour", "15min"),
            ("all week", "1w"),
            ("two bloody weeks", "2w"),
            ("a year or two", "1..2y"),
            ("one and a quarter hours", "1h15min"),
            ("two years and a quarter", "2y3mo"),
            ("an hour and half", "1.5h"),
            ("3/4 hour", "45min"),
            ("two more years", "2y"),
            ("another seven months", "7mo"),
        ],
    },
    Rule {
        name: "every",
        read: duration::every,
        first: Sense::Each.kind() | Sense::Alternate.kind() | THE | UNIT | PART | WEEKDAY | WEEKDAYS,
        digit: false,
        point: false,
        examples: &[
            ("every Monday", "every Mon"),
            ("every two weeks", "every 2 week"),
            ("every other day", "every 2 day"),
            ("alternate Fridays", "every 2 Fri"),
            ("Tuesday nights", "every Tue night"),
            ("every Monday at 4 p.m.", "every Mon 16:00"),
            ("every night at 9", "every night 21:00"),
            ("every December 25", "every Dec 25"),
        ],
    },
    Rule {
        name: "times",
        read: duration::times,
        first: NUMBER | Sense::Recur(Unit::Day, 1).kind() | Sense::TimesIn(1).kind(),
        digit: true,
        point: false,
        examples: &[
            ("daily", "every day"),
            ("semi-annually", "every 6 month"),
            ("twice a week", "2x every week"),
            ("three times a year", "3x every year"),
        ],
    },
    Rule {
        name: "reference",
        read: relative::reference,
        first: PHRASE | Sense::Reference(Reference::Past).kind() | Sense::Adjective(Reference::Past).kind(),
        digit: false,
        point: false,
        examples: &[("recently", "vaguely past"), ("now", "now"), ("the near future", "vaguely future")],
    },
];

/// How deep expressions nest: "the morning of the day after the first Monday of March".
const DEEPEST: u8 = 4;

/// The longest point that some rule reads at `i`, with the part of day or the clock time that follows it.
pub fn point(r: &Reader<'_>, i: usize, depth: u8) -> Option<Read> {
    longest(r, i, depth, |rule| rule.point).map(|(read, _)| read)
}

/// The longest expression that some rule reads at `i`, and that rule.
pub fn longest(r: &Reader<'_>, i: usize, depth: u8, wanted: impl Fn(&Rule) -> bool) -> Option<(Read, &'static Rule)> {
    let mut best: Option<(Read, &'static Rule)> = None;
    readings(r, i, depth, wanted, |read, rule| {
        if best.as_ref().is_none_or(|(b, _)| read.end > b.end) {
            best = Some((read, rule));
        }
    });
    best
}

/// Everything that the rules read at `i`.
fn readings(
    r: &Reader<'_>,
    i: usize,
    depth: u8,
    wanted: impl Fn(&Rule) -> bool,
    mut take: impl FnMut(Read, &'static Rule),
) {
    let mut kinds = r.kinds(i) & FIRST;
    // "the" and "a" begin some phrase, but seldom this one.
    if kinds & PHRASE != 0 && r.phrase(i).is_none() {
        kinds &= !PHRASE;
    }
    let digit = matches!(r.shape(i), Shape::Number | Shape::Mixed) || r.mark(i, "'’‘");
    // Most articles go before a word that has no sense in time.
    let article = kinds & (THE | A) != 0;
    if depth > DEEPEST || kinds == 0 && !digit || article && !can_follow_article(r, i + 1) {
        return;
    }
    let mut fitting = if digit { AT_DIGIT } else { 0 };
    while kinds != 0 {
        fitting |= BY_KIND.get(kinds.trailing_zeros() as usize).copied().unwrap_or(0);
        kinds &= kinds - 1;
    }
    while let Some(rule) = RULES.get(fitting.trailing_zeros() as usize) {
        fitting &= fitting - 1;
        if !wanted(rule) {
            continue;
        }
        let Some(read) = (rule.read)(r, i, depth) else { continue };
        let read = if rule.point { clock::day_then_part(r, relative::day_then_step(r, read)) } else { read };
        take(or_so(r, read), rule);
    }
}

/// "a year or so", "the next two years or so", "a week or so ago": about.
fn or_so(r: &Reader<'_>, read: Read) -> Read {
    let end = r.skip_or_so(read.end);
    let long = matches!(
        read.expr,
        Expr::Length(_)
            | Expr::Stretch(..)
            | Expr::Shift { .. }
            | Expr::Step(Step::Next | Step::Last, What::Unit(_), _)
    );
    // "a week or so ago"
    let inside = read.end.checked_sub(3).is_some_and(|at| r.skip_or_so(at) + 1 == read.end);
    if long && (end > read.end || inside) {
        return Read { expr: Expr::Mod(Modifier::Approx, Box::new(read.expr)), end, ..read };
    }
    read
}

/// Whether an expression can go on at `i` behind "the" or "a".
fn can_follow_article(r: &Reader<'_>, i: usize) -> bool {
    r.kinds(i) & (FIRST | INSIDE | GOES_ON) != 0 || matches!(r.shape(i), Shape::Number | Shape::Mixed | Shape::Mark)
}

/// The senses of words that stand behind an article and begin no expression themselves.
const INSIDE: Kinds = Sense::Filler.kind()
    | Sense::Fiscal.kind()
    | Sense::Same.kind()
    | Sense::Like.kind()
    | Sense::Period.kind()
    | Sense::Decade(0).kind()
    | Sense::Nearest.kind()
    | Sense::Recur(Unit::Day, 1).kind();

/// The senses that some rule begins with.
#[expect(clippy::indexing_slicing, reason = "computed by the compiler")]
const FIRST: Kinds = {
    let (mut all, mut n) = (0, 0);
    while n < RULES.len() {
        all |= RULES[n].first;
        n += 1;
    }
    all
};

/// Rules as bits, in their order.
type RuleSet = u64;

/// The rules whose first token may have a sense of each kind.
#[expect(clippy::indexing_slicing, reason = "computed by the compiler")]
const BY_KIND: [RuleSet; Kinds::BITS as usize] = {
    let (mut sets, mut n) = ([0; Kinds::BITS as usize], 0);
    while n < RULES.len() {
        let mut kinds = RULES[n].first;
        while kinds != 0 {
            sets[kinds.trailing_zeros() as usize] |= 1 << n;
            kinds &= kinds - 1;
        }
        n += 1;
    }
    sets
};

/// The rules whose first token may begin with a digit.
#[expect(clippy::indexing_slicing, reason = "computed by the compiler")]
const AT_DIGIT: RuleSet = {
    let (mut set, mut n) = (0, 0);
    while n < RULES.len() {
        set |= (RULES[n].digit as RuleSet) << n;
        n += 1;
    }
    set
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_read_as_stated_by_its_rule() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for (phrase, meaning) in rule.examples {
                let mut document = crate::text::read(phrase);
                crate::text::tag(&mut document);
                let reader = Reader::new(&document);
                let got = longest(&reader, 0, 0, |_| true).map(|(read, by)| (by.name, read.expr.to_string(), read.end));
                let wanted = Some((rule.name, meaning.to_string(), reader.len()));
                if got != wanted {
                    wrong.push(format!("{phrase:?}: wanted {wanted:?}, got {got:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// The examples of all rules and the sentences of the phrase tables.
    fn sentences() -> Vec<String> {
        let mut all: Vec<String> =
            RULES.iter().flat_map(|r| r.examples).map(|(phrase, _)| phrase.to_string()).collect();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/phrases/");
        for (table, column) in [("positive.tsv", 1), ("negative.tsv", 0)] {
            let Ok(rows) = std::fs::read_to_string(format!("{folder}{table}")) else {
                println!("skipped: {table} is not here");
                continue;
            };
            let rows = rows.lines().filter(|l| !l.starts_with('#'));
            all.extend(rows.filter_map(|l| l.split('\t').nth(column)).map(|s| s.replace(['[', ']'], "")));
        }
        all
    }

    #[test]
    fn no_two_rules_reach_the_same_end_with_different_meanings() {
        let mut wrong = Vec::new();
        for sentence in sentences() {
            let mut document = crate::text::read(&sentence);
            crate::text::tag(&mut document);
            let reader = Reader::new(&document);
            for i in 0..reader.len() {
                let mut found: Vec<(Read, &Rule)> = Vec::new();
                readings(&reader, i, 0, |_| true, |read, rule| found.push((read, rule)));
                let end = found.iter().map(|(read, _)| read.end).max();
                found.retain(|(read, _)| Some(read.end) == end);
                for pair in found.windows(2).filter(|p| p[0].0.expr != p[1].0.expr) {
                    let words = document.span(i..pair[0].0.end).of(&sentence);
                    let shown = |(read, rule): &(Read, &Rule)| format!("{}: {}", rule.name, read.expr);
                    wrong.push(format!("{words:?}  {}  {}", shown(&pair[0]), shown(&pair[1])));
                }
            }
        }
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{} clashes\n{}", wrong.len(), wrong.join("\n"));
    }
}
