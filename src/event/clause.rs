//! How clauses hang together: each verb group's subject, the word that joins it, the group or noun that governs it.

use super::Role;
use super::group::{Form, Group};
use super::lexicon::Sense;
use super::words::{Phrase, Words};
use crate::text::Ptb;
use std::ops::Range;

/// Where a verb group stands in its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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

/// The groups of one sentence.
pub(super) struct Clauses<'w, 'd> {
    words: &'w Words<'d>,
    groups: &'w [Group],
    /// The groups of this sentence.
    range: Range<usize>,
    start: usize,
    end: usize,
    out: Vec<Clause>,
}

/// Finds what governs each of the groups `range`, all of one sentence.
pub(super) fn find(words: &Words, groups: &[Group], range: Range<usize>, sentence: Range<usize>) -> Vec<Clause> {
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
        self.range.contains(&g).then(|| self.groups.get(g)).flatten()
    }

    fn clause(&self, g: usize) -> Option<&Clause> {
        self.out.get(g.checked_sub(self.range.start)?)
    }

    /// The group whose tokens hold `i`.
    fn group_at(&self, i: usize) -> Option<usize> {
        let all = self.groups.get(self.range.clone())?;
        let g = all.partition_point(|x| x.main < i);
        all.get(g).filter(|x| x.main == i || x.start == i).map(|_| self.range.start + g)
    }

    /// The last group before token `i` that fits.
    fn before(&self, i: usize, fits: impl Fn(&Group, usize) -> bool) -> Option<usize> {
        let all = self.groups.get(self.range.clone())?;
        let end = self.range.start + all.partition_point(|x| x.main < i);
        (self.range.start..end).rev().take(24).find(|g| self.group(*g).is_some_and(|x| fits(x, *g)))
    }

    fn read(&self, g: usize) -> Clause {
        let Some(group) = self.group(g) else { return Clause::default() };
        let mut clause = Clause { left: group.start, ..Clause::default() };
        if group.form == Form::Finite || group.form == Form::Bare && group.shares.is_none() {
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
            if w.is_quote_mark(b) && w.is_quoted(left)
                || w.is_adverb(b) && !subordinator_like(w.low(b))
                || w.is_timed(b) && self.fronted_time(b)
            {
                k = b;
                continue;
            }
            return Some(b);
        }
        None
    }

    /// A time expression at the front of a clause: "that on Friday he left".
    fn fronted_time(&self, i: usize) -> bool {
        let mut k = i;
        while let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) {
            if self.words.is_timed(b) {
                k = b;
            } else {
                return matches!(self.words.ptb(b), Ptb::In | Ptb::Cc) && subordinator_like(self.words.low(b))
                    || matches!(self.words.low(b), "that" | "," | "and" | "but");
            }
        }
        true
    }

    /// Finds the subject of a finite group, looking to the left.
    fn subject(&self, g: usize, clause: &mut Clause) {
        let Some(group) = self.group(g) else { return };
        let w = self.words;
        if group.inverted {
            clause.subject = (group.start + 1..group.main).find_map(|k| w.phrase(k)).copied();
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
                clause.subject = candidate.or_else(|| w.phrase(b).copied());
                if candidate.is_some() {
                    clause.left = k;
                }
                return;
            }
            if let Some(p) = w.phrase(b).filter(|p| p.end == b + 1) {
                let left = p.left();
                candidate = Some(*p);
                clause.left = left;
                let Some(mut q) = left.checked_sub(1).filter(|q| *q >= self.start) else { break };
                if w.is_quote_mark(q) && q > self.start && !w.is_quoted(group.start) {
                    q -= 1;
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
                if matches!(w.low(q), "and" | "or" | "&")
                    && q > self.start
                    && w.phrase(q - 1).is_some_and(|x| x.end == q)
                {
                    // "Iran and Iraq said": one subject of two, unless a verb governs the first.
                    let first = w.phrase(q - 1).copied();
                    if first.is_some_and(|x| {
                        x.left() == self.start
                            || x.left()
                                .checked_sub(1)
                                .is_some_and(|v| w.ptb(v) == Ptb::Punct || clause_opener(w.low(v)))
                    }) {
                        candidate = first;
                        clause.left = first.map_or(left, |x| x.left());
                        break;
                    }
                }
                if self.nonfinite_at(q) {
                    let start = self.group_at(q).and_then(|n| self.group(n)).map_or(q, |x| x.start);
                    if start > self.start && w.phrase(start - 1).is_some() {
                        k = start;
                        continue;
                    }
                }
                if let Some(before) = self.relative_at(q) {
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
                let Some(c) = (self.start..b).rev().take(40).find(|c| w.low(*c) == opening) else { break };
                // What stands between the two is an aside on the noun before it.
                let ends_noun = c > self.start && w.phrase(c - 1).is_some_and(|p| p.end == c);
                if !ends_noun || candidate.is_some() || c + 1 == b {
                    break;
                }
                k = c;
            } else if let Some(before) = self.relative_at(b) {
                k = before;
            } else if self.nonfinite_at(b) {
                k = self.group_at(b).and_then(|n| self.group(n)).map_or(b, |x| x.start);
            } else if matches!(w.ptb(b), Ptb::In) && candidate.is_some() && !clause_opener(w.low(b)) {
                k = b;
            } else {
                break;
            }
        }
        clause.subject = candidate;
        if candidate.is_none() {
            clause.left = group.start;
        }
    }

    /// Where the relative clause begins whose verb stands at `i`: "passengers *who have booked* will be offered".
    fn relative_at(&self, i: usize) -> Option<usize> {
        let h = self.group_at(i)?;
        let (group, clause) = (self.group(h)?, self.clause(h)?);
        let pronoun =
            matches!(self.words.ptb(clause.left), Ptb::Wdt | Ptb::Wp) || self.words.low(clause.left) == "that";
        (group.main == i
            && clause.role == Role::Relative
            && pronoun
            && clause.left > self.start
            && !takes_content(self.words, i))
        .then(|| clause.left - usize::from(self.words.is_comma(clause.left - 1)))
    }

    fn nonfinite_at(&self, i: usize) -> bool {
        self.group_at(i).and_then(|g| self.group(g)).is_some_and(|x| {
            let noun = self.group_at(i).and_then(|g| self.clause(g)).is_some_and(|c| c.noun.is_some());
            x.main == i && (matches!(x.form, Form::Participle | Form::Gerund) || x.form == Form::Infinitive && noun)
        })
    }

    fn finite(&self, g: usize, clause: &mut Clause) {
        let w = self.words;
        let Some(group) = self.group(g) else { return };
        if clause.subject.is_none()
            && group.start == group.main
            && clause.left == group.start
            && w.senses(group.main).any(&[Sense::VerbReporting, Sense::VerbIState])
            && clause.joint.is_none_or(|j| w.is_mark(j))
            && let Some(p) = w.phrase(group.main + 1).filter(|p| p.start == group.main + 1 && !w.is_timed(p.head))
        {
            // '"...," said the minister': the speaker stands behind.
            clause.subject = Some(*p);
            return;
        }
        // "Should it rain, ...", "Had they known, ..."
        if group.inverted
            && matches!(w.low(group.start), "should" | "had" | "were")
            && clause.joint.is_none_or(|j| w.is_comma(j) || w.ptb(j) == Ptb::Cc)
            && !(group.main..self.end).any(|k| w.low(k) == "?")
        {
            clause.role = Role::Condition;
            return;
        }
        let Some(j) = clause.joint else { return };
        let word = w.low(j);
        // A relative or interrogative pronoun that is the subject or stands before it.
        let pronoun = if matches!(w.ptb(clause.left), Ptb::Wdt | Ptb::Wp | Ptb::WpS)
            || w.low(clause.left) == "that" && clause.left < group.start && clause.subject.is_none()
        {
            Some(clause.left)
        } else if matches!(w.ptb(j), Ptb::Wdt | Ptb::Wp | Ptb::WpS | Ptb::Wrb) {
            Some(j)
        } else {
            None
        };
        if let Some(p) = pronoun
            .filter(|p| !matches!(w.low(*p), "when" | "whenever" | "once") || *p > self.start && w.tag(p - 1).is_verb())
        {
            self.relative(p, clause);
            return;
        }
        if word == "that" {
            if j > self.start && matches!(w.low(j - 1), "provided" | "providing" | "assuming") {
                clause.role = Role::Condition;
                clause.governor = self
                    .before(j, |x, _| x.form == Form::Finite && !w.has(x.main, Sense::VerbReporting))
                    .or(self.before(j, |_, _| true));
                return;
            }
            self.that(j, clause);
            return;
        }
        if let Some(role) = subordinator(w, j) {
            let head = self.head_before(j);
            if word == "if" || word == "whether" {
                if let Some(h) =
                    head.filter(|h| self.group(*h).is_some_and(|x| self.adjacent(x.main, j) && asks(w, x.main)))
                {
                    clause.governor = Some(h);
                    clause.role = Role::Content;
                    return;
                }
            }
            clause.role = if word == "whether" { Role::Content } else { role };
            clause.governor = head.filter(|_| !self.is_front(j));
            return;
        }
        if w.ptb(j) == Ptb::Cc {
            clause.governor = self.before(j, |x, n| {
                x.form == Form::Finite
                    && self.clause(n).is_none_or(|c| clause.subject.is_none() || c.role != Role::Relative)
            });
            if clause.governor.is_some() {
                clause.role = Role::Coordinate;
                // "He said that it rose, but he lowered it": the second is the writer's.
                if clause.subject.is_some() && word == "but" && j > self.start && w.is_comma(j - 1) && !w.is_quoted(j) {
                    let content = clause.governor.and_then(|h| self.clause(h)).filter(|c| c.role == Role::Content);
                    clause.governor = content.and_then(|c| c.governor).or(clause.governor);
                }
                if clause.subject.is_none() {
                    clause.subject = clause.governor.and_then(|h| self.clause(h)).and_then(|c| c.subject);
                }
            }
            return;
        }
        if let Some(h) = self.group_at(j).filter(|h| *h < g) {
            // "said he would go", "believes it is"
            clause.governor = Some(h);
            clause.role =
                if takes_content(w, self.group(h).map_or(0, |x| x.main)) { Role::Content } else { Role::Complement };
            return;
        }
        if let Some(p) = w.phrase(j) {
            // "told reporters he left" against "the letter he sent".
            let verb = p.left().checked_sub(1).and_then(|v| self.group_at(v)).filter(|h| *h < g);
            match verb {
                Some(h) if takes_content(w, self.group(h).map_or(0, |x| x.main)) => {
                    clause.governor = Some(h);
                    clause.role = Role::Content;
                }
                _ => {
                    clause.noun = Some(p.head);
                    clause.role = Role::Relative;
                    clause.governor = self.before(p.left(), |_, _| true);
                }
            }
            return;
        }
        if w.is_comma(j) || w.low(j) == ":" {
            // 'said, "We ..."', 'said: ...'
            if let Some(h) = self.before(j, |x, _| w.has(x.main, Sense::VerbReporting))
                && let Some(x) = self.group(h)
                && w.is_quoted(x.main) <= w.is_quoted(group.start)
                && (self.adjacent(x.main, j) && w.is_quoted(group.start)
                    || j.saturating_sub(x.main) < 8 && (w.is_quote_mark(j + 1) || w.low(j) == ":"))
            {
                clause.governor = Some(h);
                clause.role = Role::Content;
            } else if clause.subject.is_none() {
                clause.governor = self.before(j, |x, _| x.form == Form::Finite);
                if clause.governor.is_some() {
                    clause.role = Role::Coordinate;
                    clause.subject = clause.governor.and_then(|h| self.clause(h)).and_then(|c| c.subject);
                }
            }
        } else if clause.subject.is_none() && w.ptb(j) != Ptb::Punct {
            // Something stands between the subject and the verb that was not understood: leave it on its own.
        }
    }

    /// A clause that a relative or question word opens.
    fn relative(&self, p: usize, clause: &mut Clause) {
        let w = self.words;
        let mut k = p;
        if k > self.start && (matches!(w.ptb(k - 1), Ptb::In | Ptb::To)) {
            k -= 1;
        }
        if k > self.start && w.is_comma(k - 1) {
            k -= 1;
        }
        let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) else {
            clause.role = if matches!(w.low(p), "what" | "how" | "why" | "who") { Role::Main } else { Role::Other };
            return;
        };
        if let Some(h) = self.group_at(b) {
            clause.governor = Some(h);
            clause.role =
                if takes_content(w, self.group(h).map_or(0, |x| x.main)) { Role::Content } else { Role::Complement };
            return;
        }
        clause.role = Role::Relative;
        clause.noun = w.phrase(b).map(|x| x.head).or((w.tag(b).is_noun()).then_some(b));
        clause.governor = self.before(b, |_, _| true);
        if matches!(w.low(p), "what" | "how" | "why" | "whether") && clause.governor.is_some() {
            clause.role = Role::Content;
            clause.noun = None;
        }
    }

    /// A clause behind "that".
    fn that(&self, j: usize, clause: &mut Clause) {
        let w = self.words;
        let mut k = j;
        // "and that ..." goes with the content before it.
        if k > self.start && w.ptb(k - 1) == Ptb::Cc {
            clause.governor = self.before(k, |_, n| self.clause(n).is_some_and(|c| c.role == Role::Content));
            if let Some(sister) = clause.governor.and_then(|h| self.clause(h)) {
                clause.governor = sister.governor;
                clause.noun = sister.noun;
                clause.role = Role::Content;
                return;
            }
        }
        if k > self.start && w.is_comma(k - 1) {
            // "denied rumors, which spread online, that ..."
            let says = self
                .before(k, |x, n| takes_content(w, x.main) && self.clause(n).is_none_or(|c| c.role != Role::Relative));
            if says.is_some() {
                (clause.governor, clause.role) = (says, Role::Content);
                return;
            }
        }
        while k > self.start && (w.is_adverb(k - 1) || w.is_timed(k - 1) || w.is_comma(k - 1)) {
            k -= 1;
        }
        let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) else { return };
        if let Some(p) = w.phrase(b) {
            let verb = self.before(p.left(), |_, _| true);
            let speaks = verb.and_then(|h| self.group(h)).is_some_and(|x| {
                takes_content(w, x.main)
                    && (self.adjacent(x.main, p.left()) || !w.phrase(b).is_some_and(|p| content_noun(w, p.head)))
            });
            if content_noun(w, p.head) {
                clause.noun = Some(p.head);
                clause.role = Role::Content;
                clause.governor = verb;
                return;
            }
            if speaks {
                clause.governor = verb;
                clause.role = Role::Content;
                return;
            }
            clause.noun = Some(p.head);
            clause.role = Role::Relative;
            clause.governor = verb;
            return;
        }
        clause.governor = self.before(j, |_, _| true);
        clause.role = match clause.governor.and_then(|h| self.group(h)) {
            Some(x) if takes_content(w, x.main) || x.copula => Role::Content,
            _ => Role::Complement,
        };
    }

    fn infinitive(&self, g: usize, clause: &mut Clause) {
        let w = self.words;
        let Some(group) = self.group(g) else { return };
        let mut k = group.start;
        while k > self.start && (w.is_adverb(k - 1) || w.is_quote_mark(k - 1) || w.is_timed(k - 1)) {
            k -= 1;
        }
        let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) else {
            clause.role = Role::Purpose;
            return;
        };
        let any = self.before(group.start, |_, _| true);
        if matches!(w.low(b), "order" | "as") && b > self.start && matches!(w.low(b - 1), "in" | "so") {
            (clause.governor, clause.role) = (any, Role::Purpose);
            return;
        }
        if let Some(h) = self.group_at(b) {
            let main = self.group(h).map_or(0, |x| x.main);
            let copula = self.group(h).is_some_and(|x| x.copula);
            clause.governor = Some(h);
            clause.role = if copula || governs_infinitive(w, main) { Role::Complement } else { Role::Purpose };
            return;
        }
        if matches!(w.ptb(b), Ptb::Jj | Ptb::Jjr | Ptb::Jjs | Ptb::Rp | Ptb::Wrb | Ptb::Wp) {
            clause.governor = any;
            clause.role = Role::Complement;
            if w.ptb(b) == Ptb::Rp && !any.and_then(|h| self.group(h)).is_some_and(|x| governs_infinitive(w, x.main)) {
                clause.role = Role::Purpose;
            }
            return;
        }
        if let Some(p) = w.phrase(b) {
            if w.senses(p.head).any(&[Sense::NounIAction, Sense::NounIState]) || plans(w.low(p.head)) {
                clause.noun = Some(p.head);
                clause.governor = self.before(p.left(), |_, _| true);
                clause.role = Role::Complement;
                return;
            }
            clause.governor = any;
            clause.role = match any.and_then(|h| self.group(h)) {
                Some(x) if takes_object_and_infinitive(w, x) => Role::Complement,
                Some(_) => Role::Purpose,
                None => {
                    clause.noun = Some(p.head);
                    Role::Relative
                }
            };
            return;
        }
        clause.governor = any;
        clause.role = if w.is_comma(b) || any.is_none() { Role::Purpose } else { Role::Complement };
        if w.ptb(b) == Ptb::Cc {
            clause.governor = self.before(b, |x, _| x.form == Form::Infinitive).or(any);
            clause.role = Role::Coordinate;
        }
    }

    fn gerund(&self, g: usize, clause: &mut Clause) {
        let w = self.words;
        let Some(group) = self.group(g) else { return };
        let Some(b) = clause.joint else {
            clause.role = Role::Participle;
            return;
        };
        let any = self.before(group.start, |_, _| true);
        clause.governor = any;
        if let Some(h) = self.group_at(b) {
            clause.governor = Some(h);
            clause.role = Role::Complement;
            return;
        }
        if matches!(w.ptb(b), Ptb::In | Ptb::To | Ptb::Wrb) || subordinator_like(w.low(b)) {
            clause.role = match w.low(b) {
                "after" => Role::After,
                "before" => Role::Before,
                "when" | "while" | "upon" => Role::When,
                "since" => Role::Since,
                "until" | "till" => Role::Until,
                "by" | "with" | "without" | "despite" | "than" => Role::Other,
                "for" if !any.and_then(|h| self.group(h)).is_some_and(|x| governs_infinitive(w, x.main)) => Role::Other,
                _ => Role::Complement,
            };
            if clause.role == Role::Complement || w.low(b) == "for" {
                if let Some(p) = b.checked_sub(1).and_then(|n| w.phrase(n)).filter(|p| p.start >= self.start)
                    && w.senses(p.head).any(&[
                        Sense::NounIAction,
                        Sense::NounIState,
                        Sense::NounOccurrence,
                        Sense::NounState,
                        Sense::NounReporting,
                    ])
                {
                    clause.noun = Some(p.head);
                    clause.role = Role::Complement;
                }
            }
            if self.is_front(b) {
                clause.governor = None;
            }
            return;
        }
        if w.is_comma(b) || w.low(b) == "--" || w.low(b) == "—" {
            clause.governor = self.before(b, |x, _| x.form == Form::Finite).or(any);
            clause.role = Role::Participle;
            return;
        }
        if w.ptb(b) == Ptb::Cc {
            clause.governor = self.before(b, |x, _| x.form == Form::Gerund).or(any);
            clause.role = Role::Coordinate;
            return;
        }
        if let Some(p) = w.phrase(b) {
            let verb = p.left().checked_sub(1).and_then(|v| self.group_at(v)).and_then(|h| self.group(h));
            if verb.is_some_and(|x| {
                w.has(x.main, Sense::VerbPerception)
                    || matches!(
                        w.lemma(x.main),
                        "keep"
                            | "leave"
                            | "have"
                            | "find"
                            | "catch"
                            | "mean"
                            | "involve"
                            | "send"
                            | "stop"
                            | "imagine"
                            | "envision"
                    )
            }) {
                clause.role = Role::Complement;
            } else if p.left().checked_sub(1).is_some_and(|v| w.low(v) == "with") {
                clause.role = Role::Participle;
            } else {
                clause.noun = Some(p.head);
                clause.role = Role::Relative;
            }
            return;
        }
        clause.role = if any.is_some() { Role::Complement } else { Role::Participle };
    }

    fn participle(&self, g: usize, clause: &mut Clause) {
        let w = self.words;
        let Some(group) = self.group(g) else { return };
        clause.governor = self.before(group.start, |_, _| true);
        clause.role = Role::Participle;
        let Some(b) = clause.joint else {
            clause.governor = None;
            return;
        };
        if let Some(h) = self.group_at(b) {
            clause.governor = Some(h);
            clause.role = Role::Complement;
        } else if let Some(p) = w.phrase(b) {
            clause.noun = Some(p.head);
            clause.role = Role::Relative;
        } else if w.is_comma(b) {
            clause.governor = self.before(b, |x, _| x.form == Form::Finite);
            if clause.governor.is_none() {
                clause.role = Role::Relative;
                clause.noun = b.checked_sub(1).and_then(|n| w.phrase(n)).map(|p| p.head);
            }
        } else if let Some(role) = subordinator(w, b) {
            clause.role = role;
            if self.is_front(b) {
                clause.governor = None;
            }
        }
    }

    fn bare(&self, g: usize, clause: &mut Clause) {
        let w = self.words;
        let Some(group) = self.group(g) else { return };
        let any = self.before(group.start, |_, _| true);
        let near = any.and_then(|h| self.group(h)).is_some_and(|x| {
            group.start - x.main < 12
                && matches!(
                    w.lemma(x.main),
                    "let"
                        | "make"
                        | "help"
                        | "have"
                        | "see"
                        | "watch"
                        | "hear"
                        | "do"
                        | "feel"
                        | "dare"
                        | "need"
                        | "go"
                        | "come"
                )
                || w.has(x.main, Sense::Intending) && clause.joint.is_some_and(|j| w.low(j) == "that")
        });
        if near {
            clause.governor = any;
            clause.role = Role::Complement;
        } else {
            self.finite(g, clause);
        }
    }

    /// The group that a subordinate clause joined at `j` hangs on: the last before it, but not one in a closed-off aside.
    fn head_before(&self, j: usize) -> Option<usize> {
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

    /// Whether the joint stands at the front of its sentence or clause, so that the main clause follows.
    fn is_front(&self, j: usize) -> bool {
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
            || w.is_comma(k - 1) && k >= 2 && matches!(w.ptb(k - 2), Ptb::Cc | Ptb::In)
            || w.phrase(k - 1).is_none() && self.before(k, |_, _| true).is_none();
        clause_edge
            && (j..self.end).take(60).any(|c| {
                w.is_comma(c) || self.group_at(c).and_then(|g| self.group(g)).is_some_and(|x| x.form == Form::Finite)
            })
    }

    /// Whether nothing but adverbs, marks, times and short phrases stands between a verb and a later token.
    fn adjacent(&self, main: usize, j: usize) -> bool {
        let w = self.words;
        (main + 1..j).all(|k| {
            w.is_adverb(k)
                || w.is_timed(k)
                || w.is_mark(k)
                || w.ptb(k) == Ptb::Rp
                || matches!(w.low(k), "on" | "in" | "at")
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
                            || c.governor.is_some_and(|h| h < self.range.start + n) && c.role == Role::Content
                    })
            });
            if let (Some(m), Some(clause)) = (next, self.out.get_mut(n)) {
                clause.governor = Some(self.range.start + m);
            }
        }
    }

    /// '..., he said.' and '..., said the minister.': what stands before is said.
    fn sayings_behind(&mut self) {
        let w = self.words;
        for n in 1..self.out.len() {
            let g = self.range.start + n;
            let (Some(group), Some(clause)) = (self.group(g), self.out.get(n)) else { continue };
            if group.form != Form::Finite
                || !w.has(group.main, Sense::VerbReporting) && !w.has(group.main, Sense::VerbIState)
            {
                continue;
            }
            let Some(j) = clause.joint else { continue };
            let behind = (w.is_comma(j) || w.is_quote_mark(j) || matches!(w.low(j), "?" | "!" | "--" | "—"))
                && matches!(clause.role, Role::Main | Role::Coordinate);
            if !behind || self.has_content(g) {
                continue;
            }
            let reporting = Some(g);
            let mut changed = false;
            // Only what stands behind the last colon or semicolon.
            let from = (self.start..j).rev().take(80).find(|k| matches!(w.low(*k), ":" | ";")).unwrap_or(self.start);
            for m in n.saturating_sub(24)..n {
                let role = self.out.get(m).map(|c| (c.role, c.governor));
                if matches!(role, Some((Role::Main, None)))
                    && self
                        .group(self.range.start + m)
                        .is_some_and(|x| x.main >= from && matches!(x.form, Form::Finite | Form::Bare))
                {
                    if let Some(c) = self.out.get_mut(m) {
                        (c.role, c.governor) = (Role::Content, reporting);
                        changed = true;
                    }
                }
            }
            if changed && let Some(c) = self.out.get_mut(n) {
                (c.role, c.governor) = (Role::Main, None);
            }
        }
    }

    /// Whether a saying has what it says behind it.
    fn has_content(&self, g: usize) -> bool {
        let at = g.saturating_sub(self.range.start);
        self.out.iter().skip(at).take(12).any(|c| c.governor == Some(g) && c.role == Role::Content)
    }
}

