//! Verb groups that get their tense from their neighbours: shared auxiliaries, unmarked pasts, participles that are none.

use super::clause::{Clause, clause_opener};
use super::forms::{is_past_form, is_unmarked};
use super::group::{Form, Group};
use super::lexicon::{Sense, needs_object, no_passive, takes_two_objects};
use super::parts::extend;
use super::words::{Phrase, Words};
use super::{Aspect, Role, Tense};
use crate::text::Ptb;
use std::ops::Range;

/// "The move aimed to ..." where the tagger saw a participle: a past, when the clause would have no finite verb else.
pub(super) fn repair(w: &Words, sentence: Range<usize>, offset: usize, groups: &mut [Group]) {
    for n in 0..groups.len() {
        let Some(g) = groups.get(n).filter(|g| g.form == Form::Participle && g.start == g.main && g.shares.is_none())
        else {
            continue;
        };
        let main = g.main;
        let mut k = main;
        while k > sentence.start && (w.is_adverb(k - 1) || matches!(w.low(k - 1), "last" | "first")) {
            k -= 1;
        }
        if follows_relative(w, groups, n, k)
            && let Some(g) = groups.get_mut(n)
        {
            (g.form, g.tense, g.passive) = (Form::Finite, Tense::Past, false);
            continue;
        }
        let Some(mut p) = k.checked_sub(1).and_then(|b| subject_before(w, b, sentence.start)) else { continue };
        // "a technician named Dale Reed climbed in"
        let named = p.left().checked_sub(1).filter(|b| matches!(w.low(*b), "named" | "called" | "nicknamed"));
        p = named
            .and_then(|b| w.phrase(b.checked_sub(1)?).filter(|q| q.end == b && q.start >= sentence.start))
            .unwrap_or(p);
        let mut left = p.left();
        // "Twenty-seven years of waiting ended"
        while left > sentence.start && w.is_timed(left) && w.is_timed(left - 1) {
            left -= 1;
        }
        // "and at least two shops closed"
        left = extend(w, left);
        let front = left.checked_sub(1).filter(|b| *b >= sentence.start);
        let pronoun = w.ptb(p.head) == Ptb::Prp && !matches!(w.low(p.head), "them" | "him" | "us" | "me" | "her");
        let opens = pronoun
            || front.is_none_or(|b| {
                w.tag(b).is_verb() && w.has(b, Sense::VerbReporting)
                    || matches!(w.ptb(b), Ptb::WpS | Ptb::Wrb | Ptb::Wp | Ptb::Wdt)
                    || w.is_quote_mark(b)
                    || w.is_comma(b)
                    || w.ptb(b) == Ptb::Cc
                    || opens_clause(w.low(b))
                    || matches!(w.low(b), "until" | ";" | ":")
            });
        // "In May a fire during a rehearsal killed three"
        let opens = opens || has_object(w, main) && front.is_some_and(|b| w.is_timed(b));
        // "Last week the regime threatened to expel him"
        let fronted = front.is_some_and(|b| (sentence.start..=b).all(|k| w.is_timed(k)));
        let infinitive = w.low(main + 1) == "to" && w.ptb(main + 2) == Ptb::Vb;
        // "the gains these shares made this week"
        let told = front.and_then(|b| w.phrase(b)).is_some_and(|q| q.end == left && !w.is_timed(q.head))
            && (matches!(w.low(p.start), "these" | "those" | "this") && p.end == main);
        let opens = opens || fronted && (infinitive || w.is_timed(main + 1)) || told;
        // "voted by six to five", "passed by a wide margin"
        let margin = w.low(main + 1) == "by"
            && (w.ptb(main + 2) == Ptb::Cd || (main + 3..main + 6).any(|k| matches!(w.low(k), "margin" | "majority")));
        let agent = w.low(main + 1) == "by" && !margin && !w.is_timed(main + 2) && !w.is_timed(main + 3);
        if !opens || agent || w.doc.sentences.get(w.doc.sentence_of(main)).is_some_and(|s| s.heading) {
            continue;
        }
        let next = groups.get(n + 1..).unwrap_or_default().iter().find(|x| x.form == Form::Finite);
        let alone = pronoun
            || next.is_none_or(|x| {
                // A finite verb with a subject of its own, behind a joint, is another clause's.
                let last = (main + 1..x.start).rev().find(|k| !w.is_adverb(*k));
                // "restored ties in 1998 and in February signed a deal"
                let of_time = |k: usize| w.is_timed(k) || w.ptb(k) == Ptb::In && w.is_timed(k + 1);
                let joint = (main + 1..x.start).rev().find(|k| !w.is_adverb(*k) && !of_time(*k));
                let joint = joint.filter(|j| w.ptb(*j) == Ptb::Cc);
                joint.or(last).is_some_and(|b| {
                    w.phrase(b).and_then(|_| subject_before(w, b, main)).is_some_and(|q| {
                        // "opened at seven and immediately bombs went off"
                        let before = (main + 1..q.left()).rev().find(|k| !w.is_adverb(*k));
                        before.is_some_and(|j| {
                            j > main
                                && (w.is_comma(j)
                                    || w.low(j) == ";"
                                    || w.is_timed(j) && !w.is_timed(q.head)
                                    || w.ptb(j) == Ptb::Cc
                                    || matches!(w.ptb(j), Ptb::Wdt | Ptb::Wp | Ptb::Wrb)
                                    || opens_clause(w.low(j))
                                    || w.low(j) == "which")
                        })
                    }) || matches!(w.ptb(b), Ptb::Wdt | Ptb::Wp | Ptb::Cc)
                        // "A clerk named Reed climbed in, opened it and left"
                        || w.is_comma(b) && named.is_some() && list_goes_on(w, x.main)
                })
            });
        if alone && let Some(g) = groups.get_mut(n) {
            (g.form, g.tense, g.passive) = (Form::Finite, Tense::Past, false);
            // What shares its form goes with it: "confirmed and praised".
            for other in groups.iter_mut().skip(n + 1).take(4).filter(|x| x.shares == Some(offset + n)) {
                (other.form, other.tense, other.passive, other.shares) = (Form::Finite, Tense::Past, false, None);
            }
        }
    }
}

