//! The status of finite verbs: from their modals, their tense, their negation and the dates beside them.

use super::Assertions;
use crate::event::clause::Clause;
use crate::event::group::{Form, Group};
use crate::event::lexicon::Sense;
use crate::event::source::{is_person, may_think};
use crate::event::words::Phrase;
use crate::event::{Aspect, Role, Status, Tense};
use crate::text::Ptb;

impl Assertions<'_, '_> {
    pub(super) fn finite(
        &self,
        g: usize,
        group: &Group,
        clause: &Clause,
        above: Option<usize>,
        depth: usize,
    ) -> Status {
        let w = self.words;
        if let Some(m) = group.modal {
            let perfect = matches!(group.aspect, Aspect::Perfective | Aspect::PerfectiveProgressive);
            let conditional = self.conditional.get(g).copied().unwrap_or(false);
            return match w.low(m) {
                // "will not reopen before Monday": then it will.
                "will" | "'ll" | "’ll" | "wo" | "shall" | "would" if group.negative && self.waits(group) => {
                    Status::Planned
                }
                // "would solve nothing"
                "will" | "would" | "can" | "could" if !perfect && self.no_object(group) => Status::Denied,
                // "No software will be changed"
                "will" | "'ll" | "’ll" | "would" | "can" | "could" if !perfect && self.no_subject(clause) => {
                    if self.waits(group) { Status::Planned } else { Status::Denied }
                }
                _ if group.negative
                    && matches!(
                        w.low(m),
                        "will" | "'ll" | "’ll" | "wo" | "shall" | "can" | "ca" | "could" | "cannot" | "would" | "must"
                    )
                    && !(perfect && w.low(m) != "will") =>
                {
                    // "If it is not sound, we will not pay."
                    if conditional && self.opens_with_if(group) { Status::Conditional } else { Status::Denied }
                }
                // "was going to stay": did not.
                "going" if group.tense == Tense::Past => Status::Cancelled,
                "will" | "'ll" | "’ll" | "wo" | "shall" | "sha" | "going" => {
                    if conditional {
                        Status::Conditional
                    } else if self.is_habit(group) {
                        Status::Habitual
                    } else {
                        Status::Planned
                    }
                }
                "would" | "'d" | "’d" if perfect => {
                    // "would have left by Friday" is still to come.
                    let limit = w.sentence(group.main).end;
                    let by = |k: usize| w.low(k) == "by" && w.is_timed(k + 1);
                    let ahead = clause.role == Role::Content && (group.main + 1..limit).take(8).any(by);
                    if ahead && !conditional { Status::Planned } else { Status::Counterfactual }
                }
                "would" | "'d" | "’d" => {
                    if conditional {
                        Status::Conditional
                    } else if self.used_to_say(g, group) {
                        Status::Habitual
                    } else if matches!(clause.role, Role::Content | Role::Coordinate | Role::Relative)
                        && above.is_some_and(|h| self.past(h))
                    {
                        Status::Planned
                    } else {
                        Status::Conditional
                    }
                }
                "should" | "could" | "ought" if perfect => Status::Counterfactual,
                "used" => Status::Habitual,
                "must" if !group.negative => {
                    if perfect {
                        Status::Happened
                    } else {
                        Status::Planned
                    }
                }
                // "Had he stayed, he might have won"
                "may" | "might" | "can" | "could" if perfect && conditional => Status::Counterfactual,
                // "had to leave" he did; "has to leave" he may.
                "to" if group.tense == Tense::Past => {
                    if group.negative {
                        Status::Denied
                    } else {
                        Status::Happened
                    }
                }
                "may" if self.is_permitted(group, clause) => Status::Planned,
                "may" | "might" => Status::Possible,
                _ if conditional => Status::Conditional,
                _ => Status::Possible,
            };
        }
        // "He nearly died" against "it nearly was not met"
        let nearly = group.start.checked_sub(1).is_some_and(|b| matches!(w.low(b), "nearly" | "almost"));
        if nearly && group.tense == Tense::Past && clause.subject.is_some() {
            return if group.negative { Status::Happened } else { Status::Denied };
        }
        if group.negative || self.no_subject(clause) || self.no_object(group) {
            // "did not resume until July", "had not read it until Friday": it did.
            let until =
                group.negative && (group.main + 1..w.sentence(group.main).end).take(8).any(|k| w.low(k) == "until");
            if group.copula && self.waits(group) && self.is_due(group).is_some() {
                return Status::Planned;
            }
            let told = matches!(group.aspect, Aspect::None | Aspect::Perfective);
            return if until && group.tense == Tense::Past && told { Status::Happened } else { Status::Denied };
        }
        if group.tense == Tense::Present && self.conditional.get(g).copied().unwrap_or(false) && !group.copula {
            return Status::Conditional;
        }
        if group.copula && self.is_due(group).is_some_and(|k| matches!(w.low(k + 1), "to" | "for")) {
            return if group.aspect == Aspect::Perfective { Status::Cancelled } else { Status::Planned };
        }
        if group.copula && group.tense == Tense::Present && self.is_due(group).is_some() {
            return Status::Planned;
        }
        // "a party that is rejected may appeal"
        let indefinite = clause
            .noun
            .and_then(|n| w.phrase(n))
            .is_some_and(|p| matches!(w.low(p.start), "a" | "an" | "any" | "anyone"));
        if clause.role == Role::Relative && group.tense == Tense::Present && indefinite {
            let main =
                (g + 1..g + 3).find(|h| self.clauses.get(*h).and_then(|c| c.subject).map(|p| p.head) == clause.noun);
            if main.and_then(|h| self.groups.get(h)).is_some_and(|x| x.modal.is_some()) {
                return Status::Conditional;
            }
        }
        if self.is_scheduled(group, clause) {
            return Status::Planned;
        }
        if group.tense == Tense::Present && group.aspect == Aspect::Perfective {
            // "has run it every week for ten years"
            if (group.main + 1..w.sentence(group.main).end)
                .take(8)
                .any(|k| matches!(w.low(k), "every" | "each" | "twice" | "daily" | "weekly"))
            {
                return Status::Habitual;
            }
            // "More than 400 people have been killed since": so many have been until now.
            let counted =
                group.passive && clause.subject.is_some_and(|p| (p.start..p.head).any(|k| w.ptb(k) == Ptb::Cd));
            if !counted && self.lasts(group) {
                return Status::Ongoing;
            }
        }
        let hedged = |k: usize| {
            matches!(
                w.low(k),
                "allegedly"
                    | "reportedly"
                    | "supposedly"
                    | "purportedly"
                    | "possibly"
                    | "perhaps"
                    | "probably"
                    | "presumably"
            )
        };
        if (group.start.saturating_sub(1)..group.main).any(hedged) {
            return Status::Possible;
        }
        match (group.tense, group.aspect) {
            (Tense::Present, Aspect::None) => self.present(group, clause, above, depth),
            (Tense::Present, Aspect::Progressive | Aspect::PerfectiveProgressive) => Status::Ongoing,
            _ => {
                let awaited = above.and_then(|h| self.groups.get(h)).filter(|x| x.modal.is_some());
                match (clause.role, awaited) {
                    // "would not return before the ships were released"
                    (Role::Before, Some(x)) if x.negative => Status::Conditional,
                    (Role::Until, Some(_)) => Status::Planned,
                    _ => Status::Happened,
                }
            }
        }
    }

