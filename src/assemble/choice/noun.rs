//! Nouns that get an entry of their own beside the verb of their clause.

use crate::assemble::Facts;
use crate::event::{Class, Event, Role, Status, Trigger};
use crate::span::Span;
use crate::text;

impl Facts<'_> {
    /// A noun that stands for itself: its own phrase is dated, or its sentence has no verb.
    pub(super) fn is_noun_of_its_own(&self, e: usize, event: &Event) -> bool {
        if event.status == Status::Habitual {
            return false;
        }
        if self.is_arranged(event) || self.is_awaited(e, event) || self.is_called_off(e, event) || self.exists(event) {
            return true;
        }
        let near = self.events.get(e.saturating_sub(40)..(e + 40).min(self.events.len())).unwrap_or_default();
        let verb = |x: &Event| x.trigger == Trigger::Verb && x.sentence() == event.sentence();
        match (self.dated_noun(e, event), event.governor().and_then(|g| self.events.get(g))) {
            // "agreed on a truce until May": that date is the verb's; "the 2015 truce" has its own, and so has a subject.
            (Some(phrase), Some(g)) if event.role == Role::Object => {
                phrase.end == event.phrase().end || phrase.end <= g.span().start
            }
            // "said at a conference on Friday": a circumstance of what the verb tells.
            (Some(phrase), _) => !self.is_circumstance(event, phrase),
            (None, _) => !near.iter().any(verb),
        }
    }

    /// "The next session is set for May": the date is the noun's, not the verb's, and the clause tells both.
    pub(super) fn is_arranged(&self, event: &Event) -> bool {
        event.trigger == Trigger::Noun
            && event.role == Role::Object
            && event.governor().is_some_and(|g| {
                let planned = |verb: &Event| {
                    verb.passive && verb.status == Status::Planned && event.clause().contains(verb.span())
                };
                !self.is_dated(g) && self.events.get(g).is_some_and(planned)
            })
    }

    /// "has promised a result by Friday": what somebody promises, expects or calls for a day to come, by a verb that has none.
    pub(in crate::assemble) fn is_awaited(&self, e: usize, event: &Event) -> bool {
        let mind = |verb: &Event| {
            matches!(verb.class, Class::IAction | Class::IState | Class::Reporting | Class::Perception)
                && verb.trigger == Trigger::Verb
                && event.clause().contains(verb.span())
        };
        let end = self.when.get(e).and_then(|when| when.end.latest);
        event.trigger == Trigger::Noun
            && event.role == Role::Object
            && event.status == Status::Planned
            && self.is_dated_itself(e)
            && end.is_some_and(|at| at > self.article.published)
            && event.governor().is_some_and(|g| !self.is_dated_itself(g) && self.events.get(g).is_some_and(mind))
    }

    /// "The vote, promised for May, has been called off": it was to be at a time of its own, and the clause of a verb without
    /// one tells that it will not.
    fn is_called_off(&self, e: usize, event: &Event) -> bool {
        event.role == Role::Object
            && event.status == Status::Cancelled
            && self.is_dated_itself(e)
            && event.governor().is_some_and(|g| {
                let told = |verb: &Event| verb.passive && event.clause().contains(verb.span());
                !self.is_dated(g) && self.events.get(g).is_some_and(told)
            })
    }

    /// Whether a noun stands behind a preposition and its date behind it, not set off by a comma: the verb happens then.
    fn is_circumstance(&self, event: &Event, phrase: Span) -> bool {
        let before = self.article.text.get(..phrase.start).unwrap_or_default();
        let word = text::words(before).next_back().unwrap_or_default();
        let ordered = matches!(event.role, Role::After | Role::Before | Role::Since | Role::Until);
        // "died within weeks of his capture on March 26"
        let first = text::words(phrase.of(&self.article.text)).next().unwrap_or_default();
        let owned = word.eq_ignore_ascii_case("of") && OWNERS.iter().any(|owner| owner.eq_ignore_ascii_case(first));
        let preposition = ["at", "for", "with", "of", "by", "in", "on", "over", "against", "from", "about", "into"];
        let gap = self.article.text.get(event.phrase().end..phrase.end).unwrap_or_default();
        let aside = gap.trim_start().starts_with(',');
        !ordered
            && !aside
            && !owned
            && phrase.end > event.phrase().end
            && preposition.iter().any(|p| word.eq_ignore_ascii_case(p))
    }
}

/// Words that say whose an event was.
const OWNERS: &[&str] = &["his", "her", "its", "their", "our", "my"];
