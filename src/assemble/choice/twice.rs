//! What is told twice: of several events that one clause tells at one time, those that add nothing.

use crate::assemble::Facts;
use crate::event::{Event, Role, Status, Tense, Trigger};
use crate::hash::{FastMap, FastSet};
use crate::span::Span;
use crate::text;

impl Facts<'_> {
    /// Of several events that one clause tells at one time, the outermost is enough; a noun adds nothing to the verb of
    /// its clause.
    pub(in crate::assemble) fn drop_told_twice(&self, listed: &mut Vec<usize>) {
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
