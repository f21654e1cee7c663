//! The day of the report and the time that its story has reached.

use super::news::{is_behind_clock, is_day, news_day, opens_subject};
use super::telling::{
    goes_on_in_mind, has_no_paragraphs, is_asked, is_news_beside_the_present, is_refusal, looks_back, says_in_an_aside,
    speaks, there_was,
};
use super::view::{Side, View, is_finite};
use super::witness::{counts_on, goes_on_in_quotation, is_told_by_witness, opens_with_then, saying};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::{Cycle, Unit};
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::{Anchor, Expr, Reference, Way};
use crate::hash::FastSet;
use crate::text::Ptb;
use crate::timex::Signal;

/// The time that the story has reached. What a report carries in the simple past without a time of its own is of the day
/// that its first paragraphs name ("on Saturday", at most three days back), else of the publication. A paragraph that
/// names another day goes on with that; a month or a year holds what follows when it stands at the front ("In 1992 a storm
/// hit the coast. It pushed nine feet of water into the town"), and up to the end of its sentence in any case. A history
/// has no day of the news, and its story goes on from one paragraph to the next. A text without paragraphs comes back to its
/// news with each sentence.
///
/// EventTime: 232 found, 170 with exactly the day that was annotated; TimeBank: 1,507 found.
pub(super) fn report(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let news = news_day(view, found);
    let feature = news.is_none() && tells_of_now(view);
    let old = tells_of_old(view) || feature;
    let counted: FastSet<Entity> = found
        .statements
        .iter()
        .filter(|s| matches!(s.relation(), Relation::Offset(t) if leaves_the_day(view, t)))
        // "gave them a month to decide": the giving is not counted.
        .flat_map(|s| {
            let given = matches!(s.relation(), Relation::Offset(t) if is_given(view, t));
            [Some(s.left()), Some(s.right()).filter(|_| !given)]
        })
        .flatten()
        .collect();
    let lengths = lengths(view, found);
    let lead = view.lead();
    let broken = !has_no_paragraphs(view);
    let news = news.map_or(Entity::Publication, Entity::Timex);
    let mut walk =
        Walk { view, news, old, story: Story::News, reached: None, before: None, month: false, witness: None };
    let background = background(view, found, lead);
    let low = Sieve { name: sieve.name, trust: 35, run: sieve.run };
    // The paragraph and the day at which something was told last.
    let mut told = None;
    let mut paragraph = None;
    for (s, sentence) in view.document.sentences.iter().enumerate() {
        if paragraph != Some(sentence.paragraph) || !broken {
            paragraph = Some(sentence.paragraph);
            walk.begin_paragraph(s, old && news == Entity::Publication);
            if let Some(t) = clock_of_paragraph(view, s) {
                walk.story = walk.at(t);
            }
        }
        let then = walk.reached.filter(|_| is_then(view, s));
        walk.begin_sentence(s);
        let fronted = fronted(view, found, s).or(then);
        if let Some(t) = fronted {
            walk.story = walk.at(t);
        }
        let (mut scene, mut text) = (None, None);
        for &e in view.events_in(s) {
            let Some(event) = view.events.get(e) else { continue };
            if let Some(thought) = thought(event).filter(|_| found.time_of(e).is_none()) {
                // "I told them that nobody remembers": not now.
                if thought.is_some_and(|s| found.time_of(s).is_none() && is_told_in_quotation(view, s)) {
                    continue;
                }
                let said = thought.and_then(|s| found.time_of(s)).map_or(Entity::Publication, Entity::Timex);
                found.add(sieve, Entity::Event(e), Relation::ToldAt, said, event.span());
                continue;
            }
            if there_was(view, event) && found.time_of(e).is_none() {
                if let Some(place) = walk.place(event, false, fronted) {
                    found.add(sieve, Entity::Event(e), Relation::ToldAt, place, event.span());
                }
                continue;
            }
            if event.quoted && found.time_of(e).is_none() && is_told_by_witness(view, event) {
                let more = walk.witness.is_some() && walk.witness == saying(event);
                // "Then six people tore it up," she said: goes on with the news.
                let then = || walk.story == Story::News && opens_with_then(view, event);
                let news = if let Entity::Timex(t) = walk.news { Some(t).filter(|_| then()) } else { None };
                let scene = walk.scene().filter(|_| more || goes_on_in_quotation(view, event)).or(news);
                if let Some(t) = scene.filter(|_| !counts_on(view, event.sentence())) {
                    walk.witness = saying(event);
                    found.add(sieve, Entity::Event(e), Relation::ToldAt, Entity::Timex(t), event.span());
                    found.set_time(e, t);
                }
                continue;
            }
            if event.quoted
                || event.trigger == Trigger::Noun
                || !told_by_narrator(view, event, lead == Some(sentence.paragraph))
            {
                // "said that the pump failed on 5 May. Water rose": the story goes on from what is said.
                if let Some(t) = found.time_of(e).filter(|&t| opens_a_scene(view, event, t)) {
                    walk.story = walk.at(t);
                }
                continue;
            }
            // "She had parked it there. When she came back it was gone": on the day of what the article opened with.
            if let Some(t) = background.filter(|_| walk.story == Story::News && sets_the_scene(view, found, e, event)) {
                walk.story = walk.at(t);
            }
            if had(event) && is_main(view, event) && found.time_of(e).is_none() && background.is_some() {
                if let Some(t) = walk.scene().filter(|&t| background == Some(t)) {
                    found.add(&low, Entity::Event(e), Relation::ToldAt, Entity::Timex(t), event.span());
                }
                continue;
            }
            // "Three were removed on Tuesday. One had glued his hand": beside the day of the scene, if nothing says more.
            if had(event) && is_main(view, event) && !event.takes_days() && found.time_of(e).is_none() {
                let beside = told.filter(|&t| t == (sentence.paragraph, walk.day()) && !has_time_behind(view, event));
                if let Some(place) = beside.and_then(|(_, day)| day) {
                    found.add(&low, Entity::Event(e), Relation::ToldAt, place, event.span());
                }
                continue;
            }
            // "a goal that he had set in May 1961, when ...": no time that the story goes on from.
            let behind = || event.governor().and_then(|g| view.events.get(g)).is_some_and(had);
            let over = (is_main(view, event) || view.tells_of_time(event) && !behind())
                && event.tense == Tense::Past
                && event.status == Status::Happened;
            if counted.contains(&Entity::Event(e)) && !(lead == Some(sentence.paragraph) && is_fresh(view, event)) {
                walk.story = if over { Story::At(Entity::Event(e)) } else { walk.story };
                continue;
            }
            // "now expects": what is said or thought now is of the publication.
            let now = |t: usize| {
                view.timexes.get(t).is_some_and(|t| matches!(t.expr.bare(), Expr::Reference(Reference::Present)))
            };
            if let Some(t) = found.time_of(e).filter(|&t| !(now(t) && event.tense == Tense::Present)) {
                walk.pass(e, event, t, over);
                if over {
                    told = Some((sentence.paragraph, walk.day()));
                }
                text = text.or(Some(t).filter(|&t| is_in_a_text(view, event, t)));
                scene = scene.or(Some(t).filter(|_| over && view.tells_of_time(event)));
                continue;
            }
            let length = lengths.get(e).copied().flatten();
            // "returned two weeks earlier than planned": it has a time, which nobody can tell.
            let unknown = has_unknown_time(view, event)
                || counts_days(view, event)
                || tells_of_an_event(view, event)
                || takes_so_many(view, event)
                || is_asked(view, event);
            if length.is_some_and(|unit| unit >= Unit::Day) || unknown {
                continue;
            }
            if walk.story == Story::News && subject_has_its_day(view, found, event, news) {
                continue;
            }
            let short = length.is_some();
            // What is told in the present leaves the past behind: "They bought it in 2006 and still own it".
            if is_main(view, event) && event.tense == Tense::Present && event.class != Class::Reporting {
                // "It has brought a surprise. Two birds flew ...": what is told next is some time of that past.
                let opens = event.aspect == Aspect::Perfective && paragraph != view.lead();
                walk.story = if opens { Story::Elsewhere } else { Story::News };
            }
            // "She worked two shifts before it appeared on Monday": the clause says when.
            if has_dated_before(view, found, e) {
                continue;
            }
            let when = || has_when(view, found, e);
            let lead = lead == Some(sentence.paragraph);
            let place = match told_at(view, event, sentence.heading, lead, short) {
                Told::Published => Some(Entity::Publication),
                Told::News if text.is_some() => text.map(Entity::Timex),
                Told::News if then.is_some() => walk.place(event, short, fronted),
                // "The crew were supposed to sleep first", in a history.
                Told::News if walk.old && matches!(event.class, Class::IState | Class::IAction) => {
                    let spoken = walk.story == Story::News && walk.news != Entity::Publication && speaks(event);
                    walk.place(event, short, fronted).or(Some(walk.news).filter(|_| spoken))
                }
                Told::News if feature => None,
                Told::News => Some(walk.news).filter(|_| !when()),
                Told::Story => {
                    walk.place(event, short, fronted).filter(|_| !matches!(walk.story, Story::News) || !when())
                }
                Told::Otherwise => None,
            };
            // "raised money for an expedition in 2023": not at the year that was told before.
            let behind = dated_noun_behind(view, found, event).filter(|_| place.is_some() && place != Some(walk.news));
            let Some(place) = behind.map(Entity::Timex).or(place) else { continue };
            let span = match place {
                Entity::Timex(t) => view.timexes.get(t).map_or(event.span(), |x| x.span),
                Entity::Event(_) | Entity::Publication => event.span(),
            };
            found.add(sieve, Entity::Event(e), Relation::ToldAt, place, span);
            told = Some((sentence.paragraph, Some(place)));
            if let Entity::Timex(t) = place {
                found.set_time(e, t);
            }
        }
        // "in 1961, when the drummer fell ill": what follows in the paragraph is of that time.
        walk.end_sentence(fronted.or(scene));
    }
}

