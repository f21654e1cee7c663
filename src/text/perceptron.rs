//! The averaged perceptron that tags: a flat table of features, each with a row of (label, weight) pairs.

// Lists of fixed length are indexed by remainders of it and by places found in their like.
#![expect(clippy::indexing_slicing)]

use super::features::{AROUND, Form, History, Lexicon, OWN, Table, form, forms, keys_around, own_keys};
use super::{Document, Ptb, Tag, Upos};
use std::sync::LazyLock;

/// A trained tagger.
///
/// The file, integers in little-endian order:
/// `"DLT2"`; labels: count (u8), then length (u8) and name (`NOUN/NN`) of each; classes: count (u32), then hash of the
/// word (u32) and class (u8); sure words: count (u32), then hash (u32) and label (u8); plain words: count (u32), then length
/// (u8) and text of each; features: count (u32), all hashes (u32), the length of each row (u8), then the rows: label (u8) and
/// weight (i8) of each pair. Labels from the [`LABELS`]th on are for sure words alone.
#[derive(Debug)]
pub struct Model<'a> {
    /// Names of the labels ("NOUN/NN").
    pub labels: Vec<&'a str>,
    /// Known words.
    pub lexicon: Lexicon,
    tags: Vec<Tag>,
    rows: Index,
    /// Rows of more than [`SHORT`] pairs.
    full: Vec<Weights>,
    /// What the features of a frequent word add up to that look at it alone.
    plain: Vec<Sums>,
}

/// Rows with more pairs than this don't fit in the index.
const SHORT: usize = 4;
/// As many labels are chosen among.
pub const LABELS: usize = 64;

/// The weight of every label, no more than the processor fetches at once. To each [`BIAS`] is added, so that sums of them
/// can be told apart although two share a number.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Weights([u8; LABELS]);
const BIAS: u8 = 128;

/// What weights add up to, for each label.
type Sums = [i16; LABELS];

/// Four weights and, in the upper half, their labels; as a number, so that it can be chosen without a branch. Most rows
/// have no more than four pairs. Adding up all of them, empty places too, spares a branch that the processor could not
/// foresee. No row at all is 0.
type Row = u64;

/// Two bits that no label has: what the row is.
const IS_SHORT: Row = 1 << 62;
/// It does not fit: the lower half says where it is among the full ones.
const IS_FULL: Row = 1 << 63;

fn row_of(pairs: &[[u8; 2]]) -> Row {
    let mut bytes = [0; 8];
    for (i, &[label, weight]) in pairs.iter().enumerate().take(SHORT) {
        (bytes[i], bytes[i + SHORT]) = (weight, label % LABELS as u8);
    }
    Row::from_le_bytes(bytes) | IS_SHORT
}

#[inline]
fn add(row: Row, scores: &mut Sums) {
    let [a, b, c, d, labels @ ..] = row.to_le_bytes();
    for (label, weight) in labels.into_iter().zip([a, b, c, d]) {
        scores[usize::from(label) % LABELS] += i16::from(weight.cast_signed());
    }
}

/// The rows of all features: a hash table of buckets that are compared as a whole, which hardly ever leaves the
/// processor anything to guess and takes it to memory once.
#[derive(Debug)]
struct Index {
    buckets: Box<[Bucket; BUCKETS]>,
}

/// As many as the first bits of a key number.
const BUCKETS: usize = 1 << 15;

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
    /// The most keys that it takes: where more buckets are full, too many keys lie far from their own.
    const ROOM: usize = BUCKETS * 3;

    /// None when memory is short.
    fn new() -> Option<Self> {
        let buckets = vec![Bucket::default(); BUCKETS].into_boxed_slice().try_into().ok()?;
        Some(Index { buckets })
    }

    fn insert(&mut self, key: u32, row: Row) {
        let mut at = place(key);
        for _ in 0..BUCKETS {
            let bucket = &mut self.buckets[at];
            if let Some(free) = bucket.keys.iter().position(|&k| k == 0) {
                (bucket.keys[free], bucket.rows[free]) = (key, row);
                return;
            }
            bucket.overflow |= bit(key);
            at = (at + 1) % BUCKETS;
        }
    }

    /// The bucket where a key is, if it is not beyond.
    #[inline]
    fn bucket(&self, key: u32) -> &Bucket {
        &self.buckets[place(key)]
    }

    /// The row of a key that lies beyond its bucket, if it does.
    #[cold]
    fn get_beyond(&self, key: u32) -> Row {
        let mut at = place(key);
        for _ in 0..BUCKETS {
            if self.buckets[at].overflow & bit(key) == 0 {
                break;
            }
            at = (at + 1) % BUCKETS;
            let row = self.buckets[at].get(key);
            if row != 0 {
                return row;
            }
        }
        0
    }
}

