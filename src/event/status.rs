//! What the text asserts about an event: happened, planned, denied, possible ...

mod finite;
mod nonfinite;
mod noun;
mod signs;
mod under;

use super::clause::Clause;
use super::group::{Form, Group};
use super::words::Words;
use super::{Aspect, Role, Status, Tense};
use crate::compact::Packed;
use crate::text::Ptb;

pub(super) use noun::noun;

/// What a step knows of the sentences and clauses.
pub(super) struct Assertions<'w, 'd> {
    pub(super) words: &'w Words<'d>,
    pub(super) groups: &'w Packed<Group>,
    pub(super) clauses: &'w Packed<Clause>,
    /// For each group whether a condition hangs on it.
    pub(super) conditional: &'w [bool],
    /// Whether the story is told in the present tense: "“It was the wind,” he *says*".
    pub(super) staged: bool,
}

impl Assertions<'_, '_> {
    /// The status of the verb of group `g`.
    pub(super) fn verb(&self, g: usize) -> Status {
        self.of(g, 0)
    }

    fn of(&self, g: usize, depth: usize) -> Status {
        let (Some(group), Some(clause)) = (self.groups.get(g), self.clauses.get(g)) else { return Status::Happened };
        let w = self.words;
        if depth > 12 {
            return Status::Happened;
        }
        let above = clause.governor.filter(|h| *h != g);
        let role = clause.role;
        if let Some(from) = group.shares {
            let shared = self.of(from, depth + 1);
            return if group.negative && !self.groups.get(from).is_some_and(|x| x.negative) {
                Status::Denied
            } else {
                shared
            };
        }
        if let Some(asked) = self.question(&group) {
            return asked;
        }
        if role == Role::Condition {
            let unreal = group.tense == Tense::Past
                && group.aspect != Aspect::None
                && (group.inverted
                    || above.is_some_and(|h| {
                        self.of_modal(h).is_some_and(|m| matches!(m, "would" | "could" | "might" | "'d" | "’d"))
                    }));
            return if unreal { Status::Counterfactual } else { Status::Conditional };
        }
        let own = match group.form {
            Form::Finite => self.finite(g, &group, &clause, above, depth),
            // An order: "“Ask me in a year,” he said"
            Form::Bare if clause.subject.is_none() && role == Role::Content => Status::Possible,
            Form::Bare if above.is_none() && clause.noun.is_none() => {
                if clause.subject.is_none() {
                    Status::Possible
                } else {
                    Status::Ongoing
                }
            }
            _ => self.nonfinite(&group, &clause, above, depth),
        };
        let own = if group.negative && group.form != Form::Finite { negate(own) } else { own };
        // "was to have opened", "voted to widen it, but the plan was dropped"
        if own == Status::Cancelled && role == Role::Complement {
            return own;
        }
        let asserted = matches!(own, Status::Happened | Status::Ongoing | Status::Habitual);
        let whether = own == Status::Planned
            && role == Role::Content
            && clause.noun.is_none()
            && clause.joint.is_some_and(|j| w.low(j) == "whether");
        if asserted && self.is_rejected(&clause) {
            return Status::Denied;
        }
        let own = if asserted && self.is_left_open(&clause) || whether { Status::Possible } else { own };
        // What is said, thought or doubted.
        if (role == Role::Content || role == Role::Complement && clause.noun.is_none())
            && let Some(h) = above
        {
            return self.under(g, h, own, role, depth);
        }
        // "provided that the engine is mended and a crew arrives"
        if role == Role::Coordinate
            && group.modal.is_none()
            && above.and_then(|h| self.clauses.get(h)).is_some_and(|c| c.role == Role::Condition)
            && clause.joint.is_some_and(|j| w.ptb(j) == Ptb::Cc && j > 0 && !w.is_comma(j - 1))
        {
            return Status::Conditional;
        }
        if role == Role::Coordinate && group.modal.is_none() && own == Status::Happened && clause.joint.is_some() {
            // "if he came and stayed": what holds of the first holds of the second, in the same clause.
            if let Some(h) = above.filter(|_| clause.subject.is_some() && clause.left == group.start) {
                let first = self.of(h, depth + 1);
                if matches!(first, Status::Conditional | Status::Possible | Status::Counterfactual) {
                    return first;
                }
            }
        }
        own
    }

    fn question(&self, group: &Group) -> Option<Status> {
        let w = self.words;
        let sentence = w.sentence(group.main);
        if !group.inverted {
            return None;
        }
        let mut end = sentence.end;
        while end > sentence.start && (w.is_quote_mark(end - 1) || w.low(end - 1) == ")") {
            end -= 1;
        }
        let asks = (group.main + 1..sentence.end).any(|k| w.low(k) == "?") || end > 0 && w.low(end - 1) == "?";
        // "Why did he leave?" takes the leaving for granted.
        let presupposes =
            group.start > sentence.start && matches!(w.low(group.start - 1), "why" | "when" | "how" | "where");
        (asks && !presupposes).then_some(Status::Possible)
    }
}

/// "no", "nobody", "none": what makes a noun phrase negative.
pub(super) fn is_no(word: &str) -> bool {
    matches!(word, "no" | "nobody" | "none" | "neither" | "nothing" | "no-one" | "nor")
}

fn negate(status: Status) -> Status {
    match status {
        Status::Denied => Status::Possible,
        _ => Status::Denied,
    }
}
