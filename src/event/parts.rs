//! Who, to whom, where; and the words of the clause that tell it.

use super::Role;
use super::antecedent::{antecedent, described};
use super::clause::Clause;
use super::group::{Form, Group};
use super::lexicon::{Sense, is_place};
use super::syntax::Described;
use super::words::{Phrase, Words};
use crate::compact::{Packed, Place, narrow};
use crate::span::Span;
use crate::text::Ptb;
use std::ops::Range;

/// A noun phrase with its possessor and the "of" phrases behind it.
pub(super) fn full(w: &Words, p: &Phrase) -> Range<usize> {
    let mut end = p.end;
    for _ in 0..3 {
        let next = match w.low(end) {
            "of" => w.phrase(end + 1).filter(|q| q.start == end + 1),
            "'s" | "’s" | "'" | "’" if w.ptb(end) == Ptb::Pos => w.phrase(end + 1).filter(|q| q.start == end + 1),
            _ => None,
        };
        match next {
            Some(q) if !w.is_timed(q.head) => end = q.end,
            _ => break,
        }
    }
    p.left()..end
}

/// The phrase of a noun that names an event, with its article or owner also over a time between them: "*the company's
/// five-year effort*", "*an alleged April 10th attack*".
pub(super) fn whole_noun(w: &Words, p: &Phrase) -> Range<usize> {
    let words = full(w, p);
    let determined = p.owner.is_some() || matches!(w.ptb(p.start), Ptb::Dt | Ptb::PrpS | Ptb::Cd);
    let first = w.sentence(p.head).start;
    let mut start = words.start;
    while !determined && start > first && (start - 1..=start).any(|k| w.is_timed(k)) {
        let before = start - 1;
        match w.ptb(before) {
            // "said that recent comments"
            Ptb::Dt if w.low(before) == "that" && w.ptb(p.head) == Ptb::Nns => break,
            Ptb::Dt | Ptb::PrpS => return before..words.end,
            Ptb::Pos => {
                return w
                    .phrase(before.saturating_sub(1))
                    .filter(|_| before > first)
                    .map_or(words.clone(), |owner| owner.left()..words.end);
            }
            Ptb::Jj | Ptb::Vbn | Ptb::Nn | Ptb::Nnp | Ptb::Cd => start = before,
            _ if w.is_timed(before) => start = before,
            _ => break,
        }
    }
    words
}

/// Who takes part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Parties {
    pub(super) subject: Option<Phrase>,
    pub(super) agent: Option<Span>,
    pub(super) patient: Option<Span>,
    pub(super) recipient: Option<Span>,
}

