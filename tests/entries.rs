//! The lines of a timeline as an editor reads them: which events get one, in whose words, who says so.

use dateline::{Article, extract};

/// The entries of a text published on Sunday 9 March 2025, without their dates: "● The mayor resigned".
fn lines(text: &str) -> Vec<String> {
    let article = Article::new(text, "2025-03-09").expect("a publication date");
    let told = |entry: &dateline::Entry| {
        let line = entry.to_string();
        line.split_once("  ").map_or(line.clone(), |(_, told)| told.to_string())
    };
    extract(&article).entries.iter().map(told).collect()
}

/// Each text shows the line, or none that contains the words behind "no ".
fn check(table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, wanted) in table {
        let found = lines(text);
        let right = match wanted.strip_prefix("no ") {
            Some(words) => !found.iter().any(|line| line.contains(words)),
            None => found.iter().any(|line| line == wanted),
        };
        if !right {
            wrong.push(format!("{text}\n  wanted: {wanted}\n  found: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_quote_has_its_whole_subject() {
    check(&[
        ("Shops in two towns closed on Friday and will not reopen.", "● Shops in two towns closed on Friday"),
        (
            "The rally was moved, and the race between Ford and Lotus was put off on Friday.",
            "● the race between Ford and Lotus was put off on Friday",
        ),
        (
            "The mill, a gift of the painter Jan Roos, opened in 1908.",
            "● The mill, a gift of the painter Jan Roos, opened in 1908",
        ),
        ("More than 300 people left the port on Friday.", "● More than 300 people left the port on Friday"),
        ("An all-day session began on Friday.", "● An all-day session began on Friday"),
        ("The next day Reed and Marsh left Rome.", "● Reed and Marsh left Rome"),
        (
            "A clerk who fell on a walk last week was found on Friday by two boys.",
            "● A clerk who fell on a walk last week was found on Friday by two boys",
        ),
        (
            "The wall that was promised after that flood was finished in 2008.",
            "● The wall that was promised after that flood was finished in 2008",
        ),
        ("The first, on 21 October, lasted an hour.", "● The first, on 21 October, lasted an hour"),
        ("That jury failed on Friday to reach a verdict.", "● That jury failed on Friday to reach a verdict"),
        ("A plan to move the post was rejected on Friday.", "● A plan to move the post was rejected on Friday"),
    ]);
}

#[test]
fn a_quote_leaves_out_what_is_not_its_own() {
    check(&[
        ("Under the old plan it left on Friday.", "● it left on Friday"),
        ("Under the old plan Rosetta left on Friday.", "● Rosetta left on Friday"),
        ("In return the union signed a contract on Friday.", "● the union signed a contract on Friday"),
        ("After an hour on the island they left on Friday.", "● they left on Friday"),
        ("She refused the prize on Friday because, he said, it was late.", "● She refused the prize on Friday"),
        ("She rejected it on Friday: it would have failed.", "● She rejected it on Friday"),
        (
            "Ann Marsh said that he had told her in 2016 to “burn the file and go.”",
            "● he had told her in 2016 to “burn the file and go.”  (says Ann Marsh)",
        ),
    ]);
}

#[test]
fn a_quote_without_its_subject_is_told_whose_it_is() {
    check(&[
        ("The clerk, who fell in 2022, was freed.", "● [The clerk] fell in 2022"),
        ("He was freed and was not charged until Friday.", "● [He] was not charged until Friday"),
        (
            "The bell rang at 4 a.m. on Friday, when most of the monks were asleep, and lasted a minute on Saturday.",
            "● [The bell] lasted a minute on Saturday",
        ),
        ("He ran faster than the coaches had hoped and was picked on Friday.", "● [He] was picked on Friday"),
    ]);
}

#[test]
fn what_is_only_meant_has_no_line() {
    check(&[
        ("Unless he saw the map on Friday, the crew would leave.", "no saw"),
        ("“Ask me in ten years,” he said.", "no Ask"),
        ("Ann Marsh was told on Friday to prepare for a storm.", "no planned"),
        ("The rebels agreed on Friday to meet in May.", "○ [The rebels] to meet in May  (planned)"),
        ("The bell rang at 4 a.m. on Friday, when the monks were asleep.", "no asleep"),
    ]);
}
