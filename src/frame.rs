//! What each expression is counted from, and which way it leans: the pass over the document that turns mentions into
//! dated expressions.

use crate::calendar::{Granule, Unit};
use crate::expr::{Anchor, Expr, Modifier, Step, What};
use crate::lang::{ENGLISH, Sense};
use crate::resolve::{Frame, Resolution, resolve};
use crate::text::{Document, Ptb};
use crate::timeml;
use crate::timex::{Lean, Mention, Signal, Timex};
use chrono::{Datelike, NaiveDateTime};
use std::borrow::Cow;

/// Dates every mention: `published` is the time of speaking, `lean` overrides what the sentence says.
pub fn date(
    document: &Document<'_>,
    mentions: Vec<Mention>,
    published: NaiveDateTime,
    lean: Option<Lean>,
) -> Vec<Timex> {
    let history = is_history(&mentions, published);
    let mut frame = Frame::new(published);
    // The paragraph in which the story last stood in a year well before the publication.
    let mut old = None;
    let mut timexes = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let (chosen, reason) = match lean {
            Some(lean) => (lean, "as the caller wants it"),
            None => lean_of(document, &mention),
        };
        frame.lean = chosen;
        let paragraph = document.sentences.get(document.sentence_of(mention.first)).map(|s| s.paragraph);
        frame.history = history || old.is_some() && old == paragraph;
        let found = resolve(&mention.expr, &frame);
        let timex = timex(document, mention, &frame, found, chosen, reason);
        if let Some(report @ (Granule::Quarter(..) | Granule::Half(..))) = timex.granule
            && timex.lean != Some(Lean::Future)
            && !matches!(timex.expr, Expr::Shift { .. })
        {
            frame.report = Some(report);
        }
        if let Some(story) = moves_story(&timex) {
            frame.story = Some(story);
            old = paragraph.filter(|_| story.begin().is_some_and(|b| b.date().year() < published.year() - 2));
        }
        timexes.push(timex);
    }
    timexes
}

fn timex(
    document: &Document<'_>,
    mention: Mention,
    frame: &Frame,
    found: Result<Resolution, crate::Unresolved>,
    lean: Lean,
    reason: &'static str,
) -> Timex {
    let (kind, value) = timeml::value(&mention.expr, found.as_ref().ok());
    let resolution = found.unwrap_or_default();
    let reason = if let Some(used) = resolution.lean {
        Some(Cow::Borrowed(if used == lean || lean == Lean::Nearest {
            reason
        } else {
            "the other one lies much farther off"
        }))
    } else if frame.history && matches!(mention.expr.bare(), Expr::Bare(_)) && resolution.granule.is_some() {
        Some(Cow::Borrowed("the year of the story"))
    } else {
        None
    };
    Timex {
        span: mention.span,
        text: mention.span.of(document.text).to_string(),
        signal: mention.signal,
        rule: Cow::Borrowed(mention.rule),
        kind,
        value,
        granule: resolution.granule,
        interval: resolution.interval,
        grain: resolution.granule.map(Granule::unit),
        unresolved: found.err(),
        anchor: resolution.anchor,
        lean: resolution.lean,
        reason,
        alternatives: resolution.other.iter().map(Granule::to_string).collect(),
        zone: mention.zone,
        expr: mention.expr,
    }
}

/// The time that the story has reached after an expression; none when it does not move it.
fn moves_story(timex: &Timex) -> Option<Granule> {
    let granule = timex.granule?;
    let moves = match timex.expr.bare() {
        // The past and the future as such move nothing, nor do comparisons with a year before.
        Expr::Shift { from: Anchor::Narrative, by, .. } => by.unit < Unit::Year || granule.unit() <= Unit::Day,
        Expr::Step(Step::This, What::Unit(_), _) => false,
        _ => true,
    };
    (moves && timex.lean != Some(Lean::Future) && granule.unit() <= Unit::Year).then(|| match granule.unit() {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::DayPart => granule.widen(Unit::Day).unwrap_or(granule),
        _ => granule,
    })
}

/// A text tells the past by its own calendar when most of the years that it names lie well before its publication.
fn is_history(mentions: &[Mention], published: NaiveDateTime) -> bool {
    let (mut old, mut new, mut deictic) = (0, 0, 0);
    for mention in mentions {
        match year_named(&mention.expr) {
            Some(year) if year < published.year() - 2 => old += 1,
            Some(_) => new += 1,
            None if is_deictic(&mention.expr) => deictic += 1,
            None => {}
        }
    }
    old >= 3 && old > 2 * new && 2 * old > deictic
}

