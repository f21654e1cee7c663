//! Whom or what a pronoun in the place of a subject means, where the text leaves no doubt.

use super::antecedent::antecedent;
use super::clause::Clause;
use super::group::{Form, Group};
use super::lexicon::Sense;
use super::parts::{full, with_partner};
use super::source::{Cast, Gender, is_body, is_body_name};
use super::words::{Phrase, Words};
use super::{Event, Referent, Role, status};
use crate::compact::Packed;
use crate::text::Ptb;
use std::ops::Range;

/// Longer sentences, in tokens, are lists and tables.
const LONGEST: usize = 200;

/// Gives each event whose subject is a pronoun the noun that it means.
pub(super) fn settle(w: &Words, groups: &Packed<Group>, clauses: &Packed<Clause>, cast: &Cast, events: &mut [Event]) {
    let mut trace = Trace { w, groups, clauses, cast, meant: Vec::new() };
    for g in 0..groups.len() {
        trace.read(g);
    }
    let mut meant = trace.meant;
    meant.sort_by_key(|m| m.token);
    for event in events {
        let Some(subject) = event.syntax().subject.filter(|s| s.len() <= "they".len()) else { continue };
        let token = w.doc.tokens.partition_point(|t| (t.start as usize) < subject.start);
        let found = meant.binary_search_by_key(&token, |m| m.token).ok().and_then(|n| meant.get(n));
        event.set_referent(found.and_then(|m| m.noun.clone()).map(|noun| referent(w, noun)));
    }
}

/// A noun as it is shown: whether the capital of its first word only opens a sentence.
fn referent(w: &Words, noun: Range<usize>) -> Referent {
    let first = noun.start;
    let opens = w.sentence(first).start == first;
    let named = w.tag(first).is_name() || w.ptb(first) == Ptb::Jj && is_of_a_country(w.low(first));
    let named = named || is_named_nearby(w, first);
    Referent { span: w.span(noun), name: named, small: opens && !named }
}

/// Whether a word has its capital elsewhere, too: "Rovers" of "Town Rovers".
fn is_named_nearby(w: &Words, token: usize) -> bool {
    let same = |k: &usize| w.tag(*k).is_name() && w.low(*k) == w.low(token) && w.sentence(*k).start != *k;
    (token.saturating_sub(300)..token + 300).any(|k| same(&k))
}

/// "European", "British", "Chinese": an adjective with a capital of its own.
fn is_of_a_country(adjective: &str) -> bool {
    ["an", "ish", "ese", "ench", "eli", "aqi", "utch"].iter().any(|end| adjective.ends_with(end))
}

/// A pronoun and what it means; none where that stays open.
struct Meant {
    token: usize,
    noun: Option<Range<usize>>,
}

/// Somebody whom "he" or "she" may mean.
struct Somebody {
    noun: Range<usize>,
    gender: Gender,
    subject: bool,
    /// Spoken of by a pronoun that was traced.
    known: bool,
    /// Surely a person.
    person: bool,
}

struct Trace<'w, 'd> {
    w: &'w Words<'d>,
    groups: &'w Packed<Group>,
    clauses: &'w Packed<Clause>,
    cast: &'w Cast,
    meant: Vec<Meant>,
}

impl Trace<'_, '_> {
    fn read(&mut self, g: usize) {
        let w = self.w;
        let Some(p) = self.subject(g).filter(|p| w.ptb(p.head) == Ptb::Prp && !w.is_quoted(p.head)) else { return };
        if self.meant.last().is_some_and(|m| m.token == p.head) {
            return;
        }
        let noun = match w.low(p.head) {
            "he" => self.person(g, p.head, Gender::Male),
            "she" => self.person(g, p.head, Gender::Female),
            "it" => self.thing(g, p.head, false),
            "they" => self.thing(g, p.head, true),
            _ => return,
        };
        self.meant.push(Meant { token: p.head, noun });
    }

