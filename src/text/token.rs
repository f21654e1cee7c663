//! Bytes to tokens, as the English UD treebanks cut them. One pass, no backtracking, no allocation but the list itself.

use super::{Shape, Tag, Token};
use std::ops::Range;

/// Appends the tokens of `text[range]` to `out`.
///
/// White space and lone invisible characters (byte order marks, zero-width spaces, soft hyphens) belong to no token.
pub(super) fn tokenize(text: &str, range: Range<usize>, out: &mut Vec<Token>) {
    let (floor, end) = (range.start, range.end.min(text.len()));
    let text = text.get(..end).unwrap_or_default();
    let mut at = floor;
    while at < end {
        at = match kind(text, at) {
            (Kind::Space | Kind::Invisible, width) => at + width,
            (Kind::Letter, _) => word(text, at, out),
            (Kind::Digit, _) => number(text, at, out),
            (Kind::Mark, width) => mark(text, floor, at, width, out),
        };
    }
}

/// What a character is to the tokenizer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    Digit,
    Mark,
    /// Zero-width: part of a word when inside one, else nothing.
    Invisible,
}

#[expect(clippy::indexing_slicing, reason = "computed by the compiler")]
const ASCII: [Kind; 128] = {
    let mut table = [Kind::Mark; 128];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            0..=b' ' | 127 => Kind::Space,
            _ => Kind::Mark,
        };
        b += 1;
    }
    table
};

/// The kind of the character at byte `at`, and its width in bytes. At the end: a space of no width.
#[expect(clippy::indexing_slicing, reason = "a number below 128 into 128 kinds")]
fn kind(text: &str, at: usize) -> (Kind, usize) {
    match text.as_bytes().get(at) {
        None => (Kind::Space, 0),
        Some(&b) if b < 128 => (ASCII[b as usize & 127], 1),
        Some(_) => wide_kind(text, at),
    }
}

#[cold]
fn wide_kind(text: &str, at: usize) -> (Kind, usize) {
    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return (Kind::Space, 1) };
    let kind = if is_invisible(c) || is_accent(c) {
        Kind::Invisible
    } else if c.is_alphabetic() {
        Kind::Letter
    } else if c.is_numeric() {
        Kind::Digit
    } else if c.is_whitespace() || c.is_control() {
        Kind::Space
    } else {
        Kind::Mark
    };
    (kind, c.len_utf8())
}

/// Zero-width characters, byte order marks and soft hyphens: they say nothing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// Accents and variation selectors: they belong to the character before them.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}')
}

/// The end of the run of letters from `at`, and whether digits are among them.
fn letters(text: &str, mut at: usize, mut digits: bool) -> (usize, bool) {
    loop {
        match kind(text, at) {
            (Kind::Letter, width) => at += width,
            (Kind::Digit, width) => {
                at += width;
                digits = true;
            }
            (Kind::Invisible, _) => match invisible(text, at) {
                inside if inside > at => at = inside,
                _ => return (at, digits),
            },
            _ => return (at, digits),
        }
    }
}

/// Past the invisible characters at `at`, if they stand inside of a word; accents also end one.
#[cold]
fn invisible(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut end = at;
    for (i, c) in rest.char_indices() {
        match kind(text, at + i).0 {
            Kind::Invisible if is_accent(c) => end = at + i + c.len_utf8(),
            Kind::Invisible => {}
            Kind::Letter | Kind::Digit => return at + i,
            _ => break,
        }
    }
    end
}

/// Width of the apostrophe at `at`, straight or curly; 0 when there is none.
fn apostrophe(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..).unwrap_or_default() {
        [b'\'', ..] => 1,
        [0xE2, 0x80, 0x99, ..] => 3,
        _ => 0,
    }
}

fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or(b' ')
}

fn is_letter(text: &str, at: usize) -> bool {
    kind(text, at).0 == Kind::Letter
}

fn push(out: &mut Vec<Token>, start: usize, end: usize, shape: Shape) {
    if start < end {
        out.push(Token { start: start as u32, end: end as u32, shape, tag: Tag::default() });
    }
}

