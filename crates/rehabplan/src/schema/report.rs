//! The JSON Schema of the report: its members as they are written, with what there is to say about each.
//!
//! It is a table and not derived, since a report is written without a type for each part of it. A test holds every report
//! that is expected of the whole plans against it, and lets no member pass that it does not name.

use serde_json::Value;

use super::table::Holds::{self, Code, Count, Day, Flag, List, Pointer, Whole};
use super::table::{Codes, Member, Object, codes, member, whole};
use crate::case::{Phase, Variant};
use crate::law::{SCOPE, rules};
use crate::outcome::{Outcome, Severity};
use crate::profile::{ChangeKind, Force};
use crate::report::Conclusion;
use crate::text::{Lang, text};

/// The `$id` of the schema of a report.
pub const REPORT_ID: &str = "urn:rehabplan:report:1";

/// The JSON Schema (2020-12) of a report, with descriptions in a language.
///
/// Members that are always there are `required`, also where they may be `null`; what a horizon and profiles add is there only
/// with them. Codes that later versions may add to (of notes and of findings about the document) are plain texts, and a later
/// version may add members: whoever reads a report passes over what he does not know.
#[must_use]
pub fn report_schema(lang: Lang) -> Value {
    whole(&REPORT, REPORT_ID, lang)
}

codes! {
    LANG "Lang", Lang::ALL.iter().copied().map(Lang::tag), "Et sprog.", "A language of the texts.";
    PHASE "Phase", Phase::ALL.iter().copied().map(Phase::code), "Hvor langt en sag er; hver fase rummer de foregående.", "How far a case has come; each phase includes the ones before.";
    VARIANTS "Variants", Variant::ALL.iter().copied().map(Variant::code).chain(["FJ+SELV", "FP12+FP13"]), "En sags sagstype, eller begge i en blandet sag.", "The variant of a case, or both in a mixed one.";
    OUTCOME "Outcome", Outcome::ALL.iter().copied().map(Outcome::code), "Hvad et krav bliver til.", "What a requirement amounts to.";
    SEVERITY "Severity", Severity::ALL.iter().rev().copied().map(Severity::code), "Hvor alvorligt et fund er.", "How serious a finding is.";
    CONCLUSION "Conclusion", Conclusion::ALL.iter().copied().map(Conclusion::code), "Hvad hele planen bliver til. `fulfilled`: intet, bekendtgørelsen kræver, mangler, intet er uafgjort, og mindst ét krav er set opfyldt (er sagen fritaget efter § 1, stk. 2, kræves intet før den sidste fase; en note siger det). `deficient`: mindst ét krav, hvis mangel er en fejl, er ikke opfyldt. `undetermined`: intet vides at mangle, men noget kan ikke afgøres, eller der var intet at kontrollere. `outOfScope`: sagen er ikke omfattet af bekendtgørelsen (§ 1). `outsideValidity`: sagen er ældre end bekendtgørelsen (§ 17).", "What the whole plan amounts to. `fulfilled`: nothing that the regulation demands is missing, nothing was left undetermined, and at least one requirement was seen to be met (in a case that § 1, stk. 2, exempts, nothing is required before the last phase; a note says so). `deficient`: at least one requirement of error severity is not met. `undetermined`: nothing is known to be missing, but something could not be determined, or nothing was there to be checked. `outOfScope`: the case does not fall under the regulation (§ 1). `outsideValidity`: the case is older than the regulation (§ 17).";
    RULE_ID "RuleId", rules().map(|rule| rule.id).chain(SCOPE.iter().map(|scope| scope.id)), "Kravets eller anvendelsesreglens id.", "The id of a requirement or of a rule of scope.";
    FORCE "ProfileForce", Force::ALL.iter().copied().map(Force::code), "Hvilken vægt en profils kilde har.", "What force the source of a profile has.";
    EFFECT "ProfileEffect", ChangeKind::ALL.iter().copied().map(ChangeKind::code), "Hvad en profil gør ved et svar.", "What a profile does to an answer.";
}

