use super::*;

/// Sentences as their words with spaces between.
fn sentences(text: &str) -> Vec<String> {
    let d = read(text);
    let words = |s: &Sentence| s.tokens.clone().map(|i| d.word(i)).collect::<Vec<_>>().join(" ");
    d.sentences.iter().map(words).collect()
}

fn tokens(text: &str) -> String {
    let d = read(text);
    (0..d.tokens.len()).map(|i| d.word(i)).collect::<Vec<_>>().join("|")
}

#[test]
fn tokens_are_cut_as_in_the_treebanks() {
    for (text, expected) in [
        ("I don't, you can't, we won't", "I|do|n't|,|you|ca|n't|,|we|wo|n't"),
        ("we haven’t; DON'T", "we|have|n’t|;|DO|N'T"),
        ("Maria's dog, Rossi’s cat", "Maria|'s|dog|,|Rossi|’s|cat"),
        ("the workers' demands", "the|workers|'|demands"),
        ("they'll we're I'd I'm you've", "they|'ll|we|'re|I|'d|I|'m|you|'ve"),
        ("cannot gonna", "can|not|gon|na"),
        ("five o'clock, O'Brien", "five|o'clock|,|O'Brien"),
        ("an 18-month plan, mid-August", "an|18|-|month|plan|,|mid|-|August"),
        ("a two-year-old girl", "a|two|-|year|-|old|girl"),
        ("re-elected co-founder by e-mail", "re-elected|co-founder|by|e-mail"),
        ("10,000 or 2.5 at 8:15", "10,000|or|2.5|at|8:15"),
        ("2015-08-05", "2015|-|08|-|05"),
        ("2015-08-05T08:15", "2015|-|08|-|05T08|:|15"),
        ("3/14 2009–10", "3|/|14|2009|–|10"),
        ("the 18th of FY2024, 1990s, 8pm, Q3", "the|18th|of|FY2024|,|1990s|,|8pm|,|Q3"),
        ("at 8p.m. or 9a.m.", "at|8p.m.|or|9a.m."),
        ("$3.5 million, 12%", "$|3.5|million|,|12|%"),
        ("in '98 and the ’80s", "in|'|98|and|the|’|80s"),
        ("the 1990's", "the|1990|'s"),
        ("U.S. troops, U.S.-led", "U.S.|troops|,|U.S.|-|led"),
        ("the U.S.'s", "the|U.S.|'s"),
        ("6 a.m. on Jan. 5, Mr. J. Smith", "6|a.m.|on|Jan.|5|,|Mr.|J.|Smith"),
        ("No. 5. I said no.", "No.|5|.|I|said|no|."),
        ("Acme Inc. of Reno, Nev., sold", "Acme|Inc.|of|Reno|,|Nev.|,|sold"),
        ("AT&T, R&D", "AT&T|,|R&D"),
        ("see www.example.com/a-b.html.", "see|www.example.com/a-b.html|."),
        ("https://example.com/2020/01/02, then", "https://example.com/2020/01/02|,|then"),
        ("amazon.com", "amazon.com"),
        ("the end.Next one", "the|end|.|Next|one"),
        ("wait... what -- ``yes,'' no", "wait|...|what|--|``|yes|,|''|no"),
        ("(AP)'s", "(|AP|)|'s"),
        ("Café São ναι день", "Café|São|ναι|день"),
        ("soft\u{AD}ware \u{FEFF}x\u{200B}", "soft\u{AD}ware|x"),
        ("\u{200B} \u{FEFF}", ""),
        ("2½ £5 5°", "2½|£|5|5|°"),
    ] {
        assert_eq!(tokens(text), expected, "{text}");
    }
}