    fn subject(&self, g: usize) -> Option<Phrase> {
        self.clauses.get(g)?.subject
    }

    /// What a pronoun before was traced to.
    fn known(&self, token: usize) -> Option<Range<usize>> {
        self.meant.iter().rev().take(40).find(|m| m.token == token).and_then(|m| m.noun.clone())
    }

    // ── Persons ──

    /// The one person of that sex who was spoken of: in this sentence and the one before, else in the last that names any.
    fn person(&self, g: usize, token: usize, gender: Gender) -> Option<Range<usize>> {
        let w = self.w;
        let own = w.doc.sentence_of(token);
        let here = w.doc.sentences.get(own)?.tokens.start..token;
        // "a clerk who said he had left"
        let saying =
            self.clauses.get(g).filter(|c| c.role == Role::Content).and_then(|c| self.clauses.get(c.governor?));
        if let Some(saying) = saying.filter(|c| c.subject.is_some_and(|p| w.ptb(p.head) == Ptb::Wp)) {
            return antecedent(w, &saying).filter(|p| !w.tag(p.head).is_name()).map(|p| full(w, &p));
        }
        let mut found = Vec::new();
        if here.len() > LONGEST {
            return None;
        }
        self.persons(here, gender, &mut found)?;
        let front = found.is_empty();
        for back in 1..=4 {
            let sentence = w.doc.sentences.get(own.checked_sub(back)?)?.tokens.clone();
            if sentence.len() > LONGEST || back > 1 && self.has_new_subject(sentence.clone()) {
                return None;
            }
            self.persons(sentence, gender, &mut found)?;
            if let Some(first) = found.first() {
                let same = |x: &Somebody| w.low(x.noun.end - 1) == w.low(first.noun.end - 1);
                if found.iter().all(same) {
                    return found.iter().any(|x| x.person).then(|| self.whole_name(first.noun.clone(), gender));
                }
                break;
            }
        }
        let same = |a: &Range<usize>, b: &Range<usize>| w.low(a.end - 1) == w.low(b.end - 1);
        // "Ann Marsh met May Reed, but she left": the subject goes on.
        let clause = self.clauses.get(g)?;
        let joined = clause.role == Role::Coordinate && clause.joint.is_some_and(|j| w.low(j) != ",");
        if let Some(up) = clause.governor.filter(|_| joined).and_then(|h| self.subject(h)).filter(|p| p.head < token) {
            let subject = found.iter().find(|x| x.noun.contains(&up.head))?;
            return subject.person.then(|| self.whole_name(subject.noun.clone(), gender));
        }
        // The one of whom the text goes on to speak.
        let mut subjects = found.iter().filter(|x| x.subject);
        let first = subjects.next().filter(|x| front && x.person)?;
        let alone = subjects.all(|x| same(&x.noun, &first.noun));
        let others = || found.iter().filter(|x| !same(&x.noun, &first.noun));
        let sure = first.known || first.gender == gender && others().all(|x| x.gender == Gender::Unknown);
        (alone && sure).then(|| self.whole_name(first.noun.clone(), gender))
    }

