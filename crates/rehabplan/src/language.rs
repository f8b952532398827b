//! Whether a text recommends or assesses what should happen in the case.
//!
//! The preparatory part describes and documents; it neither assesses nor recommends what is to happen from now on
//! (§ 3, stk. 3). No list of words can tell the one from the other: "bør have fleksjob" is a recommendation when the
//! municipality writes it, a wish when the citizen says it and history when it was said in 2017. So the text is read:
//!
//! 1. Each word gets a role; the table of roles is the check's whole vocabulary. A sentence without a word that
//!    matters is passed over.
//! 2. The sentence is cut into clauses, and each clause gets a voice: who speaks in it. An "at" goes on in the
//!    voice before it, "og kommunen ..." or "men det vurderes ..." starts anew; questions, conditions and quotations
//!    are nobody's voice.
//! 3. In a clause that is not somebody else's, words that recommend or assess are looked for.
//!
//! The answer is a hint for a human, never a verdict.

use std::ops::Range;
use std::sync::LazyLock;

use crate::letters;

use Role::*;

/// Whether the text recommends or assesses what should happen in the case, in the municipality's own present voice.
#[must_use]
pub fn recommends(text: &str) -> bool {
    first_recommendation(text).is_some()
}

/// The place in the text, in bytes, of the first clause that recommends or assesses what should happen in the case.
#[must_use]
pub fn first_recommendation(text: &str) -> Option<Range<usize>> {
    // Most texts end here.
    let mut hint = next_hint(text, 0)?;
    let mut scanner = Scanner::new(text);
    scanner.skip_to(hint);
    let mut list = Voice::Text;
    while let Some(sentence) = scanner.sentence() {
        if !sentence.in_list {
            list = Voice::Text;
        }
        let hinted = hint < scanner.at;
        if hinted || sentence.opens_list {
            scanner.classify();
        }
        if hinted && any(&scanner.words, MATTERS) || sentence.opens_list {
            let mut reading = Reading::new(&scanner.words, list);
            if let Some(found) = reading.find(&scanner.words) {
                return Some(found);
            }
            // "Lægen anbefaler:" goes for the items below.
            if sentence.opens_list {
                list = reading.base;
            }
        }
        if hinted {
            hint = next_hint(text, scanner.at)?;
            if list == Voice::Text {
                scanner.skip_to(hint);
            }
        }
    }
    None
}

// ---- vocabulary

