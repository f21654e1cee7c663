//! `dateline` turns a news article and its publication date into an ordered timeline of events: what happened, when, in
//! what order, who says so, and which words prove it.
//!
//! ```
//! use dateline::{Article, extract};
//!
//! let text = "The minister resigned on Saturday, a day after the court opened its inquiry.";
//! let article = Article::new(text, "2025-03-09")?;
//! let timeline = extract(&article);
//!
//! let told: Vec<String> = timeline.entries.iter().map(|e| format!("{} {}", e.when, e.trigger().text)).collect();
//! assert_eq!(told, ["2025-03-07 opened", "2025-03-08 resigned"]);
//! # Ok::<(), dateline::Error>(())
//! ```
//!
//! The way through the crate is [`extract_with`]: [`text`] cuts and tags, [`expression`] reads time expressions as
//! meaning ([`Expr`]), [`event`] finds what happened, the expressions are put on the calendar ([`resolve`]), [`link`]
//! says what belongs together and what comes first, [`order`] solves the network of all that is said, and the result is
//! a [`Timeline`]. Nothing reads a clock, a file or the network: the same article gives the same timeline.
//!
//! Spans are bytes into the article's text; [`Offsets`] turns them into code points or UTF-16. All times are local.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
// A library that reads what the web holds does not panic. Where an index cannot miss, `expect` says why.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::todo)]
#![warn(clippy::indexing_slicing, clippy::string_slice)]

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod assemble;
pub mod calendar;
mod compact;
mod conflict;
pub mod error;
pub mod event;
pub mod explain;
pub mod export;
pub mod expr;
pub mod expression;
mod frame;
mod hash;
pub mod lang;
mod layout;
pub mod link;
mod lists;
pub mod order;
pub mod resolve;
mod shared;
pub mod span;
pub mod text;
pub mod timeline;
mod timeml;
pub mod timex;

pub use calendar::{Count, Country, Cycle, DayPart, Granule, Holiday, Interval, National, Period, Season, Unit};
pub use error::{Error, Unresolved};
pub use explain::explain;
pub use expr::{Anchor, Expr, Modifier, Recurrence, Reference, Step, Way, What};
pub use shared::Text;
pub use span::{Offsets, Span};
pub use timeline::{Bounds, Conflict, Entry, Evidence, Quote, Timeline, Times, When};
pub use timex::{Endpoint, Lean, Mention, Signal, Timex, TimexType};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
#[cfg(feature = "rayon")]
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// A news article and when it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Article {
    /// The text, without the title.
    pub text: Text,
    /// When it was published: local time, midnight when only the day is known.
    pub published: NaiveDateTime,
    /// The title, if there is one.
    pub title: Option<String>,
}

impl Article {
    /// An article and its publication date: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` with or without seconds. A zone behind it
    /// (`Z`, `+02:00`) is allowed; the clock time is taken as it stands, for "today" is the day where the article appeared.
    ///
    /// ```
    /// let article = dateline::Article::new("It rained on Saturday.", "2025-03-09").unwrap();
    /// assert_eq!(article.published.to_string(), "2025-03-09 00:00:00");
    /// let error = dateline::Article::new("It rained.", "9 March").unwrap_err();
    /// assert!(error.to_string().contains("9 March"));
    /// ```
    ///
    /// # Errors
    /// When the date cannot be read or lies outside of the years 1 to 9999, and when the text is longer than 4 GiB.
    pub fn new(text: impl Into<String>, published: &str) -> Result<Self, Error> {
        Article::at(text, parse_published(published)?)
    }

    /// An article and the day or the moment when it was published, as chrono has it.
    ///
    /// ```
    /// let day = chrono::NaiveDate::from_ymd_opt(2025, 3, 9).unwrap();
    /// let article = dateline::Article::at("It rained on Saturday.", day)?;
    /// assert_eq!(article, dateline::Article::new("It rained on Saturday.", "2025-03-09")?);
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the date lies outside of the years 1 to 9999, and when the text is longer than 4 GiB.
    pub fn at(text: impl Into<String>, published: impl Into<NaiveDateTime>) -> Result<Self, Error> {
        let (text, published) = (Text::from(text.into()), published.into());
        if u32::try_from(text.len()).is_err() {
            return Err(Error::TooLong { bytes: text.len() });
        }
        if !(1..=9999).contains(&published.year()) {
            return Err(Error::DateOutOfRange { given: published.to_string() });
        }
        Ok(Article { text, published, title: None })
    }

