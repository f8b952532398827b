"""Plans that outgrow one machine: functions for PySpark's `DataFrame.mapInArrow`.

    >>> from rehabplan import spark as rehabplan_spark
    >>> check = rehabplan_spark.findings("plan", id="sagsnummer", phase="indsats", as_of="2021-03-01")
    >>> findings = frame.mapInArrow(check, rehabplan_spark.FINDINGS)  # doctest: +SKIP

Needs PySpark 3.4 or later with pyarrow, and rehabplan on every worker. The result has the columns of `Run.findings` or
`Run.plans`; but a row's place in a distributed input means nothing, so `row` is left out, and `id` must be given.

An export of another shape is checked by a mapping, as `validate_table` does it. Measures stand in the row, as a list of
structs; the columns that the mapping carries come after the others. A batch is read as the whole would be; what can only be
said of the whole (a place that no case has, an id that several have) is not said, so try the mapping on an extract with
`validate_table` first:

    >>> check = rehabplan_spark.findings(map="kort.toml", as_of="2021-03-01")  # doctest: +SKIP
    >>> findings = frame.mapInArrow(check, rehabplan_spark.FINDINGS + ", Distrikt string")  # doctest: +SKIP
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ._api import validate_frame, validate_many
from ._native import Table
from ._options import Options, takes
from ._profiles import chosen, suppressions
from ._table import _mapping, validate_table
from ._words import said

if TYPE_CHECKING:
    import pyarrow
    from typing_extensions import Unpack

    Batches = Iterator[pyarrow.RecordBatch]

__all__ = ["FINDINGS", "PLANS", "findings", "plans"]

FINDINGS = (
    "id string, variant string, phase string, rule string, paragraph bigint, citation string, outcome string, "
    "severity string, path string, message string, remedy string, exemption string, same_as string, "
    "depends_on string, note string, key string, profile string, base_outcome string, base_severity string, "
    "suppressed string, origin string"
)
"""The schema of `findings`, for `mapInArrow`."""

PLANS = (
    "id string, variant string, phase string, conclusion string, complete boolean, errors bigint, warnings bigint, "
    "met bigint, not_met bigint, exempt bigint, not_applicable bigint, review bigint, undetermined bigint, "
    "not_in_source bigint, "
    "input bigint, notes string, error_code string, error string, base_conclusion string, profile_findings bigint, "
    "suppressed bigint, without_effect string"
)
"""The schema of `plans`, for `mapInArrow`."""


@takes(Options)
def findings(
    column: str = "plan",
    *,
    id: str | None = None,
    map: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    **options: Unpack[Options],
) -> Callable[[Batches], Batches]:
    """A function from batches of plans to batches of findings, for `mapInArrow(..., FINDINGS)`.

    Args:
        column: The column of plans: JSON as string or binary.
        id: The column that identifies the plans in the result.
        map: A mapping, in place of `column` and `id`: see `rehabplan.validate_table`. It says itself what the id is.
        options: See `rehabplan.validate`.

    Raises:
        OptionError: An option cannot be used.
        OSError: A file of profiles or suppressions, or the mapping, cannot be read.
        ProfileError: A profile or a suppression cannot be used.
        TypeError: An option is of another type; or both `id` and `map`, or neither, were given; or `horizon` with `map`.
    """
    return _mapped("findings", column, id, map, {**options})


@takes(Options)
def plans(
    column: str = "plan",
    *,
    id: str | None = None,
    map: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    **options: Unpack[Options],
) -> Callable[[Batches], Batches]:
    """A function from batches of plans to batches with one row for each, for `mapInArrow(..., PLANS)`.

    Args:
        column: The column of plans: JSON as string or binary.
        id: The column that identifies the plans in the result.
        map: A mapping, in place of `column` and `id`: see `rehabplan.validate_table`. It says itself what the id is.
        options: See `rehabplan.validate`.

    Raises:
        OptionError: An option cannot be used.
        OSError: A file of profiles or suppressions, or the mapping, cannot be read.
        ProfileError: A profile or a suppression cannot be used.
        TypeError: An option is of another type; or both `id` and `map`, or neither, were given; or `horizon` with `map`.
    """
    return _mapped("plans", column, id, map, {**options})


def _mapped(
    table: str,
    column: str,
    id: str | None,
    map: str | os.PathLike[str] | Mapping[str, Any] | None,
    options: dict[str, Any],
) -> Callable[[Batches], Batches]:
    lang = options.get("lang", "da")
    if (id is None) == (map is None):
        danish = "giv enten kolonnen med id'et eller et kort, som selv siger, hvad id'et er"
        english = "give either the column of the id, or a mapping, which says itself what the id is"
        raise TypeError(said(lang, danish, english))
    if map is not None and options.pop("horizon", None) is not None:
        danish = "et kort siger selv, hvad kilden kan rumme: udelad horizon"
        raise TypeError(said(lang, danish, "a mapping says itself what the source can hold: leave horizon out"))
    # A mistake in the options is best heard of here, and not from a worker.
    validate_many([], **options)
    # The files are here, and not where the workers are.
    mapping = None if map is None else _mapping(map, lang).decode()
    if named := chosen(options.get("profiles"), lang):
        options["profiles"] = [name if text is None else json.loads(text) for name, text in named]
    if known := suppressions(options.get("suppress"), lang):
        options["suppress"] = json.loads(known[1])

    def check(batches: Batches) -> Batches:
        import pyarrow

        for batch in batches:
            # Spark runs a task on each core already.
            if mapping is None:
                run = validate_frame(batch, column, id, threads=1, progress=False, **options)
            else:
                # Which row of the whole it is, nobody can say here.
                cases = pyarrow.Table.from_batches([batch]).replace_schema_metadata({"rehabplan.part": ""})
                # A mapping on one line would be taken for the name of a file.
                run = validate_table(cases, mapping + "\n", threads=1, progress=False, **options)
            result: Table = getattr(run, table)
            yield from pyarrow.table(result).drop_columns(["row"]).to_batches()

    return check
