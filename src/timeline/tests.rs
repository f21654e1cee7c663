use super::*;
use crate::{Article, extract};

fn bounds(earliest: &str, latest: &str) -> Bounds {
    let at = |at: &str| NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H:%M:%S").expect("a moment");
    let open = |moment: &str, clock: &str| (moment != "-").then(|| at(&format!("{moment}{clock}")));
    Bounds { earliest: open(earliest, "T00:00:00"), latest: open(latest, "T23:59:59") }
}

/// In whole days.
fn within(first: &str, last: &str, grain: Option<Unit>) -> When {
    When { begin: bounds(first, last), end: bounds(first, last), grain, ..When::default() }
}

fn day(day: &str) -> When {
    within(day, day, Some(Unit::Day))
}

fn quote(text: &str, start: usize) -> Quote {
    Quote { span: Span::new(start, start + text.len()), text: text.into() }
}

fn entry(text: &str, start: usize, when: When, status: Status) -> Entry {
    let span = Span::new(start, start + text.len());
    let text = Text::from(" ".repeat(start) + text);
    let (quote, trigger, negated) = (span.into(), span.into(), status == Status::Denied);
    let entry = read("It rained.").entries.remove(0);
    Entry { text, quote, trigger, when, status, negated, evidence: Box::default(), ..entry }
}

/// An article of 9 March 2025.
fn read(text: &str) -> Timeline {
    extract(&Article::new(text, "2025-03-09").expect("a date"))
}

fn timeline(entries: Vec<Entry>) -> Timeline {
    let mut timeline = read("");
    timeline.entries = entries;
    timeline
}

#[test]
fn a_timeline_answers_by_place_and_by_day() {
    let year = within("2025-01-01", "2025-12-31", Some(Unit::Year));
    let timeline = timeline(vec![
        entry("Trump confirmed it", 0, day("2025-03-07"), Status::Happened),
        entry("prices rose", 20, year, Status::Happened),
        entry("it had gone before", 40, within("-", "2025-03-08", None), Status::Happened),
    ]);
    let quotes = |entries: Vec<&Entry>| entries.iter().map(|e| e.quote().span.start).collect::<Vec<_>>();
    let friday = NaiveDate::from_ymd_opt(2025, 3, 7).unwrap();
    assert_eq!(quotes(timeline.entries_on(friday).collect()), [0, 20]);
    assert_eq!(quotes(timeline.entries_on(friday.succ_opt().unwrap()).collect()), [20]);
    assert_eq!(quotes(timeline.at(Span::new(18, 22)).collect()), [20]);
    assert_eq!(timeline.at(Span::new(18, 20)).count(), 0);
}

#[test]
fn a_timeline_reads_well() {
    let mut plan =
        entry("something is going to happen very soon", 30, within("2025-03-07", "-", None), Status::Planned);
    plan.speaker = Some("Donald Trump".into());
    let long = "Khamenei had suggested that engaging with adversaries was not necessarily\nharmful, which many in the \
                capital took as a sign that talks were possible";
    let mut timeline = timeline(vec![
        entry(long, 0, within("2024-08-01", "2024-08-31", Some(Unit::Month)), Status::Happened),
        entry("Trump confirmed it", 10, day("2025-03-07"), Status::Happened),
        entry("it had not received the letter", 20, day("2025-03-07"), Status::Denied),
        plan,
        entry("the deal failed", 50, When::default(), Status::Happened),
    ]);
    let says = |text: &str, says: &str| Evidence { quote: quote(text, 0), says: says.into() };
    timeline.conflicts.push(Conflict {
        statements: vec![says("on Thursday", "he spoke on 2025-03-06"), says("a day after", "he spoke on 2025-03-07")],
        dropped: 0,
        reason: "two other dates agree with the second".into(),
    });
    let expected = "\
2024-08          ●  Khamenei had suggested that engaging with adversaries was not necessarily
                    harmful, which many in the capital took as a sign that talks were possible
2025-03-07       ●  Trump confirmed it
                 ✗  it had not received the letter  (did not happen)
from 2025-03-07  ○  something is going to happen very soon  (planned, says Donald Trump)

No date
  ●  the deal failed

Conflict: these cannot all be true
  -  “on Thursday”: he spoke on 2025-03-06  ← set aside
  -  “a day after”: he spoke on 2025-03-07
     Choice: two other dates agree with the second
";
    assert_eq!(timeline.to_string(), expected);
}

#[test]
fn evidence_reads_as_a_sentence() {
    let timeline = read("The minister resigned on Saturday, a day after the court had opened its inquiry.");
    let because = |word: &str| {
        let entry = timeline.entries.iter().find(|e| e.trigger().text == word);
        timeline.because(entry.unwrap_or_else(|| panic!("no entry for {word}: {timeline}")))
    };
    let expected = "2025-03-07, because “resigned on Saturday”: \"resigned\" on or in \"Saturday\" = 2025-03-08 (the verb is in \
                    the past); “resigned on Saturday, a day after the court had opened”: \"resigned\" counted by \"a day\" \
                    from \"opened\"";
    assert_eq!(because("opened"), expected);
    let unproven = entry("Trump confirmed it", 0, day("2025-03-07"), Status::Happened);
    assert_eq!(timeline.because(&unproven), "2025-03-07");
}

#[test]
fn entries_are_equal_by_what_they_say() {
    let (first, other) = (read("It rained on Friday."), read("It rained on Friday. Then all was well."));
    assert_eq!(first.entries[0], other.entries[0]);
    assert_ne!(first.entries[0], read("It poured on Friday.").entries[0]);
    assert!(format!("{:?}", first.entries[0]).contains("\"It rained on Friday\""));
}
