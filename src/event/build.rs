//! From verb groups and nouns to events: triggers, classes, governors, sources, assertions.

use super::antecedent::antecedent;
use super::class::Governs;
use super::clause::Clause;
use super::group::{Form, Group};
use super::lexicon::{Sense, look_up};
use super::quote::Quotation;
use super::source::Cast;
use super::status::Assertions;
use super::words::{Phrase, Words};
use super::{
    Class, Event, Polarity, Role, Source, Status, Syntax, Tense, Trigger, class, headline, noun, parts, pronoun,
    repeat, status, trigger,
};
use crate::compact::{Index, Packed};
use crate::shared::Pool;
use crate::text::Ptb;

/// A word that names an event, before its details are known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) token: usize,
    pub(super) trigger: Trigger,
    /// The verb group: its own, or the copula's.
    group: Index,
    /// The verb group in whose clause it stands.
    host: Index,
    class: Class,
}

impl Candidate {
    fn new(token: usize, trigger: Trigger, group: Index, class: Class) -> Self {
        Candidate { token, trigger, group, host: Index::NONE, class }
    }

    pub(super) fn group(&self) -> Option<usize> {
        self.group.get()
    }
}

/// Builds the list of events.
pub(super) fn events(
    w: &Words,
    groups: &Packed<Group>,
    clauses: &Packed<Clause>,
    quotations: Vec<Quotation>,
) -> Vec<Event> {
    let mut candidates = candidates(w, groups);
    let mut of_token = hosts(w, groups, clauses);
    let mut event_of_group = vec![Index::NONE; groups.len()];
    for (n, c) in candidates.iter_mut().enumerate() {
        c.host = of_token.get(c.token).copied().unwrap_or_default();
        if let Some(slot) = c.group().and_then(|g| event_of_group.get_mut(g)) {
            *slot = n.into();
        }
    }
    // The place where the hosts of all tokens stood is the events'.
    of_token.fill(Index::NONE);
    for (n, c) in candidates.iter().enumerate() {
        if let Some(slot) = of_token.get_mut(c.token) {
            *slot = n.into();
        }
    }
    Build { w, groups, clauses, candidates, event_of_group, event_of_token: of_token, quotations }.run()
}

/// Every trigger, in order.
fn candidates(w: &Words, groups: &Packed<Group>) -> Vec<Candidate> {
    let mut found = Vec::with_capacity(groups.len() * 2);
    for (n, g) in groups.iter().enumerate() {
        if trigger::names_event(w, &g) {
            found.push(Candidate::new(g.main, Trigger::Verb, n.into(), Class::Occurrence));
        } else if let Some((token, class)) = noun::predicate(w, &g) {
            let trigger = if w.ptb(token) == Ptb::In { Trigger::Other } else { Trigger::Adjective };
            found.push(Candidate::new(token, trigger, n.into(), class));
        }
    }
    for p in w.all_phrases() {
        if noun::names_event(w, p.head) {
            found.push(Candidate::new(p.head, Trigger::Noun, Index::NONE, Class::Occurrence));
        }
    }
    found.sort_by_key(|c| c.token);
    found.dedup_by_key(|c| c.token);
    found
}

/// For each token, the verb group in whose clause it stands.
fn hosts(w: &Words, groups: &Packed<Group>, clauses: &Packed<Clause>) -> Vec<Index> {
    let mut hosts = vec![Index::NONE; w.doc.tokens.len()];
    for (n, (g, c)) in groups.iter().zip(clauses.iter()).enumerate() {
        let sentence = w.sentence(g.main);
        // From its subject on; the front of a sentence goes with its first clause.
        let same = n.checked_sub(1).and_then(|m| groups.get(m)).is_some_and(|x| x.main >= sentence.start);
        let from = if same { c.left.min(g.start) } else { sentence.start };
        for slot in hosts.get_mut(from..sentence.end).unwrap_or_default() {
            *slot = n.into();
        }
    }
    // A clause that holds another in its middle ("the letter he sent arrived") comes back with its own verb.
    hosts
}

