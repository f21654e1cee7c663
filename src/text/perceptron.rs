//! The averaged perceptron that tags: a flat table of features, each with a row of (label, weight) pairs.

// Tables of 256 are indexed by bytes, lists of fixed length by remainders of it and by places found in their like.
#![expect(clippy::indexing_slicing)]

use super::features::{Form, History, Lexicon, TEMPLATES, Table, forms, keys};
use super::{Document, Ptb, Tag, Upos};
use std::sync::LazyLock;

/// A trained tagger.
///
/// The file, integers in little-endian order:
/// `"DLT1"`; labels: count (u8), then length (u8) and name (`NOUN/NN`) of each; classes: count (u32), then hash of the
/// word (u32) and class (u8); sure words: count (u32), then hash (u32) and label (u8); features: count (u32), all hashes
/// (u32), the length of each row (u8), then the rows: label (u8) and weight (u8) of each pair. A weight `w` read as a
/// signed byte stands for `w * |w|`.
#[derive(Debug, Default)]
pub struct Model<'a> {
    /// Names of the labels ("NOUN/NN").
    pub labels: Vec<&'a str>,
    /// Known words.
    pub lexicon: Lexicon,
    tags: Vec<Tag>,
    rows: Index,
    /// Rows of more than [`SHORT`] pairs.
    middle: Vec<[Row; LONG / SHORT]>,
    /// Rows of more than [`LONG`] pairs, with a place for every label.
    full: Vec<Lanes>,
    /// How many [`Lanes`] a full row has.
    width: usize,
}

/// Rows with more pairs than this don't fit in the index.
const SHORT: usize = 4;
/// Rows with more pairs than this are kept in full.
const LONG: usize = 8;

/// Weights of 32 labels, two in each number, as much as the processor fetches at once. To each weight [`BIAS`] is added.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Lanes([u32; LANES]);
const LANES: usize = 16;
/// Makes every weight positive; the sum of two still fits in 16 bits.
const BIAS: u32 = 128 * 128;
/// No weights at all.
const EMPTY: Lanes = Lanes([BIAS << 16 | BIAS; LANES]);

/// Four labels and, in the upper half, their weights; as a number, so that it can be chosen without a branch. Most rows
/// have no more than four pairs. Adding up all of them, empty places too, spares a branch that the processor could not
/// foresee.
type Row = u64;

fn row_of(pairs: &[[u8; 2]]) -> Row {
    let mut bytes = [0; 8];
    for (i, &[label, weight]) in pairs.iter().enumerate().take(4) {
        (bytes[i], bytes[i + 4]) = (label, weight);
    }
    Row::from_le_bytes(bytes)
}

#[inline]
fn add(row: Row, scores: &mut [i32; 256]) {
    let [a, b, c, d, weights @ ..] = row.to_le_bytes();
    for (label, weight) in [a, b, c, d].into_iter().zip(weights) {
        scores[usize::from(label)] += SQUARES[usize::from(weight)];
    }
}

/// In place of the first label of a row: it does not fit. The upper half then says where it is among the middle or the full
/// ones.
const ELSEWHERE: u8 = 255;
const IN_MIDDLE: u16 = ELSEWHERE as u16;
const IN_FULL: u16 = 1 << 8 | ELSEWHERE as u16;

fn elsewhere(kind: u16, place: usize) -> Row {
    (place as Row) << 32 | Row::from(kind)
}

/// The rows of all features: a hash table of buckets that are compared as a whole, which hardly ever leaves the
/// processor anything to guess and takes it to memory once.
#[derive(Debug, Default)]
struct Index {
    buckets: Vec<Bucket>,
}

/// Four keys and their rows, no more than the processor fetches at once. A key 0 is none; its row is 0.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
struct Bucket {
    keys: [u32; 4],
    rows: [Row; 4],
    /// For each key that belongs here and had to go to the next bucket, the bit that its last five bits number.
    overflow: u32,
}

impl Index {
    /// An empty index with room for `n` keys.
    fn with_capacity(n: usize) -> Self {
        Index { buckets: vec![Bucket::default(); n * 3 / 8 + 1] }
    }

    fn insert(&mut self, key: u32, row: Row) {
        let mut at = self.place(key);
        while let Some(bucket) = self.buckets.get_mut(at) {
            if let Some(free) = bucket.keys.iter().position(|&k| k == 0) {
                (bucket.keys[free], bucket.rows[free]) = (key, row);
                return;
            }
            bucket.overflow |= Bucket::bit(key);
            at = (at + 1) % self.buckets.len();
        }
    }

