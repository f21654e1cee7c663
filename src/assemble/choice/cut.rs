//! What is cut: verbs whose clause alone is no sentence.

use crate::assemble::Facts;
use crate::event::{Class, Event, Role, Status, Tense, Trigger};
use crate::text;

impl Facts<'_> {
    /// Whether its clause alone is no sentence: what a comparison or "what" is about ("more than *it offered*", "what *they
    /// carried*"), the source of what its sentence tells (", as *a paper reported*"), what a cause would have been.
    pub(super) fn is_cut(&self, e: usize, event: &Event) -> bool {
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

    /// Whether it was not found whose verb it is: "A hearing on how it will go *is set* for May".
    pub(super) fn is_lost(&self, event: &Event) -> bool {
        let before = self.article.text.get(..event.clause().start).unwrap_or_default();
        let inside = before.trim_end_matches([' ', '\t']).ends_with(|c: char| c.is_alphanumeric() || c == ',');
        matches!(event.tense, Tense::Past | Tense::Present)
            && event.trigger == Trigger::Verb
            && self.has_no_front(event)
            && event.syntax().subject.or(event.agent()).or(event.patient()).is_none()
            && inside
    }

    /// Where the sentence of such a verb begins, if that is near: it is told whole.
    pub(in crate::assemble) fn front_of_sentence(&self, event: &Event) -> Option<usize> {
        let before = self
            .article
            .text
            .get(..event.clause().start)
            .filter(|_| self.is_lost(event) && event.status != Status::Habitual)?;
        let near = text::tail(before, LONGEST_FRONT);
        let edge = near.rfind(['\n', '.', '!', '?', '”', '"', ';', ':']).map(|at| at + 1)?;
        let front = near
            .get(edge..)
            .filter(|front| front.starts_with([' ']) || near.get(..edge).is_some_and(|x| x.ends_with('\n')))?;
        let trimmed = front.trim_start();
        trimmed.starts_with(char::is_uppercase).then_some(before.len() - trimmed.len())
    }

    /// Whether a clause begins with its verb, over auxiliaries.
    fn has_no_front(&self, event: &Event) -> bool {
        let front = self.article.text.get(event.clause().start..event.span().start).unwrap_or_default();
        text::words(front).all(|word| BE.contains(&word) || matches!(word, "been" | "have" | "not" | "being"))
    }
}

/// Up to this length in bytes the front of a sentence is told with a verb whose subject was not found.
const LONGEST_FRONT: usize = 120;

/// Verbs of what comes of what is told before them.
const RESULTS: &[&str] = &["bring", "cause", "lead", "leave", "mean", "prompt", "raise", "result", "spark", "trigger"];

/// Auxiliaries that a subject takes which stands far before them.
const BE: &[&str] = &["was", "were", "is", "are", "had", "has", "would", "will"];
