//! Tag sets: universal parts of speech and the Penn Treebank's tags.

/// Universal part of speech (Universal Dependencies v2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)] // The names are the standard's own.
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    #[default]
    X,
}

/// Penn Treebank tag, as the English UD treebanks use it. Marks of any kind are `Punct`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs)] // The names are the standard's own.
pub enum Ptb {
    Cc,
    Cd,
    Dt,
    Ex,
    Fw,
    In,
    Jj,
    Jjr,
    Jjs,
    Md,
    Nn,
    Nnp,
    Nnps,
    Nns,
    Pdt,
    Pos,
    Prp,
    PrpS,
    Rb,
    Rbr,
    Rbs,
    Rp,
    To,
    Uh,
    Vb,
    Vbd,
    Vbg,
    Vbn,
    Vbp,
    Vbz,
    Wdt,
    Wp,
    WpS,
    Wrb,
    Punct,
    #[default]
    Other,
}

/// The part of speech of a token in both tag sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Tag {
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag.
    pub ptb: Ptb,
}

impl Tag {
    /// Any verb form, auxiliaries and modals too.
    pub fn is_verb(self) -> bool {
        matches!(self.ptb, Ptb::Vb | Ptb::Vbd | Ptb::Vbg | Ptb::Vbn | Ptb::Vbp | Ptb::Vbz | Ptb::Md)
    }

    /// A common or proper noun.
    pub fn is_noun(self) -> bool {
        matches!(self.ptb, Ptb::Nn | Ptb::Nns | Ptb::Nnp | Ptb::Nnps)
    }

    /// A proper noun.
    pub fn is_name(self) -> bool {
        matches!(self.ptb, Ptb::Nnp | Ptb::Nnps)
    }
}
