//! Prints the timeline of one article.
//!
//! ```text
//! timeline [FILE] [--published 2025-03-09] [--detail headline|standard|all] [--format text|json|timeml] [--explain]
//! ```
//!
//! Without FILE an article from `seeds/` is read; `-` reads standard input. The file may begin with the header lines
//! `Title: ...` and `Published: 2025-03-09` (or with a time, `2025-03-09T14:30`) and a blank line.

use dateline::{Article, Detail, Options, export::timeml, extract_with};
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: timeline [FILE] [--published 2025-03-09] [--detail headline|standard|all]
                [--format text|json|timeml] [--explain]

  FILE         the article; `-` is standard input; without it, seeds/iran-letter.txt
               It may begin with the lines `Title: ...` and `Published: YYYY-MM-DD` and a blank line.
  --published  publication date, YYYY-MM-DD or YYYY-MM-DDTHH:MM
  --detail     the few events that an editor would list, what is dated or asserted (standard), or all
  --format     text (default), json or timeml
  --explain    everything that was read, and why each date is what it is";

#[derive(Default)]
struct Arguments {
    file: Option<String>,
    published: Option<String>,
    format: Format,
    detail: Detail,
    explain: bool,
}

#[derive(Default, Clone, Copy)]
enum Format {
    #[default]
    Text,
    Json,
    Timeml,
}

fn main() -> ExitCode {
    let result = arguments().and_then(|arguments| output(&arguments));
    match result {
        Ok(output) => match std::io::stdout().write_all(output.as_bytes()) {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => fail(&format!("standard output: {e}")),
            _ => ExitCode::SUCCESS,
        },
        Err(message) => fail(&message),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("timeline: {message}");
    ExitCode::FAILURE
}

fn arguments() -> Result<Arguments, String> {
    use lexopt::prelude::*;
    let mut arguments = Arguments::default();
    let mut parser = lexopt::Parser::from_env();
    let usage = |e: lexopt::Error| format!("{e}\n{USAGE}");
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("published") => {
                arguments.published = Some(parser.value().and_then(|v| v.string()).map_err(usage)?);
            }
            Long("format") => {
                arguments.format = match parser.value().and_then(|v| v.string()).map_err(usage)?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "timeml" => Format::Timeml,
                    other => return Err(format!("--format {other}: text, json or timeml is expected")),
                };
            }
            Long("detail") => {
                arguments.detail = match parser.value().and_then(|v| v.string()).map_err(usage)?.as_str() {
                    "headline" => Detail::Headline,
                    "standard" => Detail::Standard,
                    "all" => Detail::All,
                    other => return Err(format!("--detail {other}: headline, standard or all is expected")),
                };
            }
            Long("explain") => arguments.explain = true,
            Short('h') | Long("help") => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            Value(file) if arguments.file.is_none() => arguments.file = Some(file.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    if arguments.explain && !matches!(arguments.format, Format::Text) {
        return Err("--explain goes with --format text: json holds all of it already".into());
    }
    Ok(arguments)
}

fn output(arguments: &Arguments) -> Result<String, String> {
    let article = read(arguments)?;
    let timeline = extract_with(&article, &Options::default().detail(arguments.detail));
    match arguments.format {
        Format::Text if arguments.explain => Ok(dateline::explain(&article, &timeline)),
        Format::Text => Ok(format!("{}\n{timeline}", heading(&article))),
        Format::Timeml => Ok(timeml::document(&article, &timeline)),
        #[cfg(feature = "serde")]
        Format::Json => serde_json::to_string_pretty(&timeline).map(|json| json + "\n").map_err(|e| e.to_string()),
        #[cfg(not(feature = "serde"))]
        Format::Json => Err("--format json needs the crate's feature `serde`".into()),
    }
}

/// The article's title and its publication date, above the timeline.
fn heading(article: &Article) -> String {
    let published = article.published.format("%A %-d %B %Y, %H:%M").to_string();
    let published = published.strip_suffix(", 00:00").unwrap_or(&published);
    match &article.title {
        Some(title) => format!("{title}\nPublished {published}\n"),
        None => format!("Published {published}\n"),
    }
}

/// Reads the article and its header lines.
fn read(arguments: &Arguments) -> Result<Article, String> {
    let (name, bytes) = match arguments.file.as_deref() {
        Some("-") => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("standard input: {e}"))?;
            ("standard input".to_string(), bytes)
        }
        Some(file) => (file.to_string(), std::fs::read(file).map_err(|e| format!("{file}: {e}"))?),
        None => {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/iran-letter.txt");
            (path.display().to_string(), std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?)
        }
    };
    let text =
        String::from_utf8(bytes).map_err(|e| format!("{name}: not UTF-8 at byte {}", e.utf8_error().valid_up_to()))?;
    let (header, text) = split_header(text.trim_start_matches('\u{feff}'));
    let field = |wanted: &str| {
        header.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(wanted).then(|| value.trim().to_string())
        })
    };
    let published = arguments.published.clone().or_else(|| field("Published")).ok_or_else(|| {
        format!("{name}: no publication date; give --published YYYY-MM-DD or begin with a line `Published: YYYY-MM-DD`")
    })?;
    let article = Article::new(text, &published).map_err(|e| format!("{name}: {e}"))?;
    Ok(match field("Title") {
        Some(title) => article.with_title(title),
        None => article,
    })
}

/// The header lines at the top, if there are any, and the text after them and the blank lines that follow.
fn split_header(text: &str) -> (&str, &str) {
    let is_header = |line: &str| {
        let key = line.split_once(':').map_or("", |(key, _)| key.trim());
        key.eq_ignore_ascii_case("Title") || key.eq_ignore_ascii_case("Published")
    };
    let length: usize = text.split_inclusive('\n').take_while(|line| is_header(line)).map(str::len).sum();
    let (header, rest) = text.split_at_checked(length).unwrap_or(("", text));
    (header, if header.is_empty() { rest } else { rest.trim_start_matches(['\r', '\n']) })
}
