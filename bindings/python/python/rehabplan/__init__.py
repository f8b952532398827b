"""Checks Danish rehabiliteringsplaner against the regulation that governs them.

`validate` checks one plan, `validate_many` an export of them, and `validate_frame` a column of a data frame.
`validate_table` checks an export of another shape by a mapping, which `draft_map` proposes; `read_table` reads the plans.
`validate_documents` checks plans that were written in Word, LibreOffice or a PDF. `compare` says
what profiles would change: what lies beside the regulation, listed by `profiles`. `diff` says what has become of the findings of
one run in a later one, and `checklist` what a plan will have to hold before there is one. `rules`, `explain`, `matrix`, `coverage`,
`json_schema`, `report_schema`, `profile_schema`, `suppression_schema` and `rule_set` say what is checked, and `names` what its
codes are called. `recommendation` says why the language check points out a text. `rehabplan.spark` is for data that
outgrows one machine.

No report, table, exception or `repr` holds any text from a plan.
"""

from ._api import compare, diff, rules, validate, validate_frame, validate_many
from ._errors import OptionError, ProfileError, ReadError
from ._native import (
    MAX_THREADS,
    MIN_GROUP,
    Checked,
    Checklist,
    Comparison,
    Counts,
    InputFinding,
    Note,
    Plans,
    Report,
    RuleResult,
    Table,
    __version__,
    checklist,
    coverage,
    explain,
    json_schema,
    matrix,
    names,
    profile_schema,
    profiles,
    recommendation,
    report_schema,
    rule_set,
    suppression_schema,
)
from ._run import Run
from ._table import draft_map, read_table, validate_documents, validate_table

__all__ = [
    "MAX_THREADS",
    "MIN_GROUP",
    "Checked",
    "Checklist",
    "Comparison",
    "Counts",
    "InputFinding",
    "Note",
    "OptionError",
    "Plans",
    "ProfileError",
    "ReadError",
    "Report",
    "RuleResult",
    "Run",
    "Table",
    "__version__",
    "checklist",
    "compare",
    "coverage",
    "draft_map",
    "diff",
    "explain",
    "json_schema",
    "matrix",
    "names",
    "profile_schema",
    "profiles",
    "read_table",
    "recommendation",
    "report_schema",
    "rule_set",
    "rules",
    "suppression_schema",
    "validate",
    "validate_documents",
    "validate_frame",
    "validate_many",
    "validate_table",
]
