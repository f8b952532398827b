"""What is said of an argument of another type, or one that leads nowhere: which it is, in the language of the call."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rehabplan

PLAN = {"sag": {"sagstype": "fleksjob"}}
LANGS = ("da", "en")
THING = object()
"""Nothing that any argument takes."""


def run(lang: Any = "da") -> rehabplan.Run:
    return rehabplan.validate_many([("1", PLAN)], detail="all", lang=lang, progress=False)


def many(**given: Any) -> Any:
    return rehabplan.validate_many([], **given)


def frame(**given: Any) -> Any:
    import pyarrow

    return rehabplan.validate_frame(pyarrow.table({"plan": ["{}"]}), **given)


# The argument, and a call that gives it something of another type in a language.
CALLS: list[tuple[str, Callable[[Any], Any]]] = [
    ("plan", lambda lang: rehabplan.validate(THING, lang=lang)),
    ("case", lambda lang: rehabplan.validate(PLAN, case=THING, lang=lang)),
    ("plans", lambda lang: rehabplan.validate_many(THING, lang=lang)),
    ("id", lambda lang: many(id=THING, lang=lang)),
    ("plan", lambda lang: many(plan=THING, lang=lang)),
    ("frame", lambda lang: rehabplan.validate_frame(THING, lang=lang)),
    ("column", lambda lang: frame(column=THING, lang=lang)),
    ("id", lambda lang: frame(id=THING, lang=lang)),
    ("plans", lambda lang: rehabplan.compare(THING, ["vejledning"], lang=lang)),
    ("profiles", lambda lang: rehabplan.compare([PLAN], THING, lang=lang)),
    ("id", lambda lang: rehabplan.compare([PLAN], ["vejledning"], id=THING, lang=lang)),
    ("table", lambda lang: rehabplan.read_table(THING, {}, lang=lang)),
    ("map", lambda lang: rehabplan.read_table(__file__, THING, lang=lang)),
    ("children", lambda lang: rehabplan.read_table(__file__, {}, THING, lang=lang)),
    ("children['x']", lambda lang: rehabplan.read_table(__file__, {}, {"x": THING}, lang=lang)),
    ("map", lambda lang: rehabplan.validate_table(__file__, THING, lang=lang)),
    ("table", lambda lang: rehabplan.validate_table(THING, {}, lang=lang)),
    ("table", lambda lang: rehabplan.draft_map(THING, lang=lang)),
    ("children", lambda lang: rehabplan.draft_map(__file__, THING, lang=lang)),
    ("documents", lambda lang: rehabplan.validate_documents(THING, lang=lang)),
    ("map", lambda lang: rehabplan.validate_documents(__file__, THING, lang=lang)),
    ("sagstype", lambda lang: rehabplan.validate_documents(__file__, sagstype=THING, lang=lang)),
    ("profiles", lambda lang: rehabplan.rules(THING, lang=lang)),
    ("rule_id", lambda lang: rehabplan.explain(THING, lang=lang)),
    ("kind", lambda lang: rehabplan.checklist(THING, lang=lang)),
    ("phase", lambda lang: rehabplan.checklist("RF", THING, lang=lang)),
    ("text", lambda lang: rehabplan.recommendation(THING, lang=lang)),
    ("path", lambda lang: rehabplan.recommendation("", THING, lang=lang)),
    ("before", lambda lang: rehabplan.diff(THING, run(lang))),
    ("after", lambda lang: rehabplan.diff(run(lang), THING)),
    ("by", lambda lang: run(lang).summary(by=THING)),
    ("by[0]", lambda lang: run(lang).summary(by=[THING])),
    ("min_group", lambda lang: run(lang).summary(["x"], min_group="x")),
    ("min_group", lambda lang: run(lang).summary(["x"], min_group=1.5)),
    ("by", lambda lang: run(lang).to_html(by=THING)),
    ("by[0]", lambda lang: run(lang).to_html(by=[THING])),
    ("min_group", lambda lang: run(lang).to_html(min_group="x")),
    ("path", lambda lang: run(lang).to_excel(THING)),
    ("by", lambda lang: run(lang).to_excel("x.xlsx", by=THING)),
    ("min_group", lambda lang: run(lang).to_excel("x.xlsx", min_group="x")),
    ("ax", lambda lang: run(lang).plot(ax=THING)),
    ("by", lambda lang: run(lang).plot_trend(THING)),
    ("split", lambda lang: run(lang).plot_trend("x", split=THING)),
    ("ax", lambda lang: run(lang).plot_trend("x", ax=THING)),
    ("name", lambda lang: rehabplan.validate(PLAN, lang=lang).to_html(THING)),
    ("plan", lambda lang: rehabplan.validate(PLAN, lang=lang).positions(THING)),
    ("ax", lambda lang: rehabplan.compare([PLAN], ["vejledning"], lang=lang, progress=False).plot(THING)),
    ("nosuch", lambda lang: rehabplan.validate(PLAN, nosuch=1, lang=lang)),
]
# An option is the same in every function that takes it.
OPTIONS = ("phase", "as_of", "detail", "only", "horizon", "language", "profiles", "suppress", "groups", "threads", "progress")
CALLS += [(name, lambda lang, name=name: many(**{name: THING}, lang=lang)) for name in OPTIONS]
INSIDE = {"only": {"rules": [THING]}, "horizon": [THING], "groups": [THING], "profiles": [THING]}
CALLS += [(name, lambda lang, name=name: many(**{name: INSIDE[name]}, lang=lang)) for name in INSIDE]
CALLS += [
    ("profiles[0]", lambda lang: many(profiles=[{"id": THING}], lang=lang)),
    ("suppress", lambda lang: many(suppress=[{"key": THING}], lang=lang)),
]


@pytest.mark.parametrize(("argument", "call"), CALLS)
def test_an_argument_of_another_type_is_named_in_the_language_of_the_call(
    argument: str, call: Callable[[Any], Any]
) -> None:
    said = []
    for lang in LANGS:
        with pytest.raises(TypeError) as raised:
            call(lang)
        said.append(str(raised.value))
    danish, english = said
    assert argument in danish and argument in english, said
    assert danish != english
    # Ours, and nothing that the runtime says of its own accord.
    own = ("argumentet", "en plan er", "har intet argument", "planen som str")
    assert any(word in danish for word in own), danish
    assert "argumentet" not in english
    assert "<object" not in danish + english


# Where no language that there is was asked for, Danish is what others have unasked.
@pytest.mark.parametrize(
    "call",
    [
        lambda: rehabplan.validate(PLAN, lang=5),  # type: ignore[arg-type]
        lambda: many(lang=5),
        lambda: rehabplan.coverage(lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.json_schema(lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.report_schema(lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.rules(lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.explain("P3.1.4", lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.checklist("RF", lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.recommendation("", lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.draft_map(__file__, lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.read_table(__file__, {}, lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.validate(PLAN).to_json(5),  # type: ignore[arg-type]
        lambda: rehabplan.validate(PLAN).to_dict(5),  # type: ignore[arg-type]
        lambda: rehabplan.validate(PLAN).to_html(lang=5),  # type: ignore[arg-type]
        lambda: rehabplan.compare([PLAN], ["vejledning"], progress=False).to_json(5),  # type: ignore[arg-type]
    ],
)
def test_a_language_of_another_type_is_named(call: Callable[[], Any]) -> None:
    with pytest.raises(TypeError, match="^argumentet lang er en str, ikke int$"):
        call()


@pytest.mark.parametrize(
    ("argument", "call"),
    [
        ("profiles[1]", lambda path, lang: rehabplan.validate(PLAN, profiles=["vejledning", f"{path}.json"], lang=lang)),
        ("suppress", lambda path, lang: rehabplan.validate(PLAN, suppress=path, lang=lang)),
        ("plans", lambda path, lang: rehabplan.validate_many(path, lang=lang)),
        ("table", lambda path, lang: rehabplan.read_table(path, {}, lang=lang)),
        ("map", lambda path, lang: rehabplan.read_table(__file__, path, lang=lang)),
        ("documents", lambda path, lang: rehabplan.validate_documents(path, lang=lang)),
        ("path", lambda path, lang: run(lang).to_excel(path / "x.xlsx")),
    ],
)
def test_a_file_that_is_not_there_is_told_with_its_argument_and_path(
    argument: str, call: Callable[[Path, str], Any], tmp_path: Path
) -> None:
    said = []
    for lang in LANGS:
        with pytest.raises(FileNotFoundError) as raised:
            call(tmp_path / "mangler", lang)
        assert str(tmp_path / "mangler") in str(raised.value)
        said.append(raised.value.strerror or "")
    danish, english = said
    assert f"argumentet {argument}" in danish and "findes ikke" in danish
    assert argument in english and "there is no such" in english


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for lang, text in (("da", "er en mappe og ingen fil"), ("en", "is a folder and no file")):
        for call in (
            lambda lang=lang: run(lang).to_excel(tmp_path),
            lambda lang=lang: rehabplan.validate(PLAN, suppress=tmp_path, lang=lang),
        ):
            with pytest.raises(IsADirectoryError, match=text) as raised:
                call()
            assert str(tmp_path) in str(raised.value)


def test_half_a_surrogate_pair_and_a_number_beyond_all_are_values_that_there_are_not() -> None:
    for given in ({"phase": "\ud800"}, {"horizon": ["\ud800"]}, {"threads": 2**70}, {"threads": -(2**70)}):
        with pytest.raises(rehabplan.OptionError, match=next(iter(given))):
            many(**given)
    assert run().to_html(min_group=2**70)


def test_a_profile_without_a_name_is_one_in_danish_too() -> None:
    with pytest.raises(rehabplan.ProfileError, match=r"profiles\[0\]: profil \(linje 1"):
        rehabplan.validate(PLAN, profiles=[{}])
    with pytest.raises(rehabplan.ProfileError, match=r"profiles\[0\]: profile \(line 1"):
        rehabplan.validate(PLAN, profiles=[{}], lang="en")


def test_what_cannot_be_pickled_says_what_to_keep() -> None:
    for lang, text in (("da", "kan ikke gemmes med pickle"), ("en", "cannot be pickled")):
        checked = run(lang)
        report = rehabplan.validate(PLAN, lang=lang)
        comparison = rehabplan.compare([PLAN], ["vejledning"], lang=lang, progress=False)
        things = [checked, next(iter(run(lang))), report, report.findings[0], comparison, rehabplan.checklist("RF", lang=lang)]
        for thing in things:
            with pytest.raises(TypeError, match=text):
                pickle.dumps(thing)
    # These have no language of their own.
    for thing in (run().plans, rehabplan.validate(PLAN).counts):
        with pytest.raises(TypeError, match="kan ikke gemmes med pickle"):
            pickle.dumps(thing)


def test_a_workbook_is_not_written_over_what_the_run_reads(tmp_path: Path) -> None:
    plans = tmp_path / "planer.ndjson"
    plans.write_text('{"sag": {"sagstype": "fleksjob"}}\n')
    before = plans.read_bytes()
    link = tmp_path / "samme"
    link.hardlink_to(plans)
    for source in (plans, tmp_path):
        for lang, text in (("da", "læses i samme kørsel"), ("en", "read in the same run")):
            with pytest.raises(ValueError, match=text):
                rehabplan.validate_many(source, lang=lang, progress=False).to_excel(plans)
    with pytest.raises(ValueError, match="argumentet path"):
        rehabplan.validate_many(plans, progress=False).to_excel(link)
    assert plans.read_bytes() == before
    # A workbook of an earlier run is no plan.
    for _ in range(2):
        rehabplan.validate_many(tmp_path, progress=False).to_excel(tmp_path / "resultat.xlsx")
    export = tmp_path / "udtraek.csv"
    export.write_text("Sag;Type\n1;fleksjob\n")
    copy = shutil.copy(export, tmp_path / "kopi.csv")
    mapping = {"id": "Sag", "plan": {"/sag/sagstype": "Type"}}
    with pytest.raises(ValueError, match="argumentet path"):
        rehabplan.validate_table(export, mapping, progress=False).to_excel(export)
    # Nor a table that the mapping names, which is read beside the cases.
    measures = tmp_path / "tiltag.csv"
    measures.write_text("Nr;Indsats\n1;Kursus\n")
    lists = [{"place": "/indsatsdel/tilbud", "table": "m", "fields": {"beskrivelse": "Indsats"}}]
    joined = mapping | {"tables": {"m": {"file": measures.name, "key": "Nr"}}, "lists": lists}
    with pytest.raises(ValueError, match="argumentet path"):
        rehabplan.validate_table(export, joined, progress=False).to_excel(measures)
    assert measures.read_text().startswith("Nr;")
    rehabplan.validate_table(export, mapping, progress=False).to_excel(copy)