    /// Adds the persons of that sex, or of any, who are spoken of in a stretch of text; none where it speaks of one who
    /// is not known.
    fn persons(&self, tokens: Range<usize>, gender: Gender, found: &mut Vec<Somebody>) -> Option<()> {
        let w = self.w;
        for p in w.phrases(tokens) {
            if w.is_quoted(p.head) || w.is_timed(p.head) {
                continue;
            }
            let fits = |own: Gender| own == gender || own == Gender::Unknown;
            if w.ptb(p.head) == Ptb::Prp {
                let own = match w.low(p.head) {
                    "he" => Gender::Male,
                    "she" => Gender::Female,
                    _ => continue,
                };
                if own == gender {
                    found.push(Somebody {
                        noun: self.known(p.head)?,
                        gender,
                        subject: true,
                        known: true,
                        person: true,
                    });
                }
                continue;
            }
            let subject = self.cast.is_subject(p.head);
            if w.tag(p.head).is_name() {
                let Some(m) = self.cast.named(p.head) else { continue };
                let told = subject || w.ptb(p.end) == Ptb::Pos;
                let stranger = told && !is_body_name(w.low(p.head)) && !self.cast.is_place(w, p.head);
                let body = is_body_name(w.low(p.head)) && !w.low(p.head).ends_with('s');
                let somebody = m.person && !body && !(m.place && m.gender == Gender::Unknown);
                if fits(m.gender) && (somebody || stranger && !m.person) {
                    found.push(Somebody {
                        noun: m.name.clone(),
                        gender: m.gender,
                        subject,
                        known: false,
                        person: m.person,
                    });
                }
            } else if self.is_somebody(&p, subject) {
                // "Her son said ...": somebody besides her.
                let owner = match w.low(p.start) {
                    "his" => Some(Gender::Male),
                    "her" => Some(Gender::Female),
                    _ => None,
                };
                let own = match w.senses(p.head) {
                    s if s.has(Sense::Male) => Gender::Male,
                    s if s.has(Sense::Female) => Gender::Female,
                    _ => Gender::Unknown,
                };
                if fits(own) && owner == Some(gender) {
                    if subject {
                        return None;
                    }
                } else if fits(own) {
                    let person = w.senses(p.head).any(&[Sense::Role, Sense::Male, Sense::Female]);
                    found.push(Somebody { noun: full(w, &p), gender: own, subject, known: false, person });
                }
            }
        }
        Some(())
    }

    /// Whether a phrase names one person by a common noun, and not beside a name or as what somebody is.
    fn is_somebody(&self, p: &Phrase, subject: bool) -> bool {
        let w = self.w;
        if w.ptb(p.head) != Ptb::Nn || p.start == p.head {
            return false;
        }
        let before = p.left().checked_sub(1);
        let beside = before.is_some_and(|b| {
            // but "Another is a nurse"
            w.is_be(b) && !b.checked_sub(1).is_some_and(|n| matches!(w.low(n), "another" | "one" | "other" | "third"))
                || w.low(b) == "as"
                || w.is_comma(b) && b.checked_sub(1).and_then(|n| w.phrase(n)).is_some_and(|q| w.tag(q.head).is_name())
        }) || w.is_comma(p.end) && w.phrase(p.end + 1).is_some_and(|q| w.tag(q.head).is_name());
        let listed = w.senses(p.head).any(&[Sense::Role, Sense::Male, Sense::Female])
            && !is_body(w.low(p.head))
            && !things_said(w.low(p.head));
        !beside && (listed || subject && ends_like_a_doer(w.low(p.head)) && !is_tool(w.low(p.head)))
    }

    /// Whether a sentence has a subject that may be somebody whom no list knows.
    fn has_new_subject(&self, sentence: Range<usize>) -> bool {
        let w = self.w;
        w.phrases(sentence)
            .any(|p| w.ptb(p.head) == Ptb::Nn && self.cast.is_subject(p.head) && ends_like_a_doer(w.low(p.head)))
    }

    /// The fullest name that the text gave before to who is named so.
    fn whole_name(&self, noun: Range<usize>, gender: Gender) -> Range<usize> {
        let w = self.w;
        if noun.len() > 1 || !w.tag(noun.start).is_name() {
            return noun;
        }
        self.cast.full_name(w, noun.start, gender).unwrap_or(noun)
    }

    // ── Things, bodies and groups ──

