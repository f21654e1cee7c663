//! What "it" or "they" means: things, bodies and groups.

use super::nouns::{happens_to_things, is_acting, is_group};
use super::{LONGEST, Trace};
use crate::event::group::{Form, Group};
use crate::event::lexicon::{Sense, is_body, is_body_name, things_said};
use crate::event::parts::{full, with_partner};
use crate::event::words::{Phrase, Words};
use crate::event::{Role, status};
use crate::text::Ptb;
use std::ops::Range;

impl Trace<'_, '_> {
    pub(super) fn thing(&self, g: usize, token: usize, plural: bool) -> Option<Range<usize>> {
        let w = self.w;
        let (group, clause) = (self.groups.get(g)?, self.clauses.get(g)?);
        if w.sentence(token).len() > LONGEST || !plural && is_empty(w, &group) {
            return None;
        }
        let noun = match clause.role {
            Role::Content | Role::Complement | Role::Object | Role::Purpose | Role::Participle => None,
            Role::Relative => {
                // "the figure *it* gave": whoever the sentence is about.
                let sentence = w.sentence(token);
                let first = self.groups.partition_point(|x| x.start < sentence.start);
                self.only_subject(first..g, plural).and_then(|(h, p)| self.agreeing(h, &p, plural))
            }
            Role::Main => self.of_sentence_before(g, token, plural),
            _ => match clause.governor.filter(|h| self.clauses.get(*h).is_some_and(|c| c.left < token)) {
                Some(up) => self.of_governor(g, up, token, plural),
                None => self.of_sentence_before(g, token, plural),
            },
        }?;
        self.can(&noun, &group, plural).then_some(noun)
    }

    /// Whether what the verb tells can be told of the noun: a loss does not unveil anything.
    fn can(&self, noun: &Range<usize>, group: &Group, plural: bool) -> bool {
        let w = self.w;
        // "the firm's stock", "the origin of the feast": the firm, the feast, as well.
        let of = noun.clone().find(|k| w.low(*k) == "of");
        let Some(p) = of.map_or(noun.end, |of| of).checked_sub(1).and_then(|last| w.phrase(last)) else { return false };
        let whose = noun.clone().any(|k| w.ptb(k) == Ptb::Pos)
            || !w.tag(p.head).is_name() && of.and_then(|of| w.phrase(of + 1)).is_some_and(|q| self.may_be(&q, plural));
        if whose || w.low(p.head).ends_with('.') {
            return false;
        }
        let takes_place = w.lemma(group.main) == "take" && w.low(group.main + 1) == "place";
        let able = w.tag(p.head).is_name() || is_acting(w.low(p.head)) || is_group(w, p.head);
        able || group.passive || group.copula || takes_place || happens_to_things(w.lemma(group.main))
    }

    /// The subject of the clause that governs the pronoun's, else its object.
    fn of_governor(&self, g: usize, up: usize, token: usize, plural: bool) -> Option<Range<usize>> {
        let (group, clause) = (self.groups.get(g)?, self.clauses.get(g)?);
        let subject = self.subject(up).filter(|p| p.head < token);
        if let Some(p) = subject
            && let Some(noun) = self.agreeing(up, &p, plural)
        {
            let open = self.objects(up, &p, token).any(|o| self.may_be(&o, plural));
            // "The firm said that the rate rose, but it fell"
            let said = (up + 1..g).any(|h| self.is_content_with(h, plural));
            return (!said && (!open || !plural && self.acts(&p, &group))).then_some(noun);
        }
        if subject.is_some_and(|p| matches!(self.w.ptb(p.start), Ptb::PrpS) || is_pronoun(self.w, &p, plural)) {
            return None;
        }
        let object = self.object(up).filter(|o| o.head < token && clause.role != Role::Coordinate)?;
        (self.may_be(&object, plural) && !self.w.tag(object.head).is_name()).then(|| full(self.w, &object))
    }

