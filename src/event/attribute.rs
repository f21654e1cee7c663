//! Attribution: which saying each quotation and each reported clause belongs to.

use super::build::{Build, Candidate};
use super::clause::takes_content;
use super::group::{Form, Group};
use super::lexicon::Sense;
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
        found
    }

    /// Whole clauses are speech; a word or two in marks are the writer's quoting.
    fn is_speech(&self, q: &Quotation) -> bool {
        let first = self.groups.partition_point(|g| g.main < q.tokens.start);
        self.groups
            .get(first..)
            .unwrap_or_default()
            .iter()
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
            for (n, g) in self.groups.iter().enumerate().skip(from).take_while(|(_, g)| g.main < limit) {
                if outside(g) && takes_content(w, g.main) && g.main < q.tokens.end + 25 {
                    return event(n);
                }
            }
        }
        // Before: the last verb that takes content in the sentence where the quotation begins.
        let start = w.sentence(q.tokens.start).start.min(w.sentence(q.tokens.start.saturating_sub(2)).start);
        let to = self.groups.partition_point(|g| g.main < q.tokens.start);
        for n in (0..to).rev() {
            let Some(g) = self.groups.get(n).filter(|g| g.main >= start) else { break };
            if outside(g) && takes_content(w, g.main) && w.senses(g.main).any(&[Sense::VerbReporting, Sense::Denying]) {
                return event(n);
            }
        }
        None
    }

    /// Gives each event its source; the speakers' names, for each event of saying.
    pub(super) fn sources(
        &self,
        candidates: &[Candidate],
        cast: &Cast,
        speaks: &[Option<(usize, usize)>],
        events: &mut [Event],
        pool: &mut Pool,
    ) -> Vec<Option<Text>> {
        let w = self.w;
        let mut speakers: Vec<Option<(Text, Place)>> = vec![None; events.len()];
        for (n, c) in candidates.iter().enumerate() {
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
            let phrase = if w.low(c.token) == "according" {
                // "according to a report by the agency"
                let p = w.phrase(c.token + 2).copied();
                let author = p.filter(|p| w.low(p.end) == "by").and_then(|p| w.phrase(p.end + 1)).copied();
                author.or(p)
            } else {
                source::speaker(w, group, clause, self.groups, self.clauses)
            };
            // "Nobody says how"
            let phrase = phrase.filter(|p| p.owner.is_some() || !status::is_no(w.low(p.start)));
            if let (Some(p), Some(slot)) = (phrase, speakers.get_mut(n)) {
                let (name, span) = cast.name(w, &p);
                *slot = Some((pool.get(&name), span.into()));
            }
        }
        // "I", "we" inside of a quotation are whoever speaks it.
        for (n, c) in candidates.iter().enumerate() {
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
            let outer = if unknown { self.saying_above(events, n, &speakers) } else { None };
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
            let inner = above.and_then(|e| events.get(e)).is_some_and(|e| e.quoted && e.status == Status::Happened);
            if saying.is_none() || inner {
                saying = above;
            }
            if saying.is_none()
                && let Ok(k) = list.binary_search_by_key(&event.sentence(), |x| x.0)
                && let Some(&(_, e)) = list.get(k)
                && e != n
                && !self.aside(event.token())
                && !w
                    .phrase(events.get(e).map_or(0, |x| x.token()) + 2)
                    .is_some_and(|p| w.low(p.head) != "police" && source::is_unnamed_group(w, p))
            {
                saying = Some(e);
            }
            if let Some((name, span)) = self.account(cast, event)
                && let Some(event) = events.get_mut(n)
            {
                event.set_speaker(pool.get(&name), Some(span), None);
                continue;
            }
            let Some(e) = saying else { continue };
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
        let owner = p.owner.and_then(|_| p.start.checked_sub(2)).and_then(|o| w.phrase(o))?;
        Some(cast.name(w, owner))
    }

    /// The saying that an event is told in: up through the clauses that govern its own. Nouns take their clause's verb.
    fn saying_above(&self, events: &[Event], n: usize, speakers: &[Option<(Text, Place)>]) -> Option<usize> {
        let w = self.w;
        let event = events.get(n)?;
        let host = self.hosts.get(event.token()).and_then(|h| h.get());
        let mut at = match event.trigger {
            Trigger::Noun => host?,
            _ => self.groups.partition_point(|g| g.main < event.token()),
        };
        if event.trigger != Trigger::Noun && self.groups.get(at).is_none_or(|g| g.main != event.token()) {
            at = host?;
        }
        for _ in 0..16 {
            let clause = self.clauses.get(at)?;
            let above = clause.governor.filter(|h| *h != at)?;
            let group = self.groups.get(above)?;
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
                // What a relative clause behind a comma adds is the writer's, also on an apposition ("an idea that ...").
                Role::Relative | Role::When
                    if clause.joint.is_some_and(|j| {
                        w.is_comma(j) && clause.role == Role::Relative
                            || j > 0 && w.is_comma(j - 1) && w.ptb(j) == Ptb::Wrb
                    }) || clause.role == Role::Relative
                        && clause.noun.and_then(|n| w.phrase(n)).is_some_and(|p| self.is_added(p)) =>
                {
                    return None;
                }
                _ => false,
            };
            if says
                && let Some(e) = saying.filter(|e| *e != n)
                && let Some(Some((_, _))) = speakers.get(e)
            {
                // "..., officials said": the writer's own words on the authority of somebody who is not named.
                let behind = group.main > self.groups.get(at).map_or(0, |g| g.main);
                let unnamed =
                    self.clauses.get(above).and_then(|c| c.subject).is_some_and(|p| source::is_unnamed_group(w, &p));
                if behind && unnamed && !self.in_quotation(event.token()) {
                    return None;
                }
                return Some(e);
            }
            at = above;
        }
        None
    }

    /// Whether a phrase is added to the noun before it: "the spare, an *antenna* that cracked".
    fn is_added(&self, p: &Phrase) -> bool {
        let w = self.w;
        let Some(comma) = p.left().checked_sub(1).filter(|c| w.is_comma(*c)) else { return false };
        matches!(w.low(p.start), "a" | "an")
            && comma.checked_sub(1).and_then(|b| w.phrase(b)).is_some()
            && !self.in_quotation(p.head)
    }

    /// Whether a token stands in a relative clause, which an "according to" beside the main clause does not cover.
    fn aside(&self, token: usize) -> bool {
        let own = self.groups.partition_point(|g| g.main < token);
        let own = self.groups.get(own).filter(|g| g.main == token).map(|_| own);
        let host = own.or_else(|| self.hosts.get(token).and_then(|h| h.get()));
        host.and_then(|h| self.clauses.get(h)).is_some_and(|c| c.role == Role::Relative)
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
