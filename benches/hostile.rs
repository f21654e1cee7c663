//! What hostile texts cost: time, memory, and how both grow. Each case runs in a process of its own, so that one does not
//! pay for the memory of another, at a quarter of its size and in full.
//!
//! `cargo bench --bench hostile`, or with a part of a case's name behind `--`. Peak memory is that of the whole process,
//! text included, and is only known on Linux.

#[path = "../tests/common/hostile.rs"]
mod hostile;

use dateline::{Article, explain, export::timeml, extract};
use hostile::{CASES, Case};
use std::process::Command;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if let [one, name, size] = &arguments[..]
        && one == "--one"
    {
        let case = CASES.iter().find(|case| case.name == *name).expect("a case");
        return measure(case, size.parse().expect("a size"));
    }
    println!(
        "| text | MB | s | MB/s | memory, MB | explained and written, s | expressions | four times the text, times as long |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let filter = arguments.first().map_or("", String::as_str);
    for case in CASES.iter().filter(|case| case.name.contains(filter)) {
        let (part, whole) = (run(case, case.size / 4), run(case, case.size));
        let ratio = if part.seconds < 0.005 { "".into() } else { format!("{:.1}", whole.seconds / part.seconds) };
        println!(
            "| {} | {:.2} | {:.3} | {:.1} | {} | {:.2} | {} | {ratio} |",
            case.name,
            whole.megabytes,
            whole.seconds,
            whole.megabytes / whole.seconds,
            whole.peak,
            whole.shown,
            whole.expressions
        );
    }
}

struct Cost {
    megabytes: f64,
    seconds: f64,
    shown: f64,
    expressions: f64,
    peak: f64,
}

/// Runs one case in a process of its own.
fn run(case: &Case, size: usize) -> Cost {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).args(["--one", case.name, &size.to_string()]).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = told.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [megabytes, seconds, shown, expressions, peak] = numbers[..] else {
        panic!("{}: {told} {}", case.name, String::from_utf8_lossy(&output.stderr))
    };
    Cost { megabytes, seconds, shown, expressions, peak }
}

fn measure(case: &Case, size: usize) {
    // The lexicon and the weights are there before the clock runs.
    extract(&Article::new("It rained on Friday.", "2025-03-09").expect("a date"));
    let article = Article::new((case.text)(size), "2025-03-09").expect("a date");
    let start = Instant::now();
    let timeline = extract(&article);
    let seconds = start.elapsed().as_secs_f64();
    let peak = peak();
    let start = Instant::now();
    let _ = (explain(&article, &timeline), timeml::document(&article, &timeline), timeline.to_string());
    let (megabytes, shown) = (article.text.len() as f64 / 1e6, start.elapsed().as_secs_f64());
    println!("{megabytes} {seconds} {shown} {} {peak}", timeline.expressions.len());
}

/// The most memory that this process had, in megabytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
