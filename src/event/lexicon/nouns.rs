//! Nouns that name events. Dictionary forms, written by hand from knowledge of English.

/// Things that happen: whenever the noun heads its phrase.
pub(super) const OCCURRENCE: &str = "abduction abolition abortion accident acquisition acquittal act action adjournment \
    adjustment admission adoption advance air-raid airlift airstrike allocation alteration ambush amputation annexation \
    anniversary apocalypse apparition appearance appointment apprehension arbitration arraignment arrest arrival arson \
    ascent assassination assault atrocity attack auction audit autopsy avalanche award backlash bailout ballot ban \
    bankruptcy banquet baptism barbecue bargaining barrage battle beating bid birth birthday bleeding blackout \
    blast blaze blizzard blockade bloodbath bloodshed blow bombardment bombing boycott break breakdown \
    breakthrough break-in breakup brawl bribery briefing burglary burial burst buyback buyout campaign cancellation \
    capitulation capture carnage carnival cave-in ceasefire cease-fire celebration ceremony championship change \
    chase clampdown clash cleanup clean-up climb closing closure coercion collaboration collapse collision combat comeback \
    commemoration commotion competition completion concert conference confinement confiscation conflagration conflict \
    confrontation conquest conscription construction consultation contest contraction contribution controversy \
    convention conversation conversion conviction cooperation coronation correction coup crackdown crash creation crime \
    crisis crossfire cruise crucifixion cut cutback cyclone damage dance day-trip deal dealing death debacle debate debut \
    decapitation decline decrease defeat defection deforestation delay delivery deluge demolition demonstration \
    departure deployment deportation depreciation derailment descent destruction detention detonation devaluation \
    devastation development deviation dialogue dig dinner disappearance disarmament disaster discharge disclosure \
    discovery discrimination discussion dismissal displacement disposal disruption dissolution distribution \
    disturbance divestiture divorce donation downgrade downing downsizing downturn drill drive drop drought duel dumping \
    earthquake eclipse ejection election elimination embargo embezzlement emergence emergency emigration emission \
    encounter endorsement enforcement engagement enlargement enlistment enrichment entry epidemic eradication erosion \
    eruption escalation escape establishment evacuation eviction evolution examination exchange excavation execution \
    exercise exhibition exile exit exodus expansion expedition experiment explosion exploration export expulsion \
    extermination extinction extortion extraction extradition failure fall famine feast festival feud fighting fight \
    filing fire fire-fight firing firefight fiasco fine flight flood flooding flow foreclosure formation founding \
    fraud freeze funeral gain gala game gathering genocide getaway growth grenade-attack gunbattle gunfire gunfight \
    handover hanging handshake harassment harvest hearing heist hike hiring holdup holocaust homicide hostage-taking \
    hostilities hunt hurricane illness imposition imprisonment improvement inauguration inception incident incursion \
    increase independence indictment infection inflow influx infiltration infringement inquest injection injury inquiry \
    insertion inspection installation installment insurrection integration interception interference interrogation \
    intervention interview intimidation intrusion invasion investigation investment invitation issuance \
    jump journey kidnapping killing landing landslide launch launching lawsuit layoff leap leakage liberation \
    liquidation litigation liftoff lockdown looting loss lunch lynching maneuver manoeuvre manhunt manslaughter march marriage \
    massacre match mediation meeting melee melt-down meltdown merger migration misconduct mission mistreatment mobilization \
    mobilisation modification molestation monsoon mourning move movement murder mutilation mutiny negotiation nomination \
    normalization nuptials occupation offensive offering onslaught opening operation ordeal orgy ouster \
    outbreak outburst outage outcome outflow overhaul overthrow pandemic parade participation party passage payment \
    payout peacekeeping penetration performance persecution pillage pilgrimage plague plunge poisoning poll polling \
    pogrom practice premiere presentation privatization probe procession proceeding procurement production promotion \
    prosecution protest provocation publication pullback pullout punishment purchase purge pursuit quake quarrel \
    race raid rally rampage ransacking rape rationing reaction rebellion rebound rebuilding recall recapitalization recession \
    reconciliation reconstruction recovery recruitment redemption redeployment reduction reelection re-election referendum refinancing \
    reform refurbishment refusal rejection release relocation removal renewal renovation reorganization reorganisation \
    repair repatriation repayment replacement repression reprisal rescue reshuffle resettlement resignation \
    resistance resolution response restoration restructuring resumption resurgence retaliation retirement retreat \
    retrial return reunification reunion revenge reversal revision revival revolt revolution rift rigging riot rioting rise \
    robbery rollback rollout rout sabotage sack sacrifice sale salvage salvo search secession seizure selection \
    selloff sell-off separation service session settlement setback shake-up shakeup shelling shipment shootdown shooting \
    shootout shoot-out shot showdown shutdown siege signing sit-in skirmish slaughter slaying slide slowdown slump smuggling \
    spin-off spinoff split spill spree stabbing stampede standoff start-up storm strike struggle \
    submission subversion suicide summit sunrise sunset surge surgery surrender surveillance suspension swap sweep \
    swing switch takeoff takeover talk terrorism test testing theft therapy thunderstorm tornado torture tour tournament trade \
    trading tragedy transaction transfer transformation transition transplant transplantation treatment trek trial trip \
    triumph truce tryout tsunami turmoil turnaround turnover typhoon unification unrest unveiling uprising upheaval \
    upturn usage use vandalism verdict victory vigil violation violence visit visitation vote voting voyage walkout war \
    warfare washout wedding withdrawal workout workshop wounding wreck write-down writedown write-off writeoff accord \
    mobilisation liberalisation liberalization nationalization nationalisation normalisation modernization \
    modernisation denuclearization disengagement realignment retaliation rioting sit-down crusade trafficking \
    laundering counterattack counteroffensive counter-attack ceremony burnout bidding borrowing lending \
    shopping hijacking hostage-drama jailbreak stoning beheading flogging burning crossing sinking grounding \
    rescue-mission patrol sortie reconnaissance invasion rotation vaccination immunization inoculation quarantine \
    clearance renegotiation renunciation reinstatement reopening relaunch rebuff trial-run dress-rehearsal rehearsal \
    recital screening shoot broadcast telecast transmission spacewalk docking orbit touchdown blastoff re-entry reentry \
    splashdown upgrade refund rebate settlement restitution cash-out drawdown buildup build-up arms-buildup drawback \
    plunder bludgeoning scuffle stalemate impasse deadlock tie-up crackup smashup pileup hit-and-run shake-out dive \
    downfall ascension accession abdication ascendancy succession swearing-in oath assumption takeoff emancipation defense \
    segregation desegregation secession partition dismemberment disintegration break-up conquest colonization \
    scandal fallout aftershock tremor wildfire heatwave frost mudslide hailstorm cloudburst dispersal \
    exposure contamination leak meltdown radiation-leak outpouring airdrop bloodletting aggression \
    crack-down surgery-session intervention consolidation diversification spending saving drawing hospitalization \
    effort attempt bid endeavor endeavour happening occurrence \
    loss gain growth offer sale decline drop rise fall boom demise search operation use impact squeeze planning proceedings \
    buy-out selling selloff power-grab applause rendezvous write-off rain snowfall financing handling funding lobbying \
    policing rioting looting grilling questioning bailing briefing hacking breach raid heist siege skirmish \
    win event dispute shift kick assist playoff semifinal quarterfinal knockout foul rematch keynote farewell leave suit pre-order preorder abuse offence offense involvement contact stay mistake coverage \
    final tackle deflection round-up roundup call-up callup spaceflight graduation default candidacy tribute posting sanction insult prank recount";

