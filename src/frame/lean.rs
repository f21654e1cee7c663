//! Past or coming: what a sentence says about the occurrence of something that comes again ("Saturday", "August").

use crate::calendar::{Cycle, Unit};
use crate::expr::{Expr, Modifier};
use crate::lang::{ENGLISH, Kinds, Sense};
use crate::text::{Document, Ptb};
use crate::timex::{Lean, Mention, Signal};

/// A lean and why, in plain words.
pub(super) type Reasoned = (Lean, &'static str);

/// Where nothing in the sentence decides.
pub(super) const DEFAULT: Reasoned = (Lean::Past, "nothing in the sentence decides, and news looks back");

/// The begin of a range that has begun and is not over.
pub(super) const RUNNING: Reasoned = (Lean::Past, "the range is under way");

const FUTURE: Reasoned = (Lean::Future, "the verb is in the future");
const PAST_AFAR: Reasoned = (Lean::Past, "a verb before it is in the past");
const PAST: Reasoned = (Lean::Past, "the verb is in the past");
const FUTURE_AFAR: Reasoned = (Lean::Future, "a verb before it is in the future");
const MODAL: Reasoned = (Lean::Future, "a modal verb looks ahead");
const WOULD: Reasoned = (Lean::Future, "\"would\" looks ahead");
const INFINITIVE: Reasoned = (Lean::Future, "an infinitive looks ahead");
const DUE: Reasoned = (Lean::Future, "it is said to be due");
const DUE_THEN: Reasoned = (Lean::Future, "it was said to be due");
const WAS_DUE: Reasoned = (Lean::Nearest, "it had been due: the nearest one");
const SCENE: Reasoned = (Lean::Past, "the scene is told in the present");
const PLAN: Reasoned = (Lean::Future, "the present tense of a plan");
const UNTIL: Reasoned = (Lean::Future, "\"until\" looks ahead");
const UNTIL_THEN: Reasoned = (Lean::Nearest, "\"until\" told in the past: the nearest one");
const SINCE: Reasoned = (Lean::Past, "\"since\" looks back");
const ENDED: Reasoned = (Lean::Past, "it has ended");
const DEADLINE: Reasoned = (Lean::Future, "a deadline");

/// Whether a reason is the sentence's own, and no guess.
pub(super) fn is_sure(reason: &str) -> bool {
    reason != DEFAULT.1 && reason != PAST_AFAR.1
}

/// Whether a reason holds however far away the occurrence is that it points at.
pub(super) fn leaves_no_choice(reason: &str) -> bool {
    [SINCE, ENDED, UNTIL, PAST, FUTURE, MODAL, DUE, RUNNING].iter().any(|r| r.1 == reason)
}

/// Whether a reason says that the time is still to come, and not only that a verb looks ahead.
pub(super) fn is_plan(reason: &str) -> bool {
    [FUTURE, FUTURE_AFAR, MODAL, DUE, DUE_THEN, UNTIL, DEADLINE].iter().any(|r| r.1 == reason)
}

/// How far from a mention its verb is looked for, in tokens.
const REACH: usize = 25;

/// How far it may stand before the mention to leave no doubt that it is its verb.
const NEAR: usize = 4;

/// Which way the sentence leans at a mention.
pub(super) fn lean_of(document: &Document<'_>, mention: &Mention) -> Reasoned {
    let before = mention.first.checked_sub(1);
    let range = before.is_some_and(|b| kinds(document, b) & Sense::FromWord.kind() != 0);
    // "the quarter ended Oct. 31"; "ending" looks ahead.
    if before.is_some_and(|b| kinds(document, b) & Sense::Ended.kind() != 0 && tag(document, b) != Some(Ptb::Vbg)) {
        return ENDED;
    }
    if mention.signal == Some(Signal::Since) && !range {
        return SINCE;
    }
    if mention.expr.modifier() == Some(Modifier::OnOrBefore) {
        return DEADLINE;
    }
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return DEFAULT };
    let sentence = sentence.tokens.clone();
    let until = before.is_some_and(|b| kinds(document, b) & Sense::Till.kind() != 0) && !range;
    // The verb before it in its clause, else the first one behind it.
    // "and Saturday's game has been put off": the game is still ahead.
    if is_put_off(document, mention, sentence.end) {
        return DUE;
    }
    // "there could be a deal by Friday"
    if mention.signal == Some(Signal::By) && may_be(document, sentence.start, mention.first) {
        return DEADLINE;
    }
    if is_scene(document, sentence.start, mention.first) {
        return SCENE;
    }
    // "was put back to June 20"
    if before.is_some_and(|b| is_put_back(document, b)) {
        return DUE;
    }
    let verb = verb_before(document, sentence.start, mention.first);
    match verb {
        // "was to have started in March and run until the autumn"
        Some((i, WAS_DUE))
            if until && (i.saturating_sub(2)..mention.first).any(|k| tag(document, k) == Some(Ptb::Cc)) =>
        {
            UNTIL
        }
        // "has been put off until Monday": a state that lasts.
        // "extended the offer Friday"; but "extended until Friday".
        Some((i, DUE | DUE_THEN)) if tag(document, i) == Some(Ptb::Vbd) && mention.signal != Some(Signal::Until) => {
            PAST
        }
        // "called off on Thursday"; but "postponed to Thursday".
        Some((i, DUE | DUE_THEN)) if is_moved(document, i) && mention.signal != Some(Signal::Until) => PAST,
        // "has promised a result by Friday"
        Some((i, PAST)) if mention.signal == Some(Signal::By) && is_perfect(document, i, sentence.start) => DEADLINE,
        Some((i, PAST)) if until && is_perfect(document, i, sentence.start) => UNTIL,
        // "gave the bidder until mid-November"
        Some((_, PAST)) if until && is_yearly(mention) => UNTIL_THEN,
        Some((i, PAST)) if mention.first - i > NEAR => PAST_AFAR,
        Some((i, FUTURE | MODAL)) if mention.first - i > NEAR => fitted(document, mention, FUTURE_AFAR),
        Some((i, DUE)) if mention.first - i > NEAR => DUE_THEN,
        // "will be held when the rules allow, in the autumn"
        Some((i, PLAN)) if will_before_when(document, i, sentence.start) => fitted(document, mention, FUTURE_AFAR),
        Some((_, lean)) => fitted(document, mention, lean),
        None if until => UNTIL,
        None => (mention.end..sentence.end)
            .take(REACH)
            .filter(|&i| !is_put_in(document, mention.end, i))
            .find_map(|i| {
                let lean = of_verb(document, i, sentence.start)?;
                // "Officials on Friday extended the order"
                let bare = i == mention.end && tag(document, i) == Some(Ptb::Vbn);
                match lean {
                    DUE | DUE_THEN if bare => Some(PAST),
                    DUE | DUE_THEN if tag(document, i) == Some(Ptb::Vbd) => None,
                    lean => Some(lean),
                }
            })
            .map_or(DEFAULT, |lean| fitted(document, mention, lean)),
    }
}

