//! Attribution: which saying each quotation and each reported clause belongs to.

use super::build::Build;
use super::clause::{Clause, takes_content};
use super::group::{Form, Group};
use super::lexicon::{Sense, is_text};
use super::quote::Quotation;
use super::source::Cast;
use super::words::Phrase;
use super::{Class, Event, Role, Status, Trigger, source, status};
use crate::compact::Place;
use crate::shared::{Pool, Text};
use crate::span::Span;
use crate::text::Ptb;

impl Build<'_, '_> {
    /// For each quotation that is speech, the group that says so and its event.
    pub(super) fn speaking_quotations(&self) -> Vec<Option<(usize, usize)>> {
        let w = self.w;
        let mut found: Vec<Option<(usize, usize)>> = vec![None; self.quotations.len()];
        for (n, q) in self.quotations.iter().enumerate() {
            if let Some(slot) = found.get_mut(n) {
                *slot = self.saying_beside(q);
            }
        }
        // What has no saying of its own goes with its neighbour in the paragraph, and over the break when it continues.
        let paragraph = |q: &Quotation| w.doc.sentences.get(w.doc.sentence_of(q.tokens.start)).map(|s| s.paragraph);
        for n in 0..found.len() {
            let (Some(q), Some(None)) = (self.quotations.get(n), found.get(n)) else { continue };
            if !self.is_speech(q) {
                continue;
            }
            let before = n.checked_sub(1).and_then(|m| Some((self.quotations.get(m)?, (*found.get(m)?)?)));
            if let Some((p, saying)) = before
                && (q.continues || paragraph(p) == paragraph(q))
                && let Some(slot) = found.get_mut(n)
            {
                *slot = Some(saying);
            }
        }
        for n in (0..found.len()).rev() {
            let (Some(q), Some(None)) = (self.quotations.get(n), found.get(n)) else { continue };
            let after = self.quotations.get(n + 1).zip(found.get(n + 1).copied().flatten());
            if let Some((p, saying)) = after
                && self.is_speech(q)
                && (p.continues || paragraph(p) == paragraph(q))
                && let Some(slot) = found.get_mut(n)
            {
                *slot = Some(saying);
            }
        }
        for n in 0..found.len() {
            let (Some(q), Some(None)) = (self.quotations.get(n), found.get(n)) else { continue };
            if let Some(saying) = Some(q).filter(|q| self.is_speech(q) && self.stands_alone(q)).and_then(|q| {
                let last = n.checked_sub(1).and_then(|m| Some((self.quotations.get(m)?, (*found.get(m)?)?)));
                self.saying_of_before(q, last)
            }) && let Some(slot) = found.get_mut(n)
            {
                *slot = Some(saying);
            }
        }
        found
    }

    /// Whether a quotation is a sentence of its own, without any word of the narrator's.
    fn stands_alone(&self, q: &Quotation) -> bool {
        let w = self.w;
        let start = w.sentence(q.tokens.start).start;
        let end = w.sentence(q.tokens.end.saturating_sub(1)).end;
        (start..q.tokens.start).all(|k| w.is_mark(k)) && (q.tokens.end..end).all(|k| w.is_mark(k))
    }

    /// The saying that a quotation without one of its own goes on with: of the narrator's sentence before it in its
    /// paragraph, or of the quotation that ends the paragraph before, when it is a paragraph itself.
    fn saying_of_before(&self, q: &Quotation, last: Option<(&Quotation, (usize, usize))>) -> Option<(usize, usize)> {
        let w = self.w;
        let paragraph = |i: usize| w.doc.sentences.get(w.doc.sentence_of(i)).map(|s| s.paragraph);
        let to = self.groups.partition_point(|g| g.main < q.tokens.start);
        let sentence = w.doc.sentence_of(q.tokens.start);
        let says = |g: &Group| {
            g.form == Form::Finite && w.has(g.main, Sense::VerbReporting) && g.modal.is_none() && !g.negative
        };
        for n in (to.saturating_sub(12)..to).rev() {
            let Some(g) = self.groups.get(n).filter(|g| paragraph(g.main) == paragraph(q.tokens.start)) else { break };
            if sentence - w.doc.sentence_of(g.main).min(sentence) > 2 || self.quotation(g.main).is_some() {
                break;
            }
            if says(&g) && !g.passive {
                return self.event_of_group.get(n).and_then(|e| e.get()).map(|e| (n, e));
            }
        }
        let here = paragraph(q.tokens.start)?;
        let (p, saying) = last?;
        let opens = q.tokens.start.checked_sub(2).is_none_or(|b| paragraph(b) != Some(here));
        (opens && paragraph(p.tokens.start)? + 1 == here).then_some(saying)
    }

