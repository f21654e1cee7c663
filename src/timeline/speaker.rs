//! Who says it, as a line of the timeline puts it.

/// The verb that a speaker takes: "says Iran", "say two people with knowledge of the talks", "say the United States and
/// Israel".
pub(super) fn says(speaker: &str) -> &'static str {
    let is_preposition = |word: &&str| PREPOSITIONS.contains(word);
    let head = speaker.split_ascii_whitespace().take_while(|word| !is_preposition(word));
    let both = head.clone().any(|word| word == "and");
    if both || head.last().is_some_and(is_plural) { "say" } else { "says" }
}

/// Whether a common noun is that of several: "officials", "people". A name is one, whatever it ends with.
fn is_plural(noun: &str) -> bool {
    let noun = noun.trim_end_matches([',', '.']);
    let small = noun.chars().all(|c| c.is_lowercase() || c == '-');
    let ends = noun.ends_with('s') && !["ss", "us", "is"].iter().any(|end| noun.ends_with(end));
    small && (ends || PLURALS.contains(&noun)) && !SINGULARS.contains(&noun)
}

/// Words behind which a noun phrase only says which.
const PREPOSITIONS: &[&str] = &[
    "about", "among", "at", "by", "close", "familiar", "for", "from", "in", "involved", "near", "of", "on", "to",
    "who", "with",
];

const PLURALS: &[&str] = &["children", "men", "people", "police", "they", "we", "women"];

/// Nouns for one that end like several.
const SINGULARS: &[&str] = &["headquarters", "news", "series"];

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn the_verb_agrees_with_the_speaker() {
        let table = [
            ("Iran", "says"),
            ("Rovers", "says"),
            ("the company", "says"),
            ("the boss", "says"),
            ("the companies", "say"),
            ("two people with knowledge of the talks", "say"),
            ("people close to the process", "say"),
            ("an official in her office", "says"),
            ("diplomats in Brussels", "say"),
            ("United States and Israel", "say"),
            ("the head of two shops", "says"),
            ("police", "say"),
        ];
        for (speaker, verb) in table {
            assert_eq!(says(speaker), verb, "{speaker}");
        }
    }
}
