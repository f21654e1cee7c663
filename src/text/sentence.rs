//! Paragraphs and sentences.

use super::token::{Abbreviation, abbreviation, tokenize};
use super::{Document, Sentence, Shape, Token};
use crate::lang::{ENGLISH, Kinds, Sense};
use chrono::Weekday;
use std::ops::Range;

/// Longest sentence in tokens. Only lists and tables come near it; the bound keeps the work of later stages, which go
/// by sentences, linear on a text without a single full stop.
const LONGEST: usize = 512;
/// Most words that a heading has.
const HEADING_WORDS: usize = 15;

/// Cuts a text into paragraphs, tokens and sentences.
pub(super) fn read(text: &str) -> Document<'_> {
    let mut document = Document { text, tokens: Vec::with_capacity(text.len() / 5), sentences: Vec::new() };
    let paragraphs = paragraphs(text);
    let last = paragraphs.len().saturating_sub(1);
    let mut number = 0;
    for (i, paragraph) in paragraphs.into_iter().enumerate() {
        let first = document.tokens.len();
        tokenize(text, paragraph, &mut document.tokens);
        let tokens = document.tokens.get(first..).unwrap_or_default();
        if tokens.is_empty() {
            continue;
        }
        let heading = i < last && is_heading(text, tokens);
        let mut start = 0;
        while start < tokens.len() {
            let end = if heading { tokens.len() } else { sentence_end(text, tokens, start) };
            document.sentences.push(Sentence { tokens: first + start..first + end, paragraph: number, heading });
            start = end;
        }
        number += 1;
    }
    document.tokens.shrink_to_fit();
    document
}

/// The paragraphs of a text, as byte ranges.
///
/// A blank line always parts two paragraphs. A single line break does too, unless the text is hard-wrapped: then one
/// in five of the lines that directly follow another begins in lower case, which hardly happens at the start of a
/// paragraph. In a wrapped text a line that is indented deeper than the one before also begins a paragraph, and so does
/// one after a sentence that ends in the left half of the line.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let (mut breaks, mut lower, mut widest) = (0usize, 0usize, 0usize);
    for (i, line) in lines.iter().enumerate() {
        if i > 0 && !line.after_blank {
            breaks += 1;
            let c = text.get(line.range.clone()).and_then(|l| l.chars().next());
            lower += usize::from(c.is_some_and(char::is_lowercase));
        }
        widest = widest.max(line.range.len());
    }
    let wrapped = lower > 0 && lower * 5 >= breaks;
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        let joins =
            wrapped && !line.after_blank && before.is_some_and(|b| line.indent <= b.indent && !b.ends(text, widest));
        match paragraphs.last_mut() {
            Some(paragraph) if joins => paragraph.end = line.range.end,
            _ => paragraphs.push(line.range.clone()),
        }
        before = Some(line);
    }
    paragraphs
}

/// A line that is not blank.
struct Line {
    /// Without the white space at its ends.
    range: Range<usize>,
    /// Bytes of white space before it.
    indent: usize,
    /// Whether a blank line, or nothing, stands before it.
    after_blank: bool,
}

impl Line {
    /// Whether a sentence ends here in the left half of the column.
    fn ends(&self, text: &str, widest: usize) -> bool {
        let line = text.get(self.range.clone()).unwrap_or_default();
        let line = line.trim_end_matches(['"', '”', '’', '\'', ')']);
        line.ends_with(['.', '!', '?']) && self.range.len() * 2 < widest
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut at = 0;
    // One mark at a time is found faster than one of two.
    for raw in text.split('\n').flat_map(|line| line.split('\r')) {
        let start = at;
        at += raw.len() + 1;
        let line = raw.trim();
        if line.is_empty() {
            // "\r\n" is one line break.
            let inside = text.get(start.saturating_sub(1)..=start) == Some("\r\n");
            after_blank |= !inside;
            continue;
        }
        let indent = raw.len() - raw.trim_start().len();
        lines.push(Line { range: start + indent..start + indent + line.len(), indent, after_blank });
        after_blank = false;
    }
    lines
}

/// A short paragraph that does not end like a sentence, a dateline or an announcement ("He said:").
fn is_heading(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| t.shape != Shape::Mark).count();
    let letters = tokens.iter().any(|t| matches!(t.shape, Shape::Lower | Shape::Capital | Shape::Upper));
    if words == 0 || words > HEADING_WORDS || !letters || tokens.len() > 3 * HEADING_WORDS {
        return false;
    }
    let mut marks = tokens.iter().rev().map(|t| (t.shape, word(text, t)));
    // What stands before closing quotes and brackets decides.
    marks
        .find(|(shape, w)| !(*shape == Shape::Mark && is_closer(w)))
        .is_some_and(|(shape, w)| shape != Shape::Mark || matches!(w, "%" | "$" | "€" | "£"))
}