/// Declares the roles together with the words that have them.
macro_rules! roles {
    ($($(#[doc = $doc:literal])* $role:ident: $words:literal,)*) => {
        /// What a word does in a sentence, as far as this check needs to know.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum Role {
            $($(#[doc = $doc])* $role,)*
        }

        const WORDS: &[(Role, &str)] = &[$(($role, $words)),*];
    };
}

// Spelling is folded first (see `fold`), so "boer" and "bør" are one word. `bevilg+` is the word with the endings of a
// verb or a noun, `jobcent*` any continuation, `*læge+` also the last part of a compound. The longest entry decides.
roles! {
    /// Any other word.
    Plain: "",

    // What is recommended or assessed.

    /// The modal of recommendation: "bør" (present) and "burde" (past).
    Ought: "bør",
    /// A plan or a duty; a recommendation only when it settles the case.
    Shall: "skal",
    /// Verbs that recommend by themselves.
    Recommend: "indstil+ anbefal+ foreslå+ tilråd+ fraråd+ henstil+ opfordr+",
    /// Verbs that assess: what follows is the municipality's view, if they are the municipality's.
    Assess: "vurder+ skøn+ finder hælder tro+ ser konkluder+ bedøm+ anser anses betragt+ mener menes tænker",
    /// Verbs whose passive is the writer's own ("det bemærkes") but says nothing of what is to come.
    Note: "bemærk+ understreg+ forvent+ konstater+ antag+ ses",
    /// Saying, thinking, feeling and wishing: what follows belongs to whoever does it.
    Say: "ment+ syn+ oplev+ ønsk+ oplys+ fortæl+ sig+ udtal+ angiv+ beskriv+ forklar+ tilkendegiv+ tilføj+ nævn+ \
          påpeg+ fremhæv+ hævd+ insister+ kræv+ råd+ accepter+ erkend+ indse+ overvej+ meddel+ bekræft+ afvis+ benægt+ \
          tvivl+ udtrykk+ udtryk noter+ skriv+ anfør+ redegør+ opfatt+ spørg+ bed+ anmod+ ansøg+ foretræk+ lær+ føl+ \
          håb+ frygt+ drøm+ forstå+ fremgå+ stå+ hør+ læs+ mærk+ lov+ argumenter+ rapporter+ refer+ gengiv+ drøft+ \
          undersøg+ aftal+ hedder gerne bevidst overbevist bekymret bange glad nervøs indforstået tilfreds opmærksom \
          usikker åben interesseret motiveret",
    /// Verbs by which an outcome is granted.
    Award: "bevilg+ tilkend+ visiter+",
    /// Verbs by which a measure is offered or set going.
    Grant: "tilbyd+ iværksæt+ igangsæt+ etabler+ tilknyt+ afprøv+ afklar+ henvis+ \
            opkvalificer+",
    /// "Ønskes indstillet", "bedes indstille".
    Intend: "påtænkes agtes ønskes søges bedes anmodes",
    /// What the municipality does to a wish for an outcome when it takes it over.
    Support: "støtter bakker tilslutter enig enige",
    /// Towards an outcome: "peger mod", "der lægges op til".
    Aim: "peger peges taler talende sigter sigtes stiler stiles arbejdes lægges lægger",
    /// Nouns that recommend.
    Advice: "indstilling+ anbefaling+ forslag+",
    /// Nouns of opinion.
    View: "vurdering+ opfattelse+ holdning+ skøn udsagn oplevelse+ konklusion+ udtalelse+ råd synspunkt+ \
           forventning+ kommentar+ bemærkning+ overbevisning+ perspektiv+ bud syn indtryk overvejelse+ \
           tilkendegivelse+ tanke+ ord",
    /// An opinion, or what "giver mening".
    Sense: "mening+",
    /// Nouns of wishing, which the municipality does not do.
    Wish: "ønske ønsket håb mål drøm",
    /// Whoever or whatever suits an outcome.
    Suits: "egnet egnede kandidat kandidater berettiget berettiger målgruppen personkredsen opfylder opfyldt \
            indiceret kvalificeret parat stede varetage bestride",
    /// Needed right before its outcome: "brug for et fleksjob", not "brug for hjælp til at søge fleksjob".
    Need: "behov brug",
    /// "Den eneste mulighed er", not "muligheden for fleksjob er drøftet".
    Way: "mulighed muligheder skridt planen vejen løsningen",
    /// What it is said to be to do something or to reach an outcome: "er hensigtsmæssigt", "er den rette løsning".
    Fitting: "hensigtsmæssig+ relevant nødvendig+ oplagt oplagte gavnlig+ nærliggende formålstjenlig+ fornuftig+ \
              rette rigtige rigtigt bedste bedst eneste grundlag belæg realistisk+ velbegrundet idé",
    /// A gain to come, with "vil" or "kan"; without, it is one the citizen has.
    Benefit: "profitere gavn udbytte nytte fordel bidrage",
    /// What a coming measure is made of.
    Consist: "bestå indeholde omfatte fokusere rettes indgå",
    /// From now on.
    Future: "fremadrettet fremover fremtidig+ kommende herefter videre efterfølgende",
    /// An outcome of the case, indefinite: "fleksjobbet" is one that the citizen has.
    Outcome: "fleksjob flexjob førtidspension førtidspensionering seniorpension pension ressourceforløb resurseforløb \
              jobafklaringsforløb jobafklaring revalidering forrevalidering fleksjobordningen fleksjobsag \
              førtidspensionssag pensionssag føp",
    /// A measure, indefinite.
    Measure: "mentor mentorstøtte mentorordning *praktik løntilskud *indsats *indsatsen *forløb *kursus *tilbud \
              bostøtte tilskud støttekontaktperson opkvalificering uddannelse optrapning tilbagevenden coaching *prøvning *afklaring",

    // Who speaks.

    /// The municipality and those who write for it.
    Own: "*kommune+ jobcent* *forvaltning+ *sagsbehandler+ *rådgiver+ undertegnede+ vi vores vort man afdelingen \
          afdelingens arbejdsmarkedsafdeling* beskæftigelsesafdeling* sygedagpengeafdeling* myndighed+ \
          virksomhedskonsulent+ jobkonsulent+ visitation+ arbejdsmarkedscent* beskæftigelsescent* \
          sygedagpengeteam* ungeteam*",
    /// The citizen, in a field in the first person.
    Me: "jeg mig",
    /// Likewise, but "min indstilling" is a caseworker's.
    My: "min mit mine",
    /// The citizen.
    Citizen: "borgeren borgerens borgers",
    /// Mostly the citizen.
    He: "hun han vedkommende",
    /// Other people. A subject that is not known at all is also taken to be somebody else.
    Person: "borger borgere de *læge+ *psykolog+ *psykiater+ *terapeut+ kiropraktor+ *sygeplejerske+ kirurg+ *olog+ \
             ægtefælle+ mand+ kone+ hustru+ samlever+ kæreste+ datter+ søn+ mor moren mors moder+ far fars fader+ \
             søster+ bror+ forældre+ pårørende værge+ partsrepræsentant+ bisidder+ fagforening+ *arbejdsgiver+ \
             *leder+ chef+ *vært+ kontaktperson+ lærer+ vejleder+ kollega+ *team+ *konsulent+ klient+ ansøger+",
    /// Where other people's words are found.
    Source: "*attest+ *erklæring+ *journal+ epikrise+ læ læ1* læ2* *udtalelse+ *rapport+ notat+ *afgørelse+ \
             *referat+ *hospital+ *sygehus+ *afdeling+ *klinik+ ambulatori+ *undersøgelse+ indlæggelse+ lægelig+ \
             lægefaglig+ praktiksted+ *screening+ *test+ brev+",
    /// Somebody else's.
    Their: "hendes hans dennes deres sin sit sine egen eget egne",
    /// Things that may point towards an outcome; and "tale om", which is no topic.
    Thing: "sagen alt meget oplysninger oplysningerne *forløbet dokumentation+ udvikling+ situation+ helhed+ tale",

    // How the sentence hangs together.

    /// Impersonal subjects.
    There: "det der dette",
    /// Goes on in the same voice.
    That: "at",
    /// A question ("om hun bør") or a topic ("samtale om fleksjob").
    About: "om vedrørende angående vedr",
    /// Opens a question.
    Open: "hvorvidt hvad hvilken hvilke hvordan hvornår",
    /// Opens a condition.
    If: "hvis såfremt når inden medmindre",
    /// Opens a reason, which lends its voice to nothing else.
    Because: "fordi idet eftersom hvilket selvom skønt da mens",
    /// Does so after a comma.
    As: "som hvor end",
    /// Joins clauses.
    And: "og men eller samt",
    /// Draws a conclusion, so it is the writer's.
    Therefore: "derfor således dermed hvorfor",
    /// Names the source of a whole clause.
    According: "ifølge iflg lægefagligt lægeligt heri hvori hvoraf",
    /// "Efter lægens opfattelse"; "siden 2017" is no date of what is said.
    After: "efter siden pr per",
    /// Before whoever said it.
    By: "af fra jf jvf",
    /// Before where it was said.
    In: "i på under hos",
    /// "Ved mødet" or "hun ved, at".
    Knows: "ved",
    /// "Klar over, at" or "klar til".
    Ready: "klar",
    /// Towards.
    To: "til mod imod hen",
    /// Other prepositions.
    Preposition: "for med over uden ud",
    /// "På baggrund af lægens attest": a ground for the writer's own view.
    Ground: "baggrund grundlaget lyset hensyn følge grund overensstemmelse tråd forlængelse samråd samarbejde",
    /// Denial.
    Not: "ikke ingen intet hverken næppe undlader undlade afstår afholder",
    /// Present.
    Is: "er lyder giver",
    /// Perfect.
    Has: "har",
    /// After "vil" and "burde".
    Infinitive: "være have give",
    /// Makes a participle into a plan.
    Become: "blive bliver",
    /// Modals that neither recommend nor settle.
    Can: "kan vil ville kunne må",
    /// Past.
    Was: "var blev blevet havde fik fået været førte haft skulle lød blevne gav tidligere dengang daværende",
    /// "Indstille sig på" is no recommendation.
    Oneself: "sig",
    /// "Så syg, at".
    So: "så sådan sådanne",
    /// What else can be "indstillet": set, or stopped.
    Machine: "medicin+ *medicinen stol+ bord+ dosis *apparat+ udbetaling+ betaling+ insulin praktikken",
    /// May stand between a subject and its verb.
    Adverb: "også selv nu fortsat samlet dog endvidere desuden hermed fagligt helt klart varmt stadig altså kun alene \
             begge ligeledes samme umiddelbart udtalt",
    /// 2018; found by its digits.
    Year: "",
}

/// A set of roles, a bit for each.
type Roles = u128;

const fn bit(role: Role) -> Roles {
    1 << role as u8
}

const fn mask(mut roles: &[Role]) -> Roles {
    let mut set = 0;
    while let [first, rest @ ..] = roles {
        set |= bit(*first);
        roles = rest;
    }
    set
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Present,
    Passive,
    Infinitive,
    Past,
    Participle,
}

/// Forms that the endings do not give.
const IRREGULAR: &[(Role, Form, &str)] = &[
    (Ought, Form::Past, "burde"),
    (Recommend, Form::Past, "foreslog"),
    (Assess, Form::Past, "fandt anså tænkte"),
    (Say, Form::Past, "fortalte sagde skrev spurgte bad foretrak forstod stod fremgik vidste vide mente"),
    (Say, Form::Participle, "fortalt skrevet spurgt ment sagt"),
    (Grant, Form::Participle, "tilbudt iværksat igangsat"),
];

const VERB_ENDINGS: &[(Form, &[&str])] = &[
    (Form::Infinitive, &["", "e"]),
    (Form::Present, &["r", "er"]),
    (Form::Passive, &["s", "es"]),
    (Form::Past, &["de", "te", "ede", "edes", "tes"]),
    (Form::Participle, &["t", "et"]),
];

const NOUN_ENDINGS: &[&str] = &[
    "", "s", "n", "ns", "t", "ts", "e", "es", "en", "ens", "et", "ets", "er", "ers", "r", "rs", "ne", "nes", "rne",
    "rnes", "erne", "ernes", "ene", "enes", "um",
];

/// No last part of a compound has fewer bytes.
const SHORTEST_HEAD: usize = 4;

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "bl", "ca", "nr", "stk", "pkt", "kl", "evt", "inkl", "ekskl", "jf", "jvf", "iflg", "vedr", "pga", "mht", "ift",
    "dr", "tlf", "hhv", "dvs", "eks", "fx", "min", "max", "maks", "pr", "ang", "afd", "spec", "overl", "cand", "jan",
    "feb", "aug", "sept", "okt", "nov", "dec",
];

/// Every opening quotation mark with those that may close it.
const QUOTES: &[(char, &[char])] = &[
    ('»', &['«']),
    ('«', &['»']),
    ('"', &['"']),
    ('”', &['”', '“']),
    ('“', &['”', '“']),
    ('„', &['”', '“']),
    ('\'', &['\'']),
    ('‘', &['’']),
    ('’', &['’']),
];

/// Every way to a finding (see `Clause::judge`) leads by one of these, so a text without any is passed over.
const FINDS: &[Role] =
    &[Ought, Shall, Recommend, Award, Grant, Intend, Support, Aim, Advice, Sense, Way, Fitting, Benefit, Outcome];
/// A sentence without any of these is passed over too.
const MATTERS: &[Role] =
    &[Ought, Recommend, Assess, Aim, Advice, View, Sense, Outcome, Award, Grant, Fitting, Benefit, Consist, Future];
const VERBS: &[Role] = &[Ought, Recommend, Assess, Note, Say, Award, Grant];
const PREPOSITIONS: &[Role] = &[By, In, Knows, To, After, According, About, Preposition];
/// May stand between a subject and its verb.
const LIGHT: &[Role] = &[Adverb, So, Not, Therefore, Is, Has, Can, Shall, Infinitive, Become];
/// Nouns and pronouns that begin no main clause after a subordinate one, where Danish puts the verb.
const NOUNS: &[Role] = &[Outcome, Measure, Citizen, He, Person, Own, Source, There];
const CONTENT: &[Role] = &[Outcome, Measure, Award, Grant, Ought, Shall];
const OTHERS: &[Role] = &[Citizen, He, Person, Source];

// ---- words

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Inflected,
    Prefix,
}

#[derive(Debug)]
struct Entry {
    stem: &'static str,
    start: Start,
    fit: Fit,
    /// Whether it may be the last part of a compound.
    head: bool,
    role: Role,
    form: Form,
}

impl Entry {
    fn new(pattern: &'static str, role: Role, form: Option<Form>) -> Self {
        let stem = pattern.trim_matches(['+', '*']);
        let head = pattern.starts_with('*');
        let fit = match pattern.chars().next_back() {
            Some('*') => Fit::Prefix,
            Some('+') => Fit::Inflected,
            _ => Fit::Exact,
        };
        let form = form.unwrap_or(if stem.ends_with('s') { Form::Passive } else { Form::Present });
        Self { stem, start: Start::new(stem.as_bytes()), fit, head, role, form }
    }

    /// The form of the word, if the word is of this entry.
    fn form_of(&self, word: &str) -> Option<Form> {
        let ending = word.strip_prefix(self.stem)?;
        let inflected = |ending: &str| match VERBS.contains(&self.role) {
            true => VERB_ENDINGS.iter().find(|(_, endings)| endings.contains(&ending)).map(|(form, _)| *form),
            false => NOUN_ENDINGS.contains(&ending).then_some(self.form),
        };
        match self.fit {
            Fit::Exact => ending.is_empty().then_some(self.form),
            Fit::Prefix => Some(self.form),
            // Danish doubles a last consonant: "indstil", "indstiller".
            Fit::Inflected => {
                inflected(ending).or_else(|| inflected(ending.strip_prefix(self.stem.chars().next_back()?)?))
            }
        }
    }
}

/// The vocabulary by the first two letters of the words.
struct Lexicon {
    /// Five bits a letter; the longest entry comes first.
    buckets: Vec<Vec<Entry>>,
    /// For each hash of four bytes, whether a word that may be the last part of a compound begins with them.
    heads: [bool; 1 << START_BITS],
    /// How the words begin by which a sentence recommends, one for each hash of four bytes: what those with the same hash
    /// have in common.
    starts: Vec<Start>,
    /// For each hash, where in `starts` it is; the first one is [`Start::NONE`].
    slots: [u16; 1 << START_BITS],
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut buckets = Vec::new();
    buckets.resize_with(1 << 10, Vec::new);
    let (heads, starts, slots) = ([false; 1 << START_BITS], vec![Start::NONE], [0; 1 << START_BITS]);
    let mut lexicon = Lexicon { buckets, heads, starts, slots };
    let regular = WORDS.iter().map(|(role, words)| (*role, None, *words));
    let irregular = IRREGULAR.iter().map(|(role, form, words)| (*role, Some(*form), *words));
    for (role, form, words) in regular.chain(irregular) {
        for pattern in words.split_whitespace() {
            lexicon.learn(Entry::new(pattern, role, form));
        }
    }
    lexicon
});

