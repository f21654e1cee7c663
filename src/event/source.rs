//! Who asserts what: the speakers of sayings and quotations, traced from "he" and "the minister" to a name.

use super::antecedent::antecedent;
use super::clause::Clause;
use super::group::{Form, Group};
use super::lexicon::{Sense, is_body, is_body_name, is_company};
use super::parts::{full, with_partner};
use super::words::{Phrase, Words};
use crate::compact::Packed;
use crate::span::Span;
use crate::text::{self, Ptb};
use std::ops::Range;

/// People and bodies named in a document.
pub(super) struct Cast {
    /// Each time that somebody is named, in order.
    mentions: Vec<Named>,
    /// The same together with what else speaks of a person: "he", "the minister", "a driver".
    people: Vec<Named>,
    /// The heads of subjects, in ascending order.
    subjects: Vec<usize>,
}

/// One naming of somebody.
#[derive(Debug, Clone)]
pub(super) struct Named {
    token: usize,
    /// The tokens of the name, without titles.
    pub(super) name: Range<usize>,
    /// The phrase with its titles, and the apposition beside it: where roles are looked for.
    around: Range<usize>,
    pub(super) gender: Gender,
    pub(super) person: bool,
    /// It stands behind "in", "at", "near": a place more likely than a body.
    pub(super) place: bool,
    subject: bool,
    /// The subject of a main clause.
    main: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
    Unknown,
}

impl Cast {
    /// Reads the names of a document. `subjects` are the heads of subjects, `mains` those of main clauses and `sayers`
    /// those of sayings, all in ascending order.
    pub(super) fn read(w: &Words, subjects: Vec<usize>, mains: &[usize], sayers: &[usize]) -> Cast {
        let mut mentions: Vec<Named> = Vec::new();
        for p in w.all_phrases() {
            if !w.tag(p.head).is_name() || w.is_timed(p.head) {
                continue;
            }
            let name = name_tokens(w, &p);
            let first = w.senses(name.start);
            let titled = (p.start..name.start).any(|k| is_title(w, k) || w.has(k, Sense::Role) && !is_body(w.low(k)));
            let mut gender = gender(w, p.start..name.end);
            // A surname alone takes what was known of the full name.
            let known = mentions.iter().rev().take(300).find(|m| {
                let first = || name.len() == 1 || m.name.len() == 1 || w.low(m.name.start) == w.low(name.start);
                m.person && w.low(m.name.end - 1) == w.low(p.head) && first()
            });
            let mut person = titled || first.any(&[Sense::MaleName, Sense::FemaleName]) && name.len() > 1;
            if let Some(k) = known {
                person = true;
                if gender == Gender::Unknown {
                    gender = k.gender;
                }
            }
            let around = apposition(w, &p);
            // "Kevin Tate, 42,"
            // "Ash, who ..."
            person |= w.low(p.end + usize::from(w.is_comma(p.end))) == "who" && w.is_comma(p.end);
            person |= w.is_comma(p.end)
                && w.ptb(p.end + 1) == Ptb::Cd
                && w.is_mark(p.end + 2)
                && (2..=3).contains(&name.len());
            if !person {
                person = name.len() <= 3
                    && around != (p.start..p.end)
                    && around
                        .clone()
                        .any(|k| !(p.left()..p.end).contains(&k) && w.has(k, Sense::Role) && !is_body(w.low(k)));
            }
            let place =
                p.left().checked_sub(1).is_some_and(|b| matches!(w.low(b), "in" | "at" | "near" | "from" | "to"));
            // "The detective, Ray Brown, left": the name is the subject's too.
            let subject = around.clone().any(|k| subjects.binary_search(&k).is_ok());
            let main = around.clone().any(|k| mains.binary_search(&k).is_ok());
            // "said Declan Foley": two or three capitals that speak are a person, unless the last is a body's.
            person |= (2..=3).contains(&name.len())
                && p.owner.is_none()
                && sayers.binary_search(&p.head).is_ok()
                && !is_body_name(w.low(p.head));
            mentions.push(Named { token: p.head, name, around, gender, person, place, subject, main });
        }
        // "Lee Ash, 40, ... Mr. Ash": what a later mention tells of the surname holds of the full name before it.
        for n in 0..mentions.len() {
            let Some(m) = mentions.get(n).filter(|m| (!m.person || m.gender == Gender::Unknown) && m.name.len() > 1)
            else {
                continue;
            };
            let surname = w.low(m.name.end - 1);
            let same = |x: &&Named| x.person && x.name.len() == 1 && w.low(x.name.start) == surname;
            let gender = mentions.iter().skip(n + 1).take(60).find(same).map(|x| x.gender);
            if let (Some(gender), Some(m)) = (gender, mentions.get_mut(n)) {
                m.person = true;
                if m.gender == Gender::Unknown {
                    m.gender = gender;
                }
            }
        }
        // "Ann Marie Reed was born in 1932": a name of birth is that of whom the text called otherwise before.
        for n in 1..mentions.len() {
            let Some((earlier, [born, ..])) = mentions.split_at_mut_checked(n) else { break };
            if w.low(born.name.end) != "was" || w.low(born.name.end + 1) != "born" || born.name.len() < 2 {
                continue;
            }
            let first = |m: &&Named| m.name.len() > 1 && w.low(m.name.start) == w.low(born.name.start);
            if let Some(known) = earlier.iter().find(first) {
                (born.name, born.person) = (known.name.clone(), true);
            }
        }
        let people = with_unnamed(w, &mentions, &subjects, mains);
        Cast { mentions, people, subjects }
    }

