"""The corpus of the law and the whole plans, which every language runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rehabplan
from conftest import CORPUS, PLANS, load, plan_of

FILES = sorted(path for folder in ("rules", "boundary", "scope") for path in (CORPUS / folder).glob("*.json"))
RULES = [rule["id"] for rule in rehabplan.rules() if rule["kind"] != "scope"]


def differences(case: dict[str, Any], report: rehabplan.Report) -> list[str]:
    """Everything in which a report differs from what a case expects."""
    expect = dict(case["expect"])
    wrong = []

    def compare(what: str, expected: object, found: object) -> None:
        if expected != found:
            wrong.append(f"{what}: expected {expected!r}, got {found!r}")

    for name in ("variant", "conclusion"):
        if name in expect:
            compare(name, expect.pop(name), getattr(report, name))
    results = {result.rule: result for result in report.results}
    unanswered = report.variant is None or report.conclusion == "outsideValidity"
    compare("rules answered", [] if unanswered else RULES, list(results))
    for rule, expected in expect.pop("results").items():
        result = results.get(rule)
        if result is None:
            wrong.append(f"{rule}: no answer")
            continue
        names = {"sameAs": "same_as", "dependsOn": "depends_on"}
        if expected["outcome"] == "notMet":
            expected = {"sameAs": None, **expected}
        for name, value in expected.items():
            compare(f"{rule}.{name}", value, getattr(result, names.get(name, name)))
    if "findings" in expect:
        compare("findings", expect.pop("findings"), [finding.rule for finding in report.findings])
    if "input" in expect:
        found = [{"path": finding.path, "code": finding.code} for finding in report.input]
        compare("input", expect.pop("input"), found)
    compare("keys of expect", {}, expect)
    return wrong


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_report_is_what_the_law_demands(file: Path) -> None:
    wrong = []
    for case in load(file)["cases"]:
        plan = plan_of(case)
        options = {"phase": case["phase"], "as_of": case.get("asOf")}
        report = rehabplan.validate(plan, detail="all", **options)
        wrong += [f"{case['name']}: {difference}" for difference in differences(case, report)]

        short = rehabplan.validate(json.dumps(plan), **options).to_dict()
        full = report.to_dict()
        full["results"] = [one for one in full["results"] if one["outcome"] in ("notMet", "undetermined")]
        if short != full:
            wrong.append(f"{case['name']}: the report of findings is not the full one less what it leaves out")
    assert not wrong, "\n".join(wrong)


def test_the_corpus_is_all_there() -> None:
    stems = {path.parent.name: set() for path in FILES}
    for path in FILES:
        stems[path.parent.name].add(path.stem)
    assert len(stems["boundary"]) == 52
    assert set(RULES) - stems["rules"] == set(), "a rule without a file"
    assert len(stems["scope"]) == 13


@pytest.mark.parametrize("name", sorted(path.name for path in (PLANS / "expected").glob("*.json")))
def test_the_report_has_the_bytes_of_the_core(name: str) -> None:
    expected = load(PLANS / "expected" / name)
    wanted = (PLANS / "reports" / name).read_bytes().replace(b"\n", b"")
    document = (PLANS / name).read_bytes()
    options = {"phase": expected["phase"], "as_of": expected["asOf"], "detail": "all"}
    for plan in (document, document.decode(), json.loads(document), bytearray(document), memoryview(document)):
        assert rehabplan.validate(plan, **options).to_json().encode() == wanted
    [checked] = rehabplan.validate_many([document], progress=False, **options)
    assert checked.report is not None and checked.report.to_json().encode() == wanted


def test_many_give_the_reports_of_each(generate: Any) -> None:
    plans = [line for line, _ in generate.lines(300, seed=7, bare=True)]
    for options in ({"detail": "findings"}, {"detail": "all", "phase": "indstilling", "lang": "en"}):
        run = rehabplan.validate_many(plans, progress=False, **options)
        for plan, checked in zip(plans, run, strict=True):
            if checked.report is not None:
                assert checked.report.to_json() == rehabplan.validate(plan, **options).to_json()