    pub(super) fn present(&self, group: &Group, clause: &Clause, above: Option<usize>, depth: usize) -> Status {
        let w = self.words;
        let s = w.senses(group.main);
        // "The board then has a month to appeal"
        if w.lemma(group.main) == "have" && w.is_timed(group.main + 1) && group.start > 0 {
            return if w.low(group.start - 1) == "then" { Status::Planned } else { Status::Ongoing };
        }
        // "The dispute goes back to 2019"
        if matches!(w.lemma(group.main), "go" | "date" | "reach" | "stretch") && w.low(group.main + 1) == "back" {
            return Status::Ongoing;
        }
        let heading = w.doc.sentences.get(w.doc.sentence_of(group.main)).is_some_and(|s| s.heading);
        if matches!(clause.role, Role::When | Role::After | Role::Before | Role::Until | Role::Since)
            && let Some(h) = above
            && (matches!(self.of(h, depth + 1), Status::Planned | Status::Conditional | Status::Possible)
                // "will not return until he is told"
                || clause.role == Role::Until
                    && self.groups.get(h).is_some_and(|x| x.negative && x.modal.is_some()))
        {
            return Status::Planned;
        }
        // "She laughs when she is asked"
        if matches!(w.lemma(group.main), "laugh" | "smile" | "nod" | "shrug" | "sigh" | "grin" | "frown" | "wince") {
            return Status::Happened;
        }
        if s.any(&[Sense::VerbReporting]) && !group.passive || heading && !s.any(&[Sense::VerbState, Sense::VerbIState])
        {
            return Status::Happened;
        }
        if group.passive
            || group.copula
            || s.any(&[
                Sense::VerbState,
                Sense::VerbIState,
                Sense::VerbIAction,
                Sense::VerbAspectual,
                Sense::VerbPerception,
            ])
        {
            return Status::Ongoing;
        }
        // "..., federal records show"
        if matches!(w.lemma(group.main), "show" | "suggest" | "indicate")
            && clause.subject.is_some_and(|p| !may_think(w, &p))
        {
            return Status::Ongoing;
        }
        // "It employs 340 people", "who heads the mission": a place that somebody holds.
        if s.has(Sense::VerbOffice) && w.phrase(group.main + 1).is_some_and(|p| p.left() == group.main + 1) {
            return Status::Ongoing;
        }
        let limit = w.sentence(group.main).end;
        if (group.main + 1..limit)
            .take(8)
            .any(|k| matches!(w.low(k), "every" | "each" | "often" | "always" | "usually"))
        {
            return Status::Habitual;
        }
        // "The talks come a day after ...": news, not habit.
        let goes = matches!(w.lemma(group.main), "come" | "arrive" | "leave")
            && clause.subject.is_some_and(|p| self.comes_again(&p));
        if matches!(w.lemma(group.main), "come" | "follow" | "mark" | "reflect" | "mean" | "arrive" | "leave") && !goes
        {
            return Status::Happened;
        }
        // "He folds the letter and pours tea": a scene, in a story that is told in the present.
        let person = clause.subject.is_some_and(|p| is_person(w, &p));
        // "She mends clocks": whoever does it to things of a kind does it again and again.
        let kind = w.phrase(group.main + 1).is_some_and(|p| p.left() == p.head && w.ptb(p.head) == Ptb::Nns);
        let scene = self.staged && person && !kind && !w.is_quoted(group.main) && clause.role != Role::Relative;
        if scene
            && !w.sentence(group.main).any(|k| matches!(w.low(k), "each" | "every" | "when" | "whenever" | "still"))
        {
            return Status::Happened;
        }
        // "The order covers nineteen schools": what a thing does is so.
        if clause.subject.is_some_and(|p| self.is_thing(&p)) {
            return Status::Ongoing;
        }
        Status::Habitual
    }

