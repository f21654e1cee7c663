//! The words of an entry as a sentence of its own.

use super::{Facts, WORDS};
use crate::event::{Event, Referent, Role, Source, Status, Tense, Trigger};
use crate::link::{Entity, Relation};
use crate::span::Span;
use crate::text;
use crate::timeline::{Added, flat};

impl Facts<'_> {
    /// What a quote lacks to be a sentence: the subject that stands elsewhere, the auxiliaries that it shares, a form of
    /// "be" that an infinitive, a participle or a noun needs, the noun that it describes, whom a pronoun means.
    pub(super) fn added(&self, e: usize, event: &Event, quote: Span) -> Box<[Added]> {
        let text = self.article.text.as_str();
        let mut supplied = String::new();
        let at = self.supply(e, event, quote, &mut supplied);
        let mut meant = String::new();
        let pronoun = event.syntax().subject.filter(|s| quote.contains(*s) && s.end <= event.span().start);
        if let Some((referent, pronoun)) = self.referent(event, quote).zip(pronoun).filter(|(_, p)| p.end <= at) {
            noun(referent, text, &mut meant);
            let joined = !supplied.is_empty() && text.get(pronoun.end..at).unwrap_or_default().trim().is_empty();
            return if joined {
                self.placed(event, quote, [(at, format!("{meant} {supplied}")), (at, String::new())])
            } else {
                self.placed(event, quote, [(pronoun.end, meant), (at, supplied)])
            };
        }
        self.placed(event, quote, [(at, supplied), (at, meant)])
    }

    /// Words that are added at two places of a quote.
    fn placed(&self, event: &Event, quote: Span, words: [(usize, String); 2]) -> Box<[Added]> {
        let mut added = Vec::new();
        for (at, words) in words.into_iter().filter(|(_, words)| !words.is_empty()) {
            let before = self.article.text.get(quote.start..at).unwrap_or_default();
            let front = added.is_empty() && before.trim().is_empty();
            // "Speaking to officials" no longer opens a sentence.
            let small = front && (at == event.span().start || self.is_small(at));
            added.push(Added { at, small, words: words.into() });
        }
        added.into()
    }

    /// The noun that the subject of an event stands for, where the entry does not name it anyway.
    fn referent(&self, event: &Event, quote: Span) -> Option<Referent> {
        let text = self.article.text.as_str();
        let referent = event.syntax().referent?;
        let last = text::words(referent.span.of(text)).next_back()?;
        let told = matches!(event.source(), Source::Speaker { name, .. } if text::words(name).any(|w| w == last));
        (!told && !text::words(quote.of(text)).any(|w| w == last)).then_some(referent)
    }

    /// Writes what a quote lacks to be a sentence, and tells where in the text it belongs.
    fn supply(&self, e: usize, event: &Event, quote: Span, out: &mut String) -> usize {
        let text = self.article.text.as_str();
        let syntax = &event.syntax();
        // "a power cut": a noun, whatever else the word can be.
        let cut = event.tense == Tense::PastPart && event.text == event.lemma && quote.start < event.span().start;
        if event.trigger == Trigger::Noun || cut {
            let phrase = || Some(quote) == self.dated_noun(e, event) || quote == event.phrase();
            if cut || phrase() && !self.tells_between(event.phrase().end, quote.end, Some(e)) {
                if !cut && is_known(quote.of(text)) {
                    out.push_str(took_place(event));
                    return quote.end;
                }
                out.push_str(there_is(event));
                out.push_str(article(event, quote.of(text)));
            }
            return quote.start;
        }
        if let Some(front) = self.front_of_infinitive(event, quote) {
            flat(front, false, out);
            return quote.start;
        }
        let outside = |part: &Span| !quote.overlaps(*part);
        let shared = syntax.auxiliaries.filter(outside).map_or("", |a| a.of(text));
        let subject = syntax.subject.or(event.agent()).or(event.patient()).or(event.recipient());
        if let Some(subject) = subject.filter(outside) {
            match self.referent(event, quote).filter(|_| syntax.subject == Some(subject)) {
                Some(referent) => noun(referent, text, out),
                None => flat(subject.of(text), false, out),
            }
            if text.get(..quote.start).is_some_and(|before| before.trim_end().ends_with("whose")) {
                out.push_str("’s");
            }
            // "to be cut and sold": the first verb's "to" needs its "is", too.
            let lacks = match event.tense {
                _ if shared.eq_ignore_ascii_case("to") => true,
                Tense::PastPart | Tense::PresPart | Tense::Infinitive => {
                    shared.is_empty() && self.begins_with(event, quote)
                }
                _ => false,
            };
            if lacks {
                flat(self.be(e, event, subject.of(text)), false, out);
            }
            flat(shared, false, out);
            return quote.start;
        }
        // "Three killed in a crash", "Talks to resume on Friday"
        if let Some(subject) = subject.filter(|s| quote.start == s.start) {
            let between = text.get(subject.end..event.span().start).map(str::trim);
            let lacks = match event.tense {
                // "a bank holding company"
                Tense::PresPart if event.role == Role::Relative => false,
                Tense::PastPart | Tense::PresPart => between == Some(""),
                Tense::Infinitive => between == Some("to"),
                _ => false,
            };
            if lacks {
                out.push_str(self.be(e, event, subject.of(text)));
                return subject.end;
            }
        }
        if let Some(object) = syntax.object.filter(|object| outside(object) && quote.contains(event.span())) {
            let opens =
                text::words(object.of(text)).next().is_some_and(|w| OPENING.iter().any(|o| o.eq_ignore_ascii_case(w)));
            flat(object.of(text), opens, out);
        }
        event.span().end
    }

    /// "We expect sales to fall in May *and to rise in June*": what stands before the first "to".
    fn front_of_infinitive(&self, event: &Event, quote: Span) -> Option<&str> {
        let infinitive = event.tense == Tense::Infinitive && event.role == Role::Coordinate;
        let first = event.governor().filter(|_| infinitive).and_then(|g| self.events.get(g))?;
        let text = self.article.text.as_str();
        let to = |place: Span| text::words(place.of(text)).next().is_some_and(|w| w == "to");
        let front = text.get(first.clause().start..first.span().start).filter(|_| to(quote))?;
        let front = text::trim_end(front).strip_suffix(" to")?;
        (first.role == Role::Complement && first.span().end <= quote.start && front.len() <= 80).then_some(front)
    }

    /// Whether a word at a place of the text has a capital only because it opens a sentence.
    fn is_small(&self, at: usize) -> bool {
        let rest = self.article.text.get(at..).unwrap_or_default();
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        OPENING.iter().any(|w| w.eq_ignore_ascii_case(word))
    }

    /// Whether a quote begins with the verb itself, over "to", "be" and adverbs: no finite auxiliary of its own stands in it.
    fn begins_with(&self, event: &Event, quote: Span) -> bool {
        let before = self.article.text.get(quote.start..event.span().start).unwrap_or_default();
        // "a bicycle *found* abandoned"
        let participle = |g: &&Event| {
            g.tense == Tense::PastPart && quote.start == g.span().start && g.span().end <= event.span().start
        };
        let first = event.governor().and_then(|g| self.events.get(g)).filter(participle);
        first.is_some()
            || text::words(before).all(|word| matches!(word, "to" | "To" | "be" | "being") || word.ends_with("ly"))
    }

    /// The form of "be" before an infinitive or participle.
    fn be(&self, e: usize, event: &Event, subject: &str) -> &'static str {
        let plural = event.syntax().plural;
        let statements = self.statements(e);
        let mut since = statements.filter(|s| s.trust() >= WORDS && matches!(s.right(), Entity::Timex(_)));
        let past =
            matches!(event.status, Status::Happened | Status::Denied | Status::Cancelled | Status::Counterfactual);
        // "12 lorries *carrying* cars were seized": as its sentence has it; "agreed to sell it in May": over by now.
        let told =
            |x: &Event| x.sentence() == event.sentence() && x.tense == Tense::Past && x.clause().contains(event.span());
        let beside = event.tense == Tense::PresPart && self.events.iter().skip(e + 1).take(3).any(told);
        let end = self.when.get(e).and_then(|when| when.end.latest);
        let over = event.tense == Tense::Infinitive && end.is_some_and(|at| at.date() < self.article.published.date());
        let past = past || beside || over;
        match (past, plural) {
            (true, _) if event.tense == Tense::PastPart && since.any(|s| s.relation() == Relation::BegunBy) => {
                if plural { "have been" } else { "has been" }
            }
            (true, true) => "were",
            (true, false) => "was",
            (false, true) => "are",
            (false, false) if subject == "I" => "am",
            (false, false) => "is",
        }
    }
}

