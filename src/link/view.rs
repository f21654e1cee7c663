//! What the sieves look at: the document, its expressions and its events, with the ways between them.

use super::Relation;
use super::time::{no_earlier, relation_to};
use crate::calendar::{Interval, Unit};
use crate::compact::Index;
use crate::event::{Class, Event, Polarity, Role, Status, Tense, Trigger};
use crate::lang::{ENGLISH, Sense};
use crate::lists::Lists;
use crate::span::Span;
use crate::text::{Document, Ptb, SentenceOf, Token};
use crate::timex::{Signal, Timex};
use chrono::{NaiveDateTime, NaiveTime};
use std::ops::Range;

/// Everything that a sieve may look at.
pub(super) struct View<'a> {
    pub document: &'a Document<'a>,
    pub timexes: &'a [Timex],
    pub events: &'a [Event],
    /// The day of publication.
    pub today: Interval,
    /// The tokens of each expression.
    pub spots: Vec<Range<usize>>,
    /// The event whose trigger a token is.
    at: Vec<Index>,
    /// Which end of "between ... and ..." an expression is.
    ranges: Vec<Option<Relation>>,
    /// The expression that a token belongs to.
    time_at: Vec<Index>,
    /// The events of each sentence, in the order of the text.
    by_sentence: Lists<usize>,
    /// The length of each token and its first letter in lower case: words that differ in them are not the same.
    outlines: Vec<(u16, u8)>,
    sentences: SentenceOf,
}

/// Length and first letter of a word, whatever its case.
#[inline(always)]
fn outline(word: &str) -> (u16, u8) {
    (word.len() as u16, word.as_bytes().first().map_or(0, u8::to_ascii_lowercase))
}

/// Where a time lies, seen from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Past,
    Today,
    Future,
    Unknown,
}

impl<'a> View<'a> {
    pub fn new(
        document: &'a Document<'a>,
        timexes: &'a [Timex],
        events: &'a [Event],
        published: NaiveDateTime,
    ) -> Self {
        let day = published.date().and_time(NaiveTime::MIN);
        let today = Interval { begin: Some(day), end: crate::calendar::add_units(day, 1, crate::calendar::Unit::Day) };
        let token = |byte: usize| document.tokens.partition_point(|t| (t.end as usize) <= byte);
        let end = |byte: usize| document.tokens.partition_point(|t| (t.start as usize) < byte);
        let spots: Vec<_> = timexes.iter().map(|t| token(t.span.start)..end(t.span.end)).collect();
        let mut at = vec![Index::NONE; document.tokens.len()];
        for (i, event) in events.iter().enumerate() {
            if let Some(slot) = at.get_mut(event.token()) {
                *slot = i.into();
            }
        }
        let numbered = events.iter().enumerate().map(|(i, event)| (event.sentence(), i));
        let by_sentence = Lists::new(document.sentences.len(), numbered);
        let mut time_at = vec![Index::NONE; document.tokens.len()];
        for (i, spot) in spots.iter().enumerate() {
            for slot in time_at.get_mut(spot.clone()).into_iter().flatten() {
                *slot = i.into();
            }
        }
        let ranges = ranges(document, &spots);
        let first = |t: &Token| document.text.as_bytes().get(t.start as usize).map_or(0, u8::to_ascii_lowercase);
        let outlines = document.tokens.iter().map(|t| ((t.end - t.start) as u16, first(t))).collect();
        let sentences = SentenceOf::new(document);
        View { document, timexes, events, today, spots, at, ranges, time_at, by_sentence, outlines, sentences }
    }