    /// Whether a token is the head of a subject.
    pub(super) fn is_subject(&self, head: usize) -> bool {
        self.subjects.binary_search(&head).is_ok()
    }

    /// The naming whose phrase has that head.
    pub(super) fn named(&self, head: usize) -> Option<&Named> {
        self.mentions.binary_search_by_key(&head, |m| m.token).ok().and_then(|n| self.mentions.get(n))
    }

    /// Whether the text speaks of a place by a name: "in Iran", "to Rome".
    pub(super) fn is_place(&self, w: &Words, head: usize) -> bool {
        let at = self.mentions.partition_point(|m| m.token <= head);
        let near = self.mentions.get(at.saturating_sub(60)..(at + 60).min(self.mentions.len()));
        near.unwrap_or_default().iter().any(|m| m.place && w.low(m.token) == w.low(head))
    }

    /// The name of more than one word that was given to a person of that surname, where it was one alone.
    pub(super) fn full_name(&self, w: &Words, surname: usize, gender: Gender) -> Option<Range<usize>> {
        let before = self.mentions.get(..self.mentions.partition_point(|m| m.token <= surname))?;
        let fits = |m: &&Named| {
            (2..=4).contains(&m.name.len())
                && m.person
                && (m.gender == gender || m.gender == Gender::Unknown)
                && w.low(m.name.end - 1) == w.low(surname)
        };
        let mut all = before.iter().rev().take(300).filter(fits);
        let last = all.next()?;
        all.all(|m| w.low(m.name.start) == w.low(last.name.start)).then(|| last.name.clone())
    }

