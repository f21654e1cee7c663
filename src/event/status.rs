//! What the text asserts about an event: happened, planned, denied, possible ...

mod noun;

use super::clause::Clause;
use super::group::{Form, Group};
use super::lexicon::Sense;
use super::source::may_think;
use super::words::{Phrase, Words};
use super::{Role, Status, Tense};
use crate::compact::Packed;
use crate::text::Ptb;
use noun::noun_complement;

pub(super) use noun::noun;

/// What a step knows of the sentences and clauses.
pub(super) struct Assertions<'w, 'd> {
    pub(super) words: &'w Words<'d>,
    pub(super) groups: &'w Packed<Group>,
    pub(super) clauses: &'w Packed<Clause>,
    /// For each group whether a condition hangs on it.
    pub(super) conditional: &'w [bool],
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
                && group.aspect != super::Aspect::None
                && above.is_some_and(|h| {
                    self.of_modal(h).is_some_and(|m| matches!(m, "would" | "could" | "might" | "'d" | "’d"))
                });
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
        let asserted = matches!(own, Status::Happened | Status::Ongoing | Status::Habitual);
        let whether = own == Status::Planned
            && role == Role::Content
            && clause.noun.is_none()
            && clause.joint.is_some_and(|j| w.low(j) == "whether");
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

    /// "Citizens may vote between May 5 and May 8": what people are allowed to do in a time that is set.
    fn is_permitted(&self, group: &Group, clause: &Clause) -> bool {
        let w = self.words;
        let people = clause.subject.is_some_and(|p| w.has(p.head, Sense::Role) && w.ptb(p.head) == Ptb::Nns);
        let window = |k: usize| matches!(w.low(k), "between" | "from" | "until") && w.is_timed(k + 1);
        let limit = w.sentence(group.main).end;
        people && !group.passive && !group.negative && (group.main + 1..limit).take(8).any(window)
    }

    /// "She will mend almost anything": what somebody does whenever it is asked, no date beside it.
    fn is_habit(&self, group: &Group) -> bool {
        let w = self.words;
        let any = |k: usize| matches!(w.low(k), "anything" | "anyone" | "anybody" | "whatever" | "whoever");
        let limit = w.sentence(group.main).end;
        (group.main + 1..limit).take(3).any(any) && !w.sentence(group.main).any(|k| w.is_timed(k))
    }

