//! What can be wrong with an input, and what can be open in a text.

use thiserror::Error;

/// An input that makes no sense. Text never causes one: what can't be read in it is left out.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The publication date is not one that this crate can count from.
    #[error("publication date {given:?} is not a date: {reason} (expected YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS])")]
    BadDate {
        /// What was given.
        given: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The publication date lies outside of the years 1 to 9999.
    #[error("publication date {given} lies outside of the years 1 to 9999")]
    DateOutOfRange {
        /// What was given.
        given: String,
    },
    /// The text is longer than 4 GiB.
    #[error("the text has {bytes} bytes; at most 4 GiB (4294967295 bytes) can be read at once")]
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
}

/// Why an expression has no place on the calendar. A fact about a text, not an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Unresolved {
    /// It only says how long ("three years").
    #[error("a length of time without a place")]
    Length,
    /// It recurs ("every Monday").
    #[error("it recurs")]
    Recurs,
    /// It is vague ("recently", "in the past").
    #[error("vague")]
    Vague,
    /// It hangs on an event that was not found or has no date.
    #[error("it hangs on an event whose date is unknown")]
    NoEvent,
    /// No such date exists (31 February), or it lies outside of the years that can be counted.
    #[error("there is no such date")]
    NoSuchDate,
}
