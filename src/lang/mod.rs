//! Words and what they can mean in time. A language is tables; the grammar names senses, never words.

mod en;

use crate::calendar::{DayPart, Holiday, Season, Unit};
use crate::expr::{Modifier, Reference, Step, Way};
use crate::hash::Outlines;
use crate::timex::Signal;
use chrono::Weekday;
use std::sync::LazyLock;

/// A sense that a word can have in a time expression. One word may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sense {
    /// "Saturday".
    Weekday(Weekday),
    /// "August".
    Month(u8),
    /// A month's or weekday's name that is as often something else: it needs company ("May", "March", "Sat").
    Weak,
    /// A singular or plural unit: "day", "weeks".
    Unit(Unit),
    /// The same in the plural.
    Plural,
    /// A cardinal number.
    Number(u32),
    /// What multiplies the number before it: "hundred".
    Times(u32),
    /// An ordinal number: "third"; -1 is "last" and "final".
    Ordinal(i32),
    /// "summer".
    Season(Season),
    /// "morning".
    DayPart(DayPart),
    /// "noon", "midnight": the hour.
    Hour(u8),
    /// "last", "this", "next".
    Step(Step),
    /// "this" and "that" before what has just been spoken of.
    That,
    /// Days from today, and the part of the day: "yesterday", "tonight".
    Day(i8, Option<DayPart>),
    /// "ago", "later", "earlier", "hence": closes an offset.
    Offset(Way, From),
    /// "after", "before": an offset hangs on what follows.
    Hang(Way),
    /// "the".
    The,
    /// "a", "an": also one.
    A,
    /// "each", "every".
    Each,
    /// "other", as in "every other week".
    Other,
    /// "alternate": every other one.
    Alternate,
    /// "some", "several", "many", "a few": an open number.
    Open,
    /// "couple", "pair": two.
    Couple,
    /// "half".
    Half,
    /// "and".
    And,
    /// "or".
    Or,
    /// "but", between two bounds: "after nine but before eleven".
    But,
    /// "of".
    Of,
    /// "to", "through", "until", a dash between two ends.
    To,
    /// "from".
    FromWord,
    /// "between".
    Between,
    /// "past", "coming" and the like before a length: "the past three years".
    Stretch(Way),
    /// "early", "mid", "late", "about".
    Mod(Modifier),
    /// What joins words of a modifier or of an approximation: "more" ("than"), "at" ("least").
    Part(Part),
    /// "now", "recently".
    Reference(Reference),
    /// "current", "recent", "former": only where an adjective stands.
    Adjective(Reference),
    /// "daily": each unit, and how many times in it or every how many units.
    Recur(Unit, u32),
    /// "once", "twice".
    TimesIn(u32),
    /// "times", "time".
    TimesWord,
    /// "a.m." (0) and "p.m." (12).
    Meridiem(u8),
    /// "o'clock".
    OClock,
    /// Minutes east of UTC.
    Zone(i16),
    /// "Eastern", "local", before "time": minutes east of UTC in winter, where they are known.
    ZoneName(Option<i16>),
    /// "standard", "daylight", between a zone and "time": minutes ahead of its winter's time.
    ClockKind(i16),
    /// "BC" (true), "AD" (false).
    Era(bool),
    /// "fiscal", "financial".
    Fiscal,
    /// "time", "period", "moment".
    Period,
    /// "same".
    Same,
    /// "sixties", "nineties": the first year within its century.
    Decade(u8),
    /// "century", "centuries".
    CenturyWord,
    /// "weekday" names in the plural: "Mondays".
    Weekdays(Weekday),
    /// "weekday", "workday": Monday to Friday.
    Workday,
    /// How an event relates to the time that follows.
    Signal(Signal),
    /// "since", "for", "in" ...: a preposition that dates can follow.
    Prep,
    /// "decade" and "year" words after a number of years: "old".
    Old,
    /// The first word of a named day or of another fixed phrase of several words.
    Phrase,
    /// A noun that only counts things: "people", "feet": a number before it is no year.
    Counted,
    /// "latest", "recent", "preceding": the last complete one of a run.
    Latest,
    /// "year" glued to "ago" or "earlier" by a hyphen belongs to finance; "comparable", "corresponding".
    Like,
    /// "following", "next", "preceding" after "the": counted from the story.
    Relative(Way),
    /// "whole", "entire", "full": changes nothing.
    Filler,
    /// "now", as in "from now".
    Now,
    /// A verb form that points ahead by itself: "will", "shall".
    Will,
    /// "would": ahead of what is told.
    Would,
    /// A length in one word: "weeklong".
    Long(Unit),
    /// A word of saying: "said", "told", "interview". What is quoted beside it was said then.
    Saying,
    /// What moves a plan: "called" (off), "postponed"; the act is past, the plan lies ahead.
    PutOff,
    /// What is due: "scheduled", "expected", "slated", "due".
    Ahead,
    /// A verb that says nothing of when in its present tense: "is", "has", "says".
    Neutral,
    /// A verb whose past looks like its present: "beat", "put", "cut".
    Invariant,
    /// What makes an infinitive behind it a thing of the past: "failed" (to meet), "had" (to leave).
    Done,
    /// "until", "till": looks ahead from a present state.
    Till,
    /// "through": up to the end of what follows.
    Through,
    /// What a preposition or verb takes behind it.
    Takes(Takes),
    /// "its", "his": a determiner.
    Possessive,
    /// "beginning", "end": a noun for a part, which "of" joins to the whole; true where it may do without ("end 2024").
    Edge(bool),
    /// "past", as in "half past nine".
    Past,
    /// "long", as in "year-long".
    LongWord,
    /// "another": one more.
    Another,
    /// "full", "whole", "entire": all of a unit.
    Whole,
    /// "rest", "remainder": what is left of a unit.
    Rest,
    /// "oh", read as zero: "nineteen oh five".
    Oh,
    /// "part", as in "the early part of".
    PartWord,
    /// The middle of a unit in one word: "midweek".
    MidOf(Unit),
    /// The middle of a part of the day in one word: "midmorning".
    MidPart(DayPart),
    /// "small", "wee", before "hours".
    Small,
    /// "closest", "nearest": of a weekday, to a date.
    Nearest,
    /// What happens again and again: "a quarterly meeting", "an everyday routine".
    Routine,
    /// "ahead", and "come" behind "to": from now on.
    Onward,
    /// What is fought or held in a season: "offensive", "campaign".
    Held,
    /// "starting", "commencing": what follows is where a length begins.
    Starting,
    /// "ended", "ending": closes a stretch that goes before ("the year ended March 31").
    Ended,
}

