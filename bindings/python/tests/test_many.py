"""Many plans, from wherever they come."""

from __future__ import annotations

import contextlib
import datetime
import gzip
import io
import itertools
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rehabplan
from conftest import CANARY
from rehabplan import validate_many

AS_OF = "2020-06-01"
OUT_OF_SCOPE = b'{"sag": {"sagstype": "anden"}}'


def ids(run: rehabplan.Run) -> list[tuple[str | None, int, str]]:
    return [(row["id"], row["row"], row["conclusion"]) for row in run.plans.to_dicts()]


def test_the_known_defects_of_an_export_are_found_and_no_others(generate: Any, tmp_path: Path) -> None:
    """Every error, warning, unreadable value and unreadable line that was put in, line by line."""
    path = tmp_path / "export.ndjson"
    facts = [json.loads(line) for line in generate.write(path, 2000).read_text("utf-8").splitlines()]
    run = validate_many(path, id="sagsnummer", plan="plan", as_of=generate.AS_OF, progress=False)
    for checked, known in zip(run, facts, strict=True):
        assert checked.row == known["row"]
        assert (checked.report is not None) == known["readable"]
        if checked.report is None:
            assert checked.error is not None and checked.error.code == "notJson"
            assert f"linje {known['row'] + 1}," in str(checked.error)
            continue
        report = checked.report
        found = {
            "sagsnummer": checked.id,
            "variant": report.variant,
            "phase": report.phase,
            "errors": sorted(one.rule for one in report.findings if one.severity == "error" and not one.same_as),
            "warnings": sorted(one.rule for one in report.findings if one.severity == "warning" and not one.same_as),
            "undetermined": sorted(one.rule for one in report.results if one.outcome == "undetermined"),
            "input": [f"{one.code}!{one.path}" for one in report.input],
        }
        assert found == {name: sorted(known[name]) if name in ("errors", "warnings") else known[name] for name in found}
    deficient = sum(bool(known["errors"]) for known in facts)
    assert 0.35 < deficient / len(facts) < 0.45
    assert 7000 < path.stat().st_size / len(facts) < 9000


def test_the_generator_gives_the_same_for_the_same_seed(generate: Any) -> None:
    def export(seed: int) -> list[str]:
        return [line for line, _ in generate.lines(50, seed)]

    assert export(1) == export(1) != export(2)


def test_an_ndjson_file(tmp_path: Path) -> None:
    path = tmp_path / "plans.ndjson"
    path.write_bytes(b"\xef\xbb\xbf" + OUT_OF_SCOPE + b"\r\n\n  \n[]\n{,}\n\xff\n" + OUT_OF_SCOPE)
    run = validate_many(path, progress=False)
    assert ids(run) == [
        (None, 0, "outOfScope"),
        (None, 3, "unreadable"),
        (None, 4, "unreadable"),
        (None, 5, "unreadable"),
        (None, 6, "outOfScope"),
    ]
    errors = [row for row in run.plans.to_dicts() if row["error"]]
    assert [row["error_code"] for row in errors] == ["notAnObject", "notJson", "notUtf8"]
    assert "linje 5, kolonne 2" in errors[1]["error"]
    findings = [row for row in run.findings.to_dicts() if row["outcome"] == "unreadable"]
    assert [row["row"] for row in findings] == [3, 4, 5]
    assert [row["message"] for row in findings] == [row["error"] for row in errors]
    assert run.conclusions == {"outOfScope": 2, "unreadable": 3}


def test_a_line_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "plans.jsonl"
    path.write_bytes(b'{"x":"' + b"y" * (9 << 20) + b'"}\n' + OUT_OF_SCOPE + b"\n")
    run = validate_many(str(path), progress=False)
    assert [row["error_code"] for row in run.plans.to_dicts()] == ["tooLarge", None]


