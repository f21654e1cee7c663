//! Words that name the same kind of happening, so that one may take up another: "the building exploded ... the blast".

/// The kind of happening that a verb or noun names, for those that have several names.
pub(in crate::event) fn kind(lemma: &str) -> Option<&'static str> {
    Some(match lemma {
        "leak" | "escape" | "seep" | "spill" | "leakage" => "leak",
        "explode" | "explosion" | "blast" | "detonate" | "detonation" => "explosion",
        "burn" | "blaze" | "fire" => "fire",
        "crash" | "collide" | "collision" => "crash",
        "quake" | "earthquake" | "tremor" => "earthquake",
        "die" | "death" => "death",
        "quit" | "resign" | "resignation" => "resignation",
        "kidnap" | "abduct" | "kidnapping" | "abduction" => "abduction",
        "murder" | "slay" | "slaying" | "killing" => "killing",
        "purchase" | "buy" | "acquire" | "acquisition" | "takeover" => "purchase",
        "flood" | "flooding" => "flood",
        "verdict" | "ruling" | "rule" => "ruling",
        "land" | "landing" | "touchdown" => "landing",
        _ => return None,
    })
}

/// What a verb names together with "down": "set the craft down", "touched down".
pub(in crate::event) fn lands(lemma: &str) -> Option<&'static str> {
    matches!(lemma, "set" | "touch").then_some("landing")
}

/// Whether a verb says that somebody comes upon something.
pub(in crate::event) fn finds(lemma: &str) -> bool {
    matches!(lemma, "find" | "discover" | "notice" | "spot" | "detect" | "uncover" | "identify")
}

/// Whether a verb says that something begins (true) or is over (false).
pub(in crate::event) fn begins(lemma: &str) -> Option<bool> {
    match lemma {
        "begin" | "start" | "commence" => Some(true),
        "end" | "stop" | "finish" | "cease" => Some(false),
        _ => None,
    }
}
