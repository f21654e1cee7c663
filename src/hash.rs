//! A fast hash for maps whose keys nobody can choose to do harm: the word lists, numbers of events, places in the text.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map with the fast hash.
pub(crate) type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<Fast>>;
/// A set with the fast hash.
pub(crate) type FastSet<K> = HashSet<K, BuildHasherDefault<Fast>>;

/// Takes in eight bytes at a time and multiplies; the upper half of the product, where all bits have had a say, goes into
/// the lower.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fast(u64);

impl Fast {
    #[inline]
    fn add(&mut self, word: u64) {
        let product = u128::from(self.0.rotate_left(23) ^ word ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

impl Hasher for Fast {
    fn finish(&self) -> u64 {
        self.0
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let word = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
        let (chunks, _) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.add(u64::from_le_bytes(*chunk));
        }
        // What is left, or all of a short one: pieces that overlap need no loop. The length keeps apart what is the same.
        let tail = match (bytes, bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (_, Some(last), ..) => u64::from_le_bytes(*last),
            (_, _, Some(first), Some(last)) => word(first) | word(last) << 32,
            (&[a, b, c], ..) => u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16,
            (&[a, b], ..) => u64::from(a) | u64::from(b) << 8,
            (&[a], ..) => u64::from(a),
            _ => 0,
        };
        self.add(tail ^ (bytes.len() as u64) << 56);
    }

    #[inline]
    fn write_u8(&mut self, n: u8) {
        self.add(u64::from(n));
    }

    #[inline]
    fn write_u32(&mut self, n: u32) {
        self.add(u64::from(n));
    }

    #[inline]
    fn write_u64(&mut self, n: u64) {
        self.add(n);
    }

    #[inline]
    fn write_usize(&mut self, n: usize) {
        self.add(n as u64);
    }
}

/// The first letter, last letter and length of each of a number of words, whatever their case: most words of a text have
/// those of none, and need not be looked up.
#[derive(Debug)]
pub(crate) struct Outlines {
    /// For each first and last letter the lengths as bits.
    lengths: Vec<u32>,
}

impl Outlines {
    pub(crate) fn new() -> Self {
        Outlines { lengths: vec![0; 1 << 10] }
    }

    pub(crate) fn add(&mut self, word: &str) {
        if let Some(lengths) = self.lengths.get_mut(Self::ends(word)) {
            *lengths |= Self::length(word);
        }
    }

    /// Whether some word has the letters and the length of this one.
    #[inline]
    pub(crate) fn fits(&self, word: &str) -> bool {
        self.lengths.get(Self::ends(word)).is_some_and(|lengths| lengths & Self::length(word) != 0)
    }

    fn ends(word: &str) -> usize {
        let letter = |byte: Option<&u8>| byte.map_or(0, |b| usize::from(b & 31));
        letter(word.as_bytes().first()) << 5 | letter(word.as_bytes().last())
    }

    fn length(word: &str) -> u32 {
        1 << word.len().min(31)
    }
}

#[cfg(test)]
mod tests {
    use super::{FastSet, Outlines};
    use std::hash::BuildHasher;

    #[test]
    fn words_that_were_added_fit_in_any_case() {
        let mut outlines = Outlines::new();
        for word in ["may", "o'clock", "a"] {
            outlines.add(word);
        }
        assert!(["may", "MAY", "May", "O'Clock", "A", "mty"].iter().all(|word| outlines.fits(word)));
        assert!(!["", "mary", "yam", "may\0", "b", "o'clocks"].iter().any(|word| outlines.fits(word)));
    }

    #[test]
    fn words_that_differ_hash_apart() {
        let set: FastSet<&str> = FastSet::default();
        let words = ["a", "b", "ab", "ba", "a\0", "abcdefgh", "abcdefghi", "hgfedcba", "abcdefgh\0", ""];
        let hashes: FastSet<u64> = words.iter().map(|w| set.hasher().hash_one(w)).collect();
        assert_eq!(hashes.len(), words.len());
        let numbers: FastSet<u64> = (0..4096u64).map(|n| set.hasher().hash_one(n) >> 40).collect();
        assert!(numbers.len() > 4000);
    }
}