    /// How an event that an expression is given to lies to it.
    pub fn relation(&self, t: usize, event: Option<&Event>) -> Relation {
        match (self.ranges.get(t).copied().flatten(), self.timexes.get(t)) {
            (Some(relation), _) => relation,
            (None, Some(_)) if event.is_some_and(|e| self.reaches_back(t, e)) => Relation::BegunBy,
            (None, Some(timex)) if self.is_throughout(t, timex) => Relation::During,
            (None, Some(timex)) => match self.spots.get(t).and_then(|s| no_earlier(self, s.start)) {
                Some(true) => Relation::NotBefore,
                Some(false) => Relation::NotAfter,
                None if timex.signal == Some(Signal::Until) && event.is_some_and(|e| self.is_denied(t, e)) => {
                    // "not profitable until 1994": so it was from then on.
                    let state = event.is_some_and(|e| matches!(e.class, Class::State | Class::IState));
                    if state { Relation::BegunBy } else { Relation::During }
                }
                None => match self.latest(t) {
                    Some(true) => Relation::NotAfter,
                    Some(false) => Relation::NotBefore,
                    None => relation_to(timex, event),
                },
            },
            (None, None) => Relation::During,
        }
    }

    /// "through the first nine months", "through the nineties": in all of a stretch that is over.
    fn is_throughout(&self, t: usize, timex: &Timex) -> bool {
        let Some(start) = self.spots.get(t).map(|s| s.start).filter(|&s| s > 0) else { return false };
        let stretch = timex.grain.is_none_or(|g| g >= Unit::Month && g != Unit::Year);
        timex.signal == Some(Signal::Until)
            && stretch
            && timex.expr.modifier().is_none()
            && self.is(start - 1, &["through"])
            && self.is(start, &["the"])
            && self.side(timex) == Side::Past
    }

    /// "in June at the latest" (true), "in June at the earliest" (false): a limit.
    fn latest(&self, t: usize) -> Option<bool> {
        let end = self.spots.get(t)?.end;
        let limit = self.is(end, &["at"]) && self.is(end + 1, &["the"]);
        match limit && self.is(end + 2, &["latest"]) {
            true => Some(true),
            false => (limit && self.is(end + 2, &["earliest", "soonest"])).then_some(false),
        }
    }

    /// "not charged until January", "is not due to meet until May", "not until 1963 did they find it": it came then.
    fn is_denied(&self, t: usize, event: &Event) -> bool {
        let start = self.spots.get(t).map_or(0, |s| s.start);
        let negative = |e: &Event| e.polarity == Polarity::Neg;
        // "No crew flew until May": there was none up to then.
        let none = negative(event)
            && event.status == Status::Denied
            && !(event.token().saturating_sub(4)..event.token()).any(|i| self.is(i, &["not", "n't", "n’t", "never"]));
        let governor = event.governor().filter(|_| event.role == Role::Complement).and_then(|g| self.events.get(g));
        let fronted = start > 1 && self.is(start - 2, &["not"]);
        !none && (negative(event) || fronted || governor.is_some_and(negative))
    }

    /// "goes back to 2019", "dating back to May": it was there from then on.
    fn reaches_back(&self, t: usize, event: &Event) -> bool {
        let Some(spot) = self.spots.get(t).filter(|s| s.start > 2) else { return false };
        let verb =
            event.token() + 3 == spot.start && matches!(event.lemma.as_str(), "go" | "date" | "reach" | "stretch");
        verb && self.is(spot.start - 1, &["to"]) && self.is(spot.start - 2, &["back"])
    }

    pub fn event_at(&self, token: usize) -> Option<usize> {
        self.at.get(token)?.get()
    }

    pub fn timex_at(&self, token: usize) -> Option<usize> {
        self.time_at.get(token)?.get()
    }

    /// The expressions that stand in a stretch of tokens, in the order of the text.
    pub fn timexes_in(&self, tokens: &Range<usize>) -> Range<usize> {
        let first = self.spots.partition_point(|spot| spot.end <= tokens.start);
        let behind = self.spots.get(first..).unwrap_or_default();
        first..first + behind.partition_point(|spot| spot.start < tokens.end)
    }

    pub fn ptb(&self, token: usize) -> Ptb {
        self.document.tokens.get(token).map_or(Ptb::Other, |t| t.tag.ptb)
    }

