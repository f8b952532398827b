//! What a heading asks for by what its words mean, where no name of the mapping is written like it.
//!
//! Each word that says something has one or more senses, and a place is asked for by those that have to be there and those that may.
//! A heading with a single word that is not known here means nothing: a person's name, somebody else's view or a second question
//! would otherwise be read over. So a heading that is placed is made of the words below alone, and may be shown.

use std::collections::HashMap;
use std::sync::LazyLock;

use rehabplan::pointer;

use super::names::strip;

/// Senses of a word, a bit for each.
type Senses = u64;

const WISH: Senses = 1;
const FUTURE: Senses = 1 << 1;
const JOB: Senses = 1 << 2;
/// Of a job: `beskæftigelsesmæssige`.
const OF_JOB: Senses = 1 << 3;
const EDUCATION: Senses = 1 << 4;
const EXPERIENCE: Senses = 1 << 5;
const SKILL: Senses = 1 << 6;
const BEFORE: Senses = 1 << 7;
const CHALLENGE: Senses = 1 << 8;
const SOCIAL: Senses = 1 << 9;
const HEALTH: Senses = 1 << 10;
const STATE: Senses = 1 << 11;
const TREATMENT: Senses = 1 << 12;
const NOW: Senses = 1 << 13;
const MEANS: Senses = 1 << 14;
const VIEW: Senses = 1 << 15;
const FAMILY: Senses = 1 << 16;
const NETWORK: Senses = 1 << 17;
const PERSONAL: Senses = 1 << 18;
const RESOURCE: Senses = 1 << 19;
const STRENGTH: Senses = 1 << 20;
const INCOME: Senses = 1 << 21;
const SUPPORT: Senses = 1 << 22;
const PERIOD: Senses = 1 << 23;
const MEASURE: Senses = 1 << 24;
const JOB_CENTRE: Senses = 1 << 25;
const SOCIAL_SERVICES: Senses = 1 << 26;
const HEALTH_SERVICES: Senses = 1 << 27;
const CAUSE: Senses = 1 << 28;
const RESULT: Senses = 1 << 29;
const MUNICIPALITY: Senses = 1 << 30;
const CITIZEN: Senses = 1 << 31;
/// What is the citizen's: `borgerens`.
const CITIZENS: Senses = 1 << 32;
const CV: Senses = 1 << 33;
const DOCTOR: Senses = 1 << 34;
const REGARD: Senses = 1 << 35;
const COMMENT: Senses = 1 << 36;
/// It may turn the meaning round.
const NOT: Senses = 1 << 37;
/// What may become possible, and is no experience.
const CHANCE: Senses = 1 << 38;
const FROM: Senses = 1 << 39;
/// It may be of anything: by itself it is no wish for a job.
const DREAM: Senses = 1 << 40;

const OF_CITIZEN: Senses = CITIZEN | CITIZENS;

