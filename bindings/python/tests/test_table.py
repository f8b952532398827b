"""Exports by a mapping."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import rehabplan
from rehabplan.types import Lang

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "udtraek"
IMPORT = Path(__file__).resolve().parents[3] / "tests" / "import"
MAP = {
    "id": "Sag",
    "carry": ["Enhed"],
    "plan": {"/sag/sagstype": "Type", "/forberedendeDel/dato": "Dato", "/forberedendeDel/oensker": "Ønsker"},
    "tables": {"indsatser": {"key": "Sag"}},
    "lists": [{"place": "/indsatsdel/tilbud", "table": "indsatser", "fields": {"beskrivelse": "Indsats"}}],
}
CASES = {
    "Sag": [17, 18],
    "Enhed": ["Nord", None],
    "Type": ["fleksjob", "fleksjob"],
    "Dato": ["02-03-2020", "31-02-2020"],
    "Ønsker": ["", "At køre bus."],
}
MEASURES = {"Sag": [17, 17], "Indsats": ["Praktik", "Mentor"]}


class Lazy:
    """What holds rows and has none yet."""

    def collect(self) -> None: ...


def test_lazy_frames_of_polars_are_as_those_that_are_not() -> None:
    cases, measures = polars.DataFrame(CASES), polars.DataFrame(MEASURES)
    of = [
        rehabplan.validate_table(one, MAP, {"indsatser": two}, progress=False)
        for one, two in ((cases, measures), (cases.lazy(), measures.lazy()))
    ]
    rows = [pyarrow.table(run.findings).to_pylist() for run in of]
    assert rows[0] == rows[1] and len(rows[0]) > 0
    assert rehabplan.draft_map(cases.lazy()) == rehabplan.draft_map(cases)


def test_columns_of_pandas_may_hold_values_of_several_kinds() -> None:
    nan = float("nan")
    frame = pandas.DataFrame(
        {
            # One text among numbers alone would be shown as no id.
            "Sag": ["S1", "S2", 3.0, nan],
            "Enhed": ["Nord", 7, True, 2.5],
            "Type": ["fleksjob"] * 4,
            "Dato": [pandas.Timestamp("2020-03-02"), "03-03-2020", datetime.date(2020, 3, 4), pandas.NaT],
            "Ønsker": ["Bus"] * 4,
        }
    )
    before = frame.copy()
    with pytest.warns(UserWarning, match="flere slags.*: Sag, Enhed, Dato$") as told:
        plans = rehabplan.read_table(frame, {**MAP, "tables": {}, "lists": []})
    assert told[0].filename == __file__
    rows = pyarrow.table(plans).to_pylist()
    assert [(row["id"], row["Enhed"]) for row in rows] == [("S1", "Nord"), ("S2", "7"), ("3", "true"), (None, "2.5")]
    parts = [json.loads(row["plan"])["forberedendeDel"] for row in rows]
    assert [part.get("dato") for part in parts] == ["2020-03-02", "2020-03-03", "2020-03-04", None]
    pandas.testing.assert_frame_equal(frame, before)
    with pytest.warns(UserWarning, match="several kinds"):
        assert 'id = "Sag"' in rehabplan.draft_map(frame, lang="en")
    # What Arrow has a type for goes through as it is, and what is neither is told.
    nested = pandas.DataFrame({"Sag": [1, "S2"], "Liste": [[{"navn": "Praktik"}], []], "Type": ["fleksjob"] * 2})
    listed = {"place": "/indsatsdel/tilbud", "at": "/Liste", "fields": {"beskrivelse": "/navn"}}
    with pytest.warns(UserWarning, match=": Sag$"):
        plans = rehabplan.read_table(nested, {"plan": {"/sag/sagstype": "Type"}, "lists": [listed]})
    rows = pyarrow.table(plans).to_pylist()
    assert json.loads(rows[0]["plan"])["indsatsdel"] == {"tilbud": [{"beskrivelse": "Praktik"}]}
    with pytest.raises(TypeError, match="ingen type i Arrow"):
        rehabplan.draft_map(pandas.DataFrame({"Sag": ["1", object()]}))


@pytest.mark.parametrize("frame", [pyarrow.table, polars.DataFrame, pandas.DataFrame])
def test_the_draft_of_a_frame_runs_with_the_frame_alone(frame: Callable[[dict[str, list[str]]], Any]) -> None:
    table = frame(
        {
            "Sagsnr": ["S1", "S1", "S2"],
            "Sagstype": ["Fleksjob"] * 3,
            "Indsats": ["Praktik", "Mentor", "Kursus"],
            "Startdato": ["01-02-2020", "15-03-2020", "01-04-2020"],
        }
    )
    map = rehabplan.draft_map(table)
    assert "once = true" in map
    run = rehabplan.validate_table(table, map, progress=False)
    assert [row["id"] for row in run.plans.to_dicts()] == ["S1", "S2"]
    # What the frame has no place for is told as that, requirement by requirement, and counted.
    outcomes = {row["outcome"] for row in run.findings.to_dicts()}
    assert "notInSource" in outcomes and "notMet" not in outcomes
    assert all(row["not_in_source"] > 0 for row in run.plans.to_dicts())


@pytest.mark.parametrize("frame", [pyarrow.table, polars.DataFrame, pandas.DataFrame])
def test_data_frames_become_plans(frame) -> None:
    plans = rehabplan.read_table(frame(CASES), MAP, {"indsatser": frame(MEASURES)})
    assert plans.columns == ["id", "row", "Enhed", "plan", "error"]
    assert plans.horizon == [
        "/sag/sagstype",
        "/forberedendeDel/dato",
        "/forberedendeDel/oensker",
        "/indsatsdel/tilbud/*/beskrivelse",
    ]
    rows = pyarrow.table(plans).to_pylist()
    assert [(row["id"], row["row"], row["Enhed"], row["error"]) for row in rows] == [
        ("17", 1, "Nord", None),
        ("18", 2, None, None),
    ]
    assert json.loads(rows[0]["plan"]) == {
        "sag": {"sagstype": "fleksjob"},
        "forberedendeDel": {"dato": "2020-03-02"},
        "indsatsdel": {"tilbud": [{"beskrivelse": "Praktik"}, {"beskrivelse": "Mentor"}]},
    }
    with pytest.raises(RuntimeError, match="er læst"):
        pyarrow.table(plans)


def test_carried_columns_stand_in_the_tables() -> None:
    table, children = pyarrow.table(CASES), {"indsatser": pyarrow.table(MEASURES)}
    run = rehabplan.validate_table(table, MAP, children, progress=False)
    assert [(row["id"], row["row"], row["Enhed"], row["conclusion"]) for row in run.plans.to_dicts()] == [
        ("17", 1, "Nord", "deficient"),
        ("18", 2, None, "undetermined"),
    ]
    missing = [row for row in run.findings.to_dicts() if row["outcome"] == "notMet"]
    assert {(row["id"], row["rule"], row["Enhed"]) for row in missing} == {("17", "P3.1.4", "Nord")}
    assert all(len(row["Enhed"] or "Nord") == 4 for row in polars.DataFrame(run.findings).to_dicts())


def test_a_file_is_what_it_is_found_to_be() -> None:
    run = rehabplan.validate_table(EXAMPLE / "sager.csv", EXAMPLE / "kort.toml", progress=False)
    plans = run.plans.to_dicts()
    assert len(plans) == 120 and {row["Distrikt"] for row in plans} == {"Nord", "Syd", "Øst"}
    assert plans[0]["row"] == 2
    for export in ("parquet-indlejret/sager.parquet", "regneark-to-ark/sager.xlsx", "arrow-indlejret/sager.arrow"):
        path = IMPORT / export
        told = json.loads((path.parent / "expected.json").read_text("utf-8"))["expected"]
        rows = pyarrow.table(rehabplan.read_table(path, path.parent / "kort.toml")).to_pylist()
        assert [row["id"] for row in rows] == [case["id"] for case in told]


def test_what_of_the_tables_was_not_used_is_warned_of() -> None:
    table = pyarrow.table({**CASES, "Sag": [17, 17]})
    children = {"indsatser": pyarrow.table({"Sag": ["0017", "99"], "Indsats": ["Praktik", "Mentor"]})}
    with pytest.warns(UserWarning) as told:
        assert len(rehabplan.validate_table(table, MAP, children, progress=False, lang="en").plans) == 2
    assert [str(one.message).split(";")[0] for one in told] == [
        "table indsatser: rows that belong to no case: 1",
        "cases with an id that one before them has too: 1",
    ]
    with pytest.warns(UserWarning, match="ingen række hører til en sag"):
        other = {"indsatser": pyarrow.table({"Sag": ["x"], "Indsats": ["y"]})}
        list(rehabplan.validate_table(pyarrow.table(CASES), MAP, other, progress=False))


def test_a_table_without_cases_and_days_of_either_order_are_warned_of() -> None:
    empty = pyarrow.table(CASES).slice(0, 0)
    with pytest.warns(UserWarning, match="so nothing was checked"):
        assert (
            len(rehabplan.validate_table(empty, {**MAP, "tables": {}, "lists": []}, progress=False, lang="en").plans)
            == 0
        )
    table = pyarrow.table({"Sag": ["17"], "Type": ["fleksjob"], "Dato": ["03/04/2020"]})
    map = {"id": "Sag", "plan": {"/sag/sagstype": "Type", "/moede/dato": "Dato"}}
    with pytest.warns(UserWarning, match='column "Dato": no date shows'):
        list(rehabplan.validate_table(table, map, progress=False, lang="en"))


def test_what_the_mapping_names_in_vain_and_rows_without_a_key_are_warned_of() -> None:
    table = pyarrow.table({"Sag": ["17"], "Type": ["fleksjob"], "Felter": ['{"oensker": "Hemmelig"}']})
    map = {**MAP, "plan": {"/sag/sagstype": "Type", "/forberedendeDel/oensker": "/Felter/onsker"}}
    map.pop("carry", None)
    children = {"indsatser": pyarrow.table({"Sag": ["17", None], "Indsats": ["Praktik", "Hemmelig"]})}
    expected = [
        'none of the cases has "/Felter/onsker" (the first 1,000 were looked at), so the place is taken for something that '
        'the source does not have; did you mean "/Felter/oensker"?',
        "table indsatser: rows whose key is blank or cannot be read: 1 (row 2)",
    ]
    with pytest.warns(UserWarning) as told:
        run = rehabplan.validate_table(table, map, children, progress=False, lang="en")
        assert [row["not_in_source"] > 0 for row in run.plans.to_dicts()] == [True]
    lines = [str(one.message) for one in told]
    assert len(lines) == 2 and expected[0] in lines[0] and lines[1].startswith(expected[1])
    with pytest.warns(UserWarning) as told:
        plans = rehabplan.read_table(table, map, children, lang="en")
    assert [str(one.message) for one in told] == lines == plans.remarks
    assert {Path(one.filename).name for one in told} == {"test_table.py"}
    assert "/forberedendeDel/oensker" not in plans.horizon


def test_a_draft_is_a_mapping() -> None:
    draft = rehabplan.draft_map(EXAMPLE / "sager.csv", {"indsatser": EXAMPLE / "indsatser.csv"})
    assert '"/sag/sagstype" = "Sagstype"' in draft
    run = rehabplan.validate_table(EXAMPLE / "sager.csv", draft, progress=False)
    assert len(run.plans) == 120
    frames = {"indsatser": polars.DataFrame({"Sag": [1], "Aktivitet": ["x"]})}
    assert 'key = "Sag"' in rehabplan.draft_map(polars.DataFrame({"Sag": [1], "Sagstype": ["fleksjob"]}), frames)


def test_what_is_wrong_is_said_without_a_value() -> None:
    table = pyarrow.table({**CASES, "Enhed": ["Hemmelig", "Hemmelig"]})
    with pytest.raises(rehabplan.ReadError, match="mente du »Type«") as raised:
        rehabplan.read_table(table, {"plan": {"/sag/sagstype": "Typ"}})
    assert raised.value.code == "unknownColumn" and "Hemmelig" not in str(raised.value)
    with pytest.raises(rehabplan.ReadError, match="indsatser"):
        rehabplan.read_table(table, MAP)
    with pytest.raises(ValueError, match="cannot be carried"):
        clash = {"carry": ["rule"], "plan": {"/sag/sagstype": "Type"}}
        rehabplan.validate_table(table.append_column("rule", [["a", "b"]]), clash, lang="en")
    with pytest.raises(TypeError, match="not list"):
        rehabplan.read_table([1], MAP, lang="en")
    with pytest.raises(FileNotFoundError):
        rehabplan.read_table("ingen.csv", MAP)


def test_everything_is_said_in_the_language_of_the_call(tmp_path: Path) -> None:
    other: Any = {"a": pyarrow.table(CASES)}
    (tmp_path / "tom").mkdir()
    told: tuple[Lang, Lang] = ("da", "en")
    calls: list[tuple[type[Exception], Callable[[Lang], object], str, str]] = [
        (
            FileNotFoundError,
            lambda lang: rehabplan.read_table("ingen.csv", MAP, lang=lang),
            "argumentet table",
            "as table",
        ),
        (
            FileNotFoundError,
            lambda lang: rehabplan.validate_table(other["a"], "k.toml", lang=lang),
            "argumentet map",
            "as map",
        ),
        (
            FileNotFoundError,
            lambda lang: rehabplan.draft_map(other["a"], {"b": "ingen.csv"}, lang=lang),
            "argumentet children['b']",
            "as children['b']",
        ),
        (
            FileNotFoundError,
            lambda lang: rehabplan.validate_documents("ingen", lang=lang),
            "documents findes",
            "as documents",
        ),
        (TypeError, lambda lang: rehabplan.read_table([1], MAP, lang=lang), "og ikke list", "not list"),
        (TypeError, lambda lang: rehabplan.read_table(other["a"], 5, lang=lang), "ikke int", "not int"),  # type: ignore[arg-type]
        (TypeError, lambda lang: rehabplan.draft_map(other["a"], [1], lang=lang), "ikke list", "not list"),  # type: ignore[arg-type]
        (TypeError, lambda lang: rehabplan.read_table(other["a"], {"id": {1}}, lang=lang), "som JSON", "as JSON"),
        (
            TypeError,
            lambda lang: rehabplan.draft_map(Lazy(), lang=lang),
            "ingen rækker",
            "no rows",
        ),
        (
            ValueError,
            lambda lang: rehabplan.validate_documents(tmp_path / "tom", lang=lang),
            "ingen dokumenter",
            "no documents",
        ),
        (
            rehabplan.OptionError,
            lambda lang: rehabplan.validate_documents(tmp_path, sagstype="x", lang=lang),
            "sagstype er en af",
            "sagstype must be",
        ),
        (
            KeyError,
            lambda lang: rehabplan.validate_table(
                other["a"], {"plan": {"/sag/sagstype": "Type"}}, groups=["Hold"], lang=lang
            ),
            "kortet lader",
            "the mapping carries",
        ),
    ]
    for kind, call, danish, english in calls:
        for lang, own, foreign in zip(told, (danish, english), (english, danish), strict=True):
            with pytest.raises(kind) as raised:
                call(lang)
            assert own in str(raised.value) and foreign not in str(raised.value), str(raised.value)


def test_a_condition_whose_words_no_row_has_is_told() -> None:
    map = {
        "plan": {
            "/sag/sagstype": "Type",
            "/forberedendeDel/cv": {"column": "Enhed", "where": {"column": "Type", "is": "x"}},
        }
    }
    cases: list[tuple[Lang, str]] = [("da", "ingen række har"), ("en", "no row has")]
    for lang, told in cases:
        with pytest.warns(UserWarning, match=f"Type.*{told}"):
            rehabplan.validate_table(pyarrow.table(CASES), map, lang=lang, progress=False).plans  # noqa: B018


def test_a_name_that_may_be_a_value_is_told_by_its_number() -> None:
    frame = pandas.DataFrame({"Sag": ["1", "2"], "Type": ["fleksjob"] * 2, "kl@example.org": [1, "x"]})
    with pytest.warns(UserWarning, match="flere slags") as told:
        rehabplan.draft_map(frame)
    assert "example" not in str(told[0].message) and str(told[0].message).endswith(": 3")
