//! No text, however broken, makes the library fail, and every timeline keeps its promises. The damage is the same at
//! every run; `DATELINE_ROUNDS=1000 cargo test --release --test never_panics` does more of it.

mod common;

use dateline::{Article, extract};

/// A small generator of numbers (xorshift), so that every run sees the same texts.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }

    /// A byte position in `text` on a character boundary.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.roll(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Two of them, in order.
    fn stretch(&mut self, text: &str) -> (usize, usize) {
        let (a, b) = (self.place(text), self.place(text));
        (a.min(b), a.max(b))
    }
}

/// What editors, feeds and encodings leave in texts, and dates that are none.
const ODD: [&str; 48] = [
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "🎉",
    "👩‍👩‍👧‍👦",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "Ⅳ",
    "٣",
    "日本語",
    "\r",
    "\r\n",
    "\t",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "''",
    "``",
    "(",
    ")",
    "[",
    "—",
    "--",
    "...",
    "…",
    "%",
    "$",
    " 31 February ",
    " 99999999999999999999 years ago ",
    " in 0000 ",
    " 4294967296 months later ",
    " 32/13/2025 ",
    " 25:61 p.m. ",
    " the day after the day after ",
    " between 2025 and 1025 ",
];

fn damage(text: &mut String, other: &str, dice: &mut Dice) {
    let (from, to) = dice.stretch(text);
    match dice.roll(9) {
        0 => text.truncate(to),
        1 => drop(text.drain(..from)),
        2 => text.replace_range(from..to, ""),
        3 => {
            let copy = text.get(from..to).unwrap_or_default().to_string();
            text.insert_str(dice.place(text), &copy);
        }
        4 => {
            let (a, b) = dice.stretch(other);
            text.insert_str(to, other.get(a..b).unwrap_or_default());
        }
        5 => {
            for _ in 0..dice.roll(20) {
                let at = dice.place(text);
                text.insert_str(at, ODD.get(dice.roll(ODD.len())).copied().unwrap_or_default());
            }
        }
        6 => *text = text.to_uppercase(),
        7 => *text = text.split_whitespace().rev().collect::<Vec<_>>().join(" "),
        _ => text.retain(|c| c != ['.', '\n', ' ', ',', '’', 'e'].get(to % 6).copied().unwrap_or('.')),
    }
}

fn reads(text: &str, published: &str) {
    let article = Article::new(text, published).expect("a date").with_title(text.chars().take(60).collect::<String>());
    common::check(&article, &extract(&article));
}

#[test]
fn damaged_articles() {
    let rounds = std::env::var("DATELINE_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(24);
    let seeds = common::seeds();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let published = ["2025-03-09", "0001-01-01", "9999-12-31", "2024-02-29T23:59:59", "1900-03-01"];
    for seed in &seeds {
        for round in 0..rounds {
            let mut text = seed.article.text.to_string();
            for _ in 0..=dice.roll(4) {
                let other = seeds.get(dice.roll(seeds.len())).map_or("", |s| s.article.text.as_str());
                damage(&mut text, other, &mut dice);
                text.truncate(text.char_indices().nth(20_000).map_or(text.len(), |(at, _)| at));
            }
            reads(&text, published.get(round % published.len()).copied().unwrap_or("2025-03-09"));
        }
    }
}

#[test]
fn odd_pieces_alone_and_in_sentences() {
    for odd in ODD {
        reads(odd, "2025-03-09");
        reads(&odd.repeat(50), "2025-03-09");
        reads(&format!("On {odd} Saturday, {odd}he said{odd} it had left{odd}."), "2025-03-09");
        reads(&format!("He left two {odd} days ago, in {odd}March {odd}2015 and {odd}"), "9999-12-31");
    }
}

/// A word that looks back stands first.
#[test]
fn what_begins_in_the_middle() {
    for text in
        ["when plans to sell said that", "that was", "and left on Friday", ", who said so in May, left", "ago, he"]
    {
        reads(text, "2025-03-09");
    }
}

#[test]
fn every_beginning_and_every_end_of_an_article() {
    let text = common::seed("iran-letter").text;
    for (at, _) in text.char_indices().step_by(17) {
        reads(text.get(..at).unwrap_or_default(), "2025-03-09");
        reads(text.get(at..).unwrap_or_default(), "2025-03-09");
    }
}

#[test]
fn long_monotony() {
    let pieces = [
        "last ",
        "the day after ",
        "of ",
        "(",
        "“",
        "2015 ",
        "and ",
        "on Friday ",
        "said ",
        "a day after he left ",
        "\n",
        ". ",
        "9",
        "a",
        "Mr. ",
        "- ",
        "two ",
        "to ",
        "if ",
        "not ",
    ];
    for piece in pieces {
        reads(&piece.repeat(2000), "2025-03-09");
    }
}
