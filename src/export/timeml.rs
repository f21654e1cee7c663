//! TimeML (version 1.2.1, ISO 24617-1): its names, its temporal links, and a whole article as a document.

use crate::Article;
use crate::event::{Aspect, Class, Polarity, Tense, Trigger};
use crate::expr::{Expr, Way};
use crate::hash::FastMap;
use crate::link::{Entity, Relation};
use crate::order;
use crate::timeline::{Timeline, When};
use crate::timex::{Endpoint, Timex};
use chrono::NaiveDateTime;
use std::collections::HashSet;
use std::fmt::{self, Write as _};

/// A temporal link (TLINK).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// What is placed: an event, sometimes a time expression.
    pub from: Entity,
    /// In relation to what.
    pub to: Entity,
    /// How it lies.
    pub rel_type: RelType,
}

/// How the first of two things lies to the second (TimeML's `relType`; those that this crate writes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "SCREAMING_SNAKE_CASE"))]
#[non_exhaustive]
pub enum RelType {
    /// It ends before the other begins.
    Before,
    /// It begins after the other ends.
    After,
    /// It lies within the other.
    IsIncluded,
    /// It holds the other.
    Includes,
    /// Both take up the same time.
    Simultaneous,
    /// It begins with the other.
    BegunBy,
    /// It ends with the other.
    EndedBy,
    /// It lasts as long as the other, a duration, says.
    During,
    /// They share some time or are told together; more is not said (TempEval's, not TimeML's).
    Overlap,
}

impl RelType {
    /// As TimeML writes it.
    pub fn name(self) -> &'static str {
        match self {
            RelType::Before => "BEFORE",
            RelType::After => "AFTER",
            RelType::IsIncluded => "IS_INCLUDED",
            RelType::Includes => "INCLUDES",
            RelType::Simultaneous => "SIMULTANEOUS",
            RelType::BegunBy => "BEGUN_BY",
            RelType::EndedBy => "ENDED_BY",
            RelType::During => "DURING",
            RelType::Overlap => "OVERLAP",
        }
    }

    /// The relation of a statement; none when it has none in TimeML. The expressions tell which way an offset goes.
    pub fn of(relation: Relation, expressions: &[Timex]) -> Option<RelType> {
        Some(match relation {
            // TimeML has no relation for what only shares some time; TempEval's name is written.
            Relation::ToldAt | Relation::Near => RelType::Overlap,
            Relation::Before => RelType::Before,
            Relation::After | Relation::Aged(_) => RelType::After,
            // The two ends of "between May and August", which TimeML relates to the event as a whole.
            Relation::During | Relation::Again | Relation::NotBefore | Relation::NotAfter => RelType::IsIncluded,
            Relation::Includes | Relation::Overlaps => RelType::Includes,
            Relation::Same => RelType::Simultaneous,
            Relation::BegunBy => RelType::BegunBy,
            Relation::EndedBy => RelType::EndedBy,
            Relation::Lasts => RelType::During,
            Relation::Offset(timex) => match expressions.get(timex)?.expr.bare() {
                Expr::Shift { way: Way::Before, .. } | Expr::Stretch(_, Way::Before, _) => RelType::Before,
                _ => RelType::After,
            },
        })
    }
}

impl fmt::Display for RelType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The links of a timeline: what its statements say; of events that stand near each other what all statements together
/// entail; then, for each event that none of them relates to the publication, what its bounds say about that.
pub fn links(timeline: &Timeline) -> Vec<Link> {
    let mut seen = HashSet::new();
    let mut links = Vec::new();
    let mut to_publication = vec![false; timeline.events.len()];
    for statement in &timeline.relations {
        let (left, relation, right) = (statement.left(), statement.relation(), statement.right());
        let rel_type = match (left, relation, right) {
            // What begins no earlier is told as the later of the two; TimeML comes no nearer to that.
            (Entity::Event(_), Relation::NotBefore, Entity::Event(_)) => RelType::After,
            _ => match RelType::of(relation, &timeline.expressions) {
                Some(rel_type) => rel_type,
                None => continue,
            },
        };
        let link = Link { from: left, to: right, rel_type };
        if seen.insert(link) {
            links.push(link);
        }
        match (left, right) {
            (Entity::Event(e), Entity::Publication) | (Entity::Publication, Entity::Event(e)) => {
                to_publication.get_mut(e).into_iter().for_each(|known| *known = true);
            }
            _ => {}
        }
    }
    entailed(timeline, &mut links, &mut seen);
    for (event, (when, known)) in timeline.when.iter().zip(to_publication).enumerate() {
        if !known && let Some(rel_type) = to_moment(*when, timeline.published) {
            links.push(Link { from: Entity::Event(event), to: Entity::Publication, rel_type });
        }
    }
    links
}

