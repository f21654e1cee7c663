//! The walk along the line of the story: which time it is at, and what it puts there.

use super::{is_main, root, takes_days};
use crate::calendar::Unit;
use crate::event::{Aspect, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::{Anchor, Expr, Way};
use crate::link::figure::is_figure;
use crate::link::news::is_day;
use crate::link::view::{Side, View};
use crate::link::{Entity, Relation};
use crate::text::Ptb;
use crate::timex::Signal;

/// The walk along the line of the story.
pub(super) struct Walk<'a> {
    view: &'a View<'a>,
    /// The day of the news.
    pub(super) news: Entity,
    /// Whether the article tells mainly of what is long past.
    pub(super) old: bool,
    pub(super) story: Story,
    /// The expression that the story was at last.
    pub(super) reached: Option<usize>,
    /// The scene of the paragraph before, with which a quotation at the front of this one goes on.
    before: Option<usize>,
    /// Whether a month of this paragraph has held the sentence behind its own.
    month: bool,
    /// The saying of a witness who goes on with the scene.
    pub(super) witness: Option<usize>,
}

impl<'a> Walk<'a> {
    /// A walk that begins with the news.
    pub(super) fn new(view: &'a View<'a>, news: Entity, old: bool) -> Walk<'a> {
        Walk { view, news, old, story: Story::News, reached: None, before: None, month: false, witness: None }
    }

    /// A paragraph is the news again, in a history that goes on the time of the one before, unless it looks back from
    /// there ("It met a goal that he had set in May").
    pub(super) fn begin_paragraph(&mut self, sentence: usize, goes_on: bool) {
        let looks_back = |&e: &usize| {
            self.view.events.get(e).is_some_and(|e| e.tense == Tense::Past && e.aspect == Aspect::Perfective)
        };
        let scene = self.scene();
        let first = self.view.document.sentences.get(sentence).map_or(0, |s| s.tokens.start);
        self.story = match self.story {
            // "An hour later a van drove up": the scene goes on.
            _ if let Some(t) = scene.filter(|_| goes_on_within_the_day(self.view, first)) => self.at(t),
            Story::At(_) if goes_on && self.view.events_in(sentence).iter().any(looks_back) => Story::Elsewhere,
            story if goes_on => story,
            _ => Story::News,
        };
        self.before = scene.filter(|_| self.view.quotes(first));
        self.witness = None;
        self.month = false;
    }

    /// The month of the sentence before does not hold one that has a time of its own.
    pub(super) fn begin_sentence(&mut self, sentence: usize) {
        let tokens = self.view.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
        let named = |t: usize| self.view.timexes.get(t).is_some_and(|t| t.granule.is_some());
        if self.month && tokens.filter_map(|i| self.view.timex_at(i)).any(named) {
            self.story = if matches!(self.story, Story::At(_)) { Story::Elsewhere } else { self.story };
        }
    }

    /// The story at an expression.
    pub(super) fn at(&self, t: usize) -> Story {
        let Some(timex) = self.view.timexes.get(t) else { return self.story };
        match self.view.side(timex) {
            Side::Past if timex.grain.is_some_and(|g| g <= Unit::Year) => Story::At(Entity::Timex(t)),
            Side::Today if timex.grain.is_some_and(|g| g <= Unit::Day) => Story::At(Entity::Timex(t)),
            Side::Past => Story::Elsewhere,
            _ => self.story,
        }
    }

    /// Goes past an event that has a time.
    pub(super) fn pass(&mut self, e: usize, event: &Event, t: usize, over: bool) {
        let inside = self.view.relation(t, Some(event)) == Relation::During;
        // "She had missed a payment last week, she said": the story stays where it is told.
        let said = event.source() != Source::Narrator && !is_day(self.view, t);
        if said {
            return;
        }
        if inside && (over || is_in_a_text(self.view, event, t)) {
            self.story = self.at(t);
        } else if inside && event.tense == Tense::PastPart && !is_main(self.view, event) {
            // "Polls taken in April gave it 34 percent" against "A bridge built in 1932 fell" and "A first truce, agreed in
            // the spring, lasted nine days".
            let inquiry = event.token() > 0 && self.view.is(event.token() - 1, INQUIRIES);
            let verb = |&&o: &&usize| self.view.events.get(o).is_some_and(|o| o.trigger == Trigger::Verb);
            let first = self.view.events_in(event.sentence()).iter().find(verb) == Some(&e);
            match self.story {
                _ if inquiry && first => self.story = self.at(t),
                Story::At(_) => self.story = Story::Elsewhere,
                Story::News | Story::Elsewhere => {}
            }
        }
    }

    /// Where the line of the story puts an event.
    pub(super) fn place(&self, event: &Event, short: bool, fronted: Option<usize>) -> Option<Entity> {
        let main = is_main(self.view, event);
        let aside = || fronted.is_some_and(|t| is_period(self.view, t)) && is_aside(self.view, event);
        match self.story {
            Story::At(Entity::Timex(t)) if !is_period(self.view, t) && is_figure(self.view, event) => None,
            // "It was signed in May. Fighting did not return": longer than that.
            Story::At(Entity::Timex(t))
                if is_period(self.view, t) && event.status == Status::Denied && fronted != Some(t) =>
            {
                None
            }
            Story::At(place) if main || aside() => Some(place),
            Story::Elsewhere if short && main && is_soon(self.view, event) => self.reached.map(Entity::Timex),
            // A history has no day of its own, and what takes days has none.
            Story::News
                if main
                    && !self.old
                    && (short || !takes_days(event) || is_one_move(self.view, event))
                    && !is_figure(self.view, event) =>
            {
                Some(self.news).filter(|_| !has_old_subject(self.view, event))
            }
            _ => None,
        }
    }

    /// The day that the story is at, or that of the news where the article names it.
    pub(super) fn day(&self) -> Option<Entity> {
        match self.story {
            Story::At(Entity::Timex(t)) if is_day(self.view, t) => Some(Entity::Timex(t)),
            Story::News if !self.old && self.news != Entity::Publication => Some(self.news),
            _ => None,
        }
    }

    /// The past time of the scene that the story is at, where it is not the news.
    pub(super) fn scene(&self) -> Option<usize> {
        match self.story {
            Story::At(Entity::Timex(t)) if self.news != Entity::Timex(t) => Some(t),
            Story::News => self.before,
            _ => None,
        }
    }

    /// A month or a year that does not stand at the front holds no more than its sentence, the first month of a paragraph
    /// the next one, too.
    pub(super) fn end_sentence(&mut self, fronted: Option<usize>) {
        if let Story::At(Entity::Timex(t)) = self.story {
            self.reached = Some(t);
        }
        if let Story::At(Entity::Timex(t)) = self.story
            && fronted != Some(t)
            && let Some(grain) = self.view.timexes.get(t).and_then(|x| x.grain).filter(|&g| g > Unit::Day)
            && (grain != Unit::Month || std::mem::replace(&mut self.month, true))
        {
            self.story = Story::Elsewhere;
        }
    }
}

