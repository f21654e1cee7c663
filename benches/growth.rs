//! How time grows with the text: one article of 1 to 10 MB, cut from the seeds, and a network of 1,000 events.
//!
//! `cargo bench --bench growth`. Time should grow as the text does.

use dateline::order::{self, Constraint, Kind, Network};
use dateline::{Article, extract};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::Divan::default().sample_count(5).sample_size(1).config_with_args().main();
}

/// The texts of all seeds, one behind the other, again and again up to this size.
fn long_article(megabytes: usize) -> Article {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("seeds/").map(|f| f.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let read = |path| std::fs::read_to_string(path).expect("a text");
    let texts: Vec<String> = files.iter().map(read).map(|f| f.split_once("\n\n").expect("a header").1.into()).collect();
    let mut text = String::new();
    let mut parts = texts.iter().cycle();
    while text.len() < megabytes * 1_000_000 {
        text += parts.next().expect("a seed");
        text += "\n\n";
    }
    Article::new(text, "2025-03-09").expect("a date")
}

#[divan::bench(args = [1, 2, 5, 10])]
fn one_article_of_megabytes(bencher: Bencher, megabytes: usize) {
    let article = long_article(megabytes);
    bencher.counter(BytesCount::new(article.text.len())).bench(|| extract(&article).entries.len());
}

/// A story of events one after the other, each tenth with a day; each twentieth day contradicts the order.
#[divan::bench(args = [100, 1_000, 10_000])]
fn network_of_events(bencher: Bencher, events: usize) {
    const DAY: i64 = 86_400;
    let mut network = Network { points: 2 * events, ..Network::default() };
    let mut say = |trust, kinds: &[Kind]| {
        let statement = network.trust.len();
        network.trust.push(trust);
        network.constraints.extend(kinds.iter().map(|kind| Constraint { kind: kind.clone(), statement }));
    };
    for e in 0..events {
        if e > 0 {
            say(80, &[Kind::Gap { from: 2 * e - 1, to: 2 * e, gap: 1 }]);
        }
        if e % 10 == 0 {
            let day = if e % 200 == 100 { 0 } else { e as i64 };
            say(86, &[Kind::NotBefore(2 * e, day * DAY), Kind::NotAfter(2 * e + 1, (day + 1) * DAY - 1)]);
        }
    }
    bencher.bench(|| order::solve(&network).conflicts.len());
}
