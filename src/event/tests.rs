//! Tables of English: what a sentence's event is, what is asserted about it, who says so.

mod asserted;
mod said;

use super::{Aspect, Class, Event, Polarity, Role, Source, Status, Tense, Trigger};
use crate::text::Document;

fn events(text: &str) -> Vec<Event> {
    let mut document: Document = crate::text::read(text);
    crate::text::tag(&mut document);
    let mentions = crate::expression::find(&document);
    super::find(&document, &mentions)
}

/// The event whose trigger is the last `word` of the text.
fn event(text: &str, word: &str) -> Event {
    let found = events(text);
    let names: Vec<&str> = found.iter().map(|e| e.text.as_str()).collect();
    let hit = found.iter().rev().find(|e| e.text == word);
    hit.unwrap_or_else(|| panic!("{word:?} is no event of {text:?}: {names:?}")).clone()
}

fn speaker(event: &Event) -> &str {
    match event.source() {
        Source::Narrator => "-",
        Source::Speaker { name, .. } => name,
    }
}

#[test]
fn tense_aspect_polarity_and_voice() {
    use Aspect::{None as Plain, Perfective, PerfectiveProgressive, Progressive};
    use Polarity::{Neg, Pos};
    use Tense::{Future, Infinitive, Past, PastPart, PresPart, Present};
    let table: &[(&str, &str, Tense, Aspect, Polarity, bool)] = &[
        ("The minister resigned on Friday.", "resigned", Past, Plain, Pos, false),
        ("The minister has resigned.", "resigned", Present, Perfective, Pos, false),
        ("Steel company executive Mary Brown resigns", "resigns", Present, Plain, Pos, false),
        ("The minister had not yet resigned.", "resigned", Past, Perfective, Neg, false),
        ("Applause echoed as the crucial vote passed by a wide margin.", "passed", Past, Plain, Pos, false),
        ("The drill jammed; a tractor vanished into a crevasse.", "vanished", Past, Plain, Pos, false),
        ("A man named Dale climbed into the shed and opened a hatch.", "climbed", Past, Plain, Pos, false),
        ("A tank burst, but nobody was hurt.", "burst", Past, Plain, Pos, false),
        ("Her son, Geoffrey, read a statement.", "read", Past, Plain, Pos, false),
        ("Shops put up signs, queues formed and a bank closed.", "put", Past, Plain, Pos, false),
        ("Shops put up signs and queues form.", "put", Present, Plain, Pos, false),
        ("The health service (HPS) put the number at 31.", "put", Past, Plain, Pos, false),
        ("The firm accepted within hours; the union has not replied.", "accepted", Past, Plain, Pos, false),
        ("Their forces retook it nine days later.", "retook", Past, Plain, Pos, false),
        ("Troops are leaving the city.", "leaving", Present, Progressive, Pos, false),
        ("Troops have been leaving the city for days.", "leaving", Present, PerfectiveProgressive, Pos, false),
        ("She has been fighting cancer since 2004.", "fighting", Present, PerfectiveProgressive, Pos, false),
        ("Troops weren't leaving the city.", "leaving", Past, Progressive, Neg, false),
        ("Officials are warning residents that the river may rise.", "warning", Present, Progressive, Pos, false),
        ("The premier left, warning Tarsan that it must pay.", "warning", PresPart, Plain, Pos, false),
        ("The premier, in a letter to the king, also called for talks.", "called", Past, Plain, Pos, false),
        ("Replied the minister, “We are ready.”", "Replied", Past, Plain, Pos, false),
        ("She is following the talks.", "following", Present, Progressive, Pos, false),
        ("They left, saying foreign troops had come.", "saying", PresPart, Plain, Pos, false),
        ("The bridge was destroyed in 1944.", "destroyed", Past, Plain, Pos, true),
        ("The bridge has been destroyed.", "destroyed", Present, Perfective, Pos, true),
        ("The bridge is being rebuilt.", "rebuilt", Present, Progressive, Pos, true),
        ("The bank will close the branch.", "close", Future, Plain, Pos, false),
        ("The bank won't close the branch.", "close", Future, Plain, Neg, false),
        ("The bank is going to close the branch.", "close", Future, Plain, Pos, false),
        ("The bank may close the branch.", "close", Tense::None, Plain, Pos, false),
        ("The bank cannot close the branch.", "close", Tense::None, Plain, Neg, false),
        ("The bank would have closed the branch.", "closed", Tense::None, Perfective, Pos, false),
        ("They want to leave.", "leave", Infinitive, Plain, Pos, false),
        ("A letter sent by the mayor arrived.", "sent", PastPart, Plain, Pos, true),
        ("The bomb exploded, killing a guard.", "killing", PresPart, Plain, Pos, false),
        ("Did the mayor sell the house?", "sell", Past, Plain, Pos, false),
        ("The mayor did not resign.", "resign", Past, Plain, Neg, false),
        ("The mayor never resigned.", "resigned", Past, Plain, Neg, false),
        ("No one resigned.", "resigned", Past, Plain, Neg, false),
        ("The court confirmed and praised the ruling.", "praised", Past, Plain, Pos, false),
        ("The court will confirm and publish the ruling.", "publish", Future, Plain, Pos, false),
        ("Police said he had been “treated” badly.", "treated", Past, Perfective, Pos, true),
        ("The plant no longer makes steel.", "makes", Present, Plain, Neg, false),
        ("The firm has, however, paid the fine.", "paid", Present, Perfective, Pos, false),
    ];
    for &(text, word, tense, aspect, polarity, passive) in table {
        let e = event(text, word);
        assert_eq!((e.tense, e.aspect, e.polarity, e.passive), (tense, aspect, polarity, passive), "{word} in {text}");
    }
}