    /// Who speaks a quotation that nobody is said to speak: the person whom the sentence before it, of the same paragraph,
    /// is about.
    fn person_before(&self, q: &Quotation) -> Option<Phrase> {
        let w = self.w;
        let paragraph = |i: usize| w.doc.sentences.get(w.doc.sentence_of(i)).map(|s| s.paragraph);
        let sentence = w.doc.sentence_of(q.tokens.start).checked_sub(1)?;
        let first = w.doc.sentences.get(sentence)?.tokens.start;
        let n = self.groups.partition_point(|g| g.main < first);
        let main = |(g, c): &(Group, Clause)| g.form == Form::Finite && matches!(c.role, Role::Main | Role::Coordinate);
        let here = self.groups.within(n..n + 8).zip(self.clauses.within(n..n + 8));
        let (_, clause) = here.take_while(|(g, _)| g.main < q.tokens.start).find(main)?;
        let p = clause.subject.filter(|_| paragraph(first) == paragraph(q.tokens.start) && self.stands_alone(q))?;
        (self.is_speech(q) && source::is_person(w, &p) && !self.in_quotation(p.head)).then_some(p)
    }

    /// Whole clauses are speech; a word or two in marks are the writer's quoting.
    fn is_speech(&self, q: &Quotation) -> bool {
        let first = self.groups.partition_point(|g| g.main < q.tokens.start);
        self.groups
            .within(first..self.groups.len())
            .take_while(|g| g.main < q.tokens.end)
            .any(|g| g.form == Form::Finite)
    }

    /// The reporting verb beside a quotation, in the sentences that it begins and ends in.
    fn saying_beside(&self, q: &Quotation) -> Option<(usize, usize)> {
        let w = self.w;
        if !self.is_speech(q) {
            return None;
        }
        let event = |g: usize| self.event_of_group.get(g).and_then(|e| e.get()).map(|e| (g, e));
        let outside = |g: &Group| !q.tokens.contains(&g.main) && self.quotation(g.main).is_none();
        // Behind: the first verb outside of the marks, up to the end of the sentence where the quotation ends.
        let last = q.tokens.end.saturating_sub(1);
        let limit = w.sentence(last).end.max(w.sentence(q.tokens.end).end.min(q.tokens.end + 30));
        let from = self.groups.partition_point(|g| g.main < q.tokens.end);
        let closing = w.low(last);
        if matches!(closing, "," | "?" | "!" | "--" | "—" | "...")
            || matches!(w.low(q.tokens.end + 1), "," | "--" | "—")
        {
            for (n, g) in (from..).zip(self.groups.within(from..self.groups.len())).take_while(|(_, g)| g.main < limit)
            {
                if outside(&g) && takes_content(w, g.main) && g.main < q.tokens.end + 25 {
                    return event(n);
                }
            }
        }
        // Before: the last verb that takes content in the sentence where the quotation begins.
        let start = w.sentence(q.tokens.start).start.min(w.sentence(q.tokens.start.saturating_sub(2)).start);
        let to = self.groups.partition_point(|g| g.main < q.tokens.start);
        for n in (0..to).rev() {
            let Some(g) = self.groups.get(n).filter(|g| g.main >= start) else { break };
            // "called it “the last one you will buy”"
            let names = matches!(w.lemma(g.main), "call" | "describe" | "dub" | "label") && q.tokens.start - g.main < 6;
            let says = takes_content(w, g.main) && w.senses(g.main).any(&[Sense::VerbReporting, Sense::Denying]);
            if outside(&g) && (says || names) {
                return event(n);
            }
        }
        None
    }

