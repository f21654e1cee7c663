//! From statements and a solved network to the timeline: which events get an entry, in what order, with what evidence.

use crate::calendar::Unit;
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::hash::{FastMap, FastSet};
use crate::link::{BEGIN_AND_END, Entity, Relation, Statement};
use crate::order::{Bound, Clash, Solution};
use crate::span::Span;
use crate::timeline::{Bounds, Conflict, Entry, Evidence, Quote, Timeline, When};
use crate::timex::{Signal, Timex};
use crate::{Article, Detail, conflict, order};
use chrono::{DateTime, NaiveTime};
use std::fmt::Write;

/// Puts the timeline together.
pub fn assemble(
    article: &Article,
    detail: Detail,
    expressions: Vec<Timex>,
    events: Vec<Event>,
    relations: Vec<Statement>,
    solution: &Solution,
) -> Timeline {
    let when: Vec<When> = (0..events.len()).map(|e| when(solution, e, &relations, &expressions)).collect();
    let dated = dated_by_words(events.len(), &relations);
    let mut of_event = vec![Vec::new(); events.len()];
    let mut counts = vec![Vec::new(); events.len()];
    for (s, statement) in relations.iter().enumerate() {
        for (i, entity) in [statement.left, statement.right].into_iter().enumerate() {
            let Entity::Event(e) = entity else { continue };
            if let Some(list) = of_event.get_mut(e).filter(|_| i == 0) {
                list.push(s);
            }
            if let Some(list) = counts.get_mut(e).filter(|_| matches!(statement.relation, Relation::Offset(_))) {
                list.push(s);
            }
        }
    }
    let facts = Facts {
        article,
        expressions: &expressions,
        events: &events,
        relations: &relations,
        when: &when,
        dated,
        of_event,
        counts,
    };
    let mut listed: Vec<usize> = order::sort(solution).into_iter().filter(|&e| facts.is_listed(e, detail)).collect();
    if detail < Detail::All {
        facts.drop_told_twice(&mut listed);
    }
    let entries = listed.into_iter().filter_map(|e| facts.entry(e, solution)).collect();
    let said = solution.conflicts.iter().filter_map(|c| facts.conflict(c));
    let conflicts = said.chain(conflict::impossible(article, &expressions, &events, &relations)).collect();
    Timeline { published: article.published, entries, expressions, events, when, relations, conflicts }
}

/// Bounds of an event, and the grain of the finest expression that they come from.
fn when(solution: &Solution, event: usize, relations: &[Statement], expressions: &[Timex]) -> When {
    let moment = |seconds: Option<i64>| seconds.and_then(|s| DateTime::from_timestamp(s, 0)).map(|t| t.naive_utc());
    let bounds = |point: usize| Bounds {
        earliest: moment(solution.earliest.get(point).copied().flatten()),
        latest: moment(solution.latest.get(point).copied().flatten()),
    };
    let chain = [(2 * event, Bound::Earliest), (2 * event + 1, Bound::Latest)]
        .into_iter()
        .flat_map(|(point, bound)| solution.behind(point, bound))
        .filter_map(|s| relations.get(s));
    let (mut grain, mut supposed) = (None, false);
    for statement in chain {
        supposed |= statement.trust < WORDS;
        if let Entity::Timex(t) = statement.right {
            let own = expressions.get(t).and_then(|t| t.grain);
            grain = grain.min(own).or(own).or(grain);
        }
    }
    let days = |b: Bounds| if grain.is_some_and(|g| g < Unit::Day) { b } else { whole_days(b) };
    When { begin: days(bounds(2 * event)), end: days(bounds(2 * event + 1)), grain, supposed }
}

/// Bounds as whole days: where nothing is said to the hour, the second by which one event lies after another is only
/// the network's way to say "after".
fn whole_days(bounds: Bounds) -> Bounds {
    Bounds {
        earliest: bounds.earliest.map(|at| at.date().and_time(NaiveTime::MIN)),
        latest: bounds.latest.and_then(|at| at.date().and_hms_opt(23, 59, 59)),
    }
}

/// Which events an expression of the text places, by the words of their own clause.
fn dated_by_words(events: usize, relations: &[Statement]) -> Vec<bool> {
    let mut dated = vec![false; events];
    let mut mark = |entity: Entity| {
        if let Entity::Event(e) = entity
            && let Some(slot) = dated.get_mut(e)
        {
            *slot = true;
        }
    };
    for statement in relations.iter().filter(|s| s.trust >= WORDS) {
        match (statement.relation, statement.right) {
            // "a day after": the two date each other.
            (Relation::Offset(_), right) => {
                mark(statement.left);
                mark(right);
            }
            (_, Entity::Timex(_)) => mark(statement.left),
            _ => {}
        }
    }
    dated
}