/// Whether a noun is spoken of as known: "the strike", "Friday’s game", "his death".
fn is_known(phrase: &str) -> bool {
    let first = text::words(phrase).next().unwrap_or_default();
    let list = ["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"];
    list.iter().any(|w| w.eq_ignore_ascii_case(first)) || first.ends_with("’s") || first.ends_with("'s")
}

/// What makes a statement of a noun that is known. Agreements are reached, words are said.
fn took_place(event: &Event) -> &'static str {
    let plural = event.syntax().plural;
    let several = |one, more| if plural { more } else { one };
    let list = |words: &str| words.split_ascii_whitespace().any(|w| w == &*event.lemma);
    let agreement = list("deal agreement accord pact treaty settlement compromise");
    let words = list("remark comment statement announcement decision offer proposal promise request claim");
    match event.status {
        Status::Happened if agreement => several("was reached", "were reached"),
        Status::Happened if words => several("was made", "were made"),
        Status::Happened => "took place",
        Status::Ongoing | Status::Habitual => several("is under way", "are under way"),
        Status::Planned => several("is to take place", "are to take place"),
        Status::Cancelled => several("was to take place", "were to take place"),
        Status::Denied => "did not take place",
        Status::Possible => "may take place",
        Status::Conditional => "would take place",
        Status::Counterfactual => "would have taken place",
    }
}

