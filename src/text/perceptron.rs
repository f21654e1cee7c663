//! The averaged perceptron that tags: a flat table of features, each with a row of (label, weight) pairs.

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
    /// Where the row of a feature begins (in blocks, upper 24 bits) and how many blocks it has (lower 8); or where the
    /// full row is, and [`FULL`].
    rows: Index,
    /// The rows that weigh most labels, each with a place for every label.
    full: Vec<Lanes>,
    /// How many [`Lanes`] a full row has.
    width: usize,
    blocks: Vec<Block>,
}

/// Rows with more pairs than this are kept in full.
const LONG: usize = 12;
/// Marks a full row.
const FULL: u32 = 255;

/// Places for as many labels as fit in the processor's registers while rows are added up.
type Lanes = [i32; LANES];
const LANES: usize = 32;

/// Four labels and their weights. Most rows fit in one; adding up all of it, empty places too, spares a branch that the
/// processor could not foresee.
#[derive(Debug, Clone, Copy, Default)]
struct Block {
    labels: [u8; 4],
    weights: [u8; 4],
}

impl Block {
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "a byte into 256 places")]
    fn add(&self, scores: &mut [i32; 256]) {
        for (&label, &weight) in self.labels.iter().zip(&self.weights) {
            scores[label as usize] += SQUARES[weight as usize];
        }
    }
}

/// Where the row of each feature is: a hash table of buckets that are compared as a whole, which hardly ever leaves the
/// processor anything to guess.
#[derive(Debug, Default)]
struct Index {
    buckets: Vec<Bucket>,
}

/// Four keys and their values; 0 is none. What does not fit goes to the next bucket.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(32))]
struct Bucket {
    keys: [u32; 4],
    values: [u32; 4],
}

impl Index {
    /// An empty index with room for `n` keys.
    fn with_capacity(n: usize) -> Self {
        Index { buckets: vec![Bucket::default(); (n / 3).next_power_of_two()] }
    }

