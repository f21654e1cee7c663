//! Nouns for bodies that speak and act, for what is written, and for places.

/// Bodies speak, but are not persons.
pub(in crate::event) fn is_body(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "firm"
            | "bank"
            | "government"
            | "ministry"
            | "administration"
            | "agency"
            | "court"
            | "army"
            | "military"
            | "police"
            | "parliament"
            | "congress"
            | "senate"
            | "council"
            | "committee"
            | "commission"
            | "party"
            | "union"
            | "organization"
            | "organisation"
            | "association"
            | "newspaper"
            | "network"
            | "television"
            | "radio"
            | "station"
            | "group"
            | "team"
            | "crew"
            | "staff"
            | "family"
    ) || is_paper(word)
        || word.ends_with('s')
}

/// Last words of the names of bodies.
pub(in crate::event) fn is_body_name(word: &str) -> bool {
    is_body(word)
        || matches!(
            word,
            "inc."
                | "corp."
                | "co."
                | "ltd."
                | "inc"
                | "corp"
                | "co"
                | "ltd"
                | "plc"
                | "nv"
                | "ag"
                | "sa"
                | "gmbh"
                | "llc"
                | "lp"
                | "llp"
                | "university"
                | "institute"
                | "college"
                | "hospital"
                | "airport"
                | "department"
                | "office"
                | "house"
                | "bureau"
                | "center"
                | "centre"
                | "fund"
                | "trust"
                | "foundation"
                | "league"
                | "front"
                | "street"
                | "journal"
                | "times"
                | "post"
                | "news"
                | "press"
                | "states"
                | "nations"
                | "kingdom"
                | "korea"
                | "island"
                | "city"
                | "county"
                | "board"
                | "exchange"
                | "reserve"
                | "international"
                | "group"
                | "energy"
                | "society"
        )
}

/// Words for a body whose name was given before.
pub(in crate::event) fn is_company(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "firm"
            | "bank"
            | "airline"
            | "maker"
            | "operator"
            | "group"
            | "union"
            | "agency"
            | "carrier"
            | "manufacturer"
            | "retailer"
            | "club"
            | "team"
            | "party"
            | "network"
            | "newspaper"
            | "organization"
            | "organisation"
            | "ministry"
            | "committee"
            | "commission"
    )
}

/// What is written: it tells, and does nothing.
pub(in crate::event) fn is_text(word: &str) -> bool {
    matches!(
        word,
        "document"
            | "documents"
            | "plan"
            | "report"
            | "statement"
            | "letter"
            | "study"
            | "survey"
            | "book"
            | "bill"
            | "law"
            | "contract"
            | "deal"
            | "filing"
            | "article"
            | "manifesto"
    )
}

/// What is written or printed, and tells something.
pub(in crate::event) fn things_said(word: &str) -> bool {
    is_paper(word) || matches!(word, "release" | "communique" | "magazine" | "daily" | "filing" | "book" | "article")
}

/// Nouns for where something happens.
pub(in crate::event) fn is_place(word: &str) -> bool {
    matches!(
        word,
        "city"
            | "town"
            | "village"
            | "capital"
            | "country"
            | "region"
            | "area"
            | "province"
            | "state"
            | "district"
            | "embassy"
            | "airport"
            | "office"
            | "hospital"
            | "school"
            | "university"
            | "church"
            | "mosque"
            | "street"
            | "square"
            | "building"
            | "house"
            | "home"
            | "hotel"
            | "court"
            | "prison"
            | "jail"
            | "border"
            | "coast"
            | "island"
            | "port"
            | "station"
            | "stadium"
            | "park"
            | "headquarters"
            | "suburb"
            | "neighborhood"
            | "neighbourhood"
            | "outskirts"
            | "north"
            | "south"
            | "east"
            | "west"
            | "plant"
            | "factory"
            | "base"
            | "camp"
            | "theater"
            | "theatre"
            | "museum"
            | "market"
            | "mall"
            | "downtown"
            | "valley"
            | "desert"
            | "forest"
            | "river"
            | "sea"
    )
}

/// What is written, and spoken of as if it spoke: "the report says".
fn is_paper(word: &str) -> bool {
    matches!(word, "statement" | "report" | "study" | "survey" | "poll" | "letter" | "document")
}
