//! From statements and a solved network to the timeline: which events get an entry, in what order, with what evidence.

mod again;
mod choice;
mod quotes;
mod sentence;

use crate::calendar::Unit;
use crate::event::{Event, Polarity, Role, Source, Status, Tense, Trigger};
use crate::hash::{FastMap, FastSet};
use crate::link::{BEGIN_AND_END, Entity, Relation, SHARED, Statement};
use crate::order::{Bound, Clash, Solution};
use crate::span::Span;
use crate::timeline::{Bounds, Conflict, Entry, Evidence, Quote, Timeline, When};
use crate::timex::{Signal, Timex};
use crate::{Article, Detail, conflict, order};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta};
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
    let mut when: Vec<When> = (0..events.len()).map(|e| when(solution, e, &relations, &expressions)).collect();
    let dated = dated_by_words(events.len(), &relations);
    let mut of_event = vec![Vec::new(); events.len()];
    let mut counts = vec![Vec::new(); events.len()];
    for (s, statement) in relations.iter().enumerate() {
        for (i, entity) in [statement.left(), statement.right()].into_iter().enumerate() {
            let Entity::Event(e) = entity else { continue };
            if let Some(list) = of_event.get_mut(e).filter(|_| i == 0) {
                list.push(s);
            }
            if let Some(list) = counts.get_mut(e).filter(|_| matches!(statement.relation(), Relation::Offset(_))) {
                list.push(s);
            }
        }
    }
    let dropped: FastSet<usize> = solution.conflicts.iter().map(|c| c.dropped).collect();
    for (when, own) in when.iter_mut().zip(&of_event).filter(|(when, _)| when.supposed) {
        let told = |&s: &usize| relations.get(s).is_some_and(|s| s.trust() >= WORDS && fills(s, when, &expressions));
        when.supposed = !own.iter().filter(|s| !dropped.contains(s)).any(told);
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
        teasers: choice::teasers(&article.text),
    };
    let mut listed: Vec<usize> = (0..facts.events.len()).filter(|&e| facts.is_listed(e, detail)).collect();
    if detail < Detail::All {
        facts.drop_told_twice(&mut listed);
    }
    let mut entries = Vec::with_capacity(listed.len());
    entries.extend(order::sort(solution, &listed).into_iter().filter_map(|e| facts.entry(e, solution)));
    facts.add_again(&mut entries);
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
    let outer = [(2 * event, Bound::Earliest), (2 * event + 1, Bound::Latest)];
    // What holds at a moment, without a begin or an end.
    let inner = [(2 * event, Bound::Latest), (2 * event + 1, Bound::Earliest)];
    let open = bounds(2 * event).earliest.is_none() && bounds(2 * event + 1).latest.is_none();
    let chain = if open { inner } else { outer };
    let chain =
        chain.into_iter().flat_map(|(point, bound)| solution.behind(point, bound)).filter_map(|s| relations.get(s));
    let (mut grain, mut supposed) = (None, false);
    for statement in chain {
        // "broke a bone on 1 May and was told": of what is only told with it the words give no day.
        supposed |=
            statement.trust() < WORDS || statement.relation() == Relation::ToldAt && statement.sieve() == SHARED;
        if let Entity::Timex(t) = statement.right() {
            let own = expressions.get(t).and_then(|t| t.grain);
            // What is told at a minute is of that day.
            let own = own.map(|g| if statement.relation() == Relation::ToldAt { g.max(Unit::Day) } else { g });
            grain = grain.min(own).or(own).or(grain);
        }
    }
    let days = |b: Bounds| if grain.is_some_and(|g| g < Unit::Day) { b } else { whole_days(b) };
    When { begin: days(bounds(2 * event)), end: days(bounds(2 * event + 1)), grain, supposed }
}

