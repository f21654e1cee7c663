//! Word lists of the event stage and their look-up. Pure tables lie in the files below; this one makes them searchable.

mod adjectives;
mod bodies;
mod happenings;
mod nouns;
mod objects;
mod people;
mod verbs;

use crate::hash::{FastMap, Outlines};
use std::sync::LazyLock;

pub(super) use adjectives::{PREPOSITIONAL, adjectival, is_sign};
pub(super) use bodies::{is_body, is_body_name, is_company, is_place, is_text, things_said};
pub(super) use happenings::{begins, finds, kind, lands};
pub(super) use nouns::ENDINGS;
pub(super) use objects::{always_intensional, needs_object, no_passive, takes_two_objects};

/// One word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Sense {
    VerbReporting,
    VerbPerception,
    VerbAspectual,
    VerbIAction,
    VerbIState,
    VerbState,
    VerbNoEvent,
    VerbOffice,
    Intending,
    Preventing,
    Cancelling,
    Implying,
    Denying,
    Doubting,
    Light,
    Happening,
    Giving,
    Telling,
    AdjectiveIState,
    AdjectiveState,
    NounOccurrence,
    NounState,
    NounReporting,
    NounWording,
    NounIAction,
    NounIState,
    NounAspectual,
    NounPerception,
    NounAmbiguous,
    NounNoEvent,
    Role,
    Male,
    Female,
    Title,
    MaleName,
    FemaleName,
    Pronoun,
}

/// The lists that a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Senses(u64);

impl Senses {
    /// Whether the word stands in that list.
    pub(super) const fn has(self, sense: Sense) -> bool {
        self.0 & (1 << sense as u8) != 0
    }

    /// Whether it stands in one of the lists.
    pub(super) fn any(self, senses: &[Sense]) -> bool {
        senses.iter().any(|s| self.has(*s))
    }
}

/// The lists that hold a dictionary form, given in lower case.
pub(super) fn look_up(lemma: &str) -> Senses {
    let (outlines, words) = &*WORDS;
    if !outlines.fits(lemma) {
        return Senses::default();
    }
    words.get(lemma).copied().unwrap_or_default()
}

const LISTS: &[(Sense, &str)] = &[
    (Sense::VerbReporting, verbs::REPORTING),
    (Sense::VerbPerception, verbs::PERCEPTION),
    (Sense::VerbAspectual, verbs::ASPECTUAL),
    (Sense::VerbIAction, verbs::I_ACTION),
    (Sense::VerbIState, verbs::I_STATE),
    (Sense::VerbState, verbs::STATE),
    (Sense::VerbNoEvent, verbs::NO_EVENT),
    (Sense::VerbOffice, verbs::OFFICE),
    (Sense::Intending, verbs::INTENDING),
    (Sense::Preventing, verbs::PREVENTING),
    (Sense::Cancelling, verbs::CANCELLING),
    (Sense::Implying, verbs::IMPLYING),
    (Sense::Denying, verbs::DENYING),
    (Sense::Doubting, verbs::DOUBTING),
    (Sense::Light, verbs::LIGHT),
    (Sense::Happening, verbs::HAPPENING),
    (Sense::Giving, verbs::GIVING),
    (Sense::Telling, verbs::TELLING),
    (Sense::AdjectiveIState, adjectives::I_STATE),
    (Sense::AdjectiveState, adjectives::STATE),
    (Sense::NounOccurrence, nouns::OCCURRENCE),
    (Sense::NounState, nouns::STATE),
    (Sense::NounReporting, nouns::REPORTING),
    (Sense::NounWording, nouns::WORDING),
    (Sense::NounIAction, nouns::I_ACTION),
    (Sense::NounIState, nouns::I_STATE),
    (Sense::NounAspectual, nouns::ASPECTUAL),
    (Sense::NounPerception, nouns::PERCEPTION),
    (Sense::NounAmbiguous, nouns::AMBIGUOUS),
    (Sense::NounNoEvent, nouns::NO_EVENT),
    (Sense::Role, people::ROLES),
    (Sense::Male, people::MALE),
    (Sense::Female, people::FEMALE),
    (Sense::Title, people::TITLES),
    (Sense::MaleName, people::MALE_NAMES),
    (Sense::FemaleName, people::FEMALE_NAMES),
    (Sense::Pronoun, people::PRONOUNS),
];

static WORDS: LazyLock<(Outlines, FastMap<&'static str, Senses>)> = LazyLock::new(|| {
    let mut outlines = Outlines::new();
    let mut words: FastMap<_, Senses> = FastMap::default();
    for (sense, list) in LISTS {
        for word in list.split_ascii_whitespace() {
            outlines.add(word);
            words.entry(word).or_default().0 |= 1 << *sense as u8;
        }
    }
    (outlines, words)
});
