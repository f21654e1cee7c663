//! Statements that cannot be true, and those that only look so.

mod common;

use dateline::{Article, Conflict, extract};

fn conflicts(text: &str) -> Vec<Conflict> {
    let article = Article::new(text, "2025-03-09").expect("a date");
    let timeline = extract(&article);
    common::check(&article, &timeline);
    timeline.conflicts
}

/// The words of the statement that was set aside in the only conflict.
fn aside(text: &str) -> String {
    let conflicts = conflicts(text);
    let [conflict] = &conflicts[..] else { panic!("{text}: one conflict, not {conflicts:#?}") };
    conflict.statements[conflict.dropped].quote.text.clone()
}

#[test]
fn a_dateline_of_another_day_is_reported() {
    assert_eq!(aside("TEHRAN, March 19 (AFP) — The minister resigned on Monday."), "March 19");
    assert_eq!(aside("PARIS, Feb. 9, 2025 -- The minister resigned."), "Feb. 9, 2025");
    assert_eq!(aside("Sunday, March 2, 2025\n\nThe minister resigned on Friday."), "Sunday, March 2, 2025");
}

#[test]
fn a_dateline_may_be_a_day_off() {
    for text in [
        "TEHRAN, March 9 (AFP) — The minister resigned.",
        "TEHRAN, March 8 (AFP) — The minister resigned.",
        "BERLIN, 10 March (Reuters) - The minister resigned.",
        "Sunday, March 9, 2025\n\nThe minister resigned on Friday.",
        // No datelines.
        "The March 19 deadline — the second this year — passed.",
        "The Great Strike, May 1, 1984 – March 3, 1985: a look back. The miners lost.",
        "NEW YORK — The trial opened on March 19, 2019.",
    ] {
        assert_eq!(conflicts(text), [], "{text}");
    }
}

#[test]
fn a_dateline_is_of_the_nearest_year() {
    let article = Article::new("OSLO, Dec. 31 (NTB) — The ship left on Monday.", "2025-01-01").unwrap();
    let timeline = extract(&article);
    assert_eq!(timeline.expressions[0].value, "2024-12-31");
    assert_eq!(timeline.conflicts, []);
    let article = Article::new("OSLO, Jan. 1 (NTB) — The ship left on Monday.", "2024-12-31").unwrap();
    assert_eq!(extract(&article).expressions[0].value, "2025-01-01");
}

#[test]
fn a_past_after_the_publication_is_reported() {
    assert_eq!(aside("The plant opened in 2027, officials said."), "opened in 2027");
    assert_eq!(aside("Her brother died on 3 May 2026 in Rome."), "died on 3 May 2026");
}

#[test]
fn plans_lie_after_the_publication() {
    for text in [
        "The plant will open in 2027, officials said.",
        "The plant was due to open in 2027.",
        "The court scheduled the hearing for 3 May 2026.",
        "The plant was to be opened in 2027.",
        "He said the bridge would have opened in 2027.",
        "They sold bonds that mature in 2027.",
        "The talks ended on Friday.",
    ] {
        assert_eq!(conflicts(text), [], "{text}");
    }
}

#[test]
fn an_end_before_its_begin_is_reported() {
    assert_eq!(aside("The strike began in 2019 and ended in 2015."), "ended in 2015");
    assert_eq!(conflicts("The strike began in 2015 and ended in 2019."), []);
    assert_eq!(conflicts("The strike began in 2019. Another dispute ended in 2015."), []);
}

#[test]
fn a_day_that_no_year_has_is_reported() {
    assert_eq!(aside("He was born on 31 February 1950."), "31 February 1950");
    assert_eq!(aside("She left on February 29, 2023."), "February 29, 2023");
    assert_eq!(conflicts("She left on February 29, 2024. The next day he followed."), []);
}
