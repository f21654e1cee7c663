//! Which verb groups name an event.

use super::group::{Form, Group};
use super::lexicon::Sense;
use super::words::Words;
use crate::text::{Ptb, Shape};

/// Whether the group's main verb names an event (helpers, links and prepositions do not).
pub(super) fn names_event(w: &Words, g: &Group) -> bool {
    if g.copula || w.is_timed(g.main) || w.ptb(g.main) == Ptb::Md {
        return false;
    }
    let word = w.low(g.main);
    // "Also read: ..." points to another article.
    if matches!(word, "read" | "see" | "watch") && w.low(g.main + 1) == ":" {
        return false;
    }
    // "shares outstanding", and letters that the tagger took for a verb.
    if matches!(word, "outstanding" | "acting")
        || w.doc.tokens.get(g.main).is_some_and(|t| t.shape == Shape::Upper)
            && g.start == g.main
            && !all_capitals(w, g.main)
    {
        return false;
    }
    if g.form == Form::Gerund && g.start == g.main {
        if matches!(
            word,
            "including" | "concerning" | "regarding" | "involving" | "excluding" | "barring" | "pending" | "notwithstanding"
                | "depending" | "considering" | "being" | "having" | "according" if word != "according"
        ) {
            return false;
        }
        if matches!(word, "following" | "starting" | "beginning") && prepositional(w, g.main) {
            return false;
        }
    }
    if g.form == Form::Participle
        && matches!(
            word,
            "based"
                | "compared"
                | "given"
                | "provided"
                | "related"
                | "entitled"
                | "called"
                | "named"
                | "dated"
                | "known"
        )
    {
        let links = matches!(word, "based" | "compared" | "related" | "dated" | "entitled");
        return !links && (!matches!(word, "given" | "provided") || !prepositional(w, g.main));
    }
    // "the quarter ended Sept. 30" only dates; "costs associated with it" only relates.
    let date = word == "ended" && g.start == g.main && w.is_timed(g.main + 1) && g.main > 0 && w.is_timed(g.main - 1);
    let relates = matches!(word, "associated" | "coupled") && w.low(g.main + 1) == "with" && g.form == Form::Participle;
    if date || relates {
        return false;
    }
    if w.is_do(g.main) && w.low(g.main) != "doing" && g.start == g.main && w.phrase(g.main + 1).is_none() {
        return false;
    }
    // "going to" alone, "let's"
    !(w.is_have(g.main) && (w.low(g.main + 1) == "n't" || g.start == g.main && w.is_comma(g.main + 1)))
        && !w.has(g.main, Sense::VerbNoEvent)
        // "He compared himself to Churchill"
        || w.lemma(g.main) == "compare" && g.form == Form::Finite && !g.passive && w.ptb(g.main + 1) == Ptb::Prp
        // "She is following the talks"
        || word == "following" && g.form == Form::Finite
        || matches!(
            word,
            "involve"
                | "involved"
                | "involves"
                | "follow"
                | "followed"
                | "follows"
                | "regarded"
                | "excluded"
                | "included"
                | "includes"
        )
}

/// A participle used as a preposition: at the front of the sentence or after a comma.
fn prepositional(w: &Words, i: usize) -> bool {
    w.sentence(i).start == i
        || i.checked_sub(1).is_some_and(|b| w.is_comma(b) || w.is_timed(b))
        || w.tag(i - 1).is_noun()
}

/// Whether the whole sentence is in capitals, as headlines are.
fn all_capitals(w: &Words, i: usize) -> bool {
    let sentence = w.sentence(i);
    let letters = sentence
        .clone()
        .take(40)
        .filter_map(|k| w.doc.tokens.get(k))
        .filter(|t| matches!(t.shape, Shape::Lower | Shape::Capital));
    letters.count() * 4 < sentence.len().min(40)
}
