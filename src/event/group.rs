//! Verb groups: auxiliaries, adverbs and a main verb, with the tense, aspect, voice, modality and polarity they make.

use super::forms::{is_past_form, is_unmarked};
use super::lexicon::Sense;
use super::tense::{past_subject, reduce, repair, share};
use super::words::Words;
use super::{Aspect, Tense};
use crate::compact::{Index, Pack, narrow};
use crate::text::Ptb;
use std::ops::Range;

/// A verb group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// First token: auxiliary, "to" or the verb itself.
    pub(super) start: usize,
    /// The main verb.
    pub(super) main: usize,
    /// What form the whole has.
    pub(super) form: Form,
    pub(super) tense: Tense,
    pub(super) aspect: Aspect,
    pub(super) passive: bool,
    pub(super) negative: bool,
    /// The modal's token ("may"); "to" of "have to", "used" of "used to", "going" of "be going to".
    pub(super) modal: Option<usize>,
    /// The main verb is "be": no event of its own.
    pub(super) copula: bool,
    /// The auxiliary stands before the subject: "did he go".
    pub(super) inverted: bool,
    /// The group whose auxiliaries it shares ("will go and *see*").
    pub(super) shares: Option<usize>,
}

impl Pack for Group {
    type Packed = PackedGroup;
}

/// A group as a long text keeps it.
#[derive(Clone, Copy)]
pub(super) struct PackedGroup {
    start: u32,
    main: u32,
    modal: Index,
    shares: Index,
    form: Form,
    tense: Tense,
    aspect: Aspect,
    passive: bool,
    negative: bool,
    copula: bool,
    inverted: bool,
}

impl From<Group> for PackedGroup {
    fn from(group: Group) -> Self {
        let Group { start, main, form, tense, aspect, passive, negative, modal, copula, inverted, shares } = group;
        let ((start, main), (modal, shares)) = ((narrow(start), narrow(main)), (modal.into(), shares.into()));
        PackedGroup { start, main, modal, shares, form, tense, aspect, passive, negative, copula, inverted }
    }
}

impl From<PackedGroup> for Group {
    fn from(group: PackedGroup) -> Self {
        let PackedGroup { start, main, modal, shares, form, tense, aspect, passive, negative, copula, inverted } =
            group;
        let ((start, main), (modal, shares)) = ((start as usize, main as usize), (modal.get(), shares.get()));
        Group { start, main, form, tense, aspect, passive, negative, modal, copula, inverted, shares }
    }
}

/// The form of a verb group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It has a subject and a tense, or a modal.
    Finite,
    /// "to go".
    Infinitive,
    /// "going".
    Gerund,
    /// "sent" without an auxiliary.
    Participle,
    /// "go" alone: an order, or under "let", "help", "make".
    Bare,
}

/// Finds the verb groups of one sentence, of which the first has the number `first`.
pub(super) fn find(words: &Words, sentence: Range<usize>, first: usize, groups: &mut Vec<Group>) {
    groups.clear();
    let mut i = sentence.start;
    let mut taken = sentence.start;
    while i < sentence.end {
        let next = match read(words, i, sentence.clone()) {
            Some(mut group) if group.main >= taken => {
                share(words, groups, first, &mut group);
                let end = group.main + 1;
                taken = end;
                // An inverted auxiliary stands before its subject: whatever lies between is read as well.
                let next = if group.inverted { i + 1 } else { end };
                groups.push(group);
                next
            }
            _ => i + 1,
        };
        i = next.max(i + 1);
    }
    groups.sort_by_key(|g| g.main);
    reduce(words, sentence.clone(), groups);
    repair(words, sentence, first, groups);
}

