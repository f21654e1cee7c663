//! Annotates articles in bulk: one JSON document a line in, one a line out.
//!
//! ```text
//! annotate [FILE] [--lean past|future|nearest] [--day-first] [--fiscal MONTH] [--southern] [--day-parts 8,12,16,20]
//!          [--country CODE] [--phrases]
//! ```
//!
//! Reads FILE, or standard input when there is none or it is `-`. A line is `{"id", "text", "dct", "title"?}`, where `dct`
//! is the publication date or date-time; in its place `dct_line` may hold a line of text with that date. Out come the time
//! expressions, events and links with TimeML's names; offsets count code points, days are inclusive, `null` is open. The
//! bounds of a time expression are its own; its `interval`, half-open, is what it speaks of together with the words around
//! it ("since 2014" is open ahead, both ends of a range have the whole range). With `--phrases` it stands for that whole
//! phrase, as other recognisers mark it: the preposition is in it, and a range is one. A line that can't be read is named
//! on standard error and left out, and the exit code tells so at the end.

use chrono::NaiveDateTime;
use dateline::event::{Event, Source};
use dateline::export::timeml::{self, Link};
use dateline::link::Entity;
use dateline::{Article, Bounds, Country, Detail, Error, Granule, Interval, Lean, Offsets, Options, Span, Timex, When};
use dateline::{extract, extract_with};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Instant;

const USAGE: &str = "usage: annotate [FILE] [--lean past|future|nearest] [--day-first] [--fiscal MONTH] [--southern] [--day-parts 8,12,16,20] [--country CODE] [--phrases]   (JSON lines; standard input without FILE)";

fn main() -> ExitCode {
    match arguments().and_then(|(input, wanted)| run(input.as_deref(), &wanted)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            eprintln!("annotate: {bad} line{} could not be read", if bad == 1 { "" } else { "s" });
            ExitCode::FAILURE
        }
        Err(message) => {
            eprintln!("annotate: {message}");
            ExitCode::from(2)
        }
    }
}

/// What the caller asked for.
struct Wanted {
    options: Options,
    /// Whether time expressions are written as whole phrases.
    phrases: bool,
}

fn arguments() -> Result<(Option<String>, Wanted), String> {
    use lexopt::prelude::*;
    let mut input = None;
    let mut options = Options::default();
    let mut phrases = false;
    // Entries are not written out; the fewest are made.
    options.detail = Detail::Headline;
    let mut parser = lexopt::Parser::from_env();
    let usage = |e: lexopt::Error| format!("{e}\n{USAGE}");
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("lean") => {
                let value = parser.value().and_then(|v| v.string()).map_err(usage)?;
                options.lean = Some(match value.as_str() {
                    "past" => Lean::Past,
                    "future" => Lean::Future,
                    "nearest" => Lean::Nearest,
                    other => return Err(format!("--lean {other}: past, future or nearest is expected")),
                });
            }
            Long("day-first") => options.day_first = true,
            Long("southern") => options.southern = true,
            Long("country") => {
                let value = parser.value().and_then(|v| v.string()).map_err(usage)?;
                let country = Country::from_code(&value);
                options.country = Some(country.ok_or_else(|| format!("--country {value}: a code such as GB or CA"))?);
            }
            Long("day-parts") => {
                let value = parser.value().and_then(|v| v.string()).map_err(usage)?;
                let hours: Option<Vec<u8>> =
                    value.split(',').map(|h| h.parse().ok().filter(|h| (0..24).contains(h))).collect();
                let hours = hours.and_then(|h| <[u8; 4]>::try_from(h).ok()).filter(|h| h.is_sorted());
                options.day_parts = Some(hours.ok_or_else(|| {
                    format!("--day-parts {value}: the hours at which morning, afternoon, evening and night begin")
                })?);
            }
            Long("phrases") => phrases = true,
            Long("fiscal") => {
                let value = parser.value().and_then(|v| v.string()).map_err(usage)?;
                let month = value.parse().ok().filter(|m| (1..=12).contains(m));
                options.fiscal_start = Some(month.ok_or_else(|| format!("--fiscal {value}: a month from 1 to 12"))?);
            }
            Short('h') | Long("help") => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            Value(file) if input.is_none() => input = Some(file.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok((input, Wanted { options, phrases }))
}

/// Reads every line and writes what was found. The number of lines that could not be read.
fn run(input: Option<&str>, wanted: &Wanted) -> Result<usize, String> {
    let mut reader: Box<dyn BufRead> = match input {
        None | Some("-") => Box::new(io::stdin().lock()),
        Some(path) => Box::new(BufReader::new(File::open(path).map_err(|e| format!("{path}: {e}"))?)),
    };
    let name = input.filter(|path| *path != "-").unwrap_or("standard input");
    let mut out = BufWriter::new(io::stdout().lock());
    let mut progress = Progress::new();
    let (mut line, mut number, mut bad) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line).map_err(|e| format!("{name}: {e}"))? == 0 {
            break;
        }
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match annotate(&line, wanted) {
            Ok(json) => match out.write_all(&json) {
                Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(bad),
                other => other.map_err(|e| format!("standard output: {e}"))?,
            },
            Err(message) => {
                progress.clear();
                eprintln!("annotate: {name}, line {number}: {message}");
                bad += 1;
            }
        }
        progress.step(line.len());
    }
    progress.clear();
    match out.flush() {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(bad),
        other => other.map(|()| bad).map_err(|e| format!("standard output: {e}")),
    }
}