/// The triggers of a document on their way to events.
pub(super) struct Build<'w, 'd> {
    pub(super) w: &'w Words<'d>,
    pub(super) groups: &'w Packed<Group>,
    pub(super) clauses: &'w Packed<Clause>,
    /// The events to be, in order.
    pub(super) candidates: Vec<Candidate>,
    pub(super) event_of_group: Vec<Index>,
    /// For each token the event that it names; no longer there when all governors are found.
    event_of_token: Vec<Index>,
    pub(super) quotations: Vec<Quotation>,
}

impl Build<'_, '_> {
    fn run(mut self) -> Vec<Event> {
        let governors = self.candidates.iter().map(|c| self.link(c));
        let links: Vec<(Index, Role)> = governors.map(|(governor, role)| (governor.into(), role)).collect();
        self.event_of_token = Vec::new();
        self.with_links(links)
    }

    fn with_links(&self, links: Vec<(Index, Role)>) -> Vec<Event> {
        let (w, candidates) = (self.w, &self.candidates);
        let mut governs = vec![Governs::default(); candidates.len()];
        for (c, (governor, role)) in candidates.iter().zip(&links) {
            if let Some(g) = governor.get().and_then(|g| governs.get_mut(g)) {
                match role {
                    Role::Content => g.content = true,
                    Role::Complement => g.complement = true,
                    Role::Object if c.trigger == Trigger::Noun => g.object = true,
                    _ => {}
                }
            }
        }
        let mut conditional = vec![false; self.groups.len()];
        for c in self.clauses.iter() {
            if c.role == Role::Condition
                && let Some(flag) = c.governor.and_then(|g| conditional.get_mut(g))
            {
                *flag = true;
            }
        }
        for g in self.groups_after_if() {
            if let Some(flag) = conditional.get_mut(g) {
                *flag = true;
            }
        }
        // "If they agree, it will be sold *and the firm will leave*": it hangs on what the first hangs on.
        for (g, (group, clause)) in self.groups.iter().zip(self.clauses.iter()).enumerate() {
            let joined = clause.governor.filter(|h| *h < g && clause.role == Role::Coordinate && group.modal.is_some());
            let first = joined.filter(|&h| self.opens_with_condition(h) && conditional.get(h) == Some(&true));
            let same = first.and_then(|h| self.groups.get(h)).is_some_and(|x| x.modal.is_some());
            if let Some(flag) = conditional.get_mut(g).filter(|_| same) {
                *flag = true;
            }
        }
        let speaks = self.speaking_quotations();
        let mut quotes = vec![false; candidates.len()];
        for (_, e) in speaks.iter().flatten() {
            if let Some(flag) = quotes.get_mut(*e) {
                *flag = true;
            }
        }
        let says = |tense| {
            let told =
                |(g, _): &&(usize, usize)| self.groups.get(*g).is_some_and(|x| x.tense == tense && x.modal.is_none());
            speaks.iter().flatten().filter(told).count()
        };
        let staged = says(Tense::Present) > 2 && says(Tense::Present) > 4 * says(Tense::Past);
        let assertions =
            Assertions { words: w, groups: self.groups, clauses: self.clauses, conditional: &conditional, staged };
        let cut = parts::Cut::new(w, self.groups, self.clauses);
        let mut pool = Pool::with_capacity(candidates.len() / 16);
        let mut events: Vec<Event> = Vec::with_capacity(candidates.len());
        for (n, c) in candidates.iter().enumerate() {
            let link = links.get(n).map_or((None, Role::Main), |(governor, role)| (governor.get(), *role));
            let mut g = governs.get(n).copied().unwrap_or_default();
            g.content |= quotes.get(n).copied().unwrap_or(false) && c.trigger == Trigger::Verb;
            events.push(self.event(c, g, link, &assertions, &cut, &mut pool));
        }
        drop((links, governs, quotes));
        for n in 0..events.len() {
            let status = self.noun_status(&events, n, &assertions);
            if let (Some(status), Some(event)) = (status, events.get_mut(n)) {
                event.status = status;
                if w.phrase(event.token()).is_some_and(|p| p.owner.is_none() && status::is_no(w.low(p.start))) {
                    event.polarity = Polarity::Neg;
                }
            }
        }
        told_by_its_clause(&mut events);
        called_off_before(w, &mut events);
        let mut subjects: Vec<usize> = self.clauses.iter().filter_map(|c| c.subject.map(|p| p.head)).collect();
        subjects.sort_unstable();
        let mut sayers: Vec<usize> = self
            .groups
            .iter()
            .zip(self.clauses.iter())
            .filter(|(g, _)| w.has(g.main, Sense::VerbReporting))
            .filter_map(|(_, c)| c.subject.map(|p| p.head))
            .collect();
        sayers.sort_unstable();
        let main = |(g, c): &(Group, Clause)| g.form == Form::Finite && matches!(c.role, Role::Main | Role::Coordinate);
        let mains = self.groups.iter().zip(self.clauses.iter()).filter(main);
        let mut mains: Vec<usize> = mains.filter_map(|(_, c)| c.subject.map(|p| p.head)).collect();
        mains.sort_unstable();
        let cast = Cast::read(w, subjects, &mains, &sayers);
        let speakers = self.sources(&cast, &speaks, &mut events, &mut pool);
        quoted_within(w, &cast, &mut events);
        repeat::link(w, &cast, &speakers, &mut events);
        repeat::contradict(w, &mut events);
        pronoun::settle(w, self.groups, self.clauses, &cast, &mut events);
        headline::mark(w, &mut events);
        events
    }