/// Something that holds for a time.
pub(super) const STATE: &str = "tension stability instability poverty unemployment hunger captivity custody \
    peace control friendship partnership relationship pressure shortage lack presence absence shock \
    chaos disorder uncertainty isolation dominance membership ownership strength weakness danger risk threat \
    situation condition conditions glut debt deficit surplus danger paralysis prosperity hardship freedom \
    possession dependence reliance sickness disease coma pregnancy marriage leadership support opposition status \
    outstanding disagreement rivalry crisis depression stress suffering fame reign tenure rule";

/// A saying.
pub(super) const REPORTING: &str = "announcement statement report remark comment declaration claim assertion allegation \
    accusation denial admission confession testimony disclosure revelation warning speech address apology complaint \
    reply answer explanation confirmation acknowledgment acknowledgement acknowledgement description criticism \
    condemnation denunciation praise rumor rumour prediction forecast suggestion hint question query message call \
    proclamation assurance reassurance clarification rebuttal broadcast eulogy sermon lecture toast disclaimer insistence \
    notification notice word news saying telling tweet communique";

/// Sayings that are as often the words as the saying of them.
pub(super) const WORDING: &str = "report statement claim comment question news word notice message saying telling allegation \
    complaint description rumor rumour forecast address query notification answer";

/// An action about another event.
pub(super) const I_ACTION: &str = "attempt effort bid offer proposal promise pledge vow request order demand plea appeal \
    decision agreement refusal threat plan move pact deal accord initiative challenge undertaking ruling mandate \
    invitation recommendation resolution commitment approval authorization authorisation permission consent petition \
    motion inquiry investigation probe review study strategy ultimatum nomination proposition referral veto \
    objection summons injunction guarantee choice charge indictment accusation lobbying intervention cooperation \
    assistance help aid ";

