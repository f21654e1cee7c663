//! Which events get an entry: the criteria of each [`Detail`].

mod bare;
mod cut;
mod meant;
mod noun;
mod twice;

use super::{Facts, WORDS};
use crate::Detail;
use crate::event::{Aspect, Class, Event, Role, Status, Tense, Trigger};
use crate::link::{Entity, Relation, Statement};
use crate::span::Span;
use crate::text;

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

    /// The event that completes another: "declined *to comment*".
    fn completes(&self, e: usize) -> Option<&Event> {
        let behind = self.events.iter().skip(e + 1).take(3);
        behind.into_iter().find(|x| x.governor() == Some(e) && x.role == Role::Complement)
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

    /// How many words its clause has, counted up to four.
    fn words(&self, event: &Event) -> usize {
        text::words(event.clause().of(&self.article.text)).take(4).count()
    }
}

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
