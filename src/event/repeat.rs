//! The same event again.

use super::lexicon::{begins, finds, kind, lands};
use super::source::Cast;
use super::words::{Phrase, Words};
use super::{Class, Event, Role, Source, Status, Trigger};
use crate::compact::Index;
use crate::hash::FastMap;
use crate::shared::Text;
use crate::text::{self, Ptb};

/// Links each mention that repeats an earlier one to it, by conservative rules: the same verb or its noun, nothing
/// that speaks against it, and for nouns a sign that they refer back.
/// `speakers` holds for each saying the name of who says it.
pub(super) fn link(w: &Words, cast: &Cast, speakers: &[Option<Text>], events: &mut [Event]) {
    // For each stem the last event that has it, and for each event the one before that shares its stem.
    let mut last: FastMap<&str, usize> = FastMap::with_capacity_and_hasher(events.len(), Default::default());
    let mut before: Vec<Index> = Vec::with_capacity(events.len());
    let mut repeats: Vec<(usize, usize)> = Vec::new();
    let mut sayings: FastMap<&str, usize> = FastMap::default();
    // Who spoke to an audience, and where that is told: one occasion a paragraph and speaker.
    let mut occasions: Vec<(&str, usize)> = Vec::new();
    // What was found or noticed.
    let mut findings: Vec<usize> = Vec::new();
    // What began or ended.
    let mut phases: Vec<usize> = Vec::new();
    for (n, event) in events.iter().enumerate() {
        // "Friday's purchases" are not the one purchase that was told.
        let down =
            || (event.token() + 1..event.token() + 4).any(|i| w.low(i) == "down") && event.trigger == Trigger::Verb;
        let kind = kind(&event.lemma).or_else(|| lands(&event.lemma).filter(|_| down()));
        let kind = kind.filter(|_| w.ptb(event.token()) != Ptb::Nns);
        let stem = kind.unwrap_or_else(|| stem(&event.lemma));
        let again = last.insert(stem, n);
        let earlier = || std::iter::successors(again, |&m| before.get(m)?.get()).take(8);
        let mut found = None;
        if event.trigger == Trigger::Noun && refers_back(w, event) {
            if is_speech(&event.lemma) {
                // "Khamenei's remarks": what that speaker said last.
                let of = owner(w, event.token()).map(|p| last_word(&cast.name(w, &p).0).to_string());
                found = occasions.iter().rev().find(|(who, _)| of.as_ref().is_none_or(|of| of == who)).map(|(_, n)| *n);
                found = found.or_else(|| sayings.get(of?.as_str()).copied());
            }
            found =
                found.or_else(|| earlier().find(|m| events.get(*m).is_some_and(|e| same_parties(w, cast, e, event))));
        }
        if event.trigger == Trigger::Verb && event.class == Class::Occurrence && event.status == Status::Happened {
            found = earlier().find(|m| {
                events.get(*m).is_some_and(|e| {
                    e.trigger == Trigger::Verb
                        && e.status == event.status
                        && e.sentence() != event.sentence()
                        && (same_known(w, e, event)
                            || same_words(w, e.agent(), event.agent()) && same_words(w, e.patient(), event.patient())
                            || told_apart(e, event) && stem == self::stem(&e.lemma) && same_doers(w, e, event))
                })
            });
        }
        if event.role == Role::Relative && finds(&event.lemma) {
            found = found.or_else(|| found_before(w, events, event, &findings));
        }
        if event.trigger == Trigger::Verb && finds(&event.lemma) {
            findings.push(n);
        }
        if let Some(begin) = begins(&event.lemma).filter(|_| event.trigger == Trigger::Verb) {
            found = found.or_else(|| same_phase(w, events, n, begin, &phases));
            phases.push(n);
        }
        before.push(again.into());
        repeats.extend(found.filter(|first| *first < n).map(|first| (n, first)));
        if let Some(who) = speaker_before_audience(w, event) {
            let pronoun = ["he", "she", "they"].iter().any(|p| who.eq_ignore_ascii_case(p));
            let known = |(name, at): &(&str, usize)| (*name == who || pronoun) && same_paragraph(w, events, *at, n);
            if !occasions.last().is_some_and(known) {
                occasions.push((who, n));
            }
        }
        if event.class == Class::Reporting
            && event.trigger == Trigger::Verb
            && event.status == Status::Happened
            && let Some(Some(name)) = speakers.get(n)
        {
            sayings.insert(last_word(name), n);
        }
    }
    for (n, first) in repeats {
        if let Some(event) = events.get_mut(n) {
            event.set_repeats(first);
        }
    }
}