/// How many bits of the hash of the first four bytes are kept.
const START_BITS: u32 = 13;

/// A byte that is in no word.
const SEPARATOR: u8 = 0;
/// A digit.
const DIGIT: u8 = 27;
/// A byte inside a character outside ASCII.
const INSIDE: u8 = 29;
/// The first byte of a Danish letter, among others.
const DANISH: u8 = 30;
/// The first byte of any other character outside ASCII.
const OTHER: u8 = 31;

/// What a byte is: a letter by its place in the alphabet, or one of the above.
const CODES: [u8; 256] = {
    let mut codes = [SEPARATOR; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
        {
            codes[byte] = match byte as u8 {
                letter @ (b'a'..=b'z' | b'A'..=b'Z') => letter & 31,
                b'0'..=b'9' => DIGIT,
                0x80..=0xbf => INSIDE,
                0xc3 => DANISH,
                0xc0.. => OTHER,
                _ => SEPARATOR,
            };
        }
        byte += 1;
    }
    codes
};

fn code_of(byte: u8) -> u8 {
    CODES.get(usize::from(byte)).copied().unwrap_or(SEPARATOR)
}

/// "Ø" is also written "oe" and "o", and so on: the codes of the letters that Danish ones count as, by the second
/// byte of the character.
fn danish(second: u8) -> Option<u8> {
    match second {
        // æ, å and ä; ø and ö; in either case.
        0xa6 | 0x86 | 0xa5 | 0x85 | 0xa4 | 0x84 => Some(1),
        0xb8 | 0x98 | 0xb6 | 0x96 => Some(15),
        _ => None,
    }
}

/// Inserts an item behind those with the same key. (Sorting in the end would be much code for a browser.)
fn insert<T, K: Ord>(sorted: &mut Vec<T>, item: T, key: impl Fn(&T) -> K) {
    let place = sorted.partition_point(|other| key(other) <= key(&item));
    sorted.insert(place, item);
}

impl Lexicon {
    fn learn(&mut self, entry: Entry) {
        let bucket = bucket_of(entry.stem);
        if let (true, Some(heads)) = (entry.head, self.heads.get_mut(entry.start.slot())) {
            *heads = true;
        }
        if bit(entry.role) & mask(FINDS) != 0 {
            for spelling in spellings(entry.stem) {
                self.learn_start(Start::new(spelling.as_bytes()));
            }
        }
        if let Some(bucket) = self.buckets.get_mut(bucket) {
            insert(bucket, entry, |entry| (usize::MAX - entry.stem.len(), entry.fit));
        }
    }

    fn learn_start(&mut self, start: Start) {
        let Some(place) = self.slots.get_mut(start.slot()) else { return };
        match self.starts.get_mut(usize::from(*place)).filter(|_| *place > 0) {
            Some(alike) => *alike = alike.common(start),
            None => {
                *place = u16::try_from(self.starts.len()).unwrap_or(0);
                self.starts.push(start);
            }
        }
    }

    /// Whether a word that begins with these bytes may be one by which a sentence recommends.
    fn may_find(&self, eight: u64) -> bool {
        let place = self.slots.get(slot(eight)).copied().unwrap_or(0);
        self.starts.get(usize::from(place)).is_some_and(|start| start.is_of(eight))
    }

    /// What a folded word may be, as far as it is in one of the roles.
    fn readings(&self, word: &str, roles: Roles) -> impl Iterator<Item = (Role, Form)> {
        let eight = eight_at(word.as_bytes(), 0);
        let entries = self.buckets.get(bucket_of(word)).map_or(&[][..], Vec::as_slice);
        let alike = entries.iter().filter(move |entry| bit(entry.role) & roles != 0 && entry.start.is_of(eight));
        alike.filter_map(move |entry| Some((entry.role, entry.form_of(word)?)))
    }

    /// Whether a word begins at the place that may be one by which a sentence recommends.
    #[cold]
    fn finds_at(&self, text: &str, at: usize) -> bool {
        let mut folded = String::new();
        word_at(text, at).is_some_and(|word| self.finds(fold(word, &mut folded)))
    }

    /// Whether a folded word may be one by which a sentence recommends.
    fn finds(&self, word: &str) -> bool {
        self.readings(word, mask(FINDS)).any(|(role, form)| match role {
            // What was recommended is history.
            Recommend => form != Form::Past,
            // "Bevilges", "bevilget"; in other forms it is another word that says so.
            Award | Grant => matches!(form, Form::Passive | Form::Participle),
            _ => true,
        })
    }

    /// The role of a folded word.
    fn look_up(&self, word: &str) -> (Role, Form) {
        let is_year =
            || word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u16>().is_ok();
        let role_of = |entries: &[Entry], part: &str, head: bool| {
            let eight = eight_at(part.as_bytes(), 0);
            let mut alike = entries.iter().filter(|entry| entry.start.is_of(eight) && (entry.head || !head));
            alike.find_map(|entry| Some((entry.role, entry.form_of(part)?)))
        };
        let whole = || role_of(self.buckets.get(bucket_of(word))?, word, false);
        let last_part = || {
            let mut starts = (1..).zip(word.as_bytes().windows(SHORTEST_HEAD).skip(1));
            starts.find_map(|(at, four)| {
                self.heads.get(slot(eight_at(four, 0))).filter(|begins| **begins)?;
                let part = word.get(at..)?;
                role_of(self.buckets.get(bucket_of(part))?, part, true)
            })
        };
        whole().or_else(last_part).unwrap_or_else(|| (if is_year() { Year } else { Plain }, Form::Present))
    }
}

/// The first eight bytes of a word, or as many as there are.
#[derive(Debug, Clone, Copy)]
struct Start {
    bytes: u64,
    mask: u64,
}

impl Start {
    fn new(word: &[u8]) -> Self {
        let (mut bytes, mut mask) = ([0; 8], [0; 8]);
        for ((byte, to), mask) in word.iter().zip(&mut bytes).zip(&mut mask) {
            (*to, *mask) = (*byte, 0xff);
        }
        let mask = u64::from_le_bytes(mask);
        Self { bytes: small(u64::from_le_bytes(bytes)) & mask, mask }
    }

    /// No word begins so.
    const NONE: Self = Self { bytes: 1, mask: 0 };

    /// What two have in common.
    fn common(self, other: Self) -> Self {
        let mask = self.mask & other.mask & !(self.bytes ^ other.bytes);
        Self { bytes: self.bytes & mask, mask }
    }

    /// Whether a word that begins with the eight bytes begins so.
    fn is_of(&self, eight: u64) -> bool {
        small(eight) & self.mask == self.bytes
    }

