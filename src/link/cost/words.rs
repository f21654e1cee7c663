//! The words that the costs ask for: tables only.

/// The mark of a quotation.
pub const QUOTES: &[&str] = &["\"", "“", "”", "``", "''"];
pub const MONEY: &[&str] = &["$", "£", "€", "C$"];
/// Signs that stand within a figure and part nothing.
pub const SIGNS: &[&str] = &["$", "£", "€", "#"];
/// Marks that part a clause from what is put in or goes on behind it.
pub const PARTING: &[&str] = &[";", ":", "--", "—", "–", "(", ")"];

/// Passive verbs whose subject is to come: "is set for Friday".
pub const SET: &[&str] = &["set", "schedule", "slate", "plan", "expect", "book", "time", "promise"];
/// Words of a plan with an infinitive: "was due to leave".
pub const DUE: &[&str] = &["due", "set", "schedule", "slate", "expect", "plan", "suppose", "scheduled"];
/// "as *scheduled*"
pub const AS_PLANNED: &[&str] = &["scheduled", "planned", "expected", "agreed", "promised", "announced"];
/// Verbs by which somebody says what he thinks is to come.
pub const FORESEEING: &[&str] = &["see", "expect", "forecast", "project", "predict", "anticipate", "foresee"];
/// Adjectives that say whether somebody can do what follows.
pub const ABLE: &[&str] = &["available", "unavailable", "unable"];
/// Verbs whose phrase says for what somebody is accused or punished.
pub const JUDGING: &[&str] = &["accuse", "acquit", "arrest", "charge", "convict", "fine", "jail", "sentence"];

/// "*preferred* shares", "a *holding* company": kinds of shares and firms.
pub const KINDS: &[&str] = &["preferred", "holding"];
pub const OF_KINDS: &[&str] = &["share", "shares", "stock", "company", "companies"];

/// Words that open a clause with a time of its own.
pub const OPENING: &[&str] = &["that", "because", "although", "while", "if", "whether", "after", "before"];
/// Words before what is only compared.
pub const COMPARING: &[&str] = &["than", "versus"];
/// Prepositions of time that govern a noun.
pub const GOVERNING: &[&str] = &["during", "after", "before", "since", "following", "until"];
/// What may stand before a figure.
pub const BEFORE_FIGURES: &[&str] = &["a", "about", "the", "some"];
/// Words before a noun for what is to come or just was.
pub const PENDING: &[&str] = &["following", "pending"];
/// Forms of "be" that tell no event.
pub const COPULAS: &[&str] = &["was", "were", "is", "are"];
/// "the quarter *ended* Sept. 30"
pub const PERIOD_ENDS: &[&str] = &["ended", "ending"];
