//! The words of a document as the event stage looks at them: lower case, word lists, time expressions, noun phrases.

use super::lexicon::{Sense, Senses, look_up};
use crate::calendar::Cycle;
use crate::compact::Index;
use crate::expr::{Expr, Step, Way};
use crate::span::Span;
use crate::text::{Document, Ptb, Shape, Tag, lemma_into};
use crate::timex::Mention;
use std::ops::Range;

/// A document with what every later step asks about its words.
pub(super) struct Words<'d> {
    pub(super) doc: &'d Document<'d>,
    /// The tagger's tags, set right where the word itself leaves no doubt.
    pub(super) tags: Vec<Tag>,
    /// Whether the token stands inside of quotation marks.
    pub(super) quoted: Vec<bool>,
    /// Each token in lower case.
    lows: Vec<&'d str>,
    /// The dictionary forms that differ from their words, one after the other, and where each token's ends.
    pub(super) lemmas: String,
    lemma_ends: Vec<u32>,
    /// The word lists of each token's dictionary form.
    pub(super) senses: Vec<Senses>,
    /// Whether the token stands inside a time expression, and whether that names a point in time (no length, no "every").
    timed: Vec<bool>,
    points: Vec<bool>,
    /// Whether it stands in a day or month without a year, as news names those that are near.
    coming: Vec<bool>,
    /// Noun phrases without what follows their head, in order.
    pub(super) phrases: Vec<Phrase>,
    /// For each token, the noun phrase that holds it.
    phrase_of: Vec<Index>,
    /// The sentence that holds each token.
    sentences: Vec<u32>,
    /// For each token the [`Small`] words that it may be.
    small: Vec<u8>,
}

/// Small words that are asked for again and again, as bits.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Small {
    Not = 1,
    Be = 2,
    Have = 4,
    Do = 8,
    Comma = 16,
    QuoteMark = 32,
    Mark = 64,
    Hyphen = 128,
}

/// What a word in lower case may be.
fn small(low: &str) -> u8 {
    let found = match low {
        "not" | "n't" | "n’t" | "never" | "nor" | "neither" | "hardly" | "scarcely" | "barely" | "no" => Small::Not,
        "be" | "is" | "are" | "was" | "were" | "been" | "being" | "am" | "'re" | "’re" | "'m" | "’m" | "'s" | "’s" => {
            Small::Be
        }
        "have" | "has" | "had" | "having" | "'ve" | "’ve" | "'d" | "’d" => Small::Have,
        "do" | "does" | "did" => Small::Do,
        _ => return 0,
    };
    found as u8
}

/// The same for a mark.
fn mark(low: &str) -> u8 {
    Small::Mark as u8
        | match low {
            "," => Small::Comma as u8,
            "-" => Small::Hyphen as u8,
            "\"" | "“" | "”" | "``" | "''" | "‘‘" | "’’" | "„" | "«" | "»" => Small::QuoteMark as u8,
            _ => 0,
        }
}

/// A noun phrase up to its head: "the two-day meeting", "Khamenei", "'s remarks" goes with its possessor before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) head: usize,
    /// Where the possessor's phrase begins, when one stands before ("Iran" in "Iran's leader").
    pub(super) owner: Option<usize>,
}

impl Phrase {
    /// The first token, with the possessor.
    pub(super) fn left(&self) -> usize {
        self.owner.unwrap_or(self.start)
    }
}