/// One document: from its line to the line of its annotation.
fn annotate(line: &[u8], wanted: &Wanted) -> Result<Vec<u8>, String> {
    let input: Value = serde_json::from_slice(line).map_err(|e| format!("not JSON: {e}"))?;
    let text = input.get("text").and_then(Value::as_str).ok_or("\"text\" is missing or no string")?;
    let id = input.get("id").cloned().ok_or("\"id\" is missing")?;
    let mut article = match (input.get("dct").and_then(Value::as_str), input.get("dct_line").and_then(Value::as_str)) {
        (Some(dct), _) => Article::new(text, dct).map_err(|e| e.to_string())?,
        (None, Some(words)) => {
            let day = date_in(words).map_err(|e| e.to_string())?;
            let day = day.ok_or_else(|| format!("\"dct_line\" holds no full date: {words:?}"))?;
            Article::new(text, &day).map_err(|e| e.to_string())?
        }
        (None, None) => return Err("\"dct\" is missing or no string".into()),
    };
    if let Some(title) = input.get("title").and_then(Value::as_str) {
        article = article.with_title(title);
    }
    let timeline = extract_with(&article, &wanted.options);
    let links = timeml::links(&timeline);
    let mut json = format!("{{\"id\":{id}").into_bytes();
    let mut offsets = Offsets::new(text);
    let all = &timeline.expressions;
    // Both ends of a range have the same phrase, and a day and its hours ("today before 4 p.m."), which have the scope.
    let same = |a: &Timex, b: Option<&Timex>| wanted.phrases && b.is_some_and(|b| a.phrase() == b.phrase());
    let told = |i: usize| i > 0 && same(&all[i], all.get(i - 1)) && all[i - 1].scope().is_some();
    let untold = |i: usize| all[i].scope().is_none() && same(&all[i], all.get(i + 1));
    let timexes = all.iter().enumerate().filter(|&(i, _)| !told(i) && !untold(i));
    let timexes =
        timexes.map(|(i, t)| timex(i, t, if wanted.phrases { t.phrase() } else { t.span }, text, &mut offsets));
    list(&mut json, "timexes", timexes)?;
    let mut offsets = Offsets::new(text);
    let events = timeline.events.iter().zip(timeline.when.iter()).enumerate();
    list(&mut json, "events", events.map(|(i, (e, when))| event(i, e, *when, &mut offsets)))?;
    list(&mut json, "tlinks", links.iter().map(link))?;
    json.extend_from_slice(b"}\n");
    Ok(json)
}

/// Writes `,"name":[...]`, one item after the other.
fn list(json: &mut Vec<u8>, name: &str, items: impl Iterator<Item = Value>) -> Result<(), String> {
    json.extend_from_slice(format!(",\"{name}\":[").as_bytes());
    for (i, item) in items.enumerate() {
        if i > 0 {
            json.push(b',');
        }
        serde_json::to_writer(&mut *json, &item).map_err(|e| e.to_string())?;
    }
    json.push(b']');
    Ok(())
}

/// The first full date in a line of text, read by the library itself.
fn date_in(words: &str) -> Result<Option<String>, Error> {
    let line = Article::new(words, "2000-01-01")?;
    let day = extract(&line).expressions.into_iter().find_map(|t| match t.granule? {
        Granule::Day(day) => Some(day),
        finer => finer.widen(dateline::Unit::Day).and_then(|day| day.begin()).map(|at| at.date()),
    });
    Ok(day.map(|day| day.to_string()))
}

fn timex(i: usize, timex: &Timex, span: Span, text: &str, offsets: &mut Offsets<'_>) -> Value {
    let at = offsets.chars(span);
    // The bounds are those of the expression itself; the interval is what it speaks of with the words around it.
    let whole = timex.scope().or(timex.interval);
    let Interval { begin, end } = whole.unwrap_or(Interval { begin: None, end: None });
    let first = timex.interval.and_then(Interval::first_day).map(|d| d.to_string());
    let last = timex.interval.and_then(Interval::last_day).map(|d| d.to_string());
    let moment = |at: NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%S").to_string();
    json!({
        "tid": timeml::id(Entity::Timex(i)),
        "start": at.start,
        "end": at.end,
        "text": span.of(text),
        "type": timex.kind.to_string(),
        "value": timex.value,
        "mod": timex.expr.modifier().map(|m| m.timeml()),
        "quant": timex.quant(),
        "freq": timex.freq(),
        "beginPoint": timex.begin_point().map(timeml::endpoint),
        "endPoint": timex.end_point().map(timeml::endpoint),
        "alternatives": timex.alternatives(),
        "begins": {"earliest": first, "latest": first},
        "ends": {"earliest": last, "latest": last},
        "interval": {"from": begin.map(moment), "to": end.map(moment)},
        "meaning": timex.expr.to_string(),
        "rule": timex.rule,
        "reason": timex.reason,
    })
}