    /// The rows of `keys`; 0 for a key that has none.
    #[inline]
    fn get<const N: usize>(&self, keys: [u32; N]) -> [Row; N] {
        const NONE: Bucket = Bucket { keys: [0; 4], rows: [0; 4], overflow: 0 };
        // All buckets are fetched before any is compared, so that they are under way together.
        let buckets = keys.map(|key| self.buckets.get(self.place(key)).unwrap_or(&NONE));
        let far = buckets
            .iter()
            .zip(&keys)
            .rev()
            .fold(0, |far, (bucket, &key)| far << 1 | u64::from(bucket.may_overflow(key)));
        let mut rows = [0; N];
        for ((row, bucket), &key) in rows.iter_mut().zip(buckets).zip(&keys) {
            *row = bucket.get(key);
        }
        let mut rest = far;
        while rest != 0 {
            let i = rest.trailing_zeros() as usize % N;
            rows[i] = self.get_beyond(keys[i]);
            rest &= rest - 1;
        }
        rows
    }

    /// The row of `key`, which may lie beyond its bucket.
    #[cold]
    fn get_beyond(&self, key: u32) -> Row {
        let mut at = self.place(key);
        while let Some(bucket) = self.buckets.get(at) {
            let row = bucket.get(key);
            if row != 0 || !bucket.may_overflow(key) {
                return row;
            }
            at = (at + 1) % self.buckets.len();
        }
        0
    }

    #[inline]
    fn place(&self, key: u32) -> usize {
        ((u64::from(key) * self.buckets.len() as u64) >> 32) as usize
    }
}

impl Bucket {
    fn bit(key: u32) -> u32 {
        1 << (key & 31)
    }

    #[inline]
    fn may_overflow(&self, key: u32) -> bool {
        self.overflow & Bucket::bit(key) != 0
    }

    #[inline]
    fn get(&self, key: u32) -> Row {
        let hits = self.keys.map(|k| Row::from(k == key).wrapping_neg());
        hits.iter().zip(self.rows).fold(0, |found, (hit, row)| found | hit & row)
    }
}

/// What a weight's byte stands for: its square, with its sign. Small weights are kept finely, large ones coarsely.
const SQUARES: [i32; 256] = {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 256 {
        let w = b as u8 as i8 as i32;
        table[b] = w * w.abs();
        b += 1;
    }
    table
};

static MODEL: LazyLock<Model<'static>> =
    LazyLock::new(|| Model::parse(include_bytes!("model/tagger.bin")).unwrap_or_default());

/// Gives every token its part of speech.
pub(super) fn tag(document: &mut Document<'_>) {
    let model = &*MODEL;
    let (mut buffer, mut labels, mut found) = (Vec::new(), Vec::new(), Found::default());
    for sentence in &document.sentences {
        let Some(tokens) = document.tokens.get_mut(sentence.tokens.clone()) else { continue };
        let text = document.text;
        forms(tokens.iter().map(|t| t.span().of(text)), &model.lexicon, &mut buffer);
        model.label_with(&buffer, &mut labels, &mut found);
        for (token, &label) in tokens.iter_mut().zip(&labels) {
            token.tag = model.tags.get(label as usize).copied().unwrap_or_default();
        }
    }
}

/// The model that the library carries.
pub fn shipped() -> &'static Model<'static> {
    &MODEL
}

