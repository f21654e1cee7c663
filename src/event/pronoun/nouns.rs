//! What kinds of noun "it", "they", "he" and "she" may stand for.

use crate::event::lexicon::{Sense, is_body, things_said};
use crate::event::words::Words;
use crate::text::Ptb;

/// What a thing does as well as a body: "it closed".
pub(super) fn happens_to_things(lemma: &str) -> bool {
    THINGS_DO.split_ascii_whitespace().any(|verb| verb == lemma)
}

const THINGS_DO: &str = "be have lose gain trade open close reopen collapse burn sink break fall drop plunge slide rise climb jump soar grow shrink \
    weaken strengthen fail begin start end finish stop continue crash explode land arrive last go come stay remain stand \
    lie expire follow change hit kill cause spread reach cross strike damage destroy injure flood cost contain include \
    cover need resume restart date form appear vanish disappear";

/// Nouns for several people or bodies.
pub(super) fn is_group(w: &Words, token: usize) -> bool {
    let one = w.lemma(token);
    let people = w.senses(token).any(&[Sense::Role, Sense::Male, Sense::Female]) && !things_said(one);
    w.ptb(token) == Ptb::Nns && (people || is_acting(one) || ends_like_a_doer(one) && !is_tool(one))
}

/// What ends like a doer and is none.
pub(super) fn is_tool(word: &str) -> bool {
    TOOLS.split_ascii_whitespace().any(|tool| tool == word)
}

const TOOLS: &str = "\
    number order letter paper computer weather power water offer matter river tower member shoulder center \
    theater layer border murder disorder factor error tractor reactor motor sector floor door color rumor list \
    event agreement payment investment document statement settlement apartment plant grant restaurant talent \
    accident incident percent cent patent rent tent fee committee tree guarantee degree trailer freighter \
    helicopter fighter carrier container tanker bomber trigger finger shelter quarter corner summer winter \
    answer dinner cover counter cancer fever server parameter meter liter chapter character disaster encounter \
    transfer barrier flower moment movement government department parliament treatment element argument comment \
    content extent present complement variant ant tenor humor honor";

/// Bodies that act as persons do.
pub(super) fn is_acting(word: &str) -> bool {
    // Not so what only prints or sends, several of them, and people who are meant one by one.
    let speaks_only = things_said(word)
        || word.ends_with('s') && word != "congress"
        || matches!(
            word,
            "crew" | "family" | "network" | "newspaper" | "police" | "radio" | "staff" | "station" | "television"
        );
    is_body(word) && !speaks_only
        || matches!(word, "airline" | "club" | "institute" | "maker" | "operator" | "regulator" | "university")
}

/// "clerk" is in no list, but "keeper", "hiker", "pianist" look like somebody.
pub(in crate::event) fn ends_like_a_doer(word: &str) -> bool {
    ["er", "or", "ist", "ian", "ant", "ent", "ee", "man", "eur", "clerk", "chef", "cook", "thief", "spy"]
        .iter()
        .any(|end| word.ends_with(end))
}