    fn thing(&self, g: usize, token: usize, plural: bool) -> Option<Range<usize>> {
        let w = self.w;
        let (group, clause) = (self.groups.get(g)?, self.clauses.get(g)?);
        if w.sentence(token).len() > LONGEST || !plural && is_empty(w, &group) {
            return None;
        }
        let noun = match clause.role {
            Role::Content | Role::Complement | Role::Object | Role::Purpose | Role::Participle => None,
            Role::Relative => {
                // "the figure *it* gave": whoever the sentence is about.
                let sentence = w.sentence(token);
                let first = self.groups.partition_point(|x| x.start < sentence.start);
                self.only_subject(first..g, plural).and_then(|(h, p)| self.agreeing(h, &p, plural))
            }
            Role::Main => self.of_sentence_before(g, token, plural),
            _ => match clause.governor.filter(|h| self.clauses.get(*h).is_some_and(|c| c.left < token)) {
                Some(up) => self.of_governor(g, up, token, plural),
                None => self.of_sentence_before(g, token, plural),
            },
        }?;
        self.can(&noun, &group, plural).then_some(noun)
    }

    /// Whether what the verb tells can be told of the noun: a loss does not unveil anything.
    fn can(&self, noun: &Range<usize>, group: &Group, plural: bool) -> bool {
        let w = self.w;
        // "the firm's stock", "the origin of the feast": the firm, the feast, as well.
        let of = noun.clone().find(|k| w.low(*k) == "of");
        let Some(p) = of.map_or(noun.end, |of| of).checked_sub(1).and_then(|last| w.phrase(last)) else { return false };
        let whose = noun.clone().any(|k| w.ptb(k) == Ptb::Pos)
            || !w.tag(p.head).is_name() && of.and_then(|of| w.phrase(of + 1)).is_some_and(|q| self.may_be(&q, plural));
        if whose || w.low(p.head).ends_with('.') {
            return false;
        }
        let takes_place = w.lemma(group.main) == "take" && w.low(group.main + 1) == "place";
        let able = w.tag(p.head).is_name() || is_acting(w.low(p.head)) || is_group(w, p.head);
        able || group.passive || group.copula || takes_place || happens_to_things(w.lemma(group.main))
    }

    /// The subject of the clause that governs the pronoun's, else its object.
    fn of_governor(&self, g: usize, up: usize, token: usize, plural: bool) -> Option<Range<usize>> {
        let (group, clause) = (self.groups.get(g)?, self.clauses.get(g)?);
        let subject = self.subject(up).filter(|p| p.head < token);
        if let Some(p) = subject
            && let Some(noun) = self.agreeing(up, &p, plural)
        {
            let open = self.objects(up, &p, token).any(|o| self.may_be(&o, plural));
            // "The firm said that the rate rose, but it fell"
            let said = (up + 1..g).any(|h| self.is_content_with(h, plural));
            return (!said && (!open || !plural && self.acts(&p, &group))).then_some(noun);
        }
        if subject.is_some_and(|p| matches!(self.w.ptb(p.start), Ptb::PrpS) || is_pronoun(self.w, &p, plural)) {
            return None;
        }
        let object = self.object(up).filter(|o| o.head < token && clause.role != Role::Coordinate)?;
        (self.may_be(&object, plural) && !self.w.tag(object.head).is_name()).then(|| full(self.w, &object))
    }