/// Whether a length stands behind a verb that counts from what nobody dates: "returned two weeks earlier than planned".
fn has_unknown_time(view: &View<'_>, event: &Event) -> bool {
    let mut near = event.token() + 1..event.token() + 8;
    let length = near.find_map(|i| view.timex_at(i)).and_then(|t| Some((view.timexes.get(t)?, view.spots.get(t)?)));
    length.is_some_and(|(t, spot)| matches!(t.expr.bare(), Expr::Length(_)) && view.is(spot.end + 1, &["than"]))
}

/// "It took 30": a length without its unit.
fn takes_so_many(view: &View<'_>, event: &Event) -> bool {
    matches!(event.lemma.as_str(), "take" | "last")
        && view.ptb(event.token() + 1) == Ptb::Cd
        && view.ptb(event.token() + 2) == Ptb::Punct
}

/// Whether a time stands behind a verb in its sentence.
fn has_time_behind(view: &View<'_>, event: &Event) -> bool {
    let behind = event.token() + 1..view.sentence(event.token()).end;
    let named = |t: usize| view.timexes.get(t).is_some_and(|t| t.granule.is_some());
    behind.into_iter().filter_map(|i| view.timex_at(i)).any(named)
}

/// "He fell on the second day": a day that is counted from another one.
fn counts_days(view: &View<'_>, event: &Event) -> bool {
    let sentence = view.sentence(event.token());
    let clause = (event.token() + 1..sentence.end).take(10).take_while(|&i| view.ptb(i) != Ptb::Punct);
    clause.into_iter().any(|i| {
        view.is(i, &["first", "second", "third", "fourth", "fifth", "last", "final"])
            && view.is(i + 1, &["day", "night", "morning", "evening"])
            && view.is(i - 1, &["the"])
            && view.timex_at(i).is_none()
    })
}