/// "“Then he said they were closed. They were not closed.”": what somebody is said to have said, and the next sentence says is
/// not so, is left open.
pub(super) fn contradict(w: &Words, events: &mut [Event]) {
    for n in 1..events.len() {
        let Some(denial) = events.get(n).filter(|e| e.trigger == Trigger::Verb && e.status == Status::Denied) else {
            continue;
        };
        let claim = events.get(n.saturating_sub(4)..n).unwrap_or_default().iter().rposition(|e| {
            e.trigger == Trigger::Verb
                && (e.status, e.role) == (Status::Happened, Role::Content)
                && e.lemma == denial.lemma
                && e.sentence() + 1 == denial.sentence()
                && told_apart(e, denial)
                && same_doers(w, e, denial)
        });
        if let Some(claim) = claim.and_then(|c| events.get_mut(n.saturating_sub(4) + c)) {
            claim.status = Status::Possible;
        }
    }
}

/// Whether two speakers, or a speaker and the article, tell two events.
fn told_apart(first: &Event, again: &Event) -> bool {
    match (first.source(), again.source()) {
        (Source::Narrator, Source::Narrator) => false,
        (Source::Speaker { name: a, .. }, Source::Speaker { name: b, .. }) => a != b,
        _ => true,
    }
}

/// Whether the doers and what it is done to are the same where both are told, and one of them is.
fn same_doers(w: &Words, first: &Event, again: &Event) -> bool {
    let agree =
        |a: Option<crate::span::Span>, b: Option<crate::span::Span>| a.is_none() && b.is_none() || same_words(w, a, b);
    agree(first.agent(), again.agent())
        && agree(first.patient(), again.patient())
        && (first.agent().is_some() || first.patient().is_some())
}

/// "Fuel began to escape, inspectors said. The firm says the leak began later": of the begins (or ends) before, the last
/// that another speaker tells of the same happening.
fn same_phase(w: &Words, events: &[Event], n: usize, begin: bool, before: &[usize]) -> Option<usize> {
    let event = events.get(n).filter(|e| e.status == Status::Happened)?;
    let what = theme(events, n)?;
    let again = events.get(what).filter(|t| t.trigger == Trigger::Verb || refers_back(w, t))?;
    before.iter().rev().take(8).copied().find(|&m| {
        let Some((first, what)) = events.get(m).zip(theme(events, m).and_then(|t| events.get(t))) else { return false };
        let same = match (kind(&what.lemma), kind(&again.lemma)) {
            (None, None) => stem(&what.lemma) == stem(&again.lemma),
            (a, b) => a == b,
        };
        begins(&first.lemma) == Some(begin)
            && first.status == Status::Happened
            && first.sentence() != event.sentence()
            && told_apart(first, event)
            && same
    })
}

/// "She noticed a notch. ... the notch that she had found": the finding that was told of the same thing.
fn found_before(w: &Words, events: &[Event], event: &Event, findings: &[usize]) -> Option<usize> {
    let clause = event.agent().map_or(event.span().start, |a| a.start);
    let first = w.doc.tokens.partition_point(|t| (t.start as usize) < clause).checked_sub(1)?;
    let noun = if matches!(w.low(first), "that" | "which") { first.checked_sub(1)? } else { first };
    let thing = w.phrase(noun).filter(|p| p.head == noun && matches!(w.low(p.start), "the" | "that" | "this"))?;
    findings.iter().rev().take(8).copied().find(|&m| {
        let words = events.get(m).filter(|m| m.status == Status::Happened).and_then(|m| m.patient());
        let words = words.map_or("", |p| p.of(w.doc.text));
        let new =
            text::words(words).next().is_some_and(|w| w.eq_ignore_ascii_case("a") || w.eq_ignore_ascii_case("an"));
        new && last_word(words).eq_ignore_ascii_case(w.low(thing.head))
    })
}

/// What begins or ends: the event that hangs on the verb.
fn theme(events: &[Event], verb: usize) -> Option<usize> {
    (verb.saturating_sub(3)..verb + 4).find(|&t| {
        events.get(t).is_some_and(|t| {
            t.governor() == Some(verb)
                && matches!(t.role, Role::Object | Role::Complement)
                && t.class != Class::Reporting
        })
    })
}

/// Who speaks, where an event is somebody speaking to an audience.
fn speaker_before_audience<'t>(w: &Words<'t>, event: &Event) -> Option<&'t str> {
    let speaks = matches!(event.lemma.as_str(), "speak" | "address" | "lecture") && event.trigger == Trigger::Verb;
    let told = speaks && event.status == Status::Happened && !event.quoted;
    let agent = event.agent().filter(|_| told)?;
    Some(last_word(agent.of(w.doc.text)))
}

fn same_paragraph(w: &Words, events: &[Event], a: usize, b: usize) -> bool {
    let paragraph = |n: usize| Some(w.doc.sentences.get(events.get(n)?.sentence())?.paragraph);
    paragraph(a) == paragraph(b)
}

fn last_word(name: &str) -> &str {
    text::words(name).next_back().unwrap_or(name)
}

