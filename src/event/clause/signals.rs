//! The words that join clauses, and the verbs and nouns that take them.

use crate::event::Role;
use crate::event::group::Group;
use crate::event::lexicon::Sense;
use crate::event::words::Words;

/// Words that open a finite clause and so end a subject's phrase.
pub(in crate::event) fn clause_opener(word: &str) -> bool {
    subordinator_like(word) || matches!(word, "that" | "than" | "like")
}

pub(in crate::event) fn subordinator_like(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "before"
            | "when"
            | "while"
            | "as"
            | "since"
            | "until"
            | "till"
            | "because"
            | "although"
            | "though"
            | "if"
            | "unless"
            | "whether"
            | "once"
            | "whereas"
            | "where"
            | "lest"
            | "so"
            | "whenever"
            | "wherever"
            | "except"
            | "provided"
    )
}

/// The role of a clause that this word opens.
pub(in crate::event) fn subordinator(w: &Words, j: usize) -> Option<Role> {
    Some(match w.low(j) {
        "after" => Role::After,
        "before" => Role::Before,
        "when" | "while" | "whenever" | "once" => Role::When,
        "as" => Role::When,
        "since" => Role::Since,
        "until" | "till" => Role::Until,
        "if" | "unless" | "provided" => Role::Condition,
        "because" => Role::Cause,
        "although" | "though" | "whereas" | "where" | "lest" | "so" | "than" | "wherever" | "except" | "whether" => {
            Role::Other
        }
        _ => return None,
    })
}

/// Verbs that a clause says the content of.
pub(in crate::event) fn takes_content(w: &Words, main: usize) -> bool {
    w.senses(main).any(&[Sense::VerbReporting, Sense::VerbIState, Sense::Doubting, Sense::Denying])
        || matches!(
            w.lemma(main),
            "show"
                | "see"
                | "hear"
                | "prove"
                | "suggest"
                | "decide"
                | "determine"
                | "discover"
                | "propose"
                | "ensure"
                | "demand"
                | "rule"
                | "vow"
                | "promise"
                | "pledge"
                | "warn"
                | "threaten"
                | "protest"
        )
}

pub(in crate::event) fn asks(w: &Words, main: usize) -> bool {
    takes_content(w, main)
        || matches!(
            w.lemma(main),
            "wonder" | "decide" | "determine" | "see" | "check" | "discuss" | "debate" | "consider"
        )
}

pub(in crate::event) fn plans(word: &str) -> bool {
    matches!(
        word,
        "right"
            | "power"
            | "authority"
            | "freedom"
            | "need"
            | "chance"
            | "time"
            | "way"
            | "campaign"
            | "failure"
            | "pressure"
            | "rush"
            | "struggle"
            | "fight"
            | "deadline"
            | "duty"
            | "license"
            | "warrant"
            | "call"
            | "calls"
            | "plans"
            | "talks"
            | "legislation"
            | "bill"
    )
}

pub(in crate::event) fn content_noun(w: &Words, head: usize) -> bool {
    w.senses(head).any(&[Sense::NounReporting, Sense::NounIState])
        || matches!(
            w.low(head),
            "fact"
                | "account"
                | "idea"
                | "view"
                | "evidence"
                | "proof"
                | "sign"
                | "signs"
                | "notion"
                | "theory"
                | "argument"
                | "impression"
                | "indication"
                | "indications"
                | "reports"
                | "condition"
                | "possibility"
                | "danger"
                | "risk"
                | "threat"
                | "demand"
                | "decision"
                | "ruling"
                | "understanding"
                | "allegations"
        )
}

/// Verbs whose infinitive is their complement, not their purpose.
pub(in crate::event) fn governs_infinitive(w: &Words, main: usize) -> bool {
    w.senses(main).any(&[
        Sense::Intending,
        Sense::Preventing,
        Sense::Implying,
        Sense::VerbIState,
        Sense::VerbAspectual,
        Sense::VerbIAction,
        Sense::Doubting,
    ]) || matches!(w.lemma(main), "say" | "report" | "know" | "have" | "fail" | "claim" | "show")
}

/// "expect orders to rise": the object is the infinitive's subject.
pub(in crate::event) fn raises_object(lemma: &str) -> bool {
    matches!(lemma, "expect" | "want" | "allow" | "cause" | "force" | "help" | "need" | "enable" | "get" | "see")
}

/// "asked him to leave", "was forced to leave", "called on Iran to stop".
pub(in crate::event) fn takes_object_and_infinitive(w: &Words, group: &Group) -> bool {
    w.senses(group.main).any(&[Sense::Intending, Sense::Preventing, Sense::VerbIAction])
        || matches!(
            w.lemma(group.main),
            "force" | "cause" | "lead" | "help" | "compel" | "get" | "teach" | "believe" | "know" | "find" | "expect"
        )
        || group.passive && w.has(group.main, Sense::VerbIState)
}