/// Everything that is known before the entries are made.
struct Facts<'a> {
    article: &'a Article,
    expressions: &'a [Timex],
    events: &'a [Event],
    relations: &'a [Statement],
    when: &'a [When],
    /// Which events an expression of the text places, not only tense or order.
    dated: Vec<bool>,
    /// The statements that place each event.
    of_event: Vec<Vec<usize>>,
    /// The counts from one event to another that each event takes part in.
    counts: Vec<Vec<usize>>,
}

impl Facts<'_> {
    /// Whether an event gets an entry: see [`Detail`]. At the standard detail that is what happens or is planned, denied
    /// or cancelled and is placed in time. A saying needs a day of its own or the head of the article, and words that
    /// are said; a state needs a day; what is possible or conditional needs a day or the head of the article.
    fn is_listed(&self, e: usize, detail: Detail) -> bool {
        let (Some(event), Some(when)) = (self.events.get(e), self.when.get(e)) else { return false };
        if detail == Detail::All {
            return true;
        }
        let dated = self.dated.get(e).copied().unwrap_or(false);
        if event.repeats.is_some() || is_part_of_governor(event) && !dated {
            return false;
        }
        if detail == Detail::Headline && !event.headline {
            return false;
        }
        if self.is_only_meant(e, event) {
            return false;
        }
        // "according to minutes", "he said": the source of another entry. "scheduled next January": nobody knows what.
        let nameless = event.trigger == Trigger::Verb
            && event.tense == Tense::PastPart
            && matches!(event.role, Role::Cause | Role::Other | Role::Relative | Role::When | Role::Condition)
            && event.agent.is_none()
            && event.patient.is_none();
        let bare = matches!(event.lemma.as_str(), "say" | "tell") && !event.passive && !self.tells(e, event);
        if event.text.eq_ignore_ascii_case("according") || nameless || bare {
            return false;
        }
        let asserted = matches!(
            event.status,
            Status::Happened | Status::Ongoing | Status::Planned | Status::Cancelled | Status::Denied
        );
        let happens = match event.class {
            Class::Occurrence | Class::Aspectual | Class::IAction => true,
            // The saying is news when it has a day of its own or stands at the head of the article.
            Class::Reporting => (dated || event.headline) && self.words(event) > 3,
            Class::State | Class::IState | Class::Perception => dated && event.trigger != Trigger::Noun,
        };
        if !happens {
            return false;
        }
        if dated || event.headline {
            return true;
        }
        // Without a date of its own: only what a finite verb tells in a clause of some length, not what completes or
        // explains another event.
        let placed = when.begin.earliest.is_some() || when.end.latest.is_some();
        let finite = event.trigger == Trigger::Verb
            && match event.tense {
                Tense::Past | Tense::Future => true,
                // "has rejected"; a present state of affairs is no event of a day.
                Tense::Present => event.aspect == Aspect::Perfective,
                Tense::Infinitive | Tense::PresPart | Tense::PastPart | Tense::None => false,
            };
        let whole = !matches!(event.role, Role::Complement | Role::Purpose | Role::Condition | Role::Relative);
        placed && finite && whole && self.words(event) > 2 && asserted && event.class != Class::Reporting
    }

    /// What a text names without telling it: a condition, an order, what somebody is asked or agrees to do where no date of
    /// its own stands behind it, and what merely held when something else happened.
    fn is_only_meant(&self, e: usize, event: &Event) -> bool {
        let order = event.trigger == Trigger::Verb
            && event.tense == Tense::None
            && event.modality.is_none()
            && event.status == Status::Possible;
        let beside = event.class == Class::State && event.role == Role::When;
        event.role == Role::Condition || order || beside || self.is_asked(event) && !self.has_date_behind(e, event)
    }

    /// Whether it is what a past event was about: "told her *to go*", "agreed *to meet*".
    fn is_asked(&self, event: &Event) -> bool {
        let first = self.first_joined(event);
        matches!(first.role, Role::Complement | Role::Purpose)
            && event.tense == Tense::Infinitive
            && !matches!(event.status, Status::Happened | Status::Cancelled)
            && first.governor.and_then(|g| self.events.get(g)).is_some_and(|g| {
                g.status == Status::Happened && g.trigger == Trigger::Verb && event.clause.contains(g.span)
            })
    }

    /// The first of the verbs that "and" joins an event to.
    fn first_joined<'e>(&'e self, event: &'e Event) -> &'e Event {
        let mut first = event;
        for _ in 0..8 {
            match first.governor.and_then(|g| self.events.get(g)).filter(|_| first.role == Role::Coordinate) {
                Some(before) if before.token < first.token => first = before,
                _ => break,
            }
        }
        first
    }

    /// Whether an expression behind the trigger dates it.
    fn has_date_behind(&self, e: usize, event: &Event) -> bool {
        let statements = self.of_event.get(e).into_iter().flatten().filter_map(|&s| self.relations.get(s));
        statements.filter(|s| s.trust >= WORDS).any(|s| match s.right {
            Entity::Timex(t) => self.expressions.get(t).is_some_and(|t| t.span.start > event.span.end),
            _ => false,
        })
    }

    /// Whether the clause of a saying holds what is said.
    fn tells(&self, e: usize, event: &Event) -> bool {
        let rest = Span::new(event.span.end, event.clause.end.max(event.span.end)).of(&self.article.text);
        let mut words = rest.split_whitespace();
        // "said at a news conference", "told an interviewer in 1999" against "said it had been true".
        let first = words.next().unwrap_or_default();
        let circumstance = event.lemma == "tell"
            || matches!(first, "" | "at" | "in" | "on" | "by" | "to" | "late" | "early" | "after");
        let behind = self.events.iter().skip(e + 1).take(12);
        !circumstance
            || words.any(|w| w == "that")
            || behind.into_iter().any(|x| x.governor == Some(e) && event.clause.contains(x.span))
    }

    fn words(&self, event: &Event) -> usize {
        event.clause.of(&self.article.text).split_whitespace().count()
    }

    /// Of several events that one clause tells at one time, the outermost is enough.
    fn drop_told_twice(&self, listed: &mut Vec<usize>) {
        // One that has no date of its own adds nothing to another of the same clause, whatever its bounds.
        let key = |e: usize| {
            let dated = self.dated.get(e).copied().unwrap_or(false);
            let event = self.events.get(e)?;
            let clause = self.dated_noun(e, event).unwrap_or(event.clause);
            Some((clause, self.when.get(e)?.window())).filter(|_| dated).or(Some((clause, (None, None))))
        };
        let told: FastSet<Span> = listed
            .iter()
            .filter(|&&e| self.dated.get(e) == Some(&true))
            .filter_map(|&e| Some(self.events.get(e)?.clause))
            .collect();
        listed.retain(|&e| {
            self.dated.get(e) == Some(&true) || self.events.get(e).is_some_and(|event| !told.contains(&event.clause))
        });
        let mut first = FastMap::default();
        for &e in listed.iter() {
            let depth = self.depth(e);
            let best = first.entry(key(e)).or_insert((depth, e));
            *best = (*best).min((depth, e));
        }
        listed.retain(|&e| first.get(&key(e)).is_some_and(|&(_, best)| best == e));
    }

    /// "the 2015 nuclear deal", "independence in 1991": the phrase of a noun that has a date of its own.
    fn dated_noun(&self, e: usize, event: &Event) -> Option<Span> {
        if event.trigger != Trigger::Noun {
            return None;
        }
        let statements = self.of_event.get(e)?.iter().filter_map(|&s| self.relations.get(s));
        let phrase = statements.filter(|s| s.trust >= WORDS && s.relation != Relation::ToldAt).find_map(|s| {
            let Entity::Timex(t) = s.right else { return None };
            let timex = self.expressions.get(t)?.span;
            let (first, last) = if timex.start < event.span.start { (timex, event.span) } else { (event.span, timex) };
            is_short_gap(self.article.text.get(first.end..last.start)).then(|| first.join(last))
        })?;
        let before = self.article.text.get(..phrase.start)?;
        let article = ["the ", "The ", "a ", "A ", "an "].iter().find(|a| before.ends_with(**a));
        Some(Span::new(phrase.start - article.map_or(0, |a| a.len()), phrase.end))
    }

    /// How many events govern it, one above the other.
    fn depth(&self, e: usize) -> usize {
        let mut depth = 0;
        let mut at = e;
        while let Some(up) = self.events.get(at).and_then(|e| e.governor)
            && depth < 20
        {
            (at, depth) = (up, depth + 1);
        }
        depth
    }

    fn entry(&self, e: usize, solution: &Solution) -> Option<Entry> {
        let (event, when) = (self.events.get(e)?, *self.when.get(e)?);
        let speaker = match &event.source {
            Source::Narrator => None,
            Source::Speaker { name, .. } => Some(name.clone()),
        };
        Some(Entry {
            event: e,
            quote: self.quote(self.clause(e, event)),
            trigger: self.quote(event.span),
            when,
            status: event.status,
            agent: event.agent.map(|s| self.quote(s)),
            patient: event.patient.map(|s| self.quote(s)),
            speaker,
            evidence: self.evidence(e, solution),
        })
    }

    /// The event's clause with the words that date it: no expression is cut in two, the date that belongs to the verb is
    /// in it, and "a day" goes on with the event that it hangs on.
    fn clause(&self, e: usize, event: &Event) -> Span {
        if let Some(phrase) = self.dated_noun(e, event) {
            return phrase;
        }
        let mut clause = event.clause;
        // "agreed on Sunday *to meet in May*"
        if self.is_asked(event)
            && let Some(before) = self.article.text.get(clause.start..event.span.start)
        {
            clause.start = event.span.start - if before.ends_with("to ") { 3 } else { 0 };
        }
        for statement in self.of_event.get(e).into_iter().flatten().filter_map(|&s| self.relations.get(s)) {
            if statement.trust < WORDS {
                continue;
            }
            if let (Relation::Offset(t), Entity::Event(base)) = (statement.relation, statement.right)
                && let (Some(timex), Some(base)) = (self.expressions.get(t), self.events.get(base))
                && base.sentence == event.sentence
                && clause.start <= timex.span.start
            {
                clause = clause.join(timex.span).join(base.clause);
            }
            if let Entity::Timex(t) = statement.right
                && let Some(timex) = self.expressions.get(t)
                && timex.span.start >= clause.end
                && is_short_gap(self.article.text.get(clause.end..timex.span.start))
                && !self.tells_between(clause.end, timex.span.start)
            {
                clause = clause.join(timex.span);
            }
        }
        let first = self.expressions.partition_point(|t| t.span.end <= clause.start);
        for timex in self.expressions.iter().skip(first) {
            if timex.span.start >= clause.end {
                break;
            }
            clause = clause.join(timex.span);
        }
        clause
    }

    /// Whether a verb stands between two places: what follows it belongs to it.
    fn tells_between(&self, from: usize, to: usize) -> bool {
        let first = self.events.partition_point(|e| e.span.start < from);
        let between = self.events.iter().skip(first).take_while(|e| e.span.end <= to);
        between.into_iter().any(|e| e.trigger == Trigger::Verb)
    }

    fn quote(&self, span: Span) -> Quote {
        Quote { span, text: span.of(&self.article.text).to_string() }
    }

    /// The statements that bound the event, from the date to the event; then the counts ("a day after") that agree.
    fn evidence(&self, e: usize, solution: &Solution) -> Vec<Evidence> {
        let mut chain = Vec::new();
        self.bounding(e, solution, &mut chain);
        for &s in self.counts.get(e).into_iter().flatten() {
            let Some(statement) = self.relations.get(s).filter(|_| !chain.contains(&s) && !solution.is_dropped(s))
            else {
                continue;
            };
            for entity in [statement.left, statement.right] {
                if let Entity::Event(other) = entity
                    && other != e
                {
                    self.bounding(other, solution, &mut chain);
                }
            }
            if !chain.contains(&s) {
                chain.push(s);
            }
        }
        chain.into_iter().filter_map(|s| self.relations.get(s)).map(|s| self.step(s)).collect()
    }

    fn bounding(&self, e: usize, solution: &Solution, chain: &mut Vec<usize>) {
        let both = [(2 * e, Bound::Earliest), (2 * e + 1, Bound::Latest)];
        for statement in both.into_iter().flat_map(|(point, bound)| solution.why(point, bound)) {
            if !chain.contains(&statement) {
                chain.push(statement);
            }
        }
    }

    /// A statement in plain words.
    fn step(&self, statement: &Statement) -> Evidence {
        let mut says = String::with_capacity(64);
        self.name(statement.left, &mut says);
        match (statement.relation, statement.right) {
            (Relation::Offset(t), right) => {
                let by = self.expressions.get(t).map_or("", |t| t.text.as_str());
                says.extend([" counted by \"", by, "\" from "]);
                self.name(right, &mut says);
            }
            (Relation::Before, Entity::Publication) => says.push_str(": over before the publication"),
            (Relation::After, Entity::Publication) => says.push_str(": still to come at the publication"),
            (relation, right) => {
                says.extend([" ", verb(relation, self.signal(right)), " "]);
                self.name(right, &mut says);
            }
        }
        Evidence { quote: self.quote(statement.span), says }
    }

    fn signal(&self, entity: Entity) -> Option<Signal> {
        match entity {
            Entity::Timex(t) => self.expressions.get(t)?.signal,
            _ => None,
        }
    }

    fn name(&self, entity: Entity, out: &mut String) {
        match entity {
            Entity::Publication => {
                let _ = write!(out, "the publication ({})", self.article.published.date());
            }
            Entity::Event(e) => out.extend(self.events.get(e).into_iter().flat_map(|e| ["\"", &e.text, "\""])),
            Entity::Timex(t) => self.expressions.get(t).into_iter().for_each(|t| dated(t, out)),
        }
    }

    /// A contradiction of the reporting; none where one side is only this crate's own default (tense, the flow of the
    /// story), which gives way in silence.
    fn conflict(&self, clash: &Clash) -> Option<Conflict> {
        let statements: Vec<&Statement> = clash.statements.iter().filter_map(|&s| self.relations.get(s)).collect();
        let counted = statements.iter().any(|s| matches!(s.relation, Relation::Offset(_)));
        let least = if counted { WORDS } else { SAID };
        if statements.len() != clash.statements.len() || statements.iter().any(|s| s.trust < least || is_tense(s)) {
            return None;
        }
        // A strike that was called off on Thursday was not on Thursday.
        let loose = |s: &&Statement| match s.left {
            Entity::Event(e) if s.relation == Relation::ToldAt => {
                self.events.get(e).is_some_and(|e| e.status != Status::Happened)
            }
            _ => false,
        };
        if statements.iter().any(loose) {
            return None;
        }
        // Two dates that one sentence seems to give one event are a misreading of the sentence, not of the facts.
        let sentence = |s: &&Statement| match s.left {
            Entity::Event(e) => self.events.get(e).map(|e| e.sentence),
            _ => None,
        };
        let dates = statements.iter().filter(|s| matches!(s.right, Entity::Timex(_)));
        let sentences: FastSet<Option<usize>> = dates.map(sentence).collect();
        let ends = statements.iter().any(|s| s.sieve == BEGIN_AND_END);
        if !counted && !ends && sentences.len() < 2 && statements.len() > 1 {
            return None;
        }
        let dropped = clash.statements.iter().position(|&s| s == clash.dropped)?;
        let trust = statements.get(dropped)?.trust;
        let others = statements.iter().enumerate().filter(|(i, _)| *i != dropped).map(|(_, s)| s.trust).min();
        let reason = match others {
            Some(other) if other > trust => format!("it is the least certain reading ({trust} against {other} of 100)"),
            Some(_) => "all are equally certain and it stands last".to_string(),
            None => "it cannot be true by itself".to_string(),
        };
        Some(Conflict { statements: statements.into_iter().map(|s| self.step(s)).collect(), dropped, reason })
    }
}

