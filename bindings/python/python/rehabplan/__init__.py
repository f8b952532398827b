"""Checks Danish rehabiliteringsplaner against the regulation that governs them.

`validate` checks one plan, `validate_many` an export of them, and `validate_frame` a column of a data frame. `rules`,
`explain`, `matrix`, `coverage`, `json_schema` and `rule_set` say what is checked. `rehabplan.spark` is for data that
outgrows one machine.

No report, table, exception or `repr` holds any text from a plan.
"""

from ._api import validate, validate_frame, validate_many
from ._errors import ReadError
from ._native import (
    Checked,
    Counts,
    Finding,
    InputFinding,
    Note,
    Report,
    Table,
    __version__,
    coverage,
    explain,
    json_schema,
    matrix,
    rule_set,
    rules,
)
from ._run import Run

__all__ = [
    "Checked",
    "Counts",
    "Finding",
    "InputFinding",
    "Note",
    "ReadError",
    "Report",
    "Run",
    "Table",
    "__version__",
    "coverage",
    "explain",
    "json_schema",
    "matrix",
    "rule_set",
    "rules",
    "validate",
    "validate_frame",
    "validate_many",
]
