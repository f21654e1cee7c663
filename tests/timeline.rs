//! Dates as people read them, and what a timeline can be asked.

mod common;

use chrono::{NaiveDate, NaiveDateTime};
use dateline::event::Status;
use dateline::link::Relation;
use dateline::{Article, Bounds, Conflict, Entry, Evidence, Quote, Span, Timeline, Unit, When, extract};

fn at(moment: &str) -> NaiveDateTime {
    let full = if moment.len() == 10 { format!("{moment}T00:00:00") } else { moment.to_string() };
    NaiveDateTime::parse_from_str(&full, "%Y-%m-%dT%H:%M:%S").expect("a moment")
}

fn bounds(earliest: &str, latest: &str) -> Bounds {
    let open = |moment: &str| (moment != "-").then(|| at(moment));
    Bounds { earliest: open(earliest), latest: open(latest) }
}

/// Somewhere between two moments, both inclusive.
fn within(earliest: &str, latest: &str, grain: Option<Unit>) -> When {
    When { begin: bounds(earliest, latest), end: bounds(earliest, latest), grain, ..When::default() }
}

fn day(day: &str) -> When {
    within(day, &format!("{day}T23:59:59"), Some(Unit::Day))
}

#[test]
fn a_when_reads_as_a_date() {
    use Unit::{Day, Decade, Half, Hour, Minute, Month, Quarter, Season, Week, Weekend, Year};
    let table = [
        ("2025-03-07", "2025-03-07T23:59:59", Some(Day), "2025-03-07"),
        ("2024-08-01", "2024-08-31T23:59:59", Some(Month), "2024-08"),
        ("2015-01-01", "2015-12-31T23:59:59", Some(Year), "2015"),
        ("2025-03-03", "2025-03-09T23:59:59", Some(Week), "2025-W10"),
        ("2024-07-01", "2024-09-30T23:59:59", Some(Quarter), "2024-Q3"),
        ("2024-07-01", "2024-12-31T23:59:59", Some(Half), "2024-H2"),
        ("2024-12-01", "2025-02-28T23:59:59", Some(Season), "winter 2024/25"),
        ("2025-03-08", "2025-03-09T23:59:59", Some(Weekend), "weekend 2025-W10"),
        ("1990-01-01", "1999-12-31T23:59:59", Some(Decade), "1990s"),
        ("2025-03-08T18:00:00", "2025-03-08T23:59:59", Some(Unit::DayPart), "2025-03-08 evening"),
        ("2025-03-08T20:00:00", "2025-03-08T23:59:59", Some(Unit::DayPart), "2025-03-08 night"),
        ("2025-03-08T18:00:00", "2025-03-09T05:59:59", Some(Unit::DayPart), "2025-03-08 overnight"),
        ("2025-03-08T14:00:00", "2025-03-08T14:59:59", Some(Hour), "2025-03-08 14h"),
        ("2025-03-08T14:30:00", "2025-03-08T14:30:59", Some(Minute), "2025-03-08 14:30"),
        ("2025-03-08T14:30:15", "2025-03-08T14:30:15", Some(Unit::Second), "2025-03-08 14:30:15"),
        // The grain is a hint, never needed.
        ("2024-08-01", "2024-08-31T23:59:59", None, "2024-08"),
        ("2025-03-07", "2025-03-09T23:59:59", None, "2025-03-07 to 2025-03-09"),
        ("2025-03-07", "2025-03-09T23:59:59", Some(Month), "2025-03-07 to 2025-03-09"),
        ("2025-03-01", "2025-05-31T23:59:59", Some(Month), "2025-03 to 2025-05"),
        ("2025-03-08T14:00:00", "2025-03-08T16:29:59", Some(Minute), "2025-03-08 14:00 to 16:30"),
        ("2025-03-08T21:00:00", "2025-03-09T00:00:00", Some(Minute), "2025-03-08 21:00 to 2025-03-09 00:00"),
        ("2000-01-01", "2004-12-31T23:59:59", Some(Decade), "2000 to 2004"),
        ("-", "2025-03-09T23:59:59", None, "by 2025-03-09"),
        ("-", "2025-03-09", None, "before 2025-03-09"),
        ("-", "2025-03-09T14:30:00", None, "by 2025-03-09 14:30"),
        ("2025-03-10", "-", None, "from 2025-03-10"),
        ("2025-03-07T23:59:59", "-", None, "after 2025-03-07"),
        ("2025-03-09T14:30:00", "-", None, "after 2025-03-09 14:30"),
        // Strict order adds seconds, which nobody wants to read.
        ("2025-03-07T00:00:01", "2025-03-07T23:59:57", Some(Day), "2025-03-07"),
        ("-", "2025-03-09T23:59:57", Some(Day), "by 2025-03-09"),
        ("2025-03-09T00:00:02", "-", None, "from 2025-03-09"),
        ("-", "-", None, "undated"),
    ];
    for (earliest, latest, grain, expected) in table {
        assert_eq!(within(earliest, latest, grain).to_string(), expected, "{earliest} .. {latest}");
    }
}

