//! Trains the tagger and the lemma rules from treebanks, and measures them.
//!
//!     cargo run --release --example train_tagger -- --help

use dateline::text::features::{AROUND, Form, History, Lexicon, OWN, Table, form, forms, keys_around, own_keys};
use dateline::text::lemma::{LONGEST_SUFFIX, Rules, group, rule_key};
use dateline::text::perceptron::{LABELS, Model, parse_tag};
use dateline::text::{self, Tag};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

const HELP: &str = "\
Trains the part-of-speech tagger and the lemma rules from CoNLL-U treebanks, and measures them.

    train_tagger [OPTIONS] TREEBANK.conllu...

    --test FILE     measures accuracy on this treebank (gold tokens); may be given again
    --out DIR       writes tagger.bin and lemma.bin there; without it nothing is written
    --shipped       trains nothing: measures the model that the library carries
    --errors        prints every word with a wrong PTB tag: gold, guess, word, and the words around it
    --passes N      passes over the treebanks [20]
    --help          this text

The same treebanks give the same bytes. What the library carries was made by

    train_tagger --out src/text/model ewt_train.conllu gumcc_train.conllu
";

/// Features and labels that occur more rarely are left out.
const MINIMUM: u32 = 3;
/// Words that occur more rarely have no class.
const MINIMUM_CLASS: u32 = 5;
/// In training each feature is overlooked one time in so many, so that no decision hangs on a single one.
const OVERLOOK: u64 = 4;
/// Averaged weights that are smaller are left out.
const PRUNE: f64 = 1.5;
/// Larger weights are cut down to this: so the others are told apart more finely.
const LARGEST: f64 = 18.0;
/// Words this frequent that nearly always have the same label skip the perceptron.
const SURE_COUNT: u32 = 10;
const SURE_SHARE: f64 = 0.993;
/// One sentence in so many is also learnt as a headline, Like This, and one as a cry, LIKE THIS.
const TITLE_EVERY: usize = 12;
const UPPER_EVERY: usize = 40;

struct Arguments {
    train: Vec<PathBuf>,
    test: Vec<PathBuf>,
    out: Option<PathBuf>,
    shipped: bool,
    errors: bool,
    passes: usize,
}

/// A token of a treebank.
#[derive(Clone)]
struct Word {
    word: String,
    label: String,
    lemma: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let Some(arguments) = arguments()? else {
        print!("{HELP}");
        return Ok(());
    };
    let (tagger, lemmas);
    if arguments.shipped {
        (tagger, lemmas) = (None, None);
    } else {
        let mut sentences = Vec::new();
        for path in &arguments.train {
            sentences.extend(read_treebank(path)?);
        }
        let clock = Instant::now();
        let rules = learn_lemmas(&sentences);
        let bytes = train(&sentences, arguments.passes);
        eprintln!(
            "trained in {:.1} s: tagger {} bytes, lemmas {} bytes",
            clock.elapsed().as_secs_f64(),
            bytes.len(),
            rules.len()
        );
        if let Some(directory) = &arguments.out {
            std::fs::write(directory.join("tagger.bin"), &bytes)?;
            std::fs::write(directory.join("lemma.bin"), &rules)?;
        }
        (tagger, lemmas) = (Some(bytes), Some(rules));
    }
    let shipped = include_bytes!("../src/text/model/tagger.bin");
    let model = Model::parse(tagger.as_deref().unwrap_or(shipped)).ok_or("not a model")?;
    let rules = match &lemmas {
        Some(bytes) => Some(Rules::parse(bytes).ok_or("no lemma rules")?),
        None => None,
    };
    println!(
        "{:28} {:>7} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
        "", "tokens", "UPOS", "XPOS", "verb P", "verb R", "lem V", "lem NNS"
    );
    for path in &arguments.test {
        measure(path, &model, rules.as_ref(), arguments.errors)?;
    }
    Ok(())
}

fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut found =
        Arguments { train: Vec::new(), test: Vec::new(), out: None, shipped: false, errors: false, passes: 20 };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(None),
            Long("test") => found.test.push(parser.value()?.into()),
            Long("out") => found.out = Some(parser.value()?.into()),
            Long("shipped") => found.shipped = true,
            Long("errors") => found.errors = true,
            Long("passes") => found.passes = parser.value()?.parse()?,
            Value(path) => found.train.push(path.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok((!found.train.is_empty() || found.shipped).then_some(found))
}

fn read_treebank(path: &Path) -> Result<Vec<Vec<Word>>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut sentences = vec![Vec::new()];
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        match columns.as_slice() {
            [""] => sentences.push(Vec::new()),
            // Ranges ("3-4") are the written words of split ones, "3.1" words that are not written.
            [id, word, lemma, upos, xpos, ..] if id.bytes().all(|b| b.is_ascii_digit()) => {
                let label = format!("{upos}/{xpos}");
                let token = Word { word: (*word).into(), label, lemma: lemma.to_lowercase() };
                sentences.last_mut().into_iter().for_each(|s| s.push(token.clone()));
            }
            _ => {}
        }
    }
    sentences.retain(|s| !s.is_empty());
    Ok(sentences)
}

// ---- the tagger ----

/// A feature's weights in training: label, weight, its sum over all steps so far, the step of its last change.
type Row = Vec<(u8, i32, i64, u32)>;

/// How many features a token has.
const TEMPLATES: usize = OWN + AROUND;

/// The keys of all features of token `i`.
fn keys(forms: &[Form], i: usize, history: History) -> [u32; TEMPLATES] {
    let (own, around) = (own_keys(&forms[i]), keys_around(forms, i, history));
    // The order says which random number falls to which feature.
    let parts = [&own[..9], &around[..10], &own[9..10], &around[10..], &own[10..]];
    let mut all = parts.into_iter().flatten();
    std::array::from_fn(|_| all.next().copied().unwrap_or_default())
}

/// Keys and values, sorted by key.
type Entries = Vec<(u32, u32)>;

/// A training sentence with labels as numbers.
struct Example {
    words: Vec<String>,
    labels: Vec<u8>,
}

fn train(sentences: &[Vec<Word>], passes: usize) -> Vec<u8> {
    let names = label_names(sentences);
    let mut examples = examples(sentences, &names);
    let (classes, sure) = lexicon_entries(&examples);
    let lexicon = Lexicon { classes: table(&classes), sure: table(&sure) };
    let plain = plain_words(&examples, &lexicon);
    for i in 0..examples.len() {
        let every = |n| i % n == n - 1;
        if every(TITLE_EVERY) {
            examples.push(recased(&examples[i], title));
        }
        if every(UPPER_EVERY) {
            examples.push(recased(&examples[i], |w| w.to_uppercase()));
        }
    }
    let prepared: Vec<(Vec<Form>, &[u8])> = examples
        .iter()
        .map(|e| {
            let mut buffer = Vec::new();
            forms(e.words.iter().map(String::as_str), &lexicon, &mut buffer);
            (buffer, e.labels.as_slice())
        })
        .collect();
    let ids = frequent_features(&prepared);
    let mut rows: Vec<Row> = vec![Row::new(); ids.len()];
    let index = table(&ids.iter().enumerate().map(|(i, &key)| (key, i as u32)).collect::<Vec<_>>());
    let mut order: Vec<usize> = (0..prepared.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1Du64;
    let mut step = 0u32;
    for pass in 0..passes {
        for i in (1..order.len()).rev() {
            order.swap(i, (next(&mut random) % (i as u64 + 1)) as usize);
        }
        let (mut right, mut all) = (0u32, 0u32);
        for &s in &order {
            let (forms, gold) = &prepared[s];
            let mut history = History::START;
            for (i, form) in forms.iter().enumerate() {
                let mut label = gold[i];
                if let Some(sure) = form.sure {
                    label = sure;
                } else {
                    step += 1;
                    let keys = keys(forms, i, history);
                    let found = keys.map(|key| index.get(key).filter(|_| !next(&mut random).is_multiple_of(OVERLOOK)));
                    let guess = best(&rows, &found, names.len());
                    all += 1;
                    right += u32::from(guess == label);
                    if guess != label {
                        for id in found.into_iter().flatten() {
                            update(&mut rows[id as usize], label, 1, step);
                            update(&mut rows[id as usize], guess, -1, step);
                        }
                        label = guess;
                    }
                }
                history.push(label);
            }
        }
        eprintln!("pass {}: {:.2}% of {all} decisions right", pass + 1, 100.0 * f64::from(right) / f64::from(all));
    }
    let features = averaged(&ids, &rows, step);
    write_model(&names, &classes, &sure, &plain, &features)
}

/// A xorshift generator: the same numbers on every machine.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state >> 20
}

