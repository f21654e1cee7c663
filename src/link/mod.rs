//! Which time an event has, which event an offset hangs on, what comes before what: a list of sieves, most precise
//! first, each of which adds statements.
//!
//! A sieve sees what those before it found, so that a doubtful reading never gets in the way of a sure one. The
//! architecture is that of Chambers, Cassidy, McDowell and Bethard, *Dense event ordering with a multi-pass
//! architecture*, TACL 2, 2014; what the statements mean for the calendar is said once, in [`constraints`].

mod again;
mod clause;
mod company;
mod cost;
mod feature;
mod figure;
mod filed;
mod length;
mod life;
mod marks;
mod network;
mod news;
mod offset;
mod onset;
mod pointer;
mod reference;
mod report;
mod scene;
mod sequence;
mod shared;
mod speech;
mod statement;
mod telling;
mod tense;
mod time;
mod view;
mod witness;

pub use network::constraints;
pub(crate) use network::rules;
pub use statement::Statement;

use crate::calendar::{Count, Period, Unit};
use crate::compact::Index;
use crate::event::Event;
use crate::expr::{Anchor, Expr};
use crate::span::Span;
use crate::text::Document;
use crate::timex::Timex;
use chrono::NaiveDateTime;
use view::View;

/// Something that stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Entity {
    /// The publication of the article.
    Publication,
    /// An event, by its index.
    Event(usize),
    /// A time expression, by its index.
    Timex(usize),
}

/// How one thing lies to another in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Relation {
    /// Ends before the other begins.
    Before,
    /// Begins after the other ends.
    After,
    /// Lies within the other ("on Saturday").
    During,
    /// Holds the other.
    Includes,
    /// Takes up the same time ("at the same time", a repeated mention).
    Same,
    /// Shares some time with the other (a state that holds at publication).
    Overlaps,
    /// Begins within the other and goes on ("since Monday").
    BegunBy,
    /// Ends within the other ("until Monday").
    EndedBy,
    /// Begins no earlier than the other begins ("*between May* and August").
    NotBefore,
    /// Ends no later than the other ends ("between May *and August*").
    NotAfter,
    /// Lasts as long as the other, a duration, says ("lasted three weeks").
    Lasts,
    /// Is told at the other, the time that the story has reached, without a word that says so. What happens in the
    /// story's own course lies within it; two events are of the same day.
    ToldAt,
    /// Has the other for its reference time: it is told in its light, before, within or after it.
    Near,
    /// Happens once more within the other, an expression, at a time of its own ("on Monday *and again on Friday*"). What is
    /// found for the event as a whole is its first time, and this says nothing of it.
    Again,
    /// Comes a length of time after or before the other, an event; the length is the expression with this index, whose
    /// meaning says which way ("a day after Trump confirmed ...").
    Offset(usize),
    /// Happens when whoever was born in the other, an event, is so many years old ("left school at 14").
    Aged(u8),
}