    /// Whether the sentence of a group opens with a condition.
    fn opens_with_condition(&self, g: usize) -> bool {
        let w = self.w;
        let first = self.groups.get(g).and_then(|x| w.sentence(x.main).find(|k| !w.is_quote_mark(*k)));
        first.is_some_and(|k| matches!(w.low(k), "if" | "unless"))
    }

    /// The main clause of each sentence that opens with "if" and a comma, whatever the condition's verb was read as.
    fn groups_after_if(&self) -> impl Iterator<Item = usize> {
        let w = self.w;
        w.doc.sentences.iter().filter_map(move |s| {
            let first = s.tokens.clone().find(|k| !w.is_quote_mark(*k))?;
            let opens = matches!(w.low(first), "if" | "unless");
            let comma = s.tokens.clone().take(40).find(|k| opens && w.is_comma(*k))?;
            let g = self.groups.partition_point(|g| g.start <= comma);
            // "If it does, lawyers say, it will remain"
            let said = self.clauses.get(g + 1).is_some_and(|c| c.role == Role::Content && c.governor == Some(g));
            let g =
                if said && self.groups.get(g).is_some_and(|x| w.has(x.main, Sense::VerbReporting)) { g + 1 } else { g };
            let main = self.clauses.get(g).is_some_and(|c| matches!(c.role, Role::Main | Role::Content));
            (main && self.groups.get(g)?.main < s.tokens.end).then_some(g)
        })
    }

    /// The verb group in whose clause event `n` stands.
    pub(super) fn host(&self, n: usize) -> Option<usize> {
        self.candidates.get(n)?.host.get()
    }

    /// The event that governs a candidate, and how.
    fn link(&self, c: &Candidate) -> (Option<usize>, Role) {
        match (c.trigger, c.group()) {
            (Trigger::Noun, _) => self.noun_link(c),
            (_, Some(g)) => self.verb_link(g),
            _ => (None, Role::Main),
        }
    }

    fn verb_link(&self, g: usize) -> (Option<usize>, Role) {
        let Some(clause) = self.clauses.get(g) else { return (None, Role::Main) };
        let role = clause.role;
        if let Some(e) = clause.noun.and_then(|n| self.event_of_token.get(n).and_then(|e| e.get())) {
            return (Some(e), role);
        }
        let mut at = clause.governor;
        // Over verbs that are no events ("it is clear that"), to what governs them.
        for _ in 0..8 {
            let Some(h) = at.filter(|h| *h != g) else { break };
            if let Some(e) = self.event_of_group.get(h).and_then(|e| e.get()) {
                return (Some(e), role);
            }
            at = self.clauses.get(h).and_then(|c| c.governor);
        }
        let role = if role == Role::Coordinate || matches!(role, Role::Content) && clause.noun.is_none() {
            Role::Main
        } else {
            role
        };
        (None, role)
    }