fn event(i: usize, event: &Event, when: When, offsets: &mut Offsets<'_>) -> Value {
    let at = offsets.chars(event.span());
    let day = |at: Option<NaiveDateTime>| at.map(|at| at.date().to_string());
    let days = |b: Bounds| json!({"earliest": day(b.earliest), "latest": day(b.latest)});
    json!({
        "eid": timeml::id(Entity::Event(i)),
        "start": at.start,
        "end": at.end,
        "text": event.text,
        "class": timeml::class(event.class),
        "tense": timeml::tense(event.tense),
        "aspect": timeml::aspect(event.aspect),
        "polarity": timeml::polarity(event.polarity),
        "modality": event.modality,
        "single_day": within_a_day(event, when),
        "begins": days(when.begin),
        "ends": days(when.end),
        "status": event.status.to_string(),
        "speaker": match event.source() {
            Source::Speaker { name, .. } => Some(name),
            _ => None,
        },
        "headline": event.headline,
    })
}

fn link(link: &Link) -> Value {
    json!({"from": timeml::id(link.from), "to": timeml::id(link.to), "relType": link.rel_type.name()})
}

/// Whether an event lies within one day. Its bounds say so where they can. Else it depends on its kind: what is said, seen,
/// begun or ended takes a moment and a state lasts; other things take what their word says, and longer when they go on.
fn within_a_day(event: &Event, when: When) -> bool {
    use dateline::event::{Aspect, Class, Role, Status, Tense};
    if when.day().is_some() {
        return true;
    }
    if let (Some(begin), Some(end)) = (when.begin.latest, when.end.earliest)
        && begin.date() < end.date()
    {
        return false;
    }
    // What touches the publication, or another day that it goes on to, and has no other bound lasts.
    let (begins, ends) = (when.begin, when.end);
    if begins.latest.is_some() && ends.earliest.is_some() && begins.earliest.is_none() {
        return false;
    }
    match event.class {
        // "was aware of it": nobody knows for how long.
        Class::IState if event.tense == Tense::Past => false,
        Class::IState if event.tense == Tense::Future => false,
        Class::Reporting | Class::Perception | Class::Aspectual | Class::IState => true,
        Class::State => false,
        Class::Occurrence | Class::IAction => {
            // "until it retreats", "if they boost output": what is awaited comes about in a moment.
            let awaited = event.tense == Tense::Present
                && event.aspect == Aspect::None
                && (event.role == Role::Until || matches!(event.status, Status::Planned | Status::Conditional));
            let goes_on = matches!(event.status, Status::Ongoing | Status::Habitual)
                || matches!(event.aspect, Aspect::Progressive | Aspect::PerfectiveProgressive)
                || event.tense == Tense::Present && event.aspect == Aspect::None;
            let perfect = event.tense == Tense::Present && event.aspect == Aspect::Perfective;
            let past = event.tense == Tense::Past && event.aspect == Aspect::None;
            // "will get worse", "to change": bit by bit, as it has.
            let untold = matches!(event.tense, Tense::Future | Tense::Infinitive | Tense::None);
            let ahead = untold && event.status != Status::Happened && !event.passive;
            let lasts = event.takes_days() && !past || event.is_drift() && (perfect || ahead);
            awaited || !goes_on && !lasts
        }
    }
}

/// A counter on standard error, when that is a terminal.
struct Progress {
    shown: bool,
    start: Instant,
    last: Instant,
    documents: usize,
    bytes: usize,
}

impl Progress {
    fn new() -> Self {
        let now = Instant::now();
        Progress { shown: io::stderr().is_terminal(), start: now, last: now, documents: 0, bytes: 0 }
    }

    fn step(&mut self, bytes: usize) {
        self.documents += 1;
        self.bytes += bytes;
        if self.shown && self.last.elapsed().as_millis() >= 100 {
            self.last = Instant::now();
            let megabytes = self.bytes as f64 / 1e6;
            let speed = megabytes / self.start.elapsed().as_secs_f64().max(1e-3);
            eprint!("\r{} documents, {megabytes:.1} MB, {speed:.1} MB/s ", self.documents);
        }
    }

    fn clear(&self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}
