# Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
"""What `Report.to_dict` gives, for whoever checks types."""

from __future__ import annotations

from typing import Literal, TypedDict

Conclusion = Literal["fulfilled", "deficient", "undetermined", "outOfScope", "outsideValidity"]
"""What the whole plan amounts to. `fulfilled`: nothing that the regulation demands is missing, nothing was left undetermined, and at least one requirement was seen to be met (in a case that § 1, stk. 2, exempts, nothing is required before the last phase; a note says so). `deficient`: at least one requirement of error severity is not met. `undetermined`: nothing is known to be missing, but something could not be determined, or nothing was there to be checked. `outOfScope`: the case does not fall under the regulation (§ 1). `outsideValidity`: the case is older than the regulation (§ 17)."""

Lang = Literal["da", "en"]
"""A language of the texts."""

Outcome = Literal["met", "notMet", "exempt", "notApplicable", "review", "undetermined"]
"""What a requirement amounts to."""

Phase = Literal["forelaeggelse", "indstilling", "indsats"]
"""How far a case has come; each phase includes the ones before."""

ProfileEffect = Literal["exempt", "accept", "severity", "leaveAlone"]
"""What a profile does to an answer."""

ProfileForce = Literal["guidance", "otherLaw", "trial", "proposal", "local"]
"""What force the source of a profile has."""

Severity = Literal["error", "warning"]
"""How serious a finding is."""


class _CountsDict(TypedDict):
    """How many requirements had each outcome. A finding that repeats another is not counted."""

    met: int
    """Met."""

    notMet: int
    """Not met, errors and warnings together."""

    exempt: int
    """Exempt."""

    notApplicable: int
    """Not relevant in this case or phase."""

    review: int
    """For a person to judge."""

    undetermined: int
    """Could not be determined, for another reason than the horizon."""


class CountsDict(_CountsDict, total=False):
    """How many requirements had each outcome. A finding that repeats another is not counted."""

    notInSource: int
    """Could not be determined because what decides has no place in the source. With a horizon only."""


class HorizonCoverageDict(TypedDict):
    """How many of the requirements can be checked on the source."""

    checkable: int
    """The requirements whose places the source all holds."""

    partlyCheckable: int
    """The requirements whose places the source holds only some of."""

    notCheckable: int
    """The requirements whose places all lie outside."""


class _InputFindingDict(TypedDict):
    """Something that is wrong with the document itself."""

    path: str
    """JSON Pointer to the place; to the first of several."""

    code: str
    """What is wrong."""

    severity: Severity
    """`error` when the value is lost to the rules, `warning` when it is only worth a look."""

    message: str
    """What is wrong, in words."""

    remedy: str
    """What to do about it."""

    nearest: str | None
    """The name that was most likely meant."""


class InputFindingDict(_InputFindingDict, total=False):
    """Something that is wrong with the document itself."""

    paths: list[str]
    """Every place, where the finding is about several at once."""


class NoteDict(TypedDict):
    """An explanation with a stable code."""

    code: str
    """The code, the same in every language and every version."""

    text: str
    """The explanation."""


class ProfileChangeDict(TypedDict):
    """What a profile did to an answer."""

    profile: str
    """The id of the profile."""

    theme: str | None
    """The theme, where it is a theme's doing."""

    force: ProfileForce
    """What force the profile's source has."""

    effect: ProfileEffect
    """What it did."""

    basis: str | None
    """The ground that the profile gives."""


class ProfileMeasureDict(TypedDict):
    """A number that a profile measures."""

    rule: str
    """The rule that measures it."""

    code: str
    """The code of the measure."""

    title: str
    """What it is called."""

    unit: str
    """The unit."""

    value: int | None
    """The number; `null` when it cannot be measured in the plan."""

    national: int | None
    """That of the whole country by the source, where it has one."""


class ProfileReasonDict(TypedDict):
    """Why a profile has no effect."""

    code: str
    """The code, the same in every language."""

    text: str
    """The reason in words."""


class _ProfileResultDict(TypedDict):
    """The answer of a rule that lies beside the regulation."""

    rule: str
    """The id of the rule, such as `proces/PR1`."""

    key: str
    """The key of the answer, as for a requirement."""

    profiles: list[str]
    """The profiles that add the rule."""

    force: ProfileForce
    """What force they have; the strongest."""

    forceText: str
    """The same in words."""

    citation: str
    """Where the rule comes from."""

    page: str
    """The address of the rule's page, relative to the documentation."""

    outcome: Outcome
    """What the rule amounts to."""

    severity: Severity | None
    """How serious a finding is; `null` for every outcome but `notMet`."""

    paths: list[str]
    """JSON Pointers to the places that the answer is about."""

    message: str
    """What the answer says to a person."""

    remedy: str | None
    """What to do about it; `null` where there is nothing to do."""

    sameAs: str | None
    """The requirement that the same defect breaks."""

    dependsOn: str | None
    """JSON Pointer to the missing fact that leaves the answer undetermined."""

    note: NoteDict | None
    """Why the answer is what it is, where the rule's own texts do not say it."""


class ProfileResultDict(_ProfileResultDict, total=False):
    """The answer of a rule that lies beside the regulation."""

    baseOutcome: Outcome
    """What it was before a profile changed it."""

    baseSeverity: Severity | None
    """How serious the finding was before a profile changed it."""

    changedBy: list[ProfileChangeDict]
    """The profiles that changed the answer."""

    suppressed: SuppressedBecauseDict | None
    """Why the finding does not stand in the way, where it is suppressed."""