    fn slot(&self) -> usize {
        slot(self.bytes)
    }
}

/// Whether the first four of eight bytes have a character outside ASCII that is no letter of Danish.
fn begins_foreign(eight: u64) -> bool {
    eight.to_le_bytes().into_iter().take(4).any(is_foreign)
}

/// Whether a byte begins such a character.
fn is_foreign(byte: u8) -> bool {
    (byte >= 0xc0) & (byte != 0xc3)
}

/// In small letters: a bit parts "A" from "a" and "Ø" from "ø".
fn small(bytes: u64) -> u64 {
    bytes | 0x2020_2020_2020_2020
}

/// The hash of the first four of eight bytes, the same in capitals.
fn slot(bytes: u64) -> usize {
    // Fibonacci hashing: the high bits of the product depend on every byte.
    #[allow(clippy::cast_possible_truncation)]
    let four = small(bytes) as u32;
    (four.wrapping_mul(0x9e37_79b9) >> (u32::BITS - START_BITS)) as usize
}

/// Every way to write a folded word that [`fold`] undoes.
fn spellings(word: &str) -> Vec<String> {
    let written = |letter: char| match letter {
        'æ' => vec!["æ", "ae", "ä", "a\u{308}"],
        'ø' => vec!["ø", "oe", "ö", "o\u{308}"],
        'å' => vec!["å", "aa", "a\u{30a}"],
        _ => vec![],
    };
    word.chars().fold(vec![String::new()], |starts, letter| match written(letter).as_slice() {
        [] => starts.into_iter().map(|start| format!("{start}{letter}")).collect(),
        written => starts.iter().flat_map(|start| written.iter().map(move |end| format!("{start}{end}"))).collect(),
    })
}

/// The same for "bør" and "BØR".
fn bucket_of(word: &str) -> usize {
    let mut letters = letters(word).map(|(_, code)| code);
    bucket(letters.next().unwrap_or(0), letters.next().unwrap_or(0))
}

fn bucket(first: u8, second: u8) -> usize {
    usize::from(first) << 5 | usize::from(second)
}

/// The letters of a word by their place in the alphabet, with where they stand.
fn letters(word: &str) -> impl Iterator<Item = (usize, u8)> {
    let bytes = word.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let here = at;
        let code = code_of(*bytes.get(here)?);
        at += 1;
        let letter = match code {
            1..=26 => code,
            DIGIT => 0,
            DANISH => {
                at += 1;
                danish(bytes.get(here + 1).copied().unwrap_or(0)).unwrap_or(31)
            }
            // May be folded away.
            _ => 31,
        };
        Some((here, letter))
    })
}

/// Whether folding changes nothing in the word, as far as that is quickly seen.
fn is_folded(word: &str) -> bool {
    let (mut changes, mut last) = (0, 0);
    for byte in word.bytes() {
        let folding = FOLDING.get(usize::from(byte)).copied().unwrap_or(CHANGES);
        changes |= folding & (CHANGES | last << 2);
        last = folding;
    }
    changes == 0
}

/// What a byte does to the folding of a word: bits for the first letters of "aa", "ae" and "oe", four times higher those
/// for the second ones, and [`CHANGES`].
const FOLDING: [u8; 256] = {
    let mut folding = [CHANGES; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
        {
            folding[byte] = match byte as u8 {
                b'a' => 0b01_01,
                b'o' => 0b00_10,
                b'e' => 0b11_00,
                // The last three are the bytes of æ, ø and å.
                b'b'..=b'z' | b'0'..=b'9' | 0xc3 | 0xa6 | 0xb8 | 0xa5 => 0,
                _ => CHANGES,
            };
        }
        byte += 1;
    }
    folding
};
/// Of a byte that is not written so in a folded word.
const CHANGES: u8 = 0x80;

/// Writes the word in lower case with Danish letters: "BOER", "Bør" and a decomposed "bo\u{308}r" all become "bør".
fn fold<'w>(word: &'w str, folded: &'w mut String) -> &'w str {
    if is_folded(word) { word } else { write_folded(word, folded) }
}

/// Out of line, as nearly every word is its own folding.
#[cold]
fn write_folded<'w>(word: &str, folded: &'w mut String) -> &'w str {
    folded.clear();
    folded.push_str(word);
    folded.make_ascii_lowercase();
    if is_folded(folded) {
        return folded;
    }
    folded.clear();
    let mut last = ' ';
    let mut push = |letter: char| {
        let joined = match (last, letter) {
            ('a', 'e' | '\u{308}') => 'æ',
            ('o', 'e' | '\u{308}') => 'ø',
            ('a', 'a' | '\u{30a}') => 'å',
            (_, 'ä') => return folded.push('æ'),
            (_, 'ö') => return folded.push('ø'),
            _ => {
                last = letter;
                return folded.extend(letter.is_alphanumeric().then_some(letter));
            }
        };
        folded.pop();
        folded.push(joined);
        last = joined;
    };
    for letter in word.chars() {
        match letter.is_ascii() {
            true => push(letter.to_ascii_lowercase()),
            false => push(letters::lower(letter)),
        }
    }
    folded
}

/// Letters, digits and the marks that hide inside words: combining accents, soft hyphens, zero-width characters.
fn in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || matches!(letter, 'æ' | 'ø' | 'å')
        || !letter.is_ascii() && letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

// ---- sentences

/// A sentence longer than this is read in pieces, so that the work keeps in step with the length of the text.
const MAX_WORDS: usize = 120;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Space,
    Comma,
    Colon,
    Dash,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    gap: Gap,
    role: Role,
    form: Form,
    genitive: bool,
    /// Whether a clause begins here.
    opens: bool,
}

impl Word {
    /// "Indstilles", "vurderes".
    fn is_judged(&self) -> bool {
        matches!(self.role, Recommend | Assess) && self.form == Form::Passive
    }

