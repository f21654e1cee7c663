//! The verbs and nouns around a clause: which of them may govern it, and what they are themselves.

use super::Clauses;
use super::signals::subordinator_like;
use crate::event::Role;
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::event::source::may_think;
use crate::event::words::Phrase;
use crate::text::Ptb;

impl Clauses<'_, '_> {
    /// The group that a subordinate clause joined at `j` hangs on: the last before it, but not one in a closed-off aside.
    pub(super) fn head_before(&self, j: usize) -> Option<usize> {
        let w = self.words;
        let last = self.before(j, |_, _| true)?;
        let relative = self.clause(last).is_some_and(|c| c.role == Role::Relative);
        if relative && j > self.start && w.is_comma(j - 1) {
            return self
                .before(j, |x, n| x.form == Form::Finite && self.clause(n).is_none_or(|c| c.role != Role::Relative))
                .or(Some(last));
        }
        Some(last)
    }

    /// The name at the front of a sentence beside which what somebody is stands between commas: "*Ann Hill*, painter and
    /// teacher, born in 1933".
    pub(super) fn named_before(&self, last: &Phrase) -> Option<usize> {
        let w = self.words;
        let is_role = |p: &Phrase| w.ptb(p.head) == Ptb::Nn && p.owner.is_none() && may_think(w, p);
        let mut first = Some(*last).filter(is_role)?;
        if first.left() > self.start + 1 && w.low(first.left() - 1) == "and" {
            first = w.phrase(first.left() - 2).filter(|p| is_role(p) && p.end + 1 == first.left())?;
        }
        let comma = first.left().checked_sub(1).filter(|c| *c > self.start && w.is_comma(*c))?;
        let name = w.phrase(comma - 1).filter(|p| p.end == comma && p.left() == self.start)?;
        w.tag(name.head).is_name().then_some(name.head)
    }

    /// The noun that a chain of prepositions begins with: "a *base* in the port of Bristol".
    pub(super) fn first_of_chain(&self, last: &Phrase) -> usize {
        let w = self.words;
        let mut at = *last;
        for _ in 0..4 {
            let before = at.left().checked_sub(2).filter(|b| *b >= self.start && w.ptb(b + 1) == Ptb::In);
            match before.and_then(|b| w.phrase(b).filter(|p| p.end == b + 1 && !w.is_timed(p.head))) {
                Some(p) => at = p,
                None => break,
            }
        }
        at.head
    }

    /// Whether the saying at `i` is asserted: "he said when he was asked" tells the time, "would not say when" does not.
    pub(super) fn tells(&self, i: usize) -> bool {
        let w = self.words;
        matches!(w.lemma(i), "say" | "add" | "reply" | "answer")
            && self
                .group_at(i)
                .and_then(|g| self.group(g))
                .is_some_and(|x| x.form == Form::Finite && !x.negative && x.modal.is_none())
    }

    /// The verb of saying before a time that ends at `j`, with its preposition.
    pub(super) fn saying_before_time(&self, j: usize) -> Option<usize> {
        let w = self.words;
        let first = (self.start..=j).rev().take_while(|k| w.is_timed(*k)).last()?;
        let before = first.checked_sub(1)?;
        let verb = if w.ptb(before) == Ptb::In { before.checked_sub(1)? } else { before };
        let h = self.group_at(verb)?;
        self.group(h).filter(|x| x.main == verb && w.has(x.main, Sense::VerbReporting)).map(|_| h)
    }

    /// Whether the phrase that ends at `j` is that of a preposition at the front of its sentence.
    pub(super) fn is_fronted(&self, j: usize) -> bool {
        let w = self.words;
        let mut at = j;
        for _ in 0..4 {
            let Some(p) = w.phrase(at).filter(|p| p.end == at + 1) else { return false };
            let mut left = p.left();
            // "after an hour on the island"
            while left > self.start && w.is_timed(left) && w.is_timed(left - 1) {
                left -= 1;
            }
            let Some(q) = left.checked_sub(1).filter(|q| *q >= self.start && w.ptb(*q) == Ptb::In) else {
                return false;
            };
            match q.checked_sub(1).filter(|b| *b >= self.start) {
                None => {
                    return !subordinator_like(w.low(q)) || matches!(w.low(q), "after" | "before" | "since" | "until");
                }
                Some(b) => at = b,
            }
        }
        false
    }

    /// The nearest finite verb above a clause that fits, else the outermost: "They think that it may be loose, and *cut* it".
    pub(super) fn outer(&self, n: usize, fits: impl Fn(&Group) -> bool) -> Option<usize> {
        let (mut at, mut last) = (n, None);
        for _ in 0..6 {
            let Some(h) = self.clause(at).and_then(|c| c.governor).filter(|h| *h < at) else { break };
            at = h;
            let finite = self.group(h).filter(|x| x.form == Form::Finite);
            if finite.is_some_and(&fits) {
                return Some(h);
            }
            last = finite.map(|_| h).or(last);
        }
        last
    }