/// A state of mind about another event.
pub(super) const I_STATE: &str = "hope fear belief desire wish expectation intention intent need worry concern doubt \
    suspicion anxiety anger regret confidence determination willingness reluctance ambition aspiration longing \
    conviction faith optimism pessimism skepticism scepticism anticipation interest ability inability readiness \
    opportunity possibility prospect likelihood chance probability outrage dismay disappointment surprise concern \
    preference commitment goal objective aim opinion dispute resolve agreement frustration satisfaction";

/// A phase of another event.
pub(super) const ASPECTUAL: &str = "beginning start end ending onset outset completion continuation conclusion \
    termination cessation resumption halt stop expiration commencement initiation finish closure suspension";

/// Perceiving.
pub(super) const PERCEPTION: &str = "sighting glimpse observation detection look sight";

/// Happens in one sense and is a thing in another: an event only with a sign of time, a verb that makes it happen,
/// or an "of" that names what it is done to.
pub(super) const AMBIGUOUS: &str = "administration application appearance appointment arrangement \
    assembly assessment association award break building call charge collection \
    command communication competition composition concern connection construction contract contribution control convention \
    cost count cover credit crime cut design development direction display distribution draft drill drive education \
    employment entry estimate exchange exercise exhibit experience export failure feeling finding flow \
    force foundation game guide hand hold import information insurance intelligence interest investment issue \
    judgment labor law lead leadership lease limit line loan management mark marketing measure \
    movement note notice offering operation opinion opposition option order organization painting paper part \
    party passage payment performance play point practice press pressure process production program \
    programme project publication record recovery regulation relation relief report requirement research reserve \
    resistance resource result return review role rule saving score season service set settlement show \
    sign sound spending sport stand standard start step stop strategy structure study supply support survey \
    test touch traffic training transport trend trust turn turnover view wave word work worry writing \
    message question goal mandate filing address opposition presence plan trade defense defence sales risk fine fund \
    establishment assumption condition";

/// Endings of nouns made from verbs; with a sign of happening beside them such nouns are events though not listed.
pub(in crate::event) const ENDINGS: &[&str] = &[
    "ation", "ition", "ution", "ction", "ption", "ssion", "rsion", "usion", "ment", "ance", "ence", "al", "ure", "ery",
];

/// End like them and are none: bodies, things, measures, qualities.
pub(super) const NO_EVENT: &str = "government organization organisation association corporation institution foundation \
    commission administration department parliament nation station section region million billion position condition \
    question fraction generation population constitution federation coalition delegation faction opinion religion \
    tradition function information equation ration notion potion portion proportion dimension version mansion pension \
    television vision profession passion apartment basement cement element environment equipment experiment \
    instrument investment management monument moment ornament payment regiment segment tournament sentiment \
    document supplement compartment complement testament temperament argument pavement ailment garment increment \
    audience conference evidence influence intelligence preference presence reference residence science sentence \
    difference absence silence confidence independence insurance finance balance distance instance substance \
    ambulance chance dance france romance advance importance circumstance performance acceptance allowance appliance \
    capital hospital journal general animal material federal festival metal signal terminal total official individual \
    professional criminal rival survival interval arrival approval proposal editorial medal manual mineral \
    canal cathedral cardinal chemical crystal goal ideal loyal meal medical mental moral mural musical \
    national natural neural numeral original oval pal pedal petal portal principal radical rascal \
    ritual royal sandal scandal social special spiral squad steal tidal trial tribal tropical vandal vial vocal \
    picture figure future nature culture agriculture furniture literature temperature feature creature lecture measure \
    treasure leisure structure infrastructure venture adventure texture mixture pasture posture fixture manufacture \
    legislature signature miniature agenda battery gallery grocery bakery brewery cemetery machinery artillery lottery \
    mystery archery nursery artery celery jewelry slavery bravery misery discovery delivery recovery surgery \
    percentage legislation technology education transportation communication accommodation publication location \
    station occupation vocation reputation situation aviation inflation reaction fiction friction traction \
    section auction option caption exception perception assumption description subscription prescription \
    institution solution resolution pollution contribution distribution revolution evolution prostitution \
    addition edition tuition nutrition ambition ammunition competition definition \
    protection direction connection collection election selection session impression expression profession \
    permission commission possession discussion percussion conclusion inclusion illusion confusion fusion \
    development apartment settlement element amendment retirement requirement improvement movement agreement \
    employment advertisement entertainment assessment establishment deployment";
