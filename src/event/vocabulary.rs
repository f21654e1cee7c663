//! The words of a document, each only once for each part of speech: a text of any length has few of them.

use super::lexicon::{Senses, look_up};
use super::retag::restore_e;
use super::words::small;
use crate::hash::Fast;
use crate::text::{Ptb, Tag, lemma_into};
use std::hash::Hasher;

/// A word with what is known of it wherever it stands.
pub(super) struct Form {
    /// In lower case (ASCII letters only).
    pub(super) low: Box<str>,
    /// The dictionary form, where that is another.
    lemma: Option<Box<str>>,
    ptb: Ptb,
    /// The small words that it may be, as bits.
    pub(super) small: u8,
    /// The word lists that hold its dictionary form.
    pub(super) senses: Senses,
}

impl Form {
    fn new(low: &str, tag: Tag) -> Self {
        let mut lemma = String::new();
        if tag.is_verb() || tag.ptb == Ptb::Nns || tag.is_noun() && !low.is_ascii() {
            lemma_into(low, tag, &mut lemma);
            restore_e(low, tag.ptb, &mut lemma);
        }
        let lemma = Some(lemma).filter(|lemma| !lemma.is_empty() && lemma != low).map(String::into_boxed_str);
        let senses = look_up(lemma.as_deref().unwrap_or(low));
        Form { low: low.into(), lemma, ptb: tag.ptb, small: small(low), senses }
    }

    pub(super) fn lemma(&self) -> &str {
        self.lemma.as_deref().unwrap_or(&self.low)
    }
}

/// All forms of a document, by numbers.
pub(super) struct Vocabulary {
    forms: Vec<Form>,
    /// A hash table: for each place the number of a form, plus one; 0 where there is none.
    table: Vec<u32>,
    /// Room for a word in lower case.
    low: String,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Vocabulary { forms: Vec::new(), table: vec![0; 1 << 10], low: String::new() }
    }

    pub(super) fn get(&self, number: u32) -> Option<&Form> {
        self.forms.get(number as usize)
    }

    /// The number of a word, in whatever case.
    pub(super) fn add(&mut self, word: &str, tag: Tag) -> u32 {
        self.low.clear();
        self.low.push_str(word);
        self.low.make_ascii_lowercase();
        let mut place = hash(&self.low, tag.ptb);
        loop {
            place &= self.table.len() - 1;
            let found = self.table.get(place).and_then(|number| number.checked_sub(1));
            let Some(form) = found.and_then(|number| self.get(number)) else { break };
            if form.ptb == tag.ptb && *form.low == *self.low {
                return found.unwrap_or_default();
            }
            place += 1;
        }
        self.forms.push(Form::new(&self.low, tag));
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
        let mut words = Vocabulary::new();
        let tag = |upos, ptb| Tag { upos, ptb };
        let (verb, noun) = (tag(Upos::Verb, Ptb::Vbz), tag(Upos::Noun, Ptb::Nns));
        let first = words.add("Plans", verb);
        assert_eq!((words.add("plans", verb), words.add("PLANS", noun)), (first, first + 1));
        for n in 0..2000 {
            words.add(&format!("x{n}"), noun);
        }
        assert_eq!([words.add("plans", verb), words.add("plans", noun)], [first, first + 1]);
        assert_eq!(words.get(first).map(|form| (&*form.low, form.lemma())), Some(("plans", "plan")));
        words.close();
        assert_eq!(words.get(first + 1).map(Form::lemma), Some("plan"));
    }
}
