//! What governs a clause whose verb is an infinitive, a gerund, a participle or a bare form.

use super::signals::{
    governs_infinitive, plans, raises_object, subordinator, subordinator_like, takes_content,
    takes_object_and_infinitive,
};
use super::{Clause, Clauses};
use crate::event::Role;
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::text::Ptb;

impl Clauses<'_, '_> {
    pub(super) fn infinitive(&self, g: usize, clause: &mut Clause) {
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
            let raised = p.left().checked_sub(1).and_then(|v| self.group_at(v)).is_some_and(|h| {
                w.ptb(p.start) == Ptb::Nns && self.group(h).is_some_and(|x| raises_object(w.lemma(x.main)))
            });
            if !raised && (w.senses(p.head).any(&[Sense::NounIAction, Sense::NounIState]) || plans(w.low(p.head))) {
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

    pub(super) fn gerund(&self, g: usize, clause: &mut Clause) {
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
                "by" => Role::Cause,
                "with" | "without" | "despite" | "than" => Role::Other,
                "for" if !any.and_then(|h| self.group(h)).is_some_and(|x| governs_infinitive(w, x.main)) => Role::Cause,
                _ => Role::Complement,
            };
            if (clause.role == Role::Complement || w.low(b) == "for")
                && let Some(p) = b.checked_sub(1).and_then(|n| w.phrase(n)).filter(|p| p.start >= self.start)
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
            if self.is_front(b) {
                clause.governor = None;
            }
            return;
        }
        // 'called it “absurd,” saying that ...'
        let quoted = w.is_quote_mark(b) && b > self.start && w.is_comma(b - 1);
        if w.is_comma(b) || quoted || w.low(b) == "--" || w.low(b) == "—" {
            clause.governor = self.before_aside(b, group).or(any);
            clause.role = Role::Participle;
            // "It had failed, a clerk, speaking for the mill, said": it hangs on what follows.
            if w.is_comma(b) && self.parts_subject_from_verb(g, b) {
                clause.governor = None;
            }
            return;
        }
        if w.ptb(b) == Ptb::Cc {
            clause.governor = self.before(b, |x, _| x.form == Form::Gerund).or(any);
            clause.role = Role::Coordinate;
            return;
        }
        // "a statement on Friday taking him to task"
        let b = self.over_time(b);
        if let Some(p) = w.phrase(b) {
            let verb = p.left().checked_sub(1).and_then(|v| self.group_at(v)).and_then(|h| self.group(h));
            if verb.is_some_and(|x| {
                w.has(x.main, Sense::VerbPerception)
                    || matches!(
                        w.lemma(x.main),
                        "keep"
                            | "spend"
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
                // "with the alarm ringing"
                (clause.role, clause.subject, clause.left) = (Role::Participle, Some(p), p.left());
            } else {
                clause.noun = Some(p.head);
                clause.role = Role::Relative;
            }
            return;
        }
        clause.role = if any.is_some() { Role::Complement } else { Role::Participle };
    }

    pub(super) fn participle(&self, g: usize, clause: &mut Clause) {
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
            // "its base in Bristol, closed in 2020, will reopen": it describes the noun before the comma.
            let noun = b.checked_sub(1).and_then(|n| w.phrase(n)).filter(|p| p.end == b && !w.is_timed(p.head));
            if clause.governor.is_none() || noun.is_some() {
                clause.role = Role::Relative;
                clause.noun = noun.map(|p| self.named_before(&p).unwrap_or_else(|| self.first_of_chain(&p)));
            }
        } else if w.low(b) == "(" {
            // "his studies (published in 1940)"
            if let Some(p) = b.checked_sub(1).and_then(|n| w.phrase(n)).filter(|p| p.end == b && !w.is_timed(p.head)) {
                (clause.role, clause.noun) = (Role::Relative, Some(p.head));
            }
        } else if let Some(role) = subordinator(w, b) {
            clause.role = role;
            if self.is_front(b) {
                clause.governor = None;
            }
        }
    }

    pub(super) fn bare(&self, g: usize, clause: &mut Clause) {
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

    /// What a gerund behind a comma at `b` goes with: the last finite verb, but none of a relative clause without a comma
    /// ("met a man who had seen it, ruling that ..."), and where it says something, none of what is said.
    fn before_aside(&self, b: usize, group: &Group) -> Option<usize> {
        let w = self.words;
        let last = self.before(b, |x, _| x.form == Form::Finite)?;
        let says = takes_content(w, group.main) || matches!(w.lemma(group.main), "contradict" | "echo" | "cite");
        let mut at = last;
        for _ in 0..6 {
            let Some(c) = self.clause(at) else { break };
            let restricts = c.role == Role::Relative && !c.left.checked_sub(1).is_some_and(|k| w.is_comma(k));
            let told = says && (c.role == Role::Content || self.is_subordinate(at));
            match c.governor.filter(|h| (restricts || told) && *h < at) {
                Some(h) => at = h,
                None => break,
            }
        }
        self.group(at).filter(|x| x.form == Form::Finite).map(|_| at).or(Some(last))
    }

    /// The token before a time that ends at `b`, and before its preposition; `b` itself where there is none.
    fn over_time(&self, b: usize) -> usize {
        let w = self.words;
        let Some(first) = (self.start + 2..=b).rev().take_while(|k| w.is_timed(*k)).last() else { return b };
        let before = if w.ptb(first - 1) == Ptb::In { first - 2 } else { first - 1 };
        if w.phrase(before).is_some_and(|p| p.end == before + 1) { before } else { b }
    }

    /// Whether a gerund behind a comma, with another one behind its clause, stands between a subject and its verb.
    fn parts_subject_from_verb(&self, g: usize, comma: usize) -> bool {
        let w = self.words;
        let Some(main) = self.group(g).map(|x| x.main) else { return false };
        let noun = comma.checked_sub(1).and_then(|n| w.phrase(n));
        let subject = noun.is_some_and(|p| p.end == comma && !w.is_timed(p.head));
        let close = (main + 1..self.end).take(14).find(|k| w.is_comma(*k));
        let verb = self.group(g + 1).filter(|x| x.form == Form::Finite).map(|x| x.start);
        subject && close.is_some_and(|c| verb == Some(c + 1))
    }
}