    /// Gives each event its source; the speakers' names, for each event of saying.
    pub(super) fn sources(
        &self,
        cast: &Cast,
        speaks: &[Option<(usize, usize)>],
        events: &mut [Event],
        pool: &mut Pool,
    ) -> Vec<Option<Text>> {
        let w = self.w;
        let mut speakers: Vec<Option<(Text, Place)>> = vec![None; events.len()];
        for (n, c) in self.candidates.iter().enumerate() {
            let Some(event) = events.get(n) else { continue };
            let Some(g) = c.group().filter(|_| c.trigger == Trigger::Verb) else {
                // "Khamenei's remarks that ..."
                continue;
            };
            let (Some(group), Some(clause)) = (self.groups.get(g), self.clauses.get(g)) else { continue };
            let says =
                w.senses(c.token).any(&[Sense::VerbReporting, Sense::VerbIState, Sense::Doubting, Sense::Denying])
                    || commits(w.lemma(c.token))
                    || w.lemma(c.token) == "rule";
            if !says && event.class != Class::Reporting {
                continue;
            }
            // "has not said whether he will sign": who does not say it asserts nothing.
            if group.negative && w.has(c.token, Sense::VerbReporting) && !w.has(c.token, Sense::Denying) {
                continue;
            }
            let phrase = if w.low(c.token) == "according" {
                // "according to a report by the agency"
                let p = w.phrase(c.token + 2);
                let author = p.filter(|p| w.low(p.end) == "by").and_then(|p| w.phrase(p.end + 1));
                // "according to minutes seen by this paper": nobody.
                author.or(p).filter(|p| w.ptb(p.head) != Ptb::Nns || source::may_think(w, p))
            } else {
                source::speaker(w, &group, &clause, self.groups, self.clauses)
            };
            // "Nobody says how"
            let phrase = phrase.filter(|p| p.owner.is_some() || !status::is_no(w.low(p.start)));
            let reports =
                w.senses(c.token).any(&[Sense::VerbReporting, Sense::Denying]) || w.low(c.token) == "according";
            let phrase = phrase.filter(|p| reports || source::may_think(w, p));
            // A document does not promise or threaten: what it holds is the writer's to tell.
            let phrase = phrase.filter(|p| !commits(w.lemma(c.token)) || !is_text(w.low(p.head)));
            let phrase = phrase.filter(|p| !matches!(w.ptb(p.head), Ptb::Wp | Ptb::Wdt | Ptb::Ex));
            if let (Some(p), Some(slot)) = (phrase, speakers.get_mut(n)) {
                let (name, span) = cast.name(w, &p);
                *slot = Some((pool.get(&name), span.into()));
            }
        }
        // "I", "we" inside of a quotation are whoever speaks it.
        for (n, c) in self.candidates.iter().enumerate() {
            let own = speakers.get(n).cloned().flatten();
            let first_person = own.as_ref().is_some_and(|(name, _)| matches!(name.as_str(), "I" | "we" | "We" | "i"));
            if !first_person {
                continue;
            }
            let outer = self.quotation(c.token).and_then(|q| speaks.get(q).copied().flatten()).filter(|(_, e)| *e != n);
            let name = outer.and_then(|(_, e)| speakers.get(e).cloned().flatten());
            if let (Some(name), Some(slot)) = (name, speakers.get_mut(n)) {
                *slot = Some((name.0, own.map_or(Place::NONE, |o| o.1)));
            }
        }
        // "Officials said they had found signs that ...": a pronoun that nobody was found for is whoever says so.
        for n in 0..events.len() {
            let unknown = speakers
                .get(n)
                .and_then(Option::as_ref)
                .is_some_and(|(name, _)| ["he", "she", "they", "it"].iter().any(|p| name.eq_ignore_ascii_case(p)));
            // "Ash said she believed that ...": who says so believes it.
            let thinks = events.get(n).is_some_and(|e| {
                let g = self.groups.partition_point(|g| g.main < e.token());
                let subject = self.clauses.get(g).filter(|c| c.role == Role::Content).and_then(|c| c.subject);
                let pronoun = subject.is_some_and(|p| matches!(w.low(p.head), "he" | "she" | "they" | "it"));
                pronoun && w.has(e.token(), Sense::VerbIState) && !self.in_quotation(e.token())
            });
            let outer = if unknown || thinks { self.saying_above(events, n, &speakers) } else { None };
            let name = outer.and_then(|e| speakers.get(e).cloned().flatten());
            if let (Some(name), Some(slot)) = (name, speakers.get_mut(n)) {
                *slot = Some(name);
            }
        }
        // The sentence and event of each "according to".
        let mut list = Vec::new();
        for (n, e) in events.iter().enumerate() {
            if e.text.eq_ignore_ascii_case("according") {
                list.push((e.sentence(), n));
            }
        }
        for n in 0..events.len() {
            let Some(event) = events.get(n) else { continue };
            let token = event.token();
            let mut saying = None;
            // In a quotation: who speaks it.
            if let Some((g, e)) = self.quotation(event.token()).and_then(|q| speaks.get(q).copied().flatten())
                && e != n
                && self.groups.get(g).is_some()
            {
                saying = Some(e);
            }
            // The innermost saying counts: in a quotation, one that is quoted with it.
            let above = self.saying_above(events, n, &speakers);
            let inner = above.and_then(|e| events.get(e)).is_some_and(|e| {
                let says = w.senses(e.token()).any(&[Sense::VerbReporting, Sense::Denying]);
                says && e.quoted && e.status == Status::Happened
            });
            if saying.is_none() || inner {
                saying = above;
            }
            if saying.is_none()
                && let Ok(k) = list.binary_search_by_key(&event.sentence(), |x| x.0)
                && let Some(&(_, e)) = list.get(k)
                && e != n
                && !self.aside(n, event.token())
            {
                saying = Some(e);
            }
            if let Some((name, span)) = self.account(cast, event)
                && let Some(event) = events.get_mut(n)
            {
                event.set_speaker(pool.get(&name), Some(span), None);
                continue;
            }
            let Some(e) = saying else {
                let quotation = self.quotation(token).and_then(|q| self.quotations.get(q));
                let person = quotation.and_then(|q| self.person_before(q));
                if let Some(p) = person
                    && let Some(event) = events.get_mut(n)
                {
                    let (name, span) = cast.name(w, &p);
                    event.set_speaker(pool.get(&name), Some(span), None);
                }
                continue;
            };
            let named = speakers.get(e).cloned().flatten();
            if let (Some((name, span)), Some(event)) = (named, events.get_mut(n)) {
                event.set_speaker(name, span.span(), Some(e));
            }
        }
        speakers.into_iter().map(|s| s.map(|(name, _)| name)).collect()
    }