    /// Whether it is a verb in the present or the past, as far as is known.
    fn is_finite(&self) -> bool {
        match self.role {
            Ought | Shall | Is | Has | Can | Become | Was => true,
            role => VERBS.contains(&role) && !matches!(self.form, Form::Infinitive | Form::Participle),
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Sentence {
    /// Whether it is an item of a list.
    in_list: bool,
    /// Whether it ends in a colon, with a list to come.
    opens_list: bool,
}

/// Where the next word begins by which a sentence recommends.
///
/// This is the one step that is taken for every text, so it goes [`BLOCK`] bytes at a time.
fn next_hint(text: &str, from: usize) -> Option<usize> {
    let lexicon = &*LEXICON;
    let bytes = text.as_bytes();
    let (mut place, mut after_letter) = (from, 0);
    while let Some(rest @ [_, ..]) = bytes.get(place..) {
        let padded;
        let window = match rest.first_chunk() {
            Some(window) => window,
            None => {
                padded = padded_with_zeros(rest);
                &padded
            }
        };
        let mut starts;
        (starts, after_letter) = word_starts(window, after_letter);
        let foreign = window.iter().fold(false, |any, byte| any | is_foreign(*byte));
        while starts != 0 {
            let ahead = starts.trailing_zeros() as usize;
            starts &= starts - 1;
            let eight = eight_of(window, ahead);
            // What is written with anything but the Danish alphabet may be any word.
            if (lexicon.may_find(eight) || foreign && begins_foreign(eight)) && lexicon.finds_at(text, place + ahead) {
                return Some(place + ahead);
            }
        }
        place += BLOCK;
    }
    None
}

/// As many bytes as there are bits in a mask of them.
const BLOCK: usize = u64::BITS as usize;
/// A block and what comes after it, so that of each word that begins in the block there are eight bytes to see.
type Window = [u8; BLOCK + 8];

fn padded_with_zeros(bytes: &[u8]) -> Window {
    let mut padded = [0; BLOCK + 8];
    padded.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    padded
}

fn eight_of(window: &Window, from: usize) -> u64 {
    let eight = window.get(from..from + 8).and_then(<[u8]>::first_chunk);
    eight.map_or(0, |eight| u64::from_le_bytes(*eight))
}

/// The bytes at which a word may begin: a letter that no letter stands before. The other result says whether the last
/// byte is a letter, for the next block.
fn word_starts(window: &Window, after_letter: u64) -> (u64, u64) {
    let block = window.first_chunk().unwrap_or(&[0; BLOCK]);
    let ascii = |byte: u8| (byte | 0x20).wrapping_sub(b'a') < 26;
    // Past ASCII it is a letter or a mark; which one is seen when a start is looked at.
    let letters = places(block, |byte| ascii(byte) | !byte.is_ascii());
    // A byte after which no word begins: an ASCII letter, or the first byte of a longer character.
    let blocks = places(block, |byte| ascii(byte) | (byte >= 0xc0));
    (letters & !(blocks << 1 | after_letter), blocks >> (BLOCK - 1))
}

/// A bit for each byte. The question has no branches, so that many bytes are asked at once.
fn places(block: &[u8; BLOCK], is_one: impl Fn(u8) -> bool) -> u64 {
    let marks = block.map(|byte| u8::from(is_one(byte)));
    let (eights, _) = marks.as_chunks::<8>();
    eights.iter().rev().fold(0, |bits, eight| {
        // Multiplied so, the eight lowest bits come to stand side by side in the highest byte.
        let side_by_side = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits << 8 | side_by_side
    })
}

/// Eight bytes from a place on; zeros where the text has ended.
fn eight_at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or(&[]);
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// The word that begins at a place; `None` where none does.
fn word_at(text: &str, at: usize) -> Option<&str> {
    let (before, rest) = text.split_at_checked(at)?;
    let begins = !before.ends_with(in_word) && rest.starts_with(in_word);
    begins.then(|| text.get(at..word_end(text, at)))?
}

/// The word at the end of a text; empty if it ends in something else.
fn last_word(text: &str) -> &str {
    let plain = text.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let at = text.len() - plain;
    match text.get(..at).and_then(|before| before.chars().next_back()) {
        Some(letter) if in_word(letter) => text.rsplit(|letter| !in_word(letter)).next().unwrap_or(text),
        _ => text.get(at..).unwrap_or(text),
    }
}

/// Where the word ends that begins at a place; the same place if none does.
fn word_end(text: &str, at: usize) -> usize {
    let (mut at, bytes) = (at, text.as_bytes());
    while let Some(byte) = bytes.get(at) {
        at += match code_of(*byte) {
            1..=DIGIT => 1,
            SEPARATOR => break,
            // The letters of Danish and their neighbours, among which are × and ÷.
            DANISH if !matches!(bytes.get(at + 1), Some(0x97 | 0xb7)) => 2,
            _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(letter) if in_word(letter) => letter.len_utf8(),
                _ => break,
            },
        };
    }
    at
}

/// Cuts a text into sentences and words.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The words of the latest sentence; those in quotation marks are left out.
    words: Vec<Word>,
    /// For each of [`QUOTES`], how far it is known that none closes.
    unclosed: [usize; QUOTES.len()],
    folded: String,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        let (words, folded, unclosed) = (Vec::with_capacity(64), String::new(), [0; QUOTES.len()]);
        Self { text, at: 0, words, unclosed, folded }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Reads the next sentence, as yet without roles.
    fn sentence(&mut self) -> Option<Sentence> {
        self.words.clear();
        let mut sentence = Sentence::default();
        let (mut gap, mut before) = (Gap::Space, ' ');
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if byte == b' ' {
                self.at += 1;
                before = ' ';
                continue;
            }
            let start = self.at;
            let end = word_end(self.text, start);
            if end > start {
                self.at = end;
                let genitive = matches!(bytes.get(end - 1), Some(b's' | b'S'));
                let (role, form, opens) = (Plain, Form::Present, false);
                self.words.push(Word { start, end, gap, role, form, genitive, opens });
                (gap, before) = (Gap::Space, 'a');
                if self.words.len() == MAX_WORDS {
                    return Some(sentence);
                }
                continue;
            }
            let letter = self.rest().chars().next()?;
            self.at += letter.len_utf8();
            if let Some(end) = self.quotation(letter, before) {
                let last = self.text.get(..end).and_then(|quoted| quoted.chars().rev().nth(1));
                self.at = end;
                gap = gap.max(Gap::Comma);
                if matches!(last, Some('.' | '!' | '?')) && !self.rest().trim_start().starts_with(char::is_lowercase) {
                    break;
                }
                continue;
            }
            match letter {
                ',' | '(' | ')' => gap = gap.max(Gap::Comma),
                ':' => gap = gap.max(Gap::Colon),
                '-' | '–' | '—' | '•' | '*' | '·' | '▪' if self.words.is_empty() => sentence.in_list = true,
                '-' | '–' | '—' if before.is_whitespace() && self.rest().starts_with(char::is_whitespace) => {
                    gap = gap.max(Gap::Dash);
                }
                '?' => {
                    // A question recommends nothing.
                    self.words.clear();
                    break;
                }
                ';' => break,
                '.' | '!' if self.ends_sentence(self.at) => break,
                // A line that goes on in lower case is only wrapped.
                '\n' if !self.words.is_empty() => {
                    let next = self.rest().trim_start_matches([' ', '\t', '\r']);
                    if !next.starts_with(char::is_lowercase) {
                        sentence.opens_list = gap == Gap::Colon;
                        break;
                    }
                }
                _ => {}
            }
            before = letter;
        }
        if self.words.is_empty() && self.at >= self.text.len() {
            return None;
        }
        // The number before an item is a sentence of its own.
        sentence.in_list |= match self.words.as_slice() {
            [] => true,
            [word] => {
                let word = self.text.get(word.start..word.end).unwrap_or("");
                LEXICON.readings(fold(word, &mut self.folded), mask(MATTERS)).next().is_none()
            }
            _ => false,
        };
        Some(sentence)
    }

    /// The end of the quotation that opens just before here. It must close on the same line.
    fn quotation(&mut self, mark: char, before: char) -> Option<usize> {
        let (kind, (_, closing)) =
            QUOTES.iter().enumerate().find(|(_, (open, _))| *open == mark && !in_word(before))?;
        let unclosed = self.unclosed.get_mut(kind)?;
        let rest = self.text.get(self.at.max(*unclosed)..).filter(|_| self.at >= *unclosed)?;
        let apostrophe = matches!(mark, '\'' | '’' | '‘');
        if apostrophe && !rest.starts_with(in_word) {
            return None;
        }
        let mut letters = rest.char_indices().take_while(|(_, letter)| *letter != '\n').peekable();
        while let Some((at, letter)) = letters.next() {
            let inside = apostrophe && letters.peek().is_some_and(|(_, next)| in_word(*next));
            *unclosed = self.at + at + letter.len_utf8();
            if closing.contains(&letter) && !inside {
                return Some(*unclosed);
            }
        }
        None
    }

    /// Goes on to the sentence that holds the place, where what comes before has no say in how it is read.
    fn skip_to(&mut self, place: usize) {
        let Some(before) = self.text.get(self.at..place) else { return };
        // Lists, quotations, and marks that may be either. Every byte is asked the same, so that many are at once.
        let has_say = |byte| (byte == b'\n') | (byte == b':') | (byte == b'"') | (byte == b'\'') | is_foreign(byte);
        if before.bytes().fold(false, |any, byte| any | has_say(byte)) {
            return;
        }
        let ends = before.bytes().enumerate().rev().map(|(at, mark)| (self.at + at + 1, mark));
        let mut ends = ends.filter(|(_, mark)| matches!(mark, b'.' | b'!' | b'?' | b';'));
        let end = ends.find(|(end, mark)| matches!(*mark, b'?' | b';') || self.ends_sentence(*end));
        self.at = end.map_or(self.at, |(end, _)| end);
    }

    /// Whether the full stop just before the place ends a sentence.
    fn ends_sentence(&self, place: usize) -> bool {
        let Some((before, rest)) = self.text.split_at_checked(place) else { return true };
        let Some(word) = before.get(..place - 1).map(last_word).filter(|word| !word.is_empty()) else { return true };
        if rest.starts_with(in_word) {
            // A space is missing, unless this is "f.eks." or "3.5.2018".
            return word.chars().count() > 2 && rest.starts_with(char::is_uppercase);
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            let next = rest.trim_start_matches([' ', '\u{a0}']);
            return !next.starts_with(|next: char| next.is_lowercase() || next.is_ascii_digit());
        }
        // No abbreviation is longer, and no letter.
        word.len() > 5
            || word.chars().count() > 1 && !ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// Gives each word its role, and marks where clauses begin.
    fn classify(&mut self) {
        for word in &mut self.words {
            let text = self.text.get(word.start..word.end).unwrap_or("");
            (word.role, word.form) = LEXICON.look_up(fold(text, &mut self.folded));
        }
        let (mut joined, mut verb) = (false, false);
        let mut rest = self.words.as_mut_slice();
        while let [word, after @ ..] = rest {
            let next = after.first();
            let next_is = |roles: &[Role]| next.is_some_and(|next| roles.contains(&next.role));
            word.opens = word.gap > Gap::Space
                || match word.role {
                    And => {
                        next_is(&[There, Own, Therefore, Ought, That, Open, If])
                            || next.is_some_and(Word::is_judged)
                            || next_is(NOUNS) && after.get(1).is_some_and(Word::is_finite)
                    }
                    That => !joined && next_is(NOUNS),
                    Open | If | Because => !joined,
                    About if verb => !next_is(&[That]),
                    About => next_is(&[Citizen, He, Person, There, Own, Me]),
                    _ => false,
                };
            joined = word.opens && word.role == And;
            verb = VERBS.contains(&word.role) || word.role == To;
            rest = after;
        }
    }
}

// ---- clauses

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    /// Nobody is named: whoever wrote the text.
    Text,
    /// The municipality, by name or as "det vurderes".
    Own,
    /// Somebody else, or the municipality in the past, or nobody (a question).
    Other,
}

