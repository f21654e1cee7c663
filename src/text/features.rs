//! What the tagger looks at: the form of a word and of its neighbours, and the tags given so far. The trainer and the
//! tagger share this file, so the two can't drift apart.

use super::token::is_invisible;

/// How many features of a token look at it alone.
pub const OWN: usize = 12;
/// How many look at what stands around it.
pub const AROUND: usize = 19;

/// A hash table from 32-bit keys to small values, with open addressing.
#[derive(Debug, Clone, Default)]
pub struct Table {
    slots: Vec<(u32, u32)>,
    filled: usize,
}

impl Table {
    /// An empty table with room for `n` keys.
    pub fn with_capacity(n: usize) -> Self {
        Table { slots: vec![(0, 0); (n * 2).next_power_of_two().max(16)], filled: 0 }
    }

    /// The value of `key`.
    #[inline]
    pub fn get(&self, key: u32) -> Option<u32> {
        let key = key.max(1);
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = key as usize & mask;
        loop {
            let &(k, value) = self.slots.get(at)?;
            if k == key || k == 0 {
                return (k == key).then_some(value);
            }
            at = (at + 1) & mask;
        }
    }

    /// Sets the value of `key`.
    pub fn insert(&mut self, key: u32, value: u32) {
        if (self.filled + 1) * 2 > self.slots.len() {
            let mut larger = Table::with_capacity(self.slots.len());
            for &(k, v) in self.slots.iter().filter(|s| s.0 != 0) {
                larger.insert(k, v);
            }
            *self = larger;
        }
        let key = key.max(1);
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.0 == key || slot.0 == 0 {
                self.filled += usize::from(slot.0 == 0);
                *slot = (key, value);
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

/// What is known of single words before the perceptron is asked.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// The class of a word in lower case: words of one class take the same set of tags. Above its eight bits, one more than
    /// where the model has what the features of the word alone add up to; 0 where it has not.
    pub classes: Table,
    /// The one label of a frequent word that hardly ever has another, by its exact form.
    pub sure: Table,
}

/// What the features need of one token.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form {
    /// Hash of the word as it stands (quotes straightened, digits collapsed).
    pub exact: u32,
    /// Hash of the word in lower case.
    pub lower: u32,
    suffixes: [u32; 4],
    prefixes: [u32; 2],
    shape: u32,
    pub(super) class: u32,
    may_be_sure: bool,
    /// The label of an unambiguous word.
    pub sure: Option<u8>,
    /// One more than where the model has what the token's own features add up to; 0 where it has not.
    pub sum: u32,
}

impl Form {
    /// Whether it is nothing but small letters, and no first word of a sentence.
    pub fn is_plain(&self) -> bool {
        self.shape == PLAIN
    }
}

/// How a sentence is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Normal,
    /// Like This, as Headlines Are.
    Title,
    /// LIKE THIS.
    Upper,
}

/// Fills `forms` with those of the words of one sentence.
pub fn forms<'w>(words: impl Iterator<Item = &'w str> + Clone, lexicon: &Lexicon, forms: &mut Vec<Form>) {
    forms.clear();
    forms.reserve(words.size_hint().0);
    let case = case_of(words.clone());
    let mut first = true;
    for word in words {
        let mut form = form(word);
        let begins = word.chars().next();
        if case == Case::Normal && !first && begins.is_some_and(char::is_uppercase) {
            // What a word is in lower case says less of a capital in the middle of a sentence ("the Space Shuttle").
            form.class = INNER_CAPITAL;
        }
        // The first word of a sentence is the first that is no mark.
        form.shape |= u32::from(first) << 4 | (case as u32) << 5;
        first = first && !begins.is_some_and(char::is_alphanumeric);
        form.may_be_sure = case == Case::Normal || begins.is_some_and(|c| !c.is_uppercase());
        forms.push(form);
    }
    // All look-ups together, so that the memory that one needs is under way while the others go on.
    for form in forms {
        let known = lexicon.classes.get(form.lower).unwrap_or(0);
        form.class += known & 0xFF;
        form.sum = if form.is_plain() { known >> 8 } else { 0 };
        let sure = lexicon.sure.get(form.exact).map(|label| label as u8);
        form.sure = sure.filter(|_| form.may_be_sure);
    }
}