/// Reads a word that begins at `start`.
fn word(text: &str, start: usize, out: &mut Vec<Token>) -> usize {
    let (mut at, mut mixed) = letters(text, start, false);
    if mixed {
        push(out, start, at, Shape::Mixed);
        return at;
    }
    if let Some(end) = url(text, start, at) {
        push(out, start, end, Shape::Mixed);
        return end;
    }
    let mut part = start; // where the current run of letters begins
    let mut initials = true; // only single letters so far: "U.S", "a.m"
    loop {
        initials &= single(text, part, at);
        let next = match byte(text, at) {
            b'.' if is_letter(text, at + 1) => {
                let (end, _) = letters(text, at + 1, false);
                let lower = byte(text, at + 1).is_ascii_lowercase();
                let joins = match initials {
                    // "U.S", "a.m", but not "than I.He"
                    true => single(text, at + 1, end) || lower,
                    // "example.com", "Ph.D", but not "the end.Next"
                    false => lower || (single(text, at + 1, end) && byte(text, end) == b'.'),
                };
                if !joins {
                    break;
                }
                at + 1
            }
            b'-' if is_prefix(text, start, at) && byte(text, at + 1).is_ascii_lowercase() => at + 1,
            b'&' if byte(text, at + 1).is_ascii_uppercase() && byte(text, at - 1).is_ascii_uppercase() => at + 1,
            b'\'' | 0xE2 => {
                let wide = apostrophe(text, at);
                if wide == 0 || !is_letter(text, at + wide) {
                    break;
                }
                let (end, _) = letters(text, at + wide, false);
                let tail = text.get(at + wide..end).unwrap_or_default();
                if tail.eq_ignore_ascii_case("t") && byte(text, at - 1).eq_ignore_ascii_case(&b'n') && at - 1 > start {
                    word_token(text, start, at - 1, out);
                    push(out, at - 1, end, Shape::Lower);
                    return end;
                }
                if is_clitic(tail) {
                    break;
                }
                at + wide
            }
            _ => break,
        };
        part = next;
        (at, mixed) = letters(text, next, mixed);
    }
    if mixed {
        push(out, start, at, Shape::Mixed);
        return at;
    }
    if byte(text, at) == b'.'
        && byte(text, at + 1) != b'.'
        && keeps_stop(text, start, at, part > start && initials, out)
    {
        at += 1;
    } else if let Some(cut) = two_words(text.get(start..at).unwrap_or_default()) {
        word_token(text, start, start + cut, out);
        push(out, start + cut, at, Shape::Lower);
        return at;
    }
    word_token(text, start, at, out);
    at
}

/// Whether `text[start..end]` is one letter.
fn single(text: &str, start: usize, end: usize) -> bool {
    end - start == kind(text, start).1
}

fn word_token(text: &str, start: usize, end: usize, out: &mut Vec<Token>) {
    push(out, start, end, word_shape(text.get(start..end).unwrap_or_default()));
}

fn word_shape(word: &str) -> Shape {
    let bytes = word.as_bytes();
    match bytes.first() {
        Some(b) if b.is_ascii_lowercase() => Shape::Lower,
        Some(b) if b.is_ascii_uppercase() && bytes.get(1).is_some_and(u8::is_ascii_lowercase) => Shape::Capital,
        _ => {
            let mut chars = word.chars().filter(|c| c.is_alphabetic());
            match chars.next() {
                Some(first) if first.is_uppercase() => {
                    let mut rest = chars.peekable();
                    match rest.peek().is_some() && rest.all(char::is_uppercase) {
                        true => Shape::Upper,
                        false => Shape::Capital,
                    }
                }
                _ => Shape::Lower,
            }
        }
    }
}

