//! The ten lines that a program needs to put a news article on a timeline.

use dateline::{Article, Error, extract};

fn main() -> Result<(), Error> {
    // The text, and when it was published: "Saturday" and "August" are counted from that day. Only a date that is none
    // is an error; no text is.
    let text =
        "The minister resigned on Saturday, a day after the court had opened its inquiry. A vote is due next week.";
    let article = Article::new(text, "2025-03-09")?;

    // What happened, when, in what order. Nothing here reads a clock: the same article gives the same timeline for ever.
    let timeline = extract(&article);

    for entry in &timeline.entries {
        // `when` holds the earliest and latest moment of begin and end; printed, it is a day, a month, "by ...", ...
        // `status` says whether it happened, is planned, is denied, ...
        // `sentence` has the clause with what it lacks in square brackets, `quote` the article's words and their place.
        println!("{:<24}  {:<9}  {}", entry.when.to_string(), entry.status.to_string(), entry.sentence());
        // Every date can say why: the words that lead to it, step by step.
        println!("    {}", timeline.because(entry));
    }

    // Spans are byte offsets into the text, on character boundaries; `Offsets` turns them into code points or UTF-16.
    for expression in &timeline.expressions {
        println!("{:?} = {} ({})", expression.span.of(text), expression.value, expression.expr);
    }

    // Statements that cannot all be true are reported, never hidden.
    for conflict in &timeline.conflicts {
        print!("{conflict}");
    }
    Ok(())
}
