//! What is bare: the mere source of another entry, and what nobody is named for.

use crate::assemble::Facts;
use crate::event::{Class, Event, Role, Source, Status, Tense, Trigger};
use crate::span::Span;
use crate::text;
use crate::{Detail, Timex};

impl Facts<'_> {
    /// The source of another entry ("he said", "according to minutes"), a refusal to speak, or what nobody is named for
    /// ("scheduled next January").
    pub(super) fn is_bare(&self, e: usize, event: &Event) -> bool {
        let nameless = event.trigger == Trigger::Verb
            && event.tense == Tense::PastPart
            && matches!(event.role, Role::Cause | Role::Other | Role::Relative | Role::When | Role::Condition)
            && event.agent().is_none()
            && event.patient().is_none();
        let says = event.class == Class::Reporting && event.trigger == Trigger::Verb;
        let plain = matches!(event.lemma.as_str(), "say" | "tell");
        let silent = plain && !event.passive && !self.tells(e, event) && !self.says_alone(e, event)
            // "..., the airline announced on Friday": what is announced has its own entry.
            || says && event.patient().is_none() && !plain && self.is_told_before(e, event)
            // "did not elaborate", "declined to comment"
            || says && event.status == Status::Denied && event.patient().is_none()
            // "I would rather explain it now"
            || says && event.quoted && event.status != Status::Happened;
        // "was supposed *to take a year*", "was not expected *to return*": what it was about has the entry, if anything has.
        let expected = |x: &Event| match event.status {
            Status::Denied => true,
            _ => x.status == Status::Cancelled,
        };
        let thought = event.class == Class::IState && event.passive && self.completes(e).is_some_and(expected);
        let declines = event.class == Class::IAction
            && self.completes(e).is_some_and(|x| x.class == Class::Reporting && x.status == Status::Denied);
        // "rejected the suggestion that ...": the suggestion has an entry that says so.
        let refuses = event.class == Class::IAction && !self.is_dated(e) && self.refuses(e);
        // "Asked about it, she said no"
        let asked = event.class == Class::Reporting && event.passive && event.role == Role::Participle;
        // "..., listening"
        let alone = event.tense == Tense::PresPart && event.role == Role::Participle && self.words(event) == 1;
        // "running for a seat in May": who, nobody knows.
        let unowned = matches!(event.tense, Tense::PresPart | Tense::Infinitive)
            && event.trigger == Trigger::Verb
            && event.syntax().subject.is_none()
            && self
                .article
                .text
                .get(event.clause().start..event.span().start)
                .is_none_or(|w| text::words(w).count() < 2)
            && event.agent().is_none();
        let lost = self.is_lost(event) && self.front_of_sentence(event).is_none();
        let unowned = unowned || lost;
        let saying = asked || silent || declines || refuses || thought;
        event.text.eq_ignore_ascii_case("according") || alone || nameless || unowned || saying
    }

    /// Whether a saying has a day of its own and nothing that is said gets an entry: “It is going ahead,” she said on Friday.
    fn says_alone(&self, e: usize, event: &Event) -> bool {
        let said = |x: &Event| matches!(x.source(), Source::Speaker { saying: Some(s), .. } if s == e);
        let near = e.saturating_sub(8)..(e + 8).min(self.events.len());
        let mut content = near.filter(|&n| self.events.get(n).is_some_and(said)).peekable();
        self.is_dated_itself(e)
            && event.tense == Tense::Past
            && content.peek().is_some()
            && content.all(|n| {
                self.events.get(n).is_some_and(|x| x.class != Class::Reporting && x.quoted)
                    && !self.is_listed(n, Detail::Standard)
            })
    }

    /// Whether an event denies what its clause holds.
    fn refuses(&self, e: usize) -> bool {
        let denied = |x: &Event| {
            let said = matches!(x.source(), Source::Speaker { saying: Some(s), .. } if s == e);
            said && x.status == Status::Denied && x.trigger == Trigger::Verb
        };
        self.events.iter().skip(e + 1).take(6).any(denied)
    }

    /// Whether all that is said stands before the saying.
    fn is_told_before(&self, e: usize, event: &Event) -> bool {
        let content = |x: &&Event| x.governor() == Some(e) && x.role == Role::Content;
        let near = |x: &&Event| x.sentence() == event.sentence();
        let (before, behind) = (self.events.get(..e).unwrap_or_default(), self.events.get(e + 1..).unwrap_or_default());
        before.iter().rev().take_while(near).any(|x| content(&x))
            && !behind.iter().take_while(near).any(|x| content(&x))
    }

    /// Whether the clause of a saying holds what is said.
    fn tells(&self, e: usize, event: &Event) -> bool {
        let behind = Span::new(event.span().end, event.clause().end.max(event.span().end));
        // "he said Friday"
        let next = self.expressions.get(self.expressions.partition_point(|t| t.span.end <= behind.start));
        let between = |t: &Timex| self.article.text.get(behind.start..t.span.start).map(text::words);
        if next.is_some_and(|t| between(t).is_none_or(|mut w| w.next().is_none()) && t.span.end >= behind.end) {
            return false;
        }
        let rest = behind.of(&self.article.text);
        let mut words = text::words(rest);
        // "said at a news conference", "told an interviewer in 1999" against "said it had been true".
        let first = words.next().unwrap_or_default();
        let circumstance = event.lemma == "tell"
            || matches!(first, "" | "at" | "in" | "on" | "by" | "to" | "late" | "early" | "after");
        let behind = self.events.iter().skip(e + 1).take(12);
        !circumstance
            || words.any(|w| w == "that")
            || behind.into_iter().any(|x| x.governor() == Some(e) && event.clause().contains(x.span()))
    }
}
