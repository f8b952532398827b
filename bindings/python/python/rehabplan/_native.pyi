"""The compiled part of `rehabplan`."""

import datetime
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, final

from ._errors import ReadError
from .types import (
    Conclusion,
    CountsDict,
    HorizonCoverageDict,
    Lang,
    Outcome,
    Phase,
    ProfileChangeDict,
    ProfileForce,
    ProfileMeasureDict,
    ProfileStatusDict,
    ProvisionDict,
    ReportDict,
    RuleSetDict,
    SelectionDict,
    Severity,
    SuppressedBecauseDict,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "MAX_PROFILE_BYTES",
    "MAX_THREADS",
    "MIN_GROUP",
    "Checked",
    "Checklist",
    "Comparison",
    "Counts",
    "InputFinding",
    "Note",
    "Plans",
    "Report",
    "RuleResult",
    "Run",
    "Table",
    "__version__",
    "checklist",
    "coverage",
    "draft_map",
    "diff",
    "explain",
    "json_schema",
    "matrix",
    "names",
    "profile_schema",
    "profiles",
    "recommendation",
    "shown_name",
    "report_schema",
    "rule_set",
    "rules",
    "suppression_schema",
    "text_of",
    "validate",
]

MAX_PROFILE_BYTES: Final[int]
MAX_THREADS: Final[int]
MIN_GROUP: Final[int]
__version__: Final[str]

# What `rehabplan._options.ready` makes.
_Options = dict[str, Any]
_Profiles = Sequence[tuple[str, str | None]]
# The table of the cases, the mapping as TOML or JSON, and the other tables by name.
_Tables = tuple[object, bytes, list[tuple[str, object]]]