/// What makes a statement of a noun that stands for itself.
fn there_is(event: &Event) -> &'static str {
    match (event.status, event.syntax().plural) {
        (Status::Happened, false) => "There was",
        (Status::Happened, true) => "There were",
        (Status::Ongoing | Status::Habitual, false) => "There is",
        (Status::Ongoing | Status::Habitual, true) => "There are",
        (Status::Planned, _) => "There will be",
        (Status::Cancelled, false) => "There was to be",
        (Status::Cancelled, true) => "There were to be",
        (Status::Denied, false) => "There was not",
        (Status::Denied, true) => "There were not",
        (Status::Possible, _) => "There may be",
        (Status::Conditional, _) => "There would be",
        (Status::Counterfactual, _) => "There would have been",
    }
}

/// The article that the noun of a headline or behind a preposition lacks: "scheduled for *release* in May".
fn article(event: &Event, phrase: &str) -> &'static str {
    let first = text::words(phrase).next().unwrap_or_default();
    // "Mr. Blair’s current visit"
    let owned = text::words(phrase).any(|word| word.ends_with("’s") || word.ends_with("'s"));
    let named = ["no", "any", "each", "every", "another", "one", "some", "much", "more", "less"];
    let determined = OPENING.iter().chain(&named).any(|word| word.eq_ignore_ascii_case(first));
    let number = first.starts_with(|c: char| c.is_numeric());
    let mass = event.lemma.ends_with("ing") || MASS.contains(&event.lemma.as_str());
    if event.syntax().plural || determined || owned || number || mass || event.trigger != Trigger::Noun {
        return "";
    }
    if first.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { " an" } else { " a" }
}

/// Nouns that are not counted.
const MASS: &[&str] = &[
    "action",
    "aid",
    "business",
    "combat",
    "consideration",
    "damage",
    "dialogue",
    "growth",
    "help",
    "independence",
    "inflation",
    "migration",
    "peace",
    "progress",
    "protest",
    "rain",
    "recovery",
    "research",
    "service",
    "snow",
    "terrorism",
    "trade",
    "travel",
    "turmoil",
    "unrest",
    "violence",
    "work",
];

/// The noun that a pronoun stands for, as one that is known: "a search" is "the search".
fn noun(referent: Referent, text: &str, out: &mut String) {
    let words = referent.span.of(text);
    let first = text::words(words).next().unwrap_or_default();
    let is = |list: &[&str]| list.iter().any(|w| w.eq_ignore_ascii_case(first));
    if is(NEW) {
        out.push_str("the");
        flat(words.get(first.len()..).unwrap_or_default(), false, out);
        return;
    }
    let known = referent.name || is(OPENING);
    if !known {
        out.push_str("the");
    }
    flat(words, referent.small || is(OPENING), out);
}

/// Words before a noun for which "the" stands when it is spoken of again.
const NEW: &[&str] = &["a", "an", "his", "her", "its", "their", "our", "my", "some"];

/// Words that open a noun phrase and are no names.
const OPENING: &[&str] =
    &["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "some"];