def test_an_empty_file_is_no_plans(tmp_path: Path) -> None:
    path = tmp_path / "empty.ndjson"
    path.write_text("")
    run = validate_many(path, progress=False)
    assert len(run.plans) == len(run.findings) == len(run.summary()) == 0 and run.plans.to_dicts() == []


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.JSON").write_bytes(OUT_OF_SCOPE)
    (tmp_path / "a.json").write_bytes(b"[]")
    (tmp_path / "c.ndjson").write_bytes(OUT_OF_SCOPE + b"\n\n" + OUT_OF_SCOPE)
    (tmp_path / "note.txt").write_text("no plan")
    (tmp_path / ".hidden.json").write_text("{")
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    (tmp_path / "b" / "round").symlink_to(tmp_path)
    run = validate_many(tmp_path, progress=False)
    assert ids(run) == [
        ("a.json", 0, "unreadable"),
        ("b/two.JSON", 1, "outOfScope"),
        ("c.ndjson:1", 2, "outOfScope"),
        ("c.ndjson:3", 3, "outOfScope"),
        ("gone.json", 4, "unreadable"),
    ]
    assert [row["error_code"] for row in run.plans.to_dicts() if row["error"]] == ["notAnObject", "notFound"]
    named = validate_many(tmp_path, id=lambda path: path.stem if isinstance(path, Path) else "?", progress=False)
    assert [row["id"] for row in named.plans.to_dicts()][:2] == ["a", "two"]
    assert ids(validate_many(tmp_path / "a.json", progress=False)) == [("a.json", 0, "unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_access(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(OUT_OF_SCOPE)
    (tmp_path / "a.json").chmod(0)
    [row] = validate_many(tmp_path, progress=False).plans.to_dicts()
    assert row["error_code"] == "noAccess"


def test_an_iterable() -> None:
    def plans() -> Iterator[Any]:
        yield {"sag": {"sagstype": "anden"}}
        yield OUT_OF_SCOPE
        yield OUT_OF_SCOPE.decode()
        yield "nr. 4", OUT_OF_SCOPE
        yield 5, {"sag": {"sagstype": "anden"}}
        yield from (None, 17, float("nan"), ["{}"], b"{", object())

    assert ids(validate_many(plans(), progress=False)) == [
        (None, 0, "outOfScope"),
        (None, 1, "outOfScope"),
        (None, 2, "outOfScope"),
        ("nr. 4", 3, "outOfScope"),
        ("5", 4, "outOfScope"),
        *((None, row, "unreadable") for row in range(5, 11)),
    ]


def test_ids_and_wrapped_plans(tmp_path: Path) -> None:
    documents = [
        {"sagsnummer": "a", "plan": {"sag": {"sagstype": "anden"}}},
        {"sagsnummer": 17, "plan": '{"sag": {"sagstype": "anden"}}'},
        {"sagsnummer": None, "plan": {"sag": {"sagstype": "anden"}}},
        {"sagsnummer": "uden plan"},
        {"plan": {"sag": {"sagstype": "anden"}}},
    ]
    wanted = [
        ("a", 0, "outOfScope"),
        ("17", 1, "outOfScope"),
        (None, 2, "outOfScope"),
        ("uden plan", 3, "unreadable"),
        # Its row stands for what has no id.
        (None, 4, "outOfScope"),
    ]
    path = tmp_path / "plans.ndjson"
    path.write_text("".join(json.dumps(document) + "\n" for document in documents))
    for source in (documents, [json.dumps(document) for document in documents], path):
        run = validate_many(source, id="sagsnummer", plan="plan", progress=False)
        assert ids(run) == wanted
        assert [row["error_code"] for row in run.plans.to_dicts()][3:] == ["noPlan", None]
        assert "intet på »plan«" in run.plans.to_dicts()[3]["error"]
        # A key that no document has is a mistake in the call.
        for keys in ({"id": "sagsnumer"}, {"plan": "planen"}):
            for lang, said in (("da", "intet dokument har nøglen"), ("en", "no document has the key")):
                with pytest.raises(KeyError, match=said):
                    validate_many(source, **keys, lang=lang, progress=False).plans  # type: ignore[arg-type]
    # An id in the plan itself; the plan is checked as it is, so the key is one that the plan does not have.
    plans = [{"nr": 1.5, "sag": {"sagstype": "anden"}}, '{"nr": "\\u00e6", "sag": {"sagstype": "anden"}}']
    run = validate_many(plans, id="nr", progress=False)
    assert [row["id"] for row in run.plans.to_dicts()] == ["1.5", "æ"]
    assert [row["path"] for row in run.findings.to_dicts()] == ["/nr", "/nr"]
    # Whatever names a document as text does.
    ids_of = [uuid.UUID(int=1), datetime.date(2020, 1, 2), 7, True]
    run = validate_many([(one, "{}") for one in ids_of], progress=False)  # type: ignore[misc]
    wanted = ["00000000-0000-0000-0000-000000000001", "2020-01-02", "7", None]
    assert [row["id"] for row in run.plans.to_dicts()] == wanted
    by_function = validate_many(path, id=lambda line: len(line), plan="plan", progress=False)
    assert [row["id"] for row in by_function.plans.to_dicts()] == [str(len(json.dumps(one))) for one in documents]



def test_of_two_plans_under_one_key_neither_is_checked(tmp_path: Path) -> None:
    lines = [
        '{"nr": 1, "plan": {"sag": {"sagstype": "anden"}}, "plan": {"sag": {"sagstype": "anden"}}}',
        '{"nr": 2, "nr": 3, "plan": {"sag": {"sagstype": "anden"}}}',
        '{"nr": 4, "d": "x", "d": "y", "plan": {"sag": {"sagstype": "anden"}}}',
    ]
    path = tmp_path / "plans.ndjson"
    path.write_text("\n".join(lines))
    for source in (lines, path):
        run = validate_many(source, id="nr", plan="plan", groups=["d"], lang="en", progress=False)
        rows = run.plans.to_dicts()
        assert [row["error_code"] for row in rows] == ["keyTwice"] * 3
        assert [row["error"].split(" stands twice")[0] for row in rows] == ['"/plan"', '"/nr"', '"/d"']
    # A pair has its name already.
    run = validate_many([("a", lines[1])], id="nr", plan="plan", progress=False)
    assert [(row["id"], row["error_code"]) for row in run.plans.to_dicts()] == [("a", None)]


def test_the_order_is_that_of_the_input(generate: Any) -> None:
    plans = [(str(row), line) for row, (line, _) in enumerate(generate.lines(3000, bare=True))]
    runs = [validate_many(plans, threads=threads, progress=False) for threads in (1, 2, 7)]
    findings = [run.findings.to_dicts() for run in runs]
    assert findings[0] == findings[1] == findings[2]
    rows = [row["row"] for row in findings[0]]
    assert rows == sorted(rows) and all(row["id"] == str(row["row"]) for row in findings[0])
    assert [checked.row for checked in validate_many(plans, progress=False)] == list(range(3000))


def test_an_open_file_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "plans.ndjson.gz"
    path.write_bytes(gzip.compress(OUT_OF_SCOPE + b"\n" + OUT_OF_SCOPE + b"\n"))
    with pytest.raises(ValueError, match="gzip.open"):
        validate_many(path)
    with gzip.open(path) as lines:
        assert [conclusion for _, _, conclusion in ids(validate_many(lines, progress=False))] == ["outOfScope"] * 2
    assert len(validate_many(io.StringIO("{}\n{}\n"), progress=False).plans) == 2


@pytest.mark.parametrize(
    ("plans", "error", "message"),
    [
        ({"sag": {}}, TypeError, "en enkelt plan er til validate"),
        (b"{}", TypeError, "en enkelt plan er til validate"),
        ('{"sag": {}}', TypeError, "en str er en sti her"),
        ("nowhere.ndjson", FileNotFoundError, "nowhere"),
        (17, TypeError, "argumentet plans er en sti"),
    ],
)
def test_what_is_no_input(plans: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        validate_many(plans)


def test_wrong_options(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ingen fil, der er .json"):
        validate_many(tmp_path)
    for threads in (-1, rehabplan.MAX_THREADS + 1, 10_000):
        with pytest.raises(ValueError, match="threads must be 1 to 256, or 0 for one for each core"):
            validate_many([], threads=threads, lang="en")
    assert len(validate_many([OUT_OF_SCOPE], threads=0, progress=False).plans) == 1
    for lang, said in (("da", "argumentet id er navnet"), ("en", "id must be the name")):
        with pytest.raises(TypeError, match=said):
            validate_many([], id=17, lang=lang)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="phase"):
        validate_many([], phase="x")  # type: ignore[arg-type]
    for lang, said in (("da", "by er \"rule\", .*, ikke \"x\""), ("en", "by must be .*, not \"x\"")):
        with pytest.raises(ValueError, match=said):
            validate_many([], lang=lang).summary("x")  # type: ignore[arg-type]


def test_an_error_in_the_caller_s_code_ends_the_run() -> None:
    def plans() -> Iterator[bytes]:
        yield OUT_OF_SCOPE
        raise ZeroDivisionError

    run = validate_many(plans(), progress=False)
    with pytest.raises(ZeroDivisionError):
        run.plans
    # What came before must not pass for the whole.
    with pytest.raises(RuntimeError, match="gået i stå før sin ende"):
        run.findings
    with pytest.raises(RuntimeError, match="gået i stå før sin ende"):
        run.summary()
    # But it is not lost.
    assert repr(run) == "<rehabplan.Run: failed after 1 plans (1 outOfScope)>"
    rows = iter(run)
    assert next(rows).row == 0
    with pytest.raises(RuntimeError, match="gået i stå før sin ende"):
        next(rows)
    streamed = validate_many(plans(), progress=False)
    assert next(streamed).row == 0
    with pytest.raises(ZeroDivisionError):
        next(streamed)


def test_one_bad_item_is_one_row() -> None:
    view = memoryview(bytearray(OUT_OF_SCOPE))
    view.release()
    circle: dict[str, Any] = {}
    circle["sag"] = [circle]
    run = validate_many([OUT_OF_SCOPE, view, circle, {"sag": {"sagstype": {1}}}, OUT_OF_SCOPE], progress=False)
    rows = run.plans.to_dicts()
    assert [row["error_code"] for row in rows] == [None, "notReadable", "cyclic", None, None]
    assert [row["row"] for row in rows] == list(range(5)) and rows[3]["input"] == 1
    assert run.conclusions["unreadable"] == 2 and "2 unreadable" in repr(run)
    for by in ("rule", "paragraph"):
        left_out = {row["left_out"]: row["plans"] for row in run.summary(by).to_dicts() if row["left_out"]}
        assert left_out["unreadable"] == 2 and left_out["outOfScope"] >= 2 and sum(left_out.values()) == 5
    # A function that fails on an item says so in that item's row, with the kind of exception alone.
    items = [{"nr": 1, "sag": {"sagstype": "anden"}}, {"sag": {"sagstype": "anden"}}]
    named = validate_many(items, id=lambda item: item["nr"], lang="en", progress=False).plans.to_dicts()
    assert [(row["id"], row["error_code"]) for row in named] == [("1", None), (None, "noId")]
    assert named[1]["error"] == "the function given as id= fails on the document: KeyError"


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "regneark", "workbook"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "Word", "document"),
        (b"PAR1\x15\x04\x15", "Parquet", "parquet"),
        (b"%PDF-1.7\n%\xe2\xe3\n", "PDF", "pdf"),
        (gzip.compress(OUT_OF_SCOPE), "gzip.open", "gzip"),
        (OUT_OF_SCOPE.decode().encode("utf-16"), "UTF-16", "utf16"),
        (OUT_OF_SCOPE.decode().encode("utf-16-le"), "UTF-16", "utf16"),
        ('{"oensker": "Køre på Ærø"}\n'.encode("cp1252"), "Windows-1252", "windows1252"),
        (b"sagsnummer;plan\n1;{}\n", "validate_frame", "csv"),
    ],
)
def test_a_file_of_another_kind_is_named_once(content: bytes, name: str, code: str, tmp_path: Path) -> None:
    # Its bytes are named too, unless it is a guess: one document that looks like a table may be JSON with a mistake in it.
    with pytest.raises(rehabplan.ReadError) as alone:
        rehabplan.validate(content)
    assert alone.value.code == (code if code != "csv" else "notJson")
    path = tmp_path / "export.ndjson"
    path.write_bytes(content)
    with pytest.raises(rehabplan.ReadError, match=name) as raised:
        validate_many(path)
    assert raised.value.code == code
    # In a folder it is one row.
    [row] = validate_many(tmp_path, progress=False).plans.to_dicts()
    assert (row["id"], row["error_code"], row["error"]) == ("export.ndjson", code, str(raised.value))


