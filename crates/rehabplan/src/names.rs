//! What is called what, in both languages: case variants, phases, kinds of requirement, cells of the matrix, outcomes and
//! paragraphs. Whoever shows a code to a person takes its name from here.
//!
//! Fields of the plan have their titles where they are declared ([`FieldInfo::title`](crate::plan::FieldInfo)), and so have
//! the codes of its lists ([`Sagstype::title`](crate::plan::Sagstype::title) and its like).

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::case::{Phase, Variant};
use crate::catalogue::AnyRule;
use crate::json::{Json, Members};
use crate::law::{self, Cell, Coverage, Rule, RuleKind, UnitStatus};
use crate::outcome::{Outcome, Severity};
use crate::report::Conclusion;
use crate::text::{Lang, Wording, filled, text};

impl Variant {
    /// What the variant is called.
    #[must_use]
    pub const fn title(self) -> Wording {
        match self {
            Self::JA22 => text(
                "Jobafklaringsforløb, det første, overgang efter 22 uger",
                "Jobafklaringsforløb, the first, transition after 22 weeks",
            ),
            Self::JAX => text(
                "Jobafklaringsforløb, det første, anden overgang",
                "Jobafklaringsforløb, the first, other transition",
            ),
            Self::JA13D => text(
                "Jobafklaringsforløb, det første, efter § 13 d-indsats",
                "Jobafklaringsforløb, the first, after § 13 d measures",
            ),
            Self::JANY => text("Jobafklaringsforløb, et nyt", "Jobafklaringsforløb, a new one"),
            Self::RF => text("Ressourceforløb", "Ressourceforløb"),
            Self::FJ => text("Fleksjob", "Fleksjob"),
            Self::FP => text("Førtidspension via teamet", "Førtidspension by way of the team"),
            Self::FP12 => text(
                "Førtidspension via teamet, helt åbenbar (§ 12)",
                "Førtidspension by way of the team, entirely obvious (§ 12)",
            ),
            Self::FP13 => text(
                "Førtidspension via teamet, foreliggende grundlag (§ 13)",
                "Førtidspension by way of the team, existing basis (§ 13)",
            ),
            Self::FPU18 => text(
                "Førtidspension uden team (pensionslovens § 18, stk. 2)",
                "Førtidspension without the team (pensions act, § 18, stk. 2)",
            ),
            Self::FPU17 => text(
                "Førtidspension uden team (pensionslovens § 17, stk. 3)",
                "Førtidspension without the team (pensions act, § 17, stk. 3)",
            ),
            Self::REV => text("Revalidering", "Revalidering"),
            Self::SELV => text("Tilskud til selvstændige", "Support for the self-employed"),
            Self::SDP3 => text("Sygedagpenge, kategori 3", "Sygedagpenge, category 3"),
            Self::AND => {
                text("Anden sag, hvor reglerne er valgt til", "Another case to which the rules were applied by choice")
            }
        }
    }

    /// The same in few words, for the axis of a plot or the head of a narrow column.
    #[must_use]
    pub const fn short_title(self) -> Wording {
        match self {
            Self::JA22 => text("Jobafklaring, 22 uger", "Jobafklaring, 22 weeks"),
            Self::JAX => text("Jobafklaring, anden overgang", "Jobafklaring, other transition"),
            Self::JA13D => text("Jobafklaring, efter § 13 d", "Jobafklaring, after § 13 d"),
            Self::JANY => text("Jobafklaring, nyt forløb", "Jobafklaring, new course"),
            Self::RF => text("Ressourceforløb", "Ressourceforløb"),
            Self::FJ => text("Fleksjob", "Fleksjob"),
            Self::FP => text("Førtidspension", "Førtidspension"),
            Self::FP12 => text("Førtidspension, § 12", "Førtidspension, § 12"),
            Self::FP13 => text("Førtidspension, § 13", "Førtidspension, § 13"),
            Self::FPU18 => text("Førtidspension uden team, § 18", "Førtidspension without team, § 18"),
            Self::FPU17 => text("Førtidspension uden team, § 17", "Førtidspension without team, § 17"),
            Self::REV => text("Revalidering", "Revalidering"),
            Self::SELV => text("Selvstændige", "Self-employed"),
            Self::SDP3 => text("Sygedagpenge, kategori 3", "Sygedagpenge, category 3"),
            Self::AND => text("Anden sag", "Another case"),
        }
    }
}

impl Phase {
    /// What the phase is called.
    #[must_use]
    pub const fn title(self) -> Wording {
        match self {
            Self::Forelaeggelse => text("Forelæggelse", "Forelæggelse"),
            Self::Indstilling => text("Indstilling", "Indstilling"),
            Self::Indsats => text("Indsats", "Indsats"),
        }
    }