impl<'d> Words<'d> {
    /// `low` is the text in lower case (ASCII letters only, so that offsets stay).
    pub(super) fn new(doc: &'d Document<'d>, low: &'d str, mentions: &[Mention]) -> Self {
        let n = doc.tokens.len();
        let mut timed = vec![false; n];
        let mut points = vec![false; n];
        let mut coming = vec![false; n];
        for mention in mentions {
            if matches!(mention.expr.bare(), Expr::Bare(Cycle::MonthDay(..))) {
                for flag in coming.get_mut(mention.first..mention.end.min(n)).unwrap_or_default() {
                    *flag = true;
                }
            }
            if matches!(
                mention.expr.bare(),
                Expr::At(_)
                    | Expr::Bare(_)
                    | Expr::Step(Step::This | Step::Next, ..)
                    | Expr::Shift { way: Way::After, .. }
                    | Expr::Nth(..)
                    | Expr::In(..)
            ) {
                for flag in points.get_mut(mention.first..mention.end.min(n)).unwrap_or_default() {
                    *flag = true;
                }
            }
            for flag in timed.get_mut(mention.first..mention.end.min(n)).unwrap_or_default() {
                *flag = true;
            }
        }
        let mut words = Words {
            doc,
            tags: doc.tokens.iter().map(|t| t.tag).collect(),
            quoted: vec![false; n],
            lows: doc.tokens.iter().map(|t| t.span().of(low)).collect(),
            lemmas: String::with_capacity(doc.text.len() / 4),
            lemma_ends: Vec::with_capacity(n),
            senses: Vec::with_capacity(n),
            timed,
            points,
            coming,
            phrases: Vec::with_capacity(n / 4),
            phrase_of: vec![Index::NONE; n],
            sentences: Vec::with_capacity(n),
            small: Vec::with_capacity(n),
        };
        for (n, sentence) in doc.sentences.iter().enumerate() {
            words.sentences.resize(sentence.tokens.end, n as u32);
        }
        words.small.extend(doc.tokens.iter().zip(&words.lows).map(|(token, low)| match token.shape {
            Shape::Mark => mark(low),
            _ if low.len() <= "scarcely".len() => small(low),
            _ => 0,
        }));
        words.name_starts();
        for i in 0..n {
            if let Some(tag) = words.retag(i)
                && let Some(slot) = words.tags.get_mut(i)
            {
                *slot = tag;
            }
            let tag = words.tag(i);
            let from = words.lemmas.len();
            let inflected = tag.is_verb() || tag.ptb == Ptb::Nns;
            if inflected || tag.is_noun() && !words.low(i).is_ascii() {
                lemma_into(doc.word(i), tag, &mut words.lemmas);
                words.restore_e(from, i);
            }
            words.lemma_ends.push(u32::try_from(words.lemmas.len()).unwrap_or(u32::MAX));
            // No list holds a mark.
            let senses =
                if words.is_mark(i) { Senses::default() } else { look_up(phrasal(words.lemma(i), words.low(i + 1))) };
            words.senses.push(senses);
        }
        for s in &doc.sentences {
            words.chunk(s.tokens.clone());
        }
        words.phrases.shrink_to_fit();
        words
    }

    /// Token `i` in lower case; empty outside.
    pub(super) fn low(&self, i: usize) -> &str {
        self.lows.get(i).copied().unwrap_or_default()
    }

