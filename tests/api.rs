//! What an embedder may rely on, whatever the text.

mod common;

use chrono::NaiveDate;
use dateline::{Article, Conflict, Detail, Entry, Error, Lean, Offsets, Options, Span, Timeline, Timex, When};
use dateline::{extract, extract_with};

fn read(text: &str, published: &str) -> Timeline {
    let article = Article::new(text, published).expect("a date");
    let timeline = extract(&article);
    common::check(&article, &timeline);
    timeline
}

/// Words and values of the expressions.
fn dates(timeline: &Timeline) -> Vec<(&str, &str)> {
    timeline.expressions.iter().map(|t| (t.text.as_str(), t.value.as_str())).collect()
}

#[test]
fn dates_and_date_times_are_publication_dates() {
    let published = |given: &str| Article::new("", given).expect(given).published.to_string();
    assert_eq!(published("2025-03-09"), "2025-03-09 00:00:00");
    assert_eq!(published("2025-03-09T14:30"), "2025-03-09 14:30:00");
    assert_eq!(published("2025-03-09T14:30:15"), "2025-03-09 14:30:15");
    // A zone changes nothing: the clock time is the one where the article appeared.
    for zone in ["Z", "+02:00", "-0500", "+14", " +0100"] {
        assert_eq!(published(&format!("2025-03-09T14:30{zone}")), "2025-03-09 14:30:00", "{zone}");
        assert_eq!(published(&format!("2025-03-09 14:30:15.250{zone}")), "2025-03-09 14:30:15.250", "{zone}");
    }
    assert_eq!(published("0001-01-01"), "0001-01-01 00:00:00");
    assert_eq!(published("9999-12-31T23:59:59"), "9999-12-31 23:59:59");
}

#[test]
fn other_publication_dates_are_errors_that_name_what_was_given() {
    let bad = [
        "",
        "yesterday",
        "2025-02-29",
        "2025-13-01",
        "2025-03",
        "09.03.2025",
        "2025-03-09T25:00",
        "2025-03-09x",
        "2025-03-09T14:30+99:00",
        "2025-03-09Z",
    ];
    for given in bad {
        let error = Article::new("Any text.", given).expect_err(given);
        assert!(matches!(&error, Error::BadDate { given: named, .. } if named == given), "{given:?}: {error:?}");
        assert!(error.to_string().contains("YYYY-MM-DD"), "{error}");
    }
    for given in ["0000-06-01", "10000-01-01", "-0044-03-15"] {
        assert!(Article::new("Any text.", given).is_err(), "{given}");
    }
}

#[test]
fn texts_without_words_have_empty_timelines() {
    for text in ["", " ", "\n\n\n", "\u{feff}", "...", "🎉🎉", "“”", "\0"] {
        let timeline = read(text, "2025-03-09");
        assert_eq!(timeline.entries, [], "{text:?}");
        assert_eq!(timeline.expressions, [], "{text:?}");
        assert_eq!(timeline.conflicts, [], "{text:?}");
    }
}

#[test]
fn offsets_are_bytes_of_the_text_as_given() {
    let text = "🌍🌍 “Très bien,” the mayor said on Friday. 🎉 She resigned on Thursday.";
    let timeline = read(text, "2025-03-09");
    assert_eq!(dates(&timeline), [("Friday", "2025-03-07"), ("Thursday", "2025-03-06")]);
    let friday = timeline.expressions[0].span;
    assert_eq!(friday.of(text), "Friday");
    let chars: Vec<char> = text.chars().collect();
    let range = Offsets::new(text).chars(friday);
    assert_eq!(chars[range].iter().collect::<String>(), "Friday");
    let units: Vec<u16> = text.encode_utf16().collect();
    let range = Offsets::new(text).utf16(friday);
    assert_eq!(String::from_utf16_lossy(&units[range]), "Friday");
}

#[test]
fn line_ends_and_wrapping_change_nothing() {
    let text = "The minister resigned on Friday.\n\nA vote is due\non March 21.\n\nThe party had split in\nAugust of last year.\n";
    let plain = read(text, "2025-03-09");
    let windows = read(&text.replace('\n', "\r\n"), "2025-03-09");
    let value = |t: &Timeline| t.expressions.iter().map(|t| t.value.clone()).collect::<Vec<_>>();
    assert_eq!(value(&plain), ["2025-03-07", "2025-03-21", "2024-08"]);
    assert_eq!(value(&windows), value(&plain));
    let whens =
        |t: &Timeline| t.entries.iter().map(|e| (e.trigger().text.clone(), e.when, e.status)).collect::<Vec<_>>();
    assert_eq!(whens(&windows), whens(&plain));
}

