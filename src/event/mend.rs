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
        said_of_both(w, groups, clauses, g);
        behind_date(w, groups, clauses, g);
        added(w, groups, clauses, g);
        said_of_noun(w, groups, clauses, g);
        report_of_noun(w, groups, clauses, g);
        wanted_thing(w, groups, clauses, g);
        behind_condition(w, groups, clauses, g);
        main_of_condition(w, groups, clauses, g);
        no_question(w, groups, clauses, g);
        goes_on_said(w, groups, clauses, g);
    }
    for g in range.clone() {
        over_saying(w, groups, clauses, g, range.end);
    }
}

/// "said Iran and Iraq *would meet*": both are the subject of what is said.
fn said_of_both(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(clause) = clauses.get(g).filter(|c| c.role == Role::Coordinate) else { return };
    let (Some(h), Some(and)) = (clause.governor, clause.joint) else { return };
    let Some(saying) = groups.get(h).filter(|x| w.has(x.main, Sense::VerbReporting) && !w.has(x.main, Sense::Giving))
    else {
        return;
    };
    let own = clause.subject.is_some_and(|p| p.left() == and + 1);
    let first = and.checked_sub(1).and_then(|b| w.phrase(b)).filter(|p| p.end == and && p.left() == saying.main + 1);
    let told = clauses
        .items
        .iter()
        .skip(h.saturating_sub(clauses.first))
        .take(4)
        .any(|c| c.role == Role::Content && c.governor == Some(h));
    if let Some(left) = first.filter(|p| own && !told && !w.is_timed(p.head)).map(|p| p.left())
        && let Some(c) = clauses.get_mut(g)
    {
        (c.role, c.left, c.joint) = (Role::Content, left, Some(saying.main));
    }
}

/// "A summit that had been fixed for 4 May *has been dropped*, one of them added": a day has no verb, what was described has.
fn behind_date(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(clause) = clauses.get(g).filter(|c| c.role == Role::Relative && c.subject.is_none()) else { return };
    let finite = groups.get(g).is_some_and(|x| x.form == Form::Finite && x.start < x.main);
    let dated = clause.noun.is_some_and(|n| w.is_timed(n));
    let before = g.checked_sub(1).and_then(|h| clauses.get(h)).filter(|c| finite && dated && c.role == Role::Relative);
    let Some(mut p) = before.and_then(|c| c.noun).and_then(|n| w.phrase(n)) else { return };
    while let Some(q) = p.left().checked_sub(2).filter(|_| w.low(p.left() - 1) == "of").and_then(|b| w.phrase(b)) {
        p = q;
    }
    let saying = clauses.get(g + 1).is_some_and(|c| c.role == Role::Main && c.joint.is_some_and(|j| w.is_comma(j)));
    let saying = saying && groups.get(g + 1).is_some_and(|x| w.has(x.main, Sense::VerbReporting));
    if let Some(c) = clauses.get_mut(g) {
        (c.role, c.governor) = if saying { (Role::Content, Some(g + 1)) } else { (Role::Main, None) };
        (c.noun, c.subject) = (None, Some(p));
    }
}