    pub(super) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or_default()
    }

    pub(super) fn is_quoted(&self, i: usize) -> bool {
        self.quoted.get(i).copied().unwrap_or(false)
    }

    pub(super) fn ptb(&self, i: usize) -> Ptb {
        self.tag(i).ptb
    }

    pub(super) fn is_timed(&self, i: usize) -> bool {
        self.timed.get(i).copied().unwrap_or(false)
    }

    /// Whether the token stands in an expression for a point in time that need not be past.
    pub(super) fn is_point(&self, i: usize) -> bool {
        self.points.get(i).copied().unwrap_or(false)
    }

    /// Whether the token stands in a day without a year.
    pub(super) fn is_coming(&self, i: usize) -> bool {
        self.coming.get(i).copied().unwrap_or(false)
    }

    pub(super) fn senses(&self, i: usize) -> Senses {
        self.senses.get(i).copied().unwrap_or_default()
    }

    pub(super) fn has(&self, i: usize, sense: Sense) -> bool {
        self.senses(i).has(sense)
    }

    /// The dictionary form of a verb or noun, other words in lower case.
    pub(super) fn lemma(&self, i: usize) -> &str {
        let from = i.checked_sub(1).and_then(|b| self.lemma_ends.get(b)).copied().unwrap_or(0);
        let to = self.lemma_ends.get(i).copied().unwrap_or(from);
        if from == to { self.low(i) } else { self.lemmas.get(from as usize..to as usize).unwrap_or_default() }
    }

    pub(super) fn phrase(&self, i: usize) -> Option<&Phrase> {
        self.phrases.get(self.phrase_of.get(i)?.get()?)
    }

    /// The sentence's tokens that hold token `i`.
    pub(super) fn sentence(&self, i: usize) -> Range<usize> {
        let last = || self.doc.sentences.len().saturating_sub(1);
        let number = self.sentences.get(i).map_or_else(last, |&n| n as usize);
        self.doc.sentences.get(number).map_or(0..0, |s| s.tokens.clone())
    }

    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        self.doc.span(tokens)
    }

    fn is_small(&self, i: usize, word: Small) -> bool {
        self.small.get(i).is_some_and(|small| small & word as u8 != 0)
    }

    /// "not" and its like: what makes a verb group negative.
    pub(super) fn is_not(&self, i: usize) -> bool {
        self.is_small(i, Small::Not)
            && match self.low(i) {
                "never" => self.low(i + 1) != "mind",
                "no" => self.low(i + 1) == "longer",
                _ => true,
            }
    }

    /// A word that may stand inside of a verb group or between subject and verb.
    pub(super) fn is_adverb(&self, i: usize) -> bool {
        matches!(self.ptb(i), Ptb::Rb | Ptb::Rbr | Ptb::Rbs) || self.is_not(i)
    }

    pub(super) fn is_quote_mark(&self, i: usize) -> bool {
        self.is_small(i, Small::QuoteMark)
    }

    pub(super) fn is_comma(&self, i: usize) -> bool {
        self.is_small(i, Small::Comma)
    }

    pub(super) fn is_hyphen(&self, i: usize) -> bool {
        self.is_small(i, Small::Hyphen)
    }

    pub(super) fn is_mark(&self, i: usize) -> bool {
        self.is_small(i, Small::Mark)
    }

    pub(super) fn is_be(&self, i: usize) -> bool {
        self.is_small(i, Small::Be) && (!matches!(self.low(i), "'s" | "’s") || self.tag(i).is_verb())
    }

    pub(super) fn is_have(&self, i: usize) -> bool {
        self.is_small(i, Small::Have) && (!matches!(self.low(i), "'d" | "’d") || self.ptb(i) == Ptb::Vbd)
    }

    pub(super) fn is_do(&self, i: usize) -> bool {
        self.is_small(i, Small::Do)
    }

    /// Finds the noun phrases of one sentence, left to right.
    fn chunk(&mut self, sentence: Range<usize>) {
        let mut i = sentence.start;
        while i < sentence.end {
            let Some(end) = self.phrase_end(i, sentence.end) else {
                i += 1;
                continue;
            };
            let end = self.fronted_end(i, end, sentence.start);
            let head = end - 1;
            let owner = i
                .checked_sub(1)
                .filter(|p| *p >= sentence.start && self.ptb(*p) == Ptb::Pos)
                .and_then(|p| self.phrase(p.checked_sub(1)?))
                .map(Phrase::left);
            let number = Index::from(self.phrases.len());
            self.phrases.push(Phrase { start: i, end, head, owner });
            for slot in self.phrase_of.get_mut(i..end).unwrap_or_default() {
                *slot = number;
            }
            i = end;
        }
    }

    /// "Under the old plan Sedna would fly": behind a preposition at the front the name is the subject, not the plan's.
    fn fronted_end(&self, start: usize, end: usize, sentence: usize) -> usize {
        let fronted = start == sentence + 1 && self.ptb(sentence) == Ptb::In;
        let finite = matches!(self.ptb(end), Ptb::Md | Ptb::Vbd | Ptb::Vbz | Ptb::Vbp);
        let named = |k: &usize| {
            self.tag(*k).is_noun()
                && !self.tag(*k).is_name()
                && self.tag(k + 1).is_name()
                && !self.is_timed(*k)
                && !self.senses(*k).any(&[Sense::Role, Sense::Title])
        };
        (start..end - 1).find(named).filter(|_| fronted && finite).map_or(end, |k| k + 1)
    }

    /// Where the noun phrase that begins at `start` ends, if one does.
    fn phrase_end(&self, start: usize, limit: usize) -> Option<usize> {
        if self.is_timed(start) && !self.tag(start).is_noun() {
            return None;
        }
        match self.ptb(start) {
            Ptb::Prp | Ptb::Ex | Ptb::Wp => return Some(start + 1),
            Ptb::Dt
                if matches!(self.low(start), "that" | "this" | "these" | "those" | "all" | "both" | "some" | "any") => {
            }
            _ => {}
        }
        let mut end = None;
        let mut i = start;
        while i < limit {
            let tag = self.tag(i);
            match tag.ptb {
                Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps | Ptb::Cd => end = Some(i + 1),
                Ptb::Fw if end.is_some() => end = Some(i + 1),
                Ptb::Dt | Ptb::Pdt | Ptb::PrpS if i == start || self.opens(i - 1) && i - start < 2 => {
                    if tag.ptb != Ptb::PrpS {
                        end = end.or(pronoun_like(self.low(i)).then_some(i + 1));
                    }
                }
                Ptb::Jj | Ptb::Jjr | Ptb::Jjs => {
                    if end.is_none() && self.stands_alone(i, start) {
                        end = Some(i + 1);
                    }
                }
                Ptb::Rb | Ptb::Rbr | Ptb::Rbs
                    if (i > start || start > 0 && self.ptb(start - 1) == Ptb::Pos)
                        && matches!(self.ptb(i + 1), Ptb::Jj | Ptb::Vbn | Ptb::Vbg | Ptb::Cd) => {}
                Ptb::Vbg | Ptb::Vbn if self.is_modifier(i, start) => {}
                Ptb::Cc
                    if i > start
                        && matches!(self.ptb(i - 1), Ptb::Jj | Ptb::Cd)
                        && matches!(self.ptb(i + 1), Ptb::Jj | Ptb::Cd)
                        && end.is_none_or(|e| e == i) => {}
                _ if self.is_mark(i) && matches!(self.low(i), "$" | "%" | "#" | "€" | "£") => end = Some(i + 1),
                // "an all-night session"
                Ptb::Dt | Ptb::In | Ptb::Rb if i > start && self.is_hyphen(i + 1) && self.doc.glued(i) => {}
                _ if self.is_hyphen(i) && i > start && self.doc.glued(i) && self.doc.glued(i - 1) => {}
                _ if self.is_quote_mark(i) && i > start && end.is_none() => {}
                _ => break,
            }
            // "officials Monday": a time expression after the head stands beside the phrase, not in it.
            if end == Some(i + 1) && !self.is_timed(i) && self.is_timed(i + 1) {
                break;
            }
            if end == Some(i + 1) && self.is_timed(i) && !self.is_timed(i + 1) && i == start {
                break;
            }
            i += 1;
        }
        end.filter(|e| *e > start)
    }

    /// "the first", "a fifth", "most of": an adjective or number that stands for its noun.
    fn stands_alone(&self, i: usize, start: usize) -> bool {
        if i == start {
            return self.low(i + 1) == "of"
                && matches!(self.low(i), "most" | "many" | "several" | "few" | "much" | "more");
        }
        // "the oldest of them"
        if i == start + 1 && self.ptb(i) == Ptb::Jjs && self.low(i + 1) == "of" {
            return true;
        }
        let next = self.tag(i + 1);
        let closed =
            !next.is_noun() && !matches!(next.ptb, Ptb::Jj | Ptb::Jjs | Ptb::Cd | Ptb::Vbg | Ptb::Cc | Ptb::Pos);
        i == start + 1
            && self.ptb(start) == Ptb::Dt
            && closed
            && !self.is_hyphen(i + 1)
            && matches!(
                self.low(i),
                "first"
                    | "second"
                    | "third"
                    | "fourth"
                    | "fifth"
                    | "sixth"
                    | "latter"
                    | "former"
                    | "last"
                    | "other"
                    | "next"
            )
    }

    /// A determiner that another may follow ("all the", "both his").
    fn opens(&self, i: usize) -> bool {
        matches!(self.ptb(i), Ptb::Pdt) || matches!(self.low(i), "all" | "both" | "half" | "such")
    }

    /// Whether the participle `i` stands before a noun as its adjective, in a phrase that begins at `start`.
    pub(super) fn is_modifier(&self, i: usize, start: usize) -> bool {
        let next_fits = |n: usize| {
            let tag = self.tag(n);
            (tag.is_noun()
                || matches!(tag.ptb, Ptb::Jj | Ptb::Cd) && (self.tag(n + 1).is_noun() || self.ptb(n + 1) == Ptb::Cd))
                && !self.is_timed(n)
        };
        let next = if self.is_hyphen(i + 1) { i + 2 } else { i + 1 };
        if !next_fits(next) {
            return false;
        }
        // "a growing crowd", but "has been growing roses"
        if adjectival(self.low(i)) && !(i == start && i > 0 && self.low(i - 1) == "been") {
            return true;
        }
        if i > start {
            // After a noun the participle is a verb ("officials meeting leaders"), after the rest an adjective.
            return matches!(self.ptb(i - 1), Ptb::Dt | Ptb::PrpS | Ptb::Jj | Ptb::Cd | Ptb::Jjr | Ptb::Jjs)
                || matches!(self.ptb(i - 1), Ptb::Rb | Ptb::Vbn | Ptb::Vbg)
                    && (i - 1 > start || start > 0 && self.ptb(start - 1) == Ptb::Pos)
                || self.is_hyphen(i - 1);
        }
        let Some(before) = i.checked_sub(1) else { return false };
        match self.ptb(before) {
            Ptb::Pos => true,
            Ptb::In => self.ptb(i) == Ptb::Vbn,
            // "In May retreating troops burned the town"
            // "..., saying foreign troops had left"
            _ if self.ptb(i) == Ptb::Vbg
                && (self.is_timed(before) || self.is_mark(before))
                && !self.has(i, Sense::VerbReporting) =>
            {
                let noun = if self.ptb(i + 1) == Ptb::Jj { i + 2 } else { i + 1 };
                self.ptb(noun) == Ptb::Nns && self.ptb(noun + 1) == Ptb::Vbd
            }
            _ => false,
        }
    }
}

