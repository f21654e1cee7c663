//! Words that are verbs although the tagger saw something else, and forms of verbs that it took for others.

use crate::event::forms;
use crate::event::lexicon::{Sense, look_up};
use crate::event::words::Words;
use crate::text::{Ptb, Shape, Tag, Upos};

impl Words<'_> {
    /// The tag of a word that is surely a verb, or surely another form of it.
    pub(super) fn verb_tag(&self, i: usize) -> Option<Tag> {
        let (word, ptb) = (self.low(i), self.ptb(i));
        let after = |k: usize| i.checked_sub(k);
        let verb = |ptb| Some(Tag { upos: Upos::Verb, ptb });
        let past =
            matches!(ptb, Ptb::Nn | Ptb::Jj | Ptb::Vb | Ptb::Vbp | Ptb::In | Ptb::Rb) && forms::is_past_form(word);
        match ptb {
            // "is put back to 2030", "had been shot": behind "be" the form that is base and past in one is a participle.
            Ptb::Vb | Ptb::Vbp | Ptb::Vbd | Ptb::Nn
                if (forms::is_unmarked(word) && ptb != Ptb::Nn || word == "shot")
                    && after(1).is_some_and(|b| self.is_be(b) || self.is_adverb(b) && b > 0 && self.is_be(b - 1)) =>
            {
                verb(Ptb::Vbn)
            }
            // "are to ship in May", "is due to reach Mars": a base form.
            Ptb::Nn
                if after(1).is_some_and(|b| self.low(b) == "to")
                    && after(2).is_some_and(|b| {
                        let object = matches!(self.ptb(i + 1), Ptb::Nnp | Ptb::Dt | Ptb::PrpS | Ptb::Prp);
                        self.is_be(b) && (object || self.ptb(i + 1) == Ptb::In)
                            || object && matches!(self.low(b), "due" | "set" | "likely" | "able" | "expected" | "ready")
                    }) =>
            {
                verb(Ptb::Vb)
            }
            // "a war two years later cost 5,000 lives"
            Ptb::Nn
                if word == "cost"
                    && (self.ptb(i + 1) == Ptb::Cd || matches!(self.low(i + 1), "$" | "£" | "€"))
                    && self.is_only_verb(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "who were lent a pair"
            Ptb::Jj
                if forms::is_past_form(word)
                    && after(1).is_some_and(|b| self.is_be(b))
                    && matches!(self.ptb(i + 1), Ptb::Dt | Ptb::PrpS) =>
            {
                verb(Ptb::Vbn)
            }
            // "One Conservative abstained": the only verb of its sentence.
            Ptb::Nn
                if word.len() > 6
                    && word.ends_with("ed")
                    && self.doc.word(i) == word
                    && after(1).is_some_and(|b| self.tag(b).is_noun() || self.ptb(b) == Ptb::Jj)
                    && !self.tag(i + 1).is_noun()
                    && self.is_only_verb(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "kicked it open and lowered people into the snow": a verb beside a verb.
            Ptb::Jj
                if word.ends_with("ed")
                    && after(1).is_some_and(|b| self.low(b) == "and")
                    && after(2).is_some_and(|b| self.tag(b).is_noun() || self.is_comma(b))
                    && (matches!(self.ptb(i + 1), Ptb::Nns | Ptb::Nnp) && self.ptb(i + 2) == Ptb::In
                        || matches!(self.ptb(i + 1), Ptb::Dt | Ptb::PrpS | Ptb::Prp))
                    && self.is_beside_past(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "ran off the road, plowed through a fence and came to rest": one of several verbs in the past.
            Ptb::Vbn
                if word.ends_with("ed")
                    && after(1).is_some_and(|b| self.is_comma(b))
                    && self.low(i + 1) != "by"
                    && self.is_listed_past(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "glasses that its chief called “the last ...”": the verb of a relative clause.
            Ptb::Vbn
                if word.ends_with("ed")
                    && after(1).is_some_and(|b| self.tag(b).is_noun() && self.is_subject_of_relative(b))
                    && (self.is_quote_mark(i + 1) || matches!(self.ptb(i + 1), Ptb::Dt | Ptb::Vbd | Ptb::Md)) =>
            {
                verb(Ptb::Vbd)
            }
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
            Ptb::Nns if forms::is_sure_present(word) => verb(Ptb::Vbz),
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
            // "Officials in the county on Thursday extended the order": a participle seldom stands behind a time.
            Ptb::Vbn
                if after(1).is_some_and(|b| self.is_timed(b))
                    && word.ends_with("ed")
                    && self.low(i + 1) != "by"
                    && self.is_only_verb(i) =>
            {
                verb(Ptb::Vbd)
            }
            // "stayed for an hour, set up a flag, and left": one of several verbs in the past.
            Ptb::Vbn | Ptb::Vb | Ptb::Vbp
                if forms::is_unmarked(word) && after(1).is_some_and(|b| self.is_comma(b)) && self.is_listed_past(i) =>
            {
                verb(Ptb::Vbd)
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
            _ => None,
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

    /// Whether a noun ends the few words of a subject behind "that" or "which".
    fn is_subject_of_relative(&self, noun: usize) -> bool {
        let inner = |k: &usize| {
            self.tag(*k).is_noun()
                || matches!(self.ptb(*k), Ptb::Dt | Ptb::PrpS | Ptb::Jj | Ptb::Pos) && !self.is_mark(*k)
        };
        let first = (noun.saturating_sub(4)..=noun).rev().take_while(inner).last().unwrap_or(noun);
        first.checked_sub(1).is_some_and(|b| self.ptb(b) == Ptb::Wdt)
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
        let open = (start + 1..close).rev().take(24).find(|k| self.is_comma(*k));
        let finite = |k: usize| {
            matches!(self.ptb(k), Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md) || self.is_be(k) || self.is_have(k)
        };
        open.is_some_and(|open| {
            let first = (start..open).rev().take(8).take_while(|k| !finite(*k) && !self.is_mark(*k)).last();
            let begins = first.is_some_and(|f| f == start || self.low(f) == "that");
            // "Joan Prentice, who took her seat in May, proposed refusal"
            let relative = matches!(self.ptb(open + 1), Ptb::Wp | Ptb::Wdt)
                && (self.tag(close + 2).is_noun() || matches!(self.ptb(close + 2), Ptb::Dt | Ptb::PrpS));
            let participle = self.ptb(open + 1) == Ptb::Vbn && !(open..close).any(finite);
            begins && self.tag(open - 1).is_noun() && (participle || relative)
        })
    }
}

/// So many words away another verb says nothing of a word.
const FAR: usize = 60;