/// Reads a verb group that begins at `i`.
fn read(words: &Words, i: usize, sentence: Range<usize>) -> Option<Group> {
    let limit = sentence.end;
    let tag = words.tag(i);
    let infinitive = matches!(tag.ptb, Ptb::To | Ptb::In) && words.low(i) == "to";
    if !infinitive && (!tag.is_verb() && !is_auxiliary(words, i) || words.is_timed(i)) {
        return None;
    }
    if !infinitive && modifies(words, i)
        || matches!(words.low(i), "provided" | "providing" | "assuming") && words.low(i + 1) == "that"
    {
        return None;
    }
    let mut group = Group {
        start: i,
        main: i,
        form: Form::Finite,
        tense: Tense::None,
        aspect: Aspect::None,
        passive: false,
        negative: before_is_not(words, i, sentence.start),
        modal: None,
        copula: false,
        inverted: false,
        shares: None,
    };
    let mut chain = Chain { words, limit, negative: group.negative, inverted: false };
    let mut at = i;
    // What tense the first word gives.
    (group.form, group.tense) = match tag.ptb {
        _ if infinitive => (Form::Infinitive, Tense::Infinitive),
        Ptb::Md => (Form::Finite, Tense::None),
        _ if words.low(i) == "'d" || words.low(i) == "’d" => (Form::Finite, Tense::Past),
        Ptb::Vbd => (Form::Finite, Tense::Past),
        Ptb::Vbz | Ptb::Vbp => (Form::Finite, Tense::Present),
        Ptb::Vbg => (Form::Gerund, Tense::PresPart),
        Ptb::Vbn => (Form::Participle, Tense::PastPart),
        Ptb::Vb => (Form::Bare, Tense::None),
        _ => match words.low(i) {
            "had" | "was" | "were" | "did" => (Form::Finite, Tense::Past),
            "been" => (Form::Participle, Tense::PastPart),
            "being" | "having" => (Form::Gerund, Tense::PresPart),
            "be" => (Form::Bare, Tense::None),
            _ => (Form::Finite, Tense::Present),
        },
    };
    if infinitive {
        at = chain.next(at, |w, k| matches!(w.ptb(k), Ptb::Vb | Ptb::Vbp) || w.is_be(k) && w.low(k) == "be", false)?;
    } else if tag.ptb == Ptb::Md {
        group.modal = Some(i);
        if matches!(words.low(i), "will" | "'ll" | "’ll" | "wo" | "shall" | "sha" | "won't" | "won’t") {
            group.tense = Tense::Future;
        }
        // "what we can and cannot do"
        if words.ptb(i + 1) == Ptb::Cc && words.ptb(i + 2) == Ptb::Md {
            at = i + 2;
        }
        at = chain.next(at, |w, k| w.tag(k).is_verb() && w.ptb(k) != Ptb::Md || w.is_be(k) || w.is_have(k), true)?;
    }
    if tag.ptb != Ptb::Md
        && !infinitive
        && group.tense == Tense::Present
        && (is_past_form(words.low(i)) || is_unmarked(words.low(i)) && past_subject(words, i, sentence.start))
    {
        group.tense = Tense::Past;
    }
    let mut perfect = false;
    let mut progressive = false;
    let mut passive = false;
    // "have": perfect, or "have to".
    if words.is_have(at) {
        if let Some(k) = chain.next(at, is_past_participle, at == i) {
            perfect = true;
            at = k;
        } else if words.low(at + 1) == "to"
            && let Some(k) = chain.next(at + 1, |w, k| w.ptb(k) == Ptb::Vb || w.low(k) == "be", false)
        {
            group.modal = group.modal.or(Some(at + 1));
            at = k;
        }
    } else if words.is_do(at)
        && at == i
        && let Some(k) = chain.next(at, |w, k| matches!(w.ptb(k), Ptb::Vb | Ptb::Vbp), true)
    {
        at = k;
    }
    // "He's let down 3,000 people": with an object it is "has".
    if matches!(words.low(at), "'s" | "’s") && words.is_be(at) {
        let next = (at + 1..limit).find(|k| !words.is_adverb(*k)).filter(|k| words.ptb(*k) == Ptb::Vbn);
        let object = |k: usize| {
            let behind = if words.ptb(k + 1) == Ptb::Rp { k + 2 } else { k + 1 };
            words.phrase(behind).is_some_and(|p| p.start == behind && !words.is_timed(p.head))
        };
        if let Some(k) = next.filter(|k| object(*k)) {
            (perfect, at) = (true, k);
        }
    }
    // "be": progressive, passive, or the copula.
    while words.is_be(at) {
        let Some(k) = chain.next(at, is_participle_after_be, at == i) else { break };
        if words.low(k) == "being" || words.ptb(k) == Ptb::Vbg {
            if passive {
                break;
            }
            progressive = true;
            at = k;
            if words.low(k) == "going"
                && words.low(k + 1) == "to"
                && let Some(m) = chain.next(k + 1, |w, m| matches!(w.ptb(m), Ptb::Vb | Ptb::Vbp), false)
            {
                group.modal = Some(k);
                progressive = false;
                if group.tense == Tense::Present {
                    group.tense = Tense::Future;
                }
                at = m;
            }
        } else {
            passive = true;
            at = k;
            break;
        }
    }
    if words.low(at) == "used"
        && !passive
        && words.low(at + 1) == "to"
        && let Some(k) = chain.next(at + 1, |w, k| w.ptb(k) == Ptb::Vb, false)
    {
        group.modal = Some(at);
        at = k;
    }
    group.main = at;
    group.negative = chain.negative;
    group.inverted = chain.inverted;
    group.copula = words.is_be(at);
    // "are not due"
    group.negative |= group.copula && (words.is_not(at + 1) || words.is_adverb(at + 1) && words.is_not(at + 2));
    group.passive = passive || group.form == Form::Participle && !perfect && at == i;
    group.aspect = match (perfect, progressive) {
        (true, true) => Aspect::PerfectiveProgressive,
        (true, false) => Aspect::Perfective,
        (false, true) => Aspect::Progressive,
        (false, false) => Aspect::None,
    };
    if group.form == Form::Bare && at == i && !group.negative && !plausible_bare(words, i, sentence.start) {
        group.form = Form::Finite;
        group.tense =
            if is_past_form(words.low(i)) || is_unmarked(words.low(i)) && past_subject(words, i, sentence.start) {
                Tense::Past
            } else {
                Tense::Present
            };
    }
    Some(group)
}

