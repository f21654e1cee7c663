//! The events of the seeds against what a reader wrote down (`tests/gold/`, described in its README): how many are found,
//! and how often status, speaker and day are right. Prints the table (`cargo test --test gold -- --nocapture`).

use chrono::{Months, NaiveDate, NaiveDateTime};
use dateline::event::{Source, Status};
use dateline::{Article, When, extract};
use std::fs;
use std::path::{Path, PathBuf};

/// One line of a gold file.
struct Gold {
    trigger: String,
    /// Where the trigger stands in the text.
    at: usize,
    /// Any of these.
    status: Vec<String>,
    /// None for the narrator.
    speaker: Option<String>,
    /// None where the text leaves it open.
    when: Option<Days>,
}

/// When an event was, as a reader wrote it down.
#[derive(Clone, Copy)]
struct Days {
    /// The first day, and the last one: of the whole, or of the time in which it begins where its end is open.
    first: NaiveDate,
    last: NaiveDate,
    /// Whether it goes on from there and nobody says until when.
    open: bool,
}

const STATUSES: [Status; 9] = [
    Status::Happened,
    Status::Ongoing,
    Status::Habitual,
    Status::Planned,
    Status::Cancelled,
    Status::Denied,
    Status::Possible,
    Status::Conditional,
    Status::Counterfactual,
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Name, article and gold of every article in `articles` that has a gold file in `gold`.
fn read_all(articles: &str, golds: &str) -> Vec<(String, Article, Vec<Gold>)> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join(golds))
        .expect("a directory of gold files")
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().expect("a file name").to_string_lossy().into_owned();
        let seed = fs::read_to_string(root().join(format!("{articles}/{name}.txt"))).expect("the article");
        let (head, text) = seed.split_once("\n\n").expect("a header and a text");
        let published = head.lines().find_map(|l| l.strip_prefix("Published: ")).expect("a date");
        let rows = fs::read_to_string(&path).expect("a gold file");
        let gold = rows.lines().filter(|l| !l.starts_with('#')).map(|l| gold(&name, l, text)).collect();
        (name, Article::new(text, published).expect("a publication date"), gold)
    };
    files.into_iter().map(read).collect()
}

fn gold(name: &str, line: &str, text: &str) -> Gold {
    let fields: Vec<&str> = line.split('\t').collect();
    let [trigger, occurrence, status, speaker, when] = fields[..] else { panic!("{name}: five columns: {line}") };
    let nth: usize = occurrence.parse().unwrap_or_else(|_| panic!("{name}: an occurrence: {line}"));
    let whole = |at: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + trigger.len()..].chars().next())
    };
    let at = text.match_indices(trigger).map(|(at, _)| at).filter(|&at| whole(at)).nth(nth - 1);
    let status: Vec<String> = status.split('|').map(String::from).collect();
    for word in &status {
        assert!(STATUSES.iter().any(|s| s.to_string() == *word), "{name}: no such status: {line}");
    }
    assert!(speaker == "-" || text.contains(speaker), "{name}: the speaker is not in the text: {line}");
    Gold {
        trigger: trigger.into(),
        at: at.unwrap_or_else(|| panic!("{name}: the trigger is not in the text: {line}")),
        status,
        speaker: (speaker != "-").then(|| speaker.into()),
        when: days(when).unwrap_or_else(|| panic!("{name}: a day or a period: {line}")),
    }
}

/// "2024-08", "2024/2025-03-08", "2024-08/" with an open end; the outer none when it can't be read, the inner one for "?".
fn days(when: &str) -> Option<Option<Days>> {
    if when == "?" {
        return Some(None);
    }
    let (from, to) = when.split_once('/').unwrap_or((when, when));
    let open = to.is_empty();
    let span = |text: &str| {
        let numbers: Vec<u32> = text.split('-').map(|n| n.parse().ok()).collect::<Option<_>>()?;
        let year = i32::try_from(*numbers.first()?).ok()?;
        let first = |month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
        let last = |begin: NaiveDate, months: u32| begin + Months::new(months) - chrono::Days::new(1);
        match numbers[1..] {
            [] => Some((first(1, 1)?, last(first(1, 1)?, 12))),
            [month] => Some((first(month, 1)?, last(first(month, 1)?, 1))),
            [month, day] => Some((first(month, day)?, first(month, day)?)),
            _ => None,
        }
    };
    let (first, last) = (span(from)?.0, span(if open { from } else { to })?.1);
    (first <= last).then_some(Some(Days { first, last, open }))
}

/// Whether the answer lies within the days that the reader wrote down. What is open at its end must be so in the answer, too.
fn dated(when: &When, days: Days) -> bool {
    let within = |at: NaiveDateTime| days.first <= at.date() && at <= (days.last + chrono::Days::new(1)).into();
    let begin = when.begin.earliest.is_some_and(within);
    begin && if days.open { when.end.latest.is_none() } else { when.end.latest.is_some_and(within) }
}

