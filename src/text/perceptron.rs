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
    /// Where the row of a feature begins (in blocks, upper 24 bits) and how many blocks it has (lower 8); or which of
    /// the full rows it is, and [`FULL`].
    rows: Table,
    /// The rows that weigh most labels, each with a place for every label.
    full: Vec<i16>,
    /// The first block is that of an unknown feature: it weighs nothing.
    blocks: Vec<Block>,
}

/// Rows with more pairs than this are kept in full.
const LONG: usize = 24;
/// Marks a full row.
const FULL: u32 = 255;

/// Four labels and their weights. Most rows fit in one; adding up all of it, empty places too, spares a branch that the
/// processor could not foresee.
#[derive(Debug, Clone, Copy, Default)]
struct Block {
    labels: [u8; 4],
    weights: [u8; 4],
}

impl Block {
    #[inline]
    fn add(&self, scores: &mut [i32; 256]) {
        for (&label, &weight) in self.labels.iter().zip(&self.weights) {
            scores[label as usize] += SQUARES[weight as usize];
        }
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
        let mut rows = Table::with_capacity(count);
        let mut blocks = Vec::with_capacity(count + pairs.len() / 4);
        blocks.push(Block::default());
        let (mut start, mut full) = (0, Vec::new());
        for (hash, &length) in hashes.iter().zip(lengths) {
            let row = pairs.get(start..start + usize::from(length))?;
            start += row.len();
            if row.len() > LONG {
                rows.insert(u32::from_le_bytes(*hash), ((full.len() / labels.len()) as u32) << 8 | FULL);
                let empty = full.len();
                full.resize(empty + labels.len(), 0i16);
                for &[label, weight] in row {
                    *full.get_mut(empty + usize::from(label))? = SQUARES[usize::from(weight)] as i16;
                }
                continue;
            }
            let value = (blocks.len() as u32) << 8 | row.len().div_ceil(4) as u32;
            rows.insert(u32::from_le_bytes(*hash), value);
            for four in row.chunks(4) {
                let mut block = Block::default();
                for (i, &[label, weight]) in four.iter().enumerate() {
                    (block.labels[i], block.weights[i]) = (label, weight);
                }
                blocks.push(block);
            }
        }
        let tags = labels.iter().map(|name| parse_tag(name)).collect();
        Some(Model { labels, lexicon: Lexicon { classes, sure }, tags, rows, full, blocks })
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

    fn best(&self, forms: &[Form], i: usize, history: History, scores: &mut [i32; 256]) -> u8 {
        let used = self.labels.len().min(256);
        scores[..used].fill(0);
        // Three short loops rather than one: the memory that one needs is under way while the others are looked up.
        let mut rows = [1u32; TEMPLATES];
        for (row, key) in rows.iter_mut().zip(keys(forms, i, history)) {
            *row = self.rows.get(key).unwrap_or(1);
        }
        let mut firsts = [Block::default(); TEMPLATES];
        for (first, row) in firsts.iter_mut().zip(rows) {
            let start = if row & 255 == FULL { 0 } else { row >> 8 };
            *first = self.blocks.get(start as usize).copied().unwrap_or_default();
        }
        for (first, row) in firsts.iter().zip(rows) {
            first.add(scores);
            let (start, count) = ((row >> 8) as usize, row & 255);
            if count == FULL {
                let weights = self.full.get(start * used..(start + 1) * used).unwrap_or_default();
                for (score, &weight) in scores.iter_mut().zip(weights) {
                    *score += i32::from(weight);
                }
            } else if count > 1 {
                let rest = self.blocks.get(start + 1..start + count as usize).unwrap_or_default();
                rest.iter().for_each(|block| block.add(scores));
            }
        }
        let top = scores[..used].iter().fold(i32::MIN, |top, &score| top.max(score));
        scores[..used].iter().position(|&score| score == top).unwrap_or_default() as u8
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