/// The words of each sense; one with a star may go on for some letters.
const WORDS: [(Senses, &str); 41] = [
    (DREAM, "drøm drømme drømmen drømmer"),
    (FROM, "fra"),
    (NOT, "ikke"),
    (CHANCE, "erhvervsmulighed* jobmulighed* arbejdsmulighed* uddannelsesmulighed*"),
    (
        WISH,
        "ønske ønsker ønsket ønskerne drømmejob* jobønske* uddannelsesønske* \
            erhvervsønske* fremtidsønske* fremtidsdrøm*",
    ),
    (FUTURE, "fremtid* fremover"),
    (
        JOB,
        "arbejde arbejdet arbejder arb job jobs jobbet jobsituation beskæftigelse besk arbejdsmarked* arbejdsliv* \
            erhverv arbejdsplads*",
    ),
    (
        OF_JOB,
        "beskæftigelsesmæssig* arbejdsmæssig* arbejdsm jobmæssig* erhvervsmæssig* jobrelatere* arbejdsrelatere* \
            faglig* beskæftigelsesrette* erhvervsrette*",
    ),
    (
        EDUCATION,
        "uddannelse uddannelsen uddannelser uddannet uddanne udd skole skoler skolegang grundskole kursus kurser \
            erhvervsuddannelse* uddannelsesforløb* uddannelsesmæssig* uddannelsesområdet",
    ),
    (
        EXPERIENCE,
        "erfaring* erf joberfaring* erhvervserfaring* erhvervserf arbejdserfaring* arbejdsmarkedserfaring* \
            uddannelsesbaggrund erhvervsbaggrund jobbaggrund beskæftigelsesbaggrund ansættelse ansættelser \
            ansættelseshistorik ansættelsesforhold arbejdshistorik jobhistorik",
    ),
    (SKILL, "kompetence kompetencer komp kompetenceprofil kvalifikation* færdighed* kundskab*"),
    (BEFORE, "tidligere tidl hidtidig* hidtil historik"),
    (
        CHALLENGE,
        "udfordring* udfordr udf barriere* hindring* forhindring* vanskelighed* problem problemer problemet \
            problemstilling* begrænsning* svært vanskeligt",
    ),
    (SOCIAL, "social sociale socialt soc privat private privatliv*"),
    (
        HEALTH,
        "helbred helbredet helbreds helbr helbredsmæssig* helbredssituation* helbredsforhold* helbredsstatus \
            helbredsproblem* helbredstilstand* sygdom sygdomme sygdommen sygdomsbillede sygdomshistorie sygehistorie \
            diagnose* symptom* lidelse* gener skavank* fysisk* psykisk* somatisk* sundhedstilstand",
    ),
    (STATE, "situation* tilstand status aktuel aktuelle aktuelt nuværende forhold forholdene beskrivelse"),
    (TREATMENT, "behandling* behandl beh undersøgelse* unders udredning* udredn genoptræning* kontroller"),
    (NOW, "igangværende igangv aktuel aktuelle nuværende nu lige planlagt planlagte verserende pågående pågår gang"),
    (MEANS, "betydning betydn betyder indvirkning* påvirker påvirkning indflydelse"),
    (
        VIEW,
        "vurdering* vurd vurderer opfattelse opfatter oplevelse* oplever syn ser perspektiv mening tænker ord \
            holdning",
    ),
    (
        FAMILY,
        "familie familien familieforhold* familiesituation* familierelation* fam samliv \
            samlivsforhold husstand",
    ),
    (NETWORK, "netværk netværket omgangskreds* venner naboer relationer bekendte forening foreninger"),
    (PERSONAL, "personlig personlige pers menneskelig menneskelige"),
    (RESOURCE, "ressource ressourcer ress"),
    (STRENGTH, "styrke styrker styrkeside* stærke gode sider egenskaber"),
    (INCOME, "ydelse ydelser indtægt indtægter lønindtægter levet"),
    (
        SUPPORT,
        "forsørgelse forsørgelsen forsørgelseshistorik forsørgelseshist forsørgelsesgrundlag* forsørgelsesforløb \
            forsørgelsesperiode* forsørgelseskilde* ydelseshistorik ydelsesforløb",
    ),
    (PERIOD, "periode perioder år årene tiden seneste sidste udvikling fem ti tre"),
    (
        MEASURE,
        "indsats indsatsen indsatser indsatserne tilbud foranstaltning* foranst tiltag støtte hjælp hjælpen \
            bistand praktik praktikker beskæftigelsesindsats* beskæftigelsestilbud* socialindsats* socialtilbud* \
            sundhedsindsats* sundhedstilbud*",
    ),
    (
        JOB_CENTRE,
        "jobcent* jobc beskæftigelsesområdet beskæftigelsesindsats* beskæftigelsestilbud* beskæftigelsesafdeling*",
    ),
    (
        SOCIAL_SERVICES,
        "socialforvaltning* socialafdeling* serviceloven socialområdet socialindsats* socialtilbud* \
            socialpædagogisk* bostøtte støttekontaktperson*",
    ),
    (HEALTH_SERVICES, "sundhedsområdet sundhedsindsats* sundhedstilbud* sundhedscent* sundhedsmæssige"),
    (CAUSE, "årsag* grund grunden hvorfor forklaring"),
    (
        RESULT,
        "årsag* ført hjalp hjulpet lykkedes lykkes virket virkede nået bragt bringe kommet resultat manglende \
            indsats* hjælpen effekt",
    ),
    (MUNICIPALITY, "kommune* jobcent* vores os"),
    (CITIZEN, "borger borgeren du dig jeg mig nn"),
    (CITIZENS, "borgers borgerens din dit dine min mit mine nns egen eget egne selv sin sit sine"),
    (CV, "cv curriculum vitae"),
    (DOCTOR, "læge lægen lægens læges egenlæge* patient patienten patientens"),
    (REGARD, "hensyn skånehensyn skånebehov"),
    (COMMENT, "kommentar* bemærkning*"),
];

