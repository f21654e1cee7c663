//! The README shows what the library does, not what it once did. `DATELINE_UPDATE=1 cargo test --test readme` renews it.

mod common;

use dateline::extract;

#[test]
fn the_first_screen_is_real_output() {
    let article = common::seed("iran-letter");
    let published = article.published.format("%A %-d %B %Y");
    let output =
        format!("{}\nPublished {published}\n\n{}", article.title.as_deref().unwrap_or_default(), extract(&article));
    let path = common::folder("README.md");
    let readme = std::fs::read_to_string(&path).expect("README.md");
    let (before, rest) = readme.split_once("<!-- output -->\n```text\n").expect("the mark above the output");
    let (shown, after) = rest.split_once("```\n").expect("the end of the output");
    if std::env::var_os("DATELINE_UPDATE").is_some() {
        let renewed = format!("{before}<!-- output -->\n```text\n{output}```\n{after}");
        std::fs::write(&path, renewed).expect("README.md can be written");
    } else {
        assert_eq!(shown, output, "renew it: DATELINE_UPDATE=1 cargo test --test readme");
    }
}