    /// The subject of the sentence before, where nothing else there could be meant.
    fn of_sentence_before(&self, g: usize, token: usize, plural: bool) -> Option<Range<usize>> {
        let w = self.w;
        let own = w.sentence(token);
        let first = self.groups.partition_point(|x| x.main < own.start);
        for h in first..g {
            let subject = self.subject(h).filter(|p| p.head < token);
            if let Some(p) = subject.filter(|p| self.may_be(p, plural) || w.ptb(p.start) == Ptb::PrpS) {
                // "Should Odette turn, it would weaken"
                let condition = self.clauses.get(h).is_some_and(|c| c.role == Role::Condition);
                return (condition && w.tag(p.head).is_name() && !self.is_person(&p)).then(|| full(w, &p));
            }
        }
        let before = w.sentence(own.start.checked_sub(1)?);
        if before.len() > LONGEST {
            return None;
        }
        let from = self.groups.partition_point(|x| x.main < before.start);
        let told = |h: &usize| {
            let role = self.clauses.get(*h).map(|c| (c.role, c.governor.is_some_and(|x| x > *h)));
            self.groups.get(*h).is_some_and(|x| x.form == Form::Finite)
                && matches!(role, Some((Role::Main, _) | (Role::Content, true)))
        };
        let main = (from..first).find(told)?;
        let subject = self.subject(main).filter(|p| !w.is_quoted(p.head) && p.head >= before.start)?;
        if let Some(noun) = self.agreeing(main, &subject, plural) {
            let said = (from..first).any(|h| h != main && self.is_content_with(h, plural));
            let open = (main..first)
                .filter(|h| {
                    self.subject(*h).is_some_and(|p| p.head == subject.head)
                        || self.clauses.get(*h).is_some_and(|c| matches!(c.role, Role::Complement | Role::Purpose))
                })
                .any(|h| self.objects(h, &subject, own.start).any(|o| self.may_be(&o, plural)));
            let group = self.groups.get(g)?;
            return (!said && (!open || !plural && self.acts(&subject, &group))).then_some(noun);
        }
        if is_pronoun(w, &subject, plural) || w.ptb(subject.start) == Ptb::PrpS {
            return None;
        }
        // "She said that the plan had failed."
        if (from..first).any(|h| self.is_told_with(h, plural)) {
            let (h, p) = self.only_subject(from..first, plural)?;
            let open = self.objects(h, &p, own.start).any(|o| self.may_be(&o, plural));
            let acts = !open || !plural && self.acts(&p, &self.groups.get(g)?);
            return if acts { self.agreeing(h, &p, plural) } else { None };
        }
        // The one thing in a sentence about somebody.
        let mut all = w.phrases(before);
        let mut fitting = all.by_ref().filter(|p| self.may_be(p, plural));
        let only = fitting.next()?;
        let definite = matches!(w.low(only.start), "the" | "this" | "that" | "these" | "those")
            || w.tag(only.head).is_name()
            || only.owner.is_some();
        (definite && fitting.next().is_none() && !w.is_quoted(only.head)).then(|| full(w, &only))
    }

    /// Whether the clause of a group has a subject that the pronoun may mean, and only describes no noun.
    fn is_told_with(&self, h: usize, plural: bool) -> bool {
        let w = self.w;
        let fits = |p: &Phrase| (self.may_be(p, plural) || is_pronoun(w, p, plural)) && !w.is_quoted(p.head);
        self.clauses.get(h).is_some_and(|c| c.role != Role::Relative) && self.subject(h).as_ref().is_some_and(fits)
    }

    /// The one subject among clauses that the pronoun may mean, with its group.
    fn only_subject(&self, groups: Range<usize>, plural: bool) -> Option<(usize, Phrase)> {
        let mut all = groups.filter(|h| self.is_told_with(*h, plural));
        let first = all.next()?;
        let subject = self.subject(first)?;
        all.all(|h| self.subject(h).is_some_and(|p| p.head == subject.head)).then_some((first, subject))
    }

    /// A subject that agrees with the pronoun, or what it was traced to where it is that pronoun itself.
    fn agreeing(&self, g: usize, p: &Phrase, plural: bool) -> Option<Range<usize>> {
        let w = self.w;
        if w.ptb(p.head) == Ptb::Prp {
            return is_pronoun(w, p, plural).then(|| self.known(p.head)).flatten();
        }
        let group = self.groups.get(g)?;
        let several = matches!(w.low(group.start), "were" | "are" | "have");
        let both = with_partner(w, p);
        if both.end > full(w, p).end {
            return plural.then_some(both);
        }
        // "Rovers have not lost"
        let aside = p.left().checked_sub(1).is_some_and(|b| w.is_comma(b));
        let name = w.tag(p.head).is_name() && several && plural && !aside && !self.is_person(p);
        let single = !plural && several;
        ((name || self.may_be(p, plural)) && !single).then(|| full(w, p))
    }

