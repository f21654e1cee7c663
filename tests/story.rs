//! The time that a story has reached: short texts, read from end to end.

use dateline::{Article, Timeline, extract};

fn read(text: &str, published: &str) -> Timeline {
    extract(&Article::new(text, published).unwrap())
}

/// The window of the last event with this trigger, as days: `2025-03-07..2025-03-07`, empty where it is open.
fn window(timeline: &Timeline, trigger: &str) -> String {
    let event = timeline.events.iter().rposition(|e| e.text == trigger);
    let triggers = || timeline.events.iter().map(|e| e.text.as_str()).collect::<Vec<_>>();
    let event = event.unwrap_or_else(|| panic!("no event {trigger:?} in {:?}", triggers()));
    let (first, last) = timeline.when[event].window();
    let day = |at: Option<chrono::NaiveDateTime>| at.map_or(String::new(), |at| at.date().to_string());
    format!("{}..{}", day(first), day(last))
}

const MOON: &str = "Two men landed on July 20, 1969.\n\nThey gathered 20 kilograms of rock.\n\nThe flight met a goal \
    that the president had set in 1961. The first man died in 2012, the second in 2021. The ship was sold in 1975.";

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
        // A saying that comes before the dated one of its paragraph is of the same speech.
        ("Mr Orr denied the report. He did not lie, Mr Orr said on Friday.", "denied", "2025-03-07..2025-03-07"),
        // What lasts for days is not of one day of the story.
        ("Talks began on Friday. The truce lasted nine days.", "lasted", "..2025-03-09"),
        // A month or a year that does not stand at the front holds its own sentence only.
        ("The probe was cancelled in 2018. Its planners left.", "left", "..2025-03-09"),
        // What takes days has no day of the news.
        ("The antenna failed on Friday.\n\nAcme built it.", "built", "..2025-03-09"),
        // News of the night before is of the day of publication.
        (
            "Thousands left the coast overnight.\n\nThe governor signed an order on Friday.\n\nHe said no more.",
            "said",
            "2025-03-09..2025-03-09",
        ),
        // What somebody is sentenced for was not done on the day of the sentence.
        ("The banker was sentenced on Friday for inflating the bills.", "inflating", "..2025-03-07"),
        // The last one is another one.
        (
            "An earthquake shook the town on Friday.\n\nThe last comparable earthquake, in 1976, killed 41 people.",
            "earthquake",
            "1976-01-01..1976-12-31",
        ),
        // What takes a moment where a word of direction stands behind it.
        ("The final was lost on Saturday.\n\nFans ran on to the pitch.", "ran", "2025-03-08..2025-03-08"),
        // The quarter of a report holds on in the next paragraph.
        (
            "Acme said Friday its profit rose in the fourth quarter.\n\nRevenue slipped 3% to $1.2 billion.",
            "slipped",
            "2024-10-01..2024-12-31",
        ),
        // A phrase between commas parts a time at the front from nothing.
        (
            "Others never forgave her, and in 1990, after a vote of the staff, she resigned.",
            "resigned",
            "1990-01-01..1990-12-31",
        ),
        ("A mill closed in 1991. It has stood empty since.", "stood", "1991-01-01.."),
        // The month of a sentence is that of the next one, too, but no longer.
        (
            "The minister fell ill on Friday.\n\nAmsel complained in October 2018. Her memo went to a director.",
            "went",
            "2018-10-01..2018-10-31",
        ),
        ("The judge read out a 2018 message in which the founder wrote of a plan.", "wrote", "2018-01-01..2018-12-31"),
        (
            "The road was closed on Jan. 27, 2022, after a rope parted on Jan. 27, 2022. He quit the day the rope parted.",
            "quit",
            "2022-01-27..2022-01-27",
        ),
        // A past perfect beside a day is of that day, if nothing says more.
        (
            "The debate was held on Tuesday. Three protesters were removed. One of them had glued his hand to a rail.",
            "glued",
            "2025-03-04..2025-03-04",
        ),
        // A rider is no figure.
        ("Moreau won the race on Sunday.\n\nMoreau, 26, crashed on a descent.", "crashed", "2025-03-09..2025-03-09"),
        // Not so where it looks back from the begin of its paragraph, or has a time behind it.
        ("The debate was held on Tuesday.\n\nThe firm had pointed the finger elsewhere.", "pointed", "..2025-03-09"),
        (
            "The firm denied it on Thursday. Castor had set it a deadline of midnight on 31 December.",
            "set",
            "..2025-03-06",
        ),
        // The month of the sentence before is not that of one with a time of its own.
        ("The trial began in October 2018. The verdict, due that May, was postponed.", "postponed", "..2025-03-09"),
        // What the news comes after is of its day, where no other day parts the two.
        (
            "A developer has vowed to fight on after councillors rejected its plans.\n\nThe committee voted on Friday.",
            "rejected",
            "2025-03-07..2025-03-07",
        ),
        // The clause of a noun in the subject does not hide the main verb.
        (
            "Talks ended in May 2024.\n\nThis week a complaint that she had prejudged the matter was lodged.",
            "lodged",
            "2025-03-03..2025-03-09",
        ),
        ("When I took over five years ago we had nothing, the manager said.", "took", "2020-01-01..2020-12-31"),
        // "By the time" opens a clause, which has no date in it.
        (
            "A man fled at 6 a.m. on Friday. By the time the first patrol arrived, he had gone.",
            "arrived",
            "2025-03-07..2025-03-07",
        ),
        // What was going on is of the time of the scene.
        ("On Saturday a sign hung at the gate. Inside, two men were digging.", "digging", "2025-03-08..2025-03-08"),
        // Who was there goes on with the scene.
        (
            "The council met on Tuesday.\n\nAt 7 a.m. on Friday a walker came round a bend. “He was washing his face,” \
             she said. “He looked at me.”",
            "looked",
            "2025-03-07..2025-03-07",
        ),
        (
            "The council voted on Tuesday to refuse the plan.\n\n“We took off two floors. Then six people tore it \
             up,” the owner said.",
            "tore",
            "2025-03-04..2025-03-04",
        ),
        // What comes within hours is of the time of what it answers.
        (
            "The governor offered to mediate last week. The company accepted within hours.",
            "accepted",
            "2025-02-24..2025-03-02",
        ),
        // A poll is told later than it is taken.
        (
            "The minister resigned on Friday.\n\nPolls taken in January gave him 12 percent.",
            "gave",
            "2025-01-01..2025-01-31",
        ),
        // What is told after a minute is of its day.
        ("The bomb exploded at 4:17 a.m. on Friday. The guests fled.", "fled", "2025-03-07..2025-03-07"),
        // A history goes on from paragraph to paragraph, unless it looks back.
        (MOON, "gathered", "1969-07-20..1969-07-20"),
        (MOON, "met", "..2025-03-09"),
        // What is told in the present leaves the past behind.
        ("Fans bought the club in 2006 and still own it. They cheered it on.", "cheered", "2025-03-09..2025-03-09"),
        // A figure is of the time that it is reported for, a price of the day.
        ("The firm reported its results on Thursday.\n\nOrders rose sharply.", "rose", "..2025-03-09"),
        ("The firm reported its results on Thursday.\n\nIts shares rose sharply.", "rose", "2025-03-06..2025-03-06"),
        // A time at the front of a sentence holds its asides.
        ("In 1992 a storm, which followed the same track, hit the town.", "followed", "1992-01-01..1992-12-31"),
        // What an article opens with has just happened, unless it came about bit by bit.
        ("The party has expelled its leader.\n\nThe court has lifted a ban.", "expelled", "2025-03-09..2025-03-09"),
        ("The party has expelled its leader.\n\nThe court has lifted a ban.", "lifted", "..2025-03-09"),
        ("The party has become a force.", "become", "..2025-03-09"),
        // What continues does so today, and a report that cites somebody is of the news.
        ("The storm continues.", "continues", "2025-03-09..2025-03-09"),
        ("A report citing officials caused a panic.", "citing", "2025-03-09..2025-03-09"),
        // Who says goes on saying.
        ("He said on Friday that she had left, but added that it rained.", "added", "2025-03-07..2025-03-07"),
        // The words of a source that stands behind.
        ("The bank has closed, the agency said.", "closed", "2025-03-09..2025-03-09"),
        // So are the words that bring the news, and no others.
        ("The police said two boys drowned.", "drowned", "2025-03-09..2025-03-09"),
        ("Rain fell.\n\nThe police said two boys drowned.", "drowned", "..2025-03-09"),
        // The act is the one that was told last.
        ("The court lifted the ban on Friday. The move was no surprise.", "move", "2025-03-07..2025-03-07"),
        // A length of less than a day leaves the day to the story.
        ("Rovers won on Saturday.\n\nOkafor scored after 11 minutes.", "scored", "2025-03-08..2025-03-08"),
        // What a condition or "until" awaits is to come.
        ("Talks will fail if it rains.", "rains", "2025-03-09.."),
        ("They will stay until he resigns.", "resigns", "2025-03-09.."),
        // What was aimed at long ago need not lie ahead still.
        ("In 1992 the town promised to pave the road.", "pave", "1992-01-01.."),
        ("On Friday the town promised to pave the road.", "pave", "2025-03-09.."),
        // How long a crisis went on is not said by what came in its wake.
        ("He met a firm that left in the wake of the crisis.", "left", "..2025-03-09"),
        // The present perfect takes no past time from another verb.
        ("He has sent a team and buried those killed in 1996.", "sent", "2025-03-09..2025-03-09"),
        // "When" brings a time of its own.
        ("When the phone was first shown, he praised it.", "praised", "..2025-03-09"),
        // "Within" goes on from what somebody is said to have said.
        (
            "The firm said that it lapsed on Friday. Within ten minutes, terminals were refusing cards.",
            "refusing",
            "2025-03-07..2025-03-07",
        ),
        // A goal of long before is no time that the story goes on from.
        (
            "It met a goal that he had set in May 1961, when the country had no rocket. It nearly was not met.",
            "met",
            "2025-03-09..2025-03-09",
        ),
        // So does "before", where its clause has a day.
        ("The party was on March 1. She worked two shifts before she fell ill on Friday.", "worked", "..2025-03-07"),
        // What the present perfect opens is some time of that past.
        ("The team spoke on Friday.\n\nThe tags have brought a surprise. Two birds flew home.", "flew", "..2025-03-09"),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), want, "{text}");
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
        ("On Friday the explosion killed three people.", "explosion", friday),
        ("The wait ended on Friday, when Okafor rose and headed the ball in.", "headed", friday),
        // "Tuesday night" is told of Tuesday.
        ("Rovers beat United on Tuesday night.", "beat", "2025-03-04..2025-03-04"),
    ];
    for (text, trigger, want) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), want, "{text}");
    }
}