@final
class Report:
    """What a plan amounts to under the regulation.

    It holds no text from the plan: only rules, paths and the product's own words.
    """
    @property
    def ok(self) -> bool:
        """Whether the conclusion is `fulfilled` and all of the document could be read: nothing is missing, nothing was left
        undetermined, at least one requirement was seen to be met, and no finding in `input` is an error.

        Warnings do not stand in the way, and neither does what a person must judge: `counts.review` says how many points
        wait for that, and with `detail="all"` they are among the `results`.
        """
    @property
    def conclusion(self) -> Conclusion:
        """`fulfilled`, `deficient`, `undetermined`, `outOfScope` or `outsideValidity`."""
    @property
    def conclusion_text(self) -> str:
        """The conclusion in words, in the report's language."""
    @property
    def variant(self) -> str | None:
        """The case variant, such as `RF`, or `FJ+SELV` in a mixed case; `None` when the case is out of scope."""
    @property
    def phase(self) -> Phase:
        """`forelaeggelse`, `indstilling` or `indsats`: the phase that was given, or that the plan speaks for itself."""
    @property
    def as_of(self) -> datetime.date | None:
        """The day that counts as today, if one was given."""
    @property
    def complete(self) -> bool:
        """Whether every check ran to its end. A report that is not complete is never `ok`."""
    @property
    def counts(self) -> Counts:
        """How many requirements had each outcome. A finding that repeats another is not counted."""
    @property
    def review_line(self) -> str | None:
        """How many points are for a person to judge, in words, and how to see them; `None` when none is. A report without
        findings does not say that all is well.
        """
    @property
    def horizon_line(self) -> str | None:
        """How many of the requirements can be checked on the source, in words; `None` when `horizon` was not given."""
    @property
    def errors(self) -> int:
        """How many findings are errors."""
    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
    @property
    def findings(self) -> list[RuleResult]:
        """The requirements that are not met, errors and warnings, in the order of the law."""
    @property
    def results(self) -> list[RuleResult]:
        """Every answer that the report keeps, in the order of the law: with `detail="all"` one for each requirement,
        otherwise the findings and what could not be determined.
        """
    @property
    def base_conclusion(self) -> Conclusion | None:
        """The conclusion without the chosen profiles; `None` when none was chosen."""
    @property
    def base_conclusion_text(self) -> str | None:
        """The same in words, in the report's language."""
    @property
    def profile_findings(self) -> list[RuleResult]:
        """What the rules that profiles add found. It makes no case deficient, and is not among the `findings`."""
    @property
    def profile_results(self) -> list[RuleResult]:
        """Every answer that the report keeps to the rules that profiles add; see `results`."""
    @property
    def unused_suppressions(self) -> list[str]:
        """Keys of the suppressions that match no finding of this plan."""
    @property
    def rule_set(self) -> RuleSetDict:
        """The rules that the plan was held against."""
    @property
    def limited_to(self) -> SelectionDict | None:
        """What the check was limited to; `None` when it was not. The report then says nothing of the rest."""
    @property
    def horizon(self) -> HorizonCoverageDict | None:
        """What can be checked on the source; `None` when `horizon` was not given."""
    @property
    def profiles(self) -> list[ProfileStatusDict] | None:
        """The profiles that were chosen; `None` without any, as for all that profiles and suppressions add."""
    @property
    def profile_counts(self) -> CountsDict | None:
        """How many of the profiles' rules had each outcome."""
    @property
    def measures(self) -> list[ProfileMeasureDict] | None:
        """What the profiles measure."""
    @property
    def suppressed(self) -> int | None:
        """How many findings are suppressed."""
    @property
    def left_alone(self) -> int | None:
        """How many sentences the language check would have pointed to, but has left alone under the profiles."""
    @property
    def input(self) -> list[InputFinding]:
        """What is wrong with the document itself: unreadable values, unknown and duplicate keys."""
    @property
    def notes(self) -> list[Note]:
        """What there is to say about the report as a whole."""
    @property
    def lang(self) -> Lang:
        """The language of the texts: `da` or `en`."""
    def to_json(self, lang: Lang | None = None) -> str:
        """The report as one line of JSON: the same bytes as from Rust, the command line and JavaScript.

        Raises `OptionError` for a language that there is not.
        """
    def to_dict(self, lang: Lang | None = None) -> ReportDict:
        """The report as a `dict`, with the keys of the JSON.

        Raises `OptionError` for a language that there is not.
        """
    def needs(self) -> dict[str, dict[str, Any]]:
        """What the case requires now, for a form or a count of how far a plan has come: `requirements` has for each rule its `status`
        (`met`, `missing`, `later` and so on), whether it `isRequired`, and by which rules it is exempt (`exemptedBy`); `fields` has
        for each field, in Min Plan too, its `need` (`required`, `optional`, `exempt`, `later` or `irrelevant`, or `unknown` where
        the kind of case is), the `exemption` that has lifted a requirement, and the `rules` that are about it. A field that is not
        there is asked for by no requirement.

        Raises `ValueError` when the report does not have every answer: it wants `detail="all"`, and no `only`.
        """
    def positions(self, plan: str | bytes | bytearray | memoryview) -> dict[str, tuple[int, int]]:
        """Line and column, from 1, of every place that the report speaks of, by its JSON Pointer. A field that is missing is shown at
        the object that it is missing from. Columns are characters.

        `plan` is the text, or the UTF-8 bytes, that was checked.

        Raises `TypeError` when it is neither, and `ValueError` when the bytes are not UTF-8.
        """
    def to_html(self, name: str | None = None, lang: Lang | None = None) -> str:
        """The report as a page to print and bring to a meeting: one file that needs nothing from anywhere. What is missing, in
        the order of the law; what is for a person to judge, each point with a box to tick; what is exempt and under what. The
        last two are listed with `detail="all"`, and otherwise told as a number.

        `name` is what you call the plan, and the heading of the page.

        Raises `OptionError` for a language that there is not.
        """
    def _repr_html_(self) -> str: ...
    def __bool__(self) -> NoReturn:
        """A report is neither true nor false: taken for a yes or a no, it would say "fulfilled" of whatever was checked."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]
    def __copy__(self, /) -> Report:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> Report: ...

@final
class Counts:
    """How many requirements had each outcome."""
    @property
    def met(self) -> int:
        """Met."""
    @property
    def not_met(self) -> int:
        """Not met, errors and warnings together."""
    @property
    def exempt(self) -> int:
        """Exempt."""
    @property
    def not_applicable(self) -> int:
        """Not relevant in this case or phase."""
    @property
    def review(self) -> int:
        """For a person to judge."""
    @property
    def undetermined(self) -> int:
        """Could not be determined, for another reason than the `horizon`."""
    @property
    def not_in_source(self) -> int | None:
        """Could not be determined because what decides has no place in the source; `None` when `horizon` was not given. It
        belongs in no denominator.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]
    def __copy__(self, /) -> Counts:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> Counts: ...