    /// The nouns of a clause besides its subject that "it" or "they" could mean as well.
    fn objects(&self, g: usize, subject: &Phrase, before: usize) -> impl Iterator<Item = Phrase> {
        let subject = subject.head;
        self.object(g).into_iter().filter(move |o| o.head != subject && o.head < before)
    }

    fn object(&self, g: usize) -> Option<Phrase> {
        let w = self.w;
        let main = self.groups.get(g)?.main;
        let behind = main + 1 + usize::from(w.ptb(main + 1) == Ptb::Rp);
        w.phrase(behind).filter(|p| p.left() == behind && !w.is_timed(p.head))
    }

    fn is_content_with(&self, h: usize, plural: bool) -> bool {
        self.clauses.get(h).is_some_and(|c| c.role == Role::Content)
            && self.subject(h).is_some_and(|p| self.may_be(&p, plural))
    }

    /// Whether "it" or "they" may mean a phrase.
    fn may_be(&self, p: &Phrase, plural: bool) -> bool {
        let w = self.w;
        let none = status::is_no(w.low(p.start)) || matches!(w.low(p.start), "any" | "each" | "every" | "another");
        if none || w.is_timed(p.head) || w.ptb(p.start) == Ptb::Cd && (p.start == p.head || !plural) {
            return false;
        }
        let named = w.tag(p.head).is_name();
        match w.ptb(p.head) {
            Ptb::Nns | Ptb::Nnps if plural => true,
            Ptb::Nn if plural => matches!(w.low(p.head), "police" | "people"),
            Ptb::Nn => (p.start != p.head || p.owner.is_some()) && !self.is_person(p),
            Ptb::Nnp => !plural && named && !self.is_person(p) && !self.cast.named(p.head).is_some_and(|m| m.place),
            Ptb::Nnps => !self.is_person(p),
            _ => false,
        }
    }

    fn is_person(&self, p: &Phrase) -> bool {
        let w = self.w;
        if w.tag(p.head).is_name() {
            return self.cast.named(p.head).is_some_and(|m| m.person);
        }
        w.senses(p.head).any(&[Sense::Role, Sense::Male, Sense::Female])
            && !is_body(w.low(p.head))
            && !things_said(w.low(p.head))
            || matches!(w.low(p.head), "nobody" | "anyone" | "someone" | "everyone")
    }

    /// Whether the subject is a body and the pronoun does something: "The army took the town. It shot two men."
    fn acts(&self, subject: &Phrase, group: &Group) -> bool {
        let w = self.w;
        let low = w.low(subject.head);
        let body = if w.tag(subject.head).is_name() { is_body_name(low) } else { is_acting(low) };
        body && !group.passive && !group.copula && !happens_to_things(w.lemma(group.main))
    }
}

/// What a thing does as well as a body: "it closed".
fn happens_to_things(lemma: &str) -> bool {
    THINGS_DO.split_ascii_whitespace().any(|verb| verb == lemma)
}

const THINGS_DO: &str = "be have lose gain trade open close reopen collapse burn sink break fall drop plunge slide rise climb jump soar grow shrink \
    weaken strengthen fail begin start end finish stop continue crash explode land arrive last go come stay remain stand \
    lie expire follow change hit kill cause spread reach cross strike damage destroy injure flood cost contain include \
    cover need resume restart date form appear vanish disappear";

/// Nouns for several people or bodies.
fn is_group(w: &Words, token: usize) -> bool {
    let one = w.lemma(token);
    let people = w.senses(token).any(&[Sense::Role, Sense::Male, Sense::Female]) && !things_said(one);
    w.ptb(token) == Ptb::Nns && (people || is_acting(one) || ends_like_a_doer(one) && !is_tool(one))
}

fn things_said(word: &str) -> bool {
    matches!(
        word,
        "statement" | "report" | "study" | "survey" | "poll" | "letter" | "document" | "filing" | "book" | "article"
    )
}