def test_a_file_of_one_plan_is_named_too(tmp_path: Path) -> None:
    contents = (b"%PDF-1.7\n", OUT_OF_SCOPE.decode().encode("utf-16"), b"a;b\n1;2\n", b'{"x": "\xe6"}')
    for name, content in zip("abcd", contents):
        (tmp_path / f"{name}.json").write_bytes(content)
    rows = validate_many(tmp_path, progress=False).plans.to_dicts()
    # Where it only looks like a table, the place of the mistake says more.
    assert [row["error_code"] for row in rows] == ["pdf", "utf16", "notJson", "windows1252"]


def test_what_is_not_utf8_has_one_place(tmp_path: Path) -> None:
    """Line and column in characters, whether it comes as bytes, on a line or in a file."""
    bad = '{"x": "Ærø '.encode() + b"\xff" + b'"}'
    for name in ("plan.json", "plan.ndjson"):
        (tmp_path / name).write_bytes(bad)
    runs = [validate_many(source, progress=False) for source in ([bad], tmp_path / "plan.json", tmp_path / "plan.ndjson")]
    messages = {row["error"] for run in runs for row in run.plans.to_dicts()}
    for plan in (bad, bytearray(bad)):
        with pytest.raises(rehabplan.ReadError) as raised:
            rehabplan.validate(plan)
        messages.add(str(raised.value))
    [message] = messages
    assert "linje 1, kolonne 12" in message