/// The labels, most frequent first. One that is rarer than the minimum is taken for a more frequent one.
fn label_names(sentences: &[Vec<Word>]) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in sentences.iter().flatten() {
        *counts.entry(&word.label).or_default() += 1;
    }
    let mut names: Vec<(&str, u32)> = counts.into_iter().filter(|(_, n)| *n >= MINIMUM).collect();
    names.sort_by_key(|&(name, n)| (std::cmp::Reverse(n), name));
    names.into_iter().take(250).map(|(name, _)| name.to_string()).collect()
}

fn examples(sentences: &[Vec<Word>], names: &[String]) -> Vec<Example> {
    let half = |label: &str| label.split('/').next_back().unwrap_or_default().to_string();
    let number = |label: &str| {
        let same = names.iter().position(|n| n == label);
        same.or_else(|| names.iter().position(|n| half(n) == half(label))).unwrap_or(0) as u8
    };
    let numbers: HashMap<&str, u8> = sentences
        .iter()
        .flatten()
        .map(|w| w.label.as_str())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|l| (l, number(l)))
        .collect();
    sentences
        .iter()
        .map(|s| Example {
            words: s.iter().map(|w| w.word.clone()).collect(),
            labels: s.iter().map(|w| numbers[w.label.as_str()]).collect(),
        })
        .collect()
}

/// The class of every frequent word, and the words that have but one label; both sorted by hash.
fn lexicon_entries(examples: &[Example]) -> (Entries, Entries) {
    let mut by_lower: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    let mut by_exact: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    for (word, &label) in examples.iter().flat_map(|e| e.words.iter().zip(&e.labels)) {
        let form = form(word);
        *by_lower.entry(form.lower).or_default().entry(label).or_default() += 1;
        *by_exact.entry(form.exact).or_default().entry(label).or_default() += 1;
    }
    let mut sets: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
    let mut words = Vec::new();
    for (hash, labels) in by_lower {
        let total: u32 = labels.values().sum();
        if total < MINIMUM_CLASS {
            continue;
        }
        // The set of labels that the word takes at least one time in twenty, the most frequent first.
        let mut set: Vec<(u8, u32)> = labels.into_iter().filter(|&(_, n)| n * 20 >= total).collect();
        set.sort_by_key(|&(label, n)| (std::cmp::Reverse(n), label));
        let set: Vec<u8> = set.into_iter().map(|(label, _)| label).take(4).collect();
        *sets.entry(set.clone()).or_default() += 1;
        words.push((hash, set));
    }
    let mut ranked: Vec<(Vec<u8>, u32)> = sets.into_iter().collect();
    ranked.sort_by_key(|(set, n)| (std::cmp::Reverse(*n), set.clone()));
    let numbers: HashMap<Vec<u8>, u32> = ranked.into_iter().take(255).zip(1..).map(|((set, _), i)| (set, i)).collect();
    let class = |mut set: Vec<u8>| loop {
        match numbers.get(&set) {
            Some(&number) => return number,
            None if set.len() > 1 => set.truncate(set.len() - 1),
            None => return 0,
        }
    };
    let classes = words.into_iter().map(|(hash, set)| (hash, class(set))).filter(|&(_, c)| c > 0).collect();
    let sure = by_exact
        .into_iter()
        .filter_map(|(hash, labels)| {
            let total: u32 = labels.values().sum();
            let (&label, &n) = labels.iter().max_by_key(|&(label, n)| (*n, std::cmp::Reverse(*label)))?;
            (total >= SURE_COUNT && f64::from(n) >= SURE_SHARE * f64::from(total)).then_some((hash, u32::from(label)))
        })
        .collect();
    (classes, sure)
}