/// What ends like a doer and is none.
fn is_tool(word: &str) -> bool {
    matches!(
        word,
        "number"
            | "order"
            | "letter"
            | "paper"
            | "computer"
            | "weather"
            | "power"
            | "water"
            | "offer"
            | "matter"
            | "river"
            | "tower"
            | "member"
            | "shoulder"
            | "center"
            | "theater"
            | "layer"
            | "border"
            | "murder"
            | "disorder"
            | "factor"
            | "error"
            | "tractor"
            | "reactor"
            | "motor"
            | "sector"
            | "floor"
            | "door"
            | "color"
            | "rumor"
            | "list"
            | "event"
            | "agreement"
            | "payment"
            | "investment"
            | "document"
            | "statement"
            | "settlement"
            | "apartment"
            | "plant"
            | "grant"
            | "restaurant"
            | "talent"
            | "accident"
            | "incident"
            | "percent"
            | "cent"
            | "patent"
            | "rent"
            | "tent"
            | "fee"
            | "committee"
            | "tree"
            | "guarantee"
            | "degree"
            | "trailer"
            | "freighter"
            | "helicopter"
            | "fighter"
            | "carrier"
            | "container"
            | "tanker"
            | "bomber"
            | "trigger"
            | "finger"
            | "shelter"
            | "quarter"
            | "corner"
            | "summer"
            | "winter"
            | "answer"
            | "dinner"
            | "cover"
            | "counter"
            | "cancer"
            | "fever"
            | "server"
            | "parameter"
            | "meter"
            | "liter"
            | "chapter"
            | "character"
            | "disaster"
            | "encounter"
            | "transfer"
            | "barrier"
            | "flower"
            | "moment"
            | "movement"
            | "government"
            | "department"
            | "parliament"
            | "treatment"
            | "element"
            | "argument"
            | "comment"
            | "content"
            | "extent"
            | "present"
            | "complement"
            | "variant"
            | "ant"
            | "tenor"
            | "humor"
            | "honor"
    )
}

/// Bodies that act as persons do.
fn is_acting(word: &str) -> bool {
    // Not so what only prints or sends, several of them, and people who are meant one by one.
    let speaks_only = things_said(word)
        || word.ends_with('s') && word != "congress"
        || matches!(
            word,
            "crew" | "family" | "network" | "newspaper" | "police" | "radio" | "staff" | "station" | "television"
        );
    is_body(word) && !speaks_only
        || matches!(word, "airline" | "club" | "institute" | "maker" | "operator" | "regulator" | "university")
}

fn is_pronoun(w: &Words, p: &Phrase, plural: bool) -> bool {
    w.low(p.head) == if plural { "they" } else { "it" }
}

/// "It is clear that", "it took an hour", "it rained": no thing that was spoken of.
fn is_empty(w: &Words, group: &Group) -> bool {
    let lemma = w.lemma(group.main);
    let that = (group.main + 1..group.main + 5).take_while(|k| !w.is_mark(*k)).any(|k| w.low(k) == "that");
    let behind = || (group.main + 1..group.main + 9).take_while(|k| !w.is_mark(*k));
    let clause =
        |k: usize| matches!(w.low(k), "that" | "to" | "who" | "whom" | "which" | "whether" | "if" | "when" | "until");
    let planned = w.low(group.main + 1) == "to";
    group.copula && !planned && (w.is_timed(group.main + 1) || behind().any(clause))
        || that && (group.passive || !w.has(group.main, Sense::VerbReporting))
        || matches!(
            lemma,
            "take" | "seem" | "appear" | "happen" | "turn" | "emerge" | "rain" | "snow" | "look" | "matter"
        )
}

/// "clerk" is in no list, but "keeper", "hiker", "pianist" look like somebody.
pub(super) fn ends_like_a_doer(word: &str) -> bool {
    ["er", "or", "ist", "ian", "ant", "ent", "ee", "man", "eur", "clerk", "chef", "cook", "thief", "spy"]
        .iter()
        .any(|end| word.ends_with(end))
}
