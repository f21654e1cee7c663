//! What is asserted, where the sign of it stands apart from the verb.

use super::event;
use crate::event::Status::{self, Counterfactual, Denied, Habitual, Happened, Ongoing, Planned, Possible};

#[test]
fn signs_apart_from_the_verb() {
    let table: &[(&str, &str, Status)] = &[
        // A condition against the facts, with a saying in the middle.
        ("Had she not done so, one of them later admitted, the place would have closed.", "done", Counterfactual),
        ("Had she not done so, one of them admitted, the place would have closed by May.", "closed", Counterfactual),
        ("“Had that form been read, it would have been sold,” said the mayor.", "read", Counterfactual),
        ("“If I had been shown those pictures, that bridge would have been closed,” he said.", "shown", Counterfactual),
        ("Had he stayed, he might have survived.", "survived", Counterfactual),
        // What is negated, or said not to be so.
        ("It carried not a single passenger.", "carried", Denied),
        ("Not a single round was fired.", "fired", Denied),
        ("Not everyone in the city was persuaded.", "persuaded", Denied),
        ("Not everyone is convinced that it can last.", "last", Possible),
        ("They promised that nobody would lose a job.", "lose", Denied),
        ("No software will be changed.", "changed", Denied),
        ("The contract has yet to be signed.", "signed", Denied),
        ("He denied that cuts were to blame.", "blame", Denied),
        ("He rejected suggestions that the update had been rushed.", "rushed", Denied),
        ("The firm denied a claim that a pipe had been moved.", "moved", Denied),
        // What is taken for granted, or inferred.
        ("Her son asked why she had been charged.", "charged", Happened),
        ("She was the first woman to run the firm.", "run", Happened),
        ("It must have taken a thousand years.", "taken", Happened),
        ("“I doubt we shall start now,” he said.", "start", Possible),
        // Habits, and places that somebody holds.
        ("“It is only cold,” she would tell her students.", "tell", Habitual),
        ("She leads the party, which employs 340 people.", "employs", Ongoing),
        ("The firm operates 612 stores.", "operates", Ongoing),
        ("Tax, the minister says, will fall, and nobody will pay more.", "pay", Denied),
        ("They said no bridge would be opened before May.", "opened", Planned),
    ];
    for &(text, word, status) in table {
        assert_eq!(event(text, word).status, status, "{word} in {text}");
    }
}
