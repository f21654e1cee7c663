//! What is kept for each point of a network, in half the space.

use super::Point;

/// A moment for each point, where it has one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Moments(Vec<i64>);

impl Moments {
    /// No moment: no clock shows it.
    const OPEN: i64 = i64::MIN;

    /// Room for so many points.
    pub(super) fn new(points: usize) -> Self {
        Moments(vec![Self::OPEN; points])
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, point: Point) -> Option<i64> {
        self.0.get(point).copied().filter(|&at| at != Self::OPEN)
    }

    pub(super) fn set(&mut self, point: Point, moment: Option<i64>) {
        if let Some(slot) = self.0.get_mut(point) {
            *slot = moment.unwrap_or(Self::OPEN);
        }
    }
}

/// A point and how much later than another it is at least.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Later {
    point: u32,
    /// The lower and the upper half.
    seconds: [u32; 2],
}

impl Later {
    pub(super) fn new(point: u32, seconds: i64) -> Self {
        Later { point, seconds: [seconds as u32, (seconds >> u32::BITS) as u32] }
    }

    pub(super) fn point(self) -> Point {
        self.point as Point
    }

    pub(super) fn seconds(self) -> i64 {
        let [low, high] = self.seconds.map(i64::from);
        high << u32::BITS | low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let mut moments = Moments::new(2);
        moments.set(1, Some(-5));
        moments.set(7, Some(1));
        assert_eq!([0, 1, 7].map(|point| moments.get(point)), [None, Some(-5), None]);
        moments.set(1, None);
        assert_eq!((moments.get(1), moments.len()), (None, 2));
        for seconds in [0, 1, -1, i64::MIN, i64::MAX, -86_400 << 20, 86_400 << 20] {
            let later = Later::new(9, seconds);
            assert_eq!((later.point(), later.seconds()), (9, seconds));
        }
        assert_eq!(size_of::<Later>(), 12);
    }
}