    /// The name behind a phrase: the phrase's own, or the last that "he", "the minister" fit; else its words.
    pub(super) fn name(&self, w: &Words, p: &Phrase) -> (String, Span) {
        // "Spain and France have said"
        let both = with_partner(w, p);
        if both.end > full(w, p).end && w.tag(p.head).is_name() {
            let span = w.span(both);
            return (trim_article(span.of(w.doc.text)), span);
        }
        let span = w.span(p.left()..p.end);
        let own = |r: Range<usize>| w.span(r).of(w.doc.text).to_string();
        if w.tag(p.head).is_name()
            && let Some(m) = self.named(p.head)
        {
            let name = if m.person { m.name.clone() } else { p.left()..body_end(w, p) };
            return (trim_article(&own(name)), span);
        }
        if let Some(m) = self.beside(w, p) {
            return (own(m.name.clone()), span);
        }
        let before = self.people.partition_point(|m| m.token < p.start);
        let earlier = self.people.get(..before).unwrap_or_default();
        let sentence = w.doc.sentence_of(p.head);
        let found = match w.low(p.head) {
            "he" | "she" | "him" | "his" | "her" => person_before(w, earlier, p),
            // "One of them": of those who were spoken of last.
            "one" if w.low(p.end) == "of" && w.low(p.end + 1) == "them" => {
                let group = |q: &Phrase| w.ptb(q.head) == Ptb::Nns && w.has(q.head, Sense::Role);
                let them = w.phrases(0..p.head).rev().take(40).find(group);
                return (trim_article(&them.map_or(own(p.left()..p.end + 2), |q| own(q.left()..q.end))), span);
            }
            _ if w.ptb(p.head) == Ptb::Nn
                && w.has(p.head, Sense::Role)
                && definite(w, p)
                && !is_body(w.low(p.head)) =>
            {
                with_role(w, earlier, p)
            }
            word if word == "it"
                || w.tag(p.head).is_noun()
                    && is_company(word)
                    && definite(w, p)
                    && p.owner.is_none()
                    && w.ptb(p.start) != Ptb::PrpS =>
            {
                // The body that was named last as a subject.
                // A body that was spoken of by the same noun with more words ("the state's water agency") is that one.
                let same =
                    |q: &Phrase| w.low(q.head) == word && q.head < p.head && (q.owner.is_some() || q.end - q.start > 2);
                if word != "it" && w.phrases(0..p.head).rev().take(200).any(|q| same(&q)) {
                    return (trim_article(span.of(w.doc.text)), span);
                }
                let near = |m: &&Named| !m.person && sentence - w.doc.sentence_of(m.token).min(sentence) < 8;
                earlier.iter().rev().take(60).filter(near).find(|m| m.subject && !m.place)
            }
            _ => None,
        };
        match found {
            Some(m) => (trim_article(&own(m.name.clone())), span),
            // "The Friends of Mill Street": a name of common nouns.
            None if body_end(w, p) > p.end && is_capital(w, p.head) && w.sentence(p.head).start != p.head => {
                (trim_article(&own(p.left()..body_end(w, p))), span)
            }
            // "most of her colleagues"
            None if is_quantity(w, p.head) && w.low(p.end) == "of" => (trim_article(&own(full(w, p))), span),
            None => (trim_article(span.of(w.doc.text)), span),
        }
    }

    /// Whom "he" or "she" means in somebody's speech: the last person but the speaker whose gender fits.
    pub(super) fn another(&self, w: &Words, token: usize, pronoun: &str, speaker: &str) -> Option<String> {
        let unlike = match pronoun {
            "he" | "He" => Gender::Female,
            "she" | "She" => Gender::Male,
            _ => return None,
        };
        let before = self.mentions.partition_point(|m| m.token < token);
        let last = |m: &Named| w.low(m.name.end - 1).to_string();
        let spoken = |m: &Named| speaker.to_ascii_lowercase().ends_with(&last(m));
        let fits = |m: &&Named| m.person && m.subject && m.gender != unlike && !spoken(m);
        let found = self.mentions.get(..before)?.iter().rev().take(60).find(fits)?;
        Some(w.span(found.name.clone()).of(w.doc.text).to_string())
    }

    /// Whether the person who is named first within `span` is surely of the sex of "his" or "her".
    pub(super) fn may_be(&self, w: &Words, span: Span, pronoun: &str) -> bool {
        let wanted = if pronoun == "his" { Gender::Male } else { Gender::Female };
        let first = w.doc.tokens.partition_point(|t| (t.start as usize) < span.start);
        let from = self.mentions.partition_point(|m| m.token < first);
        let named = self.mentions.get(from..).and_then(|all| all.first());
        named.is_some_and(|m| m.person && m.gender == wanted && w.span(m.token..m.token + 1).end <= span.end)
    }

    /// The name in apposition behind a role: "a spokesman for the company, Brent Halloway,".
    fn beside(&self, w: &Words, p: &Phrase) -> Option<&Named> {
        if w.tag(p.head).is_name() || !w.tag(p.head).is_noun() && w.low(p.head) != "one" {
            return None;
        }
        let mut end = p.end;
        for _ in 0..2 {
            if matches!(w.low(end), "of" | "for" | "at" | "in" | "with") {
                end = w.phrase(end + 1).filter(|q| q.start == end + 1)?.end;
            }
        }
        let comma = usize::from(w.is_comma(end));
        let q = w.phrase(end + comma).filter(|q| w.tag(q.head).is_name())?;
        let closed = w.is_mark(q.end);
        let m = self.named(q.head)?;
        (closed && comma == 1 && m.name.len() <= 4).then_some(m)
    }
}

