//! Speed of each stage and of the whole, in bytes of article per second on one core: the seeds, repeated to about 1 MB.
//!
//! `cargo bench`. Each stage is timed alone, on what the stages before it have made.

use dateline::event::{self, Event};
use dateline::text::{self, Document};
use dateline::timex::Mention;
use dateline::{Article, Timeline, expression, extract, link, order};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::sync::LazyLock;

fn main() {
    divan::Divan::default().sample_count(20).config_with_args().main();
}

/// The seeds, again and again, as separate articles.
static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("seeds/").map(|f| f.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let seeds: Vec<_> = files.iter().map(|path| article(&std::fs::read_to_string(path).expect("a text"))).collect();
    let size: usize = seeds.iter().map(|a| a.text.len()).sum();
    seeds.iter().cycle().take(seeds.len() * 1_000_000usize.div_ceil(size.max(1))).cloned().collect()
});

fn article(file: &str) -> Article {
    let (header, text) = file.split_once("\n\n").expect("a header");
    let published = header.lines().find_map(|line| line.strip_prefix("Published: ")).expect("a date");
    Article::new(text, published).expect("a date")
}

fn bytes() -> BytesCount {
    BytesCount::new(ARTICLES.iter().map(|a| a.text.len()).sum::<usize>())
}

fn read_all() -> Vec<Document<'static>> {
    ARTICLES.iter().map(|a| text::read(&a.text)).collect()
}

fn tagged() -> Vec<Document<'static>> {
    let mut documents = read_all();
    documents.iter_mut().for_each(text::tag);
    documents
}

fn mentions(documents: &[Document<'_>]) -> Vec<Vec<Mention>> {
    documents.iter().map(expression::find).collect()
}

fn events(documents: &[Document<'_>], mentions: &[Vec<Mention>]) -> Vec<Vec<Event>> {
    documents.iter().zip(mentions).map(|(d, m)| event::find(d, m)).collect()
}

#[divan::bench]
fn stage_1_sentences_and_tokens(bencher: Bencher) {
    bencher.counter(bytes()).bench(read_all);
}

#[divan::bench]
fn stage_2_part_of_speech(bencher: Bencher) {
    bencher.counter(bytes()).with_inputs(read_all).bench_values(|mut documents| {
        documents.iter_mut().for_each(text::tag);
        documents
    });
}

#[divan::bench]
fn stage_3_expressions(bencher: Bencher) {
    let documents = tagged();
    bencher.counter(bytes()).bench(|| mentions(black_box(&documents)));
}

#[divan::bench]
fn stage_4_events(bencher: Bencher) {
    let documents = tagged();
    let mentions = mentions(&documents);
    bencher.counter(bytes()).bench(|| events(black_box(&documents), &mentions));
}

#[divan::bench]
fn stage_5_links_and_order(bencher: Bencher) {
    let documents = tagged();
    let timelines: Vec<_> = ARTICLES.iter().map(extract).collect();
    bencher.counter(bytes()).bench(|| {
        let read = ARTICLES.iter().zip(&documents).zip(&timelines);
        let dated = read.map(|((article, document), Timeline { expressions, events, .. })| {
            let statements = link::link(document, expressions, events, article.published);
            let solution = order::solve(&link::constraints(&statements, expressions, events, article.published));
            order::sort(&solution, &(0..events.len()).collect::<Vec<_>>()).len()
        });
        dated.sum::<usize>()
    });
}

#[divan::bench]
fn whole(bencher: Bencher) {
    bencher.counter(bytes()).bench(|| ARTICLES.iter().map(|a| extract(a).entries.len()).sum::<usize>());
}