fn year_named(expr: &Expr) -> Option<i32> {
    match expr.bare() {
        Expr::At(g) => g.begin().map(|b| b.date().year()),
        Expr::Between(a, _) => year_named(a),
        _ => None,
    }
}

fn is_deictic(expr: &Expr) -> bool {
    match expr.bare() {
        Expr::Step(_, _, Anchor::Publication) | Expr::Shift { from: Anchor::Publication, .. } => true,
        Expr::Bare(crate::Cycle::Weekday(_)) => true,
        _ => false,
    }
}

/// Which way the sentence leans at a mention, with the reason in plain words.
fn lean_of(document: &Document<'_>, mention: &Mention) -> (Lean, &'static str) {
    match mention.signal {
        Some(Signal::Since) if !is_range(document, mention) => return (Lean::Past, "\"since\" looks back"),
        _ => {}
    }
    if mention.expr.modifier() == Some(Modifier::OnOrBefore) {
        return (Lean::Future, "a deadline");
    }
    let sentence = match document.sentences.get(document.sentence_of(mention.first)) {
        Some(s) => s.tokens.clone(),
        None => return DEFAULT,
    };
    // The verb before it in its clause, else the first one behind it.
    let before = (sentence.start..mention.first).rev().take(25).find_map(|i| verb_lean(document, i, sentence.start));
    if let Some(lean) = before {
        return lean;
    }
    let after = (mention.end..sentence.end).take(25).find_map(|i| verb_lean(document, i, sentence.start));
    after.unwrap_or(DEFAULT)
}

const DEFAULT: (Lean, &str) = (Lean::Past, "nothing in the sentence decides, and news looks back");

fn is_range(document: &Document<'_>, mention: &Mention) -> bool {
    document.word(mention.first.wrapping_sub(1)).eq_ignore_ascii_case("from")
}

/// What the word at `i` says about the time of its clause, if it is a verb that says something.
fn verb_lean(document: &Document<'_>, i: usize, start: usize) -> Option<(Lean, &'static str)> {
    let tag = document.tokens.get(i)?.tag.ptb;
    let kinds = || ENGLISH.kinds(ENGLISH.look_up(document.word(i)));
    match tag {
        Ptb::Md if kinds() & Sense::Will.kind() != 0 => Some((Lean::Future, "the verb is in the future")),
        Ptb::Md => {
            let past = ["could", "would", "might"].contains(&document.word(i));
            (!past).then_some((Lean::Future, "a modal verb looks ahead"))
        }
        Ptb::Vb => {
            // "to meet", "will meet": what goes before decides; a bare infinitive alone says nothing.
            let to = (start..i).rev().take(3).find(|&k| document.tokens[k].tag.ptb == Ptb::To);
            match to {
                // "did not meet", "had to leave", "failed to meet"
                Some(to) => match (start..to).rev().take(3).find_map(|k| failed(document, k)) {
                    Some(lean) => Some(lean),
                    None => Some((Lean::Future, "an infinitive looks ahead")),
                },
                None => None,
            }
        }
        Ptb::Jj | Ptb::Vbn | Ptb::Vbz | Ptb::Vbp | Ptb::Vbg if kinds() & Sense::Ahead.kind() != 0 => {
            Some((Lean::Future, "it is said to be due"))
        }
        Ptb::Vbd | Ptb::Vbn => {
            // "will be sold", "to be released": an auxiliary decides.
            let ahead = (start..i).rev().take(4).find_map(|k| match document.tokens[k].tag.ptb {
                Ptb::Md if ENGLISH.kinds(ENGLISH.look_up(document.word(k))) & Sense::Will.kind() != 0 => Some(true),
                Ptb::To if tag == Ptb::Vbn => Some(true),
                Ptb::Vbd | Ptb::Punct => Some(false),
                _ => None,
            });
            match ahead {
                Some(true) if tag == Ptb::Vbn => Some((Lean::Future, "the verb is in the future")),
                _ => Some((Lean::Past, "the verb is in the past")),
            }
        }
        _ => None,
    }
}

/// "failed to", "managed to", "had to", "began to": what was done in the past.
fn failed(document: &Document<'_>, i: usize) -> Option<(Lean, &'static str)> {
    let done = ["had", "failed", "managed", "began", "helped", "used", "forced", "appeared", "seemed", "came", "went"];
    done.contains(&document.word(i)).then_some((Lean::Past, "the verb is in the past"))
}
