//! One reviewable page per article in `seeds/`, in `snapshots/`. After a change that is meant:
//! `INSTA_UPDATE=always cargo test --test snapshots`, and read the difference as an editor would.

mod common;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn every_seed_reads_as_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(common::folder("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut changed = Vec::new();
    for seed in common::seeds() {
        let page = dateline::explain(&seed.article, &dateline::extract(&seed.article));
        let same =
            catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(seed.name.as_str(), page))));
        if same.is_err() {
            changed.push(seed.name);
        }
    }
    assert!(changed.is_empty(), "not as reviewed: {changed:?}");
}

#[test]
fn every_snapshot_has_its_seed() {
    let seeds: BTreeSet<_> = common::seeds().into_iter().map(|seed| seed.name).collect();
    let snapshots: BTreeSet<_> = std::fs::read_dir(common::folder("snapshots"))
        .expect("snapshots/ is there")
        .map(|file| file.expect("a readable folder").file_name().to_string_lossy().into_owned())
        .filter_map(|file| file.strip_suffix(".snap").map(str::to_string))
        .collect();
    assert_eq!(snapshots.difference(&seeds).collect::<Vec<_>>(), Vec::<&String>::new(), "snapshots without a seed");
    assert_eq!(seeds.difference(&snapshots).collect::<Vec<_>>(), Vec::<&String>::new(), "seeds without a snapshot");
}

#[test]
fn every_page_fits_the_terminal() {
    for seed in common::seeds() {
        let timeline = dateline::extract(&seed.article);
        for page in [timeline.to_string(), dateline::explain(&seed.article, &timeline)] {
            for line in page.lines() {
                assert!(line.chars().count() <= 100, "{}: wider than 100 columns: {line}", seed.name);
            }
        }
    }
}