/// The names together with what else speaks of a person, in order.
fn with_unnamed(w: &Words, names: &[Named], subjects: &[usize], mains: &[usize]) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::with_capacity(names.len() * 2);
    let mut names = names.iter().peekable();
    for &head in subjects {
        while let Some(name) = names.next_if(|m| m.token <= head) {
            all.push(name.clone());
        }
        let known = all.last().is_some_and(|m| m.token == head);
        let Some(p) = w.phrase(head).filter(|_| !known && !w.is_quoted(head) && !w.tag(head).is_name()) else {
            continue;
        };
        let found = spoken_of(w, &all, &p, mains.binary_search(&head).is_ok());
        all.extend(found);
    }
    all.extend(names.cloned());
    all
}

/// A mention without a name, the subject of the narrator's clause: "he" is whom it stands for, "the minister" the one who
/// was named so, "a driver" somebody whom the next "he" may mean.
fn spoken_of(w: &Words, earlier: &[Named], p: &Phrase, main: bool) -> Option<Named> {
    let pronoun = matches!(w.low(p.head), "he" | "she");
    let role = || {
        let named_behind = w.is_comma(p.end) && w.phrase(p.end + 1).is_some_and(|q| w.tag(q.head).is_name());
        let person = w.ptb(p.head) == Ptb::Nn && w.has(p.head, Sense::Role) && !w.has(p.head, Sense::Pronoun);
        // "His father drowned. He left": his own "he", unless the sex tells them apart.
        let sex = gender(w, p.head..p.end);
        let own = w.ptb(p.start) == Ptb::PrpS && (sex == Gender::Unknown || sex == self::sex(w.low(p.start)));
        person && !is_body(w.low(p.head)) && !named_behind && !own
    };
    let known = if pronoun {
        person_before(w, earlier, p)
    } else if role() {
        if definite(w, p) { with_role(w, earlier, p) } else { None }
    } else {
        return None;
    };
    let mut mention = match known {
        Some(m) => m.clone(),
        None if pronoun => return None,
        None => Named {
            token: p.head,
            name: p.left()..p.end,
            around: p.left()..p.end,
            gender: gender(w, p.start..p.end),
            person: true,
            place: false,
            subject: true,
            main,
        },
    };
    if pronoun {
        mention.gender = sex(w.low(p.head));
    }
    (mention.token, mention.place, mention.subject, mention.main) = (p.head, false, true, main);
    Some(mention)
}

fn sex(pronoun: &str) -> Gender {
    if matches!(pronoun, "he" | "him" | "his") { Gender::Male } else { Gender::Female }
}

/// The person whom "he" or "she" means: the last subject that fits, of a main clause rather than of another.
fn person_before<'m>(w: &Words, earlier: &'m [Named], p: &Phrase) -> Option<&'m Named> {
    let sentence = w.doc.sentence_of(p.head);
    let wanted = sex(w.low(p.head));
    let away = |m: &Named| sentence - w.doc.sentence_of(m.token).min(sentence);
    // "took her to Bergen": no she.
    let fits = |m: &&Named| {
        m.person
            && !(m.place && m.gender == Gender::Unknown)
            && (m.gender == wanted || m.gender == Gender::Unknown)
            && away(m) < 8
    };
    let paragraph = |i: usize| w.doc.sentences.get(w.doc.sentence_of(i)).map(|s| s.paragraph);
    let here = |m: &&Named| paragraph(m.token) == paragraph(p.head);
    let recent = || earlier.iter().rev().take(60).filter(fits);
    let subject = recent().filter(|m| m.subject).find(|m| away(m) <= 3);
    let main = subject.and_then(|s| recent().take_while(|m| away(m) <= away(s)).find(|m| m.main && away(m) == away(s)));
    let subject = main.or(subject);
    // "He confronted Mary Reed, and she left": whom her own sentence names, before a subject of another.
    let named = |m: &&Named| away(m) == 0 && m.person && m.gender == wanted && !m.place;
    let object = earlier.iter().rev().take_while(|m| away(m) == 0).find(named);
    let subject = if subject.is_some_and(|s| away(s) == 0) { subject } else { object.or(subject) };
    // In a quotation, before a subject of another paragraph: whoever is spoken of in this one.
    let beside = recent().find(here).filter(|_| w.is_quoted(p.head) && !subject.as_ref().is_some_and(here));
    // Far from any name: the last person who is surely meant.
    let sure = || earlier.iter().rev().take(300).find(|m| m.person && m.gender == wanted);
    beside.or(subject).or_else(|| recent().next()).or_else(sure)
}

