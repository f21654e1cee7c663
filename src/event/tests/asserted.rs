//! What is asserted, where the sign of it stands apart from the verb.

use super::event;
use crate::event::Status::{
    self, Cancelled, Conditional, Counterfactual, Denied, Habitual, Happened, Ongoing, Planned, Possible,
};

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
        // Conditions and plans that the rest of the sentence decides.
        ("If she fails to pay, she could face a trial.", "pay", Conditional),
        ("“If every one of them worked through the weekend they would finish in May.”", "finish", Conditional),
        ("It might be considered if the firm failed to pay.", "failed", Conditional),
        ("The board voted to widen the road, but the plan was dropped in May.", "widen", Cancelled),
        ("The council tried to have the sign removed.", "removed", Planned),
        ("The firm had been planning to list its shares in May.", "list", Cancelled),
        ("It had been planning to list in May, and banks were due to begin this week.", "begin", Cancelled),
        ("Banks were due to begin this week.", "begin", Planned),
        ("If they agree, it will be sold in May and the firm will leave the market.", "leave", Conditional),
        ("It will be sold in May and the firm will leave the market.", "leave", Planned),
        ("The ship was diverted and is now due in February.", "due", Planned),
        ("The plant will stop work in May and shut in June.", "shut", Planned),
        ("Two firms said they would build stores and charge less.", "charge", Planned),
        // Verbs that the tagger sees as something else.
        ("The agency (NHPS) put the number at 31.", "put", Happened),
        ("He will stay unless the ban is put back to 2030.", "put", Conditional),
        ("Troops retook it nine days later.", "retook", Happened),
        ("One Conservative abstained.", "abstained", Happened),
        ("A war two years later cost 5,000 lives.", "cost", Happened),
        ("Monitors came for the first time since fighting erupted there.", "erupted", Happened),
        ("“He's let down 3,000 people,” she said.", "let", Happened),
        ("He twice compared himself to Churchill.", "compared", Happened),
        ("More than 400 people have been killed since May.", "killed", Happened),
        ("“You could feel him standing on the brakes,” he said.", "standing", Happened),
        ("“We believe most of it has been eaten,” she said.", "eaten", Happened),
        ("Visitors come from Osaka.", "come", Habitual),
        ("It declared independence, a step that no country ever recognised.", "recognised", Denied),
    ];
    let read = |&(text, word, _): &(&str, &str, Status)| event(text, word).status;
    let wrong: Vec<_> = table.iter().filter(|row| read(row) != row.2).map(|row| (row, read(row))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
