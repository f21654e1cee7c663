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
        _ => return None,
    })
}

/// Whether a verb says that something begins (true) or is over (false).
pub(in crate::event) fn begins(lemma: &str) -> Option<bool> {
    match lemma {
        "begin" | "start" | "commence" => Some(true),
        "end" | "stop" | "finish" | "cease" => Some(false),
        _ => None,
    }
}
