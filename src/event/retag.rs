//! Tags and dictionary forms that the word itself, or the rest of the text, puts right.

mod others;
mod verbs;

use super::lexicon::{Senses, look_up};
use super::words::Words;
use crate::hash::FastSet;
use crate::text::{Ptb, Shape, Tag, Upos};

impl Words<'_> {
    /// A capital that is a name elsewhere in the text is one at the front of a sentence too.
    pub(super) fn name_starts(&mut self) {
        let mut names: FastSet<&str> = FastSet::default();
        let (doc, mut found) = (self.doc, Vec::new());
        for s in doc.sentences.iter().filter(|s| !s.heading) {
            for i in s.tokens.clone() {
                let Some(t) = doc.tokens.get(i).filter(|t| t.shape == Shape::Capital) else { continue };
                match t.tag.ptb {
                    Ptb::Nnp if i > s.tokens.start && !self.is_timed(i) => {
                        names.insert(doc.word(i));
                    }
                    Ptb::Nn
                    | Ptb::Nns
                    | Ptb::Jj
                    | Ptb::Vb
                    | Ptb::Vbp
                    | Ptb::Rb
                    | Ptb::Uh
                    | Ptb::Fw
                    | Ptb::Ex
                    | Ptb::Wdt
                    | Ptb::Other => found.push(i),
                    _ => {}
                }
            }
        }
        found.retain(|&i| names.contains(doc.word(i)));
        for i in found {
            self.set_tag(i, Tag { upos: Upos::Propn, ptb: Ptb::Nnp });
        }
    }

    /// The tag of a word whose form, or whose neighbours, allow one part of speech only, where the tagger missed it.
    pub(super) fn retag(&self, i: usize) -> Option<Tag> {
        self.other_tag(i).or_else(|| self.verb_tag(i))
    }
}

/// "hoped" is "hope" and not "hop": where only the form with an e is a word of the lists.
pub(super) fn restore_e(low: &str, ptb: Ptb, lemma: &mut String) {
    let cut = matches!(ptb, Ptb::Vbd | Ptb::Vbn) && low.ends_with("ed") || ptb == Ptb::Vbg;
    if !cut || look_up(lemma) != Senses::default() {
        return;
    }
    // "negotiated": no verb ends so.
    if lemma.ends_with("iat") {
        lemma.push('e');
        return;
    }
    let doubled = low.len() > lemma.len() + if ptb == Ptb::Vbg { 3 } else { 2 };
    lemma.push('e');
    if doubled || look_up(lemma) == Senses::default() {
        lemma.pop();
    }
}