/// The person who was spoken of by the same role last.
fn with_role<'m>(w: &Words, earlier: &'m [Named], p: &Phrase) -> Option<&'m Named> {
    let role = w.low(p.head);
    earlier.iter().rev().take(300).find(|m| m.person && m.around.clone().any(|k| w.low(k) == role))
}

/// Where the name of a body ends: "the Court *of Appeal*".
fn body_end(w: &Words, p: &Phrase) -> usize {
    let of = w.phrase(p.end + 1).filter(|q| w.low(p.end) == "of" && q.start == p.end + 1 && w.tag(q.head).is_name());
    of.filter(|q| !w.is_timed(q.head)).map_or(p.end, |q| q.end)
}

/// Words that count out of a group that the "of" behind them names.
fn is_quantity(w: &Words, k: usize) -> bool {
    matches!(w.ptb(k), Ptb::Cd | Ptb::Jjs)
        || matches!(w.low(k), "some" | "many" | "few" | "several" | "all" | "both" | "half" | "one")
}

fn is_capital(w: &Words, k: usize) -> bool {
    w.doc.word(k).starts_with(char::is_uppercase)
}

pub(super) fn trim_article(text: &str) -> String {
    let mut words = text::words(text).peekable();
    let article = words.next_if(|word| matches!(*word, "The" | "the" | "A" | "a" | "An" | "an"));
    let alone = article.filter(|_| words.peek().is_none());
    let mut name = String::with_capacity(text.len());
    for word in alone.into_iter().chain(words) {
        name.push_str(if name.is_empty() { "" } else { " " });
        name.push_str(word);
    }
    name
}

/// The tokens of the name itself: what follows the last title or common noun.
fn name_tokens(w: &Words, p: &Phrase) -> Range<usize> {
    let mut start = p.start;
    for k in p.start..p.head {
        let title = is_title(w, k) || w.has(k, Sense::Role) && !w.senses(k).any(&[Sense::MaleName, Sense::FemaleName]);
        if !w.tag(k).is_name() && !w.is_mark(k) || title && !w.has(k + 1, Sense::Pronoun) {
            start = k + 1;
        }
    }
    // "Mr." keeps its full stop in some texts as a token of its own.
    while start < p.head && w.is_mark(start) {
        start += 1;
    }
    start..p.end
}

fn is_title(w: &Words, k: usize) -> bool {
    let word = w.low(k);
    w.has(k, Sense::Title) || word.strip_suffix('.').is_some_and(|t| super::lexicon::look_up(t).has(Sense::Title))
}

fn gender(w: &Words, tokens: Range<usize>) -> Gender {
    for k in tokens {
        let word = w.low(k).trim_end_matches('.');
        let s = if word.len() == w.low(k).len() { w.senses(k) } else { super::lexicon::look_up(word) };
        // "Jean" may be either.
        if s.has(Sense::MaleName) && s.has(Sense::FemaleName) {
            continue;
        }
        if s.any(&[Sense::Male, Sense::MaleName]) {
            return Gender::Male;
        }
        if s.any(&[Sense::Female, Sense::FemaleName]) {
            return Gender::Female;
        }
    }
    Gender::Unknown
}

/// The phrase with what stands in apposition to it: "Abbas Araghchi, Iran's foreign minister,".
fn apposition(w: &Words, p: &Phrase) -> Range<usize> {
    let mut range = p.left()..p.end;
    if w.is_comma(p.end)
        && let Some(q) = w.phrase(p.end + 1).or_else(|| w.phrase(p.end + 2))
        && w.ptb(q.head) == Ptb::Nn
        && w.has(q.head, Sense::Role)
    {
        range.end = q.end;
    }
    if let Some(c) = p.left().checked_sub(1).filter(|c| w.is_comma(*c))
        && let Some(q) = c.checked_sub(1).and_then(|n| w.phrase(n))
    {
        let role = |q: &Phrase| w.has(q.head, Sense::Role) || w.has(q.head, Sense::Title);
        // "A spokesman for the company, Brent Halloway,"
        let before = q.left().checked_sub(2).filter(|_| matches!(w.low(q.left() - 1), "for" | "of" | "at" | "with"));
        if let Some(first) = before.and_then(|n| w.phrase(n)).filter(|x| role(x)) {
            range.start = first.left();
        } else if role(&q) {
            range.start = q.left();
        }
    }
    range
}

