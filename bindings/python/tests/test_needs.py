"""What a case requires, where in a text a finding is, and what is wrong with a profile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import PLANS, REPOSITORY

from rehabplan import ProfileError, validate


def test_needs_are_those_of_the_core() -> None:
    for expected in sorted((PLANS / "needs").iterdir()):
        how = json.loads((PLANS / "expected" / expected.name).read_bytes())
        plan = (PLANS / expected.name).read_bytes()
        report = validate(plan, phase=how["phase"], as_of=how["asOf"], detail="all")
        assert report.needs() == json.loads(expected.read_bytes()), expected.name


def test_needs_want_every_answer() -> None:
    plan = {"sag": {"sagstype": "ressourceforloeb"}}
    needs = validate(plan, detail="all").needs()
    # § 3, stk. 1, nr. 4, asks for the wishes, § 7 for the reasons after the meeting.
    assert needs["fields"]["/forberedendeDel/oensker"]["need"] == "required"
    assert needs["fields"]["/indstilling/begrundelse"]["need"] == "later"
    for options in ({}, {"detail": "all", "only": {"rules": ["P3.1.4"]}}):
        for lang, said in (("da", "ikke alle svar"), ("en", "every answer")):
            with pytest.raises(ValueError, match=said):
                validate(plan, lang=lang, **options).needs()


def test_positions_are_places_of_the_text() -> None:
    text = '{\n  "sag": {"sagstype": "noget"},\n  "x": 1\n}'
    report = validate(text)
    places = report.positions(text)
    assert places["/sag/sagstype"] == (2, 23) and places["/x"] == (3, 8)
    assert report.positions(text.encode()) == places
    with pytest.raises(TypeError, match="i en tekst"):
        report.positions({"sag": {}})  # type: ignore[arg-type]  # a plan and no text, on purpose
    with pytest.raises(ValueError, match="disse byte er ikke UTF-8"):
        report.positions(b"\xff")
    with pytest.raises(ValueError, match="these bytes are not UTF-8"):
        validate(text, lang="en").positions(b"\xff")


def test_what_is_wrong_with_a_profile_says_where(tmp_path: Path) -> None:
    def refused(**options: Any) -> ProfileError:
        with pytest.raises(ProfileError) as caught:
            validate({}, **options)
        return caught.value

    profile = json.loads((REPOSITORY / "examples" / "profiles" / "kommune.json").read_bytes())
    profile["effects"][1]["severity"]["rule"] = "P6.1.pkt1.bb"
    error = refused(profiles=[profile])
    assert (error.reason, error.path) == ("unknownRule", "/effects/1/severity/rule")
    file = tmp_path / "egen.json"
    file.write_text('{\n  "id": }')
    error = refused(profiles=[file])
    assert (error.reason, error.path, error.line, error.column) == ("notJson", None, 2, 9)
    danish, english = (refused(profiles=["vejledninge"], lang=lang) for lang in ("da", "en"))
    assert danish.code == "badProfile" and danish.reason == english.reason == "unknownProfile" and str(danish) != str(english)