#[test]
fn what_has_gone_on_since_began_with_it() {
    let timeline = read("The hall has been closed since its roof fell on March 3.", "2025-03-09");
    let closed = timeline.events.iter().position(|e| e.text == "closed").unwrap();
    let begin = timeline.when[closed].begin;
    let days = [begin.earliest, begin.latest].map(|at| at.unwrap().date().to_string());
    assert_eq!(days, ["2025-03-03", "2025-03-03"]);
}

#[test]
fn what_is_said_to_be_going_on_holds_today() {
    let timeline = read("The talks appear to be making progress.", "2025-03-09");
    let making = timeline.events.iter().position(|e| e.text == "making").unwrap();
    let when = timeline.when[making];
    assert_eq!((when.begin.earliest, when.end.latest), (None, None));
    assert_eq!(when.begin.latest.unwrap().date().to_string(), "2025-03-09");
}

#[test]
fn what_lasts_goes_on() {
    let timeline = read("The negotiations in Geneva are hampered by mistrust.", "2025-03-09");
    let talks = timeline.events.iter().position(|e| e.text == "negotiations").unwrap();
    assert_eq!(timeline.when[talks].end.latest, None);
    assert_eq!(timeline.when[talks].end.earliest.unwrap().date().to_string(), "2025-03-09");
}