/// Who takes part in what a verb tells.
pub(super) fn of_verb(w: &Words, group: &Group, clause: &Clause, governor_subject: Option<Phrase>) -> Parties {
    let span = |p: &Phrase| w.span(full(w, p));
    let relative = |p: Phrase| match w.ptb(p.head) {
        Ptb::Wp | Ptb::Wdt => antecedent(w, clause),
        Ptb::Ex => None,
        _ => Some(p),
    };
    let mut subject = clause.subject.and_then(relative);
    let joined = clause.role == Role::Coordinate && clause.noun.is_some();
    if subject.is_none() && (clause.role == Role::Relative || joined) {
        subject = antecedent(w, clause);
    }
    let object = w.phrase(group.main + 1).filter(|p| p.start == group.main + 1 && !w.is_timed(p.start)).or_else(|| {
        // "carry out an attack", "give up the fight"
        (matches!(w.ptb(group.main + 1), Ptb::Rp) || w.is_quote_mark(group.main + 1))
            .then(|| w.phrase(group.main + 2))
            .flatten()
    });
    if group.passive {
        let limit = (group.main + 12).min(w.sentence(group.main).end);
        let by = (group.main + 1..limit)
            .take_while(|k| !w.is_comma(*k) && !w.tag(*k).is_verb())
            .find(|k| w.low(*k) == "by")
            .and_then(|k| w.phrase(k + 1))
            .filter(|p| !w.is_timed(p.head));
        // "Asked about it, she said ..."
        let subject = subject
            .or(governor_subject
                .filter(|_| clause.role == Role::Participle && (by.is_none() || clause.joint.is_none())));
        let (whole, agent, subject) = (subject, by.as_ref().map(span), subject.as_ref().map(span));
        let second = object.filter(|p| p.start == group.main + 1).as_ref().map(span);
        let (patient, recipient) = match second {
            // "She was given a prize"
            Some(gift) if w.has(group.main, Sense::Giving) => (Some(gift), subject),
            // "She was told that ..."
            None if w.has(group.main, Sense::Telling) => (None, subject),
            _ => (subject, to_whom(w, group, group.main + 1)),
        };
        return Parties { subject: whole, agent, patient, recipient };
    }
    if subject.is_none() && !matches!(group.form, Form::Finite) {
        subject =
            governor_subject.and_then(|p| if matches!(w.ptb(p.head), Ptb::Wp | Ptb::Wdt) { None } else { Some(p) });
    }
    let inverted = if subject.is_none() && group.form == Form::Finite { object } else { None };
    if inverted.is_some() && w.has(group.main, Sense::VerbReporting) {
        return Parties { subject: inverted, agent: inverted.as_ref().map(span), ..Parties::default() };
    }
    let agent = subject.as_ref().map(|p| w.span(with_partner(w, p)));
    let Some(object) = object.filter(|_| inverted.is_none() || subject.is_some()) else {
        return Parties { subject, agent, patient: None, recipient: to_whom(w, group, group.main + 1) };
    };
    let end = full(w, &object).end;
    let second = w.phrase(end).filter(|p| p.left() == end && !w.is_timed(p.start) && !w.tag(p.end).is_verb());
    let (patient, recipient) = match second {
        // "gave the police a file"
        Some(gift) if w.has(group.main, Sense::Giving) => (Some(span(&gift)), Some(span(&object))),
        // "told reporters that ..."
        None if w.has(group.main, Sense::Telling) => (None, Some(span(&object))),
        _ => (Some(span(&object)), to_whom(w, group, end)),
    };
    Parties { subject, agent, patient, recipient }
}

/// A subject with the one that "and" joins to it right before the verb: "*Armstrong and Aldrin* moved".
pub(super) fn with_partner(w: &Words, p: &Phrase) -> Range<usize> {
    let first = full(w, p);
    let partner = w.phrase(first.end + 1).filter(|q| w.low(first.end) == "and" && q.left() == first.end + 1);
    match partner.map(|q| full(w, &q).end).filter(|&end| w.tag(end).is_verb() || w.ptb(end) == Ptb::Md) {
        Some(end) => first.start..end,
        None => first,
    }
}

/// The phrase behind "to": "handed the file *to the police*".
fn to_whom(w: &Words, group: &Group, from: usize) -> Option<Span> {
    let gives = w.senses(group.main).any(&[Sense::Giving, Sense::VerbReporting]);
    let to =
        (from..from + 3).take_while(|k| !w.is_mark(*k) && !w.tag(*k).is_verb()).find(|k| gives && w.low(*k) == "to")?;
    let p = w.phrase(to + 1).filter(|p| p.left() == to + 1 && !w.is_timed(p.head))?;
    Some(w.span(full(w, &p)))
}

/// Agent and patient of an event noun: "Khamenei's remarks", "the sale of the unit by the bank".
pub(super) fn of_noun(w: &Words, i: usize) -> (Option<Span>, Option<Span>) {
    let Some(p) = w.phrase(i) else { return (None, None) };
    let owner = p.owner.map(|o| w.span(o..p.start.saturating_sub(1)));
    let own_pronoun = (p.owner.is_none() && w.ptb(p.start) == Ptb::PrpS).then(|| w.span(p.start..p.start + 1));
    let mut agent = owner.or(own_pronoun);
    let mut patient = None;
    let mut end = p.end;
    for _ in 0..3 {
        let Some(q) = w.phrase(end + 1).filter(|q| q.start == end + 1 && !w.is_timed(q.start)) else { break };
        match w.low(end) {
            "of" | "on" | "against" => patient = patient.or(Some(w.span(full(w, &q)))),
            "by" => agent = agent.or(Some(w.span(full(w, &q)))),
            _ => break,
        }
        end = q.end;
    }
    (agent, patient)
}

