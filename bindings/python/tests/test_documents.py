"""Plans that were written as documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import rehabplan

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = ROOT / "tests" / "import" / "documents"


def test_a_folder_of_documents_is_a_table_with_a_row_for_each() -> None:
    run = rehabplan.validate_documents(ROOT / "examples" / "dokumenter" / "sager", progress=False)
    plans = {row["id"]: row for row in run.plans.to_dicts()}
    assert {name: row["conclusion"] for name, row in plans.items()} == {
        "4711.docx": "deficient",
        "4712.pdf": "deficient",
        "4713.odt": "undetermined",
    }
    assert all(row["not_in_source"] > 0 for row in plans.values())
    findings = run.findings.to_dicts()
    # No wishes in the one (§ 3, stk. 1, nr. 4), nothing on treatment in the other (nr. 5).
    assert {(row["id"], row["rule"]) for row in findings if row["severity"] == "error"} == {
        ("4711.docx", "P3.1.4"),
        ("4712.pdf", "P3.1.5.b"),
    }
    # What stands under a heading that nobody knows is said to be unchecked.
    assert [(row["id"], row["path"]) for row in findings if row["outcome"] == "input"] == [("4713.odt", "/overskrift/1")]
    # Which heading it is, is said in words, as the table of the command line says it.
    [told] = [row["message"] for row in findings if row["outcome"] == "input"]
    assert told.endswith(": overskrift »Drømme«, side 2, efter »Hidtidig forsørgelseshistorik«")
    assert not any("lærlinge" in str(row) for row in findings)
    # Where each stands in its document is said beside the place in the plan, on the page and in the workbook too.
    origins = {(row["id"], row["rule"]): row["origin"] for row in findings}
    assert origins["4711.docx", "P3.1.4"] == "overskrift »Ønsker til fremtidigt job og uddannelse«"
    assert origins["4712.pdf", "P3.1.5.b"] == "side 1, celle »Igangværende undersøgelser eller behandling«"
    assert origins["4713.odt", None].startswith("overskrift »Drømme«, side 2")
    assert all(row["origin"] for row in findings if row["outcome"] == "notMet")
    assert "overskrift »Ønsker til fremtidigt job og uddannelse«" in run.to_html()


def test_the_caller_says_what_a_document_does_not(tmp_path: Path) -> None:
    shutil.copy(DOCUMENTS / "tabel-1.docx", tmp_path)
    (tmp_path / "brev.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Hemmelig")
    run = rehabplan.validate_documents(tmp_path, sagstype="ressourceforloeb", progress=False)
    rows = run.plans.to_dicts()
    assert [(row["id"], row["variant"], row["error_code"]) for row in rows] == [
        ("brev.doc", None, "oldDocument"),
        ("tabel-1.docx", "RF", None),
    ]
    assert "Hemmelig" not in str(rows)
    with pytest.raises(ValueError, match="sagstype er en af"):
        rehabplan.validate_documents(tmp_path, sagstype="rf2")
    (tmp_path / "tom").mkdir()
    with pytest.raises(ValueError, match="ingen dokumenter"):
        rehabplan.validate_documents(tmp_path / "tom")


def test_a_template_of_your_own_has_a_mapping_of_its_own() -> None:
    map = {"source": {"kind": "document"}, "plan": {"/sag/sagstype": {"constant": "fleksjob"}, "/forberedendeDel/oensker": {"heading": "Økonomiske forhold i øvrigt"}}}
    run = rehabplan.validate_documents(DOCUMENTS / "overskrifter-1.docx", map, detail="all", progress=False)
    outcomes = {row["rule"]: row["outcome"] for row in run.findings.to_dicts()}
    assert outcomes["P3.1.4"] == "met"
    with pytest.raises(ValueError, match="the mapping is of tables"):
        rehabplan.validate_documents(DOCUMENTS, {"plan": {"/forberedendeDel/oensker": "Ønsker"}}, lang="en")
    with pytest.raises(rehabplan.ReadError, match="oensker"):
        rehabplan.validate_documents(DOCUMENTS, {"source": {"kind": "document"}, "plan": {"/forberedendeDel/oenske": "Ønsker"}})


def test_what_lies_beside_documents_and_is_none_is_named(tmp_path: Path) -> None:
    shutil.copy(DOCUMENTS / "tabel-1.docx", tmp_path)
    (tmp_path / "side 2.png").write_bytes(b"Hemmelig")
    (tmp_path / "ark").mkdir()
    (tmp_path / "ark" / "plan.json").write_text('{"x": "Hemmelig"}')
    (tmp_path / "planer.NDJSON").write_text("{}\n")
    with pytest.warns(UserWarning, match="ikke læst") as told:
        run = rehabplan.validate_documents(tmp_path, sagstype="ressourceforloeb", progress=False)
        assert len(run.plans) == 1
    lines = [str(one.message) for one in told]
    assert [line.split(": ")[0].removeprefix(f"{tmp_path}/") for line in lines] == ["ark/plan.json", "planer.NDJSON", "side 2.png"]
    # Of plans in JSON it is said what reads them.
    assert ["validate_many" in line for line in lines] == [True, True, False]
    assert "Hemmelig" not in str(lines)
    # Nothing but these is nothing to check.
    with pytest.raises(ValueError, match="ingen dokumenter"):
        rehabplan.validate_documents(tmp_path / "ark")