/// What the features need of one word, as far as the word alone says it.
pub fn form(word: &str) -> Form {
    let collapses = word.len() != 4;
    // Of most words the compiler may know that all is small letters.
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return form_of(word.bytes().map(|b| (b.into(), b.into(), LETTER)), false);
    }
    if word.is_ascii() {
        return form_of(word.bytes().map(normal_ascii), collapses);
    }
    form_of(word.chars().filter_map(normal), collapses)
}

/// A character with quotes and dashes made plain and every digit a 0, the same in lower case, and what it is.
type Normal = (char, char, u8);

const LETTER: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;
const HYPHEN: u8 = 8;

/// The same for its normal characters. `collapses`: several digits count as one.
#[inline]
fn form_of(word: impl DoubleEndedIterator<Item = Normal> + Clone, collapses: bool) -> Form {
    // The same until the first capital.
    let (mut exact, mut lower) = (SEED, SEED);
    let mut prefixes = [0; 2];
    let (mut length, mut letters, mut capitals) = (0u32, 0usize, 0usize);
    // All kinds seen so far, the last one, and the first one.
    let (mut kinds, mut before, mut first) = (0u8, 0u8, 0u8);
    for (plain, low, kind) in word.clone() {
        if kind & before & DIGIT != 0 && collapses {
            continue;
        }
        before = kind;
        kinds |= kind;
        letters += usize::from(kind & LETTER);
        capitals += usize::from(kind & CAPITAL != 0);
        let same = capitals == 0;
        lower = mix(lower, low as u32);
        exact = if same { lower } else { mix(exact, plain as u32) };
        length += 1;
        match length {
            1 => first = kind,
            2 => prefixes[0] = lower,
            3 => prefixes[1] = lower,
            _ => {}
        }
    }
    let first_capital = first & CAPITAL != 0;
    let mut suffixes = [0; 4];
    let mut suffix = SEED;
    for (slot, (_, low, _)) in suffixes.iter_mut().zip(word.rev()) {
        suffix = mix(suffix, low as u32);
        *slot = suffix;
    }
    let shape = match (letters, kinds & DIGIT != 0) {
        (0, false) => 0,
        (0, true) => 1,
        (_, true) => 2 + u32::from(capitals > 0),
        (1, false) if capitals == 1 => 4,
        _ if capitals == 0 => PLAIN,
        _ if capitals == letters => 6,
        _ if first_capital && capitals == 1 => 7,
        _ if first_capital => 8,
        _ => 9,
    };
    let shape = if letters > 0 && kinds & HYPHEN != 0 { 10 + u32::from(first_capital) } else { shape };
    Form { exact, lower, suffixes, prefixes, shape, class: 0, may_be_sure: false, sure: None, sum: 0 }
}

const INNER_CAPITAL: u32 = 512;
/// The shape of small letters alone.
const PLAIN: u32 = 5;
const SEED: u32 = 0x9E37_79B9;

/// Mixes `b` into the hash `a`.
#[inline]
pub fn mix(a: u32, b: u32) -> u32 {
    let m = (u64::from(a ^ 0x5BD1_E995)).wrapping_mul(0x9FB2_1C65_1E98_DF25) ^ u64::from(b);
    let m = m.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (m >> 32) as u32 ^ m as u32
}

/// None for what nobody sees.
fn normal(c: char) -> Option<Normal> {
    match u8::try_from(c) {
        Ok(b) if b.is_ascii() => Some(normal_ascii(b)),
        _ => normal_beyond_ascii(c),
    }
}

#[inline]
#[expect(clippy::indexing_slicing, reason = "a byte into 256 entries")]
fn normal_ascii(b: u8) -> Normal {
    ASCII[usize::from(b)]
}

#[expect(clippy::indexing_slicing, reason = "computed by the compiler")]
const ASCII: [Normal; 256] = {
    let mut table = [('\0', '\0', 0); 256];
    let mut b = 0;
    while b < 256 {
        let c = b as u8 as char;
        table[b] = match c {
            '0'..='9' => ('0', '0', DIGIT),
            'A'..='Z' => (c, c.to_ascii_lowercase(), LETTER | CAPITAL),
            'a'..='z' => (c, c, LETTER),
            '-' => (c, c, HYPHEN),
            _ => (c, c, 0),
        };
        b += 1;
    }
    table
};

fn normal_beyond_ascii(c: char) -> Option<Normal> {
    let plain = match c {
        '‘' | '’' | 'ʼ' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '–' | '—' | '‐' | '‑' | '−' => return Some(('-', '-', HYPHEN)),
        c if is_invisible(c) => return None,
        c if c.is_numeric() => return Some(('0', '0', DIGIT)),
        c => c,
    };
    let low = plain.to_lowercase().next().unwrap_or(plain);
    let letter = if plain.is_alphabetic() { LETTER } else { 0 };
    Some((plain, low, if low == plain { letter } else { letter | CAPITAL }))
}