/// One way to find statements.
struct Sieve {
    /// Its name, which its statements carry.
    name: &'static str,
    /// How much its statements are trusted.
    trust: u8,
    /// Finds them.
    run: fn(&View<'_>, &mut Found, &Sieve),
}

/// The sieves, most precise first. Each says in its doc comment how often it was right on the development corpora; the
/// annotation of TimeBank is sparse, so "of the pairs that its annotators related" stands for precision there, and for an
/// event and an expression "of the events that they marked".
const SIEVES: &[Sieve] = &[
    Sieve { name: DATELINE, trust: 95, run: filed::dateline },
    Sieve { name: BEGIN_AND_END, trust: 88, run: filed::begin_and_end },
    Sieve { name: "offset from an event", trust: 88, run: offset::hanging },
    Sieve { name: "so long behind", trust: 87, run: offset::behind },
    Sieve { name: "time before its noun", trust: 92, run: time::attributive },
    Sieve { name: "moved to a time", trust: 85, run: time::moved },
    Sieve { name: "time of the clause", trust: 86, run: time::of_clause },
    Sieve { name: "once more", trust: 85, run: again::again },
    Sieve { name: "time with a clause", trust: 84, run: time::relative },
    Sieve { name: "offset from an earlier mention", trust: 78, run: offset::mentioned },
    Sieve { name: PAST_TO_COME, trust: 40, run: filed::past_to_come },
    Sieve { name: "what takes place", trust: 80, run: company::taken_place },
    Sieve { name: "what is brought about", trust: 60, run: company::come_about },
    Sieve { name: "what comes of it", trust: 60, run: company::aftermath },
    Sieve { name: "begin of a journey", trust: 60, run: company::journey },
    Sieve { name: "what a text says", trust: 60, run: company::appearance },
    Sieve { name: "dates of a life", trust: 80, run: life::dates },
    Sieve { name: "age", trust: 80, run: life::ages },
    Sieve { name: SHARED, trust: 62, run: shared::shared },
    Sieve { name: "period of the figures", trust: 62, run: figure::reported },
    Sieve { name: "outcome", trust: 62, run: company::outcome },
    Sieve { name: "scene of a feature", trust: 60, run: feature::scene },
    Sieve { name: "until then", trust: 75, run: scene::until_then },
    Sieve { name: "errand", trust: 60, run: scene::errand },
    Sieve { name: "takes place", trust: 65, run: sequence::takes_place },
    Sieve { name: "that time", trust: 70, run: pointer::that_time },
    Sieve { name: "the same day", trust: 65, run: pointer::same_day },
    Sieve { name: "first day", trust: 55, run: pointer::first_day },
    Sieve { name: "one more", trust: 65, run: sequence::one_more },
    Sieve { name: "since then", trust: 75, run: sequence::since_then },
    Sieve { name: "length of the subject", trust: 80, run: length::of_subject },
    Sieve { name: "begin or end of a length", trust: 80, run: length::edge },
    Sieve { name: "end of the subject", trust: 75, run: length::end_of_subject },
    Sieve { name: "limit to come", trust: 55, run: length::ahead },
    Sieve { name: "time that is left", trust: 75, run: length::left },
    Sieve { name: "repeated mention", trust: 78, run: clause::repeated },
    Sieve { name: "speech goes on", trust: 76, run: speech::speech },
    Sieve { name: "what a spokesman says", trust: 65, run: speech::spokesman },
    Sieve { name: "that speech", trust: 76, run: speech::definite_speech },
    Sieve { name: "that act", trust: 70, run: speech::definite_act },
    Sieve { name: "occasion of a saying", trust: 75, run: speech::occasion },
    Sieve { name: "subordinate clause", trust: 82, run: clause::subordinate },
    Sieve { name: "what is said", trust: 74, run: clause::said },
    Sieve { name: "what is planned or tried", trust: 76, run: clause::complement },
    Sieve { name: "moments before or after", trust: 70, run: offset::moments },
    Sieve { name: "within a length", trust: 60, run: offset::within },
    Sieve { name: "before or after a noun", trust: 80, run: sequence::preposition },
    Sieve { name: "cause and effect", trust: 70, run: sequence::causing },
    Sieve { name: "joined clause", trust: 56, run: onset::joined },
    Sieve { name: "noun in a phrase", trust: 55, run: onset::presupposed },
    Sieve { name: "subject of a plan", trust: 57, run: onset::subject },
    Sieve { name: "past and plan", trust: 58, run: sequence::past_and_plan },
    Sieve { name: "in which", trust: 60, run: scene::in_which },
    Sieve { name: "the day that", trust: 70, run: pointer::the_day_that },
    Sieve { name: "what is perceived", trust: 50, run: scene::perceived },
    Sieve { name: "time to do it", trust: 75, run: scene::time_to },
    Sieve { name: "told later", trust: 60, run: scene::told_later },
    Sieve { name: "day of a noun", trust: 65, run: scene::day_of_noun },
    Sieve { name: "in the end", trust: 55, run: scene::in_the_end },
    Sieve { name: "from there on", trust: 50, run: scene::from_there },
    Sieve { name: "up to what ends it", trust: 60, run: scene::up_to_next },
    Sieve { name: "joined in order", trust: 75, run: sequence::joined },
    Sieve { name: "past perfect", trust: 68, run: clause::past_perfect },
    Sieve { name: "tense", trust: 60, run: tense::publication },
    Sieve { name: "what lasts", trust: 55, run: tense::lasting },
    Sieve { name: "comes now", trust: 50, run: offset::comes_now },
    Sieve { name: "occasion of a clause", trust: 55, run: company::occasion },
    Sieve { name: "day of the report", trust: 45, run: report::report },
    Sieve { name: "who does it", trust: 45, run: scene::who },
    Sieve { name: "what a witness tells", trust: 40, run: speech::witness },
    Sieve { name: "day of that act", trust: 50, run: speech::recalled_act },
    Sieve { name: "what happens and what it does", trust: 50, run: company::subject },
    Sieve { name: "told in one breath", trust: 50, run: company::governed },
    Sieve { name: "figure of a whole period", trust: 45, run: figure::whole },
    Sieve { name: "reference time", trust: 20, run: reference::reference },
];

/// The sieve that says when the report was filed.
pub(crate) const DATELINE: &str = "dateline";

/// The sieve that says that what begins ends later.
pub(crate) const BEGIN_AND_END: &str = "begin and end";

/// The sieve that passes a time on in one clause or from one clause to the next.
pub(crate) const SHARED: &str = "time shared in the clause";

/// The sieve that reads a date to come beside a verb of the past.
pub(crate) const PAST_TO_COME: &str = "a past to come";

/// What the sieves have found so far.
struct Found {
    statements: Vec<Statement>,
    /// The sieve at work, by its place in [`SIEVES`].
    sieve: u8,
    /// For each event the expression that it lies in.
    time: Vec<Index>,
    /// How it lies to that expression, where its own words say so.
    how: Vec<Option<Relation>>,
    /// For each expression whether some event was given it.
    used: Vec<bool>,
    /// For each expression whether it stands on the calendar: lengths ("for two hours", "after 11 minutes") and what is
    /// counted from the moment before ("minutes earlier") do not, so that an event which has one may still get its day.
    placed: Vec<bool>,
}

impl Found {
    fn add(&mut self, sieve: &Sieve, left: Entity, relation: Relation, right: Entity, span: Span) {
        if left != right {
            self.statements.push(Statement::new(left, relation, right, span, sieve.trust, self.sieve));
        }
    }