impl<'a> Model<'a> {
    /// Reads a model; none when the bytes are none.
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(b"DLT1")?;
        let mut labels = Vec::new();
        for _ in 0..take(&mut rest, 1)?.first().copied()? {
            let length = usize::from(take(&mut rest, 1)?.first().copied()?);
            labels.push(std::str::from_utf8(take(&mut rest, length)?).ok()?);
        }
        let classes = table(&mut rest)?;
        let sure = table(&mut rest)?;
        let count = number(&mut rest)?;
        let (hashes, _) = take(&mut rest, count.checked_mul(4)?)?.as_chunks::<4>();
        let lengths = take(&mut rest, count)?;
        let (pairs, _) = rest.as_chunks::<2>();
        let width = labels.len().div_ceil(2 * LANES);
        let mut model = Model {
            tags: labels.iter().map(|name| parse_tag(name)).collect(),
            labels,
            lexicon: Lexicon { classes, sure },
            rows: Index::with_capacity(count),
            middle: Vec::new(),
            full: Vec::new(),
            width,
        };
        // Long rows first: what is asked for most should be where it is looked for first.
        for long in [true, false] {
            let mut start = 0;
            for (hash, &length) in hashes.iter().zip(lengths) {
                let row = pairs.get(start..start + usize::from(length))?;
                start += row.len();
                if long == (row.len() > SHORT) {
                    let row = model.keep(row);
                    model.rows.insert(u32::from_le_bytes(*hash), row);
                }
            }
        }
        Some(model)
    }

    /// Puts a row where it belongs by its length, and says what stands for it in the index.
    fn keep(&mut self, pairs: &[[u8; 2]]) -> Row {
        match pairs.len() {
            0..=SHORT => row_of(pairs),
            5..=LONG => {
                let mut rows = pairs.chunks(SHORT).map(row_of);
                self.middle.push(std::array::from_fn(|_| rows.next().unwrap_or_default()));
                elsewhere(IN_MIDDLE, self.middle.len() - 1)
            }
            _ => {
                let start = self.full.len();
                self.full.resize(start + self.width, EMPTY);
                for &[label, weight] in pairs {
                    let (part, lane) = (usize::from(label) / (2 * LANES), usize::from(label) % (2 * LANES));
                    let Some(Lanes(lanes)) = self.full.get_mut(start + part) else { continue };
                    let weight = SQUARES[usize::from(weight)] << if lane < LANES { 0 } else { 16 };
                    lanes[lane % LANES] = lanes[lane % LANES].wrapping_add_signed(weight);
                }
                elsewhere(IN_FULL, start)
            }
        }
    }

    /// The labels of a sentence, from left to right.
    pub fn label(&self, forms: &[Form], labels: &mut Vec<u8>) {
        self.label_with(forms, labels, &mut Found::default());
    }

    fn label_with(&self, forms: &[Form], labels: &mut Vec<u8>, found: &mut Found) {
        labels.clear();
        let mut history = History::START;
        for (i, form) in forms.iter().enumerate() {
            let label = form.sure.unwrap_or_else(|| self.best(keys(forms, i, history), found));
            labels.push(label);
            history.push(label);
        }
    }

    fn best(&self, keys: [u32; TEMPLATES], found: &mut Found) -> u8 {
        // First all look-ups, then all additions, hardly with a branch on what is found: the memory that one look-up
        // needs is under way while the others go on.
        let Found { short, middle, full, scores } = found;
        (short.length, middle.length, full.length) = (0, 0, 0);
        for row in self.rows.get(keys) {
            let (kind, place) = (row as u16, (row >> 32) as usize);
            short.push_if(row != 0 && row as u8 != ELSEWHERE, row);
            middle.push_if(kind == IN_MIDDLE, place);
            full.push_if(kind == IN_FULL, place);
        }
        for &[first, second] in middle.items().iter().filter_map(|&place| self.middle.get(place)) {
            short.push_if(true, first);
            short.push_if(true, second);
        }
        for (part, scores) in scores.as_chunks_mut().0.iter_mut().enumerate().take(self.width) {
            *scores = self.add_up(full.items(), part);
        }
        short.items().iter().for_each(|&row| add(row, scores));
        let used = scores.get(..self.labels.len()).unwrap_or_default();
        let top = used.iter().fold(i32::MIN, |top, &score| top.max(score));
        used.iter().position(|&score| score == top).unwrap_or_default() as u8
    }

    /// The sums of one part of some full rows.
    #[inline]
    fn add_up(&self, full: &[usize], part: usize) -> [i32; 2 * LANES] {
        let lanes = |at: usize| self.full.get(at + part).unwrap_or(&EMPTY);
        let (mut low, mut high) = ([0; LANES], [0; LANES]);
        let (twos, rest) = full.as_chunks::<2>();
        let rest = rest.iter().map(|&at| (lanes(at), &EMPTY));
        for (Lanes(a), Lanes(b)) in twos.iter().map(|&[a, b]| (lanes(a), lanes(b))).chain(rest) {
            for ((low, high), both) in low.iter_mut().zip(&mut high).zip(a.iter().zip(b).map(|(a, b)| a + b)) {
                *low += both & 0xFFFF;
                *high += both >> 16;
            }
        }
        let bias = BIAS * full.len().next_multiple_of(2) as u32;
        let mut sums = [0; 2 * LANES];
        let (first, second) = sums.split_at_mut(LANES);
        first.iter_mut().zip(low).for_each(|(sum, biased)| *sum = biased.wrapping_sub(bias) as i32);
        second.iter_mut().zip(high).for_each(|(sum, biased)| *sum = biased.wrapping_sub(bias) as i32);
        sums
    }
}