class ProfileStatusDict(TypedDict):
    """A profile that was chosen."""

    id: str
    """The name by which it is chosen."""

    title: str
    """What it is called."""

    source: str
    """Where it comes from."""

    force: ProfileForce
    """What force that has."""

    forceText: str
    """The same in words."""

    inForce: bool
    """Whether it has effect in this case."""

    reason: ProfileReasonDict | None
    """Why it has none."""

    themes: list[ProfileThemeStatusDict]
    """Its themes that were chosen."""


class ProfileThemeStatusDict(TypedDict):
    """A theme of a profile that was chosen."""

    id: str
    """The name by which it is chosen."""

    title: str
    """What it is called."""

    inForce: bool
    """Whether it has effect in this case."""

    reason: ProfileReasonDict | None
    """Why it has none."""

    withoutEffect: str | None
    """Why it does nothing to the content of a plan, where that is so."""


class ProvisionDict(TypedDict):
    """A place in the regulation."""

    paragraf: int
    """§ (paragraf)."""

    stk: int | None
    """Stykke; `null` in a paragraph that has only one."""

    nr: int | None
    """Number in a list."""

    pkt: int | None
    """Sentence (punktum)."""

    led: str | None
    """A part of a sentence that the regulation does not number itself."""


class _ReportDict(TypedDict):
    """What a plan amounts to under the regulation. It holds nothing that stands in the plan."""

    ruleSet: RuleSetDict
    """The rules that the plan was held against."""

    lang: Lang
    """The language of the texts."""

    variant: str | None
    """The case variant; `null` when the case is out of scope."""

    phase: Phase
    """The phase that the plan was checked for."""

    asOf: str | None
    """The day that the check counts as today."""

    conclusion: Conclusion
    """What the whole plan amounts to."""

    complete: bool
    """Whether every check ran to its end. A report that is not complete never concludes `fulfilled`."""

    limitedTo: SelectionDict | None
    """What the check was limited to, if it was; the report then says nothing of the rest."""

    counts: CountsDict
    """How many requirements had each outcome."""

    errors: int
    """How many findings are errors."""

    warnings: int
    """How many findings are warnings."""

    results: list[RuleResultDict]
    """The answers, in the order of the law."""

    input: list[InputFindingDict]
    """What is wrong with the document itself, in the order of the model; unknown keys come last."""

    notes: list[NoteDict]
    """What there is to say about the report as a whole."""


class ReportDict(_ReportDict, total=False):
    """What a plan amounts to under the regulation. It holds nothing that stands in the plan."""

    horizon: HorizonCoverageDict
    """What can be checked on the source. With a horizon only."""

    baseConclusion: Conclusion
    """What the plan amounts to under the regulation alone. With profiles only, like all that follows."""

    profiles: list[ProfileStatusDict]
    """The profiles that were chosen."""

    profileCounts: CountsDict
    """How many of the profiles' rules had each outcome."""

    profileResults: list[ProfileResultDict]
    """The answers of the profiles' rules. They never make a plan deficient."""

    measures: list[ProfileMeasureDict]
    """What the profiles measure."""

    suppressed: int
    """How many findings are suppressed."""

    leftAlone: int
    """How many sentences the language check would have pointed to, but has left alone under the profiles."""

    unusedSuppressions: list[str]
    """The keys of suppressions that match no finding."""


class _RuleResultDict(TypedDict):
    """The answer to one requirement."""

    rule: str
    """The id of the requirement."""

    key: str
    """The key of the answer, the same from run to run as long as it is about the same places."""

    citation: str
    """The provision, such as `§ 3, stk. 1, nr. 4`."""

    provision: ProvisionDict
    """The provision, piece by piece."""

    page: str
    """The address of the rule's page, relative to the documentation."""

    outcome: Outcome
    """What the requirement amounts to."""

    severity: Severity | None
    """How serious a finding is; `null` for every outcome but `notMet`."""

    paths: list[str]
    """JSON Pointers to the places that the answer is about."""

    message: str
    """What the answer says to a person."""

    remedy: str | None
    """What to do about it; `null` where there is nothing to do."""

    exemption: str | None
    """The provision that exempts; `null` for every outcome but `exempt`."""

    sameAs: str | None
    """The leading requirement that the same defect breaks too."""

    dependsOn: str | None
    """JSON Pointer to the missing fact that leaves the answer undetermined."""

    note: NoteDict | None
    """Why the answer is what it is, where the rule's own texts do not say it."""


class RuleResultDict(_RuleResultDict, total=False):
    """The answer to one requirement."""

    baseOutcome: Outcome
    """What it was before a profile changed it."""

    baseSeverity: Severity | None
    """How serious the finding was before a profile changed it."""

    changedBy: list[ProfileChangeDict]
    """The profiles that changed the answer."""

    suppressed: SuppressedBecauseDict | None
    """Why the finding does not stand in the way, where it is suppressed."""


class RuleSetDict(TypedDict):
    """A rule set: one version of the regulation."""

    id: str
    """Opaque and stable."""

    validFrom: str
    """The first day on which it applies."""

    supersededFrom: str
    """The first day on which a later regulation applies."""

    version: str
    """The version of this library."""


class SelectionDict(TypedDict):
    """What a check was limited to."""

    rules: list[str]
    """Ids of requirements."""

    paths: list[str]
    """JSON Pointers."""


class SuppressedBecauseDict(TypedDict):
    """Why a finding is suppressed."""

    reason: str
    """The reason."""

    author: str
    """Who decided so."""

    date: str
    """When."""
