//! How clauses hang together: each verb group's subject, the word that joins it, the group or noun that governs it.

mod govern;
mod nonfinite;
mod outer;
mod signals;

use super::Role;
use super::group::{Form, Group};
use super::lexicon::Sense;
use super::words::{PackedPhrase, Phrase, Words};
use crate::compact::{Index, Pack, narrow};
use crate::text::Ptb;
use signals::subordinator_like;
use std::ops::Range;

pub(super) use signals::{clause_opener, takes_content};

/// Where a verb group stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Clause {
    /// The subject's phrase with the token where it begins (its own "of" phrases follow it).
    pub(super) subject: Option<Phrase>,
    /// First token: of the subject, else of the group.
    pub(super) left: usize,
    /// The word that joins the clause to another ("that", "after", "who", ","); none at the front of a sentence.
    pub(super) joint: Option<usize>,
    /// The group that governs it.
    pub(super) governor: Option<usize>,
    /// The noun that governs it ("plans *to leave*", "a letter *sent*"), a token.
    pub(super) noun: Option<usize>,
    pub(super) role: Role,
}

impl Pack for Clause {
    type Packed = PackedClause;
}

/// A clause as a long text keeps it.
#[derive(Clone, Copy)]
pub(super) struct PackedClause {
    subject: Option<PackedPhrase>,
    left: u32,
    joint: Index,
    governor: Index,
    noun: Index,
    role: Role,
}

impl From<Clause> for PackedClause {
    fn from(clause: Clause) -> Self {
        let Clause { subject, left, joint, governor, noun, role } = clause;
        let (subject, left) = (subject.map(PackedPhrase::from), narrow(left));
        PackedClause { subject, left, joint: joint.into(), governor: governor.into(), noun: noun.into(), role }
    }
}

impl From<PackedClause> for Clause {
    fn from(clause: PackedClause) -> Self {
        let PackedClause { subject, left, joint, governor, noun, role } = clause;
        let (subject, left) = (subject.map(Phrase::from), left as usize);
        Clause { subject, left, joint: joint.get(), governor: governor.get(), noun: noun.get(), role }
    }
}

/// The groups of one sentence.
pub(super) struct Clauses<'w, 'd> {
    words: &'w Words<'d>,
    groups: &'w [Group],
    /// Their numbers.
    range: Range<usize>,
    start: usize,
    end: usize,
    out: Vec<Clause>,
}

/// Finds what governs each of the groups of one sentence, of which the first has the number `first`.
pub(super) fn find(words: &Words, groups: &[Group], first: usize, sentence: Range<usize>) -> Vec<Clause> {
    let range = first..first + groups.len();
    let mut clauses = Clauses {
        words,
        groups,
        range: range.clone(),
        start: sentence.start,
        end: sentence.end,
        out: Vec::with_capacity(range.len()),
    };
    for g in range.clone() {
        let clause = clauses.read(g);
        clauses.out.push(clause);
    }
    clauses.forward();
    clauses.sayings_behind();
    clauses.out
}

impl Clauses<'_, '_> {
    fn group(&self, g: usize) -> Option<&Group> {
        self.groups.get(g.checked_sub(self.range.start)?)
    }

    fn clause(&self, g: usize) -> Option<&Clause> {
        self.out.get(g.checked_sub(self.range.start)?)
    }

    /// The group whose tokens hold `i`.
    fn group_at(&self, i: usize) -> Option<usize> {
        let g = self.groups.partition_point(|x| x.main < i);
        self.groups.get(g).filter(|x| x.main == i || x.start == i).map(|_| self.range.start + g)
    }

    /// The last group before token `i` that fits.
    fn before(&self, i: usize, fits: impl Fn(&Group, usize) -> bool) -> Option<usize> {
        let end = self.range.start + self.groups.partition_point(|x| x.main < i);
        (self.range.start..end).rev().take(24).find(|g| self.group(*g).is_some_and(|x| fits(x, *g)))
    }

