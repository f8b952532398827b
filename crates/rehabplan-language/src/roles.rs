//! What a word does in a sentence: the words by which people are told apart, recommend, assess, wish and report.
//!
//! The model learns what follows from the roles; only what belongs to one is written down.

use crate::words::{BASIS, hash, step};

/// Declares the roles together with the words that have them.
macro_rules! roles {
    ($($(#[doc = $doc:literal])* $role:ident: $words:literal,)*) => {
        /// What a word does in a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        #[repr(u8)]
        pub(crate) enum Role {
            /// Any other word.
            #[default]
            Plain,
            /// Someone, by a capital inside of the sentence.
            Name,
            /// A number.
            Number,
            /// 2018.
            Year,
            /// Between clauses.
            Comma,
            /// After a label.
            Colon,
            /// Of a question.
            Question,
            /// Opens or closes somebody's words.
            Quote,
            /// Of a sentence or an abbreviation.
            Stop,
            $($(#[doc = $doc])* $role,)*
            /// "[ ]", which nobody has ticked.
            Box,
            /// "[x]".
            Ticked,
        }

        const WORDS: &[(Role, &str)] = &[$((Role::$role, $words)),*];
    };
}

// As they are folded: small letters, æ, ø and å. `anbef*` has any ending; `*læge*` may also be the last part of a compound.
roles! {
    /// "Bør" and "burde".
    Ought: "bør bur*",
    /// A plan, a duty or an appointment.
    Shall: "skal ska",
    /// "Må".
    Must: "må",
    /// "Kan" and "kunne".
    Can: "kan ku kunne ka",
    /// "Vil".
    Will: "vil ville",
    /// Verbs and nouns that recommend.
    Recommend: "indstil* instil* indst inst anb anbf anbfl anbef* andbef* foresl* forsl* fslr fores indstl* tilrad* tilrå* frarå* henstil* opfordr*",
    /// What is recommended.
    Advice: "indstilling* instilling* indstiling* indstillng* anbefaling* anbefalding* anbefalling* andbefaling* fslg handleforslag* indsatsforslag* løsningsforslag* forslag* forslåg* foreslag* oplæg* \
             tilrådning* frarådning* henstilling* opfordring* bud råd",
    /// "Taler for", "peger på".
    Plead: "taler peger trækker tilsiger tyder pegede peges pege pejer tal",
    /// Verbs and nouns that assess.
    Assess: "vurder* vurd konkl vurdres vuder* skøn* finder findes fandt anser anses konkluder* bedøm* betragt* opfatte* hælder \
          holdning* konklusion* vurdering* opfattelse*",
    /// What somebody thinks.
    Think: "mener menes tror synes syns tænker syntes mente troede ser",
    /// What somebody says.
    Say: "oplys* fortæl* fortalt* siger sige siges sagt sagde udtal* angiv* beskriv* beskrev* forklar* tilkendegiv* nævn* \
          påpeg* fremhæv* skriv* skrev* anfør* anført* udtryk* spurg* spørg* oplev* fremgå* frem læst \
          noter* bekræft*",
    /// What somebody wants.
    Wish: "ønsk* anmod* håb* drøm* gerne helst allerhelst hellere vilje længes beder bede ønske* bedt lyst",
    /// An outcome is granted.
    Award: "bevil* bev tilkend* visiter* tildel* imødekom* efterkom*",
    /// A measure is set going.
    Grant: "tilby* tilbud iværksæt* igangsæt* iværksat* igangsat* etabler* opstart* starte* start bestil* \
          sættes genoptag* arrangér* inddrag* indhent* henvis* aftales planlæg* søges laves",
    /// The past.
    Got: "fik fået blev bleve* havde var gik kom kunne* skulle ville* gav førte haft været endte sluttede \
          stoppede lå stod begyndte",
    /// A wish is taken over.
    Support: "støtte* bakker bakke tilslut* enig* slutter tiltræd* bifald* opbakning* indforstå*",
    /// Whoever meets the conditions of an outcome.
    Suits: "målgrup* målgr kandidat* beretti* bereti* berreti* personkreds* opfyld* betingelse* egnet egnede kvalificer* \
          omfatte* parat klar moden",
    /// What is needed.
    Need: "behov brug kræve* nødvendig* påkræv* mangle*",
    /// The only way.
    Way: "mulighed* vej veje vejen udvej* løsning* alternativ* andet andre retning hylde svar valg station \
          skridt næste mulig muligt",
    /// What is right.
    Fitting: "principalt hensigtsm* relevan* oplag* gavnlig* nærliggende formål* fornuftig* rette rigtig* bedst* eneste \
          korrekt* velegn* passende velvalg* fordel mening realistisk* forsvarlig* foretrække optimal* \
          godt god skabt",
    /// Grounds.
    Ground: "grundlag belæg grund",
    /// Nothing is left to try.
    Exhaust: "udtømt* formålsløs* nytteløs* udsigtsløs* håbløs* forgæves udelukk* aktuel* aktuelt afprøvet",
    /// What somebody is to be spared.
    Spare: "skån* udsæt* udsat belast* pres* vent* fred ro hvile pause* pauser",
    /// Again.
    More: "flere yderligere mere længere igen fortsat fortsæt* forlæng* forl",
    /// From now on.
    Future: "fremadret* fremover fremtid* kommende herefter dernæst derefter efterfølgende videre snarest nu sigt plan planen",
    /// The outcomes of a case.
    Outcome: "fleks flex flx fleksv* fleksj* flexj* minifleks* førtids* førtidp* fortidsp* føp fp pens pension* seniorpension* pention* sep ressourceforl* resurseforl* \
          ressource rf jaf jobafkl* revalid* forrevalid* reval rev omskoling* skånejob* skåne varig permanent \
          ydelse tilkendelse* ledighedsyd* tilskud",
    /// What a measure is made of.
    Measure: "mentor* *praktik* vp vtp fgu fvu *løntilskud* opkval *indsats* *forløb* *kursus* *kurser *tilbud* bostøtte* \
          støttekontakt* skp opkvalif* uddannelse* optrap* coaching* *prøvning* *afklaring* småjob* \
          *hjælpemid* *uddannelse *uddannelsen behandl* genoptræn* opfølg* *samtale* *assistance* *raskmeld* *test* *undersøgelse* støtteperson* \
          kontaktperson* vta stu afkl aflastning* *træning* *terapi *rådgivning hjemmevejledning* kostvejledning* fastholdels* tilbageven* skråpult* arbejdsstol* timer",
    /// The municipality and those who write for it.
    Own: "kommune* komun* komm sb socialpsykiat* jc jobcent* jobcnt enh *forvaltning* sagsb* rådg rådgiver* undertegn* vi vores vort afdelingen* *enhed* \
          myndighed* borgercent* sbh ut herfra jobhus* pensionsafd* ydelsesafd* ydelseskont* pensionskont* socialkont* sygedagpengekont* handicapkont* \
          sygedagpengeafd* sygedagpengeafs* pensionsafs* ydelsesafs* socialafd* beskæftigelsesafd* \
          integrationsafd* familieafd* ungeteam* jobteam* ydelsesteam* \
          sygedagpengeteam* pensionsteam* integrationsteam* erhvervsteam* socialteam* familieteam* beskæftigelsesteam* \
          fleksjobteam* afklaringsteam* handicapteam* *sagsbehandler* sagsansvarlig* jobformidler* visitator* visitation* borgerservice* ungeindsats* ungeguide* ungevejl* \
          arbejdsmarkedsafd* sygedagpengehus* pensionsgruppe* erhvervsafd* koordinator koordinatoren koord regionskommune* fleksjobkons* familiekons* sundhedskons*",
    /// The same where it is no subject.
    Us: "os",
    /// The rehabilitation team, which is the municipality's.
    Team: "team teamet teamets rehabiliteringsteam* rehabteam*",
    /// Somebody whom the municipality has, or another.
    Adviser: "*afdeling* afd *team* *kons *konsulent* *koordinator* *rådgiver* *rådgivningen mødeleder* ordstyrer* formanden *kontoret *centret* *center* \
              familiehus* familiegrup* voksenområde* beskæftigelsesområde* socialområde* ungeområde* sundhedsområde*",
    /// Others that decide.
    Authority: "landsforening* statsforvaltning* *styrelse* *nævn* region* *domstol* udvalg* *råd *rådet",
    /// Anybody.
    Man: "man",
    /// The citizen in the first person, or a caseworker.
    Me: "jeg mig",
    /// Likewise.
    My: "min mit mine",
    /// The citizen.
    Citizen: "borger* bgr ansøger* klient* patient*",
    /// Mostly the citizen.
    He: "hun han ham hende vedkommende pgl pågældende",
    /// Somebody or something, or it only stands before a noun.
    The: "den de",
    /// Mostly the citizen's.
    Their: "sig hendes hans deres dennes sin sit sine egen eget egne selv",
    /// Doctors and other clinicians.
    Doctor: "el reum* ortop* amb ovl overl sundhedskoord* kommunelæge* klinisk *læge* *psykolog* *psykiat* *terapeut* kiroprak* sygeplej* kirurg* doktor* *olog* \
          *hospital* sygehus* rygteam* gigtteam* smerteteam* palliativ* geriatri* smertecent* hjertecent* lungecent* gigtcent* *klinik* ambulatori* distrikt* fys *psyk dpc bispebjerg skejby hammel filadelfia",
    /// Where their words stand.
    Paper: "partshøring* høringssvar* *attest* *erklæring* *journal* epikrise* læ285 læ *udtalelse* *rapp* testrapp* *notat* *afgørelse* \
          *referat* *redegørels* *skrivelse* papirer* *brev*",
    /// Employers.
    Boss: "arbejdsgiv* *leder* chef* mester* ejer* købmand* virksomhed* kolleg* værkfører*",
    /// Where the citizen was in practice, and whoever helped.
    Place: "praktiksted* misbrugscent* aktør* *vejleder* underviser* lærer* mentoren kontaktpersonen bostøtten kursusleder* \
          værkstedet projekt* bosted* mentorens mentors kontaktpersonens bostøttens støttekontaktpersonen*",
    /// Relatives.
    Kin: "sviger* advokat* revisor* *mand *manden mandens hustru* kone* ægtef* samlever* kæreste* datter* søn sønnen* sønner* mor mors moren* moder* far fars faren* fader* *søster* bror* onk* tante* kusine* fætter* nabo* præst* *venner *vennen \
          forældr* skole* pårørende familie* værge* bisidder* partsrep* fagforen* hk foa veninde* svoger*",
    /// Impersonal subjects.
    There: "det der dette hvilket sidstnævnte førstnævnte ovennævnte",
    /// Goes on in the same voice.
    That: "at",
    /// A topic.
    About: "om vedr vedrørende angående",
    /// A question.
    Open: "hvorvidt hvad hvilken hvilke hvordan hvornår",
    /// A condition.
    If: "hvis vis forudsat ifald såfremt når inden medmindre førend",
    /// A reason.
    Because: "fordi idet eftersom da",
    /// Opens a clause after a comma.
    As: "som ligesom hvor end",
    /// Joins clauses.
    And: "og men eller samt",
    /// Draws a conclusion.
    Therefore: "konkluderende sammenfattende afsluttende derfor hvorfor således dermed så",
    /// Names the source of a clause.
    According: "ifølge iflg efter if heri hvori deri hvoraf",
    /// Before whoever said it.
    By: "af fra jf jvf",
    /// Before where it was said.
    In: "i på under hos ved",
    /// Towards.
    To: "til mod imod hen hertil dertil",
    /// Other prepositions.
    For: "for med over uden ud m f u",
    /// Denial.
    Not: "ikke ik ikk ej ingen intet hverken næppe undlad* aldrig",
    /// Present.
    Is: "er",
    /// Perfect.
    Has: "har",
    /// Infinitives and the passive.
    Be: "være blive bliver get",
    /// Then.
    Past: "fraflyt* tilflyt* dengang tidligere tidl oprindelig* tilbage forrige sidste siden førhen daværende hidtil",
    /// The law.
    Law: "retningslinj* vejledningen lov loven lovens reglerne regel* § udgangspunkt bekendtgørelse* paragraf princip* gælder regler reglernes forudsæt* betinge* lovgivning* ordningen",
    /// What is left open.
    Undecided: "stilling stiling åben* åbne* spørgsmål* tvivl* drøft* afklare usikker* belys* svarer svaret",
    /// What the citizen was told of.
    Told: "vejled* orienter* informer* gennemgå* oplyst gjort bekendt pjece* forklaret fortælles",
}

pub(crate) fn speaks(role: Role) -> bool {
    use Role::*;
    matches!(role, Think | Say | Wish | Assess | Recommend | Advice | Plead | Support)
}

pub(crate) fn is_subject(role: Role) -> bool {
    matches!(role, Role::Own | Role::Man | Role::Adviser | Role::Team) || is_other(role)
}

pub(crate) fn is_other(role: Role) -> bool {
    use Role::*;
    matches!(role, Me | My | Citizen | He | The | Their | Doctor | Paper | Boss | Place | Kin | Name | Authority)
}

/// Whether what stands under somebody's label is his.
pub(crate) fn is_source(role: Role) -> bool {
    use Role::*;
    matches!(role, Doctor | Paper | Boss | Place | Kin | Authority)
}

/// How a word ends, where that tells of tense and voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(crate) enum Form {
    /// In no way that tells.
    #[default]
    Other,
    /// "Indstilles".
    Passive,
    /// "Indstillede".
    Past,
    /// "Indstiller".
    Present,
    /// "Indstillet".
    Participle,
    /// "Forløbet", "praktikken": one that there is.
    Definite,
    /// "Indstille".
    Infinitive,
}

impl Form {
    fn of(letters: &[u8], role: Role) -> Self {
        use Role::*;
        let ends = |endings: &[&[u8]]| endings.iter().any(|ending| letters.ends_with(ending));
        let is_verb =
            matches!(role, Recommend | Assess | Say | Award | Grant | Wish | Support | Plead | Need | Suits | Told);
        match role {
            Outcome | Measure if ends(&[b"et", b"en", b"erne", b"ets", b"ens"]) => Self::Definite,
            // "Indst" and "fores" are short for any of them; "tilrådeligt" is none.
            Recommend if letters.len() <= STEM || ends(&[b"ligt", b"v\xe6rdigt"]) => Self::Other,
            _ if is_verb && ends(&[b"s"]) => Self::Passive,
            // "Støtte" is the noun or the infinitive.
            Support if ends(&[b"te"]) => Self::Infinitive,
            // "Kommunens" is a genitive.
            Own if ends(&[b"s"]) => Self::Passive,
            Plain if letters.len() > 4 && ends(&[b"s"]) => Self::Passive,
            // "Tilråde", "tilkende", "tilbyde".
            _ if is_verb && ends(&[b"r\xe5de", b"kende", b"byde"]) => Self::Infinitive,
            _ if is_verb && ends(&[b"de", b"te", b"slog", b"fandt"]) => Self::Past,
            Plain if letters.len() > 4 && ends(&[b"de", b"te"]) => Self::Past,
            _ if !is_verb => Self::Other,
            // "Oplysninger", "vurderinger".
            _ if ends(&[b"inger"]) => Self::Other,
            _ if ends(&[b"r"]) => Self::Present,
            _ if ends(&[b"t"]) => Self::Participle,
            _ if ends(&[b"n"]) => Self::Definite,
            _ if ends(&[b"e", b"\xe5"]) => Self::Infinitive,
            _ => Self::Other,
        }
    }
}

/// A word of the table, by its hash.
#[derive(Clone, Copy)]
struct Entry {
    hash: u32,
    role: Role,
    any_ending: bool,
    any_beginning: bool,
}

const SLOTS: usize = 2048;

/// What is looked up.
struct Tables {
    /// Open addressing; an entry without a role is empty.
    entries: [Entry; SLOTS],
    /// Of hashes of letters, a bit for each: of four, whether a last part of a compound begins so …
    heads: [u64; 64],
    /// … and whether an entry begins with them, and whether they are one.
    parts: [Parts; 256],
}

#[derive(Clone, Copy)]
struct Parts {
    begin: u64,
    are_whole: u64,
}

const fn tables() -> Tables {
    Tables { entries: table(), heads: heads(), parts: parts() }
}

#[cfg(not(target_family = "wasm"))]
static TABLES: Tables = tables();
/// What a browser has to load is the words, which are a third of the tables.
#[cfg(target_family = "wasm")]
static TABLES: std::sync::LazyLock<Tables> = std::sync::LazyLock::new(tables);

/// The next letter of the folded word at a place of the source, and where the one after it stands.
const fn letter(source: &[u8], at: usize) -> (u8, usize) {
    #[allow(clippy::indexing_slicing)]
    match source[at] {
        // The letters of Latin-1 from À on.
        0xc3 => (source[at + 1] + 0x40, at + 2),
        0xc2 => (source[at + 1], at + 2),
        byte => (byte, at + 1),
    }
}

#[allow(clippy::indexing_slicing)]
const fn table() -> [Entry; SLOTS] {
    let mut table = [Entry { hash: 0, role: Role::Plain, any_ending: false, any_beginning: false }; SLOTS];
    let mut row = 0;
    while row < WORDS.len() {
        let (role, words) = WORDS[row];
        let source = words.as_bytes();
        let mut at = 0;
        while at < source.len() {
            let any_beginning = source[at] == b'*';
            at += any_beginning as usize;
            let mut hash = BASIS;
            while at < source.len() && source[at] != b' ' && source[at] != b'*' {
                let (byte, next) = letter(source, at);
                (hash, at) = (step(hash, byte), next);
            }
            let any_ending = at < source.len() && source[at] == b'*';
            at += any_ending as usize + 1;
            let mut slot = hash as usize % SLOTS;
            while !matches!(table[slot].role, Role::Plain) {
                slot = (slot + 1) % SLOTS;
            }
            table[slot] = Entry { hash, role, any_ending, any_beginning };
        }
        row += 1;
    }
    table
}

#[allow(clippy::indexing_slicing)]
const fn parts() -> [Parts; 256] {
    let mut parts = [Parts { begin: 0, are_whole: 0 }; 256];
    let mut row = 0;
    while row < WORDS.len() {
        let source = WORDS[row].1.as_bytes();
        let (mut at, mut hash) = (0, BASIS);
        while at < source.len() {
            let (byte, next) = letter(source, at);
            at = next;
            if byte == b' ' || byte == b'*' {
                hash = BASIS;
                continue;
            }
            hash = step(hash, byte);
            let (place, bit) = (hash as usize >> 6 & 255, 1 << (hash & 63));
            parts[place].begin |= bit;
            if at == source.len() || source[at] == b' ' || source[at] == b'*' {
                parts[place].are_whole |= bit;
            }
        }
        row += 1;
    }
    parts
}

#[allow(clippy::indexing_slicing)]
const fn heads() -> [u64; 64] {
    let mut heads = [0; 64];
    let mut row = 0;
    while row < WORDS.len() {
        let source = WORDS[row].1.as_bytes();
        let mut at = 0;
        while at < source.len() {
            if source[at] == b'*' && at + 1 < source.len() && source[at + 1] != b' ' {
                let (mut four, mut next, mut count) = ([0; 4], at + 1, 0);
                while count < 4 {
                    (four[count], next) = letter(source, next);
                    count += 1;
                }
                let (place, bit) = head(four);
                heads[place] |= bit;
            }
            at += 1;
        }
        row += 1;
    }
    heads
}

const fn head(four: [u8; 4]) -> (usize, u64) {
    let hash = u32::from_le_bytes(four).wrapping_mul(0x9e37_79b9);
    ((hash >> 26) as usize, 1 << (hash >> 20 & 63))
}

/// The entry of a hash, if it is of this kind.
fn entry(hash: u32, is_whole: bool, in_compound: bool) -> Option<Role> {
    let mut slot = hash as usize % SLOTS;
    loop {
        let entry = TABLES.entries.get(slot)?;
        if entry.role == Role::Plain {
            return None;
        }
        if entry.hash == hash && (is_whole || entry.any_ending) && (!in_compound || entry.any_beginning) {
            return Some(entry.role);
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// As many letters tell words with other endings from other words.
const STEM: usize = 5;

/// What there is to know of a word.
pub(crate) struct Known {
    pub(crate) role: Role,
    pub(crate) form: Form,
    /// The hash of the whole word, and of its first letters.
    pub(crate) word: u32,
    pub(crate) stem: u32,
}

/// What there is to know of a folded word, whose hash is known.
pub(crate) fn look_up(letters: &[u8], word: u32) -> Known {
    let mut stem = letters.get(..STEM).map_or(word, hash);
    // Most words that are known are written out whole, and no longer entry begins them.
    let role = match entry(word, true, false).or_else(|| role(letters, false)) {
        Some(first) => in_compound(letters, first),
        None => match last_parts(letters).next() {
            // "Mødereferat" is told from others by "refer", as "referat" is.
            Some((last, rest)) => {
                stem = rest.get(..STEM).map_or(word, hash);
                last
            }
            // With a letter more or less, and an ending.
            None if matches!(letters, [b'a' | b'f' | b'i'..=b'k' | b's' | b't', ..])
                && (6..=16).contains(&letters.len()) =>
            {
                match misspelt(letters) {
                    Some(known) => return known,
                    None => Role::Plain,
                }
            }
            None => Role::Plain,
        },
    };
    Known { role, form: Form::of(letters, role), word, stem }
}

/// The verbs that recommend in plain words and the names of the municipality, without the endings of which one may follow.
static MEANT: [(Role, &[u8]); 14] = [
    (Role::Recommend, b"indstille"),
    (Role::Recommend, b"anbefale"),
    (Role::Recommend, b"foresl\xe5"),
    (Role::Recommend, b"tilr\xe5de"),
    (Role::Recommend, b"frar\xe5de"),
    (Role::Advice, b"indstilling"),
    (Role::Advice, b"anbefaling"),
    (Role::Own, b"kommune"),
    (Role::Own, b"kommunen"),
    (Role::Own, b"forvaltning"),
    (Role::Own, b"forvaltningen"),
    (Role::Own, b"jobcente"),
    (Role::Own, b"jobcentre"),
    (Role::Own, b"sagsbehandle"),
];

/// What there is to know of such a word with one of its letters doubled or left out, or two that have changed places: "indsstilles",
/// "abefaler", "kommuen". It is seen as if it were spelt rightly.
#[cold]
#[inline(never)]
fn misspelt(letters: &[u8]) -> Option<Known> {
    let (written, ending) = match letters {
        [written @ .., ending @ (b's' | b'r' | b't')] => (written, Some(*ending)),
        _ => (letters, None),
    };
    let has_its_letters = |meant: &[u8]| {
        let (has, needs) = (set(written), set(meant));
        has | needs == needs && (has ^ needs).count_ones() < 2
    };
    let is_meant = |(_, meant): &&(Role, &[u8])| {
        written.first() == meant.first()
            && meant.get(meant.len() - 2..).is_some_and(|end| written.ends_with(end))
            && written.len().abs_diff(meant.len()) < 2
            && has_its_letters(meant)
    };
    let (role, meant) = *MEANT.iter().find(is_meant)?;
    let word = ending.into_iter().fold(hash(meant), step);
    Some(Known { role, form: Form::of(letters, role), word, stem: meant.get(..STEM).map_or(word, hash) })
}

/// Which letters a word has, a bit for each.
fn set(word: &[u8]) -> u32 {
    word.iter().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// What a compound is by its last part: "pensionsenheden" is the municipality, "fleksjobteamet" a team, "praktikrapporten" a paper, "virksomhedspraktik" and "psykologsamtaler" are measures,
/// whatever they begin with; but "lægeundersøgelsen" has told something.
fn in_compound(letters: &[u8], first: Role) -> Role {
    use Role::{Adviser, Boss, Doctor, Kin, Measure, Outcome, Own, Paper};
    if !matches!(first, Outcome | Measure | Boss | Kin | Doctor) {
        return first;
    }
    let parts = last_parts(letters).fold(0, |parts, (part, _)| parts | 1_u128 << part as u8);
    let has = |last| parts >> last as u8 & 1 == 1;
    match first {
        Outcome | Measure | Boss | Kin if has(Own) => Own,
        Outcome | Measure | Boss | Kin if has(Adviser) => Adviser,
        Outcome | Measure if has(Paper) => Paper,
        Boss | Kin if has(Measure) => Measure,
        Doctor if has(Measure) && Form::of(letters, Measure) != Form::Definite => Measure,
        first => first,
    }
}

/// The role of the longest entry that letters begin with.
fn role(letters: &[u8], in_compound: bool) -> Option<Role> {
    let (mut longest, mut hash) = (None, BASIS);
    for (at, letter) in letters.iter().enumerate() {
        hash = step(hash, *letter);
        let (place, bit) = (hash as usize >> 6 & 255, 1 << (hash & 63));
        // Few words are the beginning of an entry for long.
        let Some(parts) = TABLES.parts.get(place).filter(|parts| parts.begin & bit != 0) else { break };
        if parts.are_whole & bit != 0 {
            longest = entry(hash, at + 1 == letters.len(), in_compound).or(longest);
        }
    }
    longest
}

/// What may be the last part of a compound, the longest first, with its role.
fn last_parts(letters: &[u8]) -> impl Iterator<Item = (Role, &[u8])> {
    let fours = letters.windows(4).enumerate().skip(2);
    fours.filter_map(|(at, four)| {
        let (place, bit) = head(*four.first_chunk()?);
        TABLES.heads.get(place).filter(|heads| **heads & bit != 0)?;
        let rest = letters.get(at..)?;
        role(rest, true).map(|role| (role, rest))
    })
}