#[test]
fn modality() {
    for (text, word, modality) in [
        ("The bank may close the branch.", "close", Some("may")),
        ("The bank won’t close the branch.", "close", Some("will")),
        ("The bank can't close the branch.", "close", Some("can")),
        ("He used to live in Rome.", "live", Some("used to")),
        ("They have to leave.", "leave", Some("have to")),
        ("They are going to leave.", "leave", Some("going to")),
        ("They left.", "left", None),
    ] {
        assert_eq!(event(text, word).modality.as_deref(), modality, "{text}");
    }
}

#[test]
fn what_is_asserted() {
    use Status::{Cancelled, Conditional, Counterfactual, Denied, Habitual, Happened, Ongoing, Planned, Possible};
    let table: &[(&str, &str, Status)] = &[
        ("The minister resigned on Friday.", "resigned", Happened),
        ("The firm has sold its plant.", "sold", Happened),
        ("The firm is selling its plant.", "selling", Ongoing),
        ("He works in a mill and eats at noon every day.", "eats", Habitual),
        ("He used to smoke.", "smoke", Habitual),
        ("The firm will sell its plant.", "sell", Planned),
        ("The firm plans to sell its plant.", "sell", Planned),
        ("The firm agreed to sell its plant.", "sell", Planned),
        ("The firm said it would sell its plant.", "sell", Planned),
        ("The firm asked the court to stop the sale.", "stop", Planned),
        ("Envoys met to discuss the border.", "discuss", Planned),
        ("The director returned to the stage to announce a prize.", "announce", Happened),
        ("The director hired a lawyer to announce a prize.", "announce", Planned),
        ("Helicopters are flying over the valley today.", "flying", Ongoing),
        ("The king is flying to Oslo on Monday.", "flying", Planned),
        ("The move comes a month after she left.", "comes", Happened),
        ("The train comes on Monday.", "comes", Planned),
        ("The ministers talked about closing the port.", "closing", Planned),
        ("The ministers left after closing the port.", "closing", Happened),
        ("The firm did not sell its plant.", "sell", Denied),
        ("The firm has not received an offer.", "received", Denied),
        ("The firm failed to sell its plant.", "sell", Denied),
        ("The firm refused to sell its plant.", "sell", Denied),
        ("Guards prevented him from leaving the hall.", "leaving", Denied),
        ("He left without paying the bill.", "paying", Denied),
        ("The firm denied that it had sold the plant.", "sold", Denied),
        ("He denied having stolen the car.", "stolen", Denied),
        ("Nobody came.", "came", Denied),
        ("She had no time to rehearse.", "rehearse", Denied),
        ("The council rejected a proposal to breed the birds.", "breed", Denied),
        ("The judge said that it would have changed the verdict.", "changed", Counterfactual),
        ("The governor has not said whether he would sign it.", "sign", Possible),
        ("The boat sank two days before it was to sail.", "sail", Cancelled),
        ("The pictures showed a man leaving the train.", "leaving", Happened),
        ("The order covers nineteen schools.", "covers", Ongoing),
        ("He will not return until the fine is paid.", "paid", Planned),
        ("The board has since sold the house.", "sold", Happened),
        ("The lift is under repair.", "repair", Ongoing),
        ("The strike did not end until March.", "end", Happened),
        ("He said she would not return before the ships were released.", "released", Conditional),
        ("She said that the call had been arranged before.", "call", Planned),
        ("She said that she had not read it until last Friday.", "read", Happened),
        ("The talks had not been expected to resume before May.", "resume", Counterfactual),
        ("The talks are not expected to resume before May.", "resume", Planned),
        ("We were close to losing everything.", "losing", Counterfactual),
        ("We are close to losing everything.", "losing", Possible),
        ("He has a month to appeal.", "has", Ongoing),
        ("The board then has a month to appeal.", "has", Planned),
        ("The firm may sell its plant.", "sell", Possible),
        ("Did the firm sell its plant?", "sell", Possible),
        ("He is believed to have fled.", "fled", Possible),
        ("If the firm sells the plant, workers will strike.", "sells", Conditional),
        ("If the firm sells the plant, workers will strike.", "strike", Conditional),
        ("Unless it rains, the river will dry up.", "rains", Conditional),
        ("Should the storm slow down, it would hit the coast.", "slow", Conditional),
        ("If he had known, he would have stayed.", "stayed", Counterfactual),
        ("He should have stayed.", "stayed", Counterfactual),
        ("The game was to have started at noon.", "started", Cancelled),
        ("He was going to stay until June.", "stay", Cancelled),
        ("The firm cancelled a meeting with the union.", "meeting", Cancelled),
        ("The concert was called off.", "concert", Cancelled),
        ("The firm managed to sell its plant.", "sell", Happened),
        ("He had to leave the country.", "leave", Happened),
        ("He regretted selling the house.", "selling", Happened),
        ("The quake hit the port, killing three people.", "killing", Happened),
        ("The school reopens on Monday.", "reopens", Planned),
        ("There was no attack.", "attack", Denied),
        ("Officials warned of a possible attack.", "attack", Possible),
        ("The planned merger was discussed.", "merger", Planned),
        ("The union called for talks.", "talks", Planned),
        ("The school will not reopen before Monday.", "reopen", Planned),
        ("The ships would not return until May, he said.", "return", Planned),
        ("Members are not due to discuss it until May.", "discuss", Planned),
        ("The trial, due to begin in May, was postponed.", "begin", Cancelled),
        ("The firm has a month to lodge an appeal.", "lodge", Possible),
        ("“Ask me in a year,” he said.", "Ask", Possible),
        ("The union accepts the plan from 1 April.", "accepts", Planned),
        ("Two debates are planned, on June 18 and June 25.", "planned", Planned),
        ("A hearing has been set for July 9.", "set", Planned),
        ("She has run the club every Friday for ten years.", "run", Habitual),
        ("Provided that the engine is mended and a crew arrives, it will sail.", "arrives", Conditional),
        ("“If either slips, we wait.”", "wait", Conditional),
        ("It would have resumed last week had the weather allowed, he said.", "resumed", Counterfactual),
        ("The freeze that began in May will remain in place.", "freeze", Ongoing),
        ("The dispute goes back to May 2023.", "goes", Ongoing),
        ("The firm cancelled the route weeks before the first flight was due to leave.", "leave", Cancelled),
        ("We hear that a letter was written.", "written", Possible),
        ("The branch has opened only twice a week since then.", "opened", Habitual),
        ("If it is not sound, we will not buy it.", "buy", Conditional),
        ("I wanted to give her the news.", "give", Possible),
        ("The cruise that lasted six weeks is planned again.", "cruise", Happened),
        ("He steered past the rocks and set the boat down.", "set", Happened),
        ("The trial was due to begin on Friday.", "due", Planned),
        ("He nearly drowned in May.", "drowned", Denied),
        ("There is no sign that rebels have left the town.", "left", Possible),
        ("It was unclear whether the pilot survived.", "survived", Possible),
        ("Neither the king nor the queen attended the funeral.", "attended", Denied),
        ("The talks, scheduled for Friday, were cancelled.", "scheduled", Cancelled),
        ("A vote scheduled for Friday will decide it.", "scheduled", Planned),
        ("He was allegedly beaten on Friday.", "beaten", Possible),
        ("They found no evidence that the letter was sent.", "sent", Possible),
        ("He raised the possibility that the dam had burst.", "burst", Possible),
        ("She rejected the suggestion that he had left.", "left", Denied),
        ("There will be a review in the autumn.", "review", Planned),
        ("There could be a settlement by May.", "settlement", Possible),
        ("The offer would solve nothing.", "solve", Denied),
        ("She asked who would take over.", "take", Possible),
    ];
    let mut wrong = Vec::new();
    for &(text, word, status) in table {
        match events(text).iter().rev().find(|e| e.text == word) {
            Some(e) if e.status == status => {}
            found => wrong.push(format!("{word} in {text}: {:?} not {status}", found.map(|e| e.status))),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn classes() {
    use Class::{Aspectual, IAction, IState, Occurrence, Perception, Reporting, State};
    for (text, word, class) in [
        ("The mayor said she would resign.", "said", Reporting),
        ("The mayor saw the fire.", "saw", Perception),
        ("Talks began on Monday.", "began", Aspectual),
        ("The firm tried to sell its plant.", "tried", IAction),
        ("The firm wants to sell its plant.", "wants", IState),
        ("The firm owns two plants.", "owns", State),
        ("A bomb exploded.", "exploded", Occurrence),
        ("The attack killed two guards.", "attack", Occurrence),
        ("The king was dead.", "dead", State),
        ("The mood is gloomy.", "gloomy", State),
        ("The index is near a record high set on Friday.", "set", Occurrence),
        ("She was afraid to speak.", "afraid", IState),
        ("The firm agreed to sell its plant.", "agreed", IAction),
        ("The firm added flights to Rome.", "added", Occurrence),
        ("The firm added that it would pay.", "added", Reporting),
        ("She spoke on Friday.", "spoke", Occurrence),
        ("The chief held out the prospect of more.", "held", Occurrence),
        ("The union called for talks.", "called", IAction),
        ("The licence will expire in May.", "expire", Occurrence),
        ("Prices declined in May.", "declined", Occurrence),
    ] {
        assert_eq!(event(text, word).class, class, "{word} in {text}");
    }
}

#[test]
fn nouns_that_happen_and_nouns_that_do_not() {
    for (text, word) in [
        ("The talks lasted two days.", "talks"),
        ("His resignation surprised the party.", "resignation"),
        ("The war ended in 1945.", "war"),
        ("They met after the election.", "election"),
        ("The explosion was heard for miles.", "explosion"),
        ("Its use is banned.", "use"),
        ("The construction of the bridge took years.", "construction"),
        ("Nobody heard the speech.", "speech"),
        ("In a statement the firm denied it.", "statement"),
        ("A report on the crash is secret.", "report"),
        ("The statement caused a fall in the shares.", "statement"),
        ("More men joined the search.", "search"),
    ] {
        assert_eq!(event(text, word).trigger, Trigger::Noun, "{word} in {text}");
    }
    for (text, word) in [
        ("The building stood in the square.", "building"),
        ("The government met the organization.", "government"),
        ("The government met the organization.", "organization"),
        ("The station was painted blue.", "station"),
        ("Based on the law, he won.", "Based"),
        ("The firm has sold the plant.", "has"),
        ("He left at the end of the month.", "end"),
        ("Shares rose in late trading.", "trading"),
        ("Costs associated with the sale rose.", "associated"),
        ("In the quarter ended Sept. 30 profit rose.", "ended"),
        ("Preferred shares rose.", "Preferred"),
        ("Its operations abroad are sound.", "operations"),
        ("The report is long.", "report"),
        ("In the event of a strike he will leave.", "event"),
    ] {
        assert!(!events(text).iter().any(|e| e.text == word), "{word} in {text}");
    }
}

#[test]
fn who_says_so() {
    let table: &[(&str, &str, &str)] = &[
        ("Ann Marsh has a ticket, she says, and she intends to come every week.", "come", "Ann Marsh"),
        ("Lee Ash, 48, left the court. “My sister bought the suit,” he said.", "bought", "Lee Ash"),
        ("A baker in Leeds, who said he had been robbed, fled.", "robbed", "baker"),
        ("Diplomats said he had come. “The boats are sold,” one of them said.", "sold", "Diplomats"),
        ("One of the boys, Kevin Tate, recanted, saying that he had lied.", "lied", "Kevin Tate"),
        ("Ann Marsh laughed. “We would never have started.”", "started", "Ann Marsh"),
        ("The detective, Ray Brown, retired in 2003. Through a lawyer he said that he had lied.", "lied", "Ray Brown"),
        (
            "Ann Pell lost to Joan Ray, who led when Pell fell. She won. “I have waited,” she said.",
            "waited",
            "Ann Pell",
        ),
        ("Marsh has not said whether he will sign it.", "sign", "-"),
        ("The boat sank, as a newspaper claimed. He left.", "claimed", "-"),
        ("“My mother told me that if I fell she would sell the bike,” Ann Marsh said.", "sell", "My mother"),
        ("The Herald quoted Omar Ali as saying that the king had fled.", "fled", "Omar Ali"),
        ("The firm said that the permit, issued in May, lapsed on Monday.", "lapsed", "firm"),
        ("A judge freed the man who had robbed a shop, ruling that detectives had lied.", "lied", "judge"),
        ("The trawler sank in 2012, according to two people who were there.", "sank", "two people"),
        ("The minister resigned.", "resigned", "-"),
        ("John Major said the minister had resigned.", "said", "-"),
        ("“We said Sunday, and he said, ‘I’ve missed the match,’” said Ann Reed, 15.", "missed", "he"),
        (
            "Ann Marie Berg was born in Vardo.\n\nThe next summer an uncle took her to Bergen, where she saw a school with a \
             library for the first time.\n\nShe graduated in 1955 and married Nils Holm, a physician. He died in \
             1988.\n\n“I was sick from the first hour to the last,” she told an interviewer in 1999.",
            "sick",
            "Ann Marie Berg",
        ),
        ("John Major said the minister had resigned.", "resigned", "John Major"),
        ("“We have won the vote,” said Mary Brown.", "won", "Mary Brown"),
        ("\"We have won the vote,\" Mary Brown said.", "won", "Mary Brown"),
        ("``We have won the vote,'' Mary Brown said.", "won", "Mary Brown"),
        ("Mary Brown spoke on Friday. “We have won,” she said.", "won", "Mary Brown"),
        ("“We won,” said Mary Brown. “They lost the vote.”", "lost", "Mary Brown"),
        ("“We won,” said Mary Brown.\n\n“They lost the vote.", "won", "Mary Brown"),
        ("Foreign Minister Paul Reed denied that troops had crossed the border.", "crossed", "Paul Reed"),
        ("The foreign minister, Paul Reed, said troops had crossed the border.", "crossed", "Paul Reed"),
        ("President Paul Reed arrived. The president said talks had failed.", "failed", "Paul Reed"),
        ("Troops crossed the border, according to Paul Reed.", "crossed", "Paul Reed"),
        ("Paul Reed confirmed sending a letter.", "sending", "Paul Reed"),
        ("Paul Reed said that it rained, but he stayed at home.", "stayed", "-"),
        ("The firm, which Paul Reed founded, was sold.", "sold", "-"),
        ("Reed's “maximum pressure” policy failed.", "failed", "-"),
        ("She refused the prize because, Mary Brown said, it was late.", "refused", "-"),
        ("She refused it because, Mary Brown said, he had left.", "left", "Mary Brown"),
        ("Paul Reed denied the report, an idea that was floated in May.", "floated", "-"),
        ("Paul Reed said the work ended in 2017, when the mill was sold.", "sold", "-"),
        ("The report contradicts the operator’s account that the leak was stopped.", "stopped", "operator"),
        ("Paul Reed threatened to stay at home.", "stay", "Paul Reed"),
        ("Paul Reed said on Friday the dam had burst.", "burst", "Paul Reed"),
        ("The officials of the bank said they knew that it had burst.", "burst", "officials"),
        ("The Court of Appeal quashed it, ruling that a juror had spoken.", "spoken", "Court of Appeal"),
        ("A spokesman for the firm, Brent Hall, spoke. He said a sensor had failed.", "failed", "Brent Hall"),
        ("“Come in May,” Paul Reed said when he was asked.", "asked", "-"),
        (
            "Paul Dun was jailed.\n\nThe minister, Iain Mure, spoke.\n\nDun’s lawyer, Mary Brown, left. “He says he took \
             nothing,” she said.",
            "took",
            "Dun",
        ),
        ("The state’s water agency met. Hall Corp. paid. The agency said pipes had burst.", "burst", "agency"),
    ];
    let mut wrong = Vec::new();
    for &(text, word, name) in table {
        let e = event(text, word);
        if speaker(&e) != name {
            wrong.push(format!("{word} in {text}: {} not {name}", speaker(&e)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(event("“We have won the vote,” said Mary Brown.", "won").quoted);
    assert!(!event("“We have won the vote,” said Mary Brown.", "said").quoted);
    // A paragraph may end within a quotation that the next one closes.
    let broken = "\"We have won.\nThey have lost,\" said Mary Brown.\nHe left.";
    assert_eq!(["won", "lost", "said", "left"].map(|e| event(broken, e).quoted), [true, true, false, false]);
}

#[test]
fn what_governs_what() {
    let table: &[(&str, &str, Option<&str>, Role)] = &[
        ("The minister said he would resign.", "resign", Some("said"), Role::Content),
        ("The minister said he would resign.", "said", None, Role::Main),
        ("He would resign, the minister said.", "resign", Some("said"), Role::Content),
        ("The firm plans to sell its plant.", "sell", Some("plans"), Role::Complement),
        ("The mayor left after the fire started.", "started", Some("left"), Role::After),
        ("After the fire started, the mayor left.", "started", Some("left"), Role::After),
        ("The mayor left before the fire started.", "started", Some("left"), Role::Before),
        ("The mayor left when the fire started.", "started", Some("left"), Role::When),
        ("The mayor has slept since the fire started.", "started", Some("slept"), Role::Since),
        ("The mayor will sleep until the army takes the town.", "takes", Some("sleep"), Role::Until),
        ("The mayor will leave if the army takes the town.", "takes", Some("leave"), Role::Condition),
        ("The mayor resigned after the election.", "election", Some("resigned"), Role::After),
        ("Envoys met to discuss the border.", "discuss", Some("met"), Role::Purpose),
        ("A bomb exploded, killing a guard.", "killing", Some("exploded"), Role::Participle),
        ("A bomb exploded and the roof fell.", "fell", Some("exploded"), Role::Coordinate),
        ("She said that he had left, but added that it rained.", "added", Some("said"), Role::Coordinate),
        ("The union began talks.", "talks", Some("began"), Role::Object),
        ("His remarks came a day after Paul Reed confirmed sending a letter.", "remarks", Some("came"), Role::Object),
        ("His remarks came a day after Paul Reed confirmed sending a letter.", "confirmed", Some("came"), Role::After),
        (
            "His remarks came a day after Paul Reed confirmed sending a letter.",
            "sending",
            Some("confirmed"),
            Role::Complement,
        ),
    ];
    let mut wrong = Vec::new();
    for &(text, word, governor, role) in table {
        let all = events(text);
        let e = event(text, word);
        let found = e.governor().and_then(|g| all.get(g)).map(|g| g.text.as_str());
        if (found, e.role) != (governor, role) {
            wrong.push(format!("{word} in {text}: {:?} {:?}", found, e.role));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn participants_and_clauses() {
    let text = "His remarks came a day after Paul Reed confirmed sending a letter to the king, seeking a new deal.";
    let e = event(text, "confirmed");
    assert_eq!(e.clause().of(text), "Paul Reed confirmed sending a letter to the king");
    assert_eq!(e.agent().map(|s| s.of(text)), Some("Paul Reed"));
    assert_eq!(event(text, "sending").patient().map(|s| s.of(text)), Some("a letter"));
    let text = "The bridge was blown up by rebels in Mosul, officials said.";
    let e = event(text, "blown");
    assert_eq!(e.agent().map(|s| s.of(text)), Some("rebels"));
    assert_eq!(e.patient().map(|s| s.of(text)), Some("The bridge"));
    assert_eq!(e.place().map(|s| s.of(text)), Some("Mosul"));
    assert_eq!(e.clause().of(text), "The bridge was blown up by rebels in Mosul");
    let text = "He urged the king to leave Rome.";
    assert_eq!(event(text, "leave").agent().map(|s| s.of(text)), Some("the king"));
    for (text, word, agent, patient, recipient) in [
        ("The firm gave the police a file.", "gave", Some("The firm"), Some("a file"), Some("the police")),
        ("The firm handed a file to the police.", "handed", Some("The firm"), Some("a file"), Some("the police")),
        ("A file was handed to the police.", "handed", None, Some("A file"), Some("the police")),
        ("The king was given a file by the firm.", "given", Some("the firm"), Some("a file"), Some("The king")),
        ("The firm told the police that he had left.", "told", Some("The firm"), None, Some("the police")),
        ("The police were told that he had left.", "told", None, None, Some("The police")),
        ("The firm paid the bill last week.", "paid", Some("The firm"), Some("the bill"), None),
        ("The firm moved its plant to Rome.", "moved", Some("The firm"), Some("its plant"), None),
    ] {
        let e = event(text, word);
        let found = [e.agent(), e.patient(), e.recipient()].map(|s| s.map(|s| s.of(text)));
        assert_eq!(found, [agent, patient, recipient], "{text}");
    }
    let text = "When the war ended, the king’s army left the city.";
    assert_eq!(event(text, "left").clause().of(text), "the king’s army left the city");
    assert_eq!(event(text, "left").agent().map(|s| s.of(text)), Some("the king’s army"));
}

#[test]
fn the_same_event_again() {
    let text = "Paul Reed confirmed the sale on Friday. Reed’s confirmation surprised the union.";
    let all = events(text);
    let again = event(text, "confirmation").repeats().and_then(|r| all.get(r)).map(|e| e.text.as_str());
    assert_eq!(again, Some("confirmed"));
    let text = "Paul Reed said on Friday that the war was over. His remarks surprised the union.";
    let all = events(text);
    let again = event(text, "remarks").repeats().and_then(|r| all.get(r)).map(|e| e.text.as_str());
    assert_eq!(again, Some("said"));
    assert_eq!(event("An attack killed two. Another attack failed.", "attack").repeats(), None);
    assert_eq!(event("A suit was filed in 1989. Reed’s latest suit is older.", "suit").repeats(), None);
    // Another year's race.
    assert_eq!(event("The race began in May. Next year’s race will be longer.", "race").repeats(), None);
}

#[test]
fn what_the_next_sentence_contradicts_is_left_open() {
    let status = |text: &str, word: &str| events(text).into_iter().find(|e| e.text == word).map(|e| e.status);
    for (text, want) in [
        ("“He came home and said they were closed. They were not closed,” his wife said.", Status::Possible),
        ("He said they were closed. They were not closed.", Status::Possible),
        ("He said they were closed. The banks were not closed.", Status::Happened),
    ] {
        assert_eq!(status(text, "closed"), Some(want), "{text}");
    }
}

#[test]
fn odd_texts_do_no_harm() {
    // A chain of nouns that begins with the text.
    events("between March and May in August according to officials");
    events("of the house and of the men who left");
    for text in [
        "",
        " ",
        "\"",
        "“",
        "“ ”",
        "said",
        "to",
        "to to to",
        "’s ’s",
        ",",
        "after",
        "that that that",
        "\n\n\n",
        "If",
        "had",
        "who who",
        "not",
    ] {
        let _ = events(text);
    }
    let long = "and he said that \"".repeat(2000);
    assert!(!events(&long).is_empty());
}

#[test]
fn whose_subject_a_noun_is() {
    let cases = [
        // The noun that a relative clause describes.
        ("Another is a nurse at Mercy Hospital, who received one dose.", "received", "a nurse"),
        ("A violin worth a fortune that was stolen from a train has been found.", "stolen", "A violin"),
        ("Boys from Leeds who fell ill were sent home.", "fell", "Boys"),
        ("A flap from Boeing that had washed up was studied.", "washed", "A flap"),
        ("He wrote a letter in German which offended her.", "offended", "a letter"),
        ("He found traces in tissues such as the lung, which are not exposed.", "exposed", "tissues"),
        ("There were Republicans and Democrats who wanted to help.", "wanted", "Democrats"),
        ("The wind and the rain that have flooded the valley are easing.", "flooded", "The wind and the rain"),
        ("The council (RECO), which regulates agents, met.", "regulates", "The council"),
        ("It is a tumour that grows before birth and fades later.", "fades", "a tumour"),
        ("He lost to Ann Hill of the Netherlands, who had won before.", "won", "Ann Hill"),
        ("The firm admitted that a file that nobody read brought it down.", "brought", "a file"),
        ("The clinic that saw him took it for a rash.", "took", "The clinic"),
        ("DNA from a feather that had washed up on a beach turned out to match.", "turned", "DNA"),
        ("A violin worth an estimated £1.2 million was found.", "found", "A violin"),
        ("Hill, who was ill, was sent to a ward in Rome, had no visitors and slept.", "slept", "Hill"),
        ("The team found nests that weigh little and took samples.", "took", "The team"),
        ("She climbed off, asked what time it was and burst into tears.", "asked", "She"),
        // The noun that a participle describes.
        ("The gallery showed his studies (published in 1940).", "published", "his studies"),
        ("She starred in the film Looper, directed by Ann Hill.", "directed", "the film Looper"),
        ("Gore released a statement on Friday accusing the minister.", "accusing", "a statement"),
        // Over what stands between subject and verb.
        ("The mayor herself left on Friday.", "left", "The mayor"),
        ("They all left on Friday.", "left", "They"),
        ("Sites such as Gawker have refused.", "refused", "Sites"),
        ("The method of measuring pressure was changed.", "changed", "The method"),
        ("Early in life he left home, and at the age of fourteen joined a monastery.", "joined", "he"),
    ];
    let wrong = cases.into_iter().filter_map(|(text, word, subject)| {
        let e = event(text, word);
        let found = if e.passive { e.patient() } else { e.agent() }.map_or("", |s| s.of(text));
        (!found.starts_with(subject) && !found.ends_with(subject))
            .then(|| format!("{word} in {text}: {found}, not {subject}"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
