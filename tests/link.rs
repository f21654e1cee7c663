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
        ("Officials said they would not leave before Tuesday.", "said", "2025-03-09..2025-03-09"),
        ("Saturday's attack killed three soldiers.", "attack", "2025-03-08..2025-03-08"),
        ("The two sides have talked since Monday.", "talked", "2025-03-03..2025-03-09"),
        ("Critics attacked the 2015 nuclear deal.", "deal", "2015-01-01..2015-12-31"),
        ("In 1994 the company moved to Lyon.", "moved", "1994-01-01..1994-12-31"),
        ("The company said on Thursday it will open a plant next year.", "said", "2025-03-06..2025-03-06"),
        ("The company said on Thursday it will open a plant next year.", "open", "2026-01-01..2026-12-31"),
        ("The minister said at a briefing on Friday that the plan had failed.", "said", "2025-03-07..2025-03-07"),
        ("In trading on Friday the shares fell.", "fell", "2025-03-07..2025-03-07"),
        ("Parliament voted on Friday to raise taxes.", "voted", "2025-03-07..2025-03-07"),
        ("In 2020, she says, when the money was gone, he drove to town.", "drove", "2020-01-01..2020-12-31"),
        (
            "He learned to swim during his service, with the navy in Malta, from 1952 to 1954.",
            "service",
            "1952-01-01..1954-12-31",
        ),
        (
            "The referendum, first promised for 2023 and then for this spring, was called off.",
            "referendum",
            "2023-01-01..2023-12-31",
        ),
        ("For fiscal 2026, the firm sees growth of a tenth.", "growth", "2026-01-01..2026-12-31"),
        ("The office has promised a count by noon on Friday.", "count", "2025-03-09..2025-03-14"),
        ("If they meet, there could be an agreement by Friday.", "agreement", "2025-03-09..2025-03-14"),
        ("Parliament voted to raise taxes last Friday.", "voted", "2025-03-07..2025-03-07"),
        ("The crew began to leave the island in January.", "began", "2025-01-01..2025-01-31"),
        ("He died on Friday, police said.", "died", "2025-03-07..2025-03-07"),
        ("The company said sales in the third quarter of 2024 fell sharply.", "fell", "2024-07-01..2024-09-30"),
        ("In January officers who had searched the house found a letter.", "found", "2025-01-01..2025-01-31"),
        ("Many voters fear the election due in May.", "election", "2025-05-01..2025-05-31"),
        ("The police found the body on Friday wrapped in plastic.", "found", "2025-03-07..2025-03-07"),
        ("The quake shook the port before dawn on Tuesday.", "shook", "2025-03-04..2025-03-04"),
        ("Speaking to a gathering of farmers on Friday, he warned of a drought.", "Speaking", "2025-03-07..2025-03-07"),
        (
            "The dispute goes back to 2019, when Meridian bought the port and closed it.",
            "bought",
            "2019-01-01..2019-12-31",
        ),
        (
            "The dispute goes back to 2019, when Meridian bought the port and closed it.",
            "closed",
            "2019-01-01..2019-12-31",
        ),
        ("She had set out from the village on Friday and was expected back.", "set", "2025-03-07..2025-03-07"),
        ("On Feb. 4, exactly a week before the fire, it raised its alert level.", "raised", "2025-02-04..2025-02-04"),
        ("The boat landed on Friday. By Saturday 62 people had been pulled out.", "pulled", "...2025-03-08"),
        ("A crew will fly around the Moon no earlier than September 2026.", "fly", "2026-09-01..."),
        ("He had set out from the village of Ash on the morning of 7 March.", "set", "2025-03-07..2025-03-07"),
        ("In Tarsan on Friday, the council approved the plan.", "approved", "2025-03-07..2025-03-07"),
        ("The firm will redeem its preferred shares on 31 March.", "redeem", "2025-03-31..2025-03-31"),
        ("A hearing has been set for 9 April.", "hearing", "2025-04-09..2025-04-09"),
        ("Investors fear the vote, which is expected in May.", "vote", "2025-05-01..2025-05-31"),
        (
            "The firm was hurt by problems tied to the launch of a rocket in January.",
            "launch",
            "2025-01-01..2025-01-31",
        ),
        ("Ballot papers go out on Friday and the result is due on 24 March.", "due", "2025-03-24..2025-03-24"),
        ("He ran it between 2014 and 2017, when bills were approved.", "approved", "2014-01-01..2017-12-31"),
        ("Diplomats condemned the attack since last week's talks.", "talks", "2025-02-24..2025-03-02"),
        ("The visitors led after ten minutes on Saturday and held on.", "led", "2025-03-08..2025-03-08"),
        ("The crash came at dawn on Saturday, killing at least four.", "killing", "2025-03-08..2025-03-08"),
        ("The vote will be held between 9 p.m. and midnight on Friday.", "held", "2025-03-14..2025-03-15"),
        ("She had set out on Friday and was expected back.", "expected", "2025-03-07..2025-03-07"),
        ("It met a goal that he had set in 1961, when rockets were new.", "met", "2025-03-09..2025-03-09"),
        ("Pay will rise by 5 percent from April.", "rise", "2025-04-01..2025-04-30"),
        ("It will try again provided that a fourth jet arrives in May.", "arrives", "2025-05-01..2025-05-31"),
        ("There will be a review in the autumn.", "review", "2025-09-01..2025-11-30"),
        ("The firm plans to reopen its base, closed in 2020, in June.", "reopen", "2025-06-01..2025-06-30"),
        ("He said that nobody knew who was the hero in April.", "knew", "2025-03-09..2025-03-09"),
        ("The second trial ended in February 2023 with a conviction.", "conviction", "2023-02-01..2023-02-28"),
        ("The refinery was shut in 2017 after a fire.", "fire", "2017-01-01..2017-12-31"),
        ("The chapel was rebuilt after a fire in 2004.", "rebuilt", "2004-01-01..2004-12-31"),
        ("The chapel was rebuilt after the 2004 fire.", "rebuilt", "2004-01-01..2025-03-09"),
        ("A truce, agreed in January 2022, lasted nine days.", "lasted", "2022-01-01..2022-02-09"),
        ("The firm pushed back the opening from May to early July.", "opening", "2025-07-01..2025-07-10"),
        ("The shares have lost a fifth since the firm's January report.", "lost", "2025-01-01..2025-03-09"),
        ("It now expects sales of 5 billion in 2025.", "expects", "2025-03-09..2025-03-09"),
        ("In January 1967 a fire during a test killed three men.", "killed", "1967-01-01..1967-01-31"),
        ("The firm lowered its forecast for 2025 on Friday.", "lowered", "2025-03-07..2025-03-07"),
        ("He dismissed remarks made by the minister on Friday.", "remarks", "2025-03-07..2025-03-07"),
        ("They asked to leave early, and on March 7, 2025 the pilot landed.", "landed", "2025-03-07..2025-03-07"),
        ("Some shops ran short of toys in the last weeks of 2024.", "ran", "2024-12-04..2024-12-31"),
        ("In January 2025 the firm earned 5 million euros.", "earned", "2025-01-01..2025-01-31"),
        ("The airline will add flights to Faro from April.", "add", "2025-04-01..2025-04-30"),
        ("It will try again if a fourth jet arrives as scheduled next January.", "arrives", "2026-01-01..2026-01-31"),
        ("The payment will be restored at a “modest level” in May.", "restored", "2025-05-01..2025-05-31"),
        // Over several sentences.
        (
            "In the fourth quarter of 2024 the firm earned 5 million euros. Sales rose 9 percent from a year ago.",
            "rose",
            "2024-10-01..2024-12-31",
        ),
        (
            "The court quashed it in July 2023. Prosecutors announced a retrial within a week.",
            "announced",
            "2023-07-01..2023-08-13",
        ),
        ("The last crew went in 1972. Since then nobody has gone back.", "gone", "1972-01-01..2025-03-09"),
        ("The next round is set for May 5. It will take place in Oslo.", "take", "2025-05-05..2025-05-05"),
        (
            "A quake shook the town on Friday. Twenty minutes after the first shock, a mast broke.",
            "broke",
            "2025-03-07..2025-03-07",
        ),
        (
            "A wall fell on Friday on a school, which had been cleared minutes earlier.",
            "cleared",
            "2025-03-07..2025-03-07",
        ),
        ("The minister has turned down the offer. He spoke on Saturday.", "turned", "2025-03-08..2025-03-08"),
        // A joined participle whose "was" tells no event has the time at the front; what is said behind is not of it.
        (
            "As of 5 a.m. on Friday, the storm was far from the coast and moving north, the mayor said.",
            "moving",
            "2025-03-07..2025-03-07",
        ),
        ("In May 2024 a group led by two bankers bought the mill.", "bought", "2024-05-01..2024-05-31"),
        // What was planned for then, not the plan.
        ("The offer had been set to expire on 3 March.", "expire", "2025-03-03..2025-03-03"),
        ("The offer was due to expire yesterday.", "expire", "2025-03-08..2025-03-08"),
        ("The firm had losses through the first nine months of 2024.", "losses", "2024-01-01..2024-09-30"),
        ("The firm had a loss of $8 million, or 14 cents a share, for 2024.", "loss", "2024-01-01..2024-12-31"),
        (
            "The mill reported a net loss of $8 million, or $2 a share, for the fourth quarter ended Dec. 31.",
            "loss",
            "2024-10-01..2024-12-31",
        ),
        (
            "The mill said profit rose 2% to $3 million, or 9 cents a share adjusted for a split, for the fourth quarter \
             ended Dec. 31.",
            "rose",
            "2024-10-01..2024-12-31",
        ),
        // Kinds of shares and firms are no barrier.
        (
            "The bank said it will redeem 9.5 million Series H preferred shares on March 31 at a price of $27 each.",
            "redeem",
            "2025-03-31..2025-03-31",
        ),
        ("It agreed to buy the Lowell, Mass., bank holding company in May.", "buy", "2025-05-01..2025-05-31"),
        // What is said has the time at its front.
        ("The operator said that last week a crew found two leaks.", "found", "2025-02-24..2025-03-02"),
        ("The operator said that last week a crew found two leaks.", "said", "2025-03-09..2025-03-09"),
        (
            "Earlier in May 2024, a group led by three of the directors, Ann Low, Bert Moss and Carl Nye, indicated it had a \
             large stake.",
            "indicated",
            "2024-05-01..2024-05-10",
        ),
        ("Officials weren't available to comment late yesterday.", "available", "2025-03-08..2025-03-08"),
        ("The coach kept them out pending meetings with the league on Friday.", "meetings", "2025-03-07..2025-03-07"),
        (
            "Profit rose in the fourth quarter of 2024. Net income for the three months ended Dec. 31 was 2 million. Sales \
             climbed 9 percent.",
            "climbed",
            "2024-10-01..2024-12-31",
        ),
    ];
    let mut wrong = Vec::new();
    for (text, trigger, want) in cases {
        let got = window(&read(text, "2025-03-09"), trigger);
        if got != want {
            wrong.push(format!("{text}\n  {trigger}: {got} instead of {want}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_told_in_one_breath_is_of_one_day() {
    // Published on Sunday, 9 March 2025.
    let cases = [
        ("The strike ended on Friday, by which time 40 ships were waiting.", "waiting", "2025-03-07..2025-03-07"),
        // What a clause with "after" tells is of the same day.
        ("The mayor left early on Friday after a judge signed the order.", "signed", "2025-03-07..2025-03-07"),
        (
            "The mayor left at 7 a.m. on Friday, after a wave of less than a meter was seen.",
            "seen",
            "2025-03-07..2025-03-07",
        ),
        ("The home team struck after ten minutes on Friday and attacked again.", "attacked", "2025-03-07..2025-03-07"),
        ("When he had not returned by dark on Friday, she called the police.", "returned", "2025-03-07..2025-03-07"),
        ("She fell on Friday while she was crossing a stream.", "crossing", "2025-03-07..2025-03-07"),
        // The saying contradicts, whatever it tells of.
        (
            "The agency said on Friday that the pump broke before the firm reported it, contradicting the mayor.",
            "contradicting",
            "2025-03-07..2025-03-07",
        ),
        ("Heavy flooding killed 40 people last month.", "flooding", "2025-02-01..2025-02-28"),
        ("The war killed 40 people last month.", "war", ".."),
        ("On Friday the crew were supposed to sleep. They asked to leave instead.", "sleep", "2025-03-07..2025-03-07"),
        ("A report that appeared in May 2024 blamed the pilot.", "blamed", "2024-05-01..2024-05-31"),
        ("She sailed in May 2024 on a cruise that lasted six weeks.", "cruise", "2024-05-01..2024-07-14"),
        (
            "The airline dismissed such talk. “All is well,” a spokesman said on Friday.",
            "dismissed",
            "2025-03-07..2025-03-07",
        ),
        // A witness of the news; what somebody else did may be long ago.
        ("A bus crashed on Saturday.\n\n“It hit a wall,” said Ann Berg, a nurse.", "hit", "2025-03-08..2025-03-08"),
        ("A bus crashed on Saturday.\n\n“My mother drove it,” said Ann Berg, a nurse.", "drove", "..2025-03-08"),
    ];
    let mut wrong = Vec::new();
    for (text, trigger, want) in cases {
        let got = window(&read(text, "2025-03-09"), trigger);
        if got.trim_matches('.') != want.trim_matches('.') {
            wrong.push(format!("{text}\n  {trigger}: {got} instead of {want}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_joined_or_brought_about_lies_in_the_time_itself() {
    for (text, trigger, inside) in [
        ("The mayor on Friday opened the bridge and praised the crew.", "praised", true),
        ("The firm completed the purchase on Friday.", "purchase", true),
        ("The firm completed the investigation on Friday.", "investigation", false),
        ("The forecast sent shares plunging on Friday.", "plunging", true),
        ("The extremist party recently took a town hall.", "party", false),
    ] {
        let timeline = read(text, "2025-03-09");
        let event = timeline.events.iter().position(|e| e.text == trigger).map(Entity::Event).unwrap();
        let told = timeline
            .relations
            .iter()
            .any(|s| s.left() == event && s.relation() == Relation::During && matches!(s.right(), Entity::Timex(_)));
        assert_eq!(told, inside, "{text}");
    }
}

#[test]
fn a_time_that_is_pointed_at_is_one_that_was_told() {
    let cases = [
        ("The next chance comes in May 2025. If that window is missed, we wait.", "missed", "2025-05-01..2025-05-31"),
        (
            "A guard came on 3 March.\n\nOthers heard a noise. The doors were locked the same night.",
            "heard",
            "2025-03-03..2025-03-03",
        ),
        (
            "He set out on 3 March and was found on Saturday. He fell on the first day.",
            "fell",
            "2025-03-03..2025-03-03",
        ),
        (
            "The firm gave another date. It said that the fire began on 3 March and was seen the same evening.",
            "gave",
            "2025-03-09..2025-03-09",
        ),
        ("He fell on 3 March. He crawled for most of that night.", "crawled", "2025-03-03..2025-03-03"),
        (
            "The first landing came on 3 March. Two more landings followed by Saturday.",
            "landings",
            "2025-03-03..2025-03-08",
        ),
    ];
    let mut wrong = Vec::new();
    for (text, trigger, want) in cases {
        let got = window(&read(text, "2025-03-09"), trigger);
        if got.trim_matches('.') != want.trim_matches('.') {
            wrong.push(format!("{text}\n  {trigger}: {got} instead of {want}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_definite_noun_takes_the_time_of_what_was_told() {
    let cases = [
        (
            "Ann Dahl died on Friday. Her husband died in 1988. She worked until her death.",
            "death",
            "2025-03-07..2025-03-07",
        ),
        ("They set the craft down on 3 March. The landing met a goal.", "landing", "2025-03-03..2025-03-03"),
        (
            "In 1959 she noticed a notch in the ridge. In 2001 she went back to the notch she had found.",
            "found",
            "1959-01-01..1959-12-31",
        ),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), want, "{text}");
    }
}

#[test]
fn an_offset_counts_from_its_event_both_ways() {
    let text = "The court ruled on 5 May 2024. The bank collapsed three months after the court ruled.";
    assert_eq!(window(&read(text, "2024-12-01"), "collapsed"), "2024-08-01..2024-08-31");
    let text = "The council voted on Tuesday. The decision came two weeks after residents protested.";
    assert_eq!(window(&read(text, "2025-02-28"), "protested"), "2025-02-10..2025-02-16");
    let text = "The bank closed on 3 May. The minister said that a month after the bank closed, its staff were paid.";
    let timeline = read(text, "2024-12-01");
    assert_eq!(window(&timeline, "paid"), "2024-06-01..2024-06-30");
    assert_eq!(window(&timeline, "said"), "2024-12-01..2024-12-01");
    let text = "The council voted on Tuesday. He said “no” a day after the council voted.";
    assert_eq!(window(&read(text, "2025-03-09"), "said"), "2025-03-05..2025-03-05");
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
fn an_offset_gives_an_order_however_short_it_is() {
    let timeline = read("The move came barely a month after the airline stopped flights.", "2025-03-09");
    let at = |trigger: &str| timeline.events.iter().position(|e| e.text == trigger).unwrap();
    assert_eq!(timeline.relation(at("stopped"), at("came")).order(), dateline::order::Order::Before);
}

#[test]
fn clauses_with_after_and_before_give_an_order() {
    let timeline = read("The talks collapsed after the army attacked the town.", "2025-03-09");
    let at = |trigger: &str| timeline.events.iter().position(|e| e.text == trigger).unwrap();
    let (collapsed, attacked) = (at("collapsed"), at("attacked"));
    let told = timeline.relations.iter().any(|s| {
        let pair = (s.left(), s.right());
        pair == (Entity::Event(attacked), Entity::Event(collapsed)) && s.relation() == Relation::Before
            || pair == (Entity::Event(collapsed), Entity::Event(attacked)) && s.relation() == Relation::After
    });
    assert!(told, "{:?}", timeline.relations);
}

#[test]
fn the_past_perfect_lies_before_the_verb_of_its_sentence() {
    let text = "The mayor vanished. Officers who had searched for him gave up.";
    let timeline = read(text, "2025-03-09");
    let at = |trigger: &str| timeline.events.iter().position(|e| e.text == trigger).map(Entity::Event).unwrap();
    let before = |a: &str, b: &str| {
        let told = |s: &&dateline::link::Statement| s.relation() == Relation::Before && s.left() == at(a);
        timeline.relations.iter().filter(told).any(|s| s.right() == at(b))
    };
    assert!(before("searched", "gave") && !before("searched", "vanished"));
}

#[test]
fn a_noun_behind_by_was_there_first_and_one_behind_for_may_be_an_aim() {
    for (text, noun, first) in [
        ("The bridge was destroyed by an explosion.", "explosion", true),
        ("They fought for the release of the crew.", "release", false),
    ] {
        let timeline = read(text, "2025-03-09");
        let at = timeline.events.iter().position(|e| e.text == noun).map(Entity::Event).unwrap();
        let told = timeline.relations.iter().any(|s| s.right() == at && s.relation() == Relation::NotBefore);
        assert_eq!(told, first, "{text}");
    }
}

#[test]
fn every_statement_stands_on_words_and_names_its_sieve() {
    let text =
        "On Friday, a day after the vote, the premier said he will resign by May. He had been in office for ten years.";
    let timeline = read(text, "2025-03-09");
    assert!(!timeline.relations.is_empty());
    for statement in &timeline.relations {
        assert!(!statement.span().of(text).is_empty());
        assert!(statement.trust() <= 100 && !statement.sieve().is_empty());
    }
}

/// Whether the statements say that of two events, by trigger, the first begins no later than the second.
fn begins_first(timeline: &Timeline, first: &str, second: &str) -> bool {
    let at = |trigger: &str| {
        let event = timeline.events.iter().position(|e| e.text == trigger);
        Entity::Event(event.unwrap_or_else(|| panic!("no event {trigger:?} in {:?}", triggers(timeline))))
    };
    let (first, second) = (at(first), at(second));
    timeline.relations.iter().any(|s| match s.relation() {
        Relation::Before | Relation::NotAfter => (s.left(), s.right()) == (first, second),
        Relation::After | Relation::NotBefore => (s.left(), s.right()) == (second, first),
        _ => false,
    })
}

#[test]
fn words_tell_which_of_two_events_began_first() {
    let cases = [
        ("The mayor left when the fire started.", "started", "left"),
        ("When the fire started, the mayor left.", "started", "left"),
        ("The firm will close if the bank demands its money.", "demands", "close"),
        ("The firm closed because the bank demanded its money.", "demanded", "closed"),
        ("The firm saved money by firing two hundred workers.", "firing", "saved"),
        ("The thief climbed over the wall and stole two paintings.", "climbed", "stole"),
        ("The dam broke, flooding three villages.", "broke", "flooding"),
        ("The bank will buy shares tendered by the heirs.", "tendered", "buy"),
        ("The village was destroyed by an explosion.", "explosion", "destroyed"),
        ("The minister returned from a visit.", "visit", "returned"),
        ("The minister condemned the attack.", "attack", "condemned"),
        ("There was a protest over the vote.", "vote", "protest"),
        ("The merger will cost the group 2,000 jobs.", "merger", "cost"),
        ("The plant did not reopen until the inspectors left.", "left", "reopen"),
    ];
    let wrong: Vec<_> = cases.iter().filter(|(text, a, b)| !begins_first(&read(text, "2025-03-09"), a, b)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // What holds an event and what is only begun did not come first.
    for (text, a, b) in [
        ("The minister spoke at a meeting.", "meeting", "spoke"),
        ("The union began talks.", "talks", "began"),
        ("The minister owns a house and loves a lake.", "owns", "loves"),
    ] {
        assert!(!begins_first(&read(text, "2025-03-09"), a, b), "{text}");
    }
}

#[test]
fn links_tell_what_the_statements_entail() {
    use dateline::export::timeml::{Link, RelType, links};
    let timeline = read("After the union sued, the mayor resigned before the court ruled.", "2025-03-09");
    let at = |trigger: &str| Entity::Event(timeline.events.iter().position(|e| e.text == trigger).expect(trigger));
    let link = Link { from: at("sued"), to: at("ruled"), rel_type: RelType::Before };
    assert!(links(&timeline).contains(&link), "{:?}", timeline.relations);
}

#[test]
fn a_length_gives_the_other_end() {
    let cases = [
        ("The king is on a ten-day visit that began on Monday.", "visit", "2025-03-03..2025-03-13"),
        ("The premier began a ten-day visit on Monday.", "visit", "2025-03-03..2025-03-13"),
        ("The siege began on 1 March and lasted four days.", "siege", "2025-03-01..2025-03-05"),
        ("The trial, which lasted three weeks, ended on Friday.", "trial", "2025-02-10..2025-03-07"),
        // A length that is no length of the verb.
        ("Five years of waiting ended on Friday.", "ended", "2025-03-07..2025-03-07"),
        ("The pact was signed in January and was broken within a month.", "broken", "2025-01-01..2025-01-31"),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), want, "{text}");
    }
}

#[test]
fn an_event_comes_so_long_behind_another() {
    let text = "The layoffs were announced on 3 March. The strike followed the layoffs by two days.";
    assert_eq!(window(&read(text, "2025-03-09"), "strike"), "2025-03-05..2025-03-05");
    let text = "The arrest preceded the trial by two days. The trial opened on 6 March.";
    assert_eq!(window(&read(text, "2025-03-09"), "preceded"), "2025-03-04..2025-03-04");
    let text = "Police arrested a man within hours of the attack.";
    assert!(begins_first(&read(text, "2025-03-09"), "attack", "arrested"));
    let text = "On Thursday, two days after the storm hit, the mayor resigned.";
    assert_eq!(window(&read(text, "2025-03-09"), "hit"), "2025-03-04..2025-03-04");
    let text = "The airline cancelled its flights, ten days before the first jet was due to leave on 20 March.";
    assert_eq!(window(&read(text, "2025-03-12"), "cancelled"), "2025-03-10..2025-03-10");
}

#[test]
fn a_clock_time_in_a_paragraph_without_a_day_is_of_the_day_of_the_news() {
    let text = "A walker was found alive on Saturday.\n\nShe had set out on 1 March, and a search began the next day. It was \
                scaled down last Thursday.\n\nShe was rescued at 4 p.m. by a shepherd.";
    assert_eq!(window(&read(text, "2025-03-09"), "rescued"), "2025-03-08..2025-03-08");
}

#[test]
fn a_limit_is_where_the_words_put_it() {
    // Published on Sunday, 9 March 2025.
    let cases = [
        // The end of a period, as a limit, is its last day.
        ("Salaries are secured until the end of 2026.", "secured", "...2026-12-31"),
        ("They vowed not to drill before the end of June.", "drill", "2025-03-09..2025-06-30"),
        // What is denied up to a time comes then.
        ("Members are not due to meet until May.", "meet", "2025-05-01..2025-05-31"),
        ("Not until 1963 did a survey confirm it.", "confirm", "1963-01-01..1963-12-31"),
        // "in June at the latest", "in June at the earliest"
        ("The van is now expected in June at the latest.", "expected", "2025-03-09..2025-06-30"),
        ("The court said the vote would be moved to October at the earliest.", "moved", "2025-10-01..."),
        // By then, and maybe before.
        ("Power will be restored by Tuesday night.", "restored", "2025-03-09..2025-03-11"),
        // Time that is left runs from now on, or from what was named last.
        ("She has 10 days to appeal.", "has", "2025-03-09..2025-03-19"),
        ("Lists are due on May 2. The court then has five days to check them.", "has", "2025-05-02..2025-05-07"),
        // What was due is what was planned for then.
        ("The old van had been due for replacement in 2023.", "due", "2023-01-01..2023-12-31"),
        // Nothing was promised in the year that it was promised for.
        ("The vote, promised for 2023, has been called off.", "promised", "...2025-03-09"),
        ("The bank has promised a result by noon on Tuesday.", "promised", "2025-03-09..2025-03-09"),
        // What is put off until a time does not last until then.
        ("Friday's game has been put off until May 3.", "put", "2025-03-09..2025-03-09"),
        // Each "will" has its own time.
        ("It will be back by Friday and will be sold in the weeks that follow.", "sold", "2025-03-09..."),
        // What is compared since then did not begin then.
        ("The crisis opens the busiest season in the country since independence in 1991.", "opens", "...."),
        // The aside is no barrier.
        ("The firm plans to reopen its base in Bristol, closed in 2020, in May.", "reopen", "2025-05-01..2025-05-31"),
        // A fragment of a quotation goes on with the narrator's words.
        ("The judge said he had “treated the bank as a till” in 2014.", "treated", "2014-01-01..2014-12-31"),
        // What a forecast is for is no time of its being made.
        ("The firm said Thursday it lowered its forecast for 2024.", "lowered", "2025-03-06..2025-03-06"),
        // An apposition to a noun is the noun's time.
        (
            "Monitors, who watched the last vote, in October 2023, said they would come.",
            "said",
            "2025-03-09..2025-03-09",
        ),
        // The time at which another clock stands dates nothing.
        ("At 2 a.m. on Friday, still Thursday evening in Rome, the pope spoke.", "spoke", "2025-03-07..2025-03-07"),
        // Counted from what nobody dates.
        ("He left two weeks earlier than the doctors advised and was seen only on Friday.", "left", "...2025-03-09"),
        // Another subject, maybe another day; what happens within a month of something is not of its month alone.
        ("The truce was signed in May 2024 and was broken within a month.", "broken", "2024-05-01..2024-06-30"),
        // "hours before" is of the same day or the one before.
        ("They agreed on Friday to go on, hours before the truce was to expire.", "expire", "2025-03-09..."),
        ("They met on Friday, hours before the bridge fell.", "fell", "2025-03-07..2025-03-08"),
        ("They met on Friday, days before the bridge fell.", "fell", "2025-03-07..2025-03-09"),
        // What is longer than the time it is told in begins there, or has a part of it.
        ("In 2015 he worked in Rome for two years.", "worked", "2015-01-01..2017-12-31"),
        ("Rome had a link in 2015, when a carrier flew there for two summers.", "flew", "2013-01-01..2017-12-31"),
        // A day counted to from the one that stands before it.
        (
            "She paid more than the price on 3 March, the day before the bid became known.",
            "became",
            "2025-03-04..2025-03-04",
        ),
        // So long, and then.
        ("In 2015 he opened a shop and ran it for two years before giving up.", "opened", "2015-01-01..2015-12-31"),
    ];
    let wrong = cases.into_iter().filter_map(|(text, trigger, expected)| {
        let found = window(&read(text, "2025-03-09"), trigger);
        (found != expected).then(|| format!("{trigger} is {found}, not {expected}, in {text:?}"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The expressions in whose light the last event with this trigger is told.
fn reference<'t>(timeline: &'t Timeline, trigger: &str) -> Vec<&'t str> {
    let event = timeline.events.iter().rposition(|e| e.text == trigger).map(Entity::Event).unwrap();
    let near = timeline.relations.iter().filter(|s| s.left() == event && s.relation() == Relation::Near);
    let timex = |s: &dateline::link::Statement| match s.right() {
        Entity::Timex(t) => Some(timeline.expressions[t].text.as_str()),
        _ => None,
    };
    near.filter_map(timex).collect()
}

#[test]
fn what_has_no_time_is_told_in_the_light_of_one() {
    let cases = [
        // The day of the news holds its article.
        ("The mine collapsed on Friday.\n\nThe rescue is under way.", "rescue", "Friday"),
        // Another day holds its paragraph and the next one.
        (
            "The mine collapsed on Friday.\n\nOn Monday inspectors came.\n\nThe inspection took hours.",
            "inspection",
            "Monday",
        ),
        (
            "The mine collapsed on Friday.\n\nOn Monday inspectors came.\n\nNobody slept.\n\nThe rescue is under way.",
            "rescue",
            "Friday",
        ),
        // A day comes before a year, and the date of the page is not the day of the news.
        (
            "March 9, 2025\n\nIt was the worst collapse since 2006.\n\nThe news of Friday was bad.\n\nThe rescue is under way.",
            "rescue",
            "Friday",
        ),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(reference(&read(text, "2025-03-09"), trigger), [want], "{text}");
    }
}

/// Whether an expression belongs to the last event with this trigger as its own time.
fn owns(text: &str, trigger: &str) -> bool {
    let timeline = read(text, "2025-03-09");
    let event = timeline.events.iter().rposition(|e| e.text == trigger);
    let event = event.unwrap_or_else(|| panic!("no event {trigger:?} in {:?}", triggers(&timeline)));
    timeline.relations.iter().any(|s| {
        s.left() == Entity::Event(event)
            && matches!(s.right(), Entity::Timex(_))
            && matches!(s.relation(), Relation::During | Relation::Lasts)
    })
}

#[test]
fn an_expression_belongs_to_what_its_phrase_hangs_on() {
    let cases = [
        ("The council approved the move on Friday.", "approved", true),
        ("The council approved the move on Friday.", "move", false),
        ("The firm began a new strategy in 2021.", "strategy", true),
        ("The firm said its business was weak in January.", "said", false),
        ("The firm said in January its business was weak.", "said", true),
        ("They gave him five months to draw up a plan.", "gave", false),
        ("They fought for five months.", "fought", true),
        ("The index had its smallest gain in a year.", "had", false),
        ("The bank squared its positions ahead of the weekend.", "squared", false),
        ("The bank cut its estimate for next year.", "cut", false),
        ("The ministers voted to support the treaty last Friday.", "voted", true),
        ("The troops left for the coast now in rebel hands.", "left", false),
        ("In the first quarter of 2024 the firm reported a profit.", "reported", false),
        ("The pact took a turn on Friday.", "took", true),
        ("The business had revenue of 76 million euros for the year ended March 31, 2024.", "had", false),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(owns(text, trigger), want, "{trigger}: {text}");
    }
}

#[test]
fn how_it_is_told_says_when() {
    // Published on Sunday, 9 March 2025.
    let cases = [
        // A noun that is told like a verb.
        ("The mine collapsed on Friday. There was no decision on a rescue.", "decision", "2025-03-07..2025-03-07"),
        ("The mine collapsed on Friday. There was no winter.", "collapsed", "2025-03-07..2025-03-07"),
        // What a question takes for granted.
        ("The owner did not know why the tank leaked.", "leaked", "...2025-03-09"),
        ("The tank leaked.", "leaked", "2025-03-09..2025-03-09"),
        // A saying in an aside, and one that tells which is meant.
        (
            "The bridge fell on Friday. The news came from the police, which did not say how.",
            "say",
            "2025-03-07..2025-03-07",
        ),
        ("The bridge fell on Friday. The man who said it is dead.", "said", "...2025-03-09"),
        // The past beside the present of a lead.
        ("The navy is moving ships south, as the king met his ministers.", "met", "2025-03-09..2025-03-09"),
        // What is done with words is of the day of the news, whatever the story is at.
        (
            "The king died on Friday.\n\nOn Tuesday he saw a doctor. The mayor urged people to pray.",
            "urged",
            "2025-03-07..2025-03-07",
        ),
        (
            "The king died on Friday.\n\nOn Tuesday he saw a doctor. The mayor hurried home.",
            "hurried",
            "2025-03-04..2025-03-04",
        ),
        ("“We continue to wait,” he said.", "continue", "2025-03-09..2025-03-09"),
        ("The ministry said that it is considering banning it.", "considering", "2025-03-09..2025-03-09"),
        ("She said on Friday she now believed the boat was lost.", "believed", "2025-03-07..2025-03-07"),
        // A state beside what happened goes on.
        ("The premier, facing troops at the gates, on Friday offered talks.", "facing", "...."),
        // What led to a deed of that day in the clause with "after", but not where the days between are counted.
        ("The crew left early on Friday after a talk produced a deal.", "produced", "2025-03-07..2025-03-07"),
        ("The crew left on Friday, two months after a storm hit the ship.", "hit", "2025-01-01..2025-01-31"),
        ("The crew left in January after a talk produced a deal.", "produced", "...2025-01-31"),
        // What holds somebody, what keeps on.
        ("Divers reached the miners trapped below.", "trapped", "...."),
        ("The police reached the miners trapped by a flood.", "trapped", "...2025-03-09"),
        ("The banks remained closed.", "closed", "...."),
        ("The river continued to rise.", "rise", "...."),
        ("The troops will stay until the crisis ends.", "crisis", "...."),
        ("Men suspected of theft left.", "suspected", "...."),
        ("He left a city still held by rebels.", "held", "...."),
        ("The province, still ruled by a king, voted.", "ruled", "...."),
        ("The banks will remain closed.", "remain", "...."),
        ("The envoys will stay there until the crisis ends.", "stay", "...."),
        ("The envoys will stay there for a week.", "stay", "2025-03-09..."),
        ("The council intends to keep the bridge closed until it is safe.", "keep", "...."),
        ("The crowd appears to believe it.", "believe", "...."),
        ("The tomb may contain gold.", "contain", "...."),
        ("The mayor may sell gold.", "sell", "2025-03-09..."),
        ("“It looks as though they ran,” she said.", "looks", "2025-03-09..2025-03-09"),
        ("The banks will close.", "close", "2025-03-09..."),
        // What goes on in the mind.
        ("The council hopes to save the bridge.", "hopes", "...."),
        ("The council wants to save the bridge.", "wants", "...."),
        ("“We want to save the bridge,” she said.", "want", "2025-03-09..2025-03-09"),
        ("The council expects to save the bridge.", "expects", "2025-03-09..2025-03-09"),
        // A saying that looks back is no news of what it tells.
        ("The clerk said on Friday that a fire broke out.", "broke", "2025-03-07..2025-03-07"),
        ("The clerk admitted on Friday that she took the money.", "took", "...2025-03-07"),
        // The words of an occasion are of its day.
        ("In a speech delivered in Oslo, she said on Friday that it was over.", "delivered", "2025-03-07..2025-03-07"),
        // Whose participle it is, and who goes on.
        (
            "“They ran,” a guard, speaking on condition of anonymity, said on Friday.",
            "speaking",
            "2025-03-07..2025-03-07",
        ),
        (
            "Hume said on Friday the pumps were failing, but rejected a refund, saying that it was early.",
            "rejected",
            "2025-03-07..2025-03-07",
        ),
        ("Hume called it “absurd,” saying that it was early.", "saying", "2025-03-09..2025-03-09"),
        // Who came to say something said it.
        ("The director returned to the stage on Friday to announce a prize.", "announce", "2025-03-07..2025-03-07"),
        ("The director hired a lawyer on Friday to announce a prize.", "announce", "2025-03-09..."),
        ("Helicopters are flying over the valley today.", "flying", "2025-03-09..2025-03-09"),
        // A comparison, a name and a worth have times of their own.
        ("The rise left wages higher than a year earlier.", "left", "2025-03-09..2025-03-09"),
        ("The firm showed its Deskset ’23 software on Friday.", "showed", "2025-03-07..2025-03-07"),
        ("She estimates that her flats, worth a million in October, are empty.", "estimates", "2025-03-09..2025-03-09"),
        (
            "The mayor resigned on Saturday. His captors sought a ransom, but talks broke off on Thursday.",
            "sought",
            "2025-03-08..2025-03-08",
        ),
        // What is nearer or farther than a length.
        ("The shop opened less than two months ago.", "opened", "2025-01-01..2025-03-09"),
        ("The shop opened more than two months ago.", "opened", "...2025-01-31"),
        ("The move comes a day after the airline stopped flights.", "comes", "2025-03-09..2025-03-09"),
        ("The move comes a day after the airline stopped flights.", "stopped", "2025-03-08..2025-03-08"),
        // "According to" says nothing of when it was so.
        ("She built a boat for the man who gave it its name, according to the firm.", "gave", "...2025-03-09"),
        // What is called for, promised on a condition or talked about is yet to come.
        ("The king on Friday called for a conference.", "conference", "2025-03-09..."),
        ("The king promised aid if the firm closes the mine.", "closes", "2025-03-09..."),
        ("The ministers met on Friday to talk about closing the port.", "closing", "2025-03-09..."),
        ("They fear the king’s visit. If so, the king’s visit would open a new chapter.", "visit", "2025-03-09..."),
        // The act that the sentence before told.
        (
            "The court on Friday rejected the claim. The mayor, who had fought it, hailed the ruling.",
            "ruling",
            "2025-03-07..2025-03-07",
        ),
        // What a reporter is refused is of the report; what somebody could not do otherwise is not.
        ("The bridge fell on Friday. The mayor would not say why.", "say", "2025-03-07..2025-03-07"),
        ("The bridge fell on Friday. The mayor could not be reached.", "reached", "2025-03-07..2025-03-07"),
        ("The bridge fell on Friday. The mayor could not find it.", "find", "...."),
        // What somebody is blamed for comes first, what is considered later.
        ("Hume was accused on Friday of taking the boat.", "taking", "...2025-03-07"),
        ("The punishment for blocking the bridge was mild.", "blocking", "...2025-03-09"),
        ("The council is considering closing the bridge.", "closing", "2025-03-09..."),
        ("The council may have been trying to close the bridge.", "trying", "...2025-03-09"),
        // A moment is over, though what is found there holds; a cause may last.
        ("The marks appear to match those found at the explosion.", "explosion", "...2025-03-09"),
        ("The attack, which was sparked by a dispute, is over.", "attack", "...2025-03-09"),
        // The occasion of a plan.
        ("The party hopes to win at the referendum.", "referendum", "2025-03-09..."),
        ("The party won at the referendum.", "referendum", "...2025-03-09"),
        // What was done for a purpose some years ago.
        ("The machines were removed a few years ago to make room for beds.", "make", "...."),
        // A title is in the present whatever the text tells.
        (
            "Council shuts bridge\n\nThe council has shut the bridge.\n\nThe bridge is old.\n\nThe mayor said so.",
            "said",
            "2025-03-09..2025-03-09",
        ),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), want, "{trigger}: {text}");
    }
}

#[test]
fn a_text_without_paragraphs_returns_to_its_news_with_each_sentence() {
    let wire = "Divers found the boat on Friday. It left the harbor on Tuesday. Its crew gave no sign. The sea was calm. \
        The wind was weak. The moon was full. Nobody was worried. The owner was abroad. The harbor was empty.";
    assert_eq!(window(&read(wire, "2025-03-09"), "gave"), "2025-03-07..2025-03-07");
    let paragraph = "Divers found the boat on Friday.\n\nIt left the harbor on Tuesday. Its crew gave no sign.";
    assert_eq!(window(&read(paragraph, "2025-03-09"), "gave"), "2025-03-04..2025-03-04");
}

#[test]
fn what_is_counted_over_a_period_takes_all_of_it() {
    let cases = [
        ("Prices rose 2 percent in January.", "rose", true),
        ("Employers added 300 jobs last month, the ministry said.", "added", true),
        ("The firm earned 5 million euros in the third quarter of 2024.", "earned", true),
        // No number, no month, a year that is not over, or a place in the order of things.
        ("Prices rose 2 percent this year.", "rose", false),
        ("The tower fell in January.", "fell", false),
        ("Prices rose 2 percent on Friday.", "rose", false),
        ("Prices rose 2 percent in January after the king resigned.", "rose", false),
    ];
    for (text, trigger, want) in cases {
        let timeline = read(text, "2025-03-09");
        let event = timeline.events.iter().position(|e| e.text == trigger).expect(trigger);
        let whole =
            |s: &&dateline::link::Statement| s.left() == Entity::Event(event) && s.relation() == Relation::Includes;
        assert_eq!(timeline.relations.iter().filter(whole).count() == 1, want, "{text}");
    }
}

/// Publication, text, trigger, window.
type Case = (&'static str, &'static str, &'static str, &'static str);

fn check(cases: &[Case]) {
    for (published, text, trigger, expected) in cases {
        assert_eq!(window(&read(text, published), trigger), *expected, "{trigger} in {text}");
    }
}

#[test]
fn the_day_of_the_news_is_one_that_its_main_clauses_name() {
    check(&[
        (
            "2025-03-09",
            "The rider Anna Berg crashed twelve miles before the end of Sunday’s last stage and lost a minute.\n\nShe changed bikes.\n\nHer rival had led from Monday until Friday, when Berg took the jersey.",
            "changed",
            "2025-03-09..2025-03-09",
        ),
        (
            "2025-03-09",
            "At 7.15 on Friday evening a girl in a red coat bought the first ticket. She handed it back.",
            "handed",
            "2025-03-07..2025-03-07",
        ),
        // The date line of an article is no day of its first sentence.
        (
            "2025-03-09",
            "March 9, 2025\nThe bridge fell yesterday. Two houses burned.",
            "burned",
            "2025-03-08..2025-03-08",
        ),
        // What the subject dates to an old year is not of the day of the news.
        (
            "2025-03-09",
            "The plant closed on Friday after a fire.\n\nA similar fire at a rival in 2018 ended in a fine.",
            "ended",
            "...2025-03-09",
        ),
    ]);
}

#[test]
fn a_scene_goes_on_in_what_follows() {
    check(&[
        // From what was said to have been on a day.
        (
            "2025-03-09",
            "In a report published on Saturday, the firm said that a pump failed at 13:00 on 5 March. Water poured into the hall.",
            "poured",
            "2025-03-05..2025-03-05",
        ),
        // With witnesses.
        (
            "2025-03-09",
            "She was there on 31 May 2003, when the cinema closed. “We clapped the screen,” she says. “Then we went home.”",
            "went",
            "2003-05-31..2003-05-31",
        ),
        // With a past perfect about what the article opened with.
        (
            "2025-03-09",
            "A car that was stolen from a street on Monday has been found, the police said yesterday.\n\nIts owner is a baker. She had parked it beside her shop. When she returned, it was gone.",
            "parked",
            "2025-03-03..2025-03-03",
        ),
        // "It was then".
        (
            "2025-03-09",
            "In the summer of 2013 the roof fell in.\n\nIt was then that Carl Holm stood up at a meeting.",
            "stood",
            "2013-06-01..2013-08-31",
        ),
        // What is perceived, who comes last in a clause, what is gone for, what is done in the end.
        (
            "2025-03-09",
            "On Friday she reached into a hole and felt something bite her.",
            "bite",
            "2025-03-07..2025-03-07",
        ),
        (
            "2025-03-09",
            "The tank was examined on Friday by a welder, who found a crack in it.",
            "found",
            "2025-03-07..2025-03-07",
        ),
        ("2025-03-09", "In 2014 he returned to the hall to unveil a plaque.", "unveil", "2014-01-01..2014-12-31"),
        (
            "2025-03-09",
            "The jury deliberated on Friday before finding him guilty.",
            "finding",
            "2025-03-07..2025-03-07",
        ),
        (
            "2025-03-09",
            "On Friday the singer fell ill on the morning of a concert.",
            "concert",
            "2025-03-07..2025-03-07",
        ),
    ]);
}

#[test]
fn what_lasts_has_the_end_that_the_text_gives_it() {
    check(&[
        (
            "2025-03-09",
            "In 1958 the owner left it in a taxi, and it did not come to light for three years.",
            "come",
            "1958-01-01..1961-12-31",
        ),
        (
            "2025-03-09",
            "The sailors were held for ten days and flown home on 2 March.",
            "held",
            "2025-02-20..2025-03-02",
        ),
        ("2025-03-09", "The tour begins on 20 March. Until then she will rest.", "rest", "2025-03-09..2025-03-20"),
        ("2025-03-09", "The judge on Friday gave prosecutors 30 days to decide.", "decide", "2025-03-09..2025-04-06"),
        ("2025-03-09", "The party has two weeks to choose a leader.", "choose", "2025-03-09..2025-03-23"),
        (
            "2025-03-09",
            "The team left the port on 8 January. It located nine wrecks in six days.",
            "located",
            "2025-01-08..2025-01-14",
        ),
    ]);
}

#[test]
fn a_life_has_its_dates_and_ages() {
    let text = "Carl Holm, who has died aged 87, was a potter.\n\nBorn in Hull, Carl was the son of a sailor. He left school at 14 and moved to Leeds in 1957. His wife, Jean, died in 2013.\n\nCarl Holm, potter, born 3 April 1933; died 29 December 2020";
    let timeline = read(text, "2021-01-08");
    let windows = |trigger: &str| -> Vec<String> {
        let mut windows = Vec::new();
        for (event, when) in timeline.events.iter().zip(timeline.when.iter()).filter(|(e, _)| e.text == trigger) {
            let (first, last) = when.window();
            let day = |at: Option<chrono::NaiveDateTime>| at.map_or(".".into(), |at| at.date().to_string());
            windows.push(format!("{} {}..{}", event.text, day(first), day(last)));
        }
        windows
    };
    let died = ["died 2020-12-29..2020-12-29", "died 2013-01-01..2013-12-31", "died 2020-12-29..2020-12-29"];
    assert_eq!(windows("died"), died);
    assert_eq!(windows("Born"), ["Born 1933-04-03..1933-04-03"]);
    assert_eq!(windows("left"), ["left 1947-04-03..1948-04-03"]);
}

#[test]
fn a_time_is_given_to_the_verb_that_it_belongs_to() {
    check(&[
        ("2025-03-09", "The bill cleared the Senate by two votes on Wednesday.", "cleared", "2025-03-05..2025-03-05"),
        ("2025-03-09", "Two men were charged with theft on Friday.", "charged", "2025-03-07..2025-03-07"),
        (
            "2025-03-09",
            "In 2020, she says, when the money was gone, he sold the shop.",
            "sold",
            "2020-01-01..2020-12-31",
        ),
        ("2025-03-09", "By the end of May, he added, the line will reopen.", "reopen", "2025-03-09..2025-05-31"),
        // A noun in a phrase of its own takes a time that its verb has, too, rather than that of the sentence before.
        (
            "2025-03-09",
            "In 2021 a sailor saw the bird. Holm raised money for an expedition in 2023.",
            "raised",
            "2023-01-01..2023-12-31",
        ),
    ]);
}

#[test]
fn dates_without_a_year_look_the_right_way() {
    check(&[
        (
            "2020-10-01",
            "The neighbours made peace in 1998 and in February signed a treaty.",
            "signed",
            "2020-02-01..2020-02-29",
        ),
        (
            "2025-09-27",
            "The mayor, who was to have cut the ribbon on Thursday, missed it.",
            "cut",
            "2025-09-25..2025-09-25",
        ),
        (
            "2019-04-26",
            "Officials on Thursday extended for another month an order.",
            "extended",
            "2019-04-25..2019-04-25",
        ),
        (
            "2025-03-31",
            "The state plans to declare the island a reserve in May and to ban landings in November.",
            "ban",
            "2025-11-01..2025-11-30",
        ),
    ]);
}

#[test]
fn what_the_article_itself_says_is_of_the_day_of_the_saying() {
    check(&[
        ("2025-03-09", "Acme has cancelled the flight, it announced on Friday.", "cancelled", "2025-03-07..2025-03-07"),
        // A cleft tells what a main clause would.
        (
            "2025-03-09",
            "The pump failed on Friday. It was a trainee who spotted it.",
            "spotted",
            "2025-03-07..2025-03-07",
        ),
    ]);
}
