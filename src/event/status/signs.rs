//! Signs in a clause that several rules ask for: negated subjects and objects, dates that are waited for, what is off.

use super::Assertions;
use super::is_no;
use crate::event::Role;
use crate::event::clause::Clause;
use crate::event::group::Group;
use crate::event::lexicon::Sense;
use crate::event::words::Words;
use crate::text::Ptb;

impl Assertions<'_, '_> {
    /// "no evidence that", "fears that", "unclear whether": what may be so or not.
    pub(super) fn is_left_open(&self, clause: &Clause) -> bool {
        let w = self.words;
        if !matches!(clause.role, Role::Content | Role::Relative) {
            return false;
        }
        if clause.role == Role::Content && clause.joint.is_some_and(|j| matches!(w.low(j), "whether" | "if")) {
            return true;
        }
        let Some(noun) = clause.noun else { return false };
        let says = clause.role == Role::Content
            || clause.subject.is_some_and(|s| !matches!(w.ptb(s.head), Ptb::Wdt | Ptb::Wp));
        let open = matches!(
            w.lemma(noun),
            "allegation"
                | "claim"
                | "rumor"
                | "rumour"
                | "suspicion"
                | "possibility"
                | "fear"
                | "hope"
                | "risk"
                | "danger"
                | "chance"
                | "prospect"
                | "likelihood"
                | "speculation"
                | "suggestion"
        );
        open && says || w.phrase(noun).is_some_and(|p| p.owner.is_none() && is_no(w.low(p.start)))
    }

    /// "denied claims that a man was shot", "dismissed the suggestion that": what is said with the noun is denied.
    pub(super) fn is_rejected(&self, clause: &Clause) -> bool {
        let w = self.words;
        let Some(p) = clause.noun.filter(|_| clause.role == Role::Content).and_then(|n| w.phrase(n)) else {
            return false;
        };
        let verb = p.left().checked_sub(1).and_then(|v| self.groups.get(self.groups.partition_point(|x| x.main < v)));
        let denied = |x: Group| x.main + 1 == p.left() && w.has(x.main, Sense::Denying) && !x.negative;
        w.has(p.head, Sense::NounReporting) && verb.is_some_and(denied)
    }

    /// "was cancelled", "was postponed", "has been put off".
    pub(super) fn is_off(&self, group: &Group) -> bool {
        let w = self.words;
        let off = w.low(group.main + 1) == "off" && matches!(w.lemma(group.main), "put" | "call");
        w.has(group.main, Sense::Cancelling) || off || matches!(w.lemma(group.main), "postpone" | "delay" | "defer")
    }

    /// Whether a date stands behind the group up to which it is negated: "will not open before Monday", "not until May".
    pub(super) fn waits(&self, group: &Group) -> bool {
        let w = self.words;
        let limit = w.sentence(group.main).end;
        (group.main + 1..limit)
            .take(12)
            .take_while(|k| !w.is_comma(*k))
            .any(|k| matches!(w.low(k), "until" | "before") && (w.is_timed(k + 1) || w.low(k + 1) == "sometime"))
    }

    /// "No one came", "nobody", "none of them", "neither side", "not a single round", "not everyone".
    pub(super) fn no_subject(&self, clause: &Clause) -> bool {
        let w = self.words;
        clause.subject.is_some_and(|p| {
            let not = p.left().checked_sub(1).is_some_and(|b| w.low(b) == "not");
            p.owner.is_none() && (is_no(w.low(p.start)) || not && is_counted(w, p.start))
        })
    }

    /// "received no letter", "has nothing", "carried not a single passenger".
    pub(super) fn no_object(&self, group: &Group) -> bool {
        let w = self.words;
        let not = usize::from(w.low(group.main + 1) == "not");
        let at = group.main + 1 + not;
        w.phrase(at).is_some_and(|p| p.start == at && (is_no(w.low(at)) || not == 1 && is_counted(w, at)))
    }

    /// Where "due" stands behind a form of "be", over adverbs: "is now due".
    pub(super) fn is_due(&self, group: &Group) -> Option<usize> {
        let w = self.words;
        let next = (group.main + 1..group.main + 4).find(|k| !w.is_adverb(*k))?;
        (w.low(next) == "due").then_some(next)
    }

    /// The modal of a group, in lower case.
    pub(super) fn of_modal(&self, g: usize) -> Option<&str> {
        let m = self.groups.get(g)?.modal?;
        Some(self.words.low(m))
    }
}

/// What "not" stands before to say that there was none or not all: "not a single one", "not everyone", "not one of them".
fn is_counted(w: &Words, i: usize) -> bool {
    matches!(w.low(i), "one" | "everyone" | "everybody" | "every" | "all")
        || matches!(w.low(i), "a" | "an") && w.low(i + 1) == "single"
}