/// "the permit that nobody renewed brought it down": right behind the verb of a relative clause stands the main one.
fn follows_relative(w: &Words, groups: &[Group], n: usize, start: usize) -> bool {
    let before = n.checked_sub(1).and_then(|m| groups.get(m));
    let Some(g) = before.filter(|g| g.form == Form::Finite && g.main + 1 == start && !g.copula) else { return false };
    let subject = g.start.checked_sub(1).and_then(|b| w.phrase(b)).filter(|p| p.left() > 1);
    let pronoun = subject.map(|p| p.left() - 1).filter(|k| matches!(w.low(*k), "that" | "which" | "who" | "whom"));
    let noun = pronoun.and_then(|k| w.phrase(k - 1)).is_some();
    let open = !matches!(w.lemma(g.main), "get" | "have" | "keep" | "want" | "need" | "see" | "remain");
    noun && open && w.low(start + 1) != "by"
}

/// Words that a clause with a subject and a finite verb stands behind.
fn opens_clause(word: &str) -> bool {
    matches!(
        word,
        "that" | "because" | "when" | "while" | "if" | "although" | "though" | "after" | "before" | "as" | "since"
    )
}

/// Whether a verb has an object right behind it, which no participle that describes a noun has.
fn has_object(w: &Words, main: usize) -> bool {
    w.phrase(main + 1).is_some_and(|p| p.left() == main + 1 && !w.is_timed(p.head))
}

/// "His statement, issued later, said ...": between commas behind the subject such a form is a participle, and so it is
/// at the front before a clause with a subject of its own: "Asked about it, she said ...".
pub(super) fn reduce(w: &Words, sentence: Range<usize>, groups: &mut [Group]) {
    for n in 0..groups.len() {
        let (Some(g), Some(next)) = (groups.get(n), groups.get(n + 1)) else { continue };
        let past = g.form == Form::Finite && g.tense == Tense::Past && g.start == g.main && g.shares.is_none();
        let both = w.low(g.main).ends_with("ed")
            || matches!(w.low(g.main), "found" | "held" | "sent" | "told" | "built" | "reached");
        if !past || !both || next.form != Form::Finite || next.start <= g.main + 1 {
            continue;
        }
        let direct = w.is_comma(next.start - 1);
        // "..., basic pay will rise": a comma, then the subject.
        let own = w.phrase(next.start - 1).is_some_and(|p| {
            p.end == next.start && p.left().checked_sub(1).is_some_and(|c| c > g.main && w.is_comma(c))
        });
        let subject = |comma: usize| {
            w.phrase(comma - 1).is_some_and(|p| {
                let fronted = p.left() == sentence.start + 1 && w.ptb(sentence.start) == Ptb::In;
                let opens = direct && p.left() == sentence.start || own && fronted;
                p.end == comma && opens && w.ptb(p.head) != Ptb::Cd && !w.is_timed(p.head)
            })
        };
        let behind = g.main.checked_sub(1).filter(|c| *c > sentence.start && w.is_comma(*c)).is_some_and(subject);
        if (behind || g.main == sentence.start && own && !has_object(w, g.main))
            && let Some(g) = groups.get_mut(n)
        {
            (g.form, g.tense, g.passive) = (Form::Participle, Tense::PastPart, true);
        }
    }
}