/// What a word of saying does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speech {
    /// The words after it are in this voice.
    Of(Voice),
    /// It recommends.
    Found,
    Nothing,
}

impl From<bool> for Speech {
    fn from(found: bool) -> Self {
        if found { Self::Found } else { Self::Nothing }
    }
}

/// The reading of one sentence, clause by clause.
struct Reading {
    /// The voice of the main clause.
    base: Voice,
    /// The voice of the clause before.
    current: Voice,
    /// Whether the base is another's wish or feeling ("ønsker"), which reaches less far than another's advice.
    wish: bool,
    /// Whether a clause has been told in another's voice.
    told: bool,
    /// Whether the clause before was subordinate.
    local: bool,
    /// Whether it was a question that has not come to its verb: "hvilken indsats, der ...".
    dangling: bool,
    /// A finding in the text's own voice, until it turns out that somebody else is named: "..., skriver lægen".
    found: Option<Range<usize>>,
}

impl Reading {
    fn new(words: &[Word], list: Voice) -> Self {
        let sentence = Clause::new(words, words, &[]);
        let places = |role| (0..words.len()).filter(move |at| sentence.role(*at) == role);
        // "Jeg" is the citizen, unless "jeg" recommends or speaks of the citizen.
        let active =
            |at: usize| words.get(at).is_some_and(|word| matches!(word.form, Form::Present | Form::Infinitive));
        let advises = places(Recommend).any(|at| any(sentence.left(at, 3), &[Me]) && active(at));
        let mine = places(My).any(|at| !any(sentence.right(at, 2), &[Advice, View]));
        let mentioned = places(Me).count();
        let citizen = (mentioned > 0 || mine) && !any(words, &[Citizen]) && !(advises && mentioned == 1);
        let base = if citizen { Voice::Other } else { list };
        Self { base, current: base, wish: false, told: false, local: false, dangling: false, found: None }
    }

    fn find(&mut self, sentence: &[Word]) -> Option<Range<usize>> {
        let mut clauses = sentence.chunk_by(|_, word| !word.opens).peekable();
        while let Some(words) = clauses.next() {
            let clause = Clause::new(words, sentence, clauses.peek().copied().unwrap_or(&[]));
            if let Some(found) = self.clause(&clause) {
                return Some(found);
            }
        }
        self.found.take()
    }

    /// Reads a clause; returns a finding that nothing later can undo.
    fn clause(&mut self, clause: &Clause<'_>) -> Option<Range<usize>> {
        let [head, ..] = clause.words else { return None };
        if clause.starts_anew(self.told) {
            if self.found.is_some() {
                return self.found.take();
            }
            self.base = Voice::Text;
        }
        let (mut voice, local) = self.opening(clause);
        if clause.is_according() {
            voice = Voice::Other;
        }
        self.told |= local && voice == Voice::Other;

        let (mut wish, mut fits, mut hit) = (self.wish, false, None);
        for (at, word) in clause.words.iter().enumerate() {
            if voice == Voice::Other {
                break;
            }
            match clause.judge(at, voice, local) {
                Speech::Found => _ = hit.get_or_insert(voice),
                Speech::Of(new) => {
                    voice = new;
                    wish = matches!(word.role, Say | Knows | Ready);
                }
                Speech::Nothing => {}
            }
            fits |= matches!(word.role, Suits | Fitting | Need) && clause.is_stated(at);
        }
        if voice == Voice::Text && clause.tells_of_person() || voice != Voice::Own && clause.is_label() {
            voice = Voice::Other;
        }
        // "..., skriver lægen": who said what came before.
        let tail = matches!(clause.first(), Say | Assess | Recommend | Note | According | After | Has);
        if tail && voice == Voice::Other && !clause.starts() {
            self.found = None;
            self.base = Voice::Other;
        }
        if let Some(spoken) = hit {
            let range = head.start..clause.words.last().map_or(head.end, |word| word.end);
            if spoken == Voice::Own {
                return Some(range);
            }
            self.found.get_or_insert(range);
        }
        if !local {
            (self.base, self.wish) = (voice, wish);
        }
        // "Det er hensigtsmæssigt, at ..." assesses what follows.
        self.current = if fits && voice == Voice::Text { Voice::Own } else { voice };
        self.local = local;
        self.dangling = clause.first() == Open && !clause.words.iter().any(Word::is_finite);
        None
    }

    /// The voice in which the clause begins, and whether the clause is subordinate.
    fn opening(&self, clause: &Clause<'_>) -> (Voice, bool) {
        let joined = clause.joined() == 1;
        let relative = !joined && !clause.starts();
        match clause.first() {
            That => (self.current, true),
            // "Det vil være bedst, hvis ..."
            If if self.current == Voice::Own => (Voice::Own, true),
            Open | If | About => (Voice::Other, true),
            _ if clause.starts_anew(self.told) => (Voice::Text, false),
            // "Hun ønsker fleksjob og bør ..."
            first if joined && (first == Ought || clause.words.iter().take(4).any(Word::is_judged)) => {
                (if self.told { self.current } else { Voice::Text }, false)
            }
            _ if self.dangling => (Voice::Other, true),
            Because => (self.base.unless_own(), true),
            As | There if relative => (self.base.unless_own(), true),
            // A list goes on.
            first if !joined && self.local && NOUNS.contains(&first) => (self.current, false),
            _ if joined && self.wish && !self.told => (Voice::Text, false),
            _ if joined => (self.base.unless_own(), false),
            _ => (self.base, false),
        }
    }
}

impl Voice {
    /// What "det vurderes" says does not reach into a reason or a new clause.
    fn unless_own(self) -> Self {
        if self == Self::Own { Self::Text } else { self }
    }
}

fn any(words: &[Word], roles: &[Role]) -> bool {
    let roles = mask(roles);
    words.iter().any(|word| roles & bit(word.role) != 0)
}

#[derive(Clone, Copy)]
struct Clause<'a> {
    words: &'a [Word],
    sentence: &'a [Word],
    /// The words of the next clause.
    next: &'a [Word],
    roles: Roles,
}

impl<'a> Clause<'a> {
    fn new(words: &'a [Word], sentence: &'a [Word], next: &'a [Word]) -> Self {
        let roles = words.iter().fold(0, |roles, word| roles | bit(word.role));
        Self { words, sentence, next, roles }
    }

    fn role(&self, at: usize) -> Role {
        self.words.get(at).map_or(Plain, |word| word.role)
    }

    fn any(&self, roles: &[Role]) -> bool {
        self.roles & mask(roles) != 0
    }

