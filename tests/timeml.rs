//! The article as a TimeML document.

mod common;

use dateline::export::timeml::{RelType, document, links};
use dateline::link::Entity;
use dateline::{Article, extract};

/// The text of the TEXT element, without its marks.
fn text(xml: &str) -> String {
    let (_, rest) = xml.split_once("<TEXT>").expect("TEXT begins");
    let (marked, _) = rest.split_once("</TEXT>").expect("TEXT ends");
    let plain: String = marked.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn the_marks_stand_in_the_text_and_change_nothing() {
    for seed in common::seeds() {
        let xml = document(&seed.article, &extract(&seed.article));
        assert_eq!(text(&xml), *seed.article.text, "{}", seed.name);
    }
}

#[test]
fn names_are_timemls() {
    let article = Article::new("AT&T <said> on Friday that it had sold \"the mill\".", "2025-03-09").unwrap();
    let xml = document(&article, &extract(&article));
    assert!(xml.contains("value=\"2025-03-09\" functionInDocument=\"CREATION_TIME\""), "{xml}");
    assert!(xml.contains("<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-03-07\">Friday</TIMEX3>"), "{xml}");
    assert!(xml.contains("AT&amp;T &lt;"), "{xml}");
    assert!(xml.contains("class=\"REPORTING\">said</EVENT>"), "{xml}");
    assert!(xml.contains("tense=\"PAST\" aspect=\"PERFECTIVE\" polarity=\"POS\""), "{xml}");
}

#[test]
fn an_event_hangs_on_its_date_and_on_the_publication() {
    let article = Article::new("The minister resigned on Friday.", "2025-03-09").unwrap();
    let timeline = extract(&article);
    let found: Vec<_> = links(&timeline).iter().map(|l| (l.from, l.rel_type, l.to)).collect();
    assert!(found.contains(&(Entity::Event(0), RelType::IsIncluded, Entity::Timex(0))), "{found:?}");
    assert!(found.contains(&(Entity::Event(0), RelType::Before, Entity::Publication)), "{found:?}");
}

#[test]
fn an_event_with_two_times_has_two_instances() {
    let article = Article::new("The wells were tested on Thursday and again on Saturday.", "2025-03-09").unwrap();
    let xml = document(&article, &extract(&article));
    assert_eq!(xml.matches("<MAKEINSTANCE eventID=\"e1\"").count(), 2, "{xml}");
    for (instance, time) in [("ei1", "t1"), ("ei2", "t2")] {
        let link = format!("relType=\"IS_INCLUDED\" eventInstanceID=\"{instance}\" relatedToTime=\"{time}\"");
        assert_eq!(xml.matches(&link).count(), 1, "{xml}");
    }
}