    /// A noun hangs on the verb that it is the object of, on the noun before its preposition, or by "after", "during".
    fn noun_link(&self, c: &Candidate) -> (Option<usize>, Role) {
        let (w, token) = (self.w, c.token);
        let Some(p) = w.phrase(token) else { return (None, Role::Main) };
        let host = c.host.get();
        let host_event = host.and_then(|h| self.event_of_group.get(h).and_then(|e| e.get()));
        let mut front = p.left();
        while front > 0 && (w.is_adverb(front - 1) || w.is_quote_mark(front - 1) || w.ptb(front - 1) == Ptb::Rp) {
            front -= 1;
        }
        // The subject of "take place", "begin", "come".
        if let Some(h) = host
            && let (Some(g), Some(c)) = (self.groups.get(h), self.clauses.get(h))
            && (c.subject.is_some_and(|s| s.head == token)
                && (w.senses(g.main).any(&[Sense::Happening, Sense::VerbAspectual]) || g.passive))
        {
            return (host_event, if host_event.is_some() { Role::Object } else { Role::Main });
        }
        let Some(b) = front.checked_sub(1) else { return (None, Role::Main) };
        if let Some(g) = host.filter(|h| self.groups.get(*h).is_some_and(|x| x.main == b && !x.copula))
            && let Some(e) = self.event_of_group.get(g).and_then(|e| e.get())
        {
            return (Some(e), Role::Object);
        }
        if matches!(w.ptb(b), Ptb::In | Ptb::To) || matches!(w.low(b), "following" | "pending") {
            let role = match w.low(b) {
                "after" | "following" => Role::After,
                "before" => Role::Before,
                "during" | "amid" | "as" => Role::When,
                "since" => Role::Since,
                "until" | "till" | "pending" => Role::Until,
                _ => Role::Object,
            };
            if role != Role::Object {
                return (host_event, if host_event.is_some() { role } else { Role::Main });
            }
            let noun = b.checked_sub(1).and_then(|n| w.phrase(n)).filter(|q| q.end == b).map(|q| q.head);
            if let Some(e) = noun.and_then(|n| self.event_of_token.get(n).and_then(|e| e.get())) {
                return (Some(e), Role::Object);
            }
            // "called for talks", "prepared for war": the verb's own preposition.
            if let Some(g) = host.and_then(|h| self.groups.get(h)).filter(|x| x.main + 1 == b)
                && w.senses(g.main).any(&[
                    Sense::Intending,
                    Sense::Preventing,
                    Sense::VerbAspectual,
                    Sense::Implying,
                    Sense::VerbIAction,
                    Sense::Light,
                ])
                && host_event.is_some()
            {
                return (host_event, Role::Object);
            }
            return (None, Role::Main);
        }
        if matches!(w.low(b), "and" | "or" | "," | "&")
            && let Some(q) = b.checked_sub(1).and_then(|n| w.phrase(n))
            && let Some(e) = self.event_of_token.get(q.head).and_then(|e| e.get())
            && q.end == b
        {
            return (Some(e), Role::Coordinate);
        }
        (None, Role::Main)
    }