#[test]
fn a_when_that_lasts_reads_as_a_stretch() {
    let lasts = |begin, end| When { begin, end, grain: Some(Unit::Day), ..When::default() }.to_string();
    let monday = bounds("2025-03-03", "2025-03-03T23:59:59");
    let year = bounds("2015-01-01", "2015-12-31T23:59:59");
    let open = bounds("-", "-");
    assert_eq!(lasts(monday, open), "since 2025-03-03");
    assert_eq!(lasts(open, monday), "until 2025-03-03");
    assert_eq!(lasts(year, monday), "2015 to 2025-03-03");
    assert_eq!(lasts(year, open), "since 2015");
    assert_eq!(lasts(bounds("1990-01-01", "1994-12-31T23:59:59"), open), "begun 1990 to 1994");
    assert_eq!(lasts(open, bounds("2025-03-03", "2025-03-05T23:59:59")), "ended 2025-03-03 to 2025-03-05");
    assert_eq!(lasts(bounds("-", "2025-03-09"), bounds("2025-03-09", "-")), "at 2025-03-09");
    assert_eq!(lasts(bounds("-", "2025-03-09"), open), "begun by 2025-03-09");
    assert_eq!(lasts(open, bounds("2025-03-09", "-")), "at least to 2025-03-09");
}

#[test]
fn relations_hold_only_when_settled() {
    let august = within("2024-08-01", "2024-08-31T23:59:59", Some(Unit::Month));
    assert_eq!(day("2025-03-07").relation(day("2025-03-08")), Some(Relation::Before));
    assert_eq!(day("2025-03-08").relation(august), Some(Relation::After));
    // Somewhere in August may be before, on or after the 5th.
    assert_eq!(day("2024-08-05").relation(august), None);
    assert_eq!(When::default().relation(august), None);
    let war = When {
        begin: bounds("2024-01-01", "2024-01-31T23:59:59"),
        end: bounds("2024-12-01", "2024-12-31T23:59:59"),
        grain: Some(Unit::Month),
        ..When::default()
    };
    assert_eq!(august.relation(war), Some(Relation::During));
    assert_eq!(war.relation(august), Some(Relation::Includes));
}

fn quote(text: &str, start: usize) -> Quote {
    Quote { span: Span::new(start, start + text.len()), text: text.into() }
}

fn entry(text: &str, start: usize, when: When, status: Status) -> Entry {
    let mut entry = read("It rained.").entries.remove(0);
    (entry.quote, entry.trigger) = (quote(text, start), quote(text, start));
    entry.sentence = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (entry.when, entry.status, entry.negated) = (when, status, status == Status::Denied);
    entry.evidence.clear();
    entry
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
    let year = within("2025-01-01", "2025-12-31T23:59:59", Some(Unit::Year));
    let timeline = timeline(vec![
        entry("Trump confirmed it", 0, day("2025-03-07"), Status::Happened),
        entry("prices rose", 20, year, Status::Happened),
        entry("it had gone before", 40, within("-", "2025-03-09", None), Status::Happened),
    ]);
    let quotes = |entries: Vec<&Entry>| entries.iter().map(|e| e.quote.span.start).collect::<Vec<_>>();
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
        entry(long, 0, within("2024-08-01", "2024-08-31T23:59:59", Some(Unit::Month)), Status::Happened),
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
    let mut confirmed = entry("Trump confirmed it", 0, day("2025-03-07"), Status::Happened);
    assert_eq!(confirmed.evidence(), "2025-03-07");
    confirmed.evidence = vec![
        Evidence { quote: quote("on Saturday", 0), says: "the remarks were on 2025-03-08".into() },
        Evidence { quote: quote("a day after", 0), says: "one day before the remarks".into() },
    ];
    let expected = "2025-03-07, because “on Saturday”: the remarks were on 2025-03-08; “a day after”: one day before the \
                    remarks";
    assert_eq!(confirmed.evidence(), expected);
}

#[test]
fn two_speakers_who_date_one_event_differently_contradict_each_other() {
    let read = |text: &str| extract(&Article::new(text, "2025-06-18").expect("a date"));
    for text in [
        "Inspectors said gas began to escape on May 19. The operator said that the leak began on June 10.",
        "Police said the bridge collapsed on Monday. Witnesses said the bridge collapsed on Sunday.",
    ] {
        let timeline = read(text);
        let conflict = timeline.conflicts.first().unwrap_or_else(|| panic!("no conflict in {text:?}"));
        assert_eq!((timeline.conflicts.len(), conflict.statements.len()), (1, 3), "{conflict}");
        // Both versions stand in the timeline, each on its day and with its speaker.
        let versions = timeline.entries.iter().filter(|e| e.speaker.is_some() && e.when.day().is_some());
        assert!(versions.count() >= 2, "{timeline}");
    }
    for text in [
        "Inspectors said gas began to escape on May 19. The operator said that the strike began on June 10.",
        "Inspectors said the first leak began on May 19. They said that the second leak began on June 10.",
        "Police said the bridge collapsed on Monday. Witnesses said the tower collapsed on Sunday.",
        "Police said the bridge collapsed on Monday. Witnesses said the bridge collapsed at night.",
    ] {
        assert_eq!(read(text).conflicts, [], "{text}");
    }
}