/// Where "ago" and "later" count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The time of speaking.
    Now,
    /// The time of the story.
    Story,
}

/// Words of approximations that need a second word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// "more", "longer", "greater".
    More,
    /// "less", "fewer", "under".
    Less,
    /// "than".
    Than,
    /// "at", before "least" and "most".
    At,
    /// "least".
    Least,
    /// "most".
    Most,
    /// "as", before "early as", "many as".
    As,
    /// "up".
    Up,
    /// "so", as in "a year or so".
    So,
    /// "close", before "to" and a length.
    Close,
}

/// What a preposition or verb takes behind it, when it takes a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Takes {
    /// People as often as months: "with June".
    People,
    /// Numbers as often as years: "for 1950".
    Number,
    /// A month, and no owner: "in May's".
    Month,
    /// A day of the month: "by the 14th".
    Day,
    /// An hour: "at 8:15".
    Hour,
    /// A part of the day: "during the morning".
    Part,
    /// A plain unit: "for the day".
    Unit,
    /// A moment: "at the time".
    Moment,
    /// A length of one: "within a day".
    One,
    /// A bare plural: "for years".
    Plural,
}

/// Senses as bits, to ask for one without walking a list.
pub type Kinds = u128;

impl Sense {
    /// The bit of its kind.
    pub const fn kind(self) -> Kinds {
        1 << match self {
            Sense::Weekday(_) => 0,
            Sense::Month(_) => 1,
            Sense::Weak => 2,
            Sense::Unit(_) => 3,
            Sense::Plural => 4,
            Sense::Number(_) => 5,
            Sense::Times(_) => 6,
            Sense::Ordinal(_) => 7,
            Sense::Season(_) => 8,
            Sense::DayPart(_) => 9,
            Sense::Hour(_) => 10,
            Sense::Step(_) => 11,
            Sense::That => 12,
            Sense::Day(..) => 13,
            Sense::Offset(..) => 14,
            Sense::Hang(_) => 15,
            Sense::The => 16,
            Sense::A => 17,
            Sense::Each => 18,
            Sense::Other => 19,
            Sense::Open => 20,
            Sense::Couple => 21,
            Sense::Half => 22,
            Sense::And => 23,
            Sense::Or => 24,
            Sense::Of => 25,
            Sense::To => 26,
            Sense::FromWord => 27,
            Sense::Between => 28,
            Sense::Stretch(_) => 29,
            Sense::Mod(_) => 30,
            Sense::Part(_) => 31,
            Sense::Reference(_) => 32,
            Sense::Adjective(_) => 33,
            Sense::Recur(..) => 34,
            Sense::TimesIn(_) => 35,
            Sense::TimesWord => 36,
            Sense::Meridiem(_) => 37,
            Sense::OClock => 38,
            Sense::Zone(_) => 39,
            Sense::Era(_) => 40,
            Sense::Fiscal => 41,
            Sense::Period => 42,
            Sense::Same => 43,
            Sense::Decade(_) => 44,
            Sense::CenturyWord => 45,
            Sense::Weekdays(_) => 46,
            Sense::Signal(_) => 47,
            Sense::Prep => 48,
            Sense::Old => 49,
            Sense::Phrase => 50,
            Sense::Counted => 51,
            Sense::Latest => 52,
            Sense::Like => 53,
            Sense::Relative(_) => 54,
            Sense::Filler => 55,
            Sense::Now => 56,
            Sense::Will => 57,
            Sense::Ahead => 58,
            Sense::PutOff => 70,
            Sense::Saying => 90,
            Sense::Would => 73,
            Sense::Another => 92,
            Sense::Whole => 93,
            Sense::Rest => 91,
            Sense::Long(_) => 59,
            Sense::Neutral => 60,
            Sense::Invariant => 61,
            Sense::Done => 62,
            Sense::Till => 63,
            Sense::Ended => 64,
            Sense::Takes(_) => 65,
            Sense::Possessive => 66,
            Sense::Edge(_) => 67,
            Sense::Past => 68,
            Sense::LongWord => 69,
            Sense::Starting => 71,
            Sense::Oh => 72,
            Sense::PartWord => 74,
            Sense::Held => 75,
            Sense::ZoneName(_) => 76,
            Sense::ClockKind(_) => 77,
            Sense::MidOf(_) => 78,
            Sense::Onward => 79,
            Sense::Small => 80,
            Sense::But => 81,
            Sense::Nearest => 83,
            Sense::Routine => 85,
            Sense::Workday => 86,
            Sense::Alternate => 87,
            Sense::MidPart(_) => 84,
            Sense::Through => 82,
        }
    }
}

