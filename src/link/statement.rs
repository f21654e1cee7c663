//! What a sieve found.

use super::{Entity, Relation, SIEVES};
use crate::compact::{Place, narrow};
use crate::span::Span;
use std::fmt;

/// One thing that the text says about time, with the words that say it.
// A long text makes hundreds of thousands of them, so that the fields are packed.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "data::Statement", try_from = "data::Statement"))]
pub struct Statement {
    left: Packed,
    right: Packed,
    /// An offset's expression, else [`u32::MAX`] less the place in [`PLAIN`], or less an age behind those.
    relation: u32,
    span: Place,
    trust: u8,
    /// The place in [`SIEVES`].
    sieve: u8,
}

impl Statement {
    pub(super) fn new(left: Entity, relation: Relation, right: Entity, span: Span, trust: u8, sieve: u8) -> Self {
        let relation = match relation {
            Relation::Offset(timex) => narrow(timex).min(u32::MAX - PLAIN.len() as u32 - AGES),
            Relation::Aged(age) => u32::MAX - PLAIN.len() as u32 - u32::from(age),
            plain => PLAIN.iter().position(|r| *r == plain).map_or(u32::MAX, |place| u32::MAX - place as u32),
        };
        Statement { left: left.into(), right: right.into(), relation, span: span.into(), trust, sieve }
    }

    /// What is placed.
    pub fn left(&self) -> Entity {
        self.left.into()
    }

    /// How it lies.
    pub fn relation(&self) -> Relation {
        let number = (u32::MAX - self.relation) as usize;
        match (PLAIN.get(number), u8::try_from(number.wrapping_sub(PLAIN.len()))) {
            (Some(&plain), _) => plain,
            (None, Ok(age)) => Relation::Aged(age),
            (None, Err(_)) => Relation::Offset(self.relation as usize),
        }
    }

    /// To what.
    pub fn right(&self) -> Entity {
        self.right.into()
    }

    /// The words that say so.
    pub fn span(&self) -> Span {
        self.span.or_empty()
    }

    /// How much to trust it, 0 to 100: about the measured precision of its sieve.
    pub fn trust(&self) -> u8 {
        self.trust
    }

    /// The sieve that found it.
    pub fn sieve(&self) -> &'static str {
        SIEVES.get(usize::from(self.sieve)).map_or("", |sieve| sieve.name)
    }
}

impl fmt::Debug for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Statement")
            .field("left", &self.left())
            .field("relation", &self.relation())
            .field("right", &self.right())
            .field("span", &self.span())
            .field("trust", &self.trust())
            .field("sieve", &self.sieve())
            .finish()
    }
}

/// As many numbers as there are ages.
const AGES: u32 = 1 << u8::BITS;

/// The relations that need nothing but their name.
const PLAIN: [Relation; 14] = [
    Relation::Before,
    Relation::After,
    Relation::During,
    Relation::Includes,
    Relation::Same,
    Relation::Overlaps,
    Relation::BegunBy,
    Relation::EndedBy,
    Relation::NotBefore,
    Relation::NotAfter,
    Relation::Lasts,
    Relation::ToldAt,
    Relation::Near,
    Relation::Again,
];

/// An entity: events have even numbers, expressions odd ones.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Packed(u32);

impl Packed {
    const PUBLICATION: Packed = Packed(u32::MAX);
}

impl From<Entity> for Packed {
    fn from(entity: Entity) -> Self {
        // The greatest number is the publication's.
        let number = |index: usize| narrow(index).min(i32::MAX as u32 - 1) << 1;
        match entity {
            Entity::Publication => Packed::PUBLICATION,
            Entity::Event(event) => Packed(number(event)),
            Entity::Timex(timex) => Packed(number(timex) | 1),
        }
    }
}

impl From<Packed> for Entity {
    fn from(packed: Packed) -> Self {
        let index = (packed.0 >> 1) as usize;
        match packed.0 & 1 {
            _ if packed == Packed::PUBLICATION => Entity::Publication,
            0 => Entity::Event(index),
            _ => Entity::Timex(index),
        }
    }
}

/// How a statement is written down.
#[cfg(feature = "serde")]
mod data {
    use super::super::{Entity, Relation, SIEVES};
    use crate::span::Span;
    use std::borrow::Cow;

    #[derive(serde::Serialize, serde::Deserialize)]
    pub(super) struct Statement {
        left: Entity,
        relation: Relation,
        right: Entity,
        span: Span,
        trust: u8,
        sieve: Cow<'static, str>,
    }

    impl From<super::Statement> for Statement {
        fn from(s: super::Statement) -> Self {
            let sieve = Cow::Borrowed(s.sieve());
            Statement {
                left: s.left(),
                relation: s.relation(),
                right: s.right(),
                span: s.span(),
                trust: s.trust,
                sieve,
            }
        }
    }

    impl TryFrom<Statement> for super::Statement {
        type Error = String;

        fn try_from(s: Statement) -> Result<Self, String> {
            let sieve = SIEVES.iter().position(|sieve| sieve.name == s.sieve);
            let sieve = sieve.ok_or_else(|| format!("there is no sieve `{}`", s.sieve))?;
            Ok(super::Statement::new(s.left, s.relation, s.right, s.span, s.trust, sieve as u8))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_comes_back_as_it_was() {
        let entities = [Entity::Publication, Entity::Event(0), Entity::Event(7), Entity::Timex(0), Entity::Timex(7)];
        let relations = PLAIN.into_iter().chain([Relation::Offset(0), Relation::Offset(7)]);
        for (left, relation) in entities.into_iter().flat_map(|e| relations.clone().map(move |r| (e, r))) {
            let s = Statement::new(left, relation, Entity::Event(3), Span::new(5, 9), 60, 2);
            assert_eq!((s.left(), s.relation(), s.right()), (left, relation, Entity::Event(3)));
            assert_eq!((s.span(), s.trust(), s.sieve()), (Span::new(5, 9), 60, SIEVES[2].name));
        }
        assert_eq!(size_of::<Statement>(), 24);
    }
}