    /// Whose account it is that an event is told in: "the firm's account that the leak was *stopped*".
    fn account(&self, cast: &Cast, event: &Event) -> Option<(String, Span)> {
        let w = self.w;
        let g = self.groups.partition_point(|g| g.main < event.token());
        self.groups.get(g).filter(|x| x.main == event.token() && event.trigger == Trigger::Verb)?;
        let noun = self.clauses.get(g).filter(|c| c.role == Role::Content)?.noun?;
        let p = w.phrase(noun).filter(|_| w.has(noun, Sense::NounReporting) || w.low(noun) == "account")?;
        if let Some(owner) = p.owner.and_then(|_| p.start.checked_sub(2)).and_then(|o| w.phrase(o)) {
            return Some(cast.name(w, &owner));
        }
        // "Rumours that she had turned it down", "a complaint that": nobody but they say so.
        let loose = matches!(w.lemma(noun), "rumour" | "rumor" | "report" | "complaint" | "allegation" | "accusation");
        let verb = p.left().checked_sub(1).is_some_and(|b| w.tag(b).is_verb() && w.has(b, Sense::Denying));
        let quoted = self.in_quotation(event.token());
        (loose && !verb && !quoted)
            .then(|| (source::trim_article(w.span(p.left()..p.end).of(w.doc.text)), w.span(p.left()..p.end)))
    }