/// The bit of the words that are second in some fixed phrase.
pub const GOES_ON: Kinds = 1 << 127;

/// The bit of the words that are a fixed phrase by themselves.
pub const ALONE: Kinds = 1 << 126;

/// A word of the lexicon; 0 is none.
pub type WordId = u16;

/// What a fixed phrase of several words means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PhraseSense {
    /// A named day.
    Holiday(Holiday),
    /// The same, where something is counted from it or lasts up to it: "before the new year".
    Turn(Holiday),
    /// A feast of several days or a month of another calendar: its first day and its last.
    Feast(Holiday, Holiday),
    /// Vaguely past, present, future.
    Reference(Reference),
    /// The same, where no noun goes on behind it: "the past", not "the past tense".
    Noun(Reference),
    /// The same, behind a preposition that takes a moment: (at) "the time".
    Moment(Reference),
    /// Days from the time of speaking.
    Day(i8),
    /// "a m" (0) and "p. m." (12).
    Meridiem(u8),
    /// "mid-day": the hour.
    Hour(u8),
    /// A whole one, as a length: "all day".
    All(Unit),
}

/// Looks up words of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Open addressing; 0 is free. Its length is a power of two.
    slots: Vec<WordId>,
    words: Vec<Word>,
    /// The letters of each word, as [`key`] gives them.
    keys: Vec<u128>,
    /// The kinds of senses of each word, apart from the rest so that they stay in the cache.
    kinds: Vec<Kinds>,
    outlines: Outlines,
}

#[derive(Debug, Default)]
struct Word {
    text: &'static str,
    senses: &'static [Sense],
    /// The fixed phrases that begin with it, the longest first.
    phrases: Vec<Phrase>,
}

/// A fixed phrase: its words in lower case, and what they mean together.
pub type Phrase = (&'static [&'static str], PhraseSense);

/// English.
pub static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(en::WORDS, en::PHRASES));

/// Longest word that is looked up, in bytes.
const LONGEST: usize = 16;

impl Lexicon {
    #[expect(clippy::indexing_slicing, reason = "ids that `intern` has just given")]
    fn new(words: &'static [(&'static str, &'static [Sense])], phrases: &'static [Phrase]) -> Self {
        let mut all = vec![Word::default()];
        all.extend(words.iter().map(|&(text, senses)| Word { text, senses, phrases: Vec::new() }));
        let keys = all.iter().map(|w| key(w.text)).collect();
        let kinds = all.iter().map(|w| w.senses.iter().fold(0, |all, s| all | s.kind())).collect();
        let size = ((all.len() + 2 * phrases.len()) * 4).next_power_of_two();
        let mut lexicon = Lexicon { slots: vec![0; size], words: all, keys, kinds, outlines: Outlines::new() };
        for id in 1..lexicon.words.len() {
            lexicon.put(id);
        }
        // The first word of each phrase is known, so that the grammar stops at it.
        for phrase in phrases {
            let Some(first) = phrase.0.first() else { continue };
            if let Some(second) = phrase.0.get(1) {
                let id = lexicon.intern(second);
                lexicon.kinds[id] |= GOES_ON;
            }
            let id = lexicon.intern(first);
            lexicon.kinds[id] |= Sense::Phrase.kind() | if phrase.0.len() == 1 { ALONE } else { 0 };
            let word = &mut lexicon.words[id];
            word.phrases.push(*phrase);
            word.phrases.sort_by_key(|p| std::cmp::Reverse(p.0.len()));
        }
        lexicon
    }