fn word<'a>(text: &'a str, token: &Token) -> &'a str {
    token.span().of(text)
}

fn is_closer(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | "''" | ")" | "]" | "}" | "»" | "›")
}

fn is_opener(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "'" | "``" | "`" | "(" | "[" | "«" | "‹" | "¿" | "¡")
}

/// One past the last token of the sentence that begins at token `start`.
fn sentence_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let limit = tokens.len().min(start + LONGEST);
    let mut open = false; // an odd number of straight quotes so far
    let mut at = start;
    while at < limit {
        let Some(token) = tokens.get(at) else { break };
        at += 1;
        // Most words need not be looked at.
        let dotted = text.as_bytes().get((token.end as usize).wrapping_sub(1)) == Some(&b'.');
        if token.shape != Shape::Mark && !dotted {
            continue;
        }
        let w = word(text, token);
        let stop = match (token.shape, w.as_bytes()) {
            (Shape::Mark, [b'"']) => {
                open = !open;
                continue;
            }
            (Shape::Mark, [b'.', ..] | [b'!', ..] | [b'?', ..]) => Stop::Mark,
            (Shape::Mark, _) if matches!(w, "…" | "。" | "؟" | "！" | "？" | "‽" | "⁇") => Stop::Mark,
            (Shape::Lower | Shape::Capital | Shape::Upper | Shape::Mixed, [.., b'.']) => stop_of(w),
            _ => continue,
        };
        if stop == Stop::Mark && at == start + 2 && numbers_an_item(text, tokens, start) {
            continue;
        }
        // Closing quotes and brackets, and more marks of the kind, still belong to the sentence.
        let mut next = at;
        while let Some(t) = tokens.get(next)
            && t.shape == Shape::Mark
            && next < limit
        {
            let w = word(text, t);
            let glued = tokens.get(next.wrapping_sub(1)).is_some_and(|before| before.end == t.start);
            match w {
                "\"" if closes(tokens, next, open) => open = !open,
                "'" | "’" if glued => {}
                "”" | "''" | ")" | "]" | "}" | "»" => {}
                _ if matches!(w.as_bytes().first(), Some(b'.' | b'!' | b'?')) || w == "…" => {}
                _ => break,
            }
            next += 1;
        }
        if begins_sentence(text, tokens, next, stop) && !month_goes_on(text, tokens, at, stop) {
            return next;
        }
        at = next;
    }
    limit
}

/// Whether the straight quote at `at` closes: by the spaces around it, else by the count of those before it.
fn closes(tokens: &[Token], at: usize, open: bool) -> bool {
    let Some(token) = tokens.get(at) else { return open };
    let left = at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|b| b.end == token.start);
    let right = tokens.get(at + 1).is_some_and(|n| n.start == token.end);
    if left == right { open } else { left }
}

/// "1." or "A." at the head of a list item.
fn numbers_an_item(text: &str, tokens: &[Token], start: usize) -> bool {
    tokens.get(start).is_some_and(|t| t.shape == Shape::Number && t.end - t.start <= 2 && !word(text, t).contains(':'))
}

/// What a full stop belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stop {
    /// A mark of its own: any capital, number or quote after it begins a sentence.
    Mark,
    /// "a.m.": any capital but a zone or a day.
    Clock,
    /// "U.S.", "Inc.", "Jan.": only a word that is a capital because it begins a sentence.
    Abbreviation,
    /// "Mr.": nothing.
    Title,
}

fn stop_of(word: &str) -> Stop {
    let bare = word.strip_suffix('.').unwrap_or(word);
    match bare {
        _ if bare.ends_with(".m") || bare.ends_with(".M") => Stop::Clock,
        "etc" => Stop::Clock,
        _ => match abbreviation(bare) {
            Some(Abbreviation::Title | Abbreviation::Number) => Stop::Title,
            _ => Stop::Abbreviation,
        },
    }
}