    /// The outermost verb of saying whose content a clause is; the clause itself where nobody says it.
    pub(super) fn saying(&self, n: usize) -> usize {
        let mut at = n;
        for _ in 0..4 {
            let content = self.clause(at).filter(|c| c.role == Role::Content && c.noun.is_none());
            let Some(h) = content.and_then(|c| c.governor).filter(|h| *h < at) else { break };
            if !self.group(h).is_some_and(|x| self.words.has(x.main, Sense::VerbReporting)) {
                break;
            }
            at = h;
        }
        at
    }

    /// Whether the subject of group `n` can be that of the verb at `i` too: "the doctors ... was named" cannot.
    pub(super) fn agrees(&self, n: usize, i: usize) -> bool {
        let w = self.words;
        let singular = matches!(w.low(i), "was" | "is" | "has" | "does") || w.ptb(i) == Ptb::Vbz;
        let plural =
            |p: Phrase| matches!(w.ptb(p.head), Ptb::Nns | Ptb::Nnps) || matches!(w.low(p.head), "they" | "we");
        !singular || !self.clause(n).and_then(|c| c.subject).is_some_and(plural)
    }

    /// Whether the clause of group `n` begins behind a comma and is no main clause.
    pub(super) fn is_aside(&self, n: usize) -> bool {
        let w = self.words;
        let behind_comma = |mut j: usize| {
            // ", six weeks after it came,"
            while j > self.start + 1 && w.is_timed(j - 1) {
                j -= 1;
            }
            w.is_comma(j) || j > self.start && w.is_comma(j - 1)
        };
        let role = self.clause(n).map(|c| c.role);
        (role == Some(Role::Relative) || self.is_subordinate(n))
            && self.clause(n).and_then(|c| c.joint).is_some_and(behind_comma)
    }

    /// Whether a clause is subordinate, or told by one that is.
    pub(super) fn is_within_subordinate(&self, n: usize) -> bool {
        let mut at = n;
        for _ in 0..4 {
            if self.is_subordinate(at) {
                return true;
            }
            match self.clause(at).filter(|c| c.role == Role::Content).and_then(|c| c.governor) {
                Some(h) if h < at => at = h,
                _ => break,
            }
        }
        false
    }

    /// Whether the subject of group `n` can say something.
    pub(super) fn may_speak(&self, n: usize) -> bool {
        let subject = self.clause(n).and_then(|c| c.subject);
        subject.is_none_or(|p| may_think(self.words, &p))
    }

    /// Whether it is a question that somebody asks: "asked *what time it was* and burst into tears".
    pub(super) fn is_asked(&self, n: usize) -> bool {
        let w = self.words;
        self.clause(n).is_some_and(|c| {
            c.role == Role::Content
                && c.governor.and_then(|h| self.group(h)).is_some_and(|x| w.lemma(x.main) == "ask")
                && c.joint
                    .is_some_and(|j| matches!(w.ptb(j), Ptb::Wp | Ptb::Wrb | Ptb::Wdt) || w.ptb(c.left) == Ptb::Wp)
        })
    }

    pub(super) fn is_content(&self, n: usize) -> bool {
        self.clause(n).is_some_and(|c| c.role == Role::Content)
    }

    /// "bought *what was left* and sold it": who bought it sold it.
    pub(super) fn is_about_what(&self, n: usize) -> bool {
        let subject = self.clause(n).filter(|c| c.governor.is_some()).and_then(|c| c.subject);
        subject.is_some_and(|p| self.words.low(p.head) == "what")
    }

    pub(super) fn is_subordinate(&self, n: usize) -> bool {
        let role = self.clause(n).map(|c| c.role);
        matches!(role, Some(Role::When | Role::After | Role::Before | Role::Since | Role::Until | Role::Other))
    }

    /// Whether the joint stands at the front of its sentence or clause, so that the main clause follows.
    pub(super) fn is_front(&self, j: usize) -> bool {
        let w = self.words;
        let mut k = j;
        while k > self.start
            && (w.is_quote_mark(k - 1)
                || w.is_adverb(k - 1)
                || w.is_timed(k - 1)
                || matches!(w.low(k - 1), "even" | "just" | "only"))
        {
            k -= 1;
        }
        let clause_edge = k == self.start
            || matches!(w.low(k - 1), "that" | ";" | ":")
            || w.ptb(k - 1) == Ptb::Cc
            || w.is_comma(k - 1) && k >= 2 && matches!(w.ptb(k - 2), Ptb::Cc | Ptb::In | Ptb::Wdt | Ptb::Wp)
            || w.phrase(k - 1).is_none() && self.before(k, |_, _| true).is_none();
        clause_edge
            && (j..self.end).take(60).any(|c| {
                w.is_comma(c) || self.group_at(c).and_then(|g| self.group(g)).is_some_and(|x| x.form == Form::Finite)
            })
    }

    /// Whether nothing but adverbs, marks, times and short phrases stands between a verb and a later token.
    pub(super) fn adjacent(&self, main: usize, j: usize) -> bool {
        let w = self.words;
        (main + 1..j).all(|k| {
            w.is_adverb(k)
                || w.is_timed(k)
                || w.is_mark(k)
                || w.ptb(k) == Ptb::Rp
                || matches!(w.low(k), "on" | "in" | "at")
        })
    }
}
