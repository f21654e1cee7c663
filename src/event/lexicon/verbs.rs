//! Verbs by what they say about events: TimeML's classes, and what follows from them for their complements.
//! Dictionary forms, written by hand from knowledge of English.

/// Somebody says something.
pub(super) const REPORTING: &str = "say report tell explain state cite note add answer claim disclose quote describe \
    acknowledge assert insist argue warn confirm admit comment mention remark stress emphasize emphasise reply \
    respond inform testify write contend maintain recall reiterate repeat reveal concede allege complain caution \
    conclude declare announce deny recount relate inquire enquire brief notify tout whisper shout yell \
    mutter murmur joke quip retort counter proclaim profess affirm reaffirm attest exclaim elaborate \
    opine observe muse lament boast reckon hint indicate speculate divulge depict portray characterize \
    characterise narrate broadcast publish read tweet underline underscore rebut interject intone pronounce blog gush \
    rejoin clarify outline detail chronicle caution purport assure advise apprise denounce decry criticize criticise \
    condemn blast slam deplore rebuke accuse blame praise hail applaud laud confide according reassure remind \
    certify speak talk ask rage fume groan grumble growl roar gasp moan bellow chuckle";

/// Somebody perceives something.
pub(super) const PERCEPTION: &str = "see watch hear listen observe glimpse view overhear witness notice spot smell \
    behold sight perceive detect hearken glance gaze stare look feel";

/// A phase of another event: begin, go on, end.
pub(super) const ASPECTUAL: &str = "begin start commence resume continue keep end finish stop cease halt complete \
    terminate restart proceed culminate persist discontinue reinitiate expire initiate launch reopen \
    conclude recommence interrupt suspend abandon cut quit desist linger drag renew prolong wrap phase near open \
    remain close trigger last extend fade subside erupt";

/// An action that is about another event.
pub(super) const I_ACTION: &str = "attempt try seek promise vow pledge offer propose request urge persuade \
    convince authorize authorise approve allow permit prevent avoid delay postpone cancel investigate examine \
    discuss negotiate help aid assist force cause lead name elect nominate appoint decide refuse reject \
    decline ban prohibit forbid bar block order command instruct demand call threaten invite encourage discourage \
    compel induce enable oblige pressure press push prompt provoke ensure undertake volunteer arrange schedule \
    organize organise prepare struggle strive aim endeavor endeavour fail manage swear commit guarantee advocate \
    recommend suggest invoke oppose resist protest back support endorse sponsor veto ratify defer forgo scrap shelve \
    abort thwart foil hinder hamper impede deter restrain stall obstruct preclude rule result study explore assess \
    review probe evaluate analyze analyse inspect monitor scrutinize scrutinise question challenge dispute contest \
    debate consult lobby campaign petition appeal plead beg implore entreat exhort coax coerce bully entice lure tempt \
    dissuade warn charge indict convict sentence acquit accuse sue seek facilitate expedite hasten accelerate \
    conspire plot scheme opt elect choose vote bid apply work fight battle compete vie rush hurry hesitate \
    bother dare deign contribute stem swear affect attribute blame credit cite justify defend honor honour \
    mandate direct assign task designate pick select consent accede acquiesce cooperate agree settle mull weigh \
    contemplate consider revise amend reconsider rethink renounce deny disclaim disavow refrain abstain balk";

/// A state of mind, or a necessity, about another event.
pub(super) const I_STATE: &str = "believe think want love like hate hope expect plan intend need fear worry wish desire \
    know understand regret doubt suspect require anticipate enjoy prefer trust assume suppose imagine \
    envision envisage foresee dream yearn long loathe dread detest resent favor favour welcome tolerate mind await wait \
    guess forget remember presume deem mean crave adore dislike \
    predict estimate forecast project figure reckon calculate appear seem concern convinced tend merit warrant deserve \
    aspire willing care fancy conceive realize realise recognize recognise appreciate agree \
    trust sense find learn feel consider regard view";

