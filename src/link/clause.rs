//! Sieves over the grammar: subordinate clauses, what is said, planned, tried, repeated.

use super::tense::{seems, stays_so};
use super::view::{View, is_finite, is_future, is_past};
use super::{Entity, Found, Relation, Sieve};
use crate::event::{Aspect, Class, Event, Polarity, Role, Source, Status, Tense, Trigger};
use crate::hash::FastSet;
use crate::text::Ptb;

/// A mention that repeats an earlier one is the same event. TimeBank: 224 found; 43 of 45 related pairs overlap.
pub(super) fn repeated(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        if let Some(first) = event.repeats().filter(|&r| r != e && r < view.events.len()) {
            found.add(sieve, Entity::Event(e), Relation::Same, Entity::Event(first), event.span());
        }
    }
}

/// "after", "before", "when", "since" and "until" with a clause or an event noun. TimeBank: 199 found; 44 of 47 ordered pairs
/// lie as said; "when" and "as" are taken as overlapping, where half of the pairs are annotated as one behind the other.
pub(super) fn subordinate(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    // An offset says the same with a length.
    let told: FastSet<(Entity, Entity)> = found
        .statements
        .iter()
        .filter(|s| matches!(s.relation(), Relation::Offset(_)))
        .map(|s| (s.left(), s.right()))
        .collect();
    let from_a_day: FastSet<Entity> =
        told.iter().filter(|t| matches!(t.0, Entity::Timex(_))).map(|&(_, base)| base).collect();
    for (e, event, governor) in governed(view) {
        let Some(main) = view.events.get(governor) else { continue };
        // "the price on 19 August, the day before it rose": the clause hangs on the day.
        if view.tells_of_time(event) || from_a_day.contains(&Entity::Event(e)) {
            continue;
        }
        let relation = match event.role {
            Role::After => Relation::Before,
            Role::Before => Relation::After,
            // "the busiest day since the war": what is compared over that time.
            Role::Since if event.trigger == Trigger::Noun && view.is_compared(event.token()) => continue,
            // "has been closed since the roof fell": from then on.
            Role::Since if goes_on_from(event, main) => {
                let span = view.words(event.span(), main.span());
                found.add(sieve, Entity::Event(governor), Relation::BegunBy, Entity::Event(e), span);
                continue;
            }
            Role::Since => Relation::Before,
            // "did not leave until the rain stopped": it left then.
            Role::Until if main.polarity == Polarity::Neg => Relation::Before,
            Role::Until => Relation::After,
            // "cracked during a test"
            Role::When if view.before_phrase(event.token()).is_some_and(|i| view.is(i, &["during"])) => {
                Relation::Includes
            }
            Role::When if is_past(event) == is_past(main) => Relation::Overlaps,
            _ => continue,
        };
        if !told.contains(&(Entity::Event(governor), Entity::Event(e))) {
            found.add(
                sieve,
                Entity::Event(e),
                relation,
                Entity::Event(governor),
                view.words(event.span(), main.span()),
            );
        }
    }
}

/// Whether what has gone on since an event of a moment began with it.
fn goes_on_from(event: &Event, main: &Event) -> bool {
    let perfect = matches!(main.aspect, Aspect::Perfective | Aspect::PerfectiveProgressive);
    let lasts = matches!(main.status, Status::Ongoing | Status::Habitual) || main.class == Class::State;
    event.trigger == Trigger::Verb && is_past(event) && !event.takes_days() && perfect && lasts
}

/// Every event that has a governor, with both.
pub(super) fn governed<'v>(view: &'v View<'_>) -> impl Iterator<Item = (usize, &'v Event, usize)> {
    view.events
        .iter()
        .enumerate()
        .filter_map(|(e, event)| event.governor().filter(|&g| g != e && g < view.events.len()).map(|g| (e, event, g)))
}