/// Words that say nothing of what is asked for.
const SMALL: &str = "af andet andre at baggrund beskriv bliver bruge da de den der det efter eller en endnu er et etc evt for fortæl fx fået \
    får generelt gennem givet gjort haft har her herunder hjælpe hos hvad hvem hvilke hvilken hvilket hvis hvor hvordan \
    hvornår i ift ifølge inkl jf kan komme kort kunne kunnet længe med mener mere mhp modtaget mulighed muligheden \
    muligheder mæssig mæssige når offentlig offentlige og om omkring oplysninger over overordnede pga på relation s samlede \
    samlet samme samt set siden sig sigt skriv som synes så tage tidspunkt til tilbage tilbagevenden tror ud under ved vedr \
    vedrørende vende venter vi via været øvrige øvrigt";

/// So many letters may follow where a word may go on.
const GOES_ON: usize = 6;

/// What asks for a place.
struct Meaning {
    place: &'static str,
    /// Of each of these a word has one sense at least.
    has: &'static [Senses],
    /// Each word has one of these.
    only: Senses,
    /// No word has one of these.
    without: Senses,
    /// What the headings above it may be about.
    under: Senses,
}

/// What the headings above may be about where nothing else is said: not a measure, which has fields of its own, and not what the
/// doctor says.
const COMMON: Senses = !(MEASURE | BEFORE | DOCTOR | COMMENT);

const fn meaning(place: &'static str, has: &'static [Senses], only: Senses) -> Meaning {
    Meaning { place, has, only, without: 0, under: COMMON }
}

/// The same for a measure: it stands under the headings of measures, and is not the doctor's.
const fn measure(place: &'static str, has: &'static [Senses], only: Senses) -> Meaning {
    Meaning { under: !DOCTOR, ..meaning(place, has, MEASURE | BEFORE | OF_CITIZEN | MUNICIPALITY | only) }
}