def test_the_name_of_a_file_commands_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb.json").write_bytes(OUT_OF_SCOPE)
    (tmp_path / "c\rd.ndjson").write_bytes(OUT_OF_SCOPE)
    rows = validate_many(tmp_path, progress=False).plans.to_dicts()
    assert [row["id"] for row in rows] == ["a\\u{1b}[2J\\nb.json", "c\\rd.ndjson:1"]


def test_a_run_is_iterated_once_or_kept() -> None:
    plans = [OUT_OF_SCOPE] * 5
    run = validate_many(plans, progress=False)
    assert repr(run) == "<rehabplan.Run: not begun>"
    assert len(list(run)) == 5 and list(run) == []
    with pytest.raises(RuntimeError, match="gennemløbet"):
        run.findings
    assert run.conclusions == {"outOfScope": 5}
    assert [(row["plans"], row["left_out"]) for row in run.summary().to_dicts()] == [(5, "outOfScope")]
    half = validate_many(plans, progress=False)
    assert next(iter(half)).row == 0
    with pytest.raises(RuntimeError, match="ikke nået til sin ende"):
        half.summary()
    assert [checked.row for checked in half] == [1, 2, 3, 4]
    kept = validate_many(plans, progress=False)
    assert len(kept.plans) == 5
    assert [one.row for one in kept] == [one.row for one in kept] == [0, 1, 2, 3, 4]
    assert repr(kept) == "<rehabplan.Run: 5 plans (5 outOfScope)>"