/// The words whose own features the tagger adds up beforehand: frequent in small letters, and not sure.
fn plain_words(examples: &[Example], lexicon: &Lexicon) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in examples.iter().flat_map(|e| &e.words).filter(|w| w.len() < 256 && form(w).is_plain()) {
        *counts.entry(word).or_default() += 1;
    }
    let mut seen = BTreeSet::new();
    counts.retain(|word, n| {
        let form = form(word);
        let asked = lexicon.classes.get(form.lower).is_some() && lexicon.sure.get(form.exact).is_none();
        *n >= MINIMUM_CLASS && asked && seen.insert(form.lower)
    });
    counts.into_keys().map(String::from).collect()
}

fn recased(example: &Example, case: impl Fn(&str) -> String) -> Example {
    Example { words: example.words.iter().map(|w| case(w)).collect(), labels: example.labels.clone() }
}

fn title(word: &str) -> String {
    const SMALL: [&str; 17] =
        ["a", "an", "the", "and", "or", "but", "of", "in", "on", "to", "for", "at", "by", "as", "with", "n't", "'s"];
    let mut chars = word.chars();
    match chars.next() {
        Some(c) if !SMALL.contains(&word) => c.to_uppercase().chain(chars).collect(),
        _ => word.into(),
    }
}

fn table(entries: &[(u32, u32)]) -> Table {
    let mut table = Table::with_capacity(entries.len());
    for &(key, value) in entries {
        table.insert(key, value);
    }
    table
}

/// The keys of the features that occur often enough with the gold labels, sorted.
fn frequent_features(examples: &[(Vec<Form>, &[u8])]) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for (forms, gold) in examples {
        let mut history = History::START;
        for (i, &label) in gold.iter().enumerate() {
            if forms[i].sure.is_none() {
                for key in keys(forms, i, history) {
                    *counts.entry(key.max(1)).or_default() += 1;
                }
            }
            history.push(label);
        }
    }
    let mut frequent: Vec<u32> = counts.into_iter().filter(|&(_, n)| n >= MINIMUM).map(|(key, _)| key).collect();
    frequent.sort_unstable();
    frequent
}

fn best(rows: &[Row], found: &[Option<u32>; TEMPLATES], labels: usize) -> u8 {
    let mut scores = [0i32; 256];
    for id in found.iter().flatten() {
        for &(label, weight, ..) in &rows[*id as usize] {
            scores[label as usize] += weight;
        }
    }
    let top = scores[..labels].iter().max().copied().unwrap_or_default();
    scores.iter().position(|&s| s == top).unwrap_or_default() as u8
}

fn update(row: &mut Row, label: u8, by: i32, step: u32) {
    match row.iter_mut().find(|cell| cell.0 == label) {
        Some((_, weight, sum, last)) => {
            *sum += i64::from(*weight) * i64::from(step - *last);
            *weight += by;
            *last = step;
        }
        None => row.push((label, by, 0, step)),
    }
}

/// Averages the weights over all steps and leaves out the small ones, and those of labels that no row has room for.
fn averaged(ids: &[u32], rows: &[Row], step: u32) -> Vec<(u32, Vec<(u8, f64)>)> {
    let average = |&(label, weight, sum, last): &(u8, i32, i64, u32)| {
        (label, (sum + i64::from(weight) * i64::from(step - last)) as f64 / f64::from(step))
    };
    let kept = |&(label, weight): &(u8, f64)| usize::from(label) < LABELS && weight.abs() >= PRUNE;
    let features = ids.iter().zip(rows).map(|(&key, row)| {
        let mut row: Vec<(u8, f64)> = row.iter().map(average).filter(kept).collect();
        row.sort_by_key(|&(label, _)| label);
        (key, row)
    });
    features.filter(|(_, row)| !row.is_empty()).collect()
}