const MEANINGS: [Meaning; 26] = [
    Meaning {
        under: Senses::MAX,
        ..meaning(
            pointer!(forberedende_del.laege.saerlige_hensyn),
            &[DOCTOR, REGARD],
            DOCTOR | REGARD | HEALTH | JOB | OF_CITIZEN | VIEW,
        )
    },
    Meaning {
        under: Senses::MAX,
        ..meaning(
            pointer!(forberedende_del.laege.kommentar_til_borger),
            &[DOCTOR, COMMENT, OF_CITIZEN],
            DOCTOR | COMMENT | VIEW | OF_CITIZEN | HEALTH | JOB,
        )
    },
    meaning(pointer!(forberedende_del.oensker), &[WISH], WISH | DREAM | FUTURE | JOB | OF_JOB | EDUCATION | OF_CITIZEN),
    meaning(
        pointer!(forberedende_del.oensker),
        &[DREAM, JOB | EDUCATION | FUTURE],
        DREAM | FUTURE | JOB | OF_JOB | EDUCATION | OF_CITIZEN,
    ),
    Meaning {
        without: CITIZENS,
        under: Senses::MAX,
        ..meaning(
            pointer!(forberedende_del.hidtidig_indsats.aarsag_kommune),
            &[CAUSE, RESULT, MUNICIPALITY],
            CAUSE | RESULT | NOT | FROM | MEASURE | JOB | EDUCATION | OF_CITIZEN | MUNICIPALITY | VIEW | JOB_CENTRE,
        )
    },
    Meaning {
        without: MUNICIPALITY,
        under: Senses::MAX,
        ..meaning(
            pointer!(forberedende_del.hidtidig_indsats.aarsag_borger),
            &[CAUSE, RESULT, CITIZENS, VIEW],
            CAUSE | RESULT | NOT | FROM | MEASURE | JOB | EDUCATION | OF_CITIZEN | VIEW,
        )
    },
    meaning(
        pointer!(forberedende_del.udfordringer.samlet),
        &[CHALLENGE, SOCIAL, OF_JOB],
        CHALLENGE | SOCIAL | OF_JOB | JOB | EDUCATION | OF_CITIZEN,
    ),
    meaning(
        pointer!(forberedende_del.udfordringer.sociale),
        &[CHALLENGE, SOCIAL],
        CHALLENGE | SOCIAL | JOB | EDUCATION | OF_CITIZEN,
    ),
    meaning(
        pointer!(forberedende_del.udfordringer.beskaeftigelse),
        &[CHALLENGE, OF_JOB],
        CHALLENGE | JOB | OF_JOB | EDUCATION | OF_CITIZEN,
    ),
    meaning(
        pointer!(forberedende_del.helbred.borgerens_vurdering),
        &[MEANS, HEALTH, JOB | EDUCATION | CHANCE | OF_CITIZEN],
        MEANS | HEALTH | JOB | OF_JOB | EDUCATION | CHANCE | OF_CITIZEN | VIEW,
    ),
    meaning(
        pointer!(forberedende_del.helbred.borgerens_vurdering),
        &[VIEW, OF_CITIZEN, HEALTH],
        VIEW | OF_CITIZEN | HEALTH | JOB | EDUCATION | CHANCE,
    ),
    meaning(pointer!(forberedende_del.helbred.igangvaerende), &[TREATMENT], TREATMENT | NOW | OF_CITIZEN),
    meaning(pointer!(forberedende_del.helbred.situation), &[HEALTH], HEALTH | STATE | NOW | OF_CITIZEN),
    Meaning {
        under: OF_CITIZEN | VIEW | STATE,
        ..meaning(
            pointer!(forberedende_del.borgerens_egen_vurdering),
            &[OF_CITIZEN, VIEW],
            OF_CITIZEN | VIEW | STATE | NOW,
        )
    },
    Meaning {
        under: COMMON | BEFORE,
        ..meaning(
            pointer!(forberedende_del.forsoergelseshistorik),
            &[SUPPORT],
            SUPPORT | INCOME | BEFORE | PERIOD | FROM | OF_CITIZEN | STATE,
        )
    },
    Meaning {
        under: COMMON | BEFORE,
        ..meaning(
            pointer!(forberedende_del.forsoergelseshistorik),
            &[INCOME, BEFORE | PERIOD],
            INCOME | BEFORE | PERIOD | OF_CITIZEN,
        )
    },
    Meaning {
        without: CITIZEN,
        ..measure(
            pointer!(forberedende_del.hidtidig_indsats.social_familie),
            &[MEASURE, FAMILY],
            FAMILY | SOCIAL | SOCIAL_SERVICES,
        )
    },
    measure(
        pointer!(forberedende_del.hidtidig_indsats.social_borger),
        &[MEASURE, SOCIAL | SOCIAL_SERVICES],
        SOCIAL | SOCIAL_SERVICES | FROM,
    ),
    measure(pointer!(forberedende_del.hidtidig_indsats.sundhed), &[MEASURE, HEALTH_SERVICES], HEALTH_SERVICES | FROM),
    measure(
        pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse),
        &[MEASURE, JOB_CENTRE | OF_JOB],
        JOB_CENTRE | OF_JOB | FROM,
    ),
    meaning(pointer!(forberedende_del.personlige_ressourcer.familie), &[FAMILY], FAMILY | OF_CITIZEN | STATE),
    meaning(
        pointer!(forberedende_del.personlige_ressourcer.netvaerk),
        &[NETWORK],
        NETWORK | OF_CITIZEN | SOCIAL | STATE,
    ),
    meaning(
        pointer!(forberedende_del.personlige_ressourcer.beskrivelse),
        &[STRENGTH | RESOURCE, STRENGTH | PERSONAL],
        STRENGTH | RESOURCE | PERSONAL | OF_CITIZEN | FAMILY | NETWORK,
    ),
    meaning(pointer!(forberedende_del.cv), &[CV], CV | OF_CITIZEN),
    Meaning {
        under: JOB | OF_JOB | EDUCATION | EXPERIENCE | SKILL | RESOURCE | OF_CITIZEN | STATE,
        ..meaning(
            pointer!(forberedende_del.erfaringer_ressourcer),
            &[EXPERIENCE | SKILL | EDUCATION],
            EXPERIENCE | SKILL | EDUCATION | JOB | OF_JOB | RESOURCE | OF_CITIZEN | BEFORE,
        )
    },
    Meaning {
        under: JOB | OF_JOB | EDUCATION | EXPERIENCE | SKILL | RESOURCE | OF_CITIZEN | STATE,
        ..meaning(pointer!(forberedende_del.erfaringer_ressourcer), &[JOB, BEFORE], JOB | BEFORE | OF_CITIZEN | OF_JOB)
    },
];