/// Whether a sentence begins at token `at` after a stop.
fn begins_sentence(text: &str, tokens: &[Token], at: usize, stop: Stop) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    let w = word(text, token);
    match token.shape {
        Shape::Lower => false,
        Shape::Capital | Shape::Upper => match stop {
            Stop::Mark => true,
            Stop::Clock => !clock_goes_on(text, tokens, at),
            Stop::Abbreviation => is_starter(w),
            Stop::Title => false,
        },
        Shape::Number | Shape::Mixed => stop == Stop::Mark,
        Shape::Mark if is_opener(w) => match tokens.get(at + 1) {
            Some(t) if is_opener(word(text, t)) => stop == Stop::Mark,
            // After "..." a bracket may go on in lower case; after a full stop a quote begins a sentence anyhow.
            Some(t) if t.shape == Shape::Lower => stop == Stop::Mark && w != "(" && w != "[" && w != "'",
            Some(t) => match stop {
                Stop::Mark => true,
                Stop::Clock | Stop::Abbreviation => {
                    w != "(" && w != "[" && matches!(t.shape, Shape::Capital | Shape::Upper)
                }
                Stop::Title => false,
            },
            None => false,
        },
        // Dashes begin a new item after a full stop ("-- Peru"); commas and the like go on.
        Shape::Mark => stop == Stop::Mark && !matches!(w, "," | ";" | ":" | "-" | "--" | "–" | "—" | "/" | "%" | "&"),
    }
}

/// Whether the time that a stop belongs to goes on at token `at`: "8 p.m. EST", "9 a.m. Friday", "10 p.m. Moscow time".
fn clock_goes_on(text: &str, tokens: &[Token], at: usize) -> bool {
    const NAMES: Kinds = Sense::ZoneName(None).kind() | Sense::Weekday(Weekday::Mon).kind() | Sense::Month(1).kind();
    let kinds = |i: usize| tokens.get(i).map_or(0, |t| ENGLISH.kinds(ENGLISH.look_up(word(text, t))));
    let upper = tokens.get(at).is_some_and(|t| t.shape == Shape::Upper);
    let time = |i: usize| kinds(i) & Sense::TimesWord.kind() != 0 && kinds(i) & Sense::Plural.kind() == 0;
    kinds(at) & NAMES != 0 || upper && kinds(at) & Sense::Zone(0).kind() != 0 || time(at + 1) || time(at + 2)
}

/// Whether a month before the stop that ends before token `at` goes on with its day: "October. 2", "September.15th".
fn month_goes_on(text: &str, tokens: &[Token], at: usize, stop: Stop) -> bool {
    let (Some(month), Some(day)) = (at.checked_sub(2).and_then(|m| tokens.get(m)), tokens.get(at)) else {
        return false;
    };
    let digits = word(text, day).trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_day = digits.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n)) && digits.len() <= 2;
    let glued = day.start == month.end + 1;
    let last = tokens.get(at + 1).is_none_or(|t| t.shape == Shape::Mark && matches!(word(text, t), "." | "!" | "?"));
    let named = || ENGLISH.kinds(ENGLISH.look_up(word(text, month))) & Sense::Month(1).kind() != 0;
    stop == Stop::Mark && is_day && (glued || last) && named()
}

/// Words with a capital because they begin a sentence, not because they are names.
fn is_starter(word: &str) -> bool {
    const WORDS: [&str; 93] = [
        "A",
        "About",
        "According",
        "Across",
        "After",
        "Again",
        "All",
        "Also",
        "Although",
        "Among",
        "An",
        "And",
        "Another",
        "Any",
        "As",
        "At",
        "Because",
        "Before",
        "Both",
        "But",
        "By",
        "Despite",
        "During",
        "Each",
        "Earlier",
        "Even",
        "Every",
        "For",
        "Former",
        "From",
        "Further",
        "Given",
        "Had",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Instead",
        "Is",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "My",
        "Nearly",
        "Neither",
        "No",
        "None",
        "Nor",
        "Not",
        "Now",
        "Of",
        "On",
        "One",
        "Only",
        "Or",
        "Other",
        "Our",
        "Recently",
        "She",
        "Since",
        "So",
        "Some",
        "Still",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "To",
        "Under",
        "Until",
        "We",
        "What",
        "When",
        "While",
        "With",
        "You",
    ];
    const LONGEST: usize = 9;
    word.len() <= LONGEST && WORDS.binary_search(&word).is_ok()
}
