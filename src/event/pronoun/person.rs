//! Whom "he" or "she" means.

use super::nouns::{ends_like_a_doer, is_tool};
use super::{LONGEST, Trace};
use crate::event::Role;
use crate::event::antecedent::antecedent;
use crate::event::lexicon::{Sense, is_body, is_body_name, things_said};
use crate::event::parts::full;
use crate::event::source::Gender;
use crate::event::words::Phrase;
use crate::text::Ptb;
use std::ops::Range;

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

impl Trace<'_, '_> {
    /// The one person of that sex who was spoken of: in this sentence and the one before, else in the last that names any.
    pub(super) fn person(&self, g: usize, token: usize, gender: Gender) -> Option<Range<usize>> {
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
}