#[test]
fn shapes() {
    use Shape::*;
    for (word, shape) in [
        ("said", Lower),
        ("a.m.", Lower),
        ("o'clock", Lower),
        ("iPhone", Lower),
        ("May", Capital),
        ("A", Capital),
        ("McCain", Capital),
        ("Émile", Capital),
        ("U.S.", Upper),
        ("NATO", Upper),
        ("10,000", Number),
        ("18th", Mixed),
        ("Q3", Mixed),
        ("“", Mark),
        ("...", Mark),
    ] {
        let d = read(word);
        assert_eq!(d.tokens.iter().map(|t| t.shape).collect::<Vec<_>>(), [shape], "{word}");
    }
    assert!(std::mem::size_of::<Token>() <= 16);
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    for (text, expected) in [
        ("He left. She stayed.", vec!["He left .", "She stayed ."]),
        ("Mr. Smith met Gov. Jones. They spoke.", vec!["Mr. Smith met Gov. Jones .", "They spoke ."]),
        ("He came on Jan. 5. It rained.", vec!["He came on Jan. 5 .", "It rained ."]),
        ("It began at 8 p.m. Friday in Rome.", vec!["It began at 8 p.m. Friday in Rome ."]),
        ("It began at 8 p.m. Police came.", vec!["It began at 8 p.m.", "Police came ."]),
        ("It began at 8 p.m. JST and ended.", vec!["It began at 8 p.m. JST and ended ."]),
        ("It began at 8 p.m. Oslo time. Crowds came.", vec!["It began at 8 p.m. Oslo time .", "Crowds came ."]),
        ("It began at 8 p.m. Crowds came.", vec!["It began at 8 p.m.", "Crowds came ."]),
        ("It began at 8 p.m. EST and ended.", vec!["It began at 8 p.m. EST and ended ."]),
        ("He lives in the U.S. The trip took days.", vec!["He lives in the U.S.", "The trip took days ."]),
        ("The U.S. President spoke.", vec!["The U.S. President spoke ."]),
        ("He works for Acme Inc. He likes it.", vec!["He works for Acme Inc.", "He likes it ."]),
        ("He left Acme Co. Recently, it closed.", vec!["He left Acme Co.", "Recently , it closed ."]),
        ("“It rains. We stay,” he said.", vec!["“ It rains .", "We stay , ” he said ."]),
        ("“We stay.” He left.", vec!["“ We stay . ”", "He left ."]),
        ("\"We stay.\" \"You go.\"", vec!["\" We stay . \"", "\" You go . \""]),
        ("``We stay.'' He left.", vec!["`` We stay . ''", "He left ."]),
        ("“Why?” he asked.", vec!["“ Why ? ” he asked ."]),
        ("Go! Now? Yes.", vec!["Go !", "Now ?", "Yes ."]),
        ("It fell ... and rose. Then it fell.", vec!["It fell ... and rose .", "Then it fell ."]),
        ("1. Open the box. 2. Close it.", vec!["1 . Open the box .", "2 . Close it ."]),
        ("(He left.) She stayed.", vec!["( He left . )", "She stayed ."]),
        ("NAIROBI, Kenya (AP) _ A bomb exploded.", vec!["NAIROBI , Kenya ( AP ) _ A bomb exploded ."]),
        ("In 1998. 20 people came.", vec!["In 1998 .", "20 people came ."]),
        ("The index rose 2.5 percent to 10,000.5 points.", vec!["The index rose 2.5 percent to 10,000.5 points ."]),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}

#[test]
fn paragraphs_and_headings() {
    let kinds = |text: &str| read(text).sentences.iter().map(|s| (s.paragraph, s.heading)).collect::<Vec<_>>();
    // One paragraph a line.
    let lines = "The council met on Monday. It voted.\nA New Start for the City\nThe mayor resigned.\n";
    assert_eq!(kinds(lines), [(0, false), (0, false), (1, true), (2, false)]);
    // Hard-wrapped, with indented paragraphs and without.
    let indented = "   The council met on Monday to\nvote on the plan of the mayor.\n   The mayor resigned when the\nvotes had been counted.";
    assert_eq!(kinds(indented), [(0, false), (1, false)]);
    let blank = "The council met on Monday to\nvote on the plan of the mayor.\n\nThe mayor resigned.\r\n\r\nHe left.";
    assert_eq!(kinds(blank), [(0, false), (1, false), (2, false)]);
    // A dateline, an announcement and the last paragraph are no headings.
    assert_eq!(kinds("ROME (AP) --\n\nHe said:\n\nThe End"), [(0, false), (1, false), (2, false)]);
    assert_eq!(kinds("on Friday"), [(0, false)]);
}

/// Texts that have broken tokenizers before, and long ones.
fn odd_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\n",
        "\r",
        "\r\n\r\n",
        "'",
        "’",
        "'s",
        "’s",
        "n't",
        "'t",
        ".",
        "..",
        "a.",
        "A.",
        "a.b",
        "a.b.",
        "1.",
        "1.a",
        "-",
        "--",
        "a-",
        "-a",
        "e-",
        "co-",
        "&",
        "A&",
        "A&a",
        "\u{0}",
        "\u{301}",
        "e\u{301}",
        "\u{200D}",
        "👩\u{200D}👩\u{200D}👧",
        "א.ב",
        "www.",
        "http://",
        "https://\"",
        "“”‘’",
        "½",
        "٣",
        "８:１５",
        "1:é",
        "é.é",
        "é'é",
        "'é",
        "n’t’s’d",
        "U.S.A",
        "e.g",
        "p.m",
        "8p.m",
        "\u{2028}",
        "İ",
        "ẞ",
        "ǅ",
        "a\u{AD}",
        "\u{FEFF}\u{FEFF}",
        "I.",
        "No.",
        "La.",
        "Sat.",
    ]
    .map(String::from)
    .into();
    for piece in [
        "a", "A.", "\"", "“", "(", "'", "'s", "n't", "-", ".", "a.", "1,", "\n", " \n", "e-", "A&", "é", "\u{301}",
        "Mr. ", "? ",
    ] {
        texts.push(piece.repeat(3_000));
    }
    texts
}

