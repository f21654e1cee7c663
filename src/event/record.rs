//! An event as the result holds it. A long text makes tens of thousands of them for each megabyte, so that places and
//! numbers are packed and read by methods.

use super::{Aspect, Class, Polarity, Referent, Role, Source, Status, Syntax, Tense, Trigger};
use crate::compact::{Index, Place};
use crate::shared::Text;
use crate::span::Span;

/// An event that the text mentions, with what is asserted about it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "data::Event", from = "data::Event"))]
#[non_exhaustive]
pub struct Event {
    /// The trigger's words.
    pub text: Text,
    /// The trigger's dictionary form, in lower case.
    pub lemma: Text,
    /// The modal word that governs it ("may", "would"), in lower case.
    pub modality: Option<Text>,
    /// Who tells it, where that is not the article.
    speaker: Option<Text>,
    span: Place,
    clause: Place,
    phrase: Place,
    agent: Place,
    patient: Place,
    recipient: Place,
    place: Place,
    subject: Place,
    referent: Place,
    auxiliaries: Place,
    object: Place,
    named: Place,
    saying: Index,
    governor: Index,
    repeats: Index,
    token: Index,
    sentence: Index,
    /// What kind of word the trigger is.
    pub trigger: Trigger,
    /// TimeML class.
    pub class: Class,
    /// Grammatical tense (TimeML).
    pub tense: Tense,
    /// Grammatical aspect (TimeML).
    pub aspect: Aspect,
    /// Whether it is negated.
    pub polarity: Polarity,
    /// Whether the verb is passive.
    pub passive: bool,
    /// What the text asserts about it.
    pub status: Status,
    /// How it hangs on its governor.
    pub role: Role,
    /// Whether an editor would list it among the few that the article is about.
    pub headline: bool,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    plural: bool,
    /// Whether the referent begins with a name, and whether its capital only opens a sentence.
    is_name: bool,
    is_small: bool,
}

impl Event {
    /// An event of which no more is known than its trigger.
    pub(super) fn new(trigger: Trigger, class: Class, text: Text, lemma: Text, span: Span) -> Self {
        Event {
            text,
            lemma,
            modality: None,
            speaker: None,
            span: span.into(),
            clause: Span::default().into(),
            phrase: span.into(),
            agent: Place::NONE,
            patient: Place::NONE,
            recipient: Place::NONE,
            place: Place::NONE,
            subject: Place::NONE,
            referent: Place::NONE,
            auxiliaries: Place::NONE,
            object: Place::NONE,
            named: Place::NONE,
            saying: Index::NONE,
            governor: Index::NONE,
            repeats: Index::NONE,
            token: 0.into(),
            sentence: 0.into(),
            trigger,
            class,
            tense: Tense::None,
            aspect: Aspect::None,
            polarity: Polarity::Pos,
            passive: false,
            status: Status::Happened,
            role: Role::Main,
            headline: false,
            quoted: false,
            plural: false,
            is_name: false,
            is_small: false,
        }
    }

    /// The trigger: the head word that names it.
    pub fn span(&self) -> Span {
        self.span.or_empty()
    }

    /// The trigger's token.
    pub fn token(&self) -> usize {
        self.token.get().unwrap_or(0)
    }

    /// The sentence that it stands in.
    pub fn sentence(&self) -> usize {
        self.sentence.get().unwrap_or(0)
    }

    /// The clause that tells it, trimmed to read as a sentence of its own.
    pub fn clause(&self) -> Span {
        self.clause.or_empty()
    }

    /// The trigger with what belongs to it: a noun's whole phrase ("the second round of talks"), else the trigger alone.
    pub fn phrase(&self) -> Span {
        self.phrase.or_empty()
    }

    /// Who does it.
    pub fn agent(&self) -> Option<Span> {
        self.agent.span()
    }

    /// Whom or what it is done to.
    pub fn patient(&self) -> Option<Span> {
        self.patient.span()
    }

    /// Who gets it, or is told.
    pub fn recipient(&self) -> Option<Span> {
        self.recipient.span()
    }

    /// Where.
    pub fn place(&self) -> Option<Span> {
        self.place.span()
    }

    /// What else belongs to its words, wherever in the sentence it stands.
    pub fn syntax(&self) -> Syntax {
        Syntax {
            subject: self.subject.span(),
            plural: self.plural,
            referent: self.referent.span().map(|span| Referent { span, name: self.is_name, small: self.is_small }),
            auxiliaries: self.auxiliaries.span(),
            object: self.object.span(),
        }
    }

