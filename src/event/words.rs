//! The words of a document as the event stage looks at them: lower case, word lists, time expressions, noun phrases.

use super::lexicon::{Sense, Senses, adjectival};
use super::vocabulary::{Form, Vocabulary};
use crate::calendar::Cycle;
use crate::compact::{Index, Pack, Packed, narrow};
use crate::expr::{Expr, Step, Way};
use crate::span::Span;
use crate::text::{Document, Ptb, SentenceOf, Shape, Tag};
use crate::timex::Mention;
use std::ops::Range;

/// A document with what every later step asks about its words.
pub(super) struct Words<'d> {
    pub(super) doc: &'d Document<'d>,
    /// The tagger's tags, set right where the word itself leaves no doubt.
    pub(super) tags: Vec<Tag>,
    /// Each token's word in [`Words::vocabulary`].
    forms: Vec<u32>,
    vocabulary: Vocabulary<'d>,
    /// What each token stands in, as bits of [`In`].
    within: Vec<u8>,
    /// Noun phrases without what follows their head, in order.
    phrases: Packed<Phrase>,
    /// For each token, the noun phrase that holds it.
    phrase_of: Vec<Index>,
    sentences: SentenceOf,
    /// For each token the [`Small`] words that it may be.
    small: Vec<u8>,
}

/// What a token may stand in, as bits.
#[derive(Clone, Copy)]
#[repr(u8)]
enum In {
    Quotation = 1,
    /// A time expression.
    Time = 2,
    /// One that names a point in time: no length, no "every".
    Point = 4,
    /// A day or month without a year, as news names those that are near.
    Coming = 8,
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

/// What the tokens of a time expression stand in.
fn kinds(mention: &Mention) -> u8 {
    let bare = mention.expr.bare();
    let coming = matches!(bare, Expr::Bare(Cycle::MonthDay(..)));
    let point = matches!(
        bare,
        Expr::At(_)
            | Expr::Bare(_)
            | Expr::Step(Step::This | Step::Next, ..)
            | Expr::Shift { way: Way::After, .. }
            | Expr::Nth(..)
            | Expr::In(..)
    );
    In::Time as u8 | if point { In::Point as u8 } else { 0 } | if coming { In::Coming as u8 } else { 0 }
}

/// What a word in lower case may be.
pub(super) fn small(low: &str) -> u8 {
    if low.len() > "scarcely".len() {
        return 0;
    }
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
    pub(super) fn left(self) -> usize {
        self.owner.unwrap_or(self.start)
    }
}

impl Pack for Phrase {
    type Packed = PackedPhrase;
}

#[derive(Clone, Copy)]
pub(super) struct PackedPhrase {
    start: u32,
    end: u32,
    head: u32,
    owner: Index,
}

impl From<Phrase> for PackedPhrase {
    fn from(p: Phrase) -> Self {
        PackedPhrase { start: narrow(p.start), end: narrow(p.end), head: narrow(p.head), owner: p.owner.into() }
    }
}

impl From<PackedPhrase> for Phrase {
    fn from(p: PackedPhrase) -> Self {
        Phrase { start: p.start as usize, end: p.end as usize, head: p.head as usize, owner: p.owner.get() }
    }
}

impl<'d> Words<'d> {
    pub(super) fn new(doc: &'d Document<'d>, mentions: &[Mention]) -> Self {
        let n = doc.tokens.len();
        let mut words = Words {
            doc,
            tags: doc.tokens.iter().map(|t| t.tag).collect(),
            forms: Vec::with_capacity(n),
            vocabulary: Vocabulary::new(n),
            within: vec![0; n],
            phrases: Packed::with_capacity(n / 4),
            phrase_of: vec![Index::NONE; n],
            sentences: SentenceOf::new(doc),
            small: Vec::with_capacity(n),
        };
        for mention in mentions {
            words.mark(mention.first..mention.end.min(n), kinds(mention));
        }
        for token in &doc.tokens {
            let form = words.vocabulary.add(token.span().of(doc.text), token.tag);
            words.forms.push(form);
            let of = |form: &Form| if token.shape == Shape::Mark { mark(form.low()) } else { form.small };
            words.small.push(words.vocabulary.get(form).map_or(0, of));
        }
        words.name_starts();
        for i in 0..n {
            if let Some(tag) = words.retag(i) {
                words.set_tag(i, tag);
            }
        }
        words.vocabulary.close();
        for s in &doc.sentences {
            words.chunk(s.tokens.clone());
        }
        words.phrases.shrink_to_fit();
        words
    }