#[test]
fn any_text_is_read_whole() {
    for text in odd_texts() {
        let mut d = read(&text);
        tag(&mut d);
        let mut at = 0;
        for t in &d.tokens {
            let gap = text.get(at..t.start as usize).expect("tokens in order, on character boundaries");
            assert!(gap.chars().all(nothing), "{gap:?} is in no token");
            assert!(t.start < t.end);
            at = t.end as usize;
        }
        assert!(text.get(at..).expect("a boundary").chars().all(nothing));
        let mut next = 0;
        for s in &d.sentences {
            assert!(s.tokens.start == next && s.tokens.end > next);
            next = s.tokens.end;
        }
        assert_eq!(next, d.tokens.len());
        for i in 0..d.tokens.len().min(50) {
            lemma(d.word(i), d.tokens[i].tag);
        }
    }
}

fn nothing(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || token::is_invisible(c)
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}')
}

#[test]
fn long_texts_take_linear_time() {
    // A quadratic pass would take minutes here. Tagging goes by sentences, whose length is bounded: see [`any_text_is_read_whole`].
    let clock = std::time::Instant::now();
    let texts = [
        "a".repeat(1 << 20),
        "\"x ".repeat(200_000),
        "word ".repeat(200_000),
        "(“".repeat(100_000),
        "a\n".repeat(100_000),
    ];
    for text in texts {
        let d = read(&text);
        assert!(d.sentences.iter().all(|s| s.tokens.len() <= 512));
    }
    assert!(clock.elapsed().as_secs() < 60, "{:?}", clock.elapsed());
}