/// The phrase that ends at `b`, back to the first of a chain of prepositions ("schools in two counties closed") and over
/// an apposition between commas ("the branch, a gift of a brewer, opened").
fn subject_before(w: &Words, b: usize, start: usize) -> Option<Phrase> {
    let mut at = b;
    if w.is_comma(b) {
        let noun = |open: &usize| w.phrase(open + 1).is_some_and(|p| p.start == open + 1 || p.left() == open + 1);
        let relative = |open: &usize| matches!(w.ptb(open + 1), Ptb::Wdt | Ptb::Wp | Ptb::WpS | Ptb::Vbn);
        // "Olaf, the first named storm of the season, formed"
        let tells = |k: usize| w.tag(k).is_verb() && w.phrase(k).is_none_or(|p| p.head <= k);
        let apposition = (start..b).rev().take(16).take_while(|k| !tells(*k)).find(|k| w.is_comma(*k));
        let aside = (start..b).rev().take(24).find(|k| w.is_comma(*k) && relative(k));
        at = apposition.filter(noun).or(aside)?.checked_sub(1)?;
    }
    let mut phrase = w.phrase(at).filter(|p| p.start >= start)?;
    for _ in 0..4 {
        let Some(q) = phrase.left().checked_sub(1).filter(|q| *q > start && w.ptb(*q) == Ptb::In) else { break };
        // "two years of waiting"
        let fits = |p: &Phrase| p.end == q && (!w.is_timed(p.head) || w.low(q) == "of") && !clause_opener(w.low(q));
        match w.phrase(q - 1).filter(fits) {
            Some(p) => phrase = p,
            None => break,
        }
    }
    Some(phrase)
}

/// Whether the subject before such a verb makes it a past: "he put"; for "they put" a date in the sentence must speak for it.
pub(super) fn past_subject(w: &Words, i: usize, start: usize) -> bool {
    let before = (start..i).rev().find(|k| !w.is_adverb(*k) && !w.is_timed(*k));
    // "The service (HPS) put", "Her son, Geoffrey, read"
    let bracket = |b: usize| (start..b).rev().take(6).find(|k| w.low(*k) == "(").and_then(|k| k.checked_sub(1));
    let before = before.and_then(|b| if w.low(b) == ")" { bracket(b) } else { Some(b) });
    let Some(p) = before.and_then(|b| subject_before(w, b, start)) else { return false };
    let singular = matches!(w.ptb(p.head), Ptb::Nn | Ptb::Nnp) || matches!(w.low(p.head), "he" | "she" | "it");
    let dated = (i..w.sentence(i).end).take(12).any(|k| w.is_timed(k));
    singular || dated || matches!(w.ptb(p.head), Ptb::Nns) && (start..i).any(|k| w.is_timed(k))
}

/// A base form with a subject of its own is a present: "Their rivals, United, *play* on Monday".
pub(super) fn settle(w: &Words, group: &mut Group, clause: &Clause) {
    // "The shop, in the old town, shut in May": a verb that agrees with one only in the past.
    let one = clause.subject.is_some_and(|p| {
        matches!(w.ptb(p.head), Ptb::Nn | Ptb::Nnp) && !w.is_timed(p.head)
            || matches!(w.low(p.head), "he" | "she" | "it")
    });
    let plain = group.start == group.main && w.ptb(group.main) != Ptb::Vbz && clause.role != Role::Complement;
    let present = matches!((group.form, group.tense), (Form::Finite, Tense::Present) | (Form::Bare, _));
    if one && plain && present && group.shares.is_none() && is_unmarked(w.low(group.main)) {
        (group.form, group.tense) = (Form::Finite, Tense::Past);
    }
    if group.form == Form::Bare
        && group.shares.is_none()
        && clause.subject.is_some()
        && clause.role != Role::Complement
        && clause.joint.is_none_or(|j| w.low(j) != "that")
    {
        group.form = Form::Finite;
        let (main, word) = (group.main, w.low(group.main));
        let past = is_past_form(word) || is_unmarked(word) && past_subject(w, main, w.sentence(main).start);
        group.tense = if past { Tense::Past } else { Tense::Present };
    }
}

