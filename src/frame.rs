//! What each expression is counted from, and which way it leans: the pass over the document that turns mentions into
//! dated expressions.

mod lean;
mod quote;
mod report;
mod scope;

use crate::Options;
use crate::calendar::{Cycle, DayPart, Granule, Interval, Unit};
use crate::expr::{Anchor, Expr, Step, Way, What};
use crate::lang::{ENGLISH, Kinds, Sense};
use crate::resolve::{Frame, Resolution, resolve};
use crate::shared::Pool;
use crate::span::Span;
use crate::text::{self, Document, Ptb, Shape, Upos};
use crate::timeml;
use crate::timex::{Lean, Mention, Signal, Timex, TimexType};
use chrono::{Datelike, NaiveDateTime};
use quote::{day_of_saying, quotations};

/// Dates every mention: `published` is the time of speaking, the options may overrule what the sentence says.
pub fn date(
    document: &Document<'_>,
    mut mentions: Vec<Mention>,
    published: NaiveDateTime,
    options: &Options,
) -> Vec<Timex> {
    if let Some(country) = options.country {
        mentions.iter_mut().for_each(|m| m.expr.settle(country));
    }
    let lean = options.lean;
    let history = is_history(&mentions, published);
    let quotes = quotations(document);
    let mut frame = Frame {
        day_first: options.day_first,
        fiscal_start: options.fiscal_start.unwrap_or(1),
        southern: options.southern,
        day_parts: options.day_parts,
        ..Frame::new(published)
    };
    let mut story = Story::default();
    let filed = text::dateline(document).unwrap_or(0..0);
    let mut timexes: Vec<Timex> = Vec::with_capacity(mentions.len());
    let mut pool = Pool::with_capacity(64);
    for (i, mention) in mentions.iter().enumerate() {
        let (chosen, reason) = match lean {
            Some(lean) => (lean, "as the caller wants it"),
            None if filed.contains(&mention.first) => (Lean::Nearest, "a dateline: the nearest one"),
            None if is_running(document, &mentions, i, published) => lean::RUNNING,
            None => lean::lean_of(document, mention),
        };
        frame.lean = chosen;
        frame.sure = lean::is_sure(reason);
        let until = mention.signal == Some(Signal::Until) && chosen == Lean::Future;
        frame.fixed = lean.is_some() || until || lean::leaves_no_choice(reason);
        frame.planned = !history && lean::is_plan(reason);
        let here = Place::of(document, mention, &quotes);
        let now = is_told_now(document, mention) || here.quote.is_none() && is_announced(document, mention);
        let old = story.old == Some(here.sentence) && !is_of_this_year(document, &mentions, i);
        frame.history = history && !now || old && chosen == Lean::Past;
        // What a quotation in a history has named goes on inside of it.
        let named = story.last.filter(|(place, _)| history && here.quote.is_some() && place.quote == here.quote);
        frame.story = named.map(|l| l.1).or(story.reached);
        let said =
            here.quote.and_then(|_| day_of_saying(document, &mentions, i, &quotes, &frame, story.day_here(here)));
        // In a history people speak at the time of the story: “before this decade is out”.
        let then = story.reached.filter(|_| history && here.quote.is_some()).and_then(Granule::begin);
        let mut speaking = said.or(then).map_or(frame, |day| Frame { now: day, ..frame });
        let behind = story.year_behind(&mention.expr, chosen, &here, frame.now).filter(|_| !history);
        if let Some(year) = year_of_range(document, &mentions, i).or(behind) {
            speaking = Frame { story: Some(Granule::Year(year)), history: true, lean: Lean::Past, ..speaking };
        }
        if let Some(year) = story.year_ahead(&mention.expr, chosen, &here, frame.now) {
            speaking = Frame { now: year, lean: Lean::Future, fixed: true, ..speaking };
        }
        if let Some(quarter) = report::quarter_ended(document, &mentions, i, &frame) {
            speaking.report = Some(quarter);
        }
        let beside = day_of_clock(document, &mentions, &timexes, &speaking);
        let weeks_ago = end_of_week(&mentions, &timexes, mention);
        let found = match range_begin(document, &mentions, i).and_then(|b| timexes.get(b)) {
            Some(begin) => resolve_end(&mention.expr, begin, &speaking),
            None if recurs(document, &mentions, i) => Err(crate::Unresolved::Recurs),
            None if is_of_unknown_day(document, &mentions, i) => Err(crate::Unresolved::Vague),
            // "two weeks ago Monday"
            None if weeks_ago.is_some() => {
                resolve(&mention.expr, &Frame { now: weeks_ago.unwrap_or(frame.now), ..speaking })
            }
            None if beside.is_some() => resolve(&mention.expr, &Frame { story: beside, ..speaking }),
            None => resolve_fitting(&mention.expr, &speaking, story.bases(&mention.expr, &speaking, &here)),
        };
        let ahead = ahead(document, mention, &speaking);
        let mut timex = timex(document, mention, &speaking, found, (chosen, reason), &mut pool);
        timex.interval = timex.interval.or(ahead);
        if said.is_some() && timex.reason.is_none() && is_deictic(&timex.expr) {
            timex.reason = Some(pool.get("counted from the day of the saying"));
        }
        report::follow(document, mention, &timex, timexes.last(), published, &mut frame);
        // A plan moves no history, and neither quotations nor asides move anything.
        let told = here.quote.is_none()
            && (!history || chosen != Lean::Future && !is_until(document, mention))
            && !is_aside(document, mention);
        let saying = is_attribution(&quotes, document, mention);
        let when = document.word(mention.end) == ","
            && document.tokens.get(mention.end + 1).is_some_and(|t| t.tag.ptb == Ptb::Wrb);
        story.follow(&timex, here, &frame, Telling { told, saying, history, when });
        if filed.contains(&mention.first) {
            story.forget_news();
        }
        timexes.push(timex);
    }
    scope::fill(document, &mentions, &mut timexes, published);
    timexes
}