    /// The same article with a title.
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

fn parse_published(given: &str) -> Result<NaiveDateTime, Error> {
    let trimmed = given.trim();
    let day = |s: &str| NaiveDate::parse_from_str(s, "%Y-%m-%d").map(|d| d.and_time(NaiveTime::MIN));
    let read = if trimmed.contains(['T', ' ']) {
        let clock = without_zone(trimmed).replacen(' ', "T", 1);
        NaiveDateTime::parse_from_str(&clock, "%Y-%m-%dT%H:%M:%S%.f")
            .or_else(|_| NaiveDateTime::parse_from_str(&clock, "%Y-%m-%dT%H:%M"))
    } else {
        day(trimmed)
    };
    match read {
        Ok(at) => Ok(at),
        Err(reason) => Err(Error::BadDate { given: given.to_string(), reason: reason.to_string() }),
    }
}

/// A date-time without the zone behind it: "Z", "+02:00", "-0500".
fn without_zone(given: &str) -> &str {
    if let Some(utc) = given.strip_suffix(['Z', 'z']) {
        return utc.trim_end();
    }
    let sign = given.rfind(['+', '-']).filter(|&at| at > "YYYY-MM-DDTHH".len());
    let Some((clock, zone)) = sign.and_then(|at| given.split_at_checked(at)) else { return given };
    let digits: String = zone.chars().skip(1).filter(|c| *c != ':').collect();
    let (hours, minutes) = digits.split_at_checked(2).unwrap_or(("", ""));
    let below = |part: &str, limit: u8| part.is_empty() || part.parse::<u8>().is_ok_and(|n| n < limit);
    let known = matches!(digits.len(), 2 | 4) && below(hours, 15) && below(minutes, 60);
    if known { clock.trim_end() } else { given }
}

/// How to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Options {
    /// Takes every "Saturday" and "August" as past, as coming or as the nearest. None, the default, asks the sentence
    /// and falls back to the past.
    pub lean: Option<Lean>,
    /// What gets an entry.
    pub detail: Detail,
    /// Whether the day stands first in dates of numbers: 3/4/2025 is then 3 April. Off by default, as American news
    /// writes. What can be read in one order only is read so, and the other reading stays in `alternatives`.
    pub day_first: bool,
    /// The month, 1 to 12, in which a fiscal year begins; January when it is not set. A fiscal year is named by the
    /// calendar year in which it ends.
    pub fiscal_start: Option<u8>,
    /// Whether seasons are those of the southern hemisphere: "last summer" began in December. Off by default.
    pub southern: bool,
    /// The hours at which morning, afternoon, evening and night begin: each ends with the next, and the night at midnight.
    /// None, the default: what is before noon, from 12 to 18, from 18 and from 20 to midnight.
    pub day_parts: Option<[u8; 4]>,
    /// The country whose days are meant by "Thanksgiving", "Labour Day" or "Mother's Day". None, the default: the American
    /// ones, and 1 May for the British spelling of Labour Day.
    pub country: Option<Country>,
    /// Periods that the text may name and the calendar does not know.
    pub periods: Vec<NamedPeriod>,
}

/// A period that the text may name and the calendar does not know: "Trump's first term", "the war".
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedPeriod {
    /// Its words as they stand in a text; case does not matter.
    pub name: String,
    /// The time that it covers.
    pub interval: Interval,
}

/// What gets an entry on the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Detail {
    /// The few that an editor would list: what the headings and the first three paragraphs tell in a main clause, or what
    /// somebody says there; no states and no mere sayings, at most one a sentence and six an article.
    Headline,
    /// What happened, or is planned, denied or cancelled, and is placed in time. With a date of its own: events, states
    /// that are no opinions, sayings that hold what is said, and nouns whose own phrase is dated ("the 2015 deal") or
    /// whose clause has no other date ("promised a result by May"). Without one: only what a finite verb asserts in a
    /// main clause or in one that leads on from it (", where six people died"). Not what is only meant (conditions, orders, what
    /// somebody is asked to do), what repeats or only completes another event, nor the bare source of another entry.
    #[default]
    Standard,
    /// Every event mention.
    All,
}

impl Options {
    /// Takes every "Saturday" and "August" as past, as coming or as the nearest.
    pub fn lean(mut self, lean: Lean) -> Self {
        self.lean = Some(lean);
        self
    }

    /// Reads 3/4/2025 as 3 April.
    ///
    /// ```
    /// use dateline::{Article, Options, extract_with};
    /// let article = Article::new("The invoice of 3/4/2025 was never paid.", "2025-05-09")?;
    /// let british = extract_with(&article, &Options::default().day_first());
    /// assert_eq!(british.expressions[0].value, "2025-04-03");
    /// assert_eq!(british.expressions[0].alternatives(), ["2025-03-04"]);
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn day_first(mut self) -> Self {
        self.day_first = true;
        self
    }