#[inline]
fn place(key: u32) -> usize {
    (key >> (u32::BITS - BUCKETS.ilog2())) as usize
}

fn bit(key: u32) -> u32 {
    1 << (key & 31)
}

impl Bucket {
    #[inline]
    fn get(&self, key: u32) -> Row {
        let hits = self.keys.map(|k| Row::from(k == key).wrapping_neg());
        hits.iter().zip(self.rows).fold(0, |found, (hit, row)| found | hit & row)
    }
}

static MODEL: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::parse(include_bytes!("model/tagger.bin")));

/// Gives every token its part of speech.
pub(super) fn tag(document: &mut Document<'_>) {
    let Some(model) = &*MODEL else { return };
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
pub fn shipped() -> Option<&'static Model<'static>> {
    MODEL.as_ref()
}

impl<'a> Model<'a> {
    /// Reads a model; none when the bytes are none.
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(b"DLT2")?;
        let mut labels = Vec::new();
        for _ in 0..take(&mut rest, 1)?.first().copied()? {
            let length = usize::from(take(&mut rest, 1)?.first().copied()?);
            labels.push(std::str::from_utf8(take(&mut rest, length)?).ok()?);
        }
        let classes = table(&mut rest)?;
        let sure = table(&mut rest)?;
        let mut words = Vec::new();
        for _ in 0..number(&mut rest)? {
            let length = usize::from(take(&mut rest, 1)?.first().copied()?);
            words.push(std::str::from_utf8(take(&mut rest, length)?).ok()?);
        }
        let count = number(&mut rest)?;
        let (hashes, _) = take(&mut rest, count.checked_mul(4)?)?.as_chunks::<4>();
        let lengths = take(&mut rest, count)?;
        if count > Index::ROOM {
            return None;
        }
        let (pairs, _) = rest.as_chunks::<2>();
        let mut model = Model {
            tags: labels.iter().map(|name| parse_tag(name)).collect(),
            labels,
            lexicon: Lexicon { classes, sure },
            rows: Index::new()?,
            full: Vec::with_capacity(lengths.iter().filter(|&&length| usize::from(length) > SHORT).count()),
            plain: Vec::with_capacity(words.len()),
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
        let mut found = Found::default();
        for word in words {
            let mut form = form(word);
            form.class = model.lexicon.classes.get(form.lower)?;
            found.clear();
            model.look_up(own_keys(&form), &mut found);
            model.plain.push(model.add_up(&found));
            model.lexicon.classes.insert(form.lower, form.class | (model.plain.len() as u32) << 8);
        }
        Some(model)
    }

    /// Puts a row where it belongs by its length, and says what stands for it in the index.
    fn keep(&mut self, pairs: &[[u8; 2]]) -> Row {
        if pairs.len() <= SHORT {
            return row_of(pairs);
        }
        let mut weights = [BIAS; LABELS];
        for &[label, weight] in pairs {
            weights[usize::from(label) % LABELS] = weight.wrapping_add(BIAS);
        }
        self.full.push(Weights(weights));
        IS_FULL | (self.full.len() - 1) as Row
    }

    /// The labels of a sentence, from left to right.
    pub fn label(&self, forms: &[Form], labels: &mut Vec<u8>) {
        self.label_with(forms, labels, &mut Found::default());
    }

    fn label_with(&self, forms: &[Form], labels: &mut Vec<u8>, found: &mut Found) {
        labels.clear();
        let mut history = History::START;
        for (i, form) in forms.iter().enumerate() {
            let label = form.sure.unwrap_or_else(|| self.best(form, keys_around(forms, i, history), found));
            labels.push(label);
            history.push(label);
        }
    }

    fn best(&self, form: &Form, around: [u32; AROUND], found: &mut Found) -> u8 {
        found.clear();
        let own = form.sum.checked_sub(1).and_then(|at| self.plain.get(at as usize));
        if own.is_none() {
            self.look_up(own_keys(form), found);
        }
        self.look_up(around, found);
        let mut scores = self.add_up(found);
        if let Some(own) = own {
            scores.iter_mut().zip(own).for_each(|(score, own)| *score += own);
        }
        let used = scores.get(..self.labels.len()).unwrap_or(&scores);
        let top = used.iter().fold(i16::MIN, |top, &score| top.max(score));
        used.iter().position(|&score| score == top).unwrap_or_default() as u8
    }

    /// Adds the rows of `keys` to those found.
    #[inline]
    fn look_up<const N: usize>(&self, keys: [u32; N], found: &mut Found) {
        // All buckets are fetched before any is compared, hardly with a branch on what they hold: the memory that one needs
        // is under way while the others go on.
        let mut beyond = keys.iter().enumerate().fold(0, |beyond, (i, &key)| {
            let far = self.rows.bucket(key).overflow & bit(key) != 0;
            beyond | u32::from(far) << i
        });
        keys.iter().for_each(|&key| found.push(self.rows.bucket(key).get(key)));
        while beyond != 0 {
            found.push(self.rows.get_beyond(keys[beyond.trailing_zeros() as usize % N]));
            beyond &= beyond - 1;
        }
    }

    /// The sums of all rows that were found.
    #[inline]
    fn add_up(&self, found: &Found) -> Sums {
        let mut sums = self.add_up_full(found.full.items());
        found.short.items().iter().for_each(|&row| add(row, &mut sums));
        sums
    }

    /// The sums of some full rows.
    #[inline]
    fn add_up_full(&self, full: &[Row]) -> Sums {
        // Two weights as one number, and the second ones again: what is over in the sum of the former is the first ones'.
        let (mut both, mut second) = ([0u16; LABELS / 2], [0u16; LABELS / 2]);
        for Weights(weights) in full.iter().filter_map(|&row| self.full.get(row as u32 as usize)) {
            for ((both, second), &pair) in both.iter_mut().zip(&mut second).zip(weights.as_chunks().0) {
                let pair = u16::from_le_bytes(pair);
                *both = both.wrapping_add(pair);
                *second += pair >> 8;
            }
        }
        let bias = full.len() as u16 * u16::from(BIAS);
        let mut sums = [0; LABELS];
        for ((sums, both), second) in sums.as_chunks_mut().0.iter_mut().zip(both).zip(second) {
            let first = both.wrapping_sub(second << 8);
            *sums = [first, second].map(|sum| sum.wrapping_sub(bias).cast_signed());
        }
        sums
    }
}

/// The rows of the features of a token.
#[derive(Default)]
struct Found {
    /// Those of a few pairs.
    short: List,
    /// Those that stand for full ones.
    full: List,
}

impl Found {
    fn clear(&mut self) {
        (self.short.length, self.full.length) = (0, 0);
    }

    #[inline]
    fn push(&mut self, row: Row) {
        self.short.push_if(row & IS_SHORT != 0, row);
        self.full.push_if(row & IS_FULL != 0, row);
    }
}

/// A list of rows that grows without a branch. A row is in one list, and a key has one row.
#[derive(Default)]
struct List {
    rows: [Row; 32],
    length: usize,
}

impl List {
    /// Adds a row if `kept`.
    #[inline]
    fn push_if(&mut self, kept: bool, row: Row) {
        self.rows[self.length % 32] = row;
        self.length += usize::from(kept);
    }

    fn items(&self) -> &[Row] {
        self.rows.get(..self.length).unwrap_or(&self.rows)
    }
}

const _: () = assert!(OWN + AROUND < 32, "all rows of a token fit in a list");

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
