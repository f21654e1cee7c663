//! From the words to the date: statements in plain words.

use super::{Entry, Evidence, Quote, Timeline};
use crate::link::{Entity, Relation, Statement};
use crate::timex::{Signal, Timex};
use std::fmt::Write as _;

impl Timeline {
    /// From the words to the date of an entry, step by step.
    pub fn evidence(&self, entry: &Entry) -> Vec<Evidence> {
        let statements = entry.evidence.iter().filter_map(|&s| self.relations.get(s as usize));
        statements.map(|statement| self.step(statement)).collect()
    }

    /// The date of an entry and how it follows from the words, as one sentence: `2025-03-07, because “on Friday” =
    /// 2025-03-07`.
    pub fn because(&self, entry: &Entry) -> String {
        let mut prose = entry.when.to_string();
        for (i, step) in self.evidence(entry).iter().enumerate() {
            prose.push_str(if i == 0 { ", because " } else { "; " });
            prose.push_str(&step.to_string());
        }
        prose
    }

    /// A statement in plain words.
    pub(crate) fn step(&self, statement: &Statement) -> Evidence {
        let mut says = String::with_capacity(64);
        self.name(statement.left(), &mut says);
        match (statement.relation(), statement.right()) {
            (Relation::Offset(t), right) => {
                let by = self.expressions.get(t).map_or("", |t| t.text.as_str());
                says.extend([" counted by \"", by, "\" from "]);
                self.name(right, &mut says);
            }
            (Relation::Aged(age), right) => {
                says.extend([" at the age of ", &age.to_string(), ", counted from "]);
                self.name(right, &mut says);
            }
            (Relation::Before, Entity::Publication) => says.push_str(": over before the publication"),
            (Relation::After, Entity::Publication) => says.push_str(": still to come at the publication"),
            (relation, right) => {
                says.extend([" ", verb(relation, self.signal(right)), " "]);
                self.name(right, &mut says);
            }
        }
        Evidence { quote: Quote::of(statement.span(), &self.text), says }
    }

    fn signal(&self, entity: Entity) -> Option<Signal> {
        match entity {
            Entity::Timex(t) => self.expressions.get(t)?.signal,
            _ => None,
        }
    }

    fn name(&self, entity: Entity, out: &mut String) {
        match entity {
            Entity::Publication => {
                let _ = write!(out, "the publication ({})", self.published.date());
            }
            Entity::Event(e) => out.extend(self.events.get(e).into_iter().flat_map(|e| ["\"", &e.text, "\""])),
            Entity::Timex(t) => self.expressions.get(t).into_iter().for_each(|t| dated(t, out)),
        }
    }
}

fn verb(relation: Relation, signal: Option<Signal>) -> &'static str {
    match relation {
        Relation::Before => "before",
        Relation::After => "after",
        Relation::During if signal == Some(Signal::Within) => "within",
        Relation::During => "on or in",
        Relation::ToldAt => "told at",
        Relation::Near => "told in the light of",
        Relation::Includes => "spans",
        Relation::Same => "is the same as, or at the same time as,",
        Relation::Overlaps => "still holds at",
        Relation::BegunBy => "since",
        Relation::EndedBy => "until",
        Relation::NotBefore => "not before",
        Relation::NotAfter => "not after",
        Relation::Lasts => "lasts",
        Relation::Again => "once more on or in",
        Relation::Offset(_) | Relation::Aged(_) => "counted from",
    }
}

/// "Saturday = 2025-03-08 (the verb is in the past)".
fn dated(timex: &Timex, out: &mut String) {
    out.extend(["\"", &timex.text, "\" = ", &timex.value]);
    if let Some(reason) = &timex.reason {
        out.extend([" (", reason, ")"]);
    }
}
