//! What kind of text it is: news, a history, or one that tells how things are.

use super::is_main;
use crate::event::{Aspect, Event, Tense};
use crate::link::view::{View, is_finite};

/// Whether a text tells how things are and not what happened: its first paragraph and most of its sentences are in the
/// simple present ("She mends things").
pub(super) fn tells_of_now(view: &View<'_>) -> bool {
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
pub(super) fn tells_of_old(view: &View<'_>) -> bool {
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