/// Walks from one word of a group to the next.
struct Chain<'w, 'd> {
    words: &'w Words<'d>,
    limit: usize,
    negative: bool,
    inverted: bool,
}

impl Chain<'_, '_> {
    /// The next word of the group after `at` that fits, over adverbs, negation and asides; over a subject when `invert`.
    fn next(&mut self, at: usize, fits: impl Fn(&Words, usize) -> bool, invert: bool) -> Option<usize> {
        let w = self.words;
        let mut k = at + 1;
        let mut negative = false;
        let mut inverted = false;
        while k < self.limit {
            if !w.is_timed(k) && fits(w, k) && !w.is_adverb(k) {
                self.negative |= negative;
                self.inverted |= inverted;
                return Some(k);
            }
            if w.is_not(k) {
                negative = true;
                k += 1;
            } else if w.low(k) == "since" && k == at + 1 && w.is_have(at) {
                // "has since left"
                k += 1;
            } else if ADVERBIALS.contains(&[w.low(k), w.low(k + 1)]) {
                // "had at first blamed"
                k += 2;
            } else if matches!(w.ptb(k), Ptb::In) && w.is_timed(k + 1) && k > at {
                // "was for decades refused"
                k += 1;
            } else if w.is_quote_mark(k) && k == at + 1 || w.is_adverb(k) || w.is_timed(k) && !w.tag(k).is_verb() {
                k += 1;
            } else if w.is_comma(k) {
                // ", however," and the like.
                k = (k + 2..(k + 6).min(self.limit))
                    .find(|c| w.is_comma(*c))
                    .filter(|_| w.is_adverb(k + 1) || w.ptb(k + 1) == Ptb::In)?
                    + 1;
            } else if invert
                && !inverted
                && can_invert(w, at)
                && w.phrase(k).is_some_and(|p| p.start == k || p.left() == k)
            {
                inverted = true;
                k = self.subject_end(k)?;
            } else {
                return None;
            }
        }
        None
    }

