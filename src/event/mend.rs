//! Clauses that only their neighbours tell how to hang: what a saying in the middle of a sentence parts.

use super::Role;
use super::clause::{Clause, takes_content};
use super::group::{Form, Group};
use super::lexicon::Sense;
use super::words::Words;
use crate::text::Ptb;

/// What belongs to the verb groups of one sentence, by their numbers in the document.
struct Numbered<'s, T> {
    first: usize,
    items: &'s mut [T],
}

impl<T> Numbered<'_, T> {
    fn get(&self, g: usize) -> Option<&T> {
        self.items.get(g.checked_sub(self.first)?)
    }

    fn get_mut(&mut self, g: usize) -> Option<&mut T> {
        self.items.get_mut(g.checked_sub(self.first)?)
    }
}

/// Hangs the clauses of one sentence, the first of which has the number `first`, anew where the clause beside them says
/// how.
pub(super) fn mend(w: &Words, groups: &mut [Group], clauses: &mut [Clause], first: usize) {
    let range = first..first + groups.len();
    let (groups, clauses) = (&Numbered { first, items: groups }, &mut Numbered { first, items: clauses });
    for g in range.clone() {
        said_of_noun(w, groups, clauses, g);
        report_of_noun(w, groups, clauses, g);
        wanted_thing(w, groups, clauses, g);
        behind_condition(w, groups, clauses, g);
    }
    for g in range.clone() {
        over_saying(w, groups, clauses, g, range.end);
    }
}

/// "the lockdown, which critics *said* would ruin trade": the verb right behind a saying that describes a noun is said of it.
fn said_of_noun(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(h) = g.checked_sub(1) else { return };
    let (Some(saying), Some(up), Some(group)) = (groups.get(h), clauses.get(h), groups.get(g)) else { return };
    let beside = (saying.main + 1..group.start).all(|k| w.is_timed(k) || w.is_adverb(k) || w.ptb(k) == Ptb::In);
    let told = up.role == Role::Relative && takes_content(w, saying.main) && up.subject.is_some();
    if !told || !beside || group.form != Form::Finite || saying.form != Form::Finite || saying.passive {
        return;
    }
    let (noun, old) = (up.noun.and_then(|n| w.phrase(n)), up.governor);
    if let Some(c) = clauses.get_mut(g) {
        let left = group.start;
        *c = Clause {
            subject: noun,
            left,
            joint: Some(saying.main),
            governor: Some(h),
            noun: None,
            role: Role::Content,
        };
    }
    // "..., which he promised would report in May, and rejected a deal": that is no part of it.
    let outer = old.and_then(|o| clauses.get(o)).and_then(|c| c.subject);
    for c in clauses.items.iter_mut().skip(g + 1 - clauses.first).take(3) {
        let comma = c.joint.and_then(|j| j.checked_sub(1)).is_some_and(|b| w.is_comma(b));
        if c.role == Role::Coordinate && c.governor == Some(g) && comma {
            (c.governor, c.subject) = (old, outer);
        }
    }
}

/// "rejected suggestions that it had been rushed", "claims online that a man was shot": what is claimed, where the tagger
/// saw a clause that describes the noun.
fn report_of_noun(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let (Some(group), Some(clause)) = (groups.get(g), clauses.get(g)) else { return };
    let Some(that) = clause.joint.filter(|j| w.low(*j) == "that" && clause.role == Role::Relative) else { return };
    // Its own verb leaves no room for the noun: "suggestions that he made".
    let complete = group.passive || group.copula || w.phrase(group.main + 1).is_some_and(|p| p.start == group.main + 1);
    let own = clause.subject.is_some_and(|p| p.head > that && !matches!(w.ptb(p.head), Ptb::Wdt | Ptb::Wp));
    if !own || !complete || group.form != Form::Finite {
        return;
    }
    // "claims circulating online that"
    let over = clause.governor.filter(|_| clause.noun.is_none()).and_then(|h| clauses.get(h));
    let noun = clause.noun.or(over.filter(|c| c.role == Role::Relative).and_then(|c| c.noun));
    let Some(p) = noun.filter(|n| w.has(*n, Sense::NounReporting)).and_then(|n| w.phrase(n)) else { return };
    let before = groups.items.partition_point(|x| x.main < p.left());
    let governor = before.checked_sub(1).map(|before| groups.first + before);
    let head = p.head;
    if let Some(c) = clauses.get_mut(g) {
        (c.role, c.noun) = (Role::Content, Some(head));
        c.governor = governor.filter(|h| w.sentence(groups.get(*h).map_or(0, |x| x.main)).contains(&head));
    }
}

/// "wants a price that the bank has refused": nobody wants that something is so.
fn wanted_thing(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(clause) = clauses.get(g).filter(|c| c.role == Role::Content && c.noun.is_none()) else { return };
    let Some(that) = clause.joint.filter(|j| w.low(*j) == "that") else { return };
    let Some(wants) = clause.governor.and_then(|h| groups.get(h)) else { return };
    let thing = that.checked_sub(1).and_then(|b| w.phrase(b)).filter(|p| p.left() == wants.main + 1);
    if let Some(thing) = thing.filter(|_| matches!(w.lemma(wants.main), "want" | "need" | "like" | "love" | "hate"))
        && let Some(c) = clauses.get_mut(g)
    {
        (c.role, c.noun) = (Role::Relative, Some(thing.head));
    }
}

/// "Had it been read, it would have been sold," said the mayor: what stands behind a condition and its comma is the main
/// clause, whatever verb the condition has.
fn behind_condition(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let (Some(group), Some(clause)) = (groups.get(g), clauses.get(g)) else { return };
    let Some(h) = clause.governor.filter(|h| *h < g && clause.role == Role::Content && group.modal.is_some()) else {
        return;
    };
    let Some(first) = clauses.get(h).filter(|c| c.role == Role::Condition) else { return };
    let main = groups.get(h).map_or(0, |x| x.main);
    if !(main + 1..group.start).any(|k| w.is_comma(k)) || (main + 1..group.start).any(|k| w.is_quote_mark(k)) {
        return;
    }
    let saying = first.governor.filter(|s| *s > g);
    if let Some(c) = clauses.get_mut(g) {
        (c.governor, c.role) = (saying, if saying.is_some() { Role::Content } else { Role::Main });
    }
    if let Some(c) = clauses.get_mut(h) {
        c.governor = Some(g);
    }
}

/// "If they stay shut, says the bank, it could be worse": a condition hangs on what is said, not on the saying between.
fn over_saying(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize, end: usize) {
    let Some(h) = clauses.get(g).and_then(|c| c.governor).filter(|h| *h > g) else { return };
    let hangs = |c: &Clause| {
        matches!(
            c.role,
            Role::Condition | Role::When | Role::After | Role::Before | Role::Since | Role::Until | Role::Cause
        )
    };
    let (Some(saying), Some(_)) = (groups.get(h), clauses.get(g).filter(|c| hangs(c))) else { return };
    let between = saying.form == Form::Finite && takes_content(w, saying.main) && !w.is_quoted(saying.main);
    let said = |n: &usize| clauses.get(*n).is_some_and(|c| c.role == Role::Content && c.governor == Some(h));
    // "If they do, she said, “we are back in May”": only what is in the marks is hers.
    let own = |n: &usize| groups.get(g).map(|x| w.is_quoted(x.main)) == groups.get(*n).map(|x| w.is_quoted(x.main));
    let next = (h + 1..end).take(3).find(said).filter(|n| between && own(n));
    if let (Some(next), Some(c)) = (next, clauses.get_mut(g)) {
        c.governor = Some(next);
    }
}