/// "It is a wet Tuesday in April": the day of which a feature tells in the present.
fn is_scene(document: &Document<'_>, start: usize, end: usize) -> bool {
    let opens =
        document.word(start).eq_ignore_ascii_case("it") && matches!(document.word(start + 1), "is" | "'s" | "’s");
    let mut between = start + 2..end;
    opens
        && end < start + 10
        && (between.is_empty() || tag(document, start + 2) == Some(Ptb::Dt) && document.word(start + 2) != "the")
        && between.all(|i| of_verb(document, i, start).is_none() && tag(document, i) != Some(Ptb::Punct))
}

/// Whether the word at `i` leads to a new time of what is put off: "put back *to*", "postponed *until*".
fn is_put_back(document: &Document<'_>, i: usize) -> bool {
    let leads = kinds(document, i) & (Sense::To.kind() | Sense::Till.kind()) != 0;
    leads && i > 1 && document.word(i - 1) == "back" && document.word(i - 2) == "put"
}

/// Whether the present tense at `i` stands in a clause with "when" that says when something will be.
fn will_before_when(document: &Document<'_>, i: usize, start: usize) -> bool {
    let when = (start..i).rev().take(NEAR).find(|&k| matches!(tag(document, k), Some(Ptb::Wrb)));
    when.and_then(|w| verb_before(document, start, w)).is_some_and(|(_, lean)| lean == FUTURE)
}

/// "By May, she said, it will be over": whether a saying stands between commas right behind a time, which is then that of
/// what she said.
fn is_put_in(document: &Document<'_>, end: usize, i: usize) -> bool {
    let comma = |i: usize| document.tokens.get(i).is_some() && document.word(i) == ",";
    kinds(document, i) & Sense::Saying.kind() != 0 && i - end < 7 && comma(end) && comma(i + 1)
}

/// Whether the last verb before `end` is "could be".
fn may_be(document: &Document<'_>, start: usize, end: usize) -> bool {
    let verb = |&i: &usize| document.tokens.get(i).is_some_and(|t| t.tag.is_verb() || t.tag.ptb == Ptb::Md);
    let last = (start..end).rev().take(REACH).find(verb).filter(|&i| document.word(i) == "be");
    last.and_then(|be| be.checked_sub(1)).is_some_and(|modal| modal >= start && document.word(modal) == "could")
}

