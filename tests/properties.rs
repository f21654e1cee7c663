//! What holds for every text, tried on many that are made up.

mod common;

use chrono::{Days, NaiveDate, NaiveDateTime};
use dateline::{Article, Options, Timeline, extract, extract_many};
use proptest::prelude::*;

/// Pieces that sentences of news are made of, so that made-up texts are full of dates, events and offsets.
const PIECES: [&str; 60] = [
    "The minister",
    "Khamenei",
    "he",
    "the company",
    "Talks",
    "A letter",
    "resigned",
    "said",
    "said that",
    "has not left",
    "will meet",
    "was killed",
    "had confirmed",
    "plans to sell",
    "denied that",
    "may collapse",
    "began",
    "on Saturday",
    "on Friday",
    "yesterday",
    "two days ago",
    "in August",
    "in 2015",
    "on March 3, 2024",
    "last week",
    "next month",
    "a day after",
    "before",
    "since",
    "until Monday",
    "since 1998",
    "the next day",
    "two weeks earlier",
    "three years",
    "every Monday",
    "at 8:15 a.m.",
    "in the third quarter",
    "for six months",
    "between March and May",
    "the 1990s",
    "by 2030",
    "a year later",
    "early March",
    "noon",
    "now",
    "soon",
    ",",
    ".",
    ".",
    ".\n\n",
    "“",
    "”",
    "if",
    "when",
    "and",
    "the talks",
    "according to officials",
    "in Paris",
    "10,000",
    "May",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => proptest::sample::select(&PIECES[..]).prop_map(str::to_string),
        1 => "\\PC{0,8}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1i32..=9999, 1u32..=366).prop_map(|(y, d)| {
        NaiveDate::from_yo_opt(y, d).or_else(|| NaiveDate::from_yo_opt(y, 1)).expect("a day of the year")
    })
}

fn read(text: &str, published: NaiveDate) -> (Article, Timeline) {
    let article = Article::new(text, &published.format("%Y-%m-%d").to_string()).expect("a date");
    let timeline = extract(&article);
    (article, timeline)
}

