//! What is only meant: what a text names without telling that it happens.

use crate::assemble::{Facts, WORDS};
use crate::event::{Class, Event, Role, Status, Tense, Trigger};
use crate::link::{Entity, Relation, Statement};
use crate::text;

impl Facts<'_> {
    /// What a text names without telling it: a condition, an order, what somebody is asked or agrees to do where no date
    /// of its own stands behind it, what merely held when something else happened, and time that somebody has.
    pub(super) fn is_only_meant(&self, e: usize, event: &Event) -> bool {
        let order = event.trigger == Trigger::Verb
            && event.tense == Tense::None
            && event.modality.is_none()
            && event.status == Status::Possible;
        let beside = event.class == Class::State && event.role == Role::When;
        // "we have eight weeks"; with what they are for it is a deadline.
        let time =
            event.lemma == "have" && event.status == Status::Ongoing && self.is_dated(e) && self.completes(e).is_none();
        // "the right to work"
        let of_noun = event.tense == Tense::Infinitive
            && event.role == Role::Complement
            && event.governor().and_then(|g| self.events.get(g)).is_some_and(|g| g.trigger == Trigger::Noun);
        // "the news we wanted to give"
        let wished = of_noun
            || event.tense == Tense::Infinitive && event.role == Role::Complement && event.status == Status::Possible;
        let wish = event.governor().and_then(|g| self.events.get(g));
        // "The owners have 21 days to appeal": the time that they have says it.
        let granted = |g: &Event| g.lemma == "have" && g.class == Class::State && g.clause().contains(event.span());
        if event.tense == Tense::Infinitive && wish.is_some_and(granted) && event.status == Status::Possible {
            return true;
        }
        if wished && wish.is_some_and(|g| g.class == Class::IState && g.tense == Tense::Past) {
            return true;
        }
        // "had not been expected *to restart*": they do not say whether it did.
        let unheld = event.role == Role::Complement
            && wish.is_some_and(|g| {
                g.class == Class::IState && g.passive && g.status == Status::Denied && g.tense == Tense::Past
            });
        if unheld {
            return true;
        }
        let asked = (self.is_asked(event) || of_noun) && !self.has_date_behind(e, event);
        // "A round *scheduled for May* will not take place"
        let unheld = |x: &Event| {
            x.status == Status::Denied
                && x.tense == Tense::Future
                && x.clause().contains(event.span())
                && x.trigger == Trigger::Verb
        };
        let set = event.role == Role::Relative && event.tense == Tense::PastPart && event.status == Status::Planned;
        if set && self.events.iter().skip(e + 1).take(2).any(unheld) {
            return true;
        }
        event.role == Role::Condition
            || order
            || beside
            || time
            || asked
            || self.is_cut(e, event)
            || self.is_awaited_for(e, event)
    }

    /// Whether it is what a past event was about: "told her *to go*", "agreed *to meet*".
    pub(in crate::assemble) fn is_asked(&self, event: &Event) -> bool {
        let first = self.first_joined(event);
        matches!(first.role, Role::Complement | Role::Purpose)
            && event.tense == Tense::Infinitive
            && !matches!(event.status, Status::Happened | Status::Cancelled)
            && first.governor().and_then(|g| self.events.get(g)).is_some_and(|g| {
                g.status == Status::Happened && g.trigger == Trigger::Verb && event.clause().contains(g.span())
            })
    }

    /// Whether a clause only says how long or until when something else goes on: "until it *has finished*", "when 42 days
    /// *pass*". One behind a time tells what happens then: "on Wednesday, when they meet".
    fn is_awaited_for(&self, e: usize, event: &Event) -> bool {
        let before = text::trim_end(self.article.text.get(..event.clause().start).unwrap_or_default());
        let joint = text::words(before).next_back().unwrap_or_default();
        let comma = text::trim_end(before.strip_suffix(joint).unwrap_or_default()).ends_with(',');
        // "when the window opens next month" against "when rules allow, probably in May"
        let own = |s: &Statement| {
            let Entity::Timex(t) = s.right() else { return false };
            let gap = self.expressions.get(t).and_then(|t| self.article.text.get(event.span().end..t.span.start));
            s.trust() >= WORDS && s.relation() != Relation::Lasts && gap.is_none_or(|gap| !gap.contains(','))
        };
        matches!(event.role, Role::When | Role::Until)
            && event.tense == Tense::Present
            && matches!(event.status, Status::Planned | Status::Habitual | Status::Ongoing | Status::Conditional)
            && matches!(joint, "until" | "till" | "once" | "when")
            && !comma
            && !self.statements(e).any(own)
    }

    /// Whether an expression behind the trigger dates it.
    fn has_date_behind(&self, e: usize, event: &Event) -> bool {
        let statements = self.statements(e);
        statements.filter(|s| s.trust() >= WORDS).any(|s| match s.right() {
            Entity::Timex(t) => self.expressions.get(t).is_some_and(|t| t.span.start > event.span().end),
            _ => false,
        })
    }
}