    /// Whether a token is tagged as a noun.
    pub fn is_noun(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.tag.is_noun())
    }

    /// Whether a token is tagged as a verb.
    pub fn is_verb(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.tag.is_verb())
    }

    /// Whether the word at `token` is one of these, in lower case.
    // The lists are constants: what is asked of them is compiled into the place that asks.
    #[inline(always)]
    pub fn is(&self, token: usize, words: &[&str]) -> bool {
        let Some(&here) = self.outlines.get(token) else { return false };
        words.iter().any(|w| outline(w) == here && self.spells(token, w))
    }

    #[inline(never)]
    fn spells(&self, token: usize, word: &str) -> bool {
        word.eq_ignore_ascii_case(self.document.word(token))
    }

    /// The number of the sentence that holds `token`; behind the last token the last one.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.number(self.document, token)
    }

    /// Whether a token is a quotation mark.
    pub fn quotes(&self, token: usize) -> bool {
        self.is(token, &["\"", "“", "”", "``", "''"])
    }

    /// The tokens of the sentence that holds `token`.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        self.document.sentences.get(self.sentence_of(token)).map_or(token..token, |s| s.tokens.clone())
    }

    /// The events of a sentence.
    pub fn events_in(&self, sentence: usize) -> &[usize] {
        self.by_sentence.of(sentence)
    }

    /// The events of the sentence around `token` that stand at most `reach` tokens from it: what a sieve may look through
    /// for each expression, however long the sentence is.
    pub fn events_near(&self, token: usize, reach: usize) -> &[usize] {
        let all = self.events_in(self.sentence_of(token));
        let at = |e: usize| self.events.get(e).map_or(0, |e| e.token());
        let first = all.partition_point(|&e| at(e) + reach < token);
        let end = all.partition_point(|&e| at(e) <= token + reach);
        all.get(first..end).unwrap_or_default()
    }

    pub fn paragraph(&self, sentence: usize) -> Option<u32> {
        self.document.sentences.get(sentence).map(|s| s.paragraph)
    }

    /// The token before a noun's phrase.
    pub fn before_phrase(&self, noun: usize) -> Option<usize> {
        let sentence = self.sentence(noun);
        let inside = |i: usize| {
            makes_phrase(self.ptb(i))
                || self.timex_at(i).is_some()
                // "in over-the-counter trading"
                || [i, i + 1].iter().any(|&i| self.is(i, &["-"]) && self.document.glued(i))
        };
        (sentence.start..noun).rev().take(10).find(|&i| !inside(i))
    }

    /// Whether the verb right before a place puts something off: "postponed *until*", "put off *until*".
    pub fn is_put_off(&self, token: usize) -> bool {
        let moved = |i: usize| ENGLISH.kinds(ENGLISH.look_up(self.document.word(i))) & Sense::PutOff.kind() != 0;
        let back = |i: usize| self.ptb(i) == Ptb::Rp || self.is(i, &["back"]);
        token > 1 && (moved(token - 1) || back(token - 1) && moved(token - 2))
    }

    /// Whether a clause with "when" tells more of a time that is named before it: "in 2023, when she closed the yard".
    pub fn tells_of_time(&self, event: &Event) -> bool {
        if event.role != Role::When {
            return false;
        }
        let back = self.sentence(event.token()).start.max(event.token().saturating_sub(12))..event.token();
        let when = back.rev().find(|&i| self.is(i, &["when"]));
        let before =
            when.and_then(|w| w.checked_sub(1)).map(|b| if self.is(b, &[","]) { b.wrapping_sub(1) } else { b });
        let first = self.sentence(event.token()).start + 3;
        before.is_some_and(|b| b > first && self.timex_at(b).is_some())
    }

    /// Whether a superlative stands in the noun phrase before a place: "the *busiest* season in the country since ...".
    pub fn is_compared(&self, token: usize) -> bool {
        let noun =
            |i: &usize| self.event_at(*i).and_then(|e| self.events.get(e)).is_none_or(|e| e.trigger == Trigger::Noun);
        let back = (token.saturating_sub(10)..token).rev().take_while(noun);
        back.into_iter().any(|i| matches!(self.ptb(i), Ptb::Jjs | Ptb::Rbs))
    }

    /// The verb that a preposition belongs to, over the nouns between them.
    pub fn verb_over(&self, preposition: usize) -> Option<usize> {
        let sentence = self.sentence(preposition);
        for i in (sentence.start..preposition).rev().take(12) {
            match self.ptb(i) {
                Ptb::To if !matches!(self.ptb(i + 1), Ptb::Vb | Ptb::Rb) => {}
                Ptb::Punct if self.is(i, &["$", "£", "€"]) => {}
                Ptb::Punct | Ptb::Cc | Ptb::Wdt | Ptb::Wp | Ptb::Wrb | Ptb::To => return None,
                Ptb::Vbd | Ptb::Vbn | Ptb::Vbg | Ptb::Vb | Ptb::Vbp | Ptb::Vbz => return self.event_at(i),
                Ptb::In if self.is(i, &["that", "in", "at", "during"]) => return None,
                _ => {}
            }
        }
        None
    }

    /// The words from one place to another, whichever comes first.
    pub fn words(&self, a: Span, b: Span) -> Span {
        a.join(b)
    }

    /// The first token of what tells an event: of who does it, where that comes first.
    pub fn first_token(&self, event: &Event) -> usize {
        let subject = if event.passive { event.patient() } else { event.agent() };
        let token = |s: Span| self.document.tokens.partition_point(|t| (t.end as usize) <= s.start);
        subject.map_or(event.token(), |s| token(s).min(event.token()))
    }

    /// The first paragraph that tells something, titles apart.
    pub fn lead(&self) -> Option<u32> {
        let mut body = self.document.sentences.iter().enumerate().filter(|(_, s)| !s.heading);
        body.find(|(s, _)| !self.events_in(*s).is_empty()).map(|(_, s)| s.paragraph)
    }

    /// Where an expression lies, seen from the day of publication.
    pub fn side(&self, timex: &Timex) -> Side {
        let Some(interval) = timex.interval else { return Side::Unknown };
        let (Some(begin), Some(end)) = (self.today.begin, self.today.end) else { return Side::Unknown };
        match (interval.begin, interval.end) {
            (_, Some(e)) if e <= begin => Side::Past,
            (Some(b), _) if b >= end => Side::Future,
            (Some(b), Some(e)) if b >= begin && e <= end => Side::Today,
            _ => Side::Unknown,
        }
    }
}

