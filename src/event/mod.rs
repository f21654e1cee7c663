//! Events: what happened, to whom, according to whom, and whether it happened at all.

mod antecedent;
mod attribute;
mod build;
mod class;
mod clause;
mod duration;
mod forms;
mod group;
mod headline;
mod lexicon;
mod mend;
mod noun;
mod parts;
mod pronoun;
mod quote;
mod record;
mod repeat;
mod retag;
mod source;
mod status;
mod syntax;
mod tense;
#[cfg(test)]
mod tests;
mod trigger;
mod vocabulary;
mod words;

pub use record::Event;

use crate::compact::Packed;
use crate::span::Span;
use crate::text::Document;
use crate::timex::Mention;
use clause::Clause;
use group::Group;
use std::fmt;
use words::Words;

/// Words that an event is told with although they may stand elsewhere in its sentence: what its clause, quoted alone, may
/// lack to be a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Syntax {
    /// The grammatical subject of a verb with the phrases behind it: its own, the noun that its relative clause describes,
    /// or that of the verb which it is joined to. Of "whose" the owner.
    pub subject: Option<Span>,
    /// Whether the subject, or the noun that names the event, is plural.
    pub plural: bool,
    /// The noun that the subject stands for, where it is a pronoun and the text leaves no doubt.
    pub referent: Option<Referent>,
    /// The auxiliaries that it shares with a verb before it: "*will* go and see".
    pub auxiliaries: Option<Span>,
    /// The noun that its relative clause describes, where that is its object: "*the notch* that she had found".
    pub object: Option<Span>,
}

/// The noun that a pronoun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Referent {
    /// Its words, without what describes it behind.
    pub span: Span,
    /// Whether it begins with a name.
    pub name: bool,
    /// Whether its first word has a capital only because it opens a sentence.
    pub small: bool,
}

/// What kind of word names the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Trigger {
    /// A verb.
    Verb,
    /// A noun ("the talks").
    Noun,
    /// An adjective ("afraid").
    Adjective,
    /// A preposition or adverb ("on board").
    Other,
}

/// TimeML's event classes (TimeML 1.2.1, section 2.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Class {
    /// Something happens: "crash", "resign".
    Occurrence,
    /// Something holds: "own", "be on board".
    State,
    /// Somebody says: "say", "report".
    Reporting,
    /// Somebody perceives: "see", "hear".
    Perception,
    /// Begin, end, go on: "begin", "stop", "continue".
    Aspectual,
    /// An action about another event: "try", "plan", "prevent".
    IAction,
    /// A state of mind about another event: "believe", "want", "fear".
    IState,
}

/// TimeML's tense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Tense {
    /// "said".
    Past,
    /// "says", "has said".
    Present,
    /// "will say".
    Future,
    /// "to say".
    Infinitive,
    /// "saying".
    #[cfg_attr(feature = "serde", serde(rename = "PRESPART"))]
    PresPart,
    /// "the words said".
    #[cfg_attr(feature = "serde", serde(rename = "PASTPART"))]
    PastPart,
    /// Nouns, adjectives, modals' complements.
    None,
}

/// TimeML's aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Aspect {
    /// "was saying".
    Progressive,
    /// "had said".
    Perfective,
    /// "had been saying".
    PerfectiveProgressive,
    /// "said".
    None,
}

/// Asserted or negated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
pub enum Polarity {
    /// Asserted.
    Pos,
    /// Negated.
    Neg,
}

/// What the text asserts about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Status {
    /// It happened.
    Happened,
    /// It goes on at the time of writing.
    Ongoing,
    /// It happens again and again.
    Habitual,
    /// It is planned, scheduled, promised or foretold.
    Planned,
    /// It was planned and will not be.
    Cancelled,
    /// The text or its source says that it did not happen.
    Denied,
    /// It may or may not be so.
    Possible,
    /// It hangs on a condition.
    Conditional,
    /// It would have happened, but did not.
    Counterfactual,
}

/// How an event hangs on its governor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Role {
    /// It stands alone.
    #[default]
    Main,
    /// What is said, thought or seen ("said *it left*").
    Content,
    /// What is planned, tried, begun or refused ("plans *to leave*").
    Complement,
    /// The noun object of an aspectual, light or intensional verb ("began *talks*").
    Object,
    /// A relative clause or reduced relative on a noun ("a letter *sent* on Friday").
    Relative,
    /// A participle beside the main clause ("..., *killing* three").
    Participle,
    /// "to" with a purpose ("went *to meet*").
    Purpose,
    /// "after" + clause: the governor comes after it.
    After,
    /// "before" + clause: the governor comes before it.
    Before,
    /// "when", "as", "while" + clause: at the same time.
    When,
    /// "since" + clause: the governor lasts from it on.
    Since,
    /// "until" + clause: the governor lasts up to it.
    Until,
    /// "because" + clause, "by" + gerund: the governor comes of it.
    Cause,
    /// "although", "where", ... + clause.
    Other,
    /// "if", "unless" + clause.
    Condition,
    /// Joined by "and", "but", "or" to the governor.
    Coordinate,
}

/// Who asserts an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Source<'a> {
    /// The article itself.
    Narrator,
    /// Somebody in it.
    Speaker {
        /// The name, traced back from "he" or "the minister" where that could be done; else the words that stand there.
        name: &'a str,
        /// Where the speaker is named beside the saying.
        span: Option<Span>,
        /// The event of saying, an index into the list of events.
        saying: Option<usize>,
    },
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Status::Happened => "happened",
            Status::Ongoing => "ongoing",
            Status::Habitual => "habitual",
            Status::Planned => "planned",
            Status::Cancelled => "cancelled",
            Status::Denied => "denied",
            Status::Possible => "possible",
            Status::Conditional => "conditional",
            Status::Counterfactual => "counterfactual",
        })
    }
}

/// Finds the events of a tagged document. Tokens inside `mentions` are no triggers.
pub fn find(document: &Document<'_>, mentions: &[Mention]) -> Vec<Event> {
    let mut words = Words::new(document, mentions);
    let quotations = quote::find(&words);
    for q in &quotations {
        words.quote(q.tokens.clone());
    }
    let mut groups: Packed<Group> = Packed::with_capacity(document.tokens.len() / 8);
    let mut clauses: Packed<Clause> = Packed::with_capacity(document.tokens.len() / 8);
    let mut own = Vec::new();
    for sentence in &document.sentences {
        let first = groups.len();
        group::find(&words, sentence.tokens.clone(), first, &mut own);
        let mut found = clause::find(&words, &own, first, sentence.tokens.clone());
        mend::mend(&words, &mut own, &mut found, first);
        tense::agree(&words, &mut own, &found);
        for (mut group, clause) in own.iter().copied().zip(found) {
            tense::settle(&words, &mut group, &clause);
            groups.push(group);
            clauses.push(clause);
        }
    }
    // What was made ready for more is given back.
    groups.shrink_to_fit();
    clauses.shrink_to_fit();
    build::events(&words, &groups, &clauses, quotations)
}