#[test]
fn the_ends_of_the_calendar_are_no_cliff() {
    let text = "He left yesterday and returns next year. In two centuries, on 31 February, in the year 12000, they meet. \
                Nine thousand years ago, and a million years earlier, ice lay here. She left the week before last.";
    for published in ["0001-01-01", "0001-01-02", "9999-12-31", "9999-12-31T23:59:59"] {
        read(text, published);
    }
}

#[test]
fn a_title_is_read_beside_the_text_not_in_it() {
    let text = "The minister resigned on Friday.";
    let article = Article::new(text, "2025-03-09").unwrap().with_title("Minister quits on Friday after 2015 scandal");
    let timeline = extract(&article);
    common::check(&article, &timeline);
    assert_eq!(dates(&timeline), [("Friday", "2025-03-07")]);
    assert_eq!(timeline.expressions[0].span, Span::new(25, 31));
}

#[test]
fn the_sentence_decides_between_past_and_coming_and_a_caller_may_overrule() {
    let dates = |text: &str, lean: Option<Lean>| {
        let mut options = Options::default();
        options.lean = lean;
        let timeline = extract_with(&Article::new(text, "2025-03-09").unwrap(), &options);
        timeline.expressions.into_iter().map(|t| t.value).collect::<Vec<_>>()
    };
    assert_eq!(dates("They met on Wednesday.", None), ["2025-03-05"]);
    assert_eq!(dates("They will meet on Wednesday.", None), ["2025-03-12"]);
    assert_eq!(dates("They met on Wednesday.", Some(Lean::Future)), ["2025-03-12"]);
    assert_eq!(dates("They will meet on Wednesday.", Some(Lean::Past)), ["2025-03-05"]);
    assert_eq!(dates("They will meet on Friday.", Some(Lean::Nearest)), ["2025-03-07"]);
}

#[test]
fn more_detail_means_more_entries() {
    let article = common::seed("iran-letter");
    let entries = |detail: Detail| {
        let mut options = Options::default();
        options.detail = detail;
        let timeline = extract_with(&article, &options);
        common::check(&article, &timeline);
        timeline.entries.iter().map(|e| e.event).collect::<std::collections::BTreeSet<_>>()
    };
    let (few, standard, all) = (entries(Detail::Headline), entries(Detail::Standard), entries(Detail::All));
    assert!(!few.is_empty() && few.is_subset(&standard) && standard.is_subset(&all), "{few:?} {standard:?} {all:?}");
    assert_eq!(all.len(), extract(&article).events.len());
}

#[test]
fn entries_quote_the_article() {
    for seed in common::seeds() {
        let timeline = extract(&seed.article);
        for entry in &timeline.entries {
            let quote = entry.quote().text;
            let first = quote.split_whitespace().next().unwrap_or_default();
            assert!(seed.article.text.contains(first), "{}: {quote:?} is not in the text", seed.name);
            assert!(timeline.event(entry).is_some());
        }
    }
}

#[test]
fn every_seed_keeps_what_is_promised() {
    for seed in common::seeds() {
        common::check(&seed.article, &extract(&seed.article));
    }
}

#[test]
fn nothing_is_remembered_from_one_article_to_the_next() {
    let seeds = common::seeds();
    let alone: Vec<_> = seeds.iter().map(|s| extract(&s.article)).collect();
    for (seed, before) in seeds.iter().zip(&alone).rev() {
        assert_eq!(&extract(&seed.article), before, "{}", seed.name);
    }
    // On many threads at once, too.
    std::thread::scope(|scope| {
        for (seed, before) in seeds.iter().zip(&alone) {
            scope.spawn(move || assert_eq!(&extract(&seed.article), before, "{}", seed.name));
        }
    });
}

#[test]
fn public_types_cross_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    crosses::<Article>();
    crosses::<Options>();
    crosses::<Timeline>();
    crosses::<Entry>();
    crosses::<When>();
    crosses::<Timex>();
    crosses::<Conflict>();
    crosses::<Error>();
    crosses::<dateline::Expr>();
    crosses::<dateline::Granule>();
    crosses::<dateline::event::Event>();
    crosses::<dateline::link::Statement>();
    crosses::<dateline::order::Network>();
    crosses::<dateline::order::Solution>();
    crosses::<dateline::resolve::Frame>();
    crosses::<dateline::text::Document<'static>>();
    crosses::<Offsets<'static>>();
}

#[test]
fn a_timeline_can_be_asked_by_day() {
    let timeline = read("The minister resigned on Friday. The court sat on Thursday.", "2025-03-09");
    let on = |d| {
        let day = NaiveDate::from_ymd_opt(2025, 3, d).unwrap();
        timeline.entries_on(day).map(|e| e.trigger().text).collect::<Vec<_>>()
    };
    assert_eq!(on(7), ["resigned"]);
    assert_eq!(on(8), Vec::<String>::new());
}