/// The place that a clause names after its event: "in Paris", "outside the embassy", "near the border".
pub(super) fn place(w: &Words, from: usize, limit: usize) -> Option<Span> {
    for k in from..limit {
        if w.ptb(k) != Ptb::In
            || !matches!(
                w.low(k),
                "in" | "at" | "near" | "outside" | "inside" | "across" | "off" | "throughout" | "around"
            )
        {
            continue;
        }
        let Some(p) = w.phrase(k + 1).filter(|p| p.start == k + 1 && !(p.start..p.end).any(|t| w.is_timed(t))) else {
            continue;
        };
        let head = w.low(p.head);
        let place = w.tag(p.head).is_name() || is_place(head);
        if place {
            return Some(w.span(full(w, &p)));
        }
    }
    None
}

/// Everything that the clauses of a document are cut from.
pub(super) struct Cut<'w, 'd> {
    pub(super) words: &'w Words<'d>,
    pub(super) groups: &'w Packed<Group>,
    pub(super) clauses: &'w Packed<Clause>,
    /// For each group what [`Cut::clause`] says.
    cut: Vec<(Place, u32)>,
}

impl<'w, 'd> Cut<'w, 'd> {
    pub(super) fn new(words: &'w Words<'d>, groups: &'w Packed<Group>, clauses: &'w Packed<Clause>) -> Self {
        let mut cut = Cut { words, groups, clauses, cut: Vec::new() };
        let all = (0..groups.len()).map(|g| cut.clause(g)).map(|(words, first)| (words.into(), narrow(first)));
        cut.cut = all.collect();
        cut
    }

    /// The words of the clause of group `g`, and the group that they begin with.
    pub(super) fn of(&self, g: usize) -> (Span, usize) {
        self.cut.get(g).map_or((Span::default(), g), |&(words, first)| (words.or_empty(), first as usize))
    }

    /// The words of the clause of group `g`, trimmed to read as a sentence of its own, and the group that they begin with:
    /// its own, or the one that it is told with.
    fn clause(&self, g: usize) -> (Span, usize) {
        let w = self.words;
        let mut at = g;
        // A complement, a purpose or a shared auxiliary is told with what governs it.
        for _ in 0..6 {
            let (Some(clause), Some(group)) = (self.clauses.get(at), self.groups.get(at)) else { break };
            let leans = matches!(clause.role, Role::Complement | Role::Purpose)
                && group.form != Form::Finite
                && clause.noun.is_none()
                || group.shares.is_some() && clause.left == group.start && leans(&group);
            match clause.governor.filter(|h| leans && *h < at) {
                Some(h) => at = h,
                None => break,
            }
        }
        let (Some(clause), Some(group)) = (self.clauses.get(at), self.groups.get(at)) else {
            return (Span::default(), at);
        };
        let mut start = clause.left.min(group.start);
        if clause.role == Role::Relative
            && let Some(p) = described(w, &clause)
        {
            // "Four managers, who pleaded guilty in 2022", "a letter sent in May": the verb tells it, what it is told of is
            // named beside the quote.
            start = match self.described_as(at) {
                Some(Described::Subject) => group.start,
                Some(Described::Object | Described::Owner) => clause.left,
                // "He was the drummer whom they asked for": told with the copula.
                None => self.said_of(&p).unwrap_or(p.left()),
            };
        } else if clause.role == Role::Relative
            && clause.subject.is_some_and(|s| matches!(w.ptb(s.head), Ptb::Wdt | Ptb::Wp))
        {
            // "and which was printed until 1980"
            start = group.start;
        } else if group.inverted && self.opens(at) {
            // "Not until 1963 did a survey confirm it"
            start = w.sentence(group.main).start;
        } else if clause.left == w.sentence(group.main).start && w.low(clause.left) == "whether" {
            // "Whether she goes to Paris will be known"
            start = clause.left;
        } else if clause.subject.is_none() || clause.left == group.start {
            // "signed the deal and left": the subject stands with the first verb, too far away to quote both.
            start = group.start;
        }
        start = listed(w, start);
        let last = self.groups.get(g).map_or(group.main, |x| x.main).max(group.main);
        let end = self.end(at, last);
        // "listed, a step that ...": an apposition whose own clause is left out goes with it.
        let relative = |k: usize| matches!(w.ptb(k), Ptb::Wdt | Ptb::Wp) || w.low(k) == "that";
        let noun = (last + 1..=end).rev().find(|k| !w.is_mark(k - 1) && !relative(k - 1)).unwrap_or(end);
        let added = w.phrase(noun.saturating_sub(1)).filter(|p| relative(noun) && matches!(w.low(p.start), "a" | "an"));
        let added = added.filter(|p| object_behind_aside(w, last) != Some(p.start));
        let end = added.and_then(|p| p.start.checked_sub(1)).filter(|c| *c > last && w.is_comma(*c)).unwrap_or(end);
        let quote = balance(w, trim(w, extend(w, start)..end), last);
        (w.span(quote), at)
    }