@final
class RuleResult:
    """The answer to one requirement, or to one rule that a profile adds."""
    @property
    def rule(self) -> str:
        """The id of the rule, such as `P3.1.4` or `proces/PR1`."""
    @property
    def citation(self) -> str:
        """The provision, such as `§ 3, stk. 1, nr. 4`; for a rule that a profile adds, where its source says it."""
    @property
    def paragraph(self) -> int | None:
        """The paragraph of the provision, 2 to 16; `None` for a rule that a profile adds."""
    @property
    def outcome(self) -> Outcome:
        """`met`, `notMet`, `exempt`, `notApplicable`, `review` or `undetermined`."""
    @property
    def severity(self) -> Severity | None:
        """`error` or `warning`; `None` for every outcome but `notMet`."""
    @property
    def blocking(self) -> bool:
        """Whether the finding stands in the way: an error under the regulation that repeats no other finding and is not
        suppressed.
        """
    @property
    def paths(self) -> list[str]:
        """JSON Pointers to the places in the plan that the answer is about."""
    @property
    def message(self) -> str:
        """What the answer says to a person."""
    @property
    def remedy(self) -> str | None:
        """What to do about it; `None` where there is nothing to do."""
    @property
    def exemption(self) -> str | None:
        """The provision that exempts; `None` for every outcome but `exempt`, and where a profile exempts."""
    @property
    def same_as(self) -> str | None:
        """The id of the leading rule that the same defect breaks too."""
    @property
    def depends_on(self) -> str | None:
        """JSON Pointer to the missing fact that leaves the answer undetermined."""
    @property
    def note(self) -> Note | None:
        """Why the answer is what it is, where the rule's own texts do not say it."""
    @property
    def key(self) -> str:
        """`rule!path`: the same from run to run as long as the answer is about the same places."""
    @property
    def page(self) -> str:
        """The address of the rule's page, relative to the documentation."""
    @property
    def profiles(self) -> list[str]:
        """The ids of the profiles that add the rule, and of those that changed the answer."""
    @property
    def base_outcome(self) -> Outcome | None:
        """The outcome without the chosen profiles, where they or a suppression changed the answer."""
    @property
    def base_severity(self) -> Severity | None:
        """The severity without them, likewise."""
    @property
    def provision(self) -> ProvisionDict | None:
        """The provision, piece by piece; `None` for a rule that a profile adds."""
    @property
    def force(self) -> ProfileForce | None:
        """What force a rule that a profile adds has; `None` for a requirement."""
    @property
    def force_text(self) -> str | None:
        """The same in words."""
    @property
    def changed_by(self) -> list[ProfileChangeDict] | None:
        """The profiles that have changed the answer; `None` when none has."""
    @property
    def suppressed(self) -> SuppressedBecauseDict | None:
        """Why the finding is suppressed, who decided so and when; `None` when it is not."""
    def __copy__(self, /) -> RuleResult:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> RuleResult: ...

@final
class InputFinding:
    """Something that is wrong with the document itself."""
    @property
    def path(self) -> str:
        """JSON Pointer to the place; to the first one, where the finding is about several."""
    @property
    def paths(self) -> list[str]:
        """JSON Pointers to all the places that the finding is about."""
    @property
    def code(self) -> str:
        """What is wrong: `notText`, `notADate`, `unknownKey` and so on."""
    @property
    def severity(self) -> Severity:
        """`error` when the value is lost to the rules, otherwise `warning`."""
    @property
    def message(self) -> str:
        """What is wrong, in words."""
    @property
    def remedy(self) -> str:
        """What to do about it."""
    @property
    def nearest(self) -> str | None:
        """The name that was most likely meant."""
    def __copy__(self, /) -> InputFinding:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> InputFinding: ...