static REPORT: Object = Object {
    name: "Report",
    about: text(
        "Hvad en plan bliver til efter bekendtgørelsen. Intet i den stammer fra planens indhold.",
        "What a plan amounts to under the regulation. It holds nothing that stands in the plan.",
    ),
    members: &[
        member(
            "ruleSet",
            Holds::Object(&RULE_SET),
            "De regler, planen blev holdt op imod.",
            "The rules that the plan was held against.",
        ),
        member("lang", Code(&LANG), "Teksternes sprog.", "The language of the texts."),
        member(
            "variant",
            Code(&VARIANTS),
            "Sagstypen; `null`, når sagen er uden for bekendtgørelsen.",
            "The case variant; `null` when the case is out of scope.",
        )
        .or_null(),
        member(
            "phase",
            Code(&PHASE),
            "Den fase, planen blev kontrolleret for.",
            "The phase that the plan was checked for.",
        ),
        member("asOf", Day, "Den dag, der regnes for i dag.", "The day that the check counts as today.").or_null(),
        member("conclusion", Code(&CONCLUSION), "Hvad hele planen bliver til.", "What the whole plan amounts to."),
        member(
            "complete",
            Flag,
            "Om hver kontrol blev ført til ende. En rapport, der ikke er komplet, konkluderer aldrig `fulfilled`.",
            "Whether every check ran to its end. A report that is not complete never concludes `fulfilled`.",
        ),
        member(
            "limitedTo",
            Holds::Object(&SELECTION),
            "Hvad kontrollen var begrænset til, hvis den var; rapporten siger da intet om resten.",
            "What the check was limited to, if it was; the report then says nothing of the rest.",
        )
        .or_null(),
        member(
            "horizon",
            Holds::Object(&HORIZON),
            "Hvad der kan kontrolleres ud fra kilden. Kun med en horisont.",
            "What can be checked on the source. With a horizon only.",
        )
        .or_absent(),
        member(
            "counts",
            Holds::Object(&COUNTS),
            "Hvor mange krav der fik hvert svar.",
            "How many requirements had each outcome.",
        ),
        member("errors", Count, "Hvor mange fund der er fejl.", "How many findings are errors."),
        member("warnings", Count, "Hvor mange fund der er advarsler.", "How many findings are warnings."),
        member(
            "results",
            List(&Holds::Object(&RESULT)),
            "Svarene, i lovens rækkefølge.",
            "The answers, in the order of the law.",
        ),
        member(
            "input",
            List(&Holds::Object(&INPUT)),
            "Hvad der er galt med selve dokumentet, i planens rækkefølge; ukendte nøgler kommer sidst.",
            "What is wrong with the document itself, in the order of the model; unknown keys come last.",
        ),
        member(
            "notes",
            List(&Holds::Object(&NOTE)),
            "Hvad der er at sige om rapporten som helhed.",
            "What there is to say about the report as a whole.",
        ),
        member(
            "baseConclusion",
            Code(&CONCLUSION),
            "Hvad planen bliver til efter bekendtgørelsen alene. Kun med profiler, som alt det følgende.",
            "What the plan amounts to under the regulation alone. With profiles only, like all that follows.",
        )
        .or_absent(),
        member(
            "profiles",
            List(&Holds::Object(&PROFILE)),
            "De profiler, der blev valgt.",
            "The profiles that were chosen.",
        )
        .or_absent(),
        member(
            "profileCounts",
            Holds::Object(&COUNTS),
            "Hvor mange af profilernes regler der fik hvert svar.",
            "How many of the profiles' rules had each outcome.",
        )
        .or_absent(),
        member(
            "profileResults",
            List(&Holds::Object(&PROFILE_RESULT)),
            "Svarene på profilernes regler. De gør aldrig en plan mangelfuld.",
            "The answers of the profiles' rules. They never make a plan deficient.",
        )
        .or_absent(),
        member("measures", List(&Holds::Object(&MEASURE)), "Hvad profilerne måler.", "What the profiles measure.")
            .or_absent(),
        member("suppressed", Count, "Hvor mange fund der er set bort fra.", "How many findings are suppressed.")
            .or_absent(),
        member(
            "leftAlone",
            Count,
            "Hvor mange sætninger sprogkontrollen ville have peget på, men som profilerne undtager.",
            "How many sentences the language check would have pointed to, but has left alone under the profiles.",
        )
        .or_absent(),
        member(
            "unusedSuppressions",
            List(&Holds::Text),
            "Nøgler, som intet fund har, så der intet var at se bort fra.",
            "The keys of suppressions that match no finding.",
        )
        .or_absent(),
    ],
};