    #[expect(clippy::indexing_slicing, reason = "the place was found in an array as long")]
    fn insert(&mut self, key: u32, value: u32) {
        let (key, mask) = (key.max(1), self.buckets.len().wrapping_sub(1));
        let mut at = key as usize & mask;
        while let Some(bucket) = self.buckets.get_mut(at) {
            if let Some(free) = bucket.keys.iter().position(|&k| k == 0) {
                (bucket.keys[free], bucket.values[free]) = (key, value);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// The bucket in which `key` lies, unless that is full.
    #[inline]
    fn bucket(&self, key: u32) -> Bucket {
        let mask = self.buckets.len().wrapping_sub(1);
        self.buckets.get(key.max(1) as usize & mask).copied().unwrap_or_default()
    }

    /// The value of `key`, given its bucket; 0 when it has none.
    #[inline]
    fn get(&self, key: u32, bucket: &Bucket) -> u32 {
        let key = key.max(1);
        let value = bucket.get(key);
        if value != 0 || bucket.keys[3] == 0 { value } else { self.get_beyond(key) }
    }

    #[cold]
    fn get_beyond(&self, key: u32) -> u32 {
        let mask = self.buckets.len().wrapping_sub(1);
        let mut at = key as usize & mask;
        while let Some(bucket) = self.buckets.get(at) {
            let value = bucket.get(key);
            if value != 0 || bucket.keys[3] == 0 {
                return value;
            }
            at = (at + 1) & mask;
        }
        0
    }
}

impl Bucket {
    #[inline]
    fn get(&self, key: u32) -> u32 {
        let hits = self.keys.map(|k| if k == key { u32::MAX } else { 0 });
        hits.iter().zip(self.values).fold(0, |sum, (hit, value)| sum | hit & value)
    }
}

/// What a weight's byte stands for: its square, with its sign. Small weights are kept finely, large ones coarsely.
#[expect(clippy::indexing_slicing, reason = "computed by the compiler")]
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
    let (mut buffer, mut labels) = (Vec::new(), Vec::new());
    for sentence in &document.sentences {
        let Some(tokens) = document.tokens.get_mut(sentence.tokens.clone()) else { continue };
        let text = document.text;
        forms(tokens.iter().map(|t| t.span().of(text)), &model.lexicon, &mut buffer);
        model.label(&buffer, &mut labels);
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
        let mut rows = Index::with_capacity(count);
        let mut blocks = Vec::with_capacity(count + pairs.len() / 4);
        let width = labels.len().div_ceil(LANES);
        let (mut start, mut full): (_, Vec<Lanes>) = (0, Vec::new());
        for (hash, &length) in hashes.iter().zip(lengths) {
            let row = pairs.get(start..start + usize::from(length))?;
            start += row.len();
            if row.len() > LONG {
                let empty = full.len();
                rows.insert(u32::from_le_bytes(*hash), (empty as u32) << 8 | FULL);
                full.resize(empty + width, [0; LANES]);
                for &[label, weight] in row {
                    let label = usize::from(label);
                    *full.get_mut(empty + label / LANES)?.get_mut(label % LANES)? =
                        *SQUARES.get(usize::from(weight))?;
                }
                continue;
            }
            let value = (blocks.len() as u32) << 8 | row.len().div_ceil(4) as u32;
            rows.insert(u32::from_le_bytes(*hash), value);
            for four in row.chunks(4) {
                let mut block = Block::default();
                for ((to, by), &[label, weight]) in block.labels.iter_mut().zip(&mut block.weights).zip(four) {
                    (*to, *by) = (label, weight);
                }
                blocks.push(block);
            }
        }
        let tags = labels.iter().map(|name| parse_tag(name)).collect();
        Some(Model { labels, lexicon: Lexicon { classes, sure }, tags, rows, full, width, blocks })
    }

    /// The labels of a sentence, from left to right.
    pub fn label(&self, forms: &[Form], labels: &mut Vec<u8>) {
        labels.clear();
        let mut history = History::START;
        let mut scores = [0i32; 256];
        for (i, form) in forms.iter().enumerate() {
            let label = form.sure.unwrap_or_else(|| self.best(forms, i, history, &mut scores));
            labels.push(label);
            history.push(label);
        }
    }

    #[expect(clippy::indexing_slicing, reason = "remainders by the lengths of what they index")]
    fn best(&self, forms: &[Form], i: usize, history: History, scores: &mut [i32; 256]) -> u8 {
        // First all look-ups, without a branch on what they find, then all additions: the memory that one needs is
        // under way while the others go on.
        let (mut short, mut shorts) = ([0u32; TEMPLATES + 1], 0);
        let (mut full, mut fulls) = ([0u32; TEMPLATES + 1], 0);
        let keys = keys(forms, i, history);
        let buckets = keys.map(|key| self.rows.bucket(key));
        for (&key, bucket) in keys.iter().zip(&buckets) {
            let row = self.rows.get(key, bucket);
            let is_full = row & 255 == FULL;
            (short[shorts % short.len()], full[fulls % full.len()]) = (row, row >> 8);
            shorts += usize::from(row != 0 && !is_full);
            fulls += usize::from(is_full);
        }
        let full = full.get(..fulls).unwrap_or_default();
        for (part, scores) in scores.as_chunks_mut().0.iter_mut().enumerate().take(self.width) {
            let mut sums: Lanes = [0; LANES];
            for &row in full {
                let Some(weights) = self.full.get(row as usize + part) else { continue };
                sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
            *scores = sums;
        }
        for row in short.iter().take(shorts) {
            let (start, count) = ((row >> 8) as usize, (row & 255) as usize);
            let blocks = self.blocks.get(start..start + count).unwrap_or_default();
            blocks.iter().for_each(|block| block.add(scores));
        }
        let used = scores.get(..self.labels.len()).unwrap_or_default();
        let top = used.iter().fold(i32::MIN, |top, &score| top.max(score));
        used.iter().position(|&score| score == top).unwrap_or_default() as u8
    }
}

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
