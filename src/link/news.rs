//! The day of the news: the one on which what an article reports happened.

use super::Found;
use super::report::is_main;
use super::time::OWNING;
use super::view::{Side, View};
use crate::calendar::Unit;
use crate::event::{Aspect, Event, Role, Tense};
use crate::text::Ptb;
use crate::timex::Signal;
use std::ops::Range;

/// Up to this paragraph an article names the day of its news.
const LEAD: u32 = 4;

/// The expression that names the day on which the news of an article happened: that of a main clause of its first
/// paragraphs, but of no past perfect ("had led until Friday"), or one that owns a noun there ("Sunday's final stage").
pub(super) fn news_day(view: &View<'_>, found: &Found) -> Option<usize> {
    let early = |sentence: usize| view.paragraph(sentence).is_some_and(|p| p <= LEAD);
    let perfect =
        |e: &Event| e.tense == Tense::Past && matches!(e.aspect, Aspect::Perfective | Aspect::PerfectiveProgressive);
    let carries = |event: &Event| {
        let reduced = event.role == Role::Relative && event.tense == Tense::PastPart;
        (is_main(view, event) || event.role == Role::Participle || reduced)
            && event.tense != Tense::Future
            && !perfect(event)
    };
    let mut named: Vec<(usize, usize)> = view
        .events
        .iter()
        .enumerate()
        .take_while(|(_, event)| early(event.sentence()))
        .filter_map(|(e, event)| Some((event.token(), found.time_of(e).filter(|_| carries(event))?)))
        .collect();
    let alone = view.spots.iter().enumerate().take_while(|(_, spot)| early(view.sentence_of(spot.start)));
    let alone = alone.filter(|&(t, _)| found.used.get(t) == Some(&false));
    named.extend(alone.filter(|&(t, _)| stands_alone(view, t)).map(|(t, spot)| (spot.start, t)));
    named.sort_unstable();
    for (_, t) in named {
        let Some(timex) = view.timexes.get(t).filter(|x| x.grain.is_some_and(|g| g <= Unit::Day)) else { continue };
        let begin = timex.interval.and_then(|i| i.begin).zip(view.today.begin).map(|(b, p)| (p - b).num_days());
        match view.side(timex) {
            Side::Past | Side::Today if begin.is_some_and(|days| days <= 3) => return Some(t),
            // "overnight": the news is of the day of publication.
            Side::Unknown if begin.is_some_and(|days| (0..=1).contains(&days)) => return None,
            _ => {}
        }
    }
    None
}

/// Whether a day that no event was given is that of its sentence all the same: it owns a noun of its main clause, "with two
/// miles left of Sunday's stage", or it stands at the front, "At 7.15 on Thursday a boy ...".
fn stands_alone(view: &View<'_>, t: usize) -> bool {
    let (Some(timex), Some(spot)) = (view.timexes.get(t), view.spots.get(t)) else { return false };
    let sentence = view.sentence(spot.start);
    if !is_day(view, t) || !matches!(timex.signal, None | Some(Signal::In | Signal::Of)) {
        return false;
    }
    let ahead = (spot.start.saturating_sub(2)..spot.start).any(|i| view.is(i, &["ahead"]));
    let clause = |i: usize| matches!(view.ptb(i), Ptb::Wdt | Ptb::Wp | Ptb::Wrb) || view.is(i, SUBORDINATE);
    let owner = view.is(spot.end, OWNING) && !ahead && !(sentence.start..spot.start).rev().take(24).any(clause);
    let front = is_behind_clock(view, sentence.start, spot.start) || spot.start <= sentence.start + 1;
    owner || front && opens_subject(view, spot)
}

/// Whether the subject of the clause begins right behind an expression: "On Friday *a* boy".
pub(super) fn opens_subject(view: &View<'_>, spot: &Range<usize>) -> bool {
    matches!(view.ptb(spot.end), Ptb::Dt | Ptb::Prp) && spot.end < view.sentence(spot.start).end
}

/// Words that open a clause beside the main one or a phrase of what came before or after it.
const SUBORDINATE: &[&str] = &["that", "after", "before", "since", "until", "because", "while", "if", "as"];

/// Whether nothing but a clock time stands between the begin of a sentence and an expression: "At 7.15 on Thursday".
pub(super) fn is_behind_clock(view: &View<'_>, first: usize, start: usize) -> bool {
    start == first + 3 && view.is(first, &["at"]) && view.ptb(first + 1) == Ptb::Cd && view.ptb(first + 2) == Ptb::In
}

/// Whether an expression names a day or a part of one.
pub(super) fn is_day(view: &View<'_>, t: usize) -> bool {
    view.timexes.get(t).is_some_and(|x| x.granule.is_some() && x.grain.is_some_and(|g| g <= Unit::Day))
}