/// Whether a statement rests on tense alone.
fn is_tense(statement: &Statement) -> bool {
    statement.right == Entity::Publication && statement.trust < SAID
}

/// Whether a date that far behind a clause still belongs to what is quoted: a few words, no other clause between.
fn is_short_gap(words: Option<&str>) -> bool {
    words.is_some_and(|w| w.len() <= 40 && !w.contains(['.', ',', ';', '“', '”', '"', '\n', ':', '—']))
}

/// From this trust on a statement is what the text says, not what this crate supposes. A count from an event is so
/// plain that what contradicts it may be less so.
const SAID: u8 = 70;

/// From this trust on an expression dates the event by the words of its clause, not by the flow of the story.
const WORDS: u8 = 60;

/// What only completes another event: "began *talks*", "took a *decision*".
fn is_part_of_governor(event: &Event) -> bool {
    event.governor.is_some() && event.role == Role::Object
}

fn verb(relation: Relation, signal: Option<Signal>) -> &'static str {
    match relation {
        Relation::Before => "before",
        Relation::After => "after",
        Relation::During if signal == Some(Signal::Within) => "within",
        Relation::During => "on or in",
        Relation::ToldAt => "told at",
        Relation::Near => "told in the light of",
        Relation::Includes => "spans",
        Relation::Same => "is the same as, or at the same time as,",
        Relation::Overlaps => "still holds at",
        Relation::BegunBy => "since",
        Relation::EndedBy => "until",
        Relation::NotBefore => "not before",
        Relation::NotAfter => "not after",
        Relation::Lasts => "lasts",
        Relation::Offset(_) => "counted from",
    }
}

/// "Saturday = 2025-03-08 (the verb is in the past)".
fn dated(timex: &Timex, out: &mut String) {
    out.extend(["\"", &timex.text, "\" = ", &timex.value]);
    if let Some(reason) = &timex.reason {
        out.extend([" (", reason, ")"]);
    }
}