    /// Where the clause begins that says of its subject that it is what a phrase names.
    fn said_of(&self, p: &Phrase) -> Option<usize> {
        let n = self.groups.partition_point(|x| x.main < p.left());
        let (group, clause) = n.checked_sub(1).and_then(|n| Some((self.groups.get(n)?, self.clauses.get(n)?)))?;
        (group.copula && group.main + 1 == p.left() && clause.role == Role::Main && clause.subject.is_some())
            .then_some(clause.left)
    }

    /// Whether no other verb stands before group `at` in its sentence, and only a few words.
    fn opens(&self, at: usize) -> bool {
        let Some(group) = self.groups.get(at) else { return false };
        let sentence = self.words.sentence(group.main);
        let first = at.checked_sub(1).and_then(|b| self.groups.get(b)).is_none_or(|b| b.main < sentence.start);
        first && group.start.saturating_sub(sentence.start) <= 8
    }

    /// The clause whose subject the relative clause `h` describes, when that is a later one: "as Odette, *which was* a
    /// storm, grew".
    fn described(&self, h: usize) -> Option<usize> {
        let noun = self.clauses.get(h).filter(|c| c.role == Role::Relative)?.noun?;
        (h + 1..self.clauses.len()).take(6).find(|m| {
            self.clauses.get(*m).is_some_and(|c| {
                matches!(
                    c.role,
                    Role::When | Role::After | Role::Before | Role::Since | Role::Until | Role::Cause | Role::Other
                ) && c.left <= noun
                    && c.subject.is_some_and(|s| s.head == noun)
            })
        })
    }

