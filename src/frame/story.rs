//! The times that the text has spoken of, and which of them what comes next is counted from.

use super::{is_deictic, quote};
use crate::calendar::{Cycle, DayPart, Granule, Interval, Unit};
use crate::expr::{Anchor, Expr, Step, Way, What};
use crate::resolve::Frame;
use crate::span::Span;
use crate::text::Document;
use crate::timex::{Lean, Mention, Signal, Timex};
use chrono::{Datelike, NaiveDateTime};

/// The times that the text has spoken of.
#[derive(Default)]
pub(super) struct Story {
    /// The time that the story has reached, if it has reached one.
    pub(super) reached: Option<Granule>,
    /// The same, but for the days on which something was said: where speakers go on from.
    told: Option<Granule>,
    /// The time that was last named, whatever it was named for, and where.
    pub(super) last: Option<(Place, Granule)>,
    /// The last time named that is still to come, and its sentence: where plans go on from.
    plan: Option<(usize, Granule)>,
    /// The last time named that is still to come, in quotations too, and where.
    ahead: Option<(Place, Granule)>,
    /// The sentence in which the story last stood in a year well before the publication.
    pub(super) old: Option<usize>,
    /// The paragraph in which it went on to such a year by counting: "that spring", "the following year".
    counted: Option<u32>,
    /// The last day that the story has reached, and its paragraph.
    day: Option<(u32, Granule)>,
    /// The part of a day that was named last: "on Tuesday night".
    part: Option<Granule>,
    /// The day of the news: the first day that the first paragraph names.
    news: Option<Granule>,
    /// The first paragraph that names a time.
    lead: Option<u32>,
    /// The latest day that the story has reached: when those who are quoted spoke.
    spoken: Option<Granule>,
    /// The paragraph in which a time last moved the story.
    paragraph: u32,
}

impl Story {
    /// How many sentences a plan is spoken of.
    const PLANNED: usize = 3;

    /// What a mention may be counted from that counts from the story, the likeliest first.
    pub(super) fn bases(&self, expr: &Expr, frame: &Frame, here: &Place) -> [Option<Granule>; 2] {
        let expr = expr.bare();
        // "The plane left the runway on Tuesday night. ... It touched down at 9:52 p.m.": in that night.
        if let Some(day) = self
            .part
            .and_then(|part| day_of_part(part, expr))
            .filter(|_| !frame.history && here.quote.is_none() && self.paragraph != here.paragraph)
        {
            return [Some(day), self.reached];
        }
        // "He was found shortly after 4 p.m." in a paragraph that names no day: back at the news, whatever was told between.
        if let Some(news) = self.news.filter(|_| matches!(expr, Expr::Bare(Cycle::Clock(..))) && !frame.history)
            && self.paragraph != here.paragraph
            && here.quote.is_none()
            && self.reached.and_then(Granule::begin) < news.begin()
        {
            return [Some(news), self.reached];
        }
        // "He had been seen three days before" at the begin of a paragraph: before the news.
        if let Some(news) = self.news.filter(|_| matches!(expr, Expr::Shift { way: Way::Before, .. }) && !frame.history)
            && self.paragraph != here.paragraph
            && here.quote.is_none()
        {
            return [Some(news), self.reached];
        }
        let reached = if here.quote.is_some() { self.told } else { self.reached };
        if points_back(expr) {
            let coarse = |g: Granule| needs_day(expr) && g.unit() > Unit::Day;
            let decades = matches!(expr, Expr::Shift { by, .. } if by.unit >= Unit::Decade);
            let last =
                self.last.filter(|&(p, g)| here.goes_on_from(p) && !coarse(g) && (decades || g.unit() <= Unit::Year));
            let last = last.map(|l| l.1);
            // "An hour later": on the day that was told before, whatever week or month was named between.
            let day = self.day.filter(|(p, _)| p + 2 >= here.paragraph && is_within_the_day(expr)).map(|d| d.1);
            let reached = day.filter(|_| reached.is_some_and(|r| r.unit() > Unit::Day)).or(reached);
            let last = last.filter(|l| day.is_none() || l.unit() <= Unit::Day);
            let plan = self.plan.filter(|(s, _)| here.sentence - s <= Self::PLANNED).map(|p| p.1);
            return [last.or(plan.filter(|_| frame.planned)).or(reached).or(plan), reached];
        }
        if here.quote.is_some() && matches!(expr, Expr::Step(Step::This, What::Unit(_), Anchor::Narrative)) {
            // "We did not want this at the start of the year": the speaker's year, not the one of the last example.
            return [None; 2];
        }
        [reached, None]
    }