/// Something holds.
pub(super) const STATE: &str = "own have remain live exist contain cost represent belong lack depend reside stay equal \
    total consist comprise possess resemble matter suffice constitute owe fit differ exceed outnumber dominate \
    underlie encompass entail involve inhabit border adjoin correspond weigh measure rely stand lie sit hold retain \
    keep compare boast house enjoy occupy abound pertain concern rank average yield bear belie span surround loom \
    prevail coincide persist serve rest wear carry share face sleep know feature";

/// What somebody does as the holder of a place: "runs the dairy", "employs 340 people".
pub(super) const OFFICE: &str = "employ run operate head lead manage chair oversee govern supply serve edit control \
    command supervise direct represent staff patrol";

/// Verbs that are seldom events of their own: they relate or count.
pub(super) const NO_EVENT: &str = "base include concern regard follow exclude pend compare date relate depend range \
    involve be exist consist comprise entitle title name-call";

/// What is planned, promised or wished: the infinitive after them has not happened (the list rules the status).
pub(super) const INTENDING: &str = "plan intend want hope expect aim seek vow pledge promise threaten wish desire need \
    prepare schedule agree offer propose decide aspire ask urge order request demand call invite encourage press push \
    instruct command tell advise recommend lobby campaign plead beg appeal vote bid apply arrange volunteer swear \
    commit opt elect choose resolve plot conspire scheme long yearn strive endeavor endeavour struggle attempt try \
    fight work seek hesitate authorize authorise allow permit enable require mandate oblige warn consider contemplate \
    mull weigh suggest favor favour envision envisage anticipate expect predict forecast project foresee fear dread \
    consent await wait slate set poise design mean earmark set prefer love like like ready undertake discuss negotiate \
    debate advocate persuade pressure lure tempt entice guarantee ensure insist task direct project tip \
    estimate eye explore";

/// The complement did not happen when they are asserted.
pub(super) const PREVENTING: &str = "fail refuse decline reject prevent avoid stop bar block ban prohibit forbid prohibit \
    refrain abstain forgo deter dissuade thwart foil preclude neglect forget omit escape miss abort oppose \
    keep deny discourage resist balk veto halt restrain impede hinder disallow preempt rule desist";

/// The complement was planned and is off.
pub(super) const CANCELLING: &str = "cancel scrap shelve abandon drop abort scuttle nix axe scotch";

/// The complement did happen (or goes on) when they are asserted.
pub(super) const IMPLYING: &str = "manage begin start continue keep resume stop finish end cease happen succeed help \
    force cause make let get see hear watch regret remember confirm admit acknowledge celebrate mark proceed \
    compel induce prompt lead enjoy bother dare deserve rush hurry use spend result complete quit go come recall feel \
    halt avoid tend serve hate love like become discover find notice turn prove convince";

/// The source denies what they say.
pub(super) const DENYING: &str = "deny reject dispute refute disclaim disavow rebut dismiss repudiate doubt \
    gainsay";

/// What they say is left open.
pub(super) const DOUBTING: &str = "doubt suspect speculate wonder question ask think believe guess suppose imagine \
    assume presume hint suggest appear seem fear worry hope allege figure reckon inquire enquire deem rumor rumour \
    estimate";

/// Light verbs: with an event noun as object, the noun is the event.
pub(super) const LIGHT: &str = "make take give have hold do conduct carry perform pay get undergo stage launch reach \
    come occur happen place undertake wage mount deliver issue offer commit pose";

/// What happens when something takes place at all: the subject noun is the event.
pub(super) const HAPPENING: &str = "happen occur come take follow begin end start continue last erupt resume break";

/// Somebody gets something: with two objects the first is the recipient, and so is the phrase behind "to".
pub(super) const GIVING: &str = "give send hand offer pay sell lend award grant present deliver promise owe return bring \
    teach write read throw pass show tell donate transfer submit mail ship assign allot allocate bequeath deny refuse \
    leave cede surrender entrust supply lease rent forward dispatch email wire deed serve ask";

/// Whom they have as object is told.
pub(super) const TELLING: &str = "tell inform notify remind assure reassure advise brief warn caution apprise";
