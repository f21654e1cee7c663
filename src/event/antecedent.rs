//! Which noun a relative clause describes: "a *nurse* at the hospital who fell ill".

use super::Role;
use super::clause::{Clause, clause_opener};
use super::lexicon::Sense;
use super::words::{Phrase, Words};
use crate::text::Ptb;

/// The noun that a relative clause describes, over an age between commas: "Mary Pell, 77, who has run it".
pub(super) fn antecedent(w: &Words, clause: &Clause) -> Option<Phrase> {
    let near = described(w, clause)?;
    if w.ptb(near.head) != Ptb::Cd || near.start < 2 || !w.is_comma(near.start - 1) {
        return Some(near);
    }
    w.phrase(near.start - 2).or(Some(near))
}

/// The noun that a relative clause describes: the nearest of those that prepositions hang on one another before it which
/// the pronoun and the verb allow, and that needs or bears a description.
pub(super) fn described(w: &Words, clause: &Clause) -> Option<Phrase> {
    let near = w.phrase(clause.noun?)?;
    if clause.role == Role::Coordinate {
        return Some(near);
    }
    let near = over_two_ends(w, near).unwrap_or(near);
    let pronoun =
        (matches!(w.ptb(clause.left), Ptb::Wdt | Ptb::Wp) || w.low(clause.left) == "that").then_some(clause.left);
    let subject = clause.subject.filter(|s| matches!(w.ptb(s.head), Ptb::Wdt | Ptb::Wp) || w.low(s.head) == "that");
    // "the letters to the minister that he wrote": the verb agrees with another word.
    let agrees = pronoun.is_some() && (clause.subject.is_none() || subject.is_some());
    let verb = if agrees { number_of_verb(w, subject.map_or(clause.left + 1, |s| s.end)) } else { None };
    let who = pronoun.is_some_and(|p| matches!(w.low(p), "who" | "whom"));
    let added = w.is_comma(near.end);
    let chain = chain(w, near);
    let mut fits = chain.iter().flatten().enumerate().filter(|(_, link)| agree(w, &link.noun, verb));
    let first = fits.clone().next().map(|(_, link)| link.noun);
    let bears = |(n, link): &(usize, &Link)| {
        let mut above = chain.iter().skip(n + 1).flatten().filter(|up| agree(w, &up.noun, verb));
        above.next().is_none_or(|up| !yields(w, link, &up.noun, who, added))
    };
    let noun = fits.find(bears).map(|(_, link)| link.noun).or(first).unwrap_or(near);
    Some(if verb == Some(Number::Plural) && number(w, &noun) == Some(Number::Singular) {
        joined(w, noun)
    } else {
        noun
    })
}

/// A noun before a relative clause, and the word that hangs it on the one before it.
#[derive(Debug, Clone, Copy)]
struct Link {
    noun: Phrase,
    by: usize,
}

/// The nouns that prepositions and participles hang on one another, from the last one on: "*trees* overlooking the *sea*".
fn chain(w: &Words, near: Phrase) -> [Option<Link>; 4] {
    let mut links = [None; 4];
    let mut at = near;
    let start = w.sentence(near.head).start;
    for link in &mut links {
        let Some(mut by) = at.left().checked_sub(1).filter(|b| *b > start) else {
            *link = Some(Link { noun: at, by: at.left() });
            break;
        };
        *link = Some(Link { noun: at, by });
        // "a violin worth an estimated £1 million"
        let sum = matches!(w.ptb(at.start), Ptb::Cd) || w.is_mark(at.start);
        while sum && by > start + 1 && matches!(w.ptb(by), Ptb::Dt | Ptb::Jj | Ptb::Vbn | Ptb::Rb) {
            by -= 1;
        }
        if let Some(link) = link {
            link.by = by;
        }
        // "researchers and students": what hangs on the first holds both.
        let mut first = at;
        while matches!(w.low(by), "and" | "or") {
            let Some(p) = w.phrase(by - 1).filter(|p| p.end == by && p.left() > start) else { break };
            (first, by) = (p, p.left() - 1);
        }
        // Nothing stands before the first word.
        if by <= start {
            break;
        }
        let hangs = matches!(w.ptb(by), Ptb::In | Ptb::To) && !clause_opener(w.low(by)) || w.low(by) == "worth";
        let such = w.low(by) == "as" && w.low(by - 1) == "such";
        let participle = |k: usize| matches!(w.ptb(k), Ptb::Vbg | Ptb::Vbn) && !w.is_timed(k);
        let mut up = match () {
            () if such && by > start + 1 => by - 2,
            () if hangs && by > start + 1 && participle(by - 1) => by - 2,
            () if hangs || participle(by) => by - 1,
            () => break,
        };
        while up > start && (w.is_adverb(up) || w.is_comma(up) && !hangs) {
            up -= 1;
        }
        match w.phrase(up).filter(|p| p.end == up + 1 && p.left() >= start && p.head != first.head) {
            Some(p) => at = p,
            None => break,
        }
    }
    links
}

