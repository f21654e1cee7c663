//! Adjectives, adverbs and prepositional phrases that, as predicates, say that something holds; what adjectives say of a noun.

/// About another event or a state of mind: "able to leave", "afraid that".
pub(super) const I_STATE: &str = "able unable likely unlikely ready willing unwilling afraid eager reluctant prepared \
    confident hopeful optimistic pessimistic aware unaware certain uncertain sure unsure possible impossible \
    determined committed concerned worried anxious keen glad happy unhappy pleased sorry convinced skeptical sceptical \
    doubtful fearful proud entitled inclined hesitant loath bound free welcome interested intent mindful wary \
    cautious nervous surprised disappointed satisfied grateful thankful ashamed angry upset disturbed desperate \
    due supposed necessary essential crucial vital obliged poised slated opposed subject apt liable prone capable \
    incapable impatient curious amazed delighted thrilled excited content relieved shocked supportive responsible \
    guilty needed intended expected scheduled designed required ripe tired fond jealous conscious ignorant cognizant \
    apprehensive bullish bearish upbeat adamant certain reluctant";

/// A state of a person or thing that begins and ends: "was dead", "is available".
pub(super) const STATE: &str = "eligible dead alive sick ill injured wounded missing hurt available unavailable asleep awake \
    absent present pregnant homeless jobless unemployed bankrupt insolvent closed open vacant empty full ablaze adrift \
    operational inoperative effective ineffective active inactive dormant idle busy stable unstable critical serious \
    unconscious comatose blind paralyzed paralysed crippled hungry thirsty drunk sober naked armed unarmed \
    loose safe unsafe secure insecure vulnerable intact unscathed unharmed stranded stuck trapped lost \
    quiet calm tense silent violent peaceful chaotic unanimous pending unresolved incomplete \
    profitable unprofitable popular unpopular unknown unclear unchanged steady flat weak strong \
    down up over out off away back underway ongoing afloat ashore aboard abroad overdue imminent \
    outstanding independent dependent loyal legal illegal valid invalid void separate united divided \
    similar different responsible high low short scarce abundant immune contagious infected contaminated \
    rife prevalent widespread common rare visible invisible evident apparent obvious damaged destroyed \
    sovereign innocent liable fit unfit married single divorced engaged famous powerful helpless powerless hopeless \
    gloomy enthusiastic furious frantic angry upset worried nervous anxious shaken stunned outraged frustrated exhausted \
    saturated isolated crowded deserted packed jammed flooded frozen polluted polarized polarised sluggish weary \
    restless uneasy unhurt comfortable uncomfortable satisfied confused";

/// "on board", "in charge", "at large": the preposition is the trigger.
pub(in crate::event) const PREPOSITIONAL: &[(&str, &str)] = &[
    ("on", "board"),
    ("in", "charge"),
    ("in", "power"),
    ("in", "office"),
    ("in", "prison"),
    ("in", "jail"),
    ("in", "custody"),
    ("in", "effect"),
    ("in", "force"),
    ("in", "place"),
    ("in", "control"),
    ("in", "hiding"),
    ("in", "exile"),
    ("in", "trouble"),
    ("in", "crisis"),
    ("in", "danger"),
    ("in", "doubt"),
    ("in", "favor"),
    ("in", "favour"),
    ("in", "default"),
    ("in", "session"),
    ("in", "contact"),
    ("in", "touch"),
    ("in", "shock"),
    ("in", "use"),
    ("in", "progress"),
    ("in", "jeopardy"),
    ("in", "debt"),
    ("in", "ruins"),
    ("in", "flames"),
    ("in", "coma"),
    ("in", "hospital"),
    ("in", "mourning"),
    ("on", "fire"),
    ("on", "alert"),
    ("on", "strike"),
    ("on", "duty"),
    ("on", "trial"),
    ("on", "hold"),
    ("on", "sale"),
    ("on", "track"),
    ("on", "bail"),
    ("on", "parole"),
    ("on", "leave"),
    ("at", "war"),
    ("at", "peace"),
    ("at", "risk"),
    ("at", "stake"),
    ("at", "large"),
    ("at", "odds"),
    ("under", "way"),
    ("under", "arrest"),
    ("under", "attack"),
    ("under", "siege"),
    ("under", "fire"),
    ("under", "pressure"),
    ("under", "control"),
    ("under", "construction"),
    ("under", "investigation"),
    ("under", "threat"),
    ("under", "consideration"),
    ("under", "review"),
    ("out", "of"),
    ("behind", "bars"),
];

/// Participles that are adjectives before a noun, whatever stands before them.
pub(in crate::event) fn adjectival(word: &str) -> bool {
    matches!(
        word,
        "operating"
            | "restructuring"
            | "remaining"
            | "outstanding"
            | "existing"
            | "growing"
            | "ongoing"
            | "rising"
            | "falling"
            | "leading"
            | "manufacturing"
            | "marketing"
            | "advertising"
            | "publishing"
            | "banking"
            | "accounting"
            | "trading"
            | "mining"
            | "housing"
            | "engineering"
            | "underlying"
            | "increasing"
            | "increased"
            | "declining"
            | "continuing"
            | "surrounding"
            | "neighboring"
            | "neighbouring"
            | "warring"
            | "ruling"
            | "governing"
            | "working"
            | "living"
            | "missing"
            | "opposing"
            | "competing"
            | "voting"
            | "shipping"
            | "training"
            | "lending"
            | "borrowing"
            | "spending"
            | "fighting"
            | "following"
            | "coming"
            | "incoming"
            | "outgoing"
            | "limited"
            | "united"
            | "estimated"
            | "combined"
            | "reduced"
            | "improved"
            | "continued"
            | "renewed"
            | "proposed"
            | "planned"
            | "alleged"
            | "suspected"
            | "armed"
            | "retired"
            | "unidentified"
            | "industrialized"
            | "so-called"
            | "related"
            | "fixed"
            | "advanced"
            | "preferred"
            | "experienced"
            | "sophisticated"
            | "detailed"
            | "given"
            | "certain"
            | "unprecedented"
            | "widespread"
    )
}

/// Adjectives that only what happens takes.
pub(in crate::event) fn is_sign(word: &str) -> bool {
    matches!(
        word,
        "planned"
            | "proposed"
            | "scheduled"
            | "expected"
            | "upcoming"
            | "recent"
            | "ongoing"
            | "possible"
            | "potential"
            | "imminent"
            | "sudden"
            | "pending"
            | "continued"
            | "continuing"
            | "rapid"
            | "further"
            | "immediate"
            | "attempted"
            | "alleged"
            | "unprecedented"
            | "swift"
            | "sharp"
            | "brief"
            | "successful"
            | "failed"
            | "subsequent"
    )
}