    /// When that is.
    #[must_use]
    pub const fn meaning(self) -> Wording {
        match self {
            Self::Forelaeggelse => {
                text("før mødet; uden team før afgørelsen", "before the meeting; without a team, before the decision")
            }
            Self::Indstilling => text("efter mødet", "after the meeting"),
            Self::Indsats => text("efter afgørelsen", "after the decision"),
        }
    }
}

impl RuleKind {
    /// What kind of requirement it is, and what follows when it is not met.
    #[must_use]
    pub const fn meaning(self) -> Wording {
        match self {
            Self::Requirement => text(
                "krav; er det ikke opfyldt, er planen mangelfuld",
                "requirement; when it is not met, the plan is deficient",
            ),
            Self::Advice => text("advarsel; gør ikke planen mangelfuld", "warning; does not make the plan deficient"),
            Self::Judgement => text("skøn; kun et menneske kan afgøre det", "judgement; only a person can decide it"),
            Self::SupportedJudgement => text(
                "skøn; kun et menneske kan afgøre det, men en kontrol kan give en advarsel",
                "judgement; only a person can decide it, but a check may give a warning",
            ),
            Self::Exemption => text(
                "undtagelse; giver aldrig selv et fund, men ændrer svaret på andre krav",
                "exemption; never a finding of its own, but it changes the answer to other requirements",
            ),
        }
    }
}

impl AnyRule {
    /// What kind of rule it is, and what follows from it.
    #[must_use]
    pub const fn meaning(self) -> Wording {
        match self {
            Self::Rule(rule) => rule.kind.meaning(),
            Self::Scope(_) => {
                text("anvendelse; afgør, om sagen er omfattet", "scope; decides whether the case is covered")
            }
            #[cfg(feature = "profiles")]
            Self::Added(rule) => match rule.severity {
                Some(Severity::Error) => text(
                    "fejl efter en profil; gør ingen plan mangelfuld efter bekendtgørelsen",
                    "error under a profile; makes no plan deficient under the regulation",
                ),
                Some(Severity::Warning) => text(
                    "advarsel efter en profil; gør ikke planen mangelfuld",
                    "warning under a profile; does not make the plan deficient",
                ),
                None => text("måltal efter en profil; giver ingen fund", "figure under a profile; gives no findings"),
            },
            #[cfg(not(feature = "profiles"))]
            Self::Added(rule) => match *rule {},
        }
    }
}

impl Cell {
    /// What applies to a rule of a kind, in words. What exempts outright leaves nothing to ask for, and where the rule is itself
    /// the exemption, nothing is required without it.
    #[must_use]
    pub fn meaning(self, kind: RuleKind, lang: Lang) -> Cow<'static, str> {
        let words = match self {
            Self::NotRelevant => text("ikke relevant", "not relevant"),
            Self::Required => text("kræves", "required"),
            Self::Conditional => text(
                "kræves, når betingelsen i kravet selv er opfyldt",
                "required when the condition in the requirement itself is met",
            ),
            Self::Exempt(provision) => {
                let words = match kind {
                    _ if self.is_exempt_outright(kind) => {
                        text("fritaget efter {provision}", "exempt under {provision}")
                    }
                    RuleKind::Exemption => text(
                        "undtagelsen kan bruges, når betingelserne i {provision}, er opfyldt; ellers kræves intet her",
                        "the exemption may be used when the conditions in {provision} are met; otherwise nothing is required here",
                    ),
                    RuleKind::Advice => text(
                        "højst en advarsel, når sagen hører under {provision}",
                        "at most a warning, where {provision} applies",
                    ),
                    RuleKind::Judgement | RuleKind::SupportedJudgement => text(
                        "fritaget efter {provision}, når betingelserne dér er opfyldt; ellers må et menneske skønne",
                        "exempt under {provision} when the conditions there are met; otherwise for a person to judge",
                    ),
                    RuleKind::Requirement => text(
                        "fritaget efter {provision}, når betingelserne dér er opfyldt; ellers kræves det",
                        "exempt under {provision} when the conditions there are met; otherwise required",
                    ),
                };
                return filled(words.get(lang), &|_| provision.to_string().into()).into();
            }
            // What is required otherwise (A9, A16).
            Self::Judgement if kind == RuleKind::Requirement => text(
                "et menneske må skønne, når sagen behandles på det foreliggende grundlag efter § 13; ellers kræves det",
                "for a person to judge where the case is handled on the existing basis under § 13; otherwise required",
            ),
            Self::Judgement => text("et menneske må skønne", "for a person to judge"),
        };
        words.get(lang).into()
    }
}

impl Rule {
    /// What applies in a type of case, in words: [`Cell::meaning`], and that a finding is no more than a warning there where it
    /// otherwise makes a plan deficient.
    #[must_use]
    pub fn applies(&self, variant: Variant, lang: Lang) -> Cow<'static, str> {
        const AT_MOST: Wording = text("; et fund er højst en advarsel", "; a finding is at most a warning");
        let meaning = self.cells.get(variant).meaning(self.kind, lang);
        let is_lenient = self.severity() == Some(Severity::Error) && law::is_at_most_warning(self, variant);
        if is_lenient { format!("{meaning}{}", AT_MOST.get(lang)).into() } else { meaning }
    }
}