/// What is said lies before the saying when it is told in the past, behind it when it is told as to come, around it when
/// it is told in the present. TimeBank: 710 found; 30 of 31 ordered pairs lie as said.
pub(super) fn said(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event) in view.events.iter().enumerate() {
        let saying = match (event.role, event.governor(), event.source()) {
            (Role::Content, Some(g), _) => g,
            (Role::Main | Role::Coordinate, _, Source::Speaker { saying: Some(s), .. }) => s,
            _ => continue,
        };
        let Some(said) = view.events.get(saying).filter(|s| saying != e && s.tense != Tense::PresPart) else {
            continue;
        };
        if !matches!(said.class, Class::Reporting | Class::Perception | Class::IAction | Class::IState) {
            continue;
        }
        if event.trigger == Trigger::Noun || !is_finite(event) {
            continue;
        }
        let state = matches!(event.class, Class::State | Class::IState);
        let over = match event.tense {
            Tense::Present => event.aspect == Aspect::Perfective,
            Tense::Past => {
                let simple = event.aspect == Aspect::None && !state && said.class != Class::Perception;
                event.aspect == Aspect::Perfective || simple
            }
            _ => false,
        };
        let condition = event.status == Status::Conditional && event.tense == Tense::Present;
        let relation = if is_future(event) || condition && !state {
            Relation::After
        } else if event.modality.is_some() {
            continue;
        } else if over {
            Relation::Before
        } else if event.tense == Tense::Present || event.aspect == Aspect::Progressive {
            Relation::Includes
        } else {
            continue;
        };
        found.add(sieve, Entity::Event(e), relation, Entity::Event(saying), view.words(event.span(), said.span()));
    }
}

/// Plans and attempts come before what they aim at; a purpose comes behind; what is begun or ended shares its time.
///
/// TimeBank: 1,003 found; 23 of 24 ordered pairs lie as said, 18 pairs said to be ordered are annotated as overlapping.
pub(super) fn complement(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    for (e, event, governor) in governed(view) {
        let Some(main) = view.events.get(governor) else { continue };
        let infinitive = event.tense == Tense::Infinitive;
        let relation = match event.role {
            // "intends to keep it closed until May": it is closed.
            Role::Complement if stays_so(view, event) => continue,
            Role::Complement if seems(view, event) => Relation::Includes,
            Role::Complement if main.class == Class::Aspectual => Relation::Overlaps,
            // "managed to leave", "helped stop": done when it was managed.
            // "sentenced for inflating the bills" is not.
            Role::Complement
                if event.status == Status::Happened
                    && main.class == Class::IAction
                    && is_past(main)
                    && event.tense != Tense::PresPart =>
            {
                Relation::During
            }
            // "confirmed sending", "denied taking": what is spoken of came first.
            Role::Complement
                if event.tense == Tense::PresPart && main.class == Class::Reporting && event.quoted == main.quoted =>
            {
                Relation::Before
            }
            // "accused of taking it", "punished for leaving"
            Role::Complement if event.tense == Tense::PresPart && is_held_against(view, event, &main.lemma) => {
                Relation::Before
            }
            // "is considering closing the yard"
            Role::Complement
                if event.tense == Tense::PresPart
                    && matches!(main.lemma.as_str(), "consider" | "contemplate" | "propose" | "suggest") =>
            {
                Relation::After
            }
            // ", saying that ...": said in doing so.
            // "won it, according to the council": said at another time.
            Role::Participle
                if event.tense == Tense::PresPart
                    && event.class == Class::Reporting
                    && !view.is(event.token(), &["according"]) =>
            {
                Relation::During
            }
            // "made an announcement", "held talks": one event.
            Role::Object if is_light(&main.lemma) => Relation::Same,
            // "appears to be making headway": as long as it appears.
            Role::Complement if infinitive && event.aspect == Aspect::Progressive => Relation::Includes,
            Role::Complement if infinitive && matches!(main.class, Class::IAction | Class::IState) => Relation::After,
            Role::Complement if infinitive && (is_future(event) || event.status == Status::Cancelled) => {
                Relation::After
            }
            Role::Purpose if infinitive => Relation::After,
            _ => continue,
        };
        if event.status == Status::Happened && relation == Relation::After {
            continue;
        }
        found.add(sieve, Entity::Event(e), relation, Entity::Event(governor), view.words(event.span(), main.span()));
    }
}