    /// Over a subject: noun phrases with possessors and "of".
    fn subject_end(&self, start: usize) -> Option<usize> {
        let w = self.words;
        let mut end = w.phrase(start)?.end;
        for _ in 0..4 {
            // "was the drummer whom they asked": what follows describes it.
            let direct = w.phrase(end).is_some() && !matches!(w.ptb(end), Ptb::Wp | Ptb::Wdt);
            let joined = w.ptb(end) == Ptb::Pos || matches!(w.low(end), "of" | "and" | "in") || direct;
            let next = if direct { end } else { end + 1 };
            match w.phrase(next) {
                Some(p) if joined && p.start == next => end = p.end,
                _ => break,
            }
        }
        Some(end)
    }
}

/// Adverbs of two words.
const ADVERBIALS: &[[&str; 2]] = &[
    ["at", "first"],
    ["at", "last"],
    ["at", "once"],
    ["at", "least"],
    ["in", "fact"],
    ["in", "part"],
    ["in", "turn"],
    ["of", "course"],
    ["for", "now"],
    ["for", "example"],
    ["for", "instance"],
];

/// Whether a subject may follow the auxiliary `i`: a question, or after "nor", "only then" and the like.
fn can_invert(w: &Words, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    if w.is_adverb(i + 1) && !w.is_not(i + 1) {
        return false;
    }
    if w.low(i) == "had" && w.is_timed(before) {
        // "would have resumed this week had the weather allowed"
        return true;
    }
    // "Not until 1963 did a survey confirm it"
    let first = w.sentence(i).start;
    if w.is_timed(before) && matches!(w.low(first), "not" | "only" | "never") {
        return true;
    }
    match w.ptb(before) {
        Ptb::Wrb | Ptb::Wp | Ptb::Wdt | Ptb::Cc | Ptb::Rb | Ptb::Punct => true,
        _ => {
            matches!(w.low(before), "nor" | "neither" | "so" | "than" | "what" | "which" | "whose")
                || w.phrase(before).is_some_and(|p| {
                    p.start.checked_sub(1).is_some_and(|q| matches!(w.ptb(q), Ptb::Wdt | Ptb::Wrb | Ptb::WpS))
                })
                || w.sentence(i).start == i
        }
    }
}

fn is_auxiliary(w: &Words, i: usize) -> bool {
    w.tag(i).upos == crate::text::Upos::Aux || w.is_have(i) && w.tag(i).upos == crate::text::Upos::Verb
}

/// The perfect's participle: "received", "been", also where the tagger says past.
fn is_past_participle(w: &Words, k: usize) -> bool {
    match w.ptb(k) {
        Ptb::Vbn => !stands_before_noun(w, k) || w.low(k) == "been",
        Ptb::Vbd => !matches!(w.low(k), "was" | "were" | "did"),
        _ => w.low(k) == "been",
    }
}

fn is_participle_after_be(w: &Words, k: usize) -> bool {
    match w.ptb(k) {
        Ptb::Vbg => !stands_before_noun(w, k) || w.phrase(k + 1).is_some_and(|p| p.start == k + 1 && w.is_be(k - 1)),
        Ptb::Vbn => true,
        Ptb::Vbd => !w.is_be(k) && !w.is_have(k),
        _ => false,
    }
}

/// "has *increased* sales" reads as a perfect; "has [a] *reduced* staff" is rare: only inside of a noun phrase.
fn stands_before_noun(w: &Words, k: usize) -> bool {
    w.phrase(k).is_some_and(|p| p.head > k)
}

