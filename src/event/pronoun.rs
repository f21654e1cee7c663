//! Whom or what a pronoun in the place of a subject means, where the text leaves no doubt.

mod nouns;
mod person;
mod thing;

use super::clause::Clause;
use super::group::Group;
use super::source::{Cast, Gender};
use super::words::{Phrase, Words};
use super::{Event, Referent};
use crate::compact::Packed;
use crate::text::Ptb;
use std::ops::Range;

pub(super) use nouns::ends_like_a_doer;

/// Longer sentences, in tokens, are lists and tables.
const LONGEST: usize = 200;

/// Gives each event whose subject is a pronoun the noun that it means.
pub(super) fn settle(w: &Words, groups: &Packed<Group>, clauses: &Packed<Clause>, cast: &Cast, events: &mut [Event]) {
    let mut trace = Trace { w, groups, clauses, cast, meant: Vec::new() };
    for g in 0..groups.len() {
        trace.read(g);
    }
    let mut meant = trace.meant;
    meant.sort_by_key(|m| m.token);
    for event in events {
        let Some(subject) = event.syntax().subject.filter(|s| s.len() <= "they".len()) else { continue };
        let token = w.doc.tokens.partition_point(|t| (t.start as usize) < subject.start);
        let found = meant.binary_search_by_key(&token, |m| m.token).ok().and_then(|n| meant.get(n));
        event.set_referent(found.and_then(|m| m.noun.clone()).map(|noun| referent(w, noun)));
    }
}

/// A noun as it is shown: whether the capital of its first word only opens a sentence.
fn referent(w: &Words, noun: Range<usize>) -> Referent {
    let first = noun.start;
    let opens = w.sentence(first).start == first;
    let named = w.tag(first).is_name() || w.ptb(first) == Ptb::Jj && is_of_a_country(w.low(first));
    let named = named || is_named_nearby(w, first);
    Referent { span: w.span(noun), name: named, small: opens && !named }
}

/// Whether a word has its capital elsewhere, too: "Rovers" of "Town Rovers".
fn is_named_nearby(w: &Words, token: usize) -> bool {
    let same = |k: &usize| w.tag(*k).is_name() && w.low(*k) == w.low(token) && w.sentence(*k).start != *k;
    (token.saturating_sub(300)..token + 300).any(|k| same(&k))
}

/// "European", "British", "Chinese": an adjective with a capital of its own.
fn is_of_a_country(adjective: &str) -> bool {
    ["an", "ish", "ese", "ench", "eli", "aqi", "utch"].iter().any(|end| adjective.ends_with(end))
}

/// A pronoun and what it means; none where that stays open.
struct Meant {
    token: usize,
    noun: Option<Range<usize>>,
}

struct Trace<'w, 'd> {
    w: &'w Words<'d>,
    groups: &'w Packed<Group>,
    clauses: &'w Packed<Clause>,
    cast: &'w Cast,
    meant: Vec<Meant>,
}

impl Trace<'_, '_> {
    fn read(&mut self, g: usize) {
        let w = self.w;
        let Some(p) = self.subject(g).filter(|p| w.ptb(p.head) == Ptb::Prp && !w.is_quoted(p.head)) else { return };
        if self.meant.last().is_some_and(|m| m.token == p.head) {
            return;
        }
        let noun = match w.low(p.head) {
            "he" => self.person(g, p.head, Gender::Male),
            "she" => self.person(g, p.head, Gender::Female),
            "it" => self.thing(g, p.head, false),
            "they" => self.thing(g, p.head, true),
            _ => return,
        };
        self.meant.push(Meant { token: p.head, noun });
    }

    fn subject(&self, g: usize) -> Option<Phrase> {
        self.clauses.get(g)?.subject
    }

    /// What a pronoun before was traced to.
    fn known(&self, token: usize) -> Option<Range<usize>> {
        self.meant.iter().rev().take(40).find(|m| m.token == token).and_then(|m| m.noun.clone())
    }
}
