//! The day of the report and the time that its story has reached.

mod kind;
mod told;
mod unknown;
mod walk;

use super::news::{is_behind_clock, is_day, news_day, opens_subject};
use super::telling::{has_no_paragraphs, is_asked, speaks, there_was};
use super::view::{Side, View};
use super::witness::{counts_on, goes_on_in_quotation, is_told_by_witness, opens_with_then, saying};
use super::{Entity, Found, Relation, Sieve};
use crate::calendar::{Cycle, Unit};
use crate::event::{Aspect, Class, Event, Role, Source, Status, Tense, Trigger};
use crate::expr::{Expr, Reference};
use crate::hash::FastSet;
use crate::text::Ptb;
use crate::timex::Signal;
use kind::{tells_of_now, tells_of_old};
use told::{Told, is_fresh, thought, told_at, told_by_narrator};
use unknown::{counts_days, has_unknown_time, is_given, leaves_the_day, lengths, takes_so_many, tells_of_an_event};
use walk::{Story, Walk, is_in_a_text};

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
    let mut walk = Walk::new(view, news, old);
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
            let shares = |o: usize| found.time_of(o).is_some_and(|t| found.time_of(e) == Some(t));
            let behind = || view.events_in(s).iter().any(|&o| shares(o) && view.events.get(o).is_some_and(had));
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

/// Whether a time stands behind a verb in its sentence.
fn has_time_behind(view: &View<'_>, event: &Event) -> bool {
    let behind = event.token() + 1..view.sentence(event.token()).end;
    let named = |t: usize| view.timexes.get(t).is_some_and(|t| t.granule.is_some());
    behind.into_iter().filter_map(|i| view.timex_at(i)).any(named)
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

fn takes_days(event: &Event) -> bool {
    event.class == Class::Occurrence && event.takes_days()
}

/// Whether somebody who is quoted tells of a saying in the past.
fn is_told_in_quotation(view: &View<'_>, saying: usize) -> bool {
    view.events.get(saying).is_some_and(|s| s.quoted && s.tense == Tense::Past)
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
