"""Why the language check points out a text (§ 3, stk. 3)."""

from __future__ import annotations

import pytest
import rehabplan
from conftest import base

PATH = "/forberedendeDel/udfordringer/samlet"
TEXT = "Hun bor på Ærø. Det indstilles, at hun får fleksjob. Hun har en hund."


def test_the_sentence_and_its_words_are_slices_of_the_text() -> None:
    found = rehabplan.recommendation(TEXT, PATH)
    assert found is not None
    (start, end), words = found
    assert TEXT[start:end] == "Det indstilles, at hun får fleksjob."
    assert "indstilles" in [TEXT[start:end] for start, end in words]


@pytest.mark.parametrize("text", ["", "Hun bor på Ærø.", "Lægen anbefaler ro.", "\u0301."])
def test_where_nothing_is_found_there_is_nothing(text: str) -> None:
    assert rehabplan.recommendation(text) is None


def test_whose_words_the_field_is_for_makes_a_difference() -> None:
    text = "Jeg anbefaler fleksjob."
    assert rehabplan.recommendation(text, PATH) is not None
    assert rehabplan.recommendation(text, "/forberedendeDel/oensker") is None


@pytest.mark.parametrize("path", ["/x", "/forberedendeDel/oenske", "oensker"])
def test_a_place_that_no_plan_has_is_an_error(path: str) -> None:
    with pytest.raises(rehabplan.OptionError) as error:
        rehabplan.recommendation(TEXT, path)
    assert error.value.path == "/path"
    assert error.value.reason == "unknownPath"
    with pytest.raises(rehabplan.OptionError) as in_english:
        rehabplan.recommendation(TEXT, path, lang="en")
    assert "findes ikke i en plan" in str(error.value) and "is not one of a plan" in str(in_english.value)
    with pytest.raises(rehabplan.OptionError, match="lang"):
        rehabplan.recommendation(TEXT, PATH, lang="sv")  # type: ignore[arg-type]


def test_a_part_of_the_plan_is_the_municipalitys() -> None:
    assert rehabplan.recommendation("Jeg anbefaler fleksjob.", "/forberedendeDel/helbred") is not None


@pytest.mark.parametrize(("text", "path", "place"), [("Hun bor på Ærø \ud800", PATH, "/text"), (TEXT, "/Ærø \ud800", "/path")])
def test_half_of_a_surrogate_pair_is_an_error_that_does_not_show_the_text(text: str, path: str, place: str) -> None:
    with pytest.raises(rehabplan.OptionError) as error:
        rehabplan.recommendation(text, path)
    assert error.value.path == place
    assert "Ærø" not in repr(error.value)
    assert error.value.__context__ is None


def test_places_are_of_the_text_as_it_was_written() -> None:
    text = "Hun bor på Ærø.\rDet indstil-\r\nles, at hun får fleksjob."
    found = rehabplan.recommendation(text, PATH)
    assert found is not None
    (start, end), words = found
    assert text[start:end] == "Det indstil-\r\nles, at hun får fleksjob."
    assert "indstil-\r\nles" in [text[start:end] for start, end in words]


def test_a_place_in_a_list_is_one_of_a_plan() -> None:
    path = "/forberedendeDel/hidtidigIndsats/beskaeftigelse/2/borgerensErfaring"
    assert rehabplan.recommendation("Jeg anbefaler fleksjob.", path) is None


def test_a_finding_leads_to_its_words() -> None:
    plan = base("RF")
    plan["forberedendeDel"]["udfordringer"]["samlet"] = TEXT
    (found,) = [finding for finding in rehabplan.validate(plan).findings if finding.rule == "P3.3.b"]
    assert found.paths == [PATH]
    assert rehabplan.recommendation(TEXT, found.paths[0]) is not None
