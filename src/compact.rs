//! What a result holds by the hundred thousand, in half the space: places of the text and numbers of things fit into 32
//! bits, since no article is longer than 4 GiB. What is too great, as only data from elsewhere can be, becomes the
//! greatest that fits.

use crate::span::Span;
use std::fmt;

/// A span, or none.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    start: u32,
    end: u32,
}

impl Place {
    pub(crate) const NONE: Place = Place { start: u32::MAX, end: 0 };

    pub(crate) fn span(self) -> Option<Span> {
        (self != Self::NONE).then(|| self.or_empty())
    }

    /// The span; of none an empty one.
    pub(crate) fn or_empty(self) -> Span {
        if self == Self::NONE { Span::default() } else { Span::new(self.start as usize, self.end as usize) }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.span().fmt(f)
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Place { start: narrow(span.start), end: narrow(span.end) }
    }
}

impl From<Option<Span>> for Place {
    fn from(span: Option<Span>) -> Self {
        span.map_or(Place::NONE, Place::from)
    }
}

/// A number in a list, or none.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Index(u32);

impl Index {
    pub(crate) const NONE: Index = Index(u32::MAX);

    pub(crate) fn get(self) -> Option<usize> {
        (self != Self::NONE).then_some(self.0 as usize)
    }
}

impl Default for Index {
    fn default() -> Self {
        Index::NONE
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl From<usize> for Index {
    fn from(number: usize) -> Self {
        Index(narrow(number).min(u32::MAX - 1))
    }
}

impl From<Option<usize>> for Index {
    fn from(number: Option<usize>) -> Self {
        number.map_or(Index::NONE, Index::from)
    }
}

/// The number, or the greatest that fits.
pub(crate) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_comes_back_as_it_was() {
        for span in [Span::default(), Span::new(3, 7), Span::new(9, 2)] {
            assert_eq!(Place::from(span).span(), Some(span));
        }
        assert_eq!((Place::from(None).span(), Place::NONE.or_empty()), (None, Span::default()));
        assert_eq!([Index::from(0), Index::from(None)].map(Index::get), [Some(0), None]);
    }

    #[test]
    fn what_is_too_great_is_still_something() {
        assert!(Place::from(Span::new(usize::MAX, usize::MAX)).span().is_some());
        assert!(Index::from(usize::MAX).get().is_some());
    }
}
