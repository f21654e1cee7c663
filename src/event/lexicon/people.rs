//! Nouns for people and bodies that speak and act.

/// Roles that one person has at a time ("the president"): a speaker or agent.
pub(super) const ROLES: &str = "president minister leader chief spokesman spokeswoman spokesperson official officials \
    chairman chairwoman chairperson chair director secretary ambassador envoy senator congressman congresswoman \
    lawmaker lawmakers governor mayor premier chancellor king queen prince princess pope bishop archbishop ayatollah \
    imam rabbi priest general colonel major captain lieutenant sergeant admiral commander officer officers soldier \
    soldiers police policeman policewoman prosecutor prosecutors judge justice attorney lawyer lawyers counsel \
    analyst analysts expert experts economist economists trader traders investor investors professor scientist \
    scientists researcher researchers doctor doctors physician nurse teacher student students author writer reporter \
    reporters journalist journalists editor critic critics aide aides adviser advisor advisers advisors deputy \
    executive executives manager managers owner founder head boss representative representatives delegate delegates \
    candidate candidates nominee diplomat diplomats negotiator negotiators mediator inspector inspectors witness \
    witnesses victim victims survivor survivors resident residents neighbor neighbors neighbour neighbours parent \
    parents mother father son daughter wife husband brother sister widow friend friends family relative relatives \
    suspect suspects defendant activist activists protester protesters rebel rebels militant militants source \
    sources observer observers historian coach player players captain driver pilot astronaut engineer worker workers \
    farmer farmers tourist tourists voter voters citizen citizens visitor visitors passenger passengers supporter supporters opponent opponents republican republicans \
    democrat democrats man woman men women boy girl child children people person someone somebody everyone everybody \
    nobody anyone who he she they we i you it cleric dictator emperor monarch successor predecessor \
    partner partners member members staff team crew group company firm bank government ministry administration agency \
    court army military police parliament congress senate council committee commission party union organization \
    organisation association newspaper network television radio station statement report study survey poll letter \
    document documents filing release communique article book magazine daily detective detectives plaintiff plaintiffs \
    pawnbroker restorer architect architects ornithologist biologist geologist meteorologist seismologist archaeologist \
    astronomer physicist chemist surgeon paramedic paramedics firefighter firefighters nurses midwife pharmacist \
    principal headteacher dean lecturer curator conductor composer singer musician actor artist painter dancer \
    novelist poet rider cyclist swimmer runner jockey goalkeeper midfielder defender striker referee organizer \
    organizers organiser organisers specialist consultant technician mechanic electrician plumber carpenter baker \
    butcher farmer fisherman fishermen sailor sailors skipper shopkeeper landlord tenant tenants landowner customer \
    customers client clients trainee apprentice colleague colleagues gardener photographer publisher producer \
    broker auctioneer dealer developer banker accountant auditor auditors magistrate coroner solicitor barrister \
    commissioner superintendent constable chaplain vicar nun monk councillor councilor \
    uncle aunt cousin grandfather grandmother grandson granddaughter nephew niece teammate stepfather \
    stepmother mum dad boyfriend girlfriend fiancé fiancée ex-wife ex-husband";

/// Men ("he" may stand for them).
pub(super) const MALE: &str = "mr sir king prince pope father son husband brother man boy spokesman chairman congressman \
    policeman lord businessman gentleman uncle nephew grandfather bishop archbishop ayatollah imam priest";

/// Women ("she" may stand for them).
pub(super) const FEMALE: &str = "mrs ms miss madam queen princess mother daughter wife sister woman girl spokeswoman \
    chairwoman congresswoman policewoman lady businesswoman widow aunt niece grandmother actress";

/// Titles before a name, not part of it.
pub(super) const TITLES: &str = "mr mrs ms miss dr sir lord lady president minister secretary senator sen rep gov \
    governor mayor premier chancellor king queen prince princess pope bishop archbishop general gen colonel col major \
    maj captain capt lieutenant lt sergeant sgt admiral adm commander officer judge justice attorney professor prof \
    chairman chairwoman director ambassador envoy spokesman spokeswoman spokesperson chief congressman congresswoman \
    representative deputy prime foreign defense defence finance interior former vice leader ayatollah sheikh imam \
    rabbi rev reverend father analyst economist coach detective inspector supreme det insp supt const cllr dci";

/// Given names of men that news tells of often; only to settle "he" and "she".
pub(super) const MALE_NAMES: &str = "john james robert michael william david richard joseph thomas charles christopher \
    daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald \
    timothy jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel frank \
    gregory raymond alexander patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle \
    walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe \
    bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell \
    louis philip bobby johnny bradley bill bob jim tom mike dan steve tony ali mohammed muhammad ahmed hassan hussein \
    abbas omar ibrahim yasser vladimir boris mikhail sergei ivan dmitry emmanuel francois jacques pierre jean hans \
    helmut gerhard olaf klaus giovanni silvio mario carlos fidel pedro luis jorge narendra xi hu deng volodymyr joe \
    benjamin ariel ehud shimon yitzhak tayyip recep bashar saddam kofi nelson barack jimmy ronald \
    nils lars sven erik gunnar bjorn ola per jan piet kees willem henrik anders jens olav magnus mats stefan karl otto \
    ernst fritz jurgen andreas lukas felix marco luca paolo antonio roberto diego pablo miguel rafael javier luis jorge \
    craig declan callum gordon iain lonnie ewan angus duncan hamish rory liam conor patrick dermot";

/// Given names of women.
pub(super) const FEMALE_NAMES: &str = "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy \
    lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie \
    rebecca sharon laura cynthia kathleen amy shirley angela helen anna brenda pamela nicole emma samantha katherine \
    christine debra rachel catherine carolyn janet ruth maria heather diane virginia julie joyce victoria olivia kelly \
    christina lauren joan evelyn judith megan cheryl andrea hannah martha jacqueline frances gloria ann teresa kathryn \
    sara janice jean alice madison doris abigail julia judy grace denise amber marilyn beverly danielle theresa sophia \
    marie diana brittany natalie isabella charlotte rose alexis kayla hillary kamala ursula theresa angela eileen \
    monica paula condoleezza madeleine benazir indira aung giorgia christine nikki \
    fiona moira sheila astrid ingrid kristin irina tess lena claudia anja petra heidi greta freya sigrid ines lucia elena sofia \
    natalia olga svetlana yulia tatiana oksana ludmila fatima aisha leila amina yasmin layla nadia zainab mei yuki priya anita \
    sunita lakshmi gita rosa carmen dolores pilar isabel beatriz ana juana francesca chiara giulia simone nathalie brigitte \
    celine amelie camille sylvie agnes bridget siobhan niamh aoife maeve kate katie jane jill joanna judi lucy lily molly polly \
    sally sue tina tracy vera wendy yvonne zoe gail gwen hazel ida irene iris ivy josephine june kirsten leah linda lois lorraine \
    louise lynn mabel maggie marcia margot marlene maureen mildred miriam naomi nora opal pam peggy penny phyllis rosemary sonia \
    stella suzanne sylvia ursula valerie vivian winnie";

/// Verbs of the plain command or hearing that no person speaks with; bodies that do not speak.
pub(super) const PRONOUNS: &str = "i you he she it we they who this that these those nobody someone everyone anyone \
    something nothing everything one another others himself herself itself themselves";
