//! What belongs to a verb although it stands elsewhere in the sentence: subject, shared auxiliaries, the noun that a
//! relative clause describes.

use super::antecedent::antecedent;
use super::clause::{Clause, clause_opener};
use super::forms::is_unmarked;
use super::group::{Form, Group};
use super::lexicon::Sense;
use super::parts::{Cut, Parties, extend, full};
use super::pronoun::ends_like_a_doer;
use super::words::{Phrase, Words};
use super::{Role, Syntax};
use crate::span::Span;
use crate::text::Ptb;

/// What the noun is in the relative clause that describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Described {
    /// "the clerk *who fell*", "a letter *sent in May*".
    Subject,
    /// "the notch *that she found*".
    Object,
    /// "the clerk *whose contract ends*".
    Owner,
}

impl Cut<'_, '_> {
    /// What belongs to the verb of group `g`. `outer` is the clause that its words begin with, where that is another's.
    pub(super) fn syntax(&self, g: usize, clause: &Clause, outer: Option<&Clause>, parties: &Parties) -> Syntax {
        let w = self.words;
        let Some(group) = self.groups.get(g) else { return Syntax::default() };
        let role = self.described_as(g);
        let owner = if role == Some(Described::Owner) { antecedent(w, clause) } else { None };
        let subject = owner.or(parties.subject).or_else(|| subject_of(w, outer?)).or_else(|| self.told_before(g));
        let subject = subject.map(|p| named(w, clause, p));
        let whole = subject.map(|p| whole(w, &p));
        Syntax {
            subject: whole.map(|(span, _)| span),
            plural: whole.is_some_and(|(_, several)| several) || subject.is_some_and(|p| is_plural(w, &p)),
            referent: None,
            auxiliaries: self.auxiliaries(&group),
            object: (role == Some(Described::Object))
                .then(|| antecedent(w, clause))
                .flatten()
                .map(|p| w.span(full(w, &p))),
        }
    }

    /// The subject of a verb that has none beside it: that of the verb which "and" joins it to, or the noun at the front of
    /// the sentence behind which a clause stands between commas.
    fn told_before(&self, g: usize) -> Option<Phrase> {
        let w = self.words;
        let group = self.groups.get(g).filter(|x| x.form == Form::Finite && !x.inverted)?;
        let sentence = w.sentence(group.main);
        let before = group.start.checked_sub(1).filter(|b| *b > sentence.start)?;
        // "Ann Hill, teacher, born in 1933; died in 2020"
        if w.low(before) == ";" {
            let up = g.checked_sub(1).filter(|h| self.groups.get(*h).is_some_and(|x| x.main >= sentence.start))?;
            return self.clauses.get(up).filter(|c| c.role == Role::Relative).and_then(|c| antecedent(w, &c));
        }
        if matches!(w.low(before), "and" | "but" | "or") {
            let joined = |h: &usize| {
                let past = self.groups.get(*h).is_some_and(|x| x.form == Form::Finite && x.tense == group.tense);
                let main = |c: Clause| c.role != Role::Content && c.subject.is_some();
                past && self.clauses.get(*h).is_some_and(main)
            };
            let first = self.groups.partition_point(|x| x.main < sentence.start);
            let up = (first..g).rev().take(6).find(joined)?;
            return subject_of(w, &self.clauses.get(up)?);
        }
        let front = w.phrase(sentence.start).filter(|p| p.left() == sentence.start && !w.is_timed(p.head))?;
        let end = full(w, &front).end;
        let aside = w.is_comma(end) && matches!(w.ptb(end + 1), Ptb::Wp | Ptb::Wdt | Ptb::WpS);
        (aside && w.is_comma(before)).then_some(front)
    }

    /// What the noun that the clause of group `g` describes is in it; none where that cannot be told without it.
    pub(super) fn described_as(&self, g: usize) -> Option<Described> {
        let w = self.words;
        let (group, clause) = (self.groups.get(g)?, self.clauses.get(g)?);
        let noun = clause.noun.filter(|_| clause.role == Role::Relative)?;
        let Some(subject) = clause.subject else {
            let reduced = match group.form {
                // "a bank holding company": no verb at all, nor maybe in "a power cut in May".
                Form::Gerund => !matches!(w.ptb(group.main + 1), Ptb::Nn | Ptb::Nnp) || w.is_timed(group.main + 1),
                Form::Participle => !is_unmarked(w.low(group.main)),
                _ => clause.left != group.start,
            };
            return reduced.then_some(Described::Subject);
        };
        if matches!(w.ptb(subject.head), Ptb::Wdt | Ptb::Wp) || w.low(subject.head) == "that" {
            return (group.form == Form::Finite && clause.left != group.start).then_some(Described::Subject);
        }
        let before = clause.left.checked_sub(1)?;
        match w.ptb(before) {
            Ptb::WpS => return Some(Described::Owner),
            // "the house in which she lived", "the town where"
            Ptb::Wdt | Ptb::Wp if before > 0 && matches!(w.ptb(before - 1), Ptb::In | Ptb::To) => return None,
            Ptb::Wrb => return None,
            _ => {}
        }
        let next = group.main + 1;
        let open = group.form == Form::Finite
            && !group.passive
            && !group.copula
            && !w.tag(next).is_verb()
            && w.low(next) != "to"
            // "the house she lived in"
            && (w.ptb(next) != Ptb::In || w.phrase(next + 1).is_some() || w.is_timed(next + 1))
            && w.phrase(next).is_none_or(|p| w.is_timed(p.start));
        // "the day she left", "the way he works"
        let adverbial = w.is_timed(noun)
            || matches!(
                w.lemma(noun),
                "way" | "reason" | "time" | "moment" | "day" | "week" | "month" | "year" | "night"
            );
        (open && !adverbial).then_some(Described::Object)
    }

