//! What cannot be so whatever else is true: a day that does not exist, a dateline of another day than the publication's, a
//! thing of the past that is dated after the publication.

use crate::calendar::{Cycle, Granule};
use crate::event::Event;
use crate::expr::Expr;
use crate::link::{DATELINE, Entity, PAST_TO_COME, Statement};
use crate::timeline::{Conflict, Evidence, Quote};
use crate::timex::Timex;
use crate::{Article, Unresolved};

/// A dateline may be a day off: what is filed in the evening is printed in the morning.
const NEAR: i64 = 1;

/// The impossible things that an article says, in the order of the text.
pub(crate) fn impossible(
    article: &Article,
    expressions: &[Timex],
    events: &[Event],
    relations: &[Statement],
) -> Vec<Conflict> {
    let quote = |span: crate::Span| Quote { span, text: span.of(&article.text).to_string() };
    let missing = expressions.iter().filter(|t| is_missing(t)).map(|timex| Conflict {
        statements: vec![Evidence { quote: quote(timex.span), says: "there is no such date".into() }],
        dropped: 0,
        reason: "nothing can be on it".into(),
    });
    let day = article.published.date();
    let filed = relations.iter().filter(|s| s.sieve() == DATELINE).filter_map(|s| {
        let timex = timex(expressions, s.right())?;
        let Some(Granule::Day(filed)) = timex.granule else { return None };
        ((filed - day).num_days().abs() > NEAR).then(|| Conflict {
            statements: vec![
                Evidence { quote: Quote::default(), says: format!("published on {day}") },
                Evidence { quote: quote(timex.span), says: format!("the dateline says that it was filed on {filed}") },
            ],
            dropped: 1,
            reason: "the publication date was given with the article, and everything is counted from it".into(),
        })
    });
    let early = relations.iter().filter(|s| s.sieve() == PAST_TO_COME).filter_map(|s| {
        let Entity::Event(e) = s.left() else { return None };
        let (event, timex) = (events.get(e)?, timex(expressions, s.right())?);
        Some(Conflict {
            statements: vec![
                Evidence { quote: quote(event.span()), says: format!("told as over on {day}, the publication") },
                Evidence { quote: quote(s.span()), says: format!("\"{}\" on or in {}", event.text, timex.value) },
            ],
            dropped: 1,
            reason: "the verb is in the past, and what is past cannot be on a day to come".into(),
        })
    });
    let mut found: Vec<Conflict> = missing.chain(filed).chain(early).collect();
    found.sort_by_key(|c| c.statements.last().map(|s| s.quote.span.start));
    found
}

/// Whether an expression names a day of the month that no year has, or not the year that it names. Others without a date
/// ("the next day" where no story time is known) contradict nothing.
fn is_missing(timex: &Timex) -> bool {
    let numbered = match timex.expr.bare() {
        Expr::Bare(Cycle::MonthDay(month, day)) => (*month, *day) != (2, 29),
        Expr::In(Cycle::MonthDay(..), _) => true,
        _ => false,
    };
    timex.unresolved == Some(Unresolved::NoSuchDate) && numbered
}

fn timex(expressions: &[Timex], entity: Entity) -> Option<&Timex> {
    match entity {
        Entity::Timex(t) => expressions.get(t),
        _ => None,
    }
}