/// Whether a count from an event leads away from its day: not "twenty minutes after the first shock".
fn leaves_the_day(view: &View<'_>, t: usize) -> bool {
    let by = view.timexes.get(t).and_then(|t| match t.expr.bare() {
        Expr::Shift { by, .. } | Expr::Length(by) => Some(by),
        _ => None,
    });
    by.is_none_or(|by| by.unit >= Unit::Day)
}

/// Whether a length is one that somebody has to do something.
fn is_given(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|t| t.signal.is_none() && matches!(t.expr.bare(), Expr::Length(_)))
}

/// "The move aimed to calm the markets": what an act that is named again was meant for, whenever that was.
fn tells_of_an_event(view: &View<'_>, event: &Event) -> bool {
    let noun = |n: &Event| n.trigger == Trigger::Noun && event.agent().is_some_and(|a| a.contains(n.span()));
    event.class == Class::IAction
        && event.trigger == Trigger::Verb
        && view.is(event.token() + 1, &["to"])
        && view.events_near(event.token(), 8).iter().filter_map(|&n| view.events.get(n)).any(noun)
}

/// The walk along the line of the story.
struct Walk<'a> {
    view: &'a View<'a>,
    /// The day of the news.
    news: Entity,
    /// Whether the article tells mainly of what is long past.
    old: bool,
    story: Story,
    /// The expression that the story was at last.
    reached: Option<usize>,
    /// The scene of the paragraph before, with which a quotation at the front of this one goes on.
    before: Option<usize>,
    /// Whether a month of this paragraph has held the sentence behind its own.
    month: bool,
    /// The saying of a witness who goes on with the scene.
    witness: Option<usize>,
}

/// Where the story is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Story {
    /// On the day of the news.
    News,
    /// At an expression or an event that is counted from another one.
    At(Entity),
    /// At a time that is not known.
    Elsewhere,
}