/// What no statement says but all of them together entail: of two events of one sentence or of neighbouring ones, which is
/// over when the other begins.
fn entailed(timeline: &Timeline, links: &mut Vec<Link>, seen: &mut HashSet<Link>) {
    let related: HashSet<(Entity, Entity)> = links.iter().flat_map(|l| [(l.from, l.to), (l.to, l.from)]).collect();
    let solution = timeline.solution();
    for (a, event) in timeline.events.iter().enumerate() {
        for other in order::later(&solution, a, REACH) {
            let near = timeline.events.get(other).is_some_and(|o| o.sentence().abs_diff(event.sentence()) <= NEAR);
            let link = Link { from: Entity::Event(a), to: Entity::Event(other), rel_type: RelType::Before };
            if near && !related.contains(&(link.from, link.to)) && seen.insert(link) {
                links.push(link);
            }
        }
    }
}

/// How many points the chains of one event are followed over.
const REACH: usize = 64;

/// How many sentences apart two events may be whose order is worth a link.
const NEAR: usize = 1;

/// How an event with such bounds lies to the day of a moment, where they settle it.
fn to_moment(when: When, moment: NaiveDateTime) -> Option<RelType> {
    let day = moment.date();
    let date = |at: Option<NaiveDateTime>| at.map(|at| at.date());
    if date(when.end.latest).is_some_and(|last| last < day) {
        Some(RelType::Before)
    } else if date(when.begin.earliest).is_some_and(|first| first > day) {
        Some(RelType::After)
    } else if when.day() == Some(day) {
        Some(RelType::IsIncluded)
    } else {
        let holds =
            date(when.begin.latest).is_some_and(|b| b <= day) && date(when.end.earliest).is_some_and(|e| e >= day);
        holds.then_some(RelType::Includes)
    }
}

/// TimeML's name of an event class.
pub fn class(class: Class) -> &'static str {
    match class {
        Class::Occurrence => "OCCURRENCE",
        Class::State => "STATE",
        Class::Reporting => "REPORTING",
        Class::Perception => "PERCEPTION",
        Class::Aspectual => "ASPECTUAL",
        Class::IAction => "I_ACTION",
        Class::IState => "I_STATE",
    }
}

/// TimeML's name of a tense.
pub fn tense(tense: Tense) -> &'static str {
    match tense {
        Tense::Past => "PAST",
        Tense::Present => "PRESENT",
        Tense::Future => "FUTURE",
        Tense::Infinitive => "INFINITIVE",
        Tense::PresPart => "PRESPART",
        Tense::PastPart => "PASTPART",
        Tense::None => "NONE",
    }
}

/// TimeML's name of an aspect.
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Progressive => "PROGRESSIVE",
        Aspect::Perfective => "PERFECTIVE",
        Aspect::PerfectiveProgressive => "PERFECTIVE_PROGRESSIVE",
        Aspect::None => "NONE",
    }
}

/// TimeML's name of a polarity.
pub fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Pos => "POS",
        Polarity::Neg => "NEG",
    }
}

/// TimeML's name of an entity: `t0` is the publication, `t1` the first time expression, `e1` the first event.
pub fn id(entity: Entity) -> String {
    match entity {
        Entity::Publication => "t0".into(),
        Entity::Timex(i) => format!("t{}", i.saturating_add(1)),
        Entity::Event(i) => format!("e{}", i.saturating_add(1)),
    }
}

/// The id of the time that a length begins or ends at.
pub fn endpoint(point: Endpoint) -> String {
    id(match point {
        Endpoint::Publication => Entity::Publication,
        Endpoint::Expression(i) => Entity::Timex(i),
    })
}

