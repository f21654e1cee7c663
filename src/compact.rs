//! What a result holds by the hundred thousand, in half the space: places of the text and numbers of things fit into 32
//! bits, since no article is longer than 4 GiB. What is too great, as only data from elsewhere can be, becomes the
//! greatest that fits.

use crate::span::Span;
use std::fmt;
use std::ops::Range;

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

/// What is kept smaller than it is worked with.
pub(crate) trait Pack: Sized {
    /// What is kept.
    type Packed: Copy + From<Self> + Into<Self>;
}

/// A list that keeps its items packed and gives them out by value.
pub(crate) struct Packed<T: Pack>(Vec<T::Packed>);

impl<T: Pack> Packed<T> {
    pub(crate) fn with_capacity(items: usize) -> Self {
        Packed(Vec::with_capacity(items))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn push(&mut self, item: T) {
        self.0.push(item.into());
    }

    pub(crate) fn shrink_to_fit(&mut self) {
        self.0.shrink_to_fit();
    }

    #[inline]
    pub(crate) fn get(&self, number: usize) -> Option<T> {
        self.0.get(number).map(|packed| (*packed).into())
    }

    /// The items, in order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone + use<'_, T> {
        self.within(0..self.len())
    }

    /// The items from one number up to another, or up to the last.
    pub(crate) fn within(
        &self,
        numbers: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone + use<'_, T> {
        let items = self.0.get(numbers.start..numbers.end.min(self.len())).unwrap_or_default();
        items.iter().map(|packed| (*packed).into())
    }

    /// How many stand before the first that does not fit.
    pub(crate) fn partition_point(&self, fits: impl Fn(T) -> bool) -> usize {
        self.0.partition_point(|packed| fits((*packed).into()))
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