fn write_model(
    names: &[String],
    classes: &[(u32, u32)],
    sure: &[(u32, u32)],
    plain: &[String],
    features: &[(u32, Vec<(u8, f64)>)],
) -> Vec<u8> {
    let mut out = b"DLT2".to_vec();
    out.push(names.len() as u8);
    for name in names {
        out.push(name.len() as u8);
        out.extend(name.bytes());
    }
    for entries in [classes, sure] {
        out.extend((entries.len() as u32).to_le_bytes());
        for (key, value) in entries {
            out.extend(key.to_le_bytes());
            out.push(*value as u8);
        }
    }
    out.extend((plain.len() as u32).to_le_bytes());
    for word in plain {
        out.push(word.len() as u8);
        out.extend(word.bytes());
    }
    out.extend((features.len() as u32).to_le_bytes());
    features.iter().for_each(|(key, _)| out.extend(key.to_le_bytes()));
    out.extend(features.iter().map(|(_, row)| row.len() as u8));
    let largest = features.iter().flat_map(|(_, row)| row).map(|(_, w)| w.abs()).fold(1.0, f64::max);
    let pairs: usize = features.iter().map(|(_, row)| row.len()).sum();
    eprintln!("{} features, {pairs} weights, largest {largest:.1}", features.len());
    for &(label, weight) in features.iter().flat_map(|(_, row)| row) {
        out.extend([label, (weight / LARGEST * 127.0).round().clamp(-127.0, 127.0) as i8 as u8]);
    }
    out
}

// ---- lemmas ----

/// How many bytes to strip, and what to put there.
type Action = (usize, String);

fn action(word: &str, lemma: &str) -> Action {
    let same = word.char_indices().zip(lemma.chars()).find(|((_, a), b)| a != b).map(|((i, _), _)| i);
    let same = same.unwrap_or(word.len().min(lemma.len()));
    (word.len() - same, lemma[same..].to_string())
}

fn learn_lemmas(sentences: &[Vec<Word>]) -> Vec<u8> {
    let mut counts: BTreeMap<(u8, String), BTreeMap<String, u32>> = BTreeMap::new();
    for token in sentences.iter().flatten() {
        let Some(group) = group(parse_tag(&token.label).ptb) else { continue };
        let word = token.word.to_lowercase().replace('’', "'");
        let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'' || b == b'-');
        if plain(&word) && plain(&token.lemma) {
            *counts.entry((group, word)).or_default().entry(token.lemma.clone()).or_default() += 1;
        }
    }
    // The most frequent lemma of each form, with its count.
    let words: Vec<(u8, &str, Action, u32)> = counts
        .iter()
        .filter_map(|((group, word), lemmas)| {
            let (lemma, &n) = lemmas.iter().max_by_key(|(_, n)| **n)?;
            Some((*group, word.as_str(), action(word, lemma), n))
        })
        .collect();
    let mut rules: BTreeMap<(u8, String, bool), Action> = BTreeMap::new();
    for length in 0..=LONGEST_SUFFIX {
        let mut votes: BTreeMap<(u8, &str), BTreeMap<&Action, u32>> = BTreeMap::new();
        for (group, word, action, _) in
            words.iter().filter(|(_, w, a, _)| w.len() >= length && (length == 0 || a.0 <= length + 1))
        {
            *votes.entry((*group, &word[word.len() - length..])).or_default().entry(action).or_default() += 1;
        }
        let mut fresh = Vec::new();
        for ((group, suffix), votes) in votes {
            let inherited = predict(&rules, group, suffix, None);
            let now = inherited.as_ref().and_then(|a| votes.get(a)).copied().unwrap_or(0);
            let Some((&best, &n)) = votes.iter().max_by_key(|(_, n)| **n) else { continue };
            let gain = n.saturating_sub(now);
            if length == 0 || (n >= 2 && gain >= 2) {
                fresh.push(((group, suffix.to_string(), false), best.clone()));
            }
        }
        rules.extend(fresh);
    }
    for (group, word, action, n) in &words {
        if *n >= 2 && predict(&rules, *group, word, None).as_ref() != Some(action) {
            rules.insert((*group, (*word).to_string(), true), action.clone());
        }
    }
    let actions: BTreeSet<&Action> = rules.values().collect();
    let actions: Vec<&Action> = actions.into_iter().collect();
    eprintln!("{} lemma rules, {} actions", rules.len(), actions.len());
    let mut out = b"DLL1".to_vec();
    out.push(actions.len().min(255) as u8);
    for (strip, ending) in actions.iter().take(255) {
        out.extend([*strip as u8, ending.len() as u8]);
        out.extend(ending.bytes());
    }
    let mut entries: Vec<(u32, u8)> = rules
        .iter()
        .filter_map(|((group, suffix, whole), action)| {
            let number = actions.binary_search(&action).ok().filter(|&n| n < 255)?;
            Some((rule_key(*group, suffix, *whole), number as u8))
        })
        .collect();
    entries.sort_unstable();
    out.extend((entries.len() as u32).to_le_bytes());
    for (key, action) in entries {
        out.extend(key.to_le_bytes());
        out.push(action);
    }
    out
}