    /// "The campaign begins on June 7", "is set for Nov. 18": a present with a date ahead.
    pub(super) fn is_scheduled(&self, group: &Group, clause: &Clause) -> bool {
        let w = self.words;
        // "is set for May", "has been set for May"
        let perfect = group.passive && group.aspect == Aspect::Perfective;
        if group.tense != Tense::Present
            || !matches!(group.aspect, Aspect::None | Aspect::Progressive) && !perfect
            || w.sentence(group.main).is_empty()
        {
            return false;
        }
        let verb = w.lemma(group.main);
        // "The dispute goes back to May"
        if w.low(group.main + 1) == "back" {
            return false;
        }
        // "The move comes a month after she left": it has come.
        let counted = (group.main + 1..group.main + 7)
            .take_while(|&k| k < w.sentence(group.main).end)
            .any(|k| matches!(w.low(k), "after" | "before") && w.is_timed(k - 1));
        if verb == "come" && counted {
            return false;
        }
        let arranged =
            group.passive && matches!(verb, "set" | "plan" | "schedule" | "slate" | "time" | "fix" | "expect");
        let moves = !group.passive
            && matches!(
                verb,
                "begin"
                    | "start"
                    | "open"
                    | "close"
                    | "end"
                    | "arrive"
                    | "leave"
                    | "depart"
                    | "come"
                    | "go"
                    | "meet"
                    | "play"
                    | "run"
                    | "return"
                    | "retire"
                    | "expire"
                    | "take"
                    | "reopen"
                    | "move"
                    | "vote"
                    | "launch"
                    | "travel"
                    | "fly"
                    | "host"
                    | "visit"
                    | "resume"
                    | "join"
                    | "face"
                    | "kick"
            );
        let limit = w.sentence(group.main).end;
        let goes_on = |k: usize| w.is_timed(k + 1) || w.is_timed(k + 2) && matches!(w.ptb(k + 1), Ptb::In);
        let near = || (group.main + 1..limit).take(10).take_while(|k| !w.is_comma(*k) || goes_on(*k));
        // A day without a year, for what is no state: "the union accepts the plan from 1 April".
        let acts = !group.passive
            && group.aspect == Aspect::None
            && !w.senses(group.main).any(&[
                Sense::VerbState,
                Sense::VerbIState,
                Sense::VerbReporting,
                Sense::VerbPerception,
                Sense::VerbAspectual,
            ])
            && (group.main + 1..limit).take(14).any(|k| w.is_coming(k));
        let dated = near().any(|k| w.is_point(k))
            || clause.subject.is_some_and(|p| p.start > 0 && w.is_point(p.start - 1) && !w.is_comma(p.start - 1));
        // "Helicopters are flying over the valley today": they are at it.
        let at_it = group.aspect == Aspect::Progressive && near().any(|k| matches!(w.low(k), "today" | "now"));
        !at_it
            && (acts || (arranged || moves) && dated)
            && !near().any(|k| matches!(w.low(k), "since" | "every" | "each"))
    }