/// Whether the words that date an event give the very days that were found for it: what else bounds it then adds no more
/// than an order within them.
fn fills(statement: &Statement, when: &When, expressions: &[Timex]) -> bool {
    let (Relation::During, Entity::Timex(t)) = (statement.relation(), statement.right()) else { return false };
    let days = expressions.get(t).and_then(|t| t.interval).map(|i| (i.first_day(), i.last_day()));
    let day = |at: Option<NaiveDateTime>| at.map(|at| at.date());
    days.is_some_and(|(first, last)| (day(when.begin.earliest), day(when.end.latest)) == (first, last))
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
    for statement in relations.iter().filter(|s| s.trust() >= WORDS) {
        match (statement.relation(), statement.right()) {
            // "a day after": the two date each other.
            (Relation::Offset(_), right) => {
                mark(statement.left());
                mark(right);
            }
            (_, Entity::Timex(_)) => mark(statement.left()),
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
    /// The lines that only lead to another article.
    teasers: Vec<Span>,
}

/// How far back from an event its evidence goes, in statements. Nobody follows a chain as long as that; in a text whose
/// every sentence hangs on the one before, all of them would be as long as the text.
const CHAIN: usize = 64;

impl Facts<'_> {
    fn entry(&self, e: usize, solution: &Solution) -> Option<Entry> {
        let (event, when) = (self.events.get(e)?, *self.when.get(e)?);
        let speaker = match event.source() {
            Source::Narrator => None,
            Source::Speaker { name, .. } => Some(name.to_string()),
        };
        let clause = self.clause(e, event);
        Some(Entry {
            event: e,
            quote: self.quote(clause),
            sentence: self.sentence(e, event, clause),
            trigger: self.quote(event.span()),
            when,
            status: event.status,
            negated: event.polarity == Polarity::Neg,
            agent: event.agent().or_else(|| self.shared_subject(event)).map(|s| self.quote(s)),
            patient: event.patient().map(|s| self.quote(s)),
            recipient: event.recipient().map(|s| self.quote(s)),
            place: event.place().map(|s| self.quote(s)),
            speaker,
            evidence: self.evidence(e, solution),
        })
    }

    /// Adds an entry for each further time of the events that have more than one ("on Monday and again on Friday"), behind
    /// those that begin no later.
    fn add_again(&self, entries: &mut Vec<Entry>) {
        let first: FastMap<usize, usize> =
            entries.iter().enumerate().rev().map(|(n, entry)| (entry.event, n)).collect();
        // For each place the earliest begin from there on, which grows from place to place.
        let mut earliest = None;
        let mut begins: Vec<_> = entries.iter().rev().map(|entry| entry.when.begin).collect();
        for begin in &mut begins {
            earliest = [earliest, begin.earliest.or(begin.latest)].into_iter().flatten().min();
            begin.earliest = earliest;
        }
        begins.reverse();
        // For each place the latest known begin up to there: what is over before that stands before it.
        let latest = entries.iter().scan(None, |latest, entry| {
            *latest = (*latest).max(entry.when.begin.earliest);
            Some(*latest)
        });
        let latest: Vec<_> = latest.collect();
        let mut further = Vec::new();
        let mut ends: FastMap<usize, usize> = FastMap::default();
        for statement in self.relations.iter().filter(|s| s.relation() == Relation::Again) {
            let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right()) else { continue };
            let first = first.get(&e).and_then(|&n| entries.get(n));
            let Some((first, timex)) = first.zip(self.expressions.get(t)) else { continue };
            let Some(interval) = timex.interval else { continue };
            let last = interval.end.and_then(|end| end.checked_sub_signed(TimeDelta::seconds(1)));
            let bounds = Bounds { earliest: interval.begin, latest: last };
            let when = When { begin: bounds, end: bounds, grain: timex.grain, supposed: false };
            let mut entry = Entry { when, evidence: vec![self.step(statement)], ..first.clone() };
            // "will rise by 5% in April and by 4% in May": each line in its own words.
            let whole = first.quote.span;
            let part = self.events.get(e).and_then(|event| self.part_of(e, event, whole, t));
            if let Some(part) = part {
                (entry.quote, entry.sentence) = (self.quote(part.quote), part.sentence);
                ends.entry(e).and_modify(|end| *end = part.end.min(*end)).or_insert(part.end);
            // "died in 2012, and Reed in 2021"
            } else if let Some(event) = self.events.get(e).filter(|_| !first.quote.span.contains(timex.span)) {
                let quote = first.quote.span.join(timex.span);
                (entry.quote, entry.sentence) = (self.quote(quote), self.sentence(e, event, quote));
            }
            let place = begins.partition_point(|b| b.earliest.is_some_and(|at| Some(at) <= interval.begin));
            let place = place.min(latest.partition_point(|&begin| last.is_none() || begin <= last));
            further.push((place, interval.begin, entry));
        }
        if further.is_empty() {
            return;
        }
        for (e, end) in ends {
            let entry = first.get(&e).and_then(|&n| entries.get_mut(n));
            if let Some((entry, event)) = entry.zip(self.events.get(e)) {
                let quote = Span::new(entry.quote.span.start, end);
                (entry.quote, entry.sentence) = (self.quote(quote), self.sentence(e, event, quote));
            }
        }
        further.sort_by_key(|&(place, begin, _)| (place, begin));
        let mut further = further.into_iter().peekable();
        let listed = std::mem::take(entries);
        entries.reserve(listed.len() + further.len());
        for (n, entry) in listed.into_iter().enumerate() {
            while let Some((_, _, entry)) = further.next_if(|(place, ..)| *place <= n) {
                entries.push(entry);
            }
            entries.push(entry);
        }
        entries.extend(further.map(|(_, _, entry)| entry));
    }

    /// The subject of the verb that an infinitive or a verb behind "and" is joined to, where it has none of its own.
    fn shared_subject(&self, event: &Event) -> Option<Span> {
        let joined = event.trigger == Trigger::Verb
            && event.patient().is_none()
            && match event.role {
                Role::Coordinate => true,
                Role::Complement => event.tense == Tense::Infinitive,
                _ => false,
            };
        let first = event.governor().filter(|_| joined).and_then(|g| self.events.get(g))?;
        if first.passive { first.patient() } else { first.agent() }
    }

    fn quote(&self, span: Span) -> Quote {
        Quote { span, text: span.of(&self.article.text).to_string() }
    }

    /// The statements that bound the event, from the date to the event; then the counts ("a day after") that agree.
    fn evidence(&self, e: usize, solution: &Solution) -> Vec<Evidence> {
        let mut chain = Vec::new();
        self.bounding(e, solution, &mut chain);
        for &s in self.counts.get(e).into_iter().flatten() {
            if chain.len() > 2 * CHAIN {
                break;
            }
            let Some(statement) = self.relations.get(s).filter(|_| !chain.contains(&s) && !solution.is_dropped(s))
            else {
                continue;
            };
            for entity in [statement.left(), statement.right()] {
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
        for (point, bound) in both {
            let near: Vec<usize> = solution.behind(point, bound).take(CHAIN).collect();
            for statement in near.into_iter().rev() {
                if !chain.contains(&statement) {
                    chain.push(statement);
                }
            }
        }
    }

    /// A statement in plain words.
    fn step(&self, statement: &Statement) -> Evidence {
        let mut says = String::with_capacity(64);
        self.name(statement.left(), &mut says);
        match (statement.relation(), statement.right()) {
            (Relation::Offset(t), right) => {
                let by = self.expressions.get(t).map_or("", |t| t.text.as_str());
                says.extend([" counted by \"", by, "\" from "]);
                self.name(right, &mut says);
            }
            (Relation::Aged(age), right) => {
                says.extend([" at the age of ", &age.to_string(), ", counted from "]);
                self.name(right, &mut says);
            }
            (Relation::Before, Entity::Publication) => says.push_str(": over before the publication"),
            (Relation::After, Entity::Publication) => says.push_str(": still to come at the publication"),
            (relation, right) => {
                says.extend([" ", verb(relation, self.signal(right)), " "]);
                self.name(right, &mut says);
            }
        }
        Evidence { quote: self.quote(statement.span()), says }
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
        let counted = statements.iter().any(|s| matches!(s.relation(), Relation::Offset(_)));
        let least = if counted { WORDS } else { SAID };
        if statements.len() != clash.statements.len() || statements.iter().any(|s| s.trust() < least || is_tense(s)) {
            return None;
        }
        // A strike that was called off on Thursday was not on Thursday.
        let loose = |s: &&Statement| match s.left() {
            Entity::Event(e) if s.relation() == Relation::ToldAt => {
                self.events.get(e).is_some_and(|e| e.status != Status::Happened)
            }
            _ => false,
        };
        if statements.iter().any(loose) {
            return None;
        }
        // Two dates that one sentence seems to give one event are a misreading of the sentence, not of the facts.
        let sentence = |s: &&Statement| match s.left() {
            Entity::Event(e) => self.events.get(e).map(|e| e.sentence()),
            _ => None,
        };
        let dates = statements.iter().filter(|s| matches!(s.right(), Entity::Timex(_)));
        let sentences: FastSet<Option<usize>> = dates.map(sentence).collect();
        let ends = statements.iter().any(|s| s.sieve() == BEGIN_AND_END);
        if !counted && !ends && sentences.len() < 2 && statements.len() > 1 {
            return None;
        }
        let dropped = clash.statements.iter().position(|&s| s == clash.dropped)?;
        let trust = statements.get(dropped)?.trust();
        let others = statements.iter().enumerate().filter(|(i, _)| *i != dropped).map(|(_, s)| s.trust()).min();
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
    statement.right() == Entity::Publication && statement.trust() < SAID
}

/// From this trust on a statement is what the text says, not what this crate supposes. A count from an event is so
/// plain that what contradicts it may be less so.
const SAID: u8 = 70;

/// From this trust on an expression dates the event by the words of its clause, not by the flow of the story.
const WORDS: u8 = 60;

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
        Relation::Again => "once more on or in",
        Relation::Offset(_) | Relation::Aged(_) => "counted from",
    }
}

/// "Saturday = 2025-03-08 (the verb is in the past)".
fn dated(timex: &Timex, out: &mut String) {
    out.extend(["\"", &timex.text, "\" = ", &timex.value]);
    if let Some(reason) = &timex.reason {
        out.extend([" (", reason, ")"]);
    }
}