    fn of_modal(&self, g: usize) -> Option<&str> {
        let m = self.groups.get(g)?.modal?;
        Some(self.words.low(m))
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

    /// Whether the sentence of a group opens with "if", over quotation marks.
    fn opens_with_if(&self, group: &Group) -> bool {
        let w = self.words;
        let mut sentence = w.sentence(group.main);
        sentence.find(|k| !w.is_mark(*k)).is_some_and(|k| w.low(k) == "if")
    }

    fn finite(&self, g: usize, group: &Group, clause: &Clause, above: Option<usize>, depth: usize) -> Status {
        let w = self.words;
        if let Some(m) = group.modal {
            let perfect = matches!(group.aspect, super::Aspect::Perfective | super::Aspect::PerfectiveProgressive);
            let conditional = self.conditional.get(g).copied().unwrap_or(false);
            return match w.low(m) {
                // "will not reopen before Monday": then it will.
                "will" | "'ll" | "’ll" | "wo" | "shall" | "would" if group.negative && self.waits(group) => {
                    Status::Planned
                }
                // "would solve nothing"
                "will" | "would" | "can" | "could" if !perfect && self.no_object(group) => Status::Denied,
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
                "must" if !perfect && !group.negative => Status::Planned,
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
            if group.copula && self.waits(group) && w.low(group.main + 1) == "due" {
                return Status::Planned;
            }
            let told = matches!(group.aspect, super::Aspect::None | super::Aspect::Perfective);
            return if until && group.tense == Tense::Past && told { Status::Happened } else { Status::Denied };
        }
        if group.tense == Tense::Present && self.conditional.get(g).copied().unwrap_or(false) && !group.copula {
            return Status::Conditional;
        }
        if group.copula && w.low(group.main + 1) == "due" && matches!(w.low(group.main + 2), "to" | "for") {
            return if group.aspect == super::Aspect::Perfective { Status::Cancelled } else { Status::Planned };
        }
        if group.copula && group.tense == Tense::Present && w.low(group.main + 1) == "due" {
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
        if group.tense == Tense::Present && group.aspect == super::Aspect::Perfective {
            // "has run it every week for ten years"
            if (group.main + 1..w.sentence(group.main).end)
                .take(8)
                .any(|k| matches!(w.low(k), "every" | "each" | "twice" | "daily" | "weekly"))
            {
                return Status::Habitual;
            }
            if self.lasts(group) {
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
            (Tense::Present, super::Aspect::None) => self.present(group, clause, above, depth),
            (Tense::Present, super::Aspect::Progressive | super::Aspect::PerfectiveProgressive) => Status::Ongoing,
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

    fn present(&self, group: &Group, clause: &Clause, above: Option<usize>, depth: usize) -> Status {
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
        let limit = w.sentence(group.main).end;
        if (group.main + 1..limit)
            .take(8)
            .any(|k| matches!(w.low(k), "every" | "each" | "often" | "always" | "usually"))
        {
            return Status::Habitual;
        }
        // "The talks come a day after ...": news, not habit.
        if matches!(w.lemma(group.main), "come" | "follow" | "mark" | "reflect" | "mean" | "arrive" | "leave") {
            return Status::Happened;
        }
        // "The order covers nineteen schools": what a thing does is so.
        if clause.subject.is_some_and(|p| self.is_thing(&p)) {
            return Status::Ongoing;
        }
        Status::Habitual
    }

    /// Whether a subject is surely no person and no body that acts: a noun that neither is a name nor can think.
    fn is_thing(&self, p: &Phrase) -> bool {
        let w = self.words;
        w.low(p.head) == "it" || w.ptb(p.head) == Ptb::Nn && !may_think(w, p)
    }

    fn nonfinite(&self, group: &Group, clause: &Clause, above: Option<usize>, depth: usize) -> Status {
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

    /// What becomes of `own` under the verb of group `h`.
    fn under(&self, g: usize, h: usize, own: Status, role: Role, depth: usize) -> Status {
        let (Some(group), Some(clause)) = (self.groups.get(h), self.clauses.get(h)) else { return own };
        let w = self.words;
        let s = w.senses(group.main);
        let status = if clause.governor == Some(h) { Status::Happened } else { self.of(h, depth + 1) };
        if role == Role::Content {
            return match own {
                // "asked who will take over"
                Status::Planned if matches!(w.lemma(group.main), "ask" | "wonder") => Status::Possible,
                Status::Denied if s.has(Sense::Denying) && !s.has(Sense::Doubting) => Status::Possible,
                _ if s.has(Sense::Denying) && !group.negative && !s.has(Sense::Doubting) => Status::Denied,
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
        let perfect =
            self.groups.get(g).is_some_and(|x| x.form == Form::Infinitive && x.aspect == super::Aspect::Perfective);
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
        let had = group.tense == Tense::Past && group.aspect == super::Aspect::Perfective && !group.negative;
        if arranged
            && (perfect && group.tense == Tense::Past || had && (!group.copula || w.low(group.main + 1) == "due"))
        {
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
                (Status::Planned | Status::Possible | Status::Conditional, _) => Status::Denied,
                _ => Status::Denied,
            };
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
                let overtaken = group.aspect == super::Aspect::Perfective;
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

    /// "returned to the stage to present it", "rang to say": who came to say something said it.
    fn comes_to_speak(&self, group: &Group, above: Option<usize>) -> bool {
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
    fn links(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|x| {
            matches!(
                self.words.lemma(x.main),
                "remain" | "stay" | "become" | "get" | "go" | "feel" | "look" | "stand" | "lie"
            )
        })
    }

    /// "called a witness to tell", "moved to announce": it may be another who speaks, or nobody yet.
    fn may_send(&self, g: usize) -> bool {
        self.groups.get(g).is_some_and(|x| matches!(self.words.lemma(x.main), "call" | "move"))
    }

    /// "is to meet", "is likely to", "is able to".
    fn under_copula(&self, group: &Group, own: Status) -> Status {
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

    /// "The campaign begins on June 7", "is set for Nov. 18": a present with a date ahead.
    fn is_scheduled(&self, group: &Group, clause: &Clause) -> bool {
        let w = self.words;
        // "is set for May", "has been set for May"
        let perfect = group.passive && group.aspect == super::Aspect::Perfective;
        if group.tense != Tense::Present
            || !matches!(group.aspect, super::Aspect::None | super::Aspect::Progressive) && !perfect
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
            && group.aspect == super::Aspect::None
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
        let at_it = group.aspect == super::Aspect::Progressive && near().any(|k| matches!(w.low(k), "today" | "now"));
        !at_it
            && (acts || (arranged || moves) && dated)
            && !near().any(|k| matches!(w.low(k), "since" | "every" | "each"))
    }

    /// "no evidence that", "fears that", "unclear whether": what may be so or not.
    fn is_left_open(&self, clause: &Clause) -> bool {
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

    /// "scheduled for Friday", "planned for May".
    fn is_arranged(&self, group: &Group) -> bool {
        let w = self.words;
        matches!(w.lemma(group.main), "schedule" | "plan" | "slate" | "expect") && w.low(group.main + 1) == "for"
    }

    /// What was arranged is planned, unless what is said of it next is that it is off.
    fn arranged(&self, clause: &Clause) -> Status {
        let same = |c: &Clause| c.subject.map(|s| s.head) == clause.noun && clause.noun.is_some();
        let first = clause.noun.map_or(0, |n| self.groups.partition_point(|x| x.main < n));
        let mut told = self.groups.within(first..first + 6).zip(self.clauses.within(first..first + 6));
        if told.any(|(x, c)| same(&c) && x.passive && self.is_off(&x)) { Status::Cancelled } else { Status::Planned }
    }

    /// "was cancelled", "was postponed", "has been put off".
    fn is_off(&self, group: &Group) -> bool {
        let w = self.words;
        let off = w.low(group.main + 1) == "off" && matches!(w.lemma(group.main), "put" | "call");
        w.has(group.main, Sense::Cancelling) || off || matches!(w.lemma(group.main), "postpone" | "delay" | "defer")
    }

    /// Whether a date stands behind the group up to which it is negated: "will not open before Monday", "not until May".
    fn waits(&self, group: &Group) -> bool {
        let w = self.words;
        let limit = w.sentence(group.main).end;
        (group.main + 1..limit)
            .take(12)
            .take_while(|k| !w.is_comma(*k))
            .any(|k| matches!(w.low(k), "until" | "before") && (w.is_timed(k + 1) || w.low(k + 1) == "sometime"))
    }

    /// "has been moored there ever since": what a present perfect says of a state goes on.
    fn lasts(&self, group: &Group) -> bool {
        let w = self.words;
        let state = group.passive
            || group.copula
            || w.has(group.main, Sense::VerbState)
            || matches!(w.lemma(group.main), "work" | "live" | "govern" | "serve" | "stay" | "wait");
        let limit = w.sentence(group.main).end;
        state && (group.main + 1..limit).take(10).take_while(|k| !w.is_comma(*k)).any(|k| w.low(k) == "since")
    }

    fn past(&self, g: usize) -> bool {
        self.groups
            .get(g)
            .is_some_and(|x| x.tense == Tense::Past || x.aspect != super::Aspect::None || x.form != Form::Finite)
            || self
                .clauses
                .get(g)
                .and_then(|c| c.governor)
                .is_some_and(|h| self.groups.get(h).is_some_and(|x| x.tense == Tense::Past))
    }

    /// "No one came", "nobody", "none of them", "neither side".
    fn no_subject(&self, clause: &Clause) -> bool {
        clause.subject.is_some_and(|p| p.owner.is_none() && is_no(self.words.low(p.start)))
    }

    /// "received no letter", "has nothing".
    fn no_object(&self, group: &Group) -> bool {
        self.words.phrase(group.main + 1).is_some_and(|p| p.start == group.main + 1 && is_no(self.words.low(p.start)))
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