    /// The day on which those spoke who are quoted: that of the paragraph before, else that of the first one.
    pub(super) fn day_here(&self, here: Place) -> Option<Granule> {
        let near = self.day.filter(|(paragraph, _)| paragraph + 1 >= here.paragraph).map(|d| d.1);
        near.filter(|n| n.begin() > self.spoken.and_then(Granule::begin)).or(self.spoken)
    }

    /// The year of a month or day that is told behind a time which was counted up to: "The plan was dropped that spring. The
    /// director resigned in June."
    pub(super) fn year_behind(&self, expr: &Expr, lean: Lean, here: &Place, now: NaiveDateTime) -> Option<i32> {
        let Expr::Bare(cycle @ (Cycle::Month(_) | Cycle::MonthDay(..))) = expr.bare() else { return None };
        let begin = self.reached.filter(|_| self.counted == Some(here.paragraph) && lean == Lean::Past)?.begin()?;
        let within = |year: i32| cycle.within(Granule::Year(year))?.interval();
        let year = begin.year() + i32::from(within(begin.year())?.end? <= begin);
        (within(year)?.begin? <= now).then_some(year)
    }

    /// A dateline says when the report was filed, and nothing of its news.
    pub(super) fn forget_news(&mut self) {
        (self.news, self.lead, self.spoken) = (None, None, None);
    }

    /// The begin of the year that what is planned goes on in: "The first half of 2026 will be slow. We expect orders to
    /// pick up in the third quarter and to be back at that level by December."
    pub(super) fn year_ahead(
        &self,
        expr: &Expr,
        lean: Lean,
        here: &Place,
        now: NaiveDateTime,
    ) -> Option<NaiveDateTime> {
        let (place, granule) =
            self.ahead.filter(|(p, g)| p.paragraph == here.paragraph && g.unit() >= Unit::Quarter)?;
        let near = here.sentence - place.sentence <= 1 && lean != Lean::Past;
        let yearly = matches!(expr.bare(), Expr::Bare(c) if c.round() == Unit::Year && c.unit() >= Unit::Month);
        let year = granule.widen(Unit::Year)?.begin()?;
        (near && yearly && year > now).then_some(year)
    }

    /// Takes up a dated mention.
    pub(super) fn follow(&mut self, timex: &Timex, here: Place, frame: &Frame, telling: Telling) {
        let Telling { told, saying, history, .. } = telling;
        let Some(granule) = timex.granule else { return };
        if granule.unit() > Unit::Year {
            // The story goes on from years; only decades are counted from decades.
            self.last = Some((here, granule));
            return;
        }
        if granule.unit() == Unit::DayPart && here.quote.is_none() && granule.begin() <= Some(frame.now) {
            self.part = Some(granule);
        }
        let granule = match granule.unit() {
            // Midnight belongs to the day that ends then.
            _ if matches!(timex.expr.bare(), Expr::Bare(Cycle::Clock(24, ..)) | Expr::In(Cycle::Clock(24, ..), _)) => {
                granule.widen(Unit::Day).and_then(|day| day.shift(-1)).unwrap_or(granule)
            }
            Unit::Second | Unit::Minute | Unit::Hour | Unit::DayPart => granule.widen(Unit::Day).unwrap_or(granule),
            _ => granule,
        };
        // "from a year earlier": a comparison is soon left again.
        let compared =
            matches!(timex.expr.bare(), Expr::Shift { from: Anchor::Narrative, by, .. } if by.unit == Unit::Year);
        // "On December 7 (December 8 in Asia), 1941": the year of a day in the same sentence.
        let finer = |(place, last): (Place, Granule)| {
            place.sentence == here.sentence && last.unit() <= Unit::Month && last.widen(Unit::Year) == Some(granule)
        };
        if matches!(timex.expr, Expr::At(Granule::Year(_))) && self.last.is_some_and(finer) {
            return;
        }
        if !compared || history {
            self.last = Some((here, granule));
        }
        if granule.begin() > Some(frame.now) && granule.unit() < Unit::Decade {
            self.ahead = Some((here, granule));
        }
        if told && granule.begin() > Some(frame.now) {
            self.plan = Some((here.sentence, granule));
        }
        if told && moves_story(timex, telling, frame.now) {
            self.reached = Some(granule);
            self.paragraph = here.paragraph;
            self.day = Some((here.paragraph, granule)).filter(|_| granule.unit() == Unit::Day).or(self.day);
            let lead = *self.lead.get_or_insert(here.paragraph);
            if here.paragraph == lead && granule.unit() == Unit::Day {
                self.news = self.news.or(Some(granule)).filter(|_| lead == 0);
            }
            if granule.unit() == Unit::Day && here.paragraph == lead && self.spoken.is_none() {
                self.spoken = Some(granule);
            }
            self.told = if saying { self.told } else { Some(granule) };
            let old = granule.begin().is_some_and(|b| b.date().year() < frame.now.year() - 2);
            self.old = old.then_some(here.sentence);
            let ended = granule.begin().is_some_and(|b| b.date().year() < frame.now.year() - 1);
            self.counted = (ended && timex.expr.needs_narrative()).then_some(here.paragraph);
        }
    }
}

