//! What governs a clause, by the form of its verb.

use super::signals::{
    asks, content_noun, governs_infinitive, plans, raises_object, subordinator, subordinator_like, takes_content,
    takes_object_and_infinitive,
};
use super::{Clause, Clauses};
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::event::source::may_think;
use crate::event::words::Phrase;
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

    /// The name at the front of a sentence beside which what somebody is stands between commas: "*Ann Hill*, painter and
    /// teacher, born in 1933".
    fn named_before(&self, last: &Phrase) -> Option<usize> {
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
    fn first_of_chain(&self, last: &Phrase) -> usize {
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
    fn tells(&self, i: usize) -> bool {
        let w = self.words;
        matches!(w.lemma(i), "say" | "add" | "reply" | "answer")
            && self
                .group_at(i)
                .and_then(|g| self.group(g))
                .is_some_and(|x| x.form == Form::Finite && !x.negative && x.modal.is_none())
    }

    /// The verb of saying before a time that ends at `j`, with its preposition.
    fn saying_before_time(&self, j: usize) -> Option<usize> {
        let w = self.words;
        let first = (self.start..=j).rev().take_while(|k| w.is_timed(*k)).last()?;
        let before = first.checked_sub(1)?;
        let verb = if w.ptb(before) == Ptb::In { before.checked_sub(1)? } else { before };
        let h = self.group_at(verb)?;
        self.group(h).filter(|x| x.main == verb && w.has(x.main, Sense::VerbReporting)).map(|_| h)
    }

    /// Whether the phrase that ends at `j` is that of a preposition at the front of its sentence.
    fn is_fronted(&self, j: usize) -> bool {
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
    fn outer(&self, n: usize, fits: impl Fn(&Group) -> bool) -> Option<usize> {
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
    fn saying(&self, n: usize) -> usize {
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
    fn agrees(&self, n: usize, i: usize) -> bool {
        let w = self.words;
        let singular = matches!(w.low(i), "was" | "is" | "has" | "does") || w.ptb(i) == Ptb::Vbz;
        let plural =
            |p: Phrase| matches!(w.ptb(p.head), Ptb::Nns | Ptb::Nnps) || matches!(w.low(p.head), "they" | "we");
        !singular || !self.clause(n).and_then(|c| c.subject).is_some_and(plural)
    }

    /// Whether the clause of group `n` begins behind a comma and is no main clause.
    fn is_aside(&self, n: usize) -> bool {
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
    fn is_within_subordinate(&self, n: usize) -> bool {
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
    fn may_speak(&self, n: usize) -> bool {
        let subject = self.clause(n).and_then(|c| c.subject);
        subject.is_none_or(|p| may_think(self.words, &p))
    }

    /// Whether it is a question that somebody asks: "asked *what time it was* and burst into tears".
    fn is_asked(&self, n: usize) -> bool {
        let w = self.words;
        self.clause(n).is_some_and(|c| {
            c.role == Role::Content
                && c.governor.and_then(|h| self.group(h)).is_some_and(|x| w.lemma(x.main) == "ask")
                && c.joint
                    .is_some_and(|j| matches!(w.ptb(j), Ptb::Wp | Ptb::Wrb | Ptb::Wdt) || w.ptb(c.left) == Ptb::Wp)
        })
    }

    fn is_content(&self, n: usize) -> bool {
        self.clause(n).is_some_and(|c| c.role == Role::Content)
    }

    /// "bought *what was left* and sold it": who bought it sold it.
    fn is_about_what(&self, n: usize) -> bool {
        let subject = self.clause(n).filter(|c| c.governor.is_some()).and_then(|c| c.subject);
        subject.is_some_and(|p| self.words.low(p.head) == "what")
    }

    fn is_subordinate(&self, n: usize) -> bool {
        let role = self.clause(n).map(|c| c.role);
        matches!(role, Some(Role::When | Role::After | Role::Before | Role::Since | Role::Until | Role::Other))
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
            || w.is_comma(k - 1) && k >= 2 && matches!(w.ptb(k - 2), Ptb::Cc | Ptb::In | Ptb::Wdt | Ptb::Wp)
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
}