/// What the rules so far say: the longest suffix wins.
fn predict(
    rules: &BTreeMap<(u8, String, bool), Action>,
    group: u8,
    word: &str,
    longest: Option<usize>,
) -> Option<Action> {
    let longest = longest.unwrap_or(LONGEST_SUFFIX).min(word.len());
    (0..=longest).rev().find_map(|n| rules.get(&(group, word[word.len() - n..].to_string(), false))).cloned()
}

// ---- measuring ----

fn measure(path: &Path, model: &Model<'_>, rules: Option<&Rules<'_>>, errors: bool) -> Result<(), Box<dyn Error>> {
    let sentences = read_treebank(path)?;
    let (mut all, mut upos, mut xpos) = (0u32, 0u32, 0u32);
    let (mut hit, mut said, mut gold_verbs) = (0u32, 0u32, 0u32);
    let (mut verbs, mut verbs_right, mut nouns, mut nouns_right) = (0u32, 0u32, 0u32, 0u32);
    let (mut buffer, mut labels) = (Vec::new(), Vec::new());
    let finite = |x: &str| matches!(x, "VBD" | "VBP" | "VBZ" | "MD");
    for sentence in &sentences {
        forms(sentence.iter().map(|w| w.word.as_str()), &model.lexicon, &mut buffer);
        model.label(&buffer, &mut labels);
        for (i, (word, &label)) in sentence.iter().zip(&labels).enumerate() {
            let (gold_u, gold_x) = word.label.split_once('/').unwrap_or_default();
            let (u, x) = model.labels[label as usize].split_once('/').unwrap_or_default();
            if errors && x != gold_x {
                let around = &sentence[i.saturating_sub(3)..sentence.len().min(i + 4)];
                let around: Vec<&str> = around.iter().map(|w| w.word.as_str()).collect();
                println!("{gold_x}\t{x}\t{}\t{}", word.word, around.join(" "));
            }
            all += 1;
            upos += u32::from(u == gold_u);
            xpos += u32::from(x == gold_x);
            hit += u32::from(finite(x) && finite(gold_x));
            said += u32::from(finite(x));
            gold_verbs += u32::from(finite(gold_x));
            let tag = parse_tag(&word.label);
            let lemma = lemma_of(&word.word, tag, rules);
            if tag.is_verb() {
                verbs += 1;
                verbs_right += u32::from(lemma == word.lemma);
            } else if gold_x == "NNS" {
                nouns += 1;
                nouns_right += u32::from(lemma == word.lemma);
            }
        }
    }
    let percent = |a: u32, b: u32| 100.0 * f64::from(a) / f64::from(b.max(1));
    println!(
        "{:28} {all:7} {:6.2} {:6.2} {:6.2} {:6.2} {:6.2} {:6.2}",
        path.file_name().unwrap_or_default().to_string_lossy(),
        percent(upos, all),
        percent(xpos, all),
        percent(hit, said),
        percent(hit, gold_verbs),
        percent(verbs_right, verbs),
        percent(nouns_right, nouns),
    );
    Ok(())
}

/// With the rules just learnt, else with those of the library.
fn lemma_of(word: &str, tag: Tag, rules: Option<&Rules<'_>>) -> String {
    let mut out = String::new();
    match rules {
        Some(rules) => text::lemma::lemma_with(rules, word, tag, &mut out),
        None => text::lemma_into(word, tag, &mut out),
    }
    out
}