    /// The subject of the sentence before, where nothing else there could be meant.
    fn of_sentence_before(&self, g: usize, token: usize, plural: bool) -> Option<Range<usize>> {
        let w = self.w;
        let own = w.sentence(token);
        let first = self.groups.partition_point(|x| x.main < own.start);
        for h in first..g {
            let subject = self.subject(h).filter(|p| p.head < token);
            if let Some(p) = subject.filter(|p| self.may_be(p, plural) || w.ptb(p.start) == Ptb::PrpS) {
                // "Should Odette turn, it would weaken"
                let condition = self.clauses.get(h).is_some_and(|c| c.role == Role::Condition);
                return (condition && w.tag(p.head).is_name() && !self.is_person(&p)).then(|| full(w, &p));
            }
        }
        let before = w.sentence(own.start.checked_sub(1)?);
        if before.len() > LONGEST {
            return None;
        }
        let from = self.groups.partition_point(|x| x.main < before.start);
        let told = |h: &usize| {
            let role = self.clauses.get(*h).map(|c| (c.role, c.governor.is_some_and(|x| x > *h)));
            self.groups.get(*h).is_some_and(|x| x.form == Form::Finite)
                && matches!(role, Some((Role::Main, _) | (Role::Content, true)))
        };
        let main = (from..first).find(told)?;
        let subject = self.subject(main).filter(|p| !w.is_quoted(p.head) && p.head >= before.start)?;
        if let Some(noun) = self.agreeing(main, &subject, plural) {
            let said = (from..first).any(|h| h != main && self.is_content_with(h, plural));
            let open = (main..first)
                .filter(|h| {
                    self.subject(*h).is_some_and(|p| p.head == subject.head)
                        || self.clauses.get(*h).is_some_and(|c| matches!(c.role, Role::Complement | Role::Purpose))
                })
                .any(|h| self.objects(h, &subject, own.start).any(|o| self.may_be(&o, plural)));
            let group = self.groups.get(g)?;
            return (!said && (!open || !plural && self.acts(&subject, &group))).then_some(noun);
        }
        if is_pronoun(w, &subject, plural) || w.ptb(subject.start) == Ptb::PrpS {
            return None;
        }
        // "She said that the plan had failed."
        if (from..first).any(|h| self.is_told_with(h, plural)) {
            let (h, p) = self.only_subject(from..first, plural)?;
            let open = self.objects(h, &p, own.start).any(|o| self.may_be(&o, plural));
            let acts = !open || !plural && self.acts(&p, &self.groups.get(g)?);
            return if acts { self.agreeing(h, &p, plural) } else { None };
        }
        // The one thing in a sentence about somebody.
        let mut all = w.phrases(before);
        let mut fitting = all.by_ref().filter(|p| self.may_be(p, plural));
        let only = fitting.next()?;
        let definite = matches!(w.low(only.start), "the" | "this" | "that" | "these" | "those")
            || w.tag(only.head).is_name()
            || only.owner.is_some();
        (definite && fitting.next().is_none() && !w.is_quoted(only.head)).then(|| full(w, &only))
    }

    /// Whether the clause of a group has a subject that the pronoun may mean, and only describes no noun.
    fn is_told_with(&self, h: usize, plural: bool) -> bool {
        let w = self.w;
        let fits = |p: &Phrase| (self.may_be(p, plural) || is_pronoun(w, p, plural)) && !w.is_quoted(p.head);
        self.clauses.get(h).is_some_and(|c| c.role != Role::Relative) && self.subject(h).as_ref().is_some_and(fits)
    }

    /// The one subject among clauses that the pronoun may mean, with its group.
    fn only_subject(&self, groups: Range<usize>, plural: bool) -> Option<(usize, Phrase)> {
        let mut all = groups.filter(|h| self.is_told_with(*h, plural));
        let first = all.next()?;
        let subject = self.subject(first)?;
        all.all(|h| self.subject(h).is_some_and(|p| p.head == subject.head)).then_some((first, subject))
    }

    /// A subject that agrees with the pronoun, or what it was traced to where it is that pronoun itself.
    fn agreeing(&self, g: usize, p: &Phrase, plural: bool) -> Option<Range<usize>> {
        let w = self.w;
        if w.ptb(p.head) == Ptb::Prp {
            return is_pronoun(w, p, plural).then(|| self.known(p.head)).flatten();
        }
        let group = self.groups.get(g)?;
        let several = matches!(w.low(group.start), "were" | "are" | "have");
        let both = with_partner(w, p);
        if both.end > full(w, p).end {
            return plural.then_some(both);
        }
        // "Rovers have not lost"
        let aside = p.left().checked_sub(1).is_some_and(|b| w.is_comma(b));
        let name = w.tag(p.head).is_name() && several && plural && !aside && !self.is_person(p);
        let single = !plural && several;
        ((name || self.may_be(p, plural)) && !single).then(|| full(w, p))
    }