/// Where "cannot" and the like fall apart.
fn two_words(word: &str) -> Option<usize> {
    const WORDS: [(&str, usize); 4] = [("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3)];
    if !matches!(word.len(), 5 | 6) {
        return None;
    }
    WORDS.iter().find(|(w, _)| word.eq_ignore_ascii_case(w)).map(|&(_, cut)| cut)
}

/// What stands after an apostrophe as a token of its own.
fn is_clitic(tail: &str) -> bool {
    tail.len() <= 2 && ["s", "d", "m", "re", "ve", "ll"].iter().any(|c| tail.eq_ignore_ascii_case(c))
}

/// Prefixes that the treebanks keep with their word ("re-elected", "e-mail").
fn is_prefix(text: &str, start: usize, end: usize) -> bool {
    const PREFIXES: [&str; 10] = ["e", "re", "co", "non", "anti", "ex", "bi", "semi", "multi", "counter"];
    let word = text.get(start..end).unwrap_or_default();
    word.len() <= 7 && PREFIXES.iter().any(|p| word.eq_ignore_ascii_case(p))
}

/// The end of the address that begins at `start`, when the letters up to `at` begin one.
fn url(text: &str, start: usize, at: usize) -> Option<usize> {
    if !matches!(byte(text, at), b':' | b'.') {
        return None;
    }
    let head = text.get(start..at)?;
    let rest = text.get(at..)?;
    let address = matches!(head, "http" | "https" | "HTTP" | "HTTPS" | "ftp") && rest.starts_with("://")
        || matches!(head, "www" | "WWW") && rest.starts_with('.') && is_letter(text, at + 1);
    if !address {
        return None;
    }
    let stop = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '’' | '\'');
    let run = rest.find(stop).and_then(|n| rest.get(..n)).unwrap_or(rest);
    let run = run.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '…']);
    Some(at + run.len())
}

/// Whether the full stop at `at` belongs to the word `text[start..at]`.
fn keeps_stop(text: &str, start: usize, at: usize, initials: bool, out: &[Token]) -> bool {
    if initials {
        return true; // "U.S.", "a.m."
    }
    let word = text.get(start..at).unwrap_or_default();
    if single(text, start, at) {
        // "J. Smith"; but "I" is a pronoun more often than a first name.
        return word != "I" && word.chars().all(char::is_uppercase);
    }
    match abbreviation(word) {
        Some(Abbreviation::Title | Abbreviation::Month | Abbreviation::Company | Abbreviation::Other) => true,
        Some(Abbreviation::Number) => next_visible(text, at + 1).is_some_and(char::is_numeric),
        Some(Abbreviation::Weekday) => {
            next_visible(text, at + 1).is_some_and(|c| c.is_numeric() || c == ',' || c.is_lowercase())
        }
        // "Louisville, Ky.", but not "... said La."
        Some(Abbreviation::State) => {
            let before = out.last().map_or(b' ', |t| byte(text, t.start as usize));
            before == b',' || next_visible(text, at + 1) == Some(',')
        }
        None => false,
    }
}

/// The first character from `at` on that is no space, within a few bytes.
fn next_visible(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().take(8).find(|c| !c.is_whitespace() && !is_invisible(*c))
}

/// Kinds of abbreviation, by what may come after their full stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// A name follows: never ends a sentence.
    Title,
    /// A number follows, or the word is none ("No.").
    Number,
    /// Month names.
    Month,
    /// Weekdays, and words that are also plain words.
    Weekday,
    /// "Inc.", "Jr.".
    Company,
    /// States of the U.S.
    State,
    /// Anything else ("etc.").
    Other,
}