static RULE_SET: Object = Object {
    name: "RuleSet",
    about: text("Et regelsæt: én udgave af bekendtgørelsen.", "A rule set: one version of the regulation."),
    members: &[
        member("id", Holds::Text, "Regelsættets id.", "Opaque and stable."),
        member("validFrom", Day, "Den første dag, det gælder.", "The first day on which it applies."),
        member(
            "supersededFrom",
            Day,
            "Den første dag, en senere bekendtgørelse gælder.",
            "The first day on which a later regulation applies.",
        ),
        member("version", Holds::Text, "Programmets version.", "The version of this library."),
    ],
};

static SELECTION: Object = Object {
    name: "Selection",
    about: text("Hvad en kontrol var begrænset til.", "What a check was limited to."),
    members: &[
        member("rules", List(&Holds::Text), "Kravenes id'er.", "Ids of requirements."),
        member("paths", List(&Pointer), "JSON Pointers.", "JSON Pointers."),
    ],
};

static HORIZON: Object = Object {
    name: "HorizonCoverage",
    about: text(
        "Hvor mange af kravene der kan kontrolleres ud fra kilden.",
        "How many of the requirements can be checked on the source.",
    ),
    members: &[
        member(
            "checkable",
            Count,
            "De krav, hvis steder kilden alle har.",
            "The requirements whose places the source all holds.",
        ),
        member(
            "partlyCheckable",
            Count,
            "De krav, hvis steder kilden kun har nogle af.",
            "The requirements whose places the source holds only some of.",
        ),
        member(
            "notCheckable",
            Count,
            "De krav, hvis steder alle ligger udenfor.",
            "The requirements whose places all lie outside.",
        ),
    ],
};

static COUNTS: Object = Object {
    name: "Counts",
    about: text(
        "Hvor mange krav der fik hvert svar. Et fund, der gentager et andet, tælles ikke.",
        "How many requirements had each outcome. A finding that repeats another is not counted.",
    ),
    members: &[
        member("met", Count, "Opfyldt.", "Met."),
        member("notMet", Count, "Ikke opfyldt, fejl og advarsler tilsammen.", "Not met, errors and warnings together."),
        member("exempt", Count, "Fritaget.", "Exempt."),
        member("notApplicable", Count, "Ikke relevant i denne sag eller fase.", "Not relevant in this case or phase."),
        member("review", Count, "Til et menneskes skøn.", "For a person to judge."),
        member(
            "undetermined",
            Count,
            "Kunne ikke afgøres, af en anden grund end horisonten.",
            "Could not be determined, for another reason than the horizon.",
        ),
        member(
            "notInSource",
            Count,
            "Kunne ikke afgøres, fordi det, der afgør det, ikke har plads i kilden. Kun med en horisont.",
            "Could not be determined because what decides has no place in the source. With a horizon only.",
        )
        .or_absent(),
    ],
};

static RESULT: Object = Object {
    name: "RuleResult",
    about: text("Svaret på ét krav.", "The answer to one requirement."),
    members: &[
        member("rule", Code(&RULE_ID), "Kravets id.", "The id of the requirement."),
        member(
            "key",
            Holds::Text,
            "Svarets nøgle, den samme fra kørsel til kørsel, så længe det angår de samme steder.",
            "The key of the answer, the same from run to run as long as it is about the same places.",
        ),
        member(
            "citation",
            Holds::Text,
            "Bestemmelsen, som `§ 3, stk. 1, nr. 4`.",
            "The provision, such as `§ 3, stk. 1, nr. 4`.",
        ),
        member("provision", Holds::Object(&PROVISION), "Bestemmelsen, led for led.", "The provision, piece by piece."),
        PAGE,
        member("outcome", Code(&OUTCOME), "Hvad kravet bliver til.", "What the requirement amounts to."),
        SEVERITY_IF_FOUND,
        PATHS,
        MESSAGE,
        REMEDY,
        member(
            "exemption",
            Holds::Text,
            "Den bestemmelse, der fritager; `null` ved ethvert andet svar end `exempt`.",
            "The provision that exempts; `null` for every outcome but `exempt`.",
        )
        .or_null(),
        member(
            "sameAs",
            Code(&RULE_ID),
            "Det ledende krav, som den samme mangel også bryder.",
            "The leading requirement that the same defect breaks too.",
        )
        .or_null(),
        DEPENDS_ON,
        member(
            "note",
            Holds::Object(&NOTE),
            "Hvorfor svaret er, som det er, hvor kravets egne tekster ikke siger det.",
            "Why the answer is what it is, where the rule's own texts do not say it.",
        )
        .or_null(),
        BASE_OUTCOME,
        BASE_SEVERITY,
        CHANGED_BY,
        SUPPRESSED,
    ],
};

