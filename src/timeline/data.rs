//! How a timeline is written down: entries with their words and their evidence, for readers who have nothing else.

use super::{Added, Conflict, Evidence, Quote, Timeline, Times, When};
use crate::compact::Place;
use crate::event::{Event, Status};
use crate::link::Statement;
use crate::shared::Text;
use crate::timex::Timex;
use chrono::NaiveDateTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

#[derive(Serialize, Deserialize)]
#[serde(rename = "Timeline")]
struct Written<'t> {
    published: NaiveDateTime,
    text: Cow<'t, Text>,
    entries: Vec<Entry>,
    expressions: Cow<'t, [Timex]>,
    events: Cow<'t, [Event]>,
    when: Cow<'t, Times>,
    relations: Cow<'t, [Statement]>,
    conflicts: Cow<'t, [Conflict]>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    event: usize,
    quote: Quote,
    sentence: String,
    trigger: Quote,
    when: When,
    status: Status,
    negated: bool,
    agent: Option<Quote>,
    patient: Option<Quote>,
    recipient: Option<Quote>,
    place: Option<Quote>,
    speaker: Option<Text>,
    evidence: Vec<Evidence>,
    /// The evidence as indices into the relations.
    statements: Box<[u32]>,
    /// What the sentence has in brackets.
    added: Box<[Added]>,
}

impl Serialize for Timeline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = |e: &super::Entry| Entry {
            event: e.event,
            quote: e.quote(),
            sentence: e.sentence(),
            trigger: e.trigger(),
            when: e.when,
            status: e.status,
            negated: e.negated,
            agent: e.agent(),
            patient: e.patient(),
            recipient: e.recipient(),
            place: e.place(),
            speaker: e.speaker.clone(),
            evidence: self.evidence(e),
            statements: e.evidence.clone(),
            added: e.added.clone(),
        };
        let written = Written {
            published: self.published,
            text: Cow::Borrowed(&self.text),
            entries: self.entries.iter().map(entry).collect(),
            expressions: Cow::Borrowed(&self.expressions),
            events: Cow::Borrowed(&self.events),
            when: Cow::Borrowed(&self.when),
            relations: Cow::Borrowed(&self.relations),
            conflicts: Cow::Borrowed(&self.conflicts),
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Timeline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let text = written.text.into_owned();
        let place = |quote: Option<Quote>| Place::from(quote.map(|q| q.span));
        let entry = |e: Entry| super::Entry {
            event: e.event,
            when: e.when,
            status: e.status,
            negated: e.negated,
            speaker: e.speaker,
            text: text.clone(),
            quote: e.quote.span.into(),
            trigger: e.trigger.span.into(),
            agent: place(e.agent),
            patient: place(e.patient),
            recipient: place(e.recipient),
            place: place(e.place),
            added: e.added,
            evidence: e.statements,
        };
        Ok(Timeline {
            published: written.published,
            entries: written.entries.into_iter().map(entry).collect(),
            expressions: written.expressions.into_owned(),
            events: written.events.into_owned(),
            when: written.when.into_owned(),
            relations: written.relations.into_owned(),
            conflicts: written.conflicts.into_owned(),
            text,
        })
    }
}