impl Coverage {
    /// What becomes of the unit, in words.
    #[must_use]
    pub fn title(&self) -> Wording {
        match self.status {
            UnitStatus::Rule => text("Krav", "Requirement"),
            UnitStatus::Scope => text("Anvendelse", "Scope"),
            UnitStatus::Via { .. } | UnitStatus::Introduces { .. } => text("Via andre", "Via others"),
            UnitStatus::Out { .. } => text("Uden for", "Outside"),
        }
    }
}

impl Severity {
    /// The severity in words: what a finding of it is.
    #[must_use]
    pub const fn title(self) -> Wording {
        match self {
            Self::Warning => text("Advarsel", "Warning"),
            Self::Error => text("Mangel", "Defect"),
        }
    }
}

impl Outcome {
    /// The outcome in words.
    #[must_use]
    pub const fn title(self) -> Wording {
        match self {
            Self::Met => text("Opfyldt", "Met"),
            Self::NotMet => text("Ikke opfyldt", "Not met"),
            Self::Exempt => text("Fritaget", "Exempt"),
            Self::NotApplicable => text("Ikke relevant", "Not relevant"),
            Self::Review => text("Til skøn", "For a person to judge"),
            Self::Undetermined => text("Kan ikke afgøres", "Undetermined"),
        }
    }
}

/// What a paragraph of the regulation is about; `None` for one that has no requirements.
#[must_use]
pub const fn paragraph(number: u8) -> Option<Wording> {
    Some(match number {
        1 => text("Hvilke sager", "Which cases"),
        2 => text("Planens dele", "The parts of the plan"),
        3 => text("Den forberedende del", "The preparatory part"),
        4 => text("Lægens vurdering", "The GP's assessment"),
        5 => text("Indsatsdelen", "The indsatsdel"),
        6 => text("Mødet", "The meeting"),
        7 => text("Indstillingen", "The recommendation"),
        8 => text(
            "Indstilling om ressourceforløb, jobafklaring og kategori 3",
            "Recommendation of ressourceforløb, jobafklaring and category 3",
        ),
        9 => text("Indstilling om fleksjob", "Recommendation of fleksjob"),
        10 => text("Indstilling om førtidspension", "Recommendation of førtidspension"),
        11 => text("Indstilling om anden indsats", "Recommendation of another measure"),
        12 => text("Åbenbar førtidspension", "Obvious førtidspension"),
        13 => text("Førtidspension efter ansøgning", "Førtidspension on application"),
        14 => text("Revalidering", "Revalidering"),
        15 => text("Selvstændige: den forberedende del", "The self-employed: the preparatory part"),
        16 => text("Selvstændige: indstillingen", "The self-employed: the recommendation"),
        _ => return None,
    })
}

/// What the codes of a report are called, in every language, for whoever shows one in another than it was written in.
///
/// Written as `{"variants": {"JA22": {"title": {"da": "...", "en": "..."}, "short": {...}}, ...}, "phases": {"forelaeggelse":
/// {"title": {...}, "meaning": {...}}, ...}, "paragraphs": {"1": {...}, ...}, "outcomes": {"met": {...}, ...}, "conclusions":
/// {"fulfilled": {...}, ...}}`; each text has a member for each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names;

impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| {
            members.object("variants", &|members| {
                for &variant in Variant::ALL {
                    pair(members, variant.code(), ["title", "short"], [variant.title(), variant.short_title()]);
                }
            });
            members.object("phases", &|members| {
                for &phase in Phase::ALL {
                    pair(members, phase.code(), ["title", "meaning"], [phase.title(), phase.meaning()]);
                }
            });
            members.object("paragraphs", &|members| {
                for (number, title) in (1..).map_while(|number: u8| Some((number, paragraph(number)?))) {
                    members.object(&number.to_string(), &|members| title.write(members));
                }
            });
            members.object("outcomes", &|members| {
                for &outcome in Outcome::ALL {
                    members.object(outcome.code(), &|members| outcome.title().write(members));
                }
            });
            members.object("conclusions", &|members| {
                for &conclusion in Conclusion::ALL {
                    members.object(conclusion.code(), &|members| conclusion.text().write(members));
                }
            });
        })
        .serialize(serializer)
    }
}

/// Two texts about one code.
fn pair(members: &mut Members<'_>, code: &'static str, names: [&'static str; 2], texts: [Wording; 2]) {
    members.object(code, &|members| {
        for (name, text) in names.into_iter().zip(texts) {
            members.object(name, &|members| text.write(members));
        }
    });
}