    /// Where the clause of group `at` ends: before the next clause that is no part of it.
    fn end(&self, at: usize, last: usize) -> usize {
        let w = self.words;
        let main = self.groups.get(at).map_or(last, |g| g.main);
        let sentence = w.sentence(main);
        let mut end = sentence.end;
        for h in at + 1..self.groups.len() {
            let (Some(group), Some(clause)) = (self.groups.get(h), self.clauses.get(h)) else { break };
            if group.start >= sentence.end {
                break;
            }
            if group.main <= last {
                continue;
            }
            let part = match clause.role {
                Role::Complement | Role::Content | Role::Purpose => true,
                Role::Relative => {
                    // ", a step that would delay it" is added.
                    let added = |p: Phrase| {
                        matches!(w.low(p.start), "a" | "an")
                            && w.is_comma(p.start - 1)
                            && object_behind_aside(w, last) != Some(p.start)
                    };
                    let added = clause.noun.and_then(|n| w.phrase(n)).filter(|p| p.start > last).is_some_and(added);
                    clause.noun.is_some_and(|n| !w.is_comma(n + 1)) && !added
                        || clause.noun.is_none() && !clause.joint.is_some_and(|j| w.is_comma(j))
                }
                _ => {
                    // "had two weeks when it was quiet"
                    let weeks = clause.role == Role::When
                        && clause.joint.is_some_and(|j| j > 0 && w.low(j) == "when" && w.is_timed(j - 1))
                        && (last + 1..clause.left).all(|k| w.is_timed(k) || clause.joint == Some(k));
                    weeks
                        || group.shares.is_some() && leans(&group)
                        || matches!(clause.role, Role::Cause | Role::Other)
                            && !clause.joint.is_some_and(|j| j > 0 && w.is_comma(j - 1))
                }
            } && clause.governor.is_none_or(|x| x >= at && x < h);
            if !part {
                let (group, clause) = match self.described(h) {
                    Some(m) => (self.groups.get(m).unwrap_or(group), self.clauses.get(m).unwrap_or(clause)),
                    None => (group, clause),
                };
                // Behind a clause in the middle ("the man, who had left, said") the outer verb goes on.
                let left = if clause.left > last { clause.left } else { group.start };
                let mut edge = clause.joint.filter(|j| *j > last).unwrap_or(left).max(last + 1);
                // "listed, a step that would delay it": the apposition goes with its clause.
                if let Some(p) = clause.noun.filter(|_| clause.role == Role::Relative).and_then(|n| w.phrase(n))
                    && object_behind_aside(w, last) != Some(p.left())
                    && let Some(comma) = p.left().checked_sub(1).filter(|c| *c > last && w.is_comma(*c))
                {
                    edge = edge.min(comma);
                }
                // "a day after", "hours before"
                if matches!(clause.role, Role::After | Role::Before) {
                    let mut run = edge;
                    while run > last + 1
                        && (w.is_timed(run - 1)
                            || matches!(w.low(run - 1), "long" | "right" | "just" | "shortly" | "soon" | "even"))
                    {
                        run -= 1;
                    }
                    if w.ptb(run - 1) != Ptb::In {
                        edge = run;
                    }
                }
                end = end.min(edge);
                break;
            }
        }
        // What two commas enclose ends with the second.
        let enclosed = self
            .groups
            .get(at)
            .is_some_and(|g| g.form == Form::Participle && g.start > sentence.start && w.is_comma(g.start - 1));
        if let Some(comma) = (last + 1..end).find(|k| enclosed && w.is_comma(*k)) {
            return comma;
        }
        // An aside or an added clause behind a comma; "shut at 1 p.m., and the airport at 3" is one.
        let next = self.groups.partition_point(|g| g.main <= last);
        let more = self.groups.get(next).is_some_and(|g| g.main < sentence.end);
        let reduced = self
            .groups
            .get(at)
            .zip(self.clauses.get(at))
            .is_some_and(|(g, c)| g.form == Form::Participle && c.role == Role::Relative);
        for k in last + 1..end {
            // "a man arrested yesterday, and to nine the arrests so far"
            if reduced && w.is_comma(k) && w.ptb(k + 1) == Ptb::Cc {
                return k;
            }
            let aside = w.is_comma(k)
                && (matches!(w.ptb(k + 1), Ptb::Wdt | Ptb::Wp | Ptb::Vbg | Ptb::Vbn)
                    || w.ptb(k + 1) == Ptb::Cc && (more || w.is_quoted(k) != w.is_quoted(k + 1))
                    || matches!(w.low(k + 1), "especially" | "including" | "such"));
            if aside
                || w.is_mark(k) && matches!(w.low(k), ";" | ":" | "--" | "—")
                || w.is_quote_mark(k) && w.is_comma(k - 1)
            {
                return k;
            }
        }
        end
    }
}

/// Where the object of the verb `main` begins behind an aside between commas: "received, by mistake, *a box*".
fn object_behind_aside(w: &Words, main: usize) -> Option<usize> {
    let opens = w.is_comma(main + 1) && (w.ptb(main + 2) == Ptb::In || w.is_adverb(main + 2));
    let close = (main + 3..main + 9).find(|k| w.is_comma(*k)).filter(|_| opens)?;
    let tells = (main + 2..close).any(|k| w.tag(k).is_verb() || matches!(w.ptb(k), Ptb::Wdt | Ptb::Wp));
    w.phrase(close + 1).filter(|p| !tells && p.left() == close + 1 && !w.is_timed(p.head)).map(|p| p.left())
}

/// Whether a verb that shares another's auxiliaries cannot be told without them: "will exchange prisoners and *reopen* the
/// road" against "was cancelled and *revived*".
fn leans(group: &Group) -> bool {
    !(group.form == Form::Finite && group.passive && group.modal.is_none())
}