/// Where a mention stands.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    sentence: usize,
    paragraph: u32,
    /// Which quotation.
    quote: Option<usize>,
}

impl Place {
    fn of(document: &Document<'_>, mention: &Mention, quotes: &[Span]) -> Place {
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
struct Telling {
    /// Whether it moves the story.
    told: bool,
    /// Whether it dates what someone said.
    saying: bool,
    /// Whether the text is a history.
    history: bool,
    /// Whether a clause with "when" goes on from it.
    when: bool,
}

/// The times that the text has spoken of.
#[derive(Default)]
struct Story {
    /// The time that the story has reached, if it has reached one.
    reached: Option<Granule>,
    /// The same, but for the days on which something was said: where speakers go on from.
    told: Option<Granule>,
    /// The time that was last named, whatever it was named for, and where.
    last: Option<(Place, Granule)>,
    /// The last time named that is still to come, and its sentence: where plans go on from.
    plan: Option<(usize, Granule)>,
    /// The last time named that is still to come, in quotations too, and where.
    ahead: Option<(Place, Granule)>,
    /// The sentence in which the story last stood in a year well before the publication.
    old: Option<usize>,
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
    fn bases(&self, expr: &Expr, frame: &Frame, here: &Place) -> [Option<Granule>; 2] {
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
    fn day_here(&self, here: Place) -> Option<Granule> {
        let near = self.day.filter(|(paragraph, _)| paragraph + 1 >= here.paragraph).map(|d| d.1);
        near.filter(|n| n.begin() > self.spoken.and_then(Granule::begin)).or(self.spoken)
    }

    /// The year of a month or day that is told behind a time which was counted up to: "The plan was dropped that spring. The
    /// director resigned in June."
    fn year_behind(&self, expr: &Expr, lean: Lean, here: &Place, now: NaiveDateTime) -> Option<i32> {
        let Expr::Bare(cycle @ (Cycle::Month(_) | Cycle::MonthDay(..))) = expr.bare() else { return None };
        let begin = self.reached.filter(|_| self.counted == Some(here.paragraph) && lean == Lean::Past)?.begin()?;
        let within = |year: i32| cycle.within(Granule::Year(year))?.interval();
        let year = begin.year() + i32::from(within(begin.year())?.end? <= begin);
        (within(year)?.begin? <= now).then_some(year)
    }

    /// A dateline says when the report was filed, and nothing of its news.
    fn forget_news(&mut self) {
        (self.news, self.lead, self.spoken) = (None, None, None);
    }

    /// The begin of the year that what is planned goes on in: "The first half of 2026 will be slow. We expect orders to
    /// pick up in the third quarter and to be back at that level by December."
    fn year_ahead(&self, expr: &Expr, lean: Lean, here: &Place, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let (place, granule) =
            self.ahead.filter(|(p, g)| p.paragraph == here.paragraph && g.unit() >= Unit::Quarter)?;
        let near = here.sentence - place.sentence <= 1 && lean != Lean::Past;
        let yearly = matches!(expr.bare(), Expr::Bare(c) if c.round() == Unit::Year && c.unit() >= Unit::Month);
        let year = granule.widen(Unit::Year)?.begin()?;
        (near && yearly && year > now).then_some(year)
    }

    /// Takes up a dated mention.
    fn follow(&mut self, timex: &Timex, here: Place, frame: &Frame, telling: Telling) {
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
fn needs_day(expr: &Expr) -> bool {
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

/// Counts from the first of `bases` that agrees with the sentence: what it tells in the past is not to come, and what it
/// says is to come is not over.
fn resolve_fitting(expr: &Expr, frame: &Frame, bases: [Option<Granule>; 2]) -> Result<Resolution, crate::Unresolved> {
    if !expr.needs_narrative() && !needs_day(expr.bare()) {
        return resolve(expr, frame);
    }
    let today = Granule::of(Unit::Day, frame.now).interval().and_then(|i| i.end);
    // "that night", "the same day" name it, however it stands to the time of speaking.
    let named = matches!(expr.bare(), Expr::Step(Step::This, what, _) if what.unit() <= Unit::Day);
    let fits = |found: &Result<Resolution, _>| match found.as_ref().ok().and_then(|r| r.interval) {
        Some(Interval { begin, .. }) if frame.sure && frame.lean == Lean::Past => begin < today,
        Some(Interval { end, .. }) if frame.planned && !named => end.is_none_or(|end| end > frame.now),
        _ => true,
    };
    let from = |story| resolve(expr, &Frame { story, ..*frame });
    let likely = from(bases[0]);
    if fits(&likely) {
        return likely;
    }
    // Only plans may count from the time of speaking.
    let others = bases[1].map(Some).into_iter().chain(frame.planned.then_some(None));
    others.map(from).find(|found| found.is_ok() && fits(found)).unwrap_or(likely)
}

/// The last day of the week that stands right before a weekday: "two weeks ago Monday".
fn end_of_week(mentions: &[Mention], timexes: &[Timex], here: &Mention) -> Option<NaiveDateTime> {
    let (before, week) = (mentions.get(timexes.len().checked_sub(1)?)?, timexes.last()?);
    let weekday = matches!(here.expr, Expr::Bare(Cycle::Weekday(_))) && before.end == here.first;
    let ago =
        matches!(before.expr, Expr::Shift { by, way: Way::Before, from: Anchor::Publication } if by.unit == Unit::Week);
    week.granule.filter(|_| weekday && ago)?.interval()?.last_day().map(Into::into)
}

/// Whether a time of day is that of each day that the same sentence counts up: "every Sunday between 11 a.m. and 4 p.m.".
fn recurs(document: &Document<'_>, mentions: &[Mention], i: usize) -> bool {
    let Some(mention) = mentions.get(i).filter(|m| matches!(m.expr.bare(), Expr::Bare(Cycle::Clock(..)))) else {
        return false;
    };
    let sentence = document.sentence_of(mention.first);
    let near = mentions.get(i.saturating_sub(3)..(i + 2).min(mentions.len())).unwrap_or_default();
    near.iter().any(|m| {
        let each = matches!(&m.expr, Expr::Every(r) if r.every || matches!(r.what, What::Cycle(_)));
        each && document.sentence_of(m.first) == sentence && m.first <= mention.end + 1
    })
}

/// Whether a mention stands behind a quotation in its sentence: “...,” she said on Friday. It dates the saying.
fn is_attribution(quotes: &[Span], document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let start = document.span(sentence.tokens.clone()).start;
    let at = quotes.partition_point(|q| q.end <= mention.span.start);
    at.checked_sub(1).and_then(|b| quotes.get(b)).is_some_and(|q| q.end > start)
}

/// When a length ends that is said to pass from now on: "will return in three weeks", "within two days".
fn ahead(document: &Document<'_>, mention: &Mention, frame: &Frame) -> Option<Interval> {
    let Expr::Length(by) = mention.expr.bare() else { return None };
    // A headline without a verb: "Third summit in two weeks".
    if (!frame.sure || frame.lean == Lean::Past) && !is_verbless(document, mention) {
        return None;
    }
    let end = by.add(frame.now, 1)?;
    match mention.signal? {
        // "in an hour" is told by the minute.
        Signal::In if by.grain() == Unit::Hour => Granule::of(Unit::Minute, end).interval(),
        Signal::In if by.unit <= Unit::Week => Granule::of(by.grain().min(Unit::Day), end).interval(),
        Signal::In => Granule::of(by.grain(), end).interval(),
        // Within days and longer lengths: up to the day on which they are over.
        Signal::Within => {
            let end = if by.grain() < Unit::Day { end } else { Granule::of(Unit::Day, end).begin()? };
            Some(Interval { begin: Some(frame.now), end: Some(end) })
        }
        _ => None,
    }
}

/// "He fell on the first day. That night ... In the following days": what counts from a day that its paragraph counts up
/// and nobody dates.
fn is_of_unknown_day(document: &Document<'_>, mentions: &[Mention], i: usize) -> bool {
    let Some(here) = mentions.get(i) else { return false };
    let this_day = |e: &Expr| matches!(e, Expr::Step(Step::This, _, Anchor::Narrative)) && needs_day(e);
    if !this_day(here.expr.bare()) && !matches!(here.expr.bare(), Expr::Stretch(_, _, Anchor::Narrative)) {
        return false;
    }
    let paragraph = |m: &Mention| document.sentences.get(document.sentence_of(m.first)).map(|s| s.paragraph);
    // Up to the last time that the paragraph names by itself.
    let own = |m: &&Mention| !m.expr.needs_narrative() && !matches!(m.expr.bare(), Expr::Length(_));
    let before = mentions.get(..i).unwrap_or_default().iter().rev().take_while(|m| paragraph(m) == paragraph(here));
    let named = before.into_iter().find(own).map_or(0, |m| m.end);
    let reach = here.first.saturating_sub(80).max(named);
    let counted = |k: usize| {
        has(document, k, Sense::Ordinal(1).kind())
            && has(document, k + 1, Sense::Unit(Unit::Day).kind())
            && !has(document, k + 1, Sense::Plural.kind())
    };
    let of = |k: usize| document.sentences.get(document.sentence_of(k)).map(|s| s.paragraph);
    (reach..here.first).rev().take_while(|&k| of(k) == paragraph(here)).any(counted)
}

/// Whether no verb stands in the sentence of a mention.
fn is_verbless(document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let tokens = document.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    !tokens.iter().any(|t| matches!(t.tag.upos, Upos::Verb | Upos::Aux))
}

/// The year of a range whose end alone names it: "from June 3 to June 8, 2024".
fn year_of_range(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<i32> {
    let (first, last) = (mentions.get(i)?, mentions.get(i + 1)?);
    // "the spring offensive of 1918"
    if let (Expr::Bare(Cycle::Season(_) | Cycle::Holiday(_)), Expr::At(Granule::Year(year))) = (&first.expr, &last.expr)
    {
        let between = document.tokens.get(first.end..last.first.checked_sub(1)?)?;
        let nouns = (1..=2).contains(&between.len()) && between.iter().all(|t| t.tag.is_noun());
        return (nouns && last.signal == Some(Signal::Of)).then_some(*year);
    }
    // "the spring and early summer of 1943"
    if let (Expr::Bare(Cycle::Season(_)), Expr::At(Granule::Season(year, _))) = (&first.expr, last.expr.bare()) {
        return joined(document, first, last).then_some(*year);
    }
    let named = matches!(last.expr.bare(), Expr::At(Granule::Day(_) | Granule::Month(..)));
    let bare = matches!(first.expr.bare(), Expr::Bare(Cycle::MonthDay(..) | Cycle::Month(_)));
    let year = (named && bare && joined(document, first, last)).then(|| year_named(&last.expr)).flatten()?;
    // "from December to May 2022" begins in the year before.
    let month = |expr: &Expr| match expr.bare() {
        Expr::Bare(Cycle::MonthDay(m, _) | Cycle::Month(m)) => Some(u32::from(*m)),
        Expr::At(g) => g.begin().map(|b| b.month()),
        _ => None,
    };
    Some(if month(&first.expr) > month(&last.expr) { year - 1 } else { year })
}

/// The day that a bare time of day belongs to when one is named beside it: "Thursday before 5 p.m.", "from 9 a.m. to 5 p.m.
/// on Tuesday". `timexes` are those before the mention.
fn day_of_clock(document: &Document<'_>, mentions: &[Mention], timexes: &[Timex], frame: &Frame) -> Option<Granule> {
    /// How many words may stand between a day and its hour.
    const NEAR: usize = 4;
    let here = mentions.get(timexes.len())?;
    let of_day = |expr: &Expr| match expr {
        Expr::Bare(c) => c.round() == Unit::Day,
        Expr::Step(Step::This, What::Cycle(c), Anchor::Narrative) => c.round() == Unit::Day,
        _ => false,
    };
    if !of_day(here.expr.bare()) {
        return None;
    }
    // "after nine but before eleven on Thursday"
    let but = |next: &Mention| has(document, here.end, Sense::But.kind()) && next.first <= here.end + 4;
    if let Some(next) = mentions.get(timexes.len() + 1).filter(|next| joined(document, here, next) || but(next))
        && let Expr::In(Cycle::Clock(..) | Cycle::DayPart(_), day) = &next.expr
        // "till tomorrow 4 p.m.": that day is of its own hour alone.
        && !names_day_first(document, next)
    {
        return resolve(day, frame).ok()?.granule;
    }
    let (before, timex) = (mentions.get(timexes.len().checked_sub(1)?)?, timexes.last()?);
    let near = here.first < before.end + 1 + NEAR
        && document.sentence_of(before.first) == document.sentence_of(here.first)
        && !document.tokens.get(before.end..here.first)?.iter().any(|t| t.tag.upos == Upos::Verb);
    timex.granule.filter(|_| near && timex.kind != TimexType::Duration)?.widen(Unit::Day)
}

/// Whether a day stands before its hour: "tomorrow at 4 p.m.", not "4 p.m. on Tuesday".
fn names_day_first(document: &Document<'_>, mention: &Mention) -> bool {
    let hour = Sense::Number(1).kind() | Sense::Hour(0).kind() | Sense::Half.kind() | Sense::Unit(Unit::Quarter).kind();
    let digit = document.tokens.get(mention.first).is_some_and(|t| matches!(t.shape, Shape::Number | Shape::Mixed));
    !digit && !has(document, mention.first, hour)
}

/// Whether mention `i` begins a range of months or days that has begun and is not over: "from May to September", said in
/// August, is the one at hand, whatever the verb says.
fn is_running(document: &Document<'_>, mentions: &[Mention], i: usize, now: NaiveDateTime) -> bool {
    let yearly = |m: &Mention| match m.expr {
        Expr::Bare(c @ (Cycle::Month(_) | Cycle::MonthDay(..))) => Some(Expr::Bare(c)),
        _ => None,
    };
    let (Some(first), Some(last)) = (mentions.get(i), mentions.get(i + 1)) else { return false };
    let (Some(begin), Some(end)) = (yearly(first), yearly(last)) else { return false };
    let opened = has(document, first.first.wrapping_sub(1), Sense::FromWord.kind() | Sense::Between.kind());
    let linked = opened || has(document, first.end, Sense::To.kind());
    if !linked || !joined(document, first, last) {
        return false;
    }
    let past = Frame { fixed: true, ..Frame::new(now) };
    let start = resolve(&begin, &past).ok().and_then(|r| r.interval?.begin);
    let Some(start) = start else { return false };
    let over = resolve(&end, &Frame { now: start, lean: Lean::Future, ..past }).ok().and_then(|r| r.interval?.end);
    over.is_some_and(|over| over > now)
}

/// The begin of the range whose end is mention `i`: "between March and October".
fn range_begin(document: &Document<'_>, mentions: &[Mention], i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let (first, last) = (mentions.get(before)?, mentions.get(i)?);
    let bare = |m: &Mention| matches!(m.expr.bare(), Expr::Bare(c) if c.round() >= Unit::Week);
    let opened = has(document, first.first.wrapping_sub(1), Sense::FromWord.kind() | Sense::Between.kind());
    // "10 August 2013 - 12 September"
    // ..., "on May 4 and 5"
    let day = |m: &Mention| matches!(m.expr, Expr::Bare(Cycle::MonthDay(..)));
    let pair = day(first) && day(last) && last.first + 1 == last.end;
    let dated = matches!(first.expr, Expr::At(_) | Expr::Bare(Cycle::MonthDay(..) | Cycle::Month(_)))
        && has(document, first.end, Sense::To.kind() | if pair { Sense::And.kind() } else { 0 });
    (bare(last) && (opened || dated) && joined(document, first, last)).then_some(before)
}

/// Whether only a word such as "to" or "and" stands between two mentions.
fn joined(document: &Document<'_>, first: &Mention, last: &Mention) -> bool {
    joined_by(document, first, last, Sense::To.kind() | Sense::And.kind())
}

/// Whether one word of these kinds stands between two mentions, and nothing else.
fn joined_by(document: &Document<'_>, first: &Mention, last: &Mention, kinds: Kinds) -> bool {
    last.first == first.end + 1 && has(document, first.end, kinds)
}

/// Whether the word at `i` has one of these kinds of senses.
fn has(document: &Document<'_>, i: usize, kinds: Kinds) -> bool {
    ENGLISH.kinds(ENGLISH.look_up(document.word(i))) & kinds != 0
}

/// The end of a range is the first one that does not lie before its begin.
fn resolve_end(expr: &Expr, begin: &Timex, frame: &Frame) -> Result<Resolution, crate::Unresolved> {
    let plain = resolve(expr, frame)?;
    let (Some(start), Some(end)) = (begin.interval.and_then(|i| i.begin), plain.interval.and_then(|i| i.end)) else {
        return Ok(plain);
    };
    if end > start && plain.lean != Some(Lean::Future) {
        return Ok(plain);
    }
    resolve(expr, &Frame { now: start, lean: Lean::Future, history: false, ..*frame })
}

fn timex(
    document: &Document<'_>,
    mention: &Mention,
    frame: &Frame,
    found: Result<Resolution, crate::Unresolved>,
    (lean, reason): (Lean, &'static str),
    pool: &mut Pool,
) -> Timex {
    let (kind, value) = timeml::value(&mention.expr, found.as_ref().ok());
    let (unresolved, resolution) = (found.as_ref().err().copied(), found.unwrap_or_default());
    let reason = if let Some(used) = resolution.lean {
        Some(if used == lean || lean == Lean::Nearest { reason } else { "the other one lies much farther off" })
    } else if frame.history && matches!(mention.expr.bare(), Expr::Bare(_)) && resolution.granule.is_some() {
        Some("the year of the story")
    } else {
        None
    };
    let (words, rule) = (pool.get(mention.span.of(document.text)), pool.get(mention.rule));
    let mut timex = Timex::new(mention, words, rule, (kind, pool.get(&value)));
    timex.set_alternatives(resolution.other.iter().map(|other| pool.get(&other.to_string())).collect());
    (timex.granule, timex.interval) = (resolution.granule, resolution.interval);
    timex.grain = resolution.granule.map(Granule::unit);
    (timex.unresolved, timex.anchor, timex.lean) = (unresolved, resolution.anchor, resolution.lean);
    timex.reason = reason.map(|reason| pool.get(reason));
    timex
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

/// Whether it stands behind "until" in a clause that does not end there: "lasted until the fall of the city in February".
fn is_until(document: &Document<'_>, mention: &Mention) -> bool {
    let start = document.sentences.get(document.sentence_of(mention.first)).map_or(0, |s| s.tokens.start);
    let near = (start..mention.first).rev().take(8);
    let clause = near.take_while(|&i| document.tokens.get(i).is_some_and(|t| t.tag.ptb != Ptb::Punct));
    clause.into_iter().any(|i| has(document, i, Sense::Till.kind()))
}

/// Whether it stands in a relative clause or a participle's between commas: told in passing, it moves no story.
fn is_aside(document: &Document<'_>, mention: &Mention) -> bool {
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    let closed = document.word(mention.end) == ",";
    (sentence.tokens.start..mention.first).rev().take(6).find_map(|i| match tag(i)? {
        Ptb::Wdt | Ptb::Wp => Some(true),
        // "a deal that they had made that summer"
        Ptb::In if document.word(i) == "that" => {
            Some(i > 0 && document.tokens.get(i - 1).is_some_and(|t| t.tag.is_noun()))
        }
        Ptb::Punct if document.word(i) == "," => Some(closed && matches!(tag(i + 1), Some(Ptb::Vbn | Ptb::Vbg))),
        _ => None,
    }) == Some(true)
}

/// Whether it stands in an aside about somebody who is spoken of in the present: "Aldrin, who turned 94 in January, is the
/// only one still alive", "She is survived by a son, who was born in March".
fn is_told_now(document: &Document<'_>, mention: &Mention) -> bool {
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    if !is_aside(document, mention) {
        return false;
    }
    let inside = document.word(mention.end) == ","
        && matches!(tag(mention.end + 1), Some(Ptb::Vbz | Ptb::Vbp))
        && tag(mention.end + 2) != Some(Ptb::Vbn);
    let Some(sentence) = document.sentences.get(document.sentence_of(mention.first)) else { return false };
    let main = sentence.tokens.clone().find(|&i| matches!(tag(i), Some(Ptb::Vbz | Ptb::Vbp | Ptb::Vbd | Ptb::Md)));
    let last = mention.end + 1 >= sentence.tokens.end;
    inside || last && main.is_some_and(|i| i < mention.first && matches!(tag(i), Some(Ptb::Vbz | Ptb::Vbp)))
}

/// Whether "will" stands before it in its sentence: that is still to come, whatever is told.
fn is_announced(document: &Document<'_>, mention: &Mention) -> bool {
    let start = document.sentences.get(document.sentence_of(mention.first)).map_or(0, |s| s.tokens.start);
    let modal = |i: usize| document.tokens.get(i).is_some_and(|t| t.tag.ptb == Ptb::Md);
    (start..mention.first).rev().take(25).any(|i| modal(i) && has(document, i, Sense::Will.kind()))
}

/// "made peace in 1998 and in February signed a treaty": what a month stands before is joined to what had its own year
/// behind it, and is told from now.
fn is_of_this_year(document: &Document<'_>, mentions: &[Mention], i: usize) -> bool {
    let tag = |i: usize| document.tokens.get(i).map(|t| t.tag.ptb);
    let (Some(year), Some(here)) = (i.checked_sub(1).and_then(|b| mentions.get(b)), mentions.get(i)) else {
        return false;
    };
    let alone = matches!(year.expr, Expr::At(Granule::Year(_)));
    let clause = matches!(tag(here.end), Some(Ptb::Vbd));
    alone && clause && here.first == year.end + 2 && tag(year.end) == Some(Ptb::Cc)
}

/// A text tells the past by its own calendar when most of the years that it names lie well before its publication.
fn is_history(mentions: &[Mention], published: NaiveDateTime) -> bool {
    let (mut old, mut new, mut deictic) = (0, 0, 0);
    for mention in mentions {
        match year_named(&mention.expr) {
            Some(year) if year < published.year() - 2 => old += 1,
            Some(_) => new += 1,
            // A weekday without a date is for readers of that week.
            None if matches!(mention.expr.bare(), Expr::Bare(Cycle::Weekday(_))) => deictic += 2,
            None if is_deictic(&mention.expr) => deictic += 1,
            None => {}
        }
    }
    old >= 4 && 2 * old > new && old + new > 3 * deictic
}

fn year_named(expr: &Expr) -> Option<i32> {
    match expr.bare() {
        Expr::At(g) => g.begin().map(|b| b.date().year()),
        Expr::Between(a, _) => year_named(a),
        Expr::In(_, of) => year_named(of),
        Expr::Numeric(_, _, year) => *year,
        _ => None,
    }
}

fn is_deictic(expr: &Expr) -> bool {
    matches!(
        expr.bare(),
        Expr::Step(_, _, Anchor::Publication)
            | Expr::Shift { from: Anchor::Publication, .. }
            | Expr::Bare(Cycle::Weekday(_))
    )
}
