//! What becomes of an event under the verb that says, thinks, plans or prevents it.

use super::Assertions;
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::event::{Aspect, Role, Status, Tense};

impl Assertions<'_, '_> {
    /// What becomes of `own` under the verb of group `h`.
    pub(super) fn under(&self, g: usize, h: usize, own: Status, role: Role, depth: usize) -> Status {
        let (Some(group), Some(clause)) = (self.groups.get(h), self.clauses.get(h)) else { return own };
        let w = self.words;
        let s = w.senses(group.main);
        let status = if clause.governor == Some(h) { Status::Happened } else { self.of(h, depth + 1) };
        if role == Role::Content {
            return match own {
                // "I doubt we shall start"
                Status::Happened | Status::Ongoing | Status::Habitual | Status::Planned | Status::Conditional
                    if w.lemma(group.main) == "doubt" && !group.negative =>
                {
                    Status::Possible
                }
                // "asked why he had been charged" takes it for granted.
                Status::Happened | Status::Ongoing
                    if matches!(w.lemma(group.main), "ask" | "wonder" | "inquire") && self.presupposes(g) =>
                {
                    own
                }
                // "asked who will take over"
                Status::Planned if matches!(w.lemma(group.main), "ask" | "wonder") => Status::Possible,
                Status::Denied if s.has(Sense::Denying) && !s.has(Sense::Doubting) => Status::Possible,
                _ if s.has(Sense::Denying) && !group.negative && !s.has(Sense::Doubting) => Status::Denied,
                // "We believe most of it has been eaten": so they say.
                Status::Happened
                    if matches!(w.lemma(group.main), "believe" | "think")
                        && group.tense == Tense::Present
                        && !group.passive
                        && !group.negative =>
                {
                    own
                }
                Status::Happened | Status::Ongoing | Status::Habitual | Status::Planned
                    if s.has(Sense::Doubting)
                        || group.passive
                            && matches!(w.low(group.main), "said" | "reported" | "believed" | "thought") =>
                {
                    if own == Status::Planned { own } else { Status::Possible }
                }
                Status::Happened
                    if matches!(
                        w.low(group.main),
                        // "we hear that one was written"
                        "hopes" | "hope" | "hoped" | "wish" | "fear" | "fears" | "feared" | "hear" | "hears"
                    ) =>
                {
                    Status::Possible
                }
                _ => own,
            };
        }
        // "was to have opened", "had hoped to operate": it came to nothing.
        let perfect = self.groups.get(g).is_some_and(|x| x.form == Form::Infinitive && x.aspect == Aspect::Perfective);
        if w.low(group.main) == "supposed" && group.passive && group.tense == Tense::Past {
            return Status::Cancelled;
        }
        let threat = matches!(w.lemma(group.main), "threaten" | "offer" | "promise" | "vow" | "warn");
        if threat && self.conditional.get(g).copied().unwrap_or(false) && own == Status::Planned {
            return Status::Conditional;
        }
        let arranged = group.copula
            || matches!(
                w.lemma(group.main),
                "schedule"
                    | "suppose"
                    | "mean"
                    | "expect"
                    | "plan"
                    | "hope"
                    | "intend"
                    | "want"
                    | "slate"
                    | "set"
                    | "design"
            );
        // "had planned", "had been planning"
        let had = group.tense == Tense::Past
            && matches!(group.aspect, Aspect::Perfective | Aspect::PerfectiveProgressive)
            && !group.negative;
        if arranged
            && (perfect && group.tense == Tense::Past || had && (!group.copula || w.low(group.main + 1) == "due"))
        {
            return Status::Cancelled;
        }
        // "It had been planning to list its shares, and banks were due to begin": both are seen from before it came to nothing.
        let joined = clause.governor.filter(|_| clause.role == Role::Coordinate && w.low(group.main + 1) == "due");
        let was_due = group.copula && group.tense == Tense::Past && group.aspect == Aspect::None && !group.negative;
        let perfect = |x: Group| {
            x.tense == Tense::Past
                && matches!(x.aspect, Aspect::Perfective | Aspect::PerfectiveProgressive)
                && w.has(x.main, Sense::Intending)
        };
        if was_due && joined.and_then(|h| self.groups.get(h)).is_some_and(perfect) {
            return Status::Cancelled;
        }
        // "The trial, due to begin in May, was postponed"
        let due = self.groups.get(g).and_then(|x| x.start.checked_sub(1)).is_some_and(|b| w.low(b) == "due");
        if due && group.passive && group.main > self.groups.get(g).map_or(0, |x| x.main) && self.is_off(&group) {
            return Status::Cancelled;
        }
        // "has a month to appeal"
        if w.lemma(group.main) == "have" && w.is_timed(group.main + 1) {
            return Status::Possible;
        }
        // "sank a day before it was to sail"
        if group.copula && group.tense == Tense::Past && clause.role == Role::Before && w.low(group.main + 1) == "to" {
            return Status::Cancelled;
        }
        // "has yet to be signed"
        if matches!(w.low(group.main + 1), "yet") && w.low(group.main + 2) == "to" && !group.negative {
            return Status::Denied;
        }
        // "denied that cuts were to blame"
        if group.copula && self.groups.get(g).is_some_and(|x| w.low(x.main) == "blame") {
            return status;
        }
        // The infinitive or gerund under a verb, or under "be".
        if group.copula {
            return self.under_copula(&group, own);
        }
        if s.has(Sense::Cancelling) {
            return Status::Cancelled;
        }
        // "keeps insisting" does; "keeps them from insisting" prevents.
        let goes_on = w.lemma(group.main) == "keep" && self.groups.get(g).is_some_and(|x| x.start == group.main + 1);
        if s.has(Sense::Preventing) && !goes_on {
            return match (status, group.negative) {
                (Status::Happened | Status::Ongoing, false)
                    if !(w.lemma(group.main) == "stop" && own == Status::Planned) =>
                {
                    Status::Denied
                }
                (_, true) if matches!(w.lemma(group.main), "fail" | "stop" | "refuse" | "keep") => Status::Possible,
                // "If she fails to pay, ..."
                (Status::Conditional, false) if clause.role == Role::Condition => Status::Conditional,
                (Status::Planned | Status::Possible | Status::Conditional, _) => Status::Denied,
                _ => Status::Denied,
            };
        }
        // "Not everyone is convinced that it can last": a whole clause is left open.
        if status == Status::Denied && self.groups.get(g).is_some_and(|x| x.form == Form::Finite) {
            return Status::Possible;
        }
        // "You could feel him standing on the brakes": who could feel it felt it.
        if s.has(Sense::VerbPerception)
            && own == Status::Happened
            && self.of_modal(h) == Some("could")
            && !group.negative
        {
            return own;
        }
        if s.has(Sense::Implying) && !(own == Status::Planned && s.has(Sense::Intending)) {
            return match status {
                Status::Happened if group.negative => Status::Denied,
                other => other,
            };
        }
        if matches!(
            w.lemma(group.main),
            "seem"
                | "appear"
                | "tend"
                | "claim"
                | "allege"
                | "believe"
                | "report"
                | "say"
                | "think"
                | "suspect"
                | "understand"
                | "accuse"
                | "charge"
                | "know"
                | "consider"
        ) && own != Status::Denied
        {
            return match w.lemma(group.main) {
                "tend" => Status::Habitual,
                "know" => Status::Happened,
                _ => Status::Possible,
            };
        }
        if s.has(Sense::Intending) {
            // "are not expected to meet before May", against "had not been expected": that was overtaken.
            if group.negative && self.waits(&group) && matches!(w.lemma(group.main), "expect" | "plan" | "schedule") {
                let overtaken = group.aspect == Aspect::Perfective;
                return if overtaken { Status::Counterfactual } else { Status::Planned };
            }
            if group.negative || status == Status::Denied {
                return Status::Denied;
            }
            return match status {
                Status::Conditional | Status::Counterfactual | Status::Possible => status,
                // "the news that we wanted to give": nobody says that they did, or still will.
                _ if matches!(w.lemma(group.main), "want" | "wish") && group.tense == Tense::Past => Status::Possible,
                _ if own == Status::Happened && group.form == Form::Finite && s.has(Sense::VerbReporting) => {
                    Status::Happened
                }
                _ => Status::Planned,
            };
        }
        match status {
            Status::Happened | Status::Ongoing | Status::Habitual => {
                if own == Status::Planned && group.form != Form::Finite { Status::Planned } else { own }
            }
            other => other,
        }
    }