@pytest.mark.parametrize(("lang", "said"), [("da", "i gang i en anden tråd"), ("en", "going on in another thread")])
def test_a_run_within_itself_is_refused(lang: Any, said: str) -> None:
    run: rehabplan.Run

    def plans() -> Iterator[bytes]:
        yield OUT_OF_SCOPE
        run.findings

    run = validate_many(plans(), progress=False, lang=lang)
    with pytest.raises(RuntimeError, match=said):
        run.plans


def test_the_checked(deficient: dict[str, Any]) -> None:
    fine, lacking, broken = validate_many([OUT_OF_SCOPE, deficient, "{"], progress=False, lang="en")
    assert not fine.ok and fine.error is None and fine.report is not None and fine.report.lang == "en"
    assert not lacking.ok and repr(lacking) == "<rehabplan.Checked row=1 deficient>"
    assert broken.report is None and not broken.ok and broken.error is not None
    with pytest.raises(rehabplan.ReadError, match="not JSON"):
        raise broken.error


def test_the_summary(generate: Any) -> None:
    # A line that is cut off when it is written is whole here, and its defects were not told.
    documents = [(plan, facts) for _, plan, facts in generate.cases(600) if facts.readable]
    plans = [plan for plan, _ in documents]
    run = validate_many(plans, as_of=generate.AS_OF, progress=False)
    known = Counter((facts.variant, rule) for _, facts in documents for rule in facts.errors)
    rows = [row for row in run.summary().to_dicts() if not row["left_out"]]
    found = {(row["variant"], row["rule"]): row["errors"] for row in rows if row["errors"]}
    assert found == known
    for row in rows:
        decided = row["met"] + row["errors"] + row["warnings"] + row["undetermined"]
        assert row["share"] == (row["errors"] / decided if decided else None)
        everyone = decided + row["review"] + row["exempt"] + row["not_applicable"]
        assert everyone <= row["plans"]
    order = [row["variant"] for row in rows]
    assert list(dict.fromkeys(order)) == [
        variant
        for variant in ("JA22", "JAX", "JA13D", "JANY", "RF", "FJ", "FJ+SELV", "FP", "FP12", "FP13", "FPU18", "FPU17")
        + ("REV", "SELV", "SDP3", "AND")
        if variant in order
    ]
    for row in run.summary("paragraph").to_dicts():
        if row["left_out"]:
            continue
        assert 0 <= row["deficient"] <= row["applies"] <= row["plans"]
        failing = {
            one["row"]
            for one in run.findings.to_dicts()
            if one["severity"] == "error" and not one["same_as"] and one["paragraph"] == row["paragraph"]
            if one["variant"] == row["variant"]
        }
        assert row["deficient"] == len(failing)
    # Both ways of asking count the same.
    streamed = validate_many(plans, as_of=generate.AS_OF, progress=False)
    for _ in streamed:
        pass
    assert [row for row in streamed.summary().to_dicts() if not row["left_out"]] == rows


