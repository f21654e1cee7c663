//! Verbs by what they have for an object: a thing, a person and a thing, another event, nothing.

/// Verbs that tell of something done to somebody or something, never without it.
pub(in crate::event) fn needs_object(lemma: &str) -> bool {
    matches!(
        lemma,
        "lift"
            | "cancel"
            | "reject"
            | "approve"
            | "release"
            | "arrest"
            | "charge"
            | "jail"
            | "sentence"
            | "rebuild"
            | "replace"
            | "remove"
            | "install"
            | "publish"
            | "adopt"
            | "ban"
            | "scrap"
            | "shelve"
            | "quash"
            | "overturn"
            | "uphold"
            | "acquit"
            | "convict"
            | "dismiss"
            | "appoint"
            | "elect"
            | "rename"
            | "evacuate"
            | "rescue"
            | "bury"
    )
}

/// Verbs that keep an object in the passive: "was denied a lawyer", "was named the winner".
pub(in crate::event) fn takes_two_objects(lemma: &str) -> bool {
    matches!(
        lemma,
        "deny"
            | "refuse"
            | "name"
            | "elect"
            | "appoint"
            | "call"
            | "declare"
            | "make"
            | "ask"
            | "pay"
            | "charge"
            | "fine"
            | "spare"
            | "teach"
            | "allow"
    )
}

/// Verbs that nothing is done by to anything.
pub(in crate::event) fn no_passive(lemma: &str) -> bool {
    matches!(
        lemma,
        "arrive" | "collapse" | "crash" | "dive" | "emerge" | "escape" | "flee" | "happen" | "jump" | "vanish" | "wait"
    )
}

/// Actions that are about another event even where it is not named.
pub(in crate::event) fn always_intensional(lemma: &str) -> bool {
    matches!(
        lemma,
        "try"
            | "attempt"
            | "seek"
            | "promise"
            | "vow"
            | "pledge"
            | "propose"
            | "request"
            | "urge"
            | "persuade"
            | "approve"
            | "prevent"
            | "avoid"
            | "delay"
            | "postpone"
            | "cancel"
            | "investigate"
            | "negotiate"
            | "help"
            | "decide"
            | "refuse"
            | "reject"
            | "ban"
            | "threaten"
            | "ensure"
            | "fail"
            | "recommend"
            | "authorize"
            | "cause"
            | "allow"
            | "permit"
    )
}
