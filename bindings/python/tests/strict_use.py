"""What users write, for `mypy --strict`. Never run."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, assert_type

import rehabplan
from rehabplan import spark
from rehabplan.types import NoteDict

if TYPE_CHECKING:
    from matplotlib.axes import Axes

report = rehabplan.validate(b"{}", phase="indsats", as_of=datetime.date(2020, 6, 1), lang="en", detail="all")
assert_type(report, rehabplan.Report)
assert_type(report.ok, bool)
assert_type(report.variant, "str | None")
assert_type([finding.severity == "error" for finding in report.findings], list[bool])
assert_type(report.counts.met, int)
assert_type(report.to_dict()["results"][0]["note"], "NoteDict | None")
assert_type([profile["inForce"] for profile in report.to_dict()["profiles"]], list[bool])
report.to_dict()["result"]  # type: ignore[typeddict-item]
if report.conclusion == "deficient":
    for finding in report.findings:
        assert_type(finding.remedy, "str | None")
        if finding.note:
            assert_type(finding.note.text, str)

rehabplan.validate({}, phase="later")  # type: ignore[arg-type]
rehabplan.validate({}, only={"rules": ["P3.1.4"]}, case="17")
rehabplan.validate({}, only_rules=["P3.1.4"])  # type: ignore[call-arg]  # There is no such option, and a type checker has to say so.
rehabplan.validate({}, threads=2)  # type: ignore[call-arg]  # The same: it is an option of runs.
rehabplan.validate(17)  # type: ignore[arg-type]
report.ok = True  # type: ignore[misc]
report.conclusion == "fine"  # type: ignore[comparison-overlap]

run = rehabplan.validate_many("export.ndjson", id="sagsnummer", plan="plan", threads=2, progress=False)
for checked in run:
    assert_type(checked, rehabplan.Checked)
    if checked.error:
        assert_type(checked.error.code, str)
rehabplan.validate_many([("a", {}), ("b", "{}")], id=lambda item: item[0])
rehabplan.validate_frame(object(), "plan", "nr")


def count(table: rehabplan.Table) -> int:
    return len(table) + len(table.to_dicts())


def draw() -> Axes:
    return run.plot()


comparison = rehabplan.compare(["{}"], ["proces", pathlib.Path("kommune.json"), {"id": "mit"}], lang="en")
assert_type(comparison, rehabplan.Comparison)
assert_type(run.comparison, rehabplan.Comparison)
assert_type(comparison.plot().get_title(), str)
rehabplan.compare(["{}"], [7])  # type: ignore[list-item]
beside = rehabplan.validate({}, profiles=["vejledning"], suppress=[{"key": "P3.1.4!/x"}])
assert_type([finding.profiles for finding in beside.profile_findings], list[list[str]])
rehabplan.validate({}, profiles=17)  # type: ignore[arg-type]
count(comparison.rules)
count(run.findings)
count(run.summary("paragraph"))
count(run.summary(["distrikt", "rule"], min_group=10))
run.summary(7)  # type: ignore[arg-type]  # neither a column nor a list of them
assert_type(run.to_html(["distrikt"]), str)
count(rehabplan.diff(run, run))
assert_type(rehabplan.checklist("fleksjob", "indsats", lang="en").to_html(), str)
check = spark.findings("plan", id="nr")
assert_type([rule["id"] for rule in rehabplan.rules()], list[Any])
_: Iterable[rehabplan.Checked] = run