    /// At most so many words before the place.
    fn left(&self, at: usize, reach: usize) -> &'a [Word] {
        self.words.get(at.saturating_sub(reach)..at).unwrap_or(&[])
    }

    /// At most so many words after the place.
    fn right(&self, at: usize, reach: usize) -> &'a [Word] {
        let after = self.words.get(at + 1..).unwrap_or(&[]);
        after.get(..reach).unwrap_or(after)
    }

    /// The nearest word before the place that has one of the roles.
    fn nearest(&self, at: usize, reach: usize, roles: &[Role]) -> Option<usize> {
        (at.saturating_sub(reach)..at).rev().find(|at| roles.contains(&self.role(*at)))
    }

    fn around(&self, at: usize, reach: usize, roles: &[Role]) -> bool {
        any(self.left(at, reach), roles) || any(self.right(at, reach), roles)
    }

    fn starts(&self) -> bool {
        self.words.first().map(|word| word.start) == self.sentence.first().map(|word| word.start)
    }

    /// 1 after an "og", or else 0.
    fn joined(&self) -> usize {
        usize::from(self.role(0) == And)
    }

    /// The first role after any "og".
    fn first(&self) -> Role {
        self.role(self.joined())
    }

    /// Whether the municipality takes the word here, whoever had it: "..., og det indstilles".
    fn starts_anew(&self, told: bool) -> bool {
        let gap = self.words.first().map_or(Gap::Space, |head| head.gap);
        let parted = self.joined() == 1 || gap == Gap::Dash;
        let judges = self.words.iter().take(4).any(|word| word.is_judged() || word.role == Recommend);
        let concludes = || (0..5).any(|at| self.role(at) == Therefore || self.who(at) == Some(Voice::Own));
        match self.first() {
            There => judges && (self.joined() == 1 || gap == Gap::Comma) || parted && (!told || concludes()),
            Own => judges && gap == Gap::Comma || parted,
            Therefore => !self.starts(),
            Because | As => self.role(self.joined() + 1) == Own && judges,
            _ => false,
        }
    }

    fn before_colon(&self) -> bool {
        self.next.first().is_some_and(|word| word.gap == Gap::Colon)
    }

    /// Whether the next clause says what: "at ...".
    fn follows(&self) -> bool {
        match self.next {
            [head, second, ..] if head.role == And => second.role == That,
            [head, ..] => head.role == That,
            [] => false,
        }
    }

    /// Whether the clause tells of the present and not of what has been.
    fn is_present(&self) -> bool {
        !self.any(&[Was])
    }

    /// Whether the word names an outcome, and not a talk about one or one that somebody has.
    fn is_outcome(&self, at: usize) -> bool {
        let topic = self.nearest(at, 4, &[About]).is_some_and(|about| !any(self.left(about, 1), &[Thing]));
        self.role(at) == Outcome && !topic && !(any(self.left(at, 1), &[Their]) && at + 1 < self.words.len())
    }

    fn has_outcome(&self) -> bool {
        self.any(&[Outcome]) && (0..self.words.len()).any(|at| self.is_outcome(at))
    }

    /// A year before the verb makes it history: "i 2018 anbefales"; not "siden 2018", nor "fra 1. maj 2025".
    fn is_dated(&self, verb: usize) -> bool {
        let dates = |at| !any(self.left(at, 3), &[After]) && !any(self.left(at.saturating_sub(1), 2), &[By]);
        self.any(&[Year]) && (0..verb).any(|at| self.role(at) == Year && dates(at))
    }

    /// Whose words they are if the word is a subject.
    fn who(&self, at: usize) -> Option<Voice> {
        let word = self.words.get(at).filter(|word| !word.genitive && !any(self.left(at, 2), PREPOSITIONS))?;
        match word.role {
            Own | Me => Some(Voice::Own),
            role => OTHERS.contains(&role).then_some(Voice::Other),
        }
    }

    /// Whose the verb is: the word beside it, or else the nearest that can be its subject.
    fn subject(&self, verb: usize) -> Voice {
        let reach = verb.saturating_sub(12)..verb;
        let beside = reach.clone().rev().find(|at| !LIGHT.contains(&self.role(*at)) && self.role(*at) != And);
        let left = reach.rev().take_while(|at| self.role(*at) != And || at + 1 == verb);
        let right = (verb + 1..verb + 5).take_while(|at| !matches!(self.role(*at), That | About | Outcome | Measure));
        if let Some(voice) = beside.and_then(|at| self.who(at)) {
            voice
        } else if left.into_iter().any(|at| self.who(at) == Some(Voice::Own)) {
            Voice::Own
        } else if let Some(voice) = right.into_iter().find_map(|at| self.who(at)) {
            voice
        } else if beside.is_some() || verb > 0 && self.role(0) != And {
            Voice::Other
        } else if self.starts() {
            // "Anbefaler fleksjob."
            Voice::Own
        } else {
            // "Lægen, der har set hende, anbefaler": the subject stands before the relative clause.
            let sentence = Clause::new(self.sentence, self.sentence, &[]);
            (0..12).find_map(|at| sentence.who(at)).unwrap_or(Voice::Other)
        }
    }

    /// Whether it comes from others: "af lægen", "i attesten" before the verb or just after it.
    fn is_sourced(&self, verb: usize) -> bool {
        let names = |at: usize, whom: &[Role]| {
            let mut phrase = self.right(at, 4).iter().map(|word| word.role);
            phrase
                .find(|role| *role == Ground || PREPOSITIONS.contains(role) || whom.contains(role))
                .is_some_and(|role| whom.contains(&role))
        };
        (verb.saturating_sub(30)..verb + 3).filter(|at| *at != verb).any(|at| match self.role(at) {
            By => names(at, &[Citizen, Person, Source]) && !any(self.left(at, 1), &[Ground]),
            In => names(at, &[Source]),
            _ => false,
        })
    }

    /// "Ifølge lægen", "efter hendes egen mening": the whole clause is somebody else's.
    fn is_according(&self) -> bool {
        (0..self.words.len()).any(|at| match self.role(at) {
            According => !any(self.right(at, 2), &[Own]),
            View | Wish | Sense | Advice => {
                any(self.left(at, 5), &[After]) && self.noun(at) == Speech::Of(Voice::Other)
            }
            _ => false,
        })
    }

    /// An "at" after this clause belongs to whom it tells of: "lægen lægger vægt på, at"; not "hun er så syg, at".
    fn tells_of_person(&self) -> bool {
        let that = self.next.first().is_some_and(|word| word.role == That);
        that && !self.any(&[So]) && (0..self.words.len()).find_map(|at| self.who(at)) == Some(Voice::Other)
    }

    /// "Egen læge:", "LÆ 285:", "Borgerens ønsker:", "2014:".
    fn is_label(&self) -> bool {
        self.before_colon()
            && self.words.len() <= 6
            && self.words.iter().enumerate().any(|(at, word)| match word.role {
                Year => true,
                Citizen | Person if word.genitive => any(self.right(at, 3), &[View, Wish, Advice, Say]),
                Citizen | Person | Source => {
                    !self.left(at, 2).iter().any(|word| word.role != By && PREPOSITIONS.contains(&word.role))
                }
                _ => false,
            })
    }

    /// What the word does to the voice, or whether it recommends, unless the clause is somebody else's.
    fn judge(&self, at: usize, voice: Voice, local: bool) -> Speech {
        let Some(word) = self.words.get(at) else { return Speech::Nothing };
        let found = match word.role {
            Recommend | Assess | Note | Say | Support | Aim => return self.verb(at, word, voice),
            Advice | View | Wish => return self.noun(at),
            Sense => match self.noun(at) {
                Speech::Nothing => self.is_present() && self.is_fitting(at, voice),
                speech => return speech,
            },
            Knows if any(self.left(at, 1), OTHERS) => return Speech::Of(Voice::Other),
            Ready if self.role(at + 1) == Preposition => return Speech::Of(Voice::Other),
            Intend => self.right(at, 5).iter().any(|word| {
                matches!(word.role, Recommend | Award | Grant)
                    && matches!(word.form, Form::Participle | Form::Infinitive)
            }),
            // "Mere, end hun bør" leaves the rest unsaid.
            Ought if local && at + 1 == self.words.len() => false,
            Ought => word.form == Form::Present || !self.is_too_late(at),
            Shall => voice == Voice::Own || self.settles(at),
            _ if !self.is_present() => false,
            Suits | Ready => self.has_outcome(),
            Need => (at + 1..at + 5).take_while(|at| self.role(*at) != That).any(|at| self.is_outcome(at)),
            Way if matches!(self.role(at + 1), Preposition | To) => false,
            Fitting | Way => self.is_fitting(at, voice),
            Benefit => self.any(&[Can]) && (self.has_outcome() || self.any(&[Measure])),
            Outcome => voice == Voice::Own && self.is_outcome(at),
            Award | Grant => self.grants(at, word.form, voice),
            _ => false,
        };
        found.into()
    }

    /// What a verb of saying does.
    fn verb(&self, at: usize, word: &Word, voice: Voice) -> Speech {
        let role = word.role;
        let assessed = if role == Assess { Speech::Of(Voice::Own) } else { Speech::Nothing };
        let found = || match role {
            Recommend => {
                let says_what = self.follows() || any(self.right(at, 4), &[That]);
                let denied = any(self.left(at, 3), &[Not]) || any(self.right(at, 2), &[Not]);
                (says_what || !denied) && !any(self.right(at, 2), &[Oneself]) && self.is_case()
            }
            Support => any(self.right(at, 8), &[Outcome, View, Wish]) || any(self.left(at, 1), &[There]),
            Aim => self.aims(at) || word.form == Form::Present && any(self.right(at, 8), &[Measure]),
            // "Fleksjob vurderes at ..."
            Assess if word.is_judged() => any(self.left(at, at), &[Outcome]) && any(self.right(at, 3), &[That]),
            _ => false,
        };
        let found_or_assessed = || if found() { Speech::Found } else { assessed };
        let elsewhere = || self.is_dated(at) || self.is_sourced(at);
        match word.form {
            Form::Past => Speech::Of(Voice::Other),
            Form::Present if role == Aim && any(self.words.get(..at + 3).unwrap_or(self.words), &[Thing, There]) => {
                self.aims(at).into()
            }
            Form::Present if self.subject(at) == Voice::Other || self.is_dated(at) => Speech::Of(Voice::Other),
            Form::Present => found_or_assessed(),
            // "Må siges at være".
            Form::Passive if role == Say && any(self.left(at, 1), &[Can]) => Speech::Nothing,
            Form::Passive if role == Say || elsewhere() => Speech::Of(Voice::Other),
            Form::Passive => found_or_assessed(),
            Form::Infinitive => match (at.saturating_sub(10)..at).rev().find_map(|at| self.who(at)) {
                Some(Voice::Other) => Speech::Of(Voice::Other),
                subject => (subject.is_some() && found()).into(),
            },
            // "Anbefalet indsats: ..."
            Form::Participle if at == 0 && self.before_colon() => found().into(),
            Form::Participle if any(self.left(at, 5), &[Was]) => Speech::Of(Voice::Other),
            Form::Participle => match (self.nearest(at, 6, &[Has]), self.nearest(at, 4, &[Become, Is])) {
                (Some(has), _) if self.is_dated(at) || self.subject(has) == Voice::Other => Speech::Of(Voice::Other),
                (Some(_), _) => assessed,
                (_, Some(be)) if self.role(be) == Become => (voice != Voice::Other && found()).into(),
                // "Kommunen er indstillet på at bevilge".
                (_, Some(be)) if role == Recommend => {
                    (self.subject(be) == Voice::Own && any(self.right(at, 8), &[Outcome])).into()
                }
                (_, Some(_)) if elsewhere() => Speech::Of(Voice::Other),
                (_, Some(_)) => assessed,
                _ => Speech::Nothing,
            },
        }
    }

    /// What a noun of advice or opinion does: whose it is, and whether it is given here or only spoken of.
    fn noun(&self, at: usize) -> Speech {
        let advice = self.role(at) == Advice;
        let colon = self.before_colon();
        let tells = colon || self.follows() || any(self.right(at, 3), &[Is, That]);
        let phrase = (at.saturating_sub(5)..at).rev().take_while(|at| {
            let role = self.role(*at);
            !PREPOSITIONS.contains(&role) && role != Is
        });
        let owner = phrase.into_iter().find_map(|at| {
            let word = self.words.get(at)?;
            match word.role {
                My => Some((at, Voice::Own)),
                Own if word.genitive => Some((at, Voice::Own)),
                // "Jobcenter Odenses".
                Plain if word.genitive && any(self.left(at, 3), &[Own]) => Some((at, Voice::Own)),
                Plain if word.genitive => Some((at, Voice::Other)),
                Their | Citizen | Person | Source => Some((at, Voice::Other)),
                _ => None,
            }
        });
        let past = !self.is_present() || self.any(&[Year]);
        let denied = any(self.left(at, 2), &[Not]) && !self.follows();
        if let Some((at_owner, voice)) = owner {
            let lead = self.nearest(at_owner, 3, PREPOSITIONS).map(|at| self.role(at));
            let ground = lead.is_some_and(|role| role != After);
            let given = tells || lead == Some(After) || any(self.left(at_owner, 2), &[Is]);
            return match voice {
                Voice::Other if past || denied || given && !ground => Speech::Of(Voice::Other),
                _ if past && tells => Speech::Of(Voice::Other),
                _ if past || denied || ground => Speech::Nothing,
                Voice::Own if advice => (given || any(self.right(at, 8), &[Outcome, Award, Grant, That])).into(),
                _ if given => Speech::Of(voice),
                _ => Speech::Nothing,
            };
        }
        if past || denied {
            return if past && tells { Speech::Of(Voice::Other) } else { Speech::Nothing };
        }
        let content = any(self.right(at, 6), CONTENT);
        let verb = self.nearest(at, 5, &[Is, Has]);
        match (self.role(at + 1), verb) {
            (Is | That, _) if advice => (content || tells && (colon || self.follows())).into(),
            _ if advice && (at.saturating_sub(12)..at).any(|at| self.who(at) == Some(Voice::Other)) => Speech::Nothing,
            (About, _) if advice => {
                let with = any(self.left(at, 1), &[Preposition]);
                let what = self.role(at + 2) == That && content || self.follows() && any(self.next, CONTENT);
                (what || content && with).into()
            }
            (To, _) if advice => colon.into(),
            // "Indstilling: ..."
            _ if advice => (colon && at < 2 && at + 1 == self.words.len() && !any(self.next, &[Not])).into(),
            // "Det er opfattelsen", "lægen er af den opfattelse".
            (_, Some(verb)) if self.around(verb, 1, &[There]) => Speech::Of(Voice::Own),
            (_, Some(verb)) if tells => Speech::Of(self.subject(verb)),
            _ => Speech::Nothing,
        }
    }

    /// Whether "indstilles" is about a case: not "en stol, der kan indstilles".
    fn is_case(&self) -> bool {
        let relative = self.words.first().is_some_and(|head| head.role == There && head.gap > Gap::Space);
        let case = self.any(&[Outcome, Measure, Award, Grant])
            || !relative && self.any(&[There, Own, Me, Citizen, He, Person, To, That]);
        self.follows() || case && !self.any(&[Machine])
    }

    /// "Burde have været": no longer a recommendation.
    fn is_too_late(&self, ought: usize) -> bool {
        (ought + 1..ought + 5)
            .filter(|at| self.role(*at) == Infinitive)
            .any(|at| self.right(at, 3).iter().any(|word| word.role == Was || word.form == Form::Participle))
    }

    /// Whether "skal" settles what is to happen in the case, and not when the citizen goes to the doctor.
    fn settles(&self, shall: usize) -> bool {
        let relative = self.words.first().is_some_and(|head| matches!(head.role, There | As) && head.gap > Gap::Space);
        let third = (shall.saturating_sub(1)..shall + 2)
            .any(|at| matches!(self.role(at), Person | Source | Own) && self.who(at).is_some());
        let ahead = self.right(shall, 12);
        let end = ahead.iter().position(|word| matches!(word.role, Say | Open | About));
        let ahead = ahead.get(..end.unwrap_or(ahead.len())).unwrap_or(&[]);
        let outcome = (0..ahead.len()).find(|at| self.is_outcome(shall + 1 + at)).and_then(|at| ahead.get(..at));
        let straight =
            outcome.is_some_and(|way| !any(way, &[And]) && way.iter().filter(|word| word.role == Plain).count() <= 4);
        let content = self.any(&[Outcome, Measure]);
        !relative
            && (straight && !third
                || any(ahead, &[Award])
                || content && (any(ahead, &[Grant, Consist]) || self.any(&[Future])))
    }

    /// "Peger mod fleksjob".
    fn aims(&self, at: usize) -> bool {
        any(self.right(at, 4), &[To, In, Preposition]) && (at + 1..at + 9).any(|at| self.is_outcome(at))
    }

    /// Whether something is stated with the word: "er relevant", not "relevant erfaring".
    fn is_stated(&self, at: usize) -> bool {
        any(self.left(at, 5), &[Is, Infinitive]) || any(self.right(at, 4), &[Is, Infinitive])
    }

    fn is_fitting(&self, at: usize, voice: Voice) -> bool {
        // "Borgeren er realistisk", "svært at rette": about something else.
        let person = self.nearest(at, 5, &[Is]).is_some_and(|is| is > 0 && self.who(is - 1) == Some(Voice::Other));
        if person && self.role(at + 1) != To || any(self.left(at, 1), &[That]) {
            return false;
        }
        let doing =
            |word: &Word| matches!(word.role, Award | Grant) && matches!(word.form, Form::Passive | Form::Infinitive);
        let content = self.has_outcome() || self.any(&[Measure]) || self.words.iter().any(doing);
        content && (voice == Voice::Own || self.is_stated(at))
    }

    /// "Borgeren visiteres til fleksjob", "vil blive bevilget fleksjob".
    fn grants(&self, at: usize, form: Form, voice: Voice) -> bool {
        let content = self.any(&[Outcome, Measure]);
        match form {
            Form::Passive if voice == Voice::Own => content,
            Form::Passive => {
                self.any(&[Outcome])
                    && self.around(at, 2, &[Citizen, He, Person, There])
                    && !self.any(&[Year])
                    && (!self.any(&[Can]) || self.any(&[Citizen]))
            }
            Form::Participle => content && any(self.left(at, 4), &[Become]) && any(self.left(at, 6), &[Can]),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An entry in another spelling would never be found, and of two alike only one would be.
    #[test]
    fn the_vocabulary_is_folded_and_without_repetition() {
        let all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        let irregular = IRREGULAR.iter().flat_map(|(_, _, words)| words.split_whitespace());
        let mut seen = std::collections::BTreeSet::new();
        let mut folded = String::new();
        for pattern in all.into_iter().chain(irregular) {
            let stem = pattern.trim_matches(['+', '*']);
            assert_eq!(fold(stem, &mut folded), stem);
            assert!(stem.len() >= SHORTEST_HEAD || !pattern.starts_with('*'), "{pattern} is too short");
            assert!(seen.insert(pattern), "{pattern} is there twice");
        }
    }
}
