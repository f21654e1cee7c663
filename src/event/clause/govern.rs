//! What governs a finite clause, by the word that joins it.

use super::signals::{asks, content_noun, subordinator, takes_content};
use super::{Clause, Clauses};
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::event::{Role, Tense};
use crate::text::Ptb;

impl Clauses<'_, '_> {
    pub(super) fn finite(&self, g: usize, clause: &mut Clause) {
        let w = self.words;
        let Some(group) = self.group(g) else { return };
        if clause.subject.is_none()
            && group.start == group.main
            && clause.left == group.start
            && w.senses(group.main).any(&[Sense::VerbReporting, Sense::VerbIState])
            && clause.joint.is_none_or(|j| w.is_mark(j))
            && group.form == Form::Finite
            && let Some(p) = w.phrase(group.main + 1).filter(|p| p.start == group.main + 1 && !w.is_timed(p.head))
            && !self.group(g + 1).is_some_and(|x| x.form == Form::Finite && x.start == p.end)
        {
            // '"...," said the minister': the speaker stands behind.
            clause.subject = Some(p);
            return;
        }
        // "Then came the moment"
        let opens = clause.subject.is_none() && clause.joint.is_none() && group.start == group.main;
        let front = |k: usize| matches!(w.low(k), "then" | "next" | "now" | "here") && k == self.start;
        if opens
            && matches!(w.lemma(group.main), "come" | "follow" | "go")
            && group.start.checked_sub(1).is_some_and(front)
        {
            clause.subject = w.phrase(group.main + 1).filter(|p| p.left() == group.main + 1);
            return;
        }
        // "Should it rain, ...", "Had they known, ..."
        if group.inverted
            && matches!(w.low(group.start), "should" | "had" | "were")
            && clause.joint.is_none_or(|j| w.is_comma(j) || w.ptb(j) == Ptb::Cc || w.is_timed(j))
            && !(group.main..self.end).any(|k| w.low(k) == "?")
        {
            clause.role = Role::Condition;
            clause.governor = clause.joint.filter(|j| w.is_timed(*j)).and_then(|j| self.before(j, |_, _| true));
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
        if let Some(p) = pronoun.filter(|p| {
            !matches!(w.low(*p), "when" | "whenever" | "once")
                || *p > self.start && w.tag(p - 1).is_verb() && asks(w, p - 1) && !self.tells(p - 1)
        }) {
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
            if (word == "if" || word == "whether")
                && let Some(h) =
                    head.filter(|h| self.group(*h).is_some_and(|x| self.adjacent(x.main, j) && asks(w, x.main)))
            {
                clause.governor = Some(h);
                clause.role = Role::Content;
                return;
            }
            clause.role = if word == "whether" { Role::Content } else { role };
            clause.governor = head.filter(|_| !self.is_front(j));
            return;
        }
        if w.ptb(j) == Ptb::Cc {
            let comma = j > self.start && w.is_comma(j - 1);
            let says = takes_content(w, group.main) && !group.passive;
            let declines = matches!(w.lemma(group.main), "decline" | "refuse" | "urge" | "vow" | "deny" | "accuse")
                && !group.passive;
            // ", and then came the flood"
            let then = || (j + 1..group.start).any(|k| w.low(k) == "then");
            if clause.subject.is_none() && matches!(w.lemma(group.main), "come" | "follow") && then() {
                clause.subject = w.phrase(group.main + 1).filter(|p| p.start == group.main + 1);
            }
            // "nests that weigh less than a clip and took samples": verbs of one subject tell of one time.
            let past = |x: &Group| x.tense == Tense::Past;
            clause.governor = self.before(j, |x, n| {
                x.form == Form::Finite
                    && (clause.subject.is_some()
                        || past(x) == past(group)
                        || self.clause(n).is_none_or(|c| c.role != Role::Relative))
                    && !(clause.subject.is_none() && (self.is_asked(n) || self.is_about_what(n)))
                    && self.clause(n).is_none_or(|c| clause.subject.is_none() || c.role != Role::Relative)
                    // "It struck at night, when all slept, and lasted a minute": over what stands between commas.
                    && !(comma && clause.subject.is_none() && self.is_aside(n))
                    // "It was late when the court closed, and it opened in May"
                    && !(comma && clause.subject.is_some() && self.is_within_subordinate(n))
                    // "She was there when the bus left and said so": no bus says.
                    && !(says && clause.subject.is_none() && self.is_subordinate(n) && !self.may_speak(n))
                    // "said the share would not grow but declined to say why": no share declines.
                    && !(declines && clause.subject.is_none() && self.is_content(n) && !self.may_speak(n))
                    && (clause.subject.is_some() || self.agrees(n, group.start))
            });
            if clause.governor.is_some() {
                clause.role = Role::Coordinate;
                // "He said that it rose, but he lowered it": the second is the writer's.
                if clause.subject.is_some() && word == "but" && j > self.start && w.is_comma(j - 1) && !w.is_quoted(j) {
                    let content = clause.governor.and_then(|h| self.clause(h)).filter(|c| c.role == Role::Content);
                    clause.governor = content.and_then(|c| c.governor).or(clause.governor);
                }
                // "He said it was falling apart, but rejected a refund": what is told like the saying goes on with it.
                if clause.subject.is_none() && matches!(word, "but" | "and") && comma && !w.is_quoted(group.main) {
                    let told = |x: &Group| (x.tense, x.aspect) == (group.tense, group.aspect);
                    let alike = |h: usize| self.group(h).is_some_and(told);
                    let saying = clause.governor.filter(|h| !alike(*h)).map(|h| self.saying(h));
                    clause.governor = saying.filter(|s| alike(*s)).or(clause.governor);
                }
                // "He got word of where it had been buried, and sent ten men": behind a comma, what is told otherwise than the
                // clause within another goes on with the outer one.
                if clause.subject.is_none() && comma && word == "and" && !w.is_quoted(group.main) {
                    let told = |x: &Group| {
                        (x.tense, x.aspect, x.modal.is_some(), x.passive)
                            == (group.tense, group.aspect, group.modal.is_some(), group.passive)
                    };
                    let within = |h: &usize| {
                        self.is_within_subordinate(*h)
                            || self.clause(*h).is_some_and(|c| matches!(c.role, Role::Content | Role::Relative))
                    };
                    let inner = clause.governor.filter(|h| within(h) && !self.group(*h).is_some_and(told));
                    let outer = inner.and_then(|h| self.outer(h, told));
                    clause.governor = outer.or(clause.governor);
                }
                // "She says he is out, but added that it is not over": who says goes on saying.
                let shows = matches!(
                    w.lemma(group.main),
                    "show" | "prove" | "suggest" | "indicate" | "reflect" | "reveal" | "confirm" | "mean"
                );
                if clause.subject.is_none() && says && !shows && !w.is_quoted(group.main) {
                    clause.governor = clause.governor.map(|h| self.saying(h));
                }
                if clause.subject.is_none() {
                    clause.subject = clause.governor.and_then(|h| self.clause(h)).and_then(|c| c.subject);
                }
            }
            return;
        }
        if let Some(h) = self.group_at(j).filter(|h| *h < g) {
            // "a complaint that she had prejudged the matter was lodged": behind the clause of a noun stands the main verb.
            let content = takes_content(w, self.group(h).map_or(0, |x| x.main));
            let of_noun = self.clause(h).is_some_and(|c| c.noun.is_some());
            if !content && of_noun && group.form == Form::Finite {
                return;
            }
            // "said he would go", "believes it is"
            clause.governor = Some(h);
            clause.role =
                if takes_content(w, self.group(h).map_or(0, |x| x.main)) { Role::Content } else { Role::Complement };
            return;
        }
        // "said on Friday they had found it"
        if let Some(h) = self.saying_before_time(j) {
            (clause.governor, clause.role) = (Some(h), Role::Content);
            return;
        }
        if self.is_fronted(j) {
            // "Under the new one it arrives in 2031"
            return;
        }
        // "asked what time it was"
        let which =
            w.phrase(j).and_then(|p| p.left().checked_sub(1)).filter(|k| *k > self.start && w.low(*k) == "what");
        if let Some(p) = which {
            self.relative(p, clause);
            clause.joint = Some(p);
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
        k = self.over_marks(k);
        let Some(b) = k.checked_sub(1).filter(|b| *b >= self.start) else {
            clause.role = if matches!(w.low(p), "what" | "how" | "why" | "who") { Role::Main } else { Role::Other };
            return;
        };
        if let Some(h) = self.group_at(b) {
            clause.governor = Some(h);
            let main = self.group(h).map_or(0, |x| x.main);
            clause.role = if takes_content(w, main) || asks(w, main) { Role::Content } else { Role::Complement };
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

    /// Back over what parts a noun from the clause that describes it: a comma, a dash, quotation marks, an aside in brackets.
    fn over_marks(&self, from: usize) -> usize {
        let w = self.words;
        let mut k = from;
        for _ in 0..3 {
            match k.checked_sub(1).filter(|b| *b > self.start) {
                Some(b) if w.low(b) == ")" => {
                    let open = (self.start..b).rev().take(12).find(|c| w.low(*c) == "(");
                    k = open.filter(|c| *c > self.start).unwrap_or(k);
                }
                Some(b) if w.is_comma(b) || w.is_quote_mark(b) || matches!(w.low(b), "(" | "-" | "--" | "—" | "–") => {
                    k = b
                }
                _ => break,
            }
        }
        k
    }

    /// A clause behind "that".
    pub(super) fn that(&self, j: usize, clause: &mut Clause) {
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
                // "admitted that a file that nobody had read was lost": one "that" holds what is said.
                takes_content(w, x.main)
                    && !(x.main + 1..p.left()).any(|k| w.low(k) == "that")
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
}