/// "declared independence, a step that nobody recognised": what is added describes its own noun.
fn added(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(clause) = clauses.get(g).filter(|c| c.role == Role::Content && c.noun.is_none()) else { return };
    let Some(that) = clause.joint.filter(|j| w.low(*j) == "that") else { return };
    let said = clause.governor.and_then(|h| groups.get(h)).map_or(0, |x| x.main);
    let noun = that.checked_sub(1).and_then(|b| w.phrase(b)).filter(|p| matches!(w.low(p.start), "a" | "an"));
    let comma = noun.and_then(|p| p.left().checked_sub(1)).is_some_and(|b| b > said + 1 && w.is_comma(b));
    if let Some(noun) = noun.filter(|_| comma).map(|p| p.head)
        && let Some(c) = clauses.get_mut(g)
    {
        (c.role, c.noun) = (Role::Relative, Some(noun));
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
    let hangs = matches!(clause.role, Role::Relative | Role::Complement);
    let Some(that) = clause.joint.filter(|j| w.low(*j) == "that" && hangs) else { return };
    // Its own verb leaves no room for the noun: "suggestions that he made".
    let complete = group.passive || group.copula || w.phrase(group.main + 1).is_some_and(|p| p.start == group.main + 1);
    let own = clause.subject.is_some_and(|p| p.head > that && !matches!(w.ptb(p.head), Ptb::Wdt | Ptb::Wp));
    if !own || !complete || group.form != Form::Finite {
        return;
    }
    // "claims circulating online that"
    let over = clause.governor.filter(|_| clause.noun.is_none()).and_then(|h| clauses.get(h));
    let noun = clause.noun.or(over.filter(|c| c.role == Role::Relative).and_then(|c| c.noun));
    // "reports in August that the army was massing"
    let timed = (0..that).rev().take(4).find(|k| !w.is_timed(*k)).filter(|k| *k + 1 < that && w.ptb(*k) == Ptb::In);
    let noun = noun.or(timed.and_then(|k| k.checked_sub(1)).filter(|k| w.tag(*k).is_noun()));
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

/// "If every one worked through the weekend they would finish": without a comma, too, the main clause ends a condition.
fn main_of_condition(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let (Some(group), Some(clause)) = (groups.get(g), clauses.get(g)) else { return };
    let Some(h) = g.checked_sub(1).filter(|_| clause.role == Role::Relative && group.modal.is_some()) else { return };
    let waits = clauses.get(h).is_some_and(|c| c.role == Role::Condition && c.governor.is_none());
    let pronoun = clause.subject.is_some_and(|p| p.end == group.start && w.ptb(p.head) == Ptb::Prp);
    if waits && pronoun {
        if let Some(c) = clauses.get_mut(g) {
            (c.role, c.noun, c.governor) = (Role::Main, None, None);
        }
        if let Some(c) = clauses.get_mut(h) {
            c.governor = Some(g);
        }
    }
}

/// "declined to comment when the paper called", "might be considered if it failed": a time, a condition and no question.
fn no_question(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(clause) = clauses.get(g).filter(|c| c.role == Role::Content && c.noun.is_none()) else { return };
    let (Some(joint), Some(above)) = (clause.joint, clause.governor.and_then(|h| groups.get(h))) else { return };
    let silent = matches!(w.lemma(above.main), "comment" | "respond" | "reply" | "speak" | "talk");
    let weighed = above.passive && matches!(w.lemma(above.main), "consider" | "discuss" | "see" | "check");
    let role = match w.low(joint) {
        "when" if silent && w.low(above.main + 1) != "on" => Role::When,
        "if" if weighed => Role::Condition,
        _ => return,
    };
    if let Some(c) = clauses.get_mut(g) {
        c.role = role;
    }
}

/// "The target had been endorsed, he pointed out, and would have been met": what goes on behind a saying is said as well.
fn goes_on_said(w: &Words, groups: &Numbered<'_, Group>, clauses: &mut Numbered<'_, Clause>, g: usize) {
    let Some(clause) = clauses.get(g).filter(|c| c.role == Role::Coordinate) else { return };
    let Some(h) = clause.governor.filter(|h| h + 1 == g) else { return };
    let (Some(group), Some(saying)) = (groups.get(g), groups.get(h)) else { return };
    let comma = clause.joint.and_then(|j| j.checked_sub(1)).is_some_and(|b| w.is_comma(b));
    let told = group.modal.is_some() && clause.subject.is_none_or(|p| p.head < saying.main) && comma;
    // The saying is no more than that: its comma is the one before "and".
    let short =
        (saying.main + 1..group.start).take(4).find(|k| w.is_comma(*k)).is_some_and(|c| w.ptb(c + 1) == Ptb::Cc);
    let first =
        h.checked_sub(1).and_then(|m| clauses.get(m)).filter(|c| c.role == Role::Content && c.governor == Some(h));
    if let Some(subject) =
        first.filter(|_| told && short && w.has(saying.main, Sense::VerbReporting)).map(|c| c.subject)
        && let Some(c) = clauses.get_mut(g)
    {
        (c.role, c.subject) = (Role::Content, subject);
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
