"""PySpark in local mode."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest
import rehabplan
from conftest import REPOSITORY
from rehabplan import spark

# PySpark warns of much that is its own.
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("default")]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    # run_tests.py counts these tests as not run then, and never as passed.
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    folder = tmp_path_factory.mktemp("spark")
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.warehouse.dir", str(folder))
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_findings_and_plans(session: Any, generate: Any) -> None:
    export = [(facts.sagsnummer, line) for line, facts in generate.lines(1000, bare=True)]
    export += [("null", None), ("broken", "{")]
    frame = session.createDataFrame(export, "sagsnummer string, plan string").repartition(4)
    own = REPOSITORY / "examples" / "profiles"
    options: dict[str, Any] = {"as_of": generate.AS_OF, "lang": "en", "profiles": ["vejledning", own / "kommune.json"]}
    options["suppress"] = own / "kendte-fund.json"
    run = rehabplan.validate_many(export, progress=False, **options)

    found = frame.mapInArrow(spark.findings(id="sagsnummer", **options), spark.FINDINGS).collect()
    assert sorted(_row(one.asDict()) for one in found) == sorted(map(_row, run.findings.to_dicts()))
    plans = frame.mapInArrow(spark.plans(id="sagsnummer", **options), spark.PLANS)
    assert sorted(_row(one.asDict()) for one in plans.collect()) == sorted(map(_row, run.plans.to_dicts()))
    conclusions = {row["conclusion"]: row["count"] for row in plans.groupBy("conclusion").count().collect()}
    assert conclusions == run.conclusions


def test_an_export_is_checked_by_a_mapping(session: Any) -> None:
    types = ["fleksjob", "revalidering", "ukendt"]
    export = [(f"{nr}", f"D{nr % 2}", types[nr % 3], "02-03-2020", [("Praktik",)] * (nr % 3)) for nr in range(300)]
    schema = "Sag string, Distrikt string, Type string, Dato string, Indsatser array<struct<Navn: string>>"
    frame = session.createDataFrame(export, schema).repartition(4)
    map = {
        "id": "Sag",
        "carry": ["Distrikt"],
        "plan": {"/sag/sagstype": "Type", "/forberedendeDel/dato": "Dato"},
        "lists": [{"place": "/indsatsdel/tilbud", "at": "/Indsatser", "fields": {"beskrivelse": "Navn"}}],
    }
    # A worker sees a part of the table, so no message names a row.
    run = rehabplan.validate_table(frame.toArrow().replace_schema_metadata({"rehabplan.part": ""}), map, progress=False)
    assert any("kolonne »Type«" in row["message"] and "række" not in row["message"] for row in run.findings.to_dicts())
    for of, table, schema in ((spark.plans, run.plans, spark.PLANS), (spark.findings, run.findings, spark.FINDINGS)):
        rows = frame.mapInArrow(of(map=map), f"{schema}, Distrikt string").collect()
        assert sorted(_row(one.asDict()) for one in rows) == sorted(map_rows(table))
    assert len(run.plans) == 300 and len(run.findings) > 100


@pytest.mark.parametrize(
    ("lang", "either", "horizon"),
    [("da", "enten kolonnen", "udelad horizon"), ("en", "either the column", "leave horizon out")],
)
def test_what_excludes_what_is_said_in_the_language_of_the_call(lang: Any, either: str, horizon: str) -> None:
    for of in (spark.plans, spark.findings):
        for both in ({}, {"id": "Sag", "map": {}}):
            with pytest.raises(TypeError, match=either):
                of(lang=lang, **both)
        with pytest.raises(TypeError, match=horizon):
            of(map={}, horizon=["/sag"], lang=lang)


def test_a_batch_is_read_as_the_whole_is(session: Any) -> None:
    # One case has something in its JSON that none of the others has, and dates are written in several ways.
    dates = ["01/02/2020", "2020-02-01", "1.2.2020", "13/12/2019", "12/13/2019"]
    export = [(f"{nr}", '{"oensker": "Bus"}' if nr == 7 else '{"andet": 1}', dates[nr % 5]) for nr in range(40)]
    frame = session.createDataFrame(export, "Sag string, Felter string, Dato string")
    map = {
        "id": "Sag",
        "plan": {
            "/sag/sagstype": {"constant": "fleksjob"},
            "/forberedendeDel/oensker": {"at": "/Felter/oensker"},
            "/forberedendeDel/dato": "Dato",
        },
    }
    found = []
    for parts in (1, 40):
        rows = frame.repartition(parts).mapInArrow(spark.findings(map=map), spark.FINDINGS).collect()
        found.append(sorted((row["id"], row["rule"] or "", row["path"] or "", row["outcome"]) for row in rows))
    assert found[0] == found[1]
    wishes = {(id, outcome) for id, rule, _, outcome in found[0] if rule == "P3.1.4"}
    assert len(wishes) == 39 and {outcome for _, outcome in wishes} == {"notMet"} and "7" not in {id for id, _ in wishes}
    # The day stands before the month; what would have to be read the other way round is read in neither.
    assert {id for id, _, path, outcome in found[0] if outcome == "input"} == {f"{nr}" for nr in range(40) if nr % 5 == 4}


def map_rows(table: Any) -> list[tuple[str, ...]]:
    return [_row(row) for row in table.to_dicts()]


def _row(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(f"{name}={value}" for name, value in row.items() if name != "row")


def test_the_frame_itself_is_not_for_validate_frame(session: Any) -> None:
    frame = session.createDataFrame([("{}",)], "plan string")
    if hasattr(frame, "__arrow_c_stream__"):
        assert len(rehabplan.validate_frame(frame, progress=False).plans) == 1
    else:
        with pytest.raises(TypeError, match="rehabplan.spark"):
            rehabplan.validate_frame(frame)


def test_wrong_options_are_heard_of_at_once() -> None:
    with pytest.raises(ValueError, match="argumentet phase er en af"):
        spark.findings(id="nr", phase="x")  # type: ignore[arg-type]
    with pytest.raises(rehabplan.ProfileError, match="proce"):
        spark.plans(id="nr", profiles=["proce"])


def test_the_schemas_are_those_of_the_tables(tmp_path: Path) -> None:
    names = {"string": "string", "bigint": "int64", "boolean": "bool"}
    run = rehabplan.validate_many([], progress=False)
    for table, schema in ((run.findings, spark.FINDINGS), (run.plans, spark.PLANS)):
        told = [tuple(column.split()) for column in schema.split(", ")]
        made = [(field.name, str(field.type)) for field in pyarrow.schema(table) if field.name != "row"]
        assert [(name, names[kind]) for name, kind in told] == made
