//! Dictionary forms: hand-written irregular verbs and nouns, then suffix rules learnt from the treebanks.

use super::features::{Table, mix};
use super::{Ptb, Tag};
use crate::hash::Outlines;
use std::sync::LazyLock;

/// Appends the dictionary form of a word in lower case to `out`.
pub fn lemma_into(word: &str, tag: Tag, out: &mut String) {
    lemma_with(&RULES, word, tag, out);
}

/// [`lemma_into`] with rules of one's own.
#[doc(hidden)]
pub fn lemma_with(rules: &Rules<'_>, word: &str, tag: Tag, out: &mut String) {
    let start = out.len();
    if word.is_ascii() {
        out.push_str(word);
        out.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
    } else {
        lower_into(word, out);
    }
    let Some(group) = group(tag.ptb) else { return };
    let lower = out.get(start..).unwrap_or_default();
    if let Some(base) = irregular(lower, tag.ptb) {
        out.truncate(start);
        out.push_str(base);
        return;
    }
    if let Some((strip, ending)) = rules.find(group, lower) {
        let keep = out.len().saturating_sub(strip);
        if keep >= start && out.is_char_boundary(keep) {
            out.truncate(keep);
            out.push_str(ending);
        }
    }
}

fn lower_into(word: &str, out: &mut String) {
    for c in word.chars().filter(|&c| !super::token::is_invisible(c)) {
        match c {
            '’' | 'ʼ' => out.push('\''),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The kind of word whose forms share rules; none for words that have but one form.
pub fn group(ptb: Ptb) -> Option<u8> {
    Some(match ptb {
        Ptb::Vb => 0,
        Ptb::Vbd => 1,
        Ptb::Vbn => 2,
        Ptb::Vbg => 3,
        Ptb::Vbz => 4,
        Ptb::Vbp => 5,
        Ptb::Md => 6,
        Ptb::Nns => 7,
        Ptb::Jjr => 8,
        Ptb::Jjs => 9,
        Ptb::Rbr => 10,
        Ptb::Rbs => 11,
        Ptb::Rb => 12,
        _ => return None,
    })
}

/// Longest suffix that a rule looks at, in bytes.
pub const LONGEST_SUFFIX: usize = 6;

/// The key of a rule for words of `group` that end in `suffix`, or are `suffix` as a whole.
pub fn rule_key(group: u8, suffix: &str, whole: bool) -> u32 {
    let start = 2 * u32::from(group) + u32::from(whole);
    suffix.bytes().rev().fold(mix(start, 0), |hash, b| mix(hash, u32::from(b)))
}

/// Suffix rules: the longest that fits wins.
///
/// The file: `"DLL1"`; actions: count (u8), then bytes to strip (u8), length (u8) and text of the ending of each; rules:
/// count (u32), then key (u32) and action (u8).
#[derive(Debug, Default)]
pub struct Rules<'a> {
    actions: Vec<(usize, &'a str)>,
    rules: Table,
}

static RULES: LazyLock<Rules<'static>> =
    LazyLock::new(|| Rules::parse(include_bytes!("model/lemma.bin")).unwrap_or_default());

impl<'a> Rules<'a> {
    /// Reads rules; none when the bytes are none.
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (&count, mut rest) = bytes.strip_prefix(b"DLL1")?.split_first()?;
        let mut actions = Vec::new();
        for _ in 0..count {
            let ([strip, length], tail) = rest.split_first_chunk::<2>()?;
            let (ending, tail) = tail.split_at_checked(usize::from(*length))?;
            actions.push((usize::from(*strip), std::str::from_utf8(ending).ok()?));
            rest = tail;
        }
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (entries, _) = rest.as_chunks::<5>();
        let mut rules = Table::with_capacity(u32::from_le_bytes(*count).min(1 << 20) as usize);
        for [a, b, c, d, action] in entries {
            rules.insert(u32::from_le_bytes([*a, *b, *c, *d]), u32::from(*action));
        }
        Some(Rules { actions, rules })
    }

    /// How many bytes to strip from a word in lower case, and what to put there.
    pub fn find(&self, group: u8, word: &str) -> Option<(usize, &'a str)> {
        let action = |key| self.rules.get(key).and_then(|a| self.actions.get(a as usize)).copied();
        if word.len() < 24
            && let Some(found) = action(rule_key(group, word, true))
        {
            return Some(found);
        }
        let mut hash = rule_key(group, "", false);
        let mut best = action(hash);
        for b in word.bytes().rev().take(LONGEST_SUFFIX) {
            hash = mix(hash, u32::from(b));
            best = action(hash).or(best);
        }
        best
    }
}

/// The base of an irregular form.
fn irregular(word: &str, ptb: Ptb) -> Option<&'static str> {
    if !OUTLINES.fits(word) {
        return None;
    }
    let find = |table: &'static [(&str, &str)]| {
        table.binary_search_by(|(form, _)| (*form).cmp(word)).ok().and_then(|i| table.get(i)).map(|(_, base)| *base)
    };
    match ptb {
        Ptb::Vbd => find(PAST),
        Ptb::Vbn => find(PARTICIPLE).or_else(|| find(PAST)),
        Ptb::Nns => find(PLURAL),
        _ => None,
    }
}