@contextlib.contextmanager
def as_soon_as_released(action: Callable[[], object]) -> Iterator[Iterator[bytes]]:
    """Another thread does something as soon as this one releases the interpreter, which nobody asks it to do.

    Gives plans that have no end before that, however late the other thread gets its turn. They are made without Python
    code, in which the interpreter would be released too.
    """
    waiting = {OUT_OF_SCOPE}
    go = threading.Event()

    def act() -> None:
        go.wait()
        # First, since a signal is raised without the interpreter: the other thread may get on meanwhile.
        action()
        waiting.clear()

    thread = threading.Thread(target=act)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1_000_000)
    try:
        thread.start()
        go.set()
        yield itertools.takewhile(waiting.__contains__, itertools.repeat(OUT_OF_SCOPE))
    finally:
        sys.setswitchinterval(before)
        go.set()
        thread.join()


@pytest.fixture
def heeds_ctrl_c() -> Iterator[None]:
    """A shell that starts this in the background lets it ignore SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_stops_a_run_and_loses_nothing() -> None:
    rest = [b'{"sag": {"sagstype": "revalidering"}}'] * 1_000
    with pytest.raises(KeyboardInterrupt), as_soon_as_released(lambda: signal.raise_signal(signal.SIGINT)) as endless:
        run = validate_many(itertools.chain(endless, rest), progress=False)
        run.plans
    assert "not at its end" in repr(run)
    rows = run.plans.to_dicts()
    assert [row["row"] for row in rows] == list(range(len(rows)))
    assert [row["conclusion"] for row in rows].index("deficient") == len(rows) - len(rest)


def test_ctrl_c_from_outside(tmp_path: Path) -> None:
    """A real SIGINT to a real process in the middle of a run: it stops, and with KeyboardInterrupt."""
    script = textwrap.dedent("""
        import itertools, rehabplan, signal
        # What a shell starts in the background ignores it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for checked in rehabplan.validate_many(itertools.repeat(b'{"sag": {"sagstype": "revalidering"}}')):
            if checked.row == 10_000:
                print("begun", flush=True)
    """)
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert "KeyboardInterrupt" in errors and process.returncode != 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_may_fork_after_a_run() -> None:
    """As the workers of multiprocessing and Spark do: threads do not live on in a child, so each run has its own."""
    assert len(validate_many([OUT_OF_SCOPE] * 100, progress=False).plans) == 100
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        os._exit(0 if len(validate_many([OUT_OF_SCOPE] * 100, progress=False).plans) == 100 else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_the_interpreter_is_released() -> None:
    """Another thread of Python gets on while plans are checked."""
    seen: list[str] = []
    with as_soon_as_released(lambda: seen.append("another thread")) as endless:
        run = validate_many(endless, progress=False)
        seen.append("before")
        run.plans
        seen.append("after")
    assert seen == ["before", "another thread", "after"]


@pytest.mark.parametrize("way", ["iterated", "kept", "file"])
def test_memory_does_not_grow_with_the_input(way: str, generate: Any, tmp_path: Path) -> None:
    """800 MB of plans pass through a process that may grow by a quarter of that at most, and by 60 MB iterated."""
    line, _ = next(iter(generate.lines(1, bare=True)))
    script = textwrap.dedent(f"""
        import resource, sys, rehabplan
        line = open(sys.argv[1], "rb").read()
        count = 800_000_000 // len(line)
        rehabplan.validate(line)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        # Each is an object of its own, as from a file or a database.
        plans = (bytes(bytearray(line)) for _ in range(count))
        if {way!r} == "file":
            with open(sys.argv[1] + ".ndjson", "wb") as export:
                for plan in plans:
                    export.write(plan + b"\\n")
            plans = sys.argv[1] + ".ndjson"
        run = rehabplan.validate_many(plans, progress=False)
        rows = len(run.plans) if {way!r} == "kept" else sum(1 for _ in run)
        assert rows == count
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
    """)
    (tmp_path / "plan.json").write_text(line, "utf-8")
    output = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "plan.json")], capture_output=True, text=True, check=True
    ).stdout
    assert float(output) < (200 if way == "kept" else 60), f"{output} MB"


def test_progress(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plans.ndjson"
    path.write_bytes((OUT_OF_SCOPE + b"\n") * 2000)
    len(validate_many(path).plans)
    assert "100%" in capsys.readouterr().err
    for _ in validate_many([OUT_OF_SCOPE] * 2000):
        pass
    assert "2.00k/2.00k" in capsys.readouterr().err
    len(validate_many(path, progress=False).plans)
    assert capsys.readouterr().err == ""
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert len(validate_many(path).plans) == 2000
    assert capsys.readouterr().err == ""


def test_plans_that_hold_the_canary(tmp_path: Path) -> None:
    with pytest.raises(TypeError) as raised:
        validate_many(f'{{"sag": "{CANARY}"}}')
    assert CANARY not in str(raised.value)