/// How the sentence is written, by its longer words.
fn case_of<'w>(words: impl Iterator<Item = &'w str>) -> Case {
    let (mut capitals, mut upper) = (0, 0);
    for word in words {
        let Some(first) = word.chars().next() else { continue };
        if first.is_lowercase() && !is_small(word) {
            return Case::Normal;
        }
        if first.is_uppercase() {
            capitals += 1;
            upper += usize::from(word.len() > 1 && !word.contains(char::is_lowercase));
        }
    }
    match capitals {
        3.. if upper * 10 >= capitals * 9 => Case::Upper,
        3.. => Case::Title,
        _ => Case::Normal,
    }
}

/// Words that stay small in a headline.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "and"
            | "or"
            | "but"
            | "nor"
            | "of"
            | "in"
            | "on"
            | "to"
            | "for"
            | "at"
            | "by"
            | "as"
            | "vs"
            | "from"
            | "with"
            | "into"
            | "over"
            | "after"
            | "is"
            | "its"
            | "n't"
            | "'s"
            | "’s"
            | "’re"
            | "'re"
    )
}

/// The label before the first token.
const START: u8 = 255;

/// What has been tagged so far in a sentence.
#[derive(Debug, Clone, Copy)]
pub struct History {
    /// The label of the token before.
    before: u8,
    /// The label of the one before that.
    before2: u8,
}

impl History {
    /// At the start of a sentence.
    pub const START: History = History { before: START, before2: START };

    /// Moves on over a token with this label.
    pub fn push(&mut self, label: u8) {
        *self = History { before: label, before2: self.before };
    }
}

/// The keys of the features of a token that look at it alone.
#[inline]
pub fn own_keys(w: &Form) -> [u32; OWN] {
    let [s1, s2, s3, s4] = w.suffixes;
    keys([
        (1, 0, 0),
        (2, w.lower, 0),
        (3, s1, 0),
        (4, s2, 0),
        (5, s3, 0),
        (6, s4, 0),
        (7, w.prefixes[0], 0),
        (8, w.prefixes[1], 0),
        (9, w.shape, 0),
        (20, s3, w.shape),
        (30, w.exact, w.shape),
        (31, w.class, w.shape),
    ])
}

/// The keys of the other features of token `i`.
#[inline]
pub fn keys_around(forms: &[Form], i: usize, history: History) -> [u32; AROUND] {
    const OUTSIDE: Form = Form {
        exact: 7,
        lower: 7,
        suffixes: [7; 4],
        prefixes: [7; 2],
        shape: 255,
        class: 256,
        may_be_sure: false,
        sure: None,
        sum: 0,
    };
    let at = |i: Option<usize>| i.and_then(|i| forms.get(i)).unwrap_or(&OUTSIDE);
    let (w, l1, l2) = (at(Some(i)), at(i.checked_sub(1)), at(i.checked_sub(2)));
    let (r1, r2) = (at(Some(i + 1)), at(Some(i + 2)));
    let (p1, p2) = (u32::from(history.before), u32::from(history.before2) << 8);
    let p12 = p1 | p2;
    let (s3, l_s3, r_s3) = (w.suffixes[2], l1.suffixes[2], r1.suffixes[2]);
    keys([
        (10, p1, 0),
        (11, p12, 0),
        (12, w.lower, p1),
        (13, l1.lower, 0),
        (14, l_s3, w.shape),
        (15, l2.lower, 0),
        (16, r1.lower, 0),
        (17, r_s3, 0),
        (18, r2.lower, 0),
        (19, s3, p1),
        (21, w.shape, p1),
        (22, l1.lower, w.lower),
        (23, w.lower, r1.lower),
        (24, r1.lower, p1),
        (25, w.class, p1),
        (26, w.class, r1.class << 16 | p1),
        (27, w.class, r1.class),
        (28, r1.class, p12),
        (29, w.shape | r1.shape << 8 | l1.shape << 16, 0),
    ])
}

/// The keys of some features: of each the number, and the two things it is about.
#[inline]
fn keys<const N: usize>(features: [(u32, u32, u32); N]) -> [u32; N] {
    features.map(|(number, a, b)| mix(a.wrapping_add(number.wrapping_mul(0x85EB_CA6B)), b))
}
