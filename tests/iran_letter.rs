//! The article that the project began with, in our own words (`seeds/iran-letter.txt`), fact by fact.

mod common;

use dateline::event::{Source, Status};
use dateline::{Article, Timeline, When, extract};

struct Reading {
    article: Article,
    timeline: Timeline,
}

fn read() -> Reading {
    read_as("2025-03-09", |text| text)
}

/// The article published on another day, or changed.
fn read_as(published: &str, change: impl Fn(String) -> String) -> Reading {
    let seed = common::seed("iran-letter");
    let article = Article::new(change(seed.text), published).unwrap().with_title(seed.title.unwrap());
    let timeline = extract(&article);
    common::check(&article, &timeline);
    Reading { article, timeline }
}

impl Reading {
    /// The event whose trigger stands first in `words`, which stand once in the article.
    fn event(&self, words: &str) -> usize {
        let mut places = self.article.text.match_indices(words);
        let (start, _) = places.next().unwrap_or_else(|| panic!("{words:?} is not in the article"));
        assert!(places.next().is_none(), "{words:?} stands there twice");
        let found = self.timeline.events.iter().position(|e| e.span().start == start);
        found.unwrap_or_else(|| panic!("no event at {words:?}"))
    }

    fn when(&self, words: &str) -> When {
        self.timeline.when[self.event(words)]
    }

    /// The day that it lies in.
    fn day(&self, words: &str) -> String {
        let when = self.when(words);
        when.day().map_or_else(|| format!("no day: {when}"), |day| day.to_string())
    }

    fn status(&self, words: &str) -> Status {
        self.timeline.events[self.event(words)].status
    }

    fn value(&self, words: &str) -> &str {
        let found = self.timeline.expressions.iter().find(|t| t.text == words);
        &found.unwrap_or_else(|| panic!("no expression {words:?}")).value
    }

    /// The last day on which it can have ended.
    fn latest(&self, words: &str) -> Option<String> {
        self.when(words).end.latest.map(|at| at.date().to_string())
    }
}

#[test]
fn the_year_of_the_deal_dates_the_deal_alone() {
    let reading = read();
    assert_eq!(reading.value("2015"), "2015");
    for words in ["take the place of", "proposed a new agreement", "abandoned during"] {
        assert_ne!(reading.when(words).to_string(), "2015", "{words}");
    }
}

#[test]
fn the_first_term_names_no_date() {
    let reading = read();
    let when = reading.when("abandoned during");
    assert_eq!(when.begin.earliest, None);
    assert!(when.end.latest.is_some_and(|at| at.date().to_string().as_str() <= "2025-03-09"), "{when}");
}

#[test]
fn august_under_the_past_perfect_is_the_last_one() {
    assert_eq!(read().when("suggested that there was no harm").to_string(), "2024-08");
}

#[test]
fn an_offset_from_an_event_dates_the_confirmation() {
    let reading = read();
    assert_eq!(reading.day("confirmed sending"), "2025-03-07");
    let event = reading.event("confirmed sending");
    let entry = reading.timeline.entries.iter().find(|e| e.event == event).expect("it is on the timeline");
    let evidence = entry.evidence();
    assert!(evidence.contains("a day after") && evidence.contains("Saturday"), "{evidence}");
}

#[test]
fn friday_in_the_oval_office() {
    let reading = read();
    for words in ["Speaking to reporters", "hinted that"] {
        assert_eq!(reading.day(words), "2025-03-07", "{words}");
    }
    assert_ne!(reading.status("mention the letter"), Status::Happened);
}

#[test]
fn saturday_before_the_officials() {
    let reading = read();
    for words in ["Addressing senior officials", "spoke instead", "speech came"] {
        assert_eq!(reading.day(words), "2025-03-08", "{words}");
    }
    assert_ne!(reading.status("name the United States"), Status::Happened);
}

#[test]
fn the_letter_was_sent_no_later_than_it_was_confirmed() {
    assert_eq!(read().latest("sending a letter"), Some("2025-03-07".into()));
}

#[test]
fn the_letter_has_not_arrived() {
    let reading = read();
    for words in ["received the letter yet", "delivered to us"] {
        assert_eq!(reading.status(words), Status::Denied, "{words}");
    }
}

#[test]
fn something_is_going_to_happen_says_trump() {
    let reading = read();
    let event = &reading.timeline.events[reading.event("happen very soon")];
    assert!(matches!(event.status, Status::Planned | Status::Possible), "{}", event.status);
    assert!(matches!(&event.source(), Source::Speaker { name, .. } if name.contains("Trump")), "{:?}", event.source());
    let when = reading.when("happen very soon");
    assert!(when.begin.earliest.is_some_and(|at| at.date().to_string().as_str() >= "2025-03-07"), "{when}");
}

#[test]
fn the_last_two_days_of_the_last_line() {
    let reading = read();
    let days = reading.timeline.expressions.iter().find(|t| t.text.ends_with("last two days")).expect("it is found");
    let interval = days.interval.expect("it has a place");
    assert_eq!(interval.first_day().unwrap().to_string(), "2025-03-07");
    assert_eq!(interval.last_day().unwrap().to_string(), "2025-03-09");
}

#[test]
fn nothing_else_is_a_date() {
    let known = ["Saturday", "a day", "a day after", "2015", "Friday", "very soon", "soon", "August"];
    for timex in &read().timeline.expressions {
        assert!(known.contains(&timex.text.as_str()) || timex.text.contains("last two days"), "{timex:?}");
    }
}

#[test]
fn published_on_monday_it_keeps_its_days() {
    let reading = read_as("2025-03-10", |text| text);
    assert_eq!(reading.value("Saturday"), "2025-03-08");
    assert_eq!(reading.value("Friday"), "2025-03-07");
    assert_eq!(reading.value("August"), "2024-08");
    assert_eq!(reading.day("confirmed sending"), "2025-03-07");
    assert_eq!(reading.day("Addressing senior officials"), "2025-03-08");
}

#[test]
fn published_on_saturday_saturday_is_that_day() {
    let reading = read_as("2025-03-08", |text| text);
    assert_eq!(reading.value("Saturday"), "2025-03-08");
    assert_eq!(reading.value("Friday"), "2025-03-07");
    assert_eq!(reading.day("confirmed sending"), "2025-03-07");
}

#[test]
fn two_statements_that_disagree_are_both_quoted() {
    assert_eq!(read().timeline.conflicts, []);
    let reading = read_as("2025-03-09", |text| text.replace("on Friday", "on Thursday"));
    let conflict = reading.timeline.conflicts.first().expect("“a day after” and “on Thursday” cannot both be true");
    let quotes = conflict.to_string();
    assert!(quotes.contains("Thursday") && quotes.contains("a day after"), "{quotes}");
    assert!(!conflict.reason.is_empty());
}