/// Only expressions that count in days and weeks from the publication.
fn days_and_weeks() -> impl Strategy<Value = String> {
    let sentences = [
        "He resigned on Saturday.",
        "They met on Friday.",
        "They will meet on Tuesday.",
        "She arrived yesterday.",
        "She leaves tomorrow.",
        "It fell two days ago.",
        "It closed last week.",
        "It opens next week.",
        "The vote is due in three weeks.",
        "The court sat last Monday.",
        "The strike began 10 days ago.",
    ];
    proptest::collection::vec(proptest::sample::select(sentences.to_vec()), 1..6).prop_map(|s| s.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Spans lie on character boundaries, bounds are ordered, the order respects what is known (see `common::check`).
    #[test]
    fn promises_hold(text in text(), day in day()) {
        let (article, timeline) = read(&text, day);
        common::check(&article, &timeline);
    }

    #[test]
    fn any_characters_will_do(text in "\\PC{0,300}", day in day()) {
        let (article, timeline) = read(&text, day);
        common::check(&article, &timeline);
    }

    #[test]
    fn the_same_article_gives_the_same_timeline(text in text(), other in text(), day in day()) {
        let first = read(&text, day).1;
        let _ = read(&other, day);
        prop_assert_eq!(first, read(&text, day).1);
    }

    /// A weekday stays a weekday: published whole weeks later, everything is whole weeks later.
    #[test]
    fn whole_weeks_shift_everything(text in days_and_weeks(), weeks in 1u64..200, day in day()) {
        let Some(later) = day.checked_add_days(Days::new(7 * weeks)).filter(|d| d < &NaiveDate::MAX) else {
            return Ok(());
        };
        prop_assume!((2..9000).contains(&chrono::Datelike::year(&day)));
        let (before, after) = (read(&text, day).1, read(&text, later).1);
        prop_assert_eq!(before.expressions.len(), after.expressions.len());
        for (a, b) in before.expressions.iter().zip(&after.expressions) {
            let moved = a.interval.map(|i| {
                let by = |at: Option<chrono::NaiveDateTime>| at.and_then(|at| at.checked_add_days(Days::new(7 * weeks)));
                (by(i.begin), by(i.end))
            });
            prop_assert_eq!(moved, b.interval.map(|i| (i.begin, i.end)), "{} on {} and {}", &a.text, day, later);
        }
    }
}

/// A few paragraphs of a seed, one after the other.
fn paragraphs() -> impl Strategy<Value = String> {
    let texts: Vec<dateline::Text> = common::seeds().into_iter().map(|seed| seed.article.text).collect();
    (proptest::sample::select(texts), any::<prop::sample::Index>(), 1usize..6).prop_map(|(text, from, count)| {
        let all: Vec<&str> = text.trim().split("\n\n").collect();
        let from = from.index(all.len());
        all[from..all.len().min(from + count)].join("\n\n")
    })
}

/// What feeds leave before and behind a text, and between its words.
const AROUND: [&str; 12] = [
    "\n\n",
    "\u{feff}",
    " \t ",
    "\r\n\r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{200f}",
    "\u{2060}",
    "\u{2028}\n",
    "\n \n\u{a0}\n",
];

/// What a timeline says, wherever it stands in the text: words and values of the expressions; trigger, time and status of
/// the entries. `plain` undoes what was changed on purpose.
fn told(timeline: &Timeline, plain: impl Fn(&str) -> String) -> (Vec<[String; 2]>, Vec<[String; 3]>) {
    let words = |text: &str| plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let expressions = timeline.expressions.iter().map(|t| [words(&t.text), t.value.to_string()]);
    let entries = timeline.entries.iter().map(|e| [words(&e.trigger().text), e.when.to_string(), e.status.to_string()]);
    (expressions.collect(), entries.collect())
}

/// The article's characters without those that nobody sees, and with plain quotation marks.
fn seen(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{a0}' | '\u{202f}' => Some(' '),
        '\u{200b}' | '\u{200d}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        '“' | '”' => Some('"'),
        '‘' | '’' => Some('\''),
        other => Some(other),
    };
    text.chars().filter_map(plain).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Blank lines, marks and spaces before and behind a text change nothing but where it stands.
    #[test]
    fn what_stands_around_a_text_is_not_part_of_it(
        text in paragraphs(),
        before in proptest::collection::vec(proptest::sample::select(&AROUND[..]), 0..4),
        behind in proptest::collection::vec(proptest::sample::select(&AROUND[..]), 0..4),
        day in day(),
    ) {
        let (before, behind) = (before.concat(), behind.concat());
        let (plain, framed) = (read(&text, day).1, read(&format!("{before}{text}{behind}"), day).1);
        prop_assert_eq!(told(&plain, str::to_string), told(&framed, str::to_string));
        for (a, b) in plain.expressions.iter().zip(&framed.expressions) {
            prop_assert_eq!(a.span.start + before.len(), b.span.start);
        }
    }

    /// Digits of other scripts are no English date, and take none away beside them.
    #[test]
    fn full_width_digits_take_nothing_away(text in paragraphs(), day in day()) {
        let plain = read(&text, day).1;
        let wide = read(&format!("{text}\n\n１２３４５ (٣٤) ２０．\n"), day).1;
        prop_assert_eq!(told(&plain, str::to_string).0, told(&wide, str::to_string).0);
    }

    /// The calendar repeats itself after 400 years, weekdays included: what names no year moves with the publication.
    #[test]
    fn four_hundred_years_shift_everything(text in without_years(), day in day()) {
        prop_assume!((1000..7000).contains(&chrono::Datelike::year(&day)));
        const ALL: u64 = 146_097;
        let moved = |at: Option<NaiveDateTime>| at.and_then(|at| at.checked_add_days(Days::new(ALL)));
        let (before, after) = (read(&text, day).1, read(&text, day + Days::new(ALL)).1);
        prop_assert_eq!(before.expressions.len(), after.expressions.len());
        for (a, b) in before.expressions.iter().zip(&after.expressions) {
            let a = a.interval.map(|i| (moved(i.begin), moved(i.end)));
            prop_assert_eq!(a, b.interval.map(|i| (i.begin, i.end)), "{} on {}", &b.text, day);
        }
        for (a, b) in before.when.iter().zip(after.when.iter()) {
            let all = |when: &dateline::When| [when.begin, when.end].map(|b| [b.earliest, b.latest]);
            prop_assert_eq!(all(a).map(|bounds| bounds.map(moved)), all(b));
        }
        prop_assert_eq!(before.conflicts.len(), after.conflicts.len());
    }

    /// One after the other, on several threads at once, or all together: each article has its timeline.
    #[test]
    fn company_changes_nothing(texts in proptest::collection::vec(text(), 1..8), day in day()) {
        let articles: Vec<Article> = texts.iter().map(|text| read(text, day).0).collect();
        let alone: Vec<Timeline> = articles.iter().map(extract).collect();
        prop_assert_eq!(&extract_many(&articles, &Options::default()), &alone);
        let at_once = std::thread::scope(|scope| {
            let threads: Vec<_> = articles.iter().map(|article| scope.spawn(|| extract(article))).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect::<Vec<_>>()
        });
        prop_assert_eq!(&at_once, &alone);
    }
}