    /// Whether a question takes what it asks about for granted: "why", "when", "how" and "where" do.
    fn presupposes(&self, g: usize) -> bool {
        let joint = self.clauses.get(g).and_then(|c| c.joint);
        joint.is_some_and(|j| matches!(self.words.low(j), "why" | "when" | "how" | "where"))
    }

    /// "is to meet", "is likely to", "is able to".
    pub(super) fn under_copula(&self, group: &Group, own: Status) -> Status {
        let w = self.words;
        let after = (group.main + 1..(group.main + 5).min(w.sentence(group.main).end))
            .find(|k| !w.is_adverb(*k))
            .unwrap_or(group.main);
        match w.low(after) {
            // "are not due to meet until May"
            "due" | "to" | "set" if group.negative && group.tense == Tense::Present && self.waits(group) => {
                Status::Planned
            }
            _ if group.negative => Status::Denied,
            "able" if group.tense == Tense::Past => Status::Happened,
            "able" if group.tense == Tense::Future => Status::Planned,
            "unable" | "unwilling" | "reluctant" => Status::Denied,
            // "was close to folding": it did not.
            "close" | "near" if group.tense == Tense::Past => Status::Counterfactual,
            "close" | "near" => Status::Possible,
            "likely" | "unlikely" | "possible" | "free" | "able" | "willing" | "liable" | "apt" | "prone"
            | "welcome" => Status::Possible,
            "ready" | "prepared" | "due" | "set" | "to" | "about" | "determined" | "certain" | "sure" | "eager" => {
                Status::Planned
            }
            "glad" | "happy" | "sorry" | "pleased" | "proud" | "first" | "surprised" if own == Status::Planned => {
                Status::Happened
            }
            _ => own,
        }
    }
}