/// What a heading above may say of what stands under it that is none of the preparatory part, by how its words begin.
const ELSEWHERE: [&str; 23] = [
    "afgørelse",
    "aktiviteter",
    "bilag",
    "delmål",
    "forløb",
    "indsatsdel",
    "indsatsplan",
    "indstil",
    "lagt",
    "læge",
    "mål",
    "møde",
    "plan",
    "ressourceprofil",
    "selvstænd",
    "skridt",
    "stamdata",
    "team",
    "tilskud",
    "trin",
    "udskrift",
    "vej",
    "virksomhed",
];

/// The senses of a word: none where it says nothing of what is asked for, and nothing where it is not known.
fn senses(word: &str) -> Option<Senses> {
    struct Known {
        whole: HashMap<&'static str, Senses>,
        beginnings: HashMap<&'static str, Senses>,
    }
    static KNOWN: LazyLock<Known> = LazyLock::new(|| {
        let mut known = Known { whole: HashMap::new(), beginnings: HashMap::new() };
        known.whole.extend(SMALL.split_whitespace().map(|word| (word, 0)));
        for (sense, words) in WORDS {
            for word in words.split_whitespace() {
                match word.strip_suffix('*') {
                    Some(word) => *known.beginnings.entry(word).or_default() |= sense,
                    None => *known.whole.entry(word).or_default() |= sense,
                }
            }
        }
        known
    });
    let longest = || {
        let ends = (0..=word.len()).rev().filter(|end| word.is_char_boundary(*end)).take(GOES_ON + 1);
        ends.filter_map(|end| word.get(..end)).find_map(|beginning| KNOWN.beginnings.get(beginning)).copied()
    };
    KNOWN.whole.get(word).copied().or_else(longest)
}

/// A heading that was [placed](place), as it may be shown: without what stands in square brackets, whose words may be any.
pub(super) fn shown(heading: &str) -> String {
    strip(heading.split('[').next().unwrap_or_default()).trim().to_owned()
}