/// "word/TAG" for each token.
fn tagged(text: &str) -> String {
    let mut d = read(text);
    tag(&mut d);
    let words = (0..d.tokens.len()).map(|i| format!("{}/{:?}", d.word(i), d.tokens[i].tag.ptb));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn news_is_tagged() {
    for (text, expected) in [
        (
            "The minister said on Friday that he left.",
            "The/Dt minister/Nn said/Vbd on/In Friday/Nnp that/In he/Prp left/Vbd ./Punct",
        ),
        (
            "Prices had risen since May, the bank said.",
            "Prices/Nns had/Vbd risen/Vbn since/In May/Nnp ,/Punct the/Dt bank/Nn said/Vbd ./Punct",
        ),
        (
            "Talks will begin next week, she says.",
            "Talks/Nns will/Md begin/Vb next/Jj week/Nn ,/Punct she/Prp says/Vbz ./Punct",
        ),
        ("They haven’t received the letter.", "They/Prp have/Vbp n’t/Rb received/Vbn the/Dt letter/Nn ./Punct"),
        ("He may leave before the second vote.", "He/Prp may/Md leave/Vb before/In the/Dt second/Jj vote/Nn ./Punct"),
    ] {
        assert_eq!(tagged(text), expected);
    }
}

#[test]
fn lemmas() {
    use Ptb::*;
    for (word, ptb, expected) in [
        ("said", Vbd, "say"),
        ("Confirmed", Vbd, "confirm"),
        ("sending", Vbg, "send"),
        ("stopped", Vbd, "stop"),
        ("planning", Vbg, "plan"),
        ("making", Vbg, "make"),
        ("killed", Vbn, "kill"),
        ("tried", Vbd, "try"),
        ("agreed", Vbd, "agree"),
        ("signed", Vbn, "sign"),
        ("died", Vbd, "die"),
        ("rose", Vbd, "rise"),
        ("withdrew", Vbd, "withdraw"),
        ("arose", Vbd, "arise"),
        ("struck", Vbn, "strike"),
        ("lay", Vbd, "lie"),
        ("found", Vbd, "find"),
        ("shown", Vbn, "show"),
        ("has", Vbz, "have"),
        ("’s", Vbz, "be"),
        ("goes", Vbz, "go"),
        ("watches", Vbz, "watch"),
        ("were", Vbd, "be"),
        ("talks", Nns, "talk"),
        ("cities", Nns, "city"),
        ("children", Nns, "child"),
        ("crises", Nns, "crisis"),
        ("churches", Nns, "church"),
        ("n't", Rb, "not"),
        ("wo", Md, "will"),
        ("Paris", Nnp, "paris"),
        ("United", Nnp, "united"),
    ] {
        assert_eq!(lemma(word, Tag { upos: Upos::X, ptb }), expected, "{word}");
    }
}

#[test]
fn accuracy_on_the_treebanks() {
    for (file, floor) in [("ewt_test", 94.0), ("gumnews_test", 93.5), ("pud_test", 94.5)] {
        let path = format!("{}/../shared/corpora/ud/{file}.conllu", env!("CARGO_MANIFEST_DIR"));
        let Ok(treebank) = std::fs::read_to_string(&path) else {
            println!("skipped: {path} is missing");
            continue;
        };
        let model = perceptron::shipped().unwrap();
        let (mut forms, mut labels) = (Vec::new(), Vec::new());
        let (mut right, mut all) = (0, 0);
        for sentence in treebank.split("\n\n") {
            let columns = sentence.lines().map(|l| l.split('\t').collect::<Vec<_>>());
            let rows: Vec<_> = columns.filter(|c| c.len() > 4 && c[0].bytes().all(|b| b.is_ascii_digit())).collect();
            features::forms(rows.iter().map(|c| c[1]), &model.lexicon, &mut forms);
            model.label(&forms, &mut labels);
            all += rows.len();
            let same =
                |(row, &label): (&Vec<&str>, &u8)| model.labels[label as usize].split('/').next_back() == Some(row[4]);
            right += rows.iter().zip(&labels).filter(|&(row, label)| same((row, label))).count();
        }
        let accuracy = 100.0 * right as f64 / all as f64;
        assert!(accuracy >= floor, "{file}: {accuracy:.2}% XPOS");
    }
}