    /// Who asserts it.
    pub fn source(&self) -> Source<'_> {
        match &self.speaker {
            Some(name) => Source::Speaker { name, span: self.named.span(), saying: self.saying.get() },
            None => Source::Narrator,
        }
    }

    /// The event whose clause governs this one's: the saying, the plan, the begin. An index into the list of events.
    pub fn governor(&self) -> Option<usize> {
        self.governor.get()
    }

    /// The earlier mention of the same event. An index into the list of events.
    pub fn repeats(&self) -> Option<usize> {
        self.repeats.get()
    }

    pub(super) fn stand(&mut self, token: usize, sentence: usize) {
        (self.token, self.sentence) = (token.into(), sentence.into());
    }

    pub(super) fn hang(&mut self, governor: Option<usize>, role: Role) {
        (self.governor, self.role) = (governor.into(), role);
    }

    pub(super) fn set_clause(&mut self, clause: Span) {
        self.clause = clause.into();
    }

    pub(super) fn set_phrase(&mut self, phrase: Span) {
        self.phrase = phrase.into();
    }

    pub(super) fn set_parties(&mut self, agent: Option<Span>, patient: Option<Span>, recipient: Option<Span>) {
        (self.agent, self.patient, self.recipient) = (agent.into(), patient.into(), recipient.into());
    }

    pub(super) fn set_place(&mut self, place: Option<Span>) {
        self.place = place.into();
    }

    pub(super) fn set_syntax(&mut self, syntax: Syntax) {
        let Syntax { subject, plural, referent, auxiliaries, object } = syntax;
        (self.subject, self.plural) = (subject.into(), plural);
        self.set_referent(referent);
        (self.auxiliaries, self.object) = (auxiliaries.into(), object.into());
    }

    pub(super) fn set_referent(&mut self, referent: Option<Referent>) {
        self.referent = referent.map(|r| r.span).into();
        (self.is_name, self.is_small) = referent.map_or((false, false), |r| (r.name, r.small));
    }

    pub(super) fn set_speaker(&mut self, name: Text, span: Option<Span>, saying: Option<usize>) {
        (self.speaker, self.named, self.saying) = (Some(name), span.into(), saying.into());
    }

    pub(super) fn set_repeats(&mut self, first: usize) {
        self.repeats = first.into();
    }
}

/// How an event is written down.
#[cfg(feature = "serde")]
mod data {
    use super::super::{Aspect, Class, Polarity, Role, Status, Syntax, Tense, Trigger};
    use crate::shared::Text;
    use crate::span::Span;

    #[derive(serde::Serialize, serde::Deserialize)]
    pub(super) struct Event {
        span: Span,
        text: Text,
        token: usize,
        sentence: usize,
        lemma: Text,
        trigger: Trigger,
        class: Class,
        tense: Tense,
        aspect: Aspect,
        polarity: Polarity,
        modality: Option<Text>,
        passive: bool,
        status: Status,
        clause: Span,
        phrase: Span,
        agent: Option<Span>,
        patient: Option<Span>,
        recipient: Option<Span>,
        place: Option<Span>,
        syntax: Syntax,
        source: Source,
        governor: Option<usize>,
        role: Role,
        repeats: Option<usize>,
        headline: bool,
        quoted: bool,
    }

    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Source {
        Narrator,
        Speaker { name: Text, span: Option<Span>, saying: Option<usize> },
    }

    impl From<super::Event> for Event {
        fn from(e: super::Event) -> Self {
            let (span, saying) = (e.named.span(), e.saying.get());
            Event {
                span: e.span(),
                token: e.token(),
                sentence: e.sentence(),
                clause: e.clause(),
                phrase: e.phrase(),
                agent: e.agent(),
                patient: e.patient(),
                recipient: e.recipient(),
                place: e.place(),
                syntax: e.syntax(),
                governor: e.governor(),
                repeats: e.repeats(),
                source: e.speaker.map_or(Source::Narrator, |name| Source::Speaker { name, span, saying }),
                text: e.text,
                lemma: e.lemma,
                modality: e.modality,
                trigger: e.trigger,
                class: e.class,
                tense: e.tense,
                aspect: e.aspect,
                polarity: e.polarity,
                passive: e.passive,
                status: e.status,
                role: e.role,
                headline: e.headline,
                quoted: e.quoted,
            }
        }
    }

    impl From<Event> for super::Event {
        fn from(e: Event) -> Self {
            let mut event = super::Event {
                modality: e.modality,
                tense: e.tense,
                aspect: e.aspect,
                polarity: e.polarity,
                passive: e.passive,
                status: e.status,
                headline: e.headline,
                quoted: e.quoted,
                ..super::Event::new(e.trigger, e.class, e.text, e.lemma, e.span)
            };
            event.stand(e.token, e.sentence);
            event.hang(e.governor, e.role);
            event.set_clause(e.clause);
            event.set_phrase(e.phrase);
            event.set_parties(e.agent, e.patient, e.recipient);
            event.set_place(e.place);
            event.set_syntax(e.syntax);
            if let Source::Speaker { name, span, saying } = e.source {
                event.set_speaker(name, span, saying);
            }
            if let Some(first) = e.repeats {
                event.set_repeats(first);
            }
            event
        }
    }
}
