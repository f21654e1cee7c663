//! TimeML's class of a verb: from the word lists and from what depends on it.

use super::Class;
use super::lexicon::{Sense, always_intensional};
use super::words::Words;
use crate::text::Ptb;

/// What depends on a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Governs {
    /// A clause that says what is said or thought, or a quotation.
    pub(super) content: bool,
    /// An infinitive or a gerund.
    pub(super) complement: bool,
    /// An event noun as object.
    pub(super) object: bool,
}

/// The class of the verb at `i`.
pub(super) fn verb(w: &Words, i: usize, governs: Governs) -> Class {
    let s = w.senses(i);
    let lemma = w.lemma(i);
    let any = governs.content || governs.complement || governs.object;
    match lemma {
        // "added flights" is no saying.
        "add" if !governs.content && w.phrase(i + 1).is_some_and(|p| p.left() == i + 1) => return Class::Occurrence,
        "speak" | "talk" | "answer" | "respond" | "write" | "read" | "publish" | "broadcast" if !governs.content => {
            return Class::Occurrence;
        }
        "call" if matches!(w.low(i + 1), "for" | "on") => return Class::IAction,
        "expire" => return Class::Occurrence,
        "agree" if !governs.content => return Class::IAction,
        "say" | "tell" | "report" | "according" | "state" | "add" | "note" | "explain" | "announce" | "write"
        | "comment" | "quote" | "cite" | "deny" | "confirm" => {
            return Class::Reporting;
        }
        "accord" if w.low(i) == "according" => return Class::Reporting,
        // "It looks as though they ran"
        "look" | "sound" if matches!(w.low(i + 1), "as") && matches!(w.low(i + 2), "if" | "though") => {
            return Class::IState;
        }
        "feel" | "look" | "sense" | "view" | "find" if !any => return Class::Occurrence,
        "feel" | "find" | "look" | "sense" => return Class::IState,
        "call" | "ask" | "warn" | "suggest" | "claim" | "argue" | "blame" | "accuse" | "praise" | "urge"
            if governs.content =>
        {
            return Class::Reporting;
        }
        "ask" | "warn" if governs.complement => return Class::IAction,
        "see" | "hear" | "watch" => return Class::Perception,
        "keep" | "remain" | "stay" if governs.complement => return Class::Aspectual,
        "end" | "open" | "close" | "last" | "near" | "cut" | "extend" | "drag" | "quit" | "wrap" | "trigger"
        | "complete" | "launch"
            if !any =>
        {
            return if s.has(Sense::VerbState) && lemma != "end" { Class::State } else { Class::Occurrence };
        }
        "keep" | "hold" | "stand" | "carry" | "serve" | "share" | "face" | "yield" | "sit" | "wear" | "measure" => {
            // "held out the prospect", "carried out the raid"
            return if governs.object || lemma == "carry" || w.ptb(i + 1) == Ptb::Rp {
                Class::Occurrence
            } else {
                Class::State
            };
        }
        _ => {}
    }
    if s.has(Sense::VerbAspectual)
        && !matches!(lemma, "open" | "close" | "near" | "last" | "remain" | "trigger" | "cut" | "launch")
    {
        return Class::Aspectual;
    }
    if s.has(Sense::VerbReporting) && (governs.content || !s.any(&[Sense::VerbIAction, Sense::VerbIState])) {
        return Class::Reporting;
    }
    // An action that is also a state of mind ("oppose") needs a clause to count as one.
    let clause = governs.content || governs.complement;
    if s.has(Sense::VerbIState) && (!s.has(Sense::VerbIAction) || clause) {
        return Class::IState;
    }
    if s.has(Sense::VerbPerception) {
        return Class::Perception;
    }
    if s.has(Sense::VerbIAction) && (any || always_intensional(lemma)) {
        return Class::IAction;
    }
    if s.has(Sense::VerbState) {
        return Class::State;
    }
    Class::Occurrence
}
