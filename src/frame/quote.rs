//! Quotations, and the day on which something was said.

use super::is_deictic;
use crate::calendar::{Cycle, Granule, Unit};
use crate::expr::{Anchor, Expr};
use crate::lang::{ENGLISH, Sense};
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

/// The day on which a quotation was said: the nearest day that the narrator names in the same paragraph beside a word of
/// saying,
/// else the day of the news.
pub(super) fn day_of_saying(
    document: &Document<'_>,
    mentions: &[Mention],
    i: usize,
    quotes: &[Span],
    frame: &Frame,
    news: Option<Granule>,
) -> Option<NaiveDateTime> {
    let paragraph = |m: &Mention| document.sentences.get(document.sentence_of(m.first)).map(|s| s.paragraph);
    let here = mentions.get(i)?;
    // "for the last ten minutes"
    let recent = matches!(here.expr.bare(), Expr::Stretch(_, _, Anchor::Publication));
    if !is_deictic(&here.expr) && !recent {
        return None;
    }
    let near = i.saturating_sub(4)..(i + 5).min(mentions.len());
    let spoken = |m: &Mention| {
        let sentence = document.sentences.get(document.sentence_of(m.first));
        sentence.is_some_and(|s| {
            let word = |i| ENGLISH.kinds(ENGLISH.look_up(document.word(i)));
            s.tokens.clone().any(|i| word(i) & Sense::Saying.kind() != 0)
        })
    };
    let outside = |m: &&Mention| paragraph(m) == paragraph(here) && inside(quotes, m.span).is_none() && spoken(m);
    let day = |m: &Mention| resolve(&m.expr, &Frame { lean: Lean::Past, ..*frame }).ok()?.granule?.begin();
    let recent = |at: &NaiveDateTime| (0..=14).contains(&(frame.now - *at).num_days());
    let candidates = mentions.get(near)?.iter().filter(|m| names_day(&m.expr)).filter(outside);
    let said = candidates.filter_map(|m| Some((m, day(m).filter(recent)?))).min_by_key(|(m, _)| {
        // A quotation that stands alone goes on with what was said before it.
        let near = document.sentence_of(m.first) == document.sentence_of(here.first);
        (!near, !near && m.first > here.first, m.first.abs_diff(here.first))
    });
    // "Shortly before Christmas" names no day of the news.
    let news = || news?.begin().filter(|day| (0..=3).contains(&(frame.now - *day).num_days()));
    said.map(|(_, at)| at).or_else(news)
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
