//! The status of infinitives, gerunds and participles: from the noun or the verb that they hang on.

use super::Assertions;
use super::noun::noun_complement;
use crate::event::clause::Clause;
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::event::words::Phrase;
use crate::event::{Role, Status, Tense};

impl Assertions<'_, '_> {
    pub(super) fn nonfinite(&self, group: &Group, clause: &Clause, above: Option<usize>, depth: usize) -> Status {
        let w = self.words;
        if let Some(j) = clause.joint
            && (matches!(w.low(j), "without")
                || matches!(w.low(j), "of" | "than") && j > 0 && matches!(w.low(j - 1), "instead" | "rather"))
        {
            return Status::Denied;
        }
        // "no harm in engaging with an enemy"
        if clause.joint.is_some_and(|j| {
            w.low(j) == "in" && j > 0 && matches!(w.low(j - 1), "harm" | "point" | "sense" | "danger" | "risk" | "use")
        }) {
            return Status::Possible;
        }
        // "decides whether to try him"
        if group.form == Form::Infinitive && group.start > 0 && w.low(group.start - 1) == "whether" {
            return Status::Possible;
        }
        if let Some(n) = clause.noun.filter(|_| clause.role != Role::Relative) {
            // "rejected a proposal to breed them"
            let declined = above.and_then(|h| self.groups.get(h)).is_some_and(|x| {
                w.has(x.main, Sense::Denying) && !x.negative && w.phrase(n).is_some_and(|p| p.left() == x.main + 1)
            });
            return if declined { Status::Denied } else { noun_complement(w, n) };
        }
        // "voted to lengthen it, but the plan was dropped"
        if group.form == Form::Infinitive && self.is_given_up(group) {
            return Status::Cancelled;
        }
        // "the first woman to run it", "the last to leave"
        if group.form == Form::Infinitive && self.is_ranked(group, above) {
            return Status::Happened;
        }
        // "tried to have the sign removed": it is if they have it.
        let causes = |x: &Group| {
            matches!(w.lemma(x.main), "have" | "get")
                && clause.noun.and_then(|n| w.phrase(n)).is_some_and(|p| p.left() == x.main + 1)
        };
        if group.form == Form::Participle
            && clause.role == Role::Relative
            && let Some(h) = above.filter(|h| self.groups.get(*h).filter(causes).is_some())
        {
            return self.of(h, depth + 1);
        }
        match clause.role {
            Role::Purpose => match above.map(|h| self.of(h, depth + 1)) {
                Some(Status::Denied) => Status::Denied,
                Some(Status::Happened) if self.comes_to_speak(group, above) => Status::Happened,
                _ => Status::Planned,
            },
            Role::Relative => match group.form {
                Form::Participle if self.is_arranged(group) => self.arranged(clause),
                Form::Infinitive => Status::Planned,
                // "showed a man leaving the train" against "shows a man leaving it"
                Form::Gerund => match above.and_then(|h| self.groups.get(h)) {
                    Some(x) if x.tense == Tense::Past && x.form == Form::Finite && x.modal.is_none() => {
                        Status::Happened
                    }
                    _ => Status::Ongoing,
                },
                _ => Status::Happened,
            },
            // "talked about closing it"
            Role::Complement
                if group.form == Form::Gerund
                    && above.and_then(|h| self.groups.get(h)).is_some_and(|x| {
                        matches!(
                            w.lemma(x.main),
                            "confer"
                                | "debate"
                                | "discuss"
                                | "meet"
                                | "negotiate"
                                | "talk"
                                | "vote"
                                | "agree"
                                | "plan"
                                | "insist"
                        )
                    }) =>
            {
                Status::Planned
            }
            Role::Complement if group.form == Form::Gerund => Status::Happened,
            // "remained closed"
            Role::Complement if group.form == Form::Participle && above.is_some_and(|h| self.links(h)) => {
                above.map_or(Status::Happened, |h| self.of(h, depth + 1))
            }
            // "came on Monday to say"
            Role::Complement if self.comes_to_speak(group, above.filter(|h| !self.may_send(*h))) => Status::Happened,
            Role::Complement => Status::Planned,
            _ => match above {
                Some(h) => match self.of(h, depth + 1) {
                    Status::Denied if !matches!(clause.role, Role::Coordinate) => Status::Happened,
                    Status::Ongoing if group.form == Form::Participle => Status::Happened,
                    s => s,
                },
                None if group.form == Form::Infinitive => Status::Planned,
                None => Status::Happened,
            },
        }
    }

