"""Results that people use: the page, the workbook, numbers by group and over time, two runs, the list to write by."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from conftest import CANARY, base

matplotlib.use("agg")

import rehabplan  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from rehabplan import _plot, checklist, diff, validate, validate_frame, validate_many  # noqa: E402

QUARTER = "quarter:/moede/dato"
LACKING = {"sag": {"sagstype": "fleksjob"}}


def documents() -> list[dict[str, Any]]:
    """Nord has 6 plans in the first quarter and 5 in the third, Syd 7 in the first, Øst 1 that has no date."""
    dates = [("Nord", "2020-02-03")] * 6 + [("Nord", "2020-08-03")] * 5 + [("Syd", "2020-03-31")] * 7
    plans = [{"distrikt": name, "plan": LACKING | {"moede": {"dato": date}}} for name, date in dates]
    return [*plans, {"distrikt": "Øst", "plan": LACKING}]


def run(**options: Any) -> rehabplan.Run:
    options = {"plan": "plan", "groups": ["distrikt", QUARTER], "progress": False} | options
    return validate_many(documents(), **options)


def test_plans_by_group() -> None:
    rows = run().summary(["distrikt"]).to_dicts()
    numbers = ("plans", "checked", "deficient", "share")
    # Øst is too small, and Nord less Syd would tell of it: the smallest of the others is masked too.
    assert [(row["distrikt"], row["masked"]) for row in rows] == [("Nord", False), ("Syd", True), ("Øst", True)]
    assert [rows[0][name] for name in numbers] == [11, 11, 11, 1.0]
    assert all(row[name] is None for row in rows[1:] for name in numbers)
    everything = run().summary(["distrikt"], min_group=0).to_dicts()
    assert [row["plans"] for row in everything] == [11, 7, 1] and not any(row["masked"] for row in everything)


def test_plans_over_time_and_by_paragraph() -> None:
    rows = run().summary([QUARTER], min_group=0).to_dicts()
    assert [(row[QUARTER], row["plans"]) for row in rows] == [(None, 1), ("2020-Q1", 13), ("2020-Q3", 5)]
    table = run().summary([QUARTER, "distrikt", "paragraph"], min_group=0)
    assert table.columns == [QUARTER, "distrikt", "paragraph", "applies", "deficient", "share", "masked"]
    [second] = [row for row in table.to_dicts() if (row[QUARTER], row["distrikt"], row["paragraph"]) == ("2020-Q3", "Nord", 2)]
    assert (second["applies"], second["deficient"], second["share"]) == (5, 5, 1.0)
    rules = run().summary(["rule", "distrikt"], min_group=0).to_dicts()
    [part] = [row for row in rules if (row["distrikt"], row["rule"]) == ("Syd", "P2.1.pkt2")]
    assert (part["decided"], part["errors"], part["warnings"], part["share"]) == (7, 7, 0, 1.0)


def test_what_is_exempt_or_not_in_the_source_is_in_no_share() -> None:
    # § 4 is relaxed in revalidering (§ 14), and what the source has no place for is decided nowhere.
    plans = [{"d": "x", "sag": {"sagstype": "revalidering"}}] * 6
    rows = validate_many(plans, groups=["d"], progress=False).summary(["d", "rule"]).to_dicts()
    assert rows and not any(row["rule"] == "P4.1.pkt1" for row in rows)
    # A document that says what is beside the plan holds a key that the plan does not have, and is none the worse for it.
    beyond = validate_many(plans, groups=["d"], horizon=["!/forberedendeDel"], progress=False).summary(["d", "rule"])
    assert all(not row["rule"].startswith("P3.") for row in beyond.to_dicts())


def test_groups_of_a_frame_and_of_a_file(tmp_path: Path) -> None:
    import json

    import polars

    frame = polars.DataFrame({"d": ["a"] * 5 + [None], "plan": ["{}"] * 6, "other": [object()] * 6})
    rows = validate_frame(frame, groups=["d"], progress=False).summary(["d"], min_group=0).to_dicts()
    assert [(row["d"], row["plans"], row["checked"], row["share"]) for row in rows] == [(None, 1, 0, None), ("a", 5, 0, None)]
    path = tmp_path / "export.ndjson"
    path.write_text("".join(json.dumps(document) + "\n" for document in documents()), "utf-8")
    table = validate_many(path, plan="plan", groups=["distrikt"], progress=False).summary(["distrikt"], min_group=0)
    assert [row["plans"] for row in table.to_dicts()] == [11, 7, 1]


def test_what_was_asked_for_is_a_column_of_every_table() -> None:
    checked = run()
    for table in (checked.plans, checked.findings):
        assert table.columns[-2:] == ["distrikt", QUARTER]
        assert {(row["distrikt"], row[QUARTER]) for row in table.to_dicts()} == {
            ("Nord", "2020-Q1"),
            ("Nord", "2020-Q3"),
            ("Syd", "2020-Q1"),
            ("Øst", None),
        }
    assert [(row["id"], row["distrikt"]) for row in checked.plans.to_dicts()][-1] == (None, "Øst")
    # What was not asked for is not there.
    assert "distrikt" not in run(groups=[QUARTER]).findings.columns
    unreadable = validate_many([{"d": "x", "plan": "{"}], plan="plan", groups=["d"], progress=False)
    assert [(row["d"], row["conclusion"]) for row in unreadable.plans.to_dicts()] == [("x", "unreadable")]


def test_groups_of_an_export_by_what_its_mapping_carries() -> None:
    import polars

    cases = polars.DataFrame(
        {
            "Sag": [str(number) for number in range(12)],
            "Enhed": ["Nord"] * 6 + ["Syd"] * 6,
            "Type": ["revalidering"] * 12,
            "Møde": ["22-03-2020"] * 6 + ["22-08-2020"] * 5 + [""],
        }
    )
    map = {"id": "Sag", "carry": ["Enhed"], "plan": {"/sag/sagstype": "Type", "/moede/dato": "Møde"}}
    checked = rehabplan.validate_table(cases, map, groups=[QUARTER, "Enhed"], progress=False)
    assert checked.plans.columns[-2:] == ["Enhed", QUARTER]
    rows = checked.summary(["Enhed"]).to_dicts()
    assert [(row["Enhed"], row["plans"]) for row in rows] == [("Nord", 6), ("Syd", 6)]
    rows = checked.summary([QUARTER], min_group=0).to_dicts()
    assert [(row[QUARTER], row["plans"]) for row in rows] == [(None, 1), ("2020-Q1", 6), ("2020-Q3", 5)]
    with pytest.raises(KeyError, match="lader ingen kolonne af det navn følge med"):
        rehabplan.validate_table(cases, map, groups=["Type"])
    with pytest.raises(KeyError, match="carries no such column|carries no column of that name"):
        rehabplan.validate_table(cases, map, groups=["Type"], lang="en")


def test_only_texts_and_numbers_are_taken_along() -> None:
    plans = [{"d": value, "plan": LACKING} for value in ({"fortroligt": CANARY}, [CANARY], True, 7, None)]
    rows = validate_many(plans, plan="plan", groups=["d"], progress=False).summary("d", min_group=0).to_dicts()
    assert [(row["d"], row["plans"]) for row in rows] == [(None, 4), ("7", 1)]


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        (["month:/moede/deltagere"], "ingen dato"),
        (["month:/x"], "ingen dato"),
        (["share"], "kolonne af det navn"),
        (["paragraph"], "kolonne af det navn"),
        (["conclusion"], "kolonne af det navn"),
        (["a", "a"], "to gange"),
    ],
)
def test_groups_that_cannot_be(groups: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        validate_many([], groups=groups)


def test_what_cannot_be_grouped_says_so() -> None:
    with pytest.raises(TypeError, match="liste af str"):
        validate_many([], groups="distrikt")
    with pytest.raises(KeyError, match="groups= nævner"):
        validate_many(documents(), groups=["nobody"], progress=False).summary()
    for by, message in ((["x"], "groups="), (["rule", "paragraph"], "enten"), ([], "intet"), ("x", "groups=")):
        with pytest.raises(ValueError, match=message):
            run().summary(by)
    with pytest.raises(ValueError, match="0 eller mere"):
        run().summary(["distrikt"], min_group=-1)
    # The run goes on though there are too many groups; only who asks for them hears of it.
    many = validate_many(({"nr": nr, "plan": LACKING} for nr in range(1001)), plan="plan", groups=["nr"], progress=False)
    assert many.conclusions == {"deficient": 1001}
    with pytest.raises(ValueError, match="mere end 1000 grupper"):
        many.summary(["nr"])


def test_trend() -> None:
    axes = run().plot_trend(min_group=0)
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2020-Q1", "2020-Q2", "2020-Q3"]
    [line] = axes.lines
    shares = list(line.get_ydata())
    # A quarter without plans is a gap.
    assert shares[0] == shares[2] == 1.0 and shares[1] != shares[1]
    assert axes.get_xlabel() == "Planer uden datoen: 1."
    split = run(lang="en").plot_trend(split="distrikt")
    # Øst is too small, and so the smallest of the others is masked: Nord in the third quarter.
    assert [line.get_label() for line in split.lines] == ["Syd", "Nord"]
    assert split.get_xlabel() == "Periods with so few plans that they are not shown: 2."
    empty = validate_many([], groups=[QUARTER], progress=False).plot_trend()
    assert [text.get_text() for text in empty.texts] == ["Ingen planer at vise"]
    with pytest.raises(ValueError, match="en måned eller et kvartal"):
        run().plot_trend("distrikt")
    pyplot.close("all")


def test_periods_have_no_holes() -> None:
    assert _plot._periods(["2020-11", "2021-02"]) == ["2020-11", "2020-12", "2021-01", "2021-02"]
    assert _plot._periods(["2020-Q4", "2021-Q1"]) == ["2020-Q4", "2021-Q1"]
    assert _plot._periods([]) == []


def test_only_what_is_met_is_solved() -> None:
    def checked(*plans: tuple[str, Any]) -> rehabplan.Run:
        return validate_many(plans, detail="all", progress=False)

    mended = LACKING | {"forberedendeDel": {"dato": "2020-03-02"}}
    before = checked(("a", LACKING), ("b", LACKING), ("c", LACKING), ("d", mended))
    after = checked(("d", LACKING), ("a", mended), ("b", b"{"))
    changes = {row["id"]: row["change"] for row in diff(before, after).to_dicts() if row["rule"] == "P2.1.pkt2"}
    assert changes == {"a": "solved", "b": "unreadable", "c": "gone", "d": "new"}
    with pytest.raises(ValueError, match='detail="all"'):
        diff(before, validate_many([("a", LACKING)], progress=False))
    with pytest.raises(ValueError, match="har intet id"):
        diff(before, validate_many([LACKING], detail="all", progress=False))
    with pytest.raises(ValueError, match="samme id"):
        diff(before, checked(("a", LACKING), ("a", LACKING)))


def test_checklist() -> None:
    listed = checklist("fleksjob")
    assert repr(listed).startswith("<rehabplan.Checklist FJ forelaeggelse: ")
    rules = [point["rule"] for point in listed.to_dict()["points"]]
    assert "P3.1.4" in rules and not any(rule.startswith("P7.") for rule in rules)
    assert all(f"({rule})" in str(listed) for rule in rules)
    later = checklist("FP12", "indsats", lang="en").to_dict()
    assert later["variant"] == "FP12" and any(point["rule"].startswith("P7.") for point in later["points"])
    assert listed.to_html().startswith("<!DOCTYPE html>") and "Fleksjob" in listed.to_html()
    with pytest.raises(ValueError, match='argumentet kind er en af "ressourceforloeb", '):
        checklist("x")
    with pytest.raises(ValueError, match="tag både listen til FJ og listen til SELV"):
        checklist("FJ+SELV")
    with pytest.raises(ValueError, match="take both the list for FP12 and the list for FP13"):
        checklist("FP12+FP13", lang="en")
    with pytest.raises(ValueError, match="phase must be one of"):
        checklist("fleksjob", "x", lang="en")  # type: ignore[arg-type]  # a phase that there is not, on purpose


def test_the_page_of_a_report(deficient: dict[str, Any]) -> None:
    report = validate(deficient, detail="all")
    page = report.to_html("Sag 17 <b>")
    assert "<h1>Sag 17 &lt;b&gt;</h1>" in page and 'lang="da"' in page and "Content-Security-Policy" in page
    assert report.findings and all(finding.message in page for finding in report.findings)
    assert page.count('class="box"') == report.counts.review > 0
    english = validate(deficient).to_html(lang="en")
    # Findings alone: the number of the points is told, and that they are not listed.
    assert 'lang="en"' in english and "They are not shown here." in english and 'class="box"' not in english


def test_the_page_and_the_workbook_of_a_run(deficient: dict[str, Any], tmp_path: Path) -> None:
    message = validate(deficient).findings[0].message
    documents = [(f"sag-{nr}", deficient) for nr in range(3)] + [("ulæselig", "{")]
    # mypy takes the two words of the loop for any texts.
    whole, short = (validate_many(documents, detail=detail, progress=False) for detail in ("all", "findings"))  # type: ignore[arg-type]  # two of the literals
    for checked, listed in ((whole, True), (short, False)):
        page = checked.to_html()
        assert all(f">sag-{nr}</h2>" in page for nr in range(3)) and "ulæselig" in page
        assert ('class="box"' in page) == listed and ("De er ikke vist her." in page) != listed
        checked.to_excel(tmp_path / "run.xlsx")
        with zipfile.ZipFile(tmp_path / "run.xlsx") as book:
            text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
        assert all(f"sag-{nr}" in text for nr in range(3)) and ("De er ikke vist her." in text) != listed
        assert message in page and message in text
    # Without an id a plan is known by its row.
    assert ">row=1</h2>" in validate_many([LACKING] * 2, progress=False).to_html()
    # The only plan of a run is the page.
    assert "<h1>row=0</h1>" in validate_many([LACKING], progress=False).to_html()
    with pytest.raises(OSError):
        whole.to_excel(tmp_path / "nowhere" / "run.xlsx")
    iterated = validate_many([LACKING], progress=False)
    list(iterated)
    with pytest.raises(RuntimeError, match="er ikke gemt"):
        iterated.to_html()


def test_the_page_has_the_numbers_of_every_plan_however_few_answers_are_kept() -> None:
    # A module of the examples, which mypy is not told of.
    from generate import AS_OF, lines  # type: ignore[import-not-found]  # of an example

    plans = [line for line, _ in lines(150, bare=True)]
    heads = [
        validate_many(plans, as_of=AS_OF, detail=detail, progress=False).to_html().split('<section class="plan"')[0]
        for detail in ("all", "findings")
    ]
    assert heads[0] == heads[1]


def test_no_way_out_holds_text_from_a_plan(tmp_path: Path) -> None:
    plan = base("RF")
    plan["forberedendeDel"]["laege"] = {"navn": CANARY}
    plan["forberedendeDel"]["oensker"] = CANARY
    plan["sag"]["ukendt"] = CANARY
    plan["moede"]["dato"] = f"{CANARY} 2020"
    documents = [{"nr": nr, CANARY: CANARY, "plan": plan} for nr in range(6)]
    run = validate_many(documents, id="nr", plan="plan", groups=[QUARTER], detail="all", progress=False)
    run.to_excel(tmp_path / "run.xlsx")
    with zipfile.ZipFile(tmp_path / "run.xlsx") as book:
        ways = [book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels"))]
    ways += [run.to_html(), validate(plan, detail="all").to_html(), repr(diff(run, run).to_dicts())]
    ways += [repr(run.summary([QUARTER, detail]).to_dicts()) for detail in ("rule", "paragraph")]
    for way in ways:
        assert "Kanariefugl" not in way