    /// Relates an event to an expression.
    fn date(&mut self, sieve: &Sieve, event: usize, relation: Relation, timex: usize, span: Span) {
        self.add(sieve, Entity::Event(event), relation, Entity::Timex(timex), span);
        let placed = relation != Relation::Lasts && self.placed.get(timex) == Some(&true);
        let slot = self.time.get_mut(event).filter(|slot| **slot == Index::NONE && placed);
        if let Some(slot) = slot {
            *slot = timex.into();
            if let Some(how) = self.how.get_mut(event) {
                *how = Some(relation);
            }
        }
        if let Some(used) = self.used.get_mut(timex) {
            *used = true;
        }
    }

    fn time_of(&self, event: usize) -> Option<usize> {
        self.time.get(event)?.get()
    }

    /// From here on the event lies in that expression.
    fn set_time(&mut self, event: usize, timex: usize) {
        if let Some(slot) = self.time.get_mut(event) {
            *slot = timex.into();
        }
    }
}

/// Whether an expression stands on the calendar.
fn is_placed(timex: &Timex) -> bool {
    !matches!(timex.expr.bare(), Expr::Length(_)) && !within_the_day(timex)
}

/// "minutes earlier", "a few hours later": too little to leave the day of which the story tells.
fn within_the_day(timex: &Timex) -> bool {
    let small = |by: &Period| by.count == Count::Some && by.unit < Unit::Day;
    matches!(timex.expr.bare(), Expr::Shift { by, from, .. } if small(by) && *from == Anchor::Narrative)
}

/// Runs every sieve.
pub fn link(document: &Document<'_>, timexes: &[Timex], events: &[Event], published: NaiveDateTime) -> Vec<Statement> {
    let view = View::new(document, timexes, events, published);
    let mut found = Found {
        statements: Vec::with_capacity(4 * events.len()),
        sieve: 0,
        time: vec![Index::NONE; events.len()],
        how: vec![None; events.len()],
        used: vec![false; timexes.len()],
        placed: timexes.iter().map(is_placed).collect(),
    };
    for (number, sieve) in (0..).zip(SIEVES) {
        found.sieve = number;
        (sieve.run)(&view, &mut found, sieve);
    }
    found.statements.shrink_to_fit();
    found.statements
}