    /// "Citizens may vote between May 5 and May 8": what people are allowed to do in a time that is set.
    pub(super) fn is_permitted(&self, group: &Group, clause: &Clause) -> bool {
        let w = self.words;
        let people = clause.subject.is_some_and(|p| w.has(p.head, Sense::Role) && w.ptb(p.head) == Ptb::Nns);
        let window = |k: usize| matches!(w.low(k), "between" | "from" | "until") && w.is_timed(k + 1);
        let limit = w.sentence(group.main).end;
        people && !group.passive && !group.negative && (group.main + 1..limit).take(8).any(window)
    }

    /// "“It is only cold,” she would tell her students": said again and again.
    fn used_to_say(&self, g: usize, group: &Group) -> bool {
        let w = self.words;
        let quotes = |c: Clause| c.governor == Some(g) && c.role == Role::Content;
        let mut before = self.clauses.within(g.saturating_sub(4)..g);
        let ends = group.start.saturating_sub(4)..group.start;
        w.has(group.main, Sense::VerbReporting)
            && !w.is_quoted(group.main)
            && ends.into_iter().any(|k| w.is_quote_mark(k))
            && before.any(quotes)
    }

    /// "She will mend almost anything": what somebody does whenever it is asked, no date beside it.
    pub(super) fn is_habit(&self, group: &Group) -> bool {
        let w = self.words;
        let any = |k: usize| matches!(w.low(k), "anything" | "anyone" | "anybody" | "whatever" | "whoever");
        let limit = w.sentence(group.main).end;
        (group.main + 1..limit).take(3).any(any) && !w.sentence(group.main).any(|k| w.is_timed(k))
    }

    /// Whether the sentence of a group opens with "if", over quotation marks.
    pub(super) fn opens_with_if(&self, group: &Group) -> bool {
        let w = self.words;
        let mut sentence = w.sentence(group.main);
        sentence.find(|k| !w.is_mark(*k)).is_some_and(|k| w.low(k) == "if")
    }

    /// "has been moored there ever since": what a present perfect says of a state goes on.
    pub(super) fn lasts(&self, group: &Group) -> bool {
        let w = self.words;
        let state = group.passive
            || group.copula
            || w.has(group.main, Sense::VerbState)
            || matches!(w.lemma(group.main), "work" | "live" | "govern" | "serve" | "stay" | "wait");
        let limit = w.sentence(group.main).end;
        state && (group.main + 1..limit).take(10).take_while(|k| !w.is_comma(*k)).any(|k| w.low(k) == "since")
    }

    pub(super) fn past(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|x| x.tense == Tense::Past || x.aspect != Aspect::None || x.form != Form::Finite)
            || self
                .clauses
                .get(g)
                .and_then(|c| c.governor)
                .is_some_and(|h| self.groups.get(h).is_some_and(|x| x.tense == Tense::Past))
    }

    /// "Orders come from Osaka", "it goes away and it comes back": what comes again and again, and is no news itself.
    fn comes_again(&self, p: &Phrase) -> bool {
        let w = self.words;
        let happens =
            w.senses(p.head).any(&[Sense::NounOccurrence, Sense::NounReporting, Sense::NounIAction, Sense::NounState]);
        let pronoun = w.is_quoted(p.head) && w.ptb(p.head) == Ptb::Prp;
        pronoun || w.ptb(p.head) == Ptb::Nns && p.start == p.head && (!happens || w.is_quoted(p.head))
    }

    /// Whether a subject is surely no person and no body that acts: a noun that neither is a name nor can think.
    pub(super) fn is_thing(&self, p: &Phrase) -> bool {
        let w = self.words;
        w.low(p.head) == "it" || w.ptb(p.head) == Ptb::Nn && !may_think(w, p)
    }
}
