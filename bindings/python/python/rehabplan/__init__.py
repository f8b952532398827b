"""Checks Danish rehabiliteringsplaner against the regulation that governs them.

`validate` checks one plan, `validate_many` a file or a folder of them, and `validate_frame` a column of a data frame.
`validate_table` checks an export of another shape by a mapping, which `draft_map` proposes; `read_table` reads the plans. `compare` says
what profiles would change: what lies beside the regulation, listed by `profiles`. `rules`, `explain`, `matrix`, `coverage`,
`json_schema`, `profile_schema`, `suppression_schema` and `rule_set` say what is checked. `rehabplan.spark` is for data that
outgrows one machine.

No report, table, exception or `repr` holds any text from a plan.
"""

from ._api import compare, rules, validate, validate_frame, validate_many
from ._errors import ProfileError, ReadError
from ._native import (
    MAX_THREADS,
    Checked,
    Comparison,
    Counts,
    Finding,
    InputFinding,
    Note,
    Plans,
    Report,
    Table,
    __version__,
    coverage,
    explain,
    json_schema,
    matrix,
    profile_schema,
    profiles,
    rule_set,
    suppression_schema,
)
from ._run import Run
from ._table import draft_map, read_table, validate_table

__all__ = [
    "MAX_THREADS",
    "Checked",
    "Comparison",
    "Counts",
    "Finding",
    "InputFinding",
    "Note",
    "Plans",
    "ProfileError",
    "ReadError",
    "Report",
    "Run",
    "Table",
    "__version__",
    "compare",
    "coverage",
    "draft_map",
    "explain",
    "json_schema",
    "matrix",
    "profile_schema",
    "profiles",
    "read_table",
    "rule_set",
    "rules",
    "suppression_schema",
    "validate",
    "validate_frame",
    "validate_many",
    "validate_table",
]
