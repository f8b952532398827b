"""No way out shows anything that stands in a plan."""

from __future__ import annotations

import itertools
import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest
import rehabplan
from conftest import CANARY, CORPUS, base


def with_canary(value: Any) -> Any:
    """The same with the canary in every text that is no code, date or flag, and in a key of every object."""
    if isinstance(value, dict):
        return {CANARY: CANARY, **{key: with_canary(inner) for key, inner in value.items()}}
    if isinstance(value, list):
        return [with_canary(inner) for inner in value]
    if isinstance(value, str) and " " in value:
        return f"{value} {CANARY}"
    return value


def everywhere(plan: Any) -> Iterator[dict[str, Any]]:
    """One plan for each place, with the canary there instead of what belongs there: codes, dates, numbers, parts."""

    def places(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        if way:
            yield way
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, one in inner:
            yield from places(one, (*way, key))

    for *way, last in places(plan, ()):
        changed = json.loads(json.dumps(plan))
        holder = changed
        for key in way:
            holder = holder[key]
        holder[last] = CANARY
        yield changed


def plans() -> list[dict[str, Any]]:
    found = []
    for path in sorted((CORPUS / "base").glob("*.json")):
        plan = base(path.stem)
        found.append(with_canary(plan))
        found += itertools.islice(everywhere(plan), 0, None, 3)
    return found


PARTS = ("Kanarie", "kanarie", "fugl-æ", "Kanariefugl")


def silent(text: object) -> None:
    assert not any(part in str(text) for part in PARTS)


def test_reports_say_nothing_of_the_plan(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    caplog.set_level(logging.DEBUG)
    for plan in plans():
        report = rehabplan.validate(plan, detail="all", as_of="2020-06-01")
        silent(repr(report))
        silent(report.to_json())
        silent(report._repr_html_())
        silent([*report.results, *report.findings, *report.input, *report.notes, report.counts])
        silent([(finding.key, finding.paths, finding.message, finding.remedy) for finding in report.results])
        silent([(finding.path, finding.message, finding.remedy, finding.nearest) for finding in report.input])
    output = capfd.readouterr()
    silent(caplog.text + output.out + output.err)
    assert output.err == ""


def test_tables_say_nothing_of_the_plans() -> None:
    run = rehabplan.validate_many(
        [*plans(), CANARY, f'{{"x": "{CANARY}', f'["{CANARY}"]', CANARY.encode("latin-1")], detail="all", progress=False
    )
    for table in (run.findings, run.plans, run.summary(), run.summary("paragraph")):
        silent(pyarrow.table(table).to_pylist())
        silent(repr(table))
    silent(repr(run) + repr(list(run)))
    silent([checked.error for checked in run])


@pytest.mark.parametrize(
    "plan",
    [
        CANARY,
        f'{{"{CANARY}": ',
        f'{{"sag": "{CANARY}", }}',
        f'["{CANARY}"]',
        CANARY.encode("latin-1"),
        [CANARY],
        {"sag": {"x": [CANARY] * 3, CANARY: {"y": "[" * 100}}, "moede": {"deltagere": [CANARY] * 10_001}},
        json.dumps({CANARY: json.loads("[" * 80 + f'"{CANARY}"' + "]" * 80)}),
    ],
    ids=range(8),
)
def test_exceptions_say_nothing_of_the_plan(plan: Any) -> None:
    with pytest.raises((ValueError, TypeError)) as raised:
        rehabplan.validate(plan)
    error = raised.value
    # Not in what led to it either, nor in what a caller may look at; only the caller's own lines are in a traceback.
    silent("".join(traceback.format_exception_only(error)))
    silent([error.args, vars(error), error.__cause__, error.__context__, getattr(error, "__notes__", None)])


def test_values_that_json_does_not_have_say_nothing() -> None:
    def fails(self: object) -> str:
        raise ValueError(CANARY)

    odd = type("Kanariefugl", (), {"__module__": "numpy", "dtype": property(fails), "__str__": fails})
    for plan in (
        {"sag": {CANARY}},
        {CANARY: object()},
        {("Kanarie",): 1},
        {"sag": "Kanariefugl \ud800"},
        {"Kanariefugl\ud800": 1},
        {"sag": {"sagstype": odd()}},
    ):
        report = rehabplan.validate(plan)
        assert report.input and not report.ok
        silent([report.to_json(), report._repr_html_(), repr(report)])
    part = {"forberedendeDel": {"oensker": CANARY}}
    for source in ([part], [(part, "{}")], [([CANARY], "{}")], [(object(), "{}")]):
        options = {"id": "forberedendeDel"} if source == [part] else {}
        rows = rehabplan.validate_many(source, progress=False, **options).plans.to_dicts()  # type: ignore[arg-type]
        silent(rows)
        assert rows[0]["id"] is None
    run = rehabplan.validate_many([part], id=lambda plan: plan["forberedendeDel"], progress=False)
    assert run.plans.to_dicts()[0]["id"] is None
    run = rehabplan.validate_many([{"nr": odd(), "sag": {}}, {"nr": 1}], id="nr", progress=False)
    silent([run.plans.to_dicts(), run.findings.to_dicts()])
    assert run.plans.to_dicts()[0]["error_code"] == "noId"


def test_names_of_files_are_the_caller_s_own(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(CANARY, "utf-8")
    silent(rehabplan.validate_many(tmp_path, progress=False).plans.to_dicts())