/// "confirmation" and "confirm", "talks" and "talk" share a stem.
fn stem(lemma: &str) -> &str {
    let endings = [
        "ification",
        "ication",
        "ation",
        "ition",
        "ution",
        "ction",
        "sion",
        "ment",
        "ance",
        "ence",
        "al",
        "ure",
        "ing",
        "y",
        "e",
    ];
    let mut stem = lemma.trim_end_matches('s');
    let (ending, short) = endings.iter().find_map(|e| Some((*e, stem.strip_suffix(e)?))).unwrap_or(("", stem));
    // "ruling" and "rule"
    if short.len() >= if matches!(ending, "ing" | "e") { 3 } else { 4 } {
        stem = short;
    }
    stem.char_indices().nth(7).and_then(|(end, _)| stem.get(..end)).unwrap_or(stem)
}

fn is_speech(lemma: &str) -> bool {
    matches!(
        lemma,
        "remark"
            | "comment"
            | "statement"
            | "speech"
            | "address"
            | "announcement"
            | "word"
            | "claim"
            | "warning"
            | "declaration"
    )
}

/// "the letter", "this move", "his resignation", "Trump's confirmation", but not "the second letter" or "next year's race".
fn refers_back(w: &Words, event: &Event) -> bool {
    w.phrase(event.token()).is_some_and(|p| {
        let known = p.owner.is_some()
            || matches!(w.low(p.start), "the" | "this" | "that" | "these" | "those")
            || w.ptb(p.start) == Ptb::PrpS;
        let apart = |mut words: std::ops::Range<usize>| words.any(|i| DIFFERENT.contains(&w.low(i)));
        known
            && !apart(p.start..event.token())
            && !p.owner.is_some_and(|o| w.is_timed(o) && apart(o.saturating_sub(1)..p.start))
    })
}

/// Words that set a thing apart from the one that was told: "the second letter", "the last comparable earthquake".
const DIFFERENT: &[&str] = &[
    "second",
    "third",
    "other",
    "new",
    "next",
    "last",
    "latest",
    "previous",
    "earlier",
    "comparable",
    "similar",
    "such",
];

/// The phrase of a possessor.
fn owner(w: &Words, token: usize) -> Option<Phrase> {
    let p = w.phrase(token)?;
    match p.owner {
        Some(_) => p.start.checked_sub(2).and_then(|o| w.phrase(o)),
        None if w.ptb(p.start) == Ptb::PrpS => {
            let word = w.low(p.start);
            matches!(word, "his" | "her").then_some(Phrase {
                start: p.start,
                end: p.start + 1,
                head: p.start,
                owner: None,
            })
        }
        None => None,
    }
}

/// Whether nothing in what the two events say of their doers speaks against their being one.
fn same_parties(w: &Words, cast: &Cast, first: &Event, again: &Event) -> bool {
    if first.status != Status::Happened && again.status == Status::Happened && first.status != again.status {
        return false;
    }
    // "called the step a threat ... the call that is planned for Friday", "She won the race. ... the race takes place in May"
    if first.status == Status::Happened && again.status == Status::Planned {
        return false;
    }
    match (owner(w, again.token()), first.agent()) {
        (Some(p), Some(span)) => {
            let name = cast.name(w, &p).0;
            let called = || span.of(w.doc.text).contains(last_word(&name));
            match (w.low(p.head), span.of(w.doc.text).to_ascii_lowercase().as_str()) {
                ("his", doer @ ("he" | "she")) => doer == "he",
                ("her", doer @ ("he" | "she")) => doer == "she",
                // Whoever bears another name now: "Ann Berg died. She was born Ann Dahl. ... her death".
                (pronoun @ ("his" | "her"), _) => called() || cast.may_be(w, span, pronoun),
                _ => called(),
            }
        }
        _ => first.trigger == Trigger::Noun || first.status == Status::Happened,
    }
}

fn same_words(w: &Words, a: Option<crate::span::Span>, b: Option<crate::span::Span>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.of(w.doc.text).eq_ignore_ascii_case(b.of(w.doc.text)),
        (None, None) => false,
        _ => false,
    }
}

/// "A suspender rope parted. ... the day the rope parted": whether the same did it to the same, one of which is known now.
fn same_known(w: &Words, first: &Event, again: &Event) -> bool {
    let words = |s: Option<crate::span::Span>| s.map_or("", |s| s.of(w.doc.text));
    let opens = |s: &str, with: &[&str]| {
        text::words(s).next().is_some_and(|first| with.iter().any(|w| first.eq_ignore_ascii_case(w)))
    };
    let parties = [(words(first.agent()), words(again.agent())), (words(first.patient()), words(again.patient()))];
    first.lemma == again.lemma
        && parties.iter().all(|(a, b)| last_word(a).eq_ignore_ascii_case(last_word(b)))
        && parties.iter().any(|(a, b)| opens(a, &["a", "an"]) && opens(b, &["the"]))
}