    /// The nouns of a clause besides its subject that "it" or "they" could mean as well.
    fn objects(&self, g: usize, subject: &Phrase, before: usize) -> impl Iterator<Item = Phrase> {
        let subject = subject.head;
        self.object(g).into_iter().filter(move |o| o.head != subject && o.head < before)
    }

    fn object(&self, g: usize) -> Option<Phrase> {
        let w = self.w;
        let main = self.groups.get(g)?.main;
        let behind = main + 1 + usize::from(w.ptb(main + 1) == Ptb::Rp);
        w.phrase(behind).filter(|p| p.left() == behind && !w.is_timed(p.head))
    }

    fn is_content_with(&self, h: usize, plural: bool) -> bool {
        self.clauses.get(h).is_some_and(|c| c.role == Role::Content)
            && self.subject(h).is_some_and(|p| self.may_be(&p, plural))
    }

    /// Whether "it" or "they" may mean a phrase.
    fn may_be(&self, p: &Phrase, plural: bool) -> bool {
        let w = self.w;
        let none = status::is_no(w.low(p.start)) || matches!(w.low(p.start), "any" | "each" | "every" | "another");
        if none || w.is_timed(p.head) || w.ptb(p.start) == Ptb::Cd && (p.start == p.head || !plural) {
            return false;
        }
        let named = w.tag(p.head).is_name();
        match w.ptb(p.head) {
            Ptb::Nns | Ptb::Nnps if plural => true,
            Ptb::Nn if plural => matches!(w.low(p.head), "police" | "people"),
            Ptb::Nn => (p.start != p.head || p.owner.is_some()) && !self.is_person(p),
            Ptb::Nnp => !plural && named && !self.is_person(p) && !self.cast.named(p.head).is_some_and(|m| m.place),
            Ptb::Nnps => !self.is_person(p),
            _ => false,
        }
    }

    fn is_person(&self, p: &Phrase) -> bool {
        let w = self.w;
        if w.tag(p.head).is_name() {
            return self.cast.named(p.head).is_some_and(|m| m.person);
        }
        w.senses(p.head).any(&[Sense::Role, Sense::Male, Sense::Female])
            && !is_body(w.low(p.head))
            && !things_said(w.low(p.head))
            || matches!(w.low(p.head), "nobody" | "anyone" | "someone" | "everyone")
    }

    /// Whether the subject is a body and the pronoun does something: "The army took the town. It shot two men."
    fn acts(&self, subject: &Phrase, group: &Group) -> bool {
        let w = self.w;
        let low = w.low(subject.head);
        let body = if w.tag(subject.head).is_name() { is_body_name(low) } else { is_acting(low) };
        body && !group.passive && !group.copula && !happens_to_things(w.lemma(group.main))
    }
}

fn is_pronoun(w: &Words, p: &Phrase, plural: bool) -> bool {
    w.low(p.head) == if plural { "they" } else { "it" }
}

/// "It is clear that", "it took an hour", "it rained": no thing that was spoken of.
fn is_empty(w: &Words, group: &Group) -> bool {
    let lemma = w.lemma(group.main);
    let that = (group.main + 1..group.main + 5).take_while(|k| !w.is_mark(*k)).any(|k| w.low(k) == "that");
    let behind = || (group.main + 1..group.main + 9).take_while(|k| !w.is_mark(*k));
    let clause =
        |k: usize| matches!(w.low(k), "that" | "to" | "who" | "whom" | "which" | "whether" | "if" | "when" | "until");
    let planned = w.low(group.main + 1) == "to";
    group.copula && !planned && (w.is_timed(group.main + 1) || behind().any(clause))
        || that && (group.passive || !w.has(group.main, Sense::VerbReporting))
        || matches!(
            lemma,
            "take" | "seem" | "appear" | "happen" | "turn" | "emerge" | "rain" | "snow" | "look" | "matter"
        )
}