    fn event(
        &self,
        c: &Candidate,
        governs: Governs,
        (governor, role): (Option<usize>, Role),
        assertions: &Assertions,
        cut: &parts::Cut,
        pool: &mut Pool,
    ) -> Event {
        let w = self.w;
        let span = w.span(c.token..c.token + 1);
        let sentence = w.sentence_of(c.token);
        let limit = w.doc.sentences.get(sentence).map_or(0, |s| s.tokens.end);
        let (text, lemma) = (pool.get(w.doc.word(c.token)), w.lemma(c.token));
        let lemma = if text == *lemma { text.clone() } else { pool.get(lemma) };
        let mut event = Event::new(c.trigger, c.class, text, lemma, span);
        event.stand(c.token, sentence);
        event.hang(governor, role);
        event.quoted = self.in_quotation(c.token);
        if c.trigger == Trigger::Noun {
            event.class = noun::class(w, c.token, governs.content || governs.complement);
            let (agent, patient) = parts::of_noun(w, c.token);
            event.set_parties(agent, patient, None);
            let host = c.host.get();
            let phrase = w.phrase(c.token).map_or(span, |p| w.span(parts::whole_noun(w, &p)));
            event.set_phrase(phrase);
            event.set_clause(host.map(|h| cut.of(h).0).filter(|c| c.contains(span)).unwrap_or(phrase));
            event.set_place(parts::place(w, c.token + 1, (c.token + 8).min(limit)));
            let plural = matches!(w.ptb(c.token), Ptb::Nns | Ptb::Nnps);
            event.set_syntax(Syntax { plural, ..Syntax::default() });
            return event;
        }
        let Some((group, clause, g)) = c.group().and_then(|g| Some((self.groups.get(g)?, self.clauses.get(g)?, g)))
        else {
            return event;
        };
        if c.trigger == Trigger::Verb {
            event.class = class::verb(w, c.token, governs);
        }
        (event.tense, event.aspect, event.passive) = (group.tense, group.aspect, group.passive);
        let denied_subject = clause.subject.is_some_and(|p| p.owner.is_none() && status::is_no(w.low(p.start)));
        let neither = clause.left > 0 && clause.subject.is_some() && w.low(clause.left - 1) == "nor";
        let without = clause.joint.is_some_and(|j| w.low(j) == "without") && group.form == Form::Gerund;
        let nothing =
            w.phrase(group.main + 1).is_some_and(|p| p.start == group.main + 1 && status::is_no(w.low(p.start)));
        if group.negative || denied_subject || neither || without || nothing {
            event.polarity = Polarity::Neg;
        }
        event.modality = group.modal.map(|m| {
            pool.get(match w.low(m) {
                "to" => "have to",
                "used" => "used to",
                "going" => "going to",
                "ca" => "can",
                "wo" | "'ll" | "’ll" => "will",
                "sha" => "shall",
                "'d" | "’d" => "would",
                word => word,
            })
        });
        event.status = assertions.verb(g);
        let (words, outer) = cut.of(g);
        event.set_clause(words);
        let shared = clause.governor.and_then(|h| self.clauses.get(h)).and_then(|c| c.subject);
        let shared = self.object_of_governor(g).or(shared);
        let whole = self.with_noun(&clause);
        let parties = parts::of_verb(w, &group, &whole, shared);
        let outer = self.clauses.get(outer).filter(|_| outer != g).map(|o| self.with_noun(&o));
        event.set_syntax(cut.syntax(g, &whole, outer.as_ref(), &parties));
        event.set_parties(parties.agent, parties.patient, parties.recipient);
        let next = self.groups.get(g + 1).map_or(limit, |x| x.start).clamp(c.token + 1, limit.max(c.token + 1));
        event.set_place(parts::place(w, c.token + 1, next));
        event
    }

    /// "urged them *to go*", "expects sales to fall and *to rise*": what is the subject of an infinitive as the object of
    /// the verb before it.
    fn object_of_governor(&self, g: usize) -> Option<Phrase> {
        let (mut at, w) = (g, self.w);
        for _ in 0..3 {
            let (group, clause) = (self.groups.get(at)?, self.clauses.get(at)?);
            let above = clause.governor.filter(|_| group.form == Form::Infinitive)?;
            if clause.role == Role::Coordinate && above < at {
                at = above;
                continue;
            }
            let main = self.groups.get(above)?.main;
            let object = w.phrase(main + 1).filter(|p| p.left() == main + 1)?;
            return (object.end == group.start && !w.is_timed(object.head)).then_some(object);
        }
        None
    }

    /// A clause with the noun that its pronoun stands for, also where "and" joins it: "a plan that was made *and that failed*".
    fn with_noun(&self, clause: &Clause) -> Clause {
        let mut at = *clause;
        for _ in 0..4 {
            let relative = matches!(clause.role, Role::Relative | Role::Coordinate);
            let pronoun = relative && clause.subject.is_none_or(|s| matches!(self.w.ptb(s.head), Ptb::Wdt | Ptb::Wp));
            if at.noun.is_some() || !pronoun {
                break;
            }
            match at.governor.and_then(|h| self.clauses.get(h)) {
                Some(up) if up.left < at.left => at = up,
                _ => break,
            }
        }
        let noun = if at == *clause { at.noun } else { antecedent(self.w, &at).map(|p| p.head) };
        Clause { noun, ..*clause }
    }

