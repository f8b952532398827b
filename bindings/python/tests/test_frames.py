"""Data frames, in and out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
import rehabplan
from rehabplan import validate_frame

AS_OF = "2020-06-01"
OUT_OF_SCOPE = '{"sag": {"sagstype": "anden"}}'


@pytest.fixture(scope="module")
def export(generate: Any) -> list[tuple[str, str]]:
    """500 plans by their case number, with a null, a blank and a broken one among them."""
    rows = [(facts.sagsnummer, line) for line, facts in generate.lines(500, seed=3, bare=True)]
    return [*rows, ("null", None), ("blank", ""), ("broken", "{")]


@pytest.fixture(scope="module")
def expected(export: list[tuple[str, str]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    run = rehabplan.validate_many(export, as_of=AS_OF, progress=False)
    assert run.conclusions["deficient"] > 100 and run.conclusions["fulfilled"] > 100
    return run.findings.to_dicts(), run.plans.to_dicts()


def table(export: list[tuple[str, str]], kind: Any = None) -> pyarrow.Table:
    numbers, plans = zip(*export, strict=True)
    return pyarrow.table({"sagsnummer": numbers, "plan": pyarrow.array(plans, kind or pyarrow.string())})


LAYOUTS = {
    "string": pyarrow.string(),
    "large_string": pyarrow.large_string(),
    "string_view": pyarrow.string_view(),
    "binary": pyarrow.binary(),
    "large_binary": pyarrow.large_binary(),
    "binary_view": pyarrow.binary_view(),
    "dictionary": pyarrow.dictionary(pyarrow.int32(), pyarrow.string()),
    "dictionary of large": pyarrow.dictionary(pyarrow.int16(), pyarrow.large_string()),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_of_text(layout: str, export: Any, expected: Any) -> None:
    kind = LAYOUTS[layout]
    frame = table(export)
    if pyarrow.types.is_dictionary(kind):
        column = frame["plan"].cast(kind.value_type).combine_chunks().dictionary_encode().cast(kind)
    else:
        column = frame["plan"].cast(kind)
    assert column.type == kind
    frame = frame.set_column(1, "plan", column)
    run = validate_frame(frame, id="sagsnummer", as_of=AS_OF, progress=False)
    assert (run.findings.to_dicts(), run.plans.to_dicts()) == expected


def relation(export: Any) -> Any:
    frame = table(export)
    return duckdb.connect().from_arrow(frame)


FRAMES = {
    "polars": lambda export: polars.DataFrame(export, schema=["sagsnummer", "plan"], orient="row"),
    "polars, categories": lambda export: polars.DataFrame(
        export, schema={"sagsnummer": polars.String, "plan": polars.Categorical}, orient="row"
    ),
    "pandas": lambda export: pandas.DataFrame(export, columns=["sagsnummer", "plan"]),
    "pandas, categories": lambda export: pandas.DataFrame(export, columns=["sagsnummer", "plan"]).astype(
        {"plan": "category"}
    ),
    "pyarrow table": table,
    "pyarrow reader": lambda export: table(export).to_reader(max_chunksize=7),
    "pyarrow batch": lambda export: table(export).combine_chunks().to_batches()[0],
    "duckdb": relation,
}


@pytest.mark.parametrize("library", FRAMES)
def test_every_library(library: str, export: Any, expected: Any) -> None:
    run = validate_frame(FRAMES[library](export), id="sagsnummer", as_of=AS_OF, progress=False)
    assert (run.findings.to_dicts(), run.plans.to_dicts()) == expected


def test_nulls_are_rows_that_say_so(export: Any) -> None:
    frame = polars.DataFrame({"plan": [None, OUT_OF_SCOPE, None]})
    rows = validate_frame(frame, progress=False, lang="en").plans.to_dicts()
    assert [row["conclusion"] for row in rows] == ["unreadable", "outOfScope", "unreadable"]
    assert rows[0]["error_code"] == "notAnObject" and rows[0]["id"] is None
    assert [row["row"] for row in rows] == [0, 1, 2]
    nothing = pyarrow.table({"plan": pyarrow.nulls(2)})
    assert [row["conclusion"] for row in validate_frame(nothing, progress=False).plans.to_dicts()] == ["unreadable"] * 2


def test_slices_keep_their_rows() -> None:
    frame = pyarrow.table({"nr": [1, 2, 3, 4], "plan": ["{", OUT_OF_SCOPE, "[]", OUT_OF_SCOPE]}).slice(1, 2)
    rows = validate_frame(frame, id="nr", progress=False).plans.to_dicts()
    assert [(row["id"], row["row"], row["conclusion"]) for row in rows] == [
        ("2", 0, "outOfScope"),
        ("3", 1, "unreadable"),
    ]


def test_ids_of_every_kind() -> None:
    values = {
        "number": [7, None],
        "day": [datetime.date(2020, 1, 2), None],
        "text": pyarrow.array(["æ", None], pyarrow.large_string()),
        "category": pyarrow.array(["a", None]).dictionary_encode(),
    }
    frame = pyarrow.table({**values, "plan": [OUT_OF_SCOPE] * 2, "list": [[1], [2]]})
    for name, wanted in {"number": "7", "day": "2020-01-02", "text": "æ", "category": "a"}.items():
        rows = validate_frame(frame, id=name, progress=False).plans.to_dicts()
        assert [row["id"] for row in rows] == [wanted, None]
    with pytest.raises(TypeError, match="i id= er tekst eller tal"):
        validate_frame(frame, id="list")


def test_the_keys_of_a_column_of_structs_are_not_told() -> None:
    plans = {"struct": [{"Kanariefugl": 1}], "list": [[{"Kanariefugl": 1}]]}
    frame = pyarrow.table({**plans, "plan": [OUT_OF_SCOPE]})
    for column, told in {"struct": "en post", "list": "en liste"}.items():
        for options in ({"column": column}, {"id": column}):
            with pytest.raises(TypeError, match=told) as failed:
                validate_frame(frame, **options)
            assert "Kanariefugl" not in str(failed.value)


def test_columns_that_arrow_has_no_type_for() -> None:
    plan = '{"sag": {"sagstype": "anden"}}'
    # Of polars, nothing but nulls is read all the same.
    nulls = polars.DataFrame({"plan": [plan] * 2, "nothing": [None, None]})
    run = rehabplan.validate_frame(nulls, column="plan", id="nothing", progress=False)
    assert [row["conclusion"] for row in run.plans.to_dicts()] == ["outOfScope"] * 2
    run = rehabplan.validate_frame(nulls, column="nothing", progress=False)
    assert [row["error_code"] for row in run.plans.to_dicts()] == ["notAnObject"] * 2
    large = polars.DataFrame({"plan": [plan] * 2, "id": polars.Series([1, 2], dtype=polars.Int128)})
    mixed = pandas.DataFrame({"plan": [plan] * 2, "id": [1, "Kanariefugl"]})
    for frame in (large, mixed):
        with pytest.raises(TypeError) as refused:
            rehabplan.validate_frame(frame, column="plan", id="id", progress=False)
        assert str(refused.value) == (
            'en af kolonnerne ["plan", "id"] er af en type, som Arrow ikke har; skriv den som tekst først'
        )


def test_a_stream_is_read_batch_by_batch() -> None:
    taken: list[int] = []

    def batches() -> Iterator[pyarrow.RecordBatch]:
        for number in range(20):
            taken.append(number)
            yield pyarrow.record_batch({"plan": [OUT_OF_SCOPE] * 10})

    schema = pyarrow.schema({"plan": pyarrow.string()})
    run = validate_frame(pyarrow.RecordBatchReader.from_batches(schema, batches()), progress=False)
    assert taken == []
    next(iter(run))
    assert len(taken) < 3
    assert len(list(run)) == 199


@pytest.mark.parametrize(
    ("lang", "said"), [("da", "kunne ikke læses til sin ende"), ("en", "could not be read to its end")]
)
def test_a_stream_that_fails_is_not_passed_over(lang: Any, said: str) -> None:
    def batches() -> Iterator[pyarrow.RecordBatch]:
        yield pyarrow.record_batch({"plan": [OUT_OF_SCOPE]})
        raise OSError("a value from a plan")

    schema = pyarrow.schema({"plan": pyarrow.string()})
    run = validate_frame(pyarrow.RecordBatchReader.from_batches(schema, batches()), progress=False, lang=lang)
    with pytest.raises(RuntimeError, match=said) as raised:
        run.findings
    assert "a value from a plan" not in str(raised.value)
    with pytest.raises(RuntimeError, match="gået i stå" if lang == "da" else "has failed"):
        run.plans


def test_lazy_frames_are_refused_and_collected_ones_taken() -> None:
    lazy = polars.LazyFrame({"plan": [OUT_OF_SCOPE]})
    with pytest.raises(TypeError, match=r"LazyFrame har ingen rækker endnu; validate_frame\(frame\.collect\(\)\)"):
        validate_frame(lazy)
    assert len(validate_frame(lazy.collect(), progress=False).plans) == 1


def test_only_the_columns_that_are_used_are_read() -> None:
    """A column that nobody uses may be of a type that Arrow does not have."""
    plans = {"nr": [1, 2], "plan": [OUT_OF_SCOPE, OUT_OF_SCOPE]}
    frames = [
        polars.DataFrame({**plans, "empty": [None, None]}),
        polars.DataFrame({**plans, "large": polars.Series([1, 2], dtype=polars.Int128)}),
        polars.DataFrame({**plans, "thing": polars.Series([object(), object()], dtype=polars.Object)}),
        pandas.DataFrame({**plans, "mixed": [1, "x"]}),
        pandas.DataFrame({**plans, "thing": [object(), {1}]}),
        pandas.DataFrame({**plans, 17: [1, "x"]}),
    ]
    for frame in frames:
        rows = validate_frame(frame, id="nr", progress=False).plans.to_dicts()
        assert [(row["id"], row["conclusion"]) for row in rows] == [("1", "outOfScope"), ("2", "outOfScope")]
        with pytest.raises(KeyError, match="ingen kolonne .*nummer.*; der er .*nr.*, .*plan.*, "):
            validate_frame(frame, id="nummer")
        with pytest.raises(KeyError, match="no column .*nummer.*; there are .*nr.*, .*plan.*, "):
            validate_frame(frame, id="nummer", lang="en")
    twice = pandas.DataFrame([[1, OUT_OF_SCOPE, OUT_OF_SCOPE]], columns=["nr", "plan", "plan"])
    with pytest.raises(KeyError, match="more than one column"):
        validate_frame(twice, lang="en")


@pytest.mark.parametrize(
    ("frame", "error", "message"),
    [
        ([OUT_OF_SCOPE], TypeError, "argumentet frame er noget med __arrow_c_stream__"),
        (OUT_OF_SCOPE, TypeError, "argumentet frame er noget med __arrow_c_stream__"),
        (polars.DataFrame({"tekst": [OUT_OF_SCOPE]}), KeyError, "der er ingen kolonne .*plan.*; der er .*tekst"),
        (polars.DataFrame({"plan": [17]}), TypeError, "er Int64, og planer er JSON som tekst eller byte"),
        (polars.DataFrame({"plan": [{"sag": 1}]}), TypeError, "json_encode"),
        (polars.Series("plan", [OUT_OF_SCOPE]), TypeError, "validate_many"),
        (pandas.Series([OUT_OF_SCOPE]), TypeError, "validate_many"),
    ],
)
def test_what_is_no_frame_of_plans(frame: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        validate_frame(frame)


def test_data_frames_are_not_for_validate_many() -> None:
    for frame in (polars.DataFrame({"plan": [OUT_OF_SCOPE]}), pandas.DataFrame({"plan": [OUT_OF_SCOPE]})):
        with pytest.raises(TypeError, match="validate_frame"):
            rehabplan.validate_many(frame)
    for series in (polars.Series([OUT_OF_SCOPE]), pandas.Series([OUT_OF_SCOPE])):
        assert len(rehabplan.validate_many(series, progress=False).plans) == 1


def test_results_are_read_by_every_library(export: Any, expected: Any) -> None:
    run = rehabplan.validate_many(export, as_of=AS_OF, progress=False)
    for result, rows in zip((run.findings, run.plans), expected, strict=True):
        assert len(result) == len(rows) and result.columns == list(rows[0])
        assert pyarrow.table(result).to_pylist() == rows
        assert polars.DataFrame(result).to_dicts() == rows
        frame = pandas.DataFrame.from_arrow(result)
        assert list(frame.columns) == result.columns and len(frame) == len(rows)
        assert frame["message" if "message" in frame else "conclusion"].tolist() == [
            row.get("message") or row["conclusion"] for row in rows
        ]
        assert duckdb.sql("select * from result").fetchall() == [tuple(row.values()) for row in rows]
        assert pyarrow.schema(result).names == result.columns
    assert repr(run.plans) == f"<rehabplan.Table plans: {len(export)} rows, 23 columns>"
    joined = polars.DataFrame(run.findings).join(
        polars.DataFrame([{"rule": rule["id"], "kind": rule["kind"]} for rule in rehabplan.rules()]), on="rule"
    )
    assert len(joined) == sum(row["rule"] is not None for row in expected[0])


def test_findings_are_the_findings(export: Any) -> None:
    run = rehabplan.validate_many(export, as_of=AS_OF, progress=False, detail="all", lang="en")
    rows = iter(run.findings.to_dicts())
    for checked in run:
        if checked.report is None:
            row = next(rows)
            assert (row["outcome"], row["severity"], row["rule"]) == ("unreadable", "error", None)
            assert row["message"] == str(checked.error)
            continue
        for result in checked.report.results:
            row = next(rows)
            assert row == {
                "id": checked.id,
                "row": checked.row,
                "variant": checked.report.variant,
                "phase": checked.report.phase,
                "path": " ".join(result.paths),
                "note": result.note and result.note.text,
                "profile": " ".join(result.profiles) or None,
                # Where a finding stands in a document; these are plans.
                "origin": None,
                **{
                    name: getattr(result, name)
                    for name in ("base_outcome", "base_severity", "suppressed")
                    + ("rule", "paragraph", "citation", "outcome", "severity", "message", "remedy")
                    + ("exemption", "same_as", "depends_on", "key")
                },
            }
        for finding in checked.report.input:
            row = next(rows)
            assert (row["outcome"], row["path"], row["message"]) == ("input", " ".join(finding.paths), finding.message)
            assert (row["severity"], row["key"]) == (finding.severity, f"{finding.code}!{finding.path}")
    assert next(rows, None) is None


def test_plans_are_the_reports(export: Any) -> None:
    run = rehabplan.validate_many(export, as_of="2023-01-01", progress=False)
    for checked, row in zip(run, run.plans.to_dicts(), strict=True):
        if checked.report is None:
            assert row["conclusion"] == "unreadable" and row["met"] is None and row["complete"] is None
            assert checked.error is not None and row["error_code"] == checked.error.code
            continue
        report = checked.report
        for name in ("variant", "phase", "conclusion", "complete", "errors", "warnings"):
            assert row[name] == getattr(report, name)
        for name in ("met", "not_met", "exempt", "not_applicable", "review", "undetermined", "not_in_source"):
            assert row[name] == getattr(report.counts, name)
        assert row["input"] == len(report.input) and row["notes"] == " ".join(note.code for note in report.notes)