/// The article as a TimeML document: the text with its time expressions and events marked, and the links.
pub fn document(article: &Article, timeline: &Timeline) -> String {
    let mut xml = String::with_capacity(article.text.len() * 3);
    let published = article.published.format("%Y-%m-%dT%H:%M:%S").to_string();
    let published = published.strip_suffix("T00:00:00").unwrap_or(&published);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    let _ = writeln!(
        xml,
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{published}\" functionInDocument=\"CREATION_TIME\">{published}</TIMEX3></DCT>"
    );
    if let Some(title) = &article.title {
        let _ = writeln!(xml, "<TITLE>{}</TITLE>", Escaped(title));
    }
    xml.push_str("<TEXT>");
    text(&mut xml, article, timeline);
    xml.push_str("</TEXT>\n");
    // An event with several times has an instance for each (TimeML 1.2.1, "MAKEINSTANCE").
    let again: Vec<(Entity, Entity)> =
        timeline.relations.iter().filter(|s| s.relation() == Relation::Again).map(|s| (s.left(), s.right())).collect();
    let all = 0..timeline.events.len();
    let more = again.iter().filter_map(|(e, _)| if let Entity::Event(e) = e { Some(*e) } else { None });
    for (i, e) in all.chain(more).enumerate() {
        let Some(event) = timeline.events.get(e) else { continue };
        let pos = match event.trigger {
            Trigger::Verb => "VERB",
            Trigger::Noun => "NOUN",
            Trigger::Adjective => "ADJECTIVE",
            Trigger::Other => "OTHER",
        };
        let _ = write!(
            xml,
            "<MAKEINSTANCE eventID=\"e{}\" eiid=\"ei{}\" tense=\"{}\" aspect=\"{}\" polarity=\"{}\" pos=\"{pos}\"",
            e + 1,
            i + 1,
            tense(event.tense),
            aspect(event.aspect),
            polarity(event.polarity)
        );
        if let Some(modality) = &event.modality {
            let _ = write!(xml, " modality=\"{}\"", Escaped(modality));
        }
        xml.push_str("/>\n");
    }
    // The first of several that are the same comes last into the map.
    let instances: FastMap<_, _> =
        again.iter().enumerate().rev().map(|(n, pair)| (pair, timeline.events.len() + n)).collect();
    for (i, link) in links(timeline).iter().enumerate() {
        let instance = instances.get(&(link.from, link.to)).copied();
        let end = |entity, instance: Option<usize>| match entity {
            Entity::Event(e) => {
                ("eventInstanceID", "relatedToEventInstance", format!("ei{}", instance.unwrap_or(e).saturating_add(1)))
            }
            timex => ("timeID", "relatedToTime", id(timex)),
        };
        let (from, to) = (end(link.from, instance), end(link.to, None));
        let _ = writeln!(
            xml,
            "<TLINK lid=\"l{}\" relType=\"{}\" {}=\"{}\" {}=\"{}\"/>",
            i + 1,
            link.rel_type,
            from.0,
            from.2,
            to.1,
            to.2
        );
    }
    xml.push_str("</TimeML>\n");
    xml
}

/// The article's text with its marks. Expressions and events never overlap in TimeML: the later one stays unmarked.
fn text(xml: &mut String, article: &Article, timeline: &Timeline) {
    let timexes = timeline.expressions.iter().enumerate().map(|(i, t)| (t.span, Entity::Timex(i)));
    let events = timeline.events.iter().enumerate().map(|(i, e)| (e.span(), Entity::Event(i)));
    let mut marks: Vec<_> = timexes.chain(events).collect();
    marks.sort_by_key(|(span, entity)| (span.start, std::cmp::Reverse(span.end), *entity));
    let mut at = 0;
    for (span, entity) in marks {
        if span.start < at || span.is_empty() {
            continue;
        }
        let _ = write!(xml, "{}", Escaped(article.text.get(at..span.start).unwrap_or_default()));
        let words = Escaped(span.of(&article.text));
        let _ = match entity {
            Entity::Event(i) => {
                let class = timeline.events.get(i).map_or("OCCURRENCE", |event| class(event.class));
                write!(xml, "<EVENT eid=\"{}\" class=\"{class}\">{words}</EVENT>", id(entity))
            }
            Entity::Timex(i) => timeline.expressions.get(i).map_or(Ok(()), |t| timex(xml, entity, t, &words)),
            Entity::Publication => Ok(()),
        };
        at = span.end;
    }
    let _ = write!(xml, "{}", Escaped(article.text.get(at..).unwrap_or_default()));
}

fn timex(xml: &mut String, entity: Entity, timex: &Timex, words: &Escaped<'_>) -> fmt::Result {
    write!(xml, "<TIMEX3 tid=\"{}\" type=\"{}\" value=\"{}\"", id(entity), timex.kind, Escaped(&timex.value))?;
    if let Some(modifier) = timex.expr.modifier() {
        write!(xml, " mod=\"{}\"", modifier.timeml())?;
    }
    if let Some(quant) = timex.quant() {
        write!(xml, " quant=\"{quant}\"")?;
    }
    if let Some(freq) = timex.freq() {
        write!(xml, " freq=\"{freq}\"")?;
    }
    for (name, point) in [("beginPoint", timex.begin_point()), ("endPoint", timex.end_point())] {
        if let Some(point) = point {
            write!(xml, " {name}=\"{}\"", endpoint(point))?;
        }
    }
    write!(xml, ">{words}</TIMEX3>")
}

/// Text inside XML. Control characters that XML cannot hold become spaces.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}' => f.write_char(' '),
            other => f.write_char(other),
        })
    }
}