    /// The saying that an event is told in: up through the clauses that govern its own. Nouns take their clause's verb.
    fn saying_above(&self, events: &[Event], n: usize, speakers: &[Option<(Text, Place)>]) -> Option<usize> {
        let w = self.w;
        let event = events.get(n)?;
        let host = self.host(n);
        let mut at = match event.trigger {
            Trigger::Noun => host?,
            _ => self.groups.partition_point(|g| g.main < event.token()),
        };
        if event.trigger != Trigger::Noun && self.groups.get(at).is_none_or(|g| g.main != event.token()) {
            at = host?;
        }
        for _ in 0..16 {
            let clause = self.clauses.get(at)?;
            // "said that the permit nobody renewed had lapsed": what describes the subject is said with its verb.
            let participle = self.groups.get(at).is_some_and(|g| g.form == Form::Participle);
            let added = clause.joint.is_some_and(|j| w.is_comma(j)) && !participle;
            if let Some(noun) = clause.noun.filter(|_| clause.role == Role::Relative && !added) {
                let next = self.clauses.within(at + 1..at + 4);
                let told = |c: &Clause| {
                    c.role == Role::Content
                        && c.governor.is_some_and(|g| g < at)
                        && c.subject.is_some_and(|p| p.head == noun)
                };
                if let Some(k) = next.enumerate().find(|(_, c)| told(c)).map(|(k, _)| k) {
                    at += k + 1;
                    continue;
                }
            }
            let above = clause.governor.filter(|h| *h != at)?;
            let group = self.groups.get(above)?;
            // "“It ends,” Solheim, who heads the mission, said": what describes her is not in the marks.
            let own = self.groups.get(at).is_some_and(|x| !self.in_quotation(x.main));
            if clause.role == Role::Relative && own && self.in_quotation(group.main) {
                return None;
            }
            let saying = self.event_of_group.get(above).and_then(|e| e.get());
            let says = match clause.role {
                Role::Content => true,
                Role::Complement => {
                    let form = self.groups.get(at).map(|g| g.form);
                    let told =
                        form == Some(Form::Gerund) && w.senses(group.main).any(&[Sense::VerbReporting, Sense::Denying]);
                    let foreseen = form == Some(Form::Infinitive)
                        && (matches!(w.lemma(group.main), "expect" | "claim" | "predict")
                            || commits(w.lemma(group.main)))
                        && !group.passive;
                    clause.noun.is_none() && (told || foreseen)
                }
                // "..., as a paper claimed": the writer's own remark.
                Role::When if clause.joint.is_some_and(|j| w.low(j) == "as") && self.says(at) => return None,
                // What a relative clause behind a comma adds is the writer's, also on an apposition ("an idea that ...").
                Role::Relative | Role::When
                    if clause.joint.is_some_and(|j| {
                        w.is_comma(j) && clause.role == Role::Relative
                            || j > 0 && w.is_comma(j - 1) && w.ptb(j) == Ptb::Wrb
                    }) || clause.role == Role::Relative
                        && clause.noun.and_then(|n| w.phrase(n)).is_some_and(|p| self.is_added(&p)) =>
                {
                    return None;
                }
                _ => false,
            };
            if says
                && let Some(e) = saying.filter(|e| *e != n)
                && let Some(Some((_, _))) = speakers.get(e)
            {
                // "..., officials said" in the first sentence: the news itself, which the headline tells too.
                let behind = group.main > self.groups.get(at).map_or(0, |g| g.main);
                let many = self.clauses.get(above).and_then(|c| c.subject).is_some_and(|p| source::is_many(w, &p));
                if behind && many && self.opens_the_news(event.sentence()) && !self.in_quotation(event.token()) {
                    return None;
                }
                return Some(e);
            }
            at = above;
        }
        None
    }

    /// Whether group `g` says something.
    fn says(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|g| self.w.has(g.main, Sense::VerbReporting))
    }

    /// Whether a sentence is the first of a text that goes on.
    fn opens_the_news(&self, sentence: usize) -> bool {
        let all = &self.w.doc.sentences;
        let first = all.iter().position(|s| !s.heading && s.tokens.len() > 8);
        first == Some(sentence) && all.len() > sentence + 1
    }

    /// Whether a phrase is added to the noun before it: "the spare, an *antenna* that cracked".
    fn is_added(&self, p: &Phrase) -> bool {
        let w = self.w;
        let Some(comma) = p.left().checked_sub(1).filter(|c| w.is_comma(*c)) else { return false };
        matches!(w.low(p.start), "a" | "an")
            && comma.checked_sub(1).and_then(|b| w.phrase(b)).is_some()
            && !self.in_quotation(p.head)
    }

    /// Whether event `n` with its token stands in a relative clause, which an "according to" beside the main clause does not cover.
    fn aside(&self, n: usize, token: usize) -> bool {
        let w = self.w;
        let own = self.groups.partition_point(|g| g.main < token);
        let own = self.groups.get(own).filter(|g| g.main == token).map(|_| own);
        let host = own.or_else(|| self.host(n));
        // "It was a boy who found it": the main clause in two.
        let cleft = |c: &Clause| {
            let noun = c.noun.and_then(|n| w.phrase(n)).map(Phrase::left);
            noun.and_then(|b| b.checked_sub(2)).is_some_and(|it| w.low(it) == "it" && w.is_be(it + 1))
        };
        host.and_then(|h| self.clauses.get(h)).is_some_and(|c| c.role == Role::Relative && !cleft(&c))
    }

    fn quotation(&self, token: usize) -> Option<usize> {
        let n = self.quotations.partition_point(|q| q.tokens.end <= token);
        self.quotations.get(n).filter(|q| q.tokens.contains(&token)).map(|_| n)
    }

    pub(super) fn in_quotation(&self, token: usize) -> bool {
        self.quotation(token).is_some()
    }
}

/// Who says that they will do something says so: "threatened to stay at home".
fn commits(lemma: &str) -> bool {
    matches!(lemma, "threaten" | "vow" | "promise" | "pledge" | "offer")
}
