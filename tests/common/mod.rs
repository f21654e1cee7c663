//! What the tests share: the seeds, and what must hold for every timeline of every text.

#![allow(dead_code)] // Each test binary uses a part of it.

pub mod fuzz;

use dateline::event::Event;
use dateline::link::{Entity, Relation, Statement};
use dateline::{Article, Span, Timeline, Unit};
use std::path::{Path, PathBuf};

/// An article from `seeds/`.
pub struct Seed {
    /// The file's name without its ending.
    pub name: String,
    pub article: Article,
}

pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Every article in `seeds/`, by name.
pub fn seeds() -> Vec<Seed> {
    let mut files: Vec<_> = std::fs::read_dir(folder("seeds"))
        .expect("seeds/ is there")
        .map(|file| file.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let name = |path: &Path| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| Seed { name: name(path), article: read(path) }).collect()
}

/// One article from `seeds/`.
pub fn seed(name: &str) -> Article {
    read(&folder("seeds").join(name).with_extension("txt"))
}

fn read(path: &Path) -> Article {
    let file = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let (header, text) = file.split_once("\n\n").unwrap_or_else(|| panic!("{}: no header", path.display()));
    let field = |key: &str| {
        let value = header.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        value.unwrap_or_else(|| panic!("{}: no line `{key}: ...`", path.display()))
    };
    Article::new(text, field("Published")).expect("a date").with_title(field("Title"))
}

/// Panics unless everything holds that must hold for every timeline of every text.
pub fn check(article: &Article, timeline: &Timeline) {
    let text = article.text.as_str();
    let span = |span: Span, what: &str| {
        assert!(text.get(span.range()).is_some(), "{what}: {span:?} does not fit the text of {} bytes", text.len());
    };
    assert_eq!(timeline.published, article.published);
    assert_eq!(timeline.when.len(), timeline.events.len(), "one `when` for each event");
    for timex in &timeline.expressions {
        span(timex.span, "expression");
        assert_eq!(timex.span.of(text), timex.text);
        assert!(!timex.value.is_empty(), "{:?} has no value", timex.text);
        if let Some(interval) = timex.interval
            && let (Some(begin), Some(end)) = (interval.begin, interval.end)
        {
            assert!(begin <= end, "{:?} ends before it begins: {interval:?}", timex.text);
        }
    }
    for pair in timeline.expressions.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{:?} and {:?} overlap", pair[0].text, pair[1].text);
    }
    for event in &timeline.events {
        event_fits(event, timeline, &span, text);
    }
    for pair in timeline.events.windows(2) {
        assert!(pair[0].span().start <= pair[1].span().start, "events in the order of the text");
    }
    for when in timeline.when.iter() {
        bounds_fit(when);
    }
    let exists = |entity: Entity| match entity {
        Entity::Publication => true,
        Entity::Event(i) => i < timeline.events.len(),
        Entity::Timex(i) => i < timeline.expressions.len(),
        _ => false,
    };
    for statement in &timeline.relations {
        span(statement.span(), "statement");
        assert!(exists(statement.left()) && exists(statement.right()), "{statement:?} points nowhere");
        assert!(statement.trust() <= 100, "{statement:?}");
    }
    entries_fit(timeline, &span, text);
    for conflict in &timeline.conflicts {
        assert!(conflict.dropped < conflict.statements.len(), "{conflict:?}");
        assert!(!conflict.reason.is_empty(), "{conflict:?}");
        for statement in &conflict.statements {
            span(statement.quote.span, "conflict");
        }
    }
    // What people see never fails either.
    let _ = (timeline.to_string(), dateline::explain(article, timeline));
    let _ = dateline::export::timeml::document(article, timeline);
}

fn event_fits(event: &Event, timeline: &Timeline, span: &impl Fn(Span, &str), text: &str) {
    span(event.span(), "trigger");
    span(event.clause(), "clause");
    assert_eq!(event.span().of(text), event.text);
    assert!(!event.text.is_empty());
    for part in [event.agent(), event.patient(), event.recipient(), event.place()].into_iter().flatten() {
        span(part, "participant");
    }
    for other in [event.governor(), event.repeats()].into_iter().flatten() {
        assert!(other < timeline.events.len(), "{:?} points to event {other}", event.text);
    }
}

fn bounds_fit(when: &dateline::When) {
    let ordered = |a: Option<_>, b: Option<_>| !matches!((a, b), (Some(a), Some(b)) if a > b);
    assert!(ordered(when.begin.earliest, when.begin.latest), "begin: {when:?}");
    assert!(ordered(when.end.earliest, when.end.latest), "end: {when:?}");
    assert!(ordered(when.begin.earliest, when.end.latest), "ends before it begins: {when:?}");
    assert!(!when.to_string().is_empty());
    assert!(when.grain != Some(Unit::Century) || !when.is_undated());
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            depth += i32::from(*c == '[') - i32::from(*c == ']');
            depth == 0 && *c != ']'
        })
        .collect()
}

fn entries_fit(timeline: &Timeline, span: &impl Fn(Span, &str), text: &str) {
    let mut seen = vec![0; timeline.events.len()];
    for entry in &timeline.entries {
        seen[entry.event] += 1;
        let again = |r: &&Statement| r.relation() == Relation::Again && r.left() == Entity::Event(entry.event);
        let times = 1 + timeline.relations.iter().filter(again).count();
        assert!(seen[entry.event] <= times, "event {} stands there more often than it has times", entry.event);
        assert!(times > 1 || entry.when == timeline.when[entry.event]);
        // Nothing but square brackets is added to the words, and nothing is left out.
        let words = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
        let own = words(&entry.quote().text);
        let sentence = words(&entry.sentence());
        assert!(own.contains(['[', ']']) || without_brackets(&sentence) == own, "{sentence:?} is not {own:?}");
        assert_eq!(entry.status, timeline.events[entry.event].status);
        let quotes = [Some(entry.quote()), Some(entry.trigger()), entry.agent(), entry.patient()];
        for quote in quotes.into_iter().flatten().chain(timeline.evidence(entry).into_iter().map(|e| e.quote)) {
            span(quote.span, "quote");
        }
        assert_eq!(entry.trigger().span.of(text), entry.trigger().text);
        assert!(!timeline.because(entry).is_empty());
    }
    // Every known relation is respected. (A latest begin is carried along, so that one pass sees every pair.)
    let mut latest: Option<&dateline::Entry> = None;
    for entry in &timeline.entries {
        if let Some(before) = latest {
            let wrong = entry.when.relation(before.when) == Some(Relation::Before);
            assert!(!wrong, "{entry} stands after {before}");
        }
        if entry.when.begin.earliest > latest.and_then(|l| l.when.begin.earliest) {
            latest = Some(entry);
        }
    }
}