fn definite(w: &Words, p: &Phrase) -> bool {
    p.owner.is_some() || matches!(w.low(p.start), "the" | "his" | "her" | "this" | "that") || p.start == p.head
}

/// A group that is not named: "officials", "two people", "both sides".
pub(super) fn is_unnamed_group(w: &Words, p: &Phrase) -> bool {
    !w.tag(p.head).is_name()
        && (w.ptb(p.head) == Ptb::Nns || matches!(w.low(p.head), "police" | "people" | "media" | "sides"))
        && !matches!(w.ptb(p.start), Ptb::PrpS)
        && !(p.start..p.head).any(|k| w.tag(k).is_name())
}

/// The phrase that names the speaker of a saying: its subject, the phrase behind an inverted verb, or "by" after a passive.
pub(super) fn speaker(
    w: &Words,
    group: &Group,
    clause: &Clause,
    groups: &Packed<Group>,
    clauses: &Packed<Clause>,
) -> Option<Phrase> {
    let stands_in = |p: Phrase| matches!(w.ptb(p.head), Ptb::Wdt | Ptb::Wp);
    if group.passive && group.form != Form::Participle || group.form == Form::Participle {
        let limit = (group.main + 6).min(w.doc.tokens.len());
        if let Some(by) = (group.main + 1..limit).find(|k| w.low(*k) == "by") {
            return w.phrase(by + 1);
        }
        if group.passive {
            return None;
        }
    }
    if let Some(p) = clause.subject.filter(|p| !stands_in(*p) && w.ptb(p.head) != Ptb::Ex) {
        return Some(p);
    }
    if clause.subject.is_some_and(stands_in) || clause.subject.is_none() && clause.noun.is_some() {
        return antecedent(w, clause);
    }
    if group.form == Form::Finite && !group.inverted {
        // "said the minister"
        if let Some(p) = w.phrase(group.main + 1).filter(|p| p.start == group.main + 1 && !w.is_timed(p.head)) {
            return Some(p);
        }
    }
    // "The paper quoted the envoy as saying"
    let quotes = |g: Group| matches!(w.lemma(g.main), "quote" | "cite") && !g.passive;
    if let Some(j) = clause.joint.filter(|j| w.low(*j) == "as")
        && clause.governor.and_then(|g| groups.get(g)).is_some_and(quotes)
    {
        let last = (0..j).rev().find(|k| !w.is_comma(*k))?;
        return w.phrase(last);
    }
    // A participle or infinitive speaks with its governor's subject.
    let mut at = clause.governor;
    for _ in 0..4 {
        let Some(c) = at.and_then(|g| clauses.get(g)) else { break };
        match c.subject {
            Some(p) if stands_in(p) => return antecedent(w, &c),
            Some(p) => return Some(p).filter(|p| w.ptb(p.head) != Ptb::Ex),
            None => at = c.governor,
        }
    }
    None
}

/// Whether a phrase can be somebody's who thinks and wants: "the plan requires a vote" says nothing.
pub(super) fn may_think(w: &Words, p: &Phrase) -> bool {
    let word = w.lemma(p.head);
    w.tag(p.head).is_name()
        || w.senses(p.head).any(&[Sense::Role, Sense::Pronoun])
        || !w.tag(p.head).is_noun()
        || word.ends_with("er")
            && word.len() > 4
            && !w.senses(p.head).any(&[
                Sense::NounOccurrence,
                Sense::NounIAction,
                Sense::NounReporting,
                Sense::NounState,
            ])
        || ["or", "ist", "ian", "eer", "ant", "man", "woman", "people"].iter().any(|end| word.ends_with(end))
}

/// Whether a phrase is surely a single person's.
pub(super) fn is_person(w: &Words, p: &Phrase) -> bool {
    matches!(w.low(p.head), "he" | "she")
        || matches!(w.ptb(p.head), Ptb::Nnp)
        || w.ptb(p.head) == Ptb::Nn && w.has(p.head, Sense::Role) && !is_body(w.low(p.head))
}

/// Whether a phrase names a body or a group and no single person.
pub(super) fn is_many(w: &Words, p: &Phrase) -> bool {
    is_unnamed_group(w, p) || matches!(w.low(p.head), "police") || !w.tag(p.head).is_name() && is_company(w.low(p.head))
}
