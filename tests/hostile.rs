//! Hostile texts: the timeline keeps its promises, and nothing is made up. How long they take is what the benchmark
//! `hostile` shows; here results are checked and no time.

mod common;
#[path = "common/hostile.rs"]
mod hostile;

use chrono::NaiveDateTime;
use dateline::{Article, Timeline, extract};

fn read(text: &str, published: &str) -> Timeline {
    let article = Article::new(text, published).expect("a date");
    let timeline = extract(&article);
    common::check(&article, &timeline);
    timeline
}

#[test]
fn short_ones_of_every_kind_are_read() {
    for case in hostile::CASES {
        println!("{}", case.name);
        read(&(case.text)(case.size.min(3_000)), "2025-03-09");
    }
}

#[test]
fn every_date_of_a_long_sentence_is_found() {
    let days: Vec<String> = (0..2_000).map(|n| format!("{} May {}", n % 31 + 1, 1900 + n % 120)).collect();
    let timeline = read(&format!("The court sat on {}.", days.join(", ")), "2025-03-09");
    assert_eq!(timeline.expressions.len(), 2_000);
    assert_eq!(timeline.expressions[1_999].value, "1979-05-16");
    let weekdays = read(&format!("The court sat on {}.", vec!["Monday"; 2_000].join(", ")), "2025-03-09");
    assert_eq!(weekdays.expressions.len(), 2_000);
    assert!(weekdays.expressions.iter().all(|t| t.value == "2025-03-03"));
}

#[test]
fn deep_quotation_marks_lose_nothing() {
    let text = format!("{}he left on Friday{}", "“she said ".repeat(3_000), "” ".repeat(3_000));
    let timeline = read(&text, "2025-03-09");
    assert_eq!(timeline.expressions.len(), 1);
    assert_eq!(timeline.expressions[0].text, "Friday");
}

#[test]
fn no_dates_are_in_a_word_a_number_or_an_address_without_an_end() {
    for piece in ["a", "A", "9", "1.", "a.", "a'", "a/", "\u{301}", "\u{200d}", "“", "-", "(", "https://a/"] {
        assert_eq!(read(&piece.repeat(20_000), "2025-03-09").expressions, [], "{piece:?}");
    }
}

#[test]
fn the_ends_of_the_calendar() {
    let text = "He left yesterday and returns next year. In two centuries, on 31 February, in the year 12000, they meet. \
                Nine thousand years ago, and a million years earlier, ice lay here. She left the week before last. \
                It began a century before the war, which ended 9999 years later. They meet on Monday, in the spring, \
                next weekend, by the end of the decade, every day, and in the last quarter of the 21st century.";
    for published in ["0001-01-01", "0001-12-31T23:59:59", "9999-01-01", "9999-12-31", "9999-12-31T23:59:59"] {
        let timeline = read(text, published);
        assert!(timeline.expressions.len() > 15, "{published}");
    }
    // A publication that is set by hand may lie anywhere.
    for published in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
        let mut article = Article::new(text, "2025-03-09").expect("a date");
        article.published = published;
        common::check(&article, &extract(&article));
    }
}

/// 1,000 different lines in each of other languages, full of their words for times: a reader of English finds no date in
/// words. Days and years in digits may be found.
#[test]
fn other_languages_hold_no_english_dates() {
    for (language, [subjects, verbs, times]) in LANGUAGES {
        let line = |n: usize| format!("{} {} {}.\n", subjects[n % 10], verbs[n / 10 % 10], times[n / 100]);
        let text: String = (0..1_000).map(line).collect();
        let invented: std::collections::BTreeSet<String> = read(&text, "2025-03-09")
            .expressions
            .into_iter()
            .filter(|timex| !timex.text.contains(|c: char| c.is_ascii_digit()))
            .map(|timex| format!("{} = {}", timex.text, timex.value))
            .collect();
        assert!(invented.is_empty(), "{language}: {invented:?}");
    }
}