/// Sentences whose times are all counted from the publication or from each other.
fn without_years() -> impl Strategy<Value = String> {
    let sentences = [
        "He resigned on Saturday.",
        "The bridge fell last August.",
        "They met two months ago, a week before the vote.",
        "The court will sit on March 3.",
        "A year later the mill closed.",
        "Sales rose in the third quarter.",
        "It has been shut since the spring.",
        "The strike began three weeks earlier and ended on Friday night.",
        "By the end of the month 40 people had left.",
        "The talks resume next month, a day after the holiday.",
        "She was born on February 29.",
        "The road was closed from Monday to Thursday.",
        "In the past ten years the lake has shrunk.",
        "The company had been founded a century before the flood.",
        "Until early June nobody knew.",
    ];
    proptest::collection::vec(proptest::sample::select(sentences.to_vec()), 1..6).prop_map(|s| s.join(" "))
}

#[cfg(feature = "serde")]
proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_holds_all_of_it(text in text(), day in day()) {
        let (article, timeline) = read(&text, day);
        let json = serde_json::to_string(&timeline).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Timeline>(&json).unwrap(), &timeline);
        let json = serde_json::to_string(&article).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Article>(&json).unwrap(), &article);
    }
}

/// Lines of some 60 characters, as old wires have them, say what the paragraphs say.
#[test]
fn wrapping_changes_nothing() {
    for seed in common::seeds() {
        let text = seed.article.text.trim();
        let mut width = 0;
        let fold = |c: char| {
            width = if c == '\n' { 0 } else { width + 1 };
            let turns = c == ' ' && width > 60;
            width = if turns { 0 } else { width };
            if turns { '\n' } else { c }
        };
        let wrapped: String = text.chars().map(fold).collect();
        let day = seed.article.published.date();
        let (plain, wrapped) = (read(text, day).1, read(&wrapped, day).1);
        assert_eq!(told(&plain, str::to_string), told(&wrapped, str::to_string), "{}", seed.name);
    }
}

/// Line ends of Windows, spaces that do not break, marks that nobody sees and straight quotation marks say the same.
#[test]
fn how_a_text_is_set_changes_nothing() {
    for seed in common::seeds() {
        let (text, day) = (seed.article.text.trim(), seed.article.published.date());
        let plain = told(&read(text, day).1, seen);
        for set in [
            text.replace('\n', "\r\n"),
            text.replace(' ', "\u{a0}"),
            text.replace(' ', "  "),
            text.replace(' ', " \u{200e}"),
            text.replace(' ', "\u{200f} "),
            text.replace(' ', " \u{200d}"),
            seen(text),
        ] {
            assert_eq!(plain, told(&read(&set, day).1, seen), "{}: {set:?}", seed.name);
        }
    }
}
