//! Periods that the caller has named: "Trump's first term".

use super::Reader;
use crate::NamedPeriod;
use crate::expr::Expr;
use crate::text::{self, Document};
use crate::timex::Mention;
use std::collections::HashMap;

/// Adds a mention for each place that names one of the periods, the longest name first. What was read inside of such a
/// name gives way; what reaches over its edge stays.
pub fn find_named(document: &Document<'_>, periods: &[NamedPeriod], mentions: &mut Vec<Mention>) {
    if periods.is_empty() {
        return;
    }
    // The names by their first word, so that the work stays linear in the text.
    let mut names: HashMap<String, Vec<(Vec<String>, &NamedPeriod)>> = HashMap::new();
    for period in periods {
        let read = text::read(&period.name);
        let words: Vec<String> = (0..read.tokens.len()).map(|i| folded(read.word(i))).collect();
        if let Some(first) = words.first() {
            names.entry(first.clone()).or_default().push((words, period));
        }
    }
    for list in names.values_mut() {
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    let reader = Reader::new(document);
    let mut i = 0;
    while i < document.tokens.len() {
        let fits = |words: &[String]| words.iter().enumerate().all(|(n, w)| *w == folded(document.word(i + n)));
        let here = names.get(&folded(document.word(i))).and_then(|list| list.iter().find(|(words, _)| fits(words)));
        let Some((words, period)) = here else {
            i += 1;
            continue;
        };
        let end = i + words.len();
        let crosses = |m: &Mention| m.first < end && i < m.end && (m.first < i || end < m.end);
        // Mentions are in the order of the text.
        let at = mentions.partition_point(|m| m.end <= i);
        if !mentions.iter().skip(at).take_while(|m| m.first < end).any(crosses) {
            let inside = mentions.iter().skip(at).take_while(|m| m.first < end).count();
            let expr = Expr::Named(period.interval);
            let named = super::mention(&reader, i, super::Read::new(expr, end), "named");
            mentions.splice(at..at + inside, [named]);
        }
        i = end;
    }
}

/// In lower case, with plain apostrophes.
fn folded(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Interval;
    use chrono::NaiveDate;

    #[test]
    fn a_named_period_is_found_whatever_its_case_and_apostrophe() {
        let day = |y| NaiveDate::from_ymd_opt(y, 1, 20).unwrap();
        let interval = Interval::days(day(2017), day(2021)).unwrap();
        let periods = [NamedPeriod { name: "the ’17 cabinet's first May".into(), interval }];
        let document = text::read("It was the '17 Cabinet’s first May, in May 2019.");
        let mut mentions = super::super::find(&document);
        find_named(&document, &periods, &mut mentions);
        let found: Vec<_> = mentions.iter().map(|m| m.span.of(document.text)).collect();
        assert_eq!(found, ["the '17 Cabinet’s first May", "May 2019"]);
    }
}
