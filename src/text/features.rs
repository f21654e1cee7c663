//! What the tagger looks at: the form of a word and of its neighbours, and the tags given so far. The trainer and the
//! tagger share this file, so the two can't drift apart.

use super::token::is_invisible;

/// How many features a token has.
pub const TEMPLATES: usize = 31;

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
    /// The class of a word in lower case: words of one class take the same set of tags.
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
    class: u32,
    may_be_sure: bool,
    /// The label of an unambiguous word.
    pub sure: Option<u8>,
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
        first &= !begins.is_some_and(char::is_alphanumeric);
        form.may_be_sure = case == Case::Normal || begins.is_some_and(|c| !c.is_uppercase());
        forms.push(form);
    }
    // All look-ups together, so that the memory that one needs is under way while the others go on.
    for form in forms {
        form.class += lexicon.classes.get(form.lower).unwrap_or(0);
        let sure = lexicon.sure.get(form.exact).map(|label| label as u8);
        form.sure = sure.filter(|_| form.may_be_sure);
    }
}

/// The hash of a word in lower case, as in [`Form::lower`].
pub fn form(word: &str) -> Form {
    let collapses = word.len() != 4;
    if word.is_ascii() {
        return form_of(word.bytes().map(|b| normal_ascii(char::from(b))), collapses);
    }
    form_of(word.chars().filter_map(normal), collapses)
}

/// The same for its normal characters. `collapses`: several digits count as one.
#[inline]
fn form_of(word: impl DoubleEndedIterator<Item = (char, char)> + Clone, collapses: bool) -> Form {
    // The same until the first capital.
    let (mut exact, mut lower) = (SEED, SEED);
    let mut prefixes = [0; 2];
    let (mut length, mut digit_before) = (0usize, false);
    let (mut digits, mut capitals, mut letters, mut hyphens) = (0usize, 0usize, 0usize, 0usize);
    let mut first_capital = false;
    for (plain, low) in word.clone() {
        if plain == '0' {
            digits += 1;
            if std::mem::replace(&mut digit_before, true) && collapses {
                continue;
            }
        } else {
            digit_before = false;
            letters += usize::from(plain.is_alphabetic());
            hyphens += usize::from(plain == '-');
            if plain != low {
                capitals += 1;
                first_capital |= length == 0;
            }
        }
        let same = capitals == 0;
        lower = mix(lower, low as u32);
        exact = if same { lower } else { mix(exact, plain as u32) };
        length += 1;
        match length {
            2 => prefixes[0] = lower,
            3 => prefixes[1] = lower,
            _ => {}
        }
    }
    let mut suffixes = [0; 4];
    let mut suffix = SEED;
    for (slot, (_, low)) in suffixes.iter_mut().zip(word.rev()) {
        suffix = mix(suffix, low as u32);
        *slot = suffix;
    }
    let shape = match (letters, digits) {
        (0, 0) => 0,
        (0, _) => 1,
        (_, 1..) => 2 + u32::from(capitals > 0),
        (1, 0) if capitals == 1 => 4,
        _ if capitals == 0 => 5,
        _ if capitals == letters => 6,
        _ if first_capital && capitals == 1 => 7,
        _ if first_capital => 8,
        _ => 9,
    };
    let shape = if letters > 0 && hyphens > 0 { 10 + u32::from(first_capital) } else { shape };
    Form { exact, lower, suffixes, prefixes, shape, class: 0, may_be_sure: false, sure: None }
}

const INNER_CAPITAL: u32 = 512;
const SEED: u32 = 0x9E37_79B9;

/// Mixes `b` into the hash `a`.
#[inline]
pub fn mix(a: u32, b: u32) -> u32 {
    let m = (u64::from(a ^ 0x5BD1_E995)).wrapping_mul(0x9FB2_1C65_1E98_DF25) ^ u64::from(b);
    let m = m.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (m >> 32) as u32 ^ m as u32
}

/// A character with quotes and dashes made plain and digits collapsed, and the same in lower case.
fn normal(c: char) -> Option<(char, char)> {
    if c.is_ascii() { Some(normal_ascii(c)) } else { normal_beyond_ascii(c) }
}

#[inline]
fn normal_ascii(c: char) -> (char, char) {
    if c.is_ascii_digit() { ('0', '0') } else { (c, c.to_ascii_lowercase()) }
}

fn normal_beyond_ascii(c: char) -> Option<(char, char)> {
    let plain = match c {
        '‘' | '’' | 'ʼ' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        c if is_invisible(c) => return None,
        c if c.is_numeric() => '0',
        c => c,
    };
    Some((plain, plain.to_lowercase().next().unwrap_or(plain)))
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

/// The keys of the features of token `i`.
#[inline]
pub fn keys(forms: &[Form], i: usize, history: History) -> [u32; TEMPLATES] {
    const OUTSIDE: Form = Form {
        exact: 7,
        lower: 7,
        suffixes: [7; 4],
        prefixes: [7; 2],
        shape: 255,
        class: 256,
        may_be_sure: false,
        sure: None,
    };
    let at = |i: Option<usize>| i.and_then(|i| forms.get(i)).unwrap_or(&OUTSIDE);
    let (w, l1, l2) = (at(Some(i)), at(i.checked_sub(1)), at(i.checked_sub(2)));
    let (r1, r2) = (at(Some(i + 1)), at(Some(i + 2)));
    let (p1, p2) = (u32::from(history.before), u32::from(history.before2) << 8);
    let p12 = p1 | p2;
    let [_, s2, s3, s4] = w.suffixes;
    let (l_s3, r_s3) = (l1.suffixes[2], r1.suffixes[2]);
    let parts: [(u32, u32); TEMPLATES] = [
        (0, 0),
        (w.lower, 0),
        (w.suffixes[0], 0),
        (s2, 0),
        (s3, 0),
        (s4, 0),
        (w.prefixes[0], 0),
        (w.prefixes[1], 0),
        (w.shape, 0),
        (p1, 0),
        (p12, 0),
        (w.lower, p1),
        (l1.lower, 0),
        (l_s3, w.shape),
        (l2.lower, 0),
        (r1.lower, 0),
        (r_s3, 0),
        (r2.lower, 0),
        (s3, p1),
        (s3, w.shape),
        (w.shape, p1),
        (l1.lower, w.lower),
        (w.lower, r1.lower),
        (r1.lower, p1),
        (w.class, p1),
        (w.class, r1.class << 16 | p1),
        (w.class, r1.class),
        (r1.class, p12),
        (w.shape | r1.shape << 8 | l1.shape << 16, 0),
        (w.exact, w.shape),
        (w.class, w.shape),
    ];
    let mut keys = [0; TEMPLATES];
    for (template, (key, (a, b))) in keys.iter_mut().zip(parts).enumerate() {
        *key = mix(a.wrapping_add((template as u32 + 1).wrapping_mul(0x85EB_CA6B)), b);
    }
    keys
}