/// "Shops put up signs, queues formed and a bank closed": of clauses that stand side by side, one whose verb looks the same in
/// both tenses is told in that of its neighbour.
pub(super) fn agree(w: &Words, groups: &mut [Group], clauses: &[Clause]) {
    for g in 0..groups.len() {
        let (Some(group), Some(clause)) = (groups.get(g), clauses.get(g)) else { continue };
        let plain = group.start == group.main && group.shares.is_none() && clause.subject.is_some();
        let present = matches!((group.form, group.tense), (Form::Finite, Tense::Present) | (Form::Bare, _));
        if !plain || !present || w.ptb(group.main) == Ptb::Vbz || !is_unmarked(w.low(group.main)) {
            continue;
        }
        let main = |k: usize| {
            let clause = clauses.get(k).filter(|c| matches!(c.role, Role::Main | Role::Coordinate));
            let says = groups.get(k).is_some_and(|x| w.has(x.main, Sense::VerbReporting));
            clause
                .filter(|c| {
                    !says && c.subject.is_some() && c.joint.is_none_or(|j| w.ptb(j) == Ptb::Cc || w.is_comma(j))
                })
                .is_some()
        };
        let past = |k: usize| {
            main(k)
                && groups.get(k).is_some_and(|x| x.form == Form::Finite && x.tense == Tense::Past && x.modal.is_none())
        };
        let joined = main(g) && (past(g + 1) || g > 0 && past(g - 1));
        if let Some(group) = groups.get_mut(g).filter(|_| joined) {
            (group.form, group.tense) = (Form::Finite, Tense::Past);
        }
    }
}

