//! The words of an event that has several times: each line in those of its own time.

use super::Facts;
use crate::event::Event;
use crate::span::Span;
use crate::text;

/// What a list of times says of one of them: "by 4% in May" of "will rise by 5% in April and by 4% in May".
pub(super) struct Part {
    /// Its words.
    pub(super) quote: Span,
    /// The same as a sentence: "[pay will rise] by 4% in May".
    pub(super) sentence: String,
    /// Where the words of the time before it end.
    pub(super) end: usize,
}

impl Facts<'_> {
    /// The part of a quote that is told of a further time alone; none where it does not stand apart.
    pub(super) fn part_of(&self, e: usize, event: &Event, whole: Span, t: usize) -> Option<Part> {
        let text = self.article.text.as_str();
        let timex = self.expressions.get(t).filter(|x| whole.contains(x.span))?;
        let before = self.expressions.get(t.checked_sub(1)?).filter(|x| whole.contains(x.span))?;
        let gap = text.get(before.span.end..timex.span.start)?;
        let own = gap.trim_start().strip_prefix(',').unwrap_or(gap).trim_start();
        let own = own.strip_prefix("and ").unwrap_or(own);
        let joint =
            text::words(own).next().filter(|w| OPENING.contains(w) && own.len() < gap.len() && !own.contains(','))?;
        // Up to the next time of the list.
        let next = self.expressions.get(t + 1).filter(|x| whole.contains(x.span));
        let next = next.and_then(|next| {
            let gap = text.get(timex.span.end..next.span.start)?;
            let at = gap.find([',']).or_else(|| gap.find(" and "))?;
            Some(timex.span.end + at)
        });
        let quote = Span::new(timex.span.start - own.len(), next.unwrap_or(whole.end));
        let common = self.before_first(event, whole, joint)?;
        let told = self.sentence(e, event, Span::new(whole.start, common));
        let words = told.strip_prefix('[').map_or(told.clone(), |rest| rest.replacen(']', "", 1));
        if words.contains('[') || event.span().end > common {
            return None;
        }
        let mut sentence = format!("[{words}]");
        for word in text::words(quote.of(text)) {
            sentence.extend([" ", word]);
        }
        Some(Part { quote, sentence, end: before.span.end })
    }

    /// Where the words end that all times of a list share.
    fn before_first(&self, event: &Event, whole: Span, joint: &str) -> Option<usize> {
        let text = self.article.text.as_str();
        let from = self.expressions.partition_point(|x| x.span.start < event.span().end);
        let first = self.expressions.get(from).filter(|x| whole.contains(x.span))?;
        let front = text.get(event.span().end..first.span.start)?;
        let word = if joint == "again" { text::words(front).next_back() } else { Some(joint) };
        let Some(word) = word.filter(|w| OPENING.contains(w)) else {
            return (joint == "again").then(|| event.span().end + text::trim_end(front).len());
        };
        let at = front.rfind(&format!(" {word} "))?;
        Some(event.span().end + at)
    }
}

/// Words that the parts of a list open with.
const OPENING: &[&str] = &["again", "on", "in", "at", "by", "from", "to", "until", "for", "with"];