/// A participle inside of a noun phrase before its head; also "an *estimated* £2m", "held *closed* talks" and "with an hour
/// *left*".
fn modifies(w: &Words, i: usize) -> bool {
    let amount = || {
        let article = i.checked_sub(1).is_some_and(|b| matches!(w.low(b), "a" | "an"));
        article && (w.ptb(i + 1) == Ptb::Cd || w.phrase(i + 1).is_some_and(|p| w.ptb(p.head) == Ptb::Cd))
    };
    let object = || {
        let verb = i.checked_sub(1).is_some_and(|b| w.ptb(b) == Ptb::Vbd && !w.is_be(b) && !w.is_have(b));
        // "put up *handwritten* signs"
        let particle = i > 1 && w.ptb(i - 1) == Ptb::Rp && w.tag(i - 2).is_verb();
        (verb || particle) && w.ptb(i + 1) == Ptb::Nns && !w.is_timed(i + 1)
    };
    // "with two minutes left"
    let remaining = || {
        let noun = i.checked_sub(1).and_then(|b| w.phrase(b)).filter(|p| p.end == i);
        noun.and_then(|p| p.left().checked_sub(1)).is_some_and(|b| w.low(b) == "with")
    };
    // "..., retired judge Ann Hill denied": no verb stands before a name with a verb of its own.
    let before_name = || {
        let opens = i == w.sentence(i).start || w.is_comma(i - 1);
        let name = w.phrase(i + 1).filter(|p| p.left() == i + 1 && w.tag(p.head).is_name() && opens);
        name.is_some_and(|p| w.ptb(p.end) == Ptb::Vbd && !w.has(i, Sense::VerbReporting))
    };
    // "to his right and left"
    let side = || i > 1 && w.low(i - 1) == "and" && w.low(i - 2) == "right";
    matches!(w.low(i), "left" | "remaining") && remaining()
        || w.low(i) == "left" && side()
        || matches!(w.ptb(i), Ptb::Vbd | Ptb::Vbn)
            && matches!(w.low(i), "retired" | "renowned" | "exiled" | "jailed")
            && before_name()
        || matches!(w.ptb(i), Ptb::Vbn | Ptb::Vbg) && w.phrase(i).is_some_and(|p| p.head > i)
        || w.ptb(i) == Ptb::Vbn && (amount() || object())
}

/// "not to go", "without" is no negation of the verb but of the phrase: only adverbs right before count.
fn before_is_not(w: &Words, i: usize, start: usize) -> bool {
    let mut k = i;
    while let Some(before) = k.checked_sub(1).filter(|b| *b >= start) {
        if w.is_not(before) {
            return !matches!(w.low(before), "nor" | "neither") || w.ptb(i) != Ptb::Md;
        }
        if !w.is_adverb(before) {
            break;
        }
        k = before;
    }
    false
}

/// A base form alone is a present ("they go") when a subject stands right before it, unless a verb governs that subject.
fn plausible_bare(w: &Words, i: usize, start: usize) -> bool {
    let mut k = i;
    while let Some(before) = k.checked_sub(1).filter(|b| *b >= start && w.is_adverb(*b)) {
        k = before;
    }
    let Some(before) = k.checked_sub(1).filter(|b| *b >= start) else { return true };
    match w.phrase(before) {
        Some(p) => {
            let mut q = p.left();
            // over "of" phrases
            while let Some(prep) = q.checked_sub(1).filter(|x| w.low(*x) == "of") {
                match prep.checked_sub(1).and_then(|x| w.phrase(x)) {
                    Some(p) => q = p.left(),
                    None => break,
                }
            }
            q.checked_sub(1).is_some_and(|v| {
                (w.tag(v).is_verb() || w.tag(v).is_noun())
                    && matches!(
                        w.lemma(v),
                        "let" | "make" | "help" | "have" | "see" | "watch" | "hear" | "bid" | "feel"
                    )
            })
        }
        None => true,
    }
}
