//! Texts that nobody should feed to a program, and that somebody will. `tests/hostile.rs` reads short ones, the benchmark
//! `hostile` long ones.

/// A kind of hostile text.
pub struct Case {
    pub name: &'static str,
    /// The size that the benchmark reads, in units of the case (bytes, dates, depths).
    pub size: usize,
    /// The text of such a size.
    pub text: fn(usize) -> String,
}

const fn case(name: &'static str, size: usize, text: fn(usize) -> String) -> Case {
    Case { name, size, text }
}

/// All of them.
pub const CASES: &[Case] = &[
    case("0 bytes", 0, |_| String::new()),
    case("50 MB of news in one line", 50_000_000, |n| {
        fill(
            n,
            "He resigned on Saturday, a day after talks had begun in Oslo. The company, which was founded in 1998, will pay $12.5 million by March 3. “It was wrong,” said Anna Berg, its chairwoman. ",
        )
    }),
    case("one sentence without an end", 1_000_000, |n| {
        fill(
            n,
            "the minister resigned on Saturday and the court that had opened its inquiry a day before he left said that it would meet in August and ",
        )
    }),
    case("100,000 dates in one sentence", 100_000, |n| {
        format!("The court sat on {}.", vec!["3 May 2019"; n].join(", "))
    }),
    case("100,000 weekdays in one sentence", 100_000, |n| {
        format!("The court sat on {}.", vec!["Monday"; n].join(", "))
    }),
    case("dates without any space", 1_000_000, |n| fill(n, "2019-05-03")),
    case("quotation marks, 10,000 deep", 10_000, |n| {
        format!("{}he left on Friday{}", "“she said ".repeat(n), "” ".repeat(n))
    }),
    case("opening quotation marks alone", 1_000_000, |n| fill(n, "“")),
    case("straight quotation marks", 1_000_000, |n| fill(n, "\"yes\" ")),
    case("brackets, 100,000 deep", 100_000, |n| format!("{}Friday{}", "(".repeat(n), ")".repeat(n))),
    case("the day after the day after ...", 200_000, |n| format!("He left {}Monday.", "the day after ".repeat(n / 14))),
    case("that he said that he said ...", 200_000, |n| {
        format!("He left, {}on Monday.", fill(n, "she said that he knew that "))
    }),
    case("one word of 1 MB", 1_000_000, |n| fill(n, "a")),
    case("one capital word of 1 MB", 1_000_000, |n| fill(n, "A")),
    case("one number of 1 MB", 1_000_000, |n| fill(n, "9")),
    case("digits and full stops", 1_000_000, |n| fill(n, "1.")),
    case("digits and slashes", 1_000_000, |n| fill(n, "1/")),
    case("digits and hyphens", 1_000_000, |n| fill(n, "12-")),
    case("letters and hyphens", 1_000_000, |n| fill(n, "on-")),
    case("letters and full stops", 1_000_000, |n| fill(n, "a.")),
    case("letters and apostrophes", 1_000_000, |n| fill(n, "a'")),
    case("full stops", 1_000_000, |n| fill(n, ".")),
    case("full stops and spaces", 1_000_000, |n| fill(n, ". ")),
    case("commas", 1_000_000, |n| fill(n, ", ")),
    case("spaces", 1_000_000, |n| fill(n, " ")),
    case("line ends", 1_000_000, |n| fill(n, "\n")),
    case("one word a line", 1_000_000, |n| fill(n, "Friday\n")),
    case("one word a paragraph", 1_000_000, |n| fill(n, "Friday\n\n")),
    case("accents on one letter", 1_000_000, |n| format!("a{}", fill(n, "\u{301}"))),
    case("joiners", 1_000_000, |n| fill(n, "\u{200d}")),
    case("abbreviations", 1_000_000, |n| fill(n, "Mr. ")),
    case("names", 1_000_000, |n| fill(n, "Anna Berg and ")),
    case("verbs", 1_000_000, |n| fill(n, "said left went ")),
    case("verbs without an end, in quotation marks", 1_000_000, |n| format!("“{}", fill(n, "he said he left "))),
    case("the same short sentence", 1_000_000, |n| fill(n, "It fell. ")),
    case("two days later, two days later", 1_000_000, |n| fill(n, "Two days later he left. ")),
    case("headlines", 1_000_000, |n| fill(n, "Minister quits on Friday\n\n")),
    case("addresses", 1_000_000, |n| fill(n, "https://example.org/2019/05/03 ")),
    case("an address of 1 MB", 1_000_000, |n| format!("https://{}", fill(n, "a/"))),
    case("contradictions", 200_000, |n| {
        fill(n, "He left on Monday. He left before he came. He came before he left on Friday. ")
    }),
    case("offsets that contradict each other", 200_000, |n| {
        fill(
            n,
            "The strike began a month after the vote. The vote was held 30 days before the strike. It began four weeks after the vote. ",
        )
    }),
    case("a thousand opening words", 1_000_000, |n| fill(n, "since until from between before after ")),
    case("ordinals", 1_000_000, |n| fill(n, "the first second of the third ")),
    case("number words", 1_000_000, |n| fill(n, "two hundred and thirty thousand ")),
    case("of the last week of the last month", 1_000_000, |n| fill(n, "of the last week of the last month ")),
    case("binary noise", 5_000_000, noise),
    case("noise of ASCII", 5_000_000, |n| noise(2 * n).chars().filter(char::is_ascii).collect()),
];

/// A piece again and again, so many bytes in all.
fn fill(bytes: usize, piece: &str) -> String {
    piece.repeat(bytes / piece.len())
}

/// Bytes as chance gives them (xorshift), read as UTF-8 as far as they go.
fn noise(bytes: usize) -> String {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    let all: Vec<u8> = (0..bytes).map(|_| byte()).collect();
    String::from_utf8_lossy(&all).into_owned()
}