    fn noun_status(&self, events: &[Event], n: usize, assertions: &Assertions) -> Option<Status> {
        let event = events.get(n).filter(|e| e.trigger == Trigger::Noun)?;
        let host = self.host(n);
        if let (Some(h), Some(p)) = (host, self.w.phrase(event.token()))
            && noun::exists(self.w, &p)
        {
            return Some(assertions.verb(h));
        }
        let governor = event
            .governor()
            .and_then(|g| events.get(g))
            .filter(|_| matches!(event.role, Role::Object | Role::Complement))
            .map(|e| (e.token(), e.status));
        let host = host.and_then(|h| self.event_of_group.get(h).and_then(|e| e.get()));
        let clause = host.and_then(|h| events.get(h)).map(|e| e.status);
        // "since independence" takes it for granted.
        let clause =
            clause.filter(|c| event.role != Role::Since && (event.role != Role::After || *c == Status::Planned));
        Some(status::noun(self.w, event.token(), governor, clause))
    }
}

/// "She was allowed to go on a cruise that lasted six weeks": what is told to have lasted, begun or ended took place.
fn told_by_its_clause(events: &mut [Event]) {
    for e in 0..events.len() {
        let noun = events.get(e).and_then(|event| {
            let spans = event.class == Class::Aspectual || event.lemma == "last";
            let told = event.tense == Tense::Past && event.status == Status::Happened && event.trigger == Trigger::Verb;
            event.governor().filter(|_| spans && told && event.role == Role::Relative)
        });
        if let Some(noun) = noun.and_then(|n| events.get_mut(n))
            && noun.trigger == Trigger::Noun
            && noun.status == Status::Planned
        {
            noun.status = Status::Happened;
        }
    }
}

/// "cancelled the route weeks before the first flight was due to leave", "extended the truce hours before it was to expire":
/// what was to come then does not.
fn called_off_before(w: &Words, events: &mut [Event]) {
    for e in 0..events.len() {
        let Some(event) = events.get(e).filter(|e| e.tense == Tense::Infinitive && e.status == Status::Planned) else {
            continue;
        };
        let up = |at: usize| events.get(at).and_then(|e| e.governor()).filter(|&g| g != at);
        let above = std::iter::successors(up(e), |&g| up(g)).take(3).filter_map(|g| events.get(g));
        let ends = above.into_iter().any(|g| {
            let lemma = look_up(&g.lemma);
            let moved = lemma.has(Sense::Cancelling) || matches!(g.lemma.as_str(), "extend" | "prolong" | "renew");
            moved && (g.token() + 1..event.token()).any(|k| w.low(k) == "before")
        });
        if let Some(event) = events.get_mut(e).filter(|_| ends) {
            event.status = Status::Cancelled;
        }
    }
}

/// “And he said, ‘I am late,’” she told us: what stands in marks within a quotation is said by whom the quotation names.
fn quoted_within(w: &Words, cast: &Cast, events: &mut [Event]) {
    for e in 1..events.len() {
        let inner = events.get(e).filter(|event| {
            let before = w.doc.text.get(..event.clause().start).unwrap_or_default();
            event.quoted && before.ends_with(['‘', '\''])
        });
        let Some(inner) = inner else { continue };
        let saying = (e.saturating_sub(3)..e).rev().find(|&s| {
            events.get(s).is_some_and(|s| s.class == Class::Reporting && s.quoted && s.sentence() == inner.sentence())
        });
        let Some((saying, who)) = saying.and_then(|s| Some((s, events.get(s)?.agent()?))) else { continue };
        if let Some(event) = events.get_mut(e) {
            let outer = if let Source::Speaker { name, .. } = event.source() { name } else { "" };
            let name = cast.another(w, event.token(), who.of(w.doc.text), outer);
            let name = name.unwrap_or_else(|| who.of(w.doc.text).to_string());
            event.set_speaker(name.into(), Some(who), Some(saying));
        }
    }
}