    /// Lets fiscal years begin with a month, 1 to 12.
    ///
    /// ```
    /// use dateline::{Article, Options, extract_with};
    /// let article = Article::new("The deficit grew in fiscal 2024.", "2025-03-09")?;
    /// let federal = extract_with(&article, &Options::default().fiscal_year(10));
    /// let year = federal.expressions[0].interval.unwrap();
    /// assert_eq!(year.first_day().unwrap().to_string(), "2023-10-01");
    /// assert_eq!(year.last_day().unwrap().to_string(), "2024-09-30");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn fiscal_year(mut self, begins: u8) -> Self {
        self.fiscal_start = Some(begins);
        self
    }

    /// Takes seasons as those of the southern hemisphere. One that spans New Year carries the year in which it begins.
    ///
    /// ```
    /// use dateline::{Article, Options, extract_with};
    /// let article = Article::new("Bushfires raged last summer.", "2025-04-09")?;
    /// let australian = extract_with(&article, &Options::default().southern());
    /// let summer = australian.expressions[0].interval.unwrap();
    /// assert_eq!(summer.first_day().unwrap().to_string(), "2024-12-01");
    /// assert_eq!(summer.last_day().unwrap().to_string(), "2025-02-28");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn southern(mut self) -> Self {
        self.southern = true;
        self
    }

    /// Takes holidays as those of a country.
    ///
    /// ```
    /// use dateline::{Article, Country, Options, extract_with};
    /// let article = Article::new("The family met on Thanksgiving 2024.", "2025-03-09")?;
    /// let canadian = extract_with(&article, &Options::default().country(Country::Canada));
    /// assert_eq!(canadian.expressions[0].value, "2024-10-14");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn country(mut self, country: Country) -> Self {
        self.country = Some(country);
        self
    }

    /// Sets the hours at which morning, afternoon, evening and night begin.
    ///
    /// ```
    /// use dateline::{Article, Options, extract_with};
    /// let article = Article::new("Talks resumed on Friday afternoon.", "2025-03-09")?;
    /// let office = extract_with(&article, &Options::default().day_parts([8, 12, 17, 21]));
    /// let afternoon = office.expressions[0].interval.unwrap();
    /// assert_eq!(afternoon.end.unwrap().to_string(), "2025-03-07 17:00:00");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn day_parts(mut self, begin: [u8; 4]) -> Self {
        self.day_parts = Some(begin);
        self
    }

    /// Adds a period that the text may name, with its first and last day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use dateline::{Article, Options, extract_with};
    /// let article = Article::new("The pact fell apart during Trump's first term.", "2025-03-09")?;
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let options = Options::default().period("Trump's first term", day(2017, 1, 20), day(2021, 1, 19));
    /// let timeline = extract_with(&article, &options);
    /// assert_eq!(timeline.expressions[0].text, "Trump's first term");
    /// assert_eq!(timeline.expressions[0].value, "2017-01-20/2021-01-19");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn period(mut self, name: impl Into<String>, first: NaiveDate, last: NaiveDate) -> Self {
        if let Some(interval) = Interval::days(first, last) {
            self.periods.push(NamedPeriod { name: name.into(), interval });
        }
        self
    }

    /// What gets an entry.
    pub fn detail(mut self, detail: Detail) -> Self {
        self.detail = detail;
        self
    }
}

/// Reads an article with the default options.
///
/// ```
/// let article = dateline::Article::new("Talks resumed on Friday.", "2025-03-09")?;
/// let timeline = dateline::extract(&article);
/// assert_eq!(timeline.entries[0].when.to_string(), "2025-03-07");
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn extract(article: &Article) -> Timeline {
    extract_with(article, &Options::default())
}

/// Reads an article: never fails and never panics, whatever the text.
///
/// ```
/// use dateline::{Article, Lean, Options, extract_with};
/// let article = Article::new("Talks on Friday.", "2025-03-09")?;
/// let coming = extract_with(&article, &Options::default().lean(Lean::Future));
/// assert_eq!(coming.expressions[0].value, "2025-03-14");
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn extract_with(article: &Article, options: &Options) -> Timeline {
    let mut document = text::read(&article.text);
    text::tag(&mut document);
    let mut mentions = expression::find(&document);
    expression::find_named(&document, &options.periods, &mut mentions);
    let events = event::find(&document, &mentions);
    let expressions = frame::date(&document, mentions, article.published, options);
    let relations = link::link(&document, &expressions, &events, article.published);
    // What is no longer needed makes room.
    drop(document);
    let solution =
        order::solve_rules(&link::rules(&relations, &expressions, &events, article.published), assemble::WORDS);
    assemble::assemble(article, options.detail, expressions, events, relations, solution)
}

/// Reads many articles, and gives their timelines in the same order. With the feature `rayon` on as many threads as its
/// pool has (by default the cores of the machine); the timelines are the same either way.
///
/// ```
/// use dateline::{Article, Options, extract_many, extract_with};
/// let articles = [
///     Article::new("Talks resumed on Friday.", "2025-03-09")?,
///     Article::new("The strike ends next week.", "2025-03-10")?,
/// ];
/// let options = Options::default();
/// let timelines = extract_many(&articles, &options);
/// assert_eq!(timelines[1], extract_with(&articles[1], &options));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// All timelines are in memory at once, so hand over a stream of articles in portions, as `examples/many.rs` does.
pub fn extract_many(articles: &[Article], options: &Options) -> Vec<Timeline> {
    let read = |article| extract_with(article, options);
    #[cfg(feature = "rayon")]
    return articles.par_iter().map(read).collect();
    #[cfg(not(feature = "rayon"))]
    return articles.iter().map(read).collect();
}