    /// Sets the tag of token `i`.
    pub(super) fn set_tag(&mut self, i: usize, tag: Tag) {
        if let (Some(own), Some(form)) = (self.tags.get_mut(i), self.forms.get_mut(i)) {
            *own = tag;
            *form = self.vocabulary.add(self.doc.word(i), tag);
        }
    }

    /// Marks tokens as quoted.
    pub(super) fn quote(&mut self, tokens: Range<usize>) {
        self.mark(tokens, In::Quotation as u8);
    }

    fn mark(&mut self, tokens: Range<usize>, kinds: u8) {
        for within in self.within.get_mut(tokens).unwrap_or_default() {
            *within |= kinds;
        }
    }

    fn is_within(&self, i: usize, kind: In) -> bool {
        self.within.get(i).is_some_and(|within| within & kind as u8 != 0)
    }

    fn form(&self, i: usize) -> Option<&Form<'d>> {
        self.vocabulary.get(*self.forms.get(i)?)
    }

    /// Token `i` in lower case; empty outside.
    pub(super) fn low(&self, i: usize) -> &str {
        self.form(i).map_or("", Form::low)
    }

    pub(super) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or_default()
    }

    pub(super) fn is_quoted(&self, i: usize) -> bool {
        self.is_within(i, In::Quotation)
    }

    pub(super) fn ptb(&self, i: usize) -> Ptb {
        self.tag(i).ptb
    }

    pub(super) fn is_timed(&self, i: usize) -> bool {
        self.is_within(i, In::Time)
    }

    /// Whether the token stands in an expression for a point in time that need not be past.
    pub(super) fn is_point(&self, i: usize) -> bool {
        self.is_within(i, In::Point)
    }

    /// Whether the token stands in a day without a year.
    pub(super) fn is_coming(&self, i: usize) -> bool {
        self.is_within(i, In::Coming)
    }

    pub(super) fn senses(&self, i: usize) -> Senses {
        self.form(i).map_or(Senses::default(), |form| form.senses)
    }

    pub(super) fn has(&self, i: usize, sense: Sense) -> bool {
        self.senses(i).has(sense)
    }

    /// The dictionary form of a verb or noun, other words in lower case.
    pub(super) fn lemma(&self, i: usize) -> &str {
        self.form(i).map_or("", Form::lemma)
    }

    /// The noun phrase that holds token `i`.
    pub(super) fn phrase(&self, i: usize) -> Option<Phrase> {
        self.phrases.get(self.phrase_of.get(i)?.get()?)
    }

    /// The number of the sentence that holds token `i`.
    pub(super) fn sentence_of(&self, i: usize) -> usize {
        self.sentences.number(self.doc, i)
    }

    /// Every noun phrase, in order.
    pub(super) fn all_phrases(&self) -> impl Iterator<Item = Phrase> + use<'_> {
        self.phrases.iter()
    }

    /// The noun phrases whose heads lie within, in order.
    pub(super) fn phrases(&self, heads: Range<usize>) -> impl DoubleEndedIterator<Item = Phrase> + use<'_> {
        let before = |head: usize| self.phrases.partition_point(|p| p.head < head);
        self.phrases.within(before(heads.start)..before(heads.end))
    }

    /// The sentence's tokens that hold token `i`.
    pub(super) fn sentence(&self, i: usize) -> Range<usize> {
        self.doc.sentences.get(self.sentence_of(i)).map_or(0..0, |s| s.tokens.clone())
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

fn pronoun_like(word: &str) -> bool {
    matches!(word, "this" | "that" | "these" | "those" | "all" | "both" | "some" | "many" | "none" | "each" | "another")
}