static OUTLINES: LazyLock<Outlines> = LazyLock::new(|| {
    let mut outlines = Outlines::new();
    [PAST, PARTICIPLE, PLURAL].iter().copied().flatten().for_each(|(form, _)| outlines.add(form));
    outlines
});

/// Irregular pasts, most of which are participles too, and regular ones whose ending misleads.
const PAST: &[(&str, &str)] = &[
    ("acceded", "accede"),
    ("ate", "eat"),
    ("awoke", "awake"),
    ("beat", "beat"),
    ("became", "become"),
    ("befell", "befall"),
    ("began", "begin"),
    ("bent", "bend"),
    ("bet", "bet"),
    ("bit", "bite"),
    ("bled", "bleed"),
    ("blew", "blow"),
    ("bombed", "bomb"),
    ("bore", "bear"),
    ("bought", "buy"),
    ("bound", "bind"),
    ("bred", "breed"),
    ("broadcast", "broadcast"),
    ("broke", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("burnt", "burn"),
    ("burst", "burst"),
    ("came", "come"),
    ("cast", "cast"),
    ("caught", "catch"),
    ("chose", "choose"),
    ("climbed", "climb"),
    ("clung", "cling"),
    ("combed", "comb"),
    ("conceded", "concede"),
    ("cost", "cost"),
    ("crept", "creep"),
    ("cut", "cut"),
    ("dealt", "deal"),
    ("did", "do"),
    ("drank", "drink"),
    ("dreamt", "dream"),
    ("drew", "draw"),
    ("drove", "drive"),
    ("dug", "dig"),
    ("fed", "feed"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("flung", "fling"),
    ("forbade", "forbid"),
    ("forecast", "forecast"),
    ("foresaw", "foresee"),
    ("forgave", "forgive"),
    ("forgot", "forget"),
    ("forsook", "forsake"),
    ("fought", "fight"),
    ("found", "find"),
    ("froze", "freeze"),
    ("gave", "give"),
    ("got", "get"),
    ("grew", "grow"),
    ("ground", "grind"),
    ("had", "have"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hit", "hit"),
    ("hung", "hang"),
    ("hurt", "hurt"),
    ("kept", "keep"),
    ("knelt", "kneel"),
    ("knew", "know"),
    ("laid", "lay"),
    ("lay", "lie"),
    ("leapt", "leap"),
    ("learnt", "learn"),
    ("led", "lead"),
    ("left", "leave"),
    ("lent", "lend"),
    ("let", "let"),
    ("lit", "light"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("mistook", "mistake"),
    ("misunderstood", "misunderstand"),
    ("mown", "mow"),
    ("oversaw", "oversee"),
    ("overthrew", "overthrow"),
    ("overtook", "overtake"),
    ("paid", "pay"),
    ("pled", "plead"),
    ("preceded", "precede"),
    ("put", "put"),
    ("quit", "quit"),
    ("ran", "run"),
    ("rang", "ring"),
    ("read", "read"),
    ("rebuilt", "rebuild"),
    ("receded", "recede"),
    ("repaid", "repay"),
    ("resold", "resell"),
    ("rethought", "rethink"),
    ("rewrote", "rewrite"),
    ("rode", "ride"),
    ("rose", "rise"),
    ("said", "say"),
    ("sang", "sing"),
    ("sank", "sink"),
    ("sat", "sit"),
    ("saw", "see"),
    ("sent", "send"),
    ("set", "set"),
    ("shed", "shed"),
    ("shone", "shine"),
    ("shook", "shake"),
    ("shot", "shoot"),
    ("showed", "show"),
    ("shrank", "shrink"),
    ("shut", "shut"),
    ("slain", "slay"),
    ("slept", "sleep"),
    ("slew", "slay"),
    ("slid", "slide"),
    ("slit", "slit"),
    ("slung", "sling"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("sped", "speed"),
    ("spelt", "spell"),
    ("spent", "spend"),
    ("spilt", "spill"),
    ("split", "split"),
    ("spoke", "speak"),
    ("sprang", "spring"),
    ("spread", "spread"),
    ("spun", "spin"),
    ("stole", "steal"),
    ("stood", "stand"),
    ("strode", "stride"),
    ("strove", "strive"),
    ("struck", "strike"),
    ("stuck", "stick"),
    ("stung", "sting"),
    ("stunk", "stink"),
    ("succumbed", "succumb"),
    ("swam", "swim"),
    ("swept", "sweep"),
    ("swore", "swear"),
    ("swung", "swing"),
    ("taught", "teach"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrust", "thrust"),
    ("told", "tell"),
    ("took", "take"),
    ("tore", "tear"),
    ("trod", "tread"),
    ("undertook", "undertake"),
    ("underwent", "undergo"),
    ("undid", "undo"),
    ("upheld", "uphold"),
    ("upset", "upset"),
    ("was", "be"),
    ("went", "go"),
    ("wept", "weep"),
    ("were", "be"),
    ("withdrew", "withdraw"),
    ("withheld", "withhold"),
    ("withstood", "withstand"),
    ("woke", "wake"),
    ("won", "win"),
    ("wore", "wear"),
    ("wove", "weave"),
    ("wrote", "write"),
    ("wrung", "wring"),
];

/// Participles that differ from the past.
const PARTICIPLE: &[(&str, &str)] = &[
    ("arisen", "arise"),
    ("awoken", "awake"),
    ("beaten", "beat"),
    ("become", "become"),
    ("been", "be"),
    ("befallen", "befall"),
    ("begun", "begin"),
    ("bidden", "bid"),
    ("bitten", "bite"),
    ("blown", "blow"),
    ("born", "bear"),
    ("borne", "bear"),
    ("broken", "break"),
    ("chosen", "choose"),
    ("come", "come"),
    ("done", "do"),
    ("drawn", "draw"),
    ("driven", "drive"),
    ("drunk", "drink"),
    ("eaten", "eat"),
    ("fallen", "fall"),
    ("flown", "fly"),
    ("forbidden", "forbid"),
    ("foregone", "forego"),
    ("foreseen", "foresee"),
    ("forgiven", "forgive"),
    ("forgotten", "forget"),
    ("forsaken", "forsake"),
    ("frozen", "freeze"),
    ("given", "give"),
    ("gone", "go"),
    ("gotten", "get"),
    ("grown", "grow"),
    ("hewn", "hew"),
    ("hidden", "hide"),
    ("known", "know"),
    ("lain", "lie"),
    ("mistaken", "mistake"),
    ("outgrown", "outgrow"),
    ("overcome", "overcome"),
    ("overseen", "oversee"),
    ("overtaken", "overtake"),
    ("overthrown", "overthrow"),
    ("proven", "prove"),
    ("ridden", "ride"),
    ("risen", "rise"),
    ("run", "run"),
    ("rung", "ring"),
    ("seen", "see"),
    ("sewn", "sew"),
    ("shaken", "shake"),
    ("shorn", "shear"),
    ("shown", "show"),
    ("shrunk", "shrink"),
    ("slain", "slay"),
    ("sown", "sow"),
    ("spoken", "speak"),
    ("sprung", "spring"),
    ("stolen", "steal"),
    ("stricken", "strike"),
    ("striven", "strive"),
    ("sung", "sing"),
    ("sunk", "sink"),
    ("sunken", "sink"),
    ("swollen", "swell"),
    ("sworn", "swear"),
    ("swum", "swim"),
    ("taken", "take"),
    ("thrown", "throw"),
    ("torn", "tear"),
    ("trodden", "tread"),
    ("undergone", "undergo"),
    ("undertaken", "undertake"),
    ("undone", "undo"),
    ("withdrawn", "withdraw"),
    ("woken", "wake"),
    ("worn", "wear"),
    ("woven", "weave"),
    ("written", "write"),
];

/// Plurals that no suffix tells.
const PLURAL: &[(&str, &str)] = &[
    ("analyses", "analysis"),
    ("bases", "base"),
    ("calves", "calf"),
    ("children", "child"),
    ("crises", "crisis"),
    ("diagnoses", "diagnosis"),
    ("elves", "elf"),
    ("feet", "foot"),
    ("geese", "goose"),
    ("halves", "half"),
    ("hypotheses", "hypothesis"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lives", "life"),
    ("loaves", "loaf"),
    ("men", "man"),
    ("mice", "mouse"),
    ("oases", "oasis"),
    ("oxen", "ox"),
    ("parentheses", "parenthesis"),
    ("selves", "self"),
    ("series", "series"),
    ("shelves", "shelf"),
    ("species", "species"),
    ("teeth", "tooth"),
    ("theses", "thesis"),
    ("thieves", "thief"),
    ("wives", "wife"),
    ("wolves", "wolf"),
    ("women", "woman"),
];
