//! What is told beside the line of the story: asides, limits, announcements.

use super::has;
use crate::calendar::Granule;
use crate::expr::Expr;
use crate::lang::Sense;
use crate::text::{Document, Ptb};
use crate::timex::Mention;

/// Whether it stands behind "until" in a clause that does not end there: "lasted until the fall of the city in February".
pub(super) fn is_until(document: &Document<'_>, mention: &Mention) -> bool {
    let start = document.sentences.get(document.sentence_of(mention.first)).map_or(0, |s| s.tokens.start);
    let near = (start..mention.first).rev().take(8);
    let clause = near.take_while(|&i| document.tokens.get(i).is_some_and(|t| t.tag.ptb != Ptb::Punct));
    clause.into_iter().any(|i| has(document, i, Sense::Till.kind()))
}

/// Whether it stands in a relative clause or a participle's between commas: told in passing, it moves no story.
pub(super) fn is_aside(document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    let closed = document.word(mention.end) == ",";
    (sentence.tokens.start..mention.first).rev().take(6).find_map(|i| match tag(i)? {
        Ptb::Wdt | Ptb::Wp => Some(true),
        // "a deal that they had made that summer"
        Ptb::In if document.word(i) == "that" => {
            Some(i > 0 && document.tokens.get(i - 1).is_some_and(|t| t.tag.is_noun()))
        }
        Ptb::Punct if document.word(i) == "," => Some(closed && matches!(tag(i + 1), Some(Ptb::Vbn | Ptb::Vbg))),
        _ => None,
    }) == Some(true)
}

/// Whether it stands in an aside about somebody who is spoken of in the present: "Aldrin, who turned 94 in January, is the
/// only one still alive", "She is survived by a son, who was born in March".
pub(super) fn is_told_now(document: &Document<'_>, mention: &Mention) -> bool {
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    if !is_aside(document, mention) {
        return false;
    }
    let inside = document.word(mention.end) == ","
        && matches!(tag(mention.end + 1), Some(Ptb::Vbz | Ptb::Vbp))
        && tag(mention.end + 2) != Some(Ptb::Vbn);
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let main = sentence.tokens.clone().find(|&i| matches!(tag(i), Some(Ptb::Vbz | Ptb::Vbp | Ptb::Vbd | Ptb::Md)));
    let last = mention.end + 1 >= sentence.tokens.end;
    inside || last && main.is_some_and(|i| i < mention.first && matches!(tag(i), Some(Ptb::Vbz | Ptb::Vbp)))
}

/// Whether "will" stands before it in its sentence: that is still to come, whatever is told.
pub(super) fn is_announced(document: &Document<'_>, mention: &Mention) -> bool {
    let start = document.sentences.get(document.sentence_of(mention.first)).map_or(0, |s| s.tokens.start);
    let modal = |i: usize| document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Md);
    (start..mention.first).rev().take(25).any(|i| modal(i) && has(document, i, Sense::Will.kind()))
}

/// "made peace in 1998 and in February signed a treaty": what a month stands before is joined to what had its own year
/// behind it, and is told from now.
pub(super) fn is_of_this_year(document: &Document<'_>, mentions: &[Mention], i: usize) -> bool {
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    let (Some(year), Some(here)) = (i.checked_sub(1).and_then(|b| mentions.get(b)), mentions.get(i)) else {
        return false;
    };
    let alone = matches!(year.expr, Expr::At(Granule::Year(_)));
    let clause = matches!(tag(here.end), Some(Ptb::Vbd));
    alone && clause && here.first == year.end + 2 && tag(year.end) == Some(Ptb::Cc)
}