// What an answer has, be it of the regulation or of a profile.
const PAGE: Member = member(
    "page",
    Holds::Text,
    "Adressen på reglens side, i forhold til dokumentationen.",
    "The address of the rule's page, relative to the documentation.",
);
const SEVERITY_IF_FOUND: Member = member(
    "severity",
    Code(&SEVERITY),
    "Hvor alvorligt et fund er; `null` ved ethvert andet svar end `notMet`.",
    "How serious a finding is; `null` for every outcome but `notMet`.",
)
.or_null();
const PATHS: Member = member(
    "paths",
    List(&Pointer),
    "JSON Pointers til de steder, svaret angår.",
    "JSON Pointers to the places that the answer is about.",
);
const MESSAGE: Member =
    member("message", Holds::Text, "Hvad svaret siger til et menneske.", "What the answer says to a person.");
const REMEDY: Member = member(
    "remedy",
    Holds::Text,
    "Hvad der skal gøres; `null`, hvor intet skal gøres.",
    "What to do about it; `null` where there is nothing to do.",
)
.or_null();
const DEPENDS_ON: Member = member(
    "dependsOn",
    Pointer,
    "JSON Pointer til den oplysning, der mangler, så svaret ikke kan afgøres.",
    "JSON Pointer to the missing fact that leaves the answer undetermined.",
)
.or_null();
const BASE_OUTCOME: Member = member(
    "baseOutcome",
    Code(&OUTCOME),
    "Hvad det var, før en profil ændrede det.",
    "What it was before a profile changed it.",
)
.or_absent();
const BASE_SEVERITY: Member = member(
    "baseSeverity",
    Code(&SEVERITY),
    "Hvor alvorligt fundet var, før en profil ændrede det.",
    "How serious the finding was before a profile changed it.",
)
.or_null()
.or_absent();
static A_CHANGE: Holds = Holds::Object(&CHANGE);
const CHANGED_BY: Member =
    member("changedBy", List(&A_CHANGE), "De profiler, der ændrede svaret.", "The profiles that changed the answer.")
        .or_absent();
const SUPPRESSED: Member = member(
    "suppressed",
    Holds::Object(&BECAUSE),
    "Hvorfor der ses bort fra fundet, hvor der gør det.",
    "Why the finding does not stand in the way, where it is suppressed.",
)
.or_null()
.or_absent();

pub(super) static PROVISION: Object = Object {
    name: "Provision",
    about: text("Et sted i bekendtgørelsen.", "A place in the regulation."),
    members: &[
        member("paragraf", Count, "Paragraf.", "§ (paragraf)."),
        member(
            "stk",
            Count,
            "Stykke; `null` i en paragraf med kun ét.",
            "Stykke; `null` in a paragraph that has only one.",
        )
        .or_null(),
        member("nr", Count, "Nummer.", "Number in a list.").or_null(),
        member("pkt", Count, "Punktum.", "Sentence (punktum).").or_null(),
        member(
            "led",
            Holds::Text,
            "En del af et punktum, som bekendtgørelsen ikke selv nummererer.",
            "A part of a sentence that the regulation does not number itself.",
        )
        .or_null(),
    ],
};