/// Words that open a finite clause and so end a subject's phrase.
fn clause_opener(word: &str) -> bool {
    subordinator_like(word) || matches!(word, "that" | "than" | "like")
}

fn subordinator_like(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "before"
            | "when"
            | "while"
            | "as"
            | "since"
            | "until"
            | "till"
            | "because"
            | "although"
            | "though"
            | "if"
            | "unless"
            | "whether"
            | "once"
            | "whereas"
            | "where"
            | "lest"
            | "so"
            | "whenever"
            | "wherever"
            | "except"
            | "provided"
    )
}

/// The role of a clause that this word opens.
fn subordinator(w: &Words, j: usize) -> Option<Role> {
    Some(match w.low(j) {
        "after" => Role::After,
        "before" => Role::Before,
        "when" | "while" | "whenever" | "once" => Role::When,
        "as" => Role::When,
        "since" => Role::Since,
        "until" | "till" => Role::Until,
        "if" | "unless" | "provided" => Role::Condition,
        "because" | "although" | "though" | "whereas" | "where" | "lest" | "so" | "than" | "wherever" | "except"
        | "whether" => Role::Other,
        _ => return None,
    })
}

/// Verbs that a clause says the content of.
pub(super) fn takes_content(w: &Words, main: usize) -> bool {
    w.senses(main).any(&[Sense::VerbReporting, Sense::VerbIState, Sense::Doubting, Sense::Denying])
        || matches!(
            w.lemma(main),
            "show"
                | "see"
                | "hear"
                | "prove"
                | "suggest"
                | "decide"
                | "determine"
                | "discover"
                | "propose"
                | "ensure"
                | "demand"
                | "rule"
                | "vow"
                | "promise"
                | "pledge"
                | "warn"
                | "threaten"
                | "protest"
        )
}