#[test]
fn what_is_counted_from_keeps_to_its_paragraph() {
    // Published on Sunday, 9 March 2025.
    let cases = [
        // A day that nobody dates has a night that nobody dates.
        (
            "He was found on Friday.\n\nHe fell on the first day. He crawled for most of that night.",
            "crawled",
            "..2025-03-09",
        ),
        // A paragraph that looks back counts from the news.
        (
            "She was freed on Friday.\n\nShe was flown home on Saturday.\n\nHer son had been told three days before to wait.",
            "told",
            "2025-03-04..2025-03-04",
        ),
        // A past perfect looks back from its own paragraph only.
        ("In 2019 a carrier flew to Boston.\n\nOfficials had counted on visitors.", "counted", "..2025-03-09"),
        // Plans go on in the year that they name.
        (
            "“The first half of 2026 will be slow. We expect orders to pick up in the third quarter,” he said.",
            "pick",
            "2026-07-01..2026-09-30",
        ),
        // What did not happen after a month did not happen for longer than that.
        ("The truce was signed in May 2024. Fighting did not return.", "return", "..2025-03-09"),
        // Decades are told roughly.
        (
            "In the 2000s she found the notch that she had missed four decades before.",
            "missed",
            "1955-01-01..1974-12-31",
        ),
        // Minutes pass within the day.
        ("The ship sank on Friday. It had been left minutes earlier.", "left", "2025-03-07..2025-03-07"),
        // A feature in the present has no day of the news.
        (
            "She mends clocks and does not like to talk. She keeps a cat.\n\nThe council offered her a shop. She sells plums.",
            "offered",
            "..2025-03-09",
        ),
        // A figure is of its period, not of the day.
        ("Acme said Friday its profit fell in 2024.\n\nSales climbed to 3 million euros.", "climbed", "..2025-03-09"),
        // What is told of a time that is named is no time of the main clause.
        (
            "The landing met a goal that he had set in 1961, when the country had no rocket.",
            "met",
            "2025-03-09..2025-03-09",
        ),
        // A speaker's "tomorrow" counts from the saying before it.
        (
            "“We did not fire,” he said late Friday. “Tomorrow we will sign.” The rebels repeated it on Sunday.",
            "sign",
            "2025-03-08..2025-03-08",
        ),
    ];
    let wrong = cases.into_iter().filter_map(|(text, trigger, expected)| {
        let found = window(&read(text, "2025-03-09"), trigger);
        (found != expected).then(|| format!("{trigger} is {found}, not {expected}, in {text:?}"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_time_is_read_where_the_story_stands() {
    let cases = [
        // A time by the clock lies in the part of a day that was named last.
        (
            "Officials on Friday found the recorders of the plane that left the runway on Thursday night.\n\nIt landed at 9:52 p.m.",
            "landed",
            "2025-03-06..2025-03-06",
        ),
        // A dateline is no news.
        (
            "PARIS, March 9 (Reuben Press) - The probe sent a signal on Saturday.\n\nIt arrived at 0417 GMT.",
            "arrived",
            "2025-03-08..2025-03-08",
        ),
        // A month behind a season that was counted up to.
        (
            "The dam broke in January 2022. The firm lost its contract that spring. Its director resigned in June.",
            "resigned",
            "2022-06-01..2022-06-30",
        ),
        // A date with its weekday in the year of the story, where it fits.
        (
            "The theft came to light in November 2018. She was arrested on Monday, November 19.",
            "arrested",
            "2018-11-19..2018-11-19",
        ),
        // "since ... , when" tells of that day.
        (
            "Hundreds have died since Feb. 3, when troops seized the dam. Rebels retook it nine days later.",
            "retook",
            "2025-02-12..2025-02-12",
        ),
        ("A ship that should have arrived in September was lost.", "arrived", "2024-09-01..2024-09-30"),
        // What a text of a day says is of that day.
        (
            "The firm showed its glasses on Friday.\n\nIn a ruling issued on Saturday, a judge found that it broke the law.",
            "found",
            "2025-03-08..2025-03-08",
        ),
        // What a fire did is of its time.
        (
            "The council met on Friday.\n\nA fire in October 2019 destroyed the hall.",
            "destroyed",
            "2019-10-01..2019-10-31",
        ),
        // A paragraph that counts within the day goes on with the scene, whatever was said of last week.
        (
            "Members voted on Saturday.\n\nRain fell at the gate on Sunday. She was fined last week, she said.\n\n\
             An hour later a van stopped. The crowd cheered.",
            "cheered",
            "2025-03-09..2025-03-09",
        ),
        // A feature in the present tells of the day that it names.
        (
            "He looks up from his bench.\n\nIt is a wet Tuesday in February. He pours tea into a mug.",
            "pours",
            "2025-02-01..2025-02-28",
        ),
        ("It is a wet Tuesday in February. He walks home each evening.", "walks", ".."),
        ("The union met on Saturday. Its members walked out two weeks ago Monday.", "walked", "2025-02-17..2025-02-17"),
        // What opens a sentence with its day has that, not one of a thing that it speaks of.
        (
            "Then, on February 11th, photographs surfaced of the two men at a lodge in January.",
            "surfaced",
            "2025-02-11..2025-02-11",
        ),
        // A witness tells of what lies behind the news.
        (
            "Police on Saturday found the driver of a bus that left the road on Thursday.\n\n\
             \"We wrapped them in blankets,\" Ann Berg said.",
            "wrapped",
            "2025-03-06..2025-03-06",
        ),
        ("Ann Berg was born on May 14 1931. Her mother died when she was seven.", "died", "1938-05-14..1939-05-14"),
    ];
    for (text, trigger, expected) in cases {
        assert_eq!(window(&read(text, "2025-03-09"), trigger), expected, "{trigger} in {text}");
    }
}