/// A verb after "and" or a comma that shares the auxiliaries of an earlier one takes their tense.
pub(super) fn share(w: &Words, groups: &[Group], offset: usize, group: &mut Group) {
    if group.start != group.main {
        return;
    }
    // "steered past the rocks and set it down"
    if matches!((group.form, group.tense), (Form::Finite, Tense::Present) | (Form::Bare, _))
        && is_unmarked(w.low(group.main))
    {
        let joined = group.main.checked_sub(1).is_some_and(|j| w.ptb(j) == Ptb::Cc);
        let past = |g: &Group| g.form == Form::Finite && g.tense == Tense::Past && g.start == g.main;
        if joined && groups.last().is_some_and(past) {
            (group.form, group.tense) = (Form::Finite, Tense::Past);
        }
    }
    // "was approved in May, cancelled in June and revived": the last of a list.
    let list = groups.last().is_some_and(|g| g.shares.is_some() && g.passive);
    if list && group.form == Form::Finite && group.tense == Tense::Past && w.low(group.main).ends_with("ed") {
        let conjunction = group.main.checked_sub(1).is_some_and(|j| w.ptb(j) == Ptb::Cc);
        if let Some(last) = groups.last().filter(|_| conjunction) {
            (group.aspect, group.passive, group.shares) = (last.aspect, true, last.shares);
            return;
        }
    }
    // "was issued at four and lifted at seven": nothing lifts without an object.
    let before = group.main.checked_sub(1).is_some_and(|j| matches!(w.low(j), "and" | "or"));
    let bare = w.phrase(group.main + 1).is_none_or(|p| w.is_timed(p.head));
    if before && bare && (group.form, group.tense) == (Form::Finite, Tense::Past) && needs_object(w.lemma(group.main)) {
        let passive = |g: &Group| g.passive && g.form == Form::Finite && (g.shares.is_some() || g.start < g.main);
        if let Some(last) = groups.last().filter(|g| passive(g)) {
            (group.aspect, group.passive) = (last.aspect, true);
            group.shares = Some(last.shares.unwrap_or(offset + groups.len() - 1));
            return;
        }
    }
    // "would build stores and charge less": under the modal of the verb before it.
    let present = (group.form, group.tense) == (Form::Finite, Tense::Present) && w.ptb(group.main) == Ptb::Vbp;
    if before && present && groups.last().is_some_and(|g| g.modal.is_some() && g.form == Form::Finite) {
        (group.form, group.tense) = (Form::Bare, Tense::None);
    }
    // "will stop receiving stock in May and shut in June"
    let ahead = |g: &Group| g.modal.is_some() && g.form == Form::Finite && !g.passive && g.aspect == Aspect::None;
    if before
        && group.form == Form::Participle
        && is_unmarked(w.low(group.main))
        && groups.iter().rev().take(2).any(ahead)
    {
        (group.form, group.tense, group.passive) = (Form::Bare, Tense::None, false);
    }
    if !matches!(group.form, Form::Bare | Form::Participle | Form::Gerund) {
        return;
    }
    let mut k = group.start;
    while let Some(before) = k.checked_sub(1).filter(|b| w.is_adverb(*b)) {
        k = before;
    }
    let Some(joint) = k.checked_sub(1) else { return };
    let conjunction = matches!(w.low(joint), "and" | "or" | "but" | "nor" | "&");
    let comma = w.is_comma(joint) && list_goes_on(w, group.main);
    if !conjunction && !comma {
        return;
    }
    let wanted = w.ptb(group.main);
    let like = |g: &Group| match group.form {
        Form::Bare => {
            let base = matches!(w.ptb(g.main), Ptb::Vb | Ptb::Vbp)
                && (g.modal.is_some() || g.start < g.main || g.form == Form::Bare);
            // "to have started and run"
            let both = matches!(
                w.low(group.main),
                "run" | "come" | "become" | "cut" | "put" | "set" | "hit" | "shut" | "let" | "read"
            );
            base || both && g.aspect != Aspect::None && g.start < g.main
        }
        _ => {
            let other = w.ptb(g.main);
            (other == wanted || wanted == Ptb::Vbn && other == Ptb::Vbd && g.start < g.main)
                && (g.start < g.main || g.form == group.form)
        }
    };
    let shared = groups.iter().enumerate().rev().take(4).find(|(_, g)| like(g));
    // "It was badly given and punctured an artery": what has an object of its own is no passive.
    let object = matches!(w.ptb(group.main + 1), Ptb::Dt | Ptb::PrpS) && has_object(w, group.main);
    let given = w.senses(group.main).any(&[Sense::Giving, Sense::Telling]) || takes_two_objects(w.lemma(group.main));
    // "He was pushed and fell"
    let active = object && !given || no_passive(w.lemma(group.main));
    if shared.is_some_and(|(_, from)| from.passive && from.tense == Tense::Past) && active && conjunction {
        (group.form, group.tense, group.passive) = (Form::Finite, Tense::Past, false);
        return;
    }
    if let Some((n, from)) = shared {
        // "He was hired and, ..., left" must not reach over a new subject: participles beside a finite verb are left alone.
        group.form = from.form;
        group.tense = from.tense;
        group.aspect = from.aspect;
        group.passive = from.passive;
        group.modal = from.modal;
        group.negative |= from.negative;
        group.shares = Some(from.shares.unwrap_or(offset + n));
    } else if conjunction && group.form == Form::Participle && w.low(group.main + 1) != "by" {
        // "killed three and wounded six": a past beside a past.
        // "had no plans to sell it and promised to wait": over the infinitive.
        let infinitive = |g: &&Group| g.form == Form::Infinitive && !g.passive && w.low(group.main + 1) == "to";
        if groups.iter().rev().find(|g| !infinitive(g)).is_some_and(|g| {
            g.form == Form::Finite && g.tense == Tense::Past && g.start == g.main && w.ptb(g.main) == Ptb::Vbd
        }) {
            (group.form, group.tense, group.passive) = (Form::Finite, Tense::Past, false);
        }
    }
}

/// Whether the list that `i` belongs to goes on to an "and": "seized, searched and burned".
pub(super) fn list_goes_on(w: &Words, i: usize) -> bool {
    (i + 1..i + 9).take_while(|k| !matches!(w.low(*k), "." | ";" | ":" | "")).any(|k| {
        matches!(w.low(k), "and" | "or") && (w.tag(k + 1).is_verb() || w.is_adverb(k + 1) && w.tag(k + 2).is_verb())
    })
}