fn asks(w: &Words, main: usize) -> bool {
    takes_content(w, main)
        || matches!(
            w.lemma(main),
            "wonder" | "decide" | "determine" | "see" | "check" | "discuss" | "debate" | "consider"
        )
}

fn plans(word: &str) -> bool {
    matches!(
        word,
        "right"
            | "power"
            | "authority"
            | "freedom"
            | "need"
            | "chance"
            | "time"
            | "way"
            | "campaign"
            | "failure"
            | "pressure"
            | "rush"
            | "struggle"
            | "fight"
            | "deadline"
            | "duty"
            | "license"
            | "warrant"
            | "call"
            | "calls"
            | "plans"
            | "talks"
            | "legislation"
            | "bill"
    )
}

fn content_noun(w: &Words, head: usize) -> bool {
    w.senses(head).any(&[Sense::NounReporting, Sense::NounIState])
        || matches!(
            w.low(head),
            "fact"
                | "idea"
                | "view"
                | "evidence"
                | "proof"
                | "sign"
                | "signs"
                | "notion"
                | "theory"
                | "argument"
                | "impression"
                | "indication"
                | "indications"
                | "reports"
                | "condition"
                | "possibility"
                | "danger"
                | "risk"
                | "threat"
                | "demand"
                | "decision"
                | "ruling"
                | "understanding"
                | "allegations"
        )
}

/// Verbs whose infinitive is their complement, not their purpose.
fn governs_infinitive(w: &Words, main: usize) -> bool {
    w.senses(main).any(&[
        Sense::Intending,
        Sense::Preventing,
        Sense::Implying,
        Sense::VerbIState,
        Sense::VerbAspectual,
        Sense::VerbIAction,
        Sense::Doubting,
    ]) || matches!(w.lemma(main), "say" | "report" | "know" | "have" | "fail" | "claim" | "show")
}

/// "asked him to leave", "was forced to leave", "called on Iran to stop".
fn takes_object_and_infinitive(w: &Words, group: &Group) -> bool {
    w.senses(group.main).any(&[Sense::Intending, Sense::Preventing, Sense::VerbIAction])
        || matches!(
            w.lemma(group.main),
            "force" | "cause" | "lead" | "help" | "compel" | "get" | "teach" | "believe" | "know" | "find" | "expect"
        )
        || group.passive && w.has(group.main, Sense::VerbIState)
}