/// What a verb means together with the particle behind it: "pointed out" is a saying.
fn phrasal<'l>(lemma: &'l str, next: &str) -> &'l str {
    match (lemma, next) {
        ("point" | "spell", "out") => "note",
        ("blurt" | "cry", "out") => "exclaim",
        ("hit" | "shoot", "back") => "reply",
        _ => lemma,
    }
}

/// Participles that are adjectives before a noun, whatever stands before them.
fn adjectival(word: &str) -> bool {
    matches!(
        word,
        "operating"
            | "restructuring"
            | "remaining"
            | "outstanding"
            | "existing"
            | "growing"
            | "ongoing"
            | "rising"
            | "falling"
            | "leading"
            | "manufacturing"
            | "marketing"
            | "advertising"
            | "publishing"
            | "banking"
            | "accounting"
            | "trading"
            | "mining"
            | "housing"
            | "engineering"
            | "underlying"
            | "increasing"
            | "increased"
            | "declining"
            | "continuing"
            | "surrounding"
            | "neighboring"
            | "neighbouring"
            | "warring"
            | "ruling"
            | "governing"
            | "working"
            | "living"
            | "missing"
            | "opposing"
            | "competing"
            | "voting"
            | "shipping"
            | "training"
            | "lending"
            | "borrowing"
            | "spending"
            | "fighting"
            | "following"
            | "coming"
            | "incoming"
            | "outgoing"
            | "limited"
            | "united"
            | "estimated"
            | "combined"
            | "reduced"
            | "improved"
            | "continued"
            | "renewed"
            | "proposed"
            | "planned"
            | "alleged"
            | "suspected"
            | "armed"
            | "retired"
            | "unidentified"
            | "industrialized"
            | "so-called"
            | "related"
            | "fixed"
            | "advanced"
            | "preferred"
            | "experienced"
            | "sophisticated"
            | "detailed"
            | "given"
            | "certain"
            | "unprecedented"
            | "widespread"
    )
}

fn pronoun_like(word: &str) -> bool {
    matches!(word, "this" | "that" | "these" | "those" | "all" | "both" | "some" | "many" | "none" | "each" | "another")
}