@final
class Note:
    """A text with a stable code."""
    @property
    def code(self) -> str:
        """The code, the same in every language."""
    @property
    def text(self) -> str:
        """The text."""
    def __copy__(self, /) -> Note:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> Note: ...

@final
class Checked:
    """What came of one of many documents."""
    @property
    def row(self) -> int:
        """The place in the input, from 0. In an NDJSON file it is the line's number less 1."""
    @property
    def id(self) -> str | None:
        """The caller's own id, if there is one."""
    @property
    def report(self) -> Report | None:
        """The report; `None` when the document could not be read as a plan."""
    @property
    def error(self) -> ReadError | None:
        """Why the document could not be read as a plan: a `ReadError`, not raised; `None` when there is a report."""
    @property
    def ok(self) -> bool:
        """Whether the document is a plan and its report is `ok`."""
    def __bool__(self) -> NoReturn:
        """Neither true nor false, as a report."""
    def __copy__(self, /) -> Checked:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> Checked: ...

@final
class Table:
    """Results as a table, for whatever reads Arrow: `polars.DataFrame(table)`, `pyarrow.table(table)`,
    `pandas.DataFrame.from_arrow(table)`, or a query in DuckDB.
    """
    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts, for when no data frame library is at hand."""
    def __len__(self) -> int: ...
    def __arrow_c_schema__(self) -> object:
        """The schema, for whatever reads Arrow."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows, for whatever reads Arrow. They are made as they are read, and can be read again."""

@final
class Plans:
    """Plans that are read out of tables, for whatever reads Arrow: a row for each case, with its id, its row, what goes along,
    and the plan as JSON. They are made as they are read, and can be read once.
    """

    def __new__(cls, tables: _Tables, lang: str) -> Plans: ...
    @property
    def horizon(self) -> list[str]:
        """The places of a plan that the tables have a place for: what `horizon=` takes."""
    @property
    def remarks(self) -> list[str]:
        """What there is to say of the mapping and the other tables, line by line."""
    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
    def __arrow_c_schema__(self) -> object:
        """The schema, for whatever reads Arrow."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows, for whatever reads Arrow. They can be read once."""

def shown_name(name: str) -> str | None:
    """The name of a column as it may be shown; nothing for one that may be a value."""

def draft_map(tables: list[tuple[str, object]], lang: str) -> str:
    """Proposes a mapping for tables: each with its name, the first that of the cases."""
