//! What is asserted about event nouns, and about what depends on a noun.

use crate::event::Status;
use crate::event::lexicon::Sense;
use crate::event::words::Words;

/// The status of an event noun: from the words of its phrase, the noun or verb that governs it and its clause.
pub(in crate::event) fn noun(w: &Words, i: usize, governor: Option<(usize, Status)>, clause: Option<Status>) -> Status {
    let Some(p) = w.phrase(i) else { return Status::Happened };
    let mut definite = p.owner.is_some();
    for k in p.start..p.head {
        match w.low(k) {
            "no" | "neither" => return Status::Denied,
            "planned" | "proposed" | "scheduled" | "upcoming" | "future" | "expected" | "imminent" | "forthcoming"
            | "impending" | "next" | "coming" | "eventual" | "intended" | "anticipated" => return Status::Planned,
            "possible" | "potential" | "alleged" | "suspected" | "apparent" | "threatened" | "feared" | "any"
            | "likely" | "hypothetical" | "suggested" | "purported" | "attempted" => return Status::Possible,
            "cancelled" | "canceled" | "scrapped" | "aborted" => return Status::Cancelled,
            "ongoing" | "continuing" | "continued" | "current" => return Status::Ongoing,
            "averted" | "thwarted" | "foiled" | "unsuccessful" => return Status::Denied,
            "annual" | "regular" | "weekly" | "monthly" | "daily" | "routine" => return Status::Habitual,
            "the" | "this" | "that" | "these" | "those" | "his" | "her" | "their" | "its" | "our" | "my" | "your" => {
                definite = true
            }
            _ => {}
        }
    }
    if let Some((g, above)) = governor {
        let s = w.senses(g);
        let verb = w.tag(g).is_verb();
        let negated = above == Status::Denied;
        let off = verb && (g + 1..g + 3).any(|k| w.low(k) == "off");
        if verb && (s.has(Sense::Cancelling) || off && w.lemma(g) == "call") {
            return Status::Cancelled;
        }
        if verb
            && (matches!(w.lemma(g), "postpone" | "delay" | "schedule" | "arrange" | "defer")
                || off && w.lemma(g) == "put"
                || w.lemma(g) == "push" && w.low(g + 1) == "back")
        {
            // "Saturday's game has been put off": there is none on Saturday.
            let dated = p.owner.is_some_and(|o| w.is_timed(o));
            return if dated { Status::Cancelled } else { Status::Planned };
        }
        if verb
            && !definite
            && w.lemma(g) == "announce"
            && above == Status::Happened
            && w.ptb(i) == crate::text::Ptb::Nn
            && !w.has(i, Sense::NounState)
        {
            return Status::Planned;
        }
        // "sees growth in 2026"
        if verb
            && w.lemma(g) == "see"
            && w.ptb(g) == crate::text::Ptb::Vbz
            && !definite
            && w.has(i, Sense::NounOccurrence)
        {
            return Status::Planned;
        }
        // What remains, continues or lasts is there already.
        if verb && above == Status::Planned && matches!(w.lemma(g), "remain" | "stay" | "continue" | "last" | "persist")
        {
            return Status::Ongoing;
        }
        // "until the crisis ends": it is there to end.
        let open = matches!(above, Status::Planned | Status::Conditional | Status::Possible);
        let changes = matches!(
            w.lemma(g),
            "end" | "ease" | "subside" | "halt" | "stop" | "cease" | "pass" | "worsen" | "deepen" | "spread"
        );
        if verb && open && definite && g > i && changes && w.has(i, Sense::NounState) {
            return Status::Ongoing;
        }
        if !verb {
            return match w.low(g) {
                "call" | "calls" | "demand" | "demands" | "request" | "requests" | "proposal" | "proposals"
                    if !definite =>
                {
                    Status::Possible
                }
                "call" | "calls" | "plan" | "plans" | "demand" | "demands" | "request" | "requests" | "proposal"
                | "proposals" | "offer" | "plea" | "appeal" | "appeals" | "need" | "hopes" | "hope" | "commitment"
                | "intention" | "preparations" | "goal" | "aim" => {
                    if definite {
                        Status::Happened
                    } else {
                        Status::Planned
                    }
                }
                "threat" | "threats" | "possibility" | "risk" | "danger" | "fear" | "fears" | "prospect"
                | "prospects" | "chance" | "chances" | "openness" | "concern" | "concerns" | "suspicion"
                | "allegations" | "likelihood" | "warning" | "warnings" => Status::Possible,
                "lack" | "absence" | "end" | "ban" | "refusal" | "failure" if !definite => Status::Denied,
                _ if above == Status::Happened || definite => Status::Happened,
                _ => above,
            };
        }
        if negated && s.any(&[Sense::Light, Sense::VerbAspectual, Sense::Happening]) && !definite {
            return Status::Denied;
        }
        if s.has(Sense::Preventing) && !definite && !negated {
            return if s.has(Sense::Denying) { Status::Possible } else { Status::Denied };
        }
        if s.has(Sense::Denying) && !negated {
            return Status::Denied;
        }
        if s.has(Sense::Intending) && !definite && !s.has(Sense::Light) {
            return if negated { Status::Possible } else { Status::Planned };
        }
        if s.any(&[Sense::Light, Sense::VerbAspectual, Sense::Happening]) {
            return match above {
                Status::Habitual if definite => Status::Happened,
                Status::Ongoing
                    if definite && !matches!(w.lemma(g), "continue" | "last" | "go" | "remain" | "proceed") =>
                {
                    Status::Happened
                }
                other => other,
            };
        }
    }
    match clause {
        Some(s @ (Status::Planned | Status::Possible | Status::Conditional | Status::Counterfactual)) if !definite => s,
        Some(Status::Ongoing | Status::Habitual) if !definite => Status::Ongoing,
        _ => Status::Happened,
    }
}

/// The infinitive or gerund under a noun: "a plan to leave", "the failure to agree", "accused of the killing".
pub(super) fn noun_complement(w: &Words, n: usize) -> Status {
    match w.low(n) {
        "failure" | "refusal" | "inability" | "unwillingness" | "reluctance" | "ban" => Status::Denied,
        "possibility" | "chance" | "prospect" | "risk" | "danger" | "ability" | "right" | "power" | "opportunity"
        | "likelihood" | "chances" | "allegations" | "suspicion" | "charges" | "accusations" | "hope" | "hopes"
        | "fear" | "fears" => Status::Possible,
        "act" | "practice" | "process" | "history" | "success" | "experience" => Status::Happened,
        _ => Status::Planned,
    }
}