    /// The id of a word, which is added when it is not there.
    fn intern(&mut self, word: &'static str) -> usize {
        if let Ok(id) = self.find(key(word)) {
            return usize::from(id);
        }
        self.words.push(Word { text: word, ..Word::default() });
        self.keys.push(key(word));
        self.kinds.push(0);
        self.put(self.words.len() - 1);
        self.words.len() - 1
    }

    fn put(&mut self, id: usize) {
        let free = self.keys.get(id).and_then(|&key| self.find(key).err());
        if let Some(slot) = free.and_then(|slot| self.slots.get_mut(slot)) {
            *slot = id as WordId;
        }
        self.outlines.add(self.words.get(id).map_or("", |word| word.text));
    }

    /// The word, whatever its case; 0 when it has no sense in time. Only ASCII letters are folded.
    pub fn look_up(&self, word: &str) -> WordId {
        if word.len() > LONGEST || !self.outlines.fits(word) {
            return 0;
        }
        self.find(key(word)).unwrap_or(0)
    }

    /// The id of the word with these letters, or the free slot where it would go.
    #[expect(clippy::indexing_slicing, reason = "slots are masked by their number, and hold the places of words")]
    fn find(&self, key: u128) -> Result<WordId, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash(key) as usize & mask;
        loop {
            match self.slots[slot] {
                0 => return Err(slot),
                id if self.keys[usize::from(id)] == key => return Ok(id),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// The senses of a word.
    pub fn senses(&self, id: WordId) -> &'static [Sense] {
        self.words.get(usize::from(id)).map_or(&[], |w| w.senses)
    }

    /// The kinds of its senses as bits.
    pub fn kinds(&self, id: WordId) -> Kinds {
        self.kinds.get(usize::from(id)).copied().unwrap_or(0)
    }

    /// The fixed phrases that begin with a word, the longest first.
    pub fn phrases(&self, id: WordId) -> &[Phrase] {
        self.words.get(usize::from(id)).map_or(&[], |w| &w.phrases)
    }
}

/// The letters of a word, at most [`LONGEST`] bytes, in lower case as one number.
fn key(word: &str) -> u128 {
    let mut letters = [0; LONGEST];
    let length = word.len().min(LONGEST);
    if let (Some(to), Some(from)) = (letters.get_mut(..length), word.as_bytes().get(..length)) {
        to.copy_from_slice(from);
    }
    letters.make_ascii_lowercase();
    u128::from_le_bytes(letters)
}

/// Folds the halves and multiplies; what all bits have had a say in stands at the top.
fn hash(key: u128) -> u32 {
    let folded = (key >> 64) as u64 ^ (key as u64).rotate_left(23);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        assert_eq!(ENGLISH.senses(ENGLISH.look_up("SATURDAY")), [Sense::Weekday(Weekday::Sat)]);
        assert_eq!(ENGLISH.look_up("Khamenei"), 0);
        assert_eq!(ENGLISH.look_up(""), 0);
        assert_eq!(ENGLISH.look_up(&"é".repeat(99)), 0);
    }

    #[test]
    fn no_two_kinds_of_senses_share_a_bit() {
        let mut bits = std::collections::HashMap::new();
        for sense in en::WORDS.iter().flat_map(|(_, senses)| *senses) {
            let of = std::mem::discriminant(sense);
            let first = bits.entry(sense.kind()).or_insert((of, sense));
            assert_eq!(first.0, of, "{sense:?} and {:?}", first.1);
        }
    }

    #[test]
    fn tables_are_sound() {
        let mut seen = std::collections::HashSet::new();
        for (word, senses) in en::WORDS {
            assert!(word.len() <= LONGEST, "{word} is too long to be found");
            assert_eq!(*word, word.to_ascii_lowercase(), "{word} is not in lower case");
            assert!(!senses.is_empty(), "{word} has no sense");
            assert!(seen.insert(*word), "{word} stands twice");
            assert_ne!(ENGLISH.look_up(&word.to_ascii_uppercase()), 0, "{word} is not found");
        }
        for (words, _) in en::PHRASES {
            assert!(words.iter().take(2).all(|w| w.len() <= LONGEST), "{words:?}: too long to be found");
            let first = ENGLISH.look_up(words[0]);
            assert_ne!(ENGLISH.kinds(first) & Sense::Phrase.kind(), 0, "{words:?} starts with an unknown word");
        }
    }
}
