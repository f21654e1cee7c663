//! Which events get an entry: the criteria of each [`Detail`].

use super::{Facts, WORDS};
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::hash::{FastMap, FastSet};
use crate::link::{Entity, Relation, Statement};
use crate::span::Span;
use crate::text;
use crate::{Detail, Timex};

impl Facts<'_> {
    /// Whether an event gets an entry.
    ///
    /// At [`Detail::All`] every mention does, at [`Detail::Headline`] those of the standard that the head of the article
    /// tells in a main clause ([`Event::headline`]). At [`Detail::Standard`] it is what happens, or is planned, denied or
    /// cancelled, and is placed in time:
    ///
    /// - with a day of its own, or that of a noun in its clause ("cracked during *a test in May*"): what happens, whatever is
    ///   asserted about it; a state that is no opinion; a saying that holds what is said, or nothing of what it says has an
    ///   entry;
    /// - a noun where its own phrase is dated ("the 2015 deal", "the last vote, in May, ..."), its clause says that there
    ///   is such a thing, its sentence has no verb, or the verb that governs it has no day ("promised a result by May",
    ///   "The vote promised for May was called off");
    /// - without a day: only what a finite verb asserts in a main clause or in one that leads on from a place or a time
    ///   (", where six people died"), and no saying; what was meant to be and was not ("were supposed to sleep").
    ///
    /// Never: a mention that repeats another; what only completes another event ("began *talks*"); what is only meant
    /// ([`Facts::is_only_meant`]); the bare source of another entry ("he said").
    pub(super) fn is_listed(&self, e: usize, detail: Detail) -> bool {
        let Some(event) = self.events.get(e) else { return false };
        if detail == Detail::All {
            return true;
        }
        if self.is_told_again(e, event) || detail == Detail::Headline && !event.headline {
            return false;
        }
        let dated = self.is_dated(e) || self.is_dated_by_noun(e, event);
        // "shook the port on Tuesday, killing three": told with the verb before it.
        if self.brings_about(event) && !self.is_dated_itself(e) {
            return false;
        }
        if self.is_only_meant(e, event) || self.is_bare(e, event) || self.is_teaser(event) {
            return false;
        }
        if event.trigger == Trigger::Noun {
            // "the threat of war today" is no event of the day.
            let state = matches!(event.class, Class::State | Class::IState) && event.status == Status::Happened;
            return dated && !state && self.is_noun_of_its_own(e, event);
        }
        let happens = match event.class {
            Class::Occurrence | Class::Aspectual | Class::IAction => true,
            // The saying is news when it has a day of its own or stands at the head of the article.
            Class::Reporting => (dated || event.headline) && self.words(event) > 3,
            Class::State => dated || self.is_thwarted(event),
            // "I have seen it", "the day we wanted": views, unless the article itself or a plain past tells them.
            Class::IState | Class::Perception => {
                let plain = matches!(event.tense, Tense::Past | Tense::Future) && event.role != Role::Relative;
                // "had not been expected": nothing happened.
                let unheld = event.passive && event.status == Status::Denied;
                (dated || self.told_place(event).is_some()) && !unheld && (!event.quoted || plain)
            }
        };
        happens && (dated || event.headline && self.is_placed(e) || self.is_told(e, event))
    }

    /// Whether its paragraph only leads to another article: "Read next: How the war began".
    fn is_teaser(&self, event: &Event) -> bool {
        let place = self.teasers.partition_point(|line| line.end <= event.span().start);
        self.teasers.get(place).is_some_and(|line| line.start <= event.span().start)
    }

    /// Whether it repeats an earlier mention, and not of another day.
    fn is_told_again(&self, e: usize, event: &Event) -> bool {
        let first = event.repeats().and_then(|first| self.when.get(first)).zip(self.when.get(e));
        first.is_some_and(|(first, again)| !matches!(first.relation(*again), Some(Relation::Before | Relation::After)))
    }

    /// Whether an expression of the text dates it.
    fn is_dated(&self, e: usize) -> bool {
        self.dated.get(e).copied().unwrap_or(false)
    }

    /// Whether an expression of its own clause dates it, and not only the time of what it is told with.
    fn is_dated_itself(&self, e: usize) -> bool {
        let statements = self.statements(e);
        let own = |s: &Statement| !matches!(s.relation(), Relation::ToldAt | Relation::Near);
        statements.filter(|s| s.trust() >= WORDS && own(s)).any(|s| matches!(s.right(), Entity::Timex(_)))
    }

    /// Whether a noun in its clause that has a date says when it was or since when: "cracked during a test in May".
    fn is_dated_by_noun(&self, e: usize, event: &Event) -> bool {
        let behind = self.events.get(e + 1..).unwrap_or_default().iter().zip(e + 1..).take(4);
        // "learned to swim during a war": of both verbs.
        let completes =
            |g: usize| self.events.get(g).is_some_and(|x| x.role == Role::Complement && x.governor() == Some(e));
        let dates = |(noun, n): (&Event, usize)| {
            noun.trigger == Trigger::Noun
                && noun.governor().is_some_and(|g| g == e || completes(g))
                && matches!(noun.role, Role::When | Role::Since | Role::Until)
                && self.is_dated_itself(n)
        };
        event.trigger != Trigger::Noun && behind.into_iter().any(dates)
    }

    /// Whether it is a participle that says what a verb before it brought about: "..., killing three".
    fn brings_about(&self, event: &Event) -> bool {
        let first = self.first_joined(event);
        event.tense == Tense::PresPart
            && first.role == Role::Participle
            && first.governor().and_then(|g| self.events.get(g)).is_some_and(|g| g.token() < first.token())
    }

    fn is_placed(&self, e: usize) -> bool {
        self.when.get(e).is_some_and(|when| when.window() != (None, None))
    }

    /// What a finite verb asserts in a clause of some length that completes or explains no other event.
    fn is_told(&self, e: usize, event: &Event) -> bool {
        let asserted = matches!(
            event.status,
            Status::Happened | Status::Ongoing | Status::Planned | Status::Cancelled | Status::Denied
        );
        let finite = event.trigger == Trigger::Verb
            && match event.tense {
                Tense::Past | Tense::Future => true,
                // "has rejected"; a present state of affairs is no event of a day.
                Tense::Present => event.aspect == Aspect::Perfective,
                // "would appeal", "must approve it"
                Tense::None => event.status == Status::Planned && event.modality.is_some() && !event.quoted,
                Tense::Infinitive => is_to_be(event) || self.is_thwarted(event),
                Tense::PresPart | Tense::PastPart => false,
            };
        let whole = match event.role {
            Role::Complement => is_to_be(event) || self.is_thwarted(event),
            Role::Relative => self.told_place(event).is_some(),
            // "leaked for weeks before they reported it"
            Role::Purpose | Role::Condition | Role::Cause | Role::Before => false,
            // "a stick that he had broken and taped together": told like the first.
            Role::Coordinate => self.first_joined(event).syntax().object.is_none(),
            // "So she stayed" stands alone.
            Role::Other => event.governor().is_none(),
            _ => true,
        };
        // "while he was crossing a stream", "when he had not come back"
        let absent = event.aspect == Aspect::Perfective && event.status == Status::Denied;
        let scene = event.role == Role::When && (event.aspect == Aspect::Progressive || absent);
        let saying = event.class == Class::Reporting;
        // "were missing, she said at noon": at a moment, without a begin or an end.
        let open = matches!(event.tense, Tense::Past | Tense::Infinitive);
        let placed = self.is_placed(e) || open && self.when.get(e).is_some_and(|when| !when.is_undated());
        placed && finite && whole && !scene && !saying && asserted && self.words(event) > 2
    }

    /// Whether it was meant to be and did not come about: "were supposed *to sleep*".
    fn is_thwarted(&self, event: &Event) -> bool {
        event.tense == Tense::Infinitive
            && event.role == Role::Complement
            && event.status == Status::Cancelled
            && event.governor().and_then(|g| self.events.get(g)).is_some_and(|g| {
                g.class == Class::IState && matches!(g.role, Role::Main | Role::Coordinate | Role::Content)
            })
    }

    /// Where a clause begins that tells, behind a comma, what happened at a place or time just named: "the market, where *31
    /// people died*".
    pub(super) fn told_place(&self, event: &Event) -> Option<usize> {
        self.leads_on(event).filter(|_| event.tense == Tense::Past)
    }

    /// Where a clause begins that leads on from a place or a time, whatever its tense.
    pub(super) fn leads_on(&self, event: &Event) -> Option<usize> {
        let finite = matches!(event.tense, Tense::Past | Tense::Present | Tense::Future);
        let tells = event.role == Role::Relative && finite && !event.quoted;
        let before = self.article.text.get(event.clause().start..event.span().start).filter(|_| tells)?;
        STORY_GOES_ON.iter().find_map(|joint| {
            let (words, last) = joint.rsplit_once(' ').unwrap_or(("", joint));
            let at = before.rfind(last)?;
            let mut front = text::words(before.get(..at)?);
            let leads = words.rsplit(' ').filter(|word| !word.is_empty()).all(|word| front.next_back() == Some(word))
                && front.next_back().is_some_and(|word| word.ends_with(','));
            // "the clinic, where she worked": no more than how things were there.
            let idle = last == "where" && event.takes_days();
            let rest = at + last.len();
            let told = rest + before.get(rest..)?.find(text::words(before.get(rest..)?).next()?)?;
            (leads && !idle && told > rest).then_some(event.clause().start + told)
        })
    }

    /// A noun that stands for itself: its own phrase is dated, or its sentence has no verb.
    fn is_noun_of_its_own(&self, e: usize, event: &Event) -> bool {
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
    fn is_arranged(&self, event: &Event) -> bool {
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
    pub(super) fn is_awaited(&self, e: usize, event: &Event) -> bool {
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

    /// What a text names without telling it: a condition, an order, what somebody is asked or agrees to do where no date
    /// of its own stands behind it, what merely held when something else happened, and time that somebody has.
    fn is_only_meant(&self, e: usize, event: &Event) -> bool {
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

    /// Whether its clause alone is no sentence: what a comparison or "what" is about ("more than *it offered*", "what *they
    /// carried*"), the source of what its sentence tells (", as *a paper reported*"), what a cause would have been.
    fn is_cut(&self, e: usize, event: &Event) -> bool {
        if event.trigger != Trigger::Verb {
            return false;
        }
        let mut before = text::words(self.article.text.get(..event.clause().start).unwrap_or_default());
        let joint = before.next_back().unwrap_or_default();
        let shows = event.class == Class::Reporting || event.lemma == "show";
        let source = joint == "as"
            && shows
            && self.completes(e).is_none()
            && before.next_back().is_some_and(|w| w.ends_with(','));
        // "has the authority *to decide*"
        let text = self.article.text.as_str();
        let beside = event.syntax().subject.filter(|s| s.end <= event.clause().start);
        let beside =
            beside.and_then(|s| text.get(s.end..event.clause().start)).is_some_and(|gap| gap.trim().is_empty());
        let of_noun =
            event.tense == Tense::Infinitive && event.role == Role::Complement && beside && !self.is_dated_itself(e);
        // "having ordered ten in May"
        let having = event.tense == Tense::PresPart && text::words(event.clause().of(text)).next() == Some("having");
        // "its arm, which a paper reported last month was for sale"
        let behind = self.expressions.get(self.expressions.partition_point(|t| t.span.start < event.span().end));
        let time = behind.filter(|t| text.get(event.span().end..t.span.start).is_some_and(|gap| gap.trim().is_empty()));
        let rest = text.get(time.map_or(event.span().end, |t| t.span.end)..).unwrap_or_default();
        let next = text::words(rest).next().unwrap_or_default();
        let passes_on = event.class == Class::Reporting && event.role == Role::Relative && BE.contains(&next);
        // "is charged with *breaking* the law": whoever did it is another than the subject.
        let doing = event.tense == Tense::PresPart && event.clause().start == event.span().start;
        let charged = doing && event.role == Role::Complement && matches!(joint, "with" | "of" | "from" | "for");
        // "took a charge, *resulting* in a loss": nobody does it, the charge as a whole does.
        let follows = doing && event.role == Role::Participle && RESULTS.contains(&event.lemma.as_str());
        let unreal = event.role == Role::Cause && matches!(event.status, Status::Counterfactual | Status::Conditional);
        matches!(joint, "than" | "what") || source || unreal || of_noun || having || passes_on || charged || follows
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

    /// The source of another entry ("he said", "according to minutes"), a refusal to speak, or what nobody is named for
    /// ("scheduled next January").
    fn is_bare(&self, e: usize, event: &Event) -> bool {
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

    /// Whether it was not found whose verb it is: "A hearing on how it will go *is set* for May".
    fn is_lost(&self, event: &Event) -> bool {
        let before = self.article.text.get(..event.clause().start).unwrap_or_default();
        let inside = before.trim_end_matches(text::is_gap).ends_with(|c: char| c.is_alphanumeric() || c == ',');
        matches!(event.tense, Tense::Past | Tense::Present)
            && event.trigger == Trigger::Verb
            && self.has_no_front(event)
            && event.syntax().subject.or(event.agent()).or(event.patient()).is_none()
            && inside
    }

    /// Where the sentence of such a verb begins, if that is near: it is told whole.
    pub(super) fn front_of_sentence(&self, event: &Event) -> Option<usize> {
        let before = self
            .article
            .text
            .get(..event.clause().start)
            .filter(|_| self.is_lost(event) && event.status != Status::Habitual)?;
        let near = text::tail(before, LONGEST_FRONT);
        let edge = near.rfind(['\n', '.', '!', '?', '”', '"', ';', ':']).map(|at| at + 1)?;
        let front = near
            .get(edge..)
            .filter(|front| front.starts_with(text::is_gap) || near.get(..edge).is_some_and(|x| x.ends_with('\n')))?;
        let trimmed = front.trim_start_matches(|c| text::is_gap(c) || matches!(c, '\n' | '\r'));
        trimmed.starts_with(char::is_uppercase).then_some(before.len() - trimmed.len())
    }

    /// Whether a clause begins with its verb, over auxiliaries.
    fn has_no_front(&self, event: &Event) -> bool {
        let front = self.article.text.get(event.clause().start..event.span().start).unwrap_or_default();
        text::words(front).all(|word| BE.contains(&word) || matches!(word, "been" | "have" | "not" | "being"))
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

    /// The event that completes another: "declined *to comment*".
    fn completes(&self, e: usize) -> Option<&Event> {
        let behind = self.events.iter().skip(e + 1).take(3);
        behind.into_iter().find(|x| x.governor() == Some(e) && x.role == Role::Complement)
    }

    /// Whether all that is said stands before the saying.
    fn is_told_before(&self, e: usize, event: &Event) -> bool {
        let content = |x: &&Event| x.governor() == Some(e) && x.role == Role::Content;
        let near = |x: &&Event| x.sentence() == event.sentence();
        let (before, behind) = (self.events.get(..e).unwrap_or_default(), self.events.get(e + 1..).unwrap_or_default());
        before.iter().rev().take_while(near).any(|x| content(&x))
            && !behind.iter().take_while(near).any(|x| content(&x))
    }

    /// Whether it is what a past event was about: "told her *to go*", "agreed *to meet*".
    pub(super) fn is_asked(&self, event: &Event) -> bool {
        let first = self.first_joined(event);
        matches!(first.role, Role::Complement | Role::Purpose)
            && event.tense == Tense::Infinitive
            && !matches!(event.status, Status::Happened | Status::Cancelled)
            && first.governor().and_then(|g| self.events.get(g)).is_some_and(|g| {
                g.status == Status::Happened && g.trigger == Trigger::Verb && event.clause().contains(g.span())
            })
    }

    /// The first of the verbs that "and" joins an event to.
    fn first_joined<'e>(&'e self, event: &'e Event) -> &'e Event {
        let mut first = event;
        for _ in 0..8 {
            match first.governor().and_then(|g| self.events.get(g)).filter(|_| first.role == Role::Coordinate) {
                Some(before) if before.token() < first.token() => first = before,
                _ => break,
            }
        }
        first
    }

    /// Whether an expression behind the trigger dates it.
    fn has_date_behind(&self, e: usize, event: &Event) -> bool {
        let statements = self.statements(e);
        statements.filter(|s| s.trust() >= WORDS).any(|s| match s.right() {
            Entity::Timex(t) => self.expressions.get(t).is_some_and(|t| t.span.start > event.span().end),
            _ => false,
        })
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

    /// How many words its clause has, counted up to four.
    fn words(&self, event: &Event) -> usize {
        text::words(event.clause().of(&self.article.text)).take(4).count()
    }

    /// Of several events that one clause tells at one time, the outermost is enough; a noun adds nothing to the verb of
    /// its clause.
    pub(super) fn drop_told_twice(&self, listed: &mut Vec<usize>) {
        let phrase = |e: usize| self.events.get(e).and_then(|event| self.dated_noun(e, event));
        let clause = |e: usize| phrase(e).or(self.events.get(e).map(|event| event.clause()));
        // One that has no date of its own adds nothing to another of the same clause, whatever its bounds.
        let key = |e: usize| {
            let window = self.when.get(e).filter(|_| self.is_dated(e)).map_or((None, None), |when| when.window());
            (clause(e), window)
        };
        let is_noun = |e: usize| {
            let noun = self.events.get(e).filter(|event| event.trigger == Trigger::Noun);
            noun.is_some_and(|event| !self.is_arranged(event) && !self.is_awaited(e, event))
        };
        // "promised a result by Friday": told with the result.
        let awaiting: FastSet<usize> = listed
            .iter()
            .filter_map(|&e| self.events.get(e).filter(|event| self.is_awaited(e, event))?.governor())
            .collect();
        listed.retain(|e| !awaiting.contains(e));
        let dated = listed.iter().filter(|&&e| self.is_dated(e) && !is_noun(e)).filter_map(|&e| clause(e));
        let told: FastSet<Span> = dated.collect();
        let is_new = |e: usize| clause(e).is_some_and(|clause| !told.contains(&clause));
        listed.retain(|&e| self.is_dated(e) && !is_noun(e) || is_new(e));
        // "polls taken in April": what the verb tells of the noun is enough.
        let described: FastSet<usize> = listed
            .iter()
            .filter_map(|&e| self.events.get(e).filter(|event| event.role == Role::Relative && self.is_dated(e)))
            .filter_map(|event| event.governor())
            .collect();
        listed.retain(|e| !described.contains(e) || !is_noun(*e));
        // "was rebuilt after a fire in 2010": told with the verb, where that is of the same time; and a verb without a date
        // is told with its noun that has one: "Friday's game has been put off".
        let window = |e: usize| self.when.get(e).map(|when| when.window());
        let told: Vec<(usize, Span)> = listed
            .iter()
            .filter_map(|&e| Some((e, self.events.get(e)?)))
            .map(|(e, event)| (e, if is_noun(e) { self.clause(e, event) } else { event.clause() }))
            .collect();
        let mut n = 0_usize;
        listed.retain(|&e| {
            n += 1;
            let near = told.get(n.saturating_sub(REACH)..(n + REACH).min(told.len())).unwrap_or_default();
            let Some(event) = self.events.get(e) else { return false };
            let others = near.iter().filter(|&&(o, words)| is_noun(o) != is_noun(e) && words.contains(event.span()));
            !others.filter_map(|&(o, _)| Some((o, self.events.get(o)?))).any(|(o, other)| match is_noun(e) {
                true => window(o) == window(e) && other.token() < event.token(),
                false => !self.is_dated(e) && other.status == Status::Cancelled && event.status != Status::Cancelled,
            })
        });
        // "Speaking on Saturday, he refrained": the second tells both.
        let all: FastSet<usize> = listed.iter().copied().collect();
        listed.retain(|&e| {
            let front = self.events.get(e).filter(|p| p.role == Role::Participle && p.tense == Tense::PresPart);
            let main = front.and_then(|p| p.governor()).filter(|g| all.contains(g));
            let whole = main.and_then(|g| Some(self.clause(g, self.events.get(g)?)));
            !whole.zip(front).is_some_and(|(whole, p)| whole.contains(p.clause()))
        });
        self.drop_reminders(listed);
        let keys: Vec<_> = listed.iter().map(|&e| key(e)).collect();
        let mut first = FastMap::default();
        for (&e, key) in listed.iter().zip(&keys) {
            let depth = self.depth(e);
            let best = first.entry(key).or_insert((depth, e));
            *best = (*best).min((depth, e));
        }
        let mut keys = keys.iter();
        listed.retain(|&e| keys.next().and_then(|key| first.get(key)).is_some_and(|&(_, best)| best == e));
    }

    /// "The wing that fell on Tuesday was built in 1977": a clause that only says which one is meant tells nothing new where
    /// an entry of the same time before it is about the same thing.
    fn drop_reminders(&self, listed: &mut Vec<usize>) {
        let reminds = |e: &usize| self.events.get(*e).is_some_and(|event| self.is_restrictive(event));
        if !listed.iter().any(reminds) {
            return;
        }
        let things = |e: usize| {
            let event = self.events.get(e);
            let thing = |span: Span| text::words(span.of(&self.article.text)).take_while(|w| *w != "of").last();
            let spans = event.into_iter().flat_map(|event| [event.agent(), event.patient()]).flatten();
            spans.filter_map(thing).map(move |word| (word, self.when.get(e).map(|when| when.window())))
        };
        let mut first = FastMap::default();
        for &e in listed.iter() {
            things(e).for_each(|key| {
                first.entry(key).or_insert(e);
            });
        }
        listed.retain(|e| !reminds(e) || !things(*e).any(|key| first.get(&key).is_some_and(|first| first < e)));
    }

    /// Whether it is told in a clause that says which of several is meant: "the wing that fell".
    fn is_restrictive(&self, event: &Event) -> bool {
        event.role == Role::Relative
            && event.agent().or(event.patient()).is_some_and(|noun| {
                let behind = self.article.text.get(noun.end..event.span().start).unwrap_or_default();
                let mut words = text::words(noun.of(&self.article.text));
                let definite = words.next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
                let relative = text::words(behind).next().unwrap_or_default();
                definite && matches!(relative, "that" | "who" | "which") && !behind.trim_start().starts_with(',')
            })
    }

    /// How many events govern it, one above the other.
    fn depth(&self, e: usize) -> usize {
        let mut depth = 0;
        let mut at = e;
        while let Some(up) = self.events.get(at).and_then(|e| e.governor())
            && depth < 20
        {
            (at, depth) = (up, depth + 1);
        }
        depth
    }
}

/// Among so many neighbours on the list an event may be told by another one.
const REACH: usize = 8;

/// The lines that only lead to another article: "Read next: How the war began".
pub(super) fn teasers(text: &str) -> Vec<Span> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        (line, Span::new(end - line.len(), end))
    });
    let labelled = |line: &str| {
        let Some((label, _)) = line.split_once(':').filter(|(label, _)| label.len() < 64) else { return false };
        let same = |teaser: &&str| {
            let mut words = text::words(label);
            let all = teaser.split(' ').all(|t| words.next().is_some_and(|word| word.eq_ignore_ascii_case(t)));
            all && words.next().is_none()
        };
        TEASERS.iter().any(same)
    };
    lines.filter(|(line, _)| labelled(line)).map(|(_, span)| span).collect()
}

/// Words that lead on from a place or a time to what happened there.
const STORY_GOES_ON: &[&str] = &["where", "by which time", "at which point", "at which time", "whereupon"];

/// Up to this length in bytes the front of a sentence is told with a verb whose subject was not found.
const LONGEST_FRONT: usize = 120;

/// Verbs of what comes of what is told before them.
const RESULTS: &[&str] = &["bring", "cause", "lead", "leave", "mean", "prompt", "raise", "result", "spark", "trigger"];

/// Auxiliaries that a subject takes which stands far before them.
const BE: &[&str] = &["was", "were", "is", "are", "had", "has", "would", "will"];

/// Words that say whose an event was.
const OWNERS: &[&str] = &["his", "her", "its", "their", "our", "my"];

/// Labels before the title of another article.
const TEASERS: &[&str] = &["read next", "read more", "read also", "also read", "see also", "more on this", "related"];

/// "The search is *to continue*": nothing else governs it.
fn is_to_be(event: &Event) -> bool {
    event.tense == Tense::Infinitive
        && event.role == Role::Complement
        && event.governor().is_none()
        && event.status == Status::Planned
        && event.trigger == Trigger::Verb
}