/// Whether a noun leaves the clause behind it to the noun that it hangs on.
fn yields(w: &Words, link: &Link, up: &Phrase, who: bool, added: bool) -> bool {
    let noun = &link.noun;
    let name = w.tag(noun.head).is_name();
    let by = w.low(link.by);
    // "a dividend of 6p, which is due"
    let sum = w.low(noun.head).starts_with(|c: char| c.is_ascii_digit());
    if w.is_timed(noun.head) || sum || matches!(w.ptb(noun.head), Ptb::Prp | Ptb::Cd) || by == "worth" {
        return true;
    }
    if who {
        let person = |p: &Phrase| w.has(p.head, Sense::Role);
        // "a nurse at Mercy Hospital who", "the mayor of Leeds, who"; "50 seconds to Ann Hill, who" leaves her.
        let place = matches!(by, "at" | "in" | "from" | "near" | "outside" | "of") && !w.is_timed(up.head);
        return match name {
            true => place && (person(up) || w.tag(up.head).is_name() || by != "of"),
            false => !person(noun) && (person(up) || w.tag(up.head).is_name()),
        };
    }
    // "the Tour of Brittany, which starts in May"
    if name && by == "of" && w.tag(up.head).is_name() {
        return true;
    }
    // "a flap from Boeing that washed up": a name needs no description that tells it from others; what a text brings in as
    // new does: "a plant in Ohio, which was closed".
    let place = matches!(by, "in" | "at" | "near" | "outside");
    if name && (!added || place && matches!(w.low(up.start), "a" | "an")) {
        return true;
    }
    // "a letter in German which"
    let bare = w.ptb(noun.head) == Ptb::Nn && noun.owner.is_none() && !is_determined(w, noun);
    bare && by != "of" && is_determined(w, up)
}

/// Whether a phrase begins with an article, a number or another word that says which or how many.
fn is_determined(w: &Words, p: &Phrase) -> bool {
    p.owner.is_some() || matches!(w.ptb(p.start), Ptb::Dt | Ptb::PrpS | Ptb::Cd)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Singular,
    Plural,
}

/// What the verb at `k` says of the number of its subject, over adverbs.
fn number_of_verb(w: &Words, k: usize) -> Option<Number> {
    let k = (k..k + 4).find(|k| !w.is_adverb(*k))?;
    match (w.low(k), w.ptb(k)) {
        ("is" | "was" | "has" | "does", _) => Some(Number::Singular),
        ("are" | "were" | "have" | "do", _) => Some(Number::Plural),
        (_, Ptb::Vbz) => Some(Number::Singular),
        (_, Ptb::Vbp) => Some(Number::Plural),
        _ => None,
    }
}

fn number(w: &Words, p: &Phrase) -> Option<Number> {
    match (w.ptb(p.head), w.low(p.head)) {
        (_, "people" | "police" | "those" | "these" | "they" | "we" | "many" | "few" | "several" | "both") => {
            Some(Number::Plural)
        }
        (Ptb::Nns | Ptb::Nnps, _) => Some(Number::Plural),
        (Ptb::Nn | Ptb::Nnp, _) => Some(Number::Singular),
        _ => None,
    }
}

/// Whether a noun can be the subject of a verb of this number; with "and" before it, it is one of several.
fn agree(w: &Words, p: &Phrase, verb: Option<Number>) -> bool {
    let of_several = || p.left().checked_sub(1).is_some_and(|b| w.low(b) == "and");
    match (number(w, p), verb) {
        (Some(noun), Some(verb)) => noun == verb || verb == Number::Plural && of_several(),
        _ => true,
    }
}

/// A noun with the one before "and": "*wind and rain* that".
fn joined(w: &Words, p: Phrase) -> Phrase {
    let before = p.left().checked_sub(2).filter(|b| w.low(b + 1) == "and");
    let first = before.and_then(|b| w.phrase(b).filter(|first| first.end == b + 1));
    first.map_or(p, |first| Phrase { start: first.left(), owner: None, ..p })
}

/// "the road between Belm and the capital, Sarn, which has been closed": the road.
fn over_two_ends(w: &Words, near: Phrase) -> Option<Phrase> {
    let name = w.tag(near.head).is_name() && near.start > 2 && w.is_comma(near.start - 1);
    let last = if name { w.phrase(near.start - 2) } else { Some(near) };
    let and =
        last.filter(|_| w.is_comma(near.end)).and_then(|p| p.left().checked_sub(1)).filter(|&b| w.low(b) == "and")?;
    let between = (and.saturating_sub(8)..and).rev().find(|k| w.low(*k) == "between")?;
    w.phrase(between.checked_sub(1)?)
}