/// The kind of a known abbreviation, given without its last full stop.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    use Abbreviation::*;
    if word.len() > 7 {
        return None;
    }
    Some(match word {
        "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "Gen" | "Lt" | "Col" | "Sgt" | "Capt" | "Cmdr" | "Maj" | "Adm"
        | "Sen" | "Sens" | "Rep" | "Reps" | "Gov" | "Govs" | "Gens" | "Pres" | "Rev" | "Hon" | "St" | "Ste" | "Mt"
        | "Ft" | "Messrs" | "Mmes" | "Supt" | "Cpl" | "Pvt" | "Pfc" | "Brig" | "Amb" | "Atty" | "Insp" | "Spc"
        | "Cpt" | "Drs" | "Profs" | "Msgr" | "Cllr" | "Sir" | "MR" | "MRS" | "MS" | "DR" | "vs" | "Vs" | "viz"
        | "cf" | "e.g" | "i.e" | "Ph" => match word {
            "Sir" => return None,
            _ => Title,
        },
        "No" | "Nos" | "no" | "nos" | "Fig" | "Figs" | "fig" | "Vol" | "vol" | "pp" | "Art" | "Sec" | "Ch" | "ch"
        | "Para" | "art" | "sec" | "para" | "ca" | "approx" | "Approx" | "tel" | "Tel" | "Rs" => Number,
        "Jan" | "Feb" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec" | "JAN" | "FEB"
        | "AUG" | "SEPT" | "OCT" | "NOV" | "DEC" => Month,
        "Mar" | "Mon" | "Tue" | "Tues" | "Wed" | "Thu" | "Thur" | "Thurs" | "Fri" | "Sat" | "Sun" => Weekday,
        "Inc" | "Corp" | "Co" | "Cos" | "Ltd" | "Bros" | "Jr" | "Sr" | "Plc" | "Esq" | "INC" | "CORP" | "Pty"
        | "Bhd" => Company,
        "Ala" | "Ariz" | "Ark" | "Calif" | "Cal" | "Colo" | "Conn" | "Del" | "Fla" | "Ga" | "Ill" | "Ind" | "Kan"
        | "Ky" | "La" | "Mass" | "Md" | "Mich" | "Minn" | "Miss" | "Mo" | "Mont" | "Neb" | "Nev" | "Okla" | "Ore"
        | "Pa" | "Tenn" | "Tex" | "Va" | "Vt" | "Wash" | "Wis" | "Wyo" | "Ont" | "Que" => State,
        "etc" | "al" | "Ph.D" | "PhD" | "Dept" | "dept" | "Univ" | "Assn" | "Ave" | "Blvd" | "Rd" | "est" | "Est"
        | "Gov't" | "Int'l" | "Nat'l" | "incl" | "Min" | "hrs" | "mins" | "yrs" => Other,
        _ => return None,
    })
}

/// Reads a number, or a mix that begins with a digit.
fn number(text: &str, start: usize, out: &mut Vec<Token>) -> usize {
    let mut at = start;
    loop {
        match kind(text, at) {
            (Kind::Digit, width) => at += width,
            (Kind::Mark, 1) if matches!(byte(text, at), b'.' | b',' | b':') && byte(text, at + 1).is_ascii_digit() => {
                at += 1
            }
            (Kind::Letter, _) => break,
            _ => {
                push(out, start, at, Shape::Number);
                return at;
            }
        }
    }
    // "8p.m.", "8a.m"
    if let Some(rest) = text.as_bytes().get(at..)
        && matches!(rest, [b'a' | b'p' | b'A' | b'P', b'.', b'm' | b'M', ..])
        && !is_letter(text, at + 3)
    {
        at += if byte(text, at + 3) == b'.' { 4 } else { 3 };
    } else {
        at = letters(text, at, true).0;
    }
    push(out, start, at, Shape::Mixed);
    at
}

/// Reads a mark, a run of one, or a clitic ("'s") after anything but a space.
fn mark(text: &str, floor: usize, at: usize, width: usize, out: &mut Vec<Token>) -> usize {
    let wide = apostrophe(text, at);
    if wide > 0 && at > floor && is_letter(text, at + wide) && out.last().is_some_and(|t| t.end as usize == at) {
        let (end, digits) = letters(text, at + wide, false);
        if !digits && is_clitic(text.get(at + wide..end).unwrap_or_default()) {
            push(out, at, end, Shape::Lower);
            return end;
        }
    }
    let mut end = at + width;
    let first = byte(text, at);
    if matches!(first, b'.' | b'-' | b'`' | b'\'' | b'!' | b'?' | b'*' | b'=' | b'_' | b'~' | b'#' | b'+') {
        while byte(text, end) == first {
            end += 1;
        }
    } else if width > 1 {
        // An accent or a variation selector on a mark belongs to it.
        let rest = text.get(end..).unwrap_or_default();
        end += rest.chars().take_while(|&c| is_accent(c)).map(char::len_utf8).sum::<usize>();
    }
    push(out, at, end, Shape::Mark);
    end
}