#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    status: usize,
    speaker: usize,
    with_day: usize,
    day: usize,
    /// Shown as happened or ongoing although the reader says that it is planned, denied or hypothetical.
    false_facts: usize,
}

impl Score {
    fn add(&mut self, other: &Score) {
        self.gold += other.gold;
        self.found += other.found;
        self.status += other.status;
        self.speaker += other.speaker;
        self.with_day += other.with_day;
        self.day += other.day;
        self.false_facts += other.false_facts;
    }

    fn print(&self, name: &str) {
        println!(
            "{name:22} {:5} {:6} {:7} {:8} {:4}/{:<4} {:6}",
            self.gold, self.found, self.status, self.speaker, self.day, self.with_day, self.false_facts
        );
    }
}

#[test]
fn the_gold_is_sound_and_the_table_is_printed() {
    let total = judge(&read_all("seeds", "tests/gold"), true);
    assert!(total.gold >= 300, "at least 300 events");
    // Floors, so that what is reached is not lost unseen.
    assert!(total.status * 100 >= total.gold * 96, "status: {} of {}", total.status, total.gold);
    assert!(total.speaker * 100 >= total.gold * 95, "speaker: {} of {}", total.speaker, total.gold);
    assert!(total.day * 100 >= total.with_day * 88, "day: {} of {}", total.day, total.with_day);
    assert!(total.false_facts == 0, "{} events are shown as facts that the text does not assert", total.false_facts);
}

/// More articles with a gold file, of all kinds of news, without a snapshot.
#[test]
fn further_articles_are_read_as_well() {
    let total = judge(&read_all("tests/further", "tests/further"), true);
    assert!(total.status * 100 >= total.gold * 94, "status: {} of {}", total.status, total.gold);
    assert!(total.speaker * 100 >= total.gold * 90, "speaker: {} of {}", total.speaker, total.gold);
    assert!(total.day * 100 >= total.with_day * 63, "day: {} of {}", total.day, total.with_day);
}

/// Articles that no rule was made for: of these only the totals are printed, and nobody reads what is wrong in them.
#[test]
fn unseen_articles_are_read_as_well() {
    let total = judge(&read_all("tests/unseen", "tests/unseen"), false);
    assert!(total.status * 100 >= total.gold * 91, "status: {} of {}", total.status, total.gold);
    assert!(total.speaker * 100 >= total.gold * 90, "speaker: {} of {}", total.speaker, total.gold);
    assert!(total.day * 100 >= total.with_day * 60, "day: {} of {}", total.day, total.with_day);
}

/// Compares the program's answers with the gold and prints the table, with `aloud` also what is wrong.
fn judge(articles: &[(String, Article, Vec<Gold>)], aloud: bool) -> Score {
    println!(
        "{:22} {:>5} {:>6} {:>7} {:>8} {:>9} {:>6}",
        "article", "gold", "found", "status", "speaker", "day", "false"
    );
    let mut total = Score::default();
    let wrong = |line: String| {
        if aloud {
            println!("    {line}");
        }
    };
    for (name, article, gold) in articles {
        let timeline = extract(article);
        let mut score = Score { gold: gold.len(), ..Score::default() };
        for wanted in gold {
            let Some(i) = timeline.events.iter().position(|e| e.span().start <= wanted.at && wanted.at < e.span().end)
            else {
                wrong(format!("{name}: not found: {}", wanted.trigger));
                continue;
            };
            let event = &timeline.events[i];
            score.found += 1;
            let status = event.status.to_string();
            let is_fact = |s: &str| ["happened", "ongoing", "habitual"].contains(&s);
            if wanted.status.contains(&status) {
                score.status += 1;
            } else {
                wrong(format!("{name}: {}: status {status}, not {}", wanted.trigger, wanted.status.join("|")));
                score.false_facts += usize::from(is_fact(&status) && !wanted.status.iter().any(|s| is_fact(s)));
            }
            let speaker = match event.source() {
                Source::Speaker { name, .. } => Some(name),
                _ => None,
            };
            let same = match (&wanted.speaker, speaker) {
                (None, None) => true,
                (Some(a), Some(b)) => b.contains(a.as_str()) || (!b.is_empty() && a.contains(b)),
                _ => false,
            };
            score.speaker += usize::from(same);
            if !same {
                wrong(format!("{name}: {}: speaker {speaker:?}, not {:?}", wanted.trigger, wanted.speaker));
            }
            if let Some(days) = wanted.when {
                score.with_day += 1;
                let right = timeline.when.get(i).is_some_and(|when| dated(when, days));
                score.day += usize::from(right);
                if !right {
                    wrong(format!(
                        "{name}: {}: {:?}, not {} to {}{}",
                        wanted.trigger,
                        timeline.when.get(i),
                        days.first,
                        days.last,
                        if days.open { " and on" } else { "" }
                    ));
                }
            }
        }
        score.print(name);
        total.add(&score);
    }
    total.print("all");
    total
}
