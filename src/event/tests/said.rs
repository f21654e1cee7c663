//! Who says so, where the saying stands in the middle of what is said.

use super::{event, speaker};

#[test]
fn sayings_in_the_middle() {
    for (text, word, who) in [
        ("The lockdown, which critics said would ruin trade, has ended.", "ruin", "critics"),
        ("The lockdown, which critics said would ruin trade, has ended.", "ended", "-"),
        ("It sold its arm, which a newspaper reported last month was being shopped to banks.", "shopped", "newspaper"),
        (
            "The tube showed a gap that most of her colleagues said had happened in May.",
            "happened",
            "most of her colleagues",
        ),
        ("If the borders stay shut, says the bank, it could be hit far harder.", "stay", "bank"),
        ("If they reject it, Ms Calloway said, “we are back where we were.”", "reject", "-"),
        (
            "He ordered a review, which he promised would report in May, and last night rejected a deal.",
            "rejected",
            "-",
        ),
        ("The bank wants a price that the mayor has refused to give.", "refused", "-"),
        ("Mr. Igler rejected suggestions that the update had been rushed.", "rushed", "Igler"),
        ("The target had been set, the mayor explained, and would have been met.", "met", "mayor"),
        ("In the meantime, the firm says, it will close the site.", "close", "firm"),
        ("He declined to comment when the Gazette called on Friday.", "called", "-"),
        ("People close to the firm say it began in May.", "began", "People"),
        ("A complaint that she had prejudged it was lodged.", "prejudged", "complaint"),
        ("The firm said Iran and Iraq would meet in May.", "meet", "firm"),
        ("The plan, published on Tuesday, promises to close the plant by 2031.", "close", "-"),
        ("They declared independence in 1992, a step that no country recognised.", "recognised", "-"),
        ("The judge told her she had robbed people who trusted her.", "robbed", "judge"),
        ("Castellan answered in May that a server had failed.", "failed", "Castellan"),
    ] {
        assert_eq!(speaker(&event(text, word)), who, "{word} in {text}");
    }
}
