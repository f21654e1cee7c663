//! Saved inputs of the fuzz targets in `fuzz/`, run again: what once failed, and a few that reach far. An input that a
//! fuzzer finds goes to `tests/fuzz_inputs/`, into the folder of its target.

mod common;

use common::fuzz;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = common::folder("tests/fuzz_inputs").join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    for path in paths {
        println!("{}", path.display());
        run(&std::fs::read(&path).expect("a readable file"));
    }
}

#[test]
fn extract() {
    replay("extract", fuzz::extract);
}

#[test]
fn expressions() {
    replay("expressions", fuzz::expressions);
}

#[cfg(feature = "serde")]
#[test]
fn serde() {
    replay("serde", fuzz::serde);
}

#[test]
fn network() {
    replay("network", fuzz::network_of);
}

/// The seeds are where the fuzzers start from.
#[test]
fn seeds() {
    for seed in common::seeds() {
        let input = [&[0; 8], seed.article.text.as_bytes()].concat();
        fuzz::expressions(&input);
        fuzz::extract(&input);
    }
}
