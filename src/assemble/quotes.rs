//! The words of an entry.

use super::{Facts, WORDS};
use crate::event::{Class, Event, Role, Source, Status, Tense, Trigger};
use crate::link::{Entity, Relation, Statement};
use crate::span::Span;
use crate::text;
use crate::timex::{Signal, Timex};

impl Facts<'_> {
    /// "the 2015 nuclear deal", "independence in 1991": the phrase of a noun that has a date of its own.
    pub(super) fn dated_noun(&self, e: usize, event: &Event) -> Option<Span> {
        if event.trigger != Trigger::Noun {
            return None;
        }
        let statements = self.statements(e);
        // "a journey of 11 days": how long, not when.
        let tells = |s: &&Statement| !matches!(s.relation(), Relation::ToldAt | Relation::Lasts);
        statements.filter(|s| s.trust() >= WORDS).filter(tells).find_map(|s| {
            let Entity::Timex(t) = s.right() else { return None };
            // "came back from repairs until May": a limit is the verb's.
            let whole = s.relation() == Relation::During;
            let plain = |t: &&Timex| {
                matches!(t.signal, None | Some(Signal::In | Signal::Of)) || t.signal == Some(Signal::For) && whole
            };
            let timex = self.expressions.get(t).filter(|t| t.span.start < event.span().start || plain(t))?.span;
            let noun = event.phrase();
            let (first, last) = if timex.start < event.span().start { (timex, noun) } else { (noun, timex) };
            let gap = self.article.text.get(first.end..last.start);
            let near = noun.contains(timex) || is_short_gap(gap) || first == noun && gap.is_some_and(is_aside);
            // "Last year losses grew": of the verb.
            let before = self.article.text.get(..timex.start).unwrap_or_default();
            let opens =
                text::trim_end(before).ends_with(['.', '!', '?']) || before.ends_with('\n') || before.is_empty();
            let fronted =
                first == timex && opens && gap.is_some_and(|gap| gap.trim().is_empty()) && !noun.contains(timex);
            (near && !fronted).then(|| first.join(last))
        })
    }

    /// Whether the clause of a noun tells of its time and not of another: "There will be a review in May", "Friday's game
    /// has been put off".
    fn is_told_whole(&self, event: &Event, phrase: Span) -> bool {
        event.clause().end >= event.phrase().end
            && (self.exists(event) && event.clause().start <= phrase.start
                || event.status == Status::Cancelled && event.clause().start == phrase.start)
    }

    /// "There will be a review": whether the clause of a noun says no more than that there is one.
    pub(super) fn exists(&self, event: &Event) -> bool {
        let before = self.article.text.get(event.clause().start..event.phrase().start).unwrap_or_default();
        let mut words = text::words(before);
        event.trigger == Trigger::Noun
            && words.next().is_some_and(|first| first.eq_ignore_ascii_case("there"))
            && words.all(|word| EXISTS.contains(&word))
    }

    /// The event's clause with the words that date it: no expression is cut in two, the date that belongs to the verb is
    /// in it, and "a day" goes on with the event that it hangs on.
    pub(super) fn clause(&self, e: usize, event: &Event) -> Span {
        if let Some(phrase) = self.dated_noun(e, event) {
            return if self.is_told_whole(event, phrase) { event.clause().join(phrase) } else { phrase };
        }
        let mut clause = event.clause();
        if let Some(start) = self.leads_on(event) {
            clause.start = start;
        }
        if let Some(start) = self.front_of_sentence(event) {
            clause.start = start;
        }
        // "it would weaken by Friday and bring rain on Saturday" is told whole with its first verb.
        let first = event.governor().and_then(|g| self.events.get(g)).filter(|_| event.role == Role::Coordinate);
        if first.is_some_and(|first| {
            first.clause().start == clause.start && first.token() < event.token() && clause.contains(first.span())
        }) {
            clause.start = event.span().start;
        }
        // "agreed on Sunday *to meet in May*"
        if self.is_asked(event)
            && let Some(before) = self.article.text.get(clause.start..event.span().start)
        {
            clause.start = with_word(before, "to").map_or(event.span().start, |at| clause.start + at);
        }
        for statement in self.statements(e) {
            if statement.trust() < WORDS {
                continue;
            }
            if let (Relation::Offset(t), Entity::Event(base)) = (statement.relation(), statement.right())
                && let (Some(timex), Some(base)) = (self.expressions.get(t), self.events.get(base))
                && base.sentence() == event.sentence()
                && clause.start <= timex.span.start
            {
                clause = clause.join(timex.span).join(base.clause());
            }
            if let Entity::Timex(t) = statement.right()
                && let Some(timex) = self.expressions.get(t)
                && timex.span.start >= clause.end
                && is_short_gap(self.article.text.get(clause.end..timex.span.start))
                && !self.tells_between(clause.end, timex.span.start, None)
            {
                clause = clause.join(timex.span);
            }
        }
        // "Speaking on Saturday, he refrained": one sentence.
        let before = self.events.get(e.saturating_sub(12)..e).unwrap_or_default();
        let front = before.iter().find(|p| {
            p.governor() == Some(e)
                && p.role == Role::Participle
                && p.tense == Tense::PresPart
                && (p.status, event.status) == (Status::Happened, Status::Happened)
                && !p.text.eq_ignore_ascii_case("according")
                && is_comma(self.article.text.get(p.clause().end..clause.start))
        });
        if let Some(mut whole) = front.map(|p| clause.join(p.clause())).filter(|whole| whole.len() <= LONGEST) {
            let before = self.article.text.get(..whole.start).unwrap_or_default();
            whole.start = with_word(before, "With").unwrap_or(whole.start);
            clause = whole;
        }
        // "..., killing three"
        let behind = self.events.iter().skip(e + 1).take(6);
        let result = behind.into_iter().find(|r| {
            r.governor() == Some(e)
                && r.role == Role::Participle
                && r.tense == Tense::PresPart
                && event.status == Status::Happened
                && matches!(event.role, Role::Main | Role::Coordinate | Role::Content)
                && !r.text.eq_ignore_ascii_case("according")
                && is_comma(self.article.text.get(clause.end..r.clause().start))
        });
        if let Some(whole) = result.map(|r| clause.join(r.clause())).filter(|whole| whole.len() <= LONGEST) {
            clause = whole;
        }
        // "would be out on Thursday unless they saw something new": what it hangs on.
        let behind = self.events.iter().skip(e + 1).take(8);
        let condition = behind.into_iter().find(|c| {
            let gap = self.article.text.get(clause.end..c.clause().start);
            c.role == Role::Condition && gap.is_some_and(is_condition)
        });
        if let Some(whole) = condition.map(|c| clause.join(c.clause())).filter(|whole| whole.len() <= LONGEST) {
            clause = whole;
        }
        // "If they agree, it will be sold and the firm will leave": with the condition at the front.
        if let Some(whole) = self.condition_before(e, event, clause).filter(|whole| whole.len() <= LONGEST) {
            clause = whole;
        }
        // “It is going ahead,” she said on Friday: with what she said, where that stands before it in the sentence.
        if let Some(said) = self.said_before(e, event).map(|said| said.join(clause)).filter(|w| w.len() <= LONGEST_SAID)
        {
            clause = said;
        }
        // ", according to two people": nobody whose name stands beside the quote.
        let behind = self.events.iter().skip(e + 1).take(6);
        let authority = behind.into_iter().find(|a| {
            a.text.eq_ignore_ascii_case("according")
                && event.source() == Source::Narrator
                && is_comma(self.article.text.get(clause.end..a.span().start))
        });
        if let Some(whole) = authority.map(|a| clause.join(a.clause())).filter(|whole| whole.len() <= LONGEST) {
            clause = whole;
        }
        // "The first quarter will be slow": the time is the subject.
        let first = self.expressions.partition_point(|t| t.span.end <= clause.start);
        if event.trigger != Trigger::Noun
            && event.syntax().subject.is_none()
            && let Some(time) = first.checked_sub(1).and_then(|t| self.expressions.get(t))
            && self.article.text.get(time.span.end..clause.start).is_some_and(|gap| gap.trim().is_empty())
        {
            clause = clause.join(time.span);
        }
        for timex in self.expressions.iter().skip(first) {
            if timex.span.start >= clause.end {
                break;
            }
            clause = clause.join(timex.span);
        }
        // "at 9 a.m." keeps the stop that ends its sentence, too.
        let text = self.article.text.as_str();
        let half = clause.of(text).ends_with("a.m") || clause.of(text).ends_with("p.m");
        clause.end += usize::from(half && text.get(clause.end..).is_some_and(|rest| rest.starts_with('.')));
        clause
    }

    /// A clause with the condition at the front of its sentence, which holds of all that "and" joins there.
    fn condition_before(&self, e: usize, event: &Event, clause: Span) -> Option<Span> {
        let hangs = event.status == Status::Conditional && matches!(event.role, Role::Main | Role::Coordinate);
        let first = event.governor().filter(|_| event.role == Role::Coordinate).unwrap_or(e);
        let before = self.events.get(e.saturating_sub(8)..e).filter(|_| hangs)?;
        let condition = before.iter().find(|c| c.role == Role::Condition && c.governor() == Some(first))?;
        let from = condition.clause().start;
        let text = self.article.text.get(..from)?;
        let start = OPENING.iter().find_map(|word| with_word(text, word))?;
        (condition.sentence() == event.sentence() && from < clause.start).then_some(Span { start, ..clause })
    }

    /// The quotation right before a saying whose clause does not hold what is said, with its marks.
    fn said_before(&self, e: usize, event: &Event) -> Option<Span> {
        if event.class != Class::Reporting || event.quoted || self.holds(event.clause(), e) {
            return None;
        }
        let before = text::trim_end(self.article.text.get(..event.clause().start)?);
        let near = text::tail(before, LONGEST_SAID);
        let close = near.chars().next_back().filter(|c| matches!(c, '”' | '"'))?;
        let open = near.strip_suffix(close)?.rfind(if close == '"' { '"' } else { '“' })?;
        let quotation = near.get(open..).filter(|quotation| !quotation.contains('\n'))?;
        Some(Span::new(before.len() - quotation.len(), before.len()))
    }

    /// Whether a clause of a saying holds something that is said.
    fn holds(&self, clause: Span, saying: usize) -> bool {
        self.events.iter().skip(saying + 1).take(8).any(|x| x.governor() == Some(saying) && clause.contains(x.span()))
    }

    /// Whether a verb stands between two places, other than in a clause that describes the noun `of`: what follows it belongs
    /// to it.
    pub(super) fn tells_between(&self, from: usize, to: usize, of: Option<usize>) -> bool {
        let first = self.events.partition_point(|e| e.span().start < from);
        let mut between = self.events.iter().skip(first).take_while(|e| e.span().end <= to);
        let describes = |e: &Event| of.is_some() && e.role == Role::Relative && e.governor() == of;
        between.any(|e| e.trigger == Trigger::Verb && !describes(e))
    }
}

