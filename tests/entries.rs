//! The lines of a timeline as an editor reads them: which events get one, in whose words, who says so.

use dateline::{Article, Detail, Options, extract, extract_with};

/// The entries of a text published on Sunday 9 March 2025, without their dates: "● The mayor resigned".
fn lines(text: &str) -> Vec<String> {
    let article = Article::new(text, "2025-03-09").expect("a publication date");
    let told = |entry: &dateline::Entry| {
        let line = entry.to_string();
        line.split_once("  ").map_or(line.clone(), |(_, told)| told.to_string())
    };
    extract(&article).entries.iter().map(told).collect()
}

/// Each text shows the line, or none that contains the words behind "no ".
fn check(table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, wanted) in table {
        let found = lines(text);
        let right = match wanted.strip_prefix("no ") {
            Some(words) => !found.iter().any(|line| line.contains(words)),
            None => found.iter().any(|line| line == wanted),
        };
        if !right {
            wrong.push(format!("{text}\n  wanted: {wanted}\n  found: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_quote_has_its_whole_subject() {
    check(&[
        ("Shops in two towns closed on Friday and will not reopen.", "● Shops in two towns closed on Friday"),
        (
            "The rally was moved, and the race between Ford and Lotus was put off on Friday.",
            "● the race between Ford and Lotus was put off on Friday",
        ),
        (
            "The mill, a gift of the painter Jan Roos, opened in 1908.",
            "● The mill, a gift of the painter Jan Roos, opened in 1908",
        ),
        ("More than 300 people left the port on Friday.", "● More than 300 people left the port on Friday"),
        ("An all-day session began on Friday.", "● An all-day session began on Friday"),
        ("The next day Reed and Marsh left Rome.", "● Reed and Marsh left Rome"),
        (
            "A clerk who fell on a walk last week was found on Friday by two boys.",
            "● A clerk who fell on a walk last week was found on Friday by two boys",
        ),
        (
            "The wall that was promised after that flood was finished in 2008.",
            "● The wall that was promised after that flood was finished in 2008",
        ),
        ("The first, on 21 October, lasted an hour.", "● The first, on 21 October, lasted an hour"),
        ("Two years of waiting ended on Friday.", "● Two years of waiting ended on Friday"),
        ("The oldest of them, Winnie Clough, left on Friday.", "● The oldest of them, Winnie Clough, left on Friday"),
        ("First exit polls appeared on Friday.", "● First exit polls appeared on Friday"),
        (
            "The talks, which broke down after a raid on a market, resumed on Friday.",
            "● The talks, which broke down after a raid on a market, resumed on Friday",
        ),
        ("In 1944 retreating troops burned the town.", "● retreating troops burned the town"),
        ("Not until 1963 did a survey confirm it.", "● Not until 1963 did a survey confirm it"),
        (
            "They dropped a sale of two million shares that was agreed in January.",
            "● a sale of two million shares that was agreed in January",
        ),
        ("That jury failed on Friday to reach a verdict.", "● That jury failed on Friday to reach a verdict"),
        ("A plan to move the post was rejected on Friday.", "● A plan to move the post was rejected on Friday"),
    ]);
}

#[test]
fn a_quote_leaves_out_what_is_not_its_own() {
    check(&[
        ("Under the old plan it left on Friday.", "● it left on Friday"),
        ("Under the old plan Rosetta left on Friday.", "● Rosetta left on Friday"),
        ("In return the union signed a contract on Friday.", "● the union signed a contract on Friday"),
        ("After an hour on the island they left on Friday.", "● they left on Friday"),
        ("She refused the prize on Friday because, he said, it was late.", "● She refused the prize on Friday"),
        ("A clerk who vanished on a walk last week was found alive.", "● [A clerk] vanished on a walk last week"),
        ("Its base in Bristol, closed in 2020, in a suburb, was sold.", "● Its base in Bristol, closed in 2020"),
        ("They will apply for it to be listed, a step that would help.", "no a step"),
        ("They asked on Friday for it to be listed, a step that would help.", "no a step"),
        ("She rejected it on Friday: it would have failed.", "● She rejected it on Friday"),
        (
            "Ann Marsh said that he had told her in 2016 to “burn the file and go.”",
            "● he had told her in 2016 to “burn the file and go.”  (says Ann Marsh)",
        ),
    ]);
}

#[test]
fn a_quote_without_its_subject_is_told_whose_it_is() {
    check(&[
        ("The clerk, who fell in 2022, was freed.", "● [The clerk] fell in 2022"),
        ("The plan was approved in 2015, cancelled in 2018 and revived in 2019.", "● [The plan] revived in 2019"),
        (
            "Speaking to officials on Saturday, Marsh rejected the plan.",
            "● Speaking to officials on Saturday, Marsh rejected the plan",
        ),
        (
            "A quake shook the port on Friday, killing three people.",
            "● A quake shook the port on Friday, killing three people",
        ),
        (
            "Neil Armstrong, Buzz Aldrin and Michael Collins reached the Moon in July.",
            "● Neil Armstrong, Buzz Aldrin and Michael Collins reached the Moon in July",
        ),
        ("On Friday Orr and Pell moved into the lander, Eagle, and undocked.", "● [Orr and Pell] undocked"),
        (
            "Orr threatened on Friday to stay at home unless they paid her.",
            "● Orr threatened on Friday to stay at home unless they paid her",
        ),
        ("Asked on Friday about the plan, Marsh said it had failed.", "● Marsh said it had failed"),
        (
            "A chart that appeared in 1967, and which was printed until 1980, praised her.",
            "● [A chart] was printed until 1980",
        ),
        ("He was freed and was not charged until Friday.", "● [He] was not charged until Friday"),
        (
            "The bell rang at 4 a.m. on Friday, when most of the monks were asleep, and lasted a minute on Saturday.",
            "● [The bell] lasted a minute on Saturday",
        ),
        ("He ran faster than the coaches had hoped and was picked on Friday.", "● [He] was picked on Friday"),
    ]);
}

#[test]
fn what_is_only_meant_has_no_line() {
    check(&[
        ("Unless he saw the map on Friday, the crew would leave.", "no saw"),
        ("“Ask me in ten years,” he said.", "no Ask"),
        ("Ann Marsh was told on Friday to prepare for a storm.", "no planned"),
        ("The rebels agreed on Friday to meet in May.", "○ [The rebels] to meet in May  (planned)"),
        ("The bell rang at 4 a.m. on Friday, when the monks were asleep.", "no asleep"),
        ("Ann Marsh left on Friday. She declined to comment.", "no comment"),
        ("The bank will close, the mayor announced on Friday.", "no announced"),
        ("The rebels agreed on Friday on a truce until May.", "no ○"),
        ("The daily flight left on Friday.", "no ↻"),
        ("“I have seen it three times now,” Ann Marsh said on Friday.", "no seen"),
        ("“Now we have two weeks,” Ann Marsh said on Friday.", "no two weeks  ("),
        ("The club has two weeks to lodge an appeal.", "? The club has two weeks to lodge an appeal  (possible)"),
    ]);
}

#[test]
fn what_is_to_come_is_listed_with_its_modal() {
    check(&[
        ("The next session is set for May 18.", "○ The next session is set for May 18  (planned)"),
        ("A hearing has been set for July 9.", "○ A hearing has been set for July 9  (planned)"),
        ("Her members must still approve the deal.", "○ Her members must still approve the deal  (planned)"),
        ("The mayor said that she would resign.", "○ she would resign  (planned, says mayor)"),
        ("The probe will be back in its hall by Friday.", "○ The probe will be back in its hall by Friday  (planned)"),
        (
            "She will not be eligible for parole before May 2027.",
            "○ She will not be eligible for parole before May 2027  (planned)",
        ),
        ("“I would rather explain it today,” Ann Marsh said.", "no explain"),
        ("Police charged two of them with theft on Friday.", "no ● theft on Friday"),
        (
            "The king, 70, who has been ill since May, left on Friday.",
            "● The king, 70, who has been ill since May, left on Friday",
        ),
        ("A clerk spoke at a news conference on Friday.", "no conference on Friday  ("),
    ]);
}

#[test]
fn the_headline_is_what_the_first_lines_tell() {
    let text = "A storm hit the port on Friday, officials said.\n\nIt sank two boats. “It was huge,” said Ann Marsh.\n\n\
                She has lived there since 1990.\n\nThe port was built in 1950.";
    let article = Article::new(text, "2025-03-09").expect("a publication date");
    let few = extract_with(&article, &Options::default().detail(Detail::Headline));
    let quotes: Vec<&str> = few.entries.iter().map(|e| e.quote.text.as_str()).collect();
    assert_eq!(quotes, ["A storm hit the port on Friday", "It sank two boats"]);
}

#[test]
fn who_to_whom_and_where_are_spans_of_the_text() {
    let text = "The bridge in Basra was blown up by rebels in Mosul on Friday. The army sent a letter to the king.";
    let article = Article::new(text, "2025-03-09").expect("a publication date");
    let timeline = extract(&article);
    let blown = timeline.entries.iter().find(|e| e.trigger.text == "blown").expect("an entry");
    let words = |quote: &Option<dateline::Quote>| quote.as_ref().map(|q| q.text.clone());
    assert_eq!(words(&blown.agent).as_deref(), Some("rebels"));
    assert_eq!(words(&blown.patient).as_deref(), Some("The bridge"));
    let event = timeline.event(blown).expect("its event");
    assert_eq!(event.place.map(|s| s.of(text)), Some("Mosul"));
}