@final
class Comparison:
    """What profiles change: the same plans without them and with them."""
    @property
    def plans(self) -> int:
        """How many plans were compared."""
    @property
    def unreadable(self) -> int:
        """How many documents could not be read as a plan, and so are in none of the tables."""
    @property
    def conclusions(self) -> Table:
        """A row for each conclusion: how many plans came to it, `before` and `after`."""
    @property
    def changed(self) -> Table:
        """A row for each plan whose conclusion changes: `plan` (its id; without one, its row), `before` and `after`."""
    @property
    def rules(self) -> Table:
        """A row for each rule and case variant in which findings `fall_away` or `appear`, with how many there are `before`
        and `after`. What falls away from one rule may appear under another.
        """
    @property
    def measures(self) -> Table:
        """A row for each measure of the profiles: the median of days, or the share of plans in percent, as `value`; how many
        `plans` say enough for it; and the source's own figure for the whole country, `national`.
        """
    @property
    def notes(self) -> list[Note]:
        """What there is to say about the comparison as a whole: that a proposal is no law in force."""
    @property
    def lang(self) -> Lang:
        """The language of the texts: `da` or `en`."""
    def to_json(self, lang: Lang | None = None) -> str:
        """The comparison as one line of JSON, with the members of `rehabplan compare --format json`.

        Raises `OptionError` for a language that there is not.
        """
    def to_dict(self, lang: Lang | None = None) -> dict[str, Any]:
        """The comparison as a `dict`, with the keys of the JSON.

        Raises `OptionError` for a language that there is not.
        """
    def plot(self, ax: Axes | None = None) -> Axes:
        """Draws what falls away and what appears: a heat map of `rules`, the rules with most of it first.

        Needs matplotlib (`pip install rehabplan[plot]`). Draws on `ax`; left out, a new figure of a fitting size is made.

        Raises `ImportError` without matplotlib.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]
    def __copy__(self, /) -> Comparison:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> Comparison: ...

@final
class Run:
    """What `rehabplan.Run` runs."""
    @staticmethod
    def of_path(
        path: str | os.PathLike[str],
        ndjson: bool,
        id: object,
        plan: str | None,
        options: _Options,
    ) -> Run:
        """The lines of a file, or the files of a folder."""
    @staticmethod
    def of_items(items: object, id: object, plan: str | None, options: _Options) -> Run:
        """The items of an iterable."""
    @staticmethod
    def of_frame(frame: object, column: str, id: str | None, options: _Options) -> Run:
        """The rows of a data frame."""
    @staticmethod
    def of_tables(tables: _Tables, options: _Options) -> Run:
        """The cases of tables, by a mapping."""
    def reads(self, file: Path, given: Sequence[Path]) -> bool:
        """Whether a file is one that the run reads: one of those that it was given, or one that the mapping names."""
    @property
    def remarks(self) -> list[str]:
        """What there is to say of the mapping and the tables after the last case, line by line."""
    @staticmethod
    def of_documents(path: Path, map: bytes | None, sagstype: str | None, options: _Options) -> Run:
        """Documents, by a mapping or by the one that comes along."""
    def stream(self) -> list[Checked]:
        """Checks the next documents and hands them over; empty at the end."""
    def keep(self) -> bool:
        """Checks the next documents and keeps what came of them; false at the end."""
    def kept(self, index: int) -> list[Checked]:
        """The documents of a batch that was kept; empty after the last."""
    @property
    def failed(self) -> bool:
        """Whether the run ended before its input did."""
    @property
    def progress(self) -> tuple[int, int | None]:
        """How much of the input has been taken, and how much there is, where that is known."""
    @property
    def conclusions(self) -> dict[str, int]:
        """How many documents came to each conclusion."""
    @property
    def review(self) -> int:
        """How many points of the plans are for a person to judge."""
    @property
    def lang(self) -> Lang:
        """The language of the texts."""
    def comparison(self) -> Comparison:
        """What the chosen profiles change."""
    def findings(self) -> Table:
        """The table of findings of what was kept."""
    def plans(self) -> Table:
        """The table of plans of what was kept."""
    def rules(self) -> Table:
        """How often each requirement is met and not met, by case variant."""
    def paragraphs(self) -> Table:
        """How often something is missing under each paragraph, by case variant."""
    @property
    def groups(self) -> list[str]:
        """The names of what the plans can be grouped by."""
    def grouped(self, by: Sequence[str], min_group: int) -> Table:
        """The plans by some of what they can be grouped by, and by `rule` or `paragraph` where one of them is named."""
    def to_html(self, by: Sequence[str], min_group: int) -> str:
        """The page of what was kept."""
    def to_excel(self, path: str | os.PathLike[str], by: Sequence[str], min_group: int) -> None:
        """Writes the workbook of what was kept."""

@final
class Checklist:
    """The requirements to a plan in a kind of case, as a list to write by: its `str` is the list as text."""
    def to_html(self) -> str:
        """The list as a page to print: one file that needs nothing from anywhere."""
    def to_json(self) -> str:
        """The list as one line of JSON, the same as from the command line."""
    def to_dict(self) -> dict[str, Any]:
        """The list as a `dict`, with the keys of the JSON: `variant`, `phase`, and the lists `points` and `exempt`."""
    def __copy__(self, /) -> Checklist:
        """Nothing in it can be changed, so a copy of it is the same."""
    def __deepcopy__(self, _memo: object, /) -> Checklist: ...

def validate(
    plan: dict[str, Any] | str | bytes | bytearray | memoryview, options: _Options, case: str | None
) -> Report:
    """Checks one plan. See `rehabplan.validate`."""
def rules(profiles: _Profiles | None = None, lang: Lang = "da") -> list[dict[str, Any]]:
    """Every rule. See `rehabplan.rules`."""
def profiles() -> list[dict[str, Any]]:
    """The profiles that come with the product: dicts with what a profile file holds (`id`, `title`, `source`, `force`,
    `themes`, `effects` and so on), and with `rules`, the entries of the rules that it adds.
    """
def profile_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a profile of one's own."""
def suppression_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a list of suppressions."""
def checklist(kind: str, phase: Phase = "forelaeggelse", *, lang: Lang = "da") -> Checklist:
    """The requirements to a plan in a kind of case, up to a phase: a list to write a plan by, before there is one.

    `kind` is a type of case (`"fleksjob"`, `"foertidspension"`) or one of its variants (`"FP12"`); capitals of a variant do not
    matter.

    Raises `OptionError` when there is no such kind of case, no such phase or no such language, and `TypeError` when the kind or the
    phase is no `str`.
    """
def diff(before: Run, after: Run) -> Table:
    """What has become of the findings of one run in a later one; both were kept."""
def recommendation(
    text: str, path: str = "", *, lang: Lang = "da"
) -> tuple[tuple[int, int], list[tuple[int, int]]] | None:
    """The sentence of a text that recommends or assesses what is to happen, and the words in it that weighed most, the heaviest
    first: `((start, end), [(start, end), ...])`, for slices of the text. `None` where the language check finds nothing, which does
    not say that the text is in order.

    `path` is the place of the text as a finding of P3.3.b names it; in the citizen's own fields "jeg" is the citizen. A place that is
    no text of the citizen's, a part of the plan too, is the municipality's. `lang` is the language of errors. Raises `OptionError`
    where no plan has such a place, where half of a surrogate pair stands in either, and for a language that there is not.
    """
def text_of(name: str, data: bytes, lang: str) -> str:
    """The text of a file of a profile or of suppressions, as the command line reads it.

    Raises `ProfileError` where it is not in UTF-8.
    """
def explain(rule_id: str, *, lang: Lang = "da") -> Any:
    """Everything there is to say about one rule: its entry in `rules()`. Those that profiles add are found too, as in
    `explain("proces/PR1")`; capitals do not matter. A provision, as in `explain("§ 7, stk. 2")`, or the beginning of ids, as in
    `explain("P7")`, gives a list with the entry of each that belongs to it.

    `lang` is the language of errors.

    Raises `KeyError` when there is no such rule and no requirement that belongs to the provision, `TypeError` when `rule_id` is no
    `str`, and `OptionError` for a language that there is not.
    """
def matrix() -> dict[str, Any]:
    """Which requirement applies in which case variant: `{"variants": [...], "rules": {"P3.1.4": {"JA22": "K", ...}}}`.

    `K` is required, `K°` required under a condition of the rule's own, `U §x,y` exempt under that provision, `S` for a
    person to judge, and `-` not relevant.
    """
def names() -> dict[str, Any]:
    """What the codes of a report are called, in both languages: `variants`, `phases`, `paragraphs`, `outcomes` and
    `conclusions`, each by its code.
    """
def coverage(lang: Lang = "da") -> list[dict[str, Any]]:
    """What becomes of each of the 121 legal units of §§ 1-16: dicts with `unit`, `citation`, `status`, `rules` and
    `reason`.

    Raises `OptionError` for a language that there is not.
    """
def json_schema(lang: Lang = "da") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a plan, with titles and descriptions in a language.

    Raises `OptionError` for a language that there is not.
    """
def report_schema(lang: Lang = "da") -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report, as `Report.to_json()` and `rehabplan check --format json` write it.

    Raises `OptionError` for a language that there is not.
    """
def rule_set() -> dict[str, str]:
    """The rule set that plans are held against, the `ruleSet` of every report: `id`, `validFrom`, `supersededFrom` and `version`."""
