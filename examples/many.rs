//! Many articles at once: `cargo run --release --features rayon --example many [FOLDER]`.
//!
//! Reads every `.txt` of a folder (`seeds/` if none is named; a head with `Published: ...`, a blank line, the text), in
//! portions, so that not all timelines are in memory at once, and prints how many entries each has. Without the feature
//! it does the same on one core.

use dateline::{Article, Options, extract_many};
use std::error::Error;
use std::path::PathBuf;

/// How many articles are read before their timelines are dropped.
const PORTION: usize = 256;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/seeds").into());
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|f| Ok(f?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    for portion in paths.chunks(PORTION) {
        let articles = portion.iter().map(article).collect::<Result<Vec<_>, _>>()?;
        let timelines = extract_many(&articles, &Options::default());
        for (path, timeline) in portion.iter().zip(&timelines) {
            println!("{}: {} entries", path.display(), timeline.entries.len());
        }
    }
    Ok(())
}

fn article(path: &PathBuf) -> Result<Article, Box<dyn Error>> {
    let file = std::fs::read_to_string(path)?;
    let (head, text) = file.split_once("\n\n").ok_or("no blank line behind the head")?;
    let published = head.lines().find_map(|line| line.strip_prefix("Published: ")).ok_or("no publication date")?;
    Ok(Article::new(text, published)?)
}