/// Words that open a condition at the front of a sentence.
const OPENING: &[&str] = &["If", "Unless"];

/// Words that open a condition behind a clause.
const CONDITIONS: &[&str] = &["unless", "if", "provided that"];

/// Up to this length in bytes a clause takes up what the participle behind it says.
const LONGEST: usize = 160;

/// Up to this length a saying takes up the quotation before it.
const LONGEST_SAID: usize = 200;

/// Words between "there" and what there is.
const EXISTS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "can", "may", "might",
    "should", "must", "also",
];

/// Where the word begins that ends a text.
fn with_word(before: &str, word: &str) -> Option<usize> {
    let last = text::words(before).next_back().filter(|last| *last == word)?;
    before.rfind(last)
}

/// Whether only a comma stands between two clauses.
fn is_comma(gap: Option<&str>) -> bool {
    gap.is_some_and(|gap| text::words(gap).eq([","]))
}

/// Whether a date is set off from its noun: "the last vote, in May, ...".
fn is_aside(gap: &str) -> bool {
    let mut words = text::words(gap);
    words.next() == Some(",") && words.next().is_some_and(|w| matches!(w, "in" | "on" | "at")) && words.next().is_none()
}

/// Whether a condition begins behind the gap.
fn is_condition(gap: &str) -> bool {
    let words = || text::words(gap.trim_start_matches(','));
    CONDITIONS.iter().any(|condition| condition.split(' ').eq(words()))
}

/// Whether a date that far behind a clause still belongs to what is quoted: a few words, no other clause between.
fn is_short_gap(gap: Option<&str>) -> bool {
    let length = |gap| text::words(gap).map(|word| word.len() + 1).sum::<usize>();
    let told_apart =
        |gap: &str| gap.contains(['.', ',', ';', '“', '”', '"', ':', '—']) || gap.matches('\n').count() > 1;
    gap.is_some_and(|gap| !told_apart(gap) && length(gap) < 40)
}