/// Where a mention stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) sentence: usize,
    pub(super) paragraph: u32,
    /// Which quotation.
    pub(super) quote: Option<usize>,
}

impl Place {
    pub(super) fn of(document: &Document<'_>, mention: &Mention, quotes: &[Span]) -> Place {
        let sentence = document.sentence_of(mention.first);
        let paragraph = document.sentences.get(sentence).map_or(0, |s| s.paragraph);
        Place { sentence, paragraph, quote: quote::inside(quotes, mention.span) }
    }

    /// Whether what was said there is still being spoken of here: the same sentence, or the same quotation.
    fn goes_on_from(self, before: Place) -> bool {
        self.quote == before.quote && (self.quote.is_some() || self.sentence == before.sentence)
    }
}

/// How a mention is told.
#[derive(Clone, Copy)]
pub(super) struct Telling {
    /// Whether it moves the story.
    pub(super) told: bool,
    /// Whether it dates what someone said.
    pub(super) saying: bool,
    /// Whether the text is a history.
    pub(super) history: bool,
    /// Whether a clause with "when" goes on from it.
    pub(super) when: bool,
}

/// Whether an expression continues what was last said, near or far: "a year later", "the next day", "that night", "at 9".
fn points_back(expr: &Expr) -> bool {
    match expr {
        Expr::Shift { from: Anchor::Narrative, .. } => true,
        Expr::Step(Step::This, What::Unit(unit), Anchor::Narrative) => *unit <= Unit::Day,
        Expr::Step(_, _, Anchor::Narrative) => true,
        Expr::Bare(_) => needs_day(expr),
        Expr::In(_, of) => points_back(of),
        _ => false,
    }
}

/// "an hour later"
fn is_within_the_day(expr: &Expr) -> bool {
    matches!(expr, Expr::Shift { by, from: Anchor::Narrative, .. } if by.unit < Unit::Day)
}

/// Whether it is a part of a day that is not named.
pub(super) fn needs_day(expr: &Expr) -> bool {
    let overnight = matches!(expr, Expr::Bare(Cycle::DayPart(DayPart::Overnight)));
    !overnight && matches!(expr, Expr::Bare(c) | Expr::Step(Step::This, What::Cycle(c), _) if c.round() == Unit::Day)
}

/// The day of a part of a day in which a time by the clock lies.
fn day_of_part(part: Granule, expr: &Expr) -> Option<Granule> {
    let Expr::Bare(clock @ Cycle::Clock(..)) = expr else { return None };
    let day = part.widen(Unit::Day)?;
    let (at, Interval { begin, end }) = (clock.within(day)?.begin()?, part.interval()?);
    (begin? <= at && at < end?).then_some(day)
}

/// Whether the story reaches the time of an expression.
fn moves_story(timex: &Timex, Telling { history, when, .. }: Telling, now: NaiveDateTime) -> bool {
    let Some(begin) = timex.granule.and_then(Granule::begin) else { return false };
    let moves = match timex.expr.bare() {
        // What is to come is no part of the story yet.
        _ if begin > now => false,
        // "since 2011": a state that lasts, not where the story is, but for "since May 3, when troops took it".
        _ if timex.signal == Some(Signal::Since) && !history && !when => false,
        Expr::Bare(Cycle::DayPart(DayPart::Overnight)) => false,
        // A history is not told from its day of publication, but may start from it: "fifty years ago today".
        expr if history && is_deictic(expr) => now.year() - begin.year() > 2,
        // The past and the future as such move nothing, nor do comparisons with a year before.
        Expr::Shift { from: Anchor::Narrative, by, .. } => by.unit < Unit::Year || timex.grain <= Some(Unit::Day),
        Expr::Step(Step::This, What::Unit(_), _) => false,
        // "what they had gained in the previous year": told for comparison.
        Expr::Step(Step::Last, What::Unit(Unit::Year), Anchor::Narrative) => false,
        _ => true,
    };
    moves && timex.lean != Some(Lean::Future)
}
