//! What holds for every text, tried on many that are made up.

mod common;

use chrono::{Days, NaiveDate};
use dateline::{Article, Timeline, extract};
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
