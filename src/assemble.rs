//! From statements and a solved network to the timeline: which events get an entry, in what order, with what evidence.

mod again;
mod choice;
mod quotes;
mod sentence;

use crate::calendar::Unit;
use crate::compact::narrow;
use crate::event::{Event, Polarity, Role, Status, Tense, Trigger};
use crate::hash::{FastMap, FastSet};
use crate::link::{BEGIN_AND_END, Entity, Relation, SHARED, Statement};
use crate::lists::Lists;
use crate::order::{Bound, Clash, Solution};
use crate::span::Span;
use crate::timeline::{Bounds, Conflict, Entry, Timeline, Times, When};
use crate::timex::Timex;
use crate::{Article, Detail, conflict, order};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta};

/// Puts the timeline together.
pub fn assemble(
    article: &Article,
    detail: Detail,
    expressions: Vec<Timex>,
    events: Vec<Event>,
    relations: Vec<Statement>,
    mut solution: Solution,
) -> Timeline {
    let dated = dated_by_words(events.len(), &relations);
    let of = |entity: Entity| if let Entity::Event(e) = entity { Some(e) } else { None };
    let numbered = || (0u32..).zip(&relations);
    let of_event = Lists::new(events.len(), numbered().filter_map(|(n, s)| Some((of(s.left())?, n))));
    let offsets = numbered().filter(|(_, s)| matches!(s.relation(), Relation::Offset(_)));
    let counts = offsets.flat_map(|(n, s)| [s.left(), s.right()].map(|side| (side, n)));
    let counts = Lists::new(events.len(), counts.filter_map(|(side, n)| Some((of(side)?, n))));
    let dropped: FastSet<usize> = solution.conflicts.iter().map(|c| c.dropped).collect();
    let times = events.iter().enumerate().map(|(e, event)| {
        let mut when = when(&solution, e, &relations, &expressions);
        let mut own = of_event.of(e).iter().map(|&s| s as usize).filter(|s| !dropped.contains(s));
        let told = |s: usize| relations.get(s).is_some_and(|s| s.trust() >= WORDS && fills(s, &when, &expressions));
        when.supposed = when.supposed && !own.any(told);
        // "It was sending mail", "will be training": told before or after the publication, not begun or ended on its day.
        let words = |&s: &u32| {
            relations.get(s as usize).is_some_and(|s| s.trust() >= WORDS && matches!(s.right(), Entity::Timex(_)))
        };
        let of_publication = !of_event.of(e).iter().any(words);
        let (begin, end) = (when.begin.earliest, when.end.latest);
        let today = |at: Option<NaiveDateTime>| at.is_some_and(|at| at.date() == article.published.date());
        match event.status {
            Status::Happened if of_publication && today(end) && begin.is_none() && event.tense == Tense::Past => {
                when.end.earliest = None
            }
            Status::Planned if of_publication && today(begin) && end.is_none() && event.tense != Tense::Present => {
                when.begin.latest = None
            }
            _ => {}
        }
        when
    });
    let when: Times = times.collect();
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
    let line = order::sort(&solution, &listed);
    // What is no longer needed makes room.
    solution.forget_order();
    let mut entries = Vec::with_capacity(line.len());
    entries.extend(line.into_iter().filter_map(|e| facts.entry(e, &solution)));
    facts.add_again(&mut entries);
    let (text, published) = (article.text.clone(), article.published);
    let mut timeline =
        Timeline { published, text, entries, expressions, events, when, relations, conflicts: Vec::new() };
    let said = solution.conflicts.iter().filter_map(|c| conflict(&timeline, c));
    timeline.conflicts = said.chain(conflict::impossible(&timeline)).collect();
    timeline
}

/// Bounds of an event, and the grain of the finest expression that they come from.
fn when(solution: &Solution, event: usize, relations: &[Statement], expressions: &[Timex]) -> When {
    let moment = |seconds: Option<i64>| seconds.and_then(|s| DateTime::from_timestamp(s, 0)).map(|t| t.naive_utc());
    let bounds =
        |point: usize| Bounds { earliest: moment(solution.earliest(point)), latest: moment(solution.latest(point)) };
    let outer = [(2 * event, Bound::Earliest), (2 * event + 1, Bound::Latest)];
    // What holds at a moment, without a begin or an end.
    let inner = [(2 * event, Bound::Latest), (2 * event + 1, Bound::Earliest)];
    let (begin, end) = (bounds(2 * event), bounds(2 * event + 1));
    let open = begin.earliest.is_none() && end.latest.is_none();
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
    When { begin: days(begin), end: days(end), grain, supposed }
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
    when: &'a Times,
    /// Which events an expression of the text places, not only tense or order.
    dated: Vec<bool>,
    /// The statements that place each event.
    of_event: Lists<u32>,
    /// The counts from one event to another that each event takes part in.
    counts: Lists<u32>,
    /// The lines that only lead to another article.
    teasers: Vec<Span>,
}

/// How far back from an event its evidence goes, in statements. Nobody follows a chain as long as that; in a text whose
/// every sentence hangs on the one before, all of them would be as long as the text.
const CHAIN: usize = 64;

