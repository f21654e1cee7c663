//! The shipped phrase tables: sentences with their time expressions marked, and sentences that have none.
//!
//! The tables are in `tests/phrases/`; their form is described at their head.

use dateline::{Article, Timex, extract};
use std::fmt::Write;

const POSITIVE: &str = include_str!("phrases/positive.tsv");
const NEGATIVE: &str = include_str!("phrases/negative.tsv");

/// What the table wants of one expression.
struct Wanted<'a> {
    text: &'a str,
    kind: &'a str,
    /// Any of these.
    values: Vec<&'a str>,
    /// TimeML's `mod`, empty for none, "*" where it is not judged.
    modifier: &'a str,
}

fn rows(table: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(table.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The sentence without its brackets, and what stood between them.
fn unmark(marked: &str) -> (String, Vec<(usize, &str)>) {
    let (mut plain, mut found, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, tail) = after.split_once(']').expect("a closing bracket");
        plain.push_str(before);
        found.push((plain.len(), inner));
        plain.push_str(inner);
        rest = tail;
    }
    plain.push_str(rest);
    (plain, found)
}

/// Whole hours and minutes are written with or without their zeros: T22 is T22:00.
fn normal(value: &str) -> &str {
    match value.split_once('T') {
        Some((date, time)) if !date.is_empty() && !date.starts_with('P') => {
            let mut short = time.len();
            while short > 2 && time.get(..short).is_some_and(|t| t.ends_with(":00")) {
                short -= 3;
            }
            value.get(..date.len() + 1 + short).unwrap_or(value)
        }
        _ => value,
    }
}

fn fits(wanted: &Wanted, found: &Timex) -> bool {
    let modifier = found.expr.modifier().map_or("", |m| m.timeml());
    found.kind.to_string() == wanted.kind
        && wanted.values.iter().any(|v| normal(v) == normal(&found.value))
        && (wanted.modifier == "*" || wanted.modifier == modifier)
}

fn show(found: &[Timex]) -> String {
    let mut out = String::new();
    for t in found {
        let modifier = t.expr.modifier().map_or("", |m| m.timeml());
        let _ = write!(out, " [{}] {} {} {modifier};", t.text, t.kind, t.value);
    }
    if out.is_empty() { " nothing".into() } else { out }
}

fn expressions(text: &str, published: &str) -> Vec<Timex> {
    extract(&Article::new(text, published).expect("a publication date")).expressions
}

#[test]
fn every_time_expression_is_read_as_the_table_says() {
    let (mut failed, mut all) = (String::new(), 0);
    for (line, row) in rows(POSITIVE) {
        let fields: Vec<&str> = row.split('\t').collect();
        let (published, marked, kinds, values) = (fields[0], fields[1], fields[2], fields[3]);
        let (text, spans) = unmark(marked);
        let mut modifiers = fields.get(4).unwrap_or(&"").split(';');
        let wanted: Vec<(usize, Wanted)> = spans
            .iter()
            .zip(kinds.split(';').zip(values.split(';')))
            .map(|(&(at, text), (kind, value))| {
                let (values, modifier) = (value.split('|').collect(), modifiers.next().unwrap_or(""));
                (at, Wanted { text, kind, values, modifier })
            })
            .collect();
        assert_eq!(wanted.len(), spans.len(), "positive.tsv:{line}: as many types and values as brackets");
        let found = expressions(&text, published);
        let right = found.len() == wanted.len()
            && wanted.iter().zip(&found).all(|((at, w), f)| f.span.start == *at && f.text == w.text && fits(w, f));
        all += 1;
        if !right {
            let _ = write!(failed, "positive.tsv:{line}: {published} {marked}\n   wanted");
            for (_, w) in &wanted {
                let _ = write!(failed, " [{}] {} {} {};", w.text, w.kind, w.values.join("|"), w.modifier);
            }
            let _ = writeln!(failed, "\n   found {}", show(&found));
        }
    }
    let wrong = failed.lines().filter(|l| l.starts_with("positive")).count();
    assert!(failed.is_empty(), "{wrong} of {all} rows failed\n{failed}");
}

#[test]
fn what_only_looks_like_time_is_left_alone() {
    let (mut failed, mut all) = (String::new(), 0);
    for (line, text) in rows(NEGATIVE) {
        let found = expressions(text, "2025-03-09");
        all += 1;
        if !found.is_empty() {
            let _ = writeln!(failed, "negative.tsv:{line}: {text}\n   found {}", show(&found));
        }
    }
    let wrong = failed.lines().filter(|l| l.starts_with("negative")).count();
    assert!(failed.is_empty(), "{wrong} of {all} rows failed\n{failed}");
}