/// The nearest verb before `end` that says something of when, and what. An aside between commas says nothing of what
/// comes behind it: "plans to reopen its base in Bristol, closed in 2020, in the autumn".
fn verb_before(document: &Document<'_>, start: usize, end: usize) -> Option<(usize, Reasoned)> {
    let mut i = end;
    let low = start.max(end.saturating_sub(REACH));
    while i > low {
        i -= 1;
        if document.word(i) == ","
            && i + 3 >= end
            && let Some(open) = (low..i).rev().find(|&k| document.word(k) == ",")
            && matches!(tag(document, open + 1), Some(Ptb::Vbn | Ptb::Vbg | Ptb::Wdt | Ptb::Wp))
        {
            i = open;
        } else if let Some(lean) = of_verb(document, i, start) {
            return Some((i, lean));
        }
    }
    None
}

/// What a verb's lean is worth at a mention: a month or a date is seldom a year off when only a plan, a wish or an
/// infinitive looks ahead, and before a noun ("the Feb. 23 accord") it is not the verb's at all.
fn fitted(document: &Document<'_>, mention: &Mention, lean: Reasoned) -> Reasoned {
    let yearly = is_yearly(mention);
    let next = document.tokens.get(mention.end);
    let noun = next.is_some_and(|t| t.tag.is_noun());
    let owner = next.is_some_and(|t| t.tag.ptb == Ptb::Pos);
    match lean {
        PLAN if owner => DEFAULT,
        FUTURE | FUTURE_AFAR | MODAL | WOULD | INFINITIVE | PLAN if yearly && noun => {
            (Lean::Nearest, "a date before a noun: the nearest one")
        }
        PLAN if yearly => (Lean::Nearest, "the present tense: the nearest one"),
        INFINITIVE if yearly && mention.signal != Some(Signal::Until) => {
            (Lean::Nearest, "an infinitive: the nearest one")
        }
        lean => lean,
    }
}

/// Whether it is a date that comes once a year, but for named days.
fn is_yearly(mention: &Mention) -> bool {
    matches!(mention.expr.bare(), Expr::Bare(c) if c.round() == Unit::Year && !matches!(c, Cycle::Holiday(_)))
}

fn kinds(document: &Document<'_>, i: usize) -> Kinds {
    ENGLISH.kinds(ENGLISH.look_up(document.word(i)))
}

fn tag(document: &Document<'_>, i: usize) -> Option<Ptb> {
    document.tokens.get(i).map(|t| t.tag.ptb)
}

/// Whether the participle at `i` belongs to a present perfect: "has been put", "have gone".
fn is_perfect(document: &Document<'_>, i: usize, start: usize) -> bool {
    tag(document, i) == Some(Ptb::Vbn)
        && (start..i).rev().take(3).any(|k| {
            matches!(tag(document, k), Some(Ptb::Vbz | Ptb::Vbp)) && kinds(document, k) & Sense::Neutral.kind() != 0
        })
}

/// What the word at `i` says about the time of its clause, if it is a verb that says something.
fn of_verb(document: &Document<'_>, i: usize, start: usize) -> Option<Reasoned> {
    let tag = tag(document, i)?;
    let has = |sense: Sense| kinds(document, i) & sense.kind() != 0;
    match tag {
        Ptb::Md if has(Sense::Will) => Some(FUTURE),
        // Ahead of what is told, which may be over by now.
        Ptb::Md if has(Sense::Would) => Some(WOULD),
        Ptb::Md => (!has(Sense::Neutral)).then_some(MODAL),
        Ptb::Vb => of_infinitive(document, i, start),
        Ptb::Jj | Ptb::Vbd | Ptb::Vbn | Ptb::Vbz | Ptb::Vbp | Ptb::Vbg if has(Sense::Ahead) => {
            Some(due(document, i, start))
        }
        Ptb::Vbd | Ptb::Vbn => of_past(document, i, start),
        Ptb::Vbz | Ptb::Vbp if has(Sense::Neutral) => None,
        Ptb::Vbp if has(Sense::Invariant) => Some(PAST),
        // "takes effect Wednesday": the present tense of what is on a calendar.
        Ptb::Vbz | Ptb::Vbp => Some(PLAN),
        _ => None,
    }
}

/// Whether a weekday owns what is put off or called off behind it: "Saturday's game has been postponed".
fn is_put_off(document: &Document<'_>, mention: &Mention, end: usize) -> bool {
    let owner = tag(document, mention.end) == Some(Ptb::Pos);
    let verb = |i: &usize| matches!(tag(document, *i), Some(Ptb::Vbd | Ptb::Vbz | Ptb::Vbp | Ptb::Md));
    // "called" and "put" need their "off".
    let moved = |i: usize| {
        let kinds = kinds(document, i);
        let alone = kinds & (Sense::Weak.kind() | Sense::Invariant.kind()) == 0;
        kinds & Sense::PutOff.kind() != 0 && (alone || tag(document, i + 1) == Some(Ptb::Rp))
    };
    owner && (mention.end..end).take(REACH).find(verb).is_some_and(|v| (v + 1..(v + 5).min(end)).any(moved))
}

