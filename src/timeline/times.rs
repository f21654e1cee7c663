//! When each event of an article was: most of them share their time with others, and each time is held once.

use super::When;
use crate::compact::narrow;
use crate::hash::FastMap;
use std::fmt;
use std::ops::Index;

/// When each event was, in the order of [`Timeline::events`](crate::Timeline::events).
///
/// ```
/// let article = dateline::Article::new("Talks resumed on Friday.", "2025-03-09")?;
/// let timeline = dateline::extract(&article);
/// assert_eq!(timeline.when.len(), timeline.events.len());
/// let resumed = timeline.events.len() - 1;
/// assert_eq!(timeline.when[resumed].to_string(), "2025-03-07");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "Vec<When>", from = "Vec<When>"))]
pub struct Times {
    /// Each time once, in the order in which they came.
    times: Vec<When>,
    /// For each event its time's place among them.
    of: Vec<u32>,
}

impl Times {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// When an event was.
    pub fn get(&self, event: usize) -> Option<&When> {
        self.times.get(*self.of.get(event)? as usize)
    }

    /// When each event was, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &When> {
        self.of.iter().map(|&time| self.times.get(time as usize).unwrap_or(&OPEN))
    }
}

/// A time of which nothing is known.
static OPEN: When = When::OPEN;

/// An event that is not there has a time of which nothing is known.
impl Index<usize> for Times {
    type Output = When;

    fn index(&self, event: usize) -> &When {
        self.get(event).unwrap_or(&OPEN)
    }
}

impl FromIterator<When> for Times {
    fn from_iter<I: IntoIterator<Item = When>>(all: I) -> Self {
        let all = all.into_iter();
        let (mut times, mut of) = (Vec::new(), Vec::with_capacity(all.size_hint().0));
        let mut known: FastMap<When, u32> = FastMap::default();
        for when in all {
            of.push(*known.entry(when).or_insert_with(|| {
                times.push(when);
                narrow(times.len() - 1)
            }));
        }
        times.shrink_to_fit();
        Times { times, of }
    }
}

impl From<Vec<When>> for Times {
    fn from(all: Vec<When>) -> Self {
        all.into_iter().collect()
    }
}

impl From<Times> for Vec<When> {
    fn from(times: Times) -> Self {
        times.iter().copied().collect()
    }
}

impl fmt::Debug for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_time_is_held_once() {
        let supposed = When { supposed: true, ..When::OPEN };
        let all = vec![When::OPEN, supposed, When::OPEN];
        let times = Times::from(all.clone());
        assert_eq!((times.len(), times.times.len(), times.is_empty()), (3, 2, false));
        assert_eq!((times.get(1), times.get(3), times[9]), (Some(&supposed), None, When::OPEN));
        assert_eq!(Vec::from(times), all);
    }
}
