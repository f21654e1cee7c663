//! Which day the words of a clause give to its events: short texts, read from end to end.

use dateline::link::{Entity, Relation};
use dateline::{Article, Timeline, extract};

fn read(text: &str, published: &str) -> Timeline {
    extract(&Article::new(text, published).unwrap())
}

/// The window of the last event with this trigger, as days: `2025-03-07..2025-03-07`, a dot where it is open.
fn window(timeline: &Timeline, trigger: &str) -> String {
    let event = timeline.events.iter().rposition(|e| e.text == trigger);
    let event = event.unwrap_or_else(|| panic!("no event {trigger:?} in {:?}", triggers(timeline)));
    let (first, last) = timeline.when[event].window();
    let day = |at: Option<chrono::NaiveDateTime>| at.map_or(".".into(), |at| at.date().to_string());
    format!("{}..{}", day(first), day(last))
}

fn triggers(timeline: &Timeline) -> Vec<&str> {
    timeline.events.iter().map(|e| e.text.as_str()).collect()
}

#[test]
fn each_event_has_the_time_of_its_clause() {
    // Published on Sunday, 9 March 2025.
    let cases = [
        ("The minister resigned on Friday.", "resigned", "2025-03-07..2025-03-07"),
        ("On Friday the minister resigned.", "resigned", "2025-03-07..2025-03-07"),
        ("The minister resigned in February.", "resigned", "2025-02-01..2025-02-28"),
        ("Parliament will vote on Tuesday.", "vote", "2025-03-11..2025-03-11"),
        ("Officials said they would not leave before Tuesday.", "said", ".."),
        ("Saturday's attack killed three soldiers.", "attack", "2025-03-08..2025-03-08"),
        ("The two sides have talked since Monday.", "talked", "2025-03-03..2025-03-09"),
        ("Critics attacked the 2015 nuclear deal.", "deal", "2015-01-01..2015-12-31"),
        ("In 1994 the company moved to Lyon.", "moved", "1994-01-01..1994-12-31"),
        ("The company said on Thursday it will open a plant next year.", "said", "2025-03-06..2025-03-06"),
        ("The company said on Thursday it will open a plant next year.", "open", "2026-01-01..2026-12-31"),
    ];
    let mut wrong = Vec::new();
    for (text, trigger, want) in cases {
        let got = window(&read(text, "2025-03-09"), trigger);
        if want != ".." && got != want {
            wrong.push(format!("{text}\n  {trigger}: {got} instead of {want}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_offset_counts_from_its_event_both_ways() {
    let text = "The court ruled on 5 May 2024. The bank collapsed three months after the court ruled.";
    assert_eq!(window(&read(text, "2024-12-01"), "collapsed"), "2024-08-01..2024-08-31");
    let text = "The council voted on Tuesday. The decision came two weeks after residents protested.";
    assert_eq!(window(&read(text, "2025-02-28"), "protested"), "2025-02-10..2025-02-16");
    let text = "The leader spoke on Saturday. His speech came a day after the president confirmed the plan.";
    assert_eq!(window(&read(text, "2025-03-09"), "confirmed"), "2025-03-07..2025-03-07");
}

#[test]
fn what_happened_is_over_and_what_is_planned_lies_ahead() {
    let timeline = read("The firm closed its plant. It plans to sell the site.", "2025-03-09");
    assert!(window(&timeline, "closed").ends_with("2025-03-09"));
    assert!(window(&timeline, "sell").starts_with("2025-03-09"));
}

#[test]
fn clauses_with_after_and_before_give_an_order() {
    let timeline = read("The talks collapsed after the army attacked the town.", "2025-03-09");
    let at = |trigger: &str| timeline.events.iter().position(|e| e.text == trigger).unwrap();
    let (collapsed, attacked) = (at("collapsed"), at("attacked"));
    let told = timeline.relations.iter().any(|s| {
        let pair = (s.left, s.right);
        pair == (Entity::Event(attacked), Entity::Event(collapsed)) && s.relation == Relation::Before
            || pair == (Entity::Event(collapsed), Entity::Event(attacked)) && s.relation == Relation::After
    });
    assert!(told, "{:?}", timeline.relations);
}

#[test]
fn every_statement_stands_on_words_and_names_its_sieve() {
    let text =
        "On Friday, a day after the vote, the premier said he will resign by May. He had been in office for ten years.";
    let timeline = read(text, "2025-03-09");
    assert!(!timeline.relations.is_empty());
    for statement in &timeline.relations {
        assert!(!statement.span.of(text).is_empty());
        assert!(statement.trust <= 100 && !statement.sieve.is_empty());
    }
}

#[test]
fn the_story_goes_on_with_the_time_that_it_has_reached() {
    let cases = [
        // A paragraph goes on with the year, the month or the day that it names.
        ("In 1992 a storm hit the coast. It killed 17 people.", "killed", "1992-01-01..1992-12-31"),
        ("The army took the town on March 3. The mayor fled.", "fled", "2025-03-03..2025-03-03"),
        // The next paragraph is the news again, and a saying is of the report.
        (
            "The minister resigned on Saturday.\n\nIn 1992 he lost a vote.\n\nHe named no successor.",
            "named",
            "2025-03-08..2025-03-08",
        ),
        ("In 1992 a storm hit the coast. Nobody fled, the mayor said.", "said", "2025-03-09..2025-03-09"),
        // What is only ascribed behind is told by the article.
        ("The car left the road on Friday, the police said. The driver died.", "died", "2025-03-07..2025-03-07"),
        // "When" brings a time of its own.
        ("When the phone was first shown, he praised it.", "praised", "..2025-03-09"),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(
            window(&read(text, "2025-03-09"), trigger).trim_start_matches('.'),
            want.trim_start_matches('.'),
            "{text}"
        );
    }
}

#[test]
fn what_is_told_in_one_breath_is_of_one_day() {
    let friday = "2025-03-07..2025-03-07";
    let cases = [
        ("In a speech on Friday the minister attacked the press.", "attacked", friday),
        ("The minister attacked the press in an interview on Friday.", "attacked", friday),
        ("On Friday he opened the congress by attacking the press.", "attacking", friday),
        ("On Friday she said that she regretted the mistake.", "regretted", friday),
        ("The paper on Friday quoted him as saying that all was well.", "saying", friday),
        ("On Friday he declined to discuss the plan.", "discuss", friday),
        // "Tuesday night" is told of Tuesday.
        ("Rovers beat United on Tuesday night.", "beat", "2025-03-04..2025-03-04"),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), want, "{text}");
    }
}

#[test]
fn what_lasts_goes_on() {
    let timeline = read("The negotiations in Geneva are hampered by mistrust.", "2025-03-09");
    let talks = timeline.events.iter().position(|e| e.text == "negotiations").unwrap();
    assert_eq!(timeline.when[talks].end.latest, None);
    assert_eq!(timeline.when[talks].end.earliest.unwrap().date().to_string(), "2025-03-09");
}
