//! How long things take by their kind: whether what a word names is a matter of a moment or of days and more.
//!
//! Vendler's distinction (*Verbs and times*, The Philosophical Review 66, 1957) at the grain of a newspaper, whose
//! unit is the day: "arrive", "sign" and "explosion" lie within one; "build", "negotiate" and "war" do not.

use super::{Event, Trigger};
use crate::hash::FastSet;
use std::sync::LazyLock;

/// What goes on for days, or gathers over them.
const VERBS: &str = "build rebuild construct reconstruct develop design write work operate run fight struggle compete \
    train study learn teach research investigate probe examine negotiate mediate campaign manage administer serve live \
    stay remain keep maintain sustain preserve conserve use employ fund finance subsidize support help assist aid \
    protect guard defend shield secure patrol police monitor supervise oversee watch search seek hunt pursue promote \
    foster encourage boost bolster strengthen weaken worsen improve deteriorate recover heal restore renovate repair \
    transform reform modernize modernise upgrade adapt evolve expand extend broaden widen shrink contract reduce lower \
    raise increase grow swell mount multiply double triple quadruple decrease diminish dwindle fade erode slow \
    stall stagnate ease calm curb contain control dominate govern rule oppress exploit produce manufacture \
    supply provide feed house shelter host care treat nurse sell market advertise import export trade invest save \
    accumulate amass collect gather raise spend consume waste pollute contaminate harm suffer affect \
    influence shape drive push press pressure challenge combat counter resist oppose undermine isolate surround besiege \
    blockade occupy colonize settle intern imprison jail detain travel tour visit migrate sail cruise explore \
    deploy mobilize mobilise station withdraw retreat evacuate relocate resettle cooperate collaborate participate \
    engage involve prepare organize organise plan arrange assemble coordinate rain snow drought flood burn rage spread \
    circulate transmit interdict clamp exhaust deplete balance rescue rehabilitate rehearse practice practise play perform last persist endure \
    linger wait depend rely follow accompany allow enable ensure facilitate hamper hinder impede obstruct disrupt \
    interfere distort mislead persuade convince cripple strangle choke starve offset compensate stem staunch stanch \
    cover handle process overhaul restructure streamline integrate merge consolidate diversify penetrate adjust \
    accommodate alleviate mitigate relieve cope tackle address grapple struggle regulate enforce implement establish \
    cultivate farm grow harvest mine drill pump dredge clean clear sweep recruit hire staff equip arm rearm \
    disarm dismantle inspect verify track trace survey map record film shoot publish edit translate broadcast";

/// Up and down: what prices and figures do.
const MOVES: &str = "fall drop sink slip slide slump plunge plummet tumble crash collapse rise climb gain advance jump \
    surge soar rally rebound rocket mushroom skyrocket narrow tighten loosen widen average hover fluctuate swing grow \
    shrink increase decrease decline dwindle double triple quadruple improve worsen weaken strengthen ease";

/// What has come about by now came about over some time: "has become", "have shown".
const CHANGES: &str = "become get turn change show reflect emerge form outpace outlast outlive lag trail exceed bear \
    withstand try";

const NOUNS: &str = "war battle conflict fighting combat insurgency rebellion revolution uprising occupation blockade \
    siege embargo sanction boycott crisis standoff stalemate deadlock impasse dispute feud rivalry confrontation campaign \
    offensive operation mission deployment buildup build-up mobilization mobilisation withdrawal retreat pullout \
    evacuation exodus migration negotiation talk consultation mediation diplomacy investigation inquiry probe search \
    manhunt hunt trial litigation proceeding process reform restructuring transition transformation development \
    construction reconstruction building renovation repair restoration research study work effort program project \
    production manufacturing output consumption use usage demand supply trade trading commerce business growth expansion \
    boom recession depression downturn slowdown slump decline fall drop increase rise surge gain loss recovery rebound \
    inflation unemployment shortage drought famine flooding flood rain rainfall snow weather storm heat epidemic outbreak \
    pandemic illness disease treatment therapy rehabilitation pregnancy training education schooling exercise \
    maneuver manoeuvre tour trip journey voyage cruise expedition stay visit vacation holiday festival season tournament \
    championship exhibition run tenure term reign rule administration leadership presidency career employment \
    service operation maintenance management control protection surveillance monitoring supervision care custody detention \
    imprisonment captivity exile asylum marriage relationship partnership cooperation collaboration assistance aid alliance truce \
    ceasefire cease-fire peace tension unrest violence turmoil chaos disruption strike walkout layoff cutback harassment \
    abuse exploitation discrimination oppression repression persecution crackdown threat pressure trend change \
    impact influence effect momentum competition coverage debate controversy speculation pollution contamination erosion \
    landslide mudslide cleanup clean-up spill preparation planning buying selling spending investment borrowing lending";

struct Lists {
    verbs: FastSet<&'static str>,
    moves: FastSet<&'static str>,
    changes: FastSet<&'static str>,
    nouns: FastSet<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let set = |list: &'static str| list.split_ascii_whitespace().collect();
    Lists { verbs: set(VERBS), moves: set(MOVES), changes: set(CHANGES), nouns: set(NOUNS) }
});

impl Event {
    /// Whether what its word names takes days or more by its kind: "build", "negotiate", "war".
    ///
    /// ```
    /// use dateline::{Article, extract};
    /// let article = Article::new("They will build a bridge. They will sign a treaty.", "2025-03-09").unwrap();
    /// let takes_days: Vec<bool> = extract(&article).events.iter().map(|e| e.takes_days()).collect();
    /// assert_eq!(takes_days, [true, false]);
    /// ```
    pub fn takes_days(&self) -> bool {
        let lemma = self.lemma.as_str();
        match self.trigger {
            Trigger::Noun => LISTS.nouns.contains(lemma),
            _ => LISTS.verbs.contains(lemma),
        }
    }

    /// Whether it says that a figure goes up or down: "rose", "doubled".
    pub fn is_move(&self) -> bool {
        self.trigger != Trigger::Noun && LISTS.moves.contains(self.lemma.as_str())
    }

    /// Whether it comes about over some time when it has come about by now: "has risen", "have become".
    pub fn is_drift(&self) -> bool {
        self.is_move() || self.trigger != Trigger::Noun && LISTS.changes.contains(self.lemma.as_str())
    }
}