    /// The auxiliaries of the verb that a group shares them with, over what governs that: "*is expected to* come and see".
    fn auxiliaries(&self, group: &Group) -> Option<Span> {
        let w = self.words;
        let mut at = group.shares?;
        let first = self.groups.get(at).filter(|x| !x.inverted)?;
        let (mut start, mut end) = (first.start, first.main + usize::from(first.copula));
        for _ in 0..3 {
            let up = self.clauses.get(at).filter(|c| c.role == Role::Complement && c.noun.is_none());
            let Some((h, above)) = up.and_then(|c| Some((c.governor?, self.groups.get(c.governor?)?))) else { break };
            if above.main + 1 != start || above.inverted {
                break;
            }
            (at, start) = (h, above.start);
        }
        // "was first seen and *held*"
        while end > start && w.is_adverb(end - 1) && !w.is_not(end - 1) {
            end -= 1;
        }
        (start < end).then(|| w.span(start..end))
    }
}

/// "Ann Marsh, a painter who was ill": the name beside which the noun stands that a clause describes.
fn named(w: &Words, clause: &Clause, p: Phrase) -> Phrase {
    let described = clause.role == Role::Relative || clause.role == Role::Coordinate && clause.noun.is_some();
    let beside = || {
        let comma = p.left().checked_sub(1).filter(|c| w.is_comma(*c) && matches!(w.low(p.start), "a" | "an"))?;
        w.phrase(comma.checked_sub(1)?).filter(|q| w.tag(q.head).is_name() && q.end == comma)
    };
    if described && (w.has(p.head, Sense::Role) || ends_like_a_doer(w.low(p.head))) { beside().unwrap_or(p) } else { p }
}

/// The subject of a clause; of a relative one the noun that it describes.
fn subject_of(w: &Words, clause: &Clause) -> Option<Phrase> {
    match clause.subject {
        Some(p) if !matches!(w.ptb(p.head), Ptb::Wdt | Ptb::Wp) && w.low(p.head) != "that" => Some(p),
        _ => antecedent(w, clause),
    }
}

/// A subject with the phrases behind it, and whether "and" joins several: "*shops in two towns* closed", "*Reed and
/// Marsh* left". What makes it too long is left out.
fn whole(w: &Words, p: &Phrase) -> (Span, bool) {
    let mut first = full(w, p);
    // "following sales that cut it": a preposition.
    first.start += usize::from(w.low(first.start) == "following" && first.len() > 1);
    // "A “Washington Post” poll"
    let quoted = first.start.checked_sub(1).filter(|b| w.is_quote_mark(*b) && w.ptb(p.head) == Ptb::Nn);
    let open = quoted.and_then(|b| (w.sentence(b).start + 1..b).rev().take(8).find(|k| w.is_quote_mark(*k)));
    if let Some(article) = open.map(|o| o - 1).filter(|a| matches!(w.ptb(*a), Ptb::Dt | Ptb::PrpS)) {
        first.start = article;
    }
    let (mut end, mut several) = (first.end, false);
    for _ in 0..4 {
        let between = (first.end..end).any(|k| w.low(k) == "between");
        let joined = w.low(end) == "and";
        let behind = w.ptb(end) == Ptb::In && !clause_opener(w.low(end)) && !belongs_to_verb(w.low(end));
        let next = w.phrase(end + 1).filter(|q| (joined || behind) && q.left() == end + 1 && !w.is_timed(q.head));
        let Some(to) = next.map(|q| full(w, &q).end).filter(|&to| w.span(first.start..to).len() <= LONGEST) else {
            break;
        };
        let verb = |k: usize| w.tag(k).is_verb() || w.ptb(k) == Ptb::Md || matches!(w.ptb(k), Ptb::Wdt | Ptb::Wp);
        let said = |k: usize| verb(k) || (w.is_adverb(k) || w.is_comma(k)) && verb(k + 1);
        // "and the rebels of the north agreed"
        let inner = w.phrase(to + 1).filter(|q| w.low(to) == "of" && q.left() == to + 1).map_or(to, |q| q.end);
        if joined && !between && !said(to) && !said(inner) {
            break;
        }
        several |= joined && end == first.end;
        end = to;
    }
    (w.span(extend(w, first.start)..end), several)
}

/// Prepositions that say how or when something is done, not which noun is meant: "claimed the raid *through* a letter".
fn belongs_to_verb(preposition: &str) -> bool {
    matches!(preposition, "through" | "via" | "by" | "during" | "despite" | "without" | "within")
}

/// Up to this length in bytes a subject is named with the phrases behind it.
const LONGEST: usize = 90;

fn is_plural(w: &Words, p: &Phrase) -> bool {
    match w.ptb(p.head) {
        Ptb::Nns | Ptb::Nnps => true,
        Ptb::Nn | Ptb::Nnp => {
            // "20 aircraft"
            let number = w.ptb(p.start) == Ptb::Cd && w.low(p.head).ends_with("craft");
            number || matches!(w.low(p.head), "police" | "people")
        }
        Ptb::Cd => w.low(p.head) != "one",
        _ => {
            matches!(w.low(p.head), "they" | "we" | "you" | "them" | "us" | "both" | "many" | "several" | "few" | "all")
        }
    }
}