impl Facts<'_> {
    /// The statements that place an event.
    fn statements(&self, e: usize) -> impl Iterator<Item = &Statement> + Clone {
        self.of_event.of(e).iter().filter_map(|&s| self.relations.get(s as usize))
    }

    fn entry(&self, e: usize, solution: &Solution) -> Option<Entry> {
        let (event, when) = (self.events.get(e)?, *self.when.get(e)?);
        let clause = self.clause(e, event);
        Some(Entry {
            event: e,
            text: self.article.text.clone(),
            quote: clause.into(),
            added: self.added(e, event, clause),
            trigger: event.span().into(),
            when,
            status: event.status,
            negated: event.polarity == Polarity::Neg,
            agent: event.agent().or_else(|| self.shared_subject(event)).into(),
            patient: event.patient().into(),
            recipient: event.recipient().into(),
            place: event.place().into(),
            speaker: event.speaker().cloned(),
            evidence: self.evidence(e, solution),
        })
    }

    /// Adds an entry for each further time of the events that have more than one ("on Monday and again on Friday"), behind
    /// those that begin no later.
    fn add_again(&self, entries: &mut Vec<Entry>) {
        if !self.relations.iter().any(|s| s.relation() == Relation::Again) {
            return;
        }
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
        let again = self.relations.iter().enumerate().filter(|(_, s)| s.relation() == Relation::Again);
        for (number, statement) in again {
            let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right()) else { continue };
            let first = first.get(&e).and_then(|&n| entries.get(n));
            let Some((first, timex)) = first.zip(self.expressions.get(t)) else { continue };
            let Some(interval) = timex.interval else { continue };
            let last = interval.end.and_then(|end| end.checked_sub_signed(TimeDelta::seconds(1)));
            let bounds = Bounds { earliest: interval.begin, latest: last };
            let when = When { begin: bounds, end: bounds, grain: timex.grain, supposed: false };
            let mut entry = Entry { when, evidence: Box::new([narrow(number)]), ..first.clone() };
            // "will rise by 5% in April and by 4% in May": each line in its own words.
            let whole = first.quote.or_empty();
            let part = self.events.get(e).and_then(|event| self.part_of(e, event, whole, t));
            if let Some(part) = part {
                (entry.quote, entry.added) = (part.quote.into(), Box::new([part.added]));
                ends.entry(e).and_modify(|end| *end = part.end.min(*end)).or_insert(part.end);
            // "died in 2012, and Reed in 2021"
            } else if let Some(event) = self.events.get(e).filter(|_| !whole.contains(timex.span)) {
                let quote = whole.join(timex.span);
                (entry.quote, entry.added) = (quote.into(), self.added(e, event, quote));
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
                let quote = Span::new(entry.quote.or_empty().start, end);
                (entry.quote, entry.added) = (quote.into(), self.added(e, event, quote));
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

    /// The statements that bound the event, from the date to the event; then the counts ("a day after") that agree.
    fn evidence(&self, e: usize, solution: &Solution) -> Box<[u32]> {
        let mut chain = Vec::new();
        self.bounding(e, solution, &mut chain);
        for s in self.counts.of(e).iter().map(|&s| s as usize) {
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
        chain.into_iter().map(narrow).collect()
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
}

/// A contradiction of the reporting; none where one side is only this crate's own default (tense, the flow of the
/// story), which gives way in silence.
fn conflict(timeline: &Timeline, clash: &Clash) -> Option<Conflict> {
    let statements: Vec<&Statement> = clash.statements.iter().filter_map(|&s| timeline.relations.get(s)).collect();
    let counted = statements.iter().any(|s| matches!(s.relation(), Relation::Offset(_)));
    let least = if counted { WORDS } else { SAID };
    if statements.len() != clash.statements.len() || statements.iter().any(|s| s.trust() < least || is_tense(s)) {
        return None;
    }
    // A strike that was called off on Thursday was not on Thursday.
    let loose = |s: &&Statement| match s.left() {
        Entity::Event(e) if s.relation() == Relation::ToldAt => {
            timeline.events.get(e).is_some_and(|e| e.status != Status::Happened)
        }
        _ => false,
    };
    if statements.iter().any(loose) {
        return None;
    }
    // Two dates that one sentence seems to give one event are a misreading of the sentence, not of the facts.
    let sentence = |s: &&Statement| match s.left() {
        Entity::Event(e) => timeline.events.get(e).map(|e| e.sentence()),
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
    Some(Conflict { statements: statements.into_iter().map(|s| timeline.step(s)).collect(), dropped, reason })
}

/// Whether a statement rests on tense alone.
fn is_tense(statement: &Statement) -> bool {
    statement.right() == Entity::Publication && statement.trust() < SAID
}

/// From this trust on a statement is what the text says, not what this crate supposes. A count from an event is so
/// plain that what contradicts it may be less so.
const SAID: u8 = 70;

/// From this trust on an expression dates the event by the words of its clause, not by the flow of the story.
pub(crate) const WORDS: u8 = 60;