/// A heading without what stands in square brackets, which says what to write, and that.
fn apart(heading: &str) -> (String, String) {
    let (mut asked, mut guidance) = (String::new(), String::new());
    let mut is_guidance = false;
    for letter in heading.to_lowercase().chars() {
        is_guidance |= letter == '[';
        if is_guidance {
            guidance.push(letter)
        } else {
            asked.push(letter)
        }
        is_guidance &= letter != ']';
    }
    (asked, guidance)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether a text is about another part of the plan, or about another document.
fn is_elsewhere(text: &str) -> bool {
    text.contains("§ 15") || words(text).any(|word| ELSEWHERE.iter().any(|beginning| word.starts_with(beginning)))
}

/// What chapters are called by that are about the citizen and no more.
const CHAPTERS: &str = "afsnit alt baggrund daglig dagen dagligdag del emne fakta fire forberedende fritid første hele historie hverdag \
    hverdagen interesser kapitel lidt liv livet livssituation nr nummer oplysning personoplysninger praktisk punkt punkter \
    rehabiliteringsplan rehabiliteringsplanen rehabiliteringsplanens rubrik sag sagen sagens side skema stk tema to tre vigtigt";

/// Whether a word of a heading says only that it is a chapter.
fn is_chapter(word: &str) -> bool {
    word.chars().nth(1).is_none() || CHAPTERS.split_whitespace().any(|known| known == word)
}

/// What the law lists of each measure, and what a table about them has for columns.
const LISTED: [&str; 3] = ["indhold, formål og varighed", "indhold, formål, varighed", "formål og varighed"];

/// The place of the preparatory part that a heading asks for by what its words mean, under the headings above it.
pub(super) fn place(heading: &str, above: &[&str]) -> Option<&'static str> {
    let (asked, guidance) = apart(heading);
    let above: Vec<String> = above.iter().map(|above| above.to_lowercase()).collect();
    if is_elsewhere(&guidance) || above.iter().any(|above| is_elsewhere(above)) {
        return None;
    }
    let asked = LISTED.iter().fold(asked, |asked, listed| asked.replace(listed, "")).replace("i forhold til", "ift");
    let said: Vec<Senses> = words(&asked).map(senses).collect::<Option<_>>()?;
    let said: Vec<Senses> = said.into_iter().filter(|senses| *senses != 0).collect();
    // A chapter that is called by a word that is not known may be anybody's: `LÆ 265`, `Psykolog`, `Handleplan`.
    let around = above.iter().flat_map(|above| words(above)).filter(|word| !is_chapter(word));
    let around: Vec<Senses> = around.map(senses).collect::<Option<_>>()?;
    let around: Vec<Senses> = around.into_iter().filter(|senses| *senses != 0).collect();
    let is_meant = |meaning: &&Meaning| {
        let has = |wanted: &Senses| said.iter().any(|senses| senses & wanted != 0);
        !said.is_empty()
            && meaning.has.iter().all(has)
            && said.iter().all(|senses| senses & meaning.only != 0 && senses & meaning.without == 0)
            && around.iter().all(|senses| senses & meaning.under != 0)
    };
    MEANINGS.iter().find(is_meant).map(|meaning| meaning.place)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use rehabplan::pointer;

    use super::place;

    /// Headings and labels of invented templates, each with the places that a jurist would say its answer belongs to, `-` for none, and
    /// the headings that it stands under.
    fn headings() -> String {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/import/headings.tsv");
        std::fs::read_to_string(file).expect("the headings")
    }

    /// A self-employed person's template asks the same in the same words, and means other places (§ 15); so does one of the team's.
    fn is_of_other_template(places: &str) -> bool {
        places.split('|').all(|place| place.starts_with("/forberedendeDel/selvstaendig/"))
    }

    #[test]
    fn what_is_placed_by_its_words_is_placed_right() {
        let (mut right, mut wrong) = (0, Vec::new());
        for line in headings().lines() {
            let [places, above, heading] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
            let above: Vec<&str> = above.split(" > ").filter(|above| !above.is_empty()).collect();
            match place(heading, &above) {
                Some(place) if places.split('|').any(|known| known == place) => right += 1,
                Some(place) if !is_of_other_template(places) => wrong.push(format!("{place}: {line}")),
                Some(_) | None => {}
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        // What it is for: of the headings of the preparatory part, a quarter, most of which no name is like.
        assert!(right > 350, "{right}");
    }

    #[test]
    fn one_word_that_is_not_known_leaves_a_heading_alone() {
        assert_eq!(place("Ønsker til job", &[]), Some(pointer!(forberedende_del.oensker)));
        for heading in [
            "Hvad ønsker du ikke?",
            "Hvilken støtte skal borgeren have for at komme i arbejde?",
            "Hjælp fra familie",
            "Kommunens støtte til arbejde",
            "Uddannelsesmuligheder",
            "Drømme",
            "Behandling, der ikke er i gang",
            "Ønsker til job (Karen)",
            "Mentors ønsker til job",
            "Ønsker til mødet",
            "Ønsker og helbred",
            "",
            "Hvad?",
        ] {
            assert_eq!(place(heading, &[]), None, "{heading}");
        }
    }

    #[test]
    fn what_it_stands_under_may_say_that_it_is_another() {
        let heading = "Hvilke sygdomme har du?";
        assert_eq!(place(heading, &["Dit helbred"]), Some(pointer!(forberedende_del.helbred.situation)));
        for above in [
            "LÆ 265",
            "Psykolog",
            "Ægtefælle",
            "Handleplan",
            "Lægens vurdering",
            "Hidtidig indsats",
            "Indstilling",
            "Din virksomhed",
            "Oplysninger efter § 15",
        ] {
            assert_eq!(place(heading, &[above]), None, "{above}");
        }
        assert_eq!(place("Borgerens vurdering", &["Helbred"]), None);
    }

    #[test]
    fn what_says_what_to_write_is_not_shown() {
        assert_eq!(super::shown("4. Drømmejob [som Karen har sagt det]"), "Drømmejob");
    }
}
