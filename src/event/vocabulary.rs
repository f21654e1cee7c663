//! The words of a document, each only once for each part of speech: a text of any length has few of them.

use super::lexicon::{Senses, look_up};
use super::retag::restore_e;
use super::words::small;
use crate::hash::Fast;
use crate::text::{Ptb, Tag, lemma_into};
use std::borrow::Cow;
use std::hash::Hasher;

/// A word with what is known of it wherever it stands.
pub(super) struct Form<'d> {
    /// In lower case (ASCII letters only).
    low: Cow<'d, str>,
    /// The dictionary form, where that is another.
    lemma: Option<Cow<'d, str>>,
    ptb: Ptb,
    /// The small words that it may be, as bits.
    pub(super) small: u8,
    /// The word lists that hold its dictionary form.
    pub(super) senses: Senses,
}

impl<'d> Form<'d> {
    fn new(low: Cow<'d, str>, tag: Tag, room: &mut String) -> Self {
        room.clear();
        if tag.is_verb() || tag.ptb == Ptb::Nns || tag.is_noun() && !low.is_ascii() {
            lemma_into(&low, tag, room);
            restore_e(&low, tag.ptb, room);
        }
        let senses = look_up(if room.is_empty() { &low } else { room });
        let lemma = Some(&**room).filter(|lemma| !lemma.is_empty() && *lemma != low).map(|lemma| match &low {
            // "plans", "plan": most are the front of the word.
            Cow::Borrowed(word) if word.starts_with(lemma) => {
                Cow::Borrowed(word.get(..lemma.len()).unwrap_or_default())
            }
            _ => Cow::Owned(lemma.to_string()),
        });
        Form { ptb: tag.ptb, small: small(&low), senses, lemma, low }
    }

    pub(super) fn low(&self) -> &str {
        &self.low
    }

    pub(super) fn lemma(&self) -> &str {
        self.lemma.as_deref().unwrap_or(&self.low)
    }
}

/// All forms of a document, by numbers.
pub(super) struct Vocabulary<'d> {
    forms: Vec<Form<'d>>,
    /// A hash table: for each place the number of a form, plus one; 0 where there is none.
    table: Vec<u32>,
    /// Room for a dictionary form.
    room: String,
}

impl<'d> Vocabulary<'d> {
    /// None yet, with room for those of a text of that many tokens.
    pub(super) fn new(tokens: usize) -> Self {
        // Half of a short text's words are there once; a long one has few for its length.
        let forms = (tokens / 2).clamp(64, 1 << 12);
        Vocabulary {
            forms: Vec::with_capacity(forms),
            table: vec![0; (2 * forms).next_power_of_two()],
            room: String::new(),
        }
    }

    pub(super) fn get(&self, number: u32) -> Option<&Form<'d>> {
        self.forms.get(number as usize)
    }

    /// The number of a word, in whatever case.
    pub(super) fn add(&mut self, word: &'d str, tag: Tag) -> u32 {
        let low = if word.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        };
        let mut place = hash(&low, tag.ptb);
        loop {
            place &= self.table.len() - 1;
            let found = self.table.get(place).and_then(|number| number.checked_sub(1));
            let Some(form) = found.and_then(|number| self.get(number)) else { break };
            if form.ptb == tag.ptb && form.low == low {
                return found.unwrap_or_default();
            }
            place += 1;
        }
        self.forms.push(Form::new(low, tag, &mut self.room));
        let number = self.forms.len() as u32;
        if let Some(slot) = self.table.get_mut(place) {
            *slot = number;
        }
        if 2 * self.forms.len() > self.table.len() {
            self.grow();
        }
        number - 1
    }

    fn grow(&mut self) {
        let mask = 2 * self.table.len() - 1;
        let mut table = vec![0; mask + 1];
        for (number, form) in (1..).zip(&self.forms) {
            let mut place = hash(&form.low, form.ptb) & mask;
            while table.get(place).is_some_and(|taken| *taken > 0) {
                place = (place + 1) & mask;
            }
            if let Some(slot) = table.get_mut(place) {
                *slot = number;
            }
        }
        self.table = table;
    }

    /// No more words will come.
    pub(super) fn close(&mut self) {
        self.forms.shrink_to_fit();
        self.table = Vec::new();
    }
}

fn hash(low: &str, ptb: Ptb) -> usize {
    let mut hasher = Fast::default();
    hasher.write(low.as_bytes());
    hasher.write_u8(ptb as u8);
    hasher.finish() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Upos;

    #[test]
    fn a_word_has_one_number_for_each_part_of_speech() {
        let mut words = Vocabulary::new(0);
        let tag = |upos, ptb| Tag { upos, ptb };
        let (verb, noun) = (tag(Upos::Verb, Ptb::Vbz), tag(Upos::Noun, Ptb::Nns));
        let first = words.add("Plans", verb);
        assert_eq!((words.add("plans", verb), words.add("PLANS", noun)), (first, first + 1));
        let others: Vec<_> = (0..2000).map(|n| format!("x{n}")).collect();
        for other in &others {
            words.add(other, noun);
        }
        assert_eq!([words.add("plans", verb), words.add("plans", noun)], [first, first + 1]);
        assert_eq!(words.get(first).map(|form| (form.low(), form.lemma())), Some(("plans", "plan")));
        words.close();
        assert_eq!(words.get(first + 1).map(Form::lemma), Some("plan"));
    }
}