/// The rows of the features of a token, and what they add up to.
struct Found {
    /// Those of a few pairs.
    short: List<Row>,
    /// Where the middle ones are.
    middle: List<usize>,
    /// Where the full ones begin.
    full: List<usize>,
    /// The sum for each label.
    scores: [i32; 256],
}

impl Default for Found {
    fn default() -> Self {
        Found { short: List::default(), middle: List::default(), full: List::default(), scores: [0; 256] }
    }
}

/// A list that grows without a branch, up to 128 items.
struct List<T> {
    items: [T; 128],
    length: usize,
}

impl<T: Copy + Default> Default for List<T> {
    fn default() -> Self {
        List { items: [T::default(); 128], length: 0 }
    }
}

impl<T: Copy> List<T> {
    /// Adds an item if `kept`.
    #[inline]
    fn push_if(&mut self, kept: bool, item: T) {
        self.items[self.length % 128] = item;
        self.length += usize::from(kept);
    }

    fn items(&self) -> &[T] {
        self.items.get(..self.length).unwrap_or(&self.items)
    }
}

const _: () = assert!(TEMPLATES * LONG / SHORT < 128, "all rows of a token fit in a list");

fn take<'a>(rest: &mut &'a [u8], n: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(n)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let bytes = take(rest, 4)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes) as usize)
}

fn table(rest: &mut &[u8]) -> Option<Table> {
    let count = number(rest)?;
    let (entries, _) = take(rest, count.checked_mul(5)?)?.as_chunks::<5>();
    let mut table = Table::with_capacity(count);
    for [a, b, c, d, value] in entries {
        table.insert(u32::from_le_bytes([*a, *b, *c, *d]), u32::from(*value));
    }
    Some(table)
}

/// The tag that a treebank writes "NOUN/NN".
pub fn parse_tag(name: &str) -> Tag {
    let (upos, xpos) = name.split_once('/').unwrap_or((name, ""));
    let upos = match upos {
        "ADJ" => Upos::Adj,
        "ADP" => Upos::Adp,
        "ADV" => Upos::Adv,
        "AUX" => Upos::Aux,
        "CCONJ" => Upos::Cconj,
        "DET" => Upos::Det,
        "INTJ" => Upos::Intj,
        "NOUN" => Upos::Noun,
        "NUM" => Upos::Num,
        "PART" => Upos::Part,
        "PRON" => Upos::Pron,
        "PROPN" => Upos::Propn,
        "PUNCT" => Upos::Punct,
        "SCONJ" => Upos::Sconj,
        "SYM" => Upos::Sym,
        "VERB" => Upos::Verb,
        _ => Upos::X,
    };
    let ptb = match xpos {
        "CC" => Ptb::Cc,
        "CD" => Ptb::Cd,
        "DT" => Ptb::Dt,
        "EX" => Ptb::Ex,
        "FW" => Ptb::Fw,
        "IN" => Ptb::In,
        "JJ" => Ptb::Jj,
        "JJR" => Ptb::Jjr,
        "JJS" => Ptb::Jjs,
        "MD" => Ptb::Md,
        "NN" => Ptb::Nn,
        "NNP" => Ptb::Nnp,
        "NNPS" => Ptb::Nnps,
        "NNS" => Ptb::Nns,
        "PDT" => Ptb::Pdt,
        "POS" => Ptb::Pos,
        "PRP" => Ptb::Prp,
        "PRP$" => Ptb::PrpS,
        "RB" => Ptb::Rb,
        "RBR" => Ptb::Rbr,
        "RBS" => Ptb::Rbs,
        "RP" => Ptb::Rp,
        "TO" => Ptb::To,
        "UH" => Ptb::Uh,
        "VB" => Ptb::Vb,
        "VBD" => Ptb::Vbd,
        "VBG" => Ptb::Vbg,
        "VBN" => Ptb::Vbn,
        "VBP" => Ptb::Vbp,
        "VBZ" => Ptb::Vbz,
        "WDT" => Ptb::Wdt,
        "WP" => Ptb::Wp,
        "WP$" => Ptb::WpS,
        "WRB" => Ptb::Wrb,
        "." | "," | ":" | "``" | "''" | "-LRB-" | "-RRB-" | "HYPH" | "NFP" | "$" | "SYM" => Ptb::Punct,
        _ => Ptb::Other,
    };
    Tag { upos, ptb }
}