/// "had been due" before `i`: what was ahead then may be over now.
fn was_due(document: &Document<'_>, i: usize, start: usize) -> bool {
    (start..i).rev().take(3).any(|k| tag(document, k) == Some(Ptb::Vbd) && kinds(document, k) & Sense::Done.kind() != 0)
}

/// "to meet": what goes before "to" decides; a bare infinitive says nothing, its auxiliary does.
fn of_infinitive(document: &Document<'_>, i: usize, start: usize) -> Option<Reasoned> {
    let Some(to) = (start..i).rev().take(3).find(|&k| tag(document, k) == Some(Ptb::To)) else {
        // "Our rivals play on Monday": its form is that of the present, too.
        let subject = i.checked_sub(1).filter(|&b| b >= start).and_then(|b| tag(document, b));
        return matches!(subject, Some(Ptb::Nns | Ptb::Punct)).then_some(PLAN);
    };
    Some(of_to(document, to, start))
}

/// What goes before "to": before the first one where "and" joins another, "plans to close it and to sell it".
fn of_to(document: &Document<'_>, to: usize, start: usize) -> Reasoned {
    let joined = to.checked_sub(1).is_some_and(|b| b > start && tag(document, b) == Some(Ptb::Cc));
    let infinitive = |&k: &usize| tag(document, k) == Some(Ptb::To) && tag(document, k + 1) == Some(Ptb::Vb);
    let first = (start..to).rev().take(REACH).find(|k| joined && infinitive(k));
    let to = first.unwrap_or(to);
    // "was to have left on Friday"
    if document.word(to + 1) == "have" && to > start && tag(document, to - 1) == Some(Ptb::Vbd) {
        return WAS_DUE;
    }
    let governor = (start..to).rev().take(3).find_map(|k| {
        let kinds = kinds(document, k);
        if kinds & Sense::Ahead.kind() != 0 {
            Some(due(document, k, start))
        } else {
            (kinds & Sense::Done.kind() != 0).then_some(PAST)
        }
    });
    governor.unwrap_or(INFINITIVE)
}

/// "is due", "was due", "had been due" at `i`.
fn due(document: &Document<'_>, i: usize, start: usize) -> Reasoned {
    let past = |k: usize| tag(document, k) == Some(Ptb::Vbd);
    if was_due(document, i, start) {
        WAS_DUE
    } else if past(i) || (start..i).rev().take(3).any(past) {
        DUE_THEN
    } else {
        DUE
    }
}

/// Whether what stands at `i` moves a plan: "called off".
fn is_moved(document: &Document<'_>, i: usize) -> bool {
    kinds(document, i) & Sense::PutOff.kind() != 0
}

/// A past form: past, unless an auxiliary puts its participle ahead ("will be sold", "to be released").
fn of_past(document: &Document<'_>, i: usize, start: usize) -> Option<Reasoned> {
    let participle = tag(document, i) == Some(Ptb::Vbn);
    let next = tag(document, i + 1);
    // "has been called off": the next participle says more. "preferred shares": an adjective.
    let auxiliary = participle && next == Some(Ptb::Vbn);
    // "will redeem its preferred shares": one verb is enough.
    let governed = || {
        (start..i)
            .rev()
            .take(2 * NEAR)
            .take_while(|&k| !matches!(tag(document, k), Some(Ptb::Punct | Ptb::Cc)))
            .any(|k| tag(document, k) == Some(Ptb::Md))
    };
    let adjective = matches!(next, Some(Ptb::Nn | Ptb::Nns))
        && if participle {
            i.checked_sub(1).is_none_or(|b| b < start || kinds(document, b) & HAVE_OR_BE == 0)
        } else {
            governed()
        };
    if auxiliary || adjective {
        return None;
    }
    let behind_vb = i.checked_sub(1).and_then(|b| tag(document, b)) == Some(Ptb::Vb);
    let ahead = (start..i).rev().take(4).find_map(|k| match tag(document, k)? {
        // "should have arrived": it was to be then; "could have left" may be still to come.
        Ptb::Md if document.word(i - 1) == "have" && matches!(document.word(k), "should" | "must") => Some(PAST),
        Ptb::Md => Some(if behind_vb && participle { FUTURE } else { PAST }),
        Ptb::To if participle => Some(of_to(document, k, start)),
        Ptb::Vbd | Ptb::Punct => Some(PAST),
        _ => None,
    });
    Some(ahead.unwrap_or(PAST))
}

const HAVE_OR_BE: Kinds = Sense::Neutral.kind() | Sense::Done.kind();