/// Where the story is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// On the day of the news.
    News,
    /// At an expression or an event that is counted from another one.
    At(Entity),
    /// At a time that is not known.
    Elsewhere,
}

/// "In a ruling issued on Tuesday, the judge found ...": the day of the text in which the main verb says something.
pub(super) fn is_in_a_text(view: &View<'_>, event: &Event, t: usize) -> bool {
    let first = view.sentence(event.token()).start;
    let behind = event.token() - first;
    event.tense == Tense::PastPart
        && (2..8).contains(&behind)
        && view.is(first, &["in"])
        && is_day(view, t)
        && !(first + 1..event.token()).any(|i| view.ptb(i) == Ptb::Punct && !view.is(i, &["-"]) || view.is_verb(i))
}

/// "An hour later", "Minutes later": whether a paragraph counts on within the day of the one before.
fn goes_on_within_the_day(view: &View<'_>, first: usize) -> bool {
    let timex = view.timex_at(first).and_then(|t| view.timexes.get(t));
    timex.is_some_and(|t| {
        matches!(t.expr.bare(), Expr::Shift { by, way: Way::After, from: Anchor::Narrative } if by.unit < Unit::Day)
    })
}

/// "accepted within hours": on the day of what was told before.
fn is_soon(view: &View<'_>, event: &Event) -> bool {
    let near = (event.token() + 1..event.token() + 6).find_map(|i| view.timex_at(i)).and_then(|t| view.timexes.get(t));
    near.is_some_and(|t| t.signal == Some(Signal::Within))
}

/// Whether an expression names a month or more.
pub(super) fn is_period(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|x| x.grain.is_some_and(|g| g >= Unit::Month))
}

/// What a time at the front of the sentence holds beside the main line: "In 1992 the storm, which followed the coast, ...".
fn is_aside(view: &View<'_>, event: &Event) -> bool {
    let root = root(view, event);
    matches!(root.role, Role::Relative | Role::When) || root.role == Role::Participle && event.tense != Tense::PresPart
}

/// "A similar failure in 2018 ended in a fine": whether a past month or year stands in the subject of a verb.
fn has_old_subject(view: &View<'_>, event: &Event) -> bool {
    let first = view.sentence(event.token()).start;
    let old = |t: usize| {
        is_period(view, t)
            && view.timexes.get(t).is_some_and(|x| x.signal == Some(Signal::In) && view.side(x) == Side::Past)
    };
    let noun = |i: usize| view.document.tokens.get(i).is_some_and(|t| t.tag.is_noun());
    let behind_noun = |t: usize| view.spots.get(t).is_some_and(|s| s.start > first + 2 && noun(s.start - 2));
    let subject = (first..event.token()).rev().take(4).take_while(|&i| view.ptb(i) != Ptb::Punct);
    subject.filter_map(|i| view.timex_at(i)).any(|t| old(t) && behind_noun(t))
}

/// "ran on to the pitch", "kept out": with a word of direction it is the matter of a moment.
fn is_one_move(view: &View<'_>, event: &Event) -> bool {
    let next = event.token() + 1;
    view.ptb(next) == Ptb::Rp || view.is(next, DIRECTIONS)
}

const DIRECTIONS: &[&str] = &["across", "away", "back", "into", "off", "on", "onto", "out", "over", "past", "through"];

/// Nouns of what is asked or counted at one time and told later.
const INQUIRIES: &[&str] = &[
    "poll",
    "polls",
    "survey",
    "surveys",
    "study",
    "studies",
    "census",
    "count",
    "test",
    "tests",
    "interview",
    "interviews",
];
