//! Tags and dictionary forms that the word itself, or the rest of the text, puts right.

use super::forms;
use super::lexicon::{Sense, Senses, look_up};
use super::words::Words;
use crate::hash::FastSet;
use crate::text::{Ptb, Shape, Tag, Upos};

impl Words<'_> {
    /// A capital that is a name elsewhere in the text is one at the front of a sentence too.
    pub(super) fn name_starts(&mut self) {
        let mut names: FastSet<&str> = FastSet::default();
        let (doc, mut found) = (self.doc, Vec::new());
        for s in doc.sentences.iter().filter(|s| !s.heading) {
            for i in s.tokens.clone() {
                let Some(t) = doc.tokens.get(i).filter(|t| t.shape == Shape::Capital) else { continue };
                match t.tag.ptb {
                    Ptb::Nnp if i > s.tokens.start && !self.is_timed(i) => {
                        names.insert(doc.word(i));
                    }
                    Ptb::Nn
                    | Ptb::Nns
                    | Ptb::Jj
                    | Ptb::Vb
                    | Ptb::Vbp
                    | Ptb::Rb
                    | Ptb::Uh
                    | Ptb::Fw
                    | Ptb::Ex
                    | Ptb::Wdt
                    | Ptb::Other => found.push(i),
                    _ => {}
                }
            }
        }
        found.retain(|&i| names.contains(doc.word(i)));
        for i in found {
            self.set_tag(i, Tag { upos: Upos::Propn, ptb: Ptb::Nnp });
        }
    }

    /// Whether "have" stands before a word, over adverbs and "not".
    fn follows_have(&self, i: usize) -> bool {
        let before = (i.saturating_sub(3)..i).rev().find(|k| !self.is_adverb(*k));
        before.is_some_and(|k| self.is_have(k))
    }

    /// Whether the clause around a word, from comma to comma or "and", has no other verb that could be its finite one.
    fn is_only_verb(&self, i: usize) -> bool {
        let sentence = self.sentence(i);
        let ends = |k: &usize| !self.is_mark(*k) && self.ptb(*k) != Ptb::Cc;
        let other = |k: usize| {
            matches!(self.ptb(k), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Vb | Ptb::Md | Ptb::Wdt | Ptb::Wp)
                || self.is_be(k)
                || self.is_have(k)
        };
        !(sentence.start..i).rev().take(FAR).take_while(ends).any(other)
            && !(i + 1..sentence.end).take(FAR).take_while(ends).any(other)
    }

    /// Whether a verb in the past stands in the sentence of a word, not far from it.
    fn is_beside_past(&self, i: usize) -> bool {
        let sentence = self.sentence(i);
        let past = |k: usize| self.ptb(k) == Ptb::Vbd && !self.is_be(k) && !self.is_have(k);
        (sentence.start.max(i.saturating_sub(FAR))..sentence.end.min(i + FAR)).any(past)
    }

    /// Whether a word stands between two verbs in the past that a list holds: "stayed, *put* up a tent, and left".
    fn is_listed_past(&self, i: usize) -> bool {
        let sentence = self.sentence(i);
        let past = |k: usize| self.ptb(k) == Ptb::Vbd;
        let ends = |k: &usize| !matches!(self.ptb(*k), Ptb::Wdt | Ptb::Wp | Ptb::Vbz | Ptb::Vbp | Ptb::Md);
        let before = (sentence.start..i).rev().take(20).take_while(ends).any(past);
        let last =
            (i + 1..sentence.end).take(20).take_while(ends).find(|&k| self.low(k) == "and" && self.is_comma(k - 1));
        before && last.is_some_and(|and| past(and + 1) || self.is_adverb(and + 1) && past(and + 2))
    }

    /// Whether the comma at `close` ends an aside that begins with a participle behind the first noun of its clause: "the
    /// certificate, issued in May,".
    fn parts_from_verb(&self, close: usize) -> bool {
        let start = self.sentence(close).start;
        let open = (start + 1..close).rev().take(16).find(|k| self.is_comma(*k));
        let finite = |k: usize| {
            matches!(self.ptb(k), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md) || self.is_be(k) || self.is_have(k)
        };
        open.is_some_and(|open| {
            let first = (start..open).rev().take(8).take_while(|k| !finite(*k) && !self.is_mark(*k)).last();
            let begins = first.is_some_and(|f| f == start || self.low(f) == "that");
            begins && self.tag(open - 1).is_noun() && self.ptb(open + 1) == Ptb::Vbn && !(open..close).any(finite)
        })
    }

    /// The tag of a word whose form is that of one part of speech only, where the tagger missed it.
    pub(super) fn retag(&self, i: usize) -> Option<Tag> {
        let (word, ptb) = (self.low(i), self.ptb(i));
        let verb = |ptb| Some(Tag { upos: Upos::Verb, ptb });
        let after = |k: usize| i.checked_sub(k);
        let past =
            matches!(ptb, Ptb::Nn | Ptb::Jj | Ptb::Vb | Ptb::Vbp | Ptb::In | Ptb::Rb) && forms::is_past_form(word);
        match ptb {
            Ptb::Nn | Ptb::Jj | Ptb::Vb | Ptb::Vbp | Ptb::In | Ptb::Rb
                if past && forms::is_sure_past(word) && self.doc.word(i) == word =>
            {
                let helped = after(1).is_some_and(|b| {
                    self.is_have(b)
                        || self.is_be(b)
                        || self.is_adverb(b) && b > 0 && (self.is_have(b - 1) || self.is_be(b - 1))
                });
                verb(if helped { Ptb::Vbn } else { Ptb::Vbd })
            }
            Ptb::Nn | Ptb::Jj
                if (past || matches!(word, "left" | "found" | "fell" | "saw" | "felt"))
                    && self.doc.word(i) == word
                    && after(1).is_some_and(|b| self.tag(b).is_noun() || self.ptb(b) == Ptb::Prp)
                    && !self.tag(i + 1).is_noun() =>
            {
                verb(Ptb::Vbd)
            }
            // "in the quarter ended Sept. 30"
            Ptb::Vbd
                if word == "ended"
                    && self.is_timed(i + 1)
                    && after(1).is_some_and(|b| {
                        matches!(
                            self.low(b),
                            "quarter" | "year" | "half" | "period" | "month" | "months" | "weeks" | "week"
                        )
                    }) =>
            {
                verb(Ptb::Vbn)
            }
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
            // "are warning residents", "..., warning him that": a gerund with its object.
            Ptb::Nn
                if word
                    .strip_suffix("ing")
                    .is_some_and(|stem| look_up(stem).any(&[Sense::VerbReporting, Sense::VerbIAction]))
                    && after(1).is_some_and(|b| {
                        let object = matches!(self.ptb(i + 1), Ptb::Prp | Ptb::Nnp | Ptb::Dt | Ptb::PrpS);
                        self.is_comma(b) && object || self.is_be(b) && (object || self.ptb(i + 1) == Ptb::Nns)
                    }) =>
            {
                verb(Ptb::Vbg)
            }
            // "The premier, in a letter, also called for talks": behind an aside, where no other verb follows.
            Ptb::Vbn
                if after(1).is_some_and(|b| matches!(self.low(b), "also" | "then" | "later" | "again"))
                    && after(2).is_some_and(|b| self.is_comma(b))
                    && matches!(self.low(i + 1), "for" | "on" | "that")
                    && !(i + 1..self.sentence(i).end)
                        .any(|k| matches!(self.ptb(k), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md)) =>
            {
                verb(Ptb::Vbd)
            }
            // "Replied the minister, ..."
            Ptb::Vbn
                if matches!(
                    word,
                    "added" | "agreed" | "countered" | "recalled" | "replied" | "responded" | "retorted" | "said"
                ) && self.sentence(i).start == i
                    && matches!(self.ptb(i + 1), Ptb::Nnp | Ptb::Dt | Ptb::Prp) =>
            {
                verb(Ptb::Vbd)
            }
            Ptb::Nns if is_sure_present(word) => verb(Ptb::Vbz),
            // "Halden plans to cut jobs"
            Ptb::Nns
                if matches!(
                    word,
                    "plans"
                        | "hopes"
                        | "needs"
                        | "promises"
                        | "offers"
                        | "vows"
                        | "pledges"
                        | "threatens"
                        | "aims"
                        | "wants"
                ) && self.low(i + 1) == "to"
                    && self.ptb(i + 2) == Ptb::Vb
                    && after(1).is_some_and(|b| {
                        self.doc.tokens.get(b).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
                            && self.sentence(i).start < b
                    }) =>
            {
                verb(Ptb::Vbz)
            }
            // "was unveiled in October"
            Ptb::Jj
                if (word.ends_with("ed") && word.len() > 5
                    || matches!(word, "shut" | "hit" | "split" | "built" | "shot" | "held" | "sent" | "cut"))
                    && after(1).is_some_and(|b| self.is_be(b))
                    && (matches!(self.ptb(i + 1), Ptb::In | Ptb::To)
                        || self.is_timed(i + 1)
                        || self.is_adverb(i + 1) && matches!(self.ptb(i + 2), Ptb::In)
                        || self.is_mark(i + 1))
                    && !look_up(word).any(&[Sense::AdjectiveIState, Sense::AdjectiveState]) =>
            {
                verb(Ptb::Vbn)
            }
            // "a record set on Aug. 6", "the mark set by Rovers": "set" behind a noun, with its time or its doer.
            Ptb::Nn | Ptb::Jj
                if word == "set"
                    && after(1).is_some_and(|b| self.tag(b).is_noun() || self.ptb(b) == Ptb::Jj)
                    && (self.low(i + 1) == "by" || self.ptb(i + 1) == Ptb::In && self.is_timed(i + 2)) =>
            {
                verb(Ptb::Vbn)
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
            // "had not read it": a form that is base, past and participle in one
            Ptb::Vb | Ptb::Vbp | Ptb::Vbd if forms::is_unmarked(word) && self.follows_have(i) => verb(Ptb::Vbn),
            // "had been seeping"
            Ptb::Vbn
                if word == "had"
                    && !after(1).is_some_and(|b| self.is_have(b) || self.is_be(b) || self.is_adverb(b)) =>
            {
                verb(Ptb::Vbd)
            }
            // "A fire at the yard killed three men": a participle behind a noun seldom has an object.
            Ptb::Vbn
                if after(1).is_some_and(|b| self.tag(b).is_noun())
                    && matches!(self.ptb(i + 1), Ptb::Cd | Ptb::PrpS)
                    && self.is_only_verb(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "a tractor vanished into a crevasse": what has no object has no passive.
            Ptb::Vbn | Ptb::Jj
                if forms::has_no_passive(word)
                    && self.doc.word(i) == word
                    && !self.tag(i + 1).is_noun()
                    && (0..i).rev().find(|&b| !self.is_adverb(b)).is_some_and(|b| {
                        (self.tag(b).is_noun() || self.is_comma(b) || self.ptb(b) == Ptb::Prp)
                            && !self.is_have(b)
                            && !self.is_be(b)
                    }) =>
            {
                verb(Ptb::Vbd)
            }
            // "two robbers emptied their pistols": no present ends so.
            Ptb::Vbp | Ptb::Vbz
                if word.ends_with("ed")
                    && word.len() > 4
                    && !word.ends_with("eed")
                    && !matches!(word, "embed" | "shred" | "shed" | "bleed") =>
            {
                verb(Ptb::Vbd)
            }
            // "A tank burst, but nobody was hurt"
            Ptb::Nn
                if forms::is_unmarked(word)
                    && after(1).is_some_and(|b| self.ptb(b) == Ptb::Nn)
                    && self.is_mark(i + 1)
                    && self.is_only_verb(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "The certificate, issued in May, lapsed at noon": behind an aside on a noun that has no verb yet.
            Ptb::Vbn
                if word.ends_with("ed")
                    && after(1).is_some_and(|b| self.is_comma(b) && self.parts_from_verb(b))
                    && self.low(i + 1) != "by" =>
            {
                verb(Ptb::Vbd)
            }
            // "a certificate that nobody renewed brought it down": behind a relative clause.
            Ptb::Vbn
                if after(1).is_some_and(|b| self.ptb(b) == Ptb::Vbd && !self.is_be(b) && !self.is_have(b))
                    && (i.saturating_sub(5)..i).any(|k| matches!(self.low(k), "that" | "who" | "which")) =>
            {
                verb(Ptb::Vbd)
            }
            // "an estimated £1 million"
            Ptb::Vbn
                if after(1).is_some_and(|b| matches!(self.low(b), "a" | "an"))
                    && (self.ptb(i + 1) == Ptb::Cd || matches!(self.low(i + 1), "$" | "£" | "€")) =>
            {
                Some(Tag { upos: Upos::Adj, ptb: Ptb::Jj })
            }
            // "Shops put up signs, queues formed": a form that is present and past is past beside a past.
            Ptb::Vbp if forms::is_unmarked(word) && self.is_beside_past(i) && !self.is_quoted(i) => verb(Ptb::Vbd),
            // "with 31 kilometers left"
            Ptb::Vbd
                if word == "left"
                    && after(1).is_some_and(|b| self.tag(b).is_noun())
                    && (i.saturating_sub(5)..i).any(|k| self.low(k) == "with")
                    && !(i.saturating_sub(5)..i).any(|k| self.is_mark(k) || self.tag(k).is_verb()) =>
            {
                verb(Ptb::Vbn)
            }
            // "Work began in May"
            Ptb::Vb | Ptb::Vbp
                if self.sentence(i).start == i
                    && matches!(self.ptb(i + 1), Ptb::Vbd | Ptb::Vbz | Ptb::Md)
                    && !self.is_have(i + 1) =>
            {
                Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn })
            }
            // "Officials in the county on Thursday extended the order": a participle seldom stands behind a time.
            Ptb::Vbn
                if after(1).is_some_and(|b| self.is_timed(b))
                    && word.ends_with("ed")
                    && self.low(i + 1) != "by"
                    && self.is_only_verb(i) =>
            {
                verb(Ptb::Vbd)
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
            // "stayed for an hour, set up a flag, and left": one of several verbs in the past.
            Ptb::Vbn | Ptb::Vb | Ptb::Vbp
                if forms::is_unmarked(word) && after(1).is_some_and(|b| self.is_comma(b)) && self.is_listed_past(i) =>
            {
                verb(Ptb::Vbd)
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
            // "Polling stations open at 7 a.m. and close at 9"
            Ptb::Jj
                if matches!(word, "open" | "close")
                    && matches!(self.ptb(i + 1), Ptb::In)
                    && self.is_timed(i + 2)
                    && after(1).is_some_and(|b| matches!(self.ptb(b), Ptb::Nn | Ptb::Nns | Ptb::Cc)) =>
            {
                verb(Ptb::Vbp)
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
                if base { verb(Ptb::Vb) } else { Some(Tag { upos: Upos::Noun, ptb: Ptb::Nn }) }
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

/// "hoped" is "hope" and not "hop": where only the form with an e is a word of the lists.
pub(super) fn restore_e(low: &str, ptb: Ptb, lemma: &mut String) {
    let cut = matches!(ptb, Ptb::Vbd | Ptb::Vbn) && low.ends_with("ed") || ptb == Ptb::Vbg;
    if !cut || look_up(lemma) != Senses::default() {
        return;
    }
    // "negotiated": no verb ends so.
    if lemma.ends_with("iat") {
        lemma.push('e');
        return;
    }
    let doubled = low.len() > lemma.len() + if ptb == Ptb::Vbg { 3 } else { 2 };
    lemma.push('e');
    if doubled || look_up(lemma) == Senses::default() {
        lemma.pop();
    }
}

/// So many words away another verb says nothing of a word.
const FAR: usize = 60;

/// Forms in -s that are no plurals.
fn is_sure_present(word: &str) -> bool {
    matches!(
        word,
        "accuses"
            | "acknowledges"
            | "admits"
            | "agrees"
            | "announces"
            | "argues"
            | "arrives"
            | "asks"
            | "becomes"
            | "begins"
            | "believes"
            | "brings"
            | "comes"
            | "condemns"
            | "confirms"
            | "considers"
            | "criticises"
            | "criticizes"
            | "crumbles"
            | "decides"
            | "declares"
            | "denies"
            | "describes"
            | "dies"
            | "dismisses"
            | "elects"
            | "expects"
            | "expels"
            | "gets"
            | "gives"
            | "goes"
            | "happens"
            | "implies"
            | "includes"
            | "insists"
            | "intends"
            | "introduces"
            | "invades"
            | "keeps"
            | "knows"
            | "loses"
            | "maintains"
            | "makes"
            | "meets"
            | "opposes"
            | "owns"
            | "pays"
            | "pleads"
            | "proposes"
            | "quits"
            | "receives"
            | "refuses"
            | "rejects"
            | "resigns"
            | "retires"
            | "reveals"
            | "says"
            | "seeks"
            | "seems"
            | "sees"
            | "sells"
            | "sends"
            | "serves"
            | "settles"
            | "sits"
            | "speaks"
            | "succeeds"
            | "sues"
            | "survives"
            | "suspends"
            | "takes"
            | "tells"
            | "testifies"
            | "thinks"
            | "threatens"
            | "tries"
            | "unveils"
            | "urges"
            | "wants"
            | "warns"
            | "withdraws"
            | "wonders"
            | "writes"
    )
}

/// Numbers that look like a verb in the past.
const NUMBERS: &[&str] =
    &["seven", "eleven", "ten", "sixteen", "seventeen", "eighteen", "nineteen", "thirteen", "fifteen"];
