//! Words that are nouns, adjectives, adverbs or names although the tagger saw something else.

use crate::event::lexicon::{Sense, Senses, look_up};
use crate::event::words::Words;
use crate::text::{Ptb, Tag, Upos};

impl Words<'_> {
    /// The tag of a word that is surely no verb.
    pub(super) fn other_tag(&self, i: usize) -> Option<Tag> {
        let (word, ptb) = (self.low(i), self.ptb(i));
        let after = |k: usize| i.checked_sub(k);
        match ptb {
            // "Elsewhere, classes went ahead": no verb stands right before a past.
            Ptb::Vbz
                if matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Md)
                    && word.ends_with('s')
                    && !self.is_be(i)
                    && !self.is_have(i)
                    && !look_up(self.low(i).trim_end_matches('s')).any(&[Sense::VerbReporting, Sense::VerbIState])
                    && after(1)
                        .is_none_or(|b| self.is_comma(b) || matches!(self.ptb(b), Ptb::Dt | Ptb::Jj | Ptb::In)) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nns })
            }
            // "Eleven families sued"
            _ if self.tag(i).is_verb() && NUMBERS.contains(&word) => Some(Tag { upos: Upos::Num, ptb: Ptb::Cd }),
            // "told her she had left"
            Ptb::PrpS if word == "her" && self.ptb(i + 1) == Ptb::Prp => Some(Tag { upos: Upos::Pron, ptb: Ptb::Prp }),
            // "Nineteen had been released": a number, no name.
            Ptb::Nnp | Ptb::Nn | Ptb::Jj if self.sentence(i).start == i && is_number(word) => {
                Some(Tag { upos: Upos::Num, ptb: Ptb::Cd })
            }
            // "since fighting erupted"
            Ptb::Vbg
                if matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Vbn)
                    && self.low(i + 2) != "by"
                    && after(1).is_some_and(|b| {
                        matches!(self.low(b), "since" | "after" | "before" | "when" | "as" | "that")
                    })
                    && look_up(word).has(Sense::NounOccurrence) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "Lucille Banks, 47,": behind a name, and before the age of whom it names.
            Ptb::Nns | Ptb::Nn
                if after(1).is_some_and(|b| self.ptb(b) == Ptb::Nnp)
                    && self.doc.word(i).starts_with(char::is_uppercase)
                    && self.is_comma(i + 1)
                    && self.ptb(i + 2) == Ptb::Cd
                    && self.is_mark(i + 3) =>
            {
                Some(Tag { upos: Upos::Propn, ptb: Ptb::Nnp })
            }
            // End like participles, and are none.
            Ptb::Vbn | Ptb::Vbd
                if matches!(word, "ashamed" | "beloved" | "crooked" | "naked" | "rugged" | "sacred" | "wicked") =>
            {
                Some(Tag { upos: Upos::Adj, ptb: Ptb::Jj })
            }
            // "homes on the island burn gas": only 's and ' are possessive.
            Ptb::Pos if word.starts_with(char::is_alphabetic) && self.tag(i.saturating_sub(1)).is_noun() => {
                Some(Tag { upos: Upos::Verb, ptb: Ptb::Vbp })
            }
            // "How fighting on the coast killed hundreds", but ", killing at least three"
            Ptb::Vbg
                if !(self.low(i + 1) == "at" && matches!(self.low(i + 2), "least" | "most"))
                    && (i == 0 || after(1).is_some_and(|b| self.ptb(b) == Ptb::Wrb || self.is_mark(b)))
                    && self.ptb(i + 1) == Ptb::In
                    && look_up(word).has(Sense::NounOccurrence) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "Ardent, which makes pumps, is closing": an unknown capital at the front that is told about so.
            Ptb::Jj | Ptb::Rb | Ptb::Uh | Ptb::Fw | Ptb::Vb | Ptb::Vbp | Ptb::Vbn | Ptb::Vbd | Ptb::Other
                if self.sentence(i).start == i
                    && self.is_comma(i + 1)
                    && matches!(self.low(i + 2), "which" | "who" | "whose") =>
            {
                Some(Tag { upos: Upos::Propn, ptb: Ptb::Nnp })
            }
            // "Work began"
            Ptb::Vb
                if self.sentence(i).start == i
                    && matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Vbz)
                    && !self.is_have(i)
                    && !self.is_be(i) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "A round planned for May", "a round of talks"
            Ptb::Jj | Ptb::Rb | Ptb::In
                if word == "round"
                    && after(1)
                        .is_some_and(|b| matches!(self.low(b), "a" | "the" | "second" | "first" | "next" | "last"))
                    && (self.tag(i + 1).is_verb() || self.low(i + 1) == "of") =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "the appeals court"
            Ptb::Vbz
                if matches!(word, "appeals" | "claims")
                    && matches!(self.low(i + 1), "court" | "courts" | "tribunal") =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nns })
            }
            // "the post"
            Ptb::Vb | Ptb::Vbp if after(1).is_some_and(|b| matches!(self.low(b), "the" | "a" | "an")) => {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // A base form cannot stand behind a preposition: "on alternate Fridays", "a deal on pay".
            Ptb::Vb | Ptb::Vbp
                if after(1).is_some_and(|b| {
                    let preposition = matches!(
                        self.low(b),
                        "on" | "in" | "at" | "of" | "from" | "by" | "with" | "under" | "into" | "for"
                    );
                    preposition && self.ptb(b) == Ptb::In && !self.is_be(i) && !self.is_have(i)
                }) =>
            {
                Some(if self.tag(i + 1).is_noun() {
                    Tag { upos: Upos::Adj, ptb: Ptb::Jj }
                } else {
                    Tag { upos: Upos::Noun, ptb: Ptb::Nn }
                })
            }
            // "on a hill walk": no verb agrees with "a hill" in this form.
            Ptb::Vb | Ptb::Vbp
                if after(1).is_some_and(|b| self.ptb(b) == Ptb::Nn)
                    && after(2).is_some_and(|b| matches!(self.low(b), "a" | "an"))
                    && after(3).is_some_and(|b| self.ptb(b) == Ptb::In) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "said that visits to the branch had fallen"
            Ptb::Vbz
                if after(1).is_some_and(|b| self.low(b) == "that" && self.ptb(b) == Ptb::In)
                    && matches!(self.ptb(i + 1), Ptb::In | Ptb::To)
                    && look_up(word.strip_suffix('s').unwrap_or(word)).has(Sense::NounOccurrence) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nns })
            }
            // "that diesel had leaked"
            Ptb::Vb | Ptb::Vbp
                if matches!(self.low(i + 1), "had" | "has" | "was" | "were")
                    && after(1).is_some_and(|b| self.low(b) == "that")
                    && look_up(word) == Senses::default() =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "First exit polls are out"
            Ptb::Rb if word == "first" && self.doc.word(i) != word && self.tag(i + 1).is_noun() => {
                Some(Tag { upos: Upos::Adj, ptb: Ptb::Jj })
            }
            // "an estimated £1 million"
            Ptb::Vbn
                if after(1).is_some_and(|b| matches!(self.low(b), "a" | "an"))
                    && (self.ptb(i + 1) == Ptb::Cd || matches!(self.low(i + 1), "$" | "£" | "€")) =>
            {
                Some(Tag { upos: Upos::Adj, ptb: Ptb::Jj })
            }
            // "Work began in May"
            Ptb::Vb | Ptb::Vbp
                if self.sentence(i).start == i
                    && matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Vbz | Ptb::Md)
                    && !self.is_have(i + 1) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "a power cut in May"
            Ptb::Vbn
                if word == "cut"
                    && after(1).is_some_and(|b| self.ptb(b) == Ptb::Nn)
                    && after(2).is_some_and(|d| matches!(self.low(d), "a" | "an" | "another"))
                    && !matches!(self.low(i + 1), "by" | "off") =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "was last seen in May"
            Ptb::Jj
                if matches!(word, "last" | "first" | "next")
                    && after(1).is_some_and(|b| self.is_be(b))
                    && self.ptb(i + 1) == Ptb::Vbn =>
            {
                Some(Tag { upos: Upos::Adv, ptb: Ptb::Rb })
            }
            // "a round scheduled for May"
            Ptb::In | Ptb::Rp | Ptb::Rb
                if word == "round"
                    && after(1).is_some_and(|b| matches!(self.low(b), "a" | "the"))
                    && matches!(self.ptb(i + 1), Ptb::Vbn | Ptb::Vbd | Ptb::In) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "The club last played there in May"
            Ptb::Jj
                if matches!(word, "last" | "first" | "next")
                    && after(1).is_some_and(|b| self.tag(b).is_noun())
                    && matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Vbn | Ptb::Vbz | Ptb::Md) =>
            {
                Some(Tag { upos: Upos::Adv, ptb: Ptb::Rb })
            }
            Ptb::Vbg | Ptb::Vb | Ptb::Vbp if matches!(word, "euro" | "euros" | "yen" | "dollar" | "pound") => {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "years of waiting ended"
            Ptb::Vbg
                if after(1).is_some_and(|b| self.low(b) == "of")
                    && (matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Vbz | Ptb::Md)
                        || self.ptb(i + 1) == Ptb::Vbn && self.ptb(i + 2) == Ptb::In) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // Closed classes hold only their own words.
            Ptb::Wdt | Ptb::Ex
                if !matches!(word, "which" | "that" | "what" | "whatever" | "whichever" | "there" | "who") =>
            {
                let base = after(1).is_some_and(|b| self.low(b) == "to" || self.ptb(b) == Ptb::Md);
                if base {
                    Some(Tag { upos: Upos::Verb, ptb: Ptb::Vb })
                } else {
                    Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
                }
            }
            // "said Wednesday that ..."
            Ptb::Wdt if word == "that" && after(1).is_some_and(|b| self.is_timed(b)) => {
                let verb = (0..i).rev().take(6).find(|k| !self.is_timed(*k) && self.ptb(*k) != Ptb::In)?;
                self.senses(verb).has(Sense::VerbReporting).then_some(Tag { upos: Upos::Sconj, ptb: Ptb::In })
            }
            Ptb::Jj
                if matches!(word, "executive" | "official" | "individual")
                    && i > 0
                    && !self.tag(i + 1).is_noun()
                    && self.ptb(i + 1) != Ptb::Jj
                    && !self.is_be(i - 1) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }

            _ => None,
        }
    }
}

/// A number from two to ninety, in letters.
fn is_number(word: &str) -> bool {
    matches!(
        word.split_once('-').map_or(word, |(tens, _)| tens),
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "thirteen"
            | "fourteen"
            | "fifteen"
            | "sixteen"
            | "seventeen"
            | "eighteen"
            | "nineteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "sixty"
            | "seventy"
            | "eighty"
            | "ninety"
    )
}

/// Numbers that look like a verb in the past.
const NUMBERS: &[&str] =
    &["seven", "eleven", "ten", "sixteen", "seventeen", "eighteen", "nineteen", "thirteen", "fifteen"];