impl Walk<'_> {
    /// A paragraph is the news again, in a history that goes on the time of the one before, unless it looks back from
    /// there ("It met a goal that he had set in May").
    fn begin_paragraph(&mut self, sentence: usize, goes_on: bool) {
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
    fn begin_sentence(&mut self, sentence: usize) {
        let tokens = self.view.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
        let named = |t: usize| self.view.timexes.get(t).is_some_and(|t| t.granule.is_some());
        if self.month && tokens.filter_map(|i| self.view.timex_at(i)).any(named) {
            self.story = if matches!(self.story, Story::At(_)) { Story::Elsewhere } else { self.story };
        }
    }

    /// The story at an expression.
    fn at(&self, t: usize) -> Story {
        let Some(timex) = self.view.timexes.get(t) else { return self.story };
        match self.view.side(timex) {
            Side::Past if timex.grain.is_some_and(|g| g <= Unit::Year) => Story::At(Entity::Timex(t)),
            Side::Today if timex.grain.is_some_and(|g| g <= Unit::Day) => Story::At(Entity::Timex(t)),
            Side::Past => Story::Elsewhere,
            _ => self.story,
        }
    }

    /// Goes past an event that has a time.
    fn pass(&mut self, e: usize, event: &Event, t: usize, over: bool) {
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
    fn place(&self, event: &Event, short: bool, fronted: Option<usize>) -> Option<Entity> {
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
    fn day(&self) -> Option<Entity> {
        match self.story {
            Story::At(Entity::Timex(t)) if is_day(self.view, t) => Some(Entity::Timex(t)),
            Story::News if !self.old && self.news != Entity::Publication => Some(self.news),
            _ => None,
        }
    }

    /// The past time of the scene that the story is at, where it is not the news.
    fn scene(&self) -> Option<usize> {
        match self.story {
            Story::At(Entity::Timex(t)) if self.news != Entity::Timex(t) => Some(t),
            Story::News => self.before,
            _ => None,
        }
    }

    /// A month or a year that does not stand at the front holds no more than its sentence, the first month of a paragraph
    /// the next one, too.
    fn end_sentence(&mut self, fronted: Option<usize>) {
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

/// "In a ruling issued on Tuesday, the judge found ...": the day of the text in which the main verb says something.
fn is_in_a_text(view: &View<'_>, event: &Event, t: usize) -> bool {
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

/// "It was then that he stood up": at the time that was told last.
fn is_then(view: &View<'_>, sentence: usize) -> bool {
    let first = view.document.sentences.get(sentence).map_or(0, |s| s.tokens.start);
    let words: [&[&str]; 4] = [&["it"], &["was"], &["then"], &["that"]];
    words.iter().enumerate().all(|(i, words)| view.is(first + i, words))
}

/// The time of day that a paragraph without a day of its own names first: it is on the day of which it was told before, and
/// so is what its paragraph tells.
fn clock_of_paragraph(view: &View<'_>, first: usize) -> Option<usize> {
    let paragraph = view.paragraph(first)?;
    // A text without paragraphs is looked at piece by piece.
    let here = view.document.sentences.iter().skip(first).take(8).take_while(|s| s.paragraph == paragraph);
    let mut clock = None;
    for t in here.flat_map(|s| view.timexes_in(&s.tokens)) {
        let timex = view.timexes.get(t)?;
        match timex.expr.bare() {
            Expr::Length(_) => {}
            Expr::Bare(Cycle::Clock(..)) if timex.anchor.is_some() => clock = clock.or(Some(t)),
            _ if timex.granule.is_some() => return None,
            _ => {}
        }
    }
    clock
}

/// Whether what a narrator's saying tells has a day of its own from which the story goes on.
fn opens_a_scene(view: &View<'_>, event: &Event, t: usize) -> bool {
    let saying = event.governor().filter(|_| event.role == Role::Content && !event.quoted);
    let told = |s: &Event| s.class == Class::Reporting && s.source() == Source::Narrator && s.tense == Tense::Past;
    let day = view.timexes.get(t).is_some_and(|t| t.grain.is_some_and(|g| g <= Unit::Day));
    event.trigger == Trigger::Verb
        && event.tense == Tense::Past
        && event.aspect == Aspect::None
        && event.status == Status::Happened
        && day
        && view.relation(t, Some(event)) == Relation::During
        && saying.and_then(|s| view.events.get(s)).is_some_and(|s| told(s) && is_main(view, s))
}

/// "had left": the past perfect of what happened once.
fn had(event: &Event) -> bool {
    event.tense == Tense::Past
        && event.aspect == Aspect::Perfective
        && event.trigger == Trigger::Verb
        && event.status == Status::Happened
        && event.modality.is_none()
        && matches!(event.class, Class::Occurrence | Class::IAction)
}

/// The day of what lies behind the news, where the first paragraph names it in passing: "A car that was stolen on Friday has
/// been found".
pub(super) fn background(view: &View<'_>, found: &Found, lead: Option<u32>) -> Option<usize> {
    let past = |e: &Event| e.trigger == Trigger::Verb && matches!(e.tense, Tense::Past | Tense::PastPart);
    view.events.iter().enumerate().take_while(|(_, e)| view.paragraph(e.sentence()) <= lead).find_map(|(e, event)| {
        let t = found.time_of(e).filter(|&t| event.role == Role::Relative && past(event) && is_day(view, t))?;
        let past = view.timexes.get(t).is_some_and(|x| view.side(x) == Side::Past);
        (past && view.paragraph(event.sentence()) == lead && view.relation(t, Some(event)) == Relation::During)
            .then_some(t)
    })
}

/// Whether a paragraph opens with a past perfect that tells what somebody known did before.
fn sets_the_scene(view: &View<'_>, found: &Found, e: usize, event: &Event) -> bool {
    let who = event.agent().map_or("", |a| a.of(view.document.text));
    let known = ["he", "she", "they", "we"].iter().any(|p| p.eq_ignore_ascii_case(who));
    had(event) && known && is_main(view, event) && found.time_of(e).is_none()
}

/// The past time of a noun that stands behind a verb in its clause, with a phrase of its own.
fn dated_noun_behind(view: &View<'_>, found: &Found, event: &Event) -> Option<usize> {
    let deed = event.trigger == Trigger::Verb && event.class == Class::Occurrence && !event.quoted;
    let ahead = view.events_near(event.token(), 8).iter().filter_map(|&n| Some((n, view.events.get(n)?)));
    let (n, noun) = ahead.filter(|_| deed).find(|(_, n)| n.token() > event.token())?;
    let t = found.time_of(n).filter(|_| noun.trigger == Trigger::Noun)?;
    let spot = view.spots.get(t).filter(|s| s.start == noun.token() + 2)?;
    let parted = (event.token()..spot.start).any(|i| view.ptb(i) == Ptb::Punct);
    let timex = view.timexes.get(t).filter(|x| x.signal == Some(Signal::In) && view.side(x) == Side::Past)?;
    (!parted && timex.granule.is_some()).then_some(t)
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

/// "A fire in October destroyed the roof", "At the trial, last autumn, ...": whether the subject is something that happened
/// at a time of its own, which is then that of what it did.
fn subject_has_its_day(view: &View<'_>, found: &Found, event: &Event, news: Entity) -> bool {
    let Some(subject) = (if event.passive { event.patient() } else { event.agent() }) else { return false };
    let moment = |n: &Event| {
        n.trigger == Trigger::Noun
            && n.span().end == subject.end
            && n.status == Status::Happened
            && !n.takes_days()
            && !matches!(n.class, Class::State | Class::IState | Class::Reporting)
    };
    let mut near = view.events_near(event.token(), 24).iter();
    let noun = near.find(|&&n| view.events.get(n).is_some_and(moment));
    noun.and_then(|&n| found.time_of(n)).is_some_and(|t| {
        Entity::Timex(t) != news
            && view.timexes.get(t).is_some_and(|x| x.granule.is_some() && view.side(x) == Side::Past)
    })
}

/// "ran on to the pitch", "kept out": with a word of direction it is the matter of a moment.
fn is_one_move(view: &View<'_>, event: &Event) -> bool {
    let next = event.token() + 1;
    view.ptb(next) == Ptb::Rp || view.is(next, DIRECTIONS)
}

const DIRECTIONS: &[&str] = &["across", "away", "back", "into", "off", "on", "onto", "out", "over", "past", "through"];

fn takes_days(event: &Event) -> bool {
    event.class == Class::Occurrence && event.takes_days()
}

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

/// In which unit the length is told that an event takes or comes after: "lasted nine days", "announced it within a week",
/// "stayed outside for two hours", "led after ten minutes". The story is at one day, so that only hours have room in it.
fn lengths(view: &View<'_>, found: &Found) -> Vec<Option<Unit>> {
    let mut lengths = vec![None; view.events.len()];
    for statement in &found.statements {
        if let (Entity::Event(e), Entity::Timex(t)) = (statement.left(), statement.right())
            && let Some(Expr::Length(by)) = view.timexes.get(t).map(|t| t.expr.bare())
            && let Some(slot) = lengths.get_mut(e)
        {
            *slot = (*slot).max(Some(by.unit));
        }
    }
    lengths
}

/// At what an event without a time of its own is told.
enum Told {
    /// At the time of the story.
    Story,
    /// On the day of the news.
    News,
    /// At the publication.
    Published,
    /// Neither.
    Otherwise,
}

fn told_at(view: &View<'_>, event: &Event, heading: bool, lead: bool, short: bool) -> Told {
    // "Inside, two men were breaking up the floor."
    let scene = event.aspect == Aspect::Progressive
        && event.tense == Tense::Past
        && event.role != Role::Content
        && event.class != Class::Reporting
        && !event.takes_days();
    let simple = (event.aspect == Aspect::None || scene) && event.modality.is_none();
    let told =
        matches!(event.status, Status::Happened | Status::Denied) && simple && (short || event.class != Class::State);
    let finite = event.tense == Tense::Past
        || event.tense == Tense::PastPart
            && event.trigger == Trigger::Verb
            && (event.governor().is_none() || event.role == Role::Participle);
    let saying = matches!(event.class, Class::Reporting | Class::IState) || speaks(event);
    let current = matches!(event.status, Status::Happened | Status::Ongoing | Status::Denied);
    let aside = event.class == Class::Reporting
        && !event.passive
        && (is_main(view, event)
            || matches!(event.role, Role::Coordinate | Role::Participle | Role::When)
            || says_in_an_aside(view, event)
            || event.role == Role::Relative && event.tense == Tense::PresPart)
        && (finite || event.tense == Tense::PresPart);
    let present = event.tense == Tense::Present && simple;
    match event.class {
        // "a report citing officials"
        _ if simple && current && aside && event.tense == Tense::PresPart => Told::News,
        _ if told && (aside || saying && finite && is_main(view, event)) => Told::News,
        _ if is_refusal(event) && is_main(view, event) => Told::News,
        _ if told && heading && present && is_main(view, event) => Told::News,
        _ if lead && is_news_beside_the_present(view, event) => Told::News,
        _ if lead && told && is_after_undated(view, event) => Told::News,
        _ if told && finite => Told::Story,
        // "The party has expelled its leader": what an article opens with has just happened.
        _ if lead && is_fresh(view, event) => Told::News,
        // "The storm continues": now.
        Class::Aspectual if present && current => Told::Published,
        _ if present && goes_on_in_mind(event) => Told::Otherwise,
        // What is said in the present is said for the day of publication.
        // Not so what is planned: "is expected in June".
        Class::Reporting | Class::IState if present && current => Told::Published,
        _ => Told::Otherwise,
    }
}

/// Whether the present perfect of a main clause tells news: it names no stretch of time, nor something that comes about
/// bit by bit.
fn is_fresh(view: &View<'_>, event: &Event) -> bool {
    let perfect = event.tense == Tense::Present && event.aspect == Aspect::Perfective && event.modality.is_none();
    let happened = event.status == Status::Happened && !matches!(event.class, Class::State | Class::IState);
    // "has turned down the offer" is no turning.
    let turned = view.ptb(event.token() + 1) == Ptb::Rp;
    perfect && happened && is_main(view, event) && !takes_days(event) && (!event.is_drift() || turned)
}

/// The saying of what is thought in the present: it is thought when it is said, else on the day of publication.
fn thought(event: &Event) -> Option<Option<usize>> {
    if goes_on_in_mind(event) {
        return None;
    }
    // “We continue to pray,” he said: as with what is thought.
    let mind =
        matches!(event.class, Class::IState | Class::Perception) || event.class == Class::Aspectual && event.quoted;
    // "is considering a ban"
    let simple = event.aspect == Aspect::None || event.aspect == Aspect::Progressive && event.class == Class::IState;
    let present = event.tense == Tense::Present && simple && event.modality.is_none();
    // "is expected in June": a plan.
    let mind = mind && !(event.passive && event.status == Status::Planned);
    (mind && present).then_some(match event.source() {
        Source::Speaker { saying, .. } => saying,
        Source::Narrator => None,
    })
}

/// Whether somebody who is quoted tells of a saying in the past.
fn is_told_in_quotation(view: &View<'_>, saying: usize) -> bool {
    view.events.get(saying).is_some_and(|s| s.quoted && s.tense == Tense::Past)
}

/// Whether an expression names a month or more.
fn is_period(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|x| x.grain.is_some_and(|g| g >= Unit::Month))
}

/// What a time at the front of the sentence holds beside the main line: "In 1992 the storm, which followed the coast, ...".
fn is_aside(view: &View<'_>, event: &Event) -> bool {
    let root = root(view, event);
    matches!(root.role, Role::Relative | Role::When) || root.role == Role::Participle && event.tense != Tense::PresPart
}

/// Whether it is told in the line of the story: no subordinate clause, or content whose saying comes behind ("The car
/// left the road, the police said").
pub(super) fn is_main(view: &View<'_>, event: &Event) -> bool {
    is_cleft(view, event)
        || matches!(root(view, event).role, Role::Main | Role::Coordinate | Role::Cause | Role::Other | Role::Content)
}

/// "It was a trainee who saw it": the clause behind "who" is the one that tells something.
fn is_cleft(view: &View<'_>, event: &Event) -> bool {
    let first = view.sentence(event.token()).start;
    let who = |i: usize| matches!(view.ptb(i), Ptb::Wp | Ptb::Wdt);
    event.role == Role::Relative
        && view.is(first, &["it"])
        && view.is(first + 1, &["was"])
        && (first + 2..event.token()).take(8).find(|&i| who(i)).is_some_and(|w| {
            event.token() - w <= 3 && !(first + 2..w).any(|i| view.ptb(i) == Ptb::Punct || view.is(i, &["that"]))
        })
}

/// What an event is joined to by "and", from one to the next: it stands where the first of them stands.
pub(super) fn root<'v>(view: &'v View<'_>, event: &'v Event) -> &'v Event {
    let mut root = event;
    for _ in 0..8 {
        let joined = root.governor().filter(|_| root.role == Role::Coordinate).and_then(|g| view.events.get(g));
        let Some(first) = joined.filter(|first| first.token() < root.token()) else { break };
        root = first;
    }
    root
}

/// Whether the article tells it, or somebody to whom it is only ascribed behind ("..., the police said"), or who brings the
/// news with which the article opens ("The police said on Friday that two boys drowned").
fn told_by_narrator(view: &View<'_>, event: &Event, lead: bool) -> bool {
    if lead && is_after_undated(view, event) {
        return true;
    }
    match event.source() {
        // "It has cancelled the flight, it announced": the article's own words.
        Source::Narrator => {
            let behind = |g: &Event| {
                lead && is_fresh(view, event) && g.token() > event.token() && g.sentence() == event.sentence()
            };
            event.role != Role::Content || event.governor().and_then(|g| view.events.get(g)).is_none_or(behind)
        }
        Source::Speaker { saying: Some(s), .. } => {
            let behind = |s: &Event| s.token() > event.token() && s.sentence() == event.sentence();
            let reports = |s: &Event| {
                lead && event.role == Role::Content && s.class == Class::Reporting && is_main(view, s) && !looks_back(s)
            };
            (matches!(event.role, Role::Content | Role::Main) || is_cleft(view, event))
                && view.events.get(s).is_some_and(|s| behind(s) || reports(s))
        }
        Source::Speaker { .. } => false,
    }
}

/// "has vowed to fight on after councillors rejected its plans": what the news comes after, where no day parts the two.
fn is_after_undated(view: &View<'_>, event: &Event) -> bool {
    let sentence = view.sentence(event.token());
    let day =
        |t: usize| view.timexes.get(t).is_some_and(|t| t.granule.is_some() && t.grain.is_some_and(|g| g <= Unit::Day));
    event.role == Role::After
        && event.tense == Tense::Past
        && event.aspect == Aspect::None
        && event.trigger == Trigger::Verb
        && event.class != Class::State
        && !event.quoted
        && !(sentence.start..event.token()).filter_map(|i| view.timex_at(i)).any(day)
}

/// "Orders climbed 18 percent": a figure is of the time that it is reported for, unless it is one of a market, which has a
/// new one every day.
pub(super) fn is_figure(view: &View<'_>, event: &Event) -> bool {
    if event.class != Class::Occurrence || !event.is_move() {
        return false;
    }
    let subject = event.agent().or(event.patient()).map_or("", |a| a.of(view.document.text));
    let market =
        subject.split(|c: char| !c.is_alphanumeric()).any(|w| MARKET.iter().any(|m| m.eq_ignore_ascii_case(w)));
    !market && !is_somebody(view, event)
}

/// Whether a verb's subject is a person with two names or an age, or "he", "she": "Anna Berg climbed down".
fn is_somebody(view: &View<'_>, event: &Event) -> bool {
    let Some(agent) = event.agent() else { return false };
    let before = (event.token().saturating_sub(4)..event.token()).rev();
    let last = before.into_iter().find(|&i| view.document.tokens.get(i).is_some_and(|t| t.end as usize <= agent.end));
    let name = |i: usize| view.ptb(i) == Ptb::Nnp;
    let aged = |i: usize| view.is(i + 1, &[","]) && view.ptb(i + 2) == Ptb::Cd && view.is(i + 3, &[","]);
    last.is_some_and(|i| view.is(i, &["he", "she"]) || name(i) && (i > 0 && name(i - 1) || aged(i)))
}

const MARKET: &[&str] = &[
    "share",
    "shares",
    "stock",
    "stocks",
    "index",
    "indexes",
    "indices",
    "average",
    "bond",
    "bonds",
    "future",
    "futures",
    "price",
    "prices",
    "yield",
    "yields",
    "dollar",
    "euro",
    "yen",
    "pound",
    "franc",
    "peso",
    "currency",
    "currencies",
    "market",
    "markets",
    "oil",
    "gold",
    "crude",
    "dow",
    "nasdaq",
    "ftse",
];

/// The time that stands at the front of a sentence and holds what it tells: some event was given it, or it is marked
/// off from the rest ("In 1992, a storm ...").
fn fronted(view: &View<'_>, found: &Found, sentence: usize) -> Option<usize> {
    let first = view.document.sentences.get(sentence)?.tokens.start;
    let t = (first..first + 4).find_map(|i| view.timex_at(i))?;
    let (timex, spot) = (view.timexes.get(t)?, view.spots.get(t)?);
    if spot.start > first + 2 && !is_behind_clock(view, first, spot.start) {
        return None;
    }
    let within = |&e: &usize| found.time_of(e) == Some(t) && view.relation(t, view.events.get(e)) == Relation::During;
    let given = view.events_in(sentence).iter().any(within);
    let parted = view.is(spot.end, &[","]) || is_day(view, t) && opens_subject(view, spot);
    let marked = matches!(timex.signal, None | Some(Signal::In)) && parted && !timex.expr.needs_event();
    (given || marked && !found.used.get(t).copied().unwrap_or(true)).then_some(t)
}

/// "When the phone was first shown, he praised it": the clause with "when" says when, if only a reader knew.
fn has_when(view: &View<'_>, found: &Found, main: usize) -> bool {
    let at = view.events.get(main).map_or(0, |e| e.token());
    view.events_near(at, 40).iter().any(|&w| {
        view.events.get(w).is_some_and(|when| {
            let from = view.sentence(when.token()).start.max(when.token().saturating_sub(10));
            when.role == Role::When
                && when.governor() == Some(main)
                && when.tense == Tense::Past
                && found.time_of(w).is_none()
                && (from..when.token()).any(|i| view.is(i, &["when", "once"]))
        })
    })
}

/// "worked two shifts before a rash appeared on Monday": a clause with "before" and a time of its own behind a verb.
fn has_dated_before(view: &View<'_>, found: &Found, main: usize) -> bool {
    let at = view.events.get(main).map_or(0, |e| e.token());
    let near = view.events_near(at, 24).iter().filter_map(|&b| Some((b, view.events.get(b)?)));
    near.into_iter().any(|(b, before)| {
        before.role == Role::Before
            && before.governor() == Some(main)
            && before.trigger == Trigger::Verb
            && before.tense == Tense::Past
            && before.token() > at
            && found.time_of(b).is_some()
    })
}

/// Whether a text tells how things are and not what happened: its first paragraph and most of its sentences are in the
/// simple present ("She mends things").
fn tells_of_now(view: &View<'_>) -> bool {
    // A title is in the present whatever it tells.
    let heading = |e: &Event| view.document.sentences.get(e.sentence()).is_some_and(|s| s.heading);
    let first = view.lead();
    let (mut present, mut past) = (0, 0);
    for event in view.events.iter().filter(|e| is_finite(e) && !heading(e) && is_main(view, e)) {
        if event.tense == Tense::Present && event.aspect == Aspect::None {
            present += 1;
        } else if view.paragraph(event.sentence()) == first {
            return false;
        } else {
            past += 1;
        }
    }
    present > past
}

/// Whether a text tells mainly of what is long past: an obituary, an anniversary, a history. Most of its dates then lie
/// more than two months back.
fn tells_of_old(view: &View<'_>) -> bool {
    let Some(today) = view.today.begin else { return false };
    let (mut old, mut new) = (0, 0);
    for timex in view.timexes {
        let Some(end) = timex.interval.filter(|_| timex.granule.is_some()).and_then(|i| i.end) else { continue };
        if (today - end).num_days() > 60 {
            old += 1;
        } else {
            new += 1;
        }
    }
    old >= 5 && old > 2 * new
}