/// Whether a participle behind "of", "for" or "with" tells what somebody is blamed, punished or thanked for.
pub(super) fn is_held_against(view: &View<'_>, event: &Event, governor: &str) -> bool {
    let adverb = event.token() > 1 && view.ptb(event.token() - 1) == Ptb::Rb;
    let preposition = event.token().checked_sub(1 + usize::from(adverb));
    preposition.is_some_and(|p| view.is(p, &["of", "for", "with"])) && JUDGING.contains(&governor)
}

/// Verbs and nouns of blaming, punishing and rewarding.
const JUDGING: &[&str] = &[
    "accusation",
    "accuse",
    "acquit",
    "apologize",
    "apologise",
    "apology",
    "arrest",
    "award",
    "blame",
    "charge",
    "clear",
    "commend",
    "condemn",
    "convict",
    "conviction",
    "credit",
    "criticise",
    "criticism",
    "criticize",
    "detain",
    "discipline",
    "fault",
    "fine",
    "fire",
    "forgive",
    "honor",
    "honour",
    "indict",
    "jail",
    "penalty",
    "pardon",
    "praise",
    "prosecute",
    "punish",
    "punishment",
    "rebuke",
    "remember",
    "reprimand",
    "reward",
    "scold",
    "sentence",
    "suspect",
    "thank",
    "try",
];

/// A verb that says no more than that its object takes place.
pub(super) fn is_light(lemma: &str) -> bool {
    matches!(lemma, "make" | "take" | "hold" | "give" | "have" | "stage" | "conduct" | "carry" | "deliver" | "pay")
}

/// The main verb, told in the past, that follows an event in its sentence.
fn own_main(view: &View<'_>, event: &Event) -> Option<usize> {
    view.events_in(event.sentence()).iter().copied().find(|&m| {
        view.events.get(m).is_some_and(|m| {
            m.token() > event.token()
                && m.role == Role::Main
                && m.trigger == Trigger::Verb
                && m.tense == Tense::Past
                && m.aspect == Aspect::None
                && !m.quoted
        })
    })
}

/// "had left" lies before the past that the story has reached: the last simple past of the same sentence or the one
/// before. TimeBank: 20 found; 2 of 2 related pairs lie as said.
pub(super) fn past_perfect(view: &View<'_>, found: &mut Found, sieve: &Sieve) {
    let mut reference: Option<usize> = None;
    for (e, event) in view.events.iter().enumerate() {
        if event.trigger != Trigger::Verb || event.quoted {
            continue;
        }
        match (event.tense, event.aspect) {
            (Tense::Past, Aspect::Perfective | Aspect::PerfectiveProgressive) => {
                // "Officers who had searched for him concluded ...": before the verb of its own sentence.
                let own = Some(event).filter(|e| e.role == Role::Relative).and_then(|e| own_main(view, e));
                let before = own.or(reference);
                let Some((r, main)) = before.and_then(|r| Some((r, view.events.get(r)?))) else { continue };
                let near = event.sentence() - main.sentence().min(event.sentence()) <= 1
                    && view.paragraph(event.sentence()) == view.paragraph(main.sentence());
                let said = event.governor() == Some(r) && event.role == Role::Content;
                // "Just before Christmas he had left": it has a time of its own.
                if near && !said && found.time_of(e).is_none() {
                    let span = view.words(event.span(), main.span());
                    found.add(sieve, Entity::Event(e), Relation::Before, Entity::Event(r), span);
                }
            }
            (Tense::Past, Aspect::None) if event.status == Status::Happened => reference = Some(e),
            _ => {}
        }
    }
}