static NOTE: Object = Object {
    name: "Note",
    about: text("En forklaring med en stabil kode.", "An explanation with a stable code."),
    members: &[
        member(
            "code",
            Holds::Text,
            "Koden, den samme på ethvert sprog og i enhver version.",
            "The code, the same in every language and every version.",
        ),
        member("text", Holds::Text, "Forklaringen.", "The explanation."),
    ],
};

static INPUT: Object = Object {
    name: "InputFinding",
    about: text("Noget, der er galt med selve dokumentet.", "Something that is wrong with the document itself."),
    members: &[
        member(
            "path",
            Pointer,
            "JSON Pointer til stedet; til det første af flere.",
            "JSON Pointer to the place; to the first of several.",
        ),
        member("code", Holds::Text, "Hvad der er galt.", "What is wrong."),
        member(
            "severity",
            Code(&SEVERITY),
            "`error`, når værdien er tabt for kravene, `warning`, når den kun er værd at se på.",
            "`error` when the value is lost to the rules, `warning` when it is only worth a look.",
        ),
        member("message", Holds::Text, "Hvad der er galt, i ord.", "What is wrong, in words."),
        member("remedy", Holds::Text, "Hvad der skal gøres.", "What to do about it."),
        member(
            "nearest",
            Holds::Text,
            "Det navn, der højst sandsynligt var ment.",
            "The name that was most likely meant.",
        )
        .or_null(),
        member(
            "paths",
            List(&Pointer),
            "Ethvert sted, hvor fundet angår flere på én gang.",
            "Every place, where the finding is about several at once.",
        )
        .or_absent(),
    ],
};

static CHANGE: Object = Object {
    name: "ProfileChange",
    about: text("Hvad en profil gjorde ved et svar.", "What a profile did to an answer."),
    members: &[
        member("profile", Holds::Text, "Profilens id.", "The id of the profile."),
        member(
            "theme",
            Holds::Text,
            "Temaet, hvor det er et temas virkning.",
            "The theme, where it is a theme's doing.",
        )
        .or_null(),
        member("force", Code(&FORCE), "Hvilken vægt profilens kilde har.", "What force the profile's source has."),
        member("effect", Code(&EFFECT), "Hvad den gjorde.", "What it did."),
        member("basis", Holds::Text, "Det grundlag, profilen angiver.", "The ground that the profile gives.").or_null(),
    ],
};

static BECAUSE: Object = Object {
    name: "SuppressedBecause",
    about: text("Hvorfor der ses bort fra et fund.", "Why a finding is suppressed."),
    members: &[
        member("reason", Holds::Text, "Grunden.", "The reason."),
        member("author", Holds::Text, "Hvem der besluttede det.", "Who decided so."),
        member("date", Day, "Hvornår.", "When."),
    ],
};

static PROFILE: Object = Object {
    name: "ProfileStatus",
    about: text("En profil, der blev valgt.", "A profile that was chosen."),
    members: &[
        member("id", Holds::Text, "Det navn, den vælges ved.", "The name by which it is chosen."),
        member("title", Holds::Text, "Hvad den hedder.", "What it is called."),
        member("source", Holds::Text, "Hvor den kommer fra.", "Where it comes from."),
        member("force", Code(&FORCE), "Hvilken vægt det har.", "What force that has."),
        member("forceText", Holds::Text, "Det samme i ord.", "The same in words."),
        member("inForce", Flag, "Om den har virkning i denne sag.", "Whether it has effect in this case."),
        member("reason", Holds::Object(&REASON), "Hvorfor den ingen har.", "Why it has none.").or_null(),
        member(
            "themes",
            List(&Holds::Object(&THEME)),
            "De af dens temaer, der blev valgt.",
            "Its themes that were chosen.",
        ),
    ],
};

static THEME: Object = Object {
    name: "ProfileThemeStatus",
    about: text("Et tema i en profil, der blev valgt.", "A theme of a profile that was chosen."),
    members: &[
        member("id", Holds::Text, "Det navn, det vælges ved.", "The name by which it is chosen."),
        member("title", Holds::Text, "Hvad det hedder.", "What it is called."),
        member("inForce", Flag, "Om det har virkning i denne sag.", "Whether it has effect in this case."),
        member("reason", Holds::Object(&REASON), "Hvorfor det ingen har.", "Why it has none.").or_null(),
        member(
            "withoutEffect",
            Holds::Text,
            "Hvorfor det ikke gør noget ved en plans indhold, hvor det er sådan.",
            "Why it does nothing to the content of a plan, where that is so.",
        )
        .or_null(),
    ],
};

