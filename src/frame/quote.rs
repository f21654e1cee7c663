//! Quotations, and the day on which something was said.

use super::is_deictic;
use crate::calendar::{Cycle, Unit};
use crate::expr::{Anchor, Expr};
use crate::resolve::{Frame, resolve};
use crate::span::Span;
use crate::text::{Document, Shape};
use crate::timex::{Lean, Mention};
use chrono::NaiveDateTime;

/// What stands between quotation marks, a quotation that is not closed up to the end of its paragraph.
pub(super) fn quotations(document: &Document<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut paragraph = None;
    for sentence in &document.sentences {
        if paragraph != Some(sentence.paragraph) {
            if let (Some(start), Some(last)) = (open.take(), sentence.tokens.start.checked_sub(1)) {
                found.push(Span::new(start, document.span(last..last + 1).end));
            }
            paragraph = Some(sentence.paragraph);
        }
        for i in sentence.tokens.clone() {
            let Some(token) = document.tokens.get(i).filter(|t| t.shape == Shape::Mark) else { continue };
            match (document.word(i), open) {
                ("“" | "``", _) => open = open.or(Some(token.end as usize)),
                ("\"", None) => open = Some(token.end as usize),
                ("”" | "''" | "\"", Some(start)) => {
                    found.push(Span::new(start, token.start as usize));
                    open = None;
                }
                _ => {}
            }
        }
    }
    found
}

/// Which of the quotations, which are in the order of the text, a span lies within.
pub(super) fn inside(quotes: &[Span], span: Span) -> Option<usize> {
    let at = quotes.partition_point(|q| q.end < span.end);
    quotes.get(at).is_some_and(|q| q.contains(span)).then_some(at)
}

/// The day on which a quotation was said: the nearest day that the narrator names in the same paragraph.
pub(super) fn day_of_saying(
    document: &Document<'_>,
    mentions: &[Mention],
    i: usize,
    quotes: &[Span],
    frame: &Frame,
) -> Option<NaiveDateTime> {
    let paragraph = |m: &Mention| document.sentences.get(document.sentence_of(m.first)).map(|s| s.paragraph);
    let here = mentions.get(i)?;
    if !is_deictic(&here.expr) {
        return None;
    }
    let near = i.saturating_sub(4)..(i + 5).min(mentions.len());
    let outside = |m: &&Mention| paragraph(m) == paragraph(here) && inside(quotes, m.span).is_none();
    let candidates = mentions.get(near)?.iter().filter(outside).filter(|m| names_day(&m.expr));
    let day = candidates.min_by_key(|m| {
        (document.sentence_of(m.first) != document.sentence_of(here.first), m.first.abs_diff(here.first))
    })?;
    let found = resolve(&day.expr, &Frame { lean: Lean::Past, ..*frame }).ok()?.granule?;
    let at = found.begin()?;
    let recent = (frame.now - at).num_days();
    (0..=14).contains(&recent).then_some(at)
}

fn names_day(expr: &Expr) -> bool {
    match expr.bare() {
        Expr::Bare(c) => matches!(c, Cycle::Weekday(_) | Cycle::MonthDay(..)),
        Expr::In(_, of) => names_day(of),
        Expr::Shift { by, from: Anchor::Publication, .. } => by.unit == Unit::Day,
        Expr::At(g) => g.unit() == Unit::Day,
        _ => false,
    }
}