    /// Whether the plan that an infinitive tells of is dropped further on in its sentence.
    fn is_given_up(&self, group: &Group) -> bool {
        let w = self.words;
        let first = self.groups.partition_point(|x| x.main <= group.main);
        let end = w.sentence(group.main).end;
        let rest = self.groups.within(first..first + 6).zip(self.clauses.within(first..first + 6));
        let rest = rest.take_while(|(x, _)| x.main < end);
        let plan = |p: &Phrase| {
            w.low(p.start) == "the"
                && matches!(w.low(p.head), "plan" | "plans" | "idea" | "proposal" | "scheme" | "project" | "bid")
        };
        let mut told = rest.filter(|(_, c)| c.joint.is_some_and(|j| w.low(j) == "but"));
        told.any(|(x, c)| {
            x.passive && !x.negative && w.has(x.main, Sense::Cancelling) && c.subject.is_some_and(|p| plan(&p))
        })
    }

    /// Whether an infinitive tells what makes somebody the first or the last of those who did it.
    fn is_ranked(&self, group: &Group, above: Option<usize>) -> bool {
        let w = self.words;
        let ahead = above.and_then(|h| self.groups.get(h)).is_some_and(|x| x.modal.is_some());
        let p = group.start.checked_sub(1).and_then(|b| w.phrase(b)).filter(|p| p.end == group.start);
        let ranks = |k: usize| {
            matches!(w.low(k), "first" | "last" | "only" | "second" | "third" | "latest" | "youngest" | "oldest")
        };
        !ahead && p.is_some_and(|p| w.low(p.start) == "the" && (p.start..p.end).any(ranks))
    }

    /// "returned to the stage to present it", "rang to say": who came to say something said it.
    pub(super) fn comes_to_speak(&self, group: &Group, above: Option<usize>) -> bool {
        let w = self.words;
        let says = w.has(group.main, Sense::VerbReporting) || matches!(w.lemma(group.main), "talk" | "speak");
        let came = |x: &Group| x.form == Form::Finite && x.tense == Tense::Past && !x.passive && x.modal.is_none();
        let comes = above.and_then(|h| self.groups.get(h)).filter(|x| came(x)).is_some_and(|x| {
            matches!(
                w.lemma(x.main),
                "come"
                    | "go"
                    | "return"
                    | "appear"
                    | "move"
                    | "step"
                    | "rise"
                    | "stand"
                    | "stop"
                    | "interrupt"
                    | "write"
                    | "ring"
                    | "call"
                    | "phone"
                    | "telephone"
            )
        });
        says && comes
    }

    /// A verb that says of its subject what the participle behind it tells.
    pub(super) fn links(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|x| {
            matches!(
                self.words.lemma(x.main),
                "remain" | "stay" | "become" | "get" | "go" | "feel" | "look" | "stand" | "lie"
            )
        })
    }

    /// "called a witness to tell", "moved to announce": it may be another who speaks, or nobody yet.
    pub(super) fn may_send(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|x| matches!(self.words.lemma(x.main), "call" | "move"))
    }

    /// "scheduled for Friday", "planned for May".
    pub(super) fn is_arranged(&self, group: &Group) -> bool {
        let w = self.words;
        matches!(w.lemma(group.main), "schedule" | "plan" | "slate" | "expect") && w.low(group.main + 1) == "for"
    }

    /// What was arranged is planned, unless what is said of it next is that it is off.
    pub(super) fn arranged(&self, clause: &Clause) -> Status {
        let same = |c: &Clause| c.subject.map(|s| s.head) == clause.noun && clause.noun.is_some();
        let first = clause.noun.map_or(0, |n| self.groups.partition_point(|x| x.main < n));
        let mut told = self.groups.within(first..first + 6).zip(self.clauses.within(first..first + 6));
        if told.any(|(x, c)| same(&c) && x.passive && self.is_off(&x)) { Status::Cancelled } else { Status::Planned }
    }
}