static REASON: Object = Object {
    name: "ProfileReason",
    about: text("Hvorfor en profil ingen virkning har.", "Why a profile has no effect."),
    members: &[
        member("code", Holds::Text, "Koden, den samme på ethvert sprog.", "The code, the same in every language."),
        member("text", Holds::Text, "Grunden i ord.", "The reason in words."),
    ],
};

static PROFILE_RESULT: Object = Object {
    name: "ProfileResult",
    about: text(
        "Svaret på en regel, der ligger ved siden af bekendtgørelsen.",
        "The answer of a rule that lies beside the regulation.",
    ),
    members: &[
        member("rule", Holds::Text, "Reglens id, som `proces/PR1`.", "The id of the rule, such as `proces/PR1`."),
        member("key", Holds::Text, "Svarets nøgle, som ved et krav.", "The key of the answer, as for a requirement."),
        member("profiles", List(&Holds::Text), "De profiler, der tilføjer reglen.", "The profiles that add the rule."),
        member("force", Code(&FORCE), "Hvilken vægt de har; den stærkeste.", "What force they have; the strongest."),
        member("forceText", Holds::Text, "Det samme i ord.", "The same in words."),
        member("citation", Holds::Text, "Hvor reglen kommer fra.", "Where the rule comes from."),
        PAGE,
        member("outcome", Code(&OUTCOME), "Hvad reglen bliver til.", "What the rule amounts to."),
        SEVERITY_IF_FOUND,
        PATHS,
        MESSAGE,
        REMEDY,
        member(
            "sameAs",
            Code(&RULE_ID),
            "Det krav, som den samme mangel bryder.",
            "The requirement that the same defect breaks.",
        )
        .or_null(),
        DEPENDS_ON,
        member(
            "note",
            Holds::Object(&NOTE),
            "Hvorfor svaret er, som det er, hvor reglens egne tekster ikke siger det.",
            "Why the answer is what it is, where the rule's own texts do not say it.",
        )
        .or_null(),
        BASE_OUTCOME,
        BASE_SEVERITY,
        CHANGED_BY,
        SUPPRESSED,
    ],
};

static MEASURE: Object = Object {
    name: "ProfileMeasure",
    about: text("Et tal, som en profil måler.", "A number that a profile measures."),
    members: &[
        member("rule", Holds::Text, "Den regel, der måler det.", "The rule that measures it."),
        member("code", Holds::Text, "Tallets kode.", "The code of the measure."),
        member("title", Holds::Text, "Hvad det hedder.", "What it is called."),
        member("unit", Holds::Text, "Enheden.", "The unit."),
        member(
            "value",
            Whole,
            "Tallet; `null`, når det ikke kan måles i planen.",
            "The number; `null` when it cannot be measured in the plan.",
        )
        .or_null(),
        member(
            "national",
            Whole,
            "Hele landets tal efter kilden, hvor den har det.",
            "That of the whole country by the source, where it has one.",
        )
        .or_null(),
    ],
};

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::{REPORT, report_schema};
    use crate::Lang;

    #[test]
    fn each_language_says_the_same_of_the_same_members() {
        let [da, en] = [Lang::Da, Lang::En].map(report_schema);
        assert_ne!(da["description"], en["description"]);
        let shape = |schema: &serde_json::Value| {
            let mut text = serde_json::to_string(schema).unwrap_or_default();
            while let Some(start) = text.find("\"description\":\"") {
                let end = text[start + 15..].find('"').map_or(text.len(), |end| start + 16 + end);
                text.replace_range(start..end, "");
            }
            text
        };
        assert_eq!(shape(&da), shape(&en));
        assert_eq!(en["properties"]["counts"]["$ref"], "#/$defs/Counts");
        assert_eq!(en["required"].as_array().map(Vec::len), Some(REPORT.members.len() - 9));
    }
}