/// Which expressions open and close a range: "between May and August", "1914-18".
fn ranges(document: &Document<'_>, spots: &[Range<usize>]) -> Vec<Option<Relation>> {
    let mut ranges = vec![None; spots.len()];
    for (t, pair) in spots.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let word = |i: usize| document.word(i);
        let opened = a.start.checked_sub(1).is_some_and(|i| word(i).eq_ignore_ascii_case("between"));
        let between = opened && word(a.end) == "and";
        let dash = matches!(word(a.end), "-" | "–" | "—") && document.glued(a.end);
        if b.start == a.end + 1
            && (between || dash)
            && let Some([first, last]) = ranges.get_mut(t..t + 2)
        {
            (*first, *last) = (Some(Relation::NotBefore), Some(Relation::NotAfter));
        }
    }
    ranges
}

/// Told as a thing of the past: "said", "has said", "had said", and what hangs on it without a tense of its own.
pub(super) fn is_past(event: &Event) -> bool {
    match event.tense {
        Tense::Past => true,
        Tense::Present => {
            matches!(event.aspect, crate::event::Aspect::Perfective | crate::event::Aspect::PerfectiveProgressive)
        }
        _ => false,
    }
}

/// Told as a thing to come.
pub(super) fn is_future(event: &Event) -> bool {
    event.tense == Tense::Future || event.status == Status::Planned && event.tense != Tense::Past
}

/// A verb with a tense.
pub(super) fn is_finite(event: &Event) -> bool {
    event.trigger != Trigger::Noun && matches!(event.tense, Tense::Past | Tense::Present | Tense::Future)
}

/// Whether a word of this tag may stand within a noun's phrase: articles, adjectives, figures, possessives and nouns.
pub(super) fn makes_phrase(tag: Ptb) -> bool {
    matches!(
        tag,
        Ptb::Dt | Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Cd | Ptb::PrpS | Ptb::Pos | Ptb::Nn | Ptb::Nns | Ptb::Nnp
    )
}
