"""What one calls."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _native
from ._errors import OptionError
from ._options import CompareOptions, Options, RunOptions, is_text, ready, takes, text_or_none
from ._profiles import ProfileLike, chosen
from ._run import Run
from ._words import no_kind, said, unread
from .types import Lang

if TYPE_CHECKING:
    from typing_extensions import Unpack


@takes(Options)
def validate(
    plan: dict[str, Any] | str | bytes | bytearray | memoryview,
    *,
    case: str | None = None,
    **options: Unpack[Options],
) -> _native.Report:
    """Checks one plan.

    A plan that lacks something does not raise: what it lacks is in the report.

    A dict may hold what a table or a database gives. `None`, `nan`, `NaT` and `NA` are absent, as a key that is not there
    and an empty text are. Dates, and times of day at midnight, are dates; scalars of numpy and a `Decimal` are numbers,
    flags or texts; tuples and arrays of numpy are lists. Anything else is unreadable, and so is a date with a time of day
    or half a surrogate pair: a finding in `input` says where, and what depends on it is undetermined, never met.

    Args:
        plan: The plan as a dict, or as JSON in a str or in UTF-8 bytes. At most 8 MiB.
        phase: How far the case has come: before the meeting (`"forelaeggelse"`), after it (`"indstilling"`) or after
            the decision (`"indsats"`). Left out, the parts that are there decide.
        as_of: The day that counts as today, as a date or as `"YYYY-MM-DD"`. The clock is never read: without a day,
            what depends on today cannot be determined.
        detail: `"findings"` keeps what is not met and what could not be determined; `"all"` keeps the answer to every
            requirement. The counts are the same.
        lang: The language of the texts: `"da"` or `"en"`.
        language: Whether the free texts are searched for recommendations (§ 3, stk. 3).
        only: What to limit the check to: ids of rules, JSON Pointers to parts of the plan, or both, as in
            `{"rules": ["P3.1.4"], "paths": ["/moede"]}`. The report says that it was limited.
        horizon: JSON Pointers to the places that the source of the plan has room for, such as the columns of an export;
            `*` stands for any entry of a list. With `!` before it a place is taken away again; where every place has one,
            they are taken from the whole plan: `["!/forberedendeDel/cv"]`. A requirement whose answer hangs on what there
            is no room for is no defect: it is undetermined with the note `notInSource`, and counted apart.
        profiles: What to heed beside the regulation, each one of

            - the name of a profile that comes with the product (`profiles()` lists them), with its themes and settings
              after a colon: `"vejledning"`, `"proces:maksSider=50"`, `"forsoeg/nordjylland-2017:1A,2"`;
            - the path of a profile file: a `pathlib.Path`, or a str that ends in `.json`;
            - a dict with what such a file holds (`profile_schema()` is its schema).

            Their order does not matter. What they find is kept apart and makes no plan deficient.
        suppress: Known findings that are to stand in nobody's way, each with its key, a reason, an author, a date and the
            case that it is about: the path of a file with a list of them, or the list itself. They are still in the
            report. `suppression_schema()` is their schema.
        case: Your own id of the plan. Suppressions that name another case leave it alone; those that name none hold for
            this one plan.

    Returns:
        The report.

    Raises:
        ReadError: The document is not UTF-8, not JSON, not an object, a dict that holds itself, or beyond a limit. It is
            a `ValueError`.
        ProfileError: A profile or a suppression cannot be used, or two profiles contradict each other. It is one too.
        OSError: A file of profiles or suppressions cannot be read.
        TypeError: `plan` or an option is of another type; it says which.
        OptionError: An option has a value that does not exist. It is one too.

    Example:
        >>> import rehabplan
        >>> report = rehabplan.validate({"sag": {"sagstype": "revalidering"}})
        >>> report.ok, report.conclusion, report.variant
        (False, 'deficient', 'REV')
        >>> for finding in report.findings:
        ...     if finding.blocking:
        ...         print(finding.citation, finding.message, finding.paths)
        § 2, stk. 1, 2. pkt. Planen har ingen forberedende del ['/forberedendeDel']
    """
    return _native.validate(plan, ready(options), text_or_none("case", case, options))


@takes(RunOptions)
def validate_many(
    plans: str | os.PathLike[str] | Iterable[Any],
    *,
    id: str | Callable[[Any], object] | None = None,
    plan: str | None = None,
    **options: Unpack[RunOptions],
) -> Run:
    """Checks many plans, in the order of the input and on all cores, with a few megabytes of them in memory at a time.

    The work is done when the result is asked for something: see `Run`. What cannot be read as a plan becomes a row that
    says so, and the rest goes on; see there too for what ends a run.

    Args:
        plans: One of

            - the path of an NDJSON file (any name but `*.json`), a plan on each line; blank lines are passed over;
            - the path of a folder: the `.json`, `.ndjson` and `.jsonl` files in it and in its folders, sorted by name;
            - an iterable of plans, each a dict, JSON in a str or bytes, or a pair of an id and one of these.
        id: What identifies a plan in the results: a key, or a JSON Pointer, that leads to it (in the plan, or beside it when
            `plan` is given), or a function. The function is called with each item of the iterable, with each line (bytes)
            of an NDJSON file, or with each file (`pathlib.Path`) of a folder. Left out, the files of a folder are
            identified by their path in it (control characters as escapes), and other plans by their row alone, as is a
            document without the key. A document on which the function raises is a row that says so (`noId`); when no document
            has the key, the run ends in a `KeyError`.
        plan: The key, or the JSON Pointer, that leads to the plan, where each document wraps it, as in
            `{"sagsnummer": "4711", "plan": {...}}`. The plan may also be JSON in a string there. A list of plans there has
            a result for each, all of the same row. A document without the key is a row that says so (`noPlan`), and so is one
            where it stands twice (`keyTwice`, also for `id` and `groups`); when no document has it, the run ends in a
            `KeyError`.
        phase, as_of, detail, lang, language, only, horizon, profiles: See `validate`; the same for all
            plans.
        suppress: See `validate`. Each must name its case: the plan's id, as `id` says.
        groups: What the plans can be grouped by afterwards (`Run.summary(by=[...])`), each one of

            - a key, or a JSON Pointer, to a text or a number beside the plan, as `id` is: `"distrikt"`;
            - the month or the quarter of a date of the plan: `"month:/moede/dato"`, `"quarter:/moede/dato"`.

            Each is a column of `findings` and `plans` too, after the others. Nothing else that stands beside a plan is taken
            along. When no document has a key, the run ends in a `KeyError`.
        threads: How many plans are checked at a time, at most `MAX_THREADS` (256); left out or 0, one for each core.
        progress: Whether to show a progress bar on stderr. It needs tqdm; without it there is none.

    Returns:
        The run. Nothing has been checked yet.

    Raises:
        OSError: The file or folder cannot be opened.
        TypeError: `plans` is of another type. A data frame is for `validate_frame`, a single plan for `validate`.
        ReadError: The file holds something other than JSON in UTF-8: a workbook, a packed file, another encoding.
        OptionError: An option has a value that does not exist.
        ValueError: The folder holds no plans.
        ProfileError: As `validate`.

    Example:
        >>> import rehabplan
        >>> plans = [("a", {"sag": {"sagstype": "revalidering"}}), ("b", b"{")]
        >>> run = rehabplan.validate_many(plans, progress=False)
        >>> for row in run.plans.to_dicts():
        ...     print(row["id"], row["conclusion"], row["error"])
        a deficient None
        b unreadable ikke JSON: teksten slutter for tidligt, linje 1, kolonne 1
    """
    asked = ready(options)
    lang = asked["lang"]
    plan = text_or_none("plan", plan, options)
    if id is not None and not is_text(id) and not callable(id):
        danish = "navnet på en nøgle eller en funktion fra et dokument til dets id"
        raise no_kind(lang, "id", danish, "the name of a key, or a function from a document to its id", id)
    if isinstance(plans, (str, os.PathLike)):
        path = _path(plans, lang)
        ndjson = not path.is_dir() and path.suffix.lower() != ".json"
        native = _native.Run.of_path(path, ndjson, id, plan, asked)
        return Run(native, progress=asked["progress"], unit="B", read=[path])
    if isinstance(plans, (dict, bytes, bytearray, memoryview)):
        danish = "argumentet plans er en sti eller planer en for en; en enkelt plan er til validate()"
        raise TypeError(said(lang, danish, "one plan is for validate(); validate_many() takes a path or an iterable of plans"))
    if hasattr(plans, "columns"):
        danish = "argumentet plans er en sti eller planer en for en; en dataramme er til validate_frame()"
        raise TypeError(said(lang, danish, "a data frame is for validate_frame()"))
    if not isinstance(plans, Iterable):
        raise no_kind(lang, "plans", "en sti eller planer en for en", "a path or an iterable of plans", plans)
    return Run(_native.Run.of_items(plans, id, plan, asked), progress=asked["progress"], unit="plan")


@takes(RunOptions)
def validate_frame(
    frame: Any,
    column: str = "plan",
    id: str | None = None,
    **options: Unpack[RunOptions],
) -> Run:
    """Checks the plans in a column of a data frame, batch by batch.

    Args:
        frame: Anything with `__arrow_c_stream__`: a DataFrame of polars or pandas, a Table, RecordBatch or
            RecordBatchReader of pyarrow, a relation of DuckDB, and so on. A stream that can be read only once is used up.
            Columns other than those that are named are not looked at.
        column: The column of plans: JSON as text or UTF-8 bytes, in any of Arrow's layouts. A null is a row that could
            not be read.
        id: A column that identifies the plans in the results, of text, numbers or dates.
        phase, as_of, detail, lang, language, only, horizon, profiles: See `validate`; the same for all
            plans.
        suppress: See `validate_many`.
        groups: See `validate_many`; instead of a key the name of a column of text, numbers or dates.
        threads, progress: See `validate_many`.

    Returns:
        The run, whose rows are those of the data frame, from 0.

    Raises:
        TypeError: `frame` is no data frame, or a lazy one, or a column is of a type that holds no JSON or no ids.
        KeyError: There is no such column, or more than one.
        OptionError: An option has a value that does not exist.
        ProfileError: As `validate`.

    Example:
        >>> import pyarrow, rehabplan
        >>> table = pyarrow.table({"sag": [17, 18], "plan": ['{"sag": {"sagstype": "revalidering"}}', None]})
        >>> run = rehabplan.validate_frame(table, id="sag", progress=False)
        >>> [(row["id"], row["conclusion"]) for row in run.plans.to_dicts()]
        [('17', 'deficient'), ('18', 'unreadable')]
    """
    asked = ready(options)
    lang = asked["lang"]
    for name, value in (("column", column), ("id", id)):
        if text_or_none(name, value, options) is None and name == "column":
            raise no_kind(lang, name, "en str", "a str", value)
    if not hasattr(frame, "__arrow_c_stream__") and not hasattr(frame, "__arrow_c_array__"):
        kind = type(frame).__name__
        if hasattr(frame, "mapInArrow"):
            danish = "argumentet frame: en DataFrame fra Spark er til rehabplan.spark; eller brug .toArrow()"
            raise TypeError(said(lang, danish, "a Spark DataFrame is for rehabplan.spark, or use .toArrow()"))
        if hasattr(frame, "collect"):
            danish = f"argumentet frame: en {kind} har ingen rækker endnu; validate_frame(frame.collect()) kontrollerer dem"
            english = f"a {kind} has no rows yet: validate_frame(frame.collect()) checks them"
            raise TypeError(said(lang, danish, english))
        danish = "noget med __arrow_c_stream__, fx en DataFrame"
        raise no_kind(lang, "frame", danish, "an object with __arrow_c_stream__, such as a DataFrame", frame)
    return Run(_native.Run.of_frame(frame, column, id, asked), progress=asked["progress"], unit="plan")


@takes(CompareOptions)
def compare(
    plans: Any,
    profiles: Sequence[ProfileLike],
    *,
    id: str | Callable[[Any], object] | None = None,
    plan: str | None = None,
    **options: Unpack[CompareOptions],
) -> _native.Comparison:
    """Shows what profiles change: the same plans without any of them, and with all of them together.

    To hold one profile against another, compare twice. Nothing is kept but the comparison, so memory does not grow with
    the number of plans. (A run of `validate_many(..., profiles=[...])` has the same in `run.comparison`.)

    Args:
        plans: What `validate_many` takes, or a data frame as `validate_frame` does.
        profiles: See `validate`; at least one.
        id: See `validate_many` and `validate_frame`.
        plan: The key that holds the plan, see `validate_many`; for a data frame its column, `"plan"` if left out.
        phase, as_of, lang, language, horizon: See `validate`; the same for all plans.
        threads, progress: See `validate_many`.

    Returns:
        The comparison: tables, JSON and a plot.

    Raises:
        ProfileError: A profile cannot be used, or two contradict each other.
        OptionError: `profiles` is empty, or as `validate_many` and `validate_frame`, as all that they raise.

    Example:
        >>> import rehabplan
        >>> plan = {"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"dato": "2020-03-02"}}
        >>> comparison = rehabplan.compare([plan], ["forslag/2018-laege-valgfri"], progress=False)
        >>> for row in comparison.rules.to_dicts():
        ...     print(row["rule"], row["variant"], -row["fall_away"], +row["appear"])
        P4.1.pkt1 FJ -1 0
        forslag/2018-laege-valgfri.a FJ 0 1
    """
    lang = options.get("lang")
    if not is_text(profiles) and (profiles is None or hasattr(profiles, "__len__") and not len(profiles)):
        danish = "der er intet at sammenligne: argumentet profiles er tomt"
        raise OptionError(said(lang, danish, "there is nothing to compare: profiles is empty"), None, "/profiles")
    if hasattr(plans, "__arrow_c_stream__") or hasattr(plans, "__arrow_c_array__"):
        if id is not None and not isinstance(id, str):
            raise no_kind(lang, "id", "navnet på en kolonne", "the name of a column of the data frame", id)
        run = validate_frame(plans, plan or "plan", id, profiles=profiles, **options)
    else:
        run = validate_many(plans, id=id, plan=plan, profiles=profiles, **options)
    deque(run, maxlen=0)
    return run.comparison


def diff(before: Run, after: Run) -> _native.Table:
    """What has become of the findings of one run in a later one, plan by plan and requirement by requirement.

    Args:
        before: A run, checked with `detail="all"` and with an `id` for every plan, and not iterated.
        after: A later one, of the same kind. Only runs that were checked in the same way (phase, profiles, horizon) hold like
            against like.

    Returns:
        A table with one row for each plan and requirement that is not met in one of the runs: `id`, `rule`, `paragraph`,
        `citation`, `change`, `before` and `after` (the outcomes, null where there is none), `path` and `message`. `change` is

        - `unchanged`: not met, as before;
        - `new`: not met now, and not a finding before, or the plan was not in the first run;
        - `solved`: met now;
        - `notRequired`: exempt, not relevant, or for a person to judge now;
        - `undetermined`: it cannot be determined any more;
        - `notChecked`: the requirement was not checked in the later run, because the case is outside of the regulation or the
          check was limited;
        - `unreadable`: the plan cannot be read any more;
        - `gone`: the plan is not in the later run.

        Only what was seen to be met is `solved`. A finding that repeats another is passed over.

    Raises:
        ValueError: Not every answer was kept, a plan has no id, or two plans of a run have the same.
        RuntimeError: A run has been iterated, or has failed.
        TypeError: `before` or `after` is no `Run`.

    Example:
        >>> import rehabplan
        >>> plan = {"sag": {"sagstype": "fleksjob"}}
        >>> runs = [
        ...     rehabplan.validate_many([("17", plan)], detail="all", progress=False)
        ...     for plan in (plan, plan | {"forberedendeDel": {"dato": "2020-03-02"}})
        ... ]
        >>> changes = rehabplan.diff(*runs).to_dicts()
        >>> [(row["id"], row["citation"]) for row in changes if row["change"] == "solved"]
        [('17', '§ 2, stk. 1, 2. pkt.')]
    """
    for name, run in (("before", before), ("after", after)):
        if not isinstance(run, Run):
            other = after if name == "before" else before
            lang = other._native.lang if isinstance(other, Run) else "da"
            raise no_kind(lang, name, "et Run, som validate_many() giver det", "a Run, as validate_many() gives it", run)
    return before._diff(after)


def rules(profiles: Sequence[ProfileLike] | None = None, *, lang: Lang = "da") -> list[dict[str, Any]]:
    """Every rule: the requirements in the order of the law, then the scope rules of § 1.

    Each is a dict with `id`, `unit`, `citation`, `provision`, `kind`, `severity`, `phases`, `paths`, `summary`,
    `finding`, `remedy`, `judgement`, `matrix` and `page`; texts are dicts with `da` and `en`.

    Args:
        profiles: Profiles whose rules are to stand after them, as in `validate`. Such a rule is no provision: `unit` and
            `provision` are `None`, and `citation` is a text.
        lang: The language of errors.

    Raises:
        ProfileError: A profile cannot be used.
        OSError: A file of a profile cannot be read.
        TypeError: `profiles` is of another type.
        OptionError: There is no such language.
    """
    return _native.rules(chosen(profiles, lang), lang)


def _path(plans: str | os.PathLike[str], lang: Lang) -> Path:
    # Whoever passes a plan as text must not see it again in the message of an OSError.
    if isinstance(plans, str) and (plans.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") or "\n" in plans):
        danish = "argumentet plans: en str er en sti her; en enkelt plan som tekst er til validate()"
        raise TypeError(said(lang, danish, "a str is a path here; one plan as text is for validate()"))
    path = Path(plans)
    try:
        path.stat()
    except OSError as error:
        raise unread(error, path, "plans", lang) from None
    return path