/// With the words that go with a number at the front: "more than 200 people".
/// The begin of a list of names whose last two a clause begins with: "*Neil Armstrong*, Buzz Aldrin and Michael Collins".
fn listed(w: &Words, start: usize) -> usize {
    let named = |p: &Phrase| w.tag(p.head).is_name();
    let pair = w
        .phrase(start)
        .filter(|p| p.start == start && named(p))
        .is_some_and(|p| w.low(p.end) == "and" && w.phrase(p.end + 1).is_some_and(|p| named(&p)));
    let mut first = start;
    while pair && first > 1 && w.is_comma(first - 1) {
        match w.phrase(first - 2).filter(|p| named(p)) {
            Some(p) if p.left() == w.sentence(start).start || p.left() > 0 && w.is_comma(p.left() - 1) => {
                first = p.left()
            }
            _ => break,
        }
    }
    first
}

pub(super) fn extend(w: &Words, start: usize) -> usize {
    let pairs = [["more", "than"], ["less", "than"], ["fewer", "than"], ["at", "least"], ["at", "most"], ["up", "to"]];
    let number = w.ptb(start) == Ptb::Cd;
    let before = |n: usize| start.checked_sub(n).map_or("", |k| w.low(k));
    if number && pairs.iter().any(|[a, b]| before(2) == *a && before(1) == *b) {
        start - 2
    } else if number
        && matches!(before(1), "about" | "some" | "nearly" | "almost" | "around" | "roughly" | "over" | "between")
        || before(1) == "at" && matches!(w.low(start), "least" | "most")
    {
        start - 1
    } else {
        start
    }
}

/// Without marks and joining words at the ends.
fn trim(w: &Words, tokens: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (tokens.start, tokens.end);
    let joins = |k: usize| w.is_mark(k) && !matches!(w.low(k), "$" | "£" | "€" | "(" | "#");
    let joint = |k: usize| matches!(w.low(k), "and" | "but" | "or" | "that") && w.phrase(k).is_none();
    while start < end && (joins(start) || joint(start)) {
        start += 1;
    }
    let inside = tokens.end < w.sentence(start).end && !w.is_mark(tokens.end);
    while end > start + 1
        && (w.is_mark(end - 1) && !matches!(w.low(end - 1), "%" | ")" | "$")
            || joint(end - 1)
            || matches!(
                w.low(end - 1),
                "because" | "although" | "though" | "when" | "while" | "as" | "if" | "unless" | "whether"
            )
            || w.ptb(end - 1) == Ptb::In && (w.is_comma(end - 2) || inside && w.low(end - 1) == "of")
            // "a call in which", "seen at the"
            || inside && (matches!(w.ptb(end - 1), Ptb::Wdt | Ptb::WpS) || w.ptb(end - 1) == Ptb::Dt && w.phrase(end - 1).is_none())
            || end < tokens.end && w.ptb(end - 1) == Ptb::In && matches!(w.ptb(end), Ptb::Wdt | Ptb::Wp | Ptb::WpS | Ptb::Dt))
    {
        end -= 1;
    }
    start..end
}

/// With quotation marks in pairs: a quotation that is cut goes on to its end when that is near, or is left out. The
/// verb `main` stays.
fn balance(w: &Words, tokens: Range<usize>, main: usize) -> Range<usize> {
    let Range { mut start, mut end } = tokens;
    // "agreed with three states (France, Italy": a bracket that does not close is left out.
    if let Some(open) = (main + 1..end).rev().find(|k| w.low(*k) == "(").filter(|o| !(*o..end).any(|k| w.low(k) == ")"))
    {
        end = open;
    }
    let mark = |k: &usize| w.is_quote_mark(*k);
    if w.is_quoted(start) {
        // It begins within a quotation and goes on behind it.
        match (start..end).find(mark) {
            Some(close) if close < main => start = close + 1,
            Some(close) => end = close,
            None => {}
        }
    } else if w.is_quoted(end - 1)
        && let Some(open) = (start..end).rev().find(mark)
    {
        let close = (end..w.doc.tokens.len().min(end + 13)).find(mark);
        match close {
            Some(close) => end = close + 1,
            None if open > main => end = open,
            None => start = open + 1,
        }
    }
    start..end
}