/// Who, did what, when: ten of each.
type Lines = [[&'static str; 10]; 3];

const LANGUAGES: [(&str, Lines); 4] = [
    (
        "French",
        [
            [
                "Le ministre",
                "La société",
                "Mon voisin",
                "Un témoin de l'accident",
                "Le tribunal",
                "Son avocate",
                "Des milliers de manifestants",
                "La seconde équipe",
                "Le maire de la ville",
                "Ma tante",
            ],
            [
                "a démissionné",
                "n'a pas répondu aux questions",
                "quittera le pays",
                "doit payer une amende de 300 euros",
                "a vu la voiture sur le pont",
                "avait promis un accord",
                "sera dans la capitale",
                "est sorti de prison",
                "reprend les discussions avec les syndicats",
                "a tout perdu dans l'incendie",
            ],
            [
                "lundi dernier",
                "hier soir, vers minuit",
                "en janvier",
                "au mois de mars",
                "il y a trois ans",
                "avant la fin de l'année",
                "le 14 juillet 1998",
                "dans deux semaines",
                "depuis le second semestre",
                "pendant des siècles",
            ],
        ],
    ),
    (
        "German",
        [
            [
                "Der Minister",
                "Die Firma",
                "Mein Nachbar",
                "Ein Zeuge",
                "Das Gericht",
                "Ihre Tochter",
                "In diesem Fall",
                "Die Polizei in Mainz",
                "Niemand",
                "Der Verein",
            ],
            [
                "trat zurück",
                "schwieg",
                "zahlte den Gläubigern 300 Euro",
                "sprach mit den Männern am Tor",
                "hat den Wagen gesehen",
                "wird in die Hauptstadt ziehen",
                "war nicht zu sprechen",
                "verlor alles",
                "fand das Geld",
                "sagte es den Kindern",
            ],
            [
                "am Montag",
                "gestern um Mitternacht",
                "im Januar",
                "seit dem Mai",
                "vor drei Jahren",
                "bis zum Ende des Jahres",
                "am 3. Oktober 1990",
                "in zwei Wochen",
                "an einem warmen Morgen",
                "jeden Tag",
            ],
        ],
    ),
    (
        "Spanish",
        [
            [
                "El ministro",
                "La empresa",
                "Mi vecino",
                "Una testigo",
                "El tribunal",
                "Su abogada",
                "Nadie",
                "La gente de Mar del Plata",
                "El alcalde",
                "Sol Hernández",
            ],
            [
                "dimitió",
                "no contestó",
                "pagó 300 euros de multa",
                "era feliz",
                "vio el coche junto al mar",
                "prometió un acuerdo",
                "saldrá del país",
                "lo perdió todo",
                "habló con los jueces",
                "sigue en la cárcel",
            ],
            [
                "el lunes pasado",
                "anoche",
                "en enero",
                "desde marzo",
                "hace tres años",
                "antes de fin de año",
                "el 12 de octubre de 1992",
                "dentro de dos semanas",
                "en la segunda década del siglo",
                "cada verano",
            ],
        ],
    ),
    (
        "pseudo-Latin",
        [
            [
                "Lorem ipsum",
                "Dolor sit",
                "Amet consectetur",
                "Adipiscing elit",
                "Sed dictum",
                "Nunc sat",
                "Mar aliquam",
                "Sol dec",
                "Jan porta",
                "Oct velit",
            ],
            [
                "sat tempor",
                "mar incididunt",
                "sun labore",
                "dec magna",
                "fri aliqua",
                "wed minim",
                "jan veniam",
                "nov nostrud",
                "sec ullamco",
                "min laboris",
            ],
            [
                "et era",
                "in die",
                "ad noctem",
                "per annum longum",
                "hora sexta",
                "ante tempus",
                "post saecula",
                "mane et sero",
                "in mense quinto",
                "sat est",
            ],
        ],
    ),
];