    fn read(&self, g: usize) -> Clause {
        let Some(group) = self.group(g) else { return Clause::default() };
        let w = self.words;
        let mut clause = Clause { left: group.start, ..Clause::default() };
        // "would have reached it, flown beside it and dropped a probe": who shares the auxiliaries shares the subject.
        let pronoun = group.start.checked_sub(1).is_some_and(|b| w.ptb(b) == Ptb::Prp);
        if matches!(group.form, Form::Finite | Form::Bare) && (group.shares.is_none() || pronoun) {
            self.subject(g, &mut clause);
        }
        if let Some(from) = group.shares {
            clause.governor = Some(from);
            clause.role = Role::Coordinate;
            clause.subject = clause.subject.or_else(|| self.clause(from).and_then(|c| c.subject));
            return clause;
        }
        clause.joint = self.joint(clause.left);
        match group.form {
            Form::Finite => self.finite(g, &mut clause),
            Form::Infinitive => self.infinitive(g, &mut clause),
            Form::Gerund => self.gerund(g, &mut clause),
            Form::Participle => self.participle(g, &mut clause),
            Form::Bare => self.bare(g, &mut clause),
        }
        clause
    }

    /// The token that joins what begins at `left` to what stands before: over adverbs, times and opening quotation marks.
    fn joint(&self, left: usize) -> Option<usize> {
        let w = self.words;
        let mut k = left;
        while let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) {
            let again = w.low(b) == "once" && matches!(w.low(b + 1), "more" | "again");
            if w.is_quote_mark(b) && w.is_quoted(left) || w.is_adverb(b) && (again || !subordinator_like(w.low(b))) {
                k = b;
                continue;
            }
            match self.fronted_time(b) {
                Some(start) => k = start,
                None => return Some(b),
            }
        }
        None
    }

    /// Where a time expression at the front of a clause begins, with its preposition, when it ends at `i`: "On Friday he
    /// left", "said that last week he left".
    fn fronted_time(&self, i: usize) -> Option<usize> {
        let w = self.words;
        let mut k = i + 1;
        while k > self.start && w.is_timed(k - 1) {
            k -= 1;
        }
        if k > i {
            return None;
        }
        if k > self.start && w.ptb(k - 1) == Ptb::In && !clause_opener(w.low(k - 1)) {
            k -= 1;
        }
        let front = k == self.start
            || matches!(w.ptb(k - 1), Ptb::Cc | Ptb::Punct | Ptb::Wdt | Ptb::Wp)
            || clause_opener(w.low(k - 1));
        front.then_some(k)
    }

    /// Finds the subject of a finite group, looking to the left.
    fn subject(&self, g: usize, clause: &mut Clause) {
        let Some(group) = self.group(g) else { return };
        let w = self.words;
        if group.inverted {
            clause.subject = (group.start + 1..group.main).find_map(|k| w.phrase(k));
            clause.left = group.start;
            return;
        }
        let mut k = group.start;
        let mut candidate: Option<Phrase> = None;
        for _ in 0..24 {
            let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) else { break };
            if matches!(w.ptb(b), Ptb::Wdt | Ptb::Wp)
                || w.low(b) == "that" && w.ptb(b) != Ptb::Dt && w.phrase(b).is_none()
            {
                clause.left = b;
                clause.subject = candidate.or_else(|| w.phrase(b));
                if candidate.is_some() {
                    clause.left = k;
                }
                return;
            }
            if let Some(p) = w.phrase(b).filter(|p| p.end == b + 1 && !w.is_timed(p.head)) {
                let left = p.left();
                // "the clinic that saw him took": an object is no subject.
                let object = matches!(w.low(p.head), "him" | "them" | "us" | "me") && p.end - left == 1;
                if let Some(before) = left.checked_sub(1).filter(|_| object).and_then(|v| self.relative_at(v, true)) {
                    k = before;
                    continue;
                }
                // "The mayor himself left", "we all left"
                let echo = p.end - left == 1 && is_echo(w.low(p.head));
                if echo && candidate.is_none() && left > self.start && w.phrase(left - 1).is_some_and(|x| x.end == left)
                {
                    k = left;
                    continue;
                }
                // "The king, 70, who has been ill, is to leave"
                let age = w.ptb(p.head) == Ptb::Cd && p.start == p.head && candidate.is_none() && w.is_comma(p.end);
                if age && left > self.start && w.is_comma(left - 1) {
                    k = left - 1;
                    continue;
                }
                candidate = Some(p);
                clause.left = left;
                let Some(mut q) = left.checked_sub(1).filter(|q| *q >= self.start) else { break };
                let marked = w.is_quote_mark(q) && q > self.start && !w.is_quoted(group.start);
                if marked {
                    q -= 1;
                }
                if matches!(w.ptb(q), Ptb::In) && q > self.start && w.is_quote_mark(q - 1) && !w.is_quoted(group.start)
                {
                    // "who found “serious failings” in the vote, said"
                    k = q - 1;
                    continue;
                }
                let prepositional = matches!(w.ptb(q), Ptb::In | Ptb::To) && !clause_opener(w.low(q));
                if prepositional
                    && q > self.start
                    && (w.phrase(q - 1).is_some() || w.is_timed(q - 1) || self.nonfinite_at(q - 1))
                {
                    k = q;
                    continue;
                }
                if prepositional && q > self.start && w.low(q) == "of" {
                    k = q;
                    continue;
                }
                // "a violin worth a fortune was found"
                if w.low(q) == "worth" && q > self.start && w.phrase(q - 1).is_some_and(|x| x.end == q) {
                    k = q;
                    continue;
                }
                // "people close to it say"
                let noun = q.checked_sub(2).and_then(|b| w.phrase(b)).filter(|x| x.end + 1 == q);
                if prepositional && q > self.start + 1 && w.ptb(q - 1) == Ptb::Jj && noun.is_some() {
                    k = q - 1;
                    continue;
                }
                // "sites such as this one have"
                if w.low(q) == "as" && q > self.start + 1 && w.low(q - 1) == "such" {
                    k = q - 1 - usize::from(w.is_comma(q - 2));
                    continue;
                }
                // "and at the age of fourteen joined": no subject but that of the verb before.
                let number = w.ptb(p.start) == Ptb::Cd || matches!(w.low(p.start), "least" | "most");
                if prepositional && q > self.start && w.ptb(q - 1) == Ptb::Cc && w.low(q) != "of" && !number {
                    (clause.subject, clause.left) = (None, q);
                    return;
                }
                // "a man who vanished on a walk was found"
                let last = || !(g + 1..self.range.end).any(|n| self.group(n).is_some_and(|x| x.form == Form::Finite));
                let either = matches!(w.low(q), "after" | "before" | "since" | "until") && last();
                if (prepositional || either)
                    && let Some(before) = self.verb_before(q).and_then(|v| self.relative_at(v, true))
                {
                    (k, candidate) = (before, None);
                    continue;
                }
                if matches!(w.low(q), "and" | "or" | "nor" | "&")
                    && q > self.start
                    && w.phrase(q - 1).is_some_and(|x| x.end == q)
                {
                    // "Iran and Iraq said": one subject of two, unless a verb governs the first.
                    let mut first = w.phrase(q - 1);
                    if let Some(x) = first.as_mut().filter(|x| {
                        x.left() > self.start && matches!(w.low(x.left() - 1), "both" | "either" | "neither")
                    }) {
                        (x.start, x.owner) = (x.left() - 1, None);
                    }
                    first = first.filter(|x| !w.is_timed(x.head));
                    if first.is_some_and(|x| {
                        x.left() == self.start
                            || x.left()
                                .checked_sub(1)
                                .is_some_and(|v| w.ptb(v) == Ptb::Punct || w.is_timed(v) || clause_opener(w.low(v)))
                    }) {
                        candidate = first;
                        clause.left = first.map_or(left, |x| x.left());
                        break;
                    }
                    // "Negotiators for Tarsan and the rebels": back to the front, over prepositions only.
                    if let Some(x) = first.and_then(|x| self.front_of_chain(&x)) {
                        candidate = Some(x);
                        clause.left = x.left();
                        break;
                    }
                }
                if self.nonfinite_at(q) {
                    let start = self.group_at(q).and_then(|n| self.group(n)).map_or(q, |x| x.start);
                    if start > self.start && w.phrase(start - 1).is_some() {
                        k = start;
                        continue;
                    }
                    // "the method of measuring pressure is": over the preposition, too.
                    let hung = start > self.start + 1 && matches!(w.ptb(start - 1), Ptb::In);
                    let noun = hung.then(|| w.phrase(start - 2)).flatten().is_some_and(|x| x.end + 1 == start);
                    if noun && !clause_opener(w.low(start - 1)) {
                        k = start - 1;
                        continue;
                    }
                }
                if let Some(before) = self.relative_at(q, marked) {
                    (k, candidate) = (before, None);
                    continue;
                }
                break;
            }
            if w.is_adverb(b) && !subordinator_like(w.low(b)) || w.is_quote_mark(b) || matches!(w.ptb(b), Ptb::Rp) {
                k = b;
            } else if w.is_timed(b) {
                k = b;
                if b > self.start
                    && matches!(w.ptb(b - 1), Ptb::In)
                    && !w.is_timed(b - 1)
                    && !clause_opener(w.low(b - 1))
                {
                    k = b - 1;
                }
            } else if w.is_mark(b) && w.is_quoted(b) && !w.is_quoted(group.start) {
                break;
            } else if w.is_comma(b) || w.low(b) == ")" || w.low(b) == "--" || w.low(b) == "—" {
                let opening = if w.low(b) == ")" { "(" } else { w.low(b) };
                // No further than a dash: "LEEDS, England — ... left her house, asked"
                let mark = |k: usize| matches!(w.low(k), ";" | ":" | "--" | "—") && w.low(k) != opening;
                let near = (self.start..b).rev().take(40).take_while(|k| !mark(*k));
                let Some(c) = near.into_iter().find(|c| w.low(*c) == opening) else { break };
                // What stands between the two is an aside on the noun before it.
                let ends_noun = c > self.start && (w.phrase(c - 1).is_some_and(|p| p.end == c) || w.is_timed(c - 1));
                // "An engineer there, Ann Hill, noticed"
                let there = c > self.start + 1 && matches!(w.low(c - 1), "there" | "here") && w.phrase(c - 2).is_some();
                let ends_noun = ends_noun || there;
                // "a step that, if it succeeds, would delay it"
                let ends_noun = ends_noun || c > self.start + 1 && matches!(w.ptb(c - 1), Ptb::Wdt | Ptb::Wp);
                // "Hill, who was ill, was taken home, slept": what begins with its verb is none.
                let tells = self.group_at(c + 1).and_then(|n| self.group(n)).is_some_and(|x| x.form == Form::Finite);
                if !ends_noun || candidate.is_some() || c + 1 == b || tells {
                    break;
                }
                k = c;
            } else if let Some(before) = self.relative_at(b, true) {
                k = before;
            } else if self.nonfinite_at(b) {
                k = self.group_at(b).and_then(|n| self.group(n)).map_or(b, |x| x.start);
            } else if matches!(w.ptb(b), Ptb::In) && candidate.is_some() && !clause_opener(w.low(b)) {
                k = b;
            } else {
                break;
            }
        }
        // "Whether she goes to Paris will be known": the subject is a clause.
        let question = |x: &usize| {
            let asks = self
                .clause(*x)
                .is_some_and(|c| c.role == Role::Content && c.governor.is_none() && c.joint == Some(self.start));
            asks && w.low(self.start) == "whether"
        };
        let last = self.before(group.start, |x, _| x.form == Form::Finite).filter(question);
        if let Some(before) = last.and_then(|h| self.group(h)).filter(|x| !(x.main..group.start).any(|k| w.is_comma(k)))
            && (before.main + 1 < group.start || candidate.is_none())
        {
            (clause.subject, clause.left) = (None, self.start);
            return;
        }
        clause.subject = candidate;
        if candidate.is_none() {
            clause.left = group.start;
        }
        // "two years of waiting ended"
        let of = clause.left.checked_sub(1).filter(|o| *o > self.start && w.low(*o) == "of" && w.is_timed(o - 1));
        if let Some(of) = of.filter(|_| candidate.is_some()) {
            clause.left = (self.start..of).rev().take_while(|k| w.is_timed(*k)).last().unwrap_or(of);
        }
    }

    /// The first phrase of a chain of prepositions ("negotiators for the government of Tarsan") that opens the clause.
    fn front_of_chain(&self, last: &Phrase) -> Option<Phrase> {
        let w = self.words;
        let mut at = *last;
        for _ in 0..4 {
            let Some(q) = at.left().checked_sub(1).filter(|q| *q >= self.start) else { return Some(at) };
            // "But the cost of butter and flour has risen"
            if w.ptb(q) == Ptb::Cc && q == self.start {
                return Some(at);
            }
            let clause = w.ptb(q) == Ptb::Cc && q > self.start && w.is_comma(q - 1);
            if w.ptb(q) == Ptb::Punct || clause || clause_opener(w.low(q)) {
                return (q > self.start).then_some(at);
            }
            if w.ptb(q) != Ptb::In {
                return None;
            }
            at = q.checked_sub(1).filter(|b| *b >= self.start).and_then(|b| w.phrase(b))?;
        }
        None
    }

    /// Where the relative clause begins whose verb stands at `i`: "passengers *who have booked* will be offered".
    fn relative_at(&self, i: usize, bare: bool) -> Option<usize> {
        let mut h = self.group_at(i)?;
        // "a concert that was to have drawn a crowd has been called off"
        for _ in 0..2 {
            let up = self.clause(h).filter(|c| matches!(c.role, Role::Complement | Role::Purpose) && c.noun.is_none());
            h = up.and_then(|c| c.governor).unwrap_or(h);
        }
        let (group, clause) = (self.group(h)?, self.clause(h)?);
        let is_pronoun = |k: usize| matches!(self.words.ptb(k), Ptb::Wdt | Ptb::Wp) || self.words.low(k) == "that";
        // "a certificate *that nobody renewed* broke it": it may stand before the subject.
        let left = if is_pronoun(clause.left) { Some(clause.left) } else { clause.joint.filter(|j| is_pronoun(*j)) };
        // "The offer *they made* was the best"
        let bare_clause = || {
            let noun = self.words.phrase(clause.left.checked_sub(1)?).filter(|p| p.end == clause.left)?;
            (clause.subject.is_some() && clause.noun == Some(noun.head)).then_some(clause.left)
        };
        let left = left.or_else(bare_clause)?;
        (group.main <= i
            && clause.role == Role::Relative
            && left > self.start
            && (bare || !takes_content(self.words, i)))
        .then(|| left - usize::from(self.words.is_comma(left - 1)))
    }

    /// The verb before a preposition at `q`, over a particle: "had *washed* up on".
    fn verb_before(&self, q: usize) -> Option<usize> {
        let v = q.checked_sub(1)?;
        if self.words.ptb(v) == Ptb::Rp { v.checked_sub(1) } else { Some(v) }
    }

    fn nonfinite_at(&self, i: usize) -> bool {
        self.group_at(i).and_then(|g| self.group(g)).is_some_and(|x| {
            let noun = self.group_at(i).and_then(|g| self.clause(g)).is_some_and(|c| c.noun.is_some());
            x.main == i && (matches!(x.form, Form::Participle | Form::Gerund) || x.form == Form::Infinitive && noun)
        })
    }

    /// Clauses at the front ("After he left, ...") hang on the main clause behind them.
    fn forward(&mut self) {
        for n in 0..self.out.len() {
            let Some(clause) = self.out.get(n) else { continue };
            let waits = clause.governor.is_none()
                && !matches!(clause.role, Role::Main | Role::Relative | Role::Content | Role::Coordinate);
            if !waits {
                continue;
            }
            let next = (n + 1..self.out.len()).take(24).find(|m| {
                let g = self.range.start + m;
                self.group(g).is_some_and(|x| x.form == Form::Finite)
                    && self.out.get(*m).is_some_and(|c| {
                        c.role == Role::Main
                            // "a step that, if it succeeds, would delay it"
                            || c.role == Role::Relative && c.left < clause.left
                            || c.governor.is_some_and(|h| h < self.range.start + n) && c.role == Role::Content
                    })
            });
            // "She said that if it rained they would stay": what is said is the main clause.
            let that = clause.joint.and_then(|j| j.checked_sub(1)).filter(|k| self.words.low(*k) == "that");
            let told = next.filter(|m| self.out.get(*m).is_some_and(|c| c.role == Role::Main && c.governor.is_none()));
            if let (Some(that), Some(m)) = (that, told) {
                let mut main = self.out.get(m).cloned().unwrap_or_default();
                self.that(that, &mut main);
                if let Some(slot) = self.out.get_mut(m).filter(|_| main.role == Role::Content) {
                    *slot = main;
                }
            }
            if let (Some(m), Some(clause)) = (next, self.out.get_mut(n)) {
                clause.governor = Some(self.range.start + m);
            }
        }
    }

    /// '..., he said.' and '..., said the minister.': what stands before is said.
    fn sayings_behind(&mut self) {
        let w = self.words;
        for n in 0..self.out.len() {
            let g = self.range.start + n;
            let (Some(group), Some(clause)) = (self.group(g), self.out.get(n)) else { continue };
            if group.form != Form::Finite
                || !w.has(group.main, Sense::VerbReporting) && !w.has(group.main, Sense::VerbIState)
            {
                continue;
            }
            let Some(j) = clause.joint else { continue };
            // "In the meantime, the firm says, it will close": at the front only the main clause right behind is said.
            if n == 0 && self.out.get(1).is_none_or(|c| c.role != Role::Main) {
                continue;
            }
            let behind = (w.is_comma(j) || w.is_quote_mark(j) || matches!(w.low(j), "?" | "!" | "--" | "—"))
                && matches!(clause.role, Role::Main | Role::Coordinate);
            if !behind || self.has_content(g) {
                continue;
            }
            let reporting = Some(g);
            let mut changed = false;
            // "He left because, she said, it was late": only what follows is said.
            if j > self.start && (clause_opener(w.low(j - 1)) || w.ptb(j - 1) == Ptb::Cc) {
                let next = self.group(g + 1).is_some_and(|x| x.form == Form::Finite);
                if let Some(c) = self.out.get_mut(n + 1).filter(|c| next && c.governor.is_none()) {
                    (c.role, c.governor) = (Role::Content, reporting);
                }
                continue;
            }
            // Only what stands behind the last colon, semicolon or ", but".
            let edge = |k: &usize| matches!(w.low(*k), ":" | ";") || w.low(*k) == "but" && w.is_comma(k - 1);
            let from = (self.start + 1..j).rev().take(80).find(edge).unwrap_or(self.start);
            for m in n.saturating_sub(24)..n {
                let role = self.out.get(m).map(|c| (c.role, c.governor));
                if matches!(role, Some((Role::Main, None)))
                    && self
                        .group(self.range.start + m)
                        .is_some_and(|x| x.main >= from && matches!(x.form, Form::Finite | Form::Bare))
                    && let Some(c) = self.out.get_mut(m)
                {
                    (c.role, c.governor) = (Role::Content, reporting);
                    changed = true;
                }
            }
            if changed && let Some(c) = self.out.get_mut(n) {
                (c.role, c.governor) = (Role::Main, None);
            }
            self.go_on_behind(n, from);
        }
    }

    /// "Until then, she said, she will walk": a saying between commas covers its whole sentence, also behind itself.
    fn go_on_behind(&mut self, n: usize, from: usize) {
        let w = self.words;
        let g = self.range.start + n;
        let Some(group) = self.group(g).filter(|x| !w.is_quoted(x.main) && !x.negative && !x.passive) else { return };
        let main = group.main;
        let comma = (main + 1..self.end).take(8).find(|k| w.is_mark(*k)).filter(|k| w.is_comma(*k));
        // Nothing that is said stands with it: "she said on Monday", "said the judge", "he told the court".
        let behind = self.out.get(n).and_then(|c| c.subject).filter(|p| p.start > main);
        let aside = |k: usize| {
            let p = w.phrase(k);
            w.is_timed(k)
                || w.ptb(k) == Ptb::In
                || p.is_some_and(|p| {
                    Some(p.head) == behind.map(|b| b.head) || p.left() > main && w.ptb(p.left() - 1) == Ptb::In
                })
                || p.is_some() && w.lemma(main) == "tell"
        };
        let Some(comma) = comma.filter(|c| (main + 1..*c).all(aside)) else { return };
        // Where words in quotation marks stand before it, the rest is the writer's.
        if (from..main).any(|k| w.is_quoted(k)) || w.is_quoted(comma + 1) {
            return;
        }
        for m in (n + 1..self.out.len()).take(24) {
            let finite = self.group(self.range.start + m).is_some_and(|x| x.form == Form::Finite);
            let Some(c) = self.out.get_mut(m).filter(|_| finite) else { continue };
            let alone = c.role == Role::Main && c.governor.is_none();
            let joined = c.role == Role::Coordinate && c.governor == Some(g) && c.left > comma;
            if alone || joined && c.joint.is_some_and(|j| c.left > j && c.subject.is_some_and(|p| p.left() > j)) {
                (c.role, c.governor) = (Role::Content, Some(g));
            }
        }
    }

    /// Whether a saying has what it says behind it.
    fn has_content(&self, g: usize) -> bool {
        let at = g.saturating_sub(self.range.start);
        self.out.iter().skip(at).take(12).any(|c| c.governor == Some(g) && c.role == Role::Content)
    }
}

/// Words behind a noun or pronoun that only stress it: "the mayor *himself*", "they *all*".
fn is_echo(word: &str) -> bool {
    matches!(
        word,
        "himself" | "herself" | "itself" | "themselves" | "ourselves" | "myself" | "yourself" | "all" | "both" | "each"
    )
}
